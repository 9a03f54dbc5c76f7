//! The icons in assets/fonts/Lucide-subset.ttf that the window uses.

#![allow(missing_docs, reason = "each icon is named for what it shows")]

pub const ARROW_LEFT: &str = "\u{e048}";
pub const ARROW_RIGHT: &str = "\u{e049}";
pub const CHEVRON_DOWN: &str = "\u{e06d}";
pub const MAXIMIZE: &str = "\u{e112}";
pub const MOON: &str = "\u{e11e}";
pub const PANEL_RIGHT: &str = "\u{e431}";
pub const SUN: &str = "\u{e178}";
pub const TRIANGLE_ALERT: &str = "\u{e193}";
pub const X: &str = "\u{e1b2}";
