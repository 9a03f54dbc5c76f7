//! The places where folded passages stand letter by letter, for many passages at once.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::gram::{self, Grams, LONGEST, Sketch};

/// No passage's places are counted beyond this many.
pub(super) const MOST_PLACES: usize = 1000;
/// Chunks of the text that are scanned before full passages are left out.
const ROUND: usize = 32;

/// A passage that is sought by one of its grams.
struct Needle<'a> {
    letters: &'a [u8],
    /// Where its gram starts in it.
    offset: usize,
}

/// Where each of `passages` starts in `letters`, in order, at most `MOST_PLACES` each.
pub(super) fn places(letters: &[u8], passages: &[&[u8]], cancel: &AtomicBool) -> Vec<Vec<usize>> {
    let sketch = Sketch::new(letters);
    let needles: Vec<Needle<'_>> = passages
        .par_iter()
        .map(|passage| Needle {
            letters: passage,
            offset: sketch.rarest(passage),
        })
        .collect();
    let mut found = vec![Vec::new(); passages.len()];
    for length in 1..=LONGEST {
        let pairs = anchors(&needles, length);
        if !pairs.is_empty() {
            gather(
                letters,
                &needles,
                &Grams::new(length, pairs),
                cancel,
                &mut found,
            );
        }
    }
    found
}

/// The anchor grams of the needles that are sought by grams of this length.
fn anchors(needles: &[Needle<'_>], length: usize) -> Vec<(u64, u32)> {
    let sought_so = |needle: &Needle<'_>| needle.letters.len().min(LONGEST) == length;
    let anchor = |(number, needle): (usize, &Needle<'_>)| {
        let gram = needle.letters.get(needle.offset..needle.offset + length)?;
        let key = gram::keys(gram, length).last()?.1;
        Some((key, u32::try_from(number).ok()?))
    };
    needles
        .iter()
        .enumerate()
        .filter(|(_, needle)| sought_so(needle))
        .filter_map(anchor)
        .collect()
}

/// Scans the text round by round and appends the places found.
fn gather(
    letters: &[u8],
    needles: &[Needle<'_>],
    grams: &Grams,
    cancel: &AtomicBool,
    found: &mut [Vec<usize>],
) {
    for round in gram::chunks(letters.len()).chunks(ROUND) {
        let room: Vec<u16> = found
            .iter()
            .map(|places| u16::try_from(MOST_PLACES.saturating_sub(places.len())).unwrap_or(0))
            .collect();
        let hits: Vec<Vec<(u32, usize)>> = round
            .par_iter()
            .map(|chunk| {
                if cancel.load(Ordering::Relaxed) {
                    return Vec::new();
                }
                scan(letters, chunk.clone(), needles, grams, room.clone())
            })
            .collect();
        for (needle, position) in hits.into_iter().flatten() {
            if let Some(places) = found.get_mut(to_index(needle))
                && places.len() < MOST_PLACES
            {
                places.push(position);
            }
        }
    }
}

/// The needles that stand in the text where their grams start within `chunk`.
///
/// The comparisons made for one gram are bounded by the chunk's length, so that a text and
/// quotations made to collide cost no more than a few passes.
fn scan(
    letters: &[u8],
    chunk: Range<usize>,
    needles: &[Needle<'_>],
    grams: &Grams,
    mut room: Vec<u16>,
) -> Vec<(u32, usize)> {
    let budget = u32::try_from(gram::CHUNK).unwrap_or(u32::MAX);
    let mut spent = vec![0_u32; grams.numbers()];
    let mut hits = Vec::new();
    grams.scan(letters, chunk, |sighting| {
        let Some(spent) = spent
            .get_mut(sighting.gram)
            .filter(|spent| **spent < budget)
        else {
            return;
        };
        let mut any_room = false;
        for &owner in sighting.owners {
            let index = to_index(owner);
            let (Some(needle), Some(room)) = (needles.get(index), room.get_mut(index)) else {
                continue;
            };
            *spent = spent.saturating_add(1);
            if *room == 0 {
                continue;
            }
            any_room = true;
            let length = needle.letters.len();
            *spent = spent.saturating_add(u32::try_from(length / 64).unwrap_or(budget));
            let Some(start) = sighting.position.checked_sub(needle.offset) else {
                continue;
            };
            if letters.get(start..start.saturating_add(length)) == Some(needle.letters) {
                *room -= 1;
                hits.push((owner, start));
            }
        }
        if !any_room {
            *spent = budget;
        }
    });
    hits
}

fn to_index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_of_every_length_are_found_where_they_stand() {
        let letters = b"abcdefghijklmnopqrstuvwxyz".repeat(3);
        let passages: Vec<&[u8]> = (1..26).map(|length| &letters[1..=length]).collect();
        let found = places(&letters, &passages, &AtomicBool::new(false));
        assert!(found.iter().all(|places| places == &[1, 27, 53]));
    }

    #[test]
    fn a_text_of_one_letter_is_counted_up_to_the_bound() {
        let letters = vec![b'a'; 50_000];
        let passages: Vec<&[u8]> = vec![&letters[..500]; 3];
        let found = places(&letters, &passages, &AtomicBool::new(false));
        assert!(found.iter().all(|places| places.len() == MOST_PLACES));
    }
}
