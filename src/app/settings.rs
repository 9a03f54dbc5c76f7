//! What the program remembers between runs: recent files, folders, theme. Untrusted when read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::view::{LaneBy, Panes, ThemeChoice};

use super::action::KeptKeys;

/// Recent files kept.
const RECENT: usize = 10;
/// A settings file larger than this is not ours.
const MAX_BYTES: u64 = 64 * 1024;

/// What is remembered between runs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Story files, the last opened first.
    pub recent: Vec<PathBuf>,
    /// The folder of the last exported picture.
    pub export_folder: Option<PathBuf>,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// The language that the program speaks; the system's where none was chosen.
    pub language: Option<Language>,
    /// Whether the tour of the first run has been shown.
    pub toured: bool,
    /// Whether everything is to stand out as far as it can.
    pub contrast: bool,
    /// Whether nothing is to move by itself.
    pub still: bool,
    /// How much larger than usual everything is; usual is 1.
    pub zoom: Zoom,
    /// What parts the timeline into lanes.
    pub lanes: LaneBy,
    /// Which views stand in the window, and where.
    pub panes: Panes,
    /// How the window is parted.
    pub splits: Splits,
    /// Keys that the user chose, by what they ask for.
    pub keys: KeptKeys,
    /// The window's size, in points.
    pub window: Option<[f32; 2]>,
}

/// How the window is parted: points of the panels at its sides, and shares of the first of two views.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Splits(BTreeMap<String, f32>);

impl Splits {
    /// The most names that are kept.
    const MOST: usize = 16;

    /// How wide the panel of that name was, in points.
    #[must_use]
    pub fn of(&self, name: &str) -> Option<f32> {
        self.0.get(name).copied()
    }

    /// Which share (0 to 1) the first of two views had.
    #[must_use]
    pub fn share(&self, name: &str) -> Option<f32> {
        self.of(name).filter(|share| (0.0..=1.0).contains(share))
    }

    /// Remembers that the panel of that name is so many points wide.
    pub fn keep(&mut self, name: &str, points: f32) {
        if let Some(held) = self.0.get_mut(name) {
            *held = points;
        } else if self.0.len() < Self::MOST {
            self.0.insert(name.to_owned(), points);
        }
    }

    /// Remembers that the first of two views takes so many of the points that both have.
    pub fn keep_share(&mut self, name: &str, taken: f32, room: f32) {
        if room > 0.0 {
            self.keep(name, (taken / room).clamp(0.0, 1.0));
        }
    }

    fn sound(mut self) -> Self {
        self.0.retain(|_, points| (0.0..=16_000.0).contains(points));
        while self.0.len() > Self::MOST {
            self.0.pop_last();
        }
        self
    }
}

/// How much larger than usual the whole window is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Zoom(f32);

impl Default for Zoom {
    fn default() -> Self {
        Self(1.0)
    }
}

impl Zoom {
    /// The sizes that there are, in tenths of the usual one.
    const TENTHS: [u8; 11] = [6, 7, 8, 9, 10, 11, 13, 15, 18, 22, 30];

    /// As a factor.
    #[must_use]
    pub fn factor(self) -> f32 {
        self.0
    }

    /// The next size up or down; the last one stays.
    #[must_use]
    pub fn stepped(self, larger: bool) -> Self {
        let mut sizes = Self::TENTHS
            .map(|tenths| f32::from(tenths) / 10.0)
            .into_iter();
        let near = 0.01;
        let next = if larger {
            sizes.find(|size| *size > self.0 + near)
        } else {
            sizes.rfind(|size| *size < self.0 - near)
        };
        next.map_or(self, Self)
    }

    /// The same where a window can be drawn so; the usual size where not.
    fn sound(self) -> Self {
        if (0.5..=3.0).contains(&self.0) {
            self
        } else {
            Self::default()
        }
    }
}

impl Settings {
    /// Reads the settings at `path`; what is missing or unreadable is as on the first day.
    #[must_use]
    pub fn load(path: Option<&Path>) -> Self {
        let Some(path) = path else {
            return Self::default();
        };
        let small =
            std::fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.len() <= MAX_BYTES);
        if !small {
            return Self::default();
        }
        let text = std::fs::read_to_string(path).unwrap_or_default();
        Self::read(&text).unwrap_or_else(|error| {
            log::warn!("settings at {} are not used: {error}", path.display());
            Self::default()
        })
    }

    /// Reads settings; what lies outside what can be shown is left out.
    ///
    /// # Errors
    /// Where `text` is not settings at all.
    pub fn read(text: &str) -> Result<Self, ron::error::SpannedError> {
        let mut settings: Self = ron::from_str(text)?;
        settings.recent.truncate(RECENT);
        settings.zoom = settings.zoom.sound();
        settings.splits = settings.splits.sound();
        settings.window = settings
            .window
            .filter(|size| size.iter().all(|s| (200.0..=16_000.0).contains(s)));
        Ok(settings)
    }

    /// Writes the settings to `path`; a failure is logged, since nothing is lost by it.
    pub fn save(&self, path: Option<&Path>) {
        let Some(path) = path else { return };
        let write = || -> Result<(), Box<dyn std::error::Error>> {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())?;
            crate::file::write_atomically(path, text.as_bytes())?;
            Ok(())
        };
        if let Err(error) = write() {
            log::warn!("settings could not be saved to {}: {error}", path.display());
        }
    }

    /// Puts `path` in front of the recent files.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|held| held != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }
}

/// Where the settings lie; `None` where the system names no such folder.
#[must_use]
pub fn settings_path() -> Option<PathBuf> {
    Some(dirs::config_dir()?.join("throughline").join("settings.ron"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep").join("settings.ron");
        let mut settings = Settings {
            theme: ThemeChoice::Dark,
            ..Settings::default()
        };
        for name in 0..15 {
            settings.remember(Path::new(&format!("/stories/{name}.ron")));
        }
        settings.remember(Path::new("/stories/10.ron"));
        settings.save(Some(&path));
        let read = Settings::load(Some(&path));
        assert_eq!(read, settings);
        assert_eq!(read.recent.len(), RECENT);
        assert_eq!(read.recent[0], Path::new("/stories/10.ron"));
    }

    #[test]
    fn the_window_grows_and_shrinks_by_steps_and_comes_back() {
        let mut zoom = Zoom::default();
        for _ in 0..20 {
            zoom = zoom.stepped(true);
        }
        assert!((zoom.factor() - 3.0).abs() < 1e-6);
        for _ in 0..20 {
            zoom = zoom.stepped(false);
        }
        assert!((zoom.factor() - 0.6).abs() < 1e-6);
        for _ in 0..4 {
            zoom = zoom.stepped(true);
        }
        assert_eq!(zoom, Zoom::default());
        assert_eq!(Settings::read("(zoom: 1e9)").unwrap().zoom, Zoom::default());
        assert_eq!(Settings::read("(zoom: 1.5)").unwrap().zoom, Zoom(1.5));
    }

    #[test]
    fn broken_or_hostile_settings_are_as_on_the_first_day() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        for text in ["(((", "(window: Some((0.0, 1e30)))", &"x".repeat(100_000)] {
            std::fs::write(&path, text).unwrap();
            assert_eq!(Settings::load(Some(&path)), Settings::default());
        }
        assert_eq!(Settings::load(Some(folder.path())), Settings::default());
    }
}
