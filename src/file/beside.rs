//! What is kept beside a story and never in it: NAME.view.ron holds where actors were put by hand and
//! which are hidden. The program writes it; like the story it is untrusted when read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::write_atomically;

/// A file larger than this is not ours.
const MOST_BYTES: u64 = 4 << 20;
/// The version that this program writes.
const FORMAT: u32 = 1;
/// Places farther from the middle than this, in points, are not kept.
const FARTHEST: f32 = 1e6;
/// What stands at the top of the file.
const HEADING: &str = "// Throughline keeps here what was arranged by hand in the story of the same name.\n// It may be deleted: nothing of the story is in it.\n";

/// What is kept beside a story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename = "View")]
pub struct Beside {
    format: u32,
    /// Actors that were put somewhere by hand, by id, in the map's units.
    pub pins: BTreeMap<String, [f32; 2]>,
    /// Actors that are not shown on the map, by id.
    pub hidden: BTreeSet<String>,
}

/// Why nothing could be read from beside a story, or written there.
#[derive(Debug, thiserror::Error)]
pub enum BesideError {
    /// It is a folder, a link or a device.
    #[error("{} is no plain file; move it away to keep what is arranged by hand", .0.display())]
    NotAFile(PathBuf),
    /// It is larger than any that the program writes.
    #[error("{} is too large to be what this program keeps there", .0.display())]
    TooLarge(PathBuf),
    /// It is not what this program writes.
    #[error("{} cannot be read: {why}; delete it or mend it", .path.display())]
    Broken {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        why: Box<ron::error::SpannedError>,
    },
    /// A newer program wrote it.
    #[error("{} was written by a newer Throughline", .0.display())]
    Newer(PathBuf),
    /// The system refused.
    #[error("{}: {why}", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
}

impl Beside {
    /// What is to be kept.
    #[must_use]
    pub fn new(pins: BTreeMap<String, [f32; 2]>, hidden: BTreeSet<String>) -> Self {
        Self {
            format: FORMAT,
            pins,
            hidden,
        }
    }

    /// Whether there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pins.is_empty() && self.hidden.is_empty()
    }

    /// Where it lies for the story at `story`: NAME.view.ron in the same folder.
    #[must_use]
    pub fn path(story: &Path) -> PathBuf {
        story.with_extension("view.ron")
    }

    /// What is kept beside the story at `story`; nothing where there is no such file.
    ///
    /// # Errors
    /// Where there is something else in its place, or it cannot be read.
    pub fn load(story: &Path) -> Result<Self, BesideError> {
        let path = Self::path(story);
        // A link could lead out of the story's folder.
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(why) => return Err(BesideError::Io { path, why }),
            Ok(found) if !found.is_file() => return Err(BesideError::NotAFile(path)),
            Ok(found) if found.len() > MOST_BYTES => return Err(BesideError::TooLarge(path)),
            Ok(_) => {}
        }
        match fs::read_to_string(&path) {
            Ok(text) => Self::read(&text, &path),
            Err(why) => Err(BesideError::Io { path, why }),
        }
    }

    fn read(text: &str, path: &Path) -> Result<Self, BesideError> {
        let broken = |error| BesideError::Broken {
            path: path.to_owned(),
            why: Box::new(error),
        };
        let mut kept: Self = ron::from_str(text).map_err(broken)?;
        if kept.format > FORMAT {
            return Err(BesideError::Newer(path.to_owned()));
        }
        kept.format = FORMAT;
        let near = |at: &f32| at.is_finite() && at.abs() <= FARTHEST;
        kept.pins.retain(|_, at| at.iter().all(near));
        Ok(kept)
    }

    /// Keeps it beside the story at `story`. Where there is nothing to keep, no file is made.
    ///
    /// # Errors
    /// Where there is something else in its place, or the folder may not be written to.
    pub fn save(&self, story: &Path) -> Result<(), BesideError> {
        let path = Self::path(story);
        match fs::symlink_metadata(&path) {
            Ok(found) if !found.is_file() => return Err(BesideError::NotAFile(path)),
            Err(_) if self.is_empty() => return Ok(()),
            _ => {}
        }
        let refused = |why| BesideError::Io {
            path: path.clone(),
            why,
        };
        let pretty = ron::ser::PrettyConfig::default().struct_names(true);
        let text = ron::ser::to_string_pretty(self, pretty)
            .map_err(|error| refused(io::Error::other(error)))?;
        write_atomically(&path, format!("{HEADING}{text}\n").as_bytes()).map_err(refused)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kept() -> Beside {
        Beside::new(
            BTreeMap::from([("ada".to_owned(), [12.5, -40.0])]),
            BTreeSet::from(["bank \"of\" all".to_owned()]),
        )
    }

    #[test]
    fn what_is_kept_comes_back_and_lies_beside_the_story() {
        let folder = tempfile::tempdir().unwrap();
        let story = folder.path().join("board.ron");
        assert_eq!(Beside::load(&story).unwrap(), Beside::default());
        kept().save(&story).unwrap();
        assert_eq!(Beside::load(&story).unwrap(), kept());
        assert!(folder.path().join("board.view.ron").is_file());
        // Nothing left to keep is kept too.
        Beside::default().save(&story).unwrap();
        assert!(Beside::load(&story).unwrap().is_empty());
    }

    #[test]
    fn nothing_to_keep_makes_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let story = folder.path().join("board.ron");
        Beside::default().save(&story).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_is_broken_newer_or_too_large_is_refused_with_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let story = folder.path().join("board.ron");
        let path = Beside::path(&story);
        for text in ["(((", "View(format: 99)", &" ".repeat(5 << 20)] {
            fs::write(&path, text).unwrap();
            let error = Beside::load(&story).unwrap_err().to_string();
            assert!(error.contains("board.view.ron"), "{error}");
        }
        fs::write(&path, "View(pins: {\"a\": (1e30, 0.0), \"b\": (1.0, 2.0)})").unwrap();
        let kept = Beside::load(&story).unwrap();
        assert_eq!(kept.pins.keys().collect::<Vec<_>>(), ["b"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_neither_read_nor_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = folder.path().join("elsewhere");
        fs::write(&elsewhere, "untouched").unwrap();
        let story = folder.path().join("board.ron");
        std::os::unix::fs::symlink(&elsewhere, Beside::path(&story)).unwrap();
        assert!(matches!(
            Beside::load(&story),
            Err(BesideError::NotAFile(_))
        ));
        assert!(matches!(kept().save(&story), Err(BesideError::NotAFile(_))));
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "untouched");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,200}") {
            let _ = Beside::read(&text, Path::new("x.view.ron"));
        }
    }
}
