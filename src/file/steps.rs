//! The steps in which a story is told: from fields to drafts, and from these to steps once every id is known.

use crate::language::say;
use crate::story::calendar::Tick;
use crate::story::{
    ActorIx, Date, Item, ItemId, ItemKind, LONGEST_CAPTION, LONGEST_FILTER, LONGEST_TITLE,
    MOST_HOPS, MOST_SELECTED, MOST_STEPS, Shown, Step, StepLanes, Story,
};

use super::fields::{Fields, Named, What, unknown_word};
use super::lex::{Bracket, short};
use super::lookup::{By, Comes, Ids, NOWHERE, position};
use super::problem::{Code, Problems, Span};
use super::records::Decoder;
use super::schema;
use super::tree::{Entry, Node, Value};

/// A step whose items are still names.
pub(super) struct StepDraft {
    /// Its place among the steps that the file lists, from 1.
    number: usize,
    step: Step,
    select: Vec<Named>,
    focus: Option<Named>,
}

impl Decoder {
    /// Takes an entry of the list of steps.
    pub(super) fn step(&mut self, entry: Entry<'_>, problems: &mut Problems) {
        if let Some(key) = &entry.key {
            problems
                .add_with(Code::UnexpectedText, key.span, || {
                    say!("problem-step-id", id = short(&key.text))
                })
                .suggest_with(|| say!("problem-step-id-hint"));
        }
        self.steps_seen += 1;
        let number = self.steps_seen;
        if number > MOST_STEPS {
            if number == MOST_STEPS + 1 {
                problems.add_with(Code::TooMany, entry.value.span, || {
                    say!("problem-too-many-steps", most = MOST_STEPS)
                });
            }
            return;
        }
        let at = entry.value.span;
        let at = Span {
            end: at.end.min(at.start + 4),
            ..at
        };
        let number_text = number.to_string();
        let what = What {
            kind: "step",
            id: &number_text,
        };
        let json = self.is_json();
        let fields = Fields::of(entry.value, "Step", schema::STEP, what, at, json, problems);
        let draft = fields.and_then(|mut fields| read(number, &mut fields));
        self.drafts.steps.extend(draft);
    }
}

fn read(number: usize, f: &mut Fields<'_, '_>) -> Option<StepDraft> {
    let title = text(f, "title", LONGEST_TITLE);
    let caption = text(f, "caption", LONGEST_CAPTION);
    if title.is_empty() && caption.is_empty() {
        f.missing("title", say!("problem-step-untitled"), "title: \"...\"");
        return None;
    }
    let span = f.span_of("from");
    let from = day(f, "from", |(first, _)| first != Tick::MIN);
    let to = day(f, "to", |(_, last)| last != Tick::MAX);
    let as_of = day(f, "as_of", |(_, last)| last != Tick::MAX);
    let (from, to) = in_order(f, (from, to), span);
    let hops = f.number("hops", 1, u32::from(MOST_HOPS));
    let mut select = f.texts("select");
    if let Some(first) = select.get(MOST_SELECTED) {
        let field = f.name("select");
        f.problems.add_with(Code::TooMany, first.at, || {
            say!(
                "problem-too-many-entries",
                field = field,
                most = MOST_SELECTED
            )
        });
        select.truncate(MOST_SELECTED);
    }
    Some(StepDraft {
        number,
        step: Step {
            title,
            caption,
            from,
            to,
            as_of,
            select: Vec::new(),
            focus: None,
            hops: hops.and_then(|hops| u8::try_from(hops).ok()),
            filter: text(f, "filter", LONGEST_FILTER),
            lanes: word(f, "lanes", &StepLanes::NAMED),
            show: word(f, "show", &Shown::NAMED).unwrap_or_default(),
        },
        select,
        focus: f.id("focus"),
    })
}

/// The text of `field`, of at most `most` letters.
fn text(f: &mut Fields<'_, '_>, field: &str, most: usize) -> String {
    let Some((text, at)) = f.text_at(field) else {
        return String::new();
    };
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text;
    };
    let name = f.name(field);
    f.problems.add_with(Code::TextTooLong, at, || {
        say!("problem-text-too-long", field = name, most = most)
    });
    text.get(..end).unwrap_or_default().to_owned()
}

/// The one of `words` that `field` names, in quotation marks as kinds are.
fn word<T: Copy>(f: &mut Fields<'_, '_>, field: &str, words: &[(&'static str, T)]) -> Option<T> {
    let (text, at) = f.text_at(field)?;
    let found = words.iter().find(|(word, _)| *word == text);
    if found.is_none() {
        let name = f.name(field);
        unknown_word(&text, at, &name, words, f.problems);
    }
    found.map(|(_, value)| *value)
}

/// The date of `field`, where it has the end that is asked for.
fn day(
    f: &mut Fields<'_, '_>,
    field: &str,
    has_end: impl Fn((Tick, Tick)) -> bool,
) -> Option<Date> {
    let at = f.span_of(field);
    let date = f.date(field)?;
    if has_end(date.span().outer()) {
        return Some(date);
    }
    let (name, begins) = (f.name(field), field == "from");
    f.problems
        .add_with(Code::DateOutOfRange, at.unwrap_or(f.at), || {
            let date = short(date.text());
            if begins {
                say!("problem-date-never-begins", field = name, date = date)
            } else {
                say!("problem-date-never-ends", field = name, date = date)
            }
        })
        .suggest_with(|| {
            if begins {
                say!("problem-date-never-begins-hint")
            } else {
                say!("problem-date-never-ends-hint")
            }
        });
    None
}

/// Both ends of a stretch, or neither where it ends before it begins.
fn in_order(
    f: &mut Fields<'_, '_>,
    (from, to): (Option<Date>, Option<Date>),
    at: Option<Span>,
) -> (Option<Date>, Option<Date>) {
    if let (Some(first), Some(last)) = (&from, &to)
        && first.span().outer().0 >= last.span().outer().1
    {
        let name = f.name("from");
        f.problems
            .add_with(Code::ReversedDate, at.unwrap_or(f.at), || {
                say!("problem-from-after-to", field = name)
            })
            .suggest_with(|| say!("problem-from-after-to-hint"));
        return (None, None);
    }
    (from, to)
}

/// Whether the list of steps stands in the right brackets.
pub(super) fn steps_list(value: &Node<'_>, json: bool, problems: &mut Problems) {
    let (code, at) = match &value.value {
        Value::Group {
            name: None,
            bracket: Bracket::Square,
            ..
        }
        | Value::Broken => return,
        Value::Group {
            name: None, open, ..
        } => (Code::WrongBracket, *open),
        _ => (Code::WrongType, value.span),
    };
    let example = if json { "[ {...} ]" } else { "[ Step(...) ]" };
    problems
        .add_with(code, at, || say!("problem-steps-list"))
        .suggest_with(|| say!("problem-write", text = format!("steps: {example}")));
}

/// The steps of `drafts`, with the items that they name.
pub(super) fn resolve_steps(story: &mut Story, drafts: Vec<StepDraft>, ids: &mut Ids<'_>) {
    let mut steps = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let number = draft.number.to_string();
        let mut step = draft.step;
        for named in &draft.select {
            let item = selected(story, named, &number, ids);
            // The one named last stands in front.
            step.select.retain(|held| Some(*held) != item);
            step.select.extend(item);
        }
        step.focus = draft.focus.and_then(|named| {
            let id = named.id.strip_prefix("actor/").unwrap_or(&named.id);
            let actor = found(
                story,
                (ItemKind::Actor, id),
                named.at,
                By::step(&number),
                Comes::WholeMap,
                ids,
            );
            actor.map(ActorIx)
        });
        steps.push(step);
    }
    story.steps = steps;
}

/// The item that `named` names by kind and id.
fn selected(story: &Story, named: &Named, number: &str, ids: &mut Ids<'_>) -> Option<Item> {
    match named.id.parse::<ItemId>() {
        Ok(id) => {
            let (by, comes) = (By::step(number), Comes::NotSelected);
            found(story, (id.kind, &id.id), named.at, by, comes, ids)?;
            story.find(id.kind, &id.id)
        }
        Err(error) => {
            let id = named.id.rsplit('/').next().unwrap_or_default();
            let meant = ItemKind::ALL
                .into_iter()
                .find(|kind| story.find(*kind, id).is_some());
            let found = ids
                .problems
                .add_with(Code::DanglingReference, named.at, || {
                    let why = error.to_string();
                    say!("problem-no-such-item", step = number, why = why)
                });
            if let Some(kind) = meant {
                found.suggest_with(|| {
                    let meant = format!("{}/{}", kind.word(), short(id));
                    say!("problem-meant", meant = meant)
                });
            }
            None
        }
    }
}

/// Where the record `id` of `kind` stands; reported where there is none.
fn found(
    story: &Story,
    (kind, id): (ItemKind, &str),
    at: Span,
    by: By<'_>,
    comes: Comes,
    ids: &mut Ids<'_>,
) -> Option<u32> {
    let found = position(story, kind, id).unwrap_or(NOWHERE);
    if found != NOWHERE {
        return Some(found);
    }
    let name = ids.names.name(id, at);
    ids.check(story, found, (kind, name), by, comes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::file::{Loaded, Progress, load_str, steps_to_ron, to_json, to_ron};

    const BEFORE: &str = r#"Story(format: 1, title: "T",
    sources: { "s": Source(title: "S") },
    passages: { "p": Passage(source: "s", quote: "q", said_by: Reporter) },
    actors: { "ann": Actor(name: "Ann"), "bob": Actor(name: "Bob") },
    events: { "letter": Event(title: "E", when: "2020", participants: { "ann": "", "bob": "" }, evidence: [Supports("p")]) },
    steps: "#;

    fn read(steps: &str) -> Loaded {
        let text = format!("{BEFORE}{steps})");
        load_str("steps.ron", &text, &Progress::default()).unwrap()
    }

    /// The codes of what is wrong with `steps`, and the suggestions.
    fn wrong(steps: &str) -> Vec<(Code, String)> {
        let problems = read(steps).problems.into_iter();
        let said = |suggestion: Option<String>| suggestion.unwrap_or_default();
        problems
            .map(|problem| (problem.code, said(problem.suggestion)))
            .collect()
    }

    #[test]
    fn every_field_of_a_step_is_read_and_written_again() {
        let loaded = read(
            r#"[Step(title: "One"), Step(caption: "Two", from: "2019-12", to: "2020-03", as_of: "2020-02",
            select: ["actor/bob", "event/letter"], focus: "ann", hops: 2, filter: "kind:person", lanes: "actor", show: "map")]"#,
        );
        assert_eq!(loaded.problems, []);
        let story = &loaded.story;
        let [one, two] = story.steps.as_slice() else {
            panic!("{:?}", story.steps)
        };
        assert_eq!(
            one,
            &Step {
                title: "One".into(),
                ..Step::default()
            }
        );
        let id = |item: &Item| story.id_of(*item).to_string();
        let ids: Vec<String> = two.select.iter().map(id).collect();
        assert_eq!(ids, ["actor/bob", "event/letter"]);
        assert_eq!((two.focus, two.hops), (Some(ActorIx(0)), Some(2)));
        assert_eq!((two.lanes, two.show), (Some(StepLanes::Actor), Shown::Map));
        for (name, text) in [
            ("a.ron", to_ron(story).unwrap()),
            ("a.json", to_json(story).unwrap()),
        ] {
            let again = load_str(name, &text, &Progress::default()).unwrap();
            assert_eq!(
                (&again.problems[..], &again.story),
                (&[][..], story),
                "{text}"
            );
        }
        let field = steps_to_ron(story, &story.steps).unwrap();
        let list = field.trim().strip_prefix("steps: ").unwrap();
        assert_eq!(
            read(list.trim_end_matches(',')).story.steps,
            story.steps,
            "{field}"
        );
    }

    #[test]
    fn what_is_wrong_with_a_step_is_said_with_what_was_meant() {
        for (step, code, meant) in [
            (
                r#"select: ["event/leter"]"#,
                Code::DanglingReference,
                "`letter`",
            ),
            (
                r#"select: ["letter"]"#,
                Code::DanglingReference,
                "`event/letter`",
            ),
            (
                r#"select: ["evnt/letter"]"#,
                Code::DanglingReference,
                "`event/letter`",
            ),
            (r#"focus: "anne""#, Code::DanglingReference, "`ann`"),
            (r#"from: "2020-13""#, Code::ImpossibleDate, ""),
            (r#"from: "../2020""#, Code::DateOutOfRange, "begins"),
            (r#"to: "2020/..""#, Code::DateOutOfRange, "ends"),
            (r#"as_of: "..""#, Code::BadDate, ""),
            (r#"from: "2021", to: "2020""#, Code::ReversedDate, "earlier"),
            (r#"lanes: "actors""#, Code::UnknownWord, "`actor`"),
            (r#"show: "maps""#, Code::UnknownWord, "`map`"),
            ("hops: 0", Code::OutOfRange, ""),
            (r#"captoin: "x""#, Code::UnknownField, "`caption`"),
            (r#"as_off: "2020""#, Code::UnknownField, "`as_of`"),
        ] {
            let found = wrong(&format!("[Step(title: \"A\", {step}), Step(title: \"B\")]"));
            assert!(
                matches!(&found[..], [(of, said)] if *of == code && said.contains(meant)),
                "{step}: {found:?}"
            );
            let loaded = read(&format!("[Step(title: \"A\", {step}), Step(title: \"B\")]"));
            assert_eq!(loaded.story.steps.len(), 2, "{step}");
        }
        assert_eq!(wrong("[Step(hops: 1)]")[0].0, Code::MissingField);
        assert_eq!(
            wrong(r#"{ "a": Step(title: "A") }"#)[0].0,
            Code::WrongBracket
        );
        assert_eq!(wrong(r#""none""#)[0].0, Code::WrongType);
        assert_eq!(wrong(r#"[Stop(title: "A")]"#)[0].0, Code::WrongName);
    }

    #[test]
    fn an_actor_may_be_named_in_focus_as_in_a_selection() {
        let loaded = read(r#"[Step(title: "A", focus: "actor/bob")]"#);
        assert_eq!(loaded.problems, []);
        assert_eq!(loaded.story.steps[0].focus, Some(ActorIx(1)));
    }

    #[test]
    fn steps_titles_captions_and_selections_have_bounds() {
        let steps = "Step(title: \"A\"), ".repeat(MOST_STEPS + 3);
        let loaded = read(&format!("[{steps}]"));
        assert_eq!(loaded.story.steps.len(), MOST_STEPS);
        assert_eq!(loaded.problems.len(), 1);
        assert_eq!(loaded.problems[0].code, Code::TooMany);
        let long = "ä".repeat(LONGEST_CAPTION + 1);
        let loaded = read(&format!("[Step(title: \"{long}\", caption: \"{long}\")]"));
        let step = &loaded.story.steps[0];
        assert_eq!(step.title.chars().count(), LONGEST_TITLE);
        assert_eq!(step.caption.chars().count(), LONGEST_CAPTION);
        assert!(loaded.problems.iter().all(|p| p.code == Code::TextTooLong));
        let many = "\"event/letter\", ".repeat(MOST_SELECTED + 1);
        let loaded = read(&format!("[Step(title: \"A\", select: [{many}])]"));
        assert_eq!(loaded.problems[0].code, Code::TooMany);
        assert_eq!(loaded.story.steps[0].select.len(), 1);
    }

    proptest! {
        #[test]
        fn any_list_of_steps_is_read_or_reported(
            fields in prop::collection::vec(
                (prop::sample::select(schema::STEP), prop_oneof!["\\PC{0,12}", "[a-z]{1,6}/[a-z]{1,6}", "20[0-9]{2}(-[01][0-9])?"]),
                0..6,
            ),
            bare in any::<bool>(),
        ) {
            let value = |text: &str| if bare { text.to_owned() } else { format!("{text:?}") };
            let fields: Vec<String> =
                fields.iter().map(|(field, text)| format!("{field}: {}", value(text))).collect();
            let loaded = read(&format!("[Step({})]", fields.join(", ")));
            let story = &loaded.story;
            prop_assert!(story.steps.len() == 1 || !loaded.problems.is_empty());
            let again = load_str("again.ron", &to_ron(story).unwrap(), &Progress::default()).unwrap();
            prop_assert_eq!(&again.story.steps, &story.steps);
        }
    }
}
