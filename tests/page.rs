//! The exported page in a real browser: no error, a click shows the quotation, the keyboard reaches
//! every item.
//!
//! Needs Chromium. Where it is missing the tests say so and pass, unless
//! `THROUGHLINE_WINDOW=required` is set, as in .ci/run.
#![allow(
    clippy::unwrap_used,
    reason = "a test may fail where what it needs is missing"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

/// The browser, or why there is none.
fn chromium() -> Option<&'static str> {
    let found = ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find(|name| Command::new(name).arg("--version").output().is_ok());
    if found.is_none() {
        let required = std::env::var_os("THROUGHLINE_WINDOW").is_some_and(|v| v == "required");
        assert!(!required, "Chromium is missing");
        eprintln!("SKIPPED: the page is tried in Chromium, which is missing");
    }
    found
}

fn page(folder: &Path, view: &str) -> String {
    let path = folder.join(format!("{view}.html"));
    assert_cmd::Command::cargo_bin("throughline")
        .unwrap()
        .env("LANGUAGE", "en")
        .args(["export", "data/us-china-cloud.ron", "--view", view, "-o"])
        .arg(&path)
        .assert()
        .success();
    fs::read_to_string(path).unwrap()
}

/// The page as it stands once its scripts have run, and what it wrote to the console.
fn opened(browser: &str, folder: &Path, html: &str, fragment: &str) -> (String, String) {
    let path = folder.join("page.html");
    fs::write(&path, html).unwrap();
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--enable-logging=stderr",
            "--virtual-time-budget=20000",
            "--window-size=1400,1000",
            "--dump-dom",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.join("profile").display()
        ))
        .arg(format!("file://{}{fragment}", path.display()))
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let log = text(output.stderr);
    let console: Vec<&str> = log
        .lines()
        .filter(|line| line.contains("CONSOLE"))
        .collect();
    (text(output.stdout), console.join("\n"))
}

#[test]
fn the_page_runs_under_its_own_policy_and_opens_at_the_item_of_its_address() {
    let Some(browser) = chromium() else { return };
    let folder = tempfile::tempdir().unwrap();
    for (view, item) in [("timeline", "event/april-letter"), ("map", "actor/huawei")] {
        let html = page(folder.path(), view);
        let (dom, console) = opened(browser, folder.path(), &html, &format!("#{item}"));
        assert_eq!(console, "", "{view}");
        assert!(
            dom.contains("<body class=\"live\">"),
            "{view}: the script did not run"
        );
        let chosen = format!("data-of=\"{item}\" class=\"chosen\"");
        assert!(dom.contains(&chosen), "{view}: {item} is not shown");
    }
}

#[test]
fn no_script_runs_in_the_page_but_its_own() {
    let Some(browser) = chromium() else { return };
    let folder = tempfile::tempdir().unwrap();
    let html = page(folder.path(), "timeline");
    let html = html.replace(
        "</main>",
        "</main><script>document.title = 'foreign'</script>",
    );
    let (dom, console) = opened(browser, folder.path(), &html, "");
    assert!(!dom.contains("<title>foreign"), "a foreign script ran");
    assert!(console.contains("Content Security Policy"), "{console}");
}

/// What a reader does, in the page itself: clicks, and keys.
const HANDS: &str = include_str!("page/hands.js");
/// The same in a story told in steps.
const STEPS: &str = include_str!("page/steps.js");

/// What comes of `hands` in `html`, as the title of the page says in the end.
fn tried(browser: &str, folder: &Path, html: &str, (hands, fragment): (&str, &str)) -> String {
    // The hands are no script of the page's own.
    let policy = html.find("script-src '").unwrap();
    let end = policy + html[policy..].find(';').unwrap();
    let html = format!(
        "{}script-src 'unsafe-inline'{}",
        &html[..policy],
        &html[end..]
    );
    let html = html.replace("</body>", &format!("<script>{hands}</script></body>"));
    let (dom, console) = opened(browser, folder, &html, fragment);
    assert_eq!(console, "");
    let title = dom.split("<title>").nth(1).unwrap();
    title.split("</title>").next().unwrap().to_owned()
}

#[test]
fn a_click_shows_the_quotation_and_the_keyboard_reaches_every_item() {
    let Some(browser) = chromium() else { return };
    let folder = tempfile::tempdir().unwrap();
    let html = page(folder.path(), "timeline");
    let title = tried(browser, folder.path(), &html, (HANDS, ""));
    assert_eq!(title, "done 13/13 ");
}

#[test]
fn a_told_story_is_stepped_through_by_keys_buttons_and_links() {
    let Some(browser) = chromium() else { return };
    let folder = tempfile::tempdir().unwrap();
    let html = page(folder.path(), "steps");
    assert_eq!(html.matches("<section class=\"step\"").count(), 8);
    let title = tried(browser, folder.path(), &html, (STEPS, "#step-3"));
    assert_eq!(title, "done 17/17 ");
}

#[test]
fn a_told_story_is_whole_without_its_script() {
    let folder = tempfile::tempdir().unwrap();
    let html = page(folder.path(), "steps");
    // Every step stands there, named, with links to those beside it, and nothing has the name of another.
    for step in 1..=8 {
        assert!(html.contains(&format!("id=\"step-{step}\"")));
        assert!(html.matches(&format!("href=\"#step-{step}\"")).count() >= 2);
    }
    let ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len());
    for loads in ["src=\"", "<link", "<img", "<iframe", "@import", "url(http"] {
        assert!(!html.contains(loads), "{loads}");
    }
    assert_eq!(html.matches("<script>").count(), 1);
}

#[test]
fn words_of_steps_are_words_whatever_they_hold() {
    let folder = tempfile::tempdir().unwrap();
    let story = folder.path().join("hostile.ron");
    let hostile = "</h2><script>alert(1)</script>\\\"&";
    let text = format!(
        "Story(format: 1, title: \"T\", actors: {{ \"<b>\": Actor(name: \"A\") }}, \
         steps: [Step(title: \"{hostile}\", caption: \"{hostile}\", select: [\"actor/<b>\"])])"
    );
    fs::write(&story, text).unwrap();
    let path = folder.path().join("hostile.html");
    assert_cmd::Command::cargo_bin("throughline")
        .unwrap()
        .env("LANGUAGE", "en")
        .arg("export")
        .arg(&story)
        .args(["--view", "steps", "-o"])
        .arg(&path)
        .assert()
        .success();
    let html = fs::read_to_string(path).unwrap();
    assert_eq!(html.matches("<script>").count(), 1);
    assert!(html.contains("&lt;/h2&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;"));
}
