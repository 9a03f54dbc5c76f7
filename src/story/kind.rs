//! Kinds: open words, with built-in ones, and how a kind is told apart by hue and by shape.

use crate::language::say;

use super::whole::Story;

/// A colour that the author gave: red, green, blue.
pub type Rgb = [u8; 3];

/// The hues that a theme defines for kinds; each is told apart from the others in colour-blind
/// vision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Hue {
    /// Governments and agencies.
    Government,
    /// Legislatures and courts.
    Legislature,
    /// Companies.
    Company,
    /// Countries.
    Country,
    /// Research and experts.
    Research,
    /// Media, products and all the rest.
    Media,
    /// Persons.
    Person,
    /// Groups of unnamed people.
    Group,
}

impl Hue {
    /// Every hue, in the order of a legend.
    pub const ALL: [Self; 8] = [
        Self::Government,
        Self::Legislature,
        Self::Company,
        Self::Country,
        Self::Research,
        Self::Media,
        Self::Person,
        Self::Group,
    ];
}

/// The outlines that tell kinds of actors apart without hue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Glyph {
    /// A person.
    Circle,
    /// An agency.
    Square,
    /// A legislature or court: a square with cut corners.
    CutSquare,
    /// A company.
    Hexagon,
    /// A country: a pentagon that points down like a shield.
    Pentagon,
    /// Research.
    Diamond,
    /// Media, product, other.
    Triangle,
    /// Unnamed people: a dashed circle of three dots.
    Dots,
}

impl Glyph {
    /// Every glyph with the name that story files use.
    pub const NAMED: [(&'static str, Self); 8] = [
        ("Circle", Self::Circle),
        ("Square", Self::Square),
        ("CutSquare", Self::CutSquare),
        ("Hexagon", Self::Hexagon),
        ("Pentagon", Self::Pentagon),
        ("Diamond", Self::Diamond),
        ("Triangle", Self::Triangle),
        ("Dots", Self::Dots),
    ];
}

/// A kind that the author declared or restyled.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclaredKind {
    /// The word that records use.
    pub word: String,
    /// What to call it on screen.
    pub label: Option<String>,
    /// The built-in kind that it takes its hue and shape from.
    pub like: Option<String>,
    /// Its colour on light ground.
    pub color: Option<Rgb>,
    /// Its colour on dark ground.
    pub dark: Option<Rgb>,
    /// Its shape.
    pub shape: Option<Glyph>,
}

/// How a kind looks: resolved from the author's declaration and the built-in kinds.
#[derive(Clone, Debug, PartialEq)]
pub struct KindStyle {
    /// What to call it on screen: "Agency".
    pub label: String,
    /// The theme's hue for it.
    pub hue: Hue,
    /// The author's own colours, on light and on dark ground, which come before the hue.
    pub own: [Option<Rgb>; 2],
    /// The shape of its actors.
    pub glyph: Glyph,
}

/// The built-in kinds of actors: word, hue, shape.
pub const ACTOR_KINDS: [(&str, Hue, Glyph); 12] = [
    ("government", Hue::Government, Glyph::Square),
    ("agency", Hue::Government, Glyph::Square),
    ("legislature", Hue::Legislature, Glyph::CutSquare),
    ("court", Hue::Legislature, Glyph::CutSquare),
    ("company", Hue::Company, Glyph::Hexagon),
    ("country", Hue::Country, Glyph::Pentagon),
    ("research", Hue::Research, Glyph::Diamond),
    ("media", Hue::Media, Glyph::Triangle),
    ("product", Hue::Media, Glyph::Triangle),
    ("person", Hue::Person, Glyph::Circle),
    ("group", Hue::Group, Glyph::Dots),
    ("other", Hue::Media, Glyph::Triangle),
];

/// What the built-in kind of actors `word` is called on screen; none where no such kind is built in.
#[must_use]
pub fn built_in_label(word: &str) -> Option<&'static str> {
    Some(match word {
        "government" => say!("kind-government"),
        "agency" => say!("kind-agency"),
        "legislature" => say!("kind-legislature"),
        "court" => say!("kind-court"),
        "company" => say!("kind-company"),
        "country" => say!("kind-country"),
        "research" => say!("kind-research"),
        "media" => say!("kind-media"),
        "product" => say!("kind-product"),
        "person" => say!("kind-person"),
        "group" => say!("kind-group"),
        "other" => say!("kind-other"),
        _ => return None,
    })
}

/// The name by which choices about the actor kind `word` are kept: what its author calls it, or English for a built-in one,
/// whatever the program speaks.
#[must_use]
pub fn kept_name(story: &Story, word: &str) -> String {
    let declared = story.actor_kinds.iter().find(|kind| kind.word == word);
    match (declared.and_then(|kind| kind.label.as_deref()), word) {
        (Some(label), _) => label.to_owned(),
        (None, "group") => "Unnamed people".to_owned(),
        (None, word) => sentence_case(word),
    }
}

/// The style of the actor kind `word` in `story`.
#[must_use]
pub fn actor_kind(story: &Story, word: &str) -> KindStyle {
    resolve(&story.actor_kinds, word)
}

/// The style that `story` declares for the event kind `word`; events of other kinds borrow the hue
/// of their first participant.
#[must_use]
pub fn event_kind(story: &Story, word: &str) -> Option<KindStyle> {
    declared(&story.event_kinds, word)
}

/// The style that `story` declares for the relation kind `word`.
#[must_use]
pub fn relation_kind(story: &Story, word: &str) -> Option<KindStyle> {
    declared(&story.relation_kinds, word)
}

fn declared(kinds: &[DeclaredKind], word: &str) -> Option<KindStyle> {
    kinds
        .iter()
        .any(|kind| kind.word == word)
        .then(|| resolve(kinds, word))
}

fn resolve(kinds: &[DeclaredKind], word: &str) -> KindStyle {
    let built_in = |word: &str| ACTOR_KINDS.iter().find(|kind| kind.0 == word);
    let own = kinds.iter().find(|kind| kind.word == word);
    let base = own
        .and_then(|kind| kind.like.as_deref())
        .and_then(built_in)
        .or_else(|| built_in(word));
    let (hue, glyph) = base.map_or((Hue::Media, Glyph::Triangle), |kind| (kind.1, kind.2));
    KindStyle {
        label: own
            .and_then(|kind| kind.label.clone())
            .or_else(|| built_in_label(word).map(str::to_owned))
            .unwrap_or_else(|| sentence_case(word)),
        hue,
        own: own.map_or([None, None], |kind| [kind.color, kind.dark.or(kind.color)]),
        glyph: own.and_then(|kind| kind.shape).unwrap_or(glyph),
    }
}

/// `word` with its first letter as a capital, for a label.
#[must_use]
pub fn sentence_case(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declared_kind_takes_what_it_does_not_say_from_the_kind_it_is_like() {
        let story = Story {
            actor_kinds: vec![DeclaredKind {
                word: "think-tank".into(),
                label: Some("Think tank".into()),
                like: Some("research".into()),
                color: None,
                dark: None,
                shape: Some(Glyph::Circle),
            }],
            ..Story::default()
        };
        let style = actor_kind(&story, "think-tank");
        assert_eq!((style.hue, style.glyph), (Hue::Research, Glyph::Circle));
        assert_eq!(style.label, "Think tank");
    }

    #[test]
    fn an_unknown_word_is_labelled_by_itself() {
        let style = actor_kind(&Story::default(), "guild");
        assert_eq!((style.label.as_str(), style.hue), ("Guild", Hue::Media));
    }
}
