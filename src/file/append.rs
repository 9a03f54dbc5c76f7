//! Puts the drafts of a part of a file behind those of the parts before it.

use crate::story::ItemKind;
use crate::story::rows::{NO_MORE, next};
use crate::story::texts::{DateAt, Moved, Piece};

use super::decode::MOST_KINDS;
use super::drafts::{Counted, Drafts, Keeper, Labelled, Proof};
use super::problem::Span;

/// Where the entries of a part come to stand.
struct Moves {
    texts: Moved,
    names: Moved,
    dates: Vec<DateAt>,
}

impl Moves {
    fn text(&self, piece: Piece) -> Piece {
        piece.moved(self.texts)
    }

    fn name(&self, piece: Piece) -> Piece {
        piece.moved(self.names)
    }

    fn date(&self, at: DateAt) -> DateAt {
        let moved = at.index().and_then(|n| self.dates.get(n));
        moved.copied().unwrap_or(at)
    }

    fn labelled(&self, entry: Labelled) -> Labelled {
        Labelled {
            id: self.name(entry.id),
            label: self.text(entry.label),
        }
    }

    fn proof(&self, proof: Proof) -> Proof {
        Proof {
            bearing: proof.bearing,
            passage: self.name(proof.passage),
        }
    }

    fn counted(&self, counted: Counted, before: u32) -> Counted {
        Counted {
            record: counted.record + before,
            from: self.name(counted.from),
        }
    }
}

impl Drafts {
    /// Takes over all of `part`, which follows in the file and is left empty, with room for another.
    /// Whether there was room for its texts.
    pub(super) fn append(&mut self, part: &mut Self) -> bool {
        let texts = self.texts.absorb(&mut part.texts);
        let names = self.names.absorb(&mut part.names);
        let (Some(texts), Some(names)) = (texts, names) else {
            return false;
        };
        let moves = Moves {
            texts,
            names,
            dates: self.dates.absorb(&mut part.dates),
        };
        match (&mut self.keeper, &mut part.keeper) {
            (
                Keeper::InFile { texts, names },
                Keeper::InFile {
                    texts: more_texts,
                    names: more_names,
                },
            ) => {
                texts.absorb(more_texts, moves.texts);
                names.absorb(more_names, moves.names);
            }
            (_, Keeper::Copied { words, names }) => {
                words.clear();
                names.clear();
            }
            _ => {}
        }
        self.append_passages(part, &moves);
        self.append_actors(part, &moves);
        self.append_events(part, &moves);
        self.append_relations(part, &moves);
        let accepted = part.accepted.drain(..);
        self.accepted.extend(accepted.map(|mut one| {
            one.1 = moves.text(one.1);
            one
        }));
        let versions = part.versions.drain(..);
        let versions = versions.map(|(id, of)| (moves.text(id), moves.name(of)));
        self.versions.extend(versions);
        self.repeats |= part.repeats;
        for record in part.left_out.drain() {
            self.repeats |= !self.left_out.insert(record);
        }
        for named in part.kinds_named.drain(..) {
            self.append_kind(named);
        }
        true
    }

    /// Where there is no room for `part`, makes room for `times` as much as it holds: so many parts
    /// are to come. Lists are not moved again and again then, and room that is not needed in the end
    /// was never touched.
    pub(super) fn expect(&mut self, part: &Self, times: usize) {
        fn room<T>(all: &mut Vec<T>, part: &[T], times: usize) {
            if all.capacity() - all.len() < part.len() {
                // A list that has no room now grows as it is filled.
                let _ = all.try_reserve_exact(part.len().saturating_mul(times));
            }
        }
        room(&mut self.passages.rows, &part.passages.rows, times);
        room(&mut self.passage_links, &part.passage_links, times);
        room(&mut self.events.rows, &part.events.rows, times);
        room(&mut self.events.more, &part.events.more, times);
        let participants = &part.events.participants;
        room(&mut self.events.participants, participants, times);
        room(&mut self.events.evidence, &part.events.evidence, times);
        room(&mut self.events.tags, &part.events.tags, times);
        room(&mut self.relations.rows, &part.relations.rows, times);
        room(&mut self.relation_ends, &part.relation_ends, times);
    }

    /// Takes over what a story says of itself.
    pub(super) fn take_head(&mut self, head: Self) {
        self.title = head.title;
        self.summary = head.summary;
        self.language = head.language;
        self.actor_kinds = head.actor_kinds;
        self.event_kinds = head.event_kinds;
        self.relation_kinds = head.relation_kinds;
        self.steps = head.steps;
    }

    fn append_kind(&mut self, named: (ItemKind, String, Span)) {
        let all = &mut self.kinds_named;
        let known = all
            .iter()
            .any(|(of, word, _)| *of == named.0 && *word == named.1);
        if !known && all.len() < MOST_KINDS {
            all.push(named);
        }
    }

    fn append_passages(&mut self, part: &mut Self, moves: &Moves) {
        self.sources.extend(part.sources.drain(..).map(|mut row| {
            for piece in [
                &mut row.id,
                &mut row.title,
                &mut row.kind,
                &mut row.author,
                &mut row.publisher,
                &mut row.url,
                &mut row.text,
                &mut row.sha256,
                &mut row.language,
                &mut row.notes,
            ] {
                *piece = moves.text(*piece);
            }
            row.published = moves.date(row.published);
            row
        }));
        let before = next(&self.passages.more);
        let rows = part.passages.rows.drain(..);
        self.passages.rows.extend(rows.map(|mut row| {
            for piece in [&mut row.id, &mut row.quote, &mut row.page] {
                *piece = moves.text(*piece);
            }
            row.more = moved(row.more, before);
            row
        }));
        let more = part.passages.more.drain(..);
        self.passages.more.extend(more.map(|mut more| {
            for piece in [
                &mut more.at,
                &mut more.prefix,
                &mut more.suffix,
                &mut more.translation,
                &mut more.notes,
                &mut more.described,
            ] {
                *piece = moves.text(*piece);
            }
            more
        }));
        let links = part.passage_links.drain(..);
        self.passage_links.extend(links.map(|mut links| {
            links.source = moves.name(links.source);
            links.speaker = links.speaker.map(|name| moves.name(name));
            links
        }));
    }

    fn append_actors(&mut self, part: &mut Self, moves: &Moves) {
        let (all, part) = (&mut self.actors, &mut part.actors);
        let before = (
            next(&all.aliases),
            next(&all.part_of),
            next(&all.tags),
            next(&all.evidence),
        );
        all.rows.extend(part.rows.drain(..).map(|mut row| {
            for piece in [
                &mut row.id,
                &mut row.name,
                &mut row.kind,
                &mut row.summary,
                &mut row.place,
                &mut row.notes,
            ] {
                *piece = moves.text(*piece);
            }
            row.during = moves.date(row.during);
            row.aliases += before.0;
            row.part_of += before.1;
            row.tags += before.2;
            row.evidence += before.3;
            row
        }));
        let text = |piece| moves.text(piece);
        all.aliases.extend(part.aliases.drain(..).map(text));
        all.tags.extend(part.tags.drain(..).map(text));
        let name = |piece| moves.name(piece);
        all.part_of.extend(part.part_of.drain(..).map(name));
        let proof = |proof| moves.proof(proof);
        all.evidence.extend(part.evidence.drain(..).map(proof));
    }

    fn append_events(&mut self, part: &mut Self, moves: &Moves) {
        let first = next(&self.events.rows);
        let (all, events) = (&mut self.events, &mut part.events);
        let before = (
            next(&all.participants),
            next(&all.tags),
            next(&all.evidence),
            next(&all.more),
        );
        let arrows = next(&all.leads_to);
        all.rows.extend(events.rows.drain(..).map(|mut row| {
            for piece in [
                &mut row.id,
                &mut row.title,
                &mut row.summary,
                &mut row.kind,
                &mut row.place,
            ] {
                *piece = moves.text(*piece);
            }
            row.when = moves.date(row.when);
            row.participants += before.0;
            row.tags += before.1;
            row.evidence += before.2;
            row.more = moved(row.more, before.3);
            row
        }));
        all.more.extend(events.more.drain(..).map(|mut more| {
            more.wording = moves.text(more.wording);
            more.notes = moves.text(more.notes);
            more.reported = moves.date(more.reported);
            more.leads_to = more.leads_to.map(|at| at + arrows);
            more
        }));
        let labelled = |entry| moves.labelled(entry);
        let participants = events.participants.drain(..).map(labelled);
        all.participants.extend(participants);
        all.leads_to.extend(events.leads_to.drain(..).map(labelled));
        let text = |piece| moves.text(piece);
        all.tags.extend(events.tags.drain(..).map(text));
        let proof = |proof| moves.proof(proof);
        all.evidence.extend(events.evidence.drain(..).map(proof));
        let counted = part.events_counted.drain(..);
        let counted = counted.map(|counted| moves.counted(counted, first));
        self.events_counted.extend(counted);
    }

    fn append_relations(&mut self, part: &mut Self, moves: &Moves) {
        let first = next(&self.relations.rows);
        let (all, relations) = (&mut self.relations, &mut part.relations);
        let before = (next(&all.tags), next(&all.evidence), next(&all.more));
        all.rows.extend(relations.rows.drain(..).map(|mut row| {
            for piece in [&mut row.id, &mut row.kind, &mut row.summary] {
                *piece = moves.text(*piece);
            }
            row.during = moves.date(row.during);
            row.tags += before.0;
            row.evidence += before.1;
            row.more = moved(row.more, before.2);
            row
        }));
        all.more.extend(relations.more.drain(..).map(|mut more| {
            more.wording = moves.text(more.wording);
            more.notes = moves.text(more.notes);
            more
        }));
        let text = |piece| moves.text(piece);
        all.tags.extend(relations.tags.drain(..).map(text));
        let proof = |proof| moves.proof(proof);
        all.evidence.extend(relations.evidence.drain(..).map(proof));
        let ends = part.relation_ends.drain(..);
        let ends = ends.map(|ends| ends.map(|name| moves.name(name)));
        self.relation_ends.extend(ends);
        let counted = part.relations_counted.drain(..);
        let counted = counted.map(|counted| moves.counted(counted, first));
        self.relations_counted.extend(counted);
    }
}

fn moved(more: u32, before: u32) -> u32 {
    if more == NO_MORE { more } else { more + before }
}
