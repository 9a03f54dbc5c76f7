//! How strongly each item is to be shown, given what is selected and hovered.

use std::collections::HashMap;
use std::sync::Arc;

use crate::story::Item;

use super::Index;
use super::aside::Passing;

/// How strongly an item is shown; where several reasons meet, the greatest counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// Stepped back: something else is hovered.
    Dimmed,
    /// As usual.
    #[default]
    Normal,
    /// Belongs to what is selected or hovered.
    Related,
    /// Under the pointer.
    Hovered,
    /// Selected.
    Selected,
}

/// How strongly each item is shown. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Highlight {
    strengths: Arc<HashMap<Item, Strength>>,
    dims: bool,
    /// What a filter leaves out steps back, where it is on show.
    aside: Option<Arc<Passing>>,
}

impl PartialEq for Highlight {
    fn eq(&self, other: &Self) -> bool {
        self.dims == other.dims
            && self.aside.as_ref().map(Arc::as_ptr) == other.aside.as_ref().map(Arc::as_ptr)
            && (Arc::ptr_eq(&self.strengths, &other.strengths) || self.strengths == other.strengths)
    }
}

impl Highlight {
    /// What `selection` and `hovered` light up in all views. While something is hovered, and
    /// `dims` is set, everything that does not belong to it steps back.
    #[must_use]
    pub fn new(index: &Index, selection: &[Item], hovered: Option<Item>, dims: bool) -> Self {
        let mut strengths = HashMap::new();
        let mut raise = |item: Item, strength: Strength| {
            let held = strengths.entry(item).or_insert(strength);
            *held = strength.max(*held);
        };
        for &item in selection {
            raise(item, Strength::Selected);
            for near in index.neighbourhood(item) {
                raise(near, Strength::Related);
            }
        }
        if let Some(item) = hovered {
            raise(item, Strength::Hovered);
            for near in index.neighbourhood(item) {
                raise(near, Strength::Related);
            }
        }
        Self {
            strengths: Arc::new(strengths),
            dims: dims && hovered.is_some(),
            aside: index.aside.clone(),
        }
    }

    /// What lies on the ways between `selection`, and what `hovered` lights up: nothing else that
    /// belongs to those selected.
    #[must_use]
    pub fn along(index: &Index, selection: &[Item], ways: &[Item], hovered: Option<Item>) -> Self {
        let lit = Self::new(index, &[], hovered, false);
        let mut strengths = (*lit.strengths).clone();
        let on_way = ways.iter().map(|&item| (item, Strength::Related));
        let chosen = selection.iter().map(|&item| (item, Strength::Selected));
        for (item, strength) in on_way.chain(chosen) {
            let held = strengths.entry(item).or_insert(strength);
            *held = strength.max(*held);
        }
        Self {
            strengths: Arc::new(strengths),
            dims: false,
            aside: lit.aside,
        }
    }

    /// The same, with all that does not belong to it stepped back, or not.
    #[must_use]
    pub fn dimming(&self, dims: bool) -> Self {
        Self {
            dims,
            ..self.clone()
        }
    }

    /// How strongly `item` is shown.
    #[must_use]
    pub fn of(&self, item: Item) -> Strength {
        if let Some(strength) = self.strengths.get(&item) {
            return *strength;
        }
        rest(self.dims || self.steps_back(item))
    }

    /// How strongly a mark of several items is shown that none of them lights up: as those of them that step
    /// back only where all do. `items` are the first of them, `count` is how many there are.
    #[must_use]
    pub fn of_many(&self, count: usize, items: impl Iterator<Item = Item>) -> Strength {
        let mut seen = 0;
        let all_back = self.sets_aside()
            && items
                .inspect(|_| seen += 1)
                .all(|item| self.steps_back(item));
        rest(self.dims || (all_back && seen >= count))
    }

    /// Whether `item` steps back because a filter leaves it out; what is lit does not.
    #[must_use]
    pub fn steps_back(&self, item: Item) -> bool {
        let aside = self.aside.as_ref();
        aside.is_some_and(|aside| aside.steps_back(item)) && !self.strengths.contains_key(&item)
    }

    /// Whether anything may step back because a filter leaves it out.
    #[must_use]
    pub fn sets_aside(&self) -> bool {
        self.aside.as_ref().is_some_and(|aside| !aside.alike)
    }

    /// The items that are lit, in no order.
    pub fn lit(&self) -> impl Iterator<Item = Item> {
        let lit = self.strengths.iter();
        lit.filter(|(_, strength)| **strength >= Strength::Related)
            .map(|(item, _)| *item)
    }

    /// Whether what is not lit steps back.
    #[must_use]
    pub fn dims(&self) -> bool {
        self.dims
    }

    /// Whether anything at all is lit or dimmed.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.strengths.is_empty() && !self.sets_aside()
    }
}

/// How strongly what nothing lights up is shown.
fn rest(steps_back: bool) -> Strength {
    if steps_back {
        Strength::Dimmed
    } else {
        Strength::Normal
    }
}

impl Index {
    /// What belongs to `item` in the other views: an event's participants and the relations that
    /// rest on the same passages between them; an actor's events, relations and neighbours; a
    /// relation's ends; all that rests on a passage or a source.
    #[must_use]
    pub fn neighbourhood(&self, item: Item) -> Vec<Item> {
        let story = self.story();
        // What it rests on is marked where sources are read.
        let links = self.evidence_of(item).iter();
        let mut near: Vec<Item> = links.map(|link| Item::Passage(link.passage)).collect();
        match item {
            Item::Event(ix) => {
                let event = story.event(ix);
                near.extend(event.participants.iter().map(|p| Item::Actor(p.actor)));
                near.extend(self.shared_relations(item));
                let versions = story.other_versions(ix).into_iter();
                near.extend(versions.map(Item::Event));
            }
            Item::Actor(ix) => {
                near.extend(self.events_of(ix).iter().map(|&event| Item::Event(event)));
                for &relation in self.relations_of(ix) {
                    let ends = story.relation(relation);
                    near.push(Item::Relation(relation));
                    near.push(Item::Actor(if ends.from == ix {
                        ends.to
                    } else {
                        ends.from
                    }));
                }
            }
            Item::Relation(ix) => {
                let relation = story.relation(ix);
                near.extend([Item::Actor(relation.from), Item::Actor(relation.to)]);
                near.extend(self.shared_events(item));
            }
            Item::Passage(ix) => near.extend(self.resting_on(ix).iter().map(|(item, _)| *item)),
            Item::Source(ix) => {
                for &passage in self.passages_of(ix) {
                    near.extend(self.resting_on(passage).iter().map(|(item, _)| *item));
                }
            }
        }
        near
    }

    /// The relations that rest on a passage of `item`, in the story's order.
    #[must_use]
    pub fn shared_relations(&self, item: Item) -> Vec<Item> {
        self.sharing(item, |near| matches!(near, Item::Relation(_)))
    }

    /// The events that rest on a passage of `item`, in the story's order.
    #[must_use]
    pub fn shared_events(&self, item: Item) -> Vec<Item> {
        self.sharing(item, |near| matches!(near, Item::Event(_)))
    }

    fn sharing(&self, item: Item, wanted: impl Fn(Item) -> bool) -> Vec<Item> {
        let mut found: Vec<Item> = self
            .evidence_of(item)
            .iter()
            .flat_map(|link| self.resting_on(link.passage))
            .map(|(near, _)| *near)
            .filter(|&near| near != item && wanted(near))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}
