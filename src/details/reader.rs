//! What the reader shows of a source: its text in blocks, and the stretches that passages quote.

use std::ops::Range;

use crate::evidence::{Sourced, State};
use crate::index::Index;
use crate::story::{Item, PassageIx, SourceIx};

/// Bytes of a block, at most: a paragraph that is longer has several.
const MOST_BYTES: usize = 1600;

/// A part of a text that is laid out by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The bytes of the text.
    pub bytes: Range<usize>,
    /// The paragraph that begins with it, counted from 1.
    pub paragraph: Option<u32>,
    /// The page that begins with it or within it, counted from 1.
    pub page: Option<u32>,
}

/// A stretch of a text that a passage quotes, or may quote where it is ambiguous.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The bytes of the text.
    pub bytes: Range<usize>,
    /// The passage.
    pub passage: PassageIx,
    /// How its quotation stands to the source.
    pub state: State,
    /// Whether the passage begins here.
    pub begins: bool,
}

/// The stretches of a source's text that passages quote, by where they begin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotes {
    all: Vec<Quoted>,
    /// Bytes of the longest of them.
    longest: usize,
}

impl Quotes {
    /// The stretches, in any order.
    #[must_use]
    pub fn new(mut all: Vec<Quoted>) -> Self {
        all.sort_by_key(|quoted| (quoted.bytes.start, quoted.bytes.end, quoted.passage));
        let longest = all.iter().map(|quoted| quoted.bytes.len()).max();
        Self {
            all,
            longest: longest.unwrap_or(0),
        }
    }

    /// Those that share a byte with `bytes`, by where they begin.
    pub fn within(&self, bytes: &Range<usize>) -> impl Iterator<Item = &Quoted> {
        let (start, end) = (bytes.start, bytes.end);
        let before = start.saturating_sub(self.longest);
        let first = self
            .all
            .partition_point(|quoted| quoted.bytes.start < before);
        let rest = self.all.get(first..).unwrap_or_default().iter();
        rest.take_while(move |quoted| quoted.bytes.start < end)
            .filter(move |quoted| quoted.bytes.end > start)
    }

    /// The passages that cover the byte `at`, the narrowest first.
    #[must_use]
    pub fn covering(&self, at: usize) -> Vec<PassageIx> {
        let one = at..at + 1;
        let covering = self.within(&one);
        let mut covering: Vec<(usize, PassageIx)> = covering
            .map(|quoted| (quoted.bytes.len(), quoted.passage))
            .collect();
        covering.sort_unstable();
        covering.dedup_by_key(|(_, passage)| *passage);
        covering.into_iter().map(|(_, passage)| passage).collect()
    }

    /// Where `passage` stands, or may stand first.
    #[must_use]
    pub fn of(&self, passage: PassageIx) -> Option<&Quoted> {
        self.all.iter().find(|quoted| quoted.passage == passage)
    }
}

/// The text of a source as blocks, in order. Together they hold all of it but blank lines.
#[must_use]
pub fn blocks(sourced: &Sourced) -> Vec<Block> {
    let text = &sourced.text;
    let mut blocks = Vec::new();
    let mut at = 0;
    let mut number = 0_u32;
    while let Some(paragraph) = text.paragraph(number + 1) {
        number += 1;
        // What lies between paragraphs is shown too: it may be quoted.
        cut(text.as_str(), at..paragraph.start, None, &mut blocks);
        cut(text.as_str(), paragraph.clone(), Some(number), &mut blocks);
        at = paragraph.end.max(at);
    }
    cut(text.as_str(), at..text.as_str().len(), None, &mut blocks);
    let mut pages = (1_u32..).zip(&sourced.pages).peekable();
    for block in &mut blocks {
        while let Some((page, _)) = pages.next_if(|(_, start)| **start < block.bytes.end) {
            block.page = Some(page);
        }
    }
    blocks
}

/// Cuts `range` into blocks, at line ends or blanks where there are any.
fn cut(text: &str, range: Range<usize>, paragraph: Option<u32>, blocks: &mut Vec<Block>) {
    let Some(mut rest) = text.get(range.clone()) else {
        return;
    };
    let mut start = range.start;
    let mut paragraph = paragraph;
    if paragraph.is_none() && rest.trim().is_empty() {
        return;
    }
    while !rest.is_empty() {
        let end = if rest.len() <= MOST_BYTES {
            rest.len()
        } else {
            end_of_block(rest)
        };
        blocks.push(Block {
            bytes: start..start + end,
            paragraph: paragraph.take(),
            page: None,
        });
        start += end;
        rest = rest.get(end..).unwrap_or_default();
    }
}

/// Where the first block of a long text ends: after a line end, else a blank, else anywhere.
fn end_of_block(text: &str) -> usize {
    let mut most = MOST_BYTES;
    while !text.is_char_boundary(most) {
        most -= 1;
    }
    let head = text.get(..most).unwrap_or_default();
    let after = |found: Option<usize>| found.map(|at| at + 1).filter(|end| *end * 2 > most);
    after(head.rfind('\n'))
        .or_else(|| after(head.rfind(' ')))
        .unwrap_or(most)
}

/// The stretches of a source's text that passages quote, by where they begin.
#[must_use]
pub fn quoted(index: &Index, source: SourceIx) -> Quotes {
    let mut quoted = Vec::new();
    for &passage in index.passages_of(source) {
        let Some(checked) = index.verification().passage(passage) else {
            continue;
        };
        for found in &checked.places {
            for (n, bytes) in found.spans.iter().enumerate() {
                quoted.push(Quoted {
                    bytes: bytes.clone(),
                    passage,
                    state: checked.state,
                    begins: n == 0,
                });
            }
        }
    }
    Quotes::new(quoted)
}

/// What rests on a passage, in words: "2 events, 1 relation".
#[must_use]
pub fn resting(index: &Index, passage: PassageIx) -> Vec<Item> {
    let resting = index.resting_on(passage).iter();
    resting.map(|(item, _)| *item).collect()
}

/// Characters of context before and after a quotation.
const CONTEXT: usize = 32;

/// A passage for a story file that quotes `bytes` of the text of `source`, ready to be pasted; none where those
/// hold no words. Its words are those, or `quote` where that leaves some of them out.
///
/// It says where it stands in three ways, so that it is found again when the text changes: by the words, by
/// those around them (W3C `TextQuoteSelector`), and by its place in code points (W3C `TextPositionSelector`).
#[must_use]
pub fn snippet(
    source: &str,
    sourced: &Sourced,
    bytes: Range<usize>,
    quote: Option<&str>,
) -> Option<String> {
    let text = &sourced.text;
    let all = text.as_str();
    let chosen = all.get(bytes.clone())?;
    let words = chosen.trim();
    if words.is_empty() {
        return None;
    }
    let start = bytes.start + (chosen.len() - chosen.trim_start().len());
    let bytes = start..start + words.len();
    let quote = quote.unwrap_or(words);
    let (from, to) = text.code_points(&bytes);
    let before = all.get(..bytes.start).unwrap_or_default();
    let after = all.get(bytes.end..).unwrap_or_default();
    let id = format!("{}-{}", slug(source), slug(quote));
    let mut fields = vec![format!("source: {}", ron(source))];
    if let Some(paragraph) = text.paragraph_at(bytes.start) {
        fields.push(format!("paragraph: {paragraph}"));
    }
    let page = sourced.pages.partition_point(|page| *page <= bytes.start);
    if page > 0 {
        fields.push(format!("page: \"{page}\""));
    }
    // Who speaks is the author's to say.
    fields.push("said_by: Reporter /* or OnRecord(\"actor\"), Spokesperson(\"actor\"), Unnamed(), Document */".to_owned());
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines = vec![format!("quote: {}", ron(&words(quote)))];
    let (prefix, suffix) = (last_words(before), first_words(after));
    let mut around = Vec::new();
    if !prefix.is_empty() {
        around.push(format!("prefix: {}", ron(&prefix)));
    }
    if !suffix.is_empty() {
        around.push(format!("suffix: {}", ron(&suffix)));
    }
    around.push(format!("start: {from}, end: {to}"));
    lines.push(around.join(", "));
    Some(format!(
        "{}: Passage(\n    {},\n    {},\n),\n",
        ron(&id),
        fields.join(", "),
        lines.join(",\n    "),
    ))
}

/// The last whole words of a text, about [`CONTEXT`] characters of them, with the blank after them.
fn last_words(text: &str) -> String {
    let tail: String = {
        let mut letters: Vec<char> = text.chars().rev().take(CONTEXT).collect();
        letters.reverse();
        letters.into_iter().collect()
    };
    let whole = tail.len() == text.len();
    let tail = match tail.find(char::is_whitespace) {
        Some(blank) if !whole => &tail[blank..],
        _ => tail.as_str(),
    };
    let end = if tail.ends_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let words = tail.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { words } else { words + end }
}

/// The first whole words of a text, about [`CONTEXT`] characters of them, with the blank before them.
fn first_words(text: &str) -> String {
    let head: String = text.chars().take(CONTEXT).collect();
    let whole = head.len() == text.len();
    let head = match head.rfind(char::is_whitespace) {
        Some(blank) if !whole => &head[..blank],
        _ => head.as_str(),
    };
    let start = if head.starts_with(char::is_whitespace) {
        " "
    } else {
        ""
    };
    let words = head.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        words
    } else {
        start.to_owned() + &words
    }
}

/// A few words of `text` as an id: "use-all-available".
fn slug(text: &str) -> String {
    let words = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(4);
    let words: Vec<String> = words
        .map(|word| word.to_lowercase().chars().take(24).collect())
        .collect();
    if words.is_empty() {
        "passage".to_owned()
    } else {
        words.join("-")
    }
}

/// `text` as RON writes it.
fn ron(text: &str) -> String {
    ron::to_string(text).unwrap_or_else(|_| format!("{text:?}"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::evidence::quote::Text;
    use crate::evidence::source_text::Kind;

    fn sourced(text: &str, pages: Vec<usize>) -> Sourced {
        let mut paragraphs = Vec::new();
        let mut at = 0;
        for part in text.split("\n\n") {
            paragraphs.push(at..at + part.len());
            at += part.len() + 2;
        }
        Sourced {
            name: "report.txt".to_owned(),
            text: Arc::new(Text::new(text.into(), paragraphs)),
            pages,
            kind: Kind::Plain,
            sha256: String::new(),
            changed: false,
        }
    }

    #[test]
    fn blocks_hold_all_words_and_none_is_long() {
        let long = "word ".repeat(2000);
        let text = format!("First.\n\n{long}\n\n{}\n\nLast.", "x".repeat(5000));
        let source = sourced(&text, vec![0, 3000]);
        let blocks = blocks(&source);
        assert!(blocks.iter().all(|block| block.bytes.len() <= MOST_BYTES));
        let shown: usize = blocks.iter().map(|block| block.bytes.len()).sum();
        assert_eq!(shown, text.len() - 6, "all but blank lines");
        let numbers: Vec<u32> = blocks.iter().filter_map(|block| block.paragraph).collect();
        assert_eq!(numbers, [1, 2, 3, 4]);
        assert_eq!(blocks[0].page, Some(1));
        let second = blocks.iter().find(|block| block.page == Some(2)).unwrap();
        assert!(second.bytes.contains(&3000));
    }

    #[test]
    fn a_passage_to_paste_says_where_it_stands() {
        let text = "The council met on Monday.\n\nIt said “we will\nnot sell” and rose, after an hour, for lunch.";
        let source = sourced(text, vec![]);
        let at = text.find("we will").unwrap();
        let snippet = snippet("report", &source, at..at + 16, None).unwrap();
        assert!(
            snippet.starts_with("\"report-we-will-not-sell\": Passage("),
            "{snippet}"
        );
        assert!(snippet.contains("quote: \"we will not sell\""), "{snippet}");
        assert!(snippet.contains("paragraph: 2"), "{snippet}");
        let from = text[..at].chars().count();
        assert!(
            snippet.contains(&format!("start: {from}, end: {}", from + 16)),
            "{snippet}"
        );
        assert!(
            snippet.contains("suffix: \"” and rose, after an hour, for\""),
            "{snippet}"
        );
        let story = format!(
            "Story(format: 1, title: \"t\", sources: {{ \"report\": Source(title: \"r\") }}, passages: {{ {snippet} }}, actors: {{ \"a\": Actor(name: \"a\", evidence: [Supports(\"report-we-will-not-sell\")]) }})"
        );
        let loaded = crate::file::load_str("t.ron", &story, &crate::file::Progress::default());
        assert_eq!(loaded.unwrap().problems, []);
        assert_eq!(super::snippet("report", &source, 0..0, None), None);
    }
}
