//! What has no row of its own: runs that name how many they hold, and, where these would cover the
//! axis, a ribbon that shows where events lie and of which kinds.

use crate::index::Index;
use crate::story::{EventIx, Item};

use super::density::{Columns, Density, counted};
use super::layout::{Placed, Run};
use super::place::{Setting, place_row};
use super::stack::StackedLane;

/// Points between the marks of a folded run.
const FOLD: f64 = 14.0;
/// Least width of a run, in points, so that its count can be read and caught.
const LEAST_RUN: f64 = 18.0;
/// Points of the axis for each event, below which runs would cover it all.
const ROOM: f64 = 6.0;
/// Width of a ribbon's column, in points.
pub const COLUMN: f64 = 3.0;
/// Events up to which a ribbon is counted event by event.
const COUNTED: usize = 3000;
/// The most events that a folded mark names one by one.
pub const LISTED: usize = 24;

/// Where the folded events of a lane lie, and of which kinds they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Ribbon {
    /// The top of its row's bars, in points from the content's.
    pub top: f32,
    /// The left end of the first column, in points from the plot's left.
    pub from: f64,
    /// How many events lie in each column of [`COLUMN`] points, by colour.
    pub colors: Vec<Columns>,
    /// The same of those events that do not step back, where a filter lets any do so.
    pub front: Option<Vec<Columns>>,
    /// The stretches that can be pointed at.
    pub parts: Vec<RibbonPart>,
}

/// A stretch of a ribbon.
#[derive(Clone, Debug, PartialEq)]
pub struct RibbonPart {
    /// The left end, in points from the plot's left.
    pub from: f64,
    /// The right end.
    pub to: f64,
    /// How many events begin in it.
    pub count: usize,
    /// The first of them.
    pub events: Vec<EventIx>,
}

/// A lane's folded events in the stretch of ticks `window`. `shown` are the places of the events that
/// have a row and touch it.
pub(super) fn fold(
    setting: Setting<'_>,
    lane: &StackedLane,
    level: i8,
    (window, shown): ((i64, i64), &[u32]),
    (top, edges): (f32, &[f64]),
    out: (&mut Vec<Placed>, &mut Vec<Run>, &mut Vec<Ribbon>),
) {
    let width = setting.scale.width();
    let (placed, runs, ribbons) = out;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few hundred"
    )]
    let most = (width / ROOM).max(8.0) as usize;
    let folded = lane.folded(level, window, most + 1);
    if folded.len() > most {
        ribbons.push(ribbon(setting, lane, level, (window, shown), (top, edges)));
        return;
    }
    run_up(setting, &folded, top, placed, runs);
}

/// Folds events into runs; one that stands alone takes no more room than its fold would.
fn run_up(
    setting: Setting<'_>,
    events: &[EventIx],
    top: f32,
    placed: &mut Vec<Placed>,
    runs: &mut Vec<Run>,
) {
    let width = setting.scale.width();
    let mut places: Vec<(f64, f64, EventIx)> = events
        .iter()
        .filter_map(|&ix| {
            let (from, to) = setting.shape(ix)?.visible(width)?;
            Some((from, to, ix))
        })
        .collect();
    places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    let mut groups: Vec<Run> = Vec::new();
    for (from, to, ix) in places {
        match groups.last_mut() {
            Some(run) if from - run.to < FOLD => {
                run.to = run.to.max(to);
                run.count += 1;
                if run.events.len() < LISTED {
                    run.events.push(ix);
                }
            }
            _ => groups.push(Run {
                events: vec![ix],
                count: 1,
                top,
                from,
                to,
            }),
        }
    }
    let alone: Vec<EventIx> = groups
        .iter()
        .filter(|run| run.count == 1)
        .map(|run| run.events[0])
        .collect();
    for run in groups.into_iter().filter(|run| run.count > 1) {
        let to = run.to.max(run.from + LEAST_RUN);
        runs.push(Run { to, ..run });
    }
    let before = placed.len();
    place_row(setting, &alone, top, (placed, runs));
    for waiting in &mut placed[before..] {
        waiting.waits = true;
    }
}

fn ribbon(
    setting: Setting<'_>,
    lane: &StackedLane,
    level: i8,
    ((from, to), shown): ((i64, i64), &[u32]),
    (top, edges): (f32, &[f64]),
) -> Ribbon {
    let scale = setting.scale;
    let touching = lane.touching(from, to);
    let step = COLUMN * scale.ticks_per_point();
    // Columns stand at multiples of their width in time, so that they travel with the axis.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a tick of the window, to a column"
    )]
    let first = {
        let whole = step.max(1.0) as i64;
        from.div_euclid(whole).saturating_mul(whole)
    };
    let left = scale.x(crate::story::calendar::Tick(first));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few hundred columns"
    )]
    let count = ((scale.width() - left) / COLUMN).ceil().clamp(1.0, 1e5) as usize;
    let columns = |density: Option<&Density>, front: bool| {
        let index = setting.index;
        let is_meant = |place: &u32| !front || !index.steps_back(Item::Event(lane.event(*place)));
        let grid = (first, step, count);
        let mut colors = match density {
            Some(density) if touching > COUNTED => density.columns(first, step, count),
            _ => {
                let all: Vec<u32> = lane.all((from, to)).filter(is_meant).collect();
                counted(index, &extents(lane, &all), grid)
            }
        };
        // What has a row of its own is not there twice.
        let shown: Vec<u32> = shown.iter().copied().filter(is_meant).collect();
        let own = counted(index, &extents(lane, &shown), grid);
        take_away(index, &mut colors, &own);
        colors
    };
    let colors = columns(lane.density(), false);
    let is_parted = setting.index.aside().is_some_and(|(_, steps)| steps);
    let front = is_parted.then(|| columns(lane.front(), true));
    let mut cuts = vec![0.0];
    let within = |x: &f64| *x > 1.0 && *x < scale.width() - 1.0;
    cuts.extend(edges.iter().copied().filter(within));
    cuts.push(scale.width());
    let mut own: Vec<i64> = shown.iter().map(|&place| lane.extent(place).0).collect();
    own.sort_unstable();
    let own_before = |tick: i64| own.partition_point(|&from| from < tick);
    let (begun_within, _) = lane.beginning((from, to), level);
    let parts = cuts
        .windows(2)
        .map(|cut| {
            let (left, right) = (scale.tick_at(cut[0]).0, scale.tick_at(cut[1]).0);
            let (begun, folded) = lane.beginning((left, right), level);
            // What began before the window counts in its first part.
            let (all, own) = if cut[0] > 0.0 {
                (begun, own_before(right) - own_before(left))
            } else {
                let before = touching.saturating_sub(begun_within);
                (begun + before, own_before(right))
            };
            RibbonPart {
                from: cut[0],
                to: cut[1],
                count: all.saturating_sub(own),
                events: folded.take(LISTED).collect(),
            }
        })
        .filter(|part| part.count > 0)
        .collect();
    Ribbon {
        top,
        from: left,
        colors,
        front,
        parts,
    }
}

/// Takes what `less` has from those of `colors` that look the same.
pub(super) fn take_away(index: &Index, colors: &mut [Columns], less: &[Columns]) {
    for own in less {
        let look = index.event_style(own.example);
        let mut colors = colors.iter_mut();
        if let Some(color) = colors.find(|color| index.event_style(color.example) == look) {
            for (count, own) in color.counts.iter_mut().zip(&own.counts) {
                *count = if *count - own < 0.02 {
                    0.0
                } else {
                    *count - own
                };
            }
        }
    }
}

/// Events of a lane with the first instant and the last that each touches.
fn extents(lane: &StackedLane, places: &[u32]) -> Vec<(EventIx, (i64, i64))> {
    let extent = |&place: &u32| (lane.event(place), lane.extent(place));
    places.iter().map(extent).collect()
}
