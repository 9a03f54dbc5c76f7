//! Two actors side by side: what joins them, whom both are tied to, and what each took part in, in the order of time.

use std::collections::BTreeMap;

use crate::index::Index;
use crate::language::say;
use crate::story::{ActorIx, EventIx, Item, RelationIx};

use super::Row;
use super::rows::{event_order, event_row, relation_order, relation_row, row};

/// Two actors side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The two.
    pub actors: [Row; 2],
    /// What there is to say of them, line by line.
    pub lines: Vec<Compared>,
    /// Events that both take part in.
    pub shared: usize,
    /// Actors that both have a relation with.
    pub common: usize,
    /// For each of the two, who could stand in its place: those with whom the other has the most relations.
    pub instead: [Vec<Row>; 2],
}

/// Actors that are offered in the place of one.
const OFFERED: usize = 16;

/// A line of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum Compared {
    /// What the lines below it are, and how many.
    Heading(&'static str, usize),
    /// When or of whom, and what stands on either side.
    Beside(String, Box<Sides>),
}

/// What stands on the sides of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Sides {
    /// It is of both.
    Both(Row),
    /// It is of the first alone.
    First(Row),
    /// It is of the second alone.
    Second(Row),
    /// Each has something of its own.
    Each(Row, Row),
}

/// Compares two actors by what `index` shows.
#[must_use]
pub fn compare(index: &Index, pair: [ActorIx; 2]) -> Comparison {
    let [between, ties, alone] = tied(index, pair);
    let (events, shared) = events(index, pair);
    let common = ties.len();
    let named = [
        (say!("details-compare-between"), between),
        (say!("details-compare-common"), ties),
        (say!("details-compare-alone"), alone),
        (say!("details-compare-events"), events),
    ];
    let mut lines = Vec::new();
    for (name, section) in named.into_iter().filter(|(_, section)| !section.is_empty()) {
        let count = section.len();
        lines.push(Compared::Heading(name, count));
        lines.extend(section.into_iter().flatten());
    }
    Comparison {
        actors: pair.map(|actor| row(index, Item::Actor(actor))),
        lines,
        shared,
        common,
        instead: [1, 0].map(|other: usize| instead(index, pair, pair[other])),
    }
}

/// Those with whom `other` has the most relations, without the `pair` itself.
fn instead(index: &Index, pair: [ActorIx; 2], other: ActorIx) -> Vec<Row> {
    let mut ties: BTreeMap<ActorIx, usize> = BTreeMap::new();
    for &ix in index.relations_of(other) {
        let relation = index.story().relation(ix);
        for end in [relation.from, relation.to] {
            if !pair.contains(&end) {
                *ties.entry(end).or_default() += 1;
            }
        }
    }
    let mut ties: Vec<_> = ties.into_iter().collect();
    ties.sort_by_key(|(actor, count)| (std::cmp::Reverse(*count), *actor));
    let first = ties.into_iter().take(OFFERED);
    first
        .map(|(actor, _)| row(index, Item::Actor(actor)))
        .collect()
}

/// The relations between the two, with those that both are tied to, and with those that one is, each as a group of
/// lines.
fn tied(index: &Index, pair: [ActorIx; 2]) -> [Vec<Vec<Compared>>; 3] {
    let [first, second] = pair;
    let mut others: BTreeMap<ActorIx, [Vec<RelationIx>; 2]> = BTreeMap::new();
    let mut between: Vec<RelationIx> = Vec::new();
    for (side, actor) in pair.into_iter().enumerate() {
        for &ix in index.relations_of(actor) {
            let relation = index.story().relation(ix);
            let other = if relation.from == actor {
                relation.to
            } else {
                relation.from
            };
            if other == first || other == second {
                between.push(ix);
            } else if let Some(held) = others.entry(other).or_default().get_mut(side) {
                held.push(ix);
            }
        }
    }
    between.sort_by_cached_key(|&ix| (relation_order(index, ix), ix));
    between.dedup();
    let between = between.into_iter().map(|ix| {
        let row = relation_row(index, ix);
        vec![Compared::Beside(
            when(index, ix),
            Box::new(Sides::Both(row)),
        )]
    });
    let mut others: Vec<_> = others.into_iter().collect();
    others.sort_by_cached_key(|(other, _)| index.story().actor(*other).name.to_owned());
    let (common, alone): (Vec<_>, Vec<_>) = others
        .into_iter()
        .partition(|(_, [firsts, seconds])| !firsts.is_empty() && !seconds.is_empty());
    let grouped = |others: Vec<(ActorIx, [Vec<RelationIx>; 2])>| {
        let groups = others.into_iter();
        groups
            .map(|(other, sides)| beside(index, other, sides))
            .collect()
    };
    [between.collect(), grouped(common), grouped(alone)]
}

/// The relations of both with one `other`, side by side.
fn beside(index: &Index, other: ActorIx, sides: [Vec<RelationIx>; 2]) -> Vec<Compared> {
    let [mut firsts, mut seconds] = sides.map(|mut side| {
        side.sort_by_cached_key(|&ix| (relation_order(index, ix), ix));
        side.into_iter().map(|ix| relation_row(index, ix))
    });
    let mut lines = Vec::new();
    // Said once, though several lines follow.
    let mut name = index.story().actor(other).name.to_owned();
    loop {
        let sides = match (firsts.next(), seconds.next()) {
            (Some(first), Some(second)) => Sides::Each(first, second),
            (Some(first), None) => Sides::First(first),
            (None, Some(second)) => Sides::Second(second),
            (None, None) => return lines,
        };
        lines.push(Compared::Beside(std::mem::take(&mut name), Box::new(sides)));
    }
}

/// The events of both in the order of time, each a group of one line, and how many of them both share.
fn events(index: &Index, [first, second]: [ActorIx; 2]) -> (Vec<Vec<Compared>>, usize) {
    let mut sides: BTreeMap<EventIx, [bool; 2]> = BTreeMap::new();
    for &event in index.events_of(first) {
        sides.entry(event).or_default()[0] = true;
    }
    for &event in index.events_of(second) {
        sides.entry(event).or_default()[1] = true;
    }
    let mut all: Vec<(EventIx, [bool; 2])> = sides.into_iter().collect();
    all.sort_by_cached_key(|(event, _)| event_order(index, *event));
    let mut shared = 0;
    let lines = all.into_iter().map(|(event, sides)| {
        let mut row = event_row(index, event);
        let when = std::mem::take(&mut row.when);
        let sides = match sides {
            [true, true] => {
                shared += 1;
                Sides::Both(row)
            }
            [_, false] => Sides::First(row),
            [false, true] => Sides::Second(row),
        };
        vec![Compared::Beside(when, Box::new(sides))]
    });
    let lines = lines.collect();
    (lines, shared)
}

fn when(index: &Index, ix: RelationIx) -> String {
    let during = index.story().relation(ix).during.date;
    during.map(crate::story::Date::brief).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::file::{Progress, load_str};
    use crate::story::ItemKind;

    use super::*;

    const STORY: &str = r#"Story(format: 1, title: "x",
        actors: { "a": Actor(name: "Ada"), "b": Actor(name: "Ben"), "c": Actor(name: "Cy"), "d": Actor(name: "Di") },
        events: {
            "late": Event(title: "Late", when: "2023", participants: { "a": "", "b": "" }),
            "early": Event(title: "Early", when: "2020", participants: { "b": "" }),
            "mid": Event(title: "Mid", when: "2021", participants: { "a": "", "c": "" }),
            "far": Event(title: "Far", when: "1990", participants: { "c": "" }),
        },
        relations: {
            "ab": Relation(from: "b", to: "a", kind: "owns", during: "2022"),
            "ac": Relation(from: "a", to: "c", kind: "pays"),
            "bc1": Relation(from: "c", to: "b", kind: "pays", during: "2001"),
            "bc2": Relation(from: "b", to: "c", kind: "sues", during: "2005"),
            "bd": Relation(from: "b", to: "d", kind: "owns"),
            "cd": Relation(from: "c", to: "d", kind: "owns"),
        })"#;

    fn compared(ids: [&str; 2]) -> (Index, Comparison) {
        let loaded = load_str("x.ron", STORY, &Progress::default()).unwrap();
        let index = Index::new(Arc::clone(&loaded.story));
        let pair = ids.map(|id| {
            let item = index.resolve(&crate::story::ItemId::new(ItemKind::Actor, id));
            match item {
                Some(Item::Actor(ix)) => ix,
                _ => panic!("no actor {id}"),
            }
        });
        let comparison = compare(&index, pair);
        (index, comparison)
    }

    fn said(comparison: &Comparison) -> Vec<String> {
        let lines = comparison.lines.iter().map(|line| match line {
            Compared::Heading(name, count) => format!("{name} {count}"),
            Compared::Beside(what, sides) => match &**sides {
                Sides::Both(row) => format!("{what}: = {}", row.title),
                Sides::First(row) => format!("{what}: < {}", row.title),
                Sides::Second(row) => format!("{what}: > {}", row.title),
                Sides::Each(first, second) => format!("{what}: {} | {}", first.title, second.title),
            },
        });
        lines.collect()
    }

    #[test]
    fn what_joins_two_actors_stands_first_then_whom_both_are_tied_to_then_what_happened() {
        let (_, comparison) = compared(["a", "b"]);
        assert_eq!(
            said(&comparison),
            [
                "Between them 1",
                "2022: = Ben owns Ada",
                "Ties to the same actors 1",
                "Cy: Ada pays Cy | Cy pays Ben",
                ": > Ben sues Cy",
                "Ties of one alone 1",
                "Di: > Ben owns Di",
                "Events 3",
                "2020: > Early",
                "2021: < Mid",
                "2023: = Late",
            ]
        );
        assert_eq!((comparison.shared, comparison.common), (1, 1));
    }

    #[test]
    fn the_other_way_round_only_the_sides_change() {
        let (_, there) = compared(["a", "b"]);
        let (_, back) = compared(["b", "a"]);
        assert_eq!(there.lines.len(), back.lines.len());
        let turned = there.lines.iter().cloned().map(|line| match line {
            Compared::Beside(what, sides) => {
                let turned = match *sides {
                    Sides::First(row) => Sides::Second(row),
                    Sides::Second(row) => Sides::First(row),
                    Sides::Each(a, b) => Sides::Each(b, a),
                    Sides::Both(row) => Sides::Both(row),
                };
                Compared::Beside(what, Box::new(turned))
            }
            Compared::Heading(name, count) => Compared::Heading(name, count),
        });
        assert_eq!(turned.collect::<Vec<_>>(), back.lines);
    }
}
