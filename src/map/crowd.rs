//! A map on which very much is in sight: relations as straight lines and actors as plain shapes, many
//! drawn at once, and what is lit or named in front of them as on any map.

use crate::index::Strength;
use crate::scene::glyph::outline;
use crate::scene::{Crowd, Group, Layer, Mark, Paint, Point, Rect, Rgba, Stroke, point};
use crate::story::Item;
use crate::story::kind::Glyph;
use crate::view::Outside;

use super::curve::Curve;
use super::force::{Change, Force};
use super::graph::Edge;
use super::labels::Label;
use super::scene::{DIMMED, Painter};

/// Relations in sight beyond which they are drawn many at once.
pub(super) const MOST_ARCS: usize = 1500;
/// Actors in sight beyond which they are.
pub(super) const MOST_GLYPHS: usize = 700;
/// Lines that are drawn at once; of more in sight, an even sample stands for all.
pub(super) const MOST_LINES: usize = 40_000;
/// Relations that are lit and drawn as arcs; of more, the rest are lines.
const MOST_LIT: usize = 400;
/// Steps in which a relation grows fainter as it is less sure.
const STEPS: usize = 4;
/// Width of a relation among very many, in points, and of one that began in the stretch on show.
const WIDTHS: [f32; 2] = [0.8, 1.6];

/// How a line is drawn among many.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stroked {
    /// By how sure it is, from not at all.
    Sure(usize),
    /// Neither of its ends is in sight, or a filter lets it step back.
    Passing,
    Began,
    Ended,
    /// It belongs to what is selected or pointed at.
    Lit,
}

impl Stroked {
    const ALL: [Self; STEPS + 4] = [
        Self::Passing,
        Self::Sure(0),
        Self::Sure(1),
        Self::Sure(2),
        Self::Sure(3),
        Self::Ended,
        Self::Began,
        Self::Lit,
    ];

    fn of(force: Force, outside: Outside) -> Self {
        match force.change {
            Change::Began | Change::Passed => Self::Began,
            Change::Ended => Self::Ended,
            Change::None if force.share <= 0.0 && outside != Outside::Show => Self::Sure(0),
            Change::None if force.share <= 0.0 || force.share >= 1.0 => Self::Sure(STEPS - 1),
            Change::None if force.share < 0.5 => Self::Sure(1),
            Change::None => Self::Sure(2),
        }
    }
}

impl Painter<'_> {
    /// The relations in sight, as places among the graph's.
    pub(super) fn in_sight(&self, clip: Rect) -> Vec<u32> {
        let drawing = &self.drawing;
        let graph = &drawing.arrangement.graph;
        // Arcs bow a little beyond their ends.
        let clip = clip.grown(30.0);
        let all = self.shown.iter().all(|shown| *shown);
        let ends = (0..).zip(&graph.ends);
        let seen = ends.filter(|(_, [from, to])| {
            let (from, to) = (*from as usize, *to as usize);
            let (a, b) = (self.centers[from], self.centers[to]);
            // Without a branch for each: whether a line is in sight cannot be guessed.
            ((a.x.min(b.x) < clip.right)
                & (a.x.max(b.x) > clip.left)
                & (a.y.min(b.y) < clip.bottom)
                & (a.y.max(b.y) > clip.top))
                && (all || (self.shown[from] && self.shown[to]))
        });
        let mut seen: Vec<u32> = seen.map(|(n, _)| n).collect();
        let edge = |n: &u32| &graph.edges[*n as usize];
        if drawing.index.filter().is_some() {
            seen.retain(|n| drawing.index.shows_relation(edge(n).relation));
        }
        if drawing.view.unheld == Outside::Hide && drawing.view.moment().is_some() {
            seen.retain(|n| self.force(edge(n)).holds());
        }
        seen
    }

    /// The relations `seen` and the actors in sight.
    pub(super) fn crowd(&self, seen: &[u32], labels: &[Label], clip: Rect) -> ([Layer; 2], Crowd) {
        let mut crowd = Crowd::NOBODY;
        let relations = self.many_relations(seen, clip, &mut crowd);
        let actors = self.many_actors(labels, clip, &mut crowd);
        ([relations, actors], crowd)
    }

    fn many_relations(&self, seen: &[u32], clip: Rect, crowd: &mut Crowd) -> Layer {
        let drawing = &self.drawing;
        let edges = &drawing.arrangement.graph.edges;
        let lit_ones = self.lit_relations();
        let moment = drawing.view.moment();
        let parted = drawing.highlight.sets_aside();
        let mut many: [Vec<[Point; 2]>; STEPS + 4] = Default::default();
        let mut lit: Vec<(Strength, &Edge)> = Vec::new();
        let mut layer = Layer::clipped("relations", clip);
        let alpha = alpha_of(seen.len().min(MOST_LINES));
        // Files have time for all.
        let least = if drawing.many {
            sampled(seen.len())
        } else {
            u32::MAX
        };
        for &n in seen {
            let lit_up = lit_ones.binary_search(&n).is_ok();
            if !lit_up && scattered(n) > least {
                continue;
            }
            let Some(edge) = edges.get(n as usize) else {
                continue;
            };
            let item = Item::Relation(edge.relation);
            let strength = if lit_up {
                self.strength(item)
            } else {
                Strength::Normal
            };
            if strength >= Strength::Related && lit.len() < MOST_LIT {
                lit.push((strength, edge));
                continue;
            }
            let stroked = match strength {
                Strength::Related | Strength::Hovered | Strength::Selected => Stroked::Lit,
                _ if parted && drawing.highlight.steps_back(item) => Stroked::Passing,
                _ => Stroked::of(Force::of(edge.span.as_ref(), moment), drawing.view.unheld),
            };
            let ends = [self.centers[edge.from], self.centers[edge.to]];
            let passes = !ends.iter().any(|end| clip.contains(*end));
            let stroked = match stroked {
                Stroked::Sure(_) if passes => Stroked::Passing,
                other => other,
            };
            if drawing.many {
                let place = Stroked::ALL.iter().position(|kind| *kind == stroked);
                many[place.unwrap_or(STEPS)].push(ends);
                if !passes {
                    crowd.lines.push((item, ends));
                }
            } else {
                let (color, width) = self.ink(stroked, alpha);
                layer.groups.push(Group {
                    item: Some(item),
                    title: drawing.index.title_of(item),
                    marks: vec![Mark::Poly {
                        points: ends.to_vec(),
                        closed: false,
                        fill: Paint::None,
                        stroke: Some(Stroke::solid(width, color)),
                    }],
                    ..Group::default()
                });
            }
        }
        let marks = Stroked::ALL.into_iter().zip(many);
        let marks = marks.filter(|(_, lines)| !lines.is_empty());
        let marks = marks.map(|(stroked, lines)| {
            let (color, width) = self.ink(stroked, alpha);
            Mark::Lines {
                lines,
                width,
                color,
            }
        });
        layer.plain(marks.collect());
        lit.sort_by_key(|(strength, edge)| (*strength, edge.relation));
        for (strength, edge) in lit {
            let curve = self.curve(edge);
            layer.groups.push(self.relation(strength, edge, &curve));
        }
        layer
    }

    /// The relations that are lit, as places among the graph's, in order.
    fn lit_relations(&self) -> Vec<u32> {
        let graph = &self.drawing.arrangement.graph;
        let lit = self.drawing.highlight.lit().filter_map(|item| match item {
            Item::Relation(ix) => graph.edge_of(ix),
            _ => None,
        });
        let mut lit: Vec<u32> = lit.collect();
        lit.sort_unstable();
        lit
    }

    /// The line of a relation.
    pub(super) fn curve(&self, edge: &Edge) -> Curve {
        let end = |node: usize| (self.centers[node], self.radii[node]);
        let (from, to) = (end(edge.from), end(edge.to));
        if !self.drawing.arrangement.is_beside() || edge.from == edge.to {
            return Curve::between(from, to, edge.lane, edge.from > edge.to);
        }
        // Past the name that stands beside the mark, where there is room for that.
        let past = |node: usize, (at, radius): (Point, f32), other: Point| match self.ends.get(node)
        {
            Some(&right) if right > at.x && other.x > right + 24.0 => (point(right, at.y), 0.0),
            _ => (at, radius),
        };
        let (a, b) = (past(edge.from, from, to.0), past(edge.to, to, from.0));
        Curve::flowing(a, b, edge.lane)
    }

    /// The colour of lines among many, through which one can see, and their width.
    fn ink(&self, stroked: Stroked, alpha: f32) -> (Rgba, f32) {
        let theme = self.drawing.theme;
        let alpha = if self.drawing.highlight.dims() {
            alpha * DIMMED
        } else {
            alpha
        };
        match stroked {
            Stroked::Sure(step) => {
                #[expect(clippy::cast_precision_loss, reason = "a few steps")]
                let share = step as f32 / (STEPS - 1) as f32;
                let sure = DIMMED + (1.0 - DIMMED) * share;
                (theme.text.at(alpha * sure), WIDTHS[0])
            }
            Stroked::Passing => (theme.text.at(alpha * DIMMED), WIDTHS[0]),
            // Colour is not alone: what began is twice as wide.
            Stroked::Began => (theme.accent.at((alpha * 2.5).min(1.0)), WIDTHS[1]),
            Stroked::Ended => (theme.accent.at((alpha * 1.5).min(1.0)), WIDTHS[0]),
            Stroked::Lit => (theme.accent.at(0.5), WIDTHS[0]),
        }
    }

    fn many_actors(&self, labels: &[Label], clip: Rect, crowd: &mut Crowd) -> Layer {
        let drawing = &self.drawing;
        let (index, theme, moment) = (drawing.index, drawing.theme, drawing.view.moment());
        let graph = &drawing.arrangement.graph;
        let mut lit_ones = vec![false; graph.nodes.len()];
        for node in self
            .lit_nodes()
            .chain(drawing.nodes_of(drawing.view.pins.keys()))
        {
            lit_ones[node] = true;
        }
        let dims = drawing.highlight.dims();
        let mut front: Vec<(usize, Option<Rect>)> = Vec::new();
        let mut named = vec![u32::MAX; self.centers.len()];
        for (n, label) in (0..).zip(labels) {
            named[label.mark] = n;
        }
        let looks = index.looks();
        // In full and stepped back, by look.
        let mut many: Vec<[Vec<(Point, f32)>; 2]> = vec![Default::default(); looks.len()];
        for (node, of) in graph.nodes.iter().enumerate() {
            if !self.on_screen(node, clip) {
                continue;
            }
            let item = Item::Actor(of.actor);
            let label = labels.get(named[node] as usize).map(|label| label.rect);
            if lit_ones[node] || label.is_some() || !drawing.many {
                front.push((node, label));
                continue;
            }
            let out =
                drawing.view.unheld == Outside::Dim && !Force::of(of.span.as_ref(), moment).holds();
            let place = (self.centers[node], self.radii[node]);
            let out = out || drawing.highlight.steps_back(item);
            if let Some(places) = many.get_mut(of.look) {
                places[usize::from(dims || out)].push(place);
            }
            crowd.spots.push((item, place.0, place.1));
        }
        let mut marks = Vec::new();
        for (style, [full, dimmed]) in looks.iter().zip(many) {
            let color = theme.kind(style);
            let faint = color.at(DIMMED).over(theme.canvas);
            for (places, fill) in [(dimmed, faint), (full, color)] {
                if !places.is_empty() {
                    marks.push(Mark::Shapes {
                        outline: unit(style.glyph),
                        places,
                        fill,
                    });
                }
            }
        }
        let mut layer = Layer::clipped("actors", clip);
        layer.plain(marks);
        for (node, label) in front {
            layer.groups.push(self.actor(node, label));
        }
        layer
    }

    /// Whether so much is in sight that it is drawn many at once.
    pub(super) fn is_crowded(&self, seen: &[u32], clip: Rect) -> bool {
        let nodes = 0..self.drawing.arrangement.graph.nodes.len();
        seen.len() > MOST_ARCS
            || nodes.len() > MOST_GLYPHS
                && nodes.filter(|&node| self.on_screen(node, clip)).count() > MOST_GLYPHS
    }
}

/// The greatest [`scattered`] number of a relation that is drawn where `count` are in sight.
fn sampled(count: usize) -> u32 {
    if count <= MOST_LINES {
        return u32::MAX;
    }
    let share = MOST_LINES as u64 * u64::from(u32::MAX) / count as u64;
    u32::try_from(share).unwrap_or(u32::MAX)
}

/// A number that hangs on `n` alone, evenly scattered (D. Knuth, multiplicative hashing): what is drawn
/// stays drawn while one looks closer.
fn scattered(n: u32) -> u32 {
    n.wrapping_mul(2_654_435_769)
}

/// How strong each of `count` relations is, so that all together leave the ground in sight.
#[expect(clippy::cast_precision_loss, reason = "a count of relations")]
fn alpha_of(count: usize) -> f32 {
    // Where arcs become lines they are as strong as before.
    let most = super::scene::faint(MOST_ARCS);
    let share = MOST_ARCS as f32 / count.max(1) as f32;
    most * share.sqrt().clamp(0.12, 1.0)
}

/// The corners of a kind's shape about the origin; few, where it is small.
fn unit(glyph: Glyph) -> Vec<Point> {
    let about = point(0.0, 0.0);
    match glyph {
        // Twelve corners look round at the size that marks have among many.
        Glyph::Circle | Glyph::Dots => outline(glyph, about, 1.0).into_iter().step_by(2).collect(),
        other => outline(other, about, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::ring::Ring;
    use super::*;
    use crate::index::Highlight;
    use crate::story::ActorIx;
    use crate::view::{MapChoices, View};

    /// A view in which everybody is drawn, however close they lie.
    fn all_drawn() -> View {
        View {
            map: MapChoices {
                folds: false,
                ..MapChoices::default()
            },
            ..View::default()
        }
    }

    #[test]
    fn many_at_once_stand_for_the_same_items_as_one_by_one() {
        let map = Ring::new();
        let items = |many| -> BTreeSet<Item> {
            let scene = map.drawn(&all_drawn(), &Highlight::default(), many);
            scene.items().collect()
        };
        let one_by_one = items(false);
        assert_eq!(one_by_one.len(), 800 + 2400);
        assert_eq!(items(true), one_by_one);
        // In files each has a group of its own, with its name.
        let file = map.drawn(&all_drawn(), &Highlight::default(), false);
        assert_eq!(file.crowd, Crowd::NOBODY);
        assert!(file.item_groups().all(|(_, group)| !group.title.is_empty()));
    }

    #[test]
    fn what_is_lit_stands_in_front_of_the_crowd() {
        let map = Ring::new();
        let actor = Item::Actor(ActorIx(7));
        let lit = Highlight::new(&map.index, &[actor], None, false);
        let scene = map.drawn(&all_drawn(), &lit, true);
        let front: BTreeSet<Item> = scene.item_groups().map(|(item, _)| item).collect();
        assert!(front.contains(&actor));
        for near in map.index.neighbourhood(actor) {
            assert!(front.contains(&near), "{near:?}");
        }
        assert!(scene.crowd.lines.len() > 2000);
    }

    #[test]
    fn the_pointer_finds_what_is_drawn_many_at_once() {
        let map = Ring::new();
        let scene = map.drawn(&all_drawn(), &Highlight::default(), true);
        for &(item, at, _) in &scene.crowd.spots {
            assert!(scene.item_at(at, 1.0).is_some(), "nothing at {item:?}");
        }
    }

    #[test]
    fn what_is_not_in_force_is_left_out_where_it_is_hidden() {
        let map = Ring::new();
        let begun = crate::story::calendar::Civil::new(2009, 6, 1).start();
        let view = View {
            as_of: Some(begun.0),
            unheld: Outside::Hide,
            ..all_drawn()
        };
        let scene = map.drawn(&view, &Highlight::default(), true);
        let relations = scene
            .items()
            .filter(|item| matches!(item, Item::Relation(_)));
        assert_eq!(relations.count(), 1200);
    }

    #[test]
    fn a_sample_is_even_and_grows_as_less_is_in_sight() {
        let drawn = |count: usize| {
            (0..200_000_u32)
                .filter(|&n| scattered(n) <= sampled(count))
                .count()
        };
        assert_eq!(drawn(MOST_LINES), 200_000);
        let half = drawn(MOST_LINES * 2);
        assert!(half.abs_diff(100_000) < 500, "{half}");
        // What is drawn among more is drawn among fewer.
        assert!(sampled(MOST_LINES * 3) < sampled(MOST_LINES * 2));
    }
}
