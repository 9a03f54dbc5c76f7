//! The marks of a shape.

use crate::scene::glyph::lozenge;
use crate::scene::{Dash, Mark, Paint, Point, Rect, Rgba, Stroke, point};
use crate::story::Status;

use super::{BAR, Ink, Kind, LEAST, LOZENGE, Shape};

/// Strength of a bar that says "somewhere in here".
const SOFT: f32 = 0.35;
/// Strength of the ends of an outline that fade.
const FAINT: f32 = 0.3;
/// Points that marks may reach beyond the plot.
const BEYOND: f64 = 20.0;

/// The strip of the plot that a mark has to itself.
#[derive(Clone, Copy)]
struct Strip {
    left: f32,
    width: f64,
    top: f32,
}

impl Strip {
    /// `at`, held near the plot.
    fn held(self, at: f64) -> f64 {
        at.clamp(-BEYOND, self.width + BEYOND)
    }

    #[expect(clippy::cast_possible_truncation, reason = "held near the plot")]
    fn x(self, at: f64) -> f32 {
        self.left + self.held(at) as f32
    }

    fn rect(self, from: f64, to: f64) -> Rect {
        Rect::between(self.x(from), self.top, self.x(to), self.top + BAR)
    }

    fn middle(self) -> f32 {
        self.top + BAR / 2.0
    }
}

impl Shape {
    /// The marks of the shape within a plot that begins at `left` and is `width` points wide; its
    /// bar's top stands at `top`.
    #[must_use]
    pub fn marks(&self, left: f32, width: f64, top: f32, ink: Ink, status: Status) -> Vec<Mark> {
        let strip = Strip { left, width, top };
        let rect = strip.rect(self.from, self.to);
        let solid = self.solid(strip);
        let mut marks = match self.kind {
            Kind::Lozenge => {
                // A lozenge alone would say exactly where.
                let mut marks = Vec::new();
                if self.fades() {
                    marks.push(self.ramp(strip, self.from, self.to, ink.line.at(SOFT)));
                }
                marks.extend(self.lozenge_marks(rect.center(), ink, status));
                marks
            }
            Kind::Members => self.member_marks(strip, ink),
            Kind::Bar | Kind::Soft => self.bar_marks(strip, ink, status),
        };
        if self.kind != Kind::Lozenge {
            let (rect, fades) = if self.uncertain {
                (solid, [false; 2])
            } else {
                (rect, self.fading())
            };
            marks.extend(status_marks(status, rect, fades, ink));
        }
        // On a bar of full strength only what lies behind it can be told from it.
        let strong = self.kind == Kind::Bar && !self.uncertain && !is_soft(status);
        let edge = if strong { ink.ground } else { ink.line };
        #[expect(clippy::cast_possible_truncation, reason = "a plot's width")]
        let right = left + width as f32;
        if self.open_left && self.to > 0.0 {
            let at = point(left.max(rect.left) + 3.0, strip.middle());
            marks.push(chevron(at, -1.0, edge));
        }
        if self.open_right && self.from < width {
            let at = point(right.min(rect.right) - 3.0, strip.middle());
            marks.push(chevron(at, 1.0, edge));
        }
        marks
    }

    /// Whether an end fades so that it can be seen.
    fn fades(&self) -> bool {
        self.fading().contains(&true)
    }

    /// Whether the left end fades so that it can be seen, and whether the right one does.
    fn fading(&self) -> [bool; 2] {
        [
            self.from < self.full_from - 0.5,
            self.full_to + 0.5 < self.to,
        ]
    }

    /// The part at full strength; the whole where that is next to nothing.
    fn solid(&self, strip: Strip) -> Rect {
        if self.full_to - self.full_from < LEAST {
            strip.rect(self.from, self.to)
        } else {
            strip.rect(self.full_from, self.full_to)
        }
    }

    /// How strong the shape is at `at`: 0 to 1.
    fn strength(&self, at: f64) -> f64 {
        let ramp = |from: f64, full: f64| {
            if (full - from).abs() < 1e-9 {
                1.0
            } else {
                ((at - from) / (full - from)).clamp(0.0, 1.0)
            }
        };
        if at < self.full_from {
            ramp(self.from, self.full_from)
        } else if at > self.full_to {
            ramp(self.to, self.full_to)
        } else {
            1.0
        }
    }

    /// A bar from `from` to `to`, as strong everywhere as the shape is there: also where an end
    /// that fades lies beyond the plot.
    fn ramp(&self, strip: Strip, from: f64, to: f64, color: Rgba) -> Mark {
        let (from, to) = (strip.held(from), strip.held(to));
        let within = |&at: &f64| from < at && at < to;
        let full = [self.full_from, self.full_to];
        let places = full.into_iter().filter(within);
        let places = [from].into_iter().chain(places).chain([to]);
        #[expect(clippy::cast_possible_truncation, reason = "0 to 1")]
        let stop = |at| (strip.x(at), color.at(self.strength(at) as f32));
        Mark::Rect {
            rect: strip.rect(from, to),
            radius: 0.0,
            fill: Paint::Across(places.map(stop).collect()),
            stroke: None,
        }
    }

    /// The ends alone, where they fade.
    fn wings(&self, strip: Strip, color: Rgba) -> Vec<Mark> {
        let mut wings = Vec::new();
        let [left, right] = self.fading();
        if left {
            wings.push(self.ramp(strip, self.from, self.full_from, color));
        }
        if right {
            wings.push(self.ramp(strip, self.full_to, self.to, color));
        }
        wings
    }

    fn lozenge_marks(&self, center: Point, ink: Ink, status: Status) -> Vec<Mark> {
        #[expect(clippy::cast_possible_truncation, reason = "9 points")]
        let across = LOZENGE as f32;
        let half = across / 2.0 + 1.0;
        let outlined = |dash: Dash, half: f32, fill: Paint| {
            outlined_lozenge(center, half, fill, Stroke::new(1.4, ink.line, dash))
        };
        let soft = Paint::Solid(ink.line.at(SOFT));
        let dotted = |status| {
            if status == Status::Planned {
                Dash::Dotted
            } else {
                Dash::Dashed
            }
        };
        match status {
            Status::Anonymous | Status::Planned => vec![outlined(dotted(status), half, soft)],
            _ if self.uncertain => vec![outlined(Dash::Dashed, half, Paint::None)],
            Status::Documented => vec![lozenge(center, across, ink.line)],
            Status::Attributed => vec![
                lozenge(center, across, ink.line),
                end_dot(center.moved(half + 2.0, 0.0), ink),
            ],
            Status::Disputed => vec![
                lozenge(center, across - 3.0, ink.line),
                outlined(Dash::Dotted, half + 1.0, Paint::None),
            ],
            Status::Denied => vec![lozenge(center, across, ink.line), cross(center, ink)],
        }
    }

    fn bar_marks(&self, strip: Strip, ink: Ink, status: Status) -> Vec<Mark> {
        let soft = self.kind == Kind::Soft || is_soft(status);
        let fill = if soft { ink.line.at(SOFT) } else { ink.line };
        if self.uncertain {
            return self.outline_marks(strip, ink);
        }
        let rect = strip.rect(self.from, self.to);
        let mut marks = if self.fades() {
            vec![self.ramp(strip, self.from, self.to, fill)]
        } else {
            let radius = if soft { 0.0 } else { 2.0 };
            vec![Mark::Rect {
                rect,
                radius,
                fill: Paint::Solid(fill),
                stroke: None,
            }]
        };
        if self.kind == Kind::Soft {
            let base = Rect::between(rect.left, rect.bottom - 2.0, rect.right, rect.bottom);
            let mut line = self.ramp(strip, self.from, self.to, ink.line);
            if let Mark::Rect { rect, fill, .. } = &mut line {
                *rect = base;
                if !self.fades() {
                    *fill = Paint::Solid(ink.line);
                }
            }
            marks.push(line);
        }
        marks
    }

    /// A dashed outline without a fill; where the ends fade as well, they do so beside it.
    fn outline_marks(&self, strip: Strip, ink: Ink) -> Vec<Mark> {
        let mut marks = self.wings(strip, ink.line.at(FAINT));
        marks.push(Mark::Rect {
            rect: self.solid(strip),
            radius: 0.0,
            fill: Paint::None,
            stroke: Some(Stroke::new(1.2, ink.line, Dash::Dashed)),
        });
        marks
    }

    /// The members of a set, joined by a hairline: full where it was at all of them, hollow where
    /// it was at one of them.
    fn member_marks(&self, strip: Strip, ink: Ink) -> Vec<Mark> {
        let middle = strip.middle();
        let mut line = self.ramp(strip, self.from, self.to, ink.line);
        if let Mark::Rect { rect, .. } = &mut line {
            *rect = Rect::between(rect.left, middle - 0.5, rect.right, middle + 0.5);
        }
        let fill = match (self.uncertain, self.all) {
            (true, _) => Paint::Solid(ink.ground),
            (false, true) => Paint::Solid(ink.line),
            (false, false) => Paint::Solid(ink.line.at(SOFT).over(ink.ground)),
        };
        let dash = if self.uncertain {
            Dash::Dashed
        } else {
            Dash::Solid
        };
        let stroke = Stroke::new(1.0, ink.line, dash);
        let mut marks = vec![line];
        for &(from, to) in &self.members {
            let (from, to) = (strip.x(from), strip.x(to));
            marks.push(if to - from < 12.0 {
                outlined_lozenge(point(from.midpoint(to), middle), 4.0, fill.clone(), stroke)
            } else {
                Mark::Rect {
                    rect: Rect::between(from, middle - 4.0, to, middle + 4.0),
                    radius: 0.0,
                    fill: fill.clone(),
                    stroke: Some(stroke),
                }
            });
        }
        marks
    }
}

/// Whether what has `status` is never filled at full strength.
fn is_soft(status: Status) -> bool {
    matches!(
        status,
        Status::Anonymous | Status::Planned | Status::Disputed
    )
}

fn outlined_lozenge(center: Point, half: f32, fill: Paint, stroke: Stroke) -> Mark {
    Mark::Poly {
        points: vec![
            center.moved(0.0, -half),
            center.moved(half, 0.0),
            center.moved(0.0, half),
            center.moved(-half, 0.0),
        ],
        closed: true,
        fill,
        stroke: Some(stroke),
    }
}

fn status_marks(status: Status, rect: Rect, fades: [bool; 2], ink: Ink) -> Vec<Mark> {
    let outline = |dash: Dash| outline(rect, fades, Stroke::new(1.2, ink.line, dash));
    let line = |y: f32, dash: Dash| Mark::Poly {
        points: vec![point(rect.left, y), point(rect.right, y)],
        closed: false,
        fill: Paint::None,
        stroke: Some(Stroke::new(1.6, ink.line, dash)),
    };
    match status {
        Status::Documented => Vec::new(),
        Status::Attributed => vec![end_dot(point(rect.right + 1.0, rect.center().y), ink)],
        Status::Anonymous => outline(Dash::Dashed),
        Status::Disputed => vec![line(rect.top, Dash::Solid), line(rect.bottom, Dash::Dashed)],
        Status::Denied => vec![cross(rect.center(), ink)],
        Status::Planned => outline(Dash::Dotted),
    }
}

/// An outline that has no line where an end `fades`: it would say exactly where that is.
fn outline(rect: Rect, fades: [bool; 2], stroke: Stroke) -> Vec<Mark> {
    let line = |points: Vec<Point>| Mark::Poly {
        points,
        closed: false,
        fill: Paint::None,
        stroke: Some(stroke),
    };
    let (left, right) = (rect.left, rect.right);
    let top = [point(left, rect.top), point(right, rect.top)];
    let bottom = [point(left, rect.bottom), point(right, rect.bottom)];
    match fades {
        [false, false] => vec![Mark::Rect {
            rect,
            radius: 0.0,
            fill: Paint::None,
            stroke: Some(stroke),
        }],
        [true, false] => vec![line(vec![top[0], top[1], bottom[1], bottom[0]])],
        [false, true] => vec![line(vec![top[1], top[0], bottom[0], bottom[1]])],
        [true, true] => vec![line(top.to_vec()), line(bottom.to_vec())],
    }
}

fn end_dot(at: Point, ink: Ink) -> Mark {
    Mark::Circle {
        center: at,
        radius: 2.6,
        fill: Paint::Solid(ink.ground),
        stroke: Some(Stroke::solid(1.3, ink.line)),
    }
}

/// A stroke across, on a rim of the ground so that it shows on a bar of its own colour.
fn cross(at: Point, ink: Ink) -> Mark {
    Mark::Poly {
        points: vec![
            at.moved(-6.0, 8.0),
            at.moved(-4.0, 9.0),
            at.moved(6.0, -8.0),
            at.moved(4.0, -9.0),
        ],
        closed: true,
        fill: Paint::Solid(ink.line),
        stroke: Some(Stroke::solid(1.2, ink.ground)),
    }
}

fn chevron(at: Point, toward: f32, color: Rgba) -> Mark {
    Mark::Poly {
        points: vec![
            at.moved(-4.0 * toward, -6.0),
            at.moved(2.0 * toward, 0.0),
            at.moved(-4.0 * toward, 6.0),
        ],
        closed: false,
        fill: Paint::None,
        stroke: Some(Stroke::solid(2.0, color)),
    }
}
