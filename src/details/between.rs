//! The page of two actors: how they are joined.

use crate::index::{Highlight, Index, Reach, Ways};
use crate::language::say;
use crate::map::Force;
use crate::story::{ActorIx, Item, RelationIx};
use crate::view::Moment;

use super::pages::{actor_chip, joined};
use super::rows::relation_row;
use super::{Page, Row, Section};

/// Steps of the ways that are listed beside the shortest.
const LONGEST: u8 = 4;
/// Ways that are looked for, and those of them that are listed.
const MOST: usize = 60;
const LISTED: usize = 12;

/// The ways between two actors by what is in force at `moment`.
fn ways_between(index: &Index, ends: (ActorIx, ActorIx), moment: Option<Moment>) -> Ways {
    let reach = Reach {
        longest: LONGEST,
        most: MOST,
    };
    index.ways(ends, reach, |ix| {
        Force::of_relation(index, ix, moment).holds()
    })
}

/// The actors and the relations of `ways`.
fn items_along(ways: &Ways) -> Vec<Item> {
    let steps = ways.all.iter().take(LISTED).flatten();
    let items = steps.flat_map(|step| {
        let relations = step.relations.iter().map(|&ix| Item::Relation(ix));
        relations.chain([Item::Actor(step.to)])
    });
    items.collect()
}

/// Both actors, where two are all that is selected.
#[must_use]
pub fn pair_of(selection: &[Item]) -> Option<(ActorIx, ActorIx)> {
    match *selection {
        [Item::Actor(from), Item::Actor(to)] => Some((from, to)),
        _ => None,
    }
}

/// What `selection` and `hovered` light up in all views: of two actors, the ways between them.
#[must_use]
pub fn lit(
    index: &Index,
    selection: &[Item],
    hovered: Option<Item>,
    moment: Option<Moment>,
) -> Highlight {
    match pair_of(selection) {
        Some(pair) => {
            let along = items_along(&ways_between(index, pair, moment));
            Highlight::along(index, selection, &along, hovered)
        }
        None => Highlight::new(index, selection, hovered, false),
    }
}

/// The page of two actors.
#[must_use]
pub fn between(index: &Index, ends: (ActorIx, ActorIx), moment: Option<Moment>) -> Page {
    let (from, to) = ends;
    let story = index.story();
    let ways = ways_between(index, ends, moment);
    let summary = match ways.all.as_slice() {
        [] => say!("details-between-none").to_owned(),
        [only] if !ways.more => {
            say!("details-between-only", steps = only.len())
        }
        [first, ..] => {
            let (count, steps) = (ways.all.len(), first.len());
            let longest = usize::from(LONGEST).max(steps);
            if ways.more {
                say!(
                    "details-between-at-least",
                    count = count,
                    longest = longest,
                    steps = steps
                )
            } else {
                say!(
                    "details-between-ways",
                    count = count,
                    longest = longest,
                    steps = steps
                )
            }
        }
    };
    let sections = ways.all.iter().take(LISTED).zip(1_usize..).map(|(way, n)| {
        let rows = way.iter().flat_map(|step| step.relations.iter());
        Section {
            title: say!("details-between-way", number = n, steps = way.len()),
            rows: rows.map(|&ix| row(index, ix)).collect(),
            more: 0,
        }
    });
    let mut sections: Vec<Section> = sections.collect();
    let unlisted = ways.all.len().saturating_sub(LISTED);
    if let Some(last) = sections.last_mut() {
        last.more = unlisted;
    }
    Page {
        item: Some(Item::Actor(to)),
        kicker: say!("details-between").to_owned(),
        title: say!(
            "details-between-title",
            first = story.actor(from).name,
            second = story.actor(to).name
        ),
        summary,
        chips: vec![actor_chip(index, from, ""), actor_chip(index, to, "")],
        sections,
        ..Page::default()
    }
}

/// A relation of a way, with how much it rests on.
fn row(index: &Index, ix: RelationIx) -> Row {
    let evidence = index.story().relation(ix).evidence.len();
    let rests = say!("count-passages", count = evidence);
    let row = relation_row(index, ix);
    Row {
        note: joined(&[&row.note, &rests]),
        ..row
    }
}
