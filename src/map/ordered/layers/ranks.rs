//! The rank of each node, so that arcs lead from lower to higher ones and are short.

use std::sync::atomic::{AtomicBool, Ordering};

use super::super::super::layout::index;
use super::graph::{Arc, Ends};
use super::simplex::shorten;

/// Up to so many nodes and arcs together the ranks are the best that there are.
const FEW: usize = 3000;

/// Ranks from 0 up for nodes with `arcs` that have no cycle and join all of them: as early as can be,
/// then drawn together.
pub(super) fn ranks(nodes: usize, arcs: &[Arc], cancel: &AtomicBool) -> Vec<u32> {
    let outs = Ends::new(nodes, arcs, |arc| arc.from);
    let ins = Ends::new(nodes, arcs, |arc| arc.to);
    let order = sorted(nodes, arcs, &outs);
    let mut ranks = vec![0_i64; nodes];
    for &node in &order {
        for &arc in outs.of(node) {
            let to = arcs[arc as usize].to as usize;
            ranks[to] = ranks[to].max(ranks[node as usize] + 1);
        }
    }
    pull(&mut ranks, arcs, &order, [&ins, &outs]);
    if nodes + arcs.len() <= FEW && !cancel.load(Ordering::Relaxed) {
        shorten(&mut ranks, arcs, cancel);
        balance(&mut ranks, arcs, [&ins, &outs]);
    }
    let least = ranks.iter().copied().min().unwrap_or(0);
    let own = ranks.iter().map(|rank| u32::try_from(rank - least));
    own.map(|rank| rank.unwrap_or(0)).collect()
}

/// The nodes so that arcs lead from earlier to later ones.
fn sorted(nodes: usize, arcs: &[Arc], outs: &Ends) -> Vec<u32> {
    let mut waits = vec![0_u32; nodes];
    for arc in arcs {
        waits[arc.to as usize] += 1;
    }
    let free = (0..index(nodes)).filter(|&node| waits[node as usize] == 0);
    let mut order: Vec<u32> = free.collect();
    let mut next = 0;
    while let Some(&node) = order.get(next) {
        next += 1;
        for &arc in outs.of(node) {
            let to = arcs[arc as usize].to;
            waits[to as usize] -= 1;
            if waits[to as usize] == 0 {
                order.push(to);
            }
        }
    }
    order
}

/// The lowest and the highest rank a node can have where all others stay, if it has neighbours.
fn room(node: u32, ranks: &[i64], arcs: &[Arc], ends: [&Ends; 2]) -> (Option<i64>, Option<i64>) {
    let before = ends[0].of(node).iter().map(|&arc| arcs[arc as usize].from);
    let after = ends[1].of(node).iter().map(|&arc| arcs[arc as usize].to);
    (
        before.map(|other| ranks[other as usize] + 1).max(),
        after.map(|other| ranks[other as usize] - 1).min(),
    )
}

fn weight(node: u32, arcs: &[Arc], ends: &Ends) -> f64 {
    let own = ends.of(node).iter();
    own.map(|&arc| arcs[arc as usize].weight).sum()
}

/// Moves single nodes to whichever side more of their arcs are on.
fn pull(ranks: &mut [i64], arcs: &[Arc], order: &[u32], ends: [&Ends; 2]) {
    for round in 0..4 {
        let mut is_moved = false;
        for n in 0..order.len() {
            let node = order[if round % 2 == 0 {
                order.len() - 1 - n
            } else {
                n
            }];
            let (low, high) = room(node, ranks, arcs, ends);
            let more = weight(node, arcs, ends[1]) - weight(node, arcs, ends[0]);
            let wish = if more > 0.0 { high } else { low };
            if let Some(wish) = wish
                && more != 0.0
                && ranks[node as usize] != wish
            {
                ranks[node as usize] = wish;
                is_moved = true;
            }
        }
        if !is_moved {
            break;
        }
    }
}

/// Moves nodes that are as good on several ranks to the one with the fewest nodes.
fn balance(ranks: &mut [i64], arcs: &[Arc], ends: [&Ends; 2]) {
    let (Some(&least), Some(&most)) = (ranks.iter().min(), ranks.iter().max()) else {
        return;
    };
    let place = |rank: i64| usize::try_from(rank - least).unwrap_or(0);
    let mut counts = vec![0_usize; place(most) + 1];
    for &rank in &*ranks {
        counts[place(rank)] += 1;
    }
    for node in 0..index(ranks.len()) {
        let own = ranks[node as usize];
        if (weight(node, arcs, ends[0]) - weight(node, arcs, ends[1])).abs() > 1e-9 {
            continue;
        }
        if let (Some(low), Some(high)) = room(node, ranks, arcs, ends)
            && let Some(best) = (low..=high).min_by_key(|&rank| counts[place(rank)])
            && counts[place(best)] + 1 < counts[place(own)]
        {
            counts[place(own)] -= 1;
            counts[place(best)] += 1;
            ranks[node as usize] = best;
        }
    }
}
