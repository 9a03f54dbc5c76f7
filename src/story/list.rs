//! Lists within records: labels, participants, arrows.

use std::fmt;

use super::model::{EventLink, Participant};
use super::rows::{LinkRow, ParticipantRow};
use super::texts::{Piece, Texts};

/// What a record lists, in the author's order.
#[derive(Clone, Copy)]
pub struct List<'s, R> {
    texts: &'s Texts,
    rows: &'s [R],
}

/// How a list holds one of its entries.
pub trait Listed: Copy {
    /// The entry, as it is asked for.
    type Entry<'s>;

    /// The entry, with its texts.
    fn entry(self, texts: &Texts) -> Self::Entry<'_>;
}

impl Listed for Piece {
    type Entry<'s> = &'s str;

    #[inline]
    fn entry(self, texts: &Texts) -> &str {
        texts.get(self)
    }
}

impl Listed for ParticipantRow {
    type Entry<'s> = Participant<'s>;

    #[inline]
    fn entry(self, texts: &Texts) -> Participant<'_> {
        Participant {
            actor: self.actor,
            role: texts.get(self.role),
        }
    }
}

impl Listed for LinkRow {
    type Entry<'s> = EventLink<'s>;

    #[inline]
    fn entry(self, texts: &Texts) -> EventLink<'_> {
        EventLink {
            to: self.to,
            label: texts.get(self.label),
        }
    }
}

impl<'s, R: Listed> List<'s, R> {
    pub(crate) fn new(texts: &'s Texts, rows: &'s [R]) -> Self {
        Self { texts, rows }
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.rows.is_empty()
    }

    /// The one at `position`.
    #[must_use]
    pub fn get(self, position: usize) -> Option<R::Entry<'s>> {
        Some(self.rows.get(position)?.entry(self.texts))
    }

    /// The first.
    #[must_use]
    pub fn first(self) -> Option<R::Entry<'s>> {
        self.get(0)
    }

    /// One after the other.
    #[must_use]
    pub fn iter(self) -> Entries<'s, R> {
        Entries {
            texts: self.texts,
            rows: self.rows.iter(),
        }
    }
}

impl List<'_, Piece> {
    /// All of them in one text, with `between` between them.
    #[must_use]
    pub fn join(self, between: &str) -> String {
        self.iter().collect::<Vec<_>>().join(between)
    }
}

/// Walks along a [`List`].
#[derive(Clone)]
pub struct Entries<'s, R> {
    texts: &'s Texts,
    rows: std::slice::Iter<'s, R>,
}

impl<'s, R: Listed> Iterator for Entries<'s, R> {
    type Item = R::Entry<'s>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        Some(self.rows.next()?.entry(self.texts))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rows.size_hint()
    }
}

impl<R: Listed> ExactSizeIterator for Entries<'_, R> {}

impl<R: Listed> DoubleEndedIterator for Entries<'_, R> {
    fn next_back(&mut self) -> Option<Self::Item> {
        Some(self.rows.next_back()?.entry(self.texts))
    }
}

impl<'s, R: Listed> IntoIterator for List<'s, R> {
    type Item = R::Entry<'s>;
    type IntoIter = Entries<'s, R>;

    fn into_iter(self) -> Entries<'s, R> {
        self.iter()
    }
}

impl<'s, R: Listed> IntoIterator for &List<'s, R> {
    type Item = R::Entry<'s>;
    type IntoIter = Entries<'s, R>;

    fn into_iter(self) -> Entries<'s, R> {
        self.iter()
    }
}

impl<'s, R: Listed> PartialEq for List<'s, R>
where
    R::Entry<'s>: PartialEq,
{
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<'s, R: Listed> fmt::Debug for List<'s, R>
where
    R::Entry<'s>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
