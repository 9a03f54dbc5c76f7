//! Nodes in ranks from left to right, so that arcs flow one way.

mod graph;
mod order;
mod pack;
mod ranks;
mod rows;
mod simplex;
mod stack;
#[cfg(test)]
mod tests;

use std::sync::atomic::AtomicBool;

use super::super::layout::{Net, index};
use super::extent::{Extent, Frame, bounds, centre, sound};
use super::table::table;
use graph::{Arc, forward, merged};
use stack::Stack;

/// Where nodes lie in the flow of their arcs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layers {
    /// The centre of each node's mark, in points; the box round all nodes is about the origin.
    pub positions: Vec<[f64; 2]>,
    /// The rank of each node, from 0 up in each connected component; 0 for nodes without arcs.
    pub ranks: Vec<u32>,
}

/// How much wider than high a picture should be.
const ASPECT: f64 = 2.5;
/// Free room for arcs between ranks, in points.
const ARCS: f64 = 70.0;
/// Free room between the columns of one rank, in points.
const INNER: f64 = 22.0;
/// Free room between components, in points.
const APART: f64 = 36.0;
/// Up to so many nodes and arcs in all, more is tried for fewer crossings.
const THOROUGH: usize = 8000;
/// The most that rows are drawn apart where a picture is too wide.
const STRETCH: f64 = 2.4;

/// Lays out `nodes` nodes in ranks from left to right, so that each of `arcs` leads to a higher rank
/// as far as there are no cycles. Loops and arcs to nodes that there are not are left out; an arc that
/// is repeated weighs more.
///
/// A node takes the box that [`Extent::beside`] says, and no two boxes overlap. Layered drawing by K.
/// Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system
/// structures" (1981); the steps have their own sources. A rank that is too tall has several columns;
/// components are beside and below each other; nodes without arcs are in rows below all, in order.
///
/// Equal inputs have equal answers, byte for byte. Returns early, with places that may be far from the
/// best, once `cancel` is set; all places are finite numbers.
#[must_use]
pub fn layers(
    nodes: usize,
    arcs: &[(u32, u32)],
    extents: &[Extent],
    cancel: &AtomicBool,
) -> Layers {
    let extents = sound(extents, nodes);
    let sound = arcs
        .iter()
        .filter(|(a, b)| a != b && (*a.max(b) as usize) < nodes);
    let arcs = merged(sound.map(|&(from, to)| (from, to, 1.0)).collect());
    let pairs: Vec<(u32, u32)> = arcs.iter().map(|arc| (arc.from, arc.to)).collect();
    let components = Net::new(nodes, &pairs).components();
    let (joined, single): (Vec<_>, Vec<_>) = components.iter().partition(|c| c.len() > 1);
    let mut layers = Layers {
        positions: vec![[0.0; 2]; nodes],
        ranks: vec![0; nodes],
    };
    let is_thorough = nodes + arcs.len() <= THOROUGH;
    let own = split(nodes, &arcs, &joined);
    let mut frames = Vec::with_capacity(joined.len());
    for (members, arcs) in joined.iter().zip(own) {
        let own: Vec<Extent> = members.iter().map(|&n| extents[n as usize]).collect();
        let (places, ranks) = component(&arcs, &own, is_thorough, cancel);
        let boxes: Vec<Frame> = own.iter().map(|extent| extent.beside()).collect();
        frames.push(bounds(&places, &boxes));
        for ((&node, place), rank) in members.iter().zip(places).zip(ranks) {
            layers.positions[node as usize] = place;
            layers.ranks[node as usize] = rank;
        }
    }
    let mut single: Vec<u32> = single.iter().map(|component| component[0]).collect();
    single.sort_unstable();
    arrange(&mut layers.positions, &joined, &frames, &single, &extents);
    let boxes: Vec<Frame> = extents.iter().map(|extent| extent.beside()).collect();
    centre(&mut layers.positions, &boxes);
    layers
}

/// The arcs of each component, with nodes numbered by their place in it.
fn split(nodes: usize, arcs: &[Arc], components: &[&Vec<u32>]) -> Vec<Vec<Arc>> {
    let mut of = vec![(0_usize, 0_u32); nodes];
    for (component, members) in components.iter().enumerate() {
        for (place, &node) in members.iter().enumerate() {
            of[node as usize] = (component, index(place));
        }
    }
    let mut all = vec![Vec::new(); components.len()];
    for arc in arcs {
        let ((component, from), (_, to)) = (of[arc.from as usize], of[arc.to as usize]);
        all[component].push(Arc { from, to, ..*arc });
    }
    all
}

/// The places and ranks of the nodes of one component.
fn component(
    arcs: &[Arc],
    extents: &[Extent],
    is_thorough: bool,
    cancel: &AtomicBool,
) -> (Vec<[f64; 2]>, Vec<u32>) {
    let arcs = forward(extents.len(), arcs);
    let ranks = ranks::ranks(extents.len(), &arcs, cancel);
    let most = (extents.len() * 4).max(1200);
    let mut stack = Stack::new(&ranks, &arcs, most);
    order::order(&mut stack, is_thorough, cancel);
    let columns = rows::columns(&stack, rows::most(&stack, extents, ASPECT));
    let heights = rows::heights(&stack, extents, &columns, cancel);
    let lefts = rows::lefts(&stack, extents, &columns);
    let mut places = vec![[0.0; 2]; extents.len()];
    for (rank, lefts) in lefts.iter().enumerate() {
        for (place, node) in rows::nodes(&stack, index(rank)) {
            let at = node as usize;
            places[at] = [lefts[place % lefts.len()], heights[at]];
        }
    }
    stretch(&mut places, extents);
    (places, ranks)
}

/// Draws rows apart where the picture is wider than it should be.
fn stretch(places: &mut [[f64; 2]], extents: &[Extent]) {
    let boxes: Vec<Frame> = extents.iter().map(|extent| extent.beside()).collect();
    let all = bounds(places, &boxes);
    let (wide, high) = (all[2] - all[0], all[3] - all[1]);
    let by = (wide / ASPECT / high.max(1.0)).clamp(1.0, STRETCH);
    for place in places {
        place[1] *= by;
    }
}

/// Moves components apart, and nodes without arcs below them.
fn arrange(
    positions: &mut [[f64; 2]],
    joined: &[&Vec<u32>],
    frames: &[Frame],
    single: &[u32],
    extents: &[Extent],
) {
    let boxes: Vec<Frame> = single
        .iter()
        .map(|&n| extents[n as usize].beside())
        .collect();
    let gap = [INNER, rows::GAP];
    let area = |b: &Frame| (b[2] - b[0] + gap[0]) * (b[3] - b[1] + gap[1]);
    let area: f64 = boxes.iter().map(area).sum();
    let (_, first) = pack::packed(frames, APART, ASPECT, [0.0; 2]);
    let own = if boxes.is_empty() {
        [0.0; 2]
    } else {
        let wide = first[0].max((area * ASPECT).sqrt());
        [wide, area / wide + APART]
    };
    let (moved, size) = pack::packed(frames, APART, ASPECT, own);
    for (members, by) in joined.iter().zip(&moved) {
        for &node in *members {
            let at = &mut positions[node as usize];
            *at = [at[0] + by[0], at[1] + by[1]];
        }
    }
    let table = table(&boxes, size[0].max(own[0]), gap);
    let top = if frames.is_empty() {
        0.0
    } else {
        size[1] + APART
    };
    for (&node, at) in single.iter().zip(table.places) {
        positions[node as usize] = [at[0], at[1] + top];
    }
}
