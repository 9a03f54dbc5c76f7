//! A scene as shapes and triangles, as the window makes them of it.

use std::hint::black_box;

use eframe::egui;
use throughline::scene::{Scene, screen};

/// Makes shapes and triangles of `scene`, and presents nothing.
pub fn painted(ctx: &egui::Context, scene: &Scene) {
    let extent = egui::vec2(scene.size.width, scene.size.height);
    let area = egui::Rect::from_min_size(egui::Pos2::ZERO, extent);
    let input = egui::RawInput {
        screen_rect: Some(area),
        ..egui::RawInput::default()
    };
    let output = ctx.run_ui(input, |ui| {
        screen::paint(scene, ui.painter(), area.min);
    });
    black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
}
