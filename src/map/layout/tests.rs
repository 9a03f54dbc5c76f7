use proptest::prelude::*;

use super::super::stress::Random;
use super::net::index;
use super::*;

fn never() -> AtomicBool {
    AtomicBool::new(false)
}

fn grid(side: u32) -> Net {
    let mut edges = Vec::new();
    for y in 0..side {
        for x in 0..side {
            let node = y * side + x;
            if x + 1 < side {
                edges.push((node, node + 1));
            }
            if y + 1 < side {
                edges.push((node, node + side));
            }
        }
    }
    Net::new((side * side) as usize, &edges)
}

fn length(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}

#[test]
fn a_grid_comes_out_as_a_grid() {
    let places = layout(&grid(20), 1, Aim::Distances, Effort::Full, &never());
    let corner = |x: usize, y: usize| places[y * 20 + x];
    let diagonal = length(corner(0, 0), corner(19, 19)).min(length(corner(19, 0), corner(0, 19)));
    let side = length(corner(0, 0), corner(19, 0)).max(length(corner(0, 0), corner(0, 19)));
    assert!(diagonal > side * 1.1, "{diagonal} {side}");
}

#[test]
fn the_same_graph_lies_the_same_on_one_thread_and_on_two() {
    // More nodes than one thread takes in one go.
    let net = grid(60);
    let on = |threads, aim| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.unwrap()
            .install(|| layout(&net, 5, aim, Effort::Full, &never()))
    };
    let bits = |places: Vec<[f32; 2]>| -> Vec<[u32; 2]> {
        places.into_iter().map(|at| at.map(f32::to_bits)).collect()
    };
    for aim in [Aim::Distances, Aim::Communities] {
        assert_eq!(bits(on(1, aim)), bits(on(3, aim)));
    }
}

#[test]
fn graphs_of_every_odd_kind_have_finite_places() {
    // Unoptimised, arithmetic takes thirty times as long.
    let size = if cfg!(debug_assertions) { 5000 } else { 50_000 };
    let star: Vec<(u32, u32)> = (1..size).map(|n| (0, n)).collect();
    let path: Vec<(u32, u32)> = (1..size).map(|n| (n - 1, n)).collect();
    let pairs: Vec<(u32, u32)> = (0..size / 10).map(|n| (2 * n, 2 * n + 1)).collect();
    // Beyond 65,535 edges no way is held: a path for an optimised run.
    let long = if cfg!(debug_assertions) { 2 } else { 70_000 };
    let long: Vec<(u32, u32)> = (1..long).map(|n| (n - 1, n)).collect();
    let many = vec![(0, 1); 1000];
    let kinds: [(usize, &[(u32, u32)]); 8] = [
        (0, &[]),
        (1, &[(0, 0)]),
        (7, &[]),
        (2, &many),
        (star.len() + 1, &star),
        (path.len() + 1, &path),
        (pairs.len() * 2, &pairs),
        (long.len() + 1, &long),
    ];
    for (nodes, edges) in kinds {
        for aim in [Aim::Distances, Aim::Communities] {
            // A quick one goes the same ways.
            let places = layout(&Net::new(nodes, edges), 3, aim, Effort::Quick, &never());
            assert_eq!(places.len(), nodes);
            assert!(places.iter().flatten().all(|x| x.is_finite()));
        }
    }
}

#[test]
fn what_is_cancelled_ends_with_finite_places() {
    for aim in [Aim::Distances, Aim::Communities] {
        let places = layout(&grid(30), 1, aim, Effort::Full, &AtomicBool::new(true));
        assert!(places.iter().flatten().all(|x| x.is_finite()));
    }
}

#[test]
fn leaves_of_a_star_lie_all_round_and_apart() {
    for leaves in [200, 4000] {
        let edges: Vec<(u32, u32)> = (1..=leaves).map(|n| (0, n)).collect();
        let net = Net::new(leaves as usize + 1, &edges);
        let places = layout(&net, 1, Aim::Distances, Effort::Full, &never());
        let hub = places[0];
        let mut quarters = [0_u32; 4];
        for at in &places[1..] {
            let far = length(*at, hub);
            assert!((1e-3..2.5).contains(&far), "{far}");
            quarters[usize::from(at[0] > hub[0]) * 2 + usize::from(at[1] > hub[1])] += 1;
        }
        assert!(quarters.iter().all(|n| *n > leaves / 8), "{quarters:?}");
        let mut bits: Vec<_> = places.iter().map(|at| at.map(f32::to_bits)).collect();
        bits.sort_unstable();
        bits.dedup();
        assert_eq!(bits.len(), places.len());
    }
}

/// Some dense parts with a few edges between them, and the part of each node.
fn villages() -> (Net, Vec<usize>) {
    let mut random = Random::new(3);
    let (count, size) = (12, 25);
    let mut edges = Vec::new();
    for node in 0..count * size {
        let own = node / size * size;
        for _ in 0..3 {
            edges.push((index(node), index(own + random.below(size))));
        }
        if random.below(2) == 0 {
            edges.push((index(node), index(random.below(count * size))));
        }
    }
    let of = (0..count * size).map(|node| node / size).collect();
    (Net::new(count * size, &edges), of)
}

#[test]
fn communities_stand_out_where_they_are_to() {
    let (net, of) = villages();
    let among = |aim| {
        let places = layout(&net, 1, aim, Effort::Full, &never());
        // How many of the ten that lie closest to a node are of its community.
        let share = |node: usize| {
            let mut others: Vec<usize> = (0..places.len()).filter(|n| *n != node).collect();
            let far = |n: usize| length(places[n], places[node]);
            others.sort_by(|&a, &b| far(a).total_cmp(&far(b)));
            others[..10].iter().filter(|n| of[**n] == of[node]).count()
        };
        (0..places.len()).map(share).sum::<usize>()
    };
    let (plain, gathered) = (among(Aim::Distances), among(Aim::Communities));
    assert!(gathered * 10 > plain * 12, "{gathered} {plain}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn no_two_nodes_share_a_place(
        nodes in 2..120_u32,
        ends in prop::collection::vec((0..120_u32, 0..120_u32), 0..200),
    ) {
        let edges: Vec<_> = ends.into_iter().map(|(a, b)| (a % nodes, b % nodes)).collect();
        let places = layout(&Net::new(nodes as usize, &edges), 9, Aim::Distances, Effort::Full, &never());
        for (n, a) in places.iter().enumerate() {
            for b in &places[n + 1..] {
                prop_assert!(length(*a, *b) > 0.0, "{a:?} {b:?}");
            }
        }
    }
}
