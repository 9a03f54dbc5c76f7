//! What is wrong with a query, and where.

use std::fmt;
use std::ops::Range;

use super::MOST_TERMS;
use super::field::{Field, Takes};

/// Characters of a term that a message shows.
const SHOWN: usize = 40;

/// What is wrong with a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// What it is.
    pub reason: QueryProblem,
    /// Where the term stands in the query, in bytes.
    pub at: Range<usize>,
    /// Where what is wrong of it stands.
    pub part: Range<usize>,
    /// What may have been meant, to stand in the place of that part.
    pub meant: Option<String>,
}

/// How a query can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryProblem {
    /// A field that there is not.
    Field(String),
    /// A field without a value.
    Value(Field),
    /// A word that the field does not know.
    Word(Field, String),
    /// No date.
    Date(String),
    /// No number.
    Number(Field),
    /// A quotation mark that is not closed.
    Open(String),
    /// Too much to look for.
    Long,
}

impl QueryError {
    /// Whether the term may only be on its way: there is no value yet, or one that goes on.
    #[must_use]
    pub fn is_unfinished(&self) -> bool {
        matches!(
            self.reason,
            QueryProblem::Value(_) | QueryProblem::Date(_) | QueryProblem::Number(_)
        )
    }

    /// The text of the query with what was meant in the place of what is wrong, where anything was.
    #[must_use]
    pub fn corrected(&self, text: &str) -> Option<String> {
        let before = text.get(..self.part.start)?;
        let after = text.get(self.part.end..)?;
        Some(format!("{before}{}{after}", self.meant.as_deref()?))
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.reason, &self.meant) {
            (QueryProblem::Field(word), Some(meant)) => {
                write!(
                    f,
                    "`{word}:` is no field of a filter; did you mean `{meant}:`?"
                )
            }
            (QueryProblem::Field(word), None) => {
                let names = Field::ALL.map(Field::name).join(", ");
                write!(
                    f,
                    "`{word}:` is no field of a filter; the fields are {names}"
                )
            }
            (QueryProblem::Value(field), _) => {
                let wants = match field.takes() {
                    Takes::Words => "a value",
                    Takes::OneOf(_) => "a word",
                    Takes::Date => "a date",
                    Takes::Number => "a number",
                };
                let name = field.name();
                write!(f, "`{name}:` wants {wants}, as in `{}`", field.example())
            }
            (QueryProblem::Word(field, word), Some(meant)) => {
                let name = field.name();
                write!(f, "`{name}:` knows no `{word}`; did you mean `{meant}`?")
            }
            (QueryProblem::Word(field, word), None) => {
                let name = field.name();
                match field.takes() {
                    Takes::OneOf(known) => {
                        let known = known.join(", ");
                        write!(
                            f,
                            "`{name}:` knows no `{word}`; after it comes one of {known}"
                        )
                    }
                    _ => write!(f, "nothing in the story is found by `{name}:{word}`"),
                }
            }
            (QueryProblem::Date(text), _) => write!(
                f,
                "`{text}` is no date: write it as in 2023, 2023-06 or 2023-06-22"
            ),
            (QueryProblem::Number(field), _) => {
                let name = field.name();
                write!(
                    f,
                    "`{name}` wants a number, as in `{name}<2`, `{name}>=3` or `{name}:1`"
                )
            }
            (QueryProblem::Open(text), _) => write!(f, "a quotation mark is not closed: {text}"),
            (QueryProblem::Long, _) => write!(f, "a filter has at most {MOST_TERMS} terms"),
        }
    }
}

impl std::error::Error for QueryError {}

/// The beginning of `text`, for a message.
pub(super) fn shown(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}
