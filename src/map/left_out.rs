//! What a map leaves out, said in its corner.

use crate::language::say;
use crate::scene::{Anchor, Layer, Mark, Paint, Rect, Size, Stroke, TextMark, TextStyle, point};
use crate::story::Item;

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
    if center.is_empty() {
        return None;
    }
    let count = shown.iter().filter(|shown| **shown).count();
    let all = shown.len();
    Some(match names.collect::<Vec<_>>().as_slice() {
        [only] => say!(
            "map-focus-actor",
            count = count,
            all = all,
            steps = steps,
            name = only
        ),
        _ => say!(
            "map-focus-selection",
            count = count,
            all = all,
            steps = steps
        ),
    })
}

/// What the map leaves out of a story with very many actors, or of very many relations in sight, said in
/// its corner.
pub(super) fn layer(drawing: &Drawing<'_>, shown: &[bool], seen: usize) -> Option<Layer> {
    let graph = &drawing.arrangement.graph;
    let mut said = Vec::new();
    if graph.left_out != [0, 0] {
        let (actors, relations) = (graph.nodes.len(), graph.edges.len());
        said.push(say!(
            "map-left-out",
            actors = actors,
            all_actors = actors + graph.left_out[0],
            relations = relations,
            all_relations = relations + graph.left_out[1]
        ));
    }
    if drawing.many && seen > MOST_LINES {
        said.push(say!("map-thinned", count = MOST_LINES, all = seen));
    }
    said.extend(focused(drawing, shown));
    let hidden = drawing.view.hidden.len();
    if hidden > 0 {
        said.push(say!("map-hidden", count = hidden));
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
