//! PDF files: as they should be, and as they were made to do harm.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::Document;
use krilla::geom::Point;
use krilla::page::PageSettings;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use throughline::evidence::source_text::{Problem, Reader, SourceText};

use super::common::{checked, reader};

const SERIF: &[u8] = include_bytes!("../../assets/fonts/ThroughlineSerif-Regular.ttf");
const SIZE: f32 = 11.0;
/// How many glyphs it takes to write more letters.
const LIGATURE: &str = "ffi";

fn read_with(reader: &Reader, bytes: &[u8]) -> Result<SourceText, Problem> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.pdf"), bytes).unwrap();
    let read = reader.read(folder.path(), "a.pdf", &AtomicBool::new(false));
    read.inspect(checked)
}

fn read(bytes: &[u8]) -> Result<SourceText, Problem> {
    read_with(&reader(), bytes)
}

/// The glyphs of `text`, with ligatures.
fn shaped(text: &str) -> Vec<KrillaGlyph> {
    let font = FontRef::new(SERIF).unwrap();
    let data = ShaperData::new(&font);
    let shaper = data.shaper(&font).build();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a font has a few thousand units"
    )]
    let units = shaper.units_per_em() as f32;
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let drawn = shaper.shape(buffer, ShapeOptions::default());
    let infos = drawn.glyph_infos();
    let ends = infos.iter().skip(1).map(|info| info.cluster as usize);
    let ends = ends.chain([text.len()]);
    infos
        .iter()
        .zip(ends)
        .zip(drawn.glyph_positions())
        .map(|((info, end), position)| {
            #[expect(clippy::cast_precision_loss, reason = "an advance is a small number")]
            let advance = position.x_advance as f32 / units;
            let range = info.cluster as usize..end;
            KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                advance,
                0.0,
                0.0,
                0.0,
                range,
                None,
            )
        })
        .collect()
}

/// A document with these pages of lines, each with how far below the top it stands.
fn document(pages: &[&[(f32, &str)]]) -> Vec<u8> {
    let mut document = Document::new();
    let font = Font::new(SERIF.into(), 0).unwrap();
    for lines in pages {
        let mut page = document.start_page_with(PageSettings::from_wh(400.0, 600.0).unwrap());
        let mut surface = page.surface();
        for (top, line) in *lines {
            let start = Point::from_xy(50.0, *top);
            surface.draw_glyphs(start, &shaped(line), font.clone(), line, SIZE, false);
        }
        surface.finish();
        page.finish();
    }
    document.finish().unwrap()
}

#[test]
fn paragraphs_pages_ligatures_and_hyphens_are_read_as_they_stand() {
    assert!(shaped(LIGATURE).len() < LIGATURE.len());
    let pdf = document(&[
        &[
            (60.0, "The office of the bank kept its docu-"),
            (75.0, "ments in a safe that only five officers"),
            (90.0, "could open, said three of them in Žilina."),
            (120.0, "A second paragraph follows here, and it"),
            (135.0, "runs on over the end of the first page"),
        ],
        &[
            (60.0, "to the top of the second."),
            (90.0, "The last one: “first-class” work – 中"),
        ],
    ]);
    let found = read(&pdf).unwrap();
    let words: Vec<&str> = found
        .paragraphs
        .iter()
        .map(|p| &found.text[p.clone()])
        .collect();
    assert_eq!(words.len(), 3, "{words:#?}");
    assert_eq!(
        words[0],
        "The office of the bank kept its docu-\nments in a safe that only five officers\ncould open, said three of them in Žilina."
    );
    assert_eq!(
        words[1],
        "A second paragraph follows here, and it\nruns on over the end of the first page\nto the top of the second."
    );
    assert!(words[2].starts_with("The last one: “first-class” work –"));
    let top = found.text.find("to the top").unwrap();
    assert_eq!(found.pages, [0, top]);
}

/// A document of objects that are given from number 1; the first is the catalog.
fn raw(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(objects) {
        writeln!(table, "{:010} 00000 n ", pdf.len()).unwrap();
        writeln!(pdf, "{number} 0 obj").unwrap();
        pdf.extend_from_slice(object);
        pdf.extend_from_slice(b"\nendobj\n");
    }
    let at = pdf.len();
    let size = objects.len() + 1;
    write!(
        pdf,
        "{table}trailer\n<< /Root 1 0 R /Size {size} {trailer} >>\nstartxref\n{at}\n%%EOF\n"
    )
    .unwrap();
    pdf
}

fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<< {dict} /Length {} >>\nstream\n", data.len()).into_bytes();
    object.extend_from_slice(data);
    object.extend_from_slice(b"\nendstream");
    object
}

/// A document of one page, whose content is object 4; others follow.
fn page(content: Vec<u8>, resources: &str, others: &[Vec<u8>]) -> Vec<u8> {
    let font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << {font} {resources} >> >>"
    );
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into_bytes(),
        content,
    ];
    objects.extend_from_slice(others);
    raw(&objects, "")
}

fn deflated(parts: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    for part in parts {
        encoder.write_all(&part).unwrap();
    }
    encoder.finish().unwrap()
}

fn megabytes(of: &[u8], count: usize) -> Vec<u8> {
    let part = of.repeat((1 << 20) / of.len());
    deflated((0..count).map(|_| part.clone()))
}

const SHOWN: &[u8] = b"BT /F 12 Tf 20 200 Td (Plain words) Tj ET ";

#[test]
fn a_font_that_is_not_in_the_file_is_no_hindrance() {
    let found = read(&page(stream("", SHOWN), "", &[])).unwrap();
    assert_eq!(found.text, "Plain words");
    let twice = [SHOWN, b"BT /F 12 Tf 20.3 200 Td (Plain words) Tj ET "].concat();
    assert_eq!(
        read(&page(stream("", &twice), "", &[])).unwrap().text,
        "Plain words"
    );
    let outside = [SHOWN, b"BT /F 12 Tf 20 2000 Td (Unseen) Tj ET "].concat();
    assert_eq!(
        read(&page(stream("", &outside), "", &[])).unwrap().text,
        "Plain words"
    );
    let told = b"/Span << /ActualText (Said) >> BDC BT /F 12 Tf 20 200 Td (S) Tj (ad) Tj ET EMC";
    assert_eq!(read(&page(stream("", told), "", &[])).unwrap().text, "Said");
}

#[test]
fn a_file_that_is_none_or_cut_off_is_refused_or_read_as_far_as_it_goes() {
    let whole = page(stream("", SHOWN), "", &[]);
    for bytes in [b"".as_slice(), b"words", b"PK\x03\x04", &[0; 4096]] {
        assert!(matches!(read(bytes), Err(Problem::NotText)));
    }
    for bytes in [b"%PDF-1.7\n".as_slice(), b"%PDF-\0\0\0\0", &whole[..40]] {
        let read = read(bytes);
        assert!(
            matches!(read, Err(Problem::Broken | Problem::NoWords)),
            "{read:?}"
        );
    }
    for cut in (0..whole.len()).step_by(37) {
        let read = read(&whole[..cut]);
        assert!(
            matches!(
                &read,
                Ok(_) | Err(Problem::Broken | Problem::NoWords | Problem::NotText)
            ),
            "{cut}: {read:?}"
        );
    }
}

#[test]
fn a_file_with_a_password_is_told_apart() {
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [] /Count 0 >>".to_vec(),
    ];
    let locked = format!(
        "/ID [<{0}> <{0}>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{1}> /U <{1}> >>",
        "ab".repeat(16),
        "cd".repeat(32)
    );
    let read = read(&raw(&objects, &locked));
    assert!(matches!(read, Err(Problem::Locked)), "{read:?}");
}

#[test]
fn a_page_without_letters_has_no_words() {
    let drawn = page(stream("", b"0 0 100 100 re f"), "", &[]);
    assert!(matches!(read(&drawn), Err(Problem::NoWords)));
}

#[test]
fn a_bomb_takes_no_more_memory_and_time_than_it_may() {
    let zeros = megabytes(&[0; 64], 2500);
    let twice = deflated(std::iter::once(zeros.clone()));
    let letters = megabytes(b"BT /F 12 Tf 20 200 Td (Plain words again) Tj ET\n ", 900);
    for (what, filter, data) in [
        ("zeros", "/Filter /FlateDecode", &zeros),
        ("nested", "/Filter [/FlateDecode /FlateDecode]", &twice),
        ("letters", "/Filter /FlateDecode", &letters),
    ] {
        let bomb = page(stream(filter, data), "", &[]);
        let read = read(&bomb);
        assert!(
            matches!(
                &read,
                Err(Problem::TooHard | Problem::Timeout | Problem::TooLong | Problem::NoWords)
            ),
            "{what}: {read:?}"
        );
    }
}

/// Forms of which each draws the next twice.
fn doubling(depth: usize) -> Vec<u8> {
    let form = |number: usize| {
        let next = number + 1;
        let dict = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources << /XObject << /X {next} 0 R >> >>"
        );
        stream(&dict, b"/X Do /X Do")
    };
    let forms: Vec<Vec<u8>> = (5..5 + depth).map(form).collect();
    page(
        stream("", b"/X Do /X Do"),
        "/XObject << /X 5 0 R >>",
        &forms,
    )
}

#[test]
fn a_file_that_draws_itself_for_ever_is_given_up() {
    let hasty = Reader {
        patience: Duration::from_secs(2),
        ..reader()
    };
    let read = read_with(&hasty, &doubling(45));
    assert!(matches!(read, Err(Problem::Timeout)), "{read:?}");
    let read = read_with(
        &hasty,
        &page(stream("", b"/X Do"), "/XObject << /X 4 0 R >>", &[]),
    );
    assert!(matches!(read, Err(Problem::NoWords)), "{read:?}");
}

#[test]
fn a_reading_that_goes_on_ends_when_it_is_cancelled() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.pdf"), doubling(45)).unwrap();
    let cancel = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            thread::sleep(Duration::from_millis(300));
            cancel.store(true, Ordering::Relaxed);
        });
        let read = reader().read(folder.path(), "a.pdf", &cancel);
        assert!(matches!(read, Err(Problem::Cancelled)), "{read:?}");
    });
}

#[test]
fn deep_structures_are_no_hindrance_to_the_reader() {
    let deep = [b"[".repeat(500_000), SHOWN.to_vec()].concat();
    let pages = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let tree = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >>".to_vec(),
    ];
    for bytes in [
        page(stream("", &deep), "", &[]),
        page(stream("", SHOWN), &format!("/XObject {pages}"), &[]),
        raw(&tree, ""),
    ] {
        let read = read(&bytes);
        assert!(
            matches!(
                &read,
                Ok(_) | Err(Problem::Broken | Problem::NoWords | Problem::TooHard)
            ),
            "{read:?}"
        );
    }
}

#[test]
fn a_helper_that_is_none_is_told_and_not_believed() {
    let whole = page(stream("", SHOWN), "", &[]);
    for helper in [
        "/nowhere/throughline",
        "/bin/true",
        "/bin/echo",
        "/usr/bin/yes",
    ] {
        let reader = Reader {
            helper: Some(helper.into()),
            ..Reader::default()
        };
        let read = read_with(&reader, &whole);
        assert!(
            matches!(read, Err(Problem::NoHelper(_) | Problem::TooHard)),
            "{helper}: {read:?}"
        );
    }
}
