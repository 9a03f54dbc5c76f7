//! Sources that were made to do harm, or are none.

use std::fs::{self, File};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use tempfile::TempDir;
use throughline::evidence::source_text::{MOST_BYTES, Problem, Reader, SourceText};

use super::common::{checked, reader};

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn read(folder: &TempDir, name: &str) -> Result<SourceText, Problem> {
    let read = reader().read(folder.path(), name, &AtomicBool::new(false));
    read.inspect(checked)
}

fn read_as(name: &str, bytes: impl AsRef<[u8]>) -> Result<SourceText, Problem> {
    let folder = folder();
    fs::write(folder.path().join(name), bytes).unwrap();
    read(&folder, name)
}

fn code(read: Result<SourceText, Problem>) -> &'static str {
    read.map_or_else(|problem| problem.code(), |_| "read")
}

#[test]
fn a_sparse_file_of_a_gigabyte_is_refused_by_its_size() {
    let folder = folder();
    for name in ["a.txt", "a.md", "a.html", "a.pdf"] {
        let file = File::create(folder.path().join(name)).unwrap();
        file.set_len(1 << 30).unwrap();
        assert_eq!(code(read(&folder, name)), "source-too-large");
    }
}

#[test]
fn names_that_lead_out_of_the_folder_are_refused() {
    let folder = folder();
    for name in [
        "../../etc/passwd",
        "/etc/passwd",
        "a/../b.txt",
        "..\\b.txt",
        "C:\\b.txt",
        "\\\\host\\share\\b.txt",
        "..",
        ".",
        "",
        "nul.txt",
        "a\0.txt",
    ] {
        assert_eq!(code(read(&folder, name)), "source-name", "{name:?}");
    }
    assert_eq!(code(read(&folder, "none.txt")), "source-missing");
}

#[test]
fn a_folder_is_no_source() {
    let folder = folder();
    fs::create_dir(folder.path().join("a.txt")).unwrap();
    assert_eq!(code(read(&folder, "a.txt")), "source-not-a-file");
}

#[test]
fn a_file_of_an_unknown_kind_is_refused() {
    assert_eq!(code(read_as("a.docx", "words")), "source-unknown-kind");
    assert_eq!(code(read_as("a", "words")), "source-unknown-kind");
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use rustix::fs::{CWD, FileType, Mode, mknodat};

    use super::*;

    #[test]
    fn a_link_is_followed_within_the_folder_only() {
        let folder = folder();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("sub")).unwrap();
        fs::write(at("sub/b.txt"), "words").unwrap();
        symlink("sub/b.txt", at("inside.txt")).unwrap();
        symlink("/etc/passwd", at("outside.txt")).unwrap();
        symlink("../../../../../../etc/passwd", at("above.txt")).unwrap();
        symlink("outside.txt", at("twice.txt")).unwrap();
        symlink("none", at("dangling.txt")).unwrap();
        symlink("sub", at("folder.txt")).unwrap();
        symlink("/dev/zero", at("zero.txt")).unwrap();
        assert_eq!(read(&folder, "inside.txt").unwrap().text, "words");
        for (name, expected) in [
            ("outside.txt", "source-outside"),
            ("above.txt", "source-outside"),
            ("twice.txt", "source-outside"),
            ("zero.txt", "source-outside"),
            ("dangling.txt", "source-missing"),
            ("folder.txt", "source-not-a-file"),
        ] {
            assert_eq!(code(read(&folder, name)), expected, "{name}");
        }
    }

    #[test]
    fn links_in_a_circle_are_an_error() {
        let folder = folder();
        symlink("b.txt", folder.path().join("a.txt")).unwrap();
        symlink("a.txt", folder.path().join("b.txt")).unwrap();
        symlink("c.txt", folder.path().join("c.txt")).unwrap();
        assert_eq!(code(read(&folder, "a.txt")), "source-unreadable");
        assert_eq!(code(read(&folder, "c.txt")), "source-unreadable");
    }

    #[test]
    fn a_pipe_or_socket_is_not_waited_for() {
        let folder = folder();
        let pipe = folder.path().join("a.txt");
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR, 0).unwrap();
        symlink("a.txt", folder.path().join("b.txt")).unwrap();
        let _socket = UnixListener::bind(folder.path().join("c.txt")).unwrap();
        for name in ["a.txt", "b.txt", "c.txt"] {
            let found = code(read(&folder, name));
            assert!(
                ["source-not-a-file", "source-unreadable"].contains(&found),
                "{name}: {found}"
            );
        }
    }
}

#[test]
fn a_line_of_sixty_megabytes_is_read_and_one_of_a_hundred_refused() {
    let found = read_as("a.txt", "word ".repeat(12 << 20)).unwrap();
    assert_eq!(found.paragraphs.len(), 1);
    assert_eq!(found.text.len(), (60 << 20) - 1);
    assert_eq!(
        code(read_as("a.txt", vec![b'a'; 100 << 20])),
        "source-too-large"
    );
}

#[test]
fn text_that_is_larger_decoded_is_refused() {
    let mut bytes = "ž".as_bytes().to_vec();
    bytes.resize(MOST_BYTES / 2, 0xff);
    for name in ["a.txt", "a.md", "a.html"] {
        assert_eq!(code(read_as(name, &bytes)), "source-too-large");
    }
    let many = "a\n\n".repeat(2_000_000);
    for name in ["a.txt", "a.md"] {
        assert_eq!(code(read_as(name, &many)), "source-too-large");
    }
}

#[test]
fn bytes_that_are_no_text_are_replaced_or_refused() {
    let found = read_as("a.txt", b"za\xc5\xbe \xff\xfe\xc0\x80 end").unwrap();
    assert!(found.lossy);
    assert!(found.text.starts_with("zaž \u{fffd}"));
    assert_eq!(code(read_as("a.txt", b"a\0b")), "source-not-text");
    assert_eq!(
        code(read_as("a.md", b"PK\x03\x04 words")),
        "source-not-text"
    );
    assert_eq!(
        code(read_as("a.html", b"\x89PNG\r\n\x1a\n words")),
        "source-not-text"
    );
    assert_eq!(code(read_as("a.txt", b"\xff\xfe\0\xd8")), "source-no-words");
}

#[test]
fn an_empty_file_has_no_words() {
    for name in ["a.txt", "a.md", "a.html"] {
        assert_eq!(code(read_as(name, "")), "source-no-words");
        assert_eq!(
            code(read_as(name, " \n\t\r\n\u{feff}--\n")),
            "source-no-words"
        );
    }
    assert_eq!(code(read_as("a.pdf", "")), "source-not-text");
}

#[test]
fn a_page_that_was_made_to_do_harm_is_read_safely() {
    let deep = format!("{}words", "<div>".repeat(100_000));
    assert_eq!(read_as("a.html", deep).unwrap().text, "words");
    let deep = format!(
        "{}a{}b",
        "<b><table><tr><td>".repeat(100_000),
        "</i>".repeat(100_000)
    );
    assert_eq!(read_as("a.html", deep).unwrap().text, "ab");
    let hidden = format!(
        "{}<script>a</script><p hidden>b<p>seen",
        "<div>".repeat(100_000)
    );
    assert_eq!(read_as("a.html", hidden).unwrap().text, "seen");
    let scripts = "<script>document.write('<p>a')</script><img src=x onerror=a()>".repeat(10_000);
    assert_eq!(read_as("a.html", scripts + "<p>seen").unwrap().text, "seen");
    let entities = "&ngE;&#x10ffff;&#99999999999999999999;&amp".repeat(500_000) + "a";
    assert!(read_as("a.html", entities).unwrap().text.starts_with("≧"));
    let attributes = "b=\"c\" ".repeat(1_000_000);
    for tag in ["<a", "</a", "<!doctype"] {
        let read = read_as("a.html", format!("seen{tag} {attributes}>"));
        assert!(["read", "source-too-hard"].contains(&code(read)));
    }
    assert_eq!(
        read_as("a.html", "seen<!--".to_owned() + &"<!--".repeat(1_000_000))
            .unwrap()
            .text,
        "seen"
    );
}

#[test]
fn a_markdown_text_that_was_made_to_do_harm_is_read_safely() {
    let long = read_as("a.md", "word ".repeat(2 << 20));
    assert!(matches!(long, Err(Problem::LongMarkdown)));
    for part in [
        "[", "*a", "> ", "`", "- ", "![a](", "<", "|a", "[a]: <", "_*", "\\\n", "&",
    ] {
        let read = read_as("a.md", part.repeat(200_000) + " words");
        assert!(
            matches!(
                &read,
                Ok(_) | Err(Problem::NoWords | Problem::Timeout | Problem::TooLong)
            ),
            "{part}: {read:?}"
        );
    }
}

#[test]
fn a_reading_ends_when_it_is_cancelled_or_takes_too_long() {
    let folder = folder();
    for name in ["a.txt", "a.md", "a.html", "a.pdf"] {
        fs::write(folder.path().join(name), "%PDF- words".repeat(1000)).unwrap();
        let cancelled = reader().read(folder.path(), name, &AtomicBool::new(true));
        assert_eq!(code(cancelled), "source-cancelled");
        let hasty = Reader {
            patience: Duration::ZERO,
            ..reader()
        };
        let late = hasty.read(folder.path(), name, &AtomicBool::new(false));
        assert_eq!(code(late), "source-timeout");
    }
}
