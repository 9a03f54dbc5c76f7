//! Actors who are nearly called as was sought: by names with a letter too few, too many, changed or out of place.

use std::collections::HashMap;

use ahash::RandomState;

use crate::story::{ActorIx, Item, ItemKind, Story};

use super::folding::folded;
use super::{Hit, Hits, Why};

/// Actors that are found so.
const MOST: usize = 6;
/// Letters of a word from which a slip is forgiven, and from which a second one is.
const SLIPS: [usize; 2] = [4, 8];
/// Letters of a word beyond which nobody has slipped, but means something else.
const LONGEST: usize = 32;

/// The words of all names, each once, and who bears them.
#[derive(Debug, Default)]
pub(super) struct Names {
    words: Vec<Word>,
    /// How long the name of each actor is, in bytes.
    lengths: Vec<u16>,
}

#[derive(Debug)]
struct Word {
    text: Box<str>,
    letters: Letters,
    /// In order, each once.
    bearers: Vec<ActorIx>,
}

/// What is compared before the letters are, one after the other.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Letters {
    first: [Option<char>; 2],
    count: usize,
    /// A bit for each letter that occurs; letters share bits.
    all: u32,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut letters = text.chars();
        Self {
            first: [letters.next(), letters.next()],
            count: text.chars().count(),
            all: text
                .chars()
                .fold(0, |all, letter| all | 1 << (u32::from(letter) % 32)),
        }
    }

    /// Whether `other` may begin with these letters but for so many slips.
    fn may_begin(self, other: Self, slips: usize) -> bool {
        let ([first, second], [other_first, other_second]) = (self.first, other.first);
        // Hardly anybody slips at the beginning, but for a letter that is missing, doubled or out of place.
        let alike = first == other_first || first == other_second || second == other_first;
        alike
            && self.count <= other.count + slips
            && (self.all & !other.all).count_ones() as usize <= slips
    }
}

impl Names {
    /// The words of the names of the actors of `story`.
    pub(super) fn of(story: &Story) -> Self {
        let mut bearers: HashMap<String, Vec<ActorIx>, RandomState> = HashMap::default();
        for (ix, actor) in story.actors_with_ix() {
            for name in actor.aliases.iter().chain([actor.name]) {
                let name = folded(name);
                for word in name.split(|letter: char| !letter.is_alphanumeric()) {
                    if word.is_empty() {
                        continue;
                    }
                    let held = bearers.entry(word.to_owned()).or_default();
                    if held.last() != Some(&ix) {
                        held.push(ix);
                    }
                }
            }
        }
        let words = bearers.into_iter().map(|(text, bearers)| Word {
            letters: Letters::of(&text),
            text: text.into(),
            bearers,
        });
        let length = |name: &str| u16::try_from(name.len()).unwrap_or(u16::MAX);
        Self {
            words: words.collect(),
            lengths: story.actors().map(|actor| length(actor.name)).collect(),
        }
    }

    /// The actors in whose names each of `words` is begun but for a slip or two, without `known`; none where
    /// nothing is nearly so.
    pub(super) fn nearly(&self, words: &[String], known: &[Hit]) -> Option<Hits> {
        let mut found: HashMap<ActorIx, (usize, Vec<&str>), RandomState> = HashMap::default();
        for (n, word) in words.iter().enumerate() {
            let near = self.near(word);
            if n == 0 {
                found = near
                    .into_iter()
                    .map(|(ix, (slips, text))| (ix, (slips, vec![text])))
                    .collect();
            } else {
                found.retain(|ix, (slips, texts)| {
                    near.get(ix).is_some_and(|(more, text)| {
                        *slips += more;
                        texts.push(text);
                        true
                    })
                });
            }
        }
        let is_known = |ix: ActorIx| known.iter().any(|hit| hit.item == Item::Actor(ix));
        let mut best: Vec<(u64, ActorIx)> = found
            .iter()
            .filter(|(ix, (slips, _))| *slips > 0 && !is_known(**ix))
            .map(|(ix, (slips, _))| {
                let length = self.lengths.get(ix.index()).copied().unwrap_or(0);
                ((*slips as u64) << 16 | u64::from(length), *ix)
            })
            .collect();
        let count = best.len();
        best.sort_unstable();
        best.truncate(MOST);
        let texts = best.iter().filter_map(|(_, ix)| found.get(ix));
        let lit: Vec<String> = texts
            .flat_map(|(_, texts)| texts.iter().map(|text| (*text).to_owned()))
            .collect();
        let best: Vec<Hit> = best
            .into_iter()
            .map(|(rank, ix)| Hit {
                item: Item::Actor(ix),
                rank,
            })
            .collect();
        (count > 0).then_some(Hits {
            kind: ItemKind::Actor,
            why: Why::NearlyCalled,
            lit,
            best,
            count,
        })
    }

    /// Who bears a word that `word` begins but for a slip or two: with how many, and the word.
    fn near(&self, word: &str) -> HashMap<ActorIx, (usize, &str), RandomState> {
        let letters = Letters::of(word);
        let most = SLIPS.iter().filter(|from| letters.count >= **from).count();
        let most = if letters.count > LONGEST { 0 } else { most };
        let mut found: HashMap<ActorIx, (usize, &str), RandomState> = HashMap::default();
        for name in &self.words {
            let slips = if name.text.starts_with(word) {
                0
            } else if most == 0 || !letters.may_begin(name.letters, most) {
                continue;
            } else {
                slips(word, letters.count, &name.text, most)
            };
            if slips > most {
                continue;
            }
            for ix in &name.bearers {
                let held = found.entry(*ix).or_insert((slips, &name.text));
                if slips < held.0 {
                    *held = (slips, &name.text);
                }
            }
        }
        found
    }
}

/// With how many slips `word`, of `count` letters, begins `name`; one that changes places with its neighbour
/// is one slip.
fn slips(word: &str, count: usize, name: &str, most: usize) -> usize {
    let ends = name.char_indices().map(|(at, _)| at).chain([name.len()]);
    let ends = ends.skip(count.saturating_sub(most)).take(2 * most + 1);
    ends.filter_map(|end| name.get(..end))
        .map(|begun| strsim::osa_distance(word, begun))
        .min()
        .unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_out_of_place_is_one_slip_and_the_rest_of_the_name_counts_not() {
        let slips = |word: &str, name: &str| slips(word, word.chars().count(), name, 2);
        assert_eq!(slips("hauwei", "huawei"), 1);
        assert_eq!(slips("hauw", "huawei"), 1);
        assert_eq!(slips("blnken", "blinken"), 1);
        assert_eq!(slips("raimondo", "raimondo"), 0);
        assert_eq!(slips("zuckerburg", "zuckerberg"), 1);
        assert!(slips("letter", "minister") > 2);
    }

    #[test]
    fn what_cannot_be_near_is_not_compared() {
        let may = |word: &str, name: &str| Letters::of(word).may_begin(Letters::of(name), 1);
        assert!(may("hauwei", "huawei") && may("uawei", "huawei") && may("hhuawei", "huawei"));
        assert!(!may("mouse", "house") && !may("huawei", "hua") && !may("huxyz", "huawei"));
    }
}
