//! Rows within a lane: greedy interval partitioning, which uses as few rows as can be.

/// What an event takes of a row, in ticks or any other unit: its left end, then its right.
pub type Extent = (i64, i64);

/// The row of each extent, so that extents of one row are at least `gap` apart, in as few rows as
/// can be: their number is the greatest number of extents, each longer by `gap`, at one place.
///
/// Extents are taken by their left ends, each into the topmost row that is free (interval
/// partitioning; J. Kleinberg and É. Tardos, "Algorithm Design", 2005, section 4.1): a sweep over the
/// left ends and the right ones, each in order. Free rows are a set of bits.
///
/// ```
/// use throughline::timeline::pack;
/// assert_eq!(pack(&[(0, 10), (5, 8), (9, 20), (12, 30)], 2), [0, 1, 2, 0]);
/// ```
#[must_use]
pub fn pack(extents: &[Extent], gap: i64) -> Vec<u32> {
    pack_within(extents, gap, u32::MAX).unwrap_or_default()
}

/// As [`pack`]; `None` where that takes more than `most` rows.
#[must_use]
pub fn pack_within(extents: &[Extent], gap: i64, most: u32) -> Option<Vec<u32>> {
    let mut starts: Vec<(i64, u32)> = extents.iter().map(|extent| extent.0).zip(0..).collect();
    starts.sort_unstable();
    let end = |extent: &Extent| extent.1.saturating_add(gap);
    // What takes nothing leaves its row as soon as it has one.
    let mut ends: Vec<(i64, u32)> = extents
        .iter()
        .zip(0..)
        .filter(|(extent, _)| end(extent) > extent.0)
        .map(|(extent, n)| (end(extent), n))
        .collect();
    ends.sort_unstable();
    let mut ends = ends.into_iter().peekable();
    let mut free = Free::default();
    let mut used = 0;
    let mut rows = vec![0; extents.len()];
    for (from, n) in starts {
        while let Some((_, over)) = ends.next_if(|(end, _)| *end <= from) {
            free.add(rows[over as usize]);
        }
        let row = match free.take_first() {
            Some(row) => row,
            None if used < most => {
                used += 1;
                used - 1
            }
            None => return None,
        };
        rows[n as usize] = row;
        if end(&extents[n as usize]) <= from {
            free.add(row);
        }
    }
    Some(rows)
}

/// Rows that are free, a bit for each.
#[derive(Default)]
struct Free {
    words: Vec<u64>,
    /// No word before this one has a bit.
    first: usize,
}

impl Free {
    fn add(&mut self, row: u32) {
        let word = row as usize / 64;
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        self.words[word] |= 1 << (row % 64);
        self.first = self.first.min(word);
    }

    fn take_first(&mut self) -> Option<u32> {
        while let Some(word) = self.words.get_mut(self.first) {
            if *word != 0 {
                let bit = word.trailing_zeros();
                *word &= *word - 1;
                return Some(u32::try_from(self.first).ok()? * 64 + bit);
            }
            self.first += 1;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn extents() -> impl Strategy<Value = Vec<Extent>> {
        prop::collection::vec((0..1000_i64, 1..200_i64), 0..80)
            .prop_map(|list| list.into_iter().map(|(from, w)| (from, from + w)).collect())
    }

    proptest! {
        #[test]
        fn extents_of_one_row_never_overlap_and_rows_are_as_few_as_can_be(
            extents in extents(),
            gap in 0..30_i64,
        ) {
            let rows = pack(&extents, gap);
            let mut used = 0;
            for (i, a) in extents.iter().enumerate() {
                used = used.max(rows[i] + 1);
                for (j, b) in extents.iter().enumerate().skip(i + 1) {
                    prop_assert!(rows[i] != rows[j] || a.1 + gap <= b.0 || b.1 + gap <= a.0);
                }
            }
            let deepest = extents.iter()
                .map(|at| extents.iter().filter(|e| e.0 <= at.0 && at.0 < e.1 + gap).count())
                .max()
                .unwrap_or(0);
            prop_assert_eq!(used as usize, deepest);
        }

        #[test]
        fn a_limit_is_held_or_refused(extents in extents(), most in 0..12_u32) {
            let rows = pack(&extents, 4);
            let needed = rows.iter().max().map_or(0, |row| row + 1);
            let within = pack_within(&extents, 4, most);
            prop_assert_eq!(within, (needed <= most).then_some(rows));
        }
    }

    #[test]
    fn what_takes_nothing_shares_its_row_at_once() {
        assert_eq!(pack(&[(5, 5), (5, 5), (0, 10), (5, 5)], 0), [1, 1, 0, 1]);
    }

    #[test]
    fn the_ends_of_the_axis_do_not_overflow() {
        let open = [(i64::MIN, i64::MAX), (0, i64::MAX), (i64::MIN, 0)];
        assert_eq!(pack(&open, 100), [0, 2, 1]);
    }
}
