//! Members of ranks put in an order in which few arcs cross.

use std::sync::atomic::{AtomicBool, Ordering};

use super::super::super::layout::index;
use super::stack::Stack;

/// Sweeps over all ranks at most.
const SWEEPS: usize = 60;
/// Sweeps over large graphs.
const HASTY: usize = 8;
/// Orders to begin with.
const STARTS: usize = 4;
/// Sweeps without anything better after which no more are done.
const PATIENCE: usize = 20;
/// Up to so many members and links neighbours are swapped, and more than one start is tried.
const FEW: usize = 12_000;
/// Members of more links are not swapped.
const HUB: usize = 80;

/// Orders the columns of `stack` by sweeps of means and medians (K. Sugiyama et al., 1981) with swaps
/// of neighbours (E. R. Gansner et al., 1993); the best order that was met is kept. Less is tried if
/// not `is_thorough`.
pub(super) fn order(stack: &mut Stack, is_thorough: bool, cancel: &AtomicBool) {
    let members = index(stack.members());
    let links: usize = (0..members).map(|n| stack.links(n, 1).len()).sum();
    let is_small = stack.members() + links <= FEW;
    let (starts, sweeps) = match (is_small, is_thorough) {
        (true, true) => (STARTS, SWEEPS),
        _ => (1, HASTY),
    };
    let mut best: Option<(f64, Vec<Vec<u32>>)> = None;
    for start in 0..starts {
        stack.set(walked(stack, start));
        let mut without = 0;
        for sweep in 0..sweeps {
            let cost = stack.cost();
            if best.as_ref().is_none_or(|(least, _)| cost < least - 1e-9) {
                best = Some((cost, stack.columns.clone()));
                without = 0;
            } else {
                without += 1;
            }
            let is_best = best.as_ref().is_some_and(|(least, _)| *least <= 0.0);
            if is_best || without > PATIENCE || cancel.load(Ordering::Relaxed) {
                break;
            }
            swept(stack, sweep);
            if is_small && stack.is_proper {
                swap(stack, cancel);
            }
        }
    }
    if let Some((_, columns)) = best {
        stack.set(columns);
    }
}

/// The order in which members are met on a walk in depth first, from low ranks on: a tree's has no
/// crossings. The `start` says where it begins:
/// from low ranks, from those with most links, from high ranks, or in the middle.
fn walked(stack: &Stack, start: usize) -> Vec<Vec<u32>> {
    let mut columns = vec![Vec::new(); stack.columns.len()];
    let mut seen = vec![false; stack.members()];
    let mut firsts: Vec<u32> = (0..index(stack.members())).collect();
    let links = |member: u32| stack.links(member, 0).len() + stack.links(member, 1).len();
    firsts.sort_by_key(|&member| {
        let rank = stack.ranks[member as usize];
        match start {
            0 => (rank as usize, 0),
            1 => (usize::MAX - links(member), rank),
            2 => (usize::MAX - rank as usize, 0),
            _ => (
                (rank as usize).abs_diff(stack.columns.len() * (start - 2) / 4),
                0,
            ),
        }
    });
    let mut open = Vec::new();
    for first in firsts {
        open.push(first);
        while let Some(member) = open.pop() {
            if std::mem::replace(&mut seen[member as usize], true) {
                continue;
            }
            columns[stack.ranks[member as usize] as usize].push(member);
            // The last is met first, so that higher ranks come before lower ones.
            for side in 0..2 {
                let links = stack.links(member, side).iter().rev();
                open.extend(links.map(|link| link.to).filter(|&to| !seen[to as usize]));
            }
        }
    }
    columns
}

/// One sweep: to the right for even numbers, by medians for every second pair of sweeps.
fn swept(stack: &mut Stack, sweep: usize) {
    let ranks = stack.columns.len();
    let is_right = sweep.is_multiple_of(2);
    let by_median = sweep % 4 >= 2;
    for n in 1..ranks {
        let rank = if is_right { n } else { ranks - 1 - n };
        let side = usize::from(!is_right);
        let mut keyed: Vec<(f64, u32)> = Vec::with_capacity(stack.columns[rank].len());
        for &member in &stack.columns[rank] {
            let key = if by_median {
                median(stack, member, side)
            } else {
                mean(stack, member, side)
            };
            keyed.push((key.unwrap_or_else(|| stack.height(member)), member));
        }
        if sweep % 8 >= 4 {
            // Those with equal keys change places now and then.
            keyed.reverse();
        }
        keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
        stack.columns[rank] = keyed.into_iter().map(|(_, member)| member).collect();
        stack.number(rank);
    }
}

/// The weighted mean height of a member's neighbours at a side.
fn mean(stack: &Stack, member: u32, side: usize) -> Option<f64> {
    let (mut sum, mut weight) = (0.0, 0.0);
    for link in stack.links(member, side) {
        sum += link.weight * stack.height(link.to);
        weight += link.weight;
    }
    (weight > 0.0).then(|| sum / weight)
}

/// The middle height of a member's neighbours at a side.
fn median(stack: &Stack, member: u32, side: usize) -> Option<f64> {
    let links = stack.links(member, side).iter();
    let mut heights: Vec<f64> = links.map(|link| stack.height(link.to)).collect();
    heights.sort_by(f64::total_cmp);
    let half = heights.len() / 2;
    let middle = *heights.get(half)?;
    if heights.len() % 2 == 1 {
        Some(middle)
    } else {
        Some(f64::midpoint(heights[half - 1], middle))
    }
}

/// Swaps neighbours in columns as long as that lessens crossings.
fn swap(stack: &mut Stack, cancel: &AtomicBool) {
    for _ in 0..8 {
        let mut is_better = false;
        for rank in 0..stack.columns.len() {
            if cancel.load(Ordering::Relaxed) {
                return;
            }
            for place in 1..stack.columns[rank].len() {
                let (above, below) = (stack.columns[rank][place - 1], stack.columns[rank][place]);
                if gain(stack, above, below) > 1e-9 {
                    stack.columns[rank].swap(place - 1, place);
                    stack.places.swap(above as usize, below as usize);
                    is_better = true;
                }
            }
        }
        if !is_better {
            return;
        }
    }
}

/// How many crossings less there are if two neighbours in a column change places.
fn gain(stack: &Stack, above: u32, below: u32) -> f64 {
    let mut gain = 0.0;
    for side in 0..2 {
        let (ours, theirs) = (stack.links(above, side), stack.links(below, side));
        if ours.len().min(theirs.len()) > HUB {
            continue;
        }
        for a in ours {
            let own = stack.places[a.to as usize];
            for b in theirs {
                let weight = a.weight * b.weight;
                match own.cmp(&stack.places[b.to as usize]) {
                    std::cmp::Ordering::Greater => gain += weight,
                    std::cmp::Ordering::Less => gain -= weight,
                    std::cmp::Ordering::Equal => {}
                }
            }
        }
    }
    gain
}
