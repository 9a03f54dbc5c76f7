//! What an index holds: columns, filled once.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::evidence::Tallies;
use crate::story::calendar::Tick;
use crate::story::kind::{self, KindStyle};
use crate::story::rows::EventRow;
use crate::story::texts::Piece;
use crate::story::{ActorIx, Bearing, EventIx, Item, PassageIx, RelationIx, Story};

/// Lists of many rows, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Lists<T> {
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T: Copy> Lists<T> {
    /// The lists of `rows` rows. `pairs` says for each entry whose list it stands in; it is walked
    /// along twice, and entries keep its order.
    fn of<I: Iterator<Item = (usize, T)>>(rows: usize, pairs: impl Fn() -> I) -> Self {
        let mut starts = vec![0_u32; rows + 1];
        let mut first = None;
        for (row, entry) in pairs() {
            starts[row + 1] += 1;
            first.get_or_insert(entry);
        }
        let Some(first) = first else {
            return Self {
                starts,
                all: Vec::new(),
            };
        };
        for row in 0..rows {
            starts[row + 1] += starts[row];
        }
        let mut all = vec![first; starts[rows] as usize];
        // Each start runs on to its list's end, which is where the next one begins.
        let mut at = starts.clone();
        for (row, entry) in pairs() {
            all[at[row] as usize] = entry;
            at[row] += 1;
        }
        Self { starts, all }
    }

    /// The list of `row`.
    #[inline]
    pub(super) fn of_row(&self, row: usize) -> &[T] {
        &self.all[self.starts[row] as usize..self.starts[row + 1] as usize]
    }

    fn each_mut(&mut self) -> impl Iterator<Item = &mut [T]> {
        let mut rest = self.all.as_mut_slice();
        self.starts.windows(2).map(move |ends| {
            let length = (ends[1] - ends[0]) as usize;
            let (list, after) = std::mem::take(&mut rest).split_at_mut(length);
            rest = after;
            list
        })
    }
}

/// What is computed of a story once and for all.
#[derive(Debug)]
pub(super) struct Columns {
    pub story: Arc<Story>,
    pub actor_events: Lists<EventIx>,
    pub actor_relations: Lists<RelationIx>,
    pub members: Lists<ActorIx>,
    pub resting: Lists<(Item, Bearing)>,
    pub source_passages: Lists<PassageIx>,
    /// The ends of arrows, in order, and where each comes from.
    pub led_to: Vec<EventIx>,
    pub led_from: Vec<EventIx>,
    pub styles: Vec<KindStyle>,
    actor_styles: Vec<u32>,
    event_styles: Vec<u32>,
    /// By style, the first event that has it.
    pub seen_in: Vec<Option<EventIx>>,
    /// Counted when they are asked for first: not every story is filtered.
    pub tallies: OnceLock<Tallies>,
}

/// Events with and without a date, in order.
pub(super) struct Ordered {
    pub dated: Vec<EventIx>,
    pub undated: Vec<EventIx>,
}

impl Columns {
    pub(super) fn of(story: Arc<Story>) -> (Self, Ordered) {
        let ((ordered, actor_events), (styles, (resting, source_passages))) = rayon::join(
            || {
                let ordered = order(&story);
                let events = actor_events(&story, &ordered);
                (ordered, events)
            },
            || {
                let styles = Styles::of(&story);
                (styles, (resting(&story), source_passages(&story)))
            },
        );
        let actors = story.actors.rows.len();
        let relations = || {
            story.relations_with_ix().flat_map(|(ix, relation)| {
                let to = (relation.to != relation.from).then_some(relation.to);
                [Some(relation.from), to]
                    .into_iter()
                    .flatten()
                    .map(move |actor| (actor.index(), ix))
            })
        };
        let members = || {
            story
                .actors_with_ix()
                .flat_map(|(ix, actor)| actor.part_of.iter().map(move |whole| (whole.index(), ix)))
        };
        let (actor_relations, members) = (Lists::of(actors, relations), Lists::of(actors, members));
        let mut arrows: Vec<(EventIx, EventIx)> = Vec::with_capacity(story.events.leads_to.len());
        for (n, row) in story.events.rows.iter().enumerate() {
            // What few events say stands apart from the rest: only those that say it are looked at.
            if let Some(more) = story.events.more.get(row.more as usize) {
                let [first, end] = more.leads_to.map(|at| at as usize);
                let links = story.events.leads_to.get(first..end).unwrap_or_default();
                arrows.extend(links.iter().map(|link| (link.to, EventIx::at(n))));
            }
        }
        arrows.sort_unstable();
        let columns = Self {
            actor_events,
            actor_relations,
            members,
            resting,
            source_passages,
            led_to: arrows.iter().map(|arrow| arrow.0).collect(),
            led_from: arrows.iter().map(|arrow| arrow.1).collect(),
            seen_in: styles.seen_in(),
            styles: styles.all,
            actor_styles: styles.of_actors,
            event_styles: styles.of_events,
            tallies: OnceLock::new(),
            story,
        };
        (columns, ordered)
    }

    pub(super) fn actor_style(&self, actor: ActorIx) -> &KindStyle {
        &self.styles[self.actor_look(actor)]
    }

    pub(super) fn actor_look(&self, actor: ActorIx) -> usize {
        self.actor_styles[actor.index()] as usize
    }

    pub(super) fn event_style(&self, event: EventIx) -> &KindStyle {
        &self.styles[self.look_of(event)]
    }

    #[inline]
    pub(super) fn look_of(&self, event: EventIx) -> usize {
        self.event_styles[event.index()] as usize
    }

    /// The events that lead to `event`.
    pub(super) fn leading_to(&self, event: EventIx) -> &[EventIx] {
        let first = self.led_to.partition_point(|&to| to < event);
        let end = self.led_to.partition_point(|&to| to <= event);
        &self.led_from[first..end]
    }
}

/// Events by time, then by title and id.
///
/// A story has fewer dates than events: the dates are sorted, and events are dealt out to them.
fn order(story: &Story) -> Ordered {
    let keys: Vec<(Tick, Tick)> = story
        .dates
        .all()
        .iter()
        .map(|date| date.span().sort_key())
        .collect();
    let mut sorted: Vec<(Tick, Tick)> = keys.clone();
    sorted.par_sort_unstable();
    sorted.dedup();
    let ranks: Vec<usize> = keys
        .par_iter()
        .map(|key| sorted.partition_point(|other| other < key))
        .collect();
    let rows = &story.events.rows;
    let mut by_date = Lists::of(sorted.len(), || {
        let ranked = |(n, row): (usize, &EventRow)| {
            let at = row.when.index()?;
            Some((ranks[at], EventIx::at(n)))
        };
        rows.iter().enumerate().filter_map(ranked)
    });
    let mut lists: Vec<&mut [EventIx]> = by_date.each_mut().collect();
    lists
        .par_iter_mut()
        .for_each(|events| order_by_name(story, events));
    let undated = (0..rows.len()).filter(|&n| rows[n].when.index().is_none());
    let mut undated: Vec<EventIx> = undated.map(EventIx::at).collect();
    order_by_name(story, &mut undated);
    Ordered {
        dated: by_date.all,
        undated,
    }
}

/// Orders `events` by title, then by id.
fn order_by_name(story: &Story, events: &mut [EventIx]) {
    let text = |piece: Piece| story.texts.get(piece);
    // The first letters decide nearly always, and are at hand.
    let mut named: Vec<([u8; 8], EventIx)> = events
        .iter()
        .map(|&ix| {
            let mut first = [0; 8];
            let title = text(story.events.rows[ix.index()].title).as_bytes();
            let length = title.len().min(8);
            first[..length].copy_from_slice(&title[..length]);
            (first, ix)
        })
        .collect();
    named.par_sort_unstable_by(|a, b| {
        a.0.cmp(&b.0).then_with(|| {
            let rows = &story.events.rows;
            let (a, b) = (&rows[a.1.index()], &rows[b.1.index()]);
            let by_title = text(a.title).cmp(text(b.title));
            by_title.then_with(|| text(a.id).cmp(text(b.id)))
        })
    });
    for (event, (_, ix)) in events.iter_mut().zip(named) {
        *event = ix;
    }
}

/// The events of each actor: undated ones first, then in time order.
fn actor_events(story: &Story, ordered: &Ordered) -> Lists<EventIx> {
    // Where each event stands in that order: they are dealt out in the order of the file, which is
    // at hand, and each actor's are sorted.
    let mut places = vec![0_u32; story.events.rows.len()];
    for (place, ix) in (0..).zip(ordered.undated.iter().chain(&ordered.dated)) {
        places[ix.index()] = place;
    }
    let mut lists = Lists::of(story.actors.rows.len(), || {
        (0..story.events.rows.len()).flat_map(|n| {
            let participants = story.events.participants_of(n).iter();
            participants.map(move |participant| (participant.actor.index(), EventIx::at(n)))
        })
    });
    let mut each: Vec<&mut [EventIx]> = lists.each_mut().collect();
    each.par_iter_mut()
        .for_each(|events| events.par_sort_unstable_by_key(|ix| places[ix.index()]));
    lists
}

/// What rests on each passage: events, then relations, then actors.
fn resting(story: &Story) -> Lists<(Item, Bearing)> {
    Lists::of(story.passages.rows.len(), || {
        let events = (0..story.events.rows.len())
            .map(|n| (Item::Event(EventIx::at(n)), story.events.evidence_of(n)));
        let relations = story.relations_with_ix();
        let relations = relations.map(|(ix, r)| (Item::Relation(ix), r.evidence));
        let actors = story
            .actors_with_ix()
            .map(|(ix, r)| (Item::Actor(ix), r.evidence));
        let all = events.chain(relations).chain(actors);
        all.flat_map(|(item, evidence)| {
            evidence
                .iter()
                .map(move |link| (link.passage.index(), (item, link.bearing)))
        })
    })
}

/// The passages of each source, in the order of the document.
fn source_passages(story: &Story) -> Lists<PassageIx> {
    let mut lists = Lists::of(story.sources.len(), || {
        let passages = story.passages.rows.iter().enumerate();
        passages.map(|(n, row)| (row.source.index(), PassageIx::at(n)))
    });
    for passages in lists.each_mut() {
        passages.par_sort_unstable_by(|&a, &b| {
            let rows = &story.passages.rows;
            let (a, b) = (&rows[a.index()], &rows[b.index()]);
            let texts = |a: Piece, b: Piece| story.texts.get(a).cmp(story.texts.get(b));
            let by_paragraph = a.paragraph.cmp(&b.paragraph);
            by_paragraph
                .then_with(|| texts(a.page, b.page))
                .then_with(|| texts(a.id, b.id))
        });
    }
    lists
}

/// How kinds look: each look once.
#[derive(Default)]
struct Styles {
    all: Vec<KindStyle>,
    of_actors: Vec<u32>,
    of_events: Vec<u32>,
}

impl Styles {
    fn of(story: &Story) -> Self {
        let mut styles = Self::default();
        let mut of_kind: HashMap<&str, u32> = HashMap::new();
        for actor in story.actors() {
            let style = *of_kind
                .entry(actor.kind)
                .or_insert_with(|| styles.add(kind::actor_kind(story, actor.kind)));
            styles.of_actors.push(style);
        }
        let other = styles.add(kind::actor_kind(story, "other"));
        let declared: HashMap<&str, u32, ahash::RandomState> = story
            .event_kinds
            .iter()
            .filter_map(|declared| {
                let style = kind::event_kind(story, &declared.word)?;
                Some((declared.word.as_str(), styles.add(style)))
            })
            .collect();
        // Of the first participant's kind, under the name of the event's own.
        let mut borrowed: HashMap<(&str, u32), u32, ahash::RandomState> = HashMap::default();
        styles.of_events.reserve_exact(story.events.rows.len());
        for (n, row) in story.events.rows.iter().enumerate() {
            let word = story.texts.get(row.kind);
            let style = declared.get(word).copied().unwrap_or_else(|| {
                let first = story.events.participants_of(n).first();
                let base = first.map_or(other, |first| styles.of_actors[first.actor.index()]);
                *borrowed.entry((word, base)).or_insert_with(|| {
                    let mut style = styles.all[base as usize].clone();
                    style.label = kind::sentence_case(word);
                    styles.all.push(style);
                    crate::story::rows::next(&styles.all) - 1
                })
            });
            styles.of_events.push(style);
        }
        styles
    }

    /// For each look the first event that has it.
    fn seen_in(&self) -> Vec<Option<EventIx>> {
        let mut seen = vec![None; self.all.len()];
        for (n, style) in self.of_events.iter().enumerate() {
            seen[*style as usize].get_or_insert(EventIx::at(n));
        }
        seen
    }

    fn add(&mut self, style: KindStyle) -> u32 {
        self.all.push(style);
        crate::story::rows::next(&self.all) - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_keep_the_order_of_what_is_put_into_them() {
        let pairs = [(2, 'a'), (0, 'b'), (2, 'c'), (2, 'd')];
        let mut lists = Lists::of(4, || pairs.into_iter());
        assert_eq!(lists.of_row(0), ['b']);
        assert_eq!(lists.of_row(1), [' '; 0]);
        assert_eq!(lists.of_row(2), ['a', 'c', 'd']);
        assert_eq!(lists.of_row(3), [' '; 0]);
        lists.each_mut().for_each(<[char]>::reverse);
        assert_eq!(lists.of_row(2), ['d', 'c', 'a']);
        assert!(Lists::<u8>::of(0, std::iter::empty).all.is_empty());
    }
}
