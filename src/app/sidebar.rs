//! The details at the side: what `details` says, painted.

use eframe::egui::{
    self, Align, Button, CornerRadius, CursorIcon, Label, Layout, Pos2, RichText, ScrollArea,
    Sense, Ui, Vec2, WidgetInfo,
};

use crate::details::{Chip, Page, Row, Section};
use crate::index::Index;
use crate::language::say;
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};
use crate::story::kind::KindStyle;
use crate::story::{Item, PassageIx};

use super::look::{named, one_line, paragraph};
use super::marks::{paint_glyph, paint_lozenge};

/// What the reader did in the sidebar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The item that was clicked.
    pub chosen: Option<Item>,
    /// The item of which the menu was asked for, and where.
    pub asked: Option<(Item, Pos2)>,
    /// The item under the pointer.
    pub hovered: Option<Item>,
    /// Whether a quotation was copied with its citation.
    pub copied: bool,
    /// The passage to be shown in its source.
    pub read: Option<PassageIx>,
}

pub(super) struct Painter<'a> {
    pub(super) theme: &'a Theme,
    pub(super) index: &'a Index,
    pub(super) outcome: Outcome,
}

/// Shows `page`.
pub fn show(ui: &mut Ui, index: &Index, page: &Page, theme: &Theme) -> Outcome {
    let mut painter = Painter {
        theme,
        index,
        outcome: Outcome::default(),
    };
    ScrollArea::vertical()
        .id_salt(("details", page.item))
        .auto_shrink(false)
        .show(ui, |ui| {
            egui::Frame::NONE
                .inner_margin(egui::Margin {
                    left: 24,
                    right: 20,
                    top: 16,
                    bottom: 24,
                })
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    painter.page(ui, page);
                });
        });
    painter.outcome
}

impl Painter<'_> {
    fn page(&mut self, ui: &mut Ui, page: &Page) {
        ui.spacing_mut().item_spacing.y = 4.0;
        self.muted(ui, &page.kicker, TextStyle::Body);
        ui.add_space(2.0);
        self.text(ui, &page.title, TextStyle::ItemTitle);
        if let Some(status) = page.status {
            ui.add_space(2.0);
            super::marks::status_line(ui, status, self.theme);
        }
        if !page.standing.is_empty() {
            ui.add_space(2.0);
            self.text(ui, &page.standing, TextStyle::BodyStrong);
        }
        if !page.summary.is_empty() {
            ui.add_space(4.0);
            self.text(ui, &page.summary, TextStyle::Body);
        }
        if !page.chips.is_empty() {
            ui.add_space(8.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = Vec2::new(6.0, 6.0);
                for chip in &page.chips {
                    self.chip(ui, chip);
                }
            });
        }
        for (n, (heading, cards)) in page.evidence.iter().enumerate() {
            let note = if n == 0 {
                page.evidence_note.as_str()
            } else {
                ""
            };
            self.heading(ui, heading, note);
            for card in cards {
                self.card(ui, card);
            }
        }
        if page.evidence.is_empty() && !page.evidence_note.is_empty() {
            self.heading(ui, say!("sidebar-evidence"), "");
            self.muted(ui, &page.evidence_note, TextStyle::Body);
        }
        for section in &page.sections {
            self.section(ui, section);
        }
        if !page.facts.is_empty() || !page.url.is_empty() {
            self.heading(ui, say!("sidebar-about"), "");
            for (name, value) in &page.facts {
                self.fact(ui, name, value);
            }
            if !page.url.is_empty() {
                self.url(ui, &page.url);
            }
        }
    }

    pub(super) fn text(&self, ui: &mut Ui, text: &str, style: TextStyle) {
        let rich = RichText::new(paragraph(ui, text, style, ui.available_width()))
            .text_style(named(style))
            .color(color32(self.theme.text));
        let response = ui.add(
            Label::new(rich.line_height(Some(style.line_height())))
                .wrap()
                .selectable(true),
        );
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, text));
    }

    pub(super) fn muted(&self, ui: &mut Ui, text: &str, style: TextStyle) {
        if text.is_empty() {
            return;
        }
        let rich = RichText::new(paragraph(ui, text, style, ui.available_width()))
            .text_style(named(style))
            .color(color32(self.theme.muted));
        let label = Label::new(rich.line_height(Some(style.line_height()))).wrap();
        let response = ui.add(label);
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, text));
    }

    fn heading(&self, ui: &mut Ui, heading: &str, note: &str) {
        ui.add_space(16.0);
        if heading.is_empty() {
            return;
        }
        ui.horizontal(|ui| {
            ui.add(Label::new(section_name(heading, self.theme)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                self.muted(ui, note, TextStyle::Caption);
            });
        });
        ui.add_space(2.0);
    }

    fn fact(&self, ui: &mut Ui, name: &str, value: &str) {
        ui.horizontal_top(|ui| {
            let width = 88.0;
            ui.allocate_ui_with_layout(
                Vec2::new(width, 18.0),
                Layout::left_to_right(Align::Min),
                |ui| {
                    ui.set_min_width(width);
                    self.muted(ui, name, TextStyle::Caption);
                },
            );
            ui.vertical(|ui| self.text(ui, value, TextStyle::Body));
        });
    }

    fn url(&self, ui: &mut Ui, url: &str) {
        let safe = ["http://", "https://", "mailto:"]
            .iter()
            .any(|scheme| url.starts_with(scheme));
        if safe {
            ui.add_space(4.0);
            let link = ui.link(url).on_hover_text(say!("sidebar-opens", url = url));
            if link.clicked() {
                ui.ctx().open_url(egui::OpenUrl::new_tab(url));
            }
        } else {
            // Whatever else it is, it is shown and never opened.
            self.text(ui, url, TextStyle::Body);
        }
    }

    fn chip(&mut self, ui: &mut Ui, chip: &Chip) {
        let theme = self.theme;
        let room = ui.max_rect().width() - 44.0;
        let name = one_line(ui, &chip.name, TextStyle::Label, theme.text, room);
        let left = room - name.size().x - 8.0;
        let role = (!chip.role.is_empty() && left > 24.0)
            .then(|| one_line(ui, &chip.role, TextStyle::Caption, theme.muted, left));
        let role_width = role.as_ref().map_or(0.0, |role| role.size().x + 8.0);
        let width = 28.0 + name.size().x + role_width + 10.0;
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 24.0), Sense::click());
        let label = self.index.title_of(chip.item);
        let label = if chip.role.is_empty() {
            label
        } else {
            format!("{label}, {}", chip.role)
        };
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &label));
        let hovered = response.hovered() || response.has_focus();
        let line = if hovered {
            theme.accent
        } else {
            theme.hairline
        };
        let painter = ui.painter();
        painter.rect(
            rect,
            CornerRadius::same(12),
            color32(theme.canvas),
            egui::Stroke::new(1.0, color32(line)),
            egui::StrokeKind::Inside,
        );
        let middle = rect.left_center() + Vec2::new(15.0, 0.0);
        paint_glyph(painter, &chip.style, middle, 11.0, theme, theme.canvas);
        let at = |x: f32, galley: &egui::Galley| {
            egui::pos2(rect.left() + x, rect.center().y - galley.size().y / 2.0)
        };
        let name_width = name.size().x;
        painter.galley(at(28.0, &name), name, color32(theme.text));
        if let Some(role) = role {
            painter.galley(
                at(28.0 + name_width + 8.0, &role),
                role,
                color32(theme.muted),
            );
        }
        self.follow(&response, chip.item);
    }

    /// Text that leads to `item`: underlined under the pointer only.
    pub(super) fn link(&mut self, ui: &mut Ui, text: &str, style: TextStyle, item: Item) {
        let muted = style == TextStyle::Caption;
        let ink = if muted {
            self.theme.muted
        } else {
            self.theme.text
        };
        let rich = RichText::new(paragraph(ui, text, style, ui.available_width()))
            .text_style(named(style))
            .color(color32(ink));
        let response = ui.add(Label::new(rich).wrap().sense(Sense::click()));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Link, true, text));
        if response.hovered() || response.has_focus() {
            let rect = response.rect;
            let line = egui::Stroke::new(1.0, color32(self.theme.accent));
            ui.painter()
                .hline(rect.x_range(), rect.bottom() - 0.5, line);
        }
        self.follow(&response, item);
    }

    fn section(&mut self, ui: &mut Ui, section: &Section) {
        self.heading(ui, &section.title, "");
        let dated = section.rows.iter().any(|row| !row.when.is_empty());
        for row in &section.rows {
            self.row(ui, row, dated);
        }
        if section.more > 0 {
            self.muted(
                ui,
                &say!("sidebar-more", count = section.more),
                TextStyle::Caption,
            );
        }
    }

    fn row(&mut self, ui: &mut Ui, row: &Row, dated: bool) {
        let theme = self.theme;
        let width = ui.available_width();
        let color = |muted: bool| color32(if muted { theme.muted } else { theme.text });
        let lay = |ui: &Ui, text: &str, style: TextStyle, muted: bool, width: f32, rows: usize| {
            let text = paragraph(ui, text, style, width).into_owned();
            let mut job = egui::text::LayoutJob::simple(text, font_id(style), color(muted), width);
            job.wrap.max_rows = rows;
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let when_width = if dated { 104.0 } else { 0.0 };
        let glyph_width = if row.style.is_some() { 18.0 } else { 0.0 };
        let when = lay(ui, &row.when, TextStyle::Caption, true, when_width - 8.0, 2);
        let text_width = (width - when_width - glyph_width).max(40.0);
        let title = lay(ui, &row.title, TextStyle::Label, false, text_width, 2);
        let note = (!row.note.is_empty())
            .then(|| lay(ui, &row.note, TextStyle::Caption, true, text_width, 1));
        let text_height = title.size().y + note.as_ref().map_or(0.0, |note| note.size().y + 1.0);
        let height = text_height.max(when.size().y).max(16.0) + 8.0;
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
        let label = [row.when.as_str(), &row.title, &row.note]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Link, true, &label));
        let painter = ui.painter();
        if response.hovered() || response.has_focus() {
            let wash = rect.expand2(Vec2::new(6.0, 0.0));
            painter.rect_filled(wash, CornerRadius::same(4), color32(theme.text.at(0.05)));
        }
        let top = rect.top() + 4.0;
        if dated {
            painter.galley(egui::pos2(rect.left(), top + 1.0), when, color(true));
        }
        let mut x = rect.left() + when_width;
        if let Some(style) = &row.style {
            let middle = egui::pos2(x + 6.0, top + 7.5);
            self.bullet(painter, row.item, style, middle);
            x += glyph_width;
        }
        let title_height = title.size().y;
        painter.galley(egui::pos2(x, top), title, color(false));
        if let Some(note) = note {
            painter.galley(egui::pos2(x, top + title_height + 1.0), note, color(true));
        }
        self.follow(&response, row.item);
    }

    fn bullet(&self, painter: &egui::Painter, item: Item, style: &KindStyle, at: egui::Pos2) {
        if matches!(item, Item::Event(_)) {
            paint_lozenge(painter, at, 9.0, self.theme.kind(style));
        } else {
            paint_glyph(painter, style, at, 10.0, self.theme, self.theme.background);
        }
    }

    pub(super) fn follow(&mut self, response: &egui::Response, item: Item) {
        if response.clicked() {
            self.outcome.chosen = Some(item);
        }
        if response.hovered() {
            self.outcome.hovered = Some(item);
        }
        if response.secondary_clicked() {
            let at = response.interact_pointer_pos();
            self.outcome.asked = at.map(|at| (item, at));
        }
    }
}

/// A section's name: letter-spaced small capitals, muted.
#[must_use]
pub fn section_name(name: &str, theme: &Theme) -> RichText {
    RichText::new(name.to_uppercase())
        .font(egui::FontId::new(10.5, font_id(TextStyle::Label).family))
        .extra_letter_spacing(0.8)
        .color(color32(theme.muted))
}

/// A quiet button of an icon alone, named for screen readers.
pub fn icon_button(ui: &mut Ui, icon: &str, name: &str, enabled: bool) -> egui::Response {
    let glyph = RichText::new(icon).font(egui::FontId::new(
        16.0,
        egui::FontFamily::Name(crate::scene::screen::ICONS.into()),
    ));
    let response = ui.add_enabled(enabled, Button::new(glyph).min_size(Vec2::splat(28.0)));
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, enabled, name));
    response.on_hover_text(name)
}
