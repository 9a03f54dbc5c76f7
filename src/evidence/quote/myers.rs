//! Approximate matching by bit vectors: G. Myers, "A fast bit-vector algorithm for approximate
//! string matching based on dynamic programming", Journal of the ACM 46(3), 1999, in blocks of 64
//! rows; blocks that cannot come within the limit are left out, after E. Ukkonen, "Finding
//! approximate patterns in strings", Journal of Algorithms 6(1), 1985.

/// Rows of one block.
const ROWS: usize = 64;

/// A pattern made ready to be matched.
pub(super) struct Pattern {
    length: usize,
    blocks: usize,
    /// For each byte, the rows of each block where the pattern has it.
    rows: Vec<u64>,
}

/// Where a match ends and how many edits it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub(super) end: usize,
    pub(super) distance: usize,
}

/// Whether a match may start anywhere in the text, or at its first byte only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    Anywhere,
    AtFirst,
}

/// One block's column: where it grows and shrinks from row to row, and its last row's value.
#[derive(Clone, Copy)]
struct Block {
    plus: u64,
    minus: u64,
    score: usize,
}

impl Pattern {
    /// Prepares `pattern`, read from its first byte to its last.
    pub(super) fn new(pattern: impl ExactSizeIterator<Item = u8>) -> Self {
        let length = pattern.len();
        let blocks = length.div_ceil(ROWS);
        let mut rows = vec![0; 256 * blocks];
        for (row, byte) in pattern.enumerate() {
            if let Some(bits) = rows.get_mut(usize::from(byte) * blocks + row / ROWS) {
                *bits |= 1 << (row % ROWS);
            }
        }
        Self {
            length,
            blocks,
            rows,
        }
    }

    /// The first end in `text` where the pattern matches with the fewest edits, at most `limit`.
    pub(super) fn best_end(
        &self,
        text: impl Iterator<Item = u8>,
        limit: usize,
        start: Start,
    ) -> Option<End> {
        let mut column = Vec::with_capacity(self.blocks);
        let active = limit.div_ceil(ROWS).clamp(1, self.blocks.max(1));
        for block in 0..active.min(self.blocks) {
            let score = self.length.min((block + 1) * ROWS);
            column.push(Block {
                plus: u64::MAX,
                minus: 0,
                score,
            });
        }
        let mut best: Option<End> = None;
        let first = i8::from(start == Start::AtFirst);
        for (index, byte) in text.enumerate() {
            let from = usize::from(byte) * self.blocks;
            let rows = self.rows.get(from..from + self.blocks).unwrap_or(&[]);
            self.advance(&mut column, rows, first, limit);
            let whole = column.len() == self.blocks;
            if let Some(last) = column.last().filter(|last| whole && last.score <= limit)
                && best.is_none_or(|best| last.score < best.distance)
            {
                best = Some(End {
                    end: index + 1,
                    distance: last.score,
                });
            }
        }
        best
    }

    /// Computes the next column, and lets the active blocks grow or shrink.
    fn advance(&self, column: &mut Vec<Block>, rows: &[u64], first: i8, limit: usize) {
        let mut carry = first;
        for (index, (block, &row)) in column.iter_mut().zip(rows).enumerate() {
            carry = block.step(row, carry, self.last_row(index));
        }
        let (Some(last), active) = (column.last().copied(), column.len()) else {
            return;
        };
        let before = last.score.saturating_add_signed(-isize::from(carry));
        let grows = rows
            .get(active)
            .is_some_and(|row| row & 1 != 0 || carry < 0);
        if active < self.blocks && before <= limit && grows {
            let height = (self.length - active * ROWS).min(ROWS);
            let mut block = Block {
                plus: u64::MAX,
                minus: 0,
                score: before + height,
            };
            block.step(
                rows.get(active).copied().unwrap_or(0),
                carry,
                self.last_row(active),
            );
            column.push(block);
        } else {
            while column.len() > 1
                && column
                    .last()
                    .is_some_and(|block| block.score >= limit + ROWS)
            {
                column.pop();
            }
        }
    }

    /// The bit of the last row of the block with this number.
    fn last_row(&self, block: usize) -> u64 {
        let height = self.length.saturating_sub(block * ROWS).clamp(1, ROWS);
        1 << (height - 1)
    }
}

impl Block {
    /// Computes the block's next column from the difference above it; returns the one below.
    fn step(&mut self, row: u64, above: i8, last: u64) -> i8 {
        let vertical = row | self.minus;
        let equal = row | u64::from(above < 0);
        let horizontal = ((equal & self.plus).wrapping_add(self.plus) ^ self.plus) | equal;
        let mut plus = self.minus | !(horizontal | self.plus);
        let mut minus = self.plus & horizontal;
        let below = i8::from(plus & last != 0) - i8::from(minus & last != 0);
        plus = plus << 1 | u64::from(above > 0);
        minus = minus << 1 | u64::from(above < 0);
        self.plus = minus | !(vertical | plus);
        self.minus = plus & vertical;
        self.score = self.score.saturating_add_signed(isize::from(below));
        below
    }
}

/// The edit distance of two words.
pub(super) fn distance(left: &[u8], right: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, letter) in left.iter().enumerate() {
        let mut diagonal = index;
        let mut previous = index + 1;
        if let Some(first) = row.first_mut() {
            *first = previous;
        }
        for (cell, other) in row.iter_mut().skip(1).zip(right) {
            let changed = diagonal + usize::from(letter != other);
            diagonal = *cell;
            previous = changed.min(previous + 1).min(*cell + 1);
            *cell = previous;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The plain dynamic programme of P. Sellers (1980), to compare with.
    fn plain_best(pattern: &[u8], text: &[u8], limit: usize, start: Start) -> Option<End> {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut best: Option<End> = None;
        for (index, byte) in text.iter().enumerate() {
            let mut diagonal = column[0];
            column[0] = if start == Start::AtFirst {
                index + 1
            } else {
                0
            };
            for row in 0..pattern.len() {
                let changed = diagonal + usize::from(pattern[row] != *byte);
                diagonal = column[row + 1];
                column[row + 1] = changed.min(column[row] + 1).min(diagonal + 1);
            }
            let distance = column[pattern.len()];
            if distance <= limit && best.is_none_or(|best| distance < best.distance) {
                best = Some(End {
                    end: index + 1,
                    distance,
                });
            }
        }
        best
    }

    proptest! {
        #[test]
        fn bit_vectors_agree_with_the_plain_programme(
            pattern in proptest::collection::vec(b'a'..=b'c', 1..200),
            text in proptest::collection::vec(b'a'..=b'c', 0..300),
            share in 0usize..=100,
            anchored: bool,
        ) {
            let limit = pattern.len() * share / 100;
            let start = if anchored { Start::AtFirst } else { Start::Anywhere };
            let found = Pattern::new(pattern.iter().copied()).best_end(text.iter().copied(), limit, start);
            prop_assert_eq!(found, plain_best(&pattern, &text, limit, start));
        }
    }

    #[test]
    fn the_distance_of_two_words_counts_edits() {
        assert_eq!(distance(b"modern", b"modem"), 2);
        assert_eq!(distance(b"", b"abc"), 3);
    }
}
