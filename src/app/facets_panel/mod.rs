//! Facets at the left: of each field the values that the story has, with how many items have them. What is
//! chosen here is written into the filter; the panel itself holds nothing of it.

mod rows;
mod time;

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{
    self, Align, Button, Frame, Label, Layout, Margin, Panel, RichText, ScrollArea, Ui, Vec2,
    WidgetInfo,
};

use crate::details::Hidden;
use crate::index::facets::FIELDS;
use crate::index::query::Field;
use crate::index::search::{folded, has_folded};
use crate::index::{Asked, Choice, Of, Query};
use crate::language::{say, within};
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};
use crate::view::{Command, LeftOut, View};

use super::canvas::Effect;
use super::faceting::Counted;
use super::look::{named, search_field};
use super::sidebar::{icon_button, section_name};
use super::{icons, saved_views};

use rows::{Row, head};
use time::Time;

/// Values of a field that are listed before all are asked for.
const FEW: usize = 6;
/// Values of a field from which on they can be searched.
const MANY: usize = 20;
/// Rows of a field in sight at once, where all are listed.
const IN_SIGHT: f32 = 10.0;

/// What the panel knows besides the filter: what of it is open, and what is being typed.
#[derive(Default)]
pub struct FacetsPanel {
    folded: BTreeSet<Field>,
    /// Fields of which all values are listed.
    whole: BTreeSet<Field>,
    sought: BTreeMap<Field, String>,
    /// Whether any or all are asked for, where the filter does not tell: it has too few values for that.
    of: BTreeMap<Field, Of>,
    time: Time,
}

/// What the panel shows.
pub struct Shown<'a> {
    /// The facets, once they are counted.
    pub counted: Option<&'a Counted>,
    /// What is chosen.
    pub view: &'a View,
    /// What is left out.
    pub hidden: &'a Hidden,
    /// The colours.
    pub theme: &'a Theme,
    /// Whether views are kept beside the story.
    pub keeps: bool,
}

impl FacetsPanel {
    /// Shows the panel.
    pub fn show(&mut self, ui: &mut Ui, shown: &Shown<'_>, effects: &mut Vec<Effect>) {
        let filter = Query::parse(&shown.view.filter).unwrap_or_default();
        heading(ui, shown.theme, effects);
        foot(ui, shown, effects);
        ScrollArea::vertical()
            .id_salt("facets")
            .auto_shrink(false)
            .show(ui, |ui| {
                let margin = Margin {
                    left: 16,
                    right: 12,
                    top: 0,
                    bottom: 16,
                };
                Frame::NONE.inner_margin(margin).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = 0.0;
                    left_out(ui, shown, effects);
                    if let Some(counted) = shown.counted {
                        self.fields(ui, shown, counted, &filter, effects);
                    } else {
                        ui.add_space(16.0);
                        muted(ui, say!("facets-counting"), TextStyle::Body, shown.theme);
                    }
                });
            });
    }

    fn fields(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        counted: &Counted,
        filter: &Query,
        effects: &mut Vec<Effect>,
    ) {
        let mut is_empty = true;
        for field in FIELDS {
            let asked = Asked::of(filter, field);
            let entries = counted.facets.entries(field);
            let has_any = entries.iter().any(|entry| entry.all.items() > 0);
            if !has_any && asked == Asked::default() {
                continue;
            }
            is_empty = false;
            self.field(ui, shown, counted, (field, filter, &asked), effects);
        }
        if let Some(extent) = counted.facets.extent() {
            is_empty = false;
            ui.add_space(12.0);
            let is_open = head(ui, say!("facets-time"), !self.time.folded, shown.theme);
            self.time.folded = !is_open;
            if is_open {
                self.time
                    .show(ui, counted, extent, filter, shown.theme, effects);
            }
        }
        if is_empty {
            ui.add_space(16.0);
            let words = say!("facets-nothing-to-filter-by");
            muted(ui, words, TextStyle::Body, shown.theme);
        }
    }

    fn field(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        counted: &Counted,
        (field, filter, asked): (Field, &Query, &Asked),
        effects: &mut Vec<Effect>,
    ) {
        let theme = shown.theme;
        ui.add_space(12.0);
        let mut is_open = !self.folded.contains(&field);
        let of = asked
            .asks_for()
            .unwrap_or_else(|| self.of.get(&field).copied().unwrap_or_default());
        let room = Vec2::new(ui.available_width(), rows::HEAD);
        let along = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(room, along, |ui| {
            let asks = field.holds_several() && !asked.any.is_empty();
            if asks && let Some(next) = any_or_all(ui, field, of, theme) {
                self.of.insert(field, next);
                let asked = asked.clone().asking_for(next);
                let text = filter.asking(field, &asked);
                effects.push(Effect::Settle(Command::Filter(text)));
            }
            is_open = head(ui, &field.label(), is_open, theme);
        });
        if is_open {
            self.folded.remove(&field);
        } else {
            self.folded.insert(field);
            return;
        }
        let listed = self.listed(ui, counted, field, asked, theme);
        if listed.is_empty() {
            let words = if self
                .sought
                .get(&field)
                .is_some_and(|sought| !sought.is_empty())
            {
                say!("facets-none-holds-words")
            } else {
                say!("facets-none-left")
            };
            muted(ui, words, TextStyle::Caption, theme);
        }
        let most = counted.counts.order(field).iter();
        let most = most.map(|&place| counted.counts.left(field, place as usize).items());
        let most = most.max().unwrap_or(0);
        let whole = self.whole.contains(&field);
        let mut row = |ui: &mut Ui, place: u32| {
            let place = place as usize;
            let Some(entry) = counted.facets.entries(field).get(place) else {
                return;
            };
            let row = Row {
                field,
                entry,
                left: counted.counts.left(field, place),
                most,
                choice: asked.choice(field, &entry.key),
            };
            if let Some(choice) = row.show(ui, theme) {
                let asked = asked.clone().choosing(field, &entry.key, choice, of);
                effects.push(Effect::Settle(Command::Filter(
                    filter.asking(field, &asked),
                )));
            }
        };
        if whole && listed.len() > FEW {
            let height = rows::HEIGHT * IN_SIGHT;
            ScrollArea::vertical()
                .id_salt(("values", field.name()))
                .max_height(height)
                .auto_shrink([false, true])
                .show_rows(ui, rows::HEIGHT, listed.len(), |ui, range| {
                    for &place in listed.get(range).unwrap_or_default() {
                        row(ui, place);
                    }
                });
        } else {
            for place in &listed {
                row(ui, *place);
            }
        }
        self.more(ui, counted, field, theme);
    }

    /// The values of a field that are listed, in order: few at first, and whatever is chosen.
    fn listed(
        &mut self,
        ui: &mut Ui,
        counted: &Counted,
        field: Field,
        asked: &Asked,
        theme: &Theme,
    ) -> Vec<u32> {
        let entries = counted.facets.entries(field);
        let order = counted.counts.order(field).iter().copied();
        let sought = self.sought.entry(field).or_default();
        let whole = self.whole.contains(&field);
        if whole && entries.len() > MANY {
            let name = say!("facets-find", field = within(&field.label()));
            let width = (ui.available_width() - 24.0).max(80.0);
            search_field(ui, sought, &name, width, theme);
            ui.add_space(4.0);
        }
        let entry = |place: &u32| entries.get(*place as usize);
        let sought = folded(sought.trim());
        if whole && !sought.is_empty() {
            let holds = |place: &u32| {
                entry(place).is_some_and(|entry| {
                    has_folded(&entry.key, &sought) || has_folded(&entry.label, &sought)
                })
            };
            return order.filter(holds).collect();
        }
        let is_left = |place: &u32| {
            let left = counted.counts.left(field, *place as usize);
            left.items() > 0
        };
        let most = if whole { usize::MAX } else { FEW };
        let mut listed: Vec<u32> = order.filter(is_left).take(most).collect();
        // What is chosen is in sight, be there nothing left of it.
        let chosen = asked.any.iter().flatten().chain(&asked.none);
        for value in chosen {
            let place = counted.facets.place_of(field, &value.words);
            let is_it = |place: &usize| {
                let entry = entries.get(*place);
                entry.is_some_and(|entry| asked.choice(field, &entry.key) != Choice::Open)
            };
            let place = place.filter(is_it);
            let place = place.and_then(|place| u32::try_from(place).ok());
            if let Some(place) = place.filter(|place| !listed.contains(place)) {
                listed.push(place);
            }
        }
        listed
    }

    /// The way to all values of a field, or back to few.
    fn more(&mut self, ui: &mut Ui, counted: &Counted, field: Field, theme: &Theme) {
        let all = counted.facets.entries(field).iter();
        let all = all.filter(|entry| entry.all.items() > 0).count();
        if all <= FEW {
            return;
        }
        let whole = self.whole.contains(&field);
        let words = if whole {
            say!("facets-show-few").to_owned()
        } else {
            say!("facets-show-all", count = all)
        };
        let text = RichText::new(&words)
            .text_style(named(TextStyle::Caption))
            .color(color32(theme.accent));
        let response = ui.add(
            Button::new(text)
                .min_size(Vec2::new(0.0, 24.0))
                .frame(false),
        );
        response.widget_info(|| {
            let label = field.label();
            let field = within(&label);
            let label = if whole {
                say!("facets-show-few-of", field = field)
            } else {
                say!("facets-show-all-of", count = all, field = field)
            };
            WidgetInfo::labeled(egui::accesskit::Role::Button, true, label)
        });
        if response.clicked() {
            if whole {
                self.whole.remove(&field);
                self.sought.remove(&field);
            } else {
                self.whole.insert(field);
            }
        }
    }
}

fn heading(ui: &mut Ui, theme: &Theme, effects: &mut Vec<Effect>) {
    ui.horizontal(|ui| {
        ui.set_height(44.0);
        ui.add_space(16.0);
        let text = RichText::new(say!("facets-heading")).text_style(named(TextStyle::BodyStrong));
        ui.add(Label::new(text.color(color32(theme.text))));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(8.0);
            if icon_button(ui, icons::X, say!("facets-close"), true).clicked() {
                effects.push(Effect::Change(Command::ShowFacets(false)));
            }
        });
    });
}

/// The saved views, at the foot of the panel.
fn foot(ui: &mut Ui, shown: &Shown<'_>, effects: &mut Vec<Effect>) {
    let most = ui.available_height() * 0.3;
    let frame = Frame::NONE.inner_margin(Margin::symmetric(16, 8));
    Panel::bottom("saved views")
        .frame(frame)
        .resizable(false)
        .show(ui, |ui| {
            ui.label(section_name(say!("facets-saved-views"), shown.theme));
            ui.add_space(4.0);
            saved_views::list(ui, shown.view, most, shown.theme, effects);
            if !shown.keeps && !shown.view.saved.is_empty() {
                muted(ui, saved_views::fleeting(), TextStyle::Caption, shown.theme);
            }
        });
}

/// What becomes of what is filtered out, and how much that is.
fn left_out(ui: &mut Ui, shown: &Shown<'_>, effects: &mut Vec<Effect>) {
    let (view, theme) = (shown.view, shown.theme);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let text = RichText::new(say!("facets-left-out")).text_style(named(TextStyle::Caption));
        ui.add(Label::new(text.color(color32(theme.muted))));
        for left_out in LeftOut::ALL {
            let name = left_out.name();
            let is_on = view.left_out == left_out;
            let text = RichText::new(name).text_style(named(TextStyle::Caption));
            let button = Button::selectable(is_on, text).min_size(Vec2::new(0.0, 24.0));
            let response = ui.add(button);
            response.widget_info(|| {
                let label = match left_out {
                    LeftOut::Hide => say!("facets-hide-left-out"),
                    LeftOut::Dim => say!("facets-dim-left-out"),
                    LeftOut::Show => say!("facets-show-left-out"),
                };
                WidgetInfo::selected(egui::accesskit::Role::RadioButton, true, is_on, label)
            });
            if response.clicked() {
                effects.push(Effect::Settle(Command::LeaveOut(left_out)));
            }
        }
    });
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.set_min_height(24.0);
        let words = shown.hidden.words();
        let words = words.unwrap_or_else(|| say!("facets-all-shown").to_owned());
        let clears = !view.filter.is_empty();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if clears
                && ui
                    .button(say!("facets-clear"))
                    .on_hover_text(say!("facets-clear-hint"))
                    .clicked()
            {
                effects.push(Effect::Settle(Command::Filter(String::new())));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(words).text_style(named(TextStyle::Caption));
                ui.add(Label::new(text.color(color32(theme.muted))).wrap());
            });
        });
    });
}

/// Whether any or all of the chosen values are asked for; what a press makes of it.
fn any_or_all(ui: &mut Ui, field: Field, of: Of, theme: &Theme) -> Option<Of> {
    let (words, hint, next) = match of {
        Of::Any => (say!("facets-any"), say!("facets-any-hint"), Of::All),
        Of::All => (say!("facets-all"), say!("facets-all-hint"), Of::Any),
    };
    let text = RichText::new(words).text_style(named(TextStyle::Caption));
    let button = Button::new(text.color(color32(theme.text)))
        .min_size(Vec2::new(0.0, 24.0))
        .stroke(egui::Stroke::new(1.0, color32(theme.hairline)));
    let response = ui.add(button);
    response.widget_info(|| {
        let name = field.label();
        let label = match of {
            Of::Any => say!("facets-any-chosen", field = name),
            Of::All => say!("facets-all-chosen", field = name),
        };
        WidgetInfo::labeled(egui::accesskit::Role::Button, true, label)
    });
    response.on_hover_text(hint).clicked().then_some(next)
}

fn muted(ui: &mut Ui, words: &str, style: TextStyle, theme: &Theme) {
    let text = RichText::new(words).text_style(named(style));
    ui.add(Label::new(text.color(color32(theme.muted))).wrap());
}
