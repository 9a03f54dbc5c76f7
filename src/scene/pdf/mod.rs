//! Scenes as PDF: vectors, text that can be searched and copied, links to sources.

mod ink;
mod line;

use std::collections::HashMap;
use std::sync::Arc;

use fontdb::ID;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{self, PathBuilder, Quadrilateral, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::paint::{self, FillRule, LineJoin};
use krilla::surface::Surface;
use krilla::text::Font;
use krilla::{Document, SerializeSettings};

use crate::language::say;
use crate::story::ItemKind;
use crate::story::calendar::Civil;

use super::color::Rgba;
use super::fonts::{self, Fonts};
use super::geometry::{Point, Rect, point};
use super::mark::{Group, HALO, Hit, Layer, Mark, Paint, Stroke, TextMark};
use super::sheet::Sheet;
use super::svg::percent;

use ink::{draw, fill, polygon, rectangle, rectangles, segments, shapes, stroke};
use line::{Line, Run, set_lines};

/// Points of paper (1/72 inch) to a point of a scene (1/96 inch).
const PAPER: f32 = 0.75;

/// Why no document came of the sheets.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A sheet without width or height.
    #[error(
        "{}",
        say!("pdf-size", width = .width.to_string(), height = .height.to_string())
    )]
    Size {
        /// Points across.
        width: f32,
        /// Points down.
        height: f32,
    },
    /// The writer refused what it was given: a face that cannot be subset, a limit of the format.
    #[error("{}", say!("pdf-write", why = .0.to_string()))]
    Write(#[from] krilla::error::KrillaError),
}

/// `sheets` as a PDF document, a page each, as large as its scene at 96 points to the inch.
///
/// Text keeps its words, in subsets of its faces that lie in the file. Items lead to the page on the
/// web that they rest on, and stand among the bookmarks. `made_at`, in seconds since 1970, is the
/// date of creation; without it the document has none, so that the same sheets always give the same
/// bytes.
///
/// # Errors
/// Where a scene has no extent, or a face cannot be subset.
pub fn to_pdf(sheets: &[Sheet], made_at: Option<i64>) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new_with(SerializeSettings {
        // Nothing here says in which order it is to be read but the pages themselves.
        enable_tagging: false,
        ..SerializeSettings::default()
    });
    let mut faces = HashMap::new();
    let mut outline = Outline::new();
    for (number, sheet) in sheets.iter().enumerate() {
        let fonts = fonts::for_scene(&sheet.scene);
        let (width, height) = (sheet.scene.size.width, sheet.scene.size.height);
        let settings = PageSettings::from_wh(width * PAPER, height * PAPER)
            .ok_or(PdfError::Size { width, height })?;
        let mut page = document.start_page_with(settings);
        let mut writer = Writer {
            lines: set_lines(sheet, &fonts),
            fonts: &fonts,
            faces: &mut faces,
            texts: 0,
        };
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(PAPER, PAPER));
        writer.sheet(&mut surface, sheet);
        surface.pop();
        surface.finish();
        link(&mut page, sheet);
        page.finish();
        outline.push_child(bookmarks(sheet, number, sheets.len()));
    }
    document.set_outline(outline);
    document.set_metadata(metadata(sheets, made_at));
    Ok(document.finish()?)
}

fn metadata(sheets: &[Sheet], made_at: Option<i64>) -> Metadata {
    let mut metadata =
        Metadata::new().creator(format!("Throughline {}", env!("CARGO_PKG_VERSION")));
    if let Some(sheet) = sheets.first() {
        metadata = metadata
            .title(sheet.title.clone())
            .description(sheet.summary.clone());
        if !sheet.language.is_empty() {
            metadata = metadata.language(sheet.language.clone());
        }
    }
    match made_at.and_then(date) {
        Some(date) => metadata.creation_date(date),
        None => metadata,
    }
}

/// An instant, in seconds since 1970, as PDF has it; none outside the years that it can write.
fn date(seconds: i64) -> Option<DateTime> {
    let day = Civil::from_days(seconds.div_euclid(86_400));
    let year = u16::try_from(day.year).ok().filter(|year| *year <= 9999)?;
    let within = seconds.rem_euclid(86_400);
    let part = |seconds: i64| u8::try_from(seconds).unwrap_or(0);
    Some(
        DateTime::new(year)
            .month(day.month)
            .day(day.day)
            .hour(part(within / 3_600))
            .minute(part(within / 60 % 60))
            .second(part(within % 60))
            .utc_offset_hour(0)
            .utc_offset_minute(0),
    )
}

/// Every item of `sheet`, by kind, under the sheet's own title.
fn bookmarks(sheet: &Sheet, page: usize, pages: usize) -> OutlineNode {
    let to =
        |at: Point| XyzDestination::new(page, geom::Point::from_xy(at.x * PAPER, at.y * PAPER));
    let title = if pages > 1 {
        say!(
            "pdf-page",
            title = sheet.title,
            page = (page + 1).to_string(),
            pages = pages.to_string()
        )
    } else {
        sheet.title.clone()
    };
    let mut root = OutlineNode::new(title, to(point(0.0, 0.0))).with_open(true);
    for (kind, name) in [
        (ItemKind::Event, say!("pdf-events")),
        (ItemKind::Actor, say!("pdf-actors")),
        (ItemKind::Relation, say!("pdf-relations")),
        (ItemKind::Source, say!("pdf-sources")),
    ] {
        let entries = sheet.items(kind).into_iter().filter_map(|listed| {
            let place = listed.place?;
            Some(OutlineNode::new(
                listed.title.to_owned(),
                to(point(place.left, place.top)),
            ))
        });
        let mut entries = entries.peekable();
        if entries.peek().is_none() {
            continue;
        }
        let mut node = OutlineNode::new(name.to_owned(), to(point(0.0, 0.0)));
        for entry in entries {
            node.push_child(entry);
        }
        root.push_child(node);
    }
    root
}

/// Makes every mark that rests on a page of the web lead there.
fn link(page: &mut Page<'_>, sheet: &Sheet) {
    for layer in &sheet.scene.layers {
        for group in &layer.groups {
            let note = group.item.and_then(|item| sheet.notes.get(&item));
            let Some((note, url)) = note.and_then(|note| Some((note, note.url.clone()?))) else {
                continue;
            };
            let quads = places(&group.hit, layer.clip);
            if quads.is_empty() {
                continue;
            }
            let target = Target::Action(Action::Link(LinkAction::new(ascii(&url))));
            let link = LinkAnnotation::new_with_quad_points(quads, target);
            let words = say!("pdf-link", title = group.title, id = note.id.to_string());
            page.add_annotation(Annotation::new_link(link, Some(words)));
        }
    }
}

/// An address in ASCII alone, which is all that PDF allows (ISO 32000-2, 12.6.4.8): other letters as
/// their bytes in percent.
fn ascii(url: &str) -> String {
    percent(url, |byte| byte.is_ascii_graphic())
}

/// Where a group can be clicked on paper.
fn places(hit: &Hit, clip: Option<Rect>) -> Vec<Quadrilateral> {
    let rects: Vec<Rect> = match hit {
        Hit::None => Vec::new(),
        Hit::Rects(rects) => rects.clone(),
        // The rectangle round a line would cover half the figure; its middle is enough to aim at.
        Hit::Line(points, _) => points
            .get(points.len() / 2)
            .map(|&middle| Rect::around(middle, 16.0, 16.0))
            .into_iter()
            .collect(),
        Hit::Rect(_) | Hit::Circle(..) => hit.bounds().into_iter().collect(),
    };
    rects
        .into_iter()
        .map(|rect| clip.map_or(rect, |clip| rect.intersection(clip)))
        .filter_map(|rect| {
            let (width, height) = (rect.width(), rect.height());
            let rect = geom::Rect::from_xywh(
                rect.left * PAPER,
                rect.top * PAPER,
                width * PAPER,
                height * PAPER,
            )?;
            (width > 0.0 && height > 0.0).then(|| rect.into())
        })
        .collect()
}

struct Writer<'a> {
    lines: HashMap<usize, Line>,
    fonts: &'a Fonts,
    faces: &'a mut HashMap<ID, Option<Font>>,
    texts: usize,
}

impl Writer<'_> {
    fn sheet(&mut self, surface: &mut Surface<'_>, sheet: &Sheet) {
        let scene = &sheet.scene;
        if scene.background != Rgba::CLEAR {
            let ground = Rect::new(0.0, 0.0, scene.size.width, scene.size.height);
            surface.set_fill(Some(fill(scene.background)));
            surface.set_stroke(None);
            if let Some(path) = rectangle(ground, 0.0) {
                surface.draw_path(&path);
            }
        }
        for layer in &scene.layers {
            self.layer(surface, layer);
        }
    }

    fn layer(&mut self, surface: &mut Surface<'_>, layer: &Layer) {
        let clip = layer.clip.and_then(|clip| rectangle(clip, 0.0));
        if let Some(clip) = &clip {
            surface.push_clip_path(clip, &FillRule::NonZero);
        }
        for group in &layer.groups {
            self.group(surface, group);
        }
        if clip.is_some() {
            surface.pop();
        }
    }

    fn group(&mut self, surface: &mut Surface<'_>, group: &Group) {
        for mark in &group.marks {
            match mark {
                Mark::Rect {
                    rect,
                    radius,
                    fill,
                    stroke,
                } => draw(surface, rectangle(*rect, *radius), fill, stroke.as_ref()),
                Mark::Circle {
                    center,
                    radius,
                    fill,
                    stroke,
                } => {
                    let path =
                        rectangle(Rect::around(*center, radius * 2.0, radius * 2.0), *radius);
                    draw(surface, path, fill, stroke.as_ref());
                }
                Mark::Poly {
                    points,
                    closed,
                    fill,
                    stroke,
                } => draw(surface, polygon(points, *closed), fill, stroke.as_ref()),
                Mark::Curve { points, stroke } => {
                    let [a, b, c, d] = points;
                    let mut path = PathBuilder::new();
                    path.move_to(a.x, a.y);
                    path.cubic_to(b.x, b.y, c.x, c.y, d.x, d.y);
                    draw(surface, path.finish(), &Paint::None, Some(stroke));
                }
                Mark::Bars { rects, fill } => {
                    draw(surface, rectangles(rects), &Paint::Solid(*fill), None);
                }
                Mark::Lines {
                    lines,
                    width,
                    color,
                } => {
                    let stroke = Stroke::solid(*width, *color);
                    draw(surface, segments(lines), &Paint::None, Some(&stroke));
                }
                Mark::Shapes {
                    outline,
                    places,
                    fill,
                } => {
                    draw(surface, shapes(outline, places), &Paint::Solid(*fill), None);
                }
                Mark::Text(text) => self.text(surface, text),
            }
        }
    }

    fn text(&mut self, surface: &mut Surface<'_>, mark: &TextMark) {
        let n = self.texts;
        self.texts += 1;
        let Some(line) = self.lines.remove(&n) else {
            return;
        };
        surface.push_transform(&line.transform);
        if let Some(halo) = mark.halo {
            surface.set_fill(None);
            surface.set_stroke(Some(paint::Stroke {
                line_join: LineJoin::Round,
                ..stroke(Stroke::solid(HALO, halo))
            }));
            // As outlines, or the words would be there twice.
            self.runs(surface, &line.runs, true);
        }
        surface.set_fill(Some(fill(mark.color)));
        surface.set_stroke(None);
        self.runs(surface, &line.runs, false);
        surface.pop();
    }

    fn runs(&mut self, surface: &mut Surface<'_>, runs: &[Run], outlined: bool) {
        for run in runs {
            if let Some(face) = self.face(run.face) {
                surface.draw_glyphs(run.start, &run.glyphs, face, &run.text, run.size, outlined);
            }
        }
    }

    fn face(&mut self, id: ID) -> Option<Font> {
        let database = self.fonts.database();
        let read = || {
            database.with_face_data(id, |data, index| {
                Font::new(Arc::new(data.to_vec()).into(), index)
            })?
        };
        self.faces.entry(id).or_insert_with(read).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::size;
    use super::super::mark::{Anchor, Scene};
    use super::super::text::TextStyle;
    use super::*;

    fn sheet(words: &str) -> Sheet {
        let ink = Rgba([10, 20, 30, 128]);
        let mut scene = Scene::new(size(200.0, 80.0), Rgba::opaque([255; 3]));
        let mut layer = Layer::clipped("events", Rect::new(0.0, 0.0, 150.0, 80.0));
        layer.plain(vec![
            Mark::Rect {
                rect: Rect::new(10.0, 10.0, 60.0, 12.0),
                radius: 6.0,
                fill: Paint::Across(vec![(10.0, ink), (70.0, ink.at(0.0))]),
                stroke: Some(Stroke::solid(1.0, ink)),
            },
            Mark::Text(TextMark {
                at: point(20.0, 40.0),
                anchor: Anchor::Start,
                text: words.into(),
                style: TextStyle::Label,
                color: ink,
                halo: Some(Rgba::opaque([255; 3])),
                angle: 0.2,
            }),
        ]);
        scene.layers.push(layer);
        Sheet {
            scene,
            title: "Title".into(),
            summary: "Summary".into(),
            language: "en".into(),
            notes: HashMap::new(),
        }
    }

    #[test]
    fn the_same_sheets_give_the_same_bytes_and_a_date_only_where_one_is_given() {
        let sheets = [sheet("Letter"), sheet("Answer")];
        let first = to_pdf(&sheets, None).unwrap();
        assert_eq!(first, to_pdf(&sheets, None).unwrap());
        assert!(first.starts_with(b"%PDF-"));
        let has = |file: &[u8], word: &[u8]| file.windows(word.len()).any(|part| part == word);
        assert!(!has(&first, b"CreationDate"));
        let dated = to_pdf(&sheets, Some(1_700_000_000)).unwrap();
        assert!(has(&dated, b"D:20231114221320"));
        assert!(
            has(&first, b"FontFile2") || has(&first, b"FontFile3"),
            "no face lies in the file"
        );
    }

    #[test]
    fn a_page_without_extent_is_refused() {
        let mut empty = sheet("");
        empty.scene.size.width = 0.0;
        assert!(matches!(to_pdf(&[empty], None), Err(PdfError::Size { .. })));
    }

    #[test]
    fn an_address_is_ascii_alone() {
        assert_eq!(ascii("https://a.org/?b=1&c"), "https://a.org/?b=1&c");
        assert_eq!(ascii("https://a.org/人 b"), "https://a.org/%E4%BA%BA%20b");
    }

    #[test]
    fn a_date_outside_the_years_of_the_format_is_none() {
        assert!(date(0).is_some());
        assert!(date(-99_999_999_999_999).is_none());
        assert!(date(i64::MAX).is_none());
    }
}
