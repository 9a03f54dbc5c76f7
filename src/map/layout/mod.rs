//! Where the nodes of a graph lie: arithmetic on plain arrays, the same for any number of threads.
//!
//! Stress decides ([`settle`]): nodes lie as far apart as the graph has them, so that distance means
//! something. Components are laid out by themselves and packed ([`shelved`]).

mod majorize;
mod net;
mod pivots;
mod reach;
mod shelves;

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::stress::Random;
use majorize::{Plan, majorize};
pub use net::Net;
pub(super) use net::index;
use pivots::pivot_mds;
use reach::{BATCH, Hops, Reach};

/// Bytes of distances that are held at once, about.
const MOST_HELD: usize = 40 << 20;
/// Batches of sources beyond which more hardly make a better picture.
const MOST_BATCHES: usize = 16;

/// How much is done for a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// As little as makes it usable, to be shown while more is done.
    Quick,
    /// As much as it pays.
    #[default]
    Full,
}

/// Where each node lies, in units of the length of an edge, about the origin.
///
/// Equal graphs and seeds have equal answers, byte for byte. Returns early, with what there is, once
/// `cancel` is set; all places are finite numbers.
#[must_use]
pub fn layout(net: &Net, seed: u64, effort: Effort, cancel: &AtomicBool) -> Vec<[f32; 2]> {
    let components = net.components();
    if let [whole] = components.as_slice()
        && whole.len() > 1
    {
        return settle(net, seed, effort, cancel);
    }
    let laid: Vec<Vec<[f32; 2]>> = components
        .par_iter()
        .map(|nodes| {
            if nodes.len() == 1 || cancel.load(Ordering::Relaxed) {
                return vec![[0.0; 2]; nodes.len()];
            }
            settle(&net.part(nodes), seed, effort, cancel)
        })
        .collect();
    let mut places = vec![[0.0; 2]; net.nodes()];
    let moved = shelves::shelved(&laid);
    for ((nodes, laid), by) in components.iter().zip(&laid).zip(moved) {
        for (&node, at) in nodes.iter().zip(laid) {
            places[node as usize] = [at[0] + by[0], at[1] + by[1]];
        }
    }
    places
}

/// Where the nodes of a connected graph lie.
fn settle(net: &Net, seed: u64, effort: Effort, cancel: &AtomicBool) -> Vec<[f32; 2]> {
    settle_by::<u8>(net, seed, effort, cancel)
        .or_else(|| settle_by::<u16>(net, seed, effort, cancel))
        .unwrap_or_else(|| row(net))
}

/// The nodes in a row, where ways are too long for anything else: a path of more than 65,535 edges.
fn row(net: &Net) -> Vec<[f32; 2]> {
    #[expect(clippy::cast_precision_loss, reason = "places of nodes in a row")]
    let place = |node: usize| [node as f32, 0.0];
    (0..net.nodes()).map(place).collect()
}

fn settle_by<H: Hops>(
    net: &Net,
    seed: u64,
    effort: Effort,
    cancel: &AtomicBool,
) -> Option<Vec<[f32; 2]>> {
    let nodes = net.nodes();
    let held = MOST_HELD / (nodes * BATCH * size_of::<H>()).max(1);
    let (most, rounds) = match effort {
        Effort::Quick => (8, 1),
        Effort::Full => (MOST_BATCHES, rounds(nodes)),
    };
    let count = nodes.div_ceil(BATCH).min(most).min(held.max(4));
    let mut random = Random::new(seed);
    let drawn = drawn(nodes, count * BATCH, &mut random);
    let sources = |n: usize| std::array::from_fn(|i| drawn[n * BATCH + i]);
    // Where ways are too long the first batch nearly always tells.
    let mut batches = vec![Reach::new(net, sources(0))?];
    let others: Option<Vec<Reach<H>>> = (1..count)
        .into_par_iter()
        .map(|n| Reach::new(net, sources(n)))
        .collect();
    batches.append(&mut others?);
    let mut places = pivot_mds(&batches[0], &mut random);
    part_twins(&mut places, &mut random);
    let plan = Plan {
        rounds,
        first: 1.2,
        last: 0.05,
    };
    majorize(&mut places, &batches, plan, cancel);
    Some(places)
}

/// How often each batch is used: more often where that costs little.
fn rounds(nodes: usize) -> usize {
    match nodes {
        0..=2000 => 10,
        2001..=20_000 => 4,
        _ => 5,
    }
}

/// `count` nodes drawn by lot: each once before any comes again.
fn drawn(nodes: usize, count: usize, random: &mut Random) -> Vec<u32> {
    let mut all: Vec<u32> = (0..net::index(nodes)).collect();
    for i in 0..count.min(nodes) {
        let j = i + random.below(nodes - i);
        all.swap(i, j);
    }
    (0..count).map(|n| all[n % nodes]).collect()
}

/// Parts nodes that are joined to the same others, which no distance tells apart.
fn part_twins(places: &mut [[f32; 2]], random: &mut Random) {
    for at in places {
        #[expect(clippy::cast_possible_truncation, reason = "a little")]
        let by = [random.unit(), random.unit()].map(|by| (by as f32 - 0.5) * 0.5);
        *at = [at[0] + by[0], at[1] + by[1]];
    }
}

#[cfg(test)]
mod tests;
