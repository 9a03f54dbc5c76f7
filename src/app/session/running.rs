//! Which runs of the program ended unexpectedly, told by locks: the system lets go of a lock however its holder
//! ended. A run that ends well takes its files with it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use crate::file::sweep;

use super::Session;

/// What was left longer ago than this is nobody's any more.
const FORGOTTEN: Duration = Duration::from_hours(7 * 24);
/// Runs that are looked at.
const MOST_RUNS: usize = 200;

/// A run of the program, and where it keeps what is looked at.
pub struct Running {
    folder: PathBuf,
    name: String,
    /// Held as long as the program runs.
    lock: File,
    ended: Mutex<bool>,
}

impl Running {
    /// Begins a run whose files lie in `folder`, which is made where it is missing.
    ///
    /// # Errors
    /// Where the folder cannot be made or written to, or knows no locks.
    pub fn begin(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        let name = format!(
            "{}-{}",
            since.unwrap_or_default().as_millis(),
            std::process::id()
        );
        let lock = File::create_new(folder.join(format!("{name}.lock")))?;
        lock.lock()?;
        Ok(Self {
            folder: folder.to_owned(),
            name,
            lock,
            ended: Mutex::new(false),
        })
    }

    /// What the run is called, and the report of its crash.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    fn path(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}.{ending}", self.name))
    }

    /// Keeps `session` as what is looked at. A run that has ended keeps nothing.
    ///
    /// # Errors
    /// Where the folder may not be written to, or the disk is full.
    pub fn keep(&self, session: &Session) -> io::Result<()> {
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        if *ended {
            Ok(())
        } else {
            session.save(&self.path("ron"))
        }
    }

    /// Notes that the run ended as it was asked to.
    pub fn end(&self) {
        *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = true;
        for ending in ["ron", "lock"] {
            // What cannot be removed is taken for a run that ended unexpectedly.
            let _ = fs::remove_file(self.path(ending));
        }
        let _ = self.lock.unlock();
    }

    /// Takes over what the last run left that ended unexpectedly, so that no other does; reports of crashes lie
    /// in the folder `reports`. What was left is this run's then, until it keeps something else.
    #[must_use]
    pub fn take_left(&self, reports: &Path) -> Option<Left> {
        let mut names: Vec<(u128, String)> = fs::read_dir(&self.folder)
            .ok()?
            .flatten()
            .filter_map(|entry| {
                let name = entry.file_name().into_string().ok()?;
                let name = name.strip_suffix(".lock")?;
                let begun = name.split('-').next()?.parse().ok()?;
                (name != self.name).then(|| (begun, name.to_owned()))
            })
            .take(MOST_RUNS)
            .collect();
        names.sort_unstable();
        sweep(&self.folder, None);
        names
            .into_iter()
            .rev()
            .find_map(|(_, name)| self.take(&name, reports))
    }

    /// Takes over what the run called `name` left, unless it is still going on or left nothing to see.
    fn take(&self, name: &str, reports: &Path) -> Option<Left> {
        let at = |ending: &str| self.folder.join(format!("{name}.{ending}"));
        let lock = File::open(at("lock")).ok()?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock | TryLockError::Error(_)) => return None,
        }
        let left = fs::metadata(at("ron")).and_then(|file| file.modified());
        let age = left.ok().and_then(|left| left.elapsed().ok());
        let session = Session::load(&at("ron")).filter(|_| age.is_some_and(|age| age < FORGOTTEN));
        let report = Some(reports.join(format!("{name}.txt"))).filter(|path| path.is_file());
        let session = session.unwrap_or_default();
        if session.is_worth_restoring() {
            let _ = fs::rename(at("ron"), self.path("ron"));
        }
        for ending in ["ron", "lock"] {
            let _ = fs::remove_file(at(ending));
        }
        (report.is_some() || session.is_worth_restoring()).then_some(Left { session, report })
    }
}

/// What a run left that ended unexpectedly.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// What was looked at.
    pub session: Session,
    /// The report of its crash; none where it was killed from outside.
    pub report: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use crate::app::Origin;
    use crate::view::View;

    use super::*;

    fn session(name: &str) -> Session {
        Session::of(
            &Origin::File(Path::new("/stories").join(name)),
            View::default(),
        )
    }

    fn names(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_run_that_ended_well_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let run = Running::begin(folder.path()).unwrap();
        run.keep(&session("a.ron")).unwrap();
        run.end();
        // What was still being kept meanwhile is nobody's.
        run.keep(&session("a.ron")).unwrap();
        assert_eq!(names(folder.path()), 0);
    }

    #[test]
    fn what_is_left_is_taken_over_once_and_never_from_a_run_that_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let sessions = folder.path().join("sessions");
        let reports = folder.path().join("reports");
        let first = Running::begin(&sessions).unwrap();
        first.keep(&session("a.ron")).unwrap();
        let second = Running {
            name: "1-1".to_owned(),
            lock: File::create(sessions.join("1-1.lock")).unwrap(),
            folder: sessions.clone(),
            ended: Mutex::new(false),
        };
        second.lock.lock().unwrap();
        assert_eq!(second.take_left(&reports), None);
        // The end of a process lets go of its lock; nothing else of it happens.
        let name = first.name().to_owned();
        drop(first);
        fs::create_dir(&reports).unwrap();
        fs::write(reports.join(format!("{name}.txt")), "report").unwrap();
        let left = second.take_left(&reports).unwrap();
        assert_eq!(left.session, session("a.ron"));
        assert!(left.report.is_some());
        assert_eq!(second.take_left(&reports), None);
        // It is kept on until something else is.
        assert_eq!(Session::load(&second.path("ron")), Some(session("a.ron")));
        second.end();
        assert_eq!(names(&sessions), 0);
    }

    #[test]
    fn a_run_that_left_nothing_to_see_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let first = Running::begin(folder.path()).unwrap();
        first.keep(&Session::default()).unwrap();
        drop(first);
        fs::write(folder.path().join("5-5.lock"), "").unwrap();
        fs::write(folder.path().join("5-5.ron"), "(((").unwrap();
        fs::write(folder.path().join("x.lock"), "").unwrap();
        std::thread::sleep(Duration::from_millis(2));
        let next = Running::begin(folder.path()).unwrap();
        assert_eq!(next.take_left(folder.path()), None);
        next.end();
        assert_eq!(names(folder.path()), 1, "what is none of ours stays");
    }
}
