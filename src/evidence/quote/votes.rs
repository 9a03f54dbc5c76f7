//! Where passages may stand roughly: grams that a passage shares with the text vote for the place
//! where it would start (q-gram filtration, after P. Jokinen and E. Ukkonen, 1991).

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::gram::{self, Grams, LONGEST};

/// Passages with fewer letters than this are never matched approximately.
pub(super) const SHORTEST: usize = 8;
/// Passages with more letters than this are never matched approximately.
pub(super) const LONGEST_PASSAGE: usize = 1 << 13;
/// Windows kept for one passage, those with the most votes.
const MOST_WINDOWS: usize = 48;
/// Votes of one passage, and of all passages together, that are gathered at most.
const VOTES: usize = 1024;
const ALL_VOTES: usize = 8 << 20;
/// Grams that are used even where they are frequent, and how many more votes they may have.
const FORCED: (usize, usize) = (2, 4);

/// A gram of one passage.
#[derive(Clone, Copy)]
struct Gram {
    passage: u32,
    offset: usize,
    key: u64,
}

/// How many letters the grams of a passage have.
fn gram_length(letters: usize) -> usize {
    match letters {
        ..13 => 4,
        13..40 => 6,
        _ => LONGEST,
    }
}

/// How far a passage of this many letters may be from its source, in edits of letters.
pub(super) fn reach(letters: usize) -> usize {
    match letters {
        ..SHORTEST => 0,
        SHORTEST..13 => 2,
        _ => letters * 3 / 8 + 6,
    }
}

/// The windows of `letters`, in order of votes, in which each of `passages` may stand.
pub(super) fn windows(
    letters: &[u8],
    passages: &[&[u8]],
    cancel: &AtomicBool,
) -> Vec<Vec<Range<usize>>> {
    let mut votes: Vec<(u32, usize)> = Vec::new();
    for length in [4, 6, LONGEST] {
        let grams: Vec<Gram> = passages
            .iter()
            .enumerate()
            .filter(|(_, passage)| (SHORTEST..=LONGEST_PASSAGE).contains(&passage.len()))
            .filter(|(_, passage)| gram_length(passage.len()) == length)
            .flat_map(|(number, passage)| {
                let passage_number = u32::try_from(number).unwrap_or(u32::MAX);
                gram::keys(passage, length).map(move |(offset, key)| Gram {
                    passage: passage_number,
                    offset,
                    key,
                })
            })
            .collect();
        if !grams.is_empty() {
            let chosen = choose(letters, length, &grams, passages.len(), cancel);
            votes.extend(gather(letters, length, &chosen, passages, cancel));
        }
    }
    votes.par_sort_unstable();
    let mut windows = vec![Vec::new(); passages.len()];
    for group in votes.chunk_by(|left, right| left.0 == right.0) {
        let number = group.first().map_or(usize::MAX, |vote| to_index(vote.0));
        if let (Some(passage), Some(windows)) = (passages.get(number), windows.get_mut(number)) {
            *windows = elect(group, passage.len(), letters.len());
        }
    }
    windows
}

/// Each passage's rarest grams, as many as its share of votes allows.
fn choose(
    letters: &[u8],
    length: usize,
    grams: &[Gram],
    passages: usize,
    cancel: &AtomicBool,
) -> Vec<Gram> {
    let table = Grams::new(length, unique(grams));
    let none = || vec![0_u32; table.numbers()];
    let counts = gram::chunks(letters.len())
        .into_par_iter()
        .fold(none, |mut counts, chunk| {
            if !cancel.load(Ordering::Relaxed) {
                table.scan(letters, chunk, |sighting| {
                    if let Some(count) = counts.get_mut(sighting.gram) {
                        *count = count.saturating_add(1);
                    }
                });
            }
            counts
        })
        .reduce(none, |mut sum, counts| {
            for (sum, count) in sum.iter_mut().zip(counts) {
                *sum = sum.saturating_add(count);
            }
            sum
        });
    let count = |gram: &Gram| {
        let count = table
            .number(gram.key)
            .and_then(|number| counts.get(number))
            .copied();
        to_index(count.unwrap_or(0))
    };
    let share = (ALL_VOTES / passages.max(1)).clamp(64, VOTES);
    let groups: Vec<&[Gram]> = grams
        .chunk_by(|left, right| left.passage == right.passage)
        .collect();
    groups
        .into_par_iter()
        .flat_map_iter(|group| rarest(group, share, count))
        .collect()
}

/// The grams of one passage that stand in the text, from the rarest on, up to `share` votes.
fn rarest(grams: &[Gram], share: usize, count: impl Fn(&Gram) -> usize) -> Vec<Gram> {
    let mut counted: Vec<(usize, Gram)> = grams.iter().map(|gram| (count(gram), *gram)).collect();
    counted.retain(|(count, _)| *count > 0);
    counted.sort_by_key(|(count, gram)| (*count, gram.offset));
    let mut votes = 0;
    let mut chosen = Vec::new();
    for (count, gram) in counted {
        let forced = chosen.len() < FORCED.0 && count <= share * FORCED.1;
        if votes + count > share && !forced {
            break;
        }
        votes += count;
        chosen.push(gram);
    }
    chosen
}

/// The votes of the chosen grams: the passage, and where it would start, moved by its length so
/// that no place lies before the text.
fn gather(
    letters: &[u8],
    length: usize,
    chosen: &[Gram],
    passages: &[&[u8]],
    cancel: &AtomicBool,
) -> Vec<(u32, usize)> {
    let owner = |(number, gram): (usize, &Gram)| Some((gram.key, u32::try_from(number).ok()?));
    let table = Grams::new(
        length,
        chosen.iter().enumerate().filter_map(owner).collect(),
    );
    gram::chunks(letters.len())
        .into_par_iter()
        .map(|chunk| {
            let mut votes = Vec::new();
            if cancel.load(Ordering::Relaxed) {
                return votes;
            }
            table.scan(letters, chunk, |sighting| {
                for gram in sighting
                    .owners
                    .iter()
                    .filter_map(|&owner| chosen.get(to_index(owner)))
                {
                    let whole = passages
                        .get(to_index(gram.passage))
                        .map_or(0, |all| all.len());
                    votes.push((
                        gram.passage,
                        (sighting.position + whole).saturating_sub(gram.offset),
                    ));
                }
            });
            votes
        })
        .flatten_iter()
        .collect()
}

/// The windows around the places with the most votes; places nearer than the reach are one.
fn elect(votes: &[(u32, usize)], passage: usize, text: usize) -> Vec<Range<usize>> {
    let reach = reach(passage);
    let mut clusters: Vec<(usize, usize, usize)> = Vec::new();
    for &(_, place) in votes {
        match clusters.last_mut() {
            Some((count, first, last)) if place - *first <= reach => {
                *count += 1;
                *last = place;
            }
            _ => clusters.push((1, place, place)),
        }
    }
    clusters.sort_by_key(|&(count, first, _)| (usize::MAX - count, first));
    clusters.truncate(MOST_WINDOWS);
    let window = |(_, first, last): (usize, usize, usize)| {
        let start = first.saturating_sub(passage + reach + 2).min(text);
        start..(last + reach + 2).min(text)
    };
    clusters.into_iter().map(window).collect()
}

/// Each gram once, owned by nobody in particular.
fn unique(grams: &[Gram]) -> Vec<(u64, u32)> {
    let mut keys: Vec<u64> = grams.iter().map(|gram| gram.key).collect();
    keys.par_sort_unstable();
    keys.dedup();
    keys.into_iter().map(|key| (key, 0)).collect()
}

fn to_index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_grams_lead_to_the_place() {
        let mut letters = b"lorem".repeat(500);
        let place = letters.len();
        letters.extend_from_slice(b"thequickbrownfoxjumpsoverthelazydogandrunsawayintothewoods");
        letters.extend(b"ipsum".repeat(500));
        let passage = b"thequickbrowmfoxjumpsoverthelazydogandrunawayintothewoods";
        let windows = windows(&letters, &[passage], &AtomicBool::new(false));
        assert_eq!(windows[0].len(), 1);
        assert!(windows[0][0].start <= place && windows[0][0].end >= place + 58);
    }
}
