//! Getting about in time.

use crate::index::Index;
use crate::story::EventIx;
use crate::story::calendar::{TICKS_PER_DAY, Tick};
use crate::view::Window;

/// Where `event` stands among the events in time order, those without a date last: found by halving,
/// and among those of one date by looking.
fn place(index: &Index, event: EventIx) -> Option<usize> {
    let key = |ix: EventIx| {
        index
            .story()
            .event(ix)
            .when
            .date
            .map(|date| date.span().sort_key())
    };
    let dated = index.dated_events();
    let Some(own) = key(event) else {
        let undated = index.undated_events().iter().position(|&ix| ix == event);
        return Some(dated.len() + undated?);
    };
    let first = dated.partition_point(|&ix| key(ix) < Some(own));
    let same = dated[first..]
        .iter()
        .take_while(|&&ix| key(ix) == Some(own));
    let among = same.copied().position(|ix| ix == event)?;
    Some(first + among)
}

/// The event at `place` of all in time order.
fn at(index: &Index, place: usize) -> Option<EventIx> {
    let dated = index.dated_events();
    let undated = place.checked_sub(dated.len());
    let found = undated.map_or_else(
        || dated.get(place),
        |place| index.undated_events().get(place),
    );
    found.copied()
}

/// The event after `here` in time; the first where there is none before.
#[must_use]
pub fn event_after(index: &Index, here: Option<EventIx>) -> Option<EventIx> {
    at(
        index,
        here.map_or(Some(0), |here| Some(place(index, here)? + 1))?,
    )
}

/// The event before `here` in time; the last where there is none after.
#[must_use]
pub fn event_before(index: &Index, here: Option<EventIx>) -> Option<EventIx> {
    let all = index.dated_events().len() + index.undated_events().len();
    let before = here.map_or(Some(all), |here| place(index, here))?;
    at(index, before.checked_sub(1)?)
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
    let middle = from.midpoint(to);
    Some(window.moved(middle.0.saturating_sub(window.middle().0)))
}

#[cfg(test)]
mod tests {
    use super::super::layout::tests::story_of;
    use super::*;

    #[test]
    fn every_event_is_reached_in_time_order_from_either_end() {
        let dates = [
            "2001",
            "",
            "1999-04",
            "1999-04",
            "..",
            "2001",
            "1999-04-02",
            "",
            "2020/..",
        ];
        let events: Vec<_> = dates
            .iter()
            .map(|date| ((*date).to_owned(), "x".to_owned()))
            .collect();
        let index = story_of(&events);
        let mut there = vec![event_after(&index, None).unwrap()];
        while let Some(next) = event_after(&index, there.last().copied()) {
            there.push(next);
        }
        let all = index.dated_events().iter().chain(index.undated_events());
        assert_eq!(there, all.copied().collect::<Vec<_>>());
        let mut back = vec![event_before(&index, None).unwrap()];
        while let Some(next) = event_before(&index, back.last().copied()) {
            back.push(next);
        }
        back.reverse();
        assert_eq!(there, back);
    }
}
