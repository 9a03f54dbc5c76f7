//! What a filter asks of one field, and the same filter with something else asked of it: what facets write.

use super::super::search::folded;
use super::field::Field;
use super::value::{self, Value};
use super::{Query, Term, Test, written};

/// What is asked of a value of a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Nothing.
    #[default]
    Open,
    /// That items have it.
    Included,
    /// That items do not have it.
    Excluded,
}

/// What is asked of a field's values that are included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Of {
    /// That items have any of them.
    #[default]
    Any,
    /// That items have all of them.
    All,
}

/// What a filter asks of one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Of each of these lists, that items have any value.
    pub any: Vec<Vec<Value>>,
    /// That items have none of these values.
    pub none: Vec<Value>,
}

impl Asked {
    /// What `filter` asks of `field`.
    #[must_use]
    pub fn of(filter: &Query, field: Field) -> Self {
        let mut asked = Self::default();
        for term in filter.terms.iter().filter(|term| asks(term, field)) {
            let values = values_of(term);
            if term.negated {
                asked.none.extend(values);
            } else if !values.is_empty() {
                asked.any.push(values);
            }
        }
        asked
    }

    /// Whether any or all of those included are asked for; none where that makes no difference.
    #[must_use]
    pub fn asks_for(&self) -> Option<Of> {
        match &*self.any {
            [] => None,
            [alone] => (alone.len() > 1).then_some(Of::Any),
            _ => Some(Of::All),
        }
    }

    /// What is asked of the value that is called `key`, whatever its case and accents.
    #[must_use]
    pub fn choice(&self, field: Field, key: &str) -> Choice {
        let key = folded(key);
        let is_it = |value: &Value| is_key(value, field, &key);
        if self.any.iter().flatten().any(is_it) {
            Choice::Included
        } else if self.none.iter().any(is_it) {
            Choice::Excluded
        } else {
            Choice::Open
        }
    }

    /// The same with `choice` asked of one value; `of` is for those included.
    #[must_use]
    pub fn choosing(mut self, field: Field, key: &str, choice: Choice, of: Of) -> Self {
        let sought = folded(key);
        let others = |value: &Value| !is_key(value, field, &sought);
        for values in self.any.iter_mut().chain([&mut self.none]) {
            values.retain(others);
        }
        self.any.retain(|values| !values.is_empty());
        let value = field.value(key);
        match (choice, of) {
            (Choice::Open, _) => {}
            (Choice::Excluded, _) => self.none.push(value),
            (Choice::Included, Of::All) => self.any.push(vec![value]),
            (Choice::Included, Of::Any) => match self.any.last_mut() {
                Some(values) => values.push(value),
                None => self.any.push(vec![value]),
            },
        }
        self
    }

    /// The same, asking for any or for all of those included.
    #[must_use]
    pub fn asking_for(mut self, of: Of) -> Self {
        let values: Vec<Value> = self.any.drain(..).flatten().collect();
        self.any = match of {
            Of::Any if values.is_empty() => Vec::new(),
            Of::Any => vec![values],
            Of::All => values.into_iter().map(|value| vec![value]).collect(),
        };
        self
    }

    /// As a filter has it, term by term.
    fn written(&self, field: Field) -> Vec<String> {
        let term = |sign: &str, values: &Vec<Value>| {
            format!("{sign}{}:{}", field.name(), value::written(values))
        };
        let any = self.any.iter().map(|values| term("", values));
        let none = (!self.none.is_empty()).then(|| term("-", &self.none));
        any.chain(none).collect()
    }
}

impl Query {
    /// The text of this filter with `asked` of `field`, and nothing else of that.
    #[must_use]
    pub fn asking(&self, field: Field, asked: &Asked) -> String {
        self.replacing(|term| asks(term, field), asked.written(field))
    }

    /// The text of this filter without what it asks of `field`.
    #[must_use]
    pub fn not_asking(&self, field: Field) -> String {
        self.asking(field, &Asked::default())
    }

    /// From when and to when it asks for, as it was written.
    #[must_use]
    pub fn time(&self) -> [Option<&str>; 2] {
        let last = |is_end: fn(&Test) -> bool| {
            let mut ends = self.terms.iter().rev().filter(|term| !term.negated);
            let found = ends.find(|term| is_end(&term.test))?;
            Some(written::terms(&found.text).next()?.unquoted())
        };
        [
            last(|test| matches!(test, Test::From(_))),
            last(|test| matches!(test, Test::To(_))),
        ]
    }

    /// The text of this filter for a stretch of time; an empty date asks for nothing.
    #[must_use]
    pub fn in_time(&self, [from, to]: [&str; 2]) -> String {
        let is_time =
            |term: &Term| !term.negated && matches!(term.test, Test::From(_) | Test::To(_));
        let term = |word: &str, date: &str| (!date.is_empty()).then(|| format!("{word}:{date}"));
        let terms = term("from", from).into_iter().chain(term("to", to));
        self.replacing(is_time, terms.collect())
    }

    /// Its text with `terms` in the place of the first term that `goes`, and without the others that do.
    fn replacing(&self, goes: impl Fn(&Term) -> bool, terms: Vec<String>) -> String {
        let mut written = Vec::with_capacity(self.terms.len() + terms.len());
        let mut coming = Some(terms);
        for term in &self.terms {
            if goes(term) {
                written.extend(coming.take().into_iter().flatten());
            } else {
                written.push(term.text.clone());
            }
        }
        written.extend(coming.into_iter().flatten());
        written.join(" ")
    }
}

fn asks(term: &Term, field: Field) -> bool {
    term.test.field() == Some(field)
}

/// The values of a term that asks for a field, as they are written.
fn values_of(term: &Term) -> Vec<Value> {
    let written = written::terms(&term.text).next();
    let values = written.into_iter().flat_map(|written| written.values);
    let values = values.map(|placed| placed.value);
    values.filter(|value| !value.words.is_empty()).collect()
}

/// Whether `value` is the one that is called `key`, which is folded, and no other.
fn is_key(value: &Value, field: Field, key: &str) -> bool {
    (value.exact || !field.is_partial()) && folded(&value.words) == key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        Query::parse(text).unwrap()
    }

    fn chosen(text: &str, field: Field, key: &str, choice: Choice, of: Of) -> String {
        let query = query(text);
        let asked = Asked::of(&query, field).choosing(field, key, choice, of);
        query.asking(field, &asked)
    }

    #[test]
    fn any_all_and_none_are_written_as_a_filter_has_them() {
        let tag = |text: &str, key, choice, of| chosen(text, Field::Tag, key, choice, of);
        assert_eq!(tag("", "a", Choice::Included, Of::Any), "tag:a");
        assert_eq!(
            tag("tag:a", "b c", Choice::Included, Of::Any),
            "tag:a,\"b c\""
        );
        assert_eq!(tag("tag:a", "b", Choice::Included, Of::All), "tag:a tag:b");
        assert_eq!(
            tag("tag:a,b x", "a", Choice::Excluded, Of::Any),
            "tag:b -tag:a x"
        );
        assert_eq!(tag("x -tag:a,b", "a", Choice::Open, Of::Any), "x -tag:b");
        assert_eq!(tag("-tag:a", "a", Choice::Open, Of::Any), "");
    }

    #[test]
    fn what_was_typed_by_hand_is_kept() {
        let place = |text: &str, key| chosen(text, Field::Place, key, Choice::Included, Of::Any);
        assert_eq!(
            place("place:hall \"a b\"", "oslo"),
            "place:hall,=oslo \"a b\""
        );
        let asked = Asked::of(&query("place:hall"), Field::Place);
        assert_eq!(asked.choice(Field::Place, "hall"), Choice::Open);
        let level = |text: &str| chosen(text, Field::Importance, "1", Choice::Included, Of::Any);
        assert_eq!(level("importance>=4"), "importance:>=4,1");
        assert_eq!(query("importance:>=4,1").terms().len(), 1);
    }

    #[test]
    fn any_and_all_change_places() {
        let text = query("tag:a,b tag:c");
        let asked = Asked::of(&text, Field::Tag);
        assert_eq!(asked.asks_for(), Some(Of::All));
        let any = asked.asking_for(Of::Any);
        assert_eq!(text.asking(Field::Tag, &any), "tag:a,b,c");
        let all = any.asking_for(Of::All);
        assert_eq!(text.asking(Field::Tag, &all), "tag:a tag:b tag:c");
    }

    #[test]
    fn a_stretch_of_time_is_written_and_read() {
        let text = query("from:2022 x -to:1999");
        assert_eq!(text.time(), [Some("2022"), None]);
        assert_eq!(
            text.in_time(["2022", "2023-06"]),
            "from:2022 to:2023-06 x -to:1999"
        );
        assert_eq!(text.in_time(["", ""]), "x -to:1999");
    }
}
