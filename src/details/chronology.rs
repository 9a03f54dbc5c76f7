//! The story as a chronology in Markdown: every claim in time, with numbered footnotes that cite its passages.

use std::collections::HashMap;

use crate::citing::markdown;
use crate::index::Index;
use crate::language::say;
use crate::story::words::year;
use crate::story::{
    Bearing, Date, EventIx, Evidence, Item, PassageIx, RelationIx, SourceIx, Status,
};

use super::cite::citation;

/// Numbers of footnotes, in the order in which they are first called for.
#[derive(Default)]
struct Footnotes {
    numbers: HashMap<PassageIx, usize>,
    passages: Vec<PassageIx>,
}

impl Footnotes {
    /// The call for the footnote of a passage.
    fn call(&mut self, passage: PassageIx) -> String {
        let passages = &mut self.passages;
        let number = *self.numbers.entry(passage).or_insert_with(|| {
            passages.push(passage);
            passages.len()
        });
        format!("[^{number}]")
    }

    /// The footnotes of the passages of `evidence` that bear on a claim so.
    fn calls(&mut self, evidence: &[Evidence], bearing: impl Fn(Bearing) -> bool) -> String {
        let links = evidence.iter().filter(|link| bearing(link.bearing));
        links.map(|link| self.call(link.passage)).collect()
    }
}

/// What is on show as a chronology in Markdown (`CommonMark` with footnotes), ready for a report.
#[must_use]
pub fn chronology(index: &Index) -> String {
    let story = index.story();
    let mut notes = Footnotes::default();
    let mut text = format!("# {}\n", markdown(&story.title));
    if !story.summary.is_empty() {
        text += &format!("\n{}\n", markdown(&story.summary));
    }
    if let Some(query) = index.filter() {
        let query = query.to_string().replace('`', "'");
        text += &format!("\n{}\n", say!("details-chronology-filtered", query = query));
    }
    if let Some((query, steps_back)) = index.aside()
        && steps_back
    {
        let query = query.to_string().replace('`', "'");
        text += &format!("\n{}\n", say!("details-chronology-aside", query = query));
    }
    let mut heading = None;
    for &ix in index.dated_events() {
        let date = story.event(ix).when.date;
        let first = date
            .and_then(|date| date.span().finite())
            .map(|(from, _)| from.civil().0.year);
        if first.is_some() && first != heading {
            heading = first;
            text += &format!("\n## {}\n\n", first.map(year).unwrap_or_default());
        } else if heading.is_none() && !text.contains("\n## ") {
            text += &format!("\n## {}\n\n", say!("details-chronology-open"));
        }
        text += &event(index, ix, date, &mut notes);
    }
    if !index.undated_events().is_empty() {
        text += &format!("\n## {}\n\n", say!("details-chronology-undated"));
        for &ix in index.undated_events() {
            text += &event(index, ix, None, &mut notes);
        }
    }
    text += &relations(index, &mut notes);
    text += &sources(index, &notes);
    text
}

fn event(index: &Index, ix: EventIx, date: Option<&Date>, notes: &mut Footnotes) -> String {
    let event = index.story().event(ix);
    let when = date.map(|date| format!("**{}** – ", markdown(&date.brief())));
    let mut line = format!("- {}{}", when.unwrap_or_default(), markdown(event.title));
    line += end_of(event.title);
    if !event.summary.is_empty() {
        line += &format!(" {}{}", markdown(event.summary), end_of(event.summary));
    }
    line + &ground(event.status, event.evidence, notes) + "\n"
}

fn relations(index: &Index, notes: &mut Footnotes) -> String {
    let story = index.story();
    let mut all: Vec<RelationIx> = story
        .relations_with_ix()
        .map(|(ix, _)| ix)
        .filter(|&ix| index.shows_relation(ix))
        .collect();
    if all.is_empty() {
        return String::new();
    }
    all.sort_by_cached_key(|&ix| super::rows::order(index, Item::Relation(ix)));
    let mut text = format!("\n## {}\n\n", say!("details-chronology-relations"));
    for ix in all {
        let relation = story.relation(ix);
        let title = index.title_of(Item::Relation(ix));
        let during = relation.during.date.map(Date::brief);
        let during = during.map(|date| format!(" ({})", markdown(&date)));
        text += &format!("- {}{}.", markdown(&title), during.unwrap_or_default());
        text += &ground(relation.status, relation.evidence, notes);
        text.push('\n');
    }
    text
}

/// How sure a claim is, and the footnotes that it rests on; those against it apart.
fn ground(status: Status, evidence: &[Evidence], notes: &mut Footnotes) -> String {
    if evidence.is_empty() {
        return format!(" *({})*", say!("details-chronology-no-evidence"));
    }
    let mut text = match status {
        Status::Documented => String::new(),
        status => format!(" *({})*", status.label()),
    };
    text += &notes.calls(evidence, |bearing| bearing != Bearing::Disputes);
    let against = notes.calls(evidence, |bearing| bearing == Bearing::Disputes);
    if !against.is_empty() {
        text.push(' ');
        text += &say!("details-chronology-against", footnotes = against);
    }
    text
}

/// The footnotes, and the sources that they cite.
fn sources(index: &Index, notes: &Footnotes) -> String {
    let story = index.story();
    let mut text = String::new();
    let mut cited: Vec<SourceIx> = notes
        .passages
        .iter()
        .map(|&passage| story.passage(passage).source)
        .collect();
    cited.sort_unstable();
    cited.dedup();
    if !cited.is_empty() {
        text += &format!("\n## {}\n\n", say!("details-chronology-sources"));
    }
    for source in cited {
        text += &format!("- {}\n", citation(index, source));
    }
    text.push('\n');
    for (passage, number) in notes.passages.iter().zip(1..) {
        text += &format!("[^{number}]: {}\n", super::cite::quotation(index, *passage));
    }
    text
}

/// The full stop that a sentence lacks.
fn end_of(text: &str) -> &'static str {
    if text.trim_end().ends_with(['.', '!', '?', '…', '。', '”']) {
        ""
    } else {
        "."
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Progress, load_str};

    const STORY: &str = r#"Story(format: 1, title: "A *story*",
        sources: { "log": Source(title: "The log", published: "1911-04-02", url: "https://example.org/a_b") },
        passages: {
            "p1": Passage(source: "log", paragraph: 3, quote: "it began", said_by: Document),
            "p2": Passage(source: "log", page: "4", quote: "it did not", said_by: OnRecord("a")),
        },
        actors: { "a": Actor(name: "Ash"), "b": Actor(name: "Birch") },
        events: {
            "late": Event(title: "It ends", when: "1912", evidence: [Supports("p1"), Disputes("p2")]),
            "early": Event(title: "It begins", when: "1911-04", summary: "In spring", evidence: [Supports("p1")]),
            "never": Event(title: "A rumour"),
        },
        relations: { "r": Relation(from: "a", to: "b", kind: "knows", during: "1911/1912", evidence: [Supports("p2")]) })"#;

    #[test]
    fn claims_stand_in_time_with_numbered_footnotes_that_cite_their_passages() {
        let story = load_str("c.ron", STORY, &Progress::default())
            .unwrap()
            .story;
        let text = chronology(&Index::new(story));
        let at = |words: &str| {
            text.find(words)
                .unwrap_or_else(|| panic!("{words}:\n{text}"))
        };
        assert!(text.starts_with("# A \\*story\\*\n"));
        let early = at("- **Apr 1911** – It begins. In spring.[^1]\n");
        let late = at("- **1912** – It ends. *(disputed)*[^1] Against it:[^2]\n");
        let never = at("## Undated\n\n- A rumour. *(no evidence)*\n");
        let tied = at("- Ash knows Birch (1911 – 1912). *(attributed)*[^2]\n");
        assert!(early < late && late < never && never < tied);
        at("[^1]: “it began” (The document itself), ¶ 3. ");
        at("[^2]: “it did not” (Ash, on the record), p. 4. ");
        // Addresses stay whole.
        at("https://example.org/a_b");
    }
}
