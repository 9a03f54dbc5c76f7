//! The records of a story, resolved: every reference is an index that exists.
//!
//! A record is a look at a story: it borrows all it says, and is copied at no cost.

use crate::language::say;

use super::date::Date;
use super::id::{ActorIx, EventIx, PassageIx, SourceIx};
use super::list::List;
use super::rows::{LinkRow, ParticipantRow, PassageRow, VoiceRow};
use super::texts::Piece;

/// The importance of a record whose author gave none, on the scale of 1 (least) to 5 (most).
pub const DEFAULT_IMPORTANCE: u8 = 3;

/// A document: report, letter, statute, filing, recording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Source<'s> {
    /// The author's id for it.
    pub id: &'s str,
    /// Its title, or a description where it has none.
    pub title: &'s str,
    /// What it is, in an open word: "news report", "letter", "statute".
    pub kind: &'s str,
    /// Who wrote it, as printed.
    pub author: &'s str,
    /// Who published it, as printed.
    pub publisher: &'s str,
    /// When it was published.
    pub published: Option<&'s Date>,
    /// Where it can be read. Never opened but on a click that shows it.
    pub url: &'s str,
    /// The name of a file beside the story that holds its text.
    pub text: Option<&'s str>,
    /// What that file's SHA-256 is to be, as 64 lower-case hexadecimal digits.
    pub sha256: &'s str,
    /// Its language, as a BCP 47 tag.
    pub language: &'s str,
    /// The author's notes.
    pub notes: &'s str,
}

/// A short verbatim quotation from a source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passage<'s> {
    /// The author's id for it.
    pub id: &'s str,
    /// Where it stands.
    pub source: SourceIx,
    /// The words, as they stand there.
    pub quote: &'s str,
    /// Who said it.
    pub said_by: Voice<'s>,
    /// The paragraph, counted from 1 in the source's body.
    pub paragraph: Option<u32>,
    /// The page, as printed: "12", "iv", "A3".
    pub page: &'s str,
    /// Another place: "section 4(b)", "00:12:31".
    pub at: &'s str,
    /// The words just before the quotation (W3C `TextQuoteSelector`).
    pub prefix: &'s str,
    /// The words just after the quotation (W3C `TextQuoteSelector`).
    pub suffix: &'s str,
    /// Where it begins and ends in the source's text, in code points (W3C `TextPositionSelector`).
    pub position: Option<[u32; 2]>,
    /// The quotation in the story's language, by the author.
    pub translation: &'s str,
    /// The author's notes.
    pub notes: &'s str,
}

/// Who said what a passage quotes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Voice<'s> {
    /// A named actor, on the record.
    OnRecord(ActorIx),
    /// Somebody speaking for an actor.
    Spokesperson(ActorIx),
    /// The source's own voice, saying that an actor declined to comment or did not answer.
    Declined(ActorIx),
    /// People whom the source does not name.
    Unnamed {
        /// How many, where the source says so.
        count: Option<u32>,
        /// How the source describes them: "people with knowledge of the subject".
        described: &'s str,
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

    /// What it is called on screen, within a line: "documented".
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Documented => say!("status-documented"),
            Self::Attributed => say!("status-attributed"),
            Self::Anonymous => say!("status-anonymous"),
            Self::Disputed => say!("status-disputed"),
            Self::Denied => say!("status-denied"),
            Self::Planned => say!("status-planned"),
        }
    }

    /// The word that story files and filters use.
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
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Actor<'s> {
    /// The author's id for it.
    pub id: &'s str,
    /// The name to show.
    pub name: &'s str,
    /// What it is, in an open word; see [`super::kind`] for the built-in ones.
    pub kind: &'s str,
    /// Other names.
    pub aliases: List<'s, Piece>,
    /// What it is or does, in a sentence.
    pub summary: &'s str,
    /// The larger actors that it belongs to.
    pub part_of: &'s [ActorIx],
    /// When it existed or took part.
    pub during: Option<&'s Date>,
    /// Where it sits.
    pub place: &'s str,
    /// The author's labels.
    pub tags: List<'s, Piece>,
    /// 1 (least) to 5 (most).
    pub importance: u8,
    /// The author's notes.
    pub notes: &'s str,
    /// The passages it rests on.
    pub evidence: &'s [Evidence],
}

/// An actor's part in an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Participant<'s> {
    /// Who.
    pub actor: ActorIx,
    /// As what: "author", "addressee". May be empty.
    pub role: &'s str,
}

/// A date with the words it was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dating<'s> {
    /// The date; none for what the source does not date.
    pub date: Option<&'s Date>,
    /// The source's own words: "over the past 18 months".
    pub wording: &'s str,
    /// What those words were counted from.
    pub counted_from: Option<Basis<'s>>,
}

/// What a relative date was counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Basis<'s> {
    /// The date on which a source was published.
    Source(SourceIx),
    /// The date of another event.
    Event(EventIx),
    /// A date of its own.
    Date(&'s Date),
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
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventLink<'s> {
    /// The event that it points to; never the one that it starts from.
    pub to: EventIx,
    /// What the one does to the other: "prompts". May be empty.
    pub label: &'s str,
}

/// Something that happened, or is said to have happened, or is planned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event<'s> {
    /// The author's id for it.
    pub id: &'s str,
    /// What happened, in a line.
    pub title: &'s str,
    /// What happened, in a sentence or two.
    pub summary: &'s str,
    /// What kind of event, in an open word.
    pub kind: &'s str,
    /// When it happened.
    pub when: Dating<'s>,
    /// When it was reported, where that differs from its sources' dates.
    pub reported: Option<&'s Date>,
    /// How it stands on the timeline.
    pub drawn_as: DrawnAs,
    /// Who took part, as what; in the author's order.
    pub participants: List<'s, ParticipantRow>,
    /// The events that it led to, each once; in the author's order.
    pub leads_to: List<'s, LinkRow>,
    /// Where.
    pub place: &'s str,
    /// How sure it is: the author's word, or what its evidence amounts to.
    pub status: Status,
    /// Whether the author gave the status.
    pub status_given: bool,
    /// The passages it rests on.
    pub evidence: &'s [Evidence],
    /// The author's labels.
    pub tags: List<'s, Piece>,
    /// 1 (least) to 5 (most).
    pub importance: u8,
    /// The author's notes.
    pub notes: &'s str,
}

/// A connection between two actors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relation<'s> {
    /// The author's id for it.
    pub id: &'s str,
    /// The subject's end.
    pub from: ActorIx,
    /// The object's end.
    pub to: ActorIx,
    /// What connects them, in an open word that reads "from kind to": "scrutinises".
    pub kind: &'s str,
    /// What connects them, in a sentence.
    pub summary: &'s str,
    /// Whether it has a direction; "rivals" has none.
    pub directed: bool,
    /// The time it holds.
    pub during: Dating<'s>,
    /// How sure it is: the author's word, or what its evidence amounts to.
    pub status: Status,
    /// Whether the author gave the status.
    pub status_given: bool,
    /// The passages it rests on.
    pub evidence: &'s [Evidence],
    /// The author's labels.
    pub tags: List<'s, Piece>,
    /// 1 (least) to 5 (most).
    pub importance: u8,
    /// The author's notes.
    pub notes: &'s str,
}

/// What `evidence` amounts to where the author names no status.
///
/// Disputing evidence makes a claim disputed. Otherwise the surest supporting voice counts: a
/// document or the source's own voice, then somebody named, then unnamed people. A claim without
/// support is attributed: to the author of the story alone.
#[must_use]
pub(crate) fn status_from_evidence(evidence: &[Evidence], passages: &[PassageRow]) -> Status {
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
            VoiceRow::Document | VoiceRow::Reporter | VoiceRow::Declined(_) => Status::Documented,
            VoiceRow::OnRecord(_) | VoiceRow::Spokesperson(_) => Status::Attributed,
            VoiceRow::Unnamed { .. } => Status::Anonymous,
        })
        .min()
        .unwrap_or(Status::Attributed)
}
