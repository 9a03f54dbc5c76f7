//! A query as it is written: terms with their places, whatever they say.

use std::ops::Range;

use super::super::search::is_mark;
use super::field::{Field, Takes};
use super::value::{self, Placed, Value};

/// A term as it is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Written<'t> {
    /// Where it stands, in bytes, the `-` before it included.
    pub at: Range<usize>,
    /// `-` stands before it.
    pub negated: bool,
    /// What stands before the colon or the sign; none of words alone.
    pub field: Option<&'t str>,
    /// Where that stands, or where the words begin.
    pub field_at: Range<usize>,
    /// What stands after that, or the words: quotation marks included.
    pub value: &'t str,
    /// The values that it says, or the words as one; their places are those in the query.
    pub values: Vec<Placed>,
}

impl<'t> Written<'t> {
    /// Whether a quotation mark is not closed.
    pub(super) fn is_open(&self) -> bool {
        self.values.last().is_some_and(|value| value.open)
    }

    /// The value as a whole, without a quotation mark at either end.
    pub(super) fn unquoted(&self) -> &'t str {
        let inside = self.value.strip_prefix(is_mark).unwrap_or(self.value);
        inside.strip_suffix(is_mark).unwrap_or(inside)
    }
}

fn is_colon(letter: char) -> bool {
    matches!(letter, ':' | '：')
}

/// The terms of `text`, one after the other.
pub(super) fn terms(text: &str) -> impl Iterator<Item = Written<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let at = from + rest.find(|letter: char| !letter.is_whitespace())?;
        let term = term(text, at)?;
        from = term.at.end;
        Some(term)
    })
}

/// The term of `text` that begins at `at`, where no white space is.
fn term(text: &str, at: usize) -> Option<Written<'_>> {
    let rest = text.get(at..)?;
    let after = rest.strip_prefix('-');
    let negated = after.is_some_and(|after| after.starts_with(|c: char| !c.is_whitespace()));
    let begins = at + usize::from(negated);
    let body = text.get(begins..)?;
    let ends = |letter: char| letter.is_whitespace() || is_mark(letter);
    let head = body.split(ends).next().unwrap_or_default();
    let sign = head.find(|c| is_colon(c) || "<>=".contains(c));
    let name = sign.and_then(|sign| head.get(..sign)).unwrap_or_default();
    let after_name = body.get(name.len()..)?;
    let colon = after_name.chars().next().filter(|c| is_colon(*c));
    let (field, value_at) = match colon {
        _ if name.is_empty() => (None, begins),
        Some(colon) => (Some(name), begins + name.len() + colon.len_utf8()),
        None if takes_number(name) => (Some(name), begins + name.len()),
        None => (None, begins),
    };
    let rest = text.get(value_at..)?;
    let mut values = if field.is_some() {
        value::values(rest)
    } else {
        let (words, length, open) = value::words(rest, char::is_whitespace);
        vec![Placed {
            at: 0..length,
            value: Value::of(words),
            open,
        }]
    };
    for value in &mut values {
        value.at = value_at + value.at.start..value_at + value.at.end;
    }
    let end = values.last().map_or(value_at, |value| value.at.end);
    Some(Written {
        at: at..end,
        negated,
        field,
        field_at: begins..begins + field.map_or(0, str::len),
        value: text.get(value_at..end)?,
        values,
    })
}

fn takes_number(name: &str) -> bool {
    Field::named(name).is_some_and(|field| field.takes() == Takes::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_told_apart_wherever_they_stand() {
        let text = " -kind:\"news report\",memo “stricter rules” voices<2 said：x - a-b 3<4";
        let found: Vec<_> = terms(text)
            .map(|term| (term.negated, term.field, term.value))
            .collect();
        assert_eq!(
            found,
            [
                (true, Some("kind"), "\"news report\",memo"),
                (false, None, "“stricter rules”"),
                (false, Some("voices"), "<2"),
                (false, Some("said"), "x"),
                (false, None, "-"),
                (false, None, "a-b"),
                (false, None, "3<4"),
            ]
        );
        let open: Vec<_> = terms("a tag:x,\"b c").map(|term| term.is_open()).collect();
        assert_eq!(open, [false, true]);
    }

    #[test]
    fn a_list_may_have_quotations() {
        let text = "x -tag:a,=\"b, c\",d y";
        let term = terms(text).nth(1).unwrap();
        let values = term.values.iter();
        let values: Vec<_> = values
            .map(|value| (&text[value.at.clone()], &*value.value.words))
            .collect();
        assert_eq!(values, [("a", "a"), ("=\"b, c\"", "b, c"), ("d", "d")]);
        assert_eq!(&text[term.field_at], "tag");
    }
}
