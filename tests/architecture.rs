//! The order of the house: a room imports only rooms above it, and egui stands only in the app and
//! in the screen's backend.

use std::fs;
use std::path::{Path, PathBuf};

/// From top to bottom, as ARCHITECTURE.md draws them.
const ROOMS: [&str; 15] = [
    "language", "story", "file", "evidence", "citing", "index", "view", "scene", "timeline", "map",
    "threads", "details", "figure", "app", "cli",
];

/// Longest file that is still one room.
const MAX_LINES: usize = 700;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The code of a file, without its comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| line.split("//").next().unwrap_or(""))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The rooms that `code` names by their path in the crate, also within braces: `crate::{a, b::c}`.
fn named_rooms(code: &str) -> Vec<&'static str> {
    let mut named = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let list = match rest.strip_prefix('{') {
            Some(inner) => inner.split('}').next().unwrap_or(""),
            None => rest,
        };
        let parts = if rest.starts_with('{') {
            list.split(',').collect()
        } else {
            vec![list]
        };
        for part in parts {
            let word: String = part
                .trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            named.extend(ROOMS.iter().find(|room| **room == word));
        }
    }
    named
}

#[test]
fn a_room_imports_only_rooms_above_it() {
    let mut wrong = Vec::new();
    for (depth, room) in ROOMS.iter().enumerate() {
        let folder = Path::new("src").join(room);
        if !folder.exists() {
            continue;
        }
        for path in sources(&folder) {
            for named in named_rooms(&code(&path)) {
                let above = ROOMS.iter().position(|other| *other == named).unwrap();
                if above > depth {
                    wrong.push(format!(
                        "{} imports {named}, which lies below it",
                        path.display()
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_check_itself_sees_imports() {
    assert_eq!(named_rooms("use crate::scene::Rect;"), ["scene"]);
    assert_eq!(
        named_rooms("use crate::{app, story::Item};"),
        ["app", "story"]
    );
    assert!(named_rooms("use super::scene;").is_empty());
}

#[test]
fn egui_stands_only_in_the_app_and_the_screen_backend() {
    let mut wrong = Vec::new();
    for path in sources(Path::new("src")) {
        let home = path.starts_with("src/app") || path.starts_with("src/scene/screen");
        let code = code(&path);
        let guest = ["egui::", "eframe::", "epaint::", "egui;"];
        if !home && guest.iter().any(|name| code.contains(name)) {
            wrong.push(path.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "egui in {}", wrong.join(", "));
}

#[test]
fn every_room_is_in_the_list_and_no_file_is_two_rooms() {
    for entry in fs::read_dir("src").unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            assert!(
                ROOMS.contains(&name.as_str()),
                "src/{name} is no room of the house"
            );
        } else {
            assert!(
                ["main.rs", "lib.rs"].contains(&name.as_str()),
                "src/{name} is in no room"
            );
        }
    }
    for path in sources(Path::new("src")) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(
            lines <= MAX_LINES,
            "{} has {lines} lines: is it two rooms?",
            path.display()
        );
    }
}
