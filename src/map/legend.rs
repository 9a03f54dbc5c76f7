//! The legend: the kinds and statuses that the map shows, and no others.

use crate::index::Index;
use crate::scene::glyph::glyph;
use crate::scene::{
    Anchor, Dash, Layer, Mark, Paint, Point, Rgba, Size, Stroke, TextMark, TextStyle, Theme, point,
};
use crate::story::Status;
use crate::story::kind::KindStyle;

use super::graph::Graph;

/// Points that a legend takes at the left.
pub(super) const WIDTH: f32 = 132.0;
/// Points from one entry to the next.
const ROW: f32 = 19.0;

/// Whether a view of `size` has room for a legend.
pub(super) fn fits(size: Size) -> bool {
    size.width >= 640.0 && size.height >= 300.0
}

/// The legend of the kinds and statuses that `shown` nodes and their relations have.
pub(super) fn legend(
    index: &Index,
    graph: &Graph,
    shown: &[bool],
    size: Size,
    theme: &Theme,
) -> Layer {
    let mut layer = Layer::new("legend");
    let mut marks = Vec::new();
    let mut y = 24.0;
    let text = |text: &str, at: Point, style: TextStyle, color: Rgba| {
        Mark::Text(TextMark {
            at,
            anchor: Anchor::Start,
            text: text.to_owned(),
            style,
            color,
            halo: None,
            angle: 0.0,
        })
    };
    let most = size.height - 16.0;
    for style in kinds(index, graph, shown) {
        if y + ROW > most {
            break;
        }
        marks.extend(glyph(
            style.glyph,
            point(22.0, y),
            11.0,
            theme.kind(&style),
            theme.canvas,
        ));
        let baseline = y + TextStyle::Caption.middle_to_baseline();
        marks.push(text(
            &style.label,
            point(36.0, baseline),
            TextStyle::Caption,
            theme.muted,
        ));
        y += ROW;
    }
    y += 6.0;
    for status in statuses(index, graph, shown) {
        if y + ROW > most {
            break;
        }
        marks.extend(sample(status, point(14.0, y), theme.muted));
        let baseline = y + TextStyle::Caption.middle_to_baseline();
        let word = crate::story::kind::sentence_case(status.word());
        marks.push(text(
            &word,
            point(36.0, baseline),
            TextStyle::Caption,
            theme.muted,
        ));
        y += ROW;
    }
    layer.plain(marks);
    layer
}

fn kinds(index: &Index, graph: &Graph, shown: &[bool]) -> Vec<KindStyle> {
    let mut kinds: Vec<KindStyle> = Vec::new();
    for (node, _) in graph.nodes.iter().zip(shown).filter(|(_, shown)| **shown) {
        let style = index.actor_style(node.actor);
        if !kinds.contains(style) {
            kinds.push(style.clone());
        }
    }
    kinds.sort_by(|a, b| (a.hue, &a.label).cmp(&(b.hue, &b.label)));
    kinds
}

fn statuses(index: &Index, graph: &Graph, shown: &[bool]) -> Vec<Status> {
    let drawn = |edge: &&super::graph::Edge| shown[edge.from] && shown[edge.to];
    let status = |edge: &super::graph::Edge| index.story().relation(edge.relation).status;
    let mut found: Vec<Status> = graph.edges.iter().filter(drawn).map(status).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// A short piece of the line that a status has.
fn sample(status: Status, at: Point, color: Rgba) -> Vec<Mark> {
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
