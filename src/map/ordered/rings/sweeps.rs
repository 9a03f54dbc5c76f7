//! Nodes of a ring set in the order that their neighbours have, ring after ring.

use std::sync::atomic::{AtomicBool, Ordering};

use super::super::super::layout::Net;
use super::super::extent::{Frame, real};
use super::circle::{needed, settled, unrolled};
use super::tree::{FAR, Tree};
use super::turn::direction;

/// How often all rings are gone through.
const SWEEPS: usize = 10;
/// Up to so many edges crossings are counted.
const FEW: usize = 300;

/// The picture as it is thought to become, and the edges that are seen in it.
struct Sketch<'a> {
    net: &'a Net,
    frames: &'a [Frame],
    /// The radius each ring is thought to have, in points.
    radii: Vec<f64>,
    edges: Vec<[u32; 2]>,
}

/// Reorders the rings of `tree` for fewer crossings and shorter ways round; the tree's own order
/// stays where nothing is better.
pub(super) fn swept(tree: &mut Tree, net: &Net, frames: &[Frame], cancel: &AtomicBool) {
    let sketch = Sketch::new(tree, net, frames);
    let mut best = (sketch.cost(tree), tree.turns.clone());
    let rings = tree.rings.len();
    for sweep in 0..SWEEPS {
        for place in 0..rings {
            if cancel.load(Ordering::Relaxed) {
                break;
            }
            let outward = sweep % 2 == 0;
            let ring = if outward { place } else { rings - 1 - place };
            sketch.reorder(tree, ring, outward);
        }
        if sketch.is_small() && !cancel.load(Ordering::Relaxed) {
            sketch.swap(tree);
        }
        let cost = sketch.cost(tree);
        if cost < best.0 {
            best = (cost, tree.turns.clone());
        }
    }
    tree.turns = best.1;
}

impl<'a> Sketch<'a> {
    fn new(tree: &Tree, net: &'a Net, frames: &'a [Frame]) -> Self {
        let mut radii = Vec::with_capacity(tree.rings.len());
        let mut radius = 0.0_f64;
        for (ring, members) in tree.rings.iter().enumerate() {
            let turns: Vec<f64> = members.iter().map(|&n| tree.turns[n as usize]).collect();
            let boxes: Vec<Frame> = members.iter().map(|&n| frames[n as usize]).collect();
            let own = needed(&turns, &boxes) * 1.1 / std::f64::consts::TAU;
            if ring > 0 || members.len() > 1 {
                radius = (radius + 90.0).max(own);
            }
            radii.push(radius);
        }
        let mut edges = Vec::new();
        for &node in tree.rings.iter().flatten() {
            let own = net.neighbours(node).iter().filter(|&&other| other > node);
            edges.extend(own.map(|&other| [node, other]));
        }
        Self {
            net,
            frames,
            radii,
            edges,
        }
    }

    fn is_small(&self) -> bool {
        self.edges.len() <= FEW
    }

    /// How many edges cross, where they are few, and how far round they go.
    fn cost(&self, tree: &Tree) -> (usize, f64) {
        let ways = self.edges.iter().map(|&[a, b]| {
            let way = tree.way(a, b);
            let rings = tree.steps[a as usize].max(tree.steps[b as usize]) as usize;
            way * way * (1.0 + real(rings))
        });
        let ways = ways.sum();
        let mut crossings = 0;
        if self.is_small() {
            let lines: Vec<_> = self
                .edges
                .iter()
                .map(|&edge| self.line(tree, edge))
                .collect();
            for (n, &(a, from)) in lines.iter().enumerate() {
                let rest = lines[n + 1..].iter();
                crossings += rest.filter(|&&(b, to)| cross(a, from, b, to)).count();
            }
        }
        (crossings, ways)
    }

    fn place(&self, tree: &Tree, node: u32) -> [f64; 2] {
        let radius = self.radii[tree.steps[node as usize] as usize];
        let [x, y] = direction(tree.turns[node as usize]);
        [x * radius, y * radius]
    }

    fn line(&self, tree: &Tree, edge: [u32; 2]) -> ([u32; 2], [[f64; 2]; 2]) {
        (edge, edge.map(|node| self.place(tree, node)))
    }

    /// Sets the nodes of `ring` in the order of the means of their neighbours' angles.
    fn reorder(&self, tree: &mut Tree, ring: usize, outward: bool) {
        let mut order = tree.rings[ring].clone();
        if order.len() < 2 {
            return;
        }
        let means: Vec<f64> = order
            .iter()
            .map(|&node| self.mean(tree, node, outward))
            .collect();
        for (&node, mean) in order.iter().zip(means) {
            tree.turns[node as usize] = mean - mean.floor();
        }
        order.sort_by(|&a, &b| {
            let own = |node: u32| tree.turns[node as usize];
            own(a).total_cmp(&own(b))
        });
        let turns = unrolled(&mut order, &tree.turns, &tree.turns);
        let boxes: Vec<Frame> = order.iter().map(|&n| self.frames[n as usize]).collect();
        let mut radius = self.radii[ring].max(1.0);
        for _ in 0..8 {
            let (settled, taken) = settled(&turns, &boxes, radius);
            if let Some(settled) = settled {
                for (&node, turn) in order.iter().zip(settled) {
                    tree.turns[node as usize] = turn - turn.floor();
                }
                break;
            }
            radius *= taken.max(1.0) * 1.1;
        }
        tree.rings[ring] = order;
    }

    /// The mean of the angles of a node's neighbours on its ring and the one it is seen from.
    fn mean(&self, tree: &Tree, node: u32, outward: bool) -> f64 {
        let (own, step) = (tree.turns[node as usize], tree.steps[node as usize]);
        let (mut sum, mut weight) = (0.0, 0.0);
        for &other in self.net.neighbours(node) {
            let far = tree.steps[other as usize];
            let counts = match far.cmp(&step) {
                std::cmp::Ordering::Less if outward => 1.0,
                std::cmp::Ordering::Greater if !outward && far != FAR => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                // So that one sweep does not undo the other.
                _ => 0.1,
            };
            sum += counts * tree.way(node, other);
            weight += counts;
        }
        if weight > 0.0 {
            own + sum / weight
        } else {
            own
        }
    }

    /// Swaps neighbours on rings as long as that leaves fewer crossings.
    fn swap(&self, tree: &mut Tree) {
        let mut places: Vec<[f64; 2]> = vec![[0.0; 2]; tree.turns.len()];
        for &node in tree.rings.iter().flatten() {
            places[node as usize] = self.place(tree, node);
        }
        for ring in 0..tree.rings.len() {
            let mut order = tree.rings[ring].clone();
            let count = order.len();
            for place in 0..count {
                let next = (place + 1) % count;
                let (a, b) = (order[place], order[next]);
                if a == b {
                    continue;
                }
                let before = self.local(tree, &places, [a, b]);
                tree.turns.swap(a as usize, b as usize);
                places.swap(a as usize, b as usize);
                if self.local(tree, &places, [a, b]) < before {
                    order.swap(place, next);
                } else {
                    tree.turns.swap(a as usize, b as usize);
                    places.swap(a as usize, b as usize);
                }
            }
            tree.rings[ring] = order;
        }
    }

    /// The cost of the edges at two nodes.
    fn local(&self, tree: &Tree, places: &[[f64; 2]], nodes: [u32; 2]) -> (usize, f64) {
        let line = |edge: [u32; 2]| edge.map(|node| places[node as usize]);
        let (mut crossings, mut ways) = (0, 0.0);
        for &edge in &self.edges {
            if edge.contains(&nodes[0]) || edge.contains(&nodes[1]) {
                let way = tree.way(edge[0], edge[1]);
                ways += way * way;
                let others = self.edges.iter();
                crossings += others
                    .filter(|&&other| cross(edge, line(edge), other, line(other)))
                    .count();
            }
        }
        (crossings, ways)
    }
}

/// Whether two edges without a common end cross.
fn cross(a: [u32; 2], from: [[f64; 2]; 2], b: [u32; 2], to: [[f64; 2]; 2]) -> bool {
    if a.contains(&b[0]) || a.contains(&b[1]) {
        return false;
    }
    let side = |p: [f64; 2], q: [f64; 2], r: [f64; 2]| {
        (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 0.0
    };
    side(from[0], from[1], to[0]) != side(from[0], from[1], to[1])
        && side(to[0], to[1], from[0]) != side(to[0], to[1], from[1])
}
