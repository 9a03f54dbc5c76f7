//! Walks along the bytes of a file that is written as it should be, and stops where it is not.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memchr3};

use super::super::lex::unescaped;

/// Something that this reader does not know for certain to be fine; the patient one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Odd;

pub(super) type Fine<T> = Result<T, Odd>;

/// A text with its quotation marks: where it stands, and what it says where it is spelt otherwise.
pub(super) struct Quoted<'t> {
    pub start: usize,
    pub end: usize,
    pub text: Cow<'t, str>,
}

#[derive(Clone)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    bytes: &'t [u8],
    pub at: usize,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at,
        }
    }

    /// The byte ahead; 0 at the end, which no text holds.
    #[inline]
    pub(super) fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    /// Takes `byte`, if it is the next.
    #[inline]
    pub(super) fn takes(&mut self, byte: u8) -> bool {
        let is_it = self.peek() == byte;
        self.at += usize::from(is_it);
        is_it
    }

    #[inline]
    pub(super) fn expect(&mut self, byte: u8) -> Fine<()> {
        if self.takes(byte) { Ok(()) } else { Err(Odd) }
    }

    /// Skips blanks and comments.
    #[inline]
    pub(super) fn blanks(&mut self) -> Fine<()> {
        loop {
            match self.peek() {
                b' ' | b'\n' | b'\t' | b'\r' => self.at += 1,
                b'/' => self.comment()?,
                _ => return Ok(()),
            }
        }
    }

    #[cold]
    fn comment(&mut self) -> Fine<()> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if rest.starts_with(b"//") {
            self.at += memchr(b'\n', rest).unwrap_or(rest.len());
            return Ok(());
        }
        if !rest.starts_with(b"/*") {
            return Err(Odd);
        }
        let mut depth = 1_usize;
        let mut at = 2;
        while depth > 0 {
            at += memchr2(b'/', b'*', rest.get(at..).unwrap_or_default()).ok_or(Odd)?;
            match rest.get(at..at + 2).ok_or(Odd)? {
                b"/*" => depth += 1,
                b"*/" => depth -= 1,
                _ => {
                    at += 1;
                    continue;
                }
            }
            at += 2;
        }
        self.at += at;
        Ok(())
    }

    /// A word of small and large letters and `_`, which is not empty.
    #[inline]
    pub(super) fn word(&mut self) -> Fine<&'t [u8]> {
        let start = self.at;
        while self.peek().is_ascii_alphabetic() || self.peek() == b'_' {
            self.at += 1;
        }
        if self.at == start {
            return Err(Odd);
        }
        // A letter of another script, a digit or a hyphen would go on with the word.
        let next = self.peek();
        if next.is_ascii_digit() || matches!(next, b'-' | b'\'' | b'#' | b'"') || next >= 0x80 {
            return Err(Odd);
        }
        Ok(&self.bytes[start..self.at])
    }

    /// A whole number of a few digits.
    #[inline]
    pub(super) fn number(&mut self) -> Fine<u32> {
        let start = self.at;
        let mut number = 0_u32;
        while self.peek().is_ascii_digit() && self.at - start < 9 {
            number = number * 10 + u32::from(self.peek() - b'0');
            self.at += 1;
        }
        let next = self.peek();
        let goes_on = next.is_ascii_alphanumeric() || matches!(next, b'.' | b'_') || next >= 0x80;
        if self.at == start || goes_on {
            return Err(Odd);
        }
        Ok(number)
    }

    /// A text in quotation marks.
    #[inline]
    pub(super) fn quoted(&mut self) -> Fine<Quoted<'t>> {
        self.expect(b'"')?;
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let length = memchr3(b'"', b'\\', b'\r', rest).ok_or(Odd)?;
        if rest[length] == b'"' {
            self.at = start + length + 1;
            return Ok(Quoted {
                start,
                end: start + length,
                text: Cow::Borrowed(self.text.get(start..start + length).ok_or(Odd)?),
            });
        }
        self.quoted_with_escapes(start)
    }

    #[cold]
    fn quoted_with_escapes(&mut self, start: usize) -> Fine<Quoted<'t>> {
        let end = self.end_of_quoted(start)?;
        let content = self.text.get(start..end).ok_or(Odd)?;
        self.at = end + 1;
        Ok(Quoted {
            start,
            end,
            text: Cow::Owned(unescaped(content).ok_or(Odd)?),
        })
    }

    /// Where the text whose first letter stands at `at` ends.
    fn end_of_quoted(&self, mut at: usize) -> Fine<usize> {
        loop {
            let rest = self.bytes.get(at..).unwrap_or_default();
            at += memchr2(b'"', b'\\', rest).ok_or(Odd)?;
            if self.bytes[at] == b'"' {
                return Ok(at);
            }
            at += 2;
        }
    }

    /// Skips what stands between brackets, from the opening one on. Only the brackets are looked
    /// at, and that each is closed by its like.
    pub(super) fn skip_group(&mut self) -> Fine<()> {
        const MOST_DEPTH: usize = 32;
        let mut open = [0_u8; MOST_DEPTH];
        let mut depth = 0;
        loop {
            match self.peek() {
                bracket @ (b'(' | b'[' | b'{') => {
                    *open.get_mut(depth).ok_or(Odd)? = bracket;
                    depth += 1;
                    self.at += 1;
                }
                bracket @ (b')' | b']' | b'}') => {
                    let like = match bracket {
                        b')' => b'(',
                        b']' => b'[',
                        _ => b'{',
                    };
                    if depth == 0 || open[depth - 1] != like {
                        return Err(Odd);
                    }
                    depth -= 1;
                    self.at += 1;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                b'"' => {
                    // A raw text has other ends than its quotation mark.
                    if matches!(self.bytes.get(self.at.wrapping_sub(1)), Some(b'r' | b'#')) {
                        return Err(Odd);
                    }
                    self.at = self.end_of_quoted(self.at + 1)? + 1;
                }
                b'/' => self.comment()?,
                b'\'' | 0 => return Err(Odd),
                _ => self.at += 1,
            }
        }
    }

    /// What stands between two places.
    pub(super) fn bytes_before(&self, end: usize) -> &'t [u8] {
        self.bytes.get(..end).unwrap_or_default()
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_fine_is_taken_and_what_is_not_is_odd() {
        let mut cursor = Cursor::new("  // a\n/* b /* c */ */ \"d\\\"é\" : 12, Word(", 0);
        cursor.blanks().unwrap();
        assert_eq!(cursor.quoted().unwrap().text, "d\"é");
        cursor.blanks().unwrap();
        cursor.expect(b':').unwrap();
        cursor.blanks().unwrap();
        assert_eq!(cursor.number(), Ok(12));
        assert!(cursor.takes(b','));
        cursor.blanks().unwrap();
        assert_eq!(cursor.word(), Ok(&b"Word"[..]));
        for odd in ["12a", "1.5", "1_0", "x", "123456789012"] {
            assert_eq!(Cursor::new(odd, 0).number(), Err(Odd), "{odd}");
        }
        for odd in ["", "9", "a-b", "aé", "r\"x\""] {
            assert_eq!(Cursor::new(odd, 0).word(), Err(Odd), "{odd}");
        }
        for odd in ["\"abc", "\"a\\q\"", "“a”"] {
            assert!(Cursor::new(odd, 0).quoted().is_err(), "{odd}");
        }
        assert_eq!(Cursor::new("/* a", 0).blanks(), Err(Odd));
    }

    #[test]
    fn brackets_are_skipped_with_all_that_they_hold() {
        let text = "(a: [\"]\", {}], /* ) */ b) c";
        let mut cursor = Cursor::new(text, 0);
        cursor.skip_group().unwrap();
        assert_eq!(&text[cursor.at..], " c");
        for odd in ["(]", "(a", "(r\"a\")", "('a')", "(\"a)"] {
            assert_eq!(Cursor::new(odd, 0).skip_group(), Err(Odd), "{odd}");
        }
    }
}
