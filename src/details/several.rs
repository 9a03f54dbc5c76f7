//! The page of several items that are selected together.

use crate::index::Index;
use crate::language::say;
use crate::story::{ActorIx, Item, ItemKind, RelationIx};

use super::rows::{order, relation_row, row};
use super::{Page, Section};

/// Rows of a list before "and 12 more".
const ROWS: usize = 100;
/// Actors up to which what joins them is listed.
const MOST_JOINED: usize = 2_000;

/// Each kind of item, in the order in which they are listed.
const KINDS: [ItemKind; 5] = [
    ItemKind::Actor,
    ItemKind::Event,
    ItemKind::Relation,
    ItemKind::Passage,
    ItemKind::Source,
];

/// So many items of a kind, in words.
fn counted(kind: ItemKind, count: usize) -> String {
    match kind {
        ItemKind::Actor => say!("count-actors", count = count),
        ItemKind::Event => say!("count-events", count = count),
        ItemKind::Relation => say!("count-relations", count = count),
        ItemKind::Passage => say!("count-passages", count = count),
        ItemKind::Source => say!("count-sources", count = count),
    }
}

/// What stands over the selected items of a kind.
fn heading(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Actor => say!("details-selected-actors"),
        ItemKind::Event => say!("details-selected-events"),
        ItemKind::Relation => say!("details-selected-relations"),
        ItemKind::Passage => say!("details-selected-passages"),
        ItemKind::Source => say!("details-selected-sources"),
    }
}

/// The page of several items: what they are, and what joins those of them that are actors.
#[must_use]
pub fn several(index: &Index, selection: &[Item]) -> Page {
    let of = |kind: ItemKind| {
        let items = selection.iter().copied();
        items.filter(move |item| item.kind() == kind)
    };
    let counts = KINDS.iter().filter_map(|&kind| {
        let count = of(kind).count();
        (count > 0).then(|| counted(kind, count))
    });
    let title = counts.collect::<Vec<_>>().join(", ");
    let mut sections: Vec<Section> = Vec::new();
    for kind in KINDS {
        let mut items: Vec<Item> = of(kind).collect();
        items.sort_by_cached_key(|&item| order(index, item));
        let rows = items.iter().take(ROWS).map(|&item| row(index, item));
        sections.push(Section {
            title: heading(kind).to_owned(),
            rows: rows.collect(),
            more: items.len().saturating_sub(ROWS),
        });
    }
    let between = between_them(index, selection);
    sections.insert(
        1,
        Section {
            title: say!("details-selected-between").to_owned(),
            rows: between
                .iter()
                .take(ROWS)
                .map(|&ix| relation_row(index, ix))
                .collect(),
            more: between.len().saturating_sub(ROWS),
        },
    );
    sections.retain(|section| !section.rows.is_empty());
    Page {
        item: selection.last().copied(),
        kicker: say!("details-selected").to_owned(),
        title,
        sections,
        ..Page::default()
    }
}

/// The relations that join two of the actors in `selection` and are not selected themselves.
fn between_them(index: &Index, selection: &[Item]) -> Vec<RelationIx> {
    let actor = |item: &Item| match item {
        Item::Actor(ix) => Some(*ix),
        _ => None,
    };
    let mut actors: Vec<ActorIx> = selection.iter().filter_map(actor).collect();
    actors.sort_unstable();
    if actors.len() < 2 || actors.len() > MOST_JOINED {
        return Vec::new();
    }
    let joins = |ix: &&RelationIx| {
        let relation = index.story().relation(**ix);
        [relation.from, relation.to]
            .iter()
            .all(|end| actors.binary_search(end).is_ok())
    };
    let relations = actors.iter().flat_map(|&ix| index.relations_of(ix));
    let mut between: Vec<RelationIx> = relations.filter(joins).copied().collect();
    between.sort_unstable();
    between.dedup();
    between.retain(|&ix| !selection.contains(&Item::Relation(ix)));
    between.sort_by_cached_key(|&ix| order(index, Item::Relation(ix)));
    between
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::story::build::{Actor, Builder, Relation};

    #[test]
    fn several_items_are_listed_with_what_joins_them() {
        let mut builder = Builder::new("Several");
        let actors: Vec<ActorIx> = ["Cedar", "Ash", "Birch"]
            .into_iter()
            .map(|name| {
                builder.actor(Actor {
                    id: name.to_lowercase(),
                    name: name.into(),
                    kind: "person".into(),
                    ..Actor::default()
                })
            })
            .collect();
        for (n, (from, to)) in [(0, 1), (1, 2), (2, 0)].into_iter().enumerate() {
            builder.relation(Relation {
                id: format!("r{n}"),
                from: actors[from],
                to: actors[to],
                kind: "knows".into(),
                ..Relation::default()
            });
        }
        let index = Index::new(Arc::new(builder.finish()));
        let [cedar, ash, birch] = [0, 1, 2].map(|n| Item::Actor(actors[n]));
        let titles = |page: &Page| -> Vec<(String, Vec<String>)> {
            let sections = page.sections.iter();
            sections
                .map(|s| {
                    (
                        s.title.clone(),
                        s.rows.iter().map(|r| r.title.clone()).collect(),
                    )
                })
                .collect()
        };
        let page = several(&index, &[cedar, ash]);
        assert_eq!(page.title, "2 actors");
        let listed = titles(&page);
        assert_eq!(listed[0].1, ["Ash", "Cedar"]);
        assert_eq!((&*listed[1].0, listed[1].1.len()), ("Between them", 1));
        let relation = Item::Relation(RelationIx::at(0));
        let page = several(&index, &[cedar, relation, ash, birch]);
        assert_eq!(page.title, "3 actors, 1 relation");
        let listed = titles(&page);
        assert_eq!(listed[1].1.len(), 2, "what is selected is not told twice");
        assert_eq!(listed[2].1.len(), 1);
    }
}
