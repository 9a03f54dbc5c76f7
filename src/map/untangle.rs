//! Fewer crossings on small maps: actors whose relations cross others are put where they cross fewer.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::separate::Block;

/// Directions that are tried round a neighbour.
const AROUND: usize = 16;
/// Distances that are tried, in units.
const AWAY: [f64; 4] = [0.6, 0.9, 1.3, 1.8];
/// Rounds through all actors at most.
const ROUNDS: usize = 12;

/// The pairs of nodes that relations join, each once and none with itself.
pub(super) fn pairs(edges: impl Iterator<Item = (usize, usize)>) -> Vec<(usize, usize)> {
    let ordered = edges.filter(|(a, b)| a != b);
    let ordered: BTreeSet<(usize, usize)> = ordered.map(|(a, b)| (a.min(b), a.max(b))).collect();
    ordered.into_iter().collect()
}

/// How many pairs of `edges` cross that share no node, all drawn straight.
pub(super) fn crossings(positions: &[[f64; 2]], edges: &[(usize, usize)]) -> usize {
    let later = |n: usize| edges.get(n + 1..).unwrap_or_default();
    let edges = edges.iter().enumerate();
    edges
        .map(|(n, &edge)| crossed(positions, edge, later(n)))
        .sum()
}

/// How many of `others` an edge crosses.
fn crossed(positions: &[[f64; 2]], (a, b): (usize, usize), others: &[(usize, usize)]) -> usize {
    let at = |node: usize| positions[node];
    let others = others.iter();
    others
        .filter(|&&(c, d)| a != c && a != d && b != c && b != d)
        .filter(|&&(c, d)| cross([at(a), at(b)], [at(c), at(d)]))
        .count()
}

/// Whether two segments cross.
fn cross([a, b]: [[f64; 2]; 2], [c, d]: [[f64; 2]; 2]) -> bool {
    // Twice the area of a triangle, signed: on which side of a line a point lies.
    let side = |p: [f64; 2], q: [f64; 2], r: [f64; 2]| {
        (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    };
    (side(a, b, c) > 0.0) != (side(a, b, d) > 0.0) && (side(c, d, a) > 0.0) != (side(c, d, b) > 0.0)
}

/// What a map may change while it is untangled.
pub(super) struct Tangle<'a> {
    /// The pairs of nodes that are joined.
    pub edges: &'a [(usize, usize)],
    /// What each node takes, with its label.
    pub blocks: &'a [Block],
    /// Width and height about the origin that all stay in.
    pub room: [f64; 2],
    /// Points between two actors who are tied.
    pub unit: f64,
}

impl Tangle<'_> {
    /// Moves single nodes, as long as that makes fewer crossings and no two blocks overlap.
    pub(super) fn untangle(&self, positions: &mut [[f64; 2]]) {
        let mut own: Vec<Vec<(usize, usize)>> = vec![Vec::new(); positions.len()];
        for &edge in self.edges {
            own[edge.0].push(edge);
            own[edge.1].push(edge);
        }
        for _ in 0..ROUNDS {
            let tangled = |node: usize, positions: &[[f64; 2]]| -> usize {
                let edges = own[node].iter();
                edges
                    .map(|&edge| crossed(positions, edge, self.edges))
                    .sum()
            };
            let mut order: Vec<(Reverse<usize>, usize)> = (0..positions.len())
                .filter(|&node| !self.blocks[node].fixed)
                .map(|node| (Reverse(tangled(node, positions)), node))
                .filter(|(count, _)| count.0 > 0)
                .collect();
            order.sort_unstable();
            let mut moved = false;
            for (_, node) in order {
                let before = positions[node];
                let now = tangled(node, positions);
                let mut best: Option<(usize, f64, [f64; 2])> = None;
                for at in self.places(node, &own[node], positions) {
                    if !self.is_free(node, at, positions) {
                        continue;
                    }
                    positions[node] = at;
                    let count = tangled(node, positions);
                    let far = (at[0] - before[0]).abs() + (at[1] - before[1]).abs();
                    let better = best.is_none_or(|(least, near, _)| {
                        count < least || (count == least && far < near)
                    });
                    if count < now && better {
                        best = Some((count, far, at));
                    }
                }
                positions[node] = best.map_or(before, |(_, _, at)| at);
                moved |= best.is_some();
            }
            if !moved {
                break;
            }
        }
    }

    /// Where a node might lie: round each of those it is joined to, and between them.
    fn places(&self, node: usize, own: &[(usize, usize)], positions: &[[f64; 2]]) -> Vec<[f64; 2]> {
        let others: Vec<[f64; 2]> = own
            .iter()
            .map(|&(a, b)| positions[if a == node { b } else { a }])
            .collect();
        let mut places = Vec::new();
        #[expect(clippy::cast_precision_loss, reason = "a few neighbours")]
        let count = others.len().max(1) as f64;
        let middle = others.iter().fold([0.0, 0.0], |sum, at| {
            [sum[0] + at[0] / count, sum[1] + at[1] / count]
        });
        for around in others.iter().chain([&middle]) {
            for away in AWAY {
                for direction in directions() {
                    places.push([
                        around[0] + direction[0] * away * self.unit,
                        around[1] + direction[1] * away * self.unit,
                    ]);
                }
            }
        }
        places
    }

    /// Whether the block of `node` at `at` lies in the room, and on no other.
    fn is_free(&self, node: usize, at: [f64; 2], positions: &[[f64; 2]]) -> bool {
        let own = &self.blocks[node];
        let y = at[1] + own.down;
        let inside = at[0].abs() + own.half_width <= self.room[0] / 2.0
            && y.abs() + own.half_height <= self.room[1] / 2.0;
        let blocks = positions.iter().zip(self.blocks).enumerate();
        inside
            && blocks
                .filter(|(other, _)| *other != node)
                .all(|(_, (place, other))| {
                    (place[0] - at[0]).abs() >= own.half_width + other.half_width
                        || (place[1] + other.down - y).abs() >= own.half_height + other.half_height
                })
    }
}

/// Directions all round, evenly, without a sine, which machines round differently.
fn directions() -> [[f64; 2]; AROUND] {
    std::array::from_fn(|n| {
        // Round a square, and then onto the circle.
        #[expect(clippy::cast_precision_loss, reason = "a few directions")]
        let along = n as f64 / AROUND as f64 * 8.0;
        let [x, y] = match along {
            t if t < 2.0 => [1.0, t - 1.0],
            t if t < 4.0 => [3.0 - t, 1.0],
            t if t < 6.0 => [-1.0, 5.0 - t],
            t => [t - 7.0, -1.0],
        };
        let length = (x * x + y * y).sqrt();
        [x / length, y / length]
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn block() -> Block {
        Block {
            half_width: 20.0,
            half_height: 12.0,
            down: 6.0,
            fixed: false,
        }
    }

    #[test]
    fn a_square_drawn_as_a_bow_tie_is_untied() {
        let mut positions = [[0.0, 0.0], [200.0, 0.0], [0.0, 150.0], [200.0, 150.0]];
        let edges = pairs([(0, 1), (1, 2), (2, 3), (3, 0), (0, 1), (2, 2)].into_iter());
        assert_eq!(edges.len(), 4);
        assert_eq!(crossings(&positions, &edges), 1);
        let blocks = [block(); 4];
        let tangle = Tangle {
            edges: &edges,
            blocks: &blocks,
            room: [900.0, 700.0],
            unit: 110.0,
        };
        tangle.untangle(&mut positions);
        assert_eq!(crossings(&positions, &edges), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn it_never_gets_worse_and_what_is_fixed_stays(
            places in prop::collection::vec((-380.0..380.0_f64, -280.0..280.0_f64), 4..18),
            ends in prop::collection::vec((0..18_usize, 0..18_usize), 1..24),
        ) {
            let mut positions: Vec<[f64; 2]> = places.iter().map(|at| [at.0, at.1]).collect();
            let count = positions.len();
            let edges = pairs(ends.into_iter().map(|(a, b)| (a % count, b % count)));
            let mut blocks = vec![block(); count];
            blocks[0].fixed = true;
            let (before, first) = (crossings(&positions, &edges), positions[0]);
            let tangle = Tangle { edges: &edges, blocks: &blocks, room: [900.0, 700.0], unit: 110.0 };
            tangle.untangle(&mut positions);
            prop_assert!(crossings(&positions, &edges) <= before);
            prop_assert_eq!(positions[0].map(f64::to_bits), first.map(f64::to_bits));
        }
    }
}
