//! The ledger: every claim of a story as a line of a table.

use std::cmp::Ordering;
use std::collections::HashSet;

use rayon::prelude::*;

use crate::citing::markdown;
use crate::evidence::{Speaker, State, Weight};
use crate::index::Index;
use crate::language::say;
use crate::story::calendar::Tick;
use crate::story::kind::sentence_case;
use crate::story::{ActorIx, Bearing, Date, EventIx, Evidence, Item, RelationIx, SourceIx, Status};

use super::labels::kind_label;

/// A claim: that something happened, that two actors are connected, that an actor is what it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim {
    /// What is claimed.
    pub item: Item,
    /// How sure it is; none for facts of actors.
    pub status: Option<Status>,
    /// What it rests on.
    pub weight: Weight,
    /// How its quotations stand to their sources: the worst of them; none where it rests on nothing.
    pub state: Option<State>,
    /// Where it stands in time; at the end where it has no date.
    when: (Tick, Tick),
}

/// A column of the ledger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    /// Event, relation or actor.
    Kind,
    /// When.
    #[default]
    Date,
    /// What is claimed.
    Claim,
    /// How sure it is.
    Status,
    /// Who says so, and how many independent voices.
    Voices,
    /// In how many sources.
    Sources,
    /// How its quotations stand to their sources.
    Check,
}

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Self; 7] = [
        Self::Date,
        Self::Claim,
        Self::Kind,
        Self::Status,
        Self::Voices,
        Self::Sources,
        Self::Check,
    ];

    /// Its heading.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => say!("details-ledger-date"),
            Self::Claim => say!("details-ledger-claim"),
            Self::Kind => say!("details-ledger-kind"),
            Self::Status => say!("details-ledger-status"),
            Self::Voices => say!("details-ledger-voices"),
            Self::Sources => say!("details-ledger-sources"),
            Self::Check => say!("details-ledger-check"),
        }
    }
}

/// What the ledger is parted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Parted {
    /// Nothing.
    #[default]
    Nothing,
    /// Each source that a claim rests on: a claim stands under each.
    Source,
    /// Each voice that speaks for a claim: a claim stands under each.
    Voice,
}

impl Parted {
    /// Every way, in the order of menus.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Source, Self::Voice];

    /// Its name in menus.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => say!("details-ledger-by-nothing"),
            Self::Source => say!("details-ledger-by-source"),
            Self::Voice => say!("details-ledger-by-voice"),
        }
    }
}

/// How the ledger is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Order {
    /// What it is sorted by.
    pub by: Column,
    /// Whether the last comes first.
    pub descending: bool,
    /// What parts it.
    pub parted: Parted,
    /// Words that a claim must hold, whatever their case; all of them.
    pub words: String,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// The heading of a group, with how many claims are in it.
    Heading(String, usize),
    /// A claim.
    Claim(Claim),
}

/// The lines of the ledger of what is on show.
#[must_use]
pub fn ledger(index: &Index, order: &Order) -> Vec<Line> {
    let mut claims = claims(index);
    let words: Vec<String> = order
        .words
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    if !words.is_empty() {
        // Most claims rest on a few: what a million lines would say again is said once.
        let few: Vec<String> = (0..FEW).map(in_sources).collect();
        let in_sources = |count: u32| {
            let said = few.get(count as usize).cloned();
            said.unwrap_or_else(|| in_sources(count))
        };
        claims = claims
            .into_par_iter()
            .filter(|claim| {
                let line = cells_with(index, claim, in_sources)
                    .join(" ")
                    .to_lowercase();
                words.iter().all(|word| line.contains(word))
            })
            .collect();
    }
    sort(index, &mut claims, order);
    match order.parted {
        Parted::Nothing => claims.into_iter().map(Line::Claim).collect(),
        Parted::Source => parted(index, &claims, sources),
        Parted::Voice => parted(index, &claims, voices),
    }
}

/// Counts of sources that are put in words once for all lines.
const FEW: u32 = 10;

/// In how many sources a claim stands, in words.
fn in_sources(count: u32) -> String {
    say!("count-sources", count = count)
}

/// How many claims `lines` hold, each counted once though it stand in several groups.
#[must_use]
pub fn claims_in(lines: &[Line]) -> usize {
    let claims = lines.iter().filter_map(|line| match line {
        Line::Claim(claim) => Some(claim.item),
        Line::Heading(..) => None,
    });
    if matches!(lines.first(), Some(Line::Heading(..))) {
        claims.collect::<HashSet<Item>>().len()
    } else {
        claims.count()
    }
}

/// The claims of what is on show, in no order.
fn claims(index: &Index) -> Vec<Claim> {
    let story = index.story();
    let dated = |item: Item, date: Option<&Date>, status: Option<Status>| Claim {
        item,
        status,
        weight: Weight::new(story, index.evidence_of(item)),
        state: index.state_of(item),
        when: date.map_or((Tick::MAX, Tick::MAX), |date| date.span().sort_key()),
    };
    let events: Vec<EventIx> = index
        .dated_events()
        .iter()
        .chain(index.undated_events())
        .copied()
        .collect();
    let events = events.into_par_iter().map(|ix| {
        let event = story.event(ix);
        dated(Item::Event(ix), event.when.date, Some(event.status))
    });
    let relations = (0..story.relations().len()).into_par_iter();
    let relations = relations
        .map(RelationIx::at)
        .filter(|&ix| index.shows_relation(ix))
        .map(|ix| {
            let relation = story.relation(ix);
            let status = Some(relation.status);
            dated(Item::Relation(ix), relation.during.date, status)
        });
    let actors = (0..story.actors().len()).into_par_iter().map(ActorIx::at);
    let actors = actors
        .filter(|&ix| index.shows_actor(ix) && !story.actor(ix).evidence.is_empty())
        .map(|ix| dated(Item::Actor(ix), story.actor(ix).during, None));
    let passes = |claim: &Claim| index.passes(claim.item);
    events
        .chain(relations)
        .chain(actors)
        .filter(passes)
        .collect()
}

fn sort(index: &Index, claims: &mut [Claim], order: &Order) {
    let turned = |ordering: Ordering| {
        if order.descending {
            ordering.reverse()
        } else {
            ordering
        }
    };
    if order.by == Column::Claim {
        claims.par_sort_by_cached_key(|claim| {
            (index.title_of(claim.item).to_lowercase(), claim.item)
        });
        if order.descending {
            claims.reverse();
        }
        return;
    }
    claims.par_sort_unstable_by(|a, b| {
        let first = match order.by {
            Column::Date | Column::Claim => Ordering::Equal,
            Column::Kind => a.item.kind().cmp(&b.item.kind()),
            Column::Status => a.status.cmp(&b.status),
            Column::Voices => a.weight.voices.cmp(&b.weight.voices),
            Column::Sources => a.weight.sources.cmp(&b.weight.sources),
            Column::Check => a.state.cmp(&b.state),
        };
        // What has no date stands last, whichever way the others do.
        let undated = |claim: &Claim| claim.when.0 == Tick::MAX;
        let in_time = undated(a).cmp(&undated(b));
        let in_time = in_time.then_with(|| {
            let ordering = a.when.cmp(&b.when);
            if order.by == Column::Date {
                turned(ordering)
            } else {
                ordering
            }
        });
        turned(first).then(in_time).then(a.item.cmp(&b.item))
    });
}

fn parted<'s>(
    index: &'s Index,
    claims: &[Claim],
    groups: impl Fn(&'s Index, Item) -> Vec<Under<'s>> + Sync,
) -> Vec<Line> {
    let mut under: Vec<(Under<'s>, usize)> = claims
        .par_iter()
        .enumerate()
        .flat_map_iter(|(n, claim)| {
            let groups = groups(index, claim.item).into_iter();
            groups.map(move |group| (group, n))
        })
        .collect();
    under.par_sort_unstable();
    let runs = under.chunk_by(|a, b| a.0 == b.0);
    let mut runs: Vec<(String, &[(Under<'s>, usize)])> = runs
        .filter_map(|run| Some((heading(index, run.first()?.0), run)))
        .collect();
    // By name; what rests on nothing comes last.
    runs.sort_by(|a, b| {
        let nothing =
            |run: &[(Under<'s>, usize)]| run.first().is_some_and(|one| one.0 == Under::Nothing);
        nothing(a.1).cmp(&nothing(b.1)).then_with(|| a.0.cmp(&b.0))
    });
    let mut lines = Vec::with_capacity(under.len() + runs.len());
    for (heading, run) in runs {
        lines.push(Line::Heading(heading, run.len()));
        lines.extend(run.iter().map(|&(_, n)| Line::Claim(claims[n])));
    }
    lines
}

/// What parts the ledger: a source, or a voice; nothing where a claim has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Under<'s> {
    Source(SourceIx),
    Voice(Speaker<'s>),
    Nothing,
}

/// The sources that `item` rests on.
fn sources<'s>(index: &'s Index, item: Item) -> Vec<Under<'s>> {
    let story = index.story();
    let links = carrying(index, item);
    let mut sources: Vec<SourceIx> = links
        .map(|link| story.passage(link.passage).source)
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let mut under: Vec<Under<'s>> = sources.into_iter().map(Under::Source).collect();
    if under.is_empty() {
        under.push(Under::Nothing);
    }
    under
}

/// The links that carry a claim: what disputes it does not.
fn carrying(index: &Index, item: Item) -> impl Iterator<Item = &Evidence> {
    let links = index.evidence_of(item).iter();
    links.filter(|link| link.bearing != Bearing::Disputes)
}

/// Who speaks for `item`, each voice once, in the order in which they are quoted.
fn speakers(index: &Index, item: Item) -> Vec<Speaker<'_>> {
    let story = index.story();
    let mut heard: HashSet<Speaker<'_>> = HashSet::new();
    let mut speakers = Vec::new();
    for link in carrying(index, item) {
        let passage = story.passage(link.passage);
        let speaker = Speaker::new(&passage.said_by, passage.source);
        if heard.insert(speaker) {
            speakers.push(speaker);
        }
    }
    speakers
}

fn voices(index: &Index, item: Item) -> Vec<Under<'_>> {
    let speakers = speakers(index, item).into_iter();
    let mut under: Vec<Under<'_>> = speakers.map(Under::Voice).collect();
    if under.is_empty() {
        under.push(Under::Nothing);
    }
    under
}

fn heading(index: &Index, under: Under<'_>) -> String {
    match under {
        Under::Source(source) => index.story().source(source).title.to_owned(),
        Under::Voice(speaker) => speaker_words(index, speaker),
        Under::Nothing => say!("details-ledger-nothing").to_owned(),
    }
}

/// What to call a voice, whoever speaks for it.
fn speaker_words(index: &Index, speaker: Speaker<'_>) -> String {
    let story = index.story();
    match speaker {
        Speaker::Actor(actor) => story.actor(actor).name.to_owned(),
        Speaker::Unnamed(source, count, described) => {
            let voice = crate::story::Voice::Unnamed {
                count,
                described,
                actor: None,
            };
            format!(
                "{} ({})",
                index.voice_words(&voice),
                story.source(source).title
            )
        }
        Speaker::Document(source) => {
            say!(
                "details-ledger-document",
                source = story.source(source).title
            )
        }
        Speaker::Reporter(source) => {
            say!(
                "details-ledger-reporter",
                source = story.source(source).title
            )
        }
    }
}

/// What the cells of a claim's line say, in the order of [`Column::ALL`].
#[must_use]
pub fn cells(index: &Index, claim: &Claim) -> [String; 7] {
    cells_with(index, claim, in_sources)
}

fn cells_with(index: &Index, claim: &Claim, in_sources: impl Fn(u32) -> String) -> [String; 7] {
    let story = index.story();
    let date = match claim.item {
        Item::Event(ix) => story.event(ix).when.date,
        Item::Relation(ix) => story.relation(ix).during.date,
        Item::Actor(ix) => story.actor(ix).during,
        Item::Passage(_) | Item::Source(_) => None,
    };
    let undated = if matches!(claim.item, Item::Event(_)) {
        say!("details-undated")
    } else {
        ""
    };
    let speakers = speakers(index, claim.item);
    let first = speakers
        .first()
        .map(|&speaker| speaker_words(index, speaker));
    let mut said = match (first, speakers.len()) {
        (None, _) => say!("details-ledger-nobody").to_owned(),
        (Some(first), 1) => format!("1: {first}"),
        (Some(first), count) => {
            say!(
                "details-ledger-speakers",
                count = count,
                first = first,
                more = count - 1
            )
        }
    };
    if claim.weight.disputes > 0 {
        said = say!(
            "details-ledger-disputed",
            voices = said,
            count = claim.weight.disputes
        );
    }
    [
        date.map_or_else(|| undated.to_owned(), Date::brief),
        index.title_of(claim.item),
        kind_label(claim.item.kind()).to_owned(),
        status_words(claim),
        said,
        in_sources(claim.weight.sources),
        claim
            .state
            .map(|state| sentence_case(state.label()))
            .unwrap_or_default(),
    ]
}

/// How sure a claim is, in a word: what rests on nothing is not attributed to anybody.
fn status_words(claim: &Claim) -> String {
    let evidence = claim.weight.passages + claim.weight.disputes;
    match claim.status {
        Some(Status::Attributed) if evidence == 0 => say!("details-no-evidence").to_owned(),
        Some(status) => sentence_case(status.label()),
        None => String::new(),
    }
}

/// The headings of a table for other programs, which find its columns by them: the same in every language.
const HEADINGS: [&str; 13] = [
    "group",
    "id",
    "date",
    "claim",
    "kind",
    "status",
    "voices",
    "who",
    "sources",
    "in",
    "passages",
    "against",
    "quotations",
];

/// What a table for other programs says of a claim, but for its group, in the order of [`HEADINGS`].
fn in_full(index: &Index, claim: &Claim) -> [String; 12] {
    let story = index.story();
    let [date, title, kind, status, _, _, check] = cells(index, claim);
    let speakers = speakers(index, claim.item).into_iter();
    let who: Vec<String> = speakers
        .map(|speaker| speaker_words(index, speaker))
        .collect();
    let sources = sources(index, claim.item).into_iter();
    let sources: Vec<&str> = sources
        .filter_map(|under| match under {
            Under::Source(source) => Some(story.source(source).id),
            Under::Voice(_) | Under::Nothing => None,
        })
        .collect();
    let passages = |disputes: bool| -> String {
        let links = index.evidence_of(claim.item).iter();
        let links = links.filter(|link| (link.bearing == Bearing::Disputes) == disputes);
        let ids = links.map(|link| story.passage(link.passage).id);
        ids.collect::<Vec<_>>().join("; ")
    };
    [
        story.id_of(claim.item).to_string(),
        date,
        title,
        kind,
        status,
        claim.weight.voices.to_string(),
        who.join("; "),
        claim.weight.sources.to_string(),
        sources.join("; "),
        passages(false),
        passages(true),
        check,
    ]
}

/// The lines as comma-separated values, with a heading: RFC 4180. Voices, sources and passages are told one by
/// one.
#[must_use]
pub fn ledger_csv(index: &Index, lines: &[Line]) -> String {
    let quoted = |cell: &str| {
        // A program for tables would take these for formulas.
        let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            "'"
        } else {
            ""
        };
        format!("\"{guard}{}\"", cell.replace('"', "\"\""))
    };
    let mut text = HEADINGS.join(",") + "\r\n";
    let mut group = "";
    for line in lines {
        match line {
            Line::Heading(heading, _) => group = heading,
            Line::Claim(claim) => {
                let cells = in_full(index, claim);
                let cells = std::iter::once(group).chain(cells.iter().map(String::as_str));
                text += &cells.map(quoted).collect::<Vec<_>>().join(",");
                text += "\r\n";
            }
        }
    }
    text
}

/// The lines as a Markdown table, or one for each group.
#[must_use]
pub fn ledger_markdown(index: &Index, lines: &[Line]) -> String {
    let escaped = |cell: &str| markdown(cell);
    let head = || {
        let names = Column::ALL.map(Column::name).join(" | ");
        format!("| {names} |\n|{}\n", " --- |".repeat(Column::ALL.len()))
    };
    let title = &index.story().title;
    let mut text = format!(
        "# {}\n",
        say!("details-ledger-title", story = escaped(title))
    );
    if !matches!(lines.first(), Some(Line::Heading(..))) {
        text += &format!("\n{}", head());
    }
    for line in lines {
        match line {
            Line::Heading(heading, count) => {
                text += &format!("\n## {} ({count})\n\n{}", escaped(heading), head());
            }
            Line::Claim(claim) => {
                let cells = cells(index, claim).map(|cell| escaped(&cell));
                text += &format!("| {} |\n", cells.join(" | "));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Progress, load_str};

    const STORY: &str = r#"Story(format: 1, title: "Claims",
        sources: { "a": Source(title: "Ash"), "b": Source(title: "Birch") },
        passages: {
            "p1": Passage(source: "a", quote: "one", said_by: OnRecord("jane")),
            "p2": Passage(source: "b", quote: "two", said_by: Spokesperson("jane")),
            "p3": Passage(source: "b", quote: "three", said_by: Unnamed(described: "people")),
        },
        actors: { "jane": Actor(name: "Jane", evidence: [Mentions("p1")]), "joe": Actor(name: "Joe") },
        events: {
            "late": Event(title: "A late one", when: "2021", evidence: [Supports("p1"), Supports("p2")]),
            "early": Event(title: "Z, an early one", when: "2001", evidence: [Supports("p3")]),
            "never": Event(title: "=undated|", evidence: [Supports("p2")]),
        },
        relations: { "r": Relation(from: "jane", to: "joe", kind: "knows", during: "2010/2012", evidence: [Disputes("p3")]) })"#;

    fn index() -> Index {
        let loaded = load_str("claims.ron", STORY, &Progress::default()).unwrap();
        assert_eq!(loaded.problems, []);
        Index::new(loaded.story)
    }

    fn titles(order: &Order) -> Vec<String> {
        let index = index();
        let lines = ledger(&index, order).into_iter();
        lines
            .map(|line| match line {
                Line::Heading(heading, count) => format!("{heading} {count}"),
                Line::Claim(claim) => index.title_of(claim.item),
            })
            .collect()
    }

    fn by(by: Column, descending: bool) -> Order {
        Order {
            by,
            descending,
            ..Order::default()
        }
    }

    #[test]
    fn claims_stand_in_time_and_the_undated_last_either_way() {
        let all = titles(&by(Column::Date, false));
        assert_eq!(
            all,
            [
                "Z, an early one",
                "Jane knows Joe",
                "A late one",
                "=undated|",
                "Jane"
            ]
        );
        let turned = titles(&by(Column::Date, true));
        assert_eq!(
            turned,
            [
                "A late one",
                "Jane knows Joe",
                "Z, an early one",
                "=undated|",
                "Jane"
            ]
        );
    }

    #[test]
    fn claims_sort_by_any_column_and_are_found_by_words() {
        assert_eq!(titles(&by(Column::Claim, false))[0], "=undated|");
        assert_eq!(titles(&by(Column::Sources, true))[0], "A late one");
        assert_eq!(titles(&by(Column::Status, true))[0], "Jane knows Joe");
        let words = Order {
            words: "EARLY anonymous".to_owned(),
            ..Order::default()
        };
        assert_eq!(titles(&words), ["Z, an early one"]);
    }

    #[test]
    fn a_claim_stands_under_each_of_its_sources_and_voices() {
        let parted = |parted| {
            titles(&Order {
                parted,
                ..Order::default()
            })
        };
        let sources = parted(Parted::Source);
        assert_eq!(sources[0], "Ash 2");
        assert_eq!(sources[3], "Birch 3");
        let voices = parted(Parted::Voice);
        assert_eq!(voices[0], "Jane 3");
        // Who disputes a claim does not speak for it.
        assert_eq!(voices[4], "People (Birch) 1");
        assert_eq!(voices[6..], ["Nothing 1", "Jane knows Joe"]);
    }

    #[test]
    fn tables_for_other_programs_are_whole_and_harmless() {
        let index = index();
        let lines = ledger(&index, &Order::default());
        let csv = ledger_csv(&index, &lines);
        assert_eq!(csv.lines().count(), 6);
        assert!(csv.contains(",\"'=undated|\","), "{csv}");
        assert!(
            csv.contains("\"event/late\",\"2021\",\"A late one\",\"Event\",\"Attributed\",\"1\",\"Jane\",\"2\",\"a; b\",\"p1; p2\",\"\","),
            "{csv}"
        );
        let markdown = ledger_markdown(&index, &lines);
        assert!(markdown.contains("=undated\\|"), "{markdown}");
        assert_eq!(
            markdown
                .lines()
                .filter(|line| line.starts_with("| "))
                .count(),
            7
        );
    }
}
