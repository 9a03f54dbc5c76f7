//! Reads a large file part by part, without ever holding all of its text: what records say is
//! copied out of each part, which then makes room for the next.
//!
//! Nothing that was read can be shown to the user in its place, so this is for files in which
//! nothing is wrong. Where anything is, the file is read again as a whole.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use memchr::{memchr, memmem};
use rayon::prelude::*;

use super::super::drafts::Drafts;
use super::super::{Cancelled, Progress};
use super::{Edge, FARTHEST, Part, Reader, Section, beginning};

/// How many bytes before a place are looked at to tell whether a record begins there.
const BEFORE: usize = 256;

/// What was read of a file.
pub(in super::super) struct Copied {
    /// Its records, part by part.
    pub parts: Vec<Drafts>,
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
    let file = Mutex::new(file);
    let (failed, done) = (AtomicBool::new(false), AtomicUsize::new(0));
    let parts: Vec<Option<(Part, String)>> = cuts
        .par_iter()
        .enumerate()
        .map_init(Vec::new, |bytes, (n, &(from, section))| {
            if failed.load(Ordering::Relaxed) {
                return Ok(None);
            }
            let end = cuts.get(n + 1).map_or(length, |next| next.0);
            let read = one(&file, (from, end), section, bytes);
            if read.is_none() {
                failed.store(true, Ordering::Relaxed);
            }
            let before = done.fetch_add(end - from, Ordering::Relaxed);
            progress.reach(before + (end - from), length)?;
            Ok(read)
        })
        .collect::<Result<_, Cancelled>>()?;
    Ok(join(parts, &cuts))
}

/// Reads the bytes `from..end` of `file`.
fn one(
    file: &Mutex<File>,
    (from, end): (usize, usize),
    section: Option<Section>,
    bytes: &mut Vec<u8>,
) -> Option<(Part, String)> {
    bytes.clear();
    // A poisoned lock is that of a file like any other.
    let mut held = file
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    read_at(&mut held, (from, end), bytes).ok()?;
    drop(held);
    let odd = bytes.len() != end - from
        || memchr(0, bytes).is_some()
        || memmem::find(bytes, b"\r\n").is_some();
    let text = std::str::from_utf8(bytes).ok().filter(|_| !odd)?;
    let mut part = Reader::read(text, (0, text.len()), section, Drafts::copied()).ok()?;
    if part.problems.count() > 0 {
        return None;
    }
    part.drafts.shrink_texts();
    let outside = outside(text, &part.edges, section.is_some());
    Some((part, outside))
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

fn join(parts: Vec<Option<(Part, String)>>, cuts: &[(usize, Option<Section>)]) -> Option<Copied> {
    let mut all = Copied {
        parts: Vec::with_capacity(parts.len()),
        outside: String::new(),
    };
    for (n, part) in parts.into_iter().enumerate() {
        let (part, outside) = part?;
        if part.open != cuts.get(n + 1).and_then(|next| next.1) {
            return None;
        }
        all.outside.push_str(&outside);
        all.parts.push(part.drafts);
    }
    Some(all)
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
