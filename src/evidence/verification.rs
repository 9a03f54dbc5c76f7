//! What became of looking up a story's quotations in its sources.

use std::ops::Range;
use std::sync::Arc;

use crate::story::{Evidence, Item, PassageIx, SourceIx, Story};

use super::State;
use super::quote::{Piece, Text};
use super::source_text::{Kind, Problem};

/// The text of a source, ready to be read and searched.
#[derive(Debug)]
pub struct Sourced {
    /// The name of its file.
    pub name: String,
    /// The text, with its paragraphs.
    pub text: Arc<Text>,
    /// Where each page begins, in bytes; empty where the file has no pages.
    pub pages: Vec<usize>,
    /// What the file is.
    pub kind: Kind,
    /// The SHA-256 of the file, as hexadecimal digits.
    pub sha256: String,
    /// Whether the story names another SHA-256.
    pub changed: bool,
}

/// What became of the text of a source.
#[derive(Clone, Debug)]
pub enum Reading {
    /// The story names no file, or stands in no folder.
    None,
    /// The file could not be read.
    Failed(Arc<Problem>),
    /// It was read.
    Read(Arc<Sourced>),
}

/// A place in a source's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The bytes of the quotation, in several stretches where it leaves words out.
    pub spans: Vec<Range<usize>>,
    /// The paragraph, counted from 1.
    pub paragraph: Option<u32>,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1 in code points.
    pub column: u32,
}

/// How a passage's quotation stands to its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// How it stands.
    pub state: State,
    /// Where: one place, or the first of several where it is ambiguous.
    pub places: Vec<Found>,
    /// In how many places it stands.
    pub count: usize,
    /// How the source's words differ from it, word by word.
    pub differences: Vec<Piece>,
    /// Whether it stands in another paragraph than the passage says.
    pub moved: bool,
}

impl Checked {
    /// A quotation that there is no text to look up in.
    pub(super) fn without_text() -> Self {
        Self {
            state: State::NoText,
            places: Vec::new(),
            count: 0,
            differences: Vec::new(),
            moved: false,
        }
    }

    /// Where it stands, where that is known for certain.
    #[must_use]
    pub fn place(&self) -> Option<&Found> {
        match self.state {
            State::Verified | State::Normalised | State::Drifted => self.places.first(),
            State::NoText | State::Ambiguous | State::NotFound => None,
        }
    }
}

/// What became of looking up all quotations of a story.
#[derive(Clone, Debug, Default)]
pub struct Verification {
    /// By source.
    pub(super) sources: Vec<Reading>,
    /// By passage; empty where no source has a text.
    pub(super) passages: Vec<Checked>,
    /// What is amiss of any passage that something rests on, but for what the author lets stand.
    pub(super) amiss: Vec<State>,
}

impl Verification {
    /// What became of the text of `source`.
    #[must_use]
    pub fn source(&self, source: SourceIx) -> &Reading {
        self.sources.get(source.index()).unwrap_or(&Reading::None)
    }

    /// The text of `source`, where it was read.
    #[must_use]
    pub fn text(&self, source: SourceIx) -> Option<&Arc<Sourced>> {
        match self.source(source) {
            Reading::Read(sourced) => Some(sourced),
            Reading::None | Reading::Failed(_) => None,
        }
    }

    /// How a passage's quotation stands to its source; none where there is no text.
    #[must_use]
    pub fn passage(&self, passage: PassageIx) -> Option<&Checked> {
        self.passages.get(passage.index())
    }

    /// How a passage's quotation stands to its source.
    #[must_use]
    pub fn state(&self, passage: PassageIx) -> State {
        self.passage(passage)
            .map_or(State::NoText, |checked| checked.state)
    }

    /// The worst state among the passages of `evidence`; none where there are none.
    #[must_use]
    pub fn worst(&self, evidence: &[Evidence]) -> Option<State> {
        evidence.iter().map(|link| self.state(link.passage)).max()
    }

    /// What is amiss about the passages of `evidence`, the worst of it, but for what the author lets stand.
    #[must_use]
    pub fn amiss(&self, story: &Story, evidence: &[Evidence]) -> Option<State> {
        let states = evidence.iter().filter_map(|link| {
            let state = self.state(link.passage);
            let code = code(state)?;
            let item = Item::Passage(link.passage);
            story.accepts(item, code).is_none().then_some(state)
        });
        states.max()
    }

    /// What is amiss of any passage, each once.
    #[must_use]
    pub fn amiss_anywhere(&self) -> &[State] {
        &self.amiss
    }

    /// Whether any source has a text.
    #[must_use]
    pub fn has_texts(&self) -> bool {
        !self.passages.is_empty()
    }
}

/// The code of the warning that a state amounts to.
#[must_use]
pub fn code(state: State) -> Option<&'static str> {
    match state {
        State::Drifted => Some("quote-drifted"),
        State::Ambiguous => Some("quote-ambiguous"),
        State::NotFound => Some("quote-not-found"),
        State::Verified | State::Normalised | State::NoText => None,
    }
}
