//! What is looked at, kept while the program runs so that it comes back after an unexpected end. Untrusted when
//! read.

mod keeper;
mod running;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::file::write_atomically;
use crate::view::View;

use super::opening::{Origin, absolute};

pub use keeper::Keeper;
pub use running::{Left, Running};

/// A session file larger than this is not ours.
const MOST_BYTES: u64 = 8 << 20;
/// The version that this program writes.
const FORMAT: u32 = 1;
/// Sessions that ended unexpectedly so often, one after the other, are not restored unasked.
const MOST_RESTORED: u32 = 2;

/// Stories open at once that are restored.
const MOST_BESIDE: usize = 50;

/// What is looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    format: u32,
    /// The story's file, as an absolute path; the story that ships where there is none.
    pub story: Option<PathBuf>,
    /// The files of the other stories that are open, as absolute paths.
    pub beside: Vec<PathBuf>,
    /// What was chosen.
    pub view: View,
    /// Whether the list of problems stood open.
    pub problems: bool,
    /// The window's size, in points.
    pub size: Option<[f32; 2]>,
    /// How often it was restored since it ended well, or lasted for a while.
    pub restored: u32,
}

impl Session {
    /// A session with the story of `origin`.
    #[must_use]
    pub fn of(origin: &Origin, view: View) -> Self {
        Self {
            format: FORMAT,
            story: origin.path().map(absolute),
            view,
            ..Self::default()
        }
    }

    /// The same, restored once more.
    #[must_use]
    pub fn restored_again(self) -> Self {
        Self {
            restored: self.restored.saturating_add(1),
            ..self
        }
    }

    /// Where its story comes from.
    #[must_use]
    pub fn origin(&self) -> Origin {
        self.story.clone().map_or(Origin::Shipped, Origin::File)
    }

    /// Whether it looks at the story of `origin`.
    #[must_use]
    pub fn is_of(&self, origin: &Origin) -> bool {
        match (&self.story, origin.path()) {
            (None, None) => true,
            (Some(held), Some(path)) => {
                held == path || std::path::absolute(path).is_ok_and(|path| path == *held)
            }
            _ => false,
        }
    }

    /// Whether it looks at more than any window that was just opened.
    #[must_use]
    pub fn is_worth_restoring(&self) -> bool {
        self.story.is_some() || !self.beside.is_empty() || self.view != self.view.of_window()
    }

    /// Whether it may be what makes the program end: then it is restored only where somebody asks for that.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.restored >= MOST_RESTORED
    }

    /// Reads the session at `path`; none where there is none, or nothing that this program wrote.
    #[must_use]
    pub fn load(path: &Path) -> Option<Self> {
        let file = fs::symlink_metadata(path).ok()?;
        if !file.is_file() || file.len() > MOST_BYTES {
            return None;
        }
        let text = fs::read_to_string(path).ok()?;
        Self::read(&text)
            .inspect_err(|error| log::warn!("the last session is not restored: {error}"))
            .ok()
    }

    /// Reads a session; what lies outside what can be shown is left out.
    ///
    /// # Errors
    /// Where `text` is no session, or a newer program wrote it.
    pub fn read(text: &str) -> Result<Self, ron::error::SpannedError> {
        let mut session: Self = ron::from_str(text)?;
        if session.format > FORMAT {
            // Nothing of it is known.
            return Ok(Self::default());
        }
        session.format = FORMAT;
        session.view = session.view.sound();
        session.story = session.story.filter(|path| path.is_absolute());
        session.beside.retain(|path| path.is_absolute());
        session.beside.truncate(MOST_BESIDE);
        let shown = |size: &[f32; 2]| size.iter().all(|side| (200.0..=16_000.0).contains(side));
        session.size = session.size.filter(shown);
        Ok(session)
    }

    /// Writes it to `path`.
    ///
    /// # Errors
    /// Where the folder may not be written to, or the disk is full.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
            .map_err(io::Error::other)?;
        write_atomically(path, text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::story::{ItemId, ItemKind};
    use crate::view::{Camera, Window};

    use super::*;

    #[test]
    fn a_session_comes_back_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.ron");
        let view = View {
            selection: vec![ItemId::new(ItemKind::Event, "letter \"of\" May")],
            window: Some(Window { from: -5, to: 900 }),
            camera: Some(Camera {
                center: [12.5, -3.0],
                zoom: 2.0,
            }),
            filter: "kind:letter".to_owned(),
            ledger: true,
            ..View::default()
        };
        let mut session = Session::of(&Origin::File(folder.path().join("board.ron")), view);
        session.size = Some([1200.0, 800.0]);
        session.beside = vec![folder.path().join("other.ron")];
        session.save(&path).unwrap();
        assert_eq!(Session::load(&path), Some(session.clone()));
        assert!(session.is_worth_restoring() && !session.is_doubtful());
    }

    #[test]
    fn what_is_no_session_is_not_restored() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("session.ron");
        assert_eq!(Session::load(&path), None);
        for text in ["(((", "(view: 3)", &" ".repeat(9 << 20)] {
            fs::write(&path, text).unwrap();
            assert_eq!(Session::load(&path), None);
        }
        let hostile =
            "(format: 1, story: Some(\"../x.ron\"), size: Some((0.0, 1e30)), view: (scroll: NaN))";
        let read = Session::read(hostile).unwrap();
        assert!(!read.is_worth_restoring() && read.size.is_none());
        assert!(
            !Session::read("(format: 9, problems: true)")
                .unwrap()
                .problems
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,200}") {
            let _ = Session::read(&text);
        }
    }
}
