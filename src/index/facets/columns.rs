//! What each item has of a field: gathered once.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::evidence::State;
use crate::index::Index;
use crate::language::say;
use crate::story::kind;
use crate::story::kind::sentence_case;
use crate::story::{ActorIx, EventIx, Evidence, Item, RelationIx, Source, Status};

use super::super::query::ground::{Ground, VOICES, any_holds, state_word, voice_at};
use super::super::query::{Field, Test};
use super::super::search::folded;
use super::super::words::{Numbered, Words};
use super::{Count, Entry};

/// Which values each item has: all of a field's at once where these are few, or else a list.
#[derive(Debug)]
pub(super) enum Holding {
    /// A bit for each value.
    Few(Vec<u8>),
    /// Where the list of each item begins, and all lists behind each other; no value stands twice in one.
    Many(Vec<u32>, Vec<u32>),
}

impl Holding {
    /// Calls `with` for each value that the item at `place` has.
    #[inline]
    pub(super) fn each(&self, place: usize, mut with: impl FnMut(usize)) {
        match self {
            Self::Few(bits) => {
                let mut bits = bits.get(place).copied().unwrap_or_default();
                while bits != 0 {
                    with(bits.trailing_zeros() as usize);
                    bits &= bits - 1;
                }
            }
            Self::Many(starts, values) => {
                let at = |n: usize| starts.get(n).map_or(values.len(), |&at| at as usize);
                let list = values.get(at(place)..at(place + 1)).unwrap_or_default();
                for &value in list {
                    with(value as usize);
                }
            }
        }
    }
}

/// A field's values.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) entries: Vec<Entry>,
    pub(super) holding: Holding,
}

impl Default for Column {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            holding: Holding::Few(Vec::new()),
        }
    }
}

impl Column {
    /// Looks at every item of `index` for its values of `field`.
    pub(super) fn of(index: &Index, field: Field, items: [usize; 3]) -> Self {
        let story = index.story();
        let named = |key: &str, label: &str| Entry {
            key: key.to_owned(),
            folded: key.to_owned(),
            label: label.to_owned(),
            all: Count::default(),
        };
        let few = |entries: Vec<Entry>, bits: &(dyn Fn(Item) -> u8 + Sync)| {
            let events = (0..items[0])
                .into_par_iter()
                .map(|n| Item::Event(EventIx::at(n)));
            let relations = (0..items[1]).into_par_iter();
            let relations = relations.map(|n| Item::Relation(RelationIx::at(n)));
            let actors = (0..items[2])
                .into_par_iter()
                .map(|n| Item::Actor(ActorIx::at(n)));
            let all = events.chain(relations).chain(actors);
            Self {
                entries,
                holding: Holding::Few(all.map(bits).collect()),
            }
        };
        let of_evidence = |item: Item, bit: &dyn Fn(&Evidence) -> usize| {
            let links = index.evidence_of(item).iter();
            links.fold(0_u8, |bits, link| bits | bit_at(bit(link)))
        };
        match field {
            Field::Kind => kinds(index),
            Field::Tag => {
                let mut words = Words::default();
                for event in story.events() {
                    words.item(event.tags.iter());
                }
                for relation in story.relations() {
                    words.item(relation.tags.iter());
                }
                for actor in story.actors() {
                    words.item(actor.tags.iter());
                }
                Self::of_words(words.done(), str::to_owned)
            }
            Field::Place => {
                let mut words = Words::default();
                for event in story.events() {
                    words.item([event.place]);
                }
                for _ in story.relations() {
                    words.item([]);
                }
                for actor in story.actors() {
                    words.item([actor.place]);
                }
                Self::of_words(words.done(), str::to_owned)
            }
            Field::Source => sources(index, items),
            Field::Status => few(
                Status::ALL
                    .map(|status| named(status.word(), &sentence_case(status.label())))
                    .into(),
                &|item| {
                    story
                        .status_of(item)
                        .map_or(0, |status| bit_at(status as usize))
                },
            ),
            Field::Voice => few(
                VOICES.map(|word| named(word, &voice_name(word))).into(),
                &|item| of_evidence(item, &|link| voice_at(story, link.passage)),
            ),
            Field::Check => few(
                State::ALL
                    .map(|state| named(state_word(state), &sentence_case(state.label())))
                    .into(),
                &|item| {
                    of_evidence(item, &|link| {
                        let state = index.verification().state(link.passage);
                        let place = State::ALL.iter().position(|known| *known == state);
                        place.unwrap_or(State::ALL.len())
                    })
                },
            ),
            Field::Importance => few(
                LEVELS.map(|key| named(key, level_name(key))).into(),
                &|item| match story.importance_of(item) {
                    level @ 1..=5 => bit_at(usize::from(5 - level)),
                    _ => 0,
                },
            ),
            // No facets are of other fields.
            _ => Self::default(),
        }
    }

    fn of_words(
        (numbered, holding): (Vec<Numbered>, [Vec<u32>; 2]),
        label: impl Fn(&str) -> String,
    ) -> Self {
        let entry = |numbered: Numbered| Entry {
            label: label(&numbered.spelt),
            key: numbered.spelt,
            folded: numbered.folded,
            all: Count::default(),
        };
        let [starts, values] = holding;
        Self {
            entries: numbered.into_iter().map(entry).collect(),
            holding: Holding::Many(starts, values),
        }
    }

    /// Which of its values a term means that asks for its field; none where its values do not tell.
    pub(super) fn meant(&self, index: &Index, test: &Test) -> Option<Vec<bool>> {
        let story = index.story();
        let which = |holds: &dyn Fn(&str) -> bool| -> Vec<bool> {
            let entries = self.entries.iter();
            entries.map(|entry| holds(&entry.folded)).collect()
        };
        Some(match test {
            Test::Kind(words) | Test::Tag(words) => {
                let words: HashSet<&str> = words.iter().map(String::as_str).collect();
                which(&|value| words.contains(value))
            }
            Test::Place(places) => which(&|value| places.iter().any(|place| place.means(value))),
            Test::Source(values) => {
                // Sources whose ids are alike are one entry, but have titles of their own.
                if self.entries.len() < story.sources().len() {
                    return None;
                }
                let is_meant = |source: Source<'_>| {
                    let mut values = values.iter();
                    values.any(|value| value.means_source(source.id, source.title))
                };
                story.sources().map(is_meant).collect()
            }
            Test::Status(statuses) => {
                which(&|value| statuses.iter().any(|status| status.word() == value))
            }
            Test::Importance(bounds) => {
                which(&|value| any_holds(bounds, value.parse().unwrap_or(0)))
            }
            Test::Ground(Ground::Voice(asked)) => {
                let asked = || VOICES.iter().zip(asked);
                which(&|value| asked().any(|(word, asked)| *asked && *word == value))
            }
            Test::Ground(Ground::Check(states)) => {
                which(&|value| states.iter().any(|state| state_word(*state) == value))
            }
            _ => return None,
        })
    }

    /// The places of its values: as they are told where these are few and have an order of their own, or else
    /// those before others that more of what is left has.
    pub(super) fn order(&self, field: Field, left: &[Count]) -> Vec<u32> {
        let mut places: Vec<u32> = (0..).take(self.entries.len()).collect();
        if matches!(
            field,
            Field::Status | Field::Voice | Field::Check | Field::Importance
        ) {
            return places;
        }
        let key = |place: &u32| {
            let n = *place as usize;
            let entry = &self.entries[n];
            let most = std::cmp::Reverse((left[n].items(), entry.all.items()));
            (most, &entry.label)
        };
        places.par_sort_by(|a, b| key(a).cmp(&key(b)));
        places
    }
}

/// How important, as filters and people have it, the most first.
const LEVELS: [&str; 5] = ["5", "4", "3", "2", "1"];

/// The bit for the value at `place`; none beyond the eighth.
fn bit_at(place: usize) -> u8 {
    u32::try_from(place).map_or(0, |place| 1_u8.checked_shl(place).unwrap_or(0))
}

fn level_name(level: &'static str) -> &'static str {
    match level {
        "5" => say!("facet-importance-most"),
        "3" => say!("facet-importance-usual"),
        "1" => say!("facet-importance-least"),
        other => other,
    }
}

fn voice_name(word: &str) -> String {
    say!("facet-voice", voice = word)
}

/// Kinds: of events and relations also those of who takes part, as filters have them.
fn kinds(index: &Index) -> Column {
    let story = index.story();
    let kind_of = |ix: ActorIx| story.actor(ix).kind;
    let mut words = Words::default();
    for event in story.events() {
        let actors = event.participants.iter().map(|p| kind_of(p.actor));
        words.item(std::iter::once(event.kind).chain(actors));
    }
    for relation in story.relations() {
        words.item([relation.kind, kind_of(relation.from), kind_of(relation.to)]);
    }
    for actor in story.actors() {
        words.item([actor.kind]);
    }
    let label = |word: &str| {
        let declared = story.actor_kinds.iter().chain(&story.event_kinds);
        let declared = declared.chain(&story.relation_kinds);
        let mut declared = declared.filter(|kind| kind.word == word);
        let label = declared.find_map(|kind| kind.label.clone());
        let label = label.or_else(|| kind::built_in_label(word).map(str::to_owned));
        label.unwrap_or_else(|| sentence_case(word))
    };
    Column::of_words(words.done(), label)
}

/// Sources, by id, under their titles.
fn sources(index: &Index, items: [usize; 3]) -> Column {
    let story = index.story();
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: Vec<u32> = Vec::with_capacity(story.sources().len());
    let mut known: HashMap<String, u32> = HashMap::new();
    for source in story.sources() {
        let folded = folded(source.id);
        let next = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let place = *known.entry(folded.clone()).or_insert(next);
        if place == next {
            let title = if source.title.is_empty() {
                source.id
            } else {
                source.title
            };
            entries.push(Entry {
                key: source.id.to_owned(),
                folded,
                label: title.to_owned(),
                all: Count::default(),
            });
        }
        places.push(place);
    }
    let [mut starts, mut values] = [Vec::with_capacity(items.iter().sum()), Vec::new()];
    let mut add = |evidence: &[Evidence]| {
        let first = values.len();
        starts.push(u32::try_from(first).unwrap_or(u32::MAX));
        for link in evidence {
            let source = story.passage(link.passage).source;
            if let Some(place) = places.get(source.index())
                && !values[first..].contains(place)
            {
                values.push(*place);
            }
        }
    };
    for event in story.events() {
        add(event.evidence);
    }
    for relation in story.relations() {
        add(relation.evidence);
    }
    for actor in story.actors() {
        add(actor.evidence);
    }
    Column {
        entries,
        holding: Holding::Many(starts, values),
    }
}
