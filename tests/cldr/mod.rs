//! What CLDR has, asked of ICU4X.

/// A date of 2023 as CLDR has it: in the language of a tag, with fields, in a month.
macro_rules! cldr {
    ($tag:expr, $fields:expr, $month:expr) => {{
        let locale: icu_locale_core::Locale = $tag.parse().unwrap();
        let formatter =
            icu_datetime::FixedCalendarDateTimeFormatter::<icu_calendar::Gregorian, _>::try_new(
                (&locale).into(),
                $fields,
            )
            .unwrap();
        let date = icu_calendar::Date::try_new_gregorian(2023, $month, 22).unwrap();
        formatter.format(&date).to_string()
    }};
}
