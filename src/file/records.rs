//! From fields to records, each for itself: what it names by id is resolved once all are read.

use std::collections::HashMap;
use std::sync::Arc;

use crate::story::rows::{
    ActorRow, EventMore, EventRow, NOBODY, PassageMore, PassageRow, RelationMore, RelationRow,
    SourceRow, next, set_apart,
};
use crate::story::texts::{DateAt, Finder, Piece};
use crate::story::{Bearing, DrawnAs, ItemKind, SourceIx, Status};

use super::drafts::{Counted, Drafts, Labelled, PassageLinks, Proof};
use super::fields::{Fields, Named, quoted_word, text_of, unquoted_id, with_article};
use super::lex::{Bracket, short};
use super::parts::{beside, declared, evidence, importance, labelled, url, voice};
use super::problem::{Code, Problems, Span};
use super::schema;
use super::tree::{Entry, Key, Node, Sink, Value};

/// The newest version of the format that this program reads.
pub const FORMAT: u32 = 1;

/// Takes a story's parts as they are read.
pub(super) struct Decoder {
    pub drafts: Drafts,
    json: bool,
    /// The ids of each section, while records are read one after the other.
    ids: Option<[Ids; 8]>,
    fields: HashMap<String, Span>,
    newer: bool,
    /// Whether any record has an id.
    named: bool,
}

/// The ids of a section, each once.
#[derive(Default)]
struct Ids {
    all: Vec<Piece>,
    finder: Finder,
}

impl Decoder {
    /// Takes the parts of the file with the text `file`.
    pub(super) fn new(file: &Arc<String>, json: bool) -> Self {
        Self {
            drafts: Drafts::of(file),
            json,
            ids: Some(Default::default()),
            fields: HashMap::new(),
            newer: false,
            named: false,
        }
    }

    /// Takes single records into `drafts`, whose ids are compared later with those of all others.
    pub(super) fn of_records(drafts: Drafts) -> Self {
        Self {
            drafts,
            json: false,
            ids: None,
            fields: HashMap::new(),
            newer: false,
            named: false,
        }
    }

    /// Ends the reading: what the whole file lacks is reported at its end.
    /// `more` says whether other parts of the file hold records.
    pub(super) fn finish(mut self, end: Span, more: bool, problems: &mut Problems) -> Drafts {
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
        let empty = !self.named && !more;
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
    ) -> Option<Piece> {
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
        self.named = true;
        let id = self.drafts.text(&key.text, key.span);
        let Some(ids) = &mut self.ids else {
            return Some(id);
        };
        let Ids { all, finder } = &mut ids[section];
        let texts = &self.drafts.texts;
        let id_of = |n: u32| texts.get(all[n as usize]);
        if let Some(first) = finder.find(&key.text, id_of) {
            let first = all[first as usize];
            let first = self.drafts.spot(first);
            problems
                .add(
                    Code::DuplicateId,
                    key.span,
                    format!(
                        "there is already {} `{}`; this one is left out",
                        with_article(kind),
                        short(&key.text)
                    ),
                )
                .suggest("give one of them another id")
                .relate(first, "the first is here");
            return None;
        }
        all.push(id);
        let id_of = |n: u32| texts.get(all[n as usize]);
        finder.add(&key.text, next(all) - 1, id_of);
        Some(id)
    }

    fn text(&mut self, f: &mut Fields<'_, '_>, field: &str) -> Piece {
        let found = f.text_at(field);
        self.kept(found)
    }

    fn kept(&mut self, found: Option<(String, Span)>) -> Piece {
        found.map_or(Piece::EMPTY, |(text, at)| self.drafts.text(&text, at))
    }

    /// A text that others repeat.
    fn word(&mut self, f: &mut Fields<'_, '_>, field: &str) -> Piece {
        let found = f.text_at(field);
        found.map_or(Piece::EMPTY, |(text, at)| self.drafts.word(&text, at))
    }

    fn words(&mut self, f: &mut Fields<'_, '_>, field: &str) -> Vec<Piece> {
        let words = f.texts(field);
        let word = |word: &Named| self.drafts.word(&word.id, word.at);
        words.iter().map(word).collect()
    }

    fn name(&mut self, named: &Named) -> Piece {
        self.drafts.name(&named.id, named.at)
    }

    fn date(&mut self, f: &mut Fields<'_, '_>, field: &str) -> DateAt {
        f.date(field)
            .map_or(DateAt::NONE, |date| self.drafts.dates.add(date))
    }

    fn proofs(&mut self, f: &mut Fields<'_, '_>) -> Vec<Proof> {
        let proof = |(bearing, named): &(Bearing, Named)| Proof {
            bearing: *bearing,
            passage: self.name(named),
        };
        evidence(f).iter().map(proof).collect()
    }

    fn labels(&mut self, f: &mut Fields<'_, '_>, field: &str, noun: &str) -> Vec<Labelled> {
        let labelled_piece = |(id, label): &(Named, Named)| Labelled {
            id: self.name(id),
            label: if label.id.is_empty() {
                Piece::EMPTY
            } else {
                self.drafts.word(&label.id, label.at)
            },
        };
        labelled(f, field, noun)
            .iter()
            .map(labelled_piece)
            .collect()
    }

    fn source(&mut self, id: Piece, f: &mut Fields<'_, '_>) {
        let title = self.text(f, "title");
        if title.is_empty() {
            f.missing("title", "its id is shown for it", "title: \"...\"");
        }
        let (url, text) = (url(f), beside(f));
        let row = SourceRow {
            id,
            title: or_id(title, id),
            kind: self.word(f, "kind"),
            author: self.word(f, "author"),
            publisher: self.word(f, "publisher"),
            published: self.date(f, "published"),
            url: self.kept(url),
            text: self.kept(text),
            language: self.word(f, "language"),
            notes: self.text(f, "notes"),
        };
        self.drafts.sources.push(row);
    }

    fn passage(&mut self, id: Piece, f: &mut Fields<'_, '_>) -> bool {
        let quote = self.text(f, "quote");
        let source = f.id("source");
        let has_voice = f.has("said_by");
        let said = voice(f);
        if quote.is_empty() {
            f.missing("quote", "the passage is left out", "quote: \"...\"");
        }
        if source.is_none() {
            f.missing("source", "the passage is left out", "source: \"...\"");
        }
        if !has_voice {
            f.missing("said_by", "the passage is left out", "said_by: Reporter");
        }
        let (Some(source), Some(said), false) = (source, said, quote.is_empty()) else {
            return false;
        };
        let paragraph = f.number("paragraph", 1, u32::MAX).unwrap_or(0);
        let page = self.word(f, "page");
        let more = PassageMore {
            at: self.text(f, "at"),
            prefix: self.text(f, "prefix"),
            suffix: self.text(f, "suffix"),
            translation: self.text(f, "translation"),
            notes: self.text(f, "notes"),
            described: said
                .described
                .map_or(Piece::EMPTY, |(text, at)| self.drafts.word(&text, at)),
        };
        let links = PassageLinks {
            source: self.name(&source),
            speaker: said.speaker.map(|speaker| self.name(&speaker)),
        };
        let all = &mut self.drafts.passages;
        let row = PassageRow {
            id,
            quote,
            source: SourceIx(0),
            paragraph,
            page,
            said_by: said.voice,
            more: set_apart(&mut all.more, more, more.is_empty()),
        };
        all.rows.push(row);
        self.drafts.passage_links.push(links);
        true
    }

    fn actor(&mut self, id: Piece, f: &mut Fields<'_, '_>) {
        let name = self.text(f, "name");
        if name.is_empty() {
            f.missing("name", "its id is shown for it", "name: \"...\"");
        }
        let kind = self.kind(ItemKind::Actor, f);
        let aliases = self.words(f, "aliases");
        let summary = self.text(f, "summary");
        let during = self.date(f, "during");
        let place = self.word(f, "place");
        let tags = self.words(f, "tags");
        let importance = importance(f);
        let notes = self.text(f, "notes");
        let part_of: Vec<Piece> = f
            .texts("part_of")
            .iter()
            .map(|named| self.name(named))
            .collect();
        let evidence = self.proofs(f);
        let all = &mut self.drafts.actors;
        let row = ActorRow {
            id,
            name: or_id(name, id),
            kind,
            summary,
            place,
            notes,
            during,
            aliases: next(&all.aliases),
            part_of: next(&all.part_of),
            tags: next(&all.tags),
            evidence: next(&all.evidence),
            importance,
        };
        all.rows.push(row);
        all.aliases.extend(aliases);
        all.part_of.extend(part_of);
        all.tags.extend(tags);
        all.evidence.extend(evidence);
    }

    fn event(&mut self, id: Piece, f: &mut Fields<'_, '_>) {
        let title = self.text(f, "title");
        if title.is_empty() {
            f.missing("title", "its id is shown for it", "title: \"...\"");
        }
        let status = f.word("status", &STATUSES);
        let summary = self.text(f, "summary");
        let kind = self.kind(ItemKind::Event, f);
        let when = self.date(f, "when");
        let wording = self.text(f, "wording");
        let reported = self.date(f, "reported");
        let drawn_as = f.word("drawn_as", &DRAWN_AS).unwrap_or_default();
        let place = self.word(f, "place");
        let tags = self.words(f, "tags");
        let importance = importance(f);
        let notes = self.text(f, "notes");
        let participants = self.labels(f, "participants", "role");
        let leads_to = self.labels(f, "leads_to", "label");
        let counted_from = f.id("counted_from").map(|named| self.name(&named));
        let evidence = self.proofs(f);
        let all = &mut self.drafts.events;
        let first = next(&all.leads_to);
        all.leads_to.extend(leads_to);
        let more = EventMore {
            wording,
            notes,
            counted_from: None,
            reported,
            leads_to: [first, next(&all.leads_to)],
        };
        let quiet = more.is_empty() && counted_from.is_none();
        if let Some(from) = counted_from {
            let record = next(&all.rows);
            self.drafts.events_counted.push(Counted { record, from });
        }
        let row = EventRow {
            id,
            title: or_id(title, id),
            summary,
            kind,
            place,
            when,
            participants: next(&all.participants),
            tags: next(&all.tags),
            evidence: next(&all.evidence),
            more: set_apart(&mut all.more, more, quiet),
            status: status.unwrap_or(Status::Attributed),
            status_given: status.is_some(),
            importance,
            drawn_as,
        };
        all.rows.push(row);
        all.participants.extend(participants);
        all.tags.extend(tags);
        all.evidence.extend(evidence);
    }

    fn relation(&mut self, id: Piece, f: &mut Fields<'_, '_>) -> bool {
        let (from, to, kind) = (f.id("from"), f.id("to"), self.word(f, "kind"));
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
        let ends = [self.name(&from), self.name(&to)];
        let status = f.word("status", &STATUSES);
        let summary = self.text(f, "summary");
        let directed = f.flag("directed").unwrap_or(true);
        let during = self.date(f, "during");
        let wording = self.text(f, "wording");
        let tags = self.words(f, "tags");
        let importance = importance(f);
        let more = RelationMore {
            wording,
            notes: self.text(f, "notes"),
            counted_from: None,
        };
        let counted_from = f.id("counted_from").map(|named| self.name(&named));
        let evidence = self.proofs(f);
        let all = &mut self.drafts.relations;
        let quiet = more.is_empty() && counted_from.is_none();
        if let Some(from) = counted_from {
            let record = next(&all.rows);
            self.drafts.relations_counted.push(Counted { record, from });
        }
        let row = RelationRow {
            id,
            kind,
            summary,
            from: NOBODY,
            to: NOBODY,
            during,
            tags: next(&all.tags),
            evidence: next(&all.evidence),
            more: set_apart(&mut all.more, more, quiet),
            directed,
            status: status.unwrap_or(Status::Attributed),
            status_given: status.is_some(),
            importance,
        };
        all.rows.push(row);
        all.tags.extend(tags);
        all.evidence.extend(evidence);
        self.drafts.relation_ends.push(ends);
        true
    }

    fn kind(&mut self, of: ItemKind, f: &mut Fields<'_, '_>) -> Piece {
        let Some((kind, at)) = f.text_at("kind") else {
            return Piece::EMPTY;
        };
        name_kind(&mut self.drafts.kinds_named, of, &kind, at);
        self.drafts.word(&kind, at)
    }
}

/// Notes that a record of the kind `of` names its own kind `word` at `at`.
///
/// A million events name few kinds: the first that names one answers for all.
pub(super) fn name_kind(
    named: &mut Vec<(ItemKind, String, Span)>,
    of: ItemKind,
    word: &str,
    at: Span,
) {
    let is_known = named
        .iter()
        .any(|(other, known, _)| *other == of && *known == word);
    if !is_known && named.len() < MOST_KINDS {
        named.push((of, word.to_owned(), at));
    }
}

/// Kinds beyond so many are not looked at for slips of the pen.
pub(super) const MOST_KINDS: usize = 200;

pub(super) const STATUSES: [(&str, Status); 6] = [
    ("Documented", Status::Documented),
    ("Attributed", Status::Attributed),
    ("Anonymous", Status::Anonymous),
    ("Disputed", Status::Disputed),
    ("Denied", Status::Denied),
    ("Planned", Status::Planned),
];

pub(super) const DRAWN_AS: [(&str, DrawnAs); 3] = [
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
        let at = entry.key.as_ref().map(|key| key.span).unwrap_or_default();
        let name_of_record = entry.key.as_ref().map(|key| key.text.clone());
        let Some(id) = self.id(n, kind, entry.key, &entry.value, problems) else {
            return;
        };
        let word = name_of_record.unwrap_or_default();
        let what = format!("{kind} `{}`", short(&word));
        let fields = Fields::of(entry.value, name, known, what, at, self.json, problems);
        let kept = fields.is_some_and(|mut f| {
            let f = &mut f;
            match schema::SECTIONS[n] {
                "sources" => self.source(id, f),
                "passages" => return self.passage(id, f),
                "actors" => self.actor(id, f),
                "events" => self.event(id, f),
                "relations" => return self.relation(id, f),
                "actor_kinds" => self.drafts.actor_kinds.push(declared(&word, f, true)),
                "event_kinds" => self.drafts.event_kinds.push(declared(&word, f, true)),
                _ => self.drafts.relation_kinds.push(declared(&word, f, false)),
            }
            true
        });
        if let (false, Some(item)) = (kept, item) {
            let is_new = self.drafts.left_out.insert((item, Box::from(&*word)));
            self.drafts.repeats |= !is_new;
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

fn or_id(text: Piece, id: Piece) -> Piece {
    if text.is_empty() { id } else { text }
}
