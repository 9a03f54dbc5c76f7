//! Everything that a menu, a shortcut, a button or the palette can ask for: one table feeds them all,
//! the sheet of keys, and the README's list of keys.

mod hands;
mod keymap;
mod needs;
mod table;

use eframe::egui::KeyboardShortcut;

use crate::language::{known, text};

pub use hands::hands;
pub use keymap::{KeptKeys, Keymap, heard, is_by_character};
pub use needs::Needs;
pub use table::{Action, Topic};

impl Action {
    /// Its name in menus.
    #[must_use]
    pub fn name(self) -> &'static str {
        text(self.entry().says.name)
    }

    /// What it does, in a sentence.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        text(self.entry().says.does)
    }

    /// The keys that ask for it where the user chose no others, the one to show first.
    #[must_use]
    pub fn default_keys(self) -> &'static [KeyboardShortcut] {
        self.entry().keys
    }

    /// Where menus and help list it.
    #[must_use]
    pub fn topic(self) -> Topic {
        self.entry().topic
    }

    /// What must be so before it can be asked for.
    #[must_use]
    pub fn needs(self) -> Needs {
        self.entry().needs
    }

    /// Other words under which people look for it, if there are any.
    #[must_use]
    pub fn also(self) -> Option<&'static str> {
        known(self.entry().says.also)
    }

    /// What it is called in the settings; never changes.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.entry().id
    }
}

/// The README's list of keys, as Markdown.
#[must_use]
pub fn keys_markdown() -> String {
    let keymap = Keymap::default();
    let mut out = String::from("| keys | what they do |\n| --- | --- |\n");
    for action in Action::ALL {
        let keys = keymap.text(*action).replace('|', "\\|");
        if !keys.is_empty() {
            out += &format!("| {keys} | {}: {} |\n", action.name(), action.explanation());
        }
    }
    for (hands, effect) in hands() {
        out += &format!("| {hands} | {effect} |\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::keymap::shortcut_text;
    use super::*;

    #[test]
    fn no_two_actions_share_a_shortcut() {
        let mut seen = HashMap::new();
        for action in Action::ALL {
            for shortcut in action.default_keys() {
                if let Some(other) = seen.insert(shortcut_text(*shortcut), action) {
                    panic!(
                        "{action:?} and {other:?} share {}",
                        shortcut_text(*shortcut)
                    );
                }
            }
        }
    }

    #[test]
    fn the_readme_lists_every_key() {
        let readme = include_str!("../../../README.md");
        assert!(
            readme.contains(&keys_markdown()),
            "README.md's list of keys has drifted; it should hold:\n{}",
            keys_markdown()
        );
    }
}
