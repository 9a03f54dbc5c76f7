//! What the user chose: selection, time window, cameras, as-of date, theme. Small, serialisable,
//! without story data; only a [`Command`] changes it.

mod command;
mod history;
mod kept;
mod map_choices;
mod panes;
mod saved;
mod sound;
mod steps;

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::index::{Index, Query};
use crate::language::say;
use crate::story::calendar::Tick;
use crate::story::{Item, ItemId};

pub use command::Command;
pub use history::History;
pub use kept::{Kept, Places};
pub use map_choices::{ArrangeBy, GroupBy, MapChoices, Pins, SizeBy};
pub use panes::{Pane, Panes, Second};
pub use saved::{LONGEST_NAME, MOST_SAVED, SavedView, place_of, proper_name};
pub use steps::{
    CapturedStep, Playing, StepWords, ToldStep, count_steps, step_words, told_step,
    unreadable_filter, words_at,
};

/// What the user chose.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// What is selected, in the order of selecting; the last is what the details show.
    pub selection: Vec<ItemId>,
    /// The stretch of time on screen; none fits the whole story.
    pub window: Option<Window>,
    /// What parts the timeline into lanes.
    pub lanes: LaneBy,
    /// Which lanes come first, and which are collapsed.
    pub lane_choices: LaneChoices,
    /// A marked stretch of time; none marks nothing.
    pub range: Option<Window>,
    /// What becomes of events outside the marked stretch.
    pub outside: Outside,
    /// How far the lanes are scrolled down, in points.
    pub scroll: f32,
    /// The map's camera; none fits the whole map.
    pub camera: Option<Camera>,
    /// Actors that the user put somewhere, by id, in the map's own units.
    pub pins: Pins,
    /// How the map is laid out, sized and grouped.
    pub map: MapChoices,
    /// Actors that are not shown on the map, by id.
    pub hidden: BTreeSet<String>,
    /// The date that the map is shown as of; none shows relations of all times.
    pub as_of: Option<i64>,
    /// Where the stretch begins that ends with `as_of`; none is that day alone.
    pub since: Option<i64>,
    /// What becomes of relations and actors that are not in force then.
    pub unheld: Outside,
    /// Whether the map is shown as of the stretch of time on screen.
    pub follows: bool,
    /// How many steps round `focus_on` the map shows; 0 shows all.
    pub focus: u8,
    /// What the map is focused on; none is the selection.
    pub focus_on: Option<ItemId>,
    /// What the story is filtered by, as [`Query`](crate::index::Query) reads it; empty shows everything.
    pub filter: String,
    /// What becomes of what the filter leaves out.
    pub left_out: LeftOut,
    /// Whether timeline and map mark who speaks for each claim.
    pub voices: bool,
    /// Which views stand in the window, and where.
    pub panes: Panes,
    /// Whether the ledger of claims stands in the place of all of them.
    pub ledger: bool,
    /// The actors, by id, that stand side by side in the place of the second view, or beside the only one.
    pub compared: Option<[String; 2]>,
    /// The source that the reader shows, by id; none where the reader is closed.
    pub reading: Option<String>,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Whether the details stand at the side.
    pub details_hidden: bool,
    /// Whether the facets stand at the side.
    pub facets: bool,
    /// Views that were given a name, in the order of saving.
    #[serde(skip)]
    pub saved: Arc<Vec<SavedView>>,
    /// Steps that were captured on screen, in the order of telling.
    #[serde(skip)]
    pub steps: Arc<Vec<CapturedStep>>,
    /// Which step is shown; none where no steps are played.
    #[serde(skip)]
    pub playing: Option<Playing>,
}

/// A stretch of time: ticks, `from` before `to`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Window {
    /// The instant at the left edge, in ticks since 1970.
    pub from: i64,
    /// The instant at the right edge, in ticks since 1970.
    pub to: i64,
}

impl Window {
    /// The window from `from` to `to`.
    #[must_use]
    pub fn new(from: Tick, to: Tick) -> Self {
        Self {
            from: from.0,
            to: to.0,
        }
    }

    /// The same stretch `by` ticks later; held at the ends of time.
    #[must_use]
    pub const fn moved(self, by: i64) -> Self {
        Self {
            from: self.from.saturating_add(by),
            to: self.to.saturating_add(by),
        }
    }

    /// The instant halfway through it.
    #[must_use]
    pub fn middle(self) -> Tick {
        Tick(self.from).midpoint(Tick(self.to))
    }
}

/// What parts the timeline into lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LaneBy {
    /// One lane for all.
    None,
    /// The kind of the first participant.
    #[default]
    ActorKind,
    /// The kind of event.
    EventKind,
    /// Each actor: an event stands in the lane of each participant.
    Actor,
    /// How sure it is.
    Status,
    /// Each of the author's labels: an event stands in the lane of each.
    Tag,
    /// Where it happened.
    Place,
    /// Each source that a passage of its evidence stands in.
    Source,
}

impl LaneBy {
    /// Every way to part the timeline, in the order of menus.
    pub const ALL: [Self; 8] = [
        Self::ActorKind,
        Self::Actor,
        Self::EventKind,
        Self::Tag,
        Self::Place,
        Self::Source,
        Self::Status,
        Self::None,
    ];

    /// What menus call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ActorKind => say!("lanes-by-actor-kind"),
            Self::Actor => say!("lanes-by-actor"),
            Self::EventKind => say!("lanes-by-event-kind"),
            Self::Tag => say!("lanes-by-tag"),
            Self::Place => say!("lanes-by-place"),
            Self::Source => say!("lanes-by-source"),
            Self::Status => say!("lanes-by-status"),
            Self::None => say!("lanes-by-none"),
        }
    }
}

/// What becomes of events outside the marked stretch of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outside {
    /// They step back.
    #[default]
    Dim,
    /// They are not drawn.
    Hide,
    /// They are drawn as all others.
    Show,
}

impl Outside {
    /// Each choice, in the order of menus.
    pub const ALL: [Self; 3] = [Self::Show, Self::Dim, Self::Hide];

    /// What menus call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Show => say!("outside-show"),
            Self::Dim => say!("outside-dim"),
            Self::Hide => say!("outside-hide"),
        }
    }

    /// The choice after this one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Dim => Self::Hide,
            Self::Hide => Self::Show,
            Self::Show => Self::Dim,
        }
    }
}

/// What becomes of what a filter leaves out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LeftOut {
    /// It is not drawn.
    #[default]
    Hide,
    /// It steps back.
    Dim,
    /// It is drawn as all else.
    Show,
}

impl LeftOut {
    /// Each choice, in the order of menus.
    pub const ALL: [Self; 3] = [Self::Hide, Self::Dim, Self::Show];

    /// What menus call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hide => say!("filtered-out-hide"),
            Self::Dim => say!("filtered-out-dim"),
            Self::Show => say!("filtered-out-show"),
        }
    }

    /// The choice after this one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Hide => Self::Dim,
            Self::Dim => Self::Show,
            Self::Show => Self::Hide,
        }
    }

    /// What `query` makes of `index`, which is not filtered.
    #[must_use]
    pub fn applied(self, index: &Index, query: &Query) -> Index {
        match self {
            Self::Hide => index.filtered(query),
            Self::Dim => index.set_aside(query, false),
            Self::Show => index.set_aside(query, true),
        }
    }
}

/// What the user chose of the lanes, by their headings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LaneChoices {
    /// Those that come first, in this order; the others follow in their own.
    pub first: Vec<String>,
    /// Those that are one row high, with all their events folded.
    pub collapsed: BTreeSet<String>,
}

/// A day, or a stretch of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Where the first day of the stretch begins; none where there is one day alone.
    pub since: Option<Tick>,
    /// Where the day begins, or the last one of the stretch.
    pub at: Tick,
}

/// Where the map is looked at from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Camera {
    /// The point at the middle of the view, in the map's own units.
    pub center: [f32; 2],
    /// Points of screen for one unit of the map.
    pub zoom: f32,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl View {
    /// The selected items that `index` still knows, in the order of selecting.
    #[must_use]
    pub fn selected(&self, index: &Index) -> Vec<Item> {
        self.selection
            .iter()
            .filter_map(|id| index.resolve(id))
            .collect()
    }

    /// The item whose page the details show.
    #[must_use]
    pub fn focused(&self, index: &Index) -> Option<Item> {
        self.selection.iter().rev().find_map(|id| index.resolve(id))
    }

    /// A view with what of this one belongs to the window, and to no story.
    #[must_use]
    pub fn of_window(&self) -> Self {
        Self {
            lanes: self.lanes,
            panes: self.panes,
            theme: self.theme,
            details_hidden: self.details_hidden,
            facets: self.facets,
            ..Self::default()
        }
    }

    /// This view with the saved views and the captured steps of `other`.
    #[must_use]
    pub fn with_kept_of(self, other: &Self) -> Self {
        Self {
            saved: Arc::clone(&other.saved),
            steps: Arc::clone(&other.steps),
            ..self
        }
    }

    /// Takes from `to` what differs between `from` and `to`, and leaves the rest as it is.
    #[expect(clippy::float_cmp, reason = "what was set is compared with itself")]
    fn take_changed(&mut self, from: &Self, to: &Self) {
        macro_rules! take {
            ($($field:ident),* $(,)?) => {
                // A view with a field that is not named here does not compile.
                let Self { $($field: _),* } = from;
                $(if from.$field != to.$field {
                    self.$field.clone_from(&to.$field);
                })*
            };
        }
        take!(
            selection,
            window,
            lanes,
            lane_choices,
            range,
            outside,
            scroll,
            camera,
            pins,
            map,
            hidden,
            as_of,
            since,
            unheld,
            follows,
            focus,
            focus_on,
            filter,
            left_out,
            voices,
            panes,
            ledger,
            compared,
            reading,
            theme,
            details_hidden,
            facets,
            saved,
            steps,
            playing,
        );
    }

    /// Whether `pane` stands in the window.
    #[must_use]
    pub fn shows(&self, pane: Pane) -> bool {
        let (first, second) = self.stands();
        first == pane || second.map(Second::pane) == Some(pane)
    }

    /// The view that is always in the window, and the second one.
    #[must_use]
    pub fn stands(&self) -> (Pane, Option<Second>) {
        if self.ledger {
            return (Pane::Claims, None);
        }
        let (first, second) = self.panes.shown();
        if self.compared.is_none() {
            return (first, second);
        }
        let pair = second.map(|second| second.showing(Pane::Pair));
        (first, pair.or(Some(Second::Beside(Pane::Pair))))
    }

    /// The as-of date.
    #[must_use]
    pub fn as_of_tick(&self) -> Option<Tick> {
        self.as_of.map(Tick)
    }

    /// When the map is looked at; none is at all times.
    #[must_use]
    pub fn moment(&self) -> Option<Moment> {
        let at = Tick(self.as_of?).day();
        let since = self.since.map(|since| Tick(since).day());
        let since = since.filter(|since| *since < at);
        Some(Moment { since, at })
    }

    /// The same as of `window`, the stretch of time on screen, where the map follows that.
    #[must_use]
    pub fn following(&self, window: Option<Window>) -> Self {
        let mut view = self.clone();
        if let Some(window) = window.filter(|_| self.follows) {
            // The window ends where the day after it begins.
            (view.since, view.as_of) = (Some(window.from), Some(window.to.saturating_sub(1)));
        }
        view
    }
}
