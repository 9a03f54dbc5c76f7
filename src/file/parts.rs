//! The parts of records that are more than a text or a number.

use std::collections::HashSet;

use crate::language::say;
use crate::story::kind::{ACTOR_KINDS, DeclaredKind, Glyph, Rgb};
use crate::story::model::DEFAULT_IMPORTANCE;
use crate::story::rows::{NOBODY, VoiceRow};
use crate::story::{Bearing, Date, ItemKind, acceptable};

use super::fields::{Fields, Name, Named, What, quoted_word, text_of, unknown_word};
use super::lex::short;
use super::problem::{Code, Problems, Span};
use super::schema;
use super::tree::{Node, Value};

const BEARINGS: [(&str, Bearing); 3] = [
    ("Supports", Bearing::Supports),
    ("Disputes", Bearing::Disputes),
    ("Mentions", Bearing::Mentions),
];

const VOICES: [(&str, ()); 6] = [
    ("OnRecord", ()),
    ("Spokesperson", ()),
    ("Declined", ()),
    ("Unnamed", ()),
    ("Document", ()),
    ("Reporter", ()),
];

pub(super) fn importance(f: &mut Fields<'_, '_>) -> u8 {
    f.number("importance", 1, 5)
        .and_then(|n| u8::try_from(n).ok())
        .unwrap_or(DEFAULT_IMPORTANCE)
}

/// Whether a click may open `url`.
pub(super) fn is_safe_url(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
        && !url.contains(|c: char| c.is_control())
}

/// Whether `name` can only be that of a file beside the story.
pub(super) fn is_plain_name(name: &str) -> bool {
    // Backslashes and colons part folders and drives on other systems.
    !name.contains(['/', '\\', ':', '\0']) && name != "." && name != ".."
}

/// An address that a click may open.
pub(super) fn url(f: &mut Fields<'_, '_>) -> Option<(String, Span)> {
    let (url, at) = f.text_at("url")?;
    if is_safe_url(&url) {
        return Some((url, at));
    }
    let lower = url.to_ascii_lowercase();
    let with_scheme = !lower.contains(':') && lower.contains('.');
    let name = f.name("url");
    f.problems
        .add_with(Code::UnsafeUrl, at, || say!("file-unsafe-url", name = name))
        .suggest_with(|| {
            if with_scheme {
                let meant = format!("https://{}", short(&url));
                say!("file-did-you-mean", name = meant)
            } else {
                say!("file-unsafe-url-help").to_owned()
            }
        });
    None
}

/// The name of a file beside the story.
pub(super) fn beside(f: &mut Fields<'_, '_>) -> Option<(String, Span)> {
    let (name, at) = f.text_at("text")?;
    if is_plain_name(&name) {
        return Some((name, at));
    }
    let name = f.name("text");
    f.problems
        .add_with(Code::PathOutside, at, || {
            say!("file-path-outside", name = name)
        })
        .suggest_with(|| say!("file-path-outside-help"));
    None
}

/// Whether `hash` is a SHA-256 as 64 hexadecimal digits.
pub(super) fn is_sha256(hash: &str) -> bool {
    hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What the SHA-256 of a source's file is to be.
pub(super) fn sha256(f: &mut Fields<'_, '_>) -> Option<(String, Span)> {
    let (hash, at) = f.text_at("sha256")?;
    if is_sha256(&hash) {
        return Some((hash, at));
    }
    let name = f.name("sha256");
    f.problems
        .add_with(Code::BadHash, at, || say!("file-bad-hash", name = name))
        .suggest_with(|| say!("file-bad-hash-help"));
    None
}

/// Where a quotation begins and ends, in code points; both 0 where that is not said.
pub(super) fn position(f: &mut Fields<'_, '_>) -> [u32; 2] {
    let at = f.span_of("start").or_else(|| f.span_of("end"));
    let start = f.number("start", 0, u32::MAX);
    let end = f.number("end", 1, u32::MAX);
    match (start, end, at) {
        (Some(start), Some(end), _) if start < end => [start, end],
        (None, None, _) | (_, _, None) => [0, 0],
        (_, _, Some(at)) => {
            f.problems
                .add_with(Code::BadPosition, at, || say!("file-bad-position"))
                .suggest_with(|| say!("file-bad-position-help"));
            [0, 0]
        }
    }
}

pub(super) fn declared(word: &str, f: &mut Fields<'_, '_>, of_actors: bool) -> DeclaredKind {
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
        let name = f.name(field);
        f.problems
            .add_with(Code::WrongType, at, || say!("file-bad-colour", name = name))
            .suggest_with(|| say!("file-bad-colour-help"));
    }
    rgb
}

/// The ids that `field` names, each once, with what it says of each: its `noun`, by the key in `file-said-of`.
pub(super) fn labelled(
    f: &mut Fields<'_, '_>,
    field: &str,
    noun: &'static str,
) -> Vec<(Named, Named)> {
    let name = f.name(field);
    let mut all: Vec<(Named, Named)> = Vec::new();
    let mut seen: HashSet<Box<str>> = HashSet::new();
    for (key, value) in f.pairs(field, noun) {
        let id: Box<str> = key.text.as_ref().into();
        if !seen.insert(id.clone()) {
            f.problems
                .add_with(Code::DuplicateId, key.span, || {
                    say!("file-named-twice", name = name, id = short(&id))
                })
                .suggest_with(|| say!("file-named-twice-help", noun = noun));
            continue;
        }
        let at = value.span;
        let text = text_of(value, Name::SaidOf(noun, &id), f.problems).unwrap_or_default();
        let label = Named {
            id: text.into(),
            at,
        };
        all.push((Named { id, at: key.span }, label));
    }
    all
}

/// The warnings that the author lets stand, each with its reason.
pub(super) fn accepted(kind: ItemKind, f: &mut Fields<'_, '_>) -> Vec<(Box<str>, Box<str>)> {
    let all = labelled(f, "accept", "reason");
    let words = acceptable(kind);
    let known: Vec<(&str, ())> = words.iter().map(|word| (*word, ())).collect();
    let name = f.name("accept");
    let mut accepted = Vec::new();
    for (warning, reason) in all {
        if !words.contains(&&*warning.id) {
            unknown_word(&warning.id, warning.at, &name, &known, f.problems);
        } else if reason.id.is_empty() {
            f.problems
                .add_with(Code::MissingValue, reason.at, || {
                    say!("file-no-reason", warning = &*warning.id)
                })
                .suggest_with(|| say!("file-no-reason-help"));
        } else {
            accepted.push((warning.id, reason.id));
        }
    }
    accepted
}

pub(super) fn evidence(f: &mut Fields<'_, '_>) -> Vec<(Bearing, Named)> {
    let name = f.name("evidence");
    f.items("evidence")
        .into_iter()
        .filter_map(|node| {
            let at = node.span;
            let Some((word, at_word, value)) = variant(node, f.json) else {
                f.problems
                    .add_with(Code::WrongType, at, || say!("file-bearings", name = name))
                    .suggest_with(|| say!("file-bearings-help"));
                return None;
            };
            let Some((_, bearing)) = BEARINGS.iter().find(|(name, _)| *name == word) else {
                unknown_word(&word, at_word, &name, &BEARINGS, f.problems);
                return None;
            };
            let at = value.span;
            let id = text_of(value, name, f.problems)?;
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

/// Who said a passage.
pub(super) struct Said {
    pub voice: VoiceRow,
    /// How unnamed people are described.
    pub described: Option<(String, Span)>,
    /// The actor that is named.
    pub speaker: Option<Named>,
}

impl Said {
    fn by(voice: VoiceRow, speaker: Option<Named>) -> Self {
        Self {
            voice,
            described: None,
            speaker,
        }
    }
}

/// Who said a passage, with the actor that it names.
pub(super) fn voice(f: &mut Fields<'_, '_>) -> Option<Said> {
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
            "Document" => Some(Said::by(VoiceRow::Document, None)),
            "Reporter" => Some(Said::by(VoiceRow::Reporter, None)),
            "OnRecord" | "Spokesperson" | "Declined" => {
                f.problems
                    .add_with(Code::MissingValue, span, || {
                        say!("file-no-speaker", name = name)
                    })
                    .suggest_with(|| say!("file-write-speaker", word = word));
                None
            }
            "Unnamed" => {
                let voice = VoiceRow::Unnamed {
                    count: 0,
                    actor: NOBODY,
                };
                Some(Said::by(voice, None))
            }
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
                .add_with(Code::WrongType, span, || say!("file-voices", name = name))
                .suggest_with(|| say!("file-voices-help"));
            return None;
        }
    };
    match word.as_str() {
        "OnRecord" | "Spokesperson" | "Declined" => {
            let speaker = speaker(payload, name, json, f.problems)?;
            let voice = match word.as_str() {
                "OnRecord" => VoiceRow::OnRecord(NOBODY),
                "Declined" => VoiceRow::Declined(NOBODY),
                _ => VoiceRow::Spokesperson(NOBODY),
            };
            Some(Said::by(voice, Some(speaker)))
        }
        "Unnamed" => {
            // They are told by the passage that they speak in.
            let what = What {
                kind: "unnamed",
                id: f.what.id,
            };
            let mut people = Fields::of(
                payload,
                "Unnamed",
                schema::UNNAMED,
                what,
                at,
                json,
                f.problems,
            )?;
            let voice = VoiceRow::Unnamed {
                count: people.number("count", 1, u32::MAX).unwrap_or(0),
                actor: NOBODY,
            };
            Some(Said {
                voice,
                described: people.text_at("described"),
                speaker: people.id("actor"),
            })
        }
        "Document" | "Reporter" => {
            f.problems
                .add_with(Code::UnexpectedText, at, || {
                    say!("file-voice-stands-alone", word = word)
                })
                .suggest_with(|| say!("file-write", text = word));
            let voice = if word == "Document" {
                VoiceRow::Document
            } else {
                VoiceRow::Reporter
            };
            Some(Said::by(voice, None))
        }
        _ => {
            unknown_word(&word, at, &name, &VOICES, f.problems);
            None
        }
    }
}

/// The actor of `OnRecord("actor")`.
fn speaker(
    payload: Node<'_>,
    name: Name<'_>,
    json: bool,
    problems: &mut Problems,
) -> Option<Named> {
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
            .add_with(Code::MissingValue, span, || {
                say!("file-no-speaker", name = name)
            })
            .suggest_with(|| say!("file-no-speaker-help"));
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
