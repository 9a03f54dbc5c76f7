//! Searching as one types: names, titles, quotations, all at once.

mod folding;
mod near;
mod passing;
mod scans;

use memchr::memmem;
use rayon::prelude::*;

use crate::story::{ActorIx, EventIx, Item, ItemKind, PassageIx, RelationIx, SourceIx, Story};

use super::Index;
use super::gallop::gallop;
use super::query::{Vocabulary, place};
use near::Names;
use scans::Scans;

pub use folding::{folded, has_folded, is_folded, is_mark, matched, words};

/// Parts two texts of a record.
const BETWEEN: char = '\u{1f}';
/// Hits of a kind that are found before the rest is only counted.
const MOST_RANKED: usize = 20_000;
/// Actors that are called as was sought, up to which those are shown that are nearly called so.
const FEW: usize = 3;
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
    /// Where the records of each kind begin among the items.
    kinds: [usize; 5],
    names: Names,
    vocabulary: Vocabulary,
    scans: Scans,
}

/// An item that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The item.
    pub item: Item,
    /// How well it fits: less is better.
    rank: u64,
}

/// Why something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It has the words that were sought, or passes the query.
    Holds,
    /// It is nearly called so.
    NearlyCalled,
    /// Its date touches the date that was sought.
    Dated,
}

/// What was found of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits {
    /// The kind.
    pub kind: ItemKind,
    /// Why.
    pub why: Why,
    /// What is to be lit in their texts, folded.
    pub lit: Vec<String>,
    /// The best of them.
    pub best: Vec<Hit>,
    /// How many there are.
    pub count: usize,
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
        let counts = [actors.len(), events.len(), relations.len(), passages.len()];
        let mut kinds = [0; 5];
        for (n, count) in counts.into_iter().enumerate() {
            kinds[n + 1] = kinds[n] + count;
        }
        let items: Vec<Item> = actors
            .chain(events)
            .chain(relations)
            .chain(passages)
            .chain(sources)
            .collect();
        let (vocabulary, names) = rayon::join(|| Vocabulary::new(index), || Names::of(story));
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
            kinds,
            names,
            vocabulary,
            scans: Scans::default(),
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

    /// The values that the story has for the fields of a query.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The items that hold every word of `query` in one of their texts or another, by kind, at most `most` of
    /// each; those first whose first text, a name or a title, begins with a word. Where few actors are called
    /// so, those come last that are nearly called so; what stands in quotation marks is meant as it is.
    #[must_use]
    pub fn find(&self, query: &str, most: usize) -> Vec<Hits> {
        let words = words(query);
        let Some(longest) = words.iter().max_by_key(|word| word.len()) else {
            return Vec::new();
        };
        let found = self.holding(longest);
        let kind_of = |n: &usize| self.items.get(*n).map(|item| item.kind());
        let kinds = found.chunk_by(|one, next| kind_of(one) == kind_of(next));
        let mut all: Vec<Hits> = kinds
            .filter_map(|of_kind| self.best_of(of_kind, &words, most))
            .collect();
        let actors = all.iter().find(|hits| hits.kind == ItemKind::Actor);
        let actors = actors.map_or(&[][..], |hits| &hits.best);
        if actors.len() < FEW && !query.contains(is_mark) {
            all.extend(self.names.nearly(&words, actors));
        }
        all
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
        Some(Hits {
            kind,
            why: Why::Holds,
            lit: words.to_vec(),
            best,
            count,
        })
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

    /// Where `item` stands among the items.
    fn place(&self, item: Item) -> usize {
        place(&self.kinds, item)
    }

    fn text(&self, n: usize) -> Option<&str> {
        let (begin, end) = (*self.begins.get(n)?, *self.begins.get(n + 1)?);
        self.texts.get(begin..end)
    }
}

/// The texts of `item`, folded, the name first; each ends with [`BETWEEN`], so that no word lies across two.
pub(super) fn write_texts(index: &Index, item: Item, out: &mut String) {
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
fn rank(text: &str, words: &[String]) -> Option<u64> {
    let name = text.split(BETWEEN).next().unwrap_or_default();
    let mut rank = 0;
    for word in words {
        let first = text.find(word.as_str())?;
        rank += match name.find(word.as_str()) {
            Some(0) => 0,
            Some(at) if begins_word(name, at) => 1,
            Some(_) => 2,
            // Another name, or a tag, begins so.
            None if text.get(..first)?.ends_with(BETWEEN) => 3,
            None => 4,
        };
    }
    // Among alike the shorter name is nearer to what was typed.
    let length = (name.len() as u64).min(0xffff);
    Some(rank << 16 | length)
}

fn begins_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    before.is_none_or(|letter| !letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::super::Query;
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

    fn index() -> Index {
        let story = load_str("s.ron", STORY, &Progress::default());
        Index::new(story.unwrap().story)
    }

    fn found(query: &str) -> Vec<(ItemKind, Vec<String>)> {
        let index = index();
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
    fn a_name_with_a_slip_is_found_where_few_are_called_so() {
        let index = index();
        let searcher = Searcher::new(&index);
        let near = |query: &str| -> Vec<String> {
            let hits = searcher.find(query, 10).into_iter();
            let hits = hits.filter(|hits| hits.why == Why::NearlyCalled);
            hits.flat_map(|hits| hits.best)
                .map(|hit| index.title_of(hit.item))
                .collect()
        };
        assert_eq!(near("angstrmo"), ["Ångström Ltd"]);
        assert_eq!(near("brigde works"), ["Ångström Ltd"]);
        assert_eq!(near("twon"), ["Town council"]);
        // They come last, and never twice.
        let committee = searcher.find("comittee", 10);
        assert_eq!(committee.len(), 1);
        assert_eq!(committee[0].lit, ["committee"]);
        assert!(near("bridge").is_empty());
        // What stands in quotation marks is meant as it is, and short words have no slips.
        assert!(near("\"twon\"").is_empty() && near("ldt").is_empty());
        assert!(near("twon pilots").is_empty());
    }

    #[test]
    fn words_that_are_known_from_the_keystroke_before_find_the_same() {
        let index = index();
        let kept = Searcher::new(&index);
        let typed = "kind:government bridge -council votes";
        let ends = typed
            .char_indices()
            .map(|(at, letter)| at + letter.len_utf8());
        // Forwards, as one types, and backwards, as one takes it back.
        for end in ends.clone().chain(ends.rev()) {
            let Ok(query) = Query::parse(&typed[..end]) else {
                continue;
            };
            let anew = Searcher::new(&index).find_passing(&index, &query, 9);
            assert_eq!(
                kept.find_passing(&index, &query, 9),
                anew,
                "{}",
                &typed[..end]
            );
        }
    }

    #[test]
    fn another_name_comes_before_a_mention() {
        let actors = &found("bridge w")[0].1;
        assert_eq!(actors[0], "Ångström Ltd");
    }

    #[test]
    fn what_passes_a_query_is_found_by_weight_and_time() {
        let index = index();
        let searcher = Searcher::new(&index);
        let query = Query::parse("kind:government,hires -pilots").unwrap();
        let hits = searcher.find_passing(&index, &query, 1);
        let kinds: Vec<_> = hits.iter().map(|hits| (hits.kind, hits.count)).collect();
        assert_eq!(
            kinds,
            [
                (ItemKind::Actor, 1),
                (ItemKind::Event, 1),
                (ItemKind::Relation, 1)
            ]
        );
        let dated = Query::parse("council when:1911-05").unwrap();
        let dated = searcher.find_dated(&index, &dated, 5).unwrap();
        assert_eq!((dated.why, dated.count), (Why::Dated, 1));
        let other = Query::parse("when:1912").unwrap();
        assert_eq!(searcher.find_dated(&index, &other, 5), None);
    }
}
