//! Arrangements with an order that one can read off: rings round somebody, layers by the direction of
//! relations, columns by kind.

mod bands;
mod columns;
mod extent;
mod layers;
mod rings;
mod spread;
mod table;
#[cfg(test)]
mod testing;

use std::collections::HashMap;
use std::f32::consts::TAU;
use std::sync::atomic::AtomicBool;

use crate::index::Index;
use crate::language::grouped;
use crate::scene::{Anchor, Layer, Mark, Paint, Point, Rect, Stroke, TextMark, TextStyle};
use crate::story::Item;
use crate::story::ItemKind;
use crate::story::kind::{KindStyle, sentence_case};
use crate::view::{ArrangeBy, SizeBy};

use super::arrange::points;
use super::graph::{Graph, Node};
use super::layout::{self, Net};
use super::scene::Drawing;
use extent::Extent;

/// Points from a column's heading to its first actor.
const HEADING: f32 = 20.0;

/// How much wider than high a ring is.
const WIDER: f64 = 1.5;
/// Rings that are drawn.
const MOST_RINGS: usize = 40;
/// Corners of a ring as it is drawn.
const CORNERS: u8 = 120;

/// Lines and words that belong to an arrangement, in the map's units.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Guides {
    /// None.
    #[default]
    None,
    /// Rings about a point, with these radii across and down.
    Rings(Point, Vec<[f32; 2]>),
    /// What columns are called, and where those words begin.
    Columns(Vec<(String, Point)>),
}

/// Where the actors lie by `by`, which is not free.
pub(super) fn arranged(
    index: &Index,
    graph: &Graph,
    by: &ArrangeBy,
    cancel: &AtomicBool,
) -> (Vec<Point>, Guides) {
    let extents: Vec<Extent> = graph
        .nodes
        .iter()
        .map(|node| Extent {
            mark: f64::from(node.across) / 2.0,
            label: f64::from(node.label_width),
        })
        .collect();
    match by {
        ArrangeBy::Layers(kind) => {
            let arcs = arcs(index, graph, kind.as_deref());
            let layers = layers::layers(graph.nodes.len(), &arcs, &extents, cancel);
            (points(&layers.positions), Guides::None)
        }
        ArrangeBy::Columns => columns(index, graph, &extents, cancel),
        ArrangeBy::Rings(roots) => rings(index, graph, roots, &extents, cancel),
        ArrangeBy::Distances | ArrangeBy::Communities => rings(index, graph, &[], &extents, cancel),
    }
}

/// The directed relations of `kind`, or of all kinds, as pairs of nodes.
fn arcs(index: &Index, graph: &Graph, kind: Option<&str>) -> Vec<(u32, u32)> {
    let edges = graph.edges.iter().filter(|edge| {
        let relation = index.story().relation(edge.relation);
        relation.directed && kind.is_none_or(|kind| relation.kind == kind)
    });
    edges
        .map(|edge| (layout::index(edge.from), layout::index(edge.to)))
        .collect()
}

fn net(graph: &Graph) -> Net {
    let pairs: Vec<(u32, u32)> = graph.ends.iter().map(|&[a, b]| (a, b)).collect();
    Net::new(graph.nodes.len(), &pairs)
}

fn rings(
    index: &Index,
    graph: &Graph,
    roots: &[String],
    extents: &[Extent],
    cancel: &AtomicBool,
) -> (Vec<Point>, Guides) {
    let node = |id: &String| match index.story().find(ItemKind::Actor, id)? {
        Item::Actor(actor) => graph.node_of(actor).map(layout::index),
        _ => None,
    };
    let mut roots: Vec<u32> = roots.iter().filter_map(node).collect();
    if roots.is_empty() {
        let sizes = graph.sizes(SizeBy::Relations);
        roots.extend(sizes.and_then(|sizes| sizes.order.first()));
    }
    let mut rings = rings::rings(&net(graph), &roots, extents, cancel);
    // A view is wider than high, and so are names.
    for at in rings.positions.iter_mut().chain([&mut rings.centre]) {
        at[0] *= WIDER;
    }
    #[expect(clippy::cast_possible_truncation, reason = "radii are of screen size")]
    let radii = rings
        .radii
        .iter()
        .map(|radius| [(radius * WIDER) as f32, *radius as f32]);
    let middle = points(&[rings.centre])[0];
    (
        points(&rings.positions),
        Guides::Rings(middle, radii.collect()),
    )
}

fn columns(
    index: &Index,
    graph: &Graph,
    extents: &[Extent],
    cancel: &AtomicBool,
) -> (Vec<Point>, Guides) {
    let looks = index.looks();
    let mut used: Vec<usize> = graph.nodes.iter().map(|node| node.look).collect();
    used.sort_unstable();
    used.dedup();
    used.sort_by_key(|&look| (looks[look].hue, looks[look].label.as_str()));
    // Two kinds that look alike in all are one column.
    let mut kinds: Vec<&KindStyle> = Vec::new();
    let mut columns: HashMap<usize, u32> = HashMap::new();
    for look in used {
        if kinds.last() != Some(&&looks[look]) {
            kinds.push(&looks[look]);
        }
        columns.insert(look, layout::index(kinds.len() - 1));
    }
    let column = |node: &Node| columns.get(&node.look).copied().unwrap_or(0);
    let own: Vec<u32> = graph.nodes.iter().map(column).collect();
    let mut laid = columns::columns(&net(graph), &own, extents, cancel);
    bands::banded(&mut laid, &own, extents);
    let mut counts = vec![0_u64; kinds.len()];
    for &column in &own {
        counts[column as usize] += 1;
    }
    let places = laid.lefts.iter().zip(&laid.tops);
    let headings = kinds.iter().zip(&counts).zip(places);
    let headings = headings.map(|((kind, &count), (&left, &top))| {
        let words = format!("{}  {}", sentence_case(&kind.label), grouped(count));
        let at = points(&[[left, top]])[0];
        (words, at)
    });
    (points(&laid.positions), Guides::Columns(headings.collect()))
}

/// The radius of the ring on which, or within which, everybody lies who is `shown`; by a point more.
#[expect(clippy::cast_possible_truncation, reason = "a small factor")]
fn farthest(middle: Point, drawing: &Drawing<'_>, shown: &[bool]) -> f32 {
    let positions = drawing.arrangement.positions.iter().zip(shown);
    let shown = positions.filter(|(_, shown)| **shown);
    let radii = shown.map(|(at, _)| ((at.x - middle.x) / WIDER as f32).hypot(at.y - middle.y));
    radii.fold(0.0, f32::max) + 1.0
}

impl Guides {
    /// Points that they take above the actors.
    pub(super) const fn above(&self) -> f32 {
        match self {
            Self::Columns(_) => HEADING + 14.0,
            Self::None | Self::Rings(..) => 0.0,
        }
    }

    /// The guides on screen, where `place` says for a point of the map where that stands. Words take room.
    pub(super) fn layer(
        &self,
        place: impl Fn(Point) -> Point,
        drawing: &Drawing<'_>,
        shown: &[bool],
        taken: &mut Vec<Rect>,
    ) -> Option<Layer> {
        let theme = drawing.theme;
        let marks: Vec<Mark> = match self {
            Self::None => return None,
            Self::Rings(middle, radii) => {
                let farthest = farthest(*middle, drawing, shown);
                let radii = radii
                    .iter()
                    .filter(|radius| radius[1] > 0.0)
                    // Rings that nobody who is shown lies on say nothing.
                    .take_while(|radius| radius[1] <= farthest)
                    .take(MOST_RINGS)
                    .map(|radius| Mark::Poly {
                        points: (0..CORNERS)
                            .map(|corner| {
                                let turn = f32::from(corner) / f32::from(CORNERS) * TAU;
                                let (sin, cos) = turn.sin_cos();
                                place(middle.moved(radius[0] * cos, radius[1] * sin))
                            })
                            .collect(),
                        closed: true,
                        fill: Paint::None,
                        stroke: Some(Stroke::solid(1.0, theme.hairline)),
                    });
                radii.collect()
            }
            Self::Columns(headings) => headings
                .iter()
                .enumerate()
                .map(|(n, (words, at))| {
                    let style = TextStyle::LabelSelected;
                    let next = headings.get(n + 1).filter(|next| next.1.x > at.x);
                    let at = place(*at).moved(-8.0, -HEADING);
                    let room = next.map_or(f32::MAX, |next| place(next.1).x - at.x - 16.0);
                    let words = drawing.measurer.shortened(words, style, room.max(24.0));
                    let width = drawing.measurer.width(&words, style);
                    taken.push(Rect::new(at.x, at.y - 12.0, width, 15.0));
                    Mark::Text(TextMark {
                        at,
                        anchor: Anchor::Start,
                        text: words.into_owned(),
                        style,
                        color: theme.muted,
                        halo: Some(theme.canvas),
                        angle: 0.0,
                    })
                })
                .collect(),
        };
        let mut layer = Layer::new("guides");
        layer.plain(marks);
        Some(layer)
    }
}
