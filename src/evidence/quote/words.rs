//! The words of a passage.

use std::ops::Range;

use super::fold;
use super::normal;
use super::text::Text;

/// A word with the marks that cling to it.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// The word as it is written.
    pub(super) shown: String,
    /// Whether no white space stands between it and the word before.
    pub(super) glued: bool,
    /// Its normal form.
    pub(super) normal: String,
    /// Its folded letters.
    pub(super) letters: Vec<u8>,
    /// Which letters occur in it, one bit for each of 64 classes.
    pub(super) which: u64,
    /// The bytes from its first letter to its last; all its bytes where it has no letters.
    pub(super) span: Range<usize>,
}

/// The words of `text`, whose positions are counted from `base`: cut at white space, after dashes,
/// and around characters that are written without white space.
pub(super) fn split(text: &str, base: usize) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (offset, character) in text.char_indices() {
        let after_dash =
            before.is_some_and(|last| fold::plain_mark(last) == '-') && character.is_alphanumeric();
        let alone = before.is_some_and(fold::stands_alone) || fold::stands_alone(character);
        if character.is_whitespace() || after_dash || alone {
            words.extend(word(text, start..offset, base));
            start = offset;
        }
        before = Some(character);
    }
    words.extend(word(text, start..text.len(), base));
    words
}

fn word(text: &str, span: Range<usize>, base: usize) -> Option<Word> {
    let padded = text.get(span.clone())?;
    let shown = padded.trim();
    let from = base + span.start + (padded.len() - padded.trim_start().len());
    let normal: String = normal::normal_form(shown, 0)
        .iter()
        .map(|symbol| symbol.character)
        .collect();
    if normal.is_empty() {
        return None;
    }
    let mut inner = shown
        .char_indices()
        .filter(|(_, character)| fold::is_letter(*character));
    let first = inner.next();
    let last = inner.next_back().or(first);
    let start = first.map_or(0, |(offset, _)| offset);
    let end = last.map_or(shown.len(), |(offset, character)| {
        offset + character.len_utf8()
    });
    let span = from + start..from + end;
    let letters = fold::letters(shown);
    let which = letters
        .iter()
        .fold(0, |which, letter| which | 1 << (letter % 64));
    let shown = shown.to_owned();
    let glued = from > base && !padded.starts_with(char::is_whitespace);
    Some(Word {
        shown,
        glued,
        normal,
        letters,
        which,
        span,
    })
}

/// The words of the source around `span`: those it touches and `more` on either side.
pub(super) fn around(text: &Text, span: &Range<usize>, more: usize) -> Vec<Word> {
    /// Bytes that are looked through for one word.
    const REACH: usize = 64;
    let floor = text.floor(span.start.saturating_sub(REACH * (more + 1)));
    let ceiling = text.ceiling(span.end.saturating_add(REACH * (more + 1)));
    let before = split(text.as_str().get(floor..ceiling).unwrap_or(""), floor);
    let first = before
        .iter()
        .position(|word| word.span.end > span.start)
        .unwrap_or(0);
    let last = before.iter().rposition(|word| word.span.start < span.end);
    let from = first.saturating_sub(more);
    let to = last.map_or(0, |last| last + 1 + more).min(before.len());
    before.get(from..to).unwrap_or(&[]).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        split(text, 0).into_iter().map(|word| word.shown).collect()
    }

    #[test]
    fn words_are_cut_at_white_space_after_dashes_and_around_ideographs() {
        assert_eq!(
            shown("a well-known \u{201c}man\u{201d}"),
            ["a", "well-", "known", "\u{201c}man\u{201d}"]
        );
        assert_eq!(shown("東京 Tokyo"), ["東", "京", "Tokyo"]);
    }
}
