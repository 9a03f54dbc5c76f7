//! Which lane each event stands in.

use std::collections::BTreeMap;

use crate::index::Index;
use crate::story::EventIx;
use crate::story::kind::{Hue, sentence_case};
use crate::view::LaneBy;

/// Events under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The heading; empty where there is one lane for all.
    pub label: String,
    /// Its dated events, in time order.
    pub events: Vec<EventIx>,
}

/// Parts the dated events of a story into lanes; lanes without events are left out.
#[must_use]
pub fn lanes(index: &Index, by: LaneBy) -> Vec<Lane> {
    let story = index.story();
    // Lanes stand by a rank, then by their label.
    let mut found: BTreeMap<(usize, String), Vec<EventIx>> = BTreeMap::new();
    for &ix in index.dated_events() {
        let event = story.event(ix);
        let mut add = |rank: usize, label: String| {
            let lane = found.entry((rank, label)).or_default();
            if lane.last() != Some(&ix) {
                lane.push(ix);
            }
        };
        match by {
            LaneBy::None => add(0, String::new()),
            LaneBy::EventKind => add(0, sentence_case(event.kind)),
            LaneBy::Status => add(event.status as usize, sentence_case(event.status.word())),
            LaneBy::ActorKind => match event.participants.first() {
                Some(first) => {
                    let style = index.actor_style(first.actor);
                    add(rank(style.hue), style.label.clone());
                }
                None => add(usize::MAX, "Without participants".to_owned()),
            },
            LaneBy::Actor => {
                for participant in &event.participants {
                    // The busiest come first.
                    let busy = index.events_of(participant.actor).len();
                    add(
                        usize::MAX / 2 - busy,
                        story.actor(participant.actor).name.to_owned(),
                    );
                }
                if event.participants.is_empty() {
                    add(usize::MAX, "Without participants".to_owned());
                }
            }
        }
    }
    found
        .into_iter()
        .map(|((_, label), events)| Lane { label, events })
        .collect()
}

fn rank(hue: Hue) -> usize {
    Hue::ALL
        .iter()
        .position(|other| *other == hue)
        .unwrap_or(usize::MAX)
}
