//! Getting about in time.

use crate::index::Index;
use crate::story::EventIx;
use crate::story::calendar::{TICKS_PER_DAY, Tick};
use crate::view::Window;

/// Every event in time order; those without a date come last.
fn in_order(index: &Index) -> impl DoubleEndedIterator<Item = EventIx> {
    index
        .dated_events()
        .iter()
        .chain(index.undated_events())
        .copied()
}

/// The event after `here` in time; the first where there is none before.
#[must_use]
pub fn event_after(index: &Index, here: Option<EventIx>) -> Option<EventIx> {
    match here {
        None => in_order(index).next(),
        Some(here) => in_order(index).skip_while(|&ix| ix != here).nth(1),
    }
}

/// The event before `here` in time; the last where there is none after.
#[must_use]
pub fn event_before(index: &Index, here: Option<EventIx>) -> Option<EventIx> {
    match here {
        None => in_order(index).next_back(),
        Some(here) => in_order(index).rev().skip_while(|&ix| ix != here).nth(1),
    }
}

/// The window that shows `events` with as much again on either side; none where none is dated.
#[must_use]
pub fn window_of(index: &Index, events: &[EventIx]) -> Option<Window> {
    let (from, to) = events
        .iter()
        .filter_map(|&ix| index.story().event(ix).when.date?.span().finite())
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let span = i64::try_from(i128::from(to.0) - i128::from(from.0)).unwrap_or(i64::MAX);
    let pad = (span / 2).max(TICKS_PER_DAY * 7);
    Some(Window::new(
        Tick(from.0.saturating_sub(pad)),
        Tick(to.0.saturating_add(pad)),
    ))
}

/// `window` moved so that `event` shows, if it does not; none where it shows or has no date.
#[must_use]
pub fn window_to(index: &Index, window: Window, event: EventIx) -> Option<Window> {
    let (from, to) = index.story().event(event).when.date?.span().finite()?;
    if from.0 < window.to && to.0 > window.from {
        return None;
    }
    let middle = Tick(window.from).midpoint(Tick(window.to));
    let moved = from.midpoint(to).0.saturating_sub(middle.0);
    Some(Window {
        from: window.from.saturating_add(moved),
        to: window.to.saturating_add(moved),
    })
}
