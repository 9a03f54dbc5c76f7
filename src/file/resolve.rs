//! From drafts to a story: every id that is named becomes an index, or is reported.

use std::collections::{HashMap, HashSet};

use crate::story::kind::{ACTOR_KINDS, DeclaredKind};
use crate::story::model::status_from_evidence;
use crate::story::{
    Actor, ActorIx, Basis, Dating, Event, EventIx, EventLink, Evidence, Id, ItemKind, Participant,
    Passage, PassageIx, Relation, Source, SourceIx, Story, Voice,
};

use super::drafts::{Draft, Drafts, PassageLinks, Proof};
use super::fields::Named;
use super::lex::short;
use super::parts::as_date;
use super::problem::{Code, Problems, Span};
use super::{Cancelled, Progress, schema};

/// Ids compared in search of what was meant, over the whole file.
const MOST_COMPARED: usize = 2_000_000;

/// The story that `drafts` amount to.
pub(super) fn resolve(
    drafts: Drafts,
    problems: &mut Problems,
    progress: &Progress,
) -> Result<Story, Cancelled> {
    let Drafts {
        title,
        summary,
        language,
        sources,
        passages,
        actors,
        events,
        relations,
        actor_kinds,
        event_kinds,
        relation_kinds,
        left_out,
        kinds_named,
    } = drafts;
    let mut ids = Ids {
        sources: table(sources.iter().map(|draft| &draft.record.id)),
        passages: HashMap::new(),
        actors: table(actors.iter().map(|draft| &draft.record.id)),
        events: table(events.iter().map(|draft| &draft.record.id)),
        left_out,
        compared: 0,
        problems,
    };
    let source_places: Vec<Span> = sources.iter().map(|draft| draft.at).collect();
    let sources: Vec<Source> = sources.into_iter().map(|draft| draft.record).collect();
    let (passages, passage_places) = resolve_passages(passages, &mut ids);
    ids.passages = table(passages.iter().map(|passage| &passage.id));
    progress.check()?;

    let mut story = Story {
        title,
        summary,
        language,
        sources,
        passages,
        actor_kinds,
        event_kinds,
        relation_kinds,
        ..Story::default()
    };
    let mut actor_places = Vec::with_capacity(actors.len());
    let mut wholes = Vec::with_capacity(actors.len());
    for Draft {
        mut record,
        at,
        links,
    } in actors
    {
        record.evidence = ids.evidence(links.evidence, ItemKind::Actor, &record.id);
        wholes.push(links.part_of);
        actor_places.push(at);
        story.actors.push(record);
    }
    link_wholes(&mut story.actors, wholes, &mut ids);
    progress.check()?;

    for (
        n,
        Draft {
            mut record,
            at,
            links,
        },
    ) in events.into_iter().enumerate()
    {
        if n % 1024 == 0 {
            progress.check()?;
        }
        record.evidence = ids.evidence(links.evidence, ItemKind::Event, &record.id);
        if record.evidence.is_empty() {
            ids.no_evidence(ItemKind::Event, &record.id, at);
        }
        record.when.counted_from = ids.basis(links.counted_from);
        for (named, role) in links.participants {
            let what = format!("event `{}`", short(&record.id));
            if let Some(actor) = ids.actor(&named, &what, "it takes part in nothing there") {
                record.participants.push(Participant { actor, role });
            }
        }
        record.leads_to = ids.arrows(links.leads_to, EventIx::at(n), &record.id);
        if !record.status_given {
            record.status = status_from_evidence(&record.evidence, &story.passages);
        }
        story.events.push(record);
    }
    for (
        n,
        Draft {
            mut record,
            at,
            links,
        },
    ) in relations.into_iter().enumerate()
    {
        if n % 1024 == 0 {
            progress.check()?;
        }
        let what = format!("relation `{}`", short(&record.id));
        let comes = "the relation is left out";
        let ends = (
            ids.actor(&links.from, &what, comes),
            ids.actor(&links.to, &what, comes),
        );
        let (Some(from), Some(to)) = ends else {
            continue;
        };
        (record.from, record.to) = (from, to);
        record.evidence = ids.evidence(links.evidence, ItemKind::Relation, &record.id);
        if record.evidence.is_empty() {
            ids.no_evidence(ItemKind::Relation, &record.id, at);
        }
        record.during.counted_from = ids.basis(links.counted_from);
        if !record.status_given {
            record.status = status_from_evidence(&record.evidence, &story.passages);
        }
        story.relations.push(record);
    }
    let places = Places {
        sources: source_places,
        passages: passage_places,
        actors: actor_places,
    };
    // What names a record may be among what was left out.
    if !ids.problems.has_errors() {
        unused(&story, &places, ids.problems);
    }
    unknown_kinds(&story, &kinds_named, ids.problems);
    Ok(story)
}

/// Where the ids of records stand.
struct Places {
    sources: Vec<Span>,
    passages: Vec<Span>,
    actors: Vec<Span>,
}

fn table<'a>(ids: impl Iterator<Item = &'a Id>) -> HashMap<Id, u32> {
    ids.zip(0..).map(|(id, n)| (Id::clone(id), n)).collect()
}

/// The ids that records may name.
struct Ids<'p> {
    sources: HashMap<Id, u32>,
    passages: HashMap<Id, u32>,
    actors: HashMap<Id, u32>,
    events: HashMap<Id, u32>,
    left_out: HashSet<(ItemKind, Box<str>)>,
    compared: usize,
    problems: &'p mut Problems,
}

impl Ids<'_> {
    fn table(&self, kind: ItemKind) -> &HashMap<Id, u32> {
        match kind {
            ItemKind::Source => &self.sources,
            ItemKind::Passage => &self.passages,
            ItemKind::Event => &self.events,
            ItemKind::Actor | ItemKind::Relation => &self.actors,
        }
    }

    /// The index of the record that `named` names for `by`; `comes` says what comes of it if there
    /// is none.
    fn find(&mut self, kind: ItemKind, named: &Named, by: &str, comes: &str) -> Option<u32> {
        if let Some(&n) = self.table(kind).get(&*named.id) {
            return Some(n);
        }
        // That the record itself is left out was reported where it stands.
        if !self.left_out.contains(&(kind, named.id.clone())) {
            let meant = self.meant(kind, &named.id);
            let message = format!(
                "{by} names {article} {} `{}`, and there is none; {comes}",
                kind.word(),
                short(&named.id),
                article = if matches!(kind, ItemKind::Actor | ItemKind::Event) {
                    "an"
                } else {
                    "a"
                },
            );
            let found = self
                .problems
                .add(Code::DanglingReference, named.at, message);
            match meant {
                Some(id) => found.suggest(format!("did you mean `{}`?", short(&id))),
                None => found.suggest(format!(
                    "write the id of {} in `{}s`, or add one",
                    if kind == ItemKind::Actor || kind == ItemKind::Event {
                        "an entry"
                    } else {
                        "one"
                    },
                    kind.word()
                )),
            };
        }
        None
    }

    /// The id that `id` was probably meant to be.
    fn meant(&mut self, kind: ItemKind, id: &str) -> Option<Id> {
        let table = self.table(kind);
        if self.compared + table.len() > MOST_COMPARED || !self.problems.has_room() {
            return None;
        }
        let meant = schema::nearest(id, table.keys().map(|id| &**id)).map(Id::from);
        self.compared += self.table(kind).len();
        meant
    }

    fn actor(&mut self, named: &Named, by: &str, comes: &str) -> Option<ActorIx> {
        self.find(ItemKind::Actor, named, by, comes).map(ActorIx)
    }

    fn evidence(&mut self, proof: Proof, kind: ItemKind, id: &Id) -> Vec<Evidence> {
        let mut all: Vec<Evidence> = Vec::with_capacity(proof.len());
        for (bearing, named) in proof {
            let what = format!("{} `{}`", kind.word(), short(id));
            let found = self.find(ItemKind::Passage, &named, &what, "the link is left out");
            if let Some(passage) = found.map(PassageIx) {
                let link = Evidence { bearing, passage };
                if !all.contains(&link) {
                    all.push(link);
                }
            }
        }
        all
    }

    /// The arrows from the event `here`, which bears `id`, to others.
    fn arrows(&mut self, named: Vec<(Named, String)>, here: EventIx, id: &Id) -> Vec<EventLink> {
        let mut all = Vec::with_capacity(named.len());
        for (named, label) in named {
            let what = format!("event `{}`", short(id));
            let found = self.find(ItemKind::Event, &named, &what, "the arrow is left out");
            match found.map(EventIx) {
                Some(to) if to == here => {
                    let message = format!("{what} leads to itself; the arrow is left out");
                    self.problems
                        .add(Code::SelfLink, named.at, message)
                        .suggest("write the id of another event");
                }
                Some(to) => all.push(EventLink { to, label }),
                None => {}
            }
        }
        all
    }

    /// What a date was counted from: a source, an event or a date of its own.
    fn basis(&mut self, named: Option<Named>) -> Option<Basis> {
        let named = named?;
        if let Some(&n) = self.sources.get(&*named.id) {
            return Some(Basis::Source(SourceIx(n)));
        }
        if let Some(&n) = self.events.get(&*named.id) {
            return Some(Basis::Event(EventIx(n)));
        }
        if let Some(date) = as_date(&named.id) {
            return Some(Basis::Date(Box::new(date)));
        }
        let left_out = [ItemKind::Source, ItemKind::Event]
            .iter()
            .any(|&kind| self.left_out.contains(&(kind, named.id.clone())));
        if !left_out {
            let meant = self
                .meant(ItemKind::Source, &named.id)
                .or_else(|| self.meant(ItemKind::Event, &named.id));
            let message = format!(
                "`counted_from` names `{}`, which is no source, no event and no date; it is left out",
                short(&named.id)
            );
            let found = self
                .problems
                .add(Code::DanglingReference, named.at, message);
            match meant {
                Some(id) => found.suggest(format!("did you mean `{}`?", short(&id))),
                None => found.suggest("write the id of a source or an event, or a date"),
            };
        }
        None
    }

    fn no_evidence(&mut self, kind: ItemKind, id: &Id, at: Span) {
        self.problems
            .add(
                Code::NoEvidence,
                at,
                format!("{} `{}` rests on no passage", kind.word(), short(id)),
            )
            .suggest("add `evidence: [Supports(\"passage\")]`");
    }
}

fn resolve_passages(
    drafts: Vec<Draft<Passage, PassageLinks>>,
    ids: &mut Ids<'_>,
) -> (Vec<Passage>, Vec<Span>) {
    let mut passages = Vec::with_capacity(drafts.len());
    let mut places = Vec::with_capacity(drafts.len());
    for Draft {
        mut record,
        at,
        links,
    } in drafts
    {
        let what = format!("passage `{}`", short(&record.id));
        let source = ids.find(
            ItemKind::Source,
            &links.source,
            &what,
            "the passage is left out",
        );
        let speaker = links.speaker.as_ref().map(|named| {
            let comes = match record.said_by {
                Voice::Unnamed { .. } => "nobody stands for these people",
                _ => "the passage is left out",
            };
            ids.actor(named, &what, comes)
        });
        let voice = match (&record.said_by, speaker) {
            (Voice::OnRecord(_), Some(Some(actor))) => Some(Voice::OnRecord(actor)),
            (Voice::Spokesperson(_), Some(Some(actor))) => Some(Voice::Spokesperson(actor)),
            (
                Voice::Unnamed {
                    count, described, ..
                },
                actor,
            ) => Some(Voice::Unnamed {
                count: *count,
                described: described.clone(),
                actor: actor.flatten(),
            }),
            (Voice::Document, _) => Some(Voice::Document),
            (Voice::Reporter, _) => Some(Voice::Reporter),
            (Voice::OnRecord(_) | Voice::Spokesperson(_), _) => None,
        };
        if let (Some(source), Some(voice)) = (source, voice) {
            record.source = SourceIx(source);
            record.said_by = voice;
            passages.push(record);
            places.push(at);
        } else {
            let id = Box::from(&*record.id);
            ids.left_out.insert((ItemKind::Passage, id));
        }
    }
    (passages, places)
}

/// Whether an actor was visited: a link to one that is still open closes a circle.
#[derive(Clone, Copy, PartialEq)]
enum Visit {
    New,
    Open,
    Done,
}

/// Resolves `part_of`, without the links that would make an actor part of itself.
fn link_wholes(actors: &mut [Actor], wholes: Vec<Vec<Named>>, ids: &mut Ids<'_>) {
    let mut links: Vec<Vec<(ActorIx, Span)>> = Vec::with_capacity(wholes.len());
    for (named, actor) in wholes.into_iter().zip(actors.iter()) {
        let what = format!("actor `{}`", short(&actor.id));
        links.push(
            named
                .iter()
                .filter_map(|named| {
                    Some((ids.actor(named, &what, "the link is left out")?, named.at))
                })
                .collect(),
        );
    }
    let mut visits = vec![Visit::New; actors.len()];
    for first in 0..actors.len() {
        let mut path = vec![(first, 0_usize)];
        if visits[first] != Visit::New {
            continue;
        }
        visits[first] = Visit::Open;
        while let Some((here, next)) = path.last_mut() {
            let (here, n) = (*here, *next);
            *next += 1;
            let Some(&(whole, at)) = links[here].get(n) else {
                visits[here] = Visit::Done;
                path.pop();
                continue;
            };
            match visits[whole.index()] {
                Visit::Open => {
                    let message = format!(
                        "`{}` cannot be part of `{}`, which is itself part of it; the link is left out",
                        short(&actors[here].id),
                        short(&actors[whole.index()].id)
                    );
                    ids.problems.add(Code::PartOfCycle, at, message);
                }
                visit => {
                    if !actors[here].part_of.contains(&whole) {
                        actors[here].part_of.push(whole);
                    }
                    if visit == Visit::New {
                        visits[whole.index()] = Visit::Open;
                        path.push((whole.index(), 0));
                    }
                }
            }
        }
    }
}

/// Warns of records that nothing leads to.
fn unused(story: &Story, places: &Places, problems: &mut Problems) {
    let mut actors = vec![false; story.actors.len()];
    let mut passages = vec![false; story.passages.len()];
    let mut sources = vec![false; story.sources.len()];
    for Event {
        participants,
        evidence,
        when,
        ..
    } in &story.events
    {
        for p in participants {
            actors[p.actor.index()] = true;
        }
        for e in evidence {
            passages[e.passage.index()] = true;
        }
        mark_basis(when, &mut sources);
    }
    for Relation {
        from,
        to,
        evidence,
        during,
        ..
    } in &story.relations
    {
        actors[from.index()] = true;
        actors[to.index()] = true;
        for e in evidence {
            passages[e.passage.index()] = true;
        }
        mark_basis(during, &mut sources);
    }
    for (n, actor) in story.actors.iter().enumerate() {
        for e in &actor.evidence {
            passages[e.passage.index()] = true;
        }
        actors[n] |= !actor.evidence.is_empty() || !actor.part_of.is_empty();
        for whole in &actor.part_of {
            actors[whole.index()] = true;
        }
    }
    for passage in &story.passages {
        sources[passage.source.index()] = true;
        match passage.said_by {
            Voice::OnRecord(actor)
            | Voice::Spokesperson(actor)
            | Voice::Unnamed {
                actor: Some(actor), ..
            } => actors[actor.index()] = true,
            _ => {}
        }
    }
    let none = |used: &[bool], spans: &[Span]| -> Vec<(usize, Span)> {
        let unused = used
            .iter()
            .zip(spans)
            .enumerate()
            .filter(|(_, (used, _))| !**used);
        unused.map(|(n, (_, &span))| (n, span)).collect()
    };
    for (n, at) in none(&actors, &places.actors) {
        let message = format!(
            "actor `{}` takes part in nothing",
            short(&story.actors[n].id)
        );
        problems
            .add(Code::UnusedActor, at, message)
            .suggest("name it in an event or a relation, or leave it out");
    }
    for (n, at) in none(&passages, &places.passages) {
        let message = format!(
            "nothing rests on passage `{}`",
            short(&story.passages[n].id)
        );
        problems
            .add(Code::UnusedPassage, at, message)
            .suggest("name it in the evidence of an event, a relation or an actor");
    }
    for (n, at) in none(&sources, &places.sources) {
        let message = format!("no passage quotes source `{}`", short(&story.sources[n].id));
        problems
            .add(Code::UnusedSource, at, message)
            .suggest("add a passage from it, or leave it out");
    }
}

fn mark_basis(dating: &Dating, sources: &mut [bool]) {
    if let Some(Basis::Source(source)) = dating.counted_from {
        sources[source.index()] = true;
    }
}

/// Warns of kinds of actors that are neither built in nor declared but look like one that is.
fn unknown_kinds(story: &Story, named: &[(ItemKind, String, Span)], problems: &mut Problems) {
    for (of, word, at) in named {
        let declared: &[DeclaredKind] = match of {
            ItemKind::Actor => &story.actor_kinds,
            _ => &story.event_kinds,
        };
        let built_in = ACTOR_KINDS
            .iter()
            .map(|kind| kind.0)
            .filter(|_| *of == ItemKind::Actor);
        let known: Vec<&str> = declared
            .iter()
            .map(|kind| kind.word.as_str())
            .chain(built_in)
            .collect();
        if known.contains(&word.as_str()) {
            continue;
        }
        if let Some(meant) = schema::nearest(word, known.iter().copied()) {
            problems
                .add(
                    Code::UnknownKind,
                    *at,
                    format!(
                        "the kind `{}` is neither built in nor declared",
                        short(word)
                    ),
                )
                .suggest(format!("did you mean `{meant}`?"));
        }
    }
}
