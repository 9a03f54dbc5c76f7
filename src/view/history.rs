//! Back and forward through where one was, undo and redo of everything that changes the view.

use super::command::Weight;
use super::{Camera, Command, Panes, ThemeChoice, View, Window};
use crate::story::ItemId;

/// Steps kept; older ones are forgotten.
const KEPT: usize = 200;

/// A view with the ways back and forward from it.
#[derive(Clone, Debug, Default)]
pub struct History {
    view: View,
    back: Vec<Place>,
    forward: Vec<Place>,
    undo: Vec<Change>,
    redo: Vec<Change>,
    run: Option<Run>,
}

/// A change of the view: what differs between the two is what it changed.
#[derive(Clone, Debug)]
struct Change {
    before: View,
    after: View,
}

impl Change {
    /// The change that makes of `view` what `from` became in `to`, and leaves the rest of it alone.
    fn again(view: &View, from: &View, to: &View) -> Self {
        let mut after = view.clone();
        after.take_changed(from, to);
        Self {
            before: view.clone(),
            after,
        }
    }
}

/// Changes that are undone as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Run {
    /// Of one kind, while the pointer is down or the wheel turns.
    Gesture(std::mem::Discriminant<Command>),
    /// Looking about: selections, scrolling, playing.
    Looking,
}

/// Where somebody was.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    selection: Vec<ItemId>,
    panes: Panes,
    ledger: bool,
    compared: Option<[String; 2]>,
    reading: Option<String>,
    window: Option<Window>,
    camera: Option<Camera>,
    /// All that was shown; none where that is not what one goes back to.
    whole: Option<Box<View>>,
}

impl Place {
    fn of(view: &View) -> Self {
        Self {
            selection: view.selection.clone(),
            panes: view.panes,
            ledger: view.ledger,
            compared: view.compared.clone(),
            reading: view.reading.clone(),
            window: view.window,
            camera: view.camera,
            whole: None,
        }
    }

    /// The same with all that is shown: a step of a told story is left, or gone to.
    fn whole(view: &View) -> Self {
        Self {
            whole: Some(Box::new(view.clone())),
            ..Self::of(view)
        }
    }

    /// Where one is in `view`, for a place to come back from.
    fn opposite(&self, view: &View) -> Self {
        if self.whole.is_some() {
            Self::whole(view)
        } else {
            Self::of(view)
        }
    }

    /// Whether `view` is elsewhere: what is in sight alone makes no other place.
    fn is_left_by(&self, view: &View) -> bool {
        self.whole.is_some()
            || self.selection != view.selection
            || (self.panes, self.ledger) != (view.panes, view.ledger)
            || self.compared != view.compared
            || self.reading != view.reading
    }

    fn seen_in(self, view: &View) -> View {
        if let Some(whole) = self.whole {
            return whole.in_the_window_of(view);
        }
        View {
            selection: self.selection,
            panes: self.panes,
            ledger: self.ledger,
            compared: self.compared,
            reading: self.reading,
            window: self.window,
            camera: self.camera,
            ..view.clone()
        }
    }
}

impl History {
    /// A history that begins at `view`.
    #[must_use]
    pub fn new(view: View) -> Self {
        Self {
            view,
            ..Self::default()
        }
    }

    /// The view as it is now.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// Takes over the window's theme, which is no change of what is shown.
    pub fn wear(&mut self, theme: ThemeChoice) {
        if self.view.theme != theme {
            self.view.theme = theme;
            // What follows is undone by itself, without the theme.
            self.run = None;
        }
    }

    /// Carries out `command` and remembers the way back.
    pub fn apply(&mut self, command: Command) {
        self.carry_out(command, false);
    }

    /// Carries out `command`; one that `joins` is undone with the one before.
    fn carry_out(&mut self, command: Command, joins: bool) {
        let mut next = self.view.clone();
        let weight = command.weight();
        let steps = weight != Weight::Change || command.is_a_jump();
        let kind = std::mem::discriminant(&command);
        next.apply(command);
        if next == self.view {
            return;
        }
        let place = if self.view.playing == next.playing {
            Place::of(&self.view)
        } else {
            Place::whole(&self.view)
        };
        if steps && place.is_left_by(&next) {
            remember(&mut self.back, place);
            self.forward.clear();
        }
        let run = match weight {
            Weight::Look => Run::Looking,
            Weight::Panel | Weight::Change => Run::Gesture(kind),
        };
        if weight == Weight::Change {
            self.redo.clear();
        }
        self.take(next, run, joins);
    }

    /// Makes `next` the view, and remembers the way back: together with the change before, where this one
    /// `joins` that or is of the same run.
    fn take(&mut self, next: View, run: Run, joins: bool) {
        let before = std::mem::replace(&mut self.view, next);
        let goes_on = joins || self.run == Some(run);
        self.run = Some(run);
        if let Some(last) = self.undo.last_mut().filter(|_| goes_on) {
            last.after.clone_from(&self.view);
            if last.before == last.after {
                self.undo.pop();
                self.run = None;
            }
            return;
        }
        let after = self.view.clone();
        remember(&mut self.undo, Change { before, after });
    }

    /// Changes the view by several commands that one undo takes back.
    pub fn apply_together(&mut self, commands: impl IntoIterator<Item = Command>) {
        self.begin(commands);
        self.end_gesture();
    }

    /// The same; what follows like the last of them belongs to the same gesture.
    pub fn begin(&mut self, commands: impl IntoIterator<Item = Command>) {
        self.run = None;
        for command in commands {
            let joins = self.run.is_some();
            self.carry_out(command, joins);
        }
    }

    /// Ends a gesture: what follows is undone on its own. Call when the pointer is let go or the
    /// wheel rests.
    pub fn end_gesture(&mut self) {
        if self.run != Some(Run::Looking) {
            self.run = None;
        }
    }

    /// Whether there is a place to go back to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a place to go forward to.
    #[must_use]
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    /// Whether there is a change to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a change to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Goes back to where one was before: to what was selected, open and in sight there.
    pub fn go_back(&mut self) {
        if let Some(place) = self.back.pop() {
            remember(&mut self.forward, place.opposite(&self.view));
            self.go_to(place);
        }
    }

    /// Goes forward again.
    pub fn go_forward(&mut self) {
        if let Some(place) = self.forward.pop() {
            remember(&mut self.back, place.opposite(&self.view));
            self.go_to(place);
        }
    }

    fn go_to(&mut self, place: Place) {
        let next = place.seen_in(&self.view);
        if next != self.view {
            self.take(next, Run::Looking, false);
        }
    }

    /// Takes the last change back; what changed otherwise since then stays.
    pub fn undo(&mut self) {
        if let Some(last) = self.undo.pop() {
            let undone = Change::again(&self.view, &last.after, &last.before);
            self.view = undone.after;
            remember(&mut self.redo, last);
            self.run = None;
        }
    }

    /// Does again what was taken back; what changed otherwise since then stays.
    pub fn redo(&mut self) {
        if let Some(last) = self.redo.pop() {
            let redone = Change::again(&self.view, &last.before, &last.after);
            self.view = redone.after.clone();
            remember(&mut self.undo, redone);
            self.run = None;
        }
    }
}

fn remember<T>(stack: &mut Vec<T>, state: T) {
    if stack.len() >= KEPT {
        stack.remove(0);
    }
    stack.push(state);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{
        ArrangeBy, CapturedStep, GroupBy, LaneBy, LeftOut, Outside, SizeBy, StepWords,
    };
    use super::*;
    use crate::story::ItemKind;
    use crate::story::calendar::Tick;

    fn event(id: &str) -> ItemId {
        ItemId::new(ItemKind::Event, id)
    }

    #[test]
    fn back_and_forward_walk_through_selections() {
        let mut history = History::default();
        history.apply(Command::Select(event("a")));
        history.apply(Command::Select(event("b")));
        history.go_back();
        assert_eq!(history.view().selection, [event("a")]);
        history.go_forward();
        assert_eq!(history.view().selection, [event("b")]);
        history.go_back();
        history.apply(Command::Select(event("c")));
        assert!(!history.can_go_forward());
    }

    #[test]
    fn the_theme_that_the_window_wears_is_not_undone() {
        let mut history = History::default();
        history.apply(Command::Select(event("a")));
        history.wear(ThemeChoice::Dark);
        history.apply(Command::Select(event("b")));
        for selection in [vec![event("a")], vec![]] {
            history.undo();
            assert_eq!(history.view().selection, selection);
            assert_eq!(history.view().theme, ThemeChoice::Dark);
        }
    }

    #[test]
    fn two_actors_are_a_place_to_leave_and_forget_nothing() {
        let mut history = History::default();
        history.apply(Command::Filter("kind:agency".to_owned()));
        history.undo();
        let pair = ["a".to_owned(), "b".to_owned()];
        history.apply(Command::Compare(Some(pair.clone())));
        assert!(history.can_redo());
        history.go_back();
        assert_eq!(history.view().compared, None);
        history.go_forward();
        assert_eq!(history.view().compared, Some(pair));
    }

    #[test]
    fn commands_that_belong_together_are_undone_together() {
        let mut history = History::default();
        let before = history.view().clone();
        let camera = Camera {
            center: [3.0, 0.0],
            zoom: 2.0,
        };
        history.apply_together([
            Command::ScrollLanes(5.0),
            Command::ShowWindow(Some(crate::view::Window { from: 0, to: 9 })),
            Command::MoveCamera(Some(camera)),
        ]);
        history.apply(Command::ShowWindow(Some(crate::view::Window {
            from: 0,
            to: 5,
        })));
        history.undo();
        assert_eq!(history.view().camera, Some(camera));
        history.undo();
        assert_eq!(history.view().window, before.window);
        assert_eq!(history.view().camera, before.camera);
    }

    #[test]
    fn undo_takes_a_whole_gesture_back_and_looking_about_as_one() {
        let mut history = History::default();
        for step in 1..=5_u8 {
            let camera = Camera {
                center: [f32::from(step), 0.0],
                zoom: 1.0,
            };
            history.apply(Command::MoveCamera(Some(camera)));
        }
        history.end_gesture();
        history.apply(Command::PartLanes(LaneBy::Actor));
        for id in ["a", "b", "c"] {
            history.apply(Command::Select(event(id)));
            history.end_gesture();
            history.apply(Command::ScrollLanes(12.0));
        }
        history.undo();
        assert!(history.view().selection.is_empty());
        assert_eq!(history.view().lanes, LaneBy::Actor);
        history.undo();
        assert_eq!(history.view().lanes, LaneBy::ActorKind);
        let across = |history: &History| history.view().camera.map(|camera| camera.center[0]);
        assert_eq!(across(&history), Some(5.0));
        history.undo();
        assert_eq!(history.view().camera, None);
        assert!(!history.can_undo());
        history.redo();
        assert_eq!(across(&history), Some(5.0));
    }

    #[test]
    fn what_was_undone_can_be_done_again_after_looking_about() {
        let mut history = History::default();
        history.apply(Command::Filter("kind:agency".to_owned()));
        history.undo();
        history.apply(Command::Select(event("a")));
        history.apply(Command::ShowLedger(true));
        history.redo();
        let view = history.view();
        assert_eq!(view.filter, "kind:agency");
        assert!(view.ledger && view.selection == [event("a")]);
        history.undo();
        history.apply(Command::PartLanes(LaneBy::Actor));
        assert!(!history.can_redo(), "the story is shown otherwise now");
    }

    #[test]
    fn back_leads_to_what_was_open_and_in_sight_there() {
        let mut history = History::default();
        let window = |to| Some(Window { from: 0, to });
        history.apply(Command::Select(event("a")));
        history.apply(Command::ShowWindow(window(5)));
        history.apply(Command::ShowLedger(true));
        history.apply(Command::Select(event("b")));
        history.apply(Command::ShowWindow(window(9)));
        history.go_back();
        assert!(history.view().ledger && history.view().selection == [event("a")]);
        history.go_back();
        assert!(!history.view().ledger);
        assert_eq!(history.view().window, window(5));
        history.go_forward();
        history.go_forward();
        assert_eq!(history.view().window, window(9));
        assert_eq!(history.view().selection, [event("b")]);
    }

    #[test]
    fn a_drag_that_begins_with_a_camera_is_undone_and_done_again_as_one() {
        let mut history = History::default();
        let camera = Camera {
            center: [3.0, 0.0],
            zoom: 2.0,
        };
        let pin = |x: f32| Command::Pin("ada".to_owned(), [x, 0.0]);
        history.begin([Command::MoveCamera(Some(camera)), pin(1.0)]);
        history.apply(pin(2.0));
        history.apply(pin(3.0));
        history.end_gesture();
        history.undo();
        assert!(history.view().pins.is_empty() && history.view().camera.is_none());
        assert!(!history.can_undo());
        history.redo();
        assert_eq!(
            history.view().pins["ada"].map(f32::to_bits),
            [3.0, 0.0].map(f32::to_bits)
        );
    }

    #[test]
    fn a_command_that_changes_nothing_leaves_no_trace() {
        let mut history = History::default();
        history.apply(Command::PartLanes(LaneBy::ActorKind));
        history.apply(Command::ClearSelection);
        assert!(!history.can_undo() && !history.can_go_back());
    }

    /// Any command, of numbers that all mean something.
    fn commands() -> impl Strategy<Value = Command> {
        let small = || (0_i64..40).prop_map(|n| n * 1000);
        let id = || (0..4_usize).prop_map(|n| ["a", "b", "c", "d"][n].to_owned());
        let ids = || proptest::collection::vec(id(), 0..3);
        let at = || (0_u8..9, 0_u8..9).prop_map(|(x, y)| [f32::from(x), f32::from(y)]);
        let window = || (small(), small()).prop_map(|(from, to)| Window { from, to });
        let maybe = |window: bool, held: Window| window.then_some(held);
        let camera = (at(), 1_u8..9).prop_map(|(center, zoom)| Camera {
            center,
            zoom: f32::from(zoom),
        });
        let looking = prop_oneof![
            id().prop_map(|id| Command::Select(event(&id))),
            id().prop_map(|id| Command::Toggle(event(&id))),
            ids().prop_map(|ids| Command::SelectAll(ids.iter().map(|id| event(id)).collect())),
            Just(Command::ClearSelection),
            (0_u8..9).prop_map(|points| Command::ScrollLanes(f32::from(points))),
            small().prop_map(|tick| Command::PlayTo(Tick(tick))),
            any::<bool>().prop_map(Command::ShowLedger),
            any::<bool>()
                .prop_map(|two| Command::Compare(two.then(|| ["a".to_owned(), "b".to_owned()]))),
            (0..3_usize).prop_map(|n| Command::ShowPanes(
                [
                    Panes::TimelineOverMap,
                    Panes::Map,
                    Panes::TimelineOverClaims
                ][n]
            )),
            proptest::option::of(id()).prop_map(Command::Read),
            Just(Command::ToggleDetails),
            any::<bool>().prop_map(Command::ShowFacets),
            any::<bool>().prop_map(|dark| Command::ChooseTheme(if dark {
                ThemeChoice::Dark
            } else {
                ThemeChoice::Light
            })),
        ];
        let timeline = prop_oneof![
            (any::<bool>(), window()).prop_map(move |(on, w)| Command::ShowWindow(maybe(on, w))),
            (any::<bool>(), window()).prop_map(move |(on, w)| Command::MarkRange(maybe(on, w))),
            (0..3_usize).prop_map(|n| Command::ShowOutside(Outside::ALL[n])),
            (0..LaneBy::ALL.len()).prop_map(|n| Command::PartLanes(LaneBy::ALL[n])),
            id().prop_map(Command::ToggleLane),
            ids().prop_map(Command::CollapseLanes),
            ids().prop_map(Command::OrderLanes),
            proptest::option::of(small().prop_map(Tick)).prop_map(Command::ShowAsOf),
            proptest::option::of(small().prop_map(Tick)).prop_map(Command::ShowSince),
            (0..3_usize).prop_map(|n| Command::ShowUnheld(Outside::ALL[n])),
            any::<bool>().prop_map(Command::FollowTime),
        ];
        let arranged = prop_oneof![
            Just(ArrangeBy::Distances),
            Just(ArrangeBy::Columns),
            ids().prop_map(ArrangeBy::Rings),
        ];
        let map = prop_oneof![
            proptest::option::of(camera).prop_map(Command::MoveCamera),
            (id(), at()).prop_map(|(id, at)| Command::Pin(id, at)),
            id().prop_map(Command::Unpin),
            Just(Command::UnpinAll),
            arranged.prop_map(Command::Arrange),
            (0..SizeBy::ALL.len()).prop_map(|n| Command::SizeBy(SizeBy::ALL[n])),
            (0..GroupBy::ALL.len()).prop_map(|n| Command::GroupBy(GroupBy::ALL[n])),
            id().prop_map(Command::ToggleGroup),
            ids().prop_map(Command::CollapseGroups),
            any::<bool>().prop_map(Command::ShowMeetings),
            any::<bool>().prop_map(Command::Fold),
            any::<bool>().prop_map(Command::ShowInset),
            ids().prop_map(Command::Hide),
            ids().prop_map(Command::Unhide),
            Just(Command::ShowHidden),
            (0_u8..4).prop_map(Command::Focus),
            id().prop_map(|id| Command::Filter(format!("tag:{id}"))),
            any::<bool>().prop_map(Command::ShowVoices),
        ];
        let kept = prop_oneof![
            (0..3_usize).prop_map(|n| Command::LeaveOut(LeftOut::ALL[n])),
            id().prop_map(Command::SaveView),
            id().prop_map(Command::ShowSaved),
            id().prop_map(Command::ForgetSaved),
            (id(), id()).prop_map(|(from, to)| Command::RenameSaved(from, to)),
        ];
        let step = || {
            id().prop_map(|id| CapturedStep {
                words: StepWords {
                    title: id.clone(),
                    ..StepWords::default()
                },
                view: View {
                    filter: id,
                    ..View::default()
                },
            })
        };
        let steps = prop_oneof![
            step().prop_map(|step| Command::Capture(Box::new(step))),
            (0..3_usize, step()).prop_map(|(at, step)| Command::GoToStep(at, Box::new(step.view))),
            Just(Command::LeaveSteps),
            (0..3_usize, step()).prop_map(|(at, step)| Command::RewordStep(at, step.words)),
            (0..3_usize, 0..3_usize).prop_map(|(from, to)| Command::MoveStep(from, to)),
            (0..3_usize).prop_map(Command::ForgetStep),
        ];
        prop_oneof![3 => looking, 3 => timeline, 3 => map, 2 => kept, 1 => steps]
    }

    /// What a hand does, one after the other.
    #[derive(Clone, Debug)]
    enum Hand {
        Apply(Command),
        Together(Vec<Command>),
        Rest,
        Back,
        Forward,
        Undo,
        Redo,
    }

    fn hands() -> impl Strategy<Value = Hand> {
        prop_oneof![
            8 => commands().prop_map(Hand::Apply),
            1 => proptest::collection::vec(commands(), 0..4).prop_map(Hand::Together),
            3 => Just(Hand::Rest),
            1 => Just(Hand::Back),
            1 => Just(Hand::Forward),
        ]
    }

    fn carry_out(history: &mut History, hand: Hand) {
        match hand {
            Hand::Apply(command) => history.apply(command),
            Hand::Together(commands) => history.apply_together(commands),
            Hand::Rest => history.end_gesture(),
            Hand::Back => history.go_back(),
            Hand::Forward => history.go_forward(),
            Hand::Undo => history.undo(),
            Hand::Redo => history.redo(),
        }
    }

    fn undo_all(history: &mut History) {
        while history.can_undo() {
            history.undo();
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        #[test]
        fn whatever_was_done_undo_leads_to_the_first_view_and_redo_to_the_last(
            hands in proptest::collection::vec(hands(), 200),
        ) {
            let first = View { filter: "kind:agency".to_owned(), ..View::default() };
            let mut history = History::new(first.clone());
            for hand in hands {
                carry_out(&mut history, hand);
            }
            let last = history.view().clone();
            undo_all(&mut history);
            prop_assert_eq!(history.view(), &first);
            while history.can_redo() {
                history.redo();
            }
            prop_assert_eq!(history.view(), &last);
        }

        #[test]
        fn nor_does_undoing_and_doing_again_in_between_lose_the_first_view(
            hands in proptest::collection::vec(
                prop_oneof![4 => hands(), 1 => Just(Hand::Undo), 1 => Just(Hand::Redo)],
                0..200,
            ),
        ) {
            let mut history = History::default();
            for hand in hands {
                carry_out(&mut history, hand);
            }
            undo_all(&mut history);
            prop_assert_eq!(history.view(), &View::default());
        }
    }
}
