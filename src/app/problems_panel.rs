//! What is wrong in the story's file: a list, and the line that each entry stands on.

use eframe::egui::{
    self, FontFamily, FontId, Label, RichText, ScrollArea, Sense, Stroke, TextFormat, Ui, Vec2,
    WidgetInfo, text::LayoutJob,
};

use memchr::memrchr;

use crate::file::{self, Place, Problem, Severity};
use crate::language::say;
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};

use super::icons;
use super::look::named;

/// Lines shown above and below a problem's own.
const CONTEXT: usize = 3;
/// The most characters of a part of a line that are shown.
const LONGEST: usize = 300;

/// What stays on screen where a file is too broken to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// What the same file held when it was sound.
    LastGood,
    /// Another story.
    StoryBefore,
}

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
    pub text: std::sync::Arc<String>,
    /// What is shown instead, where the story was not put on screen for them.
    pub instead: Option<Instead>,
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
            instead: None,
            chosen: 0,
        };
    }

    /// Takes `more` problems that were found since beside those of the file; `text` is what they have their
    /// places in.
    pub fn take_more(
        &mut self,
        loaded: &file::Loaded,
        more: Vec<Problem>,
        text: &std::sync::Arc<String>,
    ) {
        self.list.clone_from(&loaded.problems);
        self.list.extend(more);
        if self.text.is_empty() {
            self.text = std::sync::Arc::clone(text);
        }
        self.chosen = self.chosen.min(self.list.len().saturating_sub(1));
    }

    /// "2 errors, 1 warning".
    #[must_use]
    pub fn summary(&self) -> String {
        file::counts(&self.list, self.unlisted)
    }

    /// Shows the list and the lines of the chosen problem.
    pub fn show(&mut self, ui: &mut Ui, theme: &Theme) {
        ui.horizontal(|ui| {
            let summary = self.summary();
            let title = match self.instead {
                None => say!("problems-panel-title", problems = summary, file = self.file),
                Some(Instead::LastGood) => {
                    say!(
                        "problems-panel-last-good",
                        problems = summary,
                        file = self.file
                    )
                }
                Some(Instead::StoryBefore) => {
                    say!(
                        "problems-panel-story-before",
                        problems = summary,
                        file = self.file
                    )
                }
            };
            ui.label(RichText::new(title).text_style(named(TextStyle::BodyStrong)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if super::sidebar::icon_button(ui, icons::X, say!("problems-panel-close"), true)
                    .clicked()
                {
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

    /// The chosen problem's line, what is meant in it underlined, with a few lines around it.
    fn lines(&self, ui: &mut Ui, theme: &Theme) {
        let Some(problem) = self.list.get(self.chosen) else {
            return;
        };
        let Some(place) = &problem.place else {
            ui.label(RichText::new(say!("problems-panel-whole-file")).color(color32(theme.muted)));
            return;
        };
        let line = place.line as usize;
        ScrollArea::both()
            .id_salt("problem lines")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                for (n, text) in lines_around(&self.text, place.bytes.start, line) {
                    let meant = (n == line).then_some(place);
                    let job = numbered_line(n, text, meant, theme);
                    ui.add(Label::new(job).extend().selectable(true));
                }
            });
    }
}

/// The lines of `text` around the byte `at`, which stands in the line numbered `line`, each with its
/// number. The rest of the text, of which there may be very much, is not looked at.
fn lines_around(text: &str, at: usize, line: usize) -> Vec<(usize, &str)> {
    let bytes = text.as_bytes();
    let line_start = |at: usize| memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
    let (mut start, mut first) = (line_start(at.min(bytes.len())), line);
    while start > 0 && first + CONTEXT > line {
        (start, first) = (line_start(start - 1), first - 1);
    }
    let rest = text.get(start..).unwrap_or_default();
    let last = line + CONTEXT;
    rest.lines()
        .zip(first..)
        .take_while(|(_, number)| *number <= last)
        .map(|(text, number)| (number, text))
        .collect()
}

/// A line of a file under its number; where it is the problem's own, what is meant is underlined.
fn numbered_line(number: usize, text: &str, meant: Option<&Place>, theme: &Theme) -> LayoutJob {
    let format = |color, underlined: bool| TextFormat {
        font_id: FontId::new(12.0, FontFamily::Monospace),
        color: color32(color),
        underline: if underlined {
            Stroke::new(1.5, color32(theme.accent))
        } else {
            Stroke::NONE
        },
        ..TextFormat::default()
    };
    let (number_ink, ink) = match meant {
        Some(_) => (theme.accent, theme.text),
        None => (theme.muted, theme.muted),
    };
    let mut job = LayoutJob::default();
    job.append(&format!("{number:>5}  "), 0.0, format(number_ink, false));
    let (before, rest) = split_chars(
        text,
        meant.map_or(0, |place| (place.column as usize).saturating_sub(1)),
    );
    let length = meant.map_or(0, |place| place.bytes.len());
    // What is meant may go on in the next line, or end within a character that was mended.
    let end = (0..=length.min(rest.len()))
        .rev()
        .find(|&end| rest.is_char_boundary(end));
    let (within, after) = rest.split_at(end.unwrap_or(0));
    for (text, underlined) in [(before, false), (within, meant.is_some()), (after, false)] {
        let shown: String = text.chars().take(LONGEST).collect();
        job.append(&shown, 0.0, format(ink, underlined));
    }
    job
}

/// Splits `text` after so many characters.
fn split_chars(text: &str, count: usize) -> (&str, &str) {
    let at = text
        .char_indices()
        .nth(count)
        .map_or(text.len(), |(at, _)| at);
    text.split_at(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_around_a_place_are_those_that_walking_along_the_text_finds() {
        let text: String = (1..=20).map(|n| format!("line {n}\n")).collect();
        for line in 1..=20_usize {
            let at = text.match_indices("line").nth(line - 1).unwrap().0;
            for at in [at, at + 3] {
                let first = line.saturating_sub(CONTEXT).max(1);
                let all = text.lines().zip(1..).map(|(text, n)| (n, text));
                let walked = all.skip(first - 1).take(line + CONTEXT + 1 - first);
                let walked: Vec<(usize, &str)> = walked.collect();
                assert_eq!(lines_around(&text, at, line), walked, "{line}");
            }
        }
        assert_eq!(lines_around("", 0, 1), []);
        assert_eq!(lines_around("only", 2, 1), [(1, "only")]);
    }
}
