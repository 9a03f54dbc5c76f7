//! Everything that a menu, a shortcut or a button can ask for: one table feeds them all, and the
//! README's list of keys.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

/// What a menu, a shortcut or a button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Choose a story file to open.
    Open,
    /// Type the path of a story file to open.
    OpenPath,
    /// Open the story that ships.
    OpenShipped,
    /// Read the story's file again.
    Reload,
    /// Save a picture.
    Export,
    /// Put a picture on the clipboard.
    Copy,
    /// Close the window.
    Quit,
    /// Select what was selected before.
    Back,
    /// Select again what Back left.
    Forward,
    /// Take the last change of the view back.
    Undo,
    /// Do again what Undo took back.
    Redo,
    /// Show the whole story in both views.
    FitAll,
    /// Show what is selected in both views.
    FitSelection,
    /// Show less, larger.
    ZoomIn,
    /// Show more, smaller.
    ZoomOut,
    /// Earlier on the timeline.
    PanEarlier,
    /// Later on the timeline.
    PanLater,
    /// Type a date to show.
    JumpToDate,
    /// Mark the stretch of time on screen, or no longer.
    MarkRange,
    /// Dim, hide or show what lies outside the marked stretch.
    Outside,
    /// Let time play on the map, or stop it.
    Play,
    /// Show the map as of the change before.
    ChangeBefore,
    /// Show the map as of the next change.
    ChangeAfter,
    /// Show the map with relations of all times.
    AllTimes,
    /// Dim, hide or show what is not in force.
    Unheld,
    /// Let the map follow the stretch of time on screen.
    FollowTime,
    /// Collapse the lane of the selected event, or open it.
    ToggleLane,
    /// Move the lane of the selected event up.
    LaneUp,
    /// Move it down.
    LaneDown,
    /// Collapse every lane.
    CollapseLanes,
    /// Open every lane.
    OpenLanes,
    /// Show all actors.
    FocusAll,
    /// Show the selection and what is one step from it.
    FocusOne,
    /// Two steps.
    FocusTwo,
    /// Three steps.
    FocusThree,
    /// Select nothing, or leave what is open.
    Escape,
    /// Show the selected actors no more on the map.
    Hide,
    /// Show every actor on the map.
    ShowHidden,
    /// Let the layout place every actor again.
    UnpinAll,
    /// Hide or show the details.
    ToggleDetails,
    /// Hide or show the list of problems.
    ToggleProblems,
    /// Light on dark, or dark on light.
    ToggleTheme,
    /// Follow the system's theme.
    SystemTheme,
    /// Show the keys.
    ShowKeys,
}

/// Where the help lists an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Opening, saving, leaving.
    File,
    /// Getting about.
    Go,
    /// What is shown, and how.
    View,
    /// What is shown of time, and when the map is looked at.
    Time,
    /// Help.
    Help,
}

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const SHIFT: Modifiers = Modifiers::SHIFT;

const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

impl Action {
    /// Every action, in the order of the help.
    pub const ALL: [Self; 44] = [
        Self::Open,
        Self::OpenPath,
        Self::OpenShipped,
        Self::Reload,
        Self::Export,
        Self::Copy,
        Self::Quit,
        Self::Back,
        Self::Forward,
        Self::Undo,
        Self::Redo,
        Self::FitAll,
        Self::FitSelection,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::PanEarlier,
        Self::PanLater,
        Self::JumpToDate,
        Self::MarkRange,
        Self::Outside,
        Self::Play,
        Self::ChangeBefore,
        Self::ChangeAfter,
        Self::AllTimes,
        Self::Unheld,
        Self::FollowTime,
        Self::ToggleLane,
        Self::LaneUp,
        Self::LaneDown,
        Self::CollapseLanes,
        Self::OpenLanes,
        Self::FocusAll,
        Self::FocusOne,
        Self::FocusTwo,
        Self::FocusThree,
        Self::Escape,
        Self::Hide,
        Self::ShowHidden,
        Self::UnpinAll,
        Self::ToggleDetails,
        Self::ToggleProblems,
        Self::ToggleTheme,
        Self::SystemTheme,
        Self::ShowKeys,
    ];

    /// Its name in menus.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().0
    }

    /// What it does, in a sentence.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        self.entry().1
    }

    /// The keys that ask for it, the one to show first.
    #[must_use]
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        self.entry().2
    }

    /// Where the help lists it.
    #[must_use]
    pub fn topic(self) -> Topic {
        match self {
            Self::Open
            | Self::OpenPath
            | Self::OpenShipped
            | Self::Reload
            | Self::Export
            | Self::Copy
            | Self::Quit => Topic::File,
            Self::Back
            | Self::Forward
            | Self::Undo
            | Self::Redo
            | Self::JumpToDate
            | Self::Escape => Topic::Go,
            Self::MarkRange
            | Self::Outside
            | Self::Play
            | Self::ChangeBefore
            | Self::ChangeAfter
            | Self::AllTimes
            | Self::Unheld
            | Self::FollowTime => Topic::Time,
            Self::ShowKeys => Topic::Help,
            _ => Topic::View,
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table: one entry an action")]
    fn entry(self) -> (&'static str, &'static str, &'static [KeyboardShortcut]) {
        match self {
            Self::Open => (
                "Open…",
                "Choose a story file",
                const { &[keys(CTRL, Key::O)] },
            ),
            Self::OpenPath => (
                "Open a path…",
                "Type the path of a story file",
                const { &[keys(CTRL.plus(SHIFT), Key::O)] },
            ),
            Self::OpenShipped => (
                "Open the story that ships",
                "Show the story that comes with the program",
                &[],
            ),
            Self::Reload => (
                "Reload",
                "Read the story’s file again; selection and zoom stay",
                const { &[keys(CTRL, Key::R), keys(NONE, Key::F5)] },
            ),
            Self::Export => (
                "Export a picture…",
                "Save the window, the timeline or the map",
                const { &[keys(CTRL, Key::E)] },
            ),
            Self::Copy => (
                "Copy a picture",
                "Put the view under the pointer on the clipboard as a picture",
                const { &[keys(CTRL.plus(SHIFT), Key::C)] },
            ),
            Self::Quit => ("Quit", "Close the window", const { &[keys(CTRL, Key::Q)] }),
            Self::Back => (
                "Back",
                "Select what was selected before",
                const { &[keys(ALT, Key::ArrowLeft)] },
            ),
            Self::Forward => (
                "Forward",
                "Select again what Back left",
                const { &[keys(ALT, Key::ArrowRight)] },
            ),
            Self::Undo => (
                "Undo",
                "Take the last change of zoom, lanes, pins or dates back",
                const { &[keys(CTRL, Key::Z)] },
            ),
            Self::Redo => (
                "Redo",
                "Do again what Undo took back",
                const { &[keys(CTRL.plus(SHIFT), Key::Z), keys(CTRL, Key::Y)] },
            ),
            Self::FitAll => (
                "Fit all",
                "Show the whole story in both views",
                const { &[keys(NONE, Key::F), keys(CTRL, Key::Num0)] },
            ),
            Self::FitSelection => (
                "Fit the selection",
                "Show what is selected, and what belongs to it, in both views",
                const { &[keys(SHIFT, Key::F)] },
            ),
            Self::ZoomIn => (
                "Zoom in",
                "Show less, larger, in the view under the pointer",
                const {
                    &[
                        keys(CTRL, Key::Plus),
                        keys(CTRL, Key::Equals),
                        keys(NONE, Key::CloseBracket),
                    ]
                },
            ),
            Self::ZoomOut => (
                "Zoom out",
                "Show more, smaller, in the view under the pointer",
                const { &[keys(CTRL, Key::Minus), keys(NONE, Key::OpenBracket)] },
            ),
            Self::PanEarlier => (
                "Earlier",
                "Move the timeline to earlier dates",
                const { &[keys(SHIFT, Key::ArrowLeft)] },
            ),
            Self::PanLater => (
                "Later",
                "Move the timeline to later dates",
                const { &[keys(SHIFT, Key::ArrowRight)] },
            ),
            Self::JumpToDate => (
                "Go to a date…",
                "Type a date in plain words or as EDTF, and show it",
                const { &[keys(CTRL, Key::G), keys(NONE, Key::G)] },
            ),
            Self::MarkRange => (
                "Mark this stretch of time",
                "Mark the stretch that the timeline shows, or no longer",
                const { &[keys(NONE, Key::R)] },
            ),
            Self::Outside => (
                "Outside the marked stretch",
                "Dim, hide or show the events outside the marked stretch, in turn",
                const { &[keys(SHIFT, Key::R)] },
            ),
            Self::Play => (
                "Play time",
                "Let time run on the map, or stop it",
                const { &[keys(NONE, Key::P)] },
            ),
            Self::ChangeBefore => (
                "The change before",
                "Show the map as of the day on which something changed before",
                const { &[keys(NONE, Key::Comma)] },
            ),
            Self::ChangeAfter => (
                "The next change",
                "Show the map as of the next day on which something changes",
                const { &[keys(NONE, Key::Period)] },
            ),
            Self::AllTimes => (
                "All times",
                "Show the map with relations of all times",
                const { &[keys(SHIFT, Key::P)] },
            ),
            Self::Unheld => (
                "What is not in force",
                "Dim, hide or show what is not in force on the map, in turn",
                const { &[keys(NONE, Key::U)] },
            ),
            Self::FollowTime => (
                "Follow the timeline",
                "Show the map for the stretch of time on screen, or no longer",
                const { &[keys(NONE, Key::T)] },
            ),
            Self::ToggleLane => (
                "Collapse or open the lane",
                "Fold all events of the selected event’s lane into one row, or no longer",
                const { &[keys(NONE, Key::C)] },
            ),
            Self::LaneUp => (
                "Lane up",
                "Move the selected event’s lane up",
                const { &[keys(ALT, Key::ArrowUp)] },
            ),
            Self::LaneDown => (
                "Lane down",
                "Move the selected event’s lane down",
                const { &[keys(ALT, Key::ArrowDown)] },
            ),
            Self::CollapseLanes => (
                "Collapse all lanes",
                "Fold every lane into one row",
                const { &[keys(SHIFT, Key::C)] },
            ),
            Self::OpenLanes => (
                "Open all lanes",
                "Show every lane with all its rows",
                const { &[keys(SHIFT, Key::O)] },
            ),
            Self::FocusAll => (
                "All actors",
                "Show the whole map",
                const { &[keys(NONE, Key::Num0)] },
            ),
            Self::FocusOne => (
                "One step",
                "Show only what is one step from the selection",
                const { &[keys(NONE, Key::Num1)] },
            ),
            Self::FocusTwo => (
                "Two steps",
                "Show only what is within two steps of the selection",
                const { &[keys(NONE, Key::Num2)] },
            ),
            Self::FocusThree => (
                "Three steps",
                "Show only what is within three steps of the selection",
                const { &[keys(NONE, Key::Num3)] },
            ),
            Self::Escape => (
                "Leave",
                "Close what is open; then show all actors; then select nothing",
                const { &[keys(NONE, Key::Escape)] },
            ),
            Self::Hide => (
                "Hide on the map",
                "Show the selected actors no more on the map",
                const { &[keys(NONE, Key::H)] },
            ),
            Self::ShowHidden => (
                "Show hidden actors",
                "Show every actor on the map that was hidden",
                const { &[keys(SHIFT, Key::H)] },
            ),
            Self::UnpinAll => (
                "Unpin all actors",
                "Let the layout place every actor again",
                &[],
            ),
            Self::ToggleDetails => (
                "Details",
                "Hide or show the details at the side",
                const { &[keys(CTRL, Key::B)] },
            ),
            Self::ToggleProblems => (
                "Problems",
                "Hide or show what is wrong in the story’s file",
                const { &[keys(CTRL.plus(SHIFT), Key::M)] },
            ),
            Self::ToggleTheme => (
                "Light or dark",
                "Change between dark on light and light on dark",
                const { &[keys(CTRL.plus(SHIFT), Key::L)] },
            ),
            Self::SystemTheme => (
                "The system’s theme",
                "Be light or dark as the system is",
                &[],
            ),
            Self::ShowKeys => (
                "Keys",
                "Show what the keys and the mouse do",
                const { &[keys(NONE, Key::Questionmark), keys(NONE, Key::F1)] },
            ),
        }
    }

    /// Its first shortcut as text: "Ctrl+O"; empty where it has none.
    #[must_use]
    pub fn keys_text(self) -> String {
        let shown: Vec<String> = self
            .shortcuts()
            .iter()
            .copied()
            .map(shortcut_text)
            .collect();
        shown.join(", ")
    }
}

/// A shortcut as people write it, on keyboards with Ctrl.
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
    text + match shortcut.logical_key {
        Key::ArrowLeft => "Left",
        Key::ArrowRight => "Right",
        Key::Questionmark => "?",
        Key::CloseBracket => "]",
        Key::OpenBracket => "[",
        Key::Plus => "+",
        Key::Equals => "=",
        Key::Minus => "-",
        Key::Comma => ",",
        Key::Period => ".",
        Key::Escape => "Esc",
        key => key.name(),
    }
}

/// What the mouse and the keys do inside the views: action, effect.
pub const HANDS: [(&str, &str); 16] = [
    ("Wheel", "zooms at the pointer"),
    (
        "Shift+wheel, sideways wheel",
        "pans the timeline and the map",
    ),
    ("Ctrl+wheel, pinch", "zooms, whatever is under the pointer"),
    ("Alt+wheel", "scrolls the lanes"),
    ("Drag on the background, middle drag", "pans"),
    ("Drag an actor", "moves and pins it; right-click unpins"),
    (
        "Click, Ctrl+click",
        "selects; adds to the selection or takes out of it; of two actors, the details show how they are joined",
    ),
    (
        "Pointer over an item",
        "lights up what belongs to it in every view",
    ),
    ("Double-click", "zooms in there; on an item, zooms to it"),
    ("Tab", "moves to the next view or control"),
    (
        "Arrows, Home, End",
        "the next event in time, or neighbour on the map; first, last",
    ),
    (
        "Overview strip",
        "drag the window or its edges; click to jump",
    ),
    (
        "Slider of time",
        "a drag or a click chooses the day that the map is shown as of; Shift+drag marks a stretch; a double-click shows all times",
    ),
    (
        "Heading of a lane",
        "click collapses the lane or opens it; drag moves it; right-click offers more",
    ),
    (
        "Drag on the axis",
        "marks a stretch of time; a click beside it marks nothing",
    ),
    (
        "Click on a folded mark",
        "zooms in until it splits; where it cannot, selects what is in it",
    ),
];

/// The README's list of keys, as Markdown.
#[must_use]
pub fn keys_markdown() -> String {
    let mut out = String::from("| keys | what they do |\n| --- | --- |\n");
    for action in Action::ALL
        .into_iter()
        .filter(|action| !action.shortcuts().is_empty())
    {
        let keys = action.keys_text().replace('|', "\\|");
        out += &format!("| {keys} | {}: {} |\n", action.name(), action.explanation());
    }
    for (hands, effect) in HANDS {
        out += &format!("| {hands} | {effect} |\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_two_actions_share_a_shortcut() {
        let mut seen = HashMap::new();
        for action in Action::ALL {
            for shortcut in action.shortcuts() {
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
        let readme = include_str!("../../README.md");
        assert!(
            readme.contains(&keys_markdown()),
            "README.md's list of keys has drifted; it should hold:\n{}",
            keys_markdown()
        );
    }
}
