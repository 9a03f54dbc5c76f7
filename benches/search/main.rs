//! What a keystroke in the search field costs on a story.
//!
//! `cargo bench --bench search -- STORY.ron` reads a story, then types each of a few words letter by
//! letter, names with slips among them, and asks a few queries with fields and dates, each as the last letter of it
//! is typed; for each: the median and
//! the most of its runs, in milliseconds of the processor's time, of all threads together.

use std::path::PathBuf;
use std::process::ExitCode;

use throughline::file::{Progress, load};
use throughline::index::search::{Hits, Searcher};
use throughline::index::{Index, Query};

/// What is typed.
const WORDS: [&str; 6] = [
    "an",
    "harbour",
    "port authority",
    "\"early version\" dated",
    "hrabour",
    "nrora galoci",
];
/// What is asked at once: how each field costs.
const QUERIES: [&str; 18] = [
    "kind:company",
    "-kind:company,person",
    "tag:trade",
    "place:port",
    "title:harbour",
    "actor:harbour",
    "source:report",
    "said:minister",
    "status:disputed",
    "importance>=4",
    "voices<2",
    "rests:one-source",
    "voice:unnamed",
    "check:verified",
    "from:2001 to:2003",
    "when:2004-05",
    "harbour when:2004-05",
    "kind:company an -tag:trade harbour",
];
/// Hits of a kind that are asked for, as in the window.
const LISTED: usize = 60;
const RUNS: usize = 9;

/// The processor's time that this program has taken, in milliseconds: of what runs beside it on the machine,
/// that says nothing.
#[cfg(unix)]
fn taken() -> f64 {
    let taken = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    let part = |number: i64| u32::try_from(number).map_or(0.0, f64::from);
    part(taken.tv_sec) * 1e3 + part(taken.tv_nsec) / 1e6
}

/// Milliseconds since the program began to measure.
#[cfg(not(unix))]
fn taken() -> f64 {
    static BEGUN: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    let begun = BEGUN.get_or_init(std::time::Instant::now);
    begun.elapsed().as_secs_f64() * 1e3
}

fn main() -> ExitCode {
    let given = std::env::args()
        .skip(1)
        .find(|word| !word.starts_with("--"));
    let Some(path) = given.map(PathBuf::from) else {
        eprintln!("usage: search STORY.ron");
        return ExitCode::SUCCESS;
    };
    let loaded = match load(&path, &Progress::default()) {
        Ok(loaded) => loaded,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let index = Index::new(loaded.story);
    let begun = taken();
    let searcher = Searcher::new(&index);
    println!("made ready in {:.1} ms", taken() - begun);
    for word in WORDS {
        for (at, letter) in word.char_indices() {
            let query = &word[..at + letter.len_utf8()];
            measure(query, || {}, || searcher.find(query, LISTED));
        }
    }
    for text in QUERIES {
        match Query::parse(text) {
            Ok(query) => {
                // What was typed before the last letter.
                let before = Query::parse(text.get(..text.len() - 1).unwrap_or_default());
                let type_before = || {
                    if let Ok(before) = &before {
                        std::hint::black_box(searcher.find_passing(&index, before, LISTED));
                    }
                };
                measure(text, type_before, || {
                    searcher.find_passing(&index, &query, LISTED)
                });
            }
            Err(error) => println!("{text}: {error}"),
        }
    }
    ExitCode::SUCCESS
}

fn measure(query: &str, before: impl Fn(), find: impl Fn() -> Vec<Hits>) {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            before();
            let begun = taken();
            std::hint::black_box(find());
            taken() - begun
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let found: usize = find().iter().map(|hits| hits.count).sum();
    println!(
        "{query:36} {:6.1} ms, most {:6.1}; {found} hits",
        times[RUNS / 2],
        times[RUNS - 1]
    );
}
