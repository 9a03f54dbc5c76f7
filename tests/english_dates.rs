//! Dates in English, held to CLDR's data for Britain.

use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{self, YMD};
use icu_locale_core::Locale;
use throughline::language::Language;
use throughline::story::words;

/// A date of 2023 as CLDR has it.
macro_rules! cldr {
    ($tag:expr, $fields:expr, $month:expr) => {{
        let locale: Locale = $tag.parse().unwrap();
        let formatter = Formatter::<Gregorian, _>::try_new((&locale).into(), $fields).unwrap();
        let date = icu_calendar::Date::try_new_gregorian(2023, $month, 22).unwrap();
        formatter.format(&date).to_string()
    }};
}

#[test]
fn english_months_and_days_are_those_of_cldr() {
    let tag = Language::English.tag();
    for month in 1..=12 {
        let (name, short) = (words::month_name(month), words::month_abbreviation(month));
        assert_eq!(
            words::day_of_year(22, name, "2023"),
            cldr!(tag, YMD::long(), month)
        );
        assert_eq!(
            words::month_of_year(name, "2023"),
            cldr!(tag, fieldsets::YM::long(), month)
        );
        // Three letters for every month: Britain has "Sept" since 2021.
        let of_cldr = |text: String| text.replace("Sept", "Sep");
        assert_eq!(
            words::day_of_year(22, short, "2023"),
            of_cldr(cldr!(tag, YMD::medium(), month))
        );
        assert_eq!(
            words::month_on_axis(month),
            of_cldr(cldr!(tag, fieldsets::M::medium(), month))
        );
    }
}
