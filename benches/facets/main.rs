//! What facets cost on a story: made once, then counted for each of a few filters.
//!
//! `cargo bench --bench facets -- STORY.ron` reads a story; for each filter the median and the most of its
//! runs, in milliseconds as time passes. With `RAYON_NUM_THREADS=1` before it that is the processor's time too.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use throughline::file::{Progress, load};
use throughline::index::facets::{FIELDS, Facets};
use throughline::index::{Index, Query};

/// What is filtered by.
const FILTERS: [&str; 7] = [
    "",
    "kind:company",
    "kind:company,person -status:anonymous importance>=3",
    "from:2000 to:2010",
    "voices<2",
    "harbour",
    "kind:company status:documented from:2000 \"harbour\"",
];
const RUNS: usize = 9;

fn milliseconds(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}

fn main() -> ExitCode {
    let given = std::env::args()
        .skip(1)
        .find(|word| !word.starts_with("--"));
    let Some(path) = given.map(PathBuf::from) else {
        eprintln!("usage: facets STORY.ron");
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
    let facets = Facets::new(&index);
    println!("made in {:.1} ms", milliseconds(begun));
    for field in FIELDS {
        println!(
            "  {} values of {}",
            facets.entries(field).len(),
            field.name()
        );
    }
    for filter in FILTERS {
        let query = match Query::parse(filter) {
            Ok(query) => query,
            Err(error) => {
                eprintln!("{error}");
                return ExitCode::FAILURE;
            }
        };
        let mut times: Vec<f64> = (0..RUNS)
            .map(|_| {
                let begun = Instant::now();
                std::hint::black_box(facets.count(&index, &query));
                milliseconds(begun)
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let passing = facets.count(&index, &query).passing;
        println!(
            "{filter:52} {:6.2} ms, most {:6.2}; {} events pass",
            times[RUNS / 2],
            times[RUNS - 1],
            passing.events
        );
    }
    ExitCode::SUCCESS
}
