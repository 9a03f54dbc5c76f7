//! Records as they are read, before the ids that they name are looked up.

use std::collections::HashSet;
use std::sync::Arc;

use crate::story::kind::DeclaredKind;
use crate::story::rows::{Actors, Events, Passages, Relations, SourceRow};
use crate::story::texts::{DateAt, Dates, Piece, Texts};
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
    pub texts: Texts,
    /// Where names that stand in the own text are in the file, by where they begin there.
    pub places: Vec<(u32, Span)>,
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

impl Drafts {
    /// Nothing yet, of the file with the text `file`.
    pub(super) fn of(file: Arc<String>) -> Self {
        let texts = Texts {
            file,
            own: String::new(),
        };
        Self {
            texts,
            ..Self::default()
        }
    }

    /// `text`, which stands at `at`. It is copied only where the file spells it otherwise.
    pub(super) fn named(&mut self, text: &str, at: Span) -> Piece {
        let (start, end) = (at.start as usize + 1, (at.end as usize).saturating_sub(1));
        if self.texts.file.get(start..end) == Some(text) {
            return Piece::in_file(start, end);
        }
        let piece = self.texts.keep_apart(text);
        if let Some(start) = piece.own_start() {
            self.places.push((start, at));
        }
        piece
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sources.is_empty()
            && self.passages.rows.is_empty()
            && self.actors.rows.is_empty()
            && self.events.rows.is_empty()
            && self.relations.rows.is_empty()
            && self.left_out.is_empty()
    }

    /// Where `piece` stands in the file, with its quotation marks.
    pub(super) fn spot(&self, piece: Piece) -> Span {
        spot(&self.places, piece)
    }

    /// Moves all pieces that stand in the own text behind `before` bytes of another.
    pub(super) fn move_own(&mut self, before: u32) {
        if before == 0 || self.texts.own.is_empty() {
            return;
        }
        self.each_piece(|piece| *piece = piece.moved(before));
        for (start, _) in &mut self.places {
            *start = start.saturating_add(before);
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

    fn each_piece(&mut self, mut visit: impl FnMut(&mut Piece)) {
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
        for links in &mut self.passage_links {
            visit(&mut links.source);
            links.speaker.iter_mut().for_each(&mut visit);
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
        let actors = &mut self.actors;
        let listed = actors
            .aliases
            .iter_mut()
            .chain(&mut actors.part_of)
            .chain(&mut actors.tags)
            .chain(&mut self.events.tags)
            .chain(&mut self.relations.tags)
            .chain(self.relation_ends.iter_mut().flatten());
        listed.for_each(&mut visit);
        let events = &mut self.events;
        for labelled in events.participants.iter_mut().chain(&mut events.leads_to) {
            visit(&mut labelled.id);
            visit(&mut labelled.label);
        }
        let proofs = actors.evidence.iter_mut().chain(&mut events.evidence);
        for proof in proofs.chain(&mut self.relations.evidence) {
            visit(&mut proof.passage);
        }
        let counted = self.events_counted.iter_mut();
        for counted in counted.chain(&mut self.relations_counted) {
            visit(&mut counted.from);
        }
    }
}

/// Where the names that records bear and use stand in the file.
pub(super) struct Spots(pub Vec<(u32, Span)>);

impl Spots {
    /// Where `piece` stands, with its quotation marks.
    pub(super) fn of(&self, piece: Piece) -> Span {
        spot(&self.0, piece)
    }
}

fn spot(places: &[(u32, Span)], piece: Piece) -> Span {
    let Some(own) = piece.own_start() else {
        let (start, end) = piece.file_range();
        return Span::new(start.saturating_sub(1), end + 1);
    };
    let found = places.binary_search_by_key(&own, |(start, _)| *start);
    found.map_or(Span::default(), |n| places[n].1)
}
