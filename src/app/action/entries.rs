//! What each action is called, what it does, and which keys ask for it.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::Action;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const SHIFT: Modifiers = Modifiers::SHIFT;

const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

/// An action's name, what it does in a sentence, and its keys.
type Entry = (&'static str, &'static str, &'static [KeyboardShortcut]);

impl Action {
    #[expect(clippy::too_many_lines, reason = "a table: one entry an action")]
    pub(super) fn entry(self) -> Entry {
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
            Self::Search => (
                "Search…",
                "Look for words in names, titles and quotations, and go there",
                const { &[keys(CTRL, Key::F), keys(NONE, Key::Slash)] },
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
            Self::ArrangeDistances => (
                "By distance",
                "Let actors lie as far apart on the map as relations have them",
                const { &[keys(ALT, Key::Num1)] },
            ),
            Self::ArrangeCommunities => (
                "By community",
                "Let those lie together on the map who belong together",
                const { &[keys(ALT, Key::Num2)] },
            ),
            Self::ArrangeRings => (
                "In rings round the selection",
                "Let actors lie in rings by their steps from those selected, or from the one with the most relations",
                const { &[keys(ALT, Key::Num3)] },
            ),
            Self::ArrangeLayers => (
                "In layers by direction",
                "Let relations run from left to right, from who owns or commands to whom",
                const { &[keys(ALT, Key::Num4)] },
            ),
            Self::ArrangeColumns => (
                "In columns by kind",
                "Let each kind of actor have a column",
                const { &[keys(ALT, Key::Num5)] },
            ),
            Self::Renew => (
                "Arrange anew",
                "Find anew where actors lie, whatever lay before, round those who are pinned",
                const { &[keys(ALT, Key::Num0)] },
            ),
            Self::NextSize => (
                "What size tells",
                "Let the size of actors tell of ties, relations, events, passages or nothing, in turn",
                const { &[keys(SHIFT, Key::S)] },
            ),
            Self::NextGroups => (
                "Groups",
                "Gather actors by what they are part of, by kind, by place or not at all, in turn",
                const { &[keys(SHIFT, Key::G)] },
            ),
            Self::CollapseGroups => (
                "Draw groups as one",
                "Draw every group of actors as one mark",
                &[],
            ),
            Self::OpenGroups => ("Open all groups", "Draw every actor of every group", &[]),
            Self::Meetings => (
                "Shared events",
                "Join who took part in the same events by dotted lines, or no longer",
                const { &[keys(NONE, Key::E)] },
            ),
            Self::Fold => (
                "Close actors as one",
                "Draw actors that lie too close to be told apart as one mark with their count, or each by itself",
                const { &[keys(SHIFT, Key::D)] },
            ),
            Self::Inset => (
                "Inset of the whole map",
                "Show the whole map in its corner where only a part is in sight, or no longer",
                const { &[keys(NONE, Key::I)] },
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
            Self::ToggleLedger => (
                "Ledger of claims",
                "Show every claim as a line of a table, or timeline and map again",
                const { &[keys(CTRL, Key::L)] },
            ),
            Self::ToggleReader => (
                "Source reader",
                "Show the text of a source with its passages marked, or no longer",
                const { &[keys(CTRL, Key::D)] },
            ),
            Self::ToggleVoices => (
                "Who says so",
                "Mark on timeline and map who speaks for each claim: by name, through somebody, unnamed, a document",
                const { &[keys(SHIFT, Key::V)] },
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
}
