//! Text measured without a window: one measurer, on the bundled faces, for screen and files alike.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use skrifa::raw::TableProvider;
use unicode_segmentation::UnicodeSegmentation;

/// The faces that are bundled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Inter 400.
    Regular,
    /// Inter 500.
    Medium,
    /// Inter 600.
    SemiBold,
    /// Throughline Serif 400: Source Serif 4, subset.
    Serif,
}

// Statics, since a constant's bytes may stand in the program once for each place that names them.
static REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
static MEDIUM: &[u8] = include_bytes!("../../assets/fonts/Inter-Medium.ttf");
static SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");
static SERIF: &[u8] = include_bytes!("../../assets/fonts/ThroughlineSerif-Regular.ttf");

impl Face {
    /// Every face.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Medium, Self::SemiBold, Self::Serif];

    /// The face's file.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Medium => MEDIUM,
            Self::SemiBold => SEMI_BOLD,
            Self::Serif => SERIF,
        }
    }

    /// Whether the face has a glyph for every character of `text`.
    #[must_use]
    pub fn covers(self, text: &str) -> bool {
        use skrifa::MetadataProvider;
        if text.is_ascii() {
            return true;
        }
        // A face that cannot be read covers nothing.
        skrifa::FontRef::new(self.bytes()).is_ok_and(|font| {
            let charmap = font.charmap();
            text.chars()
                .all(|c| c.is_control() || charmap.map(c).is_some())
        })
    }

    /// The family's name.
    #[must_use]
    pub fn family(self) -> &'static str {
        match self {
            Self::Serif => "Throughline Serif",
            _ => "Inter",
        }
    }

    /// The weight, as CSS counts it.
    #[must_use]
    pub fn weight(self) -> u16 {
        match self {
            Self::Medium => 500,
            Self::SemiBold => 600,
            Self::Regular | Self::Serif => 400,
        }
    }
}

/// The type scale: what a text is for decides its face and size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextStyle {
    /// The story's title.
    StoryTitle,
    /// The title of an item in the details.
    ItemTitle,
    /// A quotation.
    Quote,
    /// Running text and controls.
    Body,
    /// Running text that names something.
    BodyStrong,
    /// The label of a mark.
    Label,
    /// The label of a selected mark.
    LabelSelected,
    /// The coarse level of an axis.
    AxisCoarse,
    /// The fine level of an axis, captions, badges.
    Caption,
}

impl TextStyle {
    /// The face.
    #[must_use]
    pub fn face(self) -> Face {
        match self {
            Self::StoryTitle | Self::ItemTitle | Self::LabelSelected => Face::SemiBold,
            Self::Quote => Face::Serif,
            Self::BodyStrong | Self::Label | Self::AxisCoarse => Face::Medium,
            Self::Body | Self::Caption => Face::Regular,
        }
    }

    /// The size, in points.
    #[must_use]
    pub fn points(self) -> f32 {
        match self {
            Self::StoryTitle => 20.0,
            Self::ItemTitle => 17.0,
            Self::Quote => 15.0,
            Self::Body | Self::BodyStrong => 13.0,
            Self::Label | Self::LabelSelected | Self::AxisCoarse => 12.0,
            Self::Caption => 11.0,
        }
    }

    /// The distance between baselines, in points.
    #[must_use]
    pub fn line_height(self) -> f32 {
        match self {
            Self::StoryTitle => 26.0,
            Self::ItemTitle | Self::Quote => 22.0,
            Self::Body | Self::BodyStrong => 18.0,
            Self::Label | Self::LabelSelected | Self::AxisCoarse => 15.0,
            Self::Caption => 14.0,
        }
    }

    /// From the middle of a line down to its baseline, in points: half the height of a capital.
    #[must_use]
    pub fn middle_to_baseline(self) -> f32 {
        self.points() * 0.364
    }
}

/// Measures text as the bundled faces set it. Cheap to ask again: widths are remembered.
pub struct Measurer {
    faces: [MeasuredFace; 4],
    widths: Mutex<[HashMap<Box<str>, f32>; 4]>,
}

struct MeasuredFace {
    font: harfrust::FontRef<'static>,
    data: harfrust::ShaperData,
    units_per_em: f32,
    /// The advances of the characters of Latin, in ems.
    advances: Box<[f32]>,
}

/// Characters whose advances are looked up in a table: Latin with its extensions.
const TABLED: u32 = 0x250;

/// Widths remembered before the store is emptied, so that a long session stays bounded.
const REMEMBERED: usize = 50_000;

impl Default for Measurer {
    fn default() -> Self {
        Self::new()
    }
}

impl Measurer {
    /// A measurer on the bundled faces.
    #[must_use]
    pub fn new() -> Self {
        let faces = Face::ALL.map(|face| {
            #[expect(
                clippy::expect_used,
                reason = "part of the program; every test that measures reads it"
            )]
            let font = harfrust::FontRef::new(face.bytes()).expect("a bundled face is sound");
            let units_per_em = font
                .head()
                .map_or(1000.0, |head| f32::from(head.units_per_em()));
            MeasuredFace {
                data: harfrust::ShaperData::new(&font),
                advances: advances(face),
                font,
                units_per_em,
            }
        });
        Self {
            faces,
            widths: Mutex::default(),
        }
    }

    /// The width of `text` in `style`, in points.
    #[must_use]
    pub fn width(&self, text: &str, style: TextStyle) -> f32 {
        let face = style.face();
        let ems = {
            let widths = self.widths.lock().unwrap_or_else(PoisonError::into_inner);
            widths[face as usize].get(text).copied()
        };
        let ems = ems.unwrap_or_else(|| {
            let ems = self.ems(text, face);
            let mut widths = self.widths.lock().unwrap_or_else(PoisonError::into_inner);
            let widths = &mut widths[face as usize];
            if widths.len() >= REMEMBERED {
                widths.clear();
            }
            widths.insert(text.into(), ems);
            ems
        });
        ems * style.points()
    }

    /// About the width of `text` in `style`, in points: the sum of its letters, without the kerning
    /// between them. A hundred times as quick as [`width`](Self::width) for a text not seen before.
    #[must_use]
    pub fn rough_width(&self, text: &str, style: TextStyle) -> f32 {
        let advances = &self.faces[style.face() as usize].advances;
        let ems: f32 = if text.is_ascii() {
            let known = text.bytes().map(|b| advances.get(usize::from(b)).copied());
            known.map(Option::unwrap_or_default).sum()
        } else {
            text.chars().map(|c| rough_ems(advances, c)).sum()
        };
        ems * style.points()
    }

    /// The width of `text` in multiples of the type size.
    fn ems(&self, text: &str, face: Face) -> f32 {
        let measured = &self.faces[face as usize];
        let shaper = measured.data.shaper(&measured.font).build();
        let mut buffer = harfrust::UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = shaper.shape(buffer, harfrust::ShapeOptions::default());
        let mut ems = 0.0;
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            if info.glyph_id == 0 {
                ems += fallback_ems(text, info.cluster as usize);
            } else {
                #[expect(clippy::cast_precision_loss, reason = "an advance is a small number")]
                let advance = position.x_advance as f32;
                ems += advance / measured.units_per_em;
            }
        }
        ems
    }

    /// `text`, or as much of it as fits into `width` points before an ellipsis; empty where not
    /// even three letters would fit.
    #[must_use]
    pub fn shortened<'a>(&self, text: &'a str, style: TextStyle, width: f32) -> Cow<'a, str> {
        if self.width(text, style) <= width {
            return Cow::Borrowed(text);
        }
        let advances = &self.faces[style.face() as usize].advances;
        let points = style.points();
        let mut ends = Vec::new();
        // Letters beyond twice the room are not looked at, however long the text.
        let (mut reach, mut guess) = (rough_ems(advances, '…') * points, 0);
        let mut goes_on = |end: usize, ems: f32| {
            ends.push(end);
            reach += ems * points;
            if reach <= width {
                guess = ends.len();
            }
            reach <= 2.0 * width + 40.0
        };
        if text.is_ascii() {
            // Each is a letter of its own, which need not be searched for.
            for (at, byte) in text.bytes().enumerate() {
                if !goes_on(at + 1, rough_ems(advances, byte.into())) {
                    break;
                }
            }
        } else {
            for (at, letter) in text.grapheme_indices(true) {
                let ems = letter.chars().map(|c| rough_ems(advances, c)).sum();
                if !goes_on(at + letter.len(), ems) {
                    break;
                }
            }
        }
        let candidate = |letters: usize| {
            let kept = ends
                .get(letters.wrapping_sub(1))
                .map_or("", |&end| &text[..end]);
            format!("{}…", kept.trim_end())
        };
        // The sum of the letters is all but right: a step or two from there is.
        let is_in = |letters: usize| self.width(&candidate(letters), style) <= width;
        let mut fits = guess;
        if is_in(fits) {
            while fits + 1 < ends.len() && is_in(fits + 1) {
                fits += 1;
            }
        } else {
            while fits > 0 && !is_in(fits) {
                fits -= 1;
            }
        }
        if fits < 3 {
            Cow::Borrowed("")
        } else {
            Cow::Owned(candidate(fits))
        }
    }

    /// `text` broken at spaces into lines of at most `width` points. A longer word stands alone.
    #[must_use]
    pub fn wrapped(&self, text: &str, style: TextStyle, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            match lines.last_mut() {
                Some(line) if self.width(&format!("{line} {word}"), style) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }
}

/// The advances of the characters of Latin in `face`, in ems.
fn advances(face: Face) -> Box<[f32]> {
    use skrifa::MetadataProvider;
    let Ok(font) = skrifa::FontRef::new(face.bytes()) else {
        return Box::default();
    };
    let charmap = font.charmap();
    let location = skrifa::instance::LocationRef::default();
    let metrics = font.glyph_metrics(skrifa::instance::Size::new(1.0), location);
    let advance = |code: u32| {
        let character = char::from_u32(code)?;
        metrics.advance_width(charmap.map(character)?)
    };
    (0..TABLED)
        .map(|code| advance(code).unwrap_or(0.65))
        .collect()
}

/// About how wide a character is, in ems.
fn rough_ems(advances: &[f32], character: char) -> f32 {
    let mut text = [0; 4];
    advances
        .get(character as usize)
        .copied()
        .unwrap_or_else(|| {
            let text = character.encode_utf8(&mut text);
            fallback_ems(text, 0)
        })
}

/// The width, in ems, that another font is likely to give a character which the bundled faces lack.
fn fallback_ems(text: &str, at: usize) -> f32 {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        // East Asian scripts and emoji are set on a square.
        Some(
            '\u{1100}'..='\u{115F}'
            | '\u{2E80}'..='\u{A4CF}'
            | '\u{AC00}'..='\u{D7A3}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FE30}'..='\u{FE6F}'
            | '\u{FF00}'..='\u{FF60}',
        ) => 1.0,
        Some('\u{1F300}'..='\u{1FAFF}' | '\u{20000}'..='\u{3FFFD}') => 1.2,
        Some('\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{064B}'..='\u{065F}')
        | None => 0.0,
        Some(_) => 0.65,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabular_figures_are_all_as_wide_as_each_other() {
        let measurer = Measurer::new();
        for style in [
            TextStyle::Caption,
            TextStyle::Label,
            TextStyle::LabelSelected,
        ] {
            let widths = ["0000", "1111", "2023", "7474"].map(|text| measurer.width(text, style));
            assert!(
                widths.iter().all(|width| (width - widths[0]).abs() < 0.05),
                "{widths:?}"
            );
        }
    }

    #[test]
    fn the_rough_width_is_nearly_the_width() {
        let measurer = Measurer::new();
        for text in [
            "Nine Republican senators ask for sanctions",
            "AVATAR To Wave 1,234",
            "Größe, façade, Łódź",
            "王毅",
        ] {
            for style in [TextStyle::Label, TextStyle::LabelSelected, TextStyle::Quote] {
                let (rough, exact) = (
                    measurer.rough_width(text, style),
                    measurer.width(text, style),
                );
                assert!(
                    (rough - exact).abs() <= exact * 0.06,
                    "{text}: {rough} {exact}"
                );
            }
        }
    }

    #[test]
    fn a_shortened_text_fits_and_ends_in_an_ellipsis() {
        let measurer = Measurer::new();
        let text = "Nine Republican senators ask for sanctions";
        for width in [40.0, 80.0, 160.0] {
            let short = measurer.shortened(text, TextStyle::Label, width);
            assert!(measurer.width(&short, TextStyle::Label) <= width);
            assert!(short.ends_with('…'));
        }
        assert_eq!(measurer.shortened(text, TextStyle::Label, 5.0), "");
        assert_eq!(measurer.shortened(text, TextStyle::Label, 1000.0), text);
    }

    #[test]
    fn text_that_the_faces_lack_still_takes_room() {
        let measurer = Measurer::new();
        assert!(measurer.width("王毅", TextStyle::Label) >= 20.0);
        assert!(measurer.width("שלום", TextStyle::Label) > 10.0);
    }

    #[test]
    fn wrapped_lines_keep_every_word() {
        let measurer = Measurer::new();
        let text = "one two three four five six seven";
        let lines = measurer.wrapped(text, TextStyle::Quote, 70.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" "), text);
    }
}
