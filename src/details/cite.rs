//! Sources and quotations of a story as citations.

use crate::citing::{Locator, Published, Quoted, Style, Work, cite, markdown, quotation as quoted};
use crate::evidence::State;
use crate::index::Index;
use crate::language::say;
use crate::story::calendar::Tick;
use crate::story::{Date, PassageIx, Source, SourceIx};

/// What citations know of a source.
#[must_use]
pub fn work<'s>(source: &Source<'s>) -> Work<'s> {
    Work {
        id: source.id,
        title: source.title,
        kind: source.kind,
        author: source.author,
        publisher: source.publisher,
        published: source.published.and_then(published),
        url: source.url,
        language: source.language,
    }
}

/// A date of publication, as sharp as it is known.
fn published(date: &Date) -> Option<Published> {
    let (from, to) = date.span().finite()?;
    let first = from.civil().0;
    let last = Tick(to.0.saturating_sub(1)).civil().0;
    let same_year = first.year == last.year;
    let same_month = same_year && first.month == last.month;
    let edges = date.span();
    Some(Published {
        year: i32::try_from(first.year).ok()?,
        month: same_month.then_some(first.month),
        day: (same_month && first.day == last.day).then_some(first.day),
        approximate: edges.start.approximate || !same_year,
    })
}

/// A source as the list of a report has it, in Markdown.
#[must_use]
pub fn citation(index: &Index, source: SourceIx) -> String {
    cite(&work(&index.story().source(source)), Style::Markdown)
}

/// A passage with who said it and where it stands, as a footnote in a line of Markdown.
#[must_use]
pub fn quotation(index: &Index, passage: PassageIx) -> String {
    let story = index.story();
    let record = story.passage(passage);
    let who = index.voice_words(&record.said_by);
    let place = super::cards::place_within(&record);
    let (quote, who) = (markdown(record.quote), markdown(&who));
    let cited = citation(index, record.source);
    let said = if place.is_empty() {
        say!(
            "details-footnote",
            quote = quote,
            who = who,
            citation = cited
        )
    } else {
        let place = markdown(&place);
        say!(
            "details-footnote-placed",
            quote = quote,
            who = who,
            place = place,
            citation = cited
        )
    };
    said + &index
        .amiss_passage(passage)
        .map_or_else(String::new, |state| format!(" \\[{}\\]", unverified(state)))
}

/// A passage with who said it and its citation, in a style.
#[must_use]
pub fn in_style(index: &Index, passage: PassageIx, style: Style) -> String {
    let story = index.story();
    let record = story.passage(passage);
    let who = index.voice_words(&record.said_by);
    let locator = match (record.paragraph, record.page, record.at) {
        (Some(paragraph), ..) => Locator::Paragraph(paragraph),
        (None, "", "") => Locator::Unknown,
        (None, "", at) => Locator::Other(at),
        (None, page, _) => Locator::Page(page),
    };
    let whole = Quoted {
        quote: record.quote,
        who: &who,
        locator,
        work: work(&story.source(record.source)),
    };
    let cited = quoted(&whole, style);
    match (index.amiss_passage(passage), style) {
        (Some(state), Style::Plain | Style::Markdown | Style::Chicago | Style::Apa) => {
            format!("{cited} [{}]", unverified(state))
        }
        _ => cited,
    }
}

/// What to say of a quotation that is cited and does not stand so in its source.
fn unverified(state: State) -> String {
    say!("details-unverified", state = state.label())
}
