//! The whole window as a picture, without a display: drawn by the system's Vulkan, which may be one
//! that works in software.

use eframe::egui::UiBuilder;
use eframe::egui_wgpu::{RenderState, RendererOptions, WgpuConfiguration, WgpuError, WgpuSetup};
use eframe::wgpu::Backends;
use egui_kittest::Harness;
use egui_kittest::wgpu::{WgpuTestRenderer, default_wgpu_setup};

use crate::language::say;
use crate::scene::Size;
use crate::scene::png::Raster;
use crate::view::View;

use super::opening::Opened;
use super::settings::Settings;
use super::window::App;

/// The greatest width and height that every Vulkan draws, in pixels.
const MAX_SIDE: f32 = 8192.0;
/// Frames until fonts, styles and layouts have settled.
const FRAMES: usize = 12;

/// Why there is no picture of the window.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// Nothing to draw with.
    #[error("{}", say!("no-window-no-vulkan", reason = .0.to_string()))]
    NoVulkan(WgpuError),
    /// Too many pixels.
    #[error(
        "{}",
        say!(
            "no-window-size",
            width = .width.to_string(),
            height = .height.to_string(),
            most = MAX_SIDE.to_string()
        )
    )]
    Size {
        /// Pixels across.
        width: f32,
        /// Pixels down.
        height: f32,
    },
    /// The drawing failed.
    #[error("{}", say!("no-window-not-drawn", reason = .0))]
    Draw(String),
}

/// The window of `size` points with `opened` as `view` shows it, at `scale` pixels to the point.
///
/// # Errors
/// Where the system has no Vulkan, or the picture would be empty or larger than 8192 pixels a side.
pub fn picture(opened: Opened, view: View, size: Size, scale: f32) -> Result<Raster, WindowError> {
    let (width, height) = ((size.width * scale).round(), (size.height * scale).round());
    if ![width, height]
        .iter()
        .all(|side| (1.0..=MAX_SIDE).contains(side))
    {
        return Err(WindowError::Size { width, height });
    }
    // OpenGL without a display is noisy where it fails, so it comes second.
    let state = renderer(Backends::PRIMARY).or_else(|error| {
        let second = renderer(Backends::GL);
        second.map_err(|_| WindowError::NoVulkan(error))
    })?;
    let mut begin = Some((opened, view));
    let mut harness = Harness::builder()
        .with_size([size.width, size.height])
        .with_pixels_per_point(scale)
        .renderer(WgpuTestRenderer::from_render_state(state))
        .allow_missing_glyphs()
        .build_ui_state(
            move |ui, app: &mut Option<App>| {
                // Fonts and styles take effect with the frame after the one that sets them.
                if let Some((opened, view)) = begin.take() {
                    let mut first = App::new(ui.ctx(), Settings::default(), None);
                    first.put(opened);
                    first.show_view(view);
                    // A picture changes nothing on disk.
                    first.keep_nothing();
                    *app = Some(first);
                } else if let Some(app) = app {
                    app.logic(&ui.ctx().clone());
                    // The window has no margin, as the harness has.
                    let all = ui.ctx().content_rect();
                    let mut whole = ui.new_child(UiBuilder::new().max_rect(all));
                    whole.set_clip_rect(all);
                    app.show(&mut whole);
                }
            },
            None,
        );
    harness.run_steps(FRAMES);
    // A large story's lanes and map come from threads of their own.
    while harness.state().as_ref().is_some_and(|app| !app.is_full()) {
        std::thread::sleep(std::time::Duration::from_millis(5));
        harness.run_steps(1);
    }
    harness.run_steps(FRAMES);
    let image = harness.render().map_err(WindowError::Draw)?;
    Ok(Raster {
        width: image.width(),
        height: image.height(),
        rgba: image.into_raw(),
    })
}

fn renderer(backends: Backends) -> Result<RenderState, WgpuError> {
    let mut setup = default_wgpu_setup();
    if let WgpuSetup::CreateNew(new) = &mut setup {
        new.instance_descriptor.backends = backends;
    }
    let instance = pollster::block_on(setup.new_instance());
    let config = WgpuConfiguration {
        wgpu_setup: setup,
        ..WgpuConfiguration::default()
    };
    let options = RendererOptions::PREDICTABLE;
    pollster::block_on(RenderState::create(&config, &instance, None, options))
}
