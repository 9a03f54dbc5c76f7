//! A single date in words.

use edtf_core::{Date, DateField};

use super::joined_or;
use super::marks::Marks;
use super::place::{Form, Place};
use super::year::{Mask, estimate, mask, of_year, with_year, year_alone, year_of_part};
use crate::language::say;
use crate::story::calendar::days_in_month;
use crate::story::words::{day_of_year, month_name, month_of_year, year};

/// A date that stands alone in a sentence.
pub(super) fn alone(date: &Date) -> String {
    if let Some(words) = plain_alone(date) {
        return words;
    }
    let marks = Marks::of(date);
    let is_definite = is_definite(date);
    let about = marks.day_about || marks.about && is_definite;
    let estimate = estimate(date);
    let about_is_said = is_definite && estimate.is_none() || marks.day_about;
    let plain = match (estimate, date.month, mask(date)) {
        (Some(at), ..) => say!(
            "story-estimate",
            first = at.first,
            last = at.last,
            year = at.at
        ),
        (None, ..) if about => {
            let (form, bare) = bare(date, marks.day_about, Place::Alone);
            say!("story-date-about", form = form.key(), date = bare)
        }
        (None, None, Some(Mask::Years(first, last))) => {
            say!("story-years-alone", first = year(first), last = year(last))
        }
        _ => {
            let (form, bare) = bare(date, false, Place::Alone);
            Place::Alone.put(form, &bare)
        }
    };
    let note = marks.note(about_is_said);
    if note.is_empty() {
        plain
    } else {
        say!("story-noted-alone", date = plain, note = note)
    }
}

/// What most dates are, each in one message: a day, a month or a year without any mark.
fn plain_alone(date: &Date) -> Option<String> {
    let is_marked = date.is_approximate() || date.is_uncertain();
    if is_marked || date.has_unspecified() || date.year.significant_digits.is_some() {
        return None;
    }
    let of_year = date.year.value().filter(|value| *value < 10_000)?;
    let year = year(of_year);
    match (date.month, date.day) {
        (None, None) => Some(say!("story-year-alone", year = year)),
        (Some(month), day) => {
            let name = month_name(month.value().filter(|month| *month <= 12)?);
            Some(match day {
                Some(day) => day_of_year(day.value()?, name, &year),
                None => say!("story-month-alone", month = name, year = year),
            })
        }
        (None, Some(_)) => None,
    }
}

/// A date among others, or as an end of an interval, with the words that it needs there.
pub(super) fn placed(date: &Date, place: Place) -> String {
    let marks = Marks::of(date);
    let is_definite = is_definite(date);
    let (form, mut words) = if let Some(at) = estimate(date) {
        let near = say!(
            "story-estimate-near",
            year = at.at,
            first = at.first,
            last = at.last
        );
        (Form::About, near)
    } else {
        let (form, bare) = bare(date, marks.day_about, place);
        if marks.day_about || marks.about && is_definite {
            let near = say!(
                "story-date-near",
                form = form.key(),
                place = place.key(),
                date = bare
            );
            (form.about(), near)
        } else {
            (form, bare)
        }
    };
    let note = marks.note(is_definite || marks.day_about);
    if !note.is_empty() {
        words = say!("story-noted", date = words, note = note);
    }
    place.put(form, &words)
}

/// Whether a date names one year, month or day, and not one of several.
fn is_definite(date: &Date) -> bool {
    let masked = date.month.is_some_and(DateField::has_unspecified)
        || date.day.is_some_and(DateField::has_unspecified);
    let decade = date.month.is_none() && matches!(mask(date), Some(Mask::Decade(_)));
    !masked && (decade || !date.year.has_unspecified())
}

/// The months that `field` may be: 1 to 12.
pub(super) fn months(field: DateField) -> Vec<u8> {
    (1..=12).filter(|&month| fits(field, month)).collect()
}

fn fits(field: DateField, number: u8) -> bool {
    let digit = |n: usize, value: u8| field.digits[n].is_none_or(|digit| digit == value);
    digit(0, number / 10) && digit(1, number % 10)
}

/// The months of a date, before they get their year.
enum Months {
    /// One, or a few by name.
    Named(String),
    /// From the first to the last.
    Range(u8, u8),
    /// Nobody knows which.
    Any,
}

/// A date in words without its marks; the day as an ordinal where `ordinal` asks for it.
fn bare(date: &Date, ordinal: bool, place: Place) -> (Form, String) {
    let Some(month) = date.month else {
        return year_alone(date, place);
    };
    let months = match month.value() {
        Some(code @ 21..) => return part_of_year(code, date, place),
        Some(month) => Months::Named(month_name(month).to_owned()),
        None => match months(month)[..] {
            [_, _, _, _, _, _, _, _, _, _, ..] => Months::Any,
            [first, _, _, .., last] => Months::Range(first, last),
            ref few => {
                let names: Vec<_> = few.iter().map(|&m| month_name(m).to_owned()).collect();
                Months::Named(joined_or(&names))
            }
        },
    };
    let month = |place: &str| match &months {
        Months::Named(names) => with_year(names, date),
        Months::Range(first, last) => {
            let (first, last) = (month_name(*first), month_name(*last));
            let range = say!(
                "story-month-range",
                place = place,
                first = first,
                last = last
            );
            with_year(&range, date)
        }
        Months::Any => some_month(date, place),
    };
    let month_form = match months {
        Months::Named(_) => Form::Month,
        Months::Range(..) => Form::MonthRange,
        Months::Any => Form::Some,
    };
    let Some(day) = date.day else {
        return (month_form, month(place.key()));
    };
    if day.digits == [None, None] {
        // In which month is then no matter either.
        let (form, within) = match months {
            Months::Any => (Form::Year, of_year(date)),
            _ => (month_form, month("alone")),
        };
        let day = say!("story-some-day", form = form.key(), date = within);
        return (Form::SomeDay, day);
    }
    let Some(number) = day.value() else {
        let (form, days) = days(day, longest(date));
        return (
            form,
            say!("story-days-of", days = days, month = month("day")),
        );
    };
    let form = if is_definite(date) {
        Form::Day
    } else {
        Form::Days
    };
    let words = match (&months, mask(date), date.year.value()) {
        _ if ordinal || !is_plain(date) => nth_of(&nth(number), &month("day")),
        (Months::Named(name), None, Some(value)) => day_of_year(number, name, &year(value)),
        (Months::Named(name), ..) => {
            let day = say!("story-day-of-month", day = number.to_string(), month = name);
            with_year(&day, date)
        }
        _ => nth_of(&nth(number), &month("day")),
    };
    (form, words)
}

/// Some month of a year, where nobody knows which.
pub(super) fn some_month(date: &Date, place: &str) -> String {
    say!("story-some-month", place = place, year = of_year(date))
}

/// Whether the month is one, so that a day can stand before its name.
pub(super) fn is_plain(date: &Date) -> bool {
    date.month.is_some_and(|month| month.value().is_some())
}

/// The number of days that the month has, or may have.
fn longest(date: &Date) -> u8 {
    let month = date.month.and_then(DateField::value);
    // In a year that is not known, February may have 29.
    let year = date.year.value().unwrap_or(2000);
    month.map_or(31, |month| days_in_month(year, month))
}

/// "some day from the 10th to the 19th", "the 30th or the 31st".
fn days(field: DateField, longest: u8) -> (Form, String) {
    let days: Vec<u8> = (1..=longest).filter(|&day| fits(field, day)).collect();
    match days[..] {
        [first, .., last] if days.len() > 4 => {
            let range = say!("story-day-range", first = nth(first), last = nth(last));
            (Form::SomeDay, range)
        }
        _ => {
            let names: Vec<_> = days
                .iter()
                .map(|&day| say!("story-the-nth", day = nth(day)))
                .collect();
            (Form::Days, joined_or(&names))
        }
    }
}

/// "12th".
pub(super) fn nth(day: u8) -> String {
    say!("story-nth", day = day)
}

/// "the 12th of June 2004".
pub(super) fn nth_of(nth: &str, month: &str) -> String {
    say!("story-nth-of", day = nth, month = month)
}

/// What a part of a date is: what is named where only it is marked, or where there are several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Month,
    Season,
    Quarter,
    Third,
    Half,
    Year,
}

impl Unit {
    /// What a number in the place of a month stands for.
    pub(super) fn of_month(code: u8) -> Self {
        match code {
            21..=32 => Self::Season,
            33..=36 => Self::Quarter,
            37..=39 => Self::Third,
            40.. => Self::Half,
            _ => Self::Month,
        }
    }

    /// Its name in messages.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::Third => "third",
            Self::Half => "half",
            Self::Year => "year",
        }
    }
}

/// The name of the season `code`.
pub(super) fn season(code: u8) -> &'static str {
    match code.saturating_sub(21) % 4 {
        0 => say!("story-spring"),
        1 => say!("story-summer"),
        2 => say!("story-autumn"),
        _ => say!("story-winter"),
    }
}

/// A season that belongs to the year `value` and the next: which, is said.
pub(super) fn season_of_years(season: &str, value: i64) -> String {
    let years = format!("{}/{:02}", year(value), (value + 1) % 100);
    month_of_year(season, &years)
}

/// Sub-year groupings of ISO 8601-2, section 4.8.
fn part_of_year(code: u8, date: &Date, place: Place) -> (Form, String) {
    let place = place.key();
    let words = match code {
        ..=32 => {
            let name = season(code);
            let plain = match (mask(date), date.year.value()) {
                (None, Some(value)) if crosses_years(code, value) => season_of_years(name, value),
                _ => with_year(name, date),
            };
            let season = match code {
                25..=28 => say!("story-northern", season = plain),
                29.. => say!("story-southern", season = plain),
                _ => plain,
            };
            return (Form::Season, season);
        }
        33..=36 => say!(
            "story-quarter",
            place = place,
            nth = code - 32,
            year = year_of_part(date)
        ),
        37..=39 => say!(
            "story-third",
            place = place,
            nth = code - 36,
            year = of_year(date)
        ),
        _ => say!(
            "story-half",
            place = place,
            nth = (code - 39).min(2),
            year = year_of_part(date)
        ),
    };
    (Form::Part, words)
}

/// Whether the season `code` lasts from December to February, in a year after which four digits hold the next.
pub(super) fn crosses_years(code: u8, year: i64) -> bool {
    matches!(code, 24 | 28 | 30) && (0..9999).contains(&year)
}
