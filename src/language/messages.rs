//! The messages of a language, read once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Message, Pattern, PatternElement};

use super::{Language, numbers};

/// The rooms of `assets/language/<tag>/`, and what each says.
macro_rules! rooms {
    ($($room:literal),* $(,)?) => {
        const ENGLISH: &[&str] = &[$(include_str!(concat!("../../assets/language/en/", $room, ".ftl"))),*];
        const GERMAN: &[&str] = &[$(include_str!(concat!("../../assets/language/de/", $room, ".ftl"))),*];
        /// The names of the files of messages.
        #[cfg(test)]
        pub(super) const ROOMS: &[&str] = &[$($room),*];
    };
}

rooms![
    "action", "app", "citing", "cli", "details", "dialogs", "evidence", "figure", "file", "index",
    "map", "menus", "panels", "problems", "scene", "story", "timeline", "view",
];

/// What the files of a language say.
pub(super) fn files(language: Language) -> &'static [&'static str] {
    match language {
        Language::English | Language::Bracketed => ENGLISH,
        Language::German => GERMAN,
    }
}

/// The messages of a language.
struct Messages {
    /// Those without arguments, by id; those of attributes by `id.attribute`.
    plain: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    fn read(language: Language) -> Self {
        // The tags are ours, and a test reads them.
        let tag = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks would stand as boxes where a font lacks them; names are put in order by the scene.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English | Language::Bracketed => {
                |value, _| numbers::written(Language::English, value)
            }
            Language::German => |value, _| numbers::written(Language::German, value),
        }));
        let mut plain = HashMap::new();
        for file in files(language) {
            // What cannot be read is left out, and a test says so.
            let resource = FluentResource::try_new((*file).to_owned())
                .unwrap_or_else(|(readable, _)| readable);
            for entry in resource.entries() {
                if let Entry::Message(message) = entry {
                    keep_plain(message, language, &mut plain);
                }
            }
            bundle.add_resource_overriding(resource);
        }
        Self { plain, bundle }
    }

    fn of(language: Language) -> &'static Self {
        static ENGLISH: OnceLock<Messages> = OnceLock::new();
        static GERMAN: OnceLock<Messages> = OnceLock::new();
        static BRACKETED: OnceLock<Messages> = OnceLock::new();
        let held = match language {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
            Language::Bracketed => &BRACKETED,
        };
        held.get_or_init(|| Self::read(language))
    }

    fn filled(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let (id, attribute) = id
            .split_once('.')
            .map_or((id, None), |(id, a)| (id, Some(a)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors: Vec<FluentError> = Vec::new();
        let said = self
            .bundle
            .format_pattern(pattern, Some(arguments), &mut errors);
        for error in errors {
            log::warn!("message {id}: {error}");
        }
        Some(said.into_owned())
    }
}

fn keep_plain(message: &Message<&str>, language: Language, plain: &mut HashMap<String, String>) {
    let mut keep = |id: String, pattern: &Pattern<&str>| {
        if let Some(text) = plain_text(pattern) {
            plain.insert(id, bracketed(text, language));
        }
    };
    if let Some(pattern) = &message.value {
        keep(message.id.name.to_owned(), pattern);
    }
    for attribute in &message.attributes {
        let id = format!("{}.{}", message.id.name, attribute.id.name);
        keep(id, &attribute.value);
    }
}

/// The text of a message without arguments.
fn plain_text(pattern: &Pattern<&str>) -> Option<String> {
    use fluent_syntax::ast::{Expression, InlineExpression};
    let parts = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => Some(Cow::Borrowed(*value)),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::StringLiteral { value }),
        } => Some(fluent_syntax::unicode::unescape_unicode_to_string(value)),
        PatternElement::Placeable { .. } => None,
    });
    parts.collect()
}

fn bracketed(text: String, language: Language) -> String {
    if language == Language::Bracketed {
        format!("⟦{text}⟧")
    } else {
        text
    }
}

/// The message of `id` in the language in force; where that has none, in English, and at last the id itself.
#[must_use]
pub fn text(id: &'static str) -> &'static str {
    known(id).unwrap_or(id)
}

/// The message of `id` in the language in force; where that has none, in English; none where there is no such message.
#[must_use]
pub fn known(id: &str) -> Option<&'static str> {
    let of = |language| Messages::of(language).plain.get(id).map(String::as_str);
    of(Language::current()).or_else(|| of(Language::English))
}

/// The message of `id` with its arguments, in the language in force; where that has none, in English, and at last the id.
#[must_use]
pub fn filled(id: &str, arguments: &[(&'static str, FluentValue<'_>)]) -> String {
    let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
    let language = Language::current();
    let said = Messages::of(language).filled(id, &arguments);
    let said = said.or_else(|| Messages::of(Language::English).filled(id, &arguments));
    bracketed(said.unwrap_or_else(|| id.to_owned()), language)
}

/// What can be an argument of a message: text stands as it is, a number as the language writes it.
pub trait Argument {
    /// As Fluent takes it.
    fn argument(&self) -> FluentValue<'_>;
}

impl<T: Argument + ?Sized> Argument for &T {
    fn argument(&self) -> FluentValue<'_> {
        (**self).argument()
    }
}

impl Argument for str {
    fn argument(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}

impl Argument for String {
    fn argument(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}

impl Argument for Cow<'_, str> {
    fn argument(&self) -> FluentValue<'_> {
        FluentValue::from(&**self)
    }
}

impl Argument for char {
    fn argument(&self) -> FluentValue<'_> {
        FluentValue::from(self.to_string())
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {
        $(impl Argument for $number {
            fn argument(&self) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        })*
    };
}

numbers!(usize, u8, u16, u32, u64, i32, i64, f64);
