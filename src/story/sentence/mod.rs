//! EDTF in words: what an expression says, no more and no less.

mod marks;
mod single;

use edtf_core::{
    Date, DateField, Edtf, Interval, IntervalEndpoint, Precision, Set, SetElement, SetKind,
    TimeShift,
};

use single::{alone, name, part_noun};

/// How long the words may be.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    Sentence,
    Brief,
}

/// `edtf` as a sentence would have it: "some time in April 2023".
pub(super) fn sentence(edtf: &Edtf) -> String {
    match edtf {
        Edtf::Date(date) => alone(date),
        Edtf::DateTime(when) => {
            format!(
                "{}, {}",
                name(&when.date, Style::Sentence),
                clock(when.time)
            )
        }
        Edtf::Interval(interval) => interval_sentence(interval),
        Edtf::Set(set) => set_sentence(set),
    }
}

/// `edtf` in few words, as a list would have it: "Apr 2023".
pub(super) fn brief(edtf: &Edtf) -> String {
    match edtf {
        Edtf::Date(date) => name(date, Style::Brief),
        Edtf::DateTime(when) => {
            format!("{}, {}", name(&when.date, Style::Brief), clock(when.time))
        }
        Edtf::Interval(interval) => {
            let end = |endpoint: &IntervalEndpoint| match endpoint {
                IntervalEndpoint::Open => "…".to_owned(),
                IntervalEndpoint::Unknown => "?".to_owned(),
                dated => end_name(dated, Style::Brief),
            };
            format!("{} – {}", end(&interval.start), end(&interval.end))
        }
        Edtf::Set(set) => {
            let members = set.elements.iter();
            let members: Vec<_> = members
                .map(|e| element(e, set.kind, Style::Brief))
                .collect();
            joined(&members, conjunction(set.kind))
        }
    }
}

fn clock(time: edtf_core::Time) -> String {
    let mut out = format!("{:02}:{:02}", time.hour, time.minute);
    if time.second != 0 {
        out += &format!(":{:02}", time.second);
    }
    match time.shift {
        Some(TimeShift::Utc) => out += " UTC",
        Some(TimeShift::Offset { minutes, .. }) => {
            let sign = if minutes < 0 { '−' } else { '+' };
            let minutes = minutes.unsigned_abs();
            out += &format!(" UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60);
        }
        None => {}
    }
    out
}

fn interval_sentence(interval: &Interval) -> String {
    use IntervalEndpoint::{Open, Unknown};
    let (start, end) = (
        end_name(&interval.start, Style::Sentence),
        end_name(&interval.end, Style::Sentence),
    );
    match (&interval.start, &interval.end) {
        // No such interval is read.
        (Open | Unknown, Open | Unknown) => "at an unknown time".to_owned(),
        (Open, _) => format!("until {end}"),
        (_, Open) => format!("since {start}"),
        (Unknown, _) => format!("from an unknown start until {end}"),
        (_, Unknown) => format!("from {start} to an unknown end"),
        _ => format!("from {start} to {end}"),
    }
}

fn end_name(endpoint: &IntervalEndpoint, style: Style) -> String {
    match endpoint {
        IntervalEndpoint::Date(date) => name(date, style),
        IntervalEndpoint::OnOrBefore(date) => format!("{} or earlier", name(date, style)),
        IntervalEndpoint::OnOrAfter(date) => format!("{} or later", name(date, style)),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => String::new(),
    }
}

fn conjunction(kind: SetKind) -> &'static str {
    match kind {
        SetKind::OneMember => "or",
        SetKind::AllMembers => "and",
    }
}

fn set_sentence(set: &Set) -> String {
    let one = set.kind == SetKind::OneMember;
    if let ([only], true) = (&set.elements[..], one) {
        return match only {
            SetElement::Date(date) => alone(date),
            SetElement::OnOrBefore(date) if date.day.is_some() => {
                format!("on or before {}", name(date, Style::Sentence))
            }
            SetElement::OnOrAfter(date) if date.day.is_some() => {
                format!("on or after {}", name(date, Style::Sentence))
            }
            SetElement::Range(first, _) if first.day.is_some() => {
                format!("on {}", element(only, set.kind, Style::Sentence))
            }
            _ => format!("in {}", element(only, set.kind, Style::Sentence)),
        };
    }
    let members = set.elements.iter();
    let members: Vec<_> = members
        .map(|e| element(e, set.kind, Style::Sentence))
        .collect();
    let list = joined(&members, conjunction(set.kind));
    if one && members.len() > 1 {
        format!("either {list}")
    } else {
        list
    }
}

/// A member of a set, among others.
fn element(element: &SetElement, kind: SetKind, style: Style) -> String {
    let one = kind == SetKind::OneMember;
    match element {
        SetElement::Date(date) => name(date, style),
        SetElement::OnOrBefore(date) if one => format!("{} or earlier", name(date, style)),
        SetElement::OnOrAfter(date) if one => format!("{} or later", name(date, style)),
        SetElement::OnOrBefore(date) if style == Style::Brief => {
            format!("{} and before", name(date, style))
        }
        SetElement::OnOrAfter(date) if style == Style::Brief => {
            format!("{} and after", name(date, style))
        }
        SetElement::OnOrBefore(date) => {
            format!("{} and all {}s before it", name(date, style), unit(date))
        }
        SetElement::OnOrAfter(date) => {
            format!("{} and all {}s after it", name(date, style), unit(date))
        }
        SetElement::Range(first, last) => {
            let ends = format!("{} to {}", name(first, style), name(last, style));
            match (style, one) {
                (Style::Brief, _) => ends,
                (Style::Sentence, true) => format!("some {} from {ends}", unit(first)),
                (Style::Sentence, false) => format!("all {}s from {ends}", unit(first)),
            }
        }
    }
}

/// What a date is one of.
fn unit(date: &Date) -> &'static str {
    match (date.precision(), date.month.and_then(DateField::value)) {
        (Precision::Day, _) => "day",
        (Precision::Month, _) => "month",
        (Precision::Year, _) => "year",
        (Precision::Season, Some(code)) => part_noun(code),
        (Precision::Season, None) => "part",
    }
}

/// "a, b or c"; where a member has an "or" of its own, a comma parts it from the list's.
fn joined(members: &[String], joiner: &str) -> String {
    match members {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let own = format!(" {joiner} ");
            let comma = if members.iter().any(|member| member.contains(&own)) {
                ","
            } else {
                ""
            };
            format!("{}{comma} {joiner} {last}", first.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::story::Date;

    #[test]
    fn every_form_reads_as_a_person_would_say_it() {
        for (text, words) in [
            ("2023-04", "some time in April 2023"),
            ("2023-06-22", "22 June 2023"),
            ("2022", "some time in 2022"),
            ("1984?", "some time in 1984, uncertain"),
            ("1984~", "about 1984"),
            ("2004-06~", "about June 2004"),
            ("1984%", "about 1984, uncertain"),
            ("156X", "some time in the 1560s"),
            ("15XX", "some time from 1500 to 1599"),
            ("2018-22", "some time in summer 2018"),
            ("2018-34", "some time in the second quarter of 2018"),
            ("-0043", "some time in 44 BCE"),
            ("0000", "some time in 1 BCE"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("Y-66000000", "some time in 66 million BCE"),
            (
                "2021-12~/2023-06-22",
                "from about December 2021 to 22 June 2023",
            ),
            ("2021/..", "since 2021"),
            ("../2021", "until 2021"),
            ("2021/", "from 2021 to an unknown end"),
            ("/2023-06-22", "from an unknown start until 22 June 2023"),
            ("[1667,1668]", "either 1667 or 1668"),
            ("{1960,1961-12}", "1960 and December 1961"),
            ("2019-03-04T09:30:00", "4 March 2019, 09:30"),
            ("2019-03-04T09:30:05Z", "4 March 2019, 09:30:05 UTC"),
            ("2004-06-XX", "on some day in June 2004"),
        ] {
            assert_eq!(Date::parse(text).unwrap().words(), words, "{text}");
        }
    }

    #[test]
    fn lists_get_fewer_words() {
        for (text, words) in [
            ("2023-04", "Apr 2023"),
            ("2021-12~/2023-06-22", "c. Dec 2021 – 22 Jun 2023"),
            ("2021/..", "2021 – …"),
            ("/2021", "? – 2021"),
            ("1984%", "c. 1984?"),
        ] {
            assert_eq!(Date::parse(text).unwrap().brief(), words, "{text}");
        }
    }
}
