//! Which row every event of a lane stands in, once for all zooms.
//!
//! Rows never change while one zooms or pans. An event gets its row at the coarsest level of zoom
//! at which its mark and its whole label find room beside those that came before it; from there
//! on it is shown, and never vanishes on zooming in. Each label thus has one range of scales, from
//! its least zoom to the closest (K. Been, M. Nöllenburg, S.-H. Poon and A. Wolff, "Optimizing
//! Active Ranges for Consistent Dynamic Map Labeling", 2010), and those of greater importance choose
//! first. What has no row yet is folded.
//!
//! A level is a power of two of ticks in a point. A row's events are disjoint at the level at which
//! they got it, and so at every closer one.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::index::gallop::gallop;

use super::footprint::{Footprint, ticks};
use super::pack::{Extent, pack_within};

/// The closest level: a second fills more than a screen.
pub const FINEST: i8 = -7;
/// What has no row at any level.
pub const NEVER: i8 = i8::MIN;
/// Points between a label and the next mark or label of its row.
const LABEL_GAP: f64 = 12.0;
/// Points of a label that is shortened to fit with all others.
const SHORT_LABEL: u16 = 60;
/// Points between marks without labels.
const MARK_GAP: f64 = 3.0;
/// Levels over which the number of rows that may be used doubles: close zooms show little of the
/// axis, and may show more of what lies on one another.
const DOUBLING: usize = 4;
/// The most rows that a lane may ever have.
const MOST_ROWS: usize = 240;
/// Points across which a mark gains nothing from closer zooms.
const WIDE: f64 = 512.0;
/// Points to go on by where one event after another has failed to fit.
const STRIDE: f64 = 12.0;
/// Events that may fail to fit between the same neighbours before the place counts as full.
const TRIES: u32 = 12;

/// A row, and the level from which on it is the event's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The row, from 0.
    pub row: u16,
    /// The coarsest level at which the event is shown; [`NEVER`] where it never is.
    pub level: i8,
}

const UNPLACED: Place = Place {
    row: 0,
    level: NEVER,
};

/// The level at which a point has `per_point` ticks: the least power of two that is no less.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "held between -7 and 62")]
pub fn level_of(per_point: f64) -> i8 {
    let power = per_point.max(1e-6).log2().ceil();
    power.clamp(f64::from(FINEST), 62.0) as i8
}

/// Ticks in a point at `level`.
fn per_point(level: i8) -> f64 {
    f64::from(level).exp2()
}

/// Rows for the events of a lane, which come by the beginning of their footprints; `most` rows at
/// the level `base` and those next to it, more at closer ones.
///
/// Levels closer than `finest` are left out: what gets a row only there has none. Stops early, with
/// what there is, once `cancel` is set.
#[must_use]
pub fn places(
    prints: &[Footprint],
    (base, finest): (i8, i8),
    most: usize,
    cancel: &AtomicBool,
) -> Vec<Place> {
    // A row more takes no more room than what would be folded.
    if let Some(rows) = all_at_once(prints, base, most + 1) {
        let place = |row: u32| Place {
            row: u16::try_from(row).unwrap_or(u16::MAX),
            level: base,
        };
        return rows.into_iter().map(place).collect();
    }
    let mut places = vec![UNPLACED; prints.len()];
    // The most important choose first.
    let mut waiting: [Vec<u32>; 5] = Default::default();
    for (print, n) in prints.iter().zip(0..) {
        waiting[5 - usize::from(print.importance.clamp(1, 5))].push(n);
    }
    let mut filling = Filling {
        prints,
        rows: Vec::new(),
    };
    let cap = |level: i8| {
        let deeper = usize::from(base.abs_diff(level));
        (most + most * deeper / DOUBLING).min(MOST_ROWS)
    };
    for level in (finest.max(FINEST)..=base).rev() {
        for class in &mut waiting {
            if cancel.load(Ordering::Relaxed) {
                return places;
            }
            filling.fill(class, level, cap(level), &mut places);
            // Closer zooms find no room for what fills a view by itself: it gets a row now, even one
            // that is in use only there.
            let wide = |n: &u32| prints[*n as usize].is_wider(WIDE, per_point(level));
            let (mut grown, rest) = class.drain(..).partition(wide);
            *class = rest;
            filling.fill(&mut grown, level, cap(FINEST), &mut places);
        }
        if waiting.iter().all(Vec::is_empty) {
            break;
        }
    }
    for place in &mut places {
        while place.level > FINEST && usize::from(place.row) >= cap(place.level) {
            place.level -= 1;
        }
    }
    places
}

/// Rows in which all have room with their labels at `base`, if `most` are enough.
fn all_at_once(prints: &[Footprint], base: i8, most: usize) -> Option<Vec<u32>> {
    let per_point = per_point(base);
    let gap = ticks(LABEL_GAP, per_point);
    if is_crowded(prints, per_point, most) {
        return None;
    }
    // Where whole labels have no room, all of them shortened are better than some events folded.
    [u16::MAX, SHORT_LABEL].into_iter().find_map(|most_label| {
        let extent = |print: &Footprint| {
            let label = print.label.min(most_label);
            Footprint { label, ..*print }.labelled(per_point)
        };
        let extents: Vec<Extent> = prints.iter().map(extent).collect();
        pack_within(&extents, gap, u32::try_from(most).unwrap_or(u32::MAX))
    })
}

/// Whether the marks alone surely have no room in `most` rows: side by side they would reach beyond
/// all of them.
#[expect(clippy::cast_precision_loss, reason = "an estimate")]
fn is_crowded(prints: &[Footprint], per_point: f64, most: usize) -> bool {
    let (mut from, mut to, mut taken) = (i64::MAX, i64::MIN, 0.0);
    for print in prints {
        let (left, right) = print.mark(per_point);
        from = from.min(left);
        to = to.max(right);
        taken += right as f64 - left as f64 + LABEL_GAP * per_point;
    }
    let room = to as f64 - from as f64 + LABEL_GAP * per_point;
    !prints.is_empty() && taken > room * most as f64
}

/// Rows as they fill up, level by level.
struct Filling<'p> {
    prints: &'p [Footprint],
    /// The events of each row, in time order.
    rows: Vec<Vec<u32>>,
}

/// Where in a row the sweep is.
struct Cursor {
    /// The first event of the row that begins after the one to be placed.
    next: usize,
    /// What that event takes.
    ahead: Option<Extent>,
    /// Where the row is free from.
    end: i64,
    /// What was placed in this sweep.
    fresh: Vec<u32>,
}

impl Filling<'_> {
    /// Gives those of `waiting` a row that find room at `level`, from left to right, and keeps the
    /// others waiting.
    fn fill(&mut self, waiting: &mut Vec<u32>, level: i8, cap: usize, places: &mut [Place]) {
        if waiting.is_empty() {
            return;
        }
        let per_point = per_point(level);
        // At the closest level a mark without room for its label is better than none.
        let bare = level == FINEST;
        let gap = ticks(if bare { MARK_GAP } else { LABEL_GAP }, per_point);
        let least = ticks(LABEL_GAP * 2.0, per_point);
        let stride = ticks(STRIDE, per_point);
        let extent = |n: u32| {
            let print = &self.prints[n as usize];
            if bare {
                print.mark(per_point)
            } else {
                print.labelled(per_point)
            }
        };
        let rows = &mut self.rows;
        rows.resize_with(rows.len().max(cap), Vec::new);
        let mut cursors: Vec<Cursor> = rows[..cap]
            .iter()
            .map(|row| Cursor {
                next: 0,
                ahead: row.first().map(|&first| extent(first)),
                end: i64::MIN,
                fresh: Vec::new(),
            })
            .collect();
        let mut kept = Vec::new();
        let (mut i, mut failed) = (0, 0);
        while let Some(&n) = waiting.get(i) {
            let (left, right) = extent(n);
            // The first instant from which on any row may be free again.
            let mut resume = i64::MAX;
            let mut placed = false;
            for (r, (row, cursor)) in rows.iter().zip(&mut cursors).enumerate() {
                if row.get(cursor.next).is_some_and(|&next| next < n) {
                    cursor.next = gallop(row, cursor.next, |other| other < n);
                    cursor.end = cursor.end.max(extent(row[cursor.next - 1]).1);
                    cursor.ahead = row.get(cursor.next).map(|&ahead| extent(ahead));
                }
                let free = cursor.end.saturating_add(gap);
                if cursor.end > i64::MIN && free > left {
                    resume = resume.min(free);
                    continue;
                }
                let Some(ahead) = cursor
                    .ahead
                    .filter(|ahead| right.saturating_add(gap) > ahead.0)
                else {
                    cursor.end = right;
                    cursor.fresh.push(n);
                    places[n as usize] = Place {
                        row: u16::try_from(r).unwrap_or(u16::MAX),
                        level,
                    };
                    placed = true;
                    break;
                };
                // This one is too wide for the gap; a narrower one may not be.
                let full = ahead.0.saturating_sub(left) < least;
                resume = resume.min(if full {
                    ahead.1.saturating_add(gap)
                } else {
                    left
                });
            }
            if placed {
                (i, failed) = (i + 1, 0);
                continue;
            }
            failed += 1;
            // Where many have failed the next few would too.
            if failed >= TRIES {
                resume = resume.max(left.saturating_add(stride));
            }
            // Nobody who begins before that finds room either.
            let after = gallop(waiting, i + 1, |other| {
                self.prints[other as usize].from < resume
            });
            kept.extend_from_slice(&waiting[i..after]);
            i = after;
        }
        for (row, cursor) in rows.iter_mut().zip(cursors) {
            if !cursor.fresh.is_empty() {
                *row = merged(row, &cursor.fresh);
            }
        }
        *waiting = kept;
    }
}

/// Two sorted lists as one.
fn merged(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut all = Vec::with_capacity(a.len() + b.len());
    let (mut a, mut b) = (a, b);
    while let (Some((&x, rest_a)), Some((&y, rest_b))) = (a.split_first(), b.split_first()) {
        if x < y {
            all.push(x);
            a = rest_a;
        } else {
            all.push(y);
            b = rest_b;
        }
    }
    all.extend_from_slice(a);
    all.extend_from_slice(b);
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn prints() -> impl Strategy<Value = Vec<Footprint>> {
        let one = (
            0..1_000_000_i64,
            0..40_000_i64,
            10..200_u16,
            1..=5_u8,
            any::<bool>(),
        );
        prop::collection::vec(one, 0..300).prop_map(|list| {
            let mut prints: Vec<Footprint> = list
                .into_iter()
                .map(|(from, length, label, importance, leans)| Footprint {
                    from,
                    to: from + length * length / 40_000,
                    before: 5,
                    after: 5,
                    label,
                    importance,
                    leans,
                })
                .collect();
            prints.sort_by_key(|print| print.from);
            prints
        })
    }

    fn no() -> AtomicBool {
        AtomicBool::new(false)
    }

    proptest! {
        #[test]
        fn what_is_shown_at_a_level_never_overlaps_there(
            prints in prints(), base in 6..14_i8, most in 1..10_usize,
        ) {
            let places = places(&prints, (base, FINEST), most, &no());
            for level in (FINEST..=base).rev() {
                let gap = ticks(if level == FINEST { MARK_GAP } else { LABEL_GAP }, per_point(level));
                // Where all stand at once, labels may be shortened.
                let whole = places.iter().any(|place| place.level < base);
                let mut shown: Vec<(u16, Extent)> = prints.iter().zip(&places)
                    .filter(|(_, place)| place.level >= level && (place.level > FINEST || level > FINEST))
                    .map(|(print, place)| (place.row, if whole { print.labelled(per_point(level)) } else { print.mark(per_point(level)) }))
                    .collect();
                shown.sort_unstable();
                for pair in shown.windows(2) {
                    prop_assert!(pair[0].0 != pair[1].0 || pair[0].1.1 + gap <= pair[1].1.0, "{level}: {pair:?}");
                }
            }
        }

        #[test]
        fn what_fits_in_the_fewest_rows_takes_no_more(prints in prints(), base in 14..20_i8) {
            let extents: Vec<Extent> = prints.iter().map(|p| p.labelled(per_point(base))).collect();
            let needed = super::super::pack::pack(&extents, ticks(LABEL_GAP, per_point(base)));
            let needed = needed.iter().max().map_or(0, |row| row + 1) as usize;
            let places = places(&prints, (base, FINEST), needed.saturating_sub(1), &no());
            prop_assert!(places.iter().all(|place| place.level == base));
        }

        #[test]
        fn leaving_close_levels_out_changes_nothing_at_the_others(
            prints in prints(), most in 1..6_usize, finest in 4..10_i8,
        ) {
            let whole = places(&prints, (12, FINEST), most, &no());
            let coarse = places(&prints, (12, finest), most, &no());
            for (a, b) in whole.iter().zip(&coarse) {
                prop_assert!(a.level < finest || a == b, "{a:?} {b:?}");
                prop_assert!(b.level == NEVER || a == b, "{a:?} {b:?}");
            }
        }

        #[test]
        fn the_important_come_first(prints in prints(), most in 1..4_usize) {
            let places = places(&prints, (12, FINEST), most, &no());
            let first = |importance| prints.iter().zip(&places)
                .filter(|(print, _)| print.importance == importance)
                .filter(|(_, place)| place.level == 12).count();
            let waiting = |importance| prints.iter().filter(|p| p.importance == importance).count();
            prop_assert!(waiting(5) == 0 || first(5) > 0);
        }
    }

    #[test]
    fn a_moment_among_many_is_reached_by_zooming_in() {
        let print = |n: i64| Footprint {
            from: n * 1000,
            to: n * 1000 + 16,
            before: 5,
            after: 5,
            label: 120,
            importance: 3,
            leans: false,
        };
        let prints: Vec<Footprint> = (0..50_000).map(print).collect();
        let places = places(&prints, (16, FINEST), 14, &no());
        assert!(places.iter().all(|place| place.level > NEVER));
        assert!(places.iter().any(|place| place.level == 16));
        assert!(places.iter().any(|place| place.level < 8));
    }
}
