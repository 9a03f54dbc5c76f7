//! What a figure shows, in a sentence.

use crate::details::{Hidden, parts};
use crate::index::Index;
use crate::index::facets::Count;
use crate::language::say;
use crate::story::Item;
use crate::story::calendar::Tick;
use crate::story::words::{day, stretch};
use crate::view::{Moment, Outside, View};

use super::Subject;

/// The caption of a figure that shows `items`: "23 of 47 events, 1 Mar 2023 to 22 Jun 2023".
pub(super) fn words(index: &Index, view: &View, subject: Subject, items: &[Item]) -> String {
    let story = index.story();
    let count = |test: fn(&Item) -> bool| items.iter().filter(|item| test(item)).count();
    let mut words = match subject {
        Subject::Timeline => {
            let events = count(|item| matches!(item, Item::Event(_)));
            let all = story.events().len();
            let mut words = if events == all {
                say!("count-events", count = all)
            } else {
                say!("figure-events-some", shown = events, count = all)
            };
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
                words += &format!("; {}", say!("figure-undated", count = listed));
            }
            words
        }
        Subject::Map => {
            let actors = count(|item| matches!(item, Item::Actor(_)));
            let relations = count(|item| matches!(item, Item::Relation(_)));
            let all = story.actors().len();
            let actors = if actors == all {
                say!("count-actors", count = all)
            } else {
                say!("figure-actors-some", shown = actors, count = all)
            };
            let all = story.relations().len();
            let relations = if relations == all {
                say!("count-relations", count = all)
            } else {
                say!("figure-relations-some", shown = relations, count = all)
            };
            format!("{actors}, {relations}")
        }
    };
    if let Some(Moment { since, at }) = view.moment() {
        let moment = match since {
            Some(since) => say!("figure-between", from = day(since), to = day(at)),
            None => say!("figure-as-of", day = day(at)),
        };
        words += &format!("; {moment}");
        // What is not drawn is said.
        if subject == Subject::Map && view.unheld == Outside::Hide {
            words += &format!(", {}", say!("figure-unheld"));
        }
    }
    let center = view.focus_on.as_ref().and_then(|id| index.resolve(id));
    if let Some(item) = center.or_else(|| view.focused(index))
        && view.focus > 0
        && subject == Subject::Map
    {
        let title = index.title_of(item);
        let around = say!("figure-around", count = view.focus, title = title);
        words += &format!("; {around}");
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
    let share = |count: Count| parts(of_subject(count), hidden.all);
    let mut clauses = Vec::new();
    if let Some(query) = index.filter() {
        let query = query.to_string();
        clauses.push(match share(hidden.filtered) {
            Some(parts) => say!("figure-filtered-hidden", query = query, parts = parts),
            None => say!("figure-filtered", query = query),
        });
    }
    if let Some((query, true)) = index.aside() {
        let query = query.to_string();
        clauses.push(match share(hidden.dimmed) {
            Some(parts) => say!("figure-aside-dimmed", query = query, parts = parts),
            None => say!("figure-aside", query = query),
        });
    }
    let range = view.range.filter(|_| hidden.outside > 0);
    if let (Some(range), Subject::Timeline) = (range, subject) {
        let last = Tick(range.to.saturating_sub(1).max(range.from));
        let within = stretch(Tick(range.from), last);
        let outside = say!("figure-outside", count = hidden.outside, within = within);
        clauses.push(outside);
    }
    if hidden.by_hand > 0 && subject == Subject::Map {
        clauses.push(say!("figure-by-hand", count = hidden.by_hand));
    }
    let clauses = clauses.iter().map(|clause| format!("; {clause}"));
    clauses.collect()
}
