//! Items that are drawn many at once, and where the pointer meets them.

use crate::story::Item;

use super::geometry::{Point, Rect};
use super::mark::distance_to_segment;

/// Items that marks of many stand for: an array for each shape, searched when the pointer asks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crowd {
    /// Items that are round, with the middle and the radius of each, in points.
    pub spots: Vec<(Item, Point, f32)>,
    /// Items that are straight lines, with their ends.
    pub lines: Vec<(Item, [Point; 2])>,
    /// Items that marks of several stand for, and that have no place of their own; told in files alone.
    pub folded: Vec<Item>,
}

impl Crowd {
    /// No item at all.
    pub const NOBODY: Self = Self {
        spots: Vec::new(),
        lines: Vec::new(),
        folded: Vec::new(),
    };

    /// Every item of it that has a place.
    pub fn items(&self) -> impl Iterator<Item = Item> {
        let spots = self.spots.iter().map(|spot| spot.0);
        spots.chain(self.lines.iter().map(|line| line.0))
    }

    /// The item at `at`, or the nearest within `slack` points, with a box round it: spots, which lie in
    /// front, before lines.
    #[must_use]
    pub fn nearest(&self, at: Point, slack: f32) -> Option<(Item, Rect)> {
        let spots = self.spots.iter().map(|&(item, center, radius)| {
            let across = radius * 2.0;
            let bounds = Rect::around(center, across, across);
            (center.distance(at) - radius, item, bounds)
        });
        let lines = self.lines.iter().filter_map(|&(item, [a, b])| {
            // Most lines lie far off, which their box tells.
            let bounds = Rect::of_ends(a, b);
            let near = bounds.grown(slack).contains(at);
            near.then(|| (distance_to_segment(at, a, b), item, bounds))
        });
        let within = |found: &(f32, Item, Rect)| found.0 <= slack;
        let nearest = |a: &(f32, Item, Rect), b: &(f32, Item, Rect)| a.0.total_cmp(&b.0);
        let spot = spots.filter(within).min_by(nearest);
        let found = spot.or_else(|| lines.filter(within).min_by(nearest))?;
        Some((found.1, found.2))
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::point;
    use super::*;
    use crate::story::{ActorIx, RelationIx};

    #[test]
    fn spots_lie_before_lines_and_the_nearest_is_found() {
        let actor = |n| Item::Actor(ActorIx(n));
        let relation = Item::Relation(RelationIx(0));
        let crowd = Crowd {
            spots: vec![
                (actor(0), point(0.0, 0.0), 5.0),
                (actor(1), point(100.0, 0.0), 5.0),
            ],
            lines: vec![(relation, [point(0.0, 0.0), point(100.0, 0.0)])],
            folded: Vec::new(),
        };
        let at = |x: f32, y: f32| crowd.nearest(point(x, y), 4.0).map(|found| found.0);
        assert_eq!(at(3.0, 3.0), Some(actor(0)));
        assert_eq!(at(97.0, 8.0), Some(actor(1)));
        assert_eq!(at(50.0, 3.0), Some(relation));
        assert_eq!(at(50.0, 9.0), None);
    }
}
