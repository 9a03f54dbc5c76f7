//! CSL-JSON, and the styles that are described in CSL.

use std::sync::LazyLock;

use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator as Term;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, LocaleFile};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest,
    ElemChildren, LocatorPayload, SpecificLocator,
};
use serde_json::{Map, Value, json};

use super::kind::{form_of, stands_in, word_of_csl};
use super::names::{Name, names, particles};
use super::text::{capital, flat};
use super::{Locator, Published, Work, plain};

/// A style described in CSL.
#[derive(Clone, Copy, Debug)]
pub(super) enum Sheet {
    /// Chicago, notes and bibliography.
    Chicago,
    /// APA.
    Apa,
}

static CHICAGO: LazyLock<Option<IndependentStyle>> = LazyLock::new(|| {
    IndependentStyle::from_xml(include_str!(
        "../../assets/styles/chicago-notes-bibliography.csl"
    ))
    .ok()
});
static APA: LazyLock<Option<IndependentStyle>> =
    LazyLock::new(|| IndependentStyle::from_xml(include_str!("../../assets/styles/apa.csl")).ok());
static ENGLISH: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let file = LocaleFile::from_xml(include_str!("../../assets/styles/locales-en-US.xml"));
    file.map(Locale::from).into_iter().collect()
});

impl Sheet {
    fn style(self) -> Option<&'static IndependentStyle> {
        match self {
            Self::Chicago => CHICAGO.as_ref(),
            Self::Apa => APA.as_ref(),
        }
    }
}

/// A list of one CSL-JSON item, with a note if there is one.
pub(super) fn json(work: &Work<'_>, note: &str) -> String {
    let mut item = Map::new();
    item.insert("id".to_owned(), json!(work.id));
    item.extend(fields(work));
    if !note.is_empty() {
        item.insert("note".to_owned(), json!(flat(note)));
    }
    let list = Value::Array(vec![Value::Object(item)]);
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}

/// What is known of a source, as CSL-JSON has it.
fn fields(work: &Work<'_>) -> Map<String, Value> {
    let mut item = Map::new();
    let form = form_of(work.kind);
    let kind = flat(work.kind);
    item.insert("type".to_owned(), json!(form.csl));
    let container = if stands_in(form.csl) {
        "container-title"
    } else {
        "publisher"
    };
    let genre = if kind == word_of_csl(form.csl) {
        ""
    } else {
        &kind
    };
    let texts = [
        ("title", work.title),
        (container, work.publisher),
        ("genre", genre),
        ("URL", work.url),
        ("language", work.language),
    ];
    for (name, text) in texts {
        let text = flat(text);
        if !text.is_empty() {
            item.insert(name.to_owned(), json!(text));
        }
    }
    let authors: Vec<Value> = names(work.author).iter().map(name).collect();
    if !authors.is_empty() {
        item.insert("author".to_owned(), Value::Array(authors));
    }
    if let Some(date) = work.published.map(Published::sound) {
        let mut parts = vec![json!(date.year)];
        parts.extend(date.month.map(|month| json!(month)));
        parts.extend(date.day.map(|day| json!(day)));
        let mut issued = json!({ "date-parts": [parts] });
        if date.approximate {
            issued["circa"] = json!(true);
        }
        item.insert("issued".to_owned(), issued);
    }
    item
}

fn name(name: &Name) -> Value {
    let (given, family, suffix) = match name {
        Name::Body(body) => return json!({ "literal": body }),
        Name::Person {
            given,
            family,
            suffix,
        } => (given, family, suffix),
    };
    let (particles, family) = particles(family);
    let mut parts = Map::new();
    let texts = [
        ("family", family),
        ("given", given),
        ("non-dropping-particle", particles),
        ("suffix", suffix),
    ];
    for (part, text) in texts {
        if !text.is_empty() {
            parts.insert(part.to_owned(), json!(text));
        }
    }
    Value::Object(parts)
}

/// A source as the styles are to see it, which is not always as it is exported.
fn shown(work: &Work<'_>, sheet: Sheet) -> Option<Item> {
    let mut item = fields(work);
    let kind = form_of(work.kind).csl;
    item.insert("id".to_owned(), json!("source"));
    item.insert("title".to_owned(), json!(plain::title(work)));
    // A letter among a story's sources was read as a document: APA lists no other letters.
    if kind == "personal_communication" && matches!(sheet, Sheet::Apa) {
        item.insert("type".to_owned(), json!("document"));
    }
    if matches!(kind, "document" | "personal_communication" | "report")
        && !work.title.trim().is_empty()
    {
        let kind = flat(work.kind);
        if !kind.is_empty() && kind != "report" {
            item.insert("genre".to_owned(), json!(capital(&kind)));
        }
    }
    // The language decides whether a title is set in capitals: one not known to be English is not.
    if !item.contains_key("language") {
        item.insert("language".to_owned(), json!("und"));
    }
    if flat(work.author) == flat(work.publisher) {
        item.remove("publisher");
        item.remove("container-title");
    }
    // What published a judgment is the court: a reporter of cases would want a volume.
    if kind == "legal_case"
        && let Some(court) = item.remove("container-title")
    {
        item.insert("authority".to_owned(), court);
    }
    // The styles count years in 16 bits.
    if work
        .published
        .is_some_and(|date| i16::try_from(date.year).is_err())
    {
        item.remove("issued");
    }
    serde_json::from_value(Value::Object(item)).ok()
}

/// The place in a source, as the styles name it; what has a name of its own is not named again.
fn place<'a>(locator: Locator<'_>, words: &'a mut String) -> Option<SpecificLocator<'a>> {
    let (term, text) = match locator {
        Locator::Unknown => return None,
        Locator::Paragraph(number) => (Term::Paragraph, number.to_string()),
        Locator::Page(page) => (Term::Page, flat(page)),
        Locator::Other(place) => (Term::Custom, flat(place)),
    };
    *words = text;
    (!words.is_empty()).then_some(SpecificLocator(term, LocatorPayload::Str(words)))
}

/// The citation and the entry of a source in a style; either may be empty.
fn rendered(work: &Work<'_>, locator: Locator<'_>, sheet: Sheet) -> Option<(String, String)> {
    let (style, item) = (sheet.style()?, shown(work, sheet)?);
    let english = Some(LocaleCode("en-US".to_owned()));
    let mut words = String::new();
    let cited = CitationItem::with_locator(&item, place(locator, &mut words));
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::new(
        vec![cited],
        style,
        english.clone(),
        &ENGLISH,
        Some(1),
    ));
    let request = BibliographyRequest {
        style,
        locale: english,
        locale_files: &ENGLISH,
    };
    let done = driver.finish(request);
    let note = done
        .citations
        .first()
        .map(|cited| written(&cited.citation))
        .unwrap_or_default();
    let list = done
        .bibliography
        .as_ref()
        .and_then(|list| list.items.first());
    Some((
        note,
        list.map(|entry| written(&entry.content))
            .unwrap_or_default(),
    ))
}

fn written(content: &ElemChildren) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = content.write_buf(&mut text, BufWriteFormat::Plain);
    text.trim().to_owned()
}

/// The citation of a place in a source: a note, or what stands in round brackets.
pub(super) fn note(work: &Work<'_>, locator: Locator<'_>, sheet: Sheet) -> String {
    let rendered = rendered(work, locator, sheet).map(|(note, _)| note);
    rendered
        .filter(|note| !note.is_empty())
        .unwrap_or_else(|| plain::cite(work))
}

/// The entry of a source in a list of sources.
pub(super) fn entry(work: &Work<'_>, sheet: Sheet) -> String {
    let (note, entry) = rendered(work, Locator::Unknown, sheet).unwrap_or_default();
    let made = [entry, note].into_iter().find(|text| !text.is_empty());
    made.unwrap_or_else(|| plain::cite(work))
}
