//! The values of a field, as they are written: `a,b`, `"a b","c, d"`, `="exactly this"`.

use std::ops::Range;

use super::super::search::{has_folded, is_folded, is_mark};

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The words, without quotation marks.
    pub words: String,
    /// Whether an equals sign stands before it: the whole text is meant, where a part would do otherwise.
    pub exact: bool,
}

impl Value {
    /// These words, of which a part of a text will do.
    #[must_use]
    pub fn of(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            exact: false,
        }
    }

    /// A value that is these words and no part of them.
    #[must_use]
    pub fn exactly(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            exact: true,
        }
    }

    /// As a filter has it, so that it is read back as the same value.
    #[must_use]
    pub fn written(&self) -> String {
        let sign = if self.exact { "=" } else { "" };
        let ends = |letter: char| letter.is_whitespace() || letter == ',' || is_mark(letter);
        let is_plain =
            !self.words.is_empty() && !self.words.starts_with('=') && !self.words.contains(ends);
        if is_plain {
            return format!("{sign}{}", self.words);
        }
        let mut out = format!("{sign}\"");
        for letter in self.words.chars() {
            out.extend(std::iter::repeat_n(
                letter,
                1 + usize::from(is_mark(letter)),
            ));
        }
        out.push('"');
        out
    }

    /// Whether this value, whose words are folded, means `text`: all of it, or a part that will do.
    pub(in super::super) fn means(&self, text: &str) -> bool {
        if self.exact {
            is_folded(text, &self.words)
        } else {
            !text.is_empty() && has_folded(text, &self.words)
        }
    }

    /// Whether this value, whose words are folded, means a source: its id, or a part of its title.
    pub(in super::super) fn means_source(&self, id: &str, title: &str) -> bool {
        is_folded(id, &self.words) || (!self.exact && self.means(title))
    }
}

/// Several values with commas between them, as a filter has them.
#[must_use]
pub fn written(values: &[Value]) -> String {
    let values: Vec<String> = values.iter().map(Value::written).collect();
    values.join(",")
}

/// A value where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    /// In bytes of the text; the equals sign and the quotation marks included.
    pub at: Range<usize>,
    /// As it is written, not folded; it may have no words.
    pub value: Value,
    /// Its quotation mark is not closed.
    pub open: bool,
}

/// The values at the beginning of `text`, at least one. Within quotation marks a comma is a comma, and two
/// marks of one sort are one.
pub(super) fn values(text: &str) -> Vec<Placed> {
    let mut values = Vec::new();
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let exact = rest.starts_with('=');
        let begins = at + usize::from(exact);
        let ends = |letter: char| letter.is_whitespace() || letter == ',';
        let (words, length, open) = words(text.get(begins..).unwrap_or_default(), ends);
        let end = begins + length;
        values.push(Placed {
            at: at..end,
            value: Value { words, exact },
            open,
        });
        match text.get(end..) {
            Some(after) if after.starts_with(',') => at = end + 1,
            _ => return values,
        }
    }
}

/// The words at the beginning of `text`: between quotation marks, or as far as something `ends` them; how many
/// bytes they take, and whether a quotation mark is not closed.
pub(super) fn words(text: &str, ends: impl Fn(char) -> bool) -> (String, usize, bool) {
    if !text.starts_with(is_mark) {
        let end = text.find(ends).unwrap_or(text.len());
        return (text.get(..end).unwrap_or_default().to_owned(), end, false);
    }
    let mut words = String::new();
    let mut letters = text.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if is_mark(letter) && letters.next_if(|(_, next)| *next == letter).is_none() {
            return (words, at + letter.len_utf8(), false);
        }
        words.push(letter);
    }
    (words, text.len(), true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> (Vec<String>, &str) {
        let values = values(text);
        let rest = &text[values.last().unwrap().at.end..];
        let words = values.into_iter().map(|placed| placed.value.words);
        (words.filter(|words| !words.is_empty()).collect(), rest)
    }

    #[test]
    fn values_stand_between_commas_and_end_with_a_blank() {
        assert_eq!(read("a,B rest").0, ["a", "B"]);
        assert_eq!(read("\"a b\",\"c, d\" rest").0, ["a b", "c, d"]);
        assert_eq!(read("\"say \"\"hi\"\"\"").0, ["say \"hi\""]);
        assert_eq!(read("“a b”,c").0, ["a b", "c"]);
        assert_eq!(read(",a,,").0, ["a"]);
        assert_eq!(values("=a,b")[0].value, Value::exactly("a"));
        assert_eq!(read("=\"a b\" c").1, " c");
        assert!(!values("\"=a\"")[0].value.exact);
        let open: Vec<bool> = values("a,\"b")
            .into_iter()
            .map(|value| value.open)
            .collect();
        assert_eq!(open, [false, true]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            all in prop::collection::vec(("\\PC{1,12}|[ ,=\"“”＂\n-]{1,4}", any::<bool>()), 1..5),
            after in "| [a-z]{0,3}",
        ) {
            let all: Vec<Value> = all
                .into_iter()
                .map(|(words, exact)| Value { words, exact })
                .collect();
            let text = written(&all) + &after;
            let read = values(&text);
            prop_assert_eq!(&text[read.last().unwrap().at.end..], after);
            let read: Vec<Value> = read.into_iter().map(|placed| placed.value).collect();
            prop_assert_eq!(read, all);
        }
    }
}
