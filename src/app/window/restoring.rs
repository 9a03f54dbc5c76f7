//! What is looked at is kept, and comes back after an unexpected end.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::language::say;
use crate::view::{History, View};

use super::super::crash;
use super::super::notice::{Notice, Offer};
use super::super::opening::{Opened, Origin};
use super::super::session::{Keeper, Left, Running, Session};
use super::App;

impl App {
    /// Keeps what is looked at for `run` from now on. What a run before it `left`, which ended unexpectedly, is
    /// shown as it was where its story is the one that is opened, and offered otherwise.
    pub fn keep_session_of(&mut self, run: &Arc<Running>, left: Option<Left>, opened: &Origin) {
        let Some(Left { session, report }) = left else {
            self.session = Some(Keeper::new(Arc::clone(run), None));
            return;
        };
        let again = session.is_worth_restoring();
        let restores = again && session.is_of(opened) && !session.is_doubtful();
        let name = session.origin().name();
        let mut text = match (restores, again) {
            (true, _) => say!("crash-restored").to_owned(),
            (false, true) if session.is_doubtful() => say!("crash-again", name = name),
            (false, true) => say!("crash-while-open", name = name),
            (false, false) => say!("crash-plain").to_owned(),
        };
        if let Some(folder) = report.as_ref().and_then(|report| report.parent()) {
            text.push(' ');
            text.push_str(&say!("crash-report", folder = crash::shortened(folder)));
        }
        let mut notice = Notice::trouble(text);
        if again && !restores {
            notice = notice.offering(Offer::Restore(Box::new(session.clone())));
        }
        if let Some(report) = report {
            notice = notice.offering(Offer::ShowReport(report));
        }
        if restores {
            notice = notice.offering(Offer::StartAfresh);
        }
        self.unread = Some(notice);
        let held = restores.then(|| session.restored_again());
        if let Some(held) = &held {
            // Before anything else of it: it may be what makes the program end.
            if let Err(error) = run.keep(held) {
                log::warn!("what is looked at could not be kept: {error}");
            }
        }
        self.session = Some(Keeper::new(Arc::clone(run), held.clone()));
        self.restoring = held;
    }

    /// The view that what was just `opened` begins with: the one that is to be restored with it, once, else `view`.
    pub(super) fn restored(&mut self, opened: &Opened, view: View) -> View {
        let restoring = &mut self.restoring;
        let Some(session) = restoring.take_if(|session| session.is_of(&opened.origin)) else {
            return view;
        };
        self.tab.problems.open = session.problems;
        self.open_beside(session.beside);
        let mut restored = session.view.with_kept_of(&view);
        // What lies beside the story is what was kept last.
        if let Ok(kept) = opened.kept.as_ref()
            && !kept.is_empty()
        {
            kept.restore(&mut restored);
        }
        restored
    }

    /// Opens the stories of `files` behind the one in front.
    fn open_beside(&mut self, files: Vec<PathBuf>) {
        self.waiting.extend(files.into_iter().map(Origin::file));
    }

    /// Opens what was looked at when the program ended unexpectedly.
    pub(super) fn restore(&mut self, session: Session) {
        let origin = session.origin();
        if self.bring_story(&origin) {
            self.open_beside(session.beside);
            self.tab.history = History::new(session.view.with_kept_of(self.view()));
            return;
        }
        self.restoring = Some(session);
        self.open(origin);
    }

    /// Opens the story that ships as it looks on the first day.
    pub(super) fn start_afresh(&mut self) {
        // What is kept beside a story on screen is not touched: another takes its place.
        let ships = |story: &Opened| story.origin == Origin::Shipped;
        if !self.tab.story.as_ref().is_some_and(ships) {
            self.open(Origin::Shipped);
            return;
        }
        self.tab.history = History::new(self.view().of_window());
    }

    /// Says so where something failed while the window goes on.
    pub(super) fn poll_failures(&mut self) {
        if let Some(report) = crash::take_report() {
            let text = say!("crash-part");
            self.notice = Some(Notice::trouble(text).offering(Offer::ShowReport(report)));
        }
    }

    /// Keeps what is looked at, where that is wanted.
    pub(super) fn keep_session(&mut self) {
        let Some(keeper) = &mut self.session else {
            return;
        };
        let Some(story) = &self.tab.story else {
            // What was closed is not opened again; what could not be opened yet is.
            if self.opening.is_none() && self.restoring.is_none() {
                keeper.keep_nothing(&self.ctx);
            }
            return;
        };
        let size = self.ctx.content_rect().size();
        let open = self.tab.problems.open;
        let view = self.tab.history.view().at_rest();
        let mut others = self.others.stories();
        // What is on its way would be lost with what is open.
        let coming = self.opening.iter().filter(|_| self.behind);
        let coming = coming.map(|opening| &opening.origin).chain(&self.waiting);
        others.extend(coming.filter_map(Origin::path).map(Path::to_owned));
        keeper.keep(
            &self.ctx,
            (&story.origin, others),
            &view,
            (open, [size.x, size.y]),
        );
    }
}
