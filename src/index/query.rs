//! What a filter asks of items: `kind:agency -tag:cloud from:2022 "stricter rules"`.

use std::fmt;

use crate::evidence::State;
use crate::story::calendar::Tick;
use crate::story::texts::Piece;
use crate::story::{ActorIx, Date, Evidence, Item, List, Status};

use super::Index;
use super::ground::{Bound, Ground, RESTS, VOICES, compared, state_word, state_words};
use super::values::{self, Value};

/// The fields that a query can name.
const FIELDS: [&str; 14] = [
    "kind",
    "tag",
    "actor",
    "place",
    "source",
    "status",
    "from",
    "to",
    "voice",
    "check",
    "rests",
    "voices",
    "sources",
    "importance",
];
/// The most terms of a query.
const MOST_TERMS: usize = 64;

/// A filter: an item passes where every term holds for it.
///
/// A term is a word, or words in quotation marks, that stand in the item's name, title, summary, tags
/// or quotations; or `field:value`, where several values with commas between them mean any of them. A
/// value may stand in quotation marks; `place:=Oslo` means that place, and not each whose name has the word.
/// `-` before a term turns it round. Case does not count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    pub(super) terms: Vec<Term>,
}

/// What is wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// A field that there is not.
    #[error("`{0}:` is no field of a filter; the fields are {list}", list = FIELDS.join(", "))]
    Field(String),
    /// A field without a value.
    #[error("`{0}:` wants a value, as in `{0}:{example}`", example = example(.0))]
    Value(String),
    /// No such status.
    #[error("`{0}` is no status; the statuses are {list}", list = statuses())]
    Status(String),
    /// No date.
    #[error("`{0}` is no date: write it as in 2023, 2023-06 or 2023-06-22")]
    Date(String),
    /// A word that the field does not know.
    #[error("`{0}:{1}` is not known; after `{0}:` comes one of {2}")]
    Word(String, String, String),
    /// No number.
    #[error("`{0}` wants a number, as in `{0}<2`, `{0}>=3` or `{0}:1`")]
    Number(String),
    /// A quotation mark that is not closed.
    #[error("a quotation mark is not closed: {0}")]
    Open(String),
    /// Too much to look for.
    #[error("a filter has at most {MOST_TERMS} terms")]
    Long,
}

fn example(field: &str) -> &'static str {
    match field {
        "status" => "disputed",
        "from" | "to" => "2023-06",
        "kind" => "agency",
        "voice" => "unnamed",
        "check" => "drifted",
        "rests" => "one-source",
        "voices" | "sources" => "1",
        "importance" => "5",
        _ => "word",
    }
}

fn statuses() -> String {
    Status::ALL.map(Status::word).join(", ")
}

/// A term of a query.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Term {
    /// Whether it is turned round.
    pub(super) negated: bool,
    pub(super) test: Test,
    /// As it was written.
    pub(super) text: String,
}

/// What a term asks.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Test {
    Words(String),
    Kind(Vec<String>),
    Tag(Vec<String>),
    Actor(Vec<String>),
    Place(Vec<Value>),
    Source(Vec<Value>),
    Status(Vec<Status>),
    /// Any of these holds for how important it is.
    Importance(Vec<Bound>),
    /// Not over before this instant.
    From(Tick),
    /// Not begun after this instant.
    To(Tick),
    /// It rests on this.
    Ground(Ground),
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, term) in self.terms.iter().enumerate() {
            let blank = if n > 0 { " " } else { "" };
            write!(f, "{blank}{}", term.text)?;
        }
        Ok(())
    }
}

impl Query {
    /// Reads a query; an empty one lets everything pass.
    ///
    /// # Errors
    /// Where a field, a status or a date is not known, or a quotation mark is not closed.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        let mut terms = Vec::new();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            if terms.len() == MOST_TERMS {
                return Err(QueryError::Long);
            }
            let begun = rest;
            let negated = rest.len() > 1 && rest.starts_with('-');
            if negated {
                rest = &rest[1..];
            }
            let term = rest.split(char::is_whitespace).next().unwrap_or_default();
            let (field, value, after) = match compared(term) {
                Some((field, bound)) => (Some(field), bound, &rest[term.len()..]),
                None => split(rest)?,
            };
            let test = match field {
                None => Test::Words(value.to_lowercase()),
                Some(field) => test(field, value)?,
            };
            let written = &begun[..begun.len() - after.len()];
            terms.push(Term {
                negated,
                test,
                text: written.trim().to_owned(),
            });
            rest = after.trim_start();
        }
        Ok(Self { terms })
    }

    /// Its terms, as they were written.
    #[must_use]
    pub fn terms(&self) -> Vec<String> {
        self.terms.iter().map(|term| term.text.clone()).collect()
    }

    /// Whether it lets everything pass.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether `item` passes.
    #[must_use]
    pub fn passes(&self, index: &Index, item: Item) -> bool {
        self.terms
            .iter()
            .all(|term| term.test.holds(index, item) != term.negated)
    }
}

/// The first term of `text`: its field, its value, and what comes after it.
fn split(text: &str) -> Result<(Option<&str>, &str, &str), QueryError> {
    let end = text
        .find(|c: char| c.is_whitespace() || c == '"')
        .unwrap_or(text.len());
    let (field, value_at) = match text[..end].split_once(':') {
        Some((field, _)) => (Some(field), field.len() + 1),
        None => (None, 0),
    };
    let rest = &text[value_at..];
    if field.is_some() {
        let (_, after) = values::read(rest).ok_or_else(|| open(rest))?;
        return Ok((field, &rest[..rest.len() - after.len()], after));
    }
    let Some(quoted) = rest.strip_prefix('"') else {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        return Ok((field, &rest[..end], &rest[end..]));
    };
    let (value, after) = quoted.split_once('"').ok_or_else(|| open(rest))?;
    Ok((field, value, after))
}

fn open(rest: &str) -> QueryError {
    QueryError::Open(rest.chars().take(40).collect())
}

fn test(field: &str, value: &str) -> Result<Test, QueryError> {
    let lower = field.to_lowercase();
    if !FIELDS.contains(&lower.as_str()) {
        return Err(QueryError::Field(field.to_owned()));
    }
    let (written, _) = values::read(value).ok_or_else(|| open(value))?;
    if written.is_empty() {
        return Err(QueryError::Value(lower));
    }
    let words = |value: &Value| value.words.clone();
    let values: Vec<String> = written.iter().map(words).collect();
    // What has commas of its own is one value.
    let value = value.trim_matches('"');
    let bounds = || {
        let date = Date::parse(value).map_err(|_| QueryError::Date(value.to_owned()))?;
        let finite = date.span().finite();
        finite.ok_or_else(|| QueryError::Date(value.to_owned()))
    };
    Ok(match lower.as_str() {
        "kind" => Test::Kind(values),
        "tag" => Test::Tag(values),
        "actor" => Test::Actor(values),
        "place" => Test::Place(written),
        "source" => Test::Source(written),
        "importance" => {
            // `=4` is written as a bound too.
            let bound = |value: &String| Bound::parse(value);
            let bounds: Option<Vec<Bound>> = values.iter().map(bound).collect();
            Test::Importance(bounds.ok_or_else(|| QueryError::Number(lower.clone()))?)
        }
        "from" => Test::From(bounds()?.0),
        "to" => Test::To(bounds()?.1),
        "voice" => Test::Ground(Ground::Voice(words_of(&lower, &values, &VOICES)?)),
        "rests" => Test::Ground(Ground::Rests(words_of(&lower, &values, &RESTS)?)),
        "check" => {
            let words = words_of(&lower, &values, &state_words())?;
            let states = State::ALL.into_iter();
            let states = states.filter(|state| words.contains(&state_word(*state)));
            Test::Ground(Ground::Check(states.collect()))
        }
        "voices" | "sources" => {
            let bound = Bound::parse(value).ok_or_else(|| QueryError::Number(lower.clone()))?;
            Test::Ground(if lower == "voices" {
                Ground::Voices(bound)
            } else {
                Ground::Sources(bound)
            })
        }
        _ => {
            let status = |value: &String| {
                let known = Status::ALL
                    .into_iter()
                    .find(|status| status.word() == value);
                known.ok_or_else(|| QueryError::Status(value.clone()))
            };
            Test::Status(values.iter().map(status).collect::<Result<_, _>>()?)
        }
    })
}

/// The words of `known` that `values` are.
fn words_of(
    field: &str,
    values: &[String],
    known: &[&'static str],
) -> Result<Vec<&'static str>, QueryError> {
    let word = |value: &String| {
        let found = known.iter().find(|word| *word == value);
        found
            .copied()
            .ok_or_else(|| QueryError::Word(field.to_owned(), value.clone(), known.join(", ")))
    };
    values.iter().map(word).collect()
}

/// What of an item a term can look at.
struct Facets<'a> {
    kinds: Vec<&'a str>,
    tags: List<'a, Piece>,
    actors: Vec<ActorIx>,
    place: &'a str,
    status: Option<Status>,
    importance: u8,
    texts: Vec<&'a str>,
}

impl Facets<'_> {
    fn of(index: &Index, item: Item) -> Option<Facets<'_>> {
        let story = index.story();
        let kind_of = |ix: &ActorIx| story.actor(*ix).kind;
        Some(match item {
            Item::Event(ix) => {
                let event = story.event(ix);
                let actors: Vec<ActorIx> = event.participants.iter().map(|p| p.actor).collect();
                let kinds = actors.iter().map(kind_of);
                Facets {
                    kinds: kinds.chain([event.kind]).collect(),
                    tags: event.tags,
                    place: event.place,
                    status: Some(event.status),
                    importance: event.importance,
                    texts: vec![event.title, event.summary],
                    actors,
                }
            }
            Item::Relation(ix) => {
                let relation = story.relation(ix);
                let actors = vec![relation.from, relation.to];
                let kinds = actors.iter().map(kind_of);
                Facets {
                    kinds: kinds.chain([relation.kind]).collect(),
                    tags: relation.tags,
                    place: "",
                    status: Some(relation.status),
                    importance: relation.importance,
                    texts: vec![relation.summary, relation.kind],
                    actors,
                }
            }
            Item::Actor(ix) => {
                let actor = story.actor(ix);
                let names = actor.aliases.iter();
                Facets {
                    kinds: vec![actor.kind],
                    tags: actor.tags,
                    actors: vec![ix],
                    place: actor.place,
                    status: None,
                    importance: actor.importance,
                    texts: names.chain([actor.name, actor.summary]).collect(),
                }
            }
            Item::Passage(_) | Item::Source(_) => return None,
        })
    }
}

fn when_of(index: &Index, item: Item) -> Option<&Date> {
    let story = index.story();
    match item {
        Item::Event(ix) => story.event(ix).when.date,
        Item::Relation(ix) => story.relation(ix).during.date,
        Item::Actor(ix) => story.actor(ix).during,
        Item::Passage(_) | Item::Source(_) => None,
    }
}

impl Test {
    pub(super) fn holds(&self, index: &Index, item: Item) -> bool {
        if matches!(item, Item::Passage(_) | Item::Source(_)) {
            return true;
        }
        // Little is needed for what is often asked of very many items.
        match self {
            Self::From(from) => {
                let when = when_of(index, item);
                return when.is_some_and(|date| date.span().outer().1 > *from);
            }
            Self::To(to) => {
                let when = when_of(index, item);
                return when.is_some_and(|date| date.span().outer().0 < *to);
            }
            Self::Ground(ground) => return ground.holds(index, index.evidence_of(item)),
            _ => {}
        }
        let Some(facets) = Facets::of(index, item) else {
            return true;
        };
        let story = index.story();
        let evidence: &[Evidence] = index.evidence_of(item);
        let any = |values: &[String], text: &str| {
            let text = text.to_lowercase();
            values.contains(&text)
        };
        match self {
            Self::Kind(kinds) => facets.kinds.iter().any(|kind| any(kinds, kind)),
            Self::Tag(tags) => facets.tags.iter().any(|tag| any(tags, tag)),
            Self::Actor(names) => facets.actors.iter().any(|ix| {
                let actor = story.actor(*ix);
                let known = actor.aliases.iter();
                known
                    .chain([actor.id, actor.name])
                    .any(|name| any(names, name))
            }),
            Self::Place(places) => places.iter().any(|place| is_place(place, facets.place)),
            Self::Source(sources) => evidence.iter().any(|link| {
                let source = story.source(story.passage(link.passage).source);
                let is_meant = |value| is_source(value, source.id, source.title);
                sources.iter().any(is_meant)
            }),
            Self::Importance(bounds) => {
                let level = u32::from(facets.importance);
                bounds.iter().any(|bound| bound.holds(level))
            }
            Self::Status(statuses) => facets.status.is_some_and(|s| statuses.contains(&s)),
            // Answered already.
            Self::From(_) | Self::To(_) | Self::Ground(_) => true,
            Self::Words(words) => {
                let quotes = evidence
                    .iter()
                    .map(|link| story.passage(link.passage).quote);
                let tags = facets.tags.iter();
                let names = facets.actors.iter().map(|ix| story.actor(*ix).name);
                let mut texts = facets
                    .texts
                    .iter()
                    .copied()
                    .chain(quotes)
                    .chain(tags)
                    .chain(names);
                texts.any(|text| contains(text, words))
            }
        }
    }
}

/// Whether `value` means the place that is called so: all of its name, or a part of it.
pub(super) fn is_place(value: &Value, name: &str) -> bool {
    if value.exact {
        name.to_lowercase() == value.words
    } else {
        contains(name, &value.words)
    }
}

/// Whether `value` means a source: its id, or a part of its title.
pub(super) fn is_source(value: &Value, id: &str, title: &str) -> bool {
    id.to_lowercase() == value.words || (!value.exact && contains(title, &value.words))
}

/// Whether `text` has `words`, which are in lower case.
fn contains(text: &str, words: &str) -> bool {
    text.to_lowercase().contains(words)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::file::{Progress, load_str};

    fn index() -> Index {
        let text = r#"Story(
            format: 1,
            title: "Bridge",
            sources: { "minutes": Source(title: "Minutes of the council") },
            passages: { "p": Passage(source: "minutes", quote: "carried by Seven votes", said_by: Document) },
            actors: {
                "council": Actor(name: "Town council", kind: "government", tags: ["town"]),
                "smith": Actor(name: "A. Smith", kind: "person", aliases: ["The smith"]),
            },
            events: {
                "vote": Event(title: "The vote", when: "1911-03", participants: { "council": "voter" }, tags: ["Bridge"], evidence: [Supports("p")]),
                "quarrel": Event(title: "A quarrel", when: "1912", place: "Town hall", participants: { "smith": "", "council": "" }),
                "rumour": Event(title: "A rumour", importance: 2),
            },
            relations: { "hires": Relation(from: "council", to: "smith", kind: "hires", during: "1911-04/..") },
        )"#;
        Index::new(
            load_str("story.ron", text, &Progress::default())
                .unwrap()
                .story,
        )
    }

    fn found(query: &str) -> Vec<String> {
        let index = index();
        let query = Query::parse(query).unwrap();
        let story = Arc::clone(index.shared_story());
        let events = story.events_with_ix().map(|(ix, _)| Item::Event(ix));
        let relations = story.relations_with_ix().map(|(ix, _)| Item::Relation(ix));
        let actors = story.actors_with_ix().map(|(ix, _)| Item::Actor(ix));
        let all = events.chain(relations).chain(actors);
        let mut found: Vec<String> = all
            .filter(|item| query.passes(&index, *item))
            .map(|item| story.id_of(item).to_string())
            .collect();
        found.sort();
        found
    }

    #[test]
    fn terms_ask_of_kinds_tags_people_places_sources_dates_and_words() {
        assert_eq!(found("").len(), 6);
        assert_eq!(
            found("kind:person"),
            ["actor/smith", "event/quarrel", "relation/hires"]
        );
        assert_eq!(found("kind:hires,meeting"), ["relation/hires"]);
        assert_eq!(found("TAG:bridge"), ["event/vote"]);
        assert_eq!(
            found("actor:\"the smith\""),
            ["actor/smith", "event/quarrel", "relation/hires"]
        );
        assert_eq!(found("place:hall"), ["event/quarrel"]);
        assert_eq!(found("place:=hall"), [""; 0]);
        assert_eq!(found("place:=\"town hall\""), ["event/quarrel"]);
        assert_eq!(found("source:minutes"), ["event/vote"]);
        assert_eq!(found("source:council"), ["event/vote"]);
        assert_eq!(found("source:=council"), [""; 0]);
        assert_eq!(found("importance:5,<3"), ["event/rumour"]);
        assert_eq!(found("importance>=3").len(), 5);
        assert_eq!(found("importance<3 importance=2"), ["event/rumour"]);
        assert_eq!(found("\"seven votes\""), ["event/vote"]);
        assert_eq!(found("from:1912"), ["event/quarrel", "relation/hires"]);
        assert_eq!(found("to:1911-03"), ["event/vote"]);
        assert_eq!(
            found("from:1911 to:1911-04"),
            ["event/vote", "relation/hires"]
        );
        assert_eq!(found("quarrel -kind:person"), [""; 0]);
        assert_eq!(found("-kind:person -kind:government"), ["event/rumour"]);
        assert_eq!(found("status:attributed -quarrel").len(), 2);
    }

    #[test]
    fn what_cannot_be_asked_is_said() {
        let error = |text: &str| Query::parse(text).unwrap_err().to_string();
        assert!(error("colour:red").starts_with("`colour:` is no field"));
        assert_eq!(error("kind:"), "`kind:` wants a value, as in `kind:agency`");
        assert!(error("status:sure").contains("documented"));
        assert!(error("from:yesterday").contains("is no date"));
        assert!(error("importance:high").contains("wants a number"));
        assert!(error("tag:a,\"b").contains("not closed"));
        assert!(error("a \"b").contains("not closed"));
        assert_eq!(Query::parse(&"a ".repeat(65)), Err(QueryError::Long));
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader_and_a_term_or_its_opposite_passes(text in ".{0,40}") {
            if let Ok(query) = Query::parse(&text) {
                let index = index();
                let item = Item::Actor(ActorIx(0));
                for term in &query.terms {
                    let turned = Query {
                        terms: vec![Term { negated: !term.negated, ..term.clone() }],
                    };
                    let alone = Query { terms: vec![term.clone()] };
                    prop_assert_ne!(turned.passes(&index, item), alone.passes(&index, item));
                }
            }
        }
    }
}
