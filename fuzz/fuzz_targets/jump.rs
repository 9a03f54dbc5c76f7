//! Any text, read as a date to jump to: never a panic, and a window that runs forward.

#![no_main]

use libfuzzer_sys::fuzz_target;
use throughline::story::calendar::Civil;
use throughline::timeline::{Standpoint, jump};
use throughline::view::Window;

fuzz_target!(|text: &str| {
    let day = |year| Civil::new(year, 1, 1).start();
    let from = Standpoint {
        window: Window::new(day(2000), day(2024)),
        today: day(2024),
    };
    match jump(text, from) {
        Ok(landing) => assert!(landing.window.from < landing.window.to && !landing.words.is_empty()),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
