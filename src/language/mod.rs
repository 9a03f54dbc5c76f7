//! What the program says, in the languages that it speaks.
//!
//! Every message stands in `assets/language/<tag>/*.ftl` (Fluent, <https://projectfluent.org>), a file for each room. Code
//! names a message by its id, through [`say!`](crate::language::say): one without arguments is a `&'static str` and costs
//! a lookup, one with arguments is written each time.
//!
//! Numbers that are arguments choose between singular and plural by the rules of the language (CLDR) and are written as it
//! groups digits. What must stay as it is, such as a year or the number of a line, goes in as text.
//!
//! One language is in force at a time, for the whole process. Data that holds messages has to be made anew when it
//! changes: the window reads its stories again.

mod messages;
mod numbers;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::atomic::{AtomicU8, Ordering};

use serde::{Deserialize, Serialize};

pub(crate) use messages::{Argument, filled, known, text};
pub(crate) use numbers::decimal;
pub use numbers::grouped;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English, with dates as Britain writes them.
    #[default]
    English,
    /// German.
    German,
    /// English between brackets: what stands on the screen without them is no message.
    #[doc(hidden)]
    #[serde(skip)]
    Bracketed,
}

static CURRENT: AtomicU8 = AtomicU8::new(Language::English as u8);

impl Language {
    /// Every language, in the order of menus.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The one in force.
    #[must_use]
    pub fn current() -> Self {
        match CURRENT.load(Ordering::Relaxed) {
            1 => Self::German,
            2 => Self::Bracketed,
            _ => Self::English,
        }
    }

    /// Puts this one in force. What was said before stays as it was said.
    pub fn choose(self) {
        CURRENT.store(self as u8, Ordering::Relaxed);
    }

    /// What it calls itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English | Self::Bracketed => "English",
            Self::German => "Deutsch",
        }
    }

    /// Its tag as BCP 47 has it, with the region by whose customs dates and numbers are written.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English | Self::Bracketed => "en-GB",
            Self::German => "de",
        }
    }

    /// The language of a tag such as "de-AT" or "en"; none where the program does not speak it.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            // The locale of machines is English.
            "en" | "c" | "posix" => Some(Self::English),
            "de" => Some(Self::German),
            _ => None,
        }
    }

    /// The first of the user's languages that the program speaks; English where it speaks none.
    #[must_use]
    pub fn of_system() -> Self {
        let mut wanted = sys_locale::get_locales();
        wanted
            .find_map(|tag| Self::of_tag(&tag))
            .unwrap_or_default()
    }
}

/// A label as it stands within a sentence: English has it small, German keeps the capitals of its nouns.
#[must_use]
pub fn within(label: &str) -> Cow<'_, str> {
    match Language::current() {
        Language::English | Language::Bracketed => Cow::Owned(label.to_lowercase()),
        Language::German => Cow::Borrowed(label),
    }
}

/// A message that is said later, in the language that is in force then.
pub type Said = fn() -> &'static str;

/// Says a message in the language in force: `say!("panes-close")`, or with arguments
/// `say!("problems-found", count = 3, file = name)`.
macro_rules! say {
    ($id:literal $(,)?) => {
        $crate::language::text($id)
    };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::language::filled(
            $id,
            &[$((stringify!($name), $crate::language::Argument::argument(&$value))),+],
        )
    };
}
pub(crate) use say;
