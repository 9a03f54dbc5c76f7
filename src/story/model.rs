//! The records of a story, resolved: every reference is an index that exists.

use super::date::Date;
use super::id::{ActorIx, EventIx, Id, Item, ItemId, PassageIx, RelationIx, SourceIx};
use super::kind::DeclaredKind;

/// The importance of a record whose author gave none, on the scale of 1 (least) to 5 (most).
pub const DEFAULT_IMPORTANCE: u8 = 3;

/// Everything in one story file, checked and resolved. Immutable once made; share it by `Arc`.
///
/// Records stand in the order of the file, which means nothing: what is shown never depends on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// The story's title.
    pub title: String,
    /// What the story is about, in a few sentences.
    pub summary: String,
    /// The language of the author's text, as a BCP 47 tag; empty where none is given.
    pub language: String,
    /// The documents that the story rests on.
    pub sources: Vec<Source>,
    /// The quotations from them.
    pub passages: Vec<Passage>,
    /// Who takes part.
    pub actors: Vec<Actor>,
    /// What happened.
    pub events: Vec<Event>,
    /// How the actors are connected.
    pub relations: Vec<Relation>,
    /// Kinds of actors that the author declared or restyled.
    pub actor_kinds: Vec<DeclaredKind>,
    /// Kinds of events that the author declared or restyled.
    pub event_kinds: Vec<DeclaredKind>,
    /// Kinds of relations that the author declared or restyled.
    pub relation_kinds: Vec<DeclaredKind>,
}

impl Story {
    /// The source at `ix`, which this story resolved.
    #[must_use]
    pub fn source(&self, ix: SourceIx) -> &Source {
        &self.sources[ix.index()]
    }

    /// The passage at `ix`, which this story resolved.
    #[must_use]
    pub fn passage(&self, ix: PassageIx) -> &Passage {
        &self.passages[ix.index()]
    }

    /// The actor at `ix`, which this story resolved.
    #[must_use]
    pub fn actor(&self, ix: ActorIx) -> &Actor {
        &self.actors[ix.index()]
    }

    /// The event at `ix`, which this story resolved.
    #[must_use]
    pub fn event(&self, ix: EventIx) -> &Event {
        &self.events[ix.index()]
    }

    /// The relation at `ix`, which this story resolved.
    #[must_use]
    pub fn relation(&self, ix: RelationIx) -> &Relation {
        &self.relations[ix.index()]
    }

    /// The id of `item`, for what must outlive this story.
    #[must_use]
    pub fn id_of(&self, item: Item) -> ItemId {
        let id = match item {
            Item::Event(ix) => &self.event(ix).id,
            Item::Actor(ix) => &self.actor(ix).id,
            Item::Relation(ix) => &self.relation(ix).id,
            Item::Passage(ix) => &self.passage(ix).id,
            Item::Source(ix) => &self.source(ix).id,
        };
        ItemId::new(item.kind(), id.clone())
    }

    /// Every actor with its index.
    #[must_use]
    pub fn actors_with_ix(&self) -> impl ExactSizeIterator<Item = (ActorIx, &Actor)> {
        self.actors
            .iter()
            .enumerate()
            .map(|(i, actor)| (ActorIx::at(i), actor))
    }

    /// Every event with its index.
    #[must_use]
    pub fn events_with_ix(&self) -> impl ExactSizeIterator<Item = (EventIx, &Event)> {
        self.events
            .iter()
            .enumerate()
            .map(|(i, event)| (EventIx::at(i), event))
    }

    /// Every relation with its index.
    #[must_use]
    pub fn relations_with_ix(&self) -> impl ExactSizeIterator<Item = (RelationIx, &Relation)> {
        self.relations
            .iter()
            .enumerate()
            .map(|(i, relation)| (RelationIx::at(i), relation))
    }

    /// Every passage with its index.
    #[must_use]
    pub fn passages_with_ix(&self) -> impl ExactSizeIterator<Item = (PassageIx, &Passage)> {
        self.passages
            .iter()
            .enumerate()
            .map(|(i, passage)| (PassageIx::at(i), passage))
    }

    /// Every source with its index.
    #[must_use]
    pub fn sources_with_ix(&self) -> impl ExactSizeIterator<Item = (SourceIx, &Source)> {
        self.sources
            .iter()
            .enumerate()
            .map(|(i, source)| (SourceIx::at(i), source))
    }
}

/// A document: report, letter, statute, filing, recording.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The author's id for it.
    pub id: Id,
    /// Its title, or a description where it has none.
    pub title: String,
    /// What it is, in an open word: "news report", "letter", "statute".
    pub kind: String,
    /// Who wrote it, as printed.
    pub author: String,
    /// Who published it, as printed.
    pub publisher: String,
    /// When it was published.
    pub published: Option<Date>,
    /// Where it can be read. Never opened but on a click that shows it.
    pub url: String,
    /// The name of a file beside the story that holds its text.
    pub text: Option<String>,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// The author's notes.
    pub notes: String,
}

/// A short verbatim quotation from a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The author's id for it.
    pub id: Id,
    /// Where it stands.
    pub source: SourceIx,
    /// The words, as they stand there.
    pub quote: String,
    /// Who said it.
    pub said_by: Voice,
    /// The paragraph, counted from 1 in the source's body.
    pub paragraph: Option<u32>,
    /// The page, as printed: "12", "iv", "A3".
    pub page: String,
    /// Another place: "section 4(b)", "00:12:31".
    pub at: String,
    /// The words just before the quotation (W3C `TextQuoteSelector`).
    pub prefix: String,
    /// The words just after the quotation (W3C `TextQuoteSelector`).
    pub suffix: String,
    /// The quotation in the story's language, by the author.
    pub translation: String,
    /// The author's notes.
    pub notes: String,
}

/// Who said what a passage quotes.
#[derive(Clone, Debug, PartialEq)]
pub enum Voice {
    /// A named actor, on the record.
    OnRecord(ActorIx),
    /// Somebody speaking for an actor.
    Spokesperson(ActorIx),
    /// People whom the source does not name.
    Unnamed {
        /// How many, where the source says so.
        count: Option<u32>,
        /// How the source describes them: "people with knowledge of the subject".
        described: String,
        /// The actor that stands for them in the story, where there is one.
        actor: Option<ActorIx>,
    },
    /// A document that the source quotes, or the source itself where it is a document of record.
    Document,
    /// The reporter, in the source's own voice.
    Reporter,
}

/// What a link to a passage claims of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bearing {
    /// The passage supports the record.
    Supports,
    /// The passage disputes the record.
    Disputes,
    /// The passage mentions the record without bearing on whether it is true.
    Mentions,
}

/// A link from a record to a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// What the passage does for the record.
    pub bearing: Bearing,
    /// The passage.
    pub passage: PassageIx,
}

/// How sure a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Stated as fact by a document, or by a source in its own voice.
    Documented,
    /// Rests on what somebody named has said.
    Attributed,
    /// Rests on unnamed people alone.
    Anonymous,
    /// Somebody says otherwise.
    Disputed,
    /// Those concerned deny it.
    Denied,
    /// Has not happened: intended, considered or announced.
    Planned,
}

impl Status {
    /// Every status, surest first.
    pub const ALL: [Self; 6] = [
        Self::Documented,
        Self::Attributed,
        Self::Anonymous,
        Self::Disputed,
        Self::Denied,
        Self::Planned,
    ];

    /// The word that story files, filters and legends use.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Attributed => "attributed",
            Self::Anonymous => "anonymous",
            Self::Disputed => "disputed",
            Self::Denied => "denied",
            Self::Planned => "planned",
        }
    }
}

/// A person, company, agency, country or group that takes part.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// The author's id for it.
    pub id: Id,
    /// The name to show.
    pub name: String,
    /// What it is, in an open word; see [`super::kind`] for the built-in ones.
    pub kind: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What it is or does, in a sentence.
    pub summary: String,
    /// The larger actors that it belongs to.
    pub part_of: Vec<ActorIx>,
    /// When it existed or took part.
    pub during: Option<Date>,
    /// Where it sits.
    pub place: String,
    /// The author's labels.
    pub tags: Vec<String>,
    /// 1 (least) to 5 (most).
    pub importance: u8,
    /// The author's notes.
    pub notes: String,
    /// The passages it rests on.
    pub evidence: Vec<Evidence>,
}

/// An actor's part in an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// Who.
    pub actor: ActorIx,
    /// As what: "author", "addressee". May be empty.
    pub role: String,
}

/// A date with the words it was read from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dating {
    /// The date; none for what the source does not date.
    pub date: Option<Date>,
    /// The source's own words: "over the past 18 months".
    pub wording: String,
    /// What those words were counted from.
    pub counted_from: Option<Basis>,
}

/// What a relative date was counted from.
#[derive(Clone, Debug, PartialEq)]
pub enum Basis {
    /// The date on which a source was published.
    Source(SourceIx),
    /// The date of another event.
    Event(EventIx),
    /// A date of its own.
    Date(Box<Date>),
}

/// How an event stands on the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DrawnAs {
    /// A mark in a lane.
    #[default]
    Mark,
    /// A band behind the whole timeline, for its whole date.
    Era,
    /// A line through the whole timeline, at its date.
    KeyDate,
}

/// An arrow from an event to another.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLink {
    /// The event that it points to; never the one that it starts from.
    pub to: EventIx,
    /// What the one does to the other: "prompts". May be empty.
    pub label: String,
}

/// Something that happened, or is said to have happened, or is planned.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The author's id for it.
    pub id: Id,
    /// What happened, in a line.
    pub title: String,
    /// What happened, in a sentence or two.
    pub summary: String,
    /// What kind of event, in an open word.
    pub kind: String,
    /// When it happened.
    pub when: Dating,
    /// When it was reported, where that differs from its sources' dates.
    pub reported: Option<Date>,
    /// How it stands on the timeline.
    pub drawn_as: DrawnAs,
    /// Who took part, as what; in the author's order.
    pub participants: Vec<Participant>,
    /// The events that it led to, each once; in the author's order.
    pub leads_to: Vec<EventLink>,
    /// Where.
    pub place: String,
    /// How sure it is: the author's word, or what its evidence amounts to.
    pub status: Status,
    /// Whether the author gave the status.
    pub status_given: bool,
    /// The passages it rests on.
    pub evidence: Vec<Evidence>,
    /// The author's labels.
    pub tags: Vec<String>,
    /// 1 (least) to 5 (most).
    pub importance: u8,
    /// The author's notes.
    pub notes: String,
}

/// A connection between two actors.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// The author's id for it.
    pub id: Id,
    /// The subject's end.
    pub from: ActorIx,
    /// The object's end.
    pub to: ActorIx,
    /// What connects them, in an open word that reads "from kind to": "scrutinises".
    pub kind: String,
    /// What connects them, in a sentence.
    pub summary: String,
    /// Whether it has a direction; "rivals" has none.
    pub directed: bool,
    /// The time it holds.
    pub during: Dating,
    /// How sure it is: the author's word, or what its evidence amounts to.
    pub status: Status,
    /// Whether the author gave the status.
    pub status_given: bool,
    /// The passages it rests on.
    pub evidence: Vec<Evidence>,
    /// The author's labels.
    pub tags: Vec<String>,
    /// 1 (least) to 5 (most).
    pub importance: u8,
    /// The author's notes.
    pub notes: String,
}

/// What `evidence` amounts to where the author names no status.
///
/// Disputing evidence makes a claim disputed. Otherwise the surest supporting voice counts: a
/// document or the source's own voice, then somebody named, then unnamed people. A claim without
/// support is attributed: to the author of the story alone.
#[must_use]
pub fn status_from_evidence(evidence: &[Evidence], passages: &[Passage]) -> Status {
    if evidence
        .iter()
        .any(|link| link.bearing == Bearing::Disputes)
    {
        return Status::Disputed;
    }
    evidence
        .iter()
        .filter(|link| link.bearing == Bearing::Supports)
        .filter_map(|link| passages.get(link.passage.index()))
        .map(|passage| match passage.said_by {
            Voice::Document | Voice::Reporter => Status::Documented,
            Voice::OnRecord(_) | Voice::Spokesperson(_) => Status::Attributed,
            Voice::Unnamed { .. } => Status::Anonymous,
        })
        .min()
        .unwrap_or(Status::Attributed)
}
