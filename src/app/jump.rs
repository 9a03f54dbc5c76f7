//! The dialog in which a date is typed to be shown.

use eframe::egui::{self, Key, RichText};

use crate::language::say;
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};
use crate::view::Window;

use super::dialog;
use super::look::named;

/// The dialog, closed while nothing is typed.
#[derive(Default)]
pub struct JumpDialog {
    typed: Option<String>,
}

impl JumpDialog {
    /// Opens it.
    pub fn begin(&mut self) {
        self.typed = Some(String::new());
    }

    /// Shows it. `find` gives the stretch of time that a text means, with that in words, or says why
    /// it means none. Returns the stretch that was asked for.
    pub fn show(
        &mut self,
        ctx: &egui::Context,
        theme: &'static Theme,
        find: impl Fn(&str) -> Result<(Window, String), String>,
    ) -> Option<Window> {
        let mut typed = self.typed.take()?;
        let (mut chosen, mut keep) = (false, true);
        let mut meant = None;
        let modal = dialog::show(ctx, theme, say!("jump-title"), 420.0, |ui| {
            let label = ui.label(say!("jump-label"));
            let edit = egui::TextEdit::singleline(&mut typed).desired_width(f32::INFINITY);
            let response = ui
                .add(edit.hint_text(say!("jump-example")))
                .labelled_by(label.id);
            if !response.has_focus() && !response.lost_focus() {
                response.request_focus();
            }
            chosen = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let found = (!typed.trim().is_empty()).then(|| find(&typed));
            let (words, color) = match &found {
                None => (String::new(), theme.muted),
                Some(Ok((_, words))) => (words.clone(), theme.muted),
                Some(Err(error)) => (error.clone(), theme.warning),
            };
            ui.add_space(4.0);
            let line = RichText::new(words).text_style(named(TextStyle::Caption));
            ui.add(egui::Label::new(line.color(color32(color))).wrap());
            meant = found.and_then(Result::ok).map(|(window, _)| window);
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                chosen |= ui
                    .add_enabled(meant.is_some(), egui::Button::new(say!("jump-go")))
                    .clicked();
                keep = !ui.button(say!("dialog-cancel")).clicked();
            });
        });
        if chosen && meant.is_some() {
            return meant;
        }
        if keep && !modal.should_close() {
            self.typed = Some(typed);
        }
        None
    }
}
