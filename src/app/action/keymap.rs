//! Which keys ask for what: as the table has it, but for what the user chose otherwise.

use std::collections::BTreeMap;
use std::str::FromStr;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::language::say;

use super::Action;

/// Keys that one action can have.
const MOST_KEYS: usize = 4;

/// Keys as they are kept in the settings: by the action's id, in words of their own that no language changes.
pub type KeptKeys = BTreeMap<String, Vec<String>>;

/// Which keys ask for what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keymap {
    chosen: BTreeMap<Action, Vec<KeyboardShortcut>>,
}

impl Keymap {
    /// Reads what the settings keep. Actions and keys that there are not are left out, and of two actions
    /// with the same keys the second goes without.
    #[must_use]
    pub fn read(kept: &KeptKeys) -> Self {
        let mut keymap = Self::default();
        for action in Action::ALL {
            let Some(keys) = kept.get(action.id()) else {
                continue;
            };
            let keys = keys.iter().take(MOST_KEYS);
            let keys = keys.filter_map(|text| text.parse::<Keys>().ok());
            let keys = keys.map(|keys| keys.0).collect();
            keymap.chosen.insert(*action, with_kept(*action, keys));
        }
        let mut taken = Vec::new();
        for (action, keys) in &mut keymap.chosen {
            keys.retain(|key| {
                let free = !is_kept(*action, *key) && !taken.contains(key);
                taken.push(*key);
                free
            });
        }
        keymap
    }

    /// What the settings are to keep.
    #[must_use]
    pub fn kept(&self) -> KeptKeys {
        let chosen = self.chosen.iter();
        let kept = chosen.map(|(action, keys)| {
            let keys = keys.iter().map(|key| shortcut_text(*key)).collect();
            (action.id().to_owned(), keys)
        });
        kept.collect()
    }

    /// The keys that ask for `action`, the one to show first. Those that were given to another action are
    /// no longer among its own.
    #[must_use]
    pub fn of(&self, action: Action) -> Vec<KeyboardShortcut> {
        if let Some(chosen) = self.chosen.get(&action) {
            return chosen.clone();
        }
        let own = action.default_keys().iter().copied();
        own.filter(|key| !self.chosen.values().any(|keys| keys.contains(key)))
            .collect()
    }

    /// The first of its keys as people know it: "Ctrl+O"; empty where it has none.
    #[must_use]
    pub fn first(&self, action: Action) -> String {
        let first = self.of(action).first().copied();
        first.map(shown).unwrap_or_default()
    }

    /// All its keys as people know them: "Ctrl+R, F5".
    #[must_use]
    pub fn text(&self, action: Action) -> String {
        let keys: Vec<String> = self.of(action).into_iter().map(shown).collect();
        keys.join(", ")
    }

    /// `words` with the first of the action's keys behind them, for a tooltip.
    #[must_use]
    pub fn hint(&self, words: &str, action: Action) -> String {
        let keys = self.first(action);
        if keys.is_empty() {
            words.to_owned()
        } else {
            format!("{words} ({keys})")
        }
    }

    /// Whether the user chose the keys of `action`.
    #[must_use]
    pub fn is_chosen(&self, action: Action) -> bool {
        self.chosen.contains_key(&action)
    }

    /// Whether the user chose any keys.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.chosen.is_empty()
    }

    /// The action that `key` asks for.
    #[must_use]
    pub fn asked_by(&self, key: KeyboardShortcut) -> Option<Action> {
        let mut all = Action::ALL.iter().copied();
        all.find(|action| self.of(*action).contains(&key))
    }

    /// Lets `key` alone ask for `action`, and no longer for any other; refused where the action that has
    /// it cannot be without.
    ///
    /// # Errors
    /// Where `key` is one that no action can have, or that another cannot be without.
    pub fn choose(&mut self, action: Action, key: KeyboardShortcut) -> Result<(), KeyError> {
        if is_reserved(key) {
            return Err(KeyError::Reserved(shown(key)));
        }
        if let Some(other) = self.asked_by(key).filter(|other| *other != action) {
            if is_kept(action, key) {
                return Err(KeyError::Needed(shown(key), other.name()));
            }
            let mut rest = self.of(other);
            rest.retain(|held| *held != key);
            self.chosen.insert(other, rest);
        }
        self.chosen.insert(action, with_kept(action, vec![key]));
        Ok(())
    }

    /// Lets no key ask for `action`.
    ///
    /// # Errors
    /// Where the window cannot do without.
    pub fn clear(&mut self, action: Action) -> Result<(), KeyError> {
        if let Some(key) = kept_key(action) {
            return Err(KeyError::Needed(shown(key), action.name()));
        }
        self.chosen.insert(action, Vec::new());
        Ok(())
    }

    /// Gives `action` back the keys that the table has for it, but for those that were given away.
    pub fn reset(&mut self, action: Action) {
        self.chosen.remove(&action);
    }

    /// Gives every action back the keys that the table has for it.
    pub fn reset_all(&mut self) {
        self.chosen.clear();
    }
}

/// Why keys cannot be given to an action.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The views need them.
    #[error("{}", say!("key-reserved", keys = .0))]
    Reserved(String),
    /// Without them nobody finds back.
    #[error("{}", say!("key-needed", keys = .0, command = .1))]
    Needed(String, &'static str),
}

/// Actions without whose keys nobody who has no mouse would find back.
const KEPT: [Action; 3] = [Action::Escape, Action::Palette, Action::ShowKeys];

/// Whether `key` is a character: which of Shift and `AltGr` that needs is the keyboard's affair.
#[must_use]
pub fn is_by_character(key: Key) -> bool {
    matches!(
        key,
        Key::Questionmark | Key::OpenBracket | Key::CloseBracket | Key::Plus
    )
}

/// The shortcut that was pressed with `key` while `held` were down.
#[must_use]
pub fn heard(key: Key, held: Modifiers) -> KeyboardShortcut {
    let modifiers = Modifiers {
        alt: held.alt,
        shift: held.shift && !is_by_character(key),
        command: held.command,
        ..Modifiers::NONE
    };
    KeyboardShortcut::new(modifiers, key)
}

/// The key that `action` cannot be without.
fn kept_key(action: Action) -> Option<KeyboardShortcut> {
    let first = action.default_keys().first().copied();
    first.filter(|_| KEPT.contains(&action))
}

/// `keys`, and the one that `action` cannot be without.
fn with_kept(action: Action, mut keys: Vec<KeyboardShortcut>) -> Vec<KeyboardShortcut> {
    let kept = kept_key(action).filter(|key| !keys.contains(key));
    keys.extend(kept);
    keys
}

/// Whether `key` belongs to another action than `action`, which cannot be without it.
fn is_kept(action: Action, key: KeyboardShortcut) -> bool {
    let mut others = KEPT.iter().filter(|kept| **kept != action);
    others.any(|kept| kept.default_keys().contains(&key))
}

/// Whether the views and fields need `key`: it moves the focus, goes through items, edits text.
fn is_reserved(key: KeyboardShortcut) -> bool {
    let shifted = key.modifiers == Modifiers::SHIFT;
    let plain = key.modifiers.is_none();
    match key.logical_key {
        Key::Tab | Key::Enter | Key::Space | Key::Backspace | Key::Delete => plain || shifted,
        Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown | Key::Home | Key::End => {
            plain
        }
        // What fields do with words.
        Key::A | Key::C | Key::V | Key::X => key.modifiers == Modifiers::COMMAND,
        _ => false,
    }
}

/// Keys as they are read from text.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Keys(KeyboardShortcut);

impl FromStr for Keys {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut modifiers = Modifiers::NONE;
        let mut rest = text.trim();
        loop {
            let (held, after) = if let Some(after) = rest.strip_prefix("Ctrl+") {
                (Modifiers::COMMAND, after)
            } else if let Some(after) = rest.strip_prefix("Alt+") {
                (Modifiers::ALT, after)
            } else if let Some(after) = rest.strip_prefix("Shift+") {
                (Modifiers::SHIFT, after)
            } else {
                break;
            };
            modifiers |= held;
            rest = after;
        }
        let mut written = Key::ALL.iter().copied();
        let key = written.find(|key| key_text(*key) == rest).ok_or(())?;
        let key = KeyboardShortcut::new(modifiers, key);
        if is_reserved(key) {
            Err(())
        } else {
            Ok(Self(key))
        }
    }
}

/// A shortcut as the settings keep it, and as it is read from them.
#[must_use]
pub fn shortcut_text(shortcut: KeyboardShortcut) -> String {
    let mut text = String::new();
    let modifiers = shortcut.modifiers;
    if modifiers.ctrl || modifiers.command {
        text += "Ctrl+";
    }
    if modifiers.alt {
        text += "Alt+";
    }
    if modifiers.shift {
        text += "Shift+";
    }
    text + key_text(shortcut.logical_key)
}

fn key_text(key: Key) -> &'static str {
    match key {
        Key::ArrowLeft => "Left",
        Key::ArrowRight => "Right",
        Key::ArrowUp => "Up",
        Key::ArrowDown => "Down",
        Key::Questionmark => "?",
        Key::CloseBracket => "]",
        Key::OpenBracket => "[",
        Key::Plus => "+",
        Key::Equals => "=",
        Key::Minus => "-",
        Key::Comma => ",",
        Key::Slash => "/",
        Key::Period => ".",
        Key::Escape => "Esc",
        key => key.name(),
    }
}

/// A shortcut as it is written on keyboards with Ctrl, in the language in force.
fn shown(shortcut: KeyboardShortcut) -> String {
    let mut text = String::new();
    let modifiers = shortcut.modifiers;
    for (held, name) in [
        (modifiers.ctrl || modifiers.command, say!("key-ctrl")),
        (modifiers.alt, say!("key-alt")),
        (modifiers.shift, say!("key-shift")),
    ] {
        if held {
            text += name;
            text.push('+');
        }
    }
    text + shown_key(shortcut.logical_key)
}

/// What stands on a key; of those that every keyboard calls alike, what the settings keep.
fn shown_key(key: Key) -> &'static str {
    match key {
        Key::ArrowLeft => say!("key-left"),
        Key::ArrowRight => say!("key-right"),
        Key::ArrowUp => say!("key-up"),
        Key::ArrowDown => say!("key-down"),
        Key::Escape => say!("key-escape"),
        Key::Tab => say!("key-tab"),
        Key::Enter => say!("key-enter"),
        Key::Space => say!("key-space"),
        Key::Backspace => say!("key-backspace"),
        Key::Insert => say!("key-insert"),
        Key::Delete => say!("key-delete"),
        Key::Home => say!("key-home"),
        Key::End => say!("key-end"),
        Key::PageUp => say!("key-page-up"),
        Key::PageDown => say!("key-page-down"),
        Key::Copy => say!("key-copy"),
        Key::Cut => say!("key-cut"),
        Key::Paste => say!("key-paste"),
        Key::Colon => say!("key-colon"),
        Key::Semicolon => say!("key-semicolon"),
        Key::Backslash => say!("key-backslash"),
        Key::Pipe => say!("key-pipe"),
        Key::Exclamationmark => say!("key-exclamation-mark"),
        Key::OpenCurlyBracket => say!("key-open-brace"),
        Key::CloseCurlyBracket => say!("key-close-brace"),
        Key::Backtick => say!("key-backtick"),
        Key::Quote => say!("key-quote"),
        key => key_text(key),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CTRL_J: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::J);

    #[test]
    fn every_shortcut_of_the_table_reads_back_as_it_is_written() {
        for action in Action::ALL {
            for key in action.default_keys() {
                let text = shortcut_text(*key);
                assert_eq!(text.parse(), Ok(Keys(*key)), "{action:?}: {text}");
            }
        }
    }

    #[test]
    fn keys_that_are_given_to_an_action_leave_the_one_that_had_them() {
        let mut keymap = Keymap::default();
        let ctrl_e = Action::Export.default_keys()[0];
        keymap.choose(Action::Reload, ctrl_e).unwrap();
        assert_eq!(keymap.asked_by(ctrl_e), Some(Action::Reload));
        assert!(keymap.of(Action::Export).is_empty());
        keymap.choose(Action::Export, CTRL_J).unwrap();
        keymap.reset(Action::Reload);
        assert_eq!(keymap.text(Action::Reload), "Ctrl+R, F5");
        assert_eq!(keymap.text(Action::Export), "Ctrl+J");
        let read = Keymap::read(&keymap.kept());
        assert_eq!(read, keymap);
        keymap.reset_all();
        assert_eq!(keymap.text(Action::Export), "Ctrl+E");
    }

    #[test]
    fn nobody_can_shut_themselves_out() {
        let mut keymap = Keymap::default();
        let escape = Action::Escape.default_keys()[0];
        assert!(keymap.choose(Action::Reload, escape).is_err());
        assert!(keymap.clear(Action::Palette).is_err());
        let tab = KeyboardShortcut::new(Modifiers::NONE, Key::Tab);
        assert!(keymap.choose(Action::Reload, tab).is_err());
        let kept = KeptKeys::from([
            (
                "Reload".to_owned(),
                vec!["Esc".to_owned(), "Ctrl+J".to_owned()],
            ),
            (
                "Export".to_owned(),
                vec!["Ctrl+J".to_owned(), "Hyper+Q".to_owned()],
            ),
            ("Nonsense".to_owned(), vec!["Ctrl+E".to_owned()]),
        ]);
        let read = Keymap::read(&kept);
        assert_eq!(read.asked_by(escape), Some(Action::Escape));
        assert_eq!(read.asked_by(CTRL_J), Some(Action::Reload));
        assert!(read.of(Action::Export).is_empty());
    }

    proptest! {
        #[test]
        fn whatever_is_chosen_no_two_actions_share_keys(
            choices in proptest::collection::vec((0..Action::ALL.len(), 0..Action::ALL.len()), 0..40),
        ) {
            let mut keymap = Keymap::default();
            for (of, from) in choices {
                if let Some(key) = Action::ALL[from].default_keys().first() {
                    let _ = keymap.choose(Action::ALL[of], *key);
                }
            }
            let mut seen = Vec::new();
            for action in Action::ALL {
                for key in keymap.of(*action) {
                    prop_assert!(!seen.contains(&key), "{action:?}: {}", shortcut_text(key));
                    seen.push(key);
                }
            }
            prop_assert_eq!(Keymap::read(&keymap.kept()), keymap);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}") {
            let _ = text.parse::<Keys>();
        }
    }
}
