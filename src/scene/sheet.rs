//! What a file is written from: a scene, and what the file says of it besides.

use std::collections::{HashMap, HashSet};

use crate::story::{Item, ItemId, ItemKind};

use super::geometry::Rect;
use super::mark::{Scene, UNDATED};

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

/// An item of a sheet, and where it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed<'a> {
    /// The item.
    pub item: Item,
    /// What it is, in words.
    pub title: &'a str,
    /// The place of its first mark, or of the one that it is folded into, in points.
    pub place: Option<Rect>,
}

impl Sheet {
    /// Every item of `kind` that is drawn, alone or folded with others, once: events from left to
    /// right and then those without a date, actors and relations by name, others as they are drawn.
    #[must_use]
    pub fn items(&self, kind: ItemKind) -> Vec<Listed<'_>> {
        let mut seen = HashSet::new();
        let mut undated = HashSet::new();
        let mut items = Vec::new();
        for layer in &self.scene.layers {
            for group in &layer.groups {
                for item in group.item.iter().chain(&group.folded) {
                    if item.kind() != kind || !seen.insert(*item) {
                        continue;
                    }
                    if layer.name == UNDATED {
                        undated.insert(*item);
                    }
                    let note = self.notes.get(item);
                    items.push(Listed {
                        item: *item,
                        title: match group.item {
                            Some(_) => &group.title,
                            None => note.map_or("", |note| &note.title),
                        },
                        place: group.hit.bounds(),
                    });
                }
            }
        }
        let left = |listed: &Listed<'_>| listed.place.map_or(f32::MAX, |place| place.left);
        match kind {
            ItemKind::Event => {
                items.sort_by(|a, b| left(a).total_cmp(&left(b)));
                items.sort_by_key(|listed| undated.contains(&listed.item));
            }
            ItemKind::Actor | ItemKind::Relation => items.sort_by(|a, b| a.title.cmp(b.title)),
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
    /// What it is called.
    pub title: String,
    /// What it rests on: quotations, each with who said it and a number of the list of sources.
    pub text: String,
    /// A page on the web that it rests on (http or https); none where no source has one.
    pub url: Option<String>,
}
