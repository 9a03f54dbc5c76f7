//! What a claim rests on, counted: passages, sources, independent voices.

use crate::story::{ActorIx, Bearing, Evidence, Item, SourceIx, Story, Voice};

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
        Tally::from(self).is_unnamed_alone()
    }
}

/// How many voices and sources a claim rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally<N = u32> {
    /// Independent voices; none where it rests on nothing.
    pub voices: N,
    /// Sources.
    pub sources: N,
    /// How many of the voices are unnamed people.
    pub unnamed: N,
}

impl Tally {
    /// Whether all who speak for it are unnamed.
    #[must_use]
    pub fn is_unnamed_alone(self) -> bool {
        self.voices > 0 && self.unnamed == self.voices
    }

    /// In a byte each; more than fit are as many as fit.
    fn kept(self) -> Tally<u8> {
        let byte = |count: u32| u8::try_from(count).unwrap_or(u8::MAX);
        Tally {
            voices: byte(self.voices),
            sources: byte(self.sources),
            unnamed: byte(self.unnamed),
        }
    }
}

impl From<Weight> for Tally {
    fn from(weight: Weight) -> Self {
        Self {
            voices: weight.voices,
            sources: weight.sources,
            unnamed: weight.unnamed,
        }
    }
}

/// How many voices and sources each claim of a story rests on: counted once, to be asked of a million.
#[derive(Clone, Debug, Default)]
pub struct Tallies {
    events: Vec<Tally<u8>>,
    relations: Vec<Tally<u8>>,
    actors: Vec<Tally<u8>>,
}

impl Tallies {
    /// Counts them, on this thread alone: others may wait for it in the midst of work that is shared out among them.
    #[must_use]
    pub fn new(story: &Story) -> Self {
        let events = 0..story.events().len();
        let kept = |evidence: &[Evidence]| Tally::from(Weight::new(story, evidence)).kept();
        Self {
            events: events.map(|n| kept(story.events.evidence_of(n))).collect(),
            relations: story.relations().map(|r| kept(r.evidence)).collect(),
            actors: story.actors().map(|actor| kept(actor.evidence)).collect(),
        }
    }

    /// Of `item`, which stands in `story`, the one that was counted: nothing for passages and sources.
    #[must_use]
    #[inline]
    pub fn of(&self, story: &Story, item: Item) -> Tally {
        let kept = match item {
            Item::Event(ix) => self.events.get(ix.index()),
            Item::Relation(ix) => self.relations.get(ix.index()),
            Item::Actor(ix) => self.actors.get(ix.index()),
            Item::Passage(_) | Item::Source(_) => None,
        };
        let kept = kept.copied().unwrap_or_default();
        kept.whole()
            .unwrap_or_else(|| Weight::new(story, story.evidence_of(item)).into())
    }
}

impl Tally<u8> {
    /// The tally; none where there may be more than fit.
    fn whole(self) -> Option<Tally> {
        // No more voices are unnamed than there are.
        (self.voices.max(self.sources) < u8::MAX).then(|| Tally {
            voices: self.voices.into(),
            sources: self.sources.into(),
            unnamed: self.unnamed.into(),
        })
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

    #[test]
    fn tallies_are_those_of_each_claim_however_many_voices_it_has() {
        use std::fmt::Write;
        let (mut passages, mut links) = (String::new(), String::new());
        for n in 0..300 {
            write!(
                passages,
                r#""p{n}": Passage(source: "s{n}", quote: "q", said_by: Document),"#
            )
            .unwrap();
            write!(links, r#"Supports("p{n}"),"#).unwrap();
        }
        let mut sources = String::new();
        for n in 0..300 {
            write!(sources, r#""s{n}": Source(title: "S"),"#).unwrap();
        }
        let text = format!(
            r#"Story(format: 1, title: "Many", sources: {{ {sources} }}, passages: {{ {passages} }},
                actors: {{ "a": Actor(name: "A", evidence: [Disputes("p0")]) }},
                events: {{ "none": Event(title: "x"), "many": Event(title: "x", evidence: [{links}]) }},
                relations: {{ "r": Relation(from: "a", to: "a", kind: "k", evidence: [Supports("p1"), Mentions("p2")]) }})"#
        );
        let few = load_str("w.ron", STORY, &Progress::default()).unwrap();
        let many = load_str("w.ron", &text, &Progress::default()).unwrap();
        for story in [few.story, many.story] {
            let tallies = Tallies::new(&story);
            let events = story.events_with_ix().map(|(ix, _)| Item::Event(ix));
            let relations = story.relations_with_ix().map(|(ix, _)| Item::Relation(ix));
            let actors = story.actors_with_ix().map(|(ix, _)| Item::Actor(ix));
            for item in events.chain(relations).chain(actors) {
                let weight = Weight::new(&story, story.evidence_of(item));
                assert_eq!(tallies.of(&story, item), Tally::from(weight));
            }
        }
    }
}
