//! Problems as people read them and as programs do.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};

use crate::language::say;

use super::load::{LoadError, Loaded};
use super::problem::{Code, Place, Problem, Severity};

/// Bytes of a long line shown to either side of a problem.
const AROUND: usize = 400;
/// Bytes of a problem that are underlined at most.
const UNDERLINED: usize = 200;

/// How many problems there are of each weight: "2 errors, 1 note", or "0 problems".
#[must_use]
pub fn counts(problems: &[Problem], unlisted: usize) -> String {
    let of = |severity| problems.iter().filter(|p| p.severity == severity).count();
    let (errors, warnings, notes) = (
        of(Severity::Error),
        of(Severity::Warning),
        of(Severity::Note),
    );
    let mut parts = Vec::new();
    // A note is no problem.
    if errors + warnings + unlisted == 0 {
        parts.push(say!("file-report-no-problems").to_owned());
    }
    if errors > 0 {
        parts.push(say!("file-report-errors", count = errors));
    }
    if warnings > 0 {
        parts.push(say!("file-report-warnings", count = warnings));
    }
    if notes > 0 {
        parts.push(say!("file-report-notes", count = notes));
    }
    if unlisted > 0 {
        parts.push(say!("file-report-unlisted", count = unlisted));
    }
    parts.join(", ")
}

/// The counts of problems and of what the story holds: "0 problems (67 actors, ...)".
#[must_use]
pub fn summary(loaded: &Loaded) -> String {
    let story = &loaded.story;
    say!(
        "file-report-summary",
        problems = counts(&loaded.problems, loaded.unlisted),
        actors = say!("count-actors", count = story.actors().len()),
        events = say!("count-events", count = story.events().len()),
        relations = say!("count-relations", count = story.relations().len()),
        passages = say!("count-passages", count = story.passages().len()),
        sources = say!("count-sources", count = story.sources().len()),
    )
}

/// The problems of the file `name`, each with its line and what to do, and a summary.
#[must_use]
pub fn report_text(name: &str, read: &Result<Loaded, LoadError>, color: bool) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    match read {
        Ok(loaded) => {
            let mut text = String::new();
            let (shown, folded) = folded(&loaded.problems);
            for problem in shown {
                text.push_str(&rendered(name, problem, &loaded.text, &renderer));
                text.push_str("\n\n");
            }
            for alike in folded {
                text.push_str(&in_a_line(name, &alike));
            }
            text.push_str(&format!("{name}: {}\n", summary(loaded)));
            text
        }
        Err(error) => {
            let id = error.code().map_or("cancelled", |code| code.word());
            let title = level(Severity::Error)
                .primary_title(clean(&error.to_string()))
                .id(id)
                .element(Origin::path(name));
            let group = match error.suggestion() {
                Some(suggestion) => title.element(help().message(suggestion)),
                None => title,
            };
            format!("{}\n\n", renderer.render(&[group]))
        }
    }
}

/// Problems of a code about how much claims rest on that are shown one by one.
const ONE_BY_ONE: usize = 3;

/// The problems that are shown one by one, and the others by code: of what a whole story may be full of, a few
/// tell how it is.
fn folded(problems: &[Problem]) -> (Vec<&Problem>, Vec<Vec<&Problem>>) {
    let mut shown = Vec::new();
    let mut folded: Vec<Vec<&Problem>> = Vec::new();
    let mut of_code = std::collections::HashMap::new();
    for problem in problems {
        let many = matches!(problem.code, Code::OneSource | Code::UnnamedAlone);
        let count = of_code.entry(problem.code).or_insert(0);
        *count += 1;
        if !many || *count <= ONE_BY_ONE {
            shown.push(problem);
            continue;
        }
        let same =
            |alike: &&mut Vec<&Problem>| alike.first().is_some_and(|p| p.code == problem.code);
        match folded.iter_mut().find(same) {
            Some(alike) => alike.push(problem),
            None => folded.push(vec![problem]),
        }
    }
    (shown, folded)
}

/// "42 more like that: story.ron:12:3 event `x` rests on …" and so on, a line each.
fn in_a_line(name: &str, alike: &[&Problem]) -> String {
    let Some(first) = alike.first() else {
        return String::new();
    };
    let (code, word) = (first.code.word(), first.severity.name());
    let more = say!("file-report-more", count = alike.len());
    let mut text = format!("{word}[{code}]: {more}\n");
    for problem in alike {
        let place = problem.place.as_ref();
        let place = place.map(|place| format!(":{}:{}", place.line, place.column));
        let message = clean(&problem.message);
        text += &format!("  {name}{} {message}\n", place.unwrap_or_default());
    }
    text.push('\n');
    text
}

/// How a problem is marked, by the word that the language has for how much it matters.
fn level(severity: Severity) -> Level<'static> {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    level.with_name(severity.name())
}

fn help() -> Level<'static> {
    Level::HELP.with_name(say!("file-report-help"))
}

fn rendered(name: &str, problem: &Problem, text: &str, renderer: &Renderer) -> String {
    let title = level(problem.severity)
        .primary_title(clean(&problem.message))
        .id(problem.code.word());
    let mut group = match &problem.place {
        Some(place) => title.elements(shown(name, place, text, None)),
        None => title.element(Origin::path(name)),
    };
    if let Some((place, what)) = &problem.related {
        group = group.elements(shown(name, place, text, Some(what)));
    }
    if let Some(suggestion) = &problem.suggestion {
        group = group.element(help().message(clean(suggestion)));
    }
    renderer.render(&[group])
}

/// The line of `place`, marked.
fn shown<'a>(
    name: &'a str,
    place: &Place,
    text: &'a str,
    label: Option<&'a str>,
) -> [annotate_snippets::Element<'a>; 2] {
    let (line, marked) = line_of(text, place);
    let kind = if label.is_some() {
        AnnotationKind::Context
    } else {
        AnnotationKind::Primary
    };
    let origin = Origin::path(name)
        .line(place.line as usize)
        .char_column(place.column as usize);
    let snippet = Snippet::source(line)
        .line_start(place.line as usize)
        .annotation(kind.span(marked).label(label));
    [origin.into(), snippet.into()]
}

/// The line of `place`, or as much of it as can be shown, and the bytes of it that are meant.
fn line_of<'t>(text: &'t str, place: &Place) -> (&'t str, std::ops::Range<usize>) {
    let boundary = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let at = boundary(place.bytes.start);
    let first = boundary(at.saturating_sub(AROUND));
    let start = text[first..at].rfind('\n').map_or(first, |n| first + n + 1);
    let last = boundary(at + AROUND);
    let end = text[at..last].find(['\n', '\r']).map_or(last, |n| at + n);
    let line = &text[start..end];
    let stop = boundary(place.bytes.end.min(at + UNDERLINED)).clamp(at, end.max(at));
    (line, at - start..stop - start)
}

/// `text` without what would move a terminal's cursor.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

/// The problems of the file `name`, for programs.
#[must_use]
pub fn report_json(name: &str, read: &Result<Loaded, LoadError>) -> Value {
    match read {
        Ok(loaded) => {
            let problems: Vec<Value> = loaded.problems.iter().map(problem_json).collect();
            let story = &loaded.story;
            json!({
                "file": name,
                "errors": loaded.count(Severity::Error),
                "warnings": loaded.count(Severity::Warning),
                "notes": loaded.count(Severity::Note),
                "unlisted": loaded.unlisted,
                "problems": problems,
                "story": {
                    "title": story.title,
                    "actors": story.actors().len(),
                    "events": story.events().len(),
                    "relations": story.relations().len(),
                    "passages": story.passages().len(),
                    "sources": story.sources().len(),
                },
            })
        }
        Err(error) => json!({
            "file": name,
            "errors": 1,
            "warnings": 0,
            "notes": 0,
            "unlisted": 0,
            "problems": [{
                "severity": "error",
                "code": error.code().map_or("cancelled", |code| code.word()),
                "message": error.to_string(),
                "suggestion": error.suggestion(),
            }],
        }),
    }
}

fn problem_json(problem: &Problem) -> Value {
    let mut value = json!({
        "severity": problem.severity.word(),
        "code": problem.code.word(),
        "message": problem.message,
        "suggestion": problem.suggestion,
    });
    if let (Some(place), Some(object)) = (&problem.place, value.as_object_mut()) {
        object.extend(place_json(place));
        if let Some((place, what)) = &problem.related {
            let mut related = place_json(place);
            related.insert("message".to_owned(), json!(what));
            object.insert("related".to_owned(), Value::Object(related));
        }
    }
    value
}

fn place_json(place: &Place) -> serde_json::Map<String, Value> {
    let mut map = serde_json::Map::new();
    map.insert("line".to_owned(), json!(place.line));
    map.insert("column".to_owned(), json!(place.column));
    map.insert(
        "bytes".to_owned(),
        json!([place.bytes.start, place.bytes.end]),
    );
    map
}
