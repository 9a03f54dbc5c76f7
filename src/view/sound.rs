//! A view that was read from a file is held to what can be shown: nothing in such a file is trusted.

use super::saved::LONGEST_ID;
use super::{Camera, LaneChoices, Pins, View, Window};

/// Places and cameras farther from the middle than this, in the map's units, are not kept.
const FARTHEST: f32 = 1e6;
/// Magnifications outside of which nothing is seen.
const ZOOMS: std::ops::RangeInclusive<f32> = 1e-5..=1e5;
/// The farthest that lanes are scrolled down, in points.
const LOWEST: f32 = 1e7;
/// The most steps round what the map is focused on.
const MOST_STEPS: u8 = 9;
/// Items that may be selected.
const MOST_SELECTED: usize = 100_000;
/// Lanes that may be moved or collapsed.
const MOST_LANES: usize = 10_000;
/// The longest filter, in bytes.
const LONGEST_FILTER: usize = 16 << 10;

/// Leaves out places that no map has.
pub(super) fn keep_near(pins: &mut Pins) {
    let near = |at: &f32| at.is_finite() && at.abs() <= FARTHEST;
    pins.retain(|_, at| at.iter().all(near));
}

impl View {
    /// The same without what no window shows.
    #[must_use]
    pub fn sound(mut self) -> Self {
        let ordered = |window: &Window| window.from < window.to;
        self.window = self.window.filter(ordered);
        self.range = self.range.filter(ordered);
        self.camera = self.camera.filter(Camera::is_sound);
        self.selection.truncate(MOST_SELECTED);
        if self.lane_choices.first.len() + self.lane_choices.collapsed.len() > MOST_LANES {
            self.lane_choices = LaneChoices::default();
        }
        let scroll = Some(self.scroll).filter(|scroll| (0.0..=LOWEST).contains(scroll));
        self.scroll = scroll.unwrap_or(0.0);
        if self.filter.len() > LONGEST_FILTER {
            self.filter.clear();
        }
        self.focus = self.focus.min(MOST_STEPS);
        let two =
            |pair: &[String; 2]| pair[0] != pair[1] && pair.iter().all(|id| id.len() <= LONGEST_ID);
        self.compared = self.compared.filter(two);
        keep_near(&mut self.pins);
        self.map.other_pins.values_mut().for_each(keep_near);
        self
    }
}

impl Camera {
    /// Whether anything can be seen through it.
    fn is_sound(&self) -> bool {
        let near = |at: &f32| at.is_finite() && at.abs() <= FARTHEST;
        self.center.iter().all(near) && ZOOMS.contains(&self.zoom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_window_shows_is_left_out_and_the_rest_stays() {
        let view = View {
            window: Some(Window { from: 5, to: 5 }),
            range: Some(Window { from: 5, to: 6 }),
            camera: Some(Camera {
                center: [0.0, f32::NAN],
                zoom: 1.0,
            }),
            scroll: f32::INFINITY,
            focus: 200,
            compared: Some(["a".to_owned(), "a".to_owned()]),
            filter: "x".repeat(LONGEST_FILTER + 1),
            pins: [("a".to_owned(), [1e30, 0.0]), ("b".to_owned(), [1.0, 2.0])].into(),
            ..View::default()
        };
        let sound = view.clone().sound();
        let expected = View {
            focus: MOST_STEPS,
            range: view.range,
            pins: [("b".to_owned(), [1.0, 2.0])].into(),
            ..View::default()
        };
        assert_eq!(sound, expected);
        assert_eq!(sound.clone().sound(), sound);
    }
}
