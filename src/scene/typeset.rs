//! Texts as they are set: shaped, put in order and given faces by the library that also rasterises
//! them, so that every file format has the same letters at the same places.

use std::collections::HashMap;
use std::fmt::Write as _;

use resvg::tiny_skia::{Path, PathSegment, Transform};
use resvg::usvg;

use super::fonts::Fonts;
use super::mark::Scene;
use super::svg::{lone_text, number};

/// How SVG is read: with the bundled faces first, and for what they lack the face that suits best.
pub(super) fn options(fonts: &Fonts) -> usvg::Options<'_> {
    usvg::Options {
        font_family: super::text::Face::Regular.family().to_owned(),
        fontdb: std::sync::Arc::clone(fonts.database()),
        font_resolver: usvg::FontResolver {
            select_font: usvg::FontResolver::default_font_selector(),
            select_fallback: Box::new(|c, tried, _| fonts.instead(c, tried)),
        },
        ..usvg::Options::default()
    }
}

/// Calls `visit` with every text of `scene` that has a shape, and its place among all texts.
pub(super) fn each(scene: &Scene, fonts: &Fonts, mut visit: impl FnMut(usize, &usvg::Text)) {
    let mut document = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\">",
        number(scene.size.width.max(1.0)),
        number(scene.size.height.max(1.0))
    );
    for (n, text) in scene.texts().enumerate() {
        document += &lone_text(text, n, fonts);
    }
    document += "</svg>";
    match usvg::Tree::from_str(&document, &options(fonts)) {
        Ok(tree) => walk(tree.root(), &mut visit),
        // The document is our own; a failure leaves the texts to who reads the file.
        Err(error) => log::error!("texts could not be set: {error}"),
    }
}

fn walk(group: &usvg::Group, visit: &mut impl FnMut(usize, &usvg::Text)) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => walk(inner, visit),
            usvg::Node::Text(text) => {
                if let Ok(n) = text.id().parse() {
                    visit(n, text);
                }
            }
            usvg::Node::Path(_) | usvg::Node::Image(_) => {}
        }
    }
}

/// The outlines of a scene's texts, as path data.
pub(super) struct Outlines(HashMap<usize, String>);

impl Outlines {
    /// Sets every text of `scene`.
    pub(super) fn new(scene: &Scene, fonts: &Fonts) -> Self {
        let mut outlines = HashMap::new();
        each(scene, fonts, |n, text| {
            let mut data = String::new();
            let drawn = outline(text.flattened(), &mut data);
            if drawn && !data.is_empty() {
                outlines.insert(n, data);
            }
        });
        Self(outlines)
    }

    /// The outline of the text at place `n`; none where it has none, as one with an emoji in it.
    pub(super) fn of(&self, n: usize) -> Option<&str> {
        self.0.get(&n).map(String::as_str)
    }
}

/// Adds the outlines of `group` to `data`; `false` where some of it is a picture, which has none.
fn outline(group: &usvg::Group, data: &mut String) -> bool {
    group.children().iter().all(|node| match node {
        usvg::Node::Group(inner) => outline(inner, data),
        usvg::Node::Path(path) => {
            append(path.data(), path.abs_transform(), data);
            true
        }
        usvg::Node::Image(_) | usvg::Node::Text(_) => false,
    })
}

fn append(path: &Path, transform: Transform, data: &mut String) {
    let Some(path) = path.clone().transform(transform) else {
        return;
    };
    let mut step = |letter: char, points: &[resvg::tiny_skia::Point]| {
        data.push(letter);
        for (n, at) in points.iter().enumerate() {
            let space = if n > 0 { " " } else { "" };
            let _ = write!(data, "{space}{} {}", number(at.x), number(at.y));
        }
    };
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => step('M', &[to]),
            PathSegment::LineTo(to) => step('L', &[to]),
            PathSegment::QuadTo(by, to) => step('Q', &[by, to]),
            PathSegment::CubicTo(a, b, to) => step('C', &[a, b, to]),
            PathSegment::Close => step('Z', &[]),
        }
    }
}
