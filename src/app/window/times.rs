//! What is asked of the map's time, carried out.

use super::super::action::Action;
use super::App;
use crate::view::Command;

impl App {
    /// Carries out what is asked of the map's time; anything else is nobody's here.
    pub(super) fn act_in_time(&mut self, action: Action) {
        let Some(index) = self.index().cloned() else {
            return;
        };
        let view = self.tab.history.view();
        let command = match action {
            Action::MarkRange => {
                let marked = view.range.is_some();
                let range = self.tab.timeline.window().filter(|_| !marked);
                Some(Command::MarkRange(range))
            }
            Action::Outside => Some(Command::ShowOutside(view.outside.next())),
            Action::Play => self.tab.map.toggle_play(&index, view),
            Action::ChangeBefore => self.tab.map.stepped(&index, view, false),
            Action::ChangeAfter => self.tab.map.stepped(&index, view, true),
            Action::AllTimes => Some(Command::ShowAsOf(None)),
            Action::Unheld => Some(Command::ShowUnheld(view.unheld.next())),
            Action::FollowTime => Some(Command::FollowTime(!view.follows)),
            _ => None,
        };
        if let Some(command) = command {
            self.tab.history.end_gesture();
            self.tab.history.apply(command);
            self.tab.history.end_gesture();
        }
    }
}
