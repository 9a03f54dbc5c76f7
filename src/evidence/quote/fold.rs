//! Making letters alike: what of a character counts when passages are compared.
//!
//! Every rule here looks at one character alone, so that folding may begin at any character.

use unicode_normalization::char::decompose_compatible;

/// Calls `emit` with each letter and digit of `character`: decomposed by NFKD, in lower case,
/// without diacritics and without anything that is not a letter or a digit.
pub(super) fn each_letter(character: char, mut emit: impl FnMut(char)) {
    if character.is_ascii() {
        if character.is_ascii_alphanumeric() {
            emit(character.to_ascii_lowercase());
        }
        return;
    }
    decompose_compatible(character, |part| {
        each_lower(part, |lower| {
            if lower.is_alphanumeric() {
                emit(lower);
            }
        });
    });
}

/// Calls `emit` with `character` in lower case; as in full case folding, `ß` is `ss` and the
/// final sigma is a sigma.
pub(super) fn each_lower(character: char, mut emit: impl FnMut(char)) {
    match character {
        'ß' | 'ẞ' => {
            emit('s');
            emit('s');
        }
        'ς' => emit('σ'),
        _ if character.is_ascii() => emit(character.to_ascii_lowercase()),
        _ => character.to_lowercase().for_each(emit),
    }
}

/// Appends the letters of `character` in UTF-8.
pub(super) fn push_letters(character: char, letters: &mut Vec<u8>) {
    if character.is_ascii_alphanumeric() {
        letters.extend(u8::try_from(character.to_ascii_lowercase()));
    } else if !character.is_ascii() {
        each_letter(character, |letter| {
            letters.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        });
    }
}

/// The letters and digits of `text`, folded, in UTF-8.
pub(super) fn letters(text: &str) -> Vec<u8> {
    let mut letters = Vec::with_capacity(text.len());
    for character in text.chars() {
        push_letters(character, &mut letters);
    }
    letters
}

/// How many bytes of folded letters `character` gives.
pub(super) fn letter_count(character: char) -> usize {
    if character.is_ascii() {
        return usize::from(character.is_ascii_alphanumeric());
    }
    let mut count = 0;
    each_letter(character, |letter| count += letter.len_utf8());
    count
}

/// Whether `character` gives at least one letter or digit.
pub(super) fn is_letter(character: char) -> bool {
    letter_count(character) > 0
}

/// Whether `character` is written without white space between words (Han, kana).
pub(super) fn stands_alone(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether `character` is invisible and means nothing to a reader: soft hyphens, zero-width
/// characters, marks of direction, variation selectors, controls.
pub(super) fn is_ignorable(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}'
    ) || (character.is_control() && !character.is_whitespace())
}

/// A typographic mark as it is typed on a keyboard; any other character as it is.
pub(super) fn plain_mark(character: char) -> char {
    match character {
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' | 'ʼ' | 'ʹ' | '‹' | '›' | '＇' => {
            '\''
        }
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '〝' | '〞' | '＂' => '"',
        '\u{2010}'..='\u{2015}' | '−' | '⸺' | '⸻' | '﹘' | '﹣' | '－' => '-',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_full_width_and_diacritics_fold_to_plain_letters() {
        assert_eq!(letters("ﬁnd ＡＢＣ É-ß"), b"findabcess");
    }

    #[test]
    fn marks_give_no_letters() {
        assert_eq!(letters(" “—”\u{ad}\u{200b}!"), b"");
    }
}
