//! What keeps an item out of sight although it is there, and what shows it.

use crate::index::Index;
use crate::language::say;
use crate::map::Force;
use crate::story::{Date, Item};
use crate::timeline;
use crate::view::{Command, Outside, View};

/// What keeps an item out of sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hiding {
    /// The filter.
    Filter,
    /// These actors are not shown on the map, by id.
    Map(Vec<String>),
    /// It lies outside the marked stretch of time.
    Stretch,
    /// It is not in force on the day for which the map is shown.
    Day,
    /// It lies further off than the map shows.
    Focus,
}

impl Hiding {
    /// What a list says of it.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self {
            Self::Filter => say!("hiding-filter"),
            Self::Map(_) => say!("hiding-map"),
            Self::Stretch => say!("hiding-stretch"),
            Self::Day => say!("hiding-day"),
            Self::Focus => say!("hiding-focus"),
        }
    }

    /// What a sentence says of it, after "is".
    #[must_use]
    pub fn sentence(&self, index: &Index, item: Item) -> String {
        match self {
            Self::Filter => match index.filter() {
                Some(filter) => {
                    let terms = filter.keeping_out(index, item).to_string();
                    say!("hiding-is-filter-of", terms = terms)
                }
                None => say!("hiding-is-filter").to_owned(),
            },
            Self::Map(_) => say!("hiding-is-map").to_owned(),
            Self::Stretch => say!("hiding-is-stretch").to_owned(),
            Self::Day => say!("hiding-is-day").to_owned(),
            Self::Focus => say!("hiding-is-focus").to_owned(),
        }
    }

    /// What takes it away.
    #[must_use]
    pub fn taken_away(&self, index: &Index, item: Item) -> Option<Command> {
        Some(match self {
            Self::Filter => {
                let without = index.filter()?.letting_pass(index, item);
                Command::Filter(without.to_string())
            }
            Self::Map(actors) => Command::Unhide(actors.clone()),
            Self::Stretch => Command::ShowOutside(Outside::Dim),
            Self::Day => Command::ShowUnheld(Outside::Dim),
            Self::Focus => Command::Focus(0),
        })
    }
}

/// What keeps `item` out of sight, where `index` is as the filter leaves it.
#[must_use]
pub fn hidden_by(index: &Index, view: &View, item: Item) -> Vec<Hiding> {
    let story = index.story();
    let mut all = Vec::new();
    if !index.is_on_show(item) {
        all.push(Hiding::Filter);
    }
    let actors = match item {
        Item::Actor(ix) => vec![ix],
        Item::Relation(ix) => vec![story.relation(ix).from, story.relation(ix).to],
        _ => Vec::new(),
    };
    let ids = actors.iter().map(|ix| story.actor(*ix).id.to_owned());
    let hidden: Vec<String> = ids.filter(|id| view.hidden.contains(id)).collect();
    if !hidden.is_empty() {
        all.push(Hiding::Map(hidden));
    }
    if let (Item::Event(ix), Outside::Hide, Some(range)) = (item, view.outside, view.range)
        && !timeline::lies_in(story.event(ix).when.date, range)
    {
        all.push(Hiding::Stretch);
    }
    let moment = view.moment();
    let holds = match item {
        Item::Relation(ix) => Force::of_relation(index, ix, moment).holds(),
        Item::Actor(ix) => {
            let span = story.actor(ix).during.map(Date::span);
            Force::of(span, moment).holds()
        }
        _ => true,
    };
    if !holds && view.unheld == Outside::Hide {
        all.push(Hiding::Day);
    }
    all
}
