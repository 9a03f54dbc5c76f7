//! `throughline quote`: a passage for a story file, from words that stand in a source.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::details;
use crate::evidence::Sourced;
use crate::evidence::quote::{Finding, Quotation, Text, Verdict, find_all};
use crate::evidence::source_text::Reader;
use crate::language::say;

use super::Exit;
use super::args::Quote;

/// Prints a passage for each place where the words stand; says on stderr how they stand there.
pub(super) fn run(quote: &Quote) -> Exit {
    let path = &quote.source;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let never = AtomicBool::new(false);
    let read = match Reader::default().read(folder, &name, &never) {
        Ok(read) => read,
        Err(problem) => {
            let message = format!("{}: {problem}", path.display());
            eprintln!("{}", say!("cli-error", message = message));
            return Exit::Io;
        }
    };
    let sourced = Sourced {
        name: name.to_string(),
        text: Arc::new(Text::new(Arc::from(read.text), read.paragraphs)),
        pages: read.pages,
        kind: read.kind,
        sha256: read.sha256,
        changed: false,
    };
    let sought = Quotation {
        exact: &quote.text,
        prefix: "",
        suffix: "",
        position: None,
        paragraph: None,
    };
    let found = find_all(&sourced.text, &[sought], &never)
        .into_iter()
        .next();
    let Some(found) = found.filter(|found| found.verdict != Verdict::Missing) else {
        let file = path.display().to_string();
        eprintln!("{}", say!("cli-quote-missing", file = file));
        return Exit::StoryErrors;
    };
    tell(&found);
    let mut snippets = String::new();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let id = quote.id.as_deref().unwrap_or(&stem);
    for place in &found.places {
        let (Some(first), Some(last)) = (place.spans.first(), place.spans.last()) else {
            continue;
        };
        // What leaves words out stays as it was asked for.
        let words = (place.spans.len() > 1).then_some(quote.text.as_str());
        let bytes = first.start..last.end;
        if let Some(snippet) = details::snippet(id, &sourced, bytes, words) {
            snippets += &snippet;
        }
    }
    // Nobody reads on in a pipe that has closed.
    let _ = io::stdout().write_all(snippets.as_bytes());
    Exit::Fine
}

/// How the words stand in the source, where not word for word in one place.
fn tell(found: &Finding) {
    match found.verdict {
        Verdict::Verified | Verdict::Missing => {}
        Verdict::Normalised => eprintln!("{}", say!("cli-quote-normalised")),
        Verdict::Drifted => eprintln!("{}", say!("cli-quote-drifted")),
        Verdict::Ambiguous => eprintln!("{}", say!("cli-quote-ambiguous", count = found.count)),
    }
}
