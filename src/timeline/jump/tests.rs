use proptest::prelude::*;

use super::*;
use crate::story::calendar::Civil;

fn day(year: i64, month: u8, day: u8) -> Tick {
    Civil::new(year, month, day).start()
}

/// 2000 to 2008 on screen, on 22 June 2023.
fn here() -> Standpoint {
    Standpoint {
        window: Window::new(day(2000, 1, 1), day(2008, 1, 1)),
        today: day(2023, 6, 22),
    }
}

fn words(text: &str) -> String {
    match jump(text, here()) {
        Ok(landing) => landing.words,
        Err(error) => format!("! {error}"),
    }
}

#[test]
fn edtf_and_plain_words_lead_to_their_dates() {
    for (text, expected) in [
        ("2023-06-12", "12 June 2023"),
        ("  2004-06~ ", "about June 2004"),
        ("[1667,1668]", "either 1667 or 1668"),
        ("spring 2020", "some time in spring 2020"),
        ("summer of 1969", "some time in summer 1969"),
        ("about 1984", "about 1984"),
        ("12 June 2023", "12 June 2023"),
        ("June 12, 2023", "12 June 2023"),
        ("the 12th of June 2023", "12 June 2023"),
        ("1980s", "some time in the 1980s"),
        ("19th century", "some time from 1800 to 1899"),
        ("44 BC", "some time in 44 BCE"),
        ("10,000 BC", "some time in 10,000 BCE"),
        ("15 March 44 BC", "15 March 44 BCE"),
        ("about March 44 BC", "about March 44 BCE"),
        ("1914-18", "from 1914 to 1918"),
        ("since 2020", "since 2020"),
        ("before 1900", "until 1900"),
        ("1969 or 1970", "either 1969 or 1970"),
        ("Q2 2001", "some time in the second quarter of 2001"),
        (
            "second quarter of 2001",
            "some time in the second quarter of 2001",
        ),
        ("H2 2001", "some time in the second half of 2001"),
        ("late 2021", "some time in the last four months of 2021"),
        ("end of 2021", "some time in the last four months of 2021"),
        ("13.9.2021", "13 September 2021"),
        ("2023-06-12 14:30", "12 June 2023, 14:30"),
        ("2023-06-12T14:30", "12 June 2023, 14:30"),
        ("today", "22 June 2023"),
        ("Yesterday", "21 June 2023"),
        ("last year", "some time in 2022"),
        ("next month", "some time in July 2023"),
        ("this decade", "some time in the 2020s"),
        ("5 years ago", "some time in 2018"),
        ("12 ka", "about 12,000 years ago, in 10,000 BCE or so"),
        ("66 million years ago", "about 66 million years ago"),
        ("about 66 Ma", "about 66 million years ago"),
        ("4.54 Ga", "about 4.54 billion years ago"),
        ("66 million BCE", "some time in 66 million BCE"),
        (
            "11,700 years BP",
            "about 11,700 years ago, in 9700 BCE or so",
        ),
    ] {
        assert_eq!(words(text), expected, "{text}");
    }
}

#[test]
fn german_words_lead_to_their_dates_too() {
    for (text, expected) in [
        ("april 2023", "some time in April 2023"),
        ("märz 2023", "some time in March 2023"),
        ("22. juni 2023", "22 June 2023"),
        ("12. Juni 2023", "12 June 2023"),
        ("Frühjahr 2020", "some time in spring 2020"),
        ("um 1984", "about 1984"),
        ("19. Jahrhundert", "some time from 1800 to 1899"),
        ("44 v. Chr.", "some time in 44 BCE"),
        ("2. Quartal 2001", "some time in the second quarter of 2001"),
        ("Ende 2021", "some time in the last four months of 2021"),
        ("letztes Jahr", "some time in 2022"),
        ("vor 5 Jahren", "some time in 2018"),
        ("vor 66 Millionen Jahren", "about 66 million years ago"),
    ] {
        assert_eq!(words(text), expected, "{text}");
    }
    assert!(words("30. Februar 2023").starts_with("! There is no “30. Februar 2023”"));
}

#[test]
fn a_date_without_a_year_is_looked_for_in_the_year_on_screen() {
    assert_eq!(words("25 December"), "25 December 2004");
    assert_eq!(words("June"), "some time in June 2004");
    let caesar = Standpoint {
        window: Window::new(day(-44, 1, 1), day(-41, 1, 1)),
        ..here()
    };
    let landing = jump("June", caesar).unwrap();
    assert_eq!(landing.words, "some time in June 44 BCE");
}

#[test]
fn what_may_be_several_dates_says_all_of_them() {
    let error = jump("06/07/2023", here()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "“06/07/2023” may be 6 July 2023 or 7 June 2023. Write 2023-07-06 or 2023-06-07."
    );
    let JumpError::Ambiguous { readings, .. } = error else {
        panic!("{error:?}");
    };
    assert_eq!(readings.len(), 2);
    assert!(words("1900s").contains("some time from 1900 to 1909 or some time from 1900 to 1999"));
    assert!(words("the 80s").contains("Write 188X or 198X."));
}

#[test]
fn errors_say_what_is_wrong_and_give_an_example() {
    for (text, expected) in [
        ("", "Write a date, such as 12 June 2023"),
        (
            "Huawei",
            "“Huawei” is no date. Write one such as 12 June 2023",
        ),
        (
            "30 February 2023",
            "There is no “30 February 2023”. Write a day that there is",
        ),
        ("2023-02-30", "There is no “2023-02-30”"),
        ("2023-13", "There is no “2023-13”"),
        ("2021/2019", "“2021/2019” ends before it begins"),
        ("unknown", "“unknown” is not dated"),
        ("Y99E17", "further away than the timeline reaches"),
        ("900 Ga", "further away than the timeline reaches"),
    ] {
        let said = words(text);
        assert!(
            said.contains(expected) && said.starts_with('!'),
            "{text}: {said}"
        );
    }
}

#[test]
fn windows_have_half_as_much_on_either_side_and_never_less_than_a_week() {
    let window = |text: &str| {
        let window = jump(text, here()).unwrap().window;
        (Tick(window.from), Tick(window.to))
    };
    assert_eq!(window("2023-06-12"), (day(2023, 6, 5), day(2023, 6, 20)));
    assert_eq!(window("2023-06"), (day(2023, 5, 17), day(2023, 7, 16)));
    let noon = day(2023, 6, 12) + TICKS_PER_DAY / 2;
    let (from, to) = window("2023-06-12T12:00:00");
    assert!(from == noon - TICKS_PER_DAY / 2 && to > noon + TICKS_PER_DAY / 2);
    // As much as was on screen where the date runs on: eight years.
    let (from, to) = window("2020/..");
    assert!(from < day(2020, 1, 1) && to == day(2029, 1, 1));
    let (from, _) = window("[..1984]");
    assert_eq!(from, day(1984, 1, 1) - 2922 * TICKS_PER_DAY);
    let (from, to) = window("66 Ma");
    assert!(from < day(-66_400_000, 1, 1) && day(-65_600_000, 1, 1) < to);
    assert!(from > day(-67_100_000, 1, 1) && to < day(-64_900_000, 1, 1));
}

#[test]
fn every_example_of_the_specification_leads_to_what_it_bounds() {
    let examples = include_str!("../../../tests/data/edtf.txt");
    for text in examples
        .lines()
        .filter(|line| !line.is_empty() && !line.contains(' '))
    {
        let landing = jump(text, here()).unwrap();
        let date = landing.date.unwrap();
        let (from, to) = date.span().finite().unwrap();
        assert!(
            landing.window.from < from.0 && to.0 < landing.window.to,
            "{text}"
        );
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in ".{0,60}") {
        if let Err(error) = jump(&text, here()) {
            prop_assert!(!error.to_string().is_empty());
        }
    }

    #[test]
    fn no_text_that_is_nearly_a_date_panics(
        text in "(about |c\\. |the |last |~)?[0-9,.]{0,18} ?(ka|Ma|Ga|bc|BCE|st|nd|th|s|million|billion|thousand|years|/|-|X|q|Q[0-9]|of)? ?(years ago|ago|June|summer|century|[0-9]{1,5}|[0-9]{2}:[0-9]{2}|bp)?"
    ) {
        if let Ok(landing) = jump(&text, here()) {
            prop_assert!(landing.window.from < landing.window.to, "{text}");
            prop_assert!(!landing.words.is_empty());
        }
    }

    #[test]
    fn a_day_in_any_usual_writing_is_that_day(days in -354_000_i64..2_932_000) {
        let Civil { year, month, day } = Civil::from_days(days);
        let name = crate::story::words::month_name(month);
        let edtf = format!("{year:04}-{month:02}-{day:02}");
        for text in [edtf.clone(), format!("{day} {name} {year}"), format!("{name} {day}, {year}"), format!("{year:04}-{month}-{day}")] {
            let landing = jump(&text, here()).unwrap();
            let date = landing.date.unwrap();
            prop_assert_eq!(date.text(), &edtf, "{}", text);
        }
    }
}
