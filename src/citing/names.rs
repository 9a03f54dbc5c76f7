//! Authors as printed, told apart: people by their names, bodies whole.

use super::text::flat;

/// One author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// A person.
    Person {
        /// The given names.
        given: String,
        /// The family name, with its particles: "van Dyck".
        family: String,
        /// What follows the name: "Jr.".
        suffix: String,
    },
    /// A company, an office, or a name that cannot be told apart.
    Body(String),
}

/// Words that only the name of a body has.
const OF_BODIES: &str = " of the for and academy action administration affairs agency alliance amnesty archive \
    archives army assembly associates association authority bank board branch bros broadcasting brothers bureau \
    business cabinet center centre chamber church city club co college commission committee commons community \
    companies company congress consortium consulate corp corporation council county court daily defence defense \
    department desk directorate division editors embassy enterprises example exchange express federal federation \
    finance force forum foundation fund gazette gmbh government group guardian health herald holdings hospital \
    house inc industries initiative inquiry inspectorate institute institution international investments journal \
    justice laboratories laboratory labs league legion library limited llc llp lords ltd magazine media ministry \
    monitor museum nations national navy network news newspaper observatory office organisation organization \
    parliament partners party plc police post press project public publications reporters republic research \
    reuters rights sa school secretariat senate service services sons society solutions staff standard state \
    states studies survey sun supreme telegraph times trade tribunal tribune trust union united university watch \
    workers works world ";

/// Small words that belong to the family name after them.
const PARTICLES: &str =
    " af al ap bin da das de del della den der di do dos du el ibn la le lo ten ter van von zu ";

const SUFFIXES: &str = " jr sr ii iii iv ";

fn listed(word: &str, list: &str) -> bool {
    let plain = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    !plain.is_empty() && !plain.contains(' ') && list.contains(&format!(" {plain} "))
}

/// Whether a word could stand in a person's name: a capital, an initial, a particle.
fn personal_word(word: &str) -> bool {
    let capital = word
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    let letters = word
        .chars()
        .all(|c| c.is_alphabetic() || "'’.-‐".contains(c));
    let shouted = word.chars().count() > 3 && word.chars().all(char::is_uppercase);
    let particle = PARTICLES.contains(&format!(" {word} "));
    (particle || (capital && letters && !shouted)) && !listed(word, OF_BODIES)
}

/// Whether words could be a whole personal name, or one half of it where it is inverted.
fn personal(words: &str, least: usize) -> bool {
    let count = words.split(' ').count();
    let capitals = words
        .split(' ')
        .filter(|word| !PARTICLES.contains(&format!(" {word} ")))
        .count();
    (least..=5).contains(&count) && capitals >= least && words.split(' ').all(personal_word)
}

/// A name in the order it is spoken in, if it looks like a person's.
fn spoken(name: &str) -> Option<Name> {
    let mut words: Vec<&str> = name.split(' ').collect();
    let suffix = words
        .pop_if(|last| listed(last, SUFFIXES))
        .unwrap_or_default();
    if let Some(last) = words.last_mut() {
        *last = last.trim_end_matches(',');
    }
    if !personal(&words.join(" "), 2) {
        return None;
    }
    let family_at = (1..words.len())
        .find(|&at| {
            words
                .get(at)
                .is_some_and(|word| PARTICLES.contains(&format!(" {word} ")))
        })
        .unwrap_or(words.len() - 1);
    let (given, family) = words.split_at_checked(family_at)?;
    Some(Name::Person {
        given: given.join(" "),
        family: family.join(" "),
        suffix: suffix.to_owned(),
    })
}

/// A name with the family name first, "Roe, Jane", if it looks like a person's.
fn inverted(name: &str) -> Option<Name> {
    let mut parts = name.split(", ");
    let (family, second, third) = (parts.next()?, parts.next()?, parts.next());
    let (given, suffix) = match third {
        None => (second, ""),
        Some(third) if listed(second, SUFFIXES) => (third, second),
        Some(third) if listed(third, SUFFIXES) => (second, third),
        Some(_) => return None,
    };
    let sound = parts.next().is_none() && personal(family, 1) && personal(given, 1);
    // "Jane Roe, John Doe" are two people, or a body: not one name inverted.
    let two = family.contains(' ') && given.contains(' ');
    let particle = family
        .split(' ')
        .next()
        .is_some_and(|word| PARTICLES.contains(&format!(" {word} ")));
    (sound && (!two || particle) && !listed(given, SUFFIXES)).then(|| Name::Person {
        given: given.to_owned(),
        family: family.to_owned(),
        suffix: suffix.to_owned(),
    })
}

/// One name, however it is written.
pub(super) fn one(name: &str) -> Name {
    let name = flat(name);
    inverted(&name)
        .or_else(|| spoken(&name))
        .unwrap_or(Name::Body(name))
}

/// The particles a family name begins with, and the rest of it.
pub(super) fn particles(family: &str) -> (&str, &str) {
    let mut at = 0;
    for word in family.split_inclusive(' ') {
        if !PARTICLES.contains(&format!(" {} ", word.trim())) {
            break;
        }
        at += word.len();
    }
    let (particles, rest) = family.split_at_checked(at).unwrap_or(("", family));
    if rest.is_empty() {
        ("", family)
    } else {
        (particles.trim(), rest)
    }
}

/// People that "and" and commas part, if every part looks like one.
fn people(text: &str) -> Option<Vec<Name>> {
    let person = |part: &str| inverted(part).or_else(|| spoken(part));
    let ands: Vec<&str> = text
        .split(" and ")
        .map(|part| part.trim_end_matches(','))
        .collect();
    let whole: Option<Vec<Name>> = ands.iter().map(|part| person(part)).collect();
    if whole.is_some() {
        return whole;
    }
    // "Jane Roe, John Doe and Max Poe": without the "and", commas may stand in one name.
    let listed = ands.len() > 1;
    let parts = ands.iter().flat_map(|part| part.split(", "));
    listed.then(|| parts.map(spoken).collect()).flatten()
}

/// The authors of a source, as printed. Only "; " always parts them: "and" and commas do where
/// every part looks like a person's name, so that "Ministry of Trade and Industry" stays whole.
pub(super) fn names(author: &str) -> Vec<Name> {
    let author = flat(author);
    let parts = author.split("; ").map(|part| part.trim_matches([' ', ';']));
    parts
        .filter(|part| !part.is_empty())
        .flat_map(|part| people(part).unwrap_or_else(|| vec![Name::Body(part.to_owned())]))
        .collect()
}

/// A name as an author's list has it, so that it is read back as the same name.
pub(super) fn printed(name: &Name) -> String {
    match name {
        Name::Body(body) => flat(&body.replace("; ", ", ")),
        Name::Person {
            given,
            family,
            suffix,
        } => {
            let spoken_words = flat(&format!("{given} {family} {suffix}"));
            let same = Some(name) == spoken(&spoken_words).as_ref();
            let turned = flat(&format!("{family}, {given}"));
            if same
                || !suffix.is_empty()
                || given.is_empty()
                || inverted(&turned).as_ref() != Some(name)
            {
                spoken_words
            } else {
                turned
            }
        }
    }
}
