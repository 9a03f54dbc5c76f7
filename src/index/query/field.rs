//! The fields that a query can name: one table, from which errors, completions and the README's list are made.

use crate::evidence::State;
use crate::language::say;
use crate::story::Status;

use super::ground::{RESTS, VOICES, state_word};
use super::value::Value;

/// A field that a query can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// What sort of event, relation or actor it is, or who takes part.
    Kind,
    /// The author's labels.
    Tag,
    /// Who takes part.
    Actor,
    /// Where.
    Place,
    /// Words of its name or title.
    Title,
    /// Where a passage that it rests on stands.
    Source,
    /// Who said a passage that it rests on.
    Said,
    /// How sure it is.
    Status,
    /// When it may have happened.
    When,
    /// Not over before then.
    From,
    /// Not begun after then.
    To,
    /// How weighty its author has it.
    Importance,
    /// How whoever speaks for it is named.
    Voice,
    /// How many independent voices it rests on.
    Voices,
    /// How many sources it rests on.
    Sources,
    /// What it rests on too little of.
    Rests,
    /// How its quotations stand to the texts of their sources.
    Check,
}

/// What may stand after a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Words of the story.
    Words,
    /// One of these.
    OneOf(Vec<&'static str>),
    /// A date.
    Date,
    /// A number, also with a sign before it: `voices<2`.
    Number,
}

impl Field {
    /// Every field, in the order of lists.
    pub const ALL: [Self; 17] = [
        Self::Kind,
        Self::Tag,
        Self::Actor,
        Self::Place,
        Self::Title,
        Self::Source,
        Self::Said,
        Self::Status,
        Self::When,
        Self::From,
        Self::To,
        Self::Importance,
        Self::Voice,
        Self::Voices,
        Self::Sources,
        Self::Rests,
        Self::Check,
    ];

    /// The field that is called `name`, whatever its case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|field| field.name().eq_ignore_ascii_case(name))
    }

    /// Its name, as a query has it before the colon.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().0
    }

    /// What people call it.
    #[must_use]
    pub fn label(self) -> String {
        let label = match self {
            Self::Kind => say!("query-kind"),
            Self::Tag => say!("query-tag"),
            Self::Actor => say!("query-actor"),
            Self::Place => say!("query-place"),
            Self::Title => say!("query-title"),
            Self::Source => say!("query-source"),
            Self::Said => say!("query-said"),
            Self::Status => say!("query-status"),
            Self::When => say!("query-when"),
            Self::From => say!("query-from"),
            Self::To => say!("query-to"),
            Self::Importance => say!("query-importance"),
            Self::Voice => say!("query-voice"),
            Self::Voices => say!("query-voices"),
            Self::Sources => say!("query-sources"),
            Self::Rests => say!("query-rests"),
            Self::Check => say!("query-check"),
        };
        label.to_owned()
    }

    /// Whether a part of a text is enough for one of its values, where no `=` stands before that.
    #[must_use]
    pub fn is_partial(self) -> bool {
        matches!(
            self,
            Self::Actor | Self::Place | Self::Title | Self::Source | Self::Said
        )
    }

    /// Whether an item can have several of its values, so that all of them can be asked for.
    #[must_use]
    pub fn holds_several(self) -> bool {
        !matches!(self, Self::Place | Self::Status | Self::Importance)
    }

    /// The value that means `words` and nothing else.
    #[must_use]
    pub fn value(self, words: &str) -> Value {
        Value {
            words: words.to_owned(),
            exact: self.is_partial(),
        }
    }

    /// What it asks for, in a few words that follow "what" or stand alone.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Kind => say!("query-kind.asks"),
            Self::Tag => say!("query-tag.asks"),
            Self::Actor => say!("query-actor.asks"),
            Self::Place => say!("query-place.asks"),
            Self::Title => say!("query-title.asks"),
            Self::Source => say!("query-source.asks"),
            Self::Said => say!("query-said.asks"),
            Self::Status => say!("query-status.asks"),
            Self::When => say!("query-when.asks"),
            Self::From => say!("query-from.asks"),
            Self::To => say!("query-to.asks"),
            Self::Importance => say!("query-importance.asks"),
            Self::Voice => say!("query-voice.asks"),
            Self::Voices => say!("query-voices.asks"),
            Self::Sources => say!("query-sources.asks"),
            Self::Rests => say!("query-rests.asks"),
            Self::Check => say!("query-check.asks"),
        }
    }

    /// A whole term with it.
    #[must_use]
    pub fn example(self) -> &'static str {
        self.entry().1
    }

    /// What may stand after it.
    #[must_use]
    pub fn takes(self) -> Takes {
        match self {
            Self::Status => Takes::OneOf(Status::ALL.map(Status::word).to_vec()),
            Self::Voice => Takes::OneOf(VOICES.to_vec()),
            Self::Rests => Takes::OneOf(RESTS.to_vec()),
            Self::Check => Takes::OneOf(State::ALL.map(state_word).to_vec()),
            Self::When | Self::From | Self::To => Takes::Date,
            Self::Voices | Self::Sources | Self::Importance => Takes::Number,
            Self::Kind
            | Self::Tag
            | Self::Actor
            | Self::Place
            | Self::Title
            | Self::Source
            | Self::Said => Takes::Words,
        }
    }

    fn entry(self) -> (&'static str, &'static str) {
        match self {
            Self::Kind => ("kind", "kind:agency"),
            Self::Tag => ("tag", "tag:cloud"),
            Self::Actor => ("actor", "actor:huawei"),
            Self::Place => ("place", "place:beijing"),
            Self::Title => ("title", "title:letter"),
            Self::Source => ("source", "source:report"),
            Self::Said => ("said", "said:\"Mark Warner\""),
            Self::Status => ("status", "status:disputed"),
            Self::When => ("when", "when:2023-04"),
            Self::From => ("from", "from:2022"),
            Self::To => ("to", "to:2023-06"),
            Self::Importance => ("importance", "importance>=4"),
            Self::Voice => ("voice", "voice:unnamed"),
            Self::Voices => ("voices", "voices<2"),
            Self::Sources => ("sources", "sources:1"),
            Self::Rests => ("rests", "rests:one-source"),
            Self::Check => ("check", "check:drifted"),
        }
    }
}

/// The README's list of fields, as Markdown.
#[must_use]
pub fn fields_markdown() -> String {
    let mut out = String::from("| term | asks for |\n| --- | --- |\n");
    for field in Field::ALL {
        let mut asks = field.meaning().to_owned();
        if let Takes::OneOf(words) = field.takes() {
            asks += &format!(": {}", words.join(", "));
        }
        out += &format!("| `{}` | {asks} |\n", field.example());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::Query;
    use super::*;

    #[test]
    fn every_field_has_an_example_that_can_be_asked() {
        for field in Field::ALL {
            let query = Query::parse(field.example()).unwrap();
            assert!(query.asks_of_fields(), "{field:?}");
            assert!(field.example().starts_with(field.name()), "{field:?}");
            assert_eq!(
                Field::named(&field.name().to_uppercase()),
                Some(field),
                "{field:?}"
            );
        }
    }

    #[test]
    fn the_readme_lists_every_field() {
        let readme = include_str!("../../../README.md");
        assert!(
            readme.contains(&fields_markdown()),
            "README.md's list of fields has drifted; it should hold:\n{}",
            fields_markdown()
        );
    }
}
