//! Writing files so that nobody ever finds half of one.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::language::say;

/// How old an unfinished file must be before it is swept away: whoever makes one has locked it by then.
const SETTLED: Duration = Duration::from_secs(10);

/// Writes `bytes` to a file beside `path` and renames it over `path`.
///
/// Whoever reads meanwhile sees the old file or the new one, and a failure leaves the old one as it
/// was. A link is followed, so that it stays one; permissions of a file that was there are kept. What a program
/// that was killed left unfinished beside `path` is swept away.
///
/// # Errors
/// Where the folder is missing or may not be written to, `path` is a folder, or the disk is full.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if target.is_dir() {
        return Err(io::Error::new(
            io::ErrorKind::IsADirectory,
            say!("problem-write-folder"),
        ));
    }
    if let (Some(folder), Some(name)) = (folder_of(&target), target.file_name()) {
        sweep(folder, Some(name));
    }
    let (beside, mut file) = create_beside(&target)?;
    // Where the file system knows no locks, nothing is swept away.
    let _ = file.try_lock();
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| keep_permissions(&target, &file))
        .and_then(|()| fs::rename(&beside, &target));
    if written.is_ok() {
        sync_folder(&target);
    }
    if written.is_err() {
        // The first failure is the one to tell of.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Removes files in `folder` that a program began to write and was killed over: those for the file `name`, or
/// all. What is still being written is locked, and stays.
pub fn sweep(folder: &Path, name: Option<&OsStr>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_unfinished = |entry: &str| {
            unfinished(entry).is_some_and(|of| name.is_none_or(|name| name == OsStr::new(of)))
        };
        if !entry.file_name().to_str().is_some_and(is_unfinished) {
            continue;
        }
        let path = entry.path();
        let old = fs::symlink_metadata(&path)
            .ok()
            .filter(fs::Metadata::is_file);
        let age = old.and_then(|file| file.modified().ok()?.elapsed().ok());
        if age.is_some_and(|age| age >= SETTLED)
            && File::open(&path).is_ok_and(|file| file.try_lock().is_ok())
        {
            // It is in nobody's way.
            let _ = fs::remove_file(&path);
        }
    }
}

/// The name of the file that the file called `name` was to become, where it is one of ours.
fn unfinished(name: &str) -> Option<&str> {
    let (of, numbers) = name
        .strip_prefix('.')?
        .strip_suffix(".part")?
        .rsplit_once('.')?;
    let (process, attempt) = numbers.split_once('-')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (!of.is_empty() && is_number(process) && is_number(attempt)).then_some(of)
}

fn folder_of(path: &Path) -> Option<&Path> {
    let folder = path.parent()?;
    Some(if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    })
}

/// Lets the new name last through a loss of power, where the system can do that.
fn sync_folder(target: &Path) {
    #[cfg(unix)]
    if let Some(folder) = folder_of(target).and_then(|folder| File::open(folder).ok()) {
        // The file itself is whole either way.
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = target;
}

fn create_beside(target: &Path) -> io::Result<(PathBuf, File)> {
    let name = target.file_name().ok_or_else(|| {
        io::Error::new(io::ErrorKind::InvalidInput, say!("problem-write-nameless"))
    })?;
    let process = std::process::id();
    for attempt in 0..100_u32 {
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{process}-{attempt}.part"));
        let beside = target.with_file_name(hidden);
        match OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&beside)
        {
            Ok(file) => return Ok((beside, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::new(
        io::ErrorKind::AlreadyExists,
        say!("problem-write-unfinished"),
    ))
}

fn keep_permissions(target: &Path, file: &File) -> io::Result<()> {
    match fs::metadata(target) {
        Ok(before) => file.set_permissions(before.permissions()),
        Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_stays_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.svg");
        write_atomically(&path, b"one").unwrap();
        write_atomically(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(names(folder.path()), ["a.svg"]);
    }

    #[test]
    fn a_failure_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::create_dir(&path).unwrap();
        assert!(write_atomically(&path, b"x").is_err());
        assert!(write_atomically(&folder.path().join("no/such/b"), b"x").is_err());
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn what_killed_programs_left_unfinished_is_swept_away_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let old = std::time::SystemTime::now() - Duration::from_hours(1);
        let held = File::create(at(".a.svg.9-1.part")).unwrap();
        held.lock().unwrap();
        for name in [
            ".a.svg.9-0.part",
            ".a.svg.9-1.part",
            ".b.svg.9-0.part",
            ".a.svg.x-0.part",
        ] {
            let file = OpenOptions::new()
                .append(true)
                .create(true)
                .open(at(name))
                .unwrap();
            file.set_modified(old).unwrap();
        }
        File::create(at(".a.svg.9-2.part")).unwrap();
        write_atomically(&at("a.svg"), b"whole").unwrap();
        let left = [
            ".a.svg.9-1.part",
            ".a.svg.9-2.part",
            ".a.svg.x-0.part",
            ".b.svg.9-0.part",
            "a.svg",
        ];
        assert_eq!(names(folder.path()), left);
        sweep(folder.path(), None);
        assert!(!at(".b.svg.9-0.part").exists() && at(".a.svg.x-0.part").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        write_atomically(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
    }
}
