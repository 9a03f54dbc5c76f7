//! The menu of an item, or of a view's ground, where somebody asked for it.

use eframe::egui::{
    self, Button, Id, Label, LayerId, Order, Popup, PopupCloseBehavior, PopupKind, Pos2, RichText,
    Ui, Vec2,
};

use crate::index::Index;
use crate::language::say;
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};
use crate::story::{Item, PassageIx};
use crate::view::{Command, View};

use super::action::Action;
use super::canvas::Effect;
use super::entry::Asking;
use super::look::named;

/// Width of the menu's heading, in points.
const WIDTH: f32 = 240.0;

/// The menu, closed or open.
#[derive(Default)]
pub struct ItemMenu {
    asked: Option<Asked>,
}

struct Asked {
    item: Option<Item>,
    at: Pos2,
    is_new: bool,
}

/// What the menu is made of.
pub struct Ground<'a> {
    /// The story.
    pub index: &'a Index,
    /// What is chosen.
    pub view: &'a View,
    /// The colours.
    pub theme: &'a Theme,
    /// What an entry needs to know.
    pub asking: Asking<'a>,
}

impl ItemMenu {
    /// Opens the menu of `item`, or of the ground, at a point of the window.
    pub fn begin(&mut self, item: Option<Item>, at: Pos2) {
        self.asked = Some(Asked {
            item,
            at,
            is_new: true,
        });
    }

    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.asked.is_some()
    }

    /// Closes it: the story it belongs to is gone.
    pub fn close(&mut self) {
        self.asked = None;
    }

    /// Shows the menu where it is open.
    pub fn show(&mut self, ctx: &egui::Context, ground: &Ground<'_>, effects: &mut Vec<Effect>) {
        let Some(asked) = &mut self.asked else { return };
        let mut open = true;
        let layer = LayerId::new(Order::Foreground, Id::unique("item menu layer"));
        let id = Id::unique("item menu");
        if std::mem::take(&mut asked.is_new) {
            Popup::close_all(ctx);
            // The click that asks for the menu is not one beside it.
            ctx.request_repaint();
            Popup::open_id(ctx, id);
        }
        let shown = Popup::new(id, ctx.clone(), asked.at, layer)
            .kind(PopupKind::Menu)
            .accessible_name(say!("item-menu"))
            .layout(egui::Layout::top_down_justified(egui::Align::Min))
            .style(egui::containers::menu::menu_style)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .gap(0.0)
            .open_memory(None)
            .show(|ui| match asked.item {
                Some(item) => of_item(ui, item, ground, effects),
                None => of_ground(ui, ground, effects),
            });
        open &= shown.is_some();
        if !open {
            self.asked = None;
        }
    }
}

fn of_item(ui: &mut Ui, item: Item, ground: &Ground<'_>, effects: &mut Vec<Effect>) {
    let (index, asking) = (ground.index, ground.asking);
    heading(ui, &index.title_of(item), ground.theme);
    let mut does = |ui: &mut Ui, words: &str, effect: Effect| {
        let button = Button::new(words).min_size(Vec2::new(200.0, 24.0));
        if ui.add(button).clicked() {
            effects.push(effect);
            ui.close();
        }
    };
    does(ui, say!("item-menu-zoom"), Effect::ZoomTo(item));
    if let Some(passage) = passage_of(index, item) {
        does(ui, say!("item-menu-read"), Effect::Read(passage));
    }
    if let Item::Actor(ix) = item {
        let actor = index.story().actor(ix);
        let id = actor.id.to_owned();
        if ground.view.pins.contains_key(&id) {
            let unpin = Effect::Settle(Command::Unpin(id.clone()));
            does(ui, say!("item-menu-unpin"), unpin);
        }
        // What cannot be written as a term is no choice.
        if !id.contains([',', '"']) {
            let only = Command::Filter(format!("actor:\"{id}\""));
            does(ui, say!("item-menu-only"), Effect::Settle(only));
        }
    }
    let on_map = matches!(item, Item::Actor(_) | Item::Event(_) | Item::Relation(_));
    ui.separator();
    let actions: &[Action] = match item {
        Item::Actor(_) => &[Action::CompareActors, Action::ArrangeRings, Action::Hide],
        Item::Event(_) => &[Action::ToggleLane],
        _ => &[],
    };
    let focus = [Action::FocusOne, Action::FocusTwo, Action::FocusAll];
    let focus = focus.into_iter().filter(|_| on_map);
    let all = [Action::FitSelection].into_iter().chain(focus);
    for action in all.chain(actions.iter().copied()) {
        asking.entry(ui, effects, action);
    }
}

fn of_ground(ui: &mut Ui, ground: &Ground<'_>, effects: &mut Vec<Effect>) {
    for group in [
        &[
            Action::FitAll,
            Action::FitSelection,
            Action::ZoomIn,
            Action::ZoomOut,
        ][..],
        &[
            Action::Undo,
            Action::Redo,
            Action::MarkRange,
            Action::AllTimes,
        ],
        &[Action::Copy, Action::Export, Action::Palette],
    ] {
        for action in group {
            ground.asking.entry(ui, effects, *action);
        }
        if !group.contains(&Action::Palette) {
            ui.separator();
        }
    }
}

fn heading(ui: &mut Ui, title: &str, theme: &Theme) {
    let title = RichText::new(title).text_style(named(TextStyle::Caption));
    let label = Label::new(title.color(color32(theme.muted))).truncate();
    ui.scope(|ui| {
        ui.set_max_width(WIDTH);
        ui.horizontal(|ui| {
            ui.add_space(2.0);
            ui.add(label);
        });
    });
}

/// The passage that `item` is or rests on first.
fn passage_of(index: &Index, item: Item) -> Option<PassageIx> {
    match item {
        Item::Passage(passage) => Some(passage),
        Item::Source(_) => None,
        _ => index.evidence_of(item).first().map(|link| link.passage),
    }
}
