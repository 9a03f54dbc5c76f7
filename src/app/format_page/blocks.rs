//! The format's reference as blocks that can be painted: headings, paragraphs, lists, tables, examples.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// As all others.
    Plain,
    /// So that they stand out.
    Strong,
    /// As they are typed.
    Typed,
}

/// Words that are set alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// How they are set.
    pub ink: Ink,
}

/// A piece of a page that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of a level from 1.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Vec<Words>),
    /// An entry of a list, so many lists deep.
    Entry(u8, Vec<Words>),
    /// An example, line by line.
    Example(String),
    /// A table: its first row is its heading.
    Table(Vec<Vec<Vec<Words>>>),
}

/// The blocks of `markdown`.
#[must_use]
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut reading = Reading::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reading.take(event);
    }
    reading.blocks
}

#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    words: Vec<Words>,
    strong: bool,
    depth: u8,
    example: Option<String>,
    rows: Vec<Vec<Vec<Words>>>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                let ink = if self.strong { Ink::Strong } else { Ink::Plain };
                if let Some(example) = &mut self.example {
                    example.push_str(&text);
                } else {
                    self.say(&text, ink);
                }
            }
            Event::Code(text) => self.say(&text, Ink::Typed),
            Event::SoftBreak | Event::HardBreak => self.say(" ", Ink::Plain),
            _ => {}
        }
    }

    fn say(&mut self, text: &str, ink: Ink) {
        match self.words.last_mut().filter(|last| last.ink == ink) {
            Some(last) => last.text.push_str(text),
            None => self.words.push(Words {
                text: text.to_owned(),
                ink,
            }),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong | Tag::Emphasis => self.strong = true,
            Tag::List(_) => {
                // The words of an entry come before the list in it.
                self.end_of_entry();
                self.depth = self.depth.saturating_add(1);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.example = Some(String::new());
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.strong = false,
            TagEnd::Heading(level) => {
                let words = std::mem::take(&mut self.words);
                let text = words.into_iter().map(|words| words.text).collect();
                self.blocks.push(Block::Heading(level as u8, text));
            }
            TagEnd::Paragraph if self.depth == 0 => {
                let words = std::mem::take(&mut self.words);
                self.blocks.push(Block::Paragraph(words));
            }
            TagEnd::Item => self.end_of_entry(),
            TagEnd::List(_) => self.depth = self.depth.saturating_sub(1),
            TagEnd::CodeBlock => {
                if let Some(example) = self.example.take() {
                    let example = example.trim_end().to_owned();
                    self.blocks.push(Block::Example(example));
                }
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.words);
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.blocks.push(Block::Table(rows));
            }
            _ => {}
        }
    }

    fn end_of_entry(&mut self) {
        if self.depth > 0 && !self.words.is_empty() {
            let words = std::mem::take(&mut self.words);
            self.blocks.push(Block::Entry(self.depth, words));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Words {
        Words {
            text: text.to_owned(),
            ink: Ink::Plain,
        }
    }

    #[test]
    fn headings_paragraphs_lists_tables_and_examples_become_blocks() {
        let text = "# A *page*\n\nSome\nwords.\n\n- one `x`\n  - deep\n- two\n\n| a | b |\n| --- | --- |\n| `c` | d |\n\n```ron\nStory(\n)\n```\n";
        let typed = |text: &str| Words {
            text: text.to_owned(),
            ink: Ink::Typed,
        };
        let expected = [
            Block::Heading(1, "A page".to_owned()),
            Block::Paragraph(vec![plain("Some words.")]),
            Block::Entry(1, vec![plain("one "), typed("x")]),
            Block::Entry(2, vec![plain("deep")]),
            Block::Entry(1, vec![plain("two")]),
            Block::Table(vec![
                vec![vec![plain("a")], vec![plain("b")]],
                vec![vec![typed("c")], vec![plain("d")]],
            ]),
            Block::Example("Story(\n)".to_owned()),
        ];
        assert_eq!(blocks(text), expected);
    }

    const ENGLISH: &str = include_str!("../../../data/FORMAT.md");
    const GERMAN: &str = include_str!("../../../data/FORMAT.de.md");

    /// An example without its comments.
    fn uncommented(example: &str) -> Vec<String> {
        let line = |line: &str| {
            let mut in_text = false;
            let mut letters = line.char_indices().peekable();
            while let Some((at, letter)) = letters.next() {
                match letter {
                    '\\' if in_text => {
                        letters.next();
                    }
                    '"' => in_text = !in_text,
                    '/' if !in_text && letters.peek().is_some_and(|(_, next)| *next == '/') => {
                        return line[..at].trim_end().to_owned();
                    }
                    _ => {}
                }
            }
            line.to_owned()
        };
        example.lines().map(line).collect()
    }

    #[test]
    fn the_reference_says_the_same_in_german() {
        let (english, german) = (blocks(ENGLISH), blocks(GERMAN));
        let levels = |blocks: &[Block]| {
            let level = |block: &Block| match block {
                Block::Heading(level, _) => Some(*level),
                _ => None,
            };
            blocks.iter().filter_map(level).collect::<Vec<_>>()
        };
        assert_eq!(levels(&german), levels(&english));
        let examples = |blocks: &[Block]| {
            let example = |block: &Block| match block {
                Block::Example(text) => Some(uncommented(text)),
                _ => None,
            };
            blocks.iter().filter_map(example).collect::<Vec<_>>()
        };
        assert_eq!(examples(&german), examples(&english));
        // What is explained: fields, words, dates, codes.
        let explained = |blocks: &[Block]| {
            let rows = blocks.iter().filter_map(|block| match block {
                Block::Table(rows) => Some(rows),
                _ => None,
            });
            let cells = rows.flatten().filter_map(|row| row.first());
            let typed = cells.flatten().filter(|words| words.ink == Ink::Typed);
            typed.map(|words| words.text.clone()).collect::<Vec<_>>()
        };
        assert!(explained(&english).len() > 100);
        assert_eq!(explained(&german), explained(&english));
    }

    #[test]
    fn comments_are_parted_from_what_looks_like_them() {
        let example = "url: \"https://a\\\"//b\", // an address\n// all\nkind: \"x\",";
        let left = ["url: \"https://a\\\"//b\",", "", "kind: \"x\","];
        assert_eq!(uncommented(example), left);
    }

    #[test]
    fn no_word_of_the_reference_is_lost() {
        for text in [ENGLISH, GERMAN] {
            nothing_is_lost_of(text);
        }
    }

    fn nothing_is_lost_of(text: &str) {
        let blocks = blocks(text);
        let mut said = String::new();
        let all = |said: &mut String, words: &[Words]| {
            for words in words {
                said.push_str(&words.text);
            }
            said.push('\n');
        };
        for block in &blocks {
            match block {
                Block::Heading(_, text) | Block::Example(text) => {
                    said.push_str(text);
                    said.push('\n');
                }
                Block::Paragraph(words) | Block::Entry(_, words) => all(&mut said, words),
                Block::Table(rows) => {
                    for cell in rows.iter().flatten() {
                        all(&mut said, cell);
                    }
                }
            }
        }
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        // Addresses of links and the names of examples' languages are not shown.
        let shown = letters(&said);
        assert!(
            shown * 100 > letters(text) * 97,
            "{shown} of {}",
            letters(text)
        );
        assert!(
            blocks
                .iter()
                .filter(|block| matches!(block, Block::Example(_)))
                .count()
                > 5
        );
    }
}
