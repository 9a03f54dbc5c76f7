//! The map's camera: where it is looked at from, as pure functions.

use crate::scene::{Point, Rect, Size, point};
use crate::view::Camera;

/// The least and the greatest magnification.
pub const ZOOMS: [f32; 2] = [0.02, 12.0];
/// The greatest magnification that fitting chooses by itself.
const FIT_MOST: f32 = 1.5;

/// Where a place on the map stands in a view of `size`, in points.
#[must_use]
pub fn to_screen(camera: Camera, size: Size, at: Point) -> Point {
    point(
        size.width / 2.0 + (at.x - camera.center[0]) * camera.zoom,
        size.height / 2.0 + (at.y - camera.center[1]) * camera.zoom,
    )
}

/// Which place on the map stands at a point of a view of `size`.
#[must_use]
pub fn to_map(camera: Camera, size: Size, at: Point) -> Point {
    point(
        camera.center[0] + (at.x - size.width / 2.0) / camera.zoom,
        camera.center[1] + (at.y - size.height / 2.0) / camera.zoom,
    )
}

/// The camera that shows `bounds` whole in a view of `size` with `padding` points kept free at the
/// left, top, right and bottom.
#[must_use]
pub fn fit(bounds: Rect, size: Size, padding: [f32; 4]) -> Camera {
    let [left, top, right, bottom] = padding;
    let (width, height) = (
        (size.width - left - right).max(40.0),
        (size.height - top - bottom).max(40.0),
    );
    // The labels keep their size, so a map that is shrunk needs their room too; see ROOM.
    let zoom = (width / bounds.width().max(1.0)).min(height / bounds.height().max(1.0));
    let zoom = zoom.clamp(ZOOMS[0], FIT_MOST);
    let center = bounds.center();
    let shift = point((left - right) / 2.0 / zoom, (top - bottom) / 2.0 / zoom);
    Camera {
        center: [center.x - shift.x, center.y - shift.y],
        zoom,
    }
}

/// The camera magnified by `factor` about a point of the view, which keeps its place on the map.
#[must_use]
pub fn zoom_at(camera: Camera, size: Size, at: Point, factor: f32) -> Camera {
    let zoom = (camera.zoom * factor).clamp(ZOOMS[0], ZOOMS[1]);
    let under = to_map(camera, size, at);
    Camera {
        center: [
            under.x - (at.x - size.width / 2.0) / zoom,
            under.y - (at.y - size.height / 2.0) / zoom,
        ],
        zoom,
    }
}

/// The camera after the map was dragged by (`dx`, `dy`) points.
#[must_use]
pub fn pan(camera: Camera, dx: f32, dy: f32) -> Camera {
    let [x, y] = camera.center;
    Camera {
        center: [x - dx / camera.zoom, y - dy / camera.zoom],
        ..camera
    }
}

/// The camera a share `t` (0 to 1) of the way between two.
#[must_use]
pub fn between(from: Camera, to: Camera, t: f32) -> Camera {
    let mix = |a: f32, b: f32| a + (b - a) * t;
    Camera {
        center: [
            mix(from.center[0], to.center[0]),
            mix(from.center[1], to.center[1]),
        ],
        zoom: from.zoom * (to.zoom / from.zoom).powf(t),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::scene::size;

    proptest! {
        #[test]
        fn a_place_returns_from_the_screen(
            x in -2000.0..2000.0_f32, y in -2000.0..2000.0_f32, zoom in 0.1..8.0_f32,
        ) {
            let camera = Camera { center: [31.0, -7.0], zoom };
            let view = size(1000.0, 500.0);
            let back = to_map(camera, view, to_screen(camera, view, point(x, y)));
            prop_assert!((back.x - x).abs() < 0.05 && (back.y - y).abs() < 0.05);
        }

        #[test]
        fn zooming_keeps_the_place_under_the_pointer(
            x in 0.0..1000.0_f32, y in 0.0..500.0_f32, factor in 0.3..3.0_f32,
        ) {
            let camera = Camera { center: [10.0, 20.0], zoom: 1.0 };
            let view = size(1000.0, 500.0);
            let at = point(x, y);
            let before = to_map(camera, view, at);
            let after = to_map(zoom_at(camera, view, at, factor), view, at);
            prop_assert!(before.distance(after) < 0.01);
        }
    }

    #[test]
    fn a_fitted_map_lies_inside_the_padding() {
        let bounds = Rect::new(-500.0, -100.0, 1400.0, 300.0);
        let view = size(800.0, 600.0);
        let camera = fit(bounds, view, [100.0, 20.0, 20.0, 20.0]);
        let corner = to_screen(camera, view, point(bounds.left, bounds.top));
        let far = to_screen(camera, view, point(bounds.right, bounds.bottom));
        assert!(corner.x >= 99.9 && corner.y >= 19.9 && far.x <= 780.1 && far.y <= 580.1);
    }
}
