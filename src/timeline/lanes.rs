//! Which lane each event stands in.

use std::collections::HashMap;
use std::hash::Hash;

use rayon::prelude::*;

use crate::index::Index;
use crate::language::say;
use crate::story::calendar::Tick;
use crate::story::kind::{Hue, kept_name, sentence_case};
use crate::story::{DrawnAs, EventIx};
use crate::view::LaneBy;

/// Events that a thread parts in one go.
const PART: usize = 1 << 17;

/// Events under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The heading; empty where there is one lane for all.
    pub label: String,
    /// The name by which choices about it are kept, whatever the program speaks.
    pub kept: String,
    /// Its dated events, in time order; an event stands in it once.
    pub events: Vec<EventIx>,
}

/// Parts the dated events of a story into lanes, without eras and key dates, which lie behind them;
/// lanes without events are left out.
#[must_use]
pub fn lanes(index: &Index, by: LaneBy) -> Vec<Lane> {
    // Parts of the story on threads; what they find is joined in time order.
    let parts: Vec<Found<'_>> = index
        .dated_events()
        .par_chunks(PART)
        .map(|events| found(index, by, events))
        .collect();
    let mut parts = parts.into_iter();
    let mut found = parts.next().unwrap_or_default();
    for part in parts {
        found.append(part);
    }
    let mut lanes: Vec<(i128, Lane)> = found
        .lanes
        .into_iter()
        .map(|(key, events)| {
            let (rank, label) = heading(index, by, key, &events);
            let kept = kept(index, by, key, &events).unwrap_or_else(|| label.clone());
            let lane = Lane {
                label,
                kept,
                events,
            };
            (rank, lane)
        })
        .collect();
    lanes.sort_by(|a, b| (a.0, &a.1.label).cmp(&(b.0, &b.1.label)));
    lanes.into_iter().map(|(_, lane)| lane).collect()
}

/// The lanes of `events`, which come in time order.
fn found<'i>(index: &'i Index, by: LaneBy, events: &[EventIx]) -> Found<'i> {
    let story = index.story();
    let mut found = Found::default();
    let events_of = &story.events;
    for &ix in events {
        // The row and not the event: nothing else that it says is looked up.
        let row = &events_of.rows[ix.index()];
        // Eras and key dates lie behind all lanes.
        if row.drawn_as != DrawnAs::Mark {
            continue;
        }
        let word = |piece| Key::Word(story.texts.get(piece));
        match by {
            LaneBy::None => found.add(Key::All, ix),
            LaneBy::EventKind => found.add(word(row.kind), ix),
            LaneBy::Status => found.add(Key::Number(row.status as u32), ix),
            LaneBy::ActorKind => {
                let first = events_of.participants_of(ix.index()).first();
                let style = first.map(|first| index.actor_style(first.actor));
                let key = style.map_or(Key::Without, |style| Key::Word(&style.label));
                found.add(key, ix);
            }
            LaneBy::Actor => {
                let actors = events_of.participants_of(ix.index()).iter();
                found.add_each(actors.map(|p| Key::Number(p.actor.0)), ix);
            }
            LaneBy::Tag => found.add_each(story.event(ix).tags.iter().map(Key::Word), ix),
            LaneBy::Place if row.place.is_empty() => found.add(Key::Without, ix),
            LaneBy::Place => found.add(word(row.place), ix),
            LaneBy::Source => {
                let passages = &story.passages.rows;
                let evidence = events_of.evidence_of(ix.index()).iter();
                let sources = evidence.map(|link| passages[link.passage.index()].source.0);
                found.add_each(sources.map(Key::Number), ix);
            }
        }
    }
    found
}

/// What the events of a lane have in common.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'a> {
    All,
    Word(&'a str),
    Number(u32),
    Without,
}

#[derive(Default)]
struct Found<'a> {
    places: HashMap<Key<'a>, usize, ahash::RandomState>,
    lanes: Vec<(Key<'a>, Vec<EventIx>)>,
}

impl<'a> Found<'a> {
    fn add(&mut self, key: Key<'a>, ix: EventIx) {
        let lanes = &mut self.lanes;
        let place = *self.places.entry(key).or_insert_with(|| {
            lanes.push((key, Vec::new()));
            lanes.len() - 1
        });
        let events = &mut lanes[place].1;
        // An actor may take part twice, a source be quoted twice.
        if events.last() != Some(&ix) {
            events.push(ix);
        }
    }

    /// Adds what was found of later events.
    fn append(&mut self, later: Self) {
        for (key, events) in later.lanes {
            if let Some(&place) = self.places.get(&key) {
                self.lanes[place].1.extend(events);
            } else {
                self.places.insert(key, self.lanes.len());
                self.lanes.push((key, events));
            }
        }
    }

    fn add_each(&mut self, keys: impl Iterator<Item = Key<'a>>, ix: EventIx) {
        let mut any = false;
        for key in keys {
            any = true;
            self.add(key, ix);
        }
        if !any {
            self.add(Key::Without, ix);
        }
    }
}

/// The heading of a lane, and where it stands among the others: smaller numbers first, then by
/// heading.
fn heading(index: &Index, by: LaneBy, key: Key<'_>, events: &[EventIx]) -> (i128, String) {
    let story = index.story();
    let busiest_first = -(events.len() as i128);
    match (by, key) {
        (LaneBy::None, _) | (_, Key::All) => (0, String::new()),
        (_, Key::Without) | (LaneBy::EventKind, Key::Word("")) => {
            (i128::MAX, without(by).to_owned())
        }
        (LaneBy::EventKind, Key::Word(word)) => (0, sentence_case(word)),
        (LaneBy::ActorKind, Key::Word(label)) => {
            let first = events
                .first()
                .and_then(|&ix| story.event(ix).participants.first());
            let hue = first.map(|first| index.actor_style(first.actor).hue);
            (hue.map_or(i128::MAX, rank), label.to_owned())
        }
        (_, Key::Word(word)) => (busiest_first, word.to_owned()),
        (LaneBy::Status, Key::Number(_)) => {
            let status = events.first().map(|&ix| story.event(ix).status);
            let word = status.map_or("", crate::story::Status::label);
            (
                status.map_or(0, |status| status as i128),
                sentence_case(word),
            )
        }
        (LaneBy::Source, Key::Number(n)) => {
            let source = story.sources().nth(n as usize);
            let published = source.and_then(|source| source.published);
            let at = published.map_or(Tick::MAX, |date| date.span().sort_key().0);
            let title = source.map(|source| source.title.to_owned());
            (i128::from(at.0), title.unwrap_or_default())
        }
        (_, Key::Number(n)) => {
            let name = story
                .actors()
                .nth(n as usize)
                .map(|actor| actor.name.to_owned());
            (busiest_first, name.unwrap_or_default())
        }
    }
}

/// The name by which choices about a lane are kept whose heading is the program's own; none where it is the story's.
fn kept(index: &Index, by: LaneBy, key: Key<'_>, events: &[EventIx]) -> Option<String> {
    let story = index.story();
    let first = story.event(*events.first()?);
    let kept = match (by, key) {
        (LaneBy::EventKind, Key::Word("")) => "Without a kind",
        (LaneBy::Tag, Key::Without) => "Without tags",
        (LaneBy::Place, Key::Without) => "Without a place",
        (LaneBy::Source, Key::Without) => "Without a source",
        (_, Key::Without) => "Without participants",
        (LaneBy::Status, _) => return Some(sentence_case(first.status.word())),
        (LaneBy::ActorKind, Key::Word(_)) => {
            let actor = first.participants.first()?.actor;
            return Some(kept_name(story, story.actor(actor).kind));
        }
        _ => return None,
    };
    Some(kept.to_owned())
}

/// The heading of those that have nothing by which the lanes are parted.
fn without(by: LaneBy) -> &'static str {
    match by {
        LaneBy::Tag => say!("timeline-without-tags"),
        LaneBy::Place => say!("timeline-without-place"),
        LaneBy::Source => say!("timeline-without-source"),
        LaneBy::EventKind => say!("timeline-without-kind"),
        _ => say!("timeline-without-participants"),
    }
}

fn rank(hue: Hue) -> i128 {
    let place = Hue::ALL.iter().position(|other| *other == hue);
    place.map_or(i128::MAX, |place| place as i128)
}
