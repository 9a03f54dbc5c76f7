//! The table of actions: what each is called, what it does, its keys, what it needs, and other words
//! under which people look for it.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::Needs;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL_SHIFT: Modifiers = CTRL.plus(SHIFT);
const CTRL_ALT: Modifiers = CTRL.plus(ALT);

/// What the table says of an action.
pub(super) struct Entry {
    pub name: &'static str,
    pub explanation: &'static str,
    pub keys: &'static [KeyboardShortcut],
    pub topic: Topic,
    pub needs: Needs,
    pub also: &'static str,
    pub id: &'static str,
}

/// Makes the actions and their topics of the table below.
macro_rules! actions {
    ($( $topic:ident: $topic_name:literal {
        $( $action:ident: $name:literal, $explanation:literal,
            [$( $modifiers:ident $key:ident ),*], $needs:ident, $also:literal; )*
    } )*) => {
        /// What a menu, a shortcut or a button asks for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $( $( #[doc = $explanation] $action, )* )*
        }

        /// Where menus and help list an action.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Topic {
            $( #[doc = $topic_name] $topic, )*
        }

        impl Topic {
            /// Every topic, in the order of menus and help.
            pub const ALL: &'static [Self] = &[$( Self::$topic ),*];

            /// What it is called in the help.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $( Self::$topic => $topic_name, )*
                }
            }
        }

        impl Action {
            /// Every action, in the order of menus and help.
            pub const ALL: &'static [Self] = &[$( $( Self::$action ),* ),*];

            pub(super) fn entry(self) -> Entry {
                match self {
                    $( $( Self::$action => Entry {
                        name: $name,
                        explanation: $explanation,
                        keys: const { &[$( KeyboardShortcut::new($modifiers, Key::$key) ),*] },
                        topic: Topic::$topic,
                        needs: Needs::$needs,
                        also: $also,
                        id: stringify!($action),
                    }, )* )*
                }
            }
        }
    };
}

actions! {
    File: "File" {
        Open: "Open…", "Choose a story file",
            [CTRL O], NoDialog, "load file";
        OpenPath: "Open a path…", "Type the path of a story file",
            [CTRL_SHIFT O], Nothing, "load file";
        OpenShipped: "Open the story that ships", "Show the story that comes with the program",
            [], Nothing, "demo example sample";
        Reload: "Reload", "Read the story’s file again; selection and zoom stay",
            [CTRL R, NONE F5], File, "refresh revert";
        NextTab: "Next story", "Put the open story after this one in front",
            [CTRL Tab, CTRL PageDown], Tabs, "tab switch file";
        TabBefore: "Story before", "Put the open story before this one in front",
            [CTRL_SHIFT Tab, CTRL PageUp], Tabs, "tab switch file previous";
        CloseTab: "Close the story", "Take the story in front from the window; its file stays as it is",
            [CTRL W, CTRL F4], Story, "tab file";
        Export: "Export a picture…", "Save the window, the timeline or the map",
            [CTRL E], Map, "save png svg pdf html figure print";
        Copy: "Copy a picture", "Put the view under the pointer on the clipboard as a picture",
            [CTRL_SHIFT C], Picture, "clipboard image";
        Quit: "Quit", "Close the window",
            [CTRL Q], Nothing, "exit close";
    }
    Go: "Getting about" {
        Back: "Back", "Go back to where you were: what was selected, what was open, what was in sight",
            [ALT ArrowLeft], Back, "previous selection";
        Forward: "Forward", "Go again to where Back left",
            [ALT ArrowRight], Forward, "next selection";
        Undo: "Undo", "Take the last change of the view back",
            [CTRL Z], Undo, "";
        Redo: "Redo", "Do again what Undo took back",
            [CTRL_SHIFT Z, CTRL Y], Redo, "";
        Search: "Search…", "Look for words in names, titles and quotations, and go there",
            [CTRL F, NONE Slash], Story, "find look for";
        JumpToDate: "Go to a date…", "Type a date in plain words or as EDTF, and show it",
            [CTRL G, NONE G], Story, "calendar when";
        Menu: "Menu of the selection", "Show what can be done with what is selected",
            [SHIFT F10], Story, "context right-click";
        Escape: "Leave", "Close what is open; then show all actors; then select nothing",
            [NONE Escape], Nothing, "deselect close clear";
    }
    Tell: "Telling in steps" {
        PlaySteps: "Play the steps", "Show the steps in which the story is told, one after the other, or leave them",
            [CTRL Enter], Steps, "story mode tour slides presentation scenes";
        NextStep: "Next step", "Go on to the next step",
            [NONE PageDown], Playing, "forward slide";
        StepBefore: "Step before", "Go back to the step before",
            [NONE PageUp], Playing, "previous slide";
        AddStep: "Add this view as a step…", "Capture what is on screen as a step, with a title and a caption",
            [CTRL_SHIFT Enter], Story, "capture save view scene bookmark";
        Steps: "All steps…", "List the steps: go to one, word, order or delete those that were captured, copy them",
            [], Story, "scenes slides list edit reorder";
    }
    View: "View" {
        FitAll: "Fit all", "Show the whole story in both views",
            [NONE F, CTRL Num0], Story, "whole overview reset";
        FitSelection: "Fit the selection", "Show what is selected, and what belongs to it, in both views",
            [SHIFT F], Selection, "";
        ZoomIn: "Zoom in", "Show less, larger, in the view under the pointer",
            [NONE CloseBracket, NONE Plus, NONE Equals], Story, "magnify larger";
        ZoomOut: "Zoom out", "Show more, smaller, in the view under the pointer",
            [NONE OpenBracket, NONE Minus], Story, "smaller";
        PanEarlier: "Earlier", "Move the timeline to earlier dates",
            [SHIFT ArrowLeft], Story, "";
        PanLater: "Later", "Move the timeline to later dates",
            [SHIFT ArrowRight], Story, "";
        ToggleLane: "Collapse or open the lane", "Fold all events of the selected event’s lane into one row, or no longer",
            [NONE C], Lane, "";
        LaneUp: "Lane up", "Move the selected event’s lane up",
            [ALT ArrowUp], Lane, "";
        LaneDown: "Lane down", "Move the selected event’s lane down",
            [ALT ArrowDown], Lane, "";
        CollapseLanes: "Collapse all lanes", "Fold every lane into one row",
            [SHIFT C], Story, "";
        OpenLanes: "Open all lanes", "Show every lane with all its rows",
            [SHIFT O], Story, "";
        TimelineOverMap: "Timeline over map", "Let the timeline stand over the map",
            [CTRL Num1], Story, "panels layout arrange window";
        TimelineBesideMap: "Timeline beside map", "Let the timeline stand beside the map",
            [CTRL Num2], Story, "panels layout arrange window split";
        TimelineAlone: "Timeline alone", "Show the timeline in the whole window",
            [CTRL Num3], Story, "panels layout arrange window";
        MapAlone: "Map alone", "Show the map in the whole window",
            [CTRL Num4], Story, "panels layout arrange window network graph";
        TimelineOverClaims: "Timeline over claims", "Let the timeline stand over the ledger of claims",
            [CTRL Num5], Story, "panels layout arrange window table";
        MapBesideClaims: "Map beside claims", "Let the map stand beside the ledger of claims",
            [CTRL Num6], Story, "panels layout arrange window table";
        CompareActors: "Two actors side by side", "Compare the two selected actors: what joins them, whom both are tied to, what each took part in",
            [NONE B], Pair, "compare versus common shared";
        ToggleFacets: "Filters", "Hide or show the facets: kinds, tags, places, sources and more, with how many items have each",
            [CTRL_SHIFT F], Story, "facets panel counts";
        LeaveOut: "What is filtered out", "Hide, dim or show what the filter leaves out, in turn",
            [SHIFT X], Filter, "dim grey";
        SaveView: "Save this view…", "Keep filter, dates, zoom and selection under a name, to come back to",
            [CTRL_SHIFT S], Story, "bookmark named view snapshot";
        ToggleDetails: "Details", "Hide or show the details at the side",
            [CTRL B], Nothing, "sidebar panel";
        ToggleProblems: "Problems", "Hide or show what is wrong in the story’s file",
            [CTRL_SHIFT M], Nothing, "errors warnings";
        ToggleTheme: "Light or dark", "Change between dark on light and light on dark",
            [CTRL_SHIFT L], Nothing, "dark mode night";
        SystemTheme: "The system’s theme", "Be light or dark as the system is",
            [], Nothing, "dark mode";
        ToggleContrast: "High contrast", "Let everything stand out as far as it can, or as usual",
            [], Nothing, "accessibility colours theme";
        ToggleStill: "Reduced motion", "Let nothing move by itself, or as usual",
            [], Nothing, "accessibility animation still";
        Larger: "Everything larger", "Draw text, controls and views larger",
            [CTRL Equals, CTRL Plus], Nothing, "zoom interface font text size";
        Smaller: "Everything smaller", "Draw text, controls and views smaller",
            [CTRL Minus], Nothing, "zoom interface font text size";
        UsualSize: "Usual size", "Draw text, controls and views in their usual size",
            [CTRL_ALT Num0], Nothing, "zoom interface reset 100 %";
        Present: "Presentation", "Show the views alone on the whole screen; Esc ends it",
            [NONE F11], Story, "full screen talk slides";
    }
    Time: "Time" {
        MarkRange: "Mark this stretch of time", "Mark the stretch that the timeline shows, or no longer",
            [NONE R], Story, "select stretch period brush";
        Outside: "Outside the marked stretch", "Dim, hide or show the events outside the marked stretch, in turn",
            [SHIFT R], Range, "range dim hide";
        Play: "Play time", "Let time run on the map, or stop it",
            [NONE P], Times, "animate";
        ChangeBefore: "The change before", "Show the map as of the day on which something changed before",
            [NONE Comma], Times, "";
        ChangeAfter: "The next change", "Show the map as of the next day on which something changes",
            [NONE Period], Times, "";
        AllTimes: "All times", "Show the map with relations of all times",
            [SHIFT P], Moment, "";
        Unheld: "What is not in force", "Dim, hide or show what is not in force on the map, in turn",
            [NONE U], Story, "dim hide relations";
        FollowTime: "Follow the timeline", "Show the map for the stretch of time on screen, or no longer",
            [NONE T], Story, "link map timeline";
    }
    Map: "Map" {
        FocusAll: "All actors", "Show the whole map",
            [NONE Num0], Story, "";
        FocusOne: "Only one step away", "Show only what is one step from the selection",
            [NONE Num1], Selection, "neighbours ego";
        FocusTwo: "Only two steps away", "Show only what is within two steps of the selection",
            [NONE Num2], Selection, "neighbours ego";
        FocusThree: "Only three steps away", "Show only what is within three steps of the selection",
            [NONE Num3], Selection, "neighbours ego";
        ArrangeDistances: "By distance", "Let actors lie as far apart on the map as relations have them",
            [ALT Num1], Map, "layout force stress";
        ArrangeCommunities: "By community", "Let those lie together on the map who belong together",
            [ALT Num2], Map, "layout cluster";
        ArrangeRings: "In rings round the selection", "Let actors lie in rings by their steps from those selected, or from the one with the most relations",
            [ALT Num3], Map, "layout radial circular";
        ArrangeLayers: "In layers by direction", "Let relations run from left to right, from who owns or commands to whom",
            [ALT Num4], Map, "layout hierarchy sugiyama";
        ArrangeColumns: "In columns by kind", "Let each kind of actor have a column",
            [ALT Num5], Map, "layout";
        Renew: "Arrange anew", "Find anew where actors lie, whatever lay before, round those who are pinned",
            [ALT Num0], Map, "layout again";
        NextSize: "What size tells", "Let the size of actors tell of ties, relations, events, passages or nothing, in turn",
            [SHIFT S], Story, "degree measure";
        NextGroups: "Groups", "Gather actors by what they are part of, by kind, by place or not at all, in turn",
            [SHIFT G], Story, "cluster hull";
        CollapseGroups: "Draw groups as one", "Draw every group of actors as one mark",
            [], Groups, "";
        OpenGroups: "Open all groups", "Draw every actor of every group",
            [], Collapsed, "";
        Meetings: "Shared events", "Join who took part in the same events by dotted lines, or no longer",
            [NONE E], Story, "co-occurrence participants";
        Fold: "Close actors as one", "Draw actors that lie too close to be told apart as one mark with their count, or each by itself",
            [SHIFT D], Story, "cluster merge";
        Inset: "Inset of the whole map", "Show the whole map in its corner where only a part is in sight, or no longer",
            [NONE I], Story, "";
        Hide: "Hide on the map", "Show the selected actors no more on the map",
            [NONE H], Actors, "remove actor";
        ShowHidden: "Show hidden actors", "Show every actor on the map that was hidden",
            [SHIFT H], Hidden, "";
        UnpinAll: "Unpin all actors", "Let the layout place every actor again",
            [], Pins, "release";
    }
    Evidence: "Evidence" {
        ToggleLedger: "Ledger of claims", "Show every claim as a line of a table, or timeline and map again",
            [CTRL L], Nothing, "table list claims";
        ToggleReader: "Source reader", "Show the text of a source with its passages marked, or no longer",
            [CTRL D], Nothing, "document text quotation";
        ToggleVoices: "Who says so", "Mark on timeline and map who speaks for each claim: by name, through somebody, unnamed, a document",
            [SHIFT V], Nothing, "attribution speakers";
    }
    Help: "Help" {
        Palette: "All commands…", "Type a few letters of what is to be done",
            [CTRL K], Nothing, "palette search menu";
        ShowFormat: "Story format…", "Read how a story file is written, with examples to copy",
            [SHIFT F1], Nothing, "help reference manual ron syntax documentation";
        Tour: "Tour", "Show five hints of what is where",
            [], Story, "help introduction learn start";
        ShowKeys: "Keys", "Show what the keys and the mouse do",
            [NONE Questionmark, NONE F1], Nothing, "shortcuts hotkeys help";
    }
}
