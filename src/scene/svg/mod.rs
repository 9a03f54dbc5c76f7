//! A scene as SVG: real text, one group for every item, styles by class, no scripts.

mod text;
mod xml;

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::language::say;

use super::color::Rgba;
use super::fonts::{self, Fonts};
use super::geometry::Rect;
use super::mark::{Group, HALO, Layer, Mark, Paint, Stroke, TextMark};
use super::sheet::{Note, Sheet};
use super::text::TextStyle;
use super::typeset::Outlines;

pub(super) use text::lone_text;
use text::{class_of, text_element, type_of};
use xml::{attribute, color, fraction, place};
pub(crate) use xml::{escaped, fragment};
pub(super) use xml::{number, percent};

/// How text is kept in an SVG file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lettering {
    /// As text, in faces that whoever opens the file must have; others stand in for them.
    #[default]
    ByName,
    /// As text, with the letters that it needs of each face in the file.
    Embedded,
    /// As outlines: the same everywhere, but nobody can edit or search the words.
    Outlined,
}

/// `sheet` as an SVG document.
///
/// Every layer is a group with a name. Every mark that stands for an item lies in a group with
/// `data-item="event/ID"`, a `<title>` and, where it rests on passages, a `<desc>` that quotes them;
/// a folded run has `data-count`, and in `data-folded` the ids of the first of its events, each as the
/// fragment of an address with spaces between them. Colours and type are classes of one style sheet.
#[must_use]
pub fn to_svg(sheet: &Sheet, lettering: Lettering) -> String {
    let fonts = match lettering {
        Lettering::ByName => None,
        Lettering::Embedded | Lettering::Outlined => Some(fonts::for_scene(&sheet.scene)),
    };
    written(sheet, (lettering, ""), fonts.as_deref())
}

/// `sheet` as an SVG element of a page that holds others besides: its ids and classes begin with `prefix`,
/// and its text is in faces that the page has.
#[must_use]
pub fn to_svg_within(sheet: &Sheet, prefix: &str) -> String {
    written(sheet, (Lettering::ByName, prefix), None)
}

/// As [`to_svg`], with what the document needs where `fonts` are at hand already. With them, texts by
/// name are parted by face, which is for our own rasteriser alone.
pub(super) fn written(
    sheet: &Sheet,
    (lettering, prefix): (Lettering, &str),
    fonts: Option<&Fonts>,
) -> String {
    let outlines = match (lettering, fonts) {
        (Lettering::Outlined, Some(fonts)) => Some(Outlines::new(&sheet.scene, fonts)),
        _ => None,
    };
    let mut writer = Writer {
        sheet,
        prefix,
        body: String::with_capacity(64 * 1024),
        defs: 0,
        paints: Classes::default(),
        strokes: Classes::default(),
        styles: Vec::new(),
        outlines,
        itemized: fonts.filter(|_| lettering == Lettering::ByName),
        texts: 0,
    };
    for layer in &sheet.scene.layers {
        writer.layer(layer);
    }
    let embedded = match (lettering, fonts) {
        (Lettering::Embedded, Some(fonts)) => fonts.embedded(&sheet.scene),
        _ => String::new(),
    };
    writer.document(&embedded)
}

/// Declarations that get a class each, in the order in which they are first met.
#[derive(Default)]
struct Classes {
    known: HashMap<String, usize>,
    declared: Vec<String>,
}

impl Classes {
    fn of(&mut self, declarations: String) -> usize {
        if let Some(&class) = self.known.get(&declarations) {
            return class;
        }
        let class = self.declared.len();
        self.declared.push(declarations.clone());
        self.known.insert(declarations, class);
        class
    }
}

struct Writer<'a> {
    sheet: &'a Sheet,
    /// What ids and classes begin with.
    prefix: &'a str,
    body: String,
    defs: usize,
    paints: Classes,
    strokes: Classes,
    styles: Vec<TextStyle>,
    outlines: Option<Outlines>,
    /// The faces by which texts are parted, for who would choose them less well.
    itemized: Option<&'a Fonts>,
    texts: usize,
}

impl Writer<'_> {
    fn document(self, embedded: &str) -> String {
        let Sheet {
            scene,
            title,
            summary,
            language,
            ..
        } = self.sheet;
        let own = self.prefix;
        let (width, height) = (number(scene.size.width), number(scene.size.height));
        let lang = if language.is_empty() {
            String::new()
        } else {
            format!(" xml:lang=\"{}\"", escaped(language))
        };
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\"{lang} role=\"graphics-document document\" \
             aria-labelledby=\"{own}figure-title {own}figure-desc\">\n\
             <title id=\"{own}figure-title\">{}</title>\n\
             <desc id=\"{own}figure-desc\">{}</desc>\n<style>\n{embedded}",
            escaped(title),
            escaped(summary)
        );
        for style in &self.styles {
            let _ = writeln!(out, ".{} {{ {} }}", class_of(*style), type_of(*style));
        }
        for (kind, classes) in [("fill", &self.paints), ("line", &self.strokes)] {
            for (n, declarations) in classes.declared.iter().enumerate() {
                let _ = writeln!(out, ".{own}{kind}-{n} {{ {declarations} }}");
            }
        }
        out += "</style>\n";
        if scene.background != Rgba::CLEAR {
            let ground = scene.background.hex();
            let _ = writeln!(
                out,
                "<rect id=\"{own}ground\" width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>"
            );
        }
        out += &self.body;
        out += "</svg>\n";
        out
    }

    fn layer(&mut self, layer: &Layer) {
        let clip = layer.clip.map(|rect| self.clip(rect)).unwrap_or_default();
        let id = layer.name.replace(' ', "-");
        let _ = writeln!(
            self.body,
            "<g id=\"{}layer-{}\"{clip}>",
            self.prefix,
            escaped(&id)
        );
        for group in &layer.groups {
            self.group(group);
        }
        self.body += "</g>\n";
    }

    fn clip(&mut self, rect: Rect) -> String {
        self.defs += 1;
        let id = format!("{}clip-{}", self.prefix, self.defs);
        let _ = writeln!(
            self.body,
            "<clipPath id=\"{id}\"><rect{}/></clipPath>",
            place(rect)
        );
        format!(" clip-path=\"url(#{id})\"")
    }

    fn group(&mut self, group: &Group) {
        let named = group.item.is_some() || group.count.is_some() || !group.title.is_empty();
        if named {
            self.open(group);
        }
        for mark in &group.marks {
            self.mark(mark);
        }
        if named {
            self.body += "</g>\n";
        }
    }

    fn open(&mut self, group: &Group) {
        self.body += "<g";
        let notes = &self.sheet.notes;
        let note = group.item.and_then(|item| notes.get(&item));
        let folded: Vec<&Note> = group
            .folded
            .iter()
            .filter_map(|item| notes.get(item))
            .collect();
        if let (Some(item), Some(note)) = (group.item, note) {
            let _ = write!(
                self.body,
                " class=\"{}\" data-item=\"{}\"",
                item.kind().word(),
                escaped(&note.id.to_string())
            );
        } else if group.count.is_some() {
            self.body += " class=\"folded\"";
            let ids = folded.iter().map(|note| fragment(&note.id.to_string()));
            let ids: Vec<String> = ids.collect();
            if !ids.is_empty() {
                let _ = write!(self.body, " data-folded=\"{}\"", escaped(&ids.join(" ")));
            }
        }
        if let Some(count) = group.count {
            let _ = write!(self.body, " data-count=\"{count}\"");
        }
        if group.title.is_empty() {
            self.body.push('>');
            return;
        }
        let title = escaped(&group.title);
        let _ = write!(
            self.body,
            " role=\"graphics-symbol img\" aria-label=\"{title}\"><title>{title}</title>"
        );
        if let Some(note) = note.filter(|note| !note.text.is_empty()) {
            let _ = write!(self.body, "<desc>{}</desc>", escaped(&note.text));
        }
        let mut titles: Vec<&str> = folded.iter().map(|note| note.title.as_str()).collect();
        if group.item.is_none() && !titles.is_empty() {
            let all = group.count.map_or(titles.len(), |count| count as usize);
            let more = say!("svg-more", count = all.saturating_sub(titles.len()));
            if all > titles.len() {
                titles.push(&more);
            }
            let _ = write!(self.body, "<desc>{}</desc>", escaped(&titles.join("; ")));
        }
        self.body.push('\n');
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
            Mark::Bars { rects, fill } => {
                let paint = self.paint(&Paint::Solid(*fill), None);
                let mut path = String::new();
                for rect in rects {
                    let (x, y) = (number(rect.left), number(rect.top));
                    let (right, bottom) = (number(rect.right), number(rect.bottom));
                    let _ = write!(path, "M{x} {y}H{right}V{bottom}H{x}Z");
                }
                format!("<path d=\"{path}\"{paint}/>")
            }
            Mark::Lines {
                lines,
                width,
                color,
            } => {
                let stroke = Stroke::solid(*width, *color);
                let paint = self.paint(&Paint::None, Some(&stroke));
                let mut path = String::new();
                for [a, b] in lines {
                    let _ = write!(
                        path,
                        "M{} {}L{} {}",
                        number(a.x),
                        number(a.y),
                        number(b.x),
                        number(b.y)
                    );
                }
                format!("<path d=\"{path}\"{paint}/>")
            }
            Mark::Shapes {
                outline,
                places,
                fill,
            } => {
                let paint = self.paint(&Paint::Solid(*fill), None);
                let mut path = String::new();
                for &(at, radius) in places {
                    for (n, corner) in outline.iter().enumerate() {
                        let letter = if n == 0 { 'M' } else { 'L' };
                        let (x, y) = (at.x + corner.x * radius, at.y + corner.y * radius);
                        let _ = write!(path, "{letter}{} {}", number(x), number(y));
                    }
                    path.push('Z');
                }
                format!("<path d=\"{path}\"{paint}/>")
            }
            Mark::Text(text) => self.text(text),
        };
        self.body += &element;
        self.body.push('\n');
    }

    fn text(&mut self, mark: &TextMark) -> String {
        let n = self.texts;
        self.texts += 1;
        let fill = self.paints.of(color("fill", mark.color));
        let halo = mark.halo.map(|halo| {
            let declarations = format!(
                "{}; stroke-width: {}px; stroke-linejoin: round; paint-order: stroke",
                color("stroke", halo),
                number(HALO)
            );
            self.strokes.of(declarations)
        });
        let halo = halo
            .map(|class| format!(" {}line-{class}", self.prefix))
            .unwrap_or_default();
        let outline = self.outlines.as_ref().and_then(|all| all.of(n));
        if let Some(path) = outline {
            let words = escaped(&mark.text);
            return format!(
                "<path class=\"{}fill-{fill}{halo}\" role=\"img\" aria-label=\"{words}\" d=\"{path}\"/>",
                self.prefix
            );
        }
        if !self.styles.contains(&mark.style) {
            self.styles.push(mark.style);
        }
        let class = format!("{} {}fill-{fill}{halo}", class_of(mark.style), self.prefix);
        text_element(mark, &format!(" class=\"{class}\""), self.itemized)
    }

    fn paint(&mut self, fill: &Paint, stroke: Option<&Stroke>) -> String {
        let own = self.prefix;
        let (mut classes, gradient) = match fill {
            Paint::None => (
                format!("{own}fill-{}", self.paints.of("fill: none".into())),
                None,
            ),
            Paint::Solid(solid) => {
                let class = self.paints.of(color("fill", *solid));
                (format!("{own}fill-{class}"), None)
            }
            Paint::Across(stops) => (String::new(), Some(self.gradient(stops))),
        };
        if let Some(stroke) = stroke {
            let mut declarations = color("stroke", stroke.color);
            let _ = write!(declarations, "; stroke-width: {}px", number(stroke.width));
            if let Some((on, off)) = stroke.dash.pattern() {
                let _ = write!(
                    declarations,
                    "; stroke-dasharray: {} {}",
                    number(on),
                    number(off)
                );
            }
            let class = self.strokes.of(declarations);
            let space = if classes.is_empty() { "" } else { " " };
            let _ = write!(classes, "{space}{own}line-{class}");
        }
        let class = if classes.is_empty() {
            String::new()
        } else {
            format!(" class=\"{classes}\"")
        };
        format!("{class}{}", gradient.unwrap_or_default())
    }

    fn gradient(&mut self, stops: &[(f32, Rgba)]) -> String {
        let (Some((from, _)), Some((to, _))) = (stops.first(), stops.last()) else {
            return " fill=\"none\"".to_owned();
        };
        self.defs += 1;
        let id = format!("{}fade-{}", self.prefix, self.defs);
        let _ = write!(
            self.body,
            "<linearGradient id=\"{id}\" gradientUnits=\"userSpaceOnUse\" x1=\"{}\" y1=\"0\" \
             x2=\"{}\" y2=\"0\">",
            number(*from),
            number(*to)
        );
        let width = (to - from).max(f32::MIN_POSITIVE);
        for (x, stop) in stops {
            let _ = write!(
                self.body,
                "<stop offset=\"{}\" stop-color=\"{}\" stop-opacity=\"{}\"/>",
                fraction((x - from) / width),
                stop.hex(),
                fraction(stop.alpha())
            );
        }
        self.body += "</linearGradient>\n";
        format!(" fill=\"url(#{id})\"")
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::{point, size};
    use super::super::mark::{Anchor, Dash, Hit, Scene};
    use super::super::sheet::Note;
    use super::*;
    use crate::story::{Item, ItemId, ItemKind, SourceIx};

    fn hostile() -> Sheet {
        let ink = Rgba::opaque([1, 2, 3]);
        let item = Item::Source(SourceIx(0));
        let mut scene = Scene::new(size(100.0, 50.0), ink);
        let mut layer = Layer::clipped("events", Rect::new(0.0, 0.0, 50.0, 50.0));
        layer.groups.push(Group {
            item: Some(item),
            title: "</title><script>alert(1)</script>\u{1}".into(),
            count: Some(12),
            folded: Vec::new(),
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
                    text: "a < b &  c".into(),
                    style: TextStyle::Label,
                    color: ink,
                    halo: Some(ink),
                    angle: 0.5,
                }),
            ],
        });
        scene.layers.push(layer);
        let note = Note {
            id: ItemId::new(ItemKind::Source, "<&\">"),
            title: "<b>".into(),
            text: "</desc>“quoted”".into(),
            url: Some("javascript:alert(1)".into()),
        };
        Sheet {
            scene,
            title: "\"><script>".into(),
            summary: "</desc><script>".into(),
            language: "\"><script>".into(),
            notes: HashMap::from([(item, note)]),
        }
    }

    #[test]
    fn hostile_text_stays_text_and_the_document_stays_sound() {
        for lettering in [Lettering::ByName, Lettering::Embedded, Lettering::Outlined] {
            let svg = to_svg(&hostile(), lettering);
            assert!(
                !svg.contains("<script") && !svg.contains("javascript"),
                "{svg}"
            );
            assert!(
                svg.contains("data-item=\"source/&lt;&amp;&quot;&gt;\""),
                "{svg}"
            );
            assert!(svg.contains("data-count=\"12\""), "{svg}");
            let tree = resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default());
            assert!(tree.is_ok(), "{tree:?}");
        }
    }

    #[test]
    fn letters_are_text_or_outlines_as_asked() {
        let by_name = to_svg(&hostile(), Lettering::ByName);
        assert!(by_name.contains("xml:space=\"preserve\">a &lt; b &amp;  c</text>"));
        assert!(!by_name.contains("@font-face"));
        let embedded = to_svg(&hostile(), Lettering::Embedded);
        assert!(embedded.contains("@font-face") && embedded.contains("</text>"));
        let outlined = to_svg(&hostile(), Lettering::Outlined);
        assert!(!outlined.contains("<text"), "{outlined}");
        assert!(outlined.contains("aria-label=\"a &lt; b &amp;  c\" d=\"M"));
    }

    #[test]
    fn the_same_sheet_is_the_same_document() {
        for lettering in [Lettering::ByName, Lettering::Embedded, Lettering::Outlined] {
            assert_eq!(to_svg(&hostile(), lettering), to_svg(&hostile(), lettering));
        }
    }
}
