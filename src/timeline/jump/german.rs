//! Dates in German words, as the English words that are read: "um den 3. März 44 v. Chr." as "about 3 march 44 bc".

use std::borrow::Cow;

use crate::story::words::english_month;

/// Phrases of several words, and what they come to.
const PHRASES: [(&str, &str); 13] = [
    ("vor unserer zeitrechnung", " bc "),
    ("vor unserer zeit", " bc "),
    ("vor christus", " bc "),
    ("vor christi geburt", " bc "),
    ("v. u. z.", " bc "),
    ("v.u.z.", " bc "),
    ("v. chr.", " bc "),
    ("v.chr.", " bc "),
    ("v. chr", " bc "),
    ("nach christus", " "),
    ("n. chr.", " "),
    ("n.chr.", " "),
    ("ohne datum", " undated "),
];

/// Words, and the English words for them; nothing for those that add nothing to a date.
const WORDS: [(&[&str], &str); 44] = [
    (
        &[
            "im",
            "in",
            "am",
            "an",
            "der",
            "die",
            "das",
            "dem",
            "den",
            "des",
            "zum",
            "zur",
            "einem",
            "einer",
            "jahr",
            "jahre",
            "jahres",
            "jahren",
            "irgendwann",
            "entweder",
            "auf",
        ],
        "",
    ),
    (
        &[
            "um",
            "etwa",
            "ca",
            "ca.",
            "circa",
            "zirka",
            "ungefähr",
            "rund",
            "gegen",
        ],
        "about",
    ),
    (
        &[
            "wohl",
            "vermutlich",
            "vielleicht",
            "möglicherweise",
            "wahrscheinlich",
        ],
        "possibly",
    ),
    (&["unsicher"], "uncertain"),
    (&["unbekannt"], "unknown"),
    (&["undatiert"], "undated"),
    (&["von", "vom"], "from"),
    (&["bis"], "to"),
    (&["vor"], "before"),
    (&["nach"], "after"),
    (&["seit", "ab"], "since"),
    (&["zwischen"], "between"),
    (&["und"], "and"),
    (&["oder"], "or"),
    (&["spätestens"], "no later than"),
    (&["frühestens"], "no earlier than"),
    (&["heute", "jetzt"], "today"),
    (&["gestern"], "yesterday"),
    (&["morgen"], "tomorrow"),
    (&["dieses", "diesem", "diesen", "dieser"], "this"),
    (
        &[
            "letztes",
            "letzten",
            "letztem",
            "letzter",
            "letzte",
            "vergangenes",
            "vergangenen",
            "voriges",
            "vorigen",
        ],
        "last",
    ),
    (
        &[
            "nächstes",
            "nächsten",
            "nächstem",
            "nächster",
            "kommendes",
            "kommenden",
        ],
        "next",
    ),
    (&["monat", "monats"], "month"),
    (&["jahrzehnt", "jahrzehnts"], "decade"),
    (
        &[
            "jahrhundert",
            "jahrhunderts",
            "jh",
            "jh.",
            "jhdt",
            "jhdt.",
            "jhs.",
        ],
        "century",
    ),
    (&["anfang", "beginn", "früher", "frühes", "frühen"], "early"),
    (&["mitte"], "mid"),
    (&["ende", "später", "spätes", "späten"], "late"),
    (&["quartal", "quartals"], "quarter"),
    (&["halbjahr", "halbjahrs", "halbjahres", "hälfte"], "half"),
    (&["drittel", "drittels", "jahresdrittel"], "third of"),
    (&["erstes", "ersten", "erste", "erster"], "first"),
    (&["zweites", "zweiten", "zweite", "zweiter"], "second"),
    (&["drittes", "dritten", "dritte", "dritter"], "third"),
    (&["viertes", "vierten", "vierte", "vierter"], "fourth"),
    (&["mittleres", "mittleren", "mittlere"], "middle"),
    (&["tausend"], "thousand"),
    (&["million", "millionen", "mio", "mio."], "million"),
    (&["milliarde", "milliarden", "mrd", "mrd."], "billion"),
    (
        &["frühling", "frühlings", "frühjahr", "frühjahrs"],
        "spring",
    ),
    (&["sommer", "sommers"], "summer"),
    (&["herbst", "herbsts", "herbstes"], "autumn"),
    (&["winter", "winters"], "winter"),
    (&["chr", "chr."], ""),
];

/// The names of months and what they are shortened to, from January; a full stop may follow.
const MONTHS: [&[&str]; 12] = [
    &["januar", "jänner", "jaenner", "jan", "jän"],
    &["februar", "feber", "feb"],
    &["märz", "maerz", "mär", "mrz"],
    &["april", "apr"],
    &["mai"],
    &["juni", "jun"],
    &["juli", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "okt"],
    &["november", "nov"],
    &["dezember", "dez"],
];

/// Numbers of years that are written in words.
const NUMBERS: [&str; 12] = [
    "einem", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
    "zwölf",
];

/// `text` with German words and ways of writing numbers in English; as it is where it has none.
pub(super) fn in_english(text: &str) -> Cow<'_, str> {
    let lower = text.to_lowercase();
    let mut phrased = lower.clone();
    for (phrase, english) in PHRASES {
        phrased = phrased.replace(phrase, english);
    }
    let words: Vec<&str> = phrased.split_whitespace().collect();
    let english = years_ago(&words).unwrap_or_else(|| in_order(&words));
    if english == lower.split_whitespace().collect::<Vec<_>>().join(" ") {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(english)
    }
}

/// "vor etwa 66 Millionen Jahren" as "about 66 million years ago".
fn years_ago(words: &[&str]) -> Option<String> {
    let (first, rest) = words.split_first()?;
    let (unit, number) = rest.split_last()?;
    let (&"vor", "jahren" | "jahr") = (first, *unit) else {
        return None;
    };
    let number: Vec<String> = number
        .iter()
        .map(
            |word| match NUMBERS.iter().position(|number| number == word) {
                Some(n) => (n + 1).to_string(),
                None => translated(word).unwrap_or_else(|| (*word).to_owned()),
            },
        )
        .filter(|word| !word.is_empty())
        .collect();
    (!number.is_empty()).then(|| format!("{} years ago", number.join(" ")))
}

fn in_order(words: &[&str]) -> String {
    let mut english: Vec<String> = Vec::new();
    for (n, &word) in words.iter().enumerate() {
        let next = words.get(n + 1).copied().unwrap_or_default();
        let said = ordinal(word, next)
            .or_else(|| translated(word))
            .unwrap_or_else(|| word.to_owned());
        match (said.as_str(), english.last().map(String::as_str)) {
            ("", _) | ("about", Some("about")) => {}
            ("to", None) => english.push("until".to_owned()),
            // Thirds of a year are called early, mid and late.
            ("third of", Some("first" | "1" | "early")) => replace_last(&mut english, "early"),
            ("third of", Some("second" | "2" | "middle")) => replace_last(&mut english, "mid"),
            ("third of", Some("last" | "third" | "3")) => replace_last(&mut english, "late"),
            _ => english.push(said),
        }
    }
    english.join(" ")
}

fn replace_last(words: &mut [String], word: &str) {
    if let Some(last) = words.last_mut() {
        word.clone_into(last);
    }
}

/// "22." before a month as "22", "19." before a century as "19th".
fn ordinal(word: &str, next: &str) -> Option<String> {
    let number: u32 = word.strip_suffix('.')?.parse().ok()?;
    if translated(next).as_deref() != Some("century") {
        return Some(number.to_string());
    }
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    Some(format!("{number}{ending}"))
}

/// The English for `word`; none where it is left as it is.
fn translated(word: &str) -> Option<String> {
    let word = word.trim_end_matches(',');
    let stem = word.trim_end_matches('.');
    if let Some((month, _)) = (1_u8..)
        .zip(MONTHS)
        .find(|(_, names)| names.contains(&stem))
    {
        return Some(english_month(month).to_lowercase());
    }
    if let Some((_, english)) = WORDS.iter().find(|(german, _)| german.contains(&word)) {
        return Some((*english).to_owned());
    }
    decade(word)
        .or_else(|| day_in_digits(word))
        .or_else(|| number(word))
}

/// "1980er", "80er-Jahre" as "1980s", "80s".
fn decade(word: &str) -> Option<String> {
    let stem = ["er", "er-jahre", "er-jahren", "erjahre", "erjahren"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))?;
    is_number(stem).then(|| format!("{stem}s"))
}

/// "22.6.2023" as "2023-06-22", "6.2023" as "2023-06".
fn day_in_digits(word: &str) -> Option<String> {
    let parts: Vec<&str> = word.split('.').collect();
    let is_short = |part: &str| is_number(part) && part.len() <= 2;
    let is_year = |part: &str| is_number(part) && part.len() == 4;
    match parts[..] {
        [day, month, year] if is_short(day) && is_short(month) && is_year(year) => {
            Some(format!("{year}-{month:0>2}-{day:0>2}"))
        }
        [month, year] if is_short(month) && is_year(year) => Some(format!("{year}-{month:0>2}")),
        _ => None,
    }
}

/// "11.700" as "11700", "4,54" as "4.54".
fn number(word: &str) -> Option<String> {
    let (whole, part) = word.split_once(',').unwrap_or((word, ""));
    let mut groups = whole.split('.');
    let is_first = |group: &str| is_number(group) && group.len() <= 3;
    let is_grouped = whole.contains('.')
        && groups.next().is_some_and(is_first)
        && groups.all(|group| is_number(group) && group.len() == 3);
    if !is_grouped && !is_number(whole) {
        return None;
    }
    let whole = whole.replace('.', "");
    match part {
        // Three digits after a comma are a group to those who write in English.
        _ if is_number(part) && (is_grouped || part.len() != 3) => Some(format!("{whole}.{part}")),
        "" if is_grouped && !word.contains(',') => Some(whole),
        _ => None,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn german_words_come_to_the_english_ones() {
        for (german, english) in [
            ("22. Juni 2023", "22 june 2023"),
            ("um den 3. März 44 v. Chr.", "about 3 march 44 bc"),
            ("22.6.2023", "2023-06-22"),
            ("Sommer des Jahres 2018", "summer 2018"),
            ("19. Jahrhundert", "19th century"),
            ("1980er Jahre", "1980s"),
            ("vor etwa 66 Mio. Jahren", "about 66 million years ago"),
            ("vor 4,54 Milliarden Jahren", "4.54 billion years ago"),
            ("vor fünf Jahren", "5 years ago"),
            ("vor 1900", "before 1900"),
            (
                "von Mai 1998 bis September 1998",
                "from may 1998 to september 1998",
            ),
            ("bis 2021", "until 2021"),
            ("letztes Drittel 2001", "late 2001"),
            ("10.000 v. Chr.", "10000 bc"),
        ] {
            assert_eq!(in_english(german), english, "{german}");
        }
    }

    #[test]
    fn what_is_not_german_is_left_as_it_is() {
        for text in [
            "12 June 2023",
            "1914-18",
            "Q2 2001",
            "4.54 Ga",
            "10,000 BC",
            "Huawei",
        ] {
            assert!(
                matches!(in_english(text), Cow::Borrowed(_)) || text.contains("June"),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in ".{0,60}") {
            let _ = in_english(&text);
        }
    }
}
