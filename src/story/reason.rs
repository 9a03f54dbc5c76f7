//! Why a text is no date, in the language in force: the reader of EDTF says it in English.

use crate::language::say;

/// What the reader of EDTF gives as `reason`; what it does not say today stands as it is.
pub(crate) fn reason_in_words(reason: &'static str) -> &'static str {
    match reason {
        "empty input" => say!("problem-edtf-empty"),
        "EDTF permits ASCII characters only" => say!("problem-edtf-ascii"),
        "whitespace is not allowed" => say!("problem-edtf-whitespace"),
        "number out of supported range" => say!("problem-edtf-number-too-large"),
        "month must be two digits (or X)" => say!("problem-edtf-month-digits"),
        "day must be two digits (or X)" => say!("problem-edtf-day-digits"),
        "empty date" => say!("problem-edtf-empty-date"),
        "year must have exactly four digits (or X)" => say!("problem-edtf-year-digits"),
        "negative years cannot contain unspecified digits" => {
            say!("problem-edtf-negative-unspecified")
        }
        "-0000 is not a valid year" => say!("problem-edtf-negative-zero-year"),
        "significant digits cannot combine with unspecified digits" => {
            say!("problem-edtf-significant-unspecified")
        }
        "significant digits must be 1-4 for a four-digit year" => {
            say!("problem-edtf-significant-four")
        }
        "significant-digit years are year-precision only" => {
            say!("problem-edtf-significant-precision")
        }
        "expected '-' before month" => say!("problem-edtf-month-hyphen"),
        "expected '-' before day" => say!("problem-edtf-day-hyphen"),
        "unexpected characters after day" => say!("problem-edtf-after-day"),
        "month must be 01-12 or a sub-year code 21-41" => say!("problem-edtf-month-or-season"),
        "sub-year groupings cannot carry a day" => say!("problem-edtf-season-day"),
        "no calendar month matches the unspecified digits" => {
            say!("problem-edtf-month-unspecified")
        }
        "day is out of range for the month" => say!("problem-edtf-day-range"),
        "expected digits after 'Y'" => say!("problem-edtf-y-digits"),
        "leading zeros are not allowed in Y-prefixed years" => say!("problem-edtf-y-zeros"),
        "expected digits after exponent 'E'" => say!("problem-edtf-exponent-digits"),
        "exponential year significand cannot be zero" => say!("problem-edtf-exponent-zero"),
        "exponent out of supported range" => say!("problem-edtf-exponent-range"),
        "Y-prefixed years require |year| > 9999" => say!("problem-edtf-y-small"),
        "significant digits exceed the year's digit count" => {
            say!("problem-edtf-significant-count")
        }
        "Y-prefixed years are year-precision only" => say!("problem-edtf-y-precision"),
        "datetime requires 'T'" => say!("problem-edtf-time-t"),
        "date-times require a complete YYYY-MM-DD date" => say!("problem-edtf-time-complete"),
        "date-times require a plain all-digit date" => say!("problem-edtf-time-plain"),
        "month must be fully specified" => say!("problem-edtf-month-specified"),
        "month must be 01-12" => say!("problem-edtf-month-range"),
        "time must be hh:mm:ss" => say!("problem-edtf-time-form"),
        "time components must be two digits" => say!("problem-edtf-time-digits"),
        "hour must be 00-23 (24 is not allowed)" => say!("problem-edtf-hour-range"),
        "minute must be 00-59" => say!("problem-edtf-minute-range"),
        "second must be 00-60" => say!("problem-edtf-second-range"),
        "time shift must be Z, +hh, +hh:mm or negative" => say!("problem-edtf-shift"),
        "time shift must be ±hh or ±hh:mm" => say!("problem-edtf-shift-form"),
        "shift minutes must be 00-59" => say!("problem-edtf-shift-minutes"),
        "time shift exceeds ±14:00" => say!("problem-edtf-shift-range"),
        "negative zero time shift is not allowed" => say!("problem-edtf-shift-zero"),
        "time shift components must be two digits" => say!("problem-edtf-shift-digits"),
        "interval requires '/'" => say!("problem-edtf-interval-slash"),
        "interval must contain exactly one '/'" => say!("problem-edtf-interval-slashes"),
        "interval needs at least one dated endpoint" => say!("problem-edtf-interval-undated"),
        "interval end precedes interval start" => say!("problem-edtf-interval-reversed"),
        "'..'-prefixed date is only allowed as interval start" => say!("problem-edtf-open-start"),
        "'..'-suffixed date is only allowed as interval end" => say!("problem-edtf-open-end"),
        "unterminated set" => say!("problem-edtf-set-unclosed"),
        "set must contain at least one element" => say!("problem-edtf-set-empty"),
        "sets cannot nest" => say!("problem-edtf-set-nested"),
        "empty set element" => say!("problem-edtf-set-element-empty"),
        "'..' alone is not a set element" => say!("problem-edtf-set-dots"),
        "set element cannot contain multiple '..'" => say!("problem-edtf-set-many-dots"),
        "set range endpoints must share precision" => say!("problem-edtf-range-precision"),
        "set range end precedes range start" => say!("problem-edtf-range-reversed"),
        "set range endpoints cannot contain unspecified digits" => {
            say!("problem-edtf-range-unspecified")
        }
        "set range endpoints cannot be qualified" => say!("problem-edtf-range-qualified"),
        "set range endpoints cannot be seasons" => say!("problem-edtf-range-season"),
        "set range endpoints cannot carry significant digits" => {
            say!("problem-edtf-range-significant")
        }
        _ => reason,
    }
}
