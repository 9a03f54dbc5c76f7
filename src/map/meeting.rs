//! Who took part in the same events: ties that nobody stated, drawn apart from those that are.

use rayon::prelude::*;

use crate::index::Index;
use crate::story::calendar::{TICKS_PER_DAY, Tick};
use crate::story::{Date, EventIx, Item};
use crate::view::Moment;

use super::graph::Graph;

/// Participants of an event up to which each is taken to have met each: crowds say less.
const MOST_PRESENT: usize = 12;
/// Meetings of two, in all, that are looked at.
const MOST_MET: usize = 4_000_000;
/// Events of two actors that are told of.
const MOST_EVENTS: usize = 500;
/// Pairs that are kept: those who met most often.
const MOST_PAIRS: usize = 40_000;

/// Two actors and the events that both took part in.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// The two, as nodes, the first before the second.
    pub ends: [u32; 2],
    /// The events, in the order of the file.
    pub events: Vec<EventIx>,
}

impl Meeting {
    /// All meetings of the actors of `graph`, by their ends.
    pub(super) fn all(index: &Index, graph: &Graph) -> Vec<Self> {
        let events = &index.story().events;
        let pairs = |most: usize| -> usize {
            let present = (0..events.rows.len()).map(|n| events.participants_of(n).len());
            let present = present.filter(|present| *present <= most);
            present.map(|present| present * present / 2).sum()
        };
        // Of very many events only those of a few say who met.
        let most = (2..=MOST_PRESENT)
            .rev()
            .find(|&most| pairs(most) <= MOST_MET);
        let most = most.unwrap_or(0);
        let node = |actor| Some(super::layout::index(graph.node_of(actor)?));
        let mut met: Vec<([u32; 2], EventIx)> = (0..events.rows.len())
            .into_par_iter()
            .flat_map_iter(|n| {
                let present = events.participants_of(n);
                let present = if present.len() <= most { present } else { &[] };
                let mut nodes: Vec<u32> = present.iter().filter_map(|p| node(p.actor)).collect();
                nodes.sort_unstable();
                nodes.dedup();
                let pairs = (0..nodes.len()).flat_map(move |i| {
                    let nodes = nodes.clone();
                    (i + 1..nodes.len()).map(move |j| [nodes[i], nodes[j]])
                });
                pairs.map(move |ends| (ends, EventIx::at(n)))
            })
            .collect();
        met.par_sort_unstable();
        let mut runs: Vec<_> = met.chunk_by(|a, b| a.0 == b.0).collect();
        if runs.len() > MOST_PAIRS {
            runs.sort_by_key(|run| (std::cmp::Reverse(run.len()), run[0].0));
            runs.truncate(MOST_PAIRS);
            runs.sort_by_key(|run| run[0].0);
        }
        let meeting = |run: &[([u32; 2], EventIx)]| Self {
            ends: run[0].0,
            events: run.iter().take(MOST_EVENTS).map(|met| met.1).collect(),
        };
        runs.into_iter().map(meeting).collect()
    }

    /// Those of its events that the filter leaves and that had begun by `moment`, in its stretch where it
    /// has one; as of all times all that the filter leaves. What has no date is of all times.
    pub(super) fn events_by(&self, index: &Index, moment: Option<Moment>) -> Vec<EventIx> {
        let passes = |ix: &&EventIx| index.passes(Item::Event(**ix));
        let events = self.events.iter().filter(passes);
        let Some(moment) = moment else {
            return events.copied().collect();
        };
        let after = Tick(moment.at.0.saturating_add(TICKS_PER_DAY));
        let held = |ix: &&EventIx| {
            let Some(span) = index.story().event(**ix).when.date.map(Date::span) else {
                return true;
            };
            match moment.since {
                Some(since) => span.touches(since, after),
                None => span.outer().0 < after,
            }
        };
        events.filter(held).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::scene::Measurer;
    use crate::story::build::{Actor, Builder, Event};
    use crate::story::calendar::Civil;

    fn index() -> Index {
        let mut builder = Builder::new("Meetings");
        let actors: Vec<_> = (0..20)
            .map(|n| {
                builder.actor(Actor {
                    id: format!("a{n:02}"),
                    name: format!("Actor {n}"),
                    kind: "person".into(),
                    ..Actor::default()
                })
            })
            .collect();
        let mut event = |id: &str, when: &str, present: &[usize]| {
            builder.event(Event {
                id: id.into(),
                title: id.into(),
                kind: "talk".into(),
                date: Date::parse(when).ok(),
                participants: present
                    .iter()
                    .map(|&n| (actors[n], String::new()))
                    .collect(),
                ..Event::default()
            });
        };
        event("dinner", "2020-03-01", &[1, 0]);
        event("supper", "2021-03-01", &[0, 1, 2]);
        event("alone", "2022", &[3]);
        event("congress", "2020", &(0..20).collect::<Vec<_>>());
        Index::new(Arc::new(builder.finish()))
    }

    #[test]
    fn who_took_part_in_the_same_events_has_met() {
        let index = index();
        let graph = Graph::new(&index, &Measurer::new());
        let all = Meeting::all(&index, &graph);
        let counts: Vec<_> = all.iter().map(|m| (m.ends, m.events.len())).collect();
        assert_eq!(counts, [([0, 1], 2), ([0, 2], 1), ([1, 2], 1)]);
    }

    #[test]
    fn what_had_not_happened_by_then_does_not_count() {
        let index = index();
        let graph = Graph::new(&index, &Measurer::new());
        let first = &Meeting::all(&index, &graph)[0];
        let at = |since: Option<i64>, year: i64| {
            let start = |year| Civil::new(year, 6, 1).start();
            let (since, at) = (since.map(start), start(year));
            first.events_by(&index, Some(Moment { since, at })).len()
        };
        assert_eq!(first.events_by(&index, None).len(), 2);
        assert_eq!([at(None, 2019), at(None, 2020), at(None, 2021)], [0, 1, 2]);
        assert_eq!(at(Some(2020), 2021), 1);
    }
}
