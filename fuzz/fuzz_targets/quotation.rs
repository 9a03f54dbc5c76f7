//! Any quotation, looked up in any text: never a panic, and places that lie in the text.

#![no_main]

use std::sync::atomic::AtomicBool;

use libfuzzer_sys::fuzz_target;
use throughline::evidence::quote::{Quotation, Text, context, find_all};

fuzz_target!(|input: (&str, &str, &str, &str)| {
    let (text, exact, prefix, suffix) = input;
    let text = Text::new(text.into(), Vec::new());
    let quotation = Quotation {
        exact,
        prefix,
        suffix,
        ..Quotation::default()
    };
    for found in find_all(&text, &[quotation], &AtomicBool::new(false)) {
        for span in found.places.into_iter().flat_map(|place| place.spans) {
            assert!(text.as_str().get(span.clone()).is_some());
            let _ = context(&text, span);
        }
    }
});
