//! Whatever a file holds, reading it neither falls nor breaks what is promised.

use std::fs;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;

use super::common::{checked, reader};

fn read(name: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    if let Ok(source) = reader().read(folder.path(), name, &AtomicBool::new(false)) {
        checked(&source);
    }
}

/// Parts of which texts are made up that mean something to one kind or another.
fn part() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..20),
        "\\PC{0,20}".prop_map(String::into_bytes),
        prop::sample::select(vec![
            "\n\n",
            "\r",
            "\u{c}",
            "\u{2029}",
            "<p>",
            "</p>",
            "<td>",
            "<tr>",
            "<br>",
            "<pre>",
            "</pre>",
            "<div hidden>",
            "</div>",
            "<svg/>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "&amp;",
            "&#0;",
            "# ",
            "- ",
            "| a |\n|---|\n",
            "**",
            "`",
            "```\n",
            "[a](b)",
            "![",
            "---\n",
            "> ",
            "date 2023\n",
        ])
        .prop_map(|part| part.as_bytes().to_vec()),
    ]
}

fn parts() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(part(), 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_plain_text_makes_it_fall(bytes in parts()) {
        read("a.txt", &bytes);
    }

    #[test]
    fn no_markdown_makes_it_fall(bytes in parts()) {
        read("a.md", &bytes);
    }

    #[test]
    fn no_html_makes_it_fall(bytes in parts()) {
        read("a.html", &bytes);
    }
}

/// A sound document, parts of which are overwritten.
const SOUND: &[u8] = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n4 0 obj\n<< /Length 60 >>\nstream\nBT /F 12 Tf 20 200 Td (Plain) Tj 0 -14 Td [(wo) -900 (rds)] TJ ET\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn no_pdf_makes_it_fall(
        changes in prop::collection::vec((0..SOUND.len(), any::<u8>()), 0..12),
        end in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let mut bytes = SOUND.to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        bytes.extend_from_slice(&end);
        read("a.pdf", &bytes);
    }
}
