//! The graph of a story: actors as nodes, relations as edges.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use rayon::prelude::*;

use crate::index::Index;
use crate::scene::{Measurer, TextStyle};
use crate::story::date::Span;
use crate::story::{ActorIx, Item, Relation, RelationIx, Status};
use crate::view::{GroupBy, SizeBy};

use super::fold::Folding;
use super::group::Groups;
use super::meeting::Meeting;
use super::memo::Memo;
use super::size::Sizes;
use super::untangle;

/// Widest label on the map, in points; longer names are shortened.
pub const LABEL_WIDTH: f32 = 150.0;
/// The most actors on the map: those that are named most by events and relations.
pub const MOST_NODES: usize = 20_000;
/// The most relations on the map: the most important ones.
pub const MOST_EDGES: usize = 120_000;

/// An actor on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The actor.
    pub actor: ActorIx,
    /// Its width, in points, where size tells of its ties.
    pub across: f32,
    /// The name as it stands on the map.
    pub label: String,
    /// The width of the label, in points.
    pub label_width: f32,
    /// Which of [`Index::looks`] it has.
    pub look: usize,
    /// When it took part; none where that is not said.
    pub span: Option<Span>,
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
    /// How sure it is.
    pub status: Status,
    /// When it holds; none where that is not said.
    pub span: Option<Span>,
}

/// The graph of a story. Nodes stand in the order of the actors' ids, so that nothing depends on
/// the order of the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// The actors.
    pub nodes: Vec<Node>,
    /// The relations.
    pub edges: Vec<Edge>,
    /// The nodes at the ends of each relation: what is asked for most, close together.
    pub ends: Vec<[u32; 2]>,
    /// The statuses that relations have, in order, each once.
    pub statuses: Vec<Status>,
    /// Pairs of nodes that should lie near each other, first before second, with the length that
    /// their tie asks for: 1 for a relation, more for weaker ties.
    pub ties: Vec<(usize, usize, f32)>,
    /// How many actors and relations the story has beyond those.
    pub left_out: [usize; 2],
    /// How large the nodes are by each measure, in the order of [`SizeBy::ALL`].
    pub(super) sizes: Vec<Sizes>,
    places: Vec<u32>,
    edge_places: Vec<u32>,
    groups: Memo<GroupBy, Groups>,
    meetings: Memo<(), Vec<Meeting>>,
    folding: Memo<(GroupBy, BTreeSet<String>), Folding>,
}

/// Stands where an actor is not on the map.
const NO_PLACE: u32 = u32::MAX;

impl Graph {
    /// The graph of all actors and relations; of a story with very many, of those that count most.
    #[must_use]
    pub fn new(index: &Index, measurer: &Measurer) -> Self {
        let story = index.story();
        let mut actors: Vec<ActorIx> = story.actors_with_ix().map(|(ix, _)| ix).collect();
        let mut places = vec![NO_PLACE; actors.len()];
        let actors_left_out = actors.len().saturating_sub(MOST_NODES);
        if actors_left_out > 0 {
            let ties = |ix| index.relations_of(ix).len() + index.events_of(ix).len();
            actors.sort_by_cached_key(|&ix| (Reverse(ties(ix)), story.actor(ix).id));
            actors.truncate(MOST_NODES);
        }
        actors.sort_by(|&a, &b| story.actor(a).id.cmp(story.actor(b).id));
        for (place, actor) in (0..).zip(&actors) {
            places[actor.index()] = place;
        }
        let sizes = SizeBy::ALL.iter();
        let sizes: Vec<Sizes> = sizes.map(|by| Sizes::new(index, &actors, *by)).collect();
        let nodes: Vec<Node> = actors
            .par_iter()
            .zip(&sizes[0].across)
            .map(|(&actor, &across)| node(index, actor, across, measurer))
            .collect();
        let mut graph = Self {
            nodes,
            edges: Vec::new(),
            ends: Vec::new(),
            statuses: Vec::new(),
            ties: Vec::new(),
            left_out: [actors_left_out, 0],
            sizes,
            places,
            edge_places: Vec::new(),
            groups: Memo::default(),
            meetings: Memo::default(),
            folding: Memo::default(),
        };
        graph.link(index);
        graph
    }

    /// The node of `actor`.
    #[must_use]
    pub fn node_of(&self, actor: ActorIx) -> Option<usize> {
        let place = *self.places.get(actor.index())?;
        (place != NO_PLACE).then_some(place as usize)
    }

    /// The place of a relation among [`Self::edges`].
    #[must_use]
    pub fn edge_of(&self, relation: RelationIx) -> Option<u32> {
        let place = *self.edge_places.get(relation.index())?;
        (place != NO_PLACE).then_some(place)
    }

    /// How large the nodes are by `measure`.
    #[must_use]
    pub(super) fn sizes(&self, measure: SizeBy) -> Option<&Sizes> {
        let named = SizeBy::ALL.iter().position(|by| *by == measure)?;
        self.sizes.get(named)
    }

    /// The groups of actors by `by`.
    #[must_use]
    pub fn groups(&self, index: &Index, by: GroupBy) -> Arc<Groups> {
        self.groups.of(by, |by| Groups::new(index, self, *by))
    }

    /// The widest of `nodes`, the first of those alike.
    pub(super) fn foremost(&self, nodes: impl DoubleEndedIterator<Item = usize>) -> Option<usize> {
        let across = |node: &usize| self.nodes[*node].across;
        nodes.rev().max_by(|a, b| across(a).total_cmp(&across(b)))
    }

    /// Who took part in the same events. Found on the first call, which takes a while in a large story.
    pub fn meetings(&self, index: &Index) -> Arc<Vec<Meeting>> {
        self.meetings.of((), |()| Meeting::all(index, self))
    }

    /// The same, where it has been found already.
    #[must_use]
    pub fn meetings_found(&self) -> Option<Arc<Vec<Meeting>>> {
        self.meetings.held(&())
    }

    /// Who is drawn as one mark where these groups are collapsed.
    pub(super) fn collapsed(
        &self,
        index: &Index,
        by: GroupBy,
        collapsed: &BTreeSet<String>,
    ) -> Arc<Folding> {
        self.folding.of((by, collapsed.clone()), |(by, collapsed)| {
            Folding::of_groups(self, &self.groups(index, *by), collapsed)
        })
    }

    fn link(&mut self, index: &Index) {
        let story = index.story();
        let is_on_map = |relation: &Relation<'_>| {
            self.node_of(relation.from).is_some() && self.node_of(relation.to).is_some()
        };
        let mut relations: Vec<RelationIx> = story
            .relations_with_ix()
            .filter(|(_, relation)| is_on_map(relation))
            .map(|(ix, _)| ix)
            .collect();
        if relations.len() > MOST_EDGES {
            relations.sort_by_cached_key(|&ix| {
                let relation = story.relation(ix);
                let evidence = relation.evidence.len();
                (Reverse((relation.importance, evidence)), relation.id)
            });
            relations.truncate(MOST_EDGES);
        }
        self.left_out[1] = story.relations().len() - relations.len();
        relations.sort_by(|&a, &b| story.relation(a).id.cmp(story.relation(b).id));
        let mut lanes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for ix in relations {
            let relation = story.relation(ix);
            let (Some(from), Some(to)) = (self.node_of(relation.from), self.node_of(relation.to))
            else {
                continue;
            };
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
                status: relation.status,
                span: relation.during.date.map(|date| date.span().clone()),
            });
        }
        let place = super::layout::index;
        let ends = self
            .edges
            .iter()
            .map(|edge| [place(edge.from), place(edge.to)]);
        self.ends = ends.collect();
        let statuses: BTreeSet<Status> = self.edges.iter().map(|edge| edge.status).collect();
        self.statuses = statuses.into_iter().collect();
        self.edge_places = vec![NO_PLACE; story.relations().len()];
        for (n, edge) in (0..).zip(&self.edges) {
            self.edge_places[edge.relation.index()] = n;
        }
        self.ties = self.ties(index);
    }

    /// Relations, and of weaker ties those that join what no relation does: within what relations join,
    /// others would only tangle it.
    fn ties(&self, index: &Index) -> Vec<(usize, usize, f32)> {
        let story = index.story();
        let mut groups = Joined::new(self.nodes.len());
        let related = untangle::pairs(self.edges.iter().map(|edge| (edge.from, edge.to)));
        let mut ties: Vec<(usize, usize, f32)> = Vec::with_capacity(related.len());
        for (a, b) in related {
            groups.join(a, b);
            ties.push((a, b, 1.0));
        }
        let mut weaker: BTreeMap<(usize, usize), (f32, u32)> = BTreeMap::new();
        let mut tie = |groups: &mut Joined, a: ActorIx, b: ActorIx, length: f32| {
            if let (Some(a), Some(b)) = (self.node_of(a), self.node_of(b))
                && groups.of(a) != groups.of(b)
            {
                let held = weaker.entry((a.min(b), a.max(b))).or_insert((length, 0));
                *held = (held.0.min(length), held.1 + 1);
            }
        };
        for (ix, actor) in story.actors_with_ix() {
            for &whole in actor.part_of {
                tie(&mut groups, ix, whole, 1.0);
            }
        }
        // Whoever meets in an event belongs together, a little; crowds say less.
        for n in 0..story.events.rows.len() {
            let present = story.events.participants_of(n);
            if (2..=6).contains(&present.len()) {
                for (i, a) in present.iter().enumerate() {
                    for b in &present[i + 1..] {
                        tie(&mut groups, a.actor, b.actor, 1.8);
                    }
                }
            }
        }
        let mut weaker: Vec<_> = weaker.into_iter().collect();
        // The closest first, and of those whoever meet most often.
        weaker.sort_by(|(a, (far_a, met_a)), (b, (far_b, met_b))| {
            far_a.total_cmp(far_b).then(met_b.cmp(met_a)).then(a.cmp(b))
        });
        for ((a, b), (length, _)) in weaker {
            if groups.join(a, b) {
                ties.push((a, b, length));
            }
        }
        ties.sort_by_key(|tie| (tie.0, tie.1));
        ties
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

/// Who belongs together so far (union by halved paths; R. Tarjan, 1975).
struct Joined(Vec<usize>);

impl Joined {
    fn new(nodes: usize) -> Self {
        Self((0..nodes).collect())
    }

    fn of(&mut self, mut node: usize) -> usize {
        while self.0[node] != node {
            self.0[node] = self.0[self.0[node]];
            node = self.0[node];
        }
        node
    }

    /// Whether two were apart before.
    fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.of(a), self.of(b));
        self.0[a.max(b)] = a.min(b);
        a != b
    }
}

fn node(index: &Index, actor: ActorIx, across: f32, measurer: &Measurer) -> Node {
    let record = index.story().actor(actor);
    let label = measurer
        .shortened(record.name, TextStyle::Label, LABEL_WIDTH)
        .into_owned();
    let label_width = measurer.width(&label, TextStyle::Label);
    Node {
        actor,
        across,
        label,
        label_width,
        look: index.actor_look(actor),
        span: record.during.map(|date| date.span().clone()),
    }
}
