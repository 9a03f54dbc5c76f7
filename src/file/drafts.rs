//! Records as they are read, before the ids that they name are looked up.

use std::collections::HashSet;

use crate::story::kind::DeclaredKind;
use crate::story::{Actor, Bearing, Event, ItemKind, Passage, Relation, Source};

use super::fields::Named;
use super::problem::Span;

/// A record whose references are not resolved yet.
pub(super) struct Draft<R, L> {
    pub record: R,
    /// Where its id stands.
    pub at: Span,
    /// What it names by id.
    pub links: L,
}

pub(super) type Proof = Vec<(Bearing, Named)>;

pub(super) struct PassageLinks {
    pub source: Named,
    /// The actor that speaks or stands for the speakers.
    pub speaker: Option<Named>,
}

pub(super) struct ActorLinks {
    pub part_of: Vec<Named>,
    pub evidence: Proof,
}

pub(super) struct EventLinks {
    pub participants: Vec<(Named, String)>,
    pub leads_to: Vec<(Named, String)>,
    pub counted_from: Option<Named>,
    pub evidence: Proof,
}

pub(super) struct RelationLinks {
    pub from: Named,
    pub to: Named,
    pub counted_from: Option<Named>,
    pub evidence: Proof,
}

/// All that a file holds, record by record.
#[derive(Default)]
pub(super) struct Drafts {
    pub title: String,
    pub summary: String,
    pub language: String,
    pub sources: Vec<Draft<Source, ()>>,
    pub passages: Vec<Draft<Passage, PassageLinks>>,
    pub actors: Vec<Draft<Actor, ActorLinks>>,
    pub events: Vec<Draft<Event, EventLinks>>,
    pub relations: Vec<Draft<Relation, RelationLinks>>,
    pub actor_kinds: Vec<DeclaredKind>,
    pub event_kinds: Vec<DeclaredKind>,
    pub relation_kinds: Vec<DeclaredKind>,
    /// Records that were left out: whoever names them is not told again.
    pub left_out: HashSet<(ItemKind, Box<str>)>,
    /// Where an actor or event names its kind.
    pub kinds_named: Vec<(ItemKind, String, Span)>,
}
