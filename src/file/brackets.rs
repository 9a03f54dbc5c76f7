//! What to make of a bracket that closes what was not opened, or of one that is never closed.
//!
//! Each reading of a wrong bracket (it is of the wrong kind; it is one too many; one before it was
//! forgotten) says what should follow it. The reading that fits what does follow is taken.

use memchr::memrchr;

use crate::language::say;

use super::lex::Bracket;
use super::parse::{Kind, Parser};
use super::problem::{Code, Span};
use super::schema;

/// What follows a bracket that closes.
#[derive(Clone, Copy)]
enum Look<'t> {
    TextKey,
    WordKey(&'t str),
    Close(Bracket),
    Value,
    End,
}

impl<'t> Parser<'t, '_> {
    pub(super) fn unclosed(&mut self, open: Span, bracket: Bracket) {
        self.report(
            Code::UnclosedBracket,
            open,
            || say!("problem-bracket-unclosed", bracket = bracket.open()),
            || say!("problem-bracket-unclosed-hint", bracket = bracket.close()),
        );
    }

    pub(super) fn close(&mut self, bracket: Bracket) {
        let at = self.span(0);
        let look = self.look();
        let depth = self.frames.len();
        let Some(top) = self.frames.last() else {
            return;
        };
        let (open, right) = (top.open, top.bracket);
        if right == bracket {
            let more = depth == 1 && matches!(look, Look::TextKey | Look::WordKey(_));
            self.lexer.next();
            if more {
                self.stray(at, bracket);
            } else {
                self.pop(at);
            }
            return;
        }
        let outer = self
            .frames
            .iter()
            .rposition(|frame| frame.bracket == bracket);
        if self.fits(depth.checked_sub(2), look) && self.stand_alike(open, at) {
            self.lexer.next();
            let (closed, opened) = (bracket.close(), right.open());
            self.lexer
                .problems
                .add_with(Code::WrongBracket, at, || {
                    say!("problem-bracket-wrong", bracket = closed, opened = opened)
                })
                .suggest_with(|| say!("problem-write", text = right.close()))
                .relate(open, say!("problem-bracket-opened"));
            self.pop(at);
            return;
        }
        let outer_fits = outer.is_some_and(|outer| self.fits(outer.checked_sub(1), look));
        if outer.is_none() || (!outer_fits && self.fits(depth.checked_sub(1), look)) {
            self.lexer.next();
            self.stray(at, bracket);
            return;
        }
        // All that was opened since then was never closed.
        while let Some(top) = self.frames.last()
            && top.bracket != bracket
        {
            let (open, bracket) = (top.open, top.bracket);
            self.unclosed(open, bracket);
            self.pop(Span {
                start: at.start,
                end: at.start,
            });
        }
    }

    fn stray(&mut self, at: Span, bracket: Bracket) {
        self.report(
            Code::StrayBracket,
            at,
            || say!("problem-bracket-stray", bracket = bracket.close()),
            || say!("problem-leave-out"),
        );
    }

    /// What follows the bracket ahead, past a comma.
    fn look(&mut self) -> Look<'t> {
        let n = if self.kind(1) == Kind::Comma { 2 } else { 1 };
        let keyed = matches!(self.kind(n + 1), Kind::Colon | Kind::Equals);
        match self.kind(n) {
            Kind::Text if keyed => Look::TextKey,
            Kind::Word if keyed => {
                let span = self.span(n);
                Look::WordKey(self.lexer.slice(span))
            }
            Kind::Close(bracket) => Look::Close(bracket),
            Kind::End => Look::End,
            _ => Look::Value,
        }
    }

    /// Whether what follows makes sense inside the bracket at `frame`, or after the story.
    fn fits(&self, frame: Option<usize>, look: Look<'_>) -> bool {
        let Some((n, frame)) = frame.and_then(|n| Some((n, self.frames.get(n)?))) else {
            return matches!(look, Look::End);
        };
        match (look, frame.bracket) {
            (Look::Close(bracket), own) => bracket == own,
            (Look::Value, Bracket::Square) => true,
            (Look::TextKey, Bracket::Curly) => frame.text_keys != Some(false),
            (Look::TextKey, Bracket::Round) => frame.text_keys == Some(true),
            (Look::WordKey(word), Bracket::Round) if n == 0 => schema::is_story_field(word),
            (Look::WordKey(word), Bracket::Round) => !schema::is_section(word),
            (Look::WordKey(_), Bracket::Curly) => frame.text_keys == Some(false),
            _ => false,
        }
    }

    /// Whether two brackets stand on one line, or their lines are indented alike.
    fn stand_alike(&self, open: Span, close: Span) -> bool {
        // Brackets further apart than anybody's lines are long do not belong together.
        const MOST: u32 = 2000;
        if close.start - open.end <= MOST {
            let between = Span {
                start: open.end,
                end: close.start,
            };
            if !self.lexer.slice(between).contains('\n') {
                return true;
            }
        }
        let indent = |at: u32| {
            let nearby = self
                .text
                .as_bytes()
                .get(at.saturating_sub(MOST) as usize..at as usize);
            let before = nearby.unwrap_or_default();
            let line = &before[memrchr(b'\n', before).map_or(0, |end| end + 1)..];
            let blank = line.iter().take_while(|b| b.is_ascii_whitespace()).count();
            (blank, blank == line.len())
        };
        let (opened, _) = indent(open.start);
        let (closed, is_first) = indent(close.start);
        is_first && opened == closed
    }
}
