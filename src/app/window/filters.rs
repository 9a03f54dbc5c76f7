//! What the story is filtered by and what is left out: the row of chips, and the facets at the left.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Frame, Panel, Ui};

use crate::details::Hidden;
use crate::index::Index;
use crate::scene::Theme;
use crate::scene::screen::color32;
use crate::view::{Outside, Window};

use super::super::canvas::Effect;
use super::super::chips_row;
use super::super::facets_panel::Shown;
use super::App;

/// What it hangs on how much is left out.
pub(super) struct HiddenKey {
    index: Arc<Index>,
    range: Option<Window>,
    outside: Outside,
    by_hand: BTreeSet<String>,
}

impl HiddenKey {
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.index, &other.index)
            && (self.range, self.outside) == (other.range, other.outside)
            && self.by_hand == other.by_hand
    }
}

impl App {
    /// The story on screen as the filter leaves it.
    pub(super) fn shown_index(&mut self) -> Option<Arc<Index>> {
        let base = Arc::clone(self.index()?);
        let view = self.tab.history.view();
        let (filter, left_out) = (&view.filter, view.left_out);
        Some(self.tab.filtering.index(&self.ctx, &base, filter, left_out))
    }

    /// How much is left out of `index`, which is the story as the filter leaves it.
    fn left_out(&mut self, index: &Arc<Index>) -> Hidden {
        let view = self.tab.history.view();
        let key = HiddenKey {
            index: Arc::clone(index),
            range: view.range,
            outside: view.outside,
            by_hand: view.hidden.clone(),
        };
        match &self.tab.hidden {
            Some((held, hidden)) if held.is(&key) => *hidden,
            _ => {
                let hidden = Hidden::of(index, view);
                self.tab.hidden = Some((key, hidden));
                hidden
            }
        }
    }

    /// The row of what the story is filtered by and what is hidden besides, where anything is.
    pub(super) fn chips(
        &mut self,
        ui: &mut Ui,
        index: &Arc<Index>,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
    ) {
        let hidden = self.left_out(index);
        let view = self.tab.history.view();
        if view.filter.is_empty() && hidden.is_nothing() {
            return;
        }
        Panel::top("filter")
            .exact_size(chips_row::HEIGHT)
            .frame(Frame::NONE.fill(color32(theme.background)))
            .resizable(false)
            .show(ui, |ui| chips_row::show(ui, view, &hidden, theme, effects));
    }

    /// The facets at the left, where they are asked for.
    pub(super) fn facets_panel(
        &mut self,
        ui: &mut Ui,
        index: &Arc<Index>,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
    ) {
        if !self.view().facets {
            return;
        }
        let Some(base) = self.index().cloned() else {
            return;
        };
        let hidden = self.left_out(index);
        let view = self.tab.history.view();
        let counted = self.tab.faceting.now(&self.ctx, &base, &view.filter);
        let shown = Shown {
            counted: counted.as_ref(),
            view,
            hidden: &hidden,
            theme,
            keeps: self.tab.keeping.keeps(),
        };
        let wide = ui.available_width();
        let most = (wide * 0.4).clamp(200.0, 420.0);
        Panel::left("facets")
            .resizable(true)
            .default_size(260.0_f32.min(most))
            .size_range(200.0..=most)
            .frame(Frame::NONE.fill(color32(theme.background)))
            .show(ui, |ui| self.facets.show(ui, &shown, effects));
    }

    /// What is hidden and dimmed, in words, as far as that was counted.
    pub(super) fn hidden_words(&self) -> Option<String> {
        let (_, hidden) = self.tab.hidden.as_ref()?;
        hidden.words()
    }
}
