//! What a filter asks of items: `kind:agency -tag:cloud from:2022 "stricter rules"`.

mod choosing;
mod complete;
mod error;
mod field;
pub(super) mod ground;
mod sieve;
mod value;
mod vocabulary;
mod written;

use std::fmt;
use std::ops::Range;

use crate::evidence::State;
use crate::file::nearest;
use crate::story::calendar::Tick;
use crate::story::{Date, Item, Status};

use super::Index;
use super::search::{folded, is_mark};
use ground::{Bound, Ground, state_word};
use written::Written;

pub use choosing::{Asked, Choice, Of};
pub use complete::{Completion, completions};
pub use error::{QueryError, QueryProblem};
pub use field::{Field, Takes, fields_markdown};
pub use sieve::Sieve;
pub(super) use sieve::{Held, place};
pub use value::Value;
pub use vocabulary::{Entry, Vocabulary, unknown_value};

/// The most terms of a query.
const MOST_TERMS: usize = 64;

/// A filter: an item passes where every term holds for it.
///
/// A term is a word, or words in quotation marks, that stand in the item's name, title, summary, place, tags or
/// quotations, or in the names of who takes part; or `field:value`, where several values with commas between them
/// mean any of them. A value may stand in quotation marks; `place:=Oslo` means that place, and not each whose name
/// has the word. `-` before a term turns it round. Case, accents and width do not count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    pub(super) terms: Vec<Term>,
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

/// What a term asks; all words are folded.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Test {
    Words(String),
    Kind(Vec<String>),
    Tag(Vec<String>),
    Actor(Vec<Value>),
    Place(Vec<Value>),
    Title(Vec<Value>),
    Source(Vec<Value>),
    Said(Vec<Value>),
    Status(Vec<Status>),
    /// It may have happened in one of these stretches.
    When(Vec<(Tick, Tick)>),
    /// Not over before this instant.
    From(Tick),
    /// Not begun after this instant.
    To(Tick),
    /// It is as weighty as any of these says.
    Importance(Vec<Bound>),
    /// It rests on this.
    Ground(Ground),
}

impl Test {
    /// The field that it asks for; none where it asks for words.
    pub(super) fn field(&self) -> Option<Field> {
        Some(match self {
            Self::Words(_) => return None,
            Self::Kind(_) => Field::Kind,
            Self::Tag(_) => Field::Tag,
            Self::Actor(_) => Field::Actor,
            Self::Place(_) => Field::Place,
            Self::Title(_) => Field::Title,
            Self::Source(_) => Field::Source,
            Self::Said(_) => Field::Said,
            Self::Status(_) => Field::Status,
            Self::When(_) => Field::When,
            Self::From(_) => Field::From,
            Self::To(_) => Field::To,
            Self::Importance(_) => Field::Importance,
            Self::Ground(Ground::Voice(_)) => Field::Voice,
            Self::Ground(Ground::Check(_)) => Field::Check,
            Self::Ground(Ground::Rests(_)) => Field::Rests,
            Self::Ground(Ground::Voices(_)) => Field::Voices,
            Self::Ground(Ground::Sources(_)) => Field::Sources,
        })
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, term) in self.terms.iter().enumerate() {
            let between = if n > 0 { " " } else { "" };
            write!(f, "{between}{}", term.text)?;
        }
        Ok(())
    }
}

impl Query {
    /// Reads a query; an empty one lets everything pass.
    ///
    /// # Errors
    /// Where a field, a word or a date is not known, or a quotation mark is not closed.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        let mut terms = Vec::new();
        for written in written::terms(text) {
            if terms.len() == MOST_TERMS {
                return Err(wrong(&written, QueryProblem::Long));
            }
            if written.is_open() {
                let open = error::shown(written.value);
                return Err(wrong(&written, QueryProblem::Open(open)));
            }
            let test = match written.field {
                None => Test::Words(words_of(&written)),
                Some(name) => test(name, &written)?,
            };
            let text = text.get(written.at.clone()).unwrap_or_default();
            terms.push(Term {
                negated: written.negated,
                test,
                text: text.to_owned(),
            });
        }
        Ok(Self { terms })
    }

    /// Reads a query that is still being typed: a quotation that is not closed ends with it, and a field with
    /// nothing behind it at its end asks for nothing yet.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn begun(text: &str) -> Result<Self, QueryError> {
        let text = text.trim_end();
        let open = written::terms(text).any(|term| term.is_open());
        let closed = if open {
            format!("{text}\"")
        } else {
            text.to_owned()
        };
        let mut query = match Self::parse(&closed) {
            Err(error) if error.is_unfinished() && error.at.end == closed.len() => {
                Self::parse(closed.get(..error.at.start).unwrap_or_default())?
            }
            read => read?,
        };
        let nothing = |term: &Term| matches!(&term.test, Test::Words(word) if word.is_empty());
        query.terms.retain(|term| !nothing(term));
        Ok(query)
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

    /// Whether it asks for more than words: it names a field, or has a term turned round.
    #[must_use]
    pub fn asks_of_fields(&self) -> bool {
        let asks = |term: &Term| term.negated || !matches!(term.test, Test::Words(_));
        self.terms.iter().any(asks)
    }

    /// The words that it asks for, folded.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let words = self.terms.iter().filter(|term| !term.negated);
        let words = words.flat_map(|term| match &term.test {
            Test::Words(word) => vec![word.clone()],
            Test::Title(titles) => titles.iter().map(|title| title.words.clone()).collect(),
            _ => Vec::new(),
        });
        words.filter(|word| !word.is_empty()).collect()
    }

    /// The same made ready for the story of `index`, to be asked of many items.
    #[must_use]
    pub fn sieve(&self, index: &Index) -> Sieve {
        Sieve::new(self, index)
    }

    /// The query without the terms that keep `item` from passing.
    #[must_use]
    pub fn letting_pass(&self, index: &Index, item: Item) -> Self {
        self.with_terms(|alone| alone.sieve(index).passes(index, item))
    }

    /// The terms that keep `item` from passing.
    #[must_use]
    pub fn keeping_out(&self, index: &Index, item: Item) -> Self {
        self.with_terms(|alone| !alone.sieve(index).passes(index, item))
    }

    /// Those of its terms that `are`, each taken alone.
    fn with_terms(&self, are: impl Fn(&Self) -> bool) -> Self {
        let alone = self.terms.iter().map(|term| Self {
            terms: vec![term.clone()],
        });
        Self {
            terms: alone.filter(are).flat_map(|query| query.terms).collect(),
        }
    }
}

fn wrong(written: &Written<'_>, reason: QueryProblem) -> QueryError {
    QueryError {
        reason,
        at: written.at.clone(),
        part: written.at.clone(),
        meant: None,
    }
}

/// `text` with single spaces.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a term that names no field, folded.
fn words_of(written: &Written<'_>) -> String {
    let words = written.values.first();
    let words = words.map_or("", |words| &*words.value.words);
    // A mark may stand behind words that none stands before: so it is while one types.
    let is_bare = !written.value.starts_with(is_mark);
    let words = if is_bare {
        words.trim_end_matches(is_mark)
    } else {
        words
    };
    spaced(&folded(words))
}

/// The values of a term as its `field` compares them, with where they stand; those without a letter mean nothing.
fn folded_values(field: Field, written: &Written<'_>) -> Vec<(Range<usize>, Value)> {
    let values = written.values.iter();
    let values = values.map(|placed| {
        let words = folded(&placed.value.words);
        // Part of a text is sought as words are.
        let is_part = field.is_partial() && !placed.value.exact;
        let value = Value {
            words: if is_part { spaced(&words) } else { words },
            exact: placed.value.exact,
        };
        (placed.at.clone(), value)
    });
    values
        .filter(|(_, value)| !value.words.is_empty())
        .collect()
}

fn test(name: &str, written: &Written<'_>) -> Result<Test, QueryError> {
    let Some(field) = Field::named(name) else {
        let known = Field::ALL.map(Field::name);
        return Err(QueryError {
            part: written.field_at.clone(),
            meant: nearest(name, known).map(str::to_owned),
            ..wrong(written, QueryProblem::Field(error::shown(name)))
        });
    };
    let placed = folded_values(field, written);
    if placed.is_empty() {
        return Err(wrong(written, QueryProblem::Value(field)));
    }
    let word_of = |known: &[&'static str], (at, value): &(Range<usize>, Value)| {
        let found = known.iter().find(|word| **word == value.words);
        found.copied().ok_or_else(|| QueryError {
            part: at.clone(),
            meant: nearest(&value.words, known.iter().copied()).map(str::to_owned),
            ..wrong(
                written,
                QueryProblem::Word(field, error::shown(&value.words)),
            )
        })
    };
    let words = || -> Result<Vec<&'static str>, QueryError> {
        let Takes::OneOf(known) = field.takes() else {
            return Ok(Vec::new());
        };
        placed.iter().map(|value| word_of(&known, value)).collect()
    };
    let values = || -> Vec<Value> { placed.iter().map(|(_, value)| value.clone()).collect() };
    let texts = || -> Vec<String> { values().into_iter().map(|value| value.words).collect() };
    let bounds = || -> Result<Vec<Bound>, QueryError> {
        // `=4` is a value too that is meant exactly.
        let bounds = placed.iter().map(|(_, value)| Bound::parse(&value.words));
        let bounds: Option<Vec<Bound>> = bounds.collect();
        bounds.ok_or_else(|| wrong(written, QueryProblem::Number(field)))
    };
    let stretch = |text: &str| {
        let date = Date::parse(text).ok();
        let finite = date.and_then(|date| date.span().finite());
        finite.ok_or_else(|| wrong(written, QueryProblem::Date(error::shown(text))))
    };
    let whole = written.unquoted();
    Ok(match field {
        Field::Kind => Test::Kind(texts()),
        Field::Tag => Test::Tag(texts()),
        Field::Actor => Test::Actor(values()),
        Field::Place => Test::Place(values()),
        Field::Title => Test::Title(values()),
        Field::Source => Test::Source(values()),
        Field::Said => Test::Said(values()),
        Field::From => Test::From(stretch(whole)?.0),
        Field::To => Test::To(stretch(whole)?.1),
        Field::When => {
            let of_one = |text: &str| -> Result<Vec<(Tick, Tick)>, QueryError> {
                let whole = stretch(text)?;
                let date = Date::parse(text).ok();
                let members = date.map(|date| date.span().members.to_vec());
                let members = members.filter(|members| !members.is_empty());
                Ok(members.unwrap_or_else(|| vec![whole]))
            };
            // A set has commas of its own.
            let each = written.values.iter().map(|placed| &*placed.value.words);
            let each = each.filter(|text| !text.is_empty()).map(of_one);
            let each = || each.collect::<Result<Vec<_>, _>>();
            Test::When(of_one(whole).or_else(|_| Ok(each()?.concat()))?)
        }
        Field::Status => {
            let words = words()?;
            let all = Status::ALL.into_iter();
            Test::Status(
                all.filter(|status| words.contains(&status.word()))
                    .collect(),
            )
        }
        Field::Voice => Test::Ground(Ground::voice(&words()?)),
        Field::Rests => Test::Ground(Ground::rests(&words()?)),
        Field::Check => {
            let words = words()?;
            let states = State::ALL.into_iter();
            let states = states.filter(|state| words.contains(&state_word(*state)));
            Test::Ground(Ground::Check(states.collect()))
        }
        Field::Voices => Test::Ground(Ground::Voices(bounds()?)),
        Field::Sources => Test::Ground(Ground::Sources(bounds()?)),
        Field::Importance => Test::Importance(bounds()?),
    })
}

#[cfg(test)]
mod tests;
