//! The side that has a PDF read, and trusts nothing that comes back.

use std::env;
use std::io::{self, Read, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

use super::{BROKEN, HEADING, LOCKED, MOST_PAGES, NO_ROOM, READ, TOO_LONG};
use crate::evidence::source_text::body::{cleaned, has_words};
use crate::evidence::source_text::watch::Watch;
use crate::evidence::source_text::{
    Kind, MOST_BYTES, MOST_PARAGRAPHS, Problem, READ_PDF, SourceText,
};

/// How long the process is left alone between two looks at it.
const REST: Duration = Duration::from_millis(5);
/// How far into a file its mark may come, as other readers allow.
const MARKED_WITHIN: usize = 1024;

/// The words of the PDF in `bytes`, which `helper` or else this program reads.
pub(in super::super) fn words(
    helper: Option<&Path>,
    bytes: &[u8],
    watch: Watch<'_>,
) -> Result<SourceText, Problem> {
    let head = bytes
        .get(..MARKED_WITHIN.min(bytes.len()))
        .unwrap_or_default();
    if !head.windows(5).any(|part| part == b"%PDF-") {
        return Err(Problem::NotText);
    }
    let helper = match helper {
        Some(path) => path.to_owned(),
        None => env::current_exe().map_err(Problem::NoHelper)?,
    };
    let (status, answer) = run(helper, bytes, watch)?;
    read_answer(status, &answer)
}

/// How the process ended, and what it wrote.
fn run(helper: PathBuf, bytes: &[u8], watch: Watch<'_>) -> Result<(ExitStatus, Vec<u8>), Problem> {
    let mut child = command(helper).spawn().map_err(Problem::NoHelper)?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    thread::scope(|scope| {
        // Where it ends before it has read all, the pipe breaks, and how it ended tells why.
        scope.spawn(move || input.map(|mut pipe| pipe.write_all(bytes)));
        let reading = scope.spawn(move || {
            let mut answer = Vec::new();
            let most = (MOST_BYTES + HEADING.len() + 64) as u64;
            let got = output.map_or(Ok(0), |pipe| pipe.take(most).read_to_end(&mut answer));
            got.map(|_| answer)
        });
        let ended = wait(&mut child, watch);
        let answer = reading.join();
        let status = ended?;
        let lost = || Problem::NoHelper(io::ErrorKind::Other.into());
        let answer = answer.map_err(|_| lost())?.map_err(Problem::NoHelper)?;
        Ok((status, answer))
    })
}

fn command(helper: PathBuf) -> Command {
    let mut command = Command::new(helper);
    command
        .arg(READ_PDF)
        .env_clear()
        // Where mimalloc is the allocator, it would set all of the memory that is allowed aside at once.
        .env("MIMALLOC_ARENA_RESERVE", "32768")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        // No console is shown.
        command.creation_flags(0x0800_0000);
        // Libraries of the system are not found without it.
        if let Some(root) = env::var_os("SystemRoot") {
            command.env("SystemRoot", root);
        }
    }
    command
}

/// Waits until `child` has ended, or ends it where the reading is to end.
fn wait(child: &mut Child, watch: Watch<'_>) -> Result<ExitStatus, Problem> {
    loop {
        let outcome = match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) => watch.check(),
            Err(error) => Err(Problem::NoHelper(error)),
        };
        if let Err(problem) = outcome {
            // Both fail only where it has ended by itself.
            let _ = child.kill();
            let _ = child.wait();
            return Err(problem);
        }
        thread::sleep(REST);
    }
}

fn read_answer(status: ExitStatus, answer: &[u8]) -> Result<SourceText, Problem> {
    if status.code() == Some(NO_ROOM.into()) {
        return Err(Problem::TooHard);
    }
    if !status.success() {
        return Err(fallen(status));
    }
    let stranger = || Problem::NoHelper(io::ErrorKind::InvalidData.into());
    let answer = str::from_utf8(answer).map_err(|_| stranger())?;
    let (heading, text) = answer.split_once('\n').ok_or_else(stranger)?;
    match heading.strip_prefix(HEADING) {
        Some(READ) => source(text),
        Some(BROKEN) => Err(Problem::Broken),
        Some(LOCKED) => Err(Problem::Locked),
        Some(TOO_LONG) => Err(Problem::TooLong),
        _ => Err(stranger()),
    }
}

/// Why a process that did not succeed did not.
#[cfg(unix)]
fn fallen(status: ExitStatus) -> Problem {
    use rustix::process::Signal;
    use std::os::unix::process::ExitStatusExt;

    match status.signal() {
        Some(signal) if signal == Signal::XCPU.as_raw() => Problem::Timeout,
        // Memory that it does not get makes it abort; a stack that has no room left, too.
        Some(_) => Problem::TooHard,
        // It panicked over what it read.
        None => Problem::Broken,
    }
}

#[cfg(not(unix))]
fn fallen(_: ExitStatus) -> Problem {
    Problem::Broken
}

/// The source in a text in which form feeds stand where pages begin.
fn source(answer: &str) -> Result<SourceText, Problem> {
    let answer = cleaned(answer);
    let mut text = String::with_capacity(answer.len());
    let mut pages = Vec::new();
    for page in answer.split('\u{c}').skip(1) {
        if pages.len() == MOST_PAGES {
            return Err(Problem::TooLong);
        }
        pages.push(text.len());
        text.push_str(page);
    }
    let text = text.trim_end();
    for page in &mut pages {
        let rest = text.get(*page..).unwrap_or_default().bytes();
        let blank = rest.take(2).take_while(|byte| *byte == b'\n').count();
        *page = (*page + blank).min(text.len());
    }
    if !has_words(text) {
        return Err(Problem::NoWords);
    }
    Ok(SourceText {
        paragraphs: paragraphs(text)?,
        text: text.to_owned(),
        pages,
        sha256: String::new(),
        kind: Kind::Pdf,
        lossy: text.contains('\u{fffd}'),
    })
}

fn paragraphs(text: &str) -> Result<Vec<Range<usize>>, Problem> {
    let mut found = Vec::new();
    let mut start = 0;
    for part in text.split("\n\n") {
        let words = part.trim();
        if !words.is_empty() {
            if found.len() == MOST_PARAGRAPHS {
                return Err(Problem::TooLong);
            }
            let from = start + (part.len() - part.trim_start().len());
            found.push(from..from + words.len());
        }
        start += part.len() + 2;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_feeds_begin_pages_and_blank_lines_divide_paragraphs() {
        let found = source("\u{c}One\ntwo.\n\nThree\n\u{c}four.\n\n\u{c}\u{c}Five.").unwrap();
        assert_eq!(found.text, "One\ntwo.\n\nThree\nfour.\n\nFive.");
        assert_eq!(found.pages, [0, 16, 23, 23]);
        let words: Vec<&str> = found
            .paragraphs
            .iter()
            .map(|p| &found.text[p.clone()])
            .collect();
        assert_eq!(words, ["One\ntwo.", "Three\nfour.", "Five."]);
    }

    #[test]
    fn pages_without_words_are_told() {
        assert!(matches!(source("\u{c}\u{c}\n\n"), Err(Problem::NoWords)));
        assert!(matches!(source(""), Err(Problem::NoWords)));
    }
}
