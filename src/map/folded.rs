//! Folds on the map: discs that stand for several actors.

use std::f32::consts::TAU;

use crate::index::Strength;
use crate::language::{grouped, say};
use crate::scene::{
    Anchor, Group, Hit, Layer, Mark, Paint, Point, Rect, Rgba, Stroke, TextMark, TextStyle, point,
};
use crate::story::Item;
use crate::view::Outside;

use super::scene::{DIMMED, Painter};

/// Actors in folds of their own accord that are drawn beside them all the same, because they are lit.
const MOST_SINGLE: usize = 400;
/// Kinds that a disc tells apart; the rest is grey.
const MOST_KINDS: usize = 4;
/// The width of the ring that tells the kinds, in points.
const RING: f32 = 3.0;
/// Items of a fold that are named one by one.
pub(super) const NAMED: usize = 40;

/// A fold as it is drawn.
#[derive(Clone, Debug)]
pub(super) struct Disc {
    /// How many actors it stands for now.
    pub(super) count: u32,
    /// The mark that is drawn for it: itself, or the only actor that is left of it; none where nobody is.
    pub(super) mark: Option<usize>,
}

impl Painter<'_> {
    /// Folds what is to be folded: nodes step back, and discs stand behind them among the marks.
    pub(super) fn fold(&mut self) {
        let Some(folding) = self.drawing.folding(self.zoom()) else {
            return;
        };
        self.in_play.clone_from(&self.shown);
        let graph = &self.drawing.arrangement.graph;
        let by_hand = !folding.groups.is_empty();
        let mut single = vec![false; graph.nodes.len()];
        if !by_hand {
            let mut lit: Vec<usize> = self.lit_nodes().collect();
            lit.sort_unstable();
            lit.truncate(MOST_SINGLE);
            let pinned = self.drawing.nodes_of(self.drawing.view.pins.keys());
            for node in lit.into_iter().chain(pinned) {
                single[node] = true;
            }
        }
        for (node, shown) in self.shown.iter_mut().enumerate() {
            *shown &= single[node] || folding.fold_of(node).is_none();
        }
        for fold in 0..folding.len() {
            let members = folding.members(fold).iter().map(|&node| node as usize);
            let members = members.filter(|&node| self.in_play[node]);
            let (mut count, mut sum, mut last) = (0_u32, point(0.0, 0.0), None);
            for node in members {
                sum = sum.moved(self.centers[node].x, self.centers[node].y);
                (count, last) = (count + 1, Some(node));
            }
            if let (1, Some(node)) = (count, last) {
                self.shown[node] = true;
            }
            #[expect(clippy::cast_precision_loss, reason = "a count of actors")]
            let many = count.max(1) as f32;
            let mark = match count {
                0 => None,
                1 => last,
                _ => Some(self.centers.len()),
            };
            self.centers.push(point(sum.x / many, sum.y / many));
            let least = if by_hand { 11.0 } else { 7.0 };
            self.radii.push((least + 1.9 * many.log2()).min(24.0));
            self.shown.push(count > 1);
            self.discs.push(Disc { count, mark });
        }
        self.folding = Some(folding);
    }

    /// The name of a mark.
    pub(super) fn name(&self, mark: usize) -> String {
        let nodes = &self.drawing.arrangement.graph.nodes;
        if let Some(node) = nodes.get(mark) {
            return node.label.clone();
        }
        let fold = mark - nodes.len();
        if let Some(group) = self.group_name(fold) {
            return group;
        }
        let head = self.folding.as_ref().and_then(|f| f.heads.get(fold));
        let head = head.and_then(|&head| nodes.get(head as usize));
        head.map_or_else(String::new, |head| format!("{}, …", head.label))
    }

    /// What the group is called that `fold` is; none where nearness made it.
    fn group_name(&self, fold: usize) -> Option<String> {
        let group = *self.folding.as_ref()?.groups.get(fold)?;
        let drawing = &self.drawing;
        let by = drawing.view.map.group;
        let groups = drawing.arrangement.graph.groups(drawing.index, by);
        Some(groups.groups.get(group as usize)?.name.clone())
    }

    /// How strong a mark is: a collapsed group as its strongest member.
    pub(super) fn strength_of_mark(&self, mark: usize) -> Strength {
        let nodes = &self.drawing.arrangement.graph.nodes;
        if let Some(node) = nodes.get(mark) {
            return self.strength(Item::Actor(node.actor));
        }
        let rest = if self.drawing.highlight.dims() {
            Strength::Dimmed
        } else {
            Strength::Normal
        };
        let Some(folding) = &self.folding else {
            return rest;
        };
        let members = folding.members(mark - nodes.len()).iter();
        let mut members = members.map(|&node| Item::Actor(nodes[node as usize].actor));
        if folding.groups.is_empty() {
            let highlight = self.drawing.highlight;
            let back = highlight.sets_aside() && members.all(|actor| highlight.steps_back(actor));
            return if back { Strength::Dimmed } else { rest };
        }
        let strengths = members.map(|actor| self.strength(actor));
        strengths.max().unwrap_or(rest)
    }

    /// The discs in sight.
    pub(super) fn disc_layer(&self, clip: Rect) -> Option<Layer> {
        let first = self.drawing.arrangement.graph.nodes.len();
        let seen = (first..self.centers.len()).filter(|&mark| self.on_screen(mark, clip));
        let mut layer = Layer::clipped("folded actors", clip);
        layer
            .groups
            .extend(seen.filter_map(|mark| self.disc(mark - first)));
        (!layer.groups.is_empty()).then_some(layer)
    }

    fn disc(&self, fold: usize) -> Option<Group> {
        let folding = self.folding.as_ref()?;
        let nodes = &self.drawing.arrangement.graph.nodes;
        let theme = self.drawing.theme;
        let mark = nodes.len() + fold;
        let count = self.discs.get(fold)?.count;
        let (at, radius) = (self.centers[mark], self.radii[mark]);
        let strength = self.strength_of_mark(mark);
        let dim = |color: Rgba| match strength {
            Strength::Dimmed => color.at(DIMMED).over(theme.canvas),
            _ => color,
        };
        let members = folding.members(fold).iter().map(|&node| node as usize);
        let members = members.filter(|&node| self.in_play[node]);
        let mut marks = vec![Mark::Circle {
            center: at,
            radius,
            fill: Paint::Solid(theme.canvas),
            stroke: None,
        }];
        let mut turned = 0.0;
        for (share, look) in self.kinds(members.clone()) {
            let ink = look.map_or(theme.muted, |look| {
                theme.kind(&self.drawing.index.looks()[look])
            });
            marks.push(arc(
                at,
                radius - RING / 2.0,
                [turned, turned + share],
                dim(ink),
            ));
            turned += share;
        }
        if strength >= Strength::Related {
            marks.push(Mark::Circle {
                center: at,
                radius: radius + 3.0,
                fill: Paint::None,
                stroke: Some(Stroke::solid(2.0, theme.accent)),
            });
        }
        marks.push(Mark::Text(TextMark {
            at: at.moved(0.0, TextStyle::Caption.middle_to_baseline()),
            anchor: Anchor::Middle,
            text: grouped(u64::from(count)),
            style: TextStyle::Caption,
            color: dim(theme.text),
            halo: None,
            angle: 0.0,
        }));
        let head = *folding.heads.get(fold)? as usize;
        let title = if let Some(name) = self.group_name(fold) {
            say!("map-group", name = name, count = count)
        } else {
            let name = self.drawing.index.story().actor(nodes[head].actor).name;
            say!("map-near", name = name, count = count)
        };
        Some(Group {
            item: None,
            title,
            count: Some(count),
            folded: members
                .take(NAMED)
                .map(|node| Item::Actor(nodes[node].actor))
                .collect(),
            hit: Hit::Circle(at, radius),
            marks,
        })
    }

    /// The shares of a disc that its kinds take, the largest first; all others together last.
    fn kinds(&self, members: impl Iterator<Item = usize>) -> Vec<(f32, Option<usize>)> {
        let nodes = &self.drawing.arrangement.graph.nodes;
        let mut counts = vec![0_u32; self.drawing.index.looks().len()];
        let mut all = 0_u32;
        for node in members {
            if let Some(count) = counts.get_mut(nodes[node].look) {
                *count += 1;
            }
            all += 1;
        }
        let mut kinds: Vec<(u32, usize)> = counts
            .into_iter()
            .zip(0..)
            .filter(|(count, _)| *count > 0)
            .collect();
        kinds.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        #[expect(clippy::cast_precision_loss, reason = "a count of actors")]
        let share = |count: u32| count as f32 / all.max(1) as f32;
        let rest: u32 = kinds.iter().skip(MOST_KINDS).map(|kind| kind.0).sum();
        let foremost = kinds.iter().take(MOST_KINDS);
        let foremost = foremost.map(|&(count, look)| (share(count), Some(look)));
        let rest = (rest > 0).then(|| (share(rest), None));
        foremost.chain(rest).collect()
    }

    /// The items that discs and bundles stand for; of relations also those within a disc.
    pub(super) fn items_folded(&self) -> Vec<Item> {
        let Some(folding) = &self.folding else {
            return Vec::new();
        };
        let drawing = &self.drawing;
        let graph = &drawing.arrangement.graph;
        let hides = drawing.view.unheld == Outside::Hide;
        let nodes = (0..graph.nodes.len()).filter(|&node| self.in_play[node] && !self.shown[node]);
        let actors = nodes.map(|node| Item::Actor(graph.nodes[node].actor));
        let relations = graph.edges.iter().filter(|edge| {
            let ends = [edge.from, edge.to];
            let is_folded = ends.iter().any(|&end| folding.fold_of(end).is_some());
            let is_drawn = ends.iter().all(|&end| self.shown[end]);
            let plays = ends.iter().all(|&end| self.in_play[end])
                && drawing.index.shows_relation(edge.relation);
            is_folded && plays && !is_drawn && (!hides || self.force(edge).holds())
        });
        let relations = relations.map(|edge| Item::Relation(edge.relation));
        actors.chain(relations).collect()
    }
}

/// An arc about `at` from one share of a turn to another, clockwise from the top.
fn arc(at: Point, radius: f32, [from, to]: [f32; 2], color: Rgba) -> Mark {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "at most 32 pieces"
    )]
    let pieces = ((to - from) * 32.0).ceil().clamp(2.0, 32.0) as u8;
    let on = |n: u8| {
        let share = from + (to - from) * f32::from(n) / f32::from(pieces);
        let (sin, cos) = (share * TAU).sin_cos();
        at.moved(sin * radius, -cos * radius)
    };
    Mark::Poly {
        points: (0..=pieces).map(on).collect(),
        closed: false,
        fill: Paint::None,
        stroke: Some(Stroke::solid(RING, color)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::ring::{COUNTS, Ring};
    use super::*;
    use crate::index::Highlight;
    use crate::scene::Scene;
    use crate::story::ActorIx;
    use crate::story::calendar::Civil;
    use crate::view::{GroupBy, MapChoices, View};

    fn layer<'s>(scene: &'s Scene, name: &str) -> &'s [Group] {
        let found = scene.layers.iter().find(|layer| layer.name == name);
        found.map_or(&[], |layer| layer.groups.as_slice())
    }

    fn folded(scene: &Scene, name: &str) -> u32 {
        let groups = layer(scene, name).iter();
        groups.filter_map(|group| group.count).sum()
    }

    /// How many actors and how many relations are drawn by themselves.
    fn alone(scene: &Scene) -> [usize; 2] {
        let items = || {
            let one_by_one = scene.item_groups().map(|(item, _)| item);
            one_by_one.chain(scene.crowd.items())
        };
        let actors = items().filter(|item| matches!(item, Item::Actor(_)));
        let relations = items().filter(|item| matches!(item, Item::Relation(_)));
        [actors.count(), relations.count()]
    }

    #[test]
    fn from_afar_everybody_is_drawn_once_or_folded_once() {
        let map = Ring::new();
        let scene = map.drawn(&View::default(), &Highlight::default(), false);
        let [actors, relations] = alone(&scene);
        assert!(folded(&scene, "folded actors") > 400);
        assert_eq!(folded(&scene, "folded actors") as usize + actors, COUNTS[0]);
        // Relations within a fold are drawn nowhere, but are told of.
        let told = scene.crowd.folded.iter();
        let told = told
            .filter(|item| matches!(item, Item::Relation(_)))
            .count();
        assert_eq!(told + relations, COUNTS[1]);
        assert!((folded(&scene, "bundled relations") as usize) < told);
    }

    #[test]
    fn what_is_lit_is_drawn_beside_the_fold_that_it_is_in() {
        let map = Ring::new();
        let actor = Item::Actor(ActorIx(7));
        let lit = Highlight::new(&map.index, &[actor], None, false);
        let scene = map.drawn(&View::default(), &lit, true);
        assert!(scene.item_groups().any(|(item, _)| item == actor));
        assert_eq!(
            folded(&scene, "folded actors") as usize + alone(&scene)[0],
            COUNTS[0] + 7
        );
    }

    #[test]
    fn a_bundle_counts_what_is_in_force() {
        let map = Ring::new();
        let counted = |year: i64| {
            let view = View {
                as_of: Some(Civil::new(year, 6, 1).start().0),
                unheld: Outside::Hide,
                ..View::default()
            };
            let scene = map.drawn(&view, &Highlight::default(), false);
            folded(&scene, "bundled relations")
        };
        let all = folded(
            &map.drawn(&View::default(), &Highlight::default(), false),
            "bundled relations",
        );
        assert_eq!(counted(1999), 0);
        assert!(counted(2005) < counted(2012) && counted(2012) < all);
        assert_eq!(counted(2030), all);
    }

    #[test]
    fn a_collapsed_group_is_one_disc_with_its_name_and_one_line_to_each_other_actor() {
        let map = Ring::new();
        let view = View {
            map: MapChoices {
                group: GroupBy::Kind,
                collapsed: ["Company".to_owned()].into(),
                folds: false,
                ..MapChoices::default()
            },
            ..View::default()
        };
        let scene = map.drawn(&view, &Highlight::default(), false);
        let discs = layer(&scene, "folded actors");
        assert_eq!(discs.len(), 1);
        assert_eq!(discs[0].count, Some(400));
        assert!(
            discs[0].title.starts_with("Company: 400 actors"),
            "{}",
            discs[0].title
        );
        // Steps of two join persons with persons, and of three persons with companies: each person has two.
        assert_eq!(folded(&scene, "bundled relations"), 800);
        assert_eq!(alone(&scene), [400, 800]);
    }
}
