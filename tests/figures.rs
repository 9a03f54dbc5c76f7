//! Figures hold the same in every format: the items and words of the scene, the same bytes each
//! time, and nothing at all where they cannot be written.
//!
//! What a PDF holds is read back with poppler. Where that is missing, its part says so and passes,
//! unless `THROUGHLINE_WINDOW=required` is set, as in .ci/run.
#![allow(
    clippy::unwrap_used,
    reason = "a test may fail where what it needs is missing"
)]

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;
use resvg::usvg::roxmltree::{Document, Node};
use throughline::figure::{Figure, Ground, Subject, draw, draw_pages, to_html};
use throughline::file::{Progress, load_str};
use throughline::index::Index;
use throughline::map;
use throughline::scene::pdf::to_pdf;
use throughline::scene::png::to_png;
use throughline::scene::svg::{Lettering, to_svg};
use throughline::scene::{Measurer, Sheet, size};
use throughline::story::Item;
use throughline::story::build::{Actor, Builder};
use throughline::view::View;

const STORIES: [&str; 2] = ["us-china-cloud", "format-tour"];

fn index(name: &str) -> Index {
    let text = fs::read_to_string(format!("data/{name}.ron")).unwrap();
    Index::new(
        load_str("story.ron", &text, &Progress::default())
            .unwrap()
            .story,
    )
}

/// Draws every figure that the stories that ship have, and hands it on with its index.
fn for_each_figure(mut visit: impl FnMut(&Index, &Sheet, bool, &str)) {
    for name in STORIES {
        let index = index(name);
        let measurer = Measurer::new();
        let request = map::Request::default();
        let arrangement = map::arrange(&index, &request, &measurer, &AtomicBool::new(false));
        for subject in [Subject::Timeline, Subject::Map] {
            for dark in [false, true] {
                let ground = Ground {
                    index: &index,
                    arrangement: &arrangement,
                    view: &View::default(),
                    measurer: &measurer,
                };
                let figure = Figure {
                    dark,
                    ..Figure::new(subject, size(1300.0, 800.0))
                };
                let drawn = draw(ground, &figure);
                assert_eq!(drawn.left_out, []);
                let what = format!("{} of {name}, dark: {dark}", subject.word());
                visit(&index, &drawn.sheet, dark, &what);
            }
        }
    }
}

fn items(index: &Index, sheet: &Sheet) -> BTreeSet<String> {
    let groups = sheet.scene.item_groups();
    groups
        .map(|(item, _)| index.story().id_of(item).to_string())
        .collect()
}

/// Every text, sorted: one that stands there twice is there twice.
fn labels(sheet: &Sheet) -> Vec<String> {
    let mut labels: Vec<String> = sheet.scene.texts().map(|text| text.text.clone()).collect();
    labels.sort();
    labels
}

fn items_in(svg: &Document<'_>) -> BTreeSet<String> {
    let items = svg
        .descendants()
        .filter_map(|node| node.attribute("data-item"));
    items.map(str::to_owned).collect()
}

fn labels_in(svg: &Document<'_>) -> Vec<String> {
    let words = |node: Node<'_, '_>| node.text().unwrap_or_default().to_owned();
    let texts = svg
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    let mut labels: Vec<String> = texts.map(words).collect();
    labels.sort();
    labels
}

#[test]
fn scene_svg_and_html_hold_the_same_items_and_words() {
    for_each_figure(|index, sheet, dark, what| {
        let (items, labels) = (items(index, sheet), labels(sheet));
        assert!(items.len() > 10 && labels.len() > 20, "{what}");
        for lettering in [Lettering::ByName, Lettering::Embedded] {
            let svg = to_svg(sheet, lettering);
            let svg = Document::parse(&svg).unwrap();
            assert_eq!(items_in(&svg), items, "{what}");
            assert_eq!(labels_in(&svg), labels, "{what}");
        }
        let html = to_html(index, sheet, dark);
        let start = html.find("<svg").unwrap();
        let end = html.find("</svg>").unwrap() + "</svg>".len();
        let svg = Document::parse(&html[start..end]).unwrap();
        assert_eq!(items_in(&svg), items, "{what}");
        assert_eq!(labels_in(&svg), labels, "{what}");
        // What is folded into one mark is named one by one.
        let story = index.story();
        let all: BTreeSet<String> = sheet
            .scene
            .items()
            .map(|item| story.id_of(item).to_string())
            .collect();
        assert!(all.is_superset(&items));
        for (attribute, name) in [
            ("data-row=\"", "the table"),
            ("data-of=\"", "the quotations"),
        ] {
            let found: Vec<String> = html
                .split(attribute)
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap().to_owned())
                .collect();
            assert_eq!(found.len(), all.len(), "{name} of {what}");
            let found: BTreeSet<String> = found.into_iter().collect();
            assert_eq!(found, all, "{name} of {what}");
        }
    });
}

#[test]
fn a_page_quotes_every_passage_of_its_items_and_asks_nothing_of_the_network() {
    for_each_figure(|index, sheet, dark, what| {
        let html = to_html(index, sheet, dark);
        for item in sheet.scene.items() {
            for link in index.evidence_of(item) {
                let quote = &index.story().passage(link.passage).quote;
                let quote = quote.replace('&', "&amp;").replace('"', "&quot;");
                let quote = quote.replace('<', "&lt;").replace('>', "&gt;");
                let quote = quote.replace('\n', " ");
                assert!(
                    html.contains(&format!("“{quote}”")),
                    "{what} lacks “{quote}”"
                );
            }
        }
        assert!(html.contains("default-src 'none'"));
        for loads in ["src=\"", "<link", "<img", "<iframe", "@import", "url(http"] {
            assert!(!html.contains(loads), "{what} has {loads}");
        }
        assert_eq!(html.matches("<script>").count(), 1);
    });
}

fn poppler(tool: &str, arguments: &[&str]) -> Option<String> {
    match Command::new(tool).args(arguments).output() {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(error) => {
            let required = std::env::var_os("THROUGHLINE_WINDOW").is_some_and(|v| v == "required");
            assert!(!required, "{tool} is missing: {error}");
            eprintln!("SKIPPED: what a PDF holds is read with poppler's {tool}");
            None
        }
    }
}

/// Whether `label` stands in what poppler read. It parts words that run from right to left, so those
/// are looked for one by one.
fn is_found(text: &str, label: &str) -> bool {
    let leftward = |c: char| ('\u{590}'..='\u{8FF}').contains(&c);
    if label.contains(leftward) {
        label.split_whitespace().all(|word| text.contains(word))
    } else {
        text.contains(&in_a_row(label))
    }
}

fn in_a_row(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_pdf_holds_every_word_that_is_drawn_a_bookmark_for_every_item_and_its_faces() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("figure.pdf");
    let path = path.to_str().unwrap();
    for_each_figure(|_, sheet, _, what| {
        fs::write(path, to_pdf(std::slice::from_ref(sheet), None).unwrap()).unwrap();
        let Some(text) = poppler("pdftotext", &["-raw", path, "-"]) else {
            return;
        };
        let text = in_a_row(&text);
        for label in labels(sheet) {
            assert!(is_found(&text, &label), "{what} lacks “{label}” in: {text}");
        }
        let outline = poppler("pdftohtml", &["-xml", "-i", "-stdout", path]).unwrap();
        let outline = in_a_row(&outline).replace("&#34;", "\"");
        for (_, group) in sheet.scene.item_groups() {
            let title = group.title.replace('&', "&amp;").replace('<', "&lt;");
            assert!(
                outline.contains(&in_a_row(&title)),
                "{what} has no bookmark “{title}”"
            );
        }
        let faces = poppler("pdffonts", &[path]).unwrap();
        let rows: Vec<&str> = faces.lines().skip(2).collect();
        assert!(!rows.is_empty(), "{faces}");
        for row in rows {
            // Embedded, subset, with a map to Unicode.
            assert!(row.contains("yes yes yes"), "{row}");
        }
    });
}

#[test]
fn a_timeline_spread_over_pages_shows_every_dated_event_on_one_of_them() {
    let index = index(STORIES[0]);
    let ground = Ground {
        index: &index,
        arrangement: &map::Arrangement::default(),
        view: &View::default(),
        measurer: &Measurer::new(),
    };
    let figure = Figure::new(Subject::Timeline, size(1123.0, 1400.0));
    let whole = items(&index, &draw(ground, &figure).sheet);
    let pages = draw_pages(ground, &figure, 4);
    assert_eq!(pages.len(), 4);
    let mut union = BTreeSet::new();
    for (n, page) in pages.iter().enumerate() {
        union.extend(items(&index, &page.sheet));
        let number = format!("page {} of 4", n + 1);
        assert!(
            labels(&page.sheet)
                .iter()
                .any(|label| label.ends_with(&number))
        );
    }
    assert!(union.is_superset(&whole), "{:?}", whole.difference(&union));
    let sheets: Vec<Sheet> = pages.into_iter().map(|page| page.sheet).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pages.pdf");
    fs::write(&path, to_pdf(&sheets, None).unwrap()).unwrap();
    if let Some(info) = poppler("pdfinfo", &[path.to_str().unwrap()]) {
        assert!(in_a_row(&info).contains("Pages: 4"), "{info}");
    }
}

#[test]
fn a_told_story_is_a_page_for_each_step_with_its_words_its_views_and_what_it_rests_on() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("steps.pdf");
    let pdf = pdf.to_str().unwrap();
    for page in ["A4", "A4-portrait"] {
        let arguments = [SHIPPED, "-o", pdf, "--view", "steps", "--page", page];
        let (code, error) = export(&arguments, None);
        assert_eq!((code, error.as_str()), (0, ""), "{page}");
        let story = index(STORIES[0]).story().clone();
        let Some(info) = poppler("pdfinfo", &[pdf]) else {
            return;
        };
        let count = format!("Pages: {}", story.steps.len());
        assert!(in_a_row(&info).contains(&count), "{info}");
        for (step, n) in story.steps.iter().zip(1..) {
            let number = n.to_string();
            let text = ["-raw", "-f", &number, "-l", &number, pdf, "-"];
            let text = in_a_row(&poppler("pdftotext", &text).unwrap());
            assert!(text.contains(&in_a_row(&step.title)), "{page}: {text}");
            assert!(text.contains(&in_a_row(&step.caption)), "{page}: {text}");
            assert!(text.contains(&format!("page {n} of {}", story.steps.len())));
            let passages = step.select.iter().flat_map(|item| match item {
                Item::Event(ix) => story.event(*ix).evidence,
                Item::Actor(ix) => story.actor(*ix).evidence,
                _ => &[],
            });
            for link in passages.take(1) {
                let passage = story.passage(link.passage);
                assert!(
                    text.contains(&format!("“{}”", passage.quote)),
                    "{page}: {text}"
                );
                let source = story.source(passage.source).title;
                assert!(text.contains(&format!("[1] {source}")), "{page}: {text}");
            }
            for (shown, is_shown) in [
                ("events,", step.show.timeline()),
                ("actors,", step.show.map()),
            ] {
                assert_eq!(text.contains(shown), is_shown, "{page}, {n}: {text}");
            }
        }
    }
}

#[test]
fn a_story_without_steps_has_none_to_export_and_one_with_a_bad_filter_is_told_whole() {
    let folder = tempfile::tempdir().unwrap();
    let story = folder.path().join("story.ron");
    let pdf = folder.path().join("story.pdf");
    let pdf = pdf.to_str().unwrap();
    let told = "Story(format: 1, title: \"T\", actors: { \"a\": Actor(name: \"Ann\") }, STEPS)";
    fs::write(&story, told.replace("STEPS", "")).unwrap();
    let path = story.to_str().unwrap();
    let arguments = [path, "-o", pdf, "--view", "steps"];
    let (code, error) = export(&arguments, None);
    assert!(code == 2 && error.contains("has no steps"), "{error}");
    let steps = "\nsteps: [Step(title: \"One\",\n filter: \"kind:\")]";
    fs::write(&story, told.replace("STEPS", steps)).unwrap();
    let (code, error) = export(&arguments, None);
    assert_eq!(code, 0, "{error}");
    let output = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .env("LANGUAGE", "en")
        .args(["check", path])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        said.contains("bad-filter") && said.contains(":3:10"),
        "{said}"
    );
    assert!(output.status.success(), "{said}");
}

#[test]
fn a_timeline_of_many_events_stays_a_small_file_because_they_are_folded_there_too() {
    let mut text = String::from("Story(format: 1, title: \"Many\", events: {");
    for n in 0..8000 {
        let (year, month, day) = (1990 + n % 31, n % 12 + 1, n % 28 + 1);
        text += &format!(
            "\"e{n}\": Event(title: \"Event {n}\", when: \"{year}-{month:02}-{day:02}\"),"
        );
    }
    text += "})";
    let loaded = load_str("story.ron", &text, &Progress::default()).unwrap();
    let index = Index::new(loaded.story);
    let ground = Ground {
        index: &index,
        arrangement: &map::Arrangement::default(),
        view: &View::default(),
        measurer: &Measurer::new(),
    };
    let figure = Figure::new(Subject::Timeline, size(1600.0, 900.0));
    let sheet = draw(ground, &figure).sheet;
    let groups = sheet.scene.layers.iter().flat_map(|layer| &layer.groups);
    let folded: u32 = groups.filter_map(|group| group.count).sum();
    let alone = items(&index, &sheet).len();
    assert_eq!(alone + folded as usize, 8000);
    let svg = to_svg(&sheet, Lettering::ByName);
    assert!(svg.len() < 700_000, "{}", svg.len());
}

fn export(arguments: &[&str], date: Option<&str>) -> (i32, String) {
    let mut command = assert_cmd::Command::cargo_bin("throughline").unwrap();
    command.env("LANGUAGE", "en");
    command
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("SOURCE_DATE_EPOCH")
        .env("HOME", "/nonexistent");
    if let Some(date) = date {
        command.env("SOURCE_DATE_EPOCH", date);
    }
    let output = command.arg("export").args(arguments).output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), error)
}

const SHIPPED: &str = "data/us-china-cloud.ron";

#[test]
fn two_runs_give_the_same_bytes_and_the_date_is_the_one_that_is_given() {
    let folder = tempfile::tempdir().unwrap();
    let run = |name: &str, date: Option<&str>| -> Vec<Vec<u8>> {
        let paths: Vec<String> = ["svg", "png", "pdf", "html"]
            .iter()
            .map(|kind| {
                folder
                    .path()
                    .join(format!("{name}.{kind}"))
                    .to_str()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        let mut arguments = vec![SHIPPED, "--size", "900x600", "--scale", "1", "-o"];
        arguments.extend(paths.iter().map(String::as_str));
        let (code, error) = export(&arguments, date);
        assert_eq!(code, 0, "{error}");
        paths.iter().map(|path| fs::read(path).unwrap()).collect()
    };
    let first = run("a", None);
    assert!(first == run("b", None));
    let dated = run("c", Some("86400"));
    assert!(dated == run("d", Some("86400")));
    let has =
        |file: &[u8], word: &str| file.windows(word.len()).any(|part| part == word.as_bytes());
    assert!(has(&dated[2], "D:19700102000000"));
    assert!(!has(&first[2], "CreationDate"));
    let (code, error) = export(&[SHIPPED, "-o", "never.pdf"], Some("yesterday"));
    assert_eq!(code, 2);
    assert!(error.contains("SOURCE_DATE_EPOCH"), "{error}");
}

#[test]
fn what_cannot_be_made_or_written_is_said_and_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (png, pdf) = (path("a.png"), path("a.pdf"));
    let cases: [(&[&str], i32, &str); 15] = [
        (&[SHIPPED, "-o", &png, "--size", "0x0"], 2, "100 to 16384"),
        (
            &[SHIPPED, "-o", &png, "--size", "1000000000x1000000000"],
            2,
            "100 to 16384",
        ),
        (
            &[SHIPPED, "-o", &png, "--size", "16384x16384", "--scale", "4"],
            2,
            "65536 x 65536",
        ),
        (&[SHIPPED, "-o", &png, "--scale", "0"], 2, "0.25 to 8"),
        (&[SHIPPED, "-o", &path("a.bmp")], 2, "write .svg"),
        (&[SHIPPED, "-o", &path("none/a.svg")], 3, "none/a.svg"),
        (&[SHIPPED, "-o", &path("folder.svg")], 3, "folder.svg"),
        (
            &[SHIPPED, "-o", &pdf, "--page", "A5"],
            2,
            "A4, A3 or Letter",
        ),
        (
            &[SHIPPED, "-o", &pdf, "--page", "A4", "--size", "100x100"],
            2,
            "--size",
        ),
        (
            &[SHIPPED, "-o", &pdf, "--pages", "3", "--view", "map"],
            2,
            "--view timeline",
        ),
        (
            &[SHIPPED, "-o", &png, "--pages", "3"],
            2,
            "only .pdf has pages",
        ),
        (
            &[SHIPPED, "-o", &png, "--view", "steps"],
            2,
            "name a .pdf or .html file instead of",
        ),
        (
            &[SHIPPED, "-o", &pdf, "--view", "steps", "--from", "2022"],
            2,
            "leave --from out",
        ),
        (
            &[SHIPPED, "-o", &pdf, "--view", "steps", "--pages", "3"],
            2,
            "--view timeline",
        ),
        (
            &[SHIPPED, "-o", &png, "--pages", "0"],
            2,
            "0 is not in 1..=200",
        ),
    ];
    fs::create_dir(path("folder.svg")).unwrap();
    for (arguments, code, words) in cases {
        let (ended, error) = export(arguments, None);
        assert_eq!(ended, code, "{arguments:?}: {error}");
        assert!(error.contains(words), "{arguments:?}: {error}");
    }
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .flatten()
        .map(|e| e.file_name())
        .collect();
    assert_eq!(left, ["folder.svg"]);
    assert_eq!(fs::read_dir(path("folder.svg")).unwrap().count(), 0);
}

#[test]
fn a_file_that_does_not_fit_is_said_and_the_one_that_was_there_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.svg");
    fs::write(&path, "what was there").unwrap();
    let limited = Command::new("sh")
        .arg("-c")
        // No file may grow beyond a block: the nearest to a full disk without being root.
        .arg("ulimit -f 1; trap '' XFSZ; exec \"$0\" export \"$1\" -o \"$2\"")
        .arg(env!("CARGO_BIN_EXE_throughline"))
        .arg(SHIPPED)
        .arg(&path)
        .output()
        .unwrap();
    let error = String::from_utf8(limited.stderr).unwrap();
    assert_eq!(limited.status.code(), Some(3), "{error}");
    assert!(error.contains("a.svg could not be written"), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "what was there");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_no_font_has_is_said_and_what_a_figure_is_too_low_for_too() {
    let folder = tempfile::tempdir().unwrap();
    let story = folder.path().join("story.ron");
    // A character of the private use area, which no face on any system has.
    let text = "Story(format: 1, title: \"Name\", actors: { \"a\": Actor(name: \"\\u{F8F7}\\u{10FFF0}\", kind: \"person\") })";
    fs::write(&story, text).unwrap();
    let out = folder.path().join("a.svg");
    let (story, out) = (story.to_str().unwrap(), out.to_str().unwrap());
    let (_, error) = export(
        &[story, "--view", "map", "-o", out, "--size", "300x200"],
        None,
    );
    assert!(error.contains("No font here has"), "{error}");
    assert!(error.contains("too low for its"), "{error}");
}

/// Letters of every kind that has its own way of going wrong: scripts, marks, joiners, directions.
fn letters() -> impl Strategy<Value = String> {
    let kinds = prop::sample::select(vec![
        "a",
        "Z",
        "7",
        " ",
        "  ",
        "(",
        "]",
        "“",
        "–",
        "e\u{301}",
        "\u{301}",
        "ש",
        "ל\u{5B8}",
        "ب",
        "لا",
        "م",
        "王",
        "毅",
        "か",
        "한",
        "हि",
        "ก็",
        "🙂",
        "🇯🇵",
        "🇯",
        "👩‍👩‍👧",
        "\u{200D}",
        "\u{200F}",
        "\u{202E}",
        "\u{202C}",
        "\u{2067}",
        "\u{2069}",
        "\u{FE0F}",
        "\u{F8F7}",
        "\u{10FFFF}",
        "\u{FFFD}",
        "\u{2029}",
        "\u{AD}",
        "\u{0}",
        "<",
        "&",
    ]);
    prop::collection::vec(kinds, 0..14).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_name_breaks_a_figure_in_any_format(names in prop::collection::vec(letters(), 1..5)) {
        let mut builder = Builder::new(&names.concat());
        builder.story.summary = names.join(" ");
        for (n, name) in names.iter().enumerate() {
            builder.actor(Actor {
                id: format!("a{n}"),
                name: name.clone(),
                kind: "person".into(),
                summary: name.clone(),
                ..Actor::default()
            });
        }
        let story = builder.finish();
        let index = Index::new(Arc::new(story));
        let measurer = Measurer::new();
        let request = map::Request::default();
        let arrangement = map::arrange(&index, &request, &measurer, &AtomicBool::new(false));
        let ground = Ground {
            index: &index,
            arrangement: &arrangement,
            view: &View::default(),
            measurer: &measurer,
        };
        let drawn = draw(ground, &Figure::new(Subject::Map, size(400.0, 300.0)));
        let sheet = &drawn.sheet;
        for lettering in [Lettering::ByName, Lettering::Embedded, Lettering::Outlined] {
            let svg = to_svg(sheet, lettering);
            prop_assert!(Document::parse(&svg).is_ok(), "{svg}");
        }
        prop_assert!(to_pdf(std::slice::from_ref(sheet), None).is_ok());
        prop_assert!(to_png(sheet, 1.0, &mut |_| true).is_ok());
        prop_assert!(to_html(&index, sheet, false).ends_with("</html>\n"));
        let _ = drawn.warnings(true);
    }
}
