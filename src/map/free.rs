//! Arrangements in which actors lie freely: as far apart as relations have them, or near those whom they
//! belong with.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::index::Index;
use crate::scene::Point;

use super::arrange::{Request, points};
use super::graph::{Graph, Node};
use super::layout::{self, Aim, Effort, Net};
use super::separate::{Block, separate};
use super::stress::{Random, settle};
use super::untangle::{self, Tangle};

/// Points between two actors who are tied, before labels need more.
const UNIT: f64 = 110.0;
/// The room that a map is arranged for, in points; larger maps take more in the same proportion.
const ROOM: [f64; 2] = [980.0, 470.0];
/// Points kept free round each actor with its label.
const MARGIN: f64 = 5.0;

/// Actors up to which a map is tried several times, and untangled.
const UNTANGLED: usize = 160;
/// How often.
const ATTEMPTS: u64 = 12;
/// Actors from which on a map is laid out by the engine for many, and by relations alone.
const MANY: usize = 600;
/// The room of an actor among many, in points each way.
const ROOM_OF_MANY: f64 = 46.0;

/// Stress first (every pair as far apart as the graph has it), turned to lie flat and stretched to the
/// room's proportion; then actors with their labels are moved apart. Actors without any tie stand in rows
/// below.
pub(super) fn by_distance(
    index: &Index,
    graph: &Graph,
    request: &Request,
    cancel: &AtomicBool,
) -> Vec<Point> {
    let (ids, blocks, cold) = who(index, graph, request);
    if graph.nodes.len() > MANY && cold * 2 >= ids.len() {
        return many(index, graph, request, Aim::Distances, cancel);
    }
    let place = |attempt: u64| placed(graph, &ids, &blocks, (request, cold, attempt), cancel);
    let edges = untangle::pairs(graph.edges.iter().map(|edge| (edge.from, edge.to)));
    let small = graph.nodes.len() <= UNTANGLED && edges.len() <= UNTANGLED * 2;
    let positions = if cold > 0 && cold * 2 >= ids.len() && small {
        // Stress has many minima nearly alike: of some of them, the one with the fewest crossings.
        let attempts: Vec<(usize, u64, Vec<[f64; 2]>)> = (0..ATTEMPTS)
            .into_par_iter()
            .map(|attempt| {
                let (mut positions, room) = place(attempt);
                let tangle = Tangle {
                    edges: &edges,
                    blocks: &blocks,
                    room,
                    unit: UNIT,
                };
                if !cancel.load(Ordering::Relaxed) {
                    tangle.untangle(&mut positions);
                }
                let count = untangle::crossings(&positions, &edges);
                (count, attempt, positions)
            })
            .collect();
        let best = attempts
            .into_iter()
            .min_by_key(|(count, attempt, _)| (*count, *attempt));
        best.map_or_else(Vec::new, |(_, _, positions)| positions)
    } else {
        place(0).0
    };
    points(&positions)
}

/// Where everybody lies in the `attempt`th try, and the room that they all stay in. `cold` of them have
/// no place from before.
fn placed(
    graph: &Graph,
    ids: &[&str],
    blocks: &[Block],
    (request, cold, attempt): (&Request, usize, u64),
    cancel: &AtomicBool,
) -> (Vec<[f64; 2]>, [f64; 2]) {
    let mut positions = vec![[0.0; 2]; ids.len()];
    let mut warm = vec![false; ids.len()];
    for (node, id) in ids.iter().enumerate() {
        let mut random = Random::new(seed(id) ^ attempt);
        positions[node] = [
            (random.unit() - 0.5) * ROOM[0],
            (random.unit() - 0.5) * ROOM[1],
        ];
        if let Some(before) = request.before.get(*id) {
            positions[node] = before.map(f64::from);
            warm[node] = true;
        }
    }
    let growth = growth(blocks);
    // A few newcomers take their places among those who stay.
    if cold > 0 && cold * 2 < positions.len() {
        join(graph, &mut positions, &warm);
    } else if cold > 0 {
        spread(graph, &mut positions, cancel);
        // Moving apart makes up for a little growth; for more, the map is larger from the first.
        let larger = (growth / 1.25).max(1.0);
        for at in &mut positions {
            *at = [at[0] * larger, at[1] * larger];
        }
    }
    for (node, id) in ids.iter().enumerate() {
        if let Some(pin) = request.pins.get(*id) {
            positions[node] = pin.map(f64::from);
        }
    }
    let mut room = [ROOM[0] * growth, ROOM[1] * growth];
    // Those who stay may lie in a room that had to grow before.
    let placed = positions.iter().zip(blocks).zip(&warm);
    let staying = placed.filter(|(_, warm)| **warm);
    room = around(room, staying.map(|(placed, _)| placed));
    // Very many who stay lie as they lie.
    if ids.len() <= MANY {
        separate(&mut positions, blocks, room[0], room[1]);
    }
    room = around(room, positions.iter().zip(blocks));
    (positions, room)
}

/// `room`, grown about the origin until it holds all blocks in their places.
fn around<'a>(room: [f64; 2], placed: impl Iterator<Item = (&'a [f64; 2], &'a Block)>) -> [f64; 2] {
    placed.fold(room, |[width, height], (at, block)| {
        [
            width.max((at[0].abs() + block.half_width) * 2.0),
            height.max((at[1].abs() + block.half_height + block.down) * 2.0),
        ]
    })
}

/// Lays out by relations alone what `aim` is to show, without regard to labels, lying flat and in units of
/// an edge's length.
fn engine(graph: &Graph, aim: Aim, cancel: &AtomicBool) -> Vec<[f64; 2]> {
    let count = graph.nodes.len();
    // Among very many, nearly everybody has met nearly everybody: that tells nothing.
    let ties = graph
        .ties
        .iter()
        .filter(|tie| tie.2 <= 1.0 || count <= MANY);
    let pairs: Vec<(u32, u32)> = ties
        .map(|&(a, b, _)| (layout::index(a), layout::index(b)))
        .collect();
    let net = Net::new(count, &pairs);
    let laid = layout::layout(&net, count as u64, aim, Effort::Full, cancel);
    let mut laid: Vec<[f64; 2]> = laid.into_iter().map(|at| at.map(f64::from)).collect();
    flatten(&mut laid);
    laid
}

/// Puts the pinned where they were pinned.
fn pinned(index: &Index, graph: &Graph, request: &Request, positions: &mut [[f64; 2]]) {
    for (node, at) in graph.nodes.iter().zip(positions) {
        if let Some(pin) = request.pins.get(index.story().actor(node.actor).id) {
            *at = pin.map(f64::from);
        }
    }
}

/// Arranges very many actors.
fn many(
    index: &Index,
    graph: &Graph,
    request: &Request,
    aim: Aim,
    cancel: &AtomicBool,
) -> Vec<Point> {
    let mut laid = engine(graph, aim, cancel);
    // As large as the actors need, on the whole.
    let (left, right) = extent(&laid, 0);
    let (top, bottom) = extent(&laid, 1);
    let area = (right - left).max(1.0) * (bottom - top).max(1.0);
    #[expect(clippy::cast_precision_loss, reason = "a count of actors")]
    let by = (laid.len() as f64 * ROOM_OF_MANY * ROOM_OF_MANY / area).sqrt();
    for at in &mut laid {
        *at = [at[0] * by, at[1] * by];
    }
    pinned(index, graph, request, &mut laid);
    points(&laid)
}

/// Who belongs together lies together: as the engine has it, then moved apart with labels where there are
/// few. Where most have a place from before they stay there.
pub(super) fn by_community(
    index: &Index,
    graph: &Graph,
    request: &Request,
    cancel: &AtomicBool,
) -> Vec<Point> {
    let (ids, blocks, cold) = who(index, graph, request);
    if cold * 2 < ids.len() {
        return points(&placed(graph, &ids, &blocks, (request, cold, 0), cancel).0);
    }
    if ids.len() > MANY {
        return many(index, graph, request, Aim::Communities, cancel);
    }
    let mut positions = engine(graph, Aim::Communities, cancel);
    let (left, right) = extent(&positions, 0);
    let (top, bottom) = extent(&positions, 1);
    let growth = growth(&blocks);
    // Each way as long as the room is, but never bent out of shape.
    let wide = ROOM[0] * growth / (right - left).max(1.0);
    let tall = ROOM[1] * growth / (bottom - top).max(1.0);
    let middle = (wide * tall).sqrt().min(UNIT * growth);
    let by = [wide, tall].map(|by| by.clamp(middle * 0.6, middle * 1.6));
    for at in &mut positions {
        *at = [at[0] * by[0], at[1] * by[1]];
    }
    pinned(index, graph, request, &mut positions);
    let room = ROOM.map(|side| side * growth);
    let room = around(room, positions.iter().zip(&blocks));
    separate(&mut positions, &blocks, room[0], room[1]);
    points(&positions)
}

/// The ids of all actors, the room that each needs, and how many have no place from before.
fn who<'i>(
    index: &'i Index,
    graph: &Graph,
    request: &Request,
) -> (Vec<&'i str>, Vec<Block>, usize) {
    let id = |node: &Node| index.story().actor(node.actor).id;
    let ids: Vec<&str> = graph.nodes.iter().map(id).collect();
    let mut blocks: Vec<Block> = graph.nodes.iter().map(block).collect();
    for (id, block) in ids.iter().zip(&mut blocks) {
        block.fixed = request.pins.contains_key(*id);
    }
    let known = ids.iter().filter(|id| request.before.contains_key(**id));
    let cold = ids.len() - known.count();
    (ids, blocks, cold)
}

/// How much larger than [`ROOM`] the room of these blocks is, each way.
fn growth(blocks: &[Block]) -> f64 {
    let area: f64 = blocks
        .iter()
        .map(|b| b.half_width * b.half_height * 4.0)
        .sum();
    (area / (ROOM[0] * ROOM[1] * 0.5)).sqrt().max(1.0)
}

fn block(node: &Node) -> Block {
    let across = f64::from(node.across);
    Block {
        half_width: f64::from(node.label_width.max(node.across)) / 2.0 + MARGIN,
        half_height: across.midpoint(18.0) + MARGIN,
        down: 9.0,
        fixed: false,
    }
}

/// The same number for the same id (FNV-1a).
fn seed(id: &str) -> u64 {
    id.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// Puts each newcomer beside the middle of those it is tied to.
fn join(graph: &Graph, positions: &mut [[f64; 2]], settled: &[bool]) {
    let mut sums: HashMap<usize, ([f64; 2], f64)> = HashMap::new();
    for &(a, b, length) in &graph.ties {
        for (new, old) in [(a, b), (b, a)] {
            if !settled[new] && settled[old] {
                let (sum, weight) = sums.entry(new).or_default();
                let pull = 1.0 / f64::from(length);
                sum[0] += positions[old][0] * pull;
                sum[1] += positions[old][1] * pull;
                *weight += pull;
            }
        }
    }
    for (node, (sum, weight)) in sums {
        positions[node] = [sum[0] / weight + 8.0, sum[1] / weight + UNIT * 0.6];
    }
}

/// Lays every component out by stress, and puts them beside each other.
fn spread(graph: &Graph, positions: &mut [[f64; 2]], cancel: &AtomicBool) {
    let count = positions.len();
    let mut neighbours = vec![Vec::new(); count];
    for &(a, b, length) in &graph.ties {
        neighbours[a].push((b, length));
        neighbours[b].push((a, length));
    }
    let pairs = graph.ties.iter();
    let pairs = pairs.map(|&(a, b, _)| (layout::index(a), layout::index(b)));
    let components = Net::new(count, &pairs.collect::<Vec<_>>()).components();
    let mut left = 0.0;
    let mut rows: Vec<usize> = Vec::new();
    for nodes in components {
        let nodes: Vec<usize> = nodes.into_iter().map(|node| node as usize).collect();
        if nodes.len() == 1 {
            rows.extend(nodes);
            continue;
        }
        let mut own: Vec<[f64; 2]> = nodes.iter().map(|&node| positions[node]).collect();
        let place: HashMap<usize, usize> = nodes.iter().enumerate().map(|(i, &n)| (n, i)).collect();
        let near: Vec<Vec<(usize, f32)>> = nodes
            .iter()
            .map(|node| {
                neighbours[*node]
                    .iter()
                    .map(|(other, l)| (place[other], *l))
                    .collect()
            })
            .collect();
        settle(
            &mut own,
            &near,
            UNIT,
            &mut Random::new(nodes.len() as u64),
            cancel,
        );
        flatten(&mut own);
        let (from, to) = extent(&own, 0);
        for (node, at) in nodes.iter().zip(&own) {
            positions[*node] = [at[0] - from + left, at[1]];
        }
        left += to - from + UNIT;
    }
    let shift = (left - UNIT).max(0.0) / 2.0;
    let mut bottom = 0.0_f64;
    for (node, position) in positions.iter_mut().enumerate() {
        if !rows.contains(&node) {
            position[0] -= shift;
            bottom = bottom.max(position[1]);
        }
    }
    proportion(positions, &rows);
    let columns = 9_usize;
    for (n, node) in rows.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "rows of a screen")]
        let (row, column) = ((n / columns) as f64, (n % columns) as f64);
        positions[*node] = [(column - 4.0) * UNIT, bottom + UNIT * (0.6 + row * 0.4)];
    }
}

fn extent(positions: &[[f64; 2]], axis: usize) -> (f64, f64) {
    positions
        .iter()
        .fold((f64::MAX, f64::MIN), |(least, most), at| {
            (least.min(at[axis]), most.max(at[axis]))
        })
}

/// Turns `positions` about their middle so that they spread most from left to right.
fn flatten(positions: &mut [[f64; 2]]) {
    #[expect(clippy::cast_precision_loss, reason = "a count of actors")]
    let count = positions.len() as f64;
    let mean = |axis: usize| positions.iter().map(|at| at[axis]).sum::<f64>() / count;
    let (mx, my) = (mean(0), mean(1));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for at in positions.iter() {
        let (dx, dy) = (at[0] - mx, at[1] - my);
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
    }
    // The larger eigenvector of the covariance, by square roots alone.
    let root = ((xx - yy) * (xx - yy) + 4.0 * xy * xy).sqrt();
    let (mut ux, mut uy) = (xx - yy + root, 2.0 * xy);
    let length = (ux * ux + uy * uy).sqrt();
    if length < 1e-9 {
        (ux, uy) = (1.0, 0.0);
    } else {
        (ux, uy) = (ux / length, uy / length);
    }
    for at in positions.iter_mut() {
        let (dx, dy) = (at[0] - mx, at[1] - my);
        *at = [dx * ux + dy * uy, dy * ux - dx * uy];
    }
}

/// Stretches the positions towards the room's proportion; a few actors do not fill it.
fn proportion(positions: &mut [[f64; 2]], without: &[usize]) {
    let placed: Vec<[f64; 2]> = positions
        .iter()
        .enumerate()
        .filter(|(node, _)| !without.contains(node))
        .map(|(_, at)| *at)
        .collect();
    if placed.len() < 2 {
        return;
    }
    let (left, right) = extent(&placed, 0);
    let (top, bottom) = extent(&placed, 1);
    let (width, height) = ((right - left).max(UNIT), (bottom - top).max(UNIT));
    #[expect(clippy::cast_precision_loss, reason = "a count of actors")]
    let most = 1.5 * UNIT * (placed.len() - 1) as f64;
    let (sx, sy) = (
        (ROOM[0] * 0.9).min(most) / width,
        (ROOM[1] * 0.85).min(most) / height,
    );
    // Neither axis is stretched beyond what keeps distances honest.
    let middle = (sx * sy).sqrt().max(1e-6);
    let (sx, sy) = (
        (sx / middle).clamp(0.5, 2.0) * middle,
        (sy / middle).clamp(0.5, 2.0) * middle,
    );
    let (cx, cy) = (left.midpoint(right), top.midpoint(bottom));
    for at in positions.iter_mut() {
        *at = [(at[0] - cx) * sx, (at[1] - cy) * sy];
    }
}

#[cfg(test)]
mod tests {
    use super::super::arrange::arrange;
    use super::*;
    use crate::file::{Progress, load_str};
    use crate::scene::Measurer;

    /// Crossings that Graphviz neato 2.43 has on the same graph, drawn straight.
    const NEATO: usize = 3;

    #[test]
    fn the_story_that_ships_has_no_more_crossings_than_with_neato() {
        let text = include_str!("../../data/us-china-cloud.ron");
        let loaded = load_str("us-china-cloud.ron", text, &Progress::default()).unwrap();
        let index = Index::new(loaded.story);
        let (measurer, never) = (Measurer::new(), AtomicBool::new(false));
        let arranged = arrange(&index, &Request::default(), &measurer, &never);
        let edges = arranged.graph.edges.iter();
        let edges = untangle::pairs(edges.map(|edge| (edge.from, edge.to)));
        let places: Vec<[f64; 2]> = arranged
            .positions
            .iter()
            .map(|at| [f64::from(at.x), f64::from(at.y)])
            .collect();
        assert!(untangle::crossings(&places, &edges) <= NEATO);
    }
}
