//! Groups as grounds that hold their members and nobody else.
//!
//! A group is drawn as a hull where no other actor lies in it, and otherwise as a ribbon along a shortest
//! tree through its members that keeps off others (after W. Meulemans et al., "Kelp Fusion", 2013).

use crate::language::say;
use crate::scene::{
    Anchor, Group as Marks, Hit, Layer, Mark, Paint, Point, Rect, Rgba, Stroke, TextMark,
    TextStyle, Theme,
};
use crate::story::Item;
use crate::view::GroupBy;

use super::crowd::MOST_GLYPHS;
use super::group::Group;
use super::scene::{Drawing, Painter};

/// Points by which a ground reaches beyond its members' marks.
const PADDING: f32 = 9.0;
/// The width of a ribbon between members, in points.
const RIBBON: f32 = 8.0;
/// Members up to which a group has a ground.
const MOST_MEMBERS: usize = 300;
/// Actors in sight up to which groups have grounds.
const MOST_SEEN: usize = 1500;
/// Looks at whether a ribbon would pass over an actor, up to which they are taken for one group.
const MOST_CHECKS: usize = 2_000_000;
/// How much longer a way may be that keeps off an actor of another group.
const DETOUR: f32 = 4.0;

impl Painter<'_> {
    /// The grounds of all groups that are not collapsed, with their names.
    pub(super) fn hull_layers(&self, taken: &mut Vec<Rect>, clip: Rect) -> [Option<Layer>; 2] {
        let drawing = &self.drawing;
        let by = drawing.view.map.group;
        if by == GroupBy::Nothing {
            return [None, None];
        }
        let groups = drawing.arrangement.graph.groups(drawing.index, by);
        let mut grounds = Layer::clipped("groups", clip);
        let mut names = Layer::clipped("names of groups", clip);
        // Of very many actors, those in sight are what counts.
        let nodes = drawing.arrangement.graph.nodes.len();
        let few = nodes <= MOST_GLYPHS;
        let counts = |node: usize| self.shown[node] && (few || self.on_screen(node, clip));
        let seen: Vec<usize> = (0..nodes).filter(|&node| counts(node)).collect();
        if seen.len() > MOST_SEEN {
            return [None, None];
        }
        for group in &groups.groups {
            let members = group.members.iter().map(|&node| node as usize);
            let members: Vec<usize> = members.filter(|&node| counts(node)).collect();
            if members.len() < 2 || members.len() > MOST_MEMBERS {
                continue;
            }
            grounds
                .groups
                .push(self.ground_group(group, &members, &seen));
            names.plain(self.hull_name(group, &members, taken, clip));
        }
        [grounds, names].map(|layer| (!layer.groups.is_empty()).then_some(layer))
    }

    /// A group's ground, which can be clicked round its members' marks.
    fn ground_group(&self, group: &Group, members: &[usize], seen: &[usize]) -> Marks {
        let nodes = &self.drawing.arrangement.graph.nodes;
        let round = members.iter().map(|&node| {
            let across = (self.radii[node] + PADDING) * 2.0;
            Rect::around(self.centers[node], across, across)
        });
        Marks {
            item: None,
            title: say!("map-ground", name = group.name, count = members.len()),
            count: super::layout::index(members.len()).into(),
            folded: members
                .iter()
                .map(|&node| Item::Actor(nodes[node].actor))
                .collect(),
            hit: Hit::Rects(round.collect()),
            marks: self.ground(group, members, seen),
        }
    }

    fn ground(&self, group: &Group, members: &[usize], seen: &[usize]) -> Vec<Mark> {
        let theme = self.drawing.theme;
        let mut tint = tint(&self.drawing, members);
        if self.drawing.highlight.dims() {
            tint = tint.at(0.4).over(theme.canvas);
        }
        let [rim, fill] = ground_colors(tint, theme);
        let is_member = |node: usize| {
            group
                .members
                .binary_search(&super::layout::index(node))
                .is_ok()
        };
        let others = seen.iter().filter(|&&node| !is_member(node));
        let mut others: Vec<Point> = others.map(|&node| self.centers[node]).collect();
        let places: Vec<Point> = members.iter().map(|&node| self.centers[node]).collect();
        let hull = hull(&places);
        let clear = hull.len() > 2 && !others.iter().any(|&other| is_inside(&hull, other));
        let ways: Vec<[Point; 2]> = if clear {
            let next = hull.iter().cycle().skip(1);
            hull.iter().zip(next).map(|(&a, &b)| [a, b]).collect()
        } else {
            if places.len() * places.len() * others.len() > MOST_CHECKS {
                others.clear();
            }
            tree(&places, &others)
        };
        // One shape over the other: the rim of all together shows, and no seams.
        let mut marks = Vec::new();
        for (beyond, color) in [(1.0, rim), (0.0, fill)] {
            for &node in members {
                marks.push(Mark::Circle {
                    center: self.centers[node],
                    radius: self.radii[node] + PADDING + beyond,
                    fill: Paint::Solid(color),
                    stroke: None,
                });
            }
            let width = if clear { PADDING * 3.0 } else { RIBBON };
            for &way in &ways {
                marks.push(Mark::Poly {
                    points: way.to_vec(),
                    closed: false,
                    fill: Paint::None,
                    stroke: Some(Stroke::solid(width + beyond * 2.0, color)),
                });
            }
        }
        if clear {
            marks.push(Mark::Poly {
                points: hull,
                closed: true,
                fill: Paint::Solid(fill),
                stroke: None,
            });
        }
        marks
    }

    /// A group's name above its topmost member, or below its lowest; none where there is no room for it.
    fn hull_name(
        &self,
        group: &Group,
        members: &[usize],
        taken: &mut Vec<Rect>,
        clip: Rect,
    ) -> Vec<Mark> {
        let drawing = &self.drawing;
        let theme = drawing.theme;
        let style = TextStyle::Caption;
        let width = drawing.measurer.width(&group.name, style);
        let height = style.line_height();
        let places = members
            .iter()
            .map(|&node| (self.centers[node], self.radii[node]));
        let top = places.clone().min_by(|a, b| a.0.y.total_cmp(&b.0.y));
        let low = places.max_by(|a, b| a.0.y.total_cmp(&b.0.y));
        let (Some(top), Some(low)) = (top, low) else {
            return Vec::new();
        };
        let above = top.0.y - top.1 - PADDING - height;
        let below = low.0.y + low.1 + PADDING + 2.0;
        let rects = [
            (top.0.x, above),
            (low.0.x, below),
            (top.0.x, above - height),
            (low.0.x, below + height),
        ];
        let rects = rects.map(|(x, y)| Rect::new(x - width / 2.0, y, width, height));
        let is_free = |rect: &Rect| {
            let inside = rect.top >= clip.top && rect.bottom <= clip.bottom;
            let marks = self.centers.iter().zip(&self.radii).zip(&self.shown);
            let mut marks = marks.filter(|(_, shown)| **shown);
            let on_mark = marks.any(|((at, radius), _)| {
                Rect::around(*at, radius * 2.0, radius * 2.0).overlaps(*rect)
            });
            inside && !on_mark && !taken.iter().any(|other| other.overlaps(*rect))
        };
        let Some(rect) = rects.into_iter().find(is_free) else {
            return Vec::new();
        };
        taken.push(rect);
        vec![Mark::Text(TextMark {
            at: rect.center().moved(0.0, style.middle_to_baseline()),
            anchor: Anchor::Middle,
            text: group.name.clone(),
            style,
            color: theme.muted,
            halo: Some(theme.canvas),
            angle: 0.0,
        })]
    }
}

/// The colour of a group's ground: that of its foremost member's kind, very faint.
pub(super) fn tint(drawing: &Drawing<'_>, members: &[usize]) -> Rgba {
    let graph = &drawing.arrangement.graph;
    let foremost = graph.foremost(members.iter().copied());
    let actor = foremost.map(|node| graph.nodes[node].actor);
    let theme = drawing.theme;
    actor.map_or(theme.muted, |actor| {
        theme.kind(drawing.index.actor_style(actor))
    })
}

/// The rim and the fill of a ground of this tint.
pub(super) fn ground_colors(tint: Rgba, theme: &Theme) -> [Rgba; 2] {
    let strong = if theme.dark { 0.16 } else { 0.09 };
    [
        tint.at(0.30).over(theme.canvas),
        tint.at(strong).over(theme.canvas),
    ]
}

/// The corners of the smallest convex polygon round `points`, clockwise on screen (A. Andrew, 1979).
fn hull(points: &[Point]) -> Vec<Point> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    sorted.dedup();
    if sorted.len() < 3 {
        return sorted;
    }
    let half = |points: &mut dyn Iterator<Item = &Point>| {
        let mut chain: Vec<Point> = Vec::new();
        for &at in points {
            while let [.., a, b] = chain[..]
                && turn(a, b, at) <= 0.0
            {
                chain.pop();
            }
            chain.push(at);
        }
        chain.pop();
        chain
    };
    let mut corners = half(&mut sorted.iter());
    corners.extend(half(&mut sorted.iter().rev()));
    corners
}

/// Above 0 where one turns to the right at `b` on the way from `a` to `c`, on screen.
fn turn(a: Point, b: Point, c: Point) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether `at` lies in the polygon `corners`, or so near to it that the ground would touch it.
fn is_inside(corners: &[Point], at: Point) -> bool {
    let next = corners.iter().cycle().skip(1);
    corners.iter().zip(next).all(|(&a, &b)| {
        let length = a.distance(b).max(1e-3);
        turn(a, b, at) / length >= -PADDING * 1.5
    })
}

/// A shortest tree through `places` (R. Prim, 1957) in which ways that pass over `others` are longer.
fn tree(places: &[Point], others: &[Point]) -> Vec<[Point; 2]> {
    let long = |a: Point, b: Point| {
        let near = |other: &&Point| {
            let box_ = Rect::of_ends(a, b);
            box_.grown(RIBBON).contains(**other) && off(a, b, **other) < RIBBON
        };
        let crossed = others.iter().filter(near).count();
        #[expect(clippy::cast_precision_loss, reason = "a count of actors")]
        let crossed = crossed as f32;
        a.distance(b) * (1.0 + DETOUR * crossed)
    };
    let Some((&first, _)) = places.split_first() else {
        return Vec::new();
    };
    // For each place the nearest that is in the tree, and how far that is; none for those in it.
    let mut rest: Vec<Option<(f32, Point)>> = places
        .iter()
        .map(|&at| Some((long(first, at), first)))
        .collect();
    rest[0] = None;
    let mut ways = Vec::new();
    loop {
        let nearest = rest
            .iter()
            .enumerate()
            .filter_map(|(n, held)| held.map(|(far, from)| (far, n, from)))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        let Some((_, n, from)) = nearest else {
            return ways;
        };
        let at = places[n];
        ways.push([from, at]);
        rest[n] = None;
        for (held, &other) in rest.iter_mut().zip(places) {
            if let Some((far, _)) = held {
                let by = long(at, other);
                if by < *far {
                    *held = Some((by, at));
                }
            }
        }
    }
}

/// How far `at` lies off the line from `a` to `b`.
fn off(a: Point, b: Point, at: Point) -> f32 {
    (turn(a, b, at) / a.distance(b).max(1e-3)).abs()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::scene::point;

    fn places() -> impl Strategy<Value = Vec<Point>> {
        let place = (-500.0..500.0_f32, -500.0..500.0_f32).prop_map(|(x, y)| point(x, y));
        proptest::collection::vec(place, 3..40)
    }

    proptest! {
        #[test]
        fn a_hull_holds_all_its_members(places in places()) {
            let hull = hull(&places);
            for &at in &places {
                prop_assert!(hull.len() < 3 || is_inside(&hull, at));
            }
        }

        #[test]
        fn a_tree_joins_all_and_has_no_circle(places in places(), others in places()) {
            let ways = tree(&places, &others);
            prop_assert_eq!(ways.len(), places.len() - 1);
            let mut reached = vec![places[0]];
            for [from, to] in ways {
                prop_assert!(reached.contains(&from));
                reached.push(to);
            }
        }
    }

    #[test]
    fn a_tree_goes_round_an_actor_of_another_group() {
        // Straight on lies a stranger; over the third member the way is a little longer.
        let near = [point(0.0, 0.0), point(100.0, 0.0), point(50.0, 100.0)];
        let base = |others: &[Point]| tree(&near, others).contains(&[near[0], near[1]]);
        assert!(base(&[]));
        assert!(!base(&[point(50.0, 0.0)]));
    }
}
