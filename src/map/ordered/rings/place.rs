//! Rings from the inside out, each as near as its boxes leave room for.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use super::super::extent::{Frame, moved, real};
use super::circle::{circles, least_radius, needed, settled, unrolled};
use super::tree::Tree;
use super::turn::{direction, way};

/// The least room between two rings, in points.
const STEP: f64 = 90.0;
/// Free room between boxes of different rings, in points.
const GAP: f64 = 8.0;

/// The boxes that stand, in cells as large as the largest.
struct Grid {
    cell: [f64; 2],
    held: BTreeMap<(i64, i64), Vec<Frame>>,
}

/// What has been placed so far, about the middle of all rings.
pub(super) struct Placed {
    pub(super) places: Vec<[f64; 2]>,
    pub(super) radii: Vec<f64>,
    grid: Grid,
    /// The radius each node lies on.
    reach: Vec<f64>,
    /// The radius of the outermost circle.
    outermost: f64,
}

/// Places all rings of `tree`; nodes that are not reached stay in the middle.
pub(super) fn placed(tree: &mut Tree, frames: &[Frame], cancel: &AtomicBool) -> Placed {
    let mut placed = Placed::new(frames);
    let sectors = tree.turns.clone();
    let mut planned = tree.turns.clone();
    for ring in 0..tree.rings.len() {
        let mut order = std::mem::take(&mut tree.rings[ring]);
        for &node in &order {
            // Children follow their parents where those had to move.
            let parent = tree.parents[node as usize] as usize;
            if ring > 1 {
                tree.turns[node as usize] += way(planned[parent], tree.turns[parent]);
            }
        }
        if !tree.is_all {
            order.sort_by(|&a, &b| {
                let own = |n: u32| tree.turns[n as usize] - tree.turns[n as usize].floor();
                own(a).total_cmp(&own(b))
            });
        }
        for &node in &order {
            planned[node as usize] = tree.turns[node as usize];
        }
        if ring == 0 && order.len() == 1 {
            placed.middle(order[0], frames);
        } else if cancel.load(Ordering::Relaxed) {
            placed.roughly(tree, &order);
        } else {
            // A tree keeps its order, whatever moved.
            let given = if tree.is_all { &sectors } else { &planned };
            let turns = unrolled(&mut order, given, &tree.turns);
            for (&node, turn) in order.iter().zip(turns) {
                tree.turns[node as usize] = turn;
            }
            placed.ring(tree, &order, frames);
        }
        tree.rings[ring] = order;
    }
    placed
}

impl Placed {
    fn new(frames: &[Frame]) -> Self {
        let size = |axis: usize| {
            let all = frames.iter().map(|frame| frame[axis + 2] - frame[axis]);
            all.fold(1.0, f64::max) + GAP
        };
        Self {
            places: vec![[0.0; 2]; frames.len()],
            radii: Vec::new(),
            grid: Grid {
                cell: [size(0), size(1)],
                held: BTreeMap::new(),
            },
            reach: vec![0.0; frames.len()],
            outermost: 0.0,
        }
    }

    /// Puts a single root into the middle.
    fn middle(&mut self, root: u32, frames: &[Frame]) {
        self.grid.hold(frames[root as usize]);
        self.radii.push(0.0);
    }

    /// Puts a ring where it may overlap, since the picture is no longer wanted.
    fn roughly(&mut self, tree: &Tree, order: &[u32]) {
        self.outermost += STEP;
        self.radii.push(self.outermost);
        for &node in order {
            let [x, y] = direction(tree.turns[node as usize]);
            self.places[node as usize] = [x * self.outermost, y * self.outermost];
        }
    }

    /// Puts the nodes of a ring, in `order`, on one circle or, where they are many, on a few.
    fn ring(&mut self, tree: &mut Tree, order: &[u32], frames: &[Frame]) {
        let turns: Vec<f64> = order.iter().map(|&n| tree.turns[n as usize]).collect();
        let boxes: Vec<Frame> = order.iter().map(|&n| frames[n as usize]).collect();
        let least = if self.radii.is_empty() {
            STEP / 2.0
        } else {
            self.outermost + STEP
        };
        let needed = needed(&turns, &boxes);
        let step = self.grid.cell[0].min(STEP);
        let (count, radius) = circles(needed, order.len(), least, step);
        let mut from = radius;
        for (n, part) in parts(order, count, radius, step).iter().enumerate() {
            if part.is_empty() {
                continue;
            }
            let radius = self.circle(tree, part, frames, from);
            if n == 0 {
                self.radii.push(radius);
            }
            self.outermost = radius;
            from = radius + self.grid.cell[1];
        }
    }

    /// Puts nodes on one circle of at least `from` points and returns its radius.
    fn circle(&mut self, tree: &mut Tree, order: &[u32], frames: &[Frame], from: f64) -> f64 {
        let turns: Vec<f64> = order.iter().map(|&n| tree.turns[n as usize]).collect();
        let boxes: Vec<Frame> = order.iter().map(|&n| frames[n as usize]).collect();
        let mut radius = from.max(1.0);
        let mut at = turns.clone();
        for _ in 0..24 {
            let (fitting, taken) = settled(&turns, &boxes, radius);
            let Some(fitting) = fitting else {
                radius *= (taken * 1.04).clamp(1.02, 2.0);
                continue;
            };
            at = fitting;
            let uncut = self.uncut(tree, order, &at);
            if uncut <= radius {
                break;
            }
            radius = uncut.min(radius * 1.25);
        }
        radius = least_radius(&at, &boxes, radius);
        let towards: Vec<[f64; 2]> = at.iter().map(|&turn| direction(turn)).collect();
        radius = self.grid.free(&towards, &boxes, radius);
        for (n, &node) in order.iter().enumerate() {
            let place = [towards[n][0] * radius, towards[n][1] * radius];
            self.places[node as usize] = place;
            self.reach[node as usize] = radius;
            tree.turns[node as usize] = at[n];
            self.grid.hold(moved(boxes[n], place));
        }
        radius
    }

    /// The radius at which no way to a parent cuts into the parent's ring, which keeps ways of a
    /// tree from crossing; other graphs do not ask for it.
    fn uncut(&self, tree: &Tree, order: &[u32], turns: &[f64]) -> f64 {
        if !tree.is_all {
            return 0.0;
        }
        let mut least = 0.0_f64;
        for (&node, &turn) in order.iter().zip(turns) {
            let parent = tree.parents[node as usize];
            if parent != node {
                let off = way(tree.turns[parent as usize], turn);
                let cosine = if off.abs() < 0.25 {
                    direction(off)[0]
                } else {
                    0.0
                };
                least = least.max(self.reach[parent as usize] / cosine.max(0.02));
            }
        }
        least
    }
}

/// `order` dealt out to `count` circles, more to the larger ones.
fn parts(order: &[u32], count: usize, radius: f64, step: f64) -> Vec<Vec<u32>> {
    let rooms: Vec<f64> = (0..count).map(|n| radius + real(n) * step).collect();
    let all: f64 = rooms.iter().sum();
    let mut parts = vec![Vec::new(); count];
    let mut due = vec![0.0_f64; count];
    for &node in order {
        // Whichever has had least of what it has room for.
        let mut next = 0;
        for n in 0..count {
            due[n] += rooms[n] / all;
            if due[n] > due[next] + 1e-9 {
                next = n;
            }
        }
        due[next] -= 1.0;
        parts[next].push(node);
    }
    parts
}

impl Grid {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a conversion from float saturates, and places are far below 2^63"
    )]
    fn key(&self, frame: Frame) -> (i64, i64) {
        let cell = |axis: usize| (frame[axis] / self.cell[axis]).floor() as i64;
        (cell(0), cell(1))
    }

    fn hold(&mut self, frame: Frame) {
        let key = self.key(frame);
        self.held.entry(key).or_default().push(frame);
    }

    /// The radius from `from` up at which boxes in the directions of `towards` are free of all that
    /// stand.
    fn free(&self, towards: &[[f64; 2]], frames: &[Frame], from: f64) -> f64 {
        let mut radius = from;
        // Each round leaves some of what stands behind; there is an end to it.
        for _ in 0..400 {
            let mut next = radius;
            for (towards, &frame) in towards.iter().zip(frames) {
                next = next.max(self.beyond(*towards, frame, next));
            }
            if next <= radius {
                break;
            }
            radius = next;
        }
        radius
    }

    /// The radius at which a box that moves out leaves those it now overlaps; `radius` if none.
    fn beyond(&self, towards: [f64; 2], frame: Frame, radius: f64) -> f64 {
        let own = moved(frame, [towards[0] * radius, towards[1] * radius]);
        let (x, y) = self.key(own);
        let mut beyond = radius;
        for column in x - 1..=x + 1 {
            for (_, held) in self.held.range((column, y - 1)..=(column, y + 1)) {
                for other in held {
                    beyond = beyond.max(radius + leaving(own, *other, towards));
                }
            }
        }
        beyond
    }
}

/// How far `own` must move to leave `other` behind, 0 where they do not overlap.
fn leaving(own: Frame, other: Frame, towards: [f64; 2]) -> f64 {
    let mut least = f64::INFINITY;
    for axis in 0..2 {
        let after = other[axis + 2] + GAP - own[axis];
        let before = own[axis + 2] - other[axis] + GAP;
        if after <= 1e-9 || before <= 1e-9 {
            return 0.0;
        }
        let far = if towards[axis] > 0.0 { after } else { before };
        least = least.min(far / towards[axis].abs().max(1e-9));
    }
    least + 1e-6
}
