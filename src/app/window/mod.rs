//! The window's state, and the one place where what the panels ask for is carried out.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use eframe::egui::{self, ColorImage, Key, Ui, Vec2};

use crate::file::Severity;
use crate::index::Index;
use crate::scene::screen;
use crate::scene::{Look, Measurer, Theme};
use crate::story::Item;
use crate::view::{History, Moment, Pane, ThemeChoice, View};

use super::action::Keymap;
use super::export::{Done, ExportDialog};
use super::facets_panel::FacetsPanel;
use super::format_page::FormatPage;
use super::item_menu::ItemMenu;
use super::jump::JumpDialog;
use super::keeping::Keeping;
use super::keys_sheet::KeysSheet;
use super::ledger_pane::Listed;
use super::look;
use super::notice::{Notice, Offer};
use super::opening::{Asked, Dialogs, Opened, Opening, Origin, Replied, absolute};
use super::palette::Palette;
use super::problems_panel::Instead;
use super::reveal::reveal;
use super::saved_views::NameDialog;
use super::session::{Keeper, Session};
use super::settings::Settings;
use super::steps_dialog::StepsDialog;
use super::tour::{Places, Tour};

mod acts;
mod asking;
mod evidence;
mod filters;
mod following;
mod keyboard;
mod mapping;
mod panels;
mod preferring;
mod restoring;
mod revealing;
mod tab;
mod tabs;
mod telling;
mod times;
mod views;

pub use panels::expected_timeline;
use tab::{Others, Tab};

/// What the details' page was made of.
type PageKey = (Vec<Item>, Option<Moment>);

/// The window.
pub struct App {
    ctx: egui::Context,
    /// The story in front.
    tab: Tab,
    others: Others,
    hovered: Option<Item>,
    measurer: Arc<Measurer>,
    opening: Option<Opening>,
    /// What is to be opened after that.
    waiting: VecDeque<Origin>,
    /// Whether what is being opened does not come to the front.
    behind: bool,
    dialogs: Dialogs,
    export: ExportDialog,
    screenshot: Option<Receiver<Arc<ColorImage>>>,
    screenshot_to: Option<PathBuf>,
    notice: Option<Notice>,
    keys_sheet: KeysSheet,
    keymap: Keymap,
    palette: Palette,
    format_page: FormatPage,
    tour: Tour,
    /// Where the parts of the window stand that the tour points to.
    places: Places,
    item_menu: ItemMenu,
    typed_path: Option<String>,
    jump: JumpDialog,
    settings: Settings,
    settings_path: Option<PathBuf>,
    /// How the window is dressed, and whether nothing moves in it by itself.
    dressed: Option<(Look, bool)>,
    /// Whether the window shows the views alone, on the whole screen.
    presenting: bool,
    titled: String,
    keyboard: bool,
    /// What went wrong when a file was to be shown in its folder.
    revealing: Option<Receiver<String>>,
    /// The modifiers that were held as the last frame ended.
    held: egui::Modifiers,
    facets: FacetsPanel,
    naming: NameDialog,
    steps_dialog: StepsDialog,
    /// A table that is to be saved, once it is known where.
    table: Option<Listed>,
    /// Where it is to be saved, while that is typed.
    table_path: Option<String>,
    /// What became of saving one.
    saving: Option<Receiver<Notice>>,
    session: Option<Keeper>,
    /// What is to be shown as it was, once its story is there.
    restoring: Option<Session>,
    /// What is to be said once a story is there.
    unread: Option<Notice>,
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
            panes: settings.panes,
            ..View::default()
        };
        let mut app = Self {
            ctx: ctx.clone(),
            tab: Tab::new(view),
            others: Others::default(),
            hovered: None,
            measurer: Arc::new(Measurer::new()),
            opening: None,
            waiting: VecDeque::new(),
            behind: false,
            dialogs: Dialogs::default(),
            export: ExportDialog::default(),
            screenshot: None,
            screenshot_to: None,
            notice: None,
            keys_sheet: KeysSheet::default(),
            keymap: Keymap::read(&settings.keys),
            palette: Palette::default(),
            format_page: FormatPage::default(),
            tour: Tour::default(),
            places: Places::default(),
            item_menu: ItemMenu::default(),
            typed_path: None,
            jump: JumpDialog::default(),
            settings,
            settings_path,
            dressed: None,
            presenting: false,
            titled: String::new(),
            keyboard: false,
            revealing: None,
            held: egui::Modifiers::NONE,
            facets: FacetsPanel::default(),
            naming: NameDialog::default(),
            steps_dialog: StepsDialog::default(),
            table: None,
            table_path: None,
            saving: None,
            session: None,
            restoring: None,
            unread: None,
        };
        app.dress();
        app
    }

    /// The story on screen.
    #[must_use]
    pub fn index(&self) -> Option<&Arc<Index>> {
        self.tab.story.as_ref().map(|story| &story.index)
    }

    /// Whether a story stands on screen with all its lanes and actors.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.shows_timeline()
            && self.tab.filtering.is_settled()
            && self.tab.map.is_settled(self.view())
    }

    /// Whether a story stands on screen with all its lanes; its map may still be on the way.
    #[must_use]
    pub fn shows_timeline(&self) -> bool {
        let settled = self.tab.timeline.is_settled() || !self.view().shows(Pane::Timeline);
        self.tab.story.is_some() && settled
    }

    /// What is chosen.
    #[must_use]
    pub fn view(&self) -> &View {
        self.tab.history.view()
    }

    /// Shows what `view` has chosen, as if nothing else had been chosen before.
    pub fn show_view(&mut self, view: View) {
        self.tab.history = History::new(view);
    }

    /// Keeps nothing beside the story from now on, and does not follow its file.
    pub fn keep_nothing(&mut self) {
        self.tab.keeping = Keeping::default();
        self.tab.watching = None;
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

    /// Polls what runs in the background.
    pub fn logic(&mut self, ctx: &egui::Context) {
        self.poll_opening();
        self.open_waiting();
        self.poll_watching();
        self.poll_checking();
        self.poll_failures();
        match self.dialogs.poll() {
            Replied::Nothing => {}
            Replied::Chosen(Asked::Open(path)) => self.open(Origin::file(path)),
            Replied::Chosen(Asked::Save(path)) => match self.table.take() {
                Some(table) => self.save_table(path, table),
                None => self.export.take_path(&path),
            },
            // A missing portal looks like a cancel: the way by keyboard is always offered.
            Replied::Dismissed => {
                if self.table.is_some() {
                    self.table_path = Some(self.default_table_path());
                    return;
                }
                if !self.export.open {
                    self.notice =
                        Some(Notice::news("No file was chosen.").offering(Offer::TypePath));
                }
            }
        }
        self.poll_screenshot(ctx);
        let failed = self.tab.keeping.poll();
        if let Some(error) = failed.or_else(|| self.others.poll_keeping()) {
            self.notice = Some(Notice::trouble(format!(
                "What you arranged by hand could not be kept: {error}."
            )));
        }
        if let Some(notice) = self
            .saving
            .as_ref()
            .and_then(|saving| saving.try_recv().ok())
        {
            (self.notice, self.saving) = (Some(notice), None);
        }
        let failed = self
            .revealing
            .as_ref()
            .and_then(|failed| failed.try_recv().ok());
        if let Some(failed) = failed {
            self.notice = Some(Notice::trouble(failed));
        }
        if let Some(done) = self.export.poll() {
            self.notice = Some(match done {
                Ok(Done::Saved(path)) => {
                    self.settings.export_folder = path.parent().map(Path::to_owned);
                    self.save_settings();
                    Notice::news(format!("Saved {}", path.display())).offering(Offer::Reveal(path))
                }
                Ok(Done::Drawn(image)) => {
                    let [width, height] = image.size;
                    ctx.copy_image(image);
                    Notice::news(format!("Copied a picture of {width} × {height} pixels"))
                }
                Err(error) => Notice::trouble(format!("There is no picture: {error}")),
            });
        }
    }

    /// Shows a file in the file manager, and says where that did not work.
    fn reveal(&mut self, path: PathBuf) {
        let (sender, receiver) = std::sync::mpsc::channel();
        let ctx = self.ctx.clone();
        std::thread::spawn(move || {
            if let Err(error) = reveal(&path) {
                let folder = path.parent().unwrap_or(&path).display().to_string();
                // Nobody listens any more where the window has closed.
                let _ = sender.send(format!("No file manager opened {folder}: {error}"));
                ctx.request_repaint();
            }
        });
        self.revealing = Some(receiver);
    }

    /// Puts a story on screen. A file in which nothing is sound, or that broke since it was last
    /// read, does not replace what is there.
    pub fn put(&mut self, mut opened: Opened) {
        let story = opened.index.story();
        let errors = opened.loaded.count(Severity::Error);
        let empty = story.events().len() == 0 && story.actors().len() == 0;
        let name = opened.origin.name();
        let again = self.bring_story(&opened.origin);
        let before = self.tab.story.as_ref();
        let was_sound = before.is_some_and(|story| story.loaded.count(Severity::Error) == 0);
        let refused = errors > 0 && before.is_some() && (empty || (again && was_sound));
        if !again && !refused {
            let (view, open) = (self.view().at_rest().of_window(), self.tab.problems.open);
            self.begin_tab(view);
            self.tab.problems.open = open;
        }
        self.tab.problems.replace(name.clone(), &opened.loaded);
        if refused {
            let stays = if again {
                "the last good version stays"
            } else {
                "the story before stays"
            };
            let text = format!(
                "{name} has {}; {stays} on screen.",
                self.tab.problems.summary()
            );
            let notice = Notice::trouble(text).offering(Offer::ShowProblems);
            self.notice = Some(notice.of_file());
            self.tab.problems.instead = Some(if again {
                Instead::LastGood
            } else {
                Instead::StoryBefore
            });
            return;
        }
        if !again {
            let mut view = self.view().clone();
            if let Ok(kept) = &opened.kept {
                kept.restore(&mut view);
            }
            self.tab.history = History::new(self.restored(&opened, view));
            // Two that share a name but for its ending share what lies beside them, which one of them keeps.
            let free = |path: &&Path| !self.others.keep_beside(path);
            let path = opened.origin.path().filter(free).map(Path::to_owned);
            self.tab.keeping.begin(path, opened.kept.as_ref().ok());
            self.follow(&opened.origin, opened.reading.stamp);
        }
        // What is read again unasked takes back only what was said of the file.
        let said = self.notice.take();
        let said = said.filter(|said| opened.reading.quietly && !said.of_file);
        self.notice = said.or_else(|| {
            let shown = "what is sound is shown";
            let text = format!("{name} has {}; {shown}.", self.tab.problems.summary());
            let notice = Notice::trouble(text).offering(Offer::ShowProblems);
            (errors > 0).then(|| notice.of_file())
        });
        if let Err(error) = &opened.kept
            && self.notice.is_none()
            && !again
        {
            let text =
                format!("What was arranged by hand is not known, and will not be kept: {error}.");
            self.notice = Some(Notice::trouble(text));
        }
        if again && errors == 0 && !opened.reading.quietly {
            self.notice = Some(Notice::news(format!("{name} was read again.")));
        }
        if let Some(path) = opened.origin.path()
            && !again
        {
            self.settings.remember(&absolute(path));
            self.save_settings();
        }
        self.tab.page = None;
        self.tab.lit = None;
        self.tab.hidden = None;
        self.tab.faceting.forget();
        self.hovered = None;
        self.item_menu.close();
        self.tab
            .map
            .take(opened.arrangement.clone(), opened.before.clone());
        self.tab.timeline.forget_story();
        if let Some(stack) = &opened.stack {
            self.tab.timeline.take(&opened.index, Arc::clone(stack));
        }
        self.greet(&opened.origin);
        let (known, text) = std::mem::take(&mut opened.reading.known);
        if !known.is_empty() {
            self.tab.problems.take_more(&opened.loaded, known, &text);
        }
        let before = self.tab.story.replace(opened);
        let pair = std::mem::take(&mut self.tab.pair);
        self.check_quotations();
        // Letting go of a million events takes longer than a frame.
        std::thread::spawn(move || drop((before, pair)));
    }

    /// The view as the map has it, which may follow the stretch of time on screen.
    fn map_view(&self) -> View {
        let dated = |index: &&Arc<Index>| !index.dated_events().is_empty();
        let window = self.index().filter(dated).and(self.tab.timeline.window());
        self.view().following(window)
    }

    fn theme(&self) -> &'static Theme {
        Theme::looking(Look {
            dark: match self.view().theme {
                ThemeChoice::Light => false,
                ThemeChoice::Dark => true,
                ThemeChoice::System => self.ctx.system_theme() == Some(egui::Theme::Dark),
            },
            contrast: self.settings.contrast,
        })
    }

    fn dress(&mut self) {
        let theme = self.theme();
        let dress = (theme.look(), self.settings.still);
        if self.dressed != Some(dress) {
            look::dress(&self.ctx, theme, self.settings.still);
            self.dressed = Some(dress);
        }
        self.ctx.set_zoom_factor(self.settings.zoom.factor());
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
        if !self.presenting {
            self.top_bar(ui, theme, &mut effects);
            self.tab_row(ui, theme, &mut effects);
            self.status_line(ui, theme, &mut effects);
            self.problems_panel(ui, theme);
        }
        if let Some(index) = self.shown_index() {
            // Each story scrolls its panels by itself.
            ui.push_id(("tab", self.tab.serial), |ui| {
                self.chips(ui, &index, theme, &mut effects);
                self.facets_panel(ui, &index, theme, &mut effects);
                self.details(ui, &index, theme, &mut effects, &mut hovered);
                self.reading(ui, &index, theme, &mut effects, &mut hovered);
                self.step_bar(ui, theme, &mut effects);
                self.views(ui, &index, theme, &mut effects, &mut hovered);
            });
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
            self.tab.history.end_gesture();
            self.tab.keep(&self.ctx);
            self.others.keep(&self.ctx);
            self.keep_session();
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
            let rest = self.view().at_rest();
            let (lanes, panes) = (rest.lanes, rest.panes);
            (self.settings.lanes, self.settings.panes) = (lanes, panes);
            self.save_settings();
        }
    }
}
