//! Dates in words.

use edtf_core::{
    Date as EdtfDate, DateField, Edtf, Interval, IntervalEndpoint, SetElement, SetKind, TimeShift,
    YearKind,
};

use super::calendar::{Civil, TICKS_PER_DAY, Tick};
use super::date::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of `month` (1 to 12), whole.
#[must_use]
pub fn month_name(month: u8) -> &'static str {
    MONTHS[usize::from(month.clamp(1, 12)) - 1]
}

/// The first three letters of the name of `month` (1 to 12).
#[must_use]
pub fn month_abbreviation(month: u8) -> &'static str {
    &month_name(month)[..3]
}

/// The day of an instant, as a caption has it: "22 Jun 2023".
#[must_use]
pub fn day(instant: Tick) -> String {
    let (civil, _) = instant.civil();
    format!("{} {}", civil.day, month_of(civil))
}

fn month_of(civil: Civil) -> String {
    format!("{} {}", month_abbreviation(civil.month), year(civil.year))
}

/// A stretch of time, no sharper than its length asks for: "22 Jun 2023 to 1 Jul 2023",
/// "Jun 1900 to Nov 1918", "100 million BCE to 2023".
#[must_use]
pub fn stretch(from: Tick, to: Tick) -> String {
    let day_long = Tick(TICKS_PER_DAY).since(Tick(0));
    let year_long = 365.25 * day_long;
    let length = to.since(from);
    let words = |instant: Tick| {
        let (civil, clock) = instant.civil();
        if length > 300.0 * year_long {
            year(round_year(civil.year, length / year_long))
        } else if length > 6.0 * year_long {
            month_of(civil)
        } else if length > 3.0 * day_long {
            day(instant)
        } else {
            format!("{}, {:02}:{:02}", day(instant), clock.hour, clock.minute)
        }
    };
    format!("{} to {}", words(from), words(to))
}

/// `year` to about a hundredth of a stretch of `years`, so that deep time gets round numbers. What
/// would round to nothing, such as our own time, keeps its number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a power of ten below the axis' own span"
)]
fn round_year(year: i64, years: f64) -> i64 {
    let unit = 10_f64.powf((years / 100.0).log10().floor()).max(1.0) as i64;
    match year / unit * unit {
        0 => year,
        rounded => rounded,
    }
}

/// "1 passage", "2 passages", "1,204 passages".
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    let number = grouped(count as u64);
    format!("{number} {}", if count == 1 { one } else { many })
}

/// `number` with its thousands parted by commas.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// An astronomical year as people write it: "2023", "44 BCE" for -43, "66 million BCE".
#[must_use]
pub fn year(year: i64) -> String {
    let (count, era) = if year > 0 {
        (year.unsigned_abs(), "")
    } else {
        (year.unsigned_abs() + 1, " BCE")
    };
    // Beyond a hundred thousand years, nobody counts that there was no year 0.
    let round = year.unsigned_abs();
    if round >= 1_000_000_000 && round.is_multiple_of(10_000_000) {
        return format!("{} billion{era}", decimal(round, 1_000_000_000));
    }
    if round >= 1_000_000 && round.is_multiple_of(10_000) {
        return format!("{} million{era}", decimal(round, 1_000_000));
    }
    if round >= 10_000 {
        format!(
            "{}{era}",
            grouped(if round >= 100_000 { round } else { count })
        )
    } else {
        format!("{count}{era}")
    }
}

fn decimal(value: u64, unit: u64) -> String {
    let hundredths = value / (unit / 100);
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// How long the words may be.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    Sentence,
    Brief,
}

/// "some time in April 2023".
pub(super) fn sentence(date: &Date) -> String {
    let Some(edtf) = date.edtf() else {
        return date.text().to_owned();
    };
    match &edtf {
        Edtf::Date(single) => {
            let words = single_date(single, Style::Sentence);
            let vague = single.day.is_none() || single.has_unspecified();
            if ["an unspecified day", "a day", "day "]
                .iter()
                .any(|day| words.starts_with(day))
            {
                format!("on {words}")
            } else if vague && !words.starts_with("about ") {
                format!("some time in {words}")
            } else {
                words
            }
        }
        Edtf::DateTime(when) => {
            let clock = clock(when.time);
            format!("{}, {clock}", single_date(&when.date, Style::Sentence))
        }
        Edtf::Interval(interval) => interval_words(interval),
        Edtf::Set(set) => {
            let joiner = if set.kind == SetKind::OneMember {
                "or"
            } else {
                "and"
            };
            let members: Vec<_> = set
                .elements
                .iter()
                .map(|e| element(e, Style::Sentence))
                .collect();
            let list = joined(&members, joiner);
            if set.kind == SetKind::OneMember && members.len() > 1 {
                format!("either {list}")
            } else {
                list
            }
        }
    }
}

/// "Apr 2023".
pub(super) fn brief(date: &Date) -> String {
    let Some(edtf) = date.edtf() else {
        return date.text().to_owned();
    };
    match &edtf {
        Edtf::Date(single) => single_date(single, Style::Brief),
        Edtf::DateTime(when) => {
            let clock = clock(when.time);
            format!("{}, {clock}", single_date(&when.date, Style::Brief))
        }
        Edtf::Interval(interval) => {
            let end = |endpoint: &IntervalEndpoint, open: &str| match endpoint {
                IntervalEndpoint::Open => open.to_owned(),
                IntervalEndpoint::Unknown => "?".to_owned(),
                IntervalEndpoint::Date(date)
                | IntervalEndpoint::OnOrBefore(date)
                | IntervalEndpoint::OnOrAfter(date) => single_date(date, Style::Brief),
            };
            format!(
                "{} – {}",
                end(&interval.start, "…"),
                end(&interval.end, "…")
            )
        }
        Edtf::Set(set) => {
            let members: Vec<_> = set
                .elements
                .iter()
                .map(|e| element(e, Style::Brief))
                .collect();
            joined(
                &members,
                if set.kind == SetKind::OneMember {
                    "or"
                } else {
                    "and"
                },
            )
        }
    }
}

fn clock(time: edtf_core::Time) -> String {
    let mut out = format!("{:02}:{:02}", time.hour, time.minute);
    if time.second != 0 {
        out += &format!(":{:02}", time.second);
    }
    match time.shift {
        Some(TimeShift::Utc) => out += " UTC",
        Some(TimeShift::Offset { minutes, .. }) => {
            let sign = if minutes < 0 { '−' } else { '+' };
            let minutes = minutes.unsigned_abs();
            out += &format!(" UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60);
        }
        None => {}
    }
    out
}

fn interval_words(interval: &Interval) -> String {
    use IntervalEndpoint::{Date, OnOrAfter, OnOrBefore, Open, Unknown};
    let name = |endpoint: &IntervalEndpoint| match endpoint {
        Date(date) => single_date(date, Style::Sentence),
        OnOrBefore(date) => format!("{} or before", single_date(date, Style::Sentence)),
        OnOrAfter(date) => format!("{} or after", single_date(date, Style::Sentence)),
        Open | Unknown => String::new(),
    };
    let (start, end) = (name(&interval.start), name(&interval.end));
    match (&interval.start, &interval.end) {
        (Open, Open) => "at all times".to_owned(),
        (Unknown, Unknown) => "at an unknown time".to_owned(),
        (Open, Unknown) => "from the beginning to an unknown end".to_owned(),
        (Unknown, Open) => "from an unknown start, without an end".to_owned(),
        (Open, _) => format!("until {end}"),
        (_, Open) => format!("since {start}"),
        (Unknown, _) => format!("from an unknown start until {end}"),
        (_, Unknown) => format!("from {start} to an unknown end"),
        _ => format!("from {start} to {end}"),
    }
}

fn element(element: &SetElement, style: Style) -> String {
    match element {
        SetElement::Date(date) => single_date(date, style),
        SetElement::OnOrBefore(date) => format!("{} or before", single_date(date, style)),
        SetElement::OnOrAfter(date) => format!("{} or after", single_date(date, style)),
        SetElement::Range(first, last) => {
            format!(
                "{} to {}",
                single_date(first, style),
                single_date(last, style)
            )
        }
    }
}

fn joined(members: &[String], joiner: &str) -> String {
    match members {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {joiner} {last}", first.join(", ")),
    }
}

fn single_date(date: &EdtfDate, style: Style) -> String {
    let plain = unqualified(date, style);
    let brief = style == Style::Brief;
    match (date.is_approximate(), date.is_uncertain()) {
        (false, false) => plain,
        (true, false) if brief => format!("c. {plain}"),
        (true, false) => format!("about {plain}"),
        (false, true) if brief => format!("{plain}?"),
        (false, true) => format!("{plain}, uncertain"),
        (true, true) if brief => format!("c. {plain}?"),
        (true, true) => format!("about {plain}, uncertain"),
    }
}

fn unqualified(date: &EdtfDate, style: Style) -> String {
    let year = year_words(date);
    let Some(month) = date.month else { return year };
    let Some(month_number) = month.value() else {
        return match date.day.and_then(DateField::value) {
            Some(day) => format!("day {day} of an unspecified month, {year}"),
            None if date.day.is_some() => format!("an unspecified day of {year}"),
            None if month.digits == [None, None] => format!("an unspecified month of {year}"),
            None => format!("a month matching {}, {year}", digits(month)),
        };
    };
    if month_number >= 21 {
        return season(month_number, &year);
    }
    let name = if style == Style::Brief {
        month_abbreviation(month_number)
    } else {
        month_name(month_number)
    };
    match date.day {
        None => format!("{name} {year}"),
        Some(day) => match day.value() {
            Some(day) => format!("{day} {name} {year}"),
            None if day.digits == [None, None] => format!("an unspecified day of {name} {year}"),
            None => format!("a day matching {}, {name} {year}", digits(day)),
        },
    }
}

fn digits(field: DateField) -> String {
    field
        .digits
        .iter()
        .map(|digit| digit.map_or('X', |d| char::from(b'0' + d.min(9))))
        .collect()
}

fn year_words(date: &EdtfDate) -> String {
    let significant = date
        .year
        .significant_digits
        .map(|_| "about ")
        .unwrap_or_default();
    if let YearKind::Standard { negative, digits } = date.year.kind
        && date.year.has_unspecified()
    {
        let era = if negative { " BCE" } else { "" };
        let text: String = digits
            .iter()
            .map(|d| d.map_or('X', |d| char::from(b'0' + d.min(9))))
            .collect();
        return match digits {
            [Some(_), Some(_), Some(_), None] => format!("the {}0s{era}", trimmed(&text[..3])),
            [Some(_), Some(_), None, None] => format!("the {}00s{era}", trimmed(&text[..2])),
            [Some(_), None, None, None] => format!("the {}000s{era}", trimmed(&text[..1])),
            [None, None, None, None] => "an unspecified year".to_owned(),
            _ => format!("a year matching {text}{era}"),
        };
    }
    let words = date
        .year
        .value()
        .map_or_else(|| "an unspecified year".to_owned(), year);
    format!("{significant}{words}")
}

fn trimmed(digits: &str) -> &str {
    let kept = digits.trim_start_matches('0');
    if kept.is_empty() {
        &digits[digits.len() - 1..]
    } else {
        kept
    }
}

/// Sub-year groupings of ISO 8601-2, section 4.8.
fn season(code: u8, year: &str) -> String {
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
    let at = |first: u8| usize::from(code - first);
    match code {
        21..=24 => format!("{} {year}", SEASONS[at(21)]),
        25..=28 => format!("{} {year} (northern)", SEASONS[at(25)]),
        29..=32 => format!("{} {year} (southern)", SEASONS[at(29)]),
        33..=36 => format!("the {} quarter of {year}", ORDINALS[at(33)]),
        37..=39 => format!("the {} four months of {year}", ORDINALS[at(37)]),
        _ => format!(
            "the {} half of {year}",
            if code == 40 { "first" } else { "second" }
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_no_sharper_than_its_length_but_never_loses_our_own_time() {
        let start = |year| Civil::new(year, 6, 1).start();
        assert_eq!(
            stretch(start(-66_000_000), start(2031)),
            "66 million BCE to 2031"
        );
        assert_eq!(
            stretch(start(1914), start(1918)),
            "1 Jun 1914 to 1 Jun 1918"
        );
        assert_eq!(stretch(start(1900), start(1918)), "Jun 1900 to Jun 1918");
    }

    #[test]
    fn every_form_reads_as_a_person_would_say_it() {
        for (text, words) in [
            ("2023-04", "some time in April 2023"),
            ("2023-06-22", "22 June 2023"),
            ("2022", "some time in 2022"),
            ("1984?", "some time in 1984, uncertain"),
            ("1984~", "about 1984"),
            ("2004-06~", "about June 2004"),
            ("1984%", "about 1984, uncertain"),
            ("156X", "some time in the 1560s"),
            ("15XX", "some time in the 1500s"),
            ("2018-22", "some time in summer 2018"),
            ("2018-34", "some time in the second quarter of 2018"),
            ("-0043", "some time in 44 BCE"),
            ("0000", "some time in 1 BCE"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("Y-66000000", "some time in 66 million BCE"),
            (
                "2021-12~/2023-06-22",
                "from about December 2021 to 22 June 2023",
            ),
            ("2021/..", "since 2021"),
            ("../2021", "until 2021"),
            ("2021/", "from 2021 to an unknown end"),
            ("/2023-06-22", "from an unknown start until 22 June 2023"),
            ("[1667,1668]", "either 1667 or 1668"),
            ("{1960,1961-12}", "1960 and December 1961"),
            ("2019-03-04T09:30:00", "4 March 2019, 09:30"),
            ("2019-03-04T09:30:05Z", "4 March 2019, 09:30:05 UTC"),
            ("2004-06-XX", "on an unspecified day of June 2004"),
        ] {
            assert_eq!(Date::parse(text).unwrap().words(), words, "{text}");
        }
    }

    #[test]
    fn lists_get_fewer_words() {
        for (text, words) in [
            ("2023-04", "Apr 2023"),
            ("2021-12~/2023-06-22", "c. Dec 2021 – 22 Jun 2023"),
            ("2021/..", "2021 – …"),
            ("/2021", "? – 2021"),
            ("1984%", "c. 1984?"),
        ] {
            assert_eq!(Date::parse(text).unwrap().brief(), words, "{text}");
        }
    }
}
