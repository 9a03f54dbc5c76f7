use proptest::prelude::*;

use super::super::testing::{
    Chance, GO_ON, STOP, crossings, extents, graphs, is_finite, odd, odd_extents, overlap, tree,
};
use super::*;

fn beside(extents: &[Extent]) -> Vec<Frame> {
    extents.iter().map(|extent| extent.beside()).collect()
}

#[test]
fn odd_graphs_have_finite_places_without_overlaps() {
    for (name, nodes, arcs) in odd() {
        let extents = extents(nodes, 3);
        let layers = layers(nodes, &arcs, &extents, &GO_ON);
        assert_eq!((layers.positions.len(), layers.ranks.len()), (nodes, nodes));
        assert!(is_finite(&layers.positions), "{name}");
        assert_eq!(
            overlap(&layers.positions, &beside(&extents)),
            None,
            "{name}"
        );
    }
}

#[test]
fn arcs_without_cycles_lead_to_the_right() {
    for seed in 0..60 {
        let mut chance = Chance(seed);
        let nodes = 5 + chance.below(300) as usize;
        let arcs: Vec<(u32, u32)> = (0..nodes * 3 / 2)
            .map(|_| (chance.below(nodes), chance.below(nodes)))
            .map(|(a, b)| (a.min(b), a.max(b)))
            .collect();
        let layers = layers(nodes, &arcs, &extents(nodes, seed), &GO_ON);
        for &(from, to) in arcs.iter().filter(|(a, b)| a != b) {
            let (from, to) = (from as usize, to as usize);
            assert!(layers.ranks[from] < layers.ranks[to]);
            assert!(layers.positions[from][0] < layers.positions[to][0]);
        }
    }
}

#[test]
fn trees_have_no_crossings() {
    for seed in 0..200 {
        let arcs = tree(40, seed);
        let layers = layers(40, &arcs, &extents(40, seed), &GO_ON);
        assert_eq!(crossings(&layers.positions, &arcs), 0, "{seed}");
    }
}

#[test]
fn a_cycle_has_one_arc_back() {
    let arcs: Vec<(u32, u32)> = (0..9).map(|n| (n, (n + 1) % 9)).collect();
    let layers = layers(9, &arcs, &[], &GO_ON);
    let back = arcs
        .iter()
        .filter(|&&(a, b)| layers.ranks[a as usize] > layers.ranks[b as usize]);
    assert_eq!(back.count(), 1);
}

#[test]
fn a_rank_of_many_has_several_columns() {
    let arcs: Vec<(u32, u32)> = (1..=300).map(|n| (0, n)).collect();
    let extents = extents(301, 6);
    let layers = layers(301, &arcs, &extents, &GO_ON);
    let all = bounds(&layers.positions, &beside(&extents));
    let aspect = (all[2] - all[0]) / (all[3] - all[1]);
    assert!((1.2..3.2).contains(&aspect), "{aspect}");
    assert!(layers.ranks[1..].iter().all(|&rank| rank == 1));
}

#[test]
fn nodes_without_arcs_are_below_in_order() {
    let layers = layers(30, &[(3, 8), (8, 9)], &extents(30, 6), &GO_ON);
    let lowest = [3, 8, 9]
        .map(|n: usize| layers.positions[n][1])
        .into_iter()
        .fold(f64::MIN, f64::max);
    let single: Vec<usize> = (0..30).filter(|n| ![3, 8, 9].contains(n)).collect();
    for pair in single.windows(2) {
        let (a, b) = (layers.positions[pair[0]], layers.positions[pair[1]]);
        assert!(a[1] > lowest && (b[1] > a[1] || b[0] > a[0]));
    }
}

#[test]
fn extents_that_cannot_be_do_no_harm() {
    for (name, nodes, edges) in odd() {
        let extents = odd_extents(nodes);
        let laid = layers(nodes, &edges, &extents, &GO_ON);
        assert!(is_finite(&laid.positions), "{name}");
        let frames = beside(&sound(&extents, nodes));
        assert_eq!(overlap(&laid.positions, &frames), None, "{name}");
    }
}

#[test]
fn cancelled_places_are_finite() {
    let layers = layers(400, &tree(400, 2), &extents(400, 1), &STOP);
    assert!(is_finite(&layers.positions));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn no_boxes_overlap((nodes, arcs, seed) in graphs()) {
        let extents = extents(nodes, seed);
        let first = layers(nodes, &arcs, &extents, &GO_ON);
        prop_assert!(is_finite(&first.positions));
        prop_assert_eq!(overlap(&first.positions, &beside(&extents)), None);
        for &(a, b) in arcs.iter().filter(|(a, b)| a != b && (*a.max(b) as usize) < nodes) {
            prop_assert_ne!(first.ranks[a as usize], first.ranks[b as usize]);
        }
        prop_assert_eq!(first, layers(nodes, &arcs, &extents, &GO_ON));
    }
}
