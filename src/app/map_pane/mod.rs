//! The map in the window: hands, animation, caches, and the layout in the background. What is
//! drawn is `map`'s affair.

mod clock_bar;
mod hands;
mod placing;

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Sense, Ui};

use crate::index::{Highlight, Index};
use crate::language::say;
use crate::map::{self, Arrangement, Drawing, Inset, camera};
use crate::scene::screen::{self, color32};
use crate::scene::{Look, Measurer, Scene, Size, TextStyle, size};
use crate::story::{Item, ItemId};
use crate::view::{Camera, Command, MapChoices, Moment, Outside, Pins, Places, View};

use super::area::Area;
use super::canvas::{self, Shared};
use super::look;
use super::motion::Motion;

use clock_bar::ClockBar;
use hands::Held;
use placing::Placing;

/// Height that a map has at least beside its slider of time, in points.
const LEAST_MAP: f32 = 110.0;

/// The map's pane.
#[derive(Default)]
pub struct MapPane {
    size: [f32; 2],
    pointed_at: bool,
    motion: Motion<Camera>,
    shown: Option<Camera>,
    placing: Placing,
    scene: Option<(SceneKey, Arc<Scene>)>,
    /// The inset of that scene.
    inset: Option<Inset>,
    held: Held,
    area: Area,
    clock: ClockBar,
}

#[derive(PartialEq)]
struct SceneKey {
    arrangement: usize,
    /// How far actors are on their way there.
    share: f64,
    meetings: bool,
    highlight: Highlight,
    look: Look,
    moment: Option<Moment>,
    unheld: Outside,
    camera: Camera,
    size: Size,
    pins: Pins,
    map: MapChoices,
    hidden: BTreeSet<String>,
    focus: (u8, Vec<ItemId>),
    voices: bool,
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
        self.placing.take(arrangement, before);
        self.scene = None;
        self.held = Held::default();
    }

    /// Draws anew what is known by now of the same story.
    pub fn take_verified(&mut self) {
        self.scene = None;
    }

    /// Where the actors lie, once that is known.
    #[must_use]
    pub fn arrangement(&self) -> Option<&Arc<Arrangement>> {
        self.placing.held()
    }

    /// Finds anew where the actors lie, whatever lay before.
    pub fn renew(
        &mut self,
        ctx: &egui::Context,
        index: &Arc<Index>,
        measurer: &Arc<Measurer>,
        view: &View,
    ) {
        self.placing.renew(ctx, index, measurer, view);
    }

    /// How often actors have been given places in which they lie freely, since the story was opened.
    #[must_use]
    pub fn arranged(&self) -> u32 {
        self.placing.arranged()
    }

    /// Whether everybody lies where `view` has them.
    #[must_use]
    pub fn is_settled(&self, view: &View) -> bool {
        self.placing.is_settled(&view.map.arrange)
    }

    /// Where the actors lie, to begin from when the story is read again.
    #[must_use]
    pub fn places(&self, index: &Index) -> Places {
        self.placing.places(index)
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
        let arrangement = self.placing.held()?;
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

    /// Finds where actors lie while the map is not shown.
    pub fn prepare(&mut self, ui: &Ui, index: &Arc<Index>, view: &View, measurer: &Arc<Measurer>) {
        let now = ui.input(|input| input.time);
        self.placing.now(ui.ctx(), index, measurer, view, now);
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
        let now = ui.input(|input| input.time);
        let placed = self
            .placing
            .now(ui.ctx(), shared.index, measurer, view, now);
        let Some((arrangement, share)) = placed else {
            let painter = ui.painter_at(rect);
            let font = screen::font_id(TextStyle::Body);
            let (at, color) = (rect.center(), color32(shared.theme.muted));
            painter.text(
                at,
                egui::Align2::CENTER_CENTER,
                say!("map-pane-arranging"),
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
        let blend = |a: Camera, b: Camera, t: f64| {
            #[expect(clippy::cast_possible_truncation, reason = "0 to 1")]
            camera::between(a, b, t as f32)
        };
        let resized = self.scene.as_ref().is_some_and(|(key, _)| key.size != size);
        if resized || look::is_still(ui) {
            // What fits a panel that is being dragged follows it at once.
            self.motion.jump(target);
        }
        let (camera, moving) = self.motion.toward(target, now, blend);
        if moving {
            ui.ctx().request_repaint();
        }
        self.shown = Some(camera);
        let key = SceneKey {
            arrangement: self
                .placing
                .held()
                .map_or(0, |held| Arc::as_ptr(held).addr()),
            share,
            meetings: arrangement.graph.meetings_found().is_some(),
            highlight: highlight.clone(),
            look: shared.theme.look(),
            moment: view.moment(),
            unheld: view.unheld,
            camera,
            size,
            pins: view.pins.clone(),
            map: view.map.clone(),
            hidden: view.hidden.clone(),
            voices: view.voices,
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
                self.inset = drawing.inset(camera);
                self.scene = Some((key, Arc::clone(&scene)));
                scene
            }
        };
        let canvas = canvas::show(ui, rect, &scene, ("Map", say!("map-pane-name")), shared);
        self.pointed_at = canvas.response.contains_pointer();
        self.hands(ui, &canvas, camera, drawing, shared);
        hands::keys(ui, &canvas, drawing, shared);
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
        let arrangement = self.placing.held().cloned();
        let index = Arc::clone(shared.index);
        let counts = |moment| {
            let edges = arrangement.iter().flat_map(|held| &held.graph.edges);
            map::in_force(&index, edges.map(|edge| edge.relation), moment)
        };
        let of = self
            .placing
            .held()
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
}
