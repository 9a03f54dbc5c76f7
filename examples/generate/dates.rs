//! Dates as sources give them: most to the day, some vaguer, a few odd.

use throughline::story::calendar::{Civil, days_in_month};
use throughline::story::words::month_name;

use super::chance::Chance;
use super::chronicle::Moment;

/// A date in EDTF, none for what the source does not date, and the words that it was read from.
pub(super) struct Dated {
    pub when: Option<String>,
    /// May be empty.
    pub wording: String,
    /// The words count from the day of the source.
    pub counted: bool,
}

/// A day in EDTF.
pub(super) fn day(day: i64) -> String {
    let Civil { year, month, day } = Civil::from_days(day);
    format!("{year:04}-{month:02}-{day:02}")
}

fn month(day: i64) -> String {
    let Civil { year, month, .. } = Civil::from_days(day);
    format!("{year:04}-{month:02}")
}

fn year(day: i64) -> i64 {
    Civil::from_days(day).year
}

/// The date of what happens at `moment`. What is to come is dated no later than `last`, as days
/// since 1970-01-01.
pub(super) fn dated(chance: &mut Chance, moment: Moment, last: i64) -> Dated {
    let on = moment.day;
    let ahead = |days: u64| {
        (on + i64::try_from(days).unwrap_or(0))
            .max(on + 1)
            .min(last + 400)
    };
    let clock = format!(
        "{:02}:{:02}:00",
        moment.second / 3600,
        moment.second / 60 % 60
    );
    let civil = Civil::from_days(on);
    let named = month_name(civil.month);
    let mut wording = String::new();
    let mut counted = false;
    let told = chance.mille(350);
    let mut say = |text: String, from_source: bool| {
        if told {
            wording = text;
            counted = from_source;
        }
    };
    let when = match chance.below(1000) {
        // A day.
        0..=629 => {
            if told && chance.mille(120) {
                say(
                    chance
                        .pick(&["yesterday", "on Monday", "last week"])
                        .to_owned(),
                    true,
                );
            }
            day(on)
        }
        // A month, a year.
        630..=739 => {
            say(format!("in {named}"), true);
            month(on)
        }
        740..=774 => {
            say("that year".to_owned(), false);
            year(on).to_string()
        }
        // A clock time, in the source's own time or in another's.
        775..=834 => match chance.below(4) {
            0 => format!("{}T{clock}Z", day(on)),
            1 => format!(
                "{}T{clock}{}",
                day(on),
                chance.pick(&["+02:00", "-05", "+05:30"])
            ),
            _ => format!("{}T{clock}", day(on)),
        },
        // Days, weeks, years.
        835..=884 => format!("{}/{}", day(on), day(ahead(chance.between(1, 60)))),
        885..=904 => {
            say("for years".to_owned(), false);
            let ends = ahead(chance.between(400, 4000));
            if chance.mille(500) {
                format!("{}/{}", month(on), month(ends))
            } else {
                format!("{}/{}", year(on), year(ends))
            }
        }
        // About, perhaps, and both.
        905..=934 => {
            say(format!("about {named}"), true);
            match chance.below(3) {
                0 => format!("{}~", day(on)),
                1 => format!("{}~", month(on)),
                _ => format!("{}~", year(on)),
            }
        }
        935..=949 => match chance.below(2) {
            0 => format!("{}?", month(on)),
            _ => format!("{}?", day(on)),
        },
        950..=954 => {
            say("or thereabouts".to_owned(), false);
            format!("{}%", year(on))
        }
        // Open and unknown ends.
        955..=962 => {
            say("ever since".to_owned(), false);
            format!("{}/..", month(on))
        }
        963..=966 => format!("../{}", year(on)),
        967..=970 => format!("{}/", day(on)),
        // Digits and parts that nobody gives.
        971..=978 => match chance.below(3) {
            0 => format!("{:03}X", year(on) / 10),
            1 => format!("{}-XX", month(on)),
            _ => format!("{}-XX-XX", year(on)),
        },
        // Seasons and quarters.
        979..=985 => {
            let part = u64::from((civil.month - 1) / 3);
            if chance.mille(500) {
                say(
                    format!(
                        "in the {} quarter",
                        ["first", "second", "third", "fourth"][usize::from((civil.month - 1) / 3)]
                    ),
                    true,
                );
                format!("{}-{}", year(on), 33 + part)
            } else {
                format!("{}-{}", year(on), 21 + part)
            }
        }
        // One of several, all of several, and a day that is only about right.
        986..=989 => {
            let last_day = days_in_month(civil.year, civil.month);
            match chance.below(3) {
                0 => format!("[{},{}]", year(on), year(on) + 1),
                1 => format!("{{{},{}}}", month(on), month(on + 40)),
                _ => format!("[{}-01..{}-{last_day}]", month(on), month(on)),
            }
        }
        990..=991 => {
            let Civil { year, month, day } = civil;
            format!("{year:04}-{month:02}-~{day:02}")
        }
        _ => {
            say("on a day that nobody gives".to_owned(), false);
            return Dated {
                when: None,
                wording,
                counted,
            };
        }
    };
    Dated {
        when: Some(when),
        wording,
        counted,
    }
}
