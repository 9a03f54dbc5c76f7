//! Stories made by a program rather than read from a file: record by record.
//!
//! ```
//! use throughline::story::build::{Builder, Event};
//! use throughline::story::Date;
//!
//! let mut builder = Builder::new("A bridge");
//! builder.event(Event {
//!     id: "vote".into(),
//!     title: "The council votes".into(),
//!     date: Date::parse("1911-03").ok(),
//!     ..Event::default()
//! });
//! let story = builder.finish();
//! assert_eq!(story.events().len(), 1);
//! ```

use std::collections::HashSet;

use super::date::Date;
use super::id::{ActorIx, EventIx, PassageIx, RelationIx, SourceIx};
use super::model::{DEFAULT_IMPORTANCE, DrawnAs, Evidence, Status};
use super::rows::{
    ActorRow, BasisRow, EventMore, EventRow, LinkRow, NOBODY, ParticipantRow, PassageMore,
    PassageRow, RelationMore, RelationRow, SourceRow, VoiceRow, next, set_apart,
};
use super::texts::{DateAt, Piece};
use super::whole::Story;

/// A source to be added.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each is explained where a story says it")]
pub struct Source {
    pub id: String,
    pub title: String,
    pub kind: String,
    pub author: String,
    pub publisher: String,
    pub published: Option<Date>,
    pub url: String,
    pub text: Option<String>,
    pub sha256: String,
    pub language: String,
    pub notes: String,
}

/// A passage to be added.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each is explained where a story says it")]
pub struct Passage {
    pub id: String,
    pub source: SourceIx,
    pub quote: String,
    pub said_by: Voice,
    pub paragraph: Option<u32>,
    pub page: String,
    pub at: String,
    pub prefix: String,
    pub suffix: String,
    pub position: Option<[u32; 2]>,
    pub translation: String,
    pub notes: String,
}

/// Who said a passage to be added.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each is explained where a story says it")]
pub enum Voice {
    OnRecord(ActorIx),
    Spokesperson(ActorIx),
    Declined(ActorIx),
    Unnamed {
        count: Option<u32>,
        described: String,
        actor: Option<ActorIx>,
    },
    #[default]
    Document,
    Reporter,
}

/// An actor to be added.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each is explained where a story says it")]
pub struct Actor {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub aliases: Vec<String>,
    pub summary: String,
    pub part_of: Vec<ActorIx>,
    pub during: Option<Date>,
    pub place: String,
    pub tags: Vec<String>,
    pub importance: u8,
    pub notes: String,
    pub evidence: Vec<Evidence>,
}

/// What the date of a record to be added was counted from.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each is explained where a story says it")]
pub enum Basis {
    Source(SourceIx),
    Event(EventIx),
    Date(Date),
}

/// An event to be added.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each is explained where a story says it")]
pub struct Event {
    pub id: String,
    pub title: String,
    pub summary: String,
    pub kind: String,
    pub date: Option<Date>,
    pub wording: String,
    pub counted_from: Option<Basis>,
    pub reported: Option<Date>,
    pub drawn_as: DrawnAs,
    /// Who took part, as what; each once.
    pub participants: Vec<(ActorIx, String)>,
    /// The events it led to, and what it did to them.
    pub leads_to: Vec<(EventIx, String)>,
    pub place: String,
    pub status: Status,
    pub status_given: bool,
    pub evidence: Vec<Evidence>,
    pub tags: Vec<String>,
    pub importance: u8,
    pub notes: String,
}

/// A relation to be added.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each is explained where a story says it")]
pub struct Relation {
    pub id: String,
    pub from: ActorIx,
    pub to: ActorIx,
    pub kind: String,
    pub summary: String,
    pub directed: bool,
    pub date: Option<Date>,
    pub wording: String,
    pub counted_from: Option<Basis>,
    pub status: Status,
    pub status_given: bool,
    pub evidence: Vec<Evidence>,
    pub tags: Vec<String>,
    pub importance: u8,
    pub notes: String,
}

impl Default for Passage {
    fn default() -> Self {
        Self {
            id: String::new(),
            source: SourceIx(0),
            quote: String::new(),
            said_by: Voice::Document,
            paragraph: None,
            page: String::new(),
            at: String::new(),
            prefix: String::new(),
            suffix: String::new(),
            position: None,
            translation: String::new(),
            notes: String::new(),
        }
    }
}

impl Default for Actor {
    fn default() -> Self {
        Self {
            id: String::new(),
            name: String::new(),
            kind: String::new(),
            aliases: Vec::new(),
            summary: String::new(),
            part_of: Vec::new(),
            during: None,
            place: String::new(),
            tags: Vec::new(),
            importance: DEFAULT_IMPORTANCE,
            notes: String::new(),
            evidence: Vec::new(),
        }
    }
}

impl Default for Event {
    fn default() -> Self {
        Self {
            id: String::new(),
            title: String::new(),
            summary: String::new(),
            kind: String::new(),
            date: None,
            wording: String::new(),
            counted_from: None,
            reported: None,
            drawn_as: DrawnAs::Mark,
            participants: Vec::new(),
            leads_to: Vec::new(),
            place: String::new(),
            status: Status::Attributed,
            status_given: false,
            evidence: Vec::new(),
            tags: Vec::new(),
            importance: DEFAULT_IMPORTANCE,
            notes: String::new(),
        }
    }
}

impl Default for Relation {
    fn default() -> Self {
        Self {
            id: String::new(),
            from: ActorIx(0),
            to: ActorIx(0),
            kind: String::new(),
            summary: String::new(),
            directed: true,
            date: None,
            wording: String::new(),
            counted_from: None,
            status: Status::Attributed,
            status_given: false,
            evidence: Vec::new(),
            tags: Vec::new(),
            importance: DEFAULT_IMPORTANCE,
            notes: String::new(),
        }
    }
}

/// A story under construction. What a record names by index must have been added by the time that
/// the story is finished.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    /// What is there so far; its title and the like may be set here.
    pub story: Story,
}

impl Builder {
    /// A story that has nothing but a title.
    #[must_use]
    pub fn new(title: &str) -> Self {
        let story = Story {
            title: title.to_owned(),
            ..Story::default()
        };
        Self { story }
    }

    fn text(&mut self, text: &str) -> Piece {
        self.story.texts.keep(text)
    }

    fn texts(&mut self, texts: &[String]) -> Vec<Piece> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn date(&mut self, date: Option<Date>) -> DateAt {
        date.map_or(DateAt::NONE, |date| self.story.dates.add(date))
    }

    fn basis(&mut self, basis: Option<Basis>) -> Option<BasisRow> {
        basis.map(|basis| match basis {
            Basis::Source(ix) => BasisRow::Source(ix),
            Basis::Event(ix) => BasisRow::Event(ix),
            Basis::Date(date) => BasisRow::Date(self.story.dates.add(date)),
        })
    }

    /// Adds a source.
    pub fn source(&mut self, source: Source) -> SourceIx {
        let row = SourceRow {
            id: self.text(&source.id),
            title: self.text(&source.title),
            kind: self.text(&source.kind),
            author: self.text(&source.author),
            publisher: self.text(&source.publisher),
            published: self.date(source.published),
            url: self.text(&source.url),
            text: self.text(source.text.as_deref().unwrap_or_default()),
            sha256: self.text(&source.sha256),
            language: self.text(&source.language),
            notes: self.text(&source.notes),
        };
        self.story.sources.push(row);
        SourceIx::at(self.story.sources.len() - 1)
    }

    /// Adds a passage.
    pub fn passage(&mut self, passage: &Passage) -> PassageIx {
        let (said_by, described) = match &passage.said_by {
            Voice::OnRecord(actor) => (VoiceRow::OnRecord(*actor), ""),
            Voice::Spokesperson(actor) => (VoiceRow::Spokesperson(*actor), ""),
            Voice::Declined(actor) => (VoiceRow::Declined(*actor), ""),
            Voice::Unnamed {
                count,
                described,
                actor,
            } => {
                let row = VoiceRow::Unnamed {
                    count: count.unwrap_or(0),
                    actor: actor.unwrap_or(NOBODY),
                };
                (row, described.as_str())
            }
            Voice::Document => (VoiceRow::Document, ""),
            Voice::Reporter => (VoiceRow::Reporter, ""),
        };
        let more = PassageMore {
            at: self.text(&passage.at),
            prefix: self.text(&passage.prefix),
            suffix: self.text(&passage.suffix),
            translation: self.text(&passage.translation),
            notes: self.text(&passage.notes),
            described: self.text(described),
            position: passage.position.unwrap_or_default(),
        };
        let row = PassageRow {
            id: self.text(&passage.id),
            quote: self.text(&passage.quote),
            source: passage.source,
            paragraph: passage.paragraph.unwrap_or(0),
            page: self.text(&passage.page),
            said_by,
            more: set_apart(&mut self.story.passages.more, more, more.is_empty()),
        };
        self.story.passages.rows.push(row);
        PassageIx::at(self.story.passages.rows.len() - 1)
    }

    /// Adds an actor.
    pub fn actor(&mut self, actor: Actor) -> ActorIx {
        let (aliases, tags) = (self.texts(&actor.aliases), self.texts(&actor.tags));
        let all = &self.story.actors;
        let (a, p, t, e) = (
            next(&all.aliases),
            next(&all.part_of),
            next(&all.tags),
            next(&all.evidence),
        );
        let row = ActorRow {
            id: self.text(&actor.id),
            name: self.text(&actor.name),
            kind: self.text(&actor.kind),
            summary: self.text(&actor.summary),
            place: self.text(&actor.place),
            notes: self.text(&actor.notes),
            during: self.date(actor.during),
            aliases: a,
            part_of: p,
            tags: t,
            evidence: e,
            importance: actor.importance,
        };
        let all = &mut self.story.actors;
        all.rows.push(row);
        all.aliases.extend(aliases);
        all.part_of.extend(actor.part_of);
        all.tags.extend(tags);
        all.evidence.extend(actor.evidence);
        ActorIx::at(all.rows.len() - 1)
    }

    /// Adds an event.
    pub fn event(&mut self, event: Event) -> EventIx {
        let tags = self.texts(&event.tags);
        let first = next(&self.story.events.leads_to);
        for (to, label) in &event.leads_to {
            let label = self.text(label);
            let link = LinkRow { to: *to, label };
            self.story.events.leads_to.push(link);
        }
        let participants = next(&self.story.events.participants);
        let mut seen = HashSet::new();
        for (actor, role) in &event.participants {
            if !seen.insert(*actor) {
                continue;
            }
            let (actor, role) = (*actor, self.text(role));
            let row = ParticipantRow { actor, role };
            self.story.events.participants.push(row);
        }
        let more = EventMore {
            wording: self.text(&event.wording),
            notes: self.text(&event.notes),
            counted_from: self.basis(event.counted_from),
            reported: self.date(event.reported),
            leads_to: [first, next(&self.story.events.leads_to)],
        };
        let row = EventRow {
            id: self.text(&event.id),
            title: self.text(&event.title),
            summary: self.text(&event.summary),
            kind: self.text(&event.kind),
            place: self.text(&event.place),
            when: self.date(event.date),
            participants,
            tags: next(&self.story.events.tags),
            evidence: next(&self.story.events.evidence),
            more: set_apart(&mut self.story.events.more, more, more.is_empty()),
            status: event.status,
            status_given: event.status_given,
            importance: event.importance,
            drawn_as: event.drawn_as,
        };
        let all = &mut self.story.events;
        all.rows.push(row);
        all.tags.extend(tags);
        all.evidence.extend(event.evidence);
        EventIx::at(all.rows.len() - 1)
    }

    /// Adds a relation.
    pub fn relation(&mut self, relation: Relation) -> RelationIx {
        let tags = self.texts(&relation.tags);
        let more = RelationMore {
            wording: self.text(&relation.wording),
            notes: self.text(&relation.notes),
            counted_from: self.basis(relation.counted_from),
        };
        let row = RelationRow {
            id: self.text(&relation.id),
            kind: self.text(&relation.kind),
            summary: self.text(&relation.summary),
            from: relation.from,
            to: relation.to,
            during: self.date(relation.date),
            tags: next(&self.story.relations.tags),
            evidence: next(&self.story.relations.evidence),
            more: set_apart(&mut self.story.relations.more, more, more.is_empty()),
            directed: relation.directed,
            status: relation.status,
            status_given: relation.status_given,
            importance: relation.importance,
        };
        let all = &mut self.story.relations;
        all.rows.push(row);
        all.tags.extend(tags);
        all.evidence.extend(relation.evidence);
        RelationIx::at(all.rows.len() - 1)
    }

    /// The story.
    #[must_use]
    pub fn finish(mut self) -> Story {
        self.story.complete();
        self.story
    }
}
