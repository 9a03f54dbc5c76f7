//! The steps in which a story is told: what is shown one after the other, each with its words.

use super::date::Date;
use super::id::{ActorIx, Item};

/// The most steps of a story.
pub const MOST_STEPS: usize = 200;
/// The most items that a step selects.
pub const MOST_SELECTED: usize = 100;
/// The most letters of a step's title.
pub const LONGEST_TITLE: usize = 200;
/// The most letters of a step's caption.
pub const LONGEST_CAPTION: usize = 2000;
/// The most letters of a step's filter.
pub const LONGEST_FILTER: usize = 1000;
/// The most steps around what is in focus.
pub const MOST_HOPS: u8 = 9;

/// A step: what is shown, and what is said of it. What it leaves out is as when the story is opened, so that
/// each step is whole by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// What it is called.
    pub title: String,
    /// What is said of what it shows, in a few sentences.
    pub caption: String,
    /// The date with which the timeline begins; one that has a first day.
    pub from: Option<Date>,
    /// The date with which it ends; one that has a last day.
    pub to: Option<Date>,
    /// The date that the map is shown as of; one that has a last day.
    pub as_of: Option<Date>,
    /// What is selected, each once; the last is what the details show.
    pub select: Vec<Item>,
    /// The actor round which the map is shown; none is what is selected.
    pub focus: Option<ActorIx>,
    /// How many steps round it, 1 to 9; none is one round an actor in focus, and else the whole map.
    pub hops: Option<u8>,
    /// What the story is filtered by, as it was written; empty shows everything.
    pub filter: String,
    /// What parts the timeline into lanes.
    pub lanes: Option<StepLanes>,
    /// Which views show.
    pub show: Shown,
}

/// What parts a step's timeline into lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is what its word says")]
pub enum StepLanes {
    None,
    ActorKind,
    EventKind,
    Actor,
    Status,
    Tag,
    Place,
    Source,
}

impl StepLanes {
    /// Each with its word in story files.
    pub const NAMED: [(&'static str, Self); 8] = [
        ("kind", Self::ActorKind),
        ("actor", Self::Actor),
        ("event-kind", Self::EventKind),
        ("tag", Self::Tag),
        ("place", Self::Place),
        ("source", Self::Source),
        ("status", Self::Status),
        ("none", Self::None),
    ];

    /// Its word in story files.
    #[must_use]
    pub fn word(self) -> &'static str {
        word(&Self::NAMED, self)
    }
}

/// Which views a step shows.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Shown {
    /// Timeline and map.
    #[default]
    Both,
    /// The timeline alone.
    Timeline,
    /// The map alone.
    Map,
}

impl Shown {
    /// Each with its word in story files.
    pub const NAMED: [(&'static str, Self); 3] = [
        ("both", Self::Both),
        ("timeline", Self::Timeline),
        ("map", Self::Map),
    ];

    /// Its word in story files.
    #[must_use]
    pub fn word(self) -> &'static str {
        word(&Self::NAMED, self)
    }

    /// Whether the timeline shows.
    #[must_use]
    pub fn timeline(self) -> bool {
        self != Self::Map
    }

    /// Whether the map shows.
    #[must_use]
    pub fn map(self) -> bool {
        self != Self::Timeline
    }
}

fn word<T: Copy + PartialEq>(named: &[(&'static str, T)], wanted: T) -> &'static str {
    let found = named.iter().find(|(_, one)| *one == wanted);
    found.map_or("", |(word, _)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_has_a_word_of_its_own() {
        for (word, lanes) in StepLanes::NAMED {
            assert_eq!(lanes.word(), word);
        }
        for (word, shown) in Shown::NAMED {
            assert_eq!(shown.word(), word);
        }
    }
}
