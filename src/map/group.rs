//! Groups of actors: who is part of the same whole, of the same kind, or sits in the same place.

use std::collections::BTreeMap;

use crate::index::Index;
use crate::story::ActorIx;
use crate::story::kind::sentence_case;
use crate::view::GroupBy;

use super::graph::Graph;

/// Steps up from a part to its whole; an author may have made a circle of them.
const MOST_STEPS: usize = 16;
/// What no group holds.
pub(super) const NO_GROUP: u32 = u32::MAX;

/// A group of at least two actors.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it is called: as shown, and as it is kept.
    pub name: String,
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
        let mut named: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (n, node) in (0..).zip(&graph.nodes) {
            let name = match by {
                GroupBy::Nothing => None,
                GroupBy::Whole => whole_of(index, node.actor),
                GroupBy::Kind => Some(sentence_case(&index.actor_style(node.actor).label)),
                GroupBy::Place => place_of(index, node.actor),
            };
            if let Some(name) = name {
                named.entry(name).or_default().push(n);
            }
        }
        let mut groups = Self {
            groups: Vec::new(),
            of: vec![NO_GROUP; graph.nodes.len()],
        };
        for (name, members) in named {
            if members.len() < 2 {
                continue;
            }
            for &node in &members {
                groups.of[node as usize] = super::layout::index(groups.groups.len());
            }
            groups.groups.push(Group { name, members });
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

/// The name of the largest whole that an actor is part of, or that is its own where others are part of it.
fn whole_of(index: &Index, actor: ActorIx) -> Option<String> {
    let last = wholes(index, actor).last()?;
    let belongs = last != actor || !index.members_of(actor).is_empty();
    belongs.then(|| index.story().actor(last).name.to_owned())
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
    fn actors_gather_round_wholes_kinds_and_places() {
        let one = |name: &str, count| (name.to_owned(), count);
        assert_eq!(names(GroupBy::Whole), [one("LAND", 3)]);
        assert_eq!(names(GroupBy::Kind), [one("Person", 4)]);
        assert_eq!(names(GroupBy::Place), [one("LAND", 3), one("Town", 2)]);
        assert!(names(GroupBy::Nothing).is_empty());
    }
}
