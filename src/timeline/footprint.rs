//! What an event takes of the time axis, whatever the scale: a stretch in ticks, and points beyond
//! its ends for what is drawn wider than it was.

use rayon::prelude::*;

use crate::index::Index;
use crate::scene::{Measurer, TextStyle};
use crate::story::Status;
use crate::story::date::{Form, Known, Span};
use crate::story::rows::EventRow;

use super::shape::{FADE, LEAST, LOZENGE, UNKNOWN};

/// Points between a mark and its label.
pub const SPACE: f64 = 6.0;
/// Points that the ring at the end of an attributed mark reaches beyond it.
pub const RING: f64 = 4.0;
/// The widest label that rows are kept free for, in points; a longer one may be shortened.
const LABEL_MOST: f64 = 330.0;
/// Points that a bar must have beside its label to hold it.
const INSIDE: f64 = 16.0;

/// What an event takes of the axis. Holds the event's [`Shape`](super::shape::Shape) at every scale.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Footprint {
    /// The first instant that it touches, in ticks; `i64::MIN` where it has no beginning.
    pub from: i64,
    /// The last, in ticks; `i64::MAX` where it has no end.
    pub to: i64,
    /// Points that its mark reaches before `from`.
    pub before: u16,
    /// Points that its mark reaches beyond `to`.
    pub after: u16,
    /// The width of its label, about, in points.
    pub label: u16,
    /// 1 to 5, or 0 for what has no date.
    pub importance: u8,
    /// Whether its label stands before its mark: where the mark stands late in the story, there is
    /// more room before it than after.
    pub leans: bool,
}

impl Footprint {
    pub(super) fn new(span: &Span) -> Self {
        let (from, to) = span.outer();
        let mut print = Self {
            from: from.0,
            to: to.0,
            ..Self::default()
        };
        let half = |least: f64| points(least / 2.0);
        match span.form {
            Form::Moment | Form::OneOf | Form::AllOf => {
                (print.before, print.after) = (half(LOZENGE), half(LOZENGE));
            }
            Form::Within => (print.before, print.after) = (half(LEAST), half(LEAST)),
            Form::Interval => print.stretch(span),
        }
        if span.approximate && span.form != Form::Interval {
            print.fade(true, true);
        }
        print
    }

    fn stretch(&mut self, span: &Span) {
        let (start, end) = (&span.start, &span.end);
        let least = points(LEAST / 2.0);
        (self.before, self.after) = (least, least);
        match (start.known, end.known) {
            // Drawn somewhere in every window.
            (Known::Unknown, Known::Unknown | Known::Open) => {
                (self.from, self.to) = (i64::MIN, i64::MAX);
            }
            (Known::Unknown, Known::Dated) => {
                self.from = end.earliest.0;
                self.before = points(UNKNOWN) + least;
            }
            (Known::Dated | Known::Open, Known::Unknown) => {
                self.to = start.latest.0;
                self.after = points(UNKNOWN) + least;
            }
            _ => {}
        }
        self.fade(start.approximate, end.approximate);
    }

    /// Makes room for ends that fade over a tenth of the mark, and a least number of points.
    fn fade(&mut self, start: bool, end: bool) {
        let (tenth, least) = match self.to.checked_sub(self.from) {
            Some(span) if self.from > i64::MIN && self.to < i64::MAX => (span / 10, points(FADE)),
            // A tenth of a mark without an end is bounded by its shape.
            _ => (0, 400 + points(FADE)),
        };
        if start {
            self.from = self.from.saturating_sub(tenth);
            self.before = self.before.saturating_add(least);
        }
        if end {
            self.to = self.to.saturating_add(tenth);
            self.after = self.after.saturating_add(least);
        }
    }

    /// The first and last tick of its mark where a point has `per_point` ticks.
    #[must_use]
    pub fn mark(&self, per_point: f64) -> (i64, i64) {
        let before = ticks(f64::from(self.before), per_point);
        let after = ticks(f64::from(self.after), per_point);
        (
            self.from.saturating_sub(before),
            self.to.saturating_add(after),
        )
    }

    /// Whether its own stretch is wider than `points` where a point has `per_point` ticks.
    #[must_use]
    pub fn is_wider(&self, points: f64, per_point: f64) -> bool {
        self.to.saturating_sub(self.from) > ticks(points, per_point)
    }

    /// The first and last tick of its mark with the whole label beside it, or on it where it fits.
    #[must_use]
    pub fn labelled(&self, per_point: f64) -> (i64, i64) {
        let (from, to) = self.mark(per_point);
        let label = f64::from(self.label);
        let within = ticks(label + INSIDE, per_point);
        if self.label == 0 || self.to.saturating_sub(self.from) >= within {
            (from, to)
        } else {
            let need = ticks(label + SPACE, per_point);
            if self.leans {
                (from.saturating_sub(need), to)
            } else {
                (from, to.saturating_add(need))
            }
        }
    }
}

/// Points as a small number, rounded up.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held between 0 and 60,000"
)]
fn points(points: f64) -> u16 {
    points.ceil().clamp(0.0, 60_000.0) as u16
}

/// `points` in ticks, where a point has `per_point`; held at the ends of the axis.
#[expect(clippy::cast_possible_truncation, reason = "saturates")]
pub(super) fn ticks(points: f64, per_point: f64) -> i64 {
    (points * per_point).ceil() as i64
}

/// What every event takes of the axis, by its index; nothing for undated ones. On threads.
#[must_use]
pub fn footprints(index: &Index, measurer: &Measurer) -> Vec<Footprint> {
    let story = index.story();
    let late = late(index);
    // Rows and not events: nothing else that an event says is looked up.
    let measure = |event: &EventRow| {
        let Some(date) = story.dates.get(event.when) else {
            return Footprint::default();
        };
        let mut print = Footprint::new(date.span());
        let title = story.texts.get(event.title);
        let width = measurer.rough_width(title, TextStyle::LabelSelected);
        print.label = points((f64::from(width) + 1.0).min(LABEL_MOST));
        print.importance = event.importance;
        print.leans = leans(date.span(), late);
        if event.status == Status::Attributed {
            print.after = print.after.saturating_add(points(RING));
        }
        print
    };
    let rows = story.events.rows.par_iter();
    rows.with_min_len(512).map(measure).collect()
}

/// The instant after which labels stand before their marks: three fifths through the story.
fn late(index: &Index) -> Option<i64> {
    let (from, to) = index.extent()?;
    #[expect(clippy::cast_possible_truncation, reason = "within the story")]
    let share = (to.since(from) * 0.6) as i64;
    Some(from.0.saturating_add(share))
}

fn leans(span: &Span, late: Option<i64>) -> bool {
    let middle = span.finite().map(|(start, end)| start.midpoint(end).0);
    middle.zip(late).is_some_and(|(middle, late)| middle > late)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::scale::Scale;
    use super::super::shape::Shape;
    use super::*;
    use crate::story::Date;
    use crate::story::calendar::Tick;
    use crate::view::Window;

    fn dates() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "2001",
            "2001~",
            "2001?",
            "2001-04",
            "2001-04~",
            "2001-04-09",
            "2001-04-09~",
            "2001-04-09T10:00:00",
            "2001/2009",
            "2001~/2009",
            "2001/2009~",
            "2001~/2009%",
            "2001/..",
            "2001~/..",
            "../2009",
            "../2009~",
            "2001/",
            "2001~/",
            "/2009",
            "/2009~",
            "[2001,2005]",
            "{2001,2005..2007}",
            "[..2001]",
            "[2001..]",
            "200X",
            "2001-21",
            "Y-120000",
            "2001-04/2001-04",
        ])
    }

    proptest! {
        #[test]
        fn a_footprint_holds_the_shape_at_every_scale(text in dates(), power in -4.0..48.0_f64, pan in -1.0..2.0_f64) {
            let span = Date::parse(text).unwrap();
            let span = span.span();
            let print = Footprint::new(span);
            let middle = span.finite().map_or(0, |(from, to)| from.midpoint(to).0);
            let width = 1000.0;
            #[expect(clippy::cast_possible_truncation, reason = "a stretch of the axis")]
            let length = (power.exp2() * width) as i64;
            #[expect(clippy::cast_possible_truncation, reason = "a stretch of the axis")]
            let from = middle.saturating_sub((pan * power.exp2() * width) as i64);
            let scale = Scale::new(Window { from, to: from.saturating_add(length) }, width);
            let shape = Shape::new(span, &scale);
            let (left, right) = print.mark(scale.ticks_per_point());
            let Some((seen_from, seen_to)) = shape.visible(width) else { return Ok(()) };
            prop_assert!(scale.x(Tick(left)) <= seen_from + 1.0, "{text}: {} {seen_from}", scale.x(Tick(left)));
            prop_assert!(scale.x(Tick(right)) >= seen_to - 1.0, "{text}: {} {seen_to}", scale.x(Tick(right)));
        }
    }
}
