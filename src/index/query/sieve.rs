//! A query made ready for a story: what hangs on its actors, dates and sources is looked up once, and
//! not for each of a million events.

use std::sync::Arc;

use crate::story::{ActorIx, EventIx, Evidence, Item, SourceIx, Status, Story};

use super::super::Index;
use super::super::search::{folded, has_folded, write_texts};
use super::ground::{Bound, Ground, any_holds};
use super::{Query, Test, Value};

/// Events by which terms are put in order.
const SAMPLE: usize = 200;

/// A query made ready for a story.
#[derive(Clone, Debug)]
pub struct Sieve {
    /// Each with whether it is turned round.
    terms: Vec<(bool, Ready)>,
}

/// Which records hold a word in their own texts, where that is known already.
#[derive(Clone, Debug)]
pub(in super::super) struct Held {
    /// By [`place`].
    records: Arc<[bool]>,
    /// How many hold it.
    count: usize,
    /// Where the records of each kind begin.
    begins: [usize; 5],
}

impl Held {
    /// `records` says of each whether it holds the word; those of each kind begin at `begins`.
    pub fn new(records: Vec<bool>, begins: [usize; 5]) -> Self {
        Self {
            count: records.iter().filter(|holds| **holds).count(),
            records: records.into(),
            begins,
        }
    }

    /// How many records hold it.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The places of those that do.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        let all = self.records.iter().enumerate();
        all.filter(|(_, holds)| **holds).map(|(at, _)| at)
    }

    fn holds(&self, item: Item) -> bool {
        let at = place(&self.begins, item);
        self.records.get(at).copied().unwrap_or(false)
    }
}

/// Where `item` stands among all records, where those of each kind begin at `begins`: actors, events, relations,
/// passages, sources.
pub(in super::super) fn place(begins: &[usize; 5], item: Item) -> usize {
    let [actors, events, relations, passages, sources] = *begins;
    match item {
        Item::Actor(ix) => actors + ix.index(),
        Item::Event(ix) => events + ix.index(),
        Item::Relation(ix) => relations + ix.index(),
        Item::Passage(ix) => passages + ix.index(),
        Item::Source(ix) => sources + ix.index(),
    }
}

#[derive(Clone, Debug)]
enum Ready {
    Words {
        word: String,
        held: Option<Held>,
        /// Actors that are called so.
        named: Vec<bool>,
    },
    Kind {
        kinds: Vec<String>,
        /// Actors that are of one.
        actors: Vec<bool>,
        /// Looks of events that are of one: a million events have few.
        looks: Vec<bool>,
    },
    Tag(Vec<String>),
    Actor(Vec<bool>),
    Place(Vec<Value>),
    /// Each with which records hold it anywhere, where that is known.
    Title(Vec<(Value, Option<Held>)>),
    Source(Vec<bool>),
    Said(Vec<bool>),
    Status(Vec<Status>),
    /// Dates of the story that lie so.
    Dated(Vec<bool>),
    Importance(Vec<Bound>),
    Ground(Ground),
}

impl Sieve {
    pub(super) fn new(query: &Query, index: &Index) -> Self {
        Self::with_words(query, index, |_| None)
    }

    /// The same, where `held` may know already which records hold a word.
    pub(in super::super) fn with_words(
        query: &Query,
        index: &Index,
        held: impl Fn(&str) -> Option<Held>,
    ) -> Self {
        let terms = query.terms.iter();
        let terms = terms.map(|term| (term.negated, Ready::new(&term.test, index, &held)));
        let mut sieve = Self {
            terms: terms.collect(),
        };
        sieve.order(index);
        sieve
    }

    /// Puts first the terms that the fewest events pass, by a sample of them: the others are asked of few.
    fn order(&mut self, index: &Index) {
        if self.terms.len() < 2 {
            return;
        }
        let story = index.story();
        let count = story.events().len();
        let sample = (0..count).step_by((count / SAMPLE).max(1));
        let sample: Vec<Item> = sample.map(|n| Item::Event(EventIx::at(n))).collect();
        self.terms.sort_by_cached_key(|(negated, ready)| {
            let passes = |item: &&Item| ready.holds(index, **item) != *negated;
            sample.iter().filter(passes).count()
        });
    }

    /// Whether `item` passes; passages and sources always do.
    #[must_use]
    pub fn passes(&self, index: &Index, item: Item) -> bool {
        matches!(item, Item::Passage(_) | Item::Source(_))
            || self
                .terms
                .iter()
                .all(|(negated, ready)| ready.holds(index, item) != *negated)
    }
}

/// The actors that pass `test`, by position.
fn actors(story: &Story, test: impl Fn(ActorIx) -> bool) -> Vec<bool> {
    (0..story.actors().len())
        .map(|n| test(ActorIx::at(n)))
        .collect()
}

/// The actors that `names` are the names, other names or ids of. A name that nobody bears in full is that of
/// whoever has it as words of a longer one, unless it is meant exactly.
fn actors_called(story: &Story, names: &[Value]) -> Vec<bool> {
    let called = |ix: ActorIx| {
        let actor = story.actor(ix);
        let known = actor.aliases.iter().chain([actor.id, actor.name]);
        known.map(folded).collect::<Vec<_>>()
    };
    let all: Vec<Vec<String>> = (0..story.actors().len())
        .map(|n| called(ActorIx::at(n)))
        .collect();
    let mut found = vec![false; all.len()];
    for name in names {
        let mut is_borne = false;
        for (known, found) in all.iter().zip(&mut found) {
            let bears = known.contains(&name.words);
            *found |= bears;
            is_borne |= bears;
        }
        if !is_borne && !name.exact {
            for (known, found) in all.iter().zip(&mut found) {
                *found |= known.iter().any(|known| has_words(known, &name.words));
            }
        }
    }
    found
}

/// Whether `words` stand in `text` from the beginning of a word to the end of one.
fn has_words(text: &str, words: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, found)| {
        let (before, after) = (text.get(..at), text.get(at + found.len()..));
        let before = before.and_then(|text| text.chars().next_back());
        let after = after.and_then(|text| text.chars().next());
        !is_letter(before) && !is_letter(after)
    })
}

fn any_is(values: &[String], text: &str) -> bool {
    if text.is_ascii() {
        return values.iter().any(|value| value.eq_ignore_ascii_case(text));
    }
    values.contains(&folded(text))
}

impl Ready {
    fn new(test: &Test, index: &Index, held: impl Fn(&str) -> Option<Held>) -> Self {
        let story = index.story();
        let dated = |test: &dyn Fn(&crate::story::date::Span) -> bool| {
            let dates = story.dates.all().iter();
            Self::Dated(dates.map(|date| test(date.span())).collect())
        };
        match test {
            Test::Words(word) => {
                let held = held(word);
                let may = |ix| held.as_ref().is_none_or(|held| held.holds(Item::Actor(ix)));
                let part = Value::of(&**word);
                let named = |ix| may(ix) && is_called(index, Item::Actor(ix), &part);
                Self::Words {
                    named: actors(story, named),
                    word: word.clone(),
                    held,
                }
            }
            Test::Kind(kinds) => Self::Kind {
                actors: actors(story, |ix| any_is(kinds, story.actor(ix).kind)),
                looks: index
                    .kinds_of_looks()
                    .map(|kind| kind.is_some_and(|kind| any_is(kinds, kind)))
                    .collect(),
                kinds: kinds.clone(),
            },
            Test::Tag(tags) => Self::Tag(tags.clone()),
            Test::Actor(names) => Self::Actor(actors_called(story, names)),
            Test::Place(places) => Self::Place(places.clone()),
            Test::Title(titles) => {
                let titles = titles.iter();
                Self::Title(
                    titles
                        .map(|title| (title.clone(), held(&title.words)))
                        .collect(),
                )
            }
            Test::Source(sources) => Self::Source(
                story
                    .sources()
                    .map(|source| {
                        let mut sources = sources.iter();
                        sources.any(|value| value.means_source(source.id, source.title))
                    })
                    .collect(),
            ),
            Test::Said(names) => Self::Said(actors_called(story, names)),
            Test::Status(statuses) => Self::Status(statuses.clone()),
            Test::When(stretches) => dated(&|span| {
                let mut stretches = stretches.iter();
                stretches.any(|(from, to)| span.touches(*from, *to))
            }),
            Test::From(from) => dated(&|span| span.outer().1 > *from),
            Test::To(to) => dated(&|span| span.outer().0 < *to),
            Test::Importance(bounds) => Self::Importance(bounds.clone()),
            Test::Ground(ground) => Self::Ground(ground.clone()),
        }
    }

    fn holds(&self, index: &Index, item: Item) -> bool {
        let story = index.story();
        let is = |all: &[bool], at: usize| all.get(at).copied().unwrap_or(false);
        match self {
            Self::Words { word, held, named } => {
                has_own(index, item, word, held.as_ref())
                    || takes_part(story, item, named)
                    || quotes(index, item, word, held.as_ref())
            }
            Self::Kind {
                kinds,
                actors,
                looks,
            } => {
                let is_own = match item {
                    Item::Event(ix) => is(looks, index.look_of(ix)),
                    Item::Relation(_) => {
                        story.kind_of(item).is_some_and(|kind| any_is(kinds, kind))
                    }
                    Item::Actor(_) | Item::Passage(_) | Item::Source(_) => false,
                };
                is_own || takes_part(story, item, actors)
            }
            Self::Tag(tags) => {
                let mut held = story.tags_of(item).iter();
                held.any(|tag| any_is(tags, tag))
            }
            Self::Actor(actors) => takes_part(story, item, actors),
            Self::Place(places) => {
                let name = story.place_of(item);
                places.iter().any(|place| place.means(name))
            }
            Self::Title(titles) => titles.iter().any(|(title, held)| {
                let may = held.as_ref().is_none_or(|held| held.holds(item));
                may && is_called(index, item, title)
            }),
            Self::Source(sources) => {
                let of = |link: &Evidence| story.passages.rows[link.passage.index()].source;
                let mut links = index.evidence_of(item).iter();
                links.any(|link| is(sources, SourceIx::index(of(link))))
            }
            Self::Said(actors) => {
                let mut links = index.evidence_of(item).iter();
                links.any(|link| {
                    let speaker = story.speaker_of(link.passage);
                    speaker.is_some_and(|ix| is(actors, ix.index()))
                })
            }
            Self::Status(statuses) => story
                .status_of(item)
                .is_some_and(|status| statuses.contains(&status)),
            Self::Dated(dates) => story.date_of(item).index().is_some_and(|at| is(dates, at)),
            Self::Importance(bounds) => any_holds(bounds, u32::from(story.importance_of(item))),
            Self::Ground(ground) => ground.holds(index, item),
        }
    }
}

/// Whether one of `actors` takes part in `item`, is an end of it, or is it.
fn takes_part(story: &Story, item: Item, actors: &[bool]) -> bool {
    let is = |ix: ActorIx| actors.get(ix.index()).copied().unwrap_or(false);
    match item {
        Item::Event(ix) => {
            let mut all = story.events.participants_of(ix.index()).iter();
            all.any(|participant| is(participant.actor))
        }
        Item::Relation(ix) => {
            let row = &story.relations.rows[ix.index()];
            is(row.from) || is(row.to)
        }
        Item::Actor(ix) => is(ix),
        Item::Passage(_) | Item::Source(_) => false,
    }
}

/// Whether `words` mean the title of `item` or one of its names.
fn is_called(index: &Index, item: Item, words: &Value) -> bool {
    let story = index.story();
    match item {
        Item::Event(ix) => {
            let title = story.events.rows[ix.index()].title;
            words.means(story.texts.get(title))
        }
        Item::Actor(ix) => {
            let actor = story.actor(ix);
            let mut names = actor.aliases.iter().chain([actor.name]);
            names.any(|name| words.means(name))
        }
        _ => words.means(&index.title_of(item)),
    }
}

/// Whether `word` stands in the texts of `item` itself.
fn has_own(index: &Index, item: Item, word: &str, held: Option<&Held>) -> bool {
    if let Some(held) = held {
        return held.holds(item);
    }
    let mut texts = String::new();
    write_texts(index, item, &mut texts);
    texts.contains(word)
}

/// Whether `word` stands in a quotation that `item` rests on.
fn quotes(index: &Index, item: Item, word: &str, held: Option<&Held>) -> bool {
    let story = index.story();
    index.evidence_of(item).iter().any(|link| {
        if let Some(held) = held {
            return held.holds(Item::Passage(link.passage));
        }
        let passage = story.passage(link.passage);
        has_folded(passage.quote, word) || has_folded(passage.translation, word)
    })
}
