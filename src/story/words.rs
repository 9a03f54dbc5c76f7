//! Instants, stretches of time, years and counts in words.

use super::calendar::{Civil, TICKS_PER_DAY, Tick};

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
    // Of round numbers that large, nobody counts that there was no year 0.
    let round = year.unsigned_abs();
    if round >= 1_000_000_000 && round.is_multiple_of(1_000_000) {
        return format!("{} billion{era}", decimal(round, 1_000_000_000));
    }
    if round >= 1_000_000 && round.is_multiple_of(1000) {
        return format!("{} million{era}", decimal(round, 1_000_000));
    }
    if round >= 100_000 && round.is_multiple_of(1000) {
        format!("{}{era}", grouped(round))
    } else if count >= 10_000 {
        format!("{}{era}", grouped(count))
    } else {
        format!("{count}{era}")
    }
}

/// `value` in `unit`s of a thousand or more, to three decimals: "66", "4.54".
#[must_use]
pub(super) fn decimal(value: u64, unit: u64) -> String {
    let thousandths = value / (unit / 1000);
    let text = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
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
}
