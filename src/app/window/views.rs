//! The views of the story: which stand in the window, and how it is parted among them.

use std::sync::Arc;

use eframe::egui::{self, CentralPanel, Frame, Panel, Ui};

use crate::index::{Highlight, Index};
use crate::scene::Theme;
use crate::scene::screen::color32;
use crate::story::Item;
use crate::view::{Pane, Second};

use super::super::canvas::{Effect, Shared};
use super::super::ledger_pane::Wish;
use super::App;

/// The least that a view is wide or high where two stand in the window, in points.
const LEAST: f32 = 120.0;

impl App {
    /// The views that stand in the window.
    pub(super) fn views(
        &mut self,
        ui: &mut Ui,
        index: &Arc<Index>,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
        hovered: &mut Option<Item>,
    ) {
        let view = self.map_view();
        let mut painted = Painted {
            index,
            theme,
            lit: self.lit(index, &view),
            effects,
            hovered,
        };
        let (first, second) = view.stands();
        let last = match second {
            None => first,
            Some(second) => {
                self.first_of_two(ui, first, second, &mut painted);
                second.pane()
            }
        };
        let canvas = Frame::NONE.fill(color32(theme.canvas));
        CentralPanel::no_frame()
            .frame(canvas)
            .show(ui, |ui| self.pane(ui, last, &mut painted));
        if !view.shows(Pane::Map) {
            // Pictures of it can be made all the same.
            self.tab.map.prepare(ui, index, &view, &self.measurer);
        }
    }

    /// The view that leaves room for a second one, as much as was left for it last.
    fn first_of_two(&mut self, ui: &mut Ui, pane: Pane, second: Second, painted: &mut Painted<'_>) {
        let below = matches!(second, Second::Below(_));
        let (name, usual, room) = if below {
            ("over", 0.54, ui.available_height())
        } else {
            ("beside", 0.5, ui.available_width())
        };
        let share = self.settings.splits.share(name).unwrap_or(usual);
        // In other room it is another panel, which begins with its share: the toolkit would keep its points.
        let panel = if below {
            Panel::top(("first of two over each other", room.to_bits()))
        } else {
            Panel::left(("first of two side by side", room.to_bits()))
        };
        let shown = panel
            .resizable(true)
            .default_size((room * share).round())
            .size_range(LEAST..=(room - LEAST).max(LEAST + 1.0))
            .frame(Frame::NONE.fill(color32(painted.theme.canvas)))
            .show(ui, |ui| self.pane(ui, pane, painted));
        let taken = shown.response.rect.size();
        let taken = if below { taken.y } else { taken.x };
        // What the least size of a view makes of it is not what a hand has chosen.
        let in_hand =
            |input: &egui::InputState| input.pointer.any_down() || input.pointer.any_released();
        if ui.input(in_hand) {
            self.settings.splits.keep_share(name, taken, room);
        }
    }

    fn pane(&mut self, ui: &mut Ui, pane: Pane, painted: &mut Painted<'_>) {
        // The view that is pointed at keeps its other marks; the rest of the window dims.
        let elsewhere = pane == Pane::Map || !self.tab.timeline.is_pointed_at();
        let highlight = match pane {
            Pane::Claims | Pane::Pair => painted.lit.clone(),
            Pane::Timeline | Pane::Map => painted.lit.dimming(self.hovered.is_some() && elsewhere),
        };
        let mut shared = Shared {
            index: painted.index,
            theme: painted.theme,
            effects: painted.effects,
            hovered: painted.hovered,
            keyboard: self.keyboard,
            highlight,
        };
        let place = Some(ui.max_rect());
        match pane {
            Pane::Timeline => {
                self.places.timeline = place;
                let view = self.tab.history.view().clone();
                self.tab
                    .timeline
                    .show(ui, &view, &self.measurer, &mut shared);
            }
            Pane::Map => {
                self.places.map = place;
                let view = self.map_view();
                self.tab.map.show(ui, &view, &self.measurer, &mut shared);
            }
            Pane::Pair => {
                let pair = self.tab.history.view().compared.clone();
                if let Some(pair) = pair {
                    self.tab.pair.show(ui, &pair, &mut shared);
                }
            }
            Pane::Claims => {
                if let Wish::Save(table, kind) = self.tab.ledger.show(ui, &mut shared) {
                    let folder = self.settings.export_folder.clone();
                    let name = format!("claims.{kind}");
                    self.table = Some(table);
                    self.dialogs.ask_save(&self.ctx, folder, name, kind);
                }
            }
        }
    }

    /// The extents of timeline and map, in points: those on screen, or that they would probably have there.
    pub(super) fn on_screen(&self) -> [[f32; 2]; 2] {
        let expected = self.timeline_size();
        let shown = |size: [f32; 2]| {
            if size[0] > 0.0 {
                size
            } else {
                [expected.width, expected.height]
            }
        };
        [shown(self.tab.timeline.size()), shown(self.tab.map.size())]
    }
}

/// What the views of one frame are painted with.
struct Painted<'a> {
    index: &'a Arc<Index>,
    theme: &'static Theme,
    lit: Highlight,
    effects: &'a mut Vec<Effect>,
    hovered: &'a mut Option<Item>,
}
