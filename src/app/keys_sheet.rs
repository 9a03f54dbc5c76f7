//! The sheet of keys: what each does, and how it is given others.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{self, Button, Event, Grid, Key, Label, RichText, ScrollArea, Stroke, Ui, Vec2};

use crate::language::say;
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};

use super::action::{Action, Keymap, Topic, hands, heard};
use super::dialog;
use super::look::{named, search_field};
use super::sidebar::section_name;

/// Width of what stands left of an action's name, in points.
const KEYS: f32 = 220.0;

/// The sheet, closed or open.
#[derive(Default)]
pub struct KeysSheet {
    open: bool,
    /// Whether it was opened just now.
    begun: bool,
    words: String,
    /// The action that is to be given the keys that are pressed next.
    waiting: Option<Action>,
    /// What came of the keys that were pressed last.
    outcome: Option<(Action, String)>,
}

impl KeysSheet {
    /// Opens it.
    pub fn begin(&mut self) {
        *self = Self {
            open: true,
            begun: true,
            ..Self::default()
        };
    }

    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Shows the sheet; whether keys were chosen.
    pub fn show(&mut self, ctx: &egui::Context, keymap: &mut Keymap, theme: &Theme) -> bool {
        let before = keymap.clone();
        if let Some(action) = self.waiting {
            self.listen(ctx, action, keymap);
        }
        let modal = dialog::show(ctx, theme, say!("keys-title"), 640.0, |ui| {
            let width = ui.available_width() - 24.0;
            let name = say!("keys-find");
            let field = search_field(ui, &mut self.words, name, width, theme);
            if std::mem::take(&mut self.begun) {
                field.request_focus();
            } else if self.waiting.is_some() {
                // What is pressed now is no word.
                field.surrender_focus();
            }
            ui.add_space(4.0);
            let help = say!("keys-help");
            let help = RichText::new(help).text_style(named(TextStyle::Caption));
            ui.label(help.color(color32(theme.muted)));
            let size = ctx.content_rect().size();
            let room = (size.y - 260.0).max(120.0);
            ScrollArea::vertical()
                .max_height(room)
                .auto_shrink(false)
                .show(ui, |ui| self.rows(ui, keymap, theme));
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let close = ui.button(say!("keys-close")).clicked();
                let reset = Button::new(say!("keys-reset-all"));
                if ui.add_enabled(keymap.is_changed(), reset).clicked() {
                    keymap.reset_all();
                    self.outcome = None;
                }
                close
            })
            .inner
        });
        self.open = !(modal.inner || modal.should_close());
        *keymap != before
    }

    /// Gives `action` the keys that are pressed. Esc leaves it as it is, and Backspace takes its keys.
    fn listen(&mut self, ctx: &egui::Context, action: Action, keymap: &mut Keymap) {
        let pressed = ctx.input_mut(|input| {
            let mut pressed = None;
            input.events.retain(|event| match event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } => {
                    pressed = pressed.or(Some(heard(*key, *modifiers)));
                    false
                }
                Event::Text(_) => false,
                _ => true,
            });
            pressed
        });
        let Some(shortcut) = pressed else { return };
        self.waiting = None;
        let plain = shortcut.modifiers.is_none();
        let outcome = match shortcut.logical_key {
            Key::Escape if plain => return,
            Key::Backspace | Key::Delete if plain => keymap.clear(action).map(|()| String::new()),
            _ => {
                let other = keymap.asked_by(shortcut).filter(|other| *other != action);
                keymap.choose(action, shortcut).map(|()| {
                    let lost = other.filter(|other| keymap.of(*other).is_empty());
                    let lost = lost.map(|other| say!("keys-lost", command = other.name()));
                    lost.unwrap_or_default()
                })
            }
        };
        let words = outcome.unwrap_or_else(|error| error.to_string());
        self.outcome = Some((action, words)).filter(|(_, words)| !words.is_empty());
    }

    fn rows(&mut self, ui: &mut Ui, keymap: &mut Keymap, theme: &Theme) {
        let words = self.words.trim().to_lowercase();
        let is_found = |texts: [&str; 3]| {
            let mut texts = texts.iter();
            words.is_empty() || texts.any(|text| text.to_lowercase().contains(&words))
        };
        let mut any = false;
        for topic in Topic::ALL {
            let actions = Action::ALL.iter().copied();
            let actions = actions.filter(|action| action.topic() == *topic);
            let listed: Vec<Action> = actions
                .filter(|action| {
                    is_found([action.name(), action.explanation(), &keymap.text(*action)])
                })
                .collect();
            section(ui, topic.name(), listed.is_empty(), theme, |ui| {
                for action in &listed {
                    self.keys(ui, *action, keymap, theme);
                    self.what(ui, *action, theme);
                    ui.end_row();
                }
            });
            any |= !listed.is_empty();
        }
        let hands: Vec<_> = hands()
            .filter(|(hand, effect)| is_found([hand, effect, ""]))
            .collect();
        section(ui, say!("keys-hands"), hands.is_empty(), theme, |ui| {
            for (hand, effect) in &hands {
                ui.allocate_ui(Vec2::new(KEYS, 18.0), |ui| {
                    ui.set_width(KEYS);
                    let hand = RichText::new(*hand).text_style(named(TextStyle::Label));
                    ui.add(Label::new(hand.color(color32(theme.text))).wrap());
                });
                let effect = RichText::new(*effect).color(color32(theme.muted));
                ui.add(Label::new(effect).wrap());
                ui.end_row();
            }
        });
        if !any && hands.is_empty() {
            let words = say!("keys-nothing", words = self.words.trim());
            ui.label(RichText::new(words).color(color32(theme.muted)));
        }
    }

    /// The keys of an action, as a button that lets others be pressed.
    fn keys(&mut self, ui: &mut Ui, action: Action, keymap: &mut Keymap, theme: &Theme) {
        ui.allocate_ui(Vec2::new(KEYS, 24.0), |ui| {
            ui.set_width(KEYS);
            ui.horizontal(|ui| {
                let waits = self.waiting == Some(action);
                let (words, ink) = match keymap.text(action) {
                    _ if waits => (say!("keys-press").to_owned(), theme.accent),
                    text if text.is_empty() => (say!("keys-none").to_owned(), theme.muted),
                    text => (text, theme.text),
                };
                let text = RichText::new(&words).text_style(named(TextStyle::Label));
                let button = Button::new(text.color(color32(ink)))
                    .stroke(Stroke::new(1.0, color32(theme.hairline)))
                    .min_size(Vec2::new(0.0, 22.0));
                let response = ui.add(button);
                response.widget_info(|| {
                    let label = say!("keys-of", command = action.name(), keys = words);
                    egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, label)
                });
                let hint = say!("keys-press.does");
                if response.on_hover_text(hint).clicked() {
                    self.waiting = Some(action).filter(|_| !waits);
                    self.outcome = None;
                }
                if keymap.is_chosen(action) {
                    let reset =
                        RichText::new(say!("keys-reset")).text_style(named(TextStyle::Caption));
                    let reset = ui.add(Button::new(reset.color(color32(theme.muted))));
                    reset.widget_info(|| {
                        let label = say!("keys-reset.label", command = action.name());
                        egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, label)
                    });
                    if reset.clicked() {
                        keymap.reset(action);
                    }
                }
            });
        });
    }

    /// What an action does, and what came of giving it keys.
    fn what(&self, ui: &mut Ui, action: Action, theme: &Theme) {
        ui.vertical(|ui| {
            ui.add_space(5.0);
            let mut what = LayoutJob::default();
            for (words, ink) in [
                (action.name(), theme.text),
                ("  ", theme.muted),
                (action.explanation(), theme.muted),
            ] {
                let format = TextFormat::simple(font_id(TextStyle::Body), color32(ink));
                what.append(words, 0.0, format);
            }
            ui.add(Label::new(what).wrap());
            if let Some((_, words)) = self.outcome.as_ref().filter(|(of, _)| *of == action) {
                let words = RichText::new(words).color(color32(theme.warning));
                ui.add(Label::new(words).wrap());
            }
        });
    }
}

/// Rows under a heading; neither where there are none.
fn section(ui: &mut Ui, name: &str, empty: bool, theme: &Theme, rows: impl FnOnce(&mut Ui)) {
    if empty {
        return;
    }
    ui.add_space(8.0);
    ui.label(section_name(name, theme));
    Grid::new(("keys", name))
        .num_columns(2)
        .spacing([16.0, 4.0])
        .show(ui, rows);
}
