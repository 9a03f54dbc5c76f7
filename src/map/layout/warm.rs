//! A picture that goes on from another: what has a place nearly keeps it.

use std::sync::atomic::AtomicBool;

use super::super::stress::Random;
use super::draft::Hold;
use super::net::{Net, index};
use super::settle::settle;
use super::{Aim, Effort, Wish, apart, layout, packed};

/// How much of its pull a node follows that has a place already.
const EASE: f32 = 0.1;
/// Beyond this a number is no place that can be reckoned with.
const MOST: f32 = 1e7;
/// Free room beside what lies there already, in units of an edge's length.
const GAP: f32 = 1.0;

/// Where each node lies, in units of the length of an edge, if some have `places` already.
///
/// These begin there and move little; those that are `fixed` besides do not move at all. The others
/// begin amid their neighbours and settle; whole components without any place are put beside the rest.
/// Nodes beyond the end of `places` or `fixed` are new or free, and so are those at places that are not
/// finite or beyond ten million. Answers are the same, finite and early once cancelled as those of
/// [`layout`].
#[must_use]
pub fn layout_from(
    net: &Net,
    places: &[Option<[f32; 2]>],
    fixed: &[bool],
    seed: u64,
    aim: Aim,
    effort: Effort,
    cancel: &AtomicBool,
) -> Vec<[f32; 2]> {
    let wish = Wish { seed, aim, effort };
    let known: Vec<Option<[f32; 2]>> = (0..net.nodes())
        .map(|node| {
            let at = places.get(node).copied().flatten();
            at.filter(|at| at.iter().all(|x| x.abs() <= MOST))
        })
        .collect();
    if known.iter().all(Option::is_none) {
        return layout(net, seed, aim, effort, cancel);
    }
    let mut out: Vec<[f32; 2]> = known.iter().map(|at| at.unwrap_or_default()).collect();
    let components = net.components();
    let is_known = |nodes: &Vec<u32>| nodes.iter().any(|&node| known[node as usize].is_some());
    let (old, new): (Vec<_>, Vec<_>) = components.into_iter().partition(is_known);
    for nodes in &old {
        if nodes.len() == 1 {
            continue;
        }
        let part = net.part(nodes);
        let known: Vec<_> = nodes.iter().map(|&node| known[node as usize]).collect();
        let begun = begun(&part, &known, seed);
        let ease: Vec<f32> = nodes
            .iter()
            .zip(&known)
            .map(|(&node, at)| match (at, fixed.get(node as usize)) {
                (Some(_), Some(true)) => 0.0,
                (Some(_), _) => EASE,
                (None, _) => 1.0,
            })
            .collect();
        let settled = settle(&part, wish, Some(&Hold::new(&begun, &ease)), cancel);
        for (&node, at) in nodes.iter().zip(settled) {
            out[node as usize] = at;
        }
    }
    if !new.is_empty() {
        beside(net, &old, &new, wish, cancel, &mut out);
    }
    out
}

/// Where nodes begin: at their places, or amid those of their neighbours that are nearer to a place.
fn begun(net: &Net, known: &[Option<[f32; 2]>], seed: u64) -> Vec<[f32; 2]> {
    let mut random = Random::new(seed);
    let mut places: Vec<[f32; 2]> = known.iter().map(|at| at.unwrap_or_default()).collect();
    let mut is_placed: Vec<bool> = known.iter().map(Option::is_some).collect();
    let mut front: Vec<u32> = (0..index(known.len()))
        .filter(|&node| is_placed[node as usize])
        .collect();
    while !front.is_empty() {
        let mut next: Vec<u32> = front
            .iter()
            .flat_map(|&node| net.neighbours(node))
            .copied()
            .filter(|&node| !is_placed[node as usize])
            .collect();
        next.sort_unstable();
        next.dedup();
        for &node in &next {
            let others: Vec<u32> = (net.neighbours(node).iter().copied())
                .filter(|&other| is_placed[other as usize])
                .collect();
            let middle = apart::mean(&places, &others);
            // As far off as an edge is long from one that it alone hangs on.
            let size = if others.len() == 1 { 2.0 } else { 0.5 };
            #[expect(clippy::cast_possible_truncation, reason = "a little")]
            let by = [random.unit(), random.unit()].map(|by| (by as f32 - 0.5) * size);
            places[node as usize] = [middle[0] + by[0], middle[1] + by[1]];
        }
        for &node in &next {
            is_placed[node as usize] = true;
        }
        front = next;
    }
    places
}

/// Puts the components `new` to the right of those that lie there already.
fn beside(
    net: &Net,
    old: &[Vec<u32>],
    new: &[Vec<u32>],
    wish: Wish,
    cancel: &AtomicBool,
    places: &mut [[f32; 2]],
) {
    packed(net, new, wish, cancel, places);
    let bounds = |of: &[Vec<u32>], places: &[[f32; 2]]| {
        let nodes = of.iter().flatten().map(|&node| places[node as usize]);
        nodes.fold([f32::MAX, f32::MAX, f32::MIN, f32::MIN], |b, at| {
            [
                b[0].min(at[0]),
                b[1].min(at[1]),
                b[2].max(at[0]),
                b[3].max(at[1]),
            ]
        })
    };
    let (there, here) = (bounds(old, places), bounds(new, places));
    let by = [
        there[2] + GAP - here[0],
        f32::midpoint(there[1], there[3]) - f32::midpoint(here[1], here[3]),
    ];
    for &node in new.iter().flatten() {
        let at = &mut places[node as usize];
        *at = [at[0] + by[0], at[1] + by[1]];
    }
}
