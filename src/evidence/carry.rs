//! What is known of a story's quotations when it is read again, until they are looked up anew.

use crate::story::{Item, ItemKind, Passage, PassageIx, Source, SourceIx, Story};

use super::verification::{Checked, Reading, Verification};
use super::verify::amiss_of;

impl Verification {
    /// What of this, which was found of the story `before`, holds for `story` as well: the texts of sources
    /// that name the same file, and passages that are quoted from them alike.
    #[must_use]
    pub fn carried(&self, before: &Story, story: &Story) -> Self {
        if !self.has_texts() {
            return Self::default();
        }
        let sources = story.sources().map(|source| {
            let held = known_source(before, source.id);
            let held = held.filter(|ix| is_alike(&before.source(*ix), &source));
            held.map_or(Reading::None, |ix| self.source(ix).clone())
        });
        let sources: Vec<Reading> = sources.collect();
        if !sources
            .iter()
            .any(|reading| !matches!(reading, Reading::None))
        {
            return Self::default();
        }
        let passages = story.passages().map(|passage| {
            let there = sources.get(passage.source.index());
            let held = known_passage(before, passage.id);
            let held = held.filter(|ix| {
                matches!(there, Some(Reading::Read(_)))
                    && is_quoted_alike((before, &before.passage(*ix)), (story, &passage))
            });
            held.and_then(|ix| self.passage(ix))
                .map_or_else(Checked::without_text, Checked::clone)
        });
        let passages: Vec<Checked> = passages.collect();
        Self {
            amiss: amiss_of(story, &passages),
            sources,
            passages,
        }
    }
}

fn known_source(story: &Story, id: &str) -> Option<SourceIx> {
    match story.find(ItemKind::Source, id)? {
        Item::Source(ix) => Some(ix),
        _ => None,
    }
}

fn known_passage(story: &Story, id: &str) -> Option<PassageIx> {
    match story.find(ItemKind::Passage, id)? {
        Item::Passage(ix) => Some(ix),
        _ => None,
    }
}

/// Whether both name the same text.
fn is_alike(a: &Source<'_>, b: &Source<'_>) -> bool {
    a.text == b.text && a.sha256 == b.sha256
}

/// Whether two passages are looked up in the same way.
fn is_quoted_alike((of_a, a): (&Story, &Passage<'_>), (of_b, b): (&Story, &Passage<'_>)) -> bool {
    let places = |passage: &Passage<'_>| (passage.paragraph, passage.position);
    a.quote == b.quote
        && places(a) == places(b)
        && [a.page, a.at, a.prefix, a.suffix] == [b.page, b.at, b.prefix, b.suffix]
        && of_a.source(a.source).id == of_b.source(b.source).id
}
