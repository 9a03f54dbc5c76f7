//! What a filter leaves out, where that is not hidden: all of the story is on show, and what does not pass
//! steps back, or is shown as all else.

use rayon::prelude::*;

use crate::story::{ActorIx, EventIx, Item, RelationIx, Story};

use super::facets::Count;
use super::query::Query;

/// Which items a query lets pass.
#[derive(Clone, Debug)]
pub(super) struct Passing {
    pub(super) query: Query,
    pub(super) events: Vec<bool>,
    pub(super) relations: Vec<bool>,
    pub(super) actors: Vec<bool>,
    /// The actors that pass, or stand at an end of a relation that does.
    pub(super) ends: Vec<bool>,
    /// How many of each are left, with such actors.
    pub(super) count: Count,
    /// Whether what does not pass is shown as all else.
    pub(super) alike: bool,
}

impl Passing {
    /// Asks `passes` of every item of `story`.
    pub(super) fn of(story: &Story, query: &Query, passes: impl Fn(Item) -> bool + Sync) -> Self {
        let each = |count: usize, item: fn(usize) -> Item| -> Vec<bool> {
            let all = (0..count).into_par_iter();
            all.map(|n| passes(item(n))).collect()
        };
        let events = each(story.events().len(), |n| Item::Event(EventIx::at(n)));
        let relations = each(story.relations().len(), |n| {
            Item::Relation(RelationIx::at(n))
        });
        let actors = each(story.actors().len(), |n| Item::Actor(ActorIx::at(n)));
        let mut ends = actors.clone();
        for (relation, passes) in story.relations().zip(&relations) {
            if *passes {
                ends[relation.from.index()] = true;
                ends[relation.to.index()] = true;
            }
        }
        let counted = |passing: &[bool]| {
            let passing = passing.iter().filter(|passes| **passes);
            u32::try_from(passing.count()).unwrap_or(u32::MAX)
        };
        Self {
            count: Count {
                events: counted(&events),
                relations: counted(&relations),
                actors: counted(&ends),
            },
            query: query.clone(),
            events,
            relations,
            actors,
            ends,
            alike: false,
        }
    }

    /// Whether `item` passes; what cannot be filtered does.
    pub(super) fn passes(&self, item: Item) -> bool {
        let passes = match item {
            Item::Event(ix) => self.events.get(ix.index()),
            Item::Relation(ix) => self.relations.get(ix.index()),
            Item::Actor(ix) => self.actors.get(ix.index()),
            Item::Passage(_) | Item::Source(_) => None,
        };
        passes.copied().unwrap_or(true)
    }

    /// Whether `item` is left: it passes, or stands at an end of a relation that does.
    pub(super) fn has(&self, item: Item) -> bool {
        match item {
            Item::Actor(ix) => self.ends.get(ix.index()).copied().unwrap_or(true),
            _ => self.passes(item),
        }
    }

    /// Whether `item` steps back for what passes.
    pub(super) fn steps_back(&self, item: Item) -> bool {
        !self.alike && !self.has(item)
    }
}

#[cfg(test)]
mod tests {
    use crate::file::{Progress, load_str};
    use crate::index::{Highlight, Index, Query, Strength};
    use crate::story::{ActorIx, EventIx, Item, RelationIx};

    fn index() -> Index {
        let text = r#"Story(format: 1, title: "x",
            actors: { "ada": Actor(name: "Ada"), "bank": Actor(name: "Bank"), "town": Actor(name: "Town") },
            relations: { "r": Relation(from: "ada", to: "bank", kind: "owns", tags: ["old"]) },
            events: {
                "a": Event(title: "One", when: "1990", tags: ["old"], participants: { "town": "" }),
                "b": Event(title: "Two", when: "2001"),
            })"#;
        let loaded = load_str("story.ron", text, &Progress::default()).unwrap();
        Index::new(loaded.story)
    }

    #[test]
    fn what_a_filter_hides_steps_back_where_it_is_set_aside() {
        let whole = index();
        let query = Query::parse("tag:old").unwrap();
        let (hidden, aside) = (whole.filtered(&query), whole.set_aside(&query, false));
        assert_eq!(hidden.left(), aside.left());
        assert_eq!(aside.dated_events(), whole.dated_events());
        let story = whole.story();
        for (ix, _) in story.events_with_ix() {
            let shown = hidden.dated_events().contains(&ix);
            assert_eq!(aside.steps_back(Item::Event(ix)), !shown);
        }
        for (ix, _) in story.relations_with_ix() {
            assert_eq!(
                aside.steps_back(Item::Relation(ix)),
                !hidden.shows_relation(ix)
            );
        }
        for (ix, _) in story.actors_with_ix() {
            assert_eq!(aside.steps_back(Item::Actor(ix)), !hidden.shows_actor(ix));
        }
        let alike = whole.set_aside(&query, true);
        assert!(!alike.steps_back(Item::Event(EventIx(1))));
    }

    #[test]
    fn what_is_lit_does_not_step_back() {
        let aside = index().set_aside(&Query::parse("tag:old").unwrap(), false);
        let (one, two) = (Item::Event(EventIx(0)), Item::Event(EventIx(1)));
        let town = Item::Actor(ActorIx(2));
        let plain = Highlight::new(&aside, &[], None, false);
        assert_eq!(plain.of(one), Strength::Normal);
        assert_eq!([plain.of(two), plain.of(town)], [Strength::Dimmed; 2]);
        assert_eq!(plain.of(Item::Relation(RelationIx(0))), Strength::Normal);
        // Of several, all must step back, and all must be known.
        assert_eq!(plain.of_many(2, [two, town].into_iter()), Strength::Dimmed);
        assert_eq!(plain.of_many(2, [one, two].into_iter()), Strength::Normal);
        assert_eq!(plain.of_many(3, [two, town].into_iter()), Strength::Normal);
        let lit = Highlight::new(&aside, &[two], Some(one), true);
        assert_eq!(lit.of(two), Strength::Selected);
        assert_eq!(lit.of(town), Strength::Related);
    }
}
