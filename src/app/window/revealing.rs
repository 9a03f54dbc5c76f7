//! What was gone to, shown where something keeps it out of sight.

use crate::language::say;
use crate::story::{Item, ItemId};

use super::super::hiding::{Hiding, hidden_by};
use super::super::notice::{Notice, Offer};
use super::App;

impl App {
    /// Says what keeps `item` out of sight, if anything does, and offers to take that away.
    pub(super) fn say_hidden(&mut self, item: Item) {
        let Some(index) = self.shown_index() else {
            return;
        };
        let reasons = self.hiding(item).into_iter();
        let reasons: Vec<String> = reasons.map(|why| why.sentence(&index, item)).collect();
        if reasons.is_empty() {
            return;
        }
        let title = shortened(&index.title_of(item));
        let reasons = reasons.join(say!("revealing-and"));
        let text = say!("revealing-hidden", title = title, reasons = reasons);
        let id = index.story().id_of(item);
        self.notice = Some(Notice::news(text).offering(Offer::ShowHidden(id)));
    }

    /// Takes away what keeps the item called `id` out of sight; that is undone as one.
    pub(super) fn show_hidden(&mut self, id: &ItemId) {
        let Some(index) = self.shown_index() else {
            return;
        };
        let Some(item) = index.resolve(id) else {
            return;
        };
        let reasons = self.hiding(item).into_iter();
        let commands: Vec<_> = reasons
            .filter_map(|why| why.taken_away(&index, item))
            .collect();
        self.tab.history.apply_together(commands);
    }

    fn hiding(&mut self, item: Item) -> Vec<Hiding> {
        let Some(index) = self.shown_index() else {
            return Vec::new();
        };
        let view = self.map_view();
        let mut all = hidden_by(&index, &view, item);
        if let (Item::Actor(actor), Some(center)) = (item, &view.focus_on)
            && view.focus > 0
            && let Some(arrangement) = self.tab.map.arrangement()
            && let Some(center) = index.resolve(center)
        {
            let near = arrangement.graph.near(&index, &[center], view.focus);
            let node = arrangement.graph.node_of(actor);
            let is_near = node.and_then(|node| near.get(node).copied());
            if !is_near.unwrap_or(true) {
                all.push(Hiding::Focus);
            }
        }
        all
    }
}

/// The beginning of a title, for a sentence.
fn shortened(title: &str) -> String {
    let title = title.trim_matches(['“', '”']);
    let mut shown: String = title.chars().take(60).collect();
    if shown.len() < title.len() {
        shown.push('…');
    }
    shown
}
