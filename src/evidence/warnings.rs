//! What is thin or amiss about what claims rest on, as problems of a story's file.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::file::{Code, MOST_PROBLEMS, Problem, Told, located};
use crate::language::{Language, say};
use crate::story::{ActorIx, EventIx, Item, PassageIx, RelationIx, SourceIx, Status, Story};

use super::quote::{Piece, context};
use super::verification::{Checked, Found, Reading, Sourced};
use super::{State, Verification, Weight};

/// Something thin or amiss that the author has not let stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What it is, for scripts.
    pub code: Code,
    /// The record that it is about.
    pub item: Item,
    /// What it is, in a sentence without its full stop.
    pub message: String,
    /// What to do about it.
    pub suggestion: String,
}

/// Everything thin or amiss in a story, at most [`MOST_PROBLEMS`], and how much more there is.
#[must_use]
pub fn warnings(story: &Story, verification: &Verification) -> (Vec<Warning>, usize) {
    let mut all: Vec<(Code, Item)> = (0..story.sources().len())
        .map(SourceIx::at)
        .filter_map(|ix| Some((of_source(verification.source(ix))?, Item::Source(ix))))
        .collect();
    let passages = (0..story.passages().len()).into_par_iter();
    let passages = passages.map(PassageIx::at);
    all.par_extend(passages.flat_map_iter(|ix| of_passage(verification, ix)));
    let several = story.sources().len() > 1;
    let claims = claims(story);
    all.par_extend(claims.flat_map_iter(|item| of_claim(story, item, several)));
    let silent = |(code, item): &(Code, Item)| story.accepts(*item, code.word()).is_some();
    all.retain(|warning| !silent(warning));
    let unlisted = all.len().saturating_sub(MOST_PROBLEMS);
    all.truncate(MOST_PROBLEMS);
    let worded = all.into_iter();
    let worded = worded.map(|(code, item)| in_words(story, verification, code, item));
    (worded.collect(), unlisted)
}

/// Story files up to which problems have their place in them, in bytes.
const MOST_LOCATED: u64 = 256 << 20;

/// The same as problems of the story's file at `path`, with their places in it and in its text, which is read
/// where it is not at hand.
#[must_use]
pub fn problems(
    story: &Story,
    verification: &Verification,
    path: Option<&Path>,
    text: &Arc<String>,
) -> (Vec<Problem>, usize, Arc<String>) {
    let (warnings, unlisted) = warnings(story, verification);
    if warnings.is_empty() {
        return (Vec::new(), unlisted, Arc::clone(text));
    }
    let mut text = Arc::clone(text);
    let small = |path: &&Path| fs::metadata(path).is_ok_and(|file| file.len() <= MOST_LOCATED);
    if text.is_empty()
        && let Some(path) = path.filter(small)
        && let Ok(read) = fs::read_to_string(path)
    {
        text = Arc::new(read);
    }
    let told = warnings.into_iter().map(|warning| {
        let id = story.id_of(warning.item);
        Told {
            code: warning.code,
            kind: id.kind,
            id: id.id.to_string(),
            message: warning.message,
            suggestion: warning.suggestion,
        }
    });
    (located(&text, told.collect()), unlisted, text)
}

/// All that may rest on too little.
fn claims(story: &Story) -> impl ParallelIterator<Item = Item> {
    let events = (0..story.events().len()).into_par_iter();
    let relations = (0..story.relations().len()).into_par_iter();
    let actors = (0..story.actors().len()).into_par_iter();
    events
        .map(|n| Item::Event(EventIx::at(n)))
        .chain(relations.map(|n| Item::Relation(RelationIx::at(n))))
        .chain(actors.map(|n| Item::Actor(ActorIx::at(n))))
}

fn of_source(reading: &Reading) -> Option<Code> {
    match reading {
        Reading::None => None,
        Reading::Failed(_) => Some(Code::SourceUnread),
        Reading::Read(sourced) => sourced.changed.then_some(Code::SourceChanged),
    }
}

fn of_passage(verification: &Verification, ix: PassageIx) -> impl Iterator<Item = (Code, Item)> {
    let checked = verification.passage(ix);
    let state = checked.and_then(|checked| match checked.state {
        State::Drifted => Some(Code::QuoteDrifted),
        State::Ambiguous => Some(Code::QuoteAmbiguous),
        State::NotFound => Some(Code::QuoteNotFound),
        State::Verified | State::Normalised | State::NoText => None,
    });
    let moved = checked.is_some_and(|checked| checked.moved);
    let moved = moved.then_some(Code::QuoteMoved);
    let codes = state.into_iter().chain(moved);
    codes.map(move |code| (code, Item::Passage(ix)))
}

fn of_claim(story: &Story, item: Item, several: bool) -> impl Iterator<Item = (Code, Item)> {
    let weight = Weight::new(story, story.evidence_of(item));
    // What an actor rests on says that it is there, not what it did.
    // A document of record needs no second one.
    let one = several
        && weight.is_one_source()
        && !weight.is_documented()
        && !matches!(item, Item::Actor(_));
    let said = story.status_of(item) == Some(Status::Anonymous) && status_is_given(story, item);
    let unnamed = weight.is_unnamed_alone() && !said && !matches!(item, Item::Actor(_));
    let codes = one.then_some(Code::OneSource).into_iter();
    let codes = codes.chain(unnamed.then_some(Code::UnnamedAlone));
    codes.map(move |code| (code, item))
}

/// Whether the author says how sure a claim is.
fn status_is_given(story: &Story, item: Item) -> bool {
    match item {
        Item::Event(ix) => story.event(ix).status_given,
        Item::Relation(ix) => story.relation(ix).status_given,
        Item::Actor(_) | Item::Passage(_) | Item::Source(_) => false,
    }
}

fn in_words(story: &Story, verification: &Verification, code: Code, item: Item) -> Warning {
    let record = story.id_of(item);
    let (kind, id) = (record.kind.word(), &*record.id);
    let (message, suggestion) = match (code, item) {
        (_, Item::Passage(ix)) => of_quotation(story, verification, code, ix),
        (_, Item::Source(ix)) => of_text(story, verification, ix),
        (Code::OneSource, _) => (
            say!("evidence-one-source", kind = kind, id = id),
            say!("evidence-one-source.suggestion", code = code.word()),
        ),
        _ => (
            say!("evidence-unnamed-alone", kind = kind, id = id),
            say!("evidence-unnamed-alone.suggestion", code = code.word()),
        ),
    };
    Warning {
        code,
        item,
        message,
        suggestion,
    }
}

fn of_text(story: &Story, verification: &Verification, ix: SourceIx) -> (String, String) {
    let source = story.source(ix);
    let (id, file) = (source.id, source.text.unwrap_or_default());
    match verification.source(ix) {
        Reading::Failed(problem) => (
            say!(
                "evidence-source-unread",
                id = id,
                file = file,
                reason = sentence(&problem.to_string())
            ),
            say!("evidence-source-unread.suggestion").to_owned(),
        ),
        Reading::Read(sourced) => (
            say!(
                "evidence-source-changed",
                id = id,
                file = file,
                sha = sourced.sha256
            ),
            say!("evidence-source-changed.suggestion").to_owned(),
        ),
        Reading::None => (String::new(), String::new()),
    }
}

/// A sentence as the end of another one.
fn sentence(text: &str) -> String {
    let text = text.trim_end_matches('.');
    if Language::current() == Language::German {
        // After a colon, a German sentence begins with a capital as any other does.
        return text.to_owned();
    }
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn of_quotation(
    story: &Story,
    verification: &Verification,
    code: Code,
    ix: PassageIx,
) -> (String, String) {
    let passage = story.passage(ix);
    let id = passage.id;
    let (Some(checked), Some(sourced)) =
        (verification.passage(ix), verification.text(passage.source))
    else {
        return (String::new(), String::new());
    };
    let file = &sourced.name;
    let place = checked.places.first().map(|found| place_in(sourced, found));
    let place = place.unwrap_or_default();
    match code {
        Code::QuoteDrifted => (
            say!(
                "evidence-quote-drifted",
                id = id,
                file = file,
                place = place,
                differences = differences(&checked.differences)
            ),
            say!("evidence-quote-drifted.suggestion").to_owned(),
        ),
        Code::QuoteMoved => {
            let found = checked.places.first().and_then(|found| found.paragraph);
            let said = passage.paragraph.unwrap_or_default().to_string();
            let found = found.unwrap_or_default().to_string();
            (
                say!(
                    "evidence-quote-moved",
                    id = id,
                    said = said,
                    found = found,
                    file = file,
                    place = place
                ),
                say!("evidence-quote-moved.suggestion", found = found),
            )
        }
        Code::QuoteAmbiguous => ambiguous(checked, sourced, id),
        _ => (
            say!(
                "evidence-quote-not-found",
                id = id,
                file = file,
                quote = shortened(passage.quote)
            ),
            say!("evidence-quote-not-found.suggestion").to_owned(),
        ),
    }
}

fn ambiguous(checked: &Checked, sourced: &Sourced, id: &str) -> (String, String) {
    let places: Vec<String> = checked
        .places
        .iter()
        .take(PLACES)
        .map(|found| place_in(sourced, found))
        .collect();
    let more = checked.count.saturating_sub(places.len());
    let (count, file, places) = (checked.count, &sourced.name, places.join("; "));
    let message = if more > 0 {
        say!(
            "evidence-quote-ambiguous.more",
            id = id,
            count = count,
            file = file,
            places = places,
            more = more
        )
    } else {
        say!(
            "evidence-quote-ambiguous",
            id = id,
            count = count,
            file = file,
            places = places
        )
    };
    let first = checked.places.first().map(|found| found.spans.as_slice());
    let context = match first {
        Some([span]) => context(&sourced.text, span.clone()),
        _ => (String::new(), String::new()),
    };
    let suggestion = match context {
        (prefix, suffix) if !prefix.is_empty() || !suffix.is_empty() => {
            let field =
                |name: &str, text: &str| (!text.is_empty()).then(|| format!("{name}: {text:?}"));
            let fields = [field("prefix", &prefix), field("suffix", &suffix)];
            let fields: Vec<String> = fields.into_iter().flatten().collect();
            say!(
                "evidence-quote-ambiguous.suggestion",
                fields = fields.join(", ")
            )
        }
        _ => say!("evidence-quote-ambiguous.position").to_owned(),
    };
    (message, suggestion)
}

/// Places of an ambiguous quotation that a message names.
const PLACES: usize = 4;

/// "¶ 14", "page 3, ¶ 14"; the line where there are no paragraphs.
fn place_in(sourced: &Sourced, found: &Found) -> String {
    let at = found.spans.first().map_or(0, |span| span.start);
    let page = sourced.pages.partition_point(|start| *start <= at);
    let paragraph = found.paragraph.map(|number| number.to_string());
    let (line, on) = (found.line.to_string(), page.to_string());
    match (page, paragraph) {
        (0, Some(paragraph)) => say!("evidence-place-paragraph", paragraph = paragraph),
        (0, None) => say!("evidence-place-line", line = line),
        (_, Some(paragraph)) => {
            say!(
                "evidence-place-paragraph.page",
                page = on,
                paragraph = paragraph
            )
        }
        (_, None) => say!("evidence-place-line.page", page = on, line = line),
    }
}

/// Words either side of a difference that are shown.
const WORDS_AROUND: usize = 3;

/// The words that differ, with a few around them: "… in [-early-] {+late+} April …".
fn differences(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for (n, piece) in pieces.iter().enumerate() {
        let words = match piece {
            Piece::Missing(words) => format!("[-{words}-]"),
            Piece::Added(words) => format!("{{+{words}+}}"),
            Piece::Same(words) => {
                let words: Vec<&str> = words.split_whitespace().collect();
                let (first, last) = (n == 0, n + 1 == pieces.len());
                if words.len() <= WORDS_AROUND * 2 {
                    words.join(" ")
                } else {
                    let head = words.iter().take(if first { 0 } else { WORDS_AROUND });
                    let tail = words.len() - if last { 0 } else { WORDS_AROUND };
                    let head: Vec<&str> = head.copied().collect();
                    let tail = words.get(tail..).unwrap_or_default();
                    format!("{} … {}", head.join(" "), tail.join(" "))
                        .trim()
                        .to_owned()
                }
            }
        };
        if !text.is_empty() {
            text.push(' ');
        }
        text += &words;
    }
    text
}

/// The first letters of a long quotation.
fn shortened(quote: &str) -> String {
    let mut text: String = quote.chars().take(80).collect();
    if text.len() < quote.len() {
        text.push('…');
    }
    text
}
