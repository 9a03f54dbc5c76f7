//! The palette, and the menu of what is clicked.

use eframe::egui;

use super::super::palette;
use super::App;
use crate::story::Item;
use crate::view::Command;

impl App {
    /// Opens the menu of `item`, which is what is selected from then on, or of the ground.
    pub(super) fn ask(&mut self, item: Option<Item>, at: egui::Pos2) {
        if let Some((index, item)) = self.index().cloned().zip(item) {
            let id = index.story().id_of(item);
            if !self.view().selection.contains(&id) {
                self.tab.history.apply(Command::Select(id));
            }
        }
        self.item_menu.begin(item, at);
    }

    /// Opens the menu of what is selected, by keyboard.
    pub(super) fn ask_by_keys(&mut self) {
        let item = self.index().and_then(|index| self.view().focused(index));
        let middle = self.ctx.content_rect().center();
        self.item_menu.begin(item, middle);
    }

    pub(super) fn open_palette(&mut self) {
        let mut palette = std::mem::take(&mut self.palette);
        palette.begin(&palette::Ground {
            keymap: &self.keymap,
            enabled: &|action| self.enabled(action),
            has_story: self.tab.story.is_some(),
            directed_kinds: self.directed_kinds(),
            recent: &self.settings.recent,
            saved: &self.view().saved,
        });
        self.palette = palette;
    }
}
