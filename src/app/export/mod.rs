//! Export: the window, the timeline or the map as a picture, seen before it is saved.

mod choices;
mod work;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{
    self, Color32, ColorImage, ComboBox, DragValue, Grid, RichText, TextEdit, TextureHandle,
    TextureOptions, Ui, Vec2,
};

use crate::figure::{Figure, Part, Subject};
use crate::index::Index;
use crate::map::Arrangement;
use crate::scene::screen::color32;
use crate::scene::svg::Lettering;
use crate::scene::{Measurer, TextStyle, Theme};
use crate::story::kind::sentence_case;
use crate::view::View;

use super::dialog;
use super::look::named;

pub use choices::{Choices, Format, Target};
use choices::{Extent, PRESETS};
pub use work::Done;
use work::{Held, Job, Preview};

/// Points that the choices take across.
const CHOICES: f32 = 400.0;
/// The most that a preview takes, in points.
const PREVIEW: Vec2 = Vec2::new(460.0, 400.0);
/// Narrower than this, a window has no room for a preview.
const NARROW: f32 = 960.0;

/// The dialog and its answers.
#[derive(Default)]
pub struct ExportDialog {
    /// Whether it stands open.
    pub open: bool,
    choices: Choices,
    path: String,
    preview: Shown,
    work: Option<Job<Result<Done, String>>>,
}

/// The preview on screen, and what is on its way to replace it.
#[derive(Default)]
struct Shown {
    /// What the picture under way, or on screen, was drawn from.
    of: Option<Seen>,
    job: Option<Job<Preview>>,
    texture: Option<TextureHandle>,
    size: [f32; 2],
    notes: Vec<String>,
}

/// What a preview hangs on.
#[derive(PartialEq)]
struct Seen {
    figure: Figure,
    view: View,
    embeds: bool,
    story: usize,
    room: [f32; 2],
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
}

impl Ground<'_> {
    fn held(&self, choices: &Choices) -> Held {
        Held {
            index: Arc::clone(self.index),
            arrangement: Arc::clone(self.arrangement),
            view: choices.view(self.view),
            measurer: Arc::clone(self.measurer),
        }
    }

    fn figure(&self, choices: &Choices, subject: Subject) -> Figure {
        choices.figure(subject, self.on_screen[subject as usize], self.theme.dark)
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
            CHOICES + 24.0 + PREVIEW.x
        } else {
            CHOICES
        };
        self.follow(ctx, ground, roomy);
        let modal = dialog::show(ctx, theme, "Export a picture", width, |ui| {
            let room = (ctx.content_rect().height() - 250.0).max(120.0);
            ui.horizontal_top(|ui| {
                egui::ScrollArea::vertical()
                    .max_height(room)
                    .auto_shrink([true, true])
                    .show(ui, |ui| {
                        ui.vertical(|ui| {
                            ui.set_width(CHOICES.min(ui.available_width()));
                            self.choices(ui, ground);
                        });
                    });
                if roomy {
                    ui.add_space(24.0);
                    ui.vertical(|ui| self.preview(ui, theme, room));
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
            self.preview = Shown::default();
        }
        wish
    }

    fn save_as(&mut self, ui: &mut Ui, theme: &Theme, wish: &mut Wish) {
        let label = ui.label("Save as");
        ui.horizontal(|ui| {
            let edit = TextEdit::singleline(&mut self.path);
            let browse = 96.0;
            ui.add_sized([ui.available_width() - browse, 28.0], edit)
                .labelled_by(label.id);
            if ui.button("Browse…").clicked() {
                let kind = self.choices.format.extension();
                *wish = Wish::Browse(PathBuf::from(&self.path), kind);
            }
        });
        if !self.path.is_empty() && Path::new(&self.path).is_file() {
            let note = "This file exists and will be replaced.";
            ui.label(RichText::new(note).color(color32(theme.warning)));
        }
    }

    fn buttons(&mut self, ui: &mut Ui, theme: &Theme, wish: &mut Wish) {
        ui.horizontal(|ui| {
            let idle = self.work.is_none();
            let enabled = !self.path.trim().is_empty() && idle;
            let text = RichText::new("Save").color(color32(theme.on_accent));
            let save = egui::Button::new(text).fill(color32(theme.accent));
            // Enter saves, unless it presses a button that has the focus.
            let free = ui.ctx().text_edit_focused() || ui.memory(|m| m.focused().is_none());
            let enter = free && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let browsing = matches!(wish, Wish::Browse(..));
            if ui.add_enabled(enabled, save).clicked() || (enabled && enter && !browsing) {
                *wish = Wish::Save(PathBuf::from(self.path.trim()));
            }
            if self.choices.format == Format::Png {
                let copy = egui::Button::new("Copy");
                let hint = "Put the picture on the clipboard (Ctrl+Shift+C)";
                if ui.add_enabled(idle, copy).on_hover_text(hint).clicked() {
                    *wish = Wish::Copy;
                }
            }
            if ui.button("Cancel").clicked() {
                self.open = false;
            }
        });
    }

    fn choices(&mut self, ui: &mut Ui, ground: &Ground<'_>) {
        let before = self.choices.clone();
        Grid::new("export choices")
            .num_columns(2)
            .spacing([16.0, 10.0])
            .show(ui, |ui| {
                let choices = &mut self.choices;
                row(ui, "Picture of", |ui| {
                    for target in Target::ALL {
                        ui.radio_value(&mut choices.target, target, target.name());
                    }
                });
                if choices.target == Target::Window {
                    // What is on screen is pixels.
                    choices.format = Format::Png;
                    return;
                }
                row(ui, "Format", |ui| {
                    for (format, name, use_for) in Format::NAMED {
                        ui.radio_value(&mut choices.format, format, name)
                            .on_hover_text(use_for);
                    }
                });
                row(ui, "Shows", |ui| {
                    ui.radio_value(&mut choices.whole, false, "What is on screen");
                    ui.radio_value(&mut choices.whole, true, "The whole story");
                });
                extent(ui, choices, ground);
                format_choices(ui, choices);
                row(ui, "Colours", |ui| {
                    ui.radio_value(&mut choices.dark, None, "As on screen");
                    ui.radio_value(&mut choices.dark, Some(false), "Light");
                    ui.radio_value(&mut choices.dark, Some(true), "Dark");
                });
                row(ui, "", |ui| {
                    ui.checkbox(&mut choices.transparent, "Transparent ground");
                });
                for (name, parts) in [("Around it", &Part::NAMED[..3]), ("", &Part::NAMED[3..])] {
                    row(ui, name, |ui| {
                        for &(part, word) in parts {
                            let mut on = choices.parts.contains(&part);
                            if ui.checkbox(&mut on, sentence_case(word)).changed() {
                                choices.switch(part, on);
                            }
                        }
                    });
                }
                if choices.parts.contains(&Part::Credit) {
                    let label = ui.label("Credit");
                    let edit = TextEdit::singleline(&mut choices.credit)
                        .hint_text("Made with Throughline")
                        .desired_width(260.0);
                    ui.add(edit).labelled_by(label.id);
                    ui.end_row();
                }
            });
        if (before.target, before.format) != (self.choices.target, self.choices.format) {
            self.rename(before.target);
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

    /// Draws a new preview in the background where the one on screen has fallen behind.
    fn follow(&mut self, ctx: &egui::Context, ground: &Ground<'_>, roomy: bool) {
        let Target::Figure(subject) = self.choices.target else {
            self.preview = Shown::default();
            return;
        };
        if !roomy {
            return;
        }
        let fine = ctx.pixels_per_point();
        let seen = Seen {
            figure: ground.figure(&self.choices, subject),
            view: self.choices.view(ground.view),
            embeds: self.choices.embeds(),
            story: Arc::as_ptr(ground.index) as usize,
            room: [PREVIEW.x * fine, PREVIEW.y * fine],
        };
        if self.preview.of.as_ref() != Some(&seen) {
            let (held, figure) = (ground.held(&self.choices), seen.figure.clone());
            let (room, embeds) = (seen.room, seen.embeds);
            self.preview.job = Some(Job::begin(ctx, move |progress| {
                work::preview(&held, &figure, embeds, room, progress)
            }));
            self.preview.of = Some(seen);
        }
        let Some(done) = self.preview.job.as_ref().and_then(Job::poll) else {
            return;
        };
        self.preview.job = None;
        match done {
            Ok(preview) => {
                self.preview.notes = preview.notes;
                self.preview.size = preview.size;
                self.preview.texture = preview
                    .image
                    .map(|image| ctx.load_texture("export preview", image, TextureOptions::LINEAR));
            }
            Err(broken) => {
                self.preview.texture = None;
                self.preview.notes = vec![broken.to_string()];
            }
        }
    }

    fn preview(&self, ui: &mut Ui, theme: &Theme, room: f32) {
        let small = |text: &str, color| {
            RichText::new(text)
                .text_style(named(TextStyle::Caption))
                .color(color32(color))
        };
        if self.choices.target == Target::Window {
            ui.set_width(PREVIEW.x);
            let words = "The window is saved as it is on screen, without this dialog.";
            ui.label(small(words, theme.muted));
            return;
        }
        let Some(texture) = &self.preview.texture else {
            ui.allocate_space(Vec2::new(PREVIEW.x, 240.0));
            return;
        };
        let fine = ui.ctx().pixels_per_point();
        let size = texture.size_vec2() / fine;
        let size = size * ((room - 24.0) / size.y).min(1.0);
        let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
        response.widget_info(|| {
            let words = "Preview of the picture";
            egui::WidgetInfo::labeled(egui::accesskit::Role::Image, true, words)
        });
        if self.choices.transparent {
            checkered(ui, rect, theme);
        }
        let whole = egui::Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
        ui.painter()
            .image(texture.id(), rect, whole, Color32::WHITE);
        ui.painter().rect_stroke(
            rect,
            0.0,
            egui::Stroke::new(1.0, color32(theme.hairline)),
            egui::StrokeKind::Outside,
        );
        ui.add_space(4.0);
        ui.set_max_width(PREVIEW.x);
        let (scale, unit) = match self.choices.format {
            Format::Png => (self.choices.scale, "pixels"),
            _ => (1.0, "points"),
        };
        let [width, height] = self.preview.size.map(|side| side * scale);
        let words = format!("{width:.0} × {height:.0} {unit}");
        ui.label(small(&words, theme.muted));
        for note in &self.preview.notes {
            ui.label(small(note, theme.warning));
        }
    }

    /// Draws the figure and writes it in the background.
    pub fn save_figure(&mut self, ctx: &egui::Context, path: PathBuf, ground: &Ground<'_>) {
        let Target::Figure(subject) = self.choices.target else {
            return;
        };
        let choices = self.choices.clone();
        let (held, figure) = (ground.held(&choices), ground.figure(&choices, subject));
        self.begin_work(ctx, move |progress| {
            work::save(&held, &figure, &choices, path, progress)
        });
    }

    /// Draws the figure for the clipboard: as the dialog has it where it is open, or `subject` as it
    /// is on screen.
    pub fn copy_figure(&mut self, ctx: &egui::Context, subject: Subject, ground: &Ground<'_>) {
        let choices = match self.choices.target {
            Target::Figure(target) if self.open && target == subject => self.choices.clone(),
            _ => Choices::default(),
        };
        let (held, figure) = (ground.held(&choices), ground.figure(&choices, subject));
        self.begin_work(ctx, move |progress| {
            work::picture(&held, &figure, choices.scale, progress)
        });
    }

    /// What the open dialog would copy; none where that is the window.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        match self.choices.target {
            Target::Figure(subject) => Some(subject),
            Target::Window => None,
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
        self.preview = Shown::default();
    }

    /// How the last work ended, once.
    pub fn poll(&mut self) -> Option<Result<Done, String>> {
        let answer = self.work.as_ref()?.poll()?;
        let cancelled = self.work.take()?.progress().is_cancelled();
        if cancelled {
            return Some(Err("it was cancelled".to_owned()));
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

fn row(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.label(name);
    ui.horizontal(content);
    ui.end_row();
}

fn extent(ui: &mut Ui, choices: &mut Choices, ground: &Ground<'_>) {
    let label = ui.label("Size");
    let before = choices.preset;
    let shown = PRESETS.get(before).map_or("", |(name, ..)| name);
    ComboBox::from_id_salt("export size")
        .selected_text(shown)
        .width(220.0)
        .show_ui(ui, |ui| {
            for (n, (name, ..)) in PRESETS.iter().enumerate() {
                ui.selectable_value(&mut choices.preset, n, *name);
            }
        })
        .response
        .labelled_by(label.id);
    ui.end_row();
    let Some((_, extent, scale)) = PRESETS.get(choices.preset) else {
        return;
    };
    if before != choices.preset {
        choices.scale = *scale;
        if *extent == Extent::Own
            && let Target::Figure(subject) = choices.target
        {
            choices.own = ground.on_screen[subject as usize].map(f32::round);
        }
    }
    if *extent == Extent::Own {
        row(ui, "", |ui| {
            for (n, name) in ["Width", "Height"].into_iter().enumerate() {
                let label = ui.label(name);
                let value = DragValue::new(&mut choices.own[n]).range(100.0..=16_384.0);
                ui.add(value.max_decimals(0)).labelled_by(label.id);
            }
        });
    }
}

fn format_choices(ui: &mut Ui, choices: &mut Choices) {
    match choices.format {
        Format::Png => row(ui, "Pixels to the point", |ui| {
            for scale in [1.0, 2.0, 3.0, 4.0] {
                ui.radio_value(&mut choices.scale, scale, format!("{scale}"));
            }
        }),
        Format::Svg => {
            let label = ui.label("Letters");
            let names = [
                (Lettering::ByName, "Text, by the name of the face"),
                (Lettering::Embedded, "Text, with its faces in the file"),
                (Lettering::Outlined, "Outlines"),
            ];
            let shown = names.iter().find(|(kind, _)| *kind == choices.lettering);
            ComboBox::from_id_salt("export letters")
                .selected_text(shown.map_or("", |(_, name)| name))
                .width(220.0)
                .show_ui(ui, |ui| {
                    for (kind, name) in names {
                        ui.selectable_value(&mut choices.lettering, kind, name);
                    }
                })
                .response
                .labelled_by(label.id);
            ui.end_row();
        }
        Format::Pdf if choices.target == Target::Figure(Subject::Timeline) => {
            let label = ui.label("Pages");
            ui.add(DragValue::new(&mut choices.pages).range(1..=50))
                .on_hover_text("Each shows a stretch of the time, all equally long")
                .labelled_by(label.id);
            ui.end_row();
        }
        Format::Pdf | Format::Html => {}
    }
}

/// Squares behind a picture that has no ground.
fn checkered(ui: &Ui, rect: egui::Rect, theme: &Theme) {
    const SIDE: f32 = 8.0;
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, 0.0, color32(theme.canvas));
    let mut y = rect.top();
    let mut odd = false;
    while y < rect.bottom() {
        let mut x = rect.left() + if odd { SIDE } else { 0.0 };
        while x < rect.right() {
            let square = egui::Rect::from_min_size(egui::pos2(x, y), Vec2::splat(SIDE));
            painter.rect_filled(square, 0.0, color32(theme.hairline));
            x += 2.0 * SIDE;
        }
        y += SIDE;
        odd = !odd;
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
