//! The sheet of keys.

use eframe::egui::{self, Grid, Label, RichText, ScrollArea, Ui};

use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};

use super::action::{Action, HANDS, Topic};
use super::dialog;
use super::look::named;
use super::sidebar::section_name;

/// Shows the sheet; `false` once it is closed.
pub fn show(ctx: &egui::Context, theme: &Theme) -> bool {
    let modal = dialog::show(ctx, theme, "Keys and mouse", 600.0, |ui| {
        let size = ctx.content_rect().size();
        ScrollArea::vertical()
            .max_height(size.y - 160.0)
            .show(ui, |ui| {
                for (topic, name) in [
                    (Topic::Go, "Getting about"),
                    (Topic::View, "View"),
                    (Topic::Map, "Map"),
                    (Topic::Time, "Time"),
                    (Topic::Evidence, "Evidence"),
                    (Topic::File, "File"),
                    (Topic::Help, "Help"),
                ] {
                    let actions = Action::ALL.into_iter();
                    let listed: Vec<_> = actions
                        .filter(|action| action.topic() == topic && !action.shortcuts().is_empty())
                        .map(|action| (action.keys_text(), action.name(), action.explanation()))
                        .collect();
                    rows(
                        ui,
                        name,
                        theme,
                        listed
                            .iter()
                            .map(|(keys, name, what)| (keys.as_str(), format!("{name}: {what}"))),
                    );
                }
                let hands = HANDS
                    .iter()
                    .map(|(hand, effect)| (*hand, (*effect).to_owned()));
                rows(ui, "In the views", theme, hands);
            });
        ui.add_space(8.0);
        ui.button("Close").clicked()
    });
    !(modal.inner || modal.should_close())
}

fn rows<'a>(ui: &mut Ui, name: &str, theme: &Theme, rows: impl Iterator<Item = (&'a str, String)>) {
    ui.add_space(4.0);
    ui.label(section_name(name, theme));
    Grid::new(("keys", name))
        .num_columns(2)
        .spacing([16.0, 4.0])
        .show(ui, |ui| {
            for (keys, what) in rows {
                ui.allocate_ui(egui::vec2(170.0, 18.0), |ui| {
                    ui.set_width(170.0);
                    let keys = RichText::new(keys).text_style(named(TextStyle::Label));
                    ui.add(Label::new(keys.color(color32(theme.text))).wrap());
                });
                let what = RichText::new(what).color(color32(theme.muted));
                ui.add(Label::new(what).wrap());
                ui.end_row();
            }
        });
    ui.add_space(8.0);
}
