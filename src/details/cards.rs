//! Quotations as cards.

use crate::evidence::{State, Weight};
use crate::index::Index;
use crate::language::say;
use crate::scene::voice::Speech;
use crate::story::{Bearing, Evidence, Item, Passage, PassageIx, Voice};

use super::Card;

/// The card of one passage.
pub(super) fn card(index: &Index, ix: PassageIx) -> Card {
    let passage = index.story().passage(ix);
    let checked = index.verification().passage(ix);
    Card {
        passage: ix,
        quote: passage.quote.to_owned(),
        translation: passage.translation.to_owned(),
        who: index.voice_words(&passage.said_by),
        speech: Speech::of(&passage.said_by),
        speaker: speaker(&passage.said_by),
        place: place(index, &passage),
        source: Item::Source(passage.source),
        style: index.voice_style(&passage.said_by),
        state: index.verification().state(ix),
        remark: remark(index, ix),
        differences: checked.map_or_else(Vec::new, |checked| checked.differences.clone()),
    }
}

/// What to know about how a quotation stands to its source, beyond its state.
fn remark(index: &Index, ix: PassageIx) -> String {
    let story = index.story();
    let Some(checked) = index.verification().passage(ix) else {
        return String::new();
    };
    let accepted = crate::evidence::code(checked.state)
        .and_then(|code| story.accepts(Item::Passage(ix), code));
    if let Some(reason) = accepted {
        return say!("details-remark-accepted", reason = reason);
    }
    let found = checked.places.first().and_then(|found| found.paragraph);
    match (checked.state, found) {
        (State::Ambiguous, _) => {
            let paragraphs = checked.places.iter().filter_map(|found| found.paragraph);
            let mut paragraphs: Vec<u32> = paragraphs.collect();
            paragraphs.dedup();
            let named: Vec<String> = paragraphs.iter().take(6).map(u32::to_string).collect();
            say!(
                "details-remark-ambiguous",
                count = checked.count,
                paragraphs = named.join(", ")
            )
        }
        (_, Some(found))
            if checked.moved && story.accepts(Item::Passage(ix), "quote-moved").is_none() =>
        {
            say!("details-remark-moved", paragraph = found.to_string())
        }
        _ => String::new(),
    }
}

/// The cards of `evidence` by what they do, in the order of support, dispute, mention.
pub(super) fn groups(index: &Index, evidence: &[Evidence]) -> Vec<(String, Vec<Card>)> {
    [
        (Bearing::Supports, say!("details-supporting")),
        (Bearing::Disputes, super::against()),
        (Bearing::Mentions, say!("details-mentioning")),
    ]
    .into_iter()
    .map(|(bearing, heading)| {
        let cards = evidence
            .iter()
            .filter(|link| link.bearing == bearing)
            .map(|link| card(index, link.passage))
            .collect::<Vec<_>>();
        (heading.to_owned(), cards)
    })
    .filter(|(_, cards)| !cards.is_empty())
    .collect()
}

/// "2 passages, 1 voice".
pub(super) fn note(index: &Index, evidence: &[Evidence]) -> String {
    if evidence.is_empty() {
        return say!("details-no-evidence").to_owned();
    }
    let weight = Weight::new(index.story(), evidence);
    say!(
        "details-note",
        passages = weight.passages,
        voices = weight.voices,
        against = weight.disputes,
        sources = weight.sources
    )
}

fn speaker(voice: &Voice<'_>) -> Option<Item> {
    match voice {
        Voice::OnRecord(actor) | Voice::Spokesperson(actor) | Voice::Declined(actor) => {
            Some(Item::Actor(*actor))
        }
        Voice::Unnamed { actor, .. } => actor.map(Item::Actor),
        Voice::Document | Voice::Reporter => None,
    }
}

/// The source and where in it the passage stands.
pub(super) fn place(index: &Index, passage: &Passage<'_>) -> String {
    let title = index.story().source(passage.source).title;
    let within = place_within(passage);
    if within.is_empty() {
        title.to_owned()
    } else {
        format!("{title} · {within}")
    }
}

/// Where in its source a passage stands: "¶ 15 · p. 3".
pub(super) fn place_within(passage: &Passage<'_>) -> String {
    let paragraph = passage
        .paragraph
        .map(|n| say!("details-place-paragraph", number = n.to_string()));
    let page = (!passage.page.is_empty()).then(|| say!("details-place-page", page = passage.page));
    let at = (!passage.at.is_empty()).then(|| passage.at.to_owned());
    let parts = [paragraph, page, at];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
