//! The values of a field in a filter, as they are written: `a,b`, `"a b","c, d"`, `="exactly this"`.

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The words, without quotation marks.
    pub words: String,
    /// Whether an equals sign stands before it: the whole text is meant, where a part would do otherwise.
    pub exact: bool,
}

impl Value {
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
        let marks = |c: char| c.is_whitespace() || matches!(c, '"' | ',');
        let is_plain =
            !self.words.is_empty() && !self.words.starts_with('=') && !self.words.contains(marks);
        if is_plain {
            format!("{sign}{}", self.words)
        } else {
            format!("{sign}\"{}\"", self.words.replace('"', "\"\""))
        }
    }
}

/// Several values with commas between them, as a filter has them.
#[must_use]
pub fn written(values: &[Value]) -> String {
    let values: Vec<String> = values.iter().map(Value::written).collect();
    values.join(",")
}

/// The values at the beginning of `text`, in lower case, and what comes after them; none where a quotation
/// mark is not closed. Within quotation marks a comma is a comma, and two quotation marks are one.
#[must_use]
pub fn read(text: &str) -> Option<(Vec<Value>, &str)> {
    let (mut values, mut rest) = (Vec::new(), text);
    loop {
        let (exact, begun) = match rest.strip_prefix('=') {
            Some(begun) => (true, begun),
            None => (false, rest),
        };
        let words;
        (words, rest) = if let Some(quoted) = begun.strip_prefix('"') {
            unquoted(quoted)?
        } else {
            let ends = |c: char| c.is_whitespace() || c == ',';
            let (words, after) = begun.split_at(begun.find(ends).unwrap_or(begun.len()));
            (words.to_owned(), after)
        };
        if !words.is_empty() {
            let words = words.to_lowercase();
            values.push(Value { words, exact });
        }
        match rest.strip_prefix(',') {
            Some(after) => rest = after,
            None => return Some((values, rest)),
        }
    }
}

/// The words before a quotation mark that closes them, and what comes after it.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let (mut words, mut rest) = (String::new(), text);
    loop {
        let (before, after) = rest.split_once('"')?;
        words += before;
        match after.strip_prefix('"') {
            Some(more) => {
                words.push('"');
                rest = more;
            }
            None => return Some((words, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        let (values, _) = read(text).unwrap();
        values.into_iter().map(|value| value.words).collect()
    }

    #[test]
    fn values_stand_between_commas_and_end_with_a_blank() {
        assert_eq!(words("a,B rest"), ["a", "b"]);
        assert_eq!(words("\"a b\",\"c, d\" rest"), ["a b", "c, d"]);
        assert_eq!(words("\"say \"\"hi\"\"\""), ["say \"hi\""]);
        assert_eq!(words(",a,,"), ["a"]);
        assert_eq!(read("=a,b").unwrap().0[0], Value::exactly("a"));
        assert_eq!(read("=\"a b\" c").unwrap().1, " c");
        assert!(!read("\"=a\"").unwrap().0[0].exact);
        assert_eq!(read("a,\"b"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            all in prop::collection::vec(("\\PC{1,12}|[ ,=\"\n-]{1,4}", any::<bool>()), 1..5),
            after in "| [a-z]{0,3}",
        ) {
            let values: Vec<Value> = all
                .into_iter()
                .map(|(words, exact)| Value { words, exact })
                .collect();
            let text = written(&values) + &after;
            let (read, rest) = read(&text).unwrap();
            let lower = values.into_iter().map(|value| Value {
                words: value.words.to_lowercase(),
                ..value
            });
            prop_assert_eq!(read, lower.collect::<Vec<_>>());
            prop_assert_eq!(rest, after);
        }
    }
}
