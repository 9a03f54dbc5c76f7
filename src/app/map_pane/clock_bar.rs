//! The slider of time under the map: its hands, its keys, and the playing of time.

use std::sync::Arc;

use eframe::egui::{
    self, Align, Button, CursorIcon, EventFilter, Id, Key, Layout, Pos2, Rect, Response, RichText,
    Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::index::Index;
use crate::language::say;
use crate::map::{self, Changes, Clock, Handle, InForce};
use crate::scene::screen::{self, color32};
use crate::scene::{Look, Measurer, TextStyle, Theme, size};
use crate::story::calendar::{TICKS_PER_DAY, Tick};
use crate::story::words;
use crate::view::{Command, Moment, Outside, View, Window};

use super::super::canvas::{Effect, SLACK, Shared};
use super::super::look::{choice_button, named};

/// Seconds in which the whole of a story plays.
const PLAYS: f64 = 20.0;
/// Points across of the button that plays.
const BUTTON: f32 = 28.0;
/// Points across of the words that say when.
const WORDS: f32 = 176.0;
/// Points across of the menu at the right.
const MENU: f32 = 168.0;
/// The least that is left for the track; what is beside it goes before that.
const LEAST_TRACK: f32 = 120.0;

/// What can become of what is not in force, in the order of menus.
const UNHELD: [Outside; 3] = [Outside::Dim, Outside::Hide, Outside::Show];

/// What a menu calls that.
fn unheld_name(unheld: Outside) -> &'static str {
    match unheld {
        Outside::Dim => say!("map-pane-dim-unheld"),
        Outside::Hide => say!("map-pane-hide-unheld"),
        Outside::Show => say!("map-pane-show-unheld"),
    }
}

/// The slider with what it was drawn from.
#[derive(Default)]
pub(super) struct ClockBar {
    changes: Option<(Arc<Index>, Arc<Changes>)>,
    drawn: Option<(DrawnKey, Arc<Clock>)>,
    counted: Option<(CountedKey, InForce)>,
    grabbed: Option<Handle>,
    playing: bool,
}

#[derive(PartialEq)]
struct DrawnKey {
    changes: usize,
    moment: Option<Moment>,
    width: f32,
    look: Look,
}

/// What the relations were counted of: what was on show, how it was arranged, and when.
struct CountedKey {
    index: Arc<Index>,
    arrangement: usize,
    moment: Option<Moment>,
}

impl PartialEq for CountedKey {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.index, &other.index)
            && (self.arrangement, self.moment) == (other.arrangement, other.moment)
    }
}

impl ClockBar {
    /// The changes of a story, made once.
    pub(super) fn changes(&mut self, index: &Arc<Index>) -> Arc<Changes> {
        match &self.changes {
            Some((of, changes)) if Arc::ptr_eq(of, index) => Arc::clone(changes),
            _ => {
                let changes = Arc::new(Changes::of(index));
                self.changes = Some((Arc::clone(index), Arc::clone(&changes)));
                changes
            }
        }
    }

    /// Begins to play, or stops. The day that playing begins with, which is undone as one with it.
    pub(super) fn toggle_play(&mut self, index: &Arc<Index>, view: &View) -> Option<Command> {
        let extent = self.changes(index).extent()?;
        self.playing = !self.playing;
        if !self.playing {
            return None;
        }
        let last = last_day(extent).0;
        // What has come to its end begins again.
        let at = view.as_of.filter(|at| (extent.from..last).contains(at));
        Some(Command::ShowAsOf(Some(Tick(at.unwrap_or(extent.from)))))
    }

    /// Whether anything that was shown last has a date.
    pub(super) fn has_times(&self) -> bool {
        let extent = |(_, changes): &(Arc<Index>, Arc<Changes>)| changes.extent();
        self.changes.as_ref().and_then(extent).is_some()
    }

    /// The command that goes to the next change after the day on show, or the one before it.
    pub(super) fn stepped(
        &mut self,
        index: &Arc<Index>,
        view: &View,
        onward: bool,
    ) -> Option<Command> {
        self.playing = false;
        let changes = self.changes(index);
        let extent = changes.extent()?;
        let here = view.as_of.map(Tick);
        let to = if onward {
            changes.after(here.unwrap_or(Tick(extent.from)))
        } else {
            changes.before(here.unwrap_or(Tick(extent.to)))
        };
        Some(Command::ShowAsOf(Some(to?)))
    }

    /// Shows the bar in `rect`.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        view: &View,
        (of, counts): (usize, impl FnOnce(Option<Moment>) -> InForce),
        measurer: &Measurer,
        shared: &mut Shared<'_>,
    ) {
        let changes = self.changes(&Arc::clone(shared.index));
        let Some(extent) = changes.extent() else {
            return;
        };
        let moment = view.moment();
        self.play(ui, view, extent, shared);
        let painter = ui.painter_at(rect);
        let hairline = egui::Stroke::new(1.0, color32(shared.theme.hairline));
        painter.hline(rect.x_range(), rect.top() + 0.5, hairline);
        self.button(ui, rect, view, shared);
        let mut left = rect.left() + 8.0 + BUTTON + 4.0;
        let mut right = rect.right() - 8.0;
        let room = right - left;
        if room >= WORDS + LEAST_TRACK {
            words_of(ui, pos2(left, rect.center().y), view, shared.theme);
            left += WORDS;
        }
        if room >= WORDS + MENU + LEAST_TRACK {
            right -= MENU;
            let place = Rect::from_min_max(pos2(right, rect.top()), rect.max - vec2(8.0, 0.0));
            let key = CountedKey {
                index: Arc::clone(shared.index),
                arrangement: of,
                moment,
            };
            let in_force = match &self.counted {
                Some((held, counted)) if *held == key => *counted,
                _ => {
                    let counted = counts(moment);
                    self.counted = Some((key, counted));
                    counted
                }
            };
            menu(ui, place, view, (in_force, last_day(extent)), shared);
        }
        let track = Rect::from_min_max(pos2(left, rect.top() + 1.0), pos2(right, rect.bottom()));
        self.track(ui, track, view, &changes, measurer, shared);
    }

    /// Moves time on while it plays.
    fn play(&mut self, ui: &Ui, view: &View, extent: Window, shared: &mut Shared<'_>) {
        if !self.playing {
            return;
        }
        let Some(at) = view.as_of.filter(|_| !view.follows) else {
            self.playing = false;
            return;
        };
        let passed = f64::from(ui.input(|input| input.stable_dt)).min(0.1);
        let last = last_day(extent).0;
        let span = Tick(extent.to).since(Tick(extent.from));
        #[expect(clippy::cast_possible_truncation, reason = "a part of the extent")]
        let step = (span * passed / PLAYS) as i64;
        let next = at.saturating_add(step.max(1)).min(last);
        self.playing = next < last;
        shared
            .effects
            .push(Effect::Change(Command::PlayTo(Tick(next))));
        ui.ctx().request_repaint();
    }

    /// The button that plays time and stops it.
    fn button(&mut self, ui: &Ui, rect: Rect, view: &View, shared: &mut Shared<'_>) {
        let middle = pos2(rect.left() + 8.0 + BUTTON / 2.0, rect.center().y);
        let place = Rect::from_center_size(middle, vec2(BUTTON, BUTTON));
        let response = ui.interact(place, ui.scope_id().with("play"), Sense::click());
        let (name, hint) = if self.playing {
            (say!("map-pane-stop"), say!("map-pane-stop-hint"))
        } else {
            (say!("map-pane-play"), say!("map-pane-play-hint"))
        };
        response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, name));
        let painter = ui.painter();
        let ink = color32(shared.theme.text);
        if response.hovered() || response.has_focus() {
            painter.rect_filled(place, 4.0, color32(shared.theme.hairline));
        }
        if self.playing {
            for aside in [-3.5, 3.5] {
                let bar = Rect::from_center_size(middle + vec2(aside, 0.0), vec2(3.5, 12.0));
                painter.rect_filled(bar, 1.0, ink);
            }
        } else {
            let triangle = [(-4.0, -6.5), (7.0, 0.0), (-4.0, 6.5)];
            let points = triangle.map(|(x, y)| middle + vec2(x, y)).to_vec();
            painter.add(egui::Shape::convex_polygon(points, ink, egui::Stroke::NONE));
        }
        if response.on_hover_text(hint).clicked() {
            let index = Arc::clone(shared.index);
            let begins = self.toggle_play(&index, view);
            shared.effects.extend(begins.map(Effect::Settle));
        }
    }

    fn clock(
        &mut self,
        changes: &Arc<Changes>,
        moment: Option<Moment>,
        rect: Rect,
        theme: &Theme,
        measurer: &Measurer,
    ) -> Option<Arc<Clock>> {
        let key = DrawnKey {
            changes: Arc::as_ptr(changes).addr(),
            moment,
            width: rect.width(),
            look: theme.look(),
        };
        match &self.drawn {
            Some((held, clock)) if *held == key => Some(Arc::clone(clock)),
            _ => {
                let extent = size(rect.width(), rect.height());
                let clock = Arc::new(map::clock(changes, moment, extent, theme, measurer)?);
                self.drawn = Some((key, Arc::clone(&clock)));
                Some(clock)
            }
        }
    }

    fn track(
        &mut self,
        ui: &Ui,
        rect: Rect,
        view: &View,
        changes: &Arc<Changes>,
        measurer: &Measurer,
        shared: &mut Shared<'_>,
    ) {
        let moment = view.moment();
        let Some(clock) = self.clock(changes, moment, rect, shared.theme, measurer) else {
            return;
        };
        let id = ui.scope_id().with("time");
        let response = ui.interact(rect, id, Sense::click_and_drag());
        let says = said(view);
        response.widget_info(|| {
            let mut info =
                WidgetInfo::labeled(egui::accesskit::Role::Slider, true, say!("map-pane-time"));
            info.current_text_value = Some(says.clone());
            info
        });
        screen::paint(&clock.scene, &ui.painter_at(rect), rect.min);
        if response.has_focus() {
            take_keys(ui, id);
            if shared.keyboard {
                let ring = egui::Stroke::new(2.0, color32(shared.theme.accent));
                let painter = ui.painter_at(rect);
                painter.rect_stroke(rect.shrink(1.0), 0.0, ring, egui::StrokeKind::Inside);
            }
            self.keys(ui, view, shared);
        }
        self.hands(ui, &response, rect, &clock, view, shared);
        self.hint(&response, rect, &clock, changes);
    }

    fn hands(
        &mut self,
        ui: &Ui,
        response: &Response,
        rect: Rect,
        clock: &Clock,
        view: &View,
        shared: &mut Shared<'_>,
    ) {
        let x_of = |pos: Pos2| pos.x - rect.left();
        if response.clicked() || response.drag_started() {
            response.request_focus();
            self.playing = false;
        }
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        let (press, shift) =
            ui.input(|input| (input.pointer.press_origin(), input.modifiers.shift));
        let mut change = |command| shared.effects.push(Effect::Change(command));
        if response.drag_started()
            && let Some(pos) = press
        {
            let handle = clock.handle_at(x_of(pos), SLACK);
            // With Shift a stretch begins where the press was.
            if shift {
                change(Command::ShowAsOf(Some(Tick(
                    clock.day_at(x_of(pos)).0.saturating_add(TICKS_PER_DAY),
                ))));
                change(Command::ShowSince(Some(clock.day_at(x_of(pos)))));
            }
            self.grabbed = Some(if shift || handle == Handle::Track {
                Handle::At
            } else {
                handle
            });
        }
        if response.dragged()
            && let (Some(handle), Some(pos)) = (self.grabbed, response.interact_pointer_pos())
        {
            let day = clock.day_at(x_of(pos));
            match (handle, view.moment().and_then(|moment| moment.since)) {
                (Handle::Since, _) if view.as_of.is_none_or(|at| day.0 < at) => {
                    change(Command::ShowSince(Some(day)));
                }
                (Handle::Since, _) => {}
                // The end of a stretch stays after its beginning.
                (_, Some(since)) if day <= since => {}
                _ => change(Command::ShowAsOf(Some(day))),
            }
        } else if response.double_clicked() {
            shared.effects.push(Effect::Settle(Command::ShowAsOf(None)));
        } else if response.clicked()
            && let Some(pos) = response.interact_pointer_pos()
        {
            let day = clock.day_at(x_of(pos));
            let command = match view.as_of {
                Some(at) if shift && day.0 < at => Command::ShowSince(Some(day)),
                _ => Command::ShowAsOf(Some(day)),
            };
            shared.effects.push(Effect::Settle(command));
        }
        if response.drag_stopped() {
            self.grabbed = None;
        }
    }

    /// Arrows go from change to change; Home and End to the first and the last.
    fn keys(&mut self, ui: &Ui, view: &View, shared: &mut Shared<'_>) {
        let pressed = |key: Key| ui.input(|input| !input.modifiers.any() && input.key_pressed(key));
        let index = Arc::clone(shared.index);
        let mut command = None;
        if pressed(Key::ArrowRight) || pressed(Key::ArrowUp) {
            command = self.stepped(&index, view, true);
        } else if pressed(Key::ArrowLeft) || pressed(Key::ArrowDown) {
            command = self.stepped(&index, view, false);
        } else if pressed(Key::Home) {
            let changes = self.changes(&index);
            command = changes
                .after(Tick::MIN)
                .map(|at| Command::ShowAsOf(Some(at)));
        } else if pressed(Key::End) {
            let changes = self.changes(&index);
            command = changes
                .before(Tick::MAX)
                .map(|at| Command::ShowAsOf(Some(at)));
        } else if pressed(Key::Space) {
            command = self.toggle_play(&index, view);
        }
        shared.effects.extend(command.map(Effect::Change));
    }

    fn hint(&self, response: &Response, rect: Rect, clock: &Clock, changes: &Changes) {
        let Some(pos) = response.hover_pos().filter(|_| self.grabbed.is_none()) else {
            return;
        };
        let day = clock.day_at(pos.x - rect.left());
        let near = changes.after(Tick(day.0 - 1)).map_or_else(
            || say!("map-pane-no-change").to_owned(),
            |next| say!("map-pane-next-change", day = words::day(next)),
        );
        response
            .clone()
            .on_hover_text_at_pointer(format!("{}\n{near}", words::day(day)));
    }
}

/// The last day of an extent, which ends as the day after it begins.
fn last_day(extent: Window) -> Tick {
    Tick(extent.to.saturating_sub(TICKS_PER_DAY))
}

/// Keeps the arrows, which would move the focus on.
fn take_keys(ui: &Ui, id: Id) {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

/// The day or the stretch that `view` shows the map as of, in words.
fn said(view: &View) -> String {
    match view.moment() {
        None => say!("map-pane-all-times").to_owned(),
        Some(Moment { since: None, at }) => say!("map-pane-as-of", day = words::day(at)),
        Some(Moment {
            since: Some(since),
            at,
        }) => format!("{} – {}", words::day(since), words::day(at)),
    }
}

fn words_of(ui: &Ui, at: Pos2, view: &View, theme: &Theme) {
    let full = said(view);
    // The date stands out from the words before it.
    let date = match view.moment() {
        Some(Moment { since: None, at }) => words::day(at),
        _ => full.clone(),
    };
    let (lead, date) = full
        .strip_suffix(date.as_str())
        .map_or(("", full.as_str()), |lead| (lead, date.as_str()));
    let painter = ui.painter();
    let muted = color32(theme.muted);
    let lead = painter.layout_no_wrap(lead.to_owned(), screen::font_id(TextStyle::Body), muted);
    let ink = color32(theme.text);
    let date = painter.layout_no_wrap(date.to_owned(), screen::font_id(TextStyle::BodyStrong), ink);
    let width = lead.size().x;
    let height = date.size().y.max(lead.size().y);
    let top = at - vec2(0.0, height / 2.0);
    painter.galley(top, lead, muted);
    painter.galley(top + vec2(width, 0.0), date, ink);
}

/// How much is in force, and what becomes of the rest.
fn menu(
    ui: &mut Ui,
    place: Rect,
    view: &View,
    (in_force, last): (InForce, Tick),
    shared: &mut Shared<'_>,
) {
    let InForce { holding, all } = in_force;
    let says = if view.moment().is_some() {
        say!("map-pane-in-force", holding = holding, all = all)
    } else {
        say!("count-relations", count = all)
    };
    let layout = Layout::right_to_left(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    let text = RichText::new(says)
        .text_style(named(TextStyle::Caption))
        .color(color32(shared.theme.muted));
    let response = choice_button(&mut ui, text, false, |ui| {
        let effects = &mut *shared.effects;
        for unheld in UNHELD {
            let name = unheld_name(unheld);
            if ui.selectable_label(view.unheld == unheld, name).clicked() {
                effects.push(Effect::Settle(Command::ShowUnheld(unheld)));
                ui.close();
            }
        }
        ui.separator();
        let follows = view.follows;
        if ui
            .selectable_label(follows, say!("map-pane-follow"))
            .clicked()
        {
            effects.push(Effect::Settle(Command::FollowTime(!follows)));
            ui.close();
        }
        let has = view.as_of.is_some();
        let compare = ui.add_enabled(has, Button::new(say!("map-pane-compare")));
        let compare = compare.on_disabled_hover_text(say!("map-pane-compare-hint"));
        if let Some(at) = view.as_of.filter(|_| compare.clicked()) {
            effects.push(Effect::Together(vec![
                Command::ShowAsOf(Some(last)),
                Command::ShowSince(Some(Tick(at))),
            ]));
            ui.close();
        }
        if ui
            .add_enabled(has, Button::new(say!("map-pane-all-times")))
            .clicked()
        {
            effects.push(Effect::Settle(Command::ShowAsOf(None)));
            ui.close();
        }
    });
    response.on_hover_text(say!("map-pane-unheld-hint"));
}
