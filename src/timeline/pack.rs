//! Rows within a lane: greedy interval partitioning, which uses as few rows as can be.

/// What an event takes of a row, in points: `from` before `to`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// The left end of mark and label.
    pub from: f64,
    /// The right end of mark and label.
    pub to: f64,
}

/// The row of each extent, so that extents of one row are at least `gap` apart. Extents are taken
/// by their left ends, each into the row that has been free for longest; with no limit the number
/// of rows is the greatest number of extents at one place, the least that is possible.
///
/// `None` where `most` rows are taken already.
#[must_use]
pub fn pack(extents: &[Extent], gap: f64, most: usize) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..extents.len()).collect();
    order.sort_by(|&a, &b| {
        let (x, y) = (extents[a], extents[b]);
        x.from
            .total_cmp(&y.from)
            .then(x.to.total_cmp(&y.to))
            .then(a.cmp(&b))
    });
    let mut ends: Vec<f64> = Vec::new();
    let mut rows = vec![None; extents.len()];
    for i in order {
        let Extent { from, to } = extents[i];
        // The topmost free row keeps lanes low and their top full.
        let free = ends.iter().position(|end| end + gap <= from);
        let row = match free {
            Some(row) => row,
            None if ends.len() < most => {
                ends.push(f64::NEG_INFINITY);
                ends.len() - 1
            }
            None => continue,
        };
        ends[row] = to;
        rows[i] = Some(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn extents() -> impl Strategy<Value = Vec<Extent>> {
        prop::collection::vec((0.0..1000.0_f64, 1.0..200.0_f64), 0..80).prop_map(|list| {
            list.into_iter()
                .map(|(from, w)| Extent { from, to: from + w })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn extents_of_one_row_never_overlap_and_rows_are_as_few_as_can_be(extents in extents()) {
            let rows = pack(&extents, 0.0, usize::MAX);
            let mut used = 0;
            for (i, a) in extents.iter().enumerate() {
                used = used.max(rows[i].unwrap() + 1);
                for (j, b) in extents.iter().enumerate().skip(i + 1) {
                    prop_assert!(rows[i] != rows[j] || a.to <= b.from || b.to <= a.from);
                }
            }
            let deepest = extents.iter()
                .map(|at| extents.iter().filter(|e| e.from <= at.from && at.from < e.to).count())
                .max()
                .unwrap_or(0);
            prop_assert_eq!(used, deepest);
        }

        #[test]
        fn no_more_rows_than_allowed_are_used(extents in extents(), most in 0_usize..6) {
            let rows = pack(&extents, 4.0, most);
            prop_assert!(rows.iter().flatten().all(|row| *row < most));
        }
    }
}
