//! What is wrong in the story's file: a list, and the line that each entry stands on.

use eframe::egui::{
    self, Label, RichText, ScrollArea, Sense, TextFormat, Ui, Vec2, WidgetInfo, text::LayoutJob,
};

use crate::file::{self, Problem, Severity};
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};

use super::icons;
use super::look::named;

/// Lines shown above and below a problem's own.
const CONTEXT: usize = 3;

/// The problems of the last file that was read.
#[derive(Default)]
pub struct Problems {
    /// Whether the panel stands open.
    pub open: bool,
    /// The file, by name.
    pub file: String,
    /// What is wrong in it.
    pub list: Vec<Problem>,
    /// How many more there are.
    pub unlisted: usize,
    /// The file's text.
    pub text: std::sync::Arc<str>,
    chosen: usize,
}

impl Problems {
    /// Takes the place of what was listed before.
    pub fn replace(&mut self, file: String, loaded: &file::Loaded) {
        *self = Self {
            open: self.open,
            file,
            list: loaded.problems.clone(),
            unlisted: loaded.unlisted,
            text: std::sync::Arc::clone(&loaded.text),
            chosen: 0,
        };
    }

    /// "2 errors, 1 warning".
    #[must_use]
    pub fn summary(&self) -> String {
        file::counts(&self.list, self.unlisted)
    }

    /// Shows the list and the lines of the chosen problem.
    pub fn show(&mut self, ui: &mut Ui, theme: &Theme) {
        ui.horizontal(|ui| {
            let title = format!("{} in {}", self.summary(), self.file);
            ui.label(RichText::new(title).text_style(named(TextStyle::BodyStrong)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if super::sidebar::icon_button(ui, icons::X, "Close the problems", true).clicked() {
                    self.open = false;
                }
            });
        });
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            self.rows(left, theme);
            self.lines(right, theme);
        });
    }

    fn rows(&mut self, ui: &mut Ui, theme: &Theme) {
        ScrollArea::vertical()
            .id_salt("problem list")
            .auto_shrink(false)
            .show(ui, |ui| {
                for (n, problem) in self.list.iter().enumerate() {
                    let ink = match problem.severity {
                        Severity::Error => theme.accent,
                        Severity::Warning => theme.warning,
                        Severity::Note => theme.muted,
                    };
                    let place = problem.place.as_ref().map_or_else(String::new, |place| {
                        format!("{}:{}  ", place.line, place.column)
                    });
                    let mut job = LayoutJob::default();
                    job.wrap.max_width = ui.available_width() - 16.0;
                    let format = |style, color| TextFormat {
                        font_id: font_id(style),
                        color: color32(color),
                        ..TextFormat::default()
                    };
                    job.append(&place, 0.0, format(TextStyle::Label, ink));
                    job.append(&problem.message, 0.0, format(TextStyle::Body, theme.text));
                    if let Some(suggestion) = &problem.suggestion {
                        let text = format!("  {suggestion}");
                        job.append(&text, 0.0, format(TextStyle::Body, theme.muted));
                    }
                    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
                    let size = Vec2::new(ui.available_width(), galley.size().y + 8.0);
                    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
                    response.widget_info(|| {
                        let label = format!("{place}{}", problem.message);
                        WidgetInfo::selected(
                            egui::accesskit::Role::ListItem,
                            true,
                            n == self.chosen,
                            label,
                        )
                    });
                    let strength = match (n == self.chosen, response.hovered()) {
                        (true, _) => 0.09,
                        (false, true) => 0.05,
                        (false, false) => 0.0,
                    };
                    ui.painter()
                        .rect_filled(rect, 4.0, color32(theme.text.at(strength)));
                    let at = rect.min + Vec2::new(8.0, 4.0);
                    ui.painter().galley(at, galley, color32(theme.text));
                    if response.clicked() {
                        self.chosen = n;
                    }
                }
            });
    }

    /// The chosen problem's line, marked, with a few lines around it.
    fn lines(&self, ui: &mut Ui, theme: &Theme) {
        let Some(problem) = self.list.get(self.chosen) else {
            return;
        };
        let Some(line) = problem.place.as_ref().map(|place| place.line as usize) else {
            ui.label(RichText::new("This concerns the whole file.").color(color32(theme.muted)));
            return;
        };
        ScrollArea::both()
            .id_salt("problem lines")
            .auto_shrink(false)
            .show(ui, |ui| {
                let first = line.saturating_sub(CONTEXT).max(1);
                let lines = self
                    .text
                    .lines()
                    .enumerate()
                    .skip(first - 1)
                    .take(CONTEXT * 2 + 1);
                for (n, text) in lines.map(|(n, text)| (n + 1, text)) {
                    let shown: String = text.chars().take(300).collect();
                    let ink = if n == line { theme.text } else { theme.muted };
                    let text = RichText::new(format!("{n:>5}  {shown}"))
                        .text_style(egui::TextStyle::Monospace)
                        .color(color32(ink));
                    let label = ui.add(Label::new(text).extend().selectable(true));
                    if n == line {
                        let rule = egui::Rect::from_min_size(
                            label.rect.left_top() - Vec2::new(6.0, 0.0),
                            Vec2::new(2.0, label.rect.height()),
                        );
                        ui.painter().rect_filled(rule, 0.0, color32(theme.accent));
                    }
                }
            });
    }
}
