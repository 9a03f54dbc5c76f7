//! Where the actors lie: found in the background, and moved there so that one can follow.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Receiver;
use std::thread;

use eframe::egui::Context;

use crate::index::Index;
use crate::map::{self, Arrangement, Request};
use crate::scene::Measurer;
use crate::view::{ArrangeBy, Places, View};

use super::super::background;

/// Seconds that actors take from one arrangement to the next.
const SECONDS: f64 = 0.4;
/// Arrangements that are kept at hand.
const MOST_KNOWN: usize = 6;
/// Actors up to which they are seen to move.
const MOST_MOVED: usize = 4000;

/// The arrangement on screen, and the one that comes next.
#[derive(Default)]
pub struct Placing {
    held: Option<Arc<Arrangement>>,
    /// All that have been found of this story, so that one can go back at once.
    known: Vec<Arc<Arrangement>>,
    /// What is being found, on a thread of its own.
    finding: Option<Finding>,
    /// Where the actors were, and when they left.
    left: Option<(Arc<Arrangement>, f64)>,
    /// Where actors lay when the story was open before.
    before: Places,
    /// Whether it was asked who took part in the same events; the graph holds the answer.
    seeks_meetings: bool,
    /// How often places were found in which actors lie freely.
    arranged: u32,
}

struct Finding {
    by: ArrangeBy,
    receiver: Receiver<Arc<Arrangement>>,
    cancel: Arc<AtomicBool>,
}

impl Drop for Finding {
    fn drop(&mut self) {
        self.cancel.store(true, Ordering::Relaxed);
    }
}

impl Placing {
    /// Takes the places that a story's actors were given while it was opened; where there are none, they are
    /// found in the background, near where they lay `before`.
    pub fn take(&mut self, arrangement: Option<Arc<Arrangement>>, before: Places) {
        *self = Self {
            known: arrangement.iter().cloned().collect(),
            held: arrangement,
            before,
            ..Self::default()
        };
    }

    /// Where the actors lie, or go to, once that is known.
    pub fn held(&self) -> Option<&Arc<Arrangement>> {
        self.held.as_ref()
    }

    /// How often places were found in which actors lie freely.
    pub fn arranged(&self) -> u32 {
        self.arranged
    }

    /// Whether the arrangement that is wanted by `by` is there, and everybody has arrived.
    pub fn is_settled(&self, by: &ArrangeBy) -> bool {
        let there = self.held.as_ref().is_some_and(|held| held.by == *by);
        there && self.finding.is_none() && self.left.is_none()
    }

    /// Where the actors lie in each arrangement in which they lie freely.
    pub fn places(&self, index: &Index) -> Places {
        let mut places = self.before.clone();
        let known = self.known.iter().filter(|known| known.by.is_free());
        places.extend(known.map(|known| (known.by.clone(), known.by_id(index))));
        places
    }

    /// Finds anew where actors lie, whatever lay before, round those who are pinned.
    pub fn renew(
        &mut self,
        ctx: &Context,
        index: &Arc<Index>,
        measurer: &Arc<Measurer>,
        view: &View,
    ) {
        let request = Request {
            by: view.map.arrange.clone(),
            pins: view.pins.clone(),
            graph: self.held.as_ref().map(|held| Arc::clone(&held.graph)),
            ..Request::default()
        };
        self.find(ctx, index, measurer, request);
    }

    fn find(
        &mut self,
        ctx: &Context,
        index: &Arc<Index>,
        measurer: &Arc<Measurer>,
        request: Request,
    ) {
        let cancel = Arc::new(AtomicBool::new(false));
        let (by, flag) = (request.by.clone(), Arc::clone(&cancel));
        let (index, measurer) = (Arc::clone(index), Arc::clone(measurer));
        let receiver = background::begin(ctx, move || {
            Arc::new(map::arrange(&index, &request, &measurer, &flag))
        });
        self.finding = Some(Finding {
            by,
            receiver,
            cancel,
        });
    }

    /// The arrangement to draw now, at `now` seconds, once there is one, and how far actors are on their way
    /// there, from 0 to 1. Asks for the one that `view` wants where that is another; until it is found the
    /// one before stays.
    pub fn now(
        &mut self,
        ctx: &Context,
        index: &Arc<Index>,
        measurer: &Arc<Measurer>,
        view: &View,
        now: f64,
    ) -> Option<(Arc<Arrangement>, f64)> {
        self.receive(now);
        let wanted = &view.map.arrange;
        let held = self.held.as_ref().map(|held| &held.by);
        let coming = self.finding.as_ref().map(|finding| &finding.by);
        if coming.or(held) != Some(wanted) {
            self.finding = None;
            let known = self.known.iter().find(|known| known.by == *wanted).cloned();
            if let Some(known) = known {
                self.show(known, now);
            } else {
                let request = Request {
                    by: wanted.clone(),
                    before: self.before.get(wanted).cloned().unwrap_or_default(),
                    graph: self.held.as_ref().map(|held| Arc::clone(&held.graph)),
                    ..Request::default()
                };
                self.find(ctx, index, measurer, request);
            }
        }
        let held = self.held.as_ref()?;
        if view.map.meetings && !self.seeks_meetings {
            self.seeks_meetings = true;
            find_meetings(ctx, index, held);
        }
        let Some((from, since)) = &self.left else {
            return Some((Arc::clone(held), 1.0));
        };
        let share = (now - since) / SECONDS;
        if share >= 1.0 {
            self.left = None;
            return Some((Arc::clone(held), 1.0));
        }
        ctx.request_repaint();
        // Out of the old place gently, and into the new one.
        let eased = share * share * (3.0 - 2.0 * share);
        #[expect(clippy::cast_possible_truncation, reason = "0 to 1")]
        let moved = held.on_the_way(from, eased as f32);
        Some((Arc::new(moved), share))
    }

    fn receive(&mut self, now: f64) {
        let Some(finding) = &self.finding else { return };
        let Ok(found) = finding.receiver.try_recv() else {
            return;
        };
        self.finding = None;
        self.arranged += u32::from(found.by.is_free());
        self.known.retain(|known| known.by != found.by);
        if self.known.len() >= MOST_KNOWN {
            self.known.remove(0);
        }
        self.known.push(Arc::clone(&found));
        self.show(found, now);
    }

    /// Lets actors go where `next` has them.
    fn show(&mut self, next: Arc<Arrangement>, now: f64) {
        let few = next.positions.len() <= MOST_MOVED;
        let before = self.held.replace(next);
        let moved = |before: &Arc<Arrangement>| {
            few && self
                .held
                .as_ref()
                .is_some_and(|held| !Arc::ptr_eq(held, before))
        };
        self.left = before.filter(moved).map(|before| (before, now));
    }
}

/// Finds in the background who took part in the same events.
fn find_meetings(ctx: &Context, index: &Arc<Index>, held: &Arc<Arrangement>) {
    let (ctx, index, held) = (ctx.clone(), Arc::clone(index), Arc::clone(held));
    thread::spawn(move || {
        held.graph.meetings(&index);
        ctx.request_repaint();
    });
}
