//! Our own time axis: the proleptic Gregorian calendar on integers, from seconds to the age of the
//! universe, where civil-date libraries stop at the year 9999.

use std::ops::{Add, Sub};

/// Ticks in a second. A power of two, so that ticks and seconds convert exactly in floats.
pub const TICKS_PER_SECOND: i64 = 16;
/// Ticks in a day of 86,400 seconds; the axis knows no leap seconds.
pub const TICKS_PER_DAY: i64 = 86_400 * TICKS_PER_SECOND;
/// Ticks in a mean Gregorian year (365.2425 days).
pub const TICKS_PER_YEAR: i64 = 31_556_952 * TICKS_PER_SECOND;

/// A year that the axis can hold: ±18 thousand million years from year 0 would overflow an `i64` of
/// ticks, and the universe is younger than that.
pub const YEAR_LIMIT: i64 = 18_000_000_000;

/// An instant: ticks since 0001-01-01T00:00:00 would be natural, but 1970-01-01 keeps today's
/// figures small. Local time where the source gives no zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tick(pub i64);

impl Tick {
    /// The last instant of the axis.
    pub const MAX: Self = Self(i64::MAX);
    /// The first instant of the axis.
    pub const MIN: Self = Self(i64::MIN);

    /// The distance from `earlier` to this instant in ticks, exact up to 2⁵³ ticks and correctly
    /// rounded beyond: the integers are subtracted before they become a float.
    #[must_use]
    pub fn since(self, earlier: Self) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "rounding is the documented behaviour"
        )]
        match self.0.checked_sub(earlier.0) {
            Some(ticks) => ticks as f64,
            None => (i128::from(self.0) - i128::from(earlier.0)) as f64,
        }
    }

    /// Where its day begins.
    #[must_use]
    pub const fn day(self) -> Self {
        Self(
            self.0
                .div_euclid(TICKS_PER_DAY)
                .saturating_mul(TICKS_PER_DAY),
        )
    }

    /// The midpoint between this instant and `other`.
    #[must_use]
    pub fn midpoint(self, other: Self) -> Self {
        Self(self.0.midpoint(other.0))
    }
}

impl Add<i64> for Tick {
    type Output = Self;

    /// This instant `ticks` later, held at the ends of the axis.
    fn add(self, ticks: i64) -> Self {
        Self(self.0.saturating_add(ticks))
    }
}

impl Sub<i64> for Tick {
    type Output = Self;

    /// This instant `ticks` earlier, held at the ends of the axis.
    fn sub(self, ticks: i64) -> Self {
        Self(self.0.saturating_sub(ticks))
    }
}

/// A day of the proleptic Gregorian calendar, years counted astronomically (year 0 is 1 BCE).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Civil {
    /// The year; 0 is 1 BCE, -43 is 44 BCE.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Civil {
    /// The day `day` of `month` in `year`; month and day are taken as given.
    #[must_use]
    pub const fn new(year: i64, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    /// Days since 1970-01-01, by counting years from March so that the leap day comes last
    /// (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).
    #[must_use]
    pub fn days(self) -> i64 {
        let year = self.year.clamp(-YEAR_LIMIT, YEAR_LIMIT) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = i64::from(self.month);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day that stands `days` after 1970-01-01.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a month and a day")]
    pub fn from_days(days: i64) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year,
            month: month.unsigned_abs() as u8,
            day: day.unsigned_abs() as u8,
        }
    }

    /// The instant at which this day begins.
    #[must_use]
    pub fn start(self) -> Tick {
        Tick(self.days().saturating_mul(TICKS_PER_DAY))
    }

    /// The instant at which this day ends, which is when the next begins.
    #[must_use]
    pub fn end(self) -> Tick {
        self.start() + TICKS_PER_DAY
    }

    /// 1 for Monday to 7 for Sunday.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "1 to 7")]
    pub fn weekday(self) -> u8 {
        ((self.days() + 3).rem_euclid(7) + 1).unsigned_abs() as u8
    }
}

/// A clock time within a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

impl Tick {
    /// The day and clock time of this instant; fractions of a second are dropped.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "each below 60")]
    pub fn civil(self) -> (Civil, Clock) {
        let days = self.0.div_euclid(TICKS_PER_DAY);
        let second = self.0.rem_euclid(TICKS_PER_DAY) / TICKS_PER_SECOND;
        let clock = Clock {
            hour: (second / 3600).unsigned_abs() as u8,
            minute: (second / 60 % 60).unsigned_abs() as u8,
            second: (second % 60).unsigned_abs() as u8,
        };
        (Civil::from_days(days), clock)
    }
}

/// The number of days in `month` (1 to 12) of `year`.
#[must_use]
pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.rem_euclid(4) == 0
            && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) =>
        {
            29
        }
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_days_have_their_known_numbers() {
        assert_eq!(Civil::new(1970, 1, 1).days(), 0);
        assert_eq!(Civil::new(2000, 2, 29).days(), 11_016);
        assert_eq!(Civil::new(1969, 12, 31).days(), -1);
        assert_eq!(Civil::new(0, 1, 1).days(), -719_528);
        assert_eq!(Civil::new(2023, 6, 19).weekday(), 1);
        assert_eq!(Civil::new(2023, 6, 22).weekday(), 4);
    }

    #[test]
    fn the_ends_of_the_axis_do_not_overflow() {
        for year in [i64::MIN, -YEAR_LIMIT, YEAR_LIMIT, i64::MAX] {
            let _ = Civil::new(year, 12, 31).end();
        }
        let _ = Tick::MAX.civil();
        let _ = Tick::MIN.civil();
        assert!(Tick::MAX.since(Tick::MIN) > 1.8e19);
    }

    proptest! {
        #[test]
        fn days_and_dates_are_inverse(days in -6_000_000_000_000_i64..6_000_000_000_000) {
            let civil = Civil::from_days(days);
            prop_assert_eq!(civil.days(), days);
            prop_assert!((1..=12).contains(&civil.month));
            prop_assert!((1..=days_in_month(civil.year, civil.month)).contains(&civil.day));
        }

        #[test]
        fn the_next_day_is_later(days in -1_000_000_000_i64..1_000_000_000) {
            prop_assert!(Civil::from_days(days) < Civil::from_days(days + 1));
        }
    }
}
