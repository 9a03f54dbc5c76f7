//! Puts the parts of a file together: one list of records, each id once.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::story::rows::{NO_MORE, next};
use crate::story::texts::{DateAt, Finder, Piece, Texts};
use crate::story::{Finders, ItemKind, Story};

use super::drafts::{Drafts, Spots};
use super::problem::Span;
use super::records::MOST_KINDS;
use super::{Cancelled, Progress};

/// All records of a file, whose references are still names.
pub(super) struct Gathered {
    /// The records; where their lists begin counts within their part.
    pub story: Story,
    /// What is left of the parts: pools of names.
    pub parts: Vec<Part>,
    pub spots: Spots,
    pub left_out: HashSet<(ItemKind, Box<str>)>,
    pub kinds_named: Vec<(ItemKind, String, Span)>,
    /// Whether no id is borne twice, and there was room for all.
    pub is_unique: bool,
}

/// A part of the file with the records that came from it.
pub(super) struct Part {
    pub names: Drafts,
    pub actors: Range<usize>,
    pub events: Range<usize>,
    pub relations: Range<usize>,
}

/// Puts `parts` together, which follow each other in the file with the text `file`; the first of
/// them says what the story says of itself.
pub(super) fn gather(
    mut parts: Vec<Drafts>,
    file: &Arc<String>,
    progress: &Progress,
) -> Result<Gathered, Cancelled> {
    let mut story = Story::default();
    let mut texts = Texts::of(Arc::clone(file));
    let mut spots = Spots::default();
    let mut left_out = HashSet::new();
    let mut kinds_named: Vec<(ItemKind, String, Span)> = Vec::new();
    let mut is_unique = true;
    if let Some(head) = parts.first_mut() {
        story.title = std::mem::take(&mut head.title);
        story.summary = std::mem::take(&mut head.summary);
        story.language = std::mem::take(&mut head.language);
        story.actor_kinds = std::mem::take(&mut head.actor_kinds);
        story.event_kinds = std::mem::take(&mut head.event_kinds);
        story.relation_kinds = std::mem::take(&mut head.relation_kinds);
    }
    let mut moves: Vec<(u32, Vec<DateAt>)> = Vec::with_capacity(parts.len());
    for part in &mut parts {
        // A part that has none of its own has nothing to move.
        let before = match part.texts.blocks() {
            0 => 0,
            _ => texts.blocks(),
        };
        is_unique &= texts.absorb(&mut part.texts);
        moves.push((before, story.dates.absorb(std::mem::take(&mut part.dates))));
        is_unique &= !part.repeats;
        for record in part.left_out.drain() {
            is_unique &= left_out.insert(record);
        }
        for (of, word, at) in part.kinds_named.drain(..) {
            let known = kinds_named
                .iter()
                .any(|(other, known, _)| *other == of && *known == word);
            if !known && kinds_named.len() < MOST_KINDS {
                kinds_named.push((of, word, at));
            }
        }
    }
    progress.check()?;
    parts
        .par_iter_mut()
        .zip(&moves)
        .for_each(|(part, (before, dates))| {
            part.move_texts(*before);
            part.move_dates(dates);
        });
    drop(moves);
    for part in &mut parts {
        spots.absorb(part.take_spots());
    }
    story.texts = texts;
    let parts = take_rows(&mut story, parts);
    progress.check()?;
    is_unique &= find_all(&mut story);
    is_unique &= left_out
        .iter()
        .all(|(kind, id)| story.find(*kind, id).is_none());
    Ok(Gathered {
        story,
        parts,
        spots,
        left_out,
        kinds_named,
        is_unique,
    })
}

/// Moves the rows of `parts` into the story, with the pools of theirs that name nothing.
fn take_rows(story: &mut Story, parts: Vec<Drafts>) -> Vec<Part> {
    let sum = |count: fn(&Drafts) -> usize| parts.iter().map(count).sum::<usize>();
    story
        .passages
        .rows
        .reserve_exact(sum(|p| p.passages.rows.len()));
    story
        .passages
        .more
        .reserve_exact(sum(|p| p.passages.more.len()));
    story
        .events
        .rows
        .reserve_exact(sum(|p| p.events.rows.len()));
    story
        .events
        .more
        .reserve_exact(sum(|p| p.events.more.len()));
    story
        .events
        .tags
        .reserve_exact(sum(|p| p.events.tags.len()));
    story
        .relations
        .rows
        .reserve_exact(sum(|p| p.relations.rows.len()));
    story
        .relations
        .more
        .reserve_exact(sum(|p| p.relations.more.len()));
    story
        .relations
        .tags
        .reserve_exact(sum(|p| p.relations.tags.len()));
    let moved = |more: u32, before: u32| {
        if more == NO_MORE { more } else { more + before }
    };
    let mut taken = Vec::with_capacity(parts.len());
    for mut names in parts {
        story.sources.append(&mut names.sources);
        let before = next(&story.passages.more);
        let rows = std::mem::take(&mut names.passages.rows);
        story.passages.rows.extend(rows.into_iter().map(|mut row| {
            row.more = moved(row.more, before);
            row
        }));
        story.passages.more.append(&mut names.passages.more);

        let (first, aliases, tags) = (
            story.actors.rows.len(),
            next(&story.actors.aliases),
            next(&story.actors.tags),
        );
        let rows = std::mem::take(&mut names.actors.rows);
        story.actors.rows.extend(rows.into_iter().map(|mut row| {
            row.aliases += aliases;
            row.tags += tags;
            row
        }));
        story.actors.aliases.append(&mut names.actors.aliases);
        story.actors.tags.append(&mut names.actors.tags);
        let actors = first..story.actors.rows.len();

        let (first, before, tags) = (
            story.events.rows.len(),
            next(&story.events.more),
            next(&story.events.tags),
        );
        let rows = std::mem::take(&mut names.events.rows);
        story.events.rows.extend(rows.into_iter().map(|mut row| {
            row.more = moved(row.more, before);
            row.tags += tags;
            row
        }));
        story.events.more.append(&mut names.events.more);
        story.events.tags.append(&mut names.events.tags);
        let events = first..story.events.rows.len();

        let (first, before, tags) = (
            story.relations.rows.len(),
            next(&story.relations.more),
            next(&story.relations.tags),
        );
        let rows = std::mem::take(&mut names.relations.rows);
        story.relations.rows.extend(rows.into_iter().map(|mut row| {
            row.more = moved(row.more, before);
            row.tags += tags;
            row
        }));
        story.relations.more.append(&mut names.relations.more);
        story.relations.tags.append(&mut names.relations.tags);
        let relations = first..story.relations.rows.len();
        taken.push(Part {
            names,
            actors,
            events,
            relations,
        });
    }
    taken
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
