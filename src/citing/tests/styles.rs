//! Each style, as it is written.

use super::{book, letter, news, on, statute};
use crate::citing::names::{Name, names};
use crate::citing::{Locator, Quoted, Style, Work, cite, quotation};

fn quoted<'a>(work: Work<'a>, locator: Locator<'a>) -> Quoted<'a> {
    let who = "5 people with knowledge of the subject";
    Quoted {
        quote: "the *mills* {are} 50% sold",
        who,
        locator,
        work,
    }
}

#[test]
fn a_news_report_is_cited_in_each_style() {
    let text = |style| cite(&news(), style);
    assert_eq!(
        text(Style::Plain),
        "Jane Roe and John Doe, Roe in talks to sell its mills, The Daily Example, 22 June 2023. \
         https://example.org/a_b(c)"
    );
    assert_eq!(
        text(Style::Markdown),
        "Jane Roe and John Doe, [Roe in talks to sell its mills](<https://example.org/a_b(c)>), \
         The Daily Example, 22 June 2023."
    );
    assert_eq!(
        text(Style::Chicago),
        "Roe, Jane, and John Doe. “Roe in Talks to Sell Its Mills.” The Daily Example, June 22, 2023. \
         https://example.org/a_b(c)."
    );
    assert_eq!(
        text(Style::Apa),
        "Roe, J., & Doe, J. (2023, June 22). Roe in talks to sell its mills. The Daily Example. \
         https://example.org/a_b(c)"
    );
    assert_eq!(
        text(Style::BibTex),
        "@article{roe-2023,\n  title = {{Roe in talks to sell its mills}},\n  \
         author = {Roe, Jane and Doe, John},\n  journaltitle = {The Daily Example},\n  \
         date = {2023-06-22},\n  year = {2023},\n  month = jun,\n  \
         url = {https://example.org/a_b(c)},\n  langid = {en},\n  type = {news report},\n}\n"
    );
    let json: serde_json::Value = serde_json::from_str(&text(Style::CslJson)).expect("it is JSON");
    let expected = serde_json::json!([{
        "id": "roe-2023", "type": "article-newspaper", "title": "Roe in talks to sell its mills",
        "container-title": "The Daily Example", "URL": "https://example.org/a_b(c)", "language": "en",
        "author": [{ "family": "Roe", "given": "Jane" }, { "family": "Doe", "given": "John" }],
        "issued": { "date-parts": [[2023, 6, 22]] },
    }]);
    assert_eq!(json, expected);
}

#[test]
fn a_quotation_from_a_news_report_names_its_paragraph_in_each_style() {
    let text = |style| quotation(&quoted(news(), Locator::Paragraph(15)), style);
    let said = "“the *mills* {are} 50% sold” (5 people with knowledge of the subject)";
    assert_eq!(
        text(Style::Plain),
        format!(
            "{said}, Jane Roe and John Doe, Roe in talks to sell its mills, The Daily Example, \
             22 June 2023, ¶\u{a0}15. https://example.org/a_b(c)"
        )
    );
    assert_eq!(
        text(Style::Markdown),
        "> the \\*mills\\* {are} 50% sold\n>\n> — 5 people with knowledge of the subject, Jane Roe and \
         John Doe, [Roe in talks to sell its mills](<https://example.org/a_b(c)>), The Daily Example, \
         22 June 2023, ¶\u{a0}15."
    );
    assert_eq!(
        text(Style::Chicago),
        format!(
            "{said}. Jane Roe and John Doe, “Roe in Talks to Sell Its Mills,” The Daily Example, \
             June 22, 2023, para. 15, https://example.org/a_b(c)."
        )
    );
    assert_eq!(
        text(Style::Apa),
        format!(
            "{said} (Roe & Doe, 2023, para. 15)\n\nRoe, J., & Doe, J. (2023, June 22). Roe in talks to \
             sell its mills. The Daily Example. https://example.org/a_b(c)"
        )
    );
    assert!(text(Style::BibTex).contains(
        "  note = {“the *mills* \\textbraceleft{}are\\textbraceright{} 50\\% sold” (5 people with \
         knowledge of the subject), ¶ 15},\n"
    ));
    assert!(text(Style::CslJson).contains("\"note\": \"“the *mills* {are} 50% sold” (5 people"));
}

#[test]
fn a_statute_without_an_author_is_cited_by_its_title() {
    let text = |style| cite(&statute(), style);
    assert_eq!(
        text(Style::Plain),
        "Mills Act 1998, Official Gazette, 1998. https://example.org/act"
    );
    assert_eq!(
        text(Style::Chicago),
        "Mills Act 1998, Official Gazette (1998). https://example.org/act."
    );
    assert_eq!(
        text(Style::Apa),
        "Mills Act 1998, Official Gazette (1998). https://example.org/act"
    );
    assert!(
        text(Style::BibTex)
            .starts_with("@misc{act,\n  title = {{Mills Act 1998}},\n  organization")
    );
    assert!(text(Style::CslJson).contains("\"type\": \"legislation\""));
    let quoted = quoted(statute(), Locator::Other("section 3"));
    assert!(quotation(&quoted, Style::Apa).contains("(Mills Act 1998, 1998, section 3)"));
}

#[test]
fn a_letter_from_a_company_keeps_the_company_whole() {
    let text = |style| cite(&letter(), style);
    assert_eq!(
        text(Style::Plain),
        "Roe & Co., Letter to the board, about June 2023."
    );
    assert_eq!(
        text(Style::Markdown),
        "Roe \\& Co., Letter to the board, about June 2023."
    );
    assert_eq!(
        text(Style::Chicago),
        "Roe & Co., “Letter to the Board,” Letter, [June 2023?]."
    );
    assert_eq!(
        text(Style::Apa),
        "Roe & Co. (ca. 2023, June). Letter to the board [Letter]."
    );
    assert!(text(Style::BibTex).contains("  author = {{Roe \\& Co.}},\n  date = {2023-06~},\n"));
    assert!(text(Style::CslJson).contains("\"literal\": \"Roe & Co.\""));
}

#[test]
fn a_book_is_cited_with_its_press_and_page() {
    let text = |style| cite(&book(), style);
    assert_eq!(
        text(Style::Plain),
        "Ludwig van Roe, The mills of Exampleshire, Example Press, 2001."
    );
    assert_eq!(
        text(Style::Chicago),
        "Roe, Ludwig van. The Mills of Exampleshire. Example Press, 2001."
    );
    assert_eq!(
        text(Style::Apa),
        "van Roe, L. (2001). The mills of Exampleshire. Example Press."
    );
    assert!(text(Style::BibTex).contains("@book{book,\n"));
    let quoted = quoted(book(), Locator::Page("12–14"));
    assert!(quotation(&quoted, Style::Plain).ends_with("Example Press, 2001, pp.\u{a0}12–14."));
    assert!(quotation(&quoted, Style::Chicago).ends_with("(Example Press, 2001), 12–14."));
    assert!(quotation(&quoted, Style::Apa).contains("(van Roe, 2001, pp. 12–14)"));
}

#[test]
fn a_source_of_which_nothing_is_known_is_called_untitled() {
    let text = |style| cite(&Work::default(), style);
    assert_eq!(text(Style::Plain), "Untitled.");
    assert_eq!(text(Style::Markdown), "Untitled.");
    assert_eq!(text(Style::Chicago), "“Untitled,” n.d.");
    assert_eq!(text(Style::Apa), "Untitled. (n.d.).");
    assert_eq!(text(Style::BibTex), "@misc{source,\n}\n");
    assert!(text(Style::CslJson).contains("\"type\": \"document\""));
}

#[test]
fn a_judgment_is_cited_with_its_court() {
    let work = Work {
        title: "Roe v. Doe",
        kind: "judgment",
        publisher: "High Court",
        published: Some(on(2023, 3, 31)),
        ..Work::default()
    };
    assert_eq!(
        cite(&work, Style::Apa),
        "Roe v. Doe (High Court March 31, 2023)."
    );
}

#[test]
fn a_body_that_publishes_its_own_is_named_once() {
    let body = "Ministry of Trade and Industry";
    let work = Work {
        title: "About us",
        kind: "web page",
        author: body,
        publisher: body,
        ..Work::default()
    };
    assert_eq!(
        cite(&work, Style::Plain),
        "Ministry of Trade and Industry, About us."
    );
    assert_eq!(
        cite(&work, Style::Apa),
        "Ministry of Trade and Industry. (n.d.). About us."
    );
}

#[test]
fn a_title_in_another_language_keeps_its_letters() {
    let work = Work {
        title: "Las fábricas de papel",
        kind: "book",
        language: "es",
        ..news()
    };
    assert!(cite(&work, Style::Chicago).contains("Las fábricas de papel"));
}

#[test]
fn an_address_that_is_no_link_stays_words_in_markdown() {
    let work = Work {
        title: "# A | [b](c)",
        url: "javascript:alert(1)",
        ..Work::default()
    };
    assert_eq!(
        cite(&work, Style::Markdown),
        "\\# A \\| \\[b\\](c). javascript:alert(1)"
    );
    let work = Work {
        url: "https://example.org/>\n(x",
        ..work
    };
    assert!(!cite(&work, Style::Markdown).contains("](<"));
}

#[test]
fn each_line_of_a_quotation_is_quoted_in_markdown() {
    let quoted = Quoted {
        quote: "one\n\n- two",
        work: book(),
        ..Quoted::default()
    };
    let text = quotation(&quoted, Style::Markdown);
    assert!(text.starts_with("> one\n>\n> \\- two\n>\n> — Ludwig"));
    assert!(text.lines().all(|line| line.starts_with('>')));
}

#[test]
fn bodies_are_not_split_into_people() {
    for body in [
        "Roe & Co.",
        "Ministry of Trade",
        "Ministry of Trade and Industry",
        "Johnson and Johnson",
        "Bureau of Mills and Dams",
        "Reuters",
        "BBC News",
        "Human Rights Watch",
        "Roe, Doe and Partners",
        "Jane Roe and the Daily Example",
        "Roe Ltd",
    ] {
        assert_eq!(names(body), [Name::Body(body.to_owned())], "{body}");
    }
}

#[test]
fn people_are_told_apart() {
    let person = |given: &str, family: &str| Name::Person {
        given: given.to_owned(),
        family: family.to_owned(),
        suffix: String::new(),
    };
    let (jane, john) = (person("Jane", "Roe"), person("John B.", "Doe"));
    for author in [
        "Jane Roe and John B. Doe",
        "Jane Roe; John B. Doe",
        "Roe, Jane and Doe, John B.",
        "Roe, Jane; Doe, John B.",
        "Jane Roe, and John B. Doe",
    ] {
        assert_eq!(names(author), [jane.clone(), john.clone()], "{author}");
    }
    assert_eq!(names("Jane Roe, John B. Doe and Max Poe").len(), 3);
    assert_eq!(
        names("Simone de Beauvoir"),
        [person("Simone", "de Beauvoir")]
    );
    assert_eq!(
        names("García Márquez, Gabriel"),
        [person("Gabriel", "García Márquez")]
    );
    let [Name::Person { suffix, .. }] = &names("John Doe, Jr.")[..] else {
        panic!("one person")
    };
    assert_eq!(suffix, "Jr.");
}
