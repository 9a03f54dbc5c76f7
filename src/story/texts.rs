//! The texts of a story, and short handles on them.
//!
//! A story of a million events has some ten million texts. None of them is an allocation of its own:
//! a handle says where it stands, in the file's text or in blocks of the story's own.

use std::sync::Arc;

use ahash::RandomState;
use hashbrown::HashTable;

use super::date::Date;

/// Where a text stands: the beginning and the length, in bytes.
///
/// The beginning is a place in the file's text, or [`OWN`] with a block and a place in that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    start: u32,
    length: u32,
}

/// Set where a piece stands in a block of the story's own.
const OWN: u32 = 1 << 31;
/// Bits of a place within a block. A text begins within the first 2 MiB of its block.
const PLACE_BITS: u32 = 21;
/// Where a block is full: no further text begins in it.
const FULL: usize = 1 << PLACE_BITS;
/// The most blocks of a story.
const MOST_BLOCKS: usize = 1 << (31 - PLACE_BITS);

impl Piece {
    /// The text without a letter.
    pub(crate) const EMPTY: Self = Self {
        start: 0,
        length: 0,
    };

    /// The bytes `start..end` of the file's text; none beyond the first 2 GiB.
    #[inline]
    pub(crate) fn in_file(start: usize, end: usize) -> Self {
        match (
            u32::try_from(start),
            u32::try_from(end.saturating_sub(start)),
        ) {
            (Ok(start), Ok(length)) if start < OWN => Self { start, length },
            _ => Self::EMPTY,
        }
    }

    #[inline]
    pub(crate) fn is_empty(self) -> bool {
        self.length == 0
    }

    /// A number for where it begins in the story's own blocks, if it stands there: greater for
    /// what was kept later.
    pub(crate) fn own_start(self) -> Option<u32> {
        (self.start & OWN != 0).then_some(self.start & !OWN)
    }

    /// Where it begins and ends in the file's text.
    pub(crate) fn file_range(self) -> (usize, usize) {
        let start = self.start as usize;
        (start, start + self.length as usize)
    }

    /// The same text after what is its own was moved by `by`, as [`Texts::absorb`] says.
    #[inline]
    pub(crate) fn moved(self, by: Moved) -> Self {
        match self.own_start() {
            Some(start) => Self {
                start: OWN | by.start(start),
                ..self
            },
            None => self,
        }
    }
}

/// How far texts were moved.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Moved(u32);

impl Moved {
    /// Where what began at `start` begins now.
    #[inline]
    pub(crate) fn start(self, start: u32) -> u32 {
        start.saturating_add(self.0).min(OWN - 1)
    }
}

/// The texts that pieces stand in.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    pub(crate) file: Arc<String>,
    blocks: Vec<String>,
}

impl Texts {
    /// The text of a file, and none besides.
    pub(crate) fn of(file: Arc<String>) -> Self {
        Self {
            file,
            blocks: Vec::new(),
        }
    }

    /// The text of `piece`.
    #[inline]
    pub(crate) fn get(&self, piece: Piece) -> &str {
        // Nothing here can fail, so that what nobody looks at is not looked up.
        let (text, start) = if piece.start & OWN == 0 {
            (Some(&*self.file), piece.start as usize)
        } else {
            let block = (piece.start & !OWN) >> PLACE_BITS;
            let place = piece.start as usize & (FULL - 1);
            (self.blocks.get(block as usize), place)
        };
        text.and_then(|text| text.get(start..start + piece.length as usize))
            .unwrap_or_default()
    }

    /// Keeps a copy of `text`.
    pub(crate) fn keep(&mut self, text: &str) -> Piece {
        if text.is_empty() {
            return Piece::EMPTY;
        }
        self.keep_apart(text)
    }

    /// Keeps a copy of `text` at a place of its own, even of one without a letter.
    pub(crate) fn keep_apart(&mut self, text: &str) -> Piece {
        if self.blocks.last().is_none_or(|block| block.len() >= FULL) {
            if self.blocks.len() == MOST_BLOCKS {
                return Piece::EMPTY;
            }
            self.blocks.push(String::new());
        }
        let number = self.blocks.len() - 1;
        let block = &mut self.blocks[number];
        let start = (number << PLACE_BITS) | block.len();
        block.push_str(if text.is_empty() { " " } else { text });
        match (u32::try_from(start), u32::try_from(text.len())) {
            (Ok(start), Ok(length)) => Piece {
                start: OWN | start,
                length,
            },
            _ => Piece::EMPTY,
        }
    }

    /// Copies what is `other`'s own, which is left ready for other texts; says how far pieces of it
    /// were moved. None where there is no room.
    pub(crate) fn absorb(&mut self, other: &mut Self) -> Option<Moved> {
        let count = self.blocks.len();
        let filled = other
            .blocks
            .iter()
            .filter(|block| !block.is_empty())
            .count();
        let moved = match (self.blocks.last_mut(), other.blocks.first()) {
            (Some(last), Some(first)) if filled <= 1 && last.len() + first.len() <= FULL => {
                let moved = ((count - 1) << PLACE_BITS) | last.len();
                last.push_str(first);
                moved
            }
            _ if count + filled > MOST_BLOCKS => return None,
            _ => {
                for block in &other.blocks[..filled] {
                    let mut copy = String::with_capacity(FULL.max(block.len()));
                    copy.push_str(block);
                    self.blocks.push(copy);
                }
                count << PLACE_BITS
            }
        };
        other.clear();
        u32::try_from(moved).ok().map(Moved)
    }

    /// Forgets all blocks but keeps room for others.
    fn clear(&mut self) {
        self.blocks.truncate(1);
        if let Some(block) = self.blocks.last_mut() {
            block.clear();
        }
    }
}

/// Finds numbers by text; nobody who writes a file can make it slow.
#[derive(Clone, Debug, Default)]
pub(crate) struct Finder {
    table: HashTable<u32>,
    state: RandomState,
}

impl Finder {
    pub(crate) fn with_capacity(count: usize) -> Self {
        Self {
            table: HashTable::with_capacity(count),
            state: RandomState::new(),
        }
    }

    /// Forgets all numbers.
    pub(crate) fn clear(&mut self) {
        self.table.clear();
    }

    /// The number of `text`, where `text_of` says what each number stands for.
    pub(crate) fn find<'a>(&self, text: &str, text_of: impl Fn(u32) -> &'a str) -> Option<u32> {
        let hash = self.state.hash_one(text);
        let found = self.table.find(hash, |&n| text_of(n) == text);
        found.copied()
    }

    /// Adds `number` for `text`, unless the text has a number: then that is returned.
    pub(crate) fn add<'a>(
        &mut self,
        text: &str,
        number: u32,
        text_of: impl Fn(u32) -> &'a str,
    ) -> Option<u32> {
        let hash = self.state.hash_one(text);
        let state = &self.state;
        match self.table.entry(
            hash,
            |&n| text_of(n) == text,
            |&n| state.hash_one(text_of(n)),
        ) {
            hashbrown::hash_table::Entry::Occupied(held) => Some(*held.get()),
            hashbrown::hash_table::Entry::Vacant(free) => {
                free.insert(number);
                None
            }
        }
    }
}

/// Where a date stands among a story's dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateAt(u32);

impl DateAt {
    /// No date.
    pub(crate) const NONE: Self = Self(u32::MAX);

    pub(crate) fn index(self) -> Option<usize> {
        (self != Self::NONE).then_some(self.0 as usize)
    }
}

/// The dates of a story, each once.
#[derive(Clone, Debug, Default)]
pub struct Dates {
    all: Vec<Date>,
    finder: Finder,
}

impl Dates {
    #[inline]
    pub(crate) fn get(&self, at: DateAt) -> Option<&Date> {
        self.all.get(at.0 as usize)
    }

    /// The date that is written `text`, if it is among them.
    pub(crate) fn find(&self, text: &str) -> Option<DateAt> {
        self.finder
            .find(text, |n| self.all[n as usize].text())
            .map(DateAt)
    }

    /// Where `date` stands from now on.
    pub(crate) fn add(&mut self, date: Date) -> DateAt {
        let n = u32::try_from(self.all.len()).unwrap_or(u32::MAX - 1);
        let held = self
            .finder
            .add(date.text(), n, |n| self.all[n as usize].text());
        if let Some(held) = held {
            return DateAt(held);
        }
        self.all.push(date);
        DateAt(n)
    }

    /// Takes over all of `other`, and says where each of them stands now.
    pub(crate) fn absorb(&mut self, other: &mut Self) -> Vec<DateAt> {
        other.finder.clear();
        other.all.drain(..).map(|date| self.add(date)).collect()
    }

    /// The look-up is of no use once the story is complete.
    pub(crate) fn seal(&mut self) {
        self.finder = Finder::default();
        self.all.shrink_to_fit();
    }

    pub(crate) fn all(&self) -> &[Date] {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_stands_in_the_file_or_in_the_storys_own_text() {
        let mut texts = Texts::of(Arc::new("title: \"Ä bridge\"".to_owned()));
        let title = Piece::in_file(8, 17);
        let kept = texts.keep("town");
        assert_eq!((texts.get(title), texts.get(kept)), ("Ä bridge", "town"));
        assert_eq!(texts.get(Piece::EMPTY), "");
        let mut others = Texts::of(Arc::clone(&texts.file));
        others.keep("before");
        let moved = others.absorb(&mut texts).unwrap();
        let texts = others;
        assert_eq!(texts.get(kept.moved(moved)), "town");
        assert_eq!(texts.get(title.moved(moved)), "Ä bridge");
        // A piece that fits nothing is no reason to stop.
        assert_eq!(texts.get(Piece::in_file(9, 10)), "");
        assert_eq!(texts.get(Piece::in_file(90, 91)), "");
    }

    #[test]
    fn texts_without_a_letter_can_be_told_apart() {
        let mut texts = Texts::default();
        let (one, other) = (texts.keep_apart(""), texts.keep_apart(""));
        assert_ne!(one, other);
        assert_eq!((texts.get(one), texts.get(other)), ("", ""));
    }

    fn kept_at(piece: Piece, text: &str) -> Piece {
        Piece {
            length: u32::try_from(text.len()).unwrap(),
            ..piece
        }
    }

    #[test]
    fn full_blocks_are_followed_by_others() {
        let mut texts = Texts::default();
        let long = "é".repeat(FULL / 3);
        let pieces: Vec<Piece> = (0..9).map(|_| texts.keep(&long)).collect();
        let short = texts.keep("x");
        assert_eq!(texts.blocks.len(), 5);
        assert!(pieces.iter().all(|&piece| texts.get(piece) == long));
        assert_eq!(texts.get(short), "x");
        let mut all = Texts::default();
        for n in 0..9 {
            let mut more = texts.clone();
            let moved = all.absorb(&mut more).unwrap();
            assert_eq!(all.get(short.moved(moved)), "x", "{n}");
            let mut little = Texts::default();
            let kept = little.keep("little");
            let moved = all.absorb(&mut little).unwrap();
            assert_eq!(all.get(kept.moved(moved)), "little");
            // It is ready for more.
            assert_eq!(little.keep("next"), kept_at(kept, "next"));
        }
        let starts: Vec<_> = pieces.iter().map(|piece| piece.own_start()).collect();
        assert!(starts.is_sorted());
    }

    #[test]
    fn dates_are_held_once() {
        let mut dates = Dates::default();
        let one = dates.add(Date::parse("2023-04").unwrap());
        let other = dates.add(Date::parse("2023").unwrap());
        assert_eq!(dates.add(Date::parse("2023-04").unwrap()), one);
        assert_eq!(dates.find("2023"), Some(other));
        assert_eq!(dates.find("2024"), None);
        let mut more = Dates::default();
        more.add(Date::parse("2022").unwrap());
        assert_eq!(more.absorb(&mut dates).len(), 2);
        assert_eq!(more.all().len(), 3);
    }
}
