//! Export: the window, the timeline or the map as a picture, seen before it is saved.

mod choices;
mod form;
mod preview;
mod work;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, ColorImage, RichText, TextEdit, Ui};

use crate::figure::{Figure, Subject};
use crate::index::Index;
use crate::language::say;
use crate::map::Arrangement;
use crate::scene::screen::color32;
use crate::scene::{Measurer, Theme};
use crate::view::View;

use super::dialog;

pub use choices::{Choices, Format, Target};
use preview::Preview;
pub use work::Done;
use work::{Held, Job, Picture};

/// Points that the choices take across.
const CHOICES: f32 = 400.0;
/// Narrower than this, a window has no room for a preview.
const NARROW: f32 = 960.0;

/// The dialog and its answers.
#[derive(Default)]
pub struct ExportDialog {
    /// Whether it stands open.
    pub open: bool,
    choices: Choices,
    path: String,
    preview: Preview,
    work: Option<Job<Result<Done, String>>>,
}

/// What the dialog asks its owner to do.
pub enum Wish {
    /// Nothing.
    Nothing,
    /// Ask the system where to save, beginning at this path.
    Browse(PathBuf, &'static str),
    /// Save to this path now.
    Save(PathBuf),
    /// Put the picture on the clipboard.
    Copy,
}

/// What the figures are drawn from.
pub struct Ground<'a> {
    /// The story.
    pub index: &'a Arc<Index>,
    /// Where its actors lie.
    pub arrangement: &'a Arc<Arrangement>,
    /// What is chosen.
    pub view: &'a View,
    /// The colours.
    pub theme: &'static Theme,
    /// The text measurer.
    pub measurer: &'a Arc<Measurer>,
    /// The sizes of the timeline and the map on screen, in points.
    pub on_screen: [[f32; 2]; 2],
    /// What the steps are drawn from.
    pub told: Told<'a>,
}

/// What the steps are drawn from in which a story is told.
pub struct Told<'a> {
    /// The story, whatever it is filtered by.
    pub index: &'a Arc<Index>,
    /// What is chosen of the story as a whole.
    pub view: &'a View,
    /// How many steps there are.
    pub count: usize,
    /// The one that is shown, or would be first, counted from 0.
    pub at: usize,
}

impl Ground<'_> {
    /// What a picture of `choices` is drawn from; none of the window.
    fn held(&self, choices: &Choices) -> Option<Held> {
        let (index, view) = match choices.target {
            Target::Figure(_) => (self.index, choices.view(self.view)),
            Target::Steps => (self.told.index, self.told.view.clone()),
            Target::Window => return None,
        };
        Some(Held {
            index: Arc::clone(index),
            arrangement: Arc::clone(self.arrangement),
            view,
            measurer: Arc::clone(self.measurer),
        })
    }

    /// The picture of `choices`; none of the window.
    fn picture(&self, choices: &Choices) -> Option<Picture> {
        let dark = self.theme.dark;
        let [timeline, map] = self.on_screen;
        match choices.target {
            Target::Figure(subject) => {
                let on_screen = self.on_screen[subject as usize];
                let figure = choices.figure(subject, on_screen, dark);
                Some(Picture { figure, step: None })
            }
            Target::Steps => {
                let on_screen = [timeline[0].max(map[0]), timeline[1] + map[1]];
                let figure = choices.figure(Subject::Timeline, on_screen, dark);
                let figure = Figure {
                    grows: false,
                    ..figure
                };
                Some(Picture {
                    figure,
                    step: Some(self.told.at),
                })
            }
            Target::Window => None,
        }
    }
}

impl ExportDialog {
    /// Opens the dialog with a path in `folder`, named for the story.
    pub fn begin(&mut self, folder: Option<&Path>, story: &str) {
        self.open = true;
        let folder = folder
            .map(Path::to_owned)
            .or_else(dirs::picture_dir)
            .or_else(dirs::home_dir);
        let file = format!(
            "{}-{}.{}",
            file_name(story),
            self.choices.target.word(),
            self.choices.format.extension()
        );
        self.path = folder.unwrap_or_default().join(file).display().to_string();
    }

    /// Takes the path that the system's dialog gave.
    pub fn take_path(&mut self, path: &Path) {
        self.path = path.display().to_string();
    }

    /// Whether the window itself is to be saved.
    #[must_use]
    pub fn wants_window(&self) -> bool {
        self.choices.target == Target::Window
    }

    /// Shows the dialog.
    pub fn show(&mut self, ctx: &egui::Context, ground: &Ground<'_>) -> Wish {
        let mut wish = Wish::Nothing;
        let theme = ground.theme;
        let roomy = ctx.content_rect().width() >= NARROW;
        let width = if roomy {
            CHOICES + 24.0 + preview::MOST.x
        } else {
            CHOICES
        };
        if roomy {
            self.preview.follow(ctx, ground, &self.choices);
        }
        let modal = dialog::show(ctx, theme, say!("export-title"), width, |ui| {
            let room = (ctx.content_rect().height() - 250.0).max(120.0);
            ui.horizontal_top(|ui| {
                egui::ScrollArea::vertical()
                    .max_height(room)
                    .auto_shrink([true, true])
                    .show(ui, |ui| {
                        ui.vertical(|ui| {
                            ui.set_width(CHOICES.min(ui.available_width()));
                            self.form(ui, ground);
                        });
                    });
                if roomy {
                    ui.add_space(24.0);
                    let preview = |ui: &mut Ui| self.preview.show(ui, theme, &self.choices, room);
                    ui.vertical(preview);
                }
            });
            ui.add_space(12.0);
            self.save_as(ui, theme, &mut wish);
            ui.add_space(16.0);
            self.buttons(ui, theme, &mut wish);
        });
        if modal.should_close() {
            self.open = false;
        }
        if !self.open {
            self.preview = Preview::default();
        }
        wish
    }

    fn save_as(&mut self, ui: &mut Ui, theme: &Theme, wish: &mut Wish) {
        let label = ui.label(say!("export-save-as"));
        ui.horizontal(|ui| {
            let edit = TextEdit::singleline(&mut self.path);
            let browse = 96.0;
            ui.add_sized([ui.available_width() - browse, 28.0], edit)
                .labelled_by(label.id);
            if ui.button(say!("export-browse")).clicked() {
                let kind = self.choices.format.extension();
                *wish = Wish::Browse(PathBuf::from(&self.path), kind);
            }
        });
        if !self.path.is_empty() && Path::new(&self.path).is_file() {
            let note = say!("export-exists");
            ui.label(RichText::new(note).color(color32(theme.warning)));
        }
    }

    fn buttons(&mut self, ui: &mut Ui, theme: &Theme, wish: &mut Wish) {
        ui.horizontal(|ui| {
            let idle = self.work.is_none();
            let enabled = !self.path.trim().is_empty() && idle;
            let text = RichText::new(say!("export-save")).color(color32(theme.on_accent));
            let save = egui::Button::new(text).fill(color32(theme.accent));
            // Enter saves, unless it presses a button that has the focus.
            let free = ui.ctx().text_edit_focused() || ui.memory(|m| m.focused().is_none());
            let enter = free && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let browsing = matches!(wish, Wish::Browse(..));
            if ui.add_enabled(enabled, save).clicked() || (enabled && enter && !browsing) {
                *wish = Wish::Save(PathBuf::from(self.path.trim()));
            }
            if self.choices.format == Format::Png {
                let copy = egui::Button::new(say!("export-copy"));
                let hint = say!("export-copy.hint");
                if ui.add_enabled(idle, copy).on_hover_text(hint).clicked() {
                    *wish = Wish::Copy;
                }
            }
            if ui.button(say!("dialog-cancel")).clicked() {
                self.open = false;
            }
        });
    }

    fn form(&mut self, ui: &mut Ui, ground: &Ground<'_>) {
        let before = (self.choices.target, self.choices.format);
        let steps = ground.told.count;
        form::form(ui, &mut self.choices, ground.on_screen, steps);
        if before != (self.choices.target, self.choices.format) {
            self.rename(before.0);
        }
    }

    /// Keeps the path in step with the choices while its name is ours.
    fn rename(&mut self, before: Target) {
        let path = PathBuf::from(&self.path);
        let stem = path
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned());
        let stem = stem.unwrap_or_default();
        let word = self.choices.target.word();
        let stem = stem
            .strip_suffix(before.word())
            .map_or(stem.clone(), |base| format!("{base}{word}"));
        let extension = self.choices.format.extension();
        let named = path.with_file_name(format!("{stem}.{extension}"));
        self.path = named.display().to_string();
    }

    /// Draws the figure and writes it in the background.
    pub fn save_figure(&mut self, ctx: &egui::Context, path: PathBuf, ground: &Ground<'_>) {
        let choices = self.choices.clone();
        let Some((held, picture)) = ground.held(&choices).zip(ground.picture(&choices)) else {
            return;
        };
        self.begin_work(ctx, move |progress| {
            work::save(&held, &picture, &choices, path, progress)
        });
    }

    /// Draws the figure for the clipboard: as the dialog has it where it is open, or `subject` as it
    /// is on screen.
    pub fn copy_figure(&mut self, ctx: &egui::Context, subject: Subject, ground: &Ground<'_>) {
        let choices = match self.choices.target {
            Target::Figure(target) if self.open && target == subject => self.choices.clone(),
            _ => Choices {
                target: Target::Figure(subject),
                ..Choices::default()
            },
        };
        let Some((held, picture)) = ground.held(&choices).zip(ground.picture(&choices)) else {
            return;
        };
        self.begin_work(ctx, move |progress| {
            work::picture(&held, &picture.figure, choices.scale, progress)
        });
    }

    /// What the open dialog would copy; none where that is the window.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        match self.choices.target {
            Target::Figure(subject) => Some(subject),
            Target::Window | Target::Steps => None,
        }
    }

    /// Writes what is on screen in the background.
    pub fn save_window(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        image: Arc<ColorImage>,
        scale: f32,
    ) {
        self.begin_work(ctx, move |progress| {
            work::save_window(&image, scale, path, progress)
        });
    }

    fn begin_work(
        &mut self,
        ctx: &egui::Context,
        work: impl FnOnce(&crate::file::Progress) -> Result<Done, String> + Send + 'static,
    ) {
        self.work = Some(Job::begin(ctx, work));
        self.open = false;
        self.preview = Preview::default();
    }

    /// How the last work ended, once.
    pub fn poll(&mut self) -> Option<Result<Done, String>> {
        let answer = self.work.as_ref()?.poll()?;
        let cancelled = self.work.take()?.progress().is_cancelled();
        if cancelled {
            return Some(Err(say!("export-cancelled").to_owned()));
        }
        Some(answer.unwrap_or_else(|broken| Err(broken.to_string())))
    }

    /// How far the picture is that is being written, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> Option<f32> {
        Some(self.work.as_ref()?.progress().fraction())
    }

    /// Gives up the picture that is being written.
    pub fn cancel(&self) {
        if let Some(work) = &self.work {
            work.progress().cancel();
        }
    }
}

/// A story's title as the name of a file.
fn file_name(title: &str) -> String {
    let letters = title.chars().take(60).map(|c| {
        if c.is_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    });
    let name: String = letters.collect();
    let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        "story".to_owned()
    } else {
        words.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_title_becomes_a_plain_name_of_a_file() {
        assert_eq!(
            file_name("Washington weighs China’s clouds"),
            "washington-weighs-china-s-clouds"
        );
        assert_eq!(file_name("../../etc/passwd"), "etc-passwd");
        assert_eq!(file_name("…"), "story");
        assert_eq!(file_name("Дело 7"), "Дело-7");
    }
}
