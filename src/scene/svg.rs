//! A scene as SVG: real text, one group for every item, no scripts.

use std::fmt::Write as _;

use crate::story::Story;

use super::color::Rgba;
use super::geometry::Rect;
use super::mark::{Anchor, Group, Mark, Paint, Scene, Stroke, TextMark};

/// `scene` as an SVG document whose marks name their items in `story`; `title` says what it shows.
///
/// Text stays text, in the bundled faces by name with fallbacks. Every mark that stands for an
/// item lies in a group with `data-item="event/ID"` and a `<title>`; a folded run also has
/// `data-count`.
#[must_use]
pub fn to_svg(scene: &Scene, story: &Story, title: &str) -> String {
    let mut writer = Writer {
        out: String::with_capacity(64 * 1024),
        defs: 0,
        story,
    };
    writer.document(scene, title);
    writer.out
}

struct Writer<'a> {
    out: String,
    defs: usize,
    story: &'a Story,
}

impl Writer<'_> {
    fn document(&mut self, scene: &Scene, title: &str) {
        let (width, height) = (number(scene.size.width), number(scene.size.height));
        let label = escaped(title);
        self.push(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\">\n\
             <title>{label}</title>\n"
        ));
        if scene.background != Rgba::CLEAR {
            let fill = color("fill", scene.background);
            self.push(&format!(
                "<rect width=\"{width}\" height=\"{height}\"{fill}/>\n"
            ));
        }
        for layer in &scene.layers {
            let clip = layer.clip.map(|rect| self.clip(rect)).unwrap_or_default();
            self.push(&format!("<g id=\"{}\"{clip}>\n", escaped(layer.name)));
            for group in &layer.groups {
                self.group(group);
            }
            self.push("</g>\n");
        }
        self.push("</svg>\n");
    }

    fn clip(&mut self, rect: Rect) -> String {
        self.defs += 1;
        let id = format!("clip{}", self.defs);
        self.push(&format!(
            "<clipPath id=\"{id}\"><rect{}/></clipPath>\n",
            place(rect)
        ));
        format!(" clip-path=\"url(#{id})\"")
    }

    fn group(&mut self, group: &Group) {
        let named = group.item.is_some() || group.count.is_some() || !group.title.is_empty();
        if named {
            let mut open = String::from("<g");
            if let Some(item) = group.item {
                let _ = write!(
                    open,
                    " data-item=\"{}\"",
                    escaped(&self.story.id_of(item).to_string())
                );
            }
            if let Some(count) = group.count {
                let _ = write!(open, " data-count=\"{count}\"");
            }
            open.push('>');
            if !group.title.is_empty() {
                let _ = write!(open, "<title>{}</title>", escaped(&group.title));
            }
            self.push(&open);
        }
        for mark in &group.marks {
            self.mark(mark);
        }
        if named {
            self.push("</g>\n");
        }
    }

    fn mark(&mut self, mark: &Mark) {
        let element = match mark {
            Mark::Rect {
                rect,
                radius,
                fill,
                stroke,
            } => {
                let paint = self.paint(fill, stroke.as_ref());
                let rx = if *radius > 0.0 {
                    attribute("rx", *radius)
                } else {
                    String::new()
                };
                format!("<rect{}{rx}{paint}/>", place(*rect))
            }
            Mark::Circle {
                center,
                radius,
                fill,
                stroke,
            } => {
                let paint = self.paint(fill, stroke.as_ref());
                let (cx, cy) = (attribute("cx", center.x), attribute("cy", center.y));
                format!("<circle{cx}{cy}{}{paint}/>", attribute("r", *radius))
            }
            Mark::Poly {
                points,
                closed,
                fill,
                stroke,
            } => {
                let paint = self.paint(fill, stroke.as_ref());
                let name = if *closed { "polygon" } else { "polyline" };
                let list: Vec<String> = points
                    .iter()
                    .map(|p| format!("{},{}", number(p.x), number(p.y)))
                    .collect();
                format!("<{name} points=\"{}\"{paint}/>", list.join(" "))
            }
            Mark::Curve { points, stroke } => {
                let [a, b, c, d] = points.map(|p| format!("{} {}", number(p.x), number(p.y)));
                let paint = self.paint(&Paint::None, Some(stroke));
                format!("<path d=\"M{a}C{b} {c} {d}\"{paint}/>")
            }
            Mark::Text(text) => text_element(text),
        };
        self.push(&element);
        self.push("\n");
    }

    fn paint(&mut self, fill: &Paint, stroke: Option<&Stroke>) -> String {
        let mut out = match fill {
            Paint::None => " fill=\"none\"".to_owned(),
            Paint::Solid(solid) => color("fill", *solid),
            Paint::Across(stops) => self.gradient(stops),
        };
        if let Some(stroke) = stroke {
            out += &color("stroke", stroke.color);
            out += &attribute("stroke-width", stroke.width);
            if let Some((on, off)) = stroke.dash.pattern() {
                let _ = write!(out, " stroke-dasharray=\"{} {}\"", number(on), number(off));
            }
        }
        out
    }

    fn gradient(&mut self, stops: &[(f32, Rgba)]) -> String {
        let (Some((from, _)), Some((to, _))) = (stops.first(), stops.last()) else {
            return " fill=\"none\"".to_owned();
        };
        self.defs += 1;
        let id = format!("fade{}", self.defs);
        let mut def = format!(
            "<linearGradient id=\"{id}\" gradientUnits=\"userSpaceOnUse\" x1=\"{}\" y1=\"0\" \
             x2=\"{}\" y2=\"0\">",
            number(*from),
            number(*to)
        );
        let width = (to - from).max(f32::MIN_POSITIVE);
        for (x, stop) in stops {
            let [r, g, b, _] = stop.0;
            let _ = write!(
                def,
                "<stop offset=\"{}\" stop-color=\"#{r:02x}{g:02x}{b:02x}\" stop-opacity=\"{}\"/>",
                fraction((x - from) / width),
                fraction(stop.alpha())
            );
        }
        def += "</linearGradient>";
        self.push(&def);
        format!(" fill=\"url(#{id})\"")
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }
}

fn text_element(mark: &TextMark) -> String {
    let face = mark.style.face();
    let generic = if face.family() == "Inter" {
        "sans-serif"
    } else {
        "'Source Serif 4', serif"
    };
    let mut out = format!(
        "<text{}{}",
        attribute("x", mark.at.x),
        attribute("y", mark.at.y)
    );
    let _ = write!(
        out,
        " font-family=\"'{}', {generic}\" font-size=\"{}\" font-weight=\"{}\"",
        face.family(),
        number(mark.style.points()),
        face.weight()
    );
    match mark.anchor {
        Anchor::Start => {}
        Anchor::Middle => out += " text-anchor=\"middle\"",
        Anchor::End => out += " text-anchor=\"end\"",
    }
    out += &color("fill", mark.color);
    if let Some(halo) = mark.halo {
        out += &color("stroke", halo);
        out += " stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
    }
    if mark.angle != 0.0 {
        let (x, y) = (number(mark.at.x), number(mark.at.y));
        let _ = write!(
            out,
            " transform=\"rotate({} {x} {y})\"",
            number(mark.angle.to_degrees())
        );
    }
    let _ = write!(
        out,
        " xml:space=\"preserve\">{}</text>",
        escaped(&mark.text)
    );
    out
}

fn place(rect: Rect) -> String {
    let (x, y) = (attribute("x", rect.left), attribute("y", rect.top));
    let (width, height) = (rect.width().max(0.0), rect.height().max(0.0));
    format!(
        "{x}{y}{}{}",
        attribute("width", width),
        attribute("height", height)
    )
}

fn attribute(name: &str, value: f32) -> String {
    format!(" {name}=\"{}\"", number(value))
}

fn color(name: &str, color: Rgba) -> String {
    let [r, g, b, a] = color.0;
    let mut out = format!(" {name}=\"#{r:02x}{g:02x}{b:02x}\"");
    if a < 255 {
        let _ = write!(out, " {name}-opacity=\"{}\"", fraction(color.alpha()));
    }
    out
}

/// Hundredths of a point are finer than any printer; what is not finite has no place.
fn number(value: f32) -> String {
    if value.is_finite() {
        shortest(value, 2)
    } else {
        "0".to_owned()
    }
}

fn fraction(value: f32) -> String {
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

/// `text` without what XML 1.0 cannot hold, and with what it would read as markup escaped.
fn escaped(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::super::geometry::{point, size};
    use super::super::mark::{Dash, Hit, Layer};
    use super::super::text::TextStyle;
    use super::*;
    use crate::story::{Item, SourceIx};

    fn hostile() -> (Scene, Story) {
        let source = crate::story::Source {
            id: "<&\">".into(),
            title: String::new(),
            kind: String::new(),
            author: String::new(),
            publisher: String::new(),
            published: None,
            url: String::new(),
            text: None,
            language: String::new(),
            notes: String::new(),
        };
        let story = Story {
            sources: vec![source],
            ..Story::default()
        };
        let ink = Rgba::opaque([1, 2, 3]);
        let mut scene = Scene::new(size(100.0, 50.0), ink);
        let mut layer = Layer::clipped("events", Rect::new(0.0, 0.0, 50.0, 50.0));
        layer.groups.push(Group {
            item: Some(Item::Source(SourceIx(0))),
            title: "</title><script>alert(1)</script>\u{1}".into(),
            count: Some(12),
            hit: Hit::None,
            marks: vec![
                Mark::Rect {
                    rect: Rect::new(f32::NAN, 1.0, 10.0, 10.005),
                    radius: 4.0,
                    fill: Paint::Across(vec![(0.0, ink), (10.0, ink.at(0.0))]),
                    stroke: Some(Stroke::new(1.0, ink.at(0.5), Dash::Dashed)),
                },
                Mark::Text(TextMark {
                    at: point(1.0, 2.0),
                    anchor: Anchor::End,
                    text: "a < b & c".into(),
                    style: TextStyle::Label,
                    color: ink,
                    halo: Some(ink),
                    angle: 0.5,
                }),
            ],
        });
        scene.layers.push(layer);
        (scene, story)
    }

    #[test]
    fn hostile_text_stays_text_and_the_document_stays_sound() {
        let (scene, story) = hostile();
        let svg = to_svg(&scene, &story, "\"><script>");
        assert!(!svg.contains("<script"));
        assert!(svg.contains("data-item=\"source/&lt;&amp;&quot;&gt;\" data-count=\"12\""));
        let tree = resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default());
        assert!(tree.is_ok(), "{tree:?}");
    }

    #[test]
    fn the_same_scene_is_the_same_document() {
        let (scene, story) = hostile();
        assert_eq!(to_svg(&scene, &story, "t"), to_svg(&scene, &story, "t"));
    }
}
