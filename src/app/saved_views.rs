//! Saved views: their list, their menu, and the dialog that asks for a name.

use eframe::egui::{
    self, Align, Button, Context, Key, Label, Layout, RichText, ScrollArea, TextEdit, Ui, Vec2,
    WidgetInfo,
};

use crate::language::say;
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};
use crate::view::{Command, LONGEST_NAME, MOST_SAVED, SavedView, View, place_of, proper_name};

use super::action::Action;
use super::canvas::Effect;
use super::look::named;
use super::{dialog, icons};

/// The height of a row, in points.
const ROW: f32 = 28.0;

/// What is said where views are not kept beside the story.
pub fn fleeting() -> &'static str {
    say!("saved-views-fleeting")
}

/// The saved views as entries of a menu.
pub fn menu(ui: &mut Ui, view: &View, keeps: bool, effects: &mut Vec<Effect>) {
    if view.saved.is_empty() {
        return;
    }
    ui.separator();
    for saved in view.saved.iter() {
        ui.menu_button(&saved.name, |ui| entries(ui, saved, effects));
    }
    if !keeps {
        ui.separator();
        ui.set_max_width(280.0);
        ui.add(Label::new(fleeting()).wrap());
    }
}

/// What can be done with a saved view.
fn entries(ui: &mut Ui, saved: &SavedView, effects: &mut Vec<Effect>) {
    let name = || saved.name.clone();
    let mut entry = |ui: &mut Ui, words: &str, hint: &str, effect: &dyn Fn() -> Vec<Effect>| {
        let button = Button::new(words).min_size(Vec2::new(200.0, 24.0));
        if ui.add(button).on_hover_text(hint).clicked() {
            effects.extend(effect());
            ui.close();
        }
    };
    let (words, hint) = (say!("saved-views-go"), say!("saved-views-go.does"));
    entry(ui, words, hint, &|| {
        vec![Effect::Settle(Command::ShowSaved(name()))]
    });
    let (words, hint) = (
        say!("saved-views-replace"),
        say!("saved-views-replace.does"),
    );
    entry(ui, words, hint, &|| {
        vec![
            Effect::Settle(Command::SaveView(name())),
            Effect::Tell(say!("saved-views-replaced")),
        ]
    });
    let (words, hint) = (say!("saved-views-rename"), say!("saved-views-rename.does"));
    entry(ui, words, hint, &|| vec![Effect::Rename(name())]);
    let (words, hint) = (say!("saved-views-delete"), say!("saved-views-delete.does"));
    entry(ui, words, hint, &|| {
        vec![
            Effect::Settle(Command::ForgetSaved(name())),
            Effect::Tell(say!("saved-views-deleted")),
        ]
    });
}

/// The saved views as rows, at most so many points high: a click goes there, a menu has the rest.
pub fn list(ui: &mut Ui, view: &View, most: f32, theme: &Theme, effects: &mut Vec<Effect>) {
    if view.saved.is_empty() {
        let words = say!("saved-views-none");
        let text = RichText::new(words).text_style(named(TextStyle::Caption));
        ui.add(Label::new(text.color(color32(theme.muted))).wrap());
    }
    ScrollArea::vertical()
        .id_salt("saved views")
        .max_height(most.max(ROW))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for saved in view.saved.iter() {
                row(ui, saved, theme, effects);
            }
        });
    ui.add_space(4.0);
    let save = Button::new(say!("saved-views-save")).min_size(Vec2::new(0.0, 28.0));
    let line = egui::Stroke::new(1.0, color32(theme.hairline));
    if ui.add(save.stroke(line)).clicked() {
        effects.push(Effect::Do(Action::SaveView));
    }
}

fn row(ui: &mut Ui, saved: &SavedView, theme: &Theme, effects: &mut Vec<Effect>) {
    let room = Vec2::new(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        let button = Button::new(RichText::new(icons::CHEVRON_DOWN).size(14.0));
        let (response, _) = egui::containers::menu::MenuButton::from_button(button)
            .ui(ui, |ui| entries(ui, saved, effects));
        response.widget_info(|| {
            let label = say!("saved-views-more", name = saved.name);
            WidgetInfo::labeled(egui::accesskit::Role::Button, true, label)
        });
        let text = RichText::new(&saved.name).color(color32(theme.text));
        let button = Button::new((text, egui::Atom::grow()))
            .truncate()
            .min_size(Vec2::new(ui.available_width(), 24.0));
        let response = ui.add(button);
        response.widget_info(|| {
            let label = say!("saved-views-go-to", name = saved.name);
            WidgetInfo::labeled(egui::accesskit::Role::Button, true, label)
        });
        response.context_menu(|ui| entries(ui, saved, effects));
        if response.on_hover_text(&saved.name).clicked() {
            let name = saved.name.clone();
            effects.push(Effect::Settle(Command::ShowSaved(name)));
        }
    });
}

/// The dialog that asks for a name.
#[derive(Default)]
pub struct NameDialog {
    asked: Option<Asked>,
}

/// What a name is asked for.
struct Asked {
    /// The saved view that is to be renamed; none where the view on screen is to be saved.
    of: Option<String>,
    typed: String,
}

impl NameDialog {
    /// Asks for the name of the view on screen, or for another name of a saved one.
    pub fn begin(&mut self, of: Option<String>) {
        let typed = of.clone().unwrap_or_default();
        self.asked = Some(Asked { of, typed });
    }

    /// Shows it; what the name that was given asks for.
    pub fn show(
        &mut self,
        ctx: &Context,
        view: &View,
        keeps: bool,
        theme: &Theme,
    ) -> Option<Command> {
        let asked = self.asked.as_mut()?;
        let (title, renames) = match asked.of {
            Some(_) => (say!("saved-views-rename-title"), true),
            None => (say!("saved-views-save-title"), false),
        };
        let (mut keep, mut done) = (true, false);
        let mut verdict = Verdict::Fine;
        let modal = dialog::show(ctx, theme, title, 400.0, |ui| {
            let label = ui.label(say!("saved-views-name"));
            let edit = TextEdit::singleline(&mut asked.typed)
                .desired_width(f32::INFINITY)
                .char_limit(LONGEST_NAME)
                .hint_text(say!("saved-views-example"));
            let response = ui.add(edit).labelled_by(label.id);
            if !response.has_focus() && !response.lost_focus() {
                response.request_focus();
            }
            verdict = Verdict::of(asked, view);
            done = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.add_space(8.0);
            let note = match verdict {
                Verdict::Replaces => say!("saved-views-replaces"),
                Verdict::Taken => say!("saved-views-taken"),
                Verdict::Full => say!("saved-views-full"),
                Verdict::TooMuch => say!("saved-views-too-much"),
                Verdict::Fine | Verdict::Unnamed if !keeps => fleeting(),
                Verdict::Fine | Verdict::Unnamed => "",
            };
            if !note.is_empty() {
                let text = RichText::new(note).color(color32(theme.muted));
                ui.add(Label::new(text).wrap());
                ui.add_space(8.0);
            }
            let act = match verdict {
                _ if renames => say!("saved-views-do-rename"),
                Verdict::Replaces => say!("saved-views-do-replace"),
                _ => say!("saved-views-do-save"),
            };
            ui.horizontal(|ui| {
                done |= ui
                    .add_enabled(verdict.is_fine(), Button::new(act))
                    .clicked();
                keep = !ui.button(say!("dialog-cancel")).clicked();
            });
        });
        if done && verdict.is_fine() {
            let asked = self.asked.take()?;
            return Some(match asked.of {
                Some(from) => Command::RenameSaved(from, asked.typed),
                None => Command::SaveView(asked.typed),
            });
        }
        if !keep || modal.should_close() {
            self.asked = None;
        }
        None
    }
}

/// Whether a name can be given.
#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    Fine,
    /// The view that is called so gives its place.
    Replaces,
    Unnamed,
    Taken,
    Full,
    TooMuch,
}

impl Verdict {
    fn of(asked: &Asked, view: &View) -> Self {
        if proper_name(&asked.typed).is_none() {
            return Self::Unnamed;
        }
        let place = place_of(&view.saved, &asked.typed);
        if let Some(from) = &asked.of {
            let own = place_of(&view.saved, from);
            return if place.is_none() || place == own {
                Self::Fine
            } else {
                Self::Taken
            };
        }
        if SavedView::of(&asked.typed, view).is_none() {
            return Self::TooMuch;
        }
        match place {
            Some(_) => Self::Replaces,
            None if view.saved.len() >= MOST_SAVED => Self::Full,
            None => Self::Fine,
        }
    }

    fn is_fine(self) -> bool {
        matches!(self, Self::Fine | Self::Replaces)
    }
}
