//! Boxes on one circle: how far apart they must be, and where that leaves them.

use super::super::extent::{Frame, real};
use super::super::spread::spread;
use super::turn::{across, direction, way};

/// Free room between boxes on one ring, in points.
const GAP: f64 = 8.0;
/// How much of a circle may be taken.
const FULL: f64 = 0.97;

/// How far apart the middles of two boxes must be, across and down, in points.
fn apart(a: Frame, b: Frame) -> [f64; 2] {
    let half = |frame: Frame, axis: usize| (frame[axis + 2] - frame[axis]) / 2.0;
    [
        half(a, 0) + half(b, 0) + GAP,
        half(a, 1) + half(b, 1) + GAP / 2.0,
    ]
}

/// How long the straight line between two boxes on a circle must be that lie about `turn`.
fn chord(a: Frame, b: Frame, turn: f64) -> f64 {
    let [x, y] = direction(turn);
    let [wide, high] = apart(a, b);
    (wide / y.abs().max(1e-6)).min(high / x.abs().max(1e-6))
}

/// The part of a circle of radius 1 that boxes at `turns` take, in points: the length of the
/// circle that holds them all.
pub(super) fn needed(turns: &[f64], frames: &[Frame]) -> f64 {
    let pairs = turns.iter().zip(frames);
    pairs
        .map(|(&turn, &frame)| chord(frame, frame, turn))
        .sum::<f64>()
}

/// The turns nearest to `turns`, which come in their order round the circle, at which boxes on a
/// circle of `radius` points do not overlap their neighbours; none where the circle is too small.
/// Also how much of the circle is taken, 1 for all of it.
pub(super) fn settled(turns: &[f64], frames: &[Frame], radius: f64) -> (Option<Vec<f64>>, f64) {
    let count = turns.len();
    if count < 2 {
        return (Some(turns.to_vec()), 0.0);
    }
    let mut at = turns.to_vec();
    let mut gaps = vec![0.0_f64; count];
    let mut taken = 0.0;
    for round in 0..6 {
        for place in 0..count {
            let next = (place + 1) % count;
            let step = if next == 0 { 1.0 } else { 0.0 };
            let middle = f64::midpoint(at[place], at[next] + step);
            let gap = across(chord(frames[place], frames[next], middle), radius);
            // From the third round on they only grow, so that this ends.
            gaps[place] = if round < 3 { gap } else { gap.max(gaps[place]) };
        }
        taken = gaps.iter().sum::<f64>();
        if taken > FULL {
            return (None, taken);
        }
        at = closed(turns, &gaps, taken);
    }
    (Some(at), taken)
}

/// As [`spread`], but round the circle: the last keeps its gap to the first, too.
fn closed(turns: &[f64], gaps: &[f64], taken: f64) -> Vec<f64> {
    let (count, last) = (turns.len(), turns.len() - 1);
    let mut at = spread(turns, &[], gaps);
    // Without their gaps they must lie within what is left of the turn.
    let mut offsets = Vec::with_capacity(count);
    let mut offset = 0.0;
    for gap in gaps {
        offsets.push(offset);
        offset += gap;
    }
    let room = (1.0 - taken).max(0.0);
    let (first, end) = (at[0], at[last] - offsets[last]);
    if end - first > room {
        let low = f64::midpoint(first, end) - room / 2.0;
        for (turn, offset) in at.iter_mut().zip(&offsets) {
            *turn = (*turn - offset).clamp(low, low + room) + offset;
        }
    }
    at
}

/// The turns of the nodes of a ring as in a row: `order` is turned on to begin after the widest gap
/// between `planned` turns, in whose order it comes, and each of `turns` is counted on from there.
pub(super) fn unrolled(order: &mut [u32], planned: &[f64], turns: &[f64]) -> Vec<f64> {
    let count = order.len();
    let own = |node: u32| planned[node as usize];
    let mut widest = (0.0, 0);
    for place in 0..count {
        let before = order[(place + count - 1) % count];
        let gap = onward(own(before), own(order[place]));
        if gap > widest.0 + 1e-12 {
            widest = (gap, place);
        }
    }
    order.rotate_left(widest.1);
    let mut last: Option<(u32, f64)> = None;
    let mut at: Vec<f64> = Vec::with_capacity(count);
    for &node in &*order {
        let base = last.map_or(own(node) - own(node).floor(), |(before, base)| {
            base + onward(own(before), own(node))
        });
        at.push(base + way(own(node), turns[node as usize]));
        last = Some((node, base));
    }
    at
}

/// The way on from one turn to another, from 0 up to 1.
fn onward(from: f64, to: f64) -> f64 {
    let way = to - from - (to - from).floor();
    // Equal turns can seem to be a whole one apart.
    if way > 1.0 - 1e-9 { 0.0 } else { way }
}

/// The least radius at which no two boxes at `turns`, in their order, overlap each other.
pub(super) fn least_radius(turns: &[f64], frames: &[Frame], from: f64) -> f64 {
    let count = turns.len();
    let towards: Vec<[f64; 2]> = turns.iter().map(|&turn| direction(turn)).collect();
    let size = |axis: usize| {
        let all = frames.iter().map(|frame| frame[axis + 2] - frame[axis]);
        all.fold(0.0, f64::max) + GAP
    };
    let reach = size(0) + size(1);
    let mut radius = from;
    for place in 0..count {
        for step in 1..=(count / 2) {
            let other = (place + step) % count;
            let (a, b) = (towards[place], towards[other]);
            let (x, y) = ((a[0] - b[0]).abs(), (a[1] - b[1]).abs());
            if radius * (x + y) > reach {
                break;
            }
            let [wide, high] = apart(frames[place], frames[other]);
            let least = (wide / x.max(1e-9)).min(high / y.max(1e-9));
            radius = radius.max(least * 0.999);
        }
    }
    radius
}

/// Into how many circles, `step` points from each other, boxes that take `needed` points of a
/// circle are laid where one would be too large, the innermost not within `least`; and its radius.
pub(super) fn circles(needed: f64, count: usize, least: f64, step: f64) -> (usize, f64) {
    let tau = std::f64::consts::TAU;
    let mut circles = 1_usize;
    loop {
        let own = real(circles);
        let radius = needed * 1.05 / (tau * own) - (own - 1.0) * step / 2.0;
        let is_small = radius <= (3.0 * least).min(least + 700.0);
        let is_thick = (own - 1.0) * step >= radius;
        let will_do = circles >= 3 && radius <= least + 900.0;
        if count <= MANY || is_small || is_thick || will_do || circles >= 200 {
            return (circles, radius.max(least));
        }
        circles += 1;
    }
}

/// Up to so many boxes are never laid on more than one circle.
const MANY: usize = 40;
