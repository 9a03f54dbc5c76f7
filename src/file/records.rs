//! From fields to records, each for itself: what it names by id is resolved once all are read.

use std::collections::HashMap;
use std::sync::Arc;

use crate::language::say;
use crate::story::ItemKind;
use crate::story::rows::next;
use crate::story::texts::{Finder, Piece};

use super::drafts::Drafts;
use super::fields::{Fields, Name, What, field_meant, quoted_word, text_of, unquoted_id};
use super::lex::{Bracket, short};
use super::parts::declared;
use super::problem::{Code, Problems, Span};
use super::schema;
use super::steps::steps_list;
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
    /// How many steps were listed.
    pub(super) steps_seen: usize,
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
            steps_seen: 0,
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
            steps_seen: 0,
        }
    }

    /// Whether the file is JSON.
    pub(super) fn is_json(&self) -> bool {
        self.json
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
                .add(Code::MissingField, begin, say!("file-no-format"))
                .suggest(say!("file-no-format-help"));
        }
        let empty = !self.named && !more;
        if self.drafts.title.is_empty() && !empty {
            problems
                .add(Code::MissingField, end, say!("file-no-title"))
                .suggest(say!("file-add", text = "title: \"...\""));
        }
        std::mem::take(&mut self.drafts)
    }

    /// The id of a record, if it is one and new. The `kind` is a key of `file-record-without-id`.
    fn id(
        &mut self,
        section: usize,
        kind: &'static str,
        key: Option<Key<'_>>,
        value: &Node<'_>,
        problems: &mut Problems,
    ) -> Option<Piece> {
        let Some(key) = key else {
            if !matches!(value.value, Value::Broken) {
                problems
                    .add_with(Code::WrongType, value.span, || {
                        say!("file-record-without-id", kind = kind)
                    })
                    .suggest_with(|| say!("file-write-id", kind = kind));
            }
            return None;
        };
        if !key.quoted {
            unquoted_id(&key, problems);
        }
        if key.text.trim().is_empty() {
            problems
                .add_with(Code::EmptyId, key.span, || {
                    say!("file-empty-id", kind = kind)
                })
                .suggest_with(|| say!("file-empty-id-help"));
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
                .add_with(Code::DuplicateId, key.span, || {
                    say!("file-duplicate-id", kind = kind, id = short(&key.text))
                })
                .suggest_with(|| say!("file-duplicate-id-help"))
                .relate(first, say!("file-first-here"));
            return None;
        }
        all.push(id);
        let id_of = |n: u32| texts.get(all[n as usize]);
        finder.add(&key.text, next(all) - 1, id_of);
        Some(id)
    }
}

impl<'t> Sink<'t> for Decoder {
    fn record(&mut self, section: &Key<'t>, entry: Entry<'t>, problems: &mut Problems) {
        if section.text == schema::STEPS {
            self.step(entry, problems);
            return;
        }
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
        let what = What { kind, id: &word };
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
            problems
                .add_with(code, key.span, || match code {
                    Code::UnknownSection => say!("file-unknown-section", name = short(name)),
                    _ => say!("file-unknown-story-field", name = short(name)),
                })
                .suggest_with(|| field_meant(name, schema::STORY));
            return;
        }
        if let Some(&first) = self.fields.get(name) {
            problems
                .add_with(Code::DuplicateField, key.span, || {
                    if schema::is_section(name) {
                        say!("file-section-twice", name = name)
                    } else {
                        say!("file-story-field-twice", name = name)
                    }
                })
                .relate(first, say!("file-first-here"));
            if !schema::is_section(name) {
                return;
            }
        }
        self.fields.insert(name.to_owned(), key.span);
        if name == schema::STEPS {
            steps_list(&value, self.json, problems);
            return;
        }
        if schema::is_section(name) {
            section(name, &value, self.json, problems);
            return;
        }
        if name == "format" {
            self.format(&value, problems);
        } else if let Some(text) = text_of(value, Name::OfStory(name), problems) {
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
                        say!(
                            "file-newer-format",
                            written = n.to_string(),
                            read = FORMAT.to_string()
                        ),
                    )
                    .suggest(say!("file-newer-format-help"));
                self.newer = true;
            }
            _ => {
                problems
                    .add(
                        Code::OutOfRange,
                        value.span,
                        say!("file-wrong-format", number = FORMAT.to_string()),
                    )
                    .suggest(say!("file-write", text = format!("format: {FORMAT}")));
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
                .add_with(Code::ParenthesesForBraces, *open, || {
                    say!("file-section-in-parentheses", name = name)
                })
                .suggest_with(|| say!("file-write-braces"));
        }
        _ => {
            let example = if json {
                "{ \"id\": {...} }"
            } else {
                "{ \"id\": Name(...) }"
            };
            problems
                .add_with(Code::WrongType, value.span, || {
                    say!("file-section-holds-records", name = name)
                })
                .suggest_with(|| say!("file-write", text = format!("{name}: {example}")));
        }
    }
}
