//! Citations in plain words and in Markdown.

use crate::language::say;

use super::text::{capital, encoded, escaped, flat, joined, link, markdown};
use super::{Locator, Quoted, Work};

/// What a source is called where it has no title: what it is, or its id.
pub(super) fn title(work: &Work<'_>) -> String {
    let named = [flat(work.title), capital(&flat(work.kind)), flat(work.id)];
    named
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_else(|| say!("citing-untitled").to_owned())
}

/// The place in a source, as a reference has it: "¶ 15", "p. 12", "pp. 12–14".
fn place(locator: Locator<'_>) -> String {
    match locator {
        Locator::Unknown => String::new(),
        Locator::Paragraph(number) => say!("citing-paragraph", number = number.to_string()),
        Locator::Page(page) => {
            let page = flat(page);
            if page.is_empty() {
                page
            } else if page.contains(['–', '-', ',']) {
                say!("citing-pages", pages = page)
            } else {
                say!("citing-page", page = page)
            }
        }
        Locator::Other(words) => flat(words),
    }
}

/// The publisher, unless the author's name already says it.
fn publisher(work: &Work<'_>) -> String {
    let publisher = flat(work.publisher);
    if publisher == flat(work.author) {
        String::new()
    } else {
        publisher
    }
}

/// When it was published, unless its title already says so to the month.
fn published(work: &Work<'_>) -> String {
    let words = work.published.map(super::Published::words);
    let words = words.unwrap_or_default();
    let sharp = work.published.is_some_and(|date| date.month.is_some());
    if sharp && work.title.contains(&words) {
        String::new()
    } else {
        words
    }
}

/// A line closed with a full stop, and the address after it.
fn closed(mut line: String, url: &str) -> String {
    if !line.ends_with(['.', '?', '!', '…']) {
        line.push('.');
    }
    if !url.is_empty() {
        line.push(' ');
        line += url;
    }
    line
}

/// What a citation says, in its order, but for the address.
fn parts(work: &Work<'_>, locator: Locator<'_>) -> [String; 5] {
    [
        flat(work.author),
        title(work),
        publisher(work),
        published(work),
        place(locator),
    ]
}

/// "Author, Title, Publisher, 22 June 2023. https://…"
pub(super) fn cite(work: &Work<'_>) -> String {
    closed(
        joined(&parts(work, Locator::Unknown), ", "),
        &flat(work.url),
    )
}

/// The words quoted, and who said them: "“…” (Jane Roe)".
pub(super) fn said(quoted: &Quoted<'_>) -> String {
    let (quote, who) = (flat(quoted.quote), flat(quoted.who));
    if who.is_empty() {
        say!("quoted", words = quote)
    } else {
        say!("citing-said-by", quote = quote, who = who)
    }
}

/// The words quoted, who said them, and where they stand.
pub(super) fn said_at(quoted: &Quoted<'_>) -> String {
    joined(&[said(quoted), place(quoted.locator)], ", ")
}

/// "“…” (who said it), Author, Title, Publisher, 22 June 2023, ¶ 15. https://…"
pub(super) fn quotation(quoted: &Quoted<'_>) -> String {
    let source = joined(&parts(&quoted.work, quoted.locator), ", ");
    closed(
        format!("{}, {source}", said(quoted)),
        &flat(quoted.work.url),
    )
}

/// The parts of a citation, escaped, and the title made a link.
fn linked(work: &Work<'_>, locator: Locator<'_>) -> String {
    let mut parts = parts(work, locator).map(|part| escaped(&part));
    let mut rest = String::new();
    if let Some(url) = link(work.url) {
        // Between angle brackets an address may hold round brackets.
        let target = encoded(url, &['<', '>', '\\']);
        if let Some(title) = parts.get_mut(1) {
            *title = format!("[{title}](<{target}>)");
        }
    } else {
        rest = markdown(work.url);
    }
    closed(joined(&parts, ", "), &rest)
}

/// A citation in Markdown, its title a link.
pub(super) fn cite_markdown(work: &Work<'_>) -> String {
    linked(work, Locator::Unknown)
}

/// A block quotation in Markdown, with the citation under it.
pub(super) fn quotation_markdown(quoted: &Quoted<'_>) -> String {
    let mut text = String::new();
    let lines = quoted
        .quote
        .lines()
        .map(markdown)
        .filter(|line| !line.is_empty());
    let quote = lines.collect::<Vec<_>>().join("\n>\n> ");
    text += &format!("> {quote}\n>\n> — ");
    let who = markdown(quoted.who);
    if !who.is_empty() {
        text += &format!("{who}, ");
    }
    text + &linked(&quoted.work, quoted.locator)
}
