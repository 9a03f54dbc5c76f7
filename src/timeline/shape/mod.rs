//! How a date is drawn: never sharper than it is known.

mod marks;

#[cfg(test)]
mod edtf;

use crate::scene::Rgba;
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

/// A date on a scale: x in points from the left of the plot, which may lie far outside it.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something of its own of the date"
)]
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
    /// It was at every one of the members, not at one that nobody knows.
    pub all: bool,
}

/// The kinds of marks for dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A moment too short for a bar at this scale; a fade on either side where it is about right.
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
            all: span.form == Form::AllOf,
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
                // A single member is a stretch: somewhere in it, or all of it.
                shape.kind = match (span.members.len(), span.form) {
                    (1, Form::OneOf) => Kind::Soft,
                    (1, _) => Kind::Bar,
                    _ => Kind::Members,
                };
                shape.open_left = span.start.known == Known::Open;
                shape.open_right = span.end.known == Known::Open;
                if shape.kind == Kind::Members {
                    let members = span.members.iter();
                    shape.members = members.map(|m| (scale.x(m.0), scale.x(m.1))).collect();
                    shape.widen(LOZENGE);
                } else {
                    shape.widen(LEAST);
                }
            }
        }
        if span.approximate && span.form != Form::Interval {
            (shape.full_from, shape.full_to) = (shape.from, shape.to);
            let fade = shape.fade();
            if !shape.open_left {
                shape.from -= fade;
            }
            if !shape.open_right {
                shape.to += fade;
            }
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
        let fade = self.fade();
        if span.start.approximate {
            self.from -= fade;
        }
        if span.end.approximate {
            self.to += fade;
        }
        self.widen(LEAST);
    }

    /// How far an approximate end fades: a tenth of what is at full strength.
    fn fade(&self) -> f64 {
        // Nobody knows a tenth of what has no end.
        let tenth = if self.open_left || self.open_right {
            0.0
        } else {
            (self.full_to - self.full_from) * 0.1
        };
        tenth.max(FADE)
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
}

/// What a shape is drawn with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    /// The kind's colour, stepped back where something else is lit.
    pub line: Rgba,
    /// What lies behind.
    pub ground: Rgba,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Dash, Mark, Paint};
    use crate::story::calendar::Civil;
    use crate::story::{Date, Status};
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

    const INK: Ink = Ink {
        line: Rgba::opaque([10, 20, 30]),
        ground: Rgba::opaque([255; 3]),
    };

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
        let marks = shape("2050?").marks(0.0, 1000.0, 0.0, INK, Status::Documented);
        assert!(marks.iter().all(|mark| match mark {
            Mark::Rect { fill, stroke, .. } => {
                *fill == Paint::None && stroke.is_some_and(|s| s.dash == Dash::Dashed)
            }
            _ => false,
        }));
    }

    #[test]
    fn a_day_that_is_about_right_is_no_lozenge_alone() {
        let day = shape("2050-06-~01");
        assert_eq!(day.kind, Kind::Lozenge);
        assert!(near(day.full_from - day.from, FADE) && near(day.to - day.full_to, FADE));
        let sharp = shape("2050-06-01").marks(0.0, 1000.0, 0.0, INK, Status::Documented);
        let about = day.marks(0.0, 1000.0, 0.0, INK, Status::Documented);
        assert_eq!(about.len(), sharp.len() + 1);
    }

    #[test]
    fn a_set_of_one_stretch_is_somewhere_in_it_or_all_of_it() {
        let before = shape("[..2050]");
        assert_eq!((before.kind, before.open_left), (Kind::Soft, true));
        assert!(near(before.to, 510.0) && before.members.is_empty());
        assert_eq!(shape("{2010..2050}").kind, Kind::Bar);
        assert!(shape("{2010,2050}").all && !shape("[2010,2050]").all);
    }

    #[test]
    fn an_end_that_fades_beyond_the_plot_is_as_strong_at_its_edge_as_it_is_there() {
        let ramp = shape("2050-01-01/209X").marks(0.0, 950.0, 0.0, INK, Status::Documented);
        let Mark::Rect {
            fill: Paint::Across(stops),
            ..
        } = &ramp[0]
        else {
            panic!("{ramp:?}");
        };
        let (x, last) = stops[stops.len() - 1];
        // Seventy of the hundred points of the ramp are gone at its cut.
        assert!(
            (x - 970.0).abs() < 0.1 && (i16::from(last.0[3]) - 77).abs() < 3,
            "{stops:?}"
        );
    }

    #[test]
    fn a_set_has_a_mark_for_each_member() {
        let set = shape("[2010,2030,2050]");
        assert_eq!((set.kind, set.members.len()), (Kind::Members, 3));
        assert_eq!(
            set.marks(0.0, 1000.0, 0.0, INK, Status::Documented).len(),
            4
        );
    }

    #[test]
    fn every_status_adds_what_tells_it_apart() {
        for text in ["2050-06-01", "2050", "2010/2030"] {
            let drawn: Vec<_> = Status::ALL
                .map(|status| shape(text).marks(0.0, 1000.0, 0.0, INK, status))
                .into();
            for i in 0..drawn.len() {
                for j in i + 1..drawn.len() {
                    assert_ne!(drawn[i], drawn[j], "{text}: {i} and {j} look alike");
                }
            }
        }
    }
}
