//! Quotations as cards.

use crate::index::Index;
use crate::story::kind::{self, KindStyle};
use crate::story::words::counted;
use crate::story::{Bearing, Evidence, Item, Passage, PassageIx, Voice};

use super::Card;

/// The card of one passage.
pub(super) fn card(index: &Index, ix: PassageIx) -> Card {
    let passage = index.story().passage(ix);
    Card {
        passage: ix,
        quote: passage.quote.to_owned(),
        translation: passage.translation.to_owned(),
        who: index.voice_words(&passage.said_by),
        speaker: speaker(&passage.said_by),
        place: place(index, &passage),
        source: Item::Source(passage.source),
        style: voice_style(index, &passage.said_by),
    }
}

/// The cards of `evidence` by what they do, in the order of support, dispute, mention.
pub(super) fn groups(index: &Index, evidence: &[Evidence]) -> Vec<(String, Vec<Card>)> {
    [
        (Bearing::Supports, "Evidence"),
        (Bearing::Disputes, "Against"),
        (Bearing::Mentions, "Mentioned in"),
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
        return "No evidence".to_owned();
    }
    let passages = counted(evidence.len(), "passage", "passages");
    format!(
        "{passages}, {}",
        counted(index.voices(evidence), "voice", "voices")
    )
}

fn speaker(voice: &Voice<'_>) -> Option<Item> {
    match voice {
        Voice::OnRecord(actor) | Voice::Spokesperson(actor) => Some(Item::Actor(*actor)),
        Voice::Unnamed { actor, .. } => actor.map(Item::Actor),
        Voice::Document | Voice::Reporter => None,
    }
}

fn voice_style(index: &Index, voice: &Voice<'_>) -> KindStyle {
    match voice {
        Voice::OnRecord(actor) | Voice::Spokesperson(actor) => index.actor_style(*actor).clone(),
        Voice::Unnamed { .. } => kind::actor_kind(index.story(), "group"),
        Voice::Document | Voice::Reporter => kind::actor_kind(index.story(), "media"),
    }
}

/// The source and where in it the passage stands.
pub(super) fn place(index: &Index, passage: &Passage<'_>) -> String {
    let mut place = index.story().source(passage.source).title.to_owned();
    if let Some(paragraph) = passage.paragraph {
        place += &format!(" · ¶\u{a0}{paragraph}");
    }
    if !passage.page.is_empty() {
        place += &format!(" · p.\u{a0}{}", passage.page);
    }
    if !passage.at.is_empty() {
        place += &format!(" · {}", passage.at);
    }
    place
}
