//! The timeline as a scene.

use crate::index::{Highlight, Index, Strength};
use crate::language::grouped;
use crate::scene::{
    Anchor, Layer, Mark, Measurer, Paint, Rect, Rgba, Scene, Stroke, TextMark, TextStyle, Theme,
    point,
};
use crate::story::calendar::Tick;
use crate::story::{EventIx, Item};
use crate::view::{Outside, Window};

use super::layout::{HEAD, LaneBand, Layout};
use super::range::lies_in;

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
    /// Whether who speaks for each event is marked.
    pub voices: bool,
    /// The marked stretch of time, and what becomes of events outside it.
    pub range: Option<(Window, Outside)>,
}

/// The timeline as a scene.
#[must_use]
pub fn scene(drawing: Drawing<'_>) -> Scene {
    let mut scene = Scene::new(drawing.layout.size, drawing.theme.canvas);
    scene.layers.extend(drawing.bands());
    scene.layers.push(drawing.grid());
    scene.layers.push(drawing.lanes());
    scene.layers.extend(drawing.arrows());
    scene.layers.push(drawing.events());
    scene.layers.extend(drawing.strip());
    scene.layers.push(drawing.axis());
    scene.layers.extend(drawing.range());
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
        let top = self.y(lane.top);
        let y = top.max(self.plot.top).min(top + lane.height - HEAD);
        Rect::new(self.plot.left + 4.0, y, 200.0, HEAD)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "held near the plot")]
pub(super) fn near(x: f64, width: f64) -> f32 {
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
    /// Whether an event is drawn: the marked stretch of time may hide it.
    #[must_use]
    pub fn shows(&self, event: EventIx) -> bool {
        self.strength(event).is_some()
    }

    /// How strongly an event is shown; `None` where it is not.
    pub(super) fn strength(&self, event: EventIx) -> Option<Strength> {
        let strength = self.highlight.of(Item::Event(event));
        let Some((range, outside)) = self.range else {
            return Some(strength);
        };
        let date = self.index.story().event(event).when.date;
        match outside {
            _ if lies_in(date, range) => Some(strength),
            Outside::Show => Some(strength),
            Outside::Hide => None,
            Outside::Dim if strength > Strength::Normal => Some(strength),
            Outside::Dim => Some(Strength::Dimmed),
        }
    }

    /// How strongly what is folded between two x of the plot is shown; `None` where it is not.
    pub(super) fn strength_between(&self, from: f64, to: f64) -> Option<Strength> {
        let rest = if self.highlight.dims() {
            Strength::Dimmed
        } else {
            Strength::Normal
        };
        let Some((range, outside)) = self.range else {
            return Some(rest);
        };
        let scale = &self.layout.scale;
        let (left, right) = (scale.x(Tick(range.from)), scale.x(Tick(range.to)));
        match outside {
            _ if from < right && to > left => Some(rest),
            Outside::Show => Some(rest),
            Outside::Hide => None,
            Outside::Dim => Some(Strength::Dimmed),
        }
    }

    /// Points from the left of the picture, held near it.
    pub(super) fn x(&self, at: f64) -> f32 {
        self.layout.plot.left + near(at, self.layout.scale.width())
    }

    fn grid(&self) -> Layer {
        let plot = self.layout.plot;
        let mut layer = Layer::clipped(
            "grid",
            Rect {
                bottom: self.layout.axis_top() + 1.0,
                ..plot
            },
        );
        let coarse = self.layout.axis.coarse.iter().filter(|tick| tick.x > 0.5);
        let hairline = self.theme.hairline;
        let marks = coarse
            .map(|tick| {
                let x = plot.left + tick.x.round() + 0.5;
                line((x, plot.top), (x, self.layout.axis_top()), 1.0, hairline)
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
            let top = self.layout.y(lane.top);
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
}
