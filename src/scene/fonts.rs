//! The faces that files are set in: the bundled ones, and the system's where a text needs others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fontdb::{Database, ID, Source};
use skera::{DEFAULT_DROP_TABLES, DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use skrifa::MetadataProvider as _;
use skrifa::raw::collections::IntSet;
use unicode_script::{Script, UnicodeScript as _};

use super::mark::Scene;
use super::text::{Face, TextStyle};
use super::typeset;

/// Faces to set text in.
pub struct Fonts {
    database: Arc<Database>,
}

static BUNDLED: LazyLock<Arc<Fonts>> = LazyLock::new(|| {
    Arc::new(Fonts {
        database: Arc::new(bundled()),
    })
});

static WITH_SYSTEM: LazyLock<Arc<Fonts>> = LazyLock::new(|| {
    let mut database = bundled();
    let mut system = Database::new();
    system.load_system_fonts();
    for face in system.faces() {
        // A face of the same name would stand in for the bundled one that was measured.
        let ours = |(name, _): &(String, _)| Face::ALL.iter().any(|face| face.family() == name);
        if !face.families.iter().any(ours) {
            database.push_face_info(face.clone());
        }
    }
    Arc::new(Fonts {
        database: Arc::new(database),
    })
});

fn bundled() -> Database {
    let mut database = Database::new();
    for face in Face::ALL {
        database.load_font_source(Source::Binary(Arc::new(face.bytes())));
    }
    database.set_sans_serif_family(Face::Regular.family());
    database.set_serif_family(Face::Serif.family());
    database
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
        let ours = |info: &&fontdb::FaceInfo| {
            info.weight.0 == face.weight()
                && info.families.iter().any(|(name, _)| name == face.family())
        };
        let Some(info) = BUNDLED.database.faces().find(ours) else {
            continue;
        };
        let all: BTreeSet<char> = text.chars().filter(|c| !c.is_control()).collect();
        let letters = all
            .into_iter()
            .filter(|c| face.covers(c.encode_utf8(&mut [0; 4])))
            .collect();
        rules += &BUNDLED.rule((face.family(), face.weight()), info.id, &letters);
    }
    rules
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
    /// The faces as the rasteriser takes them.
    pub(super) fn database(&self) -> &Arc<Database> {
        &self.database
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
            .into_iter()
            .map(|((_, key), (id, letters))| self.rule(key, id, &letters))
            .collect()
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

    /// A face with no more than `letters`; none where it cannot be read.
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
            subset_font(&font, &plan).ok()
        })?
    }
}

/// Family and weight, as a style sheet names them.
type TextStyleKey = (&'static str, u16);

/// Whether a character has a shape of its own.
fn is_drawn(c: char) -> bool {
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
        _ if ('\u{1F000}'..='\u{1FAFF}').contains(&c) => "fonts-noto-color-emoji",
        Script::Common | Script::Inherited | Script::Unknown => "fonts-noto-core or fonts-unifont",
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
