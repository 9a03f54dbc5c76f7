//! How an item stands at the moment that the map is shown as of.

use crate::index::Index;
use crate::map::{Change, Force};
use crate::story::calendar::Tick;
use crate::story::words::day;
use crate::story::{Date, Item};
use crate::view::Moment;

/// Whether a relation or an actor is in force at `moment`, in a sentence; none where it has no date, or
/// the map is shown for all times.
#[must_use]
pub fn standing(index: &Index, item: Item, moment: Option<Moment>) -> Option<String> {
    let story = index.story();
    let date = match item {
        Item::Relation(ix) => story.relation(ix).during.date,
        Item::Actor(ix) => story.actor(ix).during,
        Item::Event(_) | Item::Passage(_) | Item::Source(_) => None,
    }?;
    let moment = moment?;
    let Force { share, change } = Force::of(Some(date.span()), Some(moment));
    let sure = share >= 1.0;
    let perhaps = |said: &str| {
        let when = day(moment.at);
        if sure {
            format!("{said} as of {when}")
        } else {
            format!("Perhaps {} as of {when}", said.to_lowercase())
        }
    };
    let since = moment.since.map(day).unwrap_or_default();
    let at = day(moment.at);
    Some(match change {
        Change::None if share > 0.0 && moment.since.is_some() => {
            format!("In force from {since} to {at}")
        }
        Change::None if share > 0.0 => perhaps("In force"),
        Change::None => out_of_force(date, moment.at),
        Change::Began => format!("Began between {since} and {at}"),
        Change::Ended => format!("Ended between {since} and {at}"),
        Change::Passed => format!("Began and ended between {since} and {at}"),
    })
}

/// That what `date` dates is not in force at `at`, and on which side of it that lies.
fn out_of_force(date: &Date, at: Tick) -> String {
    let span = date.span();
    let side = if span.start.earliest > at {
        ": it begins later"
    } else if span.end.latest <= at {
        ": it ended before"
    } else {
        ""
    };
    format!("Not in force as of {}{side}", day(at))
}
