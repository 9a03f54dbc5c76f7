//! What a figure shows, in a sentence.

use crate::details::{Hidden, parts};
use crate::index::Index;
use crate::index::facets::Count;
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
    words += &left_out(index, view, subject);
    words.push('.');
    words
}

/// What the filter, the marked stretch and the hand hide of a figure's subject, or let step back.
fn left_out(index: &Index, view: &View, subject: Subject) -> String {
    let hidden = Hidden::of(index, view);
    let of_subject = |count: Count| match subject {
        Subject::Timeline => Count {
            events: count.events,
            ..Count::default()
        },
        Subject::Map => Count { events: 0, ..count },
    };
    let share = |count: Count, done: &str| {
        let parts = parts(of_subject(count), hidden.all);
        parts.map_or_else(String::new, |parts| format!(" ({parts} {done})"))
    };
    let mut words = String::new();
    if let Some(query) = index.filter() {
        let share = share(hidden.filtered, "hidden");
        words += &format!("; filtered by {query}{share}");
    }
    if let Some((query, true)) = index.aside() {
        let share = share(hidden.dimmed, "dimmed");
        words += &format!("; what passes {query} stands out{share}");
    }
    let range = view.range.filter(|_| hidden.outside > 0);
    if let (Some(range), Subject::Timeline) = (range, subject) {
        let last = Tick(range.to.saturating_sub(1).max(range.from));
        let within = stretch(Tick(range.from), last);
        let events = counted(hidden.outside as usize, "event", "events");
        words += &format!("; without {events} outside {within}");
    }
    if hidden.by_hand > 0 && subject == Subject::Map {
        let actors = counted(hidden.by_hand as usize, "actor", "actors");
        words += &format!("; without {actors} hidden by hand");
    }
    words
}
