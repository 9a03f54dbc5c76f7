//! What passes a query: found as one types, of a million events too.

use rayon::prelude::*;

use crate::story::calendar::{TICKS_PER_DAY, Tick};
use crate::story::{ActorIx, EventIx, Item, ItemKind, RelationIx};

use super::super::Index;
use super::super::query::{Query, Sieve};
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
        let of_kind = |kind, count: usize, item: fn(usize) -> Item| {
            let (count, ranked) = if words.is_empty() {
                weightiest(index, &sieve, (count, item), most)
            } else {
                let found = passing(index, &sieve, (count, item));
                (found.len(), self.nearest(index, &found, &words, most))
            };
            hits_of(kind, Why::Holds, (count, ranked), &words, most)
        };
        let actors = of_kind(ItemKind::Actor, story.actors().len(), |n| {
            Item::Actor(ActorIx::at(n))
        });
        let events = of_kind(ItemKind::Event, story.events().len(), |n| {
            Item::Event(EventIx::at(n))
        });
        let relations = of_kind(ItemKind::Relation, story.relations().len(), |n| {
            Item::Relation(RelationIx::at(n))
        });
        [actors, events, relations].into_iter().flatten().collect()
    }

    /// The events that pass `query`, which says when they happened.
    #[must_use]
    pub fn find_dated(&self, index: &Index, query: &Query, most: usize) -> Option<Hits> {
        let sieve = self.sieve(index, query);
        let events = index.story().events().len();
        let found = passing(index, &sieve, (events, |n| Item::Event(EventIx::at(n))));
        let words = query.words();
        let hits = |ranked| {
            let found = (found.len(), ranked);
            hits_of(ItemKind::Event, Why::Dated, found, &words, most)
        };
        if !words.is_empty() {
            return hits(self.nearest(index, &found, &words, most));
        }
        // What lasts no longer than a day says more of a date than what goes on for years.
        let ranked = foremost(&found, most, |item| {
            let (importance, when) = weight(index, item);
            let rank = lasting(index, item) << 8 | u64::from(u8::MAX - importance);
            (rank, when, item)
        });
        hits(ranked)
    }

    /// Those of `found`, of as many as are ranked at all, whose own texts fit `words` best.
    fn nearest(&self, index: &Index, found: &[Item], words: &[String], most: usize) -> Vec<Ranked> {
        let looked_at = found.get(..MOST_RANKED).unwrap_or(found);
        foremost(looked_at, most, |item| {
            let own = self.text(self.place(item));
            let own = own.and_then(|text| rank(text, words));
            (own.unwrap_or(SAID_BY_OTHERS), weight(index, item).1, item)
        })
    }
}

/// Items by number: how many there are, and each.
type Numbered = (usize, fn(usize) -> Item);

/// Those of `items` that pass.
fn passing(index: &Index, sieve: &Sieve, (count, item): Numbered) -> Vec<Item> {
    let all = (0..count).into_par_iter().map(item);
    all.filter(|item| sieve.passes(index, *item)).collect()
}

/// How many of `items` pass, and of these the `most` weightiest, the earliest first, with some others: each part is ranked
/// while what is known of it is at hand.
fn weightiest(
    index: &Index,
    sieve: &Sieve,
    (count, item): Numbered,
    most: usize,
) -> (usize, Vec<Ranked>) {
    let of_part = |part: usize| {
        let places = part * PART..count.min((part + 1) * PART);
        let passing = places.map(item).filter(|item| sieve.passes(index, *item));
        let mut passing: Vec<Item> = passing.collect();
        let count = passing.len();
        leave_weightiest(index, &mut passing, most);
        let mut ranked: Vec<Ranked> = passing
            .into_iter()
            .map(|item| {
                let (importance, when) = weight(index, item);
                (u64::from(u8::MAX - importance), when, item)
            })
            .collect();
        cut(&mut ranked, most);
        (count, ranked)
    };
    let parts = (0..count.div_ceil(PART)).into_par_iter().map(of_part);
    let parts: Vec<(usize, Vec<Ranked>)> = parts.collect();
    (
        parts.iter().map(|(count, _)| count).sum(),
        parts.into_iter().flat_map(|(_, ranked)| ranked).collect(),
    )
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
    let story = index.story();
    let date = story.dates.get(story.date_of(item));
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

/// Leaves those that are weighty enough to be among the `most` weightiest: dates, which lie far apart, are looked up for no
/// others.
fn leave_weightiest(index: &Index, found: &mut Vec<Item>, most: usize) {
    let story = index.story();
    let mut counts = [0_usize; 256];
    for &item in &*found {
        counts[usize::from(story.importance_of(item))] += 1;
    }
    let mut left = most;
    let enough = (0..=u8::MAX).rev().find(|&weight| {
        left = left.saturating_sub(counts[usize::from(weight)]);
        left == 0
    });
    let least = enough.unwrap_or(0);
    found.retain(|&item| story.importance_of(item) >= least);
}

/// Leaves the `most` that come first.
fn cut(ranked: &mut Vec<Ranked>, most: usize) {
    if ranked.len() > most {
        ranked.select_nth_unstable(most);
        ranked.truncate(most);
    }
}

/// How weighty an item is, and when it was; what is undated comes last.
fn weight(index: &Index, item: Item) -> (u8, (Tick, Tick)) {
    let story = index.story();
    let date = story.dates.get(story.date_of(item));
    let when = date.map_or((Tick::MAX, Tick::MAX), |date| date.span().sort_key());
    (story.importance_of(item), when)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::story::Date;
    use crate::story::build::{Builder, Event};

    /// Events in more parts than one, many of one weight and of one day.
    fn index() -> Index {
        let mut builder = Builder::new("Many");
        for n in 0..PART * 2 + 100 {
            let (year, day) = (1900 + n * 7 % 100, 1 + n * 13 % 28);
            let date = Date::parse(&format!("{year}-03-{day:02}")).ok();
            builder.event(Event {
                id: format!("e{n}"),
                title: format!("Event {n}"),
                date: date.filter(|_| n % 17 > 0),
                importance: u8::try_from(1 + n * 31 % 89 / 22).unwrap(),
                tags: (n % 3 > 0)
                    .then(|| "seldom".to_owned())
                    .into_iter()
                    .collect(),
                ..Event::default()
            });
        }
        Index::new(Arc::new(builder.finish()))
    }

    #[test]
    fn the_weightiest_of_many_parts_are_those_of_all() {
        let index = index();
        let searcher = Searcher::new(&index);
        for (text, most) in [("voices<1", 60), ("tag:seldom", 3), ("-tag:seldom", PART)] {
            let query = Query::parse(text).unwrap();
            let sieve = query.sieve(&index);
            let events = (0..index.story().events().len()).map(|n| Item::Event(EventIx::at(n)));
            let mut all: Vec<Item> = events.filter(|item| sieve.passes(&index, *item)).collect();
            all.sort_by_key(|&item| {
                let (importance, when) = weight(&index, item);
                (std::cmp::Reverse(importance), when, item)
            });
            let hits = searcher.find_passing(&index, &query, most);
            assert_eq!(hits.len(), 1);
            assert_eq!(hits[0].count, all.len());
            let best: Vec<Item> = hits[0].best.iter().map(|hit| hit.item).collect();
            assert_eq!(best, all[..most.min(all.len())], "{text}");
        }
    }
}
