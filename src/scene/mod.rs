//! Marks, text measuring and theme, and the ways out: screen, SVG, PDF, PNG.

pub mod color;
mod crowd;
pub mod fonts;
pub mod geometry;
pub mod glyph;
mod itemize;
pub mod legend;
pub mod mark;
pub mod pdf;
pub mod png;
pub mod screen;
pub mod sheet;
pub mod sign;
pub mod svg;
pub mod text;
pub mod theme;
mod typeset;
pub mod voice;

pub use color::Rgba;
pub use crowd::Crowd;
pub use geometry::{Point, Rect, Size, point, size};
pub use mark::{Anchor, Dash, Group, Hit, Layer, Mark, Paint, Scene, Stroke, TextMark};
pub use sheet::{Note, Sheet};
pub use text::{Face, Measurer, TextStyle};
pub use theme::{Look, Theme};
