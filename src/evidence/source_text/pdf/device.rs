//! What is drawn on a page, of which the letters are kept.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::object::{self, Dict, dict::keys::ACTUAL_TEXT};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

use super::lines::{Letter, Line, Lines};

/// Letters are drawn in thousandths of their size.
const UNITS: f64 = 1000.0;
/// How far an end of a letter is from its start where the font does not say, in sizes.
const USUAL_WIDTH: f64 = 0.5;

/// Reads one page.
pub(super) struct Reading {
    seen: Rect,
    lines: Lines,
    /// The words that stand for what is drawn, for each mark that is open.
    marks: Vec<Option<String>>,
    /// The last run, which is often drawn again to make it bold.
    last: Vec<(Point, String)>,
}

impl Reading {
    /// Reads what is drawn in the part `seen` of a page, as long as its words have `room` bytes.
    pub(super) fn new(seen: Rect, room: usize) -> Self {
        Self {
            seen,
            lines: Lines::new(room),
            marks: Vec::new(),
            last: Vec::new(),
        }
    }

    /// The lines, in the order in which they were drawn; none where the room did not suffice.
    pub(super) fn finish(self) -> Option<Vec<Line>> {
        self.lines.finish()
    }

    fn letter(&mut self, glyph: &Glyph<'_>, place: Affine, mode: WritingMode, words: String) {
        let (across, up) = axes(place);
        let origin = place.translation();
        let size = up.hypot() * UNITS;
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let advance = f64::from(advance.unwrap_or(0.0));
        let (sense, width) = match mode {
            WritingMode::Horizontal if advance > 0.0 => (across, advance * across.hypot()),
            WritingMode::Horizontal => (across, USUAL_WIDTH * size),
            WritingMode::Vertical => (-up, size),
        };
        let length = sense.hypot();
        if !(size.is_finite() && size > 0.0 && length > 0.0 && width.is_finite()) {
            return;
        }
        let sense = sense / length;
        let start = origin.dot(sense);
        self.lines.add(Letter {
            words,
            start,
            end: start + width,
            base: origin.dot(Vec2::new(-sense.y, sense.x)),
            size,
            sense: (sense.x, sense.y),
        });
    }

    /// The words that stand for what is drawn here, where a mark says so: all at its first letter.
    fn replaced(&mut self) -> Option<String> {
        let mark = self.marks.iter_mut().flatten().next()?;
        Some(std::mem::take(mark))
    }
}

/// A thousandth of a letter along its line, and square to it.
fn axes(place: Affine) -> (Vec2, Vec2) {
    let [along_x, along_y, up_x, up_y, ..] = place.as_coeffs();
    (Vec2::new(along_x, along_y), Vec2::new(up_x, up_y))
}

/// Whether `run` is the last one, drawn once more at almost the same place.
fn is_again(run: &[(Point, String)], last: &[(Point, String)], near: f64) -> bool {
    run.len() == last.len()
        && run
            .iter()
            .zip(last)
            .all(|((at, words), (last_at, last_words))| {
                words == last_words && at.distance(*last_at) < near
            })
}

/// The words of a glyph.
fn words(glyph: &Glyph<'_>) -> String {
    match glyph.as_unicode() {
        Some(BfString::Char(c)) => plain(c.encode_utf8(&mut [0; 4])),
        Some(BfString::String(words)) => plain(&words),
        None => '\u{fffd}'.to_string(),
    }
}

/// `words` in one line, with ligatures in their letters.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\u{fb00}' => plain.push_str("ff"),
            '\u{fb01}' => plain.push_str("fi"),
            '\u{fb02}' => plain.push_str("fl"),
            '\u{fb03}' => plain.push_str("ffi"),
            '\u{fb04}' => plain.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => plain.push_str("st"),
            // Where it is drawn, it is seen.
            '\u{ad}' => plain.push('-'),
            '\t' | '\n' | '\r' | '\u{a0}' | '\u{2028}' | '\u{2029}' => plain.push(' '),
            // Fonts have letters of their own here, which mean nothing elsewhere.
            '\u{e000}'..='\u{f8ff}' => plain.push('\u{fffd}'),
            _ if c.is_control() => {}
            _ => plain.push(c),
        }
    }
    plain
}

/// A string of a PDF, which is UTF-16 or UTF-8 with a mark, or else nearly Latin-1.
fn string(bytes: &[u8]) -> String {
    if let Some(wide) = bytes.strip_prefix(b"\xfe\xff") {
        encoding_rs::UTF_16BE
            .decode_without_bom_handling(wide)
            .0
            .into_owned()
    } else if let Some(narrow) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        String::from_utf8_lossy(narrow).into_owned()
    } else {
        encoding_rs::mem::decode_latin1(bytes).into_owned()
    }
}

impl Device<'_> for Reading {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, props: DrawProps<'_>, _: &DrawMode) {
        if self.lines.is_full() {
            return;
        }
        let places: Vec<Affine> = run
            .glyphs()
            .iter()
            .map(|glyph| props.transform * glyph.transform())
            .collect();
        let drawn: Vec<(Point, String)> = run
            .glyphs()
            .iter()
            .zip(&places)
            .map(|(glyph, place)| (*place * Point::ZERO, words(glyph)))
            .collect();
        let size = places
            .first()
            .map_or(0.0, |place| axes(*place).1.hypot() * UNITS);
        if is_again(&drawn, &self.last, 0.1 * size) {
            return;
        }
        for ((glyph, place), (at, words)) in run.glyphs().iter().zip(&places).zip(&drawn) {
            if self.seen.contains(*at) {
                let words = self.replaced().unwrap_or_else(|| words.clone());
                self.letter(glyph, *place, run.writing_mode(), words);
            }
        }
        self.last = drawn;
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        let words = properties.and_then(|dict| dict.get::<object::String<'_>>(ACTUAL_TEXT));
        self.marks
            .push(words.map(|words| plain(&string(words.as_bytes()))));
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
