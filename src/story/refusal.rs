//! What is wrong with a text that is no date in EDTF, in the language in force.

use crate::language::say;

/// What the reader of dates says of a text that is none, in the language in force; as it is, where it is not known.
#[must_use]
pub fn reason(reason: &'static str) -> &'static str {
    match reason {
        "empty input" => {
            say!("edtf-empty")
        }
        "EDTF permits ASCII characters only" => {
            say!("edtf-ascii")
        }
        "whitespace is not allowed" => {
            say!("edtf-space")
        }
        "number out of supported range" => {
            say!("edtf-number")
        }
        "month must be two digits (or X)" => {
            say!("edtf-month-digits")
        }
        "day must be two digits (or X)" => {
            say!("edtf-day-digits")
        }
        "empty date" => {
            say!("edtf-no-date")
        }
        "year must have exactly four digits (or X)" => {
            say!("edtf-year-digits")
        }
        "negative years cannot contain unspecified digits" => {
            say!("edtf-negative-mask")
        }
        "-0000 is not a valid year" => {
            say!("edtf-minus-nought")
        }
        "significant digits cannot combine with unspecified digits" => {
            say!("edtf-significant-mask")
        }
        "significant digits must be 1-4 for a four-digit year" => {
            say!("edtf-significant-four")
        }
        "significant-digit years are year-precision only" => {
            say!("edtf-significant-year")
        }
        "expected '-' before month" => {
            say!("edtf-month-hyphen")
        }
        "expected '-' before day" => {
            say!("edtf-day-hyphen")
        }
        "unexpected characters after day" => {
            say!("edtf-after-day")
        }
        "month must be 01-12 or a sub-year code 21-41" => {
            say!("edtf-month-range")
        }
        "sub-year groupings cannot carry a day" => {
            say!("edtf-part-day")
        }
        "no calendar month matches the unspecified digits" => {
            say!("edtf-month-mask")
        }
        "day is out of range for the month" => {
            say!("edtf-day-range")
        }
        "expected digits after 'Y'" => {
            say!("edtf-long-digits")
        }
        "leading zeros are not allowed in Y-prefixed years" => {
            say!("edtf-long-noughts")
        }
        "expected digits after exponent 'E'" => {
            say!("edtf-exponent-digits")
        }
        "exponential year significand cannot be zero" => {
            say!("edtf-exponent-nought")
        }
        "exponent out of supported range" => {
            say!("edtf-exponent-range")
        }
        "Y-prefixed years require |year| > 9999" => {
            say!("edtf-long-short")
        }
        "significant digits exceed the year's digit count" => {
            say!("edtf-significant-many")
        }
        "Y-prefixed years are year-precision only" => {
            say!("edtf-long-year")
        }
        "datetime requires 'T'" => {
            say!("edtf-time-t")
        }
        "date-times require a complete YYYY-MM-DD date" => {
            say!("edtf-time-date")
        }
        "date-times require a plain all-digit date" => {
            say!("edtf-time-plain")
        }
        "month must be fully specified" => {
            say!("edtf-month-given")
        }
        "month must be 01-12" => {
            say!("edtf-month-twelve")
        }
        "time must be hh:mm:ss" => {
            say!("edtf-time-form")
        }
        "time components must be two digits" => {
            say!("edtf-time-digits")
        }
        "hour must be 00-23 (24 is not allowed)" => {
            say!("edtf-hour")
        }
        "minute must be 00-59" => {
            say!("edtf-minute")
        }
        "second must be 00-60" => {
            say!("edtf-second")
        }
        "time shift must be Z, +hh, +hh:mm or negative" => {
            say!("edtf-shift-form")
        }
        "time shift must be ±hh or ±hh:mm" => {
            say!("edtf-shift-hours")
        }
        "shift minutes must be 00-59" => {
            say!("edtf-shift-minutes")
        }
        "time shift exceeds ±14:00" => {
            say!("edtf-shift-far")
        }
        "negative zero time shift is not allowed" => {
            say!("edtf-shift-nought")
        }
        "time shift components must be two digits" => {
            say!("edtf-shift-digits")
        }
        "interval requires '/'" => {
            say!("edtf-interval-slash")
        }
        "interval must contain exactly one '/'" => {
            say!("edtf-interval-slashes")
        }
        "interval needs at least one dated endpoint" => {
            say!("edtf-interval-undated")
        }
        "interval end precedes interval start" => {
            say!("edtf-interval-reversed")
        }
        "'..'-prefixed date is only allowed as interval start" => {
            say!("edtf-dots-start")
        }
        "'..'-suffixed date is only allowed as interval end" => {
            say!("edtf-dots-end")
        }
        "unterminated set" => {
            say!("edtf-set-open")
        }
        "set must contain at least one element" => {
            say!("edtf-set-empty")
        }
        "sets cannot nest" => {
            say!("edtf-set-nested")
        }
        "empty set element" => {
            say!("edtf-set-gap")
        }
        "'..' alone is not a set element" => {
            say!("edtf-set-dots")
        }
        "set element cannot contain multiple '..'" => {
            say!("edtf-set-many-dots")
        }
        "set range endpoints must share precision" => {
            say!("edtf-range-precision")
        }
        "set range end precedes range start" => {
            say!("edtf-range-reversed")
        }
        "set range endpoints cannot contain unspecified digits" => {
            say!("edtf-range-mask")
        }
        "set range endpoints cannot be qualified" => {
            say!("edtf-range-marked")
        }
        "set range endpoints cannot be seasons" => {
            say!("edtf-range-season")
        }
        "set range endpoints cannot carry significant digits" => {
            say!("edtf-range-significant")
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Date, DateError};

    #[test]
    fn what_is_wrong_is_said_as_the_reader_has_it() {
        for text in [
            "",
            "1985-4-12",
            "2004-06-31",
            "2008/1964/",
            "[1667",
            "Y1985",
            "{1960..1961..1962}",
        ] {
            let Err(DateError::Syntax { reason: said, .. }) = Date::parse(text) else {
                panic!("{text} is a date");
            };
            assert_eq!(reason(said), said, "{text}");
        }
    }
}
