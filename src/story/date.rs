//! Dates as EDTF (ISO 8601-2:2019, annex A), and what each says of the time axis.

use std::fmt;
use std::ops::Deref;

use edtf_core::{Bound, Edtf, IntervalEndpoint, SetElement, SetKind};

use crate::language::say;

use super::calendar::{Civil, TICKS_PER_SECOND, Tick, YEAR_LIMIT};

/// A date as its author wrote it, with what it says of the time axis.
#[derive(Clone, PartialEq)]
pub struct Date {
    text: Box<str>,
    span: Span,
}

/// What a date says of the time axis. All ends are exclusive: a day ends as the next begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// How the two edges are to be read.
    pub form: Form,
    /// When it began.
    pub start: Edge,
    /// When it ended.
    pub end: Edge,
    /// The members of a set, in the author's order; empty for all other forms.
    pub members: Members,
    /// `~` or `%` stands anywhere in the date.
    pub approximate: bool,
    /// `?` or `%` stands anywhere in the date.
    pub uncertain: bool,
}

/// The members of a set, each from its first instant to its end. Few dates are sets, so the list
/// takes no more room than a pointer.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(
    clippy::box_collection,
    reason = "a story holds many dates, and few of them have members"
)]
pub struct Members(Option<Box<Vec<(Tick, Tick)>>>);

impl From<Vec<(Tick, Tick)>> for Members {
    fn from(members: Vec<(Tick, Tick)>) -> Self {
        Self((!members.is_empty()).then(|| Box::new(members)))
    }
}

impl Deref for Members {
    type Target = [(Tick, Tick)];

    fn deref(&self) -> &Self::Target {
        self.0.as_deref().map_or(&[], Vec::as_slice)
    }
}

/// How the edges of a [`Span`] are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A day or an instant: as sharp as people date things.
    Moment,
    /// Some time between the edges: a month, a season, a year, `156X`.
    Within,
    /// All the time between the edges.
    Interval,
    /// Exactly one of the members, nobody knows which.
    OneOf,
    /// Every one of the members.
    AllOf,
}

/// One end of a span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The earliest instant at which it can lie; [`Tick::MIN`] where nothing bounds it.
    pub earliest: Tick,
    /// The latest instant at which it can lie; [`Tick::MAX`] where nothing bounds it.
    pub latest: Tick,
    /// What the author knew of it.
    pub known: Known,
    /// This end is marked `~` or `%`.
    pub approximate: bool,
    /// This end is marked `?` or `%`.
    pub uncertain: bool,
}

/// What the author of a date knew of one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Known {
    /// A date.
    Dated,
    /// `..`: there is no end on this side, or not yet.
    Open,
    /// Nothing written: there is an end, at an unknown time.
    Unknown,
}

/// Whether something holds at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holds {
    /// It does not.
    No,
    /// It may: the instant lies where the date is not sharp.
    Maybe,
    /// It does.
    Yes,
}

/// Why a string is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It is not EDTF.
    Syntax {
        /// What was written.
        text: String,
        /// Why it is no date, in English; [`reason_in_words`](super::reason) has it in the language in force.
        reason: &'static str,
        /// The byte offset in `text` at which it stops being one.
        offset: usize,
    },
    /// The interval ends before it begins.
    Reversed(String),
    /// The year lies beyond the axis.
    OutOfRange(String),
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Syntax { text, reason, .. } => say!(
                "story-date-syntax",
                text = text,
                reason = super::reason::reason_in_words(reason)
            ),
            Self::Reversed(text) => say!("story-date-reversed", text = text),
            Self::OutOfRange(text) => {
                say!("story-date-out-of-range", text = text, limit = YEAR_LIMIT)
            }
        })
    }
}

impl std::error::Error for DateError {}

impl Date {
    /// Reads an EDTF date of level 0, 1 or 2.
    ///
    /// # Errors
    /// Where the text is not EDTF, names a day that no calendar has, ends before it begins or lies
    /// beyond the axis.
    ///
    /// ```
    /// use throughline::story::Date;
    /// assert_eq!(Date::parse("2023-04").unwrap().words(), "some time in April 2023");
    /// assert!(Date::parse("2023-02-30").is_err());
    /// assert!(Date::parse("2023/2021").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let edtf = Edtf::parse(text).map_err(|error| DateError::Syntax {
            text: text.to_owned(),
            reason: error.message,
            offset: error.offset,
        })?;
        let span = span_of(&edtf).ok_or_else(|| DateError::OutOfRange(text.to_owned()))?;
        if span.end.latest <= span.start.earliest {
            return Err(DateError::Reversed(text.to_owned()));
        }
        Ok(Self {
            text: text.into(),
            span,
        })
    }

    /// The date as its author wrote it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The expression, parsed again: it is several times as large as the date. There is one for
    /// every date that [`Date::parse`] accepted.
    #[must_use]
    pub fn edtf(&self) -> Option<Edtf> {
        Edtf::parse(&self.text).ok()
    }

    /// What it says of the time axis.
    #[must_use]
    pub fn span(&self) -> &Span {
        &self.span
    }

    /// The date in words, as a sentence would have it: "some time in April 2023".
    #[must_use]
    pub fn words(&self) -> String {
        self.edtf().map_or_else(
            || self.text().to_owned(),
            |edtf| super::sentence::sentence(&edtf),
        )
    }

    /// The date in few words, as a list would have it: "Apr 2023".
    #[must_use]
    pub fn brief(&self) -> String {
        self.edtf().map_or_else(
            || self.text().to_owned(),
            |edtf| super::sentence::brief(&edtf),
        )
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date({})", self.text)
    }
}

impl Span {
    /// The finite part of the span, for fitting and sorting: from the first to the last instant
    /// that the author bounded. `None` where there is none (`../..`).
    #[must_use]
    pub fn finite(&self) -> Option<(Tick, Tick)> {
        let bounds = [
            self.start.earliest,
            self.start.latest,
            self.end.earliest,
            self.end.latest,
        ];
        let finite = || {
            bounds
                .into_iter()
                .filter(|&t| t != Tick::MIN && t != Tick::MAX)
        };
        Some((finite().min()?, finite().max()?))
    }

    /// The first and last instant that it can touch; the ends of the axis where it is open.
    #[must_use]
    pub fn outer(&self) -> (Tick, Tick) {
        (self.start.earliest, self.end.latest)
    }

    /// Whether what this span dates holds at `instant`.
    #[must_use]
    pub fn holds_at(&self, instant: Tick) -> Holds {
        let within = |(from, to): (Tick, Tick)| from <= instant && instant < to;
        match self.form {
            Form::AllOf if self.members.iter().copied().any(within) => Holds::Yes,
            Form::OneOf if self.members.iter().copied().any(within) => Holds::Maybe,
            Form::AllOf | Form::OneOf => Holds::No,
            Form::Moment if within(self.outer()) => Holds::Yes,
            Form::Interval if self.start.latest <= instant && instant < self.end.earliest => {
                if self.start.uncertain || self.end.uncertain {
                    Holds::Maybe
                } else {
                    Holds::Yes
                }
            }
            _ if within(self.outer()) => Holds::Maybe,
            _ => Holds::No,
        }
    }

    /// Whether what this span dates may hold at any instant of `from..to`.
    #[must_use]
    pub fn touches(&self, from: Tick, to: Tick) -> bool {
        let meets = |(start, end): (Tick, Tick)| start < to && from < end;
        if self.members.is_empty() {
            meets(self.outer())
        } else {
            self.members.iter().copied().any(meets)
        }
    }

    /// The order in which things stand in time: by first bounded instant, then by last.
    #[must_use]
    pub fn sort_key(&self) -> (Tick, Tick) {
        self.finite().unwrap_or((Tick::MIN, Tick::MAX))
    }
}

/// The first instant and the end of what `date` covers; `None` beyond the axis.
fn extent(date: &edtf_core::Date) -> Option<(Tick, Tick)> {
    let bounds = Edtf::Date(*date).bounds();
    let civil = |bound: Bound| match bound {
        Bound::Date(day) if day.year.abs() <= YEAR_LIMIT => {
            Some(Civil::new(day.year, day.month, day.day))
        }
        _ => None,
    };
    Some((civil(bounds.earliest)?.start(), civil(bounds.latest)?.end()))
}

fn edge(date: &edtf_core::Date, (earliest, latest): (Tick, Tick)) -> Edge {
    Edge {
        earliest,
        latest,
        known: Known::Dated,
        approximate: date.is_approximate(),
        uncertain: date.is_uncertain(),
    }
}

fn boundless(known: Known, earliest: Tick, latest: Tick) -> Edge {
    Edge {
        earliest,
        latest,
        known,
        approximate: false,
        uncertain: false,
    }
}

fn span_of(edtf: &Edtf) -> Option<Span> {
    let (form, start, end, members) = match edtf {
        Edtf::Date(date) => {
            let extent = extent(date)?;
            let sharp = date.precision() == edtf_core::Precision::Day && !date.has_unspecified();
            let form = if sharp { Form::Moment } else { Form::Within };
            (
                form,
                edge(date, extent),
                edge(date, extent),
                Members::default(),
            )
        }
        Edtf::DateTime(when) => {
            let (midnight, _) = extent(&when.date)?;
            let time = &when.time;
            let shift = match time.shift {
                Some(edtf_core::TimeShift::Offset { minutes, .. }) => i64::from(minutes) * 60,
                Some(edtf_core::TimeShift::Utc) | None => 0,
            };
            let second =
                i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + i64::from(time.second);
            let at = midnight + (second - shift) * TICKS_PER_SECOND;
            let edge = edge(&when.date, (at, at + TICKS_PER_SECOND));
            (Form::Moment, edge, edge, Members::default())
        }
        Edtf::Interval(interval) => {
            let (start, end) = interval_edges(interval)?;
            (Form::Interval, start, end, Members::default())
        }
        Edtf::Set(set) => return set_span(set, edtf),
    };
    Some(Span {
        form,
        start,
        end,
        members,
        approximate: edtf.is_approximate(),
        uncertain: edtf.is_uncertain(),
    })
}

fn interval_edges(interval: &edtf_core::Interval) -> Option<(Edge, Edge)> {
    let start = match &interval.start {
        IntervalEndpoint::Date(date) => edge(date, extent(date)?),
        IntervalEndpoint::OnOrBefore(date) => Edge {
            earliest: Tick::MIN,
            ..edge(date, extent(date)?)
        },
        IntervalEndpoint::OnOrAfter(date) => Edge {
            latest: Tick::MAX,
            ..edge(date, extent(date)?)
        },
        IntervalEndpoint::Open => boundless(Known::Open, Tick::MIN, Tick::MIN),
        IntervalEndpoint::Unknown => boundless(Known::Unknown, Tick::MIN, Tick::MAX),
    };
    let end = match &interval.end {
        IntervalEndpoint::Date(date) => edge(date, extent(date)?),
        IntervalEndpoint::OnOrBefore(date) => Edge {
            earliest: Tick::MIN,
            ..edge(date, extent(date)?)
        },
        IntervalEndpoint::OnOrAfter(date) => Edge {
            latest: Tick::MAX,
            ..edge(date, extent(date)?)
        },
        IntervalEndpoint::Open => boundless(Known::Open, Tick::MAX, Tick::MAX),
        IntervalEndpoint::Unknown => boundless(Known::Unknown, Tick::MIN, Tick::MAX),
    };
    // An end is no earlier than the start allows, and the other way round.
    Some((
        Edge {
            latest: start.latest.min(end.latest),
            ..start
        },
        Edge {
            earliest: end.earliest.max(start.earliest),
            ..end
        },
    ))
}

fn set_span(set: &edtf_core::Set, edtf: &Edtf) -> Option<Span> {
    let mut members = Vec::with_capacity(set.elements.len());
    // The inner bounds: the dates that are written, where a member runs on without an end.
    let (mut from, mut to) = (Tick::MAX, Tick::MIN);
    for element in &set.elements {
        let (first, last) = match element {
            SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
                extent(date)?
            }
            SetElement::Range(first, last) => (extent(first)?.0, extent(last)?.1),
        };
        (from, to) = (from.min(first), to.max(last));
        members.push(match element {
            SetElement::OnOrBefore(_) => (Tick::MIN, last),
            SetElement::OnOrAfter(_) => (first, Tick::MAX),
            SetElement::Date(_) | SetElement::Range(..) => (first, last),
        });
    }
    let earliest = members.iter().map(|member| member.0).min()?;
    let latest = members.iter().map(|member| member.1).max()?;
    let known = |open: bool| if open { Known::Open } else { Known::Dated };
    let start = boundless(known(earliest == Tick::MIN), earliest, to);
    let end = boundless(known(latest == Tick::MAX), from, latest);
    Some(Span {
        form: if set.kind == SetKind::OneMember {
            Form::OneOf
        } else {
            Form::AllOf
        },
        start,
        end,
        members: members.into(),
        approximate: edtf.is_approximate(),
        uncertain: edtf.is_uncertain(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(year: i64, month: u8, day: u8) -> Tick {
        Civil::new(year, month, day).start()
    }

    fn span(text: &str) -> Span {
        Date::parse(text).unwrap().span().clone()
    }

    #[test]
    fn a_month_is_some_time_within_it() {
        let april = span("2023-04");
        assert_eq!(april.form, Form::Within);
        assert_eq!(april.outer(), (day(2023, 4, 1), day(2023, 5, 1)));
        assert_eq!(april.holds_at(day(2023, 4, 10)), Holds::Maybe);
    }

    #[test]
    fn an_interval_is_as_sharp_as_its_ends() {
        let probe = span("2021-12~/2023-06-22");
        assert_eq!(probe.start.latest, day(2022, 1, 1));
        assert_eq!(probe.holds_at(day(2021, 12, 5)), Holds::Maybe);
        assert_eq!(probe.holds_at(day(2022, 6, 1)), Holds::Yes);
        assert_eq!(probe.holds_at(day(2023, 6, 23)), Holds::No);
        assert!(probe.start.approximate && !probe.end.approximate);
    }

    #[test]
    fn an_open_end_has_none_and_an_unknown_end_lies_anywhere_after_the_start() {
        let open = span("2020/..");
        assert_eq!(open.end.known, Known::Open);
        assert_eq!(open.holds_at(day(3000, 1, 1)), Holds::Yes);
        let unknown = span("2020/");
        assert_eq!(unknown.end.known, Known::Unknown);
        assert_eq!(unknown.holds_at(day(3000, 1, 1)), Holds::Maybe);
        assert_eq!(unknown.finite(), Some((day(2020, 1, 1), day(2021, 1, 1))));
        assert_eq!(span("/2020").holds_at(day(1000, 1, 1)), Holds::Maybe);
    }

    #[test]
    fn sets_keep_their_members_apart() {
        let one = span("[1667,1668,1672]");
        assert_eq!((one.form, one.members.len()), (Form::OneOf, 3));
        assert_eq!(one.holds_at(day(1670, 1, 1)), Holds::No);
        assert_eq!(span("{1960,1961}").holds_at(day(1960, 7, 1)), Holds::Yes);
    }

    #[test]
    fn an_hour_with_an_offset_stands_at_its_utc_instant() {
        let local = span("2019-03-04T09:30:00");
        let east = span("2019-03-04T09:30:00+02:00");
        let ticks = local.start.earliest.0 - east.start.earliest.0;
        assert_eq!(ticks, 7200 * TICKS_PER_SECOND);
    }

    #[test]
    fn reversed_impossible_and_unreachable_dates_say_which_they_are() {
        assert!(matches!(
            Date::parse("2023-02-30"),
            Err(DateError::Syntax { .. })
        ));
        assert!(matches!(
            Date::parse("Y99E17"),
            Err(DateError::OutOfRange(_))
        ));
        let reversed = Date::parse("2023-05/2021-01").unwrap_err();
        assert!(!reversed.to_string().is_empty());
    }

    #[test]
    fn deep_time_stands_on_the_same_axis() {
        let dinosaurs = span("Y-66000000");
        assert!(dinosaurs.start.earliest < day(-9999, 1, 1));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[-0-9XY~?%./\\[\\]{},TZ:ES]{0,24}") {
            if let Ok(date) = Date::parse(&text) {
                let span = date.span();
                prop_assert!(span.start.earliest <= span.start.latest);
                prop_assert!(span.end.earliest <= span.end.latest);
                prop_assert!(span.start.earliest <= span.end.latest);
                prop_assert!(!date.words().is_empty() && !date.brief().is_empty());
            }
        }

        #[test]
        fn a_day_holds_from_its_midnight_to_the_next(days in -700_000_i64..700_000) {
            let civil = Civil::from_days(days);
            prop_assume!(civil.year >= 0);
            let text = format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
            let span = span(&text);
            prop_assert_eq!(span.holds_at(civil.start()), Holds::Yes);
            prop_assert_eq!(span.holds_at(civil.end()), Holds::No);
        }
    }
}
