//! What the words in the search field ask for: words, a query with fields, a date.

use crate::index::query::{QueryError, QueryProblem, unknown_value};
use crate::index::search::{Hits, Searcher, Why, is_mark};
use crate::index::{Index, Query};
use crate::language::say;
use crate::story::calendar::Tick;
use crate::story::kind::sentence_case;
use crate::story::{Date, ItemKind};
use crate::timeline::{JumpError, Standpoint, jump};
use crate::view::Window;

/// The most words that a date has.
const DATE_WORDS: usize = 6;

/// What was asked for, and what was found.
pub(super) type Found = (Asked, Vec<Hits>);

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// As it was typed.
    pub text: String,
    pub of: Of,
    /// The events of a date that is named.
    pub dated: Option<Dated>,
    /// What is wrong with it as a query, though it may be meant as words.
    pub complaint: Option<QueryError>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Of {
    /// Words alone.
    Words(String),
    /// What passes this.
    Passing(Query),
    /// It cannot be asked.
    Nothing,
}

/// A date that is named among words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dated {
    /// The other words, and the date.
    query: Query,
    /// The date in words.
    pub words: String,
    /// There are no other words.
    is_all: bool,
}

impl Asked {
    /// What `text` asks for on the day `today`.
    pub(super) fn new(text: &str, today: Tick) -> Self {
        // A minus sign alone waits for what it is to turn round.
        let begun = text.trim_end();
        let begun = begun.strip_suffix(" -").unwrap_or(begun);
        let (of, complaint) = match Query::begun(begun) {
            Ok(query) => {
                let complaint = Query::parse(begun).err();
                let complaint = complaint.filter(QueryError::is_unfinished);
                let of = if query.asks_of_fields() {
                    Of::Passing(query)
                } else {
                    Of::Words(query.to_string())
                };
                (of, complaint)
            }
            Err(error) if is_of_words(&error) => (Of::Words(begun.to_owned()), Some(error)),
            Err(error) => (Of::Nothing, Some(error)),
        };
        let dated = match &of {
            Of::Words(words) if !words.contains(is_mark) => dated(words, today),
            _ => None,
        };
        Self {
            text: text.to_owned(),
            of,
            dated,
            complaint,
        }
    }

    /// What is found of it; where nothing is, it may complain of a value that the story has not.
    pub(super) fn found(mut self, searcher: &Searcher, index: &Index, most: usize) -> Found {
        let hits = self.find(searcher, index, most);
        if hits.is_empty() && self.complaint.is_none() {
            self.complaint = unknown_value(&self.text, searcher.vocabulary());
        }
        (self, hits)
    }

    fn find(&self, searcher: &Searcher, index: &Index, most: usize) -> Vec<Hits> {
        let mut hits = match &self.of {
            Of::Words(words) => searcher.find(words, most),
            Of::Passing(query) => searcher.find_passing(index, query, most),
            Of::Nothing => Vec::new(),
        };
        let dated = self.dated.as_ref();
        let dated = dated.and_then(|dated| searcher.find_dated(index, &dated.query, most));
        if let Some(dated) = dated {
            // Behind the events that have the words, before names that are nearly so.
            let after = |hits: &&Hits| {
                hits.why == Why::Holds && matches!(hits.kind, ItemKind::Actor | ItemKind::Event)
            };
            let at = hits.iter().take_while(after).count();
            hits.insert(at, dated);
        }
        hits
    }

    /// What is said where nothing is found.
    pub(super) fn nothing(&self) -> String {
        match &self.of {
            Of::Words(words) if words.is_empty() => say!("search-go-on").to_owned(),
            Of::Passing(query) => say!("search-none-passes", query = query.to_string()),
            _ => {
                let words = self.text.trim().trim_matches(is_mark);
                say!("search-nothing-has", words = words)
            }
        }
    }

    /// The filter that leaves what was found, and what the row that offers it says; none where nothing would be
    /// left, or no filter says the same.
    pub(super) fn only(&self, hits: &[Hits]) -> Option<(String, String)> {
        let held = hits.iter().any(|hits| hits.why == Why::Holds);
        let dated = hits.iter().find(|hits| hits.why == Why::Dated);
        match (&self.of, &self.dated, dated) {
            (Of::Passing(query), ..) if held => {
                let counts = hits.iter().map(|hits| counts(hits.kind, hits.count));
                let counts = counts.collect::<Vec<_>>().join(", ");
                Some((
                    query.to_string(),
                    say!("search-only-these", counts = counts),
                ))
            }
            (Of::Words(_), Some(named), Some(dated)) if named.is_all || !held => {
                let counts = counts(ItemKind::Event, dated.count);
                Some((
                    named.query.to_string(),
                    say!("search-only-these", counts = counts),
                ))
            }
            (Of::Words(words), ..) if held => {
                let query = Query::begun(words).ok()?;
                let shown = words.trim().trim_matches(is_mark).trim();
                Some((
                    query.to_string(),
                    say!("search-only-what-has", words = shown),
                ))
            }
            _ => None,
        }
    }
}

/// Whether what is wrong may be no query at all, but words with a colon: "note: closed".
fn is_of_words(error: &QueryError) -> bool {
    matches!(error.reason, QueryProblem::Field(_)) && error.meant.is_none()
}

fn counts(kind: ItemKind, count: usize) -> String {
    match kind {
        ItemKind::Event => say!("count-events", count = count),
        ItemKind::Actor => say!("count-actors", count = count),
        ItemKind::Relation => say!("count-relations", count = count),
        ItemKind::Passage => say!("search-quotations", count = count),
        ItemKind::Source => say!("count-sources", count = count),
    }
}

/// The date that the last words of `text` name, or the first of them.
fn dated(text: &str, today: Tick) -> Option<Dated> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let most = words.len().min(DATE_WORDS);
    // The more words say when, the better it is said.
    let mut parts = (1..=most).rev().flat_map(|count| {
        let (last, first) = (words.split_at(words.len() - count), words.split_at(count));
        [(last.1, last.0), (first.0, first.1)]
    });
    parts.find_map(|(date, rest)| {
        let (dates, words) = read(&date.join(" "), today)?;
        let rest = rest.join(" ");
        Some(Dated {
            query: Query::parse(&format!("{rest} when:{dates}")).ok()?,
            words: sentence_case(&words),
            is_all: rest.is_empty(),
        })
    })
}

/// The dates that `text` may be, as EDTF with commas between them, and in words.
fn read(text: &str, today: Tick) -> Option<(String, String)> {
    if !names_a_year(text) {
        return None;
    }
    let from = Standpoint {
        window: Window::new(today, today),
        today,
    };
    match jump(text, from) {
        Ok(landing) => Some((landing.date?.text().to_owned(), landing.words)),
        Err(JumpError::Ambiguous { readings, .. }) => {
            let dates = readings.iter().filter_map(|reading| reading.date.as_ref());
            let dates: Vec<&str> = dates.map(Date::text).collect();
            let words = readings.iter().map(|reading| reading.words.clone());
            let words = words.reduce(|one, other| say!("search-either", one = one, other = other));
            (!dates.is_empty()).then(|| (dates.join(","), words.unwrap_or_default()))
        }
        Err(_) => None,
    }
}

/// Whether `text` can say in which year: a name such as "May" or "June Carter" is no date.
fn names_a_year(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut digits = 0;
    let has_year = lower.chars().any(|letter| {
        digits = if letter.is_ascii_digit() {
            digits + 1
        } else {
            0
        };
        digits == 4
    });
    let first = lower.split_whitespace().next().unwrap_or_default();
    let last = lower.split_whitespace().last().unwrap_or_default();
    has_year
        || matches!(
            first,
            "today" | "yesterday" | "tomorrow" | "heute" | "gestern"
        )
        || (matches!(
            first,
            "last" | "this" | "next" | "letztes" | "letzten" | "dieses" | "diesen" | "nächstes"
        ) && lower.contains(' '))
        || ((matches!(
            last,
            "bc" | "bce" | "century" | "ago" | "chr." | "jahrhundert"
        ) || (first == "vor" && last == "jahren"))
            && lower.contains(|letter: char| letter.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::calendar::Civil;

    fn asked(text: &str) -> Asked {
        Asked::new(text, Civil::new(2023, 6, 22).start())
    }

    fn when(text: &str) -> Option<(String, String)> {
        let dated = asked(text).dated?;
        Some((dated.query.to_string(), dated.words))
    }

    #[test]
    fn a_date_among_words_is_found() {
        for (text, query) in [
            ("april 2023", "when:2023-04"),
            ("2023-04", "when:2023-04"),
            ("22 June 2023", "when:2023-06-22"),
            ("spring 2022", "when:2022-21"),
            ("letters in April 2023", "letters when:2023-04"),
            ("2022 rules for chips", "rules for chips when:2022"),
            ("last year", "when:2022"),
            ("yesterday", "when:2023-06-21"),
            ("06/07/2023", "when:2023-07-06,2023-06-07"),
            ("19th century", "when:18XX"),
        ] {
            assert_eq!(
                when(text).map(|found| found.0).as_deref(),
                Some(query),
                "{text}"
            );
        }
        assert_eq!(when("april 2023").unwrap().1, "Some time in April 2023");
        for text in [
            "may",
            "june carter",
            "last minute letter",
            "5 votes",
            "\"april 2023\"",
            "x",
        ] {
            assert_eq!(when(text), None, "{text}");
        }
    }

    #[test]
    fn a_field_or_a_minus_makes_a_query_and_a_stray_colon_makes_none() {
        assert!(matches!(asked("kind:agency chips").of, Of::Passing(_)));
        assert!(matches!(asked("chips -tag:cloud").of, Of::Passing(_)));
        assert!(matches!(asked("voices<2").of, Of::Passing(_)));
        // A quotation that is begun, a field without its value and a lone minus wait for what comes.
        assert_eq!(asked("kind:agency \"stricter ru").complaint, None);
        assert_eq!(asked("chips kind:").of, Of::Words("chips".to_owned()));
        assert!(asked("chips from:20").complaint.unwrap().is_unfinished());
        assert_eq!(asked("chips -").of, Of::Words("chips".to_owned()));
        let note = asked("note: closed");
        assert!(matches!(note.of, Of::Words(_)) && note.complaint.is_some());
        let slip = asked("kidn:agency");
        assert_eq!(slip.of, Of::Nothing);
        assert_eq!(slip.complaint.unwrap().meant.as_deref(), Some("kind"));
    }
}
