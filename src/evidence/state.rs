//! How a quotation stands to the text of its source.

use crate::language::say;

/// How a quotation stands to the text of its source, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// It stands there word for word.
    Verified,
    /// It stands there but for white space, quotation marks, dashes, case and the like.
    Normalised,
    /// There is no text to look in.
    NoText,
    /// It stands there in other words.
    Drifted,
    /// It stands there more than once, and nothing says which place is meant.
    Ambiguous,
    /// It does not stand there.
    NotFound,
}

impl State {
    /// Every state, the best first.
    pub const ALL: [Self; 6] = [
        Self::Verified,
        Self::Normalised,
        Self::NoText,
        Self::Drifted,
        Self::Ambiguous,
        Self::NotFound,
    ];

    /// The word that filters use.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Normalised => "normalised",
            Self::NoText => "no text",
            Self::Drifted => "drifted",
            Self::Ambiguous => "ambiguous",
            Self::NotFound => "not found",
        }
    }

    /// What it is called within a line: "verified", "no text".
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Verified => say!("evidence-state-verified"),
            Self::Normalised => say!("evidence-state-normalised"),
            Self::NoText => say!("evidence-state-no-text"),
            Self::Drifted => say!("evidence-state-drifted"),
            Self::Ambiguous => say!("evidence-state-ambiguous"),
            Self::NotFound => say!("evidence-state-not-found"),
        }
    }

    /// What it says, in a sentence without its full stop.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Verified => say!("evidence-state-verified.meaning"),
            Self::Normalised => say!("evidence-state-normalised.meaning"),
            Self::NoText => say!("evidence-state-no-text.meaning"),
            Self::Drifted => say!("evidence-state-drifted.meaning"),
            Self::Ambiguous => say!("evidence-state-ambiguous.meaning"),
            Self::NotFound => say!("evidence-state-not-found.meaning"),
        }
    }

    /// Whether it is as it should be.
    #[must_use]
    pub fn is_sound(self) -> bool {
        matches!(self, Self::Verified | Self::Normalised)
    }

    /// Whether somebody should look into it.
    #[must_use]
    pub fn is_amiss(self) -> bool {
        matches!(self, Self::Drifted | Self::Ambiguous | Self::NotFound)
    }
}
