//! Facets: of each field that a filter can ask for, the values that the story has, and how many items have
//! them; over the whole story, and over what the rest of a filter leaves.

mod columns;

use rayon::prelude::*;

use crate::story::calendar::Tick;
use crate::story::rows::EventRow;
use crate::story::{ActorIx, EventIx, Item, RelationIx};

use super::Index;
use super::query::{Field, Query, Sieve, Term, Test};
use super::search::folded;

use columns::Column;

/// The fields that facets are of, in the order in which they are listed.
pub const FIELDS: [Field; 8] = [
    Field::Kind,
    Field::Tag,
    Field::Place,
    Field::Source,
    Field::Status,
    Field::Voice,
    Field::Check,
    Field::Importance,
];
/// Columns of the histogram of time.
pub const TIME_COLUMNS: usize = 48;
/// No column of the histogram: an event without a date that ends.
const NO_COLUMN: u8 = u8::MAX;
/// Items that a thread looks at in one go.
const PIECE: usize = 8192;

/// How many events, relations and actors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Events.
    pub events: u32,
    /// Relations.
    pub relations: u32,
    /// Actors.
    pub actors: u32,
}

impl Count {
    /// All of them together.
    #[must_use]
    pub fn items(self) -> u32 {
        self.events
            .saturating_add(self.relations)
            .saturating_add(self.actors)
    }

    fn plus(self, other: Self) -> Self {
        Self {
            events: self.events + other.events,
            relations: self.relations + other.relations,
            actors: self.actors + other.actors,
        }
    }
}

/// A value of a field, as the story has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What a filter calls it: as the story spells it first.
    pub key: String,
    /// The same as filters compare it.
    folded: String,
    /// What people call it.
    pub label: String,
    /// How many items of the whole story have it.
    pub all: Count,
}

/// What each item of a story has of each field: made once for an index, off the thread that paints.
#[derive(Debug)]
pub struct Facets {
    columns: [Column; FIELDS.len()],
    /// How many events, then relations, then actors there are: in this order items have their places.
    items: [usize; 3],
    /// Where the histogram of time begins and ends; none where nothing is dated.
    extent: Option<(Tick, Tick)>,
    /// The column of the histogram that each event begins in.
    begins: Vec<u8>,
    /// How many events of the whole story begin in each column.
    times: [u32; TIME_COLUMNS],
}

/// How many items have each value among what the rest of a filter leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// For each field, for each of its values.
    left: [Vec<Count>; FIELDS.len()],
    /// For each field its values, those that most of what is left has before others.
    order: [Vec<u32>; FIELDS.len()],
    /// How many events begin in each column of the histogram, among what all but the terms of time leave.
    pub times: [u32; TIME_COLUMNS],
    /// How many items pass.
    pub passing: Count,
}

impl Counts {
    /// How many of what the rest of the filter leaves have the value at `place`.
    #[must_use]
    pub fn left(&self, field: Field, place: usize) -> Count {
        let counts = self.left.get(at(field));
        let count = counts.and_then(|counts| counts.get(place));
        count.copied().unwrap_or_default()
    }

    /// The places of a field's values, in the order in which they are listed.
    #[must_use]
    pub fn order(&self, field: Field) -> &[u32] {
        self.order.get(at(field)).map_or(&[], Vec::as_slice)
    }
}

impl Facets {
    /// Looks at every item of `index`, filtered or not.
    #[must_use]
    pub fn new(index: &Index) -> Self {
        let story = index.story();
        let items = [
            story.events().len(),
            story.relations().len(),
            story.actors().len(),
        ];
        let columns: Vec<Column> = FIELDS
            .par_iter()
            .map(|field| Column::of(index, *field, items))
            .collect();
        let mut columns = columns.into_iter();
        let columns = FIELDS.map(|_| columns.next().unwrap_or_default());
        let extent = extent(index);
        let begins = begins(index, extent);
        let mut facets = Self {
            columns,
            items,
            extent,
            times: [0; TIME_COLUMNS],
            begins,
        };
        let whole = facets.count(index, &Query::default());
        facets.times = whole.times;
        for (column, counts) in facets.columns.iter_mut().zip(whole.left) {
            for (entry, all) in column.entries.iter_mut().zip(counts) {
                entry.all = all;
            }
        }
        facets
    }

    /// The values of a field.
    #[must_use]
    pub fn entries(&self, field: Field) -> &[Entry] {
        let column = self.columns.get(at(field));
        column.map_or(&[], |column| &column.entries)
    }

    /// The place of the value that a filter calls `key`, whatever its case and accents.
    #[must_use]
    pub fn place_of(&self, field: Field, key: &str) -> Option<usize> {
        let key = folded(key);
        let mut entries = self.entries(field).iter();
        entries.position(|entry| entry.folded == key)
    }

    /// Where the histogram of time begins and ends; none where no event has a date that ends.
    #[must_use]
    pub fn extent(&self) -> Option<(Tick, Tick)> {
        self.extent
    }

    /// How many events of the whole story begin in each column of the histogram.
    #[must_use]
    pub fn times(&self) -> &[u32; TIME_COLUMNS] {
        &self.times
    }

    /// Counts what `filter` leaves of `index`, which is the one that this was made for.
    ///
    /// A value's count is over the items that all of the filter lets pass but for what it asks of the
    /// value's own field, where that is any of several values.
    #[must_use]
    pub fn count(&self, index: &Index, filter: &Query) -> Counts {
        let fails = self.fails(index, filter);
        let ends = [self.items[0], self.items[0] + self.items[1]];
        let count_of = |place: usize| Count {
            events: u32::from(place < ends[0]),
            relations: u32::from(place >= ends[0] && place < ends[1]),
            actors: u32::from(place >= ends[1]),
        };
        let counted: Vec<(Vec<Count>, Vec<u32>)> = FIELDS
            .par_iter()
            .zip(&self.columns)
            .map(|(field, column)| {
                let group = Group::of(*field).0;
                let mut left = vec![[0_u32; 3]; column.entries.len()];
                let kinds = [0..ends[0], ends[0]..ends[1], ends[1]..fails.len()];
                for (kind, places) in kinds.into_iter().enumerate() {
                    for place in places {
                        if fails[place] == PASSES || fails[place] == group {
                            column.holding.each(place, |value| left[value][kind] += 1);
                        }
                    }
                }
                let count = |[events, relations, actors]: [u32; 3]| Count {
                    events,
                    relations,
                    actors,
                };
                let left: Vec<Count> = left.into_iter().map(count).collect();
                let order = column.order(*field, &left);
                (left, order)
            })
            .collect();
        let mut times = [0; TIME_COLUMNS];
        for (&column, &fails) in self.begins.iter().zip(&fails) {
            if (fails == PASSES || fails == Group::TIME.0) && column != NO_COLUMN {
                times[usize::from(column)] += 1;
            }
        }
        let passing = fails.par_iter().with_min_len(PIECE).enumerate();
        let passing = passing.filter(|(_, fails)| **fails == PASSES);
        let passing = passing.map(|(place, _)| count_of(place));
        let passing = passing.reduce(Count::default, Count::plus);
        let mut left: [Vec<Count>; FIELDS.len()] = Default::default();
        let mut order: [Vec<u32>; FIELDS.len()] = Default::default();
        for (n, (counts, places)) in counted.into_iter().enumerate() {
            (left[n], order[n]) = (counts, places);
        }
        Counts {
            left,
            order,
            times,
            passing,
        }
    }

    /// For each item which part of `filter` it fails.
    fn fails(&self, index: &Index, filter: &Query) -> Vec<u8> {
        let mut fails = vec![PASSES; self.items.iter().sum()];
        // What is known of each value comes first: the rest is asked of what that leaves.
        let known = |term: &&Term| self.column_of(&term.test).is_some();
        let (first, rest): (Vec<&Term>, Vec<&Term>) = filter.terms.iter().partition(known);
        for term in first.into_iter().chain(rest) {
            let group = Group::of_term(filter, term);
            let asking = self.asking(index, term);
            fails
                .par_chunks_mut(PIECE)
                .enumerate()
                .for_each(|(chunk, fails)| {
                    for (n, fails) in fails.iter_mut().enumerate() {
                        if *fails == Group::REST.0 {
                            continue;
                        }
                        let place = chunk * PIECE + n;
                        let passes = match &asking {
                            Asking::Values(column, meant) => {
                                let mut holds = false;
                                column.holding.each(place, |value| holds |= meant[value]);
                                holds != term.negated
                            }
                            Asking::Items(sieve) => sieve.passes(index, self.item(place)),
                        };
                        if !passes {
                            *fails = group.and(*fails);
                        }
                    }
                });
        }
        fails
    }

    /// The column of the field that `test` asks for.
    fn column_of(&self, test: &Test) -> Option<&Column> {
        self.columns.get(at(test.field()?))
    }

    /// How `term` is asked of many items.
    fn asking(&self, index: &Index, term: &Term) -> Asking<'_> {
        let column = self.column_of(&term.test);
        let known = column.and_then(|column| Some((column, column.meant(index, &term.test)?)));
        if let Some((column, meant)) = known {
            return Asking::Values(column, meant);
        }
        let terms = vec![term.clone()];
        Asking::Items(Query { terms }.sieve(index))
    }

    /// The item at a place.
    fn item(&self, place: usize) -> Item {
        let [events, relations, _] = self.items;
        if place < events {
            Item::Event(EventIx::at(place))
        } else if place < events + relations {
            Item::Relation(RelationIx::at(place - events))
        } else {
            Item::Actor(ActorIx::at(place - events - relations))
        }
    }
}

/// How a term is asked of many items.
enum Asking<'a> {
    /// By their values, of which these are meant.
    Values(&'a Column, Vec<bool>),
    /// By all that they are.
    Items(Sieve),
}

/// The place of `field` among [`FIELDS`]; beyond them where it is none of them.
fn at(field: Field) -> usize {
    let mut fields = FIELDS.iter();
    let found = fields.position(|known| *known == field);
    found.unwrap_or(FIELDS.len())
}

/// It fails nothing.
const PASSES: u8 = 0;

/// Terms of a filter that may be left out together: what is asked of one field, of time, or all the rest.
#[derive(Clone, Copy, PartialEq)]
struct Group(u8);

impl Group {
    /// Terms that are never left out, or more than one group.
    const REST: Self = Self(u8::MAX);
    const TIME: Self = Self(u8::MAX - 1);

    fn of(field: Field) -> Self {
        Self(field as u8 + 1)
    }

    fn of_term(filter: &Query, term: &Term) -> Self {
        if term.negated {
            return Self::REST;
        }
        if matches!(term.test, Test::From(_) | Test::To(_)) {
            return Self::TIME;
        }
        let field = term.test.field();
        let Some(known) = field.filter(|field| FIELDS.contains(field)) else {
            return Self::REST;
        };
        let alike = |other: &&Term| !other.negated && other.test.field() == field;
        // Where all of several are asked for, each narrows what there is of the others.
        if filter.terms.iter().filter(alike).count() > 1 {
            Self::REST
        } else {
            Self::of(known)
        }
    }

    /// What an item fails that fails this besides what it `fails` already.
    fn and(self, fails: u8) -> u8 {
        if fails == PASSES || fails == self.0 {
            self.0
        } else {
            Self::REST.0
        }
    }
}

/// From when to when events are dated, whatever a filter leaves.
fn extent(index: &Index) -> Option<(Tick, Tick)> {
    let rows = index.story().events.rows.par_iter();
    let spans = rows.filter_map(|row| index.story().dates.get(row.when)?.span().finite());
    spans.reduce_with(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// The column of the histogram that each event begins in.
fn begins(index: &Index, extent: Option<(Tick, Tick)>) -> Vec<u8> {
    let story = index.story();
    let Some((from, to)) = extent else {
        return vec![NO_COLUMN; story.events().len()];
    };
    let length = to.since(from).max(1.0);
    let column = |row: &EventRow| {
        let span = story.dates.get(row.when)?.span().finite()?;
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "held among a few columns"
        )]
        let at = (span.0.since(from) / length * TIME_COLUMNS as f64) as usize;
        u8::try_from(at.min(TIME_COLUMNS - 1)).ok()
    };
    let rows = story.events.rows.par_iter();
    rows.map(|row| column(row).unwrap_or(NO_COLUMN)).collect()
}

#[cfg(test)]
mod tests;
