//! The binary by its command line: what it prints, what it writes, how it ends.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

fn throughline() -> Command {
    let mut command = Command::cargo_bin("throughline").unwrap();
    // Headless means headless.
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command.env("LANGUAGE", "en");
    command
}

fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = throughline().args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

const SHIPPED: &str = "data/us-china-cloud.ron";

#[test]
fn check_finds_no_problem_in_the_stories_that_ship() {
    let (code, out, _) = run(&["check", SHIPPED, "data/format-tour.ron"]);
    assert_eq!(code, 0, "{out}");
    assert_eq!(out.matches("0 problems").count(), 2, "{out}");
}

#[test]
fn check_reports_as_json_and_ends_with_one_where_there_are_errors() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wrong.ron");
    fs::write(&path, "Story(\n    format: 1,\n    title: \"x\",\n    events: { \"e\": Event(when: \"2023-02-30\") },\n)\n").unwrap();
    let (code, out, _) = run(&["check", path.to_str().unwrap(), "--format", "json"]);
    assert_eq!(code, 1);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    let text = report.to_string();
    assert!(text.contains("\"line\":4"), "{text}");
}

#[test]
fn a_missing_file_ends_with_three_and_a_wrong_call_with_two() {
    let (code, out, err) = run(&["check", "no-such-file.ron"]);
    assert_eq!(code, 3, "{out}{err}");
    assert!(format!("{out}{err}").contains("no-such-file.ron"));
    let (code, _, err) = run(&["check"]);
    assert_eq!(code, 2, "{err}");
    let (code, _, err) = run(&["export", SHIPPED, "-o", "x.bmp"]);
    assert_eq!(code, 2, "{err}");
    assert!(err.contains(".bmp") || err.contains("x.bmp"), "{err}");
    let (code, _, err) = run(&[
        "export",
        SHIPPED,
        "-o",
        "x.svg",
        "--select",
        "event/no-such-event",
    ]);
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("no-such-event"), "{err}");
    assert!(!Path::new("x.svg").exists());
}

#[test]
fn export_writes_both_views_in_both_formats_and_the_same_bytes_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for view in ["timeline", "map"] {
        let (svg, again, png) = (path("a.svg"), path("b.svg"), path("a.png"));
        for theme in ["light", "dark"] {
            let (code, _, err) = run(&[
                "export",
                SHIPPED,
                "-o",
                &svg,
                &again,
                &png,
                "--view",
                view,
                "--size",
                "1600x900",
                "--scale",
                "1.5",
                "--theme",
                theme,
                "--select",
                "event/april-letter",
            ]);
            assert_eq!(code, 0, "{err}");
            let text = fs::read_to_string(&svg).unwrap();
            assert_eq!(text, fs::read_to_string(&again).unwrap());
            let item = if view == "timeline" {
                "event/april-letter"
            } else {
                "actor/huawei"
            };
            assert!(
                text.contains(&format!("data-item=\"{item}\"")),
                "{view} lacks {item}"
            );
            assert!(text.contains("<title>"));
            let file = fs::read(&png).unwrap();
            let reader = png::Decoder::new(std::io::Cursor::new(file))
                .read_info()
                .unwrap();
            assert_eq!((reader.info().width, reader.info().height), (2400, 1350));
        }
    }
}

#[test]
fn every_event_of_the_story_is_on_the_exported_timeline_and_every_actor_on_the_map() {
    let folder = tempfile::tempdir().unwrap();
    let svg = folder.path().join("all.svg");
    let svg = svg.to_str().unwrap();
    let (_, json, _) = run(&["check", SHIPPED, "--format", "json"]);
    drop(json);
    let text = fs::read_to_string(SHIPPED).unwrap();
    let ids = |section: &str, next: &str| -> Vec<String> {
        let body = text.split(&format!("    {section}: {{")).nth(1).unwrap();
        let body = body.split(&format!("\n    {next}")).next().unwrap();
        body.lines()
            .filter_map(|line| {
                let rest = line.strip_prefix("        \"")?;
                rest.split_once("\":").map(|(id, _)| id.to_owned())
            })
            .collect()
    };
    let (code, _, err) = run(&[
        "export",
        SHIPPED,
        "-o",
        svg,
        "--view",
        "timeline",
        "--size",
        "1600x2400",
    ]);
    assert_eq!(code, 0, "{err}");
    let drawn = fs::read_to_string(svg).unwrap();
    let events = ids("events", "}");
    assert!(events.len() >= 25, "{}", events.len());
    for id in events {
        assert!(
            drawn.contains(&format!("data-item=\"event/{id}\"")),
            "event/{id} is not drawn"
        );
    }
    let (code, _, err) = run(&["export", SHIPPED, "-o", svg, "--view", "map"]);
    assert_eq!(code, 0, "{err}");
    let drawn = fs::read_to_string(svg).unwrap();
    let actors = ids("actors", "}");
    assert!(actors.len() >= 30, "{}", actors.len());
    for id in actors {
        assert!(
            drawn.contains(&format!("data-item=\"actor/{id}\"")),
            "actor/{id} is not drawn"
        );
    }
}

#[test]
fn a_saved_view_is_drawn_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let story = folder.path().join("cloud.ron");
    fs::copy(SHIPPED, &story).unwrap();
    let beside = r#"View(format: 1, saved: [
        (name: "Firms", view: (filter: "kind:company", lanes: None)),
        (name: "Firms, dimmed", view: (filter: "kind:company", left_out: Dim, hidden: ["huawei"])),
    ])"#;
    fs::write(folder.path().join("cloud.view.ron"), beside).unwrap();
    let svg = folder.path().join("a.svg");
    let (story, svg) = (story.to_str().unwrap(), svg.to_str().unwrap());
    let drawn = |more: &[&str]| {
        let (code, _, err) = run(&[&["export", story, "-o", svg], more].concat());
        assert_eq!(code, 0, "{err}");
        fs::read_to_string(svg).unwrap()
    };
    let hidden = "data-item=\"event/wang-blinken\"";
    let firms = drawn(&["--saved", "firms"]);
    assert!(firms.contains("filtered by kind:company (") && !firms.contains(hidden));
    let dimmed = drawn(&["--saved", "Firms, dimmed"]);
    assert!(dimmed.contains("what passes kind:company stands out (") && dimmed.contains(hidden));
    assert!(dimmed.contains(" dimmed)."));
    let map = drawn(&["--saved", "Firms, dimmed", "--view", "map"]);
    assert!(map.contains("without 1 actor hidden by hand"));
    // What is asked for otherwise goes before.
    let other = drawn(&["--saved", "Firms", "--filter", "kind:person"]);
    assert!(other.contains("filtered by kind:person ("));
    let (code, _, err) = run(&["export", story, "-o", svg, "--saved", "Firm"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("no view is called `Firm`") && err.contains("did you mean `Firms`"),
        "{err}"
    );
}

#[test]
fn a_filter_leaves_what_passes_and_the_caption_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let svg = folder.path().join("a.svg");
    let svg = svg.to_str().unwrap();
    let query = "kind:company -tag:no-such-tag";
    for view in ["timeline", "map"] {
        let (code, _, err) = run(&[
            "export", SHIPPED, "-o", svg, "--view", view, "--filter", query,
        ]);
        assert_eq!(code, 0, "{err}");
        let drawn = fs::read_to_string(svg).unwrap();
        assert!(
            drawn.contains("filtered by kind:company -tag:no-such-tag (")
                && drawn.contains(" hidden)."),
            "{view}"
        );
        // No company has a part in what the two ministers say.
        assert!(!drawn.contains("data-item=\"event/wang-blinken\""));
        let all = {
            let (_, _, _) = run(&["export", SHIPPED, "-o", svg, "--view", view]);
            fs::read_to_string(svg).unwrap()
        };
        let count = |text: &str| text.matches("data-item=").count();
        assert!(count(&drawn) > 3 && count(&drawn) < count(&all), "{view}");
    }
    let (code, _, err) = run(&["export", SHIPPED, "-o", svg, "--filter", "knd:company"]);
    assert_eq!(code, 2);
    assert!(err.contains("`knd:` is no field of a filter"), "{err}");
}

#[test]
fn the_whole_window_is_drawn_without_a_display_where_there_is_something_to_draw_with() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("window.png");
    let path = path.to_str().unwrap();
    let size = ["--size", "900x600", "--scale", "2"];
    let mut arguments = vec!["export", SHIPPED, "--view", "window", "-o", path];
    arguments.extend(size);
    let (code, _, err) = run(&arguments);
    if code == 3 {
        assert!(err.contains("install mesa-vulkan-drivers"), "{err}");
        let required = std::env::var_os("THROUGHLINE_WINDOW").is_some_and(|v| v == "required");
        assert!(!required, "{err}");
        eprintln!("SKIPPED: the window is drawn with Vulkan, which is missing");
        return;
    }
    assert_eq!(code, 0, "{err}");
    let file = fs::read(path).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(file))
        .read_info()
        .unwrap();
    assert_eq!((reader.info().width, reader.info().height), (1800, 1200));
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    let colors: std::collections::HashSet<&[u8]> = pixels.chunks(4).collect();
    assert!(colors.len() > 200, "{} colours are no window", colors.len());
    // Its corner is the window's own: no margin, nothing of the harness.
    assert_eq!(&pixels[..3], [0xF7, 0xF5, 0xF1]);
    let (code, _, err) = run(&["export", SHIPPED, "--view", "window", "-o", "x.svg"]);
    assert_eq!(code, 2);
    assert!(err.contains("name a .png file"), "{err}");
}

#[test]
fn data_goes_out_and_comes_back_as_the_same_story() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (json, ron, positions) = (path("a.json"), path("a.ron"), path("a.positions.csv"));
    let (code, _, err) = run(&["export", SHIPPED, "-o", &json, &positions]);
    assert_eq!(code, 0, "{err}");
    let (code, _, err) = run(&["export", &json, "-o", &ron]);
    assert_eq!(code, 0, "{err}");
    let (code, out, _) = run(&["check", &json, &ron]);
    assert_eq!(code, 0, "{out}");
    let again = path("b.json");
    let (code, _, err) = run(&["export", &ron, "-o", &again]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(
        fs::read_to_string(&json).unwrap(),
        fs::read_to_string(&again).unwrap()
    );
    let table = fs::read_to_string(&positions).unwrap();
    assert!(table.starts_with("id,x,y\n"), "{table}");
    assert!(table.lines().count() > 30);
}

#[test]
fn timings_are_one_line_of_json_on_stderr() {
    let folder = tempfile::tempdir().unwrap();
    let svg = folder.path().join("a.svg");
    let (code, _, err) = run(&[
        "export",
        SHIPPED,
        "-o",
        svg.to_str().unwrap(),
        "--view",
        "map",
        "--timings",
    ]);
    assert_eq!(code, 0, "{err}");
    let line = err.lines().last().unwrap();
    let timings: serde_json::Value = serde_json::from_str(line).unwrap();
    for phase in [
        "read",
        "parse",
        "check",
        "index",
        "layout",
        "layout_cpu",
        "scene",
        "write",
        "total",
    ] {
        assert!(timings[phase].is_number(), "{phase} is missing in {line}");
    }
    assert!(timings["peak_mib"].is_number());
}

#[test]
fn a_picture_that_cannot_be_written_ends_with_three_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("no-such-folder").join("a.svg");
    let (code, _, err) = run(&["export", SHIPPED, "-o", path.to_str().unwrap()]);
    assert_eq!(code, 3, "{err}");
    assert!(err.contains("no-such-folder"), "{err}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn sources_are_imported_from_a_bibliography_and_nothing_is_written_over_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(
        at("refs.bib"),
        "@article{roe, title = {A {Letter}}, author = {Roe, Jane and Doe, John}, date = {2023-06-22}, url = {https://example.org/a}}\n@book{broken",
    )
    .unwrap();
    let story = at("refs.ron");
    let (code, _, said) = run(&["import", &at("refs.bib"), "-o", &story]);
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("warning:"),
        "the broken entry is told of: {said}"
    );
    let written = fs::read_to_string(&story).unwrap();
    assert!(
        written.contains("\"roe\": Source(title: \"A Letter\""),
        "{written}"
    );
    assert!(written.contains("published: \"2023-06-22\""), "{written}");
    let (code, out, _) = run(&["check", &story]);
    assert_eq!(code, 0, "{out}");
    let (code, _, said) = run(&["import", &at("refs.bib"), "-o", &story]);
    assert_eq!((code, said.contains("--force")), (2, true), "{said}");
    assert_eq!(fs::read_to_string(&story).unwrap(), written);
    let (code, _, said) = run(&["import", &at("refs.txt"), "-o", &at("x.ron")]);
    assert_eq!(code, 2, "{said}");
}

#[test]
fn claims_and_a_chronology_are_written_by_the_ending_of_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let files = [at("a.claims.csv"), at("a.claims.md"), at("a.md")];
    let mut call = vec!["export", SHIPPED, "-o"];
    call.extend(files.iter().map(String::as_str));
    let (code, _, said) = run(&call);
    assert_eq!(code, 0, "{said}");
    let [csv, table, chronology] = files.map(|file| fs::read_to_string(file).unwrap());
    assert!(csv.starts_with("group,id,date,claim,"));
    assert!(csv.contains("\"event/april-letter\""));
    assert!(
        table.contains("| Nine senators write to the administration |"),
        "{table}"
    );
    let calls = chronology.matches("[^1]").count();
    assert!(
        calls >= 2 && chronology.contains("\n[^1]: “"),
        "{chronology}"
    );
    // Filters hold for tables too.
    let (code, _, _) = run(&[
        "export",
        SHIPPED,
        "-o",
        &at("b.claims.csv"),
        "--filter",
        "rests:unnamed voices:1",
    ]);
    assert_eq!(code, 0);
    let some = fs::read_to_string(at("b.claims.csv")).unwrap();
    assert!(some.lines().count() > 1 && some.lines().count() < csv.lines().count());
    let (code, _, said) = run(&[
        "export",
        SHIPPED,
        "-o",
        &at("c.md"),
        "--filter",
        "check:perhaps",
    ]);
    assert_eq!((code, said.contains("drifted")), (2, true), "{said}");
}

#[test]
fn timings_may_stand_before_the_subcommand_or_after_it() {
    for call in [
        ["--timings", "check", SHIPPED],
        ["check", SHIPPED, "--timings"],
    ] {
        let (code, _, said) = run(&call);
        assert_eq!(code, 0, "{said}");
        let timings: serde_json::Value = serde_json::from_str(said.trim()).unwrap();
        assert!(
            timings["total"].is_number() && timings["verify"].is_number(),
            "{said}"
        );
    }
    let (code, _, said) = run(&["story.ron", "check", SHIPPED]);
    assert_eq!(code, 2, "{said}");
}

/// Opens the window with `display` as the environment's only display.
fn without_display(arguments: &[&str], display: Option<(&str, &str)>) -> (i32, String) {
    let mut command = throughline();
    command.env_remove("WAYLAND_SOCKET").args(arguments);
    if let Some((name, value)) = display {
        command.env(name, value);
    }
    let output = command.output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), err)
}

#[test]
fn without_a_display_the_window_names_what_works() {
    let (code, err) = without_display(&[SHIPPED], None);
    assert_eq!(code, 3, "{err}");
    for words in [
        "no display",
        "WAYLAND_DISPLAY",
        "throughline export data/us-china-cloud.ron -o picture.png",
        "throughline check data/us-china-cloud.ron",
    ] {
        assert!(err.contains(words), "{words}: {err}");
    }
    assert!(!err.contains("panicked"), "{err}");
    let (code, err) = without_display(&[], None);
    assert_eq!(code, 3, "{err}");
    assert!(err.contains("throughline export STORY"), "{err}");
}

#[test]
fn a_display_that_nobody_answers_on_is_named() {
    // A machine without the libraries that ask names those instead.
    for (name, value) in [("DISPLAY", ":5999"), ("WAYLAND_DISPLAY", "no-such-display")] {
        let (code, err) = without_display(&[SHIPPED], Some((name, value)));
        assert_eq!(code, 3, "{err}");
        let named = err.contains(&format!("{name}={value}")) || err.contains("apt install");
        assert!(named && err.contains("throughline export"), "{err}");
        let inner = [".rs:", "panicked", "ERROR"];
        assert!(!inner.iter().any(|words| err.contains(words)), "{err}");
    }
}

#[test]
fn generating_goes_with_nothing_else() {
    for arguments in [
        &["--generate", "x", SHIPPED][..],
        &["--generate", "x", "check", SHIPPED],
    ] {
        let (code, _, err) = run(arguments);
        assert_eq!(code, 2, "{err}");
    }
    assert!(!Path::new("x").exists());
}

#[test]
fn the_command_line_speaks_the_language_of_the_system_or_the_one_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let story = folder.path().join("broken.ron");
    fs::write(
        &story,
        "Story(format: 1, title: \"Broken\", actors: { \"a\": Actor(name: \"A\" }",
    )
    .unwrap();
    let story = story.to_str().unwrap();
    let (code, english, _) = run(&["check", story]);
    assert_eq!(code, 1);
    assert!(english.contains("error"), "{english}");
    let (code, german, _) = run(&["--language", "de", "check", story]);
    assert_eq!(code, 1);
    assert!(
        german.contains("Fehler") && !german.contains("error"),
        "{german}"
    );
    let system = throughline()
        .env("LANGUAGE", "de_AT:en")
        .args(["check", story])
        .output();
    assert_eq!(String::from_utf8(system.unwrap().stdout).unwrap(), german);
    // What programs read is the same in every language.
    let json = |language| {
        let (_, text, _) = run(&["--language", language, "check", "--format", "json", story]);
        let report: serde_json::Value = serde_json::from_str(&text).unwrap();
        report.to_string().matches("\"code\":").count()
    };
    assert_eq!(json("de"), json("en"));
    let (code, _, error) = run(&["--language", "tlh", "check", story]);
    assert_eq!(code, 2, "{error}");
}
