use proptest::prelude::*;

use super::super::testing::{
    Chance, GO_ON, STOP, extents, graphs, is_finite, odd, odd_extents, overlap,
};
use super::*;

fn beside(extents: &[Extent]) -> Vec<Frame> {
    extents.iter().map(|extent| extent.beside()).collect()
}

fn groups(nodes: usize, count: usize, seed: u64) -> Vec<u32> {
    let mut chance = Chance(seed);
    (0..nodes).map(|_| chance.below(count)).collect()
}

#[test]
fn odd_graphs_have_finite_places_without_overlaps() {
    for (name, nodes, edges) in odd() {
        let net = Net::new(nodes, &edges);
        let extents = extents(nodes, 3);
        for groups in [
            groups(nodes, 6, 1),
            vec![0; nodes],
            vec![],
            vec![u32::MAX, 2],
            (0..nodes).map(index).collect(),
        ] {
            let columns = columns(&net, &groups, &extents, &GO_ON);
            assert_eq!(columns.positions.len(), nodes);
            assert_eq!(columns.lefts.len(), columns.tops.len());
            assert!(is_finite(&columns.positions), "{name}");
            assert_eq!(
                overlap(&columns.positions, &beside(&extents)),
                None,
                "{name}"
            );
        }
    }
}

#[test]
fn columns_are_in_order_and_begin_on_one_line() {
    let groups = groups(80, 5, 4);
    let columns = columns(
        &Net::new(80, &[(1, 2), (4, 5)]),
        &groups,
        &extents(80, 1),
        &GO_ON,
    );
    assert_eq!(columns.lefts.len(), 5);
    assert!(columns.lefts.windows(2).all(|pair| pair[0] < pair[1]));
    for group in 0..5_u32 {
        let own = (0..80).filter(|&node| groups[node] == group);
        let own: Vec<[f64; 2]> = own.map(|node| columns.positions[node]).collect();
        let top = own.iter().map(|at| at[1]).fold(f64::MAX, f64::min);
        assert!((top - columns.tops[group as usize]).abs() < 1e-9);
        assert!((top - columns.tops[0]).abs() < 1e-9);
        let left = own.iter().map(|at| at[0]).fold(f64::MAX, f64::min);
        assert!((left - columns.lefts[group as usize]).abs() < 1e-9);
    }
}

#[test]
fn a_matching_that_is_mixed_up_becomes_level() {
    let edges: Vec<(u32, u32)> = (0..16).map(|n| (n, 16 + n * 7 % 16)).collect();
    let groups: Vec<u32> = (0..32).map(|n| n / 16).collect();
    let columns = columns(&Net::new(32, &edges), &groups, &[], &GO_ON);
    for (a, b) in edges {
        let down = columns.positions[a as usize][1] - columns.positions[b as usize][1];
        assert!(down.abs() < 1e-9);
    }
}

#[test]
fn an_empty_group_keeps_its_number() {
    let columns = columns(&Net::new(2, &[(0, 1)]), &[0, 2], &[], &GO_ON);
    assert_eq!(columns.lefts.len(), 3);
    assert!((columns.positions[1][0] - columns.lefts[2]).abs() < 1e-9);
}

#[test]
fn one_column_of_many_is_broken() {
    let extents = extents(500, 6);
    let columns = columns(&Net::new(500, &[]), &[0; 500], &extents, &GO_ON);
    let all = super::super::extent::bounds(&columns.positions, &beside(&extents));
    let aspect = (all[2] - all[0]) / (all[3] - all[1]);
    assert!((1.3..3.0).contains(&aspect), "{aspect}");
}

#[test]
fn extents_that_cannot_be_do_no_harm() {
    for (name, nodes, edges) in odd() {
        let net = Net::new(nodes, &edges);
        let extents = odd_extents(nodes);
        let laid = columns(&net, &groups(nodes, 4, 1), &extents, &GO_ON);
        assert!(is_finite(&laid.positions), "{name}");
        let frames = beside(&sound(&extents, nodes));
        assert_eq!(overlap(&laid.positions, &frames), None, "{name}");
    }
}

#[test]
fn cancelled_places_are_finite() {
    let net = Net::new(400, &super::super::testing::tree(400, 2));
    let columns = columns(&net, &groups(400, 6, 1), &extents(400, 1), &STOP);
    assert!(is_finite(&columns.positions));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn no_boxes_overlap((nodes, edges, seed) in graphs(), count in 1_usize..12) {
        let net = Net::new(nodes, &edges);
        let extents = extents(nodes, seed);
        let groups = groups(nodes, count, seed);
        let first = columns(&net, &groups, &extents, &GO_ON);
        prop_assert!(is_finite(&first.positions));
        prop_assert_eq!(overlap(&first.positions, &beside(&extents)), None);
        prop_assert_eq!(first, columns(&net, &groups, &extents, &GO_ON));
    }
}
