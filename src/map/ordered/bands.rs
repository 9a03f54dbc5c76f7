//! Columns in bands below each other, where one row of them would be too wide and too low.

use super::columns::Columns;
use super::extent::{Extent, Frame, centre, joined, moved, real};

/// How much wider than high the whole should be.
const ASPECT: f64 = 2.5;
/// Bands at most.
const MOST: usize = 6;
/// Free room above a band for the headings of its columns, in points.
const ABOVE: f64 = 58.0;
/// Free room between columns, in points.
const BETWEEN: f64 = 60.0;

/// Puts the columns of `laid` into as many bands as bring the whole nearest to an aspect of 5 to 2. `groups`
/// says which column each node is in. Columns keep their order and what is in them.
pub(super) fn banded(laid: &mut Columns, groups: &[u32], extents: &[Extent]) {
    let boxes: Vec<Frame> = extents.iter().map(|extent| extent.beside()).collect();
    let columns = laid.lefts.len();
    let mut frames: Vec<Option<Frame>> = vec![None; columns];
    for ((at, frame), &group) in laid.positions.iter().zip(&boxes).zip(groups) {
        let Some(held) = frames.get_mut(group as usize) else {
            return;
        };
        let own = moved(*frame, *at);
        *held = Some(held.map_or(own, |held| joined(held, own)));
    }
    let sizes: Vec<[f64; 2]> = frames
        .iter()
        .map(|frame| frame.map_or([0.0; 2], |f| [f[2] - f[0], f[3] - f[1]]))
        .collect();
    let whole: f64 = sizes.iter().map(|size| size[0] + BETWEEN).sum();
    let tries = (1..=MOST.min(columns.max(1))).map(|bands| {
        let corners = corners(&sizes, whole / real(bands) * 1.04);
        (extent_of(&corners, &sizes), corners)
    });
    let best = tries.min_by(|a, b| a.0.total_cmp(&b.0));
    let Some((_, corners)) = best else { return };
    let moves = |column: usize| {
        let frame = frames.get(column).copied().flatten().unwrap_or_default();
        let corner = corners.get(column).copied().unwrap_or_default();
        // The first marks of a band stand level.
        let top = laid.tops.get(column).copied().unwrap_or(frame[1]);
        [corner[0] - frame[0], corner[1] - top]
    };
    let moves: Vec<[f64; 2]> = (0..columns).map(moves).collect();
    for (at, &group) in laid.positions.iter_mut().zip(groups) {
        let by = moves[group as usize];
        *at = [at[0] + by[0], at[1] + by[1]];
    }
    for ((left, top), by) in laid.lefts.iter_mut().zip(&mut laid.tops).zip(&moves) {
        (*left, *top) = (*left + by[0], *top + by[1]);
    }
    let by = centre(&mut laid.positions, &boxes);
    laid.lefts.iter_mut().for_each(|left| *left += by[0]);
    laid.tops.iter_mut().for_each(|top| *top += by[1]);
}

/// The left top corner of each column in bands of at most `width` points.
fn corners(sizes: &[[f64; 2]], width: f64) -> Vec<[f64; 2]> {
    let (mut left, mut top, mut high) = (0.0, 0.0, 0.0_f64);
    let mut corners = Vec::with_capacity(sizes.len());
    for size in sizes {
        if left > 0.0 && left + size[0] > width {
            top += high + ABOVE;
            (left, high) = (0.0, 0.0);
        }
        corners.push([left, top]);
        left += size[0] + BETWEEN;
        high = high.max(size[1]);
    }
    corners
}

/// How large the whole is that fits the aspect.
fn extent_of(corners: &[[f64; 2]], sizes: &[[f64; 2]]) -> f64 {
    let ends = corners.iter().zip(sizes);
    let [wide, high] = ends.fold([0.0_f64; 2], |all, (at, size)| {
        [all[0].max(at[0] + size[0]), all[1].max(at[1] + size[1])]
    });
    (wide / ASPECT).max(high)
}

#[cfg(test)]
mod tests {
    use super::super::extent::bounds;
    use super::*;

    fn row(columns: usize, rows: usize) -> (Columns, Vec<u32>, Vec<Extent>) {
        let nodes = columns * rows;
        let group = |node: usize| node / rows;
        let place = |node: usize| [real(group(node)) * 200.0, real(node % rows) * 24.0];
        let laid = Columns {
            positions: (0..nodes).map(place).collect(),
            lefts: (0..columns).map(|column| real(column) * 200.0).collect(),
            tops: vec![0.0; columns],
        };
        let extent = Extent {
            mark: 8.0,
            label: 90.0,
        };
        let groups = (0..nodes).map(|node| crate::map::layout::index(group(node)));
        (laid, groups.collect(), vec![extent; nodes])
    }

    fn aspect(laid: &Columns, extents: &[Extent]) -> f64 {
        let boxes: Vec<Frame> = extents.iter().map(|extent| extent.beside()).collect();
        let all = bounds(&laid.positions, &boxes);
        (all[2] - all[0]) / (all[3] - all[1])
    }

    #[test]
    fn a_long_low_row_becomes_bands_in_the_same_order() {
        let (mut laid, groups, extents) = row(13, 3);
        assert!(aspect(&laid, &extents) > 20.0);
        banded(&mut laid, &groups, &extents);
        let aspect = aspect(&laid, &extents);
        assert!((1.2..4.5).contains(&aspect), "{aspect}");
        // One column after the other, in reading order, each right under its heading.
        for pair in (0..13).collect::<Vec<_>>().windows(2) {
            let [a, b] = [pair[0], pair[1]];
            let below = laid.tops[b] > laid.tops[a] + 1.0;
            assert!(below || laid.lefts[b] > laid.lefts[a]);
        }
        for (node, &group) in groups.iter().enumerate() {
            assert!((laid.positions[node][0] - laid.lefts[group as usize]).abs() < 1e-6);
            assert!(laid.positions[node][1] >= laid.tops[group as usize] - 1e-6);
        }
    }

    #[test]
    fn tall_columns_stay_in_one_row() {
        let (mut laid, groups, extents) = row(6, 24);
        let before = laid.tops.clone();
        banded(&mut laid, &groups, &extents);
        let down = laid.tops[0] - before[0];
        assert!(laid.tops.iter().all(|top| (top - down).abs() < 1e-6));
    }

    #[test]
    fn nothing_has_no_bands() {
        let mut laid = Columns::default();
        banded(&mut laid, &[], &[]);
        assert_eq!(laid, Columns::default());
    }
}
