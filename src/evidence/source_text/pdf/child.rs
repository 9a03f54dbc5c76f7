//! The side that reads a PDF, in a process of its own.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};

use super::device::Reading;
use super::lines::Line;
use super::{BROKEN, HEADING, LOCKED, MOST_PAGES, NO_ROOM, READ, TOO_LONG, limits, paragraphs};
use crate::evidence::source_text::MOST_BYTES;

/// Reads a PDF from standard input and writes its words to standard output. The program calls it when
/// its first argument is [`READ_PDF`](crate::evidence::source_text::READ_PDF), before anything else, and ends with
/// what it returns. It limits the whole process for good.
#[must_use]
pub fn read_pdf() -> ExitCode {
    match limits::confine().and_then(|()| answer()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::OutOfMemory => NO_ROOM.into(),
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer() -> io::Result<()> {
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64;
    io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    let (word, text) = match words(bytes) {
        Ok(text) => (READ, text),
        Err(word) => (word, String::new()),
    };
    let mut output = io::stdout().lock();
    writeln!(output, "{HEADING}{word}")?;
    output.write_all(text.as_bytes())?;
    output.flush()
}

/// The words of the PDF, or the word that says why there are none.
fn words(bytes: Vec<u8>) -> Result<String, &'static str> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => LOCKED,
        LoadPdfError::Invalid => BROKEN,
    })?;
    let pages = pdf.pages();
    if pages.len() > MOST_PAGES {
        return Err(TOO_LONG);
    }
    let cache = InterpreterCache::new();
    let mut lines: Vec<Vec<Line>> = Vec::with_capacity(pages.len());
    let mut room = MOST_BYTES;
    for page in pages.iter() {
        let seen = page.intersected_crop_box();
        let seen = Rect::new(seen.x0, seen.y0, seen.x1, seen.y1);
        let settings = InterpreterSettings::default();
        // Places are kept as the page has them: the sense of a line is in its letters.
        let mut context = Context::new(Affine::IDENTITY, seen, &cache, pdf.xref(), settings);
        let mut reading = Reading::new(seen, room);
        interpret_page(page, &mut context, &mut reading);
        let found = reading.finish().ok_or(TOO_LONG)?;
        room = room.saturating_sub(found.iter().map(Line::room).sum());
        lines.push(found);
    }
    let text = paragraphs::joined(&lines);
    if text.len() > MOST_BYTES {
        Err(TOO_LONG)
    } else {
        Ok(text)
    }
}
