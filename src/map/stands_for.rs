//! What is meant by a place or by one mark of many: who stands in an area, which relations a bundle holds.

use crate::scene::Rect;
use crate::story::{ActorIx, RelationIx};
use crate::view::Camera;

use super::scene::{Drawing, Painter};

impl Drawing<'_> {
    /// The actors that stand in `area`, in points: those who are drawn by themselves, and of a disc all that
    /// it counts.
    #[must_use]
    pub fn inside(&self, area: Rect, camera: Camera) -> Vec<ActorIx> {
        let painter = Painter::new(*self, camera, self.in_play());
        let nodes = &self.arrangement.graph.nodes;
        let centers = painter.centers.iter().zip(&painter.shown);
        let centers = centers.map(|(center, shown)| *shown && area.contains(*center));
        let marks: Vec<bool> = centers.collect();
        let disc = |node: usize| {
            let fold = painter.folding.as_ref()?.fold_of(node)?;
            painter.discs.get(fold)?.mark
        };
        let stands = |node: &usize| {
            let in_disc = disc(*node).is_some_and(|mark| marks[mark]);
            painter.in_play[*node] && (marks[*node] || in_disc)
        };
        let standing = (0..nodes.len()).filter(stands);
        standing.map(|node| nodes[node].actor).collect()
    }

    /// All relations that are drawn as one line with `relation`, in the order of the file.
    #[must_use]
    pub fn bundled_with(&self, relation: RelationIx, camera: Camera) -> Vec<RelationIx> {
        let painter = Painter::new(*self, camera, self.in_play());
        let graph = &self.arrangement.graph;
        let (Some(folding), Some(edge)) = (&painter.folding, graph.edge_of(relation)) else {
            return vec![relation];
        };
        let holds = |bundle: &&super::fold::Bundle| folding.edges(bundle).contains(&edge);
        let Some(bundle) = folding.bundles.iter().find(holds) else {
            return vec![relation];
        };
        let edges = folding.edges(bundle).iter();
        let edges = edges.filter_map(|&edge| graph.edges.get(edge as usize));
        let edges = edges.filter(|edge| painter.counts(edge));
        let mut relations: Vec<RelationIx> = edges.map(|edge| edge.relation).collect();
        relations.sort_unstable();
        relations
    }
}

#[cfg(test)]
mod tests {
    use super::super::ring::{COUNTS, Ring};
    use crate::index::Highlight;
    use crate::scene::Rect;
    use crate::story::RelationIx;
    use crate::story::calendar::Civil;
    use crate::view::{GroupBy, MapChoices, Outside, View};

    fn collapsed() -> View {
        View {
            map: MapChoices {
                group: GroupBy::Kind,
                collapsed: ["Company".to_owned()].into(),
                folds: false,
                ..MapChoices::default()
            },
            ..View::default()
        }
    }

    #[test]
    fn everybody_stands_somewhere_and_a_group_where_its_disc_is() {
        let (map, plain) = (Ring::new(), Highlight::default());
        for view in [View::default(), collapsed()] {
            let drawing = map.drawing(&view, &plain);
            let camera = drawing.fitted();
            let all = drawing.inside(Rect::new(0.0, 0.0, 1200.0, 600.0), camera);
            assert_eq!(all.len(), COUNTS[0]);
            let left = drawing.inside(Rect::new(0.0, 0.0, 600.0, 600.0), camera);
            let right = drawing.inside(Rect::new(600.0, 0.0, 600.0, 600.0), camera);
            assert_eq!(left.len() + right.len(), COUNTS[0]);
            if view.map.group == GroupBy::Kind {
                // All four hundred companies on one side, whose places are all round.
                assert!(left.len().abs_diff(right.len()) > 300);
            }
        }
    }

    #[test]
    fn a_bundle_is_all_that_joins_its_ends_and_is_in_force() {
        let (map, plain) = (Ring::new(), Highlight::default());
        let of = |view: &View| {
            let drawing = map.drawing(view, &plain);
            drawing.bundled_with(RelationIx::at(1), drawing.fitted())
        };
        // Actor 0, a person, and actor 3, a company; and from actor 797 to actor 0.
        assert_eq!(of(&collapsed()).len(), 2);
        let early = View {
            as_of: Some(Civil::new(2005, 6, 1).start().0),
            unheld: Outside::Hide,
            ..collapsed()
        };
        // What began in 2017 was not yet there.
        assert_eq!(of(&early).len(), 1);
        let apart = View {
            map: MapChoices {
                folds: false,
                ..MapChoices::default()
            },
            ..View::default()
        };
        assert_eq!(of(&apart), [RelationIx::at(1)]);
    }
}
