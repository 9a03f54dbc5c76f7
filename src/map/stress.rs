//! Stress layout by stochastic gradient descent: J. Zheng, S. Pawar and D. Goodman, "Graph Drawing
//! by Stochastic Gradient Descent" (2018). Every pair of nodes pulls or pushes towards its distance
//! in the graph. Left out: the paper's convergence test; the number of sweeps is fixed instead.

use std::collections::BinaryHeap;
use std::sync::atomic::{AtomicBool, Ordering};

/// Sweeps over all pairs.
const SWEEPS: i32 = 60;
/// Nodes up to which every pair is a term; beyond, each node has terms to its neighbours and to
/// [`PIVOTS`] others.
const EXACT: usize = 1500;
/// Terms of each node to far nodes, where not every pair is one.
const PIVOTS: usize = 40;

/// A small generator of random numbers (Steele, Lea and Flood, `SplitMix`, 2014): the same on every
/// machine.
pub(super) struct Random(u64);

impl Random {
    /// A generator that always gives the same numbers for the same `seed`.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 up to 1.
    pub(super) fn unit(&mut self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "53 bits are kept")]
        let bits = (self.next() >> 11) as f64;
        bits / 9_007_199_254_740_992.0
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        #[expect(clippy::cast_possible_truncation, reason = "below `end`")]
        let at = (self.next() % end.max(1) as u64) as usize;
        at
    }
}

struct Term {
    a: u32,
    b: u32,
    distance: f64,
}

/// Moves `positions` so that connected nodes lie `unit` apart and others as far as the graph has
/// them. `neighbours` holds, for each node, the others that it is tied to and the length of the
/// tie. Returns early, with what there is, once `cancel` is set.
pub(super) fn settle(
    positions: &mut [[f64; 2]],
    neighbours: &[Vec<(usize, f32)>],
    unit: f64,
    random: &mut Random,
    cancel: &AtomicBool,
) {
    let mut terms = terms(neighbours, random, cancel);
    if terms.is_empty() {
        return;
    }
    let (mut nearest, mut farthest) = (f64::MAX, 0.0_f64);
    for term in &mut terms {
        term.distance *= unit;
        nearest = nearest.min(term.distance);
        farthest = farthest.max(term.distance);
    }
    // Step sizes fall geometrically from the weakest term's full step to a tenth of the strongest's.
    let (mut eta, last) = (farthest * farthest, 0.1 * nearest * nearest);
    let mut ratio = last / eta;
    // The SWEEPS-th root by square roots alone, which every machine rounds alike: 64 is near enough.
    for _ in 0..6 {
        ratio = ratio.sqrt();
    }
    for _ in 0..SWEEPS {
        if cancel.load(Ordering::Relaxed) {
            return;
        }
        for i in (1..terms.len()).rev() {
            let j = random.below(i + 1);
            terms.swap(i, j);
        }
        for term in &terms {
            let (a, b) = (term.a as usize, term.b as usize);
            let mu = (eta / (term.distance * term.distance)).min(1.0);
            let (dx, dy) = (
                positions[a][0] - positions[b][0],
                positions[a][1] - positions[b][1],
            );
            let length = (dx * dx + dy * dy).sqrt().max(1e-6);
            let step = mu * (length - term.distance) / (2.0 * length);
            positions[a][0] -= step * dx;
            positions[a][1] -= step * dy;
            positions[b][0] += step * dx;
            positions[b][1] += step * dy;
        }
        eta *= ratio;
    }
}

fn terms(neighbours: &[Vec<(usize, f32)>], random: &mut Random, cancel: &AtomicBool) -> Vec<Term> {
    let count = neighbours.len();
    let id = |node: usize| u32::try_from(node).unwrap_or(u32::MAX);
    let mut terms = Vec::new();
    if count <= EXACT {
        for source in 0..count {
            if cancel.load(Ordering::Relaxed) {
                return Vec::new();
            }
            for (target, distance) in distances(neighbours, source).into_iter().enumerate() {
                if target > source && distance.is_finite() {
                    terms.push(Term {
                        a: id(source),
                        b: id(target),
                        distance,
                    });
                }
            }
        }
        return terms;
    }
    for (a, near) in neighbours.iter().enumerate() {
        let tied = near.iter().filter(|(b, _)| *b > a);
        terms.extend(tied.map(|(b, length)| Term {
            a: id(a),
            b: id(*b),
            distance: f64::from(*length),
        }));
    }
    for _ in 0..PIVOTS {
        if cancel.load(Ordering::Relaxed) {
            return Vec::new();
        }
        let pivot = random.below(count);
        for (target, distance) in distances(neighbours, pivot).into_iter().enumerate() {
            if target != pivot && distance.is_finite() {
                terms.push(Term {
                    a: id(pivot),
                    b: id(target),
                    distance,
                });
            }
        }
    }
    terms
}

/// Shortest paths from `source` (Dijkstra, 1959); infinite where there is none.
fn distances(neighbours: &[Vec<(usize, f32)>], source: usize) -> Vec<f64> {
    let mut found = vec![f64::INFINITY; neighbours.len()];
    let mut queue = BinaryHeap::new();
    found[source] = 0.0;
    // Lengths are positive, and positive floats order as their bits do.
    queue.push((std::cmp::Reverse(0_u64), source));
    while let Some((std::cmp::Reverse(bits), node)) = queue.pop() {
        let here = f64::from_bits(bits);
        if here > found[node] {
            continue;
        }
        for &(next, length) in &neighbours[node] {
            let there = here + f64::from(length);
            if there < found[next] {
                found[next] = there;
                queue.push((std::cmp::Reverse(there.to_bits()), next));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_becomes_a_ring() {
        let count = 12;
        let neighbours: Vec<Vec<(usize, f32)>> = (0..count)
            .map(|i| vec![((i + 1) % count, 1.0), ((i + count - 1) % count, 1.0)])
            .collect();
        let mut random = Random::new(7);
        let mut positions: Vec<[f64; 2]> = (0..count)
            .map(|_| [random.unit() * 100.0, random.unit() * 100.0])
            .collect();
        settle(
            &mut positions,
            &neighbours,
            50.0,
            &mut random,
            &AtomicBool::new(false),
        );
        for i in 0..count {
            let (a, b) = (positions[i], positions[(i + 1) % count]);
            let length = ((a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2)).sqrt();
            assert!((30.0..70.0).contains(&length), "{length}");
        }
    }

    #[test]
    fn shortest_paths_take_the_shorter_way() {
        let neighbours = vec![
            vec![(1, 5.0), (2, 1.0)],
            vec![(0, 5.0), (2, 1.0)],
            vec![(0, 1.0), (1, 1.0)],
            vec![],
        ];
        let found = distances(&neighbours, 0);
        assert_eq!(&found[..3], [0.0, 2.0, 1.0]);
        assert!(found[3].is_infinite());
    }
}
