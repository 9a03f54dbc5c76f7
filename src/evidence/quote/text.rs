//! A source's text made ready to be searched.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::fold;

/// Bytes of text between two marks of the folded letters.
const LETTER_STEP: usize = 64;
/// Bytes of text between two marks of the code points.
const POINT_STEP: usize = 512;
/// Bytes of text that one task folds; a multiple of both steps.
const FOLD_STEP: usize = 1 << 18;

/// A source's text, made ready to be searched.
///
/// Beside the text it keeps the folded letters (about as long as the text) and marks that lead
/// from letters to bytes and from code points to bytes: together less than three times the text.
#[derive(Debug, Clone)]
pub struct Text {
    whole: Arc<str>,
    paragraphs: Vec<Range<usize>>,
    letters: Vec<u8>,
    /// How many letters stand before the first character at or after each `LETTER_STEP`.
    letter_marks: Vec<usize>,
    /// How many characters start before each `POINT_STEP`.
    point_marks: Vec<usize>,
}

impl Text {
    /// Folds `text`. `paragraphs` are byte ranges in order; they may be empty.
    #[must_use]
    pub fn new(text: Arc<str>, paragraphs: Vec<Range<usize>>) -> Self {
        let pieces: Vec<(Vec<u8>, Vec<usize>)> = (0..text.len().div_ceil(FOLD_STEP))
            .into_par_iter()
            .map(|piece| fold_piece(&text, piece * FOLD_STEP))
            .collect();
        let mut letters = Vec::with_capacity(pieces.iter().map(|piece| piece.0.len()).sum());
        let mut letter_marks = Vec::with_capacity(text.len() / LETTER_STEP + 1);
        for (piece, marks) in pieces {
            letter_marks.extend(marks.iter().map(|mark| mark + letters.len()));
            letters.extend_from_slice(&piece);
        }
        let mut points = 0;
        let mut point_marks = Vec::with_capacity(text.len() / POINT_STEP + 1);
        for block in text.as_bytes().chunks(POINT_STEP) {
            point_marks.push(points);
            points += starts(block);
        }
        Self {
            whole: text,
            paragraphs,
            letters,
            letter_marks,
            point_marks,
        }
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    /// The paragraph, counted from 1, that holds the byte; none between paragraphs.
    #[must_use]
    pub fn paragraph_at(&self, byte: usize) -> Option<u32> {
        let number = self
            .paragraphs
            .partition_point(|paragraph| paragraph.start <= byte);
        let paragraph = self.paragraphs.get(number.checked_sub(1)?)?;
        if byte < paragraph.end {
            u32::try_from(number).ok()
        } else {
            None
        }
    }

    /// The bytes of the paragraph with this number, counted from 1.
    #[must_use]
    pub fn paragraph(&self, number: u32) -> Option<Range<usize>> {
        self.paragraphs
            .get(usize::try_from(number.checked_sub(1)?).ok()?)
            .cloned()
    }

    /// The Unicode code points that the bytes of `span` cover, as the Text Position Selector of
    /// the W3C Web Annotation Data Model (2017) counts them: from 0, the end excluded.
    ///
    /// A byte within a character counts as that character's start; one past the text as its end.
    #[must_use]
    pub fn code_points(&self, span: &Range<usize>) -> (u32, u32) {
        (self.point_at(span.start), self.point_at(span.end))
    }

    fn point_at(&self, byte: usize) -> u32 {
        let mut byte = byte.min(self.whole.len());
        while !self.whole.is_char_boundary(byte) {
            byte -= 1;
        }
        let block = byte / POINT_STEP;
        let before = self.point_marks.get(block).copied();
        let from = if before.is_some() {
            block * POINT_STEP
        } else {
            0
        };
        let inside = self.whole.as_bytes().get(from..byte).map_or(0, starts);
        u32::try_from(before.unwrap_or(0) + inside).unwrap_or(u32::MAX)
    }

    /// The bytes that the code points `from..to` cover; none where they are not in the text.
    #[must_use]
    pub fn bytes(&self, from: u32, to: u32) -> Option<Range<usize>> {
        if from > to {
            return None;
        }
        Some(self.byte_of_point(from)?..self.byte_of_point(to)?)
    }

    fn byte_of_point(&self, point: u32) -> Option<usize> {
        let point = usize::try_from(point).ok()?;
        let block = self
            .point_marks
            .partition_point(|&mark| mark <= point)
            .saturating_sub(1);
        let mut left = point - self.point_marks.get(block).copied().unwrap_or(0);
        let from = block * POINT_STEP;
        for (offset, &byte) in self.whole.as_bytes().get(from..)?.iter().enumerate() {
            if is_start(byte) {
                if left == 0 {
                    return Some(from + offset);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(self.whole.len())
    }

    /// The folded letters and digits of the whole text, in UTF-8.
    pub(super) fn letters(&self) -> &[u8] {
        &self.letters
    }

    /// How many folded letters stand before `byte`, the start of a character.
    pub(super) fn letters_before(&self, byte: usize) -> usize {
        let Some(&mark) = self.letter_marks.get(byte / LETTER_STEP) else {
            return self.letters.len();
        };
        let from = self.ceiling(byte / LETTER_STEP * LETTER_STEP);
        let between = self.whole.get(from..byte).unwrap_or("");
        mark + between.chars().map(fold::letter_count).sum::<usize>()
    }

    /// The bytes of the character that gave the folded letter at `index`.
    pub(super) fn character_of(&self, index: usize) -> Range<usize> {
        let block = self
            .letter_marks
            .partition_point(|&mark| mark <= index)
            .saturating_sub(1);
        let mut count = self.letter_marks.get(block).copied().unwrap_or(0);
        let from = self.ceiling(block * LETTER_STEP);
        for (offset, character) in self.whole.get(from..).unwrap_or("").char_indices() {
            count += fold::letter_count(character);
            if count > index {
                let start = from + offset;
                return start..start + character.len_utf8();
            }
        }
        self.whole.len()..self.whole.len()
    }

    /// The bytes from the first to the last of the folded letters `letters`, which are not empty.
    pub(super) fn span_of(&self, letters: &Range<usize>) -> Range<usize> {
        let start = self.character_of(letters.start).start;
        let end = self.character_of(letters.end.saturating_sub(1)).end;
        start..end.max(start)
    }

    /// The first start of a character at or after `byte`.
    pub(super) fn ceiling(&self, byte: usize) -> usize {
        ceiling(&self.whole, byte)
    }

    /// The last start of a character at or before `byte`.
    pub(super) fn floor(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.whole.len());
        while !self.whole.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }

    /// Whether `byte` lies inside a word: letters or their diacritics on both sides.
    pub(super) fn inside_word(&self, byte: usize) -> bool {
        let joins = |character: &char| {
            !fold::stands_alone(*character)
                && (character.is_alphanumeric()
                    || unicode_normalization::char::is_combining_mark(*character))
        };
        let before = self
            .whole
            .get(..byte)
            .and_then(|text| text.chars().next_back());
        let after = self.whole.get(byte..).and_then(|text| text.chars().next());
        before.as_ref().is_some_and(joins) && after.as_ref().is_some_and(joins)
    }
}

/// Folds the characters that start in the piece of the text from `from`, and marks each step.
fn fold_piece(text: &str, from: usize) -> (Vec<u8>, Vec<usize>) {
    let end = from.saturating_add(FOLD_STEP).min(text.len());
    let mut letters = Vec::with_capacity(end - from);
    let mut marks = Vec::with_capacity((end - from) / LETTER_STEP + 1);
    for step in (from..end).step_by(LETTER_STEP) {
        marks.push(letters.len());
        let step = ceiling(text, step)..ceiling(text, (step + LETTER_STEP).min(end));
        let piece = text.get(step).unwrap_or("");
        if piece.is_ascii() {
            letters.extend(
                piece
                    .bytes()
                    .filter(u8::is_ascii_alphanumeric)
                    .map(|byte| byte.to_ascii_lowercase()),
            );
        } else {
            piece
                .chars()
                .for_each(|character| fold::push_letters(character, &mut letters));
        }
    }
    (letters, marks)
}

fn ceiling(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte += 1;
    }
    byte
}

/// Whether a byte of UTF-8 starts a character.
fn is_start(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

/// How many characters start in `bytes`.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| is_start(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_counted_from_one_and_none_lies_between_them() {
        let text = Text::new(Arc::from("one\n\ntwo"), vec![0..3, 5..8]);
        assert_eq!(text.paragraph_at(0), Some(1));
        assert_eq!(text.paragraph_at(4), None);
        assert_eq!(text.paragraph_at(7), Some(2));
        assert_eq!(text.paragraph(2), Some(5..8));
        assert_eq!(text.paragraph(0), None);
    }

    #[test]
    fn code_points_count_an_astral_character_as_one() {
        let text = Text::new(Arc::from("a𝔘b"), Vec::new());
        assert_eq!(text.code_points(&(1..5)), (1, 2));
        assert_eq!(text.bytes(2, 3), Some(5..6));
        assert_eq!(text.bytes(2, 4), None);
    }

    #[test]
    fn letters_lead_back_to_their_characters() {
        let text = Text::new(Arc::from("“É” ﬁ!".repeat(400)), Vec::new());
        for index in 0..text.letters().len() {
            let character = text.character_of(index);
            let before = text.letters_before(character.start);
            assert!(before <= index && index < text.letters_before(character.end));
        }
    }
}
