//! One test for each rule.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;

use super::*;

fn ready(text: &str) -> Text {
    Text::new(Arc::from(text), Vec::new())
}

fn find(text: &str, quotation: Quotation<'_>) -> Finding {
    find_all(&ready(text), &[quotation], &AtomicBool::new(false)).remove(0)
}

fn exact(exact: &str) -> Quotation<'_> {
    Quotation {
        exact,
        ..Quotation::default()
    }
}

fn shown<'a>(text: &'a str, finding: &Finding) -> Vec<&'a str> {
    let spans = finding.places.iter().flat_map(|place| &place.spans);
    spans.map(|span| &text[span.clone()]).collect()
}

fn expect(text: &str, quotation: &str, verdict: Verdict, spans: &[&str]) {
    let finding = find(text, exact(quotation));
    assert_eq!(
        (finding.verdict, shown(text, &finding)),
        (verdict, spans.to_vec()),
        "{quotation:?}"
    );
}

const HARBOUR: &str = "The harbour master, who had seen the brig come in at dawn, went down to the \
    quay before the bells. “It’s a well-known ship,” he said — and wrote down her name in the \
    impor-\ntant book. Nobody on the quay that morning knew the captain, nor did they ask him for \
    his papers until the customs officer arrived with two men. Then he was nowhere to be found.";

#[test]
fn a_verbatim_quotation_is_verified() {
    expect(
        HARBOUR,
        "went down to the quay",
        Verdict::Verified,
        &["went down to the quay"],
    );
}

#[test]
fn white_space_quotes_dashes_and_case_are_normalised() {
    let found = "“It’s a well-known ship,” he said — and wrote";
    expect(
        HARBOUR,
        "\"it's a well-known  ship,\" HE SAID - and\u{a0}wrote",
        Verdict::Normalised,
        &[found],
    );
}

#[test]
fn a_word_broken_at_a_line_end_is_the_word() {
    expect(
        HARBOUR,
        "in the important book",
        Verdict::Normalised,
        &["in the impor-\ntant book"],
    );
    expect(
        "a well-\nknown man",
        "well-known man",
        Verdict::Normalised,
        &["well-\nknown man"],
    );
}

#[test]
fn ligatures_and_full_width_letters_are_normalised() {
    expect(
        "He found the ﬁrst ＡＢＣ.",
        "the first ABC",
        Verdict::Normalised,
        &["the ﬁrst ＡＢＣ"],
    );
}

#[test]
fn words_run_together_are_not_the_words() {
    let finding = find(HARBOUR, exact("Then he was now here to be found"));
    assert_eq!(finding.verdict, Verdict::Drifted);
    assert_eq!(
        find("It is nowhere.", exact("now here")).verdict,
        Verdict::Missing
    );
}

#[test]
fn a_missing_comma_is_drifted() {
    let found = "The harbour master, who had seen the brig";
    expect(
        HARBOUR,
        "The harbour master who had seen the brig",
        Verdict::Drifted,
        &[found],
    );
    expect("Yes, no. Go on.", "Yes no", Verdict::Drifted, &["Yes, no"]);
}

#[test]
fn differences_are_told_word_by_word() {
    let finding = find(HARBOUR, exact("who had seen the old brig come in at down"));
    let same = |words: &str| Piece::Same(words.to_owned());
    let missing = |words: &str| Piece::Missing(words.to_owned());
    let pieces = vec![
        same("who had seen the"),
        missing("old"),
        same("brig come in at"),
        missing("down"),
        Piece::Added("dawn,".to_owned()),
    ];
    assert_eq!(
        (finding.verdict, finding.differences),
        (Verdict::Drifted, pieces)
    );
}

#[test]
fn an_ellipsis_leaves_words_out_and_each_part_has_its_span() {
    let spans = ["The harbour master", "went down to the quay"];
    expect(
        HARBOUR,
        "The harbour master […] went down to the quay",
        Verdict::Verified,
        &spans,
    );
    let spans = ["The harbour master", "went down to the quay"];
    expect(
        HARBOUR,
        "the harbour master ... went down to the quay",
        Verdict::Normalised,
        &spans,
    );
}

#[test]
fn parts_of_a_quotation_may_be_drifted() {
    let spans = [
        "Nobody on the quay that morning",
        "until the customs officer arrived",
    ];
    let quotation = "Nobody on the quay that mornlng … until the custorns officer arrived";
    expect(HARBOUR, quotation, Verdict::Drifted, &spans);
}

#[test]
fn the_tightest_chain_of_parts_wins() {
    let text = "The king spoke. Much later the king spoke again and the people cheered.";
    let finding = find(text, exact("the king spoke … the people cheered"));
    assert_eq!(finding.places[0].spans[0].start, 27);
}

#[test]
fn dots_and_brackets_that_stand_in_the_source_are_plain_text() {
    let text = "He said: wait... and [the clerk] waited.";
    expect(
        text,
        "wait... and [the clerk] waited",
        Verdict::Verified,
        &["wait... and [the clerk] waited"],
    );
}

#[test]
fn brackets_insert_words_change_letters_and_say_sic() {
    let spans = ["Nobody on the quay", "knew the captain"];
    expect(
        HARBOUR,
        "Nobody on the quay [at dawn] knew the captain",
        Verdict::Verified,
        &spans,
    );
    expect(
        HARBOUR,
        "[W]ho had seen the brig",
        Verdict::Normalised,
        &["who had seen the brig"],
    );
    expect(HARBOUR, "two men [sic]", Verdict::Verified, &["two men"]);
}

#[test]
fn equal_places_are_ambiguous_until_a_hint_decides() {
    let text = "One day it rained. Two days it rained. Three days it rained.";
    let finding = find(text, exact("it rained"));
    assert_eq!((finding.verdict, finding.count), (Verdict::Ambiguous, 3));
    let by_prefix = find(
        text,
        Quotation {
            prefix: "TWO  days, ",
            ..exact("it rained")
        },
    );
    assert_eq!(
        (by_prefix.verdict, by_prefix.places[0].spans[0].start),
        (Verdict::Verified, 28)
    );
    let by_suffix = find(
        text,
        Quotation {
            suffix: ". Three",
            ..exact("it rained")
        },
    );
    assert_eq!(by_suffix.places[0].spans[0].start, 28);
    let by_position = find(
        text,
        Quotation {
            position: Some((50, 59)),
            ..exact("it rained")
        },
    );
    assert_eq!(by_position.places[0].spans[0].start, 50);
}

#[test]
fn a_paragraph_decides_and_a_wrong_one_is_told() {
    let text = Text::new(
        Arc::from("It rained.\n\nIt snowed. It rained."),
        vec![0..10, 12..33],
    );
    let cancel = AtomicBool::new(false);
    let hint = Quotation {
        paragraph: Some(2),
        ..exact("It rained")
    };
    let other = Quotation {
        paragraph: Some(1),
        ..exact("It snowed")
    };
    let findings = find_all(&text, &[hint, other], &cancel);
    assert_eq!(findings[0].places[0].spans[0].start, 23);
    assert_eq!(
        (findings[1].verdict, findings[1].paragraph_differs),
        (Verdict::Verified, Some(2))
    );
}

#[test]
fn whole_words_come_before_parts_of_words() {
    let text = "The parts of the cart; art is long.";
    let finding = find(text, exact("art"));
    assert_eq!(
        (finding.verdict, finding.places[0].spans[0].start),
        (Verdict::Verified, 23)
    );
}

#[test]
fn a_word_in_other_case_comes_before_a_part_of_a_word() {
    expect(
        "Artists know that art is long.",
        "Art",
        Verdict::Normalised,
        &["art"],
    );
}

#[test]
fn two_places_nearly_as_good_are_ambiguous() {
    let sentence = "the governor ordered the bridge over the river to be repaired before winter";
    let text = format!("In spring {sentence}. Some years went by. In autumn {sentence}.");
    let quotation = sentence
        .replace("ordered", "orderd")
        .replace("winter", "wlnter");
    let finding = find(&text, exact(&quotation));
    assert_eq!((finding.verdict, finding.count), (Verdict::Ambiguous, 2));
    let finding = find(
        &text,
        Quotation {
            suffix: ". Some years",
            ..exact(&quotation)
        },
    );
    assert_eq!(
        (finding.verdict, finding.places[0].spans[0].start),
        (Verdict::Drifted, 10)
    );
}

#[test]
fn an_absent_quotation_is_missing() {
    let quotation = "the widow of the lighthouse keeper sold her cows to the bishop";
    expect(HARBOUR, quotation, Verdict::Missing, &[]);
}

#[test]
fn empty_quotations_are_missing_and_marks_are_sought_as_they_stand() {
    for quotation in ["", "  ", "…", "[]", "\u{ad}", "[...] ..."] {
        expect(HARBOUR, quotation, Verdict::Missing, &[]);
    }
    expect("So?! Yes.", "?!", Verdict::Verified, &["?!"]);
    expect("", "words", Verdict::Missing, &[]);
    expect(
        "short",
        "a quotation longer than the text",
        Verdict::Missing,
        &[],
    );
}

#[test]
fn a_cancelled_search_finds_nothing() {
    let findings = find_all(
        &ready(HARBOUR),
        &[exact("the brig")],
        &AtomicBool::new(true),
    );
    assert_eq!(findings[0].verdict, Verdict::Missing);
}

#[test]
fn context_is_the_least_that_singles_out_a_span() {
    let text = ready("One day it rained. Two days it rained. Three days it snowed.");
    assert_eq!(context(&text, 28..37), ("days ".to_owned(), String::new()));
    assert_eq!(context(&text, 50..59), (String::new(), String::new()));
}

#[test]
fn hostile_texts_take_no_time() {
    let one_letter = ready(&"a".repeat(3_000_000));
    let many: Vec<String> = (1..400)
        .map(|count| format!("{}b", "a".repeat(count * 20)))
        .collect();
    let mut quotations: Vec<Quotation<'_>> = many.iter().map(|text| exact(text)).collect();
    let long = "a".repeat(5_000);
    quotations.extend(std::iter::repeat_n(exact(&long), 5_000));
    let findings = find_all(&one_letter, &quotations, &AtomicBool::new(false));
    assert_eq!(
        findings.last().map(|finding| finding.verdict),
        Some(Verdict::Ambiguous)
    );
}

proptest! {
    #[test]
    fn a_span_cut_out_of_a_text_is_found_there(text in "\\PC{1,300}", from: usize, length in 1usize..80) {
        let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).collect();
        let first = from % starts.len();
        let from = starts[first];
        let end = starts.get(first + length).copied().unwrap_or(text.len());
        let ready = ready(&text);
        let position = Some(ready.code_points(&(from..end)));
        let finding = find(&text, Quotation { position, ..exact(&text[from..end]) });
        prop_assert_eq!(finding.verdict, Verdict::Verified);
        prop_assert_eq!(finding.places[0].spans.first(), Some(&(from..end)));
    }

    #[test]
    fn words_cut_out_of_a_text_are_among_the_places(
        words in proptest::collection::vec("[a-cäé𝔘]{1,4}|[.,]", 1..60),
        from: usize,
        length in 1usize..20,
    ) {
        let from = from % words.len();
        let quotation = words[from..(from + length).min(words.len())].join(" ");
        let start = words[..from].iter().map(|word| word.len() + 1).sum::<usize>();
        let text = words.join(" ");
        let finding = find(&text, exact(&quotation));
        prop_assert!(matches!(finding.verdict, Verdict::Verified | Verdict::Ambiguous));
        let is_there = |place: &Place| place.spans.first() == Some(&(start..start + quotation.len()));
        prop_assert!(finding.count > 20 || finding.places.iter().any(is_there));
    }

    #[test]
    fn nothing_panics(text in any::<String>(), quotation in any::<String>(), prefix in any::<String>()) {
        let _ = find(&text, Quotation { prefix: &prefix, ..exact(&quotation) });
        let _ = find(&format!("{text}{quotation}"), exact(&quotation));
        let _ = context(&ready(&text), 0..quotation.len());
    }

    #[test]
    fn nothing_panics_on_marks(text in "[a-b .…\\[\\]()\\-\n\u{ad}“ﬁİ\u{301}]{0,60}", quotation in "[a-b .…\\[\\]()\\-\n\u{ad}“ﬁİ\u{301}]{0,30}") {
        let _ = find(&text, exact(&quotation));
    }

    #[test]
    fn code_points_lead_to_bytes_and_back(text in "([a-zé𝔘😀 ]|\\PC){0,700}", from: usize, to: usize) {
        let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
        let (from, to) = (from % starts.len(), to % starts.len());
        let (from, to) = (from.min(to), from.max(to));
        let span = starts[from]..starts[to];
        let ready = ready(&text);
        let points = ready.code_points(&span);
        prop_assert_eq!(points, (u32::try_from(from).unwrap(), u32::try_from(to).unwrap()));
        prop_assert_eq!(ready.bytes(points.0, points.1), Some(span));
    }
}
