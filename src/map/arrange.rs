//! Where the actors lie: the same for the same story, whatever the order of its file.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::index::Index;
use crate::scene::{Measurer, Point, Rect, point};
use crate::story::ActorIx;
use crate::view::ArrangeBy;

use super::fold::Levels;
use super::free;
use super::graph::{Graph, Node};
use super::ordered::{self, Guides};

/// What an arrangement answers. Equal requests for one story have equal answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// What decides where actors lie.
    pub by: ArrangeBy,
    /// Actors that stay where they were put, by id, in the map's units.
    pub pins: BTreeMap<String, [f32; 2]>,
    /// Where actors lay before, by id: where they lie freely, they move as little as possible.
    pub before: BTreeMap<String, [f32; 2]>,
    /// The graph of the story, where that is known already.
    pub graph: Option<Arc<Graph>>,
}

/// Where every actor of a story lies, in the map's units: points at a zoom of 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    /// The graph that was arranged.
    pub graph: Arc<Graph>,
    /// The place of each node.
    pub positions: Vec<Point>,
    /// What decided that.
    pub by: ArrangeBy,
    /// Lines and words that belong to it.
    pub(super) guides: Guides,
    /// Who is drawn as one mark from afar.
    pub(super) levels: Arc<Levels>,
}

impl Arrangement {
    /// The arrangement in which nodes lie at `positions`.
    fn new(graph: Arc<Graph>, positions: Vec<Point>, by: ArrangeBy, guides: Guides) -> Self {
        let levels = if graph.nodes.len() > super::crowd::MOST_GLYPHS {
            Levels::new(&graph, &positions)
        } else {
            Levels::default()
        };
        Self {
            graph,
            positions,
            by,
            guides,
            levels: Arc::new(levels),
        }
    }

    /// A share `t` (0 to 1) of the way from `before` to this arrangement of the same graph.
    #[must_use]
    pub fn on_the_way(&self, before: &Self, t: f32) -> Self {
        let pairs = before.positions.iter().zip(&self.positions);
        Self {
            positions: pairs.map(|(from, to)| from.toward(*to, t)).collect(),
            ..self.clone()
        }
    }

    /// Where an actor lies.
    #[must_use]
    pub fn position(&self, actor: ActorIx) -> Option<Point> {
        self.positions.get(self.graph.node_of(actor)?).copied()
    }

    /// Positions by the actors' ids, to begin from after a reload.
    #[must_use]
    pub fn by_id(&self, index: &Index) -> BTreeMap<String, [f32; 2]> {
        let id = |node: usize| {
            index
                .story()
                .actor(self.graph.nodes[node].actor)
                .id
                .to_string()
        };
        self.positions
            .iter()
            .enumerate()
            .map(|(node, at)| (id(node), [at.x, at.y]))
            .collect()
    }

    /// Whether names stand beside marks rather than below them.
    pub(super) const fn is_beside(&self) -> bool {
        matches!(self.by, ArrangeBy::Layers(_) | ArrangeBy::Columns)
    }

    /// The smallest rectangle round the actors that `shown` holds, with their labels.
    #[must_use]
    pub fn bounds(&self, positions: &[Point], shown: impl Fn(usize) -> bool) -> Option<Rect> {
        let beside = self.is_beside();
        let room = |node: &Node, at: &Point| {
            let half = node.across / 2.0;
            if beside {
                let right = half + 5.0 + node.label_width;
                return Rect::between(at.x - half, at.y - half, at.x + right, at.y + half);
            }
            let wide = half.max(node.label_width / 2.0);
            Rect::between(at.x - wide, at.y - half, at.x + wide, at.y + half + 18.0)
        };
        let nodes = self.graph.nodes.iter().zip(positions).enumerate();
        nodes
            .filter(|(node, _)| shown(*node))
            .map(|(_, (node, at))| room(node, at))
            .reduce(Rect::union)
    }
}

/// Arranges the actors of a story. Returns early, with what there is, once `cancel` is set.
#[must_use]
pub fn arrange(
    index: &Index,
    request: &Request,
    measurer: &Measurer,
    cancel: &AtomicBool,
) -> Arrangement {
    let graph = match &request.graph {
        Some(graph) => Arc::clone(graph),
        None => Arc::new(Graph::new(index, measurer)),
    };
    let (positions, guides) = match &request.by {
        ArrangeBy::Distances => (
            free::by_distance(index, &graph, request, cancel),
            Guides::None,
        ),
        ArrangeBy::Communities => (
            free::by_community(index, &graph, request, cancel),
            Guides::None,
        ),
        by => ordered::arranged(index, &graph, by, cancel),
    };
    Arrangement::new(graph, positions, request.by.clone(), guides)
}

/// Positions as the screen has them.
#[expect(
    clippy::cast_possible_truncation,
    reason = "positions are of screen size"
)]
pub(super) fn points(positions: &[[f64; 2]]) -> Vec<Point> {
    let place = |at: &[f64; 2]| point(at[0] as f32, at[1] as f32);
    positions.iter().map(place).collect()
}
