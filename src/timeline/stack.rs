//! The lanes of a timeline with their rows, made once for all zooms; and questions that a window
//! asks of them, each answered by searches in sorted columns.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use crate::index::Index;
use crate::scene::{Measurer, Size};
use crate::story::EventIx;
use crate::view::{LaneBy, LaneChoices};

use super::backdrop::Backdrop;
use super::density::Density;
use super::footprint::{Footprint, footprints};
use super::lanes::{Lane, lanes};
use super::layout::{Layout, Request, fit_window, layout, plot_of, rows_in};
use super::rows::{FINEST, NEVER, Place, level_of, places};
use super::scale::Scale;

/// Rows of a lane before what does not fit is folded, where there are few lanes.
pub const MOST_ROWS: usize = 14;
/// Events from which on a lane keeps its density; fewer are counted where they are drawn.
const DENSE: usize = 2000;
/// Levels of zoom near the whole story.
const NEAR: i8 = 4;
/// Events in a block whose farthest end is known.
const BLOCK: usize = 64;

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
    /// What each event takes of the axis, by its index.
    pub prints: Arc<Vec<Footprint>>,
    /// The lanes, in their own order.
    pub lanes: Vec<StackedLane>,
    /// What lies behind all lanes.
    pub backdrop: Backdrop,
    /// When events begin and when they end, each in order.
    starts: Vec<i64>,
    ends: Vec<i64>,
    /// Where all events lie, for the overview.
    pub density: Density,
}

/// A lane with its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct StackedLane {
    /// The heading; empty where there is one lane for all.
    pub label: String,
    /// Its events, by the beginning of their footprints.
    pub events: Vec<EventIx>,
    /// When each begins: read one after the other, where footprints lie scattered.
    from: Vec<i64>,
    /// When each ends.
    to: Vec<i64>,
    /// The ends, in order.
    ends: Vec<i64>,
    /// The level from which on each has a row of its own.
    levels: Vec<i8>,
    /// The farthest end of each block of events.
    reach: Vec<i64>,
    rows: Vec<Row>,
    /// For each level that gives events a row, from the coarsest: the rows in use from there on, and
    /// the events that have one.
    steps: Vec<(i8, usize, usize)>,
    /// Where its events lie; none where they are few enough to be counted.
    pub density: Option<Density>,
}

/// The events of a row, as places in the lane's events: by level from the coarsest, then in time.
#[derive(Clone, Debug, Default, PartialEq)]
struct Row {
    entries: Vec<u32>,
    /// Where the entries of each level begin.
    bounds: Vec<(i8, u32)>,
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
        let prints = Arc::new(footprints(index, measurer));
        Self::of(index, request, prints, cancel)
    }

    /// This stack with its lanes parted anew: what does not hang on them is kept.
    #[must_use]
    pub fn parted(&self, index: &Index, request: StackRequest, cancel: &AtomicBool) -> Self {
        Self::of(index, request, Arc::clone(&self.prints), cancel)
    }

    fn of(
        index: &Index,
        request: StackRequest,
        prints: Arc<Vec<Footprint>>,
        cancel: &AtomicBool,
    ) -> Self {
        let mut lanes = lanes(index, request.lanes);
        // Many crowded lanes have fewer rows each.
        let most = match lanes.len() {
            0..=3 => request.most,
            4..=8 => request.most.min(10),
            _ => request.most.min(6),
        };
        let stacked = |lane: &mut Lane| {
            let lane = std::mem::replace(
                lane,
                Lane {
                    label: String::new(),
                    events: Vec::new(),
                },
            );
            StackedLane::new(index, lane, &prints, request, most, cancel)
        };
        let (lanes, (mut starts, mut ends, density)) = rayon::join(
            || lanes.par_iter_mut().map(stacked).collect(),
            || {
                let dated = index.dated_events();
                let of = |end: fn(&Footprint) -> i64| -> Vec<i64> {
                    dated.iter().map(|ix| end(&prints[ix.index()])).collect()
                };
                let density = Density::new(index, dated, &prints);
                (of(|print| print.from), of(|print| print.to), density)
            },
        );
        starts.par_sort_unstable();
        ends.par_sort_unstable();
        Self {
            backdrop: Backdrop::new(index, &prints),
            request,
            prints,
            lanes,
            starts,
            ends,
            density,
        }
    }

    /// How many events end before the window `from..to` begins, and how many begin after it ends.
    #[must_use]
    pub fn outside(&self, from: i64, to: i64) -> (usize, usize) {
        let before = self.ends.partition_point(|&end| end <= from);
        let after = self.starts.len() - self.starts.partition_point(|&start| start < to);
        (before, after)
    }

    /// The headings of the lanes in the order that the user chose.
    #[must_use]
    pub fn order(&self, choices: &LaneChoices) -> Vec<&str> {
        let lanes = self.ordered(choices);
        lanes.into_iter().map(|lane| lane.label.as_str()).collect()
    }

    /// The lanes in the order that the user chose.
    pub(super) fn ordered(&self, choices: &LaneChoices) -> Vec<&StackedLane> {
        let mut lanes: Vec<&StackedLane> = self.lanes.iter().collect();
        if !choices.first.is_empty() {
            let place: HashMap<&str, usize> =
                choices.first.iter().map(String::as_str).zip(0..).collect();
            lanes.sort_by_key(|lane| {
                place
                    .get(lane.label.as_str())
                    .copied()
                    .unwrap_or(usize::MAX)
            });
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

/// Events from which on a story is not stacked only to see whether it fits.
const LARGE: usize = 20_000;

/// About how many rows each lane of a large story may have so that all fit a view of `size`.
fn guess(index: &Index, by: LaneBy, size: Size) -> usize {
    let count = lanes(index, by).len().max(1);
    let rows = rows_in(plot_of(index, size).0.height());
    // A heading is about a row, and so is what is folded.
    (rows / count).saturating_sub(2).clamp(1, MOST_ROWS)
}

/// The stack whose lanes all show in the height of `request`, which can't be scrolled: of as many
/// rows as fit, and without lanes where even one row of each is too much.
#[must_use]
pub fn fitting(
    index: &Index,
    lanes: LaneBy,
    request: &Request,
    measurer: &Measurer,
) -> (Stack, Layout) {
    let never = AtomicBool::new(false);
    let whole = StackRequest::new(index, lanes, request.size);
    let large = index.dated_events().len() > LARGE;
    let first = if large {
        // Trying all rows of a large story takes too long to be thrown away.
        let most = guess(index, lanes, request.size);
        Stack::new(index, StackRequest { most, ..whole }, measurer, &never)
    } else {
        Stack::new(index, whole, measurer, &never)
    };
    let laid = |stack: Stack| {
        let layout = layout(index, &stack, request, measurer);
        (stack, layout)
    };
    let prints = Arc::clone(&first.prints);
    let with = |lanes: LaneBy, most: usize| {
        let request = StackRequest {
            lanes,
            most,
            ..whole
        };
        laid(Stack::of(index, request, Arc::clone(&prints), &never))
    };
    let fits = |layout: &Layout| layout.lanes_height <= layout.plot.height();
    let most = first.request.most;
    let tried = laid(first);
    if fits(&tried.1) {
        return tried;
    }
    // Fewer rows are never higher: halving finds the most that fit.
    let (mut found, mut low, mut high) = (None, 0, most);
    while high - low > 1 && !(large && found.is_some()) {
        let most = usize::midpoint(low, high);
        let tried = with(lanes, most);
        if fits(&tried.1) {
            found = Some(tried);
            low = most;
        } else {
            high = most;
        }
    }
    found.unwrap_or_else(|| {
        let rows = rows_in(tried.1.plot.height()).saturating_sub(1).max(1);
        let mut bare = with(LaneBy::None, rows);
        // Close zooms have more rows than the story as a whole.
        for fewer in (1..rows).rev() {
            if fits(&bare.1) {
                break;
            }
            bare = with(LaneBy::None, fewer);
        }
        bare
    })
}

impl StackedLane {
    fn new(
        index: &Index,
        lane: Lane,
        prints: &[Footprint],
        request: StackRequest,
        most: usize,
        cancel: &AtomicBool,
    ) -> Self {
        let Lane { label, mut events } = lane;
        let begin = |ix: &EventIx| prints[ix.index()].from;
        // They come in time order, which is nearly this order.
        events.sort_by_key(begin);
        let own: Vec<Footprint> = events.iter().map(|ix| prints[ix.index()]).collect();
        let crowded = events.len() > MOST_ROWS * 8;
        let rows = if crowded { most } else { request.most };
        let places = places(&own, (request.base, request.finest), rows, cancel);
        let from = own.iter().map(|print| print.from).collect();
        let to: Vec<i64> = own.iter().map(|print| print.to).collect();
        drop(own);
        let last = |block: &[i64]| block.iter().copied().max().unwrap_or(i64::MIN);
        let reach = to.chunks(BLOCK).map(last).collect();
        let mut ends = to.clone();
        ends.sort_unstable();
        let (rows, steps) = rows_of(&places);
        let density = (events.len() > DENSE).then(|| Density::new(index, &events, prints));
        Self {
            label,
            from,
            to,
            ends,
            levels: places.iter().map(|place| place.level).collect(),
            reach,
            rows,
            steps,
            density,
            events,
        }
    }

    /// Whether `event` is one of its events.
    #[must_use]
    pub fn holds(&self, prints: &[Footprint], event: EventIx) -> bool {
        let Some(print) = prints.get(event.index()) else {
            return false;
        };
        let first = self.begun_before(print.from);
        let same = self.from[first..]
            .iter()
            .take_while(|&&from| from == print.from);
        self.events[first..first + same.count()].contains(&event)
    }

    /// How many rows its events take at `level`, and how many of them have one.
    #[must_use]
    pub fn rows_at(&self, level: i8) -> (usize, usize) {
        let used = self.steps.iter().take_while(|step| step.0 >= level).last();
        used.map_or((0, 0), |&(_, rows, shown)| (rows, shown))
    }

    /// How many of its events are folded at `level`.
    #[must_use]
    pub fn folded_at(&self, level: i8) -> usize {
        self.events.len() - self.rows_at(level).1
    }

    /// How many of its events touch the stretch `from..to`.
    #[must_use]
    pub fn touching(&self, from: i64, to: i64) -> usize {
        let begun = self.begun_before(to);
        let over = self.ends.partition_point(|&end| end <= from);
        begun.saturating_sub(over)
    }

    /// How many of its events begin before `instant`.
    fn begun_before(&self, instant: i64) -> usize {
        self.from.partition_point(|&from| from < instant)
    }

    /// The places of its events that began before `instant` and reach beyond it, in time order. Whole
    /// blocks are passed over whose last end lies before.
    fn reaching(&self, instant: i64) -> impl Iterator<Item = usize> {
        let first = self.begun_before(instant);
        let blocks = self.reach.iter().take(first.div_ceil(BLOCK)).enumerate();
        blocks
            .filter(move |(_, reach)| **reach > instant)
            .flat_map(move |(block, _)| block * BLOCK..((block + 1) * BLOCK).min(first))
            .filter(move |&n| self.to[n] > instant)
    }

    /// The events of a row that are shown at `level` and may show in the stretch `from..to`, in time
    /// order; of those that begin before it, the last alone can.
    pub(super) fn row(&self, row: usize, level: i8, stretch: Stretch) -> Vec<EventIx> {
        let Some(row) = self.rows.get(row) else {
            return Vec::new();
        };
        let mut found: Vec<u32> = Vec::new();
        for (i, &(of, begin)) in row.bounds.iter().enumerate() {
            if of < level {
                break;
            }
            let next = row.bounds.get(i + 1);
            let end = next.map_or(row.entries.len(), |next| next.1 as usize);
            let entries = &row.entries[begin as usize..end];
            let first = entries.partition_point(|&n| n < stretch.first);
            let rest = entries.get(first.saturating_sub(1)..).unwrap_or_default();
            let last = rest.partition_point(|&n| n < stretch.last);
            found.extend_from_slice(&rest[..last]);
        }
        found.sort_unstable();
        found.into_iter().map(|n| self.events[n as usize]).collect()
    }

    /// The places of the first event that begins in `from..to` and of the first after it.
    pub(super) fn stretch(&self, (from, to): (i64, i64)) -> Stretch {
        let place = |instant| u32::try_from(self.begun_before(instant)).unwrap_or(u32::MAX);
        Stretch {
            first: place(from),
            last: place(to),
        }
    }

    /// The events that have no row at `level` and touch the stretch `from..to`, in time order; at most
    /// `most` of them.
    pub(super) fn folded(&self, level: i8, (from, to): (i64, i64), most: usize) -> Vec<EventIx> {
        let within = self.begun_before(from)..self.begun_before(to);
        let all = self.reaching(from).chain(within);
        let folded = all.filter(|&n| self.levels[n] < level).take(most);
        folded.map(|n| self.events[n]).collect()
    }

    /// The events that have a row at `level` and touch the stretch `from..to`.
    pub(super) fn shown(
        &self,
        prints: &[Footprint],
        level: i8,
        window: (i64, i64),
    ) -> Vec<EventIx> {
        let stretch = self.stretch(window);
        let rows = 0..self.rows_at(level).0;
        let touches = |ix: &EventIx| {
            let print = &prints[ix.index()];
            print.from < window.1 && print.to > window.0
        };
        rows.flat_map(|row| self.row(row, level, stretch))
            .filter(touches)
            .collect()
    }

    /// The events that begin in the stretch `from..to`, in time order.
    pub(super) fn beginning(&self, (from, to): (i64, i64)) -> &[EventIx] {
        let (first, last) = (self.begun_before(from), self.begun_before(to));
        self.events.get(first..last).unwrap_or_default()
    }

    /// Every event that touches the stretch `from..to`, in time order.
    pub(super) fn all(&self, (from, to): (i64, i64)) -> impl Iterator<Item = EventIx> {
        let within = self.begun_before(from)..self.begun_before(to);
        self.reaching(from).chain(within).map(|n| self.events[n])
    }
}

/// Places among a lane's events: the first that begins in a stretch of time, and the first after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    first: u32,
    last: u32,
}

/// The rows that `places` give, and the steps in which they fill.
fn rows_of(places: &[Place]) -> (Vec<Row>, Vec<(i8, usize, usize)>) {
    let placed = || {
        places
            .iter()
            .zip(0..)
            .filter(|(place, _)| place.level > NEVER)
    };
    let count = placed().map(|(place, _)| usize::from(place.row) + 1).max();
    let mut rows = vec![Row::default(); count.unwrap_or(0)];
    for (place, n) in placed() {
        rows[usize::from(place.row)].entries.push(n);
    }
    for row in &mut rows {
        let level = |n: &u32| std::cmp::Reverse(places[*n as usize].level);
        row.entries.sort_by_key(level);
        for (n, entry) in row.entries.iter().zip(0..) {
            let level = places[*n as usize].level;
            if row.bounds.last().is_none_or(|last| last.0 != level) {
                row.bounds.push((level, entry));
            }
        }
    }
    // At most 70 levels: what each adds, from the coarsest.
    let mut added = [(0_usize, 0_usize); 256];
    for (place, _) in placed() {
        let step = &mut added[usize::from(place.level.abs_diff(i8::MAX))];
        *step = (step.0.max(usize::from(place.row) + 1), step.1 + 1);
    }
    let mut steps: Vec<(i8, usize, usize)> = Vec::new();
    for level in (i8::MIN..=i8::MAX).rev() {
        let (rows, shown) = added[usize::from(level.abs_diff(i8::MAX))];
        if shown > 0 {
            let before = steps.last().map_or((0, 0), |last| (last.1, last.2));
            steps.push((level, before.0.max(rows), before.1 + shown));
        }
    }
    (rows, steps)
}
