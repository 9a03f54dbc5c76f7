//! Which of the open stories stands in front, and the row in which all are named.

use std::collections::VecDeque;
use std::path::Path;

use eframe::egui::{
    self, Align, Button, Color32, Frame, Label, Layout, Panel, PointerButton, Rect, RichText,
    ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, accesskit, pos2,
};

use crate::file::Severity;
use crate::language::say;
use crate::scene::screen::{color32, in_visual_order};
use crate::scene::{TextStyle, Theme};
use crate::view::View;

use super::super::action::Action;
use super::super::canvas::Effect;
use super::super::icons;
use super::super::look::named;
use super::super::opening::Origin;
use super::App;
use super::tab::{Tab, forget};

/// Height of the row, in points.
const HEIGHT: f32 = 32.0;
/// The most that one tab is wide, in points.
const WIDEST: f32 = 260.0;

impl App {
    /// All open stories, the one in front among them.
    pub(super) fn tabs(&self) -> impl Iterator<Item = &Tab> {
        self.others.with(&self.tab)
    }

    /// The titles of the open stories, in the order of their tabs, and which of them stands in front.
    #[must_use]
    pub fn open_stories(&self) -> (Vec<String>, usize) {
        let titles = self.tabs().filter_map(|tab| {
            let story = tab.story.as_ref()?;
            Some(story.index.story().title.clone())
        });
        (titles.collect(), self.others.place_of_front())
    }

    /// Begins to open several stories, each in a tab of its own: the first in front, the others behind it.
    pub(super) fn open_all(&mut self, origins: impl IntoIterator<Item = Origin>) {
        let mut origins: VecDeque<_> = origins.into_iter().collect();
        if let Some(first) = origins.pop_front() {
            self.open(first);
            self.waiting.append(&mut origins);
        }
    }

    /// Begins to open the next story that waits for that, behind the one in front.
    pub(super) fn open_waiting(&mut self) {
        if self.opening.is_some() {
            return;
        }
        self.behind = false;
        if let Some(next) = self.waiting.pop_front() {
            self.begin_opening(next, false);
            self.behind = true;
        }
    }

    /// Puts the tab at `place` in front.
    pub(super) fn bring(&mut self, place: usize) {
        if place == self.others.place_of_front() {
            return;
        }
        self.leave_tab();
        let worn = self.view().theme;
        self.others.bring(&mut self.tab, place);
        self.tab.history.wear(worn);
    }

    /// Puts the story of `origin` in front, where it is open. Returns whether it is.
    pub(super) fn bring_story(&mut self, origin: &Origin) -> bool {
        let place = self.tabs().position(|tab| tab.is_of(origin));
        if let Some(place) = place {
            self.bring(place);
        }
        place.is_some()
    }

    /// Makes a tab that shows what `view` has chosen the one in front. The story that ships gives its place to it where
    /// nobody has touched that: it is what the window opens with where nothing else is asked for.
    pub(super) fn begin_tab(&mut self, view: View) {
        let front = self.tab.story.as_ref().map(|story| &story.origin);
        let untouched = front == Some(&Origin::Shipped)
            && self.others.is_empty()
            && !self.behind
            && !self.tab.history.can_undo();
        if front.is_some() && !untouched {
            self.leave_tab();
            self.others.begin(&mut self.tab, Tab::new(view));
        } else {
            forget(std::mem::replace(&mut self.tab, Tab::new(view)));
        }
    }

    /// Takes the story in front away; the window is empty where it was the only one.
    pub(super) fn close_tab(&mut self) {
        let tab = &self.tab;
        if let Some(opening) = self.opening.take_if(|opening| tab.is_of(&opening.origin)) {
            opening.progress.cancel();
        }
        self.leave_tab();
        let worn = self.view().at_rest().of_window();
        let theme = worn.theme;
        if !self.others.close(&mut self.tab) {
            let closed = std::mem::replace(&mut self.tab, Tab::new(worn));
            self.others.settle(closed);
            if self.presenting {
                self.present(false);
            }
        }
        self.tab.history.wear(theme);
    }

    /// Whatever belongs to the tab in front alone ends with it.
    fn leave_tab(&mut self) {
        self.tab.history.end_gesture();
        self.hovered = None;
        self.item_menu.close();
        self.tab.searching.close();
        (self.naming, self.steps_dialog, self.jump) = Default::default();
        if let Some(focused) = self.ctx.memory(egui::Memory::focused) {
            self.ctx
                .memory_mut(|memory| memory.surrender_focus(focused));
        }
        self.notice = self.notice.take().filter(|notice| !notice.of_file);
        // What is read again unasked is read once its tab stands in front again.
        if let Some(opening) = self.opening.take_if(|opening| opening.is_quiet()) {
            opening.progress.cancel();
            self.tab.speaks = None;
            if let Some(watching) = &mut self.tab.watching {
                watching.breaks_off();
            }
        }
    }

    pub(super) fn next_tab(&mut self, forward: bool) {
        let count = self.tabs().count();
        let front = self.others.place_of_front();
        let step = if forward { 1 } else { count - 1 };
        self.bring((front + step) % count);
    }

    /// The row of open stories; none where there is only one.
    pub(super) fn tab_row(&mut self, ui: &mut Ui, theme: &Theme, effects: &mut Vec<Effect>) {
        if self.others.is_empty() {
            return;
        }
        let frame = Frame::NONE.fill(color32(theme.canvas));
        let asked = Panel::top("tabs")
            .exact_size(HEIGHT)
            .frame(frame)
            .resizable(false)
            .show(ui, |ui| self.tabs_in_row(ui, theme, effects))
            .inner;
        match asked {
            Some(Wish::Bring(place)) => self.bring(place),
            Some(Wish::Close(place)) => {
                let front = self.others.place_of_front();
                self.bring(place);
                self.close_tab();
                // Whoever closes another story goes on with this one.
                if place != front {
                    self.bring(if place < front { front - 1 } else { front });
                }
            }
            Some(Wish::CloseOthers(place)) => {
                self.bring(place);
                self.others.close_all();
            }
            Some(Wish::Reveal(place)) => {
                let tab = self.tabs().nth(place);
                let story = tab.and_then(|tab| tab.story.as_ref());
                if let Some(path) = story.and_then(|story| story.origin.path()) {
                    self.reveal(path.to_owned());
                }
            }
            None => return,
        }
        ui.ctx().request_repaint();
    }

    fn tabs_in_row(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        effects: &mut Vec<Effect>,
    ) -> Option<Wish> {
        let mut wish = None;
        let front = self.others.place_of_front();
        let count = self.tabs().count();
        let brought = std::mem::take(&mut self.others.brought);
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(12.0);
            let hint = self.keymap.hint(say!("tabs-open"), Action::Open);
            let plus = Button::new("+").fill(Color32::TRANSPARENT);
            let plus = ui.add(plus.min_size(Vec2::splat(24.0)));
            plus.widget_info(|| {
                WidgetInfo::labeled(accesskit::Role::Button, true, say!("tabs-open"))
            });
            if plus.on_hover_text(hint).clicked() {
                effects.push(Effect::Do(Action::Open));
            }
            ui.add_space(8.0);
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                let room = ui.available_width() - 16.0;
                let count = u16::try_from(count).unwrap_or(u16::MAX);
                let width = (room / f32::from(count)).clamp(96.0, WIDEST);
                // Many are scrolled along.
                ScrollArea::horizontal()
                    .id_salt("tabs")
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        ui.horizontal(|ui| {
                            ui.add_space(16.0);
                            for (place, tab) in self.tabs().enumerate() {
                                let in_front = (place == front, brought);
                                wish = wish.or(one(ui, (place, tab), in_front, width, theme));
                            }
                        });
                    });
            });
        });
        wish
    }
}

/// What is asked of the tabs.
#[derive(Clone, Copy)]
enum Wish {
    /// To put the one at a place in front.
    Bring(usize),
    /// To close the one at a place.
    Close(usize),
    /// To close all but the one at a place.
    CloseOthers(usize),
    /// To show the file of the one at a place in its folder.
    Reveal(usize),
}

/// The tab at a place, `width` points wide: the story's title, and a button that closes it. One that was just `brought` to the front is
/// scrolled into sight.
fn one(
    ui: &mut Ui,
    (at, tab): (usize, &Tab),
    (in_front, brought): (bool, bool),
    width: f32,
    theme: &Theme,
) -> Option<Wish> {
    let story = tab.story.as_ref()?;
    let title = &story.index.story().title;
    let place = match story.origin.path() {
        Some(path) => path.display().to_string(),
        None => story.origin.name(),
    };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(accesskit::Role::Tab, true, in_front, title.as_str()));
    if in_front && brought {
        response.scroll_to_me(None);
    }
    if in_front {
        // The front tab and what it shows are one sheet.
        ui.painter()
            .rect_filled(rect, 0.0, color32(theme.background));
        let line = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 2.0), rect.max);
        ui.painter().rect_filled(line, 0.0, color32(theme.accent));
    } else {
        let hairline = Stroke::new(1.0, color32(theme.hairline));
        let edge = rect.shrink2(Vec2::new(0.0, 8.0));
        ui.painter()
            .vline(rect.right() - 0.5, edge.y_range(), hairline);
        if response.hovered() || response.has_focus() {
            ui.painter()
                .rect_filled(rect, 0.0, color32(theme.text.at(0.05)));
        }
    }
    let inside = rect.shrink2(Vec2::new(12.0, 0.0));
    let mut asked = None;
    let along = UiBuilder::new()
        .max_rect(inside)
        .layout(Layout::right_to_left(Align::Center));
    // A child takes no room of its own in the row.
    let mut inner = ui.new_child(along);
    let ui = &mut inner;
    let close = RichText::new(icons::X).size(12.0);
    let close = close.color(color32(theme.muted));
    let button = Button::new(close).fill(Color32::TRANSPARENT);
    let pressed = ui.add(button.min_size(Vec2::splat(20.0)));
    let name = say!("tabs-close", title = title);
    pressed.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, true, name.as_str()));
    if pressed.clicked() {
        asked = Some(Wish::Close(at));
    }
    ui.add_space(4.0);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        if story.loaded.count(Severity::Error) > 0 {
            let sign = RichText::new(icons::TRIANGLE_ALERT).size(12.0);
            ui.add(Label::new(sign.color(color32(theme.warning))).selectable(false));
            ui.add_space(6.0);
        }
        let style = if in_front {
            (TextStyle::BodyStrong, theme.text)
        } else {
            (TextStyle::Body, theme.muted)
        };
        let text = RichText::new(in_visual_order(title)).text_style(named(style.0));
        let label = Label::new(text.color(color32(style.1))).truncate();
        ui.add(label.selectable(false));
    });
    response.context_menu(|ui| asked = asked.or(menu(ui, at, story.origin.path())));
    let middle = response.clicked_by(PointerButton::Middle);
    if response.on_hover_text(place).clicked() {
        asked = asked.or(Some(Wish::Bring(at)));
    } else if middle {
        asked = Some(Wish::Close(at));
    }
    asked
}

/// What a right-click on the tab at a place offers, whose story lies at `path`, if in a file.
fn menu(ui: &mut Ui, at: usize, path: Option<&Path>) -> Option<Wish> {
    let mut asked = None;
    let entry = |ui: &mut Ui, words: &str| {
        let pressed = ui.button(words).clicked();
        if pressed {
            ui.close();
        }
        pressed
    };
    if entry(ui, say!("tabs-menu-close")) {
        asked = Some(Wish::Close(at));
    }
    if entry(ui, say!("tabs-menu-close-others")) {
        asked = Some(Wish::CloseOthers(at));
    }
    let path = path?;
    ui.separator();
    if entry(ui, say!("tabs-menu-reveal")) {
        asked = Some(Wish::Reveal(at));
    }
    if entry(ui, say!("tabs-menu-copy-path")) {
        ui.ctx().copy_text(path.display().to_string());
    }
    asked
}
