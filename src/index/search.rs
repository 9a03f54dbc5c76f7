//! Searching as one types: names, titles, quotations, all at once.

use std::ops::Range;

use memchr::memmem;
use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::story::{ActorIx, EventIx, Item, ItemKind, PassageIx, RelationIx, SourceIx, Story};

use super::Index;
use super::gallop::gallop;

/// Parts two texts of a record.
const BETWEEN: char = '\u{1f}';
/// Hits of a kind that are found before the rest is only counted.
const MOST_RANKED: usize = 20_000;
/// Words of a query that count.
const MOST_WORDS: usize = 12;
/// Records that a thread folds in one go.
const PIECE: usize = 512;

/// The words of a story, made ready to be searched.
#[derive(Debug, Default)]
pub struct Searcher {
    /// The texts of all records one after the other, folded.
    texts: String,
    /// Where each record's texts begin, by position.
    begins: Vec<usize>,
    items: Vec<Item>,
}

/// An item that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The item.
    pub item: Item,
    /// How well it fits: less is better.
    rank: u32,
}

/// What was found of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits {
    /// The kind.
    pub kind: ItemKind,
    /// The best of them.
    pub best: Vec<Hit>,
    /// How many there are.
    pub count: usize,
}

/// A text as searching sees it: in lower case, without accents and other marks, compatible forms made alike.
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let letters = text.nfkd().filter(|letter| !is_combining_mark(*letter));
    letters.flat_map(char::to_lowercase).collect()
}

/// The words of a query, folded: what stands in quotation marks is one.
#[must_use]
pub fn words(query: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (n, part) in query.split(['"', '“', '”', '„']).enumerate() {
        let part = folded(part);
        if n % 2 == 1 {
            words.push(part.split_whitespace().collect::<Vec<_>>().join(" "));
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words.retain(|word| !word.is_empty());
    words.truncate(MOST_WORDS);
    words
}

impl Searcher {
    /// Makes the story of `index` ready.
    #[must_use]
    pub fn new(index: &Index) -> Self {
        let story = index.story();
        let actors = (0..story.actors().len()).map(|n| Item::Actor(ActorIx::at(n)));
        let events = (0..story.events().len()).map(|n| Item::Event(EventIx::at(n)));
        let relations = (0..story.relations().len()).map(|n| Item::Relation(RelationIx::at(n)));
        let passages = (0..story.passages().len()).map(|n| Item::Passage(PassageIx::at(n)));
        let sources = (0..story.sources().len()).map(|n| Item::Source(SourceIx::at(n)));
        let items: Vec<Item> = actors
            .chain(events)
            .chain(relations)
            .chain(passages)
            .chain(sources)
            .collect();
        let pieces: Vec<(String, Vec<usize>)> = items
            .par_chunks(PIECE)
            .map(|items| {
                let mut text = String::new();
                let mut begins = Vec::with_capacity(items.len());
                for &item in items {
                    begins.push(text.len());
                    write_texts(index, item, &mut text);
                }
                (text, begins)
            })
            .collect();
        let mut searcher = Self {
            texts: String::with_capacity(pieces.iter().map(|(text, _)| text.len()).sum()),
            begins: Vec::with_capacity(items.len() + 1),
            items,
        };
        for (text, begins) in pieces {
            let before = searcher.texts.len();
            searcher
                .begins
                .extend(begins.iter().map(|begin| before + begin));
            searcher.texts.push_str(&text);
        }
        searcher.begins.push(searcher.texts.len());
        searcher
    }

    /// The items that hold every word of `query` in one of their texts or another, by kind, at most `most` of
    /// each; those first whose first text, a name or a title, begins with a word.
    #[must_use]
    pub fn find(&self, query: &str, most: usize) -> Vec<Hits> {
        let words = words(query);
        let Some(longest) = words.iter().max_by_key(|word| word.len()) else {
            return Vec::new();
        };
        let found = self.holding(longest);
        let kind_of = |n: &usize| self.items.get(*n).map(|item| item.kind());
        let kinds = found.chunk_by(|one, next| kind_of(one) == kind_of(next));
        kinds
            .filter_map(|of_kind| self.best_of(of_kind, &words, most))
            .collect()
    }

    /// The best of the records at `places`, which are of one kind and hold the longest of `words`.
    fn best_of(&self, places: &[usize], words: &[String], most: usize) -> Option<Hits> {
        // A word alone is held by all of them, so that the rest need not be looked at to be counted.
        let (looked_at, counted) = match words {
            [_] => (
                places.get(..MOST_RANKED).unwrap_or(places),
                Some(places.len()),
            ),
            _ => (places, None),
        };
        let mut best: Vec<Hit> = looked_at
            .par_iter()
            .filter_map(|&n| {
                let rank = rank(self.text(n)?, words)?;
                let item = *self.items.get(n)?;
                Some(Hit { item, rank })
            })
            .collect();
        let count = counted.unwrap_or(best.len());
        let kind = best.first()?.item.kind();
        best.truncate(MOST_RANKED);
        let order = |hit: &Hit| (hit.rank, hit.item);
        if best.len() > most {
            best.select_nth_unstable_by_key(most, order);
            best.truncate(most);
        }
        best.sort_unstable_by_key(order);
        Some(Hits { kind, best, count })
    }

    /// The positions of the records that hold `word`, in order.
    fn holding(&self, word: &str) -> Vec<usize> {
        let finder = memmem::Finder::new(word);
        let mut found = Vec::new();
        let (mut from, mut record) = (0, 0);
        while let Some(rest) = self.texts.as_bytes().get(from..)
            && let Some(at) = finder.find(rest)
        {
            // A common word stands in the next record or the one after it.
            record = gallop(&self.begins, record, |begin| begin <= from + at) - 1;
            let Some(end) = self.begins.get(record + 1) else {
                break;
            };
            found.push(record);
            // One place in a record is enough.
            (from, record) = (*end, record + 1);
        }
        found
    }

    fn text(&self, n: usize) -> Option<&str> {
        let (begin, end) = (*self.begins.get(n)?, *self.begins.get(n + 1)?);
        self.texts.get(begin..end)
    }
}

/// The texts of `item`, folded, the name first; each ends with [`BETWEEN`], so that no word lies across two.
fn write_texts(index: &Index, item: Item, out: &mut String) {
    let story: &Story = index.story();
    let mut add = |text: &str| {
        if !text.is_empty() {
            out.push_str(&folded(text));
        }
        out.push(BETWEEN);
    };
    match item {
        Item::Actor(ix) => {
            let actor = story.actor(ix);
            add(actor.name);
            actor.aliases.iter().for_each(&mut add);
            add(actor.summary);
            add(actor.place);
            actor.tags.iter().for_each(&mut add);
        }
        Item::Event(ix) => {
            let event = story.event(ix);
            add(event.title);
            add(event.summary);
            add(event.place);
            event.tags.iter().for_each(&mut add);
        }
        Item::Relation(ix) => {
            let relation = story.relation(ix);
            add(&index.title_of(item));
            add(relation.summary);
            relation.tags.iter().for_each(&mut add);
        }
        Item::Passage(ix) => {
            let passage = story.passage(ix);
            add(passage.quote);
            add(passage.translation);
        }
        Item::Source(ix) => {
            let source = story.source(ix);
            add(source.title);
            add(source.author);
            add(source.publisher);
        }
    }
}

/// How well a record fits whose folded texts are `text`; none where it lacks a word.
fn rank(text: &str, words: &[String]) -> Option<u32> {
    let name = text.split(BETWEEN).next().unwrap_or_default();
    let mut rank = 0;
    for word in words {
        text.contains(word.as_str()).then_some(())?;
        rank += match name.find(word.as_str()) {
            Some(0) => 0,
            Some(at) if begins_word(name, at) => 1,
            Some(_) => 2,
            None => 4,
        };
    }
    // Among alike the shorter name is nearer to what was typed.
    let length = u32::try_from(name.len()).unwrap_or(u32::MAX).min(0xffff);
    Some(rank << 16 | length)
}

fn begins_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    before.is_none_or(|letter| !letter.is_alphanumeric())
}

/// Where `words`, folded, stand in `text`, which is not: ranges of bytes, in order, without overlaps.
#[must_use]
pub fn matched(text: &str, words: &[String]) -> Vec<Range<usize>> {
    // Where each folded byte comes from.
    let mut plain = String::new();
    let mut from: Vec<usize> = Vec::new();
    for (at, letter) in text.char_indices() {
        let before = plain.len();
        plain.push_str(&folded(letter.encode_utf8(&mut [0; 4])));
        from.extend(std::iter::repeat_n(at, plain.len() - before));
    }
    from.push(text.len());
    let end_of = |at: usize| {
        let letter = text.get(at..).and_then(|rest| rest.chars().next());
        at + letter.map_or(0, char::len_utf8)
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words {
        for at in memmem::find_iter(plain.as_bytes(), word.as_bytes()) {
            let first = from.get(at).copied();
            let last = from.get(at + word.len() - 1).copied();
            if let (Some(first), Some(last)) = (first, last) {
                found.push(first..end_of(last));
            }
        }
    }
    found.sort_unstable_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Progress, load_str};

    const STORY: &str = r#"Story(format: 1, title: "Search",
        sources: { "s": Source(title: "Minutes of the café") },
        passages: { "p": Passage(source: "s", quote: "carried by Seven votes", said_by: Document), "q": Passage(source: "s", quote: "議会は橋を認めた", said_by: Document) },
        actors: {
            "a": Actor(name: "Ångström Ltd", aliases: ["The Bridge Works"], kind: "company", evidence: [Mentions("p"), Mentions("q")]),
            "b": Actor(name: "Town council", kind: "government"),
            "c": Actor(name: "Bridge committee", kind: "group"),
        },
        events: { "e": Event(title: "The council votes for a bridge", when: "1911", summary: "By a narrow majority.", participants: { "b": "" }, evidence: [Supports("p")]) },
        relations: { "r": Relation(from: "b", to: "a", kind: "hires", evidence: [Supports("p")]) })"#;

    fn found(query: &str) -> Vec<(ItemKind, Vec<String>)> {
        let index = Index::new(
            load_str("s.ron", STORY, &Progress::default())
                .unwrap()
                .story,
        );
        let searcher = Searcher::new(&index);
        let hits = searcher.find(query, 10).into_iter();
        hits.map(|hits| {
            assert_eq!(hits.count, hits.best.len());
            let titles = hits.best.iter().map(|hit| index.title_of(hit.item));
            (hits.kind, titles.collect())
        })
        .collect()
    }

    #[test]
    fn items_are_found_by_kind_and_names_that_begin_so_come_first() {
        let bridge = found("bridge");
        assert_eq!(
            bridge[0],
            (
                ItemKind::Actor,
                vec!["Bridge committee".to_owned(), "Ångström Ltd".to_owned()]
            )
        );
        assert_eq!(bridge[1].0, ItemKind::Event);
        assert_eq!(found("angstrom"), found("ÅNGSTRÖM"));
        assert_eq!(found("cafe")[0].0, ItemKind::Source);
        assert_eq!(found("橋")[0].0, ItemKind::Passage);
    }

    #[test]
    fn every_word_counts_and_a_phrase_is_one() {
        assert_eq!(found("narrow council").len(), 1);
        assert!(found("narrow pilots").is_empty());
        assert_eq!(found("\"seven votes\"")[0].0, ItemKind::Passage);
        assert!(found("\"votes seven\"").is_empty());
        assert!(found("  ").is_empty());
        // Not across two texts of a record.
        assert!(found("\"ltd the\"").is_empty());
    }

    #[test]
    fn what_was_matched_is_known_in_the_text_as_it_stands() {
        let at = |text: &str, query: &str| -> Vec<String> {
            let ranges = matched(text, &words(query));
            ranges
                .into_iter()
                .map(|range| text[range].to_owned())
                .collect()
        };
        assert_eq!(
            at("Ångström & Söhne", "angstrom sohne"),
            ["Ångström", "Söhne"]
        );
        assert_eq!(at("ﬁne print", "fi"), ["ﬁ"]);
        assert_eq!(at("aaa", "aa a"), ["aaa"]);
        assert!(at("", "x").is_empty());
    }
}
