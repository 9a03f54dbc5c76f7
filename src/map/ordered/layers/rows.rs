//! How far down each node lies: neighbours nearly level, and nothing on anything else.

use std::sync::atomic::{AtomicBool, Ordering};

use super::super::extent::{Extent, real};
use super::super::spread::spread;
use super::stack::Stack;

/// Free room between rows, in points.
pub(super) const GAP: f64 = 7.0;
/// The room that an arc takes which passes, in points.
const PASS: f64 = 9.0;

/// A row of a rank: one member, or as many nodes beside each other as the rank has columns.
struct Row {
    members: Vec<u32>,
    high: f64,
}

/// Rows in ranks, and how they pull at each other.
struct Rows {
    ranks: Vec<Vec<usize>>,
    all: Vec<Row>,
    /// Each row's neighbours on lower and on higher ranks, with weights.
    links: [Vec<Vec<(usize, f64)>>; 2],
}

/// The vertical place of each node of `stack`, in points, where the ranks have `columns` columns.
pub(super) fn heights(
    stack: &Stack,
    extents: &[Extent],
    columns: &[usize],
    cancel: &AtomicBool,
) -> Vec<f64> {
    let rows = Rows::new(stack, extents, columns);
    let mut at = rows.packed();
    let sweeps = if rows.all.len() > 5000 { 6 } else { 80 };
    for sweep in 0..sweeps {
        if cancel.load(Ordering::Relaxed) {
            break;
        }
        // First from one side after the other, so that what is far away is felt; then from both.
        let sides = match sweep {
            _ if sweep * 2 >= sweeps => [true, true],
            _ => [sweep % 2 == 0, sweep % 2 == 1],
        };
        let count = rows.ranks.len();
        for n in 0..count {
            let rank = if sweep % 2 == 0 { n } else { count - 1 - n };
            rows.settle(rank, sides, &mut at);
        }
    }
    let mut heights = vec![0.0; stack.nodes];
    for (row, &at) in rows.all.iter().zip(&at) {
        for &member in &row.members {
            if let Some(height) = heights.get_mut(member as usize) {
                *height = at;
            }
        }
    }
    heights
}

impl Rows {
    fn new(stack: &Stack, extents: &[Extent], columns: &[usize]) -> Self {
        const NONE: usize = usize::MAX;
        let mut rows = Self {
            ranks: Vec::with_capacity(stack.columns.len()),
            all: Vec::new(),
            links: [Vec::new(), Vec::new()],
        };
        let mut row_of = vec![NONE; stack.members()];
        for (members, &across) in stack.columns.iter().zip(columns) {
            let first = rows.all.len();
            if across > 1 {
                // What passes a rank of several columns has no place of its own there.
                let nodes = members.iter().copied();
                let nodes: Vec<u32> = nodes.filter(|&n| (n as usize) < stack.nodes).collect();
                for members in nodes.chunks(across) {
                    rows.push(members, extents);
                }
            } else {
                for &member in members {
                    rows.push(&[member], extents);
                }
            }
            for row in first..rows.all.len() {
                for &member in &rows.all[row].members {
                    row_of[member as usize] = row;
                }
            }
            rows.ranks.push((first..rows.all.len()).collect());
        }
        let is_pass = |member: u32| member as usize >= stack.nodes;
        for side in 0..2 {
            let linked = rows.all.iter().map(|row| {
                let mut links = Vec::new();
                for &member in &row.members {
                    for link in stack.links(member, side) {
                        // Long arcs should be straight above all.
                        let straight = match (is_pass(member), is_pass(link.to)) {
                            (true, true) => 8.0,
                            (false, false) => 1.0,
                            _ => 2.0,
                        };
                        let to = row_of[link.to as usize];
                        if to != NONE {
                            links.push((to, link.weight * straight));
                        }
                    }
                }
                links
            });
            rows.links[side] = linked.collect();
        }
        rows
    }

    fn push(&mut self, members: &[u32], extents: &[Extent]) {
        let heights = members.iter().map(|&member| {
            let extent = extents.get(member as usize);
            extent.map_or(PASS, |extent| extent.high() + GAP)
        });
        self.all.push(Row {
            high: heights.fold(0.0, f64::max),
            members: members.to_vec(),
        });
    }

    /// How far apart the rows of a rank must be.
    fn gaps(&self, rank: usize) -> Vec<f64> {
        let rows = self.ranks[rank].windows(2);
        rows.map(|pair| f64::midpoint(self.all[pair[0]].high, self.all[pair[1]].high))
            .collect()
    }

    /// Every rank as close as can be, about 0.
    fn packed(&self) -> Vec<f64> {
        let mut at = vec![0.0; self.all.len()];
        for rank in 0..self.ranks.len() {
            let gaps = self.gaps(rank);
            let mut height = -gaps.iter().sum::<f64>() / 2.0;
            for (place, &row) in self.ranks[rank].iter().enumerate() {
                at[row] = height;
                height += gaps.get(place).copied().unwrap_or(0.0);
            }
        }
        at
    }

    /// Moves the rows of a rank to the means of their neighbours on `sides`, as far as there is room.
    fn settle(&self, rank: usize, sides: [bool; 2], at: &mut [f64]) {
        let rows = &self.ranks[rank];
        let (mut wanted, mut weights) = (Vec::new(), Vec::new());
        for &row in rows {
            let (mut sum, mut weight) = (0.0, 0.0);
            for (links, _) in self.links.iter().zip(sides).filter(|(_, is_seen)| *is_seen) {
                for &(other, pull) in &links[row] {
                    sum += pull * at[other];
                    weight += pull;
                }
            }
            if weight > 0.0 {
                wanted.push(sum / weight);
                weights.push(weight);
            } else {
                wanted.push(at[row]);
                weights.push(0.05);
            }
        }
        let settled = spread(&wanted, &weights, &self.gaps(rank));
        for (&row, height) in rows.iter().zip(settled) {
            at[row] = height;
        }
    }
}

/// How many columns each rank has where none may have more than `most` nodes.
pub(super) fn columns(stack: &Stack, most: usize) -> Vec<usize> {
    let all = stack.columns.iter();
    all.map(|members| {
        let nodes = members.iter().filter(|&&n| (n as usize) < stack.nodes);
        nodes.count().div_ceil(most.max(1)).max(1)
    })
    .collect()
}

/// The most nodes that a column should have for a picture of `aspect` times as wide as high: at
/// least 40, so that only tall ranks are broken.
pub(super) fn most(stack: &Stack, extents: &[Extent], aspect: f64) -> usize {
    let mean = |part: &dyn Fn(&Extent) -> f64| {
        extents.iter().map(part).sum::<f64>() / real(extents.len().max(1))
    };
    let high = mean(&|extent| extent.high()) + GAP;
    let wide = mean(&|extent| extent.mark + extent.right());
    let counts = stack.columns.iter().map(|members| {
        let nodes = members.iter().filter(|&&n| (n as usize) < stack.nodes);
        nodes.count()
    });
    let counts: Vec<usize> = counts.collect();
    let tallest = counts.iter().copied().max().unwrap_or(0);
    let mut most = 40;
    while most < tallest {
        let across: usize = counts.iter().map(|count| count.div_ceil(most)).sum();
        let width = real(across) * (wide + super::INNER) + real(counts.len()) * super::ARCS;
        if width <= real(most) * high * aspect {
            break;
        }
        most += most.div_ceil(12);
    }
    most
}

/// The left end of each column of each rank, as the place of its marks, in points from 0.
pub(super) fn lefts(stack: &Stack, extents: &[Extent], columns: &[usize]) -> Vec<Vec<f64>> {
    let mut all = Vec::with_capacity(columns.len());
    let mut left = 0.0;
    for (members, &across) in stack.columns.iter().zip(columns) {
        let mut sizes = vec![[0.0_f64; 2]; across];
        let nodes = members.iter().filter(|&&n| (n as usize) < stack.nodes);
        for (place, &node) in nodes.enumerate() {
            let (size, extent) = (&mut sizes[place % across], extents[node as usize]);
            *size = [size[0].max(extent.mark), size[1].max(extent.right())];
        }
        let mut own = Vec::with_capacity(across);
        for [before, after] in sizes {
            own.push(left + before);
            left += before + after + super::INNER;
        }
        left += super::ARCS - super::INNER;
        all.push(own);
    }
    all
}

/// The places of a rank's nodes in their order, for the columns they are in.
pub(super) fn nodes(stack: &Stack, rank: u32) -> impl Iterator<Item = (usize, u32)> {
    let members = stack.columns[rank as usize].iter().copied();
    let nodes = members.filter(|&node| (node as usize) < stack.nodes);
    nodes.enumerate()
}
