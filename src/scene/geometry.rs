//! Positions and extents on a scene, in points: x to the right, y down.

/// A position.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Points from the left.
    pub x: f32,
    /// Points from the top.
    pub y: f32,
}

/// The position (`x`, `y`).
#[must_use]
pub const fn point(x: f32, y: f32) -> Point {
    Point { x, y }
}

impl Point {
    /// The distance to `other`.
    #[must_use]
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// This position moved by (`dx`, `dy`).
    #[must_use]
    pub const fn moved(self, dx: f32, dy: f32) -> Self {
        Self {
            x: self.x + dx,
            y: self.y + dy,
        }
    }

    /// The position a fraction `t` (0 to 1) of the way to `other`.
    #[must_use]
    pub fn toward(self, other: Self, t: f32) -> Self {
        Self {
            x: self.x + (other.x - self.x) * t,
            y: self.y + (other.y - self.y) * t,
        }
    }
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Points across.
    pub width: f32,
    /// Points down.
    pub height: f32,
}

/// The size `width` by `height`.
#[must_use]
pub const fn size(width: f32, height: f32) -> Size {
    Size { width, height }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f32,
    /// The top edge.
    pub top: f32,
    /// The right edge.
    pub right: f32,
    /// The bottom edge.
    pub bottom: f32,
}

impl Rect {
    /// The rectangle at (`left`, `top`) with the given extent.
    #[must_use]
    pub const fn new(left: f32, top: f32, width: f32, height: f32) -> Self {
        Self {
            left,
            top,
            right: left + width,
            bottom: top + height,
        }
    }

    /// The rectangle between two x and two y.
    #[must_use]
    pub const fn between(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// The smallest rectangle that holds two points.
    #[must_use]
    pub const fn of_ends(a: Point, b: Point) -> Self {
        Self::between(a.x.min(b.x), a.y.min(b.y), a.x.max(b.x), a.y.max(b.y))
    }

    /// The rectangle of the given extent round `center`.
    #[must_use]
    pub const fn around(center: Point, width: f32, height: f32) -> Self {
        Self::new(
            center.x - width / 2.0,
            center.y - height / 2.0,
            width,
            height,
        )
    }

    /// Points across.
    #[must_use]
    pub const fn width(self) -> f32 {
        self.right - self.left
    }

    /// Points down.
    #[must_use]
    pub const fn height(self) -> f32 {
        self.bottom - self.top
    }

    /// The middle.
    #[must_use]
    pub const fn center(self) -> Point {
        Point {
            x: self.left.midpoint(self.right),
            y: self.top.midpoint(self.bottom),
        }
    }

    /// This rectangle moved by (`dx`, `dy`).
    #[must_use]
    pub const fn moved(self, dx: f32, dy: f32) -> Self {
        Self::between(
            self.left + dx,
            self.top + dy,
            self.right + dx,
            self.bottom + dy,
        )
    }

    /// This rectangle grown by `by` on every side; shrunk where negative.
    #[must_use]
    pub const fn grown(self, by: f32) -> Self {
        Self::between(
            self.left - by,
            self.top - by,
            self.right + by,
            self.bottom + by,
        )
    }

    /// Whether `at` lies inside or on the edge.
    #[must_use]
    pub fn contains(self, at: Point) -> bool {
        self.left <= at.x && at.x <= self.right && self.top <= at.y && at.y <= self.bottom
    }

    /// Whether the insides of two rectangles share a point.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The distance between the nearest points of the two; 0 where they overlap.
    #[must_use]
    pub fn gap(self, other: Self) -> f32 {
        let across = (other.left - self.right).max(self.left - other.right);
        let down = (other.top - self.bottom).max(self.top - other.bottom);
        across.max(0.0).hypot(down.max(0.0))
    }

    /// What both rectangles cover; empty (right of its left) where nothing.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self::between(
            self.left.max(other.left),
            self.top.max(other.top),
            self.right.min(other.right),
            self.bottom.min(other.bottom),
        )
    }

    /// The smallest rectangle round both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self::between(
            self.left.min(other.left),
            self.top.min(other.top),
            self.right.max(other.right),
            self.bottom.max(other.bottom),
        )
    }
}
