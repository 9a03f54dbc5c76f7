//! What a view drew: plain marks, grouped by the item that each stands for.

use crate::story::Item;

use super::color::Rgba;
use super::crowd::Crowd;
use super::geometry::{Point, Rect, Size};
use super::text::TextStyle;

/// The width of the line that makes a text's rim in files, in points; half of it lies outside the
/// letters.
pub const HALO: f32 = 3.0;

/// The name of the layer that lists events without a date.
pub const UNDATED: &str = "undated";

/// Everything that a view drew, from back to front. One scene serves the screen, hit-testing,
/// tooltips, accessibility and every file format.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The extent, in points.
    pub size: Size,
    /// What lies behind everything.
    pub background: Rgba,
    /// From back to front.
    pub layers: Vec<Layer>,
    /// Items that are drawn in marks of many, which no group stands for.
    pub crowd: Crowd,
}

/// A named plane of a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// What is in it, for those who edit the exported figure: "axis", "events", "labels".
    pub name: &'static str,
    /// Nothing of this layer shows outside this rectangle.
    pub clip: Option<Rect>,
    /// From back to front.
    pub groups: Vec<Group>,
}

impl Layer {
    /// An empty layer without a clip.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            clip: None,
            groups: Vec::new(),
        }
    }

    /// An empty layer that shows nothing outside `clip`.
    #[must_use]
    pub const fn clipped(name: &'static str, clip: Rect) -> Self {
        Self {
            name,
            clip: Some(clip),
            groups: Vec::new(),
        }
    }

    /// Moves everything by (`dx`, `dy`) points.
    pub fn shift(&mut self, dx: f32, dy: f32) {
        self.clip = self.clip.map(|clip| clip.moved(dx, dy));
        for group in &mut self.groups {
            group.hit.shift(dx, dy);
            for mark in &mut group.marks {
                mark.shift(dx, dy);
            }
        }
    }

    /// Adds marks that stand for no item.
    pub fn plain(&mut self, marks: Vec<Mark>) {
        if !marks.is_empty() {
            self.groups.push(Group {
                marks,
                ..Group::default()
            });
        }
    }
}

/// Marks that belong together: all that stand for one item, or for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// The item that the marks stand for.
    pub item: Option<Item>,
    /// What it is, in words, for tooltips, screen readers and `<title>`; empty for decoration.
    pub title: String,
    /// How many items are folded into these marks.
    pub count: Option<u32>,
    /// The first of them, as many as can be named.
    pub folded: Vec<Item>,
    /// Where the pointer meets it.
    pub hit: Hit,
    /// From back to front.
    pub marks: Vec<Mark>,
}

/// Where the pointer meets a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Hit {
    /// Nowhere.
    #[default]
    None,
    /// Inside a rectangle.
    Rect(Rect),
    /// Inside any of several rectangles, such as a bar and its label.
    Rects(Vec<Rect>),
    /// Within a distance of a point.
    Circle(Point, f32),
    /// Within a distance of a line through points.
    Line(Vec<Point>, f32),
}

impl Hit {
    /// How far `at` lies from this shape, 0 inside; `None` where it lies further than `slack`
    /// points outside.
    #[must_use]
    pub fn distance(&self, at: Point, slack: f32) -> Option<f32> {
        let outside = |rect: &Rect| {
            let dx = (rect.left - at.x).max(at.x - rect.right).max(0.0);
            let dy = (rect.top - at.y).max(at.y - rect.bottom).max(0.0);
            dx.hypot(dy)
        };
        let distance = match self {
            Self::None => return None,
            Self::Rect(rect) => outside(rect),
            Self::Rects(rects) => rects.iter().map(outside).min_by(f32::total_cmp)?,
            Self::Circle(center, radius) => (center.distance(at) - radius).max(0.0),
            Self::Line(points, radius) => {
                let nearest = points
                    .windows(2)
                    .map(|ends| distance_to_segment(at, ends[0], ends[1]))
                    .min_by(f32::total_cmp)?;
                (nearest - radius).max(0.0)
            }
        };
        (distance <= slack).then_some(distance)
    }

    fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Self::None => {}
            Self::Rect(rect) => *rect = rect.moved(dx, dy),
            Self::Rects(rects) => rects.iter_mut().for_each(|rect| *rect = rect.moved(dx, dy)),
            Self::Circle(center, _) => *center = center.moved(dx, dy),
            Self::Line(points, _) => points.iter_mut().for_each(|at| *at = at.moved(dx, dy)),
        }
    }

    /// The smallest rectangle round this shape; `None` where it is nowhere.
    #[must_use]
    pub fn bounds(&self) -> Option<Rect> {
        match self {
            Self::None => None,
            Self::Rect(rect) => Some(*rect),
            Self::Rects(rects) => rects.iter().copied().reduce(Rect::union),
            Self::Circle(center, radius) => Some(Rect::around(*center, radius * 2.0, radius * 2.0)),
            Self::Line(points, radius) => points
                .iter()
                .map(|&point| Rect::around(point, radius * 2.0, radius * 2.0))
                .reduce(Rect::union),
        }
    }
}

pub(super) fn distance_to_segment(at: Point, a: Point, b: Point) -> f32 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    if length <= f32::EPSILON {
        return at.distance(a);
    }
    let along = (((at.x - a.x) * dx + (at.y - a.y) * dy) / length).clamp(0.0, 1.0);
    at.distance(a.toward(b, along))
}

/// One plain mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// An upright rectangle.
    Rect {
        /// Where.
        rect: Rect,
        /// The corners' radius, in points.
        radius: f32,
        /// What fills it.
        fill: Paint,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Its middle.
        center: Point,
        /// Its radius, in points.
        radius: f32,
        /// What fills it.
        fill: Paint,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A line through points, or a polygon where `closed`.
    Poly {
        /// At least two.
        points: Vec<Point>,
        /// Whether the last point joins the first.
        closed: bool,
        /// What fills it where closed; must be convex.
        fill: Paint,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A cubic Bézier curve.
    Curve {
        /// Start, two control points, end.
        points: [Point; 4],
        /// Its line.
        stroke: Stroke,
    },
    /// Many upright rectangles of one colour, without outlines: one mesh on screen, one path in files.
    Bars {
        /// Where.
        rects: Vec<Rect>,
        /// What fills them.
        fill: Rgba,
    },
    /// Many straight lines of one kind: one mesh on screen, one path in files.
    Lines {
        /// Their ends.
        lines: Vec<[Point; 2]>,
        /// How wide each is, in points.
        width: f32,
        /// Their colour; where they cross it adds up, if one can see through it.
        color: Rgba,
    },
    /// One convex shape in many places, without outlines: one mesh on screen, one path in files.
    Shapes {
        /// Its corners for a radius of 1 about the origin, clockwise.
        outline: Vec<Point>,
        /// The middle and the radius of each, in points.
        places: Vec<(Point, f32)>,
        /// What fills them.
        fill: Rgba,
    },
    /// One line of text.
    Text(TextMark),
}

impl Mark {
    /// Moves the mark by (`dx`, `dy`) points.
    pub fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Self::Rect { rect, fill, .. } => {
                *rect = rect.moved(dx, dy);
                fill.shift(dx);
            }
            Self::Circle { center, .. } => *center = center.moved(dx, dy),
            Self::Poly { points, .. } => points.iter_mut().for_each(|at| *at = at.moved(dx, dy)),
            Self::Curve { points, .. } => points.iter_mut().for_each(|at| *at = at.moved(dx, dy)),
            Self::Bars { rects, .. } => {
                for rect in rects {
                    *rect = rect.moved(dx, dy);
                }
            }
            Self::Lines { lines, .. } => {
                for at in lines.iter_mut().flatten() {
                    *at = at.moved(dx, dy);
                }
            }
            Self::Shapes { places, .. } => {
                for (at, _) in places {
                    *at = at.moved(dx, dy);
                }
            }
            Self::Text(text) => text.at = text.at.moved(dx, dy),
        }
    }
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextMark {
    /// The anchor, on the baseline.
    pub at: Point,
    /// Which part of the text stands at `at.x`.
    pub anchor: Anchor,
    /// The words.
    pub text: String,
    /// Face, size and weight.
    pub style: TextStyle,
    /// Its colour.
    pub color: Rgba,
    /// A rim of the ground's colour that keeps it readable over lines.
    pub halo: Option<Rgba>,
    /// Turned about the anchor, in radians clockwise.
    pub angle: f32,
}

/// Which part of a text stands at its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// What fills a mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Paint {
    /// Nothing.
    #[default]
    None,
    /// One colour.
    Solid(Rgba),
    /// Colours from left to right: x in points, ascending, and the colour there. Rectangles only.
    Across(Vec<(f32, Rgba)>),
}

impl Paint {
    fn shift(&mut self, dx: f32) {
        if let Self::Across(stops) = self {
            for (x, _) in stops {
                *x += dx;
            }
        }
    }
}

/// An outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Points.
    pub width: f32,
    /// Its colour.
    pub color: Rgba,
    /// Its pattern.
    pub dash: Dash,
}

impl Stroke {
    /// An unbroken line.
    #[must_use]
    pub const fn solid(width: f32, color: Rgba) -> Self {
        Self {
            width,
            color,
            dash: Dash::Solid,
        }
    }

    /// A line with a pattern.
    #[must_use]
    pub const fn new(width: f32, color: Rgba, dash: Dash) -> Self {
        Self { width, color, dash }
    }
}

/// The pattern of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dash {
    /// Unbroken.
    Solid,
    /// 6 points on, 3 off.
    Dashed,
    /// 1.5 points on, 3 off.
    Dotted,
    /// 1.5 points on, 6 off.
    Sparse,
}

impl Dash {
    /// Points on and off; `None` for an unbroken line.
    #[must_use]
    pub const fn pattern(self) -> Option<(f32, f32)> {
        match self {
            Self::Solid => None,
            Self::Dashed => Some((6.0, 3.0)),
            Self::Dotted => Some((1.5, 3.0)),
            Self::Sparse => Some((1.5, 6.0)),
        }
    }
}

impl Scene {
    /// An empty scene.
    #[must_use]
    pub const fn new(size: Size, background: Rgba) -> Self {
        Self {
            size,
            background,
            layers: Vec::new(),
            crowd: Crowd::NOBODY,
        }
    }

    /// The item at `at`, or the nearest within `slack` points: of a group, else of the crowd.
    #[must_use]
    pub fn item_at(&self, at: Point, slack: f32) -> Option<Item> {
        match self.group_at(at, slack) {
            Some(group) => group.item,
            None => Some(self.crowd.nearest(at, slack)?.0),
        }
    }

    /// The group at `at`, or the nearest within `slack` points; of equals, the one in front.
    #[must_use]
    pub fn group_at(&self, at: Point, slack: f32) -> Option<&Group> {
        let mut best: Option<(f32, &Group)> = None;
        for layer in self.layers.iter().rev() {
            if layer.clip.is_some_and(|clip| !clip.contains(at)) {
                continue;
            }
            for group in layer.groups.iter().rev() {
                if let Some(distance) = group.hit.distance(at, slack)
                    && best.is_none_or(|(least, _)| distance < least)
                {
                    best = Some((distance, group));
                }
            }
        }
        best.map(|(_, group)| group)
    }

    /// Every text, from back to front.
    pub fn texts(&self) -> impl Iterator<Item = &TextMark> {
        self.layers
            .iter()
            .flat_map(|layer| &layer.groups)
            .flat_map(|group| &group.marks)
            .filter_map(|mark| match mark {
                Mark::Text(text) => Some(text),
                _ => None,
            })
    }

    /// Every item that a mark stands for, alone, folded with others or in the crowd; an item may come
    /// more than once.
    pub fn items(&self) -> impl Iterator<Item = Item> {
        let groups = self.layers.iter().flat_map(|layer| &layer.groups);
        let own =
            groups.flat_map(|group| group.item.into_iter().chain(group.folded.iter().copied()));
        own.chain(self.crowd.items())
    }

    /// Every group that stands for an item, from back to front.
    pub fn item_groups(&self) -> impl Iterator<Item = (Item, &Group)> {
        self.layers
            .iter()
            .flat_map(|layer| &layer.groups)
            .filter_map(|group| Some((group.item?, group)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::{point, size};
    use super::*;
    use crate::story::EventIx;

    fn group(ix: u32, hit: Hit) -> Group {
        Group {
            item: Some(Item::Event(EventIx(ix))),
            hit,
            ..Group::default()
        }
    }

    #[test]
    fn the_group_in_front_wins_and_the_nearest_wins_within_the_slack() {
        let mut scene = Scene::new(size(100.0, 100.0), Rgba::CLEAR);
        let mut layer = Layer::new("events");
        layer
            .groups
            .push(group(0, Hit::Rect(Rect::new(0.0, 0.0, 10.0, 10.0))));
        layer
            .groups
            .push(group(1, Hit::Rect(Rect::new(5.0, 0.0, 10.0, 10.0))));
        layer.groups.push(group(
            2,
            Hit::Line(vec![point(50.0, 0.0), point(50.0, 50.0)], 1.0),
        ));
        scene.layers.push(layer);
        let hit = |x, y| {
            scene
                .group_at(point(x, y), 4.0)
                .and_then(|group| group.item)
        };
        assert_eq!(hit(7.0, 5.0), Some(Item::Event(EventIx(1))));
        assert_eq!(hit(2.0, 5.0), Some(Item::Event(EventIx(0))));
        assert_eq!(hit(47.0, 25.0), Some(Item::Event(EventIx(2))));
        assert_eq!(hit(30.0, 90.0), None);
    }
}
