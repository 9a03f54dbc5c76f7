//! What is written down when the program fails: enough to find the defect by, and nothing of the story.
//!
//! A message of a failure may quote what was being worked on, and paths tell whose machine it is. So only
//! messages that were written into the program beforehand are taken over, numbers aside, and of paths only what
//! lies within the program's own sources.

use std::backtrace::Backtrace;
use std::collections::VecDeque;
use std::fmt::{self, Debug, Write as _};
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use crate::story::calendar::{TICKS_PER_SECOND, Tick};

/// Things done last that are remembered.
const REMEMBERED: usize = 30;
/// Failures of one run that are reported; what fails once often fails in every frame.
const MOST_REPORTED: u32 = 3;
/// Reports that are kept.
const MOST_KEPT: usize = 20;
/// Lines of a backtrace that are written down.
const MOST_LINES: usize = 300;
/// The longest name of something that was done.
const LONGEST_NAME: usize = 40;

/// What was done last, each with how often in a row.
static DONE: Mutex<VecDeque<(String, u32)>> = Mutex::new(VecDeque::new());
static REPORTED: AtomicU32 = AtomicU32::new(0);
/// The report that nobody has been told of.
static UNTOLD: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Remembers that this was done: the name of `what` alone, as `Debug` has it, without what it holds.
pub fn did(what: &impl Debug) {
    let mut name = Name(String::new());
    // It breaks off after the name, which is no failure.
    let _ = write!(name, "{what:?}");
    let mut done = DONE.lock().unwrap_or_else(PoisonError::into_inner);
    match done.back_mut() {
        Some((last, count)) if *last == name.0 => *count = count.saturating_add(1),
        _ => {
            if done.len() >= REMEMBERED {
                done.pop_front();
            }
            done.push_back((name.0, 1));
        }
    }
}

/// Takes in the letters up to the first other character.
struct Name(String);

impl fmt::Write for Name {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            if !c.is_ascii_alphanumeric() || self.0.len() >= LONGEST_NAME {
                return Err(fmt::Error);
            }
            self.0.push(c);
        }
        Ok(())
    }
}

/// Writes a report into `folder`, as the file NAME.txt, whenever a thread of this process fails from now on.
pub fn report_to(folder: PathBuf, name: &str) {
    let path = folder.join(format!("{name}.txt"));
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        before(info);
        if REPORTED.fetch_add(1, Ordering::Relaxed) >= MOST_REPORTED {
            return;
        }
        let report = report(info, &Backtrace::force_capture().to_string());
        match write(&folder, &path, &report) {
            Ok(()) => {
                let mut untold = UNTOLD.lock().unwrap_or_else(PoisonError::into_inner);
                *untold = Some(path.clone());
            }
            // The terminal is the only place left; nobody may be listening.
            Err(error) => {
                let _ = writeln!(std::io::stderr(), "there is no report of it: {error}");
            }
        }
    }));
}

/// The report of a thread that failed while the program goes on, once.
pub fn take_report() -> Option<PathBuf> {
    let mut untold = UNTOLD.lock().unwrap_or_else(PoisonError::into_inner);
    untold.take()
}

/// `path`, shorter where it lies in the user's own folder.
#[must_use]
pub fn shortened(path: &Path) -> String {
    let own = dirs::home_dir().and_then(|home| Some(path.strip_prefix(home).ok()?.to_owned()));
    own.map_or_else(
        || path.display().to_string(),
        |own| Path::new("~").join(own).display().to_string(),
    )
}

fn write(folder: &Path, path: &Path, report: &str) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    file.write_all(report.as_bytes())?;
    file.sync_all()?;
    forget_old(folder);
    Ok(())
}

/// Removes the oldest reports where there are many.
fn forget_old(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    // Their names begin with when their run began.
    names.sort_unstable();
    for path in names.iter().rev().skip(MOST_KEPT) {
        let _ = fs::remove_file(path);
    }
}

fn report(info: &PanicHookInfo<'_>, backtrace: &str) -> String {
    let place = info.location().map_or_else(
        || "unknown".to_owned(),
        |place| {
            format!(
                "{}:{}:{}",
                own_path(place.file()),
                place.line(),
                place.column()
            )
        },
    );
    let thread = std::thread::current();
    let message = match info.payload().downcast_ref::<&'static str>() {
        Some(written) => Some((*written).to_owned()),
        None => info.payload_as_str().and_then(known_message),
    };
    let mut text = format!(
        "Throughline {} failed. This report holds nothing of the story.\n\n",
        env!("CARGO_PKG_VERSION")
    );
    let lines = [
        ("when", utc()),
        ("system", system()),
        (
            "thread",
            thread.name().unwrap_or("without a name").to_owned(),
        ),
        ("place", place),
        (
            "message",
            message.unwrap_or_else(|| "left out: it may quote the story".to_owned()),
        ),
        ("done before", done()),
    ];
    for (what, said) in lines {
        text.push_str(&format!("{what}: {said}\n"));
    }
    text.push_str("backtrace:\n");
    for line in backtrace.lines().take(MOST_LINES) {
        text.push_str(&own_line(line));
        text.push('\n');
    }
    text.push('\n');
    text
}

fn done() -> String {
    let done = DONE.lock().unwrap_or_else(PoisonError::into_inner);
    let each = done.iter().map(|(name, count)| match count {
        1 => name.clone(),
        count => format!("{name} x{count}"),
    });
    each.collect::<Vec<_>>().join(", ")
}

fn utc() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let seconds = i64::try_from(since.unwrap_or_default().as_secs()).unwrap_or(0);
    let (day, _) = Tick(seconds.saturating_mul(TICKS_PER_SECOND)).civil();
    let (hour, minute) = (seconds / 3600 % 24, seconds / 60 % 60);
    format!(
        "{:04}-{:02}-{:02} {hour:02}:{minute:02} UTC",
        day.year, day.month, day.day
    )
}

fn system() -> String {
    let name = fs::read_to_string("/etc/os-release").ok().and_then(|text| {
        let name = text
            .lines()
            .find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
        Some(name.trim_matches('"').chars().take(60).collect::<String>())
    });
    let session = std::env::var("XDG_SESSION_TYPE").ok();
    let session = session.filter(|kind| ["x11", "wayland", "tty"].contains(&kind.as_str()));
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    let more = name
        .into_iter()
        .chain(session)
        .collect::<Vec<_>>()
        .join(", ");
    format!("{os} {arch} {more}").trim_end().to_owned()
}

/// Messages of the standard library that hold nothing but numbers, which stand as `#` here.
const HARMLESS: [&str; 12] = [
    "index out of bounds: the len is # but the index is #",
    "range start index # out of range for slice of length #",
    "range end index # out of range for slice of length #",
    "slice index starts at # but ends at #",
    "insertion index (is #) should be <= len (is #)",
    "removal index (is #) should be < len (is #)",
    "swap_remove index (is #) should be < len (is #)",
    "mid > len: mid = #, len = #",
    "source slice length (#) does not match destination slice length (#)",
    "copy_from_slice: source slice length (#) does not match destination slice length (#)",
    "min > max, or either was NaN. min = #, max = #",
    "capacity overflow",
];

/// `message`, where it is known to hold nothing but words of the program and numbers.
fn known_message(message: &str) -> Option<String> {
    let mut shape = String::new();
    let mut last = ' ';
    for c in message.chars().take(200) {
        match (c.is_ascii_digit(), last) {
            (true, '#') => {}
            (true, _) => shape.push('#'),
            (false, _) => shape.push(c),
        }
        last = if c.is_ascii_digit() { '#' } else { c };
    }
    HARMLESS
        .contains(&shape.as_str())
        .then(|| message.to_owned())
}

/// A line of a backtrace without whose machine the program was built on.
fn own_line(line: &str) -> String {
    match line.split_once(" at ") {
        Some((before, path)) if before.trim().is_empty() => {
            format!("{before} at {}", own_path(path))
        }
        _ => line.to_owned(),
    }
}

/// Of the path of a source file, what lies within the sources of its crate.
fn own_path(path: &str) -> String {
    let parts: Vec<&str> = path
        .split(['/', '\\'])
        .filter(|part| !part.is_empty())
        .collect();
    let source = parts
        .iter()
        .rposition(|part| *part == "src" || *part == "library");
    // With what the crate is called.
    let from = source.map_or(parts.len().saturating_sub(1), |at| at.saturating_sub(1));
    parts.get(from..).unwrap_or_default().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_was_done_the_name_alone_is_remembered() {
        use crate::view::Command;
        for _ in 0..3 {
            did(&Command::Filter("tag:secret \"a quotation\"".to_owned()));
        }
        did(&Command::ClearSelection);
        let done = done();
        assert!(done.contains("Filter x3, ClearSelection"), "{done}");
        assert!(
            !done.contains("secret") && !done.contains("quotation"),
            "{done}"
        );
    }

    #[test]
    fn a_message_is_taken_over_only_where_it_can_hold_nothing_of_the_story() {
        let harmless = "index out of bounds: the len is 31 but the index is 4000";
        assert_eq!(known_message(harmless).as_deref(), Some(harmless));
        for message in [
            "byte index 3 is not a char boundary; it is inside 'é' (bytes 2..4) of `a secret é`",
            "called `Result::unwrap()` on an `Err` value: \"/home/ada/secret.ron\"",
            "index out of bounds: the len is 31 but the index is 4000 in secret",
        ] {
            assert_eq!(known_message(message), None);
        }
    }

    #[test]
    fn of_a_path_only_what_lies_in_the_sources_is_told() {
        for (path, told) in [
            (
                "/home/ada/.cargo/registry/src/index.crates.io-1/egui-0.37.0/src/ui.rs:3:4",
                "egui-0.37.0/src/ui.rs:3:4",
            ),
            (
                "/home/ada/throughline/src/app/crash.rs",
                "throughline/src/app/crash.rs",
            ),
            ("src/app/crash.rs", "src/app/crash.rs"),
            (
                "/rustc/8a9b/library/core/src/option.rs:1:2",
                "core/src/option.rs:1:2",
            ),
            ("C:\\Users\\ada\\secret\\main.rs", "main.rs"),
        ] {
            assert_eq!(own_path(path), told);
        }
        assert_eq!(
            own_line("             at /home/ada/x/src/main.rs:3:4"),
            "             at x/src/main.rs:3:4"
        );
        assert_eq!(
            own_line("  12: core::panicking::panic"),
            "  12: core::panicking::panic"
        );
    }
}
