//! The bar at the foot of the views while a story is told in steps: what is said of the step, and the ways on.

use eframe::egui::{
    self, Align, Frame, Id, Label, Layout, Margin, Panel, RichText, ScrollArea, Ui, accesskit,
};

use crate::language::say;
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};
use crate::view::StepWords;

use super::action::{Action, Keymap};
use super::icons;
use super::look::named;
use super::sidebar::icon_button;

/// The widest line of a caption, in points: longer ones do not read well.
const MEASURE: f32 = 680.0;
/// Points between the bar's edge and what is in it.
const MARGIN: i8 = 16;
/// The share of the height that a long caption takes at most; the rest of it is scrolled to.
const MOST: f32 = 0.3;

/// What the bar shows.
pub struct Step<'a> {
    /// What is said of the step.
    pub words: &'a StepWords,
    /// What is wrong with it; empty where nothing is.
    pub trouble: &'a str,
    /// Which it is, counted from 0, of how many.
    pub place: (usize, usize),
    /// The colours.
    pub theme: &'a Theme,
    /// Which keys ask for what.
    pub keymap: &'a Keymap,
}

/// Shows the bar; returns what a button in it asks for.
pub fn show(ui: &mut Ui, step: &Step<'_>) -> Option<Action> {
    let theme = step.theme;
    let title = match step.words.title.as_str() {
        "" => say!("steps-bar-step", place = step.place.0 + 1),
        title => title.to_owned(),
    };
    let caption = step.words.caption.trim();
    let width = (ui.available_width() - 2.0 * f32::from(MARGIN)).clamp(80.0, MEASURE);
    let most = (ui.available_height() * MOST).max(48.0);
    let high = |text: &str, style: TextStyle| {
        if text.is_empty() {
            return 0.0;
        }
        let font = font_id(style);
        let ink = egui::Color32::PLACEHOLDER;
        let galley = ui.fonts_mut(|fonts| fonts.layout(text.to_owned(), font, ink, width));
        galley.size().y + 4.0
    };
    let words =
        (high(caption, TextStyle::Quote) + high(step.trouble, TextStyle::Caption)).min(most);
    let margin = f32::from(MARGIN);
    let mut asked = None;
    Panel::bottom("step")
        .exact_size((28.0 + words + margin * 1.5).round())
        .resizable(false)
        .frame(
            Frame::NONE
                .fill(color32(theme.background))
                .inner_margin(Margin {
                    left: MARGIN,
                    right: MARGIN,
                    top: MARGIN / 2,
                    bottom: MARGIN,
                }),
        )
        .show(ui, |ui| {
            asked = head(ui, step, &title);
            ScrollArea::vertical()
                .id_salt(("step", step.place.0))
                .max_height(words)
                .show(ui, |ui| {
                    ui.set_max_width(width);
                    if !caption.is_empty() {
                        let text = RichText::new(caption).text_style(named(TextStyle::Quote));
                        ui.add(Label::new(text.color(color32(theme.text))).wrap());
                    }
                    if !step.trouble.is_empty() {
                        let text =
                            RichText::new(step.trouble).text_style(named(TextStyle::Caption));
                        ui.add(Label::new(text.color(color32(theme.warning))).wrap());
                    }
                });
            announce(ui, step, &title, caption);
        });
    asked
}

/// Title, place and buttons, in a row.
fn head(ui: &mut Ui, step: &Step<'_>, title: &str) -> Option<Action> {
    let (at, all) = step.place;
    let mut asked = None;
    let hint = |name: &'static str, action: Action| step.keymap.hint(name, action);
    ui.horizontal(|ui| {
        ui.set_height(28.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (icon, name, action, enabled) in [
                (icons::X, say!("steps-bar-leave"), Action::Escape, true),
                (
                    icons::ARROW_RIGHT,
                    say!("steps-bar-next"),
                    Action::NextStep,
                    at + 1 < all,
                ),
                (
                    icons::ARROW_LEFT,
                    say!("steps-bar-before"),
                    Action::StepBefore,
                    at > 0,
                ),
            ] {
                if icon_button(ui, icon, &hint(name, action), enabled).clicked() {
                    asked = Some(action);
                }
            }
            let place = RichText::new(say!("steps-bar-place", place = at + 1, all = all));
            let place = place.text_style(named(TextStyle::Caption));
            let button = egui::Button::new(place.color(color32(step.theme.muted)));
            let list = hint(say!("steps-bar-all"), Action::Steps);
            if ui.add(button).on_hover_text(list).clicked() {
                asked = Some(Action::Steps);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(title).text_style(named(TextStyle::ItemTitle));
                ui.add(Label::new(text.color(color32(step.theme.text))).truncate());
            });
        });
    });
    asked
}

/// Lets a screen reader say the step's words as it comes.
fn announce(ui: &Ui, step: &Step<'_>, title: &str, caption: &str) {
    let (at, all) = step.place;
    let words = say!(
        "steps-bar-announced",
        place = at + 1,
        all = all,
        title = title,
        caption = caption
    );
    let id = Id::unique("step is shown");
    let place = egui::Rect::from_min_size(ui.min_rect().min, egui::Vec2::ZERO);
    let response = ui.interact(place, id, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(accesskit::Role::Status, true, &words));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_live(accesskit::Live::Polite);
    });
}
