//! Which keys were pressed, and what they ask for.

use eframe::egui::{self, Key, Ui};

use super::super::action::{Action, is_by_character};
use super::super::canvas::Effect;
use super::super::dialog;
use super::App;

impl App {
    pub(super) fn shortcuts(&mut self, ui: &Ui, effects: &mut Vec<Effect>) {
        let before = std::mem::replace(&mut self.held, ui.input(|input| input.modifiers));
        // A dialog has all keys.
        if dialog::is_open(ui.ctx()) || !ui.input(has_keys) {
            return;
        }
        let typing = ui.ctx().text_edit_focused();
        // Escape belongs to the topmost thing that it can close, which may be a menu.
        let menu = egui::Popup::is_any_open(ui.ctx())
            || self.tour.is_under_way()
            || self.tab.searching.is_listing();
        for action in Action::ALL.iter().copied() {
            for shortcut in self.keymap.of(action) {
                let held = shortcut.modifiers;
                let plain = held.is_none() || held == egui::Modifiers::SHIFT;
                // With Enter, a field ends or carries out what was typed in it.
                let ends = typing && shortcut.logical_key == Key::Enter;
                let taken = ends || (menu && action == Action::Escape);
                if (plain && typing && !writes_nothing(shortcut.logical_key)) || taken {
                    continue;
                }
                if ui.input_mut(|input| consume(input, shortcut)) && self.enabled(action) {
                    effects.push(Effect::Do(action));
                }
            }
        }
        if ui.input_mut(|input| takes_copy(input, before)) {
            let copy = egui::Modifiers::COMMAND | egui::Modifiers::SHIFT;
            let copy = egui::KeyboardShortcut::new(copy, Key::C);
            let asked = self.keymap.asked_by(copy);
            effects.extend(asked.filter(|action| self.enabled(*action)).map(Effect::Do));
        }
    }
}

/// Whether `shortcut` was pressed, and by its exact modifiers: `f` is not `Shift+F`.
///
/// egui's own `consume_shortcut` lets Shift pass, so that Ctrl+Z would take Ctrl+Shift+Z. What
/// is held is the event's: a quick hand has let go before the frame begins.
fn consume(input: &mut egui::InputState, shortcut: egui::KeyboardShortcut) -> bool {
    let by_character = is_by_character(shortcut.logical_key);
    let before = input.events.len();
    input.events.retain(|event| match event {
        egui::Event::Key {
            key,
            pressed: true,
            modifiers: held,
            ..
        } if *key == shortcut.logical_key => {
            let matches = if by_character {
                held.matches_logically(shortcut.modifiers)
            } else {
                held.matches_exact(shortcut.modifiers)
            };
            !matches
        }
        _ => true,
    });
    input.events.len() < before
}

/// Whether a key was pressed, or what the window system's layer makes of keys.
fn has_keys(input: &egui::InputState) -> bool {
    let is_key = |event: &egui::Event| {
        matches!(
            event,
            egui::Event::Key { pressed: true, .. } | egui::Event::Copy
        )
    };
    input.events.iter().any(is_key)
}

/// Whether a field makes nothing of `key`, so that it can ask for something while one types.
fn writes_nothing(key: Key) -> bool {
    key >= Key::F1 && key <= Key::F35
}

/// Whether Ctrl+Shift+C was pressed, where `held` were the modifiers as the frame began: the window
/// system's layer makes a plain "copy" of it, which would take selected text.
fn takes_copy(input: &mut egui::InputState, mut held: egui::Modifiers) -> bool {
    let before = input.events.len();
    input.events.retain(|event| match event {
        egui::Event::ModifiersChanged(now) => {
            held = *now;
            true
        }
        egui::Event::Copy => !(held.shift && held.command),
        _ => true,
    });
    input.events.len() < before
}
