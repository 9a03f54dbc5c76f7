//! The arguments, as clap reads them and renders them into help.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Parser, ValueEnum};

use crate::app::Renderer;
use crate::index::Query;
use crate::language::{Language, say};
use crate::story::{Date, ItemId};

use super::map_args::MapArgs;

/// Shows a documented story whole: when, who, and says who.
///
/// Without a story, the window opens with the one that ships.
#[derive(Parser, Debug)]
#[command(name = "throughline", version)]
pub struct Args {
    /// The story file to open (.ron or .json)
    pub story: Option<PathBuf>,
    /// How the window is drawn; chosen by itself where not given
    #[arg(long, value_enum)]
    pub renderer: Option<Renderer>,
    /// Print one line of JSON to stderr: milliseconds of each phase
    #[arg(long, global = true)]
    pub timings: bool,
    /// The language to speak: en or de; the system's where not given
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language)]
    pub language: Option<Language>,
    /// Write launcher, icons, file type, man pages and shell completions into FOLDER/share, as in ~/.local
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["story", "renderer"])]
    pub generate: Option<PathBuf>,
    /// What to do instead of opening the window
    #[command(subcommand)]
    pub command: Option<Subcommand>,
}

/// What to do instead of opening the window.
#[derive(clap::Subcommand, Debug)]
pub enum Subcommand {
    /// Report everything that is wrong in story files
    Check(Check),
    /// Write the timeline or the map of a story as a picture, or its data
    Export(Box<Export>),
    /// Write a story with the sources of a bibliography (.bib, .ris, CSL-JSON)
    Import(Import),
    /// Print a passage for a story file that quotes words of a source
    Quote(Quote),
}

/// `throughline import`.
#[derive(clap::Args, Debug)]
pub struct Import {
    /// The files to read; each extension decides its format: .bib, .ris, .json
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The story file to write
    #[arg(short, long, value_name = "STORY")]
    pub output: PathBuf,
    /// Write over the story file where it is there already
    #[arg(long)]
    pub force: bool,
    /// The format of all files, whatever their extensions
    #[arg(long = "as", value_enum, value_name = "FORMAT")]
    pub format: Option<ImportFormat>,
}

/// A format that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    /// `BibTeX` or `BibLaTeX`.
    Bibtex,
    /// CSL-JSON.
    CslJson,
    /// RIS.
    Ris,
}

/// `throughline quote`.
#[derive(clap::Args, Debug)]
pub struct Quote {
    /// The file with the source's text (.txt, .md, .html or .pdf)
    #[arg(value_name = "SOURCE")]
    pub source: PathBuf,
    /// The words, as they stand there or about so
    #[arg(value_name = "TEXT")]
    pub text: String,
    /// The source's id in the story; the file's name without its ending where not given
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
}

/// `throughline check`.
#[derive(clap::Args, Debug)]
pub struct Check {
    /// The story files
    #[arg(required = true, value_name = "STORY")]
    pub stories: Vec<PathBuf>,
    /// How to report
    #[arg(long, value_enum, default_value = "text")]
    pub format: ReportFormat,
}

/// How `check` reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// `throughline export`.
#[derive(clap::Args, Debug)]
pub struct Export {
    /// The story file
    #[arg(value_name = "STORY")]
    pub story: PathBuf,
    /// The files to write; each extension decides its format: .png .svg .pdf .html .ron .json, .md (a chronology with citations), NAME.claims.csv or .claims.md (the ledger), NAME.positions.csv
    #[arg(short, long, required = true, num_args = 1.., value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// Which view to draw
    #[arg(long, value_enum, default_value = "timeline")]
    pub view: FigureView,
    /// Width and height, in points
    #[arg(long, default_value = "1600x900", value_name = "WxH")]
    pub size: FigureSize,
    /// Width and height as a sheet of paper: A4, A3, Letter (lying; add -portrait to stand), or 300x200mm
    #[arg(long, conflicts_with = "size", value_name = "PAPER")]
    pub page: Option<Paper>,
    /// Spread the timeline over this many pages (.pdf)
    #[arg(long, default_value = "1", value_name = "N", value_parser = clap::value_parser!(u16).range(1..=200))]
    pub pages: u16,
    /// Pixels to the point, in PNG
    #[arg(long, default_value = "2", value_parser = scale)]
    pub scale: f32,
    /// Dark on light, or light on dark
    #[arg(long, value_enum, default_value = "light")]
    pub theme: FigureTheme,
    /// The first date on the timeline (EDTF)
    #[arg(long, value_parser = Date::parse, value_name = "DATE")]
    pub from: Option<Date>,
    /// The last date on the timeline (EDTF)
    #[arg(long, value_parser = Date::parse, value_name = "DATE")]
    pub to: Option<Date>,
    /// The date that the map is shown as of (EDTF)
    #[arg(long, value_parser = Date::parse, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// Show on the map only this actor (its id) and what is near it
    #[arg(long, value_name = "ACTOR")]
    pub focus: Option<String>,
    /// How many steps from the actor in focus (1 to 9)
    #[arg(long, default_value = "1", value_name = "N", value_parser = clap::value_parser!(u8).range(1..=9))]
    pub hops: u8,
    /// How the map is laid out, sized and grouped
    #[command(flatten)]
    pub map: MapArgs,
    /// Mark who speaks for each claim
    #[arg(long)]
    pub voices: bool,
    /// Select an item, such as event/letter or actor/huawei
    #[arg(long, value_name = "ITEM")]
    pub select: Vec<ItemId>,
    /// Show only what passes, as in: kind:agency -tag:cloud from:2022 "stricter rules"
    #[arg(long, value_parser = Query::parse, value_name = "QUERY", allow_hyphen_values = true)]
    pub filter: Option<Query>,
    /// Draw the view that was saved in the window under this name; other arguments go before it
    #[arg(long, value_name = "NAME")]
    pub saved: Option<String>,
    /// Leave out what stands around the view
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART")]
    pub without: Vec<FigurePart>,
    /// What to say as credit, instead of the program's name
    #[arg(
        long,
        default_value = "",
        hide_default_value = true,
        value_name = "TEXT"
    )]
    pub credit: String,
    /// Nothing lies behind the figure
    #[arg(long)]
    pub transparent: bool,
    /// How text is kept in .svg
    #[arg(long, value_enum, default_value = "name")]
    pub fonts: FigureFonts,
}

/// What stands around the view in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FigurePart {
    /// The story's title and what it is about.
    Title,
    /// What the marks mean.
    Legend,
    /// How much of the story is shown.
    Caption,
    /// The sources that it rests on.
    Sources,
    /// What it was made with.
    Credit,
    /// Everything but the view itself.
    All,
}

/// How text is kept in SVG.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FigureFonts {
    /// As text, by the name of the face.
    Name,
    /// As text, with the letters that are needed in the file.
    Embed,
    /// As outlines, which nobody can edit or search.
    Outline,
}

/// Which view to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FigureView {
    /// Events in time.
    Timeline,
    /// Actors and relations.
    Map,
    /// The steps in which the story is told: a page for each (.pdf), or a page to step through (.html).
    Steps,
    /// The whole window, as pixels; needs Vulkan, if only in software.
    Window,
}

/// The figure's theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FigureTheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Width and height, in points, each 100 to 16,384.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureSize {
    /// Points across.
    pub width: f32,
    /// Points down.
    pub height: f32,
}

impl FromStr for FigureSize {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let side = |text: &str| -> Option<f32> {
            let points: u16 = text.parse().ok()?;
            (100..=16_384)
                .contains(&points)
                .then_some(f32::from(points))
        };
        text.split_once(['x', 'X', '×'])
            .and_then(|(width, height)| {
                Some(Self {
                    width: side(width)?,
                    height: side(height)?,
                })
            })
            .ok_or_else(|| say!("cli-size").to_owned())
    }
}

/// Width and height of a sheet of paper, in points of 1/96 inch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paper(pub FigureSize);

impl FromStr for Paper {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let lower = text.to_lowercase();
        let (name, stands) = match lower.strip_suffix("-portrait") {
            Some(name) => (name, true),
            None => (lower.as_str(), false),
        };
        let own = |name: &str| -> Option<(f32, f32)> {
            let (width, height) = name.strip_suffix("mm")?.split_once(['x', '×'])?;
            Some((width.trim().parse().ok()?, height.trim().parse().ok()?))
        };
        let millimeters = match name {
            "a4" => Some((297.0, 210.0)),
            "a3" => Some((420.0, 297.0)),
            "letter" => Some((279.4, 215.9)),
            _ => own(name),
        };
        millimeters
            .filter(|(width, height)| {
                [width, height]
                    .iter()
                    .all(|side| (50.0..=2000.0).contains(*side))
            })
            .map(|(width, height)| {
                if stands {
                    (height, width)
                } else {
                    (width, height)
                }
            })
            .map(|(width, height)| {
                let points = |millimeters: f32| millimeters / 25.4 * 96.0;
                Self(FigureSize {
                    width: points(width),
                    height: points(height),
                })
            })
            .ok_or_else(|| say!("cli-paper").to_owned())
    }
}

fn language(tag: &str) -> Result<Language, String> {
    let language = Language::of_tag(tag).ok_or_else(|| say!("cli-language").to_owned())?;
    // What is wrong with the other arguments is told in it too.
    language.choose();
    Ok(language)
}

fn scale(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(scale) if (0.25..=8.0).contains(&scale) => Ok(scale),
        _ => Err(say!("cli-scale").to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_size_is_two_sides_of_a_sane_length() {
        assert_eq!(
            "1600x900".parse(),
            Ok(FigureSize {
                width: 1600.0,
                height: 900.0
            })
        );
        for wrong in ["1600", "0x900", "1600x", "99999x3", "1e3x3"] {
            assert!(wrong.parse::<FigureSize>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_sheet_of_paper_has_a_name_or_two_sides_in_millimeters() {
        let sides = |text: &str| {
            let paper: Paper = text.parse().unwrap();
            [paper.0.width.round(), paper.0.height.round()].map(|side| format!("{side}"))
        };
        assert_eq!(sides("A4"), ["1123", "794"]);
        assert_eq!(sides("a4-portrait"), ["794", "1123"]);
        assert_eq!(sides("Letter"), ["1056", "816"]);
        assert_eq!(sides("254x127mm"), ["960", "480"]);
        for wrong in [
            "A5",
            "A4-",
            "0x10mm",
            "1e9x10mm",
            "NaNx100mm",
            "100x100",
            "",
        ] {
            assert!(wrong.parse::<Paper>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn several_outputs_and_selections_can_be_named_in_one_call() {
        let args = Args::try_parse_from([
            "throughline",
            "export",
            "a.ron",
            "-o",
            "a.svg",
            "b.png",
            "--select",
            "event/x",
            "--select",
            "actor/y",
            "--timings",
        ]);
        let args = args.unwrap();
        assert!(args.timings);
        let Some(Subcommand::Export(export)) = args.command else {
            panic!("not an export")
        };
        assert_eq!((export.output.len(), export.select.len()), (2, 2));
    }
}
