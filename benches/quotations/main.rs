//! Measures the verification of 10,000 quotations in 20 MB, and of noisy ones beside a peer.
//!
//! `bench sources` | `bench whole`: as 20 sources of 1 MB, or as one of 20 MB.
//! `bench hostile`: texts and quotations made to take long.
//! `bench peer FOLDER`: writes a text and 200 noisy quotations there for the peer, and measures.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use throughline::evidence::quote::{Finding, Quotation, Text, Verdict, find_all};

struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0) % bound
    }
}

/// Prose of words that are the rarer the later they stand in a vocabulary of 8,000.
fn prose(dice: &mut Dice, length: usize) -> String {
    let syllables = [
        "an", "be", "cor", "de", "el", "fa", "ge", "hol", "in", "ja", "ke", "lo", "mar", "no",
        "or", "pe", "qui", "ra", "se", "ti", "u", "ver", "wo", "ye", "st", "th",
    ];
    let vocabulary: Vec<String> = (0..8000)
        .map(|_| {
            (0..=dice.below(4))
                .map(|_| syllables[dice.below(syllables.len())])
                .collect()
        })
        .collect();
    let mut text = String::with_capacity(length + 100);
    while text.len() < length {
        let bound = [30, 300, 2000, 8000][dice.below(4)];
        text.push_str(&vocabulary[dice.below(bound)]);
        text.push_str(match dice.below(24) {
            0 => ". ",
            1 => ", ",
            2 => " — ",
            3 if dice.below(8) == 0 => ".\n\n",
            4 if dice.below(3) == 0 => "’s ",
            _ => " ",
        });
    }
    text
}

/// A span of `length` bytes or so, whole words.
fn cut(dice: &mut Dice, text: &str, length: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let mut start = dice.below(text.len() - length * 2);
    while bytes[start] != b' ' || !bytes[start + 1].is_ascii_alphabetic() {
        start += 1;
    }
    let mut end = start + length;
    while end + 1 < text.len() && !(bytes[end] == b' ' && bytes[end - 1].is_ascii_alphabetic()) {
        end += 1;
    }
    start + 1..end
}

fn noisy(dice: &mut Dice, text: &str, share: usize) -> String {
    let mut noisy = String::new();
    for letter in text.chars() {
        match (
            letter.is_alphabetic() && dice.below(100) < share,
            dice.below(3),
        ) {
            (false, _) => noisy.push(letter),
            (true, 0) => {}
            (true, 1) => noisy.extend([letter, 'i']),
            (true, _) => noisy.push(char::from(b'a' + u8::try_from(dice.below(26)).unwrap_or(0))),
        }
    }
    noisy
}

fn absent(dice: &mut Dice, length: usize) -> String {
    (0..length)
        .map(|place| {
            if place % 7 == 6 {
                ' '
            } else {
                char::from(b'a' + u8::try_from(dice.below(26)).unwrap_or(0))
            }
        })
        .collect()
}

/// Quotations: 85 of 100 exact, 10 changed, 5 absent; and their true spans.
fn quotations(dice: &mut Dice, text: &str, count: usize) -> Vec<(String, Option<Range<usize>>)> {
    (0..count)
        .map(|number| {
            let length = 40 + dice.below(120);
            let span = cut(dice, text, length);
            let original = &text[span.clone()];
            let words: Vec<&str> = original.split(' ').collect();
            let middle = words.len() / 2;
            match number % 20 {
                0 => (absent(dice, length), None),
                1 if number % 3 == 0 => (noisy(dice, original, 5), Some(span)),
                1 if number % 3 == 1 => {
                    let kept = [&words[..middle], &words[middle + 1..]].concat();
                    (kept.join(" "), Some(span))
                }
                1 => {
                    let more = [&words[..middle], &["certainly"], &words[middle..]].concat();
                    (more.join(" "), Some(span))
                }
                2 => (noisy(dice, original, 4), Some(span)),
                3 => (
                    original.replace('’', "'").replace(" — ", " -- "),
                    Some(span),
                ),
                _ => (original.to_owned(), Some(span)),
            }
        })
        .collect()
}

fn sought(list: &[(String, Option<Range<usize>>)]) -> Vec<Quotation<'_>> {
    list.iter()
        .map(|(exact, _)| Quotation {
            exact,
            ..Quotation::default()
        })
        .collect()
}

fn tally(list: &[(String, Option<Range<usize>>)], findings: &[Finding]) -> [usize; 3] {
    let mut counts = [0; 3];
    for ((quotation, span), finding) in list.iter().zip(findings) {
        let right = match span {
            Some(span) => {
                finding.places.len() == 1 && finding.places[0].spans[..] == [span.clone()]
            }
            None => finding.verdict == Verdict::Missing,
        };
        let kind = match finding.verdict {
            _ if right => 0,
            Verdict::Ambiguous | Verdict::Missing => 1,
            _ => 2,
        };
        if kind == 2 && std::env::var_os("SHOW").is_some() {
            println!("{quotation:?} {span:?} {finding:?}");
        }
        counts[kind] += 1;
    }
    counts
}

/// Processor seconds so far and the peak resident memory in MB, as Linux tells them.
fn usage() -> (f64, f64) {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<f64> = stat
        .rsplit(')')
        .next()
        .unwrap_or("")
        .split_whitespace()
        .filter_map(|field| field.parse().ok())
        .collect();
    let ticks = fields.get(10).unwrap_or(&0.0) + fields.get(11).unwrap_or(&0.0);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    (ticks / 100.0, peak.unwrap_or(0.0) / 1024.0)
}

fn measure(sources: usize) {
    let mut dice = Dice(20_260_101);
    let each = 20_000_000 / sources;
    let texts: Vec<Arc<str>> = (0..sources)
        .map(|_| Arc::from(prose(&mut dice, each)))
        .collect();
    let lists: Vec<_> = texts
        .iter()
        .map(|text| quotations(&mut dice, text, 10_000 / sources))
        .collect();
    let (before, base) = usage();
    let cancel = AtomicBool::new(false);
    let started = Instant::now();
    let mut folding = 0.0;
    let mut counts = [0; 3];
    for (text, list) in texts.iter().zip(&lists) {
        let folds = Instant::now();
        let text = Text::new(Arc::clone(text), Vec::new());
        folding += folds.elapsed().as_secs_f64();
        let findings = find_all(&text, &sought(list), &cancel);
        for (sum, count) in counts.iter_mut().zip(tally(list, &findings)) {
            *sum += count;
        }
    }
    let wall = started.elapsed().as_secs_f64();
    let (after, peak) = usage();
    println!(
        "{sources} source(s): wall {wall:.3} s (folding {folding:.3} s), CPU {:.2} s, peak {peak:.0} MB, of which {base:.0} MB before",
        after - before
    );
    println!(
        "  right {}, ambiguous or missing {}, elsewhere or wrong {}",
        counts[0], counts[1], counts[2]
    );
}

fn peer(folder: &str) -> std::io::Result<()> {
    let mut dice = Dice(77);
    let text = prose(&mut dice, 1_000_000);
    let list: Vec<(String, Option<Range<usize>>)> = (0..200)
        .map(|_| {
            let length = 40 + dice.below(70);
            let span = cut(&mut dice, &text, length);
            (noisy(&mut dice, &text[span.clone()], 6), Some(span))
        })
        .collect();
    std::fs::write(format!("{folder}/text.txt"), &text)?;
    let mut lines = String::new();
    for (quotation, _) in &list {
        let _ = writeln!(lines, "{}", quotation.replace('\n', " "));
    }
    std::fs::write(format!("{folder}/quotations.txt"), lines)?;
    let started = Instant::now();
    let ready = Text::new(Arc::from(text), Vec::new());
    let findings = find_all(&ready, &sought(&list), &AtomicBool::new(false));
    let wall = started.elapsed().as_secs_f64();
    let counts = tally(&list, &findings);
    println!(
        "ours: {wall:.4} s for 200 (folding included), right {}, ambiguous or missing {}, wrong {}",
        counts[0], counts[1], counts[2]
    );
    Ok(())
}

/// Texts and quotations made to take long.
fn hostile() {
    let mut dice = Dice(5);
    let line = prose(&mut dice, 100_000_000).replace('\n', " ");
    let list = quotations(&mut dice, &line, 10_000);
    clock(
        "100 MB in one line, 10,000 quotations",
        &line,
        &sought(&list),
    );
    let letter = "a".repeat(20_000_000);
    let steps: Vec<String> = (1..2000).map(|count| "a".repeat(count * 5) + "b").collect();
    clock("one letter, 2,000 nearly fitting", &letter, &plain(&steps));
    let fitting: Vec<String> = (1..2000).map(|count| "a".repeat(count * 5)).collect();
    clock("one letter, 2,000 fitting", &letter, &plain(&fitting));
    let copies = vec![list[5].0.clone(); 10_000];
    clock("10,000 copies", &line, &plain(&copies));
    let phrase = "the council of the town agreed upon the matter, ";
    let again = phrase.repeat(20_000_000 / phrase.len());
    let nearly: Vec<String> = (0..10_000)
        .map(|number| {
            format!(
                "{}{number} {}",
                &phrase[..number % 40],
                phrase.repeat(2 + number % 3)
            )
        })
        .collect();
    clock(
        "one phrase repeated, 10,000 nearly fitting",
        &again,
        &plain(&nearly),
    );
    let dots: Vec<String> = (0..1000)
        .map(|number| format!("the … of … {number} … a … town"))
        .collect();
    clock(
        "one phrase repeated, 1,000 with ellipses",
        &again,
        &plain(&dots),
    );
    let marks: Vec<String> = (1..1000).map(|count| "?".repeat(count)).collect();
    clock("1,000 of marks alone", &line[..20_000_000], &plain(&marks));
    let brackets = "[(. ".repeat(100_000);
    clock(
        "brackets, and longer than the text",
        &again[..1000],
        &plain(&[brackets, again.clone()]),
    );
}

fn plain(list: &[String]) -> Vec<Quotation<'_>> {
    list.iter()
        .map(|exact| Quotation {
            exact,
            ..Quotation::default()
        })
        .collect()
}

fn clock(name: &str, text: &str, quotations: &[Quotation<'_>]) {
    let (before, _) = usage();
    let started = Instant::now();
    let text = Text::new(Arc::from(text), Vec::new());
    let findings = find_all(&text, quotations, &AtomicBool::new(false));
    let missing = findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Missing)
        .count();
    let (after, peak) = usage();
    println!(
        "{name}: wall {:.2} s, CPU {:.2} s, missing {missing} of {}, peak so far {peak:.0} MB",
        started.elapsed().as_secs_f64(),
        after - before,
        findings.len(),
    );
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("sources") => measure(20),
        Some("hostile") => hostile(),
        Some("peer") => peer(arguments.get(2).map_or(".", String::as_str))?,
        _ => measure(1),
    }
    Ok(())
}
