//! The story file, section by section.

use std::fmt::{self, Write as _};
use std::io::{self, Write};

use throughline::story::calendar::Civil;

use super::cast::{Cast, Sort, place};
use super::chance::Chance;
use super::chronicle::extent;
use super::dates::{self, Dated, dated};
use super::telling::{Telling, Told};
use super::titles::{spoken, written};

/// Relations to an actor.
const RELATIONS: u64 = 3;

/// How much there is of a story.
#[derive(Clone, Copy)]
pub struct Size {
    pub(super) events: u64,
    eras: u64,
    key_dates: u64,
    sources: u64,
    pub(super) cast: Cast,
}

impl Size {
    /// A story of `events` events, of which a few are eras and key dates, and of at least 12 actors.
    #[must_use]
    pub fn new(events: u64, actors: Option<u64>, seed: u64) -> Self {
        let actors = actors.unwrap_or((events / 100).min(4000)).max(12);
        let eras = (events / 60).min(6);
        let key_dates = (events / 40).min(8);
        Self {
            events: events - eras - key_dates,
            eras,
            key_dates,
            // Each is quoted for a relation, so that none stands unused.
            sources: (events / 40).clamp(12, 600).min(actors * RELATIONS),
            cast: Cast { seed, size: actors },
        }
    }

    fn relations(self) -> u64 {
        self.cast.size * RELATIONS
    }

    /// The day on which a source was published, since 1970-01-01.
    fn published(self, source: u64) -> i64 {
        let (first, last) = extent();
        let step = (last - first) / signed(self.sources);
        let drift =
            Chance::of(self.cast.seed, "published", source).below(step.unsigned_abs().max(1));
        first + signed(source + 1) * step + signed(drift)
    }

    /// A source that came out soon after a day.
    pub(super) fn source_after(self, chance: &mut Chance, day: i64) -> u64 {
        let (first, last) = extent();
        let step = (last - first) / signed(self.sources);
        let next = ((day - first) / step.max(1)).max(0).unsigned_abs();
        (next + chance.heavy(4)).min(self.sources - 1)
    }
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A record's id: a letter and its number in digits and letters, which are fewer than digits alone.
struct Id(char, u64);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = [b'0'; 13];
        let (mut left, mut at) = (self.1, digits.len());
        while left > 0 || at == digits.len() {
            at -= 1;
            digits[at] = b"0123456789abcdefghijklmnopqrstuvwxyz"[(left % 36) as usize];
            left /= 36;
        }
        f.write_char(self.0)?;
        digits[at..]
            .iter()
            .try_for_each(|&b| f.write_char(char::from(b)))
    }
}

/// Writes the story as RON.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write_story(out: &mut impl Write, size: Size) -> io::Result<()> {
    let seed = size.cast.seed;
    writeln!(
        out,
        "Story(\n    format: 1,\n    title: \"Forty years of {} and others (generated)\",",
        size.cast.name(2)
    )?;
    writeln!(
        out,
        "    summary: \"Nothing in this file happened. It was made by a program, from the seed {seed}, to try out large stories.\","
    )?;
    writeln!(out, "    language: \"en\",\n    sources: {{")?;
    for n in 0..size.sources {
        source(out, size, n)?;
    }
    writeln!(out, "}},\n    passages: {{")?;
    for n in 0..size.relations() {
        relation_passage(out, size, n)?;
    }
    for told in Telling::new(size) {
        for passage in &told.new_passages {
            event_passage(out, size, &told, *passage)?;
        }
    }
    writeln!(out, "    }},\n    actors: {{")?;
    for n in 0..size.cast.size {
        actor(out, size, n)?;
    }
    writeln!(out, "    }},\n    events: {{")?;
    frames(out, size)?;
    for told in Telling::new(size) {
        event(out, size, &told)?;
    }
    writeln!(out, "    }},\n    relations: {{")?;
    for n in 0..size.relations() {
        relation(out, size, n)?;
    }
    writeln!(out, "    }},\n)")
}

fn source(out: &mut impl Write, size: Size, n: u64) -> io::Result<()> {
    let mut chance = Chance::of(size.cast.seed, "source", n);
    let day = size.published(n);
    let date = throughline::story::Date::parse(&dates::day(day));
    let in_words = date.map_or_else(|_| String::new(), |date| date.words());
    let town = place(&mut chance);
    let (title, kind) = match chance.below(10) {
        0 => (
            format!("Annual report, {town}, {}", Civil::from_days(day).year),
            "report",
        ),
        1 => (format!("Hearing in {town}, {in_words}"), "transcript"),
        2 => (format!("Letter from {town}, {in_words}"), "letter"),
        3 => (
            format!("Court file {}/{n}, {town}", chance.between(100, 999)),
            "court record",
        ),
        _ => {
            let paper = chance.pick(&["Courier", "Gazette", "Herald", "Monitor", "Post", "Times"]);
            (format!("{town} {paper}, {in_words}"), "news report")
        }
    };
    writeln!(
        out,
        "    \"{}\": Source(title: \"{title}\", kind: \"{kind}\", published: \"{}\"),",
        Id('s', n),
        dates::day(day)
    )
}

/// The passage that relation `n` rests on.
fn relation_passage(out: &mut impl Write, size: Size, n: u64) -> io::Result<()> {
    let mut chance = Chance::of(size.cast.seed, "relation passage", n);
    let (source, paragraph) = (n % size.sources, chance.between(1, 60));
    let quote = written(&mut chance);
    let voice = chance.pick(&["Document", "Reporter"]);
    writeln!(
        out,
        "    \"{}\": Passage(source: \"{}\", paragraph: {paragraph}, quote: \"{quote}\", said_by: {voice}),",
        Id('q', n),
        Id('s', source)
    )
}

fn event_passage(out: &mut impl Write, size: Size, told: &Told, n: u64) -> io::Result<()> {
    let mut chance = Chance::of(size.cast.seed, "passage", n);
    let speaker = |person: bool| {
        let mut who = told.deed.who.iter().map(|who| who.0);
        who.find(|&n| Cast::is_person(n) == person)
    };
    let (quote, voice) = match chance.below(20) {
        0..=8 => (written(&mut chance), "Reporter".to_owned()),
        9..=12 => (written(&mut chance), "Document".to_owned()),
        13..=15 => match speaker(true) {
            Some(n) => (spoken(&mut chance), format!("OnRecord(\"{}\")", Id('a', n))),
            None => (written(&mut chance), "Reporter".to_owned()),
        },
        16 | 17 => match speaker(false) {
            Some(n) => (
                spoken(&mut chance),
                format!("Spokesperson(\"{}\")", Id('a', n)),
            ),
            None => (written(&mut chance), "Reporter".to_owned()),
        },
        _ => {
            let people = ["people close to the talks", "officials", "former employees"];
            let (count, described) = (chance.between(2, 6), chance.pick(&people));
            let voice = format!("Unnamed(count: {count}, described: \"{described}\")");
            (spoken(&mut chance), voice)
        }
    };
    let paragraph = chance.between(1, 60);
    writeln!(
        out,
        "    \"{}\": Passage(source: \"{}\", paragraph: {paragraph}, quote: \"{quote}\", said_by: {voice}),",
        Id('p', n),
        Id('s', told.source)
    )
}

fn actor(out: &mut impl Write, size: Size, n: u64) -> io::Result<()> {
    let mut chance = Chance::of(size.cast.seed, "actor record", n);
    let (name, kind) = (size.cast.name(n), Cast::sort(n).kind());
    write!(
        out,
        "    \"{}\": Actor(name: \"{name}\", kind: \"{kind}\"",
        Id('a', n)
    )?;
    if let Some(country) = size.cast.country_of(n) {
        write!(out, ", part_of: [\"{}\"]", Id('a', country))?;
    }
    if chance.mille(120) {
        let year = chance.between(1900, 1983);
        write!(out, ", during: \"{year}/..\"")?;
    }
    if chance.mille(250) {
        write!(out, ", place: \"{}\"", place(&mut chance))?;
    }
    // Whoever comes up often is important.
    let importance = match n {
        0..=3 => 5,
        4..=15 => 4,
        _ => 3 - chance.heavy(3),
    };
    if importance != 3 {
        write!(out, ", importance: {importance}")?;
    }
    writeln!(
        out,
        ", evidence: [Mentions(\"{}\")]),",
        Id('q', n * RELATIONS)
    )
}

/// Eras and key dates.
fn frames(out: &mut impl Write, size: Size) -> io::Result<()> {
    let (first, last) = extent();
    let mut from = first;
    for n in 0..size.eras {
        let mut chance = Chance::of(size.cast.seed, "era", n);
        let length = (last - first) / signed(size.eras);
        let to = first + length * signed(n + 1) - signed(chance.below(400));
        let land = size.cast.name(2);
        let town = place(&mut chance);
        let title = match n % 4 {
            0 => format!("The {town} government"),
            1 => format!("The years of reform in {land}"),
            2 => format!("The {town} accord is in force"),
            _ => format!("{land} under emergency rule"),
        };
        let (years, passage) = (
            (Civil::from_days(from).year, Civil::from_days(to).year),
            n % size.relations(),
        );
        writeln!(
            out,
            "    \"era-{n}\": Event(title: \"{title}\", kind: \"era\", when: \"{}/{}\", drawn_as: Era, participants: {{ \"a2\": \"\" }}, evidence: [Supports(\"{}\")], importance: 4),",
            years.0,
            years.1,
            Id('q', passage)
        )?;
        from = to;
    }
    for n in 0..size.key_dates {
        let mut chance = Chance::of(size.cast.seed, "key date", n);
        let day = first + signed(chance.below((last - first).unsigned_abs()));
        let town = place(&mut chance);
        let title = match n % 4 {
            0 => format!("The {town} treaty takes effect"),
            1 => format!("Election day after {town} recount"),
            2 => format!("Markets close after {town} default"),
            _ => format!("The {town} ceasefire begins"),
        };
        let passage = (size.eras + n) % size.relations();
        writeln!(
            out,
            "    \"key-{n}\": Event(title: \"{title}\", kind: \"turning point\", when: \"{}\", drawn_as: KeyDate, participants: {{ \"a2\": \"\" }}, evidence: [Supports(\"{}\")], importance: 5),",
            dates::day(day),
            Id('q', passage)
        )?;
    }
    Ok(())
}

fn event(out: &mut impl Write, size: Size, told: &Told) -> io::Result<()> {
    let mut chance = Chance::of(size.cast.seed, "event record", told.n);
    let Dated {
        when,
        wording,
        counted,
    } = dated(&mut chance, told.moment, extent().1);
    write!(
        out,
        "    \"{}\": Event(title: \"{}\", kind: \"{}\"",
        Id('e', told.n),
        told.deed.title,
        told.deed.kind
    )?;
    if let Some(when) = when {
        write!(out, ", when: \"{when}\"")?;
    }
    if !wording.is_empty() {
        write!(out, ", wording: \"{wording}\"")?;
        if counted {
            write!(out, ", counted_from: \"{}\"", Id('s', told.source))?;
        }
    }
    if chance.mille(10) {
        let late = told.moment.day + signed(chance.between(20, 900));
        write!(out, ", reported: \"{}\"", dates::day(late))?;
    }
    let roles: Vec<String> = told
        .deed
        .who
        .iter()
        .map(|(n, role)| format!("\"{}\": \"{role}\"", Id('a', *n)))
        .collect();
    write!(out, ", participants: {{ {} }}", roles.join(", "))?;
    // Back in time nothing is led to, and nobody leads to the end of the file.
    let next = told.n + chance.between(1, 25);
    if chance.mille(30) && next < size.events {
        let label = chance.pick(&["", "prompts", "leads to", "is answered by", "forces"]);
        write!(out, ", leads_to: {{ \"{}\": \"{label}\" }}", Id('e', next))?;
    }
    if chance.mille(110) {
        write!(out, ", place: \"{}\"", place(&mut chance))?;
    }
    let status = match chance.below(100) {
        0..=1 => "Planned",
        2 => "Denied",
        3 => "Anonymous",
        4..=6 => "Attributed",
        _ => "",
    };
    if !status.is_empty() && !told.disputed {
        write!(out, ", status: {status}")?;
    }
    let count = told.rests_on.len();
    let links: Vec<String> = told
        .rests_on
        .iter()
        .enumerate()
        .map(|(i, passage)| {
            let bearing = match (told.disputed, i + 1 == count) {
                (true, true) if i > 0 => "Disputes",
                _ => "Supports",
            };
            format!("{bearing}(\"{}\")", Id('p', *passage))
        })
        .collect();
    write!(out, ", evidence: [{}]", links.join(", "))?;
    if chance.mille(220) {
        write!(out, ", tags: [\"{}\"]", told.deed.tag)?;
    }
    let importance = match chance.below(100) {
        _ if told.moment.breaks && chance.mille(size.events / 50) => 5,
        1..=6 => 4,
        7..=20 => 2,
        21..=24 => 1,
        _ => 3,
    };
    if importance != 3 {
        write!(out, ", importance: {importance}")?;
    }
    writeln!(out, "),")
}

fn relation(out: &mut impl Write, size: Size, n: u64) -> io::Result<()> {
    let mut chance = Chance::of(size.cast.seed, "relation", n);
    let (cast, from) = (size.cast, n / RELATIONS);
    let other = chance.heavy(cast.size - 1);
    let to = if other >= from { other + 1 } else { other };
    let (kind, directed) = match (Cast::sort(from), Cast::sort(to)) {
        (Sort::Person, Sort::Person) => {
            (chance.pick(&["advises", "is related to", "succeeds"]), true)
        }
        (Sort::Person, _) => (
            chance.pick(&["works for", "advises", "owns a share of"]),
            true,
        ),
        (Sort::Company, Sort::Company) => (
            chance.pick(&["supplies", "owns a stake in", "lends to"]),
            true,
        ),
        (Sort::Company | Sort::Media | Sort::Research, Sort::Person) => {
            (chance.pick(&["employs", "pays", "sponsors"]), true)
        }
        (_, Sort::Person) => (chance.pick(&["employs", "investigates", "pays"]), true),
        (Sort::Agency | Sort::Country, _) => {
            (chance.pick(&["oversees", "funds", "is at odds with"]), true)
        }
        _ => (
            chance.pick(&["is allied with", "is at odds with", "shares an office with"]),
            false,
        ),
    };
    let begins = chance.between(1984, 2019);
    let ends = begins + chance.between(1, 15);
    let during = match chance.below(10) {
        0..=2 => format!("{begins}/.."),
        3 => format!("{begins}~/{ends}"),
        4 => format!("{begins}/"),
        5 => format!(
            "{begins}-{:02}/{ends}-{:02}",
            chance.between(1, 12),
            chance.between(1, 12)
        ),
        6 => format!("{begins}?"),
        _ => format!("{begins}/{ends}"),
    };
    write!(
        out,
        "    \"{}\": Relation(from: \"{}\", to: \"{}\", kind: \"{kind}\"",
        Id('r', n),
        Id('a', from),
        Id('a', to)
    )?;
    if !directed {
        write!(out, ", directed: false")?;
    }
    writeln!(
        out,
        ", during: \"{during}\", evidence: [Supports(\"{}\")]),",
        Id('q', n)
    )
}
