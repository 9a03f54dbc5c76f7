//! The values that a story has for the fields of a query, with how much each would find.

use std::collections::HashMap;

use ahash::RandomState;
use rayon::prelude::*;

use crate::story::{ActorIx, Evidence, Item, PassageIx, Status, Story};

use super::super::Index;
use super::super::search::folded;
use super::error::{self, QueryError, QueryProblem};
use super::field::{Field, Takes};
use super::ground::{RESTS, VOICES, rests, voice_at};
use super::{Value, written};
use crate::file::nearest;

/// Values of a field that are kept: of more, those that would find most.
const MOST_KEPT: usize = 20_000;
/// Records that a thread counts in one go.
const PIECE: usize = 4096;

/// A value of a field, as the story has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What a query asks for, without quotation marks.
    pub words: String,
    /// What else it is called: an actor's name, a source's title; empty where nothing.
    pub name: String,
    /// How many events, relations and actors have it.
    pub count: usize,
    /// What can be typed to find it, folded.
    pub(super) sought: String,
}

/// The values that a story has for the fields of a query, those first that would find most.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    values: Vec<(Field, Vec<Entry>)>,
}

impl Vocabulary {
    /// Counts the values of the story of `index`: linear in it.
    #[must_use]
    pub fn new(index: &Index) -> Self {
        let story = index.story();
        let items = Items::of(story);
        let counts = (0..items.count())
            .into_par_iter()
            .chunks(PIECE)
            .map(|places| {
                let mut counts = Counts::default();
                for place in places {
                    counts.add(index, items.at(place));
                }
                counts
            })
            .reduce(Counts::default, Counts::with);
        Self {
            values: counts.values(story),
        }
    }

    /// The values of `field`, those first that would find most.
    #[must_use]
    pub fn of(&self, field: Field) -> &[Entry] {
        let mut all = self.values.iter();
        all.find(|(of, _)| *of == field)
            .map_or(&[], |(_, values)| values)
    }
}

/// The records that a filter can hide, by number.
struct Items {
    events: usize,
    relations: usize,
    actors: usize,
}

impl Items {
    fn of(story: &Story) -> Self {
        Self {
            events: story.events().len(),
            relations: story.relations().len(),
            actors: story.actors().len(),
        }
    }

    fn count(&self) -> usize {
        self.events + self.relations + self.actors
    }

    fn at(&self, place: usize) -> Item {
        use crate::story::{EventIx, RelationIx};
        if place < self.events {
            Item::Event(EventIx::at(place))
        } else if place < self.events + self.relations {
            Item::Relation(RelationIx::at(place - self.events))
        } else {
            Item::Actor(ActorIx::at(place - self.events - self.relations))
        }
    }
}

type Words<'s> = HashMap<&'s str, usize, RandomState>;
type Numbers = HashMap<usize, usize, RandomState>;

/// How many records have what.
#[derive(Default)]
struct Counts<'s> {
    kinds: Words<'s>,
    tags: Words<'s>,
    places: Words<'s>,
    actors: Numbers,
    said: Numbers,
    sources: Numbers,
    statuses: [usize; Status::ALL.len()],
    voices: [usize; VOICES.len()],
    rests: [usize; RESTS.len()],
}

impl<'s> Counts<'s> {
    /// Counts in what `item` would be found by: each value once.
    fn add(&mut self, index: &'s Index, item: Item) {
        let story = index.story();
        let mut kinds: Vec<&str> = Vec::with_capacity(8);
        let mut actors: Vec<ActorIx> = Vec::with_capacity(8);
        let (tags, place, status, evidence): (Vec<&str>, &str, _, &[Evidence]) = match item {
            Item::Event(ix) => {
                let event = story.event(ix);
                kinds.push(event.kind);
                actors.extend(
                    event
                        .participants
                        .iter()
                        .map(|participant| participant.actor),
                );
                let status = Some(event.status);
                (
                    event.tags.iter().collect(),
                    event.place,
                    status,
                    event.evidence,
                )
            }
            Item::Relation(ix) => {
                let relation = story.relation(ix);
                kinds.push(relation.kind);
                actors.extend([relation.from, relation.to]);
                let status = Some(relation.status);
                (
                    relation.tags.iter().collect(),
                    "",
                    status,
                    relation.evidence,
                )
            }
            Item::Actor(ix) => {
                let actor = story.actor(ix);
                actors.push(ix);
                (
                    actor.tags.iter().collect(),
                    actor.place,
                    None,
                    actor.evidence,
                )
            }
            Item::Passage(_) | Item::Source(_) => return,
        };
        kinds.extend(actors.iter().map(|ix| story.actor(*ix).kind));
        count_words(&mut self.kinds, kinds);
        count_words(&mut self.tags, tags);
        count_words(&mut self.places, vec![place]);
        count_numbers(&mut self.actors, actors.iter().map(|ix| ix.index()));
        if let Some(status) = status {
            let at = Status::ALL.iter().position(|known| *known == status);
            self.statuses[at.unwrap_or(0)] += 1;
        }
        let passages = || evidence.iter().map(|link| link.passage);
        let sources = passages().map(|ix| story.passages.rows[ix.index()].source.index());
        count_numbers(&mut self.sources, sources);
        let speaker = |ix: PassageIx| Some(story.speaker_of(ix)?.index());
        count_numbers(&mut self.said, passages().filter_map(speaker));
        let mut speak = [false; VOICES.len()];
        for ix in passages() {
            speak[voice_at(story, ix)] = true;
        }
        for (speaks, count) in speak.into_iter().zip(&mut self.voices) {
            *count += usize::from(speaks);
        }
        for (holds, count) in rests(index.tally(item)).into_iter().zip(&mut self.rests) {
            *count += usize::from(holds);
        }
    }

    fn with(mut self, other: Self) -> Self {
        for (all, more) in [
            (&mut self.kinds, other.kinds),
            (&mut self.tags, other.tags),
            (&mut self.places, other.places),
        ] {
            for (word, count) in more {
                *all.entry(word).or_default() += count;
            }
        }
        for (all, more) in [
            (&mut self.actors, other.actors),
            (&mut self.said, other.said),
            (&mut self.sources, other.sources),
        ] {
            for (number, count) in more {
                *all.entry(number).or_default() += count;
            }
        }
        let add = |all: &mut [usize], more: &[usize]| {
            for (all, more) in all.iter_mut().zip(more) {
                *all += more;
            }
        };
        add(&mut self.statuses, &other.statuses);
        add(&mut self.voices, &other.voices);
        add(&mut self.rests, &other.rests);
        self
    }

    fn values(self, story: &Story) -> Vec<(Field, Vec<Entry>)> {
        let actors = |counts: Numbers| {
            let named = counts.into_iter().map(|(at, count)| {
                let actor = story.actor(ActorIx::at(at));
                let others: Vec<&str> = actor.aliases.iter().collect();
                let sought = format!("{} {} {}", actor.name, actor.id, others.join(" "));
                // Names are what people know each other by.
                if actor.name.is_empty() {
                    entry(actor.id, "", count, &sought)
                } else {
                    entry(actor.name, "", count, &sought)
                }
            });
            most(named.collect())
        };
        let sources = self.sources.into_iter().map(|(at, count)| {
            let source = story.source(crate::story::SourceIx::at(at));
            let sought = format!("{} {}", source.title, source.id);
            entry(source.id, source.title, count, &sought)
        });
        let known = |words: &[&str], counts: &[usize]| {
            let words = words.iter().zip(counts);
            words
                .map(|(word, count)| entry(word, "", *count, word))
                .collect()
        };
        vec![
            (Field::Kind, words(self.kinds)),
            (Field::Tag, words(self.tags)),
            (Field::Place, words(self.places)),
            (Field::Actor, actors(self.actors)),
            (Field::Said, actors(self.said)),
            (Field::Source, most(sources.collect())),
            (
                Field::Status,
                known(&Status::ALL.map(Status::word), &self.statuses),
            ),
            (Field::Voice, known(&VOICES, &self.voices)),
            (Field::Rests, known(&RESTS, &self.rests)),
        ]
    }
}

fn count_words<'s>(all: &mut Words<'s>, mut words: Vec<&'s str>) {
    words.sort_unstable();
    words.dedup();
    for word in words.into_iter().filter(|word| !word.is_empty()) {
        *all.entry(word).or_default() += 1;
    }
}

fn count_numbers(all: &mut Numbers, numbers: impl Iterator<Item = usize>) {
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    for number in numbers {
        *all.entry(number).or_default() += 1;
    }
}

fn entry(words: &str, name: &str, count: usize, sought: &str) -> Entry {
    Entry {
        words: words.to_owned(),
        name: name.to_owned(),
        count,
        sought: folded(sought),
    }
}

/// Words that are the same to a query are one value, as the story has it most.
fn words(counts: Words<'_>) -> Vec<Entry> {
    let mut alike: HashMap<String, Entry, RandomState> = HashMap::default();
    let mut sorted: Vec<(&str, usize)> = counts.into_iter().collect();
    sorted.sort_unstable_by_key(|(word, count)| (std::cmp::Reverse(*count), *word));
    for (word, count) in sorted {
        let held = alike.entry(folded(word));
        held.and_modify(|held| held.count += count)
            .or_insert_with(|| entry(word, "", count, word));
    }
    most(alike.into_values().collect())
}

fn most(mut values: Vec<Entry>) -> Vec<Entry> {
    values.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.words.cmp(&b.words)));
    values.truncate(MOST_KEPT);
    values
}

/// What is wrong with `text`, which can be asked: it has a value that nothing in the story has, with one that may
/// have been meant.
#[must_use]
pub fn unknown_value(text: &str, vocabulary: &Vocabulary) -> Option<QueryError> {
    written::terms(text)
        .filter(|term| !term.negated)
        .find_map(|term| {
            let field = Field::named(term.field?)?;
            let known = vocabulary.of(field);
            if field.takes() != Takes::Words || known.is_empty() {
                return None;
            }
            let is_known = |value: &str| known.iter().any(|known| known.sought.contains(value));
            let mut values = term.values.iter();
            let placed = values.find(|placed| !is_known(&folded(&placed.value.words)))?;
            let value = folded(&placed.value.words);
            let names = known.iter().flat_map(|known| [&*known.words, &*known.name]);
            let meant = nearest(&value, names).map(|name| Value {
                words: name.to_owned(),
                exact: placed.value.exact,
            });
            Some(QueryError {
                reason: QueryProblem::Word(field, error::shown(&value)),
                part: placed.at.clone(),
                at: term.at,
                meant: meant.map(|value| value.written()),
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Progress, load_str};

    #[test]
    fn a_value_that_the_story_has_not_is_told_from_one_that_it_has() {
        let text = r#"Story(format: 1, title: "Tags", actors: { "mole": Actor(name: "M. Mole", tags: ["Cloud", "trade"]) })"#;
        let story = load_str("t.ron", text, &Progress::default()).unwrap().story;
        let vocabulary = Vocabulary::new(&Index::new(story));
        let meant =
            |text: &str| unknown_value(text, &vocabulary).map(|error| error.corrected(text));
        assert_eq!(meant("x tag:clod"), Some(Some("x tag:Cloud".to_owned())));
        assert_eq!(
            meant("tag:trade,clod"),
            Some(Some("tag:trade,Cloud".to_owned()))
        );
        assert_eq!(meant("tag:zebra"), Some(None));
        assert_eq!(meant("tag:cloud -tag:zebra said:x place:y"), None);
        let error = unknown_value("tag:zebra", &vocabulary).unwrap();
        assert_eq!(
            error.to_string(),
            "nothing in the story is found by `tag:zebra`"
        );
    }
}
