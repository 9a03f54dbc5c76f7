//! A marked stretch of time: which events lie in it.

use rayon::prelude::*;

use crate::index::Index;
use crate::story::calendar::Tick;
use crate::story::{Date, EventIx};
use crate::view::Window;

use super::footprint::Footprint;

/// Whether what `date` dates lies in `range`, be it in part; what has no date does.
#[must_use]
pub fn lies_in(date: Option<&Date>, range: Window) -> bool {
    // As it is drawn: an end that nobody knows has no place beyond what is known.
    date.is_none_or(|date| {
        let span = date.span();
        let print = Footprint::new(span);
        let drawn = print.from < range.to && print.to > range.from;
        drawn && (span.members.is_empty() || span.touches(Tick(range.from), Tick(range.to)))
    })
}

/// How many of the events on show lie outside `range`.
#[must_use]
pub fn outside(index: &Index, range: Window) -> usize {
    let story = index.story();
    let is_outside = |ix: &&EventIx| !lies_in(story.event(**ix).when.date, range);
    index.dated_events().par_iter().filter(is_outside).count()
}
