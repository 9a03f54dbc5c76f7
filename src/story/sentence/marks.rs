//! What is approximate, what is uncertain, and what of it.

use edtf_core::{Date, Qualifier};

use super::single::part_noun;

/// What the marks `~`, `?` and `%` of a date say.
pub(super) struct Marks {
    /// All of the date is approximate.
    pub about: bool,
    /// The day alone is approximate: "about the 11th".
    pub day_about: bool,
    /// All of the date is uncertain.
    doubtful: bool,
    /// What is said of parts of it.
    parts: Vec<String>,
}

impl Marks {
    pub(super) fn of(date: &Date) -> Self {
        let month = date.month.map(|month| {
            let noun = month.value().map_or("month", part_noun);
            (noun, month.qualifier)
        });
        let day = date.day.map(|day| ("day", day.qualifier));
        let parts: Vec<(&str, Qualifier)> = [Some(("year", date.year.qualifier)), month, day]
            .into_iter()
            .flatten()
            .collect();
        let all = |of: fn(&Qualifier) -> bool| parts.iter().all(|(_, mark)| of(mark));
        let (about, doubtful) = (all(|mark| mark.approximate), all(|mark| mark.uncertain));
        let approximate = |n: usize| parts.get(n).is_some_and(|(_, mark)| mark.approximate);
        let day_about = approximate(2)
            && !approximate(0)
            && !approximate(1)
            && date.day.is_some_and(|day| day.value().is_some())
            && date.month.is_some_and(|month| month.value().is_some());
        // Parts with the same marks are named together.
        let mut notes: Vec<(Vec<&str>, &str)> = Vec::new();
        for (n, (noun, mark)) in parts.iter().enumerate() {
            let about = mark.approximate && !about && !(day_about && n == 2);
            let said = match (about, mark.uncertain && !doubtful) {
                (false, false) => continue,
                (true, false) => "approximate",
                (false, true) => "uncertain",
                (true, true) => "approximate and uncertain",
            };
            match notes.iter_mut().find(|(_, other)| *other == said) {
                Some((nouns, _)) => nouns.push(noun),
                None => notes.push((vec![noun], said)),
            }
        }
        Self {
            about,
            day_about,
            doubtful,
            parts: notes
                .into_iter()
                .map(|(nouns, said)| format!("{} {said}", nouns.join(" and ")))
                .collect(),
        }
    }

    /// What is not said by "about".
    pub(super) fn note(&self, about_is_said: bool) -> String {
        let whole = match (self.about && !about_is_said, self.doubtful) {
            (false, false) => None,
            (true, false) => Some("approximate"),
            (false, true) => Some("uncertain"),
            (true, true) => Some("approximate and uncertain"),
        };
        let parts = self.parts.iter().map(String::as_str);
        whole
            .into_iter()
            .chain(parts)
            .collect::<Vec<_>>()
            .join(", ")
    }
}
