//! An action as an entry of a menu.

use eframe::egui::{Button, Ui, Vec2};

use super::action::{Action, Keymap};
use super::canvas::Effect;

/// What an entry needs to know.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    /// Which keys ask for what.
    pub keymap: &'a Keymap,
    /// Which actions can be asked for now.
    pub enabled: &'a dyn Fn(Action) -> bool,
}

impl Asking<'_> {
    /// An action as an entry of a menu.
    pub fn entry(&self, ui: &mut Ui, effects: &mut Vec<Effect>, action: Action) {
        self.marked_entry(ui, effects, action, false);
    }

    /// The same, marked where what it asks for is so already.
    pub fn marked_entry(
        &self,
        ui: &mut Ui,
        effects: &mut Vec<Effect>,
        action: Action,
        marked: bool,
    ) {
        let keys = self.keymap.first(action);
        let button = Button::selectable(marked, action.name()).min_size(Vec2::new(200.0, 24.0));
        // Nothing to show would still be a blank in its name.
        let button = if keys.is_empty() {
            button
        } else {
            button.shortcut_text(keys)
        };
        let response = ui.add_enabled((self.enabled)(action), button);
        let response = response.on_disabled_hover_text(action.needs().sentence());
        if response.on_hover_text(action.explanation()).clicked() {
            effects.push(Effect::Do(action));
            ui.close();
        }
    }
}
