//! What kind of phrase a date is, and where it stands: languages choose articles, cases and prepositions by both.

use crate::language::say;

/// What kind of phrase a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "22 June 2023".
    Day,
    /// "the 5th or the 15th of June 2004", "25 December of an unknown year".
    Days,
    /// "some day in June 2004".
    SomeDay,
    /// "April 2023", "October, November or December 1984".
    Month,
    /// "a month from January to September 2004".
    MonthRange,
    /// "1984".
    Year,
    /// "the 1560s".
    Decade,
    /// "summer 2018".
    Season,
    /// "the second quarter of 2018", "the year 170,000,002".
    Part,
    /// "some month of 2004", "some year from 1500 to 1599", "an unknown year".
    Some,
    /// "about 1984".
    About,
    /// "about 11 June 2004".
    AboutDay,
}

impl Form {
    /// Its name in messages.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Days => "days",
            Self::SomeDay => "some-day",
            Self::Month => "month",
            Self::MonthRange => "month-range",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Season => "season",
            Self::Part => "part",
            Self::Some => "some",
            Self::About => "about",
            Self::AboutDay => "about-day",
        }
    }

    /// What "about" makes of it.
    pub(super) fn about(self) -> Self {
        match self {
            Self::Day | Self::Days | Self::SomeDay => Self::AboutDay,
            _ => Self::About,
        }
    }
}

/// Where a date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// By itself, as when something happened.
    Alone,
    /// By itself, or at any time before.
    OrEarlier,
    /// By itself, or at any time after.
    OrLater,
    /// Among others, or before a time of day.
    Listed,
    /// As the start of what has an end: "from 1984".
    From,
    /// As the start of what has none: "since 1984".
    Since,
    /// As the end of what has a start: "to 1984".
    To,
    /// As the end of what has none: "until 1984".
    Until,
}

impl Place {
    /// Its name in messages, as far as a date changes its own form there.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Alone | Self::OrEarlier | Self::OrLater => "alone",
            Self::Listed => "listed",
            Self::From | Self::Since => "start",
            Self::To | Self::Until => "end",
        }
    }

    /// `date`, which is a phrase of the kind `form`, with the words that it needs here.
    pub(super) fn put(self, form: Form, date: &str) -> String {
        let form = form.key();
        match self {
            Self::Alone => say!("story-date-alone", form = form, date = date),
            Self::OrEarlier => say!("story-date-or-earlier-alone", form = form, date = date),
            Self::OrLater => say!("story-date-or-later-alone", form = form, date = date),
            Self::Listed => say!("story-date-listed", form = form, date = date),
            Self::From => say!("story-date-from", form = form, date = date),
            Self::Since => say!("story-date-since", form = form, date = date),
            Self::To => say!("story-date-to", form = form, date = date),
            Self::Until => say!("story-date-until", form = form, date = date),
        }
    }
}
