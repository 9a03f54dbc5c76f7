//! What kinds of items, and how sure claims are, are called in lists and tables.

use crate::language::say;
use crate::story::ItemKind;

/// What a kind of item is called, as a label.
pub(super) fn kind_label(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Event => say!("details-kind-event"),
        ItemKind::Actor => say!("details-kind-actor"),
        ItemKind::Relation => say!("details-kind-relation"),
        ItemKind::Passage => say!("details-kind-passage"),
        ItemKind::Source => say!("details-kind-source"),
    }
}
