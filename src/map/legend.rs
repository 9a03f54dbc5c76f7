//! The legend: the kinds and statuses that the map shows, and no others.

use std::collections::BTreeSet;

use crate::index::Index;
use crate::scene::glyph::glyph;
use crate::scene::legend::Entry;
use crate::scene::{Dash, Layer, Mark, Paint, Rect, Rgba, Size, Stroke, Theme, point};
use crate::story::kind::KindStyle;
use crate::story::{Item, Status};
use crate::view::Moment;

use super::curve::badge;
use super::force::{Change, Force};
use super::scene::Drawing;

/// Points that a legend takes at the left.
pub(super) const WIDTH: f32 = 132.0;
/// Points from one entry to the next.
const ROW: f32 = 19.0;

/// Whether a view of `size` has room for a legend.
pub(super) fn fits(size: Size) -> bool {
    size.width >= 640.0 && size.height >= 300.0
}

/// What `items` look like on a map, and what that means: kinds of actors, then statuses of
/// relations, then what became of those in the stretch of time that is shown.
#[must_use]
pub fn legend_entries(
    index: &Index,
    items: &[Item],
    moment: Option<Moment>,
    theme: &Theme,
) -> [Vec<Entry>; 3] {
    let (statuses, changes) = (statuses(index, items), changes(index, items, moment));
    entries(kinds(index, items), statuses, changes, theme)
}

fn entries(
    mut kinds: Vec<KindStyle>,
    statuses: BTreeSet<Status>,
    changes: BTreeSet<Change>,
    theme: &Theme,
) -> [Vec<Entry>; 3] {
    kinds.sort_by(|a, b| (a.hue, &a.label).cmp(&(b.hue, &b.label)));
    let kinds = kinds.into_iter().map(|style| Entry {
        sample: glyph(
            style.glyph,
            point(8.0, 0.0),
            11.0,
            theme.kind(&style),
            theme.canvas,
        ),
        label: style.label,
    });
    let statuses = statuses.into_iter().map(|status| Entry {
        sample: sample(status, theme.muted),
        label: crate::story::kind::sentence_case(status.word()),
    });
    let changes = changes.into_iter().filter(|change| *change != Change::None);
    let changes = changes.map(|change| Entry {
        sample: badge(point(8.0, 0.0), change, theme.muted, theme.canvas),
        label: change.word().to_owned(),
    });
    [kinds.collect(), statuses.collect(), changes.collect()]
}

/// The entries of all that the focus of `drawing` leaves: the nodes that are `shown`.
pub(super) fn entries_of(drawing: &Drawing<'_>, shown: &[bool]) -> [Vec<Entry>; 3] {
    let Drawing { index, view, .. } = *drawing;
    let graph = &drawing.arrangement.graph;
    // Looks and statuses are few: each is noted where it is met.
    let mut looks = vec![false; index.looks().len()];
    for (node, shown) in graph.nodes.iter().zip(shown) {
        if let Some(seen) = looks.get_mut(node.look) {
            *seen |= *shown;
        }
    }
    let mut kinds: Vec<KindStyle> = Vec::new();
    for (style, seen) in index.looks().iter().zip(looks) {
        if seen && !kinds.contains(style) {
            kinds.push(style.clone());
        }
    }
    let (mut statuses, mut changes) = (BTreeSet::new(), BTreeSet::new());
    let stretch = view.moment().filter(|moment| moment.since.is_some());
    if stretch.is_none() && index.filter().is_none() && shown.iter().all(|shown| *shown) {
        statuses.extend(&graph.statuses);
        return entries(kinds, statuses, changes, drawing.theme);
    }
    for edge in &graph.edges {
        if shown[edge.from] && shown[edge.to] && index.shows_relation(edge.relation) {
            statuses.insert(edge.status);
            if stretch.is_some() {
                changes.insert(Force::of(edge.span.as_ref(), stretch).change);
            }
        }
    }
    entries(kinds, statuses, changes, drawing.theme)
}

/// The legend as a column at the left of a view of `size`.
pub(super) fn column(entries: [Vec<Entry>; 3], size: Size, theme: &Theme) -> Layer {
    let mut layer = Layer::new("legend");
    let (mut marks, mut y) = (Vec::new(), 24.0);
    for group in entries {
        for entry in group {
            if y + ROW > size.height - 16.0 {
                break;
            }
            marks.extend(entry.marks(point(14.0, y), theme));
            y += ROW;
        }
        y += 6.0;
    }
    // Whatever lies under it stays legible, and seen.
    let ground = Mark::Rect {
        rect: Rect::between(4.0, 10.0, WIDTH - 8.0, y - 12.0),
        radius: 4.0,
        fill: Paint::Solid(theme.canvas.at(0.85)),
        stroke: None,
    };
    layer.plain(vec![ground]);
    layer.plain(marks);
    layer
}

fn kinds(index: &Index, items: &[Item]) -> Vec<KindStyle> {
    let mut kinds: Vec<KindStyle> = Vec::new();
    for item in items {
        let Item::Actor(actor) = *item else { continue };
        let style = index.actor_style(actor);
        if !kinds.contains(style) {
            kinds.push(style.clone());
        }
    }
    kinds
}

fn statuses(index: &Index, items: &[Item]) -> BTreeSet<Status> {
    let status = |item: &Item| match *item {
        Item::Relation(ix) => Some(index.story().relation(ix).status),
        _ => None,
    };
    items.iter().filter_map(status).collect()
}

/// What became of relations since the first day of a stretch.
fn changes(index: &Index, items: &[Item], moment: Option<Moment>) -> BTreeSet<Change> {
    let change = |item: &Item| match *item {
        Item::Relation(ix) => Some(Force::of_relation(index, ix, moment).change),
        _ => None,
    };
    items.iter().filter_map(change).collect()
}

/// A short piece of the line that a status has.
fn sample(status: Status, color: Rgba) -> Vec<Mark> {
    let at = point(0.0, 0.0);
    let line = |dy: f32, dash: Dash| Mark::Poly {
        points: vec![at.moved(0.0, dy), at.moved(16.0, dy)],
        closed: false,
        fill: Paint::None,
        stroke: Some(Stroke::new(1.4, color, dash)),
    };
    match status {
        Status::Documented => vec![line(0.0, Dash::Solid)],
        Status::Attributed => vec![
            line(0.0, Dash::Solid),
            Mark::Circle {
                center: at,
                radius: 2.4,
                fill: Paint::Solid(color),
                stroke: None,
            },
        ],
        Status::Anonymous => vec![line(0.0, Dash::Dashed)],
        Status::Disputed => vec![line(-1.6, Dash::Solid), line(1.6, Dash::Dashed)],
        Status::Denied => vec![
            line(0.0, Dash::Solid),
            Mark::Poly {
                points: vec![at.moved(5.0, 4.0), at.moved(11.0, -4.0)],
                closed: false,
                fill: Paint::None,
                stroke: Some(Stroke::solid(1.4, color)),
            },
        ],
        Status::Planned => vec![line(0.0, Dash::Dotted)],
    }
}
