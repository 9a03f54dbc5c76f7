//! What a map leaves out, said in its corner.

use crate::scene::{Anchor, Layer, Mark, Paint, Rect, Size, Stroke, TextMark, TextStyle, point};
use crate::story::Item;
use crate::story::words::{counted, grouped};

use super::crowd::MOST_LINES;
use super::scene::Drawing;

/// How many actors are in sight of whom the focus lies on: "14 of 67 actors, 2 steps round Huawei".
fn focused(drawing: &Drawing<'_>, shown: &[bool]) -> Option<String> {
    let steps = drawing.view.focus;
    if steps == 0 {
        return None;
    }
    let center = drawing.focused_on();
    let names = center.iter().filter_map(|item| match item {
        Item::Actor(actor) => Some(drawing.index.story().actor(*actor).name),
        _ => None,
    });
    let round = match names.collect::<Vec<_>>().as_slice() {
        [] if center.is_empty() => return None,
        [only] => (*only).to_owned(),
        _ => "what is selected".to_owned(),
    };
    let count = shown.iter().filter(|shown| **shown).count();
    Some(format!(
        "{} of {}, {} round {round}",
        grouped(count as u64),
        counted(shown.len(), "actor", "actors"),
        counted(steps.into(), "step", "steps"),
    ))
}

/// What the map leaves out of a story with very many actors, or of very many relations in sight, said in
/// its corner.
pub(super) fn layer(drawing: &Drawing<'_>, shown: &[bool], seen: usize) -> Option<Layer> {
    let graph = &drawing.arrangement.graph;
    let part = |on_map: usize, all: usize, noun: &str| {
        format!(
            "{} of {} {noun}",
            grouped(on_map as u64),
            grouped(all as u64)
        )
    };
    let mut said = Vec::new();
    if graph.left_out != [0, 0] {
        let all = graph.nodes.len() + graph.left_out[0];
        let actors = part(graph.nodes.len(), all, "actors");
        let all = graph.edges.len() + graph.left_out[1];
        let relations = part(graph.edges.len(), all, "relations");
        said.push(format!(
            "{actors} and {relations} shown: those with the most ties"
        ));
    }
    if drawing.many && seen > MOST_LINES {
        let drawn = part(MOST_LINES, seen, "relations in sight");
        said.push(format!("about {drawn} drawn: zoom in for all"));
    }
    said.extend(focused(drawing, shown));
    let hidden = drawing.view.hidden.len();
    if hidden > 0 {
        said.push(format!(
            "{} hidden by hand",
            counted(hidden, "actor", "actors")
        ));
    }
    if said.is_empty() {
        return None;
    }
    let words = said.join("; ");
    let room = (drawing.size.width - 48.0).max(0.0);
    let words = drawing
        .measurer
        .shortened(&words, TextStyle::Caption, room)
        .into_owned();
    let width = drawing.measurer.width(&words, TextStyle::Caption) + 16.0;
    let Size {
        width: right,
        height,
    } = drawing.size;
    let pill = Rect::new(right - width - 8.0, height - 26.0, width, 20.0);
    let mut layer = Layer::new("left out");
    layer.plain(vec![
        Mark::Rect {
            rect: pill,
            radius: 10.0,
            fill: Paint::Solid(drawing.theme.background),
            stroke: Some(Stroke::solid(1.0, drawing.theme.hairline)),
        },
        Mark::Text(TextMark {
            at: point(
                pill.center().x,
                pill.center().y + TextStyle::Caption.middle_to_baseline(),
            ),
            anchor: Anchor::Middle,
            text: words,
            style: TextStyle::Caption,
            color: drawing.theme.muted,
            halo: None,
            angle: 0.0,
        }),
    ]);
    Some(layer)
}
