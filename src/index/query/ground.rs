//! What a filter asks of evidence: who speaks, in how many voices and sources, and whether quotations stand.

use crate::evidence::{State, Tally};
use crate::story::rows::VoiceRow;
use crate::story::{Item, PassageIx, Story};

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
const SIGNS: [(&str, Sign); 5] = [
    ("<=", Sign::Most),
    (">=", Sign::Least),
    ("<", Sign::Below),
    (">", Sign::Above),
    ("=", Sign::Exactly),
];

/// A test of an item's evidence.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Ground {
    /// Any of [`VOICES`] that is asked for speaks for it or against it.
    Voice([bool; VOICES.len()]),
    /// Any of its quotations stands so.
    Check(Vec<State>),
    /// It rests on no more than any of [`RESTS`] that is asked for.
    Rests([bool; RESTS.len()]),
    /// As many independent voices as any of these says.
    Voices(Vec<Bound>),
    /// As many sources.
    Sources(Vec<Bound>),
}

/// A comparison with a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Bound {
    sign: Sign,
    number: u32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Sign {
    Most,
    Least,
    Below,
    Above,
    Exactly,
}

impl Bound {
    /// Reads "<2", ">=3", "1".
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut signs = SIGNS.into_iter();
        let signed = signs.find_map(|(sign, means)| Some((means, text.strip_prefix(sign)?)));
        let (sign, digits) = signed.unwrap_or((Sign::Exactly, text));
        Some(Self {
            sign,
            number: digits.parse().ok()?,
        })
    }

    /// Whether it holds for `count`.
    fn holds(self, count: u32) -> bool {
        match self.sign {
            Sign::Most => count <= self.number,
            Sign::Least => count >= self.number,
            Sign::Below => count < self.number,
            Sign::Above => count > self.number,
            Sign::Exactly => count == self.number,
        }
    }
}

/// Whether any of `bounds` holds for `count`.
pub(in super::super) fn any_holds(bounds: &[Bound], count: u32) -> bool {
    bounds.iter().any(|bound| bound.holds(count))
}

impl Ground {
    /// Asks for those of [`VOICES`] that are among `words`.
    pub(super) fn voice(words: &[&str]) -> Self {
        Self::Voice(VOICES.map(|word| words.contains(&word)))
    }

    /// Asks for those of [`RESTS`] that are among `words`.
    pub(super) fn rests(words: &[&str]) -> Self {
        Self::Rests(RESTS.map(|word| words.contains(&word)))
    }

    pub(super) fn holds(&self, index: &Index, item: Item) -> bool {
        let mut links = index.evidence_of(item).iter();
        match self {
            Self::Voice(asked) => links.any(|link| asked[voice_at(index.story(), link.passage)]),
            Self::Check(states) => {
                links.any(|link| states.contains(&index.verification().state(link.passage)))
            }
            Self::Rests(asked) => {
                let rests = rests(index.tally(item));
                rests
                    .iter()
                    .zip(asked)
                    .any(|(rests, asked)| *rests && *asked)
            }
            Self::Voices(bounds) => any_holds(bounds, index.tally(item).voices),
            Self::Sources(bounds) => any_holds(bounds, index.tally(item).sources),
        }
    }
}

/// Which of [`RESTS`] a claim of that `tally` rests on no more than.
pub(super) fn rests(tally: Tally) -> [bool; RESTS.len()] {
    [
        tally.sources == 1,
        tally.voices == 1,
        tally.is_unnamed_alone(),
        tally.voices == 0,
    ]
}

/// The place among [`VOICES`] of who speaks in a passage.
pub(in super::super) fn voice_at(story: &Story, passage: PassageIx) -> usize {
    // What it says besides need not be looked up.
    match story.passages.rows[passage.index()].said_by {
        VoiceRow::OnRecord(_) => 0,
        VoiceRow::Spokesperson(_) => 1,
        VoiceRow::Unnamed { .. } => 2,
        VoiceRow::Declined(_) => 3,
        VoiceRow::Document => 4,
        VoiceRow::Reporter => 5,
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
