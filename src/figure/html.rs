//! A figure as a page of its own: one file that asks nothing of the network, with the quotations
//! behind every mark.

mod steps;

use std::collections::HashSet;
use std::fmt::Write as _;

use crate::details::{self, Card, Page, Section};
use crate::evidence::State;
use crate::evidence::quote::Piece;
use crate::index::Index;
use crate::language::{Language, say};
use crate::scene::svg::{Lettering, escaped, fragment, to_svg};
use crate::scene::{Face, Sheet, Theme, fonts};
use crate::story::kind::sentence_case;
use crate::story::{Item, ItemKind};

use super::cite::is_web;

pub use steps::to_html_steps;

const STYLE: &str = include_str!("../../assets/html/figure.css");
const SCRIPT: &str = include_str!("../../assets/html/figure.js");
/// SHA-256 of the script, so that no other script runs in the page.
const SCRIPT_HASH: &str = "sha256-YB8ZBct2SUg4ChrS0xHB+5bR2q+GvbkyD0uTCkE9kb0=";
/// The kinds of items, in the order of their tables.
const TABLES: [ItemKind; 4] = [
    ItemKind::Event,
    ItemKind::Actor,
    ItemKind::Relation,
    ItemKind::Source,
];

/// The headings of a table of items of `kind`, and of its first column.
fn headings(kind: ItemKind) -> [&'static str; 2] {
    match kind {
        ItemKind::Event => [say!("figure-html-events"), say!("figure-html-when")],
        ItemKind::Actor => [say!("figure-html-actors"), say!("figure-html-kind")],
        ItemKind::Relation => [say!("figure-html-relations"), say!("figure-html-during")],
        ItemKind::Source | ItemKind::Passage => {
            [say!("figure-html-sources"), say!("figure-html-published")]
        }
    }
}

/// `sheet` as an HTML document.
///
/// It holds the figure as SVG, a table of every item that is drawn, and for each item what the
/// sidebar says of it. A small script pans, zooms and shows the page of the item that is clicked or
/// chosen by keyboard; without scripts, and on paper, all of it is there to read. The page's own
/// policy lets it load nothing and send nothing.
#[must_use]
pub fn to_html(index: &Index, sheet: &Sheet, dark: bool) -> String {
    let writer = Writer::new(index, &[sheet]);
    let details = writer.details();
    let tables = writer.tables();
    let figure = figure(&to_svg(sheet, Lettering::Embedded));
    let mut body = format!(
        "<h1 class=\"hidden\">{}</h1>\n<p class=\"hidden\">{}</p>\n<div id=\"top\">\n{figure}",
        escaped(&sheet.title),
        escaped(&sheet.summary),
    );
    below(&mut body, &details, &tables, say!("figure-html-all"));
    let head = Head {
        language: &sheet.language,
        title: &sheet.title,
        dark,
        faces: faces(&format!("{details}{tables}{}", chrome())),
    };
    document(&head, &body)
}

/// What a document says of itself.
struct Head<'a> {
    language: &'a str,
    title: &'a str,
    dark: bool,
    /// Rules for the faces that lie in it.
    faces: String,
}

/// A document with `body` as what it holds.
fn document(head: &Head<'_>, body: &str) -> String {
    // Where a story does not say its own, the page has that of the words around it.
    let language = if head.language.is_empty() {
        let tag = Language::current().tag();
        tag.split('-').next().unwrap_or(tag)
    } else {
        head.language
    };
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src '{SCRIPT_HASH}'; style-src 'unsafe-inline'; font-src data:; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"Throughline {}\">\n<title>{}</title>\n",
        escaped(language),
        env!("CARGO_PKG_VERSION"),
        escaped(head.title)
    );
    let _ = write!(
        out,
        "<style>\n{}{}{STYLE}</style>\n</head>\n",
        head.faces,
        colors(head.dark)
    );
    let _ = write!(
        out,
        "<body>\n<a class=\"hidden skip\" href=\"#items\">{}</a>\n<main>\n{body}\
         </main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        escaped(say!("figure-html-skip"))
    );
    out
}

/// The letters of `words` in every face that the page sets text in.
fn faces(words: &str) -> String {
    fonts::embedded(&[
        (Face::Regular, words),
        (Face::Medium, words),
        (Face::SemiBold, words),
        (Face::Serif, words),
    ])
}

/// What stands on the page whatever the story is: its letters are needed too.
fn chrome() -> String {
    [
        say!("figure-html-skip"),
        say!("figure-html-whole"),
        say!("figure-html-hint"),
        say!("figure-html-all"),
        say!("figure-html-all-steps"),
        say!("figure-html-next"),
        say!("figure-html-previous"),
        say!("figure-html-evidence"),
        say!("figure-html-about"),
    ]
    .concat()
}

/// A figure with the buttons that zoom it.
fn figure(svg: &str) -> String {
    let [tools, closer, further, whole] = [
        say!("figure-html-zoom"),
        say!("figure-html-closer"),
        say!("figure-html-further"),
        say!("figure-html-whole"),
    ]
    .map(escaped);
    let [closer_key, further_key, whole_key] = [
        say!("figure-html-closer.hover"),
        say!("figure-html-further.hover"),
        say!("figure-html-whole.hover"),
    ]
    .map(escaped);
    format!(
        "<div class=\"figure\">\n{svg}<div class=\"tools\" role=\"group\" aria-label=\"{tools}\">\
         <button class=\"closer\" type=\"button\" aria-label=\"{closer}\" title=\"{closer_key}\">+</button>\
         <button class=\"further\" type=\"button\" aria-label=\"{further}\" title=\"{further_key}\">−</button>\
         <button class=\"whole\" type=\"button\" title=\"{whole_key}\">{whole}</button>\
         </div>\n</div>\n"
    )
}

/// What stands beside and below the figures: what items rest on, and the tables of all of them under
/// `heading`.
fn below(body: &mut String, details: &str, tables: &str, heading: &str) {
    let _ = write!(
        body,
        "<section id=\"details\" tabindex=\"0\" aria-labelledby=\"details-name\">\n\
         <h2 id=\"details-name\" class=\"hidden\">{}</h2>\n\
         <p id=\"hint\" class=\"quiet\">{}</p>\n<p id=\"said\" class=\"hidden\" aria-live=\"polite\"></p>\n{details}\
         </section>\n</div>\n<section id=\"items\" aria-labelledby=\"items-name\">\n\
         <h2 id=\"items-name\">{}</h2>\n{tables}</section>\n",
        escaped(say!("figure-html-rests")),
        escaped(say!("figure-html-hint")),
        escaped(heading)
    );
}

fn colors(dark: bool) -> String {
    let theme = Theme::of(dark);
    format!(
        ":root {{ color-scheme: {}; --ground: {}; --canvas: {}; --text: {}; --muted: {}; \
         --accent: {}; --line: {}; }}\n",
        if dark { "dark" } else { "light" },
        theme.canvas.hex(),
        theme.background.hex(),
        theme.text.hex(),
        theme.muted.hex(),
        theme.accent.hex(),
        theme.hairline.hex()
    )
}

struct Writer<'a> {
    index: &'a Index,
    drawn: HashSet<Item>,
    /// What there is to say of each item, in the order of [`TABLES`].
    pages: [Vec<(Item, Page)>; 4],
}

impl<'a> Writer<'a> {
    /// Of the items of `sheets`, each once: as they stand in the one sheet, or, of several, events in time
    /// and others by name.
    fn new(index: &'a Index, sheets: &[&Sheet]) -> Self {
        let page = |item| (item, details::page(index, Some(item)));
        let pages = TABLES.map(|kind| {
            let mut items: Vec<Item> = Vec::new();
            let mut seen = HashSet::new();
            for sheet in sheets {
                let listed = sheet.items(kind).into_iter();
                items.extend(
                    listed
                        .map(|listed| listed.item)
                        .filter(|item| seen.insert(*item)),
                );
            }
            if sheets.len() > 1 {
                sort(index, kind, &mut items);
            }
            items.into_iter().map(page).collect()
        });
        Self {
            index,
            drawn: sheets
                .iter()
                .flat_map(|sheet| sheet.scene.items())
                .collect(),
            pages,
        }
    }
}

/// Puts events in the order of time, those without a date last, and other items by name.
fn sort(index: &Index, kind: ItemKind, items: &mut [Item]) {
    if kind == ItemKind::Event {
        let story = index.story();
        let key = |item: &Item| match item {
            Item::Event(ix) => {
                let date = story.event(*ix).when.date;
                (date.is_none(), date.map(|date| date.span().sort_key()))
            }
            _ => (true, None),
        };
        items.sort_by_cached_key(key);
    } else {
        items.sort_by_cached_key(|item| index.title_of(*item));
    }
}

impl Writer<'_> {
    fn id(&self, item: Item) -> String {
        self.index.story().id_of(item).to_string()
    }

    /// A link to what the page says of `item`; the words alone where it is not in the figure.
    fn link(&self, item: Item, words: &str) -> String {
        if self.drawn.contains(&item) {
            let fragment = fragment(&self.id(item));
            format!("<a href=\"#{fragment}\">{}</a>", escaped(words))
        } else {
            escaped(words)
        }
    }

    fn tables(&self) -> String {
        let mut out = String::new();
        let [what, rests] = [say!("figure-html-what"), say!("figure-html-rests-on")].map(escaped);
        for (kind, pages) in TABLES.into_iter().zip(&self.pages) {
            if pages.is_empty() {
                continue;
            }
            let [name, when] = headings(kind).map(escaped);
            let _ = write!(
                out,
                "<table>\n<caption>{name}</caption>\n<thead><tr><th scope=\"col\" \
                 class=\"when\">{when}</th><th scope=\"col\">{what}</th><th scope=\"col\" \
                 class=\"rests\">{rests}</th></tr></thead>\n<tbody>\n"
            );
            for (item, page) in pages {
                let when = self.when(*item, page);
                let rests = if page.evidence_note.is_empty() {
                    "—"
                } else {
                    &page.evidence_note
                };
                let _ = writeln!(
                    out,
                    "<tr data-row=\"{}\"><td>{}</td><td>{}</td><td>{}</td></tr>",
                    escaped(&self.id(*item)),
                    escaped(&when),
                    self.link(*item, &page.title),
                    escaped(rests)
                );
            }
            out += "</tbody>\n</table>\n";
        }
        out
    }

    /// What the first column says of `item`.
    fn when(&self, item: Item, page: &Page) -> String {
        let story = self.index.story();
        let date = match item {
            Item::Event(ix) => story.event(ix).when.date,
            Item::Relation(ix) => story.relation(ix).during.date,
            Item::Source(ix) => story.source(ix).published,
            Item::Actor(_) | Item::Passage(_) => return page.kicker.clone(),
        };
        match (date, item) {
            (Some(date), _) => sentence_case(&date.words()),
            (None, Item::Event(_)) => say!("figure-html-undated").to_owned(),
            (None, _) => String::new(),
        }
    }

    fn details(&self) -> String {
        let mut out = String::new();
        for (item, page) in self.pages.iter().flatten() {
            self.article(&mut out, *item, page);
        }
        out
    }

    /// One item's page, as the sidebar has it.
    fn article(&self, out: &mut String, item: Item, page: &Page) {
        let id = self.id(item);
        let _ = write!(
            out,
            "<article id=\"{}\" data-of=\"{}\">\n<p class=\"quiet\">{}</p>\n<h3>{}</h3>\n",
            fragment(&id),
            escaped(&id),
            escaped(&page.kicker),
            escaped(&page.title)
        );
        if let Some(status) = page.status {
            let _ = writeln!(
                out,
                "<p class=\"quiet\">{}</p>",
                escaped(&sentence_case(status.label()))
            );
        }
        if !page.summary.is_empty() {
            let _ = writeln!(out, "<p>{}</p>", escaped(&page.summary));
        }
        if !page.chips.is_empty() {
            *out += "<ul class=\"plain\">\n";
            for chip in &page.chips {
                let role = if chip.role.is_empty() {
                    String::new()
                } else {
                    format!(" <span class=\"quiet\">{}</span>", escaped(&chip.role))
                };
                let _ = writeln!(out, "<li>{}{role}</li>", self.link(chip.item, &chip.name));
            }
            *out += "</ul>\n";
        }
        for (heading, cards) in &page.evidence {
            let _ = writeln!(out, "<h4>{}</h4>", escaped(heading));
            for card in cards {
                self.card(out, card);
            }
        }
        if page.evidence.is_empty() && !page.evidence_note.is_empty() {
            let note = escaped(&page.evidence_note);
            let heading = escaped(say!("figure-html-evidence"));
            let _ = writeln!(out, "<h4>{heading}</h4>\n<p class=\"quiet\">{note}</p>");
        }
        for section in &page.sections {
            self.section(out, section);
        }
        if !page.facts.is_empty() {
            let _ = writeln!(out, "<h4>{}</h4>\n<dl>", escaped(say!("figure-html-about")));
            for (name, value) in &page.facts {
                let (name, value) = (escaped(name), escaped(value));
                let _ = writeln!(out, "<dt>{name}</dt><dd>{value}</dd>");
            }
            *out += "</dl>\n";
        }
        if !page.url.is_empty() {
            let _ = writeln!(out, "<p>{}</p>", web(&page.url, &page.url));
        }
        *out += "</article>\n";
    }

    fn card(&self, out: &mut String, card: &Card) {
        let translation = if card.translation.is_empty() {
            String::new()
        } else {
            let words = say!("quoted", words = card.translation);
            format!("\n<p>{}</p>", escaped(&words))
        };
        let who = match card.speaker {
            Some(actor) => self.link(actor, &card.who),
            None => escaped(&card.who),
        };
        let url = match card.source {
            Item::Source(ix) => self.index.story().source(ix).url,
            _ => "",
        };
        let _ = writeln!(
            out,
            "<blockquote>\n<p>{}</p>{translation}\n<footer>{who}<br><cite \
             class=\"quiet\">{}</cite>{}</footer>\n</blockquote>",
            escaped(&say!("quoted", words = card.quote)),
            web(url, &card.place),
            standing(card)
        );
    }

    fn section(&self, out: &mut String, section: &Section) {
        let title = escaped(&section.title);
        let _ = writeln!(
            out,
            "<div class=\"other\">\n<h4>{title}</h4>\n<ul class=\"plain\">"
        );
        for row in &section.rows {
            let mut quiet = Vec::new();
            for part in [&row.when, &row.note] {
                if !part.is_empty() {
                    quiet.push(escaped(part));
                }
            }
            let link = self.link(row.item, &row.title);
            let quiet = quiet.join(" · ");
            let _ = writeln!(
                out,
                "<li>{link} <span class=\"quiet whole\">{quiet}</span></li>"
            );
        }
        *out += "</ul>\n";
        if section.more > 0 {
            let more = escaped(&say!("figure-html-more", count = section.more));
            let _ = writeln!(out, "<p class=\"quiet\">{more}</p>");
        }
        *out += "</div>\n";
    }
}

/// `words` as a link to a page of the web; the words alone for any other address.
fn web(url: &str, words: &str) -> String {
    if is_web(url) {
        let url = escaped(url);
        let words = escaped(words);
        format!("<a href=\"{url}\" rel=\"noopener noreferrer\" target=\"_blank\">{words}</a>")
    } else {
        escaped(words)
    }
}

/// How a quotation stands to its source, in words, where there is a text to look in.
fn standing(card: &Card) -> String {
    if card.state == State::NoText {
        return String::new();
    }
    let mut words = format!(
        "<br><span class=\"quiet\">{}",
        escaped(card.state.meaning())
    );
    if !card.remark.is_empty() {
        words += &format!(". {}", escaped(&card.remark));
    }
    let mut parts = card.differences.iter().map(|piece| match piece {
        Piece::Same(words) => escaped(words),
        Piece::Missing(words) => format!("<del>{}</del>", escaped(words)),
        Piece::Added(words) => format!("<ins>{}</ins>", escaped(words)),
    });
    if let Some(first) = parts.next() {
        words += &format!(": {first}");
        parts.for_each(|part| words += &format!(" {part}"));
    }
    words + "</span>"
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest as _, Sha256};

    use super::*;

    #[test]
    fn the_page_knows_its_script_by_its_hash() {
        let hash = STANDARD.encode(Sha256::digest(SCRIPT));
        assert_eq!(SCRIPT_HASH, format!("sha256-{hash}"));
        assert!(!SCRIPT.contains("</script") && !STYLE.contains("</style"));
    }

    #[test]
    fn an_id_becomes_a_fragment_without_markup() {
        assert_eq!(fragment("event/a-b.c"), "event/a-b.c");
        assert_eq!(fragment("event/\"><b>"), "event/%22%3E%3Cb%3E");
        assert_eq!(fragment("actor/é x"), "actor/%C3%A9%20x");
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert!(
            web("https://example.org/?a=1&b", "x")
                .contains("href=\"https://example.org/?a=1&amp;b\"")
        );
        for url in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "",
        ] {
            assert_eq!(web(url, "<x>"), "&lt;x&gt;");
        }
    }
}
