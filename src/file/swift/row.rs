//! The values of fields that are written as they should be, straight from bytes.

use crate::story::texts::{DateAt, Piece};
use crate::story::{Bearing, Date, ItemKind};

use super::super::decode::name_kind;
use super::super::drafts::{Drafts, Labelled, Proof};
use super::super::problem::Span;
use super::cursor::{Cursor, Fine, Odd, Quoted};

/// More pairs than this are left to the patient reader, which finds doubles among any number.
const MOST_PAIRS: usize = 64;
/// More entries of a list than this are left to the patient reader, which has a limit.
const MOST_LISTED: usize = 10_000;

/// Reads the fields of records into `drafts`.
pub(super) struct Row<'r, 't> {
    pub cursor: &'r mut Cursor<'t>,
    pub drafts: &'r mut Drafts,
}

/// A field of a record that was met.
pub(super) struct Met(pub(super) u32);

impl Met {
    /// Notes the field number `n`; a second one is odd.
    #[inline]
    pub(super) fn once(&mut self, n: u32) -> Fine<()> {
        let bit = 1 << n;
        if self.0 & bit != 0 {
            return Err(Odd);
        }
        self.0 |= bit;
        Ok(())
    }
}

impl<'t> Row<'_, 't> {
    /// The name of the next field, past its colon; none at the end of the record.
    #[inline]
    pub(super) fn field(&mut self, is_first: bool) -> Fine<Option<&'t [u8]>> {
        let cursor = &mut *self.cursor;
        cursor.blanks()?;
        if !is_first {
            if cursor.takes(b')') {
                return Ok(None);
            }
            cursor.expect(b',')?;
            cursor.blanks()?;
        }
        if cursor.takes(b')') {
            return Ok(None);
        }
        let word = cursor.word()?;
        cursor.blanks()?;
        cursor.expect(b':')?;
        cursor.blanks()?;
        Ok(Some(word))
    }

    /// A text; one of blanks says nothing.
    #[inline]
    pub(super) fn text(&mut self) -> Fine<Piece> {
        let quoted = self.cursor.quoted()?;
        if is_blank(&quoted.text) {
            return Ok(Piece::EMPTY);
        }
        Ok(self.drafts.text(&quoted.text, span(&quoted)))
    }

    /// A text that others repeat; one of blanks says nothing.
    #[inline]
    pub(super) fn word(&mut self) -> Fine<Piece> {
        let quoted = self.cursor.quoted()?;
        if is_blank(&quoted.text) {
            return Ok(Piece::EMPTY);
        }
        Ok(self.drafts.word(&quoted.text, span(&quoted)))
    }

    pub(super) fn date(&mut self) -> Fine<DateAt> {
        let quoted = self.cursor.quoted()?;
        if is_blank(&quoted.text) {
            return Ok(DateAt::NONE);
        }
        if let Some(held) = self.drafts.dates.find(&quoted.text) {
            return Ok(held);
        }
        let date = Date::parse(&quoted.text).map_err(|_| Odd)?;
        Ok(self.drafts.dates.add(date))
    }

    pub(super) fn one_of<T: Copy>(&mut self, words: &[(&str, T)]) -> Fine<T> {
        let word = self.cursor.word()?;
        let found = words.iter().find(|(name, _)| name.as_bytes() == word);
        found.map(|(_, value)| *value).ok_or(Odd)
    }

    pub(super) fn importance(&mut self) -> Fine<u8> {
        match self.cursor.number()? {
            n @ 1..=5 => u8::try_from(n).map_err(|_| Odd),
            _ => Err(Odd),
        }
    }

    /// Whether another entry stands before `close`.
    #[inline]
    pub(super) fn another(&mut self, is_first: bool, close: u8) -> Fine<bool> {
        self.cursor.blanks()?;
        if self.cursor.takes(close) {
            return Ok(false);
        }
        if !is_first {
            self.cursor.expect(b',')?;
            self.cursor.blanks()?;
            if self.cursor.takes(close) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// A list of words into what `pool` picks; those without a letter say nothing.
    pub(super) fn words(&mut self, pool: fn(&mut Drafts) -> &mut Vec<Piece>) -> Fine<()> {
        self.cursor.expect(b'[')?;
        let mut count = 0;
        while self.another(count == 0, b']')? {
            count += 1;
            if count > MOST_LISTED {
                return Err(Odd);
            }
            let quoted = self.cursor.quoted()?;
            if !quoted.text.is_empty() {
                let piece = self.drafts.word(&quoted.text, span(&quoted));
                pool(self.drafts).push(piece);
            }
        }
        Ok(())
    }

    /// The larger actors that an actor is part of.
    pub(super) fn wholes(&mut self) -> Fine<()> {
        self.cursor.expect(b'[')?;
        let mut count = 0;
        while self.another(count == 0, b']')? {
            count += 1;
            if count > MOST_LISTED {
                return Err(Odd);
            }
            let quoted = self.cursor.quoted()?;
            if !quoted.text.is_empty() {
                let piece = self.drafts.name(&quoted.text, span(&quoted));
                self.drafts.actors.part_of.push(piece);
            }
        }
        Ok(())
    }

    /// A list of proofs into what `pool` picks.
    pub(super) fn evidence(&mut self, pool: fn(&mut Drafts) -> &mut Vec<Proof>) -> Fine<()> {
        self.cursor.expect(b'[')?;
        let mut count = 0;
        while self.another(count == 0, b']')? {
            count += 1;
            if count > MOST_LISTED {
                return Err(Odd);
            }
            let bearing = match self.cursor.word()? {
                b"Supports" => Bearing::Supports,
                b"Disputes" => Bearing::Disputes,
                b"Mentions" => Bearing::Mentions,
                _ => return Err(Odd),
            };
            let quoted = self.in_parentheses()?;
            let passage = self.drafts.name_of_passage(&quoted.text, span(&quoted));
            pool(self.drafts).push(Proof { bearing, passage });
        }
        Ok(())
    }

    /// `("id")`
    pub(super) fn in_parentheses(&mut self) -> Fine<Quoted<'t>> {
        self.cursor.blanks()?;
        self.cursor.expect(b'(')?;
        self.cursor.blanks()?;
        let quoted = self.cursor.quoted()?;
        if quoted.text.is_empty() {
            return Err(Odd);
        }
        self.cursor.blanks()?;
        self.cursor.expect(b')')?;
        Ok(quoted)
    }

    /// Pairs in braces into what `pool` picks; each id once.
    pub(super) fn pairs(&mut self, pool: fn(&mut Drafts) -> &mut Vec<Labelled>) -> Fine<()> {
        self.cursor.expect(b'{')?;
        let first = pool(self.drafts).len();
        let mut is_first = true;
        while self.another(is_first, b'}')? {
            is_first = false;
            let quoted = self.cursor.quoted()?;
            if quoted.text.is_empty() {
                return Err(Odd);
            }
            self.cursor.blanks()?;
            self.cursor.expect(b':')?;
            self.cursor.blanks()?;
            let label = self.cursor.quoted()?;
            let drafts = &mut *self.drafts;
            let before = pool(drafts).len();
            if before - first >= MOST_PAIRS {
                return Err(Odd);
            }
            for n in first..before {
                let other = pool(drafts)[n].id;
                if drafts.names.get(other) == quoted.text {
                    return Err(Odd);
                }
            }
            let id = drafts.name(&quoted.text, span(&quoted));
            let label = if label.text.is_empty() {
                Piece::EMPTY
            } else {
                drafts.word(&label.text, span(&label))
            };
            pool(drafts).push(Labelled { id, label });
        }
        Ok(())
    }

    /// An id that another record bears.
    pub(super) fn id(&mut self) -> Fine<Piece> {
        self.basis()?.ok_or(Odd)
    }

    /// What a date is counted from; an id of blanks says nothing.
    pub(super) fn basis(&mut self) -> Fine<Option<Piece>> {
        let quoted = self.cursor.quoted()?;
        if is_blank(&quoted.text) {
            return Ok(None);
        }
        Ok(Some(self.drafts.name(&quoted.text, span(&quoted))))
    }

    pub(super) fn speaker(&mut self) -> Fine<Option<Piece>> {
        let quoted = self.in_parentheses()?;
        Ok(Some(self.drafts.name(&quoted.text, span(&quoted))))
    }

    pub(super) fn name_kind(&mut self, of: ItemKind, kind: Piece) {
        if kind.is_empty() {
            return;
        }
        let drafts = &mut *self.drafts;
        let at = drafts.spot(kind);
        name_kind(&mut drafts.kinds_named, of, drafts.texts.get(kind), at);
    }
}

fn span(quoted: &Quoted<'_>) -> Span {
    Span::new(quoted.start - 1, quoted.end + 1)
}

#[inline]
fn is_blank(text: &str) -> bool {
    // The first letter nearly always says it.
    !text.as_bytes().first().is_some_and(u8::is_ascii_graphic) && text.trim().is_empty()
}
