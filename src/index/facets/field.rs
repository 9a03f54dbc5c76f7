//! The fields that facets are of.

use super::super::ground::Ground;
use super::super::query::Test;
use super::super::values::Value;

/// A field whose values are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// What it is; of events and relations also what takes part.
    Kind,
    /// The author's labels.
    Tag,
    /// Where.
    Place,
    /// What it rests on.
    Source,
    /// How sure it is.
    Status,
    /// Who speaks for it or against it.
    Voice,
    /// How its quotations stand to their sources.
    Check,
    /// How important the author holds it.
    Importance,
}

impl Field {
    /// Every field, in the order of the panel.
    pub const ALL: [Self; 8] = [
        Self::Kind,
        Self::Tag,
        Self::Place,
        Self::Source,
        Self::Status,
        Self::Voice,
        Self::Check,
        Self::Importance,
    ];

    /// The word of a filter.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Tag => "tag",
            Self::Place => "place",
            Self::Source => "source",
            Self::Status => "status",
            Self::Voice => "voice",
            Self::Check => "check",
            Self::Importance => "importance",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "Kind",
            Self::Tag => "Tag",
            Self::Place => "Place",
            Self::Source => "Source",
            Self::Status => "Status",
            Self::Voice => "Said by",
            Self::Check => "Quotations",
            Self::Importance => "Importance",
        }
    }

    /// Whether an item can have several of its values, so that all of them can be asked for.
    #[must_use]
    pub fn holds_several(self) -> bool {
        !matches!(self, Self::Place | Self::Status | Self::Importance)
    }

    /// The value of a filter that means `key` and nothing else.
    #[must_use]
    pub fn value(self, key: &str) -> Value {
        Value {
            words: key.to_owned(),
            // Of places and titles a part would do.
            exact: self.is_partial(),
        }
    }

    /// Whether a part of a value is enough for a filter.
    pub(in super::super) fn is_partial(self) -> bool {
        matches!(self, Self::Place | Self::Source)
    }

    /// The field that a term of a filter asks for.
    pub(in super::super) fn of(test: &Test) -> Option<Self> {
        Some(match test {
            Test::Kind(_) => Self::Kind,
            Test::Tag(_) => Self::Tag,
            Test::Place(_) => Self::Place,
            Test::Source(_) => Self::Source,
            Test::Status(_) => Self::Status,
            Test::Importance(_) => Self::Importance,
            Test::Ground(Ground::Voice(_)) => Self::Voice,
            Test::Ground(Ground::Check(_)) => Self::Check,
            _ => return None,
        })
    }
}
