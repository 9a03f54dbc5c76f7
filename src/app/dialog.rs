//! The frame that every dialog stands in.

use eframe::egui::{self, Frame, Id, Margin, Modal, ModalResponse, RichText, Stroke, Ui};

use crate::language::say;
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};

use super::look::named;

/// The space between a dialog's edge and what it holds, in points.
const MARGIN: i8 = 24;

/// Shows a dialog of `width` points under `title`, over everything else. Menus that are still
/// open close: a dialog is never answered from behind one.
pub fn show<T>(
    ctx: &egui::Context,
    theme: &Theme,
    title: &'static str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> T,
) -> ModalResponse<T> {
    let id = Id::unique(title);
    if !is_open(ctx) {
        egui::Popup::close_all(ctx);
    }
    let room = ctx.content_rect().width() - 2.0 * f32::from(MARGIN) - 16.0;
    let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::same(MARGIN));
    Modal::new(id).frame(frame).show(ctx, |ui| {
        ui.set_width(width.min(room));
        outline(ui, theme);
        ui.label(RichText::new(title).text_style(named(TextStyle::ItemTitle)));
        ui.add_space(12.0);
        content(ui)
    })
}

/// Whether a dialog stands open, to which all keys belong.
pub fn is_open(ctx: &egui::Context) -> bool {
    ctx.memory(egui::Memory::top_modal_layer).is_some()
}

/// Draws a hairline about fields and buttons, which stand on a ground of their own colour here.
fn outline(ui: &mut Ui, theme: &Theme) {
    let line = Stroke::new(1.0, color32(theme.muted.at(0.5)));
    let widgets = &mut ui.visuals_mut().widgets;
    widgets.inactive.bg_stroke = line;
    widgets.hovered.bg_stroke = Stroke::new(1.0, color32(theme.muted));
    widgets.open.bg_stroke = line;
}

/// What came of asking for a path.
pub enum Typed {
    /// It is still being typed.
    Typing,
    /// This one.
    Chosen(std::path::PathBuf),
    /// None.
    Cancelled,
}

/// Asks for a path by keyboard under `title`: in a field called `label`, with an example; `act` is what the
/// button says.
pub fn ask_path(
    ctx: &egui::Context,
    theme: &Theme,
    [title, label, example, act]: [&'static str; 4],
    path: &mut String,
) -> Typed {
    let (mut keep, mut chosen) = (true, false);
    let modal = show(ctx, theme, title, 480.0, |ui| {
        let label = ui.label(label);
        let edit = egui::TextEdit::singleline(path).desired_width(f32::INFINITY);
        let response = ui.add(edit.hint_text(example)).labelled_by(label.id);
        if !response.has_focus() && !response.lost_focus() {
            response.request_focus();
        }
        chosen = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            chosen |= ui.button(act).clicked();
            keep = !ui.button(say!("dialog-cancel")).clicked();
        });
    });
    if chosen && !path.trim().is_empty() {
        Typed::Chosen(std::path::PathBuf::from(path.trim()))
    } else if keep && !modal.should_close() {
        Typed::Typing
    } else {
        Typed::Cancelled
    }
}
