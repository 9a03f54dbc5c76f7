//! Items as rows of lists, and the order in which they stand there.

use crate::index::Index;
use crate::language::say;
use crate::story::calendar::Tick;
use crate::story::{Bearing, EventIx, Item, RelationIx, SourceIx, Status};

use super::pages::joined;
use super::{Row, Section};

/// Rows of a list before "and 12 more".
pub(super) const ROWS: usize = 12;

/// An item as a row of a list.
pub(super) fn row(index: &Index, item: Item) -> Row {
    match item {
        Item::Event(ix) => event_row(index, ix),
        Item::Relation(ix) => relation_row(index, ix),
        Item::Actor(ix) => Row {
            item,
            when: String::new(),
            title: index.story().actor(ix).name.to_owned(),
            note: index.actor_style(ix).label.clone(),
            style: Some(index.actor_style(ix).clone()),
        },
        Item::Passage(ix) => Row {
            item,
            when: String::new(),
            title: say!("quoted", words = index.story().passage(ix).quote),
            note: index.title_of(Item::Source(index.story().passage(ix).source)),
            style: None,
        },
        Item::Source(ix) => source_row(index, ix),
    }
}

/// A source, with how many passages of it the story has.
pub(super) fn source_row(index: &Index, ix: SourceIx) -> Row {
    let source = index.story().source(ix);
    Row {
        item: Item::Source(ix),
        when: source
            .published
            .map(crate::story::Date::brief)
            .unwrap_or_default(),
        title: source.title.to_owned(),
        note: say!("count-passages", count = index.passages_of(ix).len()),
        style: None,
    }
}

pub(super) fn event_row(index: &Index, ix: EventIx) -> Row {
    let event = index.story().event(ix);
    Row {
        item: Item::Event(ix),
        when: event
            .when
            .date
            .map_or_else(|| say!("details-undated").into(), crate::story::Date::brief),
        title: event.title.to_owned(),
        note: String::new(),
        style: Some(index.event_style(ix).clone()),
    }
}

/// The event at the other end of an arrow.
pub(super) fn arrow_row(index: &Index, ix: EventIx, label: &str) -> Row {
    Row {
        note: label.to_owned(),
        ..event_row(index, ix)
    }
}

pub(super) fn relation_row(index: &Index, ix: RelationIx) -> Row {
    let relation = index.story().relation(ix);
    let during = relation
        .during
        .date
        .map(crate::story::Date::brief)
        .unwrap_or_default();
    let status = if relation.status == Status::Documented {
        ""
    } else {
        relation.status.label()
    };
    Row {
        item: Item::Relation(ix),
        when: String::new(),
        title: index.title_of(Item::Relation(ix)),
        note: joined(&[&during, status]),
        style: None,
    }
}

/// The first [`ROWS`] of `items` as rows, and how many more there are.
pub(super) fn listed<T>(
    title: &str,
    mut items: impl Iterator<Item = T>,
    row: impl Fn(T) -> Row,
) -> Option<Section> {
    let rows: Vec<Row> = items.by_ref().take(ROWS).map(row).collect();
    (!rows.is_empty()).then(|| Section {
        title: title.into(),
        rows,
        more: items.count(),
    })
}

/// Where an item stands in a list of its kind: in time, then by name.
pub(super) fn order(index: &Index, item: Item) -> (Option<(Tick, Tick)>, String) {
    match item {
        Item::Event(ix) => {
            let (key, title) = event_order(index, ix);
            (Some(key), title)
        }
        Item::Relation(ix) => relation_order(index, ix),
        Item::Actor(_) | Item::Passage(_) | Item::Source(_) => (None, index.title_of(item)),
    }
}

pub(super) fn event_order(index: &Index, ix: EventIx) -> ((Tick, Tick), String) {
    let event = index.story().event(ix);
    let key = event.when.date.map(|date| date.span().sort_key());
    (
        key.unwrap_or((Tick::MAX, Tick::MAX)),
        event.title.to_owned(),
    )
}

pub(super) fn relation_order(index: &Index, ix: RelationIx) -> (Option<(Tick, Tick)>, String) {
    let date = index.story().relation(ix).during.date;
    (
        date.map(|date| date.span().sort_key()),
        index.title_of(Item::Relation(ix)),
    )
}

/// Another version of an event, with who says so.
pub(super) fn version_row(index: &Index, ix: EventIx) -> Row {
    let story = index.story();
    let event = story.event(ix);
    let supports = event.evidence.iter();
    let mut supports = supports.filter(|link| link.bearing != Bearing::Disputes);
    let says = supports.next().map(|link| {
        let passage = story.passage(link.passage);
        index.voice_words(&passage.said_by)
    });
    let says = says.unwrap_or_else(|| say!("details-nobody-quoted").to_owned());
    Row {
        note: joined(&[event.status.label(), &says]),
        ..event_row(index, ix)
    }
}
