//! A whole session by names and keys alone: open, search, filter, focus, step through time, read the
//! quotation, export.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use throughline::app::Origin;

use super::evidence::{named, press_named, until};
use super::{Window, actor, app, event, marks, press, save_as, wait_for_notice, window};

const STORY: &str = r#"Story(format: 1, title: "The harbour",
    sources: { "log": Source(title: "Harbour log", text: "log.txt") },
    passages: {
        "closed": Passage(source: "log", paragraph: 1, quote: "the harbour was closed for nine days", said_by: OnRecord("mole")),
        "hired": Passage(source: "log", paragraph: 2, quote: "the council hired six pilots", said_by: Document),
    },
    actors: {
        "mole": Actor(name: "M. Mole", kind: "person", evidence: [Mentions("closed")]),
        "council": Actor(name: "Harbour council", kind: "agency", evidence: [Mentions("hired")]),
        "pilots": Actor(name: "Six pilots", kind: "group", evidence: [Mentions("hired")]),
    },
    events: {
        "closing": Event(title: "The harbour closes", when: "1911-03", kind: "closure", participants: { "mole": "master" }, evidence: [Supports("closed")]),
        "hiring": Event(title: "Pilots are hired", when: "1911-05-02", kind: "contract", participants: { "council": "employer", "pilots": "" }, evidence: [Supports("hired")]),
    },
    relations: { "r": Relation(from: "council", to: "pilots", kind: "employs", during: "1911-05-02/1912-01", evidence: [Supports("hired")]) },
)"#;
const LOG: &str =
    "In March the harbour was closed for nine days.\n\nIn May the council hired six pilots.\n";

fn type_in(harness: &mut Window<'_>, words: &str) {
    harness.event(Event::Text(words.to_owned()));
    harness.run_steps(6);
}

#[test]
fn a_story_is_opened_searched_filtered_followed_through_time_read_and_exported() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("harbour.story.ron");
    fs::write(&path, STORY).unwrap();
    fs::write(folder.path().join("log.txt"), LOG).unwrap();
    let mut harness = window(&Origin::Shipped, [1600.0, 1000.0]);

    // Open.
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    harness.run_steps(4);
    type_in(&mut harness, path.to_str().unwrap());
    press_named(&mut harness, Role::Button, "Open");
    until(&mut harness, |harness| {
        app(harness)
            .index()
            .is_some_and(|index| index.story().title == "The harbour")
            && app(harness).is_full()
            && !app(harness).is_checking()
    });

    // Search: the hit is gone to.
    press(&mut harness, Modifiers::COMMAND, Key::F);
    harness.run_steps(4);
    type_in(&mut harness, "hired");
    until(&mut harness, |harness| {
        let offered = named(harness, Role::ListBoxOption);
        offered.iter().any(|hit| hit.contains("Pilots are hired"))
    });
    press(&mut harness, Modifiers::NONE, Key::Enter);
    until(&mut harness, |harness| {
        app(harness).view().selection == [event("hiring")]
    });

    // Filter: by the palette, and taken back by a chip.
    press(&mut harness, Modifiers::COMMAND, Key::K);
    harness.run_steps(4);
    type_in(&mut harness, "said by a document");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    until(&mut harness, |harness| {
        !app(harness).view().filter.is_empty()
    });
    harness.run_steps(8);
    press(&mut harness, Modifiers::NONE, Key::F);
    harness.run_steps(8);
    assert!(
        !marks(&harness)
            .iter()
            .any(|mark| mark.starts_with("The harbour closes"))
    );
    press_named(&mut harness, Role::Button, "Filter no longer by");
    assert_eq!(app(&harness).view().filter, "");
    press(&mut harness, Modifiers::NONE, Key::F);
    until(&mut harness, |harness| {
        let marks = marks(harness);
        marks
            .iter()
            .any(|mark| mark.starts_with("The harbour closes"))
    });

    // Focus: the council, and what is one step from it.
    press_mark(&mut harness, "Harbour council, ");
    assert_eq!(app(&harness).view().selection, [actor("council")]);
    press(&mut harness, Modifiers::NONE, Key::Num1);
    harness.run_steps(8);
    assert!(
        !marks(&harness)
            .iter()
            .any(|mark| mark.starts_with("M. Mole"))
    );

    // Step time: to the day on which the pilots are employed.
    press(&mut harness, Modifiers::NONE, Key::Period);
    harness.run_steps(8);
    assert!(app(&harness).view().as_of.is_some());

    // Read the quotation in its source.
    press_named(&mut harness, Role::Link, "“the council hired six pilots”");
    until(&mut harness, |harness| {
        let paragraphs = named(harness, Role::Paragraph);
        paragraphs
            .iter()
            .any(|words| words.contains("In May the council"))
    });

    // Export.
    press(&mut harness, Modifiers::COMMAND, Key::E);
    harness.run_steps(6);
    let picture = folder.path().join("harbour.svg");
    press_named(&mut harness, Role::RadioButton, "SVG");
    save_as(&mut harness, &picture);
    press_named(&mut harness, Role::Button, "Save");
    let said = wait_for_notice(&mut harness);
    assert!(said.starts_with("Saved"), "{said}");
    let svg = fs::read_to_string(&picture).unwrap();
    assert!(svg.contains("data-item=\"event/hiring\""));
}

/// Presses the mark whose name begins so, as a screen reader does.
fn press_mark(harness: &mut Window<'_>, beginning: &str) {
    {
        let found = harness.get_all_by_role(Role::ListItem).find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with(beginning))
        });
        found
            .unwrap_or_else(|| panic!("no mark is called {beginning}"))
            .click_accesskit();
    }
    harness.run_steps(12);
}
