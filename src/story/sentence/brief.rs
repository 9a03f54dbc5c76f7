//! A single date in few words.

use edtf_core::{Date, DateField};

use super::joined_or;
use super::single::{crosses_years, is_plain, months, nth, nth_of, season, some_month};
use super::year::{Mask, estimate, mask};
use crate::language::say;
use crate::story::words::{
    day_of_year, decimal, month_abbreviation, month_of_year, year, year_without_era,
};

/// A date in few words, with its marks: "c. Jun 2004?".
pub(super) fn brief(date: &Date) -> String {
    let estimate = estimate(date);
    let about = estimate.is_some() || date.is_approximate();
    let bare = estimate.map_or_else(|| bare(date), |estimate| estimate.at);
    let bare = if about {
        say!("story-brief-about", date = bare)
    } else {
        bare
    };
    let doubt = if date.is_uncertain() { "?" } else { "" };
    format!("{bare}{doubt}")
}

fn bare(date: &Date) -> String {
    let Some(month) = date.month else {
        return year_name(date);
    };
    let day = date.day;
    let months = match month.value() {
        Some(code @ 21..) => return part_of_year(code, date),
        Some(month) => Some(month_abbreviation(month).to_owned()),
        None => several(&months(month)),
    };
    let Some(months) = months else {
        return match day {
            None => year_name(date),
            Some(day) if day.digits == [None, None] => year_name(date),
            Some(day) => match day.value() {
                Some(day) => nth_of(&nth(day), &some_month(date, "day")),
                None => some_month(date, "brief"),
            },
        };
    };
    let number = day.and_then(DateField::value);
    match (number, mask(date), date.year.value()) {
        (Some(day), None, Some(value)) if is_plain(date) => day_of_year(day, &months, &year(value)),
        (Some(day), Some(_), _) if is_plain(date) => {
            let day = say!("story-day-of-month", day = day.to_string(), month = months);
            with_year(&day, date)
        }
        (Some(day), ..) => {
            let month = with_year(&months, date);
            say!("story-brief-day-among", day = nth(day), months = month)
        }
        (None, ..) => with_year(&months, date),
    }
}

/// The names of `months`; none where they are most of a year.
fn several(months: &[u8]) -> Option<String> {
    let named = |month: u8| month_abbreviation(month).to_owned();
    match *months {
        [_, _, _, _, _, _, _, _, _, _, ..] => None,
        [first, second, .., last] if last - first > 1 && second == first + 1 => {
            Some(month_range(first, last))
        }
        _ => Some(joined_or(
            &months.iter().copied().map(named).collect::<Vec<_>>(),
        )),
    }
}

fn month_range(first: u8, last: u8) -> String {
    format!("{}–{}", month_abbreviation(first), month_abbreviation(last))
}

/// "Jun 2004", "Jun, 1560s".
fn with_year(months: &str, date: &Date) -> String {
    match mask(date) {
        None => month_of_year(months, &year_name(date)),
        Some(_) => format!("{months}, {}", year_name(date)),
    }
}

fn year_name(date: &Date) -> String {
    match (mask(date), date.year.value()) {
        (Some(Mask::Decade(first)), _) => say!("story-brief-decade", year = first.to_string()),
        (Some(Mask::Years(first, last)), _) => format!("{}–{}", year(first), year(last)),
        (Some(Mask::Odd(written)), _) => written,
        (None, Some(value)) if value < 0 => ago(value).unwrap_or_else(|| year(value)),
        // A bare number that long would not be taken for a year.
        (None, Some(value @ 10_000..)) => {
            say!("story-brief-long-year", year = year_without_era(value))
        }
        (None, Some(value)) => year(value),
        (Some(Mask::Unknown), _) | (None, None) => say!("story-brief-unknown-year").to_owned(),
    }
}

/// "66 Ma", "4.5 Ga": deep time as the axis names it; none where the year is closer or not round.
fn ago(value: i64) -> Option<String> {
    let years = value.unsigned_abs();
    match years {
        1_000_000_000.. if years.is_multiple_of(1_000_000) => {
            Some(format!("{} Ga", decimal(years, 1_000_000_000)))
        }
        1_000_000..1_000_000_000 if years.is_multiple_of(1000) => {
            Some(format!("{} Ma", decimal(years, 1_000_000)))
        }
        _ => None,
    }
}

/// Sub-year groupings of ISO 8601-2, section 4.8.
fn part_of_year(code: u8, date: &Date) -> String {
    match code {
        ..=32 => {
            let name = season(code);
            let plain = match (mask(date), date.year.value()) {
                (None, Some(value)) if crosses_years(code, value) => {
                    super::single::season_of_years(name, value)
                }
                _ => with_year(name, date),
            };
            match code {
                25..=28 => say!("story-brief-northern", season = plain),
                29.. => say!("story-brief-southern", season = plain),
                _ => plain,
            }
        }
        33..=36 => say!(
            "story-brief-quarter",
            nth = code - 32,
            year = year_name(date)
        ),
        37..=39 => {
            let first = (code - 37) * 4 + 1;
            with_year(&month_range(first, first + 3), date)
        }
        _ => say!(
            "story-brief-half",
            nth = (code - 39).min(2),
            year = year_name(date)
        ),
    }
}
