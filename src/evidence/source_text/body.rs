//! The words of a source while they are put together.

use std::ops::Range;

use super::{MOST_BYTES, MOST_PARAGRAPHS, Problem};

/// What a control character is to the words.
enum Sort {
    Word,
    Line,
    Break,
    Nothing,
}

fn sort(c: char) -> Sort {
    match c {
        '\t' => Sort::Word,
        // Of U+0085 and U+2028 both mean a new line.
        '\n' | '\u{85}' | '\u{2028}' => Sort::Line,
        '\u{c}' | '\u{2029}' => Sort::Break,
        // Overrides of the direction would show other words than are there.
        '\u{feff}' | '\u{202d}' | '\u{202e}' => Sort::Nothing,
        _ if c.is_control() => Sort::Nothing,
        _ => Sort::Word,
    }
}

/// `text` with `\n` line ends and a form feed where a page or paragraph ends; other control
/// characters are left out.
pub(super) fn cleaned(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\r' {
            rest.next_if_eq(&'\n');
            clean.push('\n');
            continue;
        }
        match sort(c) {
            Sort::Word => clean.push(c),
            Sort::Line => clean.push('\n'),
            Sort::Break => clean.push('\u{c}'),
            Sort::Nothing => {}
        }
    }
    clean
}

/// The parts of `text` that form feeds or lines without words divide, without the white space
/// around them; none is empty.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = &str> {
    text.split('\u{c}')
        .flat_map(blank_divided)
        .map(str::trim)
        .filter(|block| !block.is_empty())
}

fn blank_divided(text: &str) -> impl Iterator<Item = &str> {
    let mut from = Some(0);
    std::iter::from_fn(move || {
        let start = from?;
        let rest = text.get(start..)?;
        let mut at = 0;
        for line in rest.split_inclusive('\n') {
            let end = at + line.len();
            if line.trim().is_empty() {
                from = Some(start + end);
                return rest.get(..at);
            }
            at = end;
        }
        from = None;
        Some(rest)
    })
}

/// Paragraphs, with a blank line between them.
#[derive(Debug, Default)]
pub(super) struct Body {
    text: String,
    paragraphs: Vec<Range<usize>>,
}

impl Body {
    /// Adds the paragraphs of `text`, which blank lines divide.
    pub(super) fn add(&mut self, text: &str) -> Result<(), Problem> {
        for block in blocks(text) {
            let range = self.write(block)?;
            if self.paragraphs.len() >= MOST_PARAGRAPHS {
                return Err(Problem::TooLong);
            }
            self.paragraphs.push(range);
        }
        Ok(())
    }

    /// Adds words that stand above the body and are no paragraph of it.
    pub(super) fn add_header(&mut self, text: &str) -> Result<(), Problem> {
        self.write(text).map(|_| ())
    }

    fn write(&mut self, block: &str) -> Result<Range<usize>, Problem> {
        if block.len() + self.text.len() + 2 > MOST_BYTES {
            return Err(Problem::TooLong);
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(block);
        Ok(start..self.text.len())
    }

    /// The text and its paragraphs; an error where there are no words.
    pub(super) fn finish(self) -> Result<(String, Vec<Range<usize>>), Problem> {
        if has_words(&self.text) {
            Ok((self.text, self.paragraphs))
        } else {
            Err(Problem::NoWords)
        }
    }
}

/// Whether there is anything in `text` that could be quoted.
pub(super) fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_one_and_control_characters_go() {
        assert_eq!(cleaned("a\r\nb\rc\u{0}d\u{7}\te\u{202e}"), "a\nb\ncd\te");
        assert_eq!(cleaned("\u{feff}a\u{85}b\u{c}c"), "a\nb\u{c}c");
    }

    #[test]
    fn blank_lines_and_form_feeds_divide_blocks() {
        let found: Vec<&str> = blocks("\n a\nb \n \t\n\n\nc\u{c}d\n\n").collect();
        assert_eq!(found, ["a\nb", "c", "d"]);
        assert_eq!(blocks("").count(), 0);
        assert_eq!(blocks("\n\n \n").count(), 0);
    }

    #[test]
    fn no_more_text_is_taken_than_a_source_may_have() {
        let mut body = Body::default();
        body.add(&"a".repeat(MOST_BYTES - 2)).unwrap();
        assert!(matches!(body.add("b"), Err(Problem::TooLong)));
    }

    #[test]
    fn no_more_paragraphs_are_taken_than_a_source_may_have() {
        let mut body = Body::default();
        body.add(&"a\n\n".repeat(MOST_PARAGRAPHS)).unwrap();
        assert!(matches!(body.add("b"), Err(Problem::TooLong)));
    }
}
