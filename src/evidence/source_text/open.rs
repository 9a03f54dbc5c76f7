//! From the name of a source to its bytes, which may lie in the story's folder only.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::watch::Watch;
use super::{MOST_BYTES, Problem};

/// Bytes read between two looks at whether the reading is to end.
const CHUNK: u64 = 1 << 20;

/// Names that are devices on Windows, whatever follows their first dot.
const DEVICES: [&str; 7] = ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];

/// The bytes of a file.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) bytes: Vec<u8>,
    /// Their SHA-256, in lower-case hexadecimal digits.
    pub(super) sha256: String,
}

/// Reads the file `name` in `folder`.
pub(super) fn open(folder: &Path, name: &str, watch: Watch<'_>) -> Result<Opened, Problem> {
    if !is_bare(name) {
        return Err(Problem::Name);
    }
    let file = open_without_waiting(&inside(folder, name)?).map_err(refused)?;
    // The open file is asked, for another may have taken its place since.
    let found = file.metadata().map_err(refused)?;
    if !found.is_file() {
        return Err(Problem::NotAFile);
    }
    if found.len() > MOST_BYTES as u64 {
        return Err(Problem::TooLarge);
    }
    read(file, found.len(), watch)
}

/// Whether `name` is the name of a file on every system, and no path.
fn is_bare(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    let numbered = |word: &str| {
        let mut rest = stem.get(3..).unwrap_or_default().chars();
        stem.get(..3)
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
            && matches!(rest.next(), Some('0'..='9' | '¹' | '²' | '³'))
            && rest.next().is_none()
    };
    let is_device = DEVICES.iter().any(|word| stem.eq_ignore_ascii_case(word))
        || numbered("com")
        || numbered("lpt");
    !name.is_empty()
        && name.len() <= 255
        && name != "."
        && name != ".."
        // A colon names a drive or a stream, and Windows leaves a last dot or space out.
        && !name.contains(['/', '\\', ':'])
        && !name.ends_with(['.', ' '])
        && !name.chars().any(char::is_control)
        && !is_device
}

/// Where the file really lies, which must be in `folder`.
fn inside(folder: &Path, name: &str) -> Result<PathBuf, Problem> {
    let path = folder.join(name);
    let found = fs::symlink_metadata(&path).map_err(refused)?;
    if found.is_file() {
        return Ok(path);
    }
    if !found.is_symlink() {
        return Err(Problem::NotAFile);
    }
    let target = path.canonicalize().map_err(refused)?;
    let folder = folder.canonicalize().map_err(refused)?;
    if target.starts_with(&folder) {
        Ok(target)
    } else {
        Err(Problem::Outside)
    }
}

/// Opens `path` so that neither a pipe is waited for nor a link followed that was not there before.
#[cfg(unix)]
fn open_without_waiting(path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;

    let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY;
    OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
}

#[cfg(not(unix))]
fn open_without_waiting(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

fn read(file: File, length: u64, watch: Watch<'_>) -> Result<Opened, Problem> {
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    let mut hash = Sha256::new();
    // It may grow while it is read, so the reading ends a byte above what is allowed.
    let mut left = file.take(MOST_BYTES as u64 + 1);
    loop {
        watch.check()?;
        let before = bytes.len();
        let got = left
            .by_ref()
            .take(CHUNK)
            .read_to_end(&mut bytes)
            .map_err(refused)?;
        if bytes.len() > MOST_BYTES {
            return Err(Problem::TooLarge);
        }
        if got == 0 {
            break;
        }
        hash.update(bytes.get(before..).unwrap_or_default());
    }
    let sha256 = hash
        .finalize()
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect();
    Ok(Opened { bytes, sha256 })
}

fn refused(error: io::Error) -> Problem {
    match error.kind() {
        ErrorKind::NotFound => Problem::Missing,
        ErrorKind::IsADirectory => Problem::NotAFile,
        _ => Problem::Unreadable(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bare_names_are_names() {
        for name in [
            "a.txt",
            "článek 1.txt",
            "..a.md",
            "console.txt",
            "com.pdf",
            "COM10.txt",
        ] {
            assert!(is_bare(name), "{name:?}");
        }
        for name in [
            "",
            ".",
            "..",
            "a/b.txt",
            "a\\b.txt",
            "/etc/passwd",
            "../a.txt",
            "c:a.txt",
            "C:\\a.txt",
            "a.txt:stream",
            "a\0.txt",
            "a\n.txt",
            "NUL",
            "nul.txt",
            "Con.md",
            "com1.txt",
            "LPT9",
            "lpt¹.txt",
            "aux .txt",
            "a.txt.",
            "a.txt ",
            "\\\\host\\a",
        ] {
            assert!(!is_bare(name), "{name:?}");
        }
        assert!(!is_bare(&"a".repeat(256)));
    }
}
