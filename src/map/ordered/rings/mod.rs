//! Nodes on circles round chosen ones, by the number of steps from them.

mod circle;
mod place;
mod sweeps;
#[cfg(test)]
mod tests;
mod tree;
mod turn;

use std::sync::atomic::AtomicBool;

use super::super::layout::Net;
use super::extent::{Extent, Frame, bounds, centre, sound};
use super::table::table;

/// Where nodes lie about their roots.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rings {
    /// The centre of each node's mark, in points; the box round all nodes is about the origin.
    pub positions: Vec<[f64; 2]>,
    /// The radius of the circle of those 0, 1, 2 … steps from a root, in points and rising: the first
    /// is 0 where there is a single root. Where a ring is laid on several circles, it is that of the
    /// innermost.
    pub radii: Vec<f64>,
    /// The middle of the circles, in points.
    pub centre: [f64; 2],
}

/// Free room between the rings and the table of what is not reached, in points.
const BELOW: f64 = 40.0;

/// Lays the nodes of `net` on circles round `roots`, one for each number of steps from the nearest
/// root; roots that there are not are left out. Nodes that no root reaches are in rows below, those of
/// one component beside each other.
///
/// A node takes the box that [`Extent::below`] says, and no two boxes overlap. Rings are at least 90
/// points apart. Sectors are as wide as subtrees need: P. Eades, "Drawing free trees" (1992), and
/// K.-P. Yee et al., "Animated exploration of dynamic graphs with radial layout" (2001); then nodes are
/// reordered by the circular means of their neighbours' angles. A tree has no crossings if no ring of
/// it has more than 40 nodes.
///
/// Equal inputs have equal answers, byte for byte. Returns early, with places that may overlap, once
/// `cancel` is set; all places are finite numbers.
#[must_use]
pub fn rings(net: &Net, roots: &[u32], extents: &[Extent], cancel: &AtomicBool) -> Rings {
    let frames: Vec<Frame> = sound(extents, net.nodes())
        .into_iter()
        .map(Extent::below)
        .collect();
    let mut tree = tree::tree(net, roots, &frames);
    if !tree.is_all {
        sweeps::swept(&mut tree, net, &frames, cancel);
    }
    let placed = place::placed(&mut tree, &frames, cancel);
    let mut positions = placed.places;
    // Those that belong together stand together, the most first.
    let left: Vec<u32> = net.components().into_iter().flatten().collect();
    let is_left = |&node: &u32| tree.steps[node as usize] == tree::FAR;
    let left: Vec<u32> = left.into_iter().filter(is_left).collect();
    rows(&mut positions, &left, &frames);
    let middle = centre(&mut positions, &frames);
    Rings {
        positions,
        radii: placed.radii,
        centre: middle,
    }
}

/// Puts the nodes `left` over into rows below all others.
fn rows(positions: &mut [[f64; 2]], left: &[u32], frames: &[Frame]) {
    if left.is_empty() {
        return;
    }
    let mut is_left = vec![false; frames.len()];
    for &node in left {
        is_left[node as usize] = true;
    }
    let others = (0..frames.len()).filter(|&node| !is_left[node]);
    let (places, boxes): (Vec<_>, Vec<_>) = others.map(|n| (positions[n], frames[n])).unzip();
    let all = bounds(&places, &boxes);
    let own: Vec<Frame> = left.iter().map(|&node| frames[node as usize]).collect();
    let area: f64 = own
        .iter()
        .map(|b| (b[2] - b[0] + 20.0) * (b[3] - b[1] + 12.0))
        .sum();
    let width = (all[2] - all[0]).max((area * 2.0).sqrt());
    let table = table(&own, width, [20.0, 12.0]);
    let from = [
        f64::midpoint(all[0], all[2]) - table.size[0] / 2.0,
        all[3] + BELOW,
    ];
    for (&node, at) in left.iter().zip(table.places) {
        positions[node as usize] = [from[0] + at[0], from[1] + at[1]];
    }
}
