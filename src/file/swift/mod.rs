//! Reads a story that is written as it should be, in parts at once.
//!
//! The file is cut where records seem to begin. Each part is read on its own, and the parts are
//! taken for the whole only if each ended exactly where the next began, in the same section: then
//! they say what one reader would have read. A record that is not as it should be is read by the
//! patient reader; where brackets or quotation marks are amiss, it reads the whole file.

pub(super) mod copied;
mod cursor;
#[cfg(test)]
mod equal;
mod record;
mod row;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use memchr::memchr;
use rayon::prelude::*;

use super::drafts::Drafts;
use super::parse::parse_record;
use super::problem::{Problems, Span};
use super::records::Decoder;
use super::{Cancelled, Progress};
use cursor::{Cursor, Fine, Odd};
use row::Row;

/// Bytes of a part.
pub(super) const PART: usize = 1 << 20;
/// How far the beginning of a record is looked for, in bytes.
const FARTHEST: usize = 1 << 16;

/// The sections that are read here, and what their records are called.
const SECTIONS: [(&str, &str); 5] = [
    ("sources", "Source"),
    ("passages", "Passage"),
    ("actors", "Actor"),
    ("events", "Event"),
    ("relations", "Relation"),
];

/// A section, by its place in [`SECTIONS`].
type Section = usize;

/// What was read of a file.
pub(super) struct Swift {
    /// Its records.
    pub drafts: Drafts,
    pub problems: Problems,
    /// Where in the file the records of sections stand.
    pub records: Vec<(usize, usize)>,
}

/// A part of the file that was read.
struct Part {
    drafts: Drafts,
    problems: Problems,
    /// Where sections begin (past their bracket) and end.
    edges: Vec<Edge>,
    /// The section that goes on in the next part; none at the end of the story.
    open: Option<Section>,
}

#[derive(Clone, Copy)]
enum Edge {
    Begins(usize),
    Ends(usize),
}

/// Reads the records of `file` from the byte `start` on, in parts of about `part` bytes; none where
/// the file has to be read patiently.
pub(super) fn read(
    file: &Arc<String>,
    start: usize,
    part: usize,
    progress: &Progress,
) -> Result<Option<Swift>, Cancelled> {
    let cuts = cut(file, start, part);
    let done = AtomicUsize::new(start);
    let parts: Vec<Option<Part>> = cuts
        .par_iter()
        .enumerate()
        .map(|(n, &(from, section))| {
            progress.check()?;
            let end = cuts.get(n + 1).map_or(file.len(), |next| next.0);
            let part = Reader::read(file, (from, end), section, Drafts::of(file)).ok();
            let before = done.fetch_add(end - from, Ordering::Relaxed);
            progress.reach(before + (end - from), file.len())?;
            Ok(part)
        })
        .collect::<Result<_, Cancelled>>()?;
    Ok(join(file, parts, &cuts))
}

/// The parts as one, if they fit.
fn join(
    file: &Arc<String>,
    parts: Vec<Option<Part>>,
    cuts: &[(usize, Option<Section>)],
) -> Option<Swift> {
    let mut all = Swift {
        drafts: Drafts::of(file),
        problems: Problems::default(),
        records: Vec::new(),
    };
    let mut begun = None;
    for (n, part) in parts.into_iter().enumerate() {
        let mut part = part?;
        if part.open != cuts.get(n + 1).and_then(|next| next.1) {
            return None;
        }
        for edge in part.edges {
            match edge {
                Edge::Begins(at) => begun = Some(at),
                Edge::Ends(at) => all.records.push((begun.take()?, at)),
            }
        }
        all.problems.absorb(part.problems);
        if !all.drafts.append(&mut part.drafts) {
            return None;
        }
    }
    Some(all)
}

/// Where to cut a file into parts, with the section that each begins in.
fn cut(file: &str, start: usize, part: usize) -> Vec<(usize, Option<Section>)> {
    let mut cuts = vec![(start, None)];
    let mut from = start + part;
    while from < file.len() {
        if let Some((at, section)) = beginning(file, from) {
            cuts.push((at, Some(section)));
            from = at + part;
        } else {
            from += part;
        }
    }
    cuts
}

/// The first place from `from` on at which a record seems to begin.
fn beginning(file: &str, from: usize) -> Option<(usize, Section)> {
    let bytes = file.as_bytes();
    let most = (from + FARTHEST).min(file.len());
    let mut at = from;
    loop {
        at += memchr(b'"', bytes.get(at..most)?)?;
        let mut cursor = Cursor::new(file, at);
        let before = cursor.bytes_before(at).trim_ascii_end();
        if matches!(before.last(), Some(b',' | b'{'))
            && let Ok(section) = head(&mut cursor)
        {
            return Some((at, section));
        }
        at += 1;
    }
}

/// `"id": Event(`
fn head(cursor: &mut Cursor<'_>) -> Fine<Section> {
    cursor.quoted()?;
    cursor.blanks()?;
    cursor.expect(b':')?;
    cursor.blanks()?;
    let name = cursor.word()?;
    cursor.blanks()?;
    cursor.expect(b'(')?;
    let named = |(_, own): &(&str, &str)| own.as_bytes() == name;
    SECTIONS.iter().position(named).ok_or(Odd)
}

struct Reader<'t> {
    text: &'t str,
    cursor: Cursor<'t>,
    decoder: Decoder,
    problems: Problems,
    edges: Vec<Edge>,
}

/// How long the pools of a part are.
type Marks = [usize; 10];

impl<'t> Reader<'t> {
    /// Reads from `from` to `end`, which both are beginnings of records or of the file or its end.
    fn read(
        text: &'t str,
        (from, end): (usize, usize),
        section: Option<Section>,
        drafts: Drafts,
    ) -> Fine<Part> {
        let mut reader = Self {
            text,
            cursor: Cursor::new(text, from),
            decoder: Decoder::of_records(drafts),
            problems: Problems::default(),
            edges: Vec::new(),
        };
        let mut section = section;
        if section.is_none() {
            reader.begin()?;
            section = reader.fields()?;
        }
        while let Some(here) = section {
            reader.cursor.blanks()?;
            if reader.cursor.at >= end {
                break;
            }
            section = reader.entry(here)?;
        }
        if section.is_some() && reader.cursor.at != end {
            return Err(Odd);
        }
        Ok(Part {
            drafts: reader.decoder.drafts,
            problems: reader.problems,
            edges: reader.edges,
            open: section,
        })
    }

    /// `Story(`
    fn begin(&mut self) -> Fine<()> {
        self.cursor.blanks()?;
        if self.cursor.word()? != b"Story" {
            return Err(Odd);
        }
        self.cursor.blanks()?;
        self.cursor.expect(b'(')
    }

    /// Passes over fields of the story up to the next section or to the story's end.
    fn fields(&mut self) -> Fine<Option<Section>> {
        loop {
            self.cursor.blanks()?;
            if self.cursor.takes(b')') {
                self.cursor.blanks()?;
                return if self.cursor.is_at_end() {
                    Ok(None)
                } else {
                    Err(Odd)
                };
            }
            let name = self.cursor.word()?;
            self.cursor.blanks()?;
            self.cursor.expect(b':')?;
            self.cursor.blanks()?;
            let section = SECTIONS
                .iter()
                .position(|(section, _)| section.as_bytes() == name);
            if let Some(section) = section
                && self.cursor.takes(b'{')
            {
                self.edges.push(Edge::Begins(self.cursor.at));
                return Ok(Some(section));
            }
            match self.cursor.peek() {
                b'"' => {
                    self.cursor.quoted()?;
                }
                b'0'..=b'9' => {
                    self.cursor.number()?;
                }
                b'(' | b'[' | b'{' => self.cursor.skip_group()?,
                _ => return Err(Odd),
            }
            self.field_ends()?;
        }
    }

    /// A comma, or the end of the story ahead.
    fn field_ends(&mut self) -> Fine<()> {
        self.cursor.blanks()?;
        if !self.cursor.takes(b',') && self.cursor.peek() != b')' {
            return Err(Odd);
        }
        Ok(())
    }

    /// A record with its comma, or the end of the section and what follows it.
    fn entry(&mut self, section: Section) -> Fine<Option<Section>> {
        if self.cursor.peek() == b'}' {
            self.edges.push(Edge::Ends(self.cursor.at));
            self.cursor.at += 1;
            self.field_ends()?;
            return self.fields();
        }
        let start = self.cursor.at;
        let marks = self.marks();
        if self.record(section).is_err() {
            self.unwind(marks);
            self.cursor.at = start;
            self.patiently(section)?;
        }
        self.cursor.blanks()?;
        if !self.cursor.takes(b',') && self.cursor.peek() != b'}' {
            return Err(Odd);
        }
        Ok(Some(section))
    }

    fn record(&mut self, section: Section) -> Fine<()> {
        let cursor = &mut self.cursor;
        let id = cursor.quoted()?;
        if id.text.trim().is_empty() {
            return Err(Odd);
        }
        cursor.blanks()?;
        cursor.expect(b':')?;
        cursor.blanks()?;
        if cursor.peek() != b'(' {
            if cursor.word()? != SECTIONS[section].1.as_bytes() {
                return Err(Odd);
            }
            cursor.blanks()?;
        }
        cursor.expect(b'(')?;
        let drafts = &mut self.decoder.drafts;
        let at = Span::new(id.start - 1, id.end + 1);
        let piece = drafts.text(&id.text, at);
        let mut row = Row {
            cursor: &mut self.cursor,
            drafts,
        };
        match SECTIONS[section].0 {
            "sources" => row.source(piece),
            "passages" => row.passage(piece),
            "actors" => row.actor(piece),
            "events" => row.event(piece),
            _ => row.relation(piece),
        }
    }

    /// Reads one record with the patient reader.
    fn patiently(&mut self, section: Section) -> Fine<()> {
        let start = self.cursor.at;
        self.cursor.quoted()?;
        self.cursor.blanks()?;
        self.cursor.expect(b':')?;
        self.cursor.blanks()?;
        if self.cursor.peek() == b'"' {
            self.cursor.quoted()?;
        } else {
            if !matches!(self.cursor.peek(), b'(' | b'[' | b'{') {
                self.cursor.word()?;
                self.cursor.blanks()?;
            }
            self.cursor.skip_group()?;
        }
        let text = self.text.get(..self.cursor.at).ok_or(Odd)?;
        let before = self.problems.count();
        let problems = std::mem::take(&mut self.problems);
        let (problems, is_whole) = parse_record(
            text,
            start,
            SECTIONS[section].0,
            problems,
            &mut self.decoder,
        );
        let fits = is_whole && problems.unlisted == 0 && !problems.is_out_of_joint(before);
        self.problems = problems;
        if fits { Ok(()) } else { Err(Odd) }
    }

    fn marks(&self) -> Marks {
        let drafts = &self.decoder.drafts;
        [
            drafts.actors.aliases.len(),
            drafts.actors.part_of.len(),
            drafts.actors.tags.len(),
            drafts.actors.evidence.len(),
            drafts.events.participants.len(),
            drafts.events.leads_to.len(),
            drafts.events.tags.len(),
            drafts.events.evidence.len(),
            drafts.relations.tags.len(),
            drafts.relations.evidence.len(),
        ]
    }

    /// Forgets what a record that was not read to its end has listed.
    fn unwind(&mut self, marks: Marks) {
        let drafts = &mut self.decoder.drafts;
        drafts.actors.aliases.truncate(marks[0]);
        drafts.actors.part_of.truncate(marks[1]);
        drafts.actors.tags.truncate(marks[2]);
        drafts.actors.evidence.truncate(marks[3]);
        drafts.events.participants.truncate(marks[4]);
        drafts.events.leads_to.truncate(marks[5]);
        drafts.events.tags.truncate(marks[6]);
        drafts.events.evidence.truncate(marks[7]);
        drafts.relations.tags.truncate(marks[8]);
        drafts.relations.evidence.truncate(marks[9]);
    }
}
