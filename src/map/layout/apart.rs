//! Nodes that would lie on each other, parted.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::super::stress::Random;
use super::draft::Hold;
use super::net::{Net, index};

/// The most that two nodes are parted, in units of an edge's length.
const MOST: f32 = 0.1;
/// How often all are parted.
const ROUNDS: usize = 2;
/// Nodes of a cell that one of them minds at most: many may lie on one point.
const MINDED: usize = 8;
/// Nodes that a thread parts in one go.
const CHUNK: usize = 2048;

/// Moves each node a little, by lot, and those with the very same neighbours, which no distance tells
/// apart, to anywhere about these: as far as an edge is long.
pub(super) fn shaken(places: &mut [[f32; 2]], net: &Net, random: &mut Random) {
    let mut order: Vec<u32> = (0..index(places.len())).collect();
    // Twins come one after the other.
    order.sort_unstable_by_key(|&node| (net.neighbours(node), node));
    let mut by = |size: f32| {
        #[expect(clippy::cast_possible_truncation, reason = "a little")]
        let by = [random.unit(), random.unit()].map(|by| (by as f32 - 0.5) * size);
        by
    };
    let mut before: &[u32] = &[];
    for node in order {
        let (others, at) = (net.neighbours(node), node as usize);
        let (middle, by) = if others == before && !others.is_empty() {
            (mean(places, others), by(2.0))
        } else {
            (places[at], by(0.5))
        };
        places[at] = [middle[0] + by[0], middle[1] + by[1]];
        before = others;
    }
}

/// The middle of some nodes.
pub(super) fn mean(places: &[[f32; 2]], nodes: &[u32]) -> [f32; 2] {
    #[expect(clippy::cast_precision_loss, reason = "a count of neighbours")]
    let share = 1.0 / nodes.len().max(1) as f32;
    nodes.iter().fold([0.0; 2], |sum, &node| {
        let at = places[node as usize];
        [sum[0] + at[0] * share, sum[1] + at[1] * share]
    })
}

/// Parts nodes that lie closer to each other than `share` of the side of the square that each has to
/// itself on the whole; of very many on one spot each goes its own way. What is held fast stays.
pub(super) fn part(
    places: &mut [[f32; 2]],
    held: Option<&Hold>,
    share: f32,
    random: &mut Random,
    cancel: &AtomicBool,
) {
    if places.len() < 2 {
        return;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a direction")]
    let ways: Vec<[f32; 2]> = places
        .iter()
        .map(|_| [random.unit(), random.unit()].map(|by| by as f32 - 0.5))
        .collect();
    for _ in 0..ROUNDS {
        if cancel.load(Ordering::Relaxed) {
            return;
        }
        let cells = Cells::new(places, share);
        let old: &[[f32; 2]] = places;
        let moved: Vec<[f32; 2]> = (0..old.len())
            .into_par_iter()
            .with_min_len(CHUNK)
            .map(|node| match held {
                Some(held) if held.is_fast(node) => old[node],
                _ => cells.parted(old, node, ways[node]),
            })
            .collect();
        places.copy_from_slice(&moved);
    }
}

/// Nodes by the square of the plane that they lie in.
struct Cells {
    /// Closer than this no two nodes are to be.
    gap: f32,
    corner: [f32; 2],
    /// Squares for each unit of length.
    scale: f32,
    across: usize,
    down: usize,
    /// Where the nodes of each square begin, which come row by row; one more than there are squares.
    begins: Vec<u32>,
    nodes: Vec<u32>,
    /// The place of each node among all that have been put into squares.
    rank: Vec<u32>,
}

impl Cells {
    #[expect(clippy::cast_precision_loss, reason = "a count of nodes or squares")]
    fn new(places: &[[f32; 2]], share: f32) -> Self {
        let (mut low, mut high) = ([f32::MAX; 2], [f32::MIN; 2]);
        for at in places {
            for axis in 0..2 {
                low[axis] = low[axis].min(at[axis]);
                high[axis] = high[axis].max(at[axis]);
            }
        }
        let count = places.len() as f32;
        let (width, height) = (high[0] - low[0], high[1] - low[1]);
        let room = (width * height / count)
            .sqrt()
            .max(width.max(height) / count)
            .max(1e-3);
        let gap = (room * share).min(MOST);
        let scale = 1.0 / room.max(gap);
        let mut cells = Self {
            gap,
            corner: low,
            scale,
            across: 0,
            down: 0,
            begins: Vec::new(),
            nodes: vec![0; places.len()],
            rank: vec![0; places.len()],
        };
        // About as many squares as nodes.
        let [across, down] = [width, height].map(|size| cells.along(size));
        (cells.across, cells.down) = (across + 1, down + 1);
        cells.begins = vec![0; cells.across * cells.down + 1];
        for at in places {
            let square = cells.square(*at);
            cells.begins[square + 1] += 1;
        }
        for square in 1..cells.begins.len() {
            cells.begins[square] += cells.begins[square - 1];
        }
        let mut next = cells.begins.clone();
        for (node, at) in places.iter().enumerate() {
            let rank = &mut next[cells.square(*at)];
            cells.nodes[*rank as usize] = index(node);
            cells.rank[node] = *rank;
            *rank += 1;
        }
        cells
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "cut off at nothing, and below the count of nodes and one"
    )]
    fn along(&self, size: f32) -> usize {
        (size * self.scale) as usize
    }

    fn square(&self, at: [f32; 2]) -> usize {
        let column = self.along(at[0] - self.corner[0]).min(self.across - 1);
        let row = self.along(at[1] - self.corner[1]).min(self.down - 1);
        row * self.across + column
    }

    /// Where `node` lies once those too close have pushed it; `way` is where it goes from a node on the
    /// same spot.
    fn parted(&self, places: &[[f32; 2]], node: usize, way: [f32; 2]) -> [f32; 2] {
        let at = places[node];
        let square = self.square(at);
        let (column, row) = (square % self.across, square / self.across);
        let mut push = [0.0_f32; 2];
        let rank = self.rank[node] as usize;
        for row in row.saturating_sub(1)..=(row + 1).min(self.down - 1) {
            for column in column.saturating_sub(1)..=(column + 1).min(self.across - 1) {
                let square = row * self.across + column;
                let (from, to) = (
                    self.begins[square] as usize,
                    self.begins[square + 1] as usize,
                );
                // Of many, those that come next to it, round and round, so that all are minded alike.
                let count = (to - from).min(MINDED);
                let first = if (from..to).contains(&rank) {
                    rank + 1 - from
                } else {
                    rank
                };
                for n in 0..count {
                    let other = self.nodes[from + (first + n) % (to - from)] as usize;
                    if other == node {
                        continue;
                    }
                    let mut off = [at[0] - places[other][0], at[1] - places[other][1]];
                    let mut length = (off[0] * off[0] + off[1] * off[1]).sqrt();
                    if length >= self.gap {
                        continue;
                    }
                    if length < self.gap * 1e-3 {
                        (off, length) = (way, 0.5);
                    }
                    let by = 0.4 * (self.gap - length).max(self.gap * 0.1) / length;
                    push = [push[0] + off[0] * by, push[1] + off[1] * by];
                }
            }
        }
        let length = (push[0] * push[0] + push[1] * push[1]).sqrt();
        let by = if length > self.gap {
            self.gap / length
        } else {
            1.0
        };
        [at[0] + push[0] * by, at[1] + push[1] * by]
    }
}
