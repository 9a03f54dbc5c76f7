//! Behind and before the lanes: bands of eras, lines of key dates, arrows between events, the marked
//! stretch of time.

use std::collections::HashMap;

use crate::index::Strength;
use crate::language::say;
use crate::scene::{
    Anchor, Group, Hit, Layer, Mark, Paint, Point, Rect, Rgba, Stroke, TextMark, TextStyle, point,
};
use crate::story::calendar::Tick;
use crate::story::{EventIx, Item};
use crate::view::Outside;

use super::backdrop::{Behind, STRIP_LINE};
use super::layout::{Label, Placed};
use super::scene::{DIMMED, Drawing, line, text};
use super::shape::BAR;

/// Strength of an era's band on the canvas.
const BAND: f32 = 0.1;
/// Arrows up to which all are drawn; of more, only those of what is lit.
const MOST_ARROWS: usize = 60;

impl Drawing<'_> {
    /// The bands of eras and the lines of key dates, through all lanes.
    pub(super) fn bands(&self) -> Option<Layer> {
        let layout = self.layout;
        if layout.eras.is_empty() && layout.key_dates.is_empty() {
            return None;
        }
        let plot = layout.plot;
        let whole = Rect {
            top: 0.0,
            bottom: layout.axis_top(),
            ..plot
        };
        let mut layer = Layer::clipped("eras", whole);
        let mut marks = Vec::new();
        for era in &layout.eras {
            let color = self.behind_color(era.event).at(BAND);
            let shape = &era.shape;
            let rect = Rect::between(
                self.x(shape.from),
                0.0,
                self.x(shape.to),
                self.layout.axis_top(),
            );
            // An end that is not known exactly fades here too.
            let stops = [
                (
                    shape.from,
                    if shape.from < shape.full_from {
                        0.0
                    } else {
                        1.0
                    },
                ),
                (shape.full_from, 1.0),
                (shape.full_to, 1.0),
                (shape.to, if shape.full_to < shape.to { 0.0 } else { 1.0 }),
            ];
            let stop = |(x, strength): (f64, f32)| (self.x(x), color.at(strength));
            marks.push(Mark::Rect {
                rect,
                radius: 0.0,
                fill: Paint::Across(stops.map(stop).to_vec()),
                stroke: None,
            });
        }
        for at in &layout.key_dates {
            let color = self.behind_color(at.event).at(0.4).over(self.theme.canvas);
            let (from, to) = (self.x(at.shape.from), self.x(at.shape.to));
            if to - from > 10.0 {
                let rect = Rect::between(from, 0.0, to, self.layout.axis_top());
                marks.push(Mark::Rect {
                    rect,
                    radius: 0.0,
                    fill: Paint::Solid(self.behind_color(at.event).at(BAND * 1.6)),
                    stroke: None,
                });
            } else {
                let x = from.midpoint(to).round() + 0.5;
                marks.push(line((x, 0.0), (x, self.layout.axis_top()), 1.0, color));
            }
        }
        layer.plain(marks);
        Some(layer)
    }

    fn behind_color(&self, event: EventIx) -> Rgba {
        self.theme.kind(self.index.event_style(event))
    }

    /// The names of eras and key dates, in a strip over the lanes.
    pub(super) fn strip(&self) -> Option<Layer> {
        let layout = self.layout;
        let plot = layout.plot;
        if plot.top <= 0.0 {
            return None;
        }
        let mut layer = Layer::clipped("era names", Rect { top: 0.0, ..plot });
        let y = plot.top.round() - 0.5;
        layer.plain(vec![line(
            (plot.left, y),
            (plot.right, y),
            1.0,
            self.theme.hairline,
        )]);
        let all = layout.eras.iter().map(|era| (era, true));
        for (behind, is_era) in all.chain(layout.key_dates.iter().map(|at| (at, false))) {
            layer.groups.extend(self.name(behind, is_era));
        }
        Some(layer)
    }

    fn name(&self, behind: &Behind, is_era: bool) -> Option<Group> {
        let strength = self.strength(behind.event)?;
        let item = Item::Event(behind.event);
        let event = self.index.story().event(behind.event);
        let date = event
            .when
            .date
            .map(crate::story::Date::words)
            .unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "at most four lines")]
        let top = behind.line? as f32 * STRIP_LINE;
        let (words, at) = &behind.name;
        let width = self.measurer.width(words, TextStyle::Caption);
        let color = self.behind_color(behind.event);
        let dim = |ink: Rgba| {
            if strength == Strength::Dimmed {
                ink.at(DIMMED).over(self.theme.canvas)
            } else {
                ink
            }
        };
        let (from, to) = (self.x(behind.shape.from), self.x(behind.shape.to));
        let mut marks = Vec::new();
        let rect = if is_era {
            let rect = Rect::between(from, top + 2.0, to, top + STRIP_LINE - 2.0);
            let rule = Rect {
                top: rect.bottom - 2.0,
                ..rect
            };
            marks.push(Mark::Rect {
                rect: rule,
                radius: 0.0,
                fill: Paint::Solid(dim(color)),
                stroke: None,
            });
            rect
        } else {
            let x = from.midpoint(to);
            let center = point(x, top + STRIP_LINE / 2.0);
            marks.push(crate::scene::glyph::lozenge(center, 7.0, dim(color)));
            Rect::between(
                x - 6.0,
                top + 2.0,
                self.x(*at) + width,
                top + STRIP_LINE - 2.0,
            )
        };
        if matches!(strength, Strength::Selected | Strength::Hovered) {
            let (width, color) = if strength == Strength::Selected {
                (2.0, self.theme.accent)
            } else {
                (1.0, self.theme.text.at(0.45))
            };
            marks.push(Mark::Rect {
                rect: rect.grown(1.0),
                radius: 4.0,
                fill: Paint::None,
                stroke: Some(Stroke::solid(width, color)),
            });
        }
        if !words.is_empty() {
            let baseline = top + STRIP_LINE / 2.0 - 1.0 + TextStyle::Caption.middle_to_baseline();
            let place = (self.x(*at), baseline);
            marks.push(text(
                place,
                Anchor::Start,
                words.clone(),
                TextStyle::Caption,
                dim(self.theme.text),
            ));
        }
        let kind = if is_era {
            say!("timeline-era")
        } else {
            say!("timeline-key-date")
        };
        Some(Group {
            item: Some(item),
            title: format!("{}, {date}, {kind}, {}", event.title, event.status.label()),
            count: None,
            folded: Vec::new(),
            hit: Hit::Rect(rect),
            marks,
        })
    }

    /// Arrows from events to those that they led to, where both show.
    pub(super) fn arrows(&self) -> Option<Layer> {
        let story = self.index.story();
        let placed = &self.layout.placed;
        if !placed
            .iter()
            .any(|at| !story.event(at.event).leads_to.is_empty())
        {
            return None;
        }
        // An event of several lanes has several marks.
        let mut marks_of: HashMap<EventIx, Vec<&Placed>> = HashMap::new();
        for at in placed {
            marks_of.entry(at.event).or_default().push(at);
        }
        let mut arrows = Vec::new();
        for from in placed {
            for link in &story.event(from.event).leads_to {
                // Of several marks of its end, the nearest.
                let apart = |to: &&&Placed| (to.top - from.top).abs();
                let ends = marks_of.get(&link.to).into_iter().flatten();
                let to = ends.min_by(|a, b| apart(a).total_cmp(&apart(b)));
                if let Some(to) = to {
                    let lit =
                        |at: &Placed| self.highlight.of(Item::Event(at.event)) >= Strength::Hovered;
                    let lit = lit(from) || lit(to);
                    arrows.push((lit, from, *to, link.label));
                }
            }
        }
        if arrows.len() > MOST_ARROWS {
            arrows.retain(|(lit, ..)| *lit);
        }
        // The lit lie in front.
        arrows.sort_by_key(|(lit, ..)| *lit);
        let mut layer = Layer::clipped("arrows", self.layout.plot);
        let mut marks = Vec::new();
        for (lit, from, to, label) in arrows {
            let hidden = [from, to]
                .iter()
                .any(|at| self.strength(at.event).is_none());
            if !hidden {
                self.arrow(lit, from, to, label, &mut marks);
            }
        }
        layer.plain(marks);
        Some(layer)
    }

    fn arrow(&self, lit: bool, from: &Placed, to: &Placed, label: &str, marks: &mut Vec<Mark>) {
        let color = if lit {
            self.theme.text
        } else {
            self.theme.muted.at(0.45).over(self.theme.canvas)
        };
        let y = |at: &Placed| self.layout.y(at.top) + BAR / 2.0;
        let mut start = point(self.x(from.shape.to) + 1.0, y(from));
        let mut end = point(self.x(to.shape.from) - 2.0, y(to));
        let reach = ((end.x - start.x).abs() / 2.0).clamp(14.0, 60.0);
        let (mut leaves, mut comes) = ((reach, 0.0), (-reach, 0.0));
        let (mut left, mut right) = ((-6.0, -3.5), (-6.0, 3.5));
        // Where a label stands at the mark's end, the arrow keeps to its upper or lower edge.
        let apart = y(to) - y(from);
        if apart.abs() > BAR {
            let side = apart.signum();
            let within = |at: &Placed| (self.x(at.shape.to) - self.x(at.shape.from)).min(8.0) / 2.0;
            let bend = (apart.abs() / 2.0).clamp(14.0, 60.0) * side;
            let edge = (BAR / 2.0 + 1.0) * side;
            let label_after = |label: &Label| !label.inside && label.from >= from.shape.to;
            if from.label.as_ref().is_some_and(label_after) {
                start = point(self.x(from.shape.to) - within(from), y(from) + edge);
                leaves = (0.0, bend);
            }
            let label_before = |label: &Label| !label.inside && label.to <= to.shape.from;
            if to.label.as_ref().is_some_and(label_before) {
                end = point(self.x(to.shape.from) + within(to), y(to) - edge);
                comes = (0.0, -bend);
                (left, right) = ((-3.5, -6.0 * side), (3.5, -6.0 * side));
            }
        }
        let points = [
            start,
            start.moved(leaves.0, leaves.1),
            end.moved(comes.0, comes.1),
            end,
        ];
        let stroke = Stroke::solid(if lit { 1.5 } else { 1.0 }, color);
        marks.push(Mark::Curve { points, stroke });
        marks.push(Mark::Poly {
            points: vec![end, end.moved(left.0, left.1), end.moved(right.0, right.1)],
            closed: true,
            fill: Paint::Solid(color),
            stroke: None,
        });
        if lit && !label.is_empty() {
            let middle = Point {
                x: start.x.midpoint(end.x),
                y: start.y.midpoint(end.y),
            };
            marks.push(Mark::Text(TextMark {
                at: middle.moved(0.0, TextStyle::Caption.middle_to_baseline()),
                anchor: Anchor::Middle,
                text: label.to_owned(),
                style: TextStyle::Caption,
                color,
                halo: Some(self.theme.canvas),
                angle: 0.0,
            }));
        }
    }

    /// The marked stretch of time, on the axis and through the lanes.
    pub(super) fn range(&self) -> Option<Layer> {
        let (range, outside) = self.range?;
        let scale = &self.layout.scale;
        let (left, right) = (scale.x(Tick(range.from)), scale.x(Tick(range.to)));
        if right < 0.0 || left > scale.width() {
            return None;
        }
        let plot = self.layout.plot;
        let mut layer = Layer::clipped(
            "range",
            Rect {
                bottom: self.layout.axis_top() + 6.0,
                top: 0.0,
                ..plot
            },
        );
        let accent = self.theme.accent;
        let (from, to) = (self.x(left), self.x(right));
        let mut marks = vec![Mark::Rect {
            rect: Rect::between(
                from,
                self.layout.axis_top() - 1.0,
                to,
                self.layout.axis_top() + 3.0,
            ),
            radius: 0.0,
            fill: Paint::Solid(accent),
            stroke: None,
        }];
        for (x, within) in [(from, left >= 0.0), (to, right <= scale.width())] {
            if within {
                let ends = (plot.top, self.layout.axis_top());
                marks.push(line(
                    (x, ends.0),
                    (x, ends.1),
                    1.0,
                    accent.at(0.5).over(self.theme.canvas),
                ));
            }
        }
        layer.plain(marks);
        let count = self.layout.outside_range;
        if outside == Outside::Hide && count > 0 {
            layer.plain(self.hidden_pill(count, from.midpoint(to)));
        }
        Some(layer)
    }

    fn hidden_pill(&self, count: usize, middle: f32) -> Vec<Mark> {
        let words = say!("timeline-outside-range", count = count);
        let width = self.measurer.width(&words, TextStyle::Caption) + 16.0;
        let plot = self.layout.plot;
        let most = (plot.right - width / 2.0 - 6.0).max(plot.left + width / 2.0 + 6.0);
        let middle = middle.clamp(plot.left + width / 2.0 + 6.0, most);
        let rect = Rect::around(point(middle, plot.bottom - 34.0), width, 18.0);
        vec![
            Mark::Rect {
                rect,
                radius: 9.0,
                fill: Paint::Solid(self.theme.background),
                stroke: Some(Stroke::solid(1.0, self.theme.hairline)),
            },
            text(
                (
                    middle,
                    rect.center().y + TextStyle::Caption.middle_to_baseline(),
                ),
                Anchor::Middle,
                words,
                TextStyle::Caption,
                self.theme.muted,
            ),
        ]
    }
}
