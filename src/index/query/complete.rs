//! How the term that is being typed may go on.

use std::ops::Range;

use super::super::search::folded;
use super::field::{Field, Takes};
use super::value::Value;
use super::vocabulary::{Entry, Vocabulary};
use super::written::{self, Written};

/// Completions that are offered.
const MOST: usize = 6;
/// Letters of a field's name from which it is offered.
const LEAST: usize = 2;

/// A way to go on with the term that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it replaces, in bytes of the query.
    pub at: Range<usize>,
    /// What it puts there.
    pub text: String,
    /// What it is or asks for, in a few words; may be empty.
    pub meaning: String,
    /// How many events, relations and actors have it, where that is known.
    pub count: Option<usize>,
    /// Whether the term is whole with it.
    pub is_whole: bool,
}

/// How the term of `text` in which the byte `caret` stands may go on: fields whose names begin so, or values that
/// the story has. None where it is whole already.
#[must_use]
pub fn completions(text: &str, caret: usize, vocabulary: &Vocabulary) -> Vec<Completion> {
    let Some(before) = text.get(..caret) else {
        return Vec::new();
    };
    let Some(term) = written::terms(before).last() else {
        return Vec::new();
    };
    // The caret stands behind the last term, or in the middle of one.
    if term.at.end < caret || text[caret..].starts_with(|c: char| !c.is_whitespace()) {
        return Vec::new();
    }
    match term.field {
        None => fields(&term),
        Some(name) => Field::named(name).map_or_else(Vec::new, |field| {
            if field.takes() == Takes::Number {
                return Vec::new();
            }
            values(&term, field, vocabulary)
        }),
    }
}

/// Fields whose names begin with what stands there.
fn fields(term: &Written<'_>) -> Vec<Completion> {
    let begun = folded(term.value);
    if begun.chars().count() < LEAST {
        return Vec::new();
    }
    let found = Field::ALL
        .into_iter()
        .filter(|field| field.name().starts_with(&begun));
    found
        .map(|field| {
            let is_whole = field.takes() == Takes::Number;
            Completion {
                at: term.field_at.start..term.at.end,
                text: if is_whole {
                    field.example().to_owned()
                } else {
                    format!("{}:", field.name())
                },
                meaning: field.meaning().to_owned(),
                count: None,
                is_whole,
            }
        })
        .collect()
}

/// Values of `field` that the last of those that stand there begins.
fn values(term: &Written<'_>, field: Field, vocabulary: &Vocabulary) -> Vec<Completion> {
    let Some(last) = term.values.last() else {
        return Vec::new();
    };
    let typed = folded(last.value.words.trim());
    let at = last.at.clone();
    let known: Vec<Entry> = match (vocabulary.of(field), field.takes()) {
        ([], Takes::OneOf(words)) => words
            .into_iter()
            .map(|word| Entry {
                words: word.to_owned(),
                name: String::new(),
                count: 0,
                sought: word.to_owned(),
            })
            .collect(),
        (known, _) => {
            let begins = |value: &&Entry| value.sought.starts_with(&typed);
            let later = |value: &&Entry| !begins(value) && begins_word(&value.sought, &typed);
            let first = known.iter().filter(begins);
            let found = first.chain(known.iter().filter(later)).take(MOST + 1);
            found.cloned().collect()
        }
    };
    let found = known
        .into_iter()
        .filter(|value| begins_word(&value.sought, &typed));
    // As exactly as was begun.
    let as_written = |words: String| {
        let exact = last.value.exact;
        Value { words, exact }.written()
    };
    let found: Vec<Completion> = found
        .map(|value| Completion {
            at: at.clone(),
            text: as_written(value.words),
            meaning: value.name,
            count: (field != Field::Check).then_some(value.count),
            is_whole: true,
        })
        .take(MOST)
        .collect();
    let is_there =
        |found: &Completion| term.value.ends_with(&found.text) && found.text.len() == last.at.len();
    match &found[..] {
        // There is nothing to add.
        [only] if is_there(only) => Vec::new(),
        _ => found,
    }
}

fn begins_word(text: &str, begun: &str) -> bool {
    let starts = |at: usize| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        before.is_none_or(|letter| !letter.is_alphanumeric())
    };
    begun.is_empty() || text.match_indices(begun).any(|(at, _)| starts(at))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Query;
    use super::*;
    use crate::file::{Progress, load_str};
    use crate::index::Index;

    fn vocabulary() -> Vocabulary {
        let text = r#"Story(format: 1, title: "Bridge",
            sources: { "minutes": Source(title: "Minutes of the council") },
            passages: { "p": Passage(source: "minutes", quote: "seven", said_by: OnRecord("smith")) },
            actors: {
                "council": Actor(name: "Town council", kind: "government"),
                "smith": Actor(name: "Ada Smith", kind: "person", aliases: ["铁匠"]),
            },
            events: {
                "vote": Event(title: "The vote", kind: "vote", when: "1911-03", participants: { "council": "" }, tags: ["Town hall", "bridge"], evidence: [Supports("p")]),
                "quarrel": Event(title: "A quarrel", kind: "vote", place: "Tallinn, Estonia", tags: ["Bridge"]),
            })"#;
        let story = load_str("b.ron", text, &Progress::default()).unwrap().story;
        Vocabulary::new(&Index::new(story))
    }

    fn offered(text: &str) -> Vec<(String, Option<usize>)> {
        let found = completions(text, text.len(), &vocabulary()).into_iter();
        found
            .map(|found| {
                let mut text = text.to_owned();
                text.replace_range(found.at, &found.text);
                (text, found.count)
            })
            .collect()
    }

    fn texts(text: &str) -> Vec<String> {
        offered(text).into_iter().map(|(text, _)| text).collect()
    }

    #[test]
    fn a_field_is_offered_from_its_second_letter_on() {
        assert_eq!(texts("ki"), ["kind:"]);
        assert_eq!(texts("bridge -TA"), ["bridge -tag:"]);
        assert_eq!(texts("voi"), ["voice:", "voices<2"]);
        assert!(texts("k").is_empty() && texts("\"ki").is_empty() && texts("ki ").is_empty());
    }

    #[test]
    fn values_are_the_storys_own_with_how_much_they_would_find() {
        assert_eq!(
            offered("kind:"),
            [
                ("kind:government".to_owned(), Some(2)),
                ("kind:vote".to_owned(), Some(2)),
                ("kind:person".to_owned(), Some(1)),
            ]
        );
        assert_eq!(texts("kind:vote,p"), ["kind:vote,person"]);
        assert!(texts("kind:person").is_empty(), "there is nothing to add");
        // As they are written most, and what begins so before what has it later.
        assert_eq!(offered("tag:b")[0].1, Some(2));
        assert_eq!(texts("tag:\"town h"), ["tag:\"Town hall\""]);
        assert_eq!(texts("tag:hal"), ["tag:\"Town hall\""]);
        assert_eq!(texts("place:"), ["place:\"Tallinn, Estonia\""]);
        assert_eq!(texts("said:smi"), ["said:\"Ada Smith\""]);
        assert_eq!(texts("actor:铁"), ["actor:\"Ada Smith\""]);
        assert_eq!(texts("source:coun"), ["source:minutes"]);
        assert_eq!(texts("status:dis"), ["status:disputed"]);
        assert_eq!(texts("check:not"), ["check:not-found"]);
        assert!(texts("from:").is_empty() && texts("colour:").is_empty());
    }

    #[test]
    fn nothing_is_offered_in_the_middle_of_a_word() {
        let vocabulary = vocabulary();
        assert!(completions("kind", 2, &vocabulary).is_empty());
        assert!(completions("ki x", 4, &vocabulary).is_empty());
        assert_eq!(completions("ki x", 2, &vocabulary).len(), 1);
        assert!(completions("é", 1, &vocabulary).is_empty());
    }

    proptest! {
        #[test]
        fn what_is_completed_can_be_asked(before in "(|bridge |-tag:x )", n in 0..Field::ALL.len(), letters in 0..12_usize, value in "[a-z\"铁]{0,3}") {
            let vocabulary = vocabulary();
            let field = Field::ALL[n].name();
            let begun: String = field.chars().take(letters).collect();
            for text in [format!("{before}{begun}"), format!("{before}-{field}:{value}"), format!("{before}{field}:vote,{value}")] {
                for found in completions(&text, text.len(), &vocabulary) {
                    let mut whole = text.clone();
                    whole.replace_range(found.at, &found.text);
                    if !found.is_whole {
                        whole += Field::named(found.text.trim_end_matches(':')).unwrap().example().split_once(':').unwrap().1;
                    }
                    // What stood there before may be no value.
                    if text.contains(":vote,") && Field::ALL[n].takes() != Takes::Words {
                        continue;
                    }
                    prop_assert!(Query::parse(&whole).is_ok(), "{}", whole);
                }
            }
        }

        #[test]
        fn no_text_breaks_completion(text in ".{0,20}", caret in 0..24_usize) {
            for found in completions(&text, caret, &vocabulary()) {
                prop_assert!(text.get(found.at).is_some());
            }
        }
    }
}
