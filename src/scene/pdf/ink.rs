//! Shapes, fills and lines as krilla takes them.

use krilla::color::rgb;
use krilla::geom::{self, PathBuilder, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{self, Fill, FillRule, LinearGradient, SpreadMethod, Stop};
use krilla::surface::Surface;

use super::super::color::Rgba;
use super::super::geometry::{Point, Rect};
use super::super::mark::{Paint, Stroke};

/// How far control points stand from the ends of a quarter of a circle, of its radius.
const QUARTER: f32 = 0.552_284_8;

pub(super) fn draw(
    surface: &mut Surface<'_>,
    path: Option<geom::Path>,
    fill: &Paint,
    stroke: Option<&Stroke>,
) {
    let fill = match fill {
        Paint::None => None,
        Paint::Solid(color) => Some(self::fill(*color)),
        Paint::Across(stops) => gradient(stops),
    };
    let stroke = stroke.copied().map(self::stroke);
    let Some(path) = path.filter(|_| fill.is_some() || stroke.is_some()) else {
        return;
    };
    surface.set_fill(fill);
    surface.set_stroke(stroke);
    surface.draw_path(&path);
}

pub(super) fn fill(color: Rgba) -> Fill {
    Fill {
        paint: ink(color).into(),
        opacity: opacity(color),
        rule: FillRule::NonZero,
    }
}

pub(super) fn stroke(stroke: Stroke) -> paint::Stroke {
    paint::Stroke {
        paint: ink(stroke.color).into(),
        width: stroke.width,
        opacity: opacity(stroke.color),
        dash: stroke.dash.pattern().map(|(on, off)| paint::StrokeDash {
            array: vec![on, off],
            offset: 0.0,
        }),
        ..paint::Stroke::default()
    }
}

fn ink(color: Rgba) -> rgb::Color {
    let [r, g, b, _] = color.0;
    rgb::Color::new(r, g, b)
}

fn opacity(color: Rgba) -> NormalizedF32 {
    NormalizedF32::new(color.alpha()).unwrap_or(NormalizedF32::ONE)
}

fn gradient(stops: &[(f32, Rgba)]) -> Option<Fill> {
    let (from, to) = (stops.first()?.0, stops.last()?.0);
    let width = (to - from).max(f32::MIN_POSITIVE);
    let stop = |&(x, color): &(f32, Rgba)| {
        Some(Stop {
            offset: NormalizedF32::new(((x - from) / width).clamp(0.0, 1.0))?,
            color: ink(color).into(),
            opacity: opacity(color),
        })
    };
    let gradient = LinearGradient {
        x1: from,
        y1: 0.0,
        x2: to,
        y2: 0.0,
        transform: Transform::identity(),
        spread_method: SpreadMethod::Pad,
        stops: stops.iter().filter_map(stop).collect(),
        anti_alias: false,
    };
    Some(Fill {
        paint: gradient.into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    })
}

pub(super) fn rectangle(rect: Rect, radius: f32) -> Option<geom::Path> {
    let Rect {
        left,
        top,
        right,
        bottom,
    } = rect;
    let mut path = PathBuilder::new();
    let r = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    if r > 0.0 {
        let k = r * (1.0 - QUARTER);
        path.move_to(left + r, top);
        path.line_to(right - r, top);
        path.cubic_to(right - k, top, right, top + k, right, top + r);
        path.line_to(right, bottom - r);
        path.cubic_to(right, bottom - k, right - k, bottom, right - r, bottom);
        path.line_to(left + r, bottom);
        path.cubic_to(left + k, bottom, left, bottom - k, left, bottom - r);
        path.line_to(left, top + r);
        path.cubic_to(left, top + k, left + k, top, left + r, top);
        path.close();
    } else {
        path.push_rect(geom::Rect::from_ltrb(left, top, right, bottom)?);
    }
    path.finish()
}

/// Many rectangles as one path.
pub(super) fn rectangles(rects: &[Rect]) -> Option<geom::Path> {
    let mut path = PathBuilder::new();
    for rect in rects {
        if let Some(rect) = geom::Rect::from_ltrb(rect.left, rect.top, rect.right, rect.bottom) {
            path.push_rect(rect);
        }
    }
    path.finish()
}

pub(super) fn segments(lines: &[[Point; 2]]) -> Option<geom::Path> {
    let mut path = PathBuilder::new();
    for [a, b] in lines {
        path.move_to(a.x, a.y);
        path.line_to(b.x, b.y);
    }
    path.finish()
}

pub(super) fn shapes(outline: &[Point], places: &[(Point, f32)]) -> Option<geom::Path> {
    let mut path = PathBuilder::new();
    for &(at, radius) in places {
        for (n, corner) in outline.iter().enumerate() {
            let (x, y) = (at.x + corner.x * radius, at.y + corner.y * radius);
            if n == 0 {
                path.move_to(x, y);
            } else {
                path.line_to(x, y);
            }
        }
        path.close();
    }
    path.finish()
}

pub(super) fn polygon(points: &[Point], closed: bool) -> Option<geom::Path> {
    let (first, rest) = points.split_first()?;
    let mut path = PathBuilder::new();
    path.move_to(first.x, first.y);
    for at in rest {
        path.line_to(at.x, at.y);
    }
    if closed {
        path.close();
    }
    path.finish()
}
