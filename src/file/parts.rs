//! The parts of records that are more than a text or a number.

use std::collections::HashSet;

use crate::story::kind::{ACTOR_KINDS, DeclaredKind, Glyph, Rgb};
use crate::story::model::DEFAULT_IMPORTANCE;
use crate::story::{ActorIx, Bearing, Date, Dating, Id, Voice};

use super::drafts::Proof;
use super::fields::{Fields, Named, quoted_word, text_of, unknown_word};
use super::lex::short;
use super::problem::{Code, Problems, Span};
use super::schema;
use super::tree::{Node, Value};

const BEARINGS: [(&str, Bearing); 3] = [
    ("Supports", Bearing::Supports),
    ("Disputes", Bearing::Disputes),
    ("Mentions", Bearing::Mentions),
];

const VOICES: [(&str, ()); 5] = [
    ("OnRecord", ()),
    ("Spokesperson", ()),
    ("Unnamed", ()),
    ("Document", ()),
    ("Reporter", ()),
];

pub(super) fn plain(named: Vec<Named>) -> Vec<String> {
    named.into_iter().map(|named| named.id.into()).collect()
}

pub(super) fn importance(f: &mut Fields<'_, '_>) -> u8 {
    f.number("importance", 1, 5)
        .and_then(|n| u8::try_from(n).ok())
        .unwrap_or(DEFAULT_IMPORTANCE)
}

pub(super) fn dating(f: &mut Fields<'_, '_>, field: &str) -> Dating {
    Dating {
        date: f.date(field),
        wording: f.text("wording"),
        counted_from: None,
    }
}

/// An address that a click may open.
pub(super) fn url(f: &mut Fields<'_, '_>) -> String {
    let Some((url, at)) = f.text_at("url") else {
        return String::new();
    };
    let lower = url.to_ascii_lowercase();
    let is_safe = ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
        && !url.contains(|c: char| c.is_control());
    if is_safe {
        return url;
    }
    let message = format!(
        "{} is no address that may be opened; it is left out",
        f.name("url")
    );
    let found = f.problems.add(Code::UnsafeUrl, at, message);
    let with_scheme = !lower.contains(':') && lower.contains('.');
    if with_scheme {
        found.suggest(format!("did you mean `https://{}`?", short(&url)));
    } else {
        found.suggest("begin it with `https://`, `http://` or `mailto:`");
    }
    String::new()
}

/// The name of a file beside the story.
pub(super) fn beside(f: &mut Fields<'_, '_>) -> Option<String> {
    let (name, at) = f.text_at("text")?;
    // Backslashes and colons part folders and drives on other systems.
    let is_plain = !name.contains(['/', '\\', ':', '\0']) && name != "." && name != "..";
    if is_plain {
        return Some(name);
    }
    let message = format!(
        "{} names a file outside the story's folder; it is left out",
        f.name("text")
    );
    f.problems
        .add(Code::PathOutside, at, message)
        .suggest("put the file beside the story and write its name alone");
    None
}

pub(super) fn declared(word: &Id, f: &mut Fields<'_, '_>, of_actors: bool) -> DeclaredKind {
    let shapes = Glyph::NAMED;
    let like = f.text_at("like").and_then(|(like, at)| {
        let built_in = ACTOR_KINDS.map(|kind| (kind.0, ()));
        if built_in.iter().any(|(name, ())| *name == like) {
            return Some(like);
        }
        let name = f.name("like");
        unknown_word(&like, at, &name, &built_in, f.problems);
        None
    });
    let shape = f.word("shape", &shapes);
    DeclaredKind {
        word: word.to_string(),
        label: f.text_at("label").map(|(label, _)| label),
        like,
        color: color(f, "color"),
        dark: color(f, "dark"),
        shape: shape.filter(|_| of_actors),
    }
}

fn color(f: &mut Fields<'_, '_>, field: &str) -> Option<Rgb> {
    let (text, at) = f.text_at(field)?;
    let rgb = text
        .strip_prefix('#')
        .filter(|hex| hex.len() == 6)
        .and_then(|hex| {
            let value = u32::from_str_radix(hex, 16).ok()?;
            let [_, r, g, b] = value.to_be_bytes();
            Some([r, g, b])
        });
    if rgb.is_none() {
        let message = format!("{} is no colour", f.name(field));
        f.problems.add(Code::WrongType, at, message).suggest(
            "write it as `\"#8C3B2E\"`: red, green and blue in two hexadecimal digits each",
        );
    }
    rgb
}

/// The ids that `field` names, each once, with what it says of each: its `noun`.
pub(super) fn labelled(f: &mut Fields<'_, '_>, field: &str, noun: &str) -> Vec<(Named, String)> {
    let name = f.name(field);
    let mut all: Vec<(Named, String)> = Vec::new();
    let mut seen: HashSet<Box<str>> = HashSet::new();
    for (key, value) in f.pairs(field, noun) {
        let id: Box<str> = key.text.as_ref().into();
        if !seen.insert(id.clone()) {
            f.problems
                .add(
                    Code::DuplicateId,
                    key.span,
                    format!("{name} names `{}` twice; the first counts", short(&id)),
                )
                .suggest(format!("write both {noun}s into one text"));
            continue;
        }
        let what = format!("the {noun} of `{}`", short(&id));
        let text = text_of(value, &what, f.problems);
        let text = text.unwrap_or_default().into_owned();
        all.push((Named { id, at: key.span }, text));
    }
    all
}

pub(super) fn evidence(f: &mut Fields<'_, '_>) -> Proof {
    let name = f.name("evidence");
    f.items("evidence")
        .into_iter()
        .filter_map(|node| {
            let at = node.span;
            let Some((word, at_word, value)) = variant(node, f.json) else {
                f.problems
                    .add(
                        Code::WrongType,
                        at,
                        format!("{name} says what each passage does for the claim"),
                    )
                    .suggest("write `Supports(\"passage\")`, `Disputes(\"passage\")` or `Mentions(\"passage\")`");
                return None;
            };
            let Some((_, bearing)) = BEARINGS.iter().find(|(name, _)| *name == word) else {
                unknown_word(&word, at_word, &name, &BEARINGS, f.problems);
                return None;
            };
            let at = value.span;
            let id = text_of(value, &name, f.problems)?;
            Some((*bearing, Named { id: id.into(), at }))
        })
        .collect()
}

/// The name and the one value of `Name(value)`, or of `{"Name": value}` in JSON.
fn variant(node: Node<'_>, json: bool) -> Option<(String, Span, Node<'_>)> {
    let Value::Group {
        name, mut entries, ..
    } = node.value
    else {
        return None;
    };
    if entries.len() != 1 {
        return None;
    }
    let entry = entries.pop()?;
    match (name, entry.key) {
        (Some((name, at)), None) => Some((name.to_owned(), at, entry.value)),
        (None, Some(key)) if json => Some((key.text.into_owned(), key.span, entry.value)),
        _ => None,
    }
}

/// Who said a passage, with the actor that it names.
pub(super) fn voice(f: &mut Fields<'_, '_>) -> Option<(Voice, Option<Named>)> {
    let node = f.take("said_by")?;
    let name = f.name("said_by");
    let (span, json) = (node.span, f.json);
    let plain = match &node.value {
        Value::Word(word) => Some((*word).to_owned()),
        Value::Text(text) => {
            if !json {
                quoted_word(text, span, f.problems);
            }
            Some(text.clone().into_owned())
        }
        Value::Broken => return None,
        _ => None,
    };
    if let Some(word) = plain {
        return match word.as_str() {
            "Document" => Some((Voice::Document, None)),
            "Reporter" => Some((Voice::Reporter, None)),
            "OnRecord" | "Spokesperson" => {
                f.problems
                    .add(
                        Code::MissingValue,
                        span,
                        format!("{name} does not say who; the passage is left out"),
                    )
                    .suggest(format!("write `{word}(\"actor\")`"));
                None
            }
            "Unnamed" => Some((
                Voice::Unnamed {
                    count: None,
                    described: String::new(),
                    actor: None,
                },
                None,
            )),
            _ => {
                unknown_word(&word, span, &name, &VOICES, f.problems);
                None
            }
        };
    }
    let (word, at, payload) = match node.value {
        Value::Group {
            name: Some((word, at)),
            bracket,
            open,
            entries,
        } => {
            let payload = Node {
                value: Value::Group {
                    name: None,
                    bracket,
                    open,
                    entries,
                },
                span,
            };
            (word.to_owned(), at, payload)
        }
        Value::Group { .. } if json => variant(node, true)?,
        _ => {
            f.problems
                .add(Code::WrongType, span, format!("{name} says who spoke; the passage is left out"))
                .suggest("write `OnRecord(\"actor\")`, `Spokesperson(\"actor\")`, `Unnamed(...)`, `Document` or `Reporter`");
            return None;
        }
    };
    match word.as_str() {
        "OnRecord" | "Spokesperson" => {
            let speaker = speaker(payload, &name, json, f.problems)?;
            let voice = if word == "OnRecord" {
                Voice::OnRecord(ActorIx(0))
            } else {
                Voice::Spokesperson(ActorIx(0))
            };
            Some((voice, Some(speaker)))
        }
        "Unnamed" => {
            let what = format!("people that {name} leaves unnamed");
            let mut people = Fields::of(
                payload,
                "Unnamed",
                schema::UNNAMED,
                what,
                at,
                json,
                f.problems,
            )?;
            let voice = Voice::Unnamed {
                count: people.number("count", 1, u32::MAX),
                described: people.text("described"),
                actor: None,
            };
            Some((voice, people.id("actor")))
        }
        "Document" | "Reporter" => {
            f.problems
                .add(
                    Code::UnexpectedText,
                    at,
                    format!("`{word}` stands alone, without parentheses"),
                )
                .suggest(format!("write `{word}`"));
            let voice = if word == "Document" {
                Voice::Document
            } else {
                Voice::Reporter
            };
            Some((voice, None))
        }
        _ => {
            unknown_word(&word, at, &name, &VOICES, f.problems);
            None
        }
    }
}

/// The actor of `OnRecord("actor")`.
fn speaker(payload: Node<'_>, name: &str, json: bool, problems: &mut Problems) -> Option<Named> {
    let span = payload.span;
    let value = match payload.value {
        Value::Group { mut entries, .. } if !json && entries.len() == 1 => {
            entries.pop().map(|e| e.value)
        }
        Value::Group { .. } => None,
        _ => Some(payload),
    };
    let Some(value) = value else {
        problems
            .add(
                Code::MissingValue,
                span,
                format!("{name} does not say who; the passage is left out"),
            )
            .suggest("write the id of one actor, in quotation marks");
        return None;
    };
    let at = value.span;
    let id = text_of(value, name, problems)?;
    Some(Named { id: id.into(), at })
}

/// The date that `text` is, where something is counted from a date.
pub(super) fn as_date(text: &str) -> Option<Date> {
    Date::parse(text).ok()
}
