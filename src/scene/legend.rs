//! Legends: what a mark looks like, and what that means.

use super::geometry::{Point, point};
use super::mark::{Anchor, Mark, TextMark};
use super::text::{Measurer, TextStyle};
use super::theme::Theme;

/// From an entry's left to its words, in points.
const WORDS: f32 = 23.0;
/// Between two entries of one row, in points.
const GAP: f32 = 20.0;
/// The height of a row, in points.
pub const ROW: f32 = 20.0;

/// One line of a legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it looks like: at most 16 points wide from the origin, and about it in height.
    pub sample: Vec<Mark>,
    /// What that means.
    pub label: String,
}

impl Entry {
    /// The entry's marks with its left at `at.x` and its middle at `at.y`.
    #[must_use]
    pub fn marks(mut self, at: Point, theme: &Theme) -> Vec<Mark> {
        for mark in &mut self.sample {
            mark.shift(at.x, at.y);
        }
        let mut marks = self.sample;
        marks.push(Mark::Text(TextMark {
            at: at.moved(WORDS, TextStyle::Caption.middle_to_baseline()),
            anchor: Anchor::Start,
            text: self.label,
            style: TextStyle::Caption,
            color: theme.muted,
            halo: None,
            angle: 0.0,
        }));
        marks
    }
}

/// `entries` in rows of at most `width` points from `at`, the first row's top left; and the height
/// that they take.
#[must_use]
pub fn rows(
    entries: Vec<Entry>,
    at: Point,
    width: f32,
    theme: &Theme,
    measurer: &Measurer,
) -> (Vec<Mark>, f32) {
    let mut marks = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    for entry in entries {
        let own = WORDS + measurer.width(&entry.label, TextStyle::Caption);
        if x > 0.0 && x + own > width {
            (x, y) = (0.0, y + ROW);
        }
        marks.extend(entry.marks(point(at.x + x, at.y + y + ROW / 2.0), theme));
        x += own + GAP;
    }
    let height = if marks.is_empty() { 0.0 } else { y + ROW };
    (marks, height)
}
