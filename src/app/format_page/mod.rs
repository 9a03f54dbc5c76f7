//! The format of story files, as a page to read in the window.

mod blocks;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    self, Align, Button, FontFamily, FontId, Frame, Grid, Label, Layout, Margin, RichText,
    ScrollArea, Stroke, Ui, Vec2,
};

use crate::language::{Language, say};
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};

use super::dialog;
use super::look::named;
use blocks::{Block, Ink, Words, blocks};

/// The reference for authors.
fn reference(language: Language) -> &'static str {
    match language {
        Language::English | Language::Bracketed => include_str!("../../../data/FORMAT.md"),
        Language::German => include_str!("../../../data/FORMAT.de.md"),
    }
}

/// Width of the list of chapters, in points.
const CHAPTERS: f32 = 150.0;

/// The page, closed or open.
#[derive(Default)]
pub struct FormatPage {
    open: bool,
    blocks: Vec<Block>,
    /// The language that the blocks are in.
    language: Option<Language>,
    /// The block that is to be scrolled to.
    wanted: Option<usize>,
}

impl FormatPage {
    /// Opens the page at its beginning.
    pub fn begin(&mut self) {
        let language = Language::current();
        if self.language != Some(language) {
            self.blocks = blocks(reference(language));
            self.language = Some(language);
        }
        (self.open, self.wanted) = (true, Some(0));
    }

    /// Shows the page where it is open.
    pub fn show(&mut self, ctx: &egui::Context, theme: &Theme) {
        if !self.open {
            return;
        }
        let room = ctx.content_rect().size();
        let height = (room.y - 180.0).max(160.0);
        let modal = dialog::show(ctx, theme, say!("format-page-title"), 840.0, |ui| {
            ui.horizontal_top(|ui| {
                if ui.available_width() > 560.0 {
                    self.chapters(ui, height, theme);
                }
                ScrollArea::vertical()
                    .id_salt("page")
                    .max_height(height)
                    .auto_shrink(false)
                    .show(ui, |ui| ui.vertical(|ui| self.page(ui, theme)));
            });
            ui.add_space(12.0);
            ui.button(say!("format-page-close")).clicked()
        });
        self.open = !(modal.inner || modal.should_close());
    }

    fn chapters(&mut self, ui: &mut Ui, height: f32, theme: &Theme) {
        ui.allocate_ui(Vec2::new(CHAPTERS, height), |ui| {
            ui.vertical(|ui| {
                ui.set_width(CHAPTERS);
                for (at, block) in self.blocks.iter().enumerate() {
                    let Block::Heading(2, name) = block else {
                        continue;
                    };
                    let name = RichText::new(name).color(color32(theme.muted));
                    let button = Button::new(name).truncate().min_size(Vec2::new(0.0, 24.0));
                    if ui.add(button.stroke(Stroke::NONE)).clicked() {
                        self.wanted = Some(at);
                    }
                }
            });
        });
        ui.add_space(8.0);
    }

    fn page(&mut self, ui: &mut Ui, theme: &Theme) {
        let wanted = self.wanted.take();
        for (at, block) in self.blocks.iter().enumerate() {
            if wanted == Some(at) {
                ui.scroll_to_cursor(Some(Align::TOP));
            }
            match block {
                Block::Heading(level, text) => heading(ui, *level, text, theme),
                Block::Paragraph(words) => {
                    ui.add(Label::new(set(words, theme)).wrap());
                    ui.add_space(8.0);
                }
                Block::Entry(depth, words) => {
                    ui.horizontal_top(|ui| {
                        ui.add_space(f32::from(depth.saturating_sub(1)) * 16.0);
                        ui.label(RichText::new("•").color(color32(theme.muted)));
                        ui.add(Label::new(set(words, theme)).wrap());
                    });
                    ui.add_space(4.0);
                }
                Block::Example(text) => example(ui, text, theme),
                Block::Table(rows) => table(ui, at, rows, theme),
            }
        }
    }
}

fn heading(ui: &mut Ui, level: u8, text: &str, theme: &Theme) {
    let style = if level == 1 {
        TextStyle::StoryTitle
    } else {
        TextStyle::ItemTitle
    };
    ui.add_space(if level == 1 { 0.0 } else { 16.0 });
    let words = RichText::new(text).text_style(named(style));
    let response = ui.label(words.color(color32(theme.text)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, text));
    ui.add_space(8.0);
}

/// Words as they are set in a line.
fn set(words: &[Words], theme: &Theme) -> LayoutJob {
    let mut job = LayoutJob::default();
    for words in words {
        let font = match words.ink {
            Ink::Plain => font_id(TextStyle::Body),
            Ink::Strong => font_id(TextStyle::BodyStrong),
            Ink::Typed => FontId::new(12.0, FontFamily::Monospace),
        };
        let format = TextFormat::simple(font, color32(theme.text));
        job.append(&words.text, 0.0, format);
    }
    job
}

/// An example that can be copied; a long line scrolls.
fn example(ui: &mut Ui, text: &str, theme: &Theme) {
    Frame::NONE
        .fill(color32(theme.background))
        .inner_margin(Margin::same(12))
        .corner_radius(4.0)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                let copy =
                    RichText::new(say!("format-page-copy")).text_style(named(TextStyle::Caption));
                if ui.add(Button::new(copy).stroke(Stroke::NONE)).clicked() {
                    ui.ctx().copy_text(text.to_owned());
                }
                ui.with_layout(Layout::left_to_right(Align::TOP), |ui| {
                    ScrollArea::horizontal().id_salt(text).show(ui, |ui| {
                        let text = RichText::new(text).monospace().color(color32(theme.text));
                        ui.add(Label::new(text).extend().selectable(true));
                    });
                });
            });
        });
    ui.add_space(8.0);
}

fn table(ui: &mut Ui, at: usize, rows: &[Vec<Vec<Words>>], theme: &Theme) {
    let columns = rows.first().map_or(1, Vec::len).max(1);
    let room = (ui.available_width() - 16.0).max(240.0);
    let first = (room * 0.3).min(220.0);
    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
    let other = if columns > 1 {
        ((room - first) / (columns - 1) as f32 - 16.0).max(60.0)
    } else {
        room
    };
    Grid::new(("table", at))
        .num_columns(columns)
        .spacing([16.0, 6.0])
        .show(ui, |ui| {
            for (row_at, row) in rows.iter().enumerate() {
                for (column, cell) in row.iter().enumerate() {
                    let wide = if column == 0 { first } else { other };
                    let mut job = set(cell, theme);
                    if row_at == 0 {
                        for section in &mut job.sections {
                            section.format.color = color32(theme.muted);
                        }
                    }
                    ui.vertical(|ui| {
                        ui.set_width(wide);
                        ui.add(Label::new(job).wrap());
                    });
                }
                ui.end_row();
            }
        });
    ui.add_space(8.0);
}
