//! The lanes of a timeline with their rows, made once for all zooms; and questions that a window
//! asks of them, each answered by searches in sorted columns.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use crate::index::Index;
use crate::scene::{Measurer, Size};
use crate::view::{LaneBy, LaneChoices};

use super::backdrop::Backdrop;
use super::density::Density;
use super::footprint::{Footprint, footprints};
use super::layout::{fit_window, plot_of};
use super::rows::{FINEST, level_of};
use super::scale::Scale;

mod fitting;
mod lane;

pub use fitting::fitting;
pub use lane::StackedLane;

use lane::Times;

/// Rows of a lane before what does not fit is folded, where there are few lanes.
pub const MOST_ROWS: usize = 14;
/// Levels of zoom near the whole story.
const NEAR: i8 = 4;

/// What a stack answers. Equal requests for one index have equal answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StackRequest {
    /// What parts the events into lanes.
    pub lanes: LaneBy,
    /// The level of zoom at which the whole story fits: a power of two of ticks in a point.
    pub base: i8,
    /// Rows of a lane at that zoom.
    pub most: usize,
    /// The closest level for which rows are found.
    pub finest: i8,
}

impl StackRequest {
    /// The stack for a view of `size`. It changes with the size only at powers of two of the width.
    #[must_use]
    pub fn new(index: &Index, lanes: LaneBy, size: Size) -> Self {
        let width = f64::from(plot_of(index, size).0.width());
        let whole = Scale::new(fit_window(index, size), width);
        Self {
            lanes,
            base: level_of(whole.ticks_per_point()),
            most: MOST_ROWS,
            finest: FINEST,
        }
    }

    /// The same for the zooms near the whole story alone, which takes a fraction of the time. Its rows
    /// are those of the whole.
    #[must_use]
    pub fn coarse(self) -> Self {
        Self {
            finest: self.base.saturating_sub(NEAR).max(FINEST),
            ..self
        }
    }

    /// Whether `other` is the same but for the levels that it leaves out.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.coarse() == other.coarse()
    }
}

/// Lanes with their rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// What this answers.
    pub request: StackRequest,
    /// What hangs on no lane: stacks of one story share it.
    pub whole: Arc<Whole>,
    /// The lanes, in their own order.
    pub lanes: Vec<StackedLane>,
}

/// What a stack knows of the story as a whole.
#[derive(Debug, PartialEq)]
pub struct Whole {
    /// What each event takes of the axis, by its index.
    pub prints: Vec<Footprint>,
    /// What lies behind all lanes.
    pub backdrop: Backdrop,
    /// Where all events lie, for the overview.
    pub density: Arc<Density>,
    /// When events begin and when they end, each in order.
    starts: Vec<i64>,
    ends: Vec<i64>,
}

impl Stack {
    /// Stacks the events on show. On threads, where there are many; stops early, with what there is,
    /// once `cancel` is set.
    #[must_use]
    pub fn new(
        index: &Index,
        request: StackRequest,
        measurer: &Measurer,
        cancel: &AtomicBool,
    ) -> Self {
        let prints = footprints(index, measurer);
        let (lanes, mut whole) = rayon::join(
            || Times::of_lanes(index, request.lanes, &prints),
            || Whole::new(index, &prints),
        );
        whole.prints = prints;
        let whole = Arc::new(whole);
        let times = Times::dense(lanes, index, &whole);
        Self::of(request, whole, times, cancel)
    }

    /// This stack for another request: what the two have in common is shared and not made again.
    #[must_use]
    pub fn parted(&self, index: &Index, request: StackRequest, cancel: &AtomicBool) -> Self {
        let whole = Arc::clone(&self.whole);
        let times = if self.request.lanes == request.lanes {
            let lanes = self.lanes.iter();
            lanes.map(|lane| Arc::clone(&lane.times)).collect()
        } else {
            let lanes = Times::of_lanes(index, request.lanes, &whole.prints);
            Times::dense(lanes, index, &whole)
        };
        Self::of(request, whole, times, cancel)
    }

    fn of(
        request: StackRequest,
        whole: Arc<Whole>,
        times: Vec<Arc<Times>>,
        cancel: &AtomicBool,
    ) -> Self {
        // Many crowded lanes have fewer rows each.
        let most = match times.len() {
            0..=3 => request.most,
            4..=8 => request.most.min(10),
            _ => request.most.min(6),
        };
        let stacked =
            |times: Arc<Times>| StackedLane::new(times, &whole.prints, request, most, cancel);
        Self {
            lanes: times.into_par_iter().map(stacked).collect(),
            request,
            whole,
        }
    }

    /// How many events end before the window `from..to` begins, and how many begin after it ends.
    #[must_use]
    pub fn outside(&self, from: i64, to: i64) -> (usize, usize) {
        let whole = &self.whole;
        let before = whole.ends.partition_point(|&end| end <= from);
        let after = whole.starts.len() - whole.starts.partition_point(|&start| start < to);
        (before, after)
    }

    /// When the last event ends that ends before `from`, and when the first begins after `to`.
    #[must_use]
    pub fn nearest_outside(&self, from: i64, to: i64) -> (Option<i64>, Option<i64>) {
        let (before, after) = self.outside(from, to);
        let Whole { starts, ends, .. } = &*self.whole;
        let last = before.checked_sub(1).and_then(|n| ends.get(n));
        let first = starts.get(starts.len() - after);
        (last.copied(), first.copied())
    }

    /// The lanes in the order that the user chose, by the names by which they are kept.
    #[must_use]
    pub fn order(&self, choices: &LaneChoices) -> Vec<&str> {
        let lanes = self.ordered(choices);
        lanes.into_iter().map(StackedLane::kept).collect()
    }

    /// The lanes in the order that the user chose.
    pub(super) fn ordered(&self, choices: &LaneChoices) -> Vec<&StackedLane> {
        let mut lanes: Vec<&StackedLane> = self.lanes.iter().collect();
        if !choices.first.is_empty() {
            let place: HashMap<&str, usize> =
                choices.first.iter().map(String::as_str).zip(0..).collect();
            lanes.sort_by_key(|lane| place.get(lane.kept()).copied().unwrap_or(usize::MAX));
        }
        lanes
    }

    /// Whether rows were found for a zoom of `per_point` ticks in a point, and the next closer one.
    #[must_use]
    pub fn reaches(&self, per_point: f64) -> bool {
        level_of(per_point) > self.request.finest
    }

    /// The level of rows on a scale of `per_point` ticks in a point: no coarser than that of the
    /// whole story, since there the rows are as they are at it.
    #[must_use]
    pub fn level(&self, per_point: f64) -> i8 {
        level_of(per_point).min(self.request.base)
    }
}

impl Whole {
    /// What hangs on no lane, but for the footprints themselves.
    fn new(index: &Index, prints: &[Footprint]) -> Self {
        let dated = index.dated_events();
        let extents = dated.par_iter().map(|ix| {
            let print = &prints[ix.index()];
            (print.from, print.to)
        });
        let (mut starts, mut ends): (Vec<i64>, Vec<i64>) = extents.unzip();
        let density = Arc::new(Density::new(index, dated, &starts, &ends));
        starts.par_sort_unstable();
        ends.par_sort_unstable();
        Self {
            prints: Vec::new(),
            backdrop: Backdrop::new(index, prints),
            density,
            starts,
            ends,
        }
    }
}
