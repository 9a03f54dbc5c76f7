//! Marks of many, each as one mesh.

use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{Color32, Pos2, Vec2, pos2};

use super::super::geometry::{Point, Rect};
use super::{at, place};

/// Lines beyond which none has soft edges: so many are a texture.
const MOST_SOFT: usize = 12_000;
/// Points over which an edge fades, so that it looks smooth.
const FEATHER: f32 = 0.5;

/// Upright rectangles of one colour.
pub(super) fn bars(rects: &[Rect], fill: Color32, origin: Pos2) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.reserve_vertices(rects.len() * 4);
    mesh.reserve_triangles(rects.len() * 2);
    for rect in rects {
        mesh.add_colored_rect(place(*rect, origin), fill);
    }
    mesh
}

/// Straight lines of one width and colour, with soft edges: six vertices and four triangles each.
pub(super) fn lines(lines: &[[Point; 2]], width: f32, color: Color32, origin: Pos2) -> Mesh {
    if lines.len() > MOST_SOFT {
        return hard_lines(lines, width, color, origin);
    }
    let mut mesh = Mesh::default();
    mesh.vertices.reserve_exact(lines.len() * 6);
    mesh.indices.reserve_exact(lines.len() * 12);
    let half = width / 2.0;
    // A line thinner than a point is as much fainter as it is thinner.
    let (half, color) = if half < FEATHER {
        (FEATHER, color.gamma_multiply(half / FEATHER))
    } else {
        (half, color)
    };
    let vertex = |pos: Pos2, color: Color32| Vertex {
        pos,
        uv: WHITE_UV,
        color,
    };
    for &[a, b] in lines {
        let (a, b) = (at(a, origin), at(b, origin));
        let along = b - a;
        let length = along.length();
        if length < 1e-3 {
            continue;
        }
        let aside = Vec2::new(-along.y, along.x) * ((half + FEATHER) / length);
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
        let clear = Color32::TRANSPARENT;
        mesh.vertices.extend([
            vertex(a + aside, clear),
            vertex(a, color),
            vertex(a - aside, clear),
            vertex(b + aside, clear),
            vertex(b, color),
            vertex(b - aside, clear),
        ]);
        let corners = [0, 1, 3, 1, 3, 4, 1, 2, 4, 2, 4, 5];
        mesh.indices.extend(corners.map(|corner| first + corner));
    }
    mesh
}

/// The same without soft edges, at least a point wide so that none breaks up: four vertices and two
/// triangles each.
fn hard_lines(lines: &[[Point; 2]], width: f32, color: Color32, origin: Pos2) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.vertices.reserve_exact(lines.len() * 4);
    mesh.indices.reserve_exact(lines.len() * 6);
    let (half, color) = (width.max(1.0) / 2.0, color.gamma_multiply(width.min(1.0)));
    let vertex = |pos: Pos2| Vertex {
        pos,
        uv: WHITE_UV,
        color,
    };
    for &[a, b] in lines {
        let (a, b) = (at(a, origin), at(b, origin));
        let along = b - a;
        let length = along.length().max(1e-3);
        let aside = Vec2::new(-along.y, along.x) * (half / length);
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
        mesh.vertices
            .extend([a + aside, a - aside, b + aside, b - aside].map(vertex));
        let corners = [0, 1, 2, 1, 2, 3];
        mesh.indices.extend(corners.map(|corner| first + corner));
    }
    mesh
}

/// One convex shape in many places.
pub(super) fn shapes(
    outline: &[Point],
    places: &[(Point, f32)],
    fill: Color32,
    origin: Pos2,
) -> Mesh {
    let mut mesh = Mesh::default();
    let corners = outline.len();
    if corners < 3 {
        return mesh;
    }
    mesh.vertices.reserve_exact(places.len() * corners);
    mesh.indices.reserve_exact(places.len() * (corners - 2) * 3);
    for &(middle, radius) in places {
        let middle = at(middle, origin);
        let first = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
        mesh.vertices.extend(outline.iter().map(|corner| Vertex {
            pos: pos2(middle.x + corner.x * radius, middle.y + corner.y * radius),
            uv: WHITE_UV,
            color: fill,
        }));
        for corner in (1..).take(corners - 2) {
            let fan = [first, first + corner, first + corner + 1];
            mesh.indices.extend(fan);
        }
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::super::super::geometry::point;
    use super::*;

    #[test]
    fn meshes_are_sound_and_empty_marks_make_none() {
        let ends = [
            [point(0.0, 0.0), point(9.0, 0.0)],
            [point(3.0, 3.0), point(3.0, 3.0)],
        ];
        let drawn = lines(&ends, 1.0, Color32::BLACK, Pos2::ZERO);
        assert!(drawn.is_valid() && drawn.vertices.len() == 6);
        let triangle = [point(0.0, -1.0), point(1.0, 1.0), point(-1.0, 1.0)];
        let places = [(point(5.0, 5.0), 2.0), (point(9.0, 9.0), 2.0)];
        let drawn = shapes(&triangle, &places, Color32::BLACK, Pos2::ZERO);
        assert!(drawn.is_valid() && drawn.indices.len() == 6);
        assert!(shapes(&triangle[..2], &places, Color32::BLACK, Pos2::ZERO).is_empty());
    }
}
