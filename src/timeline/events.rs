//! Events on the timeline: marks with their labels, folded runs, ribbons.

use crate::index::Strength;
use crate::language::say;
use crate::scene::sign;
use crate::scene::voice::{self, Speech};
use crate::scene::{Anchor, Group, Hit, Layer, Mark, Paint, Rect, Rgba, Stroke, TextStyle, point};
use crate::story::calendar::Tick;
use crate::story::{EventIx, Item};

use super::density::Columns;
use super::fold::{COLUMN, Ribbon, RibbonPart, take_away};
use super::layout::{Label, Placed, Run};
use super::scene::{DIMMED, Drawing, line, text};
use super::shape::{BAR, Ink, Kind, Shape};

/// Height of a ribbon where most events lie, in points.
const RIBBON: f32 = 19.0;
/// Points below a bar at which the time of its report is marked.
const REPORT: f32 = 4.0;

impl Drawing<'_> {
    pub(super) fn events(&self) -> Layer {
        let mut layer = Layer::clipped("events", self.layout.plot);
        let mut placed: Vec<&Placed> = self.layout.placed.iter().collect();
        // The selected lie in front.
        placed.sort_by_key(|placed| self.highlight.of(Item::Event(placed.event)));
        for ribbon in &self.layout.ribbons {
            self.ribbon(ribbon, &mut layer.groups);
        }
        for run in &self.layout.runs {
            if let Some(strength) = self.strength_between(run.from, run.to) {
                let events = run.events.iter().copied().map(Item::Event);
                let strength = strength.min(self.highlight.of_many(run.count, events));
                layer.groups.push(self.run(run, strength));
            }
        }
        for placed in placed {
            if let Some(strength) = self.strength(placed.event) {
                let top = self.layout.y(placed.top);
                layer.groups.push(self.event(placed, top, strength));
            }
        }
        layer
    }

    /// A ribbon: columns stacked by kind, their height by the square root of how many events lie
    /// there; each stretch of it is a group of its own.
    fn ribbon(&self, ribbon: &Ribbon, groups: &mut Vec<Group>) {
        let base = self.layout.y(ribbon.top) + BAR + 2.0;
        // What steps back stands on what does not.
        let behind = ribbon.front.as_ref().map(|front| {
            let mut behind = ribbon.colors.clone();
            take_away(self.index, &mut behind, front);
            behind
        });
        let front = ribbon.front.as_ref().unwrap_or(&ribbon.colors);
        let behind = behind.iter().flatten().map(|color| (color, true));
        let stacked: Vec<(&Columns, bool)> = front
            .iter()
            .map(|color| (color, false))
            .chain(behind)
            .collect();
        let columns = stacked.first().map_or(0, |(color, _)| color.counts.len());
        let sum = |n: usize| -> f32 { stacked.iter().map(|(color, _)| color.counts[n]).sum() };
        let sums: Vec<f32> = (0..columns).map(sum).collect();
        // A step of a scale, so that heights stay as they are while one pans.
        let most = sums.iter().copied().fold(4.0, f32::max).log2();
        let most = ((most * 3.0).ceil() / 3.0).exp2();
        let hue = |color: &Columns| self.theme.kind(self.index.event_style(color.example));
        let mut bars: Vec<Vec<(usize, Rect)>> = vec![Vec::new(); stacked.len()];
        #[expect(clippy::cast_precision_loss, reason = "a few thousand columns")]
        let left = |n: usize| ribbon.from + COLUMN * n as f64;
        #[expect(clippy::cast_possible_truncation, reason = "points of a picture")]
        let x = |n: usize| self.layout.plot.left + left(n) as f32;
        for (n, &all) in sums.iter().enumerate().filter(|(_, all)| **all > 0.0) {
            let height = (all / most).sqrt() * RIBBON;
            let height = height.max(1.0);
            let mut bottom = base;
            for ((color, _), rects) in stacked.iter().zip(&mut bars) {
                let share = height * color.counts[n] / all;
                if share > 0.0 {
                    rects.push((n, Rect::between(x(n), bottom - share, x(n + 1), bottom)));
                    bottom -= share;
                }
            }
        }
        for part in &ribbon.parts {
            let mut marks = Vec::new();
            for (&(color, back), rects) in stacked.iter().zip(&bars) {
                let mut shades: [Vec<Rect>; 2] = Default::default();
                let before = |x: f64| rects.partition_point(|&(n, _)| left(n) + COLUMN / 2.0 < x);
                for &(n, rect) in &rects[before(part.from)..before(part.to)] {
                    match self.strength_between(left(n), left(n) + COLUMN) {
                        Some(strength) if back || strength == Strength::Dimmed => {
                            shades[0].push(rect);
                        }
                        Some(_) => shades[1].push(rect),
                        None => {}
                    }
                }
                for (rects, strength) in shades.into_iter().zip([DIMMED * 0.7, 0.7]) {
                    if !rects.is_empty() {
                        let fill = hue(color).at(strength).over(self.theme.canvas);
                        marks.push(Mark::Bars { rects, fill });
                    }
                }
            }
            if !marks.is_empty() {
                groups.push(self.ribbon_part(part, base, marks));
            }
        }
    }

    fn ribbon_part(&self, part: &RibbonPart, base: f32, marks: Vec<Mark>) -> Group {
        let scale = &self.layout.scale;
        let last = Tick(scale.tick_at(part.to).0.saturating_sub(1));
        let stretch = crate::story::words::stretch(scale.tick_at(part.from), last);
        let top = base - RIBBON - 1.0;
        Group {
            item: None,
            title: say!(
                "timeline-folded-stretch",
                count = part.count,
                stretch = stretch
            ),
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

    fn event(&self, placed: &Placed, top: f32, strength: Strength) -> Group {
        let item = Item::Event(placed.event);
        let event = self.index.story().event(placed.event);
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
        marks.extend(self.report(placed, top, strength));
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
            if label.inside && !is_on_solid(shape, label) {
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
        let amiss = self.index.amiss(item);
        let amiss = amiss.filter(|_| strength != Strength::Dimmed);
        // Off the mark, as far as the view has room.
        let corner = point((from - 4.0).max(self.layout.plot.left + 6.0), top - 3.0);
        marks.extend(
            amiss
                .iter()
                .flat_map(|&state| sign::badge(state, corner, self.theme)),
        );
        if self.voices && strength != Strength::Dimmed {
            let speeches = Speech::of_claim(self.index.story(), event.evidence);
            let below = point(from.max(self.layout.plot.left + 2.0), top + BAR + 5.0);
            marks.extend(voice::signs(&speeches, below, 7.0, self.theme));
        }
        let when = event
            .when
            .date
            .map(crate::story::Date::words)
            .unwrap_or_default();
        Group {
            item: Some(item),
            title: format!("{}, {when}, {}", event.title, event.status.label())
                + &sign::in_title(amiss),
            count: None,
            folded: Vec::new(),
            hit: Hit::Rects(hits),
            marks,
        }
    }

    /// When an event was reported: a tick below its row, joined to the mark where it is lit.
    fn report(&self, placed: &Placed, top: f32, strength: Strength) -> Vec<Mark> {
        let Some(date) = self.index.reported(placed.event) else {
            return Vec::new();
        };
        let Some((from, to)) = date.span().finite() else {
            return Vec::new();
        };
        let scale = &self.layout.scale;
        let (from, to) = (scale.x(from), scale.x(to));
        let shape = &placed.shape;
        // A day is a tick at its beginning; longer dates are a line over all of it.
        let (left, right) = (from, if to - from < 4.0 { from } else { to });
        let seen = right >= 0.0 && left <= scale.width();
        let apart = left > shape.to + 2.0 || right < shape.from - 2.0;
        if !seen || !apart || strength == Strength::Dimmed {
            return Vec::new();
        }
        let lit = strength >= Strength::Hovered;
        let color = if lit {
            self.theme.text
        } else {
            self.theme.muted
        };
        let y = (top + BAR + REPORT).round() - 0.5;
        let (left, right) = (self.x(left), self.x(right));
        let mut marks = vec![line((left, y - 2.0), (left, y + 2.0), 1.0, color)];
        if right > left {
            marks.push(line((left, y), (right, y), 1.0, color));
        }
        if lit {
            let near = if shape.to < from {
                self.x(shape.to)
            } else {
                self.x(shape.from)
            };
            let far = if shape.to < from { left } else { right };
            marks.push(line((near, y), (far, y), 1.0, color));
            marks.push(line((near, top + BAR), (near, y), 1.0, color));
        }
        marks
    }

    /// The colour that can be read on what really lies under the label.
    fn label_color(&self, placed: &Placed, label: &Label, ink: Ink) -> Rgba {
        if !label.inside || !is_on_solid(&placed.shape, label) {
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

    fn run(&self, run: &Run, strength: Strength) -> Group {
        let top = self.layout.y(run.top);
        let rect = Rect::between(self.x(run.from), top, self.x(run.to), top + BAR);
        let count = u32::try_from(run.count).unwrap_or(u32::MAX);
        let first = run.events.first().copied();
        let color = first.map_or(self.theme.muted, |ix| self.ink(ix, strength).line);
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
            title: say!("timeline-folded-mark", count = run.count),
            count: (count > 1).then_some(count),
            folded: run.events.iter().copied().map(Item::Event).collect(),
            hit: Hit::Rect(rect),
            marks,
        }
    }
}

/// Whether a label stands where its mark is at full strength, and needs no ground of its own.
fn is_on_solid(shape: &Shape, label: &Label) -> bool {
    shape.members.is_empty() && label.from >= shape.full_from && label.to <= shape.full_to
}
