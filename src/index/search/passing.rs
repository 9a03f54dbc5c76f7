//! What passes a query: found as one types, of a million events too.

use rayon::prelude::*;

use crate::story::calendar::{TICKS_PER_DAY, Tick};
use crate::story::{ActorIx, EventIx, Item, ItemKind, RelationIx};

use super::super::Index;
use super::super::query::Query;
use super::{Hit, Hits, MOST_RANKED, Searcher, Why, rank};

/// How well a record fits of which words are sought that it lacks itself: others say them for it.
const SAID_BY_OTHERS: u64 = 1 << 32;
/// Items that are ranked at a time: few enough to stay near the processor.
const PART: usize = 2048;

impl Searcher {
    /// The actors, events and relations that pass `query`, whatever `index` is filtered by: of each kind at most
    /// `most`, the weightiest first and then in the order of time, and how many there are.
    #[must_use]
    pub fn find_passing(&self, index: &Index, query: &Query, most: usize) -> Vec<Hits> {
        let sieve = self.sieve(index, query);
        let story = index.story();
        let words = query.words();
        let of_kind = |kind, found: Vec<Item>| self.weightiest(index, kind, &found, &words, most);
        let passing = |count: usize, item: &(dyn Fn(usize) -> Item + Sync)| -> Vec<Item> {
            let all = (0..count).into_par_iter().map(item);
            all.filter(|item| sieve.passes(index, *item)).collect()
        };
        let actors = passing(story.actors().len(), &|n| Item::Actor(ActorIx::at(n)));
        let events = passing(story.events().len(), &|n| Item::Event(EventIx::at(n)));
        let relations = passing(story.relations().len(), &|n| {
            Item::Relation(RelationIx::at(n))
        });
        [
            of_kind(ItemKind::Actor, actors),
            of_kind(ItemKind::Event, events),
            of_kind(ItemKind::Relation, relations),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The events that pass `query`, which says when they happened.
    #[must_use]
    pub fn find_dated(&self, index: &Index, query: &Query, most: usize) -> Option<Hits> {
        let sieve = self.sieve(index, query);
        let all = (0..index.story().events().len()).into_par_iter();
        let all = all.map(|n| Item::Event(EventIx::at(n)));
        let found: Vec<Item> = all.filter(|item| sieve.passes(index, *item)).collect();
        let words = query.words();
        if !words.is_empty() {
            let hits = self.weightiest(index, ItemKind::Event, &found, &words, most)?;
            return Some(Hits {
                why: Why::Dated,
                ..hits
            });
        }
        // What lasts no longer than a day says more of a date than what goes on for years.
        let ranked = foremost(&found, most, |item| {
            let (importance, when) = weight(index, item);
            let rank = lasting(index, item) << 8 | u64::from(u8::MAX - importance);
            (rank, when, item)
        });
        hits_of(
            ItemKind::Event,
            Why::Dated,
            (found.len(), ranked),
            &[],
            most,
        )
    }

    fn weightiest(
        &self,
        index: &Index,
        kind: ItemKind,
        found: &[Item],
        words: &[String],
        most: usize,
    ) -> Option<Hits> {
        let count = found.len();
        let ranked = if words.is_empty() {
            let weighty = weightiest_of(index, found, most);
            foremost(&weighty, most, |item| {
                let (importance, when) = weight(index, item);
                (u64::from(u8::MAX - importance), when, item)
            })
        } else {
            let looked_at = found.get(..MOST_RANKED).unwrap_or(found);
            foremost(looked_at, most, |item| {
                let own = self
                    .text(self.place(item))
                    .and_then(|text| rank(text, words));
                (own.unwrap_or(SAID_BY_OTHERS), weight(index, item).1, item)
            })
        };
        hits_of(kind, Why::Holds, (count, ranked), words, most)
    }
}

/// The foremost of `count` items that were found, among those that were ranked; none where nothing was found.
fn hits_of(
    kind: ItemKind,
    why: Why,
    (count, mut ranked): (usize, Vec<Ranked>),
    words: &[String],
    most: usize,
) -> Option<Hits> {
    cut(&mut ranked, most);
    ranked.sort_unstable();
    let best = ranked.into_iter();
    (count > 0).then(|| Hits {
        kind,
        why,
        lit: words.to_vec(),
        best: best.map(|(rank, _, item)| Hit { item, rank }).collect(),
        count,
    })
}

/// How long the date of an item may last, roughly: up to a day, a month, a year, or longer.
fn lasting(index: &Index, item: Item) -> u64 {
    let Item::Event(ix) = item else { return 0 };
    let story = index.story();
    let date = story.dates.get(story.events.rows[ix.index()].when);
    let days = date.map_or(f64::INFINITY, |date| {
        let (from, to) = date.span().outer();
        to.since(from) / Tick(TICKS_PER_DAY).since(Tick(0))
    });
    [1.0, 31.0, 366.0]
        .iter()
        .filter(|most| days > **most)
        .count() as u64
}

/// An item with where it stands among all that were found.
type Ranked = (u64, (Tick, Tick), Item);

/// The `most` of `found` that come first, as `ranked` has them, and some others: no part of it is ranked for long that
/// is not among the first of its own part.
fn foremost(found: &[Item], most: usize, ranked: impl Fn(Item) -> Ranked + Sync) -> Vec<Ranked> {
    let parts = found.par_chunks(PART).flat_map_iter(|part| {
        let mut part: Vec<Ranked> = part.iter().map(|&item| ranked(item)).collect();
        cut(&mut part, most);
        part
    });
    parts.collect()
}

/// Those of `found` that are weighty enough to be among the `most` weightiest: dates, which lie far apart, are looked up
/// for no others.
fn weightiest_of(index: &Index, found: &[Item], most: usize) -> Vec<Item> {
    let weights: Vec<u8> = found
        .par_iter()
        .map(|&item| importance(index, item))
        .collect();
    let mut counts = [0_usize; 256];
    for &weight in &weights {
        counts[usize::from(weight)] += 1;
    }
    let mut left = most;
    let enough = (0..=u8::MAX).rev().find(|&weight| {
        left = left.saturating_sub(counts[usize::from(weight)]);
        left == 0
    });
    let least = enough.unwrap_or(0);
    let all = found.iter().zip(weights);
    all.filter(|(_, weight)| *weight >= least)
        .map(|(&item, _)| item)
        .collect()
}

/// Leaves the `most` that come first.
fn cut(ranked: &mut Vec<Ranked>, most: usize) {
    if ranked.len() > most {
        ranked.select_nth_unstable(most);
        ranked.truncate(most);
    }
}

/// How weighty an item is.
fn importance(index: &Index, item: Item) -> u8 {
    let story = index.story();
    match item {
        Item::Event(ix) => story.events.rows[ix.index()].importance,
        Item::Relation(ix) => story.relations.rows[ix.index()].importance,
        Item::Actor(ix) => story.actors.rows[ix.index()].importance,
        Item::Passage(_) | Item::Source(_) => 0,
    }
}

/// How weighty an item is, and when it was; what is undated comes last.
fn weight(index: &Index, item: Item) -> (u8, (Tick, Tick)) {
    let story = index.story();
    let date = match item {
        Item::Event(ix) => story.dates.get(story.events.rows[ix.index()].when),
        Item::Relation(ix) => story.dates.get(story.relations.rows[ix.index()].during),
        Item::Actor(ix) => story.dates.get(story.actors.rows[ix.index()].during),
        Item::Passage(_) | Item::Source(_) => None,
    };
    let when = date.map_or((Tick::MAX, Tick::MAX), |date| date.span().sort_key());
    (importance(index, item), when)
}
