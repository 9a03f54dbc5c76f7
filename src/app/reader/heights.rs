//! How high the blocks of a text stand: guessed, until they were laid out.

use crate::details::Block;
use crate::scene::TextStyle;

/// Points between a paragraph and the one before.
pub(super) const BETWEEN: f32 = 10.0;
/// Points that a character is wide, about.
const CHARACTER: f32 = 6.6;

/// The heights of all blocks and where each begins, in points.
pub(super) struct Heights {
    each: Vec<f32>,
    /// Which of them are known and not guessed.
    known: Vec<bool>,
    tops: Vec<f32>,
    width: f32,
}

impl Heights {
    pub(super) fn new(blocks: &[Block]) -> Self {
        Self {
            each: vec![0.0; blocks.len()],
            known: vec![false; blocks.len()],
            tops: vec![0.0; blocks.len() + 1],
            width: 0.0,
        }
    }

    /// Guesses anew where the column has become another width; the blocks are those of `text`.
    pub(super) fn fit(&mut self, text: &str, blocks: &[Block], width: f32) {
        if (self.width - width).abs() < 0.5 {
            return;
        }
        self.width = width;
        self.known.fill(false);
        let line = TextStyle::Quote.line_height();
        for (height, block) in self.each.iter_mut().zip(blocks) {
            let words = text.get(block.bytes.clone()).unwrap_or_default();
            let lines: f32 = words
                .trim_end()
                .split('\n')
                .map(|line| lines(line, width))
                .sum();
            let between = if block.paragraph.is_some() {
                BETWEEN
            } else {
                0.0
            };
            *height = lines.max(1.0) * line + between;
        }
        self.add_up();
    }

    fn add_up(&mut self) {
        // In double precision: a long text is millions of points high.
        let mut top = 0.0_f64;
        for (height, start) in self.each.iter().zip(&mut self.tops) {
            #[expect(clippy::cast_possible_truncation, reason = "what is drawn is single")]
            let at = top as f32;
            *start = at;
            top += f64::from(*height);
        }
        if let Some(last) = self.tops.last_mut() {
            #[expect(clippy::cast_possible_truncation, reason = "what is drawn is single")]
            let end = top as f32;
            *last = end;
        }
    }

    /// Takes over what was `measured` of some blocks; whether that changes anything.
    pub(super) fn measure(&mut self, measured: &[(usize, f32)]) -> bool {
        let mut changed = false;
        for &(block, height) in measured {
            if let (Some(held), Some(known)) = (self.each.get_mut(block), self.known.get_mut(block))
            {
                changed |= (*held - height).abs() > 0.5;
                (*held, *known) = (height, true);
            }
        }
        if changed {
            self.add_up();
        }
        changed
    }

    /// The height of all.
    pub(super) fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// Where a block begins.
    pub(super) fn top(&self, block: usize) -> f32 {
        self.tops.get(block).copied().unwrap_or(0.0)
    }

    /// The block that stands at a height.
    pub(super) fn at(&self, y: f32) -> usize {
        self.tops
            .partition_point(|top| *top <= y)
            .saturating_sub(1)
            .min(self.each.len().saturating_sub(1))
    }
}

/// How many lines a line of a text takes in a column, about.
fn lines(line: &str, width: f32) -> f32 {
    // Letters of three bytes are mostly as wide as they are high.
    let wide = |letter: char| if letter.len_utf8() > 2 { 2.0 } else { 1.0 };
    let letters: f32 = if line.is_ascii() {
        #[expect(clippy::cast_precision_loss, reason = "a block is short")]
        let count = line.len() as f32;
        count
    } else {
        line.chars().map(wide).sum()
    };
    (letters * CHARACTER / width.max(1.0)).ceil().max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_stand_under_each_other_and_move_as_they_are_measured() {
        let block = |start: usize, paragraph| Block {
            bytes: start..start + 200,
            paragraph: Some(paragraph),
            page: None,
        };
        let blocks = [block(0, 1), block(200, 2), block(400, 3)];
        let mut heights = Heights::new(&blocks);
        let text = "word ".repeat(120);
        heights.fit(&text, &blocks, 400.0);
        let third = heights.top(2);
        assert!(third > 0.0 && heights.total() > third);
        assert_eq!(heights.at(third + 1.0), 2);
        assert!(heights.measure(&[(0, 100.0)]));
        assert!((heights.top(1) - 100.0).abs() < 1e-3);
        assert!(!heights.measure(&[(0, 100.2)]), "less than half a point");
        assert_eq!(heights.at(-5.0), 0);
        assert_eq!(heights.at(1e9), 2);
        assert_eq!(Heights::new(&[]).at(3.0), 0);
    }
}
