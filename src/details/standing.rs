//! How an item stands at the moment that the map is shown as of.

use crate::index::Index;
use crate::language::say;
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
    let since = moment.since.map(day).unwrap_or_default();
    let at = day(moment.at);
    Some(match change {
        Change::None if share > 0.0 && moment.since.is_some() => {
            say!("details-in-force-between", since = since, at = at)
        }
        Change::None if sure => say!("details-in-force", at = at),
        Change::None if share > 0.0 => say!("details-in-force-perhaps", at = at),
        Change::None => out_of_force(date, moment.at),
        Change::Began => say!("details-began", since = since, at = at),
        Change::Ended => say!("details-ended", since = since, at = at),
        Change::Passed => say!("details-passed", since = since, at = at),
    })
}

/// That what `date` dates is not in force at `at`, and on which side of it that lies.
fn out_of_force(date: &Date, at: Tick) -> String {
    let span = date.span();
    let when = day(at);
    if span.start.earliest > at {
        say!("details-not-yet-in-force", at = when)
    } else if span.end.latest <= at {
        say!("details-no-longer-in-force", at = when)
    } else {
        say!("details-not-in-force", at = when)
    }
}
