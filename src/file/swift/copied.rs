//! Reads a large file part by part, without ever holding all of its text: what records say is
//! copied out of each part, which then makes room for the next.
//!
//! Nothing that was read can be shown to the user in its place, so this is for files in which
//! nothing is wrong. Where anything is, the file is read again as a whole.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Mutex, MutexGuard, PoisonError};

use memchr::{memchr, memmem};
use rayon::prelude::*;

use super::super::drafts::Drafts;
use super::super::{Cancelled, Progress};
use super::{Edge, FARTHEST, Part, Reader, Section, beginning};

/// How many bytes before a place are looked at to tell whether a record begins there.
const BEFORE: usize = 256;

/// Parts that are read before they are put together, for each processor.
const AT_ONCE: usize = 4;

/// What was read of a file.
pub(in super::super) struct Copied {
    /// Its records.
    pub drafts: Drafts,
    /// All of the file but the records.
    pub outside: String,
}

/// Reads the records of `file`, which is `length` bytes long, in parts of about `part` bytes; none
/// where anything is wrong with it.
pub(in super::super) fn read(
    mut file: File,
    length: usize,
    part: usize,
    progress: &Progress,
) -> Result<Option<Copied>, Cancelled> {
    let Ok(cuts) = cut(&mut file, length, part) else {
        return Ok(None);
    };
    let source = Source {
        file: Mutex::new(file),
        drafts: Mutex::default(),
        bytes: Mutex::default(),
    };
    let mut all = Copied {
        drafts: Drafts::copied(),
        outside: String::new(),
    };
    let ends: Vec<usize> = cuts.iter().skip(1).map(|cut| cut.0).collect();
    let parts: Vec<_> = cuts.iter().zip(ends.iter().chain([&length])).collect();
    // While some parts are read, those before them are put together.
    let mut before: Vec<(Part, String)> = Vec::new();
    let mut done = 0;
    for some in parts.chunks(AT_ONCE * rayon::current_num_threads()) {
        let (read, fits) = rayon::join(
            || {
                some.par_iter()
                    .map(|((from, section), end)| source.one((*from, **end), *section))
                    .collect::<Option<Vec<_>>>()
            },
            || all.take(before.drain(..), &cuts, &mut done, &source),
        );
        let (Some(read), Some(())) = (read, fits) else {
            return Ok(None);
        };
        before.extend(read);
        let reached = some.last().map_or(length, |(_, end)| **end);
        progress.reach(reached, length)?;
    }
    let fits = all.take(before.drain(..), &cuts, &mut done, &source);
    Ok(fits.map(|()| all))
}

impl Copied {
    /// Puts `parts` behind those `done` before them; none where they do not fit.
    fn take(
        &mut self,
        parts: impl Iterator<Item = (Part, String)>,
        cuts: &[(usize, Option<Section>)],
        done: &mut usize,
        source: &Source,
    ) -> Option<()> {
        for (mut part, outside) in parts {
            *done += 1;
            if part.open != cuts.get(*done).and_then(|next| next.1)
                || !self.drafts.append(&mut part.drafts)
            {
                return None;
            }
            self.outside.push_str(&outside);
            // What is empty now has room for another part.
            locked(&source.drafts).push(part.drafts);
        }
        Some(())
    }
}

/// A file that several read from, with room that was used before.
struct Source {
    file: Mutex<File>,
    drafts: Mutex<Vec<Drafts>>,
    bytes: Mutex<Vec<Vec<u8>>>,
}

/// What a lock guards. A file or spare room is as good as ever where somebody failed with it.
fn locked<T>(guarded: &Mutex<T>) -> MutexGuard<'_, T> {
    guarded.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Source {
    /// Reads the bytes `from..end`.
    fn one(&self, ends: (usize, usize), section: Option<Section>) -> Option<(Part, String)> {
        let mut bytes = locked(&self.bytes).pop().unwrap_or_default();
        bytes.clear();
        read_at(&mut locked(&self.file), ends, &mut bytes).ok()?;
        let read = self.part(&bytes, ends.1 - ends.0, section);
        locked(&self.bytes).push(bytes);
        read
    }

    fn part(
        &self,
        bytes: &[u8],
        length: usize,
        section: Option<Section>,
    ) -> Option<(Part, String)> {
        let odd = bytes.len() != length
            || memchr(0, bytes).is_some()
            || memmem::find(bytes, b"\r\n").is_some();
        let text = std::str::from_utf8(bytes).ok().filter(|_| !odd)?;
        let drafts = locked(&self.drafts).pop().unwrap_or_else(Drafts::copied);
        let part = Reader::read(text, (0, text.len()), section, drafts).ok()?;
        let outside = outside(text, &part.edges, section.is_some());
        (part.problems.count() == 0).then_some((part, outside))
    }
}

fn read_at(file: &mut File, (from, end): (usize, usize), bytes: &mut Vec<u8>) -> io::Result<()> {
    file.seek(SeekFrom::Start(from as u64))?;
    file.take((end - from) as u64).read_to_end(bytes)?;
    Ok(())
}

/// What of `text` stands outside of sections.
fn outside(text: &str, edges: &[Edge], begins_within: bool) -> String {
    let mut all = String::new();
    let mut from = (!begins_within).then_some(0);
    for edge in edges {
        match *edge {
            Edge::Begins(at) => {
                if let Some(from) = from.take() {
                    all.push_str(text.get(from..at).unwrap_or_default());
                }
            }
            Edge::Ends(at) => from = Some(at),
        }
    }
    if let Some(from) = from {
        all.push_str(text.get(from..).unwrap_or_default());
    }
    all
}

/// Where to cut a file into parts, with the section that each begins in.
fn cut(file: &mut File, length: usize, part: usize) -> io::Result<Vec<(usize, Option<Section>)>> {
    let mut cuts = vec![(0, None)];
    let mut from = part;
    let mut bytes = Vec::new();
    while from < length {
        let start = from.saturating_sub(BEFORE);
        bytes.clear();
        read_at(file, (start, (from + FARTHEST).min(length)), &mut bytes)?;
        // The first and last letter may be cut in two.
        let skipped = bytes.iter().take(3).take_while(|&&b| b & 0xC0 == 0x80);
        let skipped = skipped.count();
        let whole = bytes.get(skipped..).unwrap_or_default();
        let text = match std::str::from_utf8(whole) {
            Ok(text) => text,
            Err(error) => whole
                .get(..error.valid_up_to())
                .and_then(|valid| std::str::from_utf8(valid).ok())
                .unwrap_or_default(),
        };
        let first = (from - start).saturating_sub(skipped);
        if let Some((at, section)) = beginning(text, first) {
            let at = start + skipped + at;
            cuts.push((at, Some(section)));
            from = at + part;
        } else {
            from += part;
        }
    }
    Ok(cuts)
}
