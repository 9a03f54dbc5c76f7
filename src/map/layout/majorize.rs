//! Least stress for graphs of any size.
//!
//! The stress of a drawing is the sum over all pairs of nodes of `(length - distance)² / distance²`
//! (T. Kamada and S. Kawai, 1989). Majorization (E. Gansner, Y. Koren and S. North, "Graph Drawing by
//! Stress Majorization", 2004) moves each node to the weighted mean of where the others would have it.
//! Here the others are, in turn, batches of nodes drawn by lot, and nodes go ever smaller parts of the
//! way, as in stochastic gradient descent (J. Zheng, S. Pawar and D. Goodman, 2018): every pair is as
//! likely to count as any other, so that the sum over all pairs is what falls, and a round costs the
//! number of nodes times that of a batch.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use wide::f32x8;

use super::reach::{BATCH, Hops, Reach};

/// Nodes that a thread moves in one go.
const CHUNK: usize = 2048;
/// Numbers that are reckoned with at once.
const LANES: usize = 8;
/// Keeps the square of a length above nothing.
const LEAST: f32 = 1e-9;

/// How a stress is brought down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plan {
    /// How often each batch is used.
    pub(super) rounds: usize,
    /// The part of the way that nodes go at first; more than 1 goes beyond it.
    pub(super) first: f32,
    /// The part that they go at last.
    pub(super) last: f32,
}

/// Moves `places` so that their stress falls. What comes of it hangs neither on threads nor on time.
pub(super) fn majorize<H: Hops>(
    places: &mut [[f32; 2]],
    batches: &[Reach<H>],
    plan: Plan,
    cancel: &AtomicBool,
) {
    let steps = plan.rounds * batches.len();
    // A factor for each step; by roots and products, which all machines round alike.
    let fall = root(plan.last / plan.first, steps);
    let mut part = plan.first;
    for step in 0..steps {
        if cancel.load(Ordering::Relaxed) {
            return;
        }
        let batch = &batches[step % batches.len()];
        let at = batch.sources.map(|source| places[source as usize]);
        let along = |axis: usize| -> [f32x8; BATCH / LANES] {
            let lanes = |n: usize| std::array::from_fn(|lane| at[n * LANES + lane][axis]);
            std::array::from_fn(|n| f32x8::from(lanes(n)))
        };
        let (xs, ys) = (along(0), along(1));
        places
            .par_chunks_mut(CHUNK)
            .zip(batch.hops.par_chunks(CHUNK))
            .for_each(|(places, hops)| {
                for (place, hops) in places.iter_mut().zip(hops) {
                    pull(place, hops, &xs, &ys, part);
                }
            });
        part *= fall;
    }
}

/// Moves a node `part` of the way to the mean of where the sources would have it.
fn pull<H: Hops>(
    place: &mut [f32; 2],
    hops: &[H; BATCH],
    xs: &[f32x8; BATCH / LANES],
    ys: &[f32x8; BATCH / LANES],
    part: f32,
) {
    let [x, y] = place.map(f32x8::splat);
    let (mut to_x, mut to_y, mut weights) = (f32x8::ZERO, f32x8::ZERO, f32x8::ZERO);
    let (hops, _) = hops.as_chunks();
    for ((hops, xs), ys) in hops.iter().zip(xs).zip(ys) {
        let far = f32x8::from(hops.map(Hops::edges));
        let (dx, dy) = (x - *xs, y - *ys);
        let square = dx * dx + dy * dy + LEAST;
        // Of 1/(d² l²) the root is what turns the offset into a pull, and l² times it the weight.
        let both = f32x8::ONE / (far * far * square);
        let (weight, turn) = (both * square, both.sqrt());
        to_x += weight * *xs + dx * turn;
        to_y += weight * *ys + dy * turn;
        weights += weight;
    }
    let weight = weights.reduce_add();
    place[0] += part * (to_x.reduce_add() / weight - place[0]);
    place[1] += part * (to_y.reduce_add() / weight - place[1]);
}

/// The `degree`-th root of `of`, by halving: additions and products alone.
fn root(of: f32, degree: usize) -> f32 {
    let power = |base: f64| (0..degree).fold(1.0_f64, |product, _| product * base);
    let (mut low, mut high) = (0.0_f64, 1.0_f64.max(f64::from(of)));
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        if power(middle) < f64::from(of) {
            low = middle;
        } else {
            high = middle;
        }
    }
    #[expect(clippy::cast_possible_truncation, reason = "a factor near 1")]
    let root = f64::midpoint(low, high) as f32;
    root
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_taken_as_often_is_what_it_came_from() {
        let by = root(0.02, 30);
        let product = (0..30).fold(1.0_f32, |product, _| product * by);
        assert!((product - 0.02).abs() < 1e-4, "{product}");
    }
}
