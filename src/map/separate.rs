//! Boxes moved apart until none overlaps: pairs are pushed along the axis on which they overlap
//! least, in sweeps, with a grid to find them.

use std::collections::BTreeMap;

/// A node with its label, as an upright box whose middle lies `down` points under the node's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Block {
    pub(super) half_width: f64,
    pub(super) half_height: f64,
    pub(super) down: f64,
    pub(super) fixed: bool,
}

/// Sweeps before the room is made larger.
const SWEEPS: usize = 120;

/// Moves `positions` apart within `width` by `height` points about the origin, so that no two
/// blocks overlap; the room grows where they do not fit.
pub(super) fn separate(positions: &mut [[f64; 2]], blocks: &[Block], width: f64, height: f64) {
    let (mut width, mut height) = (width, height);
    for _ in 0..24 {
        for _ in 0..SWEEPS {
            let moved = sweep(positions, blocks);
            hold(positions, blocks, width, height);
            if moved < 0.25 {
                return;
            }
        }
        width *= 1.06;
        height *= 1.06;
        for (position, block) in positions.iter_mut().zip(blocks) {
            if !block.fixed {
                position[0] *= 1.06;
                position[1] *= 1.06;
            }
        }
    }
    // What still overlaps is pushed apart without walls.
    for _ in 0..SWEEPS * 4 {
        if sweep(positions, blocks) < 0.25 {
            return;
        }
    }
}

/// Pushes every overlapping pair apart once; returns the farthest push.
fn sweep(positions: &mut [[f64; 2]], blocks: &[Block]) -> f64 {
    let cell = blocks
        .iter()
        .map(|b| b.half_width.max(b.half_height) * 2.0)
        .fold(1.0, f64::max);
    let mut grid: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "positions are of screen size"
    )]
    let key = |position: [f64; 2]| {
        (
            (position[0] / cell).floor() as i64,
            (position[1] / cell).floor() as i64,
        )
    };
    for (i, position) in positions.iter().enumerate() {
        grid.entry(key(*position)).or_default().push(i);
    }
    let mut farthest = 0.0_f64;
    for i in 0..positions.len() {
        let (cx, cy) = key(positions[i]);
        for x in cx - 1..=cx + 1 {
            for y in cy - 1..=cy + 1 {
                for &j in grid.get(&(x, y)).map_or(&[][..], Vec::as_slice) {
                    if j > i {
                        farthest = farthest.max(push(positions, blocks, i, j));
                    }
                }
            }
        }
    }
    farthest
}

fn push(positions: &mut [[f64; 2]], blocks: &[Block], i: usize, j: usize) -> f64 {
    let (a, b) = (blocks[i], blocks[j]);
    let dx = positions[j][0] - positions[i][0];
    let dy = positions[j][1] + b.down - positions[i][1] - a.down;
    let over_x = a.half_width + b.half_width - dx.abs();
    let over_y = a.half_height + b.half_height - dy.abs();
    if over_x <= 0.0 || over_y <= 0.0 || (a.fixed && b.fixed) {
        return 0.0;
    }
    let axis = usize::from(over_y < over_x);
    let (over, offset) = if axis == 0 {
        (over_x, dx)
    } else {
        (over_y, dy)
    };
    let sign = if offset < 0.0 { -1.0 } else { 1.0 };
    // A little more than needed, so that sweeps end.
    let step = (over + 0.2) * sign;
    let share = match (a.fixed, b.fixed) {
        (true, _) => 0.0,
        (_, true) => 1.0,
        _ => 0.5,
    };
    positions[i][axis] -= step * share;
    positions[j][axis] += step * (1.0 - share);
    over
}

/// Keeps every block within the room.
fn hold(positions: &mut [[f64; 2]], blocks: &[Block], width: f64, height: f64) {
    for (position, block) in positions.iter_mut().zip(blocks) {
        if block.fixed {
            continue;
        }
        let (x, y) = (
            (width / 2.0 - block.half_width).max(0.0),
            (height / 2.0 - block.half_height).max(0.0),
        );
        position[0] = position[0].clamp(-x, x);
        position[1] = (position[1] + block.down).clamp(-y, y) - block.down;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn overlaps(positions: &[[f64; 2]], blocks: &[Block]) -> usize {
        let mut count = 0;
        for i in 0..blocks.len() {
            for j in i + 1..blocks.len() {
                let (a, b) = (blocks[i], blocks[j]);
                let dx = (positions[j][0] - positions[i][0]).abs();
                let dy = (positions[j][1] + b.down - positions[i][1] - a.down).abs();
                let apart = dx >= a.half_width + b.half_width - 0.5
                    || dy >= a.half_height + b.half_height - 0.5;
                count += usize::from(!apart);
            }
        }
        count
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn no_two_blocks_overlap_and_fixed_ones_stay(
            places in prop::collection::vec((-300.0..300.0_f64, -150.0..150.0_f64, 20.0..70.0_f64), 2..60)
        ) {
            let mut positions: Vec<[f64; 2]> = places.iter().map(|p| [p.0, p.1]).collect();
            let blocks: Vec<Block> = places.iter().enumerate()
                .map(|(n, p)| Block { half_width: p.2, half_height: 18.0, down: 8.0, fixed: n == 0 })
                .collect();
            let first = positions[0];
            separate(&mut positions, &blocks, 900.0, 450.0);
            prop_assert_eq!(overlaps(&positions, &blocks), 0);
            prop_assert_eq!(positions[0].map(f64::to_bits), first.map(f64::to_bits));
        }
    }
}
