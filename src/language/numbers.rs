//! Numbers as a language writes them, by CLDR's data in ICU4X.

use std::sync::OnceLock;

use fluent_bundle::FluentValue;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;

use super::Language;

/// The marks between digits.
fn formatter(language: Language) -> Option<&'static DecimalFormatter> {
    static ENGLISH: OnceLock<Option<DecimalFormatter>> = OnceLock::new();
    static GERMAN: OnceLock<Option<DecimalFormatter>> = OnceLock::new();
    let held = match language {
        Language::English | Language::Bracketed => &ENGLISH,
        Language::German => &GERMAN,
    };
    held.get_or_init(|| {
        // Both are in the data that is built in, which a test asks for.
        let locale: Locale = language.tag().parse().ok()?;
        DecimalFormatter::try_new(
            locale.into(),
            icu_decimal::options::DecimalFormatterOptions::default(),
        )
        .ok()
    })
    .as_ref()
}

fn in_language(language: Language, number: &Decimal) -> String {
    match formatter(language) {
        Some(formatter) => formatter.format(number).to_string(),
        None => number.to_string(),
    }
}

/// `number` with its digits grouped: "1,204", "1.204".
#[must_use]
pub fn grouped(number: u64) -> String {
    in_language(Language::current(), &Decimal::from(number))
}

/// `number` with so many digits after its mark at most, none of them a zero at the end: "4.54", "4,54".
#[must_use]
pub fn decimal(number: f64, digits: u8) -> String {
    written_decimal(Language::current(), number, digits)
}

fn written_decimal(language: Language, number: f64, digits: u8) -> String {
    let plain = format!("{number:.*}", usize::from(digits));
    let Ok(mut decimal) = plain.parse::<Decimal>() else {
        // Neither infinity nor what is no number has digits.
        return plain;
    };
    decimal.absolute.trim_end();
    in_language(language, &decimal)
}

/// How a number among a message's arguments is written; other arguments stand as they are.
pub(super) fn written(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    Some(written_decimal(language, number.value, 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_as_each_language_has_it() {
        let of = |language, number| in_language(language, &Decimal::from(number));
        assert_eq!(of(Language::English, 1_234_567_u64), "1,234,567");
        assert_eq!(of(Language::German, 1_234_567_u64), "1.234.567");
        assert_eq!(written_decimal(Language::English, 4.54, 3), "4.54");
        assert_eq!(written_decimal(Language::German, -1204.5, 3), "-1.204,5");
        assert_eq!(written_decimal(Language::German, 66.0, 3), "66");
        assert_eq!(written_decimal(Language::German, f64::NAN, 3), "NaN");
    }
}
