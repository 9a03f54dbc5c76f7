//! One row of a lane in a window: its marks, with a label where the row is free.

use std::borrow::Cow;

use crate::index::Index;
use crate::scene::{Measurer, TextStyle};
use crate::story::{EventIx, Status};

use super::footprint::{Footprint, RING, SPACE};
use super::layout::{Label, Placed, Run};
use super::scale::Scale;
use super::shape::{Kind, Shape};

/// Points between a label and the marks or labels beside it.
const CLEAR: f64 = 8.0;
/// Marks of a row that are closer than this many points are folded into one.
const MERGE: f64 = 3.0;
/// Widths of shortened labels are multiples of so many points, so that a text stays as it is while
/// one zooms.
const QUANTUM: f64 = 8.0;

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

    fn leans(&self, ix: EventIx) -> bool {
        self.prints[ix.index()].leans
    }

    /// The width of a label, at its boldest.
    fn need(&self, ix: EventIx) -> f64 {
        let title = &self.index.story().event(ix).title;
        f64::from(self.measurer.width(title, TextStyle::LabelSelected))
    }
}

/// Places the events of a row, which come in time order, with their bars' tops at `top`.
pub(super) fn place_row(
    setting: Setting<'_>,
    events: &[EventIx],
    top: f32,
    placed: &mut Vec<Placed>,
    runs: &mut Vec<Run>,
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
    let mut taken = f64::NEG_INFINITY;
    // Folded runs of this row are not written over.
    let runs: Vec<(f64, f64)> = runs
        .iter()
        .rev()
        .take_while(|run| run.top.total_cmp(&top).is_eq())
        .map(|run| (run.from, run.to))
        .collect();
    for i in 0..shapes.len() {
        let (ix, shape) = &shapes[i];
        let Some((from, to)) = shape.visible(width) else {
            continue;
        };
        let after = shapes.get(i + 1);
        let mut next = after.map_or(f64::INFINITY, |(next, at)| {
            at.from
                - if setting.leans(*next) {
                    lean(setting, *next, at)
                } else {
                    0.0
                }
        });
        for run in &runs {
            if run.0 >= shape.to {
                next = next.min(run.0);
            } else if run.1 <= shape.from {
                taken = taken.max(run.1);
            }
        }
        let event = setting.index.story().event(*ix);
        let free = Free {
            left: taken + CLEAR,
            right: next - CLEAR,
            width,
        };
        // The ring of what is attributed reaches beyond the mark's end.
        let attributed = event.status == Status::Attributed;
        let end = if attributed { to + RING } else { to };
        let leans = setting.leans(*ix);
        let label = label(
            &event.title,
            (from, end),
            shape,
            &free,
            leans,
            setting.measurer,
        );
        taken = label
            .as_ref()
            .map_or(to, |label| label.to.max(to))
            .max(taken);
        placed.push(Placed {
            event: *ix,
            top,
            shape: shape.clone(),
            label,
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

/// The room that the label of a leaning event asks for on its left.
fn lean(setting: Setting<'_>, ix: EventIx, shape: &Shape) -> f64 {
    let width = setting.need(ix);
    if shape.to - shape.from >= width + 16.0 {
        0.0
    } else {
        width + SPACE
    }
}

/// What is free of a row about a mark, in points from the plot's left.
struct Free {
    left: f64,
    right: f64,
    width: f64,
}

/// The label of a mark that shows from `from` to `to`: on its bar where it fits with eight points to
/// spare, else beside it, else shortened.
fn label(
    title: &str,
    (from, to): (f64, f64),
    shape: &Shape,
    free: &Free,
    leans: bool,
    measurer: &Measurer,
) -> Option<Label> {
    let style = TextStyle::LabelSelected;
    let need = f64::from(measurer.width(title, style));
    let whole = |from: f64, inside: bool| {
        Some(Label {
            text: title.to_owned(),
            from,
            to: from + need,
            inside,
        })
    };
    // On the bar only where the bar is all there.
    let solid_from = shape.full_from.max(from).max(0.0);
    let solid_to = shape.full_to.min(to).min(free.width);
    if solid_to - solid_from >= need + 16.0 && shape.members.is_empty() {
        return whole(solid_from + 8.0, true);
    }
    let right = (to + SPACE, free.right.min(free.width - 4.0));
    let left = (free.left.max(4.0), from - SPACE);
    let room = |(start, end): (f64, f64)| end - start;
    let sides = if leans {
        [(left, true), (right, false)]
    } else {
        [(right, false), (left, true)]
    };
    for (side, at_end) in sides {
        if room(side) >= need {
            return whole(if at_end { side.1 - need } else { side.0 }, false);
        }
    }
    // A set's members are joined by a line, which the label may interrupt.
    let (seen_from, seen_to) = (from.max(0.0), to.min(free.width));
    if shape.kind == Kind::Members && seen_to - seen_from >= need + 4.0 * SPACE {
        return whole(seen_from + 2.0 * SPACE, true);
    }
    let (side, at_end) = if room(sides[0].0) >= room(sides[1].0) {
        sides[0]
    } else {
        sides[1]
    };
    let within = (room(side) / QUANTUM).floor() * QUANTUM;
    #[expect(clippy::cast_possible_truncation, reason = "a label's width")]
    let text = measurer.shortened(title, style, within.min(2000.0) as f32);
    if let Cow::Borrowed("") = text {
        return None;
    }
    let width = f64::from(measurer.width(&text, style));
    let start = if at_end { side.1 - width } else { side.0 };
    Some(Label {
        text: text.into_owned(),
        from: start,
        to: start + width,
        inside: false,
    })
}
