//! The stories that are open at once, each with how it is shown: one stands in front.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use eframe::egui::Context;

use crate::details::{Hidden, Page};
use crate::file::BesideError;
use crate::index::Highlight;
use crate::language::Language;
use crate::view::{History, View};

use super::super::checking::Checking;
use super::super::faceting::Faceting;
use super::super::filtering::Filtering;
use super::super::keeping::Keeping;
use super::super::ledger_pane::LedgerPane;
use super::super::map_pane::MapPane;
use super::super::opening::{Opened, Origin};
use super::super::pair_pane::PairPane;
use super::super::problems_panel::Problems;
use super::super::reader::Reader;
use super::super::searching::Searching;
use super::super::timeline_pane::TimelinePane;
use super::super::watching::Watching;
use super::{PageKey, filters, panels};

/// One story, what was chosen of it, and what is known of how it is shown.
#[derive(Default)]
pub(super) struct Tab {
    pub story: Option<Opened>,
    pub history: History,
    pub problems: Problems,
    pub timeline: TimelinePane,
    pub map: MapPane,
    pub page: Option<(PageKey, Page)>,
    pub lit: Option<(panels::Lit, Highlight)>,
    pub keeping: Keeping,
    pub checking: Option<Checking>,
    pub filtering: Filtering,
    pub faceting: Faceting,
    /// What is left out, and of what that was counted.
    pub hidden: Option<(filters::HiddenKey, Hidden)>,
    pub searching: Searching,
    pub reader: Reader,
    pub ledger: LedgerPane,
    pub pair: PairPane,
    pub watching: Option<Watching>,
    /// Tells it from every other tab, for what the toolkit remembers of its panels.
    pub serial: u64,
    /// The language in which its story was read, as far as that is known.
    pub speaks: Option<Language>,
    /// Whether all that was arranged by hand is kept; asked only of those that do not stand in front.
    rests: bool,
}

impl Tab {
    /// A tab without a story that shows what `view` has chosen.
    pub fn new(view: View) -> Self {
        static SERIAL: AtomicU64 = AtomicU64::new(0);
        Self {
            history: History::new(view),
            speaks: Some(Language::current()),
            serial: SERIAL.fetch_add(1, Ordering::Relaxed),
            ..Self::default()
        }
    }

    /// Whether it shows the story of `origin`.
    pub fn is_of(&self, origin: &Origin) -> bool {
        self.story
            .as_ref()
            .is_some_and(|story| story.origin == *origin)
    }

    /// Keeps what was arranged by hand beside the story's file, where that has changed. Returns whether nothing is left to
    /// be kept.
    pub fn keep(&mut self, ctx: &Context) -> bool {
        let index = self.story.as_ref().map(|story| &story.index);
        let places = || {
            index
                .map(|index| self.map.places(index))
                .unwrap_or_default()
        };
        let view = self.history.view().at_rest();
        self.keeping.keep(ctx, &view, self.map.arranged(), places)
    }
}

/// The tabs that do not stand in front, in the order in which all stand in the window.
#[derive(Default)]
pub(super) struct Others {
    /// Those before the one in front.
    before: Vec<Tab>,
    /// Those after it.
    after: Vec<Tab>,
    /// Those that were closed, until all is kept of them.
    closed: Vec<Tab>,
    /// Whether another one was just put in front.
    pub brought: bool,
}

impl Others {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    /// All tabs, with `front` in its place.
    pub fn with<'a>(&'a self, front: &'a Tab) -> impl Iterator<Item = &'a Tab> {
        let before = self.before.iter().chain(std::iter::once(front));
        before.chain(&self.after)
    }

    /// The files of their stories.
    pub fn stories(&self) -> Vec<PathBuf> {
        let stories = self.before.iter().chain(&self.after);
        let stories = stories.filter_map(|tab| tab.story.as_ref()?.origin.path());
        stories.map(Path::to_owned).collect()
    }

    /// The place of the one in front among all, counted from 0.
    pub fn place_of_front(&self) -> usize {
        self.before.len()
    }

    /// Puts the tab at `place` among all in front, and `front` among the others.
    pub fn bring(&mut self, front: &mut Tab, place: usize) {
        let mut all = std::mem::take(&mut self.before);
        front.rests = false;
        all.push(std::mem::take(front));
        all.append(&mut self.after);
        let place = place.min(all.len().saturating_sub(1));
        self.after = all.split_off(place + 1);
        *front = all.pop().unwrap_or_default();
        self.brought = true;
        self.before = all;
    }

    /// Puts `new` in front, after all others.
    pub fn begin(&mut self, front: &mut Tab, new: Tab) {
        front.rests = false;
        self.before.push(std::mem::replace(front, new));
        self.before.append(&mut self.after);
        self.brought = true;
    }

    /// Takes the tab in front away, which the one after it follows, or the one before. Returns whether there is one.
    pub fn close(&mut self, front: &mut Tab) -> bool {
        let next = if self.after.is_empty() {
            self.before.pop()
        } else {
            Some(self.after.remove(0))
        };
        let Some(next) = next else { return false };
        let closed = std::mem::replace(front, next);
        self.settle(closed);
        self.brought = true;
        true
    }

    /// Takes all of them away.
    pub fn close_all(&mut self) {
        self.closed.append(&mut self.before);
        self.closed.append(&mut self.after);
    }

    /// Lets go of a tab once all is kept of it.
    pub fn settle(&mut self, closed: Tab) {
        self.closed.push(closed);
    }

    /// Whether one of them keeps what lies beside the story at `path`.
    pub fn keep_beside(&self, path: &Path) -> bool {
        let mut all = self.before.iter().chain(&self.after).chain(&self.closed);
        all.any(|tab| tab.keeping.keeps_beside(path))
    }

    /// Why what was arranged by hand in one of them could not be kept, once.
    pub fn poll_keeping(&mut self) -> Option<BesideError> {
        let all = self.before.iter_mut().chain(&mut self.after);
        let mut all = all.chain(&mut self.closed);
        all.find_map(|tab| tab.keeping.poll())
    }

    /// Keeps what was arranged by hand in them.
    pub fn keep(&mut self, ctx: &Context) {
        let all = self.before.iter_mut().chain(&mut self.after);
        for tab in all.chain(&mut self.closed).filter(|tab| !tab.rests) {
            tab.rests = tab.keep(ctx);
        }
        for tab in self.closed.extract_if(.., |tab| tab.rests) {
            forget(tab);
        }
    }
}

/// Lets go of a tab, which takes longer than a frame where it has a million events.
pub(super) fn forget(tab: Tab) {
    std::thread::spawn(move || drop(tab));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tab(name: &str) -> Tab {
        Tab::new(View {
            filter: name.to_owned(),
            ..View::default()
        })
    }

    fn names(others: &Others, front: &Tab) -> String {
        others
            .with(front)
            .map(|tab| tab.history.view().filter.clone())
            .collect()
    }

    #[test]
    fn tabs_keep_their_order_whichever_stands_in_front() {
        let (mut others, mut front) = (Others::default(), tab("a"));
        others.begin(&mut front, tab("b"));
        others.begin(&mut front, tab("c"));
        for (place, name) in [(0, "a"), (2, "c"), (1, "b"), (9, "c"), (1, "b")] {
            others.bring(&mut front, place);
            assert_eq!(names(&others, &front), "abc");
            assert_eq!(front.history.view().filter, name);
        }
        others.begin(&mut front, tab("x"));
        assert_eq!(names(&others, &front), "abcx");
        assert_eq!(others.place_of_front(), 3);
    }

    #[test]
    fn the_one_after_follows_a_closed_one_and_the_last_stays() {
        let (mut others, mut front) = (Others::default(), tab("a"));
        others.begin(&mut front, tab("b"));
        others.begin(&mut front, tab("c"));
        others.bring(&mut front, 1);
        for left in ["ac", "a"] {
            assert!(others.close(&mut front));
            assert_eq!(names(&others, &front), left);
        }
        assert!(!others.close(&mut front) && others.is_empty());
    }
}
