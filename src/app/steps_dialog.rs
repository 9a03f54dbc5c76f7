//! The dialog that lists the steps in which a story is told, and in which captured ones are worded.

use eframe::egui::{self, Align, Button, Label, Layout, RichText, ScrollArea, TextEdit, Ui, Vec2};

use crate::language::say;
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};
use crate::story::Shown;
use crate::view::{CapturedStep, Command, StepWords, View};

use super::dialog;
use super::look::named;

const WIDTH: f32 = 620.0;

/// What each choice of views is called.
fn shown_names() -> [(Shown, &'static str); 3] {
    [
        (Shown::Both, say!("steps-dialog-both")),
        (Shown::Timeline, say!("steps-dialog-timeline")),
        (Shown::Map, say!("steps-dialog-map")),
    ]
}

/// The dialog.
#[derive(Default)]
pub struct StepsDialog {
    page: Option<Page>,
}

enum Page {
    List,
    Form(Box<Form>),
}

/// What is said of a step, while that is written.
struct Form {
    /// The captured step that it is said of; none where one is to be added.
    of: Option<usize>,
    /// What that is to show.
    view: View,
    words: StepWords,
    /// Whether the list is shown again afterwards.
    from_list: bool,
}

/// What the dialog asks of the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Show the step at this place.
    GoTo(usize),
    /// Change the view so.
    Do(Command),
    /// Change it so, and say that a step was added.
    Add(Command),
    /// Put all steps on the clipboard, as a story file has them.
    Copy,
    /// Write what is said of another step, which shows what is on screen.
    Capture,
}

impl StepsDialog {
    /// Opens the list.
    pub fn list(&mut self) {
        self.page = Some(Page::List);
    }

    /// Asks what is to be said of a step that shows `view`; `title` is proposed.
    pub fn capture(&mut self, view: View, title: String) {
        let from_list = matches!(self.page, Some(Page::List));
        let words = StepWords {
            title,
            caption: String::new(),
            show: view.panes.told(),
        };
        self.page = Some(Page::Form(Box::new(Form {
            of: None,
            view,
            words,
            from_list,
        })));
    }

    /// Whether it stands open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.page.is_some()
    }

    /// Shows it over `steps`, each with its place among those captured; the one at `playing` is shown.
    pub fn show(
        &mut self,
        ctx: &egui::Context,
        theme: &Theme,
        steps: &[(StepWords, Option<usize>)],
        playing: Option<usize>,
    ) -> Option<Wish> {
        match self.page.as_mut()? {
            Page::List => self.show_list(ctx, theme, steps, playing),
            Page::Form(_) => self.show_form(ctx, theme),
        }
    }

    fn show_list(
        &mut self,
        ctx: &egui::Context,
        theme: &Theme,
        steps: &[(StepWords, Option<usize>)],
        playing: Option<usize>,
    ) -> Option<Wish> {
        let mut wish = None;
        let mut edited = None;
        let mut keep = true;
        let modal = dialog::show(ctx, theme, say!("steps-dialog-title"), WIDTH, |ui| {
            if steps.is_empty() {
                let text = say!("steps-dialog-none");
                ui.label(RichText::new(text).color(color32(theme.muted)));
            }
            let room = (ctx.content_rect().height() - 240.0).max(80.0);
            ScrollArea::vertical().max_height(room).show(ui, |ui| {
                let captured = steps.iter().filter(|(_, place)| place.is_some()).count();
                for (n, (words, place)) in steps.iter().enumerate() {
                    let row = Row {
                        number: n + 1,
                        words,
                        place: *place,
                        captured,
                        is_shown: playing == Some(n),
                    };
                    match row.show(ui, theme) {
                        Some(Asked::GoTo) => wish = Some(Wish::GoTo(n)),
                        Some(Asked::Edit(place)) => edited = Some((place, words.clone())),
                        Some(Asked::Do(command)) => wish = Some(Wish::Do(command)),
                        None => {}
                    }
                }
            });
            ui.add_space(16.0);
            ui.horizontal_wrapped(|ui| {
                let play = RichText::new(say!("steps-dialog-play")).color(color32(theme.on_accent));
                let play = Button::new(play).fill(color32(theme.accent));
                if ui.add_enabled(!steps.is_empty(), play).clicked() {
                    wish = Some(Wish::GoTo(0));
                }
                if ui.button(say!("steps-dialog-add")).clicked() {
                    wish = Some(Wish::Capture);
                }
                let copy = Button::new(say!("steps-dialog-copy"));
                let hint = say!("steps-dialog-copy-hint");
                let copy = ui.add_enabled(!steps.is_empty(), copy);
                if copy.on_hover_text(hint).clicked() {
                    wish = Some(Wish::Copy);
                }
                keep = !ui.button(say!("steps-dialog-close")).clicked();
            });
        });
        if let Some((place, words)) = edited {
            self.page = Some(Page::Form(Box::new(Form {
                of: Some(place),
                view: View::default(),
                words,
                from_list: true,
            })));
        } else if !keep || modal.should_close() || matches!(wish, Some(Wish::GoTo(_))) {
            self.page = None;
        }
        wish
    }

    fn show_form(&mut self, ctx: &egui::Context, theme: &Theme) -> Option<Wish> {
        let Some(Page::Form(form)) = &mut self.page else {
            return None;
        };
        let (mut done, mut keep) = (false, true);
        let (title, act) = match form.of {
            Some(_) => (say!("steps-dialog-words"), say!("steps-dialog-keep")),
            None => (say!("steps-dialog-add-title"), say!("steps-dialog-add-do")),
        };
        let modal = dialog::show(ctx, theme, title, 480.0, |ui| {
            let label = ui.label(say!("steps-dialog-step-title"));
            let edit = TextEdit::singleline(&mut form.words.title).desired_width(f32::INFINITY);
            let field = ui.add(edit).labelled_by(label.id);
            let nowhere = ui.memory(|memory| memory.focused().is_none());
            if nowhere && !field.lost_focus() {
                field.request_focus();
            }
            let entered =
                field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            ui.add_space(8.0);
            let label = ui.label(say!("steps-dialog-caption"));
            let edit = TextEdit::multiline(&mut form.words.caption)
                .font(named(TextStyle::Quote))
                .desired_rows(4)
                .desired_width(f32::INFINITY);
            ui.add(edit).labelled_by(label.id);
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                ui.label(say!("steps-dialog-shows"));
                for (shown, name) in shown_names() {
                    ui.radio_value(&mut form.words.show, shown, name);
                }
            });
            ui.add_space(16.0);
            let words = form.words.proper();
            let enough = !words.title.is_empty() || !words.caption.is_empty();
            ui.horizontal(|ui| {
                let text = RichText::new(act).color(color32(theme.on_accent));
                let button = Button::new(text).fill(color32(theme.accent));
                done = ui.add_enabled(enough, button).clicked() || (entered && enough);
                keep = !ui.button(say!("dialog-cancel")).clicked();
            });
        });
        if !done && keep && !modal.should_close() {
            return None;
        }
        let Some(Page::Form(form)) = self.page.take() else {
            return None;
        };
        if form.from_list {
            self.page = Some(Page::List);
        }
        if !done {
            return None;
        }
        if let Some(place) = form.of {
            return Some(Wish::Do(Command::RewordStep(place, form.words)));
        }
        let captured = CapturedStep::of(&form.words, &form.view)?;
        Some(Wish::Add(Command::Capture(Box::new(captured))))
    }
}

/// What is asked of a step of the list.
enum Asked {
    GoTo,
    Edit(usize),
    Do(Command),
}

/// A step in the list.
struct Row<'a> {
    number: usize,
    words: &'a StepWords,
    /// Its place among those captured, and how many of those there are.
    place: Option<usize>,
    captured: usize,
    is_shown: bool,
}

impl Row<'_> {
    fn show(&self, ui: &mut Ui, theme: &Theme) -> Option<Asked> {
        let mut asked = None;
        let title = match self.words.title.as_str() {
            "" => self.words.caption.lines().next().unwrap_or_default(),
            title => title,
        };
        ui.horizontal(|ui| {
            ui.set_height(28.0);
            let number = RichText::new(self.number.to_string());
            let number = number.text_style(named(TextStyle::Caption));
            let number = Label::new(number.color(color32(theme.muted)));
            ui.add_sized(Vec2::new(24.0, 24.0), number);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(place) = self.place {
                    asked = self.acts(ui, place, title);
                } else {
                    let text = RichText::new(say!("steps-dialog-in-file"));
                    let text = text.text_style(named(TextStyle::Caption));
                    ui.label(text.color(color32(theme.muted)));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let text = RichText::new(title).text_style(named(TextStyle::BodyStrong));
                    let button = Button::selectable(self.is_shown, text).truncate();
                    let response = ui.add(button);
                    let response = if self.words.caption.is_empty() {
                        response
                    } else {
                        response.on_hover_text(&self.words.caption)
                    };
                    if response.clicked() {
                        asked = Some(Asked::GoTo);
                    }
                });
            });
        });
        asked
    }

    /// What can be done to a captured step, from right to left.
    fn acts(&self, ui: &mut Ui, place: usize, title: &str) -> Option<Asked> {
        let acts = [
            (
                say!("steps-dialog-delete"),
                say!("steps-dialog-delete.named", title = title),
                true,
                Asked::Do(Command::ForgetStep(place)),
            ),
            (
                say!("steps-dialog-edit"),
                say!("steps-dialog-edit.named", title = title),
                true,
                Asked::Edit(place),
            ),
            (
                say!("steps-dialog-down"),
                say!("steps-dialog-down.named", title = title),
                place + 1 < self.captured,
                Asked::Do(Command::MoveStep(place, place + 1)),
            ),
            (
                say!("steps-dialog-up"),
                say!("steps-dialog-up.named", title = title),
                place > 0,
                Asked::Do(Command::MoveStep(place, place.saturating_sub(1))),
            ),
        ];
        let mut asked = None;
        for (name, label, enabled, act) in acts {
            let response = ui.add_enabled(enabled, Button::new(name));
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::accesskit::Role::Button, enabled, label.as_str())
            });
            if response.clicked() {
                asked = Some(act);
            }
        }
        asked
    }
}
