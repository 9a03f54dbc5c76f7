//! Dates in German: every form in words and in few words, the names of months as CLDR has them, and what is read.
//!
//! A process of its own, as one language is in force at a time.

use std::fmt::Write as _;

use icu_calendar::Gregorian;
use icu_datetime::{FixedCalendarDateTimeFormatter as Formatter, fieldsets};
use throughline::language::Language;
use throughline::story::Date;
use throughline::story::calendar::{Civil, Tick};
use throughline::story::words;
use throughline::timeline::{Standpoint, jump};
use throughline::view::Window;

fn date(text: &str) -> Date {
    Language::German.choose();
    Date::parse(text).unwrap()
}

#[test]
fn every_form_reads_as_a_german_would_say_it() {
    let mut wrong = String::new();
    for (text, expected, brief) in [
        ("2023-04", "irgendwann im April 2023", "Apr. 2023"),
        ("2023-06-22", "22. Juni 2023", "22. Juni 2023"),
        ("2022", "irgendwann 2022", "2022"),
    ] {
        let date = date(text);
        let (said, short) = (date.words(), date.brief());
        if (said.as_str(), short.as_str()) != (expected, brief) {
            let _ = writeln!(wrong, "(\"{text}\", \"{said}\", \"{short}\"),");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
