//! Any text, read as a filter: never a panic, and what was read reads back the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use throughline::index::Query;

fuzz_target!(|text: &str| {
    let Ok(query) = Query::parse(text) else { return };
    assert_eq!(query.is_empty(), text.trim().is_empty());
    assert_eq!(Query::parse(&query.to_string()).as_ref(), Ok(&query));
});
