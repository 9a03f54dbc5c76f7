//! Quotations in the details: words, who said them, where, and how they stand to their source.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    self, Align, Button, CornerRadius, CursorIcon, Label, Layout, Pos2, RichText, Sense, Stroke,
    Ui, Vec2, WidgetInfo,
};

use crate::citing::Style;
use crate::details::{self, Card};
use crate::evidence::State;
use crate::evidence::quote::Piece;
use crate::language::say;
use crate::scene::screen::{color32, font_id};
use crate::scene::sign::{sign, sign_color};
use crate::scene::voice::Speech;
use crate::scene::{TextStyle, Theme, point};
use crate::story::Item;

use super::look::{named, paragraph};
use super::marks::paint_marks;
use super::sidebar::Painter;

/// Points across a sign.
const SIGN: f32 = 11.0;

impl Painter<'_> {
    pub(super) fn card(&mut self, ui: &mut Ui, card: &Card) {
        let theme = self.theme;
        ui.add_space(6.0);
        let inner = ui.horizontal_top(|ui| {
            ui.add_space(12.0);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                self.quotation(ui, card);
                if !card.translation.is_empty() {
                    self.muted(
                        ui,
                        &say!("quoted", words = card.translation),
                        TextStyle::Body,
                    );
                }
                ui.add_space(2.0);
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 5.0;
                    speech_of(ui, card.speech, theme);
                    match card.speaker {
                        Some(actor) => self.link(ui, &card.who, TextStyle::Label, actor),
                        None => self.text(ui, &card.who, TextStyle::Label),
                    }
                });
                // Captions stand closer than buttons do.
                ui.spacing_mut().interact_size.y = 15.0;
                ui.horizontal_top(|ui| {
                    let room = ui.available_width() - SIGN - 48.0;
                    let across = Layout::top_down(Align::Min);
                    ui.allocate_ui_with_layout(Vec2::new(room, 14.0), across, |ui| {
                        let passage = Item::Passage(card.passage);
                        self.link(ui, &card.place, TextStyle::Caption, passage);
                    });
                    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                        sign_of(ui, card.state, theme);
                        self.cite(ui, card);
                    });
                });
                if !card.remark.is_empty() {
                    self.muted(ui, &card.remark, TextStyle::Caption);
                }
                if !card.differences.is_empty() {
                    differences(ui, &card.differences, theme);
                }
            });
        });
        let rect = inner.response.rect;
        let rule = egui::Rect::from_min_size(rect.left_top(), Vec2::new(2.0, rect.height()));
        ui.painter()
            .rect_filled(rule, CornerRadius::ZERO, color32(theme.kind(&card.style)));
        ui.add_space(6.0);
    }

    /// The ways to copy the quotation with its citation.
    fn cite(&mut self, ui: &mut Ui, card: &Card) {
        let text = RichText::new(say!("cards-cite")).text_style(named(TextStyle::Caption));
        let button = Button::new(text.color(color32(self.theme.muted)))
            .frame(false)
            .min_size(Vec2::new(24.0, 14.0));
        let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
            for style in Style::ALL {
                if ui.button(style.name()).clicked() {
                    let cited = details::in_style(self.index, card.passage, style);
                    ui.ctx().copy_text(cited);
                    self.outcome.copied = true;
                    ui.close();
                }
            }
        });
        response.on_hover_text(say!("cards-cite-hint"));
    }

    /// The words; where the source's text is at hand, a click shows them there.
    fn quotation(&mut self, ui: &mut Ui, card: &Card) {
        let quote = say!("quoted", words = card.quote);
        let rich = RichText::new(paragraph(
            ui,
            &quote,
            TextStyle::Quote,
            ui.available_width(),
        ))
        .text_style(named(TextStyle::Quote))
        .color(color32(self.theme.text))
        .line_height(Some(TextStyle::Quote.line_height()));
        let label = Label::new(rich).wrap().selectable(true);
        if card.state == State::NoText {
            let response = ui.add(label);
            response
                .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, &quote));
            return;
        }
        let response = ui.add(label.sense(Sense::click()));
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Link, true, &quote));
        let response = response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(say!("cards-show"));
        if response.clicked() {
            self.outcome.read = Some(card.passage);
        }
        if response.hovered() {
            self.outcome.hovered = Some(Item::Passage(card.passage));
        }
    }
}

/// The sign of a state, with what it means for the pointer and for screen readers.
pub fn sign_of(ui: &mut Ui, state: State, theme: &Theme) {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(SIGN + 3.0), Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Image, true, state.meaning()));
    paint_sign(ui.painter(), state, rect.center(), SIGN, theme);
    response.on_hover_text(state.meaning());
}

/// The sign of how somebody speaks, with what it means for the pointer and for screen readers.
fn speech_of(ui: &mut Ui, speech: Speech, theme: &Theme) {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(SIGN, 15.0), Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Image, true, speech.words()));
    let at = point(rect.center().x, rect.center().y);
    paint_marks(ui.painter(), speech.sign(at, 9.0, theme.muted));
    response.on_hover_text(speech.words());
}

/// Paints the sign of a state about `at`.
pub fn paint_sign(painter: &egui::Painter, state: State, at: Pos2, across: f32, theme: &Theme) {
    paint_marks(painter, sign(state, point(at.x, at.y), across, theme));
}

/// The quotation with the words that its source lacks struck out, and those that it has instead underlined.
fn differences(ui: &mut Ui, pieces: &[Piece], theme: &Theme) {
    let plain = TextFormat {
        font_id: font_id(TextStyle::Caption),
        color: color32(theme.muted),
        line_height: Some(15.0),
        ..TextFormat::default()
    };
    let ink = color32(sign_color(State::Drifted, theme));
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    let mut spoken = String::new();
    for piece in pieces {
        let (words, format, said) = match piece {
            Piece::Same(words) => (words, plain.clone(), words.clone()),
            Piece::Missing(words) => {
                let format = TextFormat {
                    strikethrough: Stroke::new(1.0, ink),
                    color: ink,
                    ..plain.clone()
                };
                let said = say!("cards-not-in-source", words = words);
                (words, format, said)
            }
            Piece::Added(words) => {
                let format = TextFormat {
                    underline: Stroke::new(1.0, ink),
                    color: ink,
                    ..plain.clone()
                };
                let said = say!("cards-in-source", words = words);
                (words, format, said)
            }
        };
        let gap = if job.text.is_empty() { "" } else { " " };
        job.append(gap, 0.0, plain.clone());
        job.append(words, 0.0, format);
        spoken += &format!("{gap}{said}");
    }
    let response = ui.add(Label::new(job).wrap());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Label, true, &spoken));
    response.on_hover_text(say!("cards-differences-hint"));
}
