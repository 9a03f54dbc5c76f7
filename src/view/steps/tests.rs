//! Steps as views: played, captured, kept and written.

use proptest::prelude::*;

use super::super::{ArrangeBy, Camera, Command, History, Kept, Outside};
use super::*;
use crate::file::{Progress, load_str, steps_to_ron};
use crate::story::{ItemId, ItemKind, LONGEST_CAPTION, Shown};

const STORY: &str = r#"Story(format: 1, title: "T",
    actors: { "ann": Actor(name: "Ann"), "bob": Actor(name: "Bob") },
    events: { "a": Event(title: "A", when: "2020-03", participants: { "ann": "" }), "b": Event(title: "B", when: "2021") },
    steps: [STEPS])"#;

fn index(steps: &str) -> Index {
    let text = STORY.replace("STEPS", steps);
    Index::new(
        load_str("t.ron", &text, &Progress::default())
            .unwrap()
            .story,
    )
}

const THREE: &str = r#"Step(title: "All"),
    Step(title: "Ann", caption: "Words.", from: "2020-02", to: "2020-04", as_of: "2020-03", select: ["event/a", "actor/ann"],
        focus: "ann", filter: "kind:person", lanes: "actor", show: "map"),
    Step(caption: "Late", from: "2021", hops: 2)"#;

fn day(text: &str) -> (i64, i64) {
    let (from, to) = Date::parse(text).unwrap().span().outer();
    (from.0, to.0)
}

#[test]
fn a_step_becomes_a_view_and_what_it_leaves_out_is_as_at_the_beginning() {
    let index = index(THREE);
    let mut base = View::default();
    for command in [
        Command::Select(ItemId::new(ItemKind::Event, "b")),
        Command::Filter("kind:agency".into()),
        Command::Pin("ann".into(), [1.0, 2.0]),
        Command::Focus(3),
        Command::ShowOutside(Outside::Hide),
        Command::PartLanes(LaneBy::Tag),
    ] {
        base.apply(command);
    }
    let first = told_step(&index, &base, 0).unwrap();
    let expected = View {
        pins: base.pins.clone(),
        ..View::default()
    };
    assert_eq!(first.view, expected);
    let ann = told_step(&index, &base, 1).unwrap();
    let (from, to) = (day("2020-02").0, day("2020-04").1);
    assert_eq!(ann.view.window, Some(Window { from, to }));
    assert_eq!(ann.view.as_of, Some(day("2020-03").1 - 1));
    assert_eq!(ann.view.selection.last().unwrap().to_string(), "actor/ann");
    assert_eq!((ann.view.focus, ann.view.lanes), (1, LaneBy::Actor));
    assert_eq!(ann.words.show, Shown::Map);
    let late = told_step(&index, &base, 2).unwrap();
    let window = late.view.window.unwrap();
    assert!(window.from == day("2021").0 && window.to > day("2021").1);
    // Two steps from what is selected.
    assert_eq!((late.view.focus, late.view.focus_on), (2, None));
    assert_eq!(told_step(&index, &base, 3), None);
}

fn play(history: &mut History, index: &Index, at: usize) {
    let view = history.view();
    let base = view.at_rest().into_owned();
    let step = told_step(index, &base, at).unwrap();
    history.end_gesture();
    history.apply(Command::GoToStep(at, Box::new(step.view)));
    history.end_gesture();
}

fn at(history: &History) -> Option<usize> {
    history.view().playing.as_ref().map(|playing| playing.at)
}

#[test]
fn playing_is_undone_step_by_step_and_leaving_it_gives_the_view_back() {
    let index = index(THREE);
    let mut history = History::default();
    history.apply(Command::PartLanes(LaneBy::Tag));
    history.apply(Command::Select(ItemId::new(ItemKind::Event, "b")));
    let before = history.view().clone();
    for step in [0, 1, 2] {
        play(&mut history, &index, step);
    }
    history.undo();
    let ann = told_step(&index, &before, 1).unwrap().view;
    assert_eq!(at(&history), Some(1));
    assert_eq!(history.view().selection, ann.selection);
    assert_eq!(history.view().window, ann.window);
    history.apply(Command::ToggleDetails);
    history.apply(Command::LeaveSteps);
    let mut expected = before;
    expected.apply(Command::ToggleDetails);
    assert_eq!(*history.view(), expected);
    history.undo();
    assert_eq!(at(&history), Some(1));
}

#[test]
fn back_leads_through_the_steps_to_what_was_there_before_and_forward_again() {
    let index = index(THREE);
    let mut history = History::default();
    history.apply(Command::PartLanes(LaneBy::Tag));
    let before = history.view().clone();
    play(&mut history, &index, 1);
    let first = history.view().clone();
    play(&mut history, &index, 2);
    let last = history.view().clone();
    history.go_back();
    assert_eq!(*history.view(), first);
    history.go_back();
    assert_eq!(*history.view(), before);
    history.go_forward();
    history.go_forward();
    assert_eq!(*history.view(), last);
}

#[test]
fn what_is_kept_while_steps_play_is_the_view_behind_them() {
    let index = index(THREE);
    let mut history = History::default();
    history.apply(Command::Arrange(ArrangeBy::Columns));
    history.apply(Command::Capture(Box::new(captured(&history, "Columns"))));
    history.apply(Command::Arrange(ArrangeBy::Distances));
    play(&mut history, &index, 3);
    assert_eq!(history.view().map.arrange, ArrangeBy::Columns);
    let kept = Kept::of(&history.view().at_rest());
    assert_eq!(kept.map.arrange, ArrangeBy::Distances);
    assert_eq!(kept.steps.len(), 1);
}

fn captured(history: &History, title: &str) -> CapturedStep {
    let words = StepWords {
        title: title.into(),
        ..StepWords::default()
    };
    CapturedStep::of(&words, history.view()).unwrap()
}

#[test]
fn steps_are_captured_reworded_moved_and_forgotten_and_all_of_it_undone() {
    let mut history = History::default();
    for title in ["One", "Two"] {
        let step = captured(&history, title);
        history.apply(Command::Capture(Box::new(step)));
        history.end_gesture();
    }
    let words = StepWords {
        title: " Second\tstep ".into(),
        caption: "x".repeat(LONGEST_CAPTION + 9),
        show: Shown::Timeline,
    };
    history.apply(Command::RewordStep(1, words));
    history.apply(Command::MoveStep(1, 0));
    let titles = |history: &History| -> Vec<String> {
        let steps = history.view().steps.iter();
        steps.map(|step| step.words.title.clone()).collect()
    };
    assert_eq!(titles(&history), ["Second step", "One"]);
    assert_eq!(history.view().steps[0].words.caption.len(), LONGEST_CAPTION);
    history.apply(Command::ForgetStep(0));
    assert_eq!(titles(&history), ["One"]);
    history.undo();
    history.undo();
    history.undo();
    assert_eq!(titles(&history), ["One", "Two"]);
    // What is not there is left alone.
    for command in [
        Command::ForgetStep(9),
        Command::MoveStep(0, 9),
        Command::RewordStep(9, StepWords::default()),
    ] {
        history.apply(command);
    }
    assert_eq!(titles(&history), ["One", "Two"]);
}

#[test]
fn a_captured_step_that_the_author_took_over_is_not_told_twice() {
    let index = index(THREE);
    let mut view = View::default();
    for (title, caption) in [("Ann", "Words."), ("Ann", "Other words.")] {
        let words = StepWords {
            title: title.into(),
            caption: caption.into(),
            show: Shown::Both,
        };
        view.capture(CapturedStep::of(&words, &View::default()).unwrap());
    }
    assert_eq!(count_steps(index.story(), &view.steps), 4);
    assert_eq!(
        step_words(index.story(), &view.steps).nth(3).unwrap().1,
        Some(1)
    );
    assert_eq!(told_step(&index, &view, 3).unwrap().captured, Some(1));
}

#[test]
fn a_captured_step_is_written_as_an_author_would() {
    let all = index(THREE);
    let base = View::default();
    let written: Vec<story::Step> = (0..3)
        .map(|n| told_step(&all, &base, n).unwrap().written(&all))
        .collect();
    let text = steps_to_ron(all.story(), &written).unwrap();
    let list = text.trim().strip_prefix("steps: [").unwrap();
    let again = index(list.trim_end_matches(',').trim_end_matches(']'));
    for n in 0..2 {
        assert_eq!(
            told_step(&again, &base, n).unwrap(),
            told_step(&all, &base, n).unwrap(),
            "{text}"
        );
    }
    let far = date_at(Date::parse("Y-66000000").unwrap().span().outer().0);
    assert_eq!(far.unwrap().text(), "Y-66000000");
    let caesar = date_at(Date::parse("-0043-03-15").unwrap().span().outer().0);
    assert_eq!(caesar.unwrap().text(), "-0043-03-15");
}

fn any_step() -> impl Strategy<Value = CapturedStep> {
    let window = (any::<i64>(), any::<i64>()).prop_map(|(from, to)| Window { from, to });
    let camera =
        (any::<[f32; 2]>(), any::<f32>()).prop_map(|(center, zoom)| Camera { center, zoom });
    (
        ("\\PC{0,9}", "\\PC{0,40}", 0..3_usize),
        prop::option::of(window),
        prop::option::of(camera),
        (any::<f32>(), any::<u8>(), prop::option::of(any::<i64>())),
        ("\\PC{0,20}", prop::collection::vec("\\PC{1,8}", 0..4)),
    )
        .prop_map(
            |((title, caption, show), window, camera, (scroll, focus, as_of), (filter, ids))| {
                CapturedStep {
                    words: StepWords {
                        title,
                        caption,
                        show: Shown::NAMED[show].1,
                    },
                    view: View {
                        window,
                        camera,
                        scroll,
                        focus,
                        as_of,
                        filter,
                        selection: ids
                            .iter()
                            .map(|id| ItemId::new(ItemKind::Event, id.as_str()))
                            .collect(),
                        hidden: ids.into_iter().collect(),
                        ..View::default()
                    },
                }
            },
        )
}

proptest! {
    #[test]
    fn captured_steps_come_back_as_they_were_kept(steps in prop::collection::vec(any_step(), 0..4)) {
        let steps = sound(steps);
        let view = View { steps: Arc::new(steps.clone()), ..View::default() };
        let folder = tempfile::tempdir().unwrap();
        let story = folder.path().join("story.ron");
        Kept::of(&view).save(&story).unwrap();
        prop_assert_eq!(Kept::load(&story).unwrap().steps, steps);
    }

    #[test]
    fn steps_are_the_same_in_whatever_order_they_are_gone_to(order in prop::collection::vec(0..3_usize, 1..12)) {
        let index = index(THREE);
        let mut history = History::default();
        for at in order {
            play(&mut history, &index, at);
            let told = told_step(&index, &View::default(), at).unwrap().view;
            let shown = View { playing: None, ..history.view().clone() };
            prop_assert_eq!(shown, told);
        }
        history.apply(Command::LeaveSteps);
        prop_assert_eq!(history.view(), &View::default());
    }
}
