//! By how many paragraphs a text has shifted since its passages were counted.

/// A quotation that was found for certain: which paragraph its passage names, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sighting {
    pub(super) said: u32,
    pub(super) found: u32,
}

impl Sighting {
    fn shift(self) -> i64 {
        i64::from(self.found) - i64::from(self.said)
    }
}

/// What the quotations that were found say of where paragraphs stand by now.
#[derive(Clone, Debug, Default)]
pub(super) struct Shifts(Vec<Sighting>);

impl Shifts {
    pub(super) fn new(mut sightings: Vec<Sighting>) -> Self {
        sightings.sort_unstable();
        Self(sightings)
    }

    /// The nearest sightings before and after the paragraph `said`, in that paragraph itself both.
    fn around(&self, said: u32) -> [Option<Sighting>; 2] {
        let first = self.0.partition_point(|sighting| sighting.said < said);
        let after = self.0.get(first).copied();
        if after.is_some_and(|after| after.said == said) {
            return [after, after];
        }
        let before = first.checked_sub(1).and_then(|n| self.0.get(n));
        [before.copied(), after]
    }

    /// Which paragraphs the paragraph `said` may be by now.
    pub(super) fn expected(&self, said: u32) -> Vec<u32> {
        let around = self.around(said).into_iter().flatten();
        let mut shifts: Vec<i64> = around.map(Sighting::shift).collect();
        if shifts.is_empty() {
            shifts.push(0);
        }
        let least = shifts.iter().copied().min().unwrap_or(0);
        let most = shifts.iter().copied().max().unwrap_or(0);
        let paragraph = |shift: i64| u32::try_from(i64::from(said) + shift).ok();
        // What came in or went between the two may have done so on either side.
        (least..=most.min(least + MOST_BETWEEN))
            .filter_map(paragraph)
            .collect()
    }

    /// Whether a quotation stands in another paragraph than its passage says, and not only because
    /// paragraphs before it came in or went: its neighbours have not shifted alike. `lost` quotations that
    /// were not found in one place may account for as many paragraphs.
    pub(super) fn is_moved(&self, sighting: Sighting, lost: usize) -> bool {
        let shift = sighting.shift();
        if shift == 0 {
            return false;
        }
        let before = self.0.partition_point(|other| other.said < sighting.said);
        let after = self.0.partition_point(|other| other.said <= sighting.said);
        let own = self.0.get(before..after).unwrap_or_default().iter();
        let own = own.map(|other| other.shift());
        let neighbours = [
            before.checked_sub(1).and_then(|n| self.0.get(n)),
            self.0.get(after),
        ];
        let alike = neighbours
            .into_iter()
            .flatten()
            .any(|other| other.shift() == shift);
        let lost = i64::try_from(lost).unwrap_or(i64::MAX);
        !alike && own.clone().count() <= 1 && shift.abs() > lost
            || own.into_iter().any(|other| other != shift)
    }
}

/// Paragraphs between two sightings that are taken into account.
const MOST_BETWEEN: i64 = 64;

#[cfg(test)]
mod tests {
    use super::*;

    fn shifts(pairs: &[(u32, u32)]) -> Shifts {
        let sightings = pairs.iter();
        Shifts::new(
            sightings
                .map(|&(said, found)| Sighting { said, found })
                .collect(),
        )
    }

    #[test]
    fn a_paragraph_stands_where_its_neighbours_say() {
        let gone = shifts(&[(2, 2), (5, 5), (8, 7), (12, 11)]);
        assert_eq!(gone.expected(3), [3]);
        assert_eq!(gone.expected(6), [5, 6]);
        assert_eq!(gone.expected(10), [9]);
        assert_eq!(gone.expected(40), [39]);
        assert_eq!(Shifts::default().expected(7), [7]);
    }

    #[test]
    fn a_quotation_has_moved_where_its_neighbours_have_not() {
        let sighting = |said, found| Sighting { said, found };
        let gone = shifts(&[(2, 2), (5, 5), (8, 7), (12, 11)]);
        assert!(!gone.is_moved(sighting(5, 5), 0));
        assert!(!gone.is_moved(sighting(8, 7), 1), "a paragraph went");
        let wrong = shifts(&[(2, 2), (5, 9), (12, 12)]);
        assert!(wrong.is_moved(sighting(5, 9), 1));
        assert!(!wrong.is_moved(sighting(12, 12), 0));
        let split = shifts(&[(2, 2), (5, 5), (5, 6), (12, 12)]);
        assert!(split.is_moved(sighting(5, 6), 0));
    }
}
