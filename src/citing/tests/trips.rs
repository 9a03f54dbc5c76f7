//! What is exported and read again is the same.

use proptest::prelude::*;

use super::{book, letter, news, statute};
use crate::citing::names::names;
use crate::citing::{
    Bibliography, OwnedWork, Published, Quoted, Style, Work, cite, import, quotation,
};

/// The source that a style's text is read as.
fn read(text: &str, style: Style) -> OwnedWork {
    let format = if style == Style::BibTex {
        Bibliography::BibTex
    } else {
        Bibliography::CslJson
    };
    let read = import(text, format);
    assert_eq!(read.problems, Vec::<String>::new(), "{text}");
    read.works.into_iter().next().expect("one source is read")
}

fn same(work: &Work<'_>, style: Style) {
    let text = cite(work, style);
    let back = read(&text, style);
    let back = back.work();
    assert_eq!(names(back.author), names(work.author), "{text}");
    let texts = |work: &Work<'_>| {
        [
            work.id,
            work.title,
            work.kind,
            work.publisher,
            work.url,
            work.language,
        ]
        .map(ToOwned::to_owned)
    };
    assert_eq!(texts(&back), texts(work), "{text}");
    assert_eq!(back.published, work.published, "{text}");
}

#[test]
fn sources_exported_are_read_as_the_same() {
    for style in [Style::BibTex, Style::CslJson] {
        for work in [news(), statute(), letter(), book()] {
            same(&work, style);
        }
        let odd = Work {
            title: r#"50% of #1_{a} "x" \emph{is} $5 -- ~^ `` '' & <b"#,
            kind: "press release",
            ..news()
        };
        same(&odd, style);
    }
}

#[test]
fn a_quotation_exported_is_read_as_a_note() {
    for style in [Style::BibTex, Style::CslJson] {
        let quoted = Quoted {
            quote: "it {is} over",
            who: "Jane Roe",
            work: news(),
            ..Quoted::default()
        };
        assert_eq!(
            read(&quotation(&quoted, style), style).notes,
            "“it {is} over” (Jane Roe)"
        );
    }
}

#[test]
fn the_records_of_a_story_are_what_was_read() {
    let work = OwnedWork {
        id: "a\"b".to_owned(),
        title: "A \\ title\nwith \"marks\" \u{202e}\u{7}".to_owned(),
        kind: "book".to_owned(),
        published: Some(Published {
            year: 2023,
            month: Some(6),
            day: None,
            approximate: true,
        }),
        ..OwnedWork::default()
    };
    let text = crate::citing::source_records(std::slice::from_ref(&work));
    assert_eq!(
        text,
        "sources: {\n    \"a\\\"b\": Source(title: \"A \\\\ title\\nwith \\\"marks\\\" \\u{202e}\\u{7}\", \
         kind: \"book\", published: \"2023-06~\"),\n},\n"
    );
    let map = text
        .strip_prefix("sources: ")
        .and_then(|text| text.strip_suffix(",\n"))
        .expect("a section");
    let map = map.replace("Source(", "(");
    let read: std::collections::BTreeMap<String, std::collections::BTreeMap<String, String>> =
        ron::from_str(
            &map.replace("(title:", "{\"title\":")
                .replace(", kind:", ", \"kind\":")
                .replace(", published:", ", \"published\":")
                .replace("),\n", "},\n"),
        )
        .expect("it is RON");
    assert_eq!(read[&work.id]["title"], work.title);
}

#[test]
fn dates_are_written_in_edtf() {
    let edtf = |year, month, day, approximate| {
        let published = Some(Published {
            year,
            month,
            day,
            approximate,
        });
        OwnedWork {
            published,
            ..OwnedWork::default()
        }
        .edtf()
    };
    assert_eq!(edtf(2023, None, None, false), "2023");
    assert_eq!(edtf(2023, Some(6), None, false), "2023-06");
    assert_eq!(edtf(2023, Some(6), Some(22), false), "2023-06-22");
    assert_eq!(edtf(2023, None, None, true), "2023~");
    assert_eq!(edtf(-43, Some(3), Some(15), false), "-0043-03-15");
    assert_eq!(edtf(12345, Some(3), None, true), "Y12345");
    assert_eq!(edtf(2023, Some(2), Some(30), false), "2023-02");
    assert_eq!(edtf(2023, Some(13), Some(1), false), "2023");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_source_exported_is_read_as_the_same(
        title in "[A-Za-zÀ-ÿ&%$#_{}~^\"'`,.:;()=@-]([A-Za-z0-9À-ÿ&%$#_{}~^\\\\\"'`,.:;()=@ -]{0,30}[A-Za-z?!}])?",
        publisher in "([A-Z][a-z&%{}]{1,8}( [A-Z][a-z]{1,8}){0,3})?",
        author in "([A-Z][a-z]{2,8} [A-Z][a-z]{2,8}(; [A-Z][a-z]{2,8} [A-Z][a-z]{2,8}){0,3}|Roe [&] Co[.]|Ministry of Trade)?",
        kind in "book|article|news report|letter|statute|filing|press release|web page|report|minutes|",
        (year, month, day) in (0..9999, proptest::option::of(1_u8..=12), proptest::option::of(1_u8..=28)),
        approximate: bool,
    ) {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let day = day.filter(|_| month.is_some());
        let published = Some(Published { year, month, day, approximate });
        let work = Work {
            id: "a-1", title: &title, kind: &kind, author: &author, publisher: &publisher, published,
            url: "https://example.org/?a=b&c=%20d~e_f#g", language: "pt-BR",
        };
        for style in [Style::BibTex, Style::CslJson] {
            same(&work, style);
        }
    }
}
