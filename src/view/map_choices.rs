//! How the map is laid out, sized and grouped.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::language::say;

/// Where actors are put by hand, by id, in the map's own units.
pub type Pins = BTreeMap<String, [f32; 2]>;

/// What decides where the actors lie.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ArrangeBy {
    /// How many relations lie between them.
    #[default]
    Distances,
    /// Who belongs together.
    Communities,
    /// Rings round these actors, by id; round the one with the most ties where there are none.
    Rings(Vec<String>),
    /// The direction of relations of this kind, or of all kinds: from left to right.
    Layers(Option<String>),
    /// The kind of actor: a column for each.
    Columns,
}

impl ArrangeBy {
    /// Whether actors lie freely, so that where they lay before tells where to begin.
    #[must_use]
    pub const fn is_free(&self) -> bool {
        matches!(self, Self::Distances | Self::Communities)
    }
}

/// What the size of an actor's mark tells.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum SizeBy {
    /// Its relations, its events, and how important the author holds it.
    #[default]
    Ties,
    /// Its relations.
    Relations,
    /// Its events.
    Events,
    /// The passages that it and its relations rest on.
    Evidence,
    /// Nothing: all are alike.
    Nothing,
}

impl SizeBy {
    /// Every measure, in the order of menus.
    pub const ALL: [Self; 5] = [
        Self::Ties,
        Self::Relations,
        Self::Events,
        Self::Evidence,
        Self::Nothing,
    ];

    /// What menus call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ties => say!("size-by-ties"),
            Self::Relations => say!("size-by-relations"),
            Self::Events => say!("size-by-events"),
            Self::Evidence => say!("size-by-passages"),
            Self::Nothing => say!("size-by-nothing"),
        }
    }
}

/// What gathers actors into groups.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum GroupBy {
    /// Nothing.
    #[default]
    Nothing,
    /// The larger actor that they are part of.
    Whole,
    /// Their kind.
    Kind,
    /// Where they sit: a place, or the country that they are part of.
    Place,
}

impl GroupBy {
    /// Every way to gather actors, in the order of menus.
    pub const ALL: [Self; 4] = [Self::Nothing, Self::Whole, Self::Kind, Self::Place];

    /// What menus call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => say!("group-by-nothing"),
            Self::Whole => say!("group-by-whole"),
            Self::Kind => say!("group-by-kind"),
            Self::Place => say!("group-by-place"),
        }
    }
}

/// How the map is laid out, sized and grouped, and what it shows besides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MapChoices {
    /// What decides where the actors lie.
    pub arrange: ArrangeBy,
    /// What the size of an actor tells.
    pub size: SizeBy,
    /// What gathers actors into groups.
    pub group: GroupBy,
    /// Groups that are drawn as one mark, by the names under which they are kept.
    pub collapsed: BTreeSet<String>,
    /// Whether lines join who took part in the same events.
    pub meetings: bool,
    /// Whether actors that lie too close to be told apart are drawn as one mark.
    pub folds: bool,
    /// Whether an inset shows the whole map where only a part is in sight.
    pub inset: bool,
    /// Actors that were put somewhere by hand in arrangements that are not shown.
    pub other_pins: BTreeMap<ArrangeBy, Pins>,
}

impl Default for MapChoices {
    fn default() -> Self {
        Self {
            arrange: ArrangeBy::default(),
            size: SizeBy::default(),
            group: GroupBy::default(),
            collapsed: BTreeSet::new(),
            meetings: false,
            folds: true,
            inset: true,
            other_pins: BTreeMap::new(),
        }
    }
}
