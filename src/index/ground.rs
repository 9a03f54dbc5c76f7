//! What a filter asks of evidence: who speaks, in how many voices and sources, and whether quotations stand.

use crate::evidence::{State, Weight};
use crate::story::{Evidence, Voice};

use super::Index;

/// Who speaks, in the words of a filter.
pub(super) const VOICES: [&str; 6] = [
    "on-record",
    "spokesperson",
    "unnamed",
    "declined",
    "document",
    "reporter",
];
/// What a claim rests on too little of, in the words of a filter.
pub(super) const RESTS: [&str; 4] = ["one-source", "one-voice", "unnamed", "nothing"];
/// How numbers are compared, the longer signs first.
const SIGNS: [&str; 5] = ["<=", ">=", "<", ">", "="];

/// A test of an item's evidence.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ground {
    /// Any of these speaks for it or against it.
    Voice(Vec<&'static str>),
    /// Any of its quotations stands so.
    Check(Vec<State>),
    /// It rests on no more than that.
    Rests(Vec<&'static str>),
    /// So many independent voices.
    Voices(Bound),
    /// So many sources.
    Sources(Bound),
}

/// A comparison with a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bound {
    sign: &'static str,
    number: u32,
}

impl Bound {
    /// Reads "<2", ">=3", "1".
    pub(super) fn parse(text: &str) -> Option<Self> {
        let sign = SIGNS.into_iter().find(|sign| text.starts_with(sign));
        let digits = text.strip_prefix(sign.unwrap_or_default())?;
        Some(Self {
            sign: sign.unwrap_or("="),
            number: digits.parse().ok()?,
        })
    }

    /// Whether it holds for `count`.
    pub(super) fn holds(self, count: u32) -> bool {
        match self.sign {
            "<=" => count <= self.number,
            ">=" => count >= self.number,
            "<" => count < self.number,
            ">" => count > self.number,
            _ => count == self.number,
        }
    }
}

/// A term such as `voices<2`, without a colon: its field and its comparison.
pub(super) fn compared(term: &str) -> Option<(&str, &str)> {
    let at = term.find(['<', '>', '='])?;
    let (field, bound) = term.split_at(at);
    let known = ["voices", "sources", "importance"].iter();
    let mut known = known.filter(|known| known.eq_ignore_ascii_case(field));
    known.next().map(|_| (field, bound))
}

impl Ground {
    pub(super) fn holds(&self, index: &Index, evidence: &[Evidence]) -> bool {
        let story = index.story();
        let weight = || Weight::new(story, evidence);
        match self {
            Self::Voice(voices) => evidence.iter().any(|link| {
                let word = voice_word(&story.passage(link.passage).said_by);
                voices.contains(&word)
            }),
            Self::Check(states) => evidence
                .iter()
                .any(|link| states.contains(&index.verification().state(link.passage))),
            Self::Rests(kinds) => {
                let weight = weight();
                kinds.iter().any(|kind| match *kind {
                    "one-source" => weight.is_one_source(),
                    "one-voice" => weight.voices == 1,
                    "unnamed" => weight.is_unnamed_alone(),
                    _ => weight.passages == 0,
                })
            }
            Self::Voices(bound) => bound.holds(weight().voices),
            Self::Sources(bound) => bound.holds(weight().sources),
        }
    }
}

/// The word of a filter for who speaks.
pub(super) fn voice_word(voice: &Voice<'_>) -> &'static str {
    match voice {
        Voice::OnRecord(_) => "on-record",
        Voice::Spokesperson(_) => "spokesperson",
        Voice::Unnamed { .. } => "unnamed",
        Voice::Declined(_) => "declined",
        Voice::Document => "document",
        Voice::Reporter => "reporter",
    }
}

/// The words of a filter for how quotations stand.
pub(super) fn state_words() -> [&'static str; 6] {
    State::ALL.map(state_word)
}

/// The word of a filter for a state, without blanks.
pub(super) fn state_word(state: State) -> &'static str {
    match state {
        State::NoText => "no-text",
        State::NotFound => "not-found",
        state => state.word(),
    }
}
