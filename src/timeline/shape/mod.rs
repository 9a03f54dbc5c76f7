//! How a date is drawn: never sharper than it is known.

use crate::scene::glyph::lozenge;
use crate::scene::{Dash, Mark, Paint, Point, Rect, Rgba, Stroke, point};
use crate::story::Status;
use crate::story::date::{Edge, Form, Known, Span};

use super::scale::Scale;

/// Height of a bar, in points.
pub const BAR: f32 = 14.0;
/// Width of a moment's lozenge, in points.
pub const LOZENGE: f64 = 9.0;
/// Least width of a soft bar, in points: never a dot.
pub const LEAST: f64 = 6.0;
/// Least fade of an approximate end, in points.
pub const FADE: f64 = 12.0;
/// How far an unknown end fades, in points.
pub const UNKNOWN: f64 = 40.0;
/// Strength of a bar that says "somewhere in here".
const SOFT: f32 = 0.35;

/// A date on a scale: x in points from the left of the plot, which may lie far outside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What kind of mark it is.
    pub kind: Kind,
    /// Where it begins to show.
    pub from: f64,
    /// Where it is at full strength.
    pub full_from: f64,
    /// Up to where it is at full strength.
    pub full_to: f64,
    /// Where it ends to show.
    pub to: f64,
    /// `?` or `%` stands in the date.
    pub uncertain: bool,
    /// It has no end on the left.
    pub open_left: bool,
    /// It has no end on the right.
    pub open_right: bool,
    /// The members of a set, as places on the scale.
    pub members: Vec<(f64, f64)>,
}

/// The kinds of marks for dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A moment too short for a bar at this scale.
    Lozenge,
    /// A stretch, sharp or fading at its ends.
    Bar,
    /// Somewhere in here.
    Soft,
    /// Several places, joined.
    Members,
}

impl Shape {
    /// The shape of `span` on `scale`.
    #[must_use]
    pub fn new(span: &Span, scale: &Scale) -> Self {
        let (from, to) = span.outer();
        let mut shape = Self {
            kind: Kind::Bar,
            from: scale.x(from),
            full_from: scale.x(from),
            full_to: scale.x(to),
            to: scale.x(to),
            uncertain: span.uncertain,
            open_left: false,
            open_right: false,
            members: Vec::new(),
        };
        match span.form {
            Form::Moment => {
                if shape.to - shape.from < LOZENGE {
                    shape.kind = Kind::Lozenge;
                    shape.widen(LOZENGE);
                }
            }
            Form::Within => {
                shape.kind = Kind::Soft;
                shape.widen(LEAST);
            }
            Form::Interval => shape.stretch(span, scale),
            Form::OneOf | Form::AllOf => {
                shape.kind = Kind::Members;
                shape.open_left = span.start.known == Known::Open;
                shape.open_right = span.end.known == Known::Open;
                shape.members = span
                    .members
                    .iter()
                    .map(|m| (scale.x(m.0), scale.x(m.1)))
                    .collect();
                shape.widen(LOZENGE);
            }
        }
        if span.approximate && span.form != Form::Interval {
            let fade = ((shape.to - shape.from) * 0.1).max(FADE);
            shape.full_from = shape.from;
            shape.full_to = shape.to;
            shape.from -= fade;
            shape.to += fade;
        }
        shape
    }

    /// An interval: each end as sharp as it is known.
    fn stretch(&mut self, span: &Span, scale: &Scale) {
        let side = |edge: &Edge| (scale.x(edge.earliest), scale.x(edge.latest));
        let (start, end) = (side(&span.start), side(&span.end));
        match (span.start.known, span.end.known) {
            (Known::Unknown, Known::Unknown) => {
                // Nothing is known but that it was: a fade about the middle of the view.
                let middle = scale.width() / 2.0;
                (self.from, self.full_from) = (middle - UNKNOWN, middle);
                (self.full_to, self.to) = (middle, middle + UNKNOWN);
                return;
            }
            (Known::Unknown, _) => {
                let sharp = if span.end.known == Known::Open {
                    scale.width()
                } else {
                    end.0
                };
                (self.from, self.full_from) = (sharp - UNKNOWN, sharp);
            }
            _ => (self.from, self.full_from) = start,
        }
        (self.full_to, self.to) = if span.end.known == Known::Unknown {
            (start.1, start.1 + UNKNOWN)
        } else {
            end
        };
        self.open_left = span.start.known == Known::Open;
        self.open_right = span.end.known == Known::Open;
        // A ramp over the days or months in which the end may lie; one that overlaps the other
        // end's meets it half way.
        if self.full_from > self.full_to {
            let middle = self.full_from.midpoint(self.full_to);
            (self.full_from, self.full_to) = (middle, middle);
        }
        let fade = ((self.full_to - self.full_from).min(4000.0) * 0.1).max(FADE);
        if span.start.approximate {
            self.from -= fade;
        }
        if span.end.approximate {
            self.to += fade;
        }
        self.widen(LEAST);
    }

    /// Makes the shape at least `least` points wide, about its middle.
    fn widen(&mut self, least: f64) {
        if self.to - self.from < least {
            let middle = self.from.midpoint(self.to);
            (self.from, self.to) = (middle - least / 2.0, middle + least / 2.0);
            (self.full_from, self.full_to) = (self.from, self.to);
        }
    }

    /// The part within `0..width`, with a point to spare; `None` where nothing shows.
    #[must_use]
    pub fn visible(&self, width: f64) -> Option<(f64, f64)> {
        let (from, to) = (self.from.max(-1.0), self.to.min(width + 1.0));
        (from < to).then_some((from, to))
    }

    /// The marks of the shape within a plot that begins at `left` and is `width` points wide; its
    /// bar's top stands at `top`.
    #[must_use]
    pub fn marks(&self, left: f32, width: f64, top: f32, ink: Ink, status: Status) -> Vec<Mark> {
        #[expect(clippy::cast_possible_truncation, reason = "held near the plot")]
        let x = |at: f64| left + at.clamp(-20.0, width + 20.0) as f32;
        let middle = top + BAR / 2.0;
        let rect = Rect::between(x(self.from), top, x(self.to), top + BAR);
        let solid = Rect::between(x(self.full_from), top, x(self.full_to), top + BAR);
        let mut marks = match self.kind {
            Kind::Lozenge => self.lozenge_marks(rect.center(), ink, status),
            Kind::Members => self.member_marks(&x, middle, ink),
            Kind::Bar | Kind::Soft => self.bar_marks(rect, solid, ink, status),
        };
        if self.kind != Kind::Lozenge {
            marks.extend(status_marks(
                status,
                if self.uncertain { solid } else { rect },
                ink,
            ));
        }
        #[expect(clippy::cast_possible_truncation, reason = "a plot's width")]
        let right = left + width as f32;
        if self.open_left && self.to > 0.0 {
            marks.push(chevron(point(left.max(rect.left) + 3.0, middle), -1.0, ink));
        }
        if self.open_right && self.from < width {
            marks.push(chevron(
                point(right.min(rect.right) - 3.0, middle),
                1.0,
                ink,
            ));
        }
        marks
    }

    fn lozenge_marks(&self, center: Point, ink: Ink, status: Status) -> Vec<Mark> {
        #[expect(clippy::cast_possible_truncation, reason = "9 points")]
        let across = LOZENGE as f32;
        let half = across / 2.0 + 1.0;
        let corners = |half: f32| {
            vec![
                center.moved(0.0, -half),
                center.moved(half, 0.0),
                center.moved(0.0, half),
                center.moved(-half, 0.0),
            ]
        };
        let outlined = |dash: Dash, half: f32, fill: Paint| Mark::Poly {
            points: corners(half),
            closed: true,
            fill,
            stroke: Some(Stroke::new(1.4, ink.line, dash)),
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

    fn bar_marks(&self, rect: Rect, solid: Rect, ink: Ink, status: Status) -> Vec<Mark> {
        let soft = self.kind == Kind::Soft
            || matches!(
                status,
                Status::Anonymous | Status::Planned | Status::Disputed
            );
        let fill = if soft { ink.line.at(SOFT) } else { ink.line };
        let fades = rect.left < solid.left - 0.5 || solid.right + 0.5 < rect.right;
        if self.uncertain {
            let mut marks = Vec::new();
            if fades {
                // Both: the outline says uncertain, the fades say about.
                marks.push(faded(rect, solid, ink.line.at(0.3)));
            }
            marks.push(Mark::Rect {
                rect: solid,
                radius: 0.0,
                fill: Paint::None,
                stroke: Some(Stroke::new(1.2, ink.line, Dash::Dashed)),
            });
            return marks;
        }
        let mut marks = if fades {
            vec![faded(rect, solid, fill)]
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
            let solid = Rect {
                top: base.top,
                ..solid
            };
            marks.push(if fades {
                faded(base, solid, ink.line)
            } else {
                Mark::Rect {
                    rect: base,
                    radius: 0.0,
                    fill: Paint::Solid(ink.line),
                    stroke: None,
                }
            });
        }
        marks
    }

    fn member_marks(&self, x: &impl Fn(f64) -> f32, middle: f32, ink: Ink) -> Vec<Mark> {
        let mut marks = Vec::new();
        let ends = |member: &(f64, f64)| (x(member.0), x(member.1));
        let line = |from: f32, to: f32, width: f32| Mark::Poly {
            points: vec![point(from, middle), point(to, middle)],
            closed: false,
            fill: Paint::None,
            stroke: Some(Stroke::solid(width, ink.line)),
        };
        marks.push(line(x(self.from), x(self.to), 1.0));
        for (from, to) in self.members.iter().map(ends) {
            if to - from < 12.0 {
                marks.push(lozenge(point(from.midpoint(to), middle), 7.0, ink.line));
            } else {
                let rect = Rect::between(from, middle - 4.0, to, middle + 4.0);
                let fill = Paint::Solid(ink.line.at(SOFT).over(ink.ground));
                marks.push(Mark::Rect {
                    rect,
                    radius: 0.0,
                    fill,
                    stroke: Some(Stroke::solid(1.0, ink.line)),
                });
            }
        }
        marks
    }
}

/// What a shape is drawn with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    /// The kind's colour, stepped back where something else is lit.
    pub line: Rgba,
    /// What lies behind.
    pub ground: Rgba,
}

/// A bar that is at full strength over `solid` and fades to nothing at the ends of `rect`.
fn faded(rect: Rect, solid: Rect, color: Rgba) -> Mark {
    let clear = color.at(0.0);
    let mut stops = vec![(
        rect.left,
        if rect.left < solid.left - 0.5 {
            clear
        } else {
            color
        },
    )];
    stops.push((solid.left.max(rect.left), color));
    stops.push((solid.right.clamp(rect.left, rect.right), color));
    stops.push((
        rect.right,
        if solid.right + 0.5 < rect.right {
            clear
        } else {
            color
        },
    ));
    Mark::Rect {
        rect,
        radius: 0.0,
        fill: Paint::Across(stops),
        stroke: None,
    }
}

fn status_marks(status: Status, rect: Rect, ink: Ink) -> Vec<Mark> {
    let outline = |dash: Dash| Mark::Rect {
        rect,
        radius: 0.0,
        fill: Paint::None,
        stroke: Some(Stroke::new(1.2, ink.line, dash)),
    };
    let line = |y: f32, dash: Dash| Mark::Poly {
        points: vec![point(rect.left, y), point(rect.right, y)],
        closed: false,
        fill: Paint::None,
        stroke: Some(Stroke::new(1.6, ink.line, dash)),
    };
    match status {
        Status::Documented => Vec::new(),
        Status::Attributed => vec![end_dot(point(rect.right + 1.0, rect.center().y), ink)],
        Status::Anonymous => vec![outline(Dash::Dashed)],
        Status::Disputed => vec![line(rect.top, Dash::Solid), line(rect.bottom, Dash::Dashed)],
        Status::Denied => vec![cross(rect.center(), ink)],
        Status::Planned => vec![outline(Dash::Dotted)],
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

fn chevron(at: Point, toward: f32, ink: Ink) -> Mark {
    Mark::Poly {
        points: vec![
            at.moved(-4.0 * toward, -6.0),
            at.moved(2.0 * toward, 0.0),
            at.moved(-4.0 * toward, 6.0),
        ],
        closed: false,
        fill: Paint::None,
        stroke: Some(Stroke::solid(2.0, ink.ground)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Date;
    use crate::story::calendar::Civil;
    use crate::view::Window;

    /// 2000 to 2100 on 1000 points: ten points to the year.
    fn shape(text: &str) -> Shape {
        let window = Window::new(
            Civil::new(2000, 1, 1).start(),
            Civil::new(2100, 1, 1).start(),
        );
        Shape::new(
            Date::parse(text).unwrap().span(),
            &Scale::new(window, 1000.0),
        )
    }

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 0.2
    }

    #[test]
    fn a_day_is_a_lozenge_and_a_bar_once_it_is_wide() {
        assert_eq!(shape("2050-06-01").kind, Kind::Lozenge);
        let day = Civil::new(2050, 6, 1).start();
        let scale = Scale::new(
            Window::new(day, day + crate::story::calendar::TICKS_PER_DAY),
            500.0,
        );
        let wide = Shape::new(Date::parse("2050-06-01").unwrap().span(), &scale);
        assert_eq!(wide.kind, Kind::Bar);
    }

    #[test]
    fn a_year_is_a_soft_bar_over_the_whole_year_and_never_a_dot() {
        let year = shape("2050");
        assert_eq!(year.kind, Kind::Soft);
        assert!(near(year.from, 500.0) && near(year.to, 510.0));
        let month = shape("2050-04");
        assert_eq!(month.kind, Kind::Soft);
        assert!(near(month.to - month.from, LEAST));
    }

    #[test]
    fn an_interval_ramps_over_the_time_in_which_its_ends_may_lie() {
        let interval = shape("2010/2030");
        assert!(near(interval.from, 100.0) && near(interval.full_from, 110.0));
        assert!(near(interval.full_to, 300.0) && near(interval.to, 310.0));
        let sharp = shape("2010-01-01/2030-01-01");
        assert!(sharp.full_from - sharp.from < 0.2);
    }

    #[test]
    fn an_approximate_end_fades_over_a_tenth_and_at_least_twelve_points() {
        let about = shape("2010-01-01~/2080-01-01");
        assert!(near(about.full_from - about.from, 70.0), "{about:?}");
        assert!(about.to - about.full_to < 0.2);
        let short = shape("2050~");
        assert!(near(short.full_from - short.from, FADE));
    }

    #[test]
    fn an_open_end_runs_off_and_an_unknown_end_fades_over_forty_points() {
        let open = shape("2050/..");
        assert!(open.open_right && open.to > 1000.0);
        let unknown = shape("2050-01-01/");
        assert!(!unknown.open_right && near(unknown.to - unknown.full_to, UNKNOWN));
        let start = shape("/2050-01-01");
        assert!(near(start.full_from - start.from, UNKNOWN));
    }

    #[test]
    fn an_uncertain_date_has_a_dashed_outline_and_no_fill() {
        let ink = Ink {
            line: Rgba::opaque([10, 20, 30]),
            ground: Rgba::opaque([255; 3]),
        };
        let marks = shape("2050?").marks(0.0, 1000.0, 0.0, ink, Status::Documented);
        assert!(marks.iter().all(|mark| match mark {
            Mark::Rect { fill, stroke, .. } => {
                *fill == Paint::None && stroke.is_some_and(|s| s.dash == Dash::Dashed)
            }
            _ => false,
        }));
    }

    #[test]
    fn a_set_has_a_mark_for_each_member() {
        let ink = Ink {
            line: Rgba::opaque([10, 20, 30]),
            ground: Rgba::opaque([255; 3]),
        };
        let set = shape("[2010,2030,2050]");
        assert_eq!((set.kind, set.members.len()), (Kind::Members, 3));
        assert_eq!(
            set.marks(0.0, 1000.0, 0.0, ink, Status::Documented).len(),
            4
        );
    }

    #[test]
    fn every_status_adds_what_tells_it_apart() {
        let ink = Ink {
            line: Rgba::opaque([10, 20, 30]),
            ground: Rgba::opaque([255; 3]),
        };
        for text in ["2050-06-01", "2050", "2010/2030"] {
            let drawn: Vec<_> = Status::ALL
                .map(|status| shape(text).marks(0.0, 1000.0, 0.0, ink, status))
                .into();
            for i in 0..drawn.len() {
                for j in i + 1..drawn.len() {
                    assert_ne!(drawn[i], drawn[j], "{text}: {i} and {j} look alike");
                }
            }
        }
    }
}
