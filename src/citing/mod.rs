//! Citations of a source in the styles people paste, and bibliographies read as sources.
//!
//! Nothing here reads or writes a file: texts go in, texts come out.

mod bibtex;
mod csl;
mod date;
mod import;
mod kind;
mod names;
mod plain;
mod records;
mod text;

#[cfg(test)]
mod tests;

use crate::language::say;

pub use date::Published;
pub use import::{Bibliography, Imported, OwnedWork, import};
pub use records::source_records;
pub use text::markdown;

/// What is known of a source; empty texts are unknown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Work<'a> {
    /// The source's id in its story.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// What it is, in a free word: "news report", "letter", "statute".
    pub kind: &'a str,
    /// Who wrote it, as printed: "Jane Roe and John Doe", "Roe & Co.".
    pub author: &'a str,
    /// Who published it, or what it stands in.
    pub publisher: &'a str,
    /// When it was published.
    pub published: Option<Published>,
    /// Where it can be read.
    pub url: &'a str,
    /// Its language, as a tag.
    pub language: &'a str,
}

/// Where in a source its words stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locator<'a> {
    /// Nothing is known of the place.
    #[default]
    Unknown,
    /// A paragraph, by its number.
    Paragraph(u32),
    /// A page or several: "12", "iv", "12–14".
    Page(&'a str),
    /// Any other place, in words: "artículo 14".
    Other(&'a str),
}

/// Words quoted from a source.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quoted<'a> {
    /// The words, exactly as they stand there.
    pub quote: &'a str,
    /// Who said them: "5 people with knowledge of the subject".
    pub who: &'a str,
    /// Where in the source they stand.
    pub locator: Locator<'a>,
    /// The source.
    pub work: Work<'a>,
}

/// How a citation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// One line of plain words.
    Plain,
    /// Markdown, its address a link.
    Markdown,
    /// The Chicago Manual of Style, 18th edition, notes and bibliography.
    Chicago,
    /// The style of the American Psychological Association, 7th edition.
    Apa,
    /// One entry of a BibTeX or BibLaTeX file.
    BibTex,
    /// A list with one CSL-JSON item.
    CslJson,
}

impl Style {
    /// Every style, in the order a menu lists them.
    pub const ALL: [Self; 6] = [
        Self::Plain,
        Self::Markdown,
        Self::Chicago,
        Self::Apa,
        Self::BibTex,
        Self::CslJson,
    ];

    /// What menus call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => say!("citing-style-plain"),
            Self::Markdown => "Markdown",
            Self::Chicago => "Chicago",
            Self::Apa => "APA",
            Self::BibTex => "BibTeX",
            Self::CslJson => "CSL-JSON",
        }
    }
}

/// The citation of a source: its entry in a list of sources.
#[must_use]
pub fn cite(work: &Work<'_>, style: Style) -> String {
    match style {
        Style::Plain => plain::cite(work),
        Style::Markdown => plain::cite_markdown(work),
        Style::Chicago => csl::entry(work, csl::Sheet::Chicago),
        Style::Apa => csl::entry(work, csl::Sheet::Apa),
        Style::BibTex => bibtex::entry(work, ""),
        Style::CslJson => csl::json(work, ""),
    }
}

/// A quotation in quotation marks, who said it, and the citation with the place in it.
#[must_use]
pub fn quotation(quoted: &Quoted<'_>, style: Style) -> String {
    match style {
        Style::Plain => plain::quotation(quoted),
        Style::Markdown => plain::quotation_markdown(quoted),
        Style::Chicago => {
            let note = csl::note(&quoted.work, quoted.locator, csl::Sheet::Chicago);
            format!("{}. {note}", plain::said(quoted))
        }
        Style::Apa => {
            let note = csl::note(&quoted.work, quoted.locator, csl::Sheet::Apa);
            let entry = csl::entry(&quoted.work, csl::Sheet::Apa);
            format!("{} {note}\n\n{entry}", plain::said(quoted))
        }
        Style::BibTex => bibtex::entry(&quoted.work, &plain::said_at(quoted)),
        Style::CslJson => csl::json(&quoted.work, &plain::said_at(quoted)),
    }
}
