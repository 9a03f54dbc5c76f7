//! Distances from many nodes at once: breadth-first searches that share their steps, a bit of a word
//! for each (M. Then et al., "The More the Merrier: Efficient Multi-Source Graph Traversal", 2014).

use std::sync::atomic::{AtomicBool, Ordering};

use super::net::Net;

/// Searches that share their steps.
pub(super) const BATCH: usize = 64;
/// Nodes whose distances lie beside each other, to be reckoned with at once.
pub(super) const LANES: usize = 8;

/// How many edges lie between two nodes, small where few do: most graphs are shallow.
pub(super) trait Hops: Copy + PartialEq + Send + Sync {
    /// Stands for a node's way to itself: so long that it hardly counts.
    const SELF: Self;

    /// A way of `edges` edges; none where it is too long to be held.
    fn new(edges: u32) -> Option<Self>;

    fn edges(self) -> f32;
}

impl Hops for u8 {
    const SELF: Self = Self::MAX;

    fn new(edges: u32) -> Option<Self> {
        Self::try_from(edges).ok().filter(|far| *far != Self::SELF)
    }

    #[inline]
    fn edges(self) -> f32 {
        f32::from(self)
    }
}

impl Hops for u16 {
    const SELF: Self = Self::MAX;

    fn new(edges: u32) -> Option<Self> {
        Self::try_from(edges).ok().filter(|far| *far != Self::SELF)
    }

    #[inline]
    fn edges(self) -> f32 {
        f32::from(self)
    }
}

/// Larger than the others, but reckoned with as it is: for few nodes.
impl Hops for f32 {
    const SELF: Self = 65_536.0;

    fn new(edges: u32) -> Option<Self> {
        u16::try_from(edges).ok().map(Self::from)
    }

    #[inline]
    fn edges(self) -> f32 {
        self
    }
}

/// How far each node lies from each of some sources.
#[derive(Debug)]
pub(super) struct Reach<H> {
    /// The nodes that are measured from.
    pub(super) sources: [u32; BATCH],
    /// How far [`LANES`] nodes after each other lie from each source, then the next nodes;
    /// [`Hops::SELF`] for a source's way to itself and for lanes beyond the last node.
    pub(super) hops: Vec<[[H; LANES]; BATCH]>,
}

impl<H: Hops> Reach<H> {
    /// The distances of all nodes of a connected graph; none where one is too long to be held. Once
    /// cancelled, those that are not yet found are left as [`Hops::SELF`].
    pub(super) fn new(net: &Net, sources: [u32; BATCH], cancel: &AtomicBool) -> Option<Self> {
        let nodes = net.nodes();
        let mut hops = vec![[[H::SELF; LANES]; BATCH]; nodes.div_ceil(LANES)];
        // Which searches have reached a node, and which do in this step and the next.
        let mut seen = vec![0_u64; nodes];
        let mut now = vec![0_u64; nodes];
        let mut next = vec![0_u64; nodes];
        let mut front: Vec<u32> = Vec::new();
        for (search, &source) in sources.iter().enumerate() {
            let source = source as usize;
            if now[source] == 0 {
                front.push(super::net::index(source));
            }
            now[source] |= 1 << search;
            seen[source] |= 1 << search;
        }
        let mut touched: Vec<u32> = Vec::new();
        let mut edges = 0_u32;
        while !front.is_empty() && !cancel.load(Ordering::Relaxed) {
            edges += 1;
            for &node in &front {
                let searches = std::mem::take(&mut now[node as usize]);
                for &other in net.neighbours(node) {
                    let other = other as usize;
                    if next[other] == 0 {
                        touched.push(super::net::index(other));
                    }
                    next[other] |= searches;
                }
            }
            front.clear();
            for node in touched.drain(..) {
                let at = node as usize;
                let fresh = std::mem::take(&mut next[at]) & !seen[at];
                if fresh == 0 {
                    continue;
                }
                let far = H::new(edges)?;
                seen[at] |= fresh;
                now[at] = fresh;
                front.push(node);
                let (rows, lane) = (&mut hops[at / LANES], at % LANES);
                let mut rest = fresh;
                while rest != 0 {
                    rows[rest.trailing_zeros() as usize][lane] = far;
                    rest &= rest - 1;
                }
            }
        }
        Some(Self { sources, hops })
    }

    /// How far `node` lies from each source; [`Hops::SELF`] from itself.
    pub(super) fn from(&self, node: usize) -> [H; BATCH] {
        self.hops[node / LANES].map(|lanes| lanes[node % LANES])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(nodes: u32) -> Net {
        let edges: Vec<(u32, u32)> = (1..nodes).map(|n| (n - 1, n)).collect();
        Net::new(nodes as usize, &edges)
    }

    #[test]
    fn every_search_counts_the_edges_of_the_shortest_way() {
        let (net, never) = (path(200), AtomicBool::new(false));
        let sources = std::array::from_fn(|n| u32::try_from(n * 3).unwrap());
        let reach = Reach::<u8>::new(&net, sources, &never).unwrap();
        for node in 0..200_u32 {
            for (source, far) in sources.iter().zip(reach.from(node as usize)) {
                let far = if far == u8::SELF { 0 } else { far };
                assert_eq!(u32::from(far), source.abs_diff(node));
            }
        }
    }

    #[test]
    fn what_is_too_far_to_be_held_is_said() {
        let never = AtomicBool::new(false);
        assert!(Reach::<u8>::new(&path(300), [0; BATCH], &never).is_none());
        let far = Reach::<u16>::new(&path(300), [0; BATCH], &never).unwrap();
        assert_eq!(far.from(299)[63], 299);
    }
}
