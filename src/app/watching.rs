//! The file of the story on screen: what its watch tells of it, and what still waits for more.

use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::file::{Change, Code, LoadError, Severity, Stamp, Watch};

use super::opening::{Opened, Origin};

/// How long what looks like the first part of a file waits for the rest.
const UNFINISHED: Duration = Duration::from_millis(700);

/// A file that is followed, from its first reading on.
pub struct Watching {
    origin: Origin,
    watch: Watch,
    changes: Receiver<Change>,
    /// Whether it has changed since the last reading of it began.
    stale: bool,
    unfinished: Option<(Again, Instant)>,
}

/// What came of reading a file again.
pub type Again = Result<Box<Opened>, LoadError>;

impl Watching {
    /// Follows the file of `origin`, which stood at `stamp` before it was read; none where it is no file.
    pub fn begin(ctx: &Context, origin: &Origin, stamp: Option<Stamp>) -> Option<Self> {
        let (sender, changes) = channel();
        let ctx = ctx.clone();
        let watch = Watch::begin(origin.path()?, stamp, move |change| {
            // Nobody listens any more where another story was opened.
            if sender.send(change).is_ok() {
                ctx.request_repaint();
            }
        });
        Some(Self {
            origin: origin.clone(),
            watch,
            changes,
            stale: false,
            unfinished: None,
        })
    }

    /// Where the file is.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Takes in what has been told; whether the file is gone.
    pub fn poll(&mut self) -> bool {
        let mut gone = false;
        for change in self.changes.try_iter() {
            gone = change == Change::Gone;
            self.stale = !gone;
            self.unfinished = None;
        }
        gone
    }

    /// Notes that the file was read, and stood at `stamp` before that.
    pub fn has_read(&self, stamp: Option<Stamp>) {
        self.watch.has_read(stamp);
    }

    /// Whether the file has changed since the last reading of it began.
    pub fn is_stale(&self) -> bool {
        self.stale
    }

    /// Notes that a reading begins.
    pub fn begins_reading(&mut self) {
        (self.stale, self.unfinished) = (false, None);
    }

    /// Notes that a reading that had begun brings nothing.
    pub fn breaks_off(&mut self) {
        self.stale = true;
    }

    /// What was read again, if it is to be shown now: what looks like the first part of a file waits for the
    /// rest for a while, and what has changed meanwhile is not shown where it is broken.
    pub fn sift(&mut self, ctx: &Context, again: Again) -> Option<Again> {
        let (broken, unfinished) = match &again {
            Ok(opened) => {
                let problems = &opened.loaded.problems;
                let is_error = |code: Code| code.severity() == Severity::Error;
                let is_broken = problems.iter().any(|problem| is_error(problem.code));
                (
                    is_broken,
                    problems.iter().any(|problem| ends_early(problem.code)),
                )
            }
            // The watch tells of that, unless the file comes back at once.
            Err(error) if error.code() == Some(Code::MissingFile) => return None,
            Err(error) => (true, error.code() == Some(Code::EmptyFile)),
        };
        if broken && self.stale {
            return None;
        }
        if !unfinished {
            return Some(again);
        }
        self.unfinished = Some((again, Instant::now() + UNFINISHED));
        ctx.request_repaint_after(UNFINISHED);
        None
    }

    /// What has waited long enough for the rest of a file.
    pub fn overdue(&mut self, ctx: &Context) -> Option<Again> {
        let (_, until) = self.unfinished.as_ref()?;
        let left = until.saturating_duration_since(Instant::now());
        if left > Duration::ZERO {
            ctx.request_repaint_after(left);
            return None;
        }
        self.unfinished.take().map(|(again, _)| again)
    }
}

/// Whether a file that is only partly written has this problem.
fn ends_early(code: Code) -> bool {
    matches!(
        code,
        Code::EmptyFile | Code::UnclosedBracket | Code::UnclosedString | Code::UnclosedComment
    )
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::app::{MapBefore, open};
    use crate::file::Progress;

    use super::*;

    const STORY: &str =
        "Story(format: 1, title: \"x\", events: { \"e\": Event(title: \"e\", when: \"2023\") })";

    /// What comes of reading `text` again.
    fn again(origin: &Origin, text: &str) -> Again {
        fs::write(origin.path().unwrap(), text).unwrap();
        open(origin.clone(), MapBefore::default(), &Progress::default()).map(Box::new)
    }

    #[test]
    fn half_a_file_waits_for_the_rest_and_anything_else_is_shown_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let origin = Origin::File(folder.path().join("story.ron"));
        let ctx = Context::default();
        fs::write(origin.path().unwrap(), STORY).unwrap();
        let mut watching = Watching::begin(&ctx, &origin, None).unwrap();
        assert!(watching.sift(&ctx, again(&origin, STORY)).is_some());
        let wrong = STORY.replace("2023", "2023-99");
        assert!(watching.sift(&ctx, again(&origin, &wrong)).is_some());
        for half in [&STORY[..STORY.len() / 2], ""] {
            assert!(watching.sift(&ctx, again(&origin, half)).is_none());
            assert!(watching.unfinished.is_some());
            let (half, _) = watching.unfinished.take().unwrap();
            watching.unfinished = Some((half, Instant::now()));
            assert!(watching.overdue(&ctx).is_some(), "it is shown in the end");
        }
        // What is broken and has changed since is not shown at all, and what is gone is told by the watch.
        watching.stale = true;
        assert!(watching.sift(&ctx, again(&origin, &wrong)).is_none());
        assert!(watching.sift(&ctx, again(&origin, STORY)).is_some());
        fs::remove_file(origin.path().unwrap()).unwrap();
        let gone = open(origin, MapBefore::default(), &Progress::default());
        assert!(watching.sift(&ctx, gone.map(Box::new)).is_none());
        assert!(watching.unfinished.is_none());
    }
}
