//! The axis: two levels of ticks that adapt, from seconds to thousands of millions of years.

use crate::scene::{Measurer, TextStyle};
use crate::story::calendar::{Civil, TICKS_PER_DAY, TICKS_PER_SECOND, Tick, YEAR_LIMIT};
use crate::story::words::{
    at_time, before_era, day_of_year, decimal, month_abbreviation, month_name, month_of_year,
    month_on_axis, plain_year,
};

use super::scale::Scale;

/// Points that a fine tick's label needs free round it.
const GAP: f32 = 14.0;

/// A step from one tick to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// So many seconds, within a day.
    Seconds(i64),
    /// So many days of a month, counted from its first.
    Days(u8),
    /// So many months, counted from January.
    Months(u8),
    /// So many years, counted from year 0.
    Years(i64),
}

/// A line on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisTick {
    /// Points from the left edge of the plot.
    pub x: f32,
    /// The label; empty where none fits.
    pub label: String,
}

/// The ticks of an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Months, days, hours: the finer level.
    pub fine: Vec<AxisTick>,
    /// Years, days: the level above, with lines through the plot. The first stands at the left
    /// edge where its own line lies outside.
    pub coarse: Vec<AxisTick>,
}

/// Every step there is, from the finest.
fn steps() -> impl Iterator<Item = Step> {
    let seconds = [
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200,
    ];
    let years = (0..11).flat_map(|power| [1, 2, 5].map(|lead| lead * 10_i64.pow(power)));
    seconds
        .into_iter()
        .map(Step::Seconds)
        .chain([1, 2, 5, 10, 15].map(Step::Days))
        .chain([1, 3, 6].map(Step::Months))
        .chain(years.map(Step::Years))
}

/// Ticks in a mean step.
#[expect(clippy::cast_precision_loss, reason = "mean lengths")]
fn length(step: Step) -> f64 {
    let day = TICKS_PER_DAY as f64;
    match step {
        Step::Seconds(n) => (n * TICKS_PER_SECOND) as f64,
        Step::Days(n) => f64::from(n) * day,
        Step::Months(n) => f64::from(n) * 30.44 * day,
        Step::Years(n) => n as f64 * 365.2425 * day,
    }
}

/// The level above a step.
fn above(step: Step) -> Step {
    match step {
        Step::Seconds(n) if n < 60 => Step::Seconds(60),
        Step::Seconds(n) if n < 3600 => Step::Seconds(3600),
        Step::Seconds(_) => Step::Days(1),
        Step::Days(_) => Step::Months(1),
        Step::Months(_) => Step::Years(1),
        Step::Years(n) => {
            let mut power = 10;
            while power <= n && power < 10_000_000_000 {
                power *= 10;
            }
            Step::Years(power)
        }
    }
}

/// The axis of `scale`: the finest level whose labels do not touch, and the level above it, all of
/// which are named too.
#[must_use]
pub fn axis(scale: &Scale, measurer: &Measurer) -> Axis {
    for step in steps() {
        let spacing = length(step) / scale.ticks_per_point();
        if spacing < 22.0 {
            continue;
        }
        let fine = ticks(scale, step, false);
        let widest = fine
            .iter()
            .map(|tick| measurer.width(&tick.label, TextStyle::Caption))
            .fold(0.0, f32::max);
        let is_last = matches!(step, Step::Years(5_000_000_000..));
        if f64::from(widest + GAP) > spacing && !is_last {
            continue;
        }
        let coarse = coarse(scale, above(step), measurer);
        // Under a month without a name its days would read as those of the one before.
        let is_named = coarse.iter().skip(1).all(|tick| !tick.label.is_empty());
        if is_named || is_last {
            return Axis { fine, coarse };
        }
    }
    Axis::default()
}

/// The coarse level, its labels parted: one that would touch the next is left out.
fn coarse(scale: &Scale, step: Step, measurer: &Measurer) -> Vec<AxisTick> {
    let mut coarse = ticks(scale, step, true);
    // What began before the left edge is named there, as far as the next leaves room.
    let first = floor(scale.tick_at(0.0), step);
    if coarse.first().is_none_or(|tick| tick.x > 1.0) {
        coarse.insert(
            0,
            AxisTick {
                x: 0.0,
                label: label(first, step, true),
            },
        );
    }
    let mut end = f32::NEG_INFINITY;
    let count = coarse.len();
    for i in 0..count {
        let width = measurer.width(&coarse[i].label, TextStyle::AxisCoarse);
        let next = coarse.get(i + 1).map_or(f32::INFINITY, |tick| tick.x);
        let crowded = i == 0 && coarse[0].x + width + GAP > next;
        if coarse[i].x < end + GAP || crowded {
            coarse[i].label.clear();
        } else {
            end = coarse[i].x + width;
        }
    }
    coarse
}

fn ticks(scale: &Scale, step: Step, whole: bool) -> Vec<AxisTick> {
    let mut found = Vec::new();
    let last = scale.tick_at(scale.width());
    let mut at = floor(scale.tick_at(0.0), step);
    // No view has room for more ticks than this.
    for _ in 0..2000 {
        if at > last {
            break;
        }
        let x = scale.x(at);
        if x >= -0.5 {
            #[expect(clippy::cast_possible_truncation, reason = "within the view")]
            found.push(AxisTick {
                x: x as f32,
                label: label(at, step, whole),
            });
        }
        let next = next(at, step);
        if next <= at {
            break;
        }
        at = next;
    }
    found
}

/// The last tick of `step` at or before `at`.
fn floor(at: Tick, step: Step) -> Tick {
    let (civil, _) = at.civil();
    match step {
        Step::Seconds(n) => {
            let size = n * TICKS_PER_SECOND;
            Tick(at.0.div_euclid(size).saturating_mul(size))
        }
        Step::Days(n) => Civil {
            day: day_of_step(civil.day, n),
            ..civil
        }
        .start(),
        Step::Months(n) => Civil::new(civil.year, (civil.month - 1) / n * n + 1, 1).start(),
        Step::Years(n) => {
            let year = civil.year.div_euclid(n) * n;
            Civil::new(year.clamp(-YEAR_LIMIT, YEAR_LIMIT), 1, 1).start()
        }
    }
}

/// The day on which a step of `n` days begins: steps begin anew with each month, and a stub at its
/// end joins the step before.
fn day_of_step(day: u8, n: u8) -> u8 {
    let start = (day - 1) / n * n + 1;
    if n > 1 && start > 1 && 30 - start.min(30) < n / 2 {
        start - n
    } else {
        start
    }
}

fn next(at: Tick, step: Step) -> Tick {
    let (civil, _) = at.civil();
    match step {
        Step::Seconds(n) => at + n * TICKS_PER_SECOND,
        Step::Days(n) => {
            let day = civil.day + n;
            let stub = n > 1 && 30_u8.saturating_sub(day) < n / 2;
            if day > crate::story::calendar::days_in_month(civil.year, civil.month) || stub {
                next_month(civil, 1)
            } else {
                Civil { day, ..civil }.start()
            }
        }
        Step::Months(n) => next_month(civil, n),
        Step::Years(n) => Civil::new(civil.year.saturating_add(n), 1, 1).start(),
    }
}

fn next_month(civil: Civil, months: u8) -> Tick {
    let month = civil.month + months;
    if month > 12 {
        Civil::new(civil.year + 1, month - 12, 1).start()
    } else {
        Civil::new(civil.year, month, 1).start()
    }
}

/// What a tick is called: in short on the fine level, so that it stands alone on the coarse one.
fn label(at: Tick, step: Step, whole: bool) -> String {
    let (civil, clock) = at.civil();
    match step {
        Step::Seconds(n) if n < 60 => {
            format!("{:02}:{:02}:{:02}", clock.hour, clock.minute, clock.second)
        }
        Step::Seconds(_) if whole => {
            let month = month_abbreviation(civil.month);
            let day = day_of_year(civil.day, month, &year(civil.year, 1));
            at_time(&day, &format!("{:02}:{:02}", clock.hour, clock.minute))
        }
        Step::Seconds(_) => format!("{:02}:{:02}", clock.hour, clock.minute),
        Step::Days(_) if whole => {
            let month = month_name(civil.month);
            day_of_year(civil.day, month, &year(civil.year, 1))
        }
        Step::Days(_) => civil.day.to_string(),
        Step::Months(_) if whole => month_of_year(month_name(civil.month), &year(civil.year, 1)),
        Step::Months(_) => month_on_axis(civil.month).to_owned(),
        Step::Years(n) => year(civil.year, n),
    }
}

/// A year on an axis whose steps are `step` years: "2023", "44 BCE", "12 ka", "66 Ma".
fn year(year: i64, step: i64) -> String {
    let ago = year.unsigned_abs();
    if year < 0 && (ago >= 20_000 || step >= 10_000) {
        return match ago {
            1_000_000_000.. => format!("{} Ga", decimal(ago, 1_000_000_000)),
            1_000_000.. => format!("{} Ma", decimal(ago, 1_000_000)),
            _ => format!("{} ka", decimal(ago, 1000)),
        };
    }
    match year {
        ..=0 => {
            // There is no year 0: round steps BCE are named by their round number.
            let count = if step >= 10 && year < 0 { ago } else { ago + 1 };
            before_era(&plain_year(count))
        }
        _ => plain_year(ago),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::view::Window;

    fn labels(from: Tick, to: Tick, width: f64) -> (Vec<String>, Vec<String>) {
        let axis = axis(&Scale::new(Window::new(from, to), width), &Measurer::new());
        let names = |ticks: &[AxisTick]| ticks.iter().map(|tick| tick.label.clone()).collect();
        (names(&axis.fine), names(&axis.coarse))
    }

    #[test]
    fn a_year_and_a_half_is_months_under_years() {
        let (fine, coarse) = labels(
            Civil::new(2021, 11, 20).start(),
            Civil::new(2023, 7, 1).start(),
            900.0,
        );
        assert_eq!(&fine[..3], ["Dec", "Jan", "Feb"]);
        assert_eq!(coarse, ["2021", "2022", "2023"]);
    }

    #[test]
    fn a_morning_is_minutes_under_the_hour_and_a_day_is_hours_under_the_day() {
        let noon = Civil::new(2019, 3, 4).start() + 9 * 3600 * TICKS_PER_SECOND;
        let (fine, _) = labels(noon, noon + 3600 * TICKS_PER_SECOND, 800.0);
        assert!(fine.contains(&"09:05".to_owned()), "{fine:?}");
        let midnight = Civil::new(2019, 3, 4).start();
        let (fine, coarse) = labels(midnight, midnight + TICKS_PER_DAY, 800.0);
        assert!(fine.contains(&"06:00".to_owned()), "{fine:?}");
        assert_eq!(coarse[0], "4 March 2019");
    }

    #[test]
    fn deep_time_is_named_in_thousands_and_millions_of_years() {
        let (fine, _) = labels(
            Civil::new(-70_000_000, 1, 1).start(),
            Civil::new(2000, 1, 1).start(),
            900.0,
        );
        assert!(fine.contains(&"50 Ma".to_owned()), "{fine:?}");
        let (fine, _) = labels(
            Civil::new(-500, 1, 1).start(),
            Civil::new(500, 1, 1).start(),
            900.0,
        );
        assert!(
            fine.contains(&"200 BCE".to_owned()) && fine.contains(&"200".to_owned()),
            "{fine:?}"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn labels_never_touch_at_any_zoom(
            power in 3.1..18.5_f64, year in -2_000_000_i64..20_000, width in 300.0..2400.0_f64,
        ) {
            let measurer = Measurer::new();
            #[expect(clippy::cast_possible_truncation, reason = "a test's spans")]
            let span = 10_f64.powf(power) as i64;
            let from = Civil::new(year, 5, 17).start();
            let scale = Scale::new(Window::new(from, from + span), width);
            let axis = axis(&scale, &measurer);
            prop_assert!(!axis.fine.is_empty() || !axis.coarse.is_empty());
            prop_assert!(
                axis.coarse.iter().skip(1).all(|tick| !tick.label.is_empty()),
                "{:?}", axis.coarse
            );
            let mut end = f32::MIN;
            for tick in axis.coarse.iter().filter(|tick| !tick.label.is_empty()) {
                prop_assert!(tick.x > end, "{:?}", axis.coarse);
                end = tick.x + measurer.width(&tick.label, TextStyle::AxisCoarse);
            }
            let mut end = f32::MIN;
            for tick in &axis.fine {
                let half = measurer.width(&tick.label, TextStyle::Caption) / 2.0;
                prop_assert!(tick.x - half > end, "{:?}", axis.fine);
                end = tick.x + half;
            }
        }
    }
}
