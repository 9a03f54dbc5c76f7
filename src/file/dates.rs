//! What is wrong with a date, and what was probably meant.

use crate::language::say;
use crate::story::reason::reason_in_words;
use crate::story::{Date, DateError};

use super::lex::short;
use super::problem::{Code, Problems, Span};

/// Reports that the date `text` of `field` could not be read.
pub(super) fn report(
    problems: &mut Problems,
    at: Span,
    field: &str,
    text: &str,
    error: &DateError,
) {
    let code = match error {
        DateError::Syntax { reason, .. } if reason.contains("precedes") => Code::ReversedDate,
        DateError::Syntax { reason, .. } if names_no_day(reason) => Code::ImpossibleDate,
        DateError::Syntax { .. } => Code::BadDate,
        DateError::Reversed(_) => Code::ReversedDate,
        DateError::OutOfRange(_) => Code::DateOutOfRange,
    };
    let message = || {
        let date = short(text);
        match (code, error) {
            (Code::ImpossibleDate, DateError::Syntax { reason, .. }) => {
                let why = reason_in_words(reason);
                say!(
                    "problem-date-impossible",
                    field = field,
                    date = date,
                    why = why
                )
            }
            (Code::BadDate, DateError::Syntax { reason, .. }) => {
                let why = reason_in_words(reason);
                say!("problem-date-bad", field = field, date = date, why = why)
            }
            (Code::ReversedDate, _) => say!("problem-date-reversed", field = field, date = date),
            _ => say!("problem-date-wrong", field = field, why = error.to_string()),
        }
    };
    let listed = problems.has_room();
    let found = problems.add_with(code, at, message);
    let meant = if listed { meant(text) } else { None };
    match (code, meant) {
        (_, Some(date)) => found.suggest_with(|| say!("problem-meant", meant = date)),
        (Code::BadDate, None) => found.suggest_with(|| say!("problem-date-bad-hint")),
        (Code::ImpossibleDate, None) => found.suggest_with(|| say!("problem-date-impossible-hint")),
        _ => found,
    };
}

fn names_no_day(reason: &str) -> bool {
    reason.contains("out of range") || reason.contains("must be 0")
}

/// The EDTF date that `text` was probably meant to be.
fn meant(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > 60 || !text.is_ascii() {
        let dashes = text.replace(['–', '—', '−'], "-");
        if dashes.len() > 60 || !dashes.is_ascii() {
            return None;
        }
        return match Date::parse(&dashes) {
            Ok(_) => Some(dashes),
            Err(_) => meant(&dashes),
        };
    }
    let candidates = [
        reversed(text),
        circa(text),
        before_christ(text),
        decade(text),
        digits(text),
        words(text),
    ];
    candidates
        .into_iter()
        .flatten()
        .find(|date| date != text && Date::parse(date).is_ok())
}

fn reversed(text: &str) -> Option<String> {
    let (from, to) = text.split_once('/')?;
    (from.len() >= 4 && to.len() >= 4).then(|| format!("{to}/{from}"))
}

fn circa(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let rest = ["circa", "ca.", "ca", "c.", "about", "around"]
        .iter()
        .find_map(|word| lower.strip_prefix(word))?
        .trim();
    let date = if Date::parse(rest).is_ok() {
        rest.to_owned()
    } else {
        digits(rest).or_else(|| words(rest))?
    };
    Some(format!("{date}~"))
}

/// The year before the first is 0, so that 44 BCE is -0043.
fn before_christ(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let year: u32 = ["bce", "bc", "b.c."]
        .iter()
        .find_map(|word| lower.strip_suffix(word))?
        .trim()
        .parse()
        .ok()?;
    match year {
        0 => None,
        1 => Some("0000".to_owned()),
        2..=9999 => Some(format!("-{:04}", year - 1)),
        _ => Some(format!("Y-{}", year - 1)),
    }
}

fn decade(text: &str) -> Option<String> {
    let years = text.strip_suffix("'s").or_else(|| text.strip_suffix('s'))?;
    let stem = years.strip_suffix('0')?;
    (stem.len() == 3 && stem.bytes().all(|b| b.is_ascii_digit())).then(|| format!("{stem}X"))
}

/// Year, month and day in digits, in the order of the ISO, with any sign between them.
fn digits(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).collect();
    let (year, rest) = parts.split_first()?;
    if !(year.len() == 4 && parts.len() <= 3) {
        return None;
    }
    let mut date = (*year).to_owned();
    for part in rest {
        let number: u8 = part.parse().ok()?;
        date.push_str(&format!("-{number:02}"));
    }
    Some(date)
}

/// Day, month and year in English.
fn words(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    let (mut year, mut month, mut day) = (None, None, None);
    for word in text
        .split([' ', ',', '.', '-'])
        .filter(|word| !word.is_empty())
    {
        let lower = word.to_lowercase();
        let number = lower
            .trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .parse::<u16>()
            .ok();
        match number {
            Some(number) if number >= 1000 && year.is_none() => year = Some(number),
            Some(number) if (1..=31).contains(&number) && day.is_none() => day = Some(number),
            Some(_) => return None,
            None if lower == "of" || lower == "in" => {}
            None if month.is_some() => return None,
            None => {
                let lower = lower.replace("fall", "autumn");
                let of_year = MONTHS.iter().position(|month| lower.starts_with(month));
                let season = SEASONS.iter().position(|season| *season == lower);
                month = Some(of_year.map(|n| n + 1).or(season.map(|n| n + 21))?);
            }
        }
    }
    let (year, month) = (year?, month?);
    Some(match day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_for_a_date_is_recognised() {
        for (text, date) in [
            ("2023-6-2", "2023-06-02"),
            ("2023/06/22", "2023-06-22"),
            ("2023.06", "2023-06"),
            ("22 June 2023", "2023-06-22"),
            ("June 22nd, 2023", "2023-06-22"),
            ("Sept. 2021", "2021-09"),
            ("circa 1984", "1984~"),
            ("c. March 1984", "1984-03~"),
            ("1990s", "199X"),
            ("44 BC", "-0043"),
            ("2023/2021", "2021/2023"),
            ("2022–03–01", "2022-03-01"),
            ("spring 2020", "2020-21"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn nothing_is_guessed_where_several_dates_could_be_meant() {
        for text in ["06/07/2023", "last spring", "2023-02-30", ""] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
