//! The overview strip: where the events of the whole story lie, and the window on it.

use std::sync::Arc;

use eframe::egui::{self, CursorIcon, Rect, Sense, Ui};

use crate::index::Index;
use crate::language::say;
use crate::scene::Look;
use crate::scene::screen;
use crate::timeline::{self, Overview, Part, Stack};
use crate::view::{Command, Window};

use super::super::canvas::{Effect, SLACK, Shared};

/// The strip with what it was drawn from.
#[derive(Default)]
pub(super) struct Strip {
    overview: Option<(Key, Arc<Overview>)>,
    grabbed: Option<(Part, f64)>,
}

#[derive(PartialEq)]
struct Key {
    stack: usize,
    width: f32,
    window: Window,
    look: Look,
}

impl Strip {
    fn overview(
        &mut self,
        index: &Index,
        stack: &Arc<Stack>,
        rect: Rect,
        window: Window,
        shared: &Shared<'_>,
    ) -> Arc<Overview> {
        let key = Key {
            stack: Arc::as_ptr(stack).addr(),
            width: rect.width(),
            window,
            look: shared.theme.look(),
        };
        match &self.overview {
            Some((held, overview)) if *held == key => Arc::clone(overview),
            _ => {
                let size = crate::scene::size(rect.width(), rect.height());
                let theme = shared.theme;
                let drawn = timeline::overview(index, &stack.whole.density, window, size, theme);
                let overview = Arc::new(drawn);
                self.overview = Some((key, Arc::clone(&overview)));
                overview
            }
        }
    }

    /// Shows the strip. Returns the window that a drag leads to, which is to be shown at once.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        rect: Rect,
        window: Window,
        stack: &Arc<Stack>,
        shared: &mut Shared<'_>,
    ) -> Option<Window> {
        let index = Arc::clone(shared.index);
        let overview = self.overview(&index, stack, rect, window, shared);
        let response = ui.interact(
            rect,
            ui.scope_id().with("overview"),
            Sense::click_and_drag(),
        );
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::accesskit::Role::ScrollBar,
                true,
                say!("timeline-pane-overview"),
            )
        });
        screen::paint(&overview.scene, &ui.painter_at(rect), rect.min);
        let x_of = |pos: egui::Pos2| f64::from(pos.x - rect.left());
        if let Some(pos) = response.hover_pos() {
            let part = overview.part_at(x_of(pos), f64::from(SLACK));
            ui.ctx().set_cursor_icon(match part {
                Part::From | Part::To => CursorIcon::ResizeHorizontal,
                Part::Window => CursorIcon::Grab,
                Part::Outside => CursorIcon::PointingHand,
            });
        }
        let press = ui.input(|input| input.pointer.press_origin());
        if response.drag_started()
            && let Some(pos) = press
        {
            self.grabbed = Some((overview.part_at(x_of(pos), f64::from(SLACK)), x_of(pos)));
        }
        let mut dragged = None;
        if response.dragged()
            && let (Some((part, before)), Some(pos)) =
                (self.grabbed, response.interact_pointer_pos())
        {
            let to = x_of(pos);
            let next = overview.dragged(window, part, before, to);
            // A new window begins where the drag did.
            let before = if part == Part::Outside { before } else { to };
            self.grabbed = Some((part, before));
            dragged = Some(next);
            shared
                .effects
                .push(Effect::Change(Command::ShowWindow(Some(next))));
        } else if response.clicked()
            && let Some(pos) = response.interact_pointer_pos()
        {
            let next = overview.centered(window, x_of(pos));
            shared
                .effects
                .push(Effect::Settle(Command::ShowWindow(Some(next))));
        }
        if response.drag_stopped() {
            self.grabbed = None;
        }
        dragged
    }
}
