//! Marks, text measuring and theme, and the ways out: screen, SVG, PNG.

pub mod color;
pub mod geometry;
pub mod glyph;
pub mod mark;
pub mod png;
pub mod screen;
pub mod svg;
pub mod text;
pub mod theme;

pub use color::Rgba;
pub use geometry::{Point, Rect, Size, point, size};
pub use mark::{Anchor, Dash, Group, Hit, Layer, Mark, Paint, Scene, Stroke, TextMark};
pub use text::{Face, Measurer, TextStyle};
pub use theme::Theme;
