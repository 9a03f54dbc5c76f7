//! What the tests of all layouts need.

use std::sync::atomic::AtomicBool;

use proptest::prelude::*;

use super::extent::{Extent, Frame, moved};

/// Never set.
pub(crate) static GO_ON: AtomicBool = AtomicBool::new(false);
/// Set from the beginning.
pub(crate) static STOP: AtomicBool = AtomicBool::new(true);

/// A row of numbers that look like chance.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// A number below `below`.
    pub(crate) fn below(&mut self, below: usize) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695);
        u32::try_from((self.0 >> 33) % below.max(1) as u64).unwrap_or(0)
    }
}

/// Extents of as many nodes, different from each other.
pub(crate) fn extents(nodes: usize, seed: u64) -> Vec<Extent> {
    let mut chance = Chance(seed);
    (0..nodes)
        .map(|_| Extent {
            mark: 3.0 + f64::from(chance.below(10)),
            label: f64::from(chance.below(5).min(1) * (20 + chance.below(130))),
        })
        .collect()
}

/// Extents among which are very large ones, empty ones and such as cannot be.
pub(crate) fn odd_extents(nodes: usize) -> Vec<Extent> {
    let mut all = extents(nodes, 2);
    let odd = [0.0, f64::NAN, -5.0, 900.0, f64::INFINITY, 1.0, 2500.0];
    for (n, extent) in all.iter_mut().enumerate().filter(|(n, _)| n % 5 == 0) {
        extent.mark = odd[n % 4];
        extent.label = odd[n % 7];
    }
    all
}

/// A tree of as many nodes, each arc from the parent.
pub(crate) fn tree(nodes: usize, seed: u64) -> Vec<(u32, u32)> {
    let mut chance = Chance(seed);
    (1..nodes)
        .map(|node| (chance.below(node), u32::try_from(node).unwrap_or(0)))
        .collect()
}

/// Graphs of up to 600 nodes as numbers of nodes and arcs, some of them strays and loops.
pub(crate) fn graphs() -> impl Strategy<Value = (usize, Vec<(u32, u32)>, u64)> {
    (0_usize..600, 0_usize..4, any::<u64>(), 0_u8..3).prop_map(|(most, density, seed, kind)| {
        let nodes = if kind == 0 { most % 30 } else { most };
        let mut chance = Chance(seed);
        let arcs = (0..nodes * density / 2 + density)
            .map(|_| {
                // Some nodes have many more neighbours than others.
                let to = if kind == 2 {
                    chance.below(nodes / 7 + 1)
                } else {
                    chance.below(nodes + 1)
                };
                (chance.below(nodes + 2), to)
            })
            .collect();
        (nodes, arcs, seed)
    })
}

/// A name, how many nodes there are, and the arcs.
type Odd = (&'static str, usize, Vec<(u32, u32)>);

/// Graphs with a name that are hard in one way or another.
pub(crate) fn odd() -> Vec<Odd> {
    let ring = |n: u32| {
        (0..n)
            .map(|node| (node, (node + 1) % n))
            .collect::<Vec<_>>()
    };
    vec![
        ("nothing", 0, vec![]),
        ("one", 1, vec![]),
        ("one with a loop", 1, vec![(0, 0)]),
        ("no edges", 90, vec![]),
        ("strays", 3, vec![(0, 7), (9, 1), (u32::MAX, 0)]),
        ("two both ways", 2, vec![(0, 1), (1, 0), (0, 1)]),
        ("star out", 301, (1..=300).map(|n| (0, n)).collect()),
        ("star in", 301, (1..=300).map(|n| (n, 0)).collect()),
        ("path", 200, (1..200).map(|n| (n - 1, n)).collect()),
        ("ring", 120, ring(120)),
        ("pairs", 200, (0..100).map(|n| (2 * n, 2 * n + 1)).collect()),
        (
            "all",
            24,
            (0..24).flat_map(|a| (0..24).map(move |b| (a, b))).collect(),
        ),
        ("tree", 600, tree(600, 5)),
    ]
}

/// The first two nodes whose boxes overlap by more than a hair, if any.
pub(crate) fn overlap(places: &[[f64; 2]], frames: &[Frame]) -> Option<(usize, usize)> {
    let boxes: Vec<Frame> = places
        .iter()
        .zip(frames)
        .map(|(at, f)| moved(*f, *at))
        .collect();
    for (n, a) in boxes.iter().enumerate() {
        for (m, b) in boxes.iter().enumerate().skip(n + 1) {
            let over = |axis: usize| a[axis + 2].min(b[axis + 2]) - a[axis].max(b[axis]);
            if over(0) > 1e-6 && over(1) > 1e-6 {
                return Some((n, m));
            }
        }
    }
    None
}

/// How many pairs of straight lines between nodes cross, those with a common end left out.
pub(crate) fn crossings(places: &[[f64; 2]], edges: &[(u32, u32)]) -> usize {
    let side = |p: [f64; 2], q: [f64; 2], r: [f64; 2]| {
        (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    };
    let at = |node: u32| places[node as usize];
    let mut count = 0;
    for (n, &(a, b)) in edges.iter().enumerate() {
        for &(c, d) in &edges[n + 1..] {
            if a == c || a == d || b == c || b == d {
                continue;
            }
            let first = side(at(a), at(b), at(c)) * side(at(a), at(b), at(d));
            let second = side(at(c), at(d), at(a)) * side(at(c), at(d), at(b));
            count += usize::from(first < -1e-6 && second < -1e-6);
        }
    }
    count
}

/// Whether all places are finite.
pub(crate) fn is_finite(places: &[[f64; 2]]) -> bool {
    places.iter().flatten().all(|place| place.is_finite())
}
