//! Warnings that the author has looked into and lets stand, each with the reason.

use super::id::{Item, ItemKind};
use super::whole::Story;

/// The warnings about evidence that an author may let stand of a record of this kind, by their codes.
#[must_use]
pub fn acceptable(kind: ItemKind) -> &'static [&'static str] {
    match kind {
        ItemKind::Event | ItemKind::Relation => &["no-evidence", "one-source", "unnamed-alone"],
        ItemKind::Passage => &[
            "quote-drifted",
            "quote-moved",
            "quote-ambiguous",
            "quote-not-found",
        ],
        ItemKind::Source => &["source-unread", "source-changed"],
        ItemKind::Actor => &[],
    }
}

/// A warning that the author lets stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Accepted {
    /// What the warning is about.
    pub item: Item,
    /// The warning's code.
    pub warning: Box<str>,
    /// Why it may stand, in the author's words.
    pub reason: Box<str>,
}

impl Story {
    /// Why a warning about `item` may stand; none where the author has not said so.
    #[must_use]
    pub fn accepts(&self, item: Item, warning: &str) -> Option<&str> {
        let mut of_item = self.accepted_of(item).iter();
        let found = of_item.find(|accepted| &*accepted.warning == warning)?;
        Some(&found.reason)
    }

    /// The warnings about `item` that may stand.
    #[must_use]
    pub fn accepted_of(&self, item: Item) -> &[Accepted] {
        let first = self.accepted.partition_point(|held| held.item < item);
        let rest = self.accepted.get(first..).unwrap_or_default();
        let count = rest.partition_point(|held| held.item == item);
        &rest[..count]
    }

    /// Takes over what the author lets stand.
    pub(crate) fn accept(&mut self, mut accepted: Vec<Accepted>) {
        accepted.sort();
        self.accepted = accepted;
    }
}
