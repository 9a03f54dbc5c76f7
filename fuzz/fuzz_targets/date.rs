//! Any text, read as an EDTF date: never a panic, and its span runs forward.

#![no_main]

use libfuzzer_sys::fuzz_target;
use throughline::story::Date;

fuzz_target!(|text: &str| {
    let Ok(date) = Date::parse(text) else { return };
    let (from, to) = date.span().outer();
    assert!(from <= to);
    let _ = (date.words(), date.brief());
});
