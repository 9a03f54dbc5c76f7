//! What is wrong with a query, and where.

use std::fmt;
use std::ops::Range;

use crate::language::say;

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
        let said = match (&self.reason, &self.meant) {
            (QueryProblem::Field(word), Some(meant)) => {
                say!("query-field-meant", word = word, meant = meant)
            }
            (QueryProblem::Field(word), None) => {
                let names = Field::ALL.map(Field::name).join(", ");
                say!("query-field", word = word, names = names)
            }
            (QueryProblem::Value(field), _) => {
                let wants = match field.takes() {
                    Takes::Words => "value",
                    Takes::OneOf(_) => "word",
                    Takes::Date => "date",
                    Takes::Number => "number",
                };
                say!(
                    "query-value",
                    field = field.name(),
                    wants = wants,
                    example = field.example()
                )
            }
            (QueryProblem::Word(field, word), Some(meant)) => say!(
                "query-word-meant",
                field = field.name(),
                word = word,
                meant = meant
            ),
            (QueryProblem::Word(field, word), None) => {
                let field_name = field.name();
                match field.takes() {
                    Takes::OneOf(known) => say!(
                        "query-word",
                        field = field_name,
                        word = word,
                        known = known.join(", ")
                    ),
                    _ => say!("query-nothing", field = field_name, word = word),
                }
            }
            (QueryProblem::Date(text), _) => say!("query-date", text = text),
            (QueryProblem::Number(field), _) => say!("query-number", field = field.name()),
            (QueryProblem::Open(text), _) => say!("query-open", text = text),
            (QueryProblem::Long, _) => say!("query-long", most = MOST_TERMS),
        };
        f.write_str(&said)
    }
}

impl std::error::Error for QueryError {}

/// The beginning of `text`, for a message.
pub(super) fn shown(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}
