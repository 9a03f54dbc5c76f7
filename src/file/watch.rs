//! Looks out for changes of a story's file: the system tells of them where it can, and where it cannot, as in
//! folders on a network, the file is looked at now and then.
//!
//! What is watched is the folder, since many editors put a new file in the place of the old one; of a link
//! both its own folder and that of what it leads to. `notify-debouncer-full` is not used: its thread wakes all
//! the time, whether anything happens or not, and what it tells of renaming is not needed here.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Time between two looks where the system tells of nothing.
const BETWEEN_LOOKS: Duration = Duration::from_secs(2);
/// How long nothing must happen before a file is looked at.
const QUIET: Duration = Duration::from_millis(30);
/// How long a file that changes all the time is left alone.
const RESTLESS: Duration = Duration::from_millis(150);
/// How long a file must be missing before that is told: some editors delete it and write it anew.
const MISSING: Duration = Duration::from_millis(800);
/// Links that are followed from one to the next.
const MOST_LINKS: usize = 40;
/// Bytes that are read at once.
const CHUNK: u64 = 1 << 20;

/// What tells one state of a file from another without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
    /// Which file it is, and when anything of it was changed last, as far as the system says so.
    identity: [i128; 4],
}

impl Stamp {
    /// The state of the file at `path`; none where there is none.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let file = fs::metadata(path).ok()?;
        Some(Self {
            bytes: file.len(),
            modified: file.modified().ok(),
            identity: identity(&file),
        })
    }
}

#[cfg(unix)]
fn identity(file: &fs::Metadata) -> [i128; 4] {
    use std::os::unix::fs::MetadataExt;
    [
        file.dev().into(),
        file.ino().into(),
        file.ctime().into(),
        file.ctime_nsec().into(),
    ]
}

#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> [i128; 4] {
    [0; 4]
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It holds something else than was read last, or could be read differently now.
    Changed,
    /// It is not there any more.
    Gone,
}

enum Message {
    /// Something happened to the file, or to its folder.
    Stirred,
    /// The file was read; so it stood before that.
    Read(Option<Stamp>),
    /// Nobody wants to know any more.
    Stop,
}

/// A file that is looked out for, until this is dropped.
pub struct Watch {
    messages: Sender<Message>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.messages.send(Message::Stop);
    }
}

impl Watch {
    /// Looks out for the file at `path`, which was in the state `read` before it was read last; `tell` is
    /// called, on a thread of its own, for every change since.
    ///
    /// Files whose bytes are the same as before are not told of. What holds a part of the new bytes only,
    /// because it is still being written, may be told of; so may the rest then.
    pub fn begin(
        path: &Path,
        read: Option<Stamp>,
        tell: impl FnMut(Change) + Send + 'static,
    ) -> Self {
        let (messages, received) = channel();
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let stirred = messages.clone();
        thread::spawn(move || {
            let mut armed = Armed::new(stirred);
            armed.cover(&path);
            let mut looking = Looking::new(path, tell);
            looking.begin(read);
            run(&mut looking, &mut armed, &received);
        });
        Self { messages }
    }

    /// Notes that the file was read again, and was in the state `before` just before that: what changed since
    /// is told of, also where the bytes are those that were told of last.
    pub fn has_read(&self, before: Option<Stamp>) {
        let _ = self.messages.send(Message::Read(before));
    }
}

fn run<T: FnMut(Change)>(
    looking: &mut Looking<T>,
    armed: &mut Armed,
    messages: &Receiver<Message>,
) {
    let mut next = Instant::now() + BETWEEN_LOOKS;
    loop {
        let wait = if looking.waits() {
            MISSING / 4
        } else {
            next.saturating_duration_since(Instant::now())
        };
        match messages.recv_timeout(wait) {
            Ok(Message::Stirred) => {
                match settle(messages) {
                    Settled::Stop => return,
                    Settled::Read(before) => looking.has_read(before),
                    Settled::Quiet => {}
                }
                // A link may lead elsewhere now.
                armed.cover(&looking.path);
                looking.look(true);
            }
            Ok(Message::Read(before)) => looking.has_read(before),
            Err(RecvTimeoutError::Timeout) => {
                armed.cover(&looking.path);
                looking.look(false);
                next = Instant::now() + BETWEEN_LOOKS;
            }
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

enum Settled {
    /// Nothing happens any more, or enough has.
    Quiet,
    /// The same, and the file was read meanwhile; so it stood before that.
    Read(Option<Stamp>),
    /// Nobody wants to know any more.
    Stop,
}

/// Waits until nothing happens any more.
fn settle(messages: &Receiver<Message>) -> Settled {
    let begun = Instant::now();
    let mut settled = Settled::Quiet;
    while begun.elapsed() < RESTLESS {
        match messages.recv_timeout(QUIET) {
            Ok(Message::Stirred) => {}
            Ok(Message::Read(before)) => settled = Settled::Read(before),
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return Settled::Stop,
            Err(RecvTimeoutError::Timeout) => break,
        }
    }
    settled
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Missing,
    Unreadable(ErrorKind),
    /// Bytes with this hash, which differs from one run of the program to the next.
    Bytes(u64),
}

/// What is known of the file.
struct Looking<T> {
    path: PathBuf,
    tell: T,
    /// How it stood at the last look.
    stamp: Option<Stamp>,
    /// What it held then; none where that is not known.
    content: Option<Content>,
    missing_since: Option<Instant>,
    hashes: ahash::RandomState,
}

impl<T: FnMut(Change)> Looking<T> {
    fn new(path: PathBuf, tell: T) -> Self {
        Self {
            path,
            tell,
            stamp: None,
            content: None,
            missing_since: None,
            hashes: ahash::RandomState::new(),
        }
    }

    /// Begins with a file that was in the state `read` before it was read.
    fn begin(&mut self, read: Option<Stamp>) {
        self.stamp = read;
        if Stamp::of(&self.path) != read {
            self.look(true);
        }
    }

    /// Whether a file that is missing may still come back before that is told.
    fn waits(&self) -> bool {
        self.missing_since.is_some()
    }

    fn has_read(&mut self, before: Option<Stamp>) {
        let now = Stamp::of(&self.path);
        if before != self.stamp || before != now {
            // Nobody knows what was read.
            self.content = None;
            self.look(true);
        }
    }

    /// Looks at the file; where nothing has `stirred`, only at its state.
    fn look(&mut self, stirred: bool) {
        let Some(stamp) = Stamp::of(&self.path) else {
            self.miss();
            return;
        };
        self.missing_since = None;
        let same = self.stamp == Some(stamp);
        if same && !stirred && self.content.is_some() {
            return;
        }
        let content = match self.read() {
            Ok(hash) => Content::Bytes(hash),
            // It went meanwhile.
            Err(error) if error.kind() == ErrorKind::NotFound => return self.miss(),
            Err(error) => Content::Unreadable(error.kind()),
        };
        if same && !stirred {
            // What was read when the story was opened: it is hashed once there is time for that.
            if Stamp::of(&self.path) == Some(stamp) {
                self.content = Some(content);
            }
            return;
        }
        self.stamp = Some(stamp);
        if self.content != Some(content) {
            self.content = Some(content);
            (self.tell)(Change::Changed);
        }
    }

    fn miss(&mut self) {
        if self.content == Some(Content::Missing) {
            return;
        }
        let since = *self.missing_since.get_or_insert_with(Instant::now);
        if since.elapsed() >= MISSING {
            self.missing_since = None;
            (self.stamp, self.content) = (None, Some(Content::Missing));
            (self.tell)(Change::Gone);
        }
    }

    fn read(&self) -> io::Result<u64> {
        // A pipe in its place would be waited for.
        if !fs::metadata(&self.path)?.is_file() {
            return Err(ErrorKind::InvalidInput.into());
        }
        let mut file = File::open(&self.path)?;
        let (mut hasher, mut bytes) = (self.hashes.build_hasher(), Vec::new());
        loop {
            bytes.clear();
            // Parts of one length, however the system hands them out: the hash hangs on that.
            if (&mut file).take(CHUNK).read_to_end(&mut bytes)? == 0 {
                return Ok(hasher.finish());
            }
            hasher.write(&bytes);
        }
    }
}

/// Names that are looked out for, in any of the folders that are watched.
type Names = Arc<Mutex<Vec<OsString>>>;

/// The folders that the system tells of.
struct Armed {
    /// None where the system tells of nothing.
    watcher: Option<RecommendedWatcher>,
    names: Names,
    /// The folders, each with which one it was: another may stand in its place by now.
    folders: BTreeMap<PathBuf, [i128; 2]>,
}

impl Armed {
    fn new(stirred: Sender<Message>) -> Self {
        let names = Names::default();
        let wanted = Arc::clone(&names);
        let tell = move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| concerns(&event, &wanted)) {
                let _ = stirred.send(Message::Stirred);
            }
        };
        let watcher = notify::recommended_watcher(tell);
        if let Err(error) = &watcher {
            log::info!("the system tells of no changes of files: {error}");
        }
        Self {
            watcher: watcher.ok(),
            names,
            folders: BTreeMap::new(),
        }
    }

    /// Watches the folders of `path`, and of what it leads to, and no others.
    fn cover(&mut self, path: &Path) {
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        let (mut names, mut folders) = (Vec::new(), BTreeMap::new());
        for place in links(path) {
            names.extend(place.file_name().map(OsString::from));
            let folder = place.parent().unwrap_or(&place).to_owned();
            if let Ok(found) = fs::metadata(&folder) {
                let [device, number, ..] = identity(&found);
                names.extend(folder.file_name().map(OsString::from));
                folders.insert(folder, [device, number]);
            }
        }
        *self.names.lock().unwrap_or_else(PoisonError::into_inner) = names;
        let before = std::mem::take(&mut self.folders);
        for (folder, which) in &before {
            if folders.get(folder) != Some(which) {
                // The system may have let go of it already.
                let _ = watcher.unwatch(folder);
            }
        }
        for (folder, which) in folders {
            let held = before.get(&folder) == Some(&which);
            if held || watcher.watch(&folder, RecursiveMode::NonRecursive).is_ok() {
                self.folders.insert(folder, which);
            }
        }
    }
}

/// Whether `event` may have changed what one of `names` holds.
fn concerns(event: &notify::Event, names: &Names) -> bool {
    let changes = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    };
    let names = names.lock().unwrap_or_else(PoisonError::into_inner);
    let named = |path: &PathBuf| {
        let name = path.file_name();
        name.is_some_and(|name| names.iter().any(|wanted| wanted == name))
    };
    changes && (event.need_rescan() || event.paths.iter().any(named))
}

/// `path`, and what it leads to from link to link.
fn links(path: &Path) -> Vec<PathBuf> {
    let mut places = vec![path.to_owned()];
    while let Some(place) = places.last()
        && let Ok(target) = fs::read_link(place)
        && places.len() < MOST_LINKS
    {
        let next = place.parent().unwrap_or(place).join(target);
        places.push(next);
    }
    places
}

#[cfg(test)]
mod tests;
