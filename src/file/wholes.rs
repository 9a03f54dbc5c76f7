//! Actors that are part of others, without circles.

use crate::language::say;
use crate::story::rows::{next, part};
use crate::story::{ActorIx, ItemKind, Story};

use super::lex::short;
use super::lookup::{By, Comes, Ids};
use super::problem::{Code, Span};

/// Whether an actor was visited: a link to one that is still open closes a circle.
#[derive(Clone, Copy, PartialEq)]
enum Visit {
    New,
    Open,
    Done,
}

/// Resolves `part_of`, whose names were `found`, without the links that would make an actor part of
/// itself.
pub(super) fn link_wholes(story: &mut Story, found: &[u32], ids: &mut Ids<'_>) {
    let count = story.actors.rows.len();
    let named = std::mem::take(&mut ids.names.actors.part_of);
    let mut links: Vec<Vec<(ActorIx, Span)>> = Vec::with_capacity(count);
    for n in 0..count {
        let row = &story.actors.rows[n];
        let end = story.actors.rows.get(n + 1).map(|next| next.part_of);
        let own = part(&named, row.part_of, end);
        let theirs = part(found, row.part_of, end);
        let by = By::record(ItemKind::Actor, story.texts.get(row.id));
        let mut wholes = Vec::new();
        for (&named, &found) in own.iter().zip(theirs) {
            let what = (ItemKind::Actor, named);
            if let Some(whole) = ids.check(story, found, what, by, Comes::NoLink) {
                wholes.push((ActorIx(whole), ids.names.spot_of_name(named)));
            }
        }
        links.push(wholes);
    }
    let mut kept: Vec<Vec<ActorIx>> = vec![Vec::new(); count];
    let mut visits = vec![Visit::New; count];
    for first in 0..count {
        if visits[first] != Visit::New {
            continue;
        }
        let mut path = vec![(first, 0_usize)];
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
                    let id = |ix: usize| short(story.texts.get(story.actors.rows[ix].id));
                    ids.problems.add_with(Code::PartOfCycle, at, || {
                        let (part, whole) = (id(here), id(whole.index()));
                        say!("problem-part-of-itself", part = part, whole = whole)
                    });
                }
                visit => {
                    kept[here].push(whole);
                    if visit == Visit::New {
                        visits[whole.index()] = Visit::Open;
                        path.push((whole.index(), 0));
                    }
                }
            }
        }
    }
    // Each whole once, in the author's order.
    let mut named_by = vec![usize::MAX; count];
    for (n, wholes) in kept.iter().enumerate() {
        story.actors.rows[n].part_of = next(&story.actors.part_of);
        for &whole in wholes {
            if std::mem::replace(&mut named_by[whole.index()], n) != n {
                story.actors.part_of.push(whole);
            }
        }
    }
}
