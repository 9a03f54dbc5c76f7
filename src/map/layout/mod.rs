//! Where the nodes of a graph lie: arithmetic on plain arrays, the same for any number of threads.
//!
//! Stress decides ([`settle`]): nodes lie as far apart as the graph has them, so that distance means
//! something; where communities are to be seen, edges draw together besides ([`near`]). Components are
//! laid out by themselves and packed ([`shelves`]); nodes that would lie on each other are parted
//! ([`apart`]).

mod apart;
mod draft;
mod majorize;
mod near;
mod net;
mod pivots;
mod reach;
mod settle;
mod shelves;
mod warm;

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

pub use net::Net;
pub(super) use net::index;
use settle::settle;
pub use warm::layout_from;

/// What a picture is to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aim {
    /// How far nodes are from each other: lengths like ways.
    #[default]
    Distances,
    /// Who belongs together: joined nodes close by, so that dense parts stand out, and lengths between
    /// them still much like ways.
    Communities,
}

/// How much is done for a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// As little as makes it usable, to be shown while more is done.
    Quick,
    /// As much as it pays.
    #[default]
    Full,
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
struct Wish {
    seed: u64,
    aim: Aim,
    effort: Effort,
}

/// Where each node lies, in units of the length of an edge, about the origin.
///
/// Equal graphs, aims, efforts and seeds have equal answers, byte for byte. Returns early, with what
/// there is, once `cancel` is set; all places are finite numbers.
#[must_use]
pub fn layout(
    net: &Net,
    seed: u64,
    aim: Aim,
    effort: Effort,
    cancel: &AtomicBool,
) -> Vec<[f32; 2]> {
    let wish = Wish { seed, aim, effort };
    let components = net.components();
    if let [whole] = components.as_slice()
        && whole.len() > 1
    {
        return settle(net, wish, None, cancel);
    }
    let mut places = vec![[0.0; 2]; net.nodes()];
    packed(net, &components, wish, cancel, &mut places);
    places
}

/// Lays out each of `components` by itself and puts them into `places`, side by side about the origin.
fn packed(
    net: &Net,
    components: &[Vec<u32>],
    wish: Wish,
    cancel: &AtomicBool,
    places: &mut [[f32; 2]],
) {
    let laid: Vec<Vec<[f32; 2]>> = components
        .par_iter()
        .map(|nodes| {
            if nodes.len() == 1 || cancel.load(Ordering::Relaxed) {
                return vec![[0.0; 2]; nodes.len()];
            }
            settle(&net.part(nodes), wish, None, cancel)
        })
        .collect();
    let moved = shelves::shelved(&laid);
    for ((nodes, laid), by) in components.iter().zip(&laid).zip(moved) {
        for (&node, at) in nodes.iter().zip(laid) {
            places[node as usize] = [at[0] + by[0], at[1] + by[1]];
        }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod warm_tests;
