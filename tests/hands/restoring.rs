//! After an unexpected end what was looked at comes back, or is offered.

use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use throughline::app::{App, Left, MapBefore, Origin, Running, Session, Settings, open};
use throughline::file::Progress;
use throughline::view::{Command, Kept, View};

use super::{Window, app, click_mark, event};

/// The window with the story of `origin`, opened by `run` after what was `left`.
fn started(run: &Arc<Running>, left: Option<Left>, origin: &Origin) -> Window<'static> {
    let mut opened =
        Some(open(origin.clone(), MapBefore::default(), &Progress::default()).unwrap());
    let (run, mut left, origin) = (Arc::clone(run), left, origin.clone());
    let mut harness = Harness::builder()
        .with_size(super::TALL)
        .allow_missing_glyphs()
        .build_ui_state(
            move |ui, app: &mut Option<App>| {
                let Some(app) = app else {
                    let mut first = App::new(ui.ctx(), Settings::default(), None);
                    first.keep_session_of(&run, left.take(), &origin);
                    first.put(opened.take().unwrap());
                    *app = Some(first);
                    return;
                };
                app.logic(&ui.ctx().clone());
                app.show(ui);
            },
            None,
        );
    harness.run_steps(12);
    harness
}

/// The run that ended unexpectedly, and what the next one finds of it, once that `holds` what it should.
fn killed(
    folder: &Path,
    run: Arc<Running>,
    mut harness: Window<'_>,
    holds: impl Fn(&Session) -> bool,
) -> (Arc<Running>, Left) {
    let name = run.name().to_owned();
    let path = folder.join(format!("{name}.ron"));
    for _ in 0..12_000 {
        harness.step();
        if Session::load(&path).is_some_and(|session| holds(&session)) {
            break;
        }
        sleep(Duration::from_millis(10));
    }
    drop((harness, run));
    // Runs are told apart by the millisecond.
    sleep(Duration::from_millis(2));
    let next = Arc::new(Running::begin(folder).unwrap());
    let left = next
        .take_left(&folder.join("reports"))
        .expect("something is left");
    assert!(holds(&left.session));
    (next, left)
}

#[test]
fn every_story_that_was_open_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let [north, south] = ["North", "South"].map(|title| {
        let path = folder.path().join(format!("{title}.ron"));
        let story = format!(
            "Story(format: 1, title: \"{title}\", events: {{ \"e\": Event(title: \"e\", when: \"2020\") }})"
        );
        std::fs::write(&path, story).unwrap();
        path
    });
    let sessions = folder.path().join("sessions");
    let run = Arc::new(Running::begin(&sessions).unwrap());
    let mut harness = started(&run, None, &Origin::File(north.clone()));
    let front = harness.state_mut().as_mut().unwrap();
    front.open(Origin::File(south.clone()));
    let holds = |session: &Session| {
        session.story.as_ref() == Some(&south) && session.beside == [north.clone()]
    };
    let (run, left) = killed(&sessions, run, harness, holds);
    let mut harness = started(&run, Some(left), &Origin::File(south.clone()));
    super::evidence::until(&mut harness, |harness| {
        app(harness).open_stories().0.len() == 2
    });
    let open = (vec!["South".to_owned(), "North".to_owned()], 0);
    assert_eq!(app(&harness).open_stories(), open);
}

#[test]
fn what_was_looked_at_comes_back_and_one_may_start_afresh_instead() {
    let folder = tempfile::tempdir().unwrap();
    let run = Arc::new(Running::begin(folder.path()).unwrap());
    let mut harness = started(&run, None, &Origin::Shipped);
    assert_eq!(app(&harness).notice(), None);
    click_mark(&mut harness, "Nine senators write to the administration");
    let selection = vec![event("april-letter")];
    let selects = |session: &Session| session.view.selection == selection;
    let (run, left) = killed(folder.path(), run, harness, selects);

    let mut harness = started(&run, Some(left), &Origin::Shipped);
    assert_eq!(app(&harness).view().selection, selection);
    let notice = app(&harness).notice().unwrap().to_owned();
    assert!(
        notice.contains("what you looked at is restored"),
        "{notice}"
    );
    assert_eq!(harness.unnamed_widgets(), Vec::<String>::new());
    harness.get_by_label("Start afresh").click();
    harness.run_steps(4);
    assert!(app(&harness).view().selection.is_empty());
    drop(harness);
    run.end();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn what_ends_the_program_again_and_again_is_only_offered() {
    let folder = tempfile::tempdir().unwrap();
    let mut run = Arc::new(Running::begin(folder.path()).unwrap());
    let view = View {
        selection: vec![event("april-letter")],
        ..View::default()
    };
    let mut left = Some(Left {
        session: Session::of(&Origin::Shipped, view.clone()),
        report: None,
    });
    for times in 1..=2 {
        let harness = started(&run, left.take(), &Origin::Shipped);
        assert_eq!(app(&harness).view().selection, view.selection);
        let restored = |session: &Session| session.restored == times;
        let (next, found) = killed(folder.path(), run, harness, restored);
        (run, left) = (next, Some(found));
    }
    let mut harness = started(&run, left, &Origin::Shipped);
    assert!(app(&harness).view().selection.is_empty());
    let notice = app(&harness).notice().unwrap().to_owned();
    assert!(notice.contains("not opened by itself any more"), "{notice}");
    harness.get_by_label("Open it again").click();
    harness.run_steps(4);
    assert_eq!(app(&harness).view().selection, view.selection);
}

#[test]
fn a_report_is_named_and_another_story_that_is_asked_for_is_opened_first() {
    let folder = tempfile::tempdir().unwrap();
    let run = Arc::new(Running::begin(folder.path()).unwrap());
    let report = folder.path().join("reports").join("5-5.txt");
    let tour = std::path::absolute("data/format-tour.ron").unwrap();
    let left = Left {
        session: Session::of(&Origin::File(tour.clone()), View::default()),
        report: Some(report.clone()),
    };
    let mut harness = started(&run, Some(left), &Origin::Shipped);
    let notice = app(&harness).notice().unwrap().to_owned();
    assert!(
        notice.contains("while format-tour.ron was open"),
        "{notice}"
    );
    let place = report.parent().unwrap().to_str().unwrap();
    assert!(notice.contains(place), "{notice}");
    assert!(harness.query_by_label("Show the report").is_some());
    let before = app(&harness).index().unwrap().story().title.clone();
    harness.get_by_label("Open it again").click();
    for _ in 0..12_000 {
        harness.step();
        if app(&harness).index().unwrap().story().title != before {
            return;
        }
        sleep(Duration::from_millis(10));
    }
    panic!("it was not opened");
}

#[test]
fn what_is_kept_beside_the_story_outlives_restoring_and_starting_afresh() {
    let folder = tempfile::tempdir().unwrap();
    let sessions = folder.path().join("sessions");
    let story = folder.path().join("board.ron");
    std::fs::write(&story, std::fs::read("data/format-tour.ron").unwrap()).unwrap();
    let mut view = View::default();
    view.apply(Command::SaveView("Who decides".to_owned()));
    view.apply(Command::Pin("bell".to_owned(), [4.0, 5.0]));
    Kept::of(&view).save(&story).unwrap();
    let origin = Origin::File(story.clone());
    let run = Arc::new(Running::begin(&sessions).unwrap());
    let harness = started(&run, None, &origin);
    let of_it = |session: &Session| session.is_of(&Origin::File(story.clone()));
    let (run, left) = killed(&sessions, run, harness, of_it);
    let mut harness = started(&run, Some(left), &origin);
    let holds = |view: &View| view.saved.len() == 1 && view.pins.contains_key("bell");
    assert!(holds(app(&harness).view()));
    let before = app(&harness).index().unwrap().story().title.clone();
    harness.get_by_label("Start afresh").click();
    for _ in 0..12_000 {
        harness.step();
        if app(&harness).index().unwrap().story().title != before {
            break;
        }
        sleep(Duration::from_millis(10));
    }
    harness.run_steps(20);
    assert!(app(&harness).view().saved.is_empty());
    let mut kept = View::default();
    Kept::load(&story).unwrap().restore(&mut kept);
    assert!(holds(&kept));
}
