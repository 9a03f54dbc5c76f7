//! The one way to change a view.

use crate::story::ItemId;
use crate::story::calendar::Tick;

use super::{
    ArrangeBy, Camera, CapturedStep, GroupBy, LaneBy, LaneChoices, LeftOut, Outside, Panes, SizeBy,
    StepWords, ThemeChoice, View, Window,
};

/// A change of the view, as a button, a shortcut, a menu or a test asks for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Select this item alone.
    Select(ItemId),
    /// Add this item to the selection, or take it out.
    Toggle(ItemId),
    /// Select these items, the last of them in front.
    SelectAll(Vec<ItemId>),
    /// Select nothing.
    ClearSelection,
    /// Show this stretch of time; none fits the whole story.
    ShowWindow(Option<Window>),
    /// Mark this stretch of time; none marks nothing.
    MarkRange(Option<Window>),
    /// Show, dim or hide what lies outside the marked stretch.
    ShowOutside(Outside),
    /// Part the timeline into these lanes.
    PartLanes(LaneBy),
    /// Collapse the lane with this heading, or open it.
    ToggleLane(String),
    /// Collapse these lanes, by their headings, and open all others.
    CollapseLanes(Vec<String>),
    /// Let these lanes come first, in this order.
    OrderLanes(Vec<String>),
    /// Scroll the lanes down by so many points from their top.
    ScrollLanes(f32),
    /// Look at the map from here; none fits the whole map.
    MoveCamera(Option<Camera>),
    /// Put an actor here, in the map's own units, and keep it there.
    Pin(String, [f32; 2]),
    /// Let an actor go where the layout puts it.
    Unpin(String),
    /// Let every actor go.
    UnpinAll,
    /// Lay the map out like this, and show it whole.
    Arrange(ArrangeBy),
    /// Let the size of actors tell this.
    SizeBy(SizeBy),
    /// Gather actors into these groups.
    GroupBy(GroupBy),
    /// Draw the group that is called this as one mark, or open it.
    ToggleGroup(String),
    /// Draw these groups as one mark each, by what they are called, and open all others.
    CollapseGroups(Vec<String>),
    /// Join who took part in the same events, or no longer.
    ShowMeetings(bool),
    /// Draw actors that lie too close to be told apart as one mark, or each by itself.
    Fold(bool),
    /// Show an inset of the whole map, or no longer.
    ShowInset(bool),
    /// Show these actors no more on the map, by id.
    Hide(Vec<String>),
    /// Show these actors on the map again, by id.
    Unhide(Vec<String>),
    /// Show every actor on the map.
    ShowHidden,
    /// Show the map as of this instant; none shows relations of all times. A stretch that begins before
    /// it goes on.
    ShowAsOf(Option<Tick>),
    /// Let the stretch that the map is shown for begin here; none is the as-of date alone.
    ShowSince(Option<Tick>),
    /// The same as [`Self::ShowAsOf`] while time plays, which is not undone step by step.
    PlayTo(Tick),
    /// Show, dim or hide what is not in force as of then.
    ShowUnheld(Outside),
    /// Let the map follow the stretch of time on screen, or no longer.
    FollowTime(bool),
    /// Show only what lies within this many steps of the selection; 0 shows all.
    Focus(u8),
    /// Show only what passes this filter; an empty one shows everything.
    Filter(String),
    /// Hide, dim or show what the filter leaves out.
    LeaveOut(LeftOut),
    /// Save the view under this name; one that is called so already is replaced.
    SaveView(String),
    /// Show the view that was saved under this name.
    ShowSaved(String),
    /// Call the view that was saved under the first name by the second.
    RenameSaved(String, String),
    /// Forget the view that was saved under this name.
    ForgetSaved(String),
    /// Mark on timeline and map who speaks for each claim, or no longer.
    ShowVoices(bool),
    /// Let these views stand in the window.
    ShowPanes(Panes),
    /// Show the ledger of claims in the place of all views, or no longer.
    ShowLedger(bool),
    /// Show these two actors side by side, by id; none shows the views again.
    Compare(Option<[String; 2]>),
    /// Show the text of this source, by id, beside the views; none closes it.
    Read(Option<String>),
    /// Show this view, which is that of the step at a place among those in which the story is told.
    GoToStep(usize, Box<View>),
    /// Play steps no longer: show what was shown before.
    LeaveSteps,
    /// Take this step in behind those that were captured.
    Capture(Box<CapturedStep>),
    /// Say this of the captured step at this place.
    RewordStep(usize, StepWords),
    /// Move the captured step from the first place to the second.
    MoveStep(usize, usize),
    /// Forget the captured step at this place.
    ForgetStep(usize),
    /// Change the theme.
    ChooseTheme(ThemeChoice),
    /// Hide or show the details.
    ToggleDetails,
    /// Show the facets at the side, or no longer.
    ShowFacets(bool),
}

impl View {
    /// Carries out `command`.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Select(id) => self.selection = vec![id],
            Command::Toggle(id) => {
                let before = self.selection.len();
                self.selection.retain(|held| *held != id);
                if self.selection.len() == before {
                    self.selection.push(id);
                }
            }
            Command::SelectAll(ids) => self.selection = ids,
            Command::ClearSelection => self.selection.clear(),
            Command::ShowWindow(window) => self.window = window,
            Command::MarkRange(range) => self.range = range,
            Command::ShowOutside(outside) => self.outside = outside,
            Command::PartLanes(lanes) => {
                // Headings of other lanes mean nothing among these.
                if self.lanes != lanes {
                    self.lane_choices = LaneChoices::default();
                }
                self.lanes = lanes;
            }
            Command::ToggleLane(heading) => {
                if !self.lane_choices.collapsed.remove(&heading) {
                    self.lane_choices.collapsed.insert(heading);
                }
            }
            Command::CollapseLanes(headings) => {
                self.lane_choices.collapsed = headings.into_iter().collect();
            }
            Command::OrderLanes(headings) => self.lane_choices.first = headings,
            Command::ScrollLanes(points) => self.scroll = points.max(0.0),
            Command::MoveCamera(camera) => self.camera = camera,
            Command::Pin(actor, at) => {
                self.pins.insert(actor, at);
            }
            Command::Unpin(actor) => {
                self.pins.remove(&actor);
            }
            Command::UnpinAll => self.pins.clear(),
            Command::Arrange(by) => self.arrange(by),
            Command::SizeBy(size) => self.map.size = size,
            Command::GroupBy(group) => {
                // Groups of another sort are called otherwise.
                if self.map.group != group {
                    self.map.collapsed.clear();
                }
                self.map.group = group;
            }
            Command::ToggleGroup(name) => {
                if !self.map.collapsed.remove(&name) {
                    self.map.collapsed.insert(name);
                }
            }
            Command::CollapseGroups(names) => self.map.collapsed = names.into_iter().collect(),
            Command::ShowMeetings(shown) => self.map.meetings = shown,
            Command::Fold(folds) => self.map.folds = folds,
            Command::ShowInset(shown) => self.map.inset = shown,
            Command::Hide(actors) => self.hidden.extend(actors),
            Command::Unhide(actors) => {
                for actor in actors {
                    self.hidden.remove(&actor);
                }
            }
            Command::ShowHidden => self.hidden.clear(),
            Command::ShowAsOf(instant) => self.show_as_of(instant),
            Command::PlayTo(instant) => self.show_as_of(Some(instant)),
            Command::ShowSince(instant) => {
                self.follows = false;
                self.since = instant.map(|tick| tick.0);
            }
            Command::ShowUnheld(unheld) => self.unheld = unheld,
            Command::FollowTime(follows) => self.follows = follows,
            Command::Focus(steps) => {
                self.focus = steps;
                self.focus_on = None;
            }
            Command::Filter(filter) => self.filter = filter,
            Command::LeaveOut(left_out) => self.left_out = left_out,
            Command::SaveView(name) => self.save_as(&name),
            Command::ShowSaved(name) => self.show_saved(&name),
            Command::RenameSaved(from, to) => self.rename_saved(&from, &to),
            Command::ForgetSaved(name) => self.forget_saved(&name),
            Command::ShowVoices(shown) => self.voices = shown,
            Command::ShowPanes(panes) => {
                (self.panes, self.ledger, self.compared) = (panes, false, None);
            }
            Command::ShowLedger(shown) => self.ledger = shown,
            Command::Compare(pair) => {
                self.ledger &= pair.is_none();
                self.compared = pair;
            }
            Command::Read(source) => self.reading = source,
            Command::GoToStep(at, view) => self.go_to_step(at, *view),
            Command::LeaveSteps => self.leave_steps(),
            Command::Capture(step) => self.capture(*step),
            Command::RewordStep(place, words) => self.reword_step(place, &words),
            Command::MoveStep(from, to) => self.move_step(from, to),
            Command::ForgetStep(place) => self.forget_step(place),
            Command::ChooseTheme(theme) => self.theme = theme,
            Command::ToggleDetails => self.details_hidden = !self.details_hidden,
            Command::ShowFacets(shown) => self.facets = shown,
        }
    }

    /// What was put somewhere by hand stays in the arrangement in which that was done.
    pub(super) fn arrange(&mut self, by: ArrangeBy) {
        if self.map.arrange == by {
            return;
        }
        self.camera = None;
        let pins = self.map.other_pins.remove(&by).unwrap_or_default();
        let before = std::mem::replace(&mut self.pins, pins);
        let arranged = std::mem::replace(&mut self.map.arrange, by);
        if !before.is_empty() {
            self.map.other_pins.insert(arranged, before);
        }
    }

    fn show_as_of(&mut self, instant: Option<Tick>) {
        self.follows = false;
        self.as_of = instant.map(|tick| tick.0);
        // A stretch ends after it began.
        self.since = self
            .since
            .filter(|&since| self.as_of.is_some_and(|at| since < at));
    }
}

/// How much a command changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// Looking about: what follows each other is undone as one, and Redo still knows what was undone before.
    Look,
    /// Something opens or closes: it is undone by itself, and Redo still knows what was undone before.
    Panel,
    /// What is shown changes: what was undone before is forgotten.
    Change,
}

impl Command {
    /// Whether this command shows another view, from which Back leads to the one before.
    pub(super) fn is_a_jump(&self) -> bool {
        matches!(self, Self::ShowSaved(_))
    }

    /// How much this command changes.
    pub(super) fn weight(&self) -> Weight {
        match self {
            Self::Select(_)
            | Self::Toggle(_)
            | Self::SelectAll(_)
            | Self::ClearSelection
            | Self::ScrollLanes(_)
            | Self::PlayTo(_) => Weight::Look,
            Self::ChooseTheme(_)
            | Self::ToggleDetails
            | Self::ShowPanes(_)
            | Self::ShowFacets(_)
            | Self::ShowLedger(_)
            | Self::Compare(_)
            | Self::Read(_)
            | Self::GoToStep(..)
            | Self::LeaveSteps => Weight::Panel,
            _ => Weight::Change,
        }
    }
}
