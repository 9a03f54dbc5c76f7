//! Everything that a menu, a shortcut or a button can ask for: one table feeds them all, and the
//! README's list of keys.

mod entries;
mod hands;

use eframe::egui::{Key, KeyboardShortcut};

pub use hands::HANDS;

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
    /// Search names, events and quotations.
    Search,
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
    /// Let actors lie as far apart as relations have them.
    ArrangeDistances,
    /// Let those lie together who belong together.
    ArrangeCommunities,
    /// Let actors lie in rings round those selected.
    ArrangeRings,
    /// Let relations run from left to right.
    ArrangeLayers,
    /// Let each kind of actor have a column.
    ArrangeColumns,
    /// Find anew where actors lie.
    Renew,
    /// Let the size of actors tell something else.
    NextSize,
    /// Gather actors into other groups, or none.
    NextGroups,
    /// Draw every group as one mark.
    CollapseGroups,
    /// Draw every actor of every group.
    OpenGroups,
    /// Join who took part in the same events.
    Meetings,
    /// Draw actors that lie too close as one.
    Fold,
    /// Show the whole map in its corner.
    Inset,
    /// Select nothing, or leave what is open.
    Escape,
    /// Show the selected actors no more on the map.
    Hide,
    /// Show every actor on the map.
    ShowHidden,
    /// Let the layout place every actor again.
    UnpinAll,
    /// Show the ledger in the place of timeline and map, or those again.
    ToggleLedger,
    /// Hide or show the text of a source.
    ToggleReader,
    /// Mark who speaks for each claim.
    ToggleVoices,
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
    /// How the map is laid out, and what it shows.
    Map,
    /// What claims rest on.
    Evidence,
    /// What is shown of time, and when the map is looked at.
    Time,
    /// Help.
    Help,
}

impl Action {
    /// Every action, in the order of the help.
    pub const ALL: [Self; 61] = [
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
        Self::Search,
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
        Self::ArrangeDistances,
        Self::ArrangeCommunities,
        Self::ArrangeRings,
        Self::ArrangeLayers,
        Self::ArrangeColumns,
        Self::Renew,
        Self::NextSize,
        Self::NextGroups,
        Self::CollapseGroups,
        Self::OpenGroups,
        Self::Meetings,
        Self::Fold,
        Self::Inset,
        Self::Escape,
        Self::Hide,
        Self::ShowHidden,
        Self::UnpinAll,
        Self::ToggleLedger,
        Self::ToggleReader,
        Self::ToggleVoices,
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
            | Self::Search
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
            Self::FocusAll
            | Self::FocusOne
            | Self::FocusTwo
            | Self::FocusThree
            | Self::Hide
            | Self::ShowHidden
            | Self::UnpinAll
            | Self::ArrangeDistances
            | Self::ArrangeCommunities
            | Self::ArrangeRings
            | Self::ArrangeLayers
            | Self::ArrangeColumns
            | Self::Renew
            | Self::NextSize
            | Self::NextGroups
            | Self::CollapseGroups
            | Self::OpenGroups
            | Self::Meetings
            | Self::Fold
            | Self::Inset => Topic::Map,
            Self::ToggleLedger | Self::ToggleReader | Self::ToggleVoices => Topic::Evidence,
            Self::ShowKeys => Topic::Help,
            _ => Topic::View,
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
        Key::Slash => "/",
        Key::Period => ".",
        Key::Escape => "Esc",
        key => key.name(),
    }
}

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
        let readme = include_str!("../../../README.md");
        assert!(
            readme.contains(&keys_markdown()),
            "README.md's list of keys has drifted; it should hold:\n{}",
            keys_markdown()
        );
    }
}
