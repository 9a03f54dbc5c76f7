//! RIS: lines of a tag of two signs, "  - ", and a value.

use super::csl_json::reprinted;
use super::{Found, OwnedWork, Place, address, language};
use crate::citing::Published;
use crate::citing::kind::word_of_ris;
use crate::citing::text::flat;
use crate::language::say;

/// A record that is being read.
struct Record<'a> {
    line: usize,
    kind: &'a str,
    /// The tags, and their values with the lines that continue them.
    fields: Vec<(&'a str, String)>,
}

/// Reads records from "TY" to "ER".
pub(super) fn read(text: &str, found: &mut Found) {
    let mut open: Option<Record<'_>> = None;
    let mut stray = false;
    for (line, words) in (1..).zip(text.lines()) {
        match tagged(words) {
            Some(("TY", kind)) => {
                if let Some(record) = open.take() {
                    unclosed(&record, found);
                    if !keep(&record, found) {
                        return;
                    }
                }
                open = Some(Record {
                    line,
                    kind,
                    fields: Vec::new(),
                });
            }
            Some(("ER", _)) => match open.take() {
                Some(record) if !keep(&record, found) => return,
                Some(_) => {}
                None => {
                    found.problem(|| say!("citing-import-no-begin", line = line.to_string()));
                }
            },
            tag => match (&mut open, tag) {
                (Some(record), Some((tag, value))) => record.fields.push((tag, value.to_owned())),
                (Some(record), None) => {
                    if let Some((_, value)) = record.fields.last_mut() {
                        value.push(' ');
                        *value += words.trim();
                    }
                }
                (None, _) if words.trim().is_empty() || stray => {}
                (None, _) => {
                    // One sentence is enough for all that stands outside.
                    stray = true;
                    found.problem(|| say!("citing-import-stray", line = line.to_string()));
                }
            },
        }
    }
    if let Some(record) = open {
        unclosed(&record, found);
        keep(&record, found);
    }
}

fn unclosed(record: &Record<'_>, found: &mut Found) {
    found.problem(|| say!("citing-import-no-end", line = record.line.to_string()));
}

/// The tag and the value of a line: "TI  - Title".
fn tagged(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line.split_at_checked(2)?;
    let mut signs = tag.bytes();
    let letter = signs.next().is_some_and(|b| b.is_ascii_uppercase());
    let sign = signs
        .next()
        .is_some_and(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let value = rest
        .strip_prefix(' ')?
        .trim_start_matches(' ')
        .strip_prefix('-')?;
    let apart = value.is_empty() || value.starts_with(char::is_whitespace);
    (letter && sign && apart).then(|| (tag, value.trim()))
}

fn keep(record: &Record<'_>, found: &mut Found) -> bool {
    let all = |tags: &[&str]| {
        let named = record.fields.iter().filter(|(tag, _)| tags.contains(tag));
        let texts: Vec<String> = named.map(|(_, value)| flat(value)).collect();
        texts
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
    };
    let first = |tags: &[&str]| {
        let texts = tags.iter().find_map(|tag| all(&[tag]).into_iter().next());
        texts.unwrap_or_default()
    };
    let kind = word_of_ris(record.kind);
    let whole = matches!(kind, "book" | "report" | "thesis" | "pamphlet" | "");
    // "T2" is the series of a book, but the newspaper of a report in it.
    let containers: &[&str] = if whole {
        &["PB", "JO", "JF", "T2", "JA"]
    } else {
        &["JO", "JF", "T2", "BT", "JA", "J2", "PB"]
    };
    let mut authors = all(&["AU", "A1"]);
    if authors.is_empty() {
        authors = all(&["A2", "ED", "A3"]);
    }
    let authors: Vec<String> = authors.iter().map(|name| reprinted(name)).collect();
    let dates = ["DA", "PY", "Y1"].map(|tag| Published::read_ris(&first(&[tag])));
    let urls = all(&["UR", "L2", "LK", "L1"]);
    let urls: Vec<&str> = urls.iter().map(String::as_str).collect();
    let work = OwnedWork {
        id: first(&["ID", "AN"]),
        title: first(&["TI", "T1", "CT", "BT", "T2"]),
        kind: kind.to_owned(),
        author: authors.join("; "),
        publisher: first(containers),
        // The fullest date is the best known.
        published: dates
            .into_iter()
            .flatten()
            .max_by_key(|date| (date.month.is_some(), date.day.is_some())),
        url: address(&urls, &first(&["DO"])),
        language: language(&first(&["LA"])),
        notes: all(&["N1", "RN"]).join(" "),
    };
    found.keep(work, Place::Record(record.line))
}
