//! Places of one part in a text: verbatim, in normal form, or nearly.

use std::ops::Range;

use memchr::memmem;

use super::Piece;
use super::align::{self, Alignment};
use super::myers::{Pattern, Start};
use super::normal;
use super::sought::Part;
use super::text::Text;
use super::votes::{self, LONGEST_PASSAGE};
use super::words::{self, Word};

/// Places of one window that are looked at.
const MOST_STARTS: usize = 64;

/// How well a place agrees with the quotation; the better, the less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Verbatim,
    Normal,
    Near,
}

/// A place where a quotation may stand.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) spans: Vec<Range<usize>>,
    pub(super) class: Class,
    /// Whether the span begins or ends within a word.
    pub(super) cuts_words: bool,
    /// Words that differ wholly.
    pub(super) foreign: usize,
    /// Edits of letters.
    pub(super) distance: usize,
    pub(super) pieces: Vec<Piece>,
}

impl Candidate {
    /// From the first byte to the last.
    pub(super) fn extent(&self) -> Range<usize> {
        let start = self.spans.first().map_or(0, |span| span.start);
        let end = self.spans.last().map_or(start, |span| span.end);
        start..end.max(start)
    }

    /// The folded letters it covers, as a range of the text's.
    pub(super) fn letters(&self, text: &Text) -> Range<usize> {
        let extent = self.extent();
        text.letters_before(extent.start)..text.letters_before(extent.end)
    }

    /// The same words at the letter `start`.
    pub(super) fn twin(&self, text: &Text, start: usize) -> Self {
        let length = self.letters(text).len();
        let span = text.span_of(&(start..start + length));
        Self {
            spans: vec![span],
            ..self.clone()
        }
    }

    /// Whether any spans of the two overlap.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let meets = |one: &Range<usize>| {
            other
                .spans
                .iter()
                .any(|other| one.start < other.end && other.start < one.end)
        };
        self.spans.iter().any(meets)
    }

    fn whole(text: &Text, span: Range<usize>, class: Class, part: &Part) -> Self {
        let shown = text.as_str().get(span.clone()).unwrap_or("");
        let cuts_words = text.inside_word(span.start) || text.inside_word(span.end);
        let same = if shown.is_empty() {
            part.shown.clone()
        } else {
            shown.to_owned()
        };
        let pieces = vec![Piece::Same(same)];
        Self {
            spans: vec![span],
            class,
            cuts_words,
            foreign: 0,
            distance: 0,
            pieces,
        }
    }
}

/// The part where its letters start at letter `position`, if it stands there.
pub(super) fn verify(text: &Text, part: &Part, position: usize) -> Option<Candidate> {
    let first = text.character_of(position).start;
    if let Some(start) = first.checked_sub(part.lead) {
        let span = start..start.saturating_add(part.shown.len());
        if text.as_str().get(span.clone()) == Some(part.shown.as_str()) {
            let class = if part.altered {
                Class::Normal
            } else {
                Class::Verbatim
            };
            return Some(Candidate::whole(text, span, class, part));
        }
    }
    let span = text.span_of(&(position..position + part.letters.len()));
    let span = normal::equal_span(text, part.symbols(), &span)?;
    Some(Candidate::whole(text, span, Class::Normal, part))
}

/// Where `sought` starts in `bytes`, in order; the places may overlap.
pub(super) fn occurrences<'a>(
    bytes: &'a [u8],
    sought: &'a [u8],
) -> impl Iterator<Item = usize> + 'a {
    let finder = memmem::Finder::new(sought);
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + finder.find(bytes.get(from..)?)?;
        from = start + 1;
        Some(start)
    })
}

/// The places of a part without letters, at most `most`.
pub(super) fn marks(text: &Text, part: &Part, most: usize) -> Vec<Candidate> {
    if part.shown.is_empty() {
        return Vec::new();
    }
    occurrences(text.as_str().as_bytes(), part.shown.as_bytes())
        .take(most)
        .map(|start| Candidate::whole(text, start..start + part.shown.len(), Class::Verbatim, part))
        .collect()
}

/// Which place of a window is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nearest {
    First,
    Last,
}

/// The first or last place in the letters `window` where the part stands; whole words rather than
/// parts of words, which only a part of four letters or more may be.
pub(super) fn within(
    text: &Text,
    part: &Part,
    window: &Range<usize>,
    nearest: Nearest,
) -> Option<Candidate> {
    let letters = text.letters().get(window.clone())?;
    let mut starts: Vec<usize> = occurrences(letters, &part.letters)
        .map(|start| window.start + start)
        .collect();
    if nearest == Nearest::Last {
        starts.reverse();
    }
    let mut cut = None;
    for start in starts.into_iter().take(MOST_STARTS) {
        if let Some(candidate) = verify(text, part, start) {
            if !candidate.cuts_words {
                return Some(candidate);
            }
            cut.get_or_insert(candidate);
        }
    }
    cut.filter(|_| part.letters.len() >= 4)
}

/// A place found letter by letter: its edits, its end, and where at the earliest it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rough {
    pub(super) distance: usize,
    pub(super) end: usize,
    start: usize,
}

/// A part made ready to be matched approximately.
pub(super) struct Approximate<'a> {
    part: &'a Part,
    forward: Pattern,
    backward: Pattern,
    words: Vec<Word>,
    reach: usize,
}

impl<'a> Approximate<'a> {
    /// Prepares `part`; none where it has no letters or is too long to be matched approximately.
    pub(super) fn new(part: &'a Part) -> Option<Self> {
        if !(1..=LONGEST_PASSAGE).contains(&part.letters.len()) {
            return None;
        }
        Some(Self {
            part,
            forward: Pattern::new(part.letters.iter().copied()),
            backward: Pattern::new(part.letters.iter().rev().copied()),
            words: part.words(),
            reach: votes::reach(part.letters.len()),
        })
    }

    /// The best place in the letters `window`, and whether it is near enough.
    pub(super) fn best(&self, text: &Text, window: &Range<usize>) -> Option<(Candidate, bool)> {
        self.compare(text, &self.rough(text, window)?)
    }

    /// The letters of `window` that come nearest letter by letter.
    pub(super) fn rough(&self, text: &Text, window: &Range<usize>) -> Option<Rough> {
        let letters = text.letters().get(window.clone())?;
        let found = self
            .forward
            .best_end(letters.iter().copied(), self.reach, Start::Anywhere)?;
        Some(Rough {
            distance: found.distance,
            end: window.start + found.end,
            start: window.start,
        })
    }

    /// The place compared word by word, and whether it is near enough.
    pub(super) fn compare(&self, text: &Text, rough: &Rough) -> Option<(Candidate, bool)> {
        let before = text.letters().get(rough.start..rough.end)?;
        let back = before
            .iter()
            .rev()
            .copied()
            .take(self.part.letters.len() + self.reach);
        let start = self
            .backward
            .best_end(back, rough.distance, Start::AtFirst)?;
        let span = text.span_of(&(rough.end - start.end..rough.end));
        let alignment = align::align(&self.words, &words::around(text, &span, 4))?;
        let accepted = self.accepts(&alignment);
        let span = widen(text, alignment.span, self.part);
        let candidate = Candidate {
            spans: vec![span],
            class: Class::Near,
            cuts_words: false,
            foreign: alignment.dropped + alignment.replaced,
            distance: alignment.distance,
            pieces: alignment.pieces,
        };
        Some((candidate, accepted))
    }

    /// Whether the differences are few enough for the same passage: noise in at most a fifth of the
    /// letters, or one word too many or too few; about one word of eight may be another one, and one of
    /// six where all the rest is the same.
    fn accepts(&self, alignment: &Alignment) -> bool {
        let (letters, words) = (self.part.letters.len(), self.words.len());
        if letters < 13 {
            let others = alignment.dropped + alignment.replaced + alignment.joined;
            return alignment.distance <= 1 && others == 0;
        }
        let foreign = alignment.dropped + alignment.replaced;
        let most = if words < 4 { 0 } else { (words / 8).max(1) };
        let one_word = alignment.replaced == 0
            && alignment.dropped <= 1
            && alignment.noise * 10 <= letters
            && alignment.matched * 5 >= letters * 3;
        let one_other = words >= 6
            && alignment.replaced == 1
            && alignment.dropped == 0
            && alignment.noise == 0
            && alignment.matched * 5 >= letters * 3;
        let few = alignment.replaced <= words / 8
            && foreign <= most
            && (alignment.distance * 5 <= letters || one_word);
        few || one_other
    }
}

/// The span with the quotation's marks at its ends where the source has them too.
fn widen(text: &Text, span: Range<usize>, part: &Part) -> Range<usize> {
    let lead = normal::first_letter(part.symbols());
    let last = normal::last_letter(part.symbols()).map_or(0, |last| last + 1);
    let after = part.symbols().get(last..).unwrap_or(&[]);
    let ceiling = text.ceiling(span.end.saturating_add(after.len() * 8));
    let form = normal::normal_form(text.as_str().get(span.end..ceiling).unwrap_or(""), span.end);
    let end = form
        .iter()
        .zip(after)
        .take_while(|(found, sought)| found.character == sought.character)
        .last()
        .map_or(span.end, |(found, _)| found.end);
    let before = part.symbols().get(..lead).unwrap_or(&[]);
    let floor = text.floor(span.start.saturating_sub(before.len() * 8));
    let form = normal::normal_form(text.as_str().get(floor..span.start).unwrap_or(""), floor);
    let start = form
        .iter()
        .rev()
        .zip(before.iter().rev())
        .take_while(|(found, sought)| found.character == sought.character)
        .last()
        .map_or(span.start, |(found, _)| found.start);
    start..end
}
