//! The legend: the kinds and statuses that the map shows, and no others.

use std::collections::BTreeSet;

use crate::index::Index;
use crate::language::{grouped, say};
use crate::scene::glyph::glyph;
use crate::scene::legend::Entry;
use crate::scene::sign;
use crate::scene::voice::{self, Speech};
use crate::scene::{
    Anchor, Dash, Layer, Mark, Paint, Point, Rect, Rgba, Size, Stroke, TextMark, TextStyle, Theme,
    point,
};
use crate::story::kind::{KindStyle, sentence_case};
use crate::story::{Item, Status};
use crate::view::{GroupBy, Moment, SizeBy};

use super::curve::badge;
use super::force::{Change, Force};
use super::group::Group;
use super::hulls::{ground_colors, tint};
use super::scene::Drawing;
use super::size::across;

/// Points that a legend takes at the left.
pub(super) const WIDTH: f32 = 132.0;
/// Groups that a legend names.
const MOST_GROUPS: usize = 6;
/// Points from one entry to the next.
const ROW: f32 = 19.0;

/// Whether a view of `size` has room for a legend.
pub(super) fn fits(size: Size) -> bool {
    size.width >= 640.0 && size.height >= 300.0
}

/// What `items` look like on the map of `drawing` at a magnification, and what that means: kinds of actors, statuses of
/// relations, what became of those in the stretch of time that is shown, and what else is drawn.
#[must_use]
pub fn legend_entries(drawing: &Drawing<'_>, zoom: f32, items: &[Item]) -> [Vec<Entry>; 4] {
    let Drawing { index, theme, .. } = *drawing;
    let statuses = statuses(index, items);
    let changes = changes(index, items, drawing.view.moment());
    let [kinds, statuses, changes] = entries(kinds(index, items), statuses, changes, theme);
    let mut besides = besides(drawing, zoom);
    besides.extend(size_in_words(drawing));
    [kinds, statuses, changes, besides]
}

/// What is drawn besides actors and relations.
fn besides(drawing: &Drawing<'_>, zoom: f32) -> Vec<Entry> {
    let theme = drawing.theme;
    let mut besides = Vec::new();
    if drawing.folding(zoom).is_some() {
        let middle = point(8.0, 0.0);
        besides.push(Entry {
            sample: vec![
                Mark::Circle {
                    center: middle,
                    radius: 6.5,
                    fill: Paint::None,
                    stroke: Some(Stroke::solid(2.0, theme.muted)),
                },
                Mark::Text(TextMark {
                    at: middle.moved(0.0, TextStyle::Caption.middle_to_baseline()),
                    anchor: Anchor::Middle,
                    text: "n".to_owned(),
                    style: TextStyle::Caption,
                    color: theme.muted,
                    halo: None,
                    angle: 0.0,
                }),
            ],
            label: say!("map-legend-several").to_owned(),
        });
    }
    let amiss = drawing.index.verification().amiss_anywhere().iter();
    besides.extend(sign::entries(amiss.copied(), theme));
    if drawing.view.voices {
        besides.extend(voice::entries(voices(drawing), theme));
    }
    besides.extend(groups(drawing));
    if drawing.view.map.meetings {
        besides.push(Entry {
            sample: vec![Mark::Poly {
                points: vec![point(0.0, 0.0), point(16.0, 0.0)],
                closed: false,
                fill: Paint::None,
                stroke: Some(Stroke::new(1.8, theme.muted, Dash::Sparse)),
            }],
            label: say!("map-legend-same-events").to_owned(),
        });
    }
    besides
}

/// How those speak who carry the relations of the map.
fn voices(drawing: &Drawing<'_>) -> impl Iterator<Item = Speech> {
    let story = drawing.index.story();
    let edges = drawing.arrangement.graph.edges.iter();
    let evidence = edges.map(|edge| story.relation(edge.relation).evidence);
    // Of very many relations some tell.
    evidence
        .take(MOST_ASKED)
        .flat_map(|evidence| Speech::of_claim(story, evidence))
}

/// Relations that are asked who speaks for them.
const MOST_ASKED: usize = 2_000;

/// The groups that have grounds, the largest first.
fn groups(drawing: &Drawing<'_>) -> Vec<Entry> {
    let by = drawing.view.map.group;
    if by == GroupBy::Nothing {
        return Vec::new();
    }
    let groups = drawing.arrangement.graph.groups(drawing.index, by);
    let mut largest: Vec<&Group> = groups.groups.iter().collect();
    largest.sort_by(|a, b| {
        let most = b.members.len().cmp(&a.members.len());
        most.then(a.name.cmp(&b.name))
    });
    // A column on the map is narrow; a figure's rows are not.
    let room = if drawing.legend { WIDTH - 42.0 } else { 240.0 };
    let entry = |group: &Group| {
        let members = group.members.iter().map(|&node| node as usize);
        let tint = tint(drawing, &members.collect::<Vec<_>>());
        let [rim, fill] = ground_colors(tint, drawing.theme);
        let words = drawing
            .measurer
            .shortened(&group.name, TextStyle::Caption, room);
        Entry {
            sample: vec![Mark::Rect {
                rect: Rect::new(1.0, -5.0, 14.0, 10.0),
                radius: 5.0,
                fill: Paint::Solid(fill),
                stroke: Some(Stroke::solid(1.0, rim)),
            }],
            label: words.into_owned(),
        }
    };
    largest.into_iter().take(MOST_GROUPS).map(entry).collect()
}

/// What the size of actors tells, for a legend that has no room to show it.
fn size_in_words(drawing: &Drawing<'_>) -> Option<Entry> {
    let (most, by) = measure(drawing)?;
    let ring = |x: f32, radius: f32| Mark::Circle {
        center: point(x, 0.0),
        radius,
        fill: Paint::None,
        stroke: Some(Stroke::solid(1.0, drawing.theme.muted)),
    };
    Some(Entry {
        sample: vec![ring(2.5, 2.0), ring(11.0, 5.0)],
        label: match by {
            SizeBy::Relations => say!("map-legend-most-relations", most = most),
            SizeBy::Events => say!("map-legend-most-events", most = most),
            SizeBy::Evidence => say!("map-legend-most-passages", most = most),
            SizeBy::Ties | SizeBy::Nothing => return None,
        },
    })
}

/// The most that an actor counts by the measure that was chosen, and that measure; none where size tells of
/// ties and importance, or of nothing.
fn measure(drawing: &Drawing<'_>) -> Option<(u32, SizeBy)> {
    let by = drawing.view.map.size;
    if matches!(by, SizeBy::Ties | SizeBy::Nothing) {
        return None;
    }
    let most = drawing.arrangement.graph.sizes(by)?.most;
    (most > 0).then_some((most, by))
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
        label: sentence_case(status.label()),
    });
    let changes = changes.into_iter().filter(|change| *change != Change::None);
    let changes = changes.map(|change| Entry {
        sample: badge(point(8.0, 0.0), change, theme.muted, theme.canvas),
        label: change.word().to_owned(),
    });
    [kinds.collect(), statuses.collect(), changes.collect()]
}

/// The entries of all that the focus of `drawing` leaves: the nodes that are `shown`.
pub(super) fn entries_of(drawing: &Drawing<'_>, zoom: f32, shown: &[bool]) -> [Vec<Entry>; 4] {
    let [kinds, statuses, changes] = main_entries_of(drawing, shown);
    [kinds, statuses, changes, besides(drawing, zoom)]
}

fn main_entries_of(drawing: &Drawing<'_>, shown: &[bool]) -> [Vec<Entry>; 3] {
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

/// The legend as a column at the left of the view, where marks are drawn `growth` times as large as at a
/// magnification of 1.
pub(super) fn column(entries: [Vec<Entry>; 4], drawing: &Drawing<'_>, growth: f32) -> (Layer, f32) {
    let Drawing { theme, size, .. } = *drawing;
    let mut layer = Layer::new("legend");
    let (mut marks, mut y) = (Vec::new(), 24.0);
    for group in entries {
        let before = y;
        for entry in group {
            if y + ROW > size.height - 16.0 {
                break;
            }
            marks.extend(entry.marks(point(14.0, y), theme));
            y += ROW;
        }
        y += if y > before { 6.0 } else { 0.0 };
    }
    let (sizes, height) = sizes(drawing, point(14.0, y), growth);
    if y + height < size.height {
        marks.extend(sizes);
        y += height;
    }
    // Whatever lies under it stays legible, and seen.
    let ground = Mark::Rect {
        rect: Rect::between(4.0, 10.0, WIDTH - 8.0, y - 6.0),
        radius: 4.0,
        fill: Paint::Solid(theme.canvas.at(0.85)),
        stroke: None,
    };
    layer.plain(vec![ground]);
    layer.plain(marks);
    (layer, y)
}

/// What the size of actors tells: circles within each other, each with its count, below `at`; and how much
/// room they take downwards.
fn sizes(drawing: &Drawing<'_>, at: Point, growth: f32) -> (Vec<Mark>, f32) {
    let Some((most, by)) = measure(drawing) else {
        return (Vec::new(), 0.0);
    };
    let heading = match by {
        SizeBy::Relations => say!("map-legend-relations"),
        SizeBy::Events => say!("map-legend-events"),
        SizeBy::Evidence => say!("map-legend-passages"),
        SizeBy::Ties | SizeBy::Nothing => "",
    };
    let theme = drawing.theme;
    let text = |at: Point, words: String| {
        Mark::Text(TextMark {
            at: at.moved(0.0, TextStyle::Caption.middle_to_baseline()),
            anchor: Anchor::Start,
            text: words,
            style: TextStyle::Caption,
            color: theme.muted,
            halo: None,
            angle: 0.0,
        })
    };
    let mut marks = vec![text(at, heading.to_owned())];
    let mut counts = vec![most, most.div_ceil(4), 1];
    counts.dedup();
    let radius = |count: u32| across(count, most) / 2.0 * growth;
    let widest = radius(most);
    // All stand on the same ground; words below each other need a row each.
    let foot = at.y + 12.0 + (widest * 2.0).max(13.0 * 3.0);
    for (n, count) in (0_u8..).zip(counts) {
        let radius = radius(count);
        let center = point(at.x + widest, foot - radius);
        marks.push(Mark::Circle {
            center,
            radius,
            fill: Paint::None,
            stroke: Some(Stroke::solid(1.0, theme.muted)),
        });
        let top = center.moved(0.0, -radius);
        let words = point(
            at.x + widest * 2.0 + 14.0,
            at.y + 18.0 + f32::from(n) * 14.0,
        );
        marks.push(Mark::Poly {
            points: vec![top, point(words.x - 4.0, words.y)],
            closed: false,
            fill: Paint::None,
            stroke: Some(Stroke::solid(0.6, theme.muted)),
        });
        marks.push(text(words, grouped(count.into())));
    }
    (marks, foot - at.y + 14.0)
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
