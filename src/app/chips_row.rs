//! The row under the top bar: what the story is filtered by, term by term, and how much is left.

use eframe::egui::{self, Align, Button, Label, Layout, RichText, Ui, Vec2};

use crate::index::{Index, Query};
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};
use crate::story::words::grouped;
use crate::view::Command;

use super::canvas::Effect;
use super::evidence_menu::words_of;
use super::icons;
use super::look::named;

/// Height of the row, in points.
pub const HEIGHT: f32 = 32.0;

/// Shows the terms of `filter`, and how many events of the story `shown` leaves.
pub fn show(ui: &mut Ui, filter: &str, shown: &Index, theme: &Theme, effects: &mut Vec<Effect>) {
    let Ok(query) = Query::parse(filter) else {
        return;
    };
    let terms = query.terms();
    ui.horizontal_centered(|ui| {
        ui.add_space(16.0);
        for (n, term) in terms.iter().enumerate() {
            let words = words_of(term);
            let text = RichText::new(&words).text_style(named(TextStyle::Label));
            let close = RichText::new(icons::X)
                .size(12.0)
                .color(color32(theme.muted));
            let chip = Button::new((text.color(color32(theme.text)), close))
                .fill(color32(theme.canvas))
                .stroke(egui::Stroke::new(1.0, color32(theme.hairline)))
                .corner_radius(12.0)
                .min_size(Vec2::new(0.0, 24.0));
            let response = ui.add(chip);
            response.widget_info(|| {
                let label = format!("Filter no longer by {term}");
                egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, label)
            });
            if response.on_hover_text("Filter no longer by this").clicked() {
                let mut rest = terms.clone();
                rest.remove(n);
                effects.push(Effect::Settle(Command::Filter(rest.join(" "))));
            }
        }
        let left = shown.dated_events().len() + shown.undated_events().len();
        let all = shown.story().events().len();
        let words = format!(
            "{} of {} events shown",
            grouped(left as u64),
            grouped(all as u64)
        );
        let text = RichText::new(words).text_style(named(TextStyle::Caption));
        ui.add(Label::new(text.color(color32(theme.muted))));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(16.0);
            if ui.button("Show all").clicked() {
                effects.push(Effect::Settle(Command::Filter(String::new())));
            }
        });
    });
}
