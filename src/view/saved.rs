//! Views that were given a name, to come back to. A step of a told story is one of these with a caption.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{MapChoices, Panes, Pins, ThemeChoice, View};

/// The most views that are saved with a story.
pub const MOST_SAVED: usize = 100;
/// The most letters of a name.
pub const LONGEST_NAME: usize = 80;
/// The most items, lanes and groups that a saved view names, all together.
const MOST_NAMED: usize = 2000;
/// The longest filter that a saved view has, in bytes.
const LONGEST_FILTER: usize = 4096;
/// The longest name of an item, a lane or a group, in bytes.
pub(super) const LONGEST_ID: usize = 1024;

/// A view under a name: what the story is filtered by, which stretch of time and which part of the map is
/// shown and how, and what is selected.
///
/// It goes without what belongs to the window (theme, panels, what is read) and to the story as a whole:
/// where actors were put by hand stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedView {
    /// What it is called, as [`proper_name`] has it.
    pub name: String,
    /// What it shows.
    pub view: View,
}

impl SavedView {
    /// `view` under a name; none where nothing is left of the name, or where the view names more items than
    /// one that is saved may.
    #[must_use]
    pub fn of(name: &str, view: &View) -> Option<Self> {
        let saved = Self {
            name: proper_name(name)?,
            view: View {
                pins: Pins::new(),
                map: MapChoices {
                    other_pins: BTreeMap::new(),
                    ..view.map.clone()
                },
                panes: Panes::default(),
                ledger: false,
                compared: None,
                reading: None,
                theme: ThemeChoice::default(),
                details_hidden: false,
                facets: false,
                saved: Arc::default(),
                steps: Arc::default(),
                playing: None,
                ..view.clone()
            },
        };
        saved.fits().then_some(saved)
    }

    /// Lets `view` show what this does. What belongs to the window or to the story stays as it is.
    pub fn show_in(&self, view: &mut View) {
        // Taken apart, so that whatever a view learns to hold is thought of here.
        let View {
            selection,
            window,
            lanes,
            lane_choices,
            range,
            outside,
            scroll,
            camera,
            map,
            hidden,
            as_of,
            since,
            unheld,
            follows,
            focus,
            focus_on,
            filter,
            left_out,
            voices,
            pins: _,
            panes: _,
            ledger: _,
            compared: _,
            reading: _,
            theme: _,
            details_hidden: _,
            facets: _,
            saved: _,
            steps: _,
            playing: _,
        } = self.view.clone();
        // What was put somewhere by hand belongs to an arrangement.
        view.arrange(map.arrange.clone());
        let other_pins = std::mem::take(&mut view.map.other_pins);
        *view = View {
            selection,
            window,
            lanes,
            lane_choices,
            range,
            outside,
            scroll,
            camera,
            map: MapChoices { other_pins, ..map },
            hidden,
            as_of,
            since,
            unheld,
            follows,
            focus,
            focus_on,
            filter,
            left_out,
            voices,
            pins: std::mem::take(&mut view.pins),
            panes: view.panes,
            ledger: view.ledger,
            compared: view.compared.take(),
            reading: view.reading.take(),
            theme: view.theme,
            details_hidden: view.details_hidden,
            facets: view.facets,
            saved: Arc::clone(&view.saved),
            steps: Arc::clone(&view.steps),
            playing: view.playing.take(),
        };
    }

    /// How many items, lanes and groups it names, and whether each has a name that it may have.
    fn fits(&self) -> bool {
        let view = &self.view;
        let selected = view.selection.iter().map(|id| &*id.id);
        let lanes = view.lane_choices.first.iter();
        let lanes = lanes.chain(&view.lane_choices.collapsed);
        let rings = match &view.map.arrange {
            super::ArrangeBy::Rings(ids) => ids.as_slice(),
            _ => &[],
        };
        let names = lanes
            .chain(&view.hidden)
            .chain(&view.map.collapsed)
            .chain(rings);
        let mut all = selected.chain(names.map(String::as_str));
        let few = all.clone().nth(MOST_NAMED).is_none();
        few && all.all(|name| name.len() <= LONGEST_ID) && view.filter.len() <= LONGEST_FILTER
    }

    /// The same with nothing in it that no view of this program has; none where it is none.
    pub(super) fn sound(self) -> Option<Self> {
        let mut saved = Self::of(&self.name, &self.view)?;
        saved.view = saved.view.sound();
        Some(saved)
    }
}

/// The name that `text` makes: on one line, with single blanks, not too long; none where nothing is left.
#[must_use]
pub fn proper_name(text: &str) -> Option<String> {
    let plain = text.replace(char::is_control, " ");
    let words: Vec<&str> = plain.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(LONGEST_NAME).collect();
    let name = name.trim_end();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The place among `all` of the view that is called `name`, in whatever capitals.
#[must_use]
pub fn place_of(all: &[SavedView], name: &str) -> Option<usize> {
    let name = proper_name(name)?.to_lowercase();
    all.iter()
        .position(|saved| saved.name.to_lowercase() == name)
}

/// Those of `all` that can be shown, each name once, not too many.
pub(super) fn sound(all: Vec<SavedView>) -> Vec<SavedView> {
    let mut kept: Vec<SavedView> = Vec::new();
    for saved in all.into_iter().filter_map(SavedView::sound) {
        if kept.len() < MOST_SAVED && place_of(&kept, &saved.name).is_none() {
            kept.push(saved);
        }
    }
    kept
}

impl View {
    /// Saves this view under a name; one that is called so already gives its place to it.
    pub(super) fn save_as(&mut self, name: &str) {
        let Some(new) = SavedView::of(name, self) else {
            return;
        };
        let place = place_of(&self.saved, name);
        if place.is_none() && self.saved.len() >= MOST_SAVED {
            return;
        }
        let all = Arc::make_mut(&mut self.saved);
        match place.and_then(|place| all.get_mut(place)) {
            Some(held) => *held = new,
            None => all.push(new),
        }
    }

    /// Calls the view `from` otherwise, unless another is called so.
    pub(super) fn rename_saved(&mut self, from: &str, to: &str) {
        let place = place_of(&self.saved, from);
        let other = place_of(&self.saved, to).filter(|other| Some(*other) != place);
        if let (Some(place), Some(name), None) = (place, proper_name(to), other) {
            let all = Arc::make_mut(&mut self.saved);
            if let Some(saved) = all.get_mut(place) {
                saved.name = name;
            }
        }
    }

    /// Forgets the view that is called `name`.
    pub(super) fn forget_saved(&mut self, name: &str) {
        if let Some(place) = place_of(&self.saved, name) {
            Arc::make_mut(&mut self.saved).remove(place);
        }
    }

    /// Shows the view that is called `name`.
    pub(super) fn show_saved(&mut self, name: &str) {
        let all = Arc::clone(&self.saved);
        if let Some(saved) = place_of(&all, name).and_then(|place| all.get(place)) {
            saved.show_in(self);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ArrangeBy, Camera, Command, History, LeftOut, Outside, Window};
    use super::*;
    use crate::story::{ItemId, ItemKind};

    fn apply(history: &mut History, command: Command) {
        history.end_gesture();
        history.apply(command);
        history.end_gesture();
    }

    fn saved(history: &History) -> Vec<&str> {
        let all = history.view().saved.iter();
        all.map(|saved| saved.name.as_str()).collect()
    }

    #[test]
    fn a_view_is_saved_shown_again_renamed_and_forgotten_and_all_of_it_undone() {
        let mut history = History::default();
        apply(&mut history, Command::Filter("kind:agency".into()));
        apply(&mut history, Command::LeaveOut(LeftOut::Dim));
        apply(&mut history, Command::Arrange(ArrangeBy::Columns));
        apply(&mut history, Command::SaveView("  Who\tdecides ".into()));
        apply(&mut history, Command::ShowFacets(true));
        apply(&mut history, Command::Filter(String::new()));
        apply(&mut history, Command::Arrange(ArrangeBy::Distances));
        apply(&mut history, Command::Pin("ada".into(), [1.0, 2.0]));
        apply(&mut history, Command::ShowSaved("who decides".into()));
        let view = history.view();
        assert_eq!(
            (view.filter.as_str(), view.left_out),
            ("kind:agency", LeftOut::Dim)
        );
        assert_eq!(view.map.arrange, ArrangeBy::Columns);
        // What was put by hand in another arrangement is still there, and so is what stood open.
        assert!(view.map.other_pins[&ArrangeBy::Distances].contains_key("ada"));
        assert!(view.facets);
        history.undo();
        assert!(history.view().filter.is_empty() && history.view().pins.contains_key("ada"));
        apply(
            &mut history,
            Command::RenameSaved("Who decides".into(), "Deciders".into()),
        );
        assert_eq!(saved(&history), ["Deciders"]);
        apply(&mut history, Command::ForgetSaved("deciders".into()));
        assert!(saved(&history).is_empty());
        history.undo();
        assert_eq!(saved(&history), ["Deciders"]);
        history.undo();
        assert_eq!(saved(&history), ["Who decides"]);
    }

    #[test]
    fn a_name_is_given_once() {
        let mut view = View::default();
        for name in ["One", "Two", "one"] {
            view.apply(Command::SaveView(name.into()));
        }
        assert_eq!(view.saved.len(), 2);
        view.apply(Command::RenameSaved("Two".into(), "ONE".into()));
        assert_eq!(view.saved[1].name, "Two");
        view.apply(Command::RenameSaved("Two".into(), "TWO".into()));
        assert_eq!(view.saved[1].name, "TWO");
        view.apply(Command::SaveView(" \n".into()));
        view.apply(Command::ShowSaved("three".into()));
        assert_eq!(view.saved.len(), 2);
    }

    #[test]
    fn going_to_a_saved_view_is_a_step_back_from_what_was_selected() {
        let mut history = History::default();
        let event = |id| ItemId::new(ItemKind::Event, id);
        apply(&mut history, Command::Select(event("a")));
        apply(&mut history, Command::SaveView("a".into()));
        apply(&mut history, Command::Select(event("b")));
        apply(&mut history, Command::ShowSaved("a".into()));
        assert_eq!(history.view().selection, [event("a")]);
        history.go_back();
        assert_eq!(history.view().selection, [event("b")]);
    }

    #[test]
    fn what_no_view_has_is_left_out_of_one_that_was_read() {
        let odd = |name: &str| SavedView {
            name: name.into(),
            view: View {
                window: Some(Window { from: 3, to: 3 }),
                camera: Some(Camera {
                    center: [f32::NAN, 0.0],
                    zoom: 1.0,
                }),
                scroll: f32::INFINITY,
                focus: 200,
                outside: Outside::Hide,
                details_hidden: true,
                ..View::default()
            },
        };
        let long = "x".repeat(500);
        let mut all = vec![odd(&long), odd("a"), odd("A"), odd("\u{7}")];
        all.extend((0..200).map(|n| odd(&n.to_string())));
        let mut hides_many = odd("many");
        hides_many.view.hidden = (0..5000).map(|n| n.to_string()).collect();
        all.insert(0, hides_many);
        let sound = sound(all);
        assert_eq!(sound.len(), MOST_SAVED);
        assert_eq!(sound[0].name.chars().count(), LONGEST_NAME);
        assert_eq!(sound[1].name, "a");
        let view = &sound[1].view;
        let expected = View {
            focus: 9,
            outside: Outside::Hide,
            ..View::default()
        };
        assert_eq!(*view, expected);
    }
}
