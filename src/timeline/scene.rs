//! The timeline as a scene.

use crate::index::{Highlight, Index, Strength};
use crate::scene::glyph::lozenge;
use crate::scene::{
    Anchor, Group, Hit, Layer, Mark, Measurer, Paint, Rect, Rgba, Scene, Stroke, TextMark,
    TextStyle, Theme, point,
};
use crate::story::calendar::Tick;
use crate::story::{EventIx, Item};

use super::layout::{AXIS, HEAD, Label, Layout, Placed, Run};
use super::shape::{BAR, Ink, Kind};

/// Strength of what is stepped back.
const DIMMED: f32 = 0.25;

/// What a timeline is drawn from.
#[derive(Clone, Copy)]
pub struct Drawing<'a> {
    /// The story.
    pub index: &'a Index,
    /// Where everything stands.
    pub layout: &'a Layout,
    /// How strongly each item is shown.
    pub highlight: &'a Highlight,
    /// The colours.
    pub theme: &'a Theme,
    /// The text measurer.
    pub measurer: &'a Measurer,
    /// The date that the map is shown as of.
    pub as_of: Option<Tick>,
    /// How far the lanes are scrolled down, in points.
    pub scroll: f32,
}

/// The timeline as a scene.
#[must_use]
pub fn scene(drawing: Drawing<'_>) -> Scene {
    let mut scene = Scene::new(drawing.layout.size, drawing.theme.canvas);
    scene.layers.push(drawing.grid());
    scene.layers.push(drawing.lanes());
    scene.layers.push(drawing.events());
    scene.layers.push(drawing.axis());
    scene.layers.extend(drawing.as_of_line());
    scene.layers.extend(drawing.tray());
    scene.layers.push(drawing.hidden());
    scene
}

#[expect(clippy::cast_possible_truncation, reason = "held near the plot")]
fn near(x: f64, width: f64) -> f32 {
    x.clamp(-40.0, width + 40.0) as f32
}

fn text(
    at: (f32, f32),
    anchor: Anchor,
    text: impl Into<String>,
    style: TextStyle,
    color: Rgba,
) -> Mark {
    Mark::Text(TextMark {
        at: point(at.0, at.1),
        anchor,
        text: text.into(),
        style,
        color,
        halo: None,
        angle: 0.0,
    })
}

fn line(from: (f32, f32), to: (f32, f32), width: f32, color: Rgba) -> Mark {
    Mark::Poly {
        points: vec![point(from.0, from.1), point(to.0, to.1)],
        closed: false,
        fill: Paint::None,
        stroke: Some(Stroke::solid(width, color)),
    }
}

impl Drawing<'_> {
    fn x(&self, at: f64) -> f32 {
        self.layout.plot.left + near(at, self.layout.scale.width())
    }

    fn grid(&self) -> Layer {
        let plot = self.layout.plot;
        let mut layer = Layer::clipped(
            "grid",
            Rect {
                bottom: plot.bottom + 1.0,
                ..plot
            },
        );
        let coarse = self.layout.axis.coarse.iter().filter(|tick| tick.x > 0.5);
        let hairline = self.theme.hairline;
        let marks = coarse
            .map(|tick| {
                let x = plot.left + tick.x.round() + 0.5;
                line((x, plot.top), (x, plot.bottom), 1.0, hairline)
            })
            .collect();
        layer.plain(marks);
        layer
    }

    fn lanes(&self) -> Layer {
        let plot = self.layout.plot;
        let mut layer = Layer::clipped("lanes", plot);
        let mut marks = Vec::new();
        for (n, lane) in self.layout.lanes.iter().enumerate() {
            let top = lane.top - self.scroll;
            if top > plot.bottom || top + lane.height < plot.top {
                continue;
            }
            if n > 0 {
                let y = top.round() + 0.5;
                marks.push(line(
                    (plot.left, y),
                    (plot.right, y),
                    1.0,
                    self.theme.hairline,
                ));
            }
            if lane.label.is_empty() {
                continue;
            }
            // The heading stays in sight while its lane does.
            let y = top.max(plot.top).min(top + lane.height - HEAD);
            let words = format!("{}  {}", lane.label, lane.count);
            let baseline = y + HEAD / 2.0 + 2.0 + TextStyle::Caption.middle_to_baseline();
            let at = (plot.left + 10.0, baseline);
            marks.push(text(
                at,
                Anchor::Start,
                words,
                TextStyle::Caption,
                self.theme.muted,
            ));
        }
        layer.plain(marks);
        layer
    }

    fn events(&self) -> Layer {
        let mut layer = Layer::clipped("events", self.layout.plot);
        let mut placed: Vec<&Placed> = self.layout.placed.iter().collect();
        // The selected lie in front.
        placed.sort_by_key(|placed| self.highlight.of(Item::Event(placed.event)));
        for run in &self.layout.runs {
            layer.groups.push(self.run(run));
        }
        for placed in placed {
            let top = placed.top - self.scroll;
            if top > -30.0 && top < self.layout.plot.bottom + 10.0 {
                layer.groups.push(self.event(placed, top));
            }
        }
        layer
    }

    fn ink(&self, event: EventIx, strength: Strength) -> Ink {
        let color = self.theme.kind(self.index.event_style(event));
        let ground = self.theme.canvas;
        let line = if strength == Strength::Dimmed {
            color.at(DIMMED).over(ground)
        } else {
            color
        };
        Ink { line, ground }
    }

    fn event(&self, placed: &Placed, top: f32) -> Group {
        let item = Item::Event(placed.event);
        let event = self.index.story().event(placed.event);
        let strength = self.highlight.of(item);
        let ink = self.ink(placed.event, strength);
        let shape = &placed.shape;
        let (from, to) = (self.x(shape.from), self.x(shape.to));
        let rect = Rect::between(from, top, to, top + BAR);
        let mut marks = Vec::new();
        let ring = |distance: f32, width: f32, color: Rgba| Mark::Rect {
            rect: rect.grown(distance),
            radius: 4.0,
            fill: Paint::None,
            stroke: Some(Stroke::solid(width, color)),
        };
        match strength {
            Strength::Selected => marks.push(ring(3.0, 2.0, self.theme.accent)),
            Strength::Hovered => marks.push(ring(2.5, 1.0, self.theme.text.at(0.45))),
            _ => {}
        }
        let (left, width) = (self.layout.plot.left, self.layout.scale.width());
        marks.extend(shape.marks(left, width, top, ink, event.status));
        let mut hits = vec![rect.grown(1.0)];
        if let Some(label) = placed
            .label
            .as_ref()
            .filter(|_| strength != Strength::Dimmed)
        {
            let middle = top + BAR / 2.0;
            let bold = strength >= Strength::Related;
            let style = if bold {
                TextStyle::LabelSelected
            } else {
                TextStyle::Label
            };
            let color = self.label_color(placed, label, ink);
            let width = self.measurer.width(&label.text, style);
            // A label left of its mark keeps close to it in either weight.
            let start = if label.to <= shape.from {
                self.x(label.to) - width
            } else {
                self.x(label.from)
            };
            let baseline = middle + style.middle_to_baseline();
            if label.inside && shape.kind == Kind::Members {
                marks.push(Mark::Rect {
                    rect: Rect::between(
                        start - 4.0,
                        top - 1.0,
                        start + width + 4.0,
                        top + BAR + 1.0,
                    ),
                    radius: 0.0,
                    fill: Paint::Solid(self.theme.canvas),
                    stroke: None,
                });
            }
            marks.push(text(
                (start, baseline),
                Anchor::Start,
                label.text.clone(),
                style,
                color,
            ));
            if !label.inside {
                hits.push(Rect::between(
                    start,
                    top - 2.0,
                    start + width,
                    top + BAR + 2.0,
                ));
            }
        }
        let when = event
            .when
            .date
            .as_ref()
            .map(crate::story::Date::words)
            .unwrap_or_default();
        Group {
            item: Some(item),
            title: format!("{}, {when}, {}", event.title, event.status.word()),
            count: None,
            hit: Hit::Rects(hits),
            marks,
        }
    }

    /// The colour that can be read on what really lies under the label.
    fn label_color(&self, placed: &Placed, label: &Label, ink: Ink) -> Rgba {
        if !label.inside || placed.shape.kind == Kind::Members {
            return self.theme.text;
        }
        let status = self.index.story().event(placed.event).status;
        let soft = placed.shape.kind == Kind::Soft
            || placed.shape.uncertain
            || matches!(
                status,
                crate::story::Status::Anonymous
                    | crate::story::Status::Planned
                    | crate::story::Status::Disputed
            );
        let ground = match (placed.shape.uncertain, soft) {
            (true, _) => ink.ground,
            (false, true) => ink.line.at(0.35).over(ink.ground),
            (false, false) => ink.line,
        };
        let (text, canvas) = (self.theme.text, self.theme.canvas);
        if text.contrast(ground) >= canvas.contrast(ground) {
            text
        } else {
            canvas
        }
    }

    fn run(&self, run: &Run) -> Group {
        let top = run.top - self.scroll;
        let rect = Rect::between(self.x(run.from), top, self.x(run.to), top + BAR);
        let count = u32::try_from(run.events.len()).unwrap_or(u32::MAX);
        let first = run.events.first().copied();
        let color = first.map_or(self.theme.muted, |ix| self.ink(ix, Strength::Normal).line);
        let mut marks = vec![Mark::Rect {
            rect,
            radius: 2.0,
            fill: Paint::Solid(color.at(0.6).over(self.theme.canvas)),
            stroke: None,
        }];
        let words = count.to_string();
        if self.measurer.width(&words, TextStyle::Caption) + 6.0 <= rect.width() {
            let baseline = rect.center().y + TextStyle::Caption.middle_to_baseline();
            let ground = color.at(0.6).over(self.theme.canvas);
            let (dark, light) = (self.theme.text, self.theme.canvas);
            let ink = if dark.contrast(ground) >= light.contrast(ground) {
                dark
            } else {
                light
            };
            marks.push(text(
                (rect.center().x, baseline),
                Anchor::Middle,
                words,
                TextStyle::Caption,
                ink,
            ));
        }
        Group {
            item: (count == 1).then(|| first.map(Item::Event)).flatten(),
            title: format!("{count} events, folded: click to zoom in"),
            count: (count > 1).then_some(count),
            hit: Hit::Rect(rect),
            marks,
        }
    }

    fn axis(&self) -> Layer {
        let plot = self.layout.plot;
        let mut layer = Layer::new("axis");
        let y = plot.bottom.round() + 0.5;
        let mut marks = vec![
            // The axis hides what scrolls below it.
            Mark::Rect {
                rect: Rect::between(plot.left, plot.bottom, plot.right, plot.bottom + AXIS),
                radius: 0.0,
                fill: Paint::Solid(self.theme.canvas),
                stroke: None,
            },
            line((plot.left, y), (plot.right, y), 1.0, self.theme.hairline),
        ];
        for tick in &self.layout.axis.fine {
            let x = plot.left + tick.x.round() + 0.5;
            marks.push(line((x, y), (x, y + 4.0), 1.0, self.theme.hairline));
            let half = self.measurer.width(&tick.label, TextStyle::Caption) / 2.0;
            // Where both rows would say the same, the coarse one does.
            let same = |label: &str, x: f32| label == tick.label && (x - tick.x).abs() < 1.0;
            let mut coarse = self.layout.axis.coarse.iter();
            if coarse.any(|coarse| same(&coarse.label, coarse.x)) {
                continue;
            }
            if tick.x - half >= 0.0 && plot.left + tick.x + half <= plot.right {
                let at = (x, y + 14.0);
                let words = tick.label.clone();
                marks.push(text(
                    at,
                    Anchor::Middle,
                    words,
                    TextStyle::Caption,
                    self.theme.muted,
                ));
            }
        }
        for tick in self
            .layout
            .axis
            .coarse
            .iter()
            .filter(|tick| !tick.label.is_empty())
        {
            let x = plot.left + tick.x.max(6.0);
            let width = self.measurer.width(&tick.label, TextStyle::AxisCoarse);
            if x + width <= plot.right {
                let words = tick.label.clone();
                marks.push(text(
                    (x, y + 30.0),
                    Anchor::Start,
                    words,
                    TextStyle::AxisCoarse,
                    self.theme.text,
                ));
            }
        }
        layer.plain(marks);
        layer
    }

    fn as_of_line(&self) -> Option<Layer> {
        let instant = self.as_of?;
        let x = self.layout.scale.x(instant);
        if !(0.0..=self.layout.scale.width()).contains(&x) {
            return None;
        }
        let plot = self.layout.plot;
        let x = self.x(x);
        let (day, _) = instant.civil();
        let month = crate::story::words::month_abbreviation(day.month);
        let words = format!(
            "{} {month} {}",
            day.day,
            crate::story::words::year(day.year)
        );
        let width = self.measurer.width(&words, TextStyle::Caption) + 16.0;
        let middle = x.clamp(plot.left + width / 2.0, plot.right - width / 2.0);
        let pill = Rect::around(point(middle, plot.top + 12.0), width, 18.0);
        let mut layer = Layer::new("as of");
        layer.plain(vec![
            line((x, plot.top), (x, plot.bottom), 1.0, self.theme.accent),
            Mark::Rect {
                rect: pill,
                radius: 9.0,
                fill: Paint::Solid(self.theme.accent),
                stroke: None,
            },
            text(
                (
                    middle,
                    pill.center().y + TextStyle::Caption.middle_to_baseline(),
                ),
                Anchor::Middle,
                words,
                TextStyle::Caption,
                self.theme.on_accent,
            ),
        ]);
        Some(layer)
    }

    fn tray(&self) -> Option<Layer> {
        let tray = self.layout.tray?;
        let mut layer = Layer::clipped("undated", tray);
        let x = tray.right.round() - 0.5;
        layer.plain(vec![line(
            (x, tray.top),
            (x, tray.bottom),
            1.0,
            self.theme.hairline,
        )]);
        let mut y = tray.top + 32.0 - self.scroll + 11.0;
        let head = Rect::between(tray.left, tray.top, tray.right - 1.0, tray.top + 26.0);
        for (ix, title) in &self.layout.undated {
            if y > head.bottom - 8.0 && y < tray.bottom + 12.0 {
                layer.groups.push(self.undated(*ix, title, tray, y));
            }
            y += 22.0;
        }
        let words = format!("Undated, {}", self.layout.undated.len());
        let baseline = tray.top + 12.0 + TextStyle::Caption.middle_to_baseline();
        layer.plain(vec![
            Mark::Rect {
                rect: head,
                radius: 0.0,
                fill: Paint::Solid(self.theme.canvas),
                stroke: None,
            },
            text(
                (tray.left + 16.0, baseline),
                Anchor::Start,
                words,
                TextStyle::Caption,
                self.theme.muted,
            ),
        ]);
        Some(layer)
    }

    fn undated(&self, ix: EventIx, title: &str, tray: Rect, y: f32) -> Group {
        let item = Item::Event(ix);
        let strength = self.highlight.of(item);
        let ink = self.ink(ix, strength);
        let row = Rect::between(tray.left + 8.0, y - 10.0, tray.right - 6.0, y + 10.0);
        let mut marks = Vec::new();
        if strength == Strength::Selected {
            marks.push(Mark::Rect {
                rect: row,
                radius: 4.0,
                fill: Paint::None,
                stroke: Some(Stroke::solid(2.0, self.theme.accent)),
            });
        }
        marks.push(lozenge(point(tray.left + 20.0, y), 8.0, ink.line));
        let bold = strength >= Strength::Related;
        let style = if bold {
            TextStyle::LabelSelected
        } else {
            TextStyle::Label
        };
        let color = if strength == Strength::Dimmed {
            self.theme.text.at(DIMMED).over(self.theme.canvas)
        } else {
            self.theme.text
        };
        let baseline = y + style.middle_to_baseline();
        let shown = self
            .measurer
            .shortened(title, style, tray.right - tray.left - 40.0)
            .into_owned();
        marks.push(text(
            (tray.left + 30.0, baseline),
            Anchor::Start,
            shown,
            style,
            color,
        ));
        let event = self.index.story().event(ix);
        Group {
            item: Some(item),
            title: format!("{}, undated, {}", event.title, event.status.word()),
            count: None,
            hit: Hit::Rect(row),
            marks,
        }
    }

    /// What lies out of sight, in words.
    fn hidden(&self) -> Layer {
        let plot = self.layout.plot;
        let mut layer = Layer::new("out of sight");
        let mut marks = Vec::new();
        let below = self
            .layout
            .placed
            .iter()
            .filter(|placed| placed.top - self.scroll + BAR / 2.0 > plot.bottom)
            .count();
        let (before, after) = self.layout.outside;
        let y = plot.bottom - 14.0;
        let mut taken = self.words_near(y);
        let mut note = |places: &[f32], words: String| {
            let width = self.measurer.width(&words, TextStyle::Caption) + 12.0;
            let pill = |share: f32| {
                let left = plot.left + 6.0 + (plot.width() - 12.0 - width) * share;
                Rect::new(left, y - 9.0, width, 18.0)
            };
            let covered = |rect: &Rect| -> f32 {
                let over = |other: &Rect| {
                    (rect.right.min(other.right) - rect.left.max(other.left)).max(0.0)
                };
                taken.iter().map(over).sum()
            };
            let pills = places.iter().map(|&share| pill(share));
            let Some(rect) = pills.min_by(|a, b| covered(a).total_cmp(&covered(b))) else {
                return;
            };
            taken.push(rect);
            marks.push(Mark::Rect {
                rect,
                radius: 9.0,
                fill: Paint::Solid(self.theme.background),
                stroke: Some(Stroke::solid(1.0, self.theme.hairline)),
            });
            marks.push(text(
                (rect.center().x, y + TextStyle::Caption.middle_to_baseline()),
                Anchor::Middle,
                words,
                TextStyle::Caption,
                self.theme.muted,
            ));
        };
        if before > 0 {
            note(&[0.0, 0.05, 0.1, 0.15, 0.2], format!("‹ {before} earlier"));
        }
        if after > 0 {
            note(&[1.0, 0.95, 0.9, 0.85, 0.8], format!("{after} later ›"));
        }
        if below > 0 {
            note(
                &[0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9],
                format!("{below} more below"),
            );
        }
        if self.layout.placed.is_empty() && self.layout.runs.is_empty() && before + after == 0 {
            let words = "This story has no dated events yet.";
            let center = plot.center();
            marks.push(text(
                (center.x, center.y),
                Anchor::Middle,
                words,
                TextStyle::Body,
                self.theme.muted,
            ));
        }
        layer.plain(marks);
        layer
    }

    /// Where labels, bars and headings stand that a line of text at `y` would lie on.
    fn words_near(&self, y: f32) -> Vec<Rect> {
        let near = |top: f32, height: f32| top < y + 11.0 && top + height > y - 11.0;
        let mut taken = Vec::new();
        for placed in &self.layout.placed {
            let top = placed.top - self.scroll;
            if near(top, BAR) {
                let label = placed.label.as_ref().map(|label| (label.from, label.to));
                let mark = (placed.shape.from, placed.shape.to);
                for (from, to) in label.into_iter().chain([mark]) {
                    taken.push(Rect::between(self.x(from), top, self.x(to), top + BAR));
                }
            }
        }
        for lane in &self.layout.lanes {
            let top = lane.top - self.scroll;
            if near(top, HEAD) && !lane.label.is_empty() {
                let words = format!("{}  {}", lane.label, lane.count);
                let width = self.measurer.width(&words, TextStyle::Caption);
                let left = self.layout.plot.left + 10.0;
                taken.push(Rect::new(left, top, width, HEAD));
            }
        }
        taken
    }
}
