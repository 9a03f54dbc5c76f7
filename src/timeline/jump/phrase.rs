//! Phrases that name a date by the present or by a part of a year, and words that add nothing.

use crate::story::calendar::{Civil, TICKS_PER_DAY, Tick};
use crate::story::words::english_month;

/// `text` in small letters without the words and marks that add nothing to a date.
pub(super) fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut words: Vec<String> = Vec::new();
    for word in lower.split_whitespace() {
        if matches!(
            word,
            "the" | "of" | "in" | "on" | "year" | "years" | "a.d." | "ad"
        ) && !is_ago(&lower)
        {
            continue;
        }
        words.push(without_ordinal(&ungrouped(word)).to_owned());
    }
    words.join(" ")
}

/// Whether words that elsewhere add nothing count years.
fn is_ago(lower: &str) -> bool {
    ["ago", "present", "bp", "bce", "bc"]
        .iter()
        .any(|word| lower.ends_with(word))
}

/// "10,000" as "10000".
fn ungrouped(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let is_digit = |n: Option<usize>| {
        n.and_then(|n| chars.get(n))
            .is_some_and(char::is_ascii_digit)
    };
    let kept = chars.iter().enumerate().filter(|&(n, &c)| {
        let parts =
            c == ',' && is_digit(n.checked_sub(1)) && (1..=3).all(|i| is_digit(Some(n + i)));
        !parts || is_digit(Some(n + 4))
    });
    kept.map(|(_, c)| c).collect()
}

/// "12th" as "12"; a century keeps its ordinal, which tells it from a year.
fn without_ordinal(word: &str) -> &str {
    let number = word.trim_end_matches(',');
    let stem = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| number.strip_suffix(ending));
    match stem {
        Some(day) if day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)) => day,
        _ => word,
    }
}

/// The date in EDTF that `plain` names by the present or by a part of a year.
pub(super) fn phrase(plain: &str, today: Tick) -> Option<String> {
    let words: Vec<&str> = plain.split(' ').collect();
    by_today(&words, today)
        .or_else(|| part_of_year(&words))
        .or_else(|| before_christ(&words))
        .or_else(|| instant(plain))
}

/// A month, or a day of one, before our era: "3 march 44 bc", "about march 44 bce".
fn before_christ(words: &[&str]) -> Option<String> {
    let (words, mark) = match words {
        ["about" | "around" | "circa" | "c." | "ca.", rest @ ..] => (rest, "~"),
        _ => (words, ""),
    };
    let (day, month, year) = match *words {
        [month, year, "bc" | "bce"] => (None, month, year),
        [day, month, year, "bc" | "bce"] => (Some(day), month, year),
        _ => return None,
    };
    let is_month = |number: &u8| {
        let name = english_month(*number).to_lowercase();
        month.len() > 2 && name.starts_with(month.trim_end_matches('.'))
    };
    let month = (1..=12).find(is_month)?;
    let year: u16 = year.parse().ok().filter(|year| (1..=9999).contains(year))?;
    // There is no year 0.
    let sign = if year > 1 { "-" } else { "" };
    let date = format!("{sign}{:04}-{month:02}", year - 1);
    match day {
        Some(day) => {
            let day: u8 = day.parse().ok()?;
            Some(format!("{date}-{day:02}{mark}"))
        }
        None => Some(format!("{date}{mark}")),
    }
}

fn by_today(words: &[&str], today: Tick) -> Option<String> {
    let (civil, _) = today.civil();
    let day = |days: i64| {
        let (Civil { year, month, day }, _) = (today + days * TICKS_PER_DAY).civil();
        format!("{year:04}-{month:02}-{day:02}")
    };
    let text = match *words {
        ["today" | "now"] => day(0),
        ["yesterday"] => day(-1),
        ["tomorrow"] => day(1),
        [which @ ("this" | "last" | "next"), unit] => {
            let by = match which {
                "last" => -1,
                "next" => 1,
                _ => 0,
            };
            match unit {
                "month" => {
                    let months = civil.year * 12 + i64::from(civil.month) - 1 + by;
                    format!(
                        "{:04}-{:02}",
                        months.div_euclid(12),
                        months.rem_euclid(12) + 1
                    )
                }
                "decade" => format!("{:03}X", civil.year.div_euclid(10) + by),
                "century" => format!("{:02}XX", civil.year.div_euclid(100) + by),
                _ => return None,
            }
        }
        // "This year": its last word adds nothing elsewhere and is gone.
        ["this"] => format!("{:04}", civil.year),
        ["last"] => format!("{:04}", civil.year - 1),
        ["next"] => format!("{:04}", civil.year + 1),
        _ => return None,
    };
    Some(text)
}

/// Quarters, halves, and the early, middle and late months of a year.
fn part_of_year(words: &[&str]) -> Option<String> {
    let (&year, part) = words.split_last()?;
    if !(year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let nth = |word: &str| match word {
        "first" | "1" | "1st" => Some(0),
        "second" | "2" | "2nd" => Some(1),
        "third" | "3" | "3rd" => Some(2),
        "fourth" | "4" | "4th" | "last" => Some(3),
        _ => None,
    };
    let code = match *part {
        [n, "quarter"] => 33 + nth(n)?,
        [n, "half"] => 40 + nth(n).filter(|n| *n < 2)?,
        [short] if short.len() == 2 && short.starts_with('q') => 33 + nth(&short[1..])?,
        [short] if short.len() == 2 && short.starts_with('h') => {
            40 + nth(&short[1..]).filter(|n| *n < 2)?
        }
        ["early" | "beginning" | "start"] => 37,
        ["mid" | "middle"] => 38,
        ["late" | "end"] => 39,
        [season @ ("spring" | "summer" | "autumn" | "fall" | "winter")] => match season {
            "spring" => 21,
            "summer" => 22,
            "winter" => 24,
            _ => 23,
        },
        _ => return None,
    };
    Some(format!("{year}-{code}"))
}

/// A day in digits and a clock time, with or without its seconds.
fn instant(plain: &str) -> Option<String> {
    let (day, clock) = plain.split_once([' ', 't'])?;
    let is_clock = clock.bytes().all(|b| b.is_ascii_digit() || b == b':');
    let seconds = match (clock.len(), is_clock) {
        (5, true) => ":00",
        (8, true) => "",
        _ => return None,
    };
    Some(format!("{day}T{clock}{seconds}"))
}
