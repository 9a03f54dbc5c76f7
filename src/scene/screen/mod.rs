//! A scene on screen, by egui. The only place outside src/app that knows it.

use std::sync::Arc;

use eframe::egui;
use egui::epaint::{CircleShape, Mesh, PathShape, PathStroke, RectShape, StrokeKind, TextShape};
use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Painter, Pos2, Shape,
    Vec2, pos2,
};

use super::color::Rgba;
use super::geometry::{Point, Rect};
use super::mark::{Anchor, Mark, Paint, Scene, Stroke, TextMark};
use super::text::{Face, TextStyle};

mod mesh;
mod visual;

pub use visual::in_visual_order;

/// The name of the family of icons.
pub const ICONS: &str = "icons";
/// The face that files are shown in.
const MONO: &str = "mono";

/// The bundled faces, as egui takes them: Inter for everything proportional, the icons last.
#[must_use]
pub fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for face in Face::ALL {
        fonts.font_data.insert(
            key(face).into(),
            Arc::new(FontData::from_static(face.bytes())),
        );
    }
    let icons: &[u8] = include_bytes!("../../../assets/fonts/Lucide-subset.ttf");
    fonts
        .font_data
        .insert(ICONS.into(), Arc::new(FontData::from_static(icons)));
    for face in Face::ALL {
        let fallback = if face == Face::Regular {
            Face::Medium
        } else {
            Face::Regular
        };
        let order = [key(face), key(fallback), ICONS]
            .map(str::to_owned)
            .to_vec();
        fonts
            .families
            .insert(FontFamily::Name(key(face).into()), order);
    }
    let regular = [key(Face::Regular), ICONS].map(str::to_owned).to_vec();
    fonts.families.insert(FontFamily::Proportional, regular);
    fonts.font_data.insert(
        MONO.into(),
        Arc::new(FontData::from_static(include_bytes!(
            "../../../assets/fonts/JetBrainsMono-subset.ttf"
        ))),
    );
    let mono = [MONO, key(Face::Regular)].map(str::to_owned).to_vec();
    fonts.families.insert(FontFamily::Monospace, mono);
    let icons_first = [ICONS, key(Face::Regular)].map(str::to_owned).to_vec();
    fonts
        .families
        .insert(FontFamily::Name(ICONS.into()), icons_first);
    fonts
}

fn key(face: Face) -> &'static str {
    match face {
        Face::Regular => "regular",
        Face::Medium => "medium",
        Face::SemiBold => "semibold",
        Face::Serif => "serif",
    }
}

/// A text style as egui names it.
#[must_use]
pub fn font_id(style: TextStyle) -> FontId {
    let family = match style.face() {
        Face::Regular => FontFamily::Proportional,
        face => FontFamily::Name(key(face).into()),
    };
    FontId::new(style.points(), family)
}

/// A colour as egui takes it.
#[must_use]
pub fn color32(color: Rgba) -> Color32 {
    let [r, g, b, a] = color.0;
    Color32::from_rgba_unmultiplied(r, g, b, a)
}

/// Paints `scene` with its top left corner at `origin`.
pub fn paint(scene: &Scene, painter: &Painter, origin: Pos2) {
    if scene.background != Rgba::CLEAR {
        let rect = Rect::new(0.0, 0.0, scene.size.width, scene.size.height);
        painter.rect_filled(
            place(rect, origin),
            CornerRadius::ZERO,
            color32(scene.background),
        );
    }
    for layer in &scene.layers {
        let clipped;
        let painter = match layer.clip {
            Some(clip) => {
                clipped =
                    painter.with_clip_rect(painter.clip_rect().intersect(place(clip, origin)));
                &clipped
            }
            None => painter,
        };
        for group in &layer.groups {
            for mark in &group.marks {
                paint_mark(mark, painter, origin);
            }
        }
    }
}

fn paint_mark(mark: &Mark, painter: &Painter, origin: Pos2) {
    match mark {
        Mark::Rect {
            rect,
            radius,
            fill,
            stroke,
        } => {
            let place = place(*rect, origin);
            if let Paint::Across(stops) = fill {
                painter.add(gradient(place, stops, origin));
            }
            let fill = solid(fill);
            let dashed = stroke.is_some_and(|stroke| stroke.dash.pattern().is_some());
            let line = stroke
                .filter(|_| !dashed)
                .map_or(egui::Stroke::NONE, |s| line(&s));
            if fill != Color32::TRANSPARENT || line != egui::Stroke::NONE {
                let radius = CornerRadius::from(*radius);
                painter.add(RectShape::new(
                    place,
                    radius,
                    fill,
                    line,
                    StrokeKind::Middle,
                ));
            }
            if let Some(stroke) = stroke.filter(|_| dashed) {
                let corners = [
                    place.left_top(),
                    place.right_top(),
                    place.right_bottom(),
                    place.left_bottom(),
                    place.left_top(),
                ];
                stroke_path(&corners, &stroke, painter);
            }
        }
        Mark::Circle {
            center,
            radius,
            fill,
            stroke,
        } => {
            let center = at(*center, origin);
            let dashed = stroke.is_some_and(|stroke| stroke.dash.pattern().is_some());
            let line = stroke
                .filter(|_| !dashed)
                .map_or(egui::Stroke::NONE, |s| line(&s));
            painter.add(CircleShape {
                center,
                radius: *radius,
                fill: solid(fill),
                stroke: line,
            });
            if let Some(stroke) = stroke.filter(|_| dashed) {
                stroke_path(&circle(center, *radius), &stroke, painter);
            }
        }
        Mark::Poly {
            points,
            closed,
            fill,
            stroke,
        } => {
            let mut path: Vec<Pos2> = points.iter().map(|&p| at(p, origin)).collect();
            let dashed = stroke.is_some_and(|stroke| stroke.dash.pattern().is_some());
            if let Some(stroke) = stroke.filter(|_| dashed) {
                let mut outline = path.clone();
                if *closed && let Some(&first) = path.first() {
                    outline.push(first);
                }
                stroke_path(&outline, &stroke, painter);
            }
            let line = stroke
                .filter(|_| !dashed)
                .map_or(egui::Stroke::NONE, |s| line(&s));
            if *closed {
                // Anti-aliasing feathers the outline outwards, which needs clockwise points.
                if area(&path) < 0.0 {
                    path.reverse();
                }
                painter.add(PathShape::convex_polygon(
                    path,
                    solid(fill),
                    PathStroke::from(line),
                ));
            } else if line != egui::Stroke::NONE {
                painter.add(PathShape::line(path, PathStroke::from(line)));
            }
        }
        Mark::Curve { points, stroke } => {
            stroke_path(&flattened(points.map(|p| at(p, origin))), stroke, painter);
        }
        Mark::Bars { rects, fill } => {
            painter.add(mesh::bars(rects, color32(*fill), origin));
        }
        Mark::Lines {
            lines,
            width,
            color,
        } => {
            painter.add(mesh::lines(lines, *width, color32(*color), origin));
        }
        Mark::Shapes {
            outline,
            places,
            fill,
        } => {
            painter.add(mesh::shapes(outline, places, color32(*fill), origin));
        }
        Mark::Text(text) => paint_text(text, painter, origin),
    }
}

fn paint_text(mark: &TextMark, painter: &Painter, origin: Pos2) {
    let color = color32(mark.color);
    let galley = painter.layout_no_wrap(
        in_visual_order(&mark.text).into_owned(),
        font_id(mark.style),
        color,
    );
    let baseline = galley
        .rows
        .first()
        .and_then(|row| row.row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y));
    let left = match mark.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => galley.size().x / 2.0,
        Anchor::End => galley.size().x,
    };
    let offset = Vec2::new(-left, -baseline.unwrap_or(mark.style.points()));
    let turned = egui::emath::Rot2::from_angle(mark.angle) * offset;
    let pos = at(mark.at, origin) + turned;
    if let Some(halo) = mark.halo {
        let halo = color32(halo);
        for step in 0_u8..8 {
            let around = Vec2::angled(f32::from(step) * std::f32::consts::FRAC_PI_4) * 1.5;
            let shape = TextShape::new(pos + around, Arc::clone(&galley), halo);
            painter.add(shape.with_override_text_color(halo).with_angle(mark.angle));
        }
    }
    painter.add(TextShape::new(pos, galley, color).with_angle(mark.angle));
}

fn gradient(rect: egui::Rect, stops: &[(f32, Rgba)], origin: Pos2) -> Mesh {
    let mut mesh = Mesh::default();
    let mut add_column = |x: f32, color: Color32| {
        mesh.colored_vertex(pos2(x, rect.top()), color);
        mesh.colored_vertex(pos2(x, rect.bottom()), color);
    };
    let mut columns = 0_u32;
    let clamped = |x: f32| (origin.x + x).clamp(rect.left(), rect.right());
    if let (Some(first), Some(last)) = (stops.first(), stops.last()) {
        add_column(rect.left(), color32(first.1));
        for (x, color) in stops {
            add_column(clamped(*x), color32(*color));
            columns += 1;
        }
        add_column(rect.right(), color32(last.1));
        columns += 2;
    }
    for column in 1..columns {
        let a = (column - 1) * 2;
        mesh.add_triangle(a, a + 1, a + 2);
        mesh.add_triangle(a + 1, a + 2, a + 3);
    }
    mesh
}

fn stroke_path(path: &[Pos2], stroke: &Stroke, painter: &Painter) {
    match stroke.dash.pattern() {
        Some((on, off)) => {
            painter.extend(Shape::dashed_line(path, line(stroke), on, off));
        }
        None => {
            painter.add(PathShape::line(
                path.to_vec(),
                PathStroke::from(line(stroke)),
            ));
        }
    }
}

fn circle(center: Pos2, radius: f32) -> Vec<Pos2> {
    (0_u8..=32)
        .map(|i| center + Vec2::angled(f32::from(i) / 32.0 * std::f32::consts::TAU) * radius)
        .collect()
}

/// A cubic Bézier curve as a line through points about 8 points apart.
fn flattened([a, b, c, d]: [Pos2; 4]) -> Vec<Pos2> {
    let length = a.distance(b) + b.distance(c) + c.distance(d);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "4 to 64"
    )]
    let steps = (length / 8.0).clamp(4.0, 64.0) as u16;
    (0..=steps)
        .map(|i| {
            let t = f32::from(i) / f32::from(steps);
            let u = 1.0 - t;
            let blend = |a: f32, b: f32, c: f32, d: f32| {
                u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
            };
            pos2(blend(a.x, b.x, c.x, d.x), blend(a.y, b.y, c.y, d.y))
        })
        .collect()
}

/// Twice the signed area; positive where the points run clockwise on screen.
fn area(path: &[Pos2]) -> f32 {
    let next = path.iter().cycle().skip(1);
    path.iter()
        .zip(next)
        .map(|(a, b)| a.x * b.y - b.x * a.y)
        .sum()
}

fn solid(fill: &Paint) -> Color32 {
    match fill {
        Paint::Solid(color) => color32(*color),
        Paint::None | Paint::Across(_) => Color32::TRANSPARENT,
    }
}

fn line(stroke: &Stroke) -> egui::Stroke {
    egui::Stroke::new(stroke.width, color32(stroke.color))
}

fn at(point: Point, origin: Pos2) -> Pos2 {
    pos2(origin.x + point.x, origin.y + point.y)
}

/// A rectangle of the scene, on screen.
#[must_use]
pub fn place(rect: Rect, origin: Pos2) -> egui::Rect {
    egui::Rect::from_min_max(
        pos2(origin.x + rect.left, origin.y + rect.top),
        pos2(origin.x + rect.right, origin.y + rect.bottom),
    )
}
