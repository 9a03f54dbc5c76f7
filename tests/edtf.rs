//! EDTF as the Library of Congress specifies it: every example of the specification is read, said in
//! words and bounded, and what it rules out is refused.

use std::fmt::Write as _;

use throughline::story::Date;
use throughline::story::calendar::{TICKS_PER_DAY, Tick};
use throughline::story::date::{Form, Holds, Known, Span};

/// Sections, each with its level, and the examples under them.
const EXAMPLES: &str = include_str!("data/edtf.txt");

/// What the specification rules out in so many words, and what it replaced.
const REFUSED: &[(&str, &str)] = &[
    ("20050924T100000", "the basic format is not permitted"),
    ("20050924", "the basic format is not permitted"),
    (
        "2004-02-01/P1Y",
        "an interval by its start and duration is excluded",
    ),
    (
        "P1Y/2004-02-01",
        "an interval by its duration and end is excluded",
    ),
    (
        "2004-02-01T10:00:00/2005-02-08T10:00:00",
        "time of day is excluded from intervals",
    ),
    ("Y1985", "Y is for years of more than four digits only"),
    (
        "[1667, 1668]",
        "no spaces are allowed, anywhere within the expression",
    ),
    (
        "{1960, 1961-12}",
        "no spaces are allowed, anywhere within the expression",
    ),
    (
        "[1760-12..1761]",
        "what a double-dot parts has the same precision",
    ),
    ("156u", "u is superseded by X"),
    ("156x", "u is superseded by X, a capital"),
    ("1984?~", "both marks are one, %"),
    (
        "(2004-06)?-11",
        "qualification from the left replaces parentheses",
    ),
    ("2004-06-11/unknown", "a null string replaces the word"),
    ("2004-06-11/open", "double-dot replaces the word"),
    ("y170000002", "the prefix is a capital now"),
    ("Y-17e7", "the exponent is a capital now"),
    ("1950p2", "the significant digits are S now"),
    ("-Y170000002", "the sign stands after the Y"),
    ("1985-04-31", "there is no such day"),
    ("1985-02-29", "there is no such day"),
    ("1985-13", "there is no such month"),
    ("1985-20", "there is no such month, and seasons begin at 21"),
    ("1985-42", "sub-year groupings end at 41"),
    ("2001-21-03", "a season has no days"),
    ("85-04-12", "a year has four digits"),
    ("1985-4-12", "a month has two digits"),
    ("1985-04-12T23:20", "a time of day has seconds"),
    ("1985-04-12T24:20:30", "there is no such hour"),
    ("1985-04-12T23:20:30+15:00", "there is no such time zone"),
    ("2008/1964", "an interval begins before it ends"),
    ("", "an empty text is no date"),
];

/// Other forms that the specification allows and gives no example of.
const OTHERS: &[&str] = &[
    "2001-22",
    "2001-23",
    "2001-24",
    "2001-25",
    "2001-26",
    "2001-27",
    "2001-28",
    "2001-29",
    "2001-30",
    "2001-31",
    "2001-32",
    "2001-33",
    "2001-35",
    "2001-36",
    "2001-37",
    "2001-38",
    "2001-39",
    "2001-40",
    "2001-41",
    "201X-24",
    "1999-24",
    "2001-21~",
    "2001-34?",
    "156X",
    "150X",
    "15XX",
    "1XXX",
    "0XXX",
    "XXXX",
    "1X84",
    "156X~",
    "15XX?",
    "XXXX-12-25",
    "156X-12",
    "156X-21",
    "2004-XX-12",
    "2004-0X",
    "2004-X1",
    "2004-06-0X",
    "2004-06-1X",
    "2004-06-3X",
    "2004-06-X5",
    "2004-1X-XX",
    "2004-XX-3X",
    "2004-XX~",
    "2004-06-XX?",
    "0000",
    "-0001",
    "-0043-03-15",
    "-0043-03",
    "9999",
    "Y10000",
    "Y-12000",
    "Y-12345",
    "Y-66000000",
    "Y-66E6",
    "Y-45E8",
    "Y45E8",
    "Y-13787E6",
    "-1950S2",
    "1950S2~",
    "1950S4",
    "1985-04-12T00:00:00",
    "1985-04-12T23:59:60Z",
    "1985-04-12T10:10:10-11:30",
    "1984~/2004?",
    "1984%/..",
    "/1984~",
    "1950S2/2004",
    "156X/15XX",
    "[1984]",
    "[1984?]",
    "[1998-05-01..1998-05-09]",
    "{1998-05..1998-09}",
    "[1667~,1668?]",
    "{1960..}",
    "{..1984-12-03}",
    "[..1984~]",
    "[1984,1986..]",
    "{1667,1668..}",
    "2004~-06",
    "%2004-06-11",
    "2004-?06-~11",
    "2004-06?-11",
    "~2004-~06-11",
    "2004-06-%11",
];

/// The examples with the level of their section.
fn examples() -> Vec<(&'static str, &'static str, u8)> {
    let mut found = Vec::new();
    let mut section = ("", 0);
    for line in EXAMPLES
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        match line.rsplit_once(' ') {
            Some((name, level)) => section = (name, level.parse().unwrap()),
            None => found.push((section.0, line, section.1)),
        }
    }
    found
}

#[test]
fn all_65_examples_of_the_specification_are_read_at_their_level() {
    let examples = examples();
    assert_eq!(examples.len(), 65);
    for (section, text, level) in examples {
        let date = Date::parse(text);
        assert!(date.is_ok(), "{section}: {date:?}");
        // What a section shows again may need less than the section's level.
        let needs = edtf_core::level(text).unwrap();
        let again = (section, text) == ("Group Qualification", "2004-06-11%");
        assert!(
            needs == level || again && needs < level,
            "{text} is of level {needs}"
        );
    }
}

#[test]
fn what_the_specification_rules_out_is_refused() {
    for (text, why) in REFUSED {
        assert!(Date::parse(text).is_err(), "{text}: {why}");
    }
}

#[test]
fn every_form_is_said_in_words_and_bounded() {
    let mut said = String::new();
    let mut last = "";
    let others = OTHERS.iter().map(|text| ("Others", *text, 2));
    for (section, text, _) in examples().into_iter().chain(others) {
        if section != last {
            let _ = writeln!(
                said,
                "{}# {section}",
                if last.is_empty() { "" } else { "\n" }
            );
            last = section;
        }
        let date = Date::parse(text).unwrap();
        let _ = writeln!(said, "{text}");
        let _ = writeln!(said, "    {}", date.words());
        let _ = writeln!(said, "    {}", date.brief());
        let _ = writeln!(said, "    {}", bounds(date.span()));
    }
    insta::assert_snapshot!("edtf in words", said);
}

/// What is known of the edges, in days where they lie on days.
fn bounds(span: &Span) -> String {
    let edge = |edge: throughline::story::date::Edge| match edge.known {
        Known::Open => "open".to_owned(),
        Known::Unknown => "unknown".to_owned(),
        Known::Dated => format!("{}..{}", instant(edge.earliest), instant(edge.latest)),
    };
    let marks = match (span.approximate, span.uncertain) {
        (false, false) => "",
        (true, false) => " ~",
        (false, true) => " ?",
        (true, true) => " %",
    };
    match span.form {
        Form::Moment | Form::Within => format!("{:?} {}{marks}", span.form, edge(span.start)),
        Form::Interval => format!("Interval {} to {}{marks}", edge(span.start), edge(span.end)),
        Form::OneOf | Form::AllOf => {
            let members = span.members.iter();
            let members: Vec<_> = members
                .map(|&(from, to)| format!("{}..{}", instant(from), instant(to)))
                .collect();
            format!("{:?} {}{marks}", span.form, members.join(", "))
        }
    }
}

fn instant(tick: Tick) -> String {
    if tick == Tick::MIN || tick == Tick::MAX {
        return String::new();
    }
    let (civil, clock) = tick.civil();
    let day = format!("{}-{:02}-{:02}", civil.year, civil.month, civil.day);
    if tick.0.rem_euclid(TICKS_PER_DAY) == 0 {
        day
    } else {
        format!(
            "{day}T{:02}:{:02}:{:02}",
            clock.hour, clock.minute, clock.second
        )
    }
}

#[test]
fn no_two_examples_that_say_different_things_are_said_alike() {
    let mut said: Vec<(String, &str)> = examples()
        .into_iter()
        .map(|(_, text, _)| (Date::parse(text).unwrap().words(), text))
        .collect();
    said.sort();
    for pair in said.windows(2) {
        let same = pair[0].1 == pair[1].1;
        assert!(
            same || pair[0].0 != pair[1].0,
            "{:?} and {:?}",
            pair[0],
            pair[1]
        );
    }
}

#[test]
fn every_example_sorts_within_its_bounds_and_holds_somewhere_in_them() {
    for (_, text, _) in examples() {
        let date = Date::parse(text).unwrap();
        let span = date.span();
        let (from, to) = span.finite().unwrap();
        assert!(from < to, "{text}");
        let (first, last) = span.sort_key();
        assert!((first, last) == (from, to), "{text}");
        let outer = span.outer();
        assert!(outer.0 <= from && to <= outer.1, "{text}");
        let middle = if span.members.is_empty() {
            from.midpoint(to)
        } else {
            let (from, to) = span.members[0];
            from.max(to - TICKS_PER_DAY)
        };
        assert_ne!(span.holds_at(middle), Holds::No, "{text}");
    }
}

#[test]
fn dates_sort_as_people_order_them() {
    let ordered = [
        "Y-17E7",
        "-1985",
        "1XXX-12",
        "15XX-12-25",
        "156X-12-25",
        "1667",
        "[..1760-12-03]",
        "1760-12-04",
        "1964/2008",
        "1984",
        "1984-1X",
        "1985",
        "1985-04",
        "1985-04-12",
        "1985-04-12T23:20:30",
        "1985-04-13",
        "2001-21",
        "2001-34",
        "2004-02-01/2005-02",
        "2004-06-11",
        "Y170000002",
    ];
    let mut sorted = ordered.map(|text| Date::parse(text).unwrap());
    sorted.sort_by_key(|date| date.span().sort_key());
    let sorted = sorted.each_ref().map(Date::text);
    assert_eq!(sorted, ordered);
}
