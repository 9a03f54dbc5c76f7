//! The page of two actors: how they are joined.

use crate::index::{Highlight, Index, Reach, Ways};
use crate::map::Force;
use crate::story::words::counted;
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
        [] => "No relations lead from one to the other.".to_owned(),
        [only] if !ways.more => {
            format!(
                "Joined by 1 way of {}.",
                counted(only.len(), "step", "steps")
            )
        }
        [first, ..] => {
            let steps = counted(first.len(), "step", "steps");
            let at_least = if ways.more { "at least " } else { "" };
            let count = counted(ways.all.len(), "way", "ways");
            let longest = usize::from(LONGEST).max(first.len());
            format!(
                "Joined by {at_least}{count} of up to {longest} steps; the shortest has {steps}."
            )
        }
    };
    let sections = ways.all.iter().take(LISTED).zip(1..).map(|(way, n)| {
        let rows = way.iter().flat_map(|step| step.relations.iter());
        Section {
            title: format!("Way {n}: {}", counted(way.len(), "step", "steps")),
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
        kicker: "Two actors".to_owned(),
        title: format!("{} and {}", story.actor(from).name, story.actor(to).name),
        summary,
        chips: vec![actor_chip(index, from, ""), actor_chip(index, to, "")],
        sections,
        ..Page::default()
    }
}

/// A relation of a way, with how much it rests on.
fn row(index: &Index, ix: RelationIx) -> Row {
    let evidence = index.story().relation(ix).evidence.len();
    let rests = counted(evidence, "passage", "passages");
    let row = relation_row(index, ix);
    Row {
        note: joined(&[&row.note, &rests]),
        ..row
    }
}
