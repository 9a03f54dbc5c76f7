//! `throughline export --view steps`: a told story as pages, or as a page to step through.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::figure::{Drawn, Figure, Ground, Telling, draw_steps, step_figures, to_html_steps};
use crate::language::say;
use crate::map::{self, Arrangement};
use crate::view::{ArrangeBy, Kept};

use super::args::Export;
use super::format::Format;

/// Whether steps can be exported as `export` has it.
///
/// # Errors
/// Where a file is no document of pages, or something is asked for that each step says for itself.
pub(super) fn check(export: &Export, outputs: &[(&PathBuf, Format)]) -> Result<(), String> {
    let single = |&&(_, format): &&(&PathBuf, Format)| {
        format.is_figure() && !matches!(format, Format::Pdf | Format::Html)
    };
    if let Some((path, _)) = outputs.iter().find(single) {
        let file = path.display().to_string();
        return Err(say!("cli-steps-format", file = file));
    }
    let own = [
        ("--from", export.from.is_some()),
        ("--to", export.to.is_some()),
        ("--as-of", export.as_of.is_some()),
        ("--focus", export.focus.is_some()),
        ("--select", !export.select.is_empty()),
        ("--filter", export.filter.is_some()),
    ];
    if let Some((argument, _)) = own.iter().find(|(_, given)| *given) {
        return Err(say!("cli-steps-own", argument = *argument));
    }
    Ok(())
}

/// The pages of a told story, and the page to step through, as far as `outputs` ask for them.
///
/// # Errors
/// Where the story has no steps.
pub(super) fn draw(
    ground: Ground<'_>,
    kept: &Kept,
    figure: &Figure,
    outputs: &[(&PathBuf, Format)],
) -> Result<(Vec<Drawn>, Option<String>), String> {
    let Ground {
        index,
        view,
        measurer,
        ..
    } = ground;
    let known: RefCell<BTreeMap<ArrangeBy, Arc<Arrangement>>> = RefCell::default();
    let arranged = |by: &ArrangeBy| {
        let mut known = known.borrow_mut();
        let found = known.entry(by.clone()).or_insert_with(|| {
            let request = map::Request {
                before: kept.places.get(by).cloned().unwrap_or_default(),
                by: by.clone(),
                ..map::Request::default()
            };
            let never = AtomicBool::new(false);
            Arc::new(map::arrange(index, &request, measurer, &never))
        });
        Arc::clone(found)
    };
    let telling = Telling {
        index,
        view,
        measurer,
        arranged: &arranged,
    };
    if telling.count() == 0 {
        return Err(say!("cli-steps-none").to_owned());
    }
    let wants = |wanted: Format| outputs.iter().any(|&(_, format)| format == wanted);
    let pages = if wants(Format::Pdf) {
        draw_steps(telling, figure)
    } else {
        Vec::new()
    };
    let page = wants(Format::Html).then(|| {
        let steps = step_figures(telling, figure);
        to_html_steps(index, &steps, figure.dark)
    });
    Ok((pages, page))
}
