//! The look: colours by what they stand for, read from assets/themes.

use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

use crate::story::kind::{Hue, KindStyle};

use super::color::Rgba;

/// Which theme it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Look {
    /// Light on dark.
    pub dark: bool,
    /// Everything stands out as far as it can.
    pub contrast: bool,
}

impl Look {
    /// Every look.
    pub const ALL: [Self; 4] = [
        Self::new(false, false),
        Self::new(true, false),
        Self::new(false, true),
        Self::new(true, true),
    ];

    const fn new(dark: bool, contrast: bool) -> Self {
        Self { dark, contrast }
    }
}

/// Colours by what they stand for. Accent is for state alone, never for a kind.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Theme {
    /// Whether this is a light-on-dark theme.
    pub dark: bool,
    /// Whether everything stands out as far as it can.
    #[serde(default)]
    pub contrast: bool,
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

static LIGHT_CONTRAST: LazyLock<Theme> =
    LazyLock::new(|| embedded(include_str!("../../assets/themes/light-contrast.ron")));
static DARK_CONTRAST: LazyLock<Theme> =
    LazyLock::new(|| embedded(include_str!("../../assets/themes/dark-contrast.ron")));

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

    /// The theme that looks so.
    #[must_use]
    pub fn looking(look: Look) -> &'static Self {
        match (look.dark, look.contrast) {
            (dark, false) => Self::of(dark),
            (false, true) => &LIGHT_CONTRAST,
            (true, true) => &DARK_CONTRAST,
        }
    }

    /// Which theme it is.
    #[must_use]
    pub fn look(&self) -> Look {
        Look {
            dark: self.dark,
            contrast: self.contrast,
        }
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
        for look in Look::ALL {
            let theme = Theme::looking(look);
            assert_eq!(theme.look(), look);
            // AAA where contrast is asked for.
            let least = if look.contrast { 7.0 } else { 4.5 };
            for ground in [theme.background, theme.canvas] {
                for ink in [
                    theme.text,
                    theme.muted,
                    theme.accent,
                    theme.warning,
                    theme.good,
                ] {
                    assert!(ink.contrast(ground) >= least, "{ink:?} on {ground:?}");
                }
            }
            assert!(theme.on_accent.contrast(theme.accent) >= least);
        }
    }

    #[test]
    fn marks_of_every_kind_stand_out_from_the_canvas() {
        for look in Look::ALL {
            let theme = Theme::looking(look);
            let least = if look.contrast { 4.5 } else { 3.0 };
            for hue in Hue::ALL {
                assert!(
                    theme.hue(hue).contrast(theme.canvas) >= least,
                    "{hue:?}, {look:?}"
                );
            }
            if look.contrast {
                assert!(theme.hairline.contrast(theme.canvas) >= 3.0);
            }
        }
    }
}
