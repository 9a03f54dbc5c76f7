//! Identifiers: the author's short strings, and the dense indexes they resolve to.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::language::say;

/// An id as the author wrote it, unique among the records of one kind.
pub type Id = Arc<str>;

macro_rules! dense_index {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in the story's list of such records.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// The index of the record at `position`; stories hold fewer than 2³² records of a kind.
            #[must_use]
            pub fn at(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }
        }
    )*};
}

dense_index! {
    /// The position of an actor in [`Story::actors`](super::Story::actors).
    ActorIx;
    /// The position of an event in [`Story::events`](super::Story::events).
    EventIx;
    /// The position of a relation in [`Story::relations`](super::Story::relations).
    RelationIx;
    /// The position of a passage in [`Story::passages`](super::Story::passages).
    PassageIx;
    /// The position of a source in [`Story::sources`](super::Story::sources).
    SourceIx;
}

/// What can be selected, hovered, drawn and asked about, in the story it was resolved against.
///
/// An `Item` is a dense index: it is cheap to carry on every mark but means nothing beside another
/// story. What outlives a reload is an [`ItemId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Item {
    /// An event.
    Event(EventIx),
    /// An actor.
    Actor(ActorIx),
    /// A relation.
    Relation(RelationIx),
    /// A passage.
    Passage(PassageIx),
    /// A source.
    Source(SourceIx),
}

impl Item {
    /// Which kind of record this is.
    #[must_use]
    pub fn kind(self) -> ItemKind {
        match self {
            Self::Event(_) => ItemKind::Event,
            Self::Actor(_) => ItemKind::Actor,
            Self::Relation(_) => ItemKind::Relation,
            Self::Passage(_) => ItemKind::Passage,
            Self::Source(_) => ItemKind::Source,
        }
    }
}

/// The five kinds of record that a story holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemKind {
    /// Something that happened.
    Event,
    /// A person, company, agency, country or group.
    Actor,
    /// A connection between two actors.
    Relation,
    /// A verbatim quotation.
    Passage,
    /// A document.
    Source,
}

impl ItemKind {
    /// Every kind, in the order in which a story file lists them to a reader.
    pub const ALL: [Self; 5] = [
        Self::Event,
        Self::Actor,
        Self::Relation,
        Self::Passage,
        Self::Source,
    ];

    /// The word for one such record, as in `event/letter`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Actor => "actor",
            Self::Relation => "relation",
            Self::Passage => "passage",
            Self::Source => "source",
        }
    }
}

/// A record's kind and id, written `event/letter`: what a view remembers and a figure carries.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemId {
    /// The kind of record.
    pub kind: ItemKind,
    /// Its id among the records of that kind.
    pub id: Id,
}

impl ItemId {
    /// Names the record `id` of kind `kind`.
    pub fn new(kind: ItemKind, id: impl Into<Id>) -> Self {
        Self {
            kind,
            id: id.into(),
        }
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind.word(), self.id)
    }
}

/// Why a string names no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemIdError(pub String);

impl fmt::Display for ItemIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say!("story-no-item", text = self.0))
    }
}

impl std::error::Error for ItemIdError {}

impl FromStr for ItemId {
    type Err = ItemIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || ItemIdError(text.to_owned());
        let (word, id) = text.split_once('/').ok_or_else(unknown)?;
        let kind = ItemKind::ALL
            .into_iter()
            .find(|kind| kind.word() == word)
            .ok_or_else(unknown)?;
        if id.is_empty() {
            Err(unknown())
        } else {
            Ok(Self::new(kind, id))
        }
    }
}

impl Serialize for ItemId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ItemId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_id_reads_back_what_it_prints() {
        let id = ItemId::new(ItemKind::Relation, "a/b c");
        assert_eq!(id.to_string(), "relation/a/b c");
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn a_word_that_is_no_kind_is_refused() {
        assert!("person/huawei".parse::<ItemId>().is_err());
        assert!("event/".parse::<ItemId>().is_err());
        assert!("event".parse::<ItemId>().is_err());
    }
}
