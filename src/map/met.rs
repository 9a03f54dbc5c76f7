//! Lines between those who took part in the same events: dotted, straight and thin, so that nobody takes
//! them for relations that somebody stated.

use std::sync::Arc;

use crate::index::Strength;
use crate::language::say;
use crate::scene::{Dash, Group, Hit, Layer, Mark, Paint, Point, Rect, Rgba, Stroke, size};
use crate::story::{EventIx, Item};

use super::meeting::Meeting;
use super::scene::{DIMMED, Painter};

/// Lines up to which each is a mark of its own; of more, the rest are drawn at once.
const MOST_FOUND: usize = 400;
/// Lines up to which each has its count on it.
const COUNTED: usize = 60;

/// A meeting in sight.
struct Seen {
    ends: [usize; 2],
    events: Vec<EventIx>,
    strength: Strength,
}

impl Painter<'_> {
    /// The lines between those who met, where they are asked for and have been found.
    pub(super) fn meeting_layer(&self, taken: &mut Vec<Rect>, clip: Rect) -> Option<Layer> {
        let drawing = &self.drawing;
        if !drawing.view.map.meetings {
            return None;
        }
        let graph = &drawing.arrangement.graph;
        // On screen they are found in the background; files wait for them.
        let all: Arc<Vec<Meeting>> = if drawing.many {
            graph.meetings_found()?
        } else {
            graph.meetings(drawing.index)
        };
        let moment = drawing.view.moment();
        let mut seen: Vec<Seen> = all
            .iter()
            .filter_map(|meeting| {
                let ends = meeting.ends.map(|end| end as usize);
                let [a, b] = ends.map(|end| self.centers[end]);
                let bounds = Rect::of_ends(a, b);
                let shown = ends.iter().all(|&end| self.shown[end]);
                if !shown || !bounds.grown(1.0).overlaps(clip) {
                    return None;
                }
                let events = meeting.events_by(drawing.index, moment);
                let strengths = ends.map(|end| self.strength(Item::Actor(graph.nodes[end].actor)));
                // As strong as the weaker of the two: both belong to what is lit, or the line does not.
                let strength = strengths[0].min(strengths[1]);
                (!events.is_empty()).then_some(Seen {
                    ends,
                    events,
                    strength,
                })
            })
            .collect();
        seen.sort_by(|a, b| {
            let most = b.events.len().cmp(&a.events.len());
            b.strength
                .cmp(&a.strength)
                .then(most)
                .then(a.ends.cmp(&b.ends))
        });
        let found = if drawing.many {
            seen.len().min(MOST_FOUND)
        } else {
            seen.len()
        };
        let (first, rest) = seen.split_at(found);
        let mut layer = Layer::clipped("shared events", clip);
        if !rest.is_empty() {
            let lines = rest.iter().map(|seen| self.rims(seen.ends));
            layer.plain(vec![Mark::Lines {
                lines: lines.collect(),
                width: 0.6,
                color: drawing.theme.muted.at(0.3),
            }]);
        }
        let counts = seen.len() <= COUNTED;
        for seen in first.iter().rev() {
            let counts = counts || seen.strength >= Strength::Related;
            layer.groups.push(self.met(seen, counts, taken));
        }
        (!layer.groups.is_empty()).then_some(layer)
    }

    /// From rim to rim.
    fn rims(&self, ends: [usize; 2]) -> [Point; 2] {
        let [a, b] = ends.map(|end| self.centers[end]);
        let long = a.distance(b).max(1e-3);
        let share = |end: usize| ((self.radii[end] + 3.0) / long).min(0.45);
        [a.toward(b, share(ends[0])), b.toward(a, share(ends[1]))]
    }

    fn met(&self, seen: &Seen, counts: bool, taken: &mut Vec<Rect>) -> Group {
        let Self { drawing, .. } = self;
        let theme = drawing.theme;
        let ink: Rgba = match seen.strength {
            Strength::Dimmed => theme.muted.at(DIMMED).over(theme.canvas),
            Strength::Normal => theme.muted.at(0.5).over(theme.canvas),
            _ => theme.accent.at(0.8).over(theme.canvas),
        };
        let count = seen.events.len();
        let [a, b] = self.rims(seen.ends);
        let mut marks = vec![Mark::Poly {
            points: vec![a, b],
            closed: false,
            fill: Paint::None,
            stroke: Some(Stroke::new(1.5, ink, Dash::Sparse)),
        }];
        if counts && count > 1 {
            let color = if seen.strength >= Strength::Related {
                theme.text
            } else {
                theme.muted
            };
            let (count, room) = (super::layout::index(count), size(12.0, 13.0));
            marks.extend(self.count_on([a, b], count, (36.0, room), color, taken));
        }
        let graph = &drawing.arrangement.graph;
        let names = seen.ends.map(|end| {
            let actor = graph.nodes[end].actor;
            drawing.index.story().actor(actor).name
        });
        Group {
            item: None,
            title: say!(
                "map-met",
                first = names[0],
                second = names[1],
                count = seen.events.len()
            ),
            count: Some(super::layout::index(count)),
            folded: seen
                .events
                .iter()
                .map(|&event| Item::Event(event))
                .collect(),
            hit: Hit::Line(vec![a, b], 2.0),
            marks,
        }
    }
}
