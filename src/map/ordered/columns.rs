//! Nodes in columns by group, each under its heading.

mod order;
#[cfg(test)]
mod tests;

use std::sync::atomic::AtomicBool;

use super::super::layout::{Net, index};
use super::extent::{Extent, Frame, centre, real, sound};

/// Where nodes lie in the columns of their groups.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// The centre of each node's mark, in points; the box round all nodes is about the origin.
    pub positions: Vec<[f64; 2]>,
    /// The horizontal place of each column's marks, in points and rising: that of the first where a
    /// column has several beside each other. A group of no node has the place of the next column.
    pub lefts: Vec<f64>,
    /// The vertical place of each column's first mark, in points.
    pub tops: Vec<f64>,
}

/// How much wider than high the whole should be.
const ASPECT: f64 = 2.5;
/// Free room for edges between columns, in points.
const ARCS: f64 = 80.0;
/// Free room within a column of several, in points.
const INNER: f64 = 20.0;
/// Free room between rows, in points.
const GAP: f64 = 7.0;
/// Rows have at least the height of the largest mark, but for that of marks above this, in points.
const EVEN: f64 = 30.0;
/// The most that rows are drawn apart where the whole is too wide.
const STRETCH: f64 = 2.0;
/// The nodes that a column can have before it is broken into several.
const SHORT: usize = 24;
/// Groups are numbered below this.
const MOST: usize = 4096;

/// Lays the nodes of `net` in columns from left to right, one for each number in `groups`, which has
/// the group of each node. A group above 4095 is taken for that one; nodes without a group have a last
/// column to themselves.
///
/// A node takes the box that [`Extent::beside`] says, and no two boxes overlap. All columns begin on one
/// line. Within a column nodes are ordered by the means of their neighbours in other columns (K.
/// Sugiyama et al., 1981), then by exchanges of two, so that edges are as level as can be; a column of
/// many is broken into several beside each other, read row by row.
///
/// Equal inputs have equal answers, byte for byte. Returns early, with nodes as they were given, once
/// `cancel` is set; all places are finite numbers.
#[must_use]
pub fn columns(net: &Net, groups: &[u32], extents: &[Extent], cancel: &AtomicBool) -> Columns {
    let nodes = net.nodes();
    let extents = sound(extents, nodes);
    let mut members = members(groups, nodes);
    let most = most(&members, &extents);
    let across: Vec<usize> = members
        .iter()
        .map(|column| column.len().div_ceil(most).max(1))
        .collect();
    order::order(net, &mut members, &across, cancel);
    let mut placed = place(&members, &across, &extents);
    let boxes: Vec<Frame> = extents.iter().map(|extent| extent.beside()).collect();
    let by = centre(&mut placed.positions, &boxes);
    for left in &mut placed.lefts {
        *left += by[0];
    }
    for top in &mut placed.tops {
        *top += by[1];
    }
    placed
}

/// The nodes of each column, in order.
fn members(groups: &[u32], nodes: usize) -> Vec<Vec<u32>> {
    let given = groups.iter().take(nodes);
    let group = |group: u32| (group as usize).min(MOST - 1);
    let count = given.clone().map(|&own| group(own) + 1).max().unwrap_or(0);
    let count = count + usize::from(groups.len() < nodes);
    let mut members = vec![Vec::new(); count];
    for node in 0..nodes {
        let own = groups.get(node).map_or(count - 1, |&own| group(own));
        members[own].push(index(node));
    }
    members
}

/// The most rows that a column should have so that the whole is near [`ASPECT`].
fn most(members: &[Vec<u32>], extents: &[Extent]) -> usize {
    let tallest = members.iter().map(Vec::len).max().unwrap_or(0);
    let high = least_row(extents);
    let mut best = (f64::INFINITY, tallest.max(1));
    let mut most = SHORT;
    while most < tallest {
        let mut width = 0.0;
        for column in members.iter().filter(|column| !column.is_empty()) {
            let wide = column.iter().map(|&node| {
                let extent = extents[node as usize];
                extent.mark + extent.right()
            });
            let wide = wide.sum::<f64>() / real(column.len());
            width += (wide * 1.1 + INNER) * real(column.len().div_ceil(most)) + ARCS - INNER;
        }
        let size = (width / ASPECT).max(high * real(most));
        if size < best.0 {
            best = (size, most);
        }
        most += most.div_ceil(16);
    }
    let one = high * real(tallest);
    if one <= best.0 {
        tallest.max(1)
    } else {
        best.1
    }
}

/// The least height of a row with its gap.
fn least_row(extents: &[Extent]) -> f64 {
    let high = extents.iter().map(|extent| extent.high());
    high.fold(0.0, f64::max).min(EVEN) + GAP
}

/// Puts nodes into the rows of their columns, the first row's marks all on one line.
fn place(members: &[Vec<u32>], across: &[usize], extents: &[Extent]) -> Columns {
    let least = least_row(extents);
    let mut placed = Columns {
        positions: vec![[0.0; 2]; extents.len()],
        lefts: Vec::with_capacity(members.len()),
        tops: vec![0.0; members.len()],
    };
    let (mut left, mut bottom) = (0.0, 0.0_f64);
    for (column, &across) in members.iter().zip(across) {
        if column.is_empty() {
            placed.lefts.push(left);
            continue;
        }
        let mut sizes = vec![[0.0_f64; 2]; across];
        for (place, &node) in column.iter().enumerate() {
            let (size, extent) = (&mut sizes[place % across], extents[node as usize]);
            *size = [size[0].max(extent.mark), size[1].max(extent.right())];
        }
        let mut at = Vec::with_capacity(across);
        for [before, after] in sizes {
            at.push(left + before);
            left += before + after + INNER;
        }
        left += ARCS - INNER;
        placed.lefts.push(at[0]);
        let (mut down, mut before) = (0.0, 0.0);
        for (row, nodes) in column.chunks(across).enumerate() {
            let own = nodes
                .iter()
                .map(|&node| extents[node as usize].high() + GAP);
            let high = own.fold(least, f64::max);
            if row > 0 {
                down += f64::midpoint(before, high);
            }
            before = high;
            for (&node, &at) in nodes.iter().zip(&at) {
                placed.positions[node as usize] = [at, down];
            }
        }
        bottom = bottom.max(down);
    }
    let by = ((left - ARCS) / ASPECT / (bottom + least)).clamp(1.0, STRETCH);
    for at in &mut placed.positions {
        at[1] *= by;
    }
    placed
}
