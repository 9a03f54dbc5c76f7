//! A story told in steps: played, captured, listed.

use std::borrow::Cow;

use eframe::egui::Ui;

use super::super::action::Action;
use super::super::canvas::Effect;
use super::super::notice::Notice;
use super::super::step_bar;
use super::super::steps_dialog::Wish;
use super::App;
use crate::file;
use crate::language::say;
use crate::scene::Theme;
use crate::story::{Item, MOST_STEPS};
use crate::view::{
    CapturedStep, Command, StepWords, View, count_steps, step_words, told_step, unreadable_filter,
    words_at,
};

impl App {
    /// How many steps the story on screen is told in.
    pub(super) fn steps(&self) -> usize {
        self.index()
            .map_or(0, |index| count_steps(index.story(), &self.view().steps))
    }

    /// The view that steps are told over.
    pub(super) fn told_over(&self) -> Cow<'_, View> {
        self.view().at_rest()
    }

    /// Which step is shown, counted from 0; none where none are played.
    pub(super) fn step_shown(&self) -> Option<usize> {
        let at = self.view().playing.as_ref()?.at;
        // The story may have been read again since, with fewer.
        Some(at.min(self.steps().checked_sub(1)?))
    }

    /// What is said of the step that is shown.
    fn words_shown(&self) -> Option<StepWords> {
        let (index, at) = (self.index()?, self.step_shown()?);
        words_at(index.story(), &self.view().steps, at)
    }

    /// Shows the step at `place`.
    fn go_to_step(&mut self, place: usize) {
        let Some(index) = self.index().cloned() else {
            return;
        };
        if let Some(step) = told_step(&index, &self.told_over(), place) {
            if let Some(Item::Event(event)) = step.view.focused(&index)
                && step.words.show.timeline()
            {
                self.tab.timeline.bring(event);
            }
            self.tab.history.end_gesture();
            self.tab
                .history
                .apply(Command::GoToStep(place, Box::new(step.view)));
            self.tab.history.end_gesture();
        }
    }

    /// Ends the playing of steps; whether any were played.
    pub(super) fn leave_steps(&mut self) -> bool {
        let playing = self.view().playing.is_some();
        if playing {
            self.tab.history.end_gesture();
            self.tab.history.apply(Command::LeaveSteps);
            self.tab.history.end_gesture();
        }
        playing
    }

    pub(super) fn act_in_steps(&mut self, action: Action) {
        match (action, self.step_shown()) {
            (Action::PlaySteps, None) => self.go_to_step(0),
            (Action::PlaySteps, Some(_)) => {
                self.leave_steps();
            }
            (Action::NextStep, Some(at)) => self.go_to_step(at + 1),
            (Action::StepBefore, Some(at)) => {
                if let Some(before) = at.checked_sub(1) {
                    self.go_to_step(before);
                }
            }
            (Action::AddStep, _) => self.capture_step(),
            (Action::Steps, _) => self.steps_dialog.list(),
            _ => {}
        }
    }

    /// Asks what is to be said of the view on screen, as a step.
    fn capture_step(&mut self) {
        let view = self.view().clone();
        if self.view().steps.len() >= MOST_STEPS {
            let text = say!("telling-full", most = MOST_STEPS);
            self.notice = Some(Notice::trouble(text));
        } else if CapturedStep::of(&StepWords::default(), &view).is_none() {
            let text = say!("telling-too-much");
            self.notice = Some(Notice::trouble(text));
        } else {
            let index = self.index();
            let title = index.and_then(|index| Some(index.title_of(view.focused(index)?)));
            self.steps_dialog.capture(view, title.unwrap_or_default());
        }
    }

    /// The bar at the foot of the views, while steps are played.
    pub(super) fn step_bar(
        &mut self,
        ui: &mut Ui,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
    ) {
        let Some((words, at)) = self.words_shown().zip(self.step_shown()) else {
            return;
        };
        let trouble = unreadable_filter(self.view()).map(|why| say!("telling-filter", why = why));
        let step = step_bar::Step {
            words: &words,
            trouble: trouble.as_deref().unwrap_or_default(),
            place: (at, self.steps()),
            theme,
            keymap: &self.keymap,
        };
        match step_bar::show(ui, &step) {
            Some(Action::Escape) => effects.push(Effect::Settle(Command::LeaveSteps)),
            asked => effects.extend(asked.map(Effect::Do)),
        }
    }

    /// The dialog of steps, where it is open.
    pub(super) fn steps_popup(&mut self, theme: &'static Theme, effects: &mut Vec<Effect>) {
        if !self.steps_dialog.is_open() {
            return;
        }
        let Some(index) = self.index().cloned() else {
            return;
        };
        let steps: Vec<_> = step_words(index.story(), &self.view().steps).collect();
        let playing = self.step_shown();
        let ctx = self.ctx.clone();
        match self.steps_dialog.show(&ctx, theme, &steps, playing) {
            None => {}
            Some(Wish::GoTo(place)) => self.go_to_step(place),
            Some(Wish::Do(command)) => effects.push(Effect::Settle(command)),
            Some(Wish::Add(command)) => {
                effects.push(Effect::Settle(command));
                let lasts = self
                    .tab
                    .story
                    .as_ref()
                    .is_some_and(|story| story.origin.path().is_some());
                effects.push(Effect::Tell(if lasts {
                    say!("telling-added")
                } else {
                    say!("telling-added-fleeting")
                }));
            }
            Some(Wish::Copy) => self.copy_steps(),
            Some(Wish::Capture) => self.capture_step(),
        }
    }

    /// Puts all steps on the clipboard, as a story file has them.
    fn copy_steps(&mut self) {
        let Some(index) = self.index().cloned() else {
            return;
        };
        let base = self.told_over();
        let story = index.story();
        let mut steps = story.steps.clone();
        let captured = (steps.len()..count_steps(story, &base.steps))
            .filter_map(|place| told_step(&index, &base, place));
        steps.extend(captured.map(|step| step.written(&index)));
        let count = steps.len();
        self.notice = Some(match file::steps_to_ron(story, &steps) {
            Ok(text) => {
                self.ctx.copy_text(text);
                Notice::news(say!("telling-copied", count = count))
            }
            Err(error) => Notice::trouble(say!("telling-unwritten", why = error.to_string())),
        });
    }
}
