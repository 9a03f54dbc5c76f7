//! How many events lie where, by kind, at every zoom: a pyramid of power-of-two bins.

use crate::index::Index;
use crate::story::EventIx;
use crate::story::kind::{Hue, Rgb};

/// The most bins of the finest level; each coarser one has half as many.
const MOST_BINS: usize = 1 << 18;
/// The most colours that are told apart; what comes after these shares the last.
const MOST_COLORS: usize = 16;

/// How many events lie where. An event counts once, spread evenly over the bins that it touches.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    /// Where the first bin begins, in ticks.
    origin: i64,
    /// The finest bins are 2 to the power of this ticks long.
    power: u32,
    colors: Vec<Color>,
}

/// The density of what is drawn in one colour.
#[derive(Clone, Debug, PartialEq)]
struct Color {
    /// An event that has this colour.
    example: EventIx,
    /// Counts of the bins, the finest level first.
    levels: Vec<Vec<f32>>,
}

/// How many events lie in each column of a picture, in one colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// An event that has this colour.
    pub example: EventIx,
    /// How many events, in parts, lie in each column.
    pub counts: Vec<f32>,
}

/// A colour as a legend orders it, and as the author may have chosen it for light and dark.
type Shade = (Hue, [Option<Rgb>; 2]);

/// The colours of events, and which of them each look has.
struct Palette {
    /// In the order of a legend, each with an event that has it.
    colors: Vec<(Shade, EventIx)>,
    /// The colour of each look, by its number.
    of_looks: Vec<usize>,
}

impl Palette {
    /// The palette of `events`.
    fn of(index: &Index, events: impl Iterator<Item = EventIx>) -> Self {
        // There are few looks, and each has the colour that its first event shows.
        let mut firsts: Vec<Option<EventIx>> = vec![None; index.looks().len()];
        let mut looks: Vec<usize> = Vec::new();
        for ix in events {
            let look = index.look_of(ix);
            if firsts[look].is_none() {
                firsts[look] = Some(ix);
                looks.push(look);
            }
        }
        let color = |look: usize| {
            let style = &index.looks()[look];
            (style.hue, style.own)
        };
        let mut colors: Vec<(Shade, EventIx)> = Vec::new();
        for look in looks {
            let known = colors.iter().any(|(other, _)| *other == color(look));
            if let Some(first) = firsts[look]
                && !known
                && colors.len() < MOST_COLORS
            {
                colors.push((color(look), first));
            }
        }
        colors.sort_by_key(|(color, _)| *color);
        let place = |look: usize| {
            let found = colors.iter().position(|(other, _)| *other == color(look));
            found.unwrap_or(colors.len().saturating_sub(1))
        };
        let of_looks = (0..firsts.len()).map(place).collect();
        Self { colors, of_looks }
    }

    /// Which of its colours an event has.
    fn place(&self, index: &Index, ix: EventIx) -> usize {
        self.of_looks[index.look_of(ix)]
    }
}

impl Density {
    /// The density of `events`, each of which begins and ends where `from` and `to` say in its place.
    #[must_use]
    pub fn new(index: &Index, events: &[EventIx], from: &[i64], to: &[i64]) -> Self {
        let spans = || {
            let extents = from.iter().copied().zip(to.iter().copied());
            extents.map(finite)
        };
        let (from, to) = spans()
            .flatten()
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
            .unwrap_or((0, 1));
        let most = (events.len() * 4).next_power_of_two().clamp(256, MOST_BINS);
        let length = to.abs_diff(from).max(1);
        let power = (length.div_ceil(most as u64))
            .next_power_of_two()
            .trailing_zeros();
        let mut density = Self {
            origin: from,
            power,
            colors: Vec::new(),
        };
        let bins = density.bin(to) + 1;
        let palette = Palette::of(index, events.iter().copied());
        let colors = palette.colors.iter();
        let mut steps: Vec<Vec<f64>> = colors.map(|_| vec![0.0; bins + 1]).collect();
        for (&ix, span) in events.iter().zip(spans()) {
            let Some((from, to)) = span else {
                continue;
            };
            let (first, last) = (density.bin(from), density.bin(to - 1).min(bins - 1));
            #[expect(clippy::cast_precision_loss, reason = "at most 262,144 bins")]
            let share = 1.0 / (last.saturating_sub(first) + 1) as f64;
            let steps = &mut steps[palette.place(index, ix)];
            steps[first] += share;
            steps[last.max(first) + 1] -= share;
        }
        density.colors = palette
            .colors
            .into_iter()
            .zip(steps)
            .map(|((_, example), steps)| Color {
                example,
                levels: pyramid(&steps[..bins]),
            })
            .collect();
        density
    }

    /// The finest bin that holds `tick`, which must not lie before the first.
    #[expect(clippy::cast_possible_truncation, reason = "at most 262,144")]
    fn bin(&self, tick: i64) -> usize {
        (tick.saturating_sub(self.origin).max(0).unsigned_abs() >> self.power) as usize
    }

    /// How many events lie in each of `count` columns, the first of which begins at the tick `from`,
    /// each `step` ticks long.
    #[must_use]
    pub fn columns(&self, from: i64, step: f64, count: usize) -> Vec<Columns> {
        let step = step.max(1e-9);
        let finest = f64::from(self.power).exp2();
        // Bins of a quarter of a column at most: a column is a sum of bins, and of parts of two.
        let level = ((step / finest).log2().floor() - 2.0).max(0.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most 64"
        )]
        let wanted = level as usize;
        #[expect(clippy::cast_precision_loss, reason = "a place in a picture")]
        let offset = (i128::from(from) - i128::from(self.origin)) as f64;
        self.colors
            .iter()
            .map(|color| {
                let level = wanted.min(color.levels.len().saturating_sub(1));
                let bins = color.levels.get(level).map_or(&[][..], Vec::as_slice);
                #[expect(clippy::cast_precision_loss, reason = "at most 64")]
                let bin = finest * (level as f64).exp2();
                Columns {
                    example: color.example,
                    counts: resampled(bins, offset / bin, step / bin, count),
                }
            })
            .collect()
    }
}

/// How many of `events`, each with the instants that it begins and ends at, lie in each column,
/// counted one by one: for few events, or close zooms.
#[must_use]
pub fn counted(
    index: &Index,
    events: &[(EventIx, (i64, i64))],
    (from, step, count): (i64, f64, usize),
) -> Vec<Columns> {
    let palette = Palette::of(index, events.iter().map(|(ix, _)| *ix));
    let mut columns: Vec<Columns> = palette
        .colors
        .iter()
        .map(|(_, example)| Columns {
            example: *example,
            counts: vec![0.0; count],
        })
        .collect();
    #[expect(clippy::cast_precision_loss, reason = "a place in a picture")]
    let place = |tick: i64| (i128::from(tick) - i128::from(from)) as f64 / step.max(1e-9);
    for &(ix, extent) in events {
        let Some((from, to)) = finite(extent) else {
            continue;
        };
        let (first, last) = (place(from).floor(), (place(to - 1)).floor());
        #[expect(clippy::cast_possible_truncation, reason = "a share")]
        let share = (1.0 / (last - first + 1.0)) as f32;
        #[expect(clippy::cast_precision_loss, reason = "a few thousand columns")]
        let most = count as f64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "held in the picture"
        )]
        let (first, end) = (
            first.clamp(0.0, most) as usize,
            (last + 1.0).clamp(0.0, most) as usize,
        );
        let color = palette.place(index, ix);
        for column in columns[color].counts.iter_mut().take(end).skip(first) {
            *column += share;
        }
    }
    columns
}

/// Where an event counts: the finite part of what it takes, at least a tick long.
fn finite((from, to): (i64, i64)) -> Option<(i64, i64)> {
    match (from == i64::MIN, to == i64::MAX) {
        (true, true) => None,
        (true, false) => Some((to - 1, to)),
        (false, true) => Some((from, from.saturating_add(1))),
        (false, false) => Some((from, to.max(from.saturating_add(1)))),
    }
}

/// The levels of bins whose differences are `steps`, each with half as many as the one before.
#[expect(clippy::cast_possible_truncation, reason = "counts")]
fn pyramid(steps: &[f64]) -> Vec<Vec<f32>> {
    let mut sum = 0.0;
    let finest: Vec<f32> = steps
        .iter()
        .map(|step| {
            sum += step;
            // What additions leave of a difference is nothing.
            if sum < 1e-9 { 0.0 } else { sum as f32 }
        })
        .collect();
    let mut levels = vec![finest];
    while let Some(last) = levels.last().filter(|last| last.len() > 1) {
        let halved = last.chunks(2).map(|pair| pair.iter().sum()).collect();
        levels.push(halved);
    }
    levels
}

/// `bins` summed into `count` columns, the first of which begins at `from`, each `step` bins long.
fn resampled(bins: &[f32], from: f64, step: f64, count: usize) -> Vec<f32> {
    #[expect(clippy::cast_precision_loss, reason = "at most 262,144")]
    let most = bins.len() as f64;
    (0..count)
        .map(|n| {
            #[expect(clippy::cast_precision_loss, reason = "a few thousand columns")]
            let left = from + step * n as f64;
            let (left, right) = (left.clamp(0.0, most), (left + step).clamp(0.0, most));
            if right <= left {
                return 0.0;
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a place in the bins"
            )]
            let (first, last) = (left as usize, (right.ceil() as usize).min(bins.len()));
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_precision_loss,
                reason = "shares of bins"
            )]
            let beyond = {
                let before = (left - first as f64) as f32 * bins[first];
                let after = (last as f64 - right) as f32 * bins[last - 1];
                before + after
            };
            // What rounding leaves of a difference is nothing.
            let sum = bins[first..last].iter().sum::<f32>() - beyond;
            if sum < 1e-6 { 0.0 } else { sum }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::layout::tests::story_of;
    use super::*;
    use crate::scene::Measurer;
    use crate::timeline::footprint::footprints;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn every_event_counts_once_at_every_zoom(
            days in prop::collection::vec((1..28_u8, 1..13_u8, 1950..2020_i32), 1..80),
            columns in 1..400_usize,
        ) {
            let events: Vec<_> = days.iter()
                .map(|(day, month, year)| (format!("{year}-{month:02}-{day:02}"), "x".to_owned()))
                .collect();
            let index = story_of(&events);
            let prints = footprints(&index, &Measurer::new());
            let all = index.dated_events();
            let extents: Vec<_> = all.iter()
                .map(|&ix| (ix, (prints[ix.index()].from, prints[ix.index()].to)))
                .collect();
            let (begin, end): (Vec<i64>, Vec<i64>) = extents.iter().map(|extent| extent.1).unzip();
            let density = Density::new(&index, all, &begin, &end);
            let (from, to) = index.extent().unwrap();
            #[expect(clippy::cast_precision_loss, reason = "a stretch")]
            let step = (to.0 - from.0) as f64 * 1.3 / columns as f64;
            for columns in [
                density.columns(from.0, step, columns),
                counted(&index, &extents, (from.0, step, columns)),
            ] {
                let sum: f32 = columns.iter().flat_map(|c| &c.counts).sum();
                #[expect(clippy::cast_precision_loss, reason = "few")]
                let expected = events.len() as f32;
                prop_assert!((sum - expected).abs() < 0.1 + 0.01 * expected, "{sum} {expected}");
            }
        }
    }

    #[test]
    fn coarser_levels_hold_the_same_events() {
        let levels = pyramid(&[1.0, 1.0, -1.0, 0.0, 0.5]);
        assert_eq!(levels[0], [1.0, 2.0, 1.0, 1.0, 1.5]);
        assert_eq!(levels[1], [3.0, 2.0, 1.5]);
        assert_eq!(levels.last().map(|top| top[0]), Some(6.5));
    }
}
