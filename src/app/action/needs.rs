//! What must be so before an action can be asked for.

use crate::language::say;

/// What must be so before an action can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: it can be asked for at any time.
    Nothing,
    /// No dialog of the system stands open.
    NoDialog,
    /// A story is open.
    Story,
    /// A story is open that lies in a file.
    File,
    /// Something was selected before.
    Back,
    /// Back was asked for.
    Forward,
    /// The view was changed.
    Undo,
    /// Undo was asked for.
    Redo,
    /// Something is selected.
    Selection,
    /// Actors are selected.
    Actors,
    /// An event is selected that stands in a lane.
    Lane,
    /// The map is laid out.
    Map,
    /// The map is laid out, and no picture is being drawn.
    Picture,
    /// Actors were put somewhere by hand.
    Pins,
    /// Actors were hidden on the map.
    Hidden,
    /// The map has groups.
    Groups,
    /// Groups are drawn as one mark.
    Collapsed,
    /// The story is filtered.
    Filter,
    /// A stretch of time is marked.
    Range,
    /// Relations have dates.
    Times,
    /// The map is shown as of a date.
    Moment,
    /// The story is told in steps.
    Steps,
    /// Two actors are selected, or stand side by side.
    Pair,
    /// Several stories are open.
    Tabs,
    /// Steps are played.
    Playing,
}

impl Needs {
    /// What to do first, in a sentence; empty where there is nothing to do.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::NoDialog => say!("needs-NoDialog"),
            Self::Story => say!("needs-Story"),
            Self::File => say!("needs-File"),
            Self::Back => say!("needs-Back"),
            Self::Forward => say!("needs-Forward"),
            Self::Undo => say!("needs-Undo"),
            Self::Redo => say!("needs-Redo"),
            Self::Selection => say!("needs-Selection"),
            Self::Actors => say!("needs-Actors"),
            Self::Lane => say!("needs-Lane"),
            Self::Map => say!("needs-Map"),
            Self::Picture => say!("needs-Picture"),
            Self::Pins => say!("needs-Pins"),
            Self::Hidden => say!("needs-Hidden"),
            Self::Groups => say!("needs-Groups"),
            Self::Collapsed => say!("needs-Collapsed"),
            Self::Filter => say!("needs-Filter"),
            Self::Range => say!("needs-Range"),
            Self::Times => say!("needs-Times"),
            Self::Moment => say!("needs-Moment"),
            Self::Steps => say!("needs-Steps"),
            Self::Pair => say!("needs-Pair"),
            Self::Tabs => say!("needs-Tabs"),
            Self::Playing => say!("needs-Playing"),
        }
    }
}
