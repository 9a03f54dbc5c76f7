//! Records as they are read, before the ids that they name are looked up.

use std::collections::HashSet;
use std::sync::Arc;

use crate::story::kind::DeclaredKind;
use crate::story::rows::{Actors, Events, Passages, Relations, SourceRow, next};
use crate::story::texts::{Dates, Finder, Moved, Piece, Texts};
use crate::story::{Bearing, ItemKind};

use super::problem::Span;
use super::steps::StepDraft;

/// An id that a record names, with what it says of it: a role, a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Labelled {
    pub id: Piece,
    pub label: Piece,
}

/// A passage that a record rests on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Proof {
    pub bearing: Bearing,
    pub passage: Piece,
}

/// What a passage names.
#[derive(Clone, Copy, Debug)]
pub(super) struct PassageLinks {
    pub source: Piece,
    /// The actor that speaks or stands for the speakers.
    pub speaker: Option<Piece>,
}

/// What a date was counted from: of the record at a position, by name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    pub record: u32,
    pub from: Piece,
}

/// All that a file holds, or a part of it: rows whose references are names.
///
/// Rows of lists count from the beginning of their own pools.
#[derive(Default)]
pub(super) struct Drafts {
    pub title: String,
    pub summary: String,
    pub language: String,
    pub actor_kinds: Vec<DeclaredKind>,
    pub event_kinds: Vec<DeclaredKind>,
    pub relation_kinds: Vec<DeclaredKind>,
    /// What records say.
    pub texts: Texts,
    /// What they name others by, which nobody needs once it is found.
    pub names: Texts,
    /// Where both stand in the file, and repeated words; none while nobody needs to know.
    pub keeper: Keeper,
    pub dates: Dates,
    pub sources: Vec<SourceRow>,
    pub passages: Passages,
    pub passage_links: Vec<PassageLinks>,
    pub actors: Actors<Piece, Proof>,
    pub events: Events<Labelled, Labelled, Proof>,
    pub events_counted: Vec<Counted>,
    pub relations: Relations<Proof>,
    pub relation_ends: Vec<[Piece; 2]>,
    pub relations_counted: Vec<Counted>,
    /// Warnings that may stand: of which record, by its id, which, and why.
    pub accepted: Vec<(ItemKind, Piece, Box<str>, Box<str>)>,
    /// Events that are versions of others: which, by its id, and of which, by name.
    pub versions: Vec<(Piece, Piece)>,
    /// The steps in which the story is told.
    pub steps: Vec<StepDraft>,
    /// Records that were left out: whoever names them is not told again.
    pub left_out: HashSet<(ItemKind, Box<str>)>,
    /// Whether an id is borne twice among what was left out.
    pub repeats: bool,
    /// Where an actor or event names its kind.
    pub kinds_named: Vec<(ItemKind, String, Span)>,
}

/// How texts are kept.
pub(super) enum Keeper {
    /// In the file's text, which stays. What the file spells otherwise is copied, with its place.
    InFile { texts: Spots, names: Spots },
    /// In copies, as the file's text goes: places are not kept. Words that repeat are kept once.
    Copied { words: Words, names: Words },
}

impl Default for Keeper {
    fn default() -> Self {
        Self::InFile {
            texts: Spots::default(),
            names: Spots::default(),
        }
    }
}

/// Texts that repeat.
#[derive(Default)]
pub(super) struct Words {
    all: Vec<Piece>,
    finder: Finder,
}

impl Words {
    pub(super) fn clear(&mut self) {
        self.all.clear();
        self.finder.clear();
    }

    fn keep(&mut self, text: &str, texts: &mut Texts) -> Piece {
        if text.is_empty() {
            return Piece::EMPTY;
        }
        let all = &self.all;
        let text_of = |n: u32| texts.get(all[n as usize]);
        if let Some(n) = self.finder.find(text, text_of) {
            return all[n as usize];
        }
        let piece = texts.keep(text);
        self.all.push(piece);
        let all = &self.all;
        let text_of = |n: u32| texts.get(all[n as usize]);
        self.finder.add(text, next(all) - 1, text_of);
        piece
    }
}

impl Drafts {
    /// Nothing yet, of the file with the text `file`.
    pub(super) fn of(file: &Arc<String>) -> Self {
        Self {
            texts: Texts::of(Arc::clone(file)),
            names: Texts::of(Arc::clone(file)),
            ..Self::default()
        }
    }

    /// Nothing yet, of a file whose text will be gone.
    pub(super) fn copied() -> Self {
        Self {
            keeper: Keeper::Copied {
                words: Words::default(),
                names: Words::default(),
            },
            ..Self::default()
        }
    }

    /// `text`, which stands at `at`. It is copied only where the file spells it otherwise.
    pub(super) fn text(&mut self, text: &str, at: Span) -> Piece {
        match &mut self.keeper {
            Keeper::InFile { texts, .. } => texts.keep(text, at, &mut self.texts),
            Keeper::Copied { .. } => self.texts.keep(text),
        }
    }

    /// `text`, which stands at `at` and may stand elsewhere too: a kind, a place, a label, a role.
    pub(super) fn word(&mut self, text: &str, at: Span) -> Piece {
        match &mut self.keeper {
            Keeper::InFile { texts, .. } => texts.keep(text, at, &mut self.texts),
            Keeper::Copied { words, .. } => words.keep(text, &mut self.texts),
        }
    }

    /// The id `text` of another record, which stands at `at`.
    pub(super) fn name(&mut self, text: &str, at: Span) -> Piece {
        match &mut self.keeper {
            Keeper::InFile { names, .. } => names.keep(text, at, &mut self.names),
            Keeper::Copied { names, .. } => names.keep(text, &mut self.names),
        }
    }

    /// The id `text` of a passage, which stands at `at`: few are named twice.
    pub(super) fn name_of_passage(&mut self, text: &str, at: Span) -> Piece {
        match &mut self.keeper {
            Keeper::InFile { names, .. } => names.keep(text, at, &mut self.names),
            Keeper::Copied { .. } => self.names.keep(text),
        }
    }

    /// Where one of the texts stands in the file, with its quotation marks.
    pub(super) fn spot(&self, text: Piece) -> Span {
        match &self.keeper {
            Keeper::InFile { texts, .. } => texts.of(text),
            Keeper::Copied { .. } => Span::default(),
        }
    }

    /// Where one of the names stands in the file, with its quotation marks.
    pub(super) fn spot_of_name(&self, name: Piece) -> Span {
        match &self.keeper {
            Keeper::InFile { names, .. } => names.of(name),
            Keeper::Copied { .. } => Span::default(),
        }
    }

    /// Where all of the texts stand.
    pub(super) fn take_spots(&mut self) -> Spots {
        match &mut self.keeper {
            Keeper::InFile { texts, .. } => std::mem::take(texts),
            Keeper::Copied { .. } => Spots::default(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sources.is_empty()
            && self.passages.rows.is_empty()
            && self.actors.rows.is_empty()
            && self.events.rows.is_empty()
            && self.relations.rows.is_empty()
            && self.left_out.is_empty()
    }
}

/// Where texts that were copied stand in the file, by where their copies begin.
#[derive(Default)]
pub(super) struct Spots(Vec<(u32, Span)>);

impl Spots {
    /// `text`, which stands at `at`. It is copied only where the file spells it otherwise.
    fn keep(&mut self, text: &str, at: Span, texts: &mut Texts) -> Piece {
        let (start, end) = (at.start as usize + 1, (at.end as usize).saturating_sub(1));
        if texts.file.get(start..end) == Some(text) {
            return Piece::in_file(start, end);
        }
        let piece = texts.keep_apart(text);
        if let Some(start) = piece.own_start() {
            self.0.push((start, at));
        }
        piece
    }

    /// Where `piece` stands, with its quotation marks.
    pub(super) fn of(&self, piece: Piece) -> Span {
        let Some(own) = piece.own_start() else {
            let (start, end) = piece.file_range();
            return Span::new(start.saturating_sub(1), end + 1);
        };
        let found = self.0.binary_search_by_key(&own, |(start, _)| *start);
        found.map_or(Span::default(), |n| self.0[n].1)
    }

    /// Takes over what `other` knows of texts that were moved by `by`.
    pub(super) fn absorb(&mut self, other: &mut Self, by: Moved) {
        let moved = other.0.drain(..).map(|(start, at)| (by.start(start), at));
        self.0.extend(moved);
    }
}
