//! Angles as parts of a full turn: 0 points to the right, a quarter down.

/// The point at `turn` on the circle of radius 1 about the origin.
///
/// Its own series, since the sine of the platform differs between machines in the last digit.
pub(super) fn direction(turn: f64) -> [f64; 2] {
    let turn = turn - turn.floor();
    let quarter = (turn * 4.0 + 0.5).floor();
    let angle = (turn - quarter / 4.0) * std::f64::consts::TAU;
    let square = angle * angle;
    // Taylor's series, of which the rest is below 1e-16 within an eighth of a turn.
    let (mut sine, mut cosine) = (1.0, 1.0);
    for n in [14.0, 12.0, 10.0, 8.0, 6.0, 4.0, 2.0] {
        sine = 1.0 - sine * square / (n * (n + 1.0));
        cosine = 1.0 - cosine * square / (n * (n - 1.0));
    }
    sine *= angle;
    if !(0.5..=3.5).contains(&quarter) {
        [cosine, sine]
    } else if quarter < 1.5 {
        [-sine, cosine]
    } else if quarter < 2.5 {
        [-cosine, -sine]
    } else {
        [sine, -cosine]
    }
}

/// The shorter way round from `from` to `to`, from −1/2 up to 1/2.
pub(super) fn way(from: f64, to: f64) -> f64 {
    let way = to - from;
    way - (way + 0.5).floor()
}

/// The turn between two points that are `chord` apart on a circle of radius `radius`.
pub(super) fn across(chord: f64, radius: f64) -> f64 {
    // Half of the chord is the sine of half of the angle. Halved twice more, its arc sine is a short
    // series.
    let mut sine = (chord / (2.0 * radius.max(1e-9))).min(1.0);
    for _ in 0..2 {
        sine /= (2.0 + 2.0 * (1.0 - sine * sine).max(0.0).sqrt()).sqrt();
    }
    let square = sine * sine;
    let series = 1.0 / 6.0 + square * (3.0 / 40.0 + square * (5.0 / 112.0 + square * 0.035));
    (4.0 * sine * (1.0 + square * series) / std::f64::consts::PI).min(0.5)
}

/// Half of the turn that a child may lie off its parent, on the ring `steps` + 1 and `steps`, so
/// that the way between them does not cut into the inner ring where rings are evenly spaced
/// (P. Eades, 1992).
pub(super) fn widest(steps: usize) -> f64 {
    if steps == 0 {
        return 0.5;
    }
    // The arc cosine of steps / (steps + 1) as a series about 1.
    let off = 1.0 / (super::super::extent::real(steps) + 1.0);
    let angle = (2.0 * off).sqrt() * (1.0 + off / 12.0 + 3.0 * off * off / 160.0);
    angle / std::f64::consts::TAU
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_sines_and_cosines() {
        for n in -40_i32..90 {
            let turn = f64::from(n) / 37.0;
            let angle = turn * std::f64::consts::TAU;
            let [x, y] = direction(turn);
            assert!((x - angle.cos()).abs() < 1e-13, "{turn}");
            assert!((y - angle.sin()).abs() < 1e-13, "{turn}");
        }
    }

    #[test]
    fn ways_are_the_short_ones() {
        assert!((way(0.9, 0.1) - 0.2).abs() < 1e-12);
        assert!((way(0.1, 0.9) + 0.2).abs() < 1e-12);
        assert!((way(-3.0, 4.25) - 0.25).abs() < 1e-12);
    }

    #[test]
    fn chords_are_spanned() {
        for n in 1..=100_u32 {
            let chord = f64::from(n) / 50.0;
            let true_turn = (chord / 2.0).asin() / std::f64::consts::PI;
            let turn = across(chord, 1.0);
            assert!((turn - true_turn).abs() < 1e-5, "{chord}");
        }
    }

    #[test]
    fn the_widest_is_an_arc_cosine() {
        for steps in 1..9_u32 {
            let ratio = f64::from(steps) / f64::from(steps + 1);
            let turn = widest(steps as usize);
            assert!((turn - ratio.acos() / std::f64::consts::TAU).abs() < 1e-3);
        }
    }
}
