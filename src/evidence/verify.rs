//! Looks up every quotation of a story in the text of its source.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::story::{Item, PassageIx, Source, Story};

use super::State;
use super::paragraphs::{Shifts, Sighting};
use super::quote::{Finding, Piece, Place, Quotation, Text, Verdict, find_all};
use super::source_text::{Problem, Reader, SourceText};
use super::verification::{Checked, Found, Reading, Sourced, Verification, code};

/// Places of an ambiguous quotation that are kept.
const MOST_PLACES: usize = 20;

/// Looks up every quotation of `story`, whose file stands in `folder`, in the text of its source. Sources
/// without a text, or all where there is no folder, are left aside. What is cancelled breaks off.
#[must_use]
pub fn verify(
    story: &Story,
    folder: Option<&Path>,
    reader: &Reader,
    cancel: &AtomicBool,
) -> Verification {
    let named = |source: &Source<'_>| source.text.is_some();
    let Some(folder) = folder.filter(|_| story.sources().any(|source| named(&source))) else {
        return Verification::default();
    };
    let sources = read_all(story, folder, reader, cancel);
    let mut of_source: Vec<Vec<PassageIx>> = vec![Vec::new(); sources.len()];
    for (ix, passage) in story.passages_with_ix() {
        if let Some(list) = of_source.get_mut(passage.source.index()) {
            list.push(ix);
        }
    }
    let looked_up: Vec<Vec<Checked>> = sources
        .par_iter()
        .zip(&of_source)
        .map(|(reading, passages)| match reading {
            Reading::Read(sourced) => look_up(story, &sourced.text, passages, cancel),
            Reading::None | Reading::Failed(_) => Vec::new(),
        })
        .collect();
    let mut passages = vec![Checked::without_text(); story.passages().len()];
    for (list, checked) in of_source.into_iter().zip(looked_up) {
        for (ix, checked) in list.into_iter().zip(checked) {
            if let Some(slot) = passages.get_mut(ix.index()) {
                *slot = checked;
            }
        }
    }
    let amiss = amiss_of(story, &passages);
    Verification {
        sources,
        passages,
        amiss,
    }
}

/// What is amiss of any of `passages`, each once, but for what the author lets stand.
pub(super) fn amiss_of(story: &Story, passages: &[Checked]) -> Vec<State> {
    let mut amiss: Vec<State> = story
        .passages_with_ix()
        .zip(passages)
        .filter(|((ix, _), checked)| {
            let code = code(checked.state);
            code.is_some_and(|code| story.accepts(Item::Passage(*ix), code).is_none())
        })
        .map(|(_, checked)| checked.state)
        .collect();
    amiss.sort_unstable();
    amiss.dedup();
    amiss
}

/// Bytes that the texts of all sources may have together.
const MOST_TEXT: usize = 512 << 20;

/// The text of a file with what it is made ready to be searched as, or why there is none.
type Ready = Result<(Arc<SourceText>, Arc<Text>), Arc<Problem>>;

/// Reads the texts of all sources, each file once.
fn read_all(story: &Story, folder: &Path, reader: &Reader, cancel: &AtomicBool) -> Vec<Reading> {
    let mut files: Vec<&str> = story.sources().filter_map(|source| source.text).collect();
    files.sort_unstable();
    files.dedup();
    let taken = AtomicUsize::new(0);
    let read: Vec<(&str, Result<Arc<SourceText>, Problem>)> = files
        .into_par_iter()
        .map(|name| {
            let read = if taken.load(Ordering::Relaxed) > MOST_TEXT {
                Err(Problem::TooMuch)
            } else {
                reader.read(folder, name, cancel)
            };
            if let Ok(read) = &read {
                taken.fetch_add(read.text.len(), Ordering::Relaxed);
            }
            (name, read.map(Arc::new))
        })
        .collect();
    let texts: HashMap<&str, Ready> = read
        .into_par_iter()
        .map(|(name, read)| {
            let with_text = |read: Arc<SourceText>| {
                let text = Text::new(read.text.as_str().into(), read.paragraphs.clone());
                (read, Arc::new(text))
            };
            (name, read.map(with_text).map_err(Arc::new))
        })
        .collect();
    let reading = |source: Source<'_>| {
        let Some(name) = source.text else {
            return Reading::None;
        };
        match texts.get(name) {
            Some(Ok((read, text))) => Reading::Read(Arc::new(sourced(&source, name, read, text))),
            Some(Err(problem)) if matches!(**problem, Problem::Cancelled) => Reading::None,
            Some(Err(problem)) => Reading::Failed(Arc::clone(problem)),
            None => Reading::None,
        }
    };
    story.sources().map(reading).collect()
}

fn sourced(source: &Source<'_>, name: &str, read: &SourceText, text: &Arc<Text>) -> Sourced {
    Sourced {
        name: name.to_owned(),
        changed: !source.sha256.is_empty() && !source.sha256.eq_ignore_ascii_case(&read.sha256),
        text: Arc::clone(text),
        pages: read.pages.clone(),
        kind: read.kind,
        sha256: read.sha256.clone(),
    }
}

/// Looks up `passages` in the text that they are quoted from.
fn look_up(
    story: &Story,
    text: &Text,
    passages: &[PassageIx],
    cancel: &AtomicBool,
) -> Vec<Checked> {
    let quotations: Vec<Quotation<'_>> = passages
        .iter()
        .map(|&ix| {
            let passage = story.passage(ix);
            Quotation {
                exact: passage.quote,
                prefix: passage.prefix,
                suffix: passage.suffix,
                position: passage.position.map(|[start, end]| (start, end)),
                // Paragraphs may have come in or gone since they were counted: see below.
                paragraph: None,
            }
        })
        .collect();
    let mut findings = find_all(text, &quotations, cancel);
    let said = |n: usize| passages.get(n).and_then(|&ix| story.passage(ix).paragraph);
    let sightings = findings.iter().enumerate().filter_map(|(n, finding)| {
        let [place] = finding.places.as_slice() else {
            return None;
        };
        let certain = matches!(finding.verdict, Verdict::Verified | Verdict::Normalised);
        let found = text.paragraph_at(place.spans.first()?.start)?;
        certain.then_some(Sighting {
            said: said(n)?,
            found,
        })
    });
    let shifts = Shifts::new(sightings.collect());
    let chosen = by_paragraph(text, &quotations, &findings, (&shifts, &said), cancel);
    for (n, finding) in chosen {
        if let Some(slot) = findings.get_mut(n) {
            *slot = finding;
        }
    }
    let amiss =
        |finding: &&Finding| !matches!(finding.verdict, Verdict::Verified | Verdict::Normalised);
    let lost = findings.iter().filter(amiss).count();
    let lines = Lines::new(text.as_str());
    let findings = findings.into_iter().enumerate();
    let all = findings.map(|(n, finding)| {
        let moved = match (said(n), finding.places.as_slice()) {
            (Some(said), [place]) => {
                let found = place
                    .spans
                    .first()
                    .and_then(|span| text.paragraph_at(span.start));
                found.is_some_and(|found| shifts.is_moved(Sighting { said, found }, lost))
            }
            _ => false,
        };
        checked(text, &lines, finding, moved)
    });
    all.collect()
}

/// Lets the paragraph that a passage names decide between several places, as far as other quotations say
/// where that paragraph stands by now, and where the text itself does not say the same thing twice.
fn by_paragraph(
    text: &Text,
    quotations: &[Quotation<'_>],
    findings: &[Finding],
    (shifts, said): (&Shifts, &dyn Fn(usize) -> Option<u32>),
    cancel: &AtomicBool,
) -> Vec<(usize, Finding)> {
    let mut asked: Vec<(usize, Quotation<'_>)> = Vec::new();
    let ambiguous = findings.iter().zip(quotations).enumerate();
    let ambiguous = ambiguous.filter(|(_, (f, _))| f.verdict == Verdict::Ambiguous);
    for (n, (_, quotation)) in ambiguous {
        let expected = said(n).map(|said| shifts.expected(said));
        let expected = expected.into_iter().flatten().take(MOST_ASKED);
        asked.extend(expected.map(|paragraph| {
            let paragraph = Some(paragraph);
            let quotation = Quotation {
                paragraph,
                ..*quotation
            };
            (n, quotation)
        }));
    }
    let again: Vec<Quotation<'_>> = asked.iter().map(|(_, quotation)| *quotation).collect();
    let answers = find_all(text, &again, cancel);
    let mut chosen: Vec<(usize, Finding)> = Vec::new();
    let answers: Vec<(usize, Finding)> = asked.iter().map(|(n, _)| *n).zip(answers).collect();
    for of_one in answers.chunk_by(|a, b| a.0 == b.0) {
        let mut decided = of_one.iter().filter(|(_, answer)| {
            answer.places.len() == 1 && answer.count == 1 && answer.paragraph_differs.is_none()
        });
        let (Some((n, answer)), None) = (decided.next(), decided.next()) else {
            continue;
        };
        let before = findings.get(*n).map_or(&[][..], |finding| &finding.places);
        if !is_doubled(text, answer, before) {
            chosen.push((*n, answer.clone()));
        }
    }
    chosen
}

/// Whether the sentence in which a quotation was found stands in the text more than once, and was perhaps not
/// meant to.
fn is_doubled(text: &Text, found: &Finding, places: &[Place]) -> bool {
    let Some(place) = found.places.first() else {
        return false;
    };
    let own = sentence(text.as_str(), place);
    let alike = places
        .iter()
        .filter(|place| sentence(text.as_str(), place) == own);
    alike.count() > 1 && own.split_whitespace().count() > LEAST_SENTENCE
}

/// Paragraphs that are tried for one quotation.
const MOST_ASKED: usize = 4;
/// Words up to which a sentence may well stand in a text more than once: "They declined to comment."
const LEAST_SENTENCE: usize = 8;
/// Bytes looked through for the ends of a sentence, either way.
const MOST_SENTENCE: usize = 600;

/// The sentence, or the end of it, that a place begins in, with the rest of what the place covers.
fn sentence<'t>(text: &'t str, place: &Place) -> &'t str {
    let (Some(first), Some(last)) = (place.spans.first(), place.spans.last()) else {
        return "";
    };
    let ends = ['.', '!', '?', '\n', '。', '！', '？'];
    let before = text.get(..first.start).unwrap_or_default();
    let low = before.len().saturating_sub(MOST_SENTENCE);
    let start = before
        .char_indices()
        .rev()
        .take_while(|(at, letter)| *at >= low && !ends.contains(letter))
        .last()
        .map_or(first.start, |(at, _)| at);
    let after = text.get(last.end..).unwrap_or_default();
    let end = after
        .char_indices()
        .find(|(at, letter)| *at >= MOST_SENTENCE || ends.contains(letter))
        .map_or(text.len(), |(at, _)| last.end + at);
    text.get(start..end).unwrap_or_default().trim()
}

fn checked(text: &Text, lines: &Lines, finding: Finding, moved: bool) -> Checked {
    let state = match finding.verdict {
        Verdict::Verified => State::Verified,
        Verdict::Normalised => State::Normalised,
        Verdict::Drifted => State::Drifted,
        Verdict::Ambiguous => State::Ambiguous,
        Verdict::Missing => State::NotFound,
    };
    let places = finding.places.into_iter().take(MOST_PLACES);
    let found = |place: Place| {
        let at = place.spans.first().map_or(0, |span| span.start);
        let (line, column) = lines.place(text, at);
        Found {
            paragraph: text.paragraph_at(at),
            spans: place.spans,
            line,
            column,
        }
    };
    Checked {
        state,
        places: places.map(found).collect(),
        count: finding.count,
        differences: telling(finding.differences),
        moved,
    }
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        Self(std::iter::once(0).chain(ends.map(|end| end + 1)).collect())
    }

    /// The line and the column of a byte, counted from 1, the column in code points.
    fn place(&self, text: &Text, at: usize) -> (u32, u32) {
        let line = self.0.partition_point(|start| *start <= at);
        let start = self.0.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let (from, to) = text.code_points(&(start..at));
        (
            u32::try_from(line).unwrap_or(u32::MAX),
            to.saturating_sub(from) + 1,
        )
    }
}

/// The differences without those of marks at the ends of words, which say nothing.
fn telling(pieces: Vec<Piece>) -> Vec<Piece> {
    let all = pieces.clone();
    // A sign before a number is no mark at the end of a word.
    let mark = |letter: char| {
        letter.is_ascii_punctuation() && !"-+$%".contains(letter) || "“”‘’…".contains(letter)
    };
    let letters = |words: &str| -> Vec<String> {
        let words = words.split_whitespace();
        words
            .map(|word| word.trim_matches(mark).to_owned())
            .collect()
    };
    let mut told: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let piece = match (told.last(), piece) {
            (Some(Piece::Missing(words)), Piece::Added(other))
                if letters(words) == letters(&other) =>
            {
                told.pop();
                Piece::Same(other)
            }
            (_, piece) => piece,
        };
        match (told.last_mut(), piece) {
            (Some(Piece::Same(words)), Piece::Same(more)) => {
                words.push(' ');
                words.push_str(&more);
            }
            (_, piece) => told.push(piece),
        }
    }
    // Where nothing else differs, they are what there is to tell.
    if told.iter().all(|piece| matches!(piece, Piece::Same(_))) {
        return all;
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_at_the_ends_of_words_are_no_difference_but_numbers_are() {
        let words = |text: &str| text.to_owned();
        let pieces = vec![
            Piece::Same(words("rose")),
            Piece::Missing(words("1.5")),
            Piece::Added(words("15")),
            Piece::Same(words("percent in")),
            Piece::Missing(words("May")),
            Piece::Added(words("May,")),
            Piece::Missing(words("early")),
            Piece::Added(words("late")),
        ];
        let told = telling(pieces);
        assert!(told.contains(&Piece::Missing(words("1.5"))));
        assert!(told.contains(&Piece::Added(words("15"))));
        assert!(!told.contains(&Piece::Missing(words("May"))), "{told:?}");
        assert!(told.contains(&Piece::Added(words("late"))));
        // Where nothing else differs, that is what there is to tell.
        let marks = vec![Piece::Missing(words("so")), Piece::Added(words("so,"))];
        assert_eq!(telling(marks.clone()), marks);
    }
}
