//! How the whole window is drawn, carried out.

use eframe::egui;

use super::super::action::Action;
use super::super::opening::Origin;
use super::super::settings::Zoom;
use super::App;
use crate::language::Language;
use crate::view::{Command, Panes, ThemeChoice};

/// The views that `action` lets stand in the window.
fn panes_of(action: Action) -> Option<Panes> {
    Some(match action {
        Action::TimelineOverMap => Panes::TimelineOverMap,
        Action::TimelineBesideMap => Panes::TimelineBesideMap,
        Action::TimelineAlone => Panes::Timeline,
        Action::MapAlone => Panes::Map,
        Action::TimelineOverClaims => Panes::TimelineOverClaims,
        Action::MapBesideClaims => Panes::MapBesideClaims,
        _ => return None,
    })
}

impl App {
    /// Begins the tour where the story that ships is shown for the first time.
    pub(super) fn greet(&mut self, origin: &Origin) {
        // Where nothing can be remembered, every time would be the first.
        if *origin == Origin::Shipped && !self.settings.toured && self.settings_path.is_some() {
            self.settings.toured = true;
            self.save_settings();
            self.tour.begin();
        }
    }

    /// Lets other views stand in the window.
    pub(super) fn arrange_panes(&mut self, action: Action) {
        if let Some(panes) = panes_of(action) {
            self.tab.history.apply(Command::ShowPanes(panes));
        }
    }

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

    /// Speaks `language`, or the system's, from now on. What holds words is made anew.
    pub(super) fn speak(&mut self, language: Option<Language>) {
        self.settings.language = language;
        self.save_settings();
        let language = language.unwrap_or_else(Language::of_system);
        if language == Language::current() {
            return;
        }
        language.choose();
        self.notice = None;
        // What is on its way was begun in other words.
        let Some(opening) = self.opening.take() else {
            return;
        };
        if self.behind {
            opening.progress.cancel();
            self.waiting.push_front(opening.origin);
        } else {
            if self.tab.is_of(&opening.origin) {
                self.tab.speaks = Some(language);
            }
            let quietly = opening.is_quiet();
            opening.progress.cancel();
            self.begin_opening(opening.origin, quietly);
        }
    }

    /// Reads the story in front again where it was read in another language: its problems, its lanes and much else are words.
    pub(super) fn poll_language(&mut self) {
        let now = Some(Language::current());
        if self.tab.speaks == now || self.opening.is_some() {
            return;
        }
        self.tab.speaks = now;
        if let Some(story) = &self.tab.story {
            let origin = story.origin.clone();
            self.begin_opening(origin, true);
        }
    }

    /// Shows the views alone on the whole screen, or everything again.
    pub(super) fn present(&mut self, presenting: bool) {
        self.presenting = presenting;
        let whole = egui::ViewportCommand::Fullscreen(presenting);
        self.ctx.send_viewport_cmd(whole);
    }

    pub(super) fn choose_theme(&mut self, choice: ThemeChoice) {
        self.tab.history.apply(Command::ChooseTheme(choice));
        self.settings.theme = choice;
        self.save_settings();
    }
}
