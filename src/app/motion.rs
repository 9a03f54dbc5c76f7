//! Short movements that keep one's bearings: 150 ms, easing out.

/// How long a movement takes, in seconds.
const SECONDS: f64 = 0.15;

/// A value that moves to its target instead of jumping, unless a hand moves it.
#[derive(Clone, Copy, Debug)]
pub struct Motion<T> {
    target: Option<T>,
    shown: Option<T>,
    from: Option<(T, f64)>,
}

impl<T> Default for Motion<T> {
    fn default() -> Self {
        Self {
            target: None,
            shown: None,
            from: None,
        }
    }
}

impl<T: Copy + PartialEq> Motion<T> {
    /// Where the value is at `now` (in seconds) on its way to `target`, and whether it still
    /// moves; `blend` gives what lies a share (0 to 1) of the way between two values.
    pub fn toward(&mut self, target: T, now: f64, blend: impl Fn(T, T, f64) -> T) -> (T, bool) {
        if self.target != Some(target) {
            self.from = self.shown.map(|shown| (shown, now));
            self.target = Some(target);
        }
        let shown = match self.from {
            Some((from, begun)) if now - begun < SECONDS => {
                let left = 1.0 - (now - begun) / SECONDS;
                blend(from, target, 1.0 - left.powi(3))
            }
            _ => {
                self.from = None;
                target
            }
        };
        self.shown = Some(shown);
        (shown, self.from.is_some())
    }

    /// Puts the value there at once: a hand moved it.
    pub fn jump(&mut self, value: T) {
        *self = Self {
            target: Some(value),
            shown: Some(value),
            from: None,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blend(a: f64, b: f64, t: f64) -> f64 {
        a + (b - a) * t
    }

    #[test]
    fn the_first_target_is_shown_at_once_and_the_next_is_reached_in_time() {
        let mut motion = Motion::default();
        assert_eq!(motion.toward(1.0, 10.0, blend), (1.0, false));
        let (start, moving) = motion.toward(2.0, 11.0, blend);
        assert!(moving && (start - 1.0).abs() < 1e-9);
        let (middle, _) = motion.toward(2.0, 11.05, blend);
        assert!(middle > 1.0 && middle < 2.0);
        assert_eq!(motion.toward(2.0, 11.2, blend), (2.0, false));
    }

    #[test]
    fn a_hand_interrupts_a_movement() {
        let mut motion = Motion::default();
        motion.toward(1.0, 0.0, blend);
        motion.toward(5.0, 1.0, blend);
        motion.jump(3.0);
        assert_eq!(motion.toward(3.0, 1.01, blend), (3.0, false));
    }
}
