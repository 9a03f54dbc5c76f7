//! Finds what records name by id, and reports what is not there.

use std::collections::HashSet;

use crate::language::say;
use crate::story::rows::BasisRow;
use crate::story::texts::{Dates, Piece};
use crate::story::{EventIx, Id, ItemKind, SourceIx, Story};

use super::drafts::{Drafts, Spots};
use super::lex::short;
use super::parts::as_date;
use super::problem::{Code, Problems, Span};
use super::schema;

/// Ids compared in search of what was meant, over the whole file.
const MOST_COMPARED: usize = 2_000_000;

/// Stands where nothing was found.
pub(super) const NOWHERE: u32 = u32::MAX;

/// What is known of ids while references become indexes.
pub(super) struct Ids<'p> {
    /// The names that records use, and what was left out.
    pub names: Drafts,
    /// Where the ids that records bear stand in the file.
    pub spots: Spots,
    pub compared: usize,
    /// Records of which the author says why they rest on no passage.
    pub without_evidence: HashSet<(ItemKind, Box<str>)>,
    pub problems: &'p mut Problems,
}

/// What names a record: a record or a step, and its id or number.
#[derive(Clone, Copy)]
pub(super) struct By<'a> {
    kind: &'static str,
    id: &'a str,
}

impl<'a> By<'a> {
    pub(super) fn record(kind: ItemKind, id: &'a str) -> Self {
        let kind = kind.word();
        Self { kind, id }
    }

    pub(super) fn step(number: &'a str) -> Self {
        let kind = "step";
        Self { kind, id: number }
    }
}

/// What comes of it that a record is named that is not there.
#[derive(Clone, Copy)]
pub(super) enum Comes {
    NoLink,
    NoArrow,
    NoPart,
    NoVersion,
    NoPassage,
    NoSpeaker,
    NoRelation,
    NotSelected,
    WholeMap,
}

impl Comes {
    /// By what messages tell it from the others.
    fn key(self) -> &'static str {
        match self {
            Self::NoLink => "link",
            Self::NoArrow => "arrow",
            Self::NoPart => "part",
            Self::NoVersion => "version",
            Self::NoPassage => "passage",
            Self::NoSpeaker => "speaker",
            Self::NoRelation => "relation",
            Self::NotSelected => "selection",
            Self::WholeMap => "map",
        }
    }
}

/// The position of the record of `kind` that bears `id`.
pub(super) fn position(story: &Story, kind: ItemKind, id: &str) -> Option<u32> {
    use crate::story::Item::{Actor, Event, Passage, Relation, Source};
    Some(match story.find(kind, id)? {
        Event(ix) => ix.0,
        Actor(ix) => ix.0,
        Relation(ix) => ix.0,
        Passage(ix) => ix.0,
        Source(ix) => ix.0,
    })
}

fn ids_of(story: &Story, kind: ItemKind) -> Box<dyn ExactSizeIterator<Item = &str> + '_> {
    match kind {
        ItemKind::Event => Box::new(story.events().map(|record| record.id)),
        ItemKind::Actor => Box::new(story.actors().map(|record| record.id)),
        ItemKind::Relation => Box::new(story.relations().map(|record| record.id)),
        ItemKind::Passage => Box::new(story.passages().map(|record| record.id)),
        ItemKind::Source => Box::new(story.sources().map(|record| record.id)),
    }
}

impl Ids<'_> {
    /// `found`, unless it is nowhere: then it is reported that `by` names what there is none of, and what comes of it.
    pub(super) fn check(
        &mut self,
        story: &Story,
        found: u32,
        (kind, named): (ItemKind, Piece),
        by: By<'_>,
        comes: Comes,
    ) -> Option<u32> {
        if found != NOWHERE {
            return Some(found);
        }
        let id = self.names.names.get(named);
        // That the record itself is left out was reported where it stands.
        if self.names.left_out.contains(&(kind, Box::from(id))) {
            return None;
        }
        let id = id.to_owned();
        let meant = self.meant(story, kind, &id);
        let at = self.names.spot_of_name(named);
        self.problems
            .add_with(Code::DanglingReference, at, || {
                say!(
                    "problem-dangling",
                    by = by.kind,
                    named_by = short(by.id),
                    kind = kind.word(),
                    id = short(&id),
                    comes = comes.key()
                )
            })
            .suggest_with(|| match meant {
                Some(id) => say!("problem-meant", meant = short(&id)),
                None => say!("problem-dangling-hint", kind = kind.word()),
            });
        None
    }

    /// The id that `id` was probably meant to be.
    fn meant(&mut self, story: &Story, kind: ItemKind, id: &str) -> Option<Id> {
        let known = ids_of(story, kind);
        let count = known.len();
        if self.compared + count > MOST_COMPARED || !self.problems.has_room() {
            return None;
        }
        self.compared += count;
        schema::nearest(id, known).map(Id::from)
    }

    /// What a date was counted from: a source, an event or a date of its own.
    pub(super) fn basis(
        &mut self,
        story: &Story,
        named: Piece,
        dates: &mut Dates,
    ) -> Option<BasisRow> {
        let id = &*self.names.names.get(named).to_owned();
        if let Some(n) = position(story, ItemKind::Source, id) {
            return Some(BasisRow::Source(SourceIx(n)));
        }
        if let Some(n) = position(story, ItemKind::Event, id) {
            return Some(BasisRow::Event(EventIx(n)));
        }
        if let Some(at) = dates.find(id) {
            return Some(BasisRow::Date(at));
        }
        if let Some(date) = as_date(id) {
            return Some(BasisRow::Date(dates.add(date)));
        }
        let left_out = [ItemKind::Source, ItemKind::Event]
            .iter()
            .any(|&kind| self.names.left_out.contains(&(kind, Box::from(id))));
        if !left_out {
            let meant = self
                .meant(story, ItemKind::Source, id)
                .or_else(|| self.meant(story, ItemKind::Event, id));
            let at = self.names.spot_of_name(named);
            self.problems
                .add_with(Code::DanglingReference, at, || {
                    say!("problem-no-basis", id = short(id))
                })
                .suggest_with(|| match meant {
                    Some(id) => say!("problem-meant", meant = short(&id)),
                    None => say!("problem-no-basis-hint").to_owned(),
                });
        }
        None
    }

    pub(super) fn no_evidence(&mut self, kind: ItemKind, id: &str, at: Span) {
        if self.without_evidence.contains(&(kind, Box::from(id))) {
            return;
        }
        self.problems
            .add_with(Code::NoEvidence, at, || {
                say!("problem-no-evidence", kind = kind.word(), id = short(id))
            })
            .suggest_with(|| say!("problem-no-evidence-hint"));
    }
}
