//! A story told in steps: each is a view with words, written by the author or captured on screen.

mod captured;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::Arc;

use crate::index::{Index, Query};
use crate::story::calendar::{Civil, Tick};
use crate::story::{self, Date, Item, Shown, StepLanes, Story};

use super::{LaneBy, Pane, Panes, View, Window};

pub(super) use captured::sound;
pub use captured::{CapturedStep, StepWords};

/// Where an open end of a step's stretch of time lies beyond the story's: so many times its length.
const MARGIN: f64 = 0.03;

/// `view` with what belongs to the window, and is no part of what a step shows, as `base` has it.
fn of_the_window(view: View, base: &View) -> View {
    View {
        theme: base.theme,
        details_hidden: base.details_hidden,
        reading: base.reading.clone(),
        ledger: false,
        compared: None,
        facets: base.facets,
        saved: Arc::clone(&base.saved),
        steps: Arc::clone(&base.steps),
        playing: base.playing.clone(),
        ..view
    }
}

/// A step of a told story.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldStep {
    /// What is said of it.
    pub words: StepWords,
    /// What it shows.
    pub view: View,
    /// Its place among those that were captured; none where the author wrote it.
    pub captured: Option<usize>,
}

/// That steps are played.
#[derive(Clone, Debug, PartialEq)]
pub struct Playing {
    /// Which is shown, counted from 0.
    pub at: usize,
    /// The view that was there before, which comes back in the end.
    pub before: Arc<View>,
}

/// How many steps `story` is told in: the author's, and those that were `captured`.
#[must_use]
pub fn count_steps(story: &Story, captured: &[CapturedStep]) -> usize {
    story.steps.len() + own(story, captured).count()
}

/// The captured steps that the author has not taken over into the story, each with its place.
fn own<'a>(
    story: &'a Story,
    captured: &'a [CapturedStep],
) -> impl Iterator<Item = (usize, &'a CapturedStep)> {
    let is_new = |step: &CapturedStep| {
        let words = &step.words;
        let same = |own: &story::Step| own.title == words.title && own.caption == words.caption;
        !story.steps.iter().any(same)
    };
    let all = captured.iter().enumerate();
    all.filter(move |(_, step)| is_new(step))
}

/// What is said of every step: the author's steps first, then what was `captured`, with its place among that.
pub fn step_words<'a>(
    story: &'a Story,
    captured: &'a [CapturedStep],
) -> impl Iterator<Item = (StepWords, Option<usize>)> + 'a {
    let author = story.steps.iter().map(|step| (words_of(step), None));
    let captured = own(story, captured).map(|(n, step)| (step.words.clone(), Some(n)));
    author.chain(captured)
}

/// What is said of the step at `place`, counted from 0.
#[must_use]
pub fn words_at(story: &Story, captured: &[CapturedStep], place: usize) -> Option<StepWords> {
    if let Some(step) = story.steps.get(place) {
        return Some(words_of(step));
    }
    let (_, step) = own(story, captured).nth(place - story.steps.len())?;
    Some(step.words.clone())
}

fn words_of(step: &story::Step) -> StepWords {
    StepWords {
        title: step.title.clone(),
        caption: step.caption.clone(),
        show: step.show,
    }
}

/// The step at `place`, counted from 0. What it does not say is as in `base`, where that is arranged by hand,
/// and else as when the story is opened: so steps can be gone to in any order.
#[must_use]
pub fn told_step(index: &Index, base: &View, place: usize) -> Option<ToldStep> {
    let story = index.story();
    if let Some(step) = story.steps.get(place) {
        return Some(ToldStep {
            words: words_of(step),
            view: view_of(index, step, base),
            captured: None,
        });
    }
    let (n, step) = own(story, &base.steps).nth(place - story.steps.len())?;
    Some(ToldStep {
        words: step.words.clone(),
        view: step.shown_in(base),
        captured: Some(n),
    })
}

/// Why the filter of a step that shows `view` is not applied; none where it can be read.
#[must_use]
pub fn unreadable_filter(view: &View) -> Option<String> {
    let error = Query::parse(&view.filter).err()?;
    Some(error.to_string())
}

/// What the author's `step` shows.
fn view_of(index: &Index, step: &story::Step, base: &View) -> View {
    let story = index.story();
    let view = View {
        selection: step.select.iter().map(|item| story.id_of(*item)).collect(),
        window: window_of(index, step),
        lanes: step.lanes.map_or_else(LaneBy::default, LaneBy::from),
        as_of: step.as_of.as_ref().map(last_instant),
        focus: step.hops.unwrap_or(u8::from(step.focus.is_some())),
        focus_on: step.focus.map(|actor| story.id_of(Item::Actor(actor))),
        filter: step.filter.clone(),
        map: base.map.clone(),
        pins: base.pins.clone(),
        hidden: base.hidden.clone(),
        voices: base.voices,
        panes: base.panes.telling(step.show),
        ..View::default()
    };
    of_the_window(view, base)
}

/// The last instant of a date: as of June is as June had left things.
fn last_instant(date: &Date) -> i64 {
    let (first, last) = date.span().outer();
    last.0.saturating_sub(1).max(first.0)
}

/// The stretch of time that `step` asks for; an end that it leaves open lies a little beyond the story's.
fn window_of(index: &Index, step: &story::Step) -> Option<Window> {
    let from = step.from.as_ref().map(|date| date.span().outer().0);
    let to = step.to.as_ref().map(|date| date.span().outer().1);
    if from.is_none() && to.is_none() {
        return None;
    }
    let (first, last) = index.extent().or(from.zip(to))?;
    let (open_from, open_to) = (from.unwrap_or(first), to.unwrap_or(last));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a small share of a stretch that fits"
    )]
    let margin = (open_to.since(open_from).max(0.0) * MARGIN) as i64;
    let window = Window::new(
        from.unwrap_or(open_from - margin),
        to.unwrap_or(open_to + margin),
    );
    (window.from < window.to).then_some(window)
}

impl Panes {
    /// Which views of a told story these are.
    #[must_use]
    pub fn told(self) -> Shown {
        match (self.show(Pane::Timeline), self.show(Pane::Map)) {
            (true, false) => Shown::Timeline,
            (false, true) => Shown::Map,
            _ => Shown::Both,
        }
    }

    /// These, where they are what a step shows; otherwise such that are.
    pub(super) fn telling(self, shown: Shown) -> Self {
        match shown {
            Shown::Both if self.told() == Shown::Both => self,
            Shown::Both => Self::TimelineOverMap,
            Shown::Timeline => Self::Timeline,
            Shown::Map => Self::Map,
        }
    }
}

impl From<StepLanes> for LaneBy {
    fn from(lanes: StepLanes) -> Self {
        match lanes {
            StepLanes::None => Self::None,
            StepLanes::ActorKind => Self::ActorKind,
            StepLanes::EventKind => Self::EventKind,
            StepLanes::Actor => Self::Actor,
            StepLanes::Status => Self::Status,
            StepLanes::Tag => Self::Tag,
            StepLanes::Place => Self::Place,
            StepLanes::Source => Self::Source,
        }
    }
}

impl From<LaneBy> for StepLanes {
    fn from(lanes: LaneBy) -> Self {
        match lanes {
            LaneBy::None => Self::None,
            LaneBy::ActorKind => Self::ActorKind,
            LaneBy::EventKind => Self::EventKind,
            LaneBy::Actor => Self::Actor,
            LaneBy::Status => Self::Status,
            LaneBy::Tag => Self::Tag,
            LaneBy::Place => Self::Place,
            LaneBy::Source => Self::Source,
        }
    }
}

impl ToldStep {
    /// The step as an author writes it, to whole days. Where the map is looked at from, and what is scrolled,
    /// hidden, collapsed or marked, no story file says.
    #[must_use]
    pub fn written(&self, index: &Index) -> story::Step {
        let view = &self.view;
        let items = view.selection.iter();
        let focus = view.focus_on.as_ref().filter(|_| view.focus > 0);
        let focus = focus.and_then(|id| match index.resolve(id)? {
            Item::Actor(actor) => Some(actor),
            _ => None,
        });
        let lanes = (view.lanes != LaneBy::default()).then(|| view.lanes.into());
        story::Step {
            title: self.words.title.clone(),
            caption: self.words.caption.clone(),
            from: view.window.and_then(|window| date_at(Tick(window.from))),
            to: view
                .window
                .and_then(|window| date_at(Tick(window.to.saturating_sub(1)))),
            as_of: view.as_of_tick().and_then(date_at),
            select: items.filter_map(|id| index.resolve(id)).collect(),
            focus,
            hops: (view.focus > 1 || (view.focus == 1 && focus.is_none())).then_some(view.focus),
            filter: view.filter.clone(),
            lanes,
            show: self.words.show,
        }
    }
}

/// The day of an instant as a date; its year alone where that has more than four digits.
fn date_at(instant: Tick) -> Option<Date> {
    let Civil { year, month, day } = instant.civil().0;
    let text = match year {
        0..=9999 => format!("{year:04}-{month:02}-{day:02}"),
        -9999..0 => format!("-{:04}-{month:02}-{day:02}", -year),
        _ => format!("Y{year}"),
    };
    Date::parse(&text).ok()
}

impl View {
    /// The same with theme, panels and captured steps as `now` has them.
    pub(super) fn in_the_window_of(self, now: &Self) -> Self {
        Self {
            theme: now.theme,
            details_hidden: now.details_hidden,
            facets: now.facets,
            saved: Arc::clone(&now.saved),
            steps: Arc::clone(&now.steps),
            ..self
        }
    }

    /// Shows `view`, which is that of the step at `at`; what belongs to the window stays.
    pub(super) fn go_to_step(&mut self, at: usize, view: View) {
        let before = match self.playing.take() {
            Some(playing) => playing.before,
            None => Arc::new(self.clone()),
        };
        let playing = Some(Playing { at, before });
        let next = of_the_window(view, self);
        *self = View { playing, ..next };
    }

    /// Ends the playing of steps: the view that was there before comes back.
    pub(super) fn leave_steps(&mut self) {
        if let Some(playing) = self.playing.take() {
            *self = View::clone(&playing.before).in_the_window_of(self);
        }
    }

    /// The view that is left once steps are no longer played, with what was captured since.
    #[must_use]
    pub fn at_rest(&self) -> Cow<'_, Self> {
        if self.playing.is_none() {
            return Cow::Borrowed(self);
        }
        let mut view = self.clone();
        view.leave_steps();
        Cow::Owned(view)
    }
}
