//! The list under the search field: what may be meant, what was found, and a row that leaves only that.

use eframe::egui::{
    self, Align, Area, Frame, Id, Layout, Margin, Order, Pos2, Rect, Response, RichText,
    ScrollArea, Stroke, Ui, Vec2,
};

use crate::language::{grouped, say};
use crate::scene::Theme;
use crate::scene::screen::color32;

use super::super::icons;
use super::super::sidebar::section_name;
use super::Ground;
use super::asked::Asked;
use super::choices::{Choices, Group};
use super::row::{self, ROW};

/// Height of the line over the hits of a kind, in points.
const HEADING: f32 = 24.0;
/// The least that the list is wide, in points.
const WIDTH: f32 = 520.0;

/// What is to be listed.
pub(super) struct Listed<'a> {
    /// What it answers; none where nothing was found yet.
    pub asked: Option<&'a Asked>,
    pub choices: &'a Choices,
    /// Which stands out.
    pub at: Option<usize>,
    /// Whether the keys moved to it just now.
    pub moved: bool,
    /// What is to be said of what was typed, and whether that is wrong.
    pub said: Option<&'a (String, bool)>,
}

/// Shows the list: which of it was clicked, and where it stands.
pub(super) fn show(
    ui: &Ui,
    field: &Response,
    ground: &Ground<'_>,
    listed: &Listed<'_>,
) -> (Option<usize>, Rect) {
    let mut clicked = None;
    let at = field.rect.left_bottom() + Vec2::new(-12.0, 8.0);
    let window = ui.ctx().content_rect();
    let width = (field.rect.width() + 24.0)
        .max(WIDTH)
        .min(window.width() - 16.0);
    let right = window.right() - width - 8.0;
    let room_below = window.bottom() - at.y - 32.0;
    let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(0, 8));
    let area = Area::new(Id::unique("search hits"))
        .order(Order::Foreground)
        .fixed_pos(Pos2::new(at.x.min(right), at.y))
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                if let Some((words, wrong)) = listed.said {
                    said(ui, words, *wrong, ground.theme);
                }
                let foot = listed.choices.only_row().map_or(0.0, |_| ROW + 9.0);
                let room = (room_below - foot).max(ROW * 3.0);
                clicked = choices(ui, room, ground, listed);
                if let Some((place, words)) = listed.choices.only_row() {
                    rule(ui, ground.theme);
                    let stands_out = listed.at == Some(place);
                    if row::only(ui, words, stands_out, ground.theme).clicked() {
                        clicked = Some(place);
                    }
                }
            });
        });
    (clicked, area.response.rect)
}

fn choices(ui: &mut Ui, room: f32, ground: &Ground<'_>, listed: &Listed<'_>) -> Option<usize> {
    let Listed { asked, choices, .. } = listed;
    let theme = ground.theme;
    let mut clicked = None;
    let places = choices.groups.iter().flat_map(|group| {
        group
            .places
            .clone()
            .chain(group.more.map(|(place, _)| place))
    });
    let high: f32 = places.chain(0..choices.offers.len()).map(|_| ROW).sum();
    let headings: f32 = choices.groups.iter().map(|_| HEADING).sum();
    let high = high + headings;
    if high > room {
        let scrolled = ScrollArea::vertical().max_height(room);
        let shown = scrolled.min_scrolled_height(room);
        clicked = shown.show(ui, |ui| rows(ui, ground, listed)).inner;
    } else if high > 0.0 {
        // A list that scrolls would keep the height of a shorter one before it.
        clicked = rows(ui, ground, listed);
    }
    let is_said = listed.said.is_some();
    match asked {
        None => line(ui, say!("search-searching"), theme),
        Some(asked) if choices.groups.is_empty() && !is_said && choices.offers.is_empty() => {
            line(ui, &asked.nothing(), theme);
        }
        Some(_) => {}
    }
    clicked
}

/// What may be meant, and what was found, row by row: which was clicked.
fn rows(ui: &mut Ui, ground: &Ground<'_>, listed: &Listed<'_>) -> Option<usize> {
    let choices = listed.choices;
    let mut clicked = None;
    for (place, offer) in choices.offers.iter().enumerate() {
        let stands_out = listed.at == Some(place);
        let with_tab = place == 0;
        let response = row::offer(ui, offer, with_tab, stands_out, ground.theme);
        clicked = clicked.or(response.clicked().then_some(place));
        follow(&response, stands_out && listed.moved);
    }
    for group in &choices.groups {
        heading(ui, group, ground.theme);
        for place in group.places.clone() {
            let Some(item) = choices.hit(place) else {
                continue;
            };
            let stands_out = listed.at == Some(place);
            let response = row::hit(ui, ground, item, &group.lit, stands_out);
            clicked = clicked.or(response.clicked().then_some(place));
            follow(&response, stands_out && listed.moved);
        }
        if let Some((place, count)) = group.more {
            let stands_out = listed.at == Some(place);
            let words = say!("search-more", count = count);
            let response = row::more(ui, &words, stands_out, ground.theme);
            clicked = clicked.or(response.clicked().then_some(place));
            follow(&response, stands_out && listed.moved);
        }
    }
    clicked
}

fn follow(response: &Response, is_moved_to: bool) {
    if is_moved_to {
        response.scroll_to_me(None);
    }
}

fn line(ui: &mut Ui, words: &str, theme: &Theme) {
    said(ui, words, false, theme);
}

/// A sentence on what was typed.
fn said(ui: &mut Ui, words: &str, wrong: bool, theme: &Theme) {
    ui.horizontal(|ui| {
        ui.set_min_height(ROW);
        ui.add_space(16.0);
        if wrong {
            let icon = RichText::new(icons::TRIANGLE_ALERT).size(15.0);
            ui.label(icon.color(color32(theme.warning)));
        }
        let ink = if wrong { theme.text } else { theme.muted };
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width() - 16.0);
            ui.add(egui::Label::new(RichText::new(words).color(color32(ink))).wrap());
        });
    });
}

fn heading(ui: &mut Ui, group: &Group, theme: &Theme) {
    let count = grouped(group.count as u64);
    let size = Vec2::new(ui.available_width(), HEADING);
    // Not lower, as controls in a row would have it, so that as much fits as is reckoned with.
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.add_space(16.0);
        ui.label(section_name(&format!("{}  {count}", group.name), theme));
    });
}

/// A hairline with room round it.
fn rule(ui: &mut Ui, theme: &Theme) {
    let (rect, _) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 9.0), egui::Sense::hover());
    let stroke = Stroke::new(1.0, color32(theme.hairline));
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}
