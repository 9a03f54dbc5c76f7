//! What the tests of sources share.

use throughline::evidence::source_text::{MOST_BYTES, Reader, SourceText};

/// A reader that has PDF files read by the program of this crate.
pub fn reader() -> Reader {
    Reader {
        helper: Some(env!("CARGO_BIN_EXE_throughline").into()),
        ..Reader::default()
    }
}

/// Fails where `source` breaks what is promised of all.
pub fn checked(source: &SourceText) {
    let text = &source.text;
    assert!(text.len() <= MOST_BYTES);
    assert!(
        text.chars()
            .all(|c| c == '\t' || c == '\n' || !c.is_control())
    );
    assert_eq!(source.sha256.len(), 64);
    let mut end = 0;
    for paragraph in &source.paragraphs {
        assert!(
            paragraph.start >= end && paragraph.start < paragraph.end,
            "{paragraph:?}"
        );
        let words = text
            .get(paragraph.clone())
            .expect("a range is between characters");
        assert!(!words.contains("\n\n"), "{words:?}");
        assert_eq!(words.trim(), words);
        end = paragraph.end;
    }
    assert!(source.pages.is_sorted());
    assert!(source.pages.iter().all(|page| text.is_char_boundary(*page)));
}
