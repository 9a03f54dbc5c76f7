//! Records as they are read, before the ids that they name are looked up.

use std::collections::HashSet;
use std::sync::Arc;

use crate::story::kind::DeclaredKind;
use crate::story::rows::{Actors, Events, Passages, Relations, SourceRow, next};
use crate::story::texts::{DateAt, Dates, Finder, Piece, Texts, moved_start};
use crate::story::{Bearing, ItemKind};

use super::problem::Span;

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
    keeper: Keeper,
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
    /// Records that were left out: whoever names them is not told again.
    pub left_out: HashSet<(ItemKind, Box<str>)>,
    /// Whether an id is borne twice among what was left out.
    pub repeats: bool,
    /// Where an actor or event names its kind.
    pub kinds_named: Vec<(ItemKind, String, Span)>,
}

/// How texts are kept.
enum Keeper {
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
struct Words {
    all: Vec<Piece>,
    finder: Finder,
}

impl Words {
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

    /// Gives back the room that texts have left.
    pub(super) fn shrink_texts(&mut self) {
        self.texts.shrink();
        self.names.shrink();
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

    /// Where the texts stand; the words are not needed any more.
    pub(super) fn take_spots(&mut self) -> Spots {
        match &mut self.keeper {
            Keeper::InFile { texts, .. } => std::mem::take(texts),
            Keeper::Copied { words, names } => {
                (*words, *names) = (Words::default(), Words::default());
                Spots::default()
            }
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

    /// Moves all texts of its own behind `blocks` others.
    pub(super) fn move_texts(&mut self, blocks: u32) {
        if blocks == 0 {
            return;
        }
        self.each_text(|piece| *piece = piece.moved(blocks));
        if let Keeper::InFile { texts, .. } = &mut self.keeper {
            texts.move_by(blocks);
        }
    }

    /// Puts for each date the place that `moves` has for it.
    pub(super) fn move_dates(&mut self, moves: &[DateAt]) {
        let rows = self.sources.iter_mut().map(|row| &mut row.published);
        let rows = rows.chain(self.actors.rows.iter_mut().map(|row| &mut row.during));
        let rows = rows.chain(self.events.rows.iter_mut().map(|row| &mut row.when));
        let rows = rows.chain(self.events.more.iter_mut().map(|more| &mut more.reported));
        let rows = rows.chain(self.relations.rows.iter_mut().map(|row| &mut row.during));
        for at in rows {
            if let Some(moved) = at.index().and_then(|n| moves.get(n)) {
                *at = *moved;
            }
        }
    }

    fn each_text(&mut self, mut visit: impl FnMut(&mut Piece)) {
        for row in &mut self.sources {
            for piece in [
                &mut row.id,
                &mut row.title,
                &mut row.kind,
                &mut row.author,
                &mut row.publisher,
                &mut row.url,
                &mut row.text,
                &mut row.language,
                &mut row.notes,
            ] {
                visit(piece);
            }
        }
        for row in &mut self.passages.rows {
            for piece in [&mut row.id, &mut row.quote, &mut row.page] {
                visit(piece);
            }
        }
        for more in &mut self.passages.more {
            for piece in [
                &mut more.at,
                &mut more.prefix,
                &mut more.suffix,
                &mut more.translation,
                &mut more.notes,
                &mut more.described,
            ] {
                visit(piece);
            }
        }
        for row in &mut self.actors.rows {
            for piece in [
                &mut row.id,
                &mut row.name,
                &mut row.kind,
                &mut row.summary,
                &mut row.place,
                &mut row.notes,
            ] {
                visit(piece);
            }
        }
        for row in &mut self.events.rows {
            for piece in [
                &mut row.id,
                &mut row.title,
                &mut row.summary,
                &mut row.kind,
                &mut row.place,
            ] {
                visit(piece);
            }
        }
        for more in &mut self.events.more {
            visit(&mut more.wording);
            visit(&mut more.notes);
        }
        for row in &mut self.relations.rows {
            for piece in [&mut row.id, &mut row.kind, &mut row.summary] {
                visit(piece);
            }
        }
        for more in &mut self.relations.more {
            visit(&mut more.wording);
            visit(&mut more.notes);
        }
        let listed = self.actors.aliases.iter_mut().chain(&mut self.actors.tags);
        let listed = listed.chain(&mut self.events.tags);
        let listed = listed.chain(&mut self.relations.tags);
        listed.for_each(&mut visit);
        let events = &mut self.events;
        for labelled in events.participants.iter_mut().chain(&mut events.leads_to) {
            visit(&mut labelled.label);
        }
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

    fn move_by(&mut self, blocks: u32) {
        for (start, _) in &mut self.0 {
            *start = moved_start(*start, blocks);
        }
    }

    /// Takes over what `other` knows of texts that were kept later.
    pub(super) fn absorb(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }
}
