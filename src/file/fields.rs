//! The fields of one record: taken by name, each checked for its type.

use std::borrow::Cow;
use std::collections::HashSet;

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

/// The fields of one record that have not been taken yet.
pub(super) struct Fields<'p, 't> {
    left: Vec<(Key<'t>, Node<'t>)>,
    /// What the record is called in messages: "event `letter`".
    pub what: String,
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
        what: String,
        at: Span,
        json: bool,
        problems: &'p mut Problems,
    ) -> Option<Self> {
        let written = if json {
            "{...}".to_owned()
        } else {
            format!("{name}(...)")
        };
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
                    .add(
                        Code::WrongType,
                        node.span,
                        format!("{what} is written `{written}`; it is left out"),
                    )
                    .suggest(format!("write `{written}`"));
                return None;
            }
        };
        if let Some((own, at)) = own
            && own != name
        {
            problems
                .add(
                    Code::WrongName,
                    at,
                    format!("{what} is written `{written}`, not `{}(...)`", short(own)),
                )
                .suggest(format!("write `{name}`"));
        }
        match (bracket, json) {
            (Bracket::Round, false) | (Bracket::Curly, true) => {}
            (Bracket::Square, _) => {
                problems
                    .add(
                        Code::WrongType,
                        open,
                        format!("{what} is written `{written}`; it is left out"),
                    )
                    .suggest(format!("write `{written}`"));
                return None;
            }
            (Bracket::Curly, false) => {
                problems
                    .add(
                        Code::BracesForParentheses,
                        open,
                        format!("{what} stands in `()`, not in `{{}}`"),
                    )
                    .suggest(format!("write `{written}`"));
            }
            (Bracket::Round, true) => {
                problems.add(
                    Code::ParenthesesForBraces,
                    open,
                    format!("{what} stands in `{{}}` in JSON, not in `()`"),
                );
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
                self.problems.add(
                    Code::UnexpectedText,
                    value.span,
                    format!("this value of {} has no name", self.what),
                );
                continue;
            };
            if key.quoted && !self.json {
                self.problems
                    .add(
                        Code::QuotedWord,
                        key.span,
                        format!(
                            "the name of a field stands without quotation marks: `{}`",
                            short(&key.text)
                        ),
                    )
                    .suggest(format!("write `{}:`", short(&key.text)));
            }
            if !known.contains(&key.text.as_ref()) {
                let message = format!(
                    "{} has no field `{}`; it is ignored",
                    self.kind(),
                    short(&key.text)
                );
                let found = self.problems.add(Code::UnknownField, key.span, message);
                match schema::nearest_field(&key.text, known) {
                    Some(name) => found.suggest(format!("did you mean `{name}`?")),
                    None => found.suggest(format!("the fields are {}", known.join(", "))),
                };
            } else if !seen.insert(key.text.to_string()) {
                let message = format!(
                    "`{}` is given twice in {}; the first counts",
                    key.text, self.what
                );
                let first = self.left.iter().find(|(other, _)| other.text == key.text);
                let first = first.map(|(other, _)| other.span);
                let found = self.problems.add(Code::DuplicateField, key.span, message);
                if let Some(first) = first {
                    found.relate(first, "it was given here");
                }
            } else {
                self.left.push((key, value));
            }
        }
    }

    /// "an event", from "event `letter`".
    fn kind(&self) -> String {
        let word = self.what.split(" `").next().unwrap_or_default();
        with_article(word)
    }

    /// "`when` of event `letter`".
    pub(super) fn name(&self, field: &str) -> String {
        format!("`{field}` of {}", self.what)
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

    /// Reports that `field` is missing, and what comes of it.
    pub(super) fn missing(&mut self, field: &str, comes: &str, example: &str) {
        self.problems
            .add(
                Code::MissingField,
                self.at,
                format!("{} has no `{field}`; {comes}", self.what),
            )
            .suggest(format!("add `{example}`"));
    }

    /// The text of `field` and where it stands; none where it is missing or empty.
    pub(super) fn text_at(&mut self, field: &str) -> Option<(String, Span)> {
        let node = self.take(field)?;
        let at = node.span;
        let name = self.name(field);
        let text = text_of(node, &name, self.problems)?;
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
                let text = text_of(node, &name, self.problems)?;
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
                        self.problems.add(
                            Code::UnexpectedText,
                            key.span,
                            format!("a list has no names, and `{}` is one", short(&key.text)),
                        );
                    }
                    unwrapped(entry.value, self.json)
                })
                .collect(),
            Value::Broken => Vec::new(),
            _ => {
                let message = format!("{} is a list", self.name(field));
                self.problems
                    .add(Code::WrongType, node.span, message)
                    .suggest("write it in `[` and `]`");
                vec![node]
            }
        }
    }

    /// The pairs that `field` holds in braces: an id, and its `noun`.
    pub(super) fn pairs(&mut self, field: &str, noun: &str) -> Vec<(Key<'t>, Node<'t>)> {
        let Some(node) = self.take(field) else {
            return Vec::new();
        };
        let name = self.name(field);
        let pair = format!("write `{{ \"id\": \"{noun}\" }}`");
        let Value::Group {
            name: None,
            bracket,
            open,
            entries,
        } = node.value
        else {
            if !matches!(node.value, Value::Broken) {
                self.problems
                    .add(
                        Code::WrongType,
                        node.span,
                        format!("{name} holds pairs in braces"),
                    )
                    .suggest(pair);
            }
            return Vec::new();
        };
        if bracket == Bracket::Round {
            self.problems
                .add(
                    Code::ParenthesesForBraces,
                    open,
                    format!("{name} stands in `{{}}`, not in `()`"),
                )
                .suggest(pair);
        } else if bracket == Bracket::Square {
            self.problems
                .add(
                    Code::WrongType,
                    open,
                    format!("{name} holds pairs in braces, not a list"),
                )
                .suggest(format!("{pair}; a {noun} may be empty"));
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
                    self.problems.add(
                        Code::WrongType,
                        value.span,
                        format!("{name} holds pairs of an id and a text"),
                    );
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
                dates::report(self.problems, at, &name, &text, &error);
                None
            }
        }
    }

    /// The whole number of `field`, from `least` to `most`.
    pub(super) fn number(&mut self, field: &str, least: u32, most: u32) -> Option<u32> {
        let node = self.take(field)?;
        let name = self.name(field);
        let range = if most == u32::MAX {
            format!("a whole number from {least} up")
        } else {
            format!("a whole number from {least} to {most}")
        };
        let Value::Number(digits) = node.value else {
            if !matches!(node.value, Value::Broken) {
                let found =
                    self.problems
                        .add(Code::WrongType, node.span, format!("{name} is {range}"));
                if let Value::Text(text) = &node.value
                    && text.trim().parse::<u32>().is_ok()
                {
                    found.suggest(format!("write {} without quotation marks", text.trim()));
                }
            }
            return None;
        };
        let parsed = digits.replace('_', "").parse::<i64>();
        match parsed.map(u32::try_from) {
            Ok(Ok(number)) if (least..=most).contains(&number) => Some(number),
            Ok(_) => {
                self.problems.add(
                    Code::OutOfRange,
                    node.span,
                    format!("{name} is {range}; {} is not", short(digits)),
                );
                None
            }
            Err(_) => {
                self.problems.add(
                    Code::WrongType,
                    node.span,
                    format!("{name} is {range}; `{}` is not", short(digits)),
                );
                None
            }
        }
    }

    /// The `true` or `false` of `field`.
    pub(super) fn flag(&mut self, field: &str) -> Option<bool> {
        let node = self.take(field)?;
        match &node.value {
            Value::Word("true") => Some(true),
            Value::Word("false") => Some(false),
            Value::Broken => None,
            _ => {
                let message = format!("{} is `true` or `false`", self.name(field));
                self.problems
                    .add(Code::WrongType, node.span, message)
                    .suggest("write `true` or `false`, without quotation marks");
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
                let message = format!("{name} is one word");
                self.problems
                    .add(Code::WrongType, node.span, message)
                    .suggest(one_of(words));
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
    name: &str,
    problems: &mut Problems,
) -> Option<Cow<'t, str>> {
    match node.value {
        Value::Text(text) => Some(text),
        Value::Word(word) => {
            problems
                .add(
                    Code::UnquotedText,
                    node.span,
                    format!("{name} is a text, and texts stand in quotation marks"),
                )
                .suggest(format!("write `\"{}\"`", short(word)));
            Some(Cow::Borrowed(word))
        }
        Value::Number(digits) => {
            problems
                .add(
                    Code::WrongType,
                    node.span,
                    format!("{name} is a text, not a number"),
                )
                .suggest(format!("write `\"{}\"`", short(digits)));
            Some(Cow::Borrowed(digits))
        }
        Value::Group { .. } => {
            problems
                .add(
                    Code::WrongType,
                    node.span,
                    format!("{name} is a text; this is not one"),
                )
                .suggest("write it in quotation marks");
            None
        }
        Value::Broken => None,
    }
}

/// Reports an id without quotation marks.
pub(super) fn unquoted_id(key: &Key<'_>, problems: &mut Problems) {
    problems
        .add(
            Code::UnquotedText,
            key.span,
            format!("the id `{}` lacks its quotation marks", short(&key.text)),
        )
        .suggest(format!("write `\"{}\"`", short(&key.text)));
}

/// Reports a word of the format in quotation marks.
pub(super) fn quoted_word(word: &str, at: Span, problems: &mut Problems) {
    problems
        .add(
            Code::QuotedWord,
            at,
            format!("`{}` stands without quotation marks", short(word)),
        )
        .suggest(format!("write `{}`", short(word)));
}

/// Reports a word that is none of `words`.
pub(super) fn unknown_word<T>(
    word: &str,
    at: Span,
    name: &str,
    words: &[(&str, T)],
    problems: &mut Problems,
) {
    let found = problems.add(
        Code::UnknownWord,
        at,
        format!("{name} cannot be `{}`", short(word)),
    );
    match schema::nearest(word, words.iter().map(|(name, _)| *name)) {
        Some(name) => found.suggest(format!("did you mean `{name}`?")),
        None => found.suggest(one_of(words)),
    };
}

fn one_of<T>(words: &[(&str, T)]) -> String {
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    format!("write one of {}", names.join(", "))
}

/// "an event", "a relation".
pub(super) fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {noun}")
}
