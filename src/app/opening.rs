//! Opening stories and asking for paths, all off the thread that paints.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::evidence::Verification;
use crate::file::{self, BesideError, LoadError, Loaded, Problem, Progress, Stamp};
use crate::index::Index;
use crate::language::say;
use crate::map::{self, Arrangement, Request};
use crate::scene::{Measurer, Size};
use crate::story::Story;
use crate::timeline::{Stack, StackRequest};
use crate::view::{ArrangeBy, Kept, LaneBy, Places};

use super::background::{self, Wakes};
use super::checking;

/// The story that ships, as part of the program.
pub const SHIPPED: &str = include_str!("../../data/us-china-cloud.ron");
/// What the story that ships is called in messages.
pub const SHIPPED_NAME: &str = "us-china-cloud.ron";

/// Where a story comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The story that ships.
    Shipped,
    /// A file.
    File(PathBuf),
}

/// `path` from the root on, where the system tells.
#[must_use]
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

impl Origin {
    /// The file at `path`, which is the same file whatever folder it is named from.
    #[must_use]
    pub fn file(path: impl AsRef<Path>) -> Self {
        Self::File(absolute(path.as_ref()))
    }

    /// What to call it in a sentence.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Shipped => say!("opening-shipped", file = SHIPPED_NAME),
            Self::File(path) => path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            ),
        }
    }

    /// The file, where it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Shipped => None,
            Self::File(path) => Some(path),
        }
    }
}

/// A story that was read, with everything that is computed from it once.
pub struct Opened {
    /// Where it came from.
    pub origin: Origin,
    /// The story's file: text and problems.
    pub loaded: Loaded,
    /// The story's index.
    pub index: Arc<Index>,
    /// Its lanes, where it was said how they would be shown.
    pub stack: Option<Arc<Stack>>,
    /// Where its actors lie on the map; none where that takes longer than the story may be waited
    /// for.
    pub arrangement: Option<Arc<Arrangement>>,
    /// Where they lay before.
    pub before: Places,
    /// What was arranged by hand when the story was open before, or why that is not known.
    pub kept: Result<Kept, BesideError>,
    /// How its file was read.
    pub reading: FileReading,
}

/// How a story's file was read.
#[derive(Default)]
pub struct FileReading {
    /// How it stood just before that.
    pub stamp: Option<Stamp>,
    /// What is amiss about its quotations, as far as that was known before, with its text.
    pub known: (Vec<Problem>, Arc<String>),
    /// Whether it was read again without anybody asking.
    pub quietly: bool,
}

/// What is known of a story that is read again.
pub struct Known {
    /// How its map stood.
    pub map: MapBefore,
    /// The story as it was.
    pub story: Arc<Story>,
    /// How its quotations stood to their sources.
    pub verification: Arc<Verification>,
    /// Whether it is read again without anybody asking.
    pub quietly: bool,
}

/// How the map of a story stood, which is read again.
#[derive(Clone, Debug, Default)]
pub struct MapBefore {
    /// How it was laid out; none where the story was not open, and what is kept beside it tells.
    pub by: Option<ArrangeBy>,
    /// Where the actors lay.
    pub places: Places,
}

/// How the timeline will be shown, as far as one can tell before it is.
#[derive(Clone, Copy, Debug)]
pub struct Expected {
    /// What parts it into lanes.
    pub lanes: LaneBy,
    /// Its extent, in points.
    pub size: Size,
}

/// Events from which on the lanes are first stacked for the zooms near the whole story.
const COARSE_FIRST: usize = 50_000;
/// Actors up to which the map is arranged before the story is shown.
const ARRANGED_AT_ONCE: usize = 250;

/// How an opening ended.
pub enum Answer {
    /// It is still under way.
    Waiting,
    /// The story is here, with or without problems.
    Opened(Box<Opened>),
    /// Nothing could be opened; how the file stood just before it was read.
    Failed(LoadError, Option<Stamp>),
    /// The thread ended without an answer: only a defect of ours can do that.
    Broke,
}

/// How long a story may be read again before that is said.
const UNSAID: Duration = Duration::from_millis(400);

/// A story being opened in the background.
pub struct Opening {
    /// Where it comes from.
    pub origin: Origin,
    /// How far it is; cancelling goes this way too.
    pub progress: Arc<Progress>,
    answers: Receiver<Answered>,
    begun: Instant,
    quietly: bool,
}

/// What came of an opening.
struct Answered {
    /// How the file stood just before it was read.
    stamp: Option<Stamp>,
    what: Result<Box<Opened>, LoadError>,
}

impl Opening {
    /// Begins to open `origin`; `wake` is called once the answer is there.
    ///
    /// Actors lie where `before` has them, as far as the story allows. Lanes are stacked as they are
    /// `expected` to be shown.
    pub fn begin(
        origin: Origin,
        before: MapBefore,
        expected: Expected,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        Self::start(origin, (before, None), expected, wake)
    }

    /// Begins to open the story at `origin` again, of which much is `known`.
    pub fn again(
        origin: Origin,
        known: Known,
        expected: Expected,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let before = known.map.clone();
        Self::start(origin, (before, Some(known)), expected, wake)
    }

    fn start(
        origin: Origin,
        (before, known): (MapBefore, Option<Known>),
        expected: Expected,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let progress = Arc::new(Progress::default());
        let quietly = known.as_ref().is_some_and(|known| known.quietly);
        let (sender, answers) = channel();
        let (of, watched) = (origin.clone(), Arc::clone(&progress));
        thread::spawn(move || {
            let _wakes = Wakes(wake);
            // Let go of before the window wakes, which sees then also that a reading broke off.
            let sender = sender;
            let stamp = of.path().and_then(Stamp::of);
            let opened = open(of, before, &watched).and_then(|opened| {
                let opened = match known {
                    Some(known) => opened.knowing(&known),
                    None => opened,
                };
                let opened = opened.stacked(expected, watched.cancel_flag());
                // What broke off is not shown.
                if watched.is_cancelled() {
                    Err(LoadError::Cancelled)
                } else {
                    Ok(Box::new(opened))
                }
            });
            // Nobody listens any more where the window has closed.
            let _ = sender.send(Answered {
                stamp,
                what: opened,
            });
        });
        Self {
            origin,
            progress,
            answers,
            begun: Instant::now(),
            quietly,
        }
    }

    /// Whether nobody asked for it.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.quietly
    }

    /// How long it is until it is to be said that the story is being opened; none once it is.
    #[must_use]
    pub fn unsaid(&self) -> Option<Duration> {
        let left = UNSAID.saturating_sub(self.begun.elapsed());
        (self.quietly && left > Duration::ZERO).then_some(left)
    }

    /// The answer, if it has come.
    #[must_use]
    pub fn poll(&self) -> Answer {
        match self.answers.try_recv() {
            Ok(Answered {
                what: Ok(opened), ..
            }) => Answer::Opened(opened),
            Ok(Answered {
                what: Err(error),
                stamp,
            }) => Answer::Failed(error, stamp),
            Err(TryRecvError::Empty) => Answer::Waiting,
            Err(TryRecvError::Disconnected) => Answer::Broke,
        }
    }

    /// Waits for the answer.
    ///
    /// # Errors
    /// Where nothing could be opened.
    pub fn wait(self) -> Result<Box<Opened>, LoadError> {
        let answered = self.answers.recv();
        answered.map_or(Err(LoadError::Cancelled), |answered| answered.what)
    }
}

/// Opens `origin` here and now.
///
/// # Errors
/// Where nothing could be opened.
pub fn open(origin: Origin, before: MapBefore, progress: &Progress) -> Result<Opened, LoadError> {
    let stamp = origin.path().and_then(Stamp::of);
    let loaded = match &origin {
        Origin::Shipped => file::load_str(&origin.name(), SHIPPED, progress)?,
        Origin::File(path) => file::load(path, progress)?,
    };
    let index = Arc::new(Index::new(Arc::clone(&loaded.story)));
    let kept = origin.path().map_or(Ok(Kept::default()), Kept::load);
    let (by, before) = match (before.by, &kept) {
        (Some(by), _) => (by, before.places),
        (None, Ok(kept)) => (kept.map.arrange.clone(), kept.places.clone()),
        (None, Err(_)) => (ArrangeBy::default(), Places::new()),
    };
    let at_once = index.story().actors().len() <= ARRANGED_AT_ONCE;
    let arrangement = at_once.then(|| {
        let request = Request {
            before: before.get(&by).cloned().unwrap_or_default(),
            by,
            ..Request::default()
        };
        let measurer = Measurer::new();
        Arc::new(map::arrange(
            &index,
            &request,
            &measurer,
            progress.cancel_flag(),
        ))
    });
    Ok(Opened {
        loaded,
        index,
        stack: None,
        arrangement,
        before,
        kept,
        reading: FileReading {
            stamp,
            ..FileReading::default()
        },
        origin,
    })
}

impl Opened {
    /// The same with what is `known` of its quotations until they are looked up again, so that nothing flickers.
    fn knowing(mut self, known: &Known) -> Self {
        self.reading.quietly = known.quietly;
        let story = self.index.shared_story();
        let verification = known.verification.carried(&known.story, story);
        if verification.has_texts() {
            let (path, text) = (self.origin.path(), &self.loaded.text);
            self.reading.known = checking::problems(story, &verification, path, text);
            self.index = Arc::new(self.index.verified(Arc::new(verification)));
        }
        self
    }

    /// The same with its lanes stacked as they are `expected` to be shown.
    fn stacked(mut self, expected: Expected, cancel: &AtomicBool) -> Self {
        let whole = StackRequest::new(&self.index, expected.lanes, expected.size);
        // Close zooms of a large story are made ready once it stands on screen.
        let request = if self.index.dated_events().len() > COARSE_FIRST {
            whole.coarse()
        } else {
            whole
        };
        let stack = Stack::new(&self.index, request, &Measurer::new(), cancel);
        self.stack = Some(Arc::new(stack));
        self
    }
}

/// A question put to the user by the system's dialog.
pub enum Asked {
    /// Which story to open.
    Open(PathBuf),
    /// Where to save the picture.
    Save(PathBuf),
}

/// The system's dialogs, one at a time, each on a thread of its own.
#[derive(Default)]
pub struct Dialogs {
    answer: Option<Receiver<Option<Asked>>>,
}

/// What came of a dialog.
pub enum Replied {
    /// None is open, or nobody has answered yet.
    Nothing,
    /// The user chose.
    Chosen(Asked),
    /// The user chose nothing, or the system has no dialogs.
    Dismissed,
}

impl Dialogs {
    /// Asks which story to open, beginning in `folder`.
    pub fn ask_open(&mut self, ctx: &Context, folder: Option<PathBuf>) {
        self.ask(ctx, move || {
            let mut dialog = rfd::FileDialog::new()
                .set_title(say!("opening-open"))
                .add_filter(say!("opening-story-files"), &["ron", "json"])
                .add_filter(say!("opening-all-files"), &["*"]);
            if let Some(folder) = folder {
                dialog = dialog.set_directory(folder);
            }
            dialog.pick_file().map(Asked::Open)
        });
    }

    /// Asks where to save a picture that is to be called `name`, beginning in `folder`.
    pub fn ask_save(
        &mut self,
        ctx: &Context,
        folder: Option<PathBuf>,
        name: String,
        kind: &'static str,
    ) {
        self.ask(ctx, move || {
            let mut dialog = rfd::FileDialog::new()
                .set_title(say!("opening-export"))
                .set_file_name(name)
                .add_filter(kind.to_uppercase(), &[kind]);
            if let Some(folder) = folder {
                dialog = dialog.set_directory(folder);
            }
            dialog.save_file().map(Asked::Save)
        });
    }

    fn ask(&mut self, ctx: &Context, question: impl FnOnce() -> Option<Asked> + Send + 'static) {
        if self.answer.is_some() {
            return;
        }
        self.answer = Some(background::begin(ctx, question));
    }

    /// What came of the open dialog, once.
    pub fn poll(&mut self) -> Replied {
        let Some(receiver) = &self.answer else {
            return Replied::Nothing;
        };
        let replied = match receiver.try_recv() {
            Ok(Some(asked)) => Replied::Chosen(asked),
            Ok(None) | Err(TryRecvError::Disconnected) => Replied::Dismissed,
            Err(TryRecvError::Empty) => return Replied::Nothing,
        };
        self.answer = None;
        replied
    }

    /// Whether a dialog is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answer.is_some()
    }
}
