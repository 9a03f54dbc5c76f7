//! The pages: event, actor, relation, passage, source, and the story as a whole.

use crate::index::Index;
use crate::language::say;
use crate::story::kind::sentence_case;
use crate::story::{ActorIx, Basis, Dating, EventIx, Item, PassageIx, RelationIx, SourceIx};

use super::cards::{card, groups, note};
use super::rows::{
    ROWS, arrow_row, event_order, event_row, listed, relation_order, relation_row, row, source_row,
    version_row,
};
use super::{Chip, Page, Row, Section};

/// Quotations that the page of a source holds.
const CARDS: usize = 60;

/// The page of `item`; of the story as a whole where there is none.
#[must_use]
pub fn page(index: &Index, item: Option<Item>) -> Page {
    match item {
        None => story_page(index),
        Some(Item::Event(ix)) => event_page(index, ix),
        Some(Item::Actor(ix)) => actor_page(index, ix),
        Some(Item::Relation(ix)) => relation_page(index, ix),
        Some(Item::Passage(ix)) => passage_page(index, ix),
        Some(Item::Source(ix)) => source_page(index, ix),
    }
}

/// As [`page`], without the lists that a tooltip has no room for.
#[must_use]
pub fn brief(index: &Index, item: Item) -> Page {
    let story = index.story();
    match item {
        Item::Actor(ix) => {
            let actor = story.actor(ix);
            let during = actor
                .during
                .map(crate::story::Date::words)
                .unwrap_or_default();
            Page {
                item: Some(item),
                kicker: joined(&[&index.actor_style(ix).label, &during]),
                title: actor.name.to_owned(),
                evidence_note: note(index, actor.evidence),
                ..Page::default()
            }
        }
        _ => page(index, Some(item)),
    }
}

fn story_page(index: &Index) -> Page {
    let story = index.story();
    let mut actors: Vec<ActorIx> = story.actors_with_ix().map(|(ix, _)| ix).collect();
    actors.sort_by_cached_key(|&ix| {
        let weight = index.relations_of(ix).len() + index.events_of(ix).len();
        let actor = story.actor(ix);
        (
            std::cmp::Reverse((actor.importance, weight)),
            actor.name.to_owned(),
        )
    });
    let sections = [
        prominent(index),
        listed(
            say!("details-sources"),
            story.sources_with_ix(),
            |(ix, _)| source_row(index, ix),
        ),
    ];
    Page {
        kicker: say!("details-story").into(),
        title: story.title.clone(),
        summary: story.summary.clone(),
        chips: actors
            .iter()
            .take(8)
            .map(|&ix| actor_chip(index, ix, ""))
            .collect(),
        sections: sections.into_iter().flatten().collect(),
        ..Page::default()
    }
}

fn event_page(index: &Index, ix: EventIx) -> Page {
    let story = index.story();
    let event = story.event(ix);
    let item = Item::Event(ix);
    let when = event
        .when
        .date
        .map_or_else(|| say!("details-undated").into(), crate::story::Date::words);
    let mut facts = dating_facts(index, &event.when);
    if let Some(reported) = index.reported(ix) {
        facts.push((say!("details-reported").into(), reported.words()));
    }
    push_fact(&mut facts, say!("details-place"), event.place);
    push_fact(&mut facts, say!("details-tags"), &event.tags.join(", "));
    push_fact(&mut facts, say!("details-notes"), event.notes);
    let near = |near: Item| match near {
        Item::Event(near) => Some(near),
        _ => None,
    };
    let shared = index.shared_events(item).into_iter().filter_map(near);
    let participants = event.participants.iter();
    let mut related: Vec<EventIx> = shared
        .chain(
            participants
                .flat_map(|p| around(index, index.events_of(p.actor), ix))
                .copied(),
        )
        .filter(|&near| near != ix)
        .collect();
    related.sort_unstable();
    related.dedup();
    related = nearest_in_time(index, ix, related);
    let relations = index.shared_relations(item);
    let follows = index.leading_to(ix).iter().flat_map(|&from| {
        let arrows = story.event(from).leads_to.iter();
        let here = arrows.filter(|link| link.to == ix);
        here.map(move |link| arrow_row(index, from, link.label))
    });
    let leads = event.leads_to.iter();
    let told = story.other_versions(ix);
    related.retain(|near| !told.contains(near));
    let told = told.into_iter();
    let sections = [
        listed(say!("details-versions"), told, |other| {
            version_row(index, other)
        }),
        listed(say!("details-follows"), follows, |row| row),
        listed(say!("details-leads"), leads, |link| {
            arrow_row(index, link.to, link.label)
        }),
        listed(say!("details-around"), related.into_iter(), |near| {
            event_row(index, near)
        }),
        listed(
            say!("details-bears-on"),
            relations.into_iter().map(|near| row(index, near)),
            |row| row,
        ),
    ];
    Page {
        item: Some(item),
        kicker: joined(&[&sentence_case(event.kind), &when]),
        title: event.title.to_owned(),
        summary: event.summary.to_owned(),
        status: Some(event.status),
        chips: event
            .participants
            .iter()
            .map(|p| actor_chip(index, p.actor, p.role))
            .collect(),
        facts,
        evidence_note: note(index, event.evidence),
        evidence: groups(index, event.evidence),
        sections: sections.into_iter().flatten().collect(),
        ..Page::default()
    }
}

fn actor_page(index: &Index, ix: ActorIx) -> Page {
    let story = index.story();
    let actor = story.actor(ix);
    let mut facts = Vec::new();
    push_fact(
        &mut facts,
        say!("details-aliases"),
        &actor.aliases.join(", "),
    );
    push_fact(&mut facts, say!("details-place"), actor.place);
    push_fact(&mut facts, say!("details-tags"), &actor.tags.join(", "));
    push_fact(&mut facts, say!("details-notes"), actor.notes);
    let during = actor
        .during
        .map(crate::story::Date::words)
        .unwrap_or_default();
    let wholes = actor
        .part_of
        .iter()
        .map(|&whole| actor_chip(index, whole, say!("details-part-of")));
    let members = index
        .members_of(ix)
        .iter()
        .map(|&member| actor_chip(index, member, say!("details-member")));
    let mut relations: Vec<RelationIx> = index.relations_of(ix).to_vec();
    relations.sort_by_cached_key(|&relation| relation_order(index, relation));
    let sections = [
        listed(
            say!("details-events"),
            index.events_of(ix).iter(),
            |&event| event_row(index, event),
        ),
        listed(say!("details-relations"), relations.iter(), |&relation| {
            relation_row(index, relation)
        }),
    ];
    Page {
        item: Some(Item::Actor(ix)),
        kicker: joined(&[&index.actor_style(ix).label, &during]),
        title: actor.name.to_owned(),
        summary: actor.summary.to_owned(),
        chips: wholes.chain(members).collect(),
        facts,
        evidence_note: note(index, actor.evidence),
        evidence: groups(index, actor.evidence),
        sections: sections.into_iter().flatten().collect(),
        ..Page::default()
    }
}

fn relation_page(index: &Index, ix: RelationIx) -> Page {
    let story = index.story();
    let relation = story.relation(ix);
    let item = Item::Relation(ix);
    let during = relation
        .during
        .date
        .map(crate::story::Date::words)
        .unwrap_or_default();
    let mut facts = dating_facts(index, &relation.during);
    push_fact(&mut facts, say!("details-tags"), &relation.tags.join(", "));
    push_fact(&mut facts, say!("details-notes"), relation.notes);
    let others = index
        .relations_of(relation.from)
        .iter()
        .filter(|&&other| {
            other != ix && {
                let other = story.relation(other);
                other.from == relation.to || other.to == relation.to
            }
        })
        .map(|&other| relation_row(index, other));
    let events = index.shared_events(item);
    let sections = [
        listed(say!("details-between-same"), others, |row| row),
        listed(
            say!("details-events"),
            events.into_iter().map(|near| row(index, near)),
            |row| row,
        ),
    ];
    Page {
        item: Some(item),
        kicker: joined(&[say!("details-relation"), &during]),
        title: index.title_of(item),
        summary: relation.summary.to_owned(),
        status: Some(relation.status),
        chips: vec![
            actor_chip(index, relation.from, ""),
            actor_chip(index, relation.to, &index.relation_label(ix)),
        ],
        facts,
        evidence_note: note(index, relation.evidence),
        evidence: groups(index, relation.evidence),
        sections: sections.into_iter().flatten().collect(),
        ..Page::default()
    }
}

fn passage_page(index: &Index, ix: PassageIx) -> Page {
    let passage = index.story().passage(ix);
    let mut facts = Vec::new();
    push_fact(&mut facts, say!("details-notes"), passage.notes);
    let resting = index.resting_on(ix).iter().map(|(item, bearing)| {
        let mut row = row(index, *item);
        let bearing = match bearing {
            crate::story::Bearing::Supports => say!("details-supported"),
            crate::story::Bearing::Disputes => say!("details-disputed"),
            crate::story::Bearing::Mentions => say!("details-mentioned"),
        };
        row.note = joined(&[bearing, &row.note]);
        row
    });
    Page {
        item: Some(Item::Passage(ix)),
        kicker: say!("details-passage").into(),
        title: super::cards::place(index, &passage),
        facts,
        evidence: vec![(String::new(), vec![card(index, ix)])],
        sections: listed(say!("details-resting"), resting, |row| row)
            .into_iter()
            .collect(),
        ..Page::default()
    }
}

fn source_page(index: &Index, ix: SourceIx) -> Page {
    let source = index.story().source(ix);
    let published = source
        .published
        .map(crate::story::Date::words)
        .unwrap_or_default();
    let mut facts = Vec::new();
    push_fact(&mut facts, say!("details-author"), source.author);
    push_fact(&mut facts, say!("details-publisher"), source.publisher);
    push_fact(&mut facts, say!("details-language"), source.language);
    push_fact(&mut facts, say!("details-notes"), source.notes);
    let passages = index.passages_of(ix);
    Page {
        item: Some(Item::Source(ix)),
        kicker: joined(&[say!("details-source"), source.kind, &published]),
        title: source.title.to_owned(),
        facts,
        evidence_note: say!("count-passages", count = passages.len()),
        evidence: vec![(
            if passages.len() > CARDS {
                say!("details-first-passages", count = CARDS)
            } else {
                say!("details-all-passages").into()
            },
            passages
                .iter()
                .take(CARDS)
                .map(|&p| card(index, p))
                .collect(),
        )],
        url: source.url.to_owned(),
        ..Page::default()
    }
}

/// What the source says of a date, and what it was counted from.
fn dating_facts(index: &Index, dating: &Dating<'_>) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    if !dating.wording.is_empty() {
        let counted = dating.counted_from.as_ref().map(|basis| match basis {
            Basis::Source(ix) => index.title_of(Item::Source(*ix)),
            Basis::Event(ix) => index.title_of(Item::Event(*ix)),
            Basis::Date(date) => date.words(),
        });
        let said = match counted {
            Some(basis) => say!(
                "details-wording-counted",
                wording = dating.wording,
                basis = basis
            ),
            None => say!("quoted", words = dating.wording),
        };
        facts.push((super::wording().into(), said));
    }
    facts
}

fn push_fact(facts: &mut Vec<(String, String)>, name: &str, value: &str) {
    if !value.is_empty() {
        facts.push((name.into(), value.into()));
    }
}

pub(super) fn joined(parts: &[&str]) -> String {
    parts
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" · ")
}

pub(super) fn actor_chip(index: &Index, ix: ActorIx, role: &str) -> Chip {
    Chip {
        item: Item::Actor(ix),
        name: index.story().actor(ix).name.to_owned(),
        role: role.to_owned(),
        style: index.actor_style(ix).clone(),
    }
}

/// The events of more than usual importance, in time order.
fn prominent(index: &Index) -> Option<Section> {
    let all = index.dated_events().iter().chain(index.undated_events());
    let important = |ix: &&EventIx| index.is_prominent(**ix);
    // No further than the first few: a story may have a million.
    let rows: Vec<Row> = all
        .filter(important)
        .take(ROWS)
        .map(|&ix| event_row(index, ix))
        .collect();
    (!rows.is_empty()).then(|| Section {
        title: say!("details-prominent").into(),
        more: index.prominent_count().saturating_sub(rows.len()),
        rows,
    })
}

/// Those of `events`, which come undated first and then in time order, that stand next to `ix`.
fn around<'e>(index: &Index, events: &'e [EventIx], ix: EventIx) -> &'e [EventIx] {
    let key = |ix: EventIx| {
        index
            .story()
            .event(ix)
            .when
            .date
            .map(|date| date.span().sort_key())
    };
    let own = key(ix);
    let place = events.partition_point(|&near| key(near) < own);
    let last = (place + 2 * ROWS).min(events.len());
    &events[place.saturating_sub(2 * ROWS)..last]
}

/// At most [`ROWS`] of `events`, those nearest to `ix`, in time order.
fn nearest_in_time(index: &Index, ix: EventIx, mut events: Vec<EventIx>) -> Vec<EventIx> {
    let middle = |ix: EventIx| {
        let date = index.story().event(ix).when.date?;
        date.span().finite().map(|(from, to)| from.midpoint(to))
    };
    if let Some(here) = middle(ix) {
        events.sort_by(|&a, &b| {
            let far = |ix| middle(ix).map_or(f64::INFINITY, |there| there.since(here).abs());
            far(a)
                .total_cmp(&far(b))
                .then_with(|| event_order(index, a).cmp(&event_order(index, b)))
        });
    }
    events.truncate(ROWS);
    events.sort_by_key(|&near| event_order(index, near));
    events
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Progress, load_str};
    use crate::story::{ItemId, ItemKind};

    #[test]
    fn an_arrow_shows_at_both_ends_with_its_label() {
        let tour = include_str!("../../data/format-tour.ron");
        let loaded = load_str("tour.ron", tour, &Progress::default()).unwrap();
        let index = Index::new(loaded.story);
        let rows = |event: &str, section: &str| -> Vec<(String, String)> {
            let item = index.resolve(&ItemId::new(ItemKind::Event, event));
            let page = page(&index, item);
            let sections = page.sections.into_iter();
            let rows = sections.filter(|s| s.title == section).flat_map(|s| s.rows);
            rows.map(|row| (row.title, row.note)).collect()
        };
        let own = |pair: (&str, &str)| (pair.0.to_owned(), pair.1.to_owned());
        assert_eq!(
            rows("raised", "Leads to"),
            [
                own(("The Council says that it is theirs", "prompts")),
                own(("The salvors do not answer", "is met with")),
            ]
        );
        let back = rows("council-speaks", "Follows from");
        assert_eq!(back, [own(("The bell is raised", "prompts"))]);
        assert_eq!(rows("raised", "Follows from"), []);
    }
}
