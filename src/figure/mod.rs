//! Figures: a view of the story at a size, with what a reader of it needs around it. The same from
//! the window and the command line.

mod caption;
mod cite;
mod frame;
mod html;
mod steps;

use std::collections::HashSet;

use crate::details;
use crate::index::Index;
use crate::language::say;
use crate::map::{self, Arrangement};
use crate::scene::legend::Entry;
use crate::scene::{Measurer, Rgba, Scene, Sheet, Size, Theme, fonts};
use crate::story::Item;
use crate::timeline;
use crate::view::{Camera, View, Window};

pub use html::{to_html, to_html_steps};
pub use steps::{StepFigures, Telling, draw_step, draw_steps, step_figures};

/// What a figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Events in time.
    Timeline,
    /// Actors and relations.
    Map,
}

impl Subject {
    /// Its word in names of files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Map => "map",
        }
    }
}

/// What stands around a view in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The story's title and what it is about.
    Title,
    /// What the marks mean: only those that are drawn.
    Legend,
    /// What is shown: how much of the story, from when to when, as of when, near whom.
    Caption,
    /// The sources that it rests on, numbered.
    Sources,
    /// What it was made with, or the author's own words.
    Credit,
}

impl Part {
    /// Every part, with its word on the command line.
    pub const NAMED: [(Self, &'static str); 5] = [
        (Self::Title, "title"),
        (Self::Legend, "legend"),
        (Self::Caption, "caption"),
        (Self::Sources, "sources"),
        (Self::Credit, "credit"),
    ];

    /// Its word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::NAMED[self as usize].1
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => say!("figure-part-title"),
            Self::Legend => say!("figure-part-legend"),
            Self::Caption => say!("figure-part-caption"),
            Self::Sources => say!("figure-part-sources"),
            Self::Credit => say!("figure-part-credit"),
        }
    }

    /// What it is called within a sentence that says for what there is no room.
    fn lacking(self) -> &'static str {
        match self {
            Self::Title => say!("figure-part-title.lacking"),
            Self::Legend => say!("figure-part-legend.lacking"),
            Self::Caption => say!("figure-part-caption.lacking"),
            Self::Sources => say!("figure-part-sources.lacking"),
            Self::Credit => say!("figure-part-credit.lacking"),
        }
    }
}

/// A figure to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it shows.
    pub subject: Subject,
    /// Its extent, in points.
    pub size: Size,
    /// Whether that is the extent of the view alone, to which what stands around it is added.
    pub grows: bool,
    /// Whether it is light on dark.
    pub dark: bool,
    /// Whether nothing lies behind it.
    pub transparent: bool,
    /// What stands around the view.
    pub parts: Vec<Part>,
    /// The credit's words; the program's name where empty.
    pub credit: String,
    /// The extent, in points, that the view's camera was set for; none where the camera's own zoom
    /// is to be kept.
    pub seen_at: Option<Size>,
    /// Which page of how many this is; none where it stands alone.
    pub page: Option<(u16, u16)>,
}

impl Figure {
    /// A figure of `subject` with every part.
    #[must_use]
    pub fn new(subject: Subject, size: Size) -> Self {
        Self {
            subject,
            size,
            grows: false,
            dark: false,
            transparent: false,
            parts: Part::NAMED.map(|(part, _)| part).into(),
            credit: String::new(),
            seen_at: None,
            page: None,
        }
    }

    fn theme(&self) -> &'static Theme {
        Theme::of(self.dark)
    }
}

/// What a figure is drawn from.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The story.
    pub index: &'a Index,
    /// Where its actors lie; needed for a map alone.
    pub arrangement: &'a Arrangement,
    /// What is chosen: window, as-of date, focus, selection, camera.
    pub view: &'a View,
    /// The text measurer.
    pub measurer: &'a Measurer,
}

/// A drawn figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// What goes into a file.
    pub sheet: Sheet,
    /// The parts that the figure is too small for.
    pub left_out: Vec<Part>,
}

impl Drawn {
    /// What the figure lacks that its reader would look for, in sentences. `embeds` tells that its
    /// faces go into the file.
    #[must_use]
    pub fn warnings(&self, embeds: bool) -> Vec<String> {
        let mut warnings = Vec::new();
        if !self.left_out.is_empty() {
            let parts: Vec<&str> = self.left_out.iter().map(|part| part.lacking()).collect();
            warnings.push(say!("figure-too-low", parts = parts.join(", ")));
        }
        let scene = &self.sheet.scene;
        let fonts = fonts::for_scene(scene);
        if embeds {
            for (face, letters) in fonts.not_embedded(scene) {
                warnings.push(say!("figure-not-embedded", face = face, letters = letters));
            }
        }
        for missing in fonts.missing(scene) {
            warnings.push(say!(
                "figure-no-font",
                characters = missing.characters,
                script = missing.script,
                package = missing.package
            ));
        }
        warnings
    }
}

/// Draws `figure` of the story as the view has it.
#[must_use]
pub fn draw(ground: Ground<'_>, figure: &Figure) -> Drawn {
    let index = ground.index;
    let framed = frame::framed(ground, figure);
    let mut scene = framed.scene;
    if figure.transparent {
        scene.background = Rgba::CLEAR;
    }
    let items: HashSet<Item> = scene.items().collect();
    let note = |item| (item, framed.citations.note(index, item));
    let story = index.story();
    Drawn {
        sheet: Sheet {
            title: say!(
                "figure-title",
                story = story.title,
                shown = figure.subject.word()
            ),
            summary: framed.caption,
            language: story.language.clone(),
            notes: items.into_iter().map(note).collect(),
            scene,
        },
        left_out: framed.left_out,
    }
}

/// Draws a timeline spread over `pages`: each shows a stretch of the window, all equally long.
#[must_use]
pub fn draw_pages(ground: Ground<'_>, figure: &Figure, pages: u16) -> Vec<Drawn> {
    let whole = ground
        .view
        .window
        .unwrap_or_else(|| timeline::fit_window(ground.index, figure.size));
    let length = i128::from(whole.to) - i128::from(whole.from);
    let edge = |page: u16| {
        let along = i128::from(whole.from) + length * i128::from(page) / i128::from(pages.max(1));
        i64::try_from(along).unwrap_or(whole.to)
    };
    (0..pages)
        .map(|page| {
            let view = View {
                window: Some(Window {
                    from: edge(page),
                    to: edge(page + 1),
                }),
                ..ground.view.clone()
            };
            let figure = Figure {
                page: Some((page + 1, pages)),
                ..figure.clone()
            };
            let ground = Ground {
                view: &view,
                ..ground
            };
            draw(ground, &figure)
        })
        .collect()
}

/// What a view shows, before anything stands around it.
struct Body {
    scene: Scene,
    /// Every item that shows, those folded into one mark too.
    items: Vec<Item>,
    legend: Vec<Entry>,
}

/// The view of `figure` alone, at `size`.
fn body(ground: Ground<'_>, figure: &Figure, size: Size) -> Body {
    let Ground {
        index,
        view,
        measurer,
        arrangement,
    } = ground;
    let theme = figure.theme();
    let highlight = &details::lit(index, &view.selected(index), None, view.moment());
    match figure.subject {
        Subject::Timeline => {
            let request = timeline::Request {
                window: view.window,
                range: view.range,
                choices: view.lane_choices.clone(),
                ..timeline::Request::new(size)
            };
            let (stack, layout) = timeline::fitting(index, view.lanes, &request, measurer);
            let drawing = timeline::Drawing {
                index,
                layout: &layout,
                highlight,
                theme,
                measurer,
                as_of: view.as_of_tick(),
                voices: view.voices,
                range: view.range.map(|range| (range, view.outside)),
            };
            let scene = timeline::scene(drawing);
            let mut events = timeline::events_in(index, &stack, &layout);
            events.retain(|&event| drawing.shows(event));
            Body {
                scene,
                items: events.iter().copied().map(Item::Event).collect(),
                legend: timeline::legend_entries(index, &layout, &events, (theme, view.voices))
                    .concat(),
            }
        }
        Subject::Map => {
            let drawing = map::Drawing {
                index,
                arrangement,
                view,
                highlight,
                theme,
                measurer,
                size,
                legend: false,
                many: false,
            };
            let camera = view.camera.map(|camera| Camera {
                zoom: camera.zoom * figure.magnified(size),
                ..camera
            });
            let camera = camera.unwrap_or_else(|| drawing.fitted());
            let scene = map::scene(drawing, camera);
            let drawn = scene.item_groups().map(|(item, _)| item);
            let items: Vec<Item> = drawn.chain(scene.crowd.folded.iter().copied()).collect();
            Body {
                legend: map::legend_entries(&drawing, camera.zoom, &items).concat(),
                items,
                scene,
            }
        }
    }
}

impl Figure {
    /// How much larger than on screen a map of `size` is drawn, so that it shows the same.
    fn magnified(&self, size: Size) -> f32 {
        self.seen_at.map_or(1.0, |seen| {
            (size.width / seen.width.max(1.0)).min(size.height / seen.height.max(1.0))
        })
    }
}
