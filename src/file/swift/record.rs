//! One record that is written as it should be, straight from bytes to a row.
//!
//! Whatever is not known for certain to be fine is left to the patient reader, which explains it.

use crate::story::model::DEFAULT_IMPORTANCE;
use crate::story::rows::{
    ActorRow, EventMore, EventRow, NOBODY, PassageMore, PassageRow, RelationMore, RelationRow,
    SourceRow, VoiceRow, next, set_apart,
};
use crate::story::texts::{DateAt, Piece};
use crate::story::{DrawnAs, ItemKind, SourceIx, Status};

use super::super::decode::{DRAWN_AS, STATUSES};
use super::super::drafts::{Counted, PassageLinks};
use super::super::parts::{is_plain_name, is_safe_url, is_sha256};
use super::cursor::{Fine, Odd};
use super::row::{Met, Row};

impl Row<'_, '_> {
    pub(super) fn source(&mut self, id: Piece) -> Fine<()> {
        let mut row = SourceRow {
            id,
            title: Piece::EMPTY,
            kind: Piece::EMPTY,
            author: Piece::EMPTY,
            publisher: Piece::EMPTY,
            published: DateAt::NONE,
            url: Piece::EMPTY,
            text: Piece::EMPTY,
            sha256: Piece::EMPTY,
            language: Piece::EMPTY,
            notes: Piece::EMPTY,
        };
        let mut met = Met(0);
        while let Some(field) = self.field(met.0 == 0)? {
            let (n, slot) = match field {
                b"title" => (1, &mut row.title),
                b"kind" => {
                    met.once(2)?;
                    row.kind = self.word()?;
                    continue;
                }
                b"author" => {
                    met.once(3)?;
                    row.author = self.word()?;
                    continue;
                }
                b"publisher" => {
                    met.once(4)?;
                    row.publisher = self.word()?;
                    continue;
                }
                b"language" => {
                    met.once(5)?;
                    row.language = self.word()?;
                    continue;
                }
                b"notes" => (6, &mut row.notes),
                b"published" => {
                    met.once(7)?;
                    row.published = self.date()?;
                    continue;
                }
                b"url" => {
                    met.once(8)?;
                    row.url = self.text()?;
                    if !row.url.is_empty() && !is_safe_url(self.drafts.texts.get(row.url)) {
                        return Err(Odd);
                    }
                    continue;
                }
                b"text" => {
                    met.once(9)?;
                    row.text = self.text()?;
                    if !is_plain_name(self.drafts.texts.get(row.text)) {
                        return Err(Odd);
                    }
                    continue;
                }
                b"sha256" => {
                    met.once(10)?;
                    row.sha256 = self.text()?;
                    if !is_sha256(self.drafts.texts.get(row.sha256)) {
                        return Err(Odd);
                    }
                    continue;
                }
                _ => return Err(Odd),
            };
            met.once(n)?;
            *slot = self.text()?;
        }
        if row.title.is_empty() {
            return Err(Odd);
        }
        self.drafts.sources.push(row);
        Ok(())
    }

    pub(super) fn passage(&mut self, id: Piece) -> Fine<()> {
        let (mut quote, mut page) = (Piece::EMPTY, Piece::EMPTY);
        let mut more = PassageMore::default();
        let (mut source, mut said, mut paragraph) = (None, None, 0);
        let mut met = Met(0);
        while let Some(field) = self.field(met.0 == 0)? {
            let (n, slot) = match field {
                b"quote" => (1, &mut quote),
                b"page" => {
                    met.once(2)?;
                    page = self.word()?;
                    continue;
                }
                b"at" => (3, &mut more.at),
                b"prefix" => (4, &mut more.prefix),
                b"suffix" => (5, &mut more.suffix),
                b"translation" => (6, &mut more.translation),
                b"notes" => (7, &mut more.notes),
                b"source" => {
                    met.once(8)?;
                    source = Some(self.id()?);
                    continue;
                }
                b"said_by" => {
                    met.once(9)?;
                    said = Some(self.voice(&mut more.described)?);
                    continue;
                }
                b"paragraph" => {
                    met.once(10)?;
                    paragraph = self.cursor.number()?;
                    if paragraph == 0 {
                        return Err(Odd);
                    }
                    continue;
                }
                b"start" => {
                    met.once(11)?;
                    more.position[0] = self.cursor.number()?;
                    continue;
                }
                b"end" => {
                    met.once(12)?;
                    more.position[1] = self.cursor.number()?;
                    continue;
                }
                _ => return Err(Odd),
            };
            met.once(n)?;
            *slot = self.text()?;
        }
        // What is not a stretch is explained by the patient reader.
        let placed = met.0 & (1 << 11 | 1 << 12) != 0;
        if placed && more.position[0] >= more.position[1] {
            return Err(Odd);
        }
        let (Some(source), Some((said_by, speaker)), false) = (source, said, quote.is_empty())
        else {
            return Err(Odd);
        };
        let all = &mut self.drafts.passages;
        let row = PassageRow {
            id,
            quote,
            source: SourceIx(0),
            paragraph,
            page,
            said_by,
            more: set_apart(&mut all.more, more, more.is_empty()),
        };
        all.rows.push(row);
        self.drafts
            .passage_links
            .push(PassageLinks { source, speaker });
        Ok(())
    }

    fn voice(&mut self, described: &mut Piece) -> Fine<(VoiceRow, Option<Piece>)> {
        match self.cursor.word()? {
            b"Document" => Ok((VoiceRow::Document, None)),
            b"Reporter" => Ok((VoiceRow::Reporter, None)),
            b"OnRecord" => Ok((VoiceRow::OnRecord(NOBODY), self.speaker()?)),
            b"Spokesperson" => Ok((VoiceRow::Spokesperson(NOBODY), self.speaker()?)),
            b"Declined" => Ok((VoiceRow::Declined(NOBODY), self.speaker()?)),
            b"Unnamed" => {
                let (mut count, mut actor) = (0, None);
                self.cursor.blanks()?;
                self.cursor.expect(b'(')?;
                let mut met = Met(0);
                while let Some(field) = self.field(met.0 == 0)? {
                    match field {
                        b"count" => {
                            met.once(1)?;
                            count = self.cursor.number()?;
                            if count == 0 {
                                return Err(Odd);
                            }
                        }
                        b"described" => {
                            met.once(2)?;
                            *described = self.word()?;
                        }
                        b"actor" => {
                            met.once(3)?;
                            actor = Some(self.id()?);
                        }
                        _ => return Err(Odd),
                    }
                }
                let voice = VoiceRow::Unnamed {
                    count,
                    actor: NOBODY,
                };
                Ok((voice, actor))
            }
            _ => Err(Odd),
        }
    }

    pub(super) fn actor(&mut self, id: Piece) -> Fine<()> {
        let all = &self.drafts.actors;
        let mut row = ActorRow {
            id,
            name: Piece::EMPTY,
            kind: Piece::EMPTY,
            summary: Piece::EMPTY,
            place: Piece::EMPTY,
            notes: Piece::EMPTY,
            during: DateAt::NONE,
            aliases: next(&all.aliases),
            part_of: next(&all.part_of),
            tags: next(&all.tags),
            evidence: next(&all.evidence),
            importance: DEFAULT_IMPORTANCE,
        };
        let mut met = Met(0);
        while let Some(field) = self.field(met.0 == 0)? {
            let (n, slot) = match field {
                b"name" => (1, &mut row.name),
                b"kind" => {
                    met.once(2)?;
                    row.kind = self.word()?;
                    continue;
                }
                b"summary" => (3, &mut row.summary),
                b"place" => {
                    met.once(4)?;
                    row.place = self.word()?;
                    continue;
                }
                b"notes" => (5, &mut row.notes),
                b"during" => {
                    met.once(6)?;
                    row.during = self.date()?;
                    continue;
                }
                b"aliases" => {
                    met.once(7)?;
                    self.words(|drafts| &mut drafts.actors.aliases)?;
                    continue;
                }
                b"part_of" => {
                    met.once(8)?;
                    self.wholes()?;
                    continue;
                }
                b"tags" => {
                    met.once(9)?;
                    self.words(|drafts| &mut drafts.actors.tags)?;
                    continue;
                }
                b"importance" => {
                    met.once(10)?;
                    row.importance = self.importance()?;
                    continue;
                }
                b"evidence" => {
                    met.once(11)?;
                    self.evidence(|drafts| &mut drafts.actors.evidence)?;
                    continue;
                }
                _ => return Err(Odd),
            };
            met.once(n)?;
            *slot = self.text()?;
        }
        if row.name.is_empty() {
            return Err(Odd);
        }
        self.drafts.actors.rows.push(row);
        self.name_kind(ItemKind::Actor, row.kind);
        Ok(())
    }

    pub(super) fn event(&mut self, id: Piece) -> Fine<()> {
        let all = &self.drafts.events;
        let first_arrow = next(&all.leads_to);
        let mut row = EventRow {
            id,
            title: Piece::EMPTY,
            summary: Piece::EMPTY,
            kind: Piece::EMPTY,
            place: Piece::EMPTY,
            when: DateAt::NONE,
            participants: next(&all.participants),
            tags: next(&all.tags),
            evidence: next(&all.evidence),
            more: 0,
            status: Status::Attributed,
            status_given: false,
            importance: DEFAULT_IMPORTANCE,
            drawn_as: DrawnAs::Mark,
        };
        let mut more = EventMore::NOTHING;
        let mut counted_from = None;
        let mut met = Met(0);
        while let Some(field) = self.field(met.0 == 0)? {
            let (n, slot) = match field {
                b"title" => (1, &mut row.title),
                b"summary" => (2, &mut row.summary),
                b"kind" => {
                    met.once(3)?;
                    row.kind = self.word()?;
                    continue;
                }
                b"place" => {
                    met.once(4)?;
                    row.place = self.word()?;
                    continue;
                }
                b"notes" => (5, &mut more.notes),
                b"wording" => (6, &mut more.wording),
                b"counted_from" => {
                    met.once(7)?;
                    counted_from = self.basis()?;
                    continue;
                }
                b"when" => {
                    met.once(8)?;
                    row.when = self.date()?;
                    continue;
                }
                b"reported" => {
                    met.once(9)?;
                    more.reported = self.date()?;
                    continue;
                }
                b"participants" => {
                    met.once(10)?;
                    self.pairs(|drafts| &mut drafts.events.participants)?;
                    continue;
                }
                b"leads_to" => {
                    met.once(11)?;
                    self.pairs(|drafts| &mut drafts.events.leads_to)?;
                    continue;
                }
                b"status" => {
                    met.once(12)?;
                    row.status = self.one_of(&STATUSES)?;
                    row.status_given = true;
                    continue;
                }
                b"evidence" => {
                    met.once(13)?;
                    self.evidence(|drafts| &mut drafts.events.evidence)?;
                    continue;
                }
                b"tags" => {
                    met.once(14)?;
                    self.words(|drafts| &mut drafts.events.tags)?;
                    continue;
                }
                b"importance" => {
                    met.once(15)?;
                    row.importance = self.importance()?;
                    continue;
                }
                b"drawn_as" => {
                    met.once(16)?;
                    row.drawn_as = self.one_of(&DRAWN_AS)?;
                    continue;
                }
                _ => return Err(Odd),
            };
            met.once(n)?;
            *slot = self.text()?;
        }
        if row.title.is_empty() {
            return Err(Odd);
        }
        let drafts = &mut *self.drafts;
        let all = &mut drafts.events;
        more.leads_to = [first_arrow, next(&all.leads_to)];
        let is_quiet = more.is_empty() && counted_from.is_none();
        row.more = set_apart(&mut all.more, more, is_quiet);
        if let Some(from) = counted_from {
            drafts.events_counted.push(Counted {
                record: next(&all.rows),
                from,
            });
        }
        all.rows.push(row);
        self.name_kind(ItemKind::Event, row.kind);
        Ok(())
    }

    pub(super) fn relation(&mut self, id: Piece) -> Fine<()> {
        let all = &self.drafts.relations;
        let mut row = RelationRow {
            id,
            kind: Piece::EMPTY,
            summary: Piece::EMPTY,
            from: NOBODY,
            to: NOBODY,
            during: DateAt::NONE,
            tags: next(&all.tags),
            evidence: next(&all.evidence),
            more: 0,
            directed: true,
            status: Status::Attributed,
            status_given: false,
            importance: DEFAULT_IMPORTANCE,
        };
        let mut more = RelationMore::default();
        let (mut from, mut to, mut counted_from) = (None, None, None);
        let mut met = Met(0);
        while let Some(field) = self.field(met.0 == 0)? {
            let (n, slot) = match field {
                b"from" => {
                    met.once(1)?;
                    from = Some(self.id()?);
                    continue;
                }
                b"to" => {
                    met.once(2)?;
                    to = Some(self.id()?);
                    continue;
                }
                b"kind" => {
                    met.once(3)?;
                    row.kind = self.word()?;
                    continue;
                }
                b"summary" => (4, &mut row.summary),
                b"notes" => (5, &mut more.notes),
                b"wording" => (6, &mut more.wording),
                b"counted_from" => {
                    met.once(7)?;
                    counted_from = self.basis()?;
                    continue;
                }
                b"during" => {
                    met.once(8)?;
                    row.during = self.date()?;
                    continue;
                }
                b"directed" => {
                    met.once(9)?;
                    row.directed = self.one_of(&[("true", true), ("false", false)])?;
                    continue;
                }
                b"status" => {
                    met.once(10)?;
                    row.status = self.one_of(&STATUSES)?;
                    row.status_given = true;
                    continue;
                }
                b"evidence" => {
                    met.once(11)?;
                    self.evidence(|drafts| &mut drafts.relations.evidence)?;
                    continue;
                }
                b"tags" => {
                    met.once(12)?;
                    self.words(|drafts| &mut drafts.relations.tags)?;
                    continue;
                }
                b"importance" => {
                    met.once(13)?;
                    row.importance = self.importance()?;
                    continue;
                }
                _ => return Err(Odd),
            };
            met.once(n)?;
            *slot = self.text()?;
        }
        let (Some(from), Some(to), false) = (from, to, row.kind.is_empty()) else {
            return Err(Odd);
        };
        let drafts = &mut *self.drafts;
        let all = &mut drafts.relations;
        let is_quiet = more.is_empty() && counted_from.is_none();
        row.more = set_apart(&mut all.more, more, is_quiet);
        if let Some(from) = counted_from {
            drafts.relations_counted.push(Counted {
                record: next(&all.rows),
                from,
            });
        }
        all.rows.push(row);
        drafts.relation_ends.push([from, to]);
        Ok(())
    }
}
