//! What a keystroke in the search field costs on a story.
//!
//! `cargo bench --bench search -- STORY.ron` reads a story, then types each of a few words letter by
//! letter; for each query: the median and the most of its runs, in milliseconds as time passes. With
//! `RAYON_NUM_THREADS=1` before it that is the processor's time too.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use throughline::file::{Progress, load};
use throughline::index::Index;
use throughline::index::search::Searcher;

/// What is typed.
const WORDS: [&str; 4] = ["an", "harbour", "port authority", "\"early version\" dated"];
/// Hits of a kind that are asked for, as in the window.
const LISTED: usize = 6;
const RUNS: usize = 9;

fn milliseconds(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
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
    let begun = Instant::now();
    let searcher = Searcher::new(&index);
    println!("made ready in {:.1} ms", milliseconds(begun));
    for word in WORDS {
        for (at, letter) in word.char_indices() {
            let query = &word[..at + letter.len_utf8()];
            let mut times: Vec<f64> = (0..RUNS)
                .map(|_| {
                    let begun = Instant::now();
                    std::hint::black_box(searcher.find(query, LISTED));
                    milliseconds(begun)
                })
                .collect();
            times.sort_by(f64::total_cmp);
            let found: usize = searcher
                .find(query, LISTED)
                .iter()
                .map(|hits| hits.count)
                .sum();
            println!(
                "{query:24} {:6.1} ms, most {:6.1}; {found} hits",
                times[RUNS / 2],
                times[RUNS - 1]
            );
        }
    }
    ExitCode::SUCCESS
}
