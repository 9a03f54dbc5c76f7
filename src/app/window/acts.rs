//! What the panels, the menus and the keys ask for, carried out.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use eframe::egui::{self, Key, Ui};

use crate::figure::Subject;
use crate::scene::TextStyle;
use crate::scene::screen::{self, color32};
use crate::story::{Item, ItemId, ItemKind};
use crate::view::{Command, GroupBy, ThemeChoice};

use super::super::action::Action;
use super::super::canvas::Effect;
use super::super::export::{ExportDialog, Ground};
use super::super::notice::{Notice, Offer};
use super::super::opening::Origin;
use super::super::timeline_pane::TimelinePane;
use super::App;

impl App {
    pub(super) fn enabled(&self, action: Action) -> bool {
        let open = self.story.is_some();
        match action {
            Action::Back => self.history.can_go_back(),
            Action::Forward => self.history.can_go_forward(),
            Action::Undo => self.history.can_undo(),
            Action::Redo => self.history.can_redo(),
            Action::Open => !self.dialogs.is_open(),
            Action::Reload => self
                .story
                .as_ref()
                .is_some_and(|story| story.origin.path().is_some()),
            Action::UnpinAll => !self.view().pins.is_empty(),
            Action::Hide => !self.selected_actors().is_empty(),
            Action::ShowHidden => !self.view().hidden.is_empty(),
            Action::FitSelection => open && !self.view().selection.is_empty(),
            Action::FocusOne | Action::FocusTwo | Action::FocusThree => {
                open && !self.view().selection.is_empty()
            }
            Action::Copy => self.map.arrangement().is_some() && self.export.progress().is_none(),
            // Pictures are made once the map is arranged too.
            Action::Export => open && self.map.arrangement().is_some(),
            Action::FitAll
            | Action::ZoomIn
            | Action::ZoomOut
            | Action::PanEarlier
            | Action::PanLater
            | Action::JumpToDate
            | Action::Search
            | Action::MarkRange
            | Action::CollapseLanes
            | Action::OpenLanes
            | Action::FocusAll
            | Action::Unheld
            | Action::NextSize
            | Action::NextGroups
            | Action::Meetings
            | Action::Fold
            | Action::Inset
            | Action::FollowTime => open,
            Action::ArrangeDistances
            | Action::ArrangeCommunities
            | Action::ArrangeRings
            | Action::ArrangeLayers
            | Action::ArrangeColumns
            | Action::Renew => self.map.arrangement().is_some(),
            Action::CollapseGroups => open && self.view().map.group != GroupBy::Nothing,
            Action::OpenGroups => !self.view().map.collapsed.is_empty(),
            Action::Outside => open && self.view().range.is_some(),
            Action::Play | Action::ChangeBefore | Action::ChangeAfter => {
                open && self.map.has_times()
            }
            Action::AllTimes => open && (self.view().as_of.is_some() || self.view().follows),
            Action::ToggleLane | Action::LaneUp | Action::LaneDown => self.own_lane().is_some(),
            _ => true,
        }
    }

    pub(super) fn save_picture(&mut self, path: PathBuf) {
        if self.export.wants_window() {
            self.take_screenshot(Some(path));
            return;
        }
        self.with_export(|export, ctx, ground| export.save_figure(ctx, path, ground));
    }

    /// Puts a picture of `subject` on the clipboard; of the window where there is none.
    pub(super) fn copy_picture(&mut self, subject: Option<Subject>) {
        match subject {
            Some(subject) => {
                self.with_export(|export, ctx, ground| export.copy_figure(ctx, subject, ground));
            }
            None => self.take_screenshot(None),
        }
    }

    /// Gives the export dialog what figures are drawn from; nothing where no story is open.
    pub(super) fn with_export<T>(
        &mut self,
        act: impl FnOnce(&mut ExportDialog, &egui::Context, &Ground<'_>) -> T,
    ) -> Option<T> {
        let theme = self.theme();
        let index = self.shown_index()?;
        let view = self.map_view();
        let ground = Ground {
            index: &index,
            arrangement: self.map.arrangement()?,
            view: &view,
            theme,
            measurer: &self.measurer,
            on_screen: [self.timeline.size(), self.map.size()],
        };
        Some(act(&mut self.export, &self.ctx, &ground))
    }

    /// Takes a picture of the window, for a file or for the clipboard.
    fn take_screenshot(&mut self, path: Option<PathBuf>) {
        self.export.open = false;
        let (sender, receiver) = channel();
        let ctx = self.ctx.clone();
        self.ctx.request_screenshot(move |image| {
            let _ = sender.send(image);
            ctx.request_repaint();
        });
        self.screenshot = Some(receiver);
        self.screenshot_to = path;
        // The picture is taken once the dialog is gone.
        self.ctx.request_repaint();
    }

    pub(super) fn poll_screenshot(&mut self, ctx: &egui::Context) {
        let Some(receiver) = &self.screenshot else {
            return;
        };
        if let Ok(image) = receiver.try_recv() {
            self.screenshot = None;
            if let Some(path) = self.screenshot_to.take() {
                self.export
                    .save_window(ctx, path, image, ctx.pixels_per_point());
            } else {
                ctx.copy_image(image.as_ref().clone());
                self.notice = Some(Notice::news("Copied a picture of the window"));
            }
        }
    }

    pub(super) fn take_dropped(&mut self, ui: &Ui) {
        let dropped = ui.input(|input| input.raw.dropped_files.clone());
        if let Some(path) = dropped
            .into_iter()
            .map(|file| file.path().to_owned())
            .next()
        {
            self.open(Origin::File(path));
        }
        if ui.input(|input| !input.raw.hovered_files.is_empty()) {
            let painter = ui.ctx().layer_painter(egui::LayerId::new(
                egui::Order::Foreground,
                egui::Id::unique("drop here"),
            ));
            let rect = ui.ctx().content_rect();
            let theme = self.theme();
            painter.rect_filled(rect, 0.0, color32(theme.background.at(0.85)));
            painter.text(
                rect.center(),
                egui::Align2::CENTER_CENTER,
                "Drop the story here to open it",
                screen::font_id(TextStyle::ItemTitle),
                color32(theme.text),
            );
        }
    }

    pub(super) fn shortcuts(&mut self, ui: &Ui, effects: &mut Vec<Effect>) {
        let typing = ui.ctx().text_edit_focused();
        let blocked =
            self.keys_open || self.export.open || self.typed_path.is_some() || self.jump.is_open();
        // Escape belongs to the topmost thing that it can close, which may be a menu.
        let menu = egui::Popup::is_any_open(ui.ctx());
        for action in Action::ALL {
            for shortcut in action.shortcuts() {
                let plain =
                    shortcut.modifiers.is_none() || shortcut.modifiers == egui::Modifiers::SHIFT;
                let taken = menu && action == Action::Escape;
                if (plain && typing) || (blocked && action != Action::ShowKeys) || taken {
                    continue;
                }
                if ui.input_mut(|input| consume(input, *shortcut)) && self.enabled(action) {
                    effects.push(Effect::Do(action));
                }
            }
        }
        let before = std::mem::replace(&mut self.held, ui.input(|input| input.modifiers));
        let copies = ui.input_mut(|input| takes_copy(input, before));
        if copies && !blocked && self.enabled(Action::Copy) {
            effects.push(Effect::Do(Action::Copy));
        }
    }

    pub(super) fn carry_out(&mut self, ui: &Ui, effect: Effect) {
        match effect {
            Effect::Change(command) => self.history.apply(command),
            Effect::Settle(command) => {
                self.history.end_gesture();
                self.history.apply(command);
                self.history.end_gesture();
            }
            Effect::Begin(commands) => self.history.begin(commands),
            Effect::Together(commands) => self.history.apply_together(commands),
            Effect::ZoomTo(item) => self.zoom_to(&[item]),
            Effect::Tell(words) => self.notice = Some(Notice::news(words)),
            Effect::Read(passage) => self.read_passage(passage),
            Effect::Do(action) => self.act(ui, action),
        }
        ui.ctx().request_repaint();
    }

    pub(super) fn zoom_to(&mut self, items: &[Item]) {
        let Some(index) = self.index().cloned() else {
            return;
        };
        let [first, ..] = items else { return };
        let id = index.story().id_of(*first);
        if items.len() == 1 && !self.view().selection.contains(&id) {
            self.history.apply(Command::Select(id));
        }
        let event = items.iter().find_map(|item| match item {
            Item::Event(ix) => Some(*ix),
            _ => None,
        });
        if let Some(event) = event {
            self.timeline.bring(event);
        }
        let window = TimelinePane::window_for(&index, items);
        let camera = self
            .map
            .camera_for(&index, self.view(), items, &self.measurer);
        let window = window.map(|window| Command::ShowWindow(Some(window)));
        let camera = camera.map(|camera| Command::MoveCamera(Some(camera)));
        self.history
            .apply_together(window.into_iter().chain(camera));
    }

    pub(super) fn act(&mut self, ui: &Ui, action: Action) {
        let settle = |app: &mut Self, command: Command| {
            app.history.end_gesture();
            app.history.apply(command);
            app.history.end_gesture();
        };
        match action {
            Action::Open => {
                let recent = self.settings.recent.first();
                let folder = recent.and_then(|path| path.parent()).map(Path::to_owned);
                self.dialogs.ask_open(&self.ctx, folder);
            }
            Action::OpenPath => self.typed_path = Some(String::new()),
            Action::OpenShipped => self.open(Origin::Shipped),
            Action::Reload => {
                if let Some(origin) = self.story.as_ref().map(|story| story.origin.clone()) {
                    self.open(origin);
                }
            }
            Action::Export => {
                let title = self.index().map(|index| index.story().title.clone());
                let folder = self.settings.export_folder.clone();
                self.export
                    .begin(folder.as_deref(), &title.unwrap_or_default());
            }
            Action::Copy => {
                let subject = if self.map.is_pointed_at() {
                    Subject::Map
                } else {
                    Subject::Timeline
                };
                self.copy_picture(Some(subject));
            }
            Action::Quit => ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close),
            Action::Back => self.history.go_back(),
            Action::Forward => self.history.go_forward(),
            Action::Undo => self.history.undo(),
            Action::Redo => self.history.redo(),
            Action::FitAll => {
                settle(self, Command::ShowWindow(None));
                settle(self, Command::MoveCamera(None));
            }
            Action::FitSelection => {
                if let Some(index) = self.index().cloned() {
                    let mut items = self.view().selected(&index);
                    for item in items.clone() {
                        items.extend(index.neighbourhood(item));
                    }
                    self.zoom_to(&items);
                }
            }
            Action::ZoomIn | Action::ZoomOut => {
                let factor = if action == Action::ZoomIn {
                    1.5
                } else {
                    1.0 / 1.5
                };
                let command = if self.map.is_pointed_at() {
                    self.map.zoomed(factor)
                } else {
                    self.timeline.zoomed(factor)
                };
                if let Some(command) = command {
                    settle(self, command);
                }
            }
            Action::PanEarlier | Action::PanLater => {
                let share = if action == Action::PanLater {
                    0.25
                } else {
                    -0.25
                };
                if let Some(command) = self.timeline.panned(share) {
                    settle(self, command);
                }
            }
            Action::JumpToDate => self.jump.begin(),
            Action::MarkRange => {
                let range = match self.view().range {
                    Some(_) => None,
                    None => self.timeline.window(),
                };
                settle(self, Command::MarkRange(range));
            }
            Action::Outside => {
                let next = self.view().outside.next();
                settle(self, Command::ShowOutside(next));
            }
            Action::Play
            | Action::ChangeBefore
            | Action::ChangeAfter
            | Action::AllTimes
            | Action::Unheld
            | Action::FollowTime => self.act_in_time(action),
            Action::ArrangeDistances
            | Action::ArrangeCommunities
            | Action::ArrangeRings
            | Action::ArrangeLayers
            | Action::ArrangeColumns
            | Action::Renew
            | Action::NextSize
            | Action::NextGroups
            | Action::CollapseGroups
            | Action::OpenGroups
            | Action::Meetings
            | Action::Fold
            | Action::Inset => self.act_on_map(action),
            Action::ToggleLane => {
                if let Some(lane) = self.own_lane() {
                    settle(self, Command::ToggleLane(lane));
                }
            }
            Action::LaneUp | Action::LaneDown => {
                let by = if action == Action::LaneUp { -1 } else { 1 };
                let lane = self.own_lane();
                let moved = lane.and_then(|lane| self.timeline.lane_moved(self.view(), &lane, by));
                if let Some(command) = moved {
                    settle(self, command);
                }
            }
            Action::CollapseLanes => settle(self, Command::CollapseLanes(self.timeline.headings())),
            Action::OpenLanes => settle(self, Command::CollapseLanes(Vec::new())),
            Action::FocusAll => settle(self, Command::Focus(0)),
            Action::FocusOne => settle(self, Command::Focus(1)),
            Action::FocusTwo => settle(self, Command::Focus(2)),
            Action::FocusThree => settle(self, Command::Focus(3)),
            Action::Escape => self.escape(),
            Action::UnpinAll => settle(self, Command::UnpinAll),
            Action::Hide => {
                let hidden = self.selected_actors();
                settle(self, Command::Hide(hidden));
                self.history.apply(Command::ClearSelection);
            }
            Action::ShowHidden => settle(self, Command::ShowHidden),
            Action::ToggleLedger => settle(self, Command::ShowLedger(!self.view().ledger)),
            Action::Search => self.searching.begin(),
            Action::ToggleReader => self.toggle_reader(),
            Action::ToggleVoices => settle(self, Command::ShowVoices(!self.view().voices)),
            Action::ToggleDetails => self.history.apply(Command::ToggleDetails),
            Action::ToggleProblems => self.show_problems(!self.problems.open),
            Action::ToggleTheme => {
                let choice = if self.theme().dark {
                    ThemeChoice::Light
                } else {
                    ThemeChoice::Dark
                };
                self.choose_theme(choice);
            }
            Action::SystemTheme => self.choose_theme(ThemeChoice::System),
            Action::ShowKeys => self.keys_open = true,
        }
    }

    pub(super) fn choose_theme(&mut self, choice: ThemeChoice) {
        self.history.apply(Command::ChooseTheme(choice));
        self.settings.theme = choice;
        self.save_settings();
    }

    /// Opens or closes the list of problems; a notice that points to it has done its work.
    pub(super) fn show_problems(&mut self, open: bool) {
        self.problems.open = open;
        let points_there = |notice: &Notice| matches!(notice.offer, Some(Offer::ShowProblems));
        if open && self.notice.as_ref().is_some_and(points_there) {
            self.notice = None;
        }
    }

    /// The ids of the actors that are selected.
    pub(super) fn selected_actors(&self) -> Vec<String> {
        let selected = self.view().selection.iter();
        let actors = selected.filter(|id| id.kind == ItemKind::Actor);
        actors.map(|id| id.id.to_string()).collect()
    }

    /// The heading of the lane in which the selected event stands.
    fn own_lane(&self) -> Option<String> {
        let index = self.index()?;
        match self.view().focused(index)? {
            Item::Event(ix) => self.timeline.lane_of(ix),
            _ => None,
        }
    }

    /// Peels one layer: a message, the problems, the focus, the as-of date, the selection.
    pub(super) fn escape(&mut self) {
        if let Some(opening) = &self.opening {
            opening.progress.cancel();
            return;
        }
        if self.notice.take().is_some() {
            return;
        }
        if self.problems.open {
            self.problems.open = false;
        } else if self.view().focus > 0 {
            self.history.apply(Command::Focus(0));
        } else if self.view().range.is_some() {
            self.history.apply(Command::MarkRange(None));
        } else if self.view().as_of.is_some() {
            self.history.apply(Command::ShowAsOf(None));
        } else {
            self.history.apply(Command::ClearSelection);
        }
    }

    /// Selects `id` as a click would: for tests and for scripts of the window.
    pub fn select(&mut self, id: ItemId) {
        self.history.apply(Command::Select(id));
    }

    /// Adds `id` to what is selected, as Ctrl+click would.
    pub fn select_also(&mut self, id: ItemId) {
        self.history.apply(Command::Toggle(id));
    }
}

/// Whether `shortcut` was pressed, and by its exact modifiers: `f` is not `Shift+F`.
///
/// egui's own `consume_shortcut` lets Shift pass, so that Ctrl+Z would take Ctrl+Shift+Z. What
/// is held is the event's: a quick hand has let go before the frame begins.
fn consume(input: &mut egui::InputState, shortcut: egui::KeyboardShortcut) -> bool {
    // Which of Shift and AltGr a character needs is the keyboard's affair.
    let by_character = matches!(
        shortcut.logical_key,
        Key::Questionmark | Key::OpenBracket | Key::CloseBracket | Key::Plus
    );
    let before = input.events.len();
    input.events.retain(|event| match event {
        egui::Event::Key {
            key,
            pressed: true,
            modifiers: held,
            ..
        } if *key == shortcut.logical_key => {
            let matches = if by_character {
                held.matches_logically(shortcut.modifiers)
            } else {
                held.matches_exact(shortcut.modifiers)
            };
            !matches
        }
        _ => true,
    });
    input.events.len() < before
}

/// Whether Ctrl+Shift+C was pressed, where `held` were the modifiers as the frame began: the window
/// system's layer makes a plain "copy" of it, which would take selected text.
fn takes_copy(input: &mut egui::InputState, mut held: egui::Modifiers) -> bool {
    let before = input.events.len();
    input.events.retain(|event| match event {
        egui::Event::ModifiersChanged(now) => {
            held = *now;
            true
        }
        egui::Event::Copy => !(held.shift && held.command),
        _ => true,
    });
    input.events.len() < before
}
