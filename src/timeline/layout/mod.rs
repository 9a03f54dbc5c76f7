//! Where everything stands on the timeline in a window: pure geometry.

use crate::index::Index;
use crate::scene::{Measurer, Rect, Size, TextStyle};
use crate::story::EventIx;
use crate::story::calendar::Tick;
use crate::view::{LaneChoices, Window};

use super::backdrop::{Behind, behind};
use super::fold::Ribbon;
use super::scale::{Scale, padded};
use super::shape::Shape;
use super::stack::Stack;
use super::ticks::{Axis, axis};

mod lanes;

pub use lanes::row_of;
pub(super) use lanes::rows_in;

use lanes::{height_of_all, place_lanes, standing};

/// Height of a row, in points.
pub const ROW: f32 = 24.0;
/// Height of a lane's heading, in points.
pub const HEAD: f32 = 20.0;
/// Free points under a lane's last row.
const FOOT: f32 = 4.0;
/// Free points over the first row of a lane without a heading.
const BARE_HEAD: f32 = 6.0;
/// Height of the axis, in points.
pub const AXIS: f32 = 38.0;
/// Height of the strip between lanes and axis for notes of what is out of sight, in points.
const NOTES: f32 = 22.0;
/// Undated events that the tray lists.
const LISTED_UNDATED: usize = 200;
/// Height of a line of the tray, in points.
pub const TRAY_LINE: f32 = 22.0;
/// Where the tray's list begins, in points from its top.
pub const TRAY_HEAD: f32 = 32.0;

/// What a layout answers. Equal requests for one stack have equal answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The stretch of time to show; none fits the story.
    pub window: Option<Window>,
    /// The extent with axis and tray, in points.
    pub size: Size,
    /// A marked stretch of time.
    pub range: Option<Window>,
    /// How far the lanes are scrolled down, in points.
    pub scroll: f32,
    /// Which lanes come first, and which are collapsed.
    pub choices: LaneChoices,
}

impl Request {
    /// The whole story at `size`, as nobody has changed it.
    #[must_use]
    pub fn new(size: Size) -> Self {
        Self {
            window: None,
            size,
            range: None,
            scroll: 0.0,
            choices: LaneChoices::default(),
        }
    }
}

/// A laid-out timeline: what shows in the window and in the height of the view.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The extent, in points.
    pub size: Size,
    /// Time to x, from the plot's left edge.
    pub scale: Scale,
    /// Where events are drawn.
    pub plot: Rect,
    /// Height of the strip between plot and axis that is kept for notes of what is out of sight, in
    /// points; 0 where the lanes leave room for them.
    pub notes: f32,
    /// Eras that show, as bands behind the lanes.
    pub eras: Vec<Behind>,
    /// Key dates that show, as lines behind the lanes.
    pub key_dates: Vec<Behind>,
    /// Where events without a date are listed; none where there is no room or no such event.
    pub tray: Option<Rect>,
    /// The ticks.
    pub axis: Axis,
    /// The lanes that show, from the top.
    pub lanes: Vec<LaneBand>,
    /// Events that show in the window.
    pub placed: Vec<Placed>,
    /// Folded runs that show in the window.
    pub runs: Vec<Run>,
    /// Ribbons of lanes with more folded events than runs could part.
    pub ribbons: Vec<Ribbon>,
    /// Titles of the tray, shortened: event, text, its line from 0.
    pub undated: Vec<(EventIx, String, usize)>,
    /// Events that lie before and after the window.
    pub outside: (usize, usize),
    /// Events that lie outside the marked stretch of time.
    pub outside_range: usize,
    /// Undated events, where the view is too narrow for the tray that lists them.
    pub unlisted: usize,
    /// What lies below the view.
    pub below: Below,
    /// How far the lanes are scrolled down, in points.
    pub scroll: f32,
    /// Height of all lanes, in points.
    pub lanes_height: f32,
    /// Height of all that can be scrolled: lanes or tray, in points.
    pub content_height: f32,
}

/// What lies below the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Below {
    /// Events of the window.
    pub events: usize,
    /// Lanes, where there are too many to count their events.
    pub lanes: usize,
}

/// A lane's band.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneBand {
    /// The heading.
    pub label: String,
    /// The name by which choices about it are kept.
    pub kept: String,
    /// How many events it holds.
    pub count: usize,
    /// Its top, in points from the content's.
    pub top: f32,
    /// Its height, in points.
    pub height: f32,
    /// Whether it is one row high, with all its events folded.
    pub collapsed: bool,
    /// Whether it is the first of all.
    pub first: bool,
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
    /// Whether it has no row of its own yet, and stands alone in the row of what is folded.
    pub waits: bool,
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
    /// The first of the events, in time order.
    pub events: Vec<EventIx>,
    /// How many there are.
    pub count: usize,
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

/// Where events are drawn in a view of `size`, and where those without a date are listed.
pub(super) fn plot_of(index: &Index, size: Size) -> (Rect, Option<Rect>) {
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

/// Lays out what shows of the timeline.
///
/// What it costs hangs on the view and not on the story: lanes and rows out of sight are passed
/// over, and what lies in the window is found by searches.
#[must_use]
pub fn layout(index: &Index, stack: &Stack, request: &Request, measurer: &Measurer) -> Layout {
    let (mut plot, tray) = plot_of(index, request.size);
    plot.top = stack
        .whole
        .backdrop
        .height()
        .min(plot.bottom - 20.0)
        .max(0.0);
    let window = request
        .window
        .unwrap_or_else(|| fit_window(index, request.size));
    let scale = Scale::new(window, f64::from(plot.width()));
    let shown = scale.window();
    let outside = stack.outside(shown.from, shown.to);
    let room = if outside == (0, 0) {
        plot.height()
    } else {
        plot.height() - NOTES
    };
    let lanes = standing(stack, request, &scale);
    let notes = if height_of_all(&lanes) > room {
        NOTES.min(plot.height() / 4.0)
    } else {
        0.0
    };
    plot.bottom -= notes;
    let mut layout = Layout {
        size: request.size,
        scale,
        plot,
        notes,
        eras: Vec::new(),
        key_dates: Vec::new(),
        unlisted: if tray.is_some() {
            0
        } else {
            index.undated_events().len()
        },
        tray,
        axis: axis(&scale, measurer),
        lanes: Vec::new(),
        placed: Vec::new(),
        runs: Vec::new(),
        ribbons: Vec::new(),
        undated: Vec::new(),
        outside,
        outside_range: request.range.map_or(0, |range| {
            let (before, after) = stack.outside(range.from, range.to);
            before + after
        }),
        below: Below::default(),
        scroll: request.scroll,
        lanes_height: 0.0,
        content_height: 0.0,
    };
    (layout.eras, layout.key_dates) = behind(index, &stack.whole.backdrop, &layout, measurer);
    let lanes = (lanes.as_slice(), request.scroll);
    place_lanes(index, stack, lanes, &mut layout, measurer);
    if let Some(tray) = tray {
        list_undated(index, tray, &mut layout, measurer);
    }
    layout
}

fn list_undated(index: &Index, tray: Rect, layout: &mut Layout, measurer: &Measurer) {
    let all = index.undated_events();
    let listed = all.len().min(LISTED_UNDATED);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a line, from 0"
    )]
    let line_at = |y: f32| ((y - TRAY_HEAD) / TRAY_LINE).max(0.0) as usize;
    let first = line_at(layout.scroll).min(listed);
    let last = (line_at(layout.scroll + tray.height()) + 1).min(listed);
    let shown = |(line, &ix): (usize, &EventIx)| {
        let title = &index.story().event(ix).title;
        let text = measurer.shortened(title, TextStyle::Label, tray.width() - 40.0);
        (ix, text.into_owned(), line)
    };
    let lines = all.iter().enumerate().skip(first).take(last - first);
    layout.undated = lines.map(shown).collect();
    // What is not listed has a line of its own.
    let lines = listed + usize::from(all.len() > listed);
    #[expect(clippy::cast_precision_loss, reason = "at most 201 lines")]
    let height = TRAY_HEAD + lines as f32 * TRAY_LINE;
    layout.content_height = layout.content_height.max(height);
}

impl Layout {
    /// Where the axis begins, in points from the top.
    #[must_use]
    pub fn axis_top(&self) -> f32 {
        self.plot.bottom + self.notes
    }

    /// Where `content`, in points from the top of all lanes, stands in the picture.
    #[must_use]
    pub fn y(&self, content: f32) -> f32 {
        self.plot.top + content - self.scroll
    }

    /// How far the lanes or the tray can be scrolled down, in points.
    #[must_use]
    pub fn most_scroll(&self) -> f32 {
        (self.content_height - self.plot.height()).max(0.0)
    }

    /// Whether the last undated event that the tray lists is among those that show.
    pub(super) fn lists_last_undated(&self, index: &Index) -> bool {
        let listed = index.undated_events().len().min(LISTED_UNDATED);
        self.undated
            .last()
            .is_some_and(|(_, _, line)| line + 1 == listed)
    }
}

/// Every event that shows in `layout`, in its place or folded with others, or among the undated.
#[must_use]
pub fn events_in(index: &Index, stack: &Stack, layout: &Layout) -> Vec<EventIx> {
    let window = layout.scale.window();
    let mut events: Vec<EventIx> = layout.placed.iter().map(|placed| placed.event).collect();
    let lanes = stack.lanes.iter();
    events.extend(lanes.flat_map(|lane| {
        let all = lane.all((window.from, window.to));
        all.map(|place| lane.event(place))
    }));
    let behind = layout.eras.iter().chain(&layout.key_dates);
    events.extend(behind.map(|behind| behind.event));
    if layout.tray.is_some() {
        events.extend(index.undated_events());
    }
    events.sort_unstable();
    events.dedup();
    events
}

#[cfg(test)]
pub(super) mod tests;
