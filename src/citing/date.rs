//! Dates of publication: the parts that are known, read from the formats and written again.

use crate::language::say;
use crate::story::words::{english_month, month_name};

use super::text::flat;

/// When a source was published, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The year; 0 is 1 BC.
    pub year: i32,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
    /// Whether the date is only about right.
    pub approximate: bool,
}

impl Published {
    /// A date of what is sound in its parts: a 13th month is no month.
    pub(super) fn of(year: i32, month: Option<u8>, day: Option<u8>, approximate: bool) -> Self {
        let month = month.filter(|month| (1..=12).contains(month));
        let day =
            day.filter(|&day| month.is_some_and(|month| (1..=days(year, month)).contains(&day)));
        Self {
            year,
            month,
            day,
            approximate,
        }
    }

    /// The same date with only its sound parts.
    pub(super) fn sound(self) -> Self {
        Self::of(self.year, self.month, self.day, self.approximate)
    }

    /// The date in words: "22 June 2023", "about 44 BC".
    pub(super) fn words(self) -> String {
        let date = self.sound();
        let year = if date.year > 0 {
            date.year.to_string()
        } else {
            let year = 1 - i64::from(date.year);
            say!("citing-year-bc", year = year.to_string())
        };
        let words = match (date.month.map(month_name), date.day) {
            (Some(month), Some(day)) => {
                say!(
                    "citing-date-day",
                    day = day.to_string(),
                    month = month,
                    year = year
                )
            }
            (Some(month), None) => say!("citing-date-month", month = month, year = year),
            (None, _) => year,
        };
        if date.approximate {
            say!("citing-date-about", date = words)
        } else {
            words
        }
    }

    /// The date as an EDTF text: "2023", "2023-06", "2023-06-22", "2023~".
    pub(super) fn edtf(self) -> String {
        let date = self.sound();
        let mut text = match date.year {
            0..=9999 => format!("{:04}", date.year),
            -9999..=-1 => format!("-{:04}", date.year.unsigned_abs()),
            // A year of more than four digits stands alone in EDTF.
            year => return format!("Y{year}"),
        };
        if let Some(month) = date.month {
            text += &format!("-{month:02}");
            if let Some(day) = date.day {
                text += &format!("-{day:02}");
            }
        }
        if date.approximate {
            text.push('~');
        }
        text
    }

    /// A date from a text in EDTF, ISO 8601 or English words; the start, where it is a range.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = flat(text);
        let text = text.get(..64).unwrap_or(&text);
        let start = text.split('/').next().unwrap_or_default();
        iso(start).or_else(|| in_words(text))
    }

    /// A date from a text as RIS has it, "2023/06/22/", or as anyone has it.
    pub(super) fn read_ris(text: &str) -> Option<Self> {
        let text = flat(text);
        let mut parts = text.split('/').map(str::trim);
        let year = parts.next().and_then(whole_year);
        let month = parts.next().and_then(month_of);
        let day = parts.next().and_then(|day| day.parse().ok());
        let slashed = year.filter(|_| month.is_some() || !text.contains('-'));
        slashed
            .map(|year| Self::of(year, month, day, false))
            .or_else(|| Self::read(&text))
    }
}

/// A month from its number or its English name, of which three letters are enough.
pub(super) fn month_of(text: &str) -> Option<u8> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    if let Ok(number) = text.parse::<u8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    if text.len() < 3 {
        return None;
    }
    let is_meant = |month: &u8| english_month(*month).to_lowercase().starts_with(&text);
    (1..=12)
        .find(is_meant)
        .or_else(|| (text == "sept").then_some(9))
}

/// A year written in full: four digits, with a minus before those BC, or after `Y` any digits.
fn whole_year(text: &str) -> Option<i32> {
    if let Some(long) = text.strip_prefix(['Y', 'y']) {
        return long.parse().ok();
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let sound = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| text.parse().ok()).flatten()
}

fn iso(text: &str) -> Option<Published> {
    let text = text.trim();
    let approximate = text.contains(['~', '%', '?']);
    let bare: String = text.chars().filter(|c| !"~%?".contains(*c)).collect();
    let bare = bare.split(['T', ' ']).next().unwrap_or_default();
    let (minus, rest) = bare
        .strip_prefix('-')
        .map_or(("", bare), |rest| ("-", rest));
    let mut parts = rest.split('-');
    let year = whole_year(&format!("{minus}{}", parts.next()?))?;
    let two = |part: &str| (part.len() <= 2).then(|| part.parse::<u8>().ok()).flatten();
    let month = parts.next().and_then(two);
    let day = parts.next().and_then(two);
    Some(Published::of(year, month, day, approximate))
}

/// "22 June 2023", "June 22, 2023", "c. 2023": a year of four digits must be among the words.
fn in_words(text: &str) -> Option<Published> {
    let words = || {
        text.split([' ', ',', '/', '(', ')', '[', ']'])
            .filter(|word| !word.is_empty())
    };
    let year = words().find_map(whole_year)?;
    let named = |word: &str| word.chars().next().is_some_and(char::is_alphabetic);
    let month = words().filter(|word| named(word)).find_map(month_of);
    let day = words().find_map(|word| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        (digits.len() <= 2)
            .then(|| digits.parse::<u8>().ok())
            .flatten()
    });
    let approximate = words().any(|word| matches!(word, "c." | "ca." | "circa" | "about"));
    Some(Published::of(year, month, day, approximate))
}

fn days(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
