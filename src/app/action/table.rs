//! The table of actions: the keys of each, and what it needs. What it is called, what it does and other words under which
//! people look for it are messages of its name: `action-Open`, `action-Open.does`, `action-Open.also`.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::language::text;

use super::Needs;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;
const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL_SHIFT: Modifiers = CTRL.plus(SHIFT);
const CTRL_ALT: Modifiers = CTRL.plus(ALT);

/// What the table says of an action.
pub(super) struct Entry {
    pub keys: &'static [KeyboardShortcut],
    pub topic: Topic,
    pub needs: Needs,
    pub id: &'static str,
    /// The ids of its messages.
    pub says: Says,
}

/// The ids of the messages of an action.
pub(super) struct Says {
    pub name: &'static str,
    pub does: &'static str,
    pub also: &'static str,
}

/// Makes the actions and their topics of the table below.
macro_rules! actions {
    ($( $topic:ident {
        $( $action:ident: [$( $modifiers:ident $key:ident ),*], $needs:ident; )*
    } )*) => {
        /// What a menu, a shortcut or a button asks for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $( $( #[doc = concat!("`action-", stringify!($action), "` among the messages.")] $action, )* )*
        }

        /// Where menus and help list an action.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Topic {
            $( #[doc = concat!("`topic-", stringify!($topic), "` among the messages.")] $topic, )*
        }

        impl Topic {
            /// Every topic, in the order of menus and help.
            pub const ALL: &'static [Self] = &[$( Self::$topic ),*];

            /// What it is called in the help.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $( Self::$topic => text(concat!("topic-", stringify!($topic))), )*
                }
            }
        }

        impl Action {
            /// Every action, in the order of menus and help.
            pub const ALL: &'static [Self] = &[$( $( Self::$action ),* ),*];

            pub(super) fn entry(self) -> Entry {
                match self {
                    $( $( Self::$action => Entry {
                        keys: const { &[$( KeyboardShortcut::new($modifiers, Key::$key) ),*] },
                        topic: Topic::$topic,
                        needs: Needs::$needs,
                        id: stringify!($action),
                        says: Says {
                            name: concat!("action-", stringify!($action)),
                            does: concat!("action-", stringify!($action), ".does"),
                            also: concat!("action-", stringify!($action), ".also"),
                        },
                    }, )* )*
                }
            }
        }
    };
}

actions! {
    File {
        Open: [CTRL O], NoDialog;
        OpenPath: [CTRL_SHIFT O], Nothing;
        OpenShipped: [], Nothing;
        Reload: [CTRL R, NONE F5], File;
        NextTab: [CTRL Tab, CTRL PageDown], Tabs;
        TabBefore: [CTRL_SHIFT Tab, CTRL PageUp], Tabs;
        CloseTab: [CTRL W, CTRL F4], Story;
        Export: [CTRL E], Map;
        Copy: [CTRL_SHIFT C], Picture;
        Quit: [CTRL Q], Nothing;
    }
    Go {
        Back: [ALT ArrowLeft], Back;
        Forward: [ALT ArrowRight], Forward;
        Undo: [CTRL Z], Undo;
        Redo: [CTRL_SHIFT Z, CTRL Y], Redo;
        Search: [CTRL F, NONE Slash], Story;
        JumpToDate: [CTRL G, NONE G], Story;
        Menu: [SHIFT F10], Story;
        Escape: [NONE Escape], Nothing;
    }
    Tell {
        PlaySteps: [CTRL Enter], Steps;
        NextStep: [NONE PageDown], Playing;
        StepBefore: [NONE PageUp], Playing;
        AddStep: [CTRL_SHIFT Enter], Story;
        Steps: [], Story;
    }
    View {
        FitAll: [NONE F, CTRL Num0], Story;
        FitSelection: [SHIFT F], Selection;
        ZoomIn: [NONE CloseBracket, NONE Plus, NONE Equals], Story;
        ZoomOut: [NONE OpenBracket, NONE Minus], Story;
        PanEarlier: [SHIFT ArrowLeft], Story;
        PanLater: [SHIFT ArrowRight], Story;
        ToggleLane: [NONE C], Lane;
        LaneUp: [ALT ArrowUp], Lane;
        LaneDown: [ALT ArrowDown], Lane;
        CollapseLanes: [SHIFT C], Story;
        OpenLanes: [SHIFT O], Story;
        TimelineOverMap: [CTRL Num1], Story;
        TimelineBesideMap: [CTRL Num2], Story;
        TimelineAlone: [CTRL Num3], Story;
        MapAlone: [CTRL Num4], Story;
        TimelineOverClaims: [CTRL Num5], Story;
        MapBesideClaims: [CTRL Num6], Story;
        CompareActors: [NONE B], Pair;
        ToggleFacets: [CTRL_SHIFT F], Story;
        LeaveOut: [SHIFT X], Filter;
        SaveView: [CTRL_SHIFT S], Story;
        ToggleDetails: [CTRL B], Nothing;
        ToggleProblems: [CTRL_SHIFT M], Nothing;
        ToggleTheme: [CTRL_SHIFT L], Nothing;
        SystemTheme: [], Nothing;
        ToggleContrast: [], Nothing;
        ToggleStill: [], Nothing;
        SystemLanguage: [], Nothing;
        English: [], Nothing;
        German: [], Nothing;
        Larger: [CTRL Equals, CTRL Plus], Nothing;
        Smaller: [CTRL Minus], Nothing;
        UsualSize: [CTRL_ALT Num0], Nothing;
        Present: [NONE F11], Story;
    }
    Time {
        MarkRange: [NONE R], Story;
        Outside: [SHIFT R], Range;
        Play: [NONE P], Times;
        ChangeBefore: [NONE Comma], Times;
        ChangeAfter: [NONE Period], Times;
        AllTimes: [SHIFT P], Moment;
        Unheld: [NONE U], Story;
        FollowTime: [NONE T], Story;
    }
    Map {
        FocusAll: [NONE Num0], Story;
        FocusOne: [NONE Num1], Selection;
        FocusTwo: [NONE Num2], Selection;
        FocusThree: [NONE Num3], Selection;
        ArrangeDistances: [ALT Num1], Map;
        ArrangeCommunities: [ALT Num2], Map;
        ArrangeRings: [ALT Num3], Map;
        ArrangeLayers: [ALT Num4], Map;
        ArrangeColumns: [ALT Num5], Map;
        Renew: [ALT Num0], Map;
        NextSize: [SHIFT S], Story;
        NextGroups: [SHIFT G], Story;
        CollapseGroups: [], Groups;
        OpenGroups: [], Collapsed;
        Meetings: [NONE E], Story;
        Fold: [SHIFT D], Story;
        Inset: [NONE I], Story;
        Hide: [NONE H], Actors;
        ShowHidden: [SHIFT H], Hidden;
        UnpinAll: [], Pins;
    }
    Evidence {
        ToggleLedger: [CTRL L], Nothing;
        ToggleReader: [CTRL D], Nothing;
        ToggleVoices: [SHIFT V], Nothing;
    }
    Help {
        Palette: [CTRL K], Nothing;
        ShowFormat: [SHIFT F1], Nothing;
        Tour: [], Story;
        ShowKeys: [NONE Questionmark, NONE F1], Nothing;
    }
}
