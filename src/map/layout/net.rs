//! A graph as a layout needs it: who is joined to whom, and nothing else.

/// A simple undirected graph in rows of neighbours ("compressed sparse rows").
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Net {
    /// Where each node's neighbours begin; one more than there are nodes.
    begins: Vec<u32>,
    neighbours: Vec<u32>,
}

impl Net {
    /// The graph of `nodes` nodes with `edges`, in any order. Loops, repeated edges and edges to nodes
    /// that there are not are left out.
    #[must_use]
    pub fn new(nodes: usize, edges: &[(u32, u32)]) -> Self {
        let is_sound = |&&(a, b): &&(u32, u32)| a != b && (a.max(b) as usize) < nodes;
        let mut begins = vec![0_u32; nodes + 1];
        for &(a, b) in edges.iter().filter(is_sound) {
            begins[a as usize + 1] += 1;
            begins[b as usize + 1] += 1;
        }
        for node in 0..nodes {
            begins[node + 1] += begins[node];
        }
        let mut next = begins.clone();
        let mut all = vec![0; begins[nodes] as usize];
        for &(a, b) in edges.iter().filter(is_sound) {
            for (of, other) in [(a, b), (b, a)] {
                all[next[of as usize] as usize] = other;
                next[of as usize] += 1;
            }
        }
        let mut net = Self {
            begins: Vec::with_capacity(nodes + 1),
            neighbours: Vec::with_capacity(all.len()),
        };
        net.begins.push(0);
        for node in 0..nodes {
            let row = &mut all[begins[node] as usize..begins[node + 1] as usize];
            row.sort_unstable();
            let first = net.neighbours.len();
            for &other in &*row {
                if net.neighbours[first..].last() != Some(&other) {
                    net.neighbours.push(other);
                }
            }
            net.begins.push(index(net.neighbours.len()));
        }
        net
    }

    /// How many nodes there are.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.begins.len().saturating_sub(1)
    }

    /// The nodes that are joined to `node`, in order; none where there is no such node.
    #[must_use]
    pub fn neighbours(&self, node: u32) -> &[u32] {
        let at = node as usize;
        match (self.begins.get(at), self.begins.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.neighbours[from as usize..to as usize],
            _ => &[],
        }
    }

    /// The nodes of each connected component in order, the largest component first.
    #[must_use]
    pub fn components(&self) -> Vec<Vec<u32>> {
        let mut seen = vec![false; self.nodes()];
        let mut found = Vec::new();
        for first in 0..self.nodes() {
            if seen[first] {
                continue;
            }
            seen[first] = true;
            let mut nodes = vec![index(first)];
            let mut next = 0;
            while let Some(&node) = nodes.get(next) {
                next += 1;
                for &other in self.neighbours(node) {
                    if !seen[other as usize] {
                        seen[other as usize] = true;
                        nodes.push(other);
                    }
                }
            }
            nodes.sort_unstable();
            found.push(nodes);
        }
        found.sort_by_key(|nodes| (std::cmp::Reverse(nodes.len()), nodes[0]));
        found
    }

    /// The part of this graph that `nodes`, which come in order and are a whole component, make.
    #[must_use]
    pub(super) fn part(&self, nodes: &[u32]) -> Self {
        let mut part = Self {
            begins: vec![0],
            neighbours: Vec::new(),
        };
        for &node in nodes {
            let place = |other: &u32| nodes.binary_search(other).ok().map(index);
            let own = self.neighbours(node).iter().filter_map(place);
            part.neighbours.extend(own);
            part.begins.push(index(part.neighbours.len()));
        }
        part
    }
}

/// A node or a place among edges, of which there are fewer than 2^32.
pub(in super::super) fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops_and_repeats_and_strays_are_left_out() {
        let net = Net::new(4, &[(0, 1), (1, 0), (0, 1), (2, 2), (3, 9), (2, 1)]);
        assert_eq!(net.neighbours(0), [1]);
        assert_eq!(net.neighbours(1), [0, 2]);
        assert_eq!(net.neighbours(2), [1]);
        assert!(net.neighbours(3).is_empty() && net.neighbours(9).is_empty());
        assert_eq!(net.components(), [vec![0, 1, 2], vec![3]]);
    }

    #[test]
    fn a_part_is_a_component_with_places_for_nodes() {
        let net = Net::new(6, &[(1, 3), (3, 5), (0, 2)]);
        let part = net.part(&[1, 3, 5]);
        assert_eq!(part.nodes(), 3);
        assert_eq!(part.neighbours(1), [0, 2]);
        assert_eq!(part.neighbours(0), [1]);
    }
}
