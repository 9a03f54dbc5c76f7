//! An inset that shows the whole map where only a part of it is in sight.

use crate::scene::{Layer, Mark, Paint, Point, Rect, Size, Stroke, point};
use crate::view::Camera;

use super::camera::to_map;
use super::scene::{Drawing, Painter};

/// The inset's greatest extent, in points.
const EXTENT: [f32; 2] = [168.0, 104.0];
/// Points kept free within it.
const INSIDE: f32 = 6.0;
/// Points between it and the right and the lower edge: what is left out is said below it.
const MARGIN: [f32; 2] = [10.0, 34.0];
/// The part of the map that has to be out of sight for an inset to be of use.
const HIDDEN: f32 = 0.12;
/// Actors that are drawn, the largest first.
const MOST_DRAWN: usize = 1500;

/// Where an inset lies, and what it shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inset {
    /// Where, in points of the view.
    pub rect: Rect,
    /// The part of the map that it shows: all of it.
    bounds: Rect,
    zoom: f32,
}

impl Inset {
    /// The inset of a view of `size` from `camera` on a map that lies in `bounds`; none where nearly all of
    /// it is in sight, or the view is small.
    fn new(bounds: Rect, camera: Camera, size: Size) -> Option<Self> {
        if size.width < EXTENT[0] * 3.0 || size.height < EXTENT[1] * 2.0 {
            return None;
        }
        let seen = in_sight(camera, size);
        let both = Rect::between(
            bounds.left.max(seen.left),
            bounds.top.max(seen.top),
            bounds.right.min(seen.right),
            bounds.bottom.min(seen.bottom),
        );
        let area = |rect: Rect| rect.width().max(0.0) * rect.height().max(0.0);
        if area(both) >= area(bounds) * (1.0 - HIDDEN) {
            return None;
        }
        let [width, height] = EXTENT.map(|side| side - 2.0 * INSIDE);
        let zoom = (width / bounds.width().max(1.0)).min(height / bounds.height().max(1.0));
        let (width, height) = (
            bounds.width() * zoom + 2.0 * INSIDE,
            bounds.height() * zoom + 2.0 * INSIDE,
        );
        let left = size.width - MARGIN[0] - width;
        Some(Self {
            rect: Rect::new(left, size.height - MARGIN[1] - height, width, height),
            bounds,
            zoom,
        })
    }

    /// Where a place on the map stands in the inset.
    fn place(&self, at: Point) -> Point {
        point(
            self.rect.left + INSIDE + (at.x - self.bounds.left) * self.zoom,
            self.rect.top + INSIDE + (at.y - self.bounds.top) * self.zoom,
        )
    }

    /// The camera that looks at the place on the map which stands at `at` in the inset.
    #[must_use]
    pub fn camera(&self, at: Point, camera: Camera) -> Camera {
        let to = |at: f32, edge: f32, from: f32| (at - edge - INSIDE) / self.zoom + from;
        Camera {
            center: [
                to(at.x, self.rect.left, self.bounds.left),
                to(at.y, self.rect.top, self.bounds.top),
            ],
            ..camera
        }
    }
}

/// The part of the map that is in sight.
fn in_sight(camera: Camera, size: Size) -> Rect {
    let from = to_map(camera, size, point(0.0, 0.0));
    let to = to_map(camera, size, point(size.width, size.height));
    Rect::between(from.x, from.y, to.x, to.y)
}

impl Drawing<'_> {
    /// The inset that this drawing has from `camera`, if any. Files have none.
    #[must_use]
    pub fn inset(&self, camera: Camera) -> Option<Inset> {
        if !(self.legend && self.view.map.inset) {
            return None;
        }
        let shown = self.shown();
        let positions = self.positions();
        let bounds = self.arrangement.bounds(&positions, |node| shown[node])?;
        Inset::new(bounds, camera, self.size)
    }
}

impl Painter<'_> {
    /// The inset, with the part that is in sight marked.
    pub(super) fn inset_layer(&self, inset: &Inset, camera: Camera) -> Option<Layer> {
        let theme = self.drawing.theme;
        let graph = &self.drawing.arrangement.graph;
        let positions = self.drawing.positions();
        let sizes = graph.sizes(self.drawing.view.map.size)?;
        let drawn = sizes.order.iter().map(|&node| node as usize);
        let drawn = drawn.filter(|&node| self.in_play[node]).take(MOST_DRAWN);
        let square = vec![
            point(-1.0, -1.0),
            point(1.0, -1.0),
            point(1.0, 1.0),
            point(-1.0, 1.0),
        ];
        let places = drawn.map(|node| (inset.place(positions[node]), 1.0));
        let seen = in_sight(camera, self.drawing.size);
        let (from, to) = (
            inset.place(point(seen.left, seen.top)),
            inset.place(point(seen.right, seen.bottom)),
        );
        let inside = inset.rect;
        let window = Rect::between(
            from.x.clamp(inside.left, inside.right - 4.0),
            from.y.clamp(inside.top, inside.bottom - 4.0),
            to.x.clamp(inside.left + 4.0, inside.right),
            to.y.clamp(inside.top + 4.0, inside.bottom),
        );
        let framed = |rect: Rect, fill: Paint, stroke: Stroke| Mark::Rect {
            rect,
            radius: 4.0,
            fill,
            stroke: Some(stroke),
        };
        let mut layer = Layer::new("inset");
        layer.plain(vec![
            framed(
                inset.rect,
                Paint::Solid(theme.background),
                Stroke::solid(1.0, theme.hairline),
            ),
            Mark::Shapes {
                outline: square,
                places: places.collect(),
                fill: theme.muted,
            },
            framed(
                window,
                Paint::Solid(theme.accent.at(0.08)),
                Stroke::solid(1.0, theme.accent),
            ),
        ]);
        Some(layer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::size;

    const MAP: Rect = Rect::between(-500.0, -250.0, 500.0, 250.0);

    #[test]
    fn there_is_no_inset_where_all_is_in_sight() {
        let whole = Camera {
            center: [0.0, 0.0],
            zoom: 0.8,
        };
        assert_eq!(Inset::new(MAP, whole, size(1000.0, 500.0)), None);
        let close = Camera { zoom: 3.0, ..whole };
        assert!(Inset::new(MAP, close, size(1000.0, 500.0)).is_some());
        assert_eq!(Inset::new(MAP, close, size(300.0, 500.0)), None);
    }

    #[test]
    fn a_press_looks_at_the_place_that_stands_there() {
        let close = Camera {
            center: [0.0, 0.0],
            zoom: 3.0,
        };
        let inset = Inset::new(MAP, close, size(1000.0, 500.0)).unwrap();
        let at = inset.place(point(120.0, -60.0));
        let camera = inset.camera(at, close);
        assert!((camera.center[0] - 120.0).abs() < 0.01);
        assert!((camera.center[1] + 60.0).abs() < 0.01);
        assert!((camera.zoom - 3.0).abs() < 1e-6);
    }
}
