//! The window: state, commands, menus, panels, theme, settings.

mod action;
mod area;
mod background;
mod canvas;
mod cards;
mod checking;
mod chips_row;
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
mod settings;
mod sidebar;
mod step_bar;
mod steps_dialog;
mod timeline_pane;
mod top_bar;
mod tour;
mod window;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

pub use action::{Action, keys_markdown};
pub use headless::{WindowError, picture};
pub use opening::{Expected, MapBefore, Opened, Opening, Origin, SHIPPED, SHIPPED_NAME, open};
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
    let origin = options.story.map_or(Origin::Shipped, Origin::File);
    let settings = Settings::load(settings_path().as_deref());
    let [width, height] = settings.window.unwrap_or([1440.0, 900.0]);
    // The story is read while the window opens.
    let waker: Arc<std::sync::OnceLock<egui::Context>> = Arc::default();
    let wake = Arc::clone(&waker);
    let expected = Expected {
        lanes: settings.lanes,
        size: expected_timeline(crate::scene::size(width, height)),
    };
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
    eframe::run_native(
        "throughline",
        native,
        Box::new(move |creation| {
            let ctx = &creation.egui_ctx;
            // Set only once, here; nobody else knows the cell.
            let _ = waker.set(ctx.clone());
            let mut app = App::new(ctx, settings, settings_path());
            app.adopt(opening);
            Ok(Box::new(Shell {
                app,
                first_frame,
                frames: 0,
            }))
        }),
    )
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
