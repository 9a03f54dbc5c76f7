//! The normal form in which a quotation and its source are equal, and the strict comparison.

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

use super::fold;
use super::text::Text;

/// One character of the normal form and the bytes that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Symbol {
    pub(super) character: char,
    pub(super) start: usize,
    pub(super) end: usize,
    /// A dash at a line's end within a word: it may be the hyphen of a broken word.
    pub(super) breaks_line: bool,
}

/// Writes the normal form symbol by symbol.
#[derive(Default)]
struct Writer {
    symbols: Vec<Symbol>,
    space: bool,
    newline: bool,
    soft_hyphen: bool,
}

impl Writer {
    fn push(&mut self, character: char, start: usize, end: usize) {
        let is_dash = character == '-';
        if let Some(last) = self.symbols.last_mut() {
            if last.character == '-' && is_dash {
                last.end = end;
                self.space = false;
                return;
            }
            let is_letter = character.is_alphanumeric();
            if last.character == '-' {
                last.breaks_line = self.newline && is_letter && !self.soft_hyphen;
            } else if self.space && !is_dash && !(self.soft_hyphen && self.newline && is_letter) {
                let from = last.end;
                self.put(' ', from, start);
            }
        }
        (self.space, self.newline, self.soft_hyphen) = (false, false, false);
        self.put(character, start, end);
    }

    /// Puts a symbol; diacritics stand in their canonical order.
    fn put(&mut self, character: char, start: usize, end: usize) {
        let symbol = Symbol {
            character,
            start,
            end,
            breaks_line: false,
        };
        let class = canonical_combining_class(character);
        let mut at = self.symbols.len();
        if class > 0 {
            let goes_after = |symbol: &Symbol| canonical_combining_class(symbol.character) <= class;
            at = self
                .symbols
                .iter()
                .rposition(goes_after)
                .map_or(at, |index| index + 1);
        }
        self.symbols.insert(at, symbol);
    }
}

/// The normal form of `text`: NFKD in lower case; runs of white space as one space, none at the
/// ends nor beside dashes; quotation marks and dashes plain; invisible characters left out.
/// Positions are counted from `base`.
pub(super) fn normal_form(text: &str, base: usize) -> Vec<Symbol> {
    let mut writer = Writer {
        symbols: Vec::with_capacity(text.len()),
        ..Writer::default()
    };
    for (offset, character) in text.char_indices() {
        let start = base + offset;
        let end = start + character.len_utf8();
        if character.is_whitespace() {
            writer.space = true;
            writer.newline |= matches!(character, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        } else if character == '\u{ad}' {
            writer.soft_hyphen |= !writer.space;
        } else if character.is_ascii_alphanumeric() {
            writer.push(character.to_ascii_lowercase(), start, end);
        } else if !fold::is_ignorable(character) {
            let mark = fold::plain_mark(character);
            decompose_compatible(mark, |part| {
                let part = fold::plain_mark(part);
                fold::each_lower(part, |lower| {
                    if lower.is_whitespace() {
                        writer.space = true;
                    } else {
                        writer.push(lower, start, end);
                    }
                });
            });
        }
    }
    writer.symbols
}

/// How many symbols of `source` from its start equal the whole of `quotation`; none where they
/// differ. A dash at a line's end is equal to a dash and to nothing.
fn equal_length(quotation: &[Symbol], source: &[Symbol]) -> Option<usize> {
    let (mut sought, mut found) = (0, 0);
    while let Some(left) = quotation.get(sought) {
        let right = source.get(found);
        if right.is_some_and(|right| right.character == left.character) {
            sought += 1;
            found += 1;
        } else if right.is_some_and(|right| right.breaks_line) {
            found += 1;
        } else if left.breaks_line {
            sought += 1;
        } else {
            return None;
        }
    }
    // A diacritic that follows belongs to the last letter, which is another letter then.
    let follows = source
        .get(found)
        .map_or(0, |next| canonical_combining_class(next.character));
    (follows == 0).then_some(found)
}

/// The first symbol that is a letter or a digit, counted from 0.
pub(super) fn first_letter(symbols: &[Symbol]) -> usize {
    symbols
        .iter()
        .position(|symbol| fold::is_letter(symbol.character))
        .unwrap_or(symbols.len())
}

/// The last symbol that is a letter or a digit, counted from 0.
pub(super) fn last_letter(symbols: &[Symbol]) -> Option<usize> {
    symbols
        .iter()
        .rposition(|symbol| fold::is_letter(symbol.character))
}

/// The bytes of `text` that equal the normal form `sought`, where its letters stand in the
/// characters from byte `from` to byte `to`.
pub(super) fn equal_span(
    text: &Text,
    sought: &[Symbol],
    span: &Range<usize>,
) -> Option<Range<usize>> {
    let lead = first_letter(sought);
    let tail = sought
        .iter()
        .rev()
        .take_while(|symbol| !fold::is_letter(symbol.character))
        .count();
    let start = back(text, span.start, lead);
    let end = text.ceiling(span.end.saturating_add(tail * 8 + 32));
    let source = normal_form(text.as_str().get(start..end)?, start);
    let first = source
        .iter()
        .position(|symbol| symbol.start >= span.start)?;
    let aligned = source.get(first.checked_sub(lead)?..)?;
    let length = equal_length(sought, aligned)?;
    let last = aligned.get(length.checked_sub(1)?)?;
    Some(aligned.first()?.start..last.end)
}

/// The byte that lies `count` visible characters before `byte`, or a little less far.
fn back(text: &Text, byte: usize, count: usize) -> usize {
    let floor = text.floor(byte.saturating_sub(count * 8 + 32));
    let before = text.as_str().get(floor..byte).unwrap_or("");
    before
        .char_indices()
        .rev()
        .filter(|(_, character)| !character.is_whitespace() && !fold::is_ignorable(*character))
        .take(count)
        .last()
        .map_or(byte, |(offset, _)| floor + offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn equal(left: &str, right: &str) -> bool {
        let (left, right) = (normal_form(left, 0), normal_form(right, 0));
        equal_length(&left, &right) == Some(right.len())
    }

    #[test]
    fn typographic_marks_and_white_space_are_alike() {
        assert!(equal(
            "\"It's  so,\" he\nsaid - once.",
            "“It’s\u{a0}so,” he said — once."
        ));
    }

    #[test]
    fn a_broken_word_equals_the_whole_word_and_the_compound() {
        assert!(equal("important", "impor-\ntant"));
        assert!(equal("well-known", "well-\nknown"));
        assert!(equal("important", "impor\u{ad}\ntant"));
        assert!(!equal("well known", "well-\nknown"));
    }

    #[test]
    fn words_are_not_run_together() {
        assert!(!equal("now here", "nowhere"));
    }

    #[test]
    fn diacritics_count_in_whatever_order_they_stand() {
        assert!(equal("é", "e\u{301}"));
        assert!(equal("a\u{323}\u{301}", "a\u{301}\u{323}"));
        assert!(!equal("e", "é"));
    }

    #[test]
    fn a_missing_comma_is_a_difference() {
        assert!(!equal("yes he said", "yes, he said"));
    }
}
