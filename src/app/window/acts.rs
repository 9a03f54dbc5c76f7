//! What the panels, the menus and the keys ask for, carried out.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use eframe::egui::{self, Ui};

use crate::details;
use crate::figure::Subject;
use crate::language::Language;
use crate::language::say;
use crate::scene::TextStyle;
use crate::scene::screen::{self, color32};
use crate::story::{Item, ItemId, ItemKind};
use crate::view::{Command, GroupBy, Pane, ThemeChoice};

use super::super::action::{Action, Needs, Topic};
use super::super::canvas::Effect;
use super::super::crash;
use super::super::export::{ExportDialog, Ground, Told};
use super::super::notice::{Notice, Offer};
use super::super::opening::Origin;
use super::super::timeline_pane::TimelinePane;
use super::App;

impl App {
    /// Whether what `action` needs is so.
    pub(super) fn enabled(&self, action: Action) -> bool {
        let view = self.view();
        let open = self.tab.story.is_some();
        let arranged = self.tab.map.arrangement().is_some();
        match action.needs() {
            Needs::Nothing => true,
            Needs::NoDialog => !self.dialogs.is_open(),
            Needs::Story => open,
            Needs::File => {
                let origin = self.tab.story.as_ref().map(|story| &story.origin);
                origin.is_some_and(|origin| origin.path().is_some())
            }
            Needs::Back => self.tab.history.can_go_back(),
            Needs::Forward => self.tab.history.can_go_forward(),
            Needs::Undo => self.tab.history.can_undo(),
            Needs::Redo => self.tab.history.can_redo(),
            Needs::Selection => open && !view.selection.is_empty(),
            Needs::Actors => !self.selected_actors().is_empty(),
            Needs::Lane => self.own_lane().is_some(),
            Needs::Map => open && arranged,
            Needs::Picture => arranged && self.export.progress().is_none(),
            Needs::Pins => !view.pins.is_empty(),
            Needs::Hidden => !view.hidden.is_empty(),
            Needs::Groups => open && view.map.group != GroupBy::Nothing,
            Needs::Collapsed => !view.map.collapsed.is_empty(),
            Needs::Range => open && view.range.is_some(),
            Needs::Times => open && self.tab.map.has_times(),
            Needs::Moment => open && (view.as_of.is_some() || view.follows),
            Needs::Filter => open && !view.filter.is_empty(),
            Needs::Steps => self.steps() > 0,
            Needs::Pair => open && (view.compared.is_some() || self.selected_pair().is_some()),
            Needs::Tabs => !self.others.is_empty(),
            Needs::Playing => view.playing.is_some(),
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
        let whole = self.index().cloned()?;
        let rest = self.told_over().into_owned();
        let told = Told {
            index: &whole,
            view: &rest,
            count: self.steps(),
            at: self.step_shown().unwrap_or(0),
        };
        let ground = Ground {
            told,
            index: &index,
            arrangement: self.tab.map.arrangement()?,
            view: &view,
            theme,
            measurer: &self.measurer,
            on_screen: self.on_screen(),
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
                self.notice = Some(Notice::news(say!("window-copied-window")));
            }
        }
    }

    pub(super) fn take_dropped(&mut self, ui: &Ui) {
        let dropped = ui.input(|input| input.raw.dropped_files.clone());
        if !dropped.is_empty() {
            let paths = dropped.into_iter().map(|file| file.path().to_owned());
            self.open_all(paths.map(Origin::file));
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
                say!("window-drop-here"),
                screen::font_id(TextStyle::ItemTitle),
                color32(theme.text),
            );
        }
    }

    pub(super) fn carry_out(&mut self, ui: &Ui, effect: Effect) {
        note(&effect);
        match effect {
            Effect::Change(command) => self.tab.history.apply(command),
            Effect::Settle(command) => {
                self.tab.history.end_gesture();
                self.tab.history.apply(command);
                self.tab.history.end_gesture();
            }
            Effect::Begin(commands) => self.tab.history.begin(commands),
            Effect::Together(commands) => self.tab.history.apply_together(commands),
            Effect::Ask(item, at) => self.ask(item, at),
            Effect::Open(path) => self.open(Origin::file(path)),
            Effect::ZoomTo(item) => {
                self.zoom_to(&[item]);
                self.say_hidden(item);
            }
            Effect::Rename(name) => self.naming.begin(Some(name)),
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
            self.tab.history.apply(Command::Select(id));
        }
        let event = items.iter().find_map(|item| match item {
            Item::Event(ix) => Some(*ix),
            _ => None,
        });
        if let Some(event) = event {
            self.tab.timeline.bring(event);
        }
        let window = TimelinePane::window_for(&index, items);
        let camera = self
            .tab
            .map
            .camera_for(&index, self.view(), items, &self.measurer);
        let window = window.map(|window| Command::ShowWindow(Some(window)));
        let camera = camera.map(|camera| Command::MoveCamera(Some(camera)));
        self.tab
            .history
            .apply_together(window.into_iter().chain(camera));
    }

    pub(super) fn act(&mut self, ui: &Ui, action: Action) {
        let settle = |app: &mut Self, command: Command| {
            app.tab.history.end_gesture();
            app.tab.history.apply(command);
            app.tab.history.end_gesture();
        };
        match action {
            _ if action.topic() == Topic::Map => self.act_on_map(action),
            _ if action.topic() == Topic::Time => self.act_in_time(action),
            _ if action.topic() == Topic::Tell => self.act_in_steps(action),
            Action::Open => {
                let recent = self.settings.recent.first();
                let folder = recent.and_then(|path| path.parent()).map(Path::to_owned);
                self.dialogs.ask_open(&self.ctx, folder);
            }
            Action::OpenPath => self.typed_path = Some(String::new()),
            Action::NextTab | Action::TabBefore => self.next_tab(action == Action::NextTab),
            Action::CloseTab => self.close_tab(),
            Action::OpenShipped => self.open(Origin::Shipped),
            Action::Reload => {
                if let Some(origin) = self.tab.story.as_ref().map(|story| story.origin.clone()) {
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
                let on_map = self.tab.map.is_pointed_at() || !self.view().shows(Pane::Timeline);
                let subject = if on_map && self.view().shows(Pane::Map) {
                    Subject::Map
                } else {
                    Subject::Timeline
                };
                self.copy_picture(Some(subject));
            }
            Action::Quit => ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close),
            Action::Back => self.tab.history.go_back(),
            Action::Forward => self.tab.history.go_forward(),
            Action::Undo => self.tab.history.undo(),
            Action::Redo => self.tab.history.redo(),
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
                let on_map = self.tab.map.is_pointed_at() || !self.view().shows(Pane::Timeline);
                let command = if on_map && self.view().shows(Pane::Map) {
                    self.tab.map.zoomed(factor)
                } else {
                    self.tab.timeline.zoomed(factor)
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
                if let Some(command) = self.tab.timeline.panned(share) {
                    settle(self, command);
                }
            }
            Action::JumpToDate => self.jump.begin(),
            Action::ToggleLane
            | Action::LaneUp
            | Action::LaneDown
            | Action::CollapseLanes
            | Action::OpenLanes => {
                if let Some(command) = self.of_lanes(action) {
                    settle(self, command);
                }
            }
            Action::Escape => self.escape(),
            Action::ToggleLedger => settle(self, Command::ShowLedger(!self.view().ledger)),
            Action::CompareActors => {
                let pair = self.selected_pair();
                let stands = self.view().shows(Pane::Pair);
                let again =
                    |pair: &[String; 2]| stands && self.view().compared.as_ref() == Some(pair);
                let pair = pair.filter(|pair| !again(pair));
                settle(self, Command::Compare(pair));
            }
            Action::Search => self.tab.searching.begin(),
            Action::ToggleReader => self.toggle_reader(),
            Action::ToggleVoices => settle(self, Command::ShowVoices(!self.view().voices)),
            Action::ToggleFacets => settle(self, Command::ShowFacets(!self.view().facets)),
            Action::LeaveOut => settle(self, Command::LeaveOut(self.view().left_out.next())),
            Action::SaveView => self.naming.begin(None),
            Action::ToggleDetails => self.tab.history.apply(Command::ToggleDetails),
            Action::ToggleProblems => self.show_problems(!self.tab.problems.open),
            Action::ToggleTheme => {
                let choice = if self.theme().dark {
                    ThemeChoice::Light
                } else {
                    ThemeChoice::Dark
                };
                self.choose_theme(choice);
            }
            Action::SystemLanguage => self.speak(None),
            Action::English => self.speak(Some(Language::English)),
            Action::German => self.speak(Some(Language::German)),
            Action::ToggleContrast
            | Action::ToggleStill
            | Action::Larger
            | Action::Smaller
            | Action::UsualSize => self.prefer(action),
            Action::TimelineOverMap
            | Action::TimelineBesideMap
            | Action::TimelineAlone
            | Action::MapAlone
            | Action::TimelineOverClaims
            | Action::MapBesideClaims => self.arrange_panes(action),
            Action::Present => self.present(!self.presenting),
            Action::SystemTheme => self.choose_theme(ThemeChoice::System),
            Action::ShowFormat => self.format_page.begin(),
            Action::Tour => self.tour.begin(),
            Action::ShowKeys => self.keys_sheet.begin(),
            Action::Palette => self.open_palette(),
            Action::Menu => self.ask_by_keys(),
            // Of the topics above.
            _ => {}
        }
    }

    /// What is asked of lanes.
    fn of_lanes(&self, action: Action) -> Option<Command> {
        let moved = |by| {
            let lane = self.own_lane()?;
            self.tab.timeline.lane_moved(self.view(), &lane, by)
        };
        match action {
            Action::ToggleLane => self.own_lane().map(Command::ToggleLane),
            Action::LaneUp => moved(-1),
            Action::LaneDown => moved(1),
            Action::CollapseLanes => Some(Command::CollapseLanes(self.tab.timeline.headings())),
            _ => Some(Command::CollapseLanes(Vec::new())),
        }
    }

    /// Opens or closes the list of problems; a notice that points to it has done its work.
    pub(super) fn show_problems(&mut self, open: bool) {
        self.tab.problems.open = open;
        let points_there = |notice: &Notice| notice.offers.contains(&Offer::ShowProblems);
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
            Item::Event(ix) => self.tab.timeline.lane_of(ix),
            _ => None,
        }
    }

    /// Both actors by id, where two are all that is selected.
    fn selected_pair(&self) -> Option<[String; 2]> {
        let index = self.index()?;
        let (first, second) = details::pair_of(&self.view().selected(index))?;
        let id = |actor| index.story().id_of(Item::Actor(actor)).id.to_string();
        Some([id(first), id(second)])
    }

    /// Peels one layer: a message, the steps that play, the problems, the two actors, the focus, the marked stretch, the
    /// as-of date, the selection.
    pub(super) fn escape(&mut self) {
        let said = self.opening.as_ref();
        if let Some(opening) = said.filter(|opening| opening.unsaid().is_none()) {
            opening.progress.cancel();
            return;
        }
        if self.notice.take().is_some() {
            return;
        }
        if self.leave_steps() {
            return;
        }
        if self.presenting {
            self.present(false);
        } else if self.tab.problems.open {
            self.tab.problems.open = false;
        } else if self.view().shows(Pane::Pair) {
            self.tab.history.apply(Command::Compare(None));
        } else if self.view().focus > 0 {
            self.tab.history.apply(Command::Focus(0));
        } else if self.view().range.is_some() {
            self.tab.history.apply(Command::MarkRange(None));
        } else if self.view().as_of.is_some() {
            self.tab.history.apply(Command::ShowAsOf(None));
        } else {
            self.tab.history.apply(Command::ClearSelection);
        }
    }

    /// Selects `id` as a click would: for tests and for scripts of the window.
    pub fn select(&mut self, id: ItemId) {
        self.tab.history.apply(Command::Select(id));
    }

    /// Adds `id` to what is selected, as Ctrl+click would.
    pub fn select_also(&mut self, id: ItemId) {
        self.tab.history.apply(Command::Toggle(id));
    }
}

/// Remembers what is done, in case it goes wrong.
fn note(effect: &Effect) {
    match effect {
        Effect::Change(command) | Effect::Settle(command) => crash::did(command),
        Effect::Begin(commands) | Effect::Together(commands) => {
            commands.iter().for_each(crash::did);
        }
        Effect::Do(action) => crash::did(action),
        _ => crash::did(effect),
    }
}
