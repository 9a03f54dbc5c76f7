//! Bibliographies as they are found, read.

use crate::citing::{Bibliography, Imported, OwnedWork, import};

fn bib(text: &str) -> Imported {
    import(text, Bibliography::BibTex)
}

fn only(read: Imported) -> OwnedWork {
    assert_eq!(read.problems, Vec::<String>::new());
    assert_eq!(read.works.len(), 1);
    read.works.into_iter().next().expect("one")
}

#[test]
fn a_bibtex_entry_is_read_with_its_letters_and_without_its_markup() {
    let work = only(bib(
        "% A comment\n@string{ex = \"The Daily Example\"}\n@Article{garcia:2023,\n  author = {Garc{\\'i}a, \
         Ana and {Roe \\& Co.} and Ludwig van Doe},\n  title = {{\\emph{Mills} \\& \\textbf{dams}}: the \
         \\\"Ubel---or ``not''?},\n  journal = ex # { Online}, year = 2023, month = jun, day = 22,\n  \
         doi = {10.1000/182}, language = {english}, note = \"It costs $5\"\n}",
    ));
    assert_eq!(work.id, "garcia:2023");
    assert_eq!(work.title, "Mills & dams: the Übel—or “not”?");
    assert_eq!(work.author, "Ana García; Roe & Co.; Ludwig van Doe");
    assert_eq!(work.publisher, "The Daily Example Online");
    assert_eq!(work.edtf(), "2023-06-22");
    assert_eq!(work.url, "https://doi.org/10.1000/182");
    assert_eq!(
        (work.kind.as_str(), work.language.as_str()),
        ("article", "en")
    );
    assert_eq!(work.notes, "It costs $5");
}

#[test]
fn a_biblatex_entry_is_read_with_its_date_and_type() {
    let work = only(bib(
        "@online{a, title={About}, subtitle={us}, date={2023-06~/2024}, url={https://example.org/a_b\\%20c}, \
         organization={Roe}, langid={ngerman}, author={family=Roe, given=Jane}}",
    ));
    assert_eq!(work.title, "About: us");
    assert_eq!(
        (work.edtf().as_str(), work.kind.as_str()),
        ("2023-06~", "web page")
    );
    assert_eq!(work.url, "https://example.org/a_b%20c");
    assert_eq!(
        (work.author.as_str(), work.language.as_str()),
        ("Jane Roe", "de")
    );
    let thesis = only(bib(
        "@thesis{t, title={T}, type={phdthesis}, school={S}, year={1999}, month={June 22}}",
    ));
    assert_eq!(
        (thesis.kind.as_str(), thesis.publisher.as_str()),
        ("thesis", "S")
    );
    assert_eq!(thesis.edtf(), "1999-06-22");
}

#[test]
fn a_broken_bibtex_entry_is_said_and_the_others_are_kept() {
    let read = bib(
        "@book{a, title={One}}\n\n@book{b, title={Two\n@book{c, title={Three}}\n@book{d title={Four}}\n\
         @book(e, title={Five})\n@book{f, title=word}\n@book{a, title={Six}}\n@book{a, title={Seven}}\n@book{g,}",
    );
    let ids: Vec<&str> = read.works.iter().map(|work| work.id.as_str()).collect();
    assert_eq!(ids, ["a", "c", "a-2", "a-3"]);
    assert_eq!(
        read.problems,
        [
            "The entry in line 3 was skipped: its braces are not closed.",
            "The entry in line 5 was skipped: expected comma.",
            "The entry in line 6 was skipped: it stands in round brackets, which are not read.",
            "The entry in line 7 was skipped: no word “word” is defined before it.",
            "The entry in line 10 says nothing of a source.",
        ]
    );
}

#[test]
fn csl_json_is_read_item_by_item() {
    let read = import(
        r#"[{"id": 7, "type": "article-newspaper", "title": "<i>Mills</i> < dams", "container-title": "Example",
            "author": [{"family": "Beauvoir", "given": "Simone", "non-dropping-particle": "de"}, {"literal": "Roe & Co."}],
            "issued": {"date-parts": [["2023", 6, 22]], "circa": 1}, "DOI": "doi:10.1000/1", "URL": "ftp://example.org"},
           3, {"id": "7", "title": 12, "issued": {"raw": "2023-06"}, "author": "Jane Roe", "language": {}}, {},
           {"id": "x", "title": ["no"], "URL": "https://example.org/"}, {"id": "y", "title": ] ]"#,
        Bibliography::CslJson,
    );
    let [first, second, third] = &read.works[..] else {
        panic!("three sources: {read:?}")
    };
    assert_eq!(
        (first.id.as_str(), first.title.as_str()),
        ("7", "Mills < dams")
    );
    assert_eq!(first.author, "Simone de Beauvoir; Roe & Co.");
    assert_eq!(
        (first.edtf().as_str(), first.kind.as_str()),
        ("2023-06-22~", "news report")
    );
    assert_eq!(
        (first.url.as_str(), first.publisher.as_str()),
        ("https://doi.org/10.1000/1", "Example")
    );
    assert_eq!((second.id.as_str(), second.title.as_str()), ("7-2", "12"));
    assert_eq!(
        (second.edtf().as_str(), second.author.as_str()),
        ("2023-06", "Jane Roe")
    );
    assert_eq!(third.title, "");
    let [not_object, says_nothing, broken] = &read.problems[..] else {
        panic!("{:?}", read.problems)
    };
    assert_eq!(not_object, "Entry 2 is not an object.");
    assert_eq!(says_nothing, "Entry 4 says nothing of a source.");
    assert!(
        broken.starts_with("The JSON cannot be read on from line 5, column "),
        "{broken}"
    );
}

#[test]
fn one_csl_json_item_or_a_list_under_items_is_read() {
    let one = import(r#"{"id": "a", "title": "A"}"#, Bibliography::CslJson);
    assert_eq!(only(one).title, "A");
    let list = import(
        r#"{"items": [{"id": "a", "title": "A"}], "x": 1}"#,
        Bibliography::CslJson,
    );
    assert_eq!(only(list).title, "A");
}

#[test]
fn ris_is_read_line_by_line() {
    let read = import(
        "\u{feff}TY  - NEWS\r\nID  - roe\r\nTI  - Roe in talks\r\n  to sell\r\nAU  - Roe, Jane\r\nAU  - Roe & Co., Ltd.\r\n\
         T2  - The Daily Example\r\nPB  - Press\r\nPY  - 2023\r\nDA  - 2023/06/22/\r\nUR  - https://example.org/\r\n\
         LA  - eng\r\nN1  - Read twice\r\nER  - \r\n\r\nTY  - BOOK\nTI  - Mills\nT2  - A series\nPB  - Press\nY1  - 2001///\n\
         DO  - 10.1000/1\nTY  - GEN\nTI  - Last",
        Bibliography::Ris,
    );
    let [news, book, last] = &read.works[..] else {
        panic!("three sources: {read:?}")
    };
    assert_eq!(
        (news.id.as_str(), news.title.as_str()),
        ("roe", "Roe in talks to sell")
    );
    assert_eq!(news.author, "Jane Roe; Roe & Co., Ltd.");
    assert_eq!(
        (news.publisher.as_str(), news.edtf().as_str()),
        ("The Daily Example", "2023-06-22")
    );
    assert_eq!(
        (news.kind.as_str(), news.language.as_str()),
        ("news report", "en")
    );
    assert_eq!(
        (news.notes.as_str(), news.url.as_str()),
        ("Read twice", "https://example.org/")
    );
    assert_eq!(
        (
            book.id.as_str(),
            book.publisher.as_str(),
            book.kind.as_str()
        ),
        ("source", "Press", "book")
    );
    assert_eq!(
        (book.edtf().as_str(), book.url.as_str()),
        ("2001", "https://doi.org/10.1000/1")
    );
    assert_eq!((last.id.as_str(), last.kind.as_str()), ("source-2", ""));
    assert_eq!(
        read.problems,
        [
            "The record that begins in line 16 has no end, \"ER  -\"; what it says was kept.",
            "The record that begins in line 22 has no end, \"ER  -\"; what it says was kept.",
        ]
    );
}

#[test]
fn a_text_without_entries_is_said_to_have_none() {
    assert_eq!(
        bib("no entry, me@example.org").problems,
        ["No entry was found."]
    );
    assert_eq!(
        import("", Bibliography::Ris).problems,
        ["No entry was found."]
    );
    assert_eq!(
        import("words", Bibliography::Ris).problems,
        ["Line 1 stands outside any record."]
    );
    assert_eq!(import("", Bibliography::CslJson).problems.len(), 1);
}

#[test]
fn dates_are_read_as_they_are_written() {
    let edtf = |date: &str| only(bib(&format!("@misc{{a, title={{T}}, date={{{date}}}}}"))).edtf();
    for (written, read) in [
        ("2023", "2023"),
        ("2023-06-22T10:00:00Z", "2023-06-22"),
        ("2023-06-31", "2023-06"),
        ("2023?", "2023~"),
        ("22 June 2023", "2023-06-22"),
        ("June 22, 2023", "2023-06-22"),
        ("Sept. 2023", "2023-09"),
        ("c. 1850", "1850~"),
        ("-0043", "-0043"),
        ("Y12345", "Y12345"),
        ("2023-06/2024-01", "2023-06"),
        ("23", ""),
        ("in press", ""),
    ] {
        assert_eq!(edtf(written), read, "{written}");
    }
}
