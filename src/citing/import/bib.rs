//! BibTeX and BibLaTeX: a file parted into its entries, each read for itself.

use std::collections::HashMap;

use biblatex::{Pair, RawBibliography, RawChunk};

use super::latex::{self, Budget};
use super::{Found, Lines, OwnedWork, Place, address, language};
use crate::citing::Published;
use crate::citing::date::month_of;
use crate::citing::kind::word_of_bib;
use crate::citing::text::{flat, link};
use crate::language::say;

/// Most bytes of one entry.
const LONGEST_ENTRY: usize = 1 << 20;
/// Most bytes that a word defined by `@string` may stand for.
const LONGEST_WORD: usize = 4 << 10;
/// Most bytes that all uses of such words may come to.
const MOST_REPLACED: usize = 64 << 20;

/// Reads the entries of a file.
pub(super) fn read(text: &str, found: &mut Found) {
    let mut reader = Reader {
        words: HashMap::new(),
        replaced: 0,
        budget: Budget::new(),
    };
    let mut lines = Lines::new(text);
    let mut from = 0;
    while let Some(block) = next(text, from) {
        from = block.end;
        let kind = block.kind.to_ascii_lowercase();
        if kind == "comment" || kind == "preamble" {
            continue;
        }
        let line = lines.at(block.start);
        let whole = text.get(block.start..block.end).unwrap_or_default();
        let read = match block.fault {
            Some(fault) => Err(fault.to_owned()),
            None => reader.block(whole, &kind),
        };
        match read {
            Ok(None) => {}
            Ok(Some(work)) => {
                if !found.keep(work, Place::Line(line)) {
                    return;
                }
            }
            Err(fault) => found.problem(|| {
                say!(
                    "citing-import-skipped",
                    line = line.to_string(),
                    fault = fault
                )
            }),
        }
    }
}

/// An entry as it stands in the file.
struct Block<'a> {
    kind: &'a str,
    start: usize,
    end: usize,
    fault: Option<&'static str>,
}

/// The next entry from a place on: "@", a word, and what stands in braces after it.
fn next(text: &str, from: usize) -> Option<Block<'_>> {
    let mut at = from;
    loop {
        let start = at + text.get(at..)?.find('@')?;
        let Some((kind, open)) = head(text, start) else {
            at = start + 1;
            continue;
        };
        let (end, closed) = if text.as_bytes().get(open) == Some(&b'{') {
            close(text, open)
        } else {
            (open + 1, false)
        };
        let round = text.as_bytes().get(open) == Some(&b'(');
        let fault = match (round, closed) {
            (true, _) => Some(say!("citing-fault-round")),
            (_, false) => Some(say!("citing-fault-open")),
            _ => (end - start > LONGEST_ENTRY).then(|| say!("citing-fault-long")),
        };
        return Some(Block {
            kind,
            start,
            end,
            fault,
        });
    }
}

/// The word after the "@" at `start`, and where the bracket after it stands.
fn head(text: &str, start: usize) -> Option<(&str, usize)> {
    let bytes = text.as_bytes();
    let letters = bytes
        .get(start + 1..)?
        .iter()
        .take_while(|b| b.is_ascii_alphabetic())
        .count();
    let after = start + 1 + letters;
    let blanks = bytes
        .get(after..)?
        .iter()
        .take_while(|b| b.is_ascii_whitespace())
        .count();
    let open = after + blanks;
    let bracket = matches!(bytes.get(open)?, b'{' | b'(');
    (letters > 0 && bracket).then_some((text.get(start + 1..after)?, open))
}

/// Where the braces that open at `open` close, and whether they do. An entry that begins a line
/// within them shows that they do not: it is not lost with the one before it.
fn close(text: &str, open: usize) -> (usize, bool) {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut at = open;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'{' => depth += 1,
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return (at + 1, true);
                }
            }
            b'\n' if bytes.get(at + 1) == Some(&b'@') && head(text, at + 1).is_some() => {
                return (at + 1, false);
            }
            _ => {}
        }
        at += 1;
    }
    (text.len(), false)
}

struct Reader {
    /// The words that `@string` defined, and what they stand for.
    words: HashMap<String, String>,
    replaced: usize,
    budget: Budget,
}

impl Reader {
    /// Reads one entry; none where it only defines words.
    fn block(&mut self, text: &str, kind: &str) -> Result<Option<OwnedWork>, String> {
        let raw = RawBibliography::parse(text).map_err(|error| error.kind.to_string())?;
        for pair in &raw.abbreviations {
            let value = self.value(pair)?;
            if value.len() > LONGEST_WORD {
                return Err(say!("citing-fault-long-word").to_owned());
            }
            // Only what stands before can be named, so that no word stands for itself.
            self.words.insert(pair.key.v.to_lowercase(), value);
        }
        let Some(entry) = raw.entries.first() else {
            return Ok(None);
        };
        let mut fields = HashMap::new();
        for pair in &entry.v.fields {
            let name = pair.key.v.to_lowercase();
            if wanted(&name) && !fields.contains_key(&name) {
                fields.insert(name, self.value(pair)?);
            }
        }
        self.work(entry.v.key.v, kind, &fields).map(Some)
    }

    /// The text of a field, its words replaced by what they stand for.
    fn value(&mut self, pair: &Pair<'_>) -> Result<String, String> {
        let mut text = String::new();
        for part in &pair.value.v {
            match part.v {
                RawChunk::Normal(part) => text += part,
                RawChunk::Abbreviation(word) => {
                    let known = self.words.get(&word.to_lowercase());
                    let month = || month_of(word).map(|month| month.to_string());
                    let meant = known.cloned().or_else(month);
                    let meant = meant.ok_or_else(|| {
                        let word: String = word.chars().take(40).collect();
                        say!("citing-fault-unknown-word", word = word)
                    })?;
                    self.replaced = self.replaced.saturating_add(meant.len());
                    if self.replaced > MOST_REPLACED {
                        return Err(say!("citing-fault-often").to_owned());
                    }
                    text += &meant;
                }
            }
        }
        Ok(text)
    }

    fn work(
        &mut self,
        key: &str,
        kind: &str,
        fields: &HashMap<String, String>,
    ) -> Result<OwnedWork, String> {
        let raw = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
        let budget = &mut self.budget;
        let too_much = || say!("citing-fault-too-much").to_owned();
        let mut first = |names: &[&str]| {
            for name in names.iter().filter(|name| !raw(name).trim().is_empty()) {
                let text = latex::read(raw(name), budget).ok_or_else(too_much)?.text();
                if !text.is_empty() {
                    return Ok(text);
                }
            }
            Ok::<_, String>(String::new())
        };
        let (title, subtitle) = (first(&["title", "booktitle"])?, first(&["subtitle"])?);
        let (typed, day) = (first(&["type"])?, first(&["day"])?);
        let publisher = first(PUBLISHERS)?;
        let (year, month) = (first(&["year"])?, first(&["month"])?);
        // A "~" in a date is no blank: it says that the date is about right.
        let date = raw("date").replace(['{', '}'], "");
        let notes = [first(&["note"])?, first(&["annotation", "annote"])?];
        let tongue = first(&["langid", "language"])?;
        let title = if subtitle.is_empty() {
            title
        } else {
            format!("{title}: {subtitle}")
        };
        let archive = [raw("eprinttype"), raw("archiveprefix")].concat();
        let mut author = String::new();
        for name in ["author", "editor"] {
            if author.is_empty() && !raw(name).trim().is_empty() {
                author = latex::read(raw(name), budget)
                    .ok_or_else(too_much)?
                    .authors();
            }
        }
        Ok(OwnedWork {
            id: flat(key),
            title,
            kind: kind_of(kind, &typed),
            author,
            publisher: if link(&publisher).is_some() {
                String::new()
            } else {
                publisher
            },
            published: published(&date, &year, &month, &day),
            url: url(
                raw("url"),
                raw("howpublished"),
                raw("doi"),
                raw("eprint"),
                &archive,
            ),
            language: language(&tongue),
            notes: flat(&notes.join(" ")),
        })
    }
}

/// Where a source stands, or who published it: the first of these that is known.
const PUBLISHERS: &[&str] = &[
    "journaltitle",
    "journal",
    "booktitle",
    "publisher",
    "organization",
    "institution",
    "school",
    "eventtitle",
    "howpublished",
];

fn wanted(name: &str) -> bool {
    const OTHERS: [&str; 19] = [
        "title",
        "subtitle",
        "type",
        "date",
        "year",
        "month",
        "day",
        "note",
        "annotation",
        "annote",
        "langid",
        "language",
        "author",
        "editor",
        "url",
        "doi",
        "eprint",
        "eprinttype",
        "archiveprefix",
    ];
    OTHERS.contains(&name) || PUBLISHERS.contains(&name)
}

/// What the entry says that it is, or what its type says.
fn kind_of(kind: &str, typed: &str) -> String {
    let typed = match typed.to_lowercase().as_str() {
        "mathesis" | "phdthesis" | "candthesis" | "bathesis" => "thesis",
        "techreport" | "resreport" => "report",
        _ => typed,
    };
    if typed.is_empty() {
        word_of_bib(kind).to_owned()
    } else {
        typed.to_owned()
    }
}

fn published(date: &str, year: &str, month: &str, day: &str) -> Option<Published> {
    let of_parts = || {
        let read = Published::read(year)?;
        // A month may be written with its day: "June 22".
        let words = || {
            month
                .split([' ', '\u{a0}', ','])
                .filter(|word| !word.is_empty())
        };
        let named = words().find_map(month_of).or(read.month);
        let with_month = words()
            .filter(|_| words().count() > 1)
            .find_map(|word| word.parse().ok());
        let day = day.trim().parse().ok().or(with_month).or(read.day);
        Some(Published::of(read.year, named, day, read.approximate))
    };
    Published::read(date).or_else(of_parts)
}

/// The address, which no LaTeX is read in but for what is often around it.
fn url(url: &str, howpublished: &str, doi: &str, eprint: &str, archive: &str) -> String {
    let bare = |text: &str| {
        let text = text
            .trim()
            .trim_start_matches("\\url")
            .trim_matches(['{', '}']);
        text.replace("\\_", "_")
            .replace("\\%", "%")
            .replace("\\&", "&")
            .replace("\\#", "#")
            .replace("\\~", "~")
    };
    let made = address(&[&bare(url), &bare(howpublished)], &bare(doi));
    if made.is_empty() && archive.trim().eq_ignore_ascii_case("arxiv") && !eprint.trim().is_empty()
    {
        return format!("https://arxiv.org/abs/{}", eprint.trim());
    }
    made
}
