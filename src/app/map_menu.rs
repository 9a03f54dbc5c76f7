//! The menu of the map: how it is laid out, what size and groups tell, and what it shows.

use std::borrow::Cow;

use eframe::egui::{self, RichText, Ui};

use crate::language::say;
use crate::scene::screen::color32;
use crate::view::{ArrangeBy, Command, GroupBy, MapChoices, SizeBy};

use super::action::Action;
use super::canvas::Effect;
use super::look::choice_button;
use super::top_bar::Bar;

/// The arrangements, in the order of the menu, with the action that asks for each.
const ARRANGEMENTS: [Action; 5] = [
    Action::ArrangeDistances,
    Action::ArrangeCommunities,
    Action::ArrangeRings,
    Action::ArrangeLayers,
    Action::ArrangeColumns,
];

/// The action that asks for `by`.
fn asks_for(by: &ArrangeBy) -> Action {
    match by {
        ArrangeBy::Distances => Action::ArrangeDistances,
        ArrangeBy::Communities => Action::ArrangeCommunities,
        ArrangeBy::Rings(_) => Action::ArrangeRings,
        ArrangeBy::Layers(_) => Action::ArrangeLayers,
        ArrangeBy::Columns => Action::ArrangeColumns,
    }
}

/// What a button says of the map's arrangement.
fn called(by: &ArrangeBy) -> Cow<'static, str> {
    Cow::Borrowed(match by {
        ArrangeBy::Distances => say!("map-menu-by-distances"),
        ArrangeBy::Communities => say!("map-menu-by-communities"),
        ArrangeBy::Rings(_) => say!("map-menu-by-rings"),
        ArrangeBy::Layers(None) => say!("map-menu-by-layers"),
        ArrangeBy::Layers(Some(kind)) => {
            return Cow::Owned(say!("map-menu-by-layers-of", kind = kind));
        }
        ArrangeBy::Columns => say!("map-menu-by-columns"),
    })
}

/// A button that says how the map is laid out, and opens its menu.
pub fn button(ui: &mut Ui, bar: &Bar<'_>, effects: &mut Vec<Effect>) {
    let text = RichText::new(called(&bar.view.map.arrange)).color(color32(bar.theme.muted));
    let response = choice_button(ui, text, false, |ui| show(ui, bar, effects));
    response.on_hover_text(say!("map-menu.does"));
}

/// The menu itself.
pub fn show(ui: &mut Ui, bar: &Bar<'_>, effects: &mut Vec<Effect>) {
    let MapChoices {
        arrange,
        size,
        group,
        ..
    } = &bar.view.map;
    for action in ARRANGEMENTS {
        bar.asking
            .marked_entry(ui, effects, action, asks_for(arrange) == action);
    }
    ui.menu_button(say!("map-menu-layers"), |ui| layers(ui, bar, effects));
    bar.asking.entry(ui, effects, Action::Renew);
    ui.separator();
    ui.menu_button(say!("map-menu-size"), |ui| {
        for by in SizeBy::ALL {
            choice(ui, effects, *size == by, by.name(), Command::SizeBy(by));
        }
    });
    ui.menu_button(say!("map-menu-groups"), |ui| {
        for by in GroupBy::ALL {
            choice(ui, effects, *group == by, by.name(), Command::GroupBy(by));
        }
        ui.separator();
        bar.asking.entry(ui, effects, Action::CollapseGroups);
        bar.asking.entry(ui, effects, Action::OpenGroups);
    });
    for action in [Action::Meetings, Action::Fold, Action::Inset] {
        let on = match action {
            Action::Meetings => bar.view.map.meetings,
            Action::Fold => bar.view.map.folds,
            _ => bar.view.map.inset,
        };
        bar.asking.marked_entry(ui, effects, action, on);
    }
    ui.separator();
    for (steps, action) in (0..).zip([
        Action::FocusAll,
        Action::FocusOne,
        Action::FocusTwo,
        Action::FocusThree,
    ]) {
        bar.asking
            .marked_entry(ui, effects, action, bar.view.focus == steps);
    }
    ui.separator();
    for action in [Action::Hide, Action::ShowHidden, Action::UnpinAll] {
        bar.asking.entry(ui, effects, action);
    }
}

/// The kinds of directed relations, each with how many there are.
fn layers(ui: &mut Ui, bar: &Bar<'_>, effects: &mut Vec<Effect>) {
    let current = match &bar.view.map.arrange {
        ArrangeBy::Layers(kind) => Some(kind.as_deref()),
        _ => None,
    };
    egui::ScrollArea::vertical()
        .max_height(360.0)
        .show(ui, |ui| {
            for (kind, name) in (bar.directed_kinds)() {
                let by = ArrangeBy::Layers(Some(kind.clone()));
                let is_current = current == Some(Some(kind.as_str()));
                choice(ui, effects, is_current, &name, Command::Arrange(by));
            }
        });
}

fn choice(ui: &mut Ui, effects: &mut Vec<Effect>, current: bool, name: &str, command: Command) {
    if ui.selectable_label(current, name).clicked() {
        effects.push(Effect::Settle(command));
        ui.close();
    }
}
