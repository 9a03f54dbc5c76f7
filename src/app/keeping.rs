//! Keeps what was arranged by hand beside the story's file, off the thread that paints.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError};

use eframe::egui::Context;

use crate::file::{self, BesideError};
use crate::view::{Kept, Places, View};

use super::background;

/// What is kept beside the story on screen.
#[derive(Default)]
pub struct Keeping {
    /// The story's file, with what lies beside it; none where nothing can be kept.
    kept: Option<(PathBuf, Kept)>,
    saving: Option<Receiver<Result<(), BesideError>>>,
    /// How often the map had been arranged when that was kept.
    arranged: u32,
}

impl Keeping {
    /// Begins with what lies beside the story at `story`. What could not be read stays as it is.
    pub fn begin(&mut self, story: Option<PathBuf>, found: Option<&Kept>) {
        self.kept = story.zip(found.cloned());
        self.arranged = 0;
    }

    /// Whether anything is kept: the story has a file, and what lies beside it could be read.
    pub fn keeps(&self) -> bool {
        self.kept.is_some()
    }

    /// Whether this is what keeps what lies beside the story at `path`.
    pub fn keeps_beside(&self, path: &Path) -> bool {
        let kept = self.kept.as_ref();
        kept.is_some_and(|(story, _)| file::beside(story) == file::beside(path))
    }

    /// Saves what `view` has that is not kept yet, with the `places` of all actors, which were `arranged` so
    /// often since the story was opened; one save at a time. Returns whether nothing is left to be saved.
    pub fn keep(
        &mut self,
        ctx: &Context,
        view: &View,
        arranged: u32,
        places: impl FnOnce() -> Places,
    ) -> bool {
        if self.saving.is_some() {
            return false;
        }
        let Some((story, kept)) = &mut self.kept else {
            return true;
        };
        let same = self.arranged == arranged || kept.is_empty();
        if kept.holds(view) && same {
            return true;
        }
        self.arranged = arranged;
        *kept = Kept::of(view);
        if !kept.is_empty() {
            kept.places = places();
        }
        let (story, kept) = (story.clone(), kept.clone());
        self.saving = Some(background::begin(ctx, move || kept.save(&story)));
        false
    }

    /// Why the last save failed, once.
    pub fn poll(&mut self) -> Option<BesideError> {
        let answer = self.saving.as_ref()?.try_recv();
        if matches!(answer, Err(TryRecvError::Empty)) {
            return None;
        }
        self.saving = None;
        answer.ok()?.err()
    }
}
