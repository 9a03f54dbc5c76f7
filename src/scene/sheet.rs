//! What a file is written from: a scene, and what the file says of it besides.

use std::collections::{HashMap, HashSet};

use crate::story::{Item, ItemId, ItemKind};

use super::mark::{Group, Scene, UNDATED};

/// A scene on its way into a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What is drawn.
    pub scene: Scene,
    /// What it shows, in a line: the story's title and the view.
    pub title: String,
    /// What it shows, in a sentence, for those who cannot see it.
    pub summary: String,
    /// The language of the story's text, as a BCP 47 tag; empty where none is given.
    pub language: String,
    /// What there is to say of each item that is drawn.
    pub notes: HashMap<Item, Note>,
}

impl Sheet {
    /// Every item of `kind` that is drawn, once, with the first group that stands for it: events from
    /// left to right and then those without a date, actors and relations by name, others as they are
    /// drawn.
    #[must_use]
    pub fn items(&self, kind: ItemKind) -> Vec<(Item, &Group)> {
        let mut seen = HashSet::new();
        let mut items: Vec<(Item, &Group)> = self
            .scene
            .item_groups()
            .filter(|(item, _)| item.kind() == kind && seen.insert(*item))
            .collect();
        let undated = self
            .scene
            .layers
            .iter()
            .filter(|layer| layer.name == UNDATED);
        let undated: HashSet<Option<Item>> = undated
            .flat_map(|layer| layer.groups.iter().map(|group| group.item))
            .collect();
        let left = |group: &Group| group.hit.bounds().map_or(f32::MAX, |place| place.left);
        match kind {
            ItemKind::Event => {
                items.sort_by(|a, b| left(a.1).total_cmp(&left(b.1)));
                items.sort_by_key(|(item, _)| undated.contains(&Some(*item)));
            }
            ItemKind::Actor | ItemKind::Relation => items.sort_by(|a, b| a.1.title.cmp(&b.1.title)),
            ItemKind::Passage | ItemKind::Source => {}
        }
        items
    }
}

/// What a file says of an item besides drawing it.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The item's id: `event/april-letter`.
    pub id: ItemId,
    /// What it rests on: quotations, each with who said it and a number of the list of sources.
    pub text: String,
    /// A page on the web that it rests on (http or https); none where no source has one.
    pub url: Option<String>,
}
