//! What a filter asks of evidence: who speaks, in how many voices and sources, and whether quotations stand.

use crate::evidence::{State, Weight};
use crate::story::{Evidence, Story, Voice};

use super::super::Index;

/// Who speaks, in the words of a filter.
pub(in super::super) const VOICES: [&str; 6] = [
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
pub(in super::super) enum Ground {
    /// Any of these speaks for it or against it.
    Voice(Vec<&'static str>),
    /// Any of its quotations stands so.
    Check(Vec<State>),
    /// It rests on no more than that.
    Rests(Vec<&'static str>),
    /// As many independent voices as any of these says.
    Voices(Vec<Bound>),
    /// As many sources.
    Sources(Vec<Bound>),
}

/// A comparison with a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Bound {
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
    fn holds(self, count: u32) -> bool {
        match self.sign {
            "<=" => count <= self.number,
            ">=" => count >= self.number,
            "<" => count < self.number,
            ">" => count > self.number,
            _ => count == self.number,
        }
    }
}

/// Whether any of `bounds` holds for `count`.
pub(in super::super) fn any_holds(bounds: &[Bound], count: u32) -> bool {
    bounds.iter().any(|bound| bound.holds(count))
}

impl Ground {
    pub(super) fn holds(&self, index: &Index, evidence: &[Evidence]) -> bool {
        let story = index.story();
        match self {
            Self::Voice(voices) => evidence.iter().any(|link| {
                let word = voice_word(&story.passage(link.passage).said_by);
                voices.contains(&word)
            }),
            Self::Check(states) => evidence
                .iter()
                .any(|link| states.contains(&index.verification().state(link.passage))),
            Self::Rests(kinds) => kinds.iter().any(|kind| match *kind {
                "one-source" => Weight::counts(story, evidence).1 == 1,
                "one-voice" => Weight::counts(story, evidence).0 == 1,
                "nothing" => Weight::counts(story, evidence).0 == 0,
                _ => Weight::new(story, evidence).is_unnamed_alone(),
            }),
            Self::Voices(bounds) => any_holds(bounds, Weight::counts(story, evidence).0),
            Self::Sources(bounds) => any_holds(bounds, Weight::counts(story, evidence).1),
        }
    }
}

/// Which of [`RESTS`] a claim with `evidence` rests on no more than.
pub(super) fn rests(story: &Story, evidence: &[Evidence]) -> [bool; RESTS.len()] {
    let weight = Weight::new(story, evidence);
    [
        weight.is_one_source(),
        weight.voices == 1,
        weight.is_unnamed_alone(),
        weight.passages == 0,
    ]
}

/// Which of [`VOICES`] speaks.
pub(in super::super) fn voice_word(voice: &Voice<'_>) -> &'static str {
    match voice {
        Voice::OnRecord(_) => "on-record",
        Voice::Spokesperson(_) => "spokesperson",
        Voice::Unnamed { .. } => "unnamed",
        Voice::Declined(_) => "declined",
        Voice::Document => "document",
        Voice::Reporter => "reporter",
    }
}

/// The word of a filter for a state, without blanks.
pub(in super::super) fn state_word(state: State) -> &'static str {
    match state {
        State::NoText => "no-text",
        State::NotFound => "not-found",
        state => state.word(),
    }
}
