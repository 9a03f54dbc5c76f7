//! What is approximate, what is uncertain, and what of it.

use edtf_core::{Date, DateField, Qualifier};

use super::single::Unit;
use crate::language::say;

/// What the marks `~`, `?` and `%` of a date say.
pub(super) struct Marks {
    /// All of the date is approximate.
    pub about: bool,
    /// The day alone is approximate: "about the 11th".
    pub day_about: bool,
    /// All of the date is uncertain.
    doubtful: bool,
    /// What is said of parts of it: approximate, uncertain or both.
    parts: Vec<(Vec<Unit>, (bool, bool))>,
}

impl Marks {
    pub(super) fn of(date: &Date) -> Self {
        let month = date.month.map(|month| {
            let unit = month.value().map_or(Unit::Month, Unit::of_month);
            (unit, month.qualifier)
        });
        let day = date.day.map(|day| (Unit::Day, day.qualifier));
        let parts: Vec<(Unit, Qualifier)> = [Some((Unit::Year, date.year.qualifier)), month, day]
            .into_iter()
            .flatten()
            .collect();
        let all = |of: fn(&Qualifier) -> bool| parts.iter().all(|(_, mark)| of(mark));
        let (about, doubtful) = (all(|mark| mark.approximate), all(|mark| mark.uncertain));
        let approximate = |n: usize| parts.get(n).is_some_and(|(_, mark)| mark.approximate);
        let is_given =
            |field: Option<DateField>| field.is_some_and(|field| field.value().is_some());
        let day_about = approximate(2)
            && !approximate(0)
            && !approximate(1)
            && is_given(date.day)
            && is_given(date.month);
        // Parts with the same marks are named together.
        let mut notes: Vec<(Vec<Unit>, (bool, bool))> = Vec::new();
        for (n, &(unit, mark)) in parts.iter().enumerate() {
            let about = mark.approximate && !about && !(day_about && n == 2);
            let said = (about, mark.uncertain && !doubtful);
            if said == (false, false) {
                continue;
            }
            match notes.iter_mut().find(|(_, other)| *other == said) {
                Some((units, _)) => units.push(unit),
                None => notes.push((vec![unit], said)),
            }
        }
        Self {
            about,
            day_about,
            doubtful,
            parts: notes,
        }
    }

    /// What is not said by "about".
    pub(super) fn note(&self, about_is_said: bool) -> String {
        let whole = match (self.about && !about_is_said, self.doubtful) {
            (false, false) => None,
            (true, false) => Some(say!("story-approximate").to_owned()),
            (false, true) => Some(say!("story-uncertain").to_owned()),
            (true, true) => Some(say!("story-approximate-uncertain").to_owned()),
        };
        let parts = self.parts.iter().map(|(units, marks)| {
            let parts = named(units);
            match marks {
                (_, false) => say!("story-part-approximate", part = parts),
                (false, true) => say!("story-part-uncertain", part = parts),
                (true, true) => say!("story-part-approximate-uncertain", part = parts),
            }
        });
        whole
            .into_iter()
            .chain(parts)
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// "year and month".
fn named(units: &[Unit]) -> String {
    let mut units = units.iter().map(|unit| match unit {
        Unit::Day => say!("story-part-day"),
        Unit::Month => say!("story-part-month"),
        Unit::Season => say!("story-part-season"),
        Unit::Quarter => say!("story-part-quarter"),
        Unit::Third => say!("story-part-third"),
        Unit::Half => say!("story-part-half"),
        Unit::Year => say!("story-part-year"),
    });
    let first = units.next().unwrap_or_default().to_owned();
    units.fold(first, |before, next| {
        say!("story-parts", first = before, last = next)
    })
}
