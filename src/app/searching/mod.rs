//! The search field at the top, and what it finds as one types.

mod asked;
mod choices;
mod list;
mod row;

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{self, Id, Key, Modifiers, Pos2, Ui};

use crate::evidence::State;
use crate::index::Index;
use crate::index::query::{Completion, QueryError, QueryProblem, completions};
use crate::index::search::Searcher;
use crate::language::say;
use crate::scene::Theme;
use crate::story::Item;
use crate::story::calendar::{TICKS_PER_SECOND, Tick};
use crate::story::kind::sentence_case;
use crate::view::{Command, LeftOut, View};

use super::background;
use super::canvas::Effect;
use super::look::{Field, search_field_with};
use asked::{Asked, Found, Of};
use choices::{Choice, Choices, MORE, Sort};

/// What the list under the field is shown of.
struct Ground<'a> {
    index: &'a Index,
    view: &'a View,
    theme: &'a Theme,
}

/// The search field's state.
#[derive(Default)]
pub struct Searching {
    words: String,
    /// Whether the field is to have the focus in the next frame.
    wanted: bool,
    open: bool,
    /// Which of what is listed was moved to; none where nobody moved.
    at: Option<usize>,
    /// Of which hits more are listed.
    more: Option<Sort>,
    /// What was asked for before it was found: a quick hand means what it has typed, and not what is listed yet.
    awaited: Option<Awaited>,
    ready: Option<(Arc<Index>, Arc<Searcher>)>,
    making: Option<(Arc<Index>, Receiver<Searcher>)>,
    found: Option<Found>,
    /// What is being looked for, and what will be found.
    finding: Option<(String, Receiver<Found>)>,
    /// How the words may go on at the caret, in bytes.
    completed: Option<(String, usize, Vec<Completion>)>,
}

/// What is to be done with what will be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Awaited {
    /// Choose what stands out.
    Choice,
    /// Leave only that.
    Only,
}

/// What was pressed in the field.
#[derive(Default)]
struct Pressed {
    steps: isize,
    enter: bool,
    tab: bool,
    only: bool,
}

impl Searching {
    /// Gives the field the focus.
    pub fn begin(&mut self) {
        self.wanted = true;
        self.open = true;
    }

    /// Whether the field has been asked for, and has not been left since.
    #[must_use]
    pub fn is_wanted(&self) -> bool {
        self.open
    }

    /// Whether what was found is listed under the field.
    #[must_use]
    pub fn is_listing(&self) -> bool {
        self.open && !self.words.trim().is_empty()
    }

    /// Closes the list.
    pub fn close(&mut self) {
        (self.open, self.at, self.awaited) = (false, None, None);
        self.more = None;
    }

    /// The field, so many points wide, with what is found below it.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        (index, view): (Option<&Arc<Index>>, &View),
        width: f32,
        theme: &Theme,
        effects: &mut Vec<Effect>,
    ) {
        let Some(index) = index else { return };
        let ground = Ground { index, view, theme };
        let id = Id::unique("search words");
        let has_keys = ui.memory(|memory| memory.has_focus(id));
        let is_listed = self.is_listing();
        let choices = self.choices(index);
        let pressed = if has_keys && is_listed {
            let completes = choices.completion(self.at).is_some();
            ui.input_mut(|input| pressed(input, completes))
        } else {
            Pressed::default()
        };
        let wrong = self.wrong(ui.ctx(), id).map(|error| error.at.clone());
        let field = Field {
            id: Some(id),
            wrong,
            keeps_tab: is_listed && choices.completion(self.at).is_some(),
        };
        let hint = say!("search-hint");
        let response = search_field_with(ui, &mut self.words, hint, width, theme, &field);
        if std::mem::take(&mut self.wanted) {
            response.request_focus();
            // What was sought before gives way to what is typed now.
            select(
                ui.ctx(),
                id,
                CCursorRange::two(CCursor::default(), CCursor::new(self.words.chars().count())),
            );
        }
        if response.changed() {
            (self.open, self.at, self.awaited) = (true, None, None);
            self.more = None;
        }
        if response.gained_focus() {
            self.open = true;
        }
        if response.lost_focus() && self.words.trim().is_empty() {
            self.open = false;
        }
        self.search(ui.ctx(), index);
        self.complete(ui.ctx(), id, index);
        if !self.is_listing() {
            return;
        }
        let choices = self.choices(index);
        if pressed.steps != 0 {
            self.at = choices.stepped(self.at, pressed.steps);
        }
        let at = choices.at(self.at);
        if pressed.enter {
            self.awaited = Some(Awaited::Choice);
        } else if pressed.only {
            self.awaited = Some(Awaited::Only);
        }
        let mut chosen = pressed.tab.then(|| choices.completion(self.at)).flatten();
        let writes = at.and_then(|at| choices.get(at));
        let writes = writes.filter(|choice| matches!(choice, Choice::Write(..)));
        match self.awaited {
            Some(Awaited::Choice) if writes.is_some() => chosen = writes,
            Some(Awaited::Choice) if self.is_found() => {
                chosen = at.and_then(|at| choices.get(at));
            }
            Some(Awaited::Only) if self.is_found() => chosen = choices.only(),
            _ => {}
        }
        if chosen.is_some() || self.is_found() {
            self.awaited = None;
        }
        let said = self.said(ui.ctx(), id);
        let asked = self.found.as_ref().map(|(asked, _)| asked);
        let listed = list::Listed {
            asked,
            choices: &choices,
            at: at.filter(|_| has_keys || response.has_focus()),
            moved: pressed.steps != 0,
            said: said.as_ref(),
        };
        let (clicked, place) = list::show(ui, &response, &ground, &listed);
        let chosen = clicked.and_then(|at| choices.get(at)).or(chosen).cloned();
        let left = ui.input(|input| {
            let away = |at: Pos2| !place.contains(at) && !response.rect.contains(at);
            let press = input
                .pointer
                .any_pressed()
                .then(|| input.pointer.interact_pos());
            input.key_pressed(Key::Escape) || press.flatten().is_some_and(away)
        });
        if left {
            (self.open, self.awaited) = (false, None);
        }
        match chosen {
            Some(Choice::Write(text, caret)) => {
                self.words = text;
                self.at = None;
                select(ui.ctx(), id, CCursorRange::one(CCursor::new(caret)));
                response.request_focus();
            }
            // The first of those that are new stands where that stood.
            Some(Choice::More(sort)) => {
                (self.more, self.at) = (Some(sort), clicked.or(at));
                response.request_focus();
            }
            Some(Choice::Hit(hit)) => {
                go_to(index, hit.item, effects);
                self.leave(ui, id);
            }
            Some(Choice::Only(filter, _)) => {
                // What is merely dimmed or shown is on screen too.
                let hides = Command::LeaveOut(LeftOut::Hide);
                effects.push(match view.left_out {
                    LeftOut::Hide => Effect::Settle(Command::Filter(filter)),
                    _ => Effect::Together(vec![hides, Command::Filter(filter)]),
                });
                self.words.clear();
                self.leave(ui, id);
            }
            None => {}
        }
    }

    /// Whether what is listed answers the words as they stand.
    fn is_found(&self) -> bool {
        let found = self.found.as_ref();
        found.is_some_and(|(asked, _)| asked.text == self.words)
    }

    fn leave(&mut self, ui: &Ui, id: Id) {
        self.close();
        ui.memory_mut(|memory| memory.surrender_focus(id));
    }

    /// Makes the story ready for searching, and searches; off the thread that paints.
    fn search(&mut self, ctx: &egui::Context, index: &Arc<Index>) {
        let same = |held: &Arc<Index>| Arc::ptr_eq(held.shared_story(), index.shared_story());
        if self.words.trim().is_empty() {
            self.found = None;
            return;
        }
        if let Some((of, making)) = &self.making
            && let Ok(searcher) = making.try_recv()
        {
            self.ready = Some((Arc::clone(of), Arc::new(searcher)));
            self.making = None;
        }
        if let Some((_, finding)) = &self.finding
            && let Ok(found) = finding.try_recv()
        {
            (self.found, self.finding) = (Some(found), None);
        }
        let Some((_, searcher)) = self.ready.as_ref().filter(|(of, _)| same(of)) else {
            if !self.making.as_ref().is_some_and(|(of, _)| same(of)) {
                (self.found, self.finding) = (None, None);
                let (of, made) = (Arc::clone(index), Arc::clone(index));
                self.making = Some((of, background::begin(ctx, move || Searcher::new(&made))));
            }
            return;
        };
        let found = self.found.as_ref().map(|(asked, _)| &asked.text);
        let finding = self.finding.as_ref().map(|(text, _)| text);
        if found != Some(&self.words) && finding != Some(&self.words) {
            let asked = Asked::new(&self.words, today());
            let (searcher, index) = (Arc::clone(searcher), Arc::clone(index));
            let finding = background::begin(ctx, move || asked.found(&searcher, &index, MORE));
            self.finding = Some((self.words.clone(), finding));
        }
    }

    /// Finds how the words may go on where the caret stands.
    fn complete(&mut self, ctx: &egui::Context, id: Id, index: &Arc<Index>) {
        let caret = caret(ctx, id, &self.words);
        let same = |held: &Arc<Index>| Arc::ptr_eq(held.shared_story(), index.shared_story());
        let ready = self.ready.as_ref().filter(|(of, _)| same(of));
        let Some(((_, searcher), caret)) = ready.zip(caret) else {
            self.completed = None;
            return;
        };
        let is_known = |(words, at, _): &(String, usize, Vec<Completion>)| {
            *words == self.words && *at == caret
        };
        if !self.completed.as_ref().is_some_and(is_known) {
            let found = completions(&self.words, caret, searcher.vocabulary());
            self.completed = Some((self.words.clone(), caret, found));
        }
    }

    /// What can be chosen now.
    fn choices(&self, index: &Index) -> Choices {
        let completed = self.completed.as_ref();
        let completed = completed.filter(|(words, ..)| *words == self.words);
        let completed = completed.map_or(&[][..], |(_, _, found)| found);
        Choices::new(
            &self.words,
            completed,
            self.found.as_ref(),
            self.more,
            index,
        )
    }

    /// What is wrong with the words as they stand.
    fn complaint(&self) -> Option<&QueryError> {
        let (asked, _) = self.found.as_ref()?;
        asked
            .complaint
            .as_ref()
            .filter(|_| asked.text == self.words)
    }

    /// What is wrong with the words, but for what is still being written.
    fn wrong(&self, ctx: &egui::Context, id: Id) -> Option<&QueryError> {
        let error = self.complaint()?;
        let offered = self.completed.as_ref();
        let completes = offered.is_some_and(|(.., found)| !found.is_empty());
        let is_written = caret(ctx, id, &self.words).is_some_and(|caret| caret == error.at.end)
            && (error.is_unfinished() || completes);
        let is_asked = self
            .found
            .as_ref()
            .is_some_and(|(asked, hits)| asked.of == Of::Nothing || hits.is_empty());
        (!is_written && is_asked).then_some(error)
    }

    /// What is to be said of the words, and whether it is wrong.
    fn said(&self, ctx: &egui::Context, id: Id) -> Option<(String, bool)> {
        if let Some(error) = self.wrong(ctx, id) {
            return Some((sentence(error), true));
        }
        let error = self.complaint().filter(|error| error.is_unfinished())?;
        let completed = self.completed.as_ref();
        match error.reason {
            // The values stand below it.
            QueryProblem::Value(field) if completed.is_some_and(|(.., all)| !all.is_empty()) => {
                let words = format!("{}: {}", field.name(), field.meaning());
                Some((sentence_case(&words), false))
            }
            _ => Some((sentence(error), false)),
        }
    }
}

/// Takes the keys that the list answers to out of `input`.
fn pressed(input: &mut egui::InputState, completes: bool) -> Pressed {
    let mut steps = 0;
    for (key, step) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
        let times = input.count_and_consume_key(Modifiers::NONE, key);
        steps += step * isize::try_from(times).unwrap_or(0);
    }
    // With Ctrl first: without it egui asks for no modifier at all.
    let only = input.consume_key(Modifiers::COMMAND, Key::Enter);
    Pressed {
        steps,
        only,
        enter: input.consume_key(Modifiers::NONE, Key::Enter),
        tab: completes && input.consume_key(Modifiers::NONE, Key::Tab),
    }
}

/// Where the caret stands, in bytes of `words`; none where the field has never been looked at.
fn caret(ctx: &egui::Context, id: Id, words: &str) -> Option<usize> {
    let range = TextEditState::load(ctx, id)?.cursor.char_range()?;
    let at = words.char_indices().nth(range.primary.index.0);
    Some(at.map_or(words.len(), |(at, _)| at))
}

/// Puts the caret into the field: where it begins and ends.
fn select(ctx: &egui::Context, id: Id, range: CCursorRange) {
    let mut state = TextEditState::load(ctx, id).unwrap_or_default();
    state.cursor.set_char_range(Some(range));
    state.store(ctx, id);
}

/// What an error says, as the window says it.
fn sentence(error: &QueryError) -> String {
    let said = error.to_string();
    // What stands between marks for the command line stands between quotation marks here.
    let parts = said.split('`').enumerate();
    let mut said: String = parts
        .map(|(n, part)| {
            if n % 2 == 1 {
                say!("quoted", words = part)
            } else {
                part.to_owned()
            }
        })
        .collect();
    if !said.ends_with('?') {
        said.push('.');
    }
    sentence_case(&said)
}

fn today() -> Tick {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
    Tick(seconds.saturating_mul(TICKS_PER_SECOND))
}

fn go_to(index: &Index, item: Item, effects: &mut Vec<Effect>) {
    let id = index.story().id_of(item);
    match item {
        Item::Event(_) | Item::Actor(_) | Item::Relation(_) => {
            effects.push(Effect::Change(Command::Select(id)));
            effects.push(Effect::ZoomTo(item));
        }
        Item::Passage(passage) if index.verification().state(passage) != State::NoText => {
            effects.push(Effect::Read(passage));
        }
        Item::Passage(_) | Item::Source(_) => {
            effects.push(Effect::Change(Command::Select(id)));
        }
    }
}
