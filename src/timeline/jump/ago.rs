//! So many years ago: "12 ka", "66 million years ago", "4.5 Ga", "5 years ago".

use crate::language::{grouped, say};
use crate::story::calendar::{Civil, Tick, YEAR_LIMIT};
use crate::story::words::{before_era, plain_year, year_without_era};

/// The year that deep time is counted from: "before 2000", as geologists and ice cores have it.
const PRESENT: i64 = 2000;
/// Digits beyond which no number of years is read.
const MOST_DIGITS: usize = 15;

/// What so many years ago amount to.
#[derive(Debug, PartialEq)]
pub(super) enum Ago {
    /// A date in EDTF.
    Date(String),
    /// About then: no sharper than the number's last digit that is not nought.
    Stretch {
        /// Its beginning and end.
        span: (Tick, Tick),
        /// What it is, in words.
        words: String,
    },
    /// It lies beyond the axis.
    TooFar,
}

/// A number of years with how sharp it is.
struct Years {
    count: i64,
    unit: i64,
}

/// What `text`, in small letters, says of years ago or of years before our era in words.
pub(super) fn ago(text: &str, today: Tick) -> Option<Ago> {
    let text = [
        "about ", "around ", "roughly ", "circa ", "ca. ", "c. ", "some ", "nearly ", "over ", "~",
    ]
    .iter()
    .find_map(|word| text.strip_prefix(word))
    .unwrap_or(text)
    .trim();
    let digits = text.find(|c: char| !(c.is_ascii_digit() || ".,_".contains(c)))?;
    let (number, rest) = text.split_at(digits);
    let mut words: Vec<&str> = rest
        .split([' ', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    let times = match *words.first()? {
        "ka" | "kya" | "kyr" | "thousand" => 1000,
        "ma" | "mya" | "myr" | "million" | "m" => 1_000_000,
        "ga" | "gya" | "bya" | "byr" | "gyr" | "billion" => 1_000_000_000,
        _ => 1,
    };
    let unit = words[0];
    if times > 1 {
        words.remove(0);
    }
    let is_short = !matches!(unit, "thousand" | "million" | "billion" | "m") && times > 1;
    let before_christ = match words[..] {
        [] | ["ago" | "bp"] if is_short => false,
        ["years" | "year" | "yrs", "ago" | "bp"] | ["bp"] | ["years", "before", "present"] => false,
        // Years of four digits have their own way of being written.
        ["bc" | "bce" | "b.c."] | ["years", "bc" | "bce"] if times > 1 => true,
        _ => return None,
    };
    let Some(years) = years(number, times) else {
        return Some(Ago::TooFar);
    };
    if before_christ {
        return Some(Ago::Date(format!("Y-{}", years.count)));
    }
    if years.count > YEAR_LIMIT - PRESENT {
        return Some(Ago::TooFar);
    }
    // What somebody may remember is counted from today.
    if years.count < 1000 {
        let year = today.civil().0.year - years.count;
        return (0..=9999)
            .contains(&year)
            .then(|| Ago::Date(format!("{year:04}")));
    }
    let middle = PRESENT - years.count;
    let half = (years.unit / 2).max(1);
    let ago = grouped(years.count.unsigned_abs());
    let words = match (years.count, round(middle, years.unit)) {
        // As years are spelled, but for their era.
        (1_000_000.., _) => say!("jump-ago", years = year_without_era(-years.count)),
        (_, year) => {
            let year = match year {
                1.. => year.to_string(),
                _ => before_era(&plain_year(year.unsigned_abs().max(1))),
            };
            say!("jump-ago-in", years = ago, year = year)
        }
    };
    Some(Ago::Stretch {
        span: (
            Civil::new(middle - half, 1, 1).start(),
            Civil::new(middle + half, 1, 1).start(),
        ),
        words,
    })
}

/// `year` no sharper than `unit`.
fn round(year: i64, unit: i64) -> i64 {
    let unit = unit.clamp(1, 1000);
    (year + unit / 2).div_euclid(unit) * unit
}

/// `number` times `times`; none where no axis holds it.
fn years(number: &str, times: i64) -> Option<Years> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits: String = whole
        .chars()
        .chain(part.chars())
        .filter(char::is_ascii_digit)
        .collect();
    if digits.is_empty() || digits.len() > MOST_DIGITS || part.len() > 9 {
        return None;
    }
    let decimals = part.bytes().filter(u8::is_ascii_digit).count();
    let power = 10_i64.checked_pow(u32::try_from(decimals).ok()?)?;
    let mantissa: i64 = digits.parse().ok()?;
    let count = i64::try_from(i128::from(mantissa) * i128::from(times) / i128::from(power)).ok()?;
    let noughts = if decimals == 0 && mantissa > 0 {
        digits.bytes().rev().take_while(|&b| b == b'0').count()
    } else {
        0
    };
    let unit = 10_i64
        .checked_pow(u32::try_from(noughts).ok()?)?
        .checked_mul(times)?
        / power;
    (count > 0).then_some(Years {
        count,
        unit: unit.max(1),
    })
}
