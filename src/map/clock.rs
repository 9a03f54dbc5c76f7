//! The slider of time at the foot of the map: how much changes when, and the day or the stretch that
//! the map is shown as of.

use crate::index::Index;
use crate::scene::{
    Anchor, Layer, Mark, Measurer, Paint, Rect, Scene, Size, Stroke, TextMark, TextStyle, Theme,
    point,
};
use crate::story::calendar::{TICKS_PER_DAY, TICKS_PER_YEAR, Tick};
use crate::story::date::{Known, Span};
use crate::timeline::{Scale, axis};
use crate::view::{Moment, Window};

/// Height of the slider, in points.
pub const HEIGHT: f32 = 36.0;
/// Where the track lies, in points from the top.
const TRACK: f32 = 17.0;
/// Points across of a column of changes.
const COLUMN: f32 = 4.0;
/// Radius of a knob, in points.
const KNOB: f32 = 6.0;
/// Points kept free at either end of the track.
const MARGIN: f32 = 10.0;

/// When the relations and the actors of a story begin and end.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Stretches in which something begins or ends, by their beginnings, in ticks.
    all: Vec<(i64, i64)>,
    /// Days on which something may have begun, or has ended, in order, each once.
    days: Vec<i64>,
    /// From the first change to the last, with a little room.
    extent: Option<Window>,
}

impl Changes {
    /// The changes of all that `index` has on show.
    #[must_use]
    pub fn of(index: &Index) -> Self {
        let story = index.story();
        let mut changes = Self::default();
        for (ix, relation) in story.relations_with_ix() {
            if let Some(date) = relation.during.date
                && index.shows_relation(ix)
            {
                changes.add(date.span());
            }
        }
        for (ix, actor) in story.actors_with_ix() {
            if let Some(date) = actor.during
                && index.shows_actor(ix)
            {
                changes.add(date.span());
            }
        }
        changes.all.sort_unstable();
        changes.days.sort_unstable();
        changes.days.dedup();
        let first = changes.all.first().map(|change| change.0);
        let last = changes.all.iter().map(|change| change.1).max();
        changes.extent = first.zip(last).map(|(from, to)| {
            let room = (to.saturating_sub(from) / 40).max(TICKS_PER_DAY);
            Window {
                from: Tick(from.saturating_sub(room)).day().0,
                to: Tick(to.saturating_add(room)).day().0,
            }
        });
        changes
    }

    fn add(&mut self, span: &Span) {
        let (start, end) = (&span.start, &span.end);
        if start.known == Known::Dated && start.earliest > Tick::MIN {
            self.all.push((start.earliest.0, start.latest.0));
            self.days.push(start.earliest.day().0);
        }
        if end.known == Known::Dated && end.latest < Tick::MAX {
            self.all.push((end.earliest.0, end.latest.0));
            self.days.push(end.latest.day().0);
        }
    }

    /// The stretch of time that the slider is for; none where nothing has a date.
    #[must_use]
    pub fn extent(&self) -> Option<Window> {
        self.extent
    }

    /// The first day after `at` on which something changes.
    #[must_use]
    pub fn after(&self, at: Tick) -> Option<Tick> {
        let next = self.days.partition_point(|&day| day <= at.0);
        self.days.get(next).copied().map(Tick)
    }

    /// The last day before `at` on which something changes.
    #[must_use]
    pub fn before(&self, at: Tick) -> Option<Tick> {
        let next = self.days.partition_point(|&day| day < at.0);
        Some(Tick(*self.days.get(next.checked_sub(1)?)?))
    }

    /// How many changes fall into each of `count` columns of `scale`; one that is known to no more than
    /// a stretch is spread over it.
    fn columns(&self, scale: &Scale, count: usize) -> Vec<f32> {
        let mut steps = vec![0.0_f32; count + 1];
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a column"
        )]
        let column = |tick: i64| {
            let at = scale.x(Tick(tick)) / f64::from(COLUMN);
            at.clamp(0.0, count.saturating_sub(1) as f64) as usize
        };
        for &(from, to) in &self.all {
            let (first, last) = (column(from), column(to.saturating_sub(1).max(from)));
            #[expect(clippy::cast_precision_loss, reason = "a few hundred columns")]
            let share = 1.0 / (last - first + 1) as f32;
            steps[first] += share;
            steps[last + 1] -= share;
        }
        let mut sum = 0.0;
        steps.truncate(count);
        for step in &mut steps {
            sum += *step;
            *step = sum.max(0.0);
        }
        steps
    }
}

/// The part of the slider under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handle {
    /// The as-of date.
    At,
    /// Where the stretch begins.
    Since,
    /// The track beside them.
    Track,
}

/// The slider as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// What it shows.
    pub scene: Scene,
    scale: Scale,
    extent: Window,
    moment: Option<Moment>,
}

/// The slider of `size` for `changes`, at `moment`; none where nothing has a date.
#[must_use]
pub fn clock(
    changes: &Changes,
    moment: Option<Moment>,
    size: Size,
    theme: &Theme,
    measurer: &Measurer,
) -> Option<Clock> {
    let extent = changes.extent()?;
    let width = (size.width - MARGIN * 2.0).max(1.0);
    let scale = Scale::new(extent, f64::from(width));
    let mut clock = Clock {
        scene: Scene::new(size, theme.canvas),
        scale,
        extent,
        moment,
    };
    let mut layer = Layer::new("time");
    layer.plain(clock.ridge(changes, width, theme));
    layer.plain(clock.years(size, theme, measurer));
    layer.plain(clock.track(width, theme));
    clock.scene.layers.push(layer);
    Some(clock)
}

impl Clock {
    /// Where `tick` stands, in points from the left; held on the track.
    #[must_use]
    pub fn x(&self, tick: Tick) -> f32 {
        let held = self.scale.x(tick).clamp(0.0, self.scale.width());
        #[expect(clippy::cast_possible_truncation, reason = "a place on the track")]
        let x = held as f32;
        MARGIN + x
    }

    /// The day that stands at `x`, in points from the left; held within the extent.
    #[must_use]
    pub fn day_at(&self, x: f32) -> Tick {
        let at = self.scale.tick_at(f64::from(x - MARGIN)).day();
        // The end of the extent is the beginning of the day after it.
        let (first, last) = (Tick(self.extent.from), Tick(self.extent.to - 1).day());
        at.clamp(first, last.max(first))
    }

    /// What lies at `x`, within `slack` points of a knob.
    #[must_use]
    pub fn handle_at(&self, x: f32, slack: f32) -> Handle {
        let Some(moment) = self.moment else {
            return Handle::Track;
        };
        let near = |at: Tick| (self.x(at) - x).abs() <= KNOB + slack;
        match moment.since {
            _ if near(moment.at) => Handle::At,
            Some(since) if near(since) => Handle::Since,
            _ => Handle::Track,
        }
    }

    fn ridge(&self, changes: &Changes, width: f32, theme: &Theme) -> Vec<Mark> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few hundred columns"
        )]
        let count = (width / COLUMN).ceil() as usize;
        let counts = changes.columns(&self.scale, count);
        let most = counts.iter().copied().fold(0.0, f32::max);
        if most <= 0.0 {
            return Vec::new();
        }
        #[expect(clippy::cast_precision_loss, reason = "a few hundred columns")]
        let bar = |(n, count): (usize, &f32)| {
            let height = (count / most).sqrt() * (TRACK - 8.0);
            let left = MARGIN + n as f32 * COLUMN;
            Rect::between(left, TRACK - 4.0 - height, left + COLUMN, TRACK - 4.0)
        };
        let full = counts.iter().enumerate().filter(|(_, count)| **count > 0.0);
        vec![Mark::Bars {
            rects: full.map(bar).collect(),
            fill: theme.muted.at(0.45).over(theme.canvas),
        }]
    }

    /// The years under the track.
    fn years(&self, size: Size, theme: &Theme, measurer: &Measurer) -> Vec<Mark> {
        let axis = axis(&self.scale, measurer);
        // Where the fine ticks are years, they are the years.
        let year_long = self
            .scale
            .window()
            .to
            .saturating_sub(self.scale.window().from)
            > 4 * TICKS_PER_YEAR;
        let ticks = if year_long { &axis.fine } else { &axis.coarse };
        let mut right = 0.0;
        let mut marks = Vec::new();
        for tick in ticks.iter().filter(|tick| !tick.label.is_empty()) {
            let width = measurer.width(&tick.label, TextStyle::Caption);
            let left = MARGIN + tick.x - width / 2.0;
            if left < right || left + width > size.width {
                continue;
            }
            right = left + width + 12.0;
            marks.push(Mark::Text(TextMark {
                at: point(MARGIN + tick.x, size.height - 2.0),
                anchor: Anchor::Middle,
                text: tick.label.clone(),
                style: TextStyle::Caption,
                color: theme.muted,
                halo: None,
                angle: 0.0,
            }));
        }
        marks
    }

    fn track(&self, width: f32, theme: &Theme) -> Vec<Mark> {
        let bar = |from: f32, to: f32, color| Mark::Rect {
            rect: Rect::between(from, TRACK - 1.5, to.max(from), TRACK + 1.5),
            radius: 1.5,
            fill: Paint::Solid(color),
            stroke: None,
        };
        let (left, right) = (MARGIN, MARGIN + width);
        let mut marks = vec![bar(left, right, theme.hairline)];
        let Some(moment) = self.moment else {
            // All of it counts.
            marks.push(bar(left, right, theme.muted));
            return marks;
        };
        let at = self.x(moment.at);
        let knob = |x: f32, full: bool| Mark::Circle {
            center: point(x, TRACK),
            radius: if full { KNOB } else { KNOB - 1.0 },
            fill: Paint::Solid(if full { theme.accent } else { theme.canvas }),
            stroke: Some(if full {
                Stroke::solid(1.5, theme.canvas)
            } else {
                Stroke::solid(2.0, theme.accent)
            }),
        };
        match moment.since.map(|since| self.x(since)) {
            Some(since) => {
                marks.push(bar(since, at, theme.accent));
                marks.push(knob(since, false));
            }
            None => marks.push(bar(left, at, theme.muted)),
        }
        marks.push(knob(at, true));
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::size;
    use crate::story::Date;
    use crate::story::build::{Actor, Builder, Relation};
    use crate::story::calendar::Civil;
    use std::sync::Arc;

    fn day(year: i64, month: u8, day: u8) -> Tick {
        Civil::new(year, month, day).start()
    }

    fn index_of(dates: &[&str]) -> Index {
        let mut builder = Builder::new("Ties");
        let [a, b] = ["a", "b"].map(|id| {
            builder.actor(Actor {
                id: id.into(),
                name: id.into(),
                ..Actor::default()
            })
        });
        for (n, date) in dates.iter().enumerate() {
            builder.relation(Relation {
                id: format!("r{n}"),
                kind: "knows".into(),
                date: Date::parse(date).ok(),
                from: a,
                to: b,
                ..Relation::default()
            });
        }
        Index::new(Arc::new(builder.finish()))
    }

    #[test]
    fn one_steps_from_change_to_change() {
        let index = index_of(&["2019-01-01/2021-12-31", "2020-05/..", "", "/2022-02-01"]);
        let changes = Changes::of(&index);
        let mut at = Tick::MIN;
        let mut days = Vec::new();
        while let Some(next) = changes.after(at) {
            days.push(next);
            at = next;
        }
        let wanted = [
            day(2019, 1, 1),
            day(2020, 5, 1),
            day(2022, 1, 1),
            day(2022, 2, 2),
        ];
        assert_eq!(days, wanted);
        assert_eq!(changes.before(day(2020, 5, 1)), Some(day(2019, 1, 1)));
        assert_eq!(changes.before(day(2019, 1, 1)), None);
    }

    #[test]
    fn a_place_on_the_track_and_its_day_belong_together() {
        let index = index_of(&["2019-01-01/2021-12-31"]);
        let changes = Changes::of(&index);
        let at = day(2020, 6, 15);
        let moment = Moment {
            since: Some(day(2019, 3, 1)),
            at,
        };
        let (theme, measurer) = (Theme::of(false), Measurer::new());
        let clock = clock(
            &changes,
            Some(moment),
            size(1600.0, HEIGHT),
            theme,
            &measurer,
        )
        .unwrap();
        assert!(clock.day_at(clock.x(at)).0.abs_diff(at.0) < 2 * TICKS_PER_DAY.unsigned_abs());
        assert_eq!(clock.handle_at(clock.x(at) + 3.0, 2.0), Handle::At);
        assert_eq!(
            clock.handle_at(clock.x(day(2019, 3, 1)), 2.0),
            Handle::Since
        );
        assert_eq!(
            clock.handle_at(clock.x(day(2021, 3, 1)), 2.0),
            Handle::Track
        );
        let extent = changes.extent().unwrap();
        assert_eq!(clock.day_at(-500.0).0, extent.from);
        assert!(clock.day_at(9000.0).0 < extent.to);
    }

    #[test]
    fn every_change_is_counted_once() {
        let index = index_of(&["2019-01-01/2021-12-31", "2020/..", "2020-03-01/2020-04"]);
        let changes = Changes::of(&index);
        let scale = Scale::new(changes.extent().unwrap(), 800.0);
        let sum: f32 = changes.columns(&scale, 200).iter().sum();
        assert!((sum - 5.0).abs() < 0.01, "{sum}");
    }

    #[test]
    fn a_story_without_dated_relations_has_no_slider() {
        let changes = Changes::of(&index_of(&["", "/.."]));
        let (theme, measurer) = (Theme::of(false), Measurer::new());
        assert!(clock(&changes, None, size(800.0, HEIGHT), theme, &measurer).is_none());
    }
}
