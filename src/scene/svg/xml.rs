//! Numbers, colours and words as XML has them.

use std::fmt::Write as _;

use super::super::color::Rgba;
use super::super::geometry::Rect;

pub(super) fn place(rect: Rect) -> String {
    let (x, y) = (attribute("x", rect.left), attribute("y", rect.top));
    let (width, height) = (rect.width().max(0.0), rect.height().max(0.0));
    format!(
        "{x}{y}{}{}",
        attribute("width", width),
        attribute("height", height)
    )
}

pub(super) fn attribute(name: &str, value: f32) -> String {
    format!(" {name}=\"{}\"", number(value))
}

pub(super) fn color(name: &str, color: Rgba) -> String {
    let mut out = format!("{name}: {}", color.hex());
    if !color.is_opaque() {
        let _ = write!(out, "; {name}-opacity: {}", fraction(color.alpha()));
    }
    out
}

/// Hundredths of a point are finer than any printer; what is not finite has no place.
pub(in crate::scene) fn number(value: f32) -> String {
    if value.is_finite() {
        shortest(value, 2)
    } else {
        "0".to_owned()
    }
}

pub(super) fn fraction(value: f32) -> String {
    shortest(value.clamp(0.0, 1.0), 4)
}

fn shortest(value: f32, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" || text.is_empty() {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// An id as the fragment of an address (RFC 3986), in which there is neither markup nor space.
pub(crate) fn fragment(id: &str) -> String {
    percent(id, |byte| {
        byte.is_ascii_alphanumeric() || b"-._~/:@!$*;=".contains(&byte)
    })
}

/// `text` with every byte that is not to be kept as its number in percent (RFC 3986, 2.1).
pub(in crate::scene) fn percent(text: &str, keeps: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if keeps(byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// `text` without what XML 1.0 cannot hold, and with what it would read as markup escaped.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            other => out.push(other),
        }
    }
    out
}
