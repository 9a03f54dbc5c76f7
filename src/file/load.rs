//! From a path to a story.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use memchr::memmem;

use crate::language::say;
use crate::story::Story;

use super::gather::{Gathered, gather};
use super::parse::parse;
use super::problem::{Code, MOST_PROBLEMS, Problem, Problems, Severity, Span};
use super::progress::{Cancelled, Progress};
use super::records::Decoder;
use super::resolve::resolve;
use super::swift::{self, PART, copied};
use super::tree::Sink;

/// The size that a story file may have: 1 GiB. Places in it are numbers of 31 bits.
pub const MOST_BYTES: u64 = 1 << 30;

/// The share of the whole work after which the text is read, its records are put together, and what
/// they name is looked up.
const READ_FROM: f32 = 0.15;
const GATHERED_FROM: f32 = 0.75;
const CHECKED_FROM: f32 = 0.85;

/// From this size on, the text of a file in which nothing is wrong is not kept.
const LARGE: u64 = 8 << 20;

/// Bytes read between two looks at whether the reading was cancelled.
const CHUNK: u64 = 1 << 20;

/// A story as its file has it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What is sound of it.
    pub story: Arc<Story>,
    /// All that is wrong, in the order of the file; at most [`MOST_PROBLEMS`](super::MOST_PROBLEMS).
    pub problems: Vec<Problem>,
    /// How many problems more there are.
    pub unlisted: usize,
    /// The file's text, to show the problems in; empty where there are none.
    pub text: Arc<String>,
    /// How long the reading took.
    pub took: Phases,
}

impl Loaded {
    /// Adds problems that were found after it was read, and the `text` in which their places are.
    pub fn add(&mut self, problems: Vec<Problem>, unlisted: usize, text: Arc<String>) {
        let room = MOST_PROBLEMS.saturating_sub(self.problems.len());
        self.unlisted += unlisted + problems.len().saturating_sub(room);
        self.problems.extend(problems.into_iter().take(room));
        let start = |problem: &Problem| problem.place.as_ref().map_or(0, |place| place.bytes.start);
        self.problems
            .sort_by_key(|problem| (start(problem), problem.code));
        self.text = text;
    }

    /// How many of the listed problems weigh as much as `severity`.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let of_it = self.problems.iter().filter(|p| p.severity == severity);
        of_it.count()
    }
}

/// How long the phases of a reading took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Phases {
    /// Getting the bytes; nothing where that went on while records were read.
    pub read: Duration,
    /// From text to records.
    pub parse: Duration,
    /// From records to a story.
    pub check: Duration,
}

/// Why nothing could be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// It was cancelled.
    #[error("{Cancelled}")]
    Cancelled,
    /// The file is none that a story can be read from.
    #[error("{message}")]
    File {
        /// What is wrong, for scripts.
        code: Code,
        /// What is wrong, in a sentence without its full stop.
        message: String,
        /// What to do about it.
        suggestion: &'static str,
    },
}

impl From<Cancelled> for LoadError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl LoadError {
    fn new(code: Code, message: impl Into<String>, suggestion: &'static str) -> Self {
        Self::File {
            code,
            message: message.into(),
            suggestion,
        }
    }

    /// What is wrong, for scripts; none where the reading was cancelled.
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        match self {
            Self::Cancelled => None,
            Self::File { code, .. } => Some(*code),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        match self {
            Self::Cancelled => None,
            Self::File { suggestion, .. } => Some(suggestion),
        }
    }

    /// Whether the bytes could not be had; otherwise they could, and are no story.
    #[must_use]
    pub fn is_io(&self) -> bool {
        !matches!(
            self.code(),
            Some(Code::EmptyFile | Code::BinaryFile | Code::Utf16)
        )
    }
}

/// Reads the story in the file at `path`, which may be RON or JSON.
///
/// # Errors
/// Where there is no such file, it is none that holds text, or the reading was cancelled. A story
/// with problems is no error: what is sound of it is returned beside them.
pub fn load(path: &Path, progress: &Progress) -> Result<Loaded, LoadError> {
    let begun = Instant::now();
    let json = path
        .extension()
        .map(|extension| extension.eq_ignore_ascii_case("json"));
    let (mut file, length) = open(path)?;
    if length >= LARGE
        && json != Some(true)
        && let Some(loaded) = quietly(&file, length, (PART, begun), progress)?
    {
        return Ok(loaded);
    }
    progress.stage(0.0, READ_FROM);
    let bytes = read(&mut file, length, progress)?;
    decode(bytes, json, begun.elapsed(), progress)
}

/// Reads the story in `text`, which may be RON or JSON as the extension of `name` says.
///
/// # Errors
/// Where the text is empty or no text, or the reading was cancelled.
pub fn load_str(name: &str, text: &str, progress: &Progress) -> Result<Loaded, LoadError> {
    let json = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.eq_ignore_ascii_case("json"));
    decode(text.as_bytes().to_vec(), json, Duration::ZERO, progress)
}

fn unreadable(error: &io::Error) -> LoadError {
    match error.kind() {
        ErrorKind::NotFound => LoadError::new(
            Code::MissingFile,
            say!("file-missing"),
            say!("file-missing-help"),
        ),
        ErrorKind::PermissionDenied => LoadError::new(
            Code::NoPermission,
            say!("file-no-permission"),
            say!("file-no-permission-help"),
        ),
        _ => LoadError::new(
            Code::Unreadable,
            say!("file-unreadable", error = error.to_string()),
            say!("file-unreadable-help"),
        ),
    }
}

/// The file at `path`, which holds so many bytes.
fn open(path: &Path) -> Result<(File, u64), LoadError> {
    let failed = |error: io::Error| unreadable(&error);
    // A pipe would be waited for, so this is asked before the file is opened.
    let kind = fs::metadata(path).map_err(failed)?;
    if kind.is_dir() {
        return Err(LoadError::new(
            Code::Folder,
            say!("file-folder"),
            say!("file-folder-help"),
        ));
    }
    if !kind.is_file() {
        return Err(LoadError::new(
            Code::NotAFile,
            say!("file-device"),
            say!("file-device-help"),
        ));
    }
    if kind.len() > MOST_BYTES {
        return Err(too_large(kind.len()));
    }
    Ok((File::open(path).map_err(failed)?, kind.len()))
}

fn read(file: &mut File, length: u64, progress: &Progress) -> Result<Vec<u8>, LoadError> {
    let failed = |error: io::Error| unreadable(&error);
    file.seek(SeekFrom::Start(0)).map_err(failed)?;
    let expected = usize::try_from(length).unwrap_or(0);
    // A byte more, so that its end is seen without asking for room.
    let mut bytes = Vec::with_capacity(expected + 1);
    loop {
        let got = file
            .by_ref()
            .take(CHUNK)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
        progress.reach(bytes.len(), expected)?;
        // It may have grown since it was measured.
        if bytes.len() as u64 > MOST_BYTES {
            return Err(too_large(bytes.len() as u64));
        }
        if got == 0 {
            return Ok(bytes);
        }
    }
}

fn too_large(bytes: u64) -> LoadError {
    LoadError::new(
        Code::TooLarge,
        say!(
            "file-too-large",
            size = bytes.div_ceil(1 << 20),
            most = MOST_BYTES >> 20
        ),
        say!("file-too-large-help"),
    )
}

fn decode(
    bytes: Vec<u8>,
    json: Option<bool>,
    read: Duration,
    progress: &Progress,
) -> Result<Loaded, LoadError> {
    let begun = Instant::now();
    let mut problems = Problems::default();
    let text = text_of(bytes, &mut problems)?;
    // Bytes that are no text take up more room once they are replaced.
    if text.len() as u64 > MOST_BYTES {
        return Err(too_large(text.len() as u64));
    }
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    if start > 0 {
        problems
            .add(
                Code::ByteOrderMark,
                Span::new(0, start),
                say!("file-byte-order-mark"),
            )
            .suggest(say!("file-byte-order-mark-help"));
    }
    if text[start..].trim().is_empty() {
        return Err(LoadError::new(
            Code::EmptyFile,
            say!("file-empty"),
            say!("file-empty-help"),
        ));
    }
    if let Some(at) = memmem::find(text.as_bytes(), b"\r\n") {
        problems.add(Code::Crlf, Span::new(at, at + 1), say!("file-crlf"));
    }
    // A file without either extension is what it looks like.
    let json = json.unwrap_or_else(|| text[start..].trim_start().starts_with('{'));
    let text = Arc::new(text);
    let swift = if json {
        None
    } else {
        swiftly(&text, (start, PART), problems.clone(), progress)?
    };
    let (gathered, mut problems) = match swift {
        Some(read) => read,
        None => patiently(&text, start, json, problems, progress)?,
    };
    let parse = begun.elapsed();

    let begun = Instant::now();
    progress.stage(CHECKED_FROM, 1.0);
    let story = resolve(gathered, &mut problems, progress)?;
    let (problems, unlisted) = problems.finish(&text);
    let text = if problems.is_empty() {
        Arc::default()
    } else {
        text
    };
    Ok(Loaded {
        story: Arc::new(story),
        problems,
        unlisted,
        text,
        took: Phases {
            read,
            parse,
            check: begun.elapsed(),
        },
    })
}

/// Reads the story in a large file in which nothing is wrong, without holding the file's text; none
/// where anything is.
pub(super) fn quietly(
    file: &File,
    length: u64,
    (part, begun): (usize, Instant),
    progress: &Progress,
) -> Result<Option<Loaded>, Cancelled> {
    progress.stage(0.0, GATHERED_FROM);
    let (Ok(file), Ok(length)) = (file.try_clone(), usize::try_from(length)) else {
        return Ok(None);
    };
    let Some(copied) = copied::read(file, length, part, progress)? else {
        return Ok(None);
    };
    let (none, idle) = (Arc::default(), Progress::default());
    let mut decoder = Decoder::new(&none, false);
    let outside = (copied.outside.as_str(), &[][..]);
    let mut problems = parse(outside, 0, false, Problems::default(), &mut decoder, &idle)?;
    if decoder.is_done() {
        return Ok(None);
    }
    let mut drafts = copied.drafts;
    let head = decoder.finish(Span::default(), !drafts.is_empty(), &mut problems);
    if problems.count() > 0 {
        return Ok(None);
    }
    let parse = begun.elapsed();
    let begun = Instant::now();
    progress.stage(GATHERED_FROM, CHECKED_FROM);
    drafts.take_head(head);
    let gathered = gather(drafts, progress)?;
    if !gathered.is_unique {
        return Ok(None);
    }
    progress.stage(CHECKED_FROM, 1.0);
    let story = resolve(gathered, &mut problems, progress)?;
    if problems.count() > 0 {
        return Ok(None);
    }
    Ok(Some(Loaded {
        story: Arc::new(story),
        problems: Vec::new(),
        unlisted: 0,
        text: none,
        took: Phases {
            read: Duration::ZERO,
            parse,
            check: begun.elapsed(),
        },
    }))
}

/// Reads a story whose brackets and quotation marks are as they should be, in parts of about `part`
/// bytes at once; none where they are not, or ids are borne twice.
pub(super) fn swiftly(
    text: &Arc<String>,
    (start, part): (usize, usize),
    problems: Problems,
    progress: &Progress,
) -> Result<Option<(Gathered, Problems)>, Cancelled> {
    progress.stage(READ_FROM, GATHERED_FROM);
    let Some(swift) = swift::read(text, start, part, progress)? else {
        return Ok(None);
    };
    // What the story says of itself is little, and read as ever.
    let mut decoder = Decoder::new(text, false);
    let own = (text.as_str(), &swift.records[..]);
    let idle = Progress::default();
    let mut problems = parse(own, start, false, problems, &mut decoder, &idle)?;
    if problems.is_out_of_joint(0) || decoder.is_done() {
        return Ok(None);
    }
    problems.absorb(swift.problems);
    let mut drafts = swift.drafts;
    let head = decoder.finish(last(text), !drafts.is_empty(), &mut problems);
    if problems.unlisted > 0 {
        return Ok(None);
    }
    drafts.take_head(head);
    progress.stage(GATHERED_FROM, CHECKED_FROM);
    let gathered = gather(drafts, progress)?;
    Ok(gathered.is_unique.then_some((gathered, problems)))
}

/// Reads a story record by record, whatever is wrong with it.
pub(super) fn patiently(
    text: &Arc<String>,
    start: usize,
    json: bool,
    problems: Problems,
    progress: &Progress,
) -> Result<(Gathered, Problems), Cancelled> {
    progress.stage(READ_FROM, GATHERED_FROM);
    let mut decoder = Decoder::new(text, json);
    let all = (text.as_str(), &[][..]);
    let mut problems = parse(all, start, json, problems, &mut decoder, progress)?;
    let drafts = decoder.finish(last(text), false, &mut problems);
    progress.stage(GATHERED_FROM, CHECKED_FROM);
    Ok((gather(drafts, progress)?, problems))
}

/// The last letter of `text`.
fn last(text: &str) -> Span {
    let end = text.trim_end().len();
    Span::new(end.saturating_sub(1), end)
}

/// The text that `bytes` are; single bytes that are none are replaced and reported.
fn text_of(bytes: Vec<u8>, problems: &mut Problems) -> Result<String, LoadError> {
    let utf16 = bytes.starts_with(&[0xFF, 0xFE])
        || bytes.starts_with(&[0xFE, 0xFF])
        || (bytes.len() >= 8 && [0, 1].iter().any(|&n| every_other_is_zero(&bytes[..8], n)));
    if utf16 {
        return Err(LoadError::new(
            Code::Utf16,
            say!("file-utf16"),
            say!("file-utf8-help"),
        ));
    }
    if bytes.contains(&0) {
        return Err(binary(looks_like(&bytes)));
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error,
    };
    if let Some(kind) = looks_like(error.as_bytes()) {
        return Err(binary(Some(kind)));
    }
    let first = error.utf8_error().valid_up_to();
    let bytes = error.into_bytes();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let wrong = text.matches('\u{fffd}').count();
    if wrong > 16 && wrong * 10 > text.chars().count() {
        return Err(binary(None));
    }
    problems
        .add(
            Code::NotUtf8,
            Span::new(first, first + '\u{fffd}'.len_utf8()),
            say!("file-not-utf8", count = wrong),
        )
        .suggest(say!("file-utf8-help"));
    Ok(text)
}

/// What a file is that holds no text, by the key of what it looks like.
fn binary(kind: Option<&'static str>) -> LoadError {
    let message = match kind {
        Some(kind) => say!("file-binary-of-kind", kind = kind),
        None => say!("file-binary").to_owned(),
    };
    LoadError::new(Code::BinaryFile, message, say!("file-binary-help"))
}

fn every_other_is_zero(bytes: &[u8], first: usize) -> bool {
    bytes.iter().skip(first).step_by(2).all(|&b| b == 0)
        && bytes.iter().skip(1 - first).step_by(2).all(|&b| b != 0)
}

/// What a file that is no text is, by its first bytes: a key of `file-binary-of-kind`.
fn looks_like(bytes: &[u8]) -> Option<&'static str> {
    const KNOWN: &[(&[u8], &str)] = &[
        (b"%PDF", "pdf"),
        (b"PK\x03\x04", "zip"),
        (b"\x89PNG", "png"),
        (b"\xFF\xD8\xFF", "jpeg"),
        (b"GIF8", "gif"),
        (b"\x7FELF", "program"),
        (b"MZ", "program"),
        (b"\xD0\xCF\x11\xE0", "office"),
        (b"\x1F\x8B", "compressed"),
        (b"SQLite format 3", "database"),
    ];
    KNOWN
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, kind)| *kind)
}
