//! JSON of which no shape is expected, read with a bound on what it may hold.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A value of any shape.
#[derive(Debug)]
pub(super) enum Loose {
    /// Null, or a value that was too much to keep.
    Nothing,
    /// True or false.
    Truth(bool),
    /// A number, as it reads.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Loose>),
    /// Names with values, in their order.
    Map(Vec<(String, Loose)>),
}

impl Loose {
    /// The value under a name.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Map(fields) = self else { return None };
        fields
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }

    /// The text of a text or a number; empty for anything else.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
            _ => "",
        }
    }

    /// The text under a name.
    pub(super) fn text_of(&self, name: &str) -> &str {
        self.get(name).map(Self::text).unwrap_or_default()
    }

    /// What is in a list; nothing if it is none.
    pub(super) fn list(&self) -> &[Self] {
        match self {
            Self::List(list) => list,
            _ => &[],
        }
    }
}

/// Reads a value, counting down what it may still hold.
pub(super) struct Within<'a>(pub(super) &'a Cell<usize>);

impl Within<'_> {
    fn spend(&self) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        left > 0
    }
}

impl<'de> DeserializeSeed<'de> for Within<'_> {
    type Value = Loose;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Loose, D::Error> {
        if self.spend() {
            from.deserialize_any(self)
        } else {
            from.deserialize_ignored_any(IgnoredAny)
                .map(|_| Loose::Nothing)
        }
    }
}

impl<'de> Visitor<'de> for Within<'_> {
    type Value = Loose;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<Loose, E> {
        Ok(Loose::Nothing)
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Loose, E> {
        Ok(Loose::Truth(truth))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Loose, E> {
        Ok(Loose::Number(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Loose, E> {
        Ok(Loose::Number(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Loose, E> {
        Ok(Loose::Number(number.to_string()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Loose, E> {
        Ok(Loose::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Loose, E> {
        Ok(Loose::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Loose, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element_seed(Within(self.0))? {
            // What is too much is read to its end, and not kept.
            if self.0.get() > 0 {
                list.push(value);
            }
        }
        Ok(Loose::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Loose, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            let value = map.next_value_seed(Within(self.0))?;
            if self.0.get() > 0 {
                fields.push((name, value));
            }
        }
        Ok(Loose::Map(fields))
    }
}
