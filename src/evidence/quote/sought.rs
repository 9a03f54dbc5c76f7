//! What a quotation asks for: its text as it stands, or its parts around what it leaves out.

use std::sync::OnceLock;

use super::fold;
use super::normal::{self, Symbol};
use super::words::{self, Word};

/// Letters of the source that an ellipsis may stand for.
const ELLIPSIS_REACH: usize = 3000;
/// Letters of the source that an insertion in brackets may stand for.
const INSERTION_REACH: usize = 120;
/// Parts that a quotation may have; one with more is only sought as it stands.
const MOST_PARTS: usize = 16;
/// Bytes that an insertion in brackets may have.
const LONGEST_INSERTION: usize = 200;

/// A run of text that stands in the source without a gap.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// The text as it is written, without white space at its ends.
    pub(super) shown: String,
    /// Its folded letters.
    pub(super) letters: Vec<u8>,
    /// Its normal form, once it is asked for.
    symbols: OnceLock<Vec<Symbol>>,
    /// How many bytes of `shown` stand before its first letter.
    pub(super) lead: usize,
    /// Whether the author changed a letter of it.
    pub(super) altered: bool,
}

impl Part {
    /// The part that `text` is.
    pub(super) fn new(text: &str, altered: bool) -> Self {
        let shown = text.trim().to_owned();
        let lead = shown.find(fold::is_letter).unwrap_or(shown.len());
        Self {
            letters: fold::letters(&shown),
            symbols: OnceLock::new(),
            lead,
            altered,
            shown,
        }
    }

    /// Its normal form.
    pub(super) fn symbols(&self) -> &[Symbol] {
        self.symbols
            .get_or_init(|| normal::normal_form(&self.shown, 0))
    }

    /// Its words.
    pub(super) fn words(&self) -> Vec<Word> {
        words::split(&self.shown, 0)
    }
}

/// A quotation made ready to be sought.
#[derive(Debug, Clone)]
pub(super) struct Sought {
    /// The quotation as it stands.
    pub(super) plain: Part,
    /// Its parts, where it leaves out or inserts anything.
    pub(super) parts: Vec<Part>,
    /// The most letters between each part and the next.
    pub(super) gaps: Vec<usize>,
    /// The part with the most letters, counted from 0.
    pub(super) anchor: usize,
}

impl Sought {
    /// Reads `exact`.
    pub(super) fn new(exact: &str) -> Self {
        let plain = Part::new(exact, false);
        let (parts, gaps) = Reader::default().read(&plain.shown);
        let anchor = (0..parts.len())
            .rev()
            .max_by_key(|&part| parts.get(part).map_or(0, |part| part.letters.len()))
            .unwrap_or(0);
        Self {
            plain,
            parts,
            gaps,
            anchor,
        }
    }

    /// The part by which the quotation is sought where it does not stand as it is.
    pub(super) fn main(&self) -> &Part {
        self.parts.get(self.anchor).unwrap_or(&self.plain)
    }
}

/// What a mark of omission or insertion means.
enum Mark {
    /// Words are left out.
    Ellipsis,
    /// Words are inserted, perhaps for others.
    Insertion,
    /// The reader is told that the words are right.
    Nothing,
    /// A letter is changed.
    Letter(char),
}

/// Cuts a quotation into its parts.
#[derive(Default)]
struct Reader {
    parts: Vec<Part>,
    gaps: Vec<usize>,
    /// The part that is being read, and whether a letter of it was changed.
    current: String,
    altered: bool,
    /// The gap before the current part.
    gap: Option<usize>,
    marked: bool,
}

impl Reader {
    fn read(mut self, text: &str) -> (Vec<Part>, Vec<usize>) {
        let mut rest = text;
        while let Some(character) = rest.chars().next() {
            if let Some((mark, length)) = read_mark(rest, self.current.chars().next_back()) {
                self.marked = true;
                match mark {
                    Mark::Ellipsis => self.close(ELLIPSIS_REACH),
                    Mark::Insertion => self.close(INSERTION_REACH),
                    Mark::Nothing => self.current.truncate(self.current.trim_end().len()),
                    Mark::Letter(letter) => {
                        self.current.push(letter);
                        self.altered = true;
                    }
                }
                rest = rest.get(length..).unwrap_or("");
            } else {
                self.current.push(character);
                rest = rest.get(character.len_utf8()..).unwrap_or("");
            }
        }
        self.close(0);
        if !self.marked || self.parts.len() > MOST_PARTS {
            return (Vec::new(), Vec::new());
        }
        (self.parts, self.gaps)
    }

    /// Ends the current part; a gap of `reach` letters follows it.
    fn close(&mut self, reach: usize) {
        let is_loose = |character: char| character.is_whitespace() || ".,;:".contains(character);
        let mut text = self.current.as_str();
        if self.gap.is_some() {
            text = text.trim_start_matches(is_loose);
        }
        if reach > 0 {
            text = text.trim_end_matches(is_loose);
        }
        if text.contains(fold::is_letter) {
            if !self.parts.is_empty() {
                self.gaps.push(self.gap.unwrap_or(0));
            }
            self.parts.push(Part::new(text, self.altered));
            self.gap = Some(reach);
        } else {
            self.gap = Some(self.gap.unwrap_or(0).max(reach));
        }
        self.altered = false;
        self.current.clear();
    }
}

/// The mark at the start of `text` and its length in bytes; `before` is the character before it.
fn read_mark(text: &str, before: Option<char>) -> Option<(Mark, usize)> {
    match text.chars().next()? {
        '…' | '.' => ellipsis(text).map(|length| (Mark::Ellipsis, length)),
        '[' => {
            let close = text
                .bytes()
                .take(LONGEST_INSERTION)
                .position(|byte| byte == b']')?;
            let inner = text.get(1..close)?.trim();
            let after = text.get(close + 1..)?.chars().next();
            Some((bracketed(inner, before, after), close + 1))
        }
        '(' => {
            let inner = text.get(1..)?.trim_start();
            let dots = inner
                .get(ellipsis(inner)?..)?
                .trim_start()
                .strip_prefix(')')?;
            Some((Mark::Ellipsis, text.len() - dots.len()))
        }
        _ => None,
    }
}

fn bracketed(inner: &str, before: Option<char>, after: Option<char>) -> Mark {
    if inner.is_empty() || ellipsis(inner) == Some(inner.len()) {
        return Mark::Ellipsis;
    }
    if inner.trim_end_matches('!').eq_ignore_ascii_case("sic") {
        return Mark::Nothing;
    }
    let mut letters = inner.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None)
            if letter.is_alphabetic()
                && !before.is_some_and(char::is_alphanumeric)
                && after.is_some_and(char::is_alphanumeric) =>
        {
            Mark::Letter(letter)
        }
        _ => Mark::Insertion,
    }
}

/// The length in bytes of the ellipsis at the start of `text`: `…`, or three dots or more, with or
/// without single spaces between them.
fn ellipsis(text: &str) -> Option<usize> {
    let (mut dots, mut end, mut spaced) = (0, 0, false);
    for (offset, character) in text.char_indices() {
        match character {
            '…' => dots += 3,
            '.' => dots += 1,
            ' ' | '\u{a0}' if !spaced => {
                spaced = true;
                continue;
            }
            _ => break,
        }
        spaced = false;
        end = offset + character.len_utf8();
    }
    (dots >= 3).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<String> {
        Sought::new(text)
            .parts
            .into_iter()
            .map(|part| part.shown)
            .collect()
    }

    #[test]
    fn every_form_of_ellipsis_cuts_a_quotation() {
        for dots in ["…", "...", ". . .", "[...]", "[…]", "(...)", "(…)", "...."] {
            assert_eq!(
                parts(&format!("he left {dots} and died")),
                ["he left", "and died"],
                "{dots}"
            );
        }
    }

    #[test]
    fn brackets_change_a_letter_or_insert_words_or_say_sic() {
        assert_eq!(
            parts("[T]he end [the last] came [sic] soon"),
            ["The end", "came soon"]
        );
    }

    #[test]
    fn a_quotation_without_marks_has_no_parts() {
        assert!(parts("It is well. He left.").is_empty());
    }
}
