//! What opening a large story costs, up to the lanes that are shown first, beside one plain `ron::from_str` of the same file into the same
//! types: milliseconds and the most memory held at once, each in a process of its own.
//!
//! `cargo bench --bench reading -- FILE [TIMES]`; without a file, a story of 100,000 events is made.
//! Make a larger one with `cargo run --release --example generate -- --events 1000000 -o FILE`.

#[path = "../rooms/large.rs"]
mod large;

use std::path::Path;
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use throughline::app::expected_timeline;
use throughline::cli::process::peak_mib;
use throughline::file::{Plain, Progress, load};
use throughline::index::Index;
use throughline::scene::{Measurer, size};
use throughline::timeline::{Stack, StackRequest};
use throughline::view::View;

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    // `cargo bench` adds a flag of its own.
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments
        .iter()
        .map(String::as_str)
        .filter(|argument| *argument != "--bench")
        .collect();
    match arguments[..] {
        ["--reader", reader, file] => report(reader, Path::new(file)),
        [file] => compare(Path::new(file), 3),
        [file, times] => compare(Path::new(file), times.parse().expect("a number of times")),
        _ => {
            let file = std::env::temp_dir().join("throughline-reading.ron");
            std::fs::write(&file, large::story(100_000)).expect("a place for the story");
            compare(&file, 3);
            std::fs::remove_file(&file).expect("the story was just written");
        }
    }
}

/// Reads `file` as `reader` does, and prints what it took: milliseconds, most MiB, and of those the
/// milliseconds of each phase.
fn report(reader: &str, file: &Path) {
    let begun = Instant::now();
    let (events, phases) = if reader == "ron" {
        let text = std::fs::read_to_string(file).expect("a file of text");
        let story = Plain::from_ron(&text).expect("a sound story");
        (story.events(), String::new())
    } else {
        let loaded = load(file, &Progress::default()).expect("a story");
        let took = loaded.took;
        let indexing = Instant::now();
        let index = Index::new(loaded.story);
        let indexed = indexing.elapsed();
        let stacking = Instant::now();
        let view = expected_timeline(size(1600.0, 1000.0));
        let request = StackRequest::new(&index, View::default().lanes, view).coarse();
        let stack = Stack::new(&index, request, &Measurer::new(), &AtomicBool::new(false));
        std::hint::black_box(stack);
        let phases = [
            ("read", took.read),
            ("parse", took.parse),
            ("check", took.check),
            ("index", indexed),
            ("lanes", stacking.elapsed()),
        ];
        let phases = phases.map(|(name, took)| format!("{name} {:.0}", milliseconds(took)));
        (index.story().events().len(), phases.join(", "))
    };
    let took = milliseconds(begun.elapsed());
    println!("{took}\t{}\t{events}\t{phases}", peak_mib().unwrap_or(0.0));
}

/// The least of `times` runs of either reader, and how they compare.
fn compare(file: &Path, times: usize) {
    let size = std::fs::metadata(file).expect("the file is there").len();
    #[expect(clippy::cast_precision_loss, reason = "a size in MiB")]
    let size = size as f64 / f64::from(1 << 20);
    println!("{}: {size:.0} MiB", file.display());
    let mut best = Vec::new();
    for reader in ["ron", "throughline"] {
        let mut runs: Vec<(f64, f64, String)> = (0..times).map(|_| run(reader, file)).collect();
        runs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (took, peak, said) = runs.swap_remove(0);
        println!(
            "{reader:>12}: {took:8.0} ms, at most {peak:6.0} MiB ({:.2} x the file)  {said}",
            peak / size
        );
        best.push((took, peak));
    }
    if let [(ron, _), (ours, _)] = best[..] {
        println!("throughline takes {:.2} of ron's time", ours / ron);
    }
}

fn run(reader: &str, file: &Path) -> (f64, f64, String) {
    let own = std::env::current_exe().expect("this program has a path");
    let output = Command::new(own)
        .args(["--reader", reader])
        .arg(file)
        .output()
        .expect("this program runs");
    let line = String::from_utf8(output.stdout).expect("text");
    let mut parts = line.trim_end().split('\t');
    let mut number = || parts.next().and_then(|part| part.parse::<f64>().ok());
    let (took, peak) = (number(), number());
    let said = parts.collect::<Vec<_>>().join(" events  ");
    let (Some(took), Some(peak)) = (took, peak) else {
        panic!(
            "{reader} did not read it: {line}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    (took, peak, said)
}

fn milliseconds(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}
