//! Any text, read as what is kept beside a story: never a panic, and no place that no map has.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use throughline::view::Kept;

fuzz_target!(|text: &str| {
    if let Ok(kept) = Kept::read(text, Path::new("x.view.ron")) {
        let all = kept.pins.values().chain(kept.places.values().flat_map(|places| places.values()));
        for at in all {
            assert!(at.iter().all(|at| at.is_finite() && at.abs() <= 1e6));
        }
    }
});
