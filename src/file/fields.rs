//! The fields of one record: taken by name, each checked for its type.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use fluent_bundle::FluentValue;

use crate::language::{Argument, say};
use crate::story::Date;

use super::dates;
use super::lex::{Bracket, short};
use super::problem::{Code, Problems, Span};
use super::schema;
use super::tree::{Entry, Key, Node, Value};

/// An id that a record names, and where.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub id: Box<str>,
    pub at: Span,
}

/// What messages call a record: "event `letter`". It is worded only where something is wrong.
#[derive(Clone, Copy, Debug)]
pub(super) struct What<'w> {
    /// The kind of record, by its key in `file-record`.
    pub kind: &'static str,
    /// Its id; that of the passage for unnamed people, and the number of a step.
    pub id: &'w str,
}

impl fmt::Display for What<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say!("file-record", kind = self.kind, id = short(self.id)))
    }
}

impl Argument for What<'_> {
    fn argument(&self) -> FluentValue<'_> {
        FluentValue::from(self.to_string())
    }
}

/// What messages call a value: "`when` of event `letter`". It is worded only where something is wrong.
#[derive(Clone, Copy, Debug)]
pub(super) enum Name<'w> {
    /// A field of a record.
    Field(&'w str, What<'w>),
    /// A field of the story itself.
    OfStory(&'w str),
    /// What a pair says of an id: its noun by the key in `file-said-of`, and the id.
    SaidOf(&'static str, &'w str),
}

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match *self {
            Self::Field(field, What { kind, id }) => {
                say!("file-field", field = field, kind = kind, id = short(id))
            }
            Self::OfStory(field) => say!("file-field-of-story", field = field),
            Self::SaidOf(noun, id) => say!("file-said-of", noun = noun, id = short(id)),
        };
        f.write_str(&name)
    }
}

impl Argument for Name<'_> {
    fn argument(&self) -> FluentValue<'_> {
        FluentValue::from(self.to_string())
    }
}

/// The fields of one record that have not been taken yet.
pub(super) struct Fields<'p, 't> {
    left: Vec<(Key<'t>, Node<'t>)>,
    /// What the record is called in messages.
    pub what: What<'p>,
    /// Where the record is named.
    pub at: Span,
    pub json: bool,
    pub problems: &'p mut Problems,
}

impl<'p, 't> Fields<'p, 't> {
    /// The fields of `node`, which stands for `what` and is written `name(...)`.
    pub(super) fn of(
        node: Node<'t>,
        name: &str,
        known: &[&str],
        what: What<'p>,
        at: Span,
        json: bool,
        problems: &'p mut Problems,
    ) -> Option<Self> {
        let written = || {
            if json {
                "{...}".to_owned()
            } else {
                format!("{name}(...)")
            }
        };
        let is_written = || say!("file-is-written", what = what, written = written());
        let write = || say!("file-write", text = written());
        let (own, bracket, open, entries) = match node.value {
            Value::Group {
                name,
                bracket,
                open,
                entries,
            } => (name, bracket, open, entries),
            Value::Broken => return None,
            _ => {
                problems
                    .add_with(Code::WrongType, node.span, is_written)
                    .suggest_with(write);
                return None;
            }
        };
        if let Some((own, at)) = own
            && own != name
        {
            problems
                .add_with(Code::WrongName, at, || {
                    say!(
                        "file-wrong-name",
                        what = what,
                        written = written(),
                        given = short(own)
                    )
                })
                .suggest_with(|| say!("file-write", text = name));
        }
        match (bracket, json) {
            (Bracket::Round, false) | (Bracket::Curly, true) => {}
            (Bracket::Square, _) => {
                problems
                    .add_with(Code::WrongType, open, is_written)
                    .suggest_with(write);
                return None;
            }
            (Bracket::Curly, false) => {
                problems
                    .add_with(Code::BracesForParentheses, open, || {
                        say!("file-record-in-braces", what = what)
                    })
                    .suggest_with(write);
            }
            (Bracket::Round, true) => {
                problems.add_with(Code::ParenthesesForBraces, open, || {
                    say!("file-record-in-parentheses", what = what)
                });
            }
        }
        let mut this = Self {
            left: Vec::with_capacity(entries.len()),
            what,
            at,
            json,
            problems,
        };
        this.take_entries(entries, known);
        Some(this)
    }

    fn take_entries(&mut self, entries: Vec<Entry<'t>>, known: &[&str]) {
        let mut seen: HashSet<String> = HashSet::new();
        for Entry { key, value } in entries {
            let Some(key) = key else {
                self.problems
                    .add_with(Code::UnexpectedText, value.span, || {
                        say!("file-value-without-name", what = self.what)
                    });
                continue;
            };
            if key.quoted && !self.json {
                self.problems
                    .add_with(Code::QuotedWord, key.span, || {
                        say!("file-quoted-field", field = short(&key.text))
                    })
                    .suggest_with(|| say!("file-write", text = format!("{}:", short(&key.text))));
            }
            if !known.contains(&key.text.as_ref()) {
                self.problems
                    .add_with(Code::UnknownField, key.span, || {
                        say!(
                            "file-unknown-field",
                            kind = self.what.kind,
                            field = short(&key.text)
                        )
                    })
                    .suggest_with(|| field_meant(&key.text, known));
            } else if !seen.insert(key.text.to_string()) {
                let first = self.left.iter().find(|(other, _)| other.text == key.text);
                let first = first.map(|(other, _)| other.span);
                let found = self.problems.add_with(Code::DuplicateField, key.span, || {
                    say!("file-duplicate-field", field = key.text, what = self.what)
                });
                if let Some(first) = first {
                    found.relate(first, say!("file-given-here"));
                }
            } else {
                self.left.push((key, value));
            }
        }
    }

    /// What messages call the value of `field`.
    pub(super) fn name<'w>(&self, field: &'w str) -> Name<'w>
    where
        'p: 'w,
    {
        Name::Field(field, self.what)
    }

    /// The value of `field`, if there is one.
    pub(super) fn take(&mut self, field: &str) -> Option<Node<'t>> {
        let at = self.left.iter().position(|(key, _)| key.text == field)?;
        unwrapped(self.left.swap_remove(at).1, self.json)
    }

    /// Whether `field` is given at all.
    pub(super) fn has(&self, field: &str) -> bool {
        self.left.iter().any(|(key, _)| key.text == field)
    }

    /// Where the value of `field` stands, where it is given.
    pub(super) fn span_of(&self, field: &str) -> Option<Span> {
        let given = self.left.iter().find(|(key, _)| key.text == field)?;
        Some(given.1.span)
    }

    /// Reports that `field` is missing, and what comes of it, as a sentence of its own.
    pub(super) fn missing(&mut self, field: &str, comes: &str, example: &str) {
        self.problems
            .add_with(Code::MissingField, self.at, || {
                say!(
                    "file-missing-field",
                    what = self.what,
                    field = field,
                    comes = comes
                )
            })
            .suggest_with(|| say!("file-add", text = example));
    }

    /// The text of `field` and where it stands; none where it is missing or empty.
    pub(super) fn text_at(&mut self, field: &str) -> Option<(String, Span)> {
        let node = self.take(field)?;
        let at = node.span;
        let name = self.name(field);
        let text = text_of(node, name, self.problems)?;
        (!text.trim().is_empty()).then(|| (text.into_owned(), at))
    }

    /// The id that `field` names.
    pub(super) fn id(&mut self, field: &str) -> Option<Named> {
        let (id, at) = self.text_at(field)?;
        Some(Named { id: id.into(), at })
    }

    /// The texts that `field` lists, with their places.
    pub(super) fn texts(&mut self, field: &str) -> Vec<Named> {
        let name = self.name(field);
        self.items(field)
            .into_iter()
            .filter_map(|node| {
                let at = node.span;
                let text = text_of(node, name, self.problems)?;
                (!text.is_empty()).then(|| Named {
                    id: text.into(),
                    at,
                })
            })
            .collect()
    }

    /// The values that `field` lists; a single value is a list of one, and reported.
    pub(super) fn items(&mut self, field: &str) -> Vec<Node<'t>> {
        let Some(node) = self.take(field) else {
            return Vec::new();
        };
        match node.value {
            Value::Group {
                name: None,
                bracket: Bracket::Square,
                entries,
                ..
            } => entries
                .into_iter()
                .filter_map(|entry| {
                    if let Some(key) = &entry.key {
                        self.problems.add_with(Code::UnexpectedText, key.span, || {
                            say!("file-name-in-list", name = short(&key.text))
                        });
                    }
                    unwrapped(entry.value, self.json)
                })
                .collect(),
            Value::Broken => Vec::new(),
            _ => {
                let name = self.name(field);
                self.problems
                    .add_with(Code::WrongType, node.span, || {
                        say!("file-is-list", name = name)
                    })
                    .suggest_with(|| say!("file-write-list"));
                vec![node]
            }
        }
    }

    /// The pairs that `field` holds in braces: an id, and its `noun`, by the key in `file-write-pair`.
    pub(super) fn pairs(&mut self, field: &str, noun: &'static str) -> Vec<(Key<'t>, Node<'t>)> {
        let Some(node) = self.take(field) else {
            return Vec::new();
        };
        let name = self.name(field);
        let pair = || say!("file-write-pair", noun = noun);
        let Value::Group {
            name: None,
            bracket,
            open,
            entries,
        } = node.value
        else {
            if !matches!(node.value, Value::Broken) {
                self.problems
                    .add_with(Code::WrongType, node.span, || {
                        say!("file-holds-pairs", name = name)
                    })
                    .suggest_with(pair);
            }
            return Vec::new();
        };
        if bracket == Bracket::Round {
            self.problems
                .add_with(Code::ParenthesesForBraces, open, || {
                    say!("file-pairs-in-parentheses", name = name)
                })
                .suggest_with(pair);
        } else if bracket == Bracket::Square {
            self.problems
                .add_with(Code::WrongType, open, || {
                    say!("file-pairs-in-list", name = name)
                })
                .suggest_with(|| say!("file-write-pair-or-empty", noun = noun));
        }
        let mut pairs = Vec::with_capacity(entries.len());
        for Entry { key, value } in entries {
            match (key, &value.value) {
                (Some(key), _) => {
                    if !key.quoted {
                        unquoted_id(&key, self.problems);
                    }
                    pairs.push((key, value));
                }
                // A list of ids: nothing is said of each.
                (None, Value::Text(text)) => pairs.push((
                    Key {
                        text: text.clone(),
                        span: value.span,
                        quoted: true,
                    },
                    Node {
                        value: Value::Text(Cow::Borrowed("")),
                        span: value.span,
                    },
                )),
                (None, Value::Broken) => {}
                (None, _) => {
                    self.problems.add_with(Code::WrongType, value.span, || {
                        say!("file-holds-pairs-of-texts", name = name)
                    });
                }
            }
        }
        pairs
    }

    /// The date of `field`.
    pub(super) fn date(&mut self, field: &str) -> Option<Date> {
        let (text, at) = self.text_at(field)?;
        let name = self.name(field);
        match Date::parse(&text) {
            Ok(date) => Some(date),
            Err(error) => {
                if self.problems.has_room() {
                    dates::report(self.problems, at, &name.to_string(), &text, &error);
                } else {
                    self.problems.count_one();
                }
                None
            }
        }
    }

    /// The whole number of `field`, from `least` to `most`.
    pub(super) fn number(&mut self, field: &str, least: u32, most: u32) -> Option<u32> {
        let node = self.take(field)?;
        let name = self.name(field);
        let has_end = most != u32::MAX;
        let Value::Number(digits) = node.value else {
            if !matches!(node.value, Value::Broken) {
                let found = self.problems.add_with(Code::WrongType, node.span, || {
                    if has_end {
                        say!("file-number", name = name, least = least, most = most)
                    } else {
                        say!("file-number-from", name = name, least = least)
                    }
                });
                if let Value::Text(text) = &node.value
                    && text.trim().parse::<u32>().is_ok()
                {
                    found.suggest_with(|| say!("file-write-number", number = text.trim()));
                }
            }
            return None;
        };
        let parsed = digits.replace('_', "").parse::<i64>();
        let is_number = parsed.is_ok();
        let number = parsed.ok().and_then(|number| u32::try_from(number).ok());
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let code = if is_number {
                Code::OutOfRange
            } else {
                Code::WrongType
            };
            self.problems.add_with(code, node.span, || {
                let mut given = short(digits);
                if !is_number {
                    given = format!("`{given}`");
                }
                if has_end {
                    say!(
                        "file-number-out",
                        name = name,
                        least = least,
                        most = most,
                        given = given
                    )
                } else {
                    say!(
                        "file-number-from-out",
                        name = name,
                        least = least,
                        given = given
                    )
                }
            });
        }
        number
    }

    /// The `true` or `false` of `field`.
    pub(super) fn flag(&mut self, field: &str) -> Option<bool> {
        let node = self.take(field)?;
        match &node.value {
            Value::Word("true") => Some(true),
            Value::Word("false") => Some(false),
            Value::Broken => None,
            _ => {
                let name = self.name(field);
                self.problems
                    .add_with(Code::WrongType, node.span, || {
                        say!("file-is-flag", name = name)
                    })
                    .suggest_with(|| say!("file-write-flag"));
                None
            }
        }
    }

    /// The one of `words` that `field` names.
    pub(super) fn word<T: Copy>(&mut self, field: &str, words: &[(&str, T)]) -> Option<T> {
        let node = self.take(field)?;
        let name = self.name(field);
        let (word, at) = match &node.value {
            Value::Word(word) => (*word, node.span),
            Value::Text(text) => {
                if !self.json {
                    quoted_word(text, node.span, self.problems);
                }
                (text.as_ref(), node.span)
            }
            Value::Broken => return None,
            _ => {
                self.problems
                    .add_with(Code::WrongType, node.span, || {
                        say!("file-is-one-word", name = name)
                    })
                    .suggest_with(|| one_of(words));
                return None;
            }
        };
        let found = words.iter().find(|(name, _)| *name == word);
        if found.is_none() {
            unknown_word(word, at, &name, words, self.problems);
        }
        found.map(|(_, value)| *value)
    }
}

/// `node` out of its `Some(...)`; none for `None` or `null`.
fn unwrapped(node: Node<'_>, json: bool) -> Option<Node<'_>> {
    match node.value {
        Value::Word("None") => None,
        Value::Word("null") if json => None,
        Value::Group {
            name: Some(("Some", _)),
            ref entries,
            ..
        } if entries.len() == 1 => match node.value {
            Value::Group { mut entries, .. } => entries.pop().map(|entry| entry.value),
            _ => None,
        },
        _ => Some(node),
    }
}

/// The text of `node`, which is the value of `name`.
pub(super) fn text_of<'t>(
    node: Node<'t>,
    name: Name<'_>,
    problems: &mut Problems,
) -> Option<Cow<'t, str>> {
    let quoted = |text: &str| say!("file-write", text = format!("\"{}\"", short(text)));
    match node.value {
        Value::Text(text) => Some(text),
        Value::Word(word) => {
            problems
                .add_with(Code::UnquotedText, node.span, || {
                    say!("file-unquoted-text", name = name)
                })
                .suggest_with(|| quoted(word));
            Some(Cow::Borrowed(word))
        }
        Value::Number(digits) => {
            problems
                .add_with(Code::WrongType, node.span, || {
                    say!("file-number-for-text", name = name)
                })
                .suggest_with(|| quoted(digits));
            Some(Cow::Borrowed(digits))
        }
        Value::Group { .. } => {
            problems
                .add_with(Code::WrongType, node.span, || {
                    say!("file-group-for-text", name = name)
                })
                .suggest_with(|| say!("file-write-quoted"));
            None
        }
        Value::Broken => None,
    }
}

/// Reports an id without quotation marks.
pub(super) fn unquoted_id(key: &Key<'_>, problems: &mut Problems) {
    problems
        .add_with(Code::UnquotedText, key.span, || {
            say!("file-unquoted-id", id = short(&key.text))
        })
        .suggest_with(|| say!("file-write", text = format!("\"{}\"", short(&key.text))));
}

/// Reports a word of the format in quotation marks.
pub(super) fn quoted_word(word: &str, at: Span, problems: &mut Problems) {
    problems
        .add_with(Code::QuotedWord, at, || {
            say!("file-quoted-word", word = short(word))
        })
        .suggest_with(|| say!("file-write", text = short(word)));
}

/// Reports a word that is none of `words`.
pub(super) fn unknown_word<T>(
    word: &str,
    at: Span,
    name: &(impl Argument + ?Sized),
    words: &[(&str, T)],
    problems: &mut Problems,
) {
    problems
        .add_with(Code::UnknownWord, at, || {
            say!("file-unknown-word", name = name, word = short(word))
        })
        .suggest_with(|| {
            let meant = schema::nearest(word, words.iter().map(|(name, _)| *name));
            meant.map_or_else(
                || one_of(words),
                |name| say!("file-did-you-mean", name = name),
            )
        });
}

/// The one of `known` that the name `field` was probably meant to be, or all of them.
pub(super) fn field_meant(field: &str, known: &[&str]) -> String {
    match schema::nearest_field(field, known) {
        Some(name) => say!("file-did-you-mean", name = name),
        None => say!("file-fields-are", fields = known.join(", ")),
    }
}

fn one_of<T>(words: &[(&str, T)]) -> String {
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    say!("file-write-one-of", words = names.join(", "))
}
