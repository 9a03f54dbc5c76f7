//! The search field, by names and keys.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;
use throughline::app::Origin;
use throughline::view::LeftOut;

use super::evidence::{named, opened, press_named, until};
use super::{Window, actor, app, event, marks, press, window};

const STORY: &str = r#"Story(format: 1, title: "Chips",
    sources: { "report": Source(title: "A report") },
    passages: { "p": Passage(source: "report", quote: "stricter rules for chips", said_by: OnRecord("blinken")) },
    actors: {
        "huawei": Actor(name: "Huawei", aliases: ["华为"], kind: "company"),
        "blinken": Actor(name: "Antony Blinken", kind: "person"),
        "commerce": Actor(name: "Department of Commerce", kind: "agency", tags: ["trade"]),
    },
    events: {
        "rules": Event(title: "Rules are drafted", when: "2023-04", participants: { "commerce": "author" }, tags: ["trade"], evidence: [Supports("p")]),
        "trip": Event(title: "A trip to Beijing", when: "2023-06-18", participants: { "blinken": "" }, tags: ["visit"]),
        "ban": Event(title: "Huawei is listed", when: "2019-05", participants: { "huawei": "", "commerce": "" }, tags: ["trade"]),
    },
    relations: { "r": Relation(from: "commerce", to: "huawei", kind: "restricts", during: "2019-05/..") },
)"#;

/// The window with a story of chips.
fn chips(size: [f32; 2]) -> (TempDir, Window<'static>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chips.ron");
    fs::write(&path, STORY).unwrap();
    let harness = window(&Origin::File(path), size);
    (folder, harness)
}

/// Types words into the search field.
fn begun(harness: &mut Window<'_>, words: &str) {
    press(harness, Modifiers::COMMAND, Key::F);
    harness.event(Event::Text(words.to_owned()));
    harness.run_steps(4);
}

/// Types words into the search field, and waits for a row that has `part`.
fn typed(harness: &mut Window<'_>, words: &str, part: &str) {
    begun(harness, words);
    until(harness, |harness| {
        rows(harness).iter().any(|row| row.contains(part))
    });
}

fn rows(harness: &Window<'_>) -> Vec<String> {
    named(harness, Role::ListBoxOption)
}

/// What stands in the search field.
fn words(harness: &Window<'_>) -> String {
    let mut fields = harness.query_all_by_role(Role::SearchInput);
    let field = fields.next().unwrap();
    field.accesskit_node().value().unwrap_or_default()
}

/// Types words into the search field.
fn sought(harness: &mut Window<'_>, words: &str) {
    press(harness, Modifiers::NONE, Key::Slash);
    harness.event(Event::Text(words.to_owned()));
    let of = words.to_owned();
    until(harness, |harness| {
        named(harness, Role::ListBoxOption)
            .iter()
            .any(|hit| hit.contains(&of))
    });
}

#[test]
fn what_is_sought_is_listed_by_kind_and_the_keys_go_to_it() {
    let (_folder, mut harness) = opened();
    sought(&mut harness, "pilots");
    let hits = named(&harness, Role::ListBoxOption);
    let kinds: Vec<&str> = hits
        .iter()
        .filter_map(|hit| hit.split(':').next())
        .collect();
    assert_eq!(kinds, ["actor", "event", "relation", "passage"], "{hits:?}");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(app(&harness).view().selection, [event("asking")]);
    assert!(named(&harness, Role::ListBoxOption).is_empty());
    // A quotation whose text is there opens it.
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(app(&harness).view().reading, None);
    sought(&mut harness, "");
    press_named(&mut harness, Role::ListBoxOption, "passage:");
    assert_eq!(app(&harness).view().reading.as_deref(), Some("log"));
}

#[test]
fn a_field_that_is_left_empty_gives_its_place_back_to_the_title() {
    let mut harness = window(&Origin::Shipped, [900.0, 640.0]);
    let fields = |harness: &Window<'_>| harness.query_all_by_role(Role::SearchInput).count();
    let before = fields(&harness);
    press(&mut harness, Modifiers::NONE, Key::Slash);
    assert_eq!(fields(&harness), before + 1);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(fields(&harness), before);
}

#[test]
fn a_name_with_a_slip_and_a_name_in_chinese_lead_to_the_actor() {
    let (_folder, mut harness) = chips([1440.0, 900.0]);
    typed(&mut harness, "hauwei", "Huawei");
    assert_eq!(rows(&harness), ["actor: Huawei, Company"]);
    assert!(harness.query_by_label("NEARLY CALLED SO  1").is_some());
    press(&mut harness, Modifiers::NONE, Key::Enter);
    until(&mut harness, |harness| {
        app(harness).view().selection == [actor("huawei")]
    });
    typed(&mut harness, "华为", "also");
    assert_eq!(rows(&harness)[0], "actor: Huawei, Company · also “华为”");
}

#[test]
fn a_date_finds_the_events_that_may_have_happened_then() {
    let (_folder, mut harness) = chips([1440.0, 900.0]);
    typed(&mut harness, "april 2023", "Rules are drafted");
    assert_eq!(rows(&harness), ["event: Rules are drafted, Apr 2023"]);
    press_named(&mut harness, Role::Button, "Show only these: 1 event");
    assert_eq!(app(&harness).view().filter, "when:2023-04");
    let said = harness.query_all_by_label_contains("2 of 3 events");
    assert_ne!(said.count(), 0);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(app(&harness).view().filter, "");
}

#[test]
fn terms_are_completed_and_become_the_filter() {
    let (_folder, mut harness) = chips([1440.0, 900.0]);
    typed(&mut harness, "ki", "write kind:");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(words(&harness), "kind:");
    until(&mut harness, |harness| rows(harness).len() == 4);
    assert_eq!(rows(&harness)[0], "write agency, 4");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(words(&harness), "kind:company ");
    harness.event(Event::Text("-tag:vis".to_owned()));
    until(&mut harness, |harness| {
        rows(harness).iter().any(|row| row == "write visit, 1")
    });
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(words(&harness), "kind:company -tag:visit ");
    until(&mut harness, |harness| {
        harness
            .query_by_label("Show only these: 1 actor, 1 event, 1 relation")
            .is_some()
    });
    assert!(rows(&harness)[0].starts_with("actor: Huawei"));
    // A quick hand means what it has typed, whatever is listed yet.
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    until(&mut harness, |harness| {
        !app(harness).view().filter.is_empty()
    });
    assert_eq!(app(&harness).view().filter, "kind:company -tag:visit");
    assert!(rows(&harness).is_empty());
    let marks = marks(&harness);
    assert!(
        marks
            .iter()
            .any(|mark| mark.starts_with("Huawei is listed"))
    );
    assert!(!marks.iter().any(|mark| mark.starts_with("A trip")));
}

#[test]
fn a_slip_in_a_field_is_said_and_corrected() {
    let (_folder, mut harness) = chips([1440.0, 900.0]);
    typed(&mut harness, "kidn:agency", "write kind:agency");
    let said = "“kidn:” is no field of a filter; did you mean “kind:”?";
    assert!(harness.query_by_label(said).is_some());
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(words(&harness), "kind:agency");
    until(&mut harness, |harness| {
        rows(harness)
            .iter()
            .any(|row| row.starts_with("actor: Department"))
    });
    assert!(harness.query_by_label(said).is_none());
    // What is still being written is only hinted at.
    begun(&mut harness, "from:");
    until(&mut harness, |harness| {
        let hint = "“from:” wants a date, as in “from:2022”.";
        harness.query_by_label(hint).is_some()
    });
}

#[test]
fn what_is_hidden_says_so_and_is_shown_from_there() {
    let (_folder, mut harness) = chips([1440.0, 900.0]);
    begun(&mut harness, "tag:visit ");
    until(&mut harness, |harness| {
        harness.query_by_label("Show only these: 1 event").is_some()
    });
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    until(&mut harness, |harness| {
        app(harness).view().filter == "tag:visit"
    });
    typed(&mut harness, "drafted", "Rules are drafted");
    assert_eq!(
        rows(&harness)[0],
        "event: Rules are drafted, hidden by the filter · Apr 2023"
    );
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(app(&harness).view().selection, [event("rules")]);
    assert_eq!(
        app(&harness).notice(),
        Some("“Rules are drafted” is hidden by the filter tag:visit.")
    );
    press_named(&mut harness, Role::Button, "Show it");
    assert_eq!(app(&harness).view().filter, "");
    assert!(
        marks(&harness)
            .iter()
            .any(|mark| mark.starts_with("Rules are drafted"))
    );
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(app(&harness).view().filter, "tag:visit");
}

#[test]
fn what_is_only_dimmed_is_not_called_hidden_and_show_only_hides() {
    let (_folder, mut harness) = chips([1440.0, 900.0]);
    begun(&mut harness, "tag:visit");
    until(&mut harness, |harness| {
        harness.query_by_label("Show only these: 1 event").is_some()
    });
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    let shift = Modifiers::COMMAND | Modifiers::SHIFT;
    press(&mut harness, shift, Key::F);
    press_named(&mut harness, Role::RadioButton, "Dim what is filtered out");
    assert_eq!(app(&harness).view().left_out, LeftOut::Dim);
    typed(&mut harness, "drafted", "Rules are drafted, Apr 2023");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(app(&harness).view().selection, [event("rules")]);
    assert_eq!(app(&harness).notice(), None);
    begun(&mut harness, "tag:visit");
    until(&mut harness, |harness| {
        harness.query_by_label("Show only these: 1 event").is_some()
    });
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    until(&mut harness, |harness| {
        app(harness).view().left_out == LeftOut::Hide
    });
    assert_eq!(app(&harness).view().filter, "tag:visit");
}

#[test]
fn an_actor_that_is_hidden_on_the_map_is_shown_again() {
    let (_folder, mut harness) = chips([1440.0, 900.0]);
    let on_map = |harness: &Window<'_>| {
        let marks = marks(harness);
        marks.iter().any(|mark| mark.starts_with("Huawei, "))
    };
    // Before anything is found.
    begun(&mut harness, "huawei");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    until(&mut harness, |harness| {
        app(harness).view().selection == [actor("huawei")]
    });
    press(&mut harness, Modifiers::NONE, Key::H);
    assert!(app(&harness).view().hidden.contains("huawei") && !on_map(&harness));
    typed(&mut harness, "", "hidden on the map");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(
        app(&harness).notice(),
        Some("“Huawei” is hidden on the map.")
    );
    press_named(&mut harness, Role::Button, "Show it");
    assert!(app(&harness).view().hidden.is_empty() && on_map(&harness));
}

#[test]
fn nothing_that_is_found_is_said_in_a_small_window_too() {
    let (_folder, mut harness) = chips([900.0, 640.0]);
    begun(&mut harness, "zebra");
    until(&mut harness, |harness| {
        harness.query_by_label("Nothing has “zebra”.").is_some()
    });
    begun(&mut harness, "tag:visit -tag:visit ");
    until(&mut harness, |harness| {
        let said = "No event, actor or relation passes “tag:visit -tag:visit”.";
        harness.query_by_label(said).is_some()
    });
    // A value that the story has not may be a slip.
    typed(&mut harness, "tag:vsiit ", "write tag:visit");
    let said = "“tag:” knows no “vsiit”; did you mean “visit”?";
    assert!(harness.query_by_label(said).is_some());
}

#[test]
fn more_of_a_sort_is_listed_where_that_is_asked_for_by_key_or_by_hand() {
    let mut harness = window(&Origin::Shipped, [1400.0, 900.0]);
    typed(&mut harness, "huawei", "Huawei");
    let actors = |harness: &Window<'_>| {
        let rows = rows(harness).into_iter();
        rows.filter(|row| row.starts_with("actor:")).count()
    };
    assert_eq!(actors(&harness), 6);
    // Past the six there is a row that lists the others; the first of these then stands out.
    for _ in 0..6 {
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(4);
    assert_eq!(actors(&harness), 9);
    let seventh = rows(&harness)[6].clone();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(4);
    let selected = app(&harness).view().selection.clone();
    let index = app(&harness).index().unwrap();
    let title = index.title_of(index.resolve(&selected[0]).unwrap());
    assert!(seventh.contains(&title), "{seventh}: {title}");
    // Other words begin with few again.
    typed(&mut harness, "hua", "Huawei");
    assert_eq!(actors(&harness), 6);
    press_named(&mut harness, Role::Button, "Show 3 more");
    harness.run_steps(4);
    assert_eq!(actors(&harness), 9);
}
