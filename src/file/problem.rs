//! Problems: what is wrong in a story file, where, and what to do about it.

use std::fmt;
use std::ops::Range;

use memchr::memchr_iter;

use crate::language::{say, text};

/// How many problems of one file are listed; the rest are counted.
pub const MOST_PROBLEMS: usize = 1000;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something is wrong: what it concerns was repaired or left out.
    Error,
    /// Something looks forgotten or mistaken; all was read as it stands.
    Warning,
    /// Worth knowing, and harmless.
    Note,
}

impl Severity {
    /// The word by which programs know it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }

    /// What people call it, as reports print it before a problem.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => say!("file-severity-error"),
            Self::Warning => say!("file-severity-warning"),
            Self::Note => say!("file-severity-note"),
        }
    }
}

macro_rules! codes {
    ($($name:ident $severity:ident $word:literal;)*) => {
        /// What is wrong, as a stable code that scripts can rely on. What each means is a message of its word:
        /// `code-missing-file`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`code-", $word, "` among the messages.")] $name,)*
        }

        impl Code {
            /// Every code, grouped by what it concerns.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The code as reports print it.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// What it means, in a line.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => text(concat!("code-", $word)),)* }
            }

            /// How much it matters.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    MissingFile Error "missing-file";
    Folder Error "folder";
    NotAFile Error "not-a-file";
    NoPermission Error "no-permission";
    Unreadable Error "unreadable";
    TooLarge Error "too-large";
    BinaryFile Error "binary-file";
    Utf16 Error "utf-16";
    NotUtf8 Error "not-utf8";
    EmptyFile Error "empty-file";
    ByteOrderMark Note "byte-order-mark";
    Crlf Note "crlf";
    NotAStory Error "not-a-story";
    TextAfterStory Error "text-after-story";
    UnclosedBracket Error "unclosed-bracket";
    StrayBracket Error "stray-bracket";
    WrongBracket Error "wrong-bracket";
    BracesForParentheses Error "braces-for-parentheses";
    ParenthesesForBraces Error "parentheses-for-braces";
    UnclosedString Error "unclosed-string";
    UnclosedComment Error "unclosed-comment";
    CurlyQuotes Error "curly-quotes";
    SingleQuotes Error "single-quotes";
    BadEscape Error "bad-escape";
    UnquotedText Error "unquoted-text";
    QuotedWord Error "quoted-word";
    MissingComma Error "missing-comma";
    ExtraComma Error "extra-comma";
    WrongSeparator Error "wrong-separator";
    MissingColon Error "missing-colon";
    EqualsForColon Error "equals-for-colon";
    MissingValue Error "missing-value";
    UnexpectedText Error "unexpected-text";
    UnexpectedCharacter Error "unexpected-character";
    TooDeep Error "too-deep";
    RecordTooLarge Error "record-too-large";
    TextTooLong Error "text-too-long";
    TooMany Error "too-many";
    MisplacedRecord Error "misplaced-record";
    NewerFormat Error "newer-format";
    MissingField Error "missing-field";
    UnknownField Warning "unknown-field";
    UnknownSection Error "unknown-section";
    DuplicateField Error "duplicate-field";
    WrongType Error "wrong-type";
    WrongName Error "wrong-name";
    UnknownWord Error "unknown-word";
    OutOfRange Error "out-of-range";
    EmptyId Error "empty-id";
    BadDate Error "bad-date";
    ImpossibleDate Error "impossible-date";
    ReversedDate Error "reversed-date";
    DateOutOfRange Error "date-out-of-range";
    DuplicateId Error "duplicate-id";
    DanglingReference Error "dangling-reference";
    SelfLink Error "self-link";
    PartOfCycle Error "part-of-cycle";
    PathOutside Error "path-outside";
    BadPosition Error "bad-position";
    BadHash Error "bad-hash";
    UnsafeUrl Error "unsafe-url";
    UnknownKind Warning "unknown-kind";
    NoEvidence Warning "no-evidence";
    OneSource Note "one-source";
    UnnamedAlone Note "unnamed-alone";
    QuoteDrifted Warning "quote-drifted";
    QuoteMoved Warning "quote-moved";
    QuoteAmbiguous Warning "quote-ambiguous";
    QuoteNotFound Warning "quote-not-found";
    SourceUnread Warning "source-unread";
    SourceChanged Warning "source-changed";
    BadFilter Warning "bad-filter";
    UnusedActor Warning "unused-actor";
    UnusedPassage Warning "unused-passage";
    UnusedSource Warning "unused-source";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1 in code points.
    pub column: u32,
    /// The bytes that are meant, in the file's text.
    pub bytes: Range<usize>,
}

/// What is wrong in a story file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, for scripts.
    pub code: Code,
    /// What is wrong, in a sentence without its full stop.
    pub message: String,
    /// What to do about it.
    pub suggestion: Option<String>,
    /// Where; none where it concerns the whole file.
    pub place: Option<Place>,
    /// Another place that has to do with it, and what it is.
    pub related: Option<(Place, String)>,
}

/// A problem before lines are counted.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub code: Code,
    pub at: Span,
    pub message: String,
    pub suggestion: Option<String>,
    pub related: Option<(Span, String)>,
    /// Whether it is listed, and not only counted.
    is_listed: bool,
}

/// Bytes of the file's text. Files are smaller than 4 GiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub(super) fn new(start: usize, end: usize) -> Self {
        let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            start: short(start),
            end: short(end),
        }
    }

    pub(super) fn to(self, other: Self) -> Self {
        Self {
            start: self.start,
            end: other.end.max(self.end),
        }
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The problems of a file while it is read.
#[derive(Clone, Default)]
pub(super) struct Problems {
    found: Vec<Found>,
    pub unlisted: usize,
}

impl Problems {
    /// Adds a problem.
    pub(super) fn add(&mut self, code: Code, at: Span, message: impl Into<String>) -> &mut Found {
        if self.found.len() >= MOST_PROBLEMS {
            self.unlisted += 1;
            // What is added to the last one beyond the limit is thrown away with it.
            self.found.truncate(MOST_PROBLEMS);
        }
        let n = self.found.len();
        self.found.push(Found {
            code,
            at,
            message: message.into(),
            suggestion: None,
            related: None,
            is_listed: n < MOST_PROBLEMS,
        });
        &mut self.found[n]
    }

    /// Adds a problem; its `message` is asked for only while problems are still listed.
    pub(super) fn add_with<S: Into<String>>(
        &mut self,
        code: Code,
        at: Span,
        message: impl FnOnce() -> S,
    ) -> &mut Found {
        let message = if self.has_room() {
            message().into()
        } else {
            String::new()
        };
        self.add(code, at, message)
    }

    /// Counts a problem for which there is no room.
    pub(super) fn count_one(&mut self) {
        self.unlisted += 1;
    }

    /// Whether more problems would be listed, so that a costly suggestion is worth its while.
    pub(super) fn has_room(&self) -> bool {
        self.found.len() < MOST_PROBLEMS
    }

    /// Whether something was found that leaves a part of the file out.
    pub(super) fn has_errors(&self) -> bool {
        let error = |found: &Found| found.code.severity() == Severity::Error;
        self.unlisted > 0 || self.found.iter().any(error)
    }

    /// How many were found, those that are not listed among them.
    pub(super) fn count(&self) -> usize {
        self.found.len().min(MOST_PROBLEMS) + self.unlisted
    }

    /// Whether any of those from the one numbered `first` on says that brackets, quotation marks or
    /// separators are not where they belong.
    pub(super) fn is_out_of_joint(&self, first: usize) -> bool {
        let of_structure = |found: &Found| {
            matches!(
                found.code,
                Code::NotAStory
                    | Code::TextAfterStory
                    | Code::UnclosedBracket
                    | Code::StrayBracket
                    | Code::WrongBracket
                    | Code::UnclosedString
                    | Code::UnclosedComment
                    | Code::CurlyQuotes
                    | Code::SingleQuotes
                    | Code::MissingComma
                    | Code::ExtraComma
                    | Code::WrongSeparator
                    | Code::MissingColon
                    | Code::EqualsForColon
                    | Code::MissingValue
                    | Code::UnexpectedText
                    | Code::UnexpectedCharacter
                    | Code::TooDeep
                    | Code::RecordTooLarge
                    | Code::MisplacedRecord
            )
        };
        self.found.iter().skip(first).any(of_structure)
    }

    /// Takes over what `other` found, which follows in the file.
    pub(super) fn absorb(&mut self, other: Self) {
        for found in other.found.into_iter().take(MOST_PROBLEMS) {
            if self.found.len() < MOST_PROBLEMS {
                self.found.push(found);
            } else {
                self.unlisted += 1;
            }
        }
        self.unlisted += other.unlisted;
    }

    /// Forgets all but what has `code`.
    pub(super) fn keep_only(&mut self, code: Code) {
        self.found.retain(|found| found.code == code);
        self.unlisted = 0;
    }

    /// The problems in the order of the file, with lines and columns counted in `text`.
    pub(super) fn finish(mut self, text: &str) -> (Vec<Problem>, usize) {
        self.found.truncate(MOST_PROBLEMS);
        self.found.sort_by_key(|found| (found.at.start, found.code));
        let lines = Lines::of(text);
        let listed = self.found.into_iter().map(|found| Problem {
            severity: found.code.severity(),
            code: found.code,
            message: found.message,
            suggestion: found.suggestion,
            place: Some(lines.place(found.at)),
            related: found.related.map(|(span, what)| (lines.place(span), what)),
        });
        (listed.collect(), self.unlisted)
    }
}

impl Found {
    pub(super) fn suggest(&mut self, suggestion: impl Into<String>) -> &mut Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// Adds what to do about it, which is asked for only where it is listed.
    pub(super) fn suggest_with<S: Into<String>>(
        &mut self,
        suggestion: impl FnOnce() -> S,
    ) -> &mut Self {
        if self.is_listed {
            self.suggestion = Some(suggestion().into());
        }
        self
    }

    pub(super) fn relate(&mut self, span: Span, what: impl Into<String>) -> &mut Self {
        self.related = Some((span, what.into()));
        self
    }
}

/// Where the lines of a text begin.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<u32>,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let ends = memchr_iter(b'\n', text.as_bytes());
        Self {
            text,
            starts: std::iter::once(0)
                .chain(ends.map(|at| Span::new(at + 1, at + 1).start))
                .collect(),
        }
    }

    pub(super) fn place(&self, span: Span) -> Place {
        let line = self
            .starts
            .partition_point(|&start| start <= span.start)
            .max(1);
        let start = self.starts.get(line - 1).map_or(0, |&at| at as usize);
        // A line of a file may be as long as the file; beyond this nobody counts columns.
        let upto = (span.start as usize).min(start + 100_000);
        let before = self.text.as_bytes().get(start..upto).unwrap_or_default();
        let column = before.iter().filter(|&&b| b & 0xC0 != 0x80).count();
        Place {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column + 1).unwrap_or(u32::MAX),
            bytes: span.range(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points_and_not_bytes() {
        let text = "a\r\nÄö“x”\n";
        let at = text.find('x').unwrap();
        let place = Lines::of(text).place(Span::new(at, at + 1));
        assert_eq!((place.line, place.column), (2, 4));
    }

    #[test]
    fn every_code_is_one_word_and_no_two_are_alike() {
        let mut words: Vec<&str> = Code::ALL.iter().map(|code| code.word()).collect();
        assert!(words.iter().all(|word| {
            word.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        }));
        words.sort_unstable();
        let before = words.len();
        words.dedup();
        assert_eq!(words.len(), before);
    }

    #[test]
    fn problems_beyond_the_limit_are_counted() {
        let mut problems = Problems::default();
        for _ in 0..MOST_PROBLEMS + 7 {
            problems
                .add(Code::MissingComma, Span::default(), "x")
                .suggest("y");
        }
        let (listed, unlisted) = problems.finish("text");
        assert_eq!((listed.len(), unlisted), (MOST_PROBLEMS, 7));
    }

    #[test]
    fn nothing_is_worded_that_is_not_listed() {
        let mut problems = Problems::default();
        let mut worded = [0, 0];
        for _ in 0..MOST_PROBLEMS + 7 {
            let message = || {
                worded[0] += 1;
                "x"
            };
            problems
                .add_with(Code::MissingComma, Span::default(), message)
                .suggest_with(|| {
                    worded[1] += 1;
                    "y"
                });
        }
        assert_eq!(worded, [MOST_PROBLEMS; 2]);
        let (listed, unlisted) = problems.finish("text");
        assert_eq!((listed.len(), unlisted), (MOST_PROBLEMS, 7));
    }
}
