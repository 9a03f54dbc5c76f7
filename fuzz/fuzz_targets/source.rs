//! Any bytes, read as the text of a source of each kind but PDF, which another process reads: never a panic, and
//! ranges that lie in the text.

#![no_main]

use std::fs;
use std::sync::atomic::AtomicBool;

use libfuzzer_sys::fuzz_target;
use throughline::evidence::source_text::Reader;

fuzz_target!(|bytes: &[u8]| {
    let folder = std::env::temp_dir().join(format!("throughline-fuzz-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for name in ["a.txt", "a.md", "a.html"] {
        fs::write(folder.join(name), bytes).unwrap();
        if let Ok(read) = Reader::default().read(&folder, name, &AtomicBool::new(false)) {
            for paragraph in read.paragraphs {
                assert!(read.text.get(paragraph).is_some());
            }
        }
    }
});
