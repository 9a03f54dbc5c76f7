//! Tokens of RON and JSON, read on past whatever is wrong with them.

use std::borrow::Cow;
use std::collections::VecDeque;

use memchr::{memchr, memchr2, memmem};

use crate::language::say;

use super::problem::{Code, Problems, Span};

/// The brackets of both formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    /// `()`
    Round,
    /// `{}`
    Curly,
    /// `[]`
    Square,
}

impl Bracket {
    pub(super) fn open(self) -> char {
        match self {
            Self::Round => '(',
            Self::Curly => '{',
            Self::Square => '[',
        }
    }

    pub(super) fn close(self) -> char {
        match self {
            Self::Round => ')',
            Self::Curly => '}',
            Self::Square => ']',
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tok<'t> {
    Open(Bracket),
    Close(Bracket),
    Colon,
    Equals,
    Comma,
    Semicolon,
    Text(Cow<'t, str>),
    Number,
    Word,
    End,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token<'t> {
    pub tok: Tok<'t>,
    pub span: Span,
}

/// More `#` than this before a raw string are no raw string.
const MOST_HASHES: usize = 16;

/// Reads tokens one by one; each byte is looked at a bounded number of times.
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
    ahead: VecDeque<Token<'t>>,
    /// Parts of the text that others read, from the first on.
    skipped: &'t [(usize, usize)],
    comments_nest: bool,
    comment_ends_exist: bool,
    quotes_exist: bool,
    raw_ends_exist: [bool; MOST_HASHES + 1],
    pub problems: Problems,
}

impl<'t> Lexer<'t> {
    /// Reads `text` from `at` on.
    pub(super) fn new(text: &'t str, at: usize, problems: Problems) -> Self {
        Self {
            text,
            at,
            ahead: VecDeque::new(),
            skipped: &[],
            comments_nest: true,
            comment_ends_exist: true,
            quotes_exist: true,
            raw_ends_exist: [true; MOST_HASHES + 1],
            problems,
        }
    }

    /// Reads all of the text but `skipped`: parts that begin behind a token, in order.
    pub(super) fn without(mut self, skipped: &'t [(usize, usize)]) -> Self {
        self.skipped = skipped;
        self
    }

    /// The bytes of the file that are behind.
    pub(super) fn position(&self) -> usize {
        self.ahead
            .front()
            .map_or(self.at, |token| token.span.start as usize)
    }

    pub(super) fn slice(&self, span: Span) -> &'t str {
        self.text.get(span.range()).unwrap_or_default()
    }

    pub(super) fn next(&mut self) -> Token<'t> {
        match self.ahead.pop_front() {
            Some(token) => token,
            None => self.read(),
        }
    }

    /// The token `n` places ahead, from 0.
    pub(super) fn peek(&mut self, n: usize) -> &Token<'t> {
        while self.ahead.len() <= n {
            let token = self.read();
            self.ahead.push_back(token);
        }
        &self.ahead[n]
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn read(&mut self) -> Token<'t> {
        if let Some(&(start, end)) = self.skipped.first()
            && self.at == start
        {
            self.at = end;
            self.skipped = &self.skipped[1..];
        }
        loop {
            self.skip_blanks();
            let start = self.at;
            let Some(first) = self.rest().chars().next() else {
                return self.token(Tok::End, start);
            };
            let single = match first {
                '(' => Some(Tok::Open(Bracket::Round)),
                ')' => Some(Tok::Close(Bracket::Round)),
                '{' => Some(Tok::Open(Bracket::Curly)),
                '}' => Some(Tok::Close(Bracket::Curly)),
                '[' => Some(Tok::Open(Bracket::Square)),
                ']' => Some(Tok::Close(Bracket::Square)),
                ':' => Some(Tok::Colon),
                '=' => Some(Tok::Equals),
                ',' => Some(Tok::Comma),
                ';' => Some(Tok::Semicolon),
                _ => None,
            };
            if let Some(tok) = single {
                self.at += 1;
                return self.token(tok, start);
            }
            match first {
                '"' => return self.string(),
                '“' | '”' | '„' | '«' | '»' | '‟' => return self.curly(),
                '\'' | '‘' | '’' | '‚' => return self.single(),
                '0'..='9' | '+' | '-' | '.' => {
                    if let Some(token) = self.number() {
                        return token;
                    }
                }
                'r' if self.raw_hashes().is_some() => return self.raw(),
                '#' if self.attribute() => continue,
                c if c == '_' || c.is_alphabetic() => return self.word(),
                _ => {}
            }
            self.skip_junk();
        }
    }

    fn token(&self, tok: Tok<'t>, start: usize) -> Token<'t> {
        Token {
            tok,
            span: Span::new(start, self.at),
        }
    }

    fn skip_blanks(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len()
                - rest
                    .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
                    .len();
            self.at += blank;
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.skip_comment();
            } else if blank == 0 {
                return;
            }
        }
    }

    /// Skips a comment that may hold others; one without an end is one line long.
    fn skip_comment(&mut self) {
        let rest = self.rest().as_bytes();
        let end = if !self.comment_ends_exist {
            None
        } else if self.comments_nest {
            nested_end(rest)
        } else {
            memmem::find(&rest[2..], b"*/").map(|at| at + 4)
        };
        if let Some(end) = end {
            self.at += end;
            return;
        }
        // Neither search is made twice, so that a file full of openings stays quick to read.
        if self.comments_nest {
            self.comments_nest = false;
        } else {
            self.comment_ends_exist = false;
        }
        let line = line_of(self.rest()).len();
        let at = Span::new(self.at, self.at + 2);
        self.problems
            .add_with(Code::UnclosedComment, at, || {
                say!("problem-comment-unclosed")
            })
            .suggest_with(|| say!("problem-comment-unclosed-hint"));
        self.at += line;
    }

    fn attribute(&mut self) -> bool {
        let rest = self.rest();
        let is_one = rest
            .strip_prefix("#!")
            .is_some_and(|rest| rest.trim_start().starts_with('['));
        let Some(end) = memchr(b']', line_of(rest).as_bytes()).filter(|_| is_one) else {
            return false;
        };
        self.at += end + 1;
        true
    }

    fn string(&mut self) -> Token<'t> {
        let start = self.at;
        let body = start + 1;
        let bytes = self.text.as_bytes();
        let mut at = body;
        let mut escapes = false;
        let close = loop {
            if !self.quotes_exist {
                break None;
            }
            match memchr2(b'"', b'\\', bytes.get(at..).unwrap_or_default()) {
                None => break None,
                Some(n) if bytes[at + n] == b'"' => break Some(at + n),
                Some(n) => {
                    escapes = true;
                    at += n + 2;
                }
            }
        };
        let Some(close) = close else {
            self.quotes_exist = false;
            return self.unclosed(start);
        };
        let content = &self.text[body..close];
        if self.looks_unclosed(content, close + 1) {
            return self.unclosed(start);
        }
        self.at = close + 1;
        let text = if escapes {
            Cow::Owned(self.unescape(content, body))
        } else {
            lines_joined(content)
        };
        self.token(Tok::Text(text), start)
    }

    /// Whether a string has swallowed the beginning of the next: it ends where no entry ends.
    fn looks_unclosed(&self, content: &str, after: usize) -> bool {
        let rest = self.text.get(after..).unwrap_or_default();
        let next = rest.trim_start().chars().next();
        let ends = next.is_none_or(|c| ",)]}:=;/".contains(c));
        if ends {
            return false;
        }
        let next_is_word = rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        content.contains('\n')
            || (next_is_word && content.trim_end().ends_with([',', ':', '(', '[', '{']))
    }

    /// A string without an end: it ends with its line, before the punctuation that ends the entry.
    fn unclosed(&mut self, start: usize) -> Token<'t> {
        let rest = self.text.get(start + 1..).unwrap_or_default();
        let line = line_of(rest);
        let line = memchr(b'"', line.as_bytes()).map_or(line, |quote| {
            // Another text begins on the same line: this one ends at the comma before it.
            line[..quote]
                .rsplit_once(',')
                .map_or(&line[..quote], |cut| cut.0)
        });
        let content = line
            .trim_end()
            .trim_end_matches([',', ')', '}', ']', ';'])
            .trim_end();
        self.at = start + 1 + content.len();
        let at = Span::new(start, self.at);
        self.problems
            .add_with(Code::UnclosedString, at, || say!("problem-text-unclosed"))
            .suggest_with(|| say!("problem-write-text", text = short(content)));
        self.token(Tok::Text(Cow::Borrowed(content)), start)
    }

    /// A text in the quotation marks of a word processor.
    fn curly(&mut self) -> Token<'t> {
        let start = self.at;
        let open = self.rest().chars().next().map_or(1, char::len_utf8);
        let rest = &self.rest()[open..];
        let line = line_of(rest);
        let close = line.find(['“', '”', '«', '»', '"', '‟']);
        let (content, length) = if let Some(end) = close {
            let close = line[end..].chars().next().map_or(0, char::len_utf8);
            (&line[..end], end + close)
        } else {
            let content = line.trim_end().trim_end_matches([',', ')', '}', ']']);
            (content, content.len())
        };
        self.at = start + open + length;
        let at = Span::new(start, self.at);
        self.problems
            .add_with(Code::CurlyQuotes, at, || say!("problem-curly-quotes"))
            .suggest_with(|| say!("problem-write-text", text = short(content)));
        self.token(Tok::Text(Cow::Borrowed(content)), start)
    }

    fn single(&mut self) -> Token<'t> {
        let start = self.at;
        let open = self.rest().chars().next().map_or(1, char::len_utf8);
        let rest = &self.rest()[open..];
        let line = line_of(rest);
        // An apostrophe within the text is followed by a letter.
        let end = line.char_indices().find(|&(at, c)| {
            let after = line[at + c.len_utf8()..].chars().next();
            matches!(c, '\'' | '’' | '‘') && !after.is_some_and(char::is_alphanumeric)
        });
        let (content, length) = end.map_or_else(
            || {
                let content = line.trim_end().trim_end_matches([',', ')', '}', ']']);
                (content, content.len())
            },
            |(at, c)| (&line[..at], at + c.len_utf8()),
        );
        self.at = start + open + length;
        let at = Span::new(start, self.at);
        self.problems
            .add_with(Code::SingleQuotes, at, || say!("problem-single-quotes"))
            .suggest_with(|| say!("problem-write-text", text = short(content)));
        self.token(Tok::Text(Cow::Borrowed(content)), start)
    }

    /// How many `#` stand between the `r` here and its quotation mark; none where it begins a word.
    fn raw_hashes(&self) -> Option<usize> {
        let rest = self.rest().get(1..)?;
        let hashes = rest.bytes().take_while(|&b| b == b'#').count();
        (hashes <= MOST_HASHES && rest.as_bytes().get(hashes) == Some(&b'"')).then_some(hashes)
    }

    fn raw(&mut self) -> Token<'t> {
        let start = self.at;
        let hashes = self.raw_hashes().unwrap_or(0);
        let body = start + 1 + hashes + 1;
        let end = format!("\"{}", "#".repeat(hashes));
        let rest = self.text.get(body..).unwrap_or_default();
        let found = self.raw_ends_exist[hashes]
            .then(|| memmem::find(rest.as_bytes(), end.as_bytes()))
            .flatten();
        let content = if let Some(at) = found {
            self.at = body + at + end.len();
            &rest[..at]
        } else {
            self.raw_ends_exist[hashes] = false;
            let line = line_of(rest);
            let content = line.trim_end().trim_end_matches([',', ')', '}', ']']);
            self.at = body + content.len();
            let at = Span::new(start, self.at);
            self.problems
                .add_with(Code::UnclosedString, at, || say!("problem-text-unclosed"))
                .suggest_with(|| say!("problem-end-with", end = end));
            content
        };
        self.token(Tok::Text(lines_joined(content)), start)
    }

    fn unescape(&mut self, content: &str, base: usize) -> String {
        let mut text = String::with_capacity(content.len());
        let mut rest = content;
        while let Some(at) = rest.find('\\') {
            text.push_str(&lines_joined(&rest[..at]));
            let here = base + (content.len() - rest.len()) + at;
            let (character, length) = escape(&rest[at..]);
            if let Some(character) = character {
                text.push(character);
            } else {
                let wrong = &rest[at..at + length];
                let at = Span::new(here, here + length);
                self.problems
                    .add_with(Code::BadEscape, at, || {
                        say!("problem-escape", escape = wrong)
                    })
                    .suggest_with(|| say!("problem-escape-hint"));
                text.push_str(wrong);
            }
            rest = &rest[at + length..];
        }
        text.push_str(&lines_joined(rest));
        text
    }

    fn number(&mut self) -> Option<Token<'t>> {
        let start = self.at;
        let rest = self.rest();
        let signed = rest.strip_prefix(['+', '-']).unwrap_or(rest);
        if !signed
            .strip_prefix('.')
            .unwrap_or(signed)
            .starts_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        let length = rest
            .char_indices()
            .find(|&(at, c)| {
                let sign = matches!(c, '+' | '-') && (at == 0 || rest[..at].ends_with(['e', 'E']));
                !(sign || c == '.' || c == '_' || c.is_alphanumeric())
            })
            .map_or(rest.len(), |(at, _)| at);
        self.at += length;
        Some(self.token(Tok::Number, start))
    }

    /// A word; a hyphen is part of it, for ids that lack their quotation marks.
    fn word(&mut self) -> Token<'t> {
        let start = self.at;
        let rest = self.rest();
        let mut length = rest.len();
        let mut chars = rest.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let inner = matches!(c, '-' | '’' | '\'')
                && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            if !(inner || c == '_' || c.is_alphanumeric()) {
                length = at;
                break;
            }
        }
        self.at += length;
        self.token(Tok::Word, start)
    }

    fn skip_junk(&mut self) {
        let start = self.at;
        let rest = self.rest();
        // The first character means nothing, whatever it is.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let more = rest[first..].find(|c: char| {
            c.is_whitespace() || c.is_alphanumeric() || "(){}[]:=,;/\"'“”„«»‘’_".contains(c)
        });
        let length = more.map_or(rest.len(), |more| first + more);
        self.at += length;
        let junk = &rest[..length];
        let at = Span::new(start, self.at);
        self.problems.add_with(Code::UnexpectedCharacter, at, || {
            let junk = short(&junk.escape_debug().to_string());
            say!("problem-character", text = junk)
        });
    }
}

/// Where the comment at the beginning of `bytes` ends, with all that it holds.
fn nested_end(bytes: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        at += memchr2(b'/', b'*', bytes.get(at..)?)?;
        match bytes.get(at..at + 2)? {
            b"/*" => depth += 1,
            b"*/" => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return Some(at);
        }
    }
}

/// The rest of the line that `text` begins in, as far as a text without an end may reach.
///
/// A bound keeps a file that is one long line quick to read.
fn line_of(text: &str) -> &str {
    const MOST: usize = 1000;
    let mut end = text.len().min(MOST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..memchr(b'\n', &text.as_bytes()[..end]).unwrap_or(end)]
}

/// `content` with its escapes and line ends as they are meant; none where an escape means nothing.
pub(super) fn unescaped(content: &str) -> Option<String> {
    let mut text = String::with_capacity(content.len());
    let mut rest = content;
    while let Some(at) = rest.find('\\') {
        text.push_str(&lines_joined(&rest[..at]));
        let (character, length) = escape(&rest[at..]);
        text.push(character?);
        rest = &rest[at + length..];
    }
    text.push_str(&lines_joined(rest));
    Some(text)
}

/// The character that the escape at the beginning of `text` stands for, and the escape's length in
/// bytes.
fn escape(text: &str) -> (Option<char>, usize) {
    let mut chars = text.chars();
    let _backslash = chars.next();
    let Some(kind) = chars.next() else {
        return (None, text.len());
    };
    let simple = match kind {
        '"' | '\'' | '\\' | '/' => Some(kind),
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        '0' => Some('\0'),
        'b' => Some('\u{8}'),
        'f' => Some('\u{c}'),
        _ => None,
    };
    if simple.is_some() {
        return (simple, 2);
    }
    let hex = |digits: &str| u32::from_str_radix(digits, 16).ok();
    let wrong = (None, 1 + kind.len_utf8());
    match kind {
        'x' => match text.get(2..4).and_then(hex).and_then(char::from_u32) {
            Some(c) => (Some(c), 4),
            None => wrong,
        },
        'u' if text[2..].starts_with('{') => {
            let Some(end) = text.bytes().take(16).position(|b| b == b'}') else {
                return wrong;
            };
            (hex(&text[3..end]).and_then(char::from_u32), end + 1)
        }
        'u' => {
            let Some(first) = text.get(2..6).and_then(hex) else {
                return wrong;
            };
            if let Some(c) = char::from_u32(first) {
                return (Some(c), 6);
            }
            // JSON writes what lies beyond the first 65,536 as two halves.
            let second = text
                .get(6..8)
                .filter(|&start| start == "\\u")
                .and_then(|_| text.get(8..12))
                .and_then(hex)
                .filter(|second| (0xDC00..0xE000).contains(second));
            match second {
                Some(second) if first < 0xDC00 => {
                    let joined = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                    (char::from_u32(joined), 12)
                }
                _ => (None, 6),
            }
        }
        _ => wrong,
    }
}

/// `text` with the line ends of every system as `\n`.
fn lines_joined(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The beginning of `text`, for a message.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 60;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> (Vec<String>, Vec<Code>) {
        let mut lexer = Lexer::new(text, 0, Problems::default());
        let mut all = Vec::new();
        loop {
            let token = lexer.next();
            match token.tok {
                Tok::End => break,
                Tok::Text(text) => all.push(format!("<{text}>")),
                _ => all.push(lexer.slice(token.span).to_owned()),
            }
        }
        let (problems, _) = lexer.problems.finish(text);
        (all, problems.into_iter().map(|p| p.code).collect())
    }

    #[test]
    fn words_texts_and_numbers_stand_between_punctuation() {
        let (all, codes) = tokens("Story(format: 1, /* a /* b */ c */ x: [\"y\", -2.5e-3]) // end");
        assert_eq!(
            all.join(" "),
            "Story ( format : 1 , x : [ <y> , -2.5e-3 ] )"
        );
        assert_eq!(codes, []);
    }

    #[test]
    fn escapes_of_both_formats_are_read() {
        let (all, codes) =
            tokens(r###""a\n\"\u{e9}\u00e9\x41\/" "\ud83d\ude00" r"\n" r##"a"#b"##"###);
        assert_eq!(all, ["<a\n\"ééA/>", "<😀>", "<\\n>", "<a\"#b>"]);
        assert_eq!(codes, []);
    }

    #[test]
    fn a_text_without_an_end_ends_with_its_line() {
        let (all, codes) = tokens("title: \"abc,\nkind: \"letter\",\n");
        assert_eq!(all.join(" "), "title : <abc> , kind : <letter> ,");
        assert_eq!(codes, [Code::UnclosedString]);
        let (all, codes) = tokens("tags: [\"a, \"b\"]");
        assert_eq!(all.join(" "), "tags : [ <a> , <b> ]");
        assert_eq!(codes, [Code::UnclosedString]);
    }

    #[test]
    fn a_text_may_span_lines() {
        let (all, codes) = tokens("\"one\r\ntwo\",");
        assert_eq!(all, ["<one\ntwo>", ","]);
        assert_eq!(codes, []);
    }

    #[test]
    fn quotation_marks_of_word_processors_are_understood_and_reported() {
        let (all, codes) = tokens("a: “x y”, b: 'it's so', c: «z»");
        assert_eq!(all.join(" "), "a : <x y> , b : <it's so> , c : <z>");
        assert_eq!(
            codes,
            [Code::CurlyQuotes, Code::SingleQuotes, Code::CurlyQuotes]
        );
    }

    #[test]
    fn what_means_nothing_is_skipped_once() {
        let (all, codes) = tokens("a @@ b \\ /* never");
        assert_eq!(all, ["a", "b"]);
        assert_eq!(
            codes,
            [
                Code::UnexpectedCharacter,
                Code::UnexpectedCharacter,
                Code::UnclosedComment
            ]
        );
    }
}
