//! What stands around the events of a timeline: the axis, the as-of line, the tray of undated
//! events, and how many lie out of sight.

use crate::index::Strength;
use crate::language::say;
use crate::scene::glyph::lozenge;
use crate::scene::mark::UNDATED;
use crate::scene::{
    Anchor, Group, Hit, Layer, Mark, Measurer, Paint, Rect, Stroke, TextStyle, point,
};
use crate::story::{EventIx, Item};

use super::layout::{AXIS, Below, HEAD, Layout, TRAY_HEAD, TRAY_LINE};
use super::scene::{DIMMED, Drawing, heading_words, line, near, text};
use super::shape::BAR;

impl Drawing<'_> {
    pub(super) fn axis(&self) -> Layer {
        let plot = self.layout.plot;
        let mut layer = Layer::new("axis");
        let top = self.layout.axis_top();
        let y = top.round() + 0.5;
        let mut marks = vec![
            // The axis hides what scrolls below it.
            Mark::Rect {
                rect: Rect::between(plot.left, top, plot.right, top + AXIS),
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

    pub(super) fn as_of_line(&self) -> Option<Layer> {
        let instant = self.as_of?;
        let x = self.layout.scale.x(instant);
        if !(0.0..=self.layout.scale.width()).contains(&x) {
            return None;
        }
        let plot = self.layout.plot;
        let x = self.x(x);
        let words = crate::story::words::day(instant);
        let width = self.measurer.width(&words, TextStyle::Caption) + 16.0;
        let middle = x.clamp(plot.left + width / 2.0, plot.right - width / 2.0);
        let pill = Rect::around(point(middle, plot.top + 12.0), width, 18.0);
        let mut layer = Layer::new("as of");
        layer.plain(vec![
            line(
                (x, plot.top),
                (x, self.layout.axis_top()),
                1.0,
                self.theme.accent,
            ),
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

    pub(super) fn tray(&self) -> Option<Layer> {
        let tray = self.layout.tray?;
        let mut layer = Layer::clipped(UNDATED, tray);
        let x = tray.right.round() - 0.5;
        layer.plain(vec![line(
            (x, tray.top),
            (x, tray.bottom),
            1.0,
            self.theme.hairline,
        )]);
        let first = tray.top + TRAY_HEAD - self.layout.scroll + TRAY_LINE / 2.0;
        let head = Rect::between(tray.left, tray.top, tray.right - 1.0, tray.top + 26.0);
        #[expect(clippy::cast_precision_loss, reason = "a few hundred lines")]
        let line_at = |line: usize| first + line as f32 * TRAY_LINE;
        let all = self.index.undated_events().len();
        for (ix, title, line) in &self.layout.undated {
            let y = line_at(*line);
            if y > head.bottom - 8.0 && y < tray.bottom + 12.0 {
                layer.groups.push(self.undated(*ix, title, tray, y));
            }
        }
        if let Some((_, _, last)) = self.layout.undated.last()
            && last + 1 < all
            && self.layout.lists_last_undated(self.index)
        {
            let y = line_at(last + 1) + TextStyle::Caption.middle_to_baseline();
            let words = say!("timeline-and-more", count = all - last - 1);
            let at = (tray.left + 30.0, y);
            let (style, color) = (TextStyle::Caption, self.theme.muted);
            layer.plain(vec![text(at, Anchor::Start, words, style, color)]);
        }
        let words = say!("timeline-undated-head", count = all);
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
            title: format!(
                "{}, {}, {}",
                event.title,
                say!("timeline-undated"),
                event.status.label()
            ),
            count: None,
            folded: Vec::new(),
            hit: Hit::Rect(row),
            marks,
        }
    }

    /// What lies out of sight, in words.
    pub(super) fn hidden(&self) -> Layer {
        let plot = self.layout.plot;
        let mut layer = Layer::new("out of sight");
        let mut marks = Vec::new();
        for sign in signs(self.layout, self.measurer) {
            let middle = sign.rect.center();
            marks.push(Mark::Rect {
                rect: sign.rect,
                radius: 9.0,
                fill: Paint::Solid(self.theme.background),
                stroke: Some(Stroke::solid(1.0, self.theme.hairline)),
            });
            marks.push(text(
                (middle.x, middle.y + TextStyle::Caption.middle_to_baseline()),
                Anchor::Middle,
                sign.words,
                TextStyle::Caption,
                self.theme.muted,
            ));
        }
        if self.index.dated_events().is_empty() {
            let words = if self.index.filter().is_some() {
                say!("timeline-no-dated-pass")
            } else {
                say!("timeline-no-dated")
            };
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
}

/// Where a sign of what is out of sight leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// To events before the window.
    Earlier,
    /// To events after it.
    Later,
    /// To lanes and rows under those that show.
    Below,
    /// To events without a date, which a narrow view has no room for.
    Undated,
}

/// A sign that says how much is out of sight.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// Where it leads.
    pub to: Beyond,
    /// Where it stands, in points of the picture.
    pub rect: Rect,
    /// What it says.
    pub words: String,
}

/// The signs of what is out of sight, each where it covers least.
#[must_use]
pub fn signs(layout: &Layout, measurer: &Measurer) -> Vec<Sign> {
    let plot = layout.plot;
    let mut signs: Vec<Sign> = Vec::new();
    let (before, after) = layout.outside;
    let (y, words_near) = if layout.notes > 0.0 {
        // Nothing but signs stands in a strip of their own.
        (plot.bottom + layout.notes / 2.0, Vec::new())
    } else {
        let y = plot.bottom - 14.0;
        (y, words_near(layout, measurer, y))
    };
    let mut put = |to: Beyond, places: &[f32], words: String| {
        let width = measurer.width(&words, TextStyle::Caption) + 12.0;
        let pill = |share: f32| {
            let left = plot.left + 6.0 + (plot.width() - 12.0 - width) * share;
            Rect::new(left, y - 9.0, width, 18.0)
        };
        let covered = |rect: &Rect| -> f32 {
            let over =
                |other: &Rect| (rect.right.min(other.right) - rect.left.max(other.left)).max(0.0);
            let others = signs.iter().map(|sign| &sign.rect);
            words_near.iter().chain(others).map(over).sum()
        };
        let pills = places.iter().map(|&share| pill(share));
        if let Some(rect) = pills.min_by(|a, b| covered(a).total_cmp(&covered(b))) {
            signs.push(Sign { to, rect, words });
        }
    };
    if before > 0 {
        let words = say!("timeline-earlier", count = before);
        put(Beyond::Earlier, &[0.0, 0.05, 0.1, 0.15, 0.2], words);
    }
    if after > 0 {
        let words = say!("timeline-later", count = after);
        put(Beyond::Later, &[1.0, 0.95, 0.9, 0.85, 0.8], words);
    }
    if layout.unlisted > 0 {
        let words = say!("timeline-undated-count", count = layout.unlisted);
        put(Beyond::Undated, &[0.0, 0.25, 0.75, 1.0], words);
    }
    let Below { events, lanes } = layout.below;
    let below = match (events, lanes) {
        (0, 0) => None,
        (events, 0) => Some(say!("timeline-more-below", count = events)),
        (_, lanes) => Some(say!("timeline-lanes-below", count = lanes)),
    };
    if let Some(words) = below {
        let places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];
        put(Beyond::Below, &places, words);
    }
    signs
}

/// Where labels, bars and headings stand that a line of text at `y` would lie on.
fn words_near(layout: &Layout, measurer: &Measurer, y: f32) -> Vec<Rect> {
    let is_near = |top: f32, height: f32| top < y + 11.0 && top + height > y - 11.0;
    let x = |at: f64| layout.plot.left + near(at, layout.scale.width());
    let mut taken = Vec::new();
    for placed in &layout.placed {
        let top = layout.y(placed.top);
        if is_near(top, BAR) {
            let label = placed.label.as_ref().map(|label| (label.from, label.to));
            let mark = (placed.shape.from, placed.shape.to);
            for (from, to) in label.into_iter().chain([mark]) {
                taken.push(Rect::between(x(from), top, x(to), top + BAR));
            }
        }
    }
    for lane in &layout.lanes {
        let top = layout.y(lane.top);
        if is_near(top, HEAD) && !lane.label.is_empty() {
            let width = measurer.width(&heading_words(lane), TextStyle::Caption);
            let left = layout.heading(lane).left + 14.0;
            taken.push(Rect::new(left, top, width, HEAD));
        }
    }
    taken
}
