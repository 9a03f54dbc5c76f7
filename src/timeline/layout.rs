//! Where everything stands on the timeline: pure geometry.

use crate::index::Index;
use crate::scene::{Measurer, Rect, Size, TextStyle};
use crate::story::EventIx;
use crate::story::calendar::Tick;
use crate::view::{LaneBy, Window};

use super::lanes::lanes;
use super::place::place_lane;
use super::scale::{Scale, padded};
use super::shape::Shape;
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

/// What a layout answers. Equal requests for one story have equal answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// The stretch of time to show; none fits the story.
    pub window: Option<Window>,
    /// The extent with axis and tray, in points.
    pub size: Size,
    /// What parts the events into lanes.
    pub lanes: LaneBy,
    /// Whether lanes fold until they fit the height: a figure can't be scrolled.
    pub fits: bool,
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

impl Layout {
    /// Every event that shows: in its place, folded with others, or among the undated.
    pub fn events(&self) -> impl Iterator<Item = EventIx> {
        let placed = self.placed.iter().map(|placed| placed.event);
        let folded = self.runs.iter().flat_map(|run| run.events.iter().copied());
        let undated = self.undated.iter().map(|(ix, _)| *ix);
        placed.chain(folded).chain(undated)
    }
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
    let empty = Layout {
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
    let mut layout = stacked(index, empty.clone(), request.lanes, MOST_ROWS, measurer);
    if request.fits {
        let fits = |layout: &Layout| layout.content_height <= plot.height();
        let with = |by, most| stacked(index, empty.clone(), by, most, measurer);
        // Fewer rows are never higher: halving finds the most that fit.
        let (mut fit, mut high) = (0, MOST_ROWS);
        while !fits(&layout) && high - fit > 1 {
            let most = usize::midpoint(fit, high);
            let tried = with(request.lanes, most);
            if fits(&tried) {
                fit = most;
            } else {
                high = most;
            }
        }
        if fit > 0 {
            layout = with(request.lanes, fit);
        } else if !fits(&layout) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a positive height of a figure"
            )]
            let rows = ((plot.height() - FOOT - 6.0) / ROW).max(2.0) as usize;
            layout = with(LaneBy::None, rows - 1);
        }
    }
    if let Some(tray) = tray {
        list_undated(index, tray, &mut layout, measurer);
    }
    layout.outside = outside(index, &scale);
    layout
}

/// `layout` with its lanes one under the other, each of at most `most` rows and one of folded runs.
fn stacked(
    index: &Index,
    mut layout: Layout,
    by: LaneBy,
    most: usize,
    measurer: &Measurer,
) -> Layout {
    let mut top = 0.0;
    for lane in lanes(index, by) {
        let headed = !lane.label.is_empty();
        let first = top + if headed { HEAD } else { 6.0 };
        let rows = place_lane(index, &lane.events, first, most, &mut layout, measurer);
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
    layout.content_height = top;
    layout
}

fn list_undated(index: &Index, tray: Rect, layout: &mut Layout, measurer: &Measurer) {
    let shown = |&ix: &EventIx| {
        let title = &index.story().event(ix).title;
        let text = measurer.shortened(title, TextStyle::Label, tray.width() - 40.0);
        (ix, text.into_owned())
    };
    layout.undated = index.undated_events().iter().map(shown).collect();
    #[expect(clippy::cast_precision_loss, reason = "a list of events")]
    let listed = 32.0 + layout.undated.len() as f32 * 22.0;
    layout.content_height = layout.content_height.max(listed);
}

/// How many dated events show nothing of themselves, before the window and after it.
fn outside(index: &Index, scale: &Scale) -> (usize, usize) {
    let dated = index.dated_events().iter();
    dated.fold((0, 0), |(before, after), &ix| {
        let Some(date) = &index.story().event(ix).when.date else {
            return (before, after);
        };
        let shape = Shape::new(date.span(), scale);
        match shape.visible(scale.width()) {
            Some(_) => (before, after),
            None if shape.to <= 0.0 => (before + 1, after),
            None => (before, after + 1),
        }
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::scene::size;
    use crate::story::build::{Builder, Event};
    use crate::story::{Date, Status};

    /// A story of events with the dates and titles given.
    pub(super) fn story_of(events: &[(String, String)]) -> Index {
        let mut builder = Builder::default();
        for (n, (date, title)) in events.iter().enumerate() {
            builder.event(Event {
                id: format!("e{n}"),
                title: title.clone(),
                kind: "meeting".into(),
                date: Date::parse(date).ok(),
                status: Status::ALL[n % 6],
                ..Event::default()
            });
        }
        Index::new(Arc::new(builder.finish()))
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
                let request = Request { window: Some(window), size: view, lanes: LaneBy::EventKind, fits: false };
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
            let request = Request { window: Some(window), size: view, lanes: LaneBy::None, fits: false };
            let layout = layout(&index, &request, &Measurer::new());
            let folded: usize = layout.runs.iter().map(|run| run.events.len()).sum();
            let shown = layout.placed.len() + folded;
            let outside = layout.outside.0 + layout.outside.1;
            prop_assert_eq!(shown + outside, index.dated_events().len());
        }

        #[test]
        fn panning_never_moves_a_row(events in stories(), pan in -400.0..400.0_f64) {
            let index = story_of(&events);
            let measurer = Measurer::new();
            let view = size(900.0, 400.0);
            let scale = Scale::new(fit_window(&index, view), 900.0);
            let rows = |window: Window| {
                let request = Request { window: Some(window), size: view, lanes: LaneBy::None, fits: false };
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
            fits: false,
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
            fits: false,
        };
        let layout = layout(&index, &request, &Measurer::new());
        assert!(layout.content_height < 600.0);
        let folded: usize = layout.runs.iter().map(|run| run.events.len()).sum();
        assert_eq!(layout.placed.len() + folded, 5000);
    }
}
