//! From letters to lines.

/// How far a letter may stand above or below its line, in sizes: notes and indices do.
const OFF_BASE: f64 = 0.5;
/// How far a letter may reach back into the one before it, in sizes.
const BACK: f64 = 1.0;
/// How much room between two letters is a space, in sizes.
const SPACE: f64 = 0.15;
/// How much room between two letters is that between columns of a table, in sizes.
const COLUMN: f64 = 2.5;
/// How far the senses of two letters in a line may differ.
const TURNED: f64 = 0.05;

/// A letter, or letters that are drawn as one.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub(super) words: String,
    /// Where it begins and ends along its line, in points.
    pub(super) start: f64,
    pub(super) end: f64,
    /// How high its line is, square to the line, in points.
    pub(super) base: f64,
    /// How high letters of its font are, in points; above 0.
    pub(super) size: f64,
    /// The unit vector along the line.
    pub(super) sense: (f64, f64),
}

/// A line of a page.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) start: f64,
    pub(super) end: f64,
    pub(super) base: f64,
    /// The size that most of its letters have.
    pub(super) size: f64,
    pub(super) sense: (f64, f64),
    /// By how many letters that size is ahead.
    ahead: usize,
}

impl Line {
    fn new(letter: Letter) -> Self {
        Self {
            text: letter.words,
            start: letter.start,
            end: letter.end,
            base: letter.base,
            size: letter.size,
            sense: letter.sense,
            ahead: 1,
        }
    }

    /// The bytes that it will take of the text.
    pub(super) fn room(&self) -> usize {
        self.text.len() + 2
    }

    /// Whether `other` is written in the same sense.
    pub(super) fn is_along(&self, other: (f64, f64)) -> bool {
        (self.sense.0 - other.0).abs() + (self.sense.1 - other.1).abs() < TURNED
    }

    fn takes(&self, letter: &Letter) -> bool {
        let size = self.size.max(letter.size);
        self.is_along(letter.sense)
            && (self.base - letter.base).abs() < OFF_BASE * size
            && letter.start > self.end - BACK * size
    }

    fn add(&mut self, letter: &Letter) {
        let gap = letter.start - self.end;
        let size = self.size.max(letter.size);
        let open = self.text.ends_with(char::is_whitespace) || self.text.is_empty();
        if gap > COLUMN * size && !self.text.is_empty() {
            self.text.truncate(self.text.trim_end().len());
            self.text.push('\t');
        } else if gap > SPACE * size && !open && !letter.words.starts_with(char::is_whitespace) {
            self.text.push(' ');
        }
        self.text.push_str(&letter.words);
        self.end = self.end.max(letter.end);
        // The majority vote of Boyer and Moore; sizes need not be equal to the last bit.
        if (self.size - letter.size).abs() < 0.01 * self.size {
            self.ahead += 1;
        } else if self.ahead > 0 {
            self.ahead -= 1;
        } else {
            self.size = letter.size;
            self.base = letter.base;
            self.ahead = 1;
        }
    }
}

/// The lines of a page while it is read.
#[derive(Debug)]
pub(super) struct Lines {
    found: Vec<Line>,
    room: usize,
    full: bool,
}

impl Lines {
    /// None yet, and room for so many bytes.
    pub(super) fn new(room: usize) -> Self {
        Self {
            found: Vec::new(),
            room,
            full: false,
        }
    }

    /// Whether there is no more room.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// Adds a letter, to the last line or as the first of a new one.
    pub(super) fn add(&mut self, letter: Letter) {
        // A space and the end of a line may come to it, and a line takes room itself.
        let takes = letter.words.len() + 1;
        match self.found.last_mut() {
            Some(line) if line.takes(&letter) => line.add(&letter),
            _ if letter.words.trim().is_empty() => return,
            _ => self.found.push(Line::new(letter)),
        }
        self.full = self.room < takes;
        self.room = self.room.saturating_sub(takes);
    }

    /// The lines that have words; none where there was no room for all.
    pub(super) fn finish(mut self) -> Option<Vec<Line>> {
        if self.full {
            return None;
        }
        for line in &mut self.found {
            line.text.truncate(line.text.trim_end().len());
        }
        self.found.retain(|line| !line.text.is_empty());
        Some(self.found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(words: &str, start: f64, base: f64, size: f64) -> Letter {
        Letter {
            words: words.into(),
            start,
            end: start + 5.0,
            base,
            size,
            sense: (1.0, 0.0),
        }
    }

    fn read(letters: Vec<Letter>) -> Vec<String> {
        let mut lines = Lines::new(1000);
        for letter in letters {
            lines.add(letter);
        }
        let lines = lines.finish().unwrap();
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn gaps_are_spaces_and_wide_ones_columns() {
        let found = read(vec![
            letter("a", 0.0, 0.0, 10.0),
            letter("b", 5.5, 0.0, 10.0),
            letter("c", 13.0, 0.0, 10.0),
            letter(" ", 18.0, 0.0, 10.0),
            letter("d", 25.0, 0.0, 10.0),
            letter("e", 80.0, 0.0, 10.0),
        ]);
        assert_eq!(found, ["ab c d\te"]);
    }

    #[test]
    fn a_letter_lower_or_further_back_begins_a_line_and_a_raised_one_does_not() {
        let found = read(vec![
            letter("a", 0.0, 0.0, 10.0),
            letter("1", 5.0, 4.0, 6.0),
            letter("b", 10.0, 0.0, 10.0),
            letter("c", 0.0, -12.0, 10.0),
            letter("d", -30.0, -12.0, 10.0),
        ]);
        assert_eq!(found, ["a1b", "c", "d"]);
    }

    #[test]
    fn no_more_than_there_is_room_for_is_kept() {
        let mut lines = Lines::new(2);
        lines.add(letter("a", 0.0, 0.0, 10.0));
        assert!(!lines.is_full());
        lines.add(letter("a", 5.0, 0.0, 10.0));
        assert!(lines.is_full());
        assert!(lines.finish().is_none());
    }
}
