//! What the user chose of a picture, and the figure that it amounts to.

use crate::figure::{Figure, Part, Subject};
use crate::language::{Said, say};
use crate::scene::svg::Lettering;
use crate::scene::{Size, size};
use crate::view::View;

/// What can be exported from the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The whole window, as it is on screen.
    Window,
    /// The timeline or the map, drawn anew at the size asked for.
    Figure(Subject),
    /// The steps in which the story is told: a page for each, or a page to step through.
    Steps,
}

impl Target {
    /// Every target, in the order of the dialog.
    pub const ALL: [Self; 4] = [
        Self::Figure(Subject::Timeline),
        Self::Figure(Subject::Map),
        Self::Steps,
        Self::Window,
    ];

    /// Its name in the dialog.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Window => say!("export-window"),
            Self::Figure(Subject::Timeline) => say!("export-timeline"),
            Self::Figure(Subject::Map) => say!("export-map"),
            Self::Steps => say!("export-steps"),
        }
    }

    /// Its word in names of files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Figure(subject) => subject.word(),
            Self::Steps => "steps",
        }
    }
}

/// The file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Pixels.
    Png,
    /// Lines and text, to go on with in a drawing program.
    Svg,
    /// Lines and text, for print.
    Pdf,
    /// A page with the quotations behind each mark.
    Html,
}

impl Format {
    /// Every format with its name.
    pub const NAMED: [(Self, &'static str); 4] = [
        (Self::Png, "PNG"),
        (Self::Svg, "SVG"),
        (Self::Pdf, "PDF"),
        (Self::Html, "HTML"),
    ];

    /// What it is good for.
    #[must_use]
    pub fn use_for(self) -> &'static str {
        match self {
            Self::Png => say!("export-png"),
            Self::Svg => say!("export-svg"),
            Self::Pdf => say!("export-pdf"),
            Self::Html => say!("export-html"),
        }
    }

    /// Whether a picture of `target` can be written so.
    #[must_use]
    pub fn suits(self, target: Target) -> bool {
        match target {
            Target::Figure(_) => true,
            Target::Steps => matches!(self, Self::Pdf | Self::Html),
            Target::Window => self == Self::Png,
        }
    }

    /// The extension of its files.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
            Self::Html => "html",
        }
    }
}

/// An extent to choose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// As large as on screen.
    OnScreen,
    /// So many points.
    Points(f32, f32),
    /// What the user types.
    Own,
}

/// The extents that the dialog offers with their names, and the pixels to the point that go with each.
pub const PRESETS: [(Said, Extent, f32); 10] = [
    (|| say!("export-size-screen"), Extent::OnScreen, 1.0),
    (|| say!("export-size-retina"), Extent::OnScreen, 2.0),
    (
        || say!("export-size-slide"),
        Extent::Points(1600.0, 900.0),
        2.0,
    ),
    (
        || say!("export-size-column"),
        Extent::Points(800.0, 600.0),
        2.0,
    ),
    (
        || say!("export-size-a4"),
        Extent::Points(1122.52, 793.7),
        2.0,
    ),
    (
        || say!("export-size-a4-portrait"),
        Extent::Points(793.7, 1122.52),
        2.0,
    ),
    (
        || say!("export-size-a3"),
        Extent::Points(1587.4, 1122.52),
        2.0,
    ),
    (
        || say!("export-size-letter"),
        Extent::Points(1056.0, 816.0),
        2.0,
    ),
    (
        || say!("export-size-4k"),
        Extent::Points(1920.0, 1080.0),
        2.0,
    ),
    (|| say!("export-size-own"), Extent::Own, 2.0),
];

/// What the user chose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// What the picture shows.
    pub target: Target,
    /// How it is written.
    pub format: Format,
    /// Which of [`PRESETS`].
    pub preset: usize,
    /// The user's own extent, in points.
    pub own: [f32; 2],
    /// Pixels to the point, 1 to 4.
    pub scale: f32,
    /// The whole story rather than what is on screen.
    pub whole: bool,
    /// Light on dark; none is as on screen.
    pub dark: Option<bool>,
    /// Nothing behind it.
    pub transparent: bool,
    /// What stands around the view.
    pub parts: Vec<Part>,
    /// The credit's words.
    pub credit: String,
    /// How text is kept in SVG.
    pub lettering: Lettering,
    /// Over how many pages of a PDF the timeline is spread.
    pub pages: u16,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            target: Target::Figure(Subject::Timeline),
            format: Format::Png,
            preset: 1,
            own: [1200.0, 800.0],
            scale: PRESETS[1].2,
            whole: false,
            dark: None,
            transparent: false,
            parts: Part::NAMED.map(|(part, _)| part).into(),
            credit: String::new(),
            lettering: Lettering::ByName,
            pages: 1,
        }
    }
}

impl Choices {
    /// The extent, in points, where the view is `on_screen` points large.
    #[must_use]
    pub fn size(&self, on_screen: [f32; 2]) -> Size {
        let extent = PRESETS
            .get(self.preset)
            .map_or(Extent::OnScreen, |(_, extent, _)| *extent);
        match extent {
            Extent::OnScreen => size(
                on_screen[0].round().max(100.0),
                on_screen[1].round().max(100.0),
            ),
            Extent::Points(width, height) => size(width, height),
            Extent::Own => size(self.own[0], self.own[1]),
        }
    }

    /// Whether faces go into the file as they are.
    #[must_use]
    pub fn embeds(&self) -> bool {
        match self.format {
            Format::Html => true,
            Format::Svg => self.lettering == Lettering::Embedded,
            Format::Png | Format::Pdf => false,
        }
    }

    /// Whether the picture is a timeline over several pages.
    #[must_use]
    pub fn is_spread(&self) -> bool {
        self.pages > 1
            && self.format == Format::Pdf
            && self.target == Target::Figure(Subject::Timeline)
    }

    /// The figure of `subject`, where that is `on_screen` points large and `dark` or not.
    #[must_use]
    pub fn figure(&self, subject: Subject, on_screen: [f32; 2], dark: bool) -> Figure {
        let extent = PRESETS.get(self.preset).map(|(_, extent, _)| *extent);
        Figure {
            grows: extent == Some(Extent::OnScreen),
            dark: self.dark.unwrap_or(dark),
            transparent: self.transparent,
            parts: self.parts.clone(),
            credit: self.credit.trim().to_owned(),
            seen_at: (!self.whole).then(|| size(on_screen[0], on_screen[1])),
            ..Figure::new(subject, self.size(on_screen))
        }
    }

    /// What the figure shows of `view`.
    #[must_use]
    pub fn view(&self, view: &View) -> View {
        let mut view = view.clone();
        if self.whole {
            view.window = None;
            view.camera = None;
        }
        view
    }

    /// Sees to it that what is chosen goes together, where the story is told in so many `steps`.
    pub fn agree(&mut self, steps: usize) {
        if self.target == Target::Steps && steps == 0 {
            self.target = Target::Figure(Subject::Timeline);
        }
        if !self.format.suits(self.target) {
            self.format = match self.target {
                Target::Steps => Format::Pdf,
                Target::Figure(_) | Target::Window => Format::Png,
            };
        }
    }

    /// Puts a part in or leaves it out, in the order in which parts stand.
    pub fn switch(&mut self, part: Part, on: bool) {
        let parts = Part::NAMED.map(|(part, _)| part).into_iter();
        let wanted = parts.filter(|p| {
            if *p == part {
                on
            } else {
                self.parts.contains(p)
            }
        });
        self.parts = wanted.collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_switched_off_and_on_comes_back_to_its_place() {
        let mut choices = Choices::default();
        choices.switch(Part::Legend, false);
        assert!(!choices.parts.contains(&Part::Legend));
        choices.switch(Part::Legend, true);
        assert_eq!(choices, Choices::default());
    }

    #[test]
    fn pages_are_for_timelines_in_pdf_alone() {
        let mut choices = Choices {
            pages: 3,
            format: Format::Pdf,
            ..Choices::default()
        };
        assert!(choices.is_spread());
        choices.target = Target::Figure(Subject::Map);
        assert!(!choices.is_spread());
        choices.target = Target::Figure(Subject::Timeline);
        choices.format = Format::Png;
        assert!(!choices.is_spread());
    }

    #[test]
    fn steps_are_pages_and_are_chosen_only_where_there_are_some() {
        let mut choices = Choices {
            target: Target::Steps,
            ..Choices::default()
        };
        choices.agree(3);
        assert_eq!(
            (choices.target, choices.format),
            (Target::Steps, Format::Pdf)
        );
        choices.format = Format::Html;
        choices.agree(3);
        assert_eq!(choices.format, Format::Html);
        choices.agree(0);
        assert_eq!(choices.target, Target::Figure(Subject::Timeline));
    }
}
