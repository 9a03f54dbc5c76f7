use proptest::prelude::*;

use super::super::search::Searcher;
use super::*;
use crate::file::{Progress, load_str};

fn index() -> Index {
    let text = r#"Story(
        format: 1,
        title: "Bridge",
        sources: { "minutes": Source(title: "Minutes of the council"), "gazette": Source(title: "The gazette") },
        passages: { "p": Passage(source: "minutes", quote: "carried by Seven votes", said_by: Document), "q": Passage(source: "gazette", quote: "never", said_by: Spokesperson("council")) },
        actors: {
            "council": Actor(name: "Town council", kind: "government", tags: ["town"]),
            "smith": Actor(name: "A. Smith", kind: "person", aliases: ["The smith"]),
        },
        events: {
            "vote": Event(title: "The vote", when: "1911-03", participants: { "council": "voter" }, tags: ["Bridge"], evidence: [Supports("p")]),
            "quarrel": Event(title: "A quarrel", when: "1912", place: "Town hall", participants: { "smith": "", "council": "" }, importance: 5, evidence: [Mentions("q")]),
            "rumour": Event(title: "A rumour", importance: 2),
        },
        relations: { "hires": Relation(from: "council", to: "smith", kind: "hires", during: "1911-04/..") },
    )"#;
    Index::new(
        load_str("story.ron", text, &Progress::default())
            .unwrap()
            .story,
    )
}

fn found(query: &str) -> Vec<String> {
    let index = index();
    let sieve = Query::parse(query).unwrap().sieve(&index);
    let found = items(&index).into_iter();
    let mut found: Vec<String> = found
        .filter(|item| sieve.passes(&index, *item))
        .map(|item| index.story().id_of(item).to_string())
        .collect();
    found.sort();
    found
}

#[test]
fn terms_ask_of_kinds_tags_people_places_sources_dates_and_words() {
    assert_eq!(found("").len(), 6);
    assert_eq!(
        found("kind:person"),
        ["actor/smith", "event/quarrel", "relation/hires"]
    );
    assert_eq!(found("kind:hires,meeting"), ["relation/hires"]);
    assert_eq!(found("TAG:bridge"), ["event/vote"]);
    assert_eq!(
        found("actor:\"the smith\""),
        ["actor/smith", "event/quarrel", "relation/hires"]
    );
    assert_eq!(found("place:hall"), ["event/quarrel"]);
    assert_eq!(found("place:=hall"), [""; 0]);
    assert_eq!(found("place:=\"town hall\""), ["event/quarrel"]);
    assert_eq!(found("source:minutes"), ["event/vote"]);
    assert_eq!(found("source:council"), ["event/vote"]);
    assert_eq!(found("source:=council"), [""; 0]);
    assert_eq!(found("\"seven votes\""), ["event/vote"]);
    assert_eq!(found("from:1912"), ["event/quarrel", "relation/hires"]);
    assert_eq!(found("to:1911-03"), ["event/vote"]);
    assert_eq!(
        found("from:1911 to:1911-04"),
        ["event/vote", "relation/hires"]
    );
    assert_eq!(found("quarrel -kind:person"), [""; 0]);
    assert_eq!(found("-kind:person -kind:government"), ["event/rumour"]);
    assert_eq!(found("status:attributed -quarrel").len(), 2);
}

#[test]
fn titles_speakers_weight_and_dates_can_be_asked_for() {
    assert_eq!(found("title:vote"), ["event/vote"]);
    assert_eq!(found("title:\"the smith\""), ["actor/smith"]);
    assert_eq!(found("said:council"), ["event/quarrel"]);
    // A name that nobody bears in full is that of whoever has it in a longer one.
    assert_eq!(found("said:town"), ["event/quarrel"]);
    assert_eq!(found("actor:tow"), [""; 0]);
    assert_eq!(found("said:=town"), [""; 0]);
    assert_eq!(found("title:=vote"), [""; 0]);
    assert_eq!(found("title:=\"the vote\""), ["event/vote"]);
    assert_eq!(found("importance>=4"), ["event/quarrel"]);
    assert_eq!(found("importance:3").len(), 4);
    assert_eq!(found("importance:5,<3"), ["event/quarrel", "event/rumour"]);
    assert_eq!(found("importance<3 importance=2"), ["event/rumour"]);
    assert_eq!(found("voices:1,>3"), ["event/quarrel", "event/vote"]);
    assert_eq!(found("when:1911-03"), ["event/vote"]);
    assert_eq!(
        found("when:1911-03,1912"),
        ["event/quarrel", "event/vote", "relation/hires"]
    );
    assert_eq!(found("when:[1911-03,1980]").len(), 2);
}

#[test]
fn words_are_sought_in_quotations_and_names_whatever_their_accents() {
    assert_eq!(found("“seven votes”"), ["event/vote"]);
    assert_eq!(found("ｓｅｖｅｎ"), ["event/vote"]);
    assert_eq!(found("smíth").len(), 3);
    assert_eq!(found("kind：person").len(), 3);
    assert_eq!(found("tag:x,“brídge”,y"), ["event/vote"]);
    assert_eq!(found("tag:\"x,bridge\",y"), [""; 0]);
}

#[test]
fn what_cannot_be_asked_is_said_with_its_place() {
    let error = |text: &str| {
        let error = Query::parse(text).unwrap_err();
        (text[error.at.clone()].to_owned(), error.to_string())
    };
    let (at, said) = error("a -colour:red b");
    assert_eq!(at, "-colour:red");
    assert!(said.starts_with("`colour:` is no field") && said.contains("kind, tag"));
    let kidn = Query::parse("x -KIDN:agency").unwrap_err();
    assert_eq!(kidn.meant.as_deref(), Some("kind"));
    assert!(kidn.to_string().ends_with("did you mean `kind:`?"));
    assert_eq!(
        kidn.corrected("x -KIDN:agency").as_deref(),
        Some("x -kind:agency")
    );
    assert_eq!(
        error("kind:").1,
        "`kind:` wants a value, as in `kind:agency`"
    );
    assert!(error("status:sure").1.contains("documented"));
    let voice = Query::parse("voice:unamed").unwrap_err();
    assert_eq!(
        voice.corrected("voice:unamed").as_deref(),
        Some("voice:unnamed")
    );
    assert_eq!(error("when:2023 from:yesterday").0, "from:yesterday");
    assert!(error("from:yesterday").1.contains("is no date"));
    assert!(error("voices<few").1.contains("wants a number"));
    assert!(error("importance:high").1.contains("wants a number"));
    assert!(error("tag:a,\"b").1.contains("not closed"));
    let quoted = "x status:denied,=\"unsure \"";
    let meant = Query::parse(quoted).unwrap_err();
    assert_eq!(&quoted[meant.part], "=\"unsure \"");
    let (at, said) = error("a \"b c");
    assert!(at == "\"b c" && said.contains("not closed"));
    let long = Query::parse(&"a ".repeat(65)).unwrap_err();
    assert_eq!(long.reason, QueryProblem::Long);
}

#[test]
fn a_query_without_what_hides_an_item_lets_it_pass() {
    let index = index();
    let vote = Item::Event(crate::story::EventIx(0));
    let query = Query::parse("kind:person tag:bridge -council from:1911").unwrap();
    let without = query.letting_pass(&index, vote);
    assert_eq!(without.to_string(), "tag:bridge from:1911");
    let out = query.keeping_out(&index, vote);
    assert_eq!(out.to_string(), "kind:person -council");
    assert!(without.sieve(&index).passes(&index, vote));
}

/// Terms of which any may follow any.
const TERMS: [&str; 29] = [
    "kind:person",
    "kind:hires,vote",
    "tag:bridge",
    "actor:council",
    "place:hall",
    "place:=\"town hall\",=x",
    "title:vote",
    "title:=\"a  quarrel\",rumour",
    "actor:=\"the smith\"",
    "source:minutes",
    "said:council",
    "status:attributed",
    "when:1911",
    "from:1912",
    "to:1911-03",
    "importance>=4",
    "voice:document",
    "voices<2",
    "sources:1,>2",
    "importance:5,<3",
    "\"say \"\"seven\"\"\"",
    "rests:one-source,nothing",
    "check:no-text",
    "vote",
    "\"seven votes\"",
    "smith",
    "hires",
    "\"town hall\"",
    "a",
];

proptest! {
    #[test]
    fn terms_joined_are_the_same_query(terms in proptest::collection::vec((0..TERMS.len(), any::<bool>()), 0..8)) {
        let terms = terms.iter().map(|(n, negated)| format!("{}{}", if *negated { "-" } else { "" }, TERMS[*n]));
        let text = terms.collect::<Vec<_>>().join("  ");
        let query = Query::parse(&text).unwrap();
        prop_assert_eq!(&Query::parse(&query.terms().join(" ")).unwrap(), &query);
        prop_assert_eq!(&Query::parse(&query.to_string()).unwrap(), &query);
    }

    #[test]
    fn any_text_that_can_be_read_reads_back_the_same(text in "[a-c:=\"“”,<\\- ]{0,16}|(kind|tag|said|when|voices)[:<]?=?\"?[a-z0-9,\" ]{0,8}\"?|.{0,30}") {
        match Query::parse(&text) {
            Ok(query) => {
                prop_assert_eq!(&Query::parse(&query.to_string()).unwrap(), &query);
                prop_assert_eq!(query.is_empty(), text.trim().is_empty());
            }
            Err(error) => {
                prop_assert!(text.get(error.at.clone()).is_some_and(|term| !term.is_empty()));
                prop_assert!(!error.to_string().is_empty());
                let _ = error.corrected(&text);
            }
        }
    }

    #[test]
    fn a_term_or_its_opposite_passes(n in 0..TERMS.len()) {
        let index = index();
        for item in items(&index) {
            let passes = |text: &str| Query::parse(text).unwrap().sieve(&index).passes(&index, item);
            prop_assert_ne!(passes(TERMS[n]), passes(&format!("-{}", TERMS[n])));
        }
    }

    #[test]
    fn what_is_found_as_one_types_is_what_a_filter_leaves(terms in proptest::collection::vec((0..TERMS.len(), any::<bool>()), 1..4)) {
        let index = index();
        let terms = terms.iter().map(|(n, negated)| format!("{}{}", if *negated { "-" } else { "" }, TERMS[*n]));
        let query = Query::parse(&terms.collect::<Vec<_>>().join(" ")).unwrap();
        let sieve = query.sieve(&index);
        let searcher = Searcher::new(&index);
        let hits = searcher.find_passing(&index, &query, 100);
        let found: Vec<Item> = hits.iter().flat_map(|hits| hits.best.iter().map(|hit| hit.item)).collect();
        for item in items(&index) {
            prop_assert_eq!(found.contains(&item), sieve.passes(&index, item), "{:?}", item);
        }
        prop_assert_eq!(found.len(), hits.iter().map(|hits| hits.count).sum::<usize>());
    }
}

fn items(index: &Index) -> Vec<Item> {
    let story = index.story();
    let events = story.events_with_ix().map(|(ix, _)| Item::Event(ix));
    let relations = story.relations_with_ix().map(|(ix, _)| Item::Relation(ix));
    let actors = story.actors_with_ix().map(|(ix, _)| Item::Actor(ix));
    events.chain(relations).chain(actors).collect()
}
