//! A story as its file spells it: what RON and JSON are written from.
//!
//! The two formats come from one description, so that they have the same shape, field for field.

mod step;

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::marker::PhantomData;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::story::kind::{DeclaredKind, Glyph, Rgb};
use crate::story::model::DEFAULT_IMPORTANCE;
use crate::story::texts::Piece;
use crate::story::{self, Basis, Bearing, Date, Dating, Item, Status};

use super::records::FORMAT;

pub use step::steps_to_ron;

/// `story` as RON, with every field that says something, in the order of the story.
///
/// # Errors
/// Never for a story that was read; the serialiser reserves the right.
pub fn to_ron(story: &story::Story) -> io::Result<String> {
    let config = PrettyConfig::new()
        .struct_names(true)
        .indentor("    ")
        .new_line("\n")
        .depth_limit(3)
        .separate_tuple_members(false);
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let mut text = options
        .to_string_pretty(&Story::of(story), config)
        .map_err(io::Error::other)?;
    text.push('\n');
    Ok(text)
}

/// `story` as JSON, the same shape as [`to_ron`].
///
/// # Errors
/// Never for a story that was read; the serialiser reserves the right.
pub fn to_json(story: &story::Story) -> io::Result<String> {
    let mut text = serde_json::to_string_pretty(&Story::of(story))?;
    text.push('\n');
    Ok(text)
}

/// A text of the story, or one that was read.
type Text<'a> = Cow<'a, str>;

/// What the `ron` crate makes of a story's text by itself: nothing is checked. To measure beside
/// [`load`](super::load), which takes no part of it.
pub struct Plain(Story<'static>);

impl Plain {
    /// Reads `text`.
    ///
    /// # Errors
    /// Where the crate finds anything wrong.
    pub fn from_ron(text: &str) -> Result<Self, ron::error::SpannedError> {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        options.from_str(text).map(Self)
    }

    /// How many events there are.
    #[must_use]
    pub fn events(&self) -> usize {
        self.0.events.0.len()
    }
}

/// Records by id, in their order.
struct Records<'a, T>(Vec<(Text<'a>, T)>);

impl<T> Records<'_, T> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for Records<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, record) in &self.0 {
            map.serialize_entry(id, record)?;
        }
        map.end()
    }
}

impl<T> Default for Records<'_, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Records<'_, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
            type Value = Vec<(Text<'static>, T)>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("records by id")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(pairs)
            }
        }
        deserializer.deserialize_map(Pairs(PhantomData)).map(Self)
    }
}

macro_rules! records {
    ($($name:ident { $($(#[$if:meta])* $field:ident: $type:ty,)* })*) => {$(
        #[derive(Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $name<'a> {
            $(
                #[serde(skip_serializing_if = "says_nothing")]
                #[serde(default)]
                $field: $type,
            )*
        }
    )*};
}

/// What a field holds where its author wrote nothing.
trait Silent {
    fn is_silent(&self) -> bool;
}

fn says_nothing<T: Silent>(value: &T) -> bool {
    value.is_silent()
}

impl Silent for Text<'_> {
    fn is_silent(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Silent for Option<T> {
    fn is_silent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Silent for Vec<T> {
    fn is_silent(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Silent for Records<'_, T> {
    fn is_silent(&self) -> bool {
        self.is_empty()
    }
}

/// The version of the format is always said.
impl Silent for u32 {
    fn is_silent(&self) -> bool {
        false
    }
}

records! {
    Story {
        format: u32,
        title: Text<'a>,
        summary: Text<'a>,
        language: Text<'a>,
        actor_kinds: Records<'a, Kind<'a>>,
        event_kinds: Records<'a, Kind<'a>>,
        relation_kinds: Records<'a, Kind<'a>>,
        sources: Records<'a, Source<'a>>,
        passages: Records<'a, Passage<'a>>,
        actors: Records<'a, Actor<'a>>,
        events: Records<'a, Event<'a>>,
        relations: Records<'a, Relation<'a>>,
        steps: Vec<Step<'a>>,
    }
    Kind {
        label: Option<Text<'a>>,
        like: Option<Text<'a>>,
        color: Option<Text<'a>>,
        dark: Option<Text<'a>>,
        shape: Option<Shape>,
    }
    Source {
        title: Text<'a>,
        kind: Text<'a>,
        author: Text<'a>,
        publisher: Text<'a>,
        published: Option<Text<'a>>,
        url: Text<'a>,
        text: Option<Text<'a>>,
        sha256: Text<'a>,
        language: Text<'a>,
        notes: Text<'a>,
        accept: Records<'a, Text<'a>>,
    }
    Passage {
        source: Text<'a>,
        paragraph: Option<u32>,
        page: Text<'a>,
        at: Text<'a>,
        quote: Text<'a>,
        said_by: Option<Voice<'a>>,
        prefix: Text<'a>,
        suffix: Text<'a>,
        start: Option<u32>,
        end: Option<u32>,
        translation: Text<'a>,
        notes: Text<'a>,
        accept: Records<'a, Text<'a>>,
    }
    Actor {
        name: Text<'a>,
        kind: Text<'a>,
        aliases: Vec<Text<'a>>,
        summary: Text<'a>,
        part_of: Vec<Text<'a>>,
        during: Option<Text<'a>>,
        place: Text<'a>,
        tags: Vec<Text<'a>>,
        importance: Option<u8>,
        notes: Text<'a>,
        evidence: Vec<Evidence<'a>>,
    }
    Event {
        title: Text<'a>,
        summary: Text<'a>,
        kind: Text<'a>,
        when: Option<Text<'a>>,
        wording: Text<'a>,
        counted_from: Option<Text<'a>>,
        reported: Option<Text<'a>>,
        drawn_as: Option<DrawnAs>,
        participants: Records<'a, Text<'a>>,
        leads_to: Records<'a, Text<'a>>,
        version_of: Option<Text<'a>>,
        place: Text<'a>,
        status: Option<StatusWord>,
        evidence: Vec<Evidence<'a>>,
        tags: Vec<Text<'a>>,
        importance: Option<u8>,
        notes: Text<'a>,
        accept: Records<'a, Text<'a>>,
    }
    Relation {
        from: Text<'a>,
        to: Text<'a>,
        kind: Text<'a>,
        summary: Text<'a>,
        directed: Option<bool>,
        during: Option<Text<'a>>,
        wording: Text<'a>,
        counted_from: Option<Text<'a>>,
        status: Option<StatusWord>,
        evidence: Vec<Evidence<'a>>,
        tags: Vec<Text<'a>>,
        importance: Option<u8>,
        notes: Text<'a>,
        accept: Records<'a, Text<'a>>,
    }
    Step {
        title: Text<'a>,
        caption: Text<'a>,
        from: Option<Text<'a>>,
        to: Option<Text<'a>>,
        as_of: Option<Text<'a>>,
        select: Vec<Text<'a>>,
        focus: Option<Text<'a>>,
        hops: Option<u8>,
        filter: Text<'a>,
        lanes: Option<Text<'a>>,
        show: Option<Text<'a>>,
    }
}

#[derive(Serialize, Deserialize)]
enum Voice<'a> {
    OnRecord(Text<'a>),
    Spokesperson(Text<'a>),
    Declined(Text<'a>),
    Unnamed {
        #[serde(skip_serializing_if = "says_nothing")]
        #[serde(default)]
        count: Option<u32>,
        #[serde(skip_serializing_if = "says_nothing")]
        #[serde(default)]
        described: Text<'a>,
        #[serde(skip_serializing_if = "says_nothing")]
        #[serde(default)]
        actor: Option<Text<'a>>,
    },
    Document,
    Reporter,
}

#[derive(Serialize, Deserialize)]
enum Evidence<'a> {
    Supports(Text<'a>),
    Disputes(Text<'a>),
    Mentions(Text<'a>),
}

#[derive(Serialize, Deserialize)]
enum StatusWord {
    Documented,
    Attributed,
    Anonymous,
    Disputed,
    Denied,
    Planned,
}

#[derive(Serialize, Deserialize)]
enum DrawnAs {
    /// Nobody needs to say so, and nothing that is written does.
    #[cfg(test)]
    Mark,
    Era,
    KeyDate,
}

#[derive(Serialize, Deserialize)]
enum Shape {
    Circle,
    Square,
    CutSquare,
    Hexagon,
    Pentagon,
    Diamond,
    Triangle,
    Dots,
}

impl<'a> Story<'a> {
    fn of(story: &'a story::Story) -> Self {
        let ids = Ids(story);
        Self {
            format: FORMAT,
            title: (&story.title).into(),
            summary: (&story.summary).into(),
            language: (&story.language).into(),
            actor_kinds: kinds(&story.actor_kinds),
            event_kinds: kinds(&story.event_kinds),
            relation_kinds: kinds(&story.relation_kinds),
            sources: records(story.sources_with_ix().map(|(ix, source)| {
                let accept = ids.accept(Item::Source(ix));
                let source = Source {
                    accept,
                    ..Ids::source(source)
                };
                (story.source(ix).id, source)
            })),
            passages: records(story.passages_with_ix().map(|(ix, passage)| {
                let accept = ids.accept(Item::Passage(ix));
                let passage = Passage {
                    accept,
                    ..ids.passage(passage)
                };
                (story.passage(ix).id, passage)
            })),
            actors: records(story.actors().map(|actor| (actor.id, ids.actor(actor)))),
            events: records(story.events_with_ix().map(|(ix, event)| {
                let accept = ids.accept(Item::Event(ix));
                let event = Event {
                    accept,
                    version_of: story.version_of(ix).map(|of| story.event(of).id.into()),
                    ..ids.event(event)
                };
                (story.event(ix).id, event)
            })),
            relations: records(story.relations_with_ix().map(|(ix, relation)| {
                let accept = ids.accept(Item::Relation(ix));
                let relation = Relation {
                    accept,
                    ..ids.relation(relation)
                };
                (story.relation(ix).id, relation)
            })),
            steps: story
                .steps
                .iter()
                .map(|step| Step::of(story, step))
                .collect(),
        }
    }
}

fn records<'a, T>(all: impl Iterator<Item = (&'a str, T)>) -> Records<'a, T> {
    Records(all.map(|(id, record)| (id.into(), record)).collect())
}

fn kind(kind: &DeclaredKind) -> Kind<'_> {
    let hex = |rgb: Option<Rgb>| rgb.map(|[r, g, b]| format!("#{r:02X}{g:02X}{b:02X}").into());
    Kind {
        label: kind.label.as_ref().map(Text::from),
        like: kind.like.as_ref().map(Text::from),
        color: hex(kind.color),
        dark: hex(kind.dark),
        shape: kind.shape.map(shape),
    }
}

fn kinds(declared: &[DeclaredKind]) -> Records<'_, Kind<'_>> {
    Records(
        declared
            .iter()
            .map(|declared| ((&declared.word).into(), kind(declared)))
            .collect(),
    )
}

fn shape(glyph: Glyph) -> Shape {
    match glyph {
        Glyph::Circle => Shape::Circle,
        Glyph::Square => Shape::Square,
        Glyph::CutSquare => Shape::CutSquare,
        Glyph::Hexagon => Shape::Hexagon,
        Glyph::Pentagon => Shape::Pentagon,
        Glyph::Diamond => Shape::Diamond,
        Glyph::Triangle => Shape::Triangle,
        Glyph::Dots => Shape::Dots,
    }
}

fn date(date: Option<&Date>) -> Option<Text<'_>> {
    date.map(|date| date.text().into())
}

fn texts(texts: story::List<'_, Piece>) -> Vec<Text<'_>> {
    texts.iter().map(Text::from).collect()
}

fn status(status: Status, given: bool) -> Option<StatusWord> {
    given.then_some(match status {
        Status::Documented => StatusWord::Documented,
        Status::Attributed => StatusWord::Attributed,
        Status::Anonymous => StatusWord::Anonymous,
        Status::Disputed => StatusWord::Disputed,
        Status::Denied => StatusWord::Denied,
        Status::Planned => StatusWord::Planned,
    })
}

fn drawn_as(drawn_as: story::DrawnAs) -> Option<DrawnAs> {
    match drawn_as {
        story::DrawnAs::Mark => None,
        story::DrawnAs::Era => Some(DrawnAs::Era),
        story::DrawnAs::KeyDate => Some(DrawnAs::KeyDate),
    }
}

fn importance(importance: u8) -> Option<u8> {
    (importance != DEFAULT_IMPORTANCE).then_some(importance)
}

/// A story whose ids are asked for.
struct Ids<'a>(&'a story::Story);

impl<'a> Ids<'a> {
    fn actor_id(&self, ix: story::ActorIx) -> Text<'a> {
        self.0.actor(ix).id.into()
    }

    fn basis(&self, dating: Dating<'a>) -> Option<Text<'a>> {
        dating.counted_from.map(|basis| match basis {
            Basis::Source(ix) => self.0.source(ix).id.into(),
            Basis::Event(ix) => self.0.event(ix).id.into(),
            Basis::Date(date) => date.text().into(),
        })
    }

    fn evidence(&self, evidence: &[story::Evidence]) -> Vec<Evidence<'a>> {
        let link = |link: &story::Evidence| {
            let id = self.0.passage(link.passage).id.into();
            match link.bearing {
                Bearing::Supports => Evidence::Supports(id),
                Bearing::Disputes => Evidence::Disputes(id),
                Bearing::Mentions => Evidence::Mentions(id),
            }
        };
        evidence.iter().map(link).collect()
    }

    fn accept(&self, item: Item) -> Records<'a, Text<'a>> {
        let accepted = self.0.accepted_of(item).iter();
        let accepted = accepted.map(|one| ((&*one.warning).into(), (&*one.reason).into()));
        Records(accepted.collect())
    }

    fn source(source: story::Source<'a>) -> Source<'a> {
        Source {
            title: source.title.into(),
            kind: source.kind.into(),
            author: source.author.into(),
            publisher: source.publisher.into(),
            published: date(source.published),
            url: source.url.into(),
            text: source.text.map(Text::from),
            sha256: source.sha256.into(),
            language: source.language.into(),
            notes: source.notes.into(),
            accept: Records::default(),
        }
    }

    fn passage(&self, passage: story::Passage<'a>) -> Passage<'a> {
        let said_by = match passage.said_by {
            story::Voice::OnRecord(actor) => Voice::OnRecord(self.actor_id(actor)),
            story::Voice::Spokesperson(actor) => Voice::Spokesperson(self.actor_id(actor)),
            story::Voice::Declined(actor) => Voice::Declined(self.actor_id(actor)),
            story::Voice::Unnamed {
                count,
                described,
                actor,
            } => Voice::Unnamed {
                count,
                described: described.into(),
                actor: actor.map(|actor| self.actor_id(actor)),
            },
            story::Voice::Document => Voice::Document,
            story::Voice::Reporter => Voice::Reporter,
        };
        Passage {
            source: self.0.source(passage.source).id.into(),
            paragraph: passage.paragraph,
            page: passage.page.into(),
            at: passage.at.into(),
            quote: passage.quote.into(),
            said_by: Some(said_by),
            prefix: passage.prefix.into(),
            suffix: passage.suffix.into(),
            start: passage.position.map(|[start, _]| start),
            end: passage.position.map(|[_, end]| end),
            translation: passage.translation.into(),
            notes: passage.notes.into(),
            accept: Records::default(),
        }
    }

    fn actor(&self, actor: story::Actor<'a>) -> Actor<'a> {
        Actor {
            name: actor.name.into(),
            kind: actor.kind.into(),
            aliases: texts(actor.aliases),
            summary: actor.summary.into(),
            part_of: actor.part_of.iter().map(|&ix| self.actor_id(ix)).collect(),
            during: date(actor.during),
            place: actor.place.into(),
            tags: texts(actor.tags),
            importance: importance(actor.importance),
            notes: actor.notes.into(),
            evidence: self.evidence(actor.evidence),
        }
    }

    fn event(&self, event: story::Event<'a>) -> Event<'a> {
        let participants = event.participants.iter().map(|participant| {
            (
                self.actor_id(participant.actor),
                Text::from(participant.role),
            )
        });
        let leads_to = event
            .leads_to
            .iter()
            .map(|link| (Text::from(self.0.event(link.to).id), Text::from(link.label)));
        Event {
            title: event.title.into(),
            summary: event.summary.into(),
            kind: event.kind.into(),
            when: date(event.when.date),
            wording: event.when.wording.into(),
            counted_from: self.basis(event.when),
            reported: date(event.reported),
            drawn_as: drawn_as(event.drawn_as),
            participants: Records(participants.collect()),
            leads_to: Records(leads_to.collect()),
            version_of: None,
            place: event.place.into(),
            status: status(event.status, event.status_given),
            evidence: self.evidence(event.evidence),
            tags: texts(event.tags),
            importance: importance(event.importance),
            notes: event.notes.into(),
            accept: Records::default(),
        }
    }

    fn relation(&self, relation: story::Relation<'a>) -> Relation<'a> {
        Relation {
            from: self.actor_id(relation.from),
            to: self.actor_id(relation.to),
            kind: relation.kind.into(),
            summary: relation.summary.into(),
            directed: (!relation.directed).then_some(false),
            during: date(relation.during.date),
            wording: relation.during.wording.into(),
            counted_from: self.basis(relation.during),
            status: status(relation.status, relation.status_given),
            evidence: self.evidence(relation.evidence),
            tags: texts(relation.tags),
            importance: importance(relation.importance),
            notes: relation.notes.into(),
            accept: Records::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Progress, load_str};

    const STORIES: [(&str, &str); 2] = [
        ("cloud.ron", include_str!("../../data/us-china-cloud.ron")),
        ("tour.ron", include_str!("../../data/format-tour.ron")),
    ];

    fn read(name: &str, text: &str) -> story::Story {
        let loaded = load_str(name, text, &Progress::default()).unwrap();
        assert_eq!(loaded.problems, []);
        (*loaded.story).clone()
    }

    #[test]
    fn what_is_written_is_read_back_as_the_same_story() {
        for (name, text) in STORIES {
            let story = read(name, text);
            let ron = to_ron(&story).unwrap();
            assert_eq!(read("again.ron", &ron), story);
            let json = to_json(&story).unwrap();
            assert_eq!(read("again.json", &json), story);
            assert_eq!(to_ron(&read("again.json", &json)).unwrap(), ron);
        }
    }

    #[test]
    fn the_ron_crate_reads_the_stories_that_ship_and_those_that_are_written() {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        for (name, text) in STORIES {
            let theirs: Story<'_> = options.from_str(text).unwrap();
            let read_again = read(name, text);
            let ours = Story::of(&read_again);
            let json = |story: &Story<'_>| {
                let value = serde_json::to_value(story).unwrap();
                // It keeps defaults that were written out.
                value["events"].as_object().unwrap().len()
            };
            assert_eq!(json(&theirs), json(&ours));
            let written = to_ron(&read(name, text)).unwrap();
            let _: Story<'_> = options.from_str(&written).unwrap();
        }
    }

    #[test]
    fn json_and_ron_have_the_same_shape() {
        let story = read(STORIES[1].0, STORIES[1].1);
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let from_ron: Story<'_> = options.from_str(&to_ron(&story).unwrap()).unwrap();
        let from_json: Story<'_> = serde_json::from_str(&to_json(&story).unwrap()).unwrap();
        assert_eq!(
            serde_json::to_value(from_ron).unwrap(),
            serde_json::to_value(from_json).unwrap()
        );
    }
}
