//! Quotations, looked up in the texts of their sources by the program itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const SHIPPED: &str = include_str!("../data/us-china-cloud.ron");

/// The passages of the story that ships: id, paragraph, quotation.
fn passages() -> Vec<(String, u32, String)> {
    let loaded =
        throughline::file::load_str("s.ron", SHIPPED, &throughline::file::Progress::default());
    let story = loaded.unwrap().story;
    let passages = story.passages();
    passages
        .map(|passage| {
            let paragraph = passage.paragraph.unwrap();
            (passage.id.to_owned(), paragraph, passage.quote.to_owned())
        })
        .collect()
}

/// A sentence of its own for each quotation.
fn sentence(n: usize, quote: &str) -> String {
    format!("In sentence {n} the text has it that {quote}, and then goes on to number {n}.")
}

/// A text in which every quotation of the story stands in its paragraph.
fn paragraphs() -> BTreeMap<u32, Vec<String>> {
    let mut paragraphs: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let passages = passages();
    let last = passages.iter().map(|passage| passage.1).max().unwrap();
    for number in 1..=last {
        let opening = format!("Paragraph {number} begins like this.");
        paragraphs.insert(number, vec![opening]);
    }
    for (n, (_, paragraph, quote)) in passages.iter().enumerate() {
        let sentences = paragraphs.get_mut(paragraph).unwrap();
        sentences.push(sentence(n, quote));
    }
    paragraphs
}

fn text(paragraphs: &BTreeMap<u32, Vec<String>>) -> String {
    let paragraphs = paragraphs.values().map(|sentences| sentences.join(" "));
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// A folder with the story and `text` beside it; what `check` says of it, by code and id.
fn checked(text: &str) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let source = "\"report\": Source(";
    assert!(SHIPPED.contains(source));
    let story = SHIPPED.replace(source, &format!("{source}text: \"report.txt\", "));
    fs::write(folder.path().join("story.ron"), story).unwrap();
    fs::write(folder.path().join("report.txt"), text).unwrap();
    problems(&folder.path().join("story.ron"))
        .into_iter()
        .map(|(code, message)| {
            let id = message.split('`').nth(1).unwrap_or_default().to_owned();
            (code, id)
        })
        .collect()
}

/// The problems that `check` lists, by code and message.
fn problems(story: &Path) -> Vec<(String, String)> {
    let output = Command::new(env!("CARGO_BIN_EXE_throughline"))
        .env("LANGUAGE", "en")
        .args(["check", "--format", "json"])
        .arg(story)
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let problems = report["files"][0]["problems"].as_array().unwrap().clone();
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    problems
        .iter()
        .map(|problem| (word(&problem["code"]), word(&problem["message"])))
        .collect()
}

#[test]
fn a_text_that_holds_every_quotation_leaves_nothing_to_say() {
    assert_eq!(checked(&text(&paragraphs())), []);
}

#[test]
fn a_changed_word_a_missing_paragraph_and_a_doubled_sentence_are_reported_and_nothing_else() {
    let all = passages();
    let long = |quote: &str| quote.split_whitespace().count() >= 6;
    // The word is changed before, the sentence doubled after the paragraph that goes.
    let changed = all.iter().position(|p| p.1 <= 4 && long(&p.2)).unwrap();
    let gone = 9;
    let doubled = all.iter().position(|p| p.1 >= 14 && long(&p.2)).unwrap();
    let mut paragraphs = paragraphs();
    let quote = &all[changed].2;
    let word = quote.split_whitespace().nth(2).unwrap();
    let other = quote.replacen(word, "unforeseen", 1);
    for sentences in paragraphs.values_mut() {
        for own in sentences.iter_mut() {
            if *own == sentence(changed, quote) {
                *own = sentence(changed, &other);
            }
        }
        let twice = sentence(doubled, &all[doubled].2);
        if let Some(at) = sentences.iter().position(|own| *own == twice) {
            sentences.insert(at, twice);
        }
    }
    paragraphs.remove(&gone);
    let mut expected = vec![
        ("quote-drifted".to_owned(), all[changed].0.clone()),
        ("quote-ambiguous".to_owned(), all[doubled].0.clone()),
    ];
    let lost = all.iter().filter(|passage| passage.1 == gone);
    expected.extend(lost.map(|passage| ("quote-not-found".to_owned(), passage.0.clone())));
    assert!(expected.len() > 2);
    let mut found = checked(&text(&paragraphs));
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn each_report_names_its_place_in_the_text() {
    let folder = tempfile::tempdir().unwrap();
    let story = r#"Story(format: 1, title: "t",
        sources: { "s": Source(title: "S", text: "s.txt", sha256: "0000000000000000000000000000000000000000000000000000000000000000") },
        passages: {
            "drifted": Passage(source: "s", quote: "the harbour was closed for nine days", said_by: Document),
            "twice": Passage(source: "s", quote: "nobody asked the pilots", said_by: Document),
            "gone": Passage(source: "s", quote: "a second ship lay at anchor", said_by: Document),
            "let": Passage(source: "s", quote: "a third ship lay at anchor", said_by: Document, accept: { "quote-not-found": "Only in the printed edition." }),
        },
        actors: { "a": Actor(name: "A", evidence: [Supports("drifted"), Supports("twice"), Supports("gone"), Supports("let")]) },
    )"#;
    let text = "One line.\n\nThen the harbour was closed for eleven days.\nAnd nobody asked the pilots.\n\nIn spring nobody asked the pilots.\n";
    fs::write(folder.path().join("story.ron"), story).unwrap();
    fs::write(folder.path().join("s.txt"), text).unwrap();
    let problems = problems(&folder.path().join("story.ron"));
    let said = |code: &str| {
        let found = problems.iter().find(|(found, _)| found == code);
        found
            .map(|(_, message)| message.as_str())
            .unwrap_or_default()
    };
    assert_eq!(problems.len(), 4, "{problems:?}");
    let drifted = said("quote-drifted");
    assert!(drifted.contains("¶\u{a0}2"), "{drifted}");
    assert!(drifted.contains("[-nine-] {+eleven+}"), "{drifted}");
    let twice = said("quote-ambiguous");
    assert!(twice.contains("¶\u{a0}2; ¶\u{a0}3"), "{twice}");
    assert!(said("quote-not-found").contains("`gone` is not in `s.txt`"));
    assert!(said("source-changed").contains("SHA-256"));
}

#[test]
fn a_passage_is_printed_that_the_program_then_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let text = "It began.\n\nThe pilots said that nobody had asked them; nobody ever did.\n";
    fs::write(folder.path().join("log.txt"), text).unwrap();
    let quote = |words: &str| {
        Command::new(env!("CARGO_BIN_EXE_throughline"))
            .env("LANGUAGE", "en")
            .arg("quote")
            .arg(folder.path().join("log.txt"))
            .arg(words)
            .output()
            .unwrap()
    };
    let output = quote("Nobody had asked them");
    let snippet = String::from_utf8(output.stdout).unwrap();
    assert!(
        snippet.contains("quote: \"nobody had asked them\""),
        "{snippet}"
    );
    assert!(snippet.contains("paragraph: 2"), "{snippet}");
    let story = format!(
        "Story(format: 1, title: \"t\", sources: {{ \"log\": Source(title: \"Log\", text: \"log.txt\") }}, passages: {{ {snippet} }}, actors: {{ \"a\": Actor(name: \"A\", evidence: [Supports(\"log-nobody-had-asked-them\")]) }})"
    );
    fs::write(folder.path().join("story.ron"), story).unwrap();
    assert_eq!(problems(&folder.path().join("story.ron")), []);
    assert_eq!(quote("quite other words than these").status.code(), Some(1));
}
