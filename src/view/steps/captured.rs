//! Steps that are captured on screen, and kept beside the story.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::story::{
    LONGEST_CAPTION, LONGEST_FILTER, LONGEST_TITLE, MOST_SELECTED, MOST_STEPS, Shown,
};

use super::super::{SavedView, View};
use super::of_the_window;

/// A step is found by its place, so that nobody sees the name of its view.
const UNNAMED: &str = "step";

/// What is said of a step, and which views it shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepWords {
    /// What it is called.
    pub title: String,
    /// What is said of what it shows.
    pub caption: String,
    /// Which views show.
    pub show: Shown,
}

impl StepWords {
    /// The same no longer than a step's words may be, without blanks at their ends.
    #[must_use]
    pub fn proper(&self) -> Self {
        let is_odd = |c: char| c.is_control() && c != '\n';
        let cut = |text: &str, most: usize| -> String {
            let short: String = text.trim().chars().take(most).collect();
            short.trim_end().to_owned()
        };
        Self {
            title: cut(&self.title.replace(char::is_control, " "), LONGEST_TITLE),
            caption: cut(&self.caption.replace(is_odd, " "), LONGEST_CAPTION),
            show: self.show,
        }
    }
}

/// A step that was captured on screen. It is kept beside the story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CapturedStep {
    /// What is said of it.
    pub words: StepWords,
    /// What it shows.
    pub view: View,
}

impl CapturedStep {
    /// `view` as a step; none where it names more than a step may.
    #[must_use]
    pub fn of(words: &StepWords, view: &View) -> Option<Self> {
        Self::saved(words, SavedView::of(UNNAMED, view)?)
    }

    fn saved(words: &StepWords, SavedView { view, .. }: SavedView) -> Option<Self> {
        let fits =
            view.selection.len() <= MOST_SELECTED && view.filter.chars().count() <= LONGEST_FILTER;
        fits.then(|| Self {
            words: words.proper(),
            view,
        })
    }

    /// The same with nothing in it that no view has; none where it is none.
    fn sound(self) -> Option<Self> {
        let Self { words, view } = self;
        Self::saved(&words, named(view).sound()?)
    }

    /// What it shows in the place of `base`: what was put by hand stays.
    pub(super) fn shown_in(&self, base: &View) -> View {
        let mut view = base.clone();
        named(self.view.clone()).show_in(&mut view);
        View {
            panes: base.panes.telling(self.words.show),
            ..of_the_window(view, base)
        }
    }
}

fn named(view: View) -> SavedView {
    SavedView {
        name: UNNAMED.to_owned(),
        view,
    }
}

/// Those of `all` that can be shown, not too many.
pub(in super::super) fn sound(all: Vec<CapturedStep>) -> Vec<CapturedStep> {
    let sound = all.into_iter().filter_map(CapturedStep::sound);
    sound.take(MOST_STEPS).collect()
}

impl View {
    /// Takes another step in behind those that there are.
    pub(in super::super) fn capture(&mut self, step: CapturedStep) {
        if self.steps.len() < MOST_STEPS {
            Arc::make_mut(&mut self.steps).push(step);
        }
    }

    /// Says something else of the captured step at `place`.
    pub(in super::super) fn reword_step(&mut self, place: usize, words: &StepWords) {
        if place < self.steps.len()
            && let Some(step) = Arc::make_mut(&mut self.steps).get_mut(place)
        {
            step.words = words.proper();
        }
    }

    /// Moves the captured step at `from` to the place `to`.
    pub(in super::super) fn move_step(&mut self, from: usize, to: usize) {
        if from < self.steps.len() && to < self.steps.len() {
            let steps = Arc::make_mut(&mut self.steps);
            let step = steps.remove(from);
            steps.insert(to, step);
        }
    }

    /// Forgets the captured step at `place`.
    pub(in super::super) fn forget_step(&mut self, place: usize) {
        if place < self.steps.len() {
            Arc::make_mut(&mut self.steps).remove(place);
        }
    }
}
