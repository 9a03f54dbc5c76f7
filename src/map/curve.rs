//! The line of a relation: a gentle arc from rim to rim, with what tells its status.

use crate::scene::{Dash, Mark, Paint, Point, Rect, Rgba, Stroke, point};
use crate::story::Status;

use super::force::Change;

/// Points by which an arc bows, for each point of its length.
const BOW: f32 = 0.09;
/// Points between parallel relations at their middle.
const FAN: f32 = 16.0;
/// Length and half width of an arrowhead, in points.
const ARROW: [f32; 2] = [8.0, 3.6];

/// The arc of a relation on screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Curve {
    points: [Point; 4],
}

impl Curve {
    /// The arc between two nodes of the given radii, bowed by its `lane` among parallels. A
    /// relation with itself is a loop above its node.
    pub(super) fn between(from: (Point, f32), to: (Point, f32), lane: f32, flipped: bool) -> Self {
        let ((a, ra), (b, rb)) = (from, to);
        let length = a.distance(b);
        if length < 1.0 {
            return Self::round(a, ra, lane);
        }
        // The side is that of the pair, not of the direction, so that opposite arcs lie apart.
        let side = if flipped { -1.0 } else { 1.0 };
        let bow = (BOW * length.min(260.0) + lane * FAN) * side;
        let normal = point(-(b.y - a.y) / length, (b.x - a.x) / length);
        let control = |t: f32| {
            let on = a.toward(b, t);
            point(on.x + normal.x * bow * 1.33, on.y + normal.y * bow * 1.33)
        };
        let (c1, c2) = (control(0.3), control(0.7));
        let rim = |center: Point, toward: Point, radius: f32| {
            let distance = center.distance(toward).max(1e-3);
            center.toward(toward, (radius / distance).min(0.45))
        };
        Self {
            points: [rim(a, c1, ra + 2.0), c1, c2, rim(b, c2, rb + 2.5)],
        }
    }

    /// The line of a relation that flows from left to right or back, level at both ends; those between actors
    /// below each other swing out to the left. Ends are points with the radii round them that stay free.
    pub(super) fn flowing(from: (Point, f32), to: (Point, f32), lane: f32) -> Self {
        let ((a, ra), (b, rb)) = (from, to);
        let across = b.x - a.x;
        let (side, reach) = if across.abs() < ra + rb + 8.0 {
            // The further apart, the further out, so that those do not lie on each other.
            ([-1.0, -1.0], 14.0 + (b.y - a.y).abs().sqrt() * 2.4)
        } else {
            ([across.signum(), -across.signum()], across.abs() * 0.45)
        };
        let shift = lane * FAN;
        let a = a.moved(side[0] * (ra + 2.0), 0.0);
        let b = b.moved(side[1] * (rb + 2.5), 0.0);
        Self {
            points: [
                a,
                a.moved(side[0] * reach, shift),
                b.moved(side[1] * reach, shift),
                b,
            ],
        }
    }

    fn round(center: Point, radius: f32, lane: f32) -> Self {
        let reach = radius * 2.6 + lane.abs() * FAN;
        Self {
            points: [
                center.moved(-radius * 0.6, -radius),
                center.moved(-reach, -reach * 1.6),
                center.moved(reach, -reach * 1.6),
                center.moved(radius * 0.6, -radius - 2.0),
            ],
        }
    }

    /// The point a share `t` (0 to 1) of the way along.
    pub(super) fn at(&self, t: f32) -> Point {
        let [a, b, c, d] = self.points;
        let u = 1.0 - t;
        let mix = |a: f32, b: f32, c: f32, d: f32| {
            u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
        };
        point(mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y))
    }

    /// The direction half way along, in radians clockwise from the right, turned to be read from
    /// left to right.
    pub(super) fn reading_angle(&self) -> f32 {
        let (before, after) = (self.at(0.45), self.at(0.55));
        let angle = (after.y - before.y).atan2(after.x - before.x);
        if angle.abs() > std::f32::consts::FRAC_PI_2 {
            angle - std::f32::consts::PI * angle.signum()
        } else {
            angle
        }
    }

    /// A box around the curve: a Bézier curve lies within the hull of its control points.
    pub(super) fn bounds(&self) -> Rect {
        let [first, rest @ ..] = self.points;
        rest.iter().fold(Rect::around(first, 0.0, 0.0), |all, at| {
            Rect::between(
                all.left.min(at.x),
                all.top.min(at.y),
                all.right.max(at.x),
                all.bottom.max(at.y),
            )
        })
    }

    /// Points along the curve, close enough for hits.
    pub(super) fn points_along(&self) -> Vec<Point> {
        (0_u8..=14).map(|i| self.at(f32::from(i) / 14.0)).collect()
    }

    /// The marks of a relation of `status`.
    pub(super) fn marks(
        &self,
        status: Status,
        directed: bool,
        width: f32,
        color: Rgba,
    ) -> Vec<Mark> {
        let tip = self.points[3];
        let line = if directed {
            self.shortened(ARROW[0] - 1.0)
        } else {
            *self
        };
        let stroke = |width: f32, dash: Dash| Stroke::new(width, color, dash);
        let mut marks = match status {
            Status::Documented | Status::Attributed | Status::Denied => {
                vec![Mark::Curve {
                    points: line.points,
                    stroke: stroke(width, Dash::Solid),
                }]
            }
            Status::Anonymous => {
                vec![Mark::Curve {
                    points: line.points,
                    stroke: stroke(width, Dash::Dashed),
                }]
            }
            Status::Planned => {
                vec![Mark::Curve {
                    points: line.points,
                    stroke: stroke(width.max(1.5), Dash::Dotted),
                }]
            }
            Status::Disputed => [(-1.6, Dash::Solid), (1.6, Dash::Dashed)]
                .map(|(aside, dash)| Mark::Curve {
                    points: line.beside(aside).points,
                    stroke: stroke(width.min(1.5), dash),
                })
                .into(),
        };
        match status {
            Status::Attributed => marks.push(Mark::Circle {
                center: self.points[0],
                radius: 2.2 + width * 0.4,
                fill: Paint::Solid(color),
                stroke: None,
            }),
            Status::Denied => marks.push(self.cross_stroke(width, color)),
            _ => {}
        }
        if directed {
            let back = self.at(0.94);
            let length = back.distance(tip).max(1e-3);
            let (ux, uy) = ((tip.x - back.x) / length, (tip.y - back.y) / length);
            let base = tip.moved(-ux * ARROW[0], -uy * ARROW[0]);
            let half = ARROW[1] + width * 0.3;
            marks.push(Mark::Poly {
                points: vec![
                    tip,
                    base.moved(-uy * half, ux * half),
                    base.moved(uy * half, -ux * half),
                ],
                closed: true,
                fill: Paint::Solid(color),
                stroke: None,
            });
        }
        marks
    }

    /// A short stroke across the middle.
    fn cross_stroke(&self, width: f32, color: Rgba) -> Mark {
        let (before, middle, after) = (self.at(0.47), self.at(0.5), self.at(0.53));
        let length = before.distance(after).max(1e-3);
        let (ux, uy) = ((after.x - before.x) / length, (after.y - before.y) / length);
        let arm = |sign: f32| middle.moved((ux - uy) * 5.0 * sign, (uy + ux) * 5.0 * sign);
        Mark::Poly {
            points: vec![arm(-1.0), arm(1.0)],
            closed: false,
            fill: Paint::None,
            stroke: Some(Stroke::solid(width.max(1.5), color)),
        }
    }

    fn shortened(&self, by: f32) -> Self {
        let [a, b, c, d] = self.points;
        let length = c.distance(d).max(1e-3);
        Self {
            points: [a, b, c, d.toward(c, (by / length).min(0.9))],
        }
    }

    fn beside(&self, aside: f32) -> Self {
        let [a, _, _, d] = self.points;
        let length = a.distance(d).max(1e-3);
        let (nx, ny) = (-(d.y - a.y) / length * aside, (d.x - a.x) / length * aside);
        Self {
            points: self.points.map(|p| p.moved(nx, ny)),
        }
    }
}

/// Where a mark of `change` stands on a line: a disc with a plus, a minus or both, which tells apart
/// without colour what began from what ended.
pub(super) fn badge(at: Point, change: Change, ink: Rgba, ground: Rgba) -> Vec<Mark> {
    const ARM: f32 = 3.0;
    let stroke = |from: Point, to: Point| Mark::Poly {
        points: vec![from, to],
        closed: false,
        fill: Paint::None,
        stroke: Some(Stroke::solid(1.4, ink)),
    };
    if change == Change::None {
        return Vec::new();
    }
    let mut marks = vec![Mark::Circle {
        center: at,
        radius: 6.0,
        fill: Paint::Solid(ground),
        stroke: Some(Stroke::solid(1.2, ink)),
    }];
    let lift = if change == Change::Passed { 1.0 } else { 0.0 };
    if matches!(change, Change::Began | Change::Passed) {
        marks.push(stroke(
            at.moved(0.0, -ARM - lift),
            at.moved(0.0, ARM - lift),
        ));
        marks.push(stroke(at.moved(-ARM, -lift), at.moved(ARM, -lift)));
    } else {
        marks.push(stroke(at.moved(-ARM, 0.0), at.moved(ARM, 0.0)));
    }
    if change == Change::Passed {
        marks.push(stroke(at.moved(-ARM, ARM + 0.8), at.moved(ARM, ARM + 0.8)));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parallels_and_opposites_have_curves_of_their_own() {
        let (a, b) = ((point(0.0, 0.0), 10.0), (point(200.0, 40.0), 10.0));
        let middles: Vec<Point> = [
            Curve::between(a, b, 0.0, false),
            Curve::between(a, b, 1.0, false),
            Curve::between(b, a, -1.0, true),
        ]
        .iter()
        .map(|curve| curve.at(0.5))
        .collect();
        for i in 0..3 {
            for j in i + 1..3 {
                assert!(middles[i].distance(middles[j]) > 8.0, "{middles:?}");
            }
        }
    }

    #[test]
    fn an_arc_begins_and_ends_at_the_rims() {
        let curve = Curve::between(
            (point(0.0, 0.0), 10.0),
            (point(300.0, 0.0), 14.0),
            0.0,
            false,
        );
        assert!((curve.at(0.0).distance(point(0.0, 0.0)) - 12.0).abs() < 0.1);
        assert!((curve.at(1.0).distance(point(300.0, 0.0)) - 16.5).abs() < 0.1);
    }

    #[test]
    fn a_relation_with_itself_and_nodes_on_each_other_are_finite() {
        let at = (point(5.0, 5.0), 10.0);
        for status in Status::ALL {
            let curve = Curve::between(at, at, 0.0, false);
            assert!(!curve.marks(status, true, 1.0, Rgba::CLEAR).is_empty());
            assert!(
                curve
                    .points_along()
                    .iter()
                    .all(|p| p.x.is_finite() && p.y.is_finite())
            );
        }
    }
}
