//! The shapes that tell kinds of actors apart, and the lozenge of a dated moment.

use crate::story::kind::Glyph;

use super::color::Rgba;
use super::geometry::{Point, point};
use super::mark::{Dash, Mark, Paint, Stroke};

/// The marks of `glyph`, `across` points wide, in `color`; `ground` shows between the dots of a
/// group.
#[must_use]
pub fn glyph(glyph: Glyph, center: Point, across: f32, color: Rgba, ground: Rgba) -> Vec<Mark> {
    let radius = across / 2.0;
    match glyph {
        Glyph::Circle => vec![Mark::Circle {
            center,
            radius,
            fill: Paint::Solid(color),
            stroke: None,
        }],
        Glyph::Dots => dots(center, radius, color, ground),
        other => vec![polygon(outline(other, center, radius), color)],
    }
}

/// The lozenge of a moment, `across` points wide.
#[must_use]
pub fn lozenge(center: Point, across: f32, color: Rgba) -> Mark {
    let half = across / 2.0;
    let points = vec![
        center.moved(0.0, -half),
        center.moved(half, 0.0),
        center.moved(0.0, half),
        center.moved(-half, 0.0),
    ];
    polygon(points, color)
}

/// The corners of `glyph`, clockwise, at about the area of a circle of `radius`; a circle's are
/// those of a polygon that looks round.
#[must_use]
pub fn outline(glyph: Glyph, center: Point, radius: f32) -> Vec<Point> {
    let at = |dx: f32, dy: f32| center.moved(dx * radius, dy * radius);
    match glyph {
        Glyph::Circle | Glyph::Dots => regular(center, radius, 24, 0.0),
        Glyph::Square => vec![at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9), at(-0.9, 0.9)],
        Glyph::CutSquare => {
            let (far, near) = (0.95, 0.42);
            vec![
                at(-near, -far),
                at(near, -far),
                at(far, -near),
                at(far, near),
                at(near, far),
                at(-near, far),
                at(-far, near),
                at(-far, -near),
            ]
        }
        Glyph::Hexagon => regular(center, radius * 1.08, 6, 0.0),
        Glyph::Pentagon => {
            vec![
                at(-0.92, -0.8),
                at(0.92, -0.8),
                at(0.92, 0.15),
                at(0.0, 1.05),
                at(-0.92, 0.15),
            ]
        }
        Glyph::Diamond => vec![at(0.0, -1.12), at(1.12, 0.0), at(0.0, 1.12), at(-1.12, 0.0)],
        Glyph::Triangle => vec![at(0.0, -1.05), at(1.1, 0.85), at(-1.1, 0.85)],
    }
}

fn regular(center: Point, radius: f32, corners: u8, first: f32) -> Vec<Point> {
    (0..corners)
        .map(|i| {
            let angle = first + f32::from(i) / f32::from(corners) * std::f32::consts::TAU;
            point(
                center.x + radius * angle.cos(),
                center.y + radius * angle.sin(),
            )
        })
        .collect()
}

fn polygon(points: Vec<Point>, color: Rgba) -> Mark {
    Mark::Poly {
        points,
        closed: true,
        fill: Paint::Solid(color),
        stroke: None,
    }
}

fn dots(center: Point, radius: f32, color: Rgba, ground: Rgba) -> Vec<Mark> {
    let ring = Mark::Circle {
        center,
        radius: radius - 0.6,
        fill: Paint::Solid(ground),
        stroke: Some(Stroke::new(1.2, color, Dash::Dotted)),
    };
    let dot = |dx: f32| Mark::Circle {
        center: center.moved(dx * radius, 0.0),
        radius: (radius * 0.14).max(0.8),
        fill: Paint::Solid(color),
        stroke: None,
    };
    vec![ring, dot(-0.42), dot(0.0), dot(0.42)]
}
