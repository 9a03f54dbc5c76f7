//! The window's state, and the one place where what the panels ask for is carried out.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use eframe::egui::{
    self, Align, CentralPanel, ColorImage, Frame, Key, Label, Layout, Margin, Panel, RichText, Ui,
    Vec2,
};

use crate::details::{self, Page};
use crate::file::{LoadError, Severity};
use crate::index::{Highlight, Index};
use crate::scene::screen::{self, color32};
use crate::scene::{Measurer, TextStyle, Theme};
use crate::story::{Item, ItemId};
use crate::view::{Command, History, ThemeChoice, View};

use super::action::Action;
use super::canvas::{Effect, Shared};
use super::export_dialog::{ExportDialog, Ground, Wish};
use super::look::{self, named};
use super::map_pane::MapPane;
use super::notice::{self, Notice, Offer, Reaction};
use super::opening::{Answer, Asked, Dialogs, Opened, Opening, Origin, Replied};
use super::problems_panel::Problems;
use super::settings::Settings;
use super::timeline_pane::TimelinePane;
use super::{keys_sheet, sidebar, top_bar};

/// The window.
pub struct App {
    ctx: egui::Context,
    story: Option<Opened>,
    history: History,
    hovered: Option<Item>,
    measurer: Arc<Measurer>,
    opening: Option<Opening>,
    dialogs: Dialogs,
    export: ExportDialog,
    screenshot: Option<Receiver<Arc<ColorImage>>>,
    screenshot_to: Option<PathBuf>,
    problems: Problems,
    notice: Option<Notice>,
    keys_open: bool,
    typed_path: Option<String>,
    timeline: TimelinePane,
    map: MapPane,
    page: Option<(Option<Item>, Page)>,
    settings: Settings,
    settings_path: Option<PathBuf>,
    dressed: Option<bool>,
    titled: String,
    keyboard: bool,
}

impl App {
    /// A window without a story, dressed for its first frame.
    #[must_use]
    pub fn new(ctx: &egui::Context, settings: Settings, settings_path: Option<PathBuf>) -> Self {
        ctx.set_fonts(screen::fonts());
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let view = View {
            theme: settings.theme,
            lanes: settings.lanes,
            ..View::default()
        };
        let mut app = Self {
            ctx: ctx.clone(),
            story: None,
            history: History::new(view),
            hovered: None,
            measurer: Arc::new(Measurer::new()),
            opening: None,
            dialogs: Dialogs::default(),
            export: ExportDialog::default(),
            screenshot: None,
            screenshot_to: None,
            problems: Problems::default(),
            notice: None,
            keys_open: false,
            typed_path: None,
            timeline: TimelinePane::default(),
            map: MapPane::default(),
            page: None,
            settings,
            settings_path,
            dressed: None,
            titled: String::new(),
            keyboard: false,
        };
        app.dress();
        app
    }

    /// The story on screen.
    #[must_use]
    pub fn index(&self) -> Option<&Arc<Index>> {
        self.story.as_ref().map(|story| &story.index)
    }

    /// What is chosen.
    #[must_use]
    pub fn view(&self) -> &View {
        self.history.view()
    }

    /// What the window says at its foot, if anything.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_ref().map(|notice| notice.text.as_str())
    }

    /// Takes over an opening that has begun elsewhere.
    pub fn adopt(&mut self, opening: Opening) {
        if let Some(before) = self.opening.take() {
            before.progress.cancel();
        }
        self.opening = Some(opening);
        self.poll_opening();
    }

    /// Begins to open a story.
    pub fn open(&mut self, origin: Origin) {
        let ctx = self.ctx.clone();
        let again = self.story.as_ref().filter(|story| story.origin == origin);
        let before = again
            .map(|story| self.map.places(&story.index))
            .unwrap_or_default();
        self.adopt(Opening::begin(origin, before, move || {
            ctx.request_repaint()
        }));
    }

    /// Polls what runs in the background.
    pub fn logic(&mut self, ctx: &egui::Context) {
        self.poll_opening();
        match self.dialogs.poll() {
            Replied::Nothing => {}
            Replied::Chosen(Asked::Open(path)) => self.open(Origin::File(path)),
            Replied::Chosen(Asked::Save(path)) => self.export.take_path(&path),
            // A missing portal looks like a cancel: the way by keyboard is always offered.
            Replied::Dismissed => {
                if !self.export.open {
                    self.notice =
                        Some(Notice::news("No file was chosen.").offering(Offer::TypePath));
                }
            }
        }
        self.poll_screenshot(ctx);
        if let Some(saved) = self.export.poll() {
            self.notice = Some(match saved {
                Ok(path) => {
                    self.settings.export_folder = path.parent().map(Path::to_owned);
                    self.save_settings();
                    let folder = path.parent().map(Path::to_owned).unwrap_or_default();
                    Notice::news(format!("Saved {}", path.display()))
                        .offering(Offer::ShowFolder(folder))
                }
                Err(error) => Notice::trouble(format!("The picture was not saved: {error}")),
            });
        }
    }

    fn poll_opening(&mut self) {
        let Some(opening) = &self.opening else { return };
        match opening.poll() {
            Answer::Waiting => {}
            Answer::Opened(opened) => {
                self.opening = None;
                self.put(*opened);
            }
            Answer::Failed(LoadError::Cancelled) => self.opening = None,
            Answer::Failed(error) => {
                let origin = opening.origin.clone();
                self.opening = None;
                self.refuse(&origin, &error);
            }
        }
    }

    /// Puts a story on screen. A file in which nothing is sound, or that broke since it was last
    /// read, does not replace what is there.
    pub fn put(&mut self, opened: Opened) {
        let story = opened.index.story();
        let errors = opened.loaded.count(Severity::Error);
        let empty = story.events.is_empty() && story.actors.is_empty();
        let name = opened.origin.name();
        self.problems.replace(name.clone(), &opened.loaded);
        let again = self
            .story
            .as_ref()
            .is_some_and(|story| story.origin == opened.origin);
        let was_sound = self
            .story
            .as_ref()
            .is_some_and(|story| story.loaded.count(Severity::Error) == 0);
        if errors > 0 && self.story.is_some() && (empty || (again && was_sound)) {
            let stays = if again {
                "the last good version stays"
            } else {
                "the story before stays"
            };
            let text = format!("{name} has {}; {stays} on screen.", self.problems.summary());
            self.notice = Some(Notice::trouble(text).offering(Offer::ShowProblems));
            return;
        }
        if !again {
            let View {
                theme,
                lanes,
                details_hidden,
                ..
            } = self.view().clone();
            self.history = History::new(View {
                theme,
                lanes,
                details_hidden,
                ..View::default()
            });
            self.timeline = TimelinePane::default();
            self.map = MapPane::default();
        }
        self.notice = (errors > 0).then(|| {
            let text = format!(
                "{name} has {}; what is sound is shown.",
                self.problems.summary()
            );
            Notice::trouble(text).offering(Offer::ShowProblems)
        });
        if again && errors == 0 {
            self.notice = Some(Notice::news(format!("{name} was read again.")));
        }
        if let Some(path) = opened.origin.path() {
            let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
            self.settings.remember(&absolute);
            self.save_settings();
        }
        self.page = None;
        self.hovered = None;
        self.map.take(Arc::clone(&opened.arrangement));
        self.timeline.forget_story();
        self.story = Some(opened);
    }

    fn refuse(&mut self, origin: &Origin, error: &LoadError) {
        let stays = if self.story.is_some() {
            " The story before stays on screen."
        } else {
            ""
        };
        let help = error
            .suggestion()
            .map(|help| format!(" To do: {help}."))
            .unwrap_or_default();
        let text = format!("{} was not opened: {error}.{stays}{help}", origin.name());
        self.notice = Some(Notice::trouble(text));
    }

    fn theme(&self) -> &'static Theme {
        Theme::of(match self.view().theme {
            ThemeChoice::Light => false,
            ThemeChoice::Dark => true,
            ThemeChoice::System => self.ctx.system_theme() == Some(egui::Theme::Dark),
        })
    }

    fn dress(&mut self) {
        let theme = self.theme();
        if self.dressed != Some(theme.dark) {
            look::dress(&self.ctx, theme);
            self.dressed = Some(theme.dark);
        }
    }

    fn save_settings(&self) {
        self.settings.save(self.settings_path.as_deref());
    }

    /// Shows the window.
    pub fn show(&mut self, ui: &mut Ui) {
        self.dress();
        self.retitle();
        let theme = self.theme();
        ui.input(|input| {
            self.keyboard |= input.key_pressed(Key::Tab);
            self.keyboard &= !input.pointer.any_pressed();
        });
        let mut effects = Vec::new();
        self.shortcuts(ui, &mut effects);
        self.take_dropped(ui);
        let mut hovered = None;
        self.top_bar(ui, theme, &mut effects);
        self.status_line(ui, theme, &mut effects);
        self.problems_panel(ui, theme);
        if let Some(opened) = &self.story {
            let index = Arc::clone(&opened.index);
            self.details(ui, &index, theme, &mut effects, &mut hovered);
            self.views(ui, &index, theme, &mut effects, &mut hovered);
        } else {
            self.nothing_open(ui, theme, &mut effects);
        }
        self.popups(theme, &mut effects);
        if self.hovered != hovered {
            self.hovered = hovered;
            // The other views light up in the next frame.
            ui.ctx().request_repaint();
        }
        for effect in effects {
            self.carry_out(ui, effect);
        }
        if ui.input(|input| !input.pointer.any_down() && input.smooth_scroll_delta() == Vec2::ZERO)
        {
            self.history.end_gesture();
        }
        self.remember_window(ui);
    }

    fn retitle(&mut self) {
        let title = self.index().map_or("Throughline".to_owned(), |index| {
            format!("{} – Throughline", index.story().title)
        });
        if title != self.titled {
            self.ctx
                .send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.titled = title;
        }
    }

    fn remember_window(&mut self, ui: &Ui) {
        if ui.input(|input| input.viewport().close_requested()) {
            let size = ui.ctx().content_rect().size();
            self.settings.window = Some([size.x, size.y]);
            self.settings.theme = self.view().theme;
            self.settings.lanes = self.view().lanes;
            self.save_settings();
        }
    }

    fn enabled(&self, action: Action) -> bool {
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
            Action::FitSelection => open && !self.view().selection.is_empty(),
            Action::FocusOne | Action::FocusTwo | Action::FocusThree => {
                open && !self.view().selection.is_empty()
            }
            Action::Export
            | Action::FitAll
            | Action::ZoomIn
            | Action::ZoomOut
            | Action::PanEarlier
            | Action::PanLater
            | Action::FocusAll => open,
            _ => true,
        }
    }

    fn top_bar(&mut self, ui: &mut Ui, theme: &'static Theme, effects: &mut Vec<Effect>) {
        let frame = Frame::NONE.fill(color32(theme.background));
        let chosen = Panel::top("top bar")
            .exact_size(44.0)
            .frame(frame)
            .resizable(false)
            .show(ui, |ui| {
                let bar = top_bar::Bar {
                    title: self
                        .index()
                        .map_or("", |index| index.story().title.as_str()),
                    view: self.view(),
                    theme,
                    enabled: &|action| self.enabled(action),
                    recent: &self.settings.recent,
                };
                top_bar::show(ui, &bar, effects)
            });
        if let Some(path) = chosen.inner {
            self.open(Origin::File(path));
        }
    }

    fn status_line(&mut self, ui: &mut Ui, theme: &'static Theme, effects: &mut Vec<Effect>) {
        let frame = Frame::NONE
            .fill(color32(theme.background))
            .inner_margin(Margin::symmetric(16, 0));
        Panel::bottom("status line")
            .exact_size(24.0)
            .frame(frame)
            .resizable(false)
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        self.status_right(ui, theme, effects);
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            let text = RichText::new(self.status_text());
                            let text = text.text_style(named(TextStyle::Caption));
                            ui.add(Label::new(text.color(color32(theme.muted))).truncate());
                        });
                    });
                });
            });
    }

    fn status_right(&self, ui: &mut Ui, theme: &'static Theme, effects: &mut Vec<Effect>) {
        if let Some(opening) = &self.opening {
            if ui.small_button("Cancel").clicked() {
                opening.progress.cancel();
            }
            let (done, words) = (opening.progress.fraction(), opening.origin.name());
            let bar = egui::ProgressBar::new(done)
                .desired_width(120.0)
                .desired_height(6.0);
            ui.add(bar);
            let text =
                RichText::new(format!("Opening {words}")).text_style(named(TextStyle::Caption));
            ui.label(text.color(color32(theme.muted)));
            // Progress moves without input.
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_millis(100));
            return;
        }
        if self.export.is_saving() {
            ui.add(egui::Spinner::new().size(12.0));
            let text = RichText::new("Saving the picture").text_style(named(TextStyle::Caption));
            ui.label(text.color(color32(theme.muted)));
            return;
        }
        if self.story.is_none() {
            return;
        }
        let ink = if self.problems.list.is_empty() {
            theme.muted
        } else {
            theme.warning
        };
        let text = RichText::new(self.problems.summary()).text_style(named(TextStyle::Caption));
        let button = egui::Button::new(text.color(color32(ink))).min_size(Vec2::new(0.0, 20.0));
        let response = ui.add_enabled(!self.problems.list.is_empty(), button);
        if response
            .on_hover_text("What is wrong in the story’s file (Ctrl+Shift+M)")
            .clicked()
        {
            effects.push(Effect::Do(Action::ToggleProblems));
        }
    }

    /// What is under the pointer, or how much there is.
    fn status_text(&self) -> String {
        let Some(index) = self.index() else {
            return String::new();
        };
        if let Some(item) = self.hovered {
            let page = details::page(index, Some(item));
            return format!("{}  ·  {}", page.title, page.kicker);
        }
        let story = index.story();
        let counted = |count: usize, word: &str| {
            format!("{count} {word}{}", if count == 1 { "" } else { "s" })
        };
        [
            counted(story.events.len(), "event"),
            counted(story.actors.len(), "actor"),
            counted(story.relations.len(), "relation"),
            counted(story.passages.len(), "passage"),
            counted(story.sources.len(), "source"),
        ]
        .join("   ")
    }

    fn problems_panel(&mut self, ui: &mut Ui, theme: &'static Theme) {
        if !self.problems.open || self.problems.list.is_empty() {
            return;
        }
        let frame = Frame::NONE
            .fill(color32(theme.background))
            .inner_margin(Margin::symmetric(16, 8));
        Panel::bottom("problems")
            .resizable(true)
            .default_size(200.0)
            .size_range(100.0..=480.0)
            .frame(frame)
            .show(ui, |ui| self.problems.show(ui, theme));
    }

    fn details(
        &mut self,
        ui: &mut Ui,
        index: &Arc<Index>,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
        hovered: &mut Option<Item>,
    ) {
        if self.view().details_hidden {
            return;
        }
        let item = self.view().focused(index);
        if self.page.as_ref().is_none_or(|(held, _)| *held != item) {
            self.page = Some((item, details::page(index, item)));
        }
        let Some((_, page)) = &self.page else { return };
        let wide = ui.available_width();
        let frame = Frame::NONE.fill(color32(theme.background));
        let outcome = Panel::right("details")
            .resizable(true)
            .default_size((wide * 0.27).clamp(280.0, 360.0))
            .size_range(280.0..=(wide - 260.0).clamp(280.0, 560.0))
            .frame(frame)
            .show(ui, |ui| sidebar::show(ui, index, page, theme))
            .inner;
        if let Some(item) = outcome.chosen {
            let id = index.story().id_of(item);
            let toggle = ui.input(|input| input.modifiers.command);
            let command = if toggle {
                Command::Toggle(id)
            } else {
                Command::Select(id)
            };
            effects.push(Effect::Change(command));
        }
        if outcome.hovered.is_some() {
            *hovered = outcome.hovered;
        }
    }

    fn views(
        &mut self,
        ui: &mut Ui,
        index: &Arc<Index>,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
        hovered: &mut Option<Item>,
    ) {
        let view = self.history.view().clone();
        let selection = view.selected(index);
        let keyboard = self.keyboard;
        let canvas = Frame::NONE.fill(color32(theme.canvas));
        let height = ui.available_height();
        let range = 120.0..=(height - 120.0).max(121.0);
        Panel::top("timeline")
            .resizable(true)
            .default_size((height * 0.48).round())
            .size_range(range)
            .frame(canvas)
            .show(ui, |ui| {
                // The view that is pointed at keeps its other marks; the rest of the window dims.
                let dims = self.hovered.is_some() && !self.timeline.is_pointed_at();
                let highlight = Highlight::new(index, &selection, self.hovered, dims);
                let mut shared = Shared {
                    index,
                    theme,
                    effects,
                    hovered,
                    keyboard,
                    highlight,
                };
                self.timeline.show(ui, &view, &self.measurer, &mut shared);
            });
        CentralPanel::no_frame().frame(canvas).show(ui, |ui| {
            let dims = self.hovered.is_some();
            let highlight = Highlight::new(index, &selection, self.hovered, dims);
            let mut shared = Shared {
                index,
                theme,
                effects,
                hovered,
                keyboard,
                highlight,
            };
            self.map.show(ui, &view, &self.measurer, &mut shared);
        });
    }

    fn nothing_open(&mut self, ui: &mut Ui, theme: &'static Theme, effects: &mut Vec<Effect>) {
        let frame = Frame::NONE.fill(color32(theme.canvas));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ui.vertical_centered(|ui| {
                ui.add_space(ui.available_height() * 0.38);
                if self.opening.is_some() {
                    let text =
                        RichText::new("Opening the story").text_style(named(TextStyle::ItemTitle));
                    ui.label(text.color(color32(theme.muted)));
                    return;
                }
                let text = "No story is open. Choose a file, or drop one here.";
                let text = RichText::new(text).text_style(named(TextStyle::ItemTitle));
                ui.label(text.color(color32(theme.text)));
                ui.add_space(12.0);
                let open = RichText::new("Open a story…").color(color32(theme.on_accent));
                if ui
                    .add(egui::Button::new(open).fill(color32(theme.accent)))
                    .clicked()
                {
                    effects.push(Effect::Do(Action::Open));
                }
                ui.add_space(8.0);
                ui.label(RichText::new("Ctrl+O").color(color32(theme.muted)));
            });
        });
    }

    fn popups(&mut self, theme: &'static Theme, effects: &mut Vec<Effect>) {
        let ctx = self.ctx.clone();
        if self.keys_open {
            self.keys_open = keys_sheet::show(&ctx, theme);
        }
        if self.export.open {
            match self.export.show(&ctx, theme) {
                Wish::Nothing => {}
                Wish::Browse(path, kind) => {
                    let name = path
                        .file_name()
                        .map(|name| name.to_string_lossy().into_owned());
                    let folder = path.parent().map(Path::to_owned);
                    self.dialogs
                        .ask_save(&ctx, folder, name.unwrap_or_default(), kind);
                }
                Wish::Save(path) => self.save_picture(path),
            }
        }
        self.path_prompt(&ctx);
        if let Some(notice) = self.notice.clone() {
            match notice::show(&ctx, &notice, theme) {
                Reaction::None => {}
                Reaction::Closed => self.notice = None,
                Reaction::Took(offer) => {
                    self.notice = None;
                    match offer {
                        Offer::ShowProblems => self.problems.open = true,
                        Offer::TypePath => effects.push(Effect::Do(Action::OpenPath)),
                        Offer::ShowFolder(folder) => {
                            let url = format!("file://{}", folder.display());
                            ctx.open_url(egui::OpenUrl::new_tab(url));
                        }
                    }
                }
            }
        }
        if let Some(opening) = &self.opening
            && self.story.is_none()
            && opening.progress.is_cancelled()
        {
            self.opening = None;
        }
    }

    fn path_prompt(&mut self, ctx: &egui::Context) {
        let Some(mut path) = self.typed_path.take() else {
            return;
        };
        let mut keep = true;
        let mut chosen = false;
        let modal = egui::Modal::new(egui::Id::unique("path prompt")).show(ctx, |ui| {
            ui.set_width(480.0);
            let label = ui.label("Path of the story file");
            let edit = egui::TextEdit::singleline(&mut path).desired_width(f32::INFINITY);
            let response = ui
                .add(edit.hint_text("/home/me/story.ron"))
                .labelled_by(label.id);
            if !response.has_focus() && !response.lost_focus() {
                response.request_focus();
            }
            chosen = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.add_space(12.0);
            ui.horizontal(|ui| {
                chosen |= ui.button("Open").clicked();
                keep = !ui.button("Cancel").clicked();
            });
        });
        if chosen && !path.trim().is_empty() {
            self.open(Origin::File(PathBuf::from(path.trim())));
        } else if keep && !modal.should_close() {
            self.typed_path = Some(path);
        }
    }

    fn save_picture(&mut self, path: PathBuf) {
        if self.export.wants_window() {
            self.export.open = false;
            let (sender, receiver) = channel();
            let ctx = self.ctx.clone();
            self.ctx.request_screenshot(move |image| {
                let _ = sender.send(image);
                ctx.request_repaint();
            });
            self.screenshot = Some(receiver);
            self.screenshot_to = Some(path);
            // The picture is taken once the dialog is gone.
            self.ctx.request_repaint();
            return;
        }
        let Some(opened) = &self.story else { return };
        let ground = Ground {
            index: &opened.index,
            arrangement: &opened.arrangement,
            view: self.history.view(),
            theme: self.theme(),
            measurer: &self.measurer,
            on_screen: [self.timeline.size(), self.map.size()],
        };
        self.export.save_figure(&self.ctx, path, &ground);
    }

    fn poll_screenshot(&mut self, ctx: &egui::Context) {
        let Some(receiver) = &self.screenshot else {
            return;
        };
        if let Ok(image) = receiver.try_recv() {
            self.screenshot = None;
            if let Some(path) = self.screenshot_to.take() {
                self.export
                    .save_window(ctx, path, image, ctx.pixels_per_point());
            }
        }
    }

    fn take_dropped(&mut self, ui: &Ui) {
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

    fn shortcuts(&mut self, ui: &Ui, effects: &mut Vec<Effect>) {
        let typing = ui.ctx().text_edit_focused();
        let blocked = self.keys_open || self.export.open || self.typed_path.is_some();
        for action in Action::ALL {
            for shortcut in action.shortcuts() {
                let plain =
                    shortcut.modifiers.is_none() || shortcut.modifiers == egui::Modifiers::SHIFT;
                if (plain && typing) || (blocked && action != Action::ShowKeys) {
                    continue;
                }
                if ui.input_mut(|input| consume(input, *shortcut)) && self.enabled(action) {
                    effects.push(Effect::Do(action));
                }
            }
        }
    }

    fn carry_out(&mut self, ui: &Ui, effect: Effect) {
        match effect {
            Effect::Change(command) => self.history.apply(command),
            Effect::Settle(command) => {
                self.history.end_gesture();
                self.history.apply(command);
                self.history.end_gesture();
            }
            Effect::ZoomTo(item) => self.zoom_to(&[item]),
            Effect::Do(action) => self.act(ui, action),
        }
        ui.ctx().request_repaint();
    }

    fn zoom_to(&mut self, items: &[Item]) {
        let Some(index) = self.index().cloned() else {
            return;
        };
        let [first, ..] = items else { return };
        let id = index.story().id_of(*first);
        if items.len() == 1 && !self.view().selection.contains(&id) {
            self.history.apply(Command::Select(id));
        }
        self.history.end_gesture();
        if let Some(window) = self.timeline.window_for(&index, items) {
            self.history.apply(Command::ShowWindow(Some(window)));
        }
        if let Some(camera) = self
            .map
            .camera_for(&index, self.view(), items, &self.measurer)
        {
            self.history.apply(Command::MoveCamera(Some(camera)));
        }
        self.history.end_gesture();
    }

    fn act(&mut self, ui: &Ui, action: Action) {
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
            Action::FocusAll => settle(self, Command::Focus(0)),
            Action::FocusOne => settle(self, Command::Focus(1)),
            Action::FocusTwo => settle(self, Command::Focus(2)),
            Action::FocusThree => settle(self, Command::Focus(3)),
            Action::Escape => self.escape(),
            Action::UnpinAll => settle(self, Command::UnpinAll),
            Action::ToggleDetails => self.history.apply(Command::ToggleDetails),
            Action::ToggleProblems => self.problems.open = !self.problems.open,
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

    fn choose_theme(&mut self, choice: ThemeChoice) {
        self.history.apply(Command::ChooseTheme(choice));
        self.settings.theme = choice;
        self.save_settings();
    }

    /// Peels one layer: a message, the problems, the focus, the as-of date, the selection.
    fn escape(&mut self) {
        if self.notice.take().is_some() {
            return;
        }
        if self.problems.open {
            self.problems.open = false;
        } else if self.view().focus > 0 {
            self.history.apply(Command::Focus(0));
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
}

/// Whether `shortcut` was pressed, and by its exact modifiers: `f` is not `Shift+F`.
fn consume(input: &mut egui::InputState, shortcut: egui::KeyboardShortcut) -> bool {
    let egui::KeyboardShortcut {
        modifiers,
        logical_key,
    } = shortcut;
    // Which of Shift and AltGr a character needs is the keyboard's affair.
    let by_character = matches!(
        logical_key,
        Key::Questionmark | Key::OpenBracket | Key::CloseBracket | Key::Plus
    );
    if by_character {
        return input.consume_key(modifiers, logical_key)
            || input.consume_key(modifiers | egui::Modifiers::SHIFT, logical_key);
    }
    if modifiers == egui::Modifiers::NONE && input.modifiers.any() {
        return false;
    }
    input.consume_key(modifiers, logical_key)
}
