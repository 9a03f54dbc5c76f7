//! Who is how many steps from the roots, through whom, and the sector of each.

use super::super::super::layout::{Net, index};
use super::super::extent::{Frame, real};
use super::turn::{way, widest};

/// The breadth-first tree from the roots, as if all of them were children of one more node.
pub(super) struct Tree {
    /// The nodes of each ring, at first in the order of the tree.
    pub(super) rings: Vec<Vec<u32>>,
    /// Each node's number of steps, [`FAR`] for those that are not reached.
    pub(super) steps: Vec<u32>,
    /// Each node's parent, itself for roots and those that are not reached.
    pub(super) parents: Vec<u32>,
    /// The angle of each node, as part of a turn.
    pub(super) turns: Vec<f64>,
    /// Whether there is no edge among the reached but the tree's.
    pub(super) is_all: bool,
}

/// The steps of a node that is not reached.
pub(super) const FAR: u32 = u32::MAX;

/// The tree of `net` from those of `roots` that there are.
pub(super) fn tree(net: &Net, roots: &[u32], frames: &[Frame]) -> Tree {
    let nodes = net.nodes();
    let mut steps = vec![FAR; nodes];
    let mut parents: Vec<u32> = (0..nodes).map(index).collect();
    let mut ring: Vec<u32> = Vec::new();
    for &root in roots {
        if let Some(own) = steps.get_mut(root as usize)
            && *own == FAR
        {
            *own = 0;
            ring.push(root);
        }
    }
    let (mut reached, mut ends) = (0, 0);
    let only_root = ring.len() == 1;
    let mut rings = Vec::new();
    while !ring.is_empty() {
        let mut outer = Vec::new();
        for &node in &ring {
            reached += 1;
            ends += net.neighbours(node).len();
            for &other in net.neighbours(node) {
                if steps[other as usize] == FAR {
                    steps[other as usize] = index(rings.len() + 1);
                    parents[other as usize] = node;
                    outer.push(other);
                }
            }
        }
        rings.push(std::mem::replace(&mut ring, outer));
    }
    let roots = rings.first().map_or(0, Vec::len);
    let mut tree = Tree {
        is_all: ends / 2 + roots == reached,
        turns: vec![0.0; nodes],
        rings,
        steps,
        parents,
    };
    sectors(&mut tree, frames, only_root);
    tree
}

/// Gives each node the middle of a sector as wide as its subtree needs, within its parent's (P.
/// Eades, 1992; K.-P. Yee et al., 2001).
fn sectors(tree: &mut Tree, frames: &[Frame], only_root: bool) {
    let weights = weights(tree, frames, only_root);
    // Where the sector of each node goes on, how much weight is left for it, and its width.
    let mut free = vec![[0.0_f64; 3]; tree.turns.len()];
    let roots = tree.rings.first().cloned().unwrap_or_default();
    let sum: f64 = roots.iter().map(|&root| weights[root as usize]).sum();
    // The first lies to the right, where there is most room for a label.
    let mut from = roots
        .first()
        .map_or(0.0, |&root| -0.5 * weights[root as usize] / sum);
    for &root in &roots {
        let wide = weights[root as usize] / sum;
        tree.turns[root as usize] = if only_root { 0.0 } else { from + wide / 2.0 };
        free[root as usize] = [from, 0.0, wide];
        from += wide;
    }
    let mut below = vec![0.0_f64; tree.turns.len()];
    for &node in tree.rings.iter().skip(1).flatten() {
        below[tree.parents[node as usize] as usize] += weights[node as usize];
    }
    for (ring, members) in tree.rings.iter().enumerate().skip(1) {
        for &node in members {
            let (at, parent) = (node as usize, tree.parents[node as usize] as usize);
            let share = weights[at] / below[parent];
            if only_root && ring == 1 && free[parent][1] <= 0.0 {
                free[parent][0] = -0.5 * share;
            }
            let [from, done, wide] = free[parent];
            free[parent][1] = done + share;
            let turn = from + (done + share / 2.0) * wide;
            tree.turns[at] = turn;
            let half = (wide * share / 2.0).min(widest(ring));
            free[at] = [turn - half, 0.0, 2.0 * half];
        }
    }
}

/// How wide a sector each node should have: as its own box or as its children together, each ring
/// out counting less since it is longer.
fn weights(tree: &Tree, frames: &[Frame], only_root: bool) -> Vec<f64> {
    let mut weights = vec![0.0_f64; tree.turns.len()];
    let mut below = vec![0.0_f64; tree.turns.len()];
    for (ring, members) in tree.rings.iter().enumerate().rev() {
        let out = real(ring) + if only_root { 0.0 } else { 0.5 };
        for &node in members {
            let at = node as usize;
            let frame = frames[at];
            // The mean of what a box takes of a ring, over all angles.
            let own = 0.4 * (frame[2] - frame[0] + frame[3] - frame[1]) + 8.0;
            weights[at] = (own / out.max(0.5)).max(below[at]);
            let parent = tree.parents[at] as usize;
            if parent != at {
                below[parent] += weights[at];
            }
        }
    }
    weights
}

impl Tree {
    /// How far apart two nodes are seen from the middle, as part of a turn.
    pub(super) fn way(&self, from: u32, to: u32) -> f64 {
        way(self.turns[from as usize], self.turns[to as usize])
    }
}
