//! Hands on the map: what presses, drags, the wheel and the arrow keys do.

use eframe::egui::{CursorIcon, Key, PointerButton, Ui, Vec2};

use crate::map::{self, Drawing, camera};
use crate::scene::{Point, Rect};
use crate::story::{ActorIx, Item, ItemId};
use crate::view::{Camera, Command, GroupBy};

use super::super::area::{self, Drawn};
use super::super::canvas::{self, Canvas, Effect, Shared, Under};
use super::super::dialog;
use super::MapPane;

/// How much a click on those who are drawn as one, or two on the ground, magnifies.
const CLOSER: f32 = 1.8;

/// What a drag has hold of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Held {
    /// Nothing, or the map itself.
    #[default]
    Map,
    /// An actor.
    Actor(ActorIx),
    /// What is in sight, in the inset.
    Inset,
}

impl MapPane {
    pub(super) fn hands(
        &mut self,
        ui: &Ui,
        canvas: &Canvas,
        camera: Camera,
        drawing: Drawing<'_>,
        shared: &mut Shared<'_>,
    ) {
        let (response, size, view) = (&canvas.response, drawing.size, drawing.view);
        let pointer = canvas.pointer();
        let inset = self.inset;
        let on_inset = |at: Point| inset.filter(|inset| inset.rect.contains(at));
        if let (true, Some(inset)) = (response.clicked(), pointer.and_then(on_inset)) {
            let next = pointer.map(|at| inset.camera(at, camera));
            let command = next.map(|next| Command::MoveCamera(Some(next)));
            shared.effects.extend(command.map(Effect::Settle));
        } else {
            if canvas.clicks(ui, shared)
                && let Some(at) = pointer
            {
                let next = camera::zoom_at(camera, size, at, CLOSER);
                shared
                    .effects
                    .push(Effect::Settle(Command::MoveCamera(Some(next))));
            }
            if let Some(under) = canvas.clicked_many() {
                clicked_many(drawing, camera, under, shared);
            }
        }
        match self.area.follow(ui, canvas, shared.theme) {
            Drawn::Nothing => {}
            Drawn::Begun => return,
            Drawn::Done(area) => {
                let found = inside(area, camera, drawing, shared);
                let command = area::selecting(ui, found.into_iter(), &view.selection);
                shared.effects.push(Effect::Change(command));
                return;
            }
        }
        if response.drag_started_by(PointerButton::Primary) {
            // What lies under the press, not under where the pointer has got to since.
            self.held = match ui.input(|input| input.pointer.press_origin()) {
                Some(press) => {
                    let at = canvas::local(press, canvas.origin);
                    let hit = self
                        .scene
                        .as_ref()
                        .and_then(|(_, scene)| scene.item_at(at, canvas::SLACK));
                    match hit {
                        _ if on_inset(at).is_some() => Held::Inset,
                        Some(Item::Actor(actor)) => Held::Actor(actor),
                        _ => Held::Map,
                    }
                }
                None => Held::Map,
            };
        }
        if response.dragged() {
            let at = response.interact_pointer_pos();
            match (self.held, at) {
                (Held::Actor(actor), Some(at)) => {
                    let place = camera::to_map(camera, size, canvas::local(at, canvas.origin));
                    self.drag(actor, place, camera, drawing, shared);
                    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
                }
                (Held::Inset, Some(at)) => {
                    if let Some(inset) = inset {
                        let at = canvas::local(at, canvas.origin);
                        self.move_to(inset.camera(at, camera), shared);
                    }
                }
                _ => {
                    if let Some(moved) = canvas.panned()
                        && moved != Vec2::ZERO
                    {
                        self.move_to(camera::pan(camera, moved.x, moved.y), shared);
                        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
                    }
                }
            }
        }
        if response.drag_stopped() {
            self.held = Held::Map;
        }
        let wheel = canvas.wheel(ui);
        if let Some(at) = pointer
            && ((wheel.zoom - 1.0).abs() > 1e-6 || wheel.pan != Vec2::ZERO)
        {
            let next = camera::zoom_at(camera, size, at, wheel.zoom);
            self.move_to(camera::pan(next, wheel.pan.x, wheel.pan.y), shared);
        }
    }

    /// Puts `actor` at `place`, in the map's units.
    fn drag(
        &mut self,
        actor: ActorIx,
        place: Point,
        camera: Camera,
        drawing: Drawing<'_>,
        shared: &mut Shared<'_>,
    ) {
        let id = shared.index.story().actor(actor).id.to_string();
        let pin = Command::Pin(id, [place.x, place.y]);
        // The rest of the map stays where it is while one actor moves.
        if drawing.view.camera.is_none() {
            self.motion.jump(camera);
            let stay = Command::MoveCamera(Some(camera));
            shared.effects.push(Effect::Begin(vec![stay, pin]));
        } else {
            shared.effects.push(Effect::Change(pin));
        }
    }

    fn move_to(&mut self, camera: Camera, shared: &mut Shared<'_>) {
        self.motion.jump(camera);
        shared
            .effects
            .push(Effect::Change(Command::MoveCamera(Some(camera))));
    }
}

/// A click on a mark that stands for many: a group opens or is drawn as one, those who lie close are looked at
/// more closely, shared events and the relations of a bundle are selected.
fn clicked_many(drawing: Drawing<'_>, camera: Camera, under: &Under, shared: &mut Shared<'_>) {
    let [first, ..] = under.folded.as_slice() else {
        return;
    };
    if let Item::Relation(relation) = *first {
        let all = drawing.bundled_with(relation, camera).into_iter();
        let ids = all.map(|relation| shared.id(Item::Relation(relation)));
        let select = Command::SelectAll(ids.collect());
        shared.effects.push(Effect::Change(select));
        return;
    }
    let Item::Actor(actor) = *first else {
        let ids = under.folded.iter().map(|&item| shared.id(item)).collect();
        shared.effects.push(Effect::Change(Command::SelectAll(ids)));
        return;
    };
    let by = drawing.view.map.group;
    let groups = drawing.arrangement.graph.groups(drawing.index, by);
    let node = drawing.arrangement.graph.node_of(actor);
    let group = node.and_then(|node| groups.group_of(node));
    let is_group = by != GroupBy::Nothing && !drawing.is_near_fold(camera.zoom, &under.folded);
    if let (true, Some(group)) = (is_group, group) {
        let name = group.kept.clone();
        shared
            .effects
            .push(Effect::Settle(Command::ToggleGroup(name)));
        return;
    }
    if let Some(at) = under.bounds.map(Rect::center) {
        // What is looked at more closely comes to the middle.
        let place = camera::to_map(camera, drawing.size, at);
        let next = Camera {
            center: [place.x, place.y],
            zoom: (camera.zoom * CLOSER * 1.2).min(camera::ZOOMS[1]),
        };
        let closer = Command::MoveCamera(Some(next));
        shared.effects.push(Effect::Settle(closer));
    }
}

/// The actors that stand in `area`.
fn inside(area: Rect, camera: Camera, drawing: Drawing<'_>, shared: &Shared<'_>) -> Vec<ItemId> {
    let actors = drawing.inside(area, camera).into_iter();
    actors.map(|actor| shared.id(Item::Actor(actor))).collect()
}

/// Arrows walk to the neighbour on that side; Enter zooms to the one selected.
pub fn keys(ui: &Ui, canvas: &Canvas, drawing: Drawing<'_>, shared: &mut Shared<'_>) {
    if !canvas.response.has_focus() || dialog::is_open(ui.ctx()) {
        return;
    }
    let selected = drawing.view.focused(shared.index);
    let here = if let Some(Item::Actor(actor)) = selected {
        Some(actor)
    } else {
        None
    };
    let pressed = |key: Key| ui.input(|input| !input.modifiers.any() && input.key_pressed(key));
    for (key, toward) in [
        (Key::ArrowRight, (1.0, 0.0)),
        (Key::ArrowLeft, (-1.0, 0.0)),
        (Key::ArrowDown, (0.0, 1.0)),
        (Key::ArrowUp, (0.0, -1.0)),
    ] {
        if pressed(key) {
            let (positions, shown) = (drawing.positions(), drawing.in_play());
            let graph = &drawing.arrangement.graph;
            let next = map::neighbour_toward(graph, (&positions, &shown), here, toward);
            let select = next.map(|next| Command::Select(shared.id(Item::Actor(next))));
            shared.effects.extend(select.map(Effect::Change));
        }
    }
    if pressed(Key::Enter)
        && let Some(here) = here
    {
        shared.effects.push(Effect::ZoomTo(Item::Actor(here)));
    }
}
