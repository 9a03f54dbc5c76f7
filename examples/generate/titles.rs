//! What happens, in a line, and what people say of it.

use super::cast::{Cast, Sort, place};
use super::chance::Chance;

/// Who can do something, or have it done to them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Anyone,
    Person,
    /// Anyone but a person.
    Body,
    /// A body that trades.
    Firm,
    Court,
    /// A body that rules.
    State,
    Nobody,
}

impl Who {
    fn takes(self, sort: Sort) -> bool {
        match self {
            Self::Anyone => true,
            Self::Person => sort == Sort::Person,
            Self::Body => sort != Sort::Person,
            Self::Firm => matches!(sort, Sort::Company | Sort::Media),
            Self::Court => sort == Sort::Court,
            Self::State => matches!(sort, Sort::Country | Sort::Agency | Sort::Legislature),
            Self::Nobody => false,
        }
    }
}

/// A way to say what happened: its kind, who does it to whom, the line, and their roles.
struct Line(&'static str, Who, Who, &'static str, [&'static str; 2]);

use Who::{Anyone, Body, Court, Firm, Nobody, Person, State};

/// In each line `a` and `b` stand for the first two who take part, `t` for a subject, `p` for a
/// place, `u` for a part of a business, `n` for a number.
#[rustfmt::skip]
const LINES: &[Line] = &[
    Line("meeting", Anyone, Anyone, "{a} meets {b} in {p}", ["host", "guest"]),
    Line("meeting", Anyone, Anyone, "{a} and {b} hold talks on {t}", ["party", "party"]),
    Line("meeting", Anyone, Anyone, "{a} receives {b} behind closed doors", ["host", "guest"]),
    Line("meeting", Anyone, Anyone, "Talks between {a} and {b} resume", ["party", "party"]),
    Line("meeting", Anyone, Anyone, "{a} walks out of talks with {b}", ["party", "party"]),
    Line("meeting", Anyone, Nobody, "{a} attends summit on {t} in {p}", ["guest", ""]),
    Line("meeting", State, State, "{a} and {b} meet over {t}", ["party", "party"]),
    Line("statement", Anyone, Nobody, "{a} warns of delays over {t}", ["speaker", ""]),
    Line("statement", Anyone, Nobody, "{a} denies any part in {t} affair", ["speaker", ""]),
    Line("statement", Anyone, Nobody, "{a} calls for inquiry into {t}", ["speaker", ""]),
    Line("statement", Anyone, Nobody, "{a} promises answers on {t} within {n} days", ["speaker", ""]),
    Line("statement", Anyone, Anyone, "{a} contradicts {b} on {t}", ["speaker", "subject"]),
    Line("statement", Anyone, Anyone, "{a} accuses {b} of hiding losses", ["speaker", "subject"]),
    Line("statement", Anyone, Anyone, "{a} defends {b} against critics", ["speaker", "subject"]),
    Line("letter", Anyone, Anyone, "{a} writes to {b} about {t}", ["author", "addressee"]),
    Line("letter", Anyone, Anyone, "{a} asks {b} to explain {t}", ["author", "addressee"]),
    Line("letter", Anyone, Anyone, "{a} leaves letter from {b} unanswered", ["addressee", "author"]),
    Line("letter", Anyone, Anyone, "Open letter by {a} names {b}", ["author", "subject"]),
    Line("filing", Anyone, Anyone, "{a} sues {b} over {t}", ["claimant", "defendant"]),
    Line("filing", Anyone, Body, "{a} files complaint against {b}", ["claimant", "defendant"]),
    Line("filing", Anyone, Nobody, "{a} appeals against ruling on {t}", ["claimant", ""]),
    Line("filing", Firm, Nobody, "{a} discloses {n} million in debts", ["filer", ""]),
    Line("filing", Firm, Nobody, "{a} restates earnings for {n} quarters", ["filer", ""]),
    Line("ruling", Court, Anyone, "{a} sides with {b} on {t}", ["judge", "claimant"]),
    Line("ruling", Court, Anyone, "{a} dismisses claim by {b}", ["judge", "claimant"]),
    Line("ruling", Court, Body, "{a} orders {b} to hand over records", ["judge", "defendant"]),
    Line("ruling", Anyone, Nobody, "Court rules against {a} over {t}", ["defendant", ""]),
    Line("ruling", Anyone, Anyone, "Judges clear {a} of charges by {b}", ["defendant", "claimant"]),
    Line("deal", Body, Body, "{a} and {b} sign accord on {t}", ["party", "party"]),
    Line("deal", Firm, State, "{a} wins contract from {b}", ["supplier", "buyer"]),
    Line("deal", Anyone, Anyone, "{a} settles with {b} over {t}", ["party", "party"]),
    Line("deal", Body, Body, "{a} drops out of deal with {b}", ["party", "party"]),
    Line("deal", Body, Body, "Pact between {a} and {b} lapses", ["party", "party"]),
    Line("sale", Firm, Firm, "{a} buys stake in {b}", ["buyer", "target"]),
    Line("sale", Firm, Firm, "{a} sells its {u} to {b}", ["seller", "buyer"]),
    Line("sale", Firm, Nobody, "{a} puts its {u} up for sale", ["seller", ""]),
    Line("sale", Firm, Firm, "Takeover of {b} by {a} falls through", ["buyer", "target"]),
    Line("appointment", Person, Body, "{a} becomes head of {b}", ["appointee", "body"]),
    Line("appointment", Person, Firm, "{a} joins board of {b}", ["appointee", "body"]),
    Line("appointment", Body, Person, "{a} names {b} as envoy", ["body", "appointee"]),
    Line("appointment", Body, Person, "{a} picks {b} to lead inquiry", ["body", "appointee"]),
    Line("resignation", Person, Nobody, "{a} resigns over {t}", ["official", ""]),
    Line("resignation", Person, Body, "{a} leaves {b} after {n} years", ["official", "body"]),
    Line("resignation", Person, Body, "{a} steps down from {b}", ["official", "body"]),
    Line("resignation", Body, Person, "{a} dismisses {b} without notice", ["body", "official"]),
    Line("report", Body, Nobody, "{a} publishes findings on {t}", ["author", ""]),
    Line("report", Body, Nobody, "Audit faults {a} over {t}", ["subject", ""]),
    Line("report", Body, Nobody, "{a} withholds report on {t}", ["author", ""]),
    Line("report", Body, Body, "Study for {a} blames {b}", ["client", "subject"]),
    Line("vote", State, Nobody, "{a} backs bill on {t}", ["voter", ""]),
    Line("vote", State, Nobody, "{a} blocks vote on {t}", ["voter", ""]),
    Line("vote", State, Nobody, "{a} abstains in vote on {t}", ["voter", ""]),
    Line("protest", Body, Nobody, "Crowds march against {a} in {p}", ["target", ""]),
    Line("protest", Body, Nobody, "Workers at {a} walk out over {t}", ["employer", ""]),
    Line("protest", Firm, Nobody, "Strike halts {a} for {n} days", ["employer", ""]),
    Line("protest", Person, Body, "{a} leads march against {b}", ["organiser", "target"]),
    Line("arrest", Person, Nobody, "Police question {a} over {t}", ["suspect", ""]),
    Line("arrest", Person, Nobody, "{a} is released without charge", ["suspect", ""]),
    Line("arrest", Person, Nobody, "Prosecutors charge {a} over {t}", ["suspect", ""]),
    Line("arrest", Body, Nobody, "Officers search offices of {a} in {p}", ["suspect", ""]),
    Line("leak", Anyone, Nobody, "Leaked memo ties {a} to {t}", ["subject", ""]),
    Line("leak", Anyone, Anyone, "Documents show {a} paid {b}", ["payer", "payee"]),
    Line("leak", Anyone, Anyone, "Emails link {a} with {b}", ["subject", "subject"]),
    Line("sanction", State, Anyone, "{a} freezes assets of {b}", ["authority", "target"]),
    Line("sanction", State, Body, "{a} bars {b} from public tenders", ["authority", "target"]),
    Line("sanction", State, Anyone, "{a} lifts curbs on {b}", ["authority", "target"]),
    Line("sanction", State, Nobody, "{a} tightens rules on {t}", ["authority", ""]),
    Line("inspection", State, Body, "Inspectors from {a} visit {b}", ["authority", "subject"]),
    Line("inspection", State, Firm, "{a} suspends licence of {b}", ["authority", "subject"]),
    Line("inspection", State, Body, "{a} clears {b} after inspection", ["authority", "subject"]),
    Line("visit", Person, Anyone, "{a} visits {p} with {b}", ["visitor", "host"]),
    Line("visit", Person, Nobody, "{a} cuts short visit to {p}", ["visitor", ""]),
    Line("opening", Body, Nobody, "{a} opens office in {p}", ["owner", ""]),
    Line("opening", Firm, Nobody, "{a} closes its {u} near {p}", ["owner", ""]),
];

/// Subjects, each with the tag it comes under.
#[rustfmt::skip]
const SUBJECTS: &[(&str, &str)] = &[
    ("export licences", "trade"), ("grain quotas", "trade"), ("steel tariffs", "trade"),
    ("fishing rights", "trade"), ("gas prices", "energy"), ("reactor safety", "energy"),
    ("power cuts", "energy"), ("coal subsidies", "energy"), ("harbour fees", "ports"),
    ("dredging contracts", "ports"), ("container fees", "ports"), ("ferry safety", "ports"),
    ("witness payments", "courts"), ("missing case files", "courts"), ("bail terms", "courts"),
    ("unpaid wages", "labour"), ("mine safety", "labour"), ("pension cuts", "labour"),
    ("dam levels", "water"), ("river pollution", "water"), ("well permits", "water"),
    ("flood defences", "water"), ("phone records", "data"), ("cloud contracts", "data"),
    ("satellite images", "data"), ("chip supplies", "data"), ("visa rules", "border"),
    ("refugee camps", "border"), ("border crossings", "border"), ("offshore accounts", "finance"),
    ("bank guarantees", "finance"), ("loan terms", "finance"), ("tax breaks", "finance"),
    ("vaccine orders", "health"), ("hospital budgets", "health"), ("drug trials", "health"),
    ("campaign funds", "elections"), ("ballot papers", "elections"), ("recount rules", "elections"),
    ("arms shipments", "security"), ("prison transfers", "security"), ("radar stations", "security"),
];

#[rustfmt::skip]
const PARTS: [&str; 8] = [
    "shipping arm", "mining business", "grain terminals", "satellite unit", "research campus",
    "pipeline business", "cement works", "printing house",
];

/// What happened and who took part.
pub(super) struct Deed {
    pub kind: &'static str,
    pub title: String,
    pub tag: &'static str,
    /// Who, in what role; nobody twice.
    pub who: Vec<(u64, &'static str)>,
}

/// A line that `actors` can have taken part in. Those whom it does not name stood by.
pub(super) fn deed(chance: &mut Chance, cast: Cast, actors: &[u64]) -> Deed {
    let (subject, tag) = SUBJECTS[at(chance, SUBJECTS.len())];
    for _ in 0..60 {
        let line = &LINES[at(chance, LINES.len())];
        let first = actors.iter().find(|&&n| line.1.takes(Cast::sort(n)));
        let Some(&first) = first else { continue };
        let second = actors
            .iter()
            .find(|&&n| n != first && line.2.takes(Cast::sort(n)));
        if line.2 != Nobody && second.is_none() {
            continue;
        }
        let mut title = line
            .3
            .replace("{a}", &cast.short_name(first, chance))
            .replace("{t}", subject)
            .replace("{u}", chance.pick(&PARTS));
        if title.contains("{p}") {
            title = title.replace("{p}", &place(chance));
        }
        if title.contains("{n}") {
            title = title.replace("{n}", &chance.between(2, 19).to_string());
        }
        let mut who = vec![(first, line.4[0])];
        if let (Some(&second), true) = (second, title.contains("{b}")) {
            title = title.replace("{b}", &cast.short_name(second, chance));
            who.push((second, line.4[1]));
        }
        let words = title.split(' ').count();
        if !(3..=9).contains(&words) {
            continue;
        }
        for &n in actors {
            if who.iter().all(|&(other, _)| other != n) {
                who.push((n, chance.pick(&["", "", "", "witness", "adviser"])));
            }
        }
        return Deed {
            kind: line.0,
            title,
            tag,
            who,
        };
    }
    let name = actors.first().map_or_else(String::new, |&n| cast.name(n));
    Deed {
        kind: "statement",
        title: format!("{name} speaks of {subject}"),
        tag,
        who: actors.iter().map(|&n| (n, "")).collect(),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "an index of the list")]
fn at(chance: &mut Chance, length: usize) -> usize {
    chance.below(length as u64) as usize
}

/// What a document or a report says.
pub(super) fn written(chance: &mut Chance) -> String {
    #[rustfmt::skip]
    let what = [
        "the contract", "the letter", "the final draft", "a second memo", "the register",
        "the invoice", "the transcript", "an early version", "the annex", "a handwritten note",
        "the last page", "the order", "the ledger", "one entry", "the minute book", "the telex",
    ];
    #[rustfmt::skip]
    let does = [
        "was dated", "bore two signatures", "named no buyer", "set out the terms",
        "ran to forty pages", "left out the price", "was filed under seal", "carried no date",
        "bore the stamp", "listed the payments", "arrived a week late", "was withdrawn",
        "changed hands twice", "was not read aloud", "came back unopened", "was copied",
    ];
    format!(
        "{} {}{}",
        chance.pick(&what),
        chance.pick(&does),
        after(chance)
    )
}

/// What somebody says.
pub(super) fn spoken(chance: &mut Chance) -> String {
    #[rustfmt::skip]
    let who = [
        "we", "they", "I", "our people", "my office", "the board", "all of us", "half the room",
        "the other side", "both of them", "the lawyers", "everybody",
    ];
    #[rustfmt::skip]
    let did = [
        "knew of the plan", "asked for the papers", "signed without reading", "saw the lists",
        "had no say", "expected more", "paid for the delay", "raised it twice",
        "learned of it", "wanted it in writing", "took the call", "refused to sign",
        "stood by the figures", "kept a copy", "left the table", "heard nothing",
    ];
    format!(
        "{} {}{}",
        chance.pick(&who),
        chance.pick(&did),
        after(chance)
    )
}

fn after(chance: &mut Chance) -> &'static str {
    #[rustfmt::skip]
    let when = [
        "", "", "", "", "", "", "", "", " before the vote", " at the time", " in the end",
        " after the audit", " that winter", " on the first day", " without a lawyer",
        " against advice", " by the spring", " from the start", " that night", " at the border",
        " in plain sight", " for once", " long before", " in good faith",
    ];
    chance.pick(&when)
}
