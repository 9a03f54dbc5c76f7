//! Time to x and back, from minutes to the age of the universe.

use crate::story::calendar::{TICKS_PER_SECOND, TICKS_PER_YEAR, Tick, YEAR_LIMIT};
use crate::view::Window;

/// The shortest stretch that fills a view: ten seconds.
#[expect(clippy::cast_precision_loss, reason = "exact: a small number")]
const SHORTEST: f64 = (10 * TICKS_PER_SECOND) as f64;
/// The longest stretch: all that the axis holds.
#[expect(clippy::cast_precision_loss, reason = "far above a pixel at that zoom")]
const LONGEST: f64 = 2.0 * (YEAR_LIMIT - 1) as f64 * TICKS_PER_YEAR as f64;

/// Maps ticks to x in points and back. Moving and zooming give new scales.
///
/// The left edge is kept as an integer tick and a fraction of one, and is subtracted from other
/// ticks as an integer before anything becomes a float, so that a minute two thousand million years
/// from 1970 is as sharp as one today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    left: Tick,
    fraction: f64,
    ticks_per_point: f64,
    width: f64,
}

impl Scale {
    /// The scale on which `window` fills `width` points (at least 1). A window that is too short,
    /// too long or reversed is mended.
    #[must_use]
    pub fn new(window: Window, width: f64) -> Self {
        let width = width.max(1.0);
        let (from, to) = (
            Tick(window.from.min(window.to)),
            Tick(window.from.max(window.to)),
        );
        let span = to.since(from).clamp(SHORTEST, LONGEST);
        Self {
            left: from,
            fraction: 0.0,
            ticks_per_point: span / width,
            width,
        }
        .held()
    }

    /// The stretch of time that fills the view.
    #[must_use]
    pub fn window(&self) -> Window {
        Window::new(self.left, self.tick_at(self.width))
    }

    /// Points across.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.width
    }

    /// Ticks to the point.
    #[must_use]
    pub fn ticks_per_point(&self) -> f64 {
        self.ticks_per_point
    }

    /// Where `tick` stands, in points from the left edge; far outside for far ticks.
    #[must_use]
    pub fn x(&self, tick: Tick) -> f64 {
        (tick.since(self.left) - self.fraction) / self.ticks_per_point
    }

    /// The tick at `x` points from the left edge, held at the ends of the axis.
    #[must_use]
    pub fn tick_at(&self, x: f64) -> Tick {
        let ticks = (x * self.ticks_per_point + self.fraction).round();
        // A float beyond the axis becomes its end.
        #[expect(clippy::cast_possible_truncation, reason = "saturates")]
        let ticks = ticks as i64;
        self.left + ticks
    }

    /// The scale after its content was dragged by `points` to the right.
    #[must_use]
    pub fn pan(&self, points: f64) -> Self {
        self.moved_left_edge(-points * self.ticks_per_point)
    }

    /// The scale magnified by `factor` about `x`, whose tick keeps its place.
    #[must_use]
    pub fn zoom_at(&self, x: f64, factor: f64) -> Self {
        let factor = if factor.is_finite() && factor > 0.0 {
            factor
        } else {
            1.0
        };
        let per_point =
            (self.ticks_per_point / factor).clamp(SHORTEST / self.width, LONGEST / self.width);
        let shift = x * (self.ticks_per_point - per_point);
        Self {
            ticks_per_point: per_point,
            ..self.moved_left_edge(shift)
        }
        .held()
    }

    fn moved_left_edge(&self, ticks: f64) -> Self {
        let exact = self.fraction + ticks;
        let whole = exact.floor();
        #[expect(clippy::cast_possible_truncation, reason = "saturates")]
        let left = self.left + whole as i64;
        Self {
            left,
            fraction: exact - whole,
            ..*self
        }
        .held()
    }

    /// This scale with its window inside the axis.
    fn held(self) -> Self {
        let least = -YEAR_LIMIT * TICKS_PER_YEAR;
        #[expect(clippy::cast_possible_truncation, reason = "saturates")]
        let span = (self.ticks_per_point * self.width) as i64;
        let most = (-least).saturating_sub(span).max(least);
        let left = self.left.0.clamp(least, most);
        if left == self.left.0 {
            self
        } else {
            Self {
                left: Tick(left),
                fraction: 0.0,
                ..self
            }
        }
    }
}

/// The window that shows `extent` with a twentieth of it free on either side, and never less than
/// a day.
#[must_use]
pub fn padded(extent: (Tick, Tick)) -> Window {
    let day = crate::story::calendar::TICKS_PER_DAY;
    let (from, to) = extent;
    let span = (i128::from(to.0) - i128::from(from.0)).max(i128::from(day));
    let pad = i64::try_from(span / 20).unwrap_or(i64::MAX);
    let lack =
        i64::try_from(i128::from(day) - (i128::from(to.0) - i128::from(from.0))).unwrap_or(0);
    let extra = (lack / 2).max(0);
    Window::new(from - pad - extra, to + pad + extra)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::story::calendar::Civil;

    #[test]
    fn a_hundred_points_are_a_hundred_minutes() {
        let from = Civil::new(2023, 6, 22).start();
        let minute = 60 * TICKS_PER_SECOND;
        let scale = Scale::new(Window::new(from, from + 100 * minute), 100.0);
        assert!((scale.x(from + 25 * minute) - 25.0).abs() < 1e-9);
        assert_eq!(scale.tick_at(50.0), from + 50 * minute);
    }

    #[test]
    fn the_ends_of_the_axis_hold() {
        let scale = Scale::new(
            Window {
                from: i64::MIN,
                to: i64::MAX,
            },
            1000.0,
        );
        for scale in [
            scale,
            scale.pan(1e12),
            scale.pan(-1e12),
            scale.zoom_at(500.0, 1e-9),
        ] {
            assert!(scale.x(Tick(0)).is_finite());
            assert!(scale.window().from < scale.window().to);
        }
        let closest = scale.zoom_at(500.0, 1e300);
        assert!((closest.ticks_per_point() * 1000.0 - SHORTEST).abs() < 1.0);
    }

    /// Spans from a minute to 10⁹ years, by their logarithm.
    fn spans() -> impl Strategy<Value = i64> {
        (3.0..17.7_f64).prop_map(|power| {
            #[expect(clippy::cast_possible_truncation, reason = "a test's spans")]
            let ticks = 10_f64.powf(power) as i64;
            ticks.max(60 * TICKS_PER_SECOND)
        })
    }

    proptest! {
        #[test]
        fn time_to_x_to_time_is_exact_to_the_pixel(
            span in spans(), left in -1_000_000_000_i64..1_000_000_000, x in 0.0..2000.0_f64,
        ) {
            let from = Tick(left.saturating_mul(TICKS_PER_YEAR));
            let scale = Scale::new(Window::new(from, from + span), 2000.0);
            let back = scale.x(scale.tick_at(x));
            prop_assert!((back - x).abs() <= 0.5 / scale.ticks_per_point().min(1.0) + 1e-3, "{} {}", x, back);
            let tick = scale.tick_at(x);
            let again = scale.tick_at(scale.x(tick));
            prop_assert!((again.since(tick) / scale.ticks_per_point()).abs() < 0.5);
        }

        #[test]
        fn zooming_keeps_the_time_under_the_pointer(
            span in spans(), x in 0.0..1000.0_f64, factor in 0.2..5.0_f64,
        ) {
            let from = Civil::new(1200, 1, 1).start();
            let scale = Scale::new(Window::new(from, from + span), 1000.0);
            let zoomed = scale.zoom_at(x, factor);
            let drift = zoomed.x(scale.tick_at(x)) - x;
            prop_assert!(drift.abs() <= 1.0 + 1.0 / zoomed.ticks_per_point(), "{}", drift);
        }

        #[test]
        fn zooming_in_and_out_and_panning_there_and_back_return(
            span in spans(), x in 0.0..1000.0_f64, factor in 1.0..4.0_f64,
        ) {
            prop_assume!(span > 100_000);
            let from = Civil::new(-400, 1, 1).start();
            let scale = Scale::new(Window::new(from, from + span), 1000.0);
            let back = scale.zoom_at(x, factor).zoom_at(x, 1.0 / factor).pan(77.5).pan(-77.5);
            let drift = back.x(from);
            prop_assert!(drift.abs() < 0.6, "{}", drift);
        }
    }
}
