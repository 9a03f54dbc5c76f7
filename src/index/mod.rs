//! Questions asked of a story, answered from what is computed once.

mod highlight;
mod query;

use std::collections::HashMap;
use std::sync::Arc;

use crate::story::calendar::Tick;
use crate::story::kind::{self, KindStyle};
use crate::story::{
    ActorIx, Bearing, Date, EventIx, Evidence, Id, Item, ItemId, ItemKind, PassageIx, RelationIx,
    SourceIx, Story, Voice,
};

pub use highlight::{Highlight, Strength};
pub use query::{Query, QueryError};

/// A story with everything that is computed from it once.
#[derive(Clone, Debug)]
pub struct Index {
    story: Arc<Story>,
    ids: [HashMap<Id, u32>; 5],
    actor_events: Vec<Vec<EventIx>>,
    actor_relations: Vec<Vec<RelationIx>>,
    members: Vec<Vec<ActorIx>>,
    resting: Vec<Vec<(Item, Bearing)>>,
    source_passages: Vec<Vec<PassageIx>>,
    causes: HashMap<EventIx, Vec<EventIx>>,
    dated: Vec<EventIx>,
    undated: Vec<EventIx>,
    extent: Option<(Tick, Tick)>,
    actor_styles: Vec<KindStyle>,
    event_styles: Vec<KindStyle>,
    filter: Option<Filter>,
}

/// What a query leaves of a story.
#[derive(Clone, Debug)]
struct Filter {
    query: Query,
    relations: Vec<bool>,
    actors: Vec<bool>,
}

impl Index {
    /// Computes everything once; linear in the story but for the sorting of events by time.
    #[must_use]
    pub fn new(story: Arc<Story>) -> Self {
        let actor_styles: Vec<_> = story
            .actors
            .iter()
            .map(|actor| kind::actor_kind(&story, &actor.kind))
            .collect();
        let event_styles = story
            .events
            .iter()
            .map(|event| {
                kind::event_kind(&story, &event.kind).unwrap_or_else(|| {
                    let first = event.participants.first();
                    let mut style = first.map_or_else(
                        || kind::actor_kind(&story, "other"),
                        |participant| actor_styles[participant.actor.index()].clone(),
                    );
                    style.label = kind::sentence_case(&event.kind);
                    style
                })
            })
            .collect();
        let mut index = Self {
            ids: ids(&story),
            actor_events: vec![Vec::new(); story.actors.len()],
            actor_relations: vec![Vec::new(); story.actors.len()],
            members: vec![Vec::new(); story.actors.len()],
            resting: vec![Vec::new(); story.passages.len()],
            source_passages: vec![Vec::new(); story.sources.len()],
            causes: HashMap::new(),
            dated: Vec::new(),
            undated: Vec::new(),
            extent: None,
            actor_styles,
            event_styles,
            filter: None,
            story,
        };
        index.link();
        index.order_events();
        index
    }

    fn link(&mut self) {
        let story = Arc::clone(&self.story);
        for (ix, event) in story.events_with_ix() {
            for participant in &event.participants {
                let events = &mut self.actor_events[participant.actor.index()];
                if events.last() != Some(&ix) {
                    events.push(ix);
                }
            }
            for link in &event.leads_to {
                self.causes.entry(link.to).or_default().push(ix);
            }
            self.rest(Item::Event(ix), &event.evidence);
        }
        for (ix, relation) in story.relations_with_ix() {
            self.actor_relations[relation.from.index()].push(ix);
            if relation.to != relation.from {
                self.actor_relations[relation.to.index()].push(ix);
            }
            self.rest(Item::Relation(ix), &relation.evidence);
        }
        for (ix, actor) in story.actors_with_ix() {
            for whole in &actor.part_of {
                self.members[whole.index()].push(ix);
            }
            self.rest(Item::Actor(ix), &actor.evidence);
        }
        for (ix, passage) in story.passages_with_ix() {
            self.source_passages[passage.source.index()].push(ix);
        }
        // Passages are read in the order of their document.
        for passages in &mut self.source_passages {
            passages.sort_by(|&a, &b| {
                let (a, b) = (story.passage(a), story.passage(b));
                (a.paragraph, &a.page, &a.id).cmp(&(b.paragraph, &b.page, &b.id))
            });
        }
    }

    fn rest(&mut self, item: Item, evidence: &[Evidence]) {
        for link in evidence {
            self.resting[link.passage.index()].push((item, link.bearing));
        }
    }

    fn order_events(&mut self) {
        let story = Arc::clone(&self.story);
        let order = |ix: &EventIx| {
            let event = story.event(*ix);
            let key = event.when.date.as_ref().map(|date| date.span().sort_key());
            (key, event.title.clone(), event.id.clone())
        };
        let (mut dated, mut undated): (Vec<_>, Vec<_>) = story
            .events_with_ix()
            .map(|(ix, _)| ix)
            .partition(|&ix| story.event(ix).when.date.is_some());
        dated.sort_by_cached_key(order);
        undated.sort_by_cached_key(order);
        for events in &mut self.actor_events {
            events.sort_by_cached_key(order);
        }
        self.dated = dated;
        self.undated = undated;
        self.measure();
    }

    fn measure(&mut self) {
        let span = |ix: &EventIx| self.story.event(*ix).when.date.as_ref()?.span().finite();
        self.extent = self
            .dated
            .iter()
            .filter_map(span)
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    }

    /// The same index with only those events, relations and actors on show that `query` lets pass,
    /// and the actors at the ends of such relations. What is hidden can still be asked for.
    #[must_use]
    pub fn filtered(&self, query: &Query) -> Self {
        let mut index = self.clone();
        if query.is_empty() {
            return index;
        }
        let passes = |item| query.passes(self, item);
        index.dated.retain(|&ix| passes(Item::Event(ix)));
        index.undated.retain(|&ix| passes(Item::Event(ix)));
        let relations = self.story.relations_with_ix();
        let relations: Vec<bool> = relations
            .map(|(ix, _)| passes(Item::Relation(ix)))
            .collect();
        let actors = self.story.actors_with_ix();
        let mut actors: Vec<bool> = actors.map(|(ix, _)| passes(Item::Actor(ix))).collect();
        for (relation, passes) in self.story.relations.iter().zip(&relations) {
            if *passes {
                actors[relation.from.index()] = true;
                actors[relation.to.index()] = true;
            }
        }
        index.measure();
        index.filter = Some(Filter {
            query: query.clone(),
            relations,
            actors,
        });
        index
    }

    /// What is filtered by; none where all is on show.
    #[must_use]
    pub fn filter(&self) -> Option<&Query> {
        Some(&self.filter.as_ref()?.query)
    }

    /// Whether the filter leaves an actor on show.
    #[must_use]
    pub fn shows_actor(&self, ix: ActorIx) -> bool {
        let shown = |filter: &Filter| filter.actors.get(ix.index()).copied();
        self.filter.as_ref().and_then(shown).unwrap_or(true)
    }

    /// Whether the filter leaves a relation on show.
    #[must_use]
    pub fn shows_relation(&self, ix: RelationIx) -> bool {
        let shown = |filter: &Filter| filter.relations.get(ix.index()).copied();
        self.filter.as_ref().and_then(shown).unwrap_or(true)
    }

    /// The story.
    #[must_use]
    pub fn story(&self) -> &Story {
        &self.story
    }

    /// The story, shared.
    #[must_use]
    pub fn shared_story(&self) -> &Arc<Story> {
        &self.story
    }

    /// The item that `id` names in this story.
    #[must_use]
    pub fn resolve(&self, id: &ItemId) -> Option<Item> {
        let ix = *self.ids[id.kind as usize].get(&id.id)?;
        Some(match id.kind {
            ItemKind::Event => Item::Event(EventIx(ix)),
            ItemKind::Actor => Item::Actor(ActorIx(ix)),
            ItemKind::Relation => Item::Relation(RelationIx(ix)),
            ItemKind::Passage => Item::Passage(PassageIx(ix)),
            ItemKind::Source => Item::Source(SourceIx(ix)),
        })
    }

    /// Events with a date that are on show, in time order.
    #[must_use]
    pub fn dated_events(&self) -> &[EventIx] {
        &self.dated
    }

    /// Events without a date that are on show, by title.
    #[must_use]
    pub fn undated_events(&self) -> &[EventIx] {
        &self.undated
    }

    /// The first and last instant that the date of any event on show bounds; `None` where none is dated.
    #[must_use]
    pub fn extent(&self) -> Option<(Tick, Tick)> {
        self.extent
    }

    /// The events in which an actor takes part: undated ones first, then in time order.
    #[must_use]
    pub fn events_of(&self, actor: ActorIx) -> &[EventIx] {
        &self.actor_events[actor.index()]
    }

    /// The events that lead to an event, in the order of the file.
    #[must_use]
    pub fn leading_to(&self, event: EventIx) -> &[EventIx] {
        self.causes.get(&event).map_or(&[], Vec::as_slice)
    }

    /// The relations that an actor is an end of.
    #[must_use]
    pub fn relations_of(&self, actor: ActorIx) -> &[RelationIx] {
        &self.actor_relations[actor.index()]
    }

    /// The actors that are part of an actor.
    #[must_use]
    pub fn members_of(&self, actor: ActorIx) -> &[ActorIx] {
        &self.members[actor.index()]
    }

    /// What rests on a passage, and how.
    #[must_use]
    pub fn resting_on(&self, passage: PassageIx) -> &[(Item, Bearing)] {
        &self.resting[passage.index()]
    }

    /// The passages that a source holds, in the order of the document.
    #[must_use]
    pub fn passages_of(&self, source: SourceIx) -> &[PassageIx] {
        &self.source_passages[source.index()]
    }

    /// How an actor's kind looks.
    #[must_use]
    pub fn actor_style(&self, actor: ActorIx) -> &KindStyle {
        &self.actor_styles[actor.index()]
    }

    /// How an event looks: its own kind's style where the story declares one, otherwise that of
    /// its first participant, so that both views agree.
    #[must_use]
    pub fn event_style(&self, event: EventIx) -> &KindStyle {
        &self.event_styles[event.index()]
    }

    /// The kind that an event has its colour from: its own where the story declares that, otherwise
    /// its first participant's.
    #[must_use]
    pub fn coloring_kind(&self, event: EventIx) -> KindStyle {
        let event = self.story.event(event);
        kind::event_kind(&self.story, &event.kind).unwrap_or_else(|| {
            event.participants.first().map_or_else(
                || kind::actor_kind(&self.story, "other"),
                |participant| self.actor_style(participant.actor).clone(),
            )
        })
    }

    /// The links from an item to passages; none for passages and sources themselves.
    #[must_use]
    pub fn evidence_of(&self, item: Item) -> &[Evidence] {
        match item {
            Item::Event(ix) => &self.story.event(ix).evidence,
            Item::Actor(ix) => &self.story.actor(ix).evidence,
            Item::Relation(ix) => &self.story.relation(ix).evidence,
            Item::Passage(_) | Item::Source(_) => &[],
        }
    }

    /// When an event was reported: the author's date, or the earliest of its supporting sources.
    #[must_use]
    pub fn reported(&self, event: EventIx) -> Option<&Date> {
        let event = self.story.event(event);
        event.reported.as_ref().or_else(|| {
            event
                .evidence
                .iter()
                .filter(|link| link.bearing == Bearing::Supports)
                .filter_map(|link| {
                    self.story
                        .source(self.story.passage(link.passage).source)
                        .published
                        .as_ref()
                })
                .min_by_key(|date| date.span().sort_key())
        })
    }

    /// A name for an item in a line: an event's title, an actor's name, "A kind B", a quotation.
    #[must_use]
    pub fn title_of(&self, item: Item) -> String {
        let story = &*self.story;
        match item {
            Item::Event(ix) => story.event(ix).title.clone(),
            Item::Actor(ix) => story.actor(ix).name.clone(),
            Item::Relation(ix) => {
                let relation = story.relation(ix);
                let (from, to) = (story.actor(relation.from), story.actor(relation.to));
                format!("{} {} {}", from.name, self.relation_label(ix), to.name)
            }
            Item::Passage(ix) => format!("“{}”", story.passage(ix).quote),
            Item::Source(ix) => story.source(ix).title.clone(),
        }
    }

    /// What to call a relation's kind.
    #[must_use]
    pub fn relation_label(&self, relation: RelationIx) -> String {
        let word = &self.story.relation(relation).kind;
        let declared = self
            .story
            .relation_kinds
            .iter()
            .find(|kind| &kind.word == word);
        declared
            .and_then(|kind| kind.label.clone())
            .unwrap_or_else(|| word.clone())
    }

    /// Who said a passage, in words: "5 people with knowledge of the subject".
    #[must_use]
    pub fn voice_words(&self, voice: &Voice) -> String {
        match voice {
            Voice::OnRecord(actor) => format!("{}, on the record", self.story.actor(*actor).name),
            Voice::Spokesperson(actor) => {
                format!("A spokesperson for {}", self.story.actor(*actor).name)
            }
            Voice::Unnamed {
                count: Some(count),
                described,
                ..
            } => {
                let noun = if described.is_empty() {
                    "unnamed people"
                } else {
                    described
                };
                format!("{count} {noun}")
            }
            Voice::Unnamed {
                count: None,
                described,
                ..
            } if described.is_empty() => "Unnamed people".to_owned(),
            Voice::Unnamed {
                count: None,
                described,
                ..
            } => kind::sentence_case(described),
            Voice::Document => "The document itself".to_owned(),
            Voice::Reporter => "The reporter, in the report’s own voice".to_owned(),
        }
    }

    /// How many voices speak in `evidence`: the same actor, or the same unnamed group, counts once.
    #[must_use]
    pub fn voices(&self, evidence: &[Evidence]) -> usize {
        let mut voices: Vec<(SourceIx, &Voice)> = Vec::new();
        for link in evidence {
            let passage = self.story.passage(link.passage);
            let own_voice = matches!(passage.said_by, Voice::Document | Voice::Reporter);
            let heard = voices.iter().any(|(source, voice)| {
                *voice == &passage.said_by && (!own_voice || *source == passage.source)
            });
            if !heard {
                voices.push((passage.source, &passage.said_by));
            }
        }
        voices.len()
    }
}

fn ids(story: &Story) -> [HashMap<Id, u32>; 5] {
    fn map<'a>(ids: impl Iterator<Item = &'a Id>) -> HashMap<Id, u32> {
        ids.zip(0..).map(|(id, ix)| (id.clone(), ix)).collect()
    }
    let mut maps: [HashMap<Id, u32>; 5] = Default::default();
    maps[ItemKind::Event as usize] = map(story.events.iter().map(|r| &r.id));
    maps[ItemKind::Actor as usize] = map(story.actors.iter().map(|r| &r.id));
    maps[ItemKind::Relation as usize] = map(story.relations.iter().map(|r| &r.id));
    maps[ItemKind::Passage as usize] = map(story.passages.iter().map(|r| &r.id));
    maps[ItemKind::Source as usize] = map(story.sources.iter().map(|r| &r.id));
    maps
}
