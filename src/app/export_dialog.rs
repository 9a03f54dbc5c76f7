//! Export: the window, the timeline or the map as a picture.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use eframe::egui::{self, Color32, ColorImage, Grid, RichText, TextEdit, Ui};

use crate::file::write_atomically;
use crate::index::Index;
use crate::map::Arrangement;
use crate::scene::screen::color32;
use crate::scene::{Measurer, Theme, png, size, svg};
use crate::view::View;

use super::dialog;
use super::figure::{Figure, Subject, draw};

/// What can be exported from the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The whole window, as it is on screen.
    Window,
    /// The timeline or the map, drawn anew at the size asked for.
    Figure(Subject),
}

/// The file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Pixels.
    Png,
    /// Lines and text.
    Svg,
}

impl Format {
    /// The extension of its files.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// The sizes that the dialog offers, in points.
const PRESETS: [(&str, [f32; 2]); 5] = [
    ("As on screen", [0.0, 0.0]),
    ("Slide, 1600 × 900", [1600.0, 900.0]),
    ("Column, 800 × 600", [800.0, 600.0]),
    ("A4 landscape, 1123 × 794", [1123.0, 794.0]),
    ("4K, 1920 × 1080 at 2", [1920.0, 1080.0]),
];

/// The dialog and its answers.
pub struct ExportDialog {
    /// Whether it stands open.
    pub open: bool,
    target: Target,
    format: Format,
    preset: usize,
    scale: u8,
    path: String,
    saving: Option<Receiver<Result<PathBuf, String>>>,
}

impl Default for ExportDialog {
    fn default() -> Self {
        Self {
            open: false,
            target: Target::Figure(Subject::Timeline),
            format: Format::Png,
            preset: 0,
            scale: 2,
            path: String::new(),
            saving: None,
        }
    }
}

/// What the dialog asks its owner to do.
pub enum Wish {
    /// Nothing.
    Nothing,
    /// Ask the system where to save, beginning at this path.
    Browse(PathBuf, &'static str),
    /// Save to this path now.
    Save(PathBuf),
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

impl ExportDialog {
    /// Opens the dialog with a path in `folder`, named for the story.
    pub fn begin(&mut self, folder: Option<&Path>, story: &str) {
        self.open = true;
        let folder = folder
            .map(Path::to_owned)
            .or_else(dirs::picture_dir)
            .or_else(dirs::home_dir);
        let name: String = story
            .chars()
            .map(|c| {
                if c.is_alphanumeric() {
                    c.to_ascii_lowercase()
                } else {
                    '-'
                }
            })
            .take(60)
            .collect();
        let name = name.trim_matches('-').to_owned();
        let name = if name.is_empty() {
            "story".to_owned()
        } else {
            name
        };
        let file = format!("{name}-{}.{}", self.target.word(), self.format.extension());
        self.path = folder.unwrap_or_default().join(file).display().to_string();
    }

    /// Takes the path that the system's dialog gave.
    pub fn take_path(&mut self, path: &Path) {
        self.path = path.display().to_string();
    }

    /// Whether the window itself is to be saved.
    #[must_use]
    pub fn wants_window(&self) -> bool {
        self.target == Target::Window
    }

    /// Shows the dialog.
    pub fn show(&mut self, ctx: &egui::Context, theme: &Theme) -> Wish {
        let mut wish = Wish::Nothing;
        let modal = dialog::show(ctx, theme, "Export a picture", 456.0, |ui| {
            self.choices(ui);
            ui.add_space(12.0);
            let label = ui.label("Save as");
            ui.horizontal(|ui| {
                let edit = TextEdit::singleline(&mut self.path);
                let browse = 96.0;
                ui.add_sized([ui.available_width() - browse, 28.0], edit)
                    .labelled_by(label.id);
                if ui.button("Browse…").clicked() {
                    wish = Wish::Browse(PathBuf::from(&self.path), self.format.extension());
                }
            });
            let exists = !self.path.is_empty() && Path::new(&self.path).is_file();
            if exists {
                let note = "This file exists and will be replaced.";
                ui.label(RichText::new(note).color(color32(theme.warning)));
            }
            ui.add_space(16.0);
            ui.horizontal(|ui| {
                let enabled = !self.path.trim().is_empty() && self.saving.is_none();
                let text = RichText::new("Save").color(color32(theme.on_accent));
                let save = egui::Button::new(text).fill(color32(theme.accent));
                let enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
                let browsing = matches!(wish, Wish::Browse(..));
                if ui.add_enabled(enabled, save).clicked() || (enabled && enter && !browsing) {
                    wish = Wish::Save(PathBuf::from(self.path.trim()));
                }
                if ui.button("Cancel").clicked() {
                    self.open = false;
                }
            });
        });
        if modal.should_close() {
            self.open = false;
        }
        wish
    }

    fn choices(&mut self, ui: &mut Ui) {
        let before = (self.target, self.format);
        Grid::new("export choices")
            .num_columns(2)
            .spacing([16.0, 8.0])
            .show(ui, |ui| {
                ui.label("Picture of");
                ui.horizontal(|ui| {
                    for target in Target::ALL {
                        ui.radio_value(&mut self.target, target, target.name());
                    }
                });
                ui.end_row();
                if self.target == Target::Window {
                    // What is on screen is pixels.
                    self.format = Format::Png;
                } else {
                    ui.label("Format");
                    ui.horizontal(|ui| {
                        ui.radio_value(&mut self.format, Format::Png, "PNG");
                        ui.radio_value(&mut self.format, Format::Svg, "SVG");
                    });
                    ui.end_row();
                    let label = ui.label("Size");
                    egui::ComboBox::from_id_salt("export size")
                        .selected_text(PRESETS[self.preset].0)
                        .width(220.0)
                        .show_ui(ui, |ui| {
                            for (n, (name, _)) in PRESETS.iter().enumerate() {
                                ui.selectable_value(&mut self.preset, n, *name);
                            }
                        })
                        .response
                        .labelled_by(label.id);
                    ui.end_row();
                    if self.format == Format::Png {
                        ui.label("Pixels to the point");
                        ui.horizontal(|ui| {
                            for scale in 1..=4 {
                                ui.radio_value(&mut self.scale, scale, scale.to_string());
                            }
                        });
                        ui.end_row();
                    }
                }
            });
        if before != (self.target, self.format) {
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
        let stem = stem
            .strip_suffix(before.word())
            .map_or(stem.clone(), |base| format!("{base}{}", self.target.word()));
        let named = path.with_file_name(format!("{stem}.{}", self.format.extension()));
        self.path = named.display().to_string();
    }

    /// Draws the figure and writes it in the background.
    pub fn save_figure(&mut self, ctx: &egui::Context, path: PathBuf, ground: &Ground<'_>) {
        let Target::Figure(subject) = self.target else {
            return;
        };
        let [width, height] = match PRESETS[self.preset].1 {
            [0.0, _] => ground.on_screen[subject as usize],
            preset => preset,
        };
        let figure = Figure {
            subject,
            size: size(width.round(), height.round()),
            dark: ground.theme.dark,
        };
        let (index, view) = (Arc::clone(ground.index), ground.view.clone());
        let (measurer, arrangement) = (Arc::clone(ground.measurer), Arc::clone(ground.arrangement));
        let (format, scale) = (self.format, f32::from(self.scale));
        self.write(ctx, move || {
            let scene = draw(&index, &arrangement, &view, &figure, &measurer);
            let title = format!("{}: {}", index.story().title, figure.subject.word());
            let bytes = match format {
                Format::Svg => svg::to_svg(&scene, index.story(), &title).into_bytes(),
                Format::Png => png::to_png(&scene, index.story(), &title, scale)
                    .map_err(|error| error.to_string())?,
            };
            write_atomically(&path, &bytes).map_err(|error| error.to_string())?;
            Ok(path)
        });
    }

    /// Writes what is on screen in the background.
    pub fn save_window(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        image: Arc<ColorImage>,
        scale: f32,
    ) {
        self.write(ctx, move || {
            let rgba: Vec<u8> = image
                .pixels
                .iter()
                .flat_map(Color32::to_srgba_unmultiplied)
                .collect();
            let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
            let [width, height] = image.size.map(side);
            let bytes =
                png::encode(&rgba, width, height, scale).map_err(|error| error.to_string())?;
            write_atomically(&path, &bytes).map_err(|error| error.to_string())?;
            Ok(path)
        });
    }

    fn write(
        &mut self,
        ctx: &egui::Context,
        work: impl FnOnce() -> Result<PathBuf, String> + Send + 'static,
    ) {
        let (sender, receiver) = channel();
        let ctx = ctx.clone();
        thread::spawn(move || {
            let _ = sender.send(work());
            ctx.request_repaint();
        });
        self.saving = Some(receiver);
        self.open = false;
    }

    /// How the last saving ended, once.
    pub fn poll(&mut self) -> Option<Result<PathBuf, String>> {
        let answer = self.saving.as_ref()?.try_recv().ok()?;
        self.saving = None;
        Some(answer)
    }

    /// Whether a picture is being written.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }
}

impl Target {
    const ALL: [Self; 3] = [
        Self::Figure(Subject::Timeline),
        Self::Figure(Subject::Map),
        Self::Window,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Window => "The window",
            Self::Figure(Subject::Timeline) => "Timeline",
            Self::Figure(Subject::Map) => "Map",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Figure(subject) => subject.word(),
        }
    }
}
