//! The names on a map: of actors beside their marks, of relations along their lines.

use crate::index::Strength;
use crate::language::grouped;
use crate::scene::{Anchor, Layer, Mark, Point, Rect, Rgba, Size, TextMark, TextStyle, point};
use crate::story::RelationIx;

use super::curve::Curve;
use super::scene::Painter;

/// How many of the foremost actors always have their label, where no other label is in its way.
const ALWAYS: usize = 8;

/// Actors that may have a label where very many are in sight: so many that are lit, and so many of the
/// largest.
const MOST_IN_CROWD: usize = 100;

/// Discs in sight that may have a name, the largest.
const MOST_DISCS: usize = 200;
/// The least room in which a shortened name is of use, in points.
const LEAST_BESIDE: f32 = 34.0;
/// Marks in sight up to which names are shortened to the room that their rows have.
const MOST_IN_ROWS: usize = 800;

/// A name in its place.
pub(super) struct Label {
    /// Whose: a node, or a fold behind all nodes.
    pub(super) mark: usize,
    text: String,
    style: TextStyle,
    /// Where, in points.
    pub(super) rect: Rect,
    anchor: Anchor,
}

/// Who would have a name.
struct Named {
    mark: usize,
    across: f32,
    strength: Strength,
}

impl Painter<'_> {
    /// Which labels stand where: the selected first, then by size; none on a mark or on another.
    pub(super) fn labels(&self, taken: &mut Vec<Rect>, clip: Rect, crowded: bool) -> Vec<Label> {
        let mut order = self.named(clip, crowded);
        order.sort_by(|a, b| {
            let wide = b.across.total_cmp(&a.across);
            b.strength
                .cmp(&a.strength)
                .then(wide)
                .then(a.mark.cmp(&b.mark))
        });
        let marks: Vec<Rect> = order
            .iter()
            .map(|named| Rect::around(self.centers[named.mark], named.across, named.across))
            .collect();
        let mut labels: Vec<Label> = Vec::new();
        for (rank, named) in order.iter().enumerate() {
            if named.strength == Strength::Dimmed {
                continue;
            }
            let bold = named.strength >= Strength::Related;
            let style = if bold {
                TextStyle::LabelSelected
            } else {
                TextStyle::Label
            };
            let mut text = self.name(named.mark);
            let mut width = self.drawing.measurer.width(&text, style);
            if let Some(room) = self.room_beside(named.mark, &marks)
                && room < width
            {
                if room < LEAST_BESIDE && !bold {
                    continue;
                }
                text = self
                    .drawing
                    .measurer
                    .shortened(&text, style, room.max(LEAST_BESIDE))
                    .into_owned();
                width = self.drawing.measurer.width(&text, style);
            }
            let is_disc = named.mark >= self.drawing.arrangement.graph.nodes.len();
            let must = bold || (rank < ALWAYS && !is_disc);
            let place = self.place(named.mark, width, taken, &marks, must);
            let Some((rect, anchor)) = place else {
                continue;
            };
            taken.push(rect);
            labels.push(Label {
                mark: named.mark,
                text,
                style,
                rect,
                anchor,
            });
        }
        labels
    }

    /// The room at the right of a mark, up to the next one in its row; none where names do not stand there.
    fn room_beside(&self, mark: usize, marks: &[Rect]) -> Option<f32> {
        if !self.drawing.arrangement.is_beside() || marks.len() > MOST_IN_ROWS {
            return None;
        }
        let (at, begins) = (
            self.centers[mark],
            self.centers[mark].x + self.radii[mark] + 5.0,
        );
        let half = TextStyle::Label.line_height() / 2.0;
        let in_row = |other: &&Rect| {
            other.left > at.x && other.top < at.y + half && other.bottom > at.y - half
        };
        let next = marks.iter().filter(in_row).map(|other| other.left);
        let next = next.min_by(f32::total_cmp)?;
        Some(next - begins - 6.0)
    }

    /// Who might have a name: of very many in sight what is lit, and the largest.
    fn named(&self, clip: Rect, crowded: bool) -> Vec<Named> {
        let graph = &self.drawing.arrangement.graph;
        let nodes = &graph.nodes;
        let seen = |&node: &usize| self.on_screen(node, clip);
        let among: Vec<usize> = if crowded {
            let mut lit: Vec<usize> = self.lit_nodes().filter(seen).collect();
            lit.sort_by(|&a, &b| {
                let wide = self.radii[b].total_cmp(&self.radii[a]);
                wide.then(a.cmp(&b))
            });
            lit.truncate(MOST_IN_CROWD);
            let sizes = graph.sizes(self.drawing.view.map.size);
            let largest = sizes.iter().flat_map(|sizes| &sizes.order);
            let largest = largest.map(|&node| node as usize);
            let largest = largest.filter(seen).take(MOST_IN_CROWD);
            let mut among: Vec<usize> = lit.into_iter().chain(largest).collect();
            among.sort_unstable();
            among.dedup();
            among
        } else {
            (0..nodes.len()).filter(seen).collect()
        };
        let mut folds: Vec<usize> = (nodes.len()..self.centers.len()).filter(seen).collect();
        if folds.len() > MOST_DISCS {
            folds.sort_by(|&a, &b| self.radii[b].total_cmp(&self.radii[a]).then(a.cmp(&b)));
            folds.truncate(MOST_DISCS);
        }
        among
            .into_iter()
            .chain(folds)
            .map(|mark| Named {
                mark,
                across: self.radii[mark] * 2.0,
                strength: self.strength_of_mark(mark),
            })
            .collect()
    }

    /// Below the mark, to its right, its left, above it, at a corner, or a little off those: the
    /// first place that is free. A label that `must` stand may lie on marks, but on as few as can
    /// be, and never on another label.
    fn place(
        &self,
        mark: usize,
        width: f32,
        taken: &[Rect],
        marks: &[Rect],
        must: bool,
    ) -> Option<(Rect, Anchor)> {
        let (at, radius) = (self.centers[mark], self.radii[mark] + 3.0);
        let height = TextStyle::Label.line_height();
        let half = width / 2.0;
        let slant = radius * 0.7;
        let (below, above) = (at.y + radius, at.y - radius - height);
        let beside = at.y - height / 2.0;
        let (right, left) = (at.x + radius + 2.0, at.x - radius - 2.0 - width);
        let (start, middle, end) = (Anchor::Start, Anchor::Middle, Anchor::End);
        let mut foremost = [(at.x - half, below, middle), (right, beside, start)];
        // In columns there is room beside a mark, and none below.
        if self.drawing.arrangement.is_beside() {
            foremost.reverse();
        }
        let [first, second] = foremost;
        let places = [
            first,
            second,
            (left, beside, end),
            (at.x - half, above, middle),
            (at.x + slant, at.y + slant, start),
            (at.x - slant - width, at.y + slant, end),
            (at.x + slant, at.y - slant - height, start),
            (at.x - slant - width, at.y - slant - height, end),
            (right, beside + height * 0.4, start),
            (right, beside - height * 0.4, start),
            (left, beside + height * 0.4, end),
            (left, beside - height * 0.4, end),
            (at.x - half * 0.5, below, middle),
            (at.x - half * 1.5, below, middle),
            (at.x - half * 0.5, above, middle),
            (at.x - half * 1.5, above, middle),
            (at.x - half * 0.25, below, middle),
            (at.x - half * 1.75, below, middle),
            (at.x - half * 0.25, above, middle),
            (at.x - half * 1.75, above, middle),
            (at.x - half, below + height * 0.5, middle),
            (at.x - half, above - height * 0.5, middle),
            (at.x - half * 0.5, below + height * 0.5, middle),
            (at.x - half * 1.5, below + height * 0.5, middle),
            (at.x - half * 0.5, above - height * 0.5, middle),
            (at.x - half * 1.5, above - height * 0.5, middle),
        ]
        .map(|(left, top, anchor)| (Rect::new(left, top, width, height), anchor));
        let own = Rect::around(at, self.radii[mark] * 2.0, self.radii[mark] * 2.0);
        // A name that stands nearer another mark is read as that one's.
        let astray = |rect: &Rect| {
            let near = rect.gap(own);
            let others = marks.iter().filter(|other| **other != own);
            others.filter(|other| rect.gap(**other) < near).count()
        };
        // A mark that is in sight keeps its whole label in sight.
        let size = self.drawing.size;
        let view = Rect::new(0.0, 0.0, size.width, size.height);
        let inside = |rect: &Rect| {
            let across = rect.left >= 2.0 && rect.right <= view.right - 2.0;
            let down = rect.top >= 1.0 && rect.bottom <= view.bottom - 1.0;
            !view.contains(at) || (across && down)
        };
        let wide =
            |rect: &Rect| Rect::between(rect.left - 2.0, rect.top, rect.right + 2.0, rect.bottom);
        let on = |rect: &Rect, others: &[Rect]| {
            let wide = wide(rect);
            others.iter().filter(|other| other.overlaps(wide)).count()
        };
        let (places, most) = (places.into_iter(), if must { usize::MAX } else { 0 });
        places
            .filter(|(rect, _)| inside(rect) && on(rect, taken) == 0)
            .map(|place| ((on(&place.0, marks), astray(&place.0)), place))
            .filter(|((covered, astray), _)| *covered <= most && *astray <= most)
            // The first of those that cover least.
            .min_by_key(|(misplaced, _)| *misplaced)
            .map(|(_, place)| place)
    }

    /// Where the names end that stand at the right of their marks, by mark; 0 for none.
    pub(super) fn names_end(&self, labels: &[Label]) -> Vec<f32> {
        let mut ends = vec![0.0; self.centers.len()];
        for label in labels.iter().filter(|label| label.anchor == Anchor::Start) {
            ends[label.mark] = label.rect.right;
        }
        ends
    }

    pub(super) fn label_layer(&self, labels: Vec<Label>, clip: Rect) -> Layer {
        let theme = self.drawing.theme;
        let mut layer = Layer::clipped("labels", clip);
        let marks = labels
            .into_iter()
            .map(|label| {
                let middle = label.rect.center();
                let x = match label.anchor {
                    Anchor::Start => label.rect.left,
                    Anchor::Middle => middle.x,
                    Anchor::End => label.rect.right,
                };
                let bold = label.style == TextStyle::LabelSelected;
                Mark::Text(TextMark {
                    at: point(x, middle.y + label.style.middle_to_baseline()),
                    anchor: label.anchor,
                    text: label.text,
                    style: label.style,
                    color: if bold {
                        theme.text
                    } else {
                        theme.text.at(0.86).over(theme.canvas)
                    },
                    halo: Some(theme.canvas),
                    angle: 0.0,
                })
            })
            .collect();
        layer.plain(marks);
        layer
    }

    /// A count at the middle of a line, in a `room` of its own; none where the line is no longer than `least`
    /// points, or something lies there.
    pub(super) fn count_on(
        &self,
        [a, b]: [Point; 2],
        count: u32,
        (least, room): (f32, Size),
        color: Rgba,
        taken: &mut Vec<Rect>,
    ) -> Option<Mark> {
        let middle = a.toward(b, 0.5);
        let room = Rect::around(middle, room.width, room.height);
        if a.distance(b) <= least || taken.iter().any(|other| other.overlaps(room)) {
            return None;
        }
        taken.push(room);
        Some(Mark::Text(TextMark {
            at: middle.moved(0.0, TextStyle::Caption.middle_to_baseline()),
            anchor: Anchor::Middle,
            text: grouped(count.into()),
            style: TextStyle::Caption,
            color,
            halo: Some(self.drawing.theme.canvas),
            angle: 0.0,
        }))
    }

    /// A relation's name along its line; none where the line is too short or something lies there.
    pub(super) fn relation_label(
        &self,
        strength: Strength,
        ix: RelationIx,
        curve: &Curve,
        taken: &mut Vec<Rect>,
    ) -> Option<Mark> {
        let theme = self.drawing.theme;
        let text = self.drawing.index.relation_label(ix);
        let width = self.drawing.measurer.width(&text, TextStyle::Caption);
        let length = curve.at(0.0).distance(curve.at(1.0));
        if width + 24.0 > length {
            return None;
        }
        let (middle, angle) = (curve.at(0.5), curve.reading_angle());
        let (sin, cos) = angle.sin_cos();
        let height = TextStyle::Caption.line_height();
        // A turned label takes the room of small upright boxes along it.
        let steps = (width / height).ceil().max(1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few"
        )]
        let boxes: Vec<Rect> = (0..=steps as u16)
            .map(|i| {
                let along = (f32::from(i) / steps - 0.5) * width;
                Rect::around(middle.moved(cos * along, sin * along), height, height)
            })
            .collect();
        if boxes
            .iter()
            .any(|own| taken.iter().any(|other| other.overlaps(*own)))
        {
            return None;
        }
        taken.extend(boxes);
        let down = TextStyle::Caption.middle_to_baseline();
        Some(Mark::Text(TextMark {
            at: middle.moved(-sin * down, cos * down),
            anchor: Anchor::Middle,
            text,
            style: TextStyle::Caption,
            color: if strength >= Strength::Related {
                theme.text
            } else {
                theme.muted
            },
            halo: Some(theme.canvas),
            angle,
        }))
    }
}
