//! What the dialog has done in the background: previews, files, pictures for the clipboard.

use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, TryRecvError};

use eframe::egui::{self, ColorImage};

use crate::figure::{
    Drawn, Figure, Ground, Telling, draw, draw_pages, draw_step, draw_steps, step_figures, to_html,
    to_html_steps,
};
use crate::file::{Progress, write_atomically};
use crate::index::Index;
use crate::language::say;
use crate::map::{self, Arrangement};
use crate::scene::pdf::to_pdf;
use crate::scene::svg::to_svg;
use crate::scene::{Measurer, png};
use crate::view::{ArrangeBy, View};

use super::super::background;
use super::choices::{Choices, Format};

/// Work on a thread of its own, that can be cancelled.
pub struct Job<T> {
    progress: Arc<Progress>,
    answer: Receiver<T>,
}

impl<T: Send + 'static> Job<T> {
    /// Begins `work`, and wakes the window once it is done.
    pub fn begin(ctx: &egui::Context, work: impl FnOnce(&Progress) -> T + Send + 'static) -> Self {
        let progress = Arc::new(Progress::default());
        let held = Arc::clone(&progress);
        let answer = background::begin(ctx, move || work(&held));
        Self { progress, answer }
    }

    /// What came of the work: none while it goes on, an error where it broke off.
    pub fn poll(&self) -> Option<Result<T, Broken>> {
        match self.answer.try_recv() {
            Ok(answer) => Some(Ok(answer)),
            Err(TryRecvError::Disconnected) => Some(Err(Broken)),
            Err(TryRecvError::Empty) => None,
        }
    }

    /// How far the work is.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

/// Work that ended without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("export-broken"))]
pub struct Broken;

/// Everything that a figure is drawn from, to go to another thread.
#[derive(Clone)]
pub struct Held {
    pub index: Arc<Index>,
    pub arrangement: Arc<Arrangement>,
    pub view: View,
    pub measurer: Arc<Measurer>,
}

impl Held {
    fn ground(&self) -> Ground<'_> {
        Ground {
            index: &self.index,
            arrangement: &self.arrangement,
            view: &self.view,
            measurer: &self.measurer,
        }
    }

    /// Gives `act` what steps are drawn from.
    fn telling<T>(&self, act: impl FnOnce(Telling<'_>) -> T) -> T {
        let known: RefCell<Vec<Arc<Arrangement>>> =
            RefCell::new(vec![Arc::clone(&self.arrangement)]);
        let arranged = |by: &ArrangeBy| {
            let mut known = known.borrow_mut();
            if let Some(found) = known.iter().find(|held| held.by == *by) {
                return Arc::clone(found);
            }
            let request = map::Request {
                by: by.clone(),
                ..map::Request::default()
            };
            let never = AtomicBool::new(false);
            let found = map::arrange(&self.index, &request, &self.measurer, &never);
            known.push(Arc::new(found));
            known.last().cloned().unwrap_or_default()
        };
        act(Telling {
            index: &self.index,
            view: &self.view,
            measurer: &self.measurer,
            arranged: &arranged,
        })
    }
}

/// What is to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The figure, or the pages on which a story is told.
    pub figure: Figure,
    /// The step to show before others, counted from 0; none where the story is not told in steps.
    pub step: Option<usize>,
}

/// A small picture of what will be saved.
pub struct Previewed {
    /// The picture; none where it could not be drawn.
    pub image: Option<ColorImage>,
    /// The extent of what will be saved, in points.
    pub size: [f32; 2],
    /// What the picture lacks.
    pub notes: Vec<String>,
}

/// What a picture came to.
pub enum Done {
    /// It lies in this file.
    Saved(PathBuf),
    /// It is to go to the clipboard.
    Drawn(ColorImage),
}

/// `picture` in at most `room` pixels, of a told story the step that it names; `embeds` tells that its faces go into the file.
pub fn preview(
    held: &Held,
    picture: &Picture,
    embeds: bool,
    room: [f32; 2],
    progress: &Progress,
) -> Previewed {
    let figure = &picture.figure;
    let of_step =
        |place| held.telling(|telling| draw_step(telling, figure, (place, telling.count())));
    let step = picture.step.and_then(of_step);
    let drawn = step.unwrap_or_else(|| draw(held.ground(), figure));
    let size = drawn.sheet.scene.size;
    let scale = (room[0] / size.width).min(room[1] / size.height);
    let image = pixels(&drawn, scale, progress).ok();
    Previewed {
        image,
        size: [size.width, size.height],
        notes: drawn.warnings(embeds),
    }
}

/// `figure` as pixels, `scale` to the point.
pub fn picture(
    held: &Held,
    figure: &Figure,
    scale: f32,
    progress: &Progress,
) -> Result<Done, String> {
    pixels(&draw(held.ground(), figure), scale, progress).map(Done::Drawn)
}

fn pixels(drawn: &Drawn, scale: f32, progress: &Progress) -> Result<ColorImage, String> {
    let raster = png::raster(&drawn.sheet, scale, &mut going_on(progress))
        .map_err(|error| error.to_string())?;
    let size = [raster.width as usize, raster.height as usize];
    Ok(ColorImage::from_rgba_unmultiplied(size, &raster.rgba))
}

/// Draws `picture` as `choices` have it and writes it to `path`.
pub fn save(
    held: &Held,
    picture: &Picture,
    choices: &Choices,
    path: PathBuf,
    progress: &Progress,
) -> Result<Done, String> {
    let (ground, figure) = (held.ground(), &picture.figure);
    let told = picture.step.is_some();
    let words = |error: &dyn std::error::Error| error.to_string();
    let bytes = match choices.format {
        Format::Svg => to_svg(&draw(ground, figure).sheet, choices.lettering).into_bytes(),
        Format::Png => {
            let sheet = draw(ground, figure).sheet;
            png::to_png(&sheet, choices.scale, &mut going_on(progress)).map_err(|e| words(&e))?
        }
        Format::Pdf => {
            let pages = if told {
                held.telling(|telling| draw_steps(telling, figure))
            } else if choices.is_spread() {
                draw_pages(ground, figure, choices.pages)
            } else {
                vec![draw(ground, figure)]
            };
            let sheets: Vec<_> = pages.into_iter().map(|drawn| drawn.sheet).collect();
            to_pdf(&sheets, None).map_err(|e| words(&e))?
        }
        Format::Html if told => {
            let steps = held.telling(|telling| step_figures(telling, figure));
            to_html_steps(&held.index, &steps, figure.dark).into_bytes()
        }
        Format::Html => to_html(&held.index, &draw(ground, figure).sheet, figure.dark).into_bytes(),
    };
    written(path, &bytes, progress)
}

/// Writes the window as it was on screen.
pub fn save_window(
    image: &ColorImage,
    scale: f32,
    path: PathBuf,
    progress: &Progress,
) -> Result<Done, String> {
    let rgba: Vec<u8> = image
        .pixels
        .iter()
        .flat_map(egui::Color32::to_srgba_unmultiplied)
        .collect();
    let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
    let [width, height] = image.size.map(side);
    let bytes = png::encode(&rgba, width, height, scale).map_err(|error| error.to_string())?;
    written(path, &bytes, progress)
}

fn written(path: PathBuf, bytes: &[u8], progress: &Progress) -> Result<Done, String> {
    if progress.is_cancelled() {
        return Err(say!("export-cancelled").to_owned());
    }
    write_atomically(&path, bytes).map_err(|error| error.to_string())?;
    Ok(Done::Saved(path))
}

/// Notes how far the rasteriser is, and whether it is to go on.
fn going_on(progress: &Progress) -> impl FnMut(f32) -> bool {
    |done| progress.reach_share(done).is_ok()
}
