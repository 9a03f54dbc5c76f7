//! The map in time: what is in force, what is said of it, and the slider by its name and its keys.

use std::path::PathBuf;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use throughline::app::Origin;
use throughline::story::words::day;
use throughline::view::Outside;

use super::{TALL, Window, app, click_mark, marks, press, window};

const STORY: &str = r#"Story(
    format: 1,
    title: "A board and its owner",
    sources: { "register": Source(title: "The register", published: "2022-05-01") },
    passages: {
        "entry": Passage(source: "register", quote: "held a seat on the board from 2019 to 2021", said_by: Document),
    },
    actors: {
        "ada": Actor(name: "Ada Brand", kind: "person"),
        "works": Actor(name: "Brand Works", kind: "company"),
        "bank": Actor(name: "Harbour Bank", kind: "company"),
    },
    events: {
        "sale": Event(title: "Brand Works is sold", when: "2020-03-04", participants: { "works": "sold" },
            evidence: [Mentions("entry")]),
    },
    relations: {
        "seat": Relation(from: "ada", to: "works", kind: "sits on the board of", during: "2019-01-01/2021-12-31",
            evidence: [Supports("entry")]),
        "loan": Relation(from: "bank", to: "works", kind: "lends to", during: "2022-06-01/..",
            evidence: [Supports("entry")]),
        "founder": Relation(from: "ada", to: "bank", kind: "founded", evidence: [Supports("entry")]),
    },
)"#;

/// The window with the story of two dated relations and one without a date.
fn dated() -> (Window<'static>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("board.ron");
    std::fs::write(&path, STORY).unwrap();
    (window(&Origin::File(path), TALL), folder)
}

fn as_of(harness: &Window<'_>) -> Option<String> {
    app(harness).view().as_of_tick().map(day)
}

fn slider_says(harness: &Window<'_>) -> String {
    let slider = harness.get_by_role_and_label(Role::Slider, "Time");
    slider.accesskit_node().value().unwrap_or_default()
}

/// Presses `key` as often as it takes until the slider stands on `wanted`.
fn step_to(harness: &mut Window<'_>, key: Key, wanted: &str) {
    for _ in 0..8 {
        if as_of(harness).as_deref() == Some(wanted) {
            return;
        }
        press(harness, Modifiers::NONE, key);
    }
    panic!(
        "stepping never came to {wanted}, but to {:?}",
        as_of(harness)
    );
}

#[test]
fn a_relation_that_is_over_is_gone_and_the_details_say_since_when_and_on_what_passage() {
    let (mut harness, _folder) = dated();
    assert_eq!(slider_says(&harness), "All times");
    step_to(&mut harness, Key::Period, "1 Jun 2022");
    assert_eq!(slider_says(&harness), "As of 1 Jun 2022");
    let seat = |harness: &Window<'_>| {
        let marks = marks(harness);
        marks
            .into_iter()
            .find(|mark| mark.contains("sits on the board of"))
    };
    assert!(seat(&harness).unwrap().contains("not in force then"));
    click_mark(&mut harness, "Ada Brand sits on the board of Brand Works");
    let standing = "Not in force as of 1 Jun 2022: it ended before";
    assert!(harness.query_by_label(standing).is_some());
    assert!(
        harness
            .query_all_by_label_contains("from 1 January 2019 to 31 December 2021")
            .count()
            > 0
    );
    let quote = "“held a seat on the board from 2019 to 2021”";
    assert!(harness.query_by_label(quote).is_some());
    // Hidden, the mark is gone from the map; what has no date stays.
    press(&mut harness, Modifiers::NONE, Key::U);
    assert_eq!(app(&harness).view().unheld, Outside::Hide);
    assert!(seat(&harness).is_none());
    assert!(marks(&harness).iter().any(|mark| mark.contains("founded")));
    // Undo brings it back, and then all times.
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(seat(&harness).is_some());
    press(&mut harness, Modifiers::SHIFT, Key::P);
    assert_eq!(as_of(&harness), None);
    assert!(!seat(&harness).unwrap().contains("not in force"));
}

#[test]
fn positions_stay_while_time_moves() {
    let (mut harness, _folder) = dated();
    let places = |harness: &Window<'_>| -> Vec<String> {
        let nodes = harness.get_all_by_role(Role::ListItem).filter_map(|node| {
            let node = node.accesskit_node();
            let label = node.label()?;
            label
                .contains("relation")
                .then(|| format!("{label} {:?}", node.bounding_box()))
        });
        nodes.collect()
    };
    let before = places(&harness);
    assert!(before.len() >= 3);
    for _ in 0..3 {
        press(&mut harness, Modifiers::NONE, Key::Period);
        assert_eq!(places(&harness), before);
    }
}

#[test]
fn a_stretch_of_days_tells_what_began_and_what_ended() {
    let (mut harness, _folder) = dated();
    step_to(&mut harness, Key::Period, "1 Jan 2022");
    step_to(&mut harness, Key::Comma, "1 Jan 2019");
    let menu = harness
        .get_all_by_role(Role::Button)
        .find(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.contains("in force"))
        })
        .expect("how much is in force is a menu");
    menu.click_accesskit();
    harness.run_steps(6);
    harness
        .get_by_label("Compare with later days")
        .click_accesskit();
    harness.run_steps(8);
    let told = |harness: &Window<'_>, name: &str, said: &str| {
        let found = marks(harness);
        let mark = found.iter().find(|mark| mark.contains(name)).unwrap();
        assert!(mark.contains(said), "{mark}");
    };
    told(&harness, "sits on the board of", "ended in this stretch");
    told(&harness, "lends to", "began in this stretch");
    assert!(slider_says(&harness).starts_with("1 Jan 2019 – "));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(slider_says(&harness), "As of 1 Jan 2019");
}

#[test]
fn the_map_follows_the_timeline_until_it_is_told_otherwise() {
    let (mut harness, _folder) = dated();
    press(&mut harness, Modifiers::NONE, Key::T);
    assert!(app(&harness).view().follows);
    assert!(slider_says(&harness).contains(" – "));
    press(&mut harness, Modifiers::NONE, Key::Period);
    assert!(!app(&harness).view().follows);
    assert!(slider_says(&harness).starts_with("As of "));
}

#[test]
fn who_is_hidden_is_said_kept_beside_the_story_and_comes_back() {
    let (mut harness, folder) = dated();
    click_mark(&mut harness, "Harbour Bank, ");
    press(&mut harness, Modifiers::NONE, Key::H);
    let names = |harness: &Window<'_>, name: &str| {
        let found = marks(harness);
        found.iter().any(|mark| mark.starts_with(name))
    };
    assert!(!names(&harness, "Harbour Bank, "));
    let beside = folder.path().join("board.view.ron");
    for _ in 0..200 {
        if beside.is_file() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.run_steps(1);
    }
    let text = std::fs::read_to_string(&beside).unwrap();
    assert!(text.contains("\"bank\""), "{text}");
    // Another window finds it as it was left.
    let path = folder.path().join("board.ron");
    let mut again = window(&Origin::File(path), TALL);
    assert!(!names(&again, "Harbour Bank, "));
    press(&mut again, Modifiers::SHIFT, Key::H);
    assert!(names(&again, "Harbour Bank, "));
}

#[test]
fn two_actors_show_the_ways_between_them_with_what_each_step_rests_on() {
    let (mut harness, _folder) = dated();
    click_mark(&mut harness, "Ada Brand, ");
    {
        let state = harness.state_mut().as_mut().unwrap();
        let works = throughline::story::ItemId::new(throughline::story::ItemKind::Actor, "works");
        state.select_also(works);
    }
    harness.run_steps(8);
    assert!(
        harness
            .query_by_label("Ada Brand and Brand Works")
            .is_some()
    );
    let said = "Joined by 2 ways of up to 4 steps; the shortest has 1 step.";
    assert!(harness.query_by_label(said).is_some());
    assert!(harness.query_all_by_label_contains("1 passage").count() >= 2);
    // As of 2023 the seat on the board is over: the bank alone joins them.
    step_to(&mut harness, Key::Period, "1 Jun 2022");
    let said = "Joined by 1 way of 2 steps.";
    assert!(harness.query_by_label(said).is_some());
}
