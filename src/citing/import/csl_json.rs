//! CSL-JSON, read item by item.

use std::cell::Cell;
use std::fmt;

use serde::de::{Deserializer, SeqAccess, Visitor};

use super::loose::{Loose, Within};
use super::{Found, OwnedWork, Place, address, language};
use crate::citing::Published;
use crate::citing::kind::word_of_csl;
use crate::citing::names::{Name, one, printed};
use crate::citing::text::flat;
use crate::language::say;

/// Most values that one item may hold; real ones hold some dozens.
const MOST_VALUES: usize = 100_000;

/// Reads a list of items, or an object with such a list under "items".
pub(super) fn read(text: &str, found: &mut Found) {
    let mut json = serde_json::Deserializer::from_str(text);
    let read = json.deserialize_any(Items { found, at: 0 });
    if let Err(error) = read.and_then(|()| json.end()) {
        let (line, column) = (error.line(), error.column());
        found.problem(|| {
            say!(
                "citing-import-json",
                line = line.to_string(),
                column = column.to_string(),
                reason = reason(&error.to_string())
            )
        });
    }
}

/// What is wrong, without the place, which is said before it.
fn reason(error: &str) -> &str {
    error.split(" at line ").next().unwrap_or(error)
}

/// Keeps the items of a list as they are read, so that those before an error stay.
struct Items<'a> {
    found: &'a mut Found,
    at: usize,
}

impl Items<'_> {
    fn item(&mut self, value: &Loose) -> bool {
        self.at += 1;
        if !matches!(value, Loose::Map(_)) {
            let number = self.at.to_string();
            self.found
                .problem(|| say!("citing-import-not-object", number = number));
            return true;
        }
        self.found.keep(work(value), Place::Entry(self.at))
    }
}

impl<'de> Visitor<'de> for Items<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of items")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        let mut room = true;
        loop {
            let left = Cell::new(if room { MOST_VALUES } else { 0 });
            let Some(value) = seq.next_element_seed(Within(&left))? else {
                return Ok(());
            };
            room = room && self.item(&value);
        }
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let left = Cell::new(MOST_VALUES);
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            fields.push((name, map.next_value_seed(Within(&left))?));
        }
        let whole = Loose::Map(fields);
        if left.get() == 0 {
            self.found
                .problem(|| say!("citing-import-many-values").to_owned());
        }
        if let Some(items) = whole.get("items") {
            for item in items.list() {
                self.item(item);
            }
        } else {
            self.item(&whole);
        }
        Ok(())
    }
}

fn work(item: &Loose) -> OwnedWork {
    let text = |name: &str| unmarked(item.text_of(name));
    let first = |names: &[&str]| {
        names
            .iter()
            .map(|name| text(name))
            .find(|text| !text.is_empty())
    };
    let word = word_of_csl(item.text_of("type"));
    let genre = text("genre");
    let authors =
        ["author", "editor", "director", "interviewer"].map(|role| authors(item.get(role)));
    OwnedWork {
        id: flat(item.text_of("id")),
        title: text("title"),
        kind: if genre.is_empty() {
            word.to_owned()
        } else {
            genre
        },
        author: authors
            .into_iter()
            .find(|author| !author.is_empty())
            .unwrap_or_default(),
        publisher: first(&["container-title", "publisher", "event-title", "archive"])
            .unwrap_or_default(),
        published: item.get("issued").and_then(date),
        url: address(&[item.text_of("URL")], item.text_of("DOI")),
        language: language(item.text_of("language")),
        notes: first(&["note", "annote"]).unwrap_or_default(),
    }
}

/// A text without the tags that CSL-JSON may hold.
fn unmarked(text: &str) -> String {
    const TAGS: [&str; 8] = ["i", "b", "sup", "sub", "span", "em", "strong", "sc"];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        out += before;
        let name = tag.strip_prefix('/').unwrap_or(tag);
        let end = name
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(name.len());
        let known = name.get(..end).is_some_and(|name| TAGS.contains(&name));
        // A tag's end is near; looking no farther keeps a text of many "<i" from taking long.
        let near = tag
            .char_indices()
            .take(200)
            .find(|(_, c)| matches!(c, '<' | '>'));
        match near {
            Some((at, '>')) if known => rest = tag.get(at + 1..).unwrap_or_default(),
            _ => {
                out.push('<');
                rest = tag;
            }
        }
    }
    out += rest;
    flat(&out)
}

fn authors(names: Option<&Loose>) -> String {
    let Some(names) = names else {
        return String::new();
    };
    if !names.text().is_empty() {
        return flat(names.text());
    }
    let names = names
        .list()
        .iter()
        .map(author)
        .filter(|name| !name.is_empty());
    names.collect::<Vec<_>>().join("; ")
}

fn author(name: &Loose) -> String {
    let literal = [name.text(), name.text_of("literal")].map(flat);
    if let Some(literal) = literal.into_iter().find(|literal| !literal.is_empty()) {
        return printed(&Name::Body(literal));
    }
    let part = |part: &str| flat(name.text_of(part));
    let particles = format!(
        "{} {}",
        part("dropping-particle"),
        part("non-dropping-particle")
    );
    let family = flat(&format!("{particles} {}", part("family")));
    let (given, suffix) = (part("given"), part("suffix"));
    if family.is_empty() || given.is_empty() {
        return printed(&Name::Body(format!("{given}{family}")));
    }
    printed(&Name::Person {
        given,
        family,
        suffix,
    })
}

fn date(issued: &Loose) -> Option<Published> {
    let circa = match issued.get("circa") {
        Some(Loose::Truth(circa)) => *circa,
        Some(circa) => !matches!(circa.text(), "" | "0" | "false"),
        None => false,
    };
    let parts = issued
        .get("date-parts")
        .and_then(|dates| dates.list().first())
        .map(Loose::list);
    let number = |at: usize| {
        parts
            .and_then(|parts| parts.get(at))
            .map(|part| part.text().trim())
    };
    let of_parts = number(0).and_then(|year| year.parse().ok()).map(|year| {
        let small = |at: usize| number(at).and_then(|part| part.parse::<u8>().ok());
        Published::of(year, small(1), small(2), circa)
    });
    let texts = [
        issued.text(),
        issued.text_of("raw"),
        issued.text_of("literal"),
    ];
    let of_text = || texts.into_iter().find_map(Published::read);
    let date = of_parts.or_else(of_text)?;
    Some(Published {
        approximate: date.approximate || circa,
        ..date
    })
}

/// An author as a text has it, read and printed again.
pub(super) fn reprinted(name: &str) -> String {
    printed(&one(name))
}
