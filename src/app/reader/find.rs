//! Finding words within a text.

use std::ops::Range;

use eframe::egui::{Key, Label, RichText, Ui};
use memchr::memmem;

use crate::language::say;
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};

use super::super::look::{named, search_field};

/// Places that are found at most.
const MOST: usize = 10_000;

/// The words that are sought, and where they stand.
#[derive(Default)]
pub(super) struct Find {
    words: String,
    sought: String,
    found: Vec<Range<usize>>,
    /// Which of them was gone to last.
    at: usize,
}

impl Find {
    /// Looks for the words in another text, without going to any.
    pub(super) fn renew(&mut self, text: &str) {
        self.found = places(text, &self.sought);
        self.at = 0;
    }

    /// Where the words stand, in order.
    pub(super) fn found(&self) -> &[Range<usize>] {
        &self.found
    }

    /// The place that was gone to last.
    pub(super) fn current(&self) -> Option<&Range<usize>> {
        self.found.get(self.at)
    }

    /// The field; where another place is to be looked at, its bytes.
    pub(super) fn show(&mut self, ui: &mut Ui, text: &str, theme: &Theme) -> Option<Range<usize>> {
        let width = (ui.available_width() - 260.0).clamp(70.0, 150.0);
        let response = search_field(ui, &mut self.words, say!("reader-find"), width, theme);
        let mut go = None;
        if self.words != self.sought {
            self.sought.clone_from(&self.words);
            self.found = places(text, &self.sought);
            self.at = 0;
            go = self.found.first().cloned();
        }
        let (mut on, mut back) = (false, false);
        if self.found.len() > 1 {
            let before = ui
                .small_button("‹")
                .on_hover_text(say!("reader-find-before"));
            let after = ui.small_button("›").on_hover_text(say!("reader-find-next"));
            (back, on) = (before.clicked(), after.clicked());
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered {
            let shift = ui.input(|input| input.modifiers.shift);
            (back, on) = (back || shift, on || !shift);
        }
        if (back || on) && !self.found.is_empty() {
            let count = self.found.len();
            self.at = if back {
                self.at + count - 1
            } else {
                self.at + 1
            } % count;
            go = self.found.get(self.at).cloned();
            if entered {
                response.request_focus();
            }
        }
        if !self.sought.is_empty() {
            let words = match self.found.len() {
                0 => say!("reader-find-none").to_owned(),
                count => say!("reader-find-place", place = self.at + 1, count = count),
            };
            let words = RichText::new(words).text_style(named(TextStyle::Caption));
            ui.add(Label::new(words.color(color32(theme.muted))));
        }
        go
    }
}

/// Where `words` stand in `text`, whatever their case; at most [`MOST`] places, which do not overlap.
fn places(text: &str, words: &str) -> Vec<Range<usize>> {
    let sought: Vec<char> = words.chars().flat_map(char::to_lowercase).collect();
    let Some(&first) = sought.first() else {
        return Vec::new();
    };
    // Only where a letter stands that the first may be is looked at more closely.
    let forms: Vec<String> = [first.to_string(), first.to_uppercase().collect()].into();
    let finders = forms.iter().enumerate();
    let finders = finders.filter(|(n, form)| *n == 0 || **form != forms[0]);
    let found =
        finders.map(|(_, form)| memmem::find_iter(text.as_bytes(), form.as_bytes()).collect());
    let found: Vec<Vec<usize>> = found.collect();
    let mut places: Vec<Range<usize>> = Vec::new();
    for at in merged(&found) {
        if places.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        if let Some(length) = begins_with(rest, &sought) {
            places.push(at..at + length);
            if places.len() == MOST {
                break;
            }
        }
    }
    places
}

/// Two rising lists as one.
fn merged(lists: &[Vec<usize>]) -> impl Iterator<Item = usize> {
    let mut all: Vec<usize> = lists.iter().flatten().copied().collect();
    all.sort_unstable();
    all.into_iter()
}

/// How many bytes of the beginning of `text` are `sought`; none where it begins otherwise.
fn begins_with(text: &str, sought: &[char]) -> Option<usize> {
    let mut wanted = sought.iter();
    for (at, letter) in text.char_indices() {
        // A letter counts as a whole, or not at all.
        for lower in letter.to_lowercase() {
            if wanted.next() != Some(&lower) {
                return None;
            }
        }
        if wanted.as_slice().is_empty() {
            return Some(at + letter.len_utf8());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case() {
        let text = "Über den Wolken, über alles; ÜBERALL";
        let found = places(text, "über");
        let words: Vec<&str> = found.iter().map(|range| &text[range.clone()]).collect();
        assert_eq!(words, ["Über", "über", "ÜBER"]);
        assert_eq!(places("aaaa", "aa").len(), 2);
        assert!(places("x", "").is_empty());
        assert!(places("", "x").is_empty());
    }
}
