//! Records that nothing leads to, and kinds that look like a slip of the pen.

use crate::language::say;
use crate::story::kind::{ACTOR_KINDS, DeclaredKind};
use crate::story::rows::{BasisRow, NOBODY, VoiceRow};
use crate::story::texts::Piece;
use crate::story::{ItemKind, Story};

use super::drafts::Spots;
use super::lex::short;
use super::problem::{Code, Problems, Span};
use super::schema;

/// Warns of records that nothing leads to.
pub(super) fn unused(story: &Story, spots: &Spots, problems: &mut Problems) {
    let mut actors = vec![false; story.actors.rows.len()];
    let mut passages = vec![false; story.passages.rows.len()];
    let mut sources = vec![false; story.sources.len()];
    let (events, relations) = (&story.events, &story.relations);
    for participant in &events.participants {
        actors[participant.actor.index()] = true;
    }
    for row in &relations.rows {
        actors[row.from.index()] = true;
        actors[row.to.index()] = true;
    }
    for (n, actor) in story.actors().enumerate() {
        actors[n] |= !actor.evidence.is_empty() || !actor.part_of.is_empty();
        for whole in actor.part_of {
            actors[whole.index()] = true;
        }
    }
    let evidence = events.evidence.iter().chain(&relations.evidence);
    for link in evidence.chain(&story.actors.evidence) {
        passages[link.passage.index()] = true;
    }
    let events_counted = events.more.iter().map(|more| more.counted_from);
    // What a relation that was left out was counted from is an error, and then nobody asks.
    let relations_counted = relations.more.iter().map(|more| more.counted_from);
    for basis in events_counted.chain(relations_counted) {
        if let Some(BasisRow::Source(source)) = basis {
            sources[source.index()] = true;
        }
    }
    for row in &story.passages.rows {
        sources[row.source.index()] = true;
        match row.said_by {
            VoiceRow::OnRecord(actor)
            | VoiceRow::Spokesperson(actor)
            | VoiceRow::Declined(actor)
            | VoiceRow::Unnamed { actor, .. } => {
                if actor != NOBODY {
                    actors[actor.index()] = true;
                }
            }
            VoiceRow::Document | VoiceRow::Reporter => {}
        }
    }
    let mut warn = |code: Code, used: &[bool], id_of: &dyn Fn(usize) -> Piece| {
        for n in (0..used.len()).filter(|&n| !used[n]) {
            if !problems.has_room() {
                problems.count_one();
                continue;
            }
            let id = short(story.texts.get(id_of(n)));
            let (message, suggestion) = match code {
                Code::UnusedActor => (
                    say!("problem-unused-actor", actor = id),
                    say!("problem-unused-actor-hint"),
                ),
                Code::UnusedPassage => (
                    say!("problem-unused-passage", passage = id),
                    say!("problem-unused-passage-hint"),
                ),
                _ => (
                    say!("problem-unused-source", source = id),
                    say!("problem-unused-source-hint"),
                ),
            };
            problems
                .add(code, spots.of(id_of(n)), message)
                .suggest(suggestion);
        }
    };
    warn(Code::UnusedActor, &actors, &|n| story.actors.rows[n].id);
    warn(Code::UnusedPassage, &passages, &|n| {
        story.passages.rows[n].id
    });
    warn(Code::UnusedSource, &sources, &|n| story.sources[n].id);
}

/// Warns of kinds of actors that are neither built in nor declared but look like one that is.
pub(super) fn unknown_kinds(
    story: &Story,
    named: &[(ItemKind, String, Span)],
    problems: &mut Problems,
) {
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
                .add_with(Code::UnknownKind, *at, || {
                    say!("problem-unknown-kind", kind = short(word))
                })
                .suggest_with(|| say!("problem-meant", meant = meant));
        }
    }
}
