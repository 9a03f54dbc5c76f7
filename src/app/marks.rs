//! Small marks between the widgets: a kind's shape, a lozenge, the line of a status.

use eframe::egui::{Painter, Pos2, Sense, Ui, Vec2};

use crate::language::say;
use crate::scene::glyph::{glyph, lozenge};
use crate::scene::screen::{color32, font_id, paint};
use crate::scene::{Dash, Layer, Mark, Rgba, Scene, Stroke, TextStyle, Theme, point, size};
use crate::story::Status;
use crate::story::kind::{KindStyle, sentence_case};

/// Paints the shape of a kind round `at`.
pub fn paint_glyph(
    painter: &Painter,
    style: &KindStyle,
    at: Pos2,
    across: f32,
    theme: &Theme,
    ground: Rgba,
) {
    paint_marks(
        painter,
        glyph(
            style.glyph,
            point(at.x, at.y),
            across,
            theme.kind(style),
            ground,
        ),
    );
}

/// Paints the lozenge of a moment round `at`.
pub fn paint_lozenge(painter: &Painter, at: Pos2, across: f32, color: Rgba) {
    paint_marks(painter, vec![lozenge(point(at.x, at.y), across, color)]);
}

/// Paints marks at their own positions on screen.
pub fn paint_marks(painter: &Painter, marks: Vec<Mark>) {
    let mut scene = Scene::new(size(0.0, 0.0), Rgba::CLEAR);
    let mut layer = Layer::new("marks");
    layer.plain(marks);
    scene.layers.push(layer);
    paint(&scene, painter, Pos2::ZERO);
}

/// The line that stands for `status` on timeline and map, with its word.
pub fn status_line(ui: &mut Ui, status: Status, theme: &Theme) {
    let word = sentence_case(status.label());
    let galley = ui.painter().layout_no_wrap(
        word.clone(),
        font_id(TextStyle::Caption),
        color32(theme.muted),
    );
    let width = 32.0 + galley.size().x;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 16.0), Sense::hover());
    response.widget_info(|| {
        eframe::egui::WidgetInfo::labeled(
            eframe::egui::accesskit::Role::Label,
            true,
            say!("marks-status", status = word),
        )
    });
    let y = rect.center().y;
    paint_marks(
        ui.painter(),
        status_marks(status, rect.left(), y, theme.muted),
    );
    let at = Pos2::new(rect.left() + 32.0, y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color32(theme.muted));
}

/// Paints the line that stands for `status`, from `at` to the right.
pub fn paint_status(painter: &Painter, status: Status, at: Pos2, theme: &Theme) {
    paint_marks(painter, status_marks(status, at.x, at.y, theme.muted));
}

fn status_marks(status: Status, x: f32, y: f32, color: Rgba) -> Vec<Mark> {
    let line = |y: f32, dash: Dash| Mark::Poly {
        points: vec![point(x, y), point(x + 24.0, y)],
        closed: false,
        fill: crate::scene::Paint::None,
        stroke: Some(Stroke::new(1.5, color, dash)),
    };
    match status {
        Status::Documented => vec![line(y, Dash::Solid)],
        Status::Attributed => vec![
            line(y, Dash::Solid),
            Mark::Circle {
                center: point(x + 2.5, y),
                radius: 2.5,
                fill: crate::scene::Paint::Solid(color),
                stroke: None,
            },
        ],
        Status::Anonymous => vec![line(y, Dash::Dashed)],
        Status::Disputed => vec![line(y - 1.5, Dash::Solid), line(y + 1.5, Dash::Dashed)],
        Status::Denied => vec![
            line(y, Dash::Solid),
            Mark::Poly {
                points: vec![point(x + 9.0, y + 4.0), point(x + 15.0, y - 4.0)],
                closed: false,
                fill: crate::scene::Paint::None,
                stroke: Some(Stroke::solid(1.5, color)),
            },
        ],
        Status::Planned => vec![line(y, Dash::Dotted)],
    }
}
