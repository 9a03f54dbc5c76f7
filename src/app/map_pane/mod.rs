//! The map in the window: hands, animation, caches, and the layout in the background. What is
//! drawn is `map`'s affair.

mod clock_bar;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use eframe::egui::{self, CursorIcon, Key, Sense, Ui, Vec2};

use crate::index::{Highlight, Index};
use crate::map::{self, Arrangement, Drawing, Request, camera};
use crate::scene::screen::{self, color32};
use crate::scene::{Measurer, Scene, Size, TextStyle, size};
use crate::story::{ActorIx, Item, ItemId};
use crate::view::{Camera, Command, Moment, Outside, View};

use super::canvas::{self, Canvas, Effect, Shared};
use super::dialog;
use super::motion::Motion;
use super::opening::Places;

use clock_bar::ClockBar;

/// Height that a map has at least beside its slider of time, in points.
const LEAST_MAP: f32 = 110.0;

/// The map's pane.
#[derive(Default)]
pub struct MapPane {
    size: [f32; 2],
    pointed_at: bool,
    motion: Motion<Camera>,
    shown: Option<Camera>,
    arrangement: Option<Arc<Arrangement>>,
    arranging: Option<Arranging>,
    before: Places,
    scene: Option<(SceneKey, Arc<Scene>)>,
    dragged: Option<ActorIx>,
    clock: ClockBar,
}

/// An arrangement that is being found on a thread of its own.
struct Arranging {
    receiver: Receiver<Arc<Arrangement>>,
    cancel: Arc<AtomicBool>,
}

impl Drop for Arranging {
    fn drop(&mut self) {
        self.cancel.store(true, Ordering::Relaxed);
    }
}

#[derive(PartialEq)]
struct SceneKey {
    arrangement: usize,
    highlight: Highlight,
    dark: bool,
    moment: Option<Moment>,
    unheld: Outside,
    camera: Camera,
    size: Size,
    pins: BTreeMap<String, [f32; 2]>,
    hidden: BTreeSet<String>,
    focus: (u8, Vec<ItemId>),
}

impl MapPane {
    /// Whether the pointer is over this pane.
    #[must_use]
    pub fn is_pointed_at(&self) -> bool {
        self.pointed_at
    }

    /// The pane's size, in points.
    #[must_use]
    pub fn size(&self) -> [f32; 2] {
        self.size
    }

    /// Takes the places that a story's actors were given while it was opened; where there are none, they
    /// are found in the background, near where they lay `before`.
    pub fn take(&mut self, arrangement: Option<Arc<Arrangement>>, before: Places) {
        self.arrangement = arrangement;
        self.before = before;
        self.arranging = None;
        self.scene = None;
        self.dragged = None;
    }

    /// Where the actors lie, once that is known.
    #[must_use]
    pub fn arrangement(&self) -> Option<&Arc<Arrangement>> {
        self.arrangement.as_ref()
    }

    /// Where the actors lie now, by id, to begin from when the story is read again.
    #[must_use]
    pub fn places(&self, index: &Index) -> Places {
        self.arrangement
            .as_ref()
            .map(|held| held.by_id(index))
            .unwrap_or_default()
    }

    /// The command that magnifies the map about its middle.
    #[must_use]
    pub fn zoomed(&self, factor: f32) -> Option<Command> {
        let size = size(self.size[0], self.size[1]);
        let middle = crate::scene::point(size.width / 2.0, size.height / 2.0);
        let next = camera::zoom_at(self.shown?, size, middle, factor);
        Some(Command::MoveCamera(Some(next)))
    }

    /// The camera that shows `items` well.
    #[must_use]
    pub fn camera_for(
        &self,
        index: &Index,
        view: &View,
        items: &[Item],
        measurer: &Measurer,
    ) -> Option<Camera> {
        let arrangement = self.arrangement.as_ref()?;
        let drawing = Drawing {
            index,
            arrangement,
            view,
            highlight: &Highlight::default(),
            theme: crate::scene::Theme::of(false),
            measurer,
            size: size(self.size[0], self.size[1]),
            legend: true,
            many: true,
        };
        drawing.fitted_to(items)
    }

    /// Shows the map.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &View,
        measurer: &Arc<Measurer>,
        shared: &mut Shared<'_>,
    ) {
        let whole = ui.available_rect_before_wrap();
        ui.allocate_rect(whole, Sense::hover());
        let rect = self.clock_shown(ui, whole, view, measurer, shared);
        self.size = [rect.width(), rect.height()];
        let Some(arrangement) = self.arranged(ui.ctx(), shared.index, measurer) else {
            let painter = ui.painter_at(rect);
            let font = screen::font_id(TextStyle::Body);
            let (at, color) = (rect.center(), color32(shared.theme.muted));
            painter.text(
                at,
                egui::Align2::CENTER_CENTER,
                "Arranging the map…",
                font,
                color,
            );
            return;
        };
        let size = size(rect.width(), rect.height());
        let highlight = shared.highlight.clone();
        let drawing = Drawing {
            index: shared.index,
            arrangement: &arrangement,
            view,
            highlight: &highlight,
            theme: shared.theme,
            measurer,
            size,
            legend: true,
            many: true,
        };
        let target = view.camera.unwrap_or_else(|| drawing.fitted());
        let now = ui.input(|input| input.time);
        let blend = |a: Camera, b: Camera, t: f64| {
            #[expect(clippy::cast_possible_truncation, reason = "0 to 1")]
            camera::between(a, b, t as f32)
        };
        let resized = self.scene.as_ref().is_some_and(|(key, _)| key.size != size);
        if resized {
            // What fits a panel that is being dragged follows it at once.
            self.motion.jump(target);
        }
        let (camera, moving) = self.motion.toward(target, now, blend);
        if moving {
            ui.ctx().request_repaint();
        }
        self.shown = Some(camera);
        let key = SceneKey {
            arrangement: Arc::as_ptr(&arrangement).addr(),
            highlight: highlight.clone(),
            dark: shared.theme.dark,
            moment: view.moment(),
            unheld: view.unheld,
            camera,
            size,
            pins: view.pins.clone(),
            hidden: view.hidden.clone(),
            focus: (
                view.focus,
                if view.focus > 0 {
                    view.selection.clone()
                } else {
                    Vec::new()
                },
            ),
        };
        let scene = match &self.scene {
            Some((held, scene)) if *held == key => Arc::clone(scene),
            _ => {
                let scene = Arc::new(map::scene(drawing, camera));
                self.scene = Some((key, Arc::clone(&scene)));
                scene
            }
        };
        let canvas = canvas::show(ui, rect, &scene, "Map", shared);
        self.pointed_at = canvas.response.contains_pointer();
        self.hands(ui, &canvas, camera, size, view, shared);
        keys(ui, &canvas, drawing, shared);
    }

    /// Shows the slider of time at the foot of `whole`, where the story has dated relations and there is
    /// room; what is left is the map's.
    fn clock_shown(
        &mut self,
        ui: &mut Ui,
        whole: egui::Rect,
        view: &View,
        measurer: &Measurer,
        shared: &mut Shared<'_>,
    ) -> egui::Rect {
        let dated = self.clock.changes(shared.index).extent().is_some();
        if !dated || whole.height() < LEAST_MAP + map::CLOCK_HEIGHT {
            return whole;
        }
        let top = whole.bottom() - map::CLOCK_HEIGHT;
        let (rect, foot) = whole.split_top_bottom_at_y(top);
        let arrangement = self.arrangement.clone();
        let index = Arc::clone(shared.index);
        let counts = |moment| {
            let edges = arrangement.iter().flat_map(|held| &held.graph.edges);
            map::in_force(&index, edges.map(|edge| edge.relation), moment)
        };
        let of = self
            .arrangement
            .as_ref()
            .map_or(0, |held| Arc::as_ptr(held).addr());
        self.clock
            .show(ui, foot, view, (of, counts), measurer, shared);
        rect
    }

    /// Begins to play time, or stops; the command that it begins with.
    pub fn toggle_play(&mut self, index: &Arc<Index>, view: &View) -> Option<Command> {
        self.clock.toggle_play(index, view)
    }

    /// Whether anything on the map has a date.
    #[must_use]
    pub fn has_times(&self) -> bool {
        self.clock.has_times()
    }

    /// The command that goes to the next change of the map, or to the one before.
    pub fn stepped(&mut self, index: &Arc<Index>, view: &View, onward: bool) -> Option<Command> {
        self.clock.stepped(index, view, onward)
    }

    /// The arrangement, once it is there; asks for one in the background where there is none.
    fn arranged(
        &mut self,
        ctx: &egui::Context,
        index: &Arc<Index>,
        measurer: &Arc<Measurer>,
    ) -> Option<Arc<Arrangement>> {
        if let Some(arrangement) = &self.arrangement {
            return Some(Arc::clone(arrangement));
        }
        if let Some(arranging) = &self.arranging {
            let arrangement = arranging.receiver.try_recv().ok()?;
            self.arranging = None;
            self.arrangement = Some(Arc::clone(&arrangement));
            return Some(arrangement);
        }
        let (sender, receiver) = channel();
        let cancel = Arc::new(AtomicBool::new(false));
        let (index, flag) = (Arc::clone(index), Arc::clone(&cancel));
        let (measurer, ctx, before) = (Arc::clone(measurer), ctx.clone(), self.before.clone());
        thread::spawn(move || {
            let request = Request {
                before,
                ..Request::default()
            };
            let found = map::arrange(&index, &request, &measurer, &flag);
            let _ = sender.send(Arc::new(found));
            ctx.request_repaint();
        });
        self.arranging = Some(Arranging { receiver, cancel });
        None
    }

    fn hands(
        &mut self,
        ui: &Ui,
        canvas: &Canvas,
        camera: Camera,
        size: Size,
        view: &View,
        shared: &mut Shared<'_>,
    ) {
        let response = &canvas.response;
        let pointer = canvas.pointer();
        if canvas.clicks(ui, shared)
            && let Some(at) = pointer
        {
            let next = camera::zoom_at(camera, size, at, 1.8);
            shared
                .effects
                .push(Effect::Settle(Command::MoveCamera(Some(next))));
        }
        if response.secondary_clicked()
            && let Some(Item::Actor(actor)) = canvas.item()
        {
            let id = shared.index.story().actor(actor).id.to_string();
            if view.pins.contains_key(&id) {
                shared.effects.push(Effect::Settle(Command::Unpin(id)));
            }
        }
        let press = ui.input(|input| input.pointer.press_origin());
        if response.drag_started_by(egui::PointerButton::Primary) {
            // The actor under the press, not under where the pointer has got to since.
            let pressed = press.map(|at| canvas::local(at, canvas.origin));
            let hit = pressed.and_then(|at| {
                let (_, scene) = self.scene.as_ref()?;
                scene.item_at(at, canvas::SLACK)
            });
            self.dragged = if let Some(Item::Actor(actor)) = hit {
                Some(actor)
            } else {
                None
            };
        }
        if let (Some(actor), true) = (self.dragged, response.dragged()) {
            if let Some(at) = response.interact_pointer_pos() {
                let place = camera::to_map(camera, size, canvas::local(at, canvas.origin));
                let id = shared.index.story().actor(actor).id.to_string();
                shared
                    .effects
                    .push(Effect::Change(Command::Pin(id, [place.x, place.y])));
                // The rest of the map stays where it is while one actor moves.
                if view.camera.is_none() {
                    self.motion.jump(camera);
                    shared
                        .effects
                        .push(Effect::Change(Command::MoveCamera(Some(camera))));
                }
            }
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        } else if let Some(moved) = canvas.panned()
            && moved != Vec2::ZERO
        {
            self.move_to(camera::pan(camera, moved.x, moved.y), shared);
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        if response.drag_stopped() {
            self.dragged = None;
        }
        let wheel = canvas.wheel(ui);
        if let Some(at) = pointer
            && ((wheel.zoom - 1.0).abs() > 1e-6 || wheel.pan != Vec2::ZERO)
        {
            let next = camera::zoom_at(camera, size, at, wheel.zoom);
            self.move_to(camera::pan(next, wheel.pan.x, wheel.pan.y), shared);
        }
    }

    fn move_to(&mut self, camera: Camera, shared: &mut Shared<'_>) {
        self.motion.jump(camera);
        shared
            .effects
            .push(Effect::Change(Command::MoveCamera(Some(camera))));
    }
}

/// Arrows walk to the neighbour on that side; Enter zooms to the one selected.
fn keys(ui: &Ui, canvas: &Canvas, drawing: Drawing<'_>, shared: &mut Shared<'_>) {
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
            let (positions, shown) = (drawing.positions(), drawing.shown());
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
