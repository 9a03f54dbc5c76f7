//! Bibliographies read as sources: each entry that can be read, and what is wrong with the others.

mod bib;
mod csl_json;
mod latex;
mod loose;
mod ris;

use std::collections::HashMap;

use crate::language::say;

use super::text::link;
use super::{Published, Work};

/// Most entries that are read.
const MOST_ENTRIES: usize = 1_000_000;
/// Most bytes of a bibliography.
const MOST_BYTES: usize = 64 << 20;
/// Most problems that are told one by one.
const MOST_PROBLEMS: usize = 1_000;

/// A source of which the texts are its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnedWork {
    /// The key or id it had, made unique.
    pub id: String,
    /// Its title, with its subtitle.
    pub title: String,
    /// What it is, in a plain word: "news report", "book".
    pub kind: String,
    /// Its authors, parted by "; ".
    pub author: String,
    /// Who published it, or what it stands in.
    pub publisher: String,
    /// When it was published.
    pub published: Option<Published>,
    /// Where it can be read: `https`, `http` or `mailto`, or empty.
    pub url: String,
    /// Its language, as a tag.
    pub language: String,
    /// The notes on it.
    pub notes: String,
}

impl OwnedWork {
    /// When it was published, as an EDTF text: "2023", "2023-06", "2023-06-22", "2023~".
    #[must_use]
    pub fn edtf(&self) -> String {
        self.published.map(Published::edtf).unwrap_or_default()
    }

    /// The same, borrowed.
    #[must_use]
    pub fn work(&self) -> Work<'_> {
        Work {
            id: &self.id,
            title: &self.title,
            kind: &self.kind,
            author: &self.author,
            publisher: &self.publisher,
            published: self.published,
            url: &self.url,
            language: &self.language,
        }
    }

    /// Whether nothing is known but its id and what it is.
    fn says_nothing(&self) -> bool {
        let texts = [
            &self.title,
            &self.author,
            &self.publisher,
            &self.url,
            &self.notes,
        ];
        texts.iter().all(|text| text.is_empty()) && self.published.is_none()
    }
}

/// What was read of a bibliography.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The sources, in the order they stand in.
    pub works: Vec<OwnedWork>,
    /// What could not be read, in sentences, with the line where it is known.
    pub problems: Vec<String>,
}

/// The format of a bibliography.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bibliography {
    /// BibTeX or BibLaTeX.
    BibTex,
    /// CSL-JSON: a list of items.
    CslJson,
    /// RIS.
    Ris,
}

/// Reads a bibliography. Whatever the text is, this ends: entries that cannot be read are skipped
/// and said.
#[must_use]
pub fn import(text: &str, format: Bibliography) -> Imported {
    let mut found = Found::default();
    if text.len() > MOST_BYTES {
        found.problem(|| say!("citing-import-too-large").to_owned());
        return found.done();
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match format {
        Bibliography::BibTex => bib::read(text, &mut found),
        Bibliography::CslJson => csl_json::read(text, &mut found),
        Bibliography::Ris => ris::read(text, &mut found),
    }
    if found.works.is_empty() && found.problems.is_empty() {
        found.problem(|| say!("citing-import-nothing").to_owned());
    }
    found.done()
}

/// Where an entry stands in its file.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// An entry, by its line.
    Line(usize),
    /// An entry of a list, by its number.
    Entry(usize),
    /// A record, by its line.
    Record(usize),
}

impl Place {
    /// That what stands there says nothing of a source.
    fn says_nothing(self) -> String {
        match self {
            Self::Line(line) => say!("citing-import-silent-line", line = line.to_string()),
            Self::Entry(number) => say!("citing-import-silent-entry", number = number.to_string()),
            Self::Record(line) => say!("citing-import-silent-record", line = line.to_string()),
        }
    }
}

/// What has been found so far.
#[derive(Debug, Default)]
struct Found {
    works: Vec<OwnedWork>,
    problems: Vec<String>,
    more_problems: usize,
    /// How often each id was asked for.
    ids: HashMap<String, usize>,
}

impl Found {
    /// Keeps a source, which stands at `place`, under an id of its own; false once there are too many.
    fn keep(&mut self, mut work: OwnedWork, place: Place) -> bool {
        if work.says_nothing() {
            self.problem(|| place.says_nothing());
            return true;
        }
        if self.works.len() >= MOST_ENTRIES {
            self.problem(|| say!("citing-import-most", count = MOST_ENTRIES));
            return false;
        }
        if link(&work.url).is_none_or(|url| url != work.url) {
            work.url.clear();
        }
        if work.id.is_empty() {
            "source".clone_into(&mut work.id);
        }
        work.id = self.unique(&work.id);
        self.works.push(work);
        true
    }

    /// The id, or the first "id-2", "id-3", … that no source has.
    fn unique(&mut self, id: &str) -> String {
        let mut name = id.to_owned();
        while let Some(used) = self.ids.get(&name).copied() {
            // Counting on from where the last stopped, many of one id take no longer than few.
            let next = self.ids.get(id).copied().unwrap_or(used).saturating_add(1);
            self.ids.insert(id.to_owned(), next);
            name = format!("{id}-{next}");
        }
        self.ids.insert(name.clone(), 1);
        name
    }

    fn problem(&mut self, sentence: impl FnOnce() -> String) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(sentence());
        } else {
            self.more_problems += 1;
        }
    }

    fn done(mut self) -> Imported {
        if self.more_problems > 0 {
            let more = self.more_problems.to_string();
            self.problems.push(say!("citing-import-more", count = more));
        }
        Imported {
            works: self.works,
            problems: self.problems,
        }
    }
}

/// Counts lines for places asked for in ascending order.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
        }
    }

    /// The line, from 1, of the byte at `offset`.
    fn at(&mut self, offset: usize) -> usize {
        if let Some(between) = self.text.get(self.at..offset) {
            self.line += between.matches('\n').count();
            self.at = offset;
        }
        self.line
    }
}

/// The address of a DOI, however it is written; empty if it is none.
fn of_doi(doi: &str) -> String {
    let doi = doi.trim();
    let at = doi.find("10.").unwrap_or(doi.len());
    let bare = doi.get(at..).unwrap_or_default();
    if bare.contains('/') && !bare.contains(char::is_whitespace) {
        format!("https://doi.org/{bare}")
    } else {
        String::new()
    }
}

/// The first of some addresses that may become a link, or that of the DOI.
fn address(urls: &[&str], doi: &str) -> String {
    let url = urls.iter().find_map(|url| link(url));
    url.map_or_else(|| of_doi(doi), ToOwned::to_owned)
}

/// A language as a tag; the names that bibliographies use are known, other words are dropped.
fn language(text: &str) -> String {
    let text = text.trim();
    let known = match text.to_ascii_lowercase().as_str() {
        "english" | "eng" => "en",
        "american" | "usenglish" => "en-US",
        "british" | "ukenglish" => "en-GB",
        "german" | "ngerman" | "deutsch" | "ger" | "deu" => "de",
        "austrian" | "naustrian" => "de-AT",
        "french" | "francais" | "français" | "fre" | "fra" => "fr",
        "spanish" | "español" | "spa" => "es",
        "portuguese" | "português" | "por" => "pt",
        "brazilian" | "brazil" => "pt-BR",
        "italian" | "italiano" | "ita" => "it",
        "dutch" | "dut" | "nld" => "nl",
        "russian" | "rus" => "ru",
        "chinese" | "chi" | "zho" => "zh",
        "japanese" | "jpn" => "ja",
        "arabic" | "ara" => "ar",
        "polish" | "pol" => "pl",
        "ukrainian" | "ukr" => "uk",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    let text = text.replace('_', "-");
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let letters = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic());
    let rest = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    if letters && text.len() <= 35 && parts.all(rest) {
        text
    } else {
        String::new()
    }
}
