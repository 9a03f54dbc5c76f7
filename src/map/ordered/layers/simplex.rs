//! Ranks with the least sum of arc lengths: the network simplex of E. R. Gansner, E. Koutsofios,
//! S. C. North and K.-P. Vo, "A technique for drawing directed graphs" (1993).

use std::sync::atomic::{AtomicBool, Ordering};

use super::super::super::layout::index;
use super::graph::Arc;

/// A tree of arcs as short as they may be, seen from node 0.
struct Tree {
    /// The arc to each node's parent, none for node 0.
    up: Vec<Option<u32>>,
    /// Nodes, parents first.
    order: Vec<u32>,
    /// When each node was entered and left on a way round the tree.
    span: Vec<[u32; 2]>,
}

/// Changes `ranks`, which all `arcs` agree with, so that arcs are as short as they can be together.
/// All nodes are joined; ends early once `cancel` is set.
pub(super) fn shorten(ranks: &mut [i64], arcs: &[Arc], cancel: &AtomicBool) {
    let nodes = ranks.len();
    let Some(mut chosen) = tight(ranks, arcs) else {
        return;
    };
    let mut surplus = vec![0.0_f64; nodes];
    for arc in arcs {
        surplus[arc.from as usize] += arc.weight;
        surplus[arc.to as usize] -= arc.weight;
    }
    for _ in 0..4 * nodes + 50 {
        if cancel.load(Ordering::Relaxed) {
            return;
        }
        let tree = walked(nodes, arcs, &chosen);
        let Some((node, out)) = leaving(&tree, arcs, &surplus) else {
            return;
        };
        // Only arcs the other way round can take its place.
        let is_below = |other: u32| {
            let (own, span) = (tree.span[other as usize], tree.span[node as usize]);
            span[0] <= own[0] && own[1] <= span[1]
        };
        let tail_is_below = is_below(arcs[out as usize].from);
        let others = (0..index(arcs.len())).filter(|&other| {
            let arc = arcs[other as usize];
            is_below(arc.to) == tail_is_below && is_below(arc.from) != tail_is_below
        });
        let Some(into) = others.min_by_key(|&other| slack(ranks, arcs[other as usize])) else {
            return;
        };
        let by = slack(ranks, arcs[into as usize]);
        for other in 0..index(nodes) {
            if is_below(other) == tail_is_below {
                ranks[other as usize] -= by;
            }
        }
        for arc in &mut chosen {
            if *arc == out {
                *arc = into;
            }
        }
    }
}

/// By how much an arc is longer than it need be.
fn slack(ranks: &[i64], arc: Arc) -> i64 {
    ranks[arc.to as usize] - ranks[arc.from as usize] - 1
}

/// Draws `ranks` together until a tree of arcs without slack joins all nodes; none where they are
/// not joined.
fn tight(ranks: &mut [i64], arcs: &[Arc]) -> Option<Vec<u32>> {
    let nodes = ranks.len();
    let mut is_in = vec![false; nodes];
    *is_in.first_mut()? = true;
    let mut chosen = Vec::with_capacity(nodes - 1);
    while chosen.len() + 1 < nodes {
        let reaching = (0..index(arcs.len())).filter(|&arc| {
            let arc = arcs[arc as usize];
            is_in[arc.from as usize] != is_in[arc.to as usize]
        });
        let next = reaching.min_by_key(|&arc| slack(ranks, arcs[arc as usize]))?;
        let arc = arcs[next as usize];
        let slack = slack(ranks, arc);
        let by = if is_in[arc.from as usize] {
            slack
        } else {
            -slack
        };
        if by != 0 {
            for (rank, is_in) in ranks.iter_mut().zip(&is_in) {
                *rank += if *is_in { by } else { 0 };
            }
        }
        is_in[arc.from as usize] = true;
        is_in[arc.to as usize] = true;
        chosen.push(next);
    }
    Some(chosen)
}

/// The tree of the `chosen` arcs.
fn walked(nodes: usize, arcs: &[Arc], chosen: &[u32]) -> Tree {
    let mut joined = vec![Vec::new(); nodes];
    for &place in chosen {
        let arc = arcs[place as usize];
        joined[arc.from as usize].push((arc.to, place));
        joined[arc.to as usize].push((arc.from, place));
    }
    let mut tree = Tree {
        up: vec![None; nodes],
        order: Vec::with_capacity(nodes),
        span: vec![[0; 2]; nodes],
    };
    let mut path = vec![(0_u32, 0_usize)];
    while let Some((node, next)) = path.pop() {
        let at = node as usize;
        if next == 0 {
            tree.span[at][0] = index(tree.order.len());
            tree.order.push(node);
        }
        match joined[at].get(next) {
            Some(&(other, arc)) => {
                path.push((node, next + 1));
                if tree.up[at] != Some(arc) {
                    tree.up[other as usize] = Some(arc);
                    path.push((other, 0));
                }
            }
            None => tree.span[at][1] = index(tree.order.len()),
        }
    }
    tree
}

/// The arc of the tree whose lengthening would shorten the others most, with the node below it; none
/// where the ranks are the best.
fn leaving(tree: &Tree, arcs: &[Arc], surplus: &[f64]) -> Option<(u32, u32)> {
    // More leaves the nodes below an arc than comes in by the sum of their surpluses, since what is
    // between them cancels out: so that is the arc's cut value, as it points up or down.
    let mut below = surplus.to_vec();
    let mut worst = None;
    let mut least = -1e-9;
    for &node in tree.order.iter().rev() {
        let Some(up) = tree.up[node as usize] else {
            continue;
        };
        let arc = arcs[up as usize];
        let (parent, sign) = if arc.from == node {
            (arc.to, 1.0)
        } else {
            (arc.from, -1.0)
        };
        below[parent as usize] += below[node as usize];
        let cut = sign * below[node as usize];
        if cut < least {
            least = cut;
            worst = Some((node, up));
        }
    }
    worst
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc(from: u32, to: u32) -> Arc {
        Arc {
            from,
            to,
            weight: 1.0,
        }
    }

    #[test]
    fn a_part_that_hangs_back_is_drawn_up_as_a_whole() {
        // 0→1→2→3→4 and 5→6→4, 5→7: from rank 0, node 5 with all of its own moves up by 2.
        let arcs = [
            arc(0, 1),
            arc(1, 2),
            arc(2, 3),
            arc(3, 4),
            arc(5, 6),
            arc(6, 4),
            arc(5, 7),
        ];
        let mut ranks = [0, 1, 2, 3, 4, 0, 1, 1];
        shorten(&mut ranks, &arcs, &AtomicBool::new(false));
        let length: i64 = arcs.iter().map(|&arc| slack(&ranks, arc) + 1).sum();
        assert_eq!(length, 7);
        assert!(arcs.iter().all(|&arc| slack(&ranks, arc) >= 0));
    }

    #[test]
    fn heavy_arcs_stay_short() {
        let mut arcs = vec![arc(0, 1), arc(1, 2), arc(0, 3), arc(3, 2)];
        arcs.push(arc(2, 4));
        arcs.push(arc(3, 5));
        arcs[2].weight = 1.0;
        arcs[3].weight = 5.0;
        let mut ranks = [0, 1, 3, 1, 4, 2];
        shorten(&mut ranks, &arcs, &AtomicBool::new(false));
        assert_eq!(slack(&ranks, arcs[3]), 0);
    }

    #[test]
    fn nothing_and_one_node_are_left_alone() {
        shorten(&mut [], &[], &AtomicBool::new(false));
        let mut one = [7];
        shorten(&mut one, &[], &AtomicBool::new(false));
        assert_eq!(one, [7]);
    }
}
