//! The bar at the top: the story's title, menus, and what is done most.

use std::sync::Arc;

use eframe::egui::{self, Align, Button, Label, Layout, RichText, Stroke, StrokeKind, Ui, Vec2};

use crate::index::Index;
use crate::language::{Language, say};
use crate::scene::screen::{color32, font_id, in_visual_order};
use crate::scene::{TextStyle, Theme};
use crate::view::{Command, LaneBy, View};

use super::action::{Action, Topic};
use super::canvas::Effect;
use super::entry::Asking;
use super::evidence_menu;
use super::icons;
use super::look::{choice_button, named};
use super::map_menu;
use super::saved_views;
use super::searching::Searching;
use super::sidebar::icon_button;

/// What the bar needs to know.
pub struct Bar<'a> {
    /// The story's title; empty where none is open.
    pub title: &'a str,
    /// Whether the title stands elsewhere, on a tab.
    pub has_tabs: bool,
    /// What is chosen.
    pub view: &'a View,
    /// The colours.
    pub theme: &'a Theme,
    /// What an entry of a menu needs to know.
    pub asking: Asking<'a>,
    /// The kinds of directed relations, each with what it is called.
    pub directed_kinds: &'a dyn Fn() -> Vec<(String, String)>,
    /// The language that was chosen; none where the system's is spoken.
    pub language: Option<Language>,
    /// Files opened before, the last one first.
    pub recent: &'a [std::path::PathBuf],
    /// Whether views are kept beside the story.
    pub keeps: bool,
}

/// Points across that the menus take.
const MENUS: f32 = 290.0;
/// The actions that have a menu of their own: which language the program speaks.
const LANGUAGES: [(Action, Option<Language>); 3] = [
    (Action::SystemLanguage, None),
    (Action::English, Some(Language::English)),
    (Action::German, Some(Language::German)),
];

/// The actions of the menu View that have a menu of their own in it, which would else be higher than most windows.
const ARRANGING: [Action; 7] = [
    Action::TimelineOverMap,
    Action::TimelineBesideMap,
    Action::TimelineAlone,
    Action::MapAlone,
    Action::TimelineOverClaims,
    Action::MapBesideClaims,
    Action::CompareActors,
];
const LANES: [Action; 5] = [
    Action::ToggleLane,
    Action::LaneUp,
    Action::LaneDown,
    Action::CollapseLanes,
    Action::OpenLanes,
];
const LOOKS: [Action; 7] = [
    Action::ToggleTheme,
    Action::SystemTheme,
    Action::ToggleContrast,
    Action::ToggleStill,
    Action::Larger,
    Action::Smaller,
    Action::UsualSize,
];

/// Whether `action` stands in a menu of its own within another one.
fn is_nested(action: Action) -> bool {
    ARRANGING.contains(&action)
        || LANES.contains(&action)
        || LOOKS.contains(&action)
        || action == Action::SaveView
        || LANGUAGES.iter().any(|(other, _)| *other == action)
}

/// Shows the bar.
pub fn show(
    ui: &mut Ui,
    bar: &Bar<'_>,
    (searching, index): (&mut Searching, Option<&Arc<Index>>),
    effects: &mut Vec<Effect>,
) {
    ui.horizontal_centered(|ui| {
        ui.add_space(16.0);
        // A field that is typed in needs the room more than what stands in menus too.
        let wanted = searching.is_wanted();
        let narrow = ui.available_width() < if wanted { 1100.0 } else { 760.0 };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(16.0);
            export_button(ui, bar, effects);
            ui.add_space(4.0);
            let (sun_or_moon, name) = if bar.theme.dark {
                (icons::SUN, say!("bar-light"))
            } else {
                (icons::MOON, say!("bar-dark"))
            };
            let details = say!("bar-details");
            for (icon, name, action) in [
                (sun_or_moon, name, Action::ToggleTheme),
                (icons::PANEL_RIGHT, details, Action::ToggleDetails),
                (icons::MAXIMIZE, say!("bar-fit-all"), Action::FitAll),
                (icons::ARROW_RIGHT, say!("bar-forward"), Action::Forward),
                (icons::ARROW_LEFT, say!("bar-back"), Action::Back),
            ] {
                action_icon(ui, bar, effects, icon, name, action);
            }
            if !narrow {
                ui.add_space(8.0);
                lanes(ui, bar, effects);
            }
            if ui.available_width() > if wanted { 820.0 } else { 620.0 } {
                map_menu::button(ui, bar, effects);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                // A menu bar takes all the width that it is given.
                let room = Vec2::new(MENUS, ui.available_height());
                let along = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(room, along, |ui| {
                    egui::MenuBar::new().ui(ui, |ui| menus(ui, bar, effects));
                });
                ui.add_space(8.0);
                let room = ui.available_width();
                let shown = if bar.has_tabs { "" } else { bar.title };
                let title =
                    RichText::new(in_visual_order(shown)).text_style(named(TextStyle::StoryTitle));
                let font = font_id(TextStyle::StoryTitle);
                let whole = ui.fonts_mut(|fonts| {
                    let words = shown.to_owned();
                    fonts.layout_no_wrap(words, font, egui::Color32::PLACEHOLDER)
                });
                // A title of two letters says nothing: in a small window a button opens the
                // field, and it gives way to the title before that.
                let field = if room > 330.0 && wanted {
                    // While one types, the words count for more than the title.
                    (room - 240.0).clamp(160.0, 400.0)
                } else if room > 330.0 {
                    (room - whole.size().x - 72.0).clamp(160.0, 300.0)
                } else {
                    0.0
                };
                let title = Label::new(title.color(color32(bar.theme.text))).truncate();
                let size = Vec2::new(room - field - 56.0, ui.available_height());
                let along = Layout::left_to_right(Align::Center);
                if field > 0.0 {
                    if !bar.has_tabs {
                        ui.allocate_ui_with_layout(size, along, |ui| ui.add(title));
                    }
                    searching.show(ui, (index, bar.view), field, bar.theme, effects);
                } else if wanted {
                    let width = (room - 32.0).max(80.0);
                    searching.show(ui, (index, bar.view), width, bar.theme, effects);
                } else if (bar.asking.enabled)(Action::Search) && room > 64.0 {
                    // The window itself bears the title; that there is a search is said nowhere else.
                    let button = ui.add(Button::new(say!("bar-search")));
                    let hint = bar
                        .asking
                        .keymap
                        .hint(say!("bar-search.does"), Action::Search);
                    if button.on_hover_text(hint).clicked() {
                        effects.push(Effect::Do(Action::Search));
                    }
                    if room > 230.0 {
                        ui.add(title);
                    }
                }
            });
        });
    });
}

fn export_button(ui: &mut Ui, bar: &Bar<'_>, effects: &mut Vec<Effect>) {
    let text = RichText::new(say!("bar-export")).text_style(named(TextStyle::BodyStrong));
    let enabled = (bar.asking.enabled)(Action::Export);
    let button = Button::new(text.color(color32(bar.theme.on_accent)))
        .fill(color32(bar.theme.accent))
        .corner_radius(14.0)
        .min_size(Vec2::new(76.0, 28.0));
    let response = ui.add_enabled(enabled, button);
    if response.has_focus() {
        // A ring of its own colour is hard to see on it.
        let ring = Stroke::new(2.0, color32(bar.theme.accent));
        let rect = response.rect.expand(4.0);
        ui.painter()
            .rect_stroke(rect, 18.0, ring, StrokeKind::Inside);
    }
    let hint = bar
        .asking
        .keymap
        .hint(say!("bar-export.does"), Action::Export);
    if response.on_hover_text(hint).clicked() {
        effects.push(Effect::Do(Action::Export));
    }
}

fn action_icon(
    ui: &mut Ui,
    bar: &Bar<'_>,
    effects: &mut Vec<Effect>,
    icon: &str,
    name: &str,
    action: Action,
) {
    let name = bar.asking.keymap.hint(name, action);
    if icon_button(ui, icon, &name, (bar.asking.enabled)(action)).clicked() {
        effects.push(Effect::Do(action));
    }
}

/// What can part the timeline into lanes.
fn lane_choices(ui: &mut Ui, bar: &Bar<'_>, effects: &mut Vec<Effect>) {
    for lanes in LaneBy::ALL {
        let chosen = bar.view.lanes == lanes;
        if ui.selectable_label(chosen, lanes.name()).clicked() {
            effects.push(Effect::Settle(Command::PartLanes(lanes)));
            ui.close();
        }
    }
}

fn lanes(ui: &mut Ui, bar: &Bar<'_>, effects: &mut Vec<Effect>) {
    let current = bar.view.lanes.name();
    let text = RichText::new(say!("bar-lanes-by", by = current)).color(color32(bar.theme.muted));
    let response = choice_button(ui, text, false, |ui| lane_choices(ui, bar, effects));
    response.on_hover_text(say!("bar-lanes-by.does"));
}

fn menus(ui: &mut Ui, bar: &Bar<'_>, effects: &mut Vec<Effect>) {
    let menu = |ui: &mut Ui, effects: &mut Vec<Effect>, topic: Topic| {
        let actions = Action::ALL.iter().copied();
        let listed = |action: &Action| action.topic() == topic && !is_nested(*action);
        for action in actions.filter(listed) {
            bar.asking.entry(ui, effects, action);
        }
    };
    ui.menu_button(say!("bar-file"), |ui| {
        menu(ui, effects, Topic::File);
        if !bar.recent.is_empty() {
            ui.separator();
            for path in bar.recent {
                let name = path
                    .file_name()
                    .unwrap_or(path.as_os_str())
                    .to_string_lossy();
                let button = ui.button(name.as_ref());
                if button.on_hover_text(path.display().to_string()).clicked() {
                    effects.push(Effect::Open(path.clone()));
                    ui.close();
                }
            }
        }
    });
    ui.menu_button(say!("bar-go"), |ui| {
        menu(ui, effects, Topic::Go);
        ui.separator();
        menu(ui, effects, Topic::Tell);
    });
    ui.menu_button(say!("bar-view"), |ui| {
        menu(ui, effects, Topic::View);
        ui.separator();
        let entries = |ui: &mut Ui, effects: &mut Vec<Effect>, actions: &[Action]| {
            for action in actions {
                bar.asking.entry(ui, effects, *action);
            }
        };
        ui.menu_button(say!("bar-arrange"), |ui| entries(ui, effects, &ARRANGING));
        ui.menu_button(say!("bar-lanes"), |ui| {
            lane_choices(ui, bar, effects);
            ui.separator();
            entries(ui, effects, &LANES);
        });
        ui.menu_button(say!("bar-looks"), |ui| entries(ui, effects, &LOOKS));
        ui.menu_button(say!("bar-language"), |ui| {
            for (action, language) in LANGUAGES {
                let marked = bar.language == language;
                bar.asking.marked_entry(ui, effects, action, marked);
            }
        });
        if !bar.title.is_empty() {
            ui.menu_button(say!("bar-saved-views"), |ui| {
                bar.asking.entry(ui, effects, Action::SaveView);
                saved_views::menu(ui, bar.view, bar.keeps, effects);
            });
        }
    });
    ui.menu_button(say!("bar-map"), |ui| map_menu::show(ui, bar, effects));
    ui.menu_button(say!("bar-evidence"), |ui| {
        evidence_menu::show(ui, bar, effects);
    });
    ui.menu_button(say!("bar-time"), |ui| menu(ui, effects, Topic::Time));
    ui.menu_button(say!("bar-help"), |ui| menu(ui, effects, Topic::Help));
}
