//! What is in force when: how surely a relation holds on a day, and what began and ended meanwhile.

use crate::index::Index;
use crate::language::say;
use crate::story::calendar::{TICKS_PER_DAY, Tick};
use crate::story::date::{Edge, Form, Known, Span};
use crate::story::{Date, RelationIx};
use crate::view::Moment;

/// How surely something holds that is dated by no more than a span which it lies in somewhere.
const SOMEWHERE: f32 = 0.5;
/// The most that a date marked as uncertain can say.
const UNCERTAIN: f32 = 0.6;

/// What became of something between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It held on both, or one day alone is looked at.
    None,
    /// It began.
    Began,
    /// It ended.
    Ended,
    /// It began and ended in between.
    Passed,
}

impl Change {
    /// What a legend says of it; empty where there is nothing to say.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Began => say!("map-legend-began"),
            Self::Ended => say!("map-legend-ended"),
            Self::Passed => say!("map-legend-passed"),
        }
    }
}

/// How something stands in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Force {
    /// How surely it holds: 0 for not at all, 1 for surely.
    pub share: f32,
    /// What became of it since the first day of a stretch.
    pub change: Change,
}

impl Force {
    /// Of what has no date, or is looked at as of all times.
    pub const FULL: Self = Self {
        share: 1.0,
        change: Change::None,
    };

    /// How what `span` dates stands at `moment`; in full where either is missing.
    #[must_use]
    pub fn of(span: Option<&Span>, moment: Option<Moment>) -> Self {
        let (Some(span), Some(moment)) = (span, moment) else {
            return Self::FULL;
        };
        let last = share_on_day(span, moment.at);
        let Some(since) = moment.since else {
            return Self {
                share: last,
                change: Change::None,
            };
        };
        let first = share_on_day(span, since);
        let held = |share: f32, change: Change| Self { share, change };
        match (first > 0.0, last > 0.0) {
            (true, true) => held(first.max(last), Change::None),
            (false, true) => held(last, Change::Began),
            (true, false) => held(first, Change::Ended),
            (false, false) if span.touches(since, end_of(moment.at)) => {
                held(if span.uncertain { UNCERTAIN } else { 1.0 }, Change::Passed)
            }
            (false, false) => held(0.0, Change::None),
        }
    }

    /// How a relation stands at `moment`.
    #[must_use]
    pub fn of_relation(index: &Index, ix: RelationIx, moment: Option<Moment>) -> Self {
        let date = index.story().relation(ix).during.date;
        Self::of(date.map(Date::span), moment)
    }

    /// Whether it may hold at all.
    #[must_use]
    pub fn holds(self) -> bool {
        self.share > 0.0
    }
}

fn end_of(day: Tick) -> Tick {
    Tick(day.0.saturating_add(TICKS_PER_DAY))
}

/// How surely what `span` dates holds on the day that begins at `day`: 0 to 1.
///
/// An end that is known to a month is as likely on any of its days.
#[must_use]
pub fn share_on_day(span: &Span, day: Tick) -> f32 {
    let end = end_of(day);
    let meets = |&(from, to): &(Tick, Tick)| from < end && day < to;
    let share = match span.form {
        Form::AllOf if span.members.iter().any(meets) => 1.0,
        Form::OneOf if span.members.iter().any(meets) => SOMEWHERE,
        Form::AllOf | Form::OneOf => 0.0,
        _ if !meets(&span.outer()) => 0.0,
        Form::Moment => 1.0,
        Form::Within => {
            let (from, to) = span.outer();
            // What is known to the day or better holds on it.
            if to.0.saturating_sub(from.0) <= TICKS_PER_DAY {
                1.0
            } else {
                SOMEWHERE
            }
        }
        Form::Interval => begun(&span.start, end).min(going(&span.end, &span.start, day)),
    };
    if span.uncertain {
        share.min(UNCERTAIN)
    } else {
        share
    }
}

/// How surely what starts at `start` has begun before `end`.
fn begun(start: &Edge, end: Tick) -> f32 {
    match start.known {
        // It began long before, or nobody knows when.
        Known::Open => 1.0,
        Known::Unknown => SOMEWHERE,
        Known::Dated => part(end.0, start.earliest.0, start.latest.0),
    }
}

/// How surely what ends at `finish` and began at `start` still goes on at `day`.
fn going(finish: &Edge, start: &Edge, day: Tick) -> f32 {
    match finish.known {
        Known::Open => 1.0,
        // While it begins it goes on; how long after that, nobody knows.
        Known::Unknown if day < start.latest => 1.0,
        Known::Unknown => SOMEWHERE,
        Known::Dated => 1.0 - part(day.0, finish.earliest.0, finish.latest.0),
    }
}

/// Which part of `from..to` lies before `at`: 0 to 1.
fn part(at: i64, from: i64, to: i64) -> f32 {
    /// What is in force by a hair still shows.
    const LEAST: f32 = 0.1;
    if at >= to {
        return 1.0;
    }
    if at <= from {
        return 0.0;
    }
    let length = i128::from(to) - i128::from(from);
    let before = i128::from(at) - i128::from(from);
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "a share of a stretch"
    )]
    let part = (before as f64 / length as f64) as f32;
    // Neither none nor all of it: that much is known.
    part.clamp(LEAST, 1.0 - LEAST)
}

/// What is in force at a moment, out of all that is on the map: relations, and those of them that have
/// a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InForce {
    /// Relations that hold, surely or perhaps.
    pub holding: usize,
    /// All relations on show.
    pub all: usize,
}

/// How many of `relations` are in force at `moment`.
#[must_use]
pub fn in_force(
    index: &Index,
    relations: impl Iterator<Item = RelationIx>,
    moment: Option<Moment>,
) -> InForce {
    let mut counted = InForce::default();
    for ix in relations.filter(|&ix| index.shows_relation(ix)) {
        counted.all += 1;
        counted.holding += usize::from(Force::of_relation(index, ix, moment).holds());
    }
    counted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::story::calendar::Civil;
    use crate::story::date::Holds;

    fn day(year: i64, month: u8, day: u8) -> Tick {
        Civil::new(year, month, day).start()
    }

    fn on(text: &str, at: Tick) -> f32 {
        share_on_day(Date::parse(text).unwrap().span(), at)
    }

    fn between(text: &str, since: Tick, at: Tick) -> Force {
        let moment = Moment {
            since: Some(since),
            at,
        };
        Force::of(Some(Date::parse(text).unwrap().span()), Some(moment))
    }

    fn is(share: f32, wanted: f32) -> bool {
        (share - wanted).abs() < 0.01
    }

    #[test]
    fn whole_days_hold_from_the_first_to_the_last() {
        let term = "2019-01-01/2021-12-31";
        assert!(is(on(term, day(2018, 12, 31)), 0.0));
        assert!(is(on(term, day(2019, 1, 1)), 1.0));
        assert!(is(on(term, day(2021, 12, 31)), 1.0));
        assert!(is(on(term, day(2022, 1, 1)), 0.0));
    }

    #[test]
    fn a_year_that_something_began_in_makes_it_surer_day_by_day() {
        let since = "2019/2023-06-30";
        let [spring, summer, autumn] =
            [day(2019, 3, 1), day(2019, 7, 2), day(2019, 11, 1)].map(|at| on(since, at));
        assert!(spring > 0.0 && spring < summer && summer < autumn && autumn < 1.0);
        assert!(is(summer, 0.5));
        assert!(is(on(since, day(2020, 1, 1)), 1.0));
    }

    #[test]
    fn what_is_not_known_is_neither_sure_nor_out_of_the_question() {
        assert!(is(on("2019-01-01/..", day(2500, 1, 1)), 1.0));
        assert!(is(on("2019-01-01/", day(2500, 1, 1)), 0.5));
        assert!(is(on("../2019-01-01", day(1000, 1, 1)), 1.0));
        assert!(is(on("/2019-01-01", day(1000, 1, 1)), 0.5));
        assert!(is(on("2019", day(2019, 5, 1)), 0.5));
        assert!(is(on("2019-05-01", day(2019, 5, 1)), 1.0));
        assert!(is(on("2019-01-01?/2021-01-01", day(2020, 5, 1)), 0.6));
    }

    #[test]
    fn a_stretch_tells_what_began_and_what_ended_in_it() {
        let (since, at) = (day(2020, 1, 1), day(2023, 1, 1));
        let change = |text| between(text, since, at).change;
        assert_eq!(change("2019-01-01/.."), Change::None);
        assert_eq!(change("2021-01-01/.."), Change::Began);
        assert_eq!(change("2019-01-01/2021-01-01"), Change::Ended);
        assert_eq!(change("2021-01-01/2022-01-01"), Change::Passed);
        assert!(!between("2024-01-01/..", since, at).holds());
        assert!(!between("2010-01-01/2011-01-01", since, at).holds());
    }

    proptest! {
        #[test]
        fn what_may_hold_on_a_day_has_a_share_and_nothing_else(
            text in prop::sample::select(vec![
                "2001", "2001~", "2001?", "2001-04", "2001-04-09", "2001/2009", "2001~/2009?",
                "2001-02-03/2001-05-06", "2001/..", "../2009", "2001/", "/2009", "[2001,2005]",
                "{2001,2005..2007}", "200X", "2001-21", "2001-04-09T10:00:00",
            ]),
            days in -2000..8000_i64,
        ) {
            let date = Date::parse(text).unwrap();
            let at = Tick(day(2001, 1, 1).0 + days * TICKS_PER_DAY);
            let share = share_on_day(date.span(), at);
            prop_assert!((0.0..=1.0).contains(&share));
            let hours = (0..24).map(|hour| Tick(at.0 + hour * TICKS_PER_DAY / 24));
            let may = hours.into_iter().any(|at| date.span().holds_at(at) != Holds::No);
            prop_assert_eq!(share > 0.0, may, "{} {}", text, share);
        }
    }
}
