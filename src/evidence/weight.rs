//! What a claim rests on, counted: passages, sources, independent voices.

use crate::story::{ActorIx, Bearing, Evidence, Item, SourceIx, Status, Story, Voice};

/// How much a claim rests on. What disputes a claim does not carry it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Passages that support or mention it.
    pub passages: u32,
    /// Sources that those stand in.
    pub sources: u32,
    /// Independent voices among them: who speaks twice counts once.
    pub voices: u32,
    /// How many of the voices are unnamed people.
    pub unnamed: u32,
    /// Passages that dispute it.
    pub disputes: u32,
    /// Passages of documents that speak for themselves.
    pub documents: u32,
}

/// Who speaks: the same is the same voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Speaker<'s> {
    /// An actor, by itself or by somebody who speaks for it; a group of unnamed people that the story has
    /// an actor for.
    Actor(ActorIx),
    /// Unnamed people for whom there is no actor, as a source describes them.
    Unnamed(SourceIx, Option<u32>, &'s str),
    /// A document that a source is or quotes.
    Document(SourceIx),
    /// The reporter of a source.
    Reporter(SourceIx),
}

impl<'s> Speaker<'s> {
    /// Who speaks with `voice` in `source`.
    #[must_use]
    pub fn new(voice: &Voice<'s>, source: SourceIx) -> Self {
        match *voice {
            Voice::OnRecord(actor)
            | Voice::Spokesperson(actor)
            | Voice::Unnamed {
                actor: Some(actor), ..
            } => Self::Actor(actor),
            Voice::Unnamed {
                count, described, ..
            } => Self::Unnamed(source, count, described),
            Voice::Document => Self::Document(source),
            // That somebody declined is what the reporter says.
            Voice::Reporter | Voice::Declined(_) => Self::Reporter(source),
        }
    }
}

impl Weight {
    /// How much a claim with `evidence` rests on.
    #[must_use]
    pub fn new(story: &Story, evidence: &[Evidence]) -> Self {
        let mut weight = Self::default();
        // Nothing is to be compared: so it is with most claims of a large story.
        if let [only] = evidence
            && only.bearing != Bearing::Disputes
        {
            let said_by = story.passage(only.passage).said_by;
            return Self {
                passages: 1,
                sources: 1,
                voices: 1,
                unnamed: u32::from(matches!(said_by, Voice::Unnamed { .. })),
                documents: u32::from(said_by == Voice::Document),
                disputes: 0,
            };
        }
        // Most claims rest on two or three: lists of these cost less than tables.
        let mut sources: Vec<SourceIx> = Vec::with_capacity(evidence.len());
        // With whether each speaks without a name; where it does both, the name comes first.
        let mut speakers: Vec<(Speaker<'_>, bool)> = Vec::with_capacity(evidence.len());
        for link in evidence {
            if link.bearing == Bearing::Disputes {
                weight.disputes += 1;
                continue;
            }
            weight.passages += 1;
            let passage = story.passage(link.passage);
            weight.documents += u32::from(passage.said_by == Voice::Document);
            sources.push(passage.source);
            let unnamed = matches!(passage.said_by, Voice::Unnamed { .. });
            speakers.push((Speaker::new(&passage.said_by, passage.source), unnamed));
        }
        sources.sort_unstable();
        sources.dedup();
        speakers.sort_unstable();
        speakers.dedup_by_key(|(speaker, _)| *speaker);
        let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
        weight.sources = count(sources.len());
        weight.voices = count(speakers.len());
        weight.unnamed = count(speakers.iter().filter(|(_, unnamed)| *unnamed).count());
        weight
    }

    /// How many independent voices and sources a claim with `evidence` rests on: for most claims of a large story, without a
    /// look at what they quote.
    #[must_use]
    pub fn counts(story: &Story, evidence: &[Evidence]) -> (u32, u32) {
        match evidence {
            [] => (0, 0),
            [only] if only.bearing != Bearing::Disputes => (1, 1),
            _ => {
                let weight = Self::new(story, evidence);
                (weight.voices, weight.sources)
            }
        }
    }

    /// Whether it rests on one source alone.
    #[must_use]
    pub fn is_one_source(self) -> bool {
        self.sources == 1
    }

    /// Whether a document says so itself.
    #[must_use]
    pub fn is_documented(self) -> bool {
        self.documents > 0
    }

    /// Whether all who speak for it are unnamed.
    #[must_use]
    pub fn is_unnamed_alone(self) -> bool {
        self.voices > 0 && self.unnamed == self.voices
    }
}

/// What `item` says of itself rests on: an event's, a relation's or an actor's evidence; nothing of others.
#[must_use]
pub fn evidence_of(story: &Story, item: Item) -> &[Evidence] {
    match item {
        Item::Event(ix) => story.event(ix).evidence,
        Item::Relation(ix) => story.relation(ix).evidence,
        Item::Actor(ix) => story.actor(ix).evidence,
        Item::Passage(_) | Item::Source(_) => &[],
    }
}

/// How sure a claim is: an event's or a relation's status; none of others.
#[must_use]
pub fn status_of(story: &Story, item: Item) -> Option<Status> {
    match item {
        Item::Event(ix) => Some(story.event(ix).status),
        Item::Relation(ix) => Some(story.relation(ix).status),
        Item::Actor(_) | Item::Passage(_) | Item::Source(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Progress, load_str};

    const STORY: &str = r#"Story(format: 1, title: "Weights",
        sources: { "a": Source(title: "A"), "b": Source(title: "B") },
        passages: {
            "p1": Passage(source: "a", quote: "one", said_by: OnRecord("jane")),
            "p2": Passage(source: "b", quote: "two", said_by: Spokesperson("jane")),
            "p3": Passage(source: "a", quote: "three", said_by: Unnamed(count: 3, actor: "three")),
            "p4": Passage(source: "b", quote: "four", said_by: Unnamed(described: "people", actor: "three")),
            "p5": Passage(source: "a", quote: "five", said_by: Unnamed(described: "officials")),
            "p6": Passage(source: "b", quote: "six", said_by: Unnamed(described: "officials")),
            "p7": Passage(source: "a", quote: "seven", said_by: Reporter),
        },
        actors: { "jane": Actor(name: "Jane"), "three": Actor(name: "Three", kind: "group") },
        events: {
            "named": Event(title: "x", evidence: [Supports("p1"), Mentions("p2")]),
            "group": Event(title: "x", evidence: [Supports("p3"), Supports("p4"), Disputes("p1")]),
            "officials": Event(title: "x", evidence: [Supports("p5"), Supports("p6")]),
            "all": Event(title: "x", evidence: [Supports("p1"), Supports("p3"), Supports("p7")]),
        })"#;

    #[test]
    fn who_speaks_twice_is_one_voice() {
        let story = load_str("w.ron", STORY, &Progress::default())
            .unwrap()
            .story;
        let weight = |id: &str| {
            let event = story.events().find(|event| event.id == id).unwrap();
            Weight::new(&story, event.evidence)
        };
        let named = weight("named");
        assert_eq!((named.passages, named.sources, named.voices), (2, 2, 1));
        assert!(!named.is_unnamed_alone() && !named.is_one_source());
        let group = weight("group");
        assert_eq!((group.voices, group.unnamed, group.disputes), (1, 1, 1));
        assert!(group.is_unnamed_alone());
        assert_eq!(weight("officials").voices, 2, "two sources, two groups");
        let all = weight("all");
        assert_eq!((all.voices, all.unnamed), (3, 1));
        assert!(all.is_one_source() && !all.is_unnamed_alone());
    }
}
