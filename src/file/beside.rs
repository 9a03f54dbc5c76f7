//! What is kept beside a story and never in it: NAME.view.ron. The program writes it; like the story it is
//! untrusted when read. What it holds is the affair of those who keep it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::language::say;

use super::write_atomically;

/// A file larger than this is not ours.
const MOST_BYTES: u64 = 8 << 20;
/// The version that this program writes.
pub const BESIDE_FORMAT: u32 = 1;
/// What stands at the top of the file.
const HEADING: &str = "// Throughline keeps here what was arranged by hand in the story of the same name.\n// It may be deleted: nothing of the story is in it.\n";

/// Why nothing could be read from beside a story, or written there.
#[derive(Debug, thiserror::Error)]
pub enum BesideError {
    /// It is a folder, a link or a device.
    #[error("{}", say!("problem-beside-no-file", path = .0.display().to_string()))]
    NotAFile(PathBuf),
    /// It is larger than any that the program writes.
    #[error("{}", say!("problem-beside-too-large", path = .0.display().to_string()))]
    TooLarge(PathBuf),
    /// It is not what this program writes.
    #[error("{}", say!("problem-beside-broken", path = .path.display().to_string(), why = .why.to_string()))]
    Broken {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        why: Box<ron::error::SpannedError>,
    },
    /// A newer program wrote it.
    #[error("{}", say!("problem-beside-newer", path = .0.display().to_string()))]
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

/// What any version of the file says.
#[derive(Default, Deserialize)]
#[serde(default, rename = "View")]
struct Header {
    format: u32,
}

/// Where it lies for the story at `story`: NAME.view.ron in the same folder.
#[must_use]
pub fn beside(story: &Path) -> PathBuf {
    story.with_extension("view.ron")
}

/// What is kept beside the story at `story`; nothing where there is no such file.
///
/// # Errors
/// Where there is something else in its place, or it cannot be read.
pub fn load_beside<T: DeserializeOwned + Default>(story: &Path) -> Result<T, BesideError> {
    let path = beside(story);
    // A link could lead out of the story's folder.
    match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(T::default()),
        Err(why) => return Err(BesideError::Io { path, why }),
        Ok(found) if !found.is_file() => return Err(BesideError::NotAFile(path)),
        Ok(found) if found.len() > MOST_BYTES => return Err(BesideError::TooLarge(path)),
        Ok(_) => {}
    }
    match fs::read_to_string(&path) {
        Ok(text) => read_beside(&text, &path),
        Err(why) => Err(BesideError::Io { path, why }),
    }
}

/// What `text`, which was read from `path`, keeps.
///
/// # Errors
/// Where it cannot be read, or a newer program wrote it.
pub fn read_beside<T: DeserializeOwned>(text: &str, path: &Path) -> Result<T, BesideError> {
    let broken = |error| BesideError::Broken {
        path: path.to_owned(),
        why: Box::new(error),
    };
    let header: Header = ron::from_str(text).map_err(broken)?;
    if header.format > BESIDE_FORMAT {
        return Err(BesideError::Newer(path.to_owned()));
    }
    ron::from_str(text).map_err(broken)
}

/// Keeps `kept` beside the story at `story`. Where there is nothing to keep, no file is made.
///
/// # Errors
/// Where there is something else in its place, or the folder may not be written to.
pub fn save_beside<T: Serialize>(
    kept: &T,
    is_empty: bool,
    story: &Path,
) -> Result<(), BesideError> {
    let path = beside(story);
    match fs::symlink_metadata(&path) {
        Ok(found) if !found.is_file() => return Err(BesideError::NotAFile(path)),
        Err(_) if is_empty => return Ok(()),
        _ => {}
    }
    let refused = |why| BesideError::Io {
        path: path.clone(),
        why,
    };
    let pretty = ron::ser::PrettyConfig::default().struct_names(true);
    let text = ron::ser::to_string_pretty(kept, pretty)
        .map_err(|error| refused(io::Error::other(error)))?;
    write_atomically(&path, format!("{HEADING}{text}\n").as_bytes()).map_err(refused)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default, rename = "View")]
    struct Kept {
        format: u32,
        names: Vec<String>,
    }

    fn kept() -> Kept {
        Kept {
            format: BESIDE_FORMAT,
            names: vec!["ada".to_owned(), "bank \"of\" all".to_owned()],
        }
    }

    #[test]
    fn what_is_kept_comes_back_and_lies_beside_the_story() {
        let folder = tempfile::tempdir().unwrap();
        let story = folder.path().join("board.ron");
        assert_eq!(load_beside::<Kept>(&story).unwrap(), Kept::default());
        save_beside(&kept(), false, &story).unwrap();
        assert_eq!(load_beside::<Kept>(&story).unwrap(), kept());
        assert!(folder.path().join("board.view.ron").is_file());
        // Nothing left to keep is kept too.
        save_beside(&Kept::default(), true, &story).unwrap();
        assert_eq!(load_beside::<Kept>(&story).unwrap(), Kept::default());
    }

    #[test]
    fn nothing_to_keep_makes_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let story = folder.path().join("board.ron");
        save_beside(&Kept::default(), true, &story).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_is_broken_newer_or_too_large_is_refused_with_its_path() {
        let folder = tempfile::tempdir().unwrap();
        let story = folder.path().join("board.ron");
        let path = beside(&story);
        for text in ["(((", "View(format: 99, names: 3)", &" ".repeat(9 << 20)] {
            fs::write(&path, text).unwrap();
            let error = load_beside::<Kept>(&story).unwrap_err().to_string();
            assert!(error.contains("board.view.ron"), "{error}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_neither_read_nor_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = folder.path().join("elsewhere");
        fs::write(&elsewhere, "untouched").unwrap();
        let story = folder.path().join("board.ron");
        std::os::unix::fs::symlink(&elsewhere, beside(&story)).unwrap();
        assert!(matches!(
            load_beside::<Kept>(&story),
            Err(BesideError::NotAFile(_))
        ));
        assert!(matches!(
            save_beside(&kept(), false, &story),
            Err(BesideError::NotAFile(_))
        ));
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "untouched");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,200}") {
            let _ = read_beside::<Kept>(&text, Path::new("x.view.ron"));
        }
    }
}
