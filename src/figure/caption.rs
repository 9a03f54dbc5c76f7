//! What a figure shows, in a sentence.

use crate::index::Index;
use crate::story::Item;
use crate::story::calendar::Tick;
use crate::story::words::{counted, day, grouped, stretch};
use crate::view::{Moment, Outside, View};

use super::Subject;

/// The caption of a figure that shows `items`: "23 of 47 events, 1 Mar 2023 to 22 Jun 2023".
pub(super) fn words(index: &Index, view: &View, subject: Subject, items: &[Item]) -> String {
    let story = index.story();
    let count = |test: fn(&Item) -> bool| items.iter().filter(|item| test(item)).count();
    let part = |shown: usize, all: usize, one: &str, many: &str| {
        if shown == all {
            counted(all, one, many)
        } else {
            let shown = grouped(shown as u64);
            format!("{shown} of {}", counted(all, one, many))
        }
    };
    let mut words = match subject {
        Subject::Timeline => {
            let events = count(|item| matches!(item, Item::Event(_)));
            let mut words = part(events, story.events().len(), "event", "events");
            let window = view
                .window
                .map(|window| (Tick(window.from), Tick(window.to)));
            if let Some((from, to)) = window.or_else(|| index.extent()) {
                // A day ends as the next begins.
                let last = Tick(to.0.saturating_sub(1).max(from.0));
                words += &format!(", {}", stretch(from, last));
            }
            let undated = index.undated_events();
            let listed = undated
                .iter()
                .filter(|ix| items.binary_search(&Item::Event(**ix)).is_ok());
            let listed = listed.count();
            if listed > 0 {
                words += &format!("; {} of them without a date", grouped(listed as u64));
            }
            words
        }
        Subject::Map => {
            let actors = count(|item| matches!(item, Item::Actor(_)));
            let relations = count(|item| matches!(item, Item::Relation(_)));
            let actors = part(actors, story.actors().len(), "actor", "actors");
            let all = story.relations().len();
            let relations = part(relations, all, "relation", "relations");
            format!("{actors}, {relations}")
        }
    };
    if let Some(Moment { since, at }) = view.moment() {
        words += &match since {
            Some(since) => format!("; between {} and {}", day(since), day(at)),
            None => format!("; as of {}", day(at)),
        };
        // What is not drawn is said.
        if subject == Subject::Map && view.unheld == Outside::Hide {
            words += ", without what is not in force";
        }
    }
    let center = view.focus_on.as_ref().and_then(|id| index.resolve(id));
    if let Some(item) = center.or_else(|| view.focused(index))
        && view.focus > 0
        && subject == Subject::Map
    {
        let steps = counted(usize::from(view.focus), "step", "steps");
        words += &format!("; {steps} around {}", index.title_of(item));
    }
    if let Some(query) = index.filter() {
        words += &format!("; filtered by {query}");
    }
    words.push('.');
    words
}
