//! Texts as searching sees them, and where words stand in texts as they are.

use std::ops::Range;

use memchr::memmem;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words of a query that count.
const MOST_WORDS: usize = 12;

/// A text as searching sees it: in lower case, without accents and other marks, compatible forms made alike.
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let letters = text.nfkd().filter(|letter| !is_combining_mark(*letter));
    letters.flat_map(char::to_lowercase).collect()
}

/// The words of a query, folded: what stands in quotation marks is one.
#[must_use]
pub fn words(query: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (n, part) in query.split(is_mark).enumerate() {
        let part = folded(part);
        if n % 2 == 1 {
            words.push(part.split_whitespace().collect::<Vec<_>>().join(" "));
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words.retain(|word| !word.is_empty());
    words.truncate(MOST_WORDS);
    words
}

/// Whether `letter` opens or closes a quotation: also such as keyboards and web pages make.
#[must_use]
pub fn is_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '＂')
}

/// Whether `text`, once it is folded, has `word`, which is.
#[must_use]
pub fn has_folded(text: &str, word: &str) -> bool {
    if !text.is_ascii() {
        return folded(text).contains(word);
    }
    // Without a copy: of most texts one is asked.
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some((first, rest)) = word.split_first() else {
        return true;
    };
    memchr::memchr2_iter(*first, first.to_ascii_uppercase(), text).any(|at| {
        let found = text.get(at + 1..at + word.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(rest))
    })
}

/// Whether `text`, once it is folded, is `words`, which are.
#[must_use]
pub fn is_folded(text: &str, words: &str) -> bool {
    if text.is_ascii() {
        text.eq_ignore_ascii_case(words)
    } else {
        folded(text) == words
    }
}

/// Where `words`, folded, stand in `text`, which is not: ranges of bytes, in order, without overlaps.
#[must_use]
pub fn matched(text: &str, words: &[String]) -> Vec<Range<usize>> {
    // Where each folded byte comes from.
    let mut plain = String::new();
    let mut from: Vec<usize> = Vec::new();
    for (at, letter) in text.char_indices() {
        let before = plain.len();
        plain.push_str(&folded(letter.encode_utf8(&mut [0; 4])));
        from.extend(std::iter::repeat_n(at, plain.len() - before));
    }
    from.push(text.len());
    let end_of = |at: usize| {
        let letter = text.get(at..).and_then(|rest| rest.chars().next());
        at + letter.map_or(0, char::len_utf8)
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words {
        for at in memmem::find_iter(plain.as_bytes(), word.as_bytes()) {
            let first = from.get(at).copied();
            let last = from.get(at + word.len() - 1).copied();
            if let (Some(first), Some(last)) = (first, last) {
                found.push(first..end_of(last));
            }
        }
    }
    found.sort_unstable_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_was_matched_is_known_in_the_text_as_it_stands() {
        let at = |text: &str, query: &str| -> Vec<String> {
            let ranges = matched(text, &words(query));
            ranges
                .into_iter()
                .map(|range| text[range].to_owned())
                .collect()
        };
        assert_eq!(
            at("Ångström & Söhne", "angstrom sohne"),
            ["Ångström", "Söhne"]
        );
        assert_eq!(at("ﬁne print", "fi"), ["ﬁ"]);
        assert_eq!(at("aaa", "aa a"), ["aaa"]);
        assert!(at("", "x").is_empty());
    }

    proptest! {
        #[test]
        fn a_text_has_what_it_has_once_folded(text in "[a-cA-C ]{0,12}|.{0,12}", word in "[a-cA-C ]{0,3}|.{0,2}") {
            let word = folded(&word);
            prop_assert_eq!(has_folded(&text, &word), folded(&text).contains(&word));
            prop_assert_eq!(is_folded(&text, &word), folded(&text) == word);
            prop_assert!(is_folded(&text, &folded(&text)));
        }
    }
}
