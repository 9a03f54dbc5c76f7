//! Sources as the records of a story.

use super::import::OwnedWork;

/// The `sources` section of a story, in RON: `sources: { "id": Source(title: "…"), },`.
#[must_use]
pub fn source_records(works: &[OwnedWork]) -> String {
    let mut text = "sources: {\n".to_owned();
    for work in works {
        // A source must have a title.
        let title = if work.title.is_empty() {
            &work.id
        } else {
            &work.title
        };
        text += &format!("    {}: Source(title: {}", quoted(&work.id), quoted(title));
        let published = work.edtf();
        let fields = [
            ("kind", &work.kind),
            ("author", &work.author),
            ("publisher", &work.publisher),
            ("published", &published),
            ("url", &work.url),
            ("language", &work.language),
            ("notes", &work.notes),
        ];
        for (name, value) in fields {
            if !value.is_empty() {
                text += &format!(", {name}: {}", quoted(value));
            }
        }
        text += "),\n";
    }
    text + "},\n"
}

/// A text in quotation marks, escaped as RON has it.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out += "\\n",
            '\t' => out += "\\t",
            // What cannot be seen, or turns the order of letters, is written by its number.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {
                out += &format!("\\u{{{:x}}}", u32::from(c));
            }
            _ if c.is_control() => out += &format!("\\u{{{:x}}}", u32::from(c)),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
