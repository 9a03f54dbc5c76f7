//! From drafts to a story: every id that is named becomes an index, or is reported.
//!
//! Names are looked up by all processors; what comes of them is then written down by one, so that
//! problems come in the order of the file.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::language::say;
use crate::story::model::status_from_evidence;
use crate::story::rows::{LinkRow, NOBODY, ParticipantRow, VoiceRow, next, part};
use crate::story::texts::{Dates, Piece};
use crate::story::versions::Versions;
use crate::story::{
    Accepted, ActorIx, EventIx, Evidence, Item, ItemKind, PassageIx, SourceIx, Status, Story,
};

use super::drafts::{Counted, Drafts, Labelled, Proof};
use super::gather::Gathered;
use super::lex::short;
use super::lookup::{By, Comes, Ids, NOWHERE, position};
use super::problem::{Code, Problems};
use super::steps::resolve_steps;
use super::unused::{unknown_kinds, unused};
use super::wholes::link_wholes;
use super::{Cancelled, Progress};

/// Records between two looks at whether the reading was cancelled.
const RECORDS_PER_LOOK: usize = 4096;

/// Where the names that records use were found; [`NOWHERE`] where they were not.
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
        names,
        spots,
        ..
    } = gathered;
    let accepted = names.accepted.iter();
    let without = accepted.filter(|(_, _, warning, _)| &**warning == Code::NoEvidence.word());
    let without = without.map(|(kind, id, ..)| (*kind, Box::from(story.texts.get(*id))));
    let mut ids = Ids {
        without_evidence: without.collect(),
        names,
        spots,
        compared: 0,
        problems,
    };
    resolve_passages(&mut story, &mut ids);
    progress.check()?;
    let found = look_up(&story, &ids.names);
    progress.check()?;
    let mut dates = std::mem::take(&mut story.dates);
    resolve_actors(&mut story, &found.of_actors, &mut ids);
    link_wholes(&mut story, &found.part_of, &mut ids);
    progress.check()?;
    let mut resolving = Resolving {
        story: &mut story,
        ids: &mut ids,
        dates: &mut dates,
    };
    resolving.events(&found, progress)?;
    resolving.relations(&found, progress)?;
    dates.seal();
    story.dates = dates;
    resolve_versions(&mut story, &mut ids);
    let steps = std::mem::take(&mut ids.names.steps);
    resolve_steps(&mut story, steps, &mut ids);
    let accepted = std::mem::take(&mut ids.names.accepted).into_iter();
    let accepted = accepted.filter_map(|(kind, id, warning, reason)| {
        let item = story.find(kind, story.texts.get(id))?;
        Some(Accepted {
            item,
            warning,
            reason,
        })
    });
    let accepted = accepted.collect();
    story.accept(accepted);
    // What names a record may be among what was left out.
    if !ids.problems.has_errors() {
        unused(&story, &ids.spots, ids.problems);
    }
    unknown_kinds(&story, &ids.names.kinds_named, ids.problems);
    Ok(story)
}

/// Finds the events that others are versions of.
fn resolve_versions(story: &mut Story, ids: &mut Ids<'_>) {
    let mut said = Vec::new();
    for (id, of) in std::mem::take(&mut ids.names.versions) {
        let name = story.texts.get(id).to_owned();
        let Some(Item::Event(version)) = story.find(ItemKind::Event, &name) else {
            continue;
        };
        let found = position(story, ItemKind::Event, ids.names.names.get(of)).unwrap_or(NOWHERE);
        let by = By::record(ItemKind::Event, &name);
        let of = ids.check(story, found, (ItemKind::Event, of), by, Comes::NoVersion);
        said.extend(of.map(|of| (version, EventIx(of))).filter(|(a, b)| a != b));
    }
    story.versions = Versions::new(said);
}

fn look_up(story: &Story, names: &Drafts) -> Found {
    let find =
        |kind: ItemKind, id: Piece| position(story, kind, names.names.get(id)).unwrap_or(NOWHERE);
    let actor = |id: Piece| find(ItemKind::Actor, id);
    let proofs = |proofs: &[Proof]| -> Vec<u32> {
        let passage = |proof: &Proof| find(ItemKind::Passage, proof.passage);
        proofs.par_iter().map(passage).collect()
    };
    let event = |named: &Labelled| find(ItemKind::Event, named.id);
    let (actors, events) = (&names.actors, &names.events);
    Found {
        part_of: actors.part_of.par_iter().map(|&id| actor(id)).collect(),
        of_actors: proofs(&actors.evidence),
        participants: events
            .participants
            .par_iter()
            .map(|named| actor(named.id))
            .collect(),
        leads_to: events.leads_to.par_iter().map(event).collect(),
        of_events: proofs(&events.evidence),
        ends: names
            .relation_ends
            .par_iter()
            .map(|ends| ends.map(actor))
            .collect(),
        of_relations: proofs(&names.relations.evidence),
    }
}

fn resolve_passages(story: &mut Story, ids: &mut Ids<'_>) {
    let all = std::mem::take(&mut ids.names.passage_links);
    let looked_up: Vec<(u32, u32)> = all
        .par_iter()
        .map(|links| {
            let find = |kind: ItemKind, id: Piece| {
                position(story, kind, ids.names.names.get(id)).unwrap_or(NOWHERE)
            };
            let speaker = links.speaker.map(|id| find(ItemKind::Actor, id));
            (
                find(ItemKind::Source, links.source),
                speaker.unwrap_or(NOWHERE),
            )
        })
        .collect();
    let mut kept = 0;
    for (n, (links, &(source, speaker))) in all.iter().zip(&looked_up).enumerate() {
        let mut row = story.passages.rows[n];
        let by = By::record(ItemKind::Passage, story.texts.get(row.id));
        let source = ids.check(
            story,
            source,
            (ItemKind::Source, links.source),
            by,
            Comes::NoPassage,
        );
        let speaker = links.speaker.map(|named| {
            let comes = match row.said_by {
                VoiceRow::Unnamed { .. } => Comes::NoSpeaker,
                _ => Comes::NoPassage,
            };
            ids.check(story, speaker, (ItemKind::Actor, named), by, comes)
                .map(ActorIx)
        });
        let said_by = match (row.said_by, speaker) {
            (VoiceRow::OnRecord(_), Some(Some(actor))) => Some(VoiceRow::OnRecord(actor)),
            (VoiceRow::Spokesperson(_), Some(Some(actor))) => Some(VoiceRow::Spokesperson(actor)),
            (VoiceRow::Declined(_), Some(Some(actor))) => Some(VoiceRow::Declined(actor)),
            (VoiceRow::Unnamed { count, .. }, actor) => Some(VoiceRow::Unnamed {
                count,
                actor: actor.flatten().unwrap_or(NOBODY),
            }),
            (voice @ (VoiceRow::Document | VoiceRow::Reporter), _) => Some(voice),
            (VoiceRow::OnRecord(_) | VoiceRow::Spokesperson(_) | VoiceRow::Declined(_), _) => None,
        };
        if let (Some(source), Some(said_by)) = (source, said_by) {
            row.source = SourceIx(source);
            row.said_by = said_by;
            story.passages.rows[kept] = row;
            kept += 1;
        } else {
            let id = Box::from(story.texts.get(row.id));
            ids.names.left_out.insert((ItemKind::Passage, id));
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
    (proofs, found): (&[Proof], &[u32]),
    all: &mut Vec<Evidence>,
    ids: &mut Ids<'_>,
    by: By<'_>,
) {
    // More links than this are looked through by a set.
    const FEW: usize = 32;
    let first = all.len();
    let mut seen: HashSet<Evidence> = HashSet::new();
    for (proof, &found) in proofs.iter().zip(found) {
        let named = (ItemKind::Passage, proof.passage);
        let comes = Comes::NoLink;
        let Some(passage) = ids.check(story, found, named, by, comes).map(PassageIx) else {
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

fn resolve_actors(story: &mut Story, found: &[u32], ids: &mut Ids<'_>) {
    let proofs = std::mem::take(&mut ids.names.actors.evidence);
    let mut all = Vec::with_capacity(proofs.len());
    for n in 0..story.actors.rows.len() {
        let row = &story.actors.rows[n];
        let end = story.actors.rows.get(n + 1).map(|next| next.evidence);
        let own = (
            part(&proofs, row.evidence, end),
            part(found, row.evidence, end),
        );
        let first = next(&all);
        let id = story.texts.get(row.id);
        let by = By::record(ItemKind::Actor, id);
        evidence(story, own, &mut all, ids, by);
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
    fn events(&mut self, found: &Found, progress: &Progress) -> Result<(), Cancelled> {
        let names = std::mem::take(&mut self.ids.names.events);
        let counted = std::mem::take(&mut self.ids.names.events_counted);
        let mut counted = counted.iter().peekable();
        let mut participants = Vec::with_capacity(names.participants.len());
        let mut all = Vec::with_capacity(names.evidence.len());
        let mut arrows = Vec::with_capacity(names.leads_to.len());
        for n in 0..self.story.events.rows.len() {
            if n % RECORDS_PER_LOOK == 0 {
                progress.reach(n, self.story.events.rows.len())?;
            }
            let story = &*self.story;
            let row = &story.events.rows[n];
            let following = story.events.rows.get(n + 1);
            let id = story.texts.get(row.id);
            let by = By::record(ItemKind::Event, id);

            let first = next(&all);
            let end = following.map(|row| row.evidence);
            let own = (
                part(&names.evidence, row.evidence, end),
                part(&found.of_events, row.evidence, end),
            );
            evidence(story, own, &mut all, self.ids, by);
            let links = &all[first as usize..];
            if links.is_empty() {
                let at = self.ids.spots.of(row.id);
                self.ids.no_evidence(ItemKind::Event, id, at);
            }
            let status = settled(row.status_given, row.status, links, story);
            let basis = counted_from(&mut counted, n)
                .and_then(|named| self.ids.basis(story, named, self.dates));

            let first_participant = next(&participants);
            let end = following.map(|row| row.participants);
            let named = part(&names.participants, row.participants, end);
            let theirs = part(&found.participants, row.participants, end);
            for (Labelled { id, label }, &found) in named.iter().zip(theirs) {
                let named = (ItemKind::Actor, *id);
                let comes = Comes::NoPart;
                if let Some(actor) = self.ids.check(story, found, named, by, comes) {
                    participants.push(ParticipantRow {
                        actor: ActorIx(actor),
                        role: *label,
                    });
                }
            }

            let more = row.more as usize;
            let [from, to] = story
                .events
                .more
                .get(more)
                .map_or([0, 0], |more| more.leads_to);
            let first_arrow = next(&arrows);
            let named = part(&names.leads_to, from, Some(to));
            let theirs = part(&found.leads_to, from, Some(to));
            for (named, &found) in named.iter().zip(theirs) {
                self.arrow(EventIx::at(n), *named, found, &mut arrows);
            }

            if let Some(more) = self.story.events.more.get_mut(more) {
                more.leads_to = [first_arrow, next(&arrows)];
                more.counted_from = basis;
            }
            let row = &mut self.story.events.rows[n];
            row.evidence = first;
            row.participants = first_participant;
            row.status = status;
        }
        self.story.events.participants = participants;
        self.story.events.evidence = all;
        self.story.events.leads_to = arrows;
        Ok(())
    }

    /// The arrow from the event `here` to the one that `named` names.
    fn arrow(&mut self, here: EventIx, named: Labelled, found: u32, all: &mut Vec<LinkRow>) {
        let story = &*self.story;
        let id = story.texts.get(story.events.rows[here.index()].id);
        let by = By::record(ItemKind::Event, id);
        let what = (ItemKind::Event, named.id);
        let comes = Comes::NoArrow;
        let found = self.ids.check(story, found, what, by, comes);
        match found.map(EventIx) {
            Some(to) if to == here => {
                let at = self.ids.names.spot_of_name(named.id);
                self.ids
                    .problems
                    .add_with(Code::SelfLink, at, || {
                        say!("problem-leads-to-itself", event = short(id))
                    })
                    .suggest_with(|| say!("problem-leads-to-itself-hint"));
            }
            Some(to) => all.push(LinkRow {
                to,
                label: named.label,
            }),
            None => {}
        }
    }

    fn relations(&mut self, found: &Found, progress: &Progress) -> Result<(), Cancelled> {
        let names = std::mem::take(&mut self.ids.names.relations);
        let named_ends = std::mem::take(&mut self.ids.names.relation_ends);
        let counted = std::mem::take(&mut self.ids.names.relations_counted);
        let mut counted = counted.iter().peekable();
        let mut all = Vec::with_capacity(names.evidence.len());
        let before = self.story.relations.rows.len();
        let mut kept = Vec::with_capacity(before);
        for (n, named_ends) in named_ends.iter().enumerate() {
            if n % RECORDS_PER_LOOK == 0 {
                progress.check()?;
            }
            let story = &*self.story;
            let mut row = story.relations.rows[n];
            let following = story.relations.rows.get(n + 1);
            let id = story.texts.get(row.id);
            let by = By::record(ItemKind::Relation, id);
            let basis = counted_from(&mut counted, n);

            let comes = Comes::NoRelation;
            let ends = [0, 1].map(|end| {
                let named = (ItemKind::Actor, named_ends[end]);
                self.ids.check(story, found.ends[n][end], named, by, comes)
            });
            let [Some(from), Some(to)] = ends else {
                continue;
            };
            (row.from, row.to) = (ActorIx(from), ActorIx(to));

            let first = next(&all);
            let end = following.map(|row| row.evidence);
            let own = (
                part(&names.evidence, row.evidence, end),
                part(&found.of_relations, row.evidence, end),
            );
            evidence(story, own, &mut all, self.ids, by);
            let links = &all[first as usize..];
            if links.is_empty() {
                let at = self.ids.spots.of(row.id);
                self.ids.no_evidence(ItemKind::Relation, id, at);
            }
            row.evidence = first;
            row.status = settled(row.status_given, row.status, links, story);
            let basis = basis.and_then(|named| self.ids.basis(story, named, self.dates));
            if let Some(more) = self.story.relations.more.get_mut(row.more as usize) {
                more.counted_from = basis;
            }
            kept.push(row);
        }
        self.story.relations.evidence = all;
        self.story.relations.rows = kept;
        if self.story.relations.rows.len() < before {
            self.story.find_relations();
        }
        Ok(())
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
