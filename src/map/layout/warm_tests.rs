use proptest::prelude::*;

use super::super::stress::Random;
use super::net::index;
use super::*;

fn never() -> AtomicBool {
    AtomicBool::new(false)
}

fn length(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

/// Edges between nodes of which the earlier ones get the more.
fn grown(nodes: usize, seed: u64) -> Vec<(u32, u32)> {
    let mut random = Random::new(seed);
    let mut edges = vec![(0, 1), (1, 2), (0, 2)];
    for node in 3..nodes {
        for _ in 0..3 {
            let (a, b) = edges[random.below(edges.len())];
            edges.push((index(node), if random.below(2) == 0 { a } else { b }));
        }
    }
    edges
}

fn some(places: &[[f32; 2]]) -> Vec<Option<[f32; 2]>> {
    places.iter().copied().map(Some).collect()
}

/// How far nodes have gone, the middle one and the farthest.
fn gone(from: &[[f32; 2]], to: &[[f32; 2]]) -> (f32, f32) {
    let mut far: Vec<f32> = from.iter().zip(to).map(|(a, b)| length(*a, *b)).collect();
    far.sort_by(f32::total_cmp);
    (far[far.len() / 2], far[far.len() - 1])
}

#[test]
fn a_newcomer_hardly_moves_the_others() {
    for aim in [Aim::Distances, Aim::Communities] {
        let mut edges = grown(1000, 1);
        let before = layout(&Net::new(1000, &edges), 1, aim, Effort::Full, &never());
        edges.extend([(1000, 17), (1000, 400)]);
        let net = Net::new(1001, &edges);
        let after = layout_from(&net, &some(&before), &[], 1, aim, Effort::Full, &never());
        let (middle, farthest) = gone(&before, &after);
        assert!(middle < 0.05, "{aim:?} {middle} {farthest}");
        // Neither on the others nor far out.
        let near = |other: usize| length(after[1000], after[other]);
        assert!(near(17).min(near(400)) < 3.0);
        assert!((0..1000).all(|other| near(other) > 0.0));
    }
}

#[test]
fn what_is_fixed_stays_where_it_is() {
    let edges = grown(300, 2);
    let net = Net::new(310, &edges);
    let mut random = Random::new(5);
    #[expect(clippy::cast_possible_truncation, reason = "a place")]
    let places: Vec<Option<[f32; 2]>> = (0..250)
        .map(|_| Some([random.unit() as f32 * 9.0, random.unit() as f32 * 9.0]))
        .collect();
    let fixed: Vec<bool> = (0..250).map(|node| node % 3 == 0).collect();
    for aim in [Aim::Distances, Aim::Communities] {
        let after = layout_from(&net, &places, &fixed, 1, aim, Effort::Full, &never());
        assert_eq!(after.len(), 310);
        for node in (0..250).step_by(3) {
            assert_eq!(Some(after[node]), places[node]);
        }
    }
}

#[test]
fn new_components_come_beside_the_old() {
    let net = Net::new(9, &[(0, 1), (1, 2), (3, 4), (4, 5), (6, 7)]);
    let places = [Some([0.0, 0.0]), Some([1.0, 0.0]), Some([2.0, 0.0])];
    let after = layout_from(
        &net,
        &places,
        &[],
        1,
        Aim::Distances,
        Effort::Full,
        &never(),
    );
    for node in 3..9 {
        assert!(after[node][0] > 2.5, "{after:?}");
    }
}

#[test]
fn all_on_one_point_or_at_no_place_at_all_still_end_finite() {
    let path: Vec<(u32, u32)> = (1..3000).map(|n| (n - 1, n)).collect();
    let net = Net::new(3000, &path);
    let odd = [
        [0.0; 2],
        [f32::NAN, 0.0],
        [f32::INFINITY, 1.0],
        [1e30, -1e30],
        [1e7, -1e7],
    ];
    for at in odd {
        for fixed in [vec![], vec![true; 3000], vec![false, true, false]] {
            let places = vec![Some(at); 3000];
            let effort = Effort::Quick;
            let after = layout_from(&net, &places, &fixed, 1, Aim::Distances, effort, &never());
            assert!(after.iter().flatten().all(|x| x.is_finite()), "{at:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_start_ends_finite_and_with_the_fixed_in_place(
        nodes in 1..60_u32,
        ends in prop::collection::vec((0..60_u32, 0..60_u32), 0..120),
        places in prop::collection::vec(prop::option::of([-1e3..1e3_f32, -1e3..1e3_f32]), 0..60),
        fixed in prop::collection::vec(any::<bool>(), 0..60),
    ) {
        let edges: Vec<_> = ends.into_iter().map(|(a, b)| (a % nodes, b % nodes)).collect();
        let net = Net::new(nodes as usize, &edges);
        for aim in [Aim::Distances, Aim::Communities] {
            let after = layout_from(&net, &places, &fixed, 4, aim, Effort::Quick, &never());
            prop_assert_eq!(after.len(), nodes as usize);
            prop_assert!(after.iter().flatten().all(|x| x.is_finite()));
            for ((at, place), fixed) in after.iter().zip(&places).zip(&fixed) {
                if let (Some(place), true) = (place, fixed) {
                    prop_assert_eq!(at.map(f32::to_bits), place.map(f32::to_bits));
                }
            }
        }
    }
}
