//! How large actors are drawn, by what that is to tell.

use rayon::prelude::*;

use crate::index::Index;
use crate::story::{ActorIx, Item};
use crate::view::SizeBy;

/// The least and the greatest width of an actor's mark, in points.
pub(super) const ACROSS: [f32; 2] = [10.0, 28.0];
/// The width of every mark where size tells nothing.
const ALIKE: f32 = 16.0;

/// How large each node of a graph is by one measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sizes {
    /// The width of each, in points.
    pub across: Vec<f32>,
    /// The nodes, the largest first.
    pub order: Vec<u32>,
    /// The most that any node counts.
    pub most: u32,
}

impl Sizes {
    /// The sizes of `actors` by `measure`.
    pub(super) fn new(index: &Index, actors: &[ActorIx], measure: SizeBy) -> Self {
        let counts: Vec<u32> = actors
            .par_iter()
            .map(|&actor| count(index, actor, measure))
            .collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let across: Vec<f32> = actors
            .iter()
            .zip(&counts)
            .map(|(&actor, &count)| match measure {
                SizeBy::Ties => by_ties(count, index.story().actor(actor).importance),
                SizeBy::Nothing => ALIKE,
                _ => across(count, most),
            })
            .collect();
        let mut order: Vec<u32> = (0..).take(actors.len()).collect();
        order.par_sort_by(|&a, &b| {
            let across = |node: u32| across[node as usize];
            across(b).total_cmp(&across(a)).then(a.cmp(&b))
        });
        Self {
            across,
            order,
            most,
        }
    }
}

/// How much `actor` counts by `measure`.
pub(super) fn count(index: &Index, actor: ActorIx, measure: SizeBy) -> u32 {
    let relations = index.relations_of(actor);
    let counted = match measure {
        SizeBy::Ties => relations.len() + index.events_of(actor).len(),
        SizeBy::Relations => relations.len(),
        SizeBy::Events => index.events_of(actor).len(),
        SizeBy::Evidence => {
            let own = std::iter::once(Item::Actor(actor));
            let items = own.chain(relations.iter().map(|&ix| Item::Relation(ix)));
            let mut passages: Vec<_> = items
                .flat_map(|item| index.evidence_of(item))
                .map(|evidence| evidence.passage)
                .collect();
            passages.sort_unstable();
            passages.dedup();
            passages.len()
        }
        SizeBy::Nothing => 0,
    };
    u32::try_from(counted).unwrap_or(u32::MAX)
}

/// The width of a mark that counts `count` where the greatest counts `most`: areas are as counts are.
#[expect(clippy::cast_precision_loss, reason = "a count of what is on the map")]
pub(super) fn across(count: u32, most: u32) -> f32 {
    let share = count as f32 / most.max(1) as f32;
    ACROSS[0].max(ACROSS[1] * share.sqrt())
}

#[expect(clippy::cast_precision_loss, reason = "a count of what is on the map")]
fn by_ties(count: u32, importance: u8) -> f32 {
    let weight = f32::from(importance) - 3.0;
    (9.0 + 3.4 * (count as f32).sqrt() + weight * 1.5).clamp(12.0, 28.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_as_counts_are_down_to_the_least_that_can_be_seen() {
        assert!((across(100, 100) - 28.0).abs() < 1e-3);
        let (half, whole) = (across(50, 100), across(100, 100));
        assert!((whole * whole / (half * half) - 2.0).abs() < 1e-3);
        assert!((across(0, 100) - 10.0).abs() < 1e-3);
        assert!(across(0, 0) >= 10.0);
    }
}
