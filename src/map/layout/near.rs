//! Attraction along edges, which draws together what belongs together.
//!
//! An edge pulls the more the shorter it is, as in "Visualizing Data using t-SNE" (L. van der Maaten and
//! G. Hinton, 2008): it is the ends that are nearly together which come together, and the long edges
//! between communities hardly count. The length from which on a pull falls goes from an edge's to next
//! to nothing, so that whole communities gather first and their closest nodes last.

use rayon::prelude::*;

use super::draft::Draft;
use super::majorize::root;
use super::net::{Net, index};
use super::reach::LANES;

/// Blocks that a thread reckons in one go.
const CHUNK: usize = 256;

/// How edges pull.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pull {
    /// How strong an edge as long as one is to be pulls, where all that stress pulls is 1.
    pub(super) strength: f32,
    /// The length below which an edge pulls no stronger, at first.
    pub(super) first: f32,
    /// The same at last.
    pub(super) last: f32,
}

/// What pulls each node to those that it is joined to.
pub(super) struct Near<'net> {
    net: &'net Net,
    strength: f32,
    /// The length below which an edge pulls no stronger, now.
    reach: f32,
    /// What becomes of it in a step.
    fall: f32,
    /// For each block the pulls across and down and their weight.
    pub(super) pulls: Vec<[[f32; LANES]; 3]>,
}

impl<'net> Near<'net> {
    /// The pulls of all edges of a graph, from the first length to the last in so many steps.
    pub(super) fn new(net: &'net Net, pull: Pull, steps: usize) -> Self {
        Self {
            net,
            strength: pull.strength,
            reach: pull.first,
            fall: root(pull.last / pull.first, steps),
            pulls: vec![[[0.0; LANES]; 3]; net.nodes().div_ceil(LANES)],
        }
    }

    /// Reckons the pulls as nodes lie now, and goes a step on.
    pub(super) fn reckon(&mut self, draft: &Draft) {
        let (net, strength, least) = (self.net, self.strength, self.reach * self.reach);
        let block = |(n, pulls): (usize, &mut [[f32; LANES]; 3])| {
            for lane in 0..LANES.min(draft.nodes - n * LANES) {
                let node = n * LANES + lane;
                let at = draft.place(node);
                let mut sum = [0.0_f32; 3];
                for &other in net.neighbours(index(node)) {
                    let to = draft.place(other as usize);
                    let (dx, dy) = (to[0] - at[0], to[1] - at[1]);
                    let weight = strength / (least + dx * dx + dy * dy);
                    sum = [sum[0] + weight * dx, sum[1] + weight * dy, sum[2] + weight];
                }
                for (pull, sum) in pulls.iter_mut().zip(sum) {
                    pull[lane] = sum;
                }
            }
        };
        if self.pulls.len() <= CHUNK {
            self.pulls.iter_mut().enumerate().for_each(block);
        } else {
            let all = self.pulls.par_iter_mut().enumerate();
            all.with_min_len(CHUNK).for_each(block);
        }
        self.reach *= self.fall;
    }
}
