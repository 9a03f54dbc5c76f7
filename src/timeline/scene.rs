//! The timeline as a scene.

use crate::index::{Highlight, Index, Strength};
use crate::scene::{
    Anchor, Group, Hit, Layer, Mark, Measurer, Paint, Rect, Rgba, Scene, Stroke, TextMark,
    TextStyle, Theme, point,
};
use crate::story::calendar::Tick;
use crate::story::words::{counted, grouped};
use crate::story::{EventIx, Item};

use super::fold::{COLUMN, Ribbon, RibbonPart};
use super::layout::{HEAD, Label, LaneBand, Layout, Placed, Run};
use super::shape::{BAR, Ink, Kind};

/// Height of a ribbon where most events lie, in points.
const RIBBON: f32 = 19.0;
/// Strength of what is stepped back.
pub(super) const DIMMED: f32 = 0.25;

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

/// What a lane's heading says.
pub(super) fn heading_words(lane: &LaneBand) -> String {
    format!("{}  {}", lane.label, grouped(lane.count as u64))
}

impl Layout {
    /// Where a lane's heading stands in the picture, in points.
    #[must_use]
    pub fn heading(&self, lane: &LaneBand) -> Rect {
        let top = lane.top - self.scroll;
        let y = top.max(self.plot.top).min(top + lane.height - HEAD);
        Rect::new(self.plot.left + 4.0, y, 200.0, HEAD)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "held near the plot")]
fn near(x: f64, width: f64) -> f32 {
    x.clamp(-40.0, width + 40.0) as f32
}

pub(super) fn text(
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

pub(super) fn line(from: (f32, f32), to: (f32, f32), width: f32, color: Rgba) -> Mark {
    Mark::Poly {
        points: vec![point(from.0, from.1), point(to.0, to.1)],
        closed: false,
        fill: Paint::None,
        stroke: Some(Stroke::solid(width, color)),
    }
}

impl Drawing<'_> {
    /// Points from the left of the picture, held near it.
    pub(super) fn x(&self, at: f64) -> f32 {
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
        for lane in &self.layout.lanes {
            let top = lane.top - self.layout.scroll;
            if !lane.first {
                let y = top.round() + 0.5;
                marks.push(line(
                    (plot.left, y),
                    (plot.right, y),
                    1.0,
                    self.theme.hairline,
                ));
            }
            if !lane.label.is_empty() {
                self.heading(lane, &mut marks);
            }
        }
        layer.plain(marks);
        layer
    }

    /// A lane's heading, which stays in sight while its lane does: an angle that points down where the
    /// lane is open, the words, and how many events it holds.
    fn heading(&self, lane: &LaneBand, marks: &mut Vec<Mark>) {
        let place = self.layout.heading(lane);
        let middle = place.center().y + 2.0;
        let at = point(place.left + 6.0, middle);
        let corners = if lane.collapsed {
            [(-2.0, -3.5), (2.0, 0.0), (-2.0, 3.5)]
        } else {
            [(-3.5, -2.0), (0.0, 2.0), (3.5, -2.0)]
        };
        marks.push(Mark::Poly {
            points: corners.map(|(x, y)| at.moved(x, y)).to_vec(),
            closed: false,
            fill: Paint::None,
            stroke: Some(Stroke::solid(1.2, self.theme.muted)),
        });
        let baseline = middle + TextStyle::Caption.middle_to_baseline();
        marks.push(text(
            (place.left + 14.0, baseline),
            Anchor::Start,
            heading_words(lane),
            TextStyle::Caption,
            self.theme.muted,
        ));
    }

    fn events(&self) -> Layer {
        let mut layer = Layer::clipped("events", self.layout.plot);
        let mut placed: Vec<&Placed> = self.layout.placed.iter().collect();
        // The selected lie in front.
        placed.sort_by_key(|placed| self.highlight.of(Item::Event(placed.event)));
        for ribbon in &self.layout.ribbons {
            self.ribbon(ribbon, &mut layer.groups);
        }
        for run in &self.layout.runs {
            layer.groups.push(self.run(run));
        }
        for placed in placed {
            let top = placed.top - self.layout.scroll;
            layer.groups.push(self.event(placed, top));
        }
        layer
    }

    /// A ribbon: columns stacked by kind, their height by the square root of how many events lie
    /// there; each stretch of it is a group of its own.
    fn ribbon(&self, ribbon: &Ribbon, groups: &mut Vec<Group>) {
        let base = ribbon.top - self.layout.scroll + BAR + 2.0;
        let columns = ribbon.colors.first().map_or(0, |color| color.counts.len());
        let sum = |n: usize| -> f32 { ribbon.colors.iter().map(|color| color.counts[n]).sum() };
        let sums: Vec<f32> = (0..columns).map(sum).collect();
        // A power of two, so that heights stay as they are while one pans.
        let most = sums
            .iter()
            .copied()
            .fold(4.0, f32::max)
            .log2()
            .ceil()
            .exp2();
        let dims = self.highlight.dims();
        let mut bars: Vec<(Rgba, Vec<(usize, Rect)>)> = ribbon
            .colors
            .iter()
            .map(|color| {
                let hue = self.theme.kind(self.index.event_style(color.example));
                let strength = if dims { DIMMED } else { 0.7 };
                (hue.at(strength).over(self.theme.canvas), Vec::new())
            })
            .collect();
        #[expect(clippy::cast_possible_truncation, reason = "points of a picture")]
        let x = |n: usize| self.layout.plot.left + (ribbon.from + COLUMN * n as f64) as f32;
        for (n, &all) in sums.iter().enumerate().filter(|(_, all)| **all > 0.0) {
            let height = (all / most).sqrt() * RIBBON;
            let height = height.max(1.0);
            let mut bottom = base;
            for (color, (_, rects)) in ribbon.colors.iter().zip(&mut bars) {
                let share = height * color.counts[n] / all;
                if share > 0.0 {
                    rects.push((n, Rect::between(x(n), bottom - share, x(n + 1), bottom)));
                    bottom -= share;
                }
            }
        }
        for part in &ribbon.parts {
            let within = |n: usize| {
                let middle = ribbon.from + COLUMN * (n as f64 + 0.5);
                part.from <= middle && middle < part.to
            };
            let of_part = |(fill, rects): &(Rgba, Vec<(usize, Rect)>)| {
                let rects: Vec<Rect> = rects
                    .iter()
                    .filter(|(n, _)| within(*n))
                    .map(|(_, rect)| *rect)
                    .collect();
                (!rects.is_empty()).then_some(Mark::Bars { rects, fill: *fill })
            };
            groups.push(self.ribbon_part(part, base, bars.iter().filter_map(of_part).collect()));
        }
    }

    fn ribbon_part(&self, part: &RibbonPart, base: f32, marks: Vec<Mark>) -> Group {
        let scale = &self.layout.scale;
        let last = Tick(scale.tick_at(part.to).0.saturating_sub(1));
        let stretch = crate::story::words::stretch(scale.tick_at(part.from), last);
        let events = counted(part.count, "event", "events");
        let top = base - RIBBON - 1.0;
        Group {
            item: None,
            title: format!("{events} folded, {stretch}"),
            count: u32::try_from(part.count).ok(),
            folded: part.events.iter().copied().map(Item::Event).collect(),
            hit: Hit::Rect(Rect::between(self.x(part.from), top, self.x(part.to), base)),
            marks,
        }
    }

    pub(super) fn ink(&self, event: EventIx, strength: Strength) -> Ink {
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
            folded: Vec::new(),
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
        self.theme.readable_on(ground)
    }

    fn run(&self, run: &Run) -> Group {
        let top = run.top - self.layout.scroll;
        let rect = Rect::between(self.x(run.from), top, self.x(run.to), top + BAR);
        let count = u32::try_from(run.count).unwrap_or(u32::MAX);
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
            let ink = self.theme.readable_on(ground);
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
            title: format!(
                "{} folded into one mark",
                counted(run.count, "event", "events")
            ),
            count: (count > 1).then_some(count),
            folded: run.events.iter().copied().map(Item::Event).collect(),
            hit: Hit::Rect(rect),
            marks,
        }
    }
}
