//! The lanes of a layout: how high each is, and what of its rows shows.

use crate::index::Index;
use crate::scene::Measurer;
use crate::story::EventIx;

use super::super::fold::fold;
use super::super::footprint::ticks;
use super::super::place::{Setting, place_row};
use super::super::scale::Scale;
use super::super::shape::BAR;
use super::super::stack::{Stack, StackedLane};
use super::{
    BARE_HEAD, Below, FOOT, HEAD, LISTED_UNDATED, LaneBand, Layout, ROW, Request, TRAY_HEAD,
    TRAY_LINE,
};

/// Points that a mark or its fade may reach beyond the stretch that its event takes.
const REACH: f64 = 430.0;
/// Lanes below the view whose events are counted; more are counted themselves.
const COUNTED_LANES: usize = 64;

/// A lane in its place.
pub(super) struct Standing<'s> {
    lane: &'s StackedLane,
    /// The level of its rows.
    level: i8,
    /// Its top and its height, in points from the content's top.
    top: f32,
    height: f32,
}

/// The lanes in the order that the user chose, one under the other.
pub(super) fn standing<'s>(
    stack: &'s Stack,
    request: &Request,
    scale: &Scale,
) -> Vec<Standing<'s>> {
    let level = stack.level(scale.ticks_per_point());
    let mut top = 0.0;
    let lanes = stack.ordered(&request.choices).into_iter();
    lanes
        .map(|lane| {
            let collapsed = request.choices.collapsed.contains(lane.kept());
            let level = if collapsed { i8::MAX } else { level };
            let rows = lane.rows_at(level).0 + usize::from(lane.folded_at(level) > 0);
            let standing = Standing {
                lane,
                level,
                top,
                height: head(lane) + height_of(rows) + FOOT,
            };
            top += standing.height;
            standing
        })
        .collect()
}

/// The height of all lanes, in points.
pub(super) fn height_of_all(lanes: &[Standing<'_>]) -> f32 {
    lanes.last().map_or(0.0, |last| last.top + last.height)
}

/// Where the row of `event` begins, in points from the top of all lanes or of the tray, and its height;
/// none where it stands in neither.
#[must_use]
pub fn row_of(
    index: &Index,
    stack: &Stack,
    request: &Request,
    layout: &Layout,
    event: EventIx,
) -> Option<(f32, f32)> {
    if let Some(line) = index.undated_events().iter().position(|&ix| ix == event) {
        #[expect(clippy::cast_precision_loss, reason = "a line of the tray")]
        let top = line.min(LISTED_UNDATED) as f32 * TRAY_LINE;
        // The tray's heading stays in sight.
        return layout.tray.map(|_| (top, TRAY_HEAD + TRAY_LINE));
    }
    standing(stack, request, &layout.scale).iter().find_map(
        |Standing {
             lane, level, top, ..
         }| {
            let row = lane.row_of(&stack.whole.prints, event, *level)?;
            // The first row shows with its heading.
            let first = if row == 0 { 0.0 } else { head(lane) };
            let end = head(lane) + height_of(row + 1);
            let begin = first + height_of(row);
            Some((top + begin, end - begin))
        },
    )
}

/// Puts what shows of `lanes` into `layout`.
pub(super) fn place_lanes(
    index: &Index,
    stack: &Stack,
    (lanes, scroll): (&[Standing<'_>], f32),
    layout: &mut Layout,
    measurer: &Measurer,
) {
    let (scale, plot) = (layout.scale, layout.plot);
    let setting = Setting {
        index,
        prints: &stack.whole.prints,
        scale: &scale,
        measurer,
        beyond: scale.ticks_per_point() > f64::from(stack.request.base).exp2(),
    };
    let reach = ticks(REACH, scale.ticks_per_point());
    let window = scale.window();
    let stretch = (
        window.from.saturating_sub(reach),
        window.to.saturating_add(reach),
    );
    let edges: Vec<f64> = layout
        .axis
        .coarse
        .iter()
        .map(|tick| f64::from(tick.x))
        .collect();
    let seen = scroll..scroll + plot.height();
    let mut below = 0;
    for (n, standing) in lanes.iter().enumerate() {
        let (lane, top) = (standing.lane, standing.top);
        if top >= seen.end {
            below += 1;
            if below <= COUNTED_LANES {
                layout.below.events += lane.touching(window.from, window.to);
            }
            continue;
        }
        if top + standing.height > seen.start {
            place_lane(setting, standing, stretch, (&seen, &edges), layout);
            layout.lanes.push(LaneBand {
                label: lane.label().to_owned(),
                kept: lane.kept().to_owned(),
                count: lane.count(),
                top,
                height: standing.height,
                collapsed: standing.level == i8::MAX,
                first: n == 0,
            });
        }
    }
    if below > COUNTED_LANES {
        layout.below = Below {
            events: 0,
            lanes: below,
        };
    }
    layout.lanes_height = height_of_all(lanes);
    layout.content_height = layout.lanes_height;
}

/// The rows of a lane without a heading that `height` points have room for.
pub(in super::super) fn rows_in(height: f32) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a positive number of rows"
    )]
    let rows = ((height - BARE_HEAD - FOOT) / ROW).max(2.0) as usize;
    rows
}

/// Where a lane's first row begins, in points from its top.
fn head(lane: &StackedLane) -> f32 {
    if lane.label().is_empty() {
        BARE_HEAD
    } else {
        HEAD
    }
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred rows")]
fn height_of(rows: usize) -> f32 {
    rows as f32 * ROW
}

fn place_lane(
    setting: Setting<'_>,
    &Standing {
        lane, level, top, ..
    }: &Standing<'_>,
    stretch: (i64, i64),
    (seen, edges): (&std::ops::Range<f32>, &[f64]),
    layout: &mut Layout,
) {
    let rows = lane.rows_at(level).0;
    let first = top + head(lane);
    // Of the rows above and below the view, none is asked for.
    let row_at = |y: f32| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a row, from 0"
        )]
        let row = ((y - first) / ROW).max(0.0) as usize;
        row.min(rows)
    };
    let last = (row_at(seen.end) + 1).min(rows);
    let window = setting.scale.window();
    let touches = |place: &u32| {
        let (from, to) = lane.extent(*place);
        from < window.to && to > window.from
    };
    let visible = row_at(seen.start)..last;
    let fold_top = bar_top(first, rows);
    let folds = lane.folded_at(level) > 0;
    let fold_is_seen = folds && fold_top < seen.end && fold_top + ROW > seen.start;
    let around = lane.stretch(stretch);
    // What has a row is taken off what is folded, whether or not the row is in view.
    let mut shown: Vec<u32> = Vec::new();
    let asked = if fold_is_seen {
        0..rows
    } else {
        visible.clone()
    };
    for row in asked {
        let places = lane.row(row, level, around);
        if fold_is_seen {
            shown.extend(places.iter().filter(|place| touches(place)));
        }
        if visible.contains(&row) {
            let events: Vec<EventIx> = places.iter().map(|&place| lane.event(place)).collect();
            let out = (&mut layout.placed, &mut layout.runs);
            place_row(setting, &events, bar_top(first, row), out);
        }
    }
    let within = lane.stretch((window.from, window.to));
    for row in last..rows {
        let places = lane.row(row, level, within);
        layout.below.events += places.iter().filter(|place| touches(place)).count();
    }
    if fold_is_seen {
        let out = (&mut layout.placed, &mut layout.runs, &mut layout.ribbons);
        let seen = ((window.from, window.to), shown.as_slice());
        fold(setting, lane, level, seen, (fold_top, edges), out);
    } else if folds && fold_top >= seen.end {
        layout.below.events += lane.folded_at(level);
    }
}

fn bar_top(first: f32, row: usize) -> f32 {
    first + height_of(row) + (ROW - BAR) / 2.0
}
