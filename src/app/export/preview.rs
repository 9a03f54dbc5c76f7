//! The picture as it will be saved, small, drawn in the background whenever the choices change.

use std::sync::Arc;

use eframe::egui::{self, Color32, RichText, TextureHandle, TextureOptions, Ui, Vec2};

use crate::language::say;
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};
use crate::view::View;

use super::super::look::named;
use super::Ground;
use super::choices::{Choices, Format, Target};
use super::work::{self, Job, Picture, Previewed};

/// The most that a preview takes, in points.
pub const MOST: Vec2 = Vec2::new(460.0, 400.0);

/// The preview on screen, and what is on its way to replace it.
#[derive(Default)]
pub struct Preview {
    /// What the picture under way, or on screen, was drawn from.
    of: Option<Seen>,
    job: Option<Job<Previewed>>,
    texture: Option<TextureHandle>,
    size: [f32; 2],
    notes: Vec<String>,
}

/// What a preview hangs on.
#[derive(PartialEq)]
struct Seen {
    picture: Picture,
    view: View,
    embeds: bool,
    story: usize,
    room: [f32; 2],
}

impl Preview {
    /// Draws a new preview in the background where the one on screen has fallen behind.
    pub fn follow(&mut self, ctx: &egui::Context, ground: &Ground<'_>, choices: &Choices) {
        let Some((held, picture)) = ground.held(choices).zip(ground.picture(choices)) else {
            *self = Self::default();
            return;
        };
        let fine = ctx.pixels_per_point();
        let seen = Seen {
            picture,
            view: held.view.clone(),
            embeds: choices.embeds(),
            story: Arc::as_ptr(&held.index) as usize,
            room: [MOST.x * fine, MOST.y * fine],
        };
        if self.of.as_ref() != Some(&seen) {
            let picture = seen.picture.clone();
            let (room, embeds) = (seen.room, seen.embeds);
            self.job = Some(Job::begin(ctx, move |progress| {
                work::preview(&held, &picture, embeds, room, progress)
            }));
            self.of = Some(seen);
        }
        let Some(done) = self.job.as_ref().and_then(Job::poll) else {
            return;
        };
        self.job = None;
        match done {
            Ok(preview) => {
                self.notes = preview.notes;
                self.size = preview.size;
                self.texture = preview
                    .image
                    .map(|image| ctx.load_texture("export preview", image, TextureOptions::LINEAR));
            }
            Err(broken) => {
                self.texture = None;
                self.notes = vec![broken.to_string()];
            }
        }
    }

    /// Shows the preview, no higher than `room` points.
    pub fn show(&self, ui: &mut Ui, theme: &Theme, choices: &Choices, room: f32) {
        let small = |text: &str, color| {
            RichText::new(text)
                .text_style(named(TextStyle::Caption))
                .color(color32(color))
        };
        if choices.target == Target::Window {
            ui.set_width(MOST.x);
            let words = say!("export-window-note");
            ui.label(small(words, theme.muted));
            return;
        }
        let Some(texture) = &self.texture else {
            ui.allocate_space(Vec2::new(MOST.x, 240.0));
            return;
        };
        let fine = ui.ctx().pixels_per_point();
        let size = texture.size_vec2() / fine;
        let size = size * ((room - 24.0) / size.y).min(1.0);
        let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
        response.widget_info(|| {
            let words = say!("export-preview");
            egui::WidgetInfo::labeled(egui::accesskit::Role::Image, true, words)
        });
        if choices.transparent {
            checkered(ui, rect, theme);
        }
        let whole = egui::Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
        ui.painter()
            .image(texture.id(), rect, whole, Color32::WHITE);
        ui.painter().rect_stroke(
            rect,
            0.0,
            egui::Stroke::new(1.0, color32(theme.hairline)),
            egui::StrokeKind::Outside,
        );
        ui.add_space(4.0);
        ui.set_max_width(MOST.x);
        let in_pixels = choices.format == Format::Png;
        let scale = if in_pixels { choices.scale } else { 1.0 };
        let [width, height] = self.size.map(|side| format!("{:.0}", side * scale));
        let words = if in_pixels {
            say!("export-pixels", width = width, height = height)
        } else {
            say!("export-points", width = width, height = height)
        };
        ui.label(small(&words, theme.muted));
        for note in &self.notes {
            ui.label(small(note, theme.warning));
        }
    }
}

/// Squares behind a picture that has no ground.
fn checkered(ui: &Ui, rect: egui::Rect, theme: &Theme) {
    const SIDE: f32 = 8.0;
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, 0.0, color32(theme.canvas));
    let mut y = rect.top();
    let mut odd = false;
    while y < rect.bottom() {
        let mut x = rect.left() + if odd { SIDE } else { 0.0 };
        while x < rect.right() {
            let square = egui::Rect::from_min_size(egui::pos2(x, y), Vec2::splat(SIDE));
            painter.rect_filled(square, 0.0, color32(theme.hairline));
            x += 2.0 * SIDE;
        }
        y += SIDE;
        odd = !odd;
    }
}
