//! The story's file changes while it stands on screen: saved in every way that editors have, broken, gone and back.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::Queryable;
use throughline::app::Origin;
use throughline::view::{Camera, View, Window as Stretch};

use super::{Window, app, click_mark, event, marks, press, window};

/// Polls before a wait is given up: two minutes, for machines that are busy with other builds.
const POLLS: usize = 12_000;

/// A story that tells its versions apart by its title and by how many events it has.
fn story(version: usize) -> String {
    let events: String = (0..3 + version % 5)
        .map(|n| {
            format!(
                "        \"e{n}\": Event(title: \"Step {n}\", when: \"202{n}-0{}-11\", participants: {{ \"ada\": \"did it\" }},\n            evidence: [Supports(\"entry\")]),\n",
                n + 1
            )
        })
        .collect();
    format!(
        r#"Story(
    format: 1,
    title: "Version {version}",
    sources: {{ "register": Source(title: "The register", published: "2022-05-01", text: "register.txt") }},
    passages: {{
        "entry": Passage(source: "register", quote: "held a seat on the board", said_by: Document),
    }},
    actors: {{ "ada": Actor(name: "Ada Brand", kind: "person"), "works": Actor(name: "Brand Works", kind: "company") }},
    events: {{
{events}    }},
    relations: {{
        "seat": Relation(from: "ada", to: "works", kind: "sits on the board of", during: "2019-01-01/2021-12-31",
            evidence: [Supports("entry")]),
    }},
)"#
    )
}

/// The same with a record that cannot be read.
fn broken(version: usize) -> String {
    story(version).replace("kind: \"person\"", "kind: \"person")
}

struct Saved {
    window: Window<'static>,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Saved {
    /// The window with the first version of the story.
    fn new(size: [f32; 2]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.ron");
        fs::write(&path, story(0)).unwrap();
        let register = "She held a seat on the board for two years.";
        fs::write(folder.path().join("register.txt"), register).unwrap();
        let window = window(&Origin::File(path.clone()), size);
        Self {
            window,
            path,
            _folder: folder,
        }
    }

    fn title(&self) -> String {
        app(&self.window).index().unwrap().story().title.clone()
    }

    /// Steps until `ready`.
    fn wait_for(&mut self, what: &str, ready: impl Fn(&Window<'_>) -> bool) {
        for _ in 0..POLLS {
            self.window.step();
            if ready(&self.window) {
                self.window.run_steps(2);
                return;
            }
            sleep(Duration::from_millis(5));
        }
        let notice = app(&self.window).notice().unwrap_or("nothing");
        panic!("waited in vain for {what}; the window says: {notice}");
    }

    fn wait_for_version(&mut self, version: usize) {
        let title = format!("Version {version}");
        self.wait_for(&title, |window| {
            app(window).index().unwrap().story().title == title
        });
    }

    fn wait_for_notice(&mut self, part: &str) {
        self.wait_for(part, |window| {
            app(window).notice().is_some_and(|said| said.contains(part))
        });
    }
}

fn rename_over(path: &Path, text: &str) {
    let beside = path.with_file_name("new");
    fs::write(&beside, text).unwrap();
    fs::rename(&beside, path).unwrap();
}

#[test]
fn what_one_looks_at_stays_when_the_file_is_saved() {
    let mut saved = Saved::new([1400.0, 900.0]);
    click_mark(&mut saved.window, "Step 1");
    let view = View {
        window: Some(Stretch {
            from: 24_000_000_000,
            to: 28_000_000_000,
        }),
        camera: Some(Camera {
            center: [3.0, 4.0],
            zoom: 1.5,
        }),
        filter: "kind:person or step".to_owned(),
        reading: Some("register".to_owned()),
        scroll: 2.0,
        ..app(&saved.window).view().clone()
    };
    saved
        .window
        .state_mut()
        .as_mut()
        .unwrap()
        .show_view(view.clone());
    saved.wait_for("the text", |window| {
        window
            .query_all_by_label_contains("two years")
            .next()
            .is_some()
    });
    fs::write(&saved.path, story(1)).unwrap();
    saved.wait_for_version(1);
    assert_eq!(*app(&saved.window).view(), view);
    assert_eq!(app(&saved.window).view().selection, [event("e1")]);
    assert_eq!(app(&saved.window).notice(), None, "a save is no news");
    // The reader does not forget the text until it has been looked at again.
    assert!(
        app(&saved.window)
            .index()
            .unwrap()
            .verification()
            .has_texts()
    );
    assert!(
        saved
            .window
            .query_all_by_label_contains("being read")
            .next()
            .is_none()
    );
}

#[test]
fn a_broken_save_shows_its_problems_over_the_last_good_story_and_a_repaired_one_clears_them() {
    let mut saved = Saved::new([1200.0, 800.0]);
    let wrong = story(1).replace("\"ada\": \"did it\"", "\"adda\": \"did it\"");
    fs::write(&saved.path, &wrong).unwrap();
    saved.wait_for_notice("the last good version stays on screen");
    assert_eq!(saved.title(), "Version 0");
    saved.window.get_by_label("Show the problems").click();
    saved.window.run_steps(4);
    let listed = |saved: &Saved| {
        let found = saved.window.query_all_by_label_contains("adda");
        found.count()
    };
    assert!(listed(&saved) > 0);
    assert!(
        saved
            .window
            .query_all_by_label_contains("the last good version stays")
            .next()
            .is_some()
    );
    // What is looked up of the good story meanwhile does not take them away.
    fs::write(
        saved.path.with_file_name("register.txt"),
        "Nothing of the kind.",
    )
    .unwrap();
    saved.wait_for_notice("looked up again");
    assert!(listed(&saved) > 0);
    rename_over(&saved.path, &broken(2));
    saved.wait_for_notice("the last good version stays on screen");
    assert_eq!(saved.title(), "Version 0");
    rename_over(&saved.path, &story(3));
    saved.wait_for_version(3);
    assert_eq!(listed(&saved), 0);
    assert_eq!(app(&saved.window).notice(), None);
}

#[test]
fn a_file_that_is_written_in_two_halves_is_shown_whole() {
    let mut saved = Saved::new([1200.0, 800.0]);
    for version in 1..4 {
        let text = story(version);
        let (first, rest) = text.split_at(text.len() / 2);
        let mut file = File::create(&saved.path).unwrap();
        file.write_all(first.as_bytes()).unwrap();
        for _ in 0..20 {
            saved.window.step();
            assert_eq!(saved.title(), format!("Version {}", version - 1));
            sleep(Duration::from_millis(10));
        }
        file.write_all(rest.as_bytes()).unwrap();
        saved.wait_for_version(version);
        assert_eq!(app(&saved.window).notice(), None);
    }
}

#[test]
fn a_file_that_goes_is_told_of_and_read_once_it_is_back() {
    let mut saved = Saved::new([1200.0, 800.0]);
    fs::remove_file(&saved.path).unwrap();
    saved.wait_for_notice("is not in its folder any more");
    assert_eq!(saved.title(), "Version 0");
    fs::write(&saved.path, story(1)).unwrap();
    saved.wait_for_version(1);
    assert_eq!(app(&saved.window).notice(), None);
    // The same bytes as before are good news too.
    fs::remove_file(&saved.path).unwrap();
    saved.wait_for_notice("is not in its folder any more");
    fs::write(&saved.path, story(1)).unwrap();
    saved.wait_for("the message to go", |window| app(window).notice().is_none());
}

#[test]
fn a_reading_waits_until_the_hand_lets_go() {
    let mut saved = Saved::new([1200.0, 800.0]);
    let at = Pos2::new(600.0, 600.0);
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    saved.window.event(Event::PointerMoved(at));
    saved.window.event(button(true));
    saved.window.run_steps(2);
    fs::write(&saved.path, story(1)).unwrap();
    for _ in 0..60 {
        saved.window.step();
        assert_eq!(saved.title(), "Version 0");
        sleep(Duration::from_millis(10));
    }
    saved.window.event(button(false));
    saved.wait_for_version(1);
}

#[test]
fn a_menu_that_stands_open_stays_open_until_it_is_answered() {
    let mut saved = Saved::new([1200.0, 800.0]);
    click_mark(&mut saved.window, "Ada Brand");
    press(&mut saved.window, Modifiers::SHIFT, Key::F10);
    let open = |window: &Window<'_>| window.query_by_label("Zoom to it").is_some();
    assert!(open(&saved.window));
    fs::write(&saved.path, story(1)).unwrap();
    for _ in 0..60 {
        saved.window.step();
        assert!(open(&saved.window));
        sleep(Duration::from_millis(10));
    }
    press(&mut saved.window, Modifiers::NONE, Key::Escape);
    saved.wait_for_version(1);
}

#[test]
fn time_goes_on_playing_over_a_save() {
    let mut saved = Saved::new([1400.0, 900.0]);
    press(&mut saved.window, Modifiers::NONE, Key::P);
    assert!(saved.window.query_by_label("Stop time").is_some());
    fs::write(&saved.path, story(1)).unwrap();
    saved.wait_for_version(1);
    assert!(saved.window.query_by_label("Stop time").is_some());
}

/// Random numbers that are the same every time (Marsaglia's xorshift).
struct Chance(u32);

impl Chance {
    fn below(&mut self, n: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % n
    }
}

#[test]
fn five_hundred_saves_of_all_kinds_never_take_the_story_away_and_none_is_missed() {
    let mut saved = Saved::new([700.0, 500.0]);
    let mut chance = Chance(2023);
    let (mut good, mut told) = (0, 0);
    for version in 1..=500 {
        let path = saved.path.clone();
        match chance.below(7) {
            0 => fs::write(&path, broken(version)).unwrap(),
            1 => rename_over(
                &path,
                &story(version).replace("to: \"works\"", "to: \"work\""),
            ),
            2 => {
                let text = story(version);
                let mut file = File::create(&path).unwrap();
                file.write_all(&text.as_bytes()[..text.len() / 3]).unwrap();
                saved.window.step();
                file.write_all(&text.as_bytes()[text.len() / 3..]).unwrap();
                good = version;
            }
            3 => {
                fs::rename(&path, path.with_file_name("board.ron~")).unwrap();
                fs::write(&path, story(version)).unwrap();
                good = version;
            }
            4 => {
                fs::remove_file(&path).unwrap();
                fs::write(&path, story(version)).unwrap();
                good = version;
            }
            5 => {
                rename_over(&path, &story(version));
                good = version;
            }
            _ => {
                fs::write(&path, story(version)).unwrap();
                good = version;
            }
        }
        saved.window.step();
        let shown: usize = saved
            .title()
            .strip_prefix("Version ")
            .unwrap()
            .parse()
            .unwrap();
        assert!(
            shown <= good,
            "{shown} was never good; the newest is {good}"
        );
        // What is newest is waited for now and then; in between, saves overtake each other.
        if chance.below(3) == 0 {
            if good == version {
                saved.wait_for_version(version);
                assert_eq!(app(&saved.window).notice(), None, "{version}");
            } else {
                saved.wait_for_notice("the last good version stays");
                told += 1;
            }
        }
    }
    assert!(told > 20);
    rename_over(&saved.path, &story(501));
    saved.wait_for_version(501);
    assert!(
        marks(&saved.window)
            .iter()
            .any(|mark| mark.starts_with("Step 0"))
    );
    let view = app(&saved.window).view();
    assert_eq!(*view, View::default());
}
