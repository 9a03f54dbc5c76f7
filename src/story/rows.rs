//! How a story is held: a row for each record, a few dozen bytes long, and pools for what records
//! list. What few records say stands apart.

use super::id::{ActorIx, EventIx, SourceIx};
use super::model::{DrawnAs, Evidence, Status};
use super::texts::{DateAt, Piece};

/// No place in a list of what few records say.
pub(crate) const NO_MORE: u32 = u32::MAX;

/// A source.
#[derive(Clone, Copy, Debug)]
pub struct SourceRow {
    pub id: Piece,
    pub title: Piece,
    pub kind: Piece,
    pub author: Piece,
    pub publisher: Piece,
    pub published: DateAt,
    pub url: Piece,
    /// Empty where no file is named.
    pub text: Piece,
    pub sha256: Piece,
    pub language: Piece,
    pub notes: Piece,
}

/// A passage.
#[derive(Clone, Copy, Debug)]
pub struct PassageRow {
    pub id: Piece,
    pub quote: Piece,
    pub source: SourceIx,
    /// 0 where there is none.
    pub paragraph: u32,
    pub page: Piece,
    pub said_by: VoiceRow,
    /// Where in [`Passages::more`] it says more.
    pub more: u32,
}

/// What few passages say.
#[derive(Clone, Copy, Debug, Default)]
pub struct PassageMore {
    pub at: Piece,
    pub prefix: Piece,
    pub suffix: Piece,
    pub translation: Piece,
    pub notes: Piece,
    /// How unnamed speakers are described.
    pub described: Piece,
    /// Where it begins and ends in code points; both 0 where that is not said.
    pub position: [u32; 2],
}

impl PassageMore {
    pub(crate) fn is_empty(&self) -> bool {
        let all = [
            self.at,
            self.prefix,
            self.suffix,
            self.translation,
            self.notes,
            self.described,
        ];
        all.into_iter().all(Piece::is_empty) && self.position == [0, 0]
    }
}

/// Who said a passage; a description of unnamed people stands in [`PassageMore`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum VoiceRow {
    OnRecord(ActorIx),
    Spokesperson(ActorIx),
    Declined(ActorIx),
    Unnamed {
        /// 0 where there is none.
        count: u32,
        /// No actor where it lies beyond the story's.
        actor: ActorIx,
    },
    Document,
    Reporter,
}

/// Stands where no actor does.
pub(crate) const NOBODY: ActorIx = ActorIx(u32::MAX);

/// An actor. Lists begin where it says in their pool, and end where the next actor's begin.
#[derive(Clone, Copy, Debug)]
pub struct ActorRow {
    pub id: Piece,
    pub name: Piece,
    pub kind: Piece,
    pub summary: Piece,
    pub place: Piece,
    pub notes: Piece,
    pub during: DateAt,
    pub aliases: u32,
    pub part_of: u32,
    pub tags: u32,
    pub evidence: u32,
    pub importance: u8,
}

/// An event. Lists begin where it says in their pool, and end where the next event's begin.
#[derive(Clone, Copy, Debug)]
pub struct EventRow {
    pub id: Piece,
    pub title: Piece,
    pub summary: Piece,
    pub kind: Piece,
    pub place: Piece,
    pub when: DateAt,
    pub participants: u32,
    pub tags: u32,
    pub evidence: u32,
    /// Where in [`Events::more`] it says more.
    pub more: u32,
    pub status: Status,
    pub status_given: bool,
    pub importance: u8,
    pub drawn_as: DrawnAs,
}

/// What few events say.
#[derive(Clone, Copy, Debug)]
pub struct EventMore {
    pub wording: Piece,
    pub notes: Piece,
    pub counted_from: Option<BasisRow>,
    pub reported: DateAt,
    /// Where its arrows begin and end in their pool.
    pub leads_to: [u32; 2],
}

impl EventMore {
    pub(crate) const NOTHING: Self = Self {
        wording: Piece::EMPTY,
        notes: Piece::EMPTY,
        counted_from: None,
        reported: DateAt::NONE,
        leads_to: [0, 0],
    };

    pub(crate) fn is_empty(&self) -> bool {
        self.wording.is_empty()
            && self.notes.is_empty()
            && self.counted_from.is_none()
            && self.reported == DateAt::NONE
            && self.leads_to[0] == self.leads_to[1]
    }
}

/// A relation. Lists begin where it says in their pool, and end where the next relation's begin.
#[derive(Clone, Copy, Debug)]
pub struct RelationRow {
    pub id: Piece,
    pub kind: Piece,
    pub summary: Piece,
    pub from: ActorIx,
    pub to: ActorIx,
    pub during: DateAt,
    pub tags: u32,
    pub evidence: u32,
    /// Where in [`Relations::more`] it says more.
    pub more: u32,
    pub directed: bool,
    pub status: Status,
    pub status_given: bool,
    pub importance: u8,
}

/// What few relations say.
#[derive(Clone, Copy, Debug, Default)]
pub struct RelationMore {
    pub wording: Piece,
    pub notes: Piece,
    pub counted_from: Option<BasisRow>,
}

impl RelationMore {
    pub(crate) fn is_empty(&self) -> bool {
        self.wording.is_empty() && self.notes.is_empty() && self.counted_from.is_none()
    }
}

/// What a date was counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BasisRow {
    Source(SourceIx),
    Event(EventIx),
    Date(DateAt),
}

/// An actor's part in an event.
#[derive(Clone, Copy, Debug)]
pub struct ParticipantRow {
    pub actor: ActorIx,
    pub role: Piece,
}

/// An arrow from an event to another.
#[derive(Clone, Copy, Debug)]
pub struct LinkRow {
    pub to: EventIx,
    pub label: Piece,
}

/// Passages, with what few of them say.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    pub rows: Vec<PassageRow>,
    pub more: Vec<PassageMore>,
}

/// Actors with their lists: `W` are the larger actors that they are part of, `E` evidence.
#[derive(Clone, Debug)]
pub struct Actors<W = ActorIx, E = Evidence> {
    pub rows: Vec<ActorRow>,
    pub aliases: Vec<Piece>,
    pub part_of: Vec<W>,
    pub tags: Vec<Piece>,
    pub evidence: Vec<E>,
}

impl<W, E> Default for Actors<W, E> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            aliases: Vec::new(),
            part_of: Vec::new(),
            tags: Vec::new(),
            evidence: Vec::new(),
        }
    }
}

/// Events with their lists: `P` are participants, `L` arrows, `E` evidence.
#[derive(Clone, Debug)]
pub struct Events<P = ParticipantRow, L = LinkRow, E = Evidence> {
    pub rows: Vec<EventRow>,
    pub more: Vec<EventMore>,
    pub participants: Vec<P>,
    pub leads_to: Vec<L>,
    pub tags: Vec<Piece>,
    pub evidence: Vec<E>,
}

impl<P, L, E> Default for Events<P, L, E> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            more: Vec::new(),
            participants: Vec::new(),
            leads_to: Vec::new(),
            tags: Vec::new(),
            evidence: Vec::new(),
        }
    }
}

impl Events {
    /// Who takes part in the event at `position`.
    #[inline]
    pub(crate) fn participants_of(&self, position: usize) -> &[ParticipantRow] {
        let end = self.rows.get(position + 1).map(|row| row.participants);
        part(&self.participants, self.rows[position].participants, end)
    }

    /// What the event at `position` rests on.
    #[inline]
    pub(crate) fn evidence_of(&self, position: usize) -> &[Evidence] {
        let end = self.rows.get(position + 1).map(|row| row.evidence);
        part(&self.evidence, self.rows[position].evidence, end)
    }
}

/// Relations with their lists: `E` is evidence.
#[derive(Clone, Debug)]
pub struct Relations<E = Evidence> {
    pub rows: Vec<RelationRow>,
    pub more: Vec<RelationMore>,
    pub tags: Vec<Piece>,
    pub evidence: Vec<E>,
}

impl<E> Default for Relations<E> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            more: Vec::new(),
            tags: Vec::new(),
            evidence: Vec::new(),
        }
    }
}

/// The place of the next entry of `pool`.
pub(crate) fn next<T>(pool: &[T]) -> u32 {
    u32::try_from(pool.len()).unwrap_or(u32::MAX)
}

/// The place in `all` of `entry`; none is kept for one that says nothing.
pub(crate) fn set_apart<T>(all: &mut Vec<T>, entry: T, is_empty: bool) -> u32 {
    if is_empty {
        return NO_MORE;
    }
    all.push(entry);
    next(all) - 1
}

/// The part of `pool` from `start` on, as far as the next row's `end`.
#[inline]
pub(crate) fn part<T>(pool: &[T], start: u32, end: Option<u32>) -> &[T] {
    let end = end.map_or(pool.len(), |end| end as usize);
    pool.get(start as usize..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_small() {
        assert_eq!(size_of::<EventRow>(), 64);
        assert!(size_of::<PassageRow>() <= 48);
        assert!(size_of::<RelationRow>() <= 56);
    }
}
