//! Instants, stretches of time, years and counts in words.

use crate::language::{grouped, say};

use super::calendar::{TICKS_PER_DAY, Tick};

const ENGLISH_MONTHS: [&str; 12] = [
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

/// The English name of `month` (1 to 12), for texts that have it in whatever language the program speaks.
#[must_use]
pub fn english_month(month: u8) -> &'static str {
    ENGLISH_MONTHS[usize::from(month.clamp(1, 12)) - 1]
}

/// The name of `month` (1 to 12), whole.
#[must_use]
pub fn month_name(month: u8) -> &'static str {
    match month {
        ..=1 => say!("month-1"),
        2 => say!("month-2"),
        3 => say!("month-3"),
        4 => say!("month-4"),
        5 => say!("month-5"),
        6 => say!("month-6"),
        7 => say!("month-7"),
        8 => say!("month-8"),
        9 => say!("month-9"),
        10 => say!("month-10"),
        11 => say!("month-11"),
        12.. => say!("month-12"),
    }
}

/// The name of `month` (1 to 12) in short, as it stands in a date: "Jun", "Jan.".
#[must_use]
pub fn month_abbreviation(month: u8) -> &'static str {
    match month {
        ..=1 => say!("month-short-1"),
        2 => say!("month-short-2"),
        3 => say!("month-short-3"),
        4 => say!("month-short-4"),
        5 => say!("month-short-5"),
        6 => say!("month-short-6"),
        7 => say!("month-short-7"),
        8 => say!("month-short-8"),
        9 => say!("month-short-9"),
        10 => say!("month-short-10"),
        11 => say!("month-short-11"),
        12.. => say!("month-short-12"),
    }
}

/// The name of `month` (1 to 12) in short, as it stands alone on an axis: "Jun", "Jan".
#[must_use]
pub fn month_on_axis(month: u8) -> &'static str {
    match month {
        ..=1 => say!("month-tick-1"),
        2 => say!("month-tick-2"),
        3 => say!("month-tick-3"),
        4 => say!("month-tick-4"),
        5 => say!("month-tick-5"),
        6 => say!("month-tick-6"),
        7 => say!("month-tick-7"),
        8 => say!("month-tick-8"),
        9 => say!("month-tick-9"),
        10 => say!("month-tick-10"),
        11 => say!("month-tick-11"),
        12.. => say!("month-tick-12"),
    }
}

/// A day of a year in words, its month by a name of [`month_name`] or [`month_abbreviation`]: "22 June 2023".
#[must_use]
pub fn day_of_year(day: u8, month: &str, year: &str) -> String {
    say!(
        "date-day",
        day = day.to_string(),
        month = month,
        year = year
    )
}

/// A month of a year in words: "June 2023".
#[must_use]
pub fn month_of_year(month: &str, year: &str) -> String {
    say!("date-month", month = month, year = year)
}

/// A date with a time of day: "22 Jun 2023, 09:30".
#[must_use]
pub fn at_time(date: &str, time: &str) -> String {
    say!("date-time", date = date, time = time)
}

/// The day of an instant, as a caption has it: "22 Jun 2023".
#[must_use]
pub fn day(instant: Tick) -> String {
    let (civil, _) = instant.civil();
    let month = month_abbreviation(civil.month);
    day_of_year(civil.day, month, &year(civil.year))
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
            month_of_year(month_abbreviation(civil.month), &year(civil.year))
        } else if length > 3.0 * day_long {
            day(instant)
        } else {
            at_time(
                &day(instant),
                &format!("{:02}:{:02}", clock.hour, clock.minute),
            )
        }
    };
    say!("date-stretch", from = words(from), to = words(to))
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

/// An astronomical year as people write it: "2023", "44 BCE" for -43, "66 million BCE".
#[must_use]
pub fn year(year: i64) -> String {
    let count = year_without_era(year);
    if year > 0 { count } else { before_era(&count) }
}

/// A year before our era, of which `count` is the number: "44 BCE".
#[must_use]
pub fn before_era(count: &str) -> String {
    say!("date-bce", year = count)
}

/// The number of an astronomical year, before or of our era: "44" for -43, "66 million".
#[must_use]
pub fn year_without_era(year: i64) -> String {
    // Of round numbers that large, nobody counts that there was no year 0.
    let round = year.unsigned_abs();
    if round >= 1_000_000_000 && round.is_multiple_of(1_000_000) {
        return say!("date-billions", count = thousandths(round, 1_000_000_000));
    }
    if round >= 1_000_000 && round.is_multiple_of(1000) {
        return say!("date-millions", count = thousandths(round, 1_000_000));
    }
    if round >= 100_000 && round.is_multiple_of(1000) {
        return grouped(round);
    }
    plain_year(if year > 0 { round } else { round + 1 })
}

/// A number of years, grouped where four digits do not hold it: "1984", "12,346".
#[must_use]
pub fn plain_year(count: u64) -> String {
    if count >= 10_000 {
        grouped(count)
    } else {
        count.to_string()
    }
}

/// `value` in `unit`s of a thousand or more, to three decimals: "66", "4.54".
#[must_use]
pub fn decimal(value: u64, unit: u64) -> String {
    crate::language::decimal(thousandths(value, unit), 3)
}

/// `value` in `unit`s of a thousand or more, cut to three decimals.
#[expect(clippy::cast_precision_loss, reason = "far fewer than 2⁵³ thousandths")]
fn thousandths(value: u64, unit: u64) -> f64 {
    (value / (unit / 1000)) as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::calendar::Civil;

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
}
