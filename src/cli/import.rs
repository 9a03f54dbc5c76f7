//! `throughline import`: sources from a bibliography, as a story to go on from.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use crate::citing::{self, Bibliography, OwnedWork, source_records};
use crate::file;
use crate::language::say;

use super::Exit;
use super::args::{Import, ImportFormat};

/// Most bytes of a file that is imported.
const MOST_BYTES: u64 = 64 << 20;

/// Reads each file, and writes a story that holds their sources.
pub(super) fn run(import: &Import) -> Exit {
    if import.output.exists() && !import.force {
        let name = import.output.display().to_string();
        eprintln!("{}", say!("cli-import-there", file = name));
        return Exit::Usage;
    }
    let mut works: Vec<OwnedWork> = Vec::new();
    let mut ids: HashSet<String> = HashSet::new();
    for path in &import.files {
        let Some(format) = format_of(path, import.format) else {
            let name = path.display().to_string();
            eprintln!("{}", say!("cli-import-format", file = name));
            return Exit::Usage;
        };
        let text = match text_of(path) {
            Ok(text) => text,
            Err(error) => {
                let message = format!("{}: {error}", path.display());
                eprintln!("{}", say!("cli-error", message = message));
                return Exit::Io;
            }
        };
        let imported = citing::import(&text, format);
        for problem in &imported.problems {
            let message = format!("{}: {problem}", path.display());
            eprintln!("{}", say!("cli-warning", message = message));
        }
        works.extend(
            imported
                .works
                .into_iter()
                .map(|work| unlike(work, &mut ids)),
        );
    }
    if works.is_empty() {
        eprintln!("{}", say!("cli-import-nothing"));
        return Exit::StoryErrors;
    }
    let title = import.output.file_stem().unwrap_or_default();
    let title = ron::to_string(title.to_string_lossy().as_ref()).unwrap_or_default();
    let story = format!(
        "Story(\n    format: 1,\n    title: {title},\n    {},\n)\n",
        source_records(&works).trim_end_matches([',', '\n']).trim()
    );
    match file::write_atomically(&import.output, story.as_bytes()) {
        Ok(()) => Exit::Fine,
        Err(error) => {
            let message = say!(
                "cli-unwritten",
                file = import.output.display().to_string(),
                error = error.to_string()
            );
            eprintln!("{}", say!("cli-error", message = message));
            Exit::Io
        }
    }
}

/// The same with an id that is not among `ids`, where it is from then on.
fn unlike(mut work: OwnedWork, ids: &mut HashSet<String>) -> OwnedWork {
    let own = work.id.clone();
    let mut number = 2_u32;
    while !ids.insert(work.id.clone()) {
        work.id = format!("{own}-{number}");
        number += 1;
    }
    work
}

fn format_of(path: &Path, asked: Option<ImportFormat>) -> Option<Bibliography> {
    if let Some(format) = asked {
        return Some(match format {
            ImportFormat::Bibtex => Bibliography::BibTex,
            ImportFormat::CslJson => Bibliography::CslJson,
            ImportFormat::Ris => Bibliography::Ris,
        });
    }
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "bib" | "bibtex" => Some(Bibliography::BibTex),
        "json" | "csljson" => Some(Bibliography::CslJson),
        "ris" => Some(Bibliography::Ris),
        _ => None,
    }
}

fn text_of(path: &Path) -> Result<String, String> {
    let length = fs::metadata(path).map_err(|error| error.to_string())?.len();
    if length > MOST_BYTES {
        return Err(say!("cli-import-large", most = MOST_BYTES >> 20));
    }
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
