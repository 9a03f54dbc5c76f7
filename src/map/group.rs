//! Groups of actors: who is part of the same whole, of the same kind, or sits in the same place.

use std::collections::{BTreeMap, HashMap};

use crate::index::Index;
use crate::story::ActorIx;
use crate::story::kind::{kept_name, sentence_case};
use crate::view::GroupBy;

use super::graph::Graph;

/// Steps up from a part to its whole; an author may have made a circle of them.
const MOST_STEPS: usize = 16;
/// What no group holds.
pub(super) const NO_GROUP: u32 = u32::MAX;

/// A group of at least two actors.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it is called on screen.
    pub name: String,
    /// The name under which a view keeps it, in whatever language: of a built-in kind the English one.
    pub kept: String,
    /// The nodes in it, in order.
    pub members: Vec<u32>,
}

/// The groups of a graph: no node is in two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Groups {
    /// The groups by name.
    pub groups: Vec<Group>,
    /// Which of them each node is in; [`NO_GROUP`] for none.
    pub(super) of: Vec<u32>,
}

impl Groups {
    /// The groups of `graph` by `by`.
    pub(super) fn new(index: &Index, graph: &Graph, by: GroupBy) -> Self {
        // By name, and wholes of the same name by what they are.
        let mut named: BTreeMap<(String, Option<ActorIx>), (ActorIx, Vec<u32>)> = BTreeMap::new();
        for (n, node) in (0..).zip(&graph.nodes) {
            let key = match by {
                GroupBy::Nothing => None,
                GroupBy::Whole => whole_of(index, node.actor)
                    .map(|whole| (index.story().actor(whole).name.to_owned(), Some(whole))),
                GroupBy::Kind => Some(sentence_case(&index.actor_style(node.actor).label))
                    .map(|kind| (kind, None)),
                GroupBy::Place => place_of(index, node.actor).map(|place| (place, None)),
            };
            if let Some(key) = key {
                let (_, members) = named.entry(key).or_insert((node.actor, Vec::new()));
                members.push(n);
            }
        }
        named.retain(|_, (_, members)| members.len() >= 2);
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (name, _) in named.keys() {
            *known.entry(name).or_default() += 1;
        }
        let mut groups = Self {
            groups: Vec::new(),
            of: vec![NO_GROUP; graph.nodes.len()],
        };
        for ((name, whole), (first, members)) in &named {
            let name = match whole.filter(|_| known.get(name.as_str()) > Some(&1)) {
                Some(whole) => format!("{name} ({})", index.story().actor(whole).id),
                None => name.clone(),
            };
            let members = members.clone();
            for &node in &members {
                groups.of[node as usize] = super::layout::index(groups.groups.len());
            }
            let kept = if by == GroupBy::Kind {
                sentence_case(&kept_name(index.story(), index.story().actor(*first).kind))
            } else {
                name.clone()
            };
            groups.groups.push(Group {
                name,
                kept,
                members,
            });
        }
        groups
    }

    /// The group that `node` is in.
    #[must_use]
    pub fn group_of(&self, node: usize) -> Option<&Group> {
        self.groups.get(*self.of.get(node)? as usize)
    }
}

/// The wholes that `actor` is part of, the nearest first, and before them itself.
fn wholes(index: &Index, actor: ActorIx) -> impl Iterator<Item = ActorIx> {
    let up = move |of: &ActorIx| {
        let whole = index.story().actor(*of).part_of.first();
        whole.copied().filter(|whole| whole != of)
    };
    std::iter::successors(Some(actor), up).take(MOST_STEPS)
}

/// The largest whole that an actor is part of, or itself where others are part of it. Of a circle, the one
/// that the file has first.
fn whole_of(index: &Index, actor: ActorIx) -> Option<ActorIx> {
    let mut up: Vec<ActorIx> = Vec::new();
    let mut circle = None;
    for whole in wholes(index, actor) {
        circle = up.iter().position(|seen| *seen == whole);
        if circle.is_some() {
            break;
        }
        up.push(whole);
    }
    let last = match circle {
        Some(first) => up.get(first..)?.iter().min().copied()?,
        None => up.last().copied()?,
    };
    let belongs = last != actor || circle.is_some() || !index.members_of(actor).is_empty();
    belongs.then_some(last)
}

/// The country that an actor is or belongs to, or else the place where it sits.
fn place_of(index: &Index, actor: ActorIx) -> Option<String> {
    let story = index.story();
    let country = wholes(index, actor).find(|&whole| story.actor(whole).kind == "country");
    if let Some(country) = country {
        return Some(story.actor(country).name.to_owned());
    }
    let place = wholes(index, actor)
        .map(|whole| story.actor(whole).place)
        .find(|place| !place.is_empty())?;
    // A country that is an actor too gathers those who merely sit there.
    Some(place.to_owned())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::scene::Measurer;
    use crate::story::build::{Actor, Builder};

    fn index() -> Index {
        let mut builder = Builder::new("Groups");
        let mut actor = |id: &str, kind: &str, place: &str, part_of: Vec<ActorIx>| {
            builder.actor(Actor {
                id: id.into(),
                name: id.to_uppercase(),
                kind: kind.into(),
                place: place.into(),
                part_of,
                ..Actor::default()
            })
        };
        let land = actor("land", "country", "", vec![]);
        let office = actor("office", "agency", "", vec![land]);
        actor("clerk", "person", "", vec![office]);
        actor("baker", "person", "Town", vec![]);
        actor("smith", "person", "Town", vec![]);
        actor("loner", "person", "", vec![]);
        Index::new(Arc::new(builder.finish()))
    }

    fn names(by: GroupBy) -> Vec<(String, usize)> {
        let index = index();
        let graph = Graph::new(&index, &Measurer::new());
        let groups = Groups::new(&index, &graph, by);
        for (n, group) in (0..).zip(&groups.groups) {
            assert!(group.members.iter().all(|&m| groups.of[m as usize] == n));
        }
        let groups = groups.groups.into_iter();
        groups
            .map(|group| (group.name, group.members.len()))
            .collect()
    }

    #[test]
    fn wholes_of_one_name_are_two_groups_and_a_circle_is_one() {
        let mut builder = Builder::new("Groups");
        let mut actor = |id: &str, name: &str, part_of: Vec<usize>| {
            builder.actor(Actor {
                id: id.into(),
                name: name.into(),
                kind: "group".into(),
                part_of: part_of.into_iter().map(ActorIx::at).collect(),
                ..Actor::default()
            });
        };
        actor("a", "Ministry", vec![]);
        actor("b", "Ministry", vec![]);
        actor("c", "Clerk", vec![0]);
        actor("d", "Driver", vec![1]);
        // Each of three is said to be part of the next.
        actor("e", "East", vec![5]);
        actor("f", "West", vec![6]);
        actor("g", "North", vec![4]);
        let index = Index::new(Arc::new(builder.finish()));
        let graph = Graph::new(&index, &Measurer::new());
        let groups = Groups::new(&index, &graph, GroupBy::Whole).groups;
        let named = groups
            .iter()
            .map(|group| (&*group.name, group.members.len()));
        let named: Vec<_> = named.collect();
        assert_eq!(
            named,
            [("East", 3), ("Ministry (a)", 2), ("Ministry (b)", 2)]
        );
    }

    #[test]
    fn actors_gather_round_wholes_kinds_and_places() {
        let one = |name: &str, count| (name.to_owned(), count);
        assert_eq!(names(GroupBy::Whole), [one("LAND", 3)]);
        assert_eq!(names(GroupBy::Kind), [one("Person", 4)]);
        assert_eq!(names(GroupBy::Place), [one("LAND", 3), one("Town", 2)]);
        assert!(names(GroupBy::Nothing).is_empty());
    }
}
