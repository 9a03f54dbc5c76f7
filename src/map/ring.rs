//! A map of very many actors, for tests.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::index::{Highlight, Index};
use crate::scene::{Measurer, Scene, Theme, size};
use crate::story::build::{Actor, Builder, Relation};
use crate::story::{ActorIx, Date};
use crate::view::View;

use super::{Arrangement, Drawing, Request, arrange, scene};

/// Eight hundred actors in a ring, every second one a company, each tied to the second, third and fourth
/// after it, in turn in the years from 2000 on.
pub(super) struct Ring {
    pub(super) index: Index,
    pub(super) arrangement: Arrangement,
    measurer: Measurer,
}

/// How many actors there are, and how many relations.
pub(super) const COUNTS: [usize; 2] = [800, 2400];

impl Ring {
    pub(super) fn new() -> Self {
        let mut builder = Builder::new("A ring");
        let [count, _] = COUNTS;
        let actors: Vec<ActorIx> = (0..count)
            .map(|n| {
                builder.actor(Actor {
                    id: format!("a{n:03}"),
                    name: format!("Actor {n}"),
                    kind: if n % 2 == 0 { "person" } else { "company" }.into(),
                    ..Actor::default()
                })
            })
            .collect();
        for n in 0..count {
            for step in 2..5 {
                builder.relation(Relation {
                    id: format!("r{n:03}-{step}"),
                    from: actors[n],
                    to: actors[(n + step) % count],
                    kind: "knows".into(),
                    date: Date::parse(&format!("20{:02}-01-01/..", n % 20)).ok(),
                    ..Relation::default()
                });
            }
        }
        let (index, measurer) = (Index::new(Arc::new(builder.finish())), Measurer::new());
        let never = AtomicBool::new(false);
        let arrangement = arrange(&index, &Request::default(), &measurer, &never);
        Self {
            index,
            arrangement,
            measurer,
        }
    }

    /// The whole map; with `many` as on screen.
    pub(super) fn drawn(&self, view: &View, highlight: &Highlight, many: bool) -> Scene {
        let drawing = Drawing {
            many,
            ..self.drawing(view, highlight)
        };
        scene(drawing, drawing.fitted())
    }

    /// What the map is drawn from on screen.
    pub(super) fn drawing<'r>(&'r self, view: &'r View, highlight: &'r Highlight) -> Drawing<'r> {
        Drawing {
            index: &self.index,
            arrangement: &self.arrangement,
            view,
            highlight,
            theme: Theme::of(false),
            measurer: &self.measurer,
            size: size(1200.0, 600.0),
            legend: false,
            many: true,
        }
    }
}
