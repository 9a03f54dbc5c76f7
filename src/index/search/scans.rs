//! Which records hold a word: known for the words that were asked for with the keystroke before, and found the sooner for
//! those that go on from them.

use std::cell::RefCell;
use std::sync::{Mutex, PoisonError};

use memchr::memmem;

use super::super::Index;
use super::super::query::{Held, Query, Sieve};
use super::Searcher;

/// Of a word that at most one in so many records holds, those records are looked at alone for a longer one.
const RARE: usize = 4;

/// The words that were asked for last, each with which records hold it.
#[derive(Debug, Default)]
pub(super) struct Scans(Mutex<Vec<(String, Held)>>);

impl Scans {
    fn take(&self) -> Vec<(String, Held)> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn keep(&self, scans: Vec<(String, Held)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = scans;
    }
}

impl Searcher {
    /// `query` made ready for the story of `index`.
    pub(super) fn sieve(&self, index: &Index, query: &Query) -> Sieve {
        let before = self.scans.take();
        let now = RefCell::new(Vec::new());
        let sieve = Sieve::with_words(query, index, |word| {
            let held = self.held(word, &before);
            now.borrow_mut().push((word.to_owned(), held.clone()));
            Some(held)
        });
        self.scans.keep(now.into_inner());
        sieve
    }

    /// Which records hold `word`, where that is known of the words `before`.
    fn held(&self, word: &str, before: &[(String, Held)]) -> Held {
        if let Some((_, held)) = before.iter().find(|(known, _)| known == word) {
            return held.clone();
        }
        let mut records = vec![word.is_empty(); self.items.len()];
        let begun = before
            .iter()
            .filter(|(known, _)| word.contains(known.as_str()));
        let begun = begun.min_by_key(|(_, held)| held.count());
        match begun {
            _ if word.is_empty() => {}
            Some((_, held)) if held.count() <= records.len() / RARE => {
                let finder = memmem::Finder::new(word);
                for at in held.places() {
                    let text = self.text(at).unwrap_or_default();
                    records[at] = finder.find(text.as_bytes()).is_some();
                }
            }
            _ => {
                for at in self.holding(word) {
                    records[at] = true;
                }
            }
        }
        Held::new(records, self.kinds)
    }
}
