//! From bytes to characters.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::watch::Watch;
use super::{MOST_BYTES, Problem};

/// Bytes decoded between two looks at whether the reading is to end.
const CHUNK: usize = 1 << 20;
/// How far into a page its encoding is looked for, as browsers do.
const DECLARED_WITHIN: usize = 1024;

/// What files begin with that hold no plain text, whatever they are called.
const MAGIC: [&[u8]; 12] = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
];

/// Characters of a file.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// Whether something in it could not be read and was replaced by U+FFFD.
    pub(super) lossy: bool,
}

/// The text in `bytes`: UTF-8, UTF-16 with a byte order mark, or Windows-1252 where it is evidently that.
pub(super) fn decode(bytes: &[u8], watch: Watch<'_>) -> Result<Decoded, Problem> {
    decode_as(bytes, None, watch)
}

/// The text of a page of HTML, whose encoding it may declare.
pub(super) fn decode_html(bytes: &[u8], watch: Watch<'_>) -> Result<Decoded, Problem> {
    decode_as(bytes, declared(bytes), watch)
}

fn decode_as(
    bytes: &[u8],
    declared: Option<&'static Encoding>,
    watch: Watch<'_>,
) -> Result<Decoded, Problem> {
    let marked = Encoding::for_bom(bytes);
    let (encoding, skipped) =
        marked.unwrap_or_else(|| (declared.unwrap_or_else(|| guess(bytes)), 0));
    let rest = bytes.get(skipped..).unwrap_or_default();
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) || (!wide && rest.contains(&0)) {
        return Err(Problem::NotText);
    }
    let mut decoding = encoding.new_decoder_without_bom_handling();
    let mut found = Decoded {
        text: String::with_capacity(rest.len()),
        lossy: false,
    };
    let mut chunks = rest.chunks(CHUNK).peekable();
    while let Some(chunk) = chunks.next() {
        watch.check()?;
        let room = decoding.max_utf8_buffer_length(chunk.len());
        found.text.reserve(room.ok_or(Problem::TooLong)?);
        let last = chunks.peek().is_none();
        let (_, _, replaced) = decoding.decode_to_string(chunk, &mut found.text, last);
        found.lossy |= replaced;
        // What is replaced takes more room than it took in the file.
        if found.text.len() > MOST_BYTES {
            return Err(Problem::TooLong);
        }
    }
    Ok(found)
}

/// UTF-8, unless single bytes above ASCII stand among letters and nothing speaks for UTF-8.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut high = 0_usize;
    let mut alone = 0_usize;
    for chunk in bytes.utf8_chunks() {
        if !chunk.valid().is_ascii() {
            return UTF_8;
        }
        let invalid = chunk.invalid();
        // Windows-1252 has no character at these.
        if invalid
            .iter()
            .any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d))
        {
            return UTF_8;
        }
        high += invalid.len();
        alone += usize::from(!chunk.valid().is_empty());
    }
    // In the encodings of East Asia, bytes above ASCII come in long rows.
    if high > 0 && high < bytes.len() / 2 && alone >= high / 2 {
        WINDOWS_1252
    } else {
        UTF_8
    }
}

/// The encoding that a page says it has, in `<meta charset>`, `<meta content>` or `<?xml encoding?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARED_WITHIN.min(bytes.len()))?;
    let head = head.to_ascii_lowercase();
    let xml = head
        .starts_with(b"<?xml")
        .then(|| label(&head, b"encoding"));
    let found = xml.flatten().or_else(|| {
        let meta = head.windows(5).position(|part| part == b"<meta")?;
        label(head.get(meta..)?, b"charset")
    })?;
    let encoding = Encoding::for_label(found)?;
    // The declaration could be read, so it is not UTF-16.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE {
        UTF_8
    } else {
        encoding
    })
}

/// The value that follows `key` and an equals sign.
fn label<'a>(head: &'a [u8], key: &[u8]) -> Option<&'a [u8]> {
    let at = head.windows(key.len()).position(|part| part == key)? + key.len();
    let rest = head.get(at..)?.trim_ascii_start().strip_prefix(b"=")?;
    let rest = rest.trim_ascii_start();
    let rest = rest
        .strip_prefix(b"\"")
        .or(rest.strip_prefix(b"'"))
        .unwrap_or(rest);
    let is_label = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
    let end = rest.iter().position(|byte| !is_label(byte));
    rest.get(..end.unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::time::Duration;

    use super::*;

    fn text(bytes: &[u8]) -> Result<(String, bool), Problem> {
        let cancel = AtomicBool::new(false);
        decode(bytes, Watch::new(&cancel, Duration::from_mins(1)))
            .map(|decoded| (decoded.text, decoded.lossy))
    }

    #[test]
    fn utf_8_and_utf_16_are_read_with_their_marks() {
        assert_eq!(text("žluť".as_bytes()).unwrap(), ("žluť".into(), false));
        assert_eq!(text(b"\xef\xbb\xbfa").unwrap(), ("a".into(), false));
        assert_eq!(text(b"\xff\xfea\0\x7e\x01").unwrap(), ("až".into(), false));
        assert_eq!(text(b"\xfe\xff\0a\x01\x7e").unwrap(), ("až".into(), false));
    }

    #[test]
    fn windows_1252_is_read_where_it_evidently_is_that() {
        let (found, lossy) = text(b"He said \x93caf\xe9\x94 \x96 twice.").unwrap();
        assert_eq!((found.as_str(), lossy), ("He said “café” – twice.", false));
    }

    #[test]
    fn what_is_broken_in_utf_8_is_replaced() {
        let (found, lossy) = text(b"\xc5\xbelu\xc5").unwrap();
        assert_eq!((found.as_str(), lossy), ("žlu\u{fffd}", true));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            b"a\0b".as_slice(),
            b"PK\x03\x04abc",
            b"%PDF-1.7",
            b"\x89PNG\r\n",
        ] {
            assert!(matches!(text(bytes), Err(Problem::NotText)), "{bytes:?}");
        }
    }

    #[test]
    fn a_page_says_what_its_encoding_is() {
        let named = |page: &[u8]| declared(page).map(Encoding::name);
        assert_eq!(named(b"<p><META charset = 'GBK'>"), Some("GBK"));
        assert_eq!(
            named(b"<meta http-equiv=content-type content=\"text/html; charset=iso-8859-2\">"),
            Some("ISO-8859-2")
        );
        assert_eq!(
            named(b"<?xml version='1.0' encoding='koi8-r'?>"),
            Some("KOI8-R")
        );
        assert_eq!(named(b"<meta charset=utf-16>"), Some("UTF-8"));
        assert_eq!(named(b"<p>charset=gbk"), None);
    }
}
