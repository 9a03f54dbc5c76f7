//! EDTF in words: what an expression says, no more and no less.

mod brief;
mod marks;
mod place;
mod single;
mod year;

use edtf_core::{
    Date, DateField, Edtf, Interval, IntervalEndpoint, Precision, Set, SetElement, SetKind,
    TimeShift,
};

use super::words::at_time;
use crate::language::say;
use place::Place;
use single::{Unit, alone, placed};

/// `edtf` as a sentence would have it: "some time in April 2023".
pub(super) fn sentence(edtf: &Edtf) -> String {
    match edtf {
        Edtf::Date(date) => alone(date),
        Edtf::DateTime(when) => at_time(&placed(&when.date, Place::Listed), &clock(when.time)),
        Edtf::Interval(interval) => interval_sentence(interval),
        Edtf::Set(set) => set_sentence(set),
    }
}

/// `edtf` in few words, as a list would have it: "Apr 2023".
pub(super) fn brief(edtf: &Edtf) -> String {
    match edtf {
        Edtf::Date(date) => brief::brief(date),
        Edtf::DateTime(when) => at_time(&brief::brief(&when.date), &clock(when.time)),
        Edtf::Interval(interval) => {
            let end = |endpoint: &IntervalEndpoint| match endpoint {
                IntervalEndpoint::Open => "…".to_owned(),
                IntervalEndpoint::Unknown => "?".to_owned(),
                IntervalEndpoint::Date(date) => brief::brief(date),
                IntervalEndpoint::OnOrBefore(date) => or_earlier(&brief::brief(date)),
                IntervalEndpoint::OnOrAfter(date) => or_later(&brief::brief(date)),
            };
            format!("{} – {}", end(&interval.start), end(&interval.end))
        }
        Edtf::Set(set) => {
            let members = set.elements.iter();
            let members: Vec<_> = members.map(|e| brief_element(e, set.kind)).collect();
            joined(&members, set.kind)
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
    let start = |place| end_name(&interval.start, place);
    let end = |place| end_name(&interval.end, place);
    match (&interval.start, &interval.end) {
        // No such interval is read.
        (Open | Unknown, Open | Unknown) => say!("story-interval-unknown").to_owned(),
        (Open, _) => end(Place::Until),
        (_, Open) => start(Place::Since),
        (Unknown, _) => say!("story-interval-unknown-start", until = end(Place::Until)),
        (_, Unknown) => say!("story-interval-unknown-end", from = start(Place::From)),
        _ => say!(
            "story-interval",
            from = start(Place::From),
            to = end(Place::To)
        ),
    }
}

fn end_name(endpoint: &IntervalEndpoint, place: Place) -> String {
    match endpoint {
        IntervalEndpoint::Date(date) => placed(date, place),
        IntervalEndpoint::OnOrBefore(date) => or_earlier(&placed(date, place)),
        IntervalEndpoint::OnOrAfter(date) => or_later(&placed(date, place)),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => String::new(),
    }
}

fn or_earlier(date: &str) -> String {
    say!("story-date-or-earlier", date = date)
}

fn or_later(date: &str) -> String {
    say!("story-date-or-later", date = date)
}

fn set_sentence(set: &Set) -> String {
    let one = set.kind == SetKind::OneMember;
    if let ([only], true) = (&set.elements[..], one) {
        return match only {
            SetElement::Date(date) => alone(date),
            SetElement::OnOrBefore(date) => placed(date, Place::OrEarlier),
            SetElement::OnOrAfter(date) => placed(date, Place::OrLater),
            SetElement::Range(first, last) => say!(
                "story-range-alone",
                unit = unit(first).key(),
                from = placed(first, Place::From),
                to = placed(last, Place::To)
            ),
        };
    }
    let members = set.elements.iter();
    let members: Vec<_> = members.map(|e| element(e, set.kind)).collect();
    let list = joined(&members, set.kind);
    if one && members.len() > 1 {
        say!("story-either", list = list)
    } else {
        list
    }
}

/// A member of a set, among others.
fn element(element: &SetElement, kind: SetKind) -> String {
    let one = kind == SetKind::OneMember;
    match element {
        SetElement::Date(date) => placed(date, Place::Listed),
        SetElement::OnOrBefore(date) if one => or_earlier(&placed(date, Place::Listed)),
        SetElement::OnOrAfter(date) if one => or_later(&placed(date, Place::Listed)),
        SetElement::OnOrBefore(date) => say!(
            "story-and-all-before",
            date = placed(date, Place::Listed),
            unit = unit(date).key()
        ),
        SetElement::OnOrAfter(date) => say!(
            "story-and-all-after",
            date = placed(date, Place::Listed),
            unit = unit(date).key()
        ),
        SetElement::Range(first, last) => {
            let unit = unit(first).key();
            let (from, to) = (placed(first, Place::From), placed(last, Place::To));
            if one {
                say!("story-range-one", unit = unit, from = from, to = to)
            } else {
                say!("story-range-all", unit = unit, from = from, to = to)
            }
        }
    }
}

/// A member of a set, among others, in few words.
fn brief_element(element: &SetElement, kind: SetKind) -> String {
    let one = kind == SetKind::OneMember;
    match element {
        SetElement::Date(date) => brief::brief(date),
        SetElement::OnOrBefore(date) if one => or_earlier(&brief::brief(date)),
        SetElement::OnOrAfter(date) if one => or_later(&brief::brief(date)),
        SetElement::OnOrBefore(date) => {
            say!("story-brief-and-before", date = brief::brief(date))
        }
        SetElement::OnOrAfter(date) => {
            say!("story-brief-and-after", date = brief::brief(date))
        }
        SetElement::Range(first, last) => say!(
            "story-brief-range",
            first = brief::brief(first),
            last = brief::brief(last)
        ),
    }
}

/// What a date is one of.
fn unit(date: &Date) -> Unit {
    match (date.precision(), date.month.and_then(DateField::value)) {
        (Precision::Day, _) => Unit::Day,
        (Precision::Month, _) => Unit::Month,
        (Precision::Year, _) => Unit::Year,
        (Precision::Season, code) => code.map_or(Unit::Season, Unit::of_month),
    }
}

/// "a, b or c", or "and" where all of them are meant.
fn joined(members: &[String], kind: SetKind) -> String {
    let all = kind == SetKind::AllMembers;
    let [before @ .., last] = members else {
        return String::new();
    };
    if before.is_empty() {
        return last.clone();
    }
    // Where a member has such a word of its own, a comma parts it from the list's.
    let own = if all {
        say!("story-and")
    } else {
        say!("story-or")
    };
    let own = format!(" {own} ");
    let apart = if members.iter().any(|member| member.contains(&own)) {
        "yes"
    } else {
        "no"
    };
    let before = before.join(", ");
    if all {
        say!(
            "story-list-and",
            before = before,
            last = last,
            apart = apart
        )
    } else {
        say!("story-list-or", before = before, last = last, apart = apart)
    }
}

/// "a, b or c".
fn joined_or(members: &[String]) -> String {
    joined(members, SetKind::OneMember)
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
