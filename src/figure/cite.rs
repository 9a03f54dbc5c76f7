//! What a figure rests on: its sources, numbered, and the passages of each item.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::index::Index;
use crate::language::say;
use crate::scene::Note;
use crate::story::{Bearing, Item, PassageIx, SourceIx};

/// Most quotations in an item's note.
const QUOTATIONS: usize = 8;

/// The sources of a figure, numbered from 1 in the order of their dates.
pub(super) struct Citations {
    /// Each source with the passages of it that the figure's items rest on.
    pub(super) sources: Vec<(SourceIx, Vec<PassageIx>)>,
    numbers: HashMap<SourceIx, usize>,
}

impl Citations {
    /// The sources that `items` rest on.
    pub(super) fn new(index: &Index, items: &[Item]) -> Self {
        let story = index.story();
        let mut passages: BTreeMap<SourceIx, HashSet<PassageIx>> = BTreeMap::new();
        for &item in items {
            for link in index.evidence_of(item) {
                let source = story.passage(link.passage).source;
                passages.entry(source).or_default().insert(link.passage);
            }
        }
        let mut sources: Vec<(SourceIx, Vec<PassageIx>)> = passages
            .into_iter()
            .map(|(source, cited)| {
                let ordered = index.passages_of(source).iter().copied();
                (source, ordered.filter(|ix| cited.contains(ix)).collect())
            })
            .collect();
        sources.sort_by_cached_key(|(ix, _)| {
            let source = story.source(*ix);
            let published = source.published.map(|date| date.span().sort_key());
            (published, source.title, source.id)
        });
        let numbers = sources.iter().zip(1..).map(|((ix, _), n)| (*ix, n));
        Self {
            numbers: numbers.collect(),
            sources,
        }
    }

    /// A source as the list has it: "[1] News report, 22 June 2023, ¶ 1–3, 7".
    pub(super) fn entry(&self, index: &Index, source: SourceIx, passages: &[PassageIx]) -> String {
        let story = index.story();
        let record = story.source(source);
        let mut words = format!("[{}] ", self.numbers.get(&source).copied().unwrap_or(0));
        for part in [&record.author, &record.title, &record.publisher] {
            if !part.is_empty() {
                if !words.ends_with("] ") {
                    words += ", ";
                }
                words += part;
            }
        }
        let paragraphs = passages
            .iter()
            .filter_map(|&ix| story.passage(ix).paragraph);
        let ranges = ranges(paragraphs.collect());
        if !ranges.is_empty() {
            words += &format!(", {}", say!("citing-paragraph", number = ranges));
        }
        words
    }

    /// The note on `item`: what it rests on, each quotation with its source's number.
    pub(super) fn note(&self, index: &Index, item: Item) -> Note {
        let story = index.story();
        let evidence = index.evidence_of(item);
        let mut text = String::new();
        for link in evidence.iter().take(QUOTATIONS) {
            let passage = story.passage(link.passage);
            let bearing = match link.bearing {
                Bearing::Supports => "supports",
                Bearing::Disputes => "disputes",
                Bearing::Mentions => "mentions",
            };
            let number = self.numbers.get(&passage.source).copied().unwrap_or(0);
            let place = passage
                .paragraph
                .map(|paragraph| {
                    format!(
                        " {}",
                        say!("citing-paragraph", number = paragraph.to_string())
                    )
                })
                .unwrap_or_default();
            let who = index.voice_words(&passage.said_by);
            if !text.is_empty() {
                text.push(' ');
            }
            text += &say!(
                "figure-note",
                bearing = bearing,
                quote = passage.quote,
                who = who,
                number = number.to_string(),
                place = place
            );
        }
        let more = evidence.len().saturating_sub(QUOTATIONS);
        if more > 0 {
            text += &format!(" {}", say!("figure-note-more", count = more));
        }
        let own = match item {
            Item::Source(ix) => Some(ix),
            Item::Passage(ix) => Some(story.passage(ix).source),
            _ => None,
        };
        let cited = evidence
            .iter()
            .map(|link| story.passage(link.passage).source);
        let url = own
            .into_iter()
            .chain(cited)
            .map(|source| story.source(source).url.to_owned())
            .find(|url| is_web(url));
        Note {
            id: story.id_of(item),
            title: index.title_of(item),
            text,
            url,
        }
    }
}

/// Whether an address is a page of the web, which alone may become a link.
pub(super) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Paragraphs as a reference has them: "1–3, 7".
fn ranges(mut numbers: Vec<u32>) -> String {
    numbers.sort_unstable();
    numbers.dedup();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(number) => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let words = runs.iter().map(|&(from, to)| match to - from {
        0 => from.to_string(),
        1 => format!("{from}, {to}"),
        _ => format!("{from}–{to}"),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn paragraphs_that_follow_each_other_are_drawn_together() {
        assert_eq!(ranges(vec![7, 2, 1, 3, 3]), "1–3, 7");
        assert_eq!(ranges(vec![4, 5]), "4, 5");
        assert_eq!(ranges(vec![u32::MAX]), u32::MAX.to_string());
        assert_eq!(ranges(vec![]), "");
    }
}
