//! Quotations, the reader and the ledger: by names and keys.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;
use throughline::app::Origin;
use throughline::story::{ItemId, ItemKind};

use super::{TALL, Window, actor, app, click_mark, event, marks, press, window};

const STORY: &str = r#"Story(format: 1, title: "The pilots",
    sources: { "log": Source(title: "Harbour log", text: "log.txt"), "talk": Source(title: "A talk") },
    passages: {
        "closed": Passage(source: "log", paragraph: 2, quote: "the harbour was closed for nine days", said_by: Document),
        "asked": Passage(source: "log", paragraph: 3, quote: "nobody had asked the pilots", said_by: OnRecord("mole")),
        "other": Passage(source: "talk", quote: "everybody was asked", said_by: Unnamed(described: "two officials")),
    },
    actors: { "mole": Actor(name: "M. Mole", kind: "person"), "pilots": Actor(name: "The pilots", kind: "group") },
    events: {
        "closing": Event(title: "The harbour closes", when: "1911-03", participants: { "mole": "master" }, evidence: [Supports("closed")]),
        "asking": Event(title: "Pilots are asked", when: "1911-04", participants: { "pilots": "" }, evidence: [Supports("other"), Disputes("asked")]),
    },
    relations: { "r": Relation(from: "mole", to: "pilots", kind: "heeds", evidence: [Disputes("asked")]) },
)"#;
const LOG: &str = "Log of the harbour.\n\nIn March the harbour was closed for eleven days.\n\nMole said that nobody had asked the pilots, ever.\n";

/// The window with a story whose log stands beside it, once its quotations have been looked up.
pub(super) fn opened() -> (TempDir, Window<'static>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pilots.ron");
    fs::write(&path, STORY).unwrap();
    fs::write(folder.path().join("log.txt"), LOG).unwrap();
    let mut harness = window(&Origin::File(path), TALL);
    until(&mut harness, |harness| !app(harness).is_checking());
    (folder, harness)
}

pub(super) fn until(harness: &mut Window<'_>, done: impl Fn(&Window<'_>) -> bool) {
    for _ in 0..1000 {
        harness.run_steps(4);
        if done(harness) {
            harness.run_steps(12);
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("it never came to that");
}

fn passage(id: &str) -> ItemId {
    ItemId::new(ItemKind::Passage, id)
}

/// The names of the nodes of a role.
pub(super) fn named(harness: &Window<'_>, role: Role) -> Vec<String> {
    let nodes = harness.query_all_by_role(role);
    nodes
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

pub(super) fn press_named(harness: &mut Window<'_>, role: Role, beginning: &str) {
    {
        let found = harness.get_all_by_role(role).find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with(beginning))
        });
        let node = found.unwrap_or_else(|| panic!("nothing is called {beginning}"));
        node.click_accesskit();
    }
    harness.run_steps(12);
}

#[test]
fn a_quotation_leads_to_the_reader_from_there_to_its_claims_and_these_to_the_map_and_back() {
    let (_folder, mut harness) = opened();
    click_mark(&mut harness, "The harbour closes");
    let signs = named(&harness, Role::Image);
    assert!(
        signs.iter().any(|sign| sign.starts_with("Drifted")),
        "{signs:?}"
    );
    press_named(
        &mut harness,
        Role::Link,
        "“the harbour was closed for nine days”",
    );
    assert_eq!(app(&harness).view().reading.as_deref(), Some("log"));
    assert_eq!(app(&harness).view().selection, [passage("closed")]);
    let paragraphs = named(&harness, Role::Paragraph);
    assert!(
        paragraphs.iter().any(|words| words.contains("eleven days")),
        "{paragraphs:?}"
    );
    // The claims that rest on it are marked in the views.
    assert!(
        marks(&harness)
            .iter()
            .any(|mark| mark.starts_with("The harbour closes") && mark.contains("belongs"))
    );
    // From another passage's mark at the edge to the relation that it speaks against, and both its ends.
    press_named(
        &mut harness,
        Role::Link,
        "relation: M. Mole heeds The pilots",
    );
    assert_eq!(
        app(&harness).view().selection,
        [ItemId::new(ItemKind::Relation, "r")]
    );
    let marked = marks(&harness);
    for end in ["M. Mole", "The pilots"] {
        assert!(
            marked
                .iter()
                .any(|mark| mark.starts_with(end) && mark.contains("belongs")),
            "{end}"
        );
    }
    click_mark(&mut harness, "The pilots, ");
    assert_eq!(app(&harness).view().selection, [actor("pilots")]);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(app(&harness).view().selection, [passage("closed")]);
}

#[test]
fn the_ledger_names_every_claim_with_what_it_rests_on_and_leads_to_it() {
    let (_folder, mut harness) = opened();
    press(&mut harness, Modifiers::COMMAND, Key::L);
    until(&mut harness, |harness| {
        !named(harness, Role::Row).is_empty()
    });
    let rows = named(&harness, Role::Row);
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert_eq!(
        rows[0],
        "date: Mar 1911, claim: The harbour closes, kind: Event, status: Documented, voices: 1: Harbour log (document), sources: 1 source, quotations: Drifted"
    );
    assert!(rows[1].contains("status: Disputed"), "{}", rows[1]);
    press_named(&mut harness, Role::ColumnHeader, "Sort by claim");
    until(&mut harness, |harness| {
        named(harness, Role::Row)[0].contains("M. Mole")
    });
    press_named(&mut harness, Role::Row, "date: Mar 1911");
    assert_eq!(app(&harness).view().selection, [event("closing")]);
    press(&mut harness, Modifiers::COMMAND, Key::L);
    // Back on timeline and map the claim is selected, and whoever takes part is marked.
    let marked = marks(&harness);
    let closes = marked
        .iter()
        .find(|mark| mark.starts_with("The harbour closes"));
    assert!(
        closes.is_some_and(|mark| mark.contains("a quotation of it is drifted")),
        "{marked:?}"
    );
    assert!(
        marked
            .iter()
            .any(|mark| mark.starts_with("M. Mole") && mark.contains("belongs"))
    );
}

#[test]
fn a_source_that_changes_on_disk_is_looked_up_again() {
    let (folder, mut harness) = opened();
    let state = |harness: &Window<'_>| {
        let index = app(harness).index().unwrap();
        index.state_of(index.resolve(&passage("closed")).unwrap())
    };
    assert_eq!(state(&harness), Some(throughline::evidence::State::Drifted));
    fs::write(folder.path().join("log.txt"), LOG.replace("eleven", "nine")).unwrap();
    until(&mut harness, |harness| {
        state(harness) == Some(throughline::evidence::State::Verified)
    });
}

#[test]
fn a_filter_by_evidence_is_said_and_taken_back() {
    let (_folder, mut harness) = opened();
    assert!(
        marks(&harness)
            .iter()
            .any(|mark| mark.starts_with("The harbour closes"))
    );
    press_named(&mut harness, Role::Button, "Evidence");
    press_named(&mut harness, Role::Button, "Show only: rests on");
    press_named(&mut harness, Role::Button, "Unnamed people alone");
    assert_eq!(app(&harness).view().filter, "rests:unnamed");
    assert!(
        !marks(&harness)
            .iter()
            .any(|mark| mark.starts_with("The harbour closes"))
    );
    assert!(
        harness
            .query_by_label("1 of 2 events, 1 of 1 relation, 2 of 2 actors hidden")
            .is_some()
    );
    press_named(
        &mut harness,
        Role::Button,
        "Filter no longer by rests:unnamed",
    );
    assert_eq!(app(&harness).view().filter, "");
    assert!(
        marks(&harness)
            .iter()
            .any(|mark| mark.starts_with("The harbour closes"))
    );
}
