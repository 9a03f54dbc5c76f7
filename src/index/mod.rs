//! Questions asked of a story, answered from what is computed once.

mod aside;
mod columns;
pub mod facets;
pub(crate) mod gallop;
mod highlight;
mod paths;
pub mod query;
pub mod search;
mod words;

use std::sync::Arc;

use rayon::prelude::*;

use crate::evidence::{State, Tallies, Tally, Verification};
use crate::language::say;
use crate::story::calendar::Tick;
use crate::story::kind::{self, KindStyle};
use crate::story::model::DEFAULT_IMPORTANCE;
use crate::story::rows::EventRow;
use crate::story::{
    ActorIx, Bearing, Date, EventIx, Evidence, Item, ItemId, PassageIx, RelationIx, SourceIx,
    Story, Voice,
};

use aside::Passing;
use columns::Columns;
use facets::Count;

pub use highlight::{Highlight, Strength};
pub use paths::{Reach, Step, Ways};
pub use query::{Asked, Choice, Of, Query, QueryError, Sieve, Value};

/// A story with everything that is computed from it once. Cheap to copy but for the lists of what is
/// on show.
#[derive(Clone, Debug)]
pub struct Index {
    columns: Arc<Columns>,
    dated: Vec<EventIx>,
    undated: Vec<EventIx>,
    extent: Option<(Tick, Tick)>,
    /// How many events are more important than most.
    prominent: usize,
    /// What a query lets pass, where the rest is hidden.
    filter: Option<Arc<Passing>>,
    /// The same, where the rest is on show too.
    aside: Option<Arc<Passing>>,
    /// How its quotations stand to their sources, once that is known.
    verification: Arc<Verification>,
}

impl Index {
    /// Computes everything once; linear in the story but for the sorting of events by time.
    #[must_use]
    pub fn new(story: Arc<Story>) -> Self {
        let (columns, ordered) = Columns::of(story);
        let mut index = Self {
            columns: Arc::new(columns),
            dated: ordered.dated,
            undated: ordered.undated,
            extent: None,
            prominent: 0,
            filter: None,
            aside: None,
            verification: Arc::default(),
        };
        index.measure();
        let rows = &index.story().events.rows;
        let prominent = |row: &&EventRow| row.importance > DEFAULT_IMPORTANCE;
        index.prominent = rows.par_iter().filter(prominent).count();
        index
    }

    fn measure(&mut self) {
        let story = self.story();
        let span = |ix: &EventIx| {
            let row = story.events.rows.get(ix.index())?;
            story.dates.get(row.when)?.span().finite()
        };
        self.extent = self
            .dated
            .par_iter()
            .filter_map(span)
            .reduce_with(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    }

    /// The same index with only those events, relations and actors on show that `query` lets pass,
    /// and the actors at the ends of such relations. What is hidden can still be asked for.
    #[must_use]
    pub fn filtered(&self, query: &Query) -> Self {
        let mut index = self.clone();
        if query.is_empty() {
            return index;
        }
        let passing = self.passing(query);
        let passes = |ix: &EventIx| passing.has(Item::Event(*ix));
        let events = |events: &[EventIx]| -> Vec<EventIx> {
            events.iter().copied().filter(passes).collect()
        };
        index.dated = events(&self.dated);
        index.undated = events(&self.undated);
        index.measure();
        index.filter = Some(Arc::new(passing));
        index
    }

    /// The same index with all of it on show, which knows what `query` leaves out: that steps back, or is
    /// shown `alike`.
    #[must_use]
    pub fn set_aside(&self, query: &Query, alike: bool) -> Self {
        let mut index = self.clone();
        if !query.is_empty() {
            let passing = self.passing(query);
            index.aside = Some(Arc::new(Passing { alike, ..passing }));
        }
        index
    }

    fn passing(&self, query: &Query) -> Passing {
        let sieve = query.sieve(self);
        Passing::of(self.story(), query, |item| sieve.passes(self, item))
    }

    /// What is filtered by where the rest is on show too, and whether it steps back; none otherwise.
    #[must_use]
    pub fn aside(&self) -> Option<(&Query, bool)> {
        let aside = self.aside.as_ref()?;
        Some((&aside.query, !aside.alike))
    }

    /// Whether `item` steps back because a filter leaves it out.
    #[must_use]
    pub fn steps_back(&self, item: Item) -> bool {
        let aside = self.aside.as_ref();
        aside.is_some_and(|aside| aside.steps_back(item))
    }

    /// How many items pass the filter, hidden or not what does not; none where nothing is filtered.
    #[must_use]
    pub fn left(&self) -> Option<Count> {
        let passing = self.filter.as_ref().or(self.aside.as_ref())?;
        Some(passing.count)
    }

    /// The same index, which knows how quotations stand to their sources.
    #[must_use]
    pub fn verified(&self, verification: Arc<Verification>) -> Self {
        Self {
            verification,
            ..self.clone()
        }
    }

    /// How quotations stand to their sources, as far as that is known.
    #[must_use]
    pub fn verification(&self) -> &Arc<Verification> {
        &self.verification
    }

    /// How the quotations that `item` rests on stand to their sources: the worst of them, or a passage's
    /// own; none where it rests on nothing.
    #[must_use]
    pub fn state_of(&self, item: Item) -> Option<State> {
        match item {
            Item::Passage(ix) => Some(self.verification.state(ix)),
            Item::Source(_) => None,
            Item::Event(_) | Item::Actor(_) | Item::Relation(_) => {
                let evidence = self.evidence_of(item);
                self.verification.worst(evidence)
            }
        }
    }

    /// How many voices and sources `item` rests on; counted of all, where that was not asked for before.
    #[must_use]
    #[inline]
    pub fn tally(&self, item: Item) -> Tally {
        let story = self.story();
        let tallies = self.columns.tallies.get_or_init(|| Tallies::new(story));
        tallies.of(story, item)
    }

    /// What is amiss about the quotations that `item` rests on, where anything is that the author does not let
    /// stand.
    #[must_use]
    pub fn amiss(&self, item: Item) -> Option<State> {
        if !self.verification.has_texts() {
            return None;
        }
        self.verification
            .amiss(self.story(), self.evidence_of(item))
    }

    /// What is amiss about a passage, but for what the author lets stand.
    #[must_use]
    pub fn amiss_passage(&self, passage: PassageIx) -> Option<State> {
        let state = self.verification.state(passage);
        let code = crate::evidence::code(state)?;
        let accepted = self.story().accepts(Item::Passage(passage), code);
        accepted.is_none().then_some(state)
    }

    /// What is filtered by; none where all is on show.
    #[must_use]
    pub fn filter(&self) -> Option<&Query> {
        Some(&self.filter.as_ref()?.query)
    }

    /// Whether `item` passes the filter, where that hides the rest; so does everything where nothing is hidden.
    #[must_use]
    pub fn passes(&self, item: Item) -> bool {
        let filter = self.filter.as_ref();
        filter.is_none_or(|filter| filter.passes(item))
    }

    /// Whether the filter leaves `item` on show: it passes, or stands at an end of a relation that does.
    #[must_use]
    pub fn is_on_show(&self, item: Item) -> bool {
        let filter = self.filter.as_ref();
        filter.is_none_or(|filter| filter.has(item))
    }

    /// Whether the filter leaves an actor on show.
    #[must_use]
    pub fn shows_actor(&self, ix: ActorIx) -> bool {
        self.is_on_show(Item::Actor(ix))
    }

    /// Whether the filter leaves a relation on show.
    #[must_use]
    pub fn shows_relation(&self, ix: RelationIx) -> bool {
        self.is_on_show(Item::Relation(ix))
    }

    /// The story.
    #[must_use]
    pub fn story(&self) -> &Story {
        &self.columns.story
    }

    /// The story, shared.
    #[must_use]
    pub fn shared_story(&self) -> &Arc<Story> {
        &self.columns.story
    }

    /// The item that `id` names in this story.
    #[must_use]
    pub fn resolve(&self, id: &ItemId) -> Option<Item> {
        self.story().find(id.kind, &id.id)
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

    /// Whether an event is more important than most.
    #[must_use]
    pub fn is_prominent(&self, event: EventIx) -> bool {
        self.story().event(event).importance > DEFAULT_IMPORTANCE
    }

    /// How many events of the whole story are more important than most.
    #[must_use]
    pub fn prominent_count(&self) -> usize {
        self.prominent
    }

    /// The events in which an actor takes part: undated ones first, then in time order.
    #[must_use]
    pub fn events_of(&self, actor: ActorIx) -> &[EventIx] {
        self.columns.actor_events.of_row(actor.index())
    }

    /// The events that lead to an event, in the order of the file.
    #[must_use]
    pub fn leading_to(&self, event: EventIx) -> &[EventIx] {
        self.columns.leading_to(event)
    }

    /// The relations that an actor is an end of.
    #[must_use]
    pub fn relations_of(&self, actor: ActorIx) -> &[RelationIx] {
        self.columns.actor_relations.of_row(actor.index())
    }

    /// The actors that are part of an actor.
    #[must_use]
    pub fn members_of(&self, actor: ActorIx) -> &[ActorIx] {
        self.columns.members.of_row(actor.index())
    }

    /// What rests on a passage, and how.
    #[must_use]
    pub fn resting_on(&self, passage: PassageIx) -> &[(Item, Bearing)] {
        self.columns.resting.of_row(passage.index())
    }

    /// The passages that a source holds, in the order of the document.
    #[must_use]
    pub fn passages_of(&self, source: SourceIx) -> &[PassageIx] {
        self.columns.source_passages.of_row(source.index())
    }

    /// How an actor's kind looks.
    #[must_use]
    pub fn actor_style(&self, actor: ActorIx) -> &KindStyle {
        self.columns.actor_style(actor)
    }

    /// How an event looks: its own kind's style where the story declares one, otherwise that of
    /// its first participant, so that both views agree.
    #[must_use]
    pub fn event_style(&self, event: EventIx) -> &KindStyle {
        self.columns.event_style(event)
    }

    /// Which of [`Self::looks`] an event has.
    #[must_use]
    #[inline]
    pub fn look_of(&self, event: EventIx) -> usize {
        self.columns.look_of(event)
    }

    /// Which of [`Self::looks`] an actor has.
    #[must_use]
    pub fn actor_look(&self, actor: ActorIx) -> usize {
        self.columns.actor_look(actor)
    }

    /// How actors and events of this story look: few, each of which many share.
    #[must_use]
    pub fn looks(&self) -> &[KindStyle] {
        &self.columns.styles
    }

    /// The word for the kind of the events of each of [`Self::looks`]: all that look alike are of one. None where no event
    /// looks so.
    pub(crate) fn kinds_of_looks(&self) -> impl Iterator<Item = Option<&str>> {
        let seen = self.columns.seen_in.iter();
        seen.map(|seen| self.story().kind_of(Item::Event((*seen)?)))
    }

    /// The kind that an event has its colour from: its own where the story declares that, otherwise
    /// its first participant's.
    #[must_use]
    pub fn coloring_kind(&self, event: EventIx) -> KindStyle {
        let story = self.story();
        let event = story.event(event);
        kind::event_kind(story, event.kind).unwrap_or_else(|| {
            event.participants.first().map_or_else(
                || kind::actor_kind(story, "other"),
                |participant| self.actor_style(participant.actor).clone(),
            )
        })
    }

    /// The links from an item to passages; none for passages and sources themselves.
    #[must_use]
    pub fn evidence_of(&self, item: Item) -> &[Evidence] {
        self.story().evidence_of(item)
    }

    /// When an event was reported: the author's date, or the earliest of its supporting sources.
    #[must_use]
    pub fn reported(&self, event: EventIx) -> Option<&Date> {
        let story = self.story();
        let event = story.event(event);
        event.reported.or_else(|| {
            event
                .evidence
                .iter()
                .filter(|link| link.bearing == Bearing::Supports)
                .filter_map(|link| story.source(story.passage(link.passage).source).published)
                .min_by_key(|date| date.span().sort_key())
        })
    }

    /// A name for an item in a line: an event's title, an actor's name, "A kind B", a quotation.
    #[must_use]
    pub fn title_of(&self, item: Item) -> String {
        let story = self.story();
        match item {
            Item::Event(ix) => story.event(ix).title.to_owned(),
            Item::Actor(ix) => story.actor(ix).name.to_owned(),
            Item::Relation(ix) => {
                let relation = story.relation(ix);
                let (from, to) = (story.actor(relation.from), story.actor(relation.to));
                format!("{} {} {}", from.name, self.relation_label(ix), to.name)
            }
            Item::Passage(ix) => say!("quoted", words = story.passage(ix).quote),
            Item::Source(ix) => story.source(ix).title.to_owned(),
        }
    }

    /// What to call a relation's kind.
    #[must_use]
    pub fn relation_label(&self, relation: RelationIx) -> String {
        let story = self.story();
        let word = story.relation(relation).kind;
        let declared = story.relation_kinds.iter().find(|kind| kind.word == word);
        declared
            .and_then(|kind| kind.label.clone())
            .unwrap_or_else(|| word.to_owned())
    }

    /// How the kind of whoever said a passage looks.
    #[must_use]
    pub fn voice_style(&self, voice: &Voice<'_>) -> KindStyle {
        match voice {
            Voice::OnRecord(actor) | Voice::Spokesperson(actor) | Voice::Declined(actor) => {
                self.actor_style(*actor).clone()
            }
            Voice::Unnamed { .. } => kind::actor_kind(self.story(), "group"),
            Voice::Document | Voice::Reporter => kind::actor_kind(self.story(), "media"),
        }
    }

    /// Who said a passage, in words: "5 people with knowledge of the subject".
    #[must_use]
    pub fn voice_words(&self, voice: &Voice<'_>) -> String {
        match voice {
            Voice::OnRecord(actor) => {
                say!("index-voice-record", name = self.story().actor(*actor).name)
            }
            Voice::Spokesperson(actor) => {
                say!(
                    "index-voice-spokesperson",
                    name = self.story().actor(*actor).name
                )
            }
            Voice::Declined(actor) => {
                say!(
                    "index-voice-declined",
                    name = self.story().actor(*actor).name
                )
            }
            Voice::Unnamed {
                count: Some(count),
                described: "",
                ..
            } => say!("index-voice-unnamed-count", count = *count),
            Voice::Unnamed {
                count: Some(count),
                described,
                ..
            } => say!(
                "index-voice-described",
                count = *count,
                described = *described
            ),
            Voice::Unnamed {
                count: None,
                described: "",
                ..
            } => say!("index-voice-unnamed").to_owned(),
            Voice::Unnamed {
                count: None,
                described,
                ..
            } => kind::sentence_case(described),
            Voice::Document => say!("index-voice-document").to_owned(),
            Voice::Reporter => say!("index-voice-reporter").to_owned(),
        }
    }
}
