//! Any text, read as the user's settings: never a panic, and never a window that cannot be shown.

#![no_main]

use libfuzzer_sys::fuzz_target;
use throughline::app::Settings;

fuzz_target!(|text: &str| {
    let settings = Settings::read(text).unwrap_or_default();
    if let Some(size) = settings.window {
        assert!(size.iter().all(|side| (200.0..=16_000.0).contains(side)));
    }
});
