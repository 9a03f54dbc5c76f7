//! Several actors drawn as one mark: groups that were collapsed, and those who lie too close to be told
//! apart from afar.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::scene::Point;
use crate::view::SizeBy;

use super::graph::Graph;
use super::group::Groups;
use super::layout::index;

/// Stands where a node is in no fold.
const ALONE: u32 = u32::MAX;
/// Points on screen between the middles of folds, at least, and at most twice as many.
const APART: f32 = 34.0;
/// The magnification from which on everybody is drawn.
const ALL_DRAWN: f32 = 0.5;
/// Magnifications for which folds are found, each half of the one before.
const LEVELS: usize = 6;

/// Which nodes are drawn as one, and what joins them: a partition of a graph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folding {
    /// Which fold each node is in.
    of: Vec<u32>,
    /// The foremost node of each fold.
    pub(super) heads: Vec<u32>,
    begins: Vec<u32>,
    members: Vec<u32>,
    /// Lines that stand for all relations between two marks of which one is a fold.
    pub(super) bundles: Vec<Bundle>,
    edges: Vec<u32>,
    /// For each fold the group that it is; nothing where nearness made it.
    pub(super) groups: Vec<u32>,
}

/// Relations between two marks that are drawn as one line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bundle {
    /// The marks at its ends: nodes by their place, folds behind all nodes.
    pub(super) ends: [u32; 2],
    first: u32,
    after: u32,
}

/// A mark: one node, or a fold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Node(usize),
    Fold(usize),
}

impl Folding {
    /// The partition in which node `n` is in fold `of[n]`, of which `heads` are the foremost.
    fn new(graph: &Graph, of: Vec<u32>, heads: Vec<u32>, groups: Vec<u32>) -> Self {
        let mut begins = vec![0_u32; heads.len() + 1];
        for &fold in of.iter().filter(|fold| **fold != ALONE) {
            begins[fold as usize + 1] += 1;
        }
        for fold in 0..heads.len() {
            begins[fold + 1] += begins[fold];
        }
        let mut next = begins.clone();
        let mut members = vec![0; begins[heads.len()] as usize];
        for (node, &fold) in (0..).zip(&of) {
            if fold != ALONE {
                members[next[fold as usize] as usize] = node;
                next[fold as usize] += 1;
            }
        }
        let mut folding = Self {
            of,
            heads,
            begins,
            members,
            bundles: Vec::new(),
            edges: Vec::new(),
            groups,
        };
        folding.bundle(graph);
        folding
    }

    fn bundle(&mut self, graph: &Graph) {
        let mut joined: Vec<([u32; 2], u32)> = (0..)
            .zip(&graph.ends)
            .filter_map(|(n, ends)| Some((self.ends(*ends)?, n)))
            .collect();
        joined.par_sort_unstable();
        for run in joined.chunk_by(|a, b| a.0 == b.0) {
            let first = index(self.edges.len());
            self.edges.extend(run.iter().map(|(_, edge)| *edge));
            self.bundles.push(Bundle {
                ends: run[0].0,
                first,
                after: index(self.edges.len()),
            });
        }
    }

    /// The ends of the bundle that stands for a relation between two nodes; none where it stands for itself.
    pub(super) fn ends(&self, nodes: [u32; 2]) -> Option<[u32; 2]> {
        let [a, b] = nodes.map(|node| match self.of[node as usize] {
            ALONE => node,
            fold => index(self.of.len()) + fold,
        });
        let ends = [a.min(b), a.max(b)];
        (a != b && ends[1] as usize >= self.of.len()).then_some(ends)
    }

    /// How many folds there are.
    pub(super) fn len(&self) -> usize {
        self.heads.len()
    }

    /// The fold that `node` is in.
    pub(super) fn fold_of(&self, node: usize) -> Option<usize> {
        let fold = *self.of.get(node)?;
        (fold != ALONE).then_some(fold as usize)
    }

    /// The nodes in `fold`, in order.
    pub(super) fn members(&self, fold: usize) -> &[u32] {
        match (self.begins.get(fold), self.begins.get(fold + 1)) {
            (Some(&first), Some(&after)) => &self.members[first as usize..after as usize],
            _ => &[],
        }
    }

    /// The relations of `bundle`, as places among the graph's.
    pub(super) fn edges(&self, bundle: &Bundle) -> &[u32] {
        &self.edges[bundle.first as usize..bundle.after as usize]
    }

    /// What a number at the end of a bundle means.
    pub(super) fn unit(&self, end: u32) -> Unit {
        let end = end as usize;
        end.checked_sub(self.of.len())
            .map_or(Unit::Node(end), Unit::Fold)
    }

    /// The groups among `groups` that are `collapsed`, by name.
    pub(super) fn of_groups(graph: &Graph, groups: &Groups, collapsed: &BTreeSet<String>) -> Self {
        let (mut heads, mut whose) = (Vec::new(), Vec::new());
        let mut of = vec![ALONE; graph.nodes.len()];
        for (n, group) in (0..).zip(&groups.groups) {
            if !collapsed.contains(&group.kept) {
                continue;
            }
            let foremost = graph.foremost(group.members.iter().map(|&node| node as usize));
            for &member in &group.members {
                of[member as usize] = index(heads.len());
            }
            heads.push(foremost.map_or(0, index));
            whose.push(n);
        }
        Self::new(graph, of, heads, whose)
    }
}

/// Folds of those who lie close, for magnifications from afar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Levels(Vec<Arc<Folding>>);

impl Levels {
    /// The folds of a graph whose nodes lie at `positions`.
    ///
    /// The foremost actors gather, in turn, whoever lies near and is with nobody yet, so that folds are
    /// named by those whom one knows; by cells of a grid, as markers of maps are clustered.
    pub(super) fn new(graph: &Graph, positions: &[Point]) -> Self {
        let Some(sizes) = graph.sizes(SizeBy::Ties) else {
            return Self::default();
        };
        let levels = (0..LEVELS).into_par_iter();
        let found = levels.map(|level| {
            let reach = APART / zoom_of(level);
            let (of, heads) = gather(&sizes.order, positions, reach);
            Arc::new(Folding::new(graph, of, heads, Vec::new()))
        });
        Self(found.collect())
    }

    /// The folds for a magnification; none where all actors are drawn, or there are few.
    pub(super) fn at(&self, zoom: f32) -> Option<Arc<Folding>> {
        let level = (0..self.0.len()).rev().find(|&level| {
            zoom < if level == 0 {
                ALL_DRAWN
            } else {
                zoom_of(level - 1)
            }
        })?;
        self.0.get(level).cloned()
    }
}

/// The least magnification at which the folds of a level are shown.
fn zoom_of(level: usize) -> f32 {
    (0..=level).fold(ALL_DRAWN, |zoom, _| zoom / 2.0)
}

/// Which fold each node is in, and the foremost node of each fold: nodes within `reach` of it. Nobody is
/// alone in a fold.
fn gather(order: &[u32], positions: &[Point], reach: f32) -> (Vec<u32>, Vec<u32>) {
    let cells = Cells::new(positions, reach);
    let mut of = vec![ALONE; positions.len()];
    let mut heads = Vec::new();
    for &head in order {
        if of[head as usize] != ALONE {
            continue;
        }
        let at = positions[head as usize];
        let fold = index(heads.len());
        let mut gathered = 0;
        cells.near(at, |node| {
            if of[node as usize] == ALONE && positions[node as usize].distance(at) <= reach {
                of[node as usize] = fold;
                gathered += 1;
            }
        });
        if gathered > 1 {
            heads.push(head);
        } else {
            of[head as usize] = ALONE;
        }
    }
    (of, heads)
}

/// Nodes by the cell of a grid in which they lie.
struct Cells {
    left: f32,
    top: f32,
    side: f32,
    across: usize,
    down: usize,
    begins: Vec<u32>,
    nodes: Vec<u32>,
}

/// Cells of a grid each way, at most.
const MOST_CELLS: f32 = 512.0;

impl Cells {
    fn new(positions: &[Point], side: f32) -> Self {
        let first = positions
            .first()
            .copied()
            .unwrap_or(Point { x: 0.0, y: 0.0 });
        let (mut low, mut high) = (first, first);
        for at in positions {
            (low.x, low.y) = (low.x.min(at.x), low.y.min(at.y));
            (high.x, high.y) = (high.x.max(at.x), high.y.max(at.y));
        }
        let widest = (high.x - low.x).max(high.y - low.y);
        let side = side.max(widest / MOST_CELLS).max(1e-3);
        let mut cells = Self {
            left: low.x,
            top: low.y,
            side,
            across: count((high.x - low.x) / side) + 1,
            down: count((high.y - low.y) / side) + 1,
            begins: Vec::new(),
            nodes: vec![0; positions.len()],
        };
        let mut begins = vec![0_u32; cells.across * cells.down + 1];
        for &at in positions {
            begins[cells.cell(at) + 1] += 1;
        }
        for cell in 1..begins.len() {
            begins[cell] += begins[cell - 1];
        }
        let mut next = begins.clone();
        for (node, &at) in (0..).zip(positions) {
            let place = &mut next[cells.cell(at)];
            cells.nodes[*place as usize] = node;
            *place += 1;
        }
        cells.begins = begins;
        cells
    }

    fn row_and_column(&self, at: Point) -> (usize, usize) {
        let (x, y) = (
            (at.x - self.left) / self.side,
            (at.y - self.top) / self.side,
        );
        (count(y).min(self.down - 1), count(x).min(self.across - 1))
    }

    fn cell(&self, at: Point) -> usize {
        let (row, column) = self.row_and_column(at);
        row * self.across + column
    }

    /// Calls `each` for the nodes of the cell round `at` and of those beside it, in order.
    fn near(&self, at: Point, mut each: impl FnMut(u32)) {
        let (row, column) = self.row_and_column(at);
        for row in row.saturating_sub(1)..(row + 2).min(self.down) {
            let first = row * self.across + column.saturating_sub(1);
            let after = row * self.across + (column + 2).min(self.across);
            let (from, to) = (self.begins[first] as usize, self.begins[after] as usize);
            self.nodes[from..to].iter().for_each(|&node| each(node));
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place on a grid, which is small and not negative"
)]
fn count(cells: f32) -> usize {
    cells.max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::scene::point;

    proptest! {
        #[test]
        fn whoever_is_gathered_lies_within_reach_of_the_foremost(
            places in proptest::collection::vec((-900.0..900.0_f32, -900.0..900.0_f32), 0..120),
            reach in 1.0..400.0_f32,
        ) {
            let positions: Vec<Point> = places.iter().map(|&(x, y)| point(x, y)).collect();
            let order: Vec<u32> = (0..).take(positions.len()).collect();
            let (of, heads) = gather(&order, &positions, reach);
            for (node, &fold) in of.iter().enumerate() {
                if fold != ALONE {
                    let head = positions[heads[fold as usize] as usize];
                    prop_assert!(head.distance(positions[node]) <= reach);
                }
            }
            // Nobody who is left alone could have joined, and no fold is of one.
            for fold in 0..heads.len() {
                let fold = index(fold);
                prop_assert!(of.iter().filter(|of| **of == fold).count() > 1);
            }
            for (a, &fold) in of.iter().enumerate() {
                for (b, &other) in of.iter().enumerate().skip(a + 1) {
                    let alone = fold == ALONE && other == ALONE;
                    prop_assert!(!alone || positions[a].distance(positions[b]) > reach);
                }
            }
        }
    }

    #[test]
    fn levels_follow_each_other_as_one_looks_closer() {
        let levels = Levels((0..LEVELS).map(|_| Arc::default()).collect());
        assert!(levels.at(ALL_DRAWN).is_none());
        assert!(levels.at(0.49).is_some());
        let which = |zoom: f32| {
            let found = levels.at(zoom)?;
            levels.0.iter().position(|level| Arc::ptr_eq(level, &found))
        };
        assert_eq!(which(0.3), Some(0));
        assert_eq!(which(0.2), Some(1));
        assert_eq!(which(0.001), Some(LEVELS - 1));
        // Folds on screen lie at least this far apart, and at most twice as far.
        assert!((APART / zoom_of(0) * 0.25 - APART).abs() < 1e-3);
    }
}
