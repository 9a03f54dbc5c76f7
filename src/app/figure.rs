//! Figures: a view of the story at a size, the same for the window's export and the command line.

use crate::index::{Highlight, Index};
use crate::map::{self, Arrangement};
use crate::scene::{Measurer, Scene, Size, Theme};
use crate::timeline;
use crate::view::View;

/// What a figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Events in time.
    Timeline,
    /// Actors and relations.
    Map,
}

impl Subject {
    /// Its name, in titles and files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Map => "map",
        }
    }
}

/// A figure to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// What it shows.
    pub subject: Subject,
    /// Its extent, in points.
    pub size: Size,
    /// Whether it is light on dark.
    pub dark: bool,
}

/// Draws `figure` of the story as `view` has it, with its actors where `arrangement` has them.
#[must_use]
pub fn draw(
    index: &Index,
    arrangement: &Arrangement,
    view: &View,
    figure: &Figure,
    measurer: &Measurer,
) -> Scene {
    let theme = Theme::of(figure.dark);
    let highlight = Highlight::new(index, &view.selected(index), None, false);
    match figure.subject {
        Subject::Timeline => {
            let request = timeline::Request {
                window: view.window,
                size: figure.size,
                lanes: view.lanes,
                fits: true,
            };
            let layout = timeline::layout(index, &request, measurer);
            timeline::scene(timeline::Drawing {
                index,
                layout: &layout,
                highlight: &highlight,
                theme,
                measurer,
                as_of: view.as_of_tick(),
                scroll: 0.0,
            })
        }
        Subject::Map => {
            let drawing = map::Drawing {
                index,
                arrangement,
                view,
                highlight: &highlight,
                theme,
                measurer,
                size: figure.size,
            };
            map::scene(drawing, view.camera.unwrap_or_else(|| drawing.fitted()))
        }
    }
}
