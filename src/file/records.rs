//! From fields to records, each for itself: what it names by id is resolved once all are read.

use std::collections::HashMap;

use crate::story::{
    Actor, ActorIx, DrawnAs, Event, Id, ItemKind, Passage, Relation, Source, SourceIx, Status,
};

use super::drafts::{ActorLinks, Draft, Drafts, EventLinks, PassageLinks, RelationLinks};
use super::fields::{Fields, quoted_word, text_of, unquoted_id, with_article};
use super::lex::{Bracket, short};
use super::parts::{beside, dating, declared, evidence, importance, labelled, plain, url, voice};
use super::problem::{Code, Problems, Span};
use super::schema;
use super::tree::{Entry, Key, Node, Sink, Value};

/// The newest version of the format that this program reads.
pub const FORMAT: u32 = 1;

/// Takes a story's parts as they are read.
pub(super) struct Decoder {
    pub drafts: Drafts,
    json: bool,
    ids: [HashMap<Id, Span>; 8],
    fields: HashMap<String, Span>,
    newer: bool,
}

impl Decoder {
    pub(super) fn new(json: bool) -> Self {
        Self {
            drafts: Drafts::default(),
            json,
            ids: Default::default(),
            fields: HashMap::new(),
            newer: false,
        }
    }

    /// Ends the reading: what the whole file lacks is reported at its end.
    pub(super) fn finish(mut self, end: Span, problems: &mut Problems) -> Drafts {
        if self.newer {
            // Whatever else looks wrong may be right in that version.
            problems.keep_only(Code::NewerFormat);
            return Drafts::default();
        }
        if !self.fields.contains_key("format") {
            let begin = Span::new(0, 0);
            problems
                .add(
                    Code::MissingField,
                    begin,
                    "the story does not say which version of the format it is written in",
                )
                .suggest("add `format: 1,` as its first field");
        }
        let empty = self.ids.iter().all(HashMap::is_empty) && self.drafts.left_out.is_empty();
        if self.drafts.title.is_empty() && !empty {
            problems
                .add(Code::MissingField, end, "the story has no `title`")
                .suggest("add `title: \"...\"`");
        }
        std::mem::take(&mut self.drafts)
    }

    /// The id of a record, if it is one and new.
    fn id(
        &mut self,
        section: usize,
        kind: &str,
        key: Option<Key<'_>>,
        value: &Node<'_>,
        problems: &mut Problems,
    ) -> Option<(Id, Span)> {
        let Some(key) = key else {
            if !matches!(value.value, Value::Broken) {
                problems
                    .add(
                        Code::WrongType,
                        value.span,
                        format!("this {kind} has no id; it is left out"),
                    )
                    .suggest(format!(
                        "write `\"an-id\": ` before it, with an id that no other {kind} has"
                    ));
            }
            return None;
        };
        if !key.quoted {
            unquoted_id(&key, problems);
        }
        if key.text.trim().is_empty() {
            problems
                .add(
                    Code::EmptyId,
                    key.span,
                    format!("the id of this {kind} is empty; it is left out"),
                )
                .suggest("write a short word that no other has");
            return None;
        }
        let id: Id = Id::from(key.text.as_ref());
        let ids = &mut self.ids[section];
        if let Some(&first) = ids.get(&id) {
            problems
                .add(
                    Code::DuplicateId,
                    key.span,
                    format!(
                        "there is already {} `{}`; this one is left out",
                        with_article(kind),
                        short(&id)
                    ),
                )
                .suggest("give one of them another id")
                .relate(first, "the first is here");
            return None;
        }
        ids.insert(Id::clone(&id), key.span);
        Some((id, key.span))
    }

    fn source(&mut self, id: Id, f: &mut Fields<'_, '_>) {
        let title = f.text("title");
        if title.is_empty() {
            f.missing("title", "its id is shown for it", "title: \"...\"");
        }
        let record = Source {
            title: or_id(title, &id),
            kind: f.text("kind"),
            author: f.text("author"),
            publisher: f.text("publisher"),
            published: f.date("published"),
            url: url(f),
            text: beside(f),
            language: f.text("language"),
            notes: f.text("notes"),
            id,
        };
        self.drafts.sources.push(Draft {
            record,
            at: f.at,
            links: (),
        });
    }

    fn passage(&mut self, id: Id, f: &mut Fields<'_, '_>) -> bool {
        let quote = f.text("quote");
        let source = f.id("source");
        let has_voice = f.has("said_by");
        let voice = voice(f);
        if quote.is_empty() {
            f.missing("quote", "the passage is left out", "quote: \"...\"");
        }
        if source.is_none() {
            f.missing("source", "the passage is left out", "source: \"...\"");
        }
        if !has_voice {
            f.missing("said_by", "the passage is left out", "said_by: Reporter");
        }
        let (Some(source), Some((voice, speaker)), false) = (source, voice, quote.is_empty())
        else {
            return false;
        };
        let record = Passage {
            id,
            source: SourceIx(0),
            quote,
            said_by: voice,
            paragraph: f.number("paragraph", 1, u32::MAX),
            page: f.text("page"),
            at: f.text("at"),
            prefix: f.text("prefix"),
            suffix: f.text("suffix"),
            translation: f.text("translation"),
            notes: f.text("notes"),
        };
        self.drafts.passages.push(Draft {
            record,
            at: f.at,
            links: PassageLinks { source, speaker },
        });
        true
    }

    fn actor(&mut self, id: Id, f: &mut Fields<'_, '_>) {
        let name = f.text("name");
        if name.is_empty() {
            f.missing("name", "its id is shown for it", "name: \"...\"");
        }
        let record = Actor {
            name: or_id(name, &id),
            kind: self.kind(ItemKind::Actor, f),
            aliases: plain(f.texts("aliases")),
            summary: f.text("summary"),
            part_of: Vec::new(),
            during: f.date("during"),
            place: f.text("place"),
            tags: plain(f.texts("tags")),
            importance: importance(f),
            notes: f.text("notes"),
            evidence: Vec::new(),
            id,
        };
        let links = ActorLinks {
            part_of: f.texts("part_of"),
            evidence: evidence(f),
        };
        self.drafts.actors.push(Draft {
            record,
            at: f.at,
            links,
        });
    }

    fn event(&mut self, id: Id, f: &mut Fields<'_, '_>) {
        let title = f.text("title");
        if title.is_empty() {
            f.missing("title", "its id is shown for it", "title: \"...\"");
        }
        let status = f.word("status", &STATUSES);
        let record = Event {
            title: or_id(title, &id),
            summary: f.text("summary"),
            kind: self.kind(ItemKind::Event, f),
            when: dating(f, "when"),
            reported: f.date("reported"),
            drawn_as: f.word("drawn_as", &DRAWN_AS).unwrap_or_default(),
            participants: Vec::new(),
            leads_to: Vec::new(),
            place: f.text("place"),
            status: status.unwrap_or(Status::Attributed),
            status_given: status.is_some(),
            evidence: Vec::new(),
            tags: plain(f.texts("tags")),
            importance: importance(f),
            notes: f.text("notes"),
            id,
        };
        let links = EventLinks {
            participants: labelled(f, "participants", "role"),
            leads_to: labelled(f, "leads_to", "label"),
            counted_from: f.id("counted_from"),
            evidence: evidence(f),
        };
        self.drafts.events.push(Draft {
            record,
            at: f.at,
            links,
        });
    }

    fn relation(&mut self, id: Id, f: &mut Fields<'_, '_>) -> bool {
        let (from, to, kind) = (f.id("from"), f.id("to"), f.text("kind"));
        for (field, is_there) in [
            ("from", from.is_some()),
            ("to", to.is_some()),
            ("kind", !kind.is_empty()),
        ] {
            if !is_there {
                f.missing(
                    field,
                    "the relation is left out",
                    &format!("{field}: \"...\""),
                );
            }
        }
        let (Some(from), Some(to), false) = (from, to, kind.is_empty()) else {
            return false;
        };
        let status = f.word("status", &STATUSES);
        let record = Relation {
            id,
            from: ActorIx(0),
            to: ActorIx(0),
            kind,
            summary: f.text("summary"),
            directed: f.flag("directed").unwrap_or(true),
            during: dating(f, "during"),
            status: status.unwrap_or(Status::Attributed),
            status_given: status.is_some(),
            evidence: Vec::new(),
            tags: plain(f.texts("tags")),
            importance: importance(f),
            notes: f.text("notes"),
        };
        let links = RelationLinks {
            from,
            to,
            counted_from: f.id("counted_from"),
            evidence: evidence(f),
        };
        self.drafts.relations.push(Draft {
            record,
            at: f.at,
            links,
        });
        true
    }

    fn kind(&mut self, of: ItemKind, f: &mut Fields<'_, '_>) -> String {
        let Some((kind, at)) = f.text_at("kind") else {
            return String::new();
        };
        // A million events name few kinds: the first that names one answers for all.
        if !self
            .drafts
            .kinds_named
            .iter()
            .any(|(other, word, _)| *other == of && *word == kind)
            && self.drafts.kinds_named.len() < MOST_KINDS
        {
            self.drafts.kinds_named.push((of, kind.clone(), at));
        }
        kind
    }
}

/// Kinds beyond so many are not looked at for slips of the pen.
const MOST_KINDS: usize = 200;

const STATUSES: [(&str, Status); 6] = [
    ("Documented", Status::Documented),
    ("Attributed", Status::Attributed),
    ("Anonymous", Status::Anonymous),
    ("Disputed", Status::Disputed),
    ("Denied", Status::Denied),
    ("Planned", Status::Planned),
];

const DRAWN_AS: [(&str, DrawnAs); 3] = [
    ("Mark", DrawnAs::Mark),
    ("Era", DrawnAs::Era),
    ("KeyDate", DrawnAs::KeyDate),
];

impl<'t> Sink<'t> for Decoder {
    fn record(&mut self, section: &Key<'t>, entry: Entry<'t>, problems: &mut Problems) {
        let Some(n) = schema::SECTIONS
            .iter()
            .position(|name| *name == section.text)
        else {
            return;
        };
        let (kind, name, known) = match schema::SECTIONS[n] {
            "sources" => ("source", "Source", schema::SOURCE),
            "passages" => ("passage", "Passage", schema::PASSAGE),
            "actors" => ("actor", "Actor", schema::ACTOR),
            "events" => ("event", "Event", schema::EVENT),
            "relations" => ("relation", "Relation", schema::RELATION),
            _ => ("kind", "Kind", schema::KIND),
        };
        let item = ItemKind::ALL.into_iter().find(|item| item.word() == kind);
        let Some((id, at)) = self.id(n, kind, entry.key, &entry.value, problems) else {
            return;
        };
        let what = format!("{kind} `{}`", short(&id));
        let fields = Fields::of(entry.value, name, known, what, at, self.json, problems);
        let kept = fields.is_some_and(|mut f| {
            let f = &mut f;
            match schema::SECTIONS[n] {
                "sources" => self.source(Id::clone(&id), f),
                "passages" => return self.passage(Id::clone(&id), f),
                "actors" => self.actor(Id::clone(&id), f),
                "events" => self.event(Id::clone(&id), f),
                "relations" => return self.relation(Id::clone(&id), f),
                "actor_kinds" => self.drafts.actor_kinds.push(declared(&id, f, true)),
                "event_kinds" => self.drafts.event_kinds.push(declared(&id, f, true)),
                _ => self.drafts.relation_kinds.push(declared(&id, f, false)),
            }
            true
        });
        if let (false, Some(item)) = (kept, item) {
            self.drafts.left_out.insert((item, Box::from(&*id)));
        }
    }

    fn field(&mut self, key: Key<'t>, value: Node<'t>, problems: &mut Problems) {
        let name = key.text.as_ref();
        if key.quoted && !self.json && schema::is_story_field(name) {
            quoted_word(name, key.span, problems);
        }
        if !schema::is_story_field(name) {
            let code = match value.value {
                Value::Group { .. } => Code::UnknownSection,
                _ => Code::UnknownField,
            };
            let comes = match code {
                Code::UnknownSection => "its records are left out",
                _ => "it is ignored",
            };
            let message = format!("a story has no `{}`; {comes}", short(name));
            let found = problems.add(code, key.span, message);
            match schema::nearest_field(name, schema::STORY) {
                Some(name) => found.suggest(format!("did you mean `{name}`?")),
                None => found.suggest(format!("the fields are {}", schema::STORY.join(", "))),
            };
            return;
        }
        if let Some(&first) = self.fields.get(name) {
            let message = if schema::is_section(name) {
                format!("there are two sections `{name}`; the records of both are read")
            } else {
                format!("`{name}` is given twice; the first counts")
            };
            problems
                .add(Code::DuplicateField, key.span, message)
                .relate(first, "the first is here");
            if !schema::is_section(name) {
                return;
            }
        }
        self.fields.insert(name.to_owned(), key.span);
        if schema::is_section(name) {
            section(name, &value, self.json, problems);
            return;
        }
        let subject = format!("`{name}` of the story");
        if name == "format" {
            self.format(&value, problems);
        } else if let Some(text) = text_of(value, &subject, problems) {
            match name {
                "title" => self.drafts.title = text.into_owned(),
                "summary" => self.drafts.summary = text.into_owned(),
                _ => self.drafts.language = text.into_owned(),
            }
        }
    }

    fn is_done(&self) -> bool {
        self.newer
    }
}

impl Decoder {
    fn format(&mut self, value: &Node<'_>, problems: &mut Problems) {
        let number = match &value.value {
            Value::Number(digits) => digits.parse::<u64>().ok(),
            _ => None,
        };
        match number {
            Some(n) if n == u64::from(FORMAT) => {}
            Some(n) if n > u64::from(FORMAT) => {
                problems
                    .add(
                        Code::NewerFormat,
                        value.span,
                        format!("this file is written in version {n} of the format, and this program reads version {FORMAT}"),
                    )
                    .suggest("open it with a newer Throughline");
                self.newer = true;
            }
            _ => {
                problems
                    .add(
                        Code::OutOfRange,
                        value.span,
                        format!("`format` is {FORMAT}"),
                    )
                    .suggest(format!("write `format: {FORMAT}`"));
            }
        }
    }
}

/// Whether a section stands in the right brackets.
fn section(name: &str, value: &Node<'_>, json: bool, problems: &mut Problems) {
    match &value.value {
        Value::Group {
            name: None,
            bracket: Bracket::Curly,
            ..
        }
        | Value::Broken => {}
        Value::Group {
            name: None,
            bracket: Bracket::Round,
            open,
            ..
        } => {
            problems
                .add(
                    Code::ParenthesesForBraces,
                    *open,
                    format!("the records of `{name}` stand in `{{}}`, not in `()`"),
                )
                .suggest("write `{` and `}`");
        }
        _ => {
            let example = if json {
                "{ \"id\": {...} }"
            } else {
                "{ \"id\": Name(...) }"
            };
            problems
                .add(
                    Code::WrongType,
                    value.span,
                    format!("`{name}` holds records, each with its id, in braces"),
                )
                .suggest(format!("write `{name}: {example}`"));
        }
    }
}

fn or_id(text: String, id: &Id) -> String {
    if text.is_empty() {
        id.to_string()
    } else {
        text
    }
}
