//! Places of nodes while they are still moved: in blocks, so that a processor moves several at once.

use super::reach::LANES;

/// Across and down of [`LANES`] nodes after each other.
pub(super) type Block = [[f32; LANES]; 2];

/// The places of all nodes, in units of an edge's length.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    /// How many nodes there are.
    pub(super) nodes: usize,
    /// Their places; lanes beyond the last node are about the origin.
    pub(super) blocks: Vec<Block>,
}

impl Draft {
    /// A draft in which nodes lie at `places`.
    pub(super) fn new(places: &[[f32; 2]]) -> Self {
        let mut blocks = vec![[[0.0; LANES]; 2]; places.len().div_ceil(LANES)];
        for (node, at) in places.iter().enumerate() {
            let block = &mut blocks[node / LANES];
            [block[0][node % LANES], block[1][node % LANES]] = *at;
        }
        Self {
            nodes: places.len(),
            blocks,
        }
    }

    /// Where `node` lies.
    #[inline]
    pub(super) fn place(&self, node: usize) -> [f32; 2] {
        let block = &self.blocks[node / LANES];
        [block[0][node % LANES], block[1][node % LANES]]
    }

    /// Where all nodes lie.
    pub(super) fn places(&self) -> Vec<[f32; 2]> {
        (0..self.nodes).map(|node| self.place(node)).collect()
    }
}

/// What keeps nodes where they were.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hold {
    /// Where each node begins and is kept.
    pub(super) anchors: Draft,
    /// The part of its pull that each node follows: 1 what is free, nothing what is fast.
    pub(super) ease: Vec<[f32; LANES]>,
    /// How many nodes are free.
    free: usize,
}

impl Hold {
    /// Nodes that begin at `places`; `ease` says how freely each moves, from 0 to 1.
    pub(super) fn new(places: &[[f32; 2]], ease: &[f32]) -> Self {
        let anchors = Draft::new(places);
        let mut lanes = vec![[1.0; LANES]; anchors.blocks.len()];
        for (node, ease) in ease.iter().enumerate().take(places.len()) {
            lanes[node / LANES][node % LANES] = ease.clamp(0.0, 1.0);
        }
        Self {
            anchors,
            ease: lanes,
            free: ease.iter().filter(|ease| **ease >= 1.0).count(),
        }
    }

    /// Whether `node` does not move at all.
    pub(super) fn is_fast(&self, node: usize) -> bool {
        self.ease[node / LANES][node % LANES] <= 0.0
    }

    /// Whether most of the picture is there already.
    pub(super) fn is_mostly_there(&self) -> bool {
        self.free * 4 <= self.anchors.nodes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_come_out_as_they_went_in() {
        let places: Vec<[f32; 2]> = (0_u8..19).map(|n| [f32::from(n), -f32::from(n)]).collect();
        let draft = Draft::new(&places);
        assert_eq!(draft.places(), places);
        assert_eq!(draft.blocks.len(), 3);
    }
}
