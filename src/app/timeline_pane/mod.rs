//! The timeline in the window: hands, animation, caches. What is drawn is `timeline`'s affair.

mod hands;
mod heads;
mod stacking;
mod strip;

use std::sync::Arc;

use eframe::egui::{self, Sense, Ui, Vec2};

use crate::index::{Highlight, Index};
use crate::language::say;
use crate::scene::screen::{self, color32};
use crate::scene::{Look, Measurer, Scene, TextStyle};
use crate::story::calendar::Tick;
use crate::story::{EventIx, Item};
use crate::timeline::{self, Drawing, Layout, Request, Stack, StackRequest};
use crate::view::{Command, Outside, View, Window};

use super::area::Area;
use super::canvas::{self, Shared};
use super::look;
use super::motion::Motion;
use heads::Dragged;
use stacking::Stacking;
use strip::Strip;

/// Height of the overview strip, in points.
const OVERVIEW: f32 = 40.0;

/// Undated events that a sign selects at most.
const MOST_LISTED: usize = 1000;

/// The timeline's pane.
#[derive(Default)]
pub struct TimelinePane {
    size: [f32; 2],
    pointed_at: bool,
    motion: Motion<Window>,
    stacking: Stacking,
    layout: Option<(Arc<Stack>, Request, Arc<Layout>)>,
    scene: Option<(SceneKey, Arc<Scene>)>,
    strip: Strip,
    area: Area,
    /// Where on the axis the marking of a stretch began.
    marking: Option<i64>,
    dragged: Option<Dragged>,
    /// The event whose row is to be scrolled into sight.
    wanted: Option<EventIx>,
}

struct SceneKey {
    layout: Arc<Layout>,
    highlight: Highlight,
    look: Look,
    as_of: Option<i64>,
    outside: Outside,
    voices: bool,
}

impl PartialEq for SceneKey {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.layout, &other.layout)
            && self.highlight == other.highlight
            && (self.look, self.as_of, self.outside) == (other.look, other.as_of, other.outside)
            && self.voices == other.voices
    }
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
        self.stacking = Stacking::default();
        self.layout = None;
        self.scene = None;
        self.strip = Strip::default();
    }

    /// Goes on with `index`, which knows more of the story of `before` and shows the same.
    pub fn take_verified(&mut self, before: &Arc<Index>, index: &Arc<Index>) {
        self.stacking.rename(before, index);
        self.layout = None;
        self.scene = None;
    }

    /// Takes over the lanes that were stacked with the story.
    pub fn take(&mut self, index: &Arc<Index>, stack: Arc<Stack>) {
        self.stacking.take(index, stack);
    }

    /// The command that magnifies the timeline about its middle.
    #[must_use]
    pub fn zoomed(&self, factor: f32) -> Option<Command> {
        let (_, _, layout) = self.layout.as_ref()?;
        let scale = layout.scale;
        let next = scale.zoom_at(scale.width() / 2.0, f64::from(factor));
        Some(Command::ShowWindow(Some(next.window())))
    }

    /// The command that moves the timeline by a share of its width, later where positive.
    #[must_use]
    pub fn panned(&self, share: f32) -> Option<Command> {
        let (_, _, layout) = self.layout.as_ref()?;
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

    /// Whether the lanes that are asked for stand on screen.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.layout.is_some() && !self.stacking.is_waiting()
    }

    /// The stretch of time on screen.
    #[must_use]
    pub fn window(&self) -> Option<Window> {
        let (_, _, layout) = self.layout.as_ref()?;
        Some(layout.scale.window())
    }

    /// The names by which all lanes are kept.
    #[must_use]
    pub fn headings(&self) -> Vec<String> {
        let lanes = self.layout.iter().flat_map(|(stack, ..)| &stack.lanes);
        lanes
            .map(|lane| lane.kept().to_owned())
            .filter(|kept| !kept.is_empty())
            .collect()
    }

    /// The name by which the first lane is kept that an event stands in.
    #[must_use]
    pub fn lane_of(&self, event: EventIx) -> Option<String> {
        let (stack, ..) = self.layout.as_ref()?;
        let lane = stack
            .lanes
            .iter()
            .find(|lane| lane.holds(&stack.whole.prints, event))?;
        (!lane.kept().is_empty()).then(|| lane.kept().to_owned())
    }

    /// The command that moves a lane up or down by one.
    #[must_use]
    pub fn lane_moved(&self, view: &View, heading: &str, by: isize) -> Option<Command> {
        let (stack, ..) = self.layout.as_ref()?;
        heads::step(stack, &view.lane_choices, heading, by)
    }

    /// Scrolls the row of `event` into sight, once the timeline stands still.
    pub fn bring(&mut self, event: EventIx) {
        self.wanted = Some(event);
    }

    /// Shows the timeline and its overview.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &View,
        measurer: &Arc<Measurer>,
        shared: &mut Shared<'_>,
    ) {
        let rect = ui.available_rect_before_wrap();
        ui.allocate_rect(rect, Sense::hover());
        self.size = [rect.width(), rect.height()];
        let (upper, lower) = rect.split_top_bottom_at_y(rect.bottom() - OVERVIEW);
        let size = crate::scene::size(upper.width(), upper.height());
        let request = StackRequest::new(shared.index, view.lanes, size);
        let target = view
            .window
            .unwrap_or_else(|| timeline::fit_window(shared.index, size));
        let per_point = timeline::Scale::new(target, f64::from(size.width)).ticks_per_point();
        let (ctx, index) = (ui.ctx(), shared.index);
        let stacking = &mut self.stacking;
        let Some(stack) = stacking.stack(ctx, index, request, per_point, measurer) else {
            arranging(ui, rect, shared);
            return;
        };
        let now = ui.input(|input| input.time);
        if look::is_still(ui) {
            self.motion.jump(target);
        }
        let (window, moving) = self.motion.toward(target, now, blend);
        if moving {
            ui.ctx().request_repaint();
        }
        let layout = self.layout(&stack, view, window, upper.size(), measurer, shared.index);
        let scene = self.scene(&layout, view, measurer, shared);
        let canvas = canvas::show(
            ui,
            upper,
            &scene,
            ("Timeline", say!("timeline-pane-name")),
            shared,
        );
        self.pointed_at = canvas.response.contains_pointer();
        let on_heading = heads::show(
            ui,
            &canvas,
            &stack,
            &layout,
            view,
            &mut self.dragged,
            shared,
        );
        let on_sign = !on_heading && signs(ui, &canvas, &layout, &stack, measurer, shared);
        if !on_heading && !on_sign {
            self.hands(ui, &canvas, &layout, &scene, &view.selection, shared);
        }
        if let Some(next) = hands::keys(ui, &canvas, shared, view, window) {
            self.scroll_to(next, &stack, &layout, shared);
        }
        if !moving && let Some(wanted) = self.wanted.take() {
            self.scroll_to(wanted, &stack, &layout, shared);
        }
        if let Some(next) = self.strip.show(ui, lower, window, &stack, shared) {
            self.motion.jump(next);
        }
        if self.stacking.is_waiting() {
            waiting(ui, upper, shared);
        }
    }

    /// Scrolls the lanes so that the row of `event` shows.
    fn scroll_to(&self, event: EventIx, stack: &Stack, layout: &Layout, shared: &mut Shared<'_>) {
        let Some((_, request, _)) = &self.layout else {
            return;
        };
        let Some((top, height)) = timeline::row_of(shared.index, stack, request, layout, event)
        else {
            return;
        };
        let room = layout.plot.height();
        let to = if top < layout.scroll {
            top
        } else if top + height > layout.scroll + room {
            top + height - room
        } else {
            return;
        };
        let to = to.clamp(0.0, layout.most_scroll());
        shared
            .effects
            .push(canvas::Effect::Change(Command::ScrollLanes(to)));
    }

    fn layout(
        &mut self,
        stack: &Arc<Stack>,
        view: &View,
        window: Window,
        size: Vec2,
        measurer: &Measurer,
        index: &Index,
    ) -> Arc<Layout> {
        let mut request = Request {
            window: Some(window),
            size: crate::scene::size(size.x, size.y),
            range: view.range,
            scroll: view.scroll,
            choices: view.lane_choices.clone(),
        };
        match &self.layout {
            Some((of, held, layout)) if Arc::ptr_eq(of, stack) && *held == request => {
                Arc::clone(layout)
            }
            _ => {
                let mut layout = timeline::layout(index, stack, &request, measurer);
                let most = layout.most_scroll();
                if request.scroll > most {
                    // Lanes are lower than where the view was scrolled to.
                    let scroll = std::mem::replace(&mut request.scroll, most);
                    layout = timeline::layout(index, stack, &request, measurer);
                    request.scroll = scroll;
                }
                let layout = Arc::new(layout);
                self.layout = Some((Arc::clone(stack), request, Arc::clone(&layout)));
                layout
            }
        }
    }

    fn scene(
        &mut self,
        layout: &Arc<Layout>,
        view: &View,
        measurer: &Measurer,
        shared: &Shared<'_>,
    ) -> Arc<Scene> {
        let key = SceneKey {
            layout: Arc::clone(layout),
            highlight: shared.highlight.clone(),
            look: shared.theme.look(),
            as_of: view.as_of,
            outside: view.outside,
            voices: view.voices,
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
                    voices: view.voices,
                    range: view.range.map(|range| (range, view.outside)),
                }));
                self.scene = Some((key, Arc::clone(&scene)));
                scene
            }
        }
    }
}

/// A click on a sign of what is out of sight goes there. Returns whether the pointer is over one.
fn signs(
    ui: &Ui,
    canvas: &canvas::Canvas,
    layout: &Layout,
    stack: &Stack,
    measurer: &Measurer,
    shared: &mut Shared<'_>,
) -> bool {
    let Some(at) = canvas.pointer() else {
        return false;
    };
    // Only near the bottom is there any.
    if at.y < layout.plot.bottom - 24.0 || at.y > layout.axis_top() {
        return false;
    }
    let signs = timeline::signs(layout, measurer);
    let Some(sign) = signs.iter().find(|sign| sign.rect.contains(at)) else {
        return false;
    };
    ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    if !canvas.response.clicked() {
        // A drag that began here still pans.
        return !canvas.response.dragged();
    }
    let window = layout.scale.window();
    let (before, after) = stack.nearest_outside(window.from, window.to);
    // What is gone to stands a fifth of the way in from its side.
    let inset = window.to.saturating_sub(window.from) / 5;
    let moved = |by: i64| Command::ShowWindow(Some(window.moved(by)));
    let command = match sign.to {
        timeline::Beyond::Earlier => before.map(|end| {
            let wanted = window.from.saturating_add(inset);
            moved(end.saturating_sub(wanted))
        }),
        timeline::Beyond::Later => after.map(|start| {
            let wanted = window.to.saturating_sub(inset);
            moved(start.saturating_sub(wanted))
        }),
        timeline::Beyond::Below => {
            let to = layout.scroll + layout.plot.height() * 0.8;
            Some(Command::ScrollLanes(to.min(layout.most_scroll())))
        }
        // The details list what is selected.
        timeline::Beyond::Undated => {
            let undated = shared.index.undated_events().iter().take(MOST_LISTED);
            let ids = undated.map(|&ix| shared.index.story().id_of(Item::Event(ix)));
            Some(Command::SelectAll(ids.collect()))
        }
    };
    if let Some(command) = command {
        shared.effects.push(canvas::Effect::Settle(command));
    }
    true
}

/// What is said before the lanes of a large story stand.
fn arranging(ui: &Ui, rect: egui::Rect, shared: &Shared<'_>) {
    let painter = ui.painter_at(rect);
    painter.text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        say!("timeline-pane-arranging"),
        screen::font_id(TextStyle::Body),
        color32(shared.theme.muted),
    );
}

/// What is said while other lanes are being arranged.
fn waiting(ui: &Ui, rect: egui::Rect, shared: &Shared<'_>) {
    let font = screen::font_id(TextStyle::Caption);
    let color = color32(shared.theme.muted);
    let galley = ui.painter().layout_no_wrap(
        say!("timeline-pane-arranging-lanes").to_owned(),
        font,
        color,
    );
    let at = egui::pos2(rect.right() - galley.size().x - 16.0, rect.top() + 8.0);
    let around = egui::Rect::from_min_size(at, galley.size()).expand2(egui::vec2(8.0, 3.0));
    let painter = ui.painter_at(rect);
    let line = egui::Stroke::new(1.0, color32(shared.theme.hairline));
    let fill = color32(shared.theme.background);
    painter.rect(
        around,
        around.height() / 2.0,
        fill,
        line,
        egui::StrokeKind::Inside,
    );
    painter.galley(at, galley, color);
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
