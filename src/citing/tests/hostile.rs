//! Texts made to break a reader.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::citing::{
    Bibliography, Imported, Locator, Published, Quoted, Style, Work, cite, import, quotation,
    source_records,
};

const FORMATS: [Bibliography; 3] = [
    Bibliography::BibTex,
    Bibliography::CslJson,
    Bibliography::Ris,
];

/// Reads a text as each format, which must end soon.
fn soon(text: &str) -> Vec<Imported> {
    let begun = Instant::now();
    let read = FORMATS.map(|format| import(text, format)).into();
    assert!(
        begun.elapsed() < Duration::from_mins(1),
        "it took {:?}",
        begun.elapsed()
    );
    read
}

#[test]
fn braces_nested_a_hundred_thousand_deep_end() {
    let (open, close) = ("{".repeat(100_000), "}".repeat(100_000));
    soon(&open);
    soon(&format!("@a{open}"));
    let read = soon(&format!(
        "@a{{k, title={open}x{close}, author={{Jane Roe}}}}\n@b{{l, title={{Sound}}}}"
    ));
    assert_eq!(read[0].works.len(), 1);
    assert!(
        read[0].problems[0].contains("nests or repeats too much"),
        "{:?}",
        read[0].problems
    );
    let commands = format!("{}x{close}", "\\v{".repeat(100_000));
    soon(&format!("@a{{k, title={{{commands}}}}}"));
}

#[test]
fn words_that_stand_for_each_other_end() {
    let read = soon(
        "@string{a = b}\n@string{b = a}\n@string{c = c}\n@book{k, title = a # c}\n@book{l, title={S}}",
    );
    assert_eq!((read[0].works.len(), read[0].problems.len()), (1, 4));
    let mut doubling = "@string{w0 = {ha}}\n".to_owned();
    for n in 0..40 {
        doubling += &format!("@string{{w{} = w{n} # w{n}}}\n", n + 1);
    }
    soon(&(doubling + "@book{k, title = w40}"));
    let long = format!(
        "@string{{w = {{{}}}}}\n{}",
        "x".repeat(4000),
        "@a{k,title=w#w#w#w#w#w}\n".repeat(100_000)
    );
    soon(&long);
}

#[test]
fn millions_of_signs_end() {
    for sign in [
        "@",
        "@a{",
        "@a{\n",
        "{",
        "}",
        "@a{k,title={\\",
        "TY  - \n",
        "[",
        "\"",
        "@string{a=\"\"}\n",
        "AU  - a\n",
    ] {
        let bytes = if sign == "@" { 50_000_000 } else { 4_000_000 };
        soon(&sign.repeat(bytes / sign.len()));
    }
}

#[test]
fn too_large_a_text_is_refused() {
    for read in soon(&" ".repeat((64 << 20) + 1)) {
        assert_eq!(
            read.problems,
            ["The file is larger than 64 MiB and was not read."]
        );
    }
}

#[test]
fn many_parts_in_one_value_end() {
    for part in [
        "{a}",
        "{{a}}",
        "$a$",
        " and a",
        " and ",
        "a, ",
        "\\v{a}",
        "{\\v{a}}",
        "=,",
        "~",
        "``",
        "{{{a}}{b}}",
        "a{ and }",
        "\\a",
        "-",
        "{}",
        "{a} and ",
    ] {
        let value = part.repeat(250_000 / part.len());
        let entry = format!("@a{{k, title={{{value}}}, author={{{value}}}, date={{{value}}}}}\n");
        soon(&entry.repeat(4));
    }
}

#[test]
fn records_without_an_end_are_kept() {
    let read = soon(&"TY  - BOOK\nTI  - A\n".repeat(200_000));
    assert_eq!(read[2].works.len(), 200_000);
    assert_eq!(read[2].problems.len(), 1_001);
    assert_eq!(read[2].problems[1_000], "There are 199000 more problems.");
}

#[test]
fn json_nested_a_hundred_thousand_deep_ends() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nested = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        soon(&nested);
        let read = soon(&format!(
            "[{{\"id\":\"a\",\"title\":\"A\"}},{{\"id\":\"b\",\"title\":{nested}}}]"
        ));
        assert_eq!((read[1].works.len(), read[1].problems.len()), (1, 1));
    }
    soon(&format!(
        "[{{\"title\":\"A\",\"author\":[{}0]}}]",
        "[],".repeat(1_000_000)
    ));
    soon(&format!("[{}0]", "[],".repeat(1_000_000)));
    soon(&format!("[{{\"title\":\"{}\"}}]", "<i".repeat(1_000_000)));
}

#[test]
fn numbers_instead_of_texts_are_read_or_left() {
    let read = soon(
        r#"[{"id":1e400,"title":-0.5,"author":7,"issued":2023,"URL":9,"language":1,"note":true,"type":0}]"#,
    );
    assert_eq!(read[1].problems.len(), 1);
    let read = soon(
        r#"[{"id":1,"title":-0.5,"author":7,"issued":{"date-parts":[[1e99,1.5,[]]]},"URL":9,"note":true}]"#,
    );
    assert_eq!(read[1].works[0].title, "-0.5");
}

#[test]
fn many_entries_of_one_id_are_told_apart_soon() {
    let read = soon(&"@a{k, title={T}}\n".repeat(300_000));
    assert_eq!(read[0].works[299_999].id, "k-300000");
}

#[test]
fn a_very_long_source_is_cited() {
    let long = "Jane Roe and ".repeat(20_000);
    let work = Work {
        id: &long,
        title: &long,
        kind: &long,
        author: &long,
        publisher: &long,
        ..Work::default()
    };
    for style in Style::ALL {
        assert!(!cite(&work, style).is_empty());
    }
}

/// Texts near to what the readers look for.
fn near() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "\\PC{0,6}",
        "[@{}\\[\\]\"\\\\,=#%$~ \n'`^<>:/-]{1,4}",
        proptest::sample::select(vec![
            "@a{k,",
            "title={",
            "author=\"",
            " and ",
            "}",
            "},\n",
            "@string{",
            "@comment{",
            "date=",
            "\\v{",
            "\\'",
            "\\",
            "TY  - BOOK\n",
            "AU  - ",
            "ER  - \n",
            "PY  - 2023/",
            "[{",
            "\"title\":",
            "\"author\":[",
            "{\"family\":",
            "\"issued\":",
            "{\"date-parts\":[[",
            "2023",
            "-06",
            "1",
            "~",
            "}]",
            "jan",
            "\\textbackslash{}",
            "\\ss",
            "é",
            "\u{301}",
            "<i>",
            "=",
        ])
        .prop_map(ToOwned::to_owned),
    ];
    proptest::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_text_makes_a_reader_panic(text in near()) {
        for format in FORMATS {
            let read = import(&text, format);
            for work in &read.works {
                let _ = work.edtf();
            }
            let _ = source_records(&read.works);
        }
        let _ = import(&format!("@a{{k, title={{{text}}}, author={{{text}}}, date={{{text}}}, url={{{text}}}}}"), Bibliography::BibTex);
    }

    #[test]
    fn no_source_makes_a_style_panic(
        texts in proptest::collection::vec(prop_oneof!["\\PC{0,30}", "[A-Z][a-z]{1,5} [A-Z0-9–,.-]{0,6}", near()], 8),
        kind in "news report|book|letter|statute|judgment|bill|treaty|hearing|report|thesis|map|film|patent|entry|x|interview|post|chapter|",
        (year, month, day, approximate) in (-40_000..40_000, any::<Option<u8>>(), any::<Option<u8>>(), any::<bool>()),
        number: u32,
        form in 0..4,
    ) {
        let text = |at: usize| texts.get(at).map(String::as_str).unwrap_or_default();
        let work = Work {
            id: text(0), title: text(1), kind: if form == 0 { text(2) } else { &kind }, author: text(3), publisher: text(4),
            published: Some(Published { year, month, day, approximate }), url: text(5), language: if number % 2 == 0 { "en" } else { text(6) },
        };
        let locator = match form {
            0 => Locator::Unknown,
            1 => Locator::Paragraph(number),
            2 => Locator::Page(text(7)),
            _ => Locator::Other(text(7)),
        };
        let quoted = Quoted { quote: text(7), who: text(2), locator, work };
        for style in Style::ALL {
            let _ = cite(&work, style);
            let _ = quotation(&quoted, style);
        }
    }
}
