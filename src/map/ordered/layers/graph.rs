//! A component's arcs without repeats, all pointing one way.

use std::collections::BTreeSet;

use super::super::super::layout::index;

/// An arc with the number of those it stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Arc {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) weight: f64,
}

/// For each node, places in a list of arcs ("compressed sparse rows").
pub(super) struct Ends {
    begins: Vec<u32>,
    arcs: Vec<u32>,
}

impl Ends {
    /// The places of arcs by the node that `end` names.
    pub(super) fn new(nodes: usize, arcs: &[Arc], end: impl Fn(&Arc) -> u32) -> Self {
        let mut begins = vec![0_u32; nodes + 1];
        for arc in arcs {
            begins[end(arc) as usize + 1] += 1;
        }
        for node in 0..nodes {
            begins[node + 1] += begins[node];
        }
        let mut next = begins.clone();
        let mut places = vec![0; arcs.len()];
        for (place, arc) in arcs.iter().enumerate() {
            let own = &mut next[end(arc) as usize];
            places[*own as usize] = index(place);
            *own += 1;
        }
        Self {
            begins,
            arcs: places,
        }
    }

    /// The places of the arcs at `node`.
    pub(super) fn of(&self, node: u32) -> &[u32] {
        let at = node as usize;
        &self.arcs[self.begins[at] as usize..self.begins[at + 1] as usize]
    }
}

/// `pairs` with a weight for repeats, in order.
pub(super) fn merged(mut pairs: Vec<(u32, u32, f64)>) -> Vec<Arc> {
    pairs.sort_by_key(|&(from, to, _)| (from, to));
    let mut arcs: Vec<Arc> = Vec::with_capacity(pairs.len());
    for (from, to, weight) in pairs {
        match arcs.last_mut() {
            Some(last) if (last.from, last.to) == (from, to) => last.weight += weight,
            _ => arcs.push(Arc { from, to, weight }),
        }
    }
    arcs
}

/// `arcs` with as few turned round as it takes so that none leads back. What leads back is found in
/// each strongly connected part by the greedy heuristic of P. Eades, X. Lin and W. F. Smyth, "A fast
/// and effective heuristic for the feedback arc set problem" (1993).
pub(super) fn forward(nodes: usize, arcs: &[Arc]) -> Vec<Arc> {
    let parts = strong_parts(nodes, arcs);
    let is_within = |arc: &&Arc| parts[arc.from as usize] == parts[arc.to as usize];
    let within: Vec<Arc> = arcs.iter().filter(is_within).copied().collect();
    if within.is_empty() {
        return arcs.to_vec();
    }
    let places = greedy(nodes, &within);
    let turned = arcs.iter().map(|arc| {
        let (a, b) = (arc.from as usize, arc.to as usize);
        if parts[a] == parts[b] && places[a] > places[b] {
            (arc.to, arc.from, arc.weight)
        } else {
            (arc.from, arc.to, arc.weight)
        }
    });
    merged(turned.collect())
}

/// The strongly connected part of each node (R. Tarjan, 1972), without recursion.
fn strong_parts(nodes: usize, arcs: &[Arc]) -> Vec<u32> {
    const NONE: u32 = u32::MAX;
    let outs = Ends::new(nodes, arcs, |arc| arc.from);
    let (mut found, mut low) = (vec![NONE; nodes], vec![0_u32; nodes]);
    let mut parts = vec![NONE; nodes];
    let (mut open, mut path): (Vec<u32>, Vec<(u32, usize)>) = (Vec::new(), Vec::new());
    let (mut count, mut part) = (0, 0);
    for first in 0..index(nodes) {
        if found[first as usize] != NONE {
            continue;
        }
        path.push((first, 0));
        while let Some((node, next)) = path.pop() {
            let at = node as usize;
            if next == 0 {
                (found[at], low[at]) = (count, count);
                count += 1;
                open.push(node);
            }
            if let Some(&arc) = outs.of(node).get(next) {
                path.push((node, next + 1));
                let to = arcs[arc as usize].to;
                if found[to as usize] == NONE {
                    path.push((to, 0));
                } else if parts[to as usize] == NONE {
                    low[at] = low[at].min(found[to as usize]);
                }
                continue;
            }
            if low[at] == found[at] {
                while let Some(member) = open.pop() {
                    parts[member as usize] = part;
                    if member == node {
                        break;
                    }
                }
                part += 1;
            }
            if let Some(&(above, _)) = path.last() {
                low[above as usize] = low[above as usize].min(low[at]);
            }
        }
    }
    parts
}

/// Nodes by how much more leaves them than comes in, and what is left of them.
struct Pool<'a> {
    arcs: &'a [Arc],
    /// The weight that comes in and that goes out, among those that are left.
    flow: Vec<[f64; 2]>,
    /// The numbers of arcs, which unlike weights are 0 without doubt.
    degree: Vec<[u32; 2]>,
    is_left: Vec<bool>,
    /// Ordered by surplus; surpluses are whole numbers.
    by_surplus: BTreeSet<(i64, u32)>,
    ready: [Vec<u32>; 2],
}

/// Each node's place in an order in which few `arcs` lead back.
fn greedy(nodes: usize, arcs: &[Arc]) -> Vec<u32> {
    let outs = Ends::new(nodes, arcs, |arc| arc.from);
    let ins = Ends::new(nodes, arcs, |arc| arc.to);
    let mut pool = Pool::new(nodes, arcs);
    let mut places = vec![0_u32; nodes];
    let (mut first, mut last) = (0, index(nodes));
    while let Some((node, is_sink)) = pool.take() {
        if is_sink {
            last -= 1;
            places[node as usize] = last;
        } else {
            places[node as usize] = first;
            first += 1;
        }
        for &arc in outs.of(node) {
            let arc = arcs[arc as usize];
            pool.lessen(arc.to, 0, arc.weight);
        }
        for &arc in ins.of(node) {
            let arc = arcs[arc as usize];
            pool.lessen(arc.from, 1, arc.weight);
        }
    }
    places
}

impl<'a> Pool<'a> {
    fn new(nodes: usize, arcs: &'a [Arc]) -> Self {
        let mut pool = Self {
            arcs,
            flow: vec![[0.0; 2]; nodes],
            degree: vec![[0; 2]; nodes],
            is_left: vec![true; nodes],
            by_surplus: BTreeSet::new(),
            ready: [Vec::new(), Vec::new()],
        };
        for arc in pool.arcs {
            pool.flow[arc.from as usize][1] += arc.weight;
            pool.degree[arc.from as usize][1] += 1;
            pool.flow[arc.to as usize][0] += arc.weight;
            pool.degree[arc.to as usize][0] += 1;
        }
        for node in (0..index(nodes)).rev() {
            pool.by_surplus.insert(pool.key(node));
            for side in 0..2 {
                if pool.degree[node as usize][side] == 0 {
                    pool.ready[side].push(node);
                }
            }
        }
        pool
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "weights are sums of ones, below 2^32"
    )]
    fn key(&self, node: u32) -> (i64, u32) {
        let [comes, goes] = self.flow[node as usize];
        ((comes - goes) as i64, node)
    }

    /// The next node and whether it goes to the end.
    fn take(&mut self) -> Option<(u32, bool)> {
        for side in [1, 0] {
            while let Some(node) = self.ready[side].pop() {
                if self.is_left[node as usize] {
                    self.remove(node);
                    return Some((node, side == 1));
                }
            }
        }
        let &(_, node) = self.by_surplus.first()?;
        self.remove(node);
        Some((node, false))
    }

    fn remove(&mut self, node: u32) {
        self.is_left[node as usize] = false;
        self.by_surplus.remove(&self.key(node));
    }

    /// Takes an arc of `weight` off `side` of a node: 0 is what comes in.
    fn lessen(&mut self, node: u32, side: usize, weight: f64) {
        if !self.is_left[node as usize] {
            return;
        }
        self.by_surplus.remove(&self.key(node));
        self.flow[node as usize][side] -= weight;
        self.degree[node as usize][side] -= 1;
        if self.degree[node as usize][side] == 0 {
            self.ready[side].push(node);
        }
        self.by_surplus.insert(self.key(node));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arcs(pairs: &[(u32, u32)]) -> Vec<Arc> {
        merged(pairs.iter().map(|&(a, b)| (a, b, 1.0)).collect())
    }

    #[test]
    fn repeats_weigh_more() {
        let merged = arcs(&[(1, 2), (0, 1), (1, 2)]);
        assert_eq!(merged.len(), 2);
        assert_eq!((merged[1].from, merged[1].to), (1, 2));
        assert!((merged[1].weight - 2.0).abs() < 1e-12);
    }

    #[test]
    fn what_has_no_cycle_stays() {
        let given = arcs(&[(3, 1), (1, 0), (3, 0), (2, 0)]);
        assert_eq!(forward(4, &given), given);
    }

    #[test]
    fn one_arc_of_a_ring_is_turned_round() {
        let given = arcs(&[(0, 1), (1, 2), (2, 3), (3, 0), (3, 4)]);
        let turned = forward(5, &given);
        let same = turned.iter().filter(|arc| given.contains(arc)).count();
        assert_eq!((turned.len(), same), (5, 4));
        assert!(turned.iter().any(|arc| (arc.from, arc.to) == (3, 4)));
    }

    #[test]
    fn both_ways_become_one() {
        let turned = forward(2, &arcs(&[(0, 1), (1, 0), (1, 0)]));
        assert_eq!(turned.len(), 1);
        assert_eq!((turned[0].from, turned[0].to), (1, 0));
    }
}
