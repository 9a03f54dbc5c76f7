//! Colours as 8-bit sRGB with straight alpha.

use std::fmt;
use std::str::FromStr;

use crate::language::say;

/// A colour: red, green, blue and straight (not premultiplied) alpha, 0 to 255 each, sRGB.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgba(pub [u8; 4]);

impl Rgba {
    /// Nothing at all.
    pub const CLEAR: Self = Self([0; 4]);

    /// An opaque colour.
    #[must_use]
    pub const fn opaque([r, g, b]: [u8; 3]) -> Self {
        Self([r, g, b, 255])
    }

    /// This colour at `strength` (0 to 1) of its own alpha.
    #[must_use]
    pub fn at(self, strength: f32) -> Self {
        let [r, g, b, a] = self.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 255"
        )]
        let alpha = (f32::from(a) * strength.clamp(0.0, 1.0)).round() as u8;
        Self([r, g, b, alpha])
    }

    /// This colour painted over an opaque `ground`.
    #[must_use]
    pub fn over(self, ground: Self) -> Self {
        let alpha = f32::from(self.0[3]) / 255.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 255"
        )]
        let mix = |i: usize| {
            (f32::from(self.0[i]) * alpha + f32::from(ground.0[i]) * (1.0 - alpha)).round() as u8
        };
        Self([mix(0), mix(1), mix(2), 255])
    }

    /// The colour as CSS has it, without its alpha: "#1a2b3c".
    #[must_use]
    pub fn hex(self) -> String {
        let [r, g, b, _] = self.0;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// Whether nothing behind it shows.
    #[must_use]
    pub const fn is_opaque(self) -> bool {
        self.0[3] == 255
    }

    /// The alpha, from 0 to 1.
    #[must_use]
    pub fn alpha(self) -> f32 {
        f32::from(self.0[3]) / 255.0
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    #[must_use]
    pub fn luminance(self) -> f32 {
        let linear = |i: usize| {
            let value = f32::from(self.0[i]) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2)
    }

    /// The contrast ratio between two opaque colours, 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

impl fmt::Debug for Rgba {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b, a] = self.0;
        write!(f, "#{r:02X}{g:02X}{b:02X}")?;
        if a == 255 { Ok(()) } else { write!(f, "@{a}") }
    }
}

/// Why a string is no colour.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!("scene-no-color", text = .0))]
pub struct ColorError(pub String);

impl FromStr for Rgba {
    type Err = ColorError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || ColorError(text.to_owned());
        let digits = text.strip_prefix('#').ok_or_else(refuse)?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(refuse());
        }
        let value = u32::from_str_radix(digits, 16).map_err(|_| refuse())?;
        let [_, r, g, b] = value.to_be_bytes();
        Ok(Self::opaque([r, g, b]))
    }
}
