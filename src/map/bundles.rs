//! Bundles on the map: lines that stand for all relations between two marks of which one is a disc.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::language::say;
use crate::scene::{Group, Hit, Layer, Mark, Paint, Point, Rect, Rgba, Stroke, size};
use crate::story::Item;
use crate::view::Outside;

use super::fold::{Bundle, Unit};
use super::folded::NAMED;
use super::graph::Edge;
use super::scene::{DIMMED, Painter};

/// Bundles that the pointer finds, the thickest first; the others are lines alone.
const MOST_FOUND: usize = 400;
/// Bundles up to which each has its count written on it.
const COUNTED: usize = 80;
/// Thicknesses of bundles.
const CLASSES: usize = 7;
/// Relations that a thread looks at in one go.
const PIECE: usize = 4096;

/// How a relation stands that a bundle may count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// It or one of its ends is not shown.
    Absent,
    /// It is not in force.
    Out,
    /// It is in force.
    Held,
}

/// A bundle as it is drawn.
struct Tied<'a> {
    bundle: &'a Bundle,
    ends: [usize; 2],
    count: u32,
    /// The part of it that is in force.
    share: f32,
    /// The part of it that no filter lets step back.
    front: f32,
}

impl Painter<'_> {
    /// The lines that stand for all relations between two marks of which one is a disc.
    pub(super) fn bundle_layer(&self, taken: &mut Vec<Rect>, clip: Rect) -> Option<Layer> {
        let mut tied = self.tied(clip);
        if tied.is_empty() {
            return None;
        }
        tied.sort_by(|a, b| b.count.cmp(&a.count).then(a.ends.cmp(&b.ends)));
        let found = if self.drawing.many {
            tied.len().min(MOST_FOUND)
        } else {
            tied.len()
        };
        let mut layer = Layer::clipped("bundled relations", clip);
        let (thick, thin) = tied.split_at(found);
        let most = tied.first().map_or(1, |tied| tied.count);
        let mut lines: [Vec<[Point; 2]>; CLASSES] = Default::default();
        for tied in thin {
            lines[class(tied.count, most)].push(tied.ends.map(|mark| self.centers[mark]));
        }
        let lines = lines.into_iter().enumerate();
        let lines = lines.filter(|(_, lines)| !lines.is_empty());
        let marks = lines.map(|(class, lines)| Mark::Lines {
            lines,
            width: width(class),
            color: self.bundle_ink(class, [1.0; 2], false),
        });
        layer.plain(marks.collect());
        let counts = tied.len() <= COUNTED;
        let lit = self.lit_bundles();
        for tied in thick.iter().rev() {
            let lit = lit.contains(&tied.bundle.ends);
            let ink = (most, counts, lit);
            layer.groups.push(self.bundle(tied, ink, taken));
        }
        Some(layer)
    }

    /// The bundles in sight that anything is left of.
    fn tied(&self, clip: Rect) -> Vec<Tied<'_>> {
        let Some(folding) = &self.folding else {
            return Vec::new();
        };
        let drawing = &self.drawing;
        let nodes = drawing.arrangement.graph.nodes.len();
        let moment = drawing.view.moment();
        let whole = moment.is_none()
            && drawing.index.filter().is_none()
            && !drawing.highlight.sets_aside()
            && self.in_play.iter().all(|shown| *shown);
        let stand = if whole { Vec::new() } else { self.stands() };
        let mark = |end: u32| match folding.unit(end) {
            Unit::Node(node) => self.shown.get(node)?.then_some(node),
            Unit::Fold(fold) => self.discs.get(fold)?.mark,
        };
        let tied = folding.bundles.iter().filter_map(|bundle| {
            let ends = [mark(bundle.ends[0])?, mark(bundle.ends[1])?];
            // Between two who are drawn by themselves the relation is drawn by itself.
            if ends.iter().all(|&end| end < nodes) {
                return None;
            }
            let [a, b] = ends.map(|mark| self.centers[mark]);
            let bounds = Rect::of_ends(a, b);
            if !bounds.grown(1.0).overlaps(clip) {
                return None;
            }
            let edges = folding.edges(bundle);
            if whole {
                let count = super::layout::index(edges.len());
                return Some(Tied {
                    bundle,
                    ends,
                    count,
                    share: 1.0,
                    front: 1.0,
                });
            }
            let hides = drawing.view.unheld == Outside::Hide;
            let (mut count, mut held, mut back) = (0_u32, 0_u32, 0_u32);
            for &n in edges {
                let stands = stand.get(n as usize).copied().unwrap_or(Stand::Absent);
                let counts = stands == Stand::Held || (stands == Stand::Out && !hides);
                count += u32::from(counts);
                held += u32::from(stands == Stand::Held);
                back += u32::from(counts && self.steps_back(n));
            }
            #[expect(clippy::cast_precision_loss, reason = "a count of relations")]
            let share = |part: u32| part as f32 / count.max(1) as f32;
            (count > 0).then_some(Tied {
                bundle,
                ends,
                count,
                share: share(held),
                front: 1.0 - share(back),
            })
        });
        tied.collect()
    }

    /// Whether a relation, by its place in the graph, steps back because a filter leaves it out.
    fn steps_back(&self, edge: u32) -> bool {
        let drawing = &self.drawing;
        let edge = drawing.arrangement.graph.edges.get(edge as usize);
        edge.is_some_and(|edge| drawing.highlight.steps_back(Item::Relation(edge.relation)))
    }

    /// How each relation of the graph stands now.
    fn stands(&self) -> Vec<Stand> {
        let edges = &self.drawing.arrangement.graph.edges;
        let stands = edges.par_iter().with_min_len(PIECE);
        stands.map(|edge| self.stand(edge)).collect()
    }

    /// How a relation stands now.
    fn stand(&self, edge: &Edge) -> Stand {
        let plays = self.in_play[edge.from]
            && self.in_play[edge.to]
            && self.drawing.index.shows_relation(edge.relation);
        match plays {
            false => Stand::Absent,
            true if self.force(edge).holds() => Stand::Held,
            true => Stand::Out,
        }
    }

    /// Whether a relation is among those that its bundle counts.
    pub(super) fn counts(&self, edge: &Edge) -> bool {
        match self.stand(edge) {
            Stand::Absent => false,
            Stand::Out => self.drawing.view.unheld != Outside::Hide,
            Stand::Held => true,
        }
    }

    /// The ends of the bundles that hold a relation which is lit.
    fn lit_bundles(&self) -> HashSet<[u32; 2]> {
        let graph = &self.drawing.arrangement.graph;
        let Some(folding) = &self.folding else {
            return HashSet::new();
        };
        let ends = |item: Item| {
            let Item::Relation(relation) = item else {
                return None;
            };
            let edge = graph.edge_of(relation)?;
            folding.ends(*graph.ends.get(edge as usize)?)
        };
        self.drawing.highlight.lit().filter_map(ends).collect()
    }

    fn bundle_ink(&self, class: usize, [share, front]: [f32; 2], lit: bool) -> Rgba {
        let theme = self.drawing.theme;
        if lit {
            return theme.accent.at(0.75).over(theme.canvas);
        }
        #[expect(clippy::cast_precision_loss, reason = "a few")]
        let strong = 0.07 + 0.06 * class as f32;
        let dims = if self.drawing.highlight.dims() {
            DIMMED
        } else {
            1.0
        };
        let sure = match self.drawing.view.unheld {
            Outside::Dim => DIMMED + (1.0 - DIMMED) * share,
            _ => 1.0,
        };
        let passing = DIMMED + (1.0 - DIMMED) * front;
        let strength = strong * dims * sure * passing;
        theme.text.at(strength).over(theme.canvas)
    }

    fn bundle(
        &self,
        tied: &Tied<'_>,
        (most, counts, lit): (u32, bool, bool),
        taken: &mut Vec<Rect>,
    ) -> Group {
        let graph = &self.drawing.arrangement.graph;
        let theme = self.drawing.theme;
        let [a, b] = tied.ends.map(|mark| self.centers[mark]);
        let class = class(tied.count, most);
        let edges = self
            .folding
            .as_ref()
            .map_or(&[][..], |f| f.edges(tied.bundle));
        let items = edges.iter().filter_map(|&n| graph.edges.get(n as usize));
        let items: Vec<Item> = items
            .filter(|edge| self.counts(edge))
            .take(NAMED)
            .map(|edge| Item::Relation(edge.relation))
            .collect();
        let mut marks = vec![Mark::Poly {
            points: vec![a, b],
            closed: false,
            fill: Paint::None,
            stroke: Some(Stroke::solid(
                width(class),
                self.bundle_ink(class, [tied.share, tied.front], lit),
            )),
        }];
        if counts && tied.count > 1 {
            let color = if self.drawing.highlight.dims() && !lit {
                theme.muted.at(DIMMED).over(theme.canvas)
            } else {
                theme.muted
            };
            let room = size(18.0, 14.0);
            marks.extend(self.count_on([a, b], tied.count, (60.0, room), color, taken));
        }
        let [from, to] = tied.ends.map(|mark| self.name(mark));
        Group {
            item: None,
            title: say!("map-bundle", count = tied.count, from = from, to = to),
            count: Some(tied.count),
            folded: items,
            hit: Hit::Line(vec![a, b], width(class) / 2.0 + 1.0),
            marks,
        }
    }
}

/// How thick a bundle of so many is drawn beside one of the `most`: by the root of its share.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a few"
)]
fn class(count: u32, most: u32) -> usize {
    // Where none has many, none is thick.
    let share = count as f32 / most.max(8) as f32;
    ((share.sqrt() * CLASSES as f32) as usize).min(CLASSES - 1)
}

/// The width of a bundle, in points.
#[expect(clippy::cast_precision_loss, reason = "a few")]
fn width(class: usize) -> f32 {
    0.8 + 0.6 * class as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_is_the_thicker_the_more_it_stands_for() {
        for (count, most) in [(1, 1), (1, 1000), (500, 1000), (1000, 1000)] {
            assert!(class(count, most) < CLASSES);
        }
        assert!(class(1000, 1000) > class(100, 1000));
    }
}
