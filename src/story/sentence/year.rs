//! What of a year is given, and what it is called within a sentence.

use edtf_core::{Bound, Date, Edtf, YearKind};

use super::place::{Form, Place};
use crate::language::say;
use crate::story::words::{before_era, plain_year, year};

/// A year of which only the first digits can be trusted.
pub(super) struct Estimate {
    /// The first year that it may be, in words.
    pub first: String,
    /// The last.
    pub last: String,
    /// The year that is given.
    pub at: String,
}

/// The estimate that `date` gives instead of a year.
pub(super) fn estimate(date: &Date) -> Option<Estimate> {
    date.year.significant_digits?;
    let value = date.year.value()?;
    let bounds = Edtf::Date(*date).bounds();
    let (Bound::Date(first), Bound::Date(last)) = (bounds.earliest, bounds.latest) else {
        return None;
    };
    (first.year != last.year).then(|| Estimate {
        first: in_digits(first.year),
        last: in_digits(last.year),
        at: in_digits(value),
    })
}

/// A year whose digits matter, and so none is put into words.
fn in_digits(value: i64) -> String {
    match value {
        ..=0 => before_era(&plain_year(value.unsigned_abs() + 1)),
        _ => plain_year(value.unsigned_abs()),
    }
}

/// A year with digits that nobody gives.
pub(super) enum Mask {
    /// `156X`, and its first year.
    Decade(i64),
    /// `15XX`, `1XXX`: the first and last year.
    Years(i64, i64),
    /// `XXXX`.
    Unknown,
    /// `1X84`: the year as it is written.
    Odd(String),
}

pub(super) fn mask(date: &Date) -> Option<Mask> {
    let YearKind::Standard { negative, digits } = date.year.kind else {
        return None;
    };
    let known = digits.iter().take_while(|digit| digit.is_some()).count();
    if known == 4 {
        return None;
    }
    let leading = digits.iter().flatten().take(known);
    let stem = leading.fold(0, |stem, digit| stem * 10 + i64::from(*digit));
    let power = [10_000, 1000, 100, 10][known];
    let (first, last) = (stem * power, stem * power + power - 1);
    Some(if digits[known..].iter().any(Option::is_some) {
        let sign = if negative { "-" } else { "" };
        let digits = digits.map(|digit| digit.map_or('X', |d| char::from(b'0' + d.min(9))));
        Mask::Odd(format!("{sign}{}", String::from_iter(digits)))
    } else if known == 0 {
        Mask::Unknown
    } else if negative {
        Mask::Years(-last, -first)
    } else if known == 3 && stem % 10 != 0 {
        Mask::Decade(first)
    } else {
        // "The 1500s" may be ten years or a hundred.
        Mask::Years(first, last)
    })
}

/// The year of `date` by itself, and what kind of phrase it is.
pub(super) fn year_alone(date: &Date, place: Place) -> (Form, String) {
    let place = place.key();
    match (mask(date), date.year.value()) {
        (Some(Mask::Decade(first)), _) => {
            let first = first.to_string();
            let decade = say!("story-decade", place = place, year = first);
            (Form::Decade, decade)
        }
        (Some(Mask::Years(first, last)), _) => {
            let years = say!("story-years", first = year(first), last = year(last));
            (Form::Some, years)
        }
        (Some(Mask::Odd(written)), _) => (Form::Some, say!("story-odd-year", year = written)),
        // A bare number that long would not be taken for a year.
        (None, Some(value @ 10_000..)) => (Form::Part, say!("story-long-year", year = year(value))),
        (None, Some(value)) => (Form::Year, year(value)),
        (Some(Mask::Unknown), _) | (None, None) => {
            (Form::Some, say!("story-unknown-year", place = place))
        }
    }
}

/// One year, of which another part of the date is a part: "some month of 2004".
pub(super) fn of_year(date: &Date) -> String {
    match (mask(date), date.year.value()) {
        (None, Some(value)) => say!("story-of-year", year = year(value)),
        (mask, _) => of_masked(mask),
    }
}

/// One year of which digits are not given, of which another part of the date is a part.
fn of_masked(mask: Option<Mask>) -> String {
    match mask {
        Some(Mask::Decade(first)) => say!("story-of-decade", year = first.to_string()),
        Some(Mask::Years(first, last)) => {
            say!("story-of-years", first = year(first), last = year(last))
        }
        Some(Mask::Odd(written)) => say!("story-of-odd-year", year = written),
        Some(Mask::Unknown) | None => say!("story-of-unknown-year").to_owned(),
    }
}

/// The year of a part of it whose name the year follows as a number, where it is one: "second quarter of 2018".
pub(super) fn year_of_part(date: &Date) -> String {
    match (mask(date), date.year.value()) {
        (None, Some(value)) => year(value),
        (mask, _) => of_masked(mask),
    }
}

/// `months`, or a season, with their year: "June 2004", "June of some year in the 1560s".
pub(super) fn with_year(months: &str, date: &Date) -> String {
    match (mask(date), date.year.value()) {
        (None, Some(value)) => crate::story::words::month_of_year(months, &year(value)),
        (mask, _) => say!("story-of", part = months, year = of_masked(mask)),
    }
}
