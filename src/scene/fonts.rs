//! The faces that files are set in: the bundled ones, and the system's where a text needs others.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fontdb::{Database, ID, Source};
use skera::{DEFAULT_DROP_TABLES, DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use skrifa::MetadataProvider as _;
use skrifa::Tag;
use skrifa::raw::TableProvider as _;
use skrifa::raw::collections::IntSet;
use unicode_script::{Script, UnicodeScript as _};

use crate::language::say;

use super::color::Rgba;
use super::geometry::Size;
use super::mark::{Layer, Mark, Scene};
use super::text::{Face, TextStyle};
use super::typeset;

/// The tables of a face that hold shapes: outlines, colour bitmaps, colour outlines.
const DRAWN_BY: [&[u8; 4]; 3] = [b"glyf", b"CBDT", b"COLR"];

/// Faces to set text in.
pub struct Fonts {
    database: Arc<Database>,
    /// The bundled faces, in the order of [`Face::ALL`].
    bundled: [ID; 4],
    /// The face found for a character that a face of some weight lacks.
    found: Mutex<HashMap<(char, u16), Option<ID>>>,
}

static BUNDLED: LazyLock<Arc<Fonts>> = LazyLock::new(|| {
    let (database, bundled) = bundled();
    Arc::new(Fonts::new(database, bundled))
});

static WITH_SYSTEM: LazyLock<Arc<Fonts>> = LazyLock::new(|| {
    let (mut database, bundled) = bundled();
    let mut system = Database::new();
    system.load_system_fonts();
    for face in system.faces() {
        // A face of the same name would stand in for the bundled one that was measured.
        let ours = |(name, _): &(String, _)| Face::ALL.iter().any(|face| face.family() == name);
        if !face.families.iter().any(ours) {
            database.push_face_info(face.clone());
        }
    }
    Arc::new(Fonts::new(database, bundled))
});

fn bundled() -> (Database, [ID; 4]) {
    let mut database = Database::new();
    let ids = Face::ALL.map(|face| {
        let loaded = database.load_font_source(Source::Binary(Arc::new(face.bytes())));
        loaded.first().copied().unwrap_or_else(ID::dummy)
    });
    database.set_sans_serif_family(Face::Regular.family());
    database.set_serif_family(Face::Serif.family());
    (database, ids)
}

/// The faces that `scene` needs: the system's are looked for only where the bundled ones lack a
/// character, and once in a process.
#[must_use]
pub fn for_scene(scene: &Scene) -> Arc<Fonts> {
    if scene
        .texts()
        .all(|text| text.style.face().covers(&text.text))
    {
        Arc::clone(&BUNDLED)
    } else {
        Arc::clone(&WITH_SYSTEM)
    }
}

/// `@font-face` rules with the letters of `texts` that each bundled face has, and no others.
#[must_use]
pub fn embedded(texts: &[(Face, &str)]) -> String {
    let mut rules = String::new();
    for &(face, text) in texts {
        let all: BTreeSet<char> = text.chars().filter(|c| !c.is_control()).collect();
        let letters = all
            .into_iter()
            .filter(|c| face.covers(c.encode_utf8(&mut [0; 4])))
            .collect();
        let id = BUNDLED.bundled(face);
        rules += &BUNDLED.rule((face.family(), face.weight()), id, &letters);
    }
    rules
}

/// `@font-face` rules with the letters that the texts of all `scenes` need, and no others.
#[must_use]
pub fn embedded_of<'a>(scenes: impl IntoIterator<Item = &'a Scene>) -> String {
    let mut all = Scene::new(Size::default(), Rgba::CLEAR);
    let mut layer = Layer::new("texts");
    for scene in scenes {
        layer.plain(scene.texts().cloned().map(Mark::Text).collect());
    }
    all.layers.push(layer);
    for_scene(&all).embedded(&all)
}

/// Characters of one script that no face at hand has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The script's name: "Han".
    pub script: &'static str,
    /// The characters, each once, in their order.
    pub characters: String,
    /// The Debian package with a face that has them.
    pub package: &'static str,
}

impl Fonts {
    fn new(database: Database, bundled: [ID; 4]) -> Self {
        Self {
            database: Arc::new(database),
            bundled,
            found: Mutex::default(),
        }
    }

    /// A bundled face.
    pub(super) fn bundled(&self, face: Face) -> ID {
        self.bundled[face as usize]
    }

    /// The family and the weight by which a face is asked for.
    pub(super) fn name(&self, id: ID) -> Option<(&str, u16)> {
        let face = self.database.face(id)?;
        let (name, _) = face.families.first()?;
        Some((name, face.weight.0))
    }

    /// Whether a face has a glyph for `c`.
    pub(super) fn has(&self, id: ID, c: char) -> bool {
        let covers = |data: &[u8], index: u32| {
            skrifa::FontRef::from_index(data, index)
                .is_ok_and(|font| font.charmap().map(c).is_some())
        };
        self.database.with_face_data(id, covers).unwrap_or(false)
    }

    /// The width of `text` in a face, in multiples of the type size; 0 where that cannot be read.
    pub(super) fn ems(&self, text: &str, id: ID, leftward: bool) -> f32 {
        let shaped = |data: &[u8], index: u32| {
            let font = harfrust::FontRef::from_index(data, index).ok()?;
            let units = f32::from(font.head().ok()?.units_per_em()).max(1.0);
            let shaping = harfrust::ShaperData::new(&font);
            let mut buffer = harfrust::UnicodeBuffer::new();
            buffer.push_str(text);
            buffer.set_direction(if leftward {
                harfrust::Direction::RightToLeft
            } else {
                harfrust::Direction::LeftToRight
            });
            buffer.guess_segment_properties();
            let options = harfrust::ShapeOptions::default();
            let shaped = shaping.shaper(&font).build().shape(buffer, options);
            let positions = shaped.glyph_positions().iter();
            #[expect(clippy::cast_precision_loss, reason = "an advance is a small number")]
            let advance: f32 = positions.map(|position| position.x_advance as f32).sum();
            Some(advance / units)
        };
        let ems = self.database.with_face_data(id, shaped).flatten();
        ems.unwrap_or(0.0)
    }

    /// The faces as the rasteriser takes them.
    pub(super) fn database(&self) -> &Arc<Database> {
        &self.database
    }

    /// The face for `c` where those `tried` lack it: one made for its script, upright, without serifs
    /// and nearest in weight, before any other that has it.
    pub(super) fn instead(&self, c: char, tried: &[ID]) -> Option<ID> {
        let base = tried.first().and_then(|id| self.database.face(*id));
        let weight = base.map_or(400, |face| face.weight.0);
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if let [_] = tried
            && let Some(known) = found.get(&(c, weight))
        {
            return *known;
        }
        let hint = hint(c);
        let suits = |face: &fontdb::FaceInfo| {
            let name = face.families.first().map_or("", |(name, _)| name.as_str());
            let plain = !(name.contains("Serif") || name.contains("Mono") || face.monospaced);
            (
                !name.contains(hint),
                face.style != fontdb::Style::Normal,
                !plain,
                !name.starts_with("Noto Sans"),
                face.stretch != fontdb::Stretch::Normal,
                face.weight.0.abs_diff(weight),
            )
        };
        let mut faces: Vec<_> = self
            .database
            .faces()
            .map(|face| (suits(face), face.id))
            .collect();
        faces.retain(|(_, id)| !tried.contains(id));
        // Equals stay in the order of the system's folders.
        faces.sort_by_key(|(suits, _)| *suits);
        let face = faces
            .into_iter()
            .map(|(_, id)| id)
            .find(|id| self.has(*id, c));
        if tried.len() == 1 {
            found.insert((c, weight), face);
        }
        face
    }

    /// The characters of `scene` that no face at hand has, by script.
    #[must_use]
    pub fn missing(&self, scene: &Scene) -> Vec<Missing> {
        let mut lacking: BTreeSet<char> = scene
            .texts()
            .flat_map(|text| {
                let face = text.style.face();
                let lacks = move |c: &char| !face.covers(c.encode_utf8(&mut [0; 4]));
                text.text.chars().filter(|c| is_drawn(*c)).filter(lacks)
            })
            .collect();
        for face in self.database.faces() {
            if lacking.is_empty() {
                break;
            }
            self.database.with_face_data(face.id, |data, index| {
                if let Ok(font) = skrifa::FontRef::from_index(data, index) {
                    let charmap = font.charmap();
                    lacking.retain(|&c| charmap.map(c).is_none());
                }
            });
        }
        let mut scripts: BTreeMap<&'static str, Missing> = BTreeMap::new();
        for c in lacking {
            let script = c.script();
            let name = script.full_name();
            let missing = scripts.entry(name).or_insert_with(|| Missing {
                script: name,
                characters: String::new(),
                package: package(script, c),
            });
            missing.characters.push(c);
        }
        scripts.into_values().collect()
    }

    /// `@font-face` rules with the letters that the texts of `scene` need, and no others.
    pub(super) fn embedded(&self, scene: &Scene) -> String {
        self.needed(scene)
            .into_iter()
            .map(|((_, key), (id, letters))| self.rule(key, id, &letters))
            .collect()
    }

    /// The letters of `scene` that [`Self::embedded`] cannot put into a file, with the names of their
    /// faces.
    #[must_use]
    pub fn not_embedded(&self, scene: &Scene) -> Vec<(String, String)> {
        // The bundled faces always can.
        if self.database.len() == self.bundled.len() {
            return Vec::new();
        }
        let needed = self.needed(scene).into_values();
        let lacking = needed.filter(|(id, letters)| {
            !self.bundled.contains(id) && self.subset(*id, letters).is_none()
        });
        let mut faces: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
        for (id, letters) in lacking {
            let name = self
                .name(id)
                .map_or_else(String::new, |(name, _)| name.to_owned());
            faces.entry(name).or_default().extend(letters);
        }
        faces
            .into_iter()
            .map(|(name, letters)| (name, letters.into_iter().collect()))
            .collect()
    }

    fn needed(&self, scene: &Scene) -> BTreeMap<(usize, TextStyleKey), (ID, BTreeSet<char>)> {
        // A face that stands in for a bundled one takes its name, for the letters that it has.
        let mut needed: BTreeMap<(usize, TextStyleKey), (ID, BTreeSet<char>)> = BTreeMap::new();
        let mut order: Vec<ID> = Vec::new();
        let styles: Vec<TextStyle> = scene.texts().map(|text| text.style).collect();
        typeset::each(scene, self, |n, text| {
            let Some(style) = styles.get(n) else { return };
            let face = style.face();
            for glyph in text
                .layouted()
                .iter()
                .flat_map(|span| &span.positioned_glyphs)
            {
                let place = order.iter().position(|id| *id == glyph.font);
                let place = place.unwrap_or_else(|| {
                    order.push(glyph.font);
                    order.len() - 1
                });
                let key = (place, (face.family(), face.weight()));
                let (_, letters) = needed
                    .entry(key)
                    .or_insert_with(|| (glyph.font, BTreeSet::new()));
                letters.extend(glyph.text.chars());
            }
        });
        needed
    }

    /// An `@font-face` rule with `letters` of a face; empty where it cannot be read.
    fn rule(&self, (family, weight): TextStyleKey, id: ID, letters: &BTreeSet<char>) -> String {
        let Some(data) = self.subset(id, letters) else {
            return String::new();
        };
        let ranges: Vec<String> = letters
            .iter()
            .map(|&c| format!("U+{:X}", u32::from(c)))
            .collect();
        format!(
            "@font-face {{ font-family: '{family}'; font-weight: {weight}; unicode-range: {}; \
             src: url(data:font/ttf;base64,{}); }}\n",
            ranges.join(", "),
            STANDARD.encode(data)
        )
    }

    /// A face with no more than `letters`; none where it cannot be read or subset: who opens the file
    /// then sees those letters in a face of their own.
    fn subset(&self, id: ID, letters: &BTreeSet<char>) -> Option<Vec<u8>> {
        self.database.with_face_data(id, |data, index| {
            let font = skrifa::FontRef::from_index(data, index).ok()?;
            let letters = letters.iter().map(|&c| u32::from(c)).collect();
            let mut scripts = IntSet::empty();
            scripts.invert();
            let plan = Plan::new(
                &IntSet::empty(),
                &letters,
                &font,
                SubsetFlags::SUBSET_FLAGS_NO_HINTING,
                &DEFAULT_DROP_TABLES.iter().copied().collect(),
                &scripts,
                &DEFAULT_LAYOUT_FEATURES.iter().copied().collect(),
                &IntSet::empty(),
                &IntSet::empty(),
            );
            let subset = subset_font(&font, &plan).ok()?;
            // PostScript outlines (CFF) do not come through yet; a face without any is no face.
            let is_drawn = skrifa::FontRef::new(&subset).is_ok_and(|font| {
                DRAWN_BY
                    .iter()
                    .any(|tag| font.table_data(Tag::new(tag)).is_some())
            });
            is_drawn.then_some(subset)
        })?
    }
}

/// Family and weight, as a style sheet names them.
type TextStyleKey = (&'static str, u16);

/// A word that stands in the names of faces made for the script of `c`.
fn hint(c: char) -> &'static str {
    match c.script() {
        Script::Hangul => "CJK KR",
        Script::Hiragana | Script::Katakana => "CJK JP",
        Script::Han | Script::Bopomofo => "CJK SC",
        _ if is_pictorial(c) => "Emoji",
        Script::Common | Script::Inherited | Script::Unknown => "Symbols",
        script => script.full_name(),
    }
}

/// Whether a character is a picture: an emoji, or a letter of which flags are made.
pub(super) fn is_pictorial(c: char) -> bool {
    ('\u{1F000}'..='\u{1FAFF}').contains(&c)
}

/// Whether a character has a shape of its own.
pub(super) fn is_drawn(c: char) -> bool {
    !c.is_control()
        && !c.is_whitespace()
        && !matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The Debian package whose faces have the characters of `script`.
fn package(script: Script, c: char) -> &'static str {
    match script {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => {
            "fonts-noto-cjk"
        }
        _ if is_pictorial(c) => "fonts-noto-color-emoji",
        Script::Common | Script::Inherited | Script::Unknown => say!("fonts-either"),
        _ => "fonts-noto-core",
    }
}

#[cfg(test)]
mod tests {
    use super::super::color::Rgba;
    use super::super::geometry::{point, size};
    use super::super::mark::{Anchor, Layer, Mark, TextMark};
    use super::*;

    fn scene_of(words: &str) -> Scene {
        let mut scene = Scene::new(size(300.0, 40.0), Rgba::CLEAR);
        let mut layer = Layer::new("labels");
        layer.plain(vec![Mark::Text(TextMark {
            at: point(10.0, 20.0),
            anchor: Anchor::Start,
            text: words.into(),
            style: TextStyle::Label,
            color: Rgba::opaque([0; 3]),
            halo: None,
            angle: 0.0,
        })]);
        scene.layers.push(layer);
        scene
    }

    #[test]
    fn what_no_face_has_is_named_by_script_with_the_package_that_has_it() {
        // The bundled faces alone, as on a system without any other.
        let missing = BUNDLED.missing(&scene_of("Wang Yi 王毅 \u{200F}🙂 שלום"));
        let found: Vec<_> = missing
            .iter()
            .map(|m| (m.script, m.characters.as_str(), m.package))
            .collect();
        assert_eq!(
            found,
            [
                ("Common", "🙂", "fonts-noto-color-emoji"),
                ("Han", "毅王", "fonts-noto-cjk"),
                ("Hebrew", "\u{5D5}\u{5DC}\u{5DD}\u{5E9}", "fonts-noto-core"),
            ]
        );
        assert_eq!(BUNDLED.missing(&scene_of("Éloïse Tångvald-Nuñez")), []);
    }

    #[test]
    fn an_embedded_face_has_the_letters_of_the_scene_and_is_far_smaller_than_the_whole() {
        let rules = BUNDLED.embedded(&scene_of("Éloïse"));
        assert_eq!(rules.matches("@font-face").count(), 1, "{rules}");
        assert!(rules.contains("font-family: 'Inter'; font-weight: 500"));
        let data = rules.split("base64,").nth(1).unwrap();
        let data = STANDARD.decode(data.split(')').next().unwrap()).unwrap();
        assert!(data.len() < 20_000, "{}", data.len());
        let font = skrifa::FontRef::new(&data).unwrap();
        let charmap = font.charmap();
        assert!("Éloïse".chars().all(|c| charmap.map(c).is_some()));
        assert!(charmap.map('w').is_none());
    }
}
