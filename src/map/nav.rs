//! Getting about by the arrow keys.

use crate::scene::Point;
use crate::story::ActorIx;

use super::graph::Graph;

/// The actor that lies in a direction from `from` (dx to the right, dy down): among those it has
/// relations with where one lies there, otherwise among all. `positions` and
/// `shown` are those of the graph's nodes.
#[must_use]
pub fn neighbour_toward(
    graph: &Graph,
    (positions, shown): (&[Point], &[bool]),
    from: Option<ActorIx>,
    (dx, dy): (f32, f32),
) -> Option<ActorIx> {
    let Some(here) = from.and_then(|actor| graph.node_of(actor)) else {
        let first = shown.iter().position(|shown| *shown)?;
        return graph.nodes.get(first).map(|node| node.actor);
    };
    let origin = positions[here];
    let nearest = |candidates: &mut dyn Iterator<Item = usize>| {
        candidates
            .filter(|&node| node != here && shown[node])
            .filter_map(|node| {
                let at = positions[node];
                let (x, y) = (at.x - origin.x, at.y - origin.y);
                let along = x * dx + y * dy;
                let aside = (x * dy - y * dx).abs();
                (along > 0.0 && aside <= along * 1.5).then_some((node, along + aside * 1.5))
            })
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(node, _)| node)
    };
    nearest(&mut neighbours(graph, here).into_iter())
        .or_else(|| nearest(&mut (0..graph.nodes.len())))
        .map(|node| graph.nodes[node].actor)
}

fn neighbours(graph: &Graph, node: usize) -> Vec<usize> {
    graph
        .edges
        .iter()
        .filter_map(|edge| match (edge.from == node, edge.to == node) {
            (true, false) => Some(edge.to),
            (false, true) => Some(edge.from),
            _ => None,
        })
        .collect()
}
