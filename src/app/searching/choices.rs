//! What can be chosen under the search field, in the order in which it is listed.

use crate::index::Index;
use crate::index::query::Completion;
use crate::index::search::{Hit, Hits, Why};
use crate::language::{say, within};
use crate::story::{Item, ItemKind};

use super::asked::{Asked, Found};

/// Hits of a sort that are listed, and that are listed where more of it were asked for.
const LISTED: usize = 6;
pub(super) const MORE: usize = 60;

/// What sort of hits a group is of.
pub(super) type Sort = (ItemKind, Why);

/// What can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Choice {
    /// Write this in the field, with the caret behind so many characters.
    Write(String, usize),
    /// Go to this.
    Hit(Hit),
    /// List more of this sort.
    More(Sort),
    /// Filter by this; what the row says.
    Only(String, String),
}

/// A way to go on with the words, or what they were meant to be.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    /// What is offered, as it would be written.
    pub text: String,
    /// What it is; may be empty.
    pub meaning: String,
    /// How much it would find, where that is known.
    pub count: Option<usize>,
}

/// Hits of one sort.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// What they are called.
    pub name: String,
    /// How many there are.
    pub count: usize,
    /// What is to be lit in them.
    pub lit: Vec<String>,
    /// Those that are listed, by their place among the choices.
    pub places: std::ops::Range<usize>,
    /// The place of the choice that lists more of them, and how many it lists, where there are more.
    pub more: Option<(usize, usize)>,
}

/// All that can be chosen.
#[derive(Default)]
pub(super) struct Choices {
    all: Vec<Choice>,
    /// The first of them, which write something.
    pub offers: Vec<Offer>,
    pub groups: Vec<Group>,
    /// The one that stands out where nobody moved.
    first: usize,
}

impl Choices {
    pub(super) fn new(
        words: &str,
        completions: &[Completion],
        found: Option<&Found>,
        open: Option<Sort>,
        index: &Index,
    ) -> Self {
        let mut choices = Self::default();
        let complaint = found.and_then(|(asked, _)| asked.complaint.as_ref());
        let complaint = complaint.filter(|error| error.at.end <= words.len());
        if let Some((error, text)) = complaint.and_then(|e| Some((e, e.corrected(words)?))) {
            let caret = text.chars().count();
            choices.all.push(Choice::Write(text.clone(), caret));
            choices.offers.push(Offer {
                text: text.get(error.at.start..).unwrap_or(&text).to_owned(),
                meaning: say!("search-what-was-meant").to_owned(),
                count: None,
            });
        }
        let mut is_value = !choices.offers.is_empty();
        for completion in completions {
            let Some((text, caret)) = completed(words, completion) else {
                continue;
            };
            is_value |= completion.count.is_some() || !completion.text.ends_with(':');
            choices.all.push(Choice::Write(text, caret));
            choices.offers.push(Offer {
                text: completion.text.clone(),
                meaning: completion.meaning.clone(),
                count: completion.count,
            });
        }
        let offered = choices.all.len();
        let mut listed: Vec<Item> = Vec::new();
        let (asked, hits) = match found {
            Some((asked, hits)) => (Some(asked), &hits[..]),
            None => (None, &[][..]),
        };
        for hits in hits {
            let begin = choices.all.len();
            let sort = (hits.kind, hits.why);
            let most = if open == Some(sort) { MORE } else { LISTED };
            // What has the words too is listed with those that have.
            let new = hits.best.iter().filter(|hit| !listed.contains(&hit.item));
            let mut new: Vec<Hit> = new.copied().collect();
            let others = new.len().min(MORE).saturating_sub(most);
            new.truncate(most);
            listed.extend(new.iter().map(|hit| hit.item));
            choices.all.extend(new.into_iter().map(Choice::Hit));
            let places = begin..choices.all.len();
            let more = (others > 0).then_some((places.end, others));
            choices.all.extend(more.map(|_| Choice::More(sort)));
            choices.groups.push(Group {
                name: name(hits, asked),
                count: hits.count,
                lit: hits.lit.clone(),
                places,
                more,
            });
        }
        // Words are sought first, and values are completed first.
        if !is_value && choices.all.len() > offered {
            choices.first = offered;
        }
        let only = asked.and_then(|asked| asked.only(hits));
        let is_so = |filter: &str| {
            index
                .filter()
                .is_some_and(|held| held.to_string() == filter)
        };
        if let Some((filter, says)) = only.filter(|(filter, _)| !is_so(filter)) {
            choices.all.push(Choice::Only(filter, says));
        }
        choices
    }

    /// Which stands out where somebody moved to `at`, or nobody did.
    pub(super) fn at(&self, at: Option<usize>) -> Option<usize> {
        let last = self.all.len().checked_sub(1)?;
        Some(at.unwrap_or(self.first).min(last))
    }

    /// The place so many steps further; behind the last comes the first.
    pub(super) fn stepped(&self, at: Option<usize>, steps: isize) -> Option<usize> {
        let count = isize::try_from(self.all.len()).ok()?;
        let at = isize::try_from(self.at(at)?).ok()?;
        usize::try_from((at + steps).rem_euclid(count)).ok()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Choice> {
        self.all.get(at)
    }

    /// The hit at a place.
    pub(super) fn hit(&self, at: usize) -> Option<Item> {
        match self.all.get(at)? {
            Choice::Hit(hit) => Some(hit.item),
            _ => None,
        }
    }

    /// What Tab writes: the offer that was moved to, or the first.
    pub(super) fn completion(&self, at: Option<usize>) -> Option<&Choice> {
        let at = at.filter(|at| *at < self.offers.len()).unwrap_or(0);
        self.all.get(at).filter(|_| !self.offers.is_empty())
    }

    /// What leaves only what was found.
    pub(super) fn only(&self) -> Option<&Choice> {
        self.all
            .last()
            .filter(|last| matches!(last, Choice::Only(..)))
    }

    /// The place of that among the choices, and what it says.
    pub(super) fn only_row(&self) -> Option<(usize, &str)> {
        match self.only()? {
            Choice::Only(_, says) => Some((self.all.len() - 1, says)),
            _ => None,
        }
    }
}

/// The words with `completion`, and where the caret stands then, in characters.
fn completed(words: &str, completion: &Completion) -> Option<(String, usize)> {
    let before = words.get(..completion.at.start)?;
    let after = words.get(completion.at.end..)?;
    // The next term can be typed at once.
    let space = if completion.is_whole && !after.starts_with(' ') {
        " "
    } else {
        ""
    };
    let begun = format!("{before}{}{space}", completion.text);
    let caret = begun.chars().count();
    Some((format!("{begun}{after}"), caret))
}

fn name(hits: &Hits, asked: Option<&Asked>) -> String {
    let kind = match hits.kind {
        ItemKind::Actor => say!("search-heading-actors"),
        ItemKind::Event => say!("search-heading-events"),
        ItemKind::Relation => say!("search-heading-relations"),
        ItemKind::Passage => say!("search-heading-quotations"),
        ItemKind::Source => say!("search-heading-sources"),
    };
    let dated = asked.and_then(|asked| asked.dated.as_ref());
    match (hits.why, dated) {
        (Why::NearlyCalled, _) => say!("search-heading-nearly").to_owned(),
        (Why::Dated, Some(dated)) => format!("{kind}, {}", within(&dated.words)),
        _ => kind.to_owned(),
    }
}
