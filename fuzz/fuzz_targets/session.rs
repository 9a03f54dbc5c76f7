//! Any text, read as what was looked at when the program ended unexpectedly: never a panic, and never a window that
//! cannot be shown.

#![no_main]

use libfuzzer_sys::fuzz_target;
use throughline::app::Session;

fuzz_target!(|text: &str| {
    let session = Session::read(text).unwrap_or_default();
    assert!(session.story.is_none_or(|path| path.is_absolute()));
    let view = session.view;
    assert!(view.clone().sound() == view);
    assert!(view.scroll.is_finite() && view.camera.is_none_or(|camera| camera.zoom > 0.0));
});
