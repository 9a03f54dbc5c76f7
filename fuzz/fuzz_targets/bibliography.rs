//! Any text, read as a bibliography of each format: never a panic, and sources that can be cited and written.

#![no_main]

use libfuzzer_sys::fuzz_target;
use throughline::citing::{Bibliography, Style, cite, import, source_records};

fuzz_target!(|text: &str| {
    for format in [Bibliography::BibTex, Bibliography::CslJson, Bibliography::Ris] {
        let imported = import(text, format);
        for work in &imported.works {
            for style in Style::ALL {
                let _ = cite(&work.work(), style);
            }
        }
        let _ = source_records(&imported.works);
    }
});
