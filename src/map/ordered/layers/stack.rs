//! The nodes of each rank in order, with stand-ins where long arcs pass.

use super::super::super::layout::index;
use super::super::extent::real;
use super::graph::Arc;

/// A neighbour on another rank and the weight of the arcs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub(super) to: u32,
    pub(super) weight: f64,
}

/// Ranks of nodes and of stand-ins, which come after all nodes.
pub(super) struct Stack {
    /// How many nodes there are; members from this on are stand-ins.
    pub(super) nodes: usize,
    /// The rank of each member.
    pub(super) ranks: Vec<u32>,
    /// The members of each rank from top to bottom.
    pub(super) columns: Vec<Vec<u32>>,
    /// Each member's neighbours on lower and on higher ranks.
    links: [Rows; 2],
    /// Each member's place in its column.
    pub(super) places: Vec<u32>,
    /// Whether all links are between neighbouring ranks.
    pub(super) is_proper: bool,
}

/// Links in rows by member.
#[derive(Default)]
struct Rows {
    begins: Vec<u32>,
    links: Vec<Link>,
}

impl Rows {
    fn new(members: usize, arcs: &[Arc], far: bool) -> Self {
        let ends = |arc: &Arc| {
            if far {
                (arc.from, arc.to)
            } else {
                (arc.to, arc.from)
            }
        };
        let mut begins = vec![0_u32; members + 1];
        for arc in arcs {
            begins[ends(arc).0 as usize + 1] += 1;
        }
        for member in 0..members {
            begins[member + 1] += begins[member];
        }
        let none = Link { to: 0, weight: 0.0 };
        let mut links = vec![none; arcs.len()];
        let mut next = begins.clone();
        for arc in arcs {
            let (of, to) = ends(arc);
            let place = &mut next[of as usize];
            links[*place as usize] = Link {
                to,
                weight: arc.weight,
            };
            *place += 1;
        }
        Self { begins, links }
    }

    fn of(&self, member: u32) -> &[Link] {
        let at = member as usize;
        &self.links[self.begins[at] as usize..self.begins[at + 1] as usize]
    }
}

impl Stack {
    /// Nodes with `ranks` and `arcs` that lead to higher ones. Stand-ins are set where the arcs would
    /// need no more than `most`.
    pub(super) fn new(ranks: &[u32], arcs: &[Arc], most: usize) -> Self {
        let nodes = ranks.len();
        let length = |arc: &Arc| ranks[arc.to as usize] - ranks[arc.from as usize];
        let passes: usize = arcs.iter().map(|arc| length(arc) as usize - 1).sum();
        let is_proper = passes <= most;
        let mut all = ranks.to_vec();
        let mut links = Vec::with_capacity(arcs.len() + if is_proper { passes } else { 0 });
        for arc in arcs {
            if !is_proper {
                links.push(*arc);
                continue;
            }
            let mut from = arc.from;
            for rank in ranks[arc.from as usize] + 1..ranks[arc.to as usize] {
                let to = index(all.len());
                all.push(rank);
                links.push(Arc { from, to, ..*arc });
                from = to;
            }
            links.push(Arc { from, ..*arc });
        }
        let mut columns = vec![Vec::new(); all.iter().max().map_or(0, |&most| most as usize + 1)];
        for (member, &rank) in all.iter().enumerate() {
            columns[rank as usize].push(index(member));
        }
        let mut stack = Self {
            nodes,
            columns: Vec::new(),
            links: [
                Rows::new(all.len(), &links, false),
                Rows::new(all.len(), &links, true),
            ],
            places: vec![0; all.len()],
            ranks: all,
            is_proper,
        };
        stack.set(columns);
        stack
    }

    /// How many members there are.
    pub(super) fn members(&self) -> usize {
        self.ranks.len()
    }

    /// The links of `member` to lower ranks (0) or to higher ones (1).
    pub(super) fn links(&self, member: u32, side: usize) -> &[Link] {
        self.links[side].of(member)
    }

    /// Takes `columns` as the order.
    pub(super) fn set(&mut self, columns: Vec<Vec<u32>>) {
        self.columns = columns;
        for rank in 0..self.columns.len() {
            self.number(rank);
        }
    }

    /// Notes the places of the members of a rank.
    pub(super) fn number(&mut self, rank: usize) {
        for (place, &member) in self.columns[rank].iter().enumerate() {
            self.places[member as usize] = index(place);
        }
    }

    /// How far down its column a member is, from 0 to 1.
    pub(super) fn height(&self, member: u32) -> f64 {
        let column = &self.columns[self.ranks[member as usize] as usize];
        (f64::from(self.places[member as usize]) + 0.5) / real(column.len())
    }

    /// How bad the order is: the weight of links that cross; where there are no stand-ins, how far up
    /// and down they go.
    pub(super) fn cost(&self) -> f64 {
        if !self.is_proper {
            let all = (0..index(self.members())).flat_map(|member| {
                let links = self.links(member, 1).iter();
                links.map(move |link| {
                    link.weight * (self.height(member) - self.height(link.to)).abs()
                })
            });
            return all.sum();
        }
        let count = self.columns.len().saturating_sub(1);
        (0..count).map(|rank| self.crossings(rank)).sum()
    }

    /// The crossings between `rank` and the next by an accumulator tree (W. Barth, P. Mutzel and M.
    /// Jünger, 2004), each as often as its two links weigh.
    fn crossings(&self, rank: usize) -> f64 {
        let mut first = 1;
        while first < self.columns[rank + 1].len() {
            first *= 2;
        }
        let mut sums = vec![0.0_f64; first * 2];
        let mut total = 0.0;
        let mut ends: Vec<(u32, f64)> = Vec::new();
        for &member in &self.columns[rank] {
            ends.clear();
            let links = self.links(member, 1).iter();
            ends.extend(links.map(|link| (self.places[link.to as usize], link.weight)));
            ends.sort_by_key(|&(place, _)| place);
            // Links of one member do not cross: all are counted before any is added.
            for &(place, weight) in &ends {
                let mut at = first + place as usize;
                while at > 1 {
                    if at.is_multiple_of(2) {
                        total += weight * sums[at + 1];
                    }
                    at /= 2;
                }
            }
            for &(place, weight) in &ends {
                let mut at = first + place as usize;
                while at > 0 {
                    sums[at] += weight;
                    at /= 2;
                }
            }
        }
        total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc(from: u32, to: u32, weight: f64) -> Arc {
        Arc { from, to, weight }
    }

    #[test]
    fn crossings_are_counted_with_their_weights() {
        let arcs = [
            arc(0, 5, 1.0),
            arc(1, 4, 2.0),
            arc(2, 3, 1.0),
            arc(2, 5, 1.0),
        ];
        let stack = Stack::new(&[0, 0, 0, 1, 1, 1], &arcs, 0);
        // 0→5 crosses 1→4 (2) and 2→3 (1); 1→4 crosses 2→3 (2).
        assert!((stack.cost() - 5.0).abs() < 1e-12);
    }

    #[test]
    fn long_arcs_have_stand_ins_if_there_may_be_as_many() {
        let arcs = [
            arc(0, 1, 1.0),
            arc(1, 2, 1.0),
            arc(0, 3, 1.0),
            arc(2, 3, 1.0),
        ];
        let stack = Stack::new(&[0, 1, 2, 3], &arcs, 2);
        assert!(stack.is_proper);
        assert_eq!(stack.members(), 6);
        assert_eq!(stack.columns[1], [1, 4]);
        assert_eq!(stack.links(5, 1)[0].to, 3);
        let stack = Stack::new(&[0, 1, 2, 3], &arcs, 1);
        assert!(!stack.is_proper);
        assert_eq!(stack.members(), 4);
    }
}
