//! Dates in German words, put into the English ones that are read: whatever language is in force, people write their
//! own.

use crate::index::search::folded;

/// Eras, as [`folded`] leaves them, the longer ones first; no blank but one between words.
const ERAS: [(&str, &str); 9] = [
    (" vor christi geburt", " bc"),
    (" vor christus", " bc"),
    (" v. chr.", " bc"),
    (" v.chr.", " bc"),
    (" v. chr", " bc"),
    (" v. u. z.", " bce"),
    (" nach christus", ""),
    (" n. chr.", ""),
    (" n.chr.", ""),
];

/// `text` with English words for German ones; none where it has no German words.
pub(super) fn in_english(text: &str) -> Option<String> {
    let words = folded(text);
    let words: Vec<&str> = words.split_whitespace().collect();
    let written = words.join(" ");
    let mut read = written.clone();
    for (german, english) in ERAS {
        read = read.replace(german, english);
    }
    let words: Vec<&str> = read.split(' ').collect();
    let read = ago(&words).unwrap_or_else(|| {
        let english = (0..words.len()).filter_map(|n| word(&words, n));
        english.collect::<Vec<_>>().join(" ")
    });
    (read != written && !read.is_empty()).then_some(read)
}

/// "vor 66 Millionen Jahren" as "66 million years ago".
fn ago(words: &[&str]) -> Option<String> {
    let ["vor", amount @ .., "jahr" | "jahren"] = words else {
        return None;
    };
    let about = ["etwa", "rund", "ca.", "circa", "ungefahr", "gut", "uber"];
    let amount = match amount {
        [first, rest @ ..] if about.contains(first) => rest,
        all => all,
    };
    let (number, unit) = match *amount {
        [number] => (number, ""),
        [number, "tausend" | "tsd."] => (number, "thousand "),
        [number, "million" | "millionen" | "mio."] => (number, "million "),
        [number, "milliarde" | "milliarden" | "mrd."] => (number, "billion "),
        _ => return None,
    };
    let number = match number {
        "einem" | "einer" => "1".to_owned(),
        digits => ungrouped(digits).replace(',', "."),
    };
    let is_number = number.starts_with(|letter: char| letter.is_ascii_digit());
    is_number.then(|| format!("{number} {unit}years ago"))
}

/// The word at `n` in English; none where it adds nothing.
fn word(words: &[&str], n: usize) -> Option<String> {
    let whole = *words.get(n)?;
    let bare = whole.trim_end_matches(['.', ',']);
    let before = n.checked_sub(1).and_then(|n| words.get(n)).copied();
    let of_century = words.get(n + 1).is_some_and(|next| is_century(next));
    let known = match bare {
        "im" | "am" | "in" | "der" | "die" | "das" | "des" | "dem" | "den" | "vom" => return None,
        // After "letztes" it says what is the last, elsewhere nothing.
        "jahr" | "jahre" | "jahren" | "jahres" => match before.and_then(which) {
            Some(_) => "year",
            None => return None,
        },
        "von" if n == 0 && words.contains(&"bis") => "from",
        "von" => return None,
        "bis" if n == 0 => "until",
        "bis" => "to",
        "und" if words.first() == Some(&"zwischen") => "and",
        _ if is_century(bare) => "century",
        _ => match which(bare).or_else(|| english(bare)) {
            Some(english) => english,
            None => return Some(number(whole, bare, of_century)),
        },
    };
    Some(known.to_owned())
}

fn is_century(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    matches!(word, "jahrhundert" | "jahrhunderts" | "jh" | "jhd" | "jhdt")
}

/// Which of several, counted from now.
fn which(word: &str) -> Option<&'static str> {
    Some(match word {
        "letzter" | "letzte" | "letztes" | "letzten" | "vergangenes" | "vergangenen"
        | "voriges" | "vorigen" => "last",
        "dieser" | "diese" | "dieses" | "diesen" => "this",
        "nachster" | "nachste" | "nachstes" | "nachsten" | "kommendes" | "kommenden" => "next",
        _ => return None,
    })
}

/// Words without their accents. Months whose names are the same in both languages are read as they are.
fn english(word: &str) -> Option<&'static str> {
    Some(match word {
        "januar" | "janner" | "jaenner" => "january",
        "februar" | "feber" => "february",
        "marz" | "maerz" | "mar" | "mrz" => "march",
        "mai" => "may",
        "juni" => "june",
        "juli" => "july",
        "oktober" | "okt" => "october",
        "dezember" | "dez" => "december",
        "fruhling" | "fruhjahr" | "fruehling" | "fruehjahr" => "spring",
        "sommer" => "summer",
        "herbst" => "autumn",
        "anfang" | "beginn" => "early",
        "mitte" => "mid",
        "ende" => "late",
        "quartal" => "quarter",
        "halfte" | "halbjahr" => "half",
        "erste" | "erstes" | "ersten" => "first",
        "zweite" | "zweites" | "zweiten" => "second",
        "dritte" | "drittes" | "dritten" => "third",
        "vierte" | "viertes" | "vierten" => "fourth",
        "monat" => "month",
        "jahrzehnt" => "decade",
        "heute" => "today",
        "gestern" => "yesterday",
        "morgen" => "tomorrow",
        "um" | "etwa" | "ungefahr" | "zirka" | "gegen" => "about",
        "seit" => "since",
        "vor" => "before",
        "nach" => "after",
        "zwischen" => "between",
        "oder" => "or",
        _ => return None,
    })
}

/// A number as English has it: "22." is "22", "19." before a century "19th", "1980er" "1980s", "10.000" "10000".
fn number(whole: &str, bare: &str, of_century: bool) -> String {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if let Some(decade) = bare.strip_suffix("er").or(bare.strip_suffix("er-jahre"))
        && is_number(decade)
    {
        return format!("{decade}s");
    }
    if whole.ends_with('.') && is_number(bare) {
        return match (of_century, bare) {
            (false, _) => bare.to_owned(),
            (true, "1" | "21") => format!("{bare}st"),
            (true, "2") => format!("{bare}nd"),
            (true, "3") => format!("{bare}rd"),
            (true, _) => format!("{bare}th"),
        };
    }
    ungrouped(whole)
}

/// "10.000" as "10000".
fn ungrouped(word: &str) -> String {
    let mut groups = word.split('.');
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let first = groups.next().unwrap_or_default();
    let is_grouped = !first.is_empty() && is_number(first) && word.contains('.');
    if is_grouped && groups.all(|group| group.len() == 3 && is_number(group)) {
        word.replace('.', "")
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::in_english;

    #[test]
    fn german_words_are_put_into_english() {
        for (german, english) in [
            ("März 2023", "march 2023"),
            ("maerz 2023", "march 2023"),
            ("22. Juni 2023", "22 june 2023"),
            ("am 1. April 2023", "1 april 2023"),
            ("Dez. 2020", "december 2020"),
            ("Sommer 1969", "summer 1969"),
            ("im Frühjahr 2020", "spring 2020"),
            ("um 1984", "about 1984"),
            ("Ende 2021", "late 2021"),
            ("2. Quartal 2001", "2 quarter 2001"),
            ("zweite Hälfte 2001", "second half 2001"),
            ("19. Jahrhundert", "19th century"),
            ("Mitte des 21. Jahrhunderts", "mid 21st century"),
            ("1980er Jahre", "1980s"),
            ("die 1980er-Jahre", "1980s"),
            ("44 v. Chr.", "44 bc"),
            ("10.000 v. Chr.", "10000 bc"),
            ("im Jahr 800 n. Chr.", "800"),
            ("seit 2020", "since 2020"),
            ("vor 1900", "before 1900"),
            ("bis 1900", "until 1900"),
            ("von 1914 bis 1918", "from 1914 to 1918"),
            ("zwischen 1914 und 1918", "between 1914 and 1918"),
            ("1969 oder 1970", "1969 or 1970"),
            ("gestern", "yesterday"),
            ("letztes Jahr", "last year"),
            ("nächsten Monat", "next month"),
            ("vor 5 Jahren", "5 years ago"),
            ("vor einem Jahr", "1 years ago"),
            ("vor etwa 66 Millionen Jahren", "66 million years ago"),
            ("vor 4,5 Milliarden Jahren", "4.5 billion years ago"),
            ("vor 12.000 Jahren", "12000 years ago"),
        ] {
            assert_eq!(in_english(german).as_deref(), Some(english), "{german}");
        }
    }

    #[test]
    fn what_has_no_german_words_is_left_alone() {
        for text in ["june 2023", "2023-06-22", "13.9.2021", "huawei", ""] {
            assert_eq!(in_english(text), None, "{text}");
        }
    }
}
