//! Generated quotations with known true spans, by class.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use throughline::evidence::quote::{Quotation, Text, Verdict, context, find_all};

/// A small generator of random numbers (G. Marsaglia, xorshift, 2003) with a fixed seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % bound
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const PASSAGES: &str = include_str!("passages.txt");

const SUBJECTS: [&str; 12] = [
    "the harbour master",
    "a young clerk",
    "the widow of the miller",
    "the bishop",
    "our captain",
    "the physician",
    "an old soldier",
    "the council",
    "the tailor’s son",
    "the governor",
    "a stranger from the north",
    "the schoolmistress",
];
const VERBS: [&str; 14] = [
    "carried",
    "described",
    "examined",
    "bought",
    "remembered",
    "concealed",
    "promised",
    "repaired",
    "measured",
    "abandoned",
    "discovered",
    "praised",
    "copied",
    "forgot",
];
const OBJECTS: [&str; 14] = [
    "the letters",
    "a wooden chest",
    "the northern road",
    "every barrel of wine",
    "the ledger",
    "two brass lamps",
    "the orchard wall",
    "a map of the coast",
    "the unfinished portrait",
    "her father’s violin",
    "the parish register",
    "the broken mill-wheel",
    "three bolts of linen",
    "the treaty",
];
const PLACES: [&str; 12] = [
    "behind the chapel",
    "near the ferry",
    "in the upper room",
    "on the market square",
    "under the old bridge",
    "beside the quarry",
    "at the edge of the forest",
    "within the fortress",
    "along the frozen river",
    "outside the customs house",
    "above the bakery",
    "by the lighthouse",
];
const ENDS: [&str; 12] = [
    "before the bells had ceased",
    "while nobody was looking",
    "as the accounts require",
    "although it rained until evening",
    "for reasons that were never given",
    "since the winter had been mild",
    "and said nothing of it afterwards",
    "which astonished the whole street",
    "because the law demanded it",
    "when the second messenger arrived",
    "without asking for a receipt",
    "so that the children might sleep",
];

/// A name or an uncommon word of two or three syllables.
fn coined(dice: &mut Dice) -> String {
    const HEADS: [&str; 16] = [
        "ba", "dor", "fen", "gar", "hil", "ka", "lor", "mer", "nor", "pel", "rin", "sal", "tor",
        "ul", "vas", "wen",
    ];
    const TAILS: [&str; 12] = [
        "bert", "dale", "ick", "mond", "nia", "ris", "son", "stad", "th", "ver", "wick", "zen",
    ];
    let middle = if dice.below(2) == 0 {
        ""
    } else {
        dice.pick(&HEADS)
    };
    format!("{}{middle}{}", dice.pick(&HEADS), dice.pick(&TAILS))
}

/// Prose of about `length` bytes: the passages, then sentences by a grammar.
fn prose(dice: &mut Dice, length: usize) -> String {
    let mut text = String::from(PASSAGES);
    while text.len() < length {
        let (number, year) = (dice.below(900) + 3, 1700 + dice.below(220));
        let (subject, verb, object) =
            (dice.pick(&SUBJECTS), dice.pick(&VERBS), dice.pick(&OBJECTS));
        let (place, end) = (dice.pick(&PLACES), dice.pick(&ENDS));
        let (other, deed, thing) = (dice.pick(&SUBJECTS), dice.pick(&VERBS), dice.pick(&OBJECTS));
        let (name, town, word) = (coined(dice), coined(dice), coined(dice));
        let sentence = match dice.below(4) {
            0 => {
                format!("In {year} {subject} of {town} {verb} {object} {place} with {name}, {end}.")
            }
            1 => {
                format!("“{object},” wrote {name}, “{verb} us {place} — {number} {word} — {end}.”")
            }
            2 => format!(
                "{place} {subject} {verb} {number} {word}; {other} from {town} {deed} {thing} {end}."
            ),
            _ => format!(
                "{subject} {verb} {object}, but {name} the {word} {deed} {thing} {place} in {year}."
            ),
        };
        let mut characters = sentence.chars();
        let first = characters.next().unwrap();
        text.extend(first.to_uppercase());
        for (word, number) in characters.as_str().split_inclusive(' ').zip(0..) {
            if number > 0 && dice.below(4) == 0 {
                write!(text, "{} ", coined(dice)).unwrap();
            }
            text.push_str(word);
        }
        text.push_str(if dice.below(6) == 0 { "\n\n" } else { " " });
    }
    text
}

/// The words of a text and where they stand.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (offset, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (character.is_whitespace(), start) {
            (false, None) => start = Some(offset),
            (true, Some(from)) => {
                words.push(from..offset);
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// A quotation and the true spans.
struct Sample {
    quotation: String,
    spans: Vec<Range<usize>>,
}

/// A run of 8 to 24 words, in two-thirds of the cases at most 14.
fn run(dice: &mut Dice, words: &[Range<usize>]) -> Range<usize> {
    let most = if dice.below(3) == 0 { 17 } else { 7 };
    let length = 8 + dice.below(most);
    let from = dice.below(words.len() - length);
    from..from + length
}

fn misread(dice: &mut Dice, text: &str) -> String {
    let mut noisy = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if !letter.is_alphanumeric() || dice.below(20) > 0 {
            noisy.push(letter);
            continue;
        }
        match (letter, dice.below(4)) {
            ('m', _) => noisy.push_str("rn"),
            ('r', _) if letters.peek() == Some(&'n') => {
                letters.next();
                noisy.push('m');
            }
            ('l' | 'i', 0 | 1) => noisy.push('1'),
            (_, 0) => {}
            (_, 1) => noisy.extend([letter, 'i']),
            _ => noisy.push(char::from(b'a' + u8::try_from(dice.below(26)).unwrap())),
        }
    }
    noisy
}

fn edges(words: &[Range<usize>], run: &Range<usize>) -> Range<usize> {
    words[run.start].start..words[run.end - 1].end
}

type Maker = fn(&mut Dice, &str, &[Range<usize>], &Range<usize>) -> Option<Sample>;

/// A class that changes the text of one span.
fn changed(
    text: &str,
    words: &[Range<usize>],
    run: &Range<usize>,
    change: impl FnOnce(&str) -> String,
) -> Sample {
    let span = edges(words, run);
    let original = &text[span.clone()];
    let quotation = change(original);
    Sample {
        quotation,
        spans: vec![span],
    }
}

fn typed(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace('’', "'")
}

fn drop_word(dice: &mut Dice, text: &str, words: &[Range<usize>], run: &Range<usize>) -> Sample {
    let dropped = run.start + 1 + dice.below(run.len() - 2);
    let kept: Vec<&str> = run
        .clone()
        .filter(|word| *word != dropped)
        .map(|word| &text[words[word].clone()])
        .collect();
    Sample {
        quotation: kept.join(" "),
        spans: vec![edges(words, run)],
    }
}

fn insert_word(dice: &mut Dice, text: &str, words: &[Range<usize>], run: &Range<usize>) -> Sample {
    let at = run.start + 1 + dice.below(run.len() - 1);
    let word = dice.pick(&[
        "certainly",
        "very",
        "yesterday",
        "old",
        "therefore",
        "magnificent",
    ]);
    let mut all = String::new();
    for number in run.clone() {
        if number == at {
            write!(all, "{word} ").unwrap();
        }
        write!(all, "{} ", &text[words[number].clone()]).unwrap();
    }
    Sample {
        quotation: all.trim().to_owned(),
        spans: vec![edges(words, run)],
    }
}

fn ellipsis(
    dice: &mut Dice,
    text: &str,
    words: &[Range<usize>],
    run: &Range<usize>,
) -> Option<Sample> {
    let first = run.start..run.start + 5;
    let gap = 2 + dice.below(60);
    let second = first.end + gap..first.end + gap + 5;
    if second.end >= words.len() {
        return None;
    }
    let dots = dice.pick(&["…", "...", ". . .", "[...]", "[…]", "(...)"]);
    let strip = |range: &Range<usize>| {
        let span = edges(words, range);
        let inner = text[span.clone()].trim_end_matches(['.', ',', ';', ':']);
        span.start..span.start + inner.len()
    };
    let (first, second) = (strip(&first), edges(words, &second));
    let quotation = format!("{} {dots} {}", &text[first.clone()], &text[second.clone()]);
    Some(Sample {
        quotation,
        spans: vec![first, second],
    })
}

fn broken(dice: &mut Dice, text: &str) -> String {
    let letters: Vec<usize> = text
        .char_indices()
        .zip(text.chars().skip(1))
        .filter(|((_, left), right)| left.is_ascii_lowercase() && right.is_ascii_lowercase())
        .map(|((offset, left), _)| offset + left.len_utf8())
        .collect();
    let at = letters[dice.below(letters.len())];
    format!("{}-\n{}", &text[..at], &text[at..])
}

fn classes() -> Vec<(&'static str, usize, Maker)> {
    vec![
        ("exact", 100, |_, text, words, run| {
            Some(changed(text, words, run, str::to_owned))
        }),
        ("white space", 100, |_, text, words, run| {
            Some(changed(text, words, run, |text| {
                text.replace(' ', " \u{a0}\n ")
            }))
        }),
        ("smart quotes", 100, |_, text, words, run| {
            Some(changed(text, words, run, typed))
        }),
        ("dashes", 100, |_, text, words, run| {
            let dashes = |text: &str| text.replace('—', "--").replace('-', "\u{2010}");
            Some(changed(text, words, run, dashes))
        }),
        ("upper case", 100, |_, text, words, run| {
            Some(changed(text, words, run, str::to_uppercase))
        }),
        ("hyphenated line ends", 100, |dice, text, words, run| {
            Some(changed(text, words, run, |text| broken(dice, text)))
        }),
        ("5 % OCR", 95, |dice, text, words, run| {
            let sample = changed(text, words, run, |text| misread(dice, text));
            let count = sample.quotation.split_whitespace().count();
            (count == run.len()).then_some(sample)
        }),
        ("one word dropped", 95, |dice, text, words, run| {
            Some(drop_word(dice, text, words, run))
        }),
        ("one word inserted", 95, |dice, text, words, run| {
            Some(insert_word(dice, text, words, run))
        }),
        ("ellipsis", 95, ellipsis),
    ]
}

/// The letters and digits of a text in lower case.
fn plain(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// How many of `count` quotations of a class are found at their true spans.
fn found(seed: u64, count: usize, text: &str, maker: Maker, table: &mut String) -> usize {
    let mut dice = Dice(seed);
    let words = words(text);
    let letters = plain(text);
    let mut samples = Vec::new();
    while samples.len() < count {
        let run = run(&mut dice, &words);
        let span = edges(&words, &run);
        if letters.matches(&plain(&text[span])).count() != 1 {
            continue;
        }
        samples.extend(maker(&mut dice, text, &words, &run));
    }
    let text = Text::new(Arc::from(text), Vec::new());
    let quotations: Vec<Quotation<'_>> = samples
        .iter()
        .map(|sample| Quotation {
            exact: &sample.quotation,
            ..Quotation::default()
        })
        .collect();
    let findings = find_all(&text, &quotations, &AtomicBool::new(false));
    let mut right = 0;
    for (sample, finding) in samples.iter().zip(&findings) {
        let true_one = finding.places.len() == 1 && finding.places[0].spans == sample.spans;
        right += usize::from(true_one);
        if !true_one {
            let shown: Vec<&str> = sample
                .spans
                .iter()
                .map(|span| &text.as_str()[span.clone()])
                .collect();
            writeln!(
                table,
                "  not found: {:?}\n  true: {shown:?} {:?}\n  {finding:?}",
                sample.quotation, sample.spans
            )
            .unwrap();
        }
    }
    right
}

#[test]
fn quotations_of_every_class_are_found_at_their_true_spans() {
    let text = prose(&mut Dice(7), 1_000_000);
    let mut table = String::from("class: found/total\n");
    let mut failures = Vec::new();
    for (number, (name, percent, maker)) in (1..).zip(classes()) {
        let mut misses = String::new();
        let right = found(number * 977, 100, &text, maker, &mut misses);
        writeln!(table, "{name}: {right}/100").unwrap();
        if right < 100 {
            table.push_str(&misses);
        }
        if right < percent {
            failures.push(name);
        }
    }
    println!("{table}");
    assert!(failures.is_empty(), "{failures:?}");
}

#[test]
fn astral_characters_are_found_and_counted_as_one() {
    let mut dice = Dice(99);
    let base = prose(&mut dice, 60_000);
    let text: String = base
        .split_inclusive(' ')
        .zip(0..)
        .map(|(word, number)| {
            if number % 5 == 0 {
                format!("😀𝔘{number} {word}")
            } else {
                word.to_owned()
            }
        })
        .collect();
    let mut misses = String::new();
    let right = found(
        5,
        50,
        &text,
        |_, text, words, run| Some(changed(text, words, run, str::to_owned)),
        &mut misses,
    );
    println!("astral characters: {right}/50");
    assert_eq!(right, 50, "{misses}");
}

/// Sentences of one template; no two have all names and numbers alike.
fn template(number: usize) -> String {
    let (town, trade) = (
        [
            "Lyon", "Boston", "Hamburg", "Turin", "Bergen", "Cadiz", "Odessa",
        ][number % 7],
        ["weavers", "coopers", "printers", "masons", "glaziers"][number % 5],
    );
    let (year, sum) = (1801 + number % 97, 120 + number * 7);
    format!(
        "In {year} the guild of the {trade} of {town} lent {sum} crowns to the city for the new harbour."
    )
}

#[test]
fn look_alikes_are_never_taken_for_the_true_one() {
    let (mut present, mut confident, mut near) = (0, 0, 0);
    let sentences: Vec<String> = (0..300).map(template).collect();
    for number in 0..60 {
        let target = &sentences[number * 5];
        let all = sentences.join(" ");
        let start = all.find(target.as_str()).unwrap();
        let others: Vec<&str> = sentences
            .iter()
            .filter(|other| *other != target)
            .map(String::as_str)
            .collect();
        let quotation = Quotation {
            exact: target,
            ..Quotation::default()
        };
        let cancel = AtomicBool::new(false);
        let with = find_all(
            &Text::new(Arc::from(all), Vec::new()),
            &[quotation],
            &cancel,
        );
        let is_true = with[0].verdict == Verdict::Verified
            && with[0].places[0].spans.first() == Some(&(start..start + target.len()));
        present += usize::from(is_true);
        let without = find_all(
            &Text::new(Arc::from(others.join(" ")), Vec::new()),
            &[quotation],
            &cancel,
        );
        confident += usize::from(matches!(
            without[0].verdict,
            Verdict::Verified | Verdict::Normalised
        ));
        near += usize::from(without[0].verdict == Verdict::Drifted);
    }
    println!("look-alikes, true one present: {present}/60");
    println!("look-alikes, true one absent: {confident}/60 confident, {near}/60 drifted");
    assert_eq!((present, confident, near), (60, 0, 0));
}

#[test]
fn absent_quotations_are_not_found() {
    let text = prose(&mut Dice(7), 1_000_000);
    let absent: Vec<String> = (0..60).map(template).collect();
    let quotations: Vec<Quotation<'_>> = absent
        .iter()
        .map(|exact| Quotation {
            exact,
            ..Quotation::default()
        })
        .collect();
    let findings = find_all(
        &Text::new(Arc::from(text), Vec::new()),
        &quotations,
        &AtomicBool::new(false),
    );
    let found = findings
        .iter()
        .filter(|finding| finding.verdict != Verdict::Missing)
        .count();
    println!("absent: {found}/60");
    assert_eq!(found, 0);
}

#[test]
fn the_context_of_a_repeated_phrase_leads_back_to_it() {
    let mut dice = Dice(3);
    let source = prose(&mut dice, 200_000);
    let words = words(&source);
    let text = Text::new(Arc::from(source.as_str()), Vec::new());
    let mut back = 0;
    for _ in 0..60 {
        let from = dice.below(words.len() - 4);
        let span = edges(&words, &(from..from + 3));
        let (prefix, suffix) = context(&text, span.clone());
        let quotation = Quotation {
            exact: &source[span.clone()],
            prefix: &prefix,
            suffix: &suffix,
            ..Quotation::default()
        };
        let finding = &find_all(&text, &[quotation], &AtomicBool::new(false))[0];
        back += usize::from(
            finding.places.len() == 1 && finding.places[0].spans.first() == Some(&span),
        );
    }
    println!("context leads back: {back}/60");
    assert!(back >= 57);
}

#[test]
fn the_findings_are_the_same_for_any_number_of_threads() {
    let text = Text::new(Arc::from(prose(&mut Dice(11), 300_000)), Vec::new());
    let mut dice = Dice(12);
    let words = words(text.as_str());
    let samples: Vec<String> = (0..200)
        .map(|number| {
            let span = edges(&words, &run(&mut dice, &words));
            let original = &text.as_str()[span];
            if number % 2 == 0 {
                misread(&mut dice, original)
            } else {
                original.to_owned()
            }
        })
        .collect();
    let quotations: Vec<Quotation<'_>> = samples
        .iter()
        .map(|exact| Quotation {
            exact,
            ..Quotation::default()
        })
        .collect();
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| find_all(&text, &quotations, &AtomicBool::new(false)))
    };
    assert_eq!(with(1), with(7));
}

#[test]
fn a_misread_quotation_among_look_alikes_is_never_put_elsewhere() {
    let mut dice = Dice(21);
    let sentences: Vec<String> = (0..300).map(template).collect();
    let all = sentences.join(" ");
    let (mut right, mut wrong) = (0, 0);
    let text = Text::new(Arc::from(all.as_str()), Vec::new());
    for target in sentences.iter().step_by(3) {
        let start = all.find(target.as_str()).unwrap();
        let exact = misread(&mut dice, target);
        let quotation = Quotation {
            exact: &exact,
            ..Quotation::default()
        };
        let finding = &find_all(&text, &[quotation], &AtomicBool::new(false))[0];
        if finding.verdict == Verdict::Drifted {
            let meets = finding.places[0].spans[0].start.abs_diff(start) < target.len() / 2;
            right += usize::from(meets);
            wrong += usize::from(!meets);
            if !meets {
                println!("{exact}\n{target}\n{finding:?}");
            }
        }
    }
    println!("misread among look-alikes: {right}/100 right, {wrong}/100 elsewhere");
    assert_eq!(wrong, 0);
}
