//! One lane: its events in rows, each label where the row is free, and folded runs.

use std::borrow::Cow;

use crate::index::Index;
use crate::scene::{Measurer, TextStyle};
use crate::story::{EventIx, Status};
use crate::view::Window;

use super::layout::{Label, Layout, Placed, ROW, Run, SPACE};
use super::pack::{Extent, pack};
use super::scale::Scale;
use super::shape::{BAR, Kind, Shape};

/// Points beyond which nothing lies: a thousand times the axis at its closest zoom.
const FAR: f64 = 1e18;
/// Points that the ring at the end of an attributed mark reaches beyond it.
const RING: f64 = 4.0;
/// Points between a label and the next mark or label of its row.
const LABEL_GAP: f64 = 12.0;
/// Points between the marks of a folded run.
const FOLD: f64 = 26.0;

/// Places the events of a lane whose first row stands at `first`, in at most `most` rows and one of
/// folded runs; returns how many rows it has.
pub(super) fn place_lane(
    index: &Index,
    events: &[EventIx],
    first: f32,
    most: usize,
    layout: &mut Layout,
    measurer: &Measurer,
) -> usize {
    let story = index.story();
    let scale = layout.scale;
    // The far end of this power of two: what is parted there is parted all through it.
    let coarse = bucket(&scale);
    let shapes: Vec<Option<Shape>> = events
        .iter()
        .map(|&ix| {
            story
                .event(ix)
                .when
                .date
                .map(|date| Shape::new(date.span(), &coarse))
        })
        .collect();
    // Open ends reach further than any window; a bar far from the bucket keeps its place.
    let bare: Vec<Extent> = shapes
        .iter()
        .map(|shape| {
            let (from, to) = shape
                .as_ref()
                .map_or((0.0, 0.0), |shape| (shape.from, shape.to));
            Extent {
                from: from.max(-FAR),
                to: to.min(FAR),
            }
        })
        .collect();
    let labelled = |(bare, &ix): (&Extent, &EventIx)| {
        let Extent { from, to } = *bare;
        let width = f64::from(measurer.width(story.event(ix).title, TextStyle::LabelSelected));
        let need = width + SPACE;
        if to - from >= width + 16.0 {
            *bare
        } else if left_of_mark(index, ix) {
            Extent {
                from: from - need,
                to,
            }
        } else {
            Extent {
                from,
                to: to + need,
            }
        }
    };
    // Where not even marks without labels would have room, no title needs to be measured.
    let rows = (!is_crowded(&bare, LABEL_GAP, most))
        .then(|| {
            let extents: Vec<Extent> = bare.iter().zip(events).map(labelled).collect();
            pack(&extents, LABEL_GAP, most)
        })
        .filter(|rows| rows.iter().all(Option::is_some))
        .unwrap_or_else(|| pack(&bare, 3.0, most));
    let used = rows.iter().flatten().max().map_or(0, |row| row + 1);
    let folded: Vec<EventIx> = rows
        .iter()
        .zip(events)
        .filter(|(row, _)| row.is_none())
        .map(|(_, ix)| *ix)
        .collect();
    for row in 0..used {
        let members: Vec<EventIx> = rows
            .iter()
            .zip(events)
            .filter(|(r, _)| **r == Some(row))
            .map(|(_, ix)| *ix)
            .collect();
        place_row(index, &members, row_top(first, row), layout, measurer);
    }
    if folded.is_empty() {
        return used;
    }
    // One event takes no more room than its fold would.
    if folded.len() == 1 {
        place_row(index, &folded, row_top(first, used), layout, measurer);
        return used + 1;
    }
    fold(index, &folded, row_top(first, used), layout);
    used + 1
}

/// Whether `extents` surely have no room in `most` rows: side by side, `gap` apart, they would reach
/// beyond all of them.
fn is_crowded(extents: &[Extent], gap: f64, most: usize) -> bool {
    let from = extents.iter().map(|e| e.from).fold(f64::INFINITY, f64::min);
    let to = extents
        .iter()
        .map(|e| e.to)
        .fold(f64::NEG_INFINITY, f64::max);
    let taken: f64 = extents.iter().map(|e| e.to - e.from + gap).sum();
    #[expect(clippy::cast_precision_loss, reason = "a few rows")]
    let room = (to - from + gap) * most as f64;
    taken > room
}

fn row_top(first: f32, row: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a few rows")]
    let rows = row as f32;
    first + rows * ROW + (ROW - BAR) / 2.0
}

/// The scale at the far end of its power of two, with the same left edge for every pan.
fn bucket(scale: &Scale) -> Scale {
    let power = scale.ticks_per_point().max(1e-3).log2().ceil();
    let width = 4096.0;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "saturates, and is held by the scale"
    )]
    let span = (power.exp2() * width) as i64;
    let half = (span / 2).max(1);
    Scale::new(
        Window {
            from: -half,
            to: half,
        },
        width,
    )
}

/// Whether an event's label stands left of its mark: where the mark stands late in the story,
/// there is more room before it than after.
fn left_of_mark(index: &Index, ix: EventIx) -> bool {
    let (Some((from, to)), Some(date)) = (index.extent(), &index.story().event(ix).when.date)
    else {
        return false;
    };
    let Some((start, end)) = date.span().finite() else {
        return false;
    };
    start.midpoint(end).since(from) > to.since(from) * 0.6
}

/// Places one row's events from left to right, each label where the row is free.
fn place_row(
    index: &Index,
    events: &[EventIx],
    top: f32,
    layout: &mut Layout,
    measurer: &Measurer,
) {
    let story = index.story();
    let (scale, width) = (layout.scale, layout.scale.width());
    let mut shapes: Vec<(EventIx, Shape)> = events
        .iter()
        .filter_map(|&ix| {
            let date = story.event(ix).when.date?;
            Some((ix, Shape::new(date.span(), &scale)))
        })
        .collect();
    shapes.sort_by(|a, b| a.1.from.total_cmp(&b.1.from).then(a.0.cmp(&b.0)));
    let mut taken = f64::NEG_INFINITY;
    for i in 0..shapes.len() {
        let (ix, shape) = &shapes[i];
        let next = shapes
            .get(i + 1)
            .map_or(f64::INFINITY, |(_, next)| next.from);
        let next_leans = shapes
            .get(i + 1)
            .is_some_and(|(ix, _)| left_of_mark(index, *ix));
        let Some((from, to)) = shape.visible(width) else {
            taken = taken.max(shape.to);
            continue;
        };
        let title = &story.event(*ix).title;
        let free = Free {
            left: taken + 8.0,
            right: if next_leans {
                next - 8.0 - lean(&shapes, i + 1, index, measurer)
            } else {
                next - 8.0
            },
            width,
        };
        let leans = left_of_mark(index, *ix);
        // The ring of what is attributed reaches beyond the mark's end.
        let attributed = story.event(*ix).status == Status::Attributed;
        let end = if attributed { to + RING } else { to };
        let label = label(title, (from, end), shape, &free, leans, measurer);
        taken = label
            .as_ref()
            .map_or(to, |label| label.to.max(to))
            .max(taken);
        layout.placed.push(Placed {
            event: *ix,
            top,
            shape: shape.clone(),
            label,
        });
    }
}

/// The room that the label of the next event asks for on its left.
fn lean(shapes: &[(EventIx, Shape)], at: usize, index: &Index, measurer: &Measurer) -> f64 {
    let Some((ix, shape)) = shapes.get(at) else {
        return 0.0;
    };
    let width = measurer.width(index.story().event(*ix).title, TextStyle::LabelSelected);
    let width = f64::from(width);
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
    #[expect(clippy::cast_possible_truncation, reason = "a label's width")]
    let text = measurer.shortened(title, style, room(side).min(2000.0) as f32);
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

/// Folds events that found no row into runs.
fn fold(index: &Index, events: &[EventIx], top: f32, layout: &mut Layout) {
    let story = index.story();
    let mut places: Vec<(f64, f64, EventIx)> = events
        .iter()
        .filter_map(|&ix| {
            let date = story.event(ix).when.date?;
            let shape = Shape::new(date.span(), &layout.scale);
            let (from, to) = shape.visible(layout.scale.width())?;
            Some((from, to, ix))
        })
        .collect();
    places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    for (from, to, ix) in places {
        match layout.runs.last_mut() {
            Some(run) if run.top.total_cmp(&top).is_eq() && from - run.to < FOLD => {
                run.to = run.to.max(to);
                run.events.push(ix);
            }
            _ => layout.runs.push(Run {
                events: vec![ix],
                top,
                from,
                to: to.max(from + 18.0),
            }),
        }
    }
}
