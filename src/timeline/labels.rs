//! Where the labels of a row stand: plain arithmetic over its marks, before any text is cut.
//!
//! Rows are packed so that each mark has room for its label from its own level of zoom on, and the
//! gaps between marks only grow on zooming in. So a label that shows stays, and gets no shorter.

use super::footprint::SPACE;

/// Points between a label and the marks or labels beside it.
const CLEAR: f64 = 8.0;
/// Points that a bar must have on either side of a label on it.
const INSET: f64 = 8.0;
/// Widths of shortened labels are multiples of so many points, so that a text stays as it is while
/// one zooms.
const QUANTUM: f64 = 8.0;
/// Points below which no label is worth shortening.
const LEAST: f64 = 24.0;

/// A mark of a row that wants a label; x in points from the plot's left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Where the mark begins and ends.
    pub mark: (f64, f64),
    /// Where it begins and ends with what its status adds, held near the plot.
    pub seen: (f64, f64),
    /// Where it is at full strength, which a label may stand on; the right end before the left where
    /// it must not.
    pub solid: (f64, f64),
    /// The width of the whole label.
    pub need: f64,
    /// Whether the label would rather stand before the mark than after it.
    pub leans: bool,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Its left end, in points from the plot's left; of a shortened one, the left end of its room.
    pub from: f64,
    /// Its width, or that of the room for a shortened one.
    pub width: f64,
    /// Whether it must be shortened to that width.
    pub short: bool,
    /// Whether it stands on its mark.
    pub inside: bool,
    /// Whether it ends at the mark rather than begins there.
    pub before: bool,
}

/// Places the labels of a row whose marks come from left to right, in a plot `width` points wide.
/// `blocked` are stretches of the row that belong to something else.
#[must_use]
pub fn spots(row: &[Candidate], width: f64, blocked: &[(f64, f64)]) -> Vec<Option<Spot>> {
    let mut taken = f64::NEG_INFINITY;
    let mut found = Vec::with_capacity(row.len());
    for (i, at) in row.iter().enumerate() {
        let mut next = row.get(i + 1).map_or(f64::INFINITY, |next| {
            let on_itself = next.mark.1 - next.mark.0 >= next.need + 2.0 * INSET;
            let lean = if next.leans && !on_itself {
                next.need + SPACE
            } else {
                0.0
            };
            next.mark.0 - lean
        });
        for run in blocked {
            if run.0 >= at.mark.1 {
                next = next.min(run.0);
            } else if run.1 <= at.mark.0 {
                taken = taken.max(run.1);
            }
        }
        let spot = spot(
            at,
            (taken + CLEAR).max(4.0),
            (next - CLEAR).min(width - 4.0),
            width,
        );
        let label_end = spot.map_or(f64::NEG_INFINITY, |spot| spot.from + spot.width);
        taken = taken.max(at.mark.1.min(width + 1.0)).max(label_end);
        found.push(spot);
    }
    found
}

/// The label of one mark, where the row is free from `left` up to it and after it up to `right`.
fn spot(at: &Candidate, left: f64, right: f64, width: f64) -> Option<Spot> {
    let need = at.need;
    let whole = |from: f64, inside: bool, before: bool| {
        Some(Spot {
            from,
            width: need,
            short: false,
            inside,
            before,
        })
    };
    // On the bar only where the bar is all there.
    let solid = (
        at.solid.0.max(at.seen.0).max(0.0),
        at.solid.1.min(at.seen.1).min(width),
    );
    if solid.1 - solid.0 >= need + 2.0 * INSET {
        return whole(solid.0 + INSET, true, false);
    }
    let after = (at.seen.1 + SPACE, right);
    let before = (left, at.seen.0 - SPACE);
    let room = |side: (f64, f64)| side.1 - side.0;
    let sides = if at.leans {
        [(before, true), (after, false)]
    } else {
        [(after, false), (before, true)]
    };
    for (side, before) in sides {
        if room(side) >= need {
            return whole(if before { side.1 - need } else { side.0 }, false, before);
        }
    }
    let seen = (at.seen.0.max(0.0), at.seen.1.min(width));
    // On what fades or is in parts a label has a ground of its own, so it comes only where there is no
    // other place.
    if room(seen) >= need + 4.0 * SPACE {
        return whole(seen.0 + 2.0 * SPACE, true, false);
    }
    let (side, before) = if room(sides[0].0) >= room(sides[1].0) {
        sides[0]
    } else {
        sides[1]
    };
    let within = (room(side) / QUANTUM).floor() * QUANTUM;
    (within >= LEAST).then_some(Spot {
        from: if before { side.1 - within } else { side.0 },
        width: within,
        short: true,
        inside: false,
        before,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn mark(from: f64, to: f64, need: f64, leans: bool) -> Candidate {
        Candidate {
            mark: (from, to),
            seen: (from, to),
            solid: (from, to),
            need,
            leans,
        }
    }

    #[test]
    fn a_label_stands_on_a_wide_bar_beside_a_narrow_one_and_is_cut_where_the_next_is_near() {
        let row = [
            mark(10.0, 200.0, 100.0, false),
            mark(300.0, 309.0, 100.0, false),
            mark(460.0, 469.0, 100.0, false),
            mark(530.0, 539.0, 100.0, false),
        ];
        let spots = spots(&row, 1000.0, &[]);
        let at = |n: usize| spots[n].map(|spot| (spot.from, spot.width, spot.short, spot.inside));
        assert_eq!(at(0), Some((18.0, 100.0, false, true)));
        assert_eq!(at(1), Some((315.0, 100.0, false, false)));
        assert_eq!(at(2), Some((475.0, 40.0, true, false)));
        assert_eq!(at(3), Some((545.0, 100.0, false, false)));
    }

    proptest! {
        #[test]
        fn labels_of_a_row_lie_on_nothing(
            gaps in prop::collection::vec((0.0..200.0_f64, 6.0..150.0_f64, 20.0..220.0_f64, any::<bool>()), 1..60),
        ) {
            let mut x = -100.0;
            let row: Vec<Candidate> = gaps.iter().map(|(gap, length, need, leans)| {
                let from = x + gap;
                x = from + length;
                Candidate {
                    seen: (from.max(-1.0), x.min(1201.0)),
                    ..mark(from, x, *need, *leans)
                }
            }).filter(|at| at.mark.1 > -1.0 && at.mark.0 < 1201.0).collect();
            let spots = spots(&row, 1200.0, &[]);
            let mut taken: Vec<(f64, f64)> = row.iter().map(|at| at.mark).collect();
            let labels = spots.iter().flatten().filter(|spot| !spot.inside);
            taken.extend(labels.map(|spot| (spot.from, spot.from + spot.width)));
            taken.sort_by(|a, b| a.0.total_cmp(&b.0));
            for pair in taken.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].0 + 1e-9, "{pair:?}");
            }
        }
    }
}
