//! Ways between two actors: from one to the next by relations.

use std::collections::VecDeque;

use crate::story::{ActorIx, RelationIx};

use super::Index;

/// Steps that are tried before the search for further ways ends.
const MOST_TRIED: usize = 50_000;
/// Stands where an actor cannot be reached.
const NEVER: u8 = u8::MAX;

/// A step of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Whom it leads to.
    pub to: ActorIx,
    /// The relations that it can be taken by, in either direction.
    pub relations: Vec<RelationIx>,
}

/// Ways from one actor to another, the shortest first; none visits an actor twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// The steps of each.
    pub all: Vec<Vec<Step>>,
    /// Whether there may be more than those.
    pub more: bool,
}

/// How far ways are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Steps of a way beside the shortest ones, which may be longer: up to 254.
    pub longest: u8,
    /// Ways that are found.
    pub most: usize,
}

impl Index {
    /// The ways between two actors by relations on show that `holds` lets pass: all of the least number
    /// of steps, and those of up to `reach.longest`.
    #[must_use]
    pub fn ways(
        &self,
        (from, to): (ActorIx, ActorIx),
        reach: Reach,
        holds: impl Fn(RelationIx) -> bool,
    ) -> Ways {
        let holds = |ix: RelationIx| self.shows_relation(ix) && holds(ix);
        let far = self.steps_to(to, &holds);
        let shortest = far[from.index()];
        if from == to || shortest == NEVER {
            return Ways::default();
        }
        let mut search = Search {
            index: self,
            far,
            holds,
            found: Ways::default(),
            most: reach.most,
            tried: 0,
            passed: vec![from],
        };
        for length in shortest..=reach.longest.max(shortest) {
            search.go_on(from, length);
            if search.found.more {
                break;
            }
        }
        search.found
    }

    /// How many steps each actor is from `to`; [`NEVER`] where there is no way.
    fn steps_to(&self, to: ActorIx, holds: &impl Fn(RelationIx) -> bool) -> Vec<u8> {
        let mut far = vec![NEVER; self.story().actors().len()];
        far[to.index()] = 0;
        let mut queue = VecDeque::from([to]);
        while let Some(actor) = queue.pop_front() {
            let next = far[actor.index()].saturating_add(1);
            for (other, _) in self.tied(actor).filter(|(_, ix)| holds(*ix)) {
                if far[other.index()] == NEVER && next < NEVER {
                    far[other.index()] = next;
                    queue.push_back(other);
                }
            }
        }
        far
    }

    /// The actors that `actor` has relations with, and by which; an actor may come more than once.
    fn tied(&self, actor: ActorIx) -> impl Iterator<Item = (ActorIx, RelationIx)> {
        let story = self.story();
        self.relations_of(actor).iter().filter_map(move |&ix| {
            let row = &story.relations.rows[ix.index()];
            let other = if row.from == actor { row.to } else { row.from };
            (other != actor).then_some((other, ix))
        })
    }
}

struct Search<'i, H> {
    index: &'i Index,
    far: Vec<u8>,
    holds: H,
    found: Ways,
    most: usize,
    tried: usize,
    /// The actors of the way so far.
    passed: Vec<ActorIx>,
}

impl<H: Fn(RelationIx) -> bool> Search<'_, H> {
    /// Finds all ways of exactly `left` further steps.
    fn go_on(&mut self, here: ActorIx, left: u8) {
        if left == 0 {
            if self.far[here.index()] == 0 {
                let way = self
                    .passed
                    .windows(2)
                    .map(|ends| self.step(ends[0], ends[1]));
                let way = way.collect();
                self.found.all.push(way);
            }
            return;
        }
        let index = self.index;
        let mut next: Vec<ActorIx> = index
            .tied(here)
            .filter(|(_, ix)| (self.holds)(*ix))
            .map(|(other, _)| other)
            // Whoever is too far from the end leads nowhere in time.
            .filter(|other| self.far[other.index()] < left)
            .collect();
        next.sort_unstable();
        next.dedup();
        for other in next {
            self.tried += 1;
            if self.found.all.len() >= self.most || self.tried > MOST_TRIED {
                self.found.more = true;
                return;
            }
            // The end itself ends a way.
            let is_end = self.far[other.index()] == 0;
            if self.passed.contains(&other) || (is_end && left > 1) {
                continue;
            }
            self.passed.push(other);
            self.go_on(other, left - 1);
            self.passed.pop();
        }
    }

    fn step(&self, from: ActorIx, to: ActorIx) -> Step {
        let tied = self.index.tied(from);
        let between = tied.filter(|(other, ix)| *other == to && (self.holds)(*ix));
        Step {
            to,
            relations: between.map(|(_, ix)| ix).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::story::build::{Actor, Builder, Relation};

    fn index_of(actors: usize, ties: &[(usize, usize)]) -> (Index, Vec<ActorIx>) {
        let mut builder = Builder::new("Ties");
        let all: Vec<ActorIx> = (0..actors)
            .map(|n| {
                builder.actor(Actor {
                    id: format!("a{n}"),
                    name: format!("Actor {n}"),
                    ..Actor::default()
                })
            })
            .collect();
        for (n, &(from, to)) in ties.iter().enumerate() {
            builder.relation(Relation {
                id: format!("r{n}"),
                from: all[from],
                to: all[to],
                kind: "knows".into(),
                ..Relation::default()
            });
        }
        (Index::new(Arc::new(builder.finish())), all)
    }

    const REACH: Reach = Reach {
        longest: 4,
        most: 100,
    };

    #[test]
    fn shorter_ways_come_first_and_parallel_relations_are_one_step() {
        let ties = [(0, 1), (1, 0), (1, 3), (0, 2), (2, 1), (3, 3), (4, 4)];
        let (index, all) = index_of(5, &ties);
        let ways = index.ways((all[0], all[3]), REACH, |_| true);
        let lengths: Vec<usize> = ways.all.iter().map(Vec::len).collect();
        assert_eq!(lengths, [2, 3]);
        assert_eq!(ways.all[0][0].relations.len(), 2);
        assert!(!ways.more);
        assert!(index.ways((all[0], all[4]), REACH, |_| true).all.is_empty());
        assert!(index.ways((all[0], all[0]), REACH, |_| true).all.is_empty());
    }

    #[test]
    fn what_does_not_hold_is_no_way_and_a_long_way_is_still_found() {
        let ties: Vec<(usize, usize)> = (0..9).map(|n| (n, n + 1)).collect();
        let (index, all) = index_of(10, &ties);
        let ways = index.ways((all[0], all[9]), REACH, |_| true);
        assert_eq!(ways.all.len(), 1);
        assert_eq!(ways.all[0].len(), 9);
        let cut = index.ways((all[0], all[9]), REACH, |ix| ix.index() != 4);
        assert!(cut.all.is_empty());
    }

    #[test]
    fn very_many_ways_end_with_a_word_that_there_are_more() {
        let mut ties = Vec::new();
        for a in 0..40 {
            for b in 0..a {
                ties.push((a, b));
            }
        }
        let (index, all) = index_of(40, &ties);
        let ways = index.ways((all[0], all[1]), REACH, |_| true);
        assert_eq!(ways.all.len(), REACH.most);
        assert!(ways.more);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_way_is_one_and_none_is_missed(
            ties in prop::collection::vec((0..7_usize, 0..7_usize), 0..14),
        ) {
            let (index, all) = index_of(7, &ties);
            let ways = index.ways((all[0], all[6]), Reach { longest: 6, most: 10_000 }, |_| true);
            let mut seen = Vec::new();
            for way in &ways.all {
                let mut at = all[0];
                let mut passed = vec![at];
                for step in way {
                    prop_assert!(!step.relations.is_empty());
                    for &ix in &step.relations {
                        let relation = index.story().relation(ix);
                        let ends = [relation.from, relation.to];
                        prop_assert!(ends.contains(&at) && ends.contains(&step.to));
                    }
                    at = step.to;
                    prop_assert!(!passed.contains(&at));
                    passed.push(at);
                }
                prop_assert_eq!(at, all[6]);
                seen.push(passed);
            }
            let lengths: Vec<usize> = seen.iter().map(Vec::len).collect();
            prop_assert!(lengths.is_sorted());
            // All simple paths, by brute force.
            let mut count = 0;
            let mut stack = vec![vec![0_usize]];
            while let Some(path) = stack.pop() {
                let here = *path.last().unwrap();
                if here == 6 {
                    count += 1;
                    continue;
                }
                for next in 0..7 {
                    let tied = ties.iter().any(|&(a, b)| (a, b) == (here, next) || (b, a) == (here, next));
                    if tied && !path.contains(&next) {
                        let mut longer = path.clone();
                        longer.push(next);
                        stack.push(longer);
                    }
                }
            }
            prop_assert_eq!(ways.all.len(), count);
        }
    }
}
