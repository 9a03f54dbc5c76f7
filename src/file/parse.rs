//! From tokens to records: brackets are matched, and what was forgotten is put back.
//!
//! Nothing is kept but the record that is being read: each is handed on as soon as it ends. Where a
//! bracket is missing or one too many, what follows it decides which of the possible readings fits.

use std::borrow::Cow;

use crate::language::say;

use super::lex::{Bracket, Lexer, Tok, short};
use super::problem::{Code, Problems, Span};
use super::schema;
use super::tree::{Entry, Key, Node, Sink, Value};
use super::{Cancelled, Progress};

/// Brackets nested deeper than this are skipped.
const MOST_DEPTH: usize = 32;
/// A record may hold so many values.
const MOST_VALUES: usize = 200_000;
/// Tokens between two looks at whether the reading was cancelled.
const TOKENS_PER_LOOK: u32 = 4096;

/// Reads `text` from the byte `start` on into `sink`.
///
/// Parts of it that others read can be `skipped`.
pub(super) fn parse<'t>(
    (text, skipped): (&'t str, &'t [(usize, usize)]),
    start: usize,
    json: bool,
    problems: Problems,
    sink: &mut dyn Sink<'t>,
    progress: &Progress,
) -> Result<Problems, Cancelled> {
    let mut parser = Parser {
        lexer: Lexer::new(text, start, problems).without(skipped),
        text,
        json,
        frames: Vec::new(),
        values: 0,
        last_section: None,
        misplaced: false,
        sink,
    };
    parser.read(progress)?;
    Ok(parser.lexer.problems)
}

/// Reads the one record of `section` that stands in `text` from the byte `start` on, to its end, as
/// if the sections before and behind it were there. Whether it was a single whole record.
pub(super) fn parse_record<'t>(
    text: &'t str,
    start: usize,
    section: &'static str,
    problems: Problems,
    sink: &mut dyn Sink<'t>,
) -> (Problems, bool) {
    let mut parser = Parser {
        lexer: Lexer::new(text, start, problems),
        text,
        json: false,
        frames: Vec::new(),
        values: 0,
        last_section: None,
        misplaced: false,
        sink,
    };
    let here = Span::new(start, start);
    parser.push(Bracket::Round, here, here, None);
    if let Some(story) = parser.frames.last_mut() {
        story.text_keys = Some(false);
        story.key = Some(Key {
            text: Cow::Borrowed(section),
            span: here,
            quoted: false,
        });
    }
    parser.push(Bracket::Curly, here, here, None);
    if let Some(section) = parser.frames.last_mut() {
        section.text_keys = Some(true);
    }
    while parser.frames.len() >= 2 && parser.kind(0) != Kind::End {
        parser.step();
    }
    let is_whole = parser.frames.len() == 2
        && parser
            .frames
            .last()
            .is_some_and(|section| section.key.is_none() && section.value_end.is_some());
    (parser.lexer.problems, is_whole)
}

/// An open bracket.
pub(super) struct Frame<'t> {
    pub bracket: Bracket,
    pub open: Span,
    pub start: Span,
    pub name: Option<(&'t str, Span)>,
    pub entries: Vec<Entry<'t>>,
    /// The key whose value is being read.
    pub key: Option<Key<'t>>,
    /// Whether its keys stand in quotation marks, once there is one.
    pub text_keys: Option<bool>,
    /// Where the value before ended, while no comma has followed it.
    pub value_end: Option<Span>,
}

/// A token, without its text.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Open(Bracket),
    Close(Bracket),
    Colon,
    Equals,
    Comma,
    Semicolon,
    Text,
    Number,
    Word,
    End,
}

pub(super) struct Parser<'t, 's> {
    pub lexer: Lexer<'t>,
    pub text: &'t str,
    pub json: bool,
    pub frames: Vec<Frame<'t>>,
    pub values: usize,
    pub last_section: Option<Key<'t>>,
    /// The entry being read stands in the story but belongs to the section before it.
    pub misplaced: bool,
    pub sink: &'s mut dyn Sink<'t>,
}

impl<'t> Parser<'t, '_> {
    pub(super) fn kind(&mut self, n: usize) -> Kind {
        match self.lexer.peek(n).tok {
            Tok::Open(bracket) => Kind::Open(bracket),
            Tok::Close(bracket) => Kind::Close(bracket),
            Tok::Colon => Kind::Colon,
            Tok::Equals => Kind::Equals,
            Tok::Comma => Kind::Comma,
            Tok::Semicolon => Kind::Semicolon,
            Tok::Text(_) => Kind::Text,
            Tok::Number => Kind::Number,
            Tok::Word => Kind::Word,
            Tok::End => Kind::End,
        }
    }

    pub(super) fn span(&mut self, n: usize) -> Span {
        self.lexer.peek(n).span
    }

    pub(super) fn report<M: Into<String>, S: Into<String>>(
        &mut self,
        code: Code,
        at: Span,
        message: impl FnOnce() -> M,
        suggestion: impl FnOnce() -> S,
    ) {
        let found = self.lexer.problems.add_with(code, at, message);
        found.suggest_with(suggestion);
    }

    fn read(&mut self, progress: &Progress) -> Result<(), Cancelled> {
        if !self.begin() {
            return Ok(());
        }
        let mut tokens = 0_u32;
        while !self.frames.is_empty() {
            tokens += 1;
            if tokens.is_multiple_of(TOKENS_PER_LOOK) {
                progress.reach(self.lexer.position(), self.text.len())?;
                if self.sink.is_done() {
                    return Ok(());
                }
            }
            self.step();
        }
        if self.kind(0) != Kind::End {
            let at = self.span(0);
            self.report(
                Code::TextAfterStory,
                at,
                || say!("problem-after-story"),
                || say!("problem-after-story-hint"),
            );
        }
        Ok(())
    }

    fn step(&mut self) {
        let value_end = self.frames.last().and_then(|top| top.value_end);
        match self.kind(0) {
            Kind::End => self.end(),
            Kind::Comma | Kind::Semicolon => self.separator(value_end.is_some()),
            Kind::Close(bracket) => self.close(bracket),
            Kind::Colon | Kind::Equals => {
                let at = self.lexer.next().span;
                let problems = &mut self.lexer.problems;
                problems.add_with(Code::UnexpectedText, at, || say!("problem-no-name-before"));
            }
            _ => match value_end {
                Some(end) => self.no_comma(end),
                None => self.entry(),
            },
        }
    }

    fn begin(&mut self) -> bool {
        let start = self.span(0);
        let named = self.kind(0) == Kind::Word && matches!(self.kind(1), Kind::Open(_));
        let name = named.then(|| self.lexer.next()).map(|token| token.span);
        let Kind::Open(bracket) = self.kind(0) else {
            let whole = if self.json { "{" } else { "Story(" };
            self.report(
                Code::NotAStory,
                start,
                || say!("problem-no-story", begin = whole),
                || say!("problem-no-story-hint"),
            );
            return false;
        };
        let open = self.lexer.next().span;
        if let Some(name) = name
            && self.lexer.slice(name) != "Story"
        {
            let wrong = self.lexer.slice(name);
            self.report(
                Code::WrongName,
                name,
                || say!("problem-story-name", name = wrong),
                || say!("problem-write", text = "Story("),
            );
        }
        let right = if self.json {
            Bracket::Curly
        } else {
            Bracket::Round
        };
        if bracket != right {
            let code = match bracket {
                Bracket::Curly => Code::BracesForParentheses,
                _ => Code::WrongBracket,
            };
            let pair = |bracket: Bracket| format!("{}{}", bracket.open(), bracket.close());
            self.lexer.problems.add_with(code, open, || {
                let (right, wrong) = (pair(right), pair(bracket));
                say!("problem-story-brackets", right = right, wrong = wrong)
            });
        }
        self.push(bracket, open, start, None);
        true
    }

    fn push(&mut self, bracket: Bracket, open: Span, start: Span, name: Option<(&'t str, Span)>) {
        self.frames.push(Frame {
            bracket,
            open,
            start,
            name,
            entries: Vec::new(),
            key: None,
            text_keys: None,
            value_end: None,
        });
    }

    /// The file ended with brackets open.
    fn end(&mut self) {
        if let Some(top) = self.frames.last() {
            let (open, bracket) = (top.open, top.bracket);
            self.unclosed(open, bracket);
        }
        let end = self.span(0);
        while !self.frames.is_empty() {
            self.pop(end);
        }
    }

    fn separator(&mut self, after_value: bool) {
        let token = self.lexer.next();
        if token.tok == Tok::Semicolon {
            self.report(
                Code::WrongSeparator,
                token.span,
                || say!("problem-separator"),
                || say!("problem-write", text = ","),
            );
        } else if !after_value {
            self.report(
                Code::ExtraComma,
                token.span,
                || say!("problem-extra-comma"),
                || say!("problem-leave-out"),
            );
        }
        if let Some(top) = self.frames.last_mut() {
            top.value_end = None;
        }
    }

    /// A value ended, and something other than a comma follows.
    fn no_comma(&mut self, end: Span) {
        let listed = self
            .frames
            .last()
            .is_some_and(|top| top.bracket == Bracket::Square);
        if listed || self.is_key() || matches!(self.kind(1), Kind::Open(_)) {
            // The comma may be missing because the bracket before it is: that is said once.
            let after = Span {
                start: end.end,
                end: end.end,
            };
            if !self.leaves_frame() {
                self.report(
                    Code::MissingComma,
                    after,
                    || say!("problem-missing-comma"),
                    || say!("problem-write", text = ","),
                );
            }
            if let Some(top) = self.frames.last_mut() {
                top.value_end = None;
            }
            return;
        }
        let start = self.span(0);
        let mut last = start;
        while !matches!(
            self.kind(0),
            Kind::Comma | Kind::Semicolon | Kind::Close(_) | Kind::End
        ) && !self.is_key()
        {
            last = self.lexer.next().span;
        }
        let at = start.to(last);
        let text = self.lexer.slice(at);
        self.report(
            Code::UnexpectedText,
            at,
            || say!("problem-after-value", text = short(text)),
            || say!("problem-after-value-hint"),
        );
    }

    pub(super) fn is_key(&mut self) -> bool {
        matches!(self.kind(0), Kind::Text | Kind::Word | Kind::Number)
            && matches!(self.kind(1), Kind::Colon | Kind::Equals)
    }

    fn key_text(&mut self) -> Cow<'t, str> {
        let span = self.span(0);
        match &self.lexer.peek(0).tok {
            Tok::Text(text) => text.clone(),
            _ => Cow::Borrowed(self.lexer.slice(span)),
        }
    }

    /// Whether the key ahead can only belong to a record or section further out.
    fn leaves_frame(&mut self) -> bool {
        if !self.is_key() || self.frames.len() < 2 {
            return false;
        }
        let quoted = self.kind(0) == Kind::Text;
        let word = self.key_text();
        let parent = &self.frames[self.frames.len() - 2];
        let in_story = self.frames.len() == 2;
        let Some(top) = self.frames.last() else {
            return false;
        };
        match top.bracket {
            Bracket::Square => true,
            Bracket::Round => {
                let next_record = quoted
                    && top.text_keys == Some(false)
                    && parent.bracket == Bracket::Curly
                    && !schema::is_field(&word);
                next_record || (!quoted && !in_story && schema::is_section(&word))
            }
            Bracket::Curly => {
                !quoted
                    && !self.json
                    && parent.bracket == Bracket::Round
                    && top.name.is_none()
                    && match (top.text_keys, in_story) {
                        (Some(false), _) => false,
                        (_, true) => schema::is_story_field(&word),
                        (_, false) => schema::is_field(&word),
                    }
            }
        }
    }

    fn entry(&mut self) {
        if self.is_key() {
            if self.leaves_frame() {
                if let Some(top) = self.frames.last() {
                    let (open, bracket) = (top.open, top.bracket);
                    self.unclosed(open, bracket);
                }
                let here = self.span(0);
                self.pop(Span {
                    start: here.start,
                    end: here.start,
                });
                // The comma that ended it was read inside.
                if let Some(top) = self.frames.last_mut() {
                    top.value_end = None;
                }
                return;
            }
            self.key();
            let sign = self.lexer.next();
            if sign.tok == Tok::Equals {
                self.report(
                    Code::EqualsForColon,
                    sign.span,
                    || say!("problem-equals"),
                    || say!("problem-write", text = ":"),
                );
            }
            while matches!(self.kind(0), Kind::Colon | Kind::Equals) {
                let at = self.lexer.next().span;
                self.report(
                    Code::UnexpectedText,
                    at,
                    || say!("problem-second-colon"),
                    || say!("problem-leave-out"),
                );
            }
            let nothing = matches!(
                self.kind(0),
                Kind::Comma | Kind::Semicolon | Kind::Close(_) | Kind::End
            ) || self.is_key();
            if nothing {
                self.drop_key(sign.span);
                return;
            }
        } else if self.lacks_colon() {
            let at = self.span(0);
            let after = Span {
                start: at.end,
                end: at.end,
            };
            self.key();
            self.report(
                Code::MissingColon,
                after,
                || say!("problem-missing-colon"),
                || say!("problem-missing-colon-hint"),
            );
        }
        self.value();
    }

    fn lacks_colon(&mut self) -> bool {
        let keyed = self
            .frames
            .last()
            .is_some_and(|top| top.bracket != Bracket::Square);
        if !keyed {
            return false;
        }
        let (first, second) = (self.kind(0), self.kind(1));
        match first {
            Kind::Text => matches!(
                second,
                Kind::Text | Kind::Number | Kind::Word | Kind::Open(_)
            ),
            Kind::Word => {
                let word = self.key_text();
                match second {
                    Kind::Text | Kind::Number => true,
                    Kind::Open(_) | Kind::Word => schema::is_field(&word),
                    _ => false,
                }
            }
            _ => false,
        }
    }

    fn key(&mut self) {
        let text = self.key_text();
        let token = self.lexer.next();
        let quoted = matches!(token.tok, Tok::Text(_));
        let in_story = self.frames.len() == 1;
        // A record that stands where only sections do.
        self.misplaced = in_story && quoted && !self.json && !schema::is_story_field(&text);
        if self.misplaced && self.last_section.is_some() {
            self.report(
                Code::MisplacedRecord,
                token.span,
                || say!("problem-outside-sections", name = short(&text)),
                || say!("problem-outside-sections-hint"),
            );
        }
        if let Some(top) = self.frames.last_mut() {
            top.text_keys.get_or_insert(quoted);
            top.key = Some(Key {
                text,
                span: token.span,
                quoted,
            });
        }
    }

    /// The key has no value.
    fn drop_key(&mut self, at: Span) {
        let Some(key) = self.frames.last_mut().and_then(|top| top.key.take()) else {
            return;
        };
        self.report(
            Code::MissingValue,
            key.span.to(at),
            || say!("problem-no-value", name = short(&key.text)),
            || say!("problem-no-value-hint"),
        );
        if let Some(top) = self.frames.last_mut() {
            top.value_end = Some(at);
        }
    }

    fn value(&mut self) {
        let start = self.span(0);
        match self.kind(0) {
            Kind::Open(bracket) => {
                self.lexer.next();
                self.open(bracket, start, start, None);
            }
            Kind::Word => {
                self.lexer.next();
                let word = self.lexer.slice(start);
                if let Kind::Open(bracket) = self.kind(0) {
                    let open = self.lexer.next().span;
                    self.open(bracket, open, start, Some((word, start)));
                    return;
                }
                let mut end = start;
                while self.goes_on(end) {
                    end = self.lexer.next().span;
                }
                let span = start.to(end);
                let value = Value::Word(self.lexer.slice(span));
                self.attach(Node { value, span });
            }
            Kind::Number => {
                self.lexer.next();
                let value = Value::Number(self.lexer.slice(start));
                self.attach(Node { value, span: start });
            }
            _ => {
                let value = match self.lexer.next().tok {
                    Tok::Text(text) => Value::Text(text),
                    _ => Value::Broken,
                };
                self.attach(Node { value, span: start });
            }
        }
    }

    /// Whether a text without quotation marks goes on after `end`, on its line.
    fn goes_on(&mut self, end: Span) -> bool {
        if !matches!(self.kind(0), Kind::Word | Kind::Number) || self.is_key() {
            return false;
        }
        let next = self.span(0);
        let gap = Span {
            start: end.end,
            end: next.start,
        };
        !self.lexer.slice(gap).contains('\n')
    }

    fn open(&mut self, bracket: Bracket, open: Span, start: Span, name: Option<(&'t str, Span)>) {
        if self.frames.len() < MOST_DEPTH {
            self.push(bracket, open, start, name);
            return;
        }
        self.report(
            Code::TooDeep,
            open,
            || say!("problem-too-deep", most = MOST_DEPTH),
            || say!("problem-too-deep-hint"),
        );
        let mut depth = 1_usize;
        let mut end = open;
        while depth > 0 && self.kind(0) != Kind::End {
            let token = self.lexer.next();
            end = token.span;
            match token.tok {
                Tok::Open(_) => depth += 1,
                Tok::Close(_) => depth -= 1,
                _ => {}
            }
        }
        self.attach(Node {
            value: Value::Broken,
            span: start.to(end),
        });
    }

    /// The innermost bracket ends here.
    pub(super) fn pop(&mut self, end: Span) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        if self.frames.is_empty() {
            return;
        }
        self.attach(Node {
            span: frame.start.to(end),
            value: Value::Group {
                name: frame.name,
                bracket: frame.bracket,
                open: frame.open,
                entries: frame.entries,
            },
        });
    }

    /// A value is complete: it goes to its bracket, or out to whoever takes the story's parts.
    fn attach(&mut self, value: Node<'t>) {
        let depth = self.frames.len();
        let in_section = depth == 2 && self.frames.last().is_some_and(|top| top.name.is_none());
        let Some(top) = self.frames.last_mut() else {
            return;
        };
        top.value_end = Some(value.span);
        let key = top.key.take();
        if depth == 1 {
            self.values = 0;
            self.attach_to_story(key, value);
        } else if in_section {
            self.values = 0;
            let section = self.frames.first().and_then(|root| root.key.clone());
            if let Some(section) = section {
                self.sink
                    .record(&section, Entry { key, value }, &mut self.lexer.problems);
            }
        } else {
            self.values += 1;
            if self.values < MOST_VALUES {
                top.entries.push(Entry { key, value });
            } else if self.values == MOST_VALUES {
                self.report(
                    Code::RecordTooLarge,
                    value.span,
                    || say!("problem-record-too-large", most = MOST_VALUES),
                    || say!("problem-record-too-large-hint"),
                );
            }
        }
    }

    fn attach_to_story(&mut self, key: Option<Key<'t>>, value: Node<'t>) {
        let Some(key) = key else {
            self.report(
                Code::UnexpectedText,
                value.span,
                || say!("problem-part-unnamed"),
                || say!("problem-part-unnamed-hint"),
            );
            return;
        };
        if self.misplaced
            && let Some(section) = &self.last_section
        {
            let entry = Entry {
                key: Some(key),
                value,
            };
            self.sink.record(section, entry, &mut self.lexer.problems);
            return;
        }
        if matches!(value.value, Value::Group { .. }) {
            self.last_section = Some(key.clone());
        }
        self.sink.field(key, value, &mut self.lexer.problems);
    }
}
