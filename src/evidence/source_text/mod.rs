//! The words of a source that lies beside a story file: plain text, Markdown, HTML or PDF.
//!
//! Sources are untrusted. None is read that lies outside the story's folder, is no plain file or is
//! larger than [`MOST_BYTES`]; nothing in one is run, followed or fetched. PDF files are read by a second
//! process whose memory and time are limited: whoever builds a program of this hands the command
//! [`READ_PDF`] to [`read_pdf`].

mod body;
mod decode;
mod html;
mod html_tree;
mod markdown;
mod open;
mod pdf;
mod plain;
mod problem;
mod watch;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

pub use pdf::read_pdf;
pub use problem::Problem;

use watch::Watch;

/// The size that the file of a source may have, and that its words may have: 64 MiB.
pub const MOST_BYTES: usize = 64 << 20;
/// The size that a Markdown text may have, whose reading takes up to 70 times its size of memory: 8 MiB.
pub const MOST_MARKDOWN: usize = 8 << 20;
/// How many paragraphs a source may have.
pub const MOST_PARAGRAPHS: usize = 1_000_000;
/// How long the reading of a source may take, unless its reader is told otherwise.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// The command, as first argument of the program, for which it must call [`read_pdf`] and end.
pub const READ_PDF: &str = "read-pdf";

/// What a source is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Plain text: `.txt`.
    Plain,
    /// Markdown: `.md`.
    Markdown,
    /// HTML: `.html`, `.htm`, `.xhtml`.
    Html,
    /// PDF: `.pdf`.
    Pdf,
}

impl Kind {
    /// The kind of the file `name`, by how it ends; none where such files cannot be read.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }
}

/// The words of a source as they are shown and quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    /// The words: at most [`MOST_BYTES`], with `\n` line ends and no other control character but `\t`. A
    /// blank line divides paragraphs, and none is in one.
    pub text: String,
    /// The byte ranges in `text` of the paragraphs of the body, in order and not empty. Authors count
    /// them from 1. A first line that only dates a plain text is none of them.
    pub paragraphs: Vec<Range<usize>>,
    /// The byte in `text` at which each page of a PDF begins, in order; a page without words begins where
    /// the next one does. Empty for other kinds. A paragraph may run on over pages.
    pub pages: Vec<usize>,
    /// The SHA-256 of the bytes of the file, in 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// What the source is written in.
    pub kind: Kind,
    /// Whether something in it could not be read and U+FFFD stands in its place.
    pub lossy: bool,
}

/// Reads the words of sources.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The program that reads PDF files when its first argument is [`READ_PDF`]; none for this one itself.
    pub helper: Option<PathBuf>,
    /// How long the reading of one source may take.
    pub patience: Duration,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            helper: None,
            patience: PATIENCE,
        }
    }
}

impl Reader {
    /// Reads the source in the file `name`, a bare file name, in `folder`, the story's folder. It ends
    /// soon after `cancel` becomes true.
    ///
    /// # Errors
    /// Where there is no such file, it is none that may be read, it has no words, or the reading took
    /// too long or was cancelled.
    pub fn read(
        &self,
        folder: &Path,
        name: &str,
        cancel: &AtomicBool,
    ) -> Result<SourceText, Problem> {
        let watch = Watch::new(cancel, self.patience);
        let opened = open::open(folder, name, watch);
        // A name that is a path is told before what its end is not.
        let Some(kind) = Kind::of(name) else {
            return Err(opened.err().unwrap_or(Problem::UnknownKind));
        };
        let opened = opened?;
        let source = self.words(kind, opened.bytes, watch)?;
        Ok(SourceText {
            sha256: opened.sha256,
            ..source
        })
    }

    fn words(&self, kind: Kind, bytes: Vec<u8>, watch: Watch<'_>) -> Result<SourceText, Problem> {
        let decoded = match kind {
            Kind::Plain | Kind::Markdown => decode::decode(&bytes, watch)?,
            Kind::Html => decode::decode_html(&bytes, watch)?,
            Kind::Pdf => return pdf::words(self.helper.as_deref(), &bytes, watch),
        };
        drop(bytes);
        let body = match kind {
            Kind::Markdown => markdown::words(&decoded.text, watch)?,
            Kind::Html => html::words(&decoded.text, watch)?,
            Kind::Plain | Kind::Pdf => plain::words(&decoded.text)?,
        };
        let (text, paragraphs) = body.finish()?;
        Ok(SourceText {
            text,
            paragraphs,
            pages: Vec::new(),
            sha256: String::new(),
            kind,
            lossy: decoded.lossy,
        })
    }
}

/// Reads the source in the file `name` in `folder`, as [`Reader::read`] of a reader without settings does.
///
/// # Errors
/// As [`Reader::read`].
pub fn read(folder: &Path, name: &str, cancel: &AtomicBool) -> Result<SourceText, Problem> {
    Reader::default().read(folder, name, cancel)
}
