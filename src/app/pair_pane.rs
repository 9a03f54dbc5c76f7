//! Two actors side by side in the window.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{
    self, Align, Button, Label, Layout, Pos2, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder,
    Vec2, WidgetInfo,
};

use crate::details::{Compared, Comparison, Row, Sides, compare};
use crate::index::{Index, Strength};
use crate::language::say;
use crate::scene::TextStyle;
use crate::scene::screen::color32;
use crate::story::{ActorIx, Item, ItemId, ItemKind};
use crate::view::Command;

use super::background;
use super::canvas::{self, Effect, Shared};
use super::icons;
use super::ledger_pane::{LINE, group};
use super::look::{named, one_line};
use super::marks::{paint_glyph, paint_lozenge};
use super::sidebar::icon_button;

/// Width of the button beside a name, in points.
const CHOICE: f32 = 24.0;
/// Points that the column takes at most that tells when, or of whom.
const WHEN: f32 = 150.0;

/// Two actors side by side, compared off the thread that paints.
#[derive(Default)]
pub struct PairPane {
    held: Option<(Key, Arc<Comparison>)>,
    coming: Option<(Key, Receiver<Comparison>)>,
    /// What could not be compared.
    failed: Option<Key>,
}

/// What is compared.
#[derive(Clone)]
struct Key {
    index: Arc<Index>,
    pair: [ActorIx; 2],
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.index, &other.index) && self.pair == other.pair
    }
}

impl PairPane {
    /// The comparison of `pair`, or the last one of the same story until it is there.
    fn compared(
        &mut self,
        ctx: &egui::Context,
        index: &Arc<Index>,
        pair: [ActorIx; 2],
    ) -> Option<Arc<Comparison>> {
        if let Some((key, answer)) = self.coming.take() {
            match answer.try_recv() {
                Ok(comparison) => self.held = Some((key, Arc::new(comparison))),
                Err(TryRecvError::Empty) => self.coming = Some((key, answer)),
                Err(TryRecvError::Disconnected) => self.failed = Some(key),
            }
        }
        let wanted = Key {
            index: Arc::clone(index),
            pair,
        };
        let is = |key: Option<&Key>| key == Some(&wanted);
        let is_held = is(self.held.as_ref().map(|(key, _)| key));
        let is_failed = is(self.failed.as_ref());
        if !is_held && !is_failed && !is(self.coming.as_ref().map(|(key, _)| key)) {
            let of = Arc::clone(index);
            let answer = background::begin(ctx, move || compare(&of, pair));
            self.coming = Some((wanted, answer));
        }
        let held = self.held.as_ref();
        let same = |key: &Key| Arc::ptr_eq(key.index.shared_story(), index.shared_story());
        let held = held.filter(|(key, _)| same(key));
        held.map(|(_, comparison)| Arc::clone(comparison))
    }

    /// Shows the actors that are called `ids`.
    pub fn show(&mut self, ui: &mut Ui, ids: &[String; 2], shared: &mut Shared<'_>) {
        let theme = shared.theme;
        let index = Arc::clone(shared.index);
        let pair = ids.each_ref().map(|id| {
            match index.resolve(&ItemId::new(ItemKind::Actor, id.as_str())) {
                Some(Item::Actor(ix)) => Some(ix),
                _ => None,
            }
        });
        let [Some(first), Some(second)] = pair else {
            closing(ui, "", shared);
            ui.centered_and_justified(|ui| {
                let words = say!("pair-gone");
                let text = RichText::new(words).text_style(named(TextStyle::Body));
                ui.label(text.color(color32(theme.muted)));
            });
            return;
        };
        let Some(comparison) = self.compared(ui.ctx(), &index, [first, second]) else {
            closing(ui, "", shared);
            // Another pair may have failed before.
            let words = if self.coming.is_some() {
                say!("pair-comparing")
            } else {
                say!("pair-failed")
            };
            ui.centered_and_justified(|ui| ui.label(words));
            return;
        };
        let words = match (comparison.shared, comparison.common) {
            (0, 0) => say!("pair-nothing-shared").to_owned(),
            (shared, common) => say!("pair-shared", events = shared, ties = common),
        };
        closing(ui, &words, shared);
        let columns = Columns::of(ui.available_width());
        heads(ui, &comparison, &columns, shared);
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .id_salt("two actors")
            .auto_shrink(false)
            .show_rows(ui, LINE, comparison.lines.len(), |ui, range| {
                let lines = comparison.lines.iter().enumerate();
                for (n, line) in lines.take(range.end).skip(range.start) {
                    self::line(ui, (n, line), &comparison, &columns, shared);
                }
            });
    }
}

/// The bar over the columns: what both share, and the way out.
fn closing(ui: &mut Ui, words: &str, shared: &mut Shared<'_>) {
    ui.horizontal(|ui| {
        ui.set_height(40.0);
        ui.add_space(16.0);
        let text = RichText::new(say!("pair-heading")).text_style(named(TextStyle::BodyStrong));
        ui.add(Label::new(text.color(color32(shared.theme.text))));
        ui.add_space(8.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(12.0);
            if icon_button(ui, icons::X, say!("pair-close"), true).clicked() {
                shared.effects.push(Effect::Settle(Command::Compare(None)));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = RichText::new(words).text_style(named(TextStyle::Caption));
                ui.add(Label::new(text.color(color32(shared.theme.muted))).truncate());
            });
        });
    });
}

/// Where the columns stand, in points from the left of the pane.
struct Columns {
    when: [f32; 2],
    sides: [[f32; 2]; 2],
}

impl Columns {
    fn of(width: f32) -> Self {
        let when = (width * 0.2).clamp(72.0, WHEN);
        let side = ((width - 32.0 - when) / 2.0).max(40.0);
        let first = 16.0 + when;
        Self {
            when: [16.0, when - 12.0],
            sides: [[first, side - 12.0], [first + side, side - 12.0]],
        }
    }

    /// The cell from the first side's left to the second side's right.
    fn both(&self) -> [f32; 2] {
        let [[left, _], [from, width]] = self.sides;
        [left, from + width - left]
    }
}

/// The part of a line that stands at `[left, width]`.
fn cell(line: Rect, [left, width]: [f32; 2]) -> Rect {
    Rect::from_min_size(
        line.min + Vec2::new(left, 0.0),
        Vec2::new(width, line.height()),
    )
}

fn heads(ui: &mut Ui, comparison: &Comparison, columns: &Columns, shared: &mut Shared<'_>) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LINE), Sense::hover());
    for (n, (actor, place)) in comparison.actors.iter().zip(columns.sides).enumerate() {
        let mut own = cell(rect, place);
        let mut end = own;
        end.min.x = own.max.x - CHOICE;
        own.max.x = end.min.x - 8.0;
        entry(ui, (0, n), actor, (own, true), [""; 2], shared);
        ui.scope_builder(UiBuilder::new().max_rect(end), |ui| {
            choice(ui, n, comparison, shared);
        });
    }
    let line = egui::Stroke::new(1.0, color32(shared.theme.hairline));
    ui.painter().hline(rect.x_range(), rect.bottom(), line);
}

/// The button that puts another actor in the place of the one on side `n`.
fn choice(ui: &mut Ui, n: usize, comparison: &Comparison, shared: &mut Shared<'_>) {
    let sides = comparison.actors.get(n).zip(comparison.instead.get(n));
    let Some((actor, offered)) = sides.filter(|(_, offered)| !offered.is_empty()) else {
        return;
    };
    let button = Button::new(RichText::new(icons::CHEVRON_DOWN).size(14.0));
    let (response, _) = MenuButton::from_button(button.frame(false)).ui(ui, |ui| {
        for row in offered {
            if ui.button(&row.title).clicked() {
                let mut pair = comparison.actors.each_ref().map(|held| held.item);
                if let Some(held) = pair.get_mut(n) {
                    *held = row.item;
                }
                let ids = pair.map(|item| shared.index.story().id_of(item).id.to_string());
                shared
                    .effects
                    .push(Effect::Settle(Command::Compare(Some(ids))));
                ui.close();
            }
        }
    });
    let name = say!("pair-instead", name = actor.title);
    response
        .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, name.as_str()));
    response.on_hover_text(name);
}

fn line(
    ui: &mut Ui,
    (n, line): (usize, &Compared),
    comparison: &Comparison,
    columns: &Columns,
    shared: &mut Shared<'_>,
) {
    let theme = shared.theme;
    match line {
        Compared::Heading(name, count) => group(ui, name, *count, theme),
        Compared::Beside(when, sides) => {
            let size = Vec2::new(ui.available_width(), LINE);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let place = cell(rect, columns.when);
            write(ui, when, (TextStyle::Caption, theme.muted), place);
            let [first, second] = columns.sides.map(|place| cell(rect, place));
            let [left, right] = comparison
                .actors
                .each_ref()
                .map(|actor| actor.title.as_str());
            let place = |side| (n + 1, side);
            match &**sides {
                Sides::Both(row) => {
                    let wide = cell(rect, columns.both());
                    let ground = color32(theme.accent.at(0.08));
                    let sheet = wide.expand2(Vec2::new(4.0, -2.0));
                    ui.painter().rect_filled(sheet, 4.0, ground);
                    entry(
                        ui,
                        place(0),
                        row,
                        (wide, false),
                        [when, say!("pair-both")],
                        shared,
                    );
                }
                Sides::First(row) => {
                    entry(ui, place(0), row, (first, false), [when, left], shared);
                }
                Sides::Second(row) => {
                    entry(ui, place(1), row, (second, false), [when, right], shared);
                }
                Sides::Each(one, other) => {
                    entry(ui, place(0), one, (first, false), [when, left], shared);
                    entry(ui, place(1), other, (second, false), [when, right], shared);
                }
            }
        }
    }
}

/// An item in its cell; a click selects it. What a screen reader is told of it `also` says when, and of whom it is.
fn entry(
    ui: &mut Ui,
    place: (usize, usize),
    row: &Row,
    (cell, is_head): (Rect, bool),
    also: [&str; 2],
    shared: &mut Shared<'_>,
) {
    let theme = shared.theme;
    let response = ui.interact(
        cell,
        ui.scope_id().with(("compared", place)),
        Sense::click(),
    );
    let strength = shared.highlight.of(row.item);
    let is_selected = strength == Strength::Selected;
    let words = [row.title.as_str(), &row.note].into_iter().chain(also);
    let words: Vec<&str> = words.filter(|part| !part.is_empty()).collect();
    let words = words.join(", ");
    response.widget_info(|| {
        WidgetInfo::selected(egui::accesskit::Role::Cell, true, is_selected, &words)
    });
    let ground = match strength {
        Strength::Selected => theme.accent.at(0.14),
        _ if response.hovered() || response.has_focus() => theme.text.at(0.06),
        _ => theme.text.at(0.0),
    };
    let sheet = cell.expand2(Vec2::new(4.0, -2.0));
    ui.painter().rect_filled(sheet, 4.0, color32(ground));
    let at = Pos2::new(cell.left() + 6.0, cell.center().y);
    match (row.item, &row.style) {
        (Item::Actor(_), Some(style)) => {
            paint_glyph(ui.painter(), style, at, 10.0, theme, theme.canvas);
        }
        (_, Some(style)) => paint_lozenge(ui.painter(), at, 9.0, theme.kind(style)),
        (_, None) => {
            let stroke = egui::Stroke::new(1.5, color32(theme.muted));
            ui.painter().hline(at.x - 5.0..=at.x + 5.0, at.y, stroke);
        }
    }
    let mut rest = cell;
    rest.min.x += 18.0;
    let style = if is_head {
        TextStyle::BodyStrong
    } else {
        TextStyle::Label
    };
    let taken = write(ui, &row.title, (style, theme.text), rest);
    rest.min.x += taken + 10.0;
    if rest.width() > 40.0 {
        write(ui, &row.note, (TextStyle::Caption, theme.muted), rest);
    }
    if response.hovered() {
        *shared.hovered = Some(row.item);
    }
    if response.clicked() {
        // Arrows go on from here.
        response.request_focus();
        let effect = canvas::chosen(ui, shared.index, row.item);
        shared.effects.push(effect);
    }
    if response.double_clicked() {
        shared.effects.push(Effect::ZoomTo(row.item));
    }
    response.on_hover_text(words);
}

/// Writes `words` at the left of `cell`, cut where they are too long. Returns the points that they take.
fn write(ui: &Ui, words: &str, (style, ink): (TextStyle, crate::scene::Rgba), cell: Rect) -> f32 {
    let galley = one_line(ui, words, style, ink, cell.width().max(8.0));
    let size = galley.size();
    let at = Pos2::new(cell.left(), cell.center().y - size.y / 2.0);
    ui.painter().galley(at, galley, color32(ink));
    size.x
}
