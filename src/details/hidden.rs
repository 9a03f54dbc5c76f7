//! What a view leaves out of a story: how many of its events, relations and actors, in words.

use crate::index::Index;
use crate::index::facets::Count;
use crate::language::say;
use crate::story::{Item, ItemKind};
use crate::timeline;
use crate::view::{Outside, View};

/// How much of a story a view leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// How much there is.
    pub all: Count,
    /// What the filter lets pass; none where nothing is filtered.
    pub passing: Option<Count>,
    /// What the filter hides.
    pub filtered: Count,
    /// What the filter lets step back.
    pub dimmed: Count,
    /// Events that are hidden because they lie outside the marked stretch of time.
    pub outside: u32,
    /// Actors that are hidden by hand, of those that the filter leaves.
    pub by_hand: u32,
}

impl Hidden {
    /// What `view` leaves out, where `index` is what its filter makes of the story.
    #[must_use]
    pub fn of(index: &Index, view: &View) -> Self {
        let story = index.story();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let all = Count {
            events: number(story.events().len()),
            relations: number(story.relations().len()),
            actors: number(story.actors().len()),
        };
        let passing = index.left();
        let rest = passing.map_or_else(Count::default, |passing| Count {
            events: all.events.saturating_sub(passing.events),
            relations: all.relations.saturating_sub(passing.relations),
            actors: all.actors.saturating_sub(passing.actors),
        });
        let steps_back = index.aside().is_some_and(|(_, steps)| steps);
        let is_hidden = |id: &&String| {
            let found = story.find(ItemKind::Actor, id);
            found.is_some_and(|item| matches!(item, Item::Actor(ix) if index.shows_actor(ix)))
        };
        let range = view.range.filter(|_| view.outside == Outside::Hide);
        Self {
            all,
            passing,
            filtered: if index.filter().is_some() {
                rest
            } else {
                Count::default()
            },
            dimmed: if steps_back { rest } else { Count::default() },
            outside: range.map_or(0, |range| number(timeline::outside(index, range))),
            by_hand: number(view.hidden.iter().filter(is_hidden).count()),
        }
    }

    /// Whether anything is left out, or stands back.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.passing.is_none() && self.outside == 0 && self.by_hand == 0
    }

    /// All that is hidden, for whatever reason.
    #[must_use]
    pub fn hidden(&self) -> Count {
        Count {
            events: self.filtered.events.saturating_add(self.outside),
            relations: self.filtered.relations,
            actors: self.filtered.actors.saturating_add(self.by_hand),
        }
    }

    /// What is hidden and what is dimmed, in words: "14 of 62 events, 3 of 20 relations hidden"; none where
    /// all is shown alike.
    #[must_use]
    pub fn words(&self) -> Option<String> {
        let hidden =
            parts(self.hidden(), self.all).map(|parts| say!("details-hidden", parts = parts));
        let dimmed =
            parts(self.dimmed, self.all).map(|parts| say!("details-dimmed", parts = parts));
        let said: Vec<String> = hidden.into_iter().chain(dimmed).collect();
        (!said.is_empty()).then(|| said.join("; "))
    }
}

/// "14 of 62 events, 3 of 20 relations"; none where there is nothing.
#[must_use]
pub fn parts(some: Count, all: Count) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    if some.events > 0 {
        parts.push(say!(
            "details-part-events",
            some = some.events,
            all = all.events
        ));
    }
    if some.relations > 0 {
        parts.push(say!(
            "details-part-relations",
            some = some.relations,
            all = all.relations
        ));
    }
    if some.actors > 0 {
        parts.push(say!(
            "details-part-actors",
            some = some.actors,
            all = all.actors
        ));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Progress, load_str};
    use crate::index::Query;
    use crate::view::{Command, Window};

    fn index() -> Index {
        let text = r#"Story(format: 1, title: "x",
            actors: { "ada": Actor(name: "Ada", kind: "person"), "bank": Actor(name: "Bank", kind: "company"), "town": Actor(name: "Town") },
            relations: { "r": Relation(from: "bank", to: "town", kind: "funds") },
            events: {
                "a": Event(title: "One", when: "1990", tags: ["old"]),
                "b": Event(title: "Two", when: "2001", tags: ["old"]),
                "c": Event(title: "Three", when: "2002"),
            })"#;
        let loaded = load_str("story.ron", text, &Progress::default()).unwrap();
        Index::new(loaded.story)
    }

    #[test]
    fn what_is_hidden_is_counted_whoever_hides_it() {
        let index = index();
        let mut view = View::default();
        assert!(Hidden::of(&index, &view).is_nothing());
        let tick = |year| crate::story::calendar::Civil::new(year, 1, 1).start();
        view.apply(Command::MarkRange(Some(Window::new(
            tick(2000),
            tick(2010),
        ))));
        view.apply(Command::ShowOutside(Outside::Hide));
        view.apply(Command::Hide(vec!["ada".into(), "nobody".into()]));
        let said = Hidden::of(&index, &view).words();
        assert_eq!(said.as_deref(), Some("1 of 3 events, 1 of 3 actors hidden"));
        // What the filter hides is not hidden twice.
        let query = Query::parse("tag:old").unwrap();
        let said = Hidden::of(&index.filtered(&query), &view).words();
        assert_eq!(
            said.as_deref(),
            Some("2 of 3 events, 1 of 1 relation, 3 of 3 actors hidden")
        );
        let said = Hidden::of(&index.set_aside(&query, false), &View::default()).words();
        assert_eq!(
            said.as_deref(),
            Some("1 of 3 events, 1 of 1 relation, 3 of 3 actors dimmed")
        );
        let alike = Hidden::of(&index.set_aside(&query, true), &View::default());
        assert_eq!(alike.words(), None);
        assert_eq!(alike.passing.map(|passing| passing.events), Some(2));
    }
}
