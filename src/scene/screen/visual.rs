//! Lines of text for a toolkit that sets each word in its own direction, but words always from left to right.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// `line` with its words in the order in which they stand from left to right (Unicode Bidirectional Algorithm, UAX #9,
/// in a line that runs from left to right). Each word's letters stay in the order in which they are read: the
/// toolkit's shaper turns them. The same where nothing runs from right to left.
#[must_use]
pub fn in_visual_order(line: &str) -> Cow<'_, str> {
    if line.is_ascii() || !line.chars().any(is_leftward) {
        return Cow::Borrowed(line);
    }
    let bidi = BidiInfo::new(line, Some(Level::ltr()));
    let mut ordered = String::with_capacity(line.len());
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let leftward = levels.get(run.start).is_some_and(Level::is_rtl);
            let Some(words) = line.get(run) else { continue };
            if leftward {
                turn(words, &mut ordered);
            } else {
                ordered.push_str(words);
            }
        }
    }
    Cow::Owned(ordered)
}

/// Appends the words of a run from right to left, and what stands between them, from the last to the first.
fn turn(run: &str, ordered: &mut String) {
    let mut end = run.len();
    let mut rest = run.char_indices().rev().peekable();
    while let Some((at, c)) = rest.next() {
        let is_word = in_word(c);
        // The letters of a word, and marks on them, stay together.
        let goes_on = rest.peek().is_some_and(|(_, before)| in_word(*before));
        if is_word && goes_on {
            continue;
        }
        if is_word {
            ordered.push_str(run.get(at..end).unwrap_or_default());
        } else {
            ordered.push(mirrored(c));
        }
        end = at;
    }
}

fn is_leftward(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL)
}

fn in_word(c: char) -> bool {
    is_leftward(c) || bidi_class(c) == BidiClass::NSM
}

/// The character that looks as `c` does when it is read from right to left (`Bidi_Mirroring_Glyph`, those of prose).
fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 6] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
    ];
    let turned = PAIRS.iter().find_map(|&(open, close)| match c {
        _ if c == open => Some(close),
        _ if c == close => Some(open),
        _ => None,
    });
    turned.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_from_right_to_left_are_turned_and_all_else_stays() {
        assert!(matches!(in_visual_order("Éloïse 顧海明"), Cow::Borrowed(_)));
        assert_eq!(in_visual_order("سلمى البحري"), "البحري سلمى");
        assert_eq!(in_visual_order("ליאורה בן־ים"), "בן־ים ליאורה");
        // What runs from left to right keeps its place among words that do not, and numbers theirs.
        assert_eq!(in_visual_order("The כהן לוי report"), "The לוי כהן report");
        assert_eq!(in_visual_order("כתב 1560 ספר"), "ספר 1560 כתב");
        assert_eq!(in_visual_order("ספר (ישן) טוב"), "טוב (ישן) ספר");
        // Points on letters stay with them.
        assert_eq!(in_visual_order("שָׁלוֹם עוֹלָם"), "עוֹלָם שָׁלוֹם");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_panics(text in "[a-z0-9 ()שםא-ת\u{5B0}-\u{5BC}ا-ي]{0,40}") {
            let sorted = |text: &str| {
                let mut all: Vec<char> = text.chars().map(|c| if c == ')' { '(' } else { c }).collect();
                all.sort_unstable();
                all
            };
            prop_assert_eq!(sorted(&in_visual_order(&text)), sorted(&text));
        }
    }
}
