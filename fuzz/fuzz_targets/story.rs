//! Any bytes, read as a story: never a panic, and what was read is written and read again alike.
//!
//! `cargo +nightly fuzz run story fuzz/corpus/story data`

#![no_main]

use libfuzzer_sys::fuzz_target;
use throughline::file::{Progress, load_str, report_text, to_ron};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let read = load_str("fuzz", &text, &Progress::default());
    let _ = report_text("fuzz", &read, false);
    let Ok(loaded) = read else { return };
    let written = to_ron(&loaded.story).expect("every story can be written");
    let again = load_str("fuzz", &written, &Progress::default()).expect("what was written opens");
    assert_eq!(loaded.story, again.story);
});
