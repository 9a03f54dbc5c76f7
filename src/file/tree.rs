//! The values of a story file with their places, and who takes them.

use std::borrow::Cow;

use super::lex::Bracket;
use super::problem::{Problems, Span};

/// A value with its place.
#[derive(Clone, Debug)]
pub(super) struct Node<'t> {
    pub value: Value<'t>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub(super) enum Value<'t> {
    Text(Cow<'t, str>),
    Number(&'t str),
    Word(&'t str),
    Group {
        name: Option<(&'t str, Span)>,
        bracket: Bracket,
        open: Span,
        entries: Vec<Entry<'t>>,
    },
    /// What could not be read, and was reported.
    Broken,
}

#[derive(Clone, Debug)]
pub(super) struct Entry<'t> {
    pub key: Option<Key<'t>>,
    pub value: Node<'t>,
}

#[derive(Clone, Debug)]
pub(super) struct Key<'t> {
    pub text: Cow<'t, str>,
    pub span: Span,
    pub quoted: bool,
}

/// What takes the parts of a story as they are read.
pub(super) trait Sink<'t> {
    /// A record of the section `section`.
    fn record(&mut self, section: &Key<'t>, entry: Entry<'t>, problems: &mut Problems);
    /// A field of the story itself; a section comes last and without its records.
    fn field(&mut self, key: Key<'t>, value: Node<'t>, problems: &mut Problems);
    /// Whether there is no use in reading on.
    fn is_done(&self) -> bool;
}
