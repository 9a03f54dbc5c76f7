//! The map as a scene.

use std::sync::Arc;

use crate::index::{Highlight, Index, Strength};
use crate::language::{say, within};
use crate::scene::glyph::glyph;
use crate::scene::sign;
use crate::scene::voice::{self, Speech};
use crate::scene::{
    Anchor, Group, Hit, Layer, Mark, Measurer, Paint, Point, Rect, Rgba, Scene, Size, Stroke,
    TextMark, TextStyle, Theme, point,
};
use crate::story::{Date, Item, ItemKind};
use crate::view::{Camera, GroupBy, Outside, View};

use super::arrange::Arrangement;
use super::camera::{fit, to_screen};
use super::crowd::MOST_GLYPHS;
use super::curve::{Curve, badge};
use super::fold::Folding;
use super::folded::Disc;
use super::force::{Change, Force};
use super::graph::{Edge, Node};
use super::labels::Label;
use super::left_out;
use super::legend;

/// Strength of what is stepped back.
pub(super) const DIMMED: f32 = 0.25;
/// Most labels along relations at once.
const RELATION_LABELS: usize = 24;

/// What a map is drawn from.
#[derive(Clone, Copy)]
pub struct Drawing<'a> {
    /// The story.
    pub index: &'a Index,
    /// Where the actors lie.
    pub arrangement: &'a Arrangement,
    /// What is chosen: pins, focus, as-of date.
    pub view: &'a View,
    /// How strongly each item is shown.
    pub highlight: &'a Highlight,
    /// The colours.
    pub theme: &'a Theme,
    /// The text measurer.
    pub measurer: &'a Measurer,
    /// The extent, in points.
    pub size: Size,
    /// Whether the map has a legend of its own, where there is room.
    pub legend: bool,
    /// Whether very many items may be drawn at once; otherwise each has a group of its own.
    pub many: bool,
}

impl Drawing<'_> {
    /// Where the actors lie, with those that the user put somewhere.
    #[must_use]
    pub fn positions(&self) -> Vec<Point> {
        let mut positions = self.arrangement.positions.clone();
        for (node, at) in self.arrangement.graph.nodes.iter().zip(&mut positions) {
            let id = &self.index.story().actor(node.actor).id;
            if let Some(pin) = self.view.pins.get(&**id) {
                *at = point(pin[0], pin[1]);
            }
        }
        positions
    }

    /// What the focus lies on, where there is one.
    pub(super) fn focused_on(&self) -> Vec<Item> {
        match &self.view.focus_on {
            Some(id) => self.index.resolve(id).into_iter().collect(),
            None => self.view.selected(self.index),
        }
    }

    /// Which nodes the focus and the filter leave.
    #[must_use]
    pub fn shown(&self) -> Vec<bool> {
        let center = self.focused_on();
        let graph = &self.arrangement.graph;
        let mut shown = graph.near(self.index, &center, self.view.focus);
        for (node, shown) in graph.nodes.iter().zip(&mut shown) {
            *shown &= self.index.shows_actor(node.actor);
        }
        for node in self.nodes_of(self.view.hidden.iter()) {
            shown[node] = false;
        }
        shown
    }

    /// Which nodes the focus, the filter and time leave.
    #[must_use]
    pub fn in_play(&self) -> Vec<bool> {
        self.left_by_time(self.shown())
    }

    /// Those of `shown` that are not hidden as of the time at which the map is looked at.
    fn left_by_time(&self, mut shown: Vec<bool>) -> Vec<bool> {
        if self.view.unheld == Outside::Hide {
            let moment = self.view.moment();
            let nodes = self.arrangement.graph.nodes.iter();
            for (node, shown) in nodes.zip(&mut shown) {
                *shown &= Force::of(node.span.as_ref(), moment).holds();
            }
        }
        shown
    }

    /// How much larger marks are drawn at a magnification than at 1. They grow less than the map, so that
    /// zooming in parts them.
    fn growth(&self, zoom: f32) -> f32 {
        if self.arrangement.graph.nodes.len() > MOST_GLYPHS {
            // Very many lie close, and are small from afar.
            let zoom = zoom.clamp(0.03, 3.0);
            zoom.sqrt() * zoom.min(1.0).sqrt().sqrt()
        } else {
            zoom.clamp(0.35, 3.0).sqrt()
        }
    }

    /// The nodes of the actors with these ids.
    pub(super) fn nodes_of<'i>(
        &self,
        ids: impl Iterator<Item = &'i String>,
    ) -> impl Iterator<Item = usize> {
        ids.filter_map(|id| match self.index.story().find(ItemKind::Actor, id)? {
            Item::Actor(actor) => self.arrangement.graph.node_of(actor),
            _ => None,
        })
    }

    /// The camera that shows everything that the focus leaves.
    #[must_use]
    pub fn fitted(&self) -> Camera {
        let shown = self.shown();
        let positions = self.positions();
        let bounds = self.arrangement.bounds(&positions, |node| shown[node]);
        self.fit_bounds(bounds)
    }

    /// The camera that shows the actors among `items`; none where there are none.
    #[must_use]
    pub fn fitted_to(&self, items: &[Item]) -> Option<Camera> {
        let actors: Vec<usize> = items
            .iter()
            .flat_map(|item| match item {
                Item::Actor(actor) => vec![*actor],
                Item::Relation(ix) => {
                    let relation = self.index.story().relation(*ix);
                    vec![relation.from, relation.to]
                }
                Item::Event(ix) => {
                    let participants = &self.index.story().event(*ix).participants;
                    participants
                        .iter()
                        .map(|participant| participant.actor)
                        .collect()
                }
                Item::Passage(_) | Item::Source(_) => Vec::new(),
            })
            .filter_map(|actor| self.arrangement.graph.node_of(actor))
            .collect();
        let bounds = self
            .arrangement
            .bounds(&self.positions(), |node| actors.contains(&node))?;
        Some(self.fit_bounds(Some(bounds)))
    }

    /// Who is drawn as one mark at a magnification: collapsed groups, or else those who lie too close.
    pub(super) fn folding(&self, zoom: f32) -> Option<Arc<Folding>> {
        let graph = &self.arrangement.graph;
        let choices = &self.view.map;
        if choices.group != GroupBy::Nothing && !choices.collapsed.is_empty() {
            let folding = graph.collapsed(self.index, choices.group, &choices.collapsed);
            if folding.len() > 0 {
                return Some(folding);
            }
        }
        let folding = self.arrangement.levels.at(zoom)?;
        choices.folds.then_some(folding)
    }

    /// Whether these actors are drawn as one at a magnification because they lie close.
    #[must_use]
    pub fn is_near_fold(&self, zoom: f32, actors: &[Item]) -> bool {
        let Some(folding) = self.folding(zoom).filter(|f| f.groups.is_empty()) else {
            return false;
        };
        let graph = &self.arrangement.graph;
        let mut folds = actors.iter().map(|item| match item {
            Item::Actor(actor) => folding.fold_of(graph.node_of(*actor)?),
            _ => None,
        });
        let first = folds.next().flatten();
        first.is_some() && folds.all(|fold| fold == first)
    }

    fn has_legend(&self) -> bool {
        self.legend && legend::fits(self.size)
    }

    fn fit_bounds(&self, bounds: Option<Rect>) -> Camera {
        let left = if self.has_legend() {
            legend::WIDTH
        } else {
            16.0
        };
        let bounds = bounds.unwrap_or(Rect::new(-1.0, -1.0, 2.0, 2.0));
        let top = 16.0 + self.arrangement.guides.above();
        fit(bounds, self.size, [left, top, 20.0, 14.0])
    }
}

/// A map that is being drawn.
pub(super) struct Painter<'a> {
    pub(super) drawing: Drawing<'a>,
    camera: Camera,
    pub(super) centers: Vec<Point>,
    pub(super) radii: Vec<f32>,
    pub(super) shown: Vec<bool>,
    /// Which nodes are shown, be it in a fold.
    pub(super) in_play: Vec<bool>,
    /// Who is drawn as one mark; those marks stand behind all nodes among centers, radii and shown.
    pub(super) folding: Option<Arc<Folding>>,
    pub(super) discs: Vec<Disc>,
    /// Where the names end that stand beside their marks, in points from the left; 0 for none. Empty where
    /// lines do not go round them.
    pub(super) ends: Vec<f32>,
    /// How strong a relation is that nothing lights up: 0 to 1.
    faint: f32,
}

/// The map from `camera`; a sentence where there is no actor.
#[must_use]
pub fn scene(drawing: Drawing<'_>, camera: Camera) -> Scene {
    let mut scene = Scene::new(drawing.size, drawing.theme.canvas);
    let shown = drawing.shown();
    let clip = Rect::new(0.0, 0.0, drawing.size.width, drawing.size.height);
    if drawing.arrangement.graph.nodes.is_empty() {
        let mut layer = Layer::new("note");
        layer.plain(vec![note(&drawing)]);
        scene.layers.push(layer);
        return scene;
    }
    // What time hides still has its entry.
    let entries = drawing
        .has_legend()
        .then(|| legend::entries_of(&drawing, camera.zoom, &shown));
    let mut painter = Painter::new(drawing, camera, drawing.left_by_time(shown));
    let mut taken = Vec::new();
    let legend_layer =
        entries.map(|entries| legend::column(entries, &drawing, drawing.growth(camera.zoom)));
    if let Some((_, height)) = &legend_layer {
        taken.push(Rect::new(0.0, 0.0, legend::WIDTH - 8.0, *height));
    }
    let inset = drawing.inset(camera);
    taken.extend(inset.map(|inset| inset.rect));
    let seen = painter.in_sight(clip);
    let crowded = painter.is_crowded(&seen, clip);
    // Hundreds of arcs together are a grey mass: each is fainter, the more there are.
    painter.faint = faint(seen.len());
    let guides = &drawing.arrangement.guides;
    let place = |at| to_screen(camera, drawing.size, at);
    let guides = guides.layer(place, &drawing, &painter.in_play, &mut taken);
    scene.layers.extend(guides);
    let labels = painter.labels(&mut taken, clip, crowded);
    if drawing.arrangement.is_beside() {
        painter.ends = painter.names_end(&labels);
    }
    let [grounds, names] = painter.hull_layers(&mut taken, clip);
    scene.layers.extend(grounds);
    scene.layers.extend(painter.bundle_layer(&mut taken, clip));
    scene.layers.extend(painter.meeting_layer(&mut taken, clip));
    if crowded {
        let ([relations, actors], crowd) = painter.crowd(&seen, &labels, clip);
        scene.layers.push(relations);
        scene.layers.extend(painter.disc_layer(clip));
        scene.layers.push(actors);
        scene.crowd = crowd;
    } else {
        let (relations, relation_labels) = painter.relations(&seen, &mut taken, clip);
        scene.layers.push(relations);
        // Who is lit stands in front of the disc that counts it.
        scene.layers.extend(painter.disc_layer(clip));
        scene
            .layers
            .extend([painter.actors(&labels, clip), relation_labels]);
    }
    if !drawing.many {
        scene.crowd.folded = painter.items_folded();
    }
    scene.layers.extend(names);
    scene.layers.push(painter.label_layer(labels, clip));
    scene.layers.extend(legend_layer.map(|(layer, _)| layer));
    let inset = inset.and_then(|inset| painter.inset_layer(&inset, camera));
    scene.layers.extend(inset);
    scene
        .layers
        .extend(left_out::layer(&drawing, &painter.in_play, seen.len()));
    scene
}

/// How strong each of `count` relations is drawn that nothing lights up, as long as they are arcs.
#[expect(clippy::cast_precision_loss, reason = "a count of relations")]
pub(super) fn faint(count: usize) -> f32 {
    0.36 * (250.0 / count.max(1) as f32).sqrt().clamp(0.4, 1.0)
}

fn note(drawing: &Drawing<'_>) -> Mark {
    Mark::Text(TextMark {
        at: point(drawing.size.width / 2.0, drawing.size.height / 2.0),
        anchor: Anchor::Middle,
        text: say!("map-no-actors").to_owned(),
        style: TextStyle::Body,
        color: drawing.theme.muted,
        halo: None,
        angle: 0.0,
    })
}

impl<'a> Painter<'a> {
    /// The marks of those nodes that are `shown`, folded where that is asked for.
    pub(super) fn new(drawing: Drawing<'a>, camera: Camera, shown: Vec<bool>) -> Self {
        let growth = drawing.growth(camera.zoom);
        let sizes = drawing.arrangement.graph.sizes(drawing.view.map.size);
        let across = sizes.iter().flat_map(|sizes| &sizes.across);
        let radii = across.map(|across| across / 2.0 * growth).collect();
        let place = |at: &Point| to_screen(camera, drawing.size, *at);
        let centers = drawing.positions().iter().map(place).collect();
        let mut painter = Self {
            drawing,
            camera,
            centers,
            radii,
            in_play: shown.clone(),
            shown,
            folding: None,
            discs: Vec::new(),
            ends: Vec::new(),
            faint: 0.36,
        };
        painter.fold();
        painter
    }
}

impl Painter<'_> {
    pub(super) fn strength(&self, item: Item) -> Strength {
        self.drawing.highlight.of(item)
    }

    /// The nodes that are lit, in no order.
    pub(super) fn lit_nodes(&self) -> impl Iterator<Item = usize> {
        let graph = &self.drawing.arrangement.graph;
        let lit = self.drawing.highlight.lit();
        lit.filter_map(|item| match item {
            Item::Actor(actor) => graph.node_of(actor),
            _ => None,
        })
    }

    /// The magnification.
    pub(super) fn zoom(&self) -> f32 {
        self.camera.zoom
    }

    pub(super) fn on_screen(&self, node: usize, clip: Rect) -> bool {
        self.shown[node] && clip.grown(40.0).contains(self.centers[node])
    }

    fn actors(&self, labels: &[Label], clip: Rect) -> Layer {
        let mut layer = Layer::clipped("actors", clip);
        for node in 0..self.drawing.arrangement.graph.nodes.len() {
            if self.on_screen(node, clip) {
                let label = labels
                    .iter()
                    .find(|label| label.mark == node)
                    .map(|label| label.rect);
                layer.groups.push(self.actor(node, label));
            }
        }
        layer
    }

    pub(super) fn actor(&self, node: usize, label: Option<Rect>) -> Group {
        let Drawing {
            index, theme, view, ..
        } = self.drawing;
        let Node {
            actor, ref span, ..
        } = self.drawing.arrangement.graph.nodes[node];
        let item = Item::Actor(actor);
        let style = index.actor_style(actor);
        let strength = self.strength(item);
        let (at, radius) = (self.centers[node], self.radii[node]);
        let mut color = theme.kind(style);
        let force = Force::of(span.as_ref(), view.moment());
        let out_of_force = view.unheld == Outside::Dim && !force.holds();
        if strength == Strength::Dimmed || out_of_force {
            color = color.at(DIMMED).over(theme.canvas);
        }
        let mut marks = Vec::new();
        let ring = |distance: f32, width: f32, color: Rgba| Mark::Circle {
            center: at,
            radius: radius + distance,
            fill: Paint::None,
            stroke: Some(Stroke::solid(width, color)),
        };
        if strength == Strength::Selected {
            marks.push(ring(4.0, 2.0, theme.accent));
        } else if strength == Strength::Hovered {
            marks.push(ring(3.5, 1.5, theme.text.at(0.45)));
        }
        marks.extend(glyph(style.glyph, at, radius * 2.0, color, theme.canvas));
        let record = index.story().actor(actor);
        if view.pins.contains_key(record.id) {
            marks.push(Mark::Circle {
                center: at.moved(radius * 0.75, -radius * 0.75),
                radius: 3.0,
                fill: Paint::Solid(theme.accent),
                stroke: Some(Stroke::solid(1.0, theme.canvas)),
            });
        }
        let amiss = index.amiss(item).filter(|_| strength != Strength::Dimmed);
        let corner = at.moved(radius * 0.8, radius * 0.8);
        marks.extend(
            amiss
                .iter()
                .flat_map(|&state| sign::badge(state, corner, theme)),
        );
        let mark = Rect::around(at, radius * 2.0, radius * 2.0).grown(2.0);
        Group {
            item: Some(item),
            title: say!(
                "map-actor",
                name = record.name,
                kind = within(&style.label),
                relations = index.relations_of(actor).len(),
                events = index.events_of(actor).len()
            ) + &sign::in_title(amiss),
            count: None,
            folded: Vec::new(),
            hit: Hit::Rects(std::iter::once(mark).chain(label).collect()),
            marks,
        }
    }

    fn relations(&self, seen: &[u32], taken: &mut Vec<Rect>, clip: Rect) -> (Layer, Layer) {
        let edges = &self.drawing.arrangement.graph.edges;
        let seen = seen.iter().filter_map(|&n| edges.get(n as usize));
        let mut drawn: Vec<(Strength, &Edge, Curve)> = seen
            .map(|edge| {
                let strength = self.strength(Item::Relation(edge.relation));
                (strength, edge, self.curve(edge))
            })
            .filter(|(_, _, curve)| curve.bounds().grown(4.0).overlaps(clip))
            .collect();
        drawn.sort_by_key(|(strength, edge, _)| (*strength, edge.relation));
        let mut layer = Layer::clipped("relations", clip);
        let mut labels = Layer::clipped("relation labels", clip);
        let mut named = Vec::new();
        for (strength, edge, curve) in &drawn {
            layer.groups.push(self.relation(*strength, edge, curve));
        }
        // The strongest are named first.
        let all = self.camera.zoom >= 2.2;
        for (strength, edge, curve) in drawn.iter().rev().take(400) {
            if (*strength >= Strength::Related || (all && *strength == Strength::Normal))
                && named.len() < RELATION_LABELS
                && let Some(mark) = self.relation_label(*strength, edge.relation, curve, taken)
            {
                named.push(mark);
            }
        }
        labels.plain(named);
        (layer, labels)
    }

    pub(super) fn relation(&self, strength: Strength, edge: &Edge, curve: &Curve) -> Group {
        let Drawing { index, theme, .. } = self.drawing;
        let ix = edge.relation;
        let relation = index.story().relation(ix);
        let during = relation.during.date;
        let force = self.force(edge);
        let ground = theme.canvas;
        let ink = match strength {
            Strength::Selected | Strength::Hovered => theme.accent,
            Strength::Related => theme.accent.at(0.75).over(ground),
            Strength::Normal => theme.text.at(self.faint).over(ground),
            Strength::Dimmed => theme.text.at(self.faint * DIMMED).over(ground),
        };
        // What is less sure is fainter; what is out of force is faintest.
        let ink = match self.drawing.view.unheld {
            Outside::Show if !force.holds() => ink,
            _ => ink.at(DIMMED + (1.0 - DIMMED) * force.share).over(ground),
        };
        #[expect(clippy::cast_precision_loss, reason = "a count of passages")]
        let evidence = relation.evidence.len() as f32;
        let mut width = (0.6 + evidence * 0.6).clamp(1.0, 3.0);
        if strength == Strength::Selected {
            width += 0.8;
        }
        let mut marks = curve.marks(relation.status, relation.directed, width, ink);
        marks.extend(badge(curve.at(0.5), force.change, ink, ground));
        let amiss = index.amiss(Item::Relation(ix));
        let amiss = amiss.filter(|_| strength != Strength::Dimmed);
        let near = curve.at(0.32);
        marks.extend(
            amiss
                .iter()
                .flat_map(|&state| sign::badge(state, near, theme)),
        );
        if self.drawing.view.voices && strength != Strength::Dimmed {
            let speeches = Speech::of_claim(index.story(), relation.evidence);
            let near = curve.at(0.62).moved(-4.0, 0.0);
            marks.extend(voice::signs(&speeches, near, 7.0, theme));
        }
        let stands = match (force.change, force.holds()) {
            (Change::None, true) => None,
            (Change::None, false) => Some(say!("map-relation-not-in-force")),
            (Change::Began, _) => Some(say!("map-relation-began")),
            (Change::Ended, _) => Some(say!("map-relation-ended")),
            (Change::Passed, _) => Some(say!("map-relation-passed")),
        };
        let title = index.title_of(Item::Relation(ix));
        let when = during.map(Date::words);
        let status = relation.status.label();
        let said = [Some(&*title), when.as_deref(), Some(status), stands];
        let said: Vec<&str> = said.into_iter().flatten().collect();
        Group {
            item: Some(Item::Relation(ix)),
            title: said.join(", ") + &sign::in_title(amiss),
            count: None,
            folded: Vec::new(),
            hit: Hit::Line(curve.points_along(), width / 2.0 + 1.0),
            marks,
        }
    }

    /// How a relation stands at the moment that the map is shown as of.
    pub(super) fn force(&self, edge: &Edge) -> Force {
        Force::of(edge.span.as_ref(), self.drawing.view.moment())
    }
}
