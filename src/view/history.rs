//! Back and forward through selections, undo and redo of all other changes.

use super::{Command, View};

/// Steps kept; older ones are forgotten.
const KEPT: usize = 200;

/// A view with the ways back and forward from it.
#[derive(Clone, Debug, Default)]
pub struct History {
    view: View,
    back: Vec<Vec<crate::story::ItemId>>,
    forward: Vec<Vec<crate::story::ItemId>>,
    undo: Vec<View>,
    redo: Vec<View>,
    gesture: Option<std::mem::Discriminant<Command>>,
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

    /// Carries out `command` and remembers the way back.
    pub fn apply(&mut self, command: Command) {
        let mut next = self.view.clone();
        let (step, undoable) = (command.is_a_step(), command.is_undoable());
        let kind = std::mem::discriminant(&command);
        next.apply(command);
        if next == self.view {
            return;
        }
        if step && next.selection != self.view.selection {
            remember(&mut self.back, self.view.selection.clone());
            self.forward.clear();
        }
        if undoable && self.gesture != Some(kind) {
            remember(&mut self.undo, self.view.clone());
            self.gesture = Some(kind);
        }
        if undoable {
            self.redo.clear();
        }
        self.view = next;
    }

    /// Changes the view by several commands that one undo takes back.
    pub fn apply_together(&mut self, commands: impl IntoIterator<Item = Command>) {
        self.begin(commands);
        self.end_gesture();
    }

    /// The same; what follows like the last of them belongs to the same gesture.
    pub fn begin(&mut self, commands: impl IntoIterator<Item = Command>) {
        self.end_gesture();
        let mut is_remembered = false;
        for command in commands {
            if is_remembered {
                self.gesture = Some(std::mem::discriminant(&command));
            }
            self.apply(command);
            is_remembered |= self.gesture.is_some();
        }
    }

    /// Ends a gesture: what follows is undone on its own. Call when the pointer is let go or the
    /// wheel rests.
    pub fn end_gesture(&mut self) {
        self.gesture = None;
    }

    /// Whether there is a selection to go back to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    /// Whether there is a selection to go forward to.
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

    /// Goes back to the selection before.
    pub fn go_back(&mut self) {
        if let Some(selection) = self.back.pop() {
            remember(
                &mut self.forward,
                std::mem::replace(&mut self.view.selection, selection),
            );
        }
    }

    /// Goes forward again.
    pub fn go_forward(&mut self) {
        if let Some(selection) = self.forward.pop() {
            remember(
                &mut self.back,
                std::mem::replace(&mut self.view.selection, selection),
            );
        }
    }

    /// Takes the last change back; the selection stays.
    pub fn undo(&mut self) {
        if let Some(view) = self.undo.pop() {
            let view = self.view.kept_in(view);
            remember(&mut self.redo, std::mem::replace(&mut self.view, view));
            self.gesture = None;
        }
    }

    /// Does again what was taken back; the selection stays.
    pub fn redo(&mut self) {
        if let Some(view) = self.redo.pop() {
            let view = self.view.kept_in(view);
            remember(&mut self.undo, std::mem::replace(&mut self.view, view));
            self.gesture = None;
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
    use super::super::{Camera, LaneBy};
    use super::*;
    use crate::story::{ItemId, ItemKind};

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
    fn undo_takes_a_whole_gesture_back_and_leaves_the_selection() {
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
        history.apply(Command::Select(event("a")));
        history.undo();
        assert_eq!(history.view().lanes, LaneBy::ActorKind);
        assert_eq!(
            history.view().camera.map(|camera| camera.center[0]),
            Some(5.0)
        );
        history.undo();
        assert_eq!(history.view().camera, None);
        assert_eq!(history.view().selection, [event("a")]);
        history.redo();
        assert_eq!(
            history.view().camera.map(|camera| camera.center[0]),
            Some(5.0)
        );
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
    fn panels_that_stand_open_stay_open_when_something_else_is_undone() {
        let mut history = History::default();
        history.apply(Command::PartLanes(LaneBy::Actor));
        history.end_gesture();
        history.apply(Command::ShowLedger(true));
        history.apply(Command::Read(Some("report".to_owned())));
        history.undo();
        let view = history.view();
        assert_eq!(view.lanes, LaneBy::ActorKind);
        assert!(view.ledger && view.reading.as_deref() == Some("report"));
        assert!(!history.can_undo(), "opening a panel is nothing to undo");
    }

    #[test]
    fn a_command_that_changes_nothing_leaves_no_trace() {
        let mut history = History::default();
        history.apply(Command::PartLanes(LaneBy::ActorKind));
        history.apply(Command::ClearSelection);
        assert!(!history.can_undo() && !history.can_go_back());
    }
}
