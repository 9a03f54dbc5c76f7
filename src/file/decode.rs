//! The five kinds of records, from fields to rows; what they name by id is looked up once all are
//! read.

use crate::language::say;
use crate::story::rows::{
    ActorRow, EventMore, EventRow, NOBODY, PassageMore, PassageRow, RelationMore, RelationRow,
    SourceRow, next, set_apart,
};
use crate::story::texts::{DateAt, Piece};
use crate::story::{Bearing, DrawnAs, ItemKind, SourceIx, Status};

use super::drafts::{Counted, Labelled, PassageLinks, Proof};
use super::fields::{Fields, Named};
use super::parts::{
    accepted, beside, evidence, importance, labelled, position, sha256, url, voice,
};
use super::problem::Span;
use super::records::Decoder;

impl Decoder {
    fn text(&mut self, f: &mut Fields<'_, '_>, field: &str) -> Piece {
        let found = f.text_at(field);
        self.kept(found)
    }

    fn kept(&mut self, found: Option<(String, Span)>) -> Piece {
        found.map_or(Piece::EMPTY, |(text, at)| self.drafts.text(&text, at))
    }

    /// A text that others repeat.
    fn word(&mut self, f: &mut Fields<'_, '_>, field: &str) -> Piece {
        let found = f.text_at(field);
        found.map_or(Piece::EMPTY, |(text, at)| self.drafts.word(&text, at))
    }

    fn words(&mut self, f: &mut Fields<'_, '_>, field: &str) -> Vec<Piece> {
        let words = f.texts(field);
        let word = |word: &Named| self.drafts.word(&word.id, word.at);
        words.iter().map(word).collect()
    }

    fn name(&mut self, named: &Named) -> Piece {
        self.drafts.name(&named.id, named.at)
    }

    fn date(&mut self, f: &mut Fields<'_, '_>, field: &str) -> DateAt {
        f.date(field)
            .map_or(DateAt::NONE, |date| self.drafts.dates.add(date))
    }

    fn proofs(&mut self, f: &mut Fields<'_, '_>) -> Vec<Proof> {
        let proof = |(bearing, named): &(Bearing, Named)| Proof {
            bearing: *bearing,
            passage: self.name(named),
        };
        evidence(f).iter().map(proof).collect()
    }

    fn labels(&mut self, f: &mut Fields<'_, '_>, field: &str, noun: &'static str) -> Vec<Labelled> {
        let labelled_piece = |(id, label): &(Named, Named)| Labelled {
            id: self.name(id),
            label: if label.id.is_empty() {
                Piece::EMPTY
            } else {
                self.drafts.word(&label.id, label.at)
            },
        };
        labelled(f, field, noun)
            .iter()
            .map(labelled_piece)
            .collect()
    }

    /// The warnings about the record `id` that may stand.
    fn accepted(&mut self, kind: ItemKind, id: Piece, f: &mut Fields<'_, '_>) {
        let accepted = accepted(kind, f).into_iter();
        let accepted = accepted.map(|(warning, reason)| (kind, id, warning, reason));
        self.drafts.accepted.extend(accepted);
    }

    pub(super) fn source(&mut self, id: Piece, f: &mut Fields<'_, '_>) {
        let title = self.text(f, "title");
        if title.is_empty() {
            f.missing("title", say!("file-id-is-shown"), "title: \"...\"");
        }
        self.accepted(ItemKind::Source, id, f);
        let (url, text, sha256) = (url(f), beside(f), sha256(f));
        let row = SourceRow {
            id,
            title: or_id(title, id),
            kind: self.word(f, "kind"),
            author: self.word(f, "author"),
            publisher: self.word(f, "publisher"),
            published: self.date(f, "published"),
            url: self.kept(url),
            text: self.kept(text),
            sha256: self.kept(sha256),
            language: self.word(f, "language"),
            notes: self.text(f, "notes"),
        };
        self.drafts.sources.push(row);
    }

    pub(super) fn passage(&mut self, id: Piece, f: &mut Fields<'_, '_>) -> bool {
        let quote = self.text(f, "quote");
        let source = f.id("source");
        let has_voice = f.has("said_by");
        let said = voice(f);
        if quote.is_empty() {
            f.missing("quote", say!("file-passage-left-out"), "quote: \"...\"");
        }
        if source.is_none() {
            f.missing("source", say!("file-passage-left-out"), "source: \"...\"");
        }
        if !has_voice {
            f.missing(
                "said_by",
                say!("file-passage-left-out"),
                "said_by: Reporter",
            );
        }
        let (Some(source), Some(said), false) = (source, said, quote.is_empty()) else {
            return false;
        };
        self.accepted(ItemKind::Passage, id, f);
        let paragraph = f.number("paragraph", 1, u32::MAX).unwrap_or(0);
        let page = self.word(f, "page");
        let more = PassageMore {
            at: self.text(f, "at"),
            prefix: self.text(f, "prefix"),
            suffix: self.text(f, "suffix"),
            position: position(f),
            translation: self.text(f, "translation"),
            notes: self.text(f, "notes"),
            described: said
                .described
                .map_or(Piece::EMPTY, |(text, at)| self.drafts.word(&text, at)),
        };
        let links = PassageLinks {
            source: self.name(&source),
            speaker: said.speaker.map(|speaker| self.name(&speaker)),
        };
        let all = &mut self.drafts.passages;
        let row = PassageRow {
            id,
            quote,
            source: SourceIx(0),
            paragraph,
            page,
            said_by: said.voice,
            more: set_apart(&mut all.more, more, more.is_empty()),
        };
        all.rows.push(row);
        self.drafts.passage_links.push(links);
        true
    }

    pub(super) fn actor(&mut self, id: Piece, f: &mut Fields<'_, '_>) {
        let name = self.text(f, "name");
        if name.is_empty() {
            f.missing("name", say!("file-id-is-shown"), "name: \"...\"");
        }
        let kind = self.kind(ItemKind::Actor, f);
        let aliases = self.words(f, "aliases");
        let summary = self.text(f, "summary");
        let during = self.date(f, "during");
        let place = self.word(f, "place");
        let tags = self.words(f, "tags");
        let importance = importance(f);
        let notes = self.text(f, "notes");
        let part_of: Vec<Piece> = f
            .texts("part_of")
            .iter()
            .map(|named| self.name(named))
            .collect();
        let evidence = self.proofs(f);
        let all = &mut self.drafts.actors;
        let row = ActorRow {
            id,
            name: or_id(name, id),
            kind,
            summary,
            place,
            notes,
            during,
            aliases: next(&all.aliases),
            part_of: next(&all.part_of),
            tags: next(&all.tags),
            evidence: next(&all.evidence),
            importance,
        };
        all.rows.push(row);
        all.aliases.extend(aliases);
        all.part_of.extend(part_of);
        all.tags.extend(tags);
        all.evidence.extend(evidence);
    }

    pub(super) fn event(&mut self, id: Piece, f: &mut Fields<'_, '_>) {
        let title = self.text(f, "title");
        if title.is_empty() {
            f.missing("title", say!("file-id-is-shown"), "title: \"...\"");
        }
        let status = f.word("status", &STATUSES);
        let summary = self.text(f, "summary");
        let kind = self.kind(ItemKind::Event, f);
        let when = self.date(f, "when");
        let wording = self.text(f, "wording");
        self.accepted(ItemKind::Event, id, f);
        if let Some(of) = f.id("version_of") {
            let of = self.name(&of);
            self.drafts.versions.push((id, of));
        }
        let reported = self.date(f, "reported");
        let drawn_as = f.word("drawn_as", &DRAWN_AS).unwrap_or_default();
        let place = self.word(f, "place");
        let tags = self.words(f, "tags");
        let importance = importance(f);
        let notes = self.text(f, "notes");
        let participants = self.labels(f, "participants", "role");
        let leads_to = self.labels(f, "leads_to", "label");
        let counted_from = f.id("counted_from").map(|named| self.name(&named));
        let evidence = self.proofs(f);
        let all = &mut self.drafts.events;
        let first = next(&all.leads_to);
        all.leads_to.extend(leads_to);
        let more = EventMore {
            wording,
            notes,
            counted_from: None,
            reported,
            leads_to: [first, next(&all.leads_to)],
        };
        let quiet = more.is_empty() && counted_from.is_none();
        if let Some(from) = counted_from {
            let record = next(&all.rows);
            self.drafts.events_counted.push(Counted { record, from });
        }
        let row = EventRow {
            id,
            title: or_id(title, id),
            summary,
            kind,
            place,
            when,
            participants: next(&all.participants),
            tags: next(&all.tags),
            evidence: next(&all.evidence),
            more: set_apart(&mut all.more, more, quiet),
            status: status.unwrap_or(Status::Attributed),
            status_given: status.is_some(),
            importance,
            drawn_as,
        };
        all.rows.push(row);
        all.participants.extend(participants);
        all.tags.extend(tags);
        all.evidence.extend(evidence);
    }

    pub(super) fn relation(&mut self, id: Piece, f: &mut Fields<'_, '_>) -> bool {
        let (from, to, kind) = (f.id("from"), f.id("to"), self.word(f, "kind"));
        for (field, is_there) in [
            ("from", from.is_some()),
            ("to", to.is_some()),
            ("kind", !kind.is_empty()),
        ] {
            if !is_there {
                f.missing(
                    field,
                    say!("file-relation-left-out"),
                    &format!("{field}: \"...\""),
                );
            }
        }
        let (Some(from), Some(to), false) = (from, to, kind.is_empty()) else {
            return false;
        };
        let ends = [self.name(&from), self.name(&to)];
        let status = f.word("status", &STATUSES);
        let summary = self.text(f, "summary");
        self.accepted(ItemKind::Relation, id, f);
        let directed = f.flag("directed").unwrap_or(true);
        let during = self.date(f, "during");
        let wording = self.text(f, "wording");
        let tags = self.words(f, "tags");
        let importance = importance(f);
        let more = RelationMore {
            wording,
            notes: self.text(f, "notes"),
            counted_from: None,
        };
        let counted_from = f.id("counted_from").map(|named| self.name(&named));
        let evidence = self.proofs(f);
        let all = &mut self.drafts.relations;
        let quiet = more.is_empty() && counted_from.is_none();
        if let Some(from) = counted_from {
            let record = next(&all.rows);
            self.drafts.relations_counted.push(Counted { record, from });
        }
        let row = RelationRow {
            id,
            kind,
            summary,
            from: NOBODY,
            to: NOBODY,
            during,
            tags: next(&all.tags),
            evidence: next(&all.evidence),
            more: set_apart(&mut all.more, more, quiet),
            directed,
            status: status.unwrap_or(Status::Attributed),
            status_given: status.is_some(),
            importance,
        };
        all.rows.push(row);
        all.tags.extend(tags);
        all.evidence.extend(evidence);
        self.drafts.relation_ends.push(ends);
        true
    }

    fn kind(&mut self, of: ItemKind, f: &mut Fields<'_, '_>) -> Piece {
        let Some((kind, at)) = f.text_at("kind") else {
            return Piece::EMPTY;
        };
        name_kind(&mut self.drafts.kinds_named, of, &kind, at);
        self.drafts.word(&kind, at)
    }
}

/// Notes that a record of the kind `of` names its own kind `word` at `at`.
///
/// A million events name few kinds: the first that names one answers for all.
pub(super) fn name_kind(
    named: &mut Vec<(ItemKind, String, Span)>,
    of: ItemKind,
    word: &str,
    at: Span,
) {
    let is_known = named
        .iter()
        .any(|(other, known, _)| *other == of && *known == word);
    if !is_known && named.len() < MOST_KINDS {
        named.push((of, word.to_owned(), at));
    }
}

/// Kinds beyond so many are not looked at for slips of the pen.
pub(super) const MOST_KINDS: usize = 200;

pub(super) const STATUSES: [(&str, Status); 6] = [
    ("Documented", Status::Documented),
    ("Attributed", Status::Attributed),
    ("Anonymous", Status::Anonymous),
    ("Disputed", Status::Disputed),
    ("Denied", Status::Denied),
    ("Planned", Status::Planned),
];

pub(super) const DRAWN_AS: [(&str, DrawnAs); 3] = [
    ("Mark", DrawnAs::Mark),
    ("Era", DrawnAs::Era),
    ("KeyDate", DrawnAs::KeyDate),
];

/// A record without a name is shown by its id.
fn or_id(text: Piece, id: Piece) -> Piece {
    if text.is_empty() { id } else { text }
}
