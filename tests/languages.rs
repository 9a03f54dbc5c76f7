//! The window in other languages than the tests' own. The language is that of the whole process: one test at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use throughline::app::{Action, App, MapBefore, Origin, SHIPPED, Settings, open};
use throughline::file::Progress;
use throughline::language::Language;
use throughline::story::Item;

type Window<'a> = Harness<'a, Option<App>>;

/// Lets one test at a time choose what is spoken.
fn speaking(language: Language) -> MutexGuard<'static, ()> {
    static SPEAKING: Mutex<()> = Mutex::new(());
    let guard = SPEAKING.lock().unwrap_or_else(PoisonError::into_inner);
    language.choose();
    guard
}

/// The window with the story that ships.
fn window() -> Window<'static> {
    let mut opened =
        Some(open(Origin::Shipped, MapBefore::default(), &Progress::default()).unwrap());
    let mut harness = Harness::builder()
        .with_size([1600.0, 1000.0])
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

/// Every text that a screen reader would read of the window.
fn texts(harness: &Window<'_>) -> BTreeSet<String> {
    let nodes = harness.root().children_recursive();
    let texts = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()]
    });
    texts.flatten().collect()
}

/// What of `text` stands outside all brackets.
fn outside(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '⟦' => depth += 1,
            '⟧' => {
                depth = depth.saturating_sub(1);
                out.push('\n');
            }
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// Everything that the story says of itself, in small letters.
fn storys_own(app: &App) -> String {
    let index = app.index().unwrap();
    let story = index.story();
    let mut own = SHIPPED.to_lowercase().replace("\\\"", "\"");
    for (ix, _) in story.relations_with_ix() {
        own += &index.title_of(Item::Relation(ix)).to_lowercase();
        own.push('\n');
    }
    own
}

/// The words of `text` that are neither a message's nor the story's.
fn unsaid(text: &str, story: &str) -> Option<String> {
    let left = outside(text);
    let parts = left.split(['\n', '·', ',', '→', '“', '”', '(', ')', '–', ':', '…', '/']);
    let unsaid: Vec<_> = parts
        .map(str::trim)
        .filter(|_| !text.starts_with('/'))
        .filter(|part| part.chars().filter(|c| c.is_alphabetic()).count() > 1)
        .filter(|part| !story.contains(&part.to_lowercase()))
        .collect();
    (!unsaid.is_empty()).then(|| format!("{text:?}: {unsaid:?}"))
}

/// What the program is called, formats, and what is typed.
const NAMES: [&str; 13] = [
    // The toolkit's own, which it says in English alone.
    "resize panel",
    "throughline",
    "png",
    "svg",
    "pdf",
    "html",
    "ron",
    "english",
    "deutsch",
    "us-china-cloud.ron",
    "/",
    "·",
    "utc",
];

#[test]
fn no_word_stands_on_screen_that_is_no_message() {
    let _guard = speaking(Language::Bracketed);
    let mut wrong = BTreeMap::new();
    let mut harness = window();
    let story = storys_own(harness.state().as_ref().unwrap()) + &NAMES.join("\n");
    let look = |harness: &Window<'_>, wrong: &mut BTreeMap<String, String>, state: &str| {
        let found = texts(harness);
        let found = found.iter().filter_map(|text| unsaid(text, &story));
        for text in found {
            wrong.entry(text).or_insert_with(|| state.to_owned());
        }
    };
    look(&harness, &mut wrong, "at first");
    let left_out = [
        Action::Quit,
        Action::Present,
        Action::Open,
        Action::Reload,
        Action::CloseTab,
        Action::Copy,
        // A document of its own, which other tests compare.
        Action::ShowFormat,
    ];
    for action in Action::ALL
        .iter()
        .filter(|action| !left_out.contains(action))
    {
        let Some(keys) = action.default_keys().first() else {
            continue;
        };
        harness.key_press(Key::Escape);
        harness.run_steps(3);
        harness.key_press(Key::Escape);
        harness.run_steps(3);
        // Something that most of them need.
        harness.key_press(Key::Home);
        harness.run_steps(3);
        harness.key_press_modifiers(keys.modifiers, keys.logical_key);
        harness.run_steps(6);
        look(&harness, &mut wrong, action.id());
    }
    let wrong: Vec<_> = wrong
        .into_iter()
        .map(|(text, state)| format!("{state}: {text}"))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} texts:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_language_is_changed_while_a_story_is_open() {
    let _guard = speaking(Language::English);
    let mut harness = window();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::C);
    harness.run_steps(8);
    harness.get_by_label("View").click();
    harness.run_steps(4);
    harness.get_by_label("Language").hover();
    harness.run_steps(12);
    harness.get_by_label("Deutsch").click();
    let mut steps = 0;
    let lane = loop {
        let texts = texts(&harness);
        if let Some(lane) = texts.iter().find(|text| text.starts_with("Spur Behörde,")) {
            break lane.clone();
        }
        assert!(
            steps < 2_000,
            "the window does not speak German:\n{texts:#?}"
        );
        harness.step();
        steps += 1;
    };
    // It is called otherwise, and stays as it was.
    assert!(lane.ends_with("eingeklappt"), "{lane}");
    assert!(harness.query_by_label("Datei").is_some() && harness.query_by_label("File").is_none());
    harness.key_press_modifiers(Modifiers::NONE, Key::F1);
    harness.run_steps(4);
    assert!(texts(&harness).iter().any(|text| text.contains("Strg")));
    Language::English.choose();
}
