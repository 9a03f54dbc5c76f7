//! Where records stand in a story file's text, for problems that are found after it was read.

use std::collections::HashMap;

use memchr::memchr_iter;

use crate::story::ItemKind;

use super::problem::{Code, Lines, Place, Problem, Span};

/// A problem with a record that a story file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is wrong, for scripts.
    pub code: Code,
    /// The record's kind.
    pub kind: ItemKind,
    /// The record's id.
    pub id: String,
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
    /// What to do about it.
    pub suggestion: String,
}

/// Bytes from an id to the bracket that opens its record, at most.
const MOST_BETWEEN: usize = 200;

/// The same problems with the places of their records in `text`, in the order of the file; where a record is
/// not found there, without a place.
#[must_use]
pub fn located(text: &str, told: Vec<Told>) -> Vec<Problem> {
    let wanted: Vec<(ItemKind, &str)> = told.iter().map(|told| (told.kind, &*told.id)).collect();
    let places = places_of(text, &wanted);
    let lines = Lines::of(text);
    let problem = |told: Told| Problem {
        severity: told.code.severity(),
        place: places
            .get(&(told.kind, told.id))
            .map(|span| lines.place(*span)),
        code: told.code,
        message: told.message,
        suggestion: Some(told.suggestion),
        related: None,
    };
    let mut problems: Vec<Problem> = told.into_iter().map(problem).collect();
    let start = |problem: &Problem| problem.place.as_ref().map_or(0, |place| place.bytes.start);
    problems.sort_by_key(|problem| (start(problem), problem.code));
    problems
}

/// Where the words of a step, as they are, first stand in `text` in quotation marks; none where they are spelt
/// otherwise there.
#[must_use]
pub fn place_in_steps(text: &str, words: &str) -> Option<Place> {
    let steps = text.rfind("steps")?;
    let quoted = format!("\"{words}\"");
    let at = steps + text.get(steps..)?.find(&quoted)?;
    Some(Lines::of(text).place(Span::new(at, at + quoted.len())))
}

/// Where the ids of `wanted` records stand, with their quotation marks.
fn places_of(text: &str, wanted: &[(ItemKind, &str)]) -> HashMap<(ItemKind, String), Span> {
    let mut by_id: HashMap<&str, Vec<ItemKind>> = HashMap::new();
    for &(kind, id) in wanted {
        by_id.entry(id).or_default().push(kind);
    }
    let mut places = HashMap::new();
    if by_id.is_empty() {
        return places;
    }
    let longest = by_id.keys().map(|id| id.len()).max().unwrap_or(0);
    let mut section = None;
    // Every two quotation marks near each other may hold an id.
    let mut before: Option<usize> = None;
    for mark in memchr_iter(b'"', text.as_bytes()) {
        let Some(open) = before.replace(mark) else {
            continue;
        };
        let Some(id) = text.get(open + 1..mark) else {
            continue;
        };
        let after = text.get(mark + 1..).unwrap_or_default();
        if let Some(named) = section_of(id)
            && opens(after).is_some()
        {
            section = Some(named);
        }
        if id.len() > longest {
            continue;
        }
        let Some(kinds) = by_id.get(id) else { continue };
        let Some(name) = opens(after) else { continue };
        for &kind in kinds {
            let fits = if name.is_empty() {
                section.is_none_or(|section| section == kind)
            } else {
                name == record_name(kind)
            };
            if fits {
                let span = Span::new(open, mark + 1);
                places.entry((kind, id.to_owned())).or_insert(span);
            }
        }
    }
    places
}

/// The name of the record that opens after an id: `: Event(` or `: {`; none where no record does.
fn opens(after: &str) -> Option<&str> {
    let mut end = after.len().min(MOST_BETWEEN);
    while !after.is_char_boundary(end) {
        end -= 1;
    }
    let value = after
        .get(..end)?
        .trim_start()
        .strip_prefix(':')?
        .trim_start();
    let name = value.find(['(', '{'])?;
    let name = value.get(..name)?.trim_end();
    name.chars().all(char::is_alphabetic).then_some(name)
}

/// The kind of record that the section of a JSON file holds.
fn section_of(name: &str) -> Option<ItemKind> {
    Some(match name {
        "events" => ItemKind::Event,
        "actors" => ItemKind::Actor,
        "relations" => ItemKind::Relation,
        "passages" => ItemKind::Passage,
        "sources" => ItemKind::Source,
        _ => return None,
    })
}

fn record_name(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Event => "Event",
        ItemKind::Actor => "Actor",
        ItemKind::Relation => "Relation",
        ItemKind::Passage => "Passage",
        ItemKind::Source => "Source",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line_of(text: &str, kind: ItemKind, id: &str) -> Option<(u32, u32)> {
        let told = Told {
            code: Code::OneSource,
            kind,
            id: id.to_owned(),
            message: String::new(),
            suggestion: String::new(),
        };
        let problems = located(text, vec![told]);
        let place = problems[0].place.as_ref()?;
        Some((place.line, place.column))
    }

    #[test]
    fn a_record_is_found_by_its_kind_and_id() {
        let ron = "Story(title: \"letter\", passages: {\n \"letter\": Passage(quote: \"a \\\" letter\"),\n},\nevents: { \"x\": Event(\n  participants: { \"letter\": \"role\" }),\n  \"letter\" : Event(title: \"t\") })";
        assert_eq!(line_of(ron, ItemKind::Passage, "letter"), Some((2, 2)));
        assert_eq!(line_of(ron, ItemKind::Event, "letter"), Some((6, 3)));
        assert_eq!(line_of(ron, ItemKind::Actor, "letter"), None);
    }

    #[test]
    fn a_record_is_found_in_json_by_its_section() {
        let json = "{\"passages\": {\n \"a\": {\"quote\": \"x\"}},\n\"events\": {\n\n \"a\": {\"title\": \"y\"}}}";
        assert_eq!(line_of(json, ItemKind::Passage, "a"), Some((2, 2)));
        assert_eq!(line_of(json, ItemKind::Event, "a"), Some((5, 2)));
    }

    #[test]
    fn odd_texts_have_no_places_and_do_no_harm() {
        for text in [
            "",
            "\"",
            "\"\"\"",
            "\"a\": ",
            "\"a\" : Event",
            "\"a\": 中(",
            "\"a\"",
        ] {
            assert_eq!(line_of(text, ItemKind::Event, "a"), None, "{text}");
        }
    }
}
