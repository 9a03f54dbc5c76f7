//! A single date in words.

use edtf_core::{Bound, Date, DateField, Edtf, YearKind};

use super::super::calendar::days_in_month;
use super::super::words::{decimal, grouped, month_abbreviation, month_name, year};
use super::marks::Marks;
use super::{Style, joined};

/// A date that stands alone in a sentence.
pub(super) fn alone(date: &Date) -> String {
    let marks = Marks::of(date);
    let is_definite = is_definite(date);
    let plain = match estimate(date) {
        Some((first, last, at)) => format!("some time from {first} to {last}, estimated at {at}"),
        None if marks.day_about || marks.about && is_definite => {
            format!("about {}", bare(date, marks.day_about, Style::Sentence))
        }
        None => {
            let bare = bare(date, false, Style::Sentence);
            let lead = match (date.month, date.day) {
                (_, Some(_)) if is_definite => "",
                (_, Some(_)) => "on ",
                (Some(month), None) if months(month).len() > 9 => "in ",
                (None, None) if bare.starts_with("some year from ") => {
                    return noted(&bare.replacen("year", "time", 1), &marks.note(is_definite));
                }
                (None, None) if bare.starts_with("some ") || bare.starts_with("an ") => "in ",
                _ => "some time in ",
            };
            format!("{lead}{bare}")
        }
    };
    let about_is_said = is_definite && estimate(date).is_none() || marks.day_about;
    noted(&plain, &marks.note(about_is_said))
}

fn noted(words: &str, note: &str) -> String {
    if note.is_empty() {
        words.to_owned()
    } else {
        format!("{words}, {note}")
    }
}

/// A date among others, or as an end of an interval.
pub(super) fn name(date: &Date, style: Style) -> String {
    let marks = Marks::of(date);
    if style == Style::Brief {
        let doubt = if date.is_uncertain() { "?" } else { "" };
        let (about, bare) = match estimate(date) {
            Some((_, _, at)) => ("c. ", at),
            None if date.is_approximate() => ("c. ", bare(date, false, style)),
            None => ("", bare(date, false, style)),
        };
        return format!("{about}{bare}{doubt}");
    }
    let is_definite = is_definite(date);
    let bare = bare(date, marks.day_about, style);
    let mut words = match estimate(date) {
        Some((first, last, at)) => format!("about {at} (from {first} to {last})"),
        None if marks.day_about || marks.about && is_definite => format!("about {bare}"),
        None => bare,
    };
    let note = marks.note(is_definite || marks.day_about);
    if !note.is_empty() {
        words += &format!(" ({note})");
    }
    words
}

/// Whether a date names one year, month or day, and not one of several.
fn is_definite(date: &Date) -> bool {
    let masked = date.month.is_some_and(DateField::has_unspecified)
        || date.day.is_some_and(DateField::has_unspecified);
    let decade = date.month.is_none() && matches!(mask(date), Some(Mask::Decade(_)));
    !masked && (decade || !date.year.has_unspecified())
}

/// A year of which only the first digits can be trusted: its first, its last, and the estimate.
fn estimate(date: &Date) -> Option<(String, String, String)> {
    date.year.significant_digits?;
    let value = date.year.value()?;
    let bounds = Edtf::Date(*date).bounds();
    let (Bound::Date(first), Bound::Date(last)) = (bounds.earliest, bounds.latest) else {
        return None;
    };
    (first.year != last.year).then(|| {
        let [first, last] = [first.year, last.year].map(year_in_digits);
        (first, last, year_in_digits(value))
    })
}

/// A year whose digits matter, and so none is put into words.
fn year_in_digits(value: i64) -> String {
    match value {
        ..=0 => format!("{} BCE", grouped_year(value.unsigned_abs() + 1)),
        _ => grouped_year(value.unsigned_abs()),
    }
}

fn grouped_year(count: u64) -> String {
    if count < 10_000 {
        count.to_string()
    } else {
        grouped(count)
    }
}

/// A year with digits that nobody gives.
enum Mask {
    /// `156X`, and its first year.
    Decade(i64),
    /// `15XX`, `1XXX`: the first and last year.
    Years(i64, i64),
    /// `XXXX`.
    Unknown,
    /// `1X84`: the year as it is written.
    Odd(String),
}

fn mask(date: &Date) -> Option<Mask> {
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

/// The months that `field` may be: 1 to 12.
fn months(field: DateField) -> Vec<u8> {
    (1..=12).filter(|&month| fits(field, month)).collect()
}

fn fits(field: DateField, number: u8) -> bool {
    let digit = |n: usize, value: u8| field.digits[n].is_none_or(|digit| digit == value);
    digit(0, number / 10) && digit(1, number % 10)
}

/// A date in words without its marks; the day as an ordinal where `ordinal` asks for it.
fn bare(date: &Date, ordinal: bool, style: Style) -> String {
    let brief = style == Style::Brief;
    let Some(month) = date.month else {
        return year_name(date, style);
    };
    let named = |month: u8| {
        if brief {
            month_abbreviation(month)
        } else {
            month_name(month)
        }
    };
    let months = match month.value() {
        Some(code @ 21..) => return part_of_year(code, date, style),
        Some(month) => vec![month],
        None => months(month),
    };
    let months = match months[..] {
        [_, _, _, _, _, _, _, _, _, _, ..] => None,
        [first, second, .., last] if brief && last - first > 1 && second == first + 1 => {
            Some(format!("{}–{}", named(first), named(last)))
        }
        [first, .., last] if months.len() > 3 => {
            Some(format!("a month from {} to {}", named(first), named(last)))
        }
        _ => {
            let names: Vec<_> = months
                .iter()
                .map(|&month| named(month).to_owned())
                .collect();
            Some(joined(&names, "or"))
        }
    };
    let month = match (&months, date.day) {
        (Some(months), _) => of_year(months, date, style),
        (None, None) if brief => year_name(date, style),
        (None, Some(day)) if day.digits == [None, None] => {
            if brief {
                year_name(date, style)
            } else {
                one_year(date)
            }
        }
        (None, _) => format!("some month of {}", one_year(date)),
    };
    let Some(day) = date.day else { return month };
    match (day.value(), months) {
        (Some(day), Some(_)) if !ordinal && is_plain(date) => format!("{day} {month}"),
        (Some(day), _) => format!("the {} of {month}", nth(day)),
        (None, _) if brief => month,
        (None, _) if day.digits == [None, None] => format!("some day in {month}"),
        (None, _) => format!("{} of {month}", days(day, longest(date))),
    }
}

/// Whether the month is one, so that a day can stand before its name.
fn is_plain(date: &Date) -> bool {
    date.month.is_some_and(|month| month.value().is_some())
}

/// "June 2004", "June of some year in the 1560s".
fn of_year(months: &str, date: &Date, style: Style) -> String {
    match mask(date) {
        None => format!("{months} {}", year_name(date, style)),
        Some(Mask::Unknown) if style == Style::Brief => format!("{months}, year unknown"),
        Some(_) if style == Style::Brief => format!("{months}, {}", year_name(date, style)),
        Some(_) => format!("{months} of {}", one_year(date)),
    }
}

/// One year, where another part of the date narrows it.
fn one_year(date: &Date) -> String {
    match mask(date) {
        Some(Mask::Decade(_)) => format!("some year in {}", year_name(date, Style::Sentence)),
        _ => year_name(date, Style::Sentence),
    }
}

fn year_name(date: &Date, style: Style) -> String {
    let brief = style == Style::Brief;
    match mask(date) {
        Some(Mask::Decade(first)) if brief => format!("{first}s"),
        Some(Mask::Decade(first)) => format!("the {first}s"),
        Some(Mask::Years(first, last)) if brief => format!("{}–{}", year(first), year(last)),
        Some(Mask::Years(first, last)) => {
            format!("some year from {} to {}", year(first), year(last))
        }
        Some(Mask::Unknown) if brief => "year unknown".to_owned(),
        Some(Mask::Unknown) => "an unknown year".to_owned(),
        Some(Mask::Odd(written)) if brief => written,
        Some(Mask::Odd(written)) => format!("some year of the form {written}"),
        None => match (date.year.value(), brief) {
            (Some(value), true) if value < 0 => ago(value).unwrap_or_else(|| year(value)),
            // A bare number that long would not be taken for a year.
            (Some(value @ 10_000..), true) => format!("year {}", year(value)),
            (Some(value @ 10_000..), false) => format!("the year {}", year(value)),
            (Some(value), _) => year(value),
            (None, _) => "an unknown year".to_owned(),
        },
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

/// The number of days that the month has, or may have.
fn longest(date: &Date) -> u8 {
    let month = date.month.and_then(DateField::value);
    // In a year that is not known, February may have 29.
    let year = date.year.value().unwrap_or(2000);
    month.map_or(31, |month| days_in_month(year, month))
}

/// "some day from the 10th to the 19th", "the 30th or the 31st".
fn days(field: DateField, longest: u8) -> String {
    let days: Vec<u8> = (1..=longest).filter(|&day| fits(field, day)).collect();
    match days[..] {
        [first, .., last] if days.len() > 4 => {
            format!("some day from the {} to the {}", nth(first), nth(last))
        }
        _ => {
            let names: Vec<_> = days
                .iter()
                .map(|&day| format!("the {}", nth(day)))
                .collect();
            joined(&names, "or")
        }
    }
}

fn nth(day: u8) -> String {
    let ending = match (day % 100, day % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

/// What a code in the place of a month is one of.
pub(super) fn part_noun(code: u8) -> &'static str {
    match code {
        21..=32 => "season",
        33..=36 => "quarter",
        37..=39 => "third",
        40.. => "half",
        _ => "month",
    }
}

/// Sub-year groupings of ISO 8601-2, section 4.8.
fn part_of_year(code: u8, date: &Date, style: Style) -> String {
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
    const THIRDS: [(&str, &str); 3] = [
        ("first", "Jan–Apr"),
        ("middle", "May–Aug"),
        ("last", "Sep–Dec"),
    ];
    let brief = style == Style::Brief;
    let nth = |first: u8| usize::from(code - first);
    let one_year = || {
        if brief {
            year_name(date, style)
        } else {
            one_year(date)
        }
    };
    match code {
        21..=32 => {
            let season = SEASONS[nth(21) % 4];
            let plain = match (mask(date), date.year.value()) {
                // A winter that begins in December belongs to two years: which, is said.
                (None, Some(value)) if crosses_years(code) && (0..9999).contains(&value) => {
                    format!("{season} {}/{:02}", year(value), (value + 1) % 100)
                }
                _ => of_year(season, date, style),
            };
            match (code, brief) {
                (21..=24, _) => plain,
                (25..=28, true) => format!("{plain} (N)"),
                (_, true) => format!("{plain} (S)"),
                (25..=28, false) => format!("northern {plain}"),
                (_, false) => format!("southern {plain}"),
            }
        }
        33..=36 if brief => format!("Q{} {}", nth(33) + 1, one_year()),
        33..=36 => format!("the {} quarter of {}", ORDINALS[nth(33)], one_year()),
        37..=39 if brief => of_year(THIRDS[nth(37)].1, date, style),
        37..=39 => format!("the {} four months of {}", THIRDS[nth(37)].0, one_year()),
        _ if brief => format!("H{} {}", nth(40).min(1) + 1, one_year()),
        _ => format!("the {} half of {}", ORDINALS[nth(40).min(1)], one_year()),
    }
}

/// Whether the season `code` lasts from December to February.
fn crosses_years(code: u8) -> bool {
    matches!(code, 24 | 28 | 30)
}
