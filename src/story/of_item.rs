//! What items of several kinds have: looked up alone, where a million are asked for one thing.

use super::id::{ActorIx, Item, PassageIx};
use super::list::List;
use super::model::{Evidence, Status};
use super::rows::{NOBODY, VoiceRow, part};
use super::texts::{DateAt, Piece};
use super::whole::Story;

impl Story {
    /// The word for the kind of an event, a relation or an actor; none of others.
    #[must_use]
    #[inline]
    pub fn kind_of(&self, item: Item) -> Option<&str> {
        let kind = match item {
            Item::Event(ix) => self.events.rows[ix.index()].kind,
            Item::Relation(ix) => self.relations.rows[ix.index()].kind,
            Item::Actor(ix) => self.actors.rows[ix.index()].kind,
            Item::Passage(_) | Item::Source(_) => return None,
        };
        Some(self.texts.get(kind))
    }

    /// The tags of an event, a relation or an actor; none of others.
    #[must_use]
    #[inline]
    pub fn tags_of(&self, item: Item) -> List<'_, Piece> {
        let tags: &[Piece] = match item {
            Item::Event(ix) => {
                let all = &self.events;
                let next = all.rows.get(ix.index() + 1).map(|row| row.tags);
                part(&all.tags, all.rows[ix.index()].tags, next)
            }
            Item::Relation(ix) => {
                let all = &self.relations;
                let next = all.rows.get(ix.index() + 1).map(|row| row.tags);
                part(&all.tags, all.rows[ix.index()].tags, next)
            }
            Item::Actor(ix) => {
                let all = &self.actors;
                let next = all.rows.get(ix.index() + 1).map(|row| row.tags);
                part(&all.tags, all.rows[ix.index()].tags, next)
            }
            Item::Passage(_) | Item::Source(_) => &[],
        };
        List::new(&self.texts, tags)
    }

    /// Where an event happened or an actor is; empty where that is not said, and for others.
    #[must_use]
    #[inline]
    pub fn place_of(&self, item: Item) -> &str {
        let place = match item {
            Item::Event(ix) => self.events.rows[ix.index()].place,
            Item::Actor(ix) => self.actors.rows[ix.index()].place,
            Item::Relation(_) | Item::Passage(_) | Item::Source(_) => Piece::EMPTY,
        };
        self.texts.get(place)
    }

    /// Which of the story's dates says when an event happened, or a relation or an actor lasted.
    #[inline]
    pub(crate) fn date_of(&self, item: Item) -> DateAt {
        match item {
            Item::Event(ix) => self.events.rows[ix.index()].when,
            Item::Relation(ix) => self.relations.rows[ix.index()].during,
            Item::Actor(ix) => self.actors.rows[ix.index()].during,
            Item::Passage(_) | Item::Source(_) => DateAt::NONE,
        }
    }

    /// How sure a claim is: an event's or a relation's status; none of others.
    #[must_use]
    #[inline]
    pub fn status_of(&self, item: Item) -> Option<Status> {
        match item {
            Item::Event(ix) => Some(self.events.rows[ix.index()].status),
            Item::Relation(ix) => Some(self.relations.rows[ix.index()].status),
            Item::Actor(_) | Item::Passage(_) | Item::Source(_) => None,
        }
    }

    /// How important an event, a relation or an actor is, from 1 to 5; 0 of others.
    #[must_use]
    #[inline]
    pub fn importance_of(&self, item: Item) -> u8 {
        match item {
            Item::Event(ix) => self.events.rows[ix.index()].importance,
            Item::Relation(ix) => self.relations.rows[ix.index()].importance,
            Item::Actor(ix) => self.actors.rows[ix.index()].importance,
            Item::Passage(_) | Item::Source(_) => 0,
        }
    }

    /// What `item` says of itself rests on: an event's, a relation's or an actor's evidence; nothing of others.
    #[must_use]
    #[inline]
    pub fn evidence_of(&self, item: Item) -> &[Evidence] {
        match item {
            Item::Event(ix) => self.events.evidence_of(ix.index()),
            Item::Relation(ix) => {
                let all = &self.relations;
                let next = all.rows.get(ix.index() + 1).map(|row| row.evidence);
                part(&all.evidence, all.rows[ix.index()].evidence, next)
            }
            Item::Actor(ix) => {
                let all = &self.actors;
                let next = all.rows.get(ix.index() + 1).map(|row| row.evidence);
                part(&all.evidence, all.rows[ix.index()].evidence, next)
            }
            Item::Passage(_) | Item::Source(_) => &[],
        }
    }

    /// The actor who speaks in a passage, whom somebody speaks for, who declined to, or who stands for unnamed people; none
    /// where there is none.
    #[must_use]
    #[inline]
    pub fn speaker_of(&self, passage: PassageIx) -> Option<ActorIx> {
        match self.passages.rows[passage.index()].said_by {
            VoiceRow::OnRecord(actor)
            | VoiceRow::Spokesperson(actor)
            | VoiceRow::Declined(actor)
            | VoiceRow::Unnamed { actor, .. } => (actor != NOBODY).then_some(actor),
            VoiceRow::Document | VoiceRow::Reporter => None,
        }
    }
}
