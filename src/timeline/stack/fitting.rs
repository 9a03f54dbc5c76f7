//! The rows that fit a figure, which can't be scrolled.

use std::sync::atomic::AtomicBool;

use crate::index::Index;
use crate::scene::{Measurer, Size};
use crate::view::LaneBy;

use super::super::lanes::lanes;
use super::super::layout::{Layout, Request, layout, plot_of, rows_in};
use super::{MOST_ROWS, Stack, StackRequest};

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
    let fits = |layout: &Layout| layout.lanes_height <= layout.plot.height();
    let most = first.request.most;
    let tried = laid(first);
    if fits(&tried.1) {
        return tried;
    }
    // What all tries have in common is made once.
    let with = |lanes: LaneBy, most: usize| {
        let request = StackRequest {
            lanes,
            most,
            ..whole
        };
        laid(tried.0.parted(index, request, &never))
    };
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
        let rows = rows_in(tried.1.axis_top() - tried.1.plot.top)
            .saturating_sub(1)
            .max(1);
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
