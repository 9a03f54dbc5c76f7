//! What of a view is kept beside the story, in NAME.view.ron.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::file::{BESIDE_FORMAT, BesideError, load_beside, read_beside, save_beside};

use super::sound::keep_near;
use super::{ArrangeBy, CapturedStep, MapChoices, Pins, SavedView, View, saved, steps};

/// Where actors lie, by id, in each arrangement in which they lie freely.
pub type Places = BTreeMap<ArrangeBy, Pins>;

/// What is kept beside a story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename = "View")]
pub struct Kept {
    format: u32,
    /// Actors that were put somewhere by hand, by id, in the map's units.
    pub pins: Pins,
    /// Actors that are not shown on the map, by id.
    pub hidden: BTreeSet<String>,
    /// How the map is laid out, sized and grouped.
    pub map: MapChoices,
    /// Where all actors lay, so that they do so again when the story has changed meanwhile.
    pub places: Places,
    /// Views that were given a name.
    pub saved: Vec<SavedView>,
    /// Steps that were captured on screen.
    pub steps: Vec<CapturedStep>,
}

impl Kept {
    /// What of `view` is kept.
    #[must_use]
    pub fn of(view: &View) -> Self {
        Self {
            format: BESIDE_FORMAT,
            pins: view.pins.clone(),
            hidden: view.hidden.clone(),
            map: view.map.clone(),
            places: Places::new(),
            saved: (*view.saved).clone(),
            steps: (*view.steps).clone(),
        }
    }

    /// Whether all is as it would be without it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pins.is_empty()
            && self.hidden.is_empty()
            && self.map == MapChoices::default()
            && self.saved.is_empty()
            && self.steps.is_empty()
    }

    /// Whether it holds what `view` has; where actors lie is not asked.
    #[must_use]
    pub fn holds(&self, view: &View) -> bool {
        self.pins == view.pins
            && self.hidden == view.hidden
            && self.map == view.map
            && self.saved == *view.saved
            && self.steps == *view.steps
    }

    /// Gives `view` what was kept.
    pub fn restore(&self, view: &mut View) {
        view.pins.clone_from(&self.pins);
        view.hidden.clone_from(&self.hidden);
        view.map.clone_from(&self.map);
        view.saved = Arc::new(self.saved.clone());
        view.steps = Arc::new(self.steps.clone());
    }

    /// What is kept beside the story at `story`; nothing where there is no such file.
    ///
    /// # Errors
    /// Where there is something else in its place, or it cannot be read.
    pub fn load(story: &Path) -> Result<Self, BesideError> {
        load_beside(story).map(Self::sound)
    }

    /// The same, from the text of the file at `path`.
    ///
    /// # Errors
    /// Where it cannot be read, or a newer program wrote it.
    pub fn read(text: &str, path: &Path) -> Result<Self, BesideError> {
        read_beside(text, path).map(Self::sound)
    }

    /// Keeps it beside the story at `story`. Where there is nothing to keep, no file is made.
    ///
    /// # Errors
    /// Where there is something else in its place, or the folder may not be written to.
    pub fn save(&self, story: &Path) -> Result<(), BesideError> {
        save_beside(self, self.is_empty(), story)
    }

    /// The same without places that no map has, and without views and steps that cannot be shown.
    fn sound(mut self) -> Self {
        let elsewhere = self.map.other_pins.values_mut();
        let all = std::iter::once(&mut self.pins)
            .chain(elsewhere)
            .chain(self.places.values_mut());
        for places in all {
            keep_near(places);
        }
        self.places.retain(|by, _| by.is_free());
        self.saved = saved::sound(self.saved);
        self.steps = steps::sound(self.steps);
        self.format = BESIDE_FORMAT;
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Command, GroupBy, SizeBy};
    use super::*;

    #[test]
    fn what_was_arranged_by_hand_comes_back() {
        let mut view = View::default();
        for command in [
            Command::Pin("ada".into(), [12.5, -40.0]),
            Command::Hide(vec!["bank \"of\" all".into()]),
            Command::Arrange(ArrangeBy::Layers(Some("owns".into()))),
            Command::Pin("ada".into(), [3.0, 4.0]),
            Command::SizeBy(SizeBy::Evidence),
            Command::GroupBy(GroupBy::Place),
            Command::ToggleGroup("Town".into()),
            Command::Filter("tag:\"a, b\"".into()),
            Command::SaveView("All of \"it\"".into()),
            Command::Filter(String::new()),
        ] {
            view.apply(command);
        }
        let folder = tempfile::tempdir().unwrap();
        let story = folder.path().join("board.ron");
        let mut kept = Kept::of(&view);
        let places = Pins::from([("ada".to_owned(), [1.5, 2.0])]);
        kept.places.insert(ArrangeBy::Communities, places);
        kept.save(&story).unwrap();
        let found = Kept::load(&story).unwrap();
        assert_eq!(found, kept);
        let mut again = View::default();
        found.restore(&mut again);
        assert_eq!(again, view);
        assert!(found.holds(&view) && !found.is_empty());
        assert_eq!(again.saved[0].view.filter, "tag:\"a, b\"");
        // Whoever goes back to an arrangement finds there what was put by hand there.
        again.apply(Command::Arrange(ArrangeBy::Distances));
        assert_eq!(
            again.pins["ada"].map(f32::to_bits),
            [12.5, -40.0].map(f32::to_bits)
        );
    }

    #[test]
    fn a_view_that_was_not_touched_is_not_kept() {
        assert!(Kept::of(&View::default()).is_empty());
        assert!(Kept::default().holds(&View::default()));
    }

    #[test]
    fn places_that_no_map_has_are_left_out() {
        let text = "View(pins: {\"a\": (1e30, 0.0), \"b\": (1.0, 2.0), \"c\": (NaN, 0.0)}, places: {Columns: {\"a\": (1.0, 1.0)}})";
        let kept = Kept::read(text, Path::new("x.view.ron")).unwrap();
        assert_eq!(kept.pins.keys().collect::<Vec<_>>(), ["b"]);
        assert!(kept.places.is_empty());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,200}") {
            let _ = Kept::read(&text, Path::new("x.view.ron"));
        }
    }
}
