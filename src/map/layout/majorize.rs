//! Least stress for graphs of any size.
//!
//! The stress of a drawing is the sum over all pairs of nodes of `(length - distance)² / distance²`
//! (T. Kamada and S. Kawai, 1989). Majorization (E. Gansner, Y. Koren and S. North, "Graph Drawing by
//! Stress Majorization", 2004) moves each node to the weighted mean of where the others would have it.
//! Here the others are, in turn, a few nodes drawn by lot, and nodes go ever smaller parts of the way,
//! as in stochastic gradient descent (J. Zheng, S. Pawar and D. Goodman, 2018): every pair is as likely
//! to count as any other, so that the sum over all pairs is what falls, and the fewer nodes pull at
//! once, the more the drawing is shaken out of poor shapes at first.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use wide::f32x8;

use super::draft::{Block, Draft, Hold};
use super::near::Near;
use super::reach::{BATCH, Hops, LANES, Reach};

/// Blocks that a thread moves in one go.
const CHUNK: usize = 256;
/// Keeps the square of a length above nothing.
const LEAST: f32 = 1e-9;

/// How a stress is brought down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plan {
    /// How often each source is used.
    pub(super) rounds: usize,
    /// How many sources pull at once: a divisor of [`BATCH`].
    pub(super) at_once: usize,
    /// The part of the way that nodes go at first; more than 1 goes beyond it.
    pub(super) first: f32,
    /// The part that they go at last.
    pub(super) last: f32,
}

impl Plan {
    /// The same for a picture that is good already: with many sources at once, and smaller steps.
    pub(super) fn gently(self) -> Self {
        Self {
            at_once: BATCH,
            first: 0.5,
            ..self
        }
    }

    /// How many steps it takes with so many batches.
    pub(super) fn steps(self, batches: usize) -> usize {
        self.rounds * batches * BATCH / self.at_once
    }
}

/// Moves the nodes so that their stress falls. What comes of it hangs neither on threads nor on time.
pub(super) fn majorize<H: Hops>(
    draft: &mut Draft,
    batches: &[Reach<H>],
    plan: Plan,
    held: Option<&Hold>,
    mut near: Option<Near<'_>>,
    cancel: &AtomicBool,
) {
    let steps = plan.steps(batches.len());
    // A factor for each step; by roots and products, which all machines round alike.
    let fall = root(plan.last / plan.first, steps);
    let mut part = plan.first;
    for _ in 0..plan.rounds {
        for batch in batches {
            for first in (0..BATCH).step_by(plan.at_once) {
                if cancel.load(Ordering::Relaxed) {
                    return;
                }
                let taken = first..first + plan.at_once;
                let sources: Vec<[f32; 2]> = batch.sources[taken.clone()]
                    .iter()
                    .map(|&source| draft.place(source as usize))
                    .collect();
                if let Some(near) = &mut near {
                    near.reckon(draft);
                }
                let drawn = near.as_ref().map_or(&[][..], |near| &near.pulls);
                let shift = |(n, block): (usize, &mut Block)| {
                    let mut to = pull(block, &batch.hops[n][taken.clone()], &sources);
                    if let Some([x, y, weight]) = drawn.get(n) {
                        let all = f32x8::ONE / (f32x8::ONE + f32x8::from(*weight));
                        to = [
                            (to[0] + f32x8::from(*x)) * all,
                            (to[1] + f32x8::from(*y)) * all,
                        ];
                    }
                    if let Some(held) = held {
                        let (ease, anchor) = (f32x8::from(held.ease[n]), &held.anchors.blocks[n]);
                        for ((to, at), anchor) in to.iter_mut().zip(&*block).zip(anchor) {
                            let back = f32x8::from(*anchor) - f32x8::from(*at);
                            *to = *to * ease + back * (f32x8::ONE - ease);
                        }
                    }
                    for (at, by) in block.iter_mut().zip(to) {
                        *at = (f32x8::from(*at) + by * f32x8::splat(part)).to_array();
                    }
                };
                if draft.blocks.len() <= CHUNK {
                    draft.blocks.iter_mut().enumerate().for_each(shift);
                } else {
                    let all = draft.blocks.par_iter_mut().enumerate();
                    all.with_min_len(CHUNK).for_each(shift);
                }
                part *= fall;
            }
        }
    }
}

/// The way of each node of a block to the mean of where the sources would have it.
#[inline]
fn pull<H: Hops>(block: &Block, hops: &[[H; LANES]], sources: &[[f32; 2]]) -> [f32x8; 2] {
    let [x, y] = block.map(f32x8::from);
    let (mut to_x, mut to_y, mut weights) = (f32x8::ZERO, f32x8::ZERO, f32x8::ZERO);
    for (hops, at) in hops.iter().zip(sources) {
        let far = f32x8::from(hops.map(Hops::edges));
        let (dx, dy) = (x - f32x8::splat(at[0]), y - f32x8::splat(at[1]));
        let square = dx * dx + dy * dy + f32x8::splat(LEAST);
        // Of 1/(d² l²) the root is what turns the offset into a pull, and l² times it the weight.
        let both = f32x8::ONE / (far * far * square);
        let weight = both * square;
        let by = both.sqrt() - weight;
        to_x += dx * by;
        to_y += dy * by;
        weights += weight;
    }
    let all = f32x8::ONE / weights;
    [to_x * all, to_y * all]
}

/// The `degree`-th root of `of`, by halving: additions and products alone.
pub(super) fn root(of: f32, degree: usize) -> f32 {
    let power = |base: f64| {
        let (mut product, mut square, mut rest) = (1.0_f64, base, degree);
        while rest > 0 {
            if rest & 1 == 1 {
                product *= square;
            }
            square *= square;
            rest >>= 1;
        }
        product
    };
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
        for degree in [1, 30, 777] {
            let by = root(0.02, degree);
            let product = (0..degree).fold(1.0_f32, |product, _| product * by);
            assert!((product - 0.02).abs() < 1e-4, "{product}");
        }
    }
}
