//! Keeps what is looked at while the window is open, off the thread that paints.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::view::View;

use super::super::background;
use super::super::opening::Origin;
use super::{Running, Session};

/// Time between two savings.
const BETWEEN: Duration = Duration::from_secs(2);
/// What was restored and lasted so long is not what makes the program end.
const LASTED: Duration = Duration::from_secs(30);

/// What is looked at, as it was kept last.
pub struct Keeper {
    run: Arc<Running>,
    kept: Session,
    begun: Instant,
    saved: Option<Instant>,
    saving: Option<Receiver<()>>,
}

impl Keeper {
    /// Keeps what is looked at for `run`, which began with what was `restored`.
    #[must_use]
    pub fn new(run: Arc<Running>, restored: Option<Session>) -> Self {
        Self {
            run,
            kept: restored.unwrap_or_default(),
            begun: Instant::now(),
            saved: None,
            saving: None,
        }
    }

    /// Keeps that the story of `origin` is looked at as `view` has it, with `others` open, in a window of `size` points; one saving
    /// at a time, and none where nothing has changed.
    pub fn keep(
        &mut self,
        ctx: &Context,
        (origin, others): (&Origin, Vec<PathBuf>),
        view: &View,
        (problems, size): (bool, [f32; 2]),
    ) {
        let restored = if self.begun.elapsed() < LASTED {
            self.kept.restored
        } else {
            0
        };
        let kept = &self.kept;
        let same = (&kept.view, kept.problems, kept.size) == (view, problems, Some(size))
            && kept.restored == restored
            && kept.is_of(origin);
        if same && kept.beside == others {
            return;
        }
        let session = || Session {
            beside: others,
            problems,
            restored,
            size: Some(size),
            ..Session::of(origin, view.clone())
        };
        self.save(ctx, session);
    }

    /// Keeps that no story is looked at.
    pub fn keep_nothing(&mut self, ctx: &Context) {
        let nothing = Session::of(&Origin::Shipped, View::default());
        if self.kept != nothing {
            self.save(ctx, || nothing);
        }
    }

    /// Saves what is looked at now, unless that was done a moment ago.
    fn save(&mut self, ctx: &Context, session: impl FnOnce() -> Session) {
        if let Some(saving) = &self.saving {
            if matches!(saving.try_recv(), Err(TryRecvError::Empty)) {
                return;
            }
            self.saving = None;
        }
        if let Some(saved) = self.saved {
            let left = BETWEEN.saturating_sub(saved.elapsed());
            if left > Duration::ZERO {
                ctx.request_repaint_after(left);
                return;
            }
        }
        self.kept = session();
        self.saved = Some(Instant::now());
        let (run, session) = (Arc::clone(&self.run), self.kept.clone());
        self.saving = Some(background::begin(ctx, move || {
            if let Err(error) = run.keep(&session) {
                log::warn!("what is looked at could not be kept: {error}");
            }
        }));
    }
}
