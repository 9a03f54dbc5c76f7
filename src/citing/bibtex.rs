//! A source as an entry of a BibTeX or BibLaTeX file.

use super::kind::{form_of, stands_in, word_of_bib};
use super::names::{Name, names};
use super::text::{encoded, flat};
use super::{Published, Work};

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// The entry of a source, with a note if there is one.
pub(super) fn entry(work: &Work<'_>, note: &str) -> String {
    let form = form_of(work.kind);
    let kind = flat(work.kind);
    let mut fields: Vec<(&str, String)> = Vec::new();
    // A second pair of braces keeps the title's capitals as they are.
    fields.push((
        "title",
        braced(&format!("{{{}}}", escaped(work.title)), work.title),
    ));
    fields.push(("author", braced(&authors(work.author), work.author)));
    let publisher = match form.bib {
        "article" => "journaltitle",
        "book" => "publisher",
        _ if stands_in(form.csl) => "organization",
        _ => "publisher",
    };
    fields.push((publisher, braced(&escaped(work.publisher), work.publisher)));
    if let Some(date) = work.published.map(Published::sound) {
        fields.push(("date", format!("{{{}}}", date.edtf())));
        fields.push(("year", format!("{{{}}}", date.year)));
        let month = date
            .month
            .map(usize::from)
            .and_then(|month| MONTHS.get(month.checked_sub(1)?));
        fields.push((
            "month",
            month.map(|month| (*month).to_owned()).unwrap_or_default(),
        ));
    }
    let url = encoded(work.url.trim(), &['{', '}', '\\']);
    fields.push(("url", braced(&url, &url)));
    fields.push(("langid", braced(&escaped(work.language), work.language)));
    if kind != word_of_bib(form.bib) {
        fields.push(("type", braced(&escaped(&kind), &kind)));
    }
    fields.push(("note", braced(&escaped(note), note)));
    let mut text = format!("@{}{{{},\n", form.bib, key(work.id));
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        text += &format!("  {name} = {value},\n");
    }
    text + "}\n"
}

/// A value in braces, or nothing if the text it was made from says nothing.
fn braced(value: &str, of: &str) -> String {
    if flat(of).is_empty() {
        String::new()
    } else {
        format!("{{{value}}}")
    }
}

/// A key that every program reads: letters, digits and a few signs.
fn key(id: &str) -> String {
    let fit = |c: char| c.is_ascii_alphanumeric() || "-_.:+/".contains(c);
    let key: String = id
        .trim()
        .chars()
        .map(|c| if fit(c) { c } else { '-' })
        .collect();
    if key.is_empty() {
        "source".to_owned()
    } else {
        key
    }
}

/// Authors parted by "and"; a body in braces, so that it stays whole.
fn authors(author: &str) -> String {
    let names = names(author).into_iter().map(|name| match name {
        Name::Body(body) => format!("{{{}}}", escaped(&body)),
        Name::Person {
            given,
            family,
            suffix,
        } => {
            let parts = [family, suffix, given].map(|part| escaped(&part));
            let known: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            known.join(", ")
        }
    });
    names.collect::<Vec<_>>().join(" and ")
}

/// One line of text, with what LaTeX would take for its own written so that it prints.
/// Braces are named, for BibTeX counts even those that a backslash stands before.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    let mut last = ' ';
    for c in flat(text).chars() {
        match c {
            '\\' => out += "\\textbackslash{}",
            '{' => out += "\\textbraceleft{}",
            '}' => out += "\\textbraceright{}",
            '~' => out += "\\textasciitilde{}",
            '^' => out += "\\textasciicircum{}",
            '$' | '&' | '%' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            // Two of these in a row would become a dash or a quotation mark.
            '-' | '\'' | '`' if last == c => {
                out += "{}";
                out.push(c);
            }
            _ => out.push(c),
        }
        last = c;
    }
    out
}
