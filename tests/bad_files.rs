//! Bad story files: each mistake is found where it is, and the rest of the story opens.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use throughline::file::{Code, LoadError, Loaded, MOST_BYTES, Progress, Severity, load, load_str};
use throughline::file::{report_json, report_text};
use throughline::story::{DrawnAs, EventIx, SourceIx};

fn read(text: &str) -> Loaded {
    load_str("story.ron", text, &Progress::default()).unwrap()
}

/// The problems of `text` that are no notes: code, line, column.
fn problems(text: &str) -> Vec<(Code, u32, u32)> {
    let loaded = read(text);
    loaded
        .problems
        .iter()
        .filter(|problem| problem.severity != Severity::Note)
        .map(|problem| {
            let place = problem.place.as_ref().unwrap();
            (problem.code, place.line, place.column)
        })
        .collect()
}

/// A sound story in which one line can be put wrong. Its lines are numbered from 1.
const SOUND: &str = r#"Story(
    format: 1,
    title: "A quarrel",
    sources: { "report": Source(title: "Report", published: "2023-06-22") },
    passages: {
        "p1": Passage(source: "report", paragraph: 1, quote: "they quarrelled", said_by: Reporter),
        "p2": Passage(source: "report", paragraph: 2, quote: "we did not", said_by: OnRecord("ann")),
    },
    actors: {
        "ann": Actor(name: "Ann", kind: "person", tags: ["a", "b"]),
        "bob": Actor(name: "Bob", kind: "person"),
    },
    events: {
        "quarrel": Event(
            title: "They quarrel", when: "2023-04",
            participants: { "ann": "one side", "bob": "other side" },
            evidence: [Supports("p1"), Disputes("p2")],
        ),
        "peace": Event(title: "They make peace", when: "2023-05-01", participants: { "ann": "" }, evidence: [Supports("p1")]),
    },
    relations: {
        "r1": Relation(from: "ann", to: "bob", kind: "quarrels with", evidence: [Supports("p1")]),
    },
)
"#;

/// `SOUND` with the first `old` replaced.
fn with(old: &str, new: &str) -> String {
    assert!(SOUND.contains(old), "{old}");
    SOUND.replacen(old, new, 1)
}

/// The one problem of `SOUND` with `old` replaced by `new` is `code`, where `new` has its first
/// `mark`; the story keeps as many records as `kept` says: actors, events, relations.
#[track_caller]
fn one(code: Code, old: &str, new: &str, mark: &str, kept: [usize; 3]) {
    let text = with(old, new);
    let start = SOUND.find(old).unwrap();
    let at = start + text[start..].find(mark).unwrap();
    let line = text[..at].matches('\n').count() + 1;
    let column = text[..at].rsplit('\n').next().unwrap().chars().count() + 1;
    let found = problems(&text);
    let expected = (
        code,
        u32::try_from(line).unwrap(),
        u32::try_from(column).unwrap(),
    );
    assert_eq!(found, [expected], "{new}");
    let loaded = read(&text);
    let story = &loaded.story;
    assert_eq!(
        [
            story.actors().len(),
            story.events().len(),
            story.relations().len()
        ],
        kept,
        "{new}"
    );
    let problem = loaded
        .problems
        .iter()
        .find(|p| p.severity != Severity::Note)
        .unwrap();
    assert!(!problem.message.is_empty() && !problem.message.ends_with('.'));
}

const ALL: [usize; 3] = [2, 2, 1];

#[test]
fn the_sound_story_has_no_problems() {
    assert_eq!(problems(SOUND), []);
}

#[test]
fn twelve_mistakes_in_one_file_are_all_found_where_they_are_and_the_rest_opens() {
    let text = r#"Story(
    format: 1,
    title: "Twelve mistakes",
    sources: { "report": Source(title: "Report", published: "2023-02-30") },
    passages: {
        "p1": Passage(source: "report", paragraph: "one", quote: "they quarrelled", said_by: Reporter),
        "p2": Passage(source: "reprot", quote: "we did not", said_by: OnRecord("ann")),
    },
    actors: {
        "ann": Actor(name: "Ann", kind: "person" aliases: ["A"]),
        "bob": Actor{name: "Bob", kind: "person"},
        "ann": Actor(name: "Another Ann", kind: "person"),
        "cat": Actor(name: “Cat”, kind: "person"),
        "dog": Actor(nmae: "Dog", name: "Dog", kind: "person"),
    },
    events: {
        "quarrel": Event(
            title: "They quarrel, when: "2023/2021",
            participants: { "ann": "one side", "bbo": "other side" },
            evidence: [Supports("p1")],
            status: Disputted,
        ),
        "peace": Event(title: "Peace", when: "2023/2021", participants: { "bob": "", "cat": "", "dog": "" }, evidence: [Supports("p1")]),
    },
    relations: {
        "r1": Relation(from: "ann", to: "bob", kind: "quarrels with", importance: 9, evidence: [Supports("p1")]),
    },
)
"#;
    let found = problems(text);
    assert_eq!(
        found,
        [
            (Code::ImpossibleDate, 4, 61),
            (Code::WrongType, 6, 52),
            (Code::DanglingReference, 7, 31),
            (Code::MissingComma, 10, 49),
            (Code::BracesForParentheses, 11, 21),
            (Code::DuplicateId, 12, 9),
            (Code::CurlyQuotes, 13, 28),
            (Code::UnknownField, 14, 22),
            (Code::UnclosedString, 18, 20),
            (Code::ReversedDate, 18, 41),
            (Code::DanglingReference, 19, 48),
            (Code::UnknownWord, 21, 21),
            (Code::ReversedDate, 23, 46),
            (Code::OutOfRange, 26, 83),
        ]
    );
    let story = read(text).story;
    assert_eq!(story.actors().len(), 4);
    assert_eq!(story.events().len(), 2);
    assert_eq!(story.relations().len(), 1);
    assert_eq!(story.event(EventIx(0)).title, "They quarrel");
}

#[test]
fn brackets_that_are_missing_or_one_too_many_cost_nothing_else() {
    let person = r#"Actor(name: "Ann", kind: "person", tags: ["a", "b"]),"#;
    one(
        Code::UnclosedBracket,
        person,
        r#"Actor(name: "Ann", kind: "person", tags: ["a", "b"],"#,
        "(",
        ALL,
    );
    one(
        Code::StrayBracket,
        person,
        r#"Actor(name: "Ann", kind: "person", tags: ["a", "b"])),"#,
        "),",
        ALL,
    );
}

#[test]
fn lists_and_braces_that_are_never_closed_end_where_the_next_field_begins() {
    one(
        Code::UnclosedBracket,
        r#"evidence: [Supports("p1"), Disputes("p2")],"#,
        r#"evidence: [Supports("p1"), Disputes("p2"), status: Planned,"#,
        "[",
        ALL,
    );
    one(
        Code::UnclosedBracket,
        r#"participants: { "ann": "one side", "bob": "other side" },"#,
        r#"participants: { "ann": "one side", "bob": "other side","#,
        "{",
        ALL,
    );
    let bob = "        \"bob\": Actor(name: \"Bob\", kind: \"person\"),\n";
    let text = with(&format!("{bob}    }},\n"), bob);
    assert_eq!(problems(&text), [(Code::UnclosedBracket, 9, 13)]);
    assert_eq!(read(&text).story.events().len(), 2);
}

#[test]
fn a_bracket_of_the_wrong_kind_closes_what_it_should() {
    one(
        Code::WrongBracket,
        r#"evidence: [Supports("p1"), Disputes("p2")],"#,
        r#"evidence: [Supports("p1"), Disputes("p2")),"#,
        "),\n",
        ALL,
    );
    one(
        Code::StrayBracket,
        r#"participants: { "ann": "one side", "bob": "other side" },"#,
        r#"participants: { "ann": "one side", "bob": "other side" }},"#,
        "},",
        ALL,
    );
}

#[test]
fn braces_and_parentheses_are_told_apart() {
    one(
        Code::BracesForParentheses,
        r#"Actor(name: "Bob", kind: "person")"#,
        r#"Actor{ name: "Bob", kind: "person" }"#,
        "{",
        ALL,
    );
    one(
        Code::BracesForParentheses,
        r#"Actor(name: "Bob", kind: "person")"#,
        r#"{ name: "Bob", kind: "person" }"#,
        "{",
        ALL,
    );
    one(
        Code::ParenthesesForBraces,
        r#"{ "ann": "one side", "bob": "other side" }"#,
        r#"( "ann": "one side", "bob": "other side" )"#,
        "(",
        ALL,
    );
}

#[test]
fn slips_of_punctuation_are_put_right() {
    let person = r#"Actor(name: "Bob", kind: "person")"#;
    for (code, new, mark) in [
        (
            Code::MissingComma,
            r#"Actor(name: "Bob" kind: "person")"#,
            " kind",
        ),
        (
            Code::ExtraComma,
            r#"Actor(name: "Bob",, kind: "person")"#,
            ", kind",
        ),
        (
            Code::WrongSeparator,
            r#"Actor(name: "Bob"; kind: "person")"#,
            ";",
        ),
        (
            Code::MissingColon,
            r#"Actor(name "Bob", kind: "person")"#,
            " \"Bob",
        ),
        (
            Code::EqualsForColon,
            r#"Actor(name = "Bob", kind: "person")"#,
            "=",
        ),
        (
            Code::CurlyQuotes,
            r#"Actor(name: “Bob”, kind: "person")"#,
            "“",
        ),
        (
            Code::SingleQuotes,
            r#"Actor(name: 'Bob', kind: "person")"#,
            "'",
        ),
        (
            Code::UnquotedText,
            r#"Actor(name: Bob the Third, kind: "person")"#,
            "Bob",
        ),
        (
            Code::UnclosedString,
            "Actor(name: \"Bob,\n kind: \"person\")",
            "\"Bob",
        ),
        (
            Code::BadEscape,
            r#"Actor(name: "B\ob", kind: "person")"#,
            "\\o",
        ),
        (
            Code::MissingValue,
            r#"Actor(name: "Bob", summary: , kind: "person")"#,
            "summary",
        ),
        (
            Code::UnexpectedText,
            r#"Actor(name: "Bob" "Bill", kind: "person")"#,
            "\"Bill",
        ),
        (
            Code::UnexpectedCharacter,
            r#"Actor(name: "Bob", @ kind: "person")"#,
            "@",
        ),
        (
            Code::UnclosedComment,
            "Actor(name: \"Bob\", /* so\n kind: \"person\")",
            "/*",
        ),
        (
            Code::DuplicateField,
            r#"Actor(name: "Bob", name: "Bill", kind: "person")"#,
            "name: \"Bill",
        ),
        (
            Code::UnknownField,
            r#"Actor(name: "Bob", knid: "x", kind: "person")"#,
            "knid",
        ),
        (
            Code::WrongName,
            r#"Person(name: "Bob", kind: "person")"#,
            "Person",
        ),
        (Code::WrongType, r#"Actor(name: 5, kind: "person")"#, "5"),
        (
            Code::WrongType,
            r#"Actor(name: "Bob", kind: "person", tags: "a")"#,
            "\"a\"",
        ),
        (Code::MissingField, r#"Actor(kind: "person")"#, "Actor"),
        (
            Code::UnknownKind,
            r#"Actor(name: "Bob", kind: "persn")"#,
            "\"persn",
        ),
        (
            Code::OutOfRange,
            r#"Actor(name: "Bob", importance: 6)"#,
            "6",
        ),
        (
            Code::PartOfCycle,
            r#"Actor(name: "Bob", part_of: ["bob"])"#,
            "\"bob\"]",
        ),
        (
            Code::DanglingReference,
            r#"Actor(name: "Bob", part_of: ["anne"])"#,
            "\"anne",
        ),
    ] {
        if code == Code::MissingField {
            // It is reported where the record's id stands.
            let found = problems(&with(person, new));
            assert_eq!(found, [(code, 11, 9)]);
        } else {
            one(code, person, new, mark, ALL);
        }
    }
}

#[test]
fn dates_that_are_none_are_told_apart_and_the_event_stays() {
    for (code, date) in [
        (Code::BadDate, "April 2023"),
        (Code::BadDate, "2023-4"),
        (Code::ImpossibleDate, "2023-02-30"),
        (Code::ImpossibleDate, "2023-13"),
        (Code::ReversedDate, "2023/2021"),
        (Code::DateOutOfRange, "Y99999999999999"),
    ] {
        let new = format!("when: \"{date}\",");
        one(code, "when: \"2023-04\",", &new, "\"", ALL);
    }
}

#[test]
fn arrows_lead_to_other_events_once_and_marks_are_of_three_kinds() {
    let when = r#"when: "2023-04","#;
    for (code, new, mark) in [
        (
            Code::SelfLink,
            r#"leads_to: { "quarrel": "" },"#,
            "\"quarrel",
        ),
        (
            Code::DuplicateId,
            r#"leads_to: { "peace": "ends in", "peace": "" },"#,
            "\"peace\": \"\"",
        ),
        (Code::WrongType, r#"leads_to: ["peace"],"#, "["),
        (Code::UnknownWord, "drawn_as: Eraa,", "Eraa"),
        (Code::QuotedWord, r#"drawn_as: "Era","#, "\"Era"),
        (Code::UnknownField, "draw_as: Era,", "draw_as"),
    ] {
        one(code, when, &format!("{when} {new}"), mark, ALL);
    }
    let text = with(
        when,
        r#"when: "2023-04", drawn_as: KeyDate, leads_to: { "peace": "ends in", "peaec": "" },"#,
    );
    let loaded = read(&text);
    let quarrel = loaded.story.event(EventIx(0));
    assert_eq!(quarrel.drawn_as, DrawnAs::KeyDate);
    let arrows: Vec<_> = quarrel
        .leads_to
        .iter()
        .map(|link| (link.to, link.label))
        .collect();
    assert_eq!(arrows, [(EventIx(1), "ends in")]);
    let found = loaded
        .problems
        .iter()
        .find(|p| p.code == Code::DanglingReference)
        .unwrap();
    assert_eq!(found.suggestion.as_deref(), Some("did you mean `peace`?"));
}

#[test]
fn what_names_what_is_not_there_is_reported_once_and_left_out() {
    one(
        Code::DanglingReference,
        r#"to: "bob""#,
        r#"to: "bbo""#,
        "\"bbo",
        [2, 2, 0],
    );
    one(
        Code::DanglingReference,
        r#"Supports("p1"), "#,
        r#"Supports("p9"), "#,
        "\"p9",
        ALL,
    );
    one(
        Code::UnknownWord,
        r#"Supports("p1"), "#,
        r#"Support("p1"), "#,
        "Support",
        ALL,
    );
    one(
        Code::DanglingReference,
        r#"when: "2023-04","#,
        r#"when: "2023-04", leads_to: { "peaec": "ends in" },"#,
        "\"peaec",
        ALL,
    );
    // A passage that is left out is not reported again by those who rest on it.
    let text = with(
        r#"quote: "they quarrelled", said_by: Reporter"#,
        r#"quote: "they quarrelled""#,
    );
    let found = problems(&text);
    assert_eq!(found[0].0, Code::MissingField);
    assert!(
        found[1..]
            .iter()
            .all(|(code, ..)| *code == Code::NoEvidence),
        "{found:?}"
    );
}

#[test]
fn records_that_lead_nowhere_are_pointed_out() {
    one(
        Code::UnusedActor,
        r#""bob": Actor(name: "Bob", kind: "person"),"#,
        r#""bob": Actor(name: "Bob", kind: "person"), "eve": Actor(name: "Eve"),"#,
        "\"eve",
        [3, 2, 1],
    );
    let text = with(
        r#"kind: "quarrels with", evidence: [Supports("p1")]"#,
        r#"kind: "quarrels with""#,
    );
    assert_eq!(problems(&text), [(Code::NoEvidence, 22, 9)]);
    let text = with(r#", Disputes("p2")"#, "");
    assert_eq!(problems(&text), [(Code::UnusedPassage, 7, 9)]);
    let text = with(
        "    sources: {",
        "    sources: { \"other\": Source(title: \"Other\"),",
    );
    assert_eq!(problems(&text), [(Code::UnusedSource, 4, 16)]);
}

#[test]
fn what_reaches_outside_the_folder_or_the_web_is_left_out() {
    for (code, field) in [
        (Code::PathOutside, r#"text: "../secret.txt""#),
        (Code::PathOutside, r#"text: "/etc/passwd""#),
        (Code::PathOutside, r#"text: "C:\\windows\\x""#),
        (Code::UnsafeUrl, r#"url: "javascript:alert(1)""#),
        (Code::UnsafeUrl, r#"url: "file:///etc/passwd""#),
    ] {
        let new = format!("Source(title: \"Report\", {field},");
        one(
            code,
            "Source(title: \"Report\",",
            &new,
            &field[field.find('"').unwrap()..],
            ALL,
        );
        let story = read(&with("Source(title: \"Report\",", &new)).story;
        assert!(
            story.source(SourceIx(0)).text.is_none() && story.source(SourceIx(0)).url.is_empty()
        );
    }
}

#[test]
fn sections_that_are_misspelt_or_doubled_are_told() {
    let found = problems(&SOUND.replace("    relations: {", "    relation: {"));
    assert_eq!(found, [(Code::UnknownSection, 21, 5)]);
    let doubled = SOUND.replacen(
        "    relations: {",
        "    actors: { \"eve\": Actor(name: \"Eve\", part_of: [\"ann\"]) },\n    relations: {",
        1,
    );
    assert_eq!(problems(&doubled), [(Code::DuplicateField, 21, 5)]);
    assert_eq!(read(&doubled).story.actors().len(), 3);
}

#[test]
fn a_newer_format_is_the_only_thing_said() {
    let found = problems(&with("format: 1,", "format: 2, zebra: 5,"));
    assert_eq!(found, [(Code::NewerFormat, 2, 13)]);
    let found = problems(&with("    format: 1,\n", ""));
    assert_eq!(found, [(Code::MissingField, 1, 1)]);
}

#[test]
fn an_invisible_mark_and_lines_of_windows_are_noted_and_change_nothing() {
    let text = format!("\u{feff}{}", SOUND.replace('\n', "\r\n"));
    let loaded = read(&text);
    let codes: Vec<Code> = loaded.problems.iter().map(|p| p.code).collect();
    assert_eq!(codes, [Code::ByteOrderMark, Code::Crlf]);
    assert_eq!(*loaded.story, *read(SOUND).story);
    // Places are those of the file.
    let wrong = text.replace("2023-05-01", "2023-05-32");
    assert_eq!(problems(&wrong), [(Code::ImpossibleDate, 19, 56)]);
}

#[test]
fn a_file_that_is_no_story_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let utf16: Vec<u8> = "\u{feff}Story("
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let cases: [(Code, std::path::PathBuf); 7] = [
        (Code::MissingFile, folder.path().join("none.ron")),
        (Code::Folder, folder.path().to_owned()),
        (Code::EmptyFile, write("empty.ron", b" \n ")),
        (
            Code::BinaryFile,
            write("picture.ron", b"\x89PNG\r\n\x1a\n\0\0\0"),
        ),
        (
            Code::BinaryFile,
            write("document.ron", b"%PDF-1.7 \xff\xfe\xfd"),
        ),
        (Code::Utf16, write("wide.ron", &utf16)),
        (Code::TooLarge, {
            let path = folder.path().join("large.ron");
            // A hole takes no room on the disk.
            fs::File::create(&path)
                .unwrap()
                .set_len(MOST_BYTES + 1)
                .unwrap();
            path
        }),
    ];
    for (code, path) in cases {
        let error = load(&path, &Progress::default()).unwrap_err();
        assert_eq!(error.code(), Some(code), "{}", path.display());
        let LoadError::File {
            message,
            suggestion,
            ..
        } = &error
        else {
            panic!("{error}")
        };
        assert!(!message.is_empty() && !suggestion.is_empty());
        let report = report_text("x.ron", &Err(error), false);
        assert!(report.contains(code.word()), "{report}");
    }
    let path = write(
        "latin.ron",
        &SOUND
            .replace("Ann", "Änn")
            .chars()
            .map(|c| c as u8)
            .collect::<Vec<_>>(),
    );
    let loaded = load(&path, &Progress::default()).unwrap();
    assert_eq!(loaded.problems[0].code, Code::NotUtf8);
    assert_eq!(loaded.problems[0].place.as_ref().unwrap().line, 10);
    assert_eq!(loaded.story.actors().len(), 2);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let error = load(Path::new("/dev/zero"), &Progress::default()).unwrap_err();
    assert_eq!(error.code(), Some(Code::NotAFile));
}

#[test]
fn a_reading_can_be_cancelled() {
    let progress = Progress::default();
    progress.cancel();
    let many: String = (0..20_000)
        .map(|n| format!("\"a{n}\": Actor(name: \"x\"),"))
        .collect();
    let text = format!("Story(format: 1, actors: {{ {many} }})");
    let error = load_str("x.ron", &text, &progress).unwrap_err();
    assert_eq!(error, LoadError::Cancelled);
}

/// Files that try to make a reader hang, overflow its stack or eat memory.
#[test]
fn hostile_files_end_soon_with_a_message() {
    let many = |text: &str| text.repeat(200_000);
    for text in [
        many("("),
        many("["),
        many("{\"a\":"),
        many("Story("),
        many("/*"),
        many("\""),
        many("r#\""),
        many("“"),
        many("\\"),
        many(","),
        many(")"),
        many("a:"),
        format!("Story({}", many("a: ")),
        format!("Story({}", many("a: [")),
        format!("Story({}", many("\"a\": \"")),
        format!(
            "Story(format: 1, actors: {{ {}",
            many("\"a\": Actor(name: \"x\"),")
        ),
        format!(
            "Story(format: 1, actors: {{ \"a\": Actor(tags: [{}]) }})",
            many("\"\",")
        ),
        format!(
            "Story(format: 1, events: {{ \"a\": Event(participants: {{ {} }}) }})",
            many("\"b\": \"\",")
        ),
        format!("Story(format: 1, title: \"{}", many("x\n\"")),
        format!("Story(format: {})", many("9")),
        format!(
            "Story(format: 1, events: {{ \"a\": Event(when: \"{}\") }})",
            many("2023-")
        ),
        format!(
            "Story(format: 1, events: {{ \"a\": Event(when: \"[{}1]\") }})",
            many("1,")
        ),
        format!(
            "Story(format: 1, actors: {{ {} }})",
            (0..50_000)
                .map(|n| format!("\"a{n}\": Actor(name: \"x\", part_of: [\"a{}\"]),", n + 1))
                .collect::<String>()
        ),
    ] {
        let loaded = load_str("x.ron", &text, &Progress::default()).unwrap();
        assert!(!loaded.problems.is_empty(), "{}", &text[..60]);
        let report = report_text("x.ron", &Ok(loaded), false);
        assert!(report.len() < 3_000_000);
    }
}

/// The stories that ship, cut, joined and sprinkled with what people and machines do to files.
#[test]
fn mutated_files_are_always_answered() {
    const SPRINKLED: [&str; 24] = [
        "(", ")", "{", "}", "[", "]", ",", ":", "\"", "'", "“", "”", "\\", "/*", "*/", "//", "=",
        ";", "\0", "\u{feff}", "é", "中", "\r\n", "Story(",
    ];
    let stories = [
        fs::read_to_string("data/us-china-cloud.ron").unwrap(),
        fs::read_to_string("data/format-tour.ron").unwrap(),
        SOUND.to_owned(),
    ];
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::with_cases(400), rng);
    let edit = (0.0..1.0_f64, 0..SPRINKLED.len(), 0..40_usize, 0..3_u8);
    let strategy = (0..stories.len(), prop::collection::vec(edit, 1..6));
    runner
        .run(&strategy, |(story, edits)| {
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
                    _ => {
                        let copy: Vec<char> = text[at..end].to_vec();
                        text.splice(at..at, copy);
                    }
                }
            }
            let text: String = text.into_iter().collect();
            let name = if story == 1 { "x.json" } else { "x.ron" };
            for (name, text) in [
                (name, text.as_str()),
                ("x.ron", &text[..floor(&text, text.len() / 2)]),
            ] {
                match load_str(name, text, &Progress::default()) {
                    Ok(loaded) => {
                        for problem in &loaded.problems {
                            prop_assert!(!problem.message.is_empty());
                            let place = problem.place.as_ref().unwrap();
                            prop_assert!(place.bytes.end <= text.len() && place.line >= 1);
                        }
                        let read = Ok(loaded);
                        prop_assert!(report_text("x.ron", &read, true).contains("x.ron"));
                        prop_assert!(report_json("x.ron", &read)["problems"].is_array());
                    }
                    Err(error) => prop_assert!(!error.to_string().is_empty()),
                }
            }
            Ok(())
        })
        .unwrap();
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_text_at_all_is_answered(text in "\\PC{0,300}", bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = load_str("x.ron", &text, &Progress::default());
        let _ = load_str("x.json", &format!("{{{text}"), &Progress::default());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.ron");
        fs::write(&path, &bytes).unwrap();
        match load(&path, &Progress::default()) {
            Ok(loaded) => prop_assert!(!loaded.problems.is_empty()),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
