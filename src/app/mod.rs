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
mod notice;
mod opening;
mod palette;
mod problems_panel;
mod reader;
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

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

pub use action::{Action, keys_markdown};
pub use headless::{WindowError, picture};
pub use opening::{
    Expected, FileReading, Known, MapBefore, Opened, Opening, Origin, SHIPPED, SHIPPED_NAME, open,
};
pub use session::{Left, Running, Session};
pub use settings::{Settings, settings_path};
pub use window::{App, expected_timeline};

/// How the window is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Renderer {
    /// OpenGL: starts fastest, and runs on machines without a GPU.
    Glow,
    /// Vulkan and its like.
    Wgpu,
}

/// What the window opens with.
#[derive(Default)]
pub struct Options {
    /// The story file; the story that ships where there is none.
    pub story: Option<PathBuf>,
    /// How to draw; OpenGL first where not given.
    pub renderer: Option<Renderer>,
    /// Called once the first frame is on screen.
    pub first_frame: Option<Box<dyn FnOnce() + Send>>,
}

/// Opens the window and returns once it is closed.
///
/// # Errors
/// Where no window can be opened: no display, or no way to draw on it.
pub fn run(options: Options) -> Result<(), eframe::Error> {
    let run = state_folder().and_then(|folder| begin_run(&folder));
    let left = run.as_ref().and_then(|(_, left)| left.clone());
    let session = left.as_ref().map(|left| &left.session);
    let session = session.filter(|session| !session.is_doubtful());
    let origin = match (options.story, session) {
        (Some(story), _) => Origin::File(story),
        (None, Some(session)) => session.origin(),
        (None, None) => Origin::Shipped,
    };
    let restored = session.filter(|session| session.is_of(&origin));
    let settings = Settings::load(settings_path().as_deref());
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
        .with_app_id("throughline")
        .with_title("Throughline")
        .with_inner_size([width, height])
        .with_min_inner_size([480.0, 360.0])
        .with_drag_and_drop(true);
    if let Some(icon) = icon::icon() {
        viewport = viewport.with_icon(icon);
    }
    let native = eframe::NativeOptions {
        viewport,
        renderer: match options.renderer {
            Some(Renderer::Wgpu) => eframe::Renderer::Wgpu,
            Some(Renderer::Glow) | None => eframe::Renderer::Glow,
        },
        // Text and shapes are feathered by egui itself.
        multisampling: 0,
        ..eframe::NativeOptions::default()
    };
    let first_frame = options.first_frame;
    let own = run.map(|(run, _)| run);
    let ending = own.clone();
    let ended = eframe::run_native(
        "throughline",
        native,
        Box::new(move |creation| {
            let ctx = &creation.egui_ctx;
            // Set only once, here; nobody else knows the cell.
            let _ = waker.set(ctx.clone());
            let mut app = App::new(ctx, settings, settings_path());
            if let Some(run) = own {
                app.keep_session_of(&run, left, &opened);
            }
            app.adopt(opening);
            Ok(Box::new(Shell {
                app,
                first_frame,
                frames: 0,
            }))
        }),
    );
    // Where no window opened, what was left before is still there for the next start.
    if ended.is_ok()
        && let Some(run) = ending
    {
        run.end();
    }
    ended
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
