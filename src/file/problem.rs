//! Problems: what is wrong in a story file, where, and what to do about it.

use std::fmt;
use std::ops::Range;

use memchr::memchr_iter;

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
    /// The word that reports use.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! codes {
    ($($(#[$group:meta])* $name:ident $severity:ident $word:literal $meaning:literal;)*) => {
        /// What is wrong, as a stable code that scripts can rely on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $meaning] $name,)*
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
                match self { $(Self::$name => $meaning,)* }
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
    MissingFile Error "missing-file" "There is no such file.";
    Folder Error "folder" "The path is a folder.";
    NotAFile Error "not-a-file" "The path is a pipe, a socket or a device.";
    NoPermission Error "no-permission" "The file may not be read.";
    Unreadable Error "unreadable" "The system could not read the file.";
    TooLarge Error "too-large" "The file is larger than a story may be.";
    BinaryFile Error "binary-file" "The file is a picture, a document or a program, not text.";
    Utf16 Error "utf-16" "The text is saved as UTF-16.";
    NotUtf8 Error "not-utf8" "The text holds bytes that are not UTF-8.";
    EmptyFile Error "empty-file" "The file holds no text.";
    ByteOrderMark Note "byte-order-mark" "The file begins with an invisible mark; it is skipped.";
    Crlf Note "crlf" "Lines end as on Windows; they are read as any others.";
    NotAStory Error "not-a-story" "The text does not begin with `Story(`.";
    TextAfterStory Error "text-after-story" "Something follows the end of the story.";
    UnclosedBracket Error "unclosed-bracket" "A bracket is opened and never closed.";
    StrayBracket Error "stray-bracket" "A bracket is closed that was never opened.";
    WrongBracket Error "wrong-bracket" "A bracket is closed by one of another kind.";
    BracesForParentheses Error "braces-for-parentheses" "A record stands in `{}`; records stand in `()`.";
    ParenthesesForBraces Error "parentheses-for-braces" "A list of ids stands in `()`; it stands in `{}`.";
    UnclosedString Error "unclosed-string" "A quotation mark is missing at the end of a text.";
    UnclosedComment Error "unclosed-comment" "A `/*` has no `*/`.";
    CurlyQuotes Error "curly-quotes" "A text stands in curly quotation marks, as word processors make them.";
    SingleQuotes Error "single-quotes" "A text stands in single quotation marks.";
    BadEscape Error "bad-escape" "A backslash is followed by something that means nothing.";
    UnquotedText Error "unquoted-text" "A text or an id lacks its quotation marks.";
    QuotedWord Error "quoted-word" "A word of the format stands in quotation marks.";
    MissingComma Error "missing-comma" "Two entries have no comma between them.";
    ExtraComma Error "extra-comma" "A comma has nothing before it.";
    WrongSeparator Error "wrong-separator" "A `;` stands where a comma belongs.";
    MissingColon Error "missing-colon" "A name and its value have no colon between them.";
    EqualsForColon Error "equals-for-colon" "A `=` stands where a colon belongs.";
    MissingValue Error "missing-value" "A name has no value.";
    UnexpectedText Error "unexpected-text" "Something stands where it makes no sense.";
    UnexpectedCharacter Error "unexpected-character" "A character means nothing here.";
    TooDeep Error "too-deep" "Brackets are nested deeper than any story needs.";
    RecordTooLarge Error "record-too-large" "A record holds more values than a record may; the rest of it is left out.";
    TextTooLong Error "text-too-long" "A text is longer than its field takes; the rest of it is left out.";
    TooMany Error "too-many" "A list holds more than it may; the rest of it is left out.";
    MisplacedRecord Error "misplaced-record" "A record stands outside the braces of its section.";
    NewerFormat Error "newer-format" "The file is written for a later version of the program.";
    MissingField Error "missing-field" "A field that every such record needs is missing.";
    UnknownField Warning "unknown-field" "A field has a name that the format does not know; it is ignored.";
    UnknownSection Error "unknown-section" "A section has a name that the format does not know; it is left out.";
    DuplicateField Error "duplicate-field" "A field is given twice; the first counts.";
    WrongType Error "wrong-type" "A value is of the wrong kind: text for a number, say.";
    WrongName Error "wrong-name" "A record bears the name of another kind of record.";
    UnknownWord Error "unknown-word" "A word is none of those that the field allows.";
    OutOfRange Error "out-of-range" "A number is too small or too large for its field.";
    EmptyId Error "empty-id" "A record has an empty id.";
    BadDate Error "bad-date" "A date is not written as EDTF has it.";
    ImpossibleDate Error "impossible-date" "A date names a day or a month that no calendar has.";
    ReversedDate Error "reversed-date" "An interval ends before it begins.";
    DateOutOfRange Error "date-out-of-range" "A date lies further away than the timeline reaches.";
    DuplicateId Error "duplicate-id" "Two records of one section bear the same id; the first counts.";
    DanglingReference Error "dangling-reference" "An id is named that no record bears.";
    SelfLink Error "self-link" "An event leads to itself.";
    PartOfCycle Error "part-of-cycle" "An actor is, in the end, part of itself.";
    PathOutside Error "path-outside" "A file is named that does not stand beside the story.";
    BadPosition Error "bad-position" "A quotation's `start` and `end` are no stretch of a text.";
    BadHash Error "bad-hash" "A SHA-256 is not 64 hexadecimal digits.";
    UnsafeUrl Error "unsafe-url" "An address is neither http, https nor mailto.";
    UnknownKind Warning "unknown-kind" "A kind looks like a misspelt one.";
    NoEvidence Warning "no-evidence" "An event or a relation rests on no passage.";
    OneSource Note "one-source" "A claim rests on one source alone, which is no document of record, in a story that has several.";
    UnnamedAlone Note "unnamed-alone" "A claim rests on unnamed people alone, and its status does not say so.";
    QuoteDrifted Warning "quote-drifted" "A quotation stands in its source in other words.";
    QuoteMoved Warning "quote-moved" "A quotation stands in another paragraph than its passage says.";
    QuoteAmbiguous Warning "quote-ambiguous" "A quotation stands in its source more than once.";
    QuoteNotFound Warning "quote-not-found" "A quotation is not in its source.";
    SourceUnread Warning "source-unread" "The text of a source could not be read.";
    SourceChanged Warning "source-changed" "The text of a source is not the file whose SHA-256 the story has.";
    BadFilter Warning "bad-filter" "The filter of a step cannot be read; the step shows everything.";
    UnusedActor Warning "unused-actor" "An actor takes part in nothing.";
    UnusedPassage Warning "unused-passage" "Nothing rests on a passage.";
    UnusedSource Warning "unused-source" "No passage quotes a source.";
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
    /// Adds a problem; `message` is asked for only while problems are still listed.
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
        });
        &mut self.found[n]
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
}
