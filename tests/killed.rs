//! The program is killed at random moments while it writes: nobody ever finds half a file, and the next start works.
//! Where it fails by itself, a report tells of that, and nothing of the story.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{self, Stdio};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use throughline::app::{Origin, Running, Session, Settings, crash};
use throughline::file::{sweep, write_atomically};
use throughline::view::{Command, Kept, Pins, View};

/// Names the folder in which the process that is killed writes.
const FOLDER: &str = "THROUGHLINE_KILLED_IN";
/// How often it is killed while it writes what the window writes, and while it exports from the command line.
const KILLED: [u32; 2] = [80, 20];
/// Actors that were put somewhere by hand: enough for a file that is not written in one go.
const PINNED: usize = 3000;

/// Random numbers that are the same every time (Marsaglia's xorshift).
struct Chance(u32);

impl Chance {
    fn below(&mut self, n: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % n
    }
}

struct Places {
    folder: PathBuf,
}

impl Places {
    fn story(&self) -> PathBuf {
        self.folder.join("board.ron")
    }

    fn settings(&self) -> PathBuf {
        self.folder.join("settings.ron")
    }

    fn sessions(&self) -> PathBuf {
        self.folder.join("sessions")
    }

    fn picture(&self) -> PathBuf {
        self.folder.join("picture.svg")
    }

    /// Files that were begun, in any of the folders.
    fn unfinished(&self) -> Vec<PathBuf> {
        let all = [self.folder.clone(), self.sessions()];
        let entries = all.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
        entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "part"))
            .collect()
    }
}

fn pinned(version: usize) -> View {
    let pins: Pins = (0..PINNED)
        .map(|n| {
            (
                format!("actor-{n}"),
                [f32::from(u8::try_from(version % 200).unwrap()), 1.0],
            )
        })
        .collect();
    View {
        pins,
        ..View::default()
    }
}

/// A picture, of which the end tells whether it is whole.
fn picture(version: usize) -> String {
    format!("<svg>{}</svg>", format!("{version},").repeat(200_000))
}

/// Not a test: the process that is killed. It writes all that the window writes, again and again.
#[test]
#[ignore = "runs until it is killed"]
fn writes_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let places = Places {
        folder: folder.into(),
    };
    let run = Running::begin(&places.sessions()).unwrap();
    let mut settings = Settings::load(Some(&places.settings()));
    for version in 0.. {
        let view = pinned(version);
        run.keep(&Session::of(&Origin::File(places.story()), view.clone()))
            .unwrap();
        settings.remember(Path::new(&format!("/stories/{version}.ron")));
        settings.save(Some(&places.settings()));
        Kept::of(&view).save(&places.story()).unwrap();
        write_atomically(&places.picture(), picture(version).as_bytes()).unwrap();
        println!("written");
    }
}

/// Not a test: the process that fails over something of the story, on a thread of its own and then for good.
#[test]
#[ignore = "fails on purpose"]
fn fails_with_a_secret() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    crash::report_to(Path::new(&folder).join("reports"), "1-1");
    crash::did(&Command::Filter("tag:secret".to_owned()));
    let secret = "a sëcret from secret.ron".to_owned();
    let shortened = secret.clone();
    let background = std::thread::spawn(move || shortened[..4].len());
    assert!(background.join().is_err());
    read(&secret).unwrap();
}

fn read(name: &str) -> Result<(), String> {
    Err(format!("/home/secret/{name} is not there"))
}

#[test]
fn a_report_of_a_failure_tells_where_and_nothing_of_the_story() {
    let folder = tempfile::tempdir().unwrap();
    let status = child("fails_with_a_secret", folder.path())
        .status()
        .unwrap();
    assert!(!status.success());
    let report = fs::read_to_string(folder.path().join("reports/1-1.txt")).unwrap();
    assert_eq!(report.matches("Throughline 0.").count(), 2, "{report}");
    for part in [
        "done before: Filter\n",
        "killed.rs:",
        "backtrace:",
        "left out",
    ] {
        assert!(report.contains(part), "{part} is not in\n{report}");
    }
    for secret in ["secret.ron", "sëcret", "tag:", "/home/"] {
        assert!(!report.contains(secret), "{secret} is in\n{report}");
    }
}

/// This program, to be run as the `test` that is no test, in `folder`.
fn child(test: &str, folder: &Path) -> process::Command {
    let mut command = process::Command::new(std::env::current_exe().unwrap());
    command.args([test, "--exact", "--ignored", "--nocapture"]);
    command.env(FOLDER, folder).stderr(Stdio::null());
    command
}

/// What a next start does with all that was left.
fn starts_again(places: &Places) {
    let text = fs::read_to_string(places.settings()).unwrap();
    let settings = Settings::read(&text).unwrap();
    assert!(!settings.recent.is_empty());
    let kept = Kept::load(&places.story()).unwrap();
    assert_eq!(kept.pins.len(), PINNED);
    let drawn = fs::read_to_string(places.picture()).unwrap();
    assert!(drawn.starts_with("<svg>") && drawn.ends_with("</svg>"));
    let run = Running::begin(&places.sessions()).unwrap();
    let left = run
        .take_left(&places.folder.join("reports"))
        .expect("what was looked at is left");
    assert!(left.session.is_of(&Origin::File(places.story())));
    assert_eq!(left.session.view.pins.len(), PINNED);
    run.end();
}

#[test]
fn whatever_is_killed_while_it_writes_leaves_whole_files_and_a_next_start_that_works() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places {
        folder: folder.path().to_owned(),
    };
    let mut chance = Chance(2023);
    let mut interrupted = 0;
    for _ in 0..KILLED[0] {
        let mut child = child("writes_until_it_is_killed", folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Everything has been written once.
        assert!(lines.any(|line| line.unwrap() == "written"));
        sleep(Duration::from_micros(u64::from(chance.below(60_000))));
        child.kill().unwrap();
        child.wait().unwrap();
        interrupted += places.unfinished().len();
        starts_again(&places);
        for path in places.unfinished() {
            // As if it had been a while ago.
            let file = fs::File::options().append(true).open(path).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_hours(1))
                .unwrap();
        }
        assert!(
            places.unfinished().len() <= 4,
            "each next writing sweeps up"
        );
    }
    assert!(interrupted > 0, "nothing was ever interrupted");
    for folder in [folder.path(), &places.sessions()] {
        sweep(folder, None);
    }
    assert_eq!(places.unfinished(), Vec::<PathBuf>::new());
    assert_eq!(fs::read_dir(places.sessions()).unwrap().count(), 0);
}

#[test]
fn an_export_that_is_killed_leaves_the_picture_before_or_the_whole_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("story.svg");
    let export = || {
        let mut command = process::Command::new(env!("CARGO_BIN_EXE_throughline"));
        command
            .args(["export", "data/us-china-cloud.ron", "-o"])
            .arg(&picture);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let begun = SystemTime::now();
    assert!(export().status().unwrap().success());
    let usual = begun.elapsed().unwrap();
    let whole = fs::read(&picture).unwrap();
    assert!(whole.ends_with(b"</svg>\n") || whole.ends_with(b"</svg>"));
    let mut chance = Chance(63);
    for round in 0..KILLED[1] {
        if round % 2 == 0 {
            fs::remove_file(&picture).unwrap();
        }
        let mut child = export().spawn().unwrap();
        sleep(usual.mul_f64(f64::from(chance.below(1000)) / 900.0));
        child.kill().unwrap();
        child.wait().unwrap();
        match fs::read(&picture) {
            Ok(found) => assert!(found == whole, "round {round}"),
            Err(_) => assert!(round % 2 == 0),
        }
        assert!(export().status().unwrap().success());
        assert!(fs::read(&picture).unwrap() == whole);
    }
}
