//! The search field at the top, and what it finds as one types.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    self, Area, Frame, Id, Key, Margin, Order, Pos2, Response, ScrollArea, Sense, Stroke, Ui, Vec2,
    WidgetInfo,
};

use crate::evidence::State;
use crate::index::Index;
use crate::index::search::{Hits, Searcher, matched, words};
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};
use crate::story::words::grouped;
use crate::story::{Date, Item, ItemKind};
use crate::view::Command;

use super::background;
use super::canvas::Effect;
use super::look::search_field;
use super::marks::{paint_glyph, paint_lozenge};
use super::sidebar::section_name;

/// Hits of each kind that are listed.
const LISTED: usize = 6;
/// Height of a hit, in points.
const ROW: f32 = 26.0;
/// Height of the line over the hits of a kind, in points.
const HEADING: f32 = 24.0;

/// The most that the words on a hit are wide, in points.
const NOTE: f32 = 200.0;
/// Bytes of a title that stand before the first words that were sought.
const BEFORE: usize = 32;

/// The search field's state.
#[derive(Default)]
pub struct Searching {
    words: String,
    /// Whether the field is to have the focus in the next frame.
    wanted: bool,
    open: bool,
    /// Which hit Enter goes to.
    at: usize,
    ready: Option<(Arc<Index>, Arc<Searcher>)>,
    making: Option<(Arc<Index>, Receiver<Searcher>)>,
    found: Option<(String, Vec<Hits>)>,
    finding: Option<(String, Receiver<Vec<Hits>>)>,
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

    /// The field, so many points wide, with the hits below it.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        index: Option<&Arc<Index>>,
        width: f32,
        theme: &Theme,
        effects: &mut Vec<Effect>,
    ) {
        let Some(index) = index else { return };
        let focused_before = ui.memory(egui::Memory::focused);
        let (up, down, enter) = ui.input(|input| {
            let pressed = |key| input.key_pressed(key);
            (
                pressed(Key::ArrowUp),
                pressed(Key::ArrowDown),
                pressed(Key::Enter),
            )
        });
        let hint = "Search names, events, quotations";
        let response = search_field(ui, &mut self.words, hint, width, theme);
        if std::mem::take(&mut self.wanted) {
            response.request_focus();
        }
        if response.changed() {
            (self.open, self.at) = (true, 0);
        }
        if response.gained_focus() {
            self.open = true;
        }
        if response.lost_focus() && self.words.trim().is_empty() {
            self.open = false;
        }
        let has_keys = focused_before == Some(response.id);
        self.search(ui.ctx(), index);
        if !self.open || self.words.trim().is_empty() {
            return;
        }
        let hits = self.listed();
        if has_keys && !hits.is_empty() {
            let step = usize::from(down) + (hits.len() - 1) * usize::from(up);
            self.at = (self.at + step) % hits.len();
        }
        let mut chosen = (has_keys && enter)
            .then(|| hits.get(self.at).copied())
            .flatten();
        let (clicked, place) = self.list(ui, &response, index, &hits, theme);
        chosen = clicked.or(chosen);
        let left = ui.input(|input| {
            let away = |at: Pos2| !place.contains(at) && !response.rect.contains(at);
            let press = input
                .pointer
                .any_pressed()
                .then(|| input.pointer.interact_pos());
            input.key_pressed(Key::Escape) || press.flatten().is_some_and(away)
        });
        if left {
            self.open = false;
        }
        if let Some(item) = chosen {
            go_to(index, item, effects);
            self.open = false;
            ui.memory_mut(|memory| memory.surrender_focus(response.id));
        }
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
        if let Some((words, finding)) = &self.finding
            && let Ok(hits) = finding.try_recv()
        {
            self.found = Some((words.clone(), hits));
            self.finding = None;
        }
        let Some((_, searcher)) = self.ready.as_ref().filter(|(of, _)| same(of)) else {
            if !self.making.as_ref().is_some_and(|(of, _)| same(of)) {
                (self.found, self.finding) = (None, None);
                let (of, made) = (Arc::clone(index), Arc::clone(index));
                self.making = Some((of, background::begin(ctx, move || Searcher::new(&made))));
            }
            return;
        };
        let is_known = self
            .found
            .as_ref()
            .is_some_and(|(words, _)| *words == self.words);
        let is_asked = self
            .finding
            .as_ref()
            .is_some_and(|(words, _)| *words == self.words);
        if !is_known && !is_asked {
            let (searcher, words) = (Arc::clone(searcher), self.words.clone());
            let asked = words.clone();
            let finding = background::begin(ctx, move || searcher.find(&words, LISTED));
            self.finding = Some((asked, finding));
        }
    }

    /// The hits in the order in which they are listed.
    fn listed(&self) -> Vec<Item> {
        let found = self.found.iter().flat_map(|(_, hits)| hits);
        found
            .flat_map(|hits| hits.best.iter().map(|hit| hit.item))
            .collect()
    }

    /// The list under the field: an item that was clicked, and where the list stands.
    fn list(
        &self,
        ui: &Ui,
        field: &Response,
        index: &Index,
        hits: &[Item],
        theme: &Theme,
    ) -> (Option<Item>, egui::Rect) {
        let mut clicked = None;
        let at = field.rect.left_bottom() + Vec2::new(-12.0, 8.0);
        let window = ui.ctx().content_rect();
        let width = (field.rect.width() + 24.0)
            .max(460.0)
            .min(window.width() - 16.0);
        let right = window.right() - width - 8.0;
        let room_below = window.bottom() - at.y - 32.0;
        let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(0, 8));
        let area = Area::new(Id::unique("search hits"))
            .order(Order::Foreground)
            .fixed_pos(Pos2::new(at.x.min(right), at.y))
            .show(ui.ctx(), |ui| {
                frame.show(ui, |ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let Some((asked, found)) = &self.found else {
                        line(ui, "Searching…", theme);
                        return;
                    };
                    if hits.is_empty() {
                        line(ui, &format!("Nothing holds “{}”.", asked.trim()), theme);
                        return;
                    }
                    let high = height_of(found).min(room_below).max(ROW * 3.0);
                    let scrolled = ScrollArea::vertical().max_height(high);
                    scrolled.min_scrolled_height(high).show(ui, |ui| {
                        let sought = words(asked);
                        let mut n = 0;
                        for kind in found {
                            heading(ui, kind, theme);
                            for hit in &kind.best {
                                let response =
                                    row(ui, index, hit.item, &sought, n == self.at, theme);
                                if response.clicked() {
                                    clicked = Some(hit.item);
                                }
                                n += 1;
                            }
                        }
                    });
                });
            });
        (clicked, area.response.rect)
    }
}

/// How high all hits are together, in points.
fn height_of(found: &[Hits]) -> f32 {
    let rows = found.iter().flat_map(|hits| hits.best.iter().map(|_| ROW));
    rows.sum::<f32>() + found.iter().map(|_| HEADING).sum::<f32>()
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

fn line(ui: &mut Ui, words: &str, theme: &Theme) {
    ui.horizontal(|ui| {
        ui.set_height(ROW);
        ui.add_space(16.0);
        ui.label(egui::RichText::new(words).color(color32(theme.muted)));
    });
}

fn heading(ui: &mut Ui, hits: &Hits, theme: &Theme) {
    let name = match hits.kind {
        ItemKind::Actor => "Actors",
        ItemKind::Event => "Events",
        ItemKind::Relation => "Relations",
        ItemKind::Passage => "Quotations",
        ItemKind::Source => "Sources",
    };
    let count = grouped(hits.count as u64);
    ui.horizontal(|ui| {
        ui.set_height(HEADING);
        ui.add_space(16.0);
        ui.label(section_name(&format!("{name}  {count}"), theme));
    });
}

/// A hit: its mark, its title with what was sought, and a word or two on it.
fn row(
    ui: &mut Ui,
    index: &Index,
    item: Item,
    sought: &[String],
    is_next: bool,
    theme: &Theme,
) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let title = index.title_of(item);
    let note = note(index, item);
    response.widget_info(|| {
        let label = format!("{}: {title}, {note}", item.kind().word());
        WidgetInfo::selected(egui::accesskit::Role::ListBoxOption, true, is_next, label)
    });
    if is_next || response.hovered() {
        ui.painter()
            .rect_filled(rect, 0.0, color32(theme.text.at(0.06)));
    }
    let middle = rect.center().y;
    let at = Pos2::new(rect.left() + 24.0, middle);
    match item {
        Item::Event(ix) => paint_lozenge(ui.painter(), at, 9.0, theme.kind(index.event_style(ix))),
        Item::Actor(ix) => {
            paint_glyph(
                ui.painter(),
                index.actor_style(ix),
                at,
                10.0,
                theme,
                theme.canvas,
            );
        }
        Item::Relation(_) => {
            let stroke = Stroke::new(1.5, color32(theme.muted));
            ui.painter().hline(at.x - 5.0..=at.x + 5.0, at.y, stroke);
        }
        Item::Passage(_) | Item::Source(_) => {}
    }
    let caption = {
        let color = color32(theme.muted);
        let mut job = LayoutJob::simple_singleline(note, font_id(TextStyle::Caption), color);
        job.wrap = TextWrapping::truncate_at_width(NOTE);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let noted = caption.size().x;
    let room = rect.width() - 40.0 - 28.0 - noted;
    let job = lit_title(&title, sought, room, theme);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = Pos2::new(rect.left() + 40.0, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color32(theme.text));
    let at = Pos2::new(rect.right() - 16.0 - noted, middle - caption.size().y / 2.0);
    ui.painter().galley(at, caption, color32(theme.muted));
    if is_next {
        response.scroll_to_me(None);
    }
    response
}

fn lit_title(title: &str, sought: &[String], room: f32, theme: &Theme) -> LayoutJob {
    let format = |style: TextStyle| TextFormat {
        font_id: font_id(style),
        color: color32(theme.text),
        ..TextFormat::default()
    };
    let mut job = LayoutJob {
        wrap: TextWrapping::truncate_at_width(room.max(40.0)),
        ..LayoutJob::default()
    };
    let found = matched(title, sought);
    let first = found.first().map_or(0, |range| range.start);
    let mut from = beginning(title, first);
    if from > 0 {
        job.append("… ", 0.0, format(TextStyle::Body));
    }
    for range in found {
        let before = title.get(from..range.start).unwrap_or_default();
        job.append(before, 0.0, format(TextStyle::Body));
        let lit = TextFormat {
            underline: Stroke::new(1.0, color32(theme.accent)),
            ..format(TextStyle::LabelSelected)
        };
        job.append(title.get(range.clone()).unwrap_or_default(), 0.0, lit);
        from = range.end;
    }
    let rest = title.get(from..).unwrap_or_default();
    job.append(rest, 0.0, format(TextStyle::Body));
    job
}

/// Where a title is to begin, in bytes, so that what stands at `sought` is in sight: at a word.
fn beginning(title: &str, sought: usize) -> usize {
    let far = sought.saturating_sub(BEFORE);
    if far == 0 {
        return 0;
    }
    let words = title.match_indices(' ').map(|(at, _)| at + 1);
    words
        .filter(|at| *at <= sought)
        .find(|at| *at >= far)
        .unwrap_or(sought)
}

/// A word or two on an item: when, of what kind, where it stands; and whether a filter hides it.
fn note(index: &Index, item: Item) -> String {
    let story = index.story();
    let words = match item {
        Item::Event(ix) => {
            let date = story.event(ix).when.date;
            date.map_or_else(|| "undated".to_owned(), Date::brief)
        }
        Item::Actor(ix) => index.actor_style(ix).label.clone(),
        Item::Relation(ix) => {
            let date = story.relation(ix).during.date;
            date.map(Date::brief).unwrap_or_default()
        }
        Item::Passage(ix) => story.source(story.passage(ix).source).title.to_owned(),
        Item::Source(ix) => story.source(ix).kind.to_owned(),
    };
    let hidden = index
        .filter()
        .is_some_and(|filter| !filter.passes(index, item));
    if hidden {
        format!("hidden by the filter · {words}")
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_begins_at_a_word_before_what_is_sought() {
        let title = "the agency said on Monday in a long statement that the pilots were asked";
        let at = title.find("pilots").unwrap();
        let begin = beginning(title, at);
        assert_eq!(&title[begin..at], "in a long statement that the ");
        assert_eq!(beginning(title, 20), 0);
        let unbroken = "ä".repeat(60);
        assert_eq!(beginning(&unbroken, 80), 80);
    }
}
