//! The window by its accessible names: what is selected in one view is marked in all.

mod commands;
mod evidence;
mod filters;
mod mapping;
mod reloading;
mod restoring;
mod searching;
mod steps;
mod tabs;
mod times;
mod whole_session;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use throughline::app::{App, MapBefore, Origin, Settings, open};
use throughline::file::Progress;
use throughline::story::{Item, ItemId, ItemKind};

/// A window in which the shipped story's every lane shows.
const TALL: [f32; 2] = [1600.0, 1500.0];

type Window<'a> = Harness<'a, Option<App>>;

/// The window with a story, at a size; nothing is read from or written to the user's settings.
fn window(origin: &Origin, size: [f32; 2]) -> Window<'static> {
    let mut opened =
        Some(open(origin.clone(), MapBefore::default(), &Progress::default()).unwrap());
    let mut harness = Harness::builder()
        .with_size(size)
        .allow_missing_glyphs()
        .build_ui_state(
            move |ui, app: &mut Option<App>| {
                // Fonts and styles take effect with the frame after the one that sets them.
                let Some(app) = app else {
                    let mut first = App::new(ui.ctx(), Settings::default(), None);
                    first.put(opened.take().unwrap());
                    *app = Some(first);
                    return;
                };
                app.logic(&ui.ctx().clone());
                app.show(ui);
            },
            None,
        );
    harness.run_steps(12);
    harness
}

fn app<'a>(harness: &'a Window<'_>) -> &'a App {
    harness.state().as_ref().unwrap()
}

fn event(id: &str) -> ItemId {
    ItemId::new(ItemKind::Event, id)
}

fn actor(id: &str) -> ItemId {
    ItemId::new(ItemKind::Actor, id)
}

/// The labels of the marks in both views.
fn marks(harness: &Window<'_>) -> Vec<String> {
    harness
        .get_all_by_role(Role::ListItem)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

/// Whether the menu File stands open.
fn menu_is_open(harness: &Window<'_>) -> bool {
    harness
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .any(|label| label.starts_with("Reload"))
}

fn click_mark(harness: &mut Window<'_>, beginning: &str) {
    {
        let node = harness
            .get_all_by_role(Role::ListItem)
            .find(|node| {
                node.accesskit_node()
                    .label()
                    .is_some_and(|l| l.starts_with(beginning))
            })
            .unwrap_or_else(|| panic!("no mark is called {beginning}"));
        // As a screen reader does: pointers may find another mark on top.
        node.click_accesskit();
    }
    harness.run_steps(12);
}

#[test]
fn selecting_an_event_on_the_timeline_shows_its_quotations_and_marks_its_participants_on_the_map() {
    let mut harness = window(&Origin::Shipped, TALL);
    click_mark(&mut harness, "Nine senators write to the administration");
    assert_eq!(app(&harness).view().selection, [event("april-letter")]);
    let story = app(&harness).index().unwrap().story().clone();
    let letter = story
        .events()
        .find(|event| event.id == "april-letter")
        .unwrap();
    assert!(letter.evidence.len() >= 2);
    for link in letter.evidence {
        let quote = format!("“{}”", story.passage(link.passage).quote);
        assert!(
            harness.query_by_label(&quote).is_some(),
            "{quote} is not in the details"
        );
    }
    let marks = marks(&harness);
    for participant in &letter.participants {
        let name = story.actor(participant.actor).name;
        assert!(
            marks
                .iter()
                .any(|mark| mark.starts_with(name) && mark.contains("belongs")),
            "{name} is not marked on the map:\n{}",
            marks.join("\n")
        );
    }
}

#[test]
fn selecting_an_actor_on_the_map_shows_its_page_and_marks_its_events_on_the_timeline() {
    let mut harness = window(&Origin::Shipped, TALL);
    click_mark(&mut harness, "Nine Republican senators, ");
    assert_eq!(app(&harness).view().selection, [actor("nine-senators")]);
    assert!(
        harness
            .query_all_by_label_contains("RELATIONS")
            .next()
            .is_some()
    );
    let marks = marks(&harness);
    assert!(
        marks
            .iter()
            .any(|mark| mark.starts_with("Nine senators write") && mark.contains("belongs")),
        "{}",
        marks.join("\n")
    );
}

#[test]
fn back_returns_to_what_was_selected_and_escape_lets_go() {
    let mut harness = window(&Origin::Shipped, TALL);
    click_mark(&mut harness, "Nine senators write to the administration");
    click_mark(&mut harness, "Wang Yi tells Blinken");
    assert_eq!(app(&harness).view().selection, [event("wang-blinken")]);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run_steps(4);
    assert_eq!(app(&harness).view().selection, [event("april-letter")]);
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert!(app(&harness).view().selection.is_empty());
}

#[test]
fn undo_and_redo_are_told_apart_by_shift() {
    let mut harness = window(&Origin::Shipped, TALL);
    let fitted = app(&harness).view().window;
    let mut press = |modifiers, key| {
        harness.key_press_modifiers(modifiers, key);
        harness.run_steps(12);
        app(&harness).view().window
    };
    let zoomed = press(Modifiers::NONE, Key::CloseBracket);
    assert_ne!(zoomed, fitted);
    assert_eq!(press(Modifiers::COMMAND, Key::Z), fitted);
    let shifted = Modifiers::COMMAND | Modifiers::SHIFT;
    assert_eq!(press(shifted, Key::Z), zoomed);
}

#[test]
fn escape_closes_the_topmost_thing_alone() {
    let mut harness = window(&Origin::Shipped, TALL);
    click_mark(&mut harness, "Wang Yi tells Blinken");
    harness.get_by_label("File").click();
    harness.run_steps(4);
    assert!(menu_is_open(&harness));
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert!(!menu_is_open(&harness));
    assert_eq!(app(&harness).view().selection, [event("wang-blinken")]);
    // A dialog closes the menu behind it, and Escape then closes the dialog.
    harness.get_by_label("File").click();
    harness.run_steps(4);
    harness.key_press(Key::F1);
    harness.run_steps(4);
    assert!(harness.query_by_label("Keys and mouse").is_some());
    assert!(!menu_is_open(&harness));
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert!(harness.query_by_label("Keys and mouse").is_none());
    assert_eq!(app(&harness).view().selection, [event("wang-blinken")]);
}

/// Steps until the work in the background has ended and the window says so.
fn wait_for_notice(harness: &mut Window<'_>) -> String {
    for _ in 0..3000 {
        harness.step();
        if let Some(notice) = app(harness).notice() {
            return notice.to_owned();
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("the window says nothing");
}

/// Puts `path` into the field for it, instead of what stands there.
fn save_as(harness: &mut Window<'_>, path: &std::path::Path) {
    let name = "Save as";
    harness.get_by_role_and_label(Role::TextInput, name).focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(2);
    let field = harness.get_by_role_and_label(Role::TextInput, name);
    field.type_text(path.to_str().unwrap());
    harness.run_steps(2);
}

#[test]
fn the_export_dialog_saves_the_format_and_the_parts_that_are_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(&Origin::Shipped, [1400.0, 900.0]);
    for (format, begins) in [
        ("PDF", b"%PDF".as_slice()),
        ("SVG", b"<svg"),
        ("HTML", b"<!doctype html>"),
        ("PNG", b"\x89PNG"),
    ] {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
        harness.run_steps(4);
        harness
            .get_by_role_and_label(Role::RadioButton, format)
            .click();
        harness.run_steps(4);
        assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
        let name = format!("figure.{}", format.to_lowercase());
        let path = folder.path().join(&name);
        let field = harness.get_by_role_and_label(Role::TextInput, "Save as");
        let proposed = field.accesskit_node().value().unwrap();
        assert!(
            proposed.ends_with(&format!("-timeline.{}", format.to_lowercase())),
            "{proposed}"
        );
        save_as(&mut harness, &path);
        // The button moves once the preview is there.
        harness.get_by_label("Save").click_accesskit();
        harness.run_steps(2);
        let notice = wait_for_notice(&mut harness);
        assert!(notice.starts_with("Saved"), "{notice}");
        let file = std::fs::read(&path).unwrap();
        assert!(file.starts_with(begins), "{name}");
        harness.key_press(Key::Escape);
        harness.run_steps(2);
    }
    // What is left out of the figure is not in the file; what was chosen before stays chosen.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.run_steps(4);
    harness
        .get_by_role_and_label(Role::RadioButton, "SVG")
        .click();
    harness.run_steps(4);
    harness
        .get_by_role_and_label(Role::CheckBox, "Credit")
        .click();
    harness.run_steps(4);
    let path = folder.path().join("bare.svg");
    save_as(&mut harness, &path);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    let notice = wait_for_notice(&mut harness);
    assert!(notice.starts_with("Saved"), "{notice}");
    let file = std::fs::read_to_string(&path).unwrap();
    assert!(!file.contains("Made with Throughline") && file.contains("layer-sources"));
}

#[test]
fn keys_that_are_pressed_in_a_dialog_move_nothing_behind_it() {
    let mut harness = window(&Origin::Shipped, [1400.0, 900.0]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.run_steps(4);
    for key in [Key::End, Key::ArrowRight, Key::Home, Key::F] {
        harness.key_press(key);
        harness.run_steps(4);
        assert!(app(&harness).view().selection.is_empty(), "{key:?}");
    }
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    harness.key_press(Key::End);
    harness.run_steps(4);
    assert_eq!(app(&harness).view().selection.len(), 1);
}

#[test]
fn a_picture_goes_to_the_clipboard_by_its_keys() {
    let mut harness = window(&Origin::Shipped, [1000.0, 700.0]);
    // As the window system's layer hands the keys on.
    let shifted = Modifiers::COMMAND | Modifiers::SHIFT;
    harness.event_modifiers(eframe::egui::Event::Copy, shifted);
    let notice = wait_for_notice(&mut harness);
    assert!(notice.starts_with("Copied a picture of"), "{notice}");
}

#[test]
fn arrow_keys_walk_through_the_events_in_time() {
    let mut harness = window(&Origin::Shipped, TALL);
    click_mark(&mut harness, "Nine senators write to the administration");
    let before = app(&harness).view().selection.clone();
    harness.key_press(Key::ArrowRight);
    harness.run_steps(12);
    let after = app(&harness).view().selection.clone();
    assert_ne!(before, after);
    harness.key_press(Key::ArrowLeft);
    harness.run_steps(12);
    assert_eq!(app(&harness).view().selection, before);
}

#[test]
fn the_event_that_keys_step_to_is_scrolled_into_view() {
    let mut harness = window(&Origin::Shipped, [1000.0, 640.0]);
    let mut titles = std::collections::BTreeSet::new();
    for _ in 0..12 {
        harness.key_press(Key::ArrowRight);
        harness.run_steps(12);
        let selected = app(&harness).view().selection.clone();
        let index = app(&harness).index().unwrap().clone();
        let item = index.resolve(&selected[0]).unwrap();
        let title = index.title_of(item);
        let seen = marks(&harness).iter().any(|mark| mark.starts_with(&title));
        assert!(seen, "{title}: {:?}", marks(&harness));
        titles.insert(title);
    }
    assert!(titles.len() > 8 && app(&harness).view().scroll > 0.0);
}

#[test]
fn a_file_in_which_nothing_is_sound_never_replaces_the_story_on_screen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.ron");
    std::fs::write(&path, "Story(format: 1, events: { oops").unwrap();
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    let title = app(&harness).index().unwrap().story().title.clone();
    let broken = open(
        Origin::File(path),
        MapBefore::default(),
        &Progress::default(),
    )
    .unwrap();
    harness.state_mut().as_mut().unwrap().put(broken);
    harness.run_steps(4);
    assert_eq!(app(&harness).index().unwrap().story().title, title);
    assert!(app(&harness).notice().unwrap().contains("stays on screen"));
    assert!(harness.query_by_label("Show the problems").is_some());
}

#[test]
fn every_widget_has_a_name_in_both_stories_and_at_every_size() {
    let tour = Origin::File("data/format-tour.ron".into());
    for origin in [&Origin::Shipped, &tour] {
        for size in [[1600.0, 1000.0], [900.0, 600.0], [500.0, 380.0]] {
            let mut harness = window(origin, size);
            assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
            let index = app(&harness).index().unwrap().clone();
            for item in [
                Item::Event(index.dated_events()[0]),
                Item::Actor(throughline::story::ActorIx(0)),
                Item::Relation(throughline::story::RelationIx(0)),
                Item::Passage(throughline::story::PassageIx(0)),
                Item::Source(throughline::story::SourceIx(0)),
            ] {
                let id = index.story().id_of(item);
                harness.state_mut().as_mut().unwrap().select(id);
                harness.run_steps(3);
                assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
            }
        }
    }
}

/// The lanes' headings as screen readers hear them.
fn headings(harness: &Window<'_>) -> Vec<String> {
    harness
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Lane "))
        .collect()
}

fn press(harness: &mut Window<'_>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(12);
}

#[test]
fn a_click_on_a_heading_collapses_its_lane_and_undo_opens_it() {
    let mut harness = window(&Origin::Shipped, TALL);
    let before = headings(&harness);
    let first = before.first().unwrap().clone();
    assert!(first.ends_with("open"), "{first}");
    harness.get_by_label(&first).click();
    harness.run_steps(12);
    let collapsed = first.replace("open", "collapsed");
    assert!(
        headings(&harness).contains(&collapsed),
        "{:?}",
        headings(&harness)
    );
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(headings(&harness), before);
}

#[test]
fn the_lane_of_the_selected_event_moves_by_its_keys_and_all_lanes_fold_and_open() {
    let mut harness = window(&Origin::Shipped, TALL);
    let before = headings(&harness);
    click_mark(&mut harness, "State Department works on network risks");
    press(&mut harness, Modifiers::ALT, Key::ArrowDown);
    let moved = headings(&harness);
    assert_eq!((&moved[0], &moved[1]), (&before[1], &before[0]));
    press(&mut harness, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(headings(&harness), before);
    press(&mut harness, Modifiers::SHIFT, Key::C);
    assert!(
        headings(&harness)
            .iter()
            .all(|heading| heading.ends_with("collapsed"))
    );
    press(&mut harness, Modifiers::SHIFT, Key::O);
    assert_eq!(headings(&harness), before);
}

#[test]
fn a_date_in_plain_words_is_gone_to_and_what_is_no_date_is_explained() {
    let mut harness = window(&Origin::Shipped, TALL);
    press(&mut harness, Modifiers::COMMAND, Key::G);
    harness
        .get_by_label("Date, in plain words or as EDTF")
        .type_text("bananas");
    harness.run_steps(6);
    assert!(harness.query_by_label_contains("is no date").is_some());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::COMMAND, Key::G);
    harness
        .get_by_label("Date, in plain words or as EDTF")
        .type_text("12 June 1984");
    harness.run_steps(6);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let window = app(&harness).view().window.unwrap();
    let day = throughline::story::Date::parse("1984-06-12").unwrap();
    let (from, to) = day.span().outer();
    assert!(window.from < from.0 && to.0 < window.to);
}

#[test]
fn a_marked_stretch_hides_what_lies_outside_it_and_escape_lets_it_go() {
    let mut harness = window(&Origin::Shipped, TALL);
    let all = marks(&harness).len();
    press(&mut harness, Modifiers::COMMAND, Key::G);
    harness
        .get_by_label("Date, in plain words or as EDTF")
        .type_text("May 2023");
    harness.run_steps(6);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::R);
    assert!(app(&harness).view().range.is_some());
    press(&mut harness, Modifiers::NONE, Key::F);
    press(&mut harness, Modifiers::SHIFT, Key::R);
    assert_eq!(
        app(&harness).view().outside,
        throughline::view::Outside::Hide
    );
    let within = marks(&harness).len();
    assert!(within < all, "{within} of {all}");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(app(&harness).view().range, None);
    assert_eq!(marks(&harness).len(), all);
}
