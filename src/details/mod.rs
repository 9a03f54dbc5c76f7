//! What the sidebar says of an item, as data; the app paints it, exports print it.

mod between;
mod cards;
mod chronology;
mod cite;
mod compare;
mod hidden;
mod labels;
mod ledger;
mod pages;
mod reader;
mod rows;
mod several;
mod standing;

use crate::evidence::State;
use crate::evidence::quote::Piece;
use crate::scene::voice::Speech;
use crate::story::kind::KindStyle;
use crate::story::{Item, PassageIx, Status};

use crate::index::Index;
use crate::language::say;
use crate::view::Moment;

pub use between::{between, lit, pair_of};
pub use chronology::chronology;
pub use cite::{citation, in_style, work};
pub use compare::{Compared, Comparison, Sides, compare};
pub use hidden::{Hidden, parts};
pub use ledger::{
    Claim, Column, Line, Order, Parted, cells, claims_in, ledger, ledger_csv, ledger_markdown,
};
pub use pages::{brief, page};
pub use reader::{Block, Quoted, Quotes, blocks, quoted, resting, snippet};
pub use several::several;
pub use standing::standing;

/// The fact that quotes a source's own words for a date.
#[must_use]
pub fn wording() -> &'static str {
    say!("details-wording")
}

/// The page of what is selected: of the story where that is nothing, of how they are joined where it is two
/// actors, otherwise of the item or of all of them.
#[must_use]
pub fn of_selection(index: &Index, selection: &[Item], moment: Option<Moment>) -> Page {
    if let Some(pair) = pair_of(selection) {
        return between(index, pair, moment);
    }
    match *selection {
        [] => page(index, None),
        [item] => Page {
            standing: standing(index, item, moment).unwrap_or_default(),
            ..page(index, Some(item))
        },
        _ => several(index, selection),
    }
}

/// What stands over the passages that dispute a claim.
#[must_use]
pub fn against() -> &'static str {
    say!("details-against")
}

/// Everything there is to say of one item, or of the story as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// What the page is about; the story itself where there is none.
    pub item: Option<Item>,
    /// Kind and date, in a line: "Letter · some time in April 2023".
    pub kicker: String,
    /// The title.
    pub title: String,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// How sure it is, where that can be said.
    pub status: Option<Status>,
    /// Whether it is in force when the map is looked at; empty where that is not asked.
    pub standing: String,
    /// Who takes part.
    pub chips: Vec<Chip>,
    /// Small facts: what, and what it is.
    pub facts: Vec<(String, String)>,
    /// How much evidence there is: "2 passages, 1 voice".
    pub evidence_note: String,
    /// The passages, by what they do for the item; only groups with cards.
    pub evidence: Vec<(String, Vec<Card>)>,
    /// Lists of other items.
    pub sections: Vec<Section>,
    /// An address that a click may open, after showing it.
    pub url: String,
}

/// An item as a chip: shape, name, role.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// What a click leads to.
    pub item: Item,
    /// The name.
    pub name: String,
    /// Its part here; may be empty.
    pub role: String,
    /// How its kind looks.
    pub style: KindStyle,
}

/// A quotation with who said it and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The passage.
    pub passage: PassageIx,
    /// The words, without quotation marks.
    pub quote: String,
    /// The words in the story's language; may be empty.
    pub translation: String,
    /// Who said it, in words.
    pub who: String,
    /// How they speak.
    pub speech: Speech,
    /// The actor who said it, or stands for those who did.
    pub speaker: Option<Item>,
    /// The source and the place in it: "News report, 22 June 2023 · ¶ 15".
    pub place: String,
    /// The source.
    pub source: Item,
    /// How the voice's kind looks.
    pub style: KindStyle,
    /// How the quotation stands to its source.
    pub state: State,
    /// What to know about that besides, in a sentence; may be empty.
    pub remark: String,
    /// The quotation and the source's own words beside each other, where they differ.
    pub differences: Vec<Piece>,
}

/// A list of other items under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Row>,
    /// How many more there are than the rows.
    pub more: usize,
}

/// One item in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What a click leads to.
    pub item: Item,
    /// When, in few words; may be empty.
    pub when: String,
    /// The title.
    pub title: String,
    /// A second line; may be empty.
    pub note: String,
    /// How its kind looks.
    pub style: Option<KindStyle>,
}
