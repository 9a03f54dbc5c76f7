//! The timeline in the window: hands, animation, caches. What is drawn is `timeline`'s affair.

use std::sync::Arc;

use eframe::egui::{self, CursorIcon, Key, Rect, Sense, Ui, Vec2};

use crate::index::{Highlight, Index};
use crate::scene::screen::{self, color32};
use crate::scene::{Measurer, Scene};
use crate::story::calendar::Tick;
use crate::story::{EventIx, Item};
use crate::timeline::{self, Drawing, Layout, Overview, Part, Request};
use crate::view::{Command, View, Window};

use super::canvas::{self, Canvas, Effect, SLACK, Shared};
use super::dialog;
use super::motion::Motion;

/// Height of the overview strip, in points.
const OVERVIEW: f32 = 40.0;

/// The timeline's pane.
#[derive(Default)]
pub struct TimelinePane {
    size: [f32; 2],
    pointed_at: bool,
    motion: Motion<Window>,
    layout: Option<(Request, Arc<Layout>)>,
    scene: Option<(SceneKey, Arc<Scene>)>,
    overview: Option<(OverviewKey, Arc<Overview>)>,
    grabbed: Option<(Part, f64)>,
    area: Option<(crate::scene::Point, crate::scene::Point)>,
    content_height: f32,
}

#[derive(PartialEq)]
struct SceneKey {
    layout: usize,
    highlight: Highlight,
    dark: bool,
    as_of: Option<i64>,
    scroll: f32,
}

#[derive(PartialEq)]
struct OverviewKey {
    story: usize,
    width: f32,
    window: Window,
    dark: bool,
}

impl TimelinePane {
    /// Whether the pointer is over this pane.
    #[must_use]
    pub fn is_pointed_at(&self) -> bool {
        self.pointed_at
    }

    /// The pane's size with its overview, in points.
    #[must_use]
    pub fn size(&self) -> [f32; 2] {
        self.size
    }

    /// Lets go of what was drawn from the story before.
    pub fn forget_story(&mut self) {
        self.layout = None;
        self.scene = None;
        self.overview = None;
    }

    /// The command that magnifies the timeline about its middle.
    #[must_use]
    pub fn zoomed(&self, factor: f32) -> Option<Command> {
        let (_, layout) = self.layout.as_ref()?;
        let scale = layout.scale;
        let next = scale.zoom_at(scale.width() / 2.0, f64::from(factor));
        Some(Command::ShowWindow(Some(next.window())))
    }

    /// The command that moves the timeline by a share of its width, later where positive.
    #[must_use]
    pub fn panned(&self, share: f32) -> Option<Command> {
        let (_, layout) = self.layout.as_ref()?;
        let scale = layout.scale;
        let next = scale.pan(-f64::from(share) * scale.width());
        Some(Command::ShowWindow(Some(next.window())))
    }

    /// The stretch of time that shows `items` well.
    #[must_use]
    pub fn window_for(index: &Index, items: &[Item]) -> Option<Window> {
        let events: Vec<EventIx> = items
            .iter()
            .filter_map(|item| {
                if let Item::Event(ix) = item {
                    Some(*ix)
                } else {
                    None
                }
            })
            .collect();
        timeline::window_of(index, &events)
    }

    /// Shows the timeline and its overview.
    pub fn show(&mut self, ui: &mut Ui, view: &View, measurer: &Measurer, shared: &mut Shared<'_>) {
        let rect = ui.available_rect_before_wrap();
        ui.allocate_rect(rect, Sense::hover());
        self.size = [rect.width(), rect.height()];
        let (upper, lower) = rect.split_top_bottom_at_y(rect.bottom() - OVERVIEW);
        let width = upper.width();
        let target = view.window.unwrap_or_else(|| {
            timeline::fit_window(shared.index, crate::scene::size(width, upper.height()))
        });
        let now = ui.input(|input| input.time);
        let (window, moving) = self.motion.toward(target, now, blend);
        if moving {
            ui.ctx().request_repaint();
        }
        let layout = self.layout(view, window, upper.size(), measurer, shared.index);
        self.content_height = layout.content_height;
        let most = (self.content_height - upper.height()).max(0.0);
        let scroll = view.scroll.clamp(0.0, most);
        let scene = self.scene(&layout, view, scroll, measurer, shared);
        let canvas = canvas::show(ui, upper, &scene, "Timeline", shared);
        self.pointed_at = canvas.response.contains_pointer();
        self.hands(ui, &canvas, &layout, (scroll, most), &scene, shared);
        keys(ui, &canvas, shared, view, window);
        self.strip(ui, lower, window, shared);
    }

    fn layout(
        &mut self,
        view: &View,
        window: Window,
        size: Vec2,
        measurer: &Measurer,
        index: &Index,
    ) -> Arc<Layout> {
        let request = Request {
            window: Some(window),
            size: crate::scene::size(size.x, size.y),
            lanes: view.lanes,
            fits: false,
        };
        match &self.layout {
            Some((held, layout)) if *held == request => Arc::clone(layout),
            _ => {
                let layout = Arc::new(timeline::layout(index, &request, measurer));
                self.layout = Some((request, Arc::clone(&layout)));
                layout
            }
        }
    }

    fn scene(
        &mut self,
        layout: &Arc<Layout>,
        view: &View,
        scroll: f32,
        measurer: &Measurer,
        shared: &Shared<'_>,
    ) -> Arc<Scene> {
        let key = SceneKey {
            layout: Arc::as_ptr(layout).addr(),
            highlight: shared.highlight.clone(),
            dark: shared.theme.dark,
            as_of: view.as_of,
            scroll,
        };
        match &self.scene {
            Some((held, scene)) if *held == key => Arc::clone(scene),
            _ => {
                let scene = Arc::new(timeline::scene(Drawing {
                    index: shared.index,
                    layout,
                    highlight: &shared.highlight,
                    theme: shared.theme,
                    measurer,
                    as_of: view.as_of_tick(),
                    scroll,
                }));
                self.scene = Some((key, Arc::clone(&scene)));
                scene
            }
        }
    }

    fn hands(
        &mut self,
        ui: &Ui,
        canvas: &Canvas,
        layout: &Layout,
        (scroll, most): (f32, f32),
        scene: &Scene,
        shared: &mut Shared<'_>,
    ) {
        let scale = layout.scale;
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
        if canvas.response.clicked()
            && let Some(under) = &canvas.under
            && under.item.is_none()
            && under.count.is_some()
            && let Some(bounds) = under.bounds
        {
            let middle = in_plot(bounds.center().x);
            let next = scale.zoom_at(middle, 3.0);
            shared
                .effects
                .push(Effect::Settle(Command::ShowWindow(Some(next.window()))));
        }
        if self.select_area(ui, canvas, scene, shared) {
            return;
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

    /// Shift and drag: the events whose marks the rectangle touches.
    fn select_area(
        &mut self,
        ui: &Ui,
        canvas: &Canvas,
        scene: &Scene,
        shared: &mut Shared<'_>,
    ) -> bool {
        let response = &canvas.response;
        let shift = ui.input(|input| input.modifiers.shift);
        if response.drag_started_by(egui::PointerButton::Primary) && shift {
            self.area = canvas.pointer().map(|at| (at, at));
        }
        let Some((from, _)) = self.area else {
            return false;
        };
        if let Some(at) = response.interact_pointer_pos() {
            self.area = Some((from, canvas::local(at, canvas.origin)));
        }
        let Some((from, to)) = self.area else {
            return false;
        };
        let area = crate::scene::Rect::between(
            from.x.min(to.x),
            from.y.min(to.y),
            from.x.max(to.x),
            from.y.max(to.y),
        );
        let place = screen::place(area, canvas.origin);
        let accent = shared.theme.accent;
        let line = egui::Stroke::new(1.0, color32(accent));
        let painter = ui.painter_at(response.rect);
        painter.rect(
            place,
            0.0,
            color32(accent.at(0.08)),
            line,
            egui::StrokeKind::Inside,
        );
        if response.drag_stopped() {
            self.area = None;
            let mut ids: Vec<_> = scene
                .item_groups()
                .filter(|(_, group)| group.hit.bounds().is_some_and(|b| b.overlaps(area)))
                .map(|(item, _)| shared.id(item))
                .collect();
            ids.dedup();
            shared.effects.push(Effect::Change(Command::SelectAll(ids)));
        }
        true
    }

    fn strip(&mut self, ui: &Ui, rect: Rect, window: Window, shared: &mut Shared<'_>) {
        let key = OverviewKey {
            story: Arc::as_ptr(shared.index.shared_story()).addr(),
            width: rect.width(),
            window,
            dark: shared.theme.dark,
        };
        let overview = match &self.overview {
            Some((held, overview)) if *held == key => Arc::clone(overview),
            _ => {
                let size = crate::scene::size(rect.width(), rect.height());
                let overview =
                    Arc::new(timeline::overview(shared.index, window, size, shared.theme));
                self.overview = Some((key, Arc::clone(&overview)));
                overview
            }
        };
        let response = ui.interact(
            rect,
            ui.scope_id().with("overview"),
            Sense::click_and_drag(),
        );
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::ScrollBar, true, "Overview of time")
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
        if response.dragged()
            && let (Some((part, before)), Some(pos)) =
                (self.grabbed, response.interact_pointer_pos())
        {
            let to = x_of(pos);
            let next = overview.dragged(window, part, before, to);
            self.grabbed = Some((part, to));
            self.motion.jump(next);
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
    }
}

/// The window a share `t` of the way between two.
fn blend(from: Window, to: Window, t: f64) -> Window {
    let mix = |a: i64, b: i64| {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "between two ticks of the axis"
        )]
        let step = (Tick(b).since(Tick(a)) * t) as i64;
        a.saturating_add(step)
    };
    Window {
        from: mix(from.from, to.from),
        to: mix(from.to, to.to),
    }
}

/// Arrows, Home and End walk through the events in time; Enter zooms to the one selected.
fn keys(ui: &Ui, canvas: &Canvas, shared: &mut Shared<'_>, view: &View, window: Window) {
    let focused = ui.ctx().memory(egui::Memory::focused);
    let ours = canvas.response.has_focus();
    if (!ours && focused.is_some()) || dialog::is_open(ui.ctx()) {
        return;
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
}
