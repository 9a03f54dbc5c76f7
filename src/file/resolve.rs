//! From drafts to a story: every id that is named becomes an index, or is reported.
//!
//! Names are looked up for all parts of the file at once; what comes of them is then written down
//! part by part, so that problems come in the order of the file.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::story::model::status_from_evidence;
use crate::story::rows::{LinkRow, NOBODY, ParticipantRow, VoiceRow, next, part};
use crate::story::texts::{Dates, Piece};
use crate::story::{ActorIx, EventIx, Evidence, ItemKind, PassageIx, SourceIx, Status, Story};

use super::drafts::{Counted, Drafts, Labelled, Proof};
use super::gather::{Gathered, Part};
use super::lex::short;
use super::lookup::{Ids, NOWHERE, position};
use super::problem::{Code, Problems};
use super::unused::{unknown_kinds, unused};
use super::wholes::link_wholes;
use super::{Cancelled, Progress};

/// Where the names of a part were found; [`NOWHERE`] where they were not.
#[derive(Default)]
struct Found {
    part_of: Vec<u32>,
    of_actors: Vec<u32>,
    participants: Vec<u32>,
    leads_to: Vec<u32>,
    of_events: Vec<u32>,
    ends: Vec<[u32; 2]>,
    of_relations: Vec<u32>,
}

/// The story that `gathered` amounts to.
pub(super) fn resolve(
    gathered: Gathered,
    problems: &mut Problems,
    progress: &Progress,
) -> Result<Story, Cancelled> {
    let Gathered {
        mut story,
        mut parts,
        spots,
        left_out,
        kinds_named,
        ..
    } = gathered;
    let mut ids = Ids {
        spots,
        left_out,
        compared: 0,
        problems,
    };
    resolve_passages(&mut story, &parts, &mut ids);
    progress.check()?;

    let found: Vec<Found> = parts
        .par_iter()
        .map(|part| {
            progress.check()?;
            Ok(look_up(&story, part))
        })
        .collect::<Result<_, Cancelled>>()?;
    let mut dates = std::mem::take(&mut story.dates);

    for (part, found) in parts.iter().zip(&found) {
        resolve_actors(&mut story, part, &found.of_actors, &mut ids);
    }
    let named: Vec<(&Part, &[u32])> = parts
        .iter()
        .zip(&found)
        .map(|(part, found)| (part, &found.part_of[..]))
        .collect();
    link_wholes(&mut story, &named, &mut ids);
    progress.check()?;

    let sum = |count: fn(&Found) -> usize| found.iter().map(count).sum();
    let mut participants: Vec<ParticipantRow> = Vec::with_capacity(sum(|f| f.participants.len()));
    story.events.evidence = Vec::with_capacity(sum(|f| f.of_events.len()));
    for (part, found) in parts.iter_mut().zip(&found) {
        progress.check()?;
        let mut resolving = Resolving {
            story: &mut story,
            ids: &mut ids,
            dates: &mut dates,
        };
        resolving.events(part, found, &mut participants);
        part.names.events = crate::story::rows::Events::default();
    }
    story.events.participants = participants;
    let before = story.relations.rows.len();
    let mut kept = Vec::with_capacity(before);
    story.relations.evidence = Vec::with_capacity(sum(|f| f.of_relations.len()));
    for (part, found) in parts.iter().zip(&found) {
        progress.check()?;
        let mut resolving = Resolving {
            story: &mut story,
            ids: &mut ids,
            dates: &mut dates,
        };
        resolving.relations(part, found, &mut kept);
    }
    story.relations.rows = kept;
    if story.relations.rows.len() < before {
        story.find_relations();
    }
    dates.seal();
    story.dates = dates;
    // What names a record may be among what was left out.
    if !ids.problems.has_errors() {
        unused(&story, &ids.spots, ids.problems);
    }
    unknown_kinds(&story, &kinds_named, ids.problems);
    Ok(story)
}

fn look_up(story: &Story, part: &Part) -> Found {
    let names = &part.names;
    let find =
        |kind: ItemKind, id: Piece| position(story, kind, names.names.get(id)).unwrap_or(NOWHERE);
    let actor = |id: Piece| find(ItemKind::Actor, id);
    let proofs = |proofs: &[Proof]| -> Vec<u32> {
        let passage = |proof: &Proof| find(ItemKind::Passage, proof.passage);
        proofs.iter().map(passage).collect()
    };
    let participants = names.events.participants.iter();
    let leads_to = names.events.leads_to.iter();
    Found {
        part_of: names.actors.part_of.iter().map(|&id| actor(id)).collect(),
        of_actors: proofs(&names.actors.evidence),
        participants: participants.map(|named| actor(named.id)).collect(),
        leads_to: leads_to
            .map(|named| find(ItemKind::Event, named.id))
            .collect(),
        of_events: proofs(&names.events.evidence),
        ends: names
            .relation_ends
            .iter()
            .map(|ends| ends.map(actor))
            .collect(),
        of_relations: proofs(&names.relations.evidence),
    }
}

fn resolve_passages(story: &mut Story, parts: &[Part], ids: &mut Ids<'_>) {
    let looked_up: Vec<Vec<(u32, u32)>> = parts
        .par_iter()
        .map(|part| {
            let names = &part.names;
            let find = |kind: ItemKind, id: Piece| {
                position(story, kind, names.names.get(id)).unwrap_or(NOWHERE)
            };
            let found = names.passage_links.iter().map(|links| {
                let speaker = links.speaker.map(|id| find(ItemKind::Actor, id));
                (
                    find(ItemKind::Source, links.source),
                    speaker.unwrap_or(NOWHERE),
                )
            });
            found.collect()
        })
        .collect();
    let all = parts.iter().zip(&looked_up).flat_map(|(part, found)| {
        let names = &part.names;
        let links = names.passage_links.iter().zip(found);
        links.map(move |(links, found)| (names, links, found))
    });
    let mut kept = 0;
    for (n, (names, links, &(source, speaker))) in all.enumerate() {
        let mut row = story.passages.rows[n];
        let by = || format!("passage `{}`", short(story.texts.get(row.id)));
        let source = ids.check(
            story,
            source,
            (ItemKind::Source, links.source, names),
            by,
            "the passage is left out",
        );
        let speaker = links.speaker.map(|named| {
            let comes = match row.said_by {
                VoiceRow::Unnamed { .. } => "nobody stands for these people",
                _ => "the passage is left out",
            };
            ids.check(story, speaker, (ItemKind::Actor, named, names), by, comes)
                .map(ActorIx)
        });
        let said_by = match (row.said_by, speaker) {
            (VoiceRow::OnRecord(_), Some(Some(actor))) => Some(VoiceRow::OnRecord(actor)),
            (VoiceRow::Spokesperson(_), Some(Some(actor))) => Some(VoiceRow::Spokesperson(actor)),
            (VoiceRow::Unnamed { count, .. }, actor) => Some(VoiceRow::Unnamed {
                count,
                actor: actor.flatten().unwrap_or(NOBODY),
            }),
            (voice @ (VoiceRow::Document | VoiceRow::Reporter), _) => Some(voice),
            (VoiceRow::OnRecord(_) | VoiceRow::Spokesperson(_), _) => None,
        };
        if let (Some(source), Some(said_by)) = (source, said_by) {
            row.source = SourceIx(source);
            row.said_by = said_by;
            story.passages.rows[kept] = row;
            kept += 1;
        } else {
            let id = Box::from(story.texts.get(row.id));
            ids.left_out.insert((ItemKind::Passage, id));
        }
    }
    if kept < story.passages.rows.len() {
        story.passages.rows.truncate(kept);
        story.find_passages();
    }
}

/// The passages among `proofs` that were found, each link once, into `all`.
fn evidence(
    story: &Story,
    (proofs, found, names): (&[Proof], &[u32], &Drafts),
    all: &mut Vec<Evidence>,
    ids: &mut Ids<'_>,
    by: impl Fn() -> String,
) {
    // More links than this are looked through by a set.
    const FEW: usize = 32;
    let first = all.len();
    let mut seen: HashSet<Evidence> = HashSet::new();
    for (proof, &found) in proofs.iter().zip(found) {
        let named = (ItemKind::Passage, proof.passage, names);
        let comes = "the link is left out";
        let Some(passage) = ids.check(story, found, named, &by, comes).map(PassageIx) else {
            continue;
        };
        let link = Evidence {
            bearing: proof.bearing,
            passage,
        };
        let is_new = if proofs.len() <= FEW {
            !all[first..].contains(&link)
        } else {
            seen.insert(link)
        };
        if is_new {
            all.push(link);
        }
    }
}

fn resolve_actors(story: &mut Story, part: &Part, found: &[u32], ids: &mut Ids<'_>) {
    let proofs = &part.names.actors.evidence;
    let mut all = std::mem::take(&mut story.actors.evidence);
    for n in part.actors.clone() {
        let row = &story.actors.rows[n];
        let end = (n + 1 < part.actors.end).then(|| story.actors.rows[n + 1].evidence);
        let own = (
            self::part(proofs, row.evidence, end),
            self::part(found, row.evidence, end),
            &part.names,
        );
        let first = next(&all);
        let id = story.texts.get(row.id);
        evidence(story, own, &mut all, ids, || {
            format!("actor `{}`", short(id))
        });
        story.actors.rows[n].evidence = first;
    }
    story.actors.evidence = all;
}

/// What is at hand while events and relations are resolved.
struct Resolving<'a, 'p> {
    story: &'a mut Story,
    ids: &'a mut Ids<'p>,
    dates: &'a mut Dates,
}

impl Resolving<'_, '_> {
    fn events(&mut self, part: &Part, found: &Found, participants: &mut Vec<ParticipantRow>) {
        let names = &part.names.events;
        let mut all = std::mem::take(&mut self.story.events.evidence);
        let mut arrows = std::mem::take(&mut self.story.events.leads_to);
        let mut counted = part.names.events_counted.iter().peekable();
        for n in part.events.clone() {
            let story = &*self.story;
            let row = &story.events.rows[n];
            let following = (n + 1 < part.events.end).then(|| &story.events.rows[n + 1]);
            let id = story.texts.get(row.id);
            let by = || format!("event `{}`", short(id));

            let first = next(&all);
            let end = following.map(|row| row.evidence);
            let own = (
                self::part(&names.evidence, row.evidence, end),
                self::part(&found.of_events, row.evidence, end),
                &part.names,
            );
            evidence(story, own, &mut all, self.ids, by);
            let links = &all[first as usize..];
            if links.is_empty() {
                let at = self.ids.spots.of(row.id);
                self.ids.no_evidence(ItemKind::Event, id, at);
            }
            let status = settled(row.status_given, row.status, links, story);

            let position = n - part.events.start;
            let basis = counted_from(&mut counted, position)
                .and_then(|named| self.ids.basis(story, (named, &part.names), self.dates));

            let first_participant = next(participants);
            let end = following.map(|row| row.participants);
            let named = self::part(&names.participants, row.participants, end);
            let theirs = self::part(&found.participants, row.participants, end);
            for (Labelled { id, label }, &found) in named.iter().zip(theirs) {
                let named = (ItemKind::Actor, *id, &part.names);
                let comes = "it takes part in nothing there";
                if let Some(actor) = self.ids.check(story, found, named, by, comes) {
                    participants.push(ParticipantRow {
                        actor: ActorIx(actor),
                        role: *label,
                    });
                }
            }

            let more = story.events.more.get(row.more as usize);
            let [from, to] = more.map_or([0, 0], |more| more.leads_to);
            let first_arrow = next(&arrows);
            let named = self::part(&names.leads_to, from, Some(to));
            let theirs = self::part(&found.leads_to, from, Some(to));
            for (named, &found) in named.iter().zip(theirs) {
                self.arrow(EventIx::at(n), (*named, &part.names), found, &mut arrows);
            }

            let more = self.story.events.rows[n].more as usize;
            if let Some(more) = self.story.events.more.get_mut(more) {
                more.leads_to = [first_arrow, next(&arrows)];
                more.counted_from = basis;
            }
            let row = &mut self.story.events.rows[n];
            row.evidence = first;
            row.participants = first_participant;
            row.status = status;
        }
        self.story.events.evidence = all;
        self.story.events.leads_to = arrows;
    }

    /// The arrow from the event `here` to the one that `named` names.
    fn arrow(
        &mut self,
        here: EventIx,
        (named, names): (Labelled, &Drafts),
        found: u32,
        all: &mut Vec<LinkRow>,
    ) {
        let story = &*self.story;
        let id = story.texts.get(story.events.rows[here.index()].id);
        let by = || format!("event `{}`", short(id));
        let what = (ItemKind::Event, named.id, names);
        let found = self
            .ids
            .check(story, found, what, by, "the arrow is left out");
        match found.map(EventIx) {
            Some(to) if to == here => {
                let message = format!("{} leads to itself; the arrow is left out", by());
                let at = names.spot_of_name(named.id);
                self.ids
                    .problems
                    .add(Code::SelfLink, at, message)
                    .suggest("write the id of another event");
            }
            Some(to) => all.push(LinkRow {
                to,
                label: named.label,
            }),
            None => {}
        }
    }

    fn relations(
        &mut self,
        part: &Part,
        found: &Found,
        kept: &mut Vec<crate::story::rows::RelationRow>,
    ) {
        let names = &part.names;
        let mut all = std::mem::take(&mut self.story.relations.evidence);
        let mut counted = names.relations_counted.iter().peekable();
        for n in part.relations.clone() {
            let story = &*self.story;
            let mut row = story.relations.rows[n];
            let following = (n + 1 < part.relations.end).then(|| &story.relations.rows[n + 1]);
            let id = story.texts.get(row.id);
            let by = || format!("relation `{}`", short(id));
            let position = n - part.relations.start;
            let basis = counted_from(&mut counted, position);

            let comes = "the relation is left out";
            let (named, ends) = (names.relation_ends[position], found.ends[position]);
            let ends = [0, 1].map(|end| {
                let named = (ItemKind::Actor, named[end], names);
                self.ids.check(story, ends[end], named, by, comes)
            });
            let [Some(from), Some(to)] = ends else {
                continue;
            };
            (row.from, row.to) = (ActorIx(from), ActorIx(to));

            let first = next(&all);
            let end = following.map(|row| row.evidence);
            let own = (
                self::part(&names.relations.evidence, row.evidence, end),
                self::part(&found.of_relations, row.evidence, end),
                &part.names,
            );
            evidence(story, own, &mut all, self.ids, by);
            let links = &all[first as usize..];
            if links.is_empty() {
                let at = self.ids.spots.of(row.id);
                self.ids.no_evidence(ItemKind::Relation, id, at);
            }
            row.evidence = first;
            row.status = settled(row.status_given, row.status, links, story);
            let basis =
                basis.and_then(|named| self.ids.basis(story, (named, &part.names), self.dates));
            if let Some(more) = self.story.relations.more.get_mut(row.more as usize) {
                more.counted_from = basis;
            }
            kept.push(row);
        }
        self.story.relations.evidence = all;
    }
}

/// The author's word, or what the evidence amounts to.
fn settled(given: bool, status: Status, links: &[Evidence], story: &Story) -> Status {
    if given {
        status
    } else {
        status_from_evidence(links, &story.passages.rows)
    }
}

/// What the date of the record at `position` is counted from.
fn counted_from<'a>(
    counted: &mut std::iter::Peekable<impl Iterator<Item = &'a Counted>>,
    position: usize,
) -> Option<Piece> {
    counted
        .next_if(|counted| counted.record as usize == position)
        .map(|counted| counted.from)
}
