//! How the whole window is drawn, carried out.

use eframe::egui;

use super::super::action::Action;
use super::super::settings::Zoom;
use super::App;
use crate::view::{Command, ThemeChoice};

impl App {
    /// Changes how the whole window is drawn, for this story and all others.
    pub(super) fn prefer(&mut self, action: Action) {
        let settings = &mut self.settings;
        match action {
            Action::ToggleContrast => settings.contrast = !settings.contrast,
            Action::ToggleStill => settings.still = !settings.still,
            Action::Larger => settings.zoom = settings.zoom.stepped(true),
            Action::Smaller => settings.zoom = settings.zoom.stepped(false),
            _ => settings.zoom = Zoom::default(),
        }
        self.save_settings();
    }

    /// Shows the views alone on the whole screen, or everything again.
    pub(super) fn present(&mut self, presenting: bool) {
        self.presenting = presenting;
        let whole = egui::ViewportCommand::Fullscreen(presenting);
        self.ctx.send_viewport_cmd(whole);
    }

    pub(super) fn choose_theme(&mut self, choice: ThemeChoice) {
        self.history.apply(Command::ChooseTheme(choice));
        self.settings.theme = choice;
        self.save_settings();
    }
}
