//! Texts as glyphs, each with the words that it stands for, so that they can be found and copied.

use std::collections::HashMap;
use std::ops::Range;

use fontdb::ID;
use krilla::geom::{self, Transform};
use krilla::text::{GlyphId, KrillaGlyph};
use resvg::usvg;
use resvg::usvg::layout::PositionedGlyph;

use super::super::fonts::Fonts;
use super::super::sheet::Sheet;
use super::super::typeset;

/// RIGHT-TO-LEFT MARK, with which texts from right to left are set.
const MARK: &str = "\u{200F}";

/// A text as it is set: its runs, and how the whole is turned.
pub(super) struct Line {
    pub(super) transform: Transform,
    pub(super) runs: Vec<Run>,
}

/// Glyphs of one face that follow each other.
pub(super) struct Run {
    pub(super) face: ID,
    /// Points of the scene.
    pub(super) size: f32,
    pub(super) start: geom::Point,
    pub(super) glyphs: Vec<KrillaGlyph>,
    pub(super) text: String,
}

/// Every text of `sheet`, by its place among all texts.
pub(super) fn set_lines(sheet: &Sheet, fonts: &Fonts) -> HashMap<usize, Line> {
    let mut lines = HashMap::new();
    typeset::each(&sheet.scene, fonts, |n, text| {
        let t = text.abs_transform();
        let line = Line {
            transform: Transform::from_row(t.sx, t.ky, t.kx, t.sy, t.tx, t.ty),
            runs: runs(text),
        };
        lines.insert(n, line);
    });
    lines
}

fn runs(text: &usvg::Text) -> Vec<Run> {
    let glyphs: Vec<_> = text
        .layouted()
        .iter()
        .flat_map(|span| &span.positioned_glyphs)
        // What only tells the direction is neither drawn nor to be found.
        .filter(|glyph| glyph.text != MARK)
        .collect();
    let words: Vec<&str> = glyphs
        .iter()
        .map(|glyph| glyph.text.trim_matches('\u{200F}'))
        .collect();
    let leftward = leftward(&words);
    let same = |x: f32, y: f32| (x - y).abs() < 0.001;
    let mut runs = Vec::new();
    let mut from = 0;
    while let Some(first) = glyphs.get(from) {
        let is_leftward = leftward.get(from).copied().unwrap_or_default();
        let goes_on = |(glyph, leftward): (&&PositionedGlyph, &bool)| {
            glyph.font == first.font
                && *leftward == is_leftward
                && same(glyph.font_size(), first.font_size())
                && same(glyph.transform().ty, first.transform().ty)
        };
        let rest = glyphs[from..].iter().zip(&leftward[from..]);
        let to = from + rest.take_while(|pair| goes_on(*pair)).count().max(1);
        let size = first.font_size();
        if size > 0.0 {
            let (text, mut ranges) = clusters(&words[from..to], is_leftward);
            let missing = |glyph: &&PositionedGlyph| glyph.id.0 == 0;
            let missing: Vec<bool> = glyphs[from..to].iter().map(missing).collect();
            join_missing(&missing, &mut ranges);
            let x = |n: usize| glyphs[n].transform().tx;
            let placed = (from..to).zip(ranges).map(|(n, range)| {
                let advance = if n + 1 < to {
                    (x(n + 1) - x(n)) / size
                } else {
                    0.0
                };
                let id = GlyphId::new(glyphs[n].id.0);
                KrillaGlyph::new(id, advance, 0.0, 0.0, 0.0, range, None)
            });
            runs.push(Run {
                face: first.font,
                size,
                start: geom::Point::from_xy(x(from), first.transform().ty),
                glyphs: placed.collect(),
                text,
            });
        }
        from = to;
    }
    runs
}

/// Which of the words of glyphs, as they stand from left to right, are read from right to left. What
/// has no direction, such as a space, has that of both its neighbours.
fn leftward(words: &[&str]) -> Vec<bool> {
    let direction = |word: &&str| {
        let strong = |c: char| c.is_alphabetic().then(|| is_leftward(c));
        word.chars().find_map(strong)
    };
    let known: Vec<Option<bool>> = words.iter().map(direction).collect();
    let mut before = false;
    (0..words.len())
        .map(|n| {
            let here = known[n].unwrap_or_else(|| {
                let after = || known[n..].iter().find_map(|direction| *direction);
                // The word of a glyph without one stands before it where one reads leftward.
                before && (words[n].is_empty() || after() == Some(true))
            });
            before = here;
            here
        })
        .collect()
}

/// The words of glyphs that stand from left to right, in the order in which they are read, and the
/// bytes that each glyph stands for. A glyph without a word of its own belongs to the neighbour that
/// it was shaped with.
fn clusters(words: &[&str], leftward: bool) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut ranges: Vec<Range<usize>> = vec![0..0; words.len()];
    // The last glyph of a cluster, as it is read, has its words.
    let mut pending = Vec::new();
    let mut take = |n: usize| {
        let from = text.len();
        text += words[n];
        pending.push(n);
        if !words[n].is_empty() {
            for &of in &pending {
                ranges[of] = from..text.len();
            }
            pending.clear();
        }
    };
    if leftward {
        // From right to left it is the leftmost, which stands first.
        (0..words.len()).rev().for_each(&mut take);
    } else {
        (0..words.len()).for_each(&mut take);
    }
    // What is left over has nobody after it.
    let last = text.len();
    for n in pending {
        ranges[n] = last..last;
    }
    (text, ranges)
}

/// Lets glyphs that stand for characters which no face has, and all look alike, stand for their words together, a
/// single one with a neighbour: whoever reads the file is then told the words, and looks up no glyph.
fn join_missing(missing: &[bool], ranges: &mut [Range<usize>]) {
    let mut from = 0;
    for stretch in missing.chunk_by(|a, b| a == b) {
        let to = from + stretch.len();
        if stretch.first() == Some(&true) {
            let (first, last) = match (to - from, to < ranges.len()) {
                (1, true) => (from, to + 1),
                (1, false) => (from.saturating_sub(1), to),
                _ => (from, to),
            };
            let joined = &mut ranges[first..last];
            let start = joined.iter().map(|range| range.start).min();
            let end = joined.iter().map(|range| range.end).max();
            if let (Some(start), Some(end)) = (start, end) {
                joined.fill(start..end);
            }
        }
        from = to;
    }
}

/// Whether a character belongs to a script that runs from right to left.
fn is_leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_of_no_face_stand_for_their_words_together() {
        let ranges = || vec![0..1, 1..2, 2..5, 5..8, 8..9];
        let joined = |missing: [bool; 5]| {
            let mut ranges = ranges();
            join_missing(&missing, &mut ranges);
            ranges
        };
        let (no, yes) = (false, true);
        assert_eq!(joined([no; 5]), ranges());
        assert_eq!(
            joined([no, no, yes, yes, no]),
            [0..1, 1..2, 2..8, 2..8, 8..9]
        );
        assert_eq!(
            joined([yes, no, no, no, no]),
            [0..2, 0..2, 2..5, 5..8, 8..9]
        );
        assert_eq!(
            joined([no, no, no, no, yes]),
            [0..1, 1..2, 2..5, 5..9, 5..9]
        );
        let mut alone = ranges();
        alone.truncate(1);
        join_missing(&[yes], &mut alone);
        assert_eq!(alone.first(), Some(&(0..1)));
    }

    #[test]
    fn a_glyph_without_a_word_goes_with_the_one_that_it_was_shaped_with() {
        let (text, ranges) = clusters(&["a", "", "e\u{301}", "b"], false);
        assert_eq!(text, "ae\u{301}b");
        assert_eq!(ranges, [0..1, 1..4, 1..4, 4..5]);
        assert_eq!(clusters(&["", ""], true).1, [0..0, 0..0]);
        assert!(clusters(&[], false).1.is_empty());
    }

    #[test]
    fn words_from_right_to_left_are_in_the_order_in_which_they_are_read() {
        // As they stand: lamed, then shin with its dot, whose two glyphs share the letter.
        let stand = ["\u{5DC}", "\u{5E9}\u{5C1}", ""];
        assert_eq!(leftward(&stand), [true; 3]);
        let (text, ranges) = clusters(&stand, true);
        assert_eq!(text, "\u{5E9}\u{5C1}\u{5DC}");
        assert_eq!(ranges, [4..6, 0..4, 0..4]);
        let mixed = ["a", " ", "\u{5D1}", " ", "\u{5D0}", " ", "b"];
        let found = leftward(&mixed);
        assert_eq!(found, [false, false, true, true, true, false, false]);
    }
}
