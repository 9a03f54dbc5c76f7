//! A story's quotations, looked up in the background; again whenever a source's file changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use eframe::egui::Context;

use crate::evidence::source_text::Reader;
use crate::evidence::{self, Verification};
use crate::file::{Code, Problem};
use crate::story::Story;

/// Time between two looks at whether a source's file has changed.
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// What came of it.
pub struct LookedUp {
    /// How quotations stand to their sources.
    pub verification: Arc<Verification>,
    /// What is amiss about them, as problems of the story's file.
    pub problems: Vec<Problem>,
    /// The text in which those problems have their places.
    pub text: Arc<String>,
    /// Whether it was done again, because a source's file had changed.
    pub again: bool,
}

/// The looking up of one story's quotations.
pub struct Checking {
    cancel: Arc<AtomicBool>,
    answers: Receiver<LookedUp>,
    /// Closed with this: the thread ends.
    _open: Sender<()>,
}

impl Drop for Checking {
    fn drop(&mut self) {
        self.cancel.store(true, Ordering::Relaxed);
    }
}

impl Checking {
    /// Begins to look up the quotations of `story`, whose file is at `path`; none where none of its sources
    /// has a text.
    pub fn begin(
        ctx: &Context,
        story: &Arc<Story>,
        path: Option<&Path>,
        text: &Arc<String>,
        reader: Reader,
    ) -> Option<Self> {
        let path = path?.to_owned();
        if !story.sources().any(|source| source.text.is_some()) {
            return None;
        }
        let cancel = Arc::new(AtomicBool::new(false));
        let (sender, answers) = channel();
        let (open, closed) = channel();
        let work = Work {
            ctx: ctx.clone(),
            story: Arc::clone(story),
            text: Arc::clone(text),
            path,
            reader,
            cancel: Arc::clone(&cancel),
        };
        thread::spawn(move || work.run(&sender, &closed));
        Some(Self {
            cancel,
            answers,
            _open: open,
        })
    }

    /// What came of it, each time once.
    pub fn poll(&self) -> Option<LookedUp> {
        self.answers.try_iter().last()
    }
}

struct Work {
    ctx: Context,
    story: Arc<Story>,
    text: Arc<String>,
    path: PathBuf,
    reader: Reader,
    cancel: Arc<AtomicBool>,
}

/// What tells whether a file has changed.
type Stamp = Option<(u64, Option<SystemTime>)>;

impl Work {
    fn run(&self, sender: &Sender<LookedUp>, closed: &Receiver<()>) {
        let mut again = false;
        loop {
            let stamps = self.stamps();
            let looked_up = self.look_up(again);
            // Nobody listens any more where the story has closed.
            if self.cancel.load(Ordering::Relaxed) || sender.send(looked_up).is_err() {
                return;
            }
            self.ctx.request_repaint();
            while self.stamps() == stamps {
                match closed.recv_timeout(BETWEEN_LOOKS) {
                    Err(RecvTimeoutError::Timeout) => {}
                    Ok(()) | Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            again = true;
        }
    }

    fn look_up(&self, again: bool) -> LookedUp {
        let folder = folder_of(&self.path);
        let work = || evidence::verify(&self.story, Some(folder), &self.reader, &self.cancel);
        // A slow source keeps nobody waiting who asks other threads for help.
        let verification = match rayon::ThreadPoolBuilder::new().build() {
            Ok(pool) => pool.install(work),
            Err(_) => work(),
        };
        let (problems, text) = problems(&self.story, &verification, Some(&self.path), &self.text);
        LookedUp {
            verification: Arc::new(verification),
            problems,
            text,
            again,
        }
    }

    fn stamps(&self) -> Vec<Stamp> {
        let folder = folder_of(&self.path);
        let files = self.story.sources().filter_map(|source| source.text);
        let stamp = |name: &str| {
            // What a link leads to is nobody's to ask every second.
            let file = fs::symlink_metadata(folder.join(name)).ok()?;
            Some((file.len(), file.modified().ok()))
        };
        files.map(stamp).collect()
    }
}

/// What is amiss about the quotations of `story`, as problems of its file at `path`, with the text of the file.
pub fn problems(
    story: &Story,
    verification: &Verification,
    path: Option<&Path>,
    text: &Arc<String>,
) -> (Vec<Problem>, Arc<String>) {
    let (mut problems, _, text) = evidence::problems(story, verification, path, text);
    // How much claims rest on is shown by the claims themselves, and in the ledger.
    problems.retain(|problem| !matches!(problem.code, Code::OneSource | Code::UnnamedAlone));
    (problems, text)
}

/// The folder that a file stands in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
