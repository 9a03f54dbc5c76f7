//! What the export dialog asks, row by row.

use eframe::egui::{ComboBox, DragValue, Grid, TextEdit, Ui};

use crate::figure::{Part, Subject};
use crate::language::say;
use crate::scene::svg::Lettering;

use super::choices::{Choices, Extent, Format, PRESETS, Target};

/// Asks for everything that a picture of a timeline and a map that are `on_screen` points large can be.
/// `steps` says in how many the story is told.
pub fn form(ui: &mut Ui, choices: &mut Choices, on_screen: [[f32; 2]; 2], steps: usize) {
    Grid::new("export choices")
        .num_columns(2)
        .spacing([16.0, 10.0])
        .show(ui, |ui| {
            row(ui, say!("export-of"), |ui| {
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
            row(ui, say!("export-format"), |ui| {
                let suits = |(format, _): &(Format, &str)| format.suits(choices.target);
                for (format, name) in Format::NAMED.into_iter().filter(suits) {
                    ui.radio_value(&mut choices.format, format, name)
                        .on_hover_text(format.use_for());
                }
            });
            if choices.target != Target::Steps {
                row(ui, say!("export-shows"), |ui| {
                    ui.radio_value(&mut choices.whole, false, say!("export-on-screen"));
                    ui.radio_value(&mut choices.whole, true, say!("export-whole"));
                });
            }
            extent(ui, choices, on_screen);
            format_choices(ui, choices);
            row(ui, say!("export-colours"), |ui| {
                ui.radio_value(&mut choices.dark, None, say!("export-colours-screen"));
                ui.radio_value(&mut choices.dark, Some(false), say!("export-light"));
                ui.radio_value(&mut choices.dark, Some(true), say!("export-dark"));
            });
            row(ui, "", |ui| {
                ui.checkbox(&mut choices.transparent, say!("export-transparent"));
            });
            for (name, parts) in [
                (say!("export-around"), &Part::NAMED[..3]),
                ("", &Part::NAMED[3..]),
            ] {
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
                let label = ui.label(say!("export-credit"));
                let edit = TextEdit::singleline(&mut choices.credit)
                    .hint_text(say!("export-credit-example"))
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
    let label = ui.label(say!("export-size"));
    let before = choices.preset;
    let shown = PRESETS.get(before).map_or("", |(name, ..)| name());
    ComboBox::from_id_salt("export size")
        .selected_text(shown)
        .width(220.0)
        .height(340.0)
        .show_ui(ui, |ui| {
            for (n, (name, ..)) in PRESETS.iter().enumerate() {
                ui.selectable_value(&mut choices.preset, n, name());
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
            for (n, name) in [say!("export-width"), say!("export-height")]
                .into_iter()
                .enumerate()
            {
                let label = ui.label(name);
                let value = DragValue::new(&mut choices.own[n]).range(100.0..=16_384.0);
                ui.add(value.max_decimals(0)).labelled_by(label.id);
            }
        });
    }
}

fn format_choices(ui: &mut Ui, choices: &mut Choices) {
    match choices.format {
        Format::Png => row(ui, say!("export-scale"), |ui| {
            for scale in [1.0, 2.0, 3.0, 4.0] {
                ui.radio_value(&mut choices.scale, scale, format!("{scale}"));
            }
        }),
        Format::Svg => {
            let label = ui.label(say!("export-letters"));
            let names = [
                (Lettering::ByName, say!("export-letters-name")),
                (Lettering::Embedded, say!("export-letters-embedded")),
                (Lettering::Outlined, say!("export-letters-outlines")),
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
            let label = ui.label(say!("export-pages"));
            ui.add(DragValue::new(&mut choices.pages).range(1..=50))
                .on_hover_text(say!("export-pages.hint"))
                .labelled_by(label.id);
            ui.end_row();
        }
        Format::Pdf | Format::Html => {}
    }
}
