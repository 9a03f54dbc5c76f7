//! The graph of a story: actors as nodes, relations as edges.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::index::Index;
use crate::scene::{Measurer, TextStyle};
use crate::story::{ActorIx, Item, RelationIx};

/// Widest label on the map, in points; longer names are shortened.
pub const LABEL_WIDTH: f32 = 150.0;

/// An actor on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The actor.
    pub actor: ActorIx,
    /// Its width, in points: 12 to 28 by the square root of its relations and events, more for
    /// the important.
    pub across: f32,
    /// The name as it stands on the map.
    pub label: String,
    /// The width of the label, in points.
    pub label_width: f32,
}

/// A relation on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// The relation.
    pub relation: RelationIx,
    /// The node of its subject.
    pub from: usize,
    /// The node of its object.
    pub to: usize,
    /// Its place among the relations of the same two actors: 0, 1, -1, 2, -2, seen from the node
    /// that comes first.
    pub lane: f32,
}

/// The graph of a story. Nodes stand in the order of the actors' ids, so that nothing depends on
/// the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// The actors.
    pub nodes: Vec<Node>,
    /// The relations.
    pub edges: Vec<Edge>,
    /// Pairs of nodes that should lie near each other, first before second, with the length that
    /// their tie asks for: 1 for a relation, more for weaker ties.
    pub ties: Vec<(usize, usize, f32)>,
    places: Vec<usize>,
}

impl Graph {
    /// The graph of all actors and relations.
    #[must_use]
    pub fn new(index: &Index, measurer: &Measurer) -> Self {
        let story = index.story();
        let mut actors: Vec<ActorIx> = story.actors_with_ix().map(|(ix, _)| ix).collect();
        actors.sort_by(|&a, &b| story.actor(a).id.cmp(story.actor(b).id));
        let mut places = vec![0; actors.len()];
        for (place, actor) in actors.iter().enumerate() {
            places[actor.index()] = place;
        }
        let nodes = actors
            .iter()
            .map(|&actor| node(index, actor, measurer))
            .collect();
        let mut graph = Self {
            nodes,
            edges: Vec::new(),
            ties: Vec::new(),
            places,
        };
        graph.link(index);
        graph
    }

    /// The node of `actor`.
    #[must_use]
    pub fn node_of(&self, actor: ActorIx) -> Option<usize> {
        self.places.get(actor.index()).copied()
    }

    fn link(&mut self, index: &Index) {
        let story = index.story();
        let mut relations: Vec<RelationIx> = story.relations_with_ix().map(|(ix, _)| ix).collect();
        relations.sort_by(|&a, &b| story.relation(a).id.cmp(story.relation(b).id));
        let mut lanes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for ix in relations {
            let relation = story.relation(ix);
            let (from, to) = (
                self.places[relation.from.index()],
                self.places[relation.to.index()],
            );
            let taken = lanes.entry((from.min(to), from.max(to))).or_default();
            #[expect(clippy::cast_precision_loss, reason = "a few parallel relations")]
            let step = taken.div_ceil(2) as f32;
            let lane = if taken.is_multiple_of(2) { step } else { -step };
            *taken += 1;
            self.edges.push(Edge {
                relation: ix,
                from,
                to,
                lane,
            });
        }
        let mut ties: BTreeMap<(usize, usize), f32> = BTreeMap::new();
        let mut tie = |a: usize, b: usize, length: f32| {
            if a != b {
                let held = ties.entry((a.min(b), a.max(b))).or_insert(length);
                *held = held.min(length);
            }
        };
        for edge in &self.edges {
            tie(edge.from, edge.to, 1.0);
        }
        for (ix, actor) in story.actors_with_ix() {
            for whole in actor.part_of {
                tie(self.places[ix.index()], self.places[whole.index()], 1.0);
            }
        }
        // Whoever meets in an event belongs together, a little; crowds say less.
        for event in story.events() {
            let crowd = event.participants.len();
            if (2..=6).contains(&crowd) {
                for (i, a) in event.participants.iter().enumerate() {
                    for b in event.participants.iter().skip(i + 1) {
                        tie(
                            self.places[a.actor.index()],
                            self.places[b.actor.index()],
                            1.8,
                        );
                    }
                }
            }
        }
        self.ties = ties
            .into_iter()
            .map(|((a, b), length)| (a, b, length))
            .collect();
    }

    /// The nodes within `steps` relations of the actors among `items` (or taking part in the
    /// events, or standing at the ends of the relations among them); all where `steps` is 0 or
    /// no actor is meant.
    #[must_use]
    pub fn near(&self, index: &Index, items: &[Item], steps: u8) -> Vec<bool> {
        let mut far = vec![u8::MAX; self.nodes.len()];
        let mut queue = VecDeque::new();
        let mut roots = BTreeSet::new();
        for item in items {
            match item {
                Item::Actor(ix) => {
                    roots.insert(*ix);
                }
                Item::Event(_) | Item::Relation(_) => {
                    roots.extend(
                        index
                            .neighbourhood(*item)
                            .iter()
                            .filter_map(|near| match near {
                                Item::Actor(ix) => Some(*ix),
                                _ => None,
                            }),
                    );
                }
                Item::Passage(_) | Item::Source(_) => {}
            }
        }
        if steps == 0 || roots.is_empty() {
            return vec![true; self.nodes.len()];
        }
        for root in roots {
            if let Some(node) = self.node_of(root) {
                far[node] = 0;
                queue.push_back(node);
            }
        }
        let mut neighbours = vec![Vec::new(); self.nodes.len()];
        for edge in &self.edges {
            neighbours[edge.from].push(edge.to);
            neighbours[edge.to].push(edge.from);
        }
        while let Some(node) = queue.pop_front() {
            for &next in &neighbours[node] {
                if far[next] == u8::MAX && far[node] < steps {
                    far[next] = far[node] + 1;
                    queue.push_back(next);
                }
            }
        }
        far.into_iter().map(|steps| steps != u8::MAX).collect()
    }
}

fn node(index: &Index, actor: ActorIx, measurer: &Measurer) -> Node {
    let record = index.story().actor(actor);
    #[expect(clippy::cast_precision_loss, reason = "a count of relations")]
    let ties = (index.relations_of(actor).len() + index.events_of(actor).len()) as f32;
    let weight = f32::from(record.importance) - 3.0;
    let across = (9.0 + 3.4 * ties.sqrt() + weight * 1.5).clamp(12.0, 28.0);
    let label = measurer
        .shortened(record.name, TextStyle::Label, LABEL_WIDTH)
        .into_owned();
    let label_width = measurer.width(&label, TextStyle::Label);
    Node {
        actor,
        across,
        label,
        label_width,
    }
}
