use proptest::prelude::*;

use super::super::testing::{
    GO_ON, STOP, crossings, extents, graphs, is_finite, odd, odd_extents, overlap, tree,
};
use super::*;

fn below(extents: &[Extent]) -> Vec<Frame> {
    extents.iter().map(|extent| extent.below()).collect()
}

#[test]
fn odd_graphs_have_finite_places_without_overlaps() {
    for (name, nodes, edges) in odd() {
        let net = Net::new(nodes, &edges);
        let extents = extents(nodes, 3);
        for roots in [
            vec![],
            vec![0],
            vec![5, 900, 5, 1],
            vec![u32::MAX],
            vec![3, 2, 1, 0],
        ] {
            let rings = rings(&net, &roots, &extents, &GO_ON);
            assert_eq!(rings.positions.len(), nodes);
            assert!(is_finite(&rings.positions), "{name}");
            let over = overlap(&rings.positions, &below(&extents));
            assert_eq!(over, None, "{name} {roots:?}");
        }
    }
}

#[test]
fn a_single_root_is_in_the_middle_and_steps_are_radii() {
    let edges = tree(60, 8);
    let net = Net::new(62, &edges);
    let rings = rings(&net, &[0], &extents(62, 1), &GO_ON);
    assert_eq!(
        rings.positions[0].map(f64::to_bits),
        rings.centre.map(f64::to_bits)
    );
    assert!(rings.radii[0].abs() < 1e-12);
    assert!(
        rings
            .radii
            .windows(2)
            .all(|pair| pair[1] >= pair[0] + 90.0 - 1e-9)
    );
    let mut steps = vec![0_usize; 60];
    for &(parent, node) in &edges {
        steps[node as usize] = steps[parent as usize] + 1;
    }
    for (node, steps) in steps.iter().enumerate() {
        let [x, y] = rings.positions[node];
        let (x, y) = (x - rings.centre[0], y - rings.centre[1]);
        assert!(((x * x + y * y).sqrt() - rings.radii[*steps]).abs() < 1e-6);
    }
    // What is not reached is below all.
    let lowest = rings.positions[..60]
        .iter()
        .map(|at| at[1])
        .fold(f64::MIN, f64::max);
    assert!(rings.positions[60][1] > lowest && rings.positions[61][1] > lowest);
}

#[test]
fn small_trees_have_no_crossings() {
    for seed in 0..400 {
        let nodes = 3 + usize::try_from(seed % 38).unwrap_or(0);
        let edges = tree(nodes, seed);
        let net = Net::new(nodes, &edges);
        let root = u32::try_from(seed % 3).unwrap_or(0);
        let rings = rings(&net, &[root], &extents(nodes, seed), &GO_ON);
        assert_eq!(
            crossings(&rings.positions, &edges),
            0,
            "{seed} {:?} {edges:?}",
            rings.positions
        );
    }
}

#[test]
fn a_star_of_many_does_not_become_huge() {
    let edges: Vec<(u32, u32)> = (1..=300).map(|n| (0, n)).collect();
    let net = Net::new(301, &edges);
    let rings = rings(&net, &[0], &extents(301, 4), &GO_ON);
    let farthest = rings
        .positions
        .iter()
        .flatten()
        .fold(0.0_f64, |far, at| far.max(at.abs()));
    assert!(farthest < 1500.0, "{farthest}");
}

#[test]
fn extents_that_cannot_be_do_no_harm() {
    for (name, nodes, edges) in odd() {
        let net = Net::new(nodes, &edges);
        let extents = odd_extents(nodes);
        let laid = rings(&net, &[0, 7], &extents, &GO_ON);
        assert!(is_finite(&laid.positions), "{name}");
        let frames = below(&sound(&extents, nodes));
        assert_eq!(overlap(&laid.positions, &frames), None, "{name}");
    }
}

#[test]
fn cancelled_places_are_finite() {
    let (nodes, edges) = (400, tree(400, 2));
    let rings = rings(&Net::new(nodes, &edges), &[0], &extents(nodes, 1), &STOP);
    assert!(is_finite(&rings.positions));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn no_boxes_overlap((nodes, edges, seed) in graphs(), roots in prop::collection::vec(0_u32..700, 0..5)) {
        let net = Net::new(nodes, &edges);
        let extents = extents(nodes, seed);
        let first = rings(&net, &roots, &extents, &GO_ON);
        prop_assert!(is_finite(&first.positions));
        prop_assert_eq!(overlap(&first.positions, &below(&extents)), None);
        prop_assert!(first.radii.windows(2).all(|pair| pair[1] >= pair[0] + 90.0 - 1e-9));
        prop_assert_eq!(first, rings(&net, &roots, &extents, &GO_ON));
    }
}
