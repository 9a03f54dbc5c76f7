//! Where everything stands on the timeline: pure geometry.

use std::borrow::Cow;

use crate::index::Index;
use crate::scene::{Measurer, Rect, Size, TextStyle};
use crate::story::EventIx;
use crate::story::calendar::Tick;
use crate::view::{LaneBy, Window};

use super::lanes::lanes;
use super::pack::{Extent, pack};
use super::scale::{Scale, padded};
use super::shape::{BAR, Shape};
use super::ticks::{Axis, axis};

/// Height of a row, in points.
pub const ROW: f32 = 24.0;
/// Height of a lane's heading, in points.
pub const HEAD: f32 = 20.0;
/// Free points under a lane's last row.
const FOOT: f32 = 4.0;
/// Height of the axis, in points.
pub const AXIS: f32 = 38.0;
/// Points between a mark and its label.
pub const SPACE: f64 = 6.0;
/// Rows of a lane before what does not fit is folded.
const MOST_ROWS: usize = 14;
/// Points between the marks of a folded run.
const FOLD: f64 = 26.0;

/// What a layout answers. Equal requests for one story have equal answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// The stretch of time to show; none fits the story.
    pub window: Option<Window>,
    /// The extent with axis and tray, in points.
    pub size: Size,
    /// What parts the events into lanes.
    pub lanes: LaneBy,
}

/// A laid-out timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The extent, in points.
    pub size: Size,
    /// Time to x, from the plot's left edge.
    pub scale: Scale,
    /// Where events are drawn.
    pub plot: Rect,
    /// Where events without a date are listed; none where there is no room or no such event.
    pub tray: Option<Rect>,
    /// The ticks.
    pub axis: Axis,
    /// The lanes, from the top.
    pub lanes: Vec<LaneBand>,
    /// Events that show in the window.
    pub placed: Vec<Placed>,
    /// Folded runs that show in the window.
    pub runs: Vec<Run>,
    /// Titles of the tray, shortened: event, text.
    pub undated: Vec<(EventIx, String)>,
    /// Events that lie before and after the window.
    pub outside: (usize, usize),
    /// Height of all lanes, in points; more than the plot's where they can be scrolled.
    pub content_height: f32,
}

/// A lane's band.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneBand {
    /// The heading.
    pub label: String,
    /// How many events it holds.
    pub count: usize,
    /// Its top, in points from the content's.
    pub top: f32,
    /// Its height, in points.
    pub height: f32,
}

/// An event in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The event.
    pub event: EventIx,
    /// The bar's top, in points from the content's.
    pub top: f32,
    /// The mark.
    pub shape: Shape,
    /// The label.
    pub label: Option<Label>,
}

/// A label in its place: x in points from the plot's left.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The words, perhaps shortened.
    pub text: String,
    /// Its left end.
    pub from: f64,
    /// Its right end.
    pub to: f64,
    /// Whether it stands on its bar.
    pub inside: bool,
}

/// Several events folded into one mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The events, in time order.
    pub events: Vec<EventIx>,
    /// The bar's top, in points from the content's.
    pub top: f32,
    /// The left end, in points from the plot's left.
    pub from: f64,
    /// The right end.
    pub to: f64,
}

/// The window that fits a story into a view of `size`; a year about 2000 where nothing is dated.
#[must_use]
pub fn fit_window(index: &Index, size: Size) -> Window {
    let Some(extent) = index.extent() else {
        let year = |year| crate::story::calendar::Civil::new(year, 1, 1).start();
        return Window::new(year(2000), year(2001));
    };
    let window = padded(extent);
    // Labels that stand left of the first marks need room too, but no more than a fifth.
    let plot = f64::from(plot_of(index, size).0.width()).max(1.0);
    let span = Tick(window.to).since(Tick(window.from));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "less than the window's own span"
    )]
    let room = (span * (60.0 / plot).min(0.2)) as i64;
    Window {
        from: window.from.saturating_sub(room),
        to: window.to,
    }
}

fn plot_of(index: &Index, size: Size) -> (Rect, Option<Rect>) {
    let bottom = (size.height - AXIS).max(20.0);
    let tray = match size.width {
        _ if index.undated_events().is_empty() => 0.0,
        width if width >= 900.0 => 176.0,
        width if width >= 620.0 => 132.0,
        _ => 0.0,
    };
    let plot = Rect::between(tray, 0.0, size.width.max(tray + 40.0), bottom);
    (
        plot,
        (tray > 0.0).then_some(Rect::between(0.0, 0.0, tray, size.height)),
    )
}

/// Lays the timeline out.
///
/// Rows are packed for a power of two of the scale, at the far end of it, from story and scale
/// alone: panning never moves a row, and zooming does so only at the next power.
#[must_use]
pub fn layout(index: &Index, request: &Request, measurer: &Measurer) -> Layout {
    let (plot, tray) = plot_of(index, request.size);
    let width = f64::from(plot.width());
    let window = request
        .window
        .unwrap_or_else(|| fit_window(index, request.size));
    let scale = Scale::new(window, width);
    let mut layout = Layout {
        size: request.size,
        scale,
        plot,
        tray,
        axis: axis(&scale, measurer),
        lanes: Vec::new(),
        placed: Vec::new(),
        runs: Vec::new(),
        undated: Vec::new(),
        outside: (0, 0),
        content_height: 0.0,
    };
    let story = index.story();
    let mut top = 0.0;
    for lane in lanes(index, request.lanes) {
        let headed = !lane.label.is_empty();
        let first = top + if headed { HEAD } else { 6.0 };
        let rows = place_lane(index, &lane.events, first, &mut layout, measurer);
        #[expect(clippy::cast_precision_loss, reason = "a few rows")]
        let height = first - top + rows as f32 * ROW + FOOT;
        layout.lanes.push(LaneBand {
            label: lane.label,
            count: lane.events.len(),
            top,
            height,
        });
        top += height;
    }
    if let Some(tray) = tray {
        layout.undated = index
            .undated_events()
            .iter()
            .map(|&ix| {
                let title = &story.event(ix).title;
                let text = measurer.shortened(title, TextStyle::Label, tray.width() - 40.0);
                (ix, text.into_owned())
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "a list of events")]
        let listed = 32.0 + layout.undated.len() as f32 * 22.0;
        top = top.max(listed);
    }
    layout.content_height = top;
    layout.outside = outside(index, &scale);
    layout
}

/// How many dated events lie wholly before and after the window.
fn outside(index: &Index, scale: &Scale) -> (usize, usize) {
    let window = scale.window();
    index
        .dated_events()
        .iter()
        .fold((0, 0), |(before, after), &ix| {
            let Some(date) = &index.story().event(ix).when.date else {
                return (before, after);
            };
            let (from, to) = date.span().sort_key();
            let (start, end) = date.span().outer();
            let gone =
                to.0 <= window.from && (end.0 <= window.from || end == Tick::MAX && to != end);
            if gone && end.0 <= window.from {
                (before + 1, after)
            } else if from.0 >= window.to && start.0 >= window.to {
                (before, after + 1)
            } else {
                (before, after)
            }
        })
}

/// Places the events of a lane whose first row stands at `first`; returns how many rows it has.
fn place_lane(
    index: &Index,
    events: &[EventIx],
    first: f32,
    layout: &mut Layout,
    measurer: &Measurer,
) -> usize {
    let story = index.story();
    let scale = layout.scale;
    // The far end of this power of two: what is parted there is parted all through it.
    let coarse = bucket(&scale);
    let widths: Vec<f64> = events
        .iter()
        .map(|&ix| f64::from(measurer.width(&story.event(ix).title, TextStyle::LabelSelected)))
        .collect();
    let shapes: Vec<Option<Shape>> = events
        .iter()
        .map(|&ix| {
            story
                .event(ix)
                .when
                .date
                .as_ref()
                .map(|date| Shape::new(date.span(), &coarse))
        })
        .collect();
    let extent = |i: usize, labelled: bool| {
        let Some(shape) = &shapes[i] else {
            return Extent { from: 0.0, to: 0.0 };
        };
        let (from, to) = (shape.from.max(-1e7), shape.to.min(1e7));
        let need = widths[i] + SPACE;
        if !labelled || to - from >= widths[i] + 16.0 {
            Extent { from, to }
        } else if left_of_mark(index, events[i]) {
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
    let all = |labelled: bool| {
        (0..events.len())
            .map(|i| extent(i, labelled))
            .collect::<Vec<_>>()
    };
    let mut rows = pack(&all(true), 12.0, MOST_ROWS);
    if rows.iter().any(Option::is_none) {
        rows = pack(&all(false), 3.0, MOST_ROWS);
    }
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
    fold(index, &folded, row_top(first, used), layout);
    used + 1
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
            let date = story.event(ix).when.date.as_ref()?;
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
        let label = label(title, (from, to), shape, &free, leans, measurer);
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
    let width = measurer.width(&index.story().event(*ix).title, TextStyle::LabelSelected);
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
            let date = story.event(ix).when.date.as_ref()?;
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::scene::size;
    use crate::story::{Date, Dating, Event, Status, Story};

    /// A story of events with the dates and titles given.
    pub(super) fn story_of(events: &[(String, String)]) -> Index {
        let event = |(n, (date, title)): (usize, &(String, String))| Event {
            id: format!("e{n}").into(),
            title: title.clone(),
            summary: String::new(),
            kind: "meeting".into(),
            when: Dating {
                date: Date::parse(date).ok(),
                ..Dating::default()
            },
            reported: None,
            participants: Vec::new(),
            place: String::new(),
            status: Status::ALL[n % 6],
            status_given: false,
            evidence: Vec::new(),
            tags: Vec::new(),
            importance: 3,
            notes: String::new(),
        };
        let events = events.iter().enumerate().map(event).collect();
        Index::new(Arc::new(Story {
            events,
            ..Story::default()
        }))
    }

    fn dates() -> impl Strategy<Value = String> {
        let day = (1990..2024_i32, 1..13_u8, 1..29_u8);
        day.prop_flat_map(|(y, m, d)| {
            prop::sample::select(vec![
                format!("{y}"),
                format!("{y}~"),
                format!("{y}?"),
                format!("{y}-{m:02}"),
                format!("{y}-{m:02}-{d:02}"),
                format!("{y}-{m:02}-{d:02}T10:00:00"),
                format!("{y}/{}", y + i32::from(m)),
                format!("{y}-{m:02}~/.."),
                format!("/{y}-{m:02}"),
                format!("[{y},{}]", y + 3),
                format!("{}X", y / 10),
            ])
        })
    }

    fn stories() -> impl Strategy<Value = Vec<(String, String)>> {
        prop::collection::vec((dates(), "[A-Z][a-z]{2,9}( [a-z]{2,9}){1,6}"), 1..60)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(25))]
        #[test]
        fn labels_never_overlap_labels_or_marks_at_random_zooms(
            events in stories(),
            zooms in prop::collection::vec((0.0..1.0_f64, -1.0..9.0_f64), 8),
            width in 300.0..1800.0_f32,
        ) {
            let index = story_of(&events);
            let measurer = Measurer::new();
            for (at, power) in zooms {
                let view = size(width, 500.0);
                let whole = Scale::new(fit_window(&index, view), f64::from(width));
                let window = whole.zoom_at(at * f64::from(width), power.exp2()).window();
                let request = Request { window: Some(window), size: view, lanes: LaneBy::EventKind };
                let layout = layout(&index, &request, &measurer);
                for (i, a) in layout.placed.iter().enumerate() {
                    let Some(label) = &a.label else { continue };
                    prop_assert!(label.from >= -0.5 || label.inside);
                    for (j, b) in layout.placed.iter().enumerate() {
                        if i == j || (a.top - b.top).abs() > 1.0 {
                            continue;
                        }
                        prop_assert!(
                            label.to <= b.shape.from + 0.5 || b.shape.to - 0.5 <= label.from,
                            "{label:?} lies on {:?}", b.shape
                        );
                        if let Some(other) = &b.label {
                            prop_assert!(label.to <= other.from || other.to <= label.from);
                        }
                    }
                }
            }
        }

        #[test]
        fn every_event_is_placed_folded_or_outside(events in stories(), power in 0.0..6.0_f64) {
            let index = story_of(&events);
            let view = size(900.0, 400.0);
            let whole = Scale::new(fit_window(&index, view), 900.0);
            let window = whole.zoom_at(300.0, power.exp2()).window();
            let request = Request { window: Some(window), size: view, lanes: LaneBy::None };
            let layout = layout(&index, &request, &Measurer::new());
            let folded: usize = layout.runs.iter().map(|run| run.events.len()).sum();
            let shown = layout.placed.len() + folded;
            prop_assert!(shown <= index.dated_events().len());
            // What is not drawn lies outside the window; marks near an edge may still show.
            let outside = layout.outside.0 + layout.outside.1;
            prop_assert!(shown + outside >= index.dated_events().len(), "{shown} + {outside}");
        }

        #[test]
        fn panning_never_moves_a_row(events in stories(), pan in -400.0..400.0_f64) {
            let index = story_of(&events);
            let measurer = Measurer::new();
            let view = size(900.0, 400.0);
            let scale = Scale::new(fit_window(&index, view), 900.0);
            let rows = |window: Window| {
                let request = Request { window: Some(window), size: view, lanes: LaneBy::None };
                let layout = layout(&index, &request, &measurer);
                layout.placed.iter().map(|p| (p.event, p.top.to_bits())).collect::<std::collections::BTreeMap<_, _>>()
            };
            let (before, after) = (rows(scale.window()), rows(scale.pan(pan).window()));
            for (event, top) in after {
                if let Some(held) = before.get(&event) {
                    prop_assert_eq!(*held, top);
                }
            }
        }
    }

    #[test]
    fn a_story_without_dates_still_has_an_axis() {
        let index = story_of(&[]);
        let request = Request {
            window: None,
            size: size(800.0, 300.0),
            lanes: LaneBy::ActorKind,
        };
        let layout = layout(&index, &request, &Measurer::new());
        assert!(!layout.axis.fine.is_empty());
        assert!(layout.placed.is_empty() && layout.tray.is_none());
    }

    #[test]
    fn five_thousand_events_fold_instead_of_filling_five_thousand_rows() {
        let events: Vec<_> = (0..5000)
            .map(|n| {
                (
                    format!("{}-{:02}-{:02}", 1990 + n % 30, n % 12 + 1, n % 28 + 1),
                    format!("Event {n}"),
                )
            })
            .collect();
        let index = story_of(&events);
        let request = Request {
            window: None,
            size: size(1200.0, 400.0),
            lanes: LaneBy::None,
        };
        let layout = layout(&index, &request, &Measurer::new());
        assert!(layout.content_height < 600.0);
        let folded: usize = layout.runs.iter().map(|run| run.events.len()).sum();
        assert_eq!(layout.placed.len() + folded, 5000);
    }
}
