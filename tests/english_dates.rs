//! Dates in English, held to CLDR's data for Britain.

#[macro_use]
mod cldr;

use icu_datetime::fieldsets::{self, YMD};
use throughline::language::Language;
use throughline::story::words;

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
