use std::sync::Arc;

use proptest::prelude::*;

use super::super::query::{Asked, Choice, Of};
use super::*;
use crate::file::{Progress, load_str};

/// An event: its tags, its place, how important it is, its year, and the passage that it rests on.
type Told<'a> = (Vec<&'a str>, &'a str, u8, u16, Option<u8>);

/// A story of events that are tagged, placed and quoted as `events` have it.
fn index_of(events: &[Told<'_>]) -> Index {
    let mut text = String::from(
        r#"Story(format: 1, title: "x",
        sources: { "log": Source(title: "The log"), "LOGBOOK": Source(title: "log"), "talk": Source(title: "A talk") },
        passages: {
            "p0": Passage(source: "log", quote: "so it was", said_by: Document),
            "p1": Passage(source: "talk", quote: "it was not", said_by: Unnamed(count: 2)),
            "p2": Passage(source: "LOGBOOK", quote: "perhaps", said_by: OnRecord("ada")),
        },
        actors: { "ada": Actor(name: "Ada", kind: "person", tags: ["Cloud"]), "bank": Actor(name: "Bank", kind: "company", place: "Oslo") },
        relations: { "r": Relation(from: "ada", to: "bank", kind: "owns", tags: ["chips", "cloud"], evidence: [Supports("p0")]) },
        events: {"#,
    );
    for (n, (tags, place, importance, year, passage)) in events.iter().enumerate() {
        let tags: Vec<String> = tags.iter().map(|tag| format!("{tag:?}")).collect();
        let evidence = passage
            .map(|p| format!("Supports(\"p{p}\")"))
            .unwrap_or_default();
        let who = if n % 2 == 0 {
            "\"ada\": \"\""
        } else {
            "\"bank\": \"\""
        };
        text += &format!(
            "\"e{n}\": Event(title: \"event {n}\", kind: \"{}\", when: \"{year}\", place: {place:?}, importance: {importance}, tags: [{}], evidence: [{evidence}], participants: {{ {who} }}),",
            ["letter", "Letter", "vote"][n % 3],
            tags.join(", "),
        );
    }
    text += "})";
    let loaded = load_str("story.ron", &text, &Progress::default()).unwrap();
    assert_eq!(
        loaded
            .problems
            .iter()
            .filter(|p| p.severity == crate::file::Severity::Error)
            .count(),
        0,
        "{:?}",
        loaded.problems
    );
    Index::new(Arc::clone(&loaded.story))
}

fn items(index: &Index) -> Vec<Item> {
    let story = index.story();
    let events = story.events_with_ix().map(|(ix, _)| Item::Event(ix));
    let relations = story.relations_with_ix().map(|(ix, _)| Item::Relation(ix));
    let actors = story.actors_with_ix().map(|(ix, _)| Item::Actor(ix));
    events.chain(relations).chain(actors).collect()
}

fn counted<'a>(items: impl Iterator<Item = &'a Item>) -> Count {
    items.fold(Count::default(), |count, item| match item {
        Item::Event(_) => Count {
            events: count.events + 1,
            ..count
        },
        Item::Relation(_) => Count {
            relations: count.relations + 1,
            ..count
        },
        _ => Count {
            actors: count.actors + 1,
            ..count
        },
    })
}

/// What facets count, one item at a time.
fn by_hand(index: &Index, filter: &Query, field: Field, key: &str) -> Count {
    let alone = Query::default().asking(
        field,
        &Asked::default().choosing(field, key, Choice::Included, Of::Any),
    );
    let alone = Query::parse(&alone).unwrap();
    let asked = Asked::of(filter, field);
    let rest = if asked.any.len() == 1 {
        let none = Asked {
            any: Vec::new(),
            ..asked
        };
        filter.asking(field, &none)
    } else {
        filter.to_string()
    };
    let rest = Query::parse(&rest).unwrap();
    let (alone, rest) = (alone.sieve(index), rest.sieve(index));
    let items = items(index);
    counted(
        items
            .iter()
            .filter(|item| alone.passes(index, **item) && rest.passes(index, **item)),
    )
}

fn agrees(index: &Index, filter: &str) {
    let facets = Facets::new(index);
    let filter = Query::parse(filter).unwrap();
    let counts = facets.count(index, &filter);
    for field in FIELDS {
        for (place, entry) in facets.entries(field).iter().enumerate() {
            let expected = by_hand(index, &filter, field, &entry.key);
            assert_eq!(
                counts.left(field, place),
                expected,
                "{filter}: {field:?} {entry:?}"
            );
            assert_eq!(
                entry.all,
                by_hand(index, &Query::default(), field, &entry.key)
            );
        }
        let mut order = counts.order(field).to_vec();
        order.sort_unstable();
        assert_eq!(order.len(), facets.entries(field).len());
        order.dedup();
        assert_eq!(order.len(), facets.entries(field).len());
    }
    let all = items(index);
    let sieve = filter.sieve(index);
    assert_eq!(
        counts.passing,
        counted(all.iter().filter(|item| sieve.passes(index, **item)))
    );
    let untimed = Query::parse(&filter.in_time(["", ""])).unwrap();
    let untimed = untimed.sieve(index);
    let dated = index.dated_events().iter();
    let dated = dated.filter(|ix| untimed.passes(index, Item::Event(**ix)));
    assert_eq!(counts.times.iter().sum::<u32>() as usize, dated.count());
}

const TAGS: [&str; 6] = ["cloud", "Clöud", "chips, old", "a \"b\"", "=x", "“ö”"];
const PLACES: [&str; 5] = ["", "Oslo", "Oslo fjord", "oslo", "Ósló"];

fn event() -> impl Strategy<Value = Told<'static>> {
    (
        prop::collection::vec(prop::sample::select(&TAGS[..]), 0..3),
        prop::sample::select(&PLACES[..]),
        1..6_u8,
        1990..2024_u16,
        prop::option::of(0..3_u8),
    )
}

fn term() -> impl Strategy<Value = String> {
    prop::sample::select(
        &[
            "tag:cloud",
            "tag:cloud,\"chips, old\"",
            "-tag:=cloud",
            "tag:\"=x\"",
            "tag:“““o”””",
            "place:ósl",
            "place:oslo",
            "place:=oslo",
            "source:log",
            "source:=log",
            "-source:talk",
            "kind:letter,person",
            "kind:owns",
            "status:attributed,documented",
            "voice:document",
            "-voice:unnamed",
            "check:no-text",
            "importance:5,<2",
            "importance>=3",
            "from:2000",
            "to:2010",
            "\"event\"",
            "-3",
            "voices<2",
            "actor:ada",
            "-actor:=ad",
            "title:event",
            "said:ada",
            "when:2001,2003",
            "sources:1,2",
            "rests:one-source",
        ][..],
    )
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn what_is_counted_is_what_passes(
        events in prop::collection::vec(event(), 0..12),
        terms in prop::collection::vec(term(), 0..4),
    ) {
        agrees(&index_of(&events), &terms.join(" "));
    }

    #[test]
    fn what_a_facet_writes_means_that_value_alone(
        tags in prop::collection::vec("[ -~]{1,6}|\\PC{1,4}", 1..5),
        of_tags in any::<bool>(),
    ) {
        let listed: Vec<Told<'_>> = tags
            .iter()
            .map(|text| if of_tags { (vec![&**text], "", 3, 2000, None) } else { (Vec::new(), &**text, 3, 2000, None) })
            .collect();
        let index = index_of(&listed);
        let field = if of_tags { Field::Tag } else { Field::Place };
        let facets = Facets::new(&index);
        let has = |ix: EventIx| {
            let event = index.story().event(ix);
            let tags = event.tags.iter().chain([event.place]);
            tags.map(folded).filter(|text| !text.is_empty()).collect::<Vec<_>>()
        };
        for entry in facets.entries(field) {
            let asked = Asked::default().choosing(field, &entry.key, Choice::Included, Of::Any);
            let written = Query::default().asking(field, &asked);
            let query = Query::parse(&written).unwrap();
            let sieve = query.sieve(&index);
            prop_assert_eq!(query.terms().len(), 1);
            prop_assert_eq!(Asked::of(&query, field).choice(field, &entry.key), Choice::Included);
            for &ix in index.dated_events() {
                prop_assert_eq!(sieve.passes(&index, Item::Event(ix)), has(ix).contains(&entry.folded), "{}", written);
            }
        }
    }
}

#[test]
fn a_facet_counts_beside_its_own_choice_and_within_that_of_others() {
    let index = index_of(&[
        (vec!["cloud"], "Oslo", 3, 2000, None),
        (vec!["chips"], "Oslo", 3, 2001, None),
        (vec!["cloud", "chips"], "Bergen", 3, 2002, None),
    ]);
    let facets = Facets::new(&index);
    let left = |filter: &str, field: Field, key: &str| {
        let counts = facets.count(&index, &Query::parse(filter).unwrap());
        let place = facets.place_of(field, key);
        counts.left(field, place.unwrap()).events
    };
    assert_eq!(left("tag:cloud", Field::Tag, "chips"), 2);
    assert_eq!(left("tag:cloud", Field::Place, "oslo"), 1);
    assert_eq!(left("tag:cloud tag:chips", Field::Tag, "cloud"), 1);
    assert_eq!(left("place:=oslo", Field::Tag, "cloud"), 1);
    assert_eq!(left("-tag:chips", Field::Tag, "cloud"), 1);
    // The commonest comes first.
    let counts = facets.count(&index, &Query::parse("place:=bergen").unwrap());
    let first = facets.entries(Field::Place)[counts.order(Field::Place)[0] as usize]
        .key
        .as_str();
    assert_eq!(first, "Oslo");
}
