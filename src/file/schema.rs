//! The names of the format's fields.

/// The fields of a story.
pub(super) const STORY: &[&str] = &[
    "format",
    "title",
    "summary",
    "language",
    "sources",
    "passages",
    "actors",
    "events",
    "relations",
    "actor_kinds",
    "event_kinds",
    "relation_kinds",
    STEPS,
];

/// The field of a story that lists the steps in which it is told.
pub(super) const STEPS: &str = "steps";

/// The fields of a story that hold records.
pub(super) const SECTIONS: &[&str] = &[
    "sources",
    "passages",
    "actors",
    "events",
    "relations",
    "actor_kinds",
    "event_kinds",
    "relation_kinds",
];

/// The fields of a declared kind.
pub(super) const KIND: &[&str] = &["label", "like", "color", "dark", "shape"];

/// The fields of a source.
pub(super) const SOURCE: &[&str] = &[
    "title",
    "kind",
    "author",
    "publisher",
    "published",
    "url",
    "text",
    "sha256",
    "language",
    "notes",
    "accept",
];

/// The fields of a passage.
pub(super) const PASSAGE: &[&str] = &[
    "source",
    "quote",
    "said_by",
    "paragraph",
    "page",
    "at",
    "prefix",
    "suffix",
    "start",
    "end",
    "translation",
    "notes",
    "accept",
];

/// The fields of unnamed people.
pub(super) const UNNAMED: &[&str] = &["count", "described", "actor"];

/// The fields of an actor.
pub(super) const ACTOR: &[&str] = &[
    "name",
    "kind",
    "aliases",
    "summary",
    "part_of",
    "during",
    "place",
    "tags",
    "importance",
    "notes",
    "evidence",
];

/// The fields of an event.
pub(super) const EVENT: &[&str] = &[
    "title",
    "summary",
    "kind",
    "when",
    "wording",
    "counted_from",
    "reported",
    "drawn_as",
    "participants",
    "leads_to",
    "version_of",
    "place",
    "status",
    "evidence",
    "tags",
    "importance",
    "notes",
    "accept",
];

/// The fields of a relation.
pub(super) const RELATION: &[&str] = &[
    "from",
    "to",
    "kind",
    "summary",
    "directed",
    "during",
    "wording",
    "counted_from",
    "status",
    "evidence",
    "tags",
    "importance",
    "notes",
    "accept",
];

/// The fields of a step.
pub(super) const STEP: &[&str] = &[
    "title", "caption", "from", "to", "as_of", "select", "focus", "hops", "filter", "lanes", "show",
];

/// What people write for a field that has another name here.
const SYNONYMS: &[(&str, &str)] = &[
    ("date", "when"),
    ("dates", "during"),
    ("time", "when"),
    ("start", "when"),
    ("type", "kind"),
    ("category", "kind"),
    ("label", "name"),
    ("label", "title"),
    ("name", "title"),
    ("title", "name"),
    ("headline", "title"),
    ("description", "summary"),
    ("text", "quote"),
    ("quotation", "quote"),
    ("speaker", "said_by"),
    ("who", "said_by"),
    ("actors", "participants"),
    ("causes", "leads_to"),
    ("leads", "leads_to"),
    ("display", "drawn_as"),
    ("location", "place"),
    ("where", "place"),
    ("note", "notes"),
    ("comment", "notes"),
    ("link", "url"),
    ("members", "part_of"),
    ("parent", "part_of"),
    ("passages", "evidence"),
    ("source", "from"),
    ("target", "to"),
    ("people", "actors"),
    ("persons", "actors"),
    ("nodes", "actors"),
    ("edges", "relations"),
    ("links", "relations"),
    ("relationships", "relations"),
    ("quotes", "passages"),
    ("documents", "sources"),
    ("timeline", "events"),
    ("slides", "steps"),
    ("chapters", "steps"),
    ("text", "caption"),
    ("date", "as_of"),
    ("selection", "select"),
    ("view", "show"),
    ("views", "show"),
];

/// Whether `word` is a field of any record.
pub(super) fn is_field(word: &str) -> bool {
    [
        STORY, KIND, SOURCE, PASSAGE, UNNAMED, ACTOR, EVENT, RELATION, STEP,
    ]
    .iter()
    .any(|fields| fields.contains(&word))
}

/// Whether `word` is a field of the story itself.
pub(super) fn is_story_field(word: &str) -> bool {
    STORY.contains(&word)
}

/// Whether `word` is a section of the story, or its list of steps.
pub(super) fn is_section(word: &str) -> bool {
    word == STEPS || SECTIONS.contains(&word)
}

/// The one of `known` that `word` was most likely meant to be.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    if length > 64 {
        return None;
    }
    // One slip in a short word, one in three letters of a longer one.
    let most = (length / 3).max(1);
    let plain = |text: &str| text.to_lowercase().replace(['-', '_', ' '], "");
    let wanted = plain(word);
    known
        .into_iter()
        .filter(|name| name.len().abs_diff(word.len()) <= most * 4)
        .map(|name| (strsim::damerau_levenshtein(&plain(name), &wanted), name))
        .filter(|&(distance, _)| distance <= most)
        .min()
        .map(|(_, name)| name)
}

/// The field of `known` that `word` was most likely meant to be.
pub(super) fn nearest_field<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let lower = word.to_lowercase();
    nearest(word, known.iter().copied()).or_else(|| {
        SYNONYMS
            .iter()
            .filter(|(synonym, _)| *synonym == lower)
            .find_map(|(_, field)| known.iter().copied().find(|name| name == field))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Code, Progress, load_str};

    const REFERENCE: &str = include_str!("../../data/FORMAT.md");

    #[test]
    fn the_reference_explains_every_field_and_every_code() {
        let all = [
            STORY, KIND, SOURCE, PASSAGE, UNNAMED, ACTOR, EVENT, RELATION, STEP,
        ];
        for field in all.iter().copied().flatten() {
            let explained = format!("`{field}`");
            let shown = format!("{field}:");
            assert!(
                REFERENCE.contains(&explained) || UNNAMED.contains(field),
                "{field} is not explained"
            );
            assert!(REFERENCE.contains(&shown), "{field} is in no example");
        }
        for code in Code::ALL {
            let (word, weight) = (code.word(), code.severity().word());
            let row = format!("| `{word}` | {weight} | {} |", code.meaning());
            assert!(REFERENCE.contains(&row), "the reference lacks: {row}");
        }
    }

    #[test]
    fn the_examples_of_the_reference_have_no_problems() {
        let examples: Vec<&str> = REFERENCE
            .split("```ron\n")
            .skip(1)
            .filter_map(|rest| rest.split("```").next())
            .collect();
        assert!(examples.len() >= 7);
        for example in examples {
            let loaded = load_str("example.ron", example, &Progress::default()).unwrap();
            assert_eq!(loaded.problems, [], "{example}");
        }
    }

    #[test]
    fn the_dates_of_the_reference_are_dates() {
        let table = REFERENCE.split("## Dates").nth(1).unwrap();
        let table = table.split("## JSON").next().unwrap();
        let dates: Vec<&str> = table
            .split("`\"")
            .skip(1)
            .filter_map(|rest| rest.split("\"`").next())
            .collect();
        assert!(dates.len() >= 15);
        for date in dates {
            assert!(crate::story::Date::parse(date).is_ok(), "{date}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_finds_its_field() {
        assert_eq!(nearest_field("participant", EVENT), Some("participants"));
        assert_eq!(nearest_field("partOf", ACTOR), Some("part_of"));
        assert_eq!(nearest_field("date", EVENT), Some("when"));
        assert_eq!(nearest_field("zebra", EVENT), None);
    }
}
