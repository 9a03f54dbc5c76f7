//! What keeps an item out of sight although it is there, and what shows it.

use crate::index::Index;
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
            Self::Filter => "hidden by the filter",
            Self::Map(_) => "hidden on the map",
            Self::Stretch => "outside the marked stretch",
            Self::Day => "not in force then",
            Self::Focus => "beyond the map’s focus",
        }
    }

    /// What a sentence says of it, after "is".
    #[must_use]
    pub fn sentence(&self, index: &Index, item: Item) -> String {
        match self {
            Self::Filter => match index.filter() {
                Some(filter) => format!("hidden by the filter {}", filter.keeping_out(index, item)),
                None => "hidden by the filter".to_owned(),
            },
            Self::Map(_) => "hidden on the map".to_owned(),
            Self::Stretch => "outside the marked stretch of time".to_owned(),
            Self::Day => "not in force on the day that the map shows".to_owned(),
            Self::Focus => "further off than the map’s focus reaches".to_owned(),
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
