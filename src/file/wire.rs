//! A story as its file spells it: what RON and JSON are written from.
//!
//! The two formats come from one description, so that they have the same shape, field for field.

use std::io;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::story::kind::{DeclaredKind, Glyph, Rgb};
use crate::story::model::DEFAULT_IMPORTANCE;
use crate::story::{self, Basis, Bearing, Date, Dating, Status};

use super::records::FORMAT;

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

/// Records by id, in their order.
struct Records<T>(Vec<(String, T)>);

impl<T> Records<T> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for Records<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, record) in &self.0 {
            map.serialize_entry(id, record)?;
        }
        map.end()
    }
}

macro_rules! records {
    ($($name:ident { $($(#[$if:meta])* $field:ident: $type:ty,)* })*) => {$(
        #[derive(Serialize)]
        #[cfg_attr(test, derive(serde::Deserialize))]
        #[cfg_attr(test, serde(deny_unknown_fields))]
        struct $name {
            $(
                #[serde(skip_serializing_if = "says_nothing")]
                #[cfg_attr(test, serde(default))]
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

impl Silent for String {
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

impl<T> Silent for Records<T> {
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
        title: String,
        summary: String,
        language: String,
        actor_kinds: Records<Kind>,
        event_kinds: Records<Kind>,
        relation_kinds: Records<Kind>,
        sources: Records<Source>,
        passages: Records<Passage>,
        actors: Records<Actor>,
        events: Records<Event>,
        relations: Records<Relation>,
    }
    Kind {
        label: Option<String>,
        like: Option<String>,
        color: Option<String>,
        dark: Option<String>,
        shape: Option<Shape>,
    }
    Source {
        title: String,
        kind: String,
        author: String,
        publisher: String,
        published: Option<String>,
        url: String,
        text: Option<String>,
        language: String,
        notes: String,
    }
    Passage {
        source: String,
        paragraph: Option<u32>,
        page: String,
        at: String,
        quote: String,
        said_by: Option<Voice>,
        prefix: String,
        suffix: String,
        translation: String,
        notes: String,
    }
    Actor {
        name: String,
        kind: String,
        aliases: Vec<String>,
        summary: String,
        part_of: Vec<String>,
        during: Option<String>,
        place: String,
        tags: Vec<String>,
        importance: Option<u8>,
        notes: String,
        evidence: Vec<Evidence>,
    }
    Event {
        title: String,
        summary: String,
        kind: String,
        when: Option<String>,
        wording: String,
        counted_from: Option<String>,
        reported: Option<String>,
        drawn_as: Option<DrawnAs>,
        participants: Records<String>,
        leads_to: Records<String>,
        place: String,
        status: Option<StatusWord>,
        evidence: Vec<Evidence>,
        tags: Vec<String>,
        importance: Option<u8>,
        notes: String,
    }
    Relation {
        from: String,
        to: String,
        kind: String,
        summary: String,
        directed: Option<bool>,
        during: Option<String>,
        wording: String,
        counted_from: Option<String>,
        status: Option<StatusWord>,
        evidence: Vec<Evidence>,
        tags: Vec<String>,
        importance: Option<u8>,
        notes: String,
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(serde::Deserialize))]
enum Voice {
    OnRecord(String),
    Spokesperson(String),
    Unnamed {
        #[serde(skip_serializing_if = "says_nothing")]
        #[cfg_attr(test, serde(default))]
        count: Option<u32>,
        #[serde(skip_serializing_if = "says_nothing")]
        #[cfg_attr(test, serde(default))]
        described: String,
        #[serde(skip_serializing_if = "says_nothing")]
        #[cfg_attr(test, serde(default))]
        actor: Option<String>,
    },
    Document,
    Reporter,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(serde::Deserialize))]
enum Evidence {
    Supports(String),
    Disputes(String),
    Mentions(String),
}

#[derive(Serialize)]
#[cfg_attr(test, derive(serde::Deserialize))]
enum StatusWord {
    Documented,
    Attributed,
    Anonymous,
    Disputed,
    Denied,
    Planned,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(serde::Deserialize))]
enum DrawnAs {
    /// Nobody needs to say so, and nothing that is written does.
    #[cfg(test)]
    Mark,
    Era,
    KeyDate,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(serde::Deserialize))]
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

impl Story {
    fn of(story: &story::Story) -> Self {
        let ids = Ids(story);
        Self {
            format: FORMAT,
            title: story.title.clone(),
            summary: story.summary.clone(),
            language: story.language.clone(),
            actor_kinds: kinds(&story.actor_kinds),
            event_kinds: kinds(&story.event_kinds),
            relation_kinds: kinds(&story.relation_kinds),
            sources: records(&story.sources, |source| (&source.id, Ids::source(source))),
            passages: records(&story.passages, |passage| {
                (&passage.id, ids.passage(passage))
            }),
            actors: records(&story.actors, |actor| (&actor.id, ids.actor(actor))),
            events: records(&story.events, |event| (&event.id, ids.event(event))),
            relations: records(&story.relations, |relation| {
                (&relation.id, ids.relation(relation))
            }),
        }
    }
}

fn records<'a, R, T>(all: &'a [R], of: impl Fn(&'a R) -> (&'a story::Id, T)) -> Records<T> {
    let pairs = all.iter().map(|record| {
        let (id, record) = of(record);
        (id.to_string(), record)
    });
    Records(pairs.collect())
}

fn kinds(declared: &[DeclaredKind]) -> Records<Kind> {
    let hex = |rgb: Option<Rgb>| rgb.map(|[r, g, b]| format!("#{r:02X}{g:02X}{b:02X}"));
    let kind = |kind: &DeclaredKind| Kind {
        label: kind.label.clone(),
        like: kind.like.clone(),
        color: hex(kind.color),
        dark: hex(kind.dark),
        shape: kind.shape.map(shape),
    };
    Records(
        declared
            .iter()
            .map(|declared| (declared.word.clone(), kind(declared)))
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

fn date(date: Option<&Date>) -> Option<String> {
    date.map(|date| date.text().to_owned())
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

impl Ids<'_> {
    fn actor_id(&self, ix: story::ActorIx) -> String {
        self.0.actor(ix).id.to_string()
    }

    fn basis(&self, dating: &Dating) -> Option<String> {
        dating.counted_from.as_ref().map(|basis| match basis {
            Basis::Source(ix) => self.0.source(*ix).id.to_string(),
            Basis::Event(ix) => self.0.event(*ix).id.to_string(),
            Basis::Date(date) => date.text().to_owned(),
        })
    }

    fn evidence(&self, evidence: &[story::Evidence]) -> Vec<Evidence> {
        let link = |link: &story::Evidence| {
            let id = self.0.passage(link.passage).id.to_string();
            match link.bearing {
                Bearing::Supports => Evidence::Supports(id),
                Bearing::Disputes => Evidence::Disputes(id),
                Bearing::Mentions => Evidence::Mentions(id),
            }
        };
        evidence.iter().map(link).collect()
    }

    fn source(source: &story::Source) -> Source {
        Source {
            title: source.title.clone(),
            kind: source.kind.clone(),
            author: source.author.clone(),
            publisher: source.publisher.clone(),
            published: date(source.published.as_ref()),
            url: source.url.clone(),
            text: source.text.clone(),
            language: source.language.clone(),
            notes: source.notes.clone(),
        }
    }

    fn passage(&self, passage: &story::Passage) -> Passage {
        let said_by = match &passage.said_by {
            story::Voice::OnRecord(actor) => Voice::OnRecord(self.actor_id(*actor)),
            story::Voice::Spokesperson(actor) => Voice::Spokesperson(self.actor_id(*actor)),
            story::Voice::Unnamed {
                count,
                described,
                actor,
            } => Voice::Unnamed {
                count: *count,
                described: described.clone(),
                actor: actor.map(|actor| self.actor_id(actor)),
            },
            story::Voice::Document => Voice::Document,
            story::Voice::Reporter => Voice::Reporter,
        };
        Passage {
            source: self.0.source(passage.source).id.to_string(),
            paragraph: passage.paragraph,
            page: passage.page.clone(),
            at: passage.at.clone(),
            quote: passage.quote.clone(),
            said_by: Some(said_by),
            prefix: passage.prefix.clone(),
            suffix: passage.suffix.clone(),
            translation: passage.translation.clone(),
            notes: passage.notes.clone(),
        }
    }

    fn actor(&self, actor: &story::Actor) -> Actor {
        Actor {
            name: actor.name.clone(),
            kind: actor.kind.clone(),
            aliases: actor.aliases.clone(),
            summary: actor.summary.clone(),
            part_of: actor.part_of.iter().map(|&ix| self.actor_id(ix)).collect(),
            during: date(actor.during.as_ref()),
            place: actor.place.clone(),
            tags: actor.tags.clone(),
            importance: importance(actor.importance),
            notes: actor.notes.clone(),
            evidence: self.evidence(&actor.evidence),
        }
    }

    fn event(&self, event: &story::Event) -> Event {
        let participants = event
            .participants
            .iter()
            .map(|participant| (self.actor_id(participant.actor), participant.role.clone()));
        let leads_to = event
            .leads_to
            .iter()
            .map(|link| (self.0.event(link.to).id.to_string(), link.label.clone()));
        Event {
            title: event.title.clone(),
            summary: event.summary.clone(),
            kind: event.kind.clone(),
            when: date(event.when.date.as_ref()),
            wording: event.when.wording.clone(),
            counted_from: self.basis(&event.when),
            reported: date(event.reported.as_ref()),
            drawn_as: drawn_as(event.drawn_as),
            participants: Records(participants.collect()),
            leads_to: Records(leads_to.collect()),
            place: event.place.clone(),
            status: status(event.status, event.status_given),
            evidence: self.evidence(&event.evidence),
            tags: event.tags.clone(),
            importance: importance(event.importance),
            notes: event.notes.clone(),
        }
    }

    fn relation(&self, relation: &story::Relation) -> Relation {
        Relation {
            from: self.actor_id(relation.from),
            to: self.actor_id(relation.to),
            kind: relation.kind.clone(),
            summary: relation.summary.clone(),
            directed: (!relation.directed).then_some(false),
            during: date(relation.during.date.as_ref()),
            wording: relation.during.wording.clone(),
            counted_from: self.basis(&relation.during),
            status: status(relation.status, relation.status_given),
            evidence: self.evidence(&relation.evidence),
            tags: relation.tags.clone(),
            importance: importance(relation.importance),
            notes: relation.notes.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt;
    use std::marker::PhantomData;

    use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

    use super::*;
    use crate::file::{Progress, load_str};

    impl<T> Default for Records<T> {
        fn default() -> Self {
            Self(Vec::new())
        }
    }

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Records<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Pairs<T>(PhantomData<T>);
            impl<'de, T: Deserialize<'de>> Visitor<'de> for Pairs<T> {
                type Value = Vec<(String, T)>;
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
            let theirs: Story = options.from_str(text).unwrap();
            let ours = Story::of(&read(name, text));
            let json = |story: &Story| {
                let value = serde_json::to_value(story).unwrap();
                // It keeps defaults that were written out.
                value["events"].as_object().unwrap().len()
            };
            assert_eq!(json(&theirs), json(&ours));
            let written = to_ron(&read(name, text)).unwrap();
            let _: Story = options.from_str(&written).unwrap();
        }
    }

    #[test]
    fn json_and_ron_have_the_same_shape() {
        let story = read(STORIES[1].0, STORIES[1].1);
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let from_ron: Story = options.from_str(&to_ron(&story).unwrap()).unwrap();
        let from_json: Story = serde_json::from_str(&to_json(&story).unwrap()).unwrap();
        assert_eq!(
            serde_json::to_value(from_ron).unwrap(),
            serde_json::to_value(from_json).unwrap()
        );
    }
}
