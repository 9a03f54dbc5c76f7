//! The swift reader and the patient one read the same story, and find the same wrong with it.

use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use super::super::gather::Gathered;
use super::super::load::{patiently, quietly, swiftly};
use super::super::problem::{Problem, Problems};
use super::super::resolve::resolve;
use super::super::{Cancelled, Progress};
use crate::story::Story;

type Answer = (Story, Vec<Problem>, usize);

fn finished(
    text: &str,
    read: Result<(Gathered, Problems), Cancelled>,
    progress: &Progress,
) -> Answer {
    let (gathered, mut problems) = read.unwrap();
    let story = resolve(gathered, &mut problems, progress).unwrap();
    let (listed, unlisted) = problems.finish(text);
    (story, listed, unlisted)
}

/// Whether `text` could be read swiftly, in parts of `part` bytes; what is read is the same then.
fn compare(text: &str, part: usize) -> bool {
    let progress = Progress::default();
    let file = Arc::new(text.to_owned());
    let swift = swiftly(&file, (0, part), Problems::default(), &progress).unwrap();
    let Some(swift) = swift else { return false };
    let swift = finished(text, Ok(swift), &progress);
    let patient = patiently(&file, 0, false, Problems::default(), &progress);
    let patient = finished(text, patient, &progress);
    assert_eq!(swift.1, patient.1);
    assert_eq!(swift.2, patient.2);
    assert!(swift.0 == patient.0);
    let mut held = tempfile::tempfile().unwrap();
    held.write_all(text.as_bytes()).unwrap();
    let begun = (part, std::time::Instant::now());
    let quiet = quietly(&held, text.len() as u64, begun, &progress).unwrap();
    assert_eq!(quiet.is_some(), patient.1.is_empty());
    if let Some(quiet) = quiet {
        assert!(*quiet.story == patient.0);
    }
    true
}

const SHIPPED: [&str; 2] = [
    include_str!("../../../data/us-china-cloud.ron"),
    include_str!("../../../data/format-tour.ron"),
];

/// A story of `events` events, of which some say much and some little.
fn made(events: usize) -> String {
    let mut text = String::from(
        "// Made up.\nStory(format: 1, title: \"Made \\\"up\\\"\", event_kinds: { \"vote\": Kind(label: \"Vote\") },\n sources: { \"s\": Source(title: \"Log\", url: \"https://a.example\", published: \"2020\"), },\n passages: {\n",
    );
    for n in 0..=events / 2 {
        let said = [
            "Document",
            "OnRecord(\"a1\")",
            "Unnamed(count: 3, described: \"people\")",
            "Reporter",
        ][n % 4];
        let _ = writeln!(
            text,
            "  \"p{n}\": Passage(source: \"s\", quote: \"entry {n}\", said_by: {said}, paragraph: {}),",
            n + 1
        );
    }
    text.push_str(" },\n actors: {\n");
    for n in 0..events / 4 + 2 {
        let _ = writeln!(
            text,
            "  \"a{n}\": Actor(name: \"Actor é {n}\", kind: \"person\", aliases: [\"x\", \"y\"]), // {n}"
        );
    }
    text.push_str(" },\n events: {\n");
    for n in 0..events {
        let day = 1 + n % 28;
        let _ = write!(
            text,
            "  \"e{n}\": Event(title: \"Event {n}\", when: \"2001-02-{day:02}\", participants: {{ \"a{}\": \"host\", \"a0\": \"\" }}, evidence: [Supports(\"p{}\")]",
            1 + n % (events / 4 + 1),
            n % (events / 2 + 1)
        );
        match n % 6 {
            0 => text.push_str(", kind: \"vote\", tags: [\"t\", \"u\"], importance: 4"),
            1 => text.push_str(", wording: \"then\", counted_from: \"s\", status: Disputed"),
            2 => text.push_str(", notes: \"C:\\\\x\", place: \"Town\", summary: \" \""),
            3 => text.push_str(", leads_to: { \"e0\": \"after\" }, drawn_as: Era"),
            _ => {}
        }
        text.push_str("),\n");
    }
    text.push_str(
        " },\n relations: { \"r\": Relation(from: \"a0\", to: \"a1\", kind: \"knows\", during: \"2001/..\", directed: false, evidence: [Mentions(\"p0\")]) },\n)\n",
    );
    text
}

#[test]
fn sound_stories_are_read_swiftly_in_parts_of_any_size() {
    for text in SHIPPED.into_iter().map(str::to_owned).chain([made(60)]) {
        for part in [1, 50, 333, 1000, 4096, 1 << 20] {
            assert!(compare(&text, part), "{part}");
        }
    }
}

#[test]
fn what_is_wrong_within_a_record_keeps_nobody_from_reading_swiftly() {
    for (sound, wrong) in [
        ("title: \"Event 7\"", "titel: \"Event 7\""),
        ("title: \"Event 7\"", "title: 7"),
        ("title: \"Event 7\"", "title: \"\\q\""),
        ("title: \"Event 7\", ", ""),
        ("\"2001-02-08\"", "\"2001-02-30\""),
        (
            "\"p5\": Passage(source: \"s\"",
            "\"p5\": Passage(source: \"z\"",
        ),
        ("said_by: Document", "said_by: Nobody"),
        ("quote: \"entry 9\"", "quote: \"\""),
        ("\"a3\": Actor(", "\"a3\": Person("),
        ("\"a3\": Actor(", "\"a3\": ("),
        ("status: Disputed", "status: Certain"),
        ("importance: 4", "importance: 9"),
        ("tags: [\"t\", \"u\"]", "tags: \"t\""),
        (
            "participants: { \"a2\": \"host\"",
            "participants: { \"a0\": \"host\"",
        ),
        ("evidence: [Supports(\"p3\")]", "evidence: [\"p3\"]"),
        (
            "evidence: [Supports(\"p3\")]",
            "evidence: [Supports(\"nowhere\")]",
        ),
        (
            "\"r\": Relation(from: \"a0\"",
            "\"r\": Relation(from: \"zz\"",
        ),
        ("counted_from: \"s\"", "counted_from: \"q\""),
        ("leads_to: { \"e0\"", "leads_to: { \"e3\""),
        ("kind: \"vote\"", "kind: \"vot\""),
        ("format: 1, ", ""),
        ("url: \"https://a.example\"", "url: \"file:///etc\""),
    ] {
        let text = made(40).replacen(sound, wrong, 1);
        assert_ne!(text, made(40), "{sound}");
        for part in [200, 1500, 1 << 20] {
            assert!(compare(&text, part), "{wrong} in parts of {part}");
        }
    }
}

#[test]
fn ids_that_are_borne_twice_are_left_to_the_patient_reader() {
    for (sound, wrong) in [
        ("\"e30\":", "\"e2\":"),
        ("\"p1\":", "\"p0\":"),
        ("\"a2\":", "\"a0\":"),
    ] {
        let text = made(40).replacen(sound, wrong, 1);
        assert!(!compare(&text, 700), "{wrong}");
    }
}

#[test]
fn stories_are_read_the_same_whatever_happened_to_them() {
    const SPRINKLED: [&str; 24] = [
        "(", ")", "{", "}", "[", "]", ",", ":", "\"", "'", "“", "r\"", "\\", "/*", "*/", "//", "=",
        ";", "#", "\u{feff}", "é", " ", "\n", "Story(",
    ];
    let stories = [SHIPPED[0].to_owned(), SHIPPED[1].to_owned(), made(30)];
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::with_cases(600), rng);
    let edit = (0.0..1.0_f64, 0..SPRINKLED.len(), 0..30_usize, 0..4_u8);
    let edits = prop::collection::vec(edit, 1..3);
    let strategy = (0..stories.len(), edits, 100..4000_usize);
    let swift = std::cell::Cell::new(0);
    runner
        .run(&strategy, |(story, edits, part)| {
            let mut text: Vec<char> = stories[story].chars().collect();
            for (at, sprinkled, length, kind) in edits {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    clippy::cast_precision_loss,
                    reason = "a place in a short text"
                )]
                let at = (at * text.len() as f64) as usize;
                let end = (at + length).min(text.len());
                match kind {
                    0 => drop(text.splice(at..at, SPRINKLED[sprinkled].chars())),
                    1 => drop(text.drain(at..end)),
                    2 => {
                        // A letter for another keeps the structure most of the time.
                        if let Some(letter) = text.get_mut(at)
                            && letter.is_alphanumeric()
                        {
                            *letter = if *letter == 'x' { 'y' } else { 'x' };
                        }
                    }
                    _ => {
                        let copy: Vec<char> = text[at..end].to_vec();
                        text.splice(at..at, copy);
                    }
                }
            }
            let text: String = text.into_iter().collect();
            if compare(&text, part) {
                swift.set(swift.get() + 1);
            }
            Ok(())
        })
        .unwrap();
    assert!(swift.get() > 150, "{} of 600", swift.get());
}
