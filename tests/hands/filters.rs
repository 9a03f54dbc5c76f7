//! Facets, chips and saved views: by names and keys.

use std::fs;

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;
use throughline::app::Origin;
use throughline::view::{LeftOut, View};

use super::{TALL, Window, app, marks, press, window};

const STORY: &str = r#"Story(format: 1, title: "The harbour",
    sources: { "log": Source(title: "Harbour log"), "talk": Source(title: "A talk") },
    passages: {
        "closed": Passage(source: "log", quote: "the harbour was closed", said_by: Document),
        "asked": Passage(source: "talk", quote: "nobody had asked", said_by: Unnamed(count: 2)),
    },
    actors: { "mole": Actor(name: "M. Mole", kind: "person"), "pilots": Actor(name: "The pilots", kind: "group") },
    events: {
        "closing": Event(title: "The harbour closes", when: "1911-03", place: "Old harbour", tags: ["ice, drift", "ships"], participants: { "mole": "master" }, evidence: [Supports("closed")]),
        "asking": Event(title: "Pilots are asked", when: "1911-04", place: "Old harbour", tags: ["ships"], participants: { "pilots": "" }, evidence: [Supports("asked")]),
        "opening": Event(title: "The harbour opens", when: "1912", place: "Town", importance: 5),
    },
    relations: { "r": Relation(from: "mole", to: "pilots", kind: "heeds") },
)"#;

fn opened() -> (TempDir, Window<'static>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.ron");
    fs::write(&path, STORY).unwrap();
    let harness = window(&Origin::File(path), TALL);
    (folder, harness)
}

/// The names of all nodes.
fn names(harness: &Window<'_>) -> Vec<String> {
    let nodes = harness.query_all_by(|_| true);
    nodes
        .filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        })
        .collect()
}

fn is_said(harness: &Window<'_>, words: &str) -> bool {
    names(harness).iter().any(|name| name.contains(words))
}

/// Presses the first node whose name begins so.
fn press_named(harness: &mut Window<'_>, beginning: &str) {
    {
        let found = harness
            .query_all_by(|node| node.label().is_some_and(|name| name.starts_with(beginning)))
            .next();
        let Some(node) = found else {
            panic!("nothing is called {beginning}: {:#?}", names(harness));
        };
        node.click_accesskit();
    }
    harness.run_steps(12);
}

fn open_facets(harness: &mut Window<'_>) {
    press(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    assert!(app(harness).view().facets);
}

fn filter(harness: &Window<'_>) -> String {
    app(harness).view().filter.clone()
}

fn shows(harness: &Window<'_>, event: &str) -> bool {
    marks(harness).iter().any(|mark| mark.starts_with(event))
}

#[test]
fn a_value_is_included_excluded_and_undone_and_what_is_hidden_is_said() {
    let (_folder, mut harness) = opened();
    open_facets(&mut harness);
    press_named(&mut harness, "Tag ships, 2 items");
    assert_eq!(filter(&harness), "tag:ships");
    assert!(is_said(&harness, "Tag ships, 2 items, included"));
    {
        let row = harness.get_by_label("Tag ships, 2 items, included");
        assert_eq!(row.accesskit_node().role(), Role::CheckBox);
    }
    assert!(!shows(&harness, "The harbour opens"));
    assert!(is_said(&harness, "1 of 3 events"));
    // A facet's own choice does not narrow it; that of others does.
    assert!(is_said(&harness, "Tag ice, drift, 1 item"));
    assert!(!is_said(&harness, "Place Town"));
    press_named(&mut harness, "Exclude Tag ice, drift");
    assert_eq!(filter(&harness), "tag:ships -tag:\"ice, drift\"");
    assert!(!shows(&harness, "The harbour closes"));
    assert!(is_said(&harness, "2 of 3 events"));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(filter(&harness), "tag:ships");
    assert!(app(&harness).view().facets);
    press_named(&mut harness, "Filter no longer by tag:ships");
    assert_eq!(filter(&harness), "");
    assert!(shows(&harness, "The harbour opens"));
}

#[test]
fn any_becomes_all_and_places_are_meant_whole() {
    let (_folder, mut harness) = opened();
    open_facets(&mut harness);
    press_named(&mut harness, "Tag ships");
    press_named(&mut harness, "Tag ice, drift");
    assert_eq!(filter(&harness), "tag:ships,\"ice, drift\"");
    press_named(&mut harness, "Tag: any of those chosen");
    assert_eq!(filter(&harness), "tag:ships tag:\"ice, drift\"");
    assert!(!shows(&harness, "Pilots are asked"));
    press_named(&mut harness, "Clear");
    press_named(&mut harness, "Place Old harbour, 2 items");
    assert_eq!(filter(&harness), "place:=\"Old harbour\"");
    assert!(!shows(&harness, "The harbour opens"));
}

#[test]
fn a_row_is_reached_and_pressed_by_keys_alone() {
    let (_folder, mut harness) = opened();
    open_facets(&mut harness);
    for _ in 0..200 {
        let focused = harness
            .query_all_by(|node| node.label().is_some() && node.is_focused())
            .find_map(|node| node.accesskit_node().label());
        if focused.is_some_and(|name| name.starts_with("Tag ships")) {
            break;
        }
        press(&mut harness, Modifiers::NONE, Key::Tab);
    }
    press(&mut harness, Modifiers::NONE, Key::Space);
    assert_eq!(filter(&harness), "tag:ships");
    press(&mut harness, Modifiers::NONE, Key::Delete);
    assert_eq!(filter(&harness), "-tag:ships");
    let row = harness.get_by_label("Tag ships, 0 items, excluded");
    assert_ne!(row.accesskit_node().toggled(), Some(Toggled::True));
}

#[test]
fn what_is_filtered_out_is_dimmed_or_shown_where_that_is_asked_for() {
    let (_folder, mut harness) = opened();
    open_facets(&mut harness);
    press_named(&mut harness, "Tag ships");
    assert!(!shows(&harness, "The harbour opens"));
    press_named(&mut harness, "Dim what is filtered out");
    assert_eq!(app(&harness).view().left_out, LeftOut::Dim);
    assert!(shows(&harness, "The harbour opens"));
    assert!(is_said(&harness, "1 of 3 events"));
    assert!(is_said(&harness, "dimmed"));
    press_named(&mut harness, "Show what is filtered out");
    assert!(shows(&harness, "The harbour opens"));
    assert!(is_said(&harness, "2 of 3 events pass, all are shown"));
    press_named(&mut harness, "Show everything");
    assert_eq!(filter(&harness), "");
}

#[test]
fn a_stretch_of_time_is_typed_and_a_wrong_date_is_said() {
    let (_folder, mut harness) = opened();
    open_facets(&mut harness);
    let typed = |harness: &mut Window<'_>, words: &str| {
        harness.get_by_label("From this date").focus();
        harness.run_steps(4);
        press(harness, Modifiers::COMMAND, Key::A);
        harness.event(eframe::egui::Event::Text(words.to_owned()));
        harness.run_steps(4);
        press(harness, Modifiers::NONE, Key::Enter);
    };
    typed(&mut harness, "soon");
    assert!(is_said(&harness, "`soon` is no date"));
    assert_eq!(filter(&harness), "");
    typed(&mut harness, "1912");
    assert_eq!(filter(&harness), "from:1912");
    assert!(!shows(&harness, "Pilots are asked"));
}

#[test]
fn actors_hidden_by_hand_are_said_and_shown_again() {
    let (_folder, mut harness) = opened();
    super::click_mark(&mut harness, "M. Mole, ");
    press(&mut harness, Modifiers::NONE, Key::H);
    assert!(is_said(&harness, "1 of 2 actors hidden"));
    press_named(&mut harness, "Show hidden actors");
    assert!(!is_said(&harness, "actors hidden"));
}

fn name_the_view(harness: &mut Window<'_>, name: &str) {
    harness.event(eframe::egui::Event::Text(name.to_owned()));
    harness.run_steps(4);
    press(harness, Modifiers::NONE, Key::Enter);
}

#[test]
fn a_view_is_saved_gone_back_to_and_kept_beside_the_story() {
    let (folder, mut harness) = opened();
    open_facets(&mut harness);
    press_named(&mut harness, "Tag ships");
    press_named(&mut harness, "Save this view…");
    name_the_view(&mut harness, "Ships alone");
    assert_eq!(app(&harness).view().saved.len(), 1);
    press_named(&mut harness, "Clear");
    assert!(shows(&harness, "The harbour opens"));
    press_named(&mut harness, "Go to the view Ships alone");
    assert_eq!(filter(&harness), "tag:ships");
    assert!(!shows(&harness, "The harbour opens"));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(filter(&harness), "");
    // It lies beside the story, for this window and the next.
    let kept = folder.path().join("harbour.view.ron");
    until(&mut harness, |_| {
        fs::read_to_string(&kept).is_ok_and(|text| text.contains("Ships alone"))
    });
    let mut again = window(&Origin::File(folder.path().join("harbour.ron")), TALL);
    open_facets(&mut again);
    press_named(&mut again, "Go to the view Ships alone");
    assert_eq!(filter(&again), "tag:ships");
    press_named(&mut again, "More on the view Ships alone");
    press_named(&mut again, "Rename…");
    press(&mut again, Modifiers::COMMAND, Key::A);
    name_the_view(&mut again, "Ships");
    assert_eq!(app(&again).view().saved[0].name, "Ships");
    press_named(&mut again, "More on the view Ships");
    press_named(&mut again, "Delete");
    assert!(app(&again).view().saved.is_empty());
    press(&mut again, Modifiers::COMMAND, Key::Z);
    assert_eq!(app(&again).view().saved[0].name, "Ships");
}

#[test]
fn a_name_that_is_given_already_asks_to_replace_and_the_shipped_story_says_that_nothing_is_kept() {
    let mut harness = window(&Origin::Shipped, TALL);
    open_facets(&mut harness);
    press_named(&mut harness, "Save this view…");
    assert!(is_said(&harness, "they last until the window closes"));
    name_the_view(&mut harness, "First");
    press_named(&mut harness, "Status Documented");
    press_named(&mut harness, "Save this view…");
    harness.event(eframe::egui::Event::Text("first".to_owned()));
    harness.run_steps(4);
    assert!(is_said(&harness, "A view is called so already"));
    press_named(&mut harness, "Replace");
    let saved = &app(&harness).view().saved;
    assert_eq!(saved.len(), 1);
    assert_eq!(saved[0].view.filter, "status:documented");
}

fn until(harness: &mut Window<'_>, done: impl Fn(&Window<'_>) -> bool) {
    for _ in 0..1000 {
        harness.run_steps(4);
        if done(harness) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("it never came to that");
}

#[test]
fn the_foot_of_the_map_counts_what_the_filter_leaves() {
    let mut harness = window(&Origin::Shipped, [1400.0, 900.0]);
    let relations = |harness: &Window<'_>| {
        let buttons = super::evidence::named(harness, Role::Button);
        let counts = buttons
            .iter()
            .filter_map(|name| name.strip_suffix(" relations"));
        counts.filter_map(|count| count.parse().ok()).max()
    };
    let all: usize = relations(&harness).unwrap();
    let view = View {
        filter: "kind:agency".to_owned(),
        ..app(&harness).view().clone()
    };
    harness.state_mut().as_mut().unwrap().show_view(view);
    until(&mut harness, |harness| {
        relations(harness).is_some_and(|left| left > 0 && left < all)
    });
}
