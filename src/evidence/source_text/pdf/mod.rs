//! The words of a PDF.
//!
//! No library that reads PDF files can be trusted to end, or not to fall, on one that was made to do
//! harm. So a second process reads it, which may take little memory and time and open no files; this one
//! sends it the bytes, and takes back text in which a form feed stands where a page begins.

mod child;
mod device;
mod limits;
mod lines;
mod paragraphs;
mod parent;

pub use child::read_pdf;
pub(super) use parent::words;

/// What the answer of the second process begins with; a word that says how it went follows on the line.
const HEADING: &str = "throughline-pdf-1 ";
/// The words that may follow, and what they mean.
const READ: &str = "read";
const BROKEN: &str = "broken";
const LOCKED: &str = "locked";
const TOO_LONG: &str = "too-long";
/// How the second process ends where it did not get the memory to answer.
const NO_ROOM: u8 = 3;
/// Above this, a file is no document that anyone would quote.
const MOST_PAGES: usize = 100_000;
