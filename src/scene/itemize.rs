//! Texts that need more than one face, parted by direction and face as they stand from left to right.

use fontdb::ID;
use unicode_bidi::{BidiInfo, Level};
use unicode_script::{Script, UnicodeScript as _};
use unicode_segmentation::UnicodeSegmentation as _;

use super::fonts::{Fonts, is_drawn, is_pictorial};
use super::mark::{Anchor, TextMark};

/// A part of a text that is set in one face and runs one way.
#[derive(Debug, PartialEq)]
pub(super) struct Piece<'a> {
    /// Its words, in the order in which they are read.
    pub(super) text: &'a str,
    /// Its face.
    pub(super) face: ID,
    /// Whether it runs from right to left.
    pub(super) leftward: bool,
    /// Its left end, in points of the scene before the text is turned.
    pub(super) x: f32,
}

/// The pieces of `mark`, from left to right (Unicode Bidirectional Algorithm, UAX #9, in a line that
/// runs from left to right); none where its own face has all of it.
pub(super) fn pieces<'a>(mark: &'a TextMark, fonts: &Fonts) -> Option<Vec<Piece<'a>>> {
    let face = mark.style.face();
    if face.covers(&mark.text) {
        return None;
    }
    let base = fonts.bundled(face);
    let bidi = BidiInfo::new(&mark.text, Some(Level::ltr()));
    let mut pieces = Vec::new();
    let mut x = 0.0;
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let leftward = levels.get(run.start).is_some_and(Level::is_rtl);
            let Some(text) = mark.text.get(run) else {
                continue;
            };
            let mut parts = by_face(text, base, leftward, fonts);
            if leftward {
                parts.reverse();
            }
            for (text, face) in parts {
                pieces.push(Piece {
                    text,
                    face,
                    leftward,
                    x,
                });
                x += fonts.ems(text, face, leftward) * mark.style.points();
            }
        }
    }
    let start = match mark.anchor {
        Anchor::Start => mark.at.x,
        Anchor::Middle => mark.at.x - x / 2.0,
        Anchor::End => mark.at.x - x,
    };
    for piece in &mut pieces {
        piece.x += start;
    }
    Some(pieces)
}

/// `text` in parts of one face each, in the order in which they are read.
fn by_face<'a>(text: &'a str, base: ID, leftward: bool, fonts: &Fonts) -> Vec<(&'a str, ID)> {
    let mut parts: Vec<(usize, usize, ID)> = Vec::new();
    for (at, grapheme) in text.grapheme_indices(true) {
        let end = at + grapheme.len();
        // What stands between words from right to left stays with them: a bracket set apart would
        // not be turned round.
        let before = parts.last().map(|part| part.2).filter(|_| leftward);
        let face = face_of(grapheme, base, before, fonts);
        match parts.last_mut() {
            Some(last) if last.2 == face => last.1 = end,
            _ => parts.push((at, end, face)),
        }
    }
    let words = parts.into_iter();
    words
        .filter_map(|(from, to, face)| Some((text.get(from..to)?, face)))
        .collect()
}

fn face_of(grapheme: &str, base: ID, before: Option<ID>, fonts: &Fonts) -> ID {
    let has_all = |face: ID| {
        grapheme
            .chars()
            .filter(|c| is_drawn(*c))
            .all(|c| fonts.has(face, c))
    };
    let neutral = grapheme
        .chars()
        .all(|c| matches!(c.script(), Script::Common | Script::Inherited));
    if let Some(before) = before
        && neutral
        && has_all(before)
    {
        return before;
    }
    let picture = grapheme.chars().find(|c| is_pictorial(*c));
    if picture.is_none() && has_all(base) {
        return base;
    }
    let lacking = picture.or_else(|| {
        grapheme
            .chars()
            .find(|c| is_drawn(*c) && !fonts.has(base, *c))
    });
    lacking
        .and_then(|c| fonts.instead(c, &[base]))
        .unwrap_or(base)
}

#[cfg(test)]
mod tests {
    use super::super::color::Rgba;
    use super::super::fonts::for_scene;
    use super::super::geometry::{point, size};
    use super::super::mark::{Layer, Mark, Scene};
    use super::super::text::TextStyle;
    use super::*;

    fn mark(text: &str, anchor: Anchor) -> TextMark {
        TextMark {
            at: point(100.0, 20.0),
            anchor,
            text: text.into(),
            style: TextStyle::Label,
            color: Rgba::opaque([0; 3]),
            halo: None,
            angle: 0.0,
        }
    }

    fn fonts(mark: &TextMark) -> std::sync::Arc<Fonts> {
        let mut scene = Scene::new(size(300.0, 40.0), Rgba::CLEAR);
        let mut layer = Layer::new("labels");
        layer.plain(vec![Mark::Text(mark.clone())]);
        scene.layers.push(layer);
        for_scene(&scene)
    }

    #[test]
    fn a_text_that_its_own_face_has_is_left_whole() {
        let mark = mark("Éloïse — 12 “votes”", Anchor::Start);
        assert_eq!(pieces(&mark, &fonts(&mark)), None);
    }

    #[test]
    fn every_letter_of_a_mixed_text_stands_in_one_piece_and_pieces_follow_each_other() {
        // Whatever faces the system has, or none at all.
        for text in [
            "王毅 meets 田中さん",
            "a (אב) ב 12 c",
            "🇯🇵👩‍👩‍👧 x",
            "e\u{301}\u{302}",
        ] {
            let start = mark(text, Anchor::Start);
            let fonts = fonts(&start);
            let found = pieces(&start, &fonts).unwrap_or_default();
            let mut letters: Vec<char> =
                found.iter().flat_map(|piece| piece.text.chars()).collect();
            let mut all: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            all.sort_unstable();
            if found.is_empty() {
                continue;
            }
            assert_eq!(letters, all);
            assert!((found[0].x - 100.0).abs() < 0.01);
            assert!(
                found.windows(2).all(|pair| pair[0].x <= pair[1].x),
                "{found:?}"
            );
            let end = mark(text, Anchor::End);
            let ending = pieces(&end, &fonts).unwrap_or_default();
            assert!(ending[0].x < found[0].x);
        }
    }
}
