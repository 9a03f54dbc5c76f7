//! Words that items have, numbered: the same number for the same word, whatever its capitals and accents.

use std::collections::HashMap;

use ahash::RandomState;

use super::search::folded;

/// A word with its number's place in a list.
#[derive(Debug, PartialEq)]
pub(super) struct Numbered {
    /// As filters compare it.
    pub(super) folded: String,
    /// As the story spells it first.
    pub(super) spelt: String,
}

/// Words being numbered, item by item.
#[derive(Default)]
pub(super) struct Words<'s> {
    numbered: Vec<Numbered>,
    /// None for words without a letter.
    spelt: HashMap<&'s str, Option<u32>, RandomState>,
    keys: HashMap<String, u32, RandomState>,
    starts: Vec<u32>,
    values: Vec<u32>,
}

impl<'s> Words<'s> {
    /// The next item has these words; those without a letter do not count, and each counts once.
    pub(super) fn item(&mut self, words: impl IntoIterator<Item = &'s str>) {
        let first = self.values.len();
        self.starts.push(u32::try_from(first).unwrap_or(u32::MAX));
        for word in words {
            if word.is_empty() {
                continue;
            }
            if let Some(number) = self.number(word)
                && !self.values[first..].contains(&number)
            {
                self.values.push(number);
            }
        }
    }

    fn number(&mut self, word: &'s str) -> Option<u32> {
        if let Some(&number) = self.spelt.get(word) {
            return number;
        }
        let next = u32::try_from(self.numbered.len()).unwrap_or(u32::MAX);
        let folded = folded(word);
        let number = (!folded.is_empty()).then(|| {
            *self.keys.entry(folded).or_insert_with_key(|folded| {
                self.numbered.push(Numbered {
                    folded: folded.clone(),
                    spelt: word.to_owned(),
                });
                next
            })
        });
        self.spelt.insert(word, number);
        number
    }

    /// The words by their numbers; where each item's list begins, and the lists.
    pub(super) fn done(self) -> (Vec<Numbered>, [Vec<u32>; 2]) {
        (self.numbered, [self.starts, self.values])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_number_whatever_its_capitals_and_accents() {
        let mut words = Words::default();
        words.item(["Cloud", "chips", "cloud"]);
        words.item(["", "\u{301}"]);
        words.item(["CHÍPS"]);
        let (numbered, [starts, values]) = words.done();
        let keys: Vec<&str> = numbered.iter().map(|word| word.folded.as_str()).collect();
        assert_eq!(keys, ["cloud", "chips"]);
        assert_eq!(numbered[0].spelt, "Cloud");
        assert_eq!((starts, values), (vec![0, 2, 2], vec![0, 1, 1]));
    }
}
