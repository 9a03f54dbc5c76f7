//! Steps that are captured on screen, and kept beside the story.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::story::{
    LONGEST_CAPTION, LONGEST_FILTER, LONGEST_TITLE, MOST_HOPS, MOST_SELECTED, MOST_STEPS, Shown,
};

use super::super::{Camera, MapChoices, Pins, ThemeChoice, View, Window};
use super::of_the_window;

/// Actors, lanes and groups that a captured step names, all together, at most.
const MOST_NAMED: usize = 2000;
/// Places farther from the middle of the map than this, in its own units, are none.
const FARTHEST: f32 = 1e6;

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
        let captured = Self {
            words: words.proper(),
            view: View {
                pins: Pins::new(),
                map: MapChoices {
                    other_pins: BTreeMap::new(),
                    ..view.map.clone()
                },
                ledger: false,
                reading: None,
                theme: ThemeChoice::default(),
                details_hidden: false,
                steps: Arc::default(),
                playing: None,
                ..view.clone()
            },
        };
        captured.fits().then_some(captured)
    }

    /// Whether it names no more than a step may, and by names that are not too long.
    fn fits(&self) -> bool {
        let view = &self.view;
        let lanes = view.lane_choices.first.iter();
        let names = lanes
            .chain(&view.lane_choices.collapsed)
            .chain(&view.hidden)
            .chain(&view.map.collapsed);
        let mut names = names.map(String::len);
        names.clone().count() <= MOST_NAMED
            && names.all(|length| length <= LONGEST_FILTER)
            && view.selection.len() <= MOST_SELECTED
            && view.filter.chars().count() <= LONGEST_FILTER
    }

    /// The same with nothing in it that no view has; none where it is none.
    fn sound(self) -> Option<Self> {
        let mut captured = Self::of(&self.words, &self.view)?;
        let view = &mut captured.view;
        let goes_on = |window: &Window| window.from < window.to;
        view.window = view.window.filter(goes_on);
        view.range = view.range.filter(goes_on);
        let near = |at: &f32| at.is_finite() && at.abs() <= FARTHEST;
        let is_place =
            |camera: &Camera| camera.center.iter().all(near) && (1e-5..=1e5).contains(&camera.zoom);
        view.camera = view.camera.filter(is_place);
        if !(0.0..=1e7).contains(&view.scroll) {
            view.scroll = 0.0;
        }
        view.focus = view.focus.min(MOST_HOPS);
        Some(captured)
    }

    /// What it shows in the place of `base`: what was put by hand stays.
    pub(super) fn shown_in(&self, base: &View) -> View {
        let mut before = base.clone();
        before.arrange(self.view.map.arrange.clone());
        View {
            map: MapChoices {
                other_pins: before.map.other_pins,
                ..self.view.map.clone()
            },
            pins: before.pins,
            panes: base.panes.telling(self.words.show),
            ..of_the_window(self.view.clone(), base)
        }
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
