//! Which views stand in the window, and where.

use serde::{Deserialize, Serialize};

/// A view that can stand in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    /// When.
    Timeline,
    /// Who.
    Map,
    /// The ledger: every claim as a line of a table.
    Claims,
    /// Two actors side by side.
    Pair,
}

/// How a second view stands to the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Second {
    /// Below it.
    Below(Pane),
    /// To its right.
    Beside(Pane),
}

impl Second {
    /// The view that is the second.
    #[must_use]
    pub fn pane(self) -> Pane {
        match self {
            Self::Below(pane) | Self::Beside(pane) => pane,
        }
    }

    /// Another view in its place.
    #[must_use]
    pub fn showing(self, pane: Pane) -> Self {
        match self {
            Self::Below(_) => Self::Below(pane),
            Self::Beside(_) => Self::Beside(pane),
        }
    }
}

/// Which views stand in the window, and where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Panes {
    /// The timeline with the map below it.
    #[default]
    TimelineOverMap,
    /// The timeline with the map to its right.
    TimelineBesideMap,
    /// The timeline alone.
    Timeline,
    /// The map alone.
    Map,
    /// The timeline with the ledger below it.
    TimelineOverClaims,
    /// The map with the ledger to its right.
    MapBesideClaims,
}

impl Panes {
    /// The view that is always there, and the second one.
    #[must_use]
    pub fn shown(self) -> (Pane, Option<Second>) {
        match self {
            Self::TimelineOverMap => (Pane::Timeline, Some(Second::Below(Pane::Map))),
            Self::TimelineBesideMap => (Pane::Timeline, Some(Second::Beside(Pane::Map))),
            Self::Timeline => (Pane::Timeline, None),
            Self::Map => (Pane::Map, None),
            Self::TimelineOverClaims => (Pane::Timeline, Some(Second::Below(Pane::Claims))),
            Self::MapBesideClaims => (Pane::Map, Some(Second::Beside(Pane::Claims))),
        }
    }

    /// Whether `pane` is among them.
    #[must_use]
    pub fn show(self, pane: Pane) -> bool {
        let (first, second) = self.shown();
        first == pane || second.map(Second::pane) == Some(pane)
    }
}
