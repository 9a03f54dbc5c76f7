//! What the export dialog asks, row by row.

use eframe::egui::{ComboBox, DragValue, Grid, TextEdit, Ui};

use crate::figure::{Part, Subject};
use crate::scene::svg::Lettering;

use super::choices::{Choices, Extent, Format, PRESETS, Target};

/// Asks for everything that a picture of a timeline and a map that are `on_screen` points large can be.
/// `steps` says in how many the story is told.
pub fn form(ui: &mut Ui, choices: &mut Choices, on_screen: [[f32; 2]; 2], steps: usize) {
    Grid::new("export choices")
        .num_columns(2)
        .spacing([16.0, 10.0])
        .show(ui, |ui| {
            row(ui, "Picture of", |ui| {
                for target in Target::ALL {
                    if target != Target::Steps || steps > 0 {
                        ui.radio_value(&mut choices.target, target, target.name());
                    }
                }
            });
            choices.agree(steps);
            if choices.target == Target::Window {
                return;
            }
            row(ui, "Format", |ui| {
                let suits = |(format, ..): &(Format, &str, &str)| format.suits(choices.target);
                for (format, name, use_for) in Format::NAMED.into_iter().filter(suits) {
                    ui.radio_value(&mut choices.format, format, name)
                        .on_hover_text(use_for);
                }
            });
            if choices.target != Target::Steps {
                row(ui, "Shows", |ui| {
                    ui.radio_value(&mut choices.whole, false, "What is on screen");
                    ui.radio_value(&mut choices.whole, true, "The whole story");
                });
            }
            extent(ui, choices, on_screen);
            format_choices(ui, choices);
            row(ui, "Colours", |ui| {
                ui.radio_value(&mut choices.dark, None, "As on screen");
                ui.radio_value(&mut choices.dark, Some(false), "Light");
                ui.radio_value(&mut choices.dark, Some(true), "Dark");
            });
            row(ui, "", |ui| {
                ui.checkbox(&mut choices.transparent, "Transparent ground");
            });
            for (name, parts) in [("Around it", &Part::NAMED[..3]), ("", &Part::NAMED[3..])] {
                row(ui, name, |ui| {
                    for &(part, _) in parts {
                        let mut on = choices.parts.contains(&part);
                        if ui.checkbox(&mut on, part.name()).changed() {
                            choices.switch(part, on);
                        }
                    }
                });
            }
            if choices.parts.contains(&Part::Credit) {
                let label = ui.label("Credit");
                let edit = TextEdit::singleline(&mut choices.credit)
                    .hint_text("Made with Throughline")
                    .desired_width(260.0);
                ui.add(edit).labelled_by(label.id);
                ui.end_row();
            }
        });
}

fn row(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.label(name);
    ui.horizontal(content);
    ui.end_row();
}

fn extent(ui: &mut Ui, choices: &mut Choices, on_screen: [[f32; 2]; 2]) {
    let label = ui.label("Size");
    let before = choices.preset;
    let shown = PRESETS.get(before).map_or("", |(name, ..)| name);
    ComboBox::from_id_salt("export size")
        .selected_text(shown)
        .width(220.0)
        .height(340.0)
        .show_ui(ui, |ui| {
            for (n, (name, ..)) in PRESETS.iter().enumerate() {
                ui.selectable_value(&mut choices.preset, n, *name);
            }
        })
        .response
        .labelled_by(label.id);
    ui.end_row();
    let Some((_, extent, scale)) = PRESETS.get(choices.preset) else {
        return;
    };
    if before != choices.preset {
        choices.scale = *scale;
        if *extent == Extent::Own
            && let Target::Figure(subject) = choices.target
        {
            choices.own = on_screen[subject as usize].map(f32::round);
        }
    }
    if *extent == Extent::Own {
        row(ui, "", |ui| {
            for (n, name) in ["Width", "Height"].into_iter().enumerate() {
                let label = ui.label(name);
                let value = DragValue::new(&mut choices.own[n]).range(100.0..=16_384.0);
                ui.add(value.max_decimals(0)).labelled_by(label.id);
            }
        });
    }
}

fn format_choices(ui: &mut Ui, choices: &mut Choices) {
    match choices.format {
        Format::Png => row(ui, "Pixels to the point", |ui| {
            for scale in [1.0, 2.0, 3.0, 4.0] {
                ui.radio_value(&mut choices.scale, scale, format!("{scale}"));
            }
        }),
        Format::Svg => {
            let label = ui.label("Letters");
            let names = [
                (Lettering::ByName, "Text, by the name of the face"),
                (Lettering::Embedded, "Text, with its faces in the file"),
                (Lettering::Outlined, "Outlines"),
            ];
            let shown = names.iter().find(|(kind, _)| *kind == choices.lettering);
            ComboBox::from_id_salt("export letters")
                .selected_text(shown.map_or("", |(_, name)| name))
                .width(220.0)
                .show_ui(ui, |ui| {
                    for (kind, name) in names {
                        ui.selectable_value(&mut choices.lettering, kind, name);
                    }
                })
                .response
                .labelled_by(label.id);
            ui.end_row();
        }
        Format::Pdf if choices.target == Target::Figure(Subject::Timeline) => {
            let label = ui.label("Pages");
            ui.add(DragValue::new(&mut choices.pages).range(1..=50))
                .on_hover_text("Each shows a stretch of the time, all equally long")
                .labelled_by(label.id);
            ui.end_row();
        }
        Format::Pdf | Format::Html => {}
    }
}
