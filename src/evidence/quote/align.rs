//! How a quotation's words stand to those of its source.

use std::ops::Range;

use super::Piece;
use super::myers;
use super::words::Word;

/// Words that the alignment may stray from the diagonal, beside the difference in length.
const BAND: usize = 12;
/// A cost that no alignment reaches.
const NEVER: u32 = u32::MAX / 4;

/// A step of an alignment: how many words of the quotation stand for how many of the source.
type Step = (u8, u8);
const STEPS: [Step; 5] = [(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)];

/// How a quotation's words stand to those of its source.
#[derive(Debug, Clone)]
pub(super) struct Alignment {
    /// The bytes from the first word of the source that has a counterpart to the last.
    pub(super) span: Range<usize>,
    /// Edits of letters within words that have a counterpart.
    pub(super) noise: usize,
    /// Words of four letters or more, and numbers, that have none on the other side and are not
    /// one for another.
    pub(super) dropped: usize,
    /// Such words that stand one for another.
    pub(super) replaced: usize,
    /// Words that are split or joined.
    pub(super) joined: usize,
    /// All edits of letters.
    pub(super) distance: usize,
    /// Letters of the quotation that have a counterpart.
    pub(super) matched: usize,
    /// The differences word by word.
    pub(super) pieces: Vec<Piece>,
}

/// Aligns all of `quotation` with a run of the words `source`, whose other words do not count.
pub(super) fn align(quotation: &[Word], source: &[Word]) -> Option<Alignment> {
    if quotation.len().saturating_mul(source.len()) > MOST_CELLS {
        return None;
    }
    let grid = Grid::fill(quotation, source);
    grid.trace(quotation, source)
}

/// Pairs of words that are compared at most: longer quotations are of one-letter words.
const MOST_CELLS: usize = 4_000_000;

/// The dynamic programme over pairs of words, within a band around the diagonal.
struct Grid {
    width: usize,
    costs: Vec<u32>,
    steps: Vec<Option<Step>>,
    half: usize,
}

impl Grid {
    fn fill(quotation: &[Word], source: &[Word]) -> Self {
        let width = source.len() + 1;
        let cells = width * (quotation.len() + 1);
        let half = BAND + quotation.len().abs_diff(source.len());
        let mut grid = Self {
            width,
            costs: vec![NEVER; cells],
            steps: vec![None; cells],
            half,
        };
        for row in 0..=quotation.len() {
            for column in grid.columns(row) {
                let (cost, step) = if row == 0 {
                    (0, None)
                } else {
                    grid.cheapest(row, column, quotation, source)
                };
                let at = row * width + column;
                if let (Some(cell), Some(taken)) = (grid.costs.get_mut(at), grid.steps.get_mut(at))
                {
                    *cell = cost;
                    *taken = step;
                }
            }
        }
        grid
    }

    fn columns(&self, row: usize) -> Range<usize> {
        row.saturating_sub(self.half)..(row + self.half + 1).min(self.width)
    }

    fn cost(&self, row: usize, column: usize) -> u32 {
        self.costs
            .get(row * self.width + column)
            .copied()
            .unwrap_or(NEVER)
    }

    fn cheapest(
        &self,
        row: usize,
        column: usize,
        quotation: &[Word],
        source: &[Word],
    ) -> (u32, Option<Step>) {
        let mut best = (NEVER, None);
        for step in STEPS {
            let (rows, columns) = (usize::from(step.0), usize::from(step.1));
            let (Some(from_row), Some(from_column)) =
                (row.checked_sub(rows), column.checked_sub(columns))
            else {
                continue;
            };
            let before = self.cost(from_row, from_column);
            if before >= best.0 {
                continue;
            }
            let left = quotation.get(from_row..row).unwrap_or(&[]);
            let right = source.get(from_column..column).unwrap_or(&[]);
            let cost = before.saturating_add(step_cost(left, right));
            if cost < best.0 {
                best = (cost, Some(step));
            }
        }
        best
    }

    fn trace(&self, quotation: &[Word], source: &[Word]) -> Option<Alignment> {
        let mut row = quotation.len();
        let mut column = (0..self.width).min_by_key(|&column| self.cost(row, column))?;
        let mut path = Vec::new();
        while let Some(step) = self.steps.get(row * self.width + column).copied().flatten() {
            let from = (row - usize::from(step.0), column - usize::from(step.1));
            path.push((from.0..row, from.1..column));
            (row, column) = from;
        }
        path.reverse();
        let is_pair =
            |step: &&(Range<usize>, Range<usize>)| !step.0.is_empty() && !step.1.is_empty();
        let first = path.iter().find(is_pair)?.1.start;
        let last = path.iter().rev().find(is_pair)?.1.end;
        let span = source.get(first)?.span.start..source.get(last.checked_sub(1)?)?.span.end;
        let mut tally = Tally::new(span);
        for (left, right) in path {
            let inside = right.start >= first && right.end <= last;
            let right = if inside { source.get(right)? } else { &[] };
            tally.add(quotation.get(left)?, right);
        }
        Some(tally.finish())
    }
}

/// What it costs that these words of the quotation stand for those of the source: twice the edits
/// of letters, and something for each word that is missing, added, split or joined. One word added
/// within the span costs less than a word missing at its end, so that a word left out next to the
/// end does not cut the end off.
fn step_cost(left: &[Word], right: &[Word]) -> u32 {
    if !left.is_empty() && !right.is_empty() && !may_be_like(left, right) {
        return NEVER;
    }
    let cost = match (left, right) {
        ([word], []) if word.letters.is_empty() => 3,
        ([word], []) => word.letters.len() * 2 + 5,
        ([], [word]) => {
            if word.letters.is_empty() {
                1
            } else {
                5
            }
        }
        ([one], [other]) if one.letters == other.letters => usize::from(one.normal != other.normal),
        ([one], [other]) => match likeness(&one.letters, &other.letters) {
            Likeness::Same(edits) => edits * 2 + 1,
            Likeness::Remote(edits) => edits * 2 + 6,
            Likeness::None => return NEVER,
        },
        _ if left.iter().chain(right).any(|word| word.letters.is_empty()) => return NEVER,
        _ => {
            let (left, right) = (joined(left), joined(right));
            match likeness(&left, &right) {
                Likeness::Same(edits) if edits * 10 <= left.len().max(right.len()) => edits * 2 + 2,
                _ => return NEVER,
            }
        }
    };
    u32::try_from(cost).unwrap_or(NEVER)
}

/// Whether the words may be alike by their lengths and by which letters occur in them: an edit
/// changes at most two of these.
fn may_be_like(left: &[Word], right: &[Word]) -> bool {
    let sum = |words: &[Word]| words.iter().map(|word| word.letters.len()).sum::<usize>();
    let which = |words: &[Word]| words.iter().fold(0, |which, word| which | word.which);
    let (one, other) = (sum(left), sum(right));
    let remote = one.max(other) * 3 / 5;
    let changed = (which(left) ^ which(right)).count_ones();
    one.abs_diff(other) <= remote && usize::try_from(changed).unwrap_or(0) <= remote * 2
}

fn joined(words: &[Word]) -> Vec<u8> {
    words
        .iter()
        .flat_map(|word| word.letters.iter().copied())
        .collect()
}

/// How alike two words are, and the edits between them.
enum Likeness {
    /// They may be one word misread: at most two letters in five differ, and no numbers do.
    Same(usize),
    /// At most three letters in five differ: one word for another, or one misread badly.
    Remote(usize),
    None,
}

fn likeness(left: &[u8], right: &[u8]) -> Likeness {
    if left == right {
        return Likeness::Same(0);
    }
    let longer = left.len().max(right.len());
    let most = if longer < 4 {
        longer / 2
    } else {
        longer * 2 / 5
    };
    let remote = longer * 3 / 5;
    if left.len().abs_diff(right.len()) > remote {
        return Likeness::None;
    }
    let numbers = is_number(left) && is_number(right);
    match myers::distance(left, right) {
        edits if edits <= most && !numbers => Likeness::Same(edits),
        edits if edits <= remote => Likeness::Remote(edits),
        _ => Likeness::None,
    }
}

fn is_number(letters: &[u8]) -> bool {
    letters.iter().all(u8::is_ascii_digit)
}

/// Counts an alignment's steps.
struct Tally {
    alignment: Alignment,
    missing: Vec<Word>,
    added: Vec<Word>,
}

impl Tally {
    fn new(span: Range<usize>) -> Self {
        let alignment = Alignment {
            span,
            noise: 0,
            dropped: 0,
            replaced: 0,
            joined: 0,
            distance: 0,
            matched: 0,
            pieces: Vec::new(),
        };
        Self {
            alignment,
            missing: Vec::new(),
            added: Vec::new(),
        }
    }

    fn add(&mut self, left: &[Word], right: &[Word]) {
        if left.is_empty() || right.is_empty() {
            self.missing.extend_from_slice(left);
            self.added.extend_from_slice(right);
            return;
        }
        self.settle();
        let (quoted, found) = (joined(left), joined(right));
        let edits = myers::distance(&quoted, &found);
        if matches!(likeness(&quoted, &found), Likeness::Remote(_)) {
            let weighty = left.iter().any(is_weighty) || right.iter().any(is_weighty);
            self.alignment.replaced += usize::from(weighty);
        } else {
            self.alignment.noise += edits;
        }
        self.alignment.joined += left.len().abs_diff(right.len());
        self.alignment.distance += edits;
        self.alignment.matched += left.iter().map(|word| word.letters.len()).sum::<usize>();
        let same = left.len() == right.len()
            && left
                .iter()
                .zip(right)
                .all(|(one, other)| one.normal == other.normal);
        if same {
            self.piece(right, Piece::Same);
        } else {
            self.piece(left, Piece::Missing);
            self.piece(right, Piece::Added);
        }
    }

    /// Counts the words that had no counterpart since the last pair.
    fn settle(&mut self) {
        let (missing, added) = (
            std::mem::take(&mut self.missing),
            std::mem::take(&mut self.added),
        );
        let (left, right) = (weight(&missing), weight(&added));
        self.alignment.replaced += left.min(right);
        self.alignment.dropped += left.abs_diff(right);
        self.alignment.distance += joined(&missing).len().max(joined(&added).len());
        self.piece(&missing, Piece::Missing);
        self.piece(&added, Piece::Added);
    }

    /// Appends the words as a piece, or to the last piece where that is of the same kind.
    fn piece(&mut self, words: &[Word], kind: fn(String) -> Piece) {
        for word in words {
            match (self.alignment.pieces.last_mut(), kind(String::new())) {
                (Some(Piece::Same(last)), Piece::Same(_))
                | (Some(Piece::Missing(last)), Piece::Missing(_))
                | (Some(Piece::Added(last)), Piece::Added(_)) => {
                    last.push_str(if word.glued { "" } else { " " });
                    last.push_str(&word.shown);
                }
                _ => self.alignment.pieces.push(kind(word.shown.clone())),
            }
        }
    }

    fn finish(mut self) -> Alignment {
        self.settle();
        self.alignment
    }
}

/// How many of the words carry meaning of their own; those of a compound count as one.
fn weight(words: &[Word]) -> usize {
    words
        .chunk_by(|left, _| left.normal.ends_with('-'))
        .filter(|compound| compound.iter().any(is_weighty))
        .count()
}

/// Whether a word carries meaning of its own: four letters or more, or a digit.
fn is_weighty(word: &Word) -> bool {
    word.letters.len() >= 4 || word.letters.iter().any(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::super::words::split;
    use super::*;

    fn aligned(quotation: &str, source: &str) -> Alignment {
        align(&split(quotation, 0), &split(source, 0)).expect("words in common")
    }

    #[test]
    fn neighbouring_words_are_left_out_of_the_span() {
        let found = aligned("quick brown fox", "the quick brown fox jumps");
        assert_eq!(found.span, 4..19);
        assert_eq!(found.pieces, [Piece::Same("quick brown fox".to_owned())]);
    }

    #[test]
    fn a_word_split_in_two_is_one_difference() {
        let found = aligned("he is now here again", "he is nowhere again");
        assert_eq!((found.distance, found.dropped), (0, 0));
        assert!(
            found
                .pieces
                .contains(&Piece::Missing("now here".to_owned()))
        );
    }

    #[test]
    fn compounds_are_shown_as_they_are_written() {
        let found = aligned("the old mill-wheel turned", "the mill-wheel turned");
        let pieces = ["the", "mill-wheel turned"].map(|words| Piece::Same(words.to_owned()));
        assert_eq!(
            found.pieces.iter().step_by(2).cloned().collect::<Vec<_>>(),
            pieces
        );
    }

    #[test]
    fn another_number_is_a_word_replaced() {
        assert_eq!(
            aligned("sold in 1843 by him", "sold in 1848 by him").replaced,
            1
        );
    }
}
