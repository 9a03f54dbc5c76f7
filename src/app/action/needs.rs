//! What must be so before an action can be asked for.

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
            Self::NoDialog => "A dialog of the system is open",
            Self::Story => "Open a story first",
            Self::File => "The story that ships has no file",
            Self::Back => "There is nothing to go back to",
            Self::Forward => "There is nothing to go forward to",
            Self::Undo => "There is nothing to undo",
            Self::Redo => "There is nothing to do again",
            Self::Selection => "Select something first",
            Self::Actors => "Select an actor first",
            Self::Lane => "Select an event on the timeline first",
            Self::Map => "The map is still being laid out",
            Self::Picture => "A picture is still being drawn",
            Self::Pins => "No actor is pinned",
            Self::Hidden => "No actor is hidden",
            Self::Groups => "Gather actors into groups first",
            Self::Collapsed => "No group is drawn as one",
            Self::Filter => "Filter the story first",
            Self::Range => "Mark a stretch of time first",
            Self::Times => "No relation has a date",
            Self::Moment => "All times are shown already",
            Self::Steps => "Add a step first",
            Self::Pair => "Select two actors first, the second with Ctrl held",
            Self::Tabs => "Only one story is open",
            Self::Playing => "Play the steps first",
        }
    }
}
