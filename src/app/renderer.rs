//! How the window is drawn: by Vulkan where there is a graphics card, otherwise by OpenGL, and by the
//! other of the two where the first fails.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use eframe::egui_wgpu::WgpuSetup;
use eframe::wgpu::{Adapter, Backends, DeviceType, Surface};

use crate::language::say;

/// How the window is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Renderer {
    /// OpenGL: starts fastest, and runs on machines without a GPU.
    Glow,
    /// Vulkan and its like.
    Wgpu,
}

/// A way to draw that can be tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// OpenGL, by a card or in software.
    OpenGl,
    /// Vulkan, by a card alone.
    VulkanOnCard,
    /// Vulkan, by a card or in software.
    Vulkan,
}

impl Way {
    /// What people know it by.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::OpenGl => "OpenGL",
            Self::VulkanOnCard | Self::Vulkan => "Vulkan",
        }
    }

    /// Makes `native` draw this way.
    pub(super) fn prepare(self, native: &mut eframe::NativeOptions) {
        native.renderer = match self {
            Self::OpenGl => eframe::Renderer::Glow,
            Self::VulkanOnCard | Self::Vulkan => eframe::Renderer::Wgpu,
        };
        if let WgpuSetup::CreateNew(setup) = &mut native.wgpu_options.wgpu_setup {
            // OpenGL is a way of its own, which starts faster.
            setup.instance_descriptor.backends = Backends::from_env().unwrap_or(Backends::PRIMARY);
            if self == Self::VulkanOnCard {
                setup.native_adapter_selector = Some(Arc::new(card));
            }
        }
    }
}

/// The ways to try, in turn. `card` says whether there seems to be a graphics card.
pub(super) fn ways(chosen: Option<Renderer>, card: bool) -> &'static [Way] {
    match (chosen, card) {
        // Who chooses wants to know whether it works.
        (Some(Renderer::Glow), _) => &[Way::OpenGl],
        (Some(Renderer::Wgpu), _) => &[Way::Vulkan],
        (None, true) => &[Way::VulkanOnCard, Way::OpenGl, Way::Vulkan],
        // In software, OpenGL paints a full window three times as fast as Vulkan.
        (None, false) => &[Way::OpenGl, Way::Vulkan],
    }
}

/// Whether the system has a device that a graphics card's driver makes. To ask Vulkan would load every
/// driver that is installed, those that draw in software among them.
pub(super) fn seems_to_have_card() -> bool {
    cfg!(target_os = "linux") && card_below(Path::new("/dev"))
}

fn card_below(devices: &Path) -> bool {
    let nodes = fs::read_dir(devices.join("dri")).into_iter().flatten();
    let renders = |node: fs::DirEntry| node.file_name().as_encoded_bytes().starts_with(b"renderD");
    nodes.flatten().any(renders) || devices.join("nvidia0").exists()
}

/// The card that takes the least power; a window of text and lines needs no more.
fn card(adapters: &[Adapter], surface: Option<&Surface<'_>>) -> Result<Adapter, String> {
    let shows =
        |adapter: &&Adapter| surface.is_none_or(|shown| adapter.is_surface_supported(shown));
    let ranked = adapters
        .iter()
        .filter(shows)
        .filter_map(|adapter| Some((rank(adapter.get_info().device_type)?, adapter)));
    let first = ranked.min_by_key(|(rank, _)| *rank);
    first
        .map(|(_, adapter)| adapter.clone())
        .ok_or_else(|| say!("no-window-no-card").to_owned())
}

/// Where a device stands among those to draw with; nothing for those that are no cards.
fn rank(device: DeviceType) -> Option<u8> {
    match device {
        DeviceType::IntegratedGpu => Some(0),
        DeviceType::DiscreteGpu => Some(1),
        DeviceType::VirtualGpu => Some(2),
        DeviceType::Cpu | DeviceType::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_draws_by_vulkan_first_and_a_machine_without_one_by_opengl() {
        let (with, without) = (ways(None, true), ways(None, false));
        assert_eq!((with[0], without[0]), (Way::VulkanOnCard, Way::OpenGl));
        for ways in [with, without] {
            assert!(ways.contains(&Way::OpenGl) && ways.contains(&Way::Vulkan));
        }
    }

    #[test]
    fn what_is_chosen_is_all_that_is_tried() {
        for card in [false, true] {
            assert_eq!(ways(Some(Renderer::Glow), card), [Way::OpenGl]);
            assert_eq!(ways(Some(Renderer::Wgpu), card), [Way::Vulkan]);
        }
    }

    #[test]
    fn a_card_is_known_by_its_devices() {
        let devices = tempfile::tempdir().unwrap();
        let make = |name: &str| fs::write(devices.path().join(name), "").unwrap();
        assert!(!card_below(devices.path()));
        fs::create_dir(devices.path().join("dri")).unwrap();
        // A display that cannot render.
        make("dri/card0");
        assert!(!card_below(devices.path()));
        make("dri/renderD128");
        assert!(card_below(devices.path()));
        fs::remove_dir_all(devices.path().join("dri")).unwrap();
        make("nvidia0");
        assert!(card_below(devices.path()));
    }

    #[test]
    fn drawing_in_software_is_no_card_and_the_thriftier_card_comes_first() {
        assert_eq!(rank(DeviceType::Cpu), None);
        assert!(rank(DeviceType::IntegratedGpu) < rank(DeviceType::DiscreteGpu));
        assert!(rank(DeviceType::DiscreteGpu) < rank(DeviceType::VirtualGpu));
    }
}
