//! Quotations in parts: the parts stand in order, near each other.

use super::place::{self, Approximate, Candidate, Class, Nearest};
use super::sought::{Part, Sought};
use super::text::Text;

/// The chain of all parts around `anchor`, a place of the anchor part. Each other part is the
/// nearest; only where `loose` may it stand approximately.
pub(super) fn extend(
    text: &Text,
    sought: &Sought,
    anchor: Candidate,
    loose: bool,
) -> Option<Candidate> {
    let mut before = Vec::new();
    let mut edge = text.letters_before(anchor.extent().start);
    for (part, gap) in sought
        .parts
        .iter()
        .zip(&sought.gaps)
        .take(sought.anchor)
        .rev()
    {
        let from = edge.saturating_sub(gap + slack(part, loose));
        let found = nearest(text, part, &(from..edge), Nearest::Last, loose)?;
        edge = text.letters_before(found.extent().start);
        before.push(found);
    }
    before.reverse();
    let mut after = Vec::new();
    let mut edge = text.letters_before(anchor.extent().end);
    let parts = sought.parts.iter().skip(sought.anchor + 1);
    for (part, gap) in parts.zip(sought.gaps.iter().skip(sought.anchor)) {
        let to = (edge + gap + slack(part, loose)).min(text.letters().len());
        let found = nearest(text, part, &(edge..to), Nearest::First, loose)?;
        edge = text.letters_before(found.extent().end);
        after.push(found);
    }
    let all = before
        .into_iter()
        .chain(std::iter::once(anchor))
        .chain(after);
    all.reduce(join)
}

/// How many letters a part may take.
fn slack(part: &Part, loose: bool) -> usize {
    part.letters.len() * if loose { 3 } else { 2 } / 2
}

fn nearest(
    text: &Text,
    part: &Part,
    window: &std::ops::Range<usize>,
    nearest: Nearest,
    loose: bool,
) -> Option<Candidate> {
    if let Some(found) = place::within(text, part, window, nearest) {
        return Some(found);
    }
    if !loose {
        return None;
    }
    let (found, accepted) = Approximate::new(part)?.best(text, window)?;
    accepted.then_some(found)
}

fn join(mut left: Candidate, right: Candidate) -> Candidate {
    left.spans.extend(right.spans);
    left.class = left.class.max(right.class);
    left.cuts_words |= right.cuts_words;
    left.foreign += right.foreign;
    left.distance += right.distance;
    left.pieces.extend(right.pieces);
    left
}

/// Of chains that share places, the better ones, and of equals the tighter ones.
pub(super) fn tightest(mut chains: Vec<Candidate>) -> Vec<Candidate> {
    chains.sort_by_key(|chain| {
        let extent = chain.extent();
        (
            chain.class,
            chain.cuts_words,
            chain.foreign,
            chain.distance,
            extent.len(),
            extent.start,
        )
    });
    let best = chains.first().map_or(Class::Near, |chain| chain.class);
    let mut kept: Vec<Candidate> = Vec::new();
    for chain in chains.into_iter().filter(|chain| chain.class == best) {
        if !kept.iter().any(|other| other.overlaps(&chain)) {
            kept.push(chain);
        }
    }
    kept.sort_by_key(|chain| chain.extent().start);
    kept
}
