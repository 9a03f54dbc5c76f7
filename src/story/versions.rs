//! Versions of one event: told otherwise by others, each with a date and evidence of its own.

use super::id::EventIx;
use super::whole::Story;

/// Steps from a version to the event that it is a version of; an author may have made a circle of them.
const MOST_STEPS: usize = 16;

/// Which events are versions of which: each with the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Versions {
    /// By version: the event that it is another version of, as the author says.
    said: Vec<(EventIx, EventIx)>,
    /// By the first: each event of its group, itself too.
    groups: Vec<(EventIx, EventIx)>,
}

impl Versions {
    /// From what the author says: an event, and which it is another version of.
    pub(crate) fn new(mut said: Vec<(EventIx, EventIx)>) -> Self {
        said.sort_unstable();
        said.dedup_by_key(|(version, _)| *version);
        let mut versions = Self {
            said,
            groups: Vec::new(),
        };
        let events = versions
            .said
            .iter()
            .flat_map(|&(version, of)| [version, of]);
        let mut groups: Vec<(EventIx, EventIx)> =
            events.map(|event| (versions.first(event), event)).collect();
        groups.sort_unstable();
        groups.dedup();
        versions.groups = groups;
        versions
    }

    /// The event that `version` is another version of, as the author says.
    fn of(&self, version: EventIx) -> Option<EventIx> {
        let found = self.said.binary_search_by_key(&version, |(held, _)| *held);
        found
            .ok()
            .and_then(|at| self.said.get(at))
            .map(|held| held.1)
    }

    /// The event that all versions of one lead to; of a circle, the one that the file has first.
    fn first(&self, event: EventIx) -> EventIx {
        let mut way = vec![event];
        while let Some(next) = way.last().and_then(|&last| self.of(last)) {
            if let Some(begin) = way.iter().position(|&held| held == next) {
                let circle = way.get(begin..).unwrap_or_default();
                return circle.iter().min().copied().unwrap_or(event);
            }
            if way.len() == MOST_STEPS {
                break;
            }
            way.push(next);
        }
        way.last().copied().unwrap_or(event)
    }
}

impl Story {
    /// The event that `event` is said to be another version of.
    #[must_use]
    pub fn version_of(&self, event: EventIx) -> Option<EventIx> {
        self.versions.of(event)
    }

    /// The other versions of `event`, in the order of the file.
    #[must_use]
    pub fn other_versions(&self, event: EventIx) -> Vec<EventIx> {
        let groups = &self.versions.groups;
        if groups.is_empty() {
            return Vec::new();
        }
        let first = self.versions.first(event);
        let from = groups.partition_point(|(held, _)| *held < first);
        let group = groups.get(from..).unwrap_or_default().iter();
        let group = group.take_while(|(held, _)| *held == first);
        let others = group.map(|(_, other)| *other);
        others.filter(|other| *other != event).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_one_event_know_each_other_whichever_way_they_are_said() {
        let at = |n: usize| EventIx::at(n);
        let story = Story {
            versions: Versions::new(vec![
                (at(3), at(1)),
                (at(5), at(3)),
                (at(7), at(8)),
                (at(8), at(7)),
            ]),
            ..Story::default()
        };
        assert_eq!(story.other_versions(at(1)), [at(3), at(5)]);
        assert_eq!(story.other_versions(at(5)), [at(1), at(3)]);
        assert_eq!(story.other_versions(at(7)), [at(8)], "a circle");
        assert_eq!(story.other_versions(at(2)), []);
    }
}
