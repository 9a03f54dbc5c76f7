//! What the hands and keys do on the timeline.

use eframe::egui::{self, CursorIcon, Key, Ui};

use crate::scene::Scene;
use crate::story::{EventIx, Item, ItemId};
use crate::timeline::{self, Layout, Scale};
use crate::view::{Command, View, Window};

use super::super::area::{self, Drawn};
use super::super::canvas::{self, Canvas, Effect, Shared};
use super::super::dialog;
use super::TimelinePane;

impl TimelinePane {
    pub(super) fn hands(
        &mut self,
        ui: &Ui,
        canvas: &Canvas,
        layout: &Layout,
        scene: &Scene,
        selected: &[ItemId],
        shared: &mut Shared<'_>,
    ) {
        let (scale, scroll, most) = (layout.scale, layout.scroll, layout.most_scroll());
        let in_plot = |x: f32| f64::from(x - layout.plot.left);
        let pointer = canvas.pointer();
        if canvas.clicks(ui, shared)
            && let Some(at) = pointer
        {
            let next = scale.zoom_at(in_plot(at.x), 2.0);
            shared
                .effects
                .push(Effect::Settle(Command::ShowWindow(Some(next.window()))));
        }
        if let Some(under) = canvas.clicked_many()
            && let Some(at) = pointer.or(under.bounds.map(crate::scene::Rect::center))
        {
            shared.effects.push(Effect::Settle(unfolded(
                under,
                &scale,
                in_plot(at.x),
                shared,
            )));
        }
        if self.mark_range(ui, canvas, layout, shared) {
            return;
        }
        match self.area.follow(ui, canvas, shared.theme) {
            Drawn::Nothing => {}
            Drawn::Begun => return,
            Drawn::Done(area) => {
                let found = scene
                    .item_groups()
                    .filter(|(_, group)| group.hit.bounds().is_some_and(|b| b.overlaps(area)))
                    .map(|(item, _)| shared.id(item));
                let command = area::selecting(ui, found, selected);
                shared.effects.push(Effect::Change(command));
                return;
            }
        }
        if let Some(moved) = canvas.panned() {
            if moved.x != 0.0 {
                let next = scale.pan(f64::from(moved.x));
                self.motion.jump(next.window());
                shared
                    .effects
                    .push(Effect::Change(Command::ShowWindow(Some(next.window()))));
            }
            if moved.y != 0.0 && most > 0.0 {
                let to = (scroll - moved.y).clamp(0.0, most);
                shared
                    .effects
                    .push(Effect::Change(Command::ScrollLanes(to)));
            }
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        let wheel = canvas.wheel(ui);
        let over_heads = pointer.is_some_and(|at| at.x < layout.plot.left);
        let (zoom, scrolled) = if over_heads && wheel.pan.y == 0.0 {
            (1.0, wheel.zoom.ln() / 0.004)
        } else {
            (wheel.zoom, wheel.pan.y)
        };
        if let Some(at) = pointer
            && ((zoom - 1.0).abs() > 1e-6 || wheel.pan.x != 0.0)
        {
            let next = scale
                .zoom_at(in_plot(at.x), f64::from(zoom))
                .pan(f64::from(wheel.pan.x));
            self.motion.jump(next.window());
            shared
                .effects
                .push(Effect::Change(Command::ShowWindow(Some(next.window()))));
        }
        if scrolled.abs() > 0.01 && most > 0.0 {
            let to = (scroll - scrolled).clamp(0.0, most);
            shared
                .effects
                .push(Effect::Change(Command::ScrollLanes(to)));
        }
    }

    /// A drag on the axis marks a stretch of time; a click there marks nothing.
    fn mark_range(
        &mut self,
        ui: &Ui,
        canvas: &Canvas,
        layout: &Layout,
        shared: &mut Shared<'_>,
    ) -> bool {
        let response = &canvas.response;
        let on_axis = |at: crate::scene::Point| at.y > layout.axis_top() && at.x > layout.plot.left;
        let tick = |x: f32| layout.scale.tick_at(f64::from(x - layout.plot.left)).0;
        let press = ui.input(|input| input.pointer.press_origin());
        if response.drag_started_by(egui::PointerButton::Primary) {
            let at = press.map(|pos| canvas::local(pos, canvas.origin));
            self.marking = at.filter(|at| on_axis(*at)).map(|at| tick(at.x));
        }
        if canvas.pointer().is_some_and(on_axis) {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
            if response.clicked() {
                shared
                    .effects
                    .push(Effect::Settle(Command::MarkRange(None)));
            }
        }
        let Some(from) = self.marking else {
            return false;
        };
        if let Some(pos) = response.interact_pointer_pos() {
            let to = tick(canvas::local(pos, canvas.origin).x);
            let (from, to) = (from.min(to), from.max(to));
            let range = Window {
                from,
                to: to.max(from.saturating_add(1)),
            };
            shared
                .effects
                .push(Effect::Change(Command::MarkRange(Some(range))));
        }
        if response.drag_stopped() {
            self.marking = None;
        }
        true
    }
}

/// What a click on a folded mark leads to: closer, or, where its events lie on one another at every
/// zoom, the selection of those that it names.
fn unfolded(under: &canvas::Under, scale: &Scale, x: f64, shared: &Shared<'_>) -> Command {
    let story = shared.index.story();
    let span = |item: &Item| match item {
        Item::Event(ix) => Some(story.event(*ix).when.date.as_ref()?.span().outer()),
        _ => None,
    };
    let spans = || under.folded.iter().filter_map(span);
    let last_begin = spans().map(|span| span.0).max();
    let first_end = spans().map(|span| span.1).min();
    let all_listed = under
        .count
        .is_some_and(|count| count as usize <= under.folded.len());
    if all_listed && last_begin < first_end {
        return Command::SelectAll(under.folded.iter().map(|item| shared.id(*item)).collect());
    }
    Command::ShowWindow(Some(scale.zoom_at(x, 3.0).window()))
}

/// Arrows, Home and End walk through the events in time; Enter zooms to the one selected.
///
/// Returns the event that was stepped to, which is to be shown.
pub(super) fn keys(
    ui: &Ui,
    canvas: &Canvas,
    shared: &mut Shared<'_>,
    view: &View,
    window: Window,
) -> Option<EventIx> {
    let focused = ui.ctx().memory(egui::Memory::focused);
    let ours = canvas.response.has_focus();
    let in_menu = egui::Popup::is_any_open(ui.ctx());
    if (!ours && focused.is_some()) || in_menu || dialog::is_open(ui.ctx()) {
        return None;
    }
    let index = shared.index;
    let selected = view.focused(index);
    let here = if let Some(Item::Event(ix)) = selected {
        Some(ix)
    } else {
        None
    };
    let pressed = |key: Key| ui.input(|input| !input.modifiers.any() && input.key_pressed(key));
    let next = if pressed(Key::ArrowRight) || pressed(Key::ArrowDown) {
        timeline::event_after(index, here)
    } else if pressed(Key::ArrowLeft) || pressed(Key::ArrowUp) {
        timeline::event_before(index, here)
    } else if pressed(Key::Home) {
        timeline::event_after(index, None)
    } else if pressed(Key::End) {
        timeline::event_before(index, None)
    } else {
        None
    };
    if let Some(next) = next {
        let id = shared.id(Item::Event(next));
        shared.effects.push(Effect::Change(Command::Select(id)));
        if let Some(moved) = timeline::window_to(index, window, next) {
            shared
                .effects
                .push(Effect::Settle(Command::ShowWindow(Some(moved))));
        }
    }
    if ours
        && pressed(Key::Enter)
        && let Some(here) = here
    {
        shared.effects.push(Effect::ZoomTo(Item::Event(here)));
    }
    next
}
