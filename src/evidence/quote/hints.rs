//! What singles out one place of several: position, context, paragraph.

use std::ops::Range;

use super::Quotation;
use super::fold;
use super::myers;
use super::place::Candidate;
use super::text::Text;

/// Letters of a prefix or suffix that are compared, the nearest ones.
pub(super) const CONTEXT: usize = 64;
/// Code points that a position may be off, where all other places are four times as far.
const DRIFT: u32 = 64;
/// Places whose context is compared with tolerance.
const MOST_TOLERANT: usize = 64;
/// Characters of a prefix or suffix that [`context`] gives at most, but for its first word.
const LONGEST_CONTEXT: usize = 32;
/// Words of a prefix or suffix that [`context`] tries.
const MOST_WORDS: usize = 8;
/// Other places of the same text that [`context`] looks at.
const MOST_OTHERS: usize = 1000;

/// The candidates that the hints leave: one where they decide.
pub(super) fn narrow(
    text: &Text,
    quotation: &Quotation<'_>,
    candidates: Vec<Candidate>,
) -> Vec<Candidate> {
    if candidates.len() < 2 {
        return candidates;
    }
    let candidates = by_position(text, quotation, candidates);
    let candidates = by_context(text, quotation, candidates);
    by_paragraph(text, quotation, candidates)
}

fn by_position(
    text: &Text,
    quotation: &Quotation<'_>,
    mut candidates: Vec<Candidate>,
) -> Vec<Candidate> {
    let Some((from, _)) = quotation.position else {
        return candidates;
    };
    let mut distances: Vec<(u32, usize)> = candidates
        .iter()
        .map(|candidate| text.code_points(&candidate.extent()).0.abs_diff(from))
        .zip(0..)
        .collect();
    distances.sort_unstable();
    if let [(nearest, index), (next, _), ..] = *distances
        && nearest <= DRIFT
        && next > nearest.saturating_mul(4)
        && index < candidates.len()
    {
        return vec![candidates.swap_remove(index)];
    }
    candidates
}

fn by_context(
    text: &Text,
    quotation: &Quotation<'_>,
    mut candidates: Vec<Candidate>,
) -> Vec<Candidate> {
    let (prefix, suffix) = contexts(quotation);
    if candidates.len() < 2 || (prefix.is_empty() && suffix.is_empty()) {
        return candidates;
    }
    let equal = |candidate: &Candidate| stands_between(text, &candidate.extent(), &prefix, &suffix);
    if candidates.iter().any(equal) {
        candidates.retain(equal);
        return candidates;
    }
    let whole = prefix.len() + suffix.len();
    let mut scores: Vec<(usize, usize)> = candidates
        .iter()
        .take(MOST_TOLERANT)
        .map(|candidate| agreement(text, &candidate.extent(), &prefix, &suffix))
        .zip(0..)
        .collect();
    scores.sort_unstable_by_key(|&(score, index)| (usize::MAX - score, index));
    if let [(best, index), (next, _), ..] = *scores
        && best * 5 >= whole * 3
        && best >= next + (whole / 5).max(3)
        && candidates.len() <= MOST_TOLERANT
    {
        return vec![candidates.swap_remove(index)];
    }
    candidates
}

fn by_paragraph(
    text: &Text,
    quotation: &Quotation<'_>,
    mut candidates: Vec<Candidate>,
) -> Vec<Candidate> {
    let lies_in = |candidate: &Candidate| {
        quotation.paragraph.is_some()
            && text.paragraph_at(candidate.extent().start) == quotation.paragraph
    };
    if candidates.len() > 1 && candidates.iter().any(lies_in) {
        candidates.retain(lies_in);
    }
    candidates
}

/// The folded letters of the prefix and suffix, those nearest to the quotation.
pub(super) fn contexts(quotation: &Quotation<'_>) -> (Vec<u8>, Vec<u8>) {
    let mut prefix = fold::letters(quotation.prefix);
    prefix.drain(..prefix.len().saturating_sub(CONTEXT));
    let mut suffix = fold::letters(quotation.suffix);
    suffix.truncate(CONTEXT);
    (prefix, suffix)
}

fn stands_between(text: &Text, span: &Range<usize>, prefix: &[u8], suffix: &[u8]) -> bool {
    let (before, after) = sides(text, span);
    before.ends_with(prefix) && after.starts_with(suffix)
}

/// The folded letters before and after `span`.
fn sides<'a>(text: &'a Text, span: &Range<usize>) -> (&'a [u8], &'a [u8]) {
    let letters = text.letters();
    let before = letters
        .get(..text.letters_before(span.start))
        .unwrap_or(&[]);
    (
        before,
        letters.get(text.letters_before(span.end)..).unwrap_or(&[]),
    )
}

/// How many letters of the prefix and suffix agree with what stands around `span`.
fn agreement(text: &Text, span: &Range<usize>, prefix: &[u8], suffix: &[u8]) -> usize {
    let (before, after) = sides(text, span);
    let before = before
        .get(before.len().saturating_sub(prefix.len())..)
        .unwrap_or(&[]);
    let after = after.get(..suffix.len().min(after.len())).unwrap_or(&[]);
    let edits = myers::distance(prefix, before) + myers::distance(suffix, after);
    (prefix.len() + suffix.len()).saturating_sub(edits)
}

/// The least prefix and suffix, in whole words and about 32 characters each at most, that single
/// out `span` among the places of the same text; both are empty where it is the only one.
///
/// Where no context of that length does, both are as long as may be.
#[must_use]
pub fn context(text: &Text, span: Range<usize>) -> (String, String) {
    let whole = text.as_str();
    let Some(shown) = whole.get(span.clone()).filter(|shown| !shown.is_empty()) else {
        return (String::new(), String::new());
    };
    let others = others(text, shown, span.start);
    let (before, after) = (prefixes(whole, span.start), suffixes(whole, span.end));
    let mut pairs: Vec<(&str, &str)> = before
        .iter()
        .flat_map(|prefix| after.iter().map(move |suffix| (*prefix, *suffix)))
        .collect();
    pairs.sort_by_key(|(prefix, suffix)| prefix.len() + suffix.len());
    let singles_out = |(prefix, suffix): &&(&str, &str)| {
        let (prefix, suffix) = (fold::letters(prefix), fold::letters(suffix));
        !others
            .iter()
            .any(|other| stands_between(text, other, &prefix, &suffix))
    };
    let chosen = pairs
        .iter()
        .find(singles_out)
        .or(pairs.last())
        .copied()
        .unwrap_or_default();
    (chosen.0.to_owned(), chosen.1.to_owned())
}

/// The other places where `shown` stands verbatim.
fn others(text: &Text, shown: &str, start: usize) -> Vec<Range<usize>> {
    super::place::occurrences(text.as_str().as_bytes(), shown.as_bytes())
        .filter(|&place| place != start)
        .take(MOST_OTHERS)
        .map(|place| place..place + shown.len())
        .collect()
}

/// The prefixes that begin with a word, from none to the longest.
fn prefixes(text: &str, end: usize) -> Vec<&str> {
    let mut prefixes = vec![""];
    let mut after = None;
    let before = text.get(..end).unwrap_or("");
    let near = before
        .char_indices()
        .rev()
        .enumerate()
        .take(LONGEST_CONTEXT + 1);
    for (count, (offset, character)) in near {
        let after_offset = offset + character.len_utf8();
        if character.is_whitespace() && after.is_some_and(|last: char| !last.is_whitespace()) {
            prefixes.push(before.get(after_offset..).unwrap_or(""));
        }
        after = Some(character);
        if offset == 0 || (count == LONGEST_CONTEXT && prefixes.len() == 1) {
            prefixes.push(before.get(offset..).unwrap_or(""));
        }
    }
    prefixes.truncate(MOST_WORDS);
    prefixes
}

/// The suffixes that end with a word, from none to the longest.
fn suffixes(text: &str, start: usize) -> Vec<&str> {
    let mut suffixes = vec![""];
    let mut before: Option<char> = None;
    let after = text.get(start..).unwrap_or("");
    for (count, (offset, character)) in after.char_indices().enumerate().take(LONGEST_CONTEXT + 1) {
        if character.is_whitespace() && before.is_some_and(|last| !last.is_whitespace()) {
            suffixes.push(after.get(..offset).unwrap_or(""));
        }
        before = Some(character);
        let end = offset + character.len_utf8();
        if end == after.len() || (count == LONGEST_CONTEXT && suffixes.len() == 1) {
            suffixes.push(after.get(..end).unwrap_or(""));
        }
    }
    suffixes.truncate(MOST_WORDS);
    suffixes
}
