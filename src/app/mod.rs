//! The window: state, commands, menus, panels, theme, settings.

mod action;
mod area;
mod background;
mod canvas;
mod cards;
mod checking;
mod chips_row;
pub mod crash;
mod dialog;
mod entry;
mod evidence_menu;
mod export;
mod faceting;
mod facets_panel;
mod filtering;
mod format_page;
mod headless;
mod hiding;
mod icon;
mod icons;
mod item_menu;
mod jump;
mod keeping;
mod keys_sheet;
mod ledger_pane;
mod look;
mod map_menu;
mod map_pane;
mod marks;
mod motion;
mod no_window;
mod notice;
mod opening;
mod pair_pane;
mod palette;
mod problems_panel;
mod reader;
mod renderer;
mod reveal;
mod saved_views;
mod searching;
mod session;
mod settings;
mod sidebar;
mod step_bar;
mod steps_dialog;
mod timeline_pane;
mod top_bar;
mod tour;
mod watching;
mod window;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use crate::language::{Language, say};

use no_window::Display;

pub use action::{Action, keys_markdown};
pub use headless::{WindowError, picture};
pub use no_window::NoWindow;
pub use opening::{
    Expected, FileReading, Known, MapBefore, Opened, Opening, Origin, SHIPPED, SHIPPED_NAME, open,
};
pub use renderer::Renderer;
pub use session::{Left, Running, Session};
pub use settings::{Settings, settings_path};
pub use window::{App, expected_timeline};

/// The program's name to the desktop: that of its windows, its launcher and its icon.
pub const APP_ID: &str = "throughline";

/// What is logged where the environment says nothing. Why a window could not be opened is told by [`run`], once every way has
/// been tried.
pub const LOGGED: &str = "error,eframe::native::run=off";

/// What the window opens with.
#[derive(Default)]
pub struct Options {
    /// The story file; the story that ships where there is none.
    pub story: Option<PathBuf>,
    /// How to draw; as the machine can where not given.
    pub renderer: Option<Renderer>,
    /// The language to speak; that of the settings, or the system's, where not given.
    pub language: Option<Language>,
    /// Called once the first frame is on screen.
    pub first_frame: Option<Box<dyn FnOnce() + Send>>,
}

/// Opens the window and returns once it is closed.
///
/// # Errors
/// Where no window can be opened: no display, or no way to draw on it.
pub fn run(options: Options) -> Result<(), NoWindow> {
    let settings = Settings::load(settings_path().as_deref());
    let language = options.language.or(settings.language);
    language.unwrap_or_else(Language::of_system).choose();
    let display = Display::find()?;
    let run = state_folder().and_then(|folder| begin_run(&folder));
    let left = run.as_ref().and_then(|(_, left)| left.clone());
    let session = left.as_ref().map(|left| &left.session);
    let session = session.filter(|session| !session.is_doubtful());
    let origin = match (options.story, session) {
        (Some(story), _) => Origin::file(story),
        (None, Some(session)) => session.origin(),
        (None, None) => Origin::Shipped,
    };
    let restored = session.filter(|session| session.is_of(&origin));
    let size = restored.and_then(|session| session.size);
    let [width, height] = size.or(settings.window).unwrap_or([1440.0, 900.0]);
    // The story is read while the window opens.
    let waker: Arc<std::sync::OnceLock<egui::Context>> = Arc::default();
    let wake = Arc::clone(&waker);
    let expected = Expected {
        lanes: restored.map_or(settings.lanes, |session| session.view.lanes),
        size: expected_timeline(crate::scene::size(width, height)),
    };
    let opened = origin.clone();
    let opening = Opening::begin(origin, MapBefore::default(), expected, move || {
        if let Some(ctx) = wake.get() {
            ctx.request_repaint();
        }
    });
    let mut viewport = egui::ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Throughline")
        .with_inner_size([width, height])
        .with_min_inner_size([480.0, 360.0])
        .with_drag_and_drop(true);
    if let Some(icon) = icon::icon() {
        viewport = viewport.with_icon(icon);
    }
    let run = run.map(|(run, _)| run);
    // Taken by the first window that opens.
    let begin = RefCell::new(Some((settings, opening, options.first_frame, left)));
    let mut failures = Vec::new();
    for &way in renderer::ways(options.renderer, renderer::seems_to_have_card()) {
        let mut native = eframe::NativeOptions {
            viewport: viewport.clone(),
            // Text and shapes are feathered by egui itself.
            multisampling: 0,
            ..eframe::NativeOptions::default()
        };
        way.prepare(&mut native);
        let ended = eframe::run_native(
            APP_ID,
            native,
            Box::new(|creation| {
                let Some((settings, opening, first_frame, left)) = begin.take() else {
                    return Err(say!("no-window-opened-twice").into());
                };
                let ctx = &creation.egui_ctx;
                // Set only once, here; nobody else knows the cell.
                let _ = waker.set(ctx.clone());
                let mut app = App::new(ctx, settings, settings_path());
                if let Some(run) = &run {
                    app.keep_session_of(run, left, &opened);
                }
                app.adopt(opening);
                Ok(Box::new(Shell {
                    app,
                    first_frame,
                    frames: 0,
                }))
            }),
        );
        match ended {
            Ok(()) => {
                // Where no window opened, what was left before is still there for the next start.
                if let Some(run) = run {
                    run.end();
                }
                return Ok(());
            }
            Err(error) if begin.borrow().is_none() => return Err(NoWindow::Closed(error)),
            Err(eframe::Error::WinitEventLoop(error)) => {
                return Err(display.unreachable(&error.to_string()));
            }
            Err(error) => failures.push((way, error)),
        }
    }
    Err(no_window::undrawn(&failures, options.renderer.is_some()))
}

/// Where sessions and reports of crashes lie; `None` where the system names no such folder.
fn state_folder() -> Option<PathBuf> {
    let folder = dirs::state_dir().or_else(dirs::data_local_dir)?;
    Some(folder.join("throughline"))
}

/// Begins a run whose failures are reported, and what was left by one that ended unexpectedly; none where nothing
/// can be kept.
fn begin_run(folder: &Path) -> Option<(Arc<Running>, Option<Left>)> {
    let run = match Running::begin(&folder.join("sessions")) {
        Ok(run) => Arc::new(run),
        Err(error) => {
            log::warn!("what is looked at will not be kept: {error}");
            return None;
        }
    };
    let reports = folder.join("reports");
    crash::report_to(reports.clone(), run.name());
    let left = run.take_left(&reports);
    Some((run, left))
}

/// The app as eframe drives it.
struct Shell {
    app: App,
    first_frame: Option<Box<dyn FnOnce() + Send>>,
    frames: u32,
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        // The second pass begins once the first has been presented.
        if self.frames > 0
            && let Some(report) = self.first_frame.take()
        {
            report();
        }
        self.app.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.app.show(ui);
        self.frames = self.frames.saturating_add(1);
        if self.first_frame.is_some() {
            ui.ctx().request_repaint();
        }
    }
}
