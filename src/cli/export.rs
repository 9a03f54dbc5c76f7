//! `throughline export`: figures and data, without a window.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::slice;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::app::{self, FileReading, Opened, Origin, WindowError};
use crate::details;
use crate::evidence::Verification;
use crate::figure::{Drawn, Figure, Ground, Part, Subject, draw, draw_pages, to_html};
use crate::file::{self, Progress, Severity};
use crate::index::{Index, Query};
use crate::language::say;
use crate::map::{self, Arrangement};
use crate::scene::pdf::to_pdf;
use crate::scene::svg::{Lettering, to_svg};
use crate::scene::{Measurer, Sheet, png};
use crate::view::{Kept, Places, ThemeChoice, View};

use super::args::{Export, FigureFonts, FigurePart, FigureTheme, FigureView};
use super::check::{ended, verified};
use super::export_view::{kept_view, size_of, view_of};
use super::format::Format;
use super::telling;
use super::{Exit, Timings};

/// Why a run ended before its time.
struct Stop(Exit, String);

fn usage(message: impl Into<String>) -> Stop {
    Stop(Exit::Usage, message.into())
}

/// Exports, and says on stderr what went wrong.
pub(super) fn run(export: &Export, timings: &Timings) -> Exit {
    match exported(export, timings) {
        Ok(exit) => exit,
        Err(Stop(exit, message)) => {
            eprintln!("{}", say!("cli-error", message = message));
            exit
        }
    }
}

/// Whether what is asked for goes together.
fn fits(export: &Export, outputs: &[(&PathBuf, Format)]) -> Result<(), Stop> {
    if export.pages > 1 {
        if export.view != FigureView::Timeline {
            return Err(usage(say!("cli-pages-view")));
        }
        if !outputs.iter().any(|&(_, format)| format == Format::Pdf) {
            return Err(usage(say!("cli-pages-format")));
        }
    }
    if export.view == FigureView::Steps {
        telling::check(export, outputs).map_err(usage)?;
    }
    if export.view == FigureView::Window
        && let Some((path, _)) = outputs
            .iter()
            .find(|(_, f)| f.is_figure() && *f != Format::Png)
    {
        let file = path.display().to_string();
        return Err(usage(say!("cli-window-format", file = file)));
    }
    Ok(())
}

fn exported(export: &Export, timings: &Timings) -> Result<Exit, Stop> {
    let outputs: Vec<(&PathBuf, Format)> = export
        .output
        .iter()
        .map(|path| Ok((path, Format::of(path).map_err(usage)?)))
        .collect::<Result<_, Stop>>()?;
    let made_at = made_at()?;
    fits(export, &outputs)?;
    let name = export.story.display().to_string();
    let read = file::load(&export.story, &Progress::default());
    let exit = ended(&read);
    let loaded = match read {
        Ok(loaded) => loaded,
        Err(error) => {
            let help = error.suggestion().unwrap_or_default();
            let help = say!("cli-help", help = help);
            return Err(Stop(exit, format!("{name}: {error}\n{help}")));
        }
    };
    timings.add_phases(&loaded.took);
    if loaded.count(Severity::Error) > 0 {
        let counts = file::counts(&loaded.problems, loaded.unlisted);
        eprintln!(
            "{}",
            say!("cli-exported-with", file = name, counts = counts)
        );
        eprintln!("{}", say!("cli-exported-with.help", file = name));
    }
    let shows_states =
        |format: Format| !matches!(format, Format::Ron | Format::Json | Format::Positions);
    let verification = if outputs.iter().any(|&(_, format)| shows_states(format)) {
        timings.time("verify", || verified(&export.story, &loaded))
    } else {
        Verification::default()
    };
    let kept = Kept::load(&export.story).unwrap_or_else(|error| {
        eprintln!("{}", say!("cli-not-kept", error = error.to_string()));
        Kept::default()
    });
    let mut view = kept_view(export, &kept).map_err(usage)?;
    let filter = match &export.filter {
        Some(query) => query.clone(),
        None => Query::parse(&view.filter).map_err(refused)?,
    };
    view.filter = filter.to_string();
    let (whole, index) = timings.time("index", || {
        let whole = Index::new(Arc::clone(&loaded.story)).verified(Arc::new(verification));
        let index = view.left_out.applied(&whole, &filter);
        (whole, index)
    });
    let mut view = view_of(export, &index, view).map_err(usage)?;
    export.map.apply(&index, &mut view).map_err(usage)?;
    let figure = figure_of(export);
    let measurer = Measurer::new();
    let wants_map = outputs.iter().any(|&(_, format)| {
        format == Format::Positions || (format.is_figure() && figure.subject == Subject::Map)
    });
    let arrangement = if wants_map {
        timings.time_cpu("layout", || {
            // As in the window: who was put somewhere by hand moves nobody else.
            let by = view.map.arrange.clone();
            let request = map::Request {
                before: kept.places.get(&by).cloned().unwrap_or_default(),
                by,
                ..map::Request::default()
            };
            map::arrange(&index, &request, &measurer, &AtomicBool::new(false))
        })
    } else {
        Arrangement::default()
    };
    if wants_map {
        let by = view.map.group;
        let groups = arrangement.graph.groups(&index, by);
        let names: Vec<&str> = groups
            .groups
            .iter()
            .map(|group| group.kept.as_str())
            .collect();
        export.map.check_groups(&names).map_err(usage)?;
    }
    let ground = Ground {
        index: &index,
        arrangement: &arrangement,
        view: &view,
        measurer: &measurer,
    };
    if export.view == FigureView::Window && outputs.iter().any(|(_, format)| format.is_figure()) {
        let opened = Opened {
            origin: Origin::File(export.story.clone()),
            index: Arc::new(whole),
            stack: None,
            arrangement: Some(Arc::new(arrangement)),
            before: Places::new(),
            kept: Ok(kept),
            loaded,
            reading: FileReading::default(),
        };
        return window_picture(export, view, (opened, index), &outputs, exit);
    }
    let wants = |test: &dyn Fn(Format) -> bool| outputs.iter().any(|&(_, format)| test(format));
    let spread = export.pages > 1;
    let told = export.view == FigureView::Steps && wants(&Format::is_figure);
    let whole = wants(&|format| format.is_figure() && !(spread && format == Format::Pdf)) && !told;
    let whole = whole.then(|| timings.time("scene", || draw(ground, &figure)));
    let mut pages = Vec::new();
    if spread {
        pages = timings.time("scene", || draw_pages(ground, &figure, export.pages));
    }
    let mut page = None;
    if told {
        let drawn = timings.time_cpu("scene", || telling::draw(ground, &kept, &figure, &outputs));
        (pages, page) = drawn.map_err(usage)?;
    }
    let embeds = wants(&|format| format == Format::Html)
        || (export.fonts == FigureFonts::Embed && wants(&|format| format == Format::Svg));
    warn(whole.iter().chain(&pages), embeds);
    let written = Written {
        data: Data {
            positions: positions(&index, &arrangement),
            index: Arc::new(index),
        },
        sheet: whole.map(|drawn| drawn.sheet),
        pages: pages.into_iter().map(|drawn| drawn.sheet).collect(),
        page,
        dark: figure.dark,
        scale: export.scale,
        lettering: match export.fonts {
            FigureFonts::Name => Lettering::ByName,
            FigureFonts::Embed => Lettering::Embedded,
            FigureFonts::Outline => Lettering::Outlined,
        },
        made_at,
    };
    timings.time("write", || {
        for (path, format) in outputs {
            write(path, &written.bytes(format)?)?;
        }
        Ok(exit)
    })
}

/// Writes a picture of the whole window, and whatever data is asked for beside it.
fn window_picture(
    export: &Export,
    mut view: View,
    (opened, index): (Opened, Index),
    outputs: &[(&PathBuf, Format)],
    exit: Exit,
) -> Result<Exit, Stop> {
    view.theme = match export.theme {
        FigureTheme::Light => ThemeChoice::Light,
        FigureTheme::Dark => ThemeChoice::Dark,
    };
    let failed = |error: WindowError| {
        let exit = match error {
            WindowError::Size { .. } => Exit::Usage,
            WindowError::NoVulkan(_) | WindowError::Draw(_) => Exit::Io,
        };
        Stop(exit, error.to_string())
    };
    let data = Data {
        positions: opened
            .arrangement
            .as_ref()
            .map_or_else(Default::default, |arrangement| {
                positions(&index, arrangement)
            }),
        index: Arc::new(index),
    };
    let picture = app::picture(opened, view, size_of(export), export.scale).map_err(failed)?;
    let (width, height) = (picture.width, picture.height);
    let bytes = png::encode(&picture.rgba, width, height, export.scale)
        .map_err(|error| Stop(Exit::Io, error.to_string()))?;
    for &(path, format) in outputs {
        if format == Format::Png {
            write(path, &bytes)?;
        } else {
            write(path, &data.bytes(format)?)?;
        }
    }
    Ok(exit)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    file::write_atomically(path, bytes).map_err(|error| {
        Stop(
            Exit::Io,
            say!(
                "cli-unwritten",
                file = path.display().to_string(),
                error = error.to_string()
            ),
        )
    })
}

/// The date of creation that the caller's environment gives, in seconds since 1970; see
/// <https://reproducible-builds.org/specs/source-date-epoch/>.
fn made_at() -> Result<Option<i64>, Stop> {
    let Some(value) = env::var_os("SOURCE_DATE_EPOCH").filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let seconds = value.to_str().and_then(|value| value.trim().parse().ok());
    seconds.map(Some).ok_or_else(|| usage(say!("cli-made-at")))
}

/// The figure that the arguments describe.
fn figure_of(export: &Export) -> Figure {
    let subject = match export.view {
        FigureView::Timeline | FigureView::Steps => Subject::Timeline,
        FigureView::Map | FigureView::Window => Subject::Map,
    };
    let size = size_of(export);
    let mut figure = Figure {
        dark: export.theme == FigureTheme::Dark,
        transparent: export.transparent,
        credit: export.credit.clone(),
        ..Figure::new(subject, size)
    };
    figure.parts.retain(|part| {
        let word = match part {
            Part::Title => FigurePart::Title,
            Part::Legend => FigurePart::Legend,
            Part::Caption => FigurePart::Caption,
            Part::Sources => FigurePart::Sources,
            Part::Credit => FigurePart::Credit,
        };
        !export.without.contains(&word) && !export.without.contains(&FigurePart::All)
    });
    figure
}

/// Says what figures lack that their reader would look for, each only once.
fn warn<'a>(figures: impl Iterator<Item = &'a Drawn>, embeds: bool) {
    let said: BTreeSet<String> = figures.flat_map(|drawn| drawn.warnings(embeds)).collect();
    for warning in said {
        eprintln!("{}", say!("cli-warning", message = warning));
    }
}

/// All that files of data are written from.
struct Data {
    index: Arc<Index>,
    positions: String,
}

impl Data {
    fn claims(&self) -> Vec<details::Line> {
        details::ledger(&self.index, &details::Order::default())
    }

    /// A file of data; empty for a figure.
    fn bytes(&self, format: Format) -> Result<Vec<u8>, Stop> {
        let story = self.index.story();
        Ok(match format {
            Format::Ron => file::to_ron(story).map_err(refused)?.into_bytes(),
            Format::Json => file::to_json(story).map_err(refused)?.into_bytes(),
            Format::Positions => self.positions.clone().into_bytes(),
            Format::Claims => details::ledger_csv(&self.index, &self.claims()).into_bytes(),
            Format::ClaimsTable => {
                details::ledger_markdown(&self.index, &self.claims()).into_bytes()
            }
            Format::Chronology => details::chronology(&self.index).into_bytes(),
            Format::Svg | Format::Png | Format::Pdf | Format::Html => Vec::new(),
        })
    }
}

/// All that files are written from.
struct Written {
    data: Data,
    /// The figure; none where no file asks for it.
    sheet: Option<Sheet>,
    /// The figure spread over pages; none where it is not.
    pages: Vec<Sheet>,
    /// The page that a told story is; none where it is none.
    page: Option<String>,
    dark: bool,
    scale: f32,
    lettering: Lettering,
    made_at: Option<i64>,
}

impl Written {
    fn bytes(&self, format: Format) -> Result<Vec<u8>, Stop> {
        Ok(match (format, &self.sheet) {
            (Format::Svg, Some(sheet)) => to_svg(sheet, self.lettering).into_bytes(),
            (Format::Png, Some(sheet)) => {
                png::to_png(sheet, self.scale, &mut |_| true).map_err(refused)?
            }
            (Format::Html, _) if let Some(page) = &self.page => page.clone().into_bytes(),
            (Format::Html, Some(sheet)) => to_html(&self.data.index, sheet, self.dark).into_bytes(),
            (Format::Pdf, Some(sheet)) if self.pages.is_empty() => {
                to_pdf(slice::from_ref(sheet), self.made_at).map_err(refused)?
            }
            (Format::Pdf, _) => to_pdf(&self.pages, self.made_at).map_err(refused)?,
            _ => self.data.bytes(format)?,
        })
    }
}

fn refused<E: std::error::Error>(error: E) -> Stop {
    Stop(Exit::Usage, error.to_string())
}

/// Where each actor lies on the map, as CSV.
fn positions(index: &Index, arrangement: &Arrangement) -> String {
    let mut table = String::from("id,x,y\n");
    for (ix, actor) in index.story().actors_with_ix() {
        if let Some(at) = arrangement.position(ix) {
            // Writing to a string does not fail.
            let _ = writeln!(table, "{},{},{}", csv_field(actor.id), at.x, at.y);
        }
    }
    table
}

/// `text` as a field of CSV (RFC 4180) that no spreadsheet takes for a formula.
fn csv_field(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula || text.contains(['"', ',', '\n', '\r']) {
        let guard = if is_formula { "'" } else { "" };
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_a_name_decides_its_format() {
        for (name, format) in [
            ("a.svg", Format::Svg),
            ("A.PNG", Format::Png),
            ("a.b.pdf", Format::Pdf),
            ("a.htm", Format::Html),
            ("x/y.positions.csv", Format::Positions),
            ("a.ron", Format::Ron),
            ("a.json", Format::Json),
        ] {
            assert_eq!(Format::of(Path::new(name)), Ok(format));
        }
        for name in ["a", "a.csv", ".svg", "svg"] {
            assert!(Format::of(Path::new(name)).is_err(), "{name}");
        }
    }

    #[test]
    fn a_field_of_csv_is_quoted_where_it_must_be() {
        assert_eq!(csv_field("a b"), "a b");
        assert_eq!(csv_field("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(csv_field("=1+1"), "\"'=1+1\"");
    }
}
