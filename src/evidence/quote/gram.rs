//! Short runs of letters ("grams") of many quotations, sought in one pass over a text.

use std::ops::Range;

/// The longest gram, in letters.
pub(super) const LONGEST: usize = 8;
/// Folded letters of the text that one task scans.
pub(super) const CHUNK: usize = 1 << 20;
/// Spreads the bits of a gram (2^64 divided by the golden ratio, made odd).
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Grams of one length and who has them.
pub(super) struct Grams {
    length: usize,
    filter: Vec<u64>,
    filter_shift: u32,
    slots: Vec<Slot>,
    slot_shift: u32,
    owners: Vec<u32>,
}

/// A gram and its owners; a key of zero marks an empty slot, since no letter is zero.
#[derive(Clone, Copy, Default)]
struct Slot {
    key: u64,
    from: usize,
    to: usize,
}

/// A gram seen in the text.
pub(super) struct Sighting<'a> {
    /// The gram's number in its table.
    pub(super) gram: usize,
    /// Where it starts, in letters.
    pub(super) position: usize,
    /// The owners of the gram.
    pub(super) owners: &'a [u32],
}

impl Grams {
    /// A table of the grams of `length` letters and their owners.
    pub(super) fn new(length: usize, mut pairs: Vec<(u64, u32)>) -> Self {
        pairs.sort_unstable();
        let count = pairs.chunk_by(|left, right| left.0 == right.0).count();
        let slot_bits = (count * 2 + 2).next_power_of_two().trailing_zeros();
        let filter_bits = (slot_bits + 4).clamp(10, 23);
        let mut grams = Self {
            length,
            filter: vec![0; 1 << (filter_bits - 6)],
            filter_shift: 64 - filter_bits,
            slots: vec![Slot::default(); 1 << slot_bits],
            slot_shift: 64 - slot_bits,
            owners: pairs.iter().map(|pair| pair.1).collect(),
        };
        let mut from = 0;
        for group in pairs.chunk_by(|left, right| left.0 == right.0) {
            let key = group.first().map_or(0, |pair| pair.0);
            let to = from + group.len();
            grams.insert(Slot { key, from, to });
            from = to;
        }
        grams
    }

    /// How many numbers the grams of this table take.
    pub(super) fn numbers(&self) -> usize {
        self.slots.len()
    }

    fn insert(&mut self, slot: Slot) {
        let hash = slot.key.wrapping_mul(SPREAD);
        let bit = to_index(hash >> self.filter_shift);
        if let Some(word) = self.filter.get_mut(bit / 64) {
            *word |= 1 << (bit % 64);
        }
        let mask = self.slots.len() - 1;
        let mut at = to_index(hash >> self.slot_shift);
        while self.slots.get(at).is_some_and(|taken| taken.key != 0) {
            at = (at + 1) & mask;
        }
        if let Some(free) = self.slots.get_mut(at) {
            *free = slot;
        }
    }

    /// The number of the gram `key` and its slot.
    fn find(&self, key: u64) -> Option<(usize, &Slot)> {
        let hash = key.wrapping_mul(SPREAD);
        let bit = to_index(hash >> self.filter_shift);
        if self.filter.get(bit / 64)? >> (bit % 64) & 1 == 0 {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut at = to_index(hash >> self.slot_shift);
        loop {
            let slot = self.slots.get(at)?;
            if slot.key == key {
                return Some((at, slot));
            }
            if slot.key == 0 {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// The number of the gram `key`.
    pub(super) fn number(&self, key: u64) -> Option<usize> {
        self.find(key).map(|(number, _)| number)
    }

    /// Calls `see` with each gram of the table that starts within `range` of `letters`.
    pub(super) fn scan(
        &self,
        letters: &[u8],
        range: Range<usize>,
        mut see: impl FnMut(Sighting<'_>),
    ) {
        let end = range.end.saturating_add(self.length - 1).min(letters.len());
        let piece = letters.get(range.start..end).unwrap_or(&[]);
        for (position, key) in keys(piece, self.length) {
            if let Some((gram, slot)) = self.find(key) {
                let owners = self.owners.get(slot.from..slot.to).unwrap_or(&[]);
                see(Sighting {
                    gram,
                    position: range.start + position,
                    owners,
                });
            }
        }
    }
}

/// The grams of `length` letters, 1 to 8, and where they start.
pub(super) fn keys(letters: &[u8], length: usize) -> impl Iterator<Item = (usize, u64)> {
    let mask = u64::MAX >> (64 - 8 * length.clamp(1, LONGEST));
    let mut key = 0;
    letters
        .iter()
        .enumerate()
        .filter_map(move |(index, &letter)| {
            key = (key << 8 | u64::from(letter)) & mask;
            Some(((index + 1).checked_sub(length)?, key))
        })
}

/// The chunks into which a text of `length` letters is cut, whatever the number of threads.
pub(super) fn chunks(length: usize) -> Vec<Range<usize>> {
    (0..length)
        .step_by(CHUNK)
        .map(|from| from..(from + CHUNK).min(length))
        .collect()
}

/// Roughly how often each gram of eight letters stands in a text, from a sample: a count sketch of
/// one row (after M. Charikar, K. Chen and M. Farach-Colton, 2002).
pub(super) struct Sketch {
    counts: Vec<u16>,
}

/// Letters of one sampled block, and every how many blocks one is sampled in a long text.
const SAMPLE: (usize, usize) = (4096, 8);
const SKETCH_BITS: u32 = 16;

impl Sketch {
    /// Counts the grams of a sample of `letters`.
    pub(super) fn new(letters: &[u8]) -> Self {
        let mut counts = vec![0_u16; 1 << SKETCH_BITS];
        let every = if letters.len() > SAMPLE.0 * SAMPLE.1 * 16 {
            SAMPLE.1
        } else {
            1
        };
        for block in letters.chunks(SAMPLE.0).step_by(every) {
            for (_, key) in keys(block, LONGEST) {
                if let Some(count) = counts.get_mut(sketch_index(key)) {
                    *count = count.saturating_add(1);
                }
            }
        }
        Self { counts }
    }

    /// Where the rarest gram of eight letters starts in `letters`; the first of equals.
    pub(super) fn rarest(&self, letters: &[u8]) -> usize {
        let count = |key| self.counts.get(sketch_index(key)).copied().unwrap_or(0);
        keys(letters, LONGEST)
            .min_by_key(|&(_, key)| count(key))
            .map_or(0, |(at, _)| at)
    }
}

fn sketch_index(key: u64) -> usize {
    to_index(key.wrapping_mul(SPREAD) >> (64 - SKETCH_BITS))
}

fn to_index(hash: u64) -> usize {
    usize::try_from(hash).unwrap_or(0)
}
