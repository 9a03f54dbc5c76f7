//! Everything that can be done, by keys, by the palette and by menus.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use throughline::app::{Action, Origin};
use throughline::view::LaneBy;

use super::evidence::{named, press_named};
use super::{TALL, Window, app, click_mark, event, press, window};

/// Opens the palette and types `words` into it.
fn ask(harness: &mut Window<'_>, words: &str) {
    press(harness, Modifiers::COMMAND, Key::K);
    harness.run_steps(4);
    harness.event(Event::Text(words.to_owned()));
    harness.run_steps(6);
}

#[test]
fn every_command_is_found_in_the_palette_by_its_name() {
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    for action in Action::ALL
        .iter()
        .filter(|action| **action != Action::Palette)
    {
        ask(&mut harness, action.name());
        let offered = named(&harness, Role::ListBoxOption);
        let first = format!("{}: ", action.name());
        assert!(
            offered.first().is_some_and(|name| name.starts_with(&first)),
            "{first}is not what the palette offers first, but {:?}",
            offered.first()
        );
        press(&mut harness, Modifiers::NONE, Key::Escape);
        assert!(named(&harness, Role::ListBoxOption).is_empty());
    }
}

#[test]
fn the_palette_does_what_is_chosen_and_says_why_something_cannot_be_done() {
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    ask(&mut harness, "lanes status");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(app(&harness).view().lanes, LaneBy::Status);
    ask(&mut harness, "hide on");
    let offered = named(&harness, Role::ListBoxOption);
    assert_eq!(offered[0], "Hide on the map: Select an actor first");
    // What cannot be done leaves the palette open.
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(!named(&harness, Role::ListBoxOption).is_empty());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    // What was done last stands in front, and the arrows go further.
    ask(&mut harness, "");
    assert!(named(&harness, Role::ListBoxOption)[0].starts_with("Lanes: status"));
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(named(&harness, Role::ListBoxOption).is_empty());
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_ne!(app(&harness).view().lanes, LaneBy::Status);
}

#[test]
fn keys_can_be_given_to_something_else_and_taken_back() {
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    press(&mut harness, Modifiers::NONE, Key::Questionmark);
    press_named(
        &mut harness,
        Role::Button,
        "Keys of Ledger of claims: Ctrl+L",
    );
    press(&mut harness, Modifiers::COMMAND, Key::J);
    let buttons = named(&harness, Role::Button);
    assert!(
        buttons.contains(&"Keys of Ledger of claims: Ctrl+J".to_owned()),
        "{buttons:?}"
    );
    press_named(&mut harness, Role::Button, "Close");
    press(&mut harness, Modifiers::COMMAND, Key::L);
    assert!(!app(&harness).view().ledger);
    press(&mut harness, Modifiers::COMMAND, Key::J);
    assert!(app(&harness).view().ledger);
    press(&mut harness, Modifiers::NONE, Key::Questionmark);
    press_named(
        &mut harness,
        Role::Button,
        "Keys of Ledger of claims as at first",
    );
    press_named(&mut harness, Role::Button, "Close");
    press(&mut harness, Modifiers::COMMAND, Key::L);
    assert!(!app(&harness).view().ledger);
}

#[test]
fn keys_that_the_window_cannot_do_without_stay_where_they_are() {
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    press(&mut harness, Modifiers::NONE, Key::Questionmark);
    press_named(&mut harness, Role::Button, "Keys of Undo");
    press(&mut harness, Modifiers::COMMAND, Key::K);
    let says = "Ctrl+K stays with “All commands…”";
    assert!(harness.query_by_label_contains(says).is_some());
    // Esc leaves what waits for keys, and only then the sheet.
    press_named(&mut harness, Role::Button, "Keys of Undo");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Keys and mouse").is_some());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Keys and mouse").is_none());
}

#[test]
fn a_right_click_offers_what_can_be_done_with_a_mark() {
    let mut harness = window(&Origin::Shipped, TALL);
    click_mark(&mut harness, "Nine senators write to the administration");
    press(&mut harness, Modifiers::SHIFT, Key::F10);
    harness.run_steps(4);
    let offered = named(&harness, Role::Button);
    for name in ["Zoom to it", "Read it in its source", "Fit the selection"] {
        assert!(
            offered.iter().any(|held| held.starts_with(name)),
            "{offered:?}"
        );
    }
    press_named(&mut harness, Role::Button, "Only one step away");
    assert_eq!(app(&harness).view().focus, 1);
    assert_eq!(app(&harness).view().selection, [event("april-letter")]);
    let middle = harness
        .get_by_role_and_label(Role::Canvas, "Map")
        .rect()
        .center();
    for pressed in [true, false] {
        harness.event(Event::PointerMoved(middle));
        harness.event(Event::PointerButton {
            pos: middle,
            button: eframe::egui::PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(2);
    }
    harness.run_steps(4);
    let offered = named(&harness, Role::Button);
    assert!(
        offered
            .iter()
            .any(|name| name.starts_with("Fit the selection")),
        "{offered:?}"
    );
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(app(&harness).view().focus == 1, "Esc closed the menu alone");
}

#[test]
fn everything_grows_and_shrinks_and_contrast_and_motion_are_chosen() {
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    let factor = |harness: &Window<'_>| harness.ctx.zoom_factor();
    press(&mut harness, Modifiers::COMMAND, Key::Equals);
    assert!((factor(&harness) - 1.1).abs() < 1e-5);
    press(&mut harness, Modifiers::COMMAND, Key::Minus);
    press(&mut harness, Modifiers::COMMAND, Key::Minus);
    assert!((factor(&harness) - 0.9).abs() < 1e-5);
    press(&mut harness, Modifiers::COMMAND | Modifiers::ALT, Key::Num0);
    assert!((factor(&harness) - 1.0).abs() < 1e-5);
    let ground = |harness: &Window<'_>| harness.ctx.global_style().visuals.panel_fill;
    let before = ground(&harness);
    ask(&mut harness, "high contrast");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_ne!(ground(&harness), before);
    ask(&mut harness, "reduced motion");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.ctx.global_style().animation_time <= 0.0);
}

#[test]
fn a_presentation_shows_the_views_alone_until_escape() {
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    press(&mut harness, Modifiers::NONE, Key::F11);
    harness.run_steps(4);
    assert!(harness.query_by_label("File").is_none());
    assert!(harness.query_by_label("Timeline").is_some());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.run_steps(4);
    assert!(harness.query_by_label("File").is_some());
}

#[test]
fn views_stand_over_each_other_side_by_side_or_alone() {
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    let stands = |harness: &Window<'_>, name: &str| {
        let canvas = harness.query_by_role_and_label(Role::Canvas, name);
        canvas.map(|canvas| canvas.rect())
    };
    let show = |harness: &mut Window<'_>, key: Key| {
        press(harness, Modifiers::COMMAND, key);
        harness.run_steps(8);
    };
    show(&mut harness, Key::Num2);
    let (timeline, map) = (stands(&harness, "Timeline"), stands(&harness, "Map"));
    assert!(timeline.unwrap().right() <= map.unwrap().left());
    show(&mut harness, Key::Num4);
    assert!(stands(&harness, "Timeline").is_none());
    assert!(stands(&harness, "Map").unwrap().height() > map.unwrap().height() - 40.0);
    show(&mut harness, Key::Num5);
    assert!(stands(&harness, "Map").is_none() && stands(&harness, "Timeline").is_some());
    let field = harness.query_by_role_and_label(Role::SearchInput, "Find in claims");
    assert!(field.is_some());
    // Back leads to the views that stood there, and so does Undo.
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    harness.run_steps(8);
    assert!(stands(&harness, "Map").is_some() && stands(&harness, "Timeline").is_none());
    show(&mut harness, Key::Num1);
    let (timeline, map) = (stands(&harness, "Timeline"), stands(&harness, "Map"));
    assert!(timeline.unwrap().bottom() <= map.unwrap().top());
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    harness.run_steps(8);
    assert!(stands(&harness, "Timeline").is_none());
}

#[test]
fn the_story_format_can_be_read_in_the_window_chapter_by_chapter() {
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    press(&mut harness, Modifiers::SHIFT, Key::F1);
    harness.run_steps(4);
    let headings = named(&harness, Role::Heading);
    assert!(
        headings
            .iter()
            .any(|heading| heading == "The smallest story"),
        "{headings:?}"
    );
    press_named(&mut harness, Role::Button, "Dates");
    let inside = harness.ctx.content_rect();
    let heading = harness.get_by_role_and_label(Role::Heading, "Dates").rect();
    assert!(inside.contains_rect(heading), "{heading:?}");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.run_steps(4);
    assert!(
        named(&harness, Role::Heading)
            .iter()
            .all(|heading| heading != "Dates")
    );
}

#[test]
fn the_tour_shows_its_hints_one_by_one_and_can_be_left() {
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    ask(&mut harness, "tour");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(4);
    for count in ["1 of 5", "2 of 5", "3 of 5", "4 of 5"] {
        assert!(harness.query_by_label(count).is_some(), "{count}");
        press_named(&mut harness, Role::Button, "Next");
    }
    press_named(&mut harness, Role::Button, "Done");
    assert!(harness.query_by_label("5 of 5").is_none());
    ask(&mut harness, "tour");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(4);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.run_steps(4);
    assert!(harness.query_by_label("1 of 5").is_none());
}

#[test]
fn a_right_click_on_what_the_details_list_offers_what_can_be_done_with_it() {
    let mut harness = window(&Origin::Shipped, TALL);
    click_mark(&mut harness, "Nine senators write to the administration");
    let chip = harness
        .get_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with("Nine Republican senators, "))
        })
        .unwrap()
        .rect()
        .center();
    for pressed in [true, false] {
        harness.event(Event::PointerMoved(chip));
        harness.event(Event::PointerButton {
            pos: chip,
            button: eframe::egui::PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(2);
    }
    harness.run_steps(4);
    press_named(&mut harness, Role::Button, "Zoom to it");
    assert_eq!(
        app(&harness).view().selection,
        [super::actor("nine-senators")]
    );
}
