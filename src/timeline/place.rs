//! One row of a lane in a window: its marks, with a label where the row is free.

use std::borrow::Cow;

use crate::index::Index;
use crate::scene::{Measurer, TextStyle};
use crate::story::{EventIx, Status};

use super::footprint::{Footprint, RING};
use super::labels::{Candidate, Spot, spots};
use super::layout::{Label, Placed, Run};
use super::scale::Scale;
use super::shape::Shape;

/// Points that the chevron of an open end takes.
const CHEVRON: f64 = 8.0;
/// Marks of a row that are closer than this many points are folded into one.
const MERGE: f64 = 3.0;

/// What the marks of a row are placed by.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    pub index: &'a Index,
    pub prints: &'a [Footprint],
    pub scale: &'a Scale,
    pub measurer: &'a Measurer,
    /// Whether the scale is coarser than that at which the whole story fits, so that marks of a row
    /// may lie on one another.
    pub beyond: bool,
}

impl Setting<'_> {
    /// The shape of a dated event.
    pub(super) fn shape(&self, ix: EventIx) -> Option<Shape> {
        let date = self.index.story().event(ix).when.date?;
        Some(Shape::new(date.span(), self.scale))
    }

    /// What the label of a mark is placed by.
    fn candidate(&self, ix: EventIx, shape: &Shape) -> Candidate {
        let event = self.index.story().event(ix);
        let width = self.scale.width();
        let (from, to) = (shape.from.max(-1.0), shape.to.min(width + 1.0));
        // The ring of what is attributed reaches beyond the mark's end.
        let ring = if event.status == Status::Attributed {
            RING
        } else {
            0.0
        };
        Candidate {
            mark: (shape.from, shape.to),
            seen: (from, to + ring),
            solid: if shape.members.is_empty() {
                // A chevron stands at an end that is open.
                let chevron = if shape.open_left { CHEVRON } else { 0.0 };
                (shape.full_from.max(0.0) + chevron, shape.full_to)
            } else {
                (0.0, -1.0)
            },
            need: f64::from(self.measurer.width(event.title, TextStyle::LabelSelected)),
            leans: self.prints[ix.index()].leans,
        }
    }

    /// The label that stands at `spot`; none where not even three letters would fit.
    fn label(&self, ix: EventIx, spot: Spot) -> Option<Label> {
        let title = self.index.story().event(ix).title;
        let Spot {
            mut from,
            mut width,
            short,
            inside,
            before,
        } = spot;
        let mut text = Cow::Borrowed(title);
        if short {
            let style = TextStyle::LabelSelected;
            #[expect(clippy::cast_possible_truncation, reason = "a label's width")]
            let room = width.min(2000.0) as f32;
            text = self.measurer.shortened(title, style, room);
            if text.is_empty() {
                return None;
            }
            let own = f64::from(self.measurer.width(&text, style));
            if before {
                from += width - own;
            }
            width = own;
        }
        Some(Label {
            text: text.into_owned(),
            from,
            to: from + width,
            inside,
        })
    }
}

/// Places the events of a row, which come in time order, with their bars' tops at `top`.
pub(super) fn place_row(
    setting: Setting<'_>,
    events: &[EventIx],
    top: f32,
    (placed, runs): (&mut Vec<Placed>, &mut Vec<Run>),
) {
    let width = setting.scale.width();
    let mut shapes: Vec<(EventIx, Shape)> = events
        .iter()
        .filter_map(|&ix| Some((ix, setting.shape(ix)?)))
        .filter(|(_, shape)| shape.visible(width).is_some())
        .collect();
    shapes.sort_by(|a, b| a.1.from.total_cmp(&b.1.from).then(a.0.cmp(&b.0)));
    if setting.beyond {
        shapes = fold_close(setting, shapes, top, runs);
    }
    // Folded runs of this row are not written over.
    let blocked: Vec<(f64, f64)> = runs
        .iter()
        .rev()
        .take_while(|run| run.top.total_cmp(&top).is_eq())
        .map(|run| (run.from, run.to))
        .collect();
    let candidates: Vec<Candidate> = shapes
        .iter()
        .map(|(ix, shape)| setting.candidate(*ix, shape))
        .collect();
    let spots = spots(&candidates, width, &blocked);
    for ((event, shape), spot) in shapes.into_iter().zip(spots) {
        placed.push(Placed {
            event,
            top,
            shape,
            label: spot.and_then(|spot| setting.label(event, spot)),
            waits: false,
        });
    }
}

/// Folds marks that touch into runs, and returns those that stand alone.
fn fold_close(
    setting: Setting<'_>,
    shapes: Vec<(EventIx, Shape)>,
    top: f32,
    runs: &mut Vec<Run>,
) -> Vec<(EventIx, Shape)> {
    let width = setting.scale.width();
    let mut groups: Vec<Vec<(EventIx, Shape)>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for item in shapes {
        let (from, to) = (item.1.from, item.1.to);
        match groups.last_mut() {
            Some(group) if from - end < MERGE => group.push(item),
            _ => groups.push(vec![item]),
        }
        end = end.max(to);
    }
    let mut alone = Vec::new();
    for mut group in groups {
        if group.len() == 1 {
            alone.append(&mut group);
            continue;
        }
        let from = group
            .iter()
            .map(|(_, shape)| shape.from)
            .fold(f64::INFINITY, f64::min);
        let to = group
            .iter()
            .map(|(_, shape)| shape.to)
            .fold(f64::NEG_INFINITY, f64::max);
        runs.push(Run {
            count: group.len(),
            events: group.iter().map(|(ix, _)| *ix).collect(),
            top,
            from: from.max(-1.0),
            to: to.min(width + 1.0),
        });
    }
    alone
}
