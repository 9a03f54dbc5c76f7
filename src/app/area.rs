//! A box that is drawn with Shift held down, to select what lies in it.

use eframe::egui::{CursorIcon, PointerButton, Stroke, StrokeKind, Ui};

use crate::scene::screen::{self, color32};
use crate::scene::{Point, Rect, Theme};
use crate::story::ItemId;
use crate::view::Command;

use super::canvas::{self, Canvas};

/// The corner where a box was begun, while one is drawn.
#[derive(Debug, Default)]
pub struct Area(Option<Point>);

/// How far a box is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Drawn {
    /// None is drawn.
    Nothing,
    /// The hand still moves.
    Begun,
    /// It was drawn, over this part of the scene.
    Done(Rect),
}

impl Area {
    /// Follows the hand on `canvas`, and shows the box.
    pub fn follow(&mut self, ui: &Ui, canvas: &Canvas, theme: &Theme) -> Drawn {
        let response = &canvas.response;
        if response.drag_started_by(PointerButton::Primary) {
            // Where the button went down, not where the pointer has got to since.
            let (press, shift) = ui.input(|input| {
                let press = input.pointer.press_origin();
                (press, input.modifiers.shift)
            });
            self.0 = press
                .filter(|_| shift)
                .map(|at| canvas::local(at, canvas.origin));
        }
        let (Some(from), Some(to)) = (self.0, response.interact_pointer_pos()) else {
            return Drawn::Nothing;
        };
        let to = canvas::local(to, canvas.origin);
        let area = Rect::of_ends(from, to);
        ui.painter_at(response.rect).rect(
            screen::place(area, canvas.origin),
            0.0,
            color32(theme.accent.at(0.08)),
            Stroke::new(1.0, color32(theme.accent)),
            StrokeKind::Inside,
        );
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        if response.drag_stopped() {
            self.0 = None;
            return Drawn::Done(area);
        }
        Drawn::Begun
    }
}

/// The command that selects `found`; with Ctrl held down, besides what is `selected`.
pub fn selecting(ui: &Ui, found: impl Iterator<Item = ItemId>, selected: &[ItemId]) -> Command {
    let add = ui.input(|input| input.modifiers.command);
    let mut chosen = if add { selected.to_vec() } else { Vec::new() };
    let held: std::collections::BTreeSet<ItemId> = chosen.iter().cloned().collect();
    chosen.extend(found.filter(|id| !held.contains(id)));
    chosen.dedup();
    if chosen.is_empty() {
        Command::ClearSelection
    } else {
        Command::SelectAll(chosen)
    }
}
