//! From drafts to the records of a story, which can be looked up by their ids.

use crate::story::rows::{Actors, Events, Relations};
use crate::story::texts::{Finder, Piece};
use crate::story::versions::Versions;
use crate::story::{Finders, Story};

use super::drafts::{Drafts, Spots};
use super::{Cancelled, Progress};

/// All records of a file, whose references are still names.
pub(super) struct Gathered {
    /// The records; lists that name others begin where their names do.
    pub story: Story,
    /// What is left of the drafts: names.
    pub names: Drafts,
    pub spots: Spots,
    /// Whether no id is borne twice.
    pub is_unique: bool,
}

/// The records of `drafts`, each with a look-up by its id.
pub(super) fn gather(mut drafts: Drafts, progress: &Progress) -> Result<Gathered, Cancelled> {
    let (actors, events) = (&mut drafts.actors, &mut drafts.events);
    let relations = &mut drafts.relations;
    let mut story = Story {
        title: std::mem::take(&mut drafts.title),
        summary: std::mem::take(&mut drafts.summary),
        language: std::mem::take(&mut drafts.language),
        actor_kinds: std::mem::take(&mut drafts.actor_kinds),
        event_kinds: std::mem::take(&mut drafts.event_kinds),
        relation_kinds: std::mem::take(&mut drafts.relation_kinds),
        // Until what they name is known.
        steps: Vec::new(),
        texts: std::mem::take(&mut drafts.texts),
        dates: std::mem::take(&mut drafts.dates),
        sources: std::mem::take(&mut drafts.sources),
        accepted: Vec::new(),
        versions: Versions::default(),
        passages: std::mem::take(&mut drafts.passages),
        actors: Actors {
            rows: std::mem::take(&mut actors.rows),
            aliases: std::mem::take(&mut actors.aliases),
            tags: std::mem::take(&mut actors.tags),
            ..Actors::default()
        },
        events: Events {
            rows: std::mem::take(&mut events.rows),
            more: std::mem::take(&mut events.more),
            tags: std::mem::take(&mut events.tags),
            ..Events::default()
        },
        relations: Relations {
            rows: std::mem::take(&mut relations.rows),
            more: std::mem::take(&mut relations.more),
            tags: std::mem::take(&mut relations.tags),
            ..Relations::default()
        },
        finders: Finders::default(),
    };
    progress.check()?;
    let mut is_unique = find_all(&mut story) && !drafts.repeats;
    is_unique &= drafts
        .left_out
        .iter()
        .all(|(kind, id)| story.find(*kind, id).is_none());
    progress.check()?;
    Ok(Gathered {
        story,
        spots: drafts.take_spots(),
        names: drafts,
        is_unique,
    })
}

/// Makes the look-ups of all records; whether no id is borne twice.
fn find_all(story: &mut Story) -> bool {
    let texts = &story.texts;
    let finder = |ids: &mut (dyn ExactSizeIterator<Item = Piece> + Send),
                  id_of: &(dyn Fn(u32) -> Piece + Sync)| {
        let mut finder = Finder::with_capacity(ids.len());
        let id_of = |n| texts.get(id_of(n));
        let mut unique = true;
        for (id, n) in ids.zip(0..) {
            unique &= finder.add(texts.get(id), n, id_of).is_none();
        }
        (finder, unique)
    };
    let (sources, actors) = (&story.sources, &story.actors.rows);
    let (passages, events) = (&story.passages.rows, &story.events.rows);
    let relations = &story.relations.rows;
    let (of_events, (of_passages, (of_actors, (of_sources, of_relations)))) = rayon::join(
        || {
            finder(&mut events.iter().map(|row| row.id), &|n| {
                events[n as usize].id
            })
        },
        || {
            rayon::join(
                || {
                    finder(&mut passages.iter().map(|row| row.id), &|n| {
                        passages[n as usize].id
                    })
                },
                || {
                    rayon::join(
                        || {
                            finder(&mut actors.iter().map(|row| row.id), &|n| {
                                actors[n as usize].id
                            })
                        },
                        || {
                            (
                                finder(&mut sources.iter().map(|row| row.id), &|n| {
                                    sources[n as usize].id
                                }),
                                finder(&mut relations.iter().map(|row| row.id), &|n| {
                                    relations[n as usize].id
                                }),
                            )
                        },
                    )
                },
            )
        },
    );
    let unique = of_sources.1 && of_passages.1 && of_actors.1 && of_events.1 && of_relations.1;
    story.finders = Finders {
        sources: of_sources.0,
        passages: of_passages.0,
        actors: of_actors.0,
        events: of_events.0,
        relations: of_relations.0,
    };
    unique
}
