//! Type styles as CSS, texts as elements.

use std::fmt::Write as _;

use super::super::fonts::Fonts;
use super::super::itemize::pieces;
use super::super::mark::{Anchor, TextMark};
use super::super::text::{Face, TextStyle};
use super::xml::{attribute, escaped, number};

/// The class of a type style.
pub(super) fn class_of(style: TextStyle) -> &'static str {
    match style {
        TextStyle::StoryTitle => "story-title",
        TextStyle::ItemTitle => "item-title",
        TextStyle::Quote => "quote",
        TextStyle::Body => "body",
        TextStyle::BodyStrong => "body-strong",
        TextStyle::Label => "label",
        TextStyle::LabelSelected => "label-selected",
        TextStyle::AxisCoarse => "axis",
        TextStyle::Caption => "caption",
    }
}

/// The declarations of a type style.
pub(super) fn type_of(style: TextStyle) -> String {
    let face = style.face();
    let fallback = match face {
        Face::Serif => "'Source Serif 4', Georgia, serif",
        _ => "'Helvetica Neue', Arial, sans-serif",
    };
    format!(
        "font-family: '{}', {fallback}; font-size: {}px; font-weight: {}",
        face.family(),
        number(style.points()),
        face.weight()
    )
}

/// A text by itself, with its type as attributes: for those that set one apart from its document.
pub(in crate::scene) fn lone_text(mark: &TextMark, id: usize, fonts: &Fonts) -> String {
    let attributes = format!(" id=\"{id}\" style=\"{}\"", type_of(mark.style));
    text_element(mark, &attributes, Some(fonts))
}

pub(super) fn text_element(mark: &TextMark, attributes: &str, fonts: Option<&Fonts>) -> String {
    let pieces = fonts.and_then(|fonts| Some((fonts, pieces(mark, fonts)?)));
    let mut out = format!(
        "<text{}{}{attributes}",
        attribute("x", mark.at.x),
        attribute("y", mark.at.y)
    );
    match mark.anchor {
        // Pieces have places of their own.
        _ if pieces.is_some() => {}
        Anchor::Start => {}
        Anchor::Middle => out += " text-anchor=\"middle\"",
        Anchor::End => out += " text-anchor=\"end\"",
    }
    if mark.angle != 0.0 {
        let (x, y) = (number(mark.at.x), number(mark.at.y));
        let _ = write!(
            out,
            " transform=\"rotate({} {x} {y})\"",
            number(mark.angle.to_degrees())
        );
    }
    // Otherwise two spaces would be read as one.
    if mark.text.contains("  ") || pieces.is_some() {
        out += " xml:space=\"preserve\"";
    }
    out.push('>');
    let Some((fonts, pieces)) = pieces else {
        out += &escaped(&mark.text);
        out += "</text>";
        return out;
    };
    for piece in pieces {
        let (family, weight) = fonts.name(piece.face).unwrap_or(("", 400));
        // A name that would end its quotation marks is no name.
        let family: String = family.chars().filter(|c| !"'\"\\".contains(*c)).collect();
        // By itself a bracket or a comma would not know which way the line runs (RIGHT-TO-LEFT MARK).
        let mark = if piece.leftward { "\u{200F}" } else { "" };
        let _ = write!(
            out,
            "<tspan{} style=\"font-family: '{}'; font-weight: {weight}\">{mark}{}{mark}</tspan>",
            attribute("x", piece.x),
            escaped(&family),
            escaped(piece.text)
        );
    }
    out += "</text>";
    out
}
