//! A story told in steps: played, left, captured, listed and exported by hand.

use eframe::egui::accesskit::{Live, Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use throughline::app::{MapBefore, Origin, open};
use throughline::file::Progress;
use throughline::view::LaneBy;

use super::{Window, app, event, marks, press, save_as, wait_for_notice, window};

const WIDE: [f32; 2] = [1400.0, 900.0];

/// What a screen reader is told of the step that is shown; empty where none is.
fn told(harness: &Window<'_>) -> String {
    let live = harness
        .query_all_by_role(Role::Status)
        .map(|node| node.accesskit_node())
        .find(|node| node.live() == Live::Polite);
    live.and_then(|node| node.label()).unwrap_or_default()
}

fn start(harness: &mut Window<'_>) {
    press(harness, Modifiers::COMMAND, Key::Enter);
}

fn click(harness: &mut Window<'_>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_steps(12);
}

#[test]
fn steps_are_played_by_keys_and_leaving_them_gives_the_view_back() {
    let mut harness = window(&Origin::Shipped, WIDE);
    press(&mut harness, Modifiers::NONE, Key::CloseBracket);
    let before = app(&harness).view().clone();
    let story = app(&harness).index().unwrap().story().clone();
    start(&mut harness);
    for (n, step) in story.steps.iter().enumerate() {
        let said = told(&harness);
        let begins = format!("Step {} of {}: {}.", n + 1, story.steps.len(), step.title);
        assert!(
            said.starts_with(&begins) && said.contains(&step.caption),
            "{said}"
        );
        assert!(harness.query_by_label(&step.caption).is_some(), "{n}");
        let selection = &app(&harness).view().selection;
        let ids: Vec<_> = step.select.iter().map(|item| story.id_of(*item)).collect();
        assert_eq!(*selection, ids);
        assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
        press(&mut harness, Modifiers::NONE, Key::PageDown);
    }
    // Behind the last there is none.
    assert!(told(&harness).contains("Step 8 of 8"));
    press(&mut harness, Modifiers::NONE, Key::PageUp);
    assert!(told(&harness).contains("Step 7 of 8"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(told(&harness), "");
    let after = app(&harness).view();
    assert_eq!(
        (&after.window, &after.filter, after.focus),
        (&before.window, &before.filter, before.focus)
    );
    assert_eq!(after.selection, before.selection);
}

#[test]
fn both_views_follow_a_step_and_what_it_leaves_out_is_gone() {
    let mut harness = window(&Origin::Shipped, WIDE);
    let has =
        |harness: &Window<'_>, name: &str| marks(harness).iter().any(|mark| mark.starts_with(name));
    assert!(has(&harness, "Samm Sacks") && has(&harness, "Two departments weigh"));
    start(&mut harness);
    // The second step shows the timeline alone, of few events.
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    assert!(has(&harness, "Removal of Huawei gear") && !has(&harness, "Two departments weigh"));
    assert!(!has(&harness, "Samm Sacks") && !has(&harness, "Wang Yi,"));
    // The fourth the map alone, of a few actors.
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    assert!(has(&harness, "Chinese data centres") && !has(&harness, "Samm Sacks"));
    assert!(!has(&harness, "Removal of Huawei gear"));
    // The fifth both; its event is scrolled to.
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    harness.run_steps(12);
    assert!(has(&harness, "Nine senators write") && has(&harness, "Baidu"));
    assert!(!has(&harness, "Samm Sacks"));
}

#[test]
fn undo_and_back_lead_through_the_steps() {
    let mut harness = window(&Origin::Shipped, WIDE);
    start(&mut harness);
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert!(told(&harness).contains("Step 2 of 8"), "{}", told(&harness));
    assert_eq!(app(&harness).view().lanes, LaneBy::EventKind);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(told(&harness).contains("Step 3 of 8"), "{}", told(&harness));
}

#[test]
fn the_buttons_of_the_bar_and_of_the_foot_do_what_the_keys_do() {
    let mut harness = window(&Origin::Shipped, WIDE);
    click(&mut harness, "Play 8 steps");
    assert!(told(&harness).contains("Step 1 of 8"));
    click(&mut harness, "Next step (PageDown)");
    assert!(told(&harness).contains("Step 2 of 8"));
    click(&mut harness, "Step before (PageUp)");
    assert!(told(&harness).contains("Step 1 of 8"));
    click(&mut harness, "Leave the steps (Esc)");
    assert_eq!(told(&harness), "");
}

#[test]
fn a_view_is_captured_worded_ordered_and_kept_beside_the_story() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cloud.ron");
    std::fs::copy("data/us-china-cloud.ron", &path).unwrap();
    let mut harness = window(&Origin::File(path.clone()), WIDE);
    harness
        .state_mut()
        .as_mut()
        .unwrap()
        .select(event("april-letter"));
    for title in ["My first", "My second"] {
        press(
            &mut harness,
            Modifiers::COMMAND | Modifiers::SHIFT,
            Key::Enter,
        );
        assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
        let field = harness.get_by_role_and_label(Role::TextInput, "Title");
        assert_eq!(
            field.accesskit_node().value().as_deref(),
            Some("Nine senators write to the administration")
        );
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.run_steps(2);
        let field = harness.get_by_role_and_label(Role::TextInput, "Title");
        field.type_text(title);
        harness.run_steps(4);
        press(&mut harness, Modifiers::NONE, Key::Enter);
        assert_eq!(app(&harness).notice(), Some("Added as the last step."));
        press(&mut harness, Modifiers::NONE, Key::Escape);
    }
    press(&mut harness, Modifiers::COMMAND, Key::K);
    harness.run_steps(4);
    harness.event(eframe::egui::Event::Text("all steps".to_owned()));
    harness.run_steps(6);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
    click(&mut harness, "Up My second");
    click(&mut harness, "Edit… My first");
    harness
        .get_by_role_and_label(Role::MultilineTextInput, "Caption")
        .focus();
    harness.run_steps(2);
    harness
        .get_by_role_and_label(Role::MultilineTextInput, "Caption")
        .type_text("Said of it");
    harness.run_steps(4);
    click(&mut harness, "Keep");
    click(&mut harness, "Copy as RON");
    assert!(
        app(&harness)
            .notice()
            .unwrap()
            .starts_with("Copied 10 steps")
    );
    let words = |harness: &Window<'_>| -> Vec<(String, String)> {
        let steps = app(harness).view().steps.iter();
        let words = steps.map(|step| step.words.clone());
        words.map(|words| (words.title, words.caption)).collect()
    };
    let kept = [
        ("My second".to_owned(), String::new()),
        ("My first".to_owned(), "Said of it".to_owned()),
    ];
    assert_eq!(words(&harness), kept);
    // What is kept is there when the story is opened again, and the story itself is untouched.
    let beside = folder.path().join("cloud.view.ron");
    for _ in 0..3000 {
        harness.step();
        let text = std::fs::read_to_string(&beside).unwrap_or_default();
        if text.contains("Said of it") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let story = std::fs::read(&path).unwrap();
    assert!(story == std::fs::read("data/us-china-cloud.ron").unwrap());
    let again = open(
        Origin::File(path),
        MapBefore::default(),
        &Progress::default(),
    )
    .unwrap();
    let titles = again.kept.unwrap().steps.into_iter();
    let titles: Vec<String> = titles.map(|step| step.words.title).collect();
    assert_eq!(titles, ["My second", "My first"]);
    click(&mut harness, "Delete My second");
    assert_eq!(words(&harness)[..], kept[1..]);
    // A step of the list is gone to.
    click(&mut harness, "My first");
    assert!(told(&harness).starts_with("Step 9 of 9: My first. Said of it"));
    assert_eq!(app(&harness).view().selection, [event("april-letter")]);
}

/// Chooses among radio buttons. A preview that comes meanwhile moves them.
fn choose(harness: &mut Window<'_>, name: &str) {
    for _ in 0..20 {
        let button = harness.get_by_role_and_label(Role::RadioButton, name);
        if button.accesskit_node().toggled() == Some(Toggled::True) {
            return;
        }
        button.click();
        harness.run_steps(4);
    }
    panic!("{name} cannot be chosen");
}

#[test]
fn the_export_dialog_offers_steps_as_pages_where_there_are_some() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(&Origin::Shipped, WIDE);
    for (format, begins) in [("PDF", b"%PDF".as_slice()), ("HTML", b"<!doctype html>")] {
        press(&mut harness, Modifiers::COMMAND, Key::E);
        choose(&mut harness, "Steps");
        assert!(
            harness
                .query_by_role_and_label(Role::RadioButton, "PNG")
                .is_none()
        );
        choose(&mut harness, format);
        assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
        let path = folder
            .path()
            .join(format!("steps.{}", format.to_lowercase()));
        save_as(&mut harness, &path);
        harness.get_by_label("Save").click();
        harness.run_steps(2);
        let notice = wait_for_notice(&mut harness);
        assert!(notice.starts_with("Saved"), "{notice}");
        assert!(std::fs::read(&path).unwrap().starts_with(begins));
        press(&mut harness, Modifiers::NONE, Key::Escape);
    }
    let plain = folder.path().join("plain.ron");
    std::fs::write(
        &plain,
        "Story(format: 1, title: \"Plain\", actors: { \"a\": Actor(name: \"A\") })",
    )
    .unwrap();
    let mut harness = window(&Origin::File(plain), WIDE);
    press(&mut harness, Modifiers::COMMAND, Key::E);
    assert!(
        harness
            .query_by_role_and_label(Role::RadioButton, "Map")
            .is_some()
    );
    assert!(
        harness
            .query_by_role_and_label(Role::RadioButton, "Steps")
            .is_none()
    );
}

#[test]
fn the_bar_has_room_in_a_small_window() {
    for size in [[900.0, 640.0], [500.0, 380.0]] {
        let mut harness = window(&Origin::Shipped, size);
        start(&mut harness);
        assert!(told(&harness).contains("Step 1 of 8"));
        assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
        let bar = harness.get_by_role_and_label(Role::Button, "Next step (PageDown)");
        let place = bar.rect();
        assert!(
            place.bottom() < size[1] && place.right() < size[0],
            "{place}"
        );
    }
}
