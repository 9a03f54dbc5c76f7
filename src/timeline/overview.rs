//! The overview strip: where the events of the whole story lie, and the window on it.

use crate::index::Index;
use crate::scene::{Layer, Mark, Paint, Point, Rect, Scene, Size, Stroke, Theme, point};
use crate::story::calendar::Tick;
use crate::view::Window;

use super::density::Density;
use super::layout::fit_window;
use super::scale::Scale;

/// Columns of the ridge.
const COLUMNS: usize = 160;
/// Width of a grip, in points.
const GRIP: f32 = 4.0;

/// The part of the strip under the pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The window's left edge.
    From,
    /// The window's right edge.
    To,
    /// The window itself.
    Window,
    /// Beside the window.
    Outside,
}

/// The overview strip.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// What it shows.
    pub scene: Scene,
    scale: Scale,
    from: f64,
    to: f64,
}

/// The strip of `size` with `window` on it, over the `density` of all events.
#[must_use]
pub fn overview(
    index: &Index,
    density: &Density,
    window: Window,
    size: Size,
    theme: &Theme,
) -> Overview {
    let scale = Scale::new(fit_window(index, size), f64::from(size.width));
    let (from, to) = (scale.x(Tick(window.from)), scale.x(Tick(window.to)));
    let mut scene = Scene::new(size, theme.background);
    let mut layer = Layer::new("overview");
    let width = f64::from(size.width);
    #[expect(clippy::cast_possible_truncation, reason = "held near the strip")]
    let held = |x: f64| x.clamp(-10.0, width + 10.0) as f32;
    // A window too small to see is still there to be caught.
    let (left, right) = (held(from), held(to).max(held(from) + 2.0 * GRIP));
    let frame = Rect::between(left, 1.0, right, size.height - 1.0);
    let mut marks = vec![Mark::Rect {
        rect: frame,
        radius: 3.0,
        fill: Paint::Solid(theme.canvas),
        stroke: Some(Stroke::solid(
            1.0,
            theme.muted.at(0.6).over(theme.background),
        )),
    }];
    marks.extend(ridge(density, &scale, size, theme));
    for x in [left, right] {
        marks.push(Mark::Rect {
            rect: Rect::around(point(x, size.height / 2.0), GRIP, 16.0),
            radius: 2.0,
            fill: Paint::Solid(theme.muted),
            stroke: None,
        });
    }
    let top = point(0.0, 0.5);
    marks.push(Mark::Poly {
        points: vec![top, point(size.width, 0.5)],
        closed: false,
        fill: Paint::None,
        stroke: Some(Stroke::solid(1.0, theme.hairline)),
    });
    layer.plain(marks);
    scene.layers.push(layer);
    Overview {
        scene,
        scale,
        from,
        to,
    }
}

/// How many events touch each column, as a muted ridge; heights by the square root.
fn ridge(density: &Density, scale: &Scale, size: Size, theme: &Theme) -> Vec<Mark> {
    #[expect(clippy::cast_precision_loss, reason = "160 columns")]
    let step = scale.ticks_per_point() * f64::from(size.width) / COLUMNS as f64;
    let mut counts = [0.0_f32; COLUMNS];
    for color in density.columns(scale.window().from, step, COLUMNS) {
        for (count, more) in counts.iter_mut().zip(color.counts) {
            *count += more;
        }
    }
    // A little blur, so that neighbours read as one slope.
    let smooth: Vec<f32> = (0..COLUMNS)
        .map(|i| {
            let at = |d: usize, back: bool| {
                let j = if back {
                    i.checked_sub(d)
                } else {
                    i.checked_add(d)
                };
                j.and_then(|j| counts.get(j)).copied().unwrap_or(0.0)
            };
            (counts[i] * 2.0 + at(1, true) + at(1, false)) / 4.0
        })
        .collect();
    let most = smooth.iter().copied().fold(0.0, f32::max);
    if most <= 0.0 {
        return Vec::new();
    }
    let base = size.height - 3.0;
    let height = |count: f32| base - (count / most).sqrt() * (size.height - 12.0);
    #[expect(clippy::cast_precision_loss, reason = "160 columns")]
    let x = |i: usize| size.width * (i as f32 + 0.5) / COLUMNS as f32;
    let color = theme.muted.at(0.35);
    // Each column is a convex piece of its own.
    (0..COLUMNS - 1)
        .filter(|&i| smooth[i] > 0.0 || smooth[i + 1] > 0.0)
        .map(|i| {
            let points: Vec<Point> = vec![
                point(x(i), height(smooth[i])),
                point(x(i + 1), height(smooth[i + 1])),
                point(x(i + 1), base),
                point(x(i), base),
            ];
            Mark::Poly {
                points,
                closed: true,
                fill: Paint::Solid(color),
                stroke: None,
            }
        })
        .collect()
}

impl Overview {
    /// The part at `x`, within `slack` points of an edge.
    #[must_use]
    pub fn part_at(&self, x: f64, slack: f64) -> Part {
        let near = |edge: f64| (x - edge).abs() <= slack;
        if near(self.from) {
            Part::From
        } else if near(self.to) {
            Part::To
        } else if self.from < x && x < self.to {
            Part::Window
        } else {
            Part::Outside
        }
    }

    /// `window` after `part` was dragged from `before` to `to`, in points.
    #[must_use]
    pub fn dragged(&self, window: Window, part: Part, before: f64, to: f64) -> Window {
        let (a, b) = (self.scale.tick_at(before), self.scale.tick_at(to));
        match part {
            Part::From => Window {
                from: b.0.min(window.to - 1),
                ..window
            },
            Part::To => Window {
                to: b.0.max(window.from + 1),
                ..window
            },
            Part::Window => window.moved(b.0.saturating_sub(a.0)),
            // Dragging beside the window draws a new one.
            Part::Outside => Window {
                from: a.0.min(b.0),
                to: a.0.max(b.0).max(a.0 + 1),
            },
        }
    }

    /// `window` with its middle at `x`.
    #[must_use]
    pub fn centered(&self, window: Window, x: f64) -> Window {
        let middle = self.scale.tick_at(x);
        window.moved(middle.0.saturating_sub(window.middle().0))
    }
}
