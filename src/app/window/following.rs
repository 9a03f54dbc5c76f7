//! Stories are opened, and read again whenever their file changes.

use std::sync::Arc;
use std::time::Duration;

use crate::file::{Code, LoadError, Stamp};
use crate::language::say;
use crate::scene::{Size, size};

use super::super::notice::Notice;
use super::super::opening::{Answer, Expected, Known, MapBefore, Opening, Origin};
use super::super::watching::{Again, Watching};
use super::{App, panels};

/// Time between two looks at whether the hand has let go that a story waits for.
const IN_HAND: Duration = Duration::from_millis(100);

impl App {
    /// Begins to open a story.
    pub fn open(&mut self, origin: Origin) {
        // What was on its way behind the story in front is opened after this one.
        if let Some(opening) = self.opening.take_if(|_| self.behind) {
            opening.progress.cancel();
            self.waiting.push_front(opening.origin);
        }
        self.bring_story(&origin);
        self.behind = false;
        self.begin_opening(origin, false);
    }

    /// Begins to open a story; `quietly` where nobody asked for that.
    pub(super) fn begin_opening(&mut self, origin: Origin, quietly: bool) {
        if let Some(watching) = self.watching_of(&origin) {
            watching.begins_reading();
        }
        let ctx = self.ctx.clone();
        let wake = move || ctx.request_repaint();
        let expected = Expected {
            lanes: self.view().lanes,
            size: self.timeline_size(),
        };
        let again = self
            .tab
            .story
            .as_ref()
            .filter(|story| story.origin == origin);
        let opening = match again {
            None => Opening::begin(origin, MapBefore::default(), expected, wake),
            Some(story) => {
                let map = MapBefore {
                    by: Some(self.view().map.arrange.clone()),
                    places: self.tab.map.places(&story.index),
                };
                let known = Known {
                    map,
                    story: Arc::clone(story.index.shared_story()),
                    verification: Arc::clone(story.index.verification()),
                    quietly,
                };
                Opening::again(origin, known, expected, wake)
            }
        };
        self.adopt(opening);
    }

    /// The extent that the timeline has, or will probably have, in points.
    pub(super) fn timeline_size(&self) -> Size {
        let [width, height] = self.tab.timeline.size();
        if width > 0.0 {
            return size(width, height);
        }
        let window = self.ctx.content_rect().size();
        panels::expected_timeline(size(window.x, window.y))
    }

    pub(super) fn poll_opening(&mut self) {
        let Some(opening) = &self.opening else { return };
        let quietly = opening.is_quiet();
        // Nothing is taken out of a hand.
        let in_hand = self.item_menu.is_open() || self.ctx.input(|input| input.pointer.any_down());
        if (quietly || self.behind) && in_hand {
            self.ctx.request_repaint_after(IN_HAND);
            return;
        }
        let answer = opening.poll();
        if matches!(answer, Answer::Waiting) {
            return;
        }
        let Some(opening) = self.opening.take() else {
            return;
        };
        let origin = opening.origin;
        let (again, stamp) = match answer {
            Answer::Waiting | Answer::Failed(LoadError::Cancelled, _) => return,
            Answer::Broke => {
                let text = say!("window-not-opened-defect", name = origin.name());
                self.notice = Some(Notice::trouble(text));
                return;
            }
            Answer::Opened(opened) => {
                let stamp = opened.reading.stamp;
                (Ok(opened), stamp)
            }
            Answer::Failed(error, stamp) => (Err(error), stamp),
        };
        let ctx = self.ctx.clone();
        let again = match self.watching_of(&origin) {
            Some(watching) => {
                watching.has_read(stamp);
                if quietly {
                    watching.sift(&ctx, again)
                } else {
                    Some(again)
                }
            }
            None => Some(again),
        };
        let Some(again) = again else { return };
        if !self.behind {
            self.take_opened(&origin, again, stamp);
            return;
        }
        let front = self.tab.story.as_ref().map(|story| story.origin.clone());
        let said = self.notice.take();
        self.take_opened(&origin, again, stamp);
        // What was said before stays; what there is to say of the new one is said after that, or with it.
        let new = self.notice.take().map(|new| Notice {
            // The problems that are listed are those of the story in front.
            offers: Vec::new(),
            of_file: false,
            ..new
        });
        if let Some(front) = front {
            self.bring_story(&front);
        }
        self.notice = match (said, new) {
            (Some(said), Some(new)) => Some(said.and(&new)),
            (said, new) => said.or(new),
        };
    }

    fn take_opened(&mut self, origin: &Origin, again: Again, stamp: Option<Stamp>) {
        match again {
            Ok(opened) => self.put(*opened),
            Err(error) => {
                self.refuse(origin, &error);
                // Once it can be read, it is.
                if self.tab.story.is_none() {
                    self.follow(origin, stamp);
                }
            }
        }
    }

    /// Follows the file of `origin`, which stood at `stamp` before it was read.
    pub(super) fn follow(&mut self, origin: &Origin, stamp: Option<Stamp>) {
        self.tab.watching = Watching::begin(&self.ctx, origin, stamp);
    }

    fn watching_of(&mut self, origin: &Origin) -> Option<&mut Watching> {
        let watching = self.tab.watching.as_mut();
        watching.filter(|watching| watching.origin() == origin)
    }

    /// Reads the story's file again where it has changed.
    pub(super) fn poll_watching(&mut self) {
        let ctx = self.ctx.clone();
        let Some(watching) = &mut self.tab.watching else {
            return;
        };
        let origin = watching.origin().clone();
        if watching.poll() {
            self.tell_gone(&origin);
            return;
        }
        // What is being read is shown first: whoever saves all the time would never see anything.
        if self.opening.is_some() {
            return;
        }
        if watching.is_stale() {
            self.begin_opening(origin, true);
        } else if let Some(again) = watching.overdue(&ctx) {
            self.take_opened(&origin, again, None);
        }
    }

    fn tell_gone(&mut self, origin: &Origin) {
        if self.tab.story.is_none() {
            return;
        }
        let text = say!("window-gone", name = origin.name());
        self.notice = Some(Notice::trouble(text).of_file());
    }

    fn refuse(&mut self, origin: &Origin, error: &LoadError) {
        let on_screen = self.tab.story.as_ref();
        let again = on_screen.is_some_and(|story| story.origin == *origin);
        if again && error.code() == Some(Code::MissingFile) {
            self.tell_gone(origin);
            return;
        }
        let (name, why) = (origin.name(), error.to_string());
        let mut text = match (again, on_screen) {
            (true, _) => say!("window-not-read-again", name = name, why = why),
            (false, Some(_)) => say!("window-not-opened-stays", name = name, why = why),
            (false, None) => say!("window-not-opened", name = name, why = why),
        };
        if let Some(help) = error.suggestion() {
            text.push(' ');
            text.push_str(&say!("window-to-do", help = help));
        }
        let notice = Notice::trouble(text);
        let is_of_file = again || on_screen.is_none();
        self.notice = Some(if is_of_file { notice.of_file() } else { notice });
    }
}
