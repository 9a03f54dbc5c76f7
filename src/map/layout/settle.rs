//! A connected graph laid out: a first picture, least stress, and what else is asked for.

use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use super::super::stress::Random;
use super::draft::{Draft, Hold};
use super::majorize::{Plan, majorize};
use super::near::{Near, Pull};
use super::net::{Net, index};
use super::pivots::pivot_mds;
use super::reach::{BATCH, Hops, Reach};
use super::{Aim, Effort, Wish, apart};

/// Bytes of distances that are held at once, about.
const MOST_HELD: usize = 40 << 20;
/// Nodes up to which every one pulls at every other.
const FEW: usize = 2048;
/// Batches of sources beyond which more hardly make a better picture of a large graph.
const MOST_BATCHES: usize = 16;
/// How edges draw together what belongs together. Weaker than a quarter, so that an edge by itself
/// does not snap shut.
const PULL: Pull = Pull {
    strength: 0.22,
    first: 1.0,
    last: 0.01,
};

/// Where the nodes of a connected graph lie; with `held`, which begins where that says.
pub(super) fn settle(
    net: &Net,
    wish: Wish,
    held: Option<&Hold>,
    cancel: &AtomicBool,
) -> Vec<[f32; 2]> {
    let few = || (net.nodes() <= FEW).then(|| settle_by::<f32>(net, wish, held, cancel));
    few()
        .flatten()
        .or_else(|| settle_by::<u8>(net, wish, held, cancel))
        .or_else(|| settle_by::<u16>(net, wish, held, cancel))
        .unwrap_or_else(|| held.map_or_else(|| row(net), |held| held.anchors.places()))
}

/// The nodes in a row, where ways are too long for anything else: a path of more than 65,535 edges.
fn row(net: &Net) -> Vec<[f32; 2]> {
    #[expect(clippy::cast_precision_loss, reason = "places of nodes in a row")]
    let place = |node: usize| [node as f32, 0.0];
    (0..net.nodes()).map(place).collect()
}

fn settle_by<H: Hops>(
    net: &Net,
    wish: Wish,
    held: Option<&Hold>,
    cancel: &AtomicBool,
) -> Option<Vec<[f32; 2]>> {
    let nodes = net.nodes();
    let full = wish.effort == Effort::Full;
    let most = match (full, nodes) {
        (_, ..=FEW) => FEW / BATCH,
        (true, _) => MOST_BATCHES,
        (false, _) => MOST_BATCHES / 4,
    };
    let room = MOST_HELD / (nodes * BATCH * size_of::<H>()).max(1);
    let count = nodes.div_ceil(BATCH).min(most).min(room.max(4));
    let mut random = Random::new(wish.seed);
    let drawn = drawn(nodes, count * BATCH, &mut random);
    let sources = |n: usize| std::array::from_fn(|i| drawn[n * BATCH + i]);
    // Where ways are too long the first batch nearly always tells.
    let mut batches = vec![Reach::<H>::new(net, sources(0), cancel)?];
    let others: Option<Vec<Reach<H>>> = (1..count)
        .into_par_iter()
        .map(|n| Reach::new(net, sources(n), cancel))
        .collect();
    batches.append(&mut others?);
    let plan = Plan {
        rounds: rounds(nodes, wish.effort),
        at_once: 8,
        first: 1.6,
        last: 0.1,
    };
    let (mut draft, plan) = match held {
        // Nothing is to be shaken where most is good already.
        Some(held) if held.is_mostly_there() => (held.anchors.clone(), plan.gently()),
        Some(held) => (held.anchors.clone(), plan),
        None => {
            let mut places = pivot_mds(nodes, &batches[0], &mut random);
            apart::shaken(&mut places, net, &mut random);
            (Draft::new(&places), plan)
        }
    };
    majorize(&mut draft, &batches, plan, held, None, cancel);
    // Few sources at a time have a mean of their own; with more the last of it goes.
    let plan = Plan {
        rounds: plan.rounds.div_ceil(4),
        last: 0.1,
        ..plan.gently()
    };
    majorize(&mut draft, &batches, plan, held, None, cancel);
    let share = match wish.aim {
        Aim::Distances => 0.3,
        Aim::Communities => {
            let plan = gathering(count, nodes, wish.effort);
            let near = Near::new(net, PULL, plan.steps(count));
            majorize(&mut draft, &batches, plan, held, Some(near), cancel);
            // Who is next to whom matters more here than room.
            0.1
        }
    };
    let mut places = draft.places();
    apart::part(&mut places, held, share, &mut random, cancel);
    Some(places)
}

/// How edges draw together, in about the same number of steps for any number of batches.
fn gathering(batches: usize, nodes: usize, effort: Effort) -> Plan {
    let steps: usize = match effort {
        Effort::Full if nodes > 8 => 96,
        _ => 32,
    };
    Plan {
        rounds: steps.div_ceil(batches),
        at_once: BATCH,
        first: 1.0,
        last: 0.1,
    }
}

/// How often each source pulls at first: more often where that costs little.
fn rounds(nodes: usize, effort: Effort) -> usize {
    match (effort, nodes) {
        (Effort::Quick, ..=FEW) => 3,
        (Effort::Quick, _) => 1,
        (Effort::Full, 9..=FEW) => (FEW * 6 / nodes).clamp(12, 48),
        (Effort::Full, ..=8) => 12,
        (Effort::Full, _) => 3,
    }
}

/// `count` nodes drawn by lot: each once before any comes again.
fn drawn(nodes: usize, count: usize, random: &mut Random) -> Vec<u32> {
    let mut all: Vec<u32> = (0..index(nodes)).collect();
    for i in 0..count.min(nodes) {
        let j = i + random.below(nodes - i);
        all.swap(i, j);
    }
    (0..count).map(|n| all[n % nodes]).collect()
}
