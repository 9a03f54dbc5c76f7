//! Lanes are stacked off the thread that paints, where there are many events.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError};

use eframe::egui::Context;

use crate::index::Index;
use crate::scene::Measurer;
use crate::timeline::{Stack, StackRequest};

use super::super::background;

/// Events up to which a stack is made between two frames.
const AT_ONCE: usize = 3000;

/// The stack on screen, and the one that is to replace it.
#[derive(Default)]
pub(super) struct Stacking {
    held: Option<(Arc<Index>, Arc<Stack>)>,
    coming: Option<Coming>,
}

struct Coming {
    of: Arc<Index>,
    request: StackRequest,
    cancel: Arc<AtomicBool>,
    answer: Receiver<Stack>,
}

impl Drop for Coming {
    fn drop(&mut self) {
        self.cancel.store(true, Ordering::Relaxed);
    }
}

impl Stacking {
    /// Takes over a stack that was made with the story.
    pub(super) fn take(&mut self, index: &Arc<Index>, stack: Arc<Stack>) {
        self.coming = None;
        self.held = Some((Arc::clone(index), stack));
    }

    /// Lets the stack of `before` be that of `index`, which shows the same.
    pub(super) fn rename(&mut self, before: &Arc<Index>, index: &Arc<Index>) {
        if let Some((of, _)) = &mut self.held
            && Arc::ptr_eq(of, before)
        {
            *of = Arc::clone(index);
        }
        self.coming = None;
    }

    /// Whether other lanes are being made than those on screen. That close zooms are made ready is
    /// nobody's wait.
    pub(super) fn is_waiting(&self) -> bool {
        let held = self.held.as_ref().map(|(_, stack)| stack.request);
        let coming = self.coming.as_ref().map(|coming| coming.request);
        coming.is_some_and(|coming| held.is_none_or(|held| !held.is_like(&coming)))
    }

    /// The stack that answers `request` at the zoom of `per_point` ticks in a point, or the last one of
    /// this story until it is made; none where the story has none yet.
    pub(super) fn stack(
        &mut self,
        ctx: &Context,
        index: &Arc<Index>,
        request: StackRequest,
        per_point: f64,
        measurer: &Arc<Measurer>,
    ) -> Option<Arc<Stack>> {
        self.poll();
        let is_this = |(of, _): &&(Arc<Index>, Arc<Stack>)| Arc::ptr_eq(of, index);
        let held = self
            .held
            .as_ref()
            .filter(is_this)
            .map(|(_, stack)| Arc::clone(stack));
        let answers = |stack: &&Arc<Stack>| {
            let near = stack.request.is_like(&request) && stack.reaches(per_point);
            stack.request == request || near
        };
        if let Some(stack) = held.as_ref().filter(answers) {
            if stack.request == request {
                self.coming = None;
            }
            return Some(Arc::clone(stack));
        }
        if index.dated_events().len() <= AT_ONCE {
            let never = AtomicBool::new(false);
            let stack = Arc::new(make(index, request, held.as_deref(), measurer, &never));
            self.take(index, Arc::clone(&stack));
            return Some(stack);
        }
        let asked = self.coming.as_ref();
        if asked.is_none_or(|coming| coming.request != request || !Arc::ptr_eq(&coming.of, index)) {
            self.coming = Some(begin(ctx, index, request, held.clone(), measurer));
        }
        held
    }

    fn poll(&mut self) {
        let Some(coming) = &self.coming else { return };
        match coming.answer.try_recv() {
            Ok(stack) => self.held = Some((Arc::clone(&coming.of), Arc::new(stack))),
            Err(TryRecvError::Empty) => return,
            // Only a defect of ours ends the thread without an answer: it is asked again.
            Err(TryRecvError::Disconnected) => {}
        }
        self.coming = None;
    }
}

fn make(
    index: &Index,
    request: StackRequest,
    before: Option<&Stack>,
    measurer: &Measurer,
    cancel: &AtomicBool,
) -> Stack {
    before.map_or_else(
        || Stack::new(index, request, measurer, cancel),
        |before| before.parted(index, request, cancel),
    )
}

fn begin(
    ctx: &Context,
    index: &Arc<Index>,
    request: StackRequest,
    before: Option<Arc<Stack>>,
    measurer: &Arc<Measurer>,
) -> Coming {
    let cancel = Arc::new(AtomicBool::new(false));
    let (of, flag) = (Arc::clone(index), Arc::clone(&cancel));
    let measurer = Arc::clone(measurer);
    let answer = background::begin(ctx, move || {
        make(&of, request, before.as_deref(), &measurer, &flag)
    });
    Coming {
        of: Arc::clone(index),
        request,
        cancel,
        answer,
    }
}
