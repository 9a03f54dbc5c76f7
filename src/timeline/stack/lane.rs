//! A lane of a stack: its events in time, and the rows that they have from which zoom on.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use crate::index::Index;
use crate::story::{EventIx, Item};
use crate::view::LaneBy;

use super::super::density::Density;
use super::super::footprint::Footprint;
use super::super::lanes::{Lane, lanes};
use super::super::rows::{NEVER, Place, places};
use super::{MOST_ROWS, StackRequest, Whole};

/// Events from which on a lane keeps its density; fewer are counted where they are drawn.
const DENSE: usize = 2000;
/// Events in a block whose farthest end is known.
const BLOCK: usize = 64;

/// A lane with its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct StackedLane {
    /// Its events, whatever rows they have.
    pub(super) times: Arc<Times>,
    /// The level from which on each has a row of its own.
    levels: Vec<i8>,
    rows: Vec<Row>,
    /// For each level that gives events a row, from the coarsest: the rows in use from there on, and
    /// the events that have one.
    steps: Vec<(i8, usize, usize)>,
}

/// The events of a lane in time: the same for all stacks that part the story in one way.
#[derive(Debug, PartialEq)]
pub(super) struct Times {
    label: String,
    kept: String,
    /// By the beginning of their footprints.
    events: Vec<EventIx>,
    /// When each begins: read one after the other, where footprints lie scattered.
    from: Vec<i64>,
    /// When each ends.
    to: Vec<i64>,
    /// The ends, in order.
    ends: Vec<i64>,
    /// The farthest end of each block of events.
    reach: Vec<i64>,
    /// Where its events lie; none where they are few enough to be counted.
    density: Option<Arc<Density>>,
    /// Where those lie that do not step back, where a filter lets any do so.
    front: Option<Arc<Density>>,
}

/// The events of a row, as places in the lane's events: by level from the coarsest, then in time.
#[derive(Clone, Debug, Default, PartialEq)]
struct Row {
    entries: Vec<u32>,
    /// Where the entries of each level begin.
    bounds: Vec<(i8, u32)>,
}

impl Times {
    /// The lanes into which `by` parts the events whose footprints are `prints`, without densities.
    pub(super) fn of_lanes(index: &Index, by: LaneBy, prints: &[Footprint]) -> Vec<Self> {
        let lanes = lanes(index, by).into_par_iter();
        lanes.map(|lane| Self::new(lane, prints)).collect()
    }

    fn new(lane: Lane, prints: &[Footprint]) -> Self {
        let Lane {
            label,
            kept,
            events,
        } = lane;
        let extent = |ix: EventIx| {
            let print = &prints[ix.index()];
            (print.from, print.to, ix)
        };
        // Footprints lie scattered: each is looked at once.
        let mut extents: Vec<(i64, i64, EventIx)> = events.into_iter().map(extent).collect();
        // They come in time order, which is nearly this order.
        extents.sort_by_key(|extent| extent.0);
        let events = extents.iter().map(|extent| extent.2).collect();
        let from = extents.iter().map(|extent| extent.0).collect();
        let to: Vec<i64> = extents.iter().map(|extent| extent.1).collect();
        drop(extents);
        let last = |block: &[i64]| block.iter().copied().max().unwrap_or(i64::MIN);
        let reach = to.chunks(BLOCK).map(last).collect();
        let mut ends = to.clone();
        ends.sort_unstable();
        Self {
            label,
            kept,
            events,
            from,
            to,
            ends,
            reach,
            density: None,
            front: None,
        }
    }

    /// `lanes` with their densities; the story's, where a lane holds all of it.
    pub(super) fn dense(lanes: Vec<Self>, index: &Index, whole: &Whole) -> Vec<Arc<Self>> {
        let all = index.dated_events().len();
        let parted = index.aside().is_some_and(|(_, steps)| steps);
        let dense = |mut times: Self| {
            let count = times.events.len();
            times.density = (count > DENSE).then(|| {
                if count == all {
                    Arc::clone(&whole.density)
                } else {
                    Arc::new(Density::new(index, &times.events, &times.from, &times.to))
                }
            });
            times.front = (parted && count > DENSE).then(|| times.in_front(index));
            Arc::new(times)
        };
        lanes.into_par_iter().map(dense).collect()
    }

    /// Where those of its events lie that do not step back.
    fn in_front(&self, index: &Index) -> Arc<Density> {
        let all = self.events.iter().zip(self.from.iter().zip(&self.to));
        let front = all.filter(|(ix, _)| !index.steps_back(Item::Event(**ix)));
        let (mut events, mut from, mut to) = (Vec::new(), Vec::new(), Vec::new());
        for (ix, (begin, end)) in front {
            events.push(*ix);
            from.push(*begin);
            to.push(*end);
        }
        Arc::new(Density::new(index, &events, &from, &to))
    }
}

impl StackedLane {
    pub(super) fn new(
        times: Arc<Times>,
        prints: &[Footprint],
        request: StackRequest,
        most: usize,
        cancel: &AtomicBool,
    ) -> Self {
        let events = &times.events;
        let own: Vec<Footprint> = events.iter().map(|ix| prints[ix.index()]).collect();
        let crowded = own.len() > MOST_ROWS * 8;
        let rows = if crowded { most } else { request.most };
        let places = places(&own, (request.base, request.finest), rows, cancel);
        drop(own);
        let (rows, steps) = rows_of(&places);
        Self {
            levels: places.iter().map(|place| place.level).collect(),
            rows,
            steps,
            times,
        }
    }

    /// The heading; empty where there is one lane for all.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.times.label
    }

    /// The name by which choices about it are kept.
    #[must_use]
    pub fn kept(&self) -> &str {
        &self.times.kept
    }

    /// How many events it holds.
    #[must_use]
    pub fn count(&self) -> usize {
        self.times.events.len()
    }

    /// Where its events lie; none where they are few enough to be counted.
    pub(in super::super) fn density(&self) -> Option<&Density> {
        self.times.density.as_deref()
    }

    /// Where those of its events lie that do not step back; none where they are few, or all are alike.
    pub(in super::super) fn front(&self) -> Option<&Density> {
        self.times.front.as_deref()
    }

    /// Whether `event` is one of its events.
    #[must_use]
    pub fn holds(&self, prints: &[Footprint], event: EventIx) -> bool {
        self.place_of(prints, event).is_some()
    }

    /// The place of `event` among its events.
    fn place_of(&self, prints: &[Footprint], event: EventIx) -> Option<usize> {
        let print = prints.get(event.index())?;
        let first = self.begun_before(print.from);
        let same = self.times.from[first..]
            .iter()
            .take_while(|&&from| from == print.from);
        let same = &self.times.events[first..first + same.count()];
        Some(first + same.iter().position(|other| *other == event)?)
    }

    /// The row that `event` has at `level`, from 0: the one after all others where it is folded. None
    /// where it is none of its events.
    pub(in super::super) fn row_of(
        &self,
        prints: &[Footprint],
        event: EventIx,
        level: i8,
    ) -> Option<usize> {
        let place = self.place_of(prints, event)?;
        let of = self.levels[place];
        let folded = self.rows_at(level).0;
        if of < level {
            return Some(folded);
        }
        let place = u32::try_from(place).ok()?;
        let has = |row: &Row| {
            let at = row.bounds.iter().position(|bound| bound.0 == of);
            at.is_some_and(|at| {
                let end = row.bounds.get(at + 1);
                let end = end.map_or(row.entries.len(), |next| next.1 as usize);
                let entries = &row.entries[row.bounds[at].1 as usize..end];
                entries.binary_search(&place).is_ok()
            })
        };
        Some(self.rows.iter().position(has).unwrap_or(folded))
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
        self.count() - self.rows_at(level).1
    }

    /// How many of its events touch the stretch `from..to`.
    #[must_use]
    pub fn touching(&self, from: i64, to: i64) -> usize {
        let begun = self.begun_before(to);
        let over = self.times.ends.partition_point(|&end| end <= from);
        begun.saturating_sub(over)
    }

    /// How many of its events begin before `instant`.
    fn begun_before(&self, instant: i64) -> usize {
        self.times.from.partition_point(|&from| from < instant)
    }

    /// The places of its events that began before `instant` and reach beyond it, in time order. Whole
    /// blocks are passed over whose last end lies before.
    fn reaching(&self, instant: i64) -> impl Iterator<Item = usize> {
        let first = self.begun_before(instant);
        let blocks = self
            .times
            .reach
            .iter()
            .take(first.div_ceil(BLOCK))
            .enumerate();
        blocks
            .filter(move |(_, reach)| **reach > instant)
            .flat_map(move |(block, _)| block * BLOCK..((block + 1) * BLOCK).min(first))
            .filter(move |&n| self.times.to[n] > instant)
    }

    /// The places of the events of a row that are shown at `level` and may show in `stretch`, in time
    /// order; of those that begin before it, the last alone can.
    pub(in super::super) fn row(&self, row: usize, level: i8, stretch: Stretch) -> Vec<u32> {
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
        found
    }

    /// The event at a place that the lane gave.
    pub(in super::super) fn event(&self, place: u32) -> EventIx {
        self.times.events[place as usize]
    }

    /// The first instant and the last that the event at a place touches.
    pub(in super::super) fn extent(&self, place: u32) -> (i64, i64) {
        let place = place as usize;
        (self.times.from[place], self.times.to[place])
    }

    /// The places of the first event that begins in `from..to` and of the first after it.
    pub(in super::super) fn stretch(&self, (from, to): (i64, i64)) -> Stretch {
        let place = |instant| u32::try_from(self.begun_before(instant)).unwrap_or(u32::MAX);
        Stretch {
            first: place(from),
            last: place(to),
        }
    }

    /// The events that have no row at `level` and touch the stretch `from..to`, in time order; at most
    /// `most` of them.
    pub(in super::super) fn folded(
        &self,
        level: i8,
        (from, to): (i64, i64),
        most: usize,
    ) -> Vec<EventIx> {
        let within = self.begun_before(from)..self.begun_before(to);
        let all = self.reaching(from).chain(within);
        let folded = all.filter(|&n| self.levels[n] < level).take(most);
        folded.map(|n| self.times.events[n]).collect()
    }

    /// How many events begin in the stretch `from..to`, and those of them in time order that have no row
    /// at `level`.
    pub(in super::super) fn beginning(
        &self,
        (from, to): (i64, i64),
        level: i8,
    ) -> (usize, impl Iterator<Item = EventIx>) {
        let within = self.begun_before(from)..self.begun_before(to);
        let folded = within.clone().filter(move |&n| self.levels[n] < level);
        (within.len(), folded.map(|n| self.times.events[n]))
    }

    /// The places of all events that touch the stretch `from..to`, in time order.
    pub(in super::super) fn all(&self, (from, to): (i64, i64)) -> impl Iterator<Item = u32> {
        let within = self.begun_before(from)..self.begun_before(to);
        let all = self.reaching(from).chain(within);
        all.map(|n| u32::try_from(n).unwrap_or(u32::MAX))
    }
}

/// Places among a lane's events: the first that begins in a stretch of time, and the first after it.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Stretch {
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
