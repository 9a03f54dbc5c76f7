//! The headings of lanes: a click collapses a lane or opens it, a drag moves it.

use eframe::egui::{self, CursorIcon, Sense, Ui, accesskit};

use crate::language::say;
use crate::scene::screen::{self, color32};
use crate::timeline::{LaneBand, Layout, Stack};
use crate::view::{Command, LaneChoices, View};

use super::super::canvas::{Canvas, Effect, Shared};

/// A heading being dragged: its lane, and the lane before which it would be dropped.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dragged {
    kept: String,
    before: Option<String>,
}

/// Lets the headings of lanes answer to the hand. Returns whether one of them has the pointer.
pub(super) fn show(
    ui: &Ui,
    canvas: &Canvas,
    stack: &Stack,
    layout: &Layout,
    view: &View,
    dragged: &mut Option<Dragged>,
    shared: &mut Shared<'_>,
) -> bool {
    let mut any = false;
    for lane in layout.lanes.iter().filter(|lane| !lane.label.is_empty()) {
        let place =
            screen::place(layout.heading(lane), canvas.origin).intersect(canvas.response.rect);
        let id = canvas.response.id.with(("heading", &lane.kept));
        // Tab enters the view as a whole: headings have the mouse, menus and keys of their own.
        let response = ui.interact(place, id, Sense::CLICK | Sense::DRAG);
        response.widget_info(|| {
            let state = if lane.collapsed { "collapsed" } else { "open" };
            let words = say!(
                "timeline-pane-lane",
                name = lane.label,
                count = lane.count,
                state = state
            );
            egui::WidgetInfo::labeled(accesskit::Role::Button, true, words)
        });
        any |= response.hovered() || response.dragged();
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            let painter = ui.painter_at(canvas.response.rect);
            let tint = color32(shared.theme.text.at(0.05));
            painter.rect_filled(place.shrink2(egui::vec2(0.0, 2.0)), 4.0, tint);
        }
        if response.clicked() {
            let command = Command::ToggleLane(lane.kept.clone());
            shared.effects.push(Effect::Settle(command));
        }
        if response.drag_started() {
            *dragged = Some(Dragged {
                kept: lane.kept.clone(),
                before: None,
            });
        }
        menu(&response, lane, stack, view, shared);
    }
    drag(ui, canvas, stack, layout, view, dragged, shared);
    any || dragged.is_some()
}

fn drag(
    ui: &Ui,
    canvas: &Canvas,
    stack: &Stack,
    layout: &Layout,
    view: &View,
    dragged: &mut Option<Dragged>,
    shared: &mut Shared<'_>,
) {
    let Some(held) = dragged else { return };
    let pointer = ui.input(|input| input.pointer.latest_pos());
    if let Some(pointer) = pointer {
        let y = pointer.y - canvas.origin.y + layout.scroll;
        // Dropped before the first lane whose middle lies below the pointer.
        let before = layout
            .lanes
            .iter()
            .find(|lane| lane.top + lane.height / 2.0 > y);
        held.before = before.map(|lane| lane.kept.clone());
        let edge = before.map_or_else(
            || {
                layout
                    .lanes
                    .last()
                    .map_or(0.0, |lane| lane.top + lane.height)
            },
            |lane| lane.top,
        );
        let line = canvas.origin.y + edge - layout.scroll;
        let stroke = egui::Stroke::new(2.0, color32(shared.theme.accent));
        let rect = canvas.response.rect;
        let left = rect.left() + layout.plot.left;
        ui.painter_at(rect).hline(left..=rect.right(), line, stroke);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
    if ui.input(|input| !input.pointer.any_down()) {
        let order = moved(
            stack,
            &view.lane_choices,
            &held.kept,
            held.before.as_deref(),
        );
        shared
            .effects
            .push(Effect::Settle(Command::OrderLanes(order)));
        *dragged = None;
    }
}

fn menu(
    response: &egui::Response,
    lane: &LaneBand,
    stack: &Stack,
    view: &View,
    shared: &mut Shared<'_>,
) {
    response.context_menu(|ui| {
        let mut chosen = None;
        let toggle = if lane.collapsed {
            say!("timeline-pane-open-lane")
        } else {
            say!("timeline-pane-collapse-lane")
        };
        if ui.button(toggle).clicked() {
            chosen = Some(Command::ToggleLane(lane.kept.clone()));
        }
        if ui.button(say!("timeline-pane-collapse-others")).clicked() {
            let others = stack.lanes.iter().map(|other| other.kept().to_owned());
            let others = others.filter(|kept| *kept != lane.kept).collect();
            chosen = Some(Command::CollapseLanes(others));
        }
        let any_collapsed = !view.lane_choices.collapsed.is_empty();
        let all = ui.add_enabled(
            any_collapsed,
            egui::Button::new(say!("timeline-pane-open-lanes")),
        );
        if all.clicked() {
            chosen = Some(Command::CollapseLanes(Vec::new()));
        }
        ui.separator();
        for (name, by) in [
            (say!("timeline-pane-move-up"), -1),
            (say!("timeline-pane-move-down"), 1),
        ] {
            let moved = step(stack, &view.lane_choices, &lane.kept, by);
            let button = ui.add_enabled(moved.is_some(), egui::Button::new(name));
            if button.clicked() {
                chosen = moved;
            }
        }
        let any_moved = !view.lane_choices.first.is_empty();
        let order = ui.add_enabled(
            any_moved,
            egui::Button::new(say!("timeline-pane-reset-order")),
        );
        if order.clicked() {
            chosen = Some(Command::OrderLanes(Vec::new()));
        }
        if let Some(command) = chosen {
            shared.effects.push(Effect::Settle(command));
            ui.close();
        }
    });
}

/// The command that moves a lane up or down by one.
pub(super) fn step(stack: &Stack, choices: &LaneChoices, kept: &str, by: isize) -> Option<Command> {
    let order = stack.order(choices);
    let at = order.iter().position(|other| *other == kept)?;
    let to = at.checked_add_signed(by)?;
    // Down past the next means before the one after it.
    let before = if by > 0 {
        order.get(to + 1)
    } else {
        order.get(to)
    };
    if to >= order.len() {
        return None;
    }
    Some(Command::OrderLanes(moved(
        stack,
        choices,
        kept,
        before.copied(),
    )))
}

/// The lanes that come first once `kept` stands before the lane `before`, or last of all.
fn moved(stack: &Stack, choices: &LaneChoices, kept: &str, before: Option<&str>) -> Vec<String> {
    let order = stack.order(choices);
    let mut rest: Vec<&str> = order.into_iter().filter(|other| *other != kept).collect();
    let at = before.and_then(|before| rest.iter().position(|other| *other == before));
    let at = at.unwrap_or(rest.len());
    rest.insert(at, kept);
    // What follows the moved lanes in its own order needs no mention.
    let mentioned = (at + 1).max(choices.first.len()).min(rest.len());
    rest[..mentioned]
        .iter()
        .map(|&kept| kept.to_owned())
        .collect()
}
