//! Several stories open at once, and two actors side by side.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{DroppedFile, DroppedFileHandle, Event, Key, Modifiers};
use throughline::app::Origin;

use super::evidence::{named, press_named, until};
use super::{Window, app, click_mark, event, press, window};

/// A story called `title`, in a file of its own.
fn written(folder: &Path, title: &str) -> PathBuf {
    let path = folder.join(format!("{}.ron", title.to_lowercase()));
    let story = format!(
        r#"Story(format: 1, title: "{title}",
            actors: {{ "a": Actor(name: "Ada of {title}"), "b": Actor(name: "Ben of {title}"), "c": Actor(name: "Cy") }},
            events: {{
                "met": Event(title: "They meet in {title}", when: "2020-05", participants: {{ "a": "", "b": "" }}),
                "left": Event(title: "Ben leaves", when: "2021", participants: {{ "b": "" }}),
            }},
            relations: {{
                "ac": Relation(from: "a", to: "c", kind: "pays"),
                "bc": Relation(from: "b", to: "c", kind: "sues"),
            }})"#
    );
    fs::write(&path, story).unwrap();
    path
}

/// A file that a hand lets go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Types the path of a story, as whoever has no dialog of the system does.
fn open_path(harness: &mut Window<'_>, path: &Path) {
    press(harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    harness.run_steps(4);
    harness.event(Event::Text(path.to_str().unwrap().to_owned()));
    harness.run_steps(4);
    press(harness, Modifiers::NONE, Key::Enter);
}

fn title(harness: &Window<'_>) -> String {
    let index = app(harness).index();
    index.map_or(String::new(), |index| index.story().title.clone())
}

fn wait_for(harness: &mut Window<'_>, wanted: &str) {
    until(harness, |harness| {
        title(harness) == wanted && app(harness).is_full()
    });
}

fn tabs(harness: &Window<'_>) -> Vec<String> {
    named(harness, Role::Tab)
}

#[test]
fn stories_are_open_beside_each_other_and_each_stays_as_it_was_left() {
    let folder = tempfile::tempdir().unwrap();
    let [north, south] = ["North", "South"].map(|title| written(folder.path(), title));
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    assert!(tabs(&harness).is_empty(), "one story needs no tabs");
    // The story that ships makes room for the first that is asked for.
    open_path(&mut harness, &north);
    wait_for(&mut harness, "North");
    assert!(tabs(&harness).is_empty());
    click_mark(&mut harness, "They meet in North");
    open_path(&mut harness, &south);
    wait_for(&mut harness, "South");
    assert_eq!(tabs(&harness), ["North", "South"]);
    assert!(app(&harness).view().selection.is_empty());
    assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
    click_mark(&mut harness, "Ben leaves");

    press_named(&mut harness, Role::Tab, "North");
    assert_eq!(title(&harness), "North");
    assert_eq!(app(&harness).view().selection, [event("met")]);
    press(&mut harness, Modifiers::COMMAND, Key::Tab);
    harness.run_steps(4);
    assert_eq!(app(&harness).view().selection, [event("left")]);
    // The theme is the window's.
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    harness.run_steps(4);
    let theme = app(&harness).view().theme;
    press(
        &mut harness,
        Modifiers::COMMAND | Modifiers::SHIFT,
        Key::Tab,
    );
    harness.run_steps(4);
    assert_eq!(
        (title(&harness).as_str(), app(&harness).view().theme),
        ("North", theme)
    );

    // What is open already comes to the front, with what was chosen of it.
    open_path(&mut harness, &south);
    until(&mut harness, |harness| {
        title(harness) == "South" && app(harness).notice().is_some()
    });
    assert_eq!(
        app(&harness).open_stories(),
        (vec!["North".to_owned(), "South".to_owned()], 1)
    );
    assert_eq!(app(&harness).view().selection, [event("left")]);

    press_named(&mut harness, Role::Button, "Close North");
    harness.run_steps(4);
    assert_eq!(title(&harness), "South");
    assert!(tabs(&harness).is_empty());
    press(&mut harness, Modifiers::COMMAND, Key::W);
    harness.run_steps(4);
    assert!(app(&harness).index().is_none());
    assert!(
        named(&harness, Role::Button)
            .iter()
            .any(|name| name == "Open a story…")
    );
}

#[test]
fn a_story_behind_another_is_read_again_once_it_comes_to_the_front() {
    let folder = tempfile::tempdir().unwrap();
    let [north, south] = ["North", "South"].map(|title| written(folder.path(), title));
    let mut harness = window(&Origin::File(north.clone()), [1200.0, 800.0]);
    open_path(&mut harness, &south);
    wait_for(&mut harness, "South");
    let text = fs::read_to_string(&north).unwrap();
    fs::write(
        &north,
        text.replace("title: \"North\"", "title: \"Far north\""),
    )
    .unwrap();
    press(&mut harness, Modifiers::COMMAND, Key::PageUp);
    wait_for(&mut harness, "Far north");
    assert_eq!(tabs(&harness), ["Far north", "South"]);
    // What cannot be read takes nothing away.
    fs::write(folder.path().join("none.ron"), "Story(").unwrap();
    open_path(&mut harness, &folder.path().join("none.ron"));
    until(&mut harness, |harness| app(harness).notice().is_some());
    assert_eq!(title(&harness), "Far north");
    assert_eq!(tabs(&harness), ["Far north", "South"]);
}

#[test]
fn a_story_that_is_closed_while_it_is_read_again_does_not_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let [north, south] = ["North", "South"].map(|title| written(folder.path(), title));
    let mut harness = window(&Origin::File(north), [1200.0, 800.0]);
    open_path(&mut harness, &south);
    wait_for(&mut harness, "South");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::R);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    until(&mut harness, |harness| title(harness) == "North");
    std::thread::sleep(std::time::Duration::from_millis(300));
    harness.run_steps(12);
    assert_eq!(app(&harness).open_stories(), (vec!["North".to_owned()], 0));
}

#[test]
fn several_files_that_are_dropped_open_behind_the_first_and_each_failure_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let [north, south] = ["North", "South"].map(|title| written(folder.path(), title));
    let broken = folder.path().join("broken.ron");
    fs::write(&broken, "Story(").unwrap();
    let mut harness = window(&Origin::Shipped, [1200.0, 800.0]);
    let files = [&north, &broken, &south]
        .map(|path| -> DroppedFileHandle { Arc::new(Dropped(path.clone())) });
    harness.input_mut().dropped_files.extend(files);
    harness.run_steps(2);
    until(&mut harness, |harness| {
        app(harness).open_stories().0.len() == 2
    });
    assert_eq!(title(&harness), "North");
    let notice = app(&harness).notice().unwrap_or_default();
    assert!(notice.contains("broken.ron"), "{notice}");
}

#[test]
fn two_actors_stand_side_by_side_until_one_has_seen_enough() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), "North");
    let mut harness = window(&Origin::File(path), [1200.0, 900.0]);
    press(&mut harness, Modifiers::NONE, Key::B);
    assert_eq!(app(&harness).view().compared, None, "nobody is selected");
    click_mark(&mut harness, "Ada of North, ");
    harness
        .state_mut()
        .as_mut()
        .unwrap()
        .select_also(super::actor("b"));
    harness.run_steps(4);
    press(&mut harness, Modifiers::NONE, Key::B);
    let cell = |harness: &Window<'_>, name: &str| {
        named(harness, Role::Cell)
            .iter()
            .any(|cell| cell.starts_with(name))
    };
    until(&mut harness, |harness| cell(harness, "They meet in North"));
    for name in [
        "Ada of North",
        "Ben of North",
        "Ada of North pays Cy",
        "Ben of North sues Cy",
        "Ben leaves",
    ] {
        assert!(
            cell(&harness, name),
            "{name}: {:?}",
            named(&harness, Role::Cell)
        );
    }
    assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
    // Another one takes the place of the first, and Undo brings that back.
    let pair = |harness: &Window<'_>| app(harness).view().compared.clone().unwrap();
    press_named(
        &mut harness,
        Role::Button,
        "Put another actor in the place of Ada of North",
    );
    harness.run_steps(8);
    press_named(&mut harness, Role::Button, "Cy");
    harness.run_steps(8);
    assert_eq!(pair(&harness), ["c", "b"]);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    harness.run_steps(8);
    assert_eq!(pair(&harness), ["a", "b"]);
    until(&mut harness, |harness| {
        cell(harness, "Ada of North pays Cy")
    });
    // What is gone to from there leaves the two where they are.
    press_named(&mut harness, Role::Cell, "Ben leaves");
    assert_eq!(app(&harness).view().selection, [event("left")]);
    assert!(cell(&harness, "They meet in North"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.run_steps(4);
    assert!(!cell(&harness, "They meet in North"));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    harness.run_steps(4);
    assert!(app(&harness).view().compared.is_some());
}
