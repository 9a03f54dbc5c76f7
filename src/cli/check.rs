//! `throughline check`: everything that is wrong in story files.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use serde_json::{Value, json};

use crate::evidence::source_text::Reader;
use crate::evidence::{self, Verification};
use crate::file::{self, Code, LoadError, Loaded, Problem, Progress, Severity};
use crate::index::Query;
use crate::language::say;

use super::args::{Check, ReportFormat};
use super::{Exit, Timings};

/// Checks each file; the worst of them decides how the run ends.
pub(super) fn run(check: &Check, timings: &Timings) -> Exit {
    let mut worst = Exit::Fine;
    let mut files: Vec<Value> = Vec::new();
    let color = io::stdout().is_terminal();
    for path in &check.stories {
        let name = path.display().to_string();
        let mut read = file::load(path, &Progress::default());
        if let Ok(loaded) = &mut read {
            timings.add_phases(&loaded.took);
            timings.time("verify", || look_up(path, loaded));
            read_filters(path, loaded);
        }
        worst = worst.max(ended(&read));
        match check.format {
            ReportFormat::Text => {
                let report = file::report_text(&name, &read, color);
                if !printed(&report) {
                    return worst;
                }
            }
            ReportFormat::Json => files.push(file::report_json(&name, &read)),
        }
    }
    if check.format == ReportFormat::Json {
        let report = json!({ "files": files });
        printed(&format!("{report:#}\n"));
    }
    worst
}

/// Looks up the quotations of a story, and adds to its problems what is thin or amiss about its evidence.
fn look_up(path: &Path, loaded: &mut Loaded) {
    let verification = verified(path, loaded);
    let (found, unlisted, text) =
        evidence::problems(&loaded.story, &verification, Some(path), &loaded.text);
    loaded.add(found, unlisted, text);
}

/// Adds to the problems of a story the filters of steps that cannot be read.
fn read_filters(path: &Path, loaded: &mut Loaded) {
    let story = Arc::clone(&loaded.story);
    let steps = story.steps.iter().zip(1_usize..);
    let wrong: Vec<_> = steps
        .filter_map(|(step, n)| Some((step, n, Query::parse(&step.filter).err()?)))
        .collect();
    if wrong.is_empty() {
        return;
    }
    let mut text = Arc::clone(&loaded.text);
    if text.is_empty() {
        text = Arc::new(fs::read_to_string(path).unwrap_or_default());
    }
    let found = wrong.into_iter().map(|(step, n, error)| Problem {
        severity: Code::BadFilter.severity(),
        code: Code::BadFilter,
        message: say!(
            "cli-step-filter",
            step = n.to_string(),
            error = error.to_string()
        ),
        suggestion: Some(say!("cli-step-filter.help").to_owned()),
        place: file::place_in_steps(&text, &step.filter),
        related: None,
    });
    let found = found.collect();
    loaded.add(found, 0, text);
}

/// What became of looking up the quotations of the story at `path`.
pub(super) fn verified(path: &Path, loaded: &Loaded) -> Verification {
    let folder = path.parent().map(|folder| match folder {
        folder if folder.as_os_str().is_empty() => Path::new("."),
        folder => folder,
    });
    let never = AtomicBool::new(false);
    evidence::verify(&loaded.story, folder, &Reader::default(), &never)
}

/// How a run ends after such a reading.
pub(super) fn ended(read: &Result<Loaded, LoadError>) -> Exit {
    match read {
        Ok(loaded) if loaded.count(Severity::Error) == 0 => Exit::Fine,
        Err(error) if error.is_io() => Exit::Io,
        Ok(_) | Err(_) => Exit::StoryErrors,
    }
}

/// Prints `text`; false where nobody reads on, as in `throughline check x.ron | head`.
fn printed(text: &str) -> bool {
    io::stdout().write_all(text.as_bytes()).is_ok()
}
