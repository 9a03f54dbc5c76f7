//! The story: its records as columns, asked for one by one.

use super::accepted::Accepted;
use super::id::{ActorIx, EventIx, Item, ItemId, ItemKind, PassageIx, RelationIx, SourceIx};
use super::kind::DeclaredKind;
use super::list::{List, Listed};
use super::model::{Actor, Basis, Dating, Event, Passage, Relation, Source, Voice};
use super::rows::{
    Actors, BasisRow, EventMore, Events, NOBODY, Passages, Relations, SourceRow, VoiceRow, part,
};
use super::step::Step;
use super::texts::{Dates, Finder, Texts};
use super::versions::Versions;

/// Everything in one story file, checked and resolved. Immutable once made; share it by `Arc`.
///
/// Records stand in the order of the file, which means nothing: what is shown never depends on it.
/// They are held as columns and asked for one by one: an [`Event`] is made
/// of borrowed parts, costs nothing to copy, and looks up only what is used of it.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// The story's title.
    pub title: String,
    /// What the story is about, in a few sentences.
    pub summary: String,
    /// The language of the author's text, as a BCP 47 tag; empty where none is given.
    pub language: String,
    /// Kinds of actors that the author declared or restyled.
    pub actor_kinds: Vec<DeclaredKind>,
    /// Kinds of events that the author declared or restyled.
    pub event_kinds: Vec<DeclaredKind>,
    /// Kinds of relations that the author declared or restyled.
    pub relation_kinds: Vec<DeclaredKind>,
    /// The steps in which the story is told, in their order.
    pub steps: Vec<Step>,
    pub(crate) texts: Texts,
    pub(crate) dates: Dates,
    pub(crate) sources: Vec<SourceRow>,
    pub(crate) passages: Passages,
    pub(crate) actors: Actors,
    pub(crate) events: Events,
    pub(crate) relations: Relations,
    pub(crate) finders: Finders,
    /// By item.
    pub(crate) accepted: Vec<Accepted>,
    pub(crate) versions: Versions,
}

/// Finds records by their ids.
#[derive(Clone, Debug, Default)]
pub(crate) struct Finders {
    pub sources: Finder,
    pub passages: Finder,
    pub actors: Finder,
    pub events: Finder,
    pub relations: Finder,
}

/// A finder of `ids`; where two are alike, the first counts.
pub(crate) fn finder_of<'a>(count: usize, id_of: impl Fn(u32) -> &'a str) -> Finder {
    let mut finder = Finder::with_capacity(count);
    for n in 0..u32::try_from(count).unwrap_or(u32::MAX) {
        finder.add(id_of(n), n, &id_of);
    }
    finder
}

impl PartialEq for Story {
    /// Whether both say the same in the same order, wherever their texts stand.
    fn eq(&self, other: &Self) -> bool {
        self.title == other.title
            && self.summary == other.summary
            && self.language == other.language
            && self.actor_kinds == other.actor_kinds
            && self.event_kinds == other.event_kinds
            && self.relation_kinds == other.relation_kinds
            && self.steps == other.steps
            && self.sources().eq(other.sources())
            && self.passages().eq(other.passages())
            && self.actors().eq(other.actors())
            && self.events().eq(other.events())
            && self.relations().eq(other.relations())
            && self.accepted == other.accepted
            && self.versions == other.versions
    }
}

impl Story {
    /// The source at `ix`, which this story resolved.
    #[must_use]
    #[inline]
    pub fn source(&self, ix: SourceIx) -> Source<'_> {
        let row = &self.sources[ix.index()];
        let text = |piece| self.texts.get(piece);
        Source {
            id: text(row.id),
            title: text(row.title),
            kind: text(row.kind),
            author: text(row.author),
            publisher: text(row.publisher),
            published: self.dates.get(row.published),
            url: text(row.url),
            text: (!row.text.is_empty()).then(|| text(row.text)),
            sha256: text(row.sha256),
            language: text(row.language),
            notes: text(row.notes),
        }
    }

    /// The passage at `ix`, which this story resolved.
    #[must_use]
    #[inline]
    pub fn passage(&self, ix: PassageIx) -> Passage<'_> {
        let row = &self.passages.rows[ix.index()];
        let more = self.passages.more.get(row.more as usize);
        let more = more.copied().unwrap_or_default();
        let text = |piece| self.texts.get(piece);
        Passage {
            id: text(row.id),
            source: row.source,
            quote: text(row.quote),
            said_by: match row.said_by {
                VoiceRow::OnRecord(actor) => Voice::OnRecord(actor),
                VoiceRow::Spokesperson(actor) => Voice::Spokesperson(actor),
                VoiceRow::Declined(actor) => Voice::Declined(actor),
                VoiceRow::Unnamed { count, actor } => Voice::Unnamed {
                    count: (count > 0).then_some(count),
                    described: text(more.described),
                    actor: (actor != NOBODY).then_some(actor),
                },
                VoiceRow::Document => Voice::Document,
                VoiceRow::Reporter => Voice::Reporter,
            },
            paragraph: (row.paragraph > 0).then_some(row.paragraph),
            page: text(row.page),
            at: text(more.at),
            prefix: text(more.prefix),
            suffix: text(more.suffix),
            position: (more.position != [0, 0]).then_some(more.position),
            translation: text(more.translation),
            notes: text(more.notes),
        }
    }

    /// The actor at `ix`, which this story resolved.
    #[must_use]
    #[inline]
    pub fn actor(&self, ix: ActorIx) -> Actor<'_> {
        let all = &self.actors;
        let row = &all.rows[ix.index()];
        let next = all.rows.get(ix.index() + 1);
        let text = |piece| self.texts.get(piece);
        Actor {
            id: text(row.id),
            name: text(row.name),
            kind: text(row.kind),
            aliases: self.list(part(&all.aliases, row.aliases, next.map(|row| row.aliases))),
            summary: text(row.summary),
            part_of: part(&all.part_of, row.part_of, next.map(|row| row.part_of)),
            during: self.dates.get(row.during),
            place: text(row.place),
            tags: self.list(part(&all.tags, row.tags, next.map(|row| row.tags))),
            importance: row.importance,
            notes: text(row.notes),
            evidence: part(&all.evidence, row.evidence, next.map(|row| row.evidence)),
        }
    }

    /// The event at `ix`, which this story resolved.
    #[must_use]
    #[inline]
    pub fn event(&self, ix: EventIx) -> Event<'_> {
        let all = &self.events;
        let row = &all.rows[ix.index()];
        let next = all.rows.get(ix.index() + 1);
        let more = all.more.get(row.more as usize);
        let more = more.copied().unwrap_or(EventMore::NOTHING);
        let text = |piece| self.texts.get(piece);
        let participants = part(
            &all.participants,
            row.participants,
            next.map(|row| row.participants),
        );
        let [first, end] = more.leads_to;
        Event {
            id: text(row.id),
            title: text(row.title),
            summary: text(row.summary),
            kind: text(row.kind),
            when: Dating {
                date: self.dates.get(row.when),
                wording: text(more.wording),
                counted_from: self.basis(more.counted_from),
            },
            reported: self.dates.get(more.reported),
            drawn_as: row.drawn_as,
            participants: self.list(participants),
            leads_to: self.list(part(&all.leads_to, first, Some(end))),
            place: text(row.place),
            status: row.status,
            status_given: row.status_given,
            evidence: part(&all.evidence, row.evidence, next.map(|row| row.evidence)),
            tags: self.list(part(&all.tags, row.tags, next.map(|row| row.tags))),
            importance: row.importance,
            notes: text(more.notes),
        }
    }

    /// The relation at `ix`, which this story resolved.
    #[must_use]
    #[inline]
    pub fn relation(&self, ix: RelationIx) -> Relation<'_> {
        let all = &self.relations;
        let row = &all.rows[ix.index()];
        let next = all.rows.get(ix.index() + 1);
        let more = all.more.get(row.more as usize);
        let more = more.copied().unwrap_or_default();
        let text = |piece| self.texts.get(piece);
        Relation {
            id: text(row.id),
            from: row.from,
            to: row.to,
            kind: text(row.kind),
            summary: text(row.summary),
            directed: row.directed,
            during: Dating {
                date: self.dates.get(row.during),
                wording: text(more.wording),
                counted_from: self.basis(more.counted_from),
            },
            status: row.status,
            status_given: row.status_given,
            evidence: part(&all.evidence, row.evidence, next.map(|row| row.evidence)),
            tags: self.list(part(&all.tags, row.tags, next.map(|row| row.tags))),
            importance: row.importance,
            notes: text(more.notes),
        }
    }

    fn list<'s, R: Listed>(&'s self, rows: &'s [R]) -> List<'s, R> {
        List::new(&self.texts, rows)
    }

    fn basis(&self, row: Option<BasisRow>) -> Option<Basis<'_>> {
        Some(match row? {
            BasisRow::Source(ix) => Basis::Source(ix),
            BasisRow::Event(ix) => Basis::Event(ix),
            BasisRow::Date(at) => Basis::Date(self.dates.get(at)?),
        })
    }

    /// The id of `item`, for what must outlive this story.
    #[must_use]
    pub fn id_of(&self, item: Item) -> ItemId {
        let id = match item {
            Item::Event(ix) => self.event(ix).id,
            Item::Actor(ix) => self.actor(ix).id,
            Item::Relation(ix) => self.relation(ix).id,
            Item::Passage(ix) => self.passage(ix).id,
            Item::Source(ix) => self.source(ix).id,
        };
        ItemId::new(item.kind(), id)
    }

    /// The item that `id` names among the records of `kind`.
    #[must_use]
    pub fn find(&self, kind: ItemKind, id: &str) -> Option<Item> {
        let text = |piece| self.texts.get(piece);
        let all = &self.finders;
        Some(match kind {
            ItemKind::Event => {
                let id_of = |n: u32| text(self.events.rows[n as usize].id);
                Item::Event(EventIx(all.events.find(id, id_of)?))
            }
            ItemKind::Actor => {
                let id_of = |n: u32| text(self.actors.rows[n as usize].id);
                Item::Actor(ActorIx(all.actors.find(id, id_of)?))
            }
            ItemKind::Relation => {
                let id_of = |n: u32| text(self.relations.rows[n as usize].id);
                Item::Relation(RelationIx(all.relations.find(id, id_of)?))
            }
            ItemKind::Passage => {
                let id_of = |n: u32| text(self.passages.rows[n as usize].id);
                Item::Passage(PassageIx(all.passages.find(id, id_of)?))
            }
            ItemKind::Source => {
                let id_of = |n: u32| text(self.sources[n as usize].id);
                Item::Source(SourceIx(all.sources.find(id, id_of)?))
            }
        })
    }

    /// Makes the look-ups of a story whose records are all there.
    pub(crate) fn complete(&mut self) {
        let text = |piece| self.texts.get(piece);
        let (sources, passages) = (&self.sources, &self.passages.rows);
        let (actors, events) = (&self.actors.rows, &self.events.rows);
        self.finders = Finders {
            sources: finder_of(sources.len(), |n| text(sources[n as usize].id)),
            passages: finder_of(passages.len(), |n| text(passages[n as usize].id)),
            actors: finder_of(actors.len(), |n| text(actors[n as usize].id)),
            events: finder_of(events.len(), |n| text(events[n as usize].id)),
            relations: Finder::default(),
        };
        self.find_relations();
        self.dates.seal();
    }

    /// Makes the look-up of passages.
    pub(crate) fn find_passages(&mut self) {
        let passages = &self.passages.rows;
        let id_of = |n: u32| self.texts.get(passages[n as usize].id);
        self.finders.passages = finder_of(passages.len(), id_of);
    }

    /// Makes the look-up of relations.
    pub(crate) fn find_relations(&mut self) {
        let relations = &self.relations.rows;
        let id_of = |n: u32| self.texts.get(relations[n as usize].id);
        self.finders.relations = finder_of(relations.len(), id_of);
    }

    /// Every actor, in the order of the file.
    #[must_use]
    pub fn actors(&self) -> impl ExactSizeIterator<Item = Actor<'_>> + DoubleEndedIterator + Clone {
        (0..self.actors.rows.len()).map(|n| self.actor(ActorIx::at(n)))
    }

    /// Every actor with its index.
    #[must_use]
    pub fn actors_with_ix(&self) -> impl ExactSizeIterator<Item = (ActorIx, Actor<'_>)> + Clone {
        (0..self.actors.rows.len()).map(|n| (ActorIx::at(n), self.actor(ActorIx::at(n))))
    }

    /// Every event, in the order of the file.
    #[must_use]
    pub fn events(&self) -> impl ExactSizeIterator<Item = Event<'_>> + DoubleEndedIterator + Clone {
        (0..self.events.rows.len()).map(|n| self.event(EventIx::at(n)))
    }

    /// Every event with its index.
    #[must_use]
    pub fn events_with_ix(&self) -> impl ExactSizeIterator<Item = (EventIx, Event<'_>)> + Clone {
        (0..self.events.rows.len()).map(|n| (EventIx::at(n), self.event(EventIx::at(n))))
    }

    /// Every relation, in the order of the file.
    #[must_use]
    pub fn relations(
        &self,
    ) -> impl ExactSizeIterator<Item = Relation<'_>> + DoubleEndedIterator + Clone {
        (0..self.relations.rows.len()).map(|n| self.relation(RelationIx::at(n)))
    }

    /// Every relation with its index.
    #[must_use]
    pub fn relations_with_ix(
        &self,
    ) -> impl ExactSizeIterator<Item = (RelationIx, Relation<'_>)> + Clone {
        (0..self.relations.rows.len())
            .map(|n| (RelationIx::at(n), self.relation(RelationIx::at(n))))
    }

    /// Every passage, in the order of the file.
    #[must_use]
    pub fn passages(
        &self,
    ) -> impl ExactSizeIterator<Item = Passage<'_>> + DoubleEndedIterator + Clone {
        (0..self.passages.rows.len()).map(|n| self.passage(PassageIx::at(n)))
    }

    /// Every passage with its index.
    #[must_use]
    pub fn passages_with_ix(
        &self,
    ) -> impl ExactSizeIterator<Item = (PassageIx, Passage<'_>)> + Clone {
        (0..self.passages.rows.len()).map(|n| (PassageIx::at(n), self.passage(PassageIx::at(n))))
    }

    /// Every source, in the order of the file.
    #[must_use]
    pub fn sources(
        &self,
    ) -> impl ExactSizeIterator<Item = Source<'_>> + DoubleEndedIterator + Clone {
        (0..self.sources.len()).map(|n| self.source(SourceIx::at(n)))
    }

    /// Every source with its index.
    #[must_use]
    pub fn sources_with_ix(&self) -> impl ExactSizeIterator<Item = (SourceIx, Source<'_>)> + Clone {
        (0..self.sources.len()).map(|n| (SourceIx::at(n), self.source(SourceIx::at(n))))
    }
}
