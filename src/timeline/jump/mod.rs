//! Where a date that somebody writes leads: any EDTF, or plain words.

mod ago;
mod german;
mod phrase;

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use edtf_normalize::{NoMatchReason, Note, Outcome, normalize};

use crate::language::{Language, say};
use crate::story::calendar::{TICKS_PER_DAY, Tick, YEAR_LIMIT};
use crate::story::date::{Form, Known, Span};
use crate::story::{Date, DateError};
use crate::view::Window;

/// Nobody writes a date of more characters.
const MOST: usize = 200;

/// Where somebody stands who asks to be taken to a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standpoint {
    /// The stretch of time on screen, in which a date without a year is looked for.
    pub window: Window,
    /// The present: "yesterday", "5 years ago".
    pub today: Tick,
}

/// Where a jump leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Landing {
    /// The date; none for so many thousands of years ago, which no calendar counts.
    pub date: Option<Date>,
    /// The stretch of time to show.
    ///
    /// What the date bounds takes the middle half of it; of an interval, which says itself what to show,
    /// all but the margins. A day has a week on either side, and an
    /// instant half a day. On a side on which a date runs on ("since 2020") there is as much again
    /// as was on screen, and no less than the date is long. What happened in the story never
    /// changes it.
    pub window: Window,
    /// The date in words, for a line that says what was understood: "some time in spring 2020".
    pub words: String,
}

/// Why a text leads nowhere. Each says so in a sentence, with an example of what would.
#[derive(Clone, Debug, PartialEq)]
pub enum JumpError {
    /// There is no text.
    Empty,
    /// It is no date.
    Unknown(String),
    /// It may be several dates.
    Ambiguous {
        /// What was written.
        text: String,
        /// What it may be, each as good as the others.
        readings: Vec<Landing>,
    },
    /// It names a day that there never was.
    Impossible(String),
    /// It ends before it begins.
    Reversed(String),
    /// It says that there is no date.
    Undated(String),
    /// It lies beyond the axis.
    OutOfRange(String),
}

impl fmt::Display for JumpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Empty => say!("jump-empty").to_owned(),
            Self::Unknown(text) => say!("jump-unknown", text = text),
            Self::Ambiguous { text, readings } => several(text, readings),
            Self::Impossible(text) => say!("jump-impossible", text = text),
            Self::Reversed(text) => say!("jump-reversed", text = text),
            Self::Undated(text) => say!("jump-undated", text = text),
            Self::OutOfRange(text) => say!("jump-out-of-range", text = text),
        })
    }
}

impl Error for JumpError {}

fn several(text: &str, readings: &[Landing]) -> String {
    fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> String {
        let joined = parts
            .map(str::to_owned)
            .reduce(|before, last| say!("jump-or", before = before, last = last));
        joined.unwrap_or_default()
    }
    let words = joined(readings.iter().map(|r| r.words.as_str()));
    let dates = readings
        .iter()
        .filter_map(|r| Some(r.date.as_ref()?.text()));
    say!(
        "jump-several",
        text = text,
        words = words,
        dates = joined(dates)
    )
}

/// Where `text` leads somebody who stands at `from`.
///
/// # Errors
/// Where it is no date, or may be several.
///
/// ```
/// use throughline::story::calendar::Civil;
/// use throughline::timeline::{Standpoint, jump};
/// use throughline::view::Window;
/// let day = |year| Civil::new(year, 1, 1).start();
/// let from = Standpoint { window: Window::new(day(2000), day(2024)), today: day(2024) };
/// assert_eq!(jump("spring 2020", from).unwrap().words, "some time in spring 2020");
/// assert_eq!(jump("66 Ma", from).unwrap().words, "about 66 million years ago");
/// assert!(jump("06/07/2023", from).is_err());
/// ```
pub fn jump(text: &str, from: Standpoint) -> Result<Landing, JumpError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(JumpError::Empty);
    }
    let shown = shown(text);
    if text.len() > MOST {
        return Err(JumpError::Unknown(shown));
    }
    match led(text, shown.clone(), from) {
        // Whatever the program speaks, people write their own language.
        Err(JumpError::Unknown(_)) if let Cow::Owned(english) = german::in_english(text) => {
            led(&english, shown, from)
        }
        landing => landing,
    }
}

/// Where `text` leads, which errors call as it is `shown`.
fn led(text: &str, shown: String, from: Standpoint) -> Result<Landing, JumpError> {
    let landing = |date: Date| Landing {
        window: window(date.span(), from.window),
        words: date.words(),
        date: Some(date),
    };
    // Before plain words are tried, which EDTF with a slip in it is not.
    match Date::parse(text) {
        Ok(date) => return Ok(landing(date)),
        Err(DateError::OutOfRange(_)) => return Err(JumpError::OutOfRange(shown)),
        Err(DateError::Reversed(_)) => return Err(JumpError::Reversed(shown)),
        Err(DateError::Syntax { reason, .. }) if reason.contains("precedes") => {
            return Err(JumpError::Reversed(shown));
        }
        Err(DateError::Syntax { .. }) => {}
    }
    // Where German is spoken, 6.7.2023 is a day in July.
    let text = match Language::current() {
        Language::German => german::in_english(text),
        Language::English | Language::Bracketed => Cow::Borrowed(text),
    };
    let text = &*text;
    let plain = phrase::plain(text);
    if let Some(found) = ago::ago(&plain, from.today) {
        return match found {
            ago::Ago::Date(date) => Date::parse(&date)
                .map(landing)
                .map_err(|_| JumpError::OutOfRange(shown)),
            ago::Ago::Stretch { span, words } => Ok(Landing {
                date: None,
                window: padded(span, 2, (false, false), from.window),
                words,
            }),
            ago::Ago::TooFar => Err(JumpError::OutOfRange(shown)),
        };
    }
    let phrase = phrase::phrase(&plain, from.today);
    let phrase = phrase.map(|edtf| Date::parse(&with_year(&edtf, from.window)));
    if let Some(Ok(date)) = phrase {
        return Ok(landing(date));
    }
    // As it was written first: what is taken out may have meant something.
    let outcome = match normalize(text) {
        Outcome::NoMatch { .. } => normalize(&plain),
        outcome => outcome,
    };
    let read = |edtf: &str| {
        Date::parse(&with_year(edtf, from.window)).map_err(|error| match error {
            DateError::OutOfRange(_) => JumpError::OutOfRange(shown.clone()),
            DateError::Reversed(_) => JumpError::Reversed(shown.clone()),
            DateError::Syntax { .. } => JumpError::Impossible(shown.clone()),
        })
    };
    match outcome {
        Outcome::Normalized(found) => read(&found.edtf).map(landing),
        Outcome::Ambiguous(found) => {
            let dates = found.interpretations.iter().map(|one| one.edtf.as_str());
            let notes = found.interpretations.iter().flat_map(|one| &one.notes);
            // "1969 or 1970" is one date that says so.
            if notes.clone().next().is_some() && notes.clone().all(|n| *n == Note::OrAlternatives) {
                let set = format!("[{}]", dates.clone().collect::<Vec<_>>().join(","));
                if let Ok(date) = Date::parse(&set) {
                    return Ok(landing(date));
                }
            }
            let readings = dates
                .map(|date| read(date).map(landing))
                .collect::<Result<_, _>>()?;
            Err(JumpError::Ambiguous {
                text: shown,
                readings,
            })
        }
        Outcome::NoMatch { reason } => Err(match reason {
            NoMatchReason::ImpossibleDate => JumpError::Impossible(shown),
            NoMatchReason::ExplicitNoDate => JumpError::Undated(shown),
            NoMatchReason::OutOfGrammar if is_like_edtf(text) => JumpError::Impossible(shown),
            NoMatchReason::OutOfGrammar => JumpError::Unknown(shown),
        }),
    }
}

/// Whether `text` is a year, a month and a day in digits, so that what is wrong is the numbers.
fn is_like_edtf(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits =
        |part: &&str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
    matches!(&parts[..], [year, rest @ ..] if digits(year, 4) && rest.len() < 3 && !rest.is_empty() && rest.iter().all(|part| digits(part, 2)))
}

/// `edtf` in the year in the middle of `window`, where it gives none itself.
fn with_year(edtf: &str, window: Window) -> String {
    let middle = Tick(window.from).midpoint(Tick(window.to));
    let (civil, _) = middle.civil();
    match edtf.strip_prefix("XXXX-") {
        Some(rest) if (-9999..=9999).contains(&civil.year) && !rest.contains('/') => {
            let sign = if civil.year < 0 { "-" } else { "" };
            format!("{sign}{:04}-{rest}", civil.year.abs())
        }
        _ => edtf.to_owned(),
    }
}

/// The beginning of what was written, for a message.
fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(40).collect();
    shown.retain(|c| !c.is_control());
    if text.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}

/// The stretch of time to show for `span`, as [`Landing::window`] has it.
fn window(span: &Span, on_screen: Window) -> Window {
    let Some(bounds) = span.finite() else {
        return on_screen;
    };
    let (first, last) = span.outer();
    let runs_on = (
        span.start.known != Known::Dated || first == Tick::MIN,
        span.end.known != Known::Dated || last == Tick::MAX,
    );
    let share = if span.form == Form::Interval { 12 } else { 2 };
    padded(bounds, share, runs_on, on_screen)
}

/// `from..to` with a `share` of its length on either side, or more where it runs on.
fn padded(
    (from, to): (Tick, Tick),
    share: i128,
    runs_on: (bool, bool),
    on_screen: Window,
) -> Window {
    let day = i128::from(TICKS_PER_DAY);
    let length = i128::from(to.0) - i128::from(from.0);
    let least = if length < day { day / 2 } else { day * 7 };
    let pad = (length / share).max(least);
    let on_screen = i128::from(on_screen.to) - i128::from(on_screen.from);
    let run = length.max(on_screen).max(pad);
    let side = |runs_on: bool| if runs_on { run } else { pad };
    // Within the axis, on which the scale holds windows too.
    let most = i128::from(YEAR_LIMIT) * i128::from(crate::story::calendar::TICKS_PER_YEAR);
    let held = |tick: i128| i64::try_from(tick.clamp(-most, most)).unwrap_or(i64::MAX);
    Window {
        from: held(i128::from(from.0) - side(runs_on.0)),
        to: held(i128::from(to.0) + side(runs_on.1)),
    }
}

#[cfg(test)]
mod tests;
