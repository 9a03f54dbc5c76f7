//! Verifies quotations against the text of their source.
//!
//! A [`Text`] is folded once to its letters and digits; all quotations are then sought in it
//! together. What is found is compared strictly with the text itself. Quotations that do not stand
//! in the text are matched approximately, and one that might stand at two places as well is never
//! given one of them. Quotations are described as the selectors of the W3C Web Annotation Data
//! Model (2017) do: by exact text, prefix, suffix and position.

mod align;
mod chain;
mod exact;
mod fold;
mod gram;
mod hints;
mod judge;
mod myers;
mod normal;
mod place;
mod sought;
mod text;
mod votes;
mod words;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

pub use hints::context;
pub use text::Text;

use judge::{Approximation, Case};

/// What is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Quotation<'a> {
    /// The words quoted.
    pub exact: &'a str,
    /// What stands before them; empty where it is not known.
    pub prefix: &'a str,
    /// What stands after them; empty where it is not known.
    pub suffix: &'a str,
    /// The code points they cover, counted from 0, the end excluded.
    pub position: Option<(u32, u32)>,
    /// The paragraph they stand in, counted from 1.
    pub paragraph: Option<u32>,
}

/// How a quotation stands to its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// It stands there verbatim.
    Verified,
    /// It stands there but for white space, typographic marks, case and broken words.
    Normalised,
    /// It stands there with other differences.
    Drifted,
    /// It may stand at several places, and nothing decides between them.
    Ambiguous,
    /// It does not stand there.
    Missing,
}

/// A place in the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// The bytes it covers, in order; several where the quotation leaves something out.
    pub spans: Vec<Range<usize>>,
}

/// Some words of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Words that both have, as the source writes them.
    Same(String),
    /// Words of the quotation that the source has not.
    Missing(String),
    /// Words of the source that the quotation has not.
    Added(String),
}

/// What was found of one quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How it stands to its source.
    pub verdict: Verdict,
    /// Where it stands: one place; the first 20 where it is ambiguous; none where it is missing.
    pub places: Vec<Place>,
    /// How many places there are, counted up to 1,000.
    pub count: usize,
    /// The words that differ and those around them; empty unless the verdict is `Drifted`.
    pub differences: Vec<Piece>,
    /// The paragraph where it was found, where the quotation names another one.
    pub paragraph_differs: Option<u32>,
    /// The place that comes nearest, where the quotation is missing.
    pub nearest: Option<Place>,
}

impl Finding {
    /// Nothing found.
    fn missing(nearest: Option<Place>) -> Self {
        Self {
            verdict: Verdict::Missing,
            places: Vec::new(),
            count: 0,
            differences: Vec::new(),
            paragraph_differs: None,
            nearest,
        }
    }
}

/// Finds all of `quotations` in `text`, one finding for each in the same order.
///
/// The findings are the same for any number of threads. Once `cancel` is set the search stops
/// early, and what has not been found by then is missing.
#[must_use]
pub fn find_all(text: &Text, quotations: &[Quotation<'_>], cancel: &AtomicBool) -> Vec<Finding> {
    let mut numbers: HashMap<&Quotation<'_>, usize> = HashMap::with_capacity(quotations.len());
    let mut distinct = Vec::with_capacity(quotations.len());
    let order: Vec<usize> = quotations
        .iter()
        .map(|quotation| {
            *numbers.entry(quotation).or_insert_with(|| {
                distinct.push(*quotation);
                distinct.len() - 1
            })
        })
        .collect();
    let findings = find_distinct(text, &distinct, cancel);
    let finding = |number: usize| findings.get(number).cloned();
    order
        .into_iter()
        .map(|number| finding(number).unwrap_or_else(|| Finding::missing(None)))
        .collect()
}

fn find_distinct(text: &Text, quotations: &[Quotation<'_>], cancel: &AtomicBool) -> Vec<Finding> {
    let cases: Vec<Case<'_>> = quotations
        .par_iter()
        .map(|quotation| Case::new(*quotation))
        .collect();
    let mut passages = Passages::default();
    let asked: Vec<[Option<usize>; 3]> = cases
        .iter()
        .map(|case| {
            case.passages()
                .map(|passage| passage.and_then(|letters| passages.add(letters)))
        })
        .collect();
    let places = exact::places(text.letters(), &passages.list, cancel);
    let hits = |number: Option<usize>| {
        number
            .and_then(|number| places.get(number))
            .map_or(&[][..], Vec::as_slice)
    };
    let mut findings: Vec<Option<Finding>> = cases
        .par_iter()
        .zip(&asked)
        .map(|(case, asked)| {
            let stopped = cancel.load(Ordering::Relaxed);
            if stopped {
                None
            } else {
                case.settle(text, asked.map(hits))
            }
        })
        .collect();
    let open: Vec<(usize, &Case<'_>)> = cases
        .iter()
        .enumerate()
        .filter(|(number, _)| findings.get(*number).is_some_and(Option::is_none))
        .collect();
    let approximate = find_approximately(text, &open, cancel);
    for ((number, _), finding) in open.into_iter().zip(approximate) {
        if let Some(place) = findings.get_mut(number) {
            *place = Some(finding);
        }
    }
    findings
        .into_iter()
        .map(|finding| finding.unwrap_or_else(|| Finding::missing(None)))
        .collect()
}

/// The findings of the cases that do not stand in the text letter by letter.
fn find_approximately(
    text: &Text,
    open: &[(usize, &Case<'_>)],
    cancel: &AtomicBool,
) -> Vec<Finding> {
    let mut passages = Passages::default();
    let main: Vec<Option<usize>> = open
        .iter()
        .map(|(_, case)| passages.add(case.main_letters()))
        .collect();
    let windows = votes::windows(text.letters(), &passages.list, cancel);
    let found: Vec<Approximation> = open
        .par_iter()
        .zip(&main)
        .map(|((_, case), &main)| {
            if cancel.load(Ordering::Relaxed) {
                return Approximation::default();
            }
            let windows = main
                .and_then(|main| windows.get(main))
                .map_or(&[][..], Vec::as_slice);
            case.approximate(text, windows)
        })
        .collect();
    let mut passages = Passages::default();
    let only: Vec<Option<usize>> = found
        .iter()
        .map(|found| {
            found
                .only_letters(text)
                .and_then(|letters| passages.add(letters))
        })
        .collect();
    let twins = exact::places(text.letters(), &passages.list, cancel);
    open.par_iter()
        .zip(found)
        .zip(&only)
        .map(|(((_, case), found), &only)| {
            let twins = only
                .and_then(|only| twins.get(only))
                .map_or(&[][..], Vec::as_slice);
            case.conclude(text, found, twins)
        })
        .collect()
}

/// Distinct passages of letters and their numbers.
#[derive(Default)]
struct Passages<'a> {
    list: Vec<&'a [u8]>,
    numbers: HashMap<&'a [u8], usize>,
}

impl<'a> Passages<'a> {
    /// The number of a passage; none where it has no letters.
    fn add(&mut self, letters: &'a [u8]) -> Option<usize> {
        if letters.is_empty() {
            return None;
        }
        let list = &mut self.list;
        Some(*self.numbers.entry(letters).or_insert_with(|| {
            list.push(letters);
            list.len() - 1
        }))
    }
}

#[cfg(test)]
mod tests;
