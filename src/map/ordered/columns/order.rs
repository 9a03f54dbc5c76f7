//! Nodes of columns put in an order in which edges are nearly level.

use std::sync::atomic::{AtomicBool, Ordering};

use super::super::super::layout::Net;

/// Sweeps over all columns.
const SWEEPS: usize = 12;
/// Columns of up to so many nodes have any two exchanged, if there are no more than [`FEW`] in all.
const SHORT: usize = 60;
const FEW: usize = 1500;

/// Where nodes are while they are put in order.
struct Draft<'a> {
    net: &'a Net,
    /// The column of each node.
    column: Vec<usize>,
    /// The row of each node.
    row: Vec<f64>,
}

/// Puts the nodes of each column, which has `across` nodes in a row, in an order in which edges to
/// other columns go up and down as little as can be; those without such edges come last.
pub(super) fn order(net: &Net, members: &mut Vec<Vec<u32>>, across: &[usize], cancel: &AtomicBool) {
    let mut draft = Draft {
        net,
        column: vec![0; net.nodes()],
        row: vec![0.0; net.nodes()],
    };
    for (column, nodes) in members.iter().enumerate() {
        for &node in nodes {
            draft.column[node as usize] = column;
        }
    }
    for (nodes, &across) in members.iter_mut().zip(across) {
        nodes.sort_by_key(|&node| !draft.has_ways(node));
        draft.number(nodes, across);
    }
    let mut best = (draft.cost(), members.clone());
    for sweep in 0..SWEEPS {
        for n in 0..members.len() {
            if cancel.load(Ordering::Relaxed) {
                *members = best.1;
                return;
            }
            let column = if sweep % 2 == 0 {
                n
            } else {
                members.len() - 1 - n
            };
            // At first only what has been put in order counts.
            let seen = if sweep == 0 { column } else { usize::MAX };
            draft.reorder(&mut members[column], seen);
            draft.number(&members[column], across[column]);
        }
        if net.nodes() <= FEW {
            for (nodes, &across) in members.iter_mut().zip(across) {
                draft.exchange(nodes, across);
            }
        }
        let cost = draft.cost();
        if cost < best.0 - 1e-9 {
            best = (cost, members.clone());
        }
    }
    *members = best.1;
}

impl Draft<'_> {
    /// Notes the rows of a column's nodes.
    fn number(&mut self, nodes: &[u32], across: usize) {
        let mut row = 0.0;
        for nodes in nodes.chunks(across) {
            for &node in nodes {
                self.row[node as usize] = row;
            }
            row += 1.0;
        }
    }

    /// The neighbours of a node in other columns.
    fn others(&self, node: u32) -> impl Iterator<Item = u32> {
        let own = self.column[node as usize];
        let all = self.net.neighbours(node).iter().copied();
        all.filter(move |&other| self.column[other as usize] != own)
    }

    fn has_ways(&self, node: u32) -> bool {
        self.others(node).next().is_some()
    }

    /// How far up and down a node's edges go, and a little more for those that go far, if it is in
    /// `row`.
    fn ways(&self, node: u32, row: f64) -> f64 {
        let ways = self.others(node).map(|other| {
            let way = (self.row[other as usize] - row).abs();
            way + 0.02 * way * way
        });
        ways.sum()
    }

    fn cost(&self) -> f64 {
        let nodes = 0..super::super::super::layout::index(self.row.len());
        nodes
            .map(|node| self.ways(node, self.row[node as usize]))
            .sum()
    }

    /// Sorts a column by the mean rows of neighbours in other columns, those below `seen` only.
    fn reorder(&self, nodes: &mut [u32], seen: usize) {
        let mut keyed: Vec<(bool, f64, u32)> = Vec::with_capacity(nodes.len());
        for &node in &*nodes {
            let (mut sum, mut count) = (0.0, 0.0);
            for other in self.others(node) {
                if self.column[other as usize] < seen {
                    sum += self.row[other as usize];
                    count += 1.0;
                }
            }
            let own = self.row[node as usize];
            let key = if count > 0.0 { sum / count } else { own };
            keyed.push((!self.has_ways(node), key, node));
        }
        keyed.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        for (place, (_, _, node)) in nodes.iter_mut().zip(keyed) {
            *place = node;
        }
    }

    /// Exchanges nodes of a column as long as that makes edges more level: any two in a short column,
    /// else two that follow each other.
    fn exchange(&mut self, nodes: &mut [u32], across: usize) {
        for _ in 0..4 {
            let mut is_better = false;
            for first in 0..nodes.len() {
                let last = if nodes.len() <= SHORT {
                    nodes.len()
                } else {
                    (first + across + 1).min(nodes.len())
                };
                for second in first + 1..last {
                    let (a, b) = (nodes[first], nodes[second]);
                    if !self.has_ways(b) {
                        break;
                    }
                    let (own, other) = (self.row[a as usize], self.row[b as usize]);
                    let before = self.ways(a, own) + self.ways(b, other);
                    let after = self.ways(a, other) + self.ways(b, own);
                    if after < before - 1e-9 {
                        nodes.swap(first, second);
                        self.row.swap(a as usize, b as usize);
                        is_better = true;
                    }
                }
            }
            if !is_better {
                return;
            }
        }
    }
}
