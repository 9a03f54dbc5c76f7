//! The look: colours by what they stand for, read from assets/themes.

use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

use crate::story::kind::{Hue, KindStyle};

use super::color::Rgba;

/// Colours by what they stand for. Accent is for state alone, never for a kind.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Theme {
    /// Whether this is a light-on-dark theme.
    pub dark: bool,
    /// Behind panels.
    #[serde(deserialize_with = "color")]
    pub background: Rgba,
    /// Behind views.
    #[serde(deserialize_with = "color")]
    pub canvas: Rgba,
    /// Lines that part.
    #[serde(deserialize_with = "color")]
    pub hairline: Rgba,
    /// Text.
    #[serde(deserialize_with = "color")]
    pub text: Rgba,
    /// Text that steps back.
    #[serde(deserialize_with = "color")]
    pub muted: Rgba,
    /// Selection, focus ring, links.
    #[serde(deserialize_with = "color")]
    pub accent: Rgba,
    /// Text on the accent.
    #[serde(deserialize_with = "color")]
    pub on_accent: Rgba,
    /// What needs a look.
    #[serde(deserialize_with = "color")]
    pub warning: Rgba,
    /// What is as it should be.
    #[serde(deserialize_with = "color")]
    pub good: Rgba,
    #[serde(deserialize_with = "color")]
    government: Rgba,
    #[serde(deserialize_with = "color")]
    legislature: Rgba,
    #[serde(deserialize_with = "color")]
    company: Rgba,
    #[serde(deserialize_with = "color")]
    country: Rgba,
    #[serde(deserialize_with = "color")]
    research: Rgba,
    #[serde(deserialize_with = "color")]
    media: Rgba,
    #[serde(deserialize_with = "color")]
    person: Rgba,
    #[serde(deserialize_with = "color")]
    group: Rgba,
}

fn color<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Rgba, D::Error> {
    String::deserialize(deserializer)?
        .parse()
        .map_err(serde::de::Error::custom)
}

static LIGHT: LazyLock<Theme> =
    LazyLock::new(|| embedded(include_str!("../../assets/themes/light.ron")));
static DARK: LazyLock<Theme> =
    LazyLock::new(|| embedded(include_str!("../../assets/themes/dark.ron")));

#[expect(
    clippy::expect_used,
    reason = "part of the program; a test reads both files"
)]
fn embedded(text: &str) -> Theme {
    ron::from_str(text).expect("an embedded theme is sound")
}

impl Theme {
    /// The light or the dark theme.
    #[must_use]
    pub fn of(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// The ink, the text's or the canvas's, that can be read best on `ground`.
    #[must_use]
    pub fn readable_on(&self, ground: Rgba) -> Rgba {
        if self.text.contrast(ground) >= self.canvas.contrast(ground) {
            self.text
        } else {
            self.canvas
        }
    }

    /// The colour of a hue.
    #[must_use]
    pub fn hue(&self, hue: Hue) -> Rgba {
        match hue {
            Hue::Government => self.government,
            Hue::Legislature => self.legislature,
            Hue::Company => self.company,
            Hue::Country => self.country,
            Hue::Research => self.research,
            Hue::Media => self.media,
            Hue::Person => self.person,
            Hue::Group => self.group,
        }
    }

    /// The colour of a kind: the author's own for this ground, or its hue's.
    #[must_use]
    pub fn kind(&self, kind: &KindStyle) -> Rgba {
        kind.own[usize::from(self.dark)].map_or_else(|| self.hue(kind.hue), Rgba::opaque)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_meets_wcag_aa_on_every_ground() {
        for dark in [false, true] {
            let theme = Theme::of(dark);
            assert_eq!(theme.dark, dark);
            for ground in [theme.background, theme.canvas] {
                for ink in [
                    theme.text,
                    theme.muted,
                    theme.accent,
                    theme.warning,
                    theme.good,
                ] {
                    assert!(ink.contrast(ground) >= 4.5, "{ink:?} on {ground:?}");
                }
            }
            assert!(theme.on_accent.contrast(theme.accent) >= 4.5);
        }
    }

    #[test]
    fn marks_of_every_kind_stand_out_from_the_canvas() {
        for dark in [false, true] {
            let theme = Theme::of(dark);
            for hue in Hue::ALL {
                assert!(
                    theme.hue(hue).contrast(theme.canvas) >= 3.0,
                    "{hue:?}, dark: {dark}"
                );
            }
        }
    }
}
