//! The text of a source beside the views: passages marked in place, and what rests on each at its edge.

mod column;
mod find;
mod heights;
mod ink;
mod marks;

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{self, Align, Label, Layout, RichText, ScrollArea, Ui, Vec2};

use crate::details::{self, Block, Quoted, Quotes};
use crate::evidence::{Reading, Sourced};
use crate::index::Index;
use crate::language::say;
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};
use crate::story::{Item, PassageIx, SourceIx};
use crate::view::Command;

use super::canvas::{self, Effect, Shared};
use super::icons;
use super::look::{choice_button, named};
use super::sidebar::icon_button;
use column::Marking;
use find::Find;
use heights::Heights;

/// The reader.
#[derive(Default)]
pub struct Reader {
    shown: Option<Shown>,
    find: Find,
    /// The passage to be scrolled to, once its text is there.
    wanted: Option<PassageIx>,
    /// The bytes that are to be scrolled to.
    target: Option<Range<usize>>,
    /// The bytes in sight in the last frame.
    seen: Range<usize>,
    /// What was selected in the last frame.
    selected: Option<Item>,
    /// Where the text is scrolled to, after heights above have changed.
    anchored: Option<f32>,
    /// The bytes that are marked by hand: where that began, and where it ends.
    marked: Option<(usize, usize)>,
}

/// The text that is shown, with what is known of it.
struct Shown {
    index: Arc<Index>,
    source: SourceIx,
    sourced: Arc<Sourced>,
    blocks: Vec<Block>,
    quoted: Quotes,
    heights: Heights,
}

impl Reader {
    /// Scrolls to `passage` as soon as its text is shown.
    pub fn go_to(&mut self, passage: PassageIx) {
        self.wanted = Some(passage);
    }

    /// Scrolls to the first passage in sight's reach that `item` rests on, where it has just been selected and
    /// none of them is in sight.
    fn follow(&mut self, item: Option<Item>) {
        if self.selected == item {
            return;
        }
        self.selected = item;
        let (Some(item), Some(shown)) = (item, &self.shown) else {
            return;
        };
        let links = shown.index.evidence_of(item).iter();
        let places: Vec<&Quoted> = links
            .filter_map(|link| shown.quoted.of(link.passage))
            .collect();
        let in_sight = |quoted: &&Quoted| {
            quoted.bytes.start < self.seen.end && self.seen.start < quoted.bytes.end
        };
        if let Some(first) = places.first()
            && !places.iter().any(in_sight)
        {
            self.target = Some(first.bytes.clone());
        }
    }

    /// The passage for a story file that quotes what is marked by hand; none where nothing is.
    #[must_use]
    pub fn snippet(&self) -> Option<String> {
        let shown = self.shown.as_ref()?;
        let source = shown.index.story().source(shown.source);
        details::snippet(source.id, &shown.sourced, self.marked_bytes()?, None)
    }

    /// What is marked by hand, as whole words.
    fn marked_bytes(&self) -> Option<Range<usize>> {
        let (from, to) = self.marked?;
        let text = self.shown.as_ref()?.sourced.text.as_str();
        column::whole_words(text, from.min(to)..from.max(to))
    }

    /// The words that are marked by hand.
    fn marked_words(&self) -> Option<&str> {
        let bytes = self.marked_bytes()?;
        self.shown.as_ref()?.sourced.text.as_str().get(bytes)
    }

    /// Shows the text of `source`, at what is `selected` last.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        source: SourceIx,
        selected: Option<Item>,
        shared: &mut Shared<'_>,
    ) {
        let index = Arc::clone(shared.index);
        let reading = index.verification().source(source).clone();
        if let Reading::Read(sourced) = &reading {
            self.take(&index, source, sourced);
        } else {
            self.shown = None;
        }
        self.follow(selected);
        head(ui, source, shared);
        match &reading {
            Reading::Read(sourced) => {
                if sourced.changed {
                    let words = say!("reader-changed");
                    let text = RichText::new(words).text_style(named(TextStyle::Caption));
                    ui.horizontal(|ui| {
                        ui.add_space(16.0);
                        ui.add(Label::new(text.color(color32(shared.theme.warning))).wrap());
                    });
                }
                self.bar(ui, shared);
                self.column(ui, shared);
            }
            Reading::Failed(problem) => {
                let file = index.story().source(source).text.unwrap_or_default();
                let words = say!("reader-failed", file = file, problem = problem.to_string());
                note(ui, &words, shared.theme);
            }
            Reading::None if index.story().source(source).text.is_some() => {
                note(ui, say!("reader-reading"), shared.theme);
            }
            Reading::None => {
                let words = say!("reader-no-text");
                note(ui, words, shared.theme);
            }
        }
    }

    /// Takes over the text of `source`; nothing is lost where it is shown already.
    fn take(&mut self, index: &Arc<Index>, source: SourceIx, sourced: &Arc<Sourced>) {
        let is_shown = self
            .shown
            .as_ref()
            .is_some_and(|shown| Arc::ptr_eq(&shown.index, index) && shown.source == source);
        if is_shown {
            return;
        }
        let before = self.shown.take();
        let same = before.filter(|before| before.sourced.sha256 == sourced.sha256);
        let quoted = details::quoted(index, source);
        let (blocks, heights) = if let Some(before) = same {
            (before.blocks, before.heights)
        } else {
            self.marked = None;
            self.find.renew(sourced.text.as_str());
            let blocks = details::blocks(sourced);
            let heights = Heights::new(&blocks);
            (blocks, heights)
        };
        self.shown = Some(Shown {
            index: Arc::clone(index),
            source,
            sourced: Arc::clone(sourced),
            blocks,
            quoted,
            heights,
        });
    }

    /// Find within, and what can be done with what is marked by hand.
    fn bar(&mut self, ui: &mut Ui, shared: &mut Shared<'_>) {
        let theme = shared.theme;
        ui.horizontal(|ui| {
            ui.set_height(32.0);
            ui.add_space(16.0);
            let text = self.shown.as_ref().map(|shown| Arc::clone(&shown.sourced));
            if let Some(sourced) = text
                && let Some(bytes) = self.find.show(ui, sourced.text.as_str(), theme)
            {
                self.target = Some(bytes);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(12.0);
                let is_marked = self.marked_bytes().is_some();
                let narrow = ui.available_width() < 130.0;
                let copy = egui::Button::new(if narrow {
                    say!("reader-copy")
                } else {
                    say!("reader-copy-as-passage")
                });
                let response = ui.add_enabled(is_marked, copy);
                let response = response
                    .on_hover_text(say!("reader-copy-hint"))
                    .on_disabled_hover_text(say!("reader-copy-needs"));
                if response.clicked()
                    && let Some(snippet) = self.snippet()
                {
                    ui.ctx().copy_text(snippet);
                    shared.effects.push(Effect::Tell(say!("reader-copied")));
                }
            });
        });
        ui.add_space(4.0);
    }

    fn column(&mut self, ui: &mut Ui, shared: &mut Shared<'_>) {
        let Some(shown) = &mut self.shown else { return };
        if let Some(wanted) = self.wanted.take()
            && let Some(quoted) = shown.quoted.of(wanted)
        {
            self.target = Some(quoted.bytes.clone());
        }
        let width = ui.available_width() - ui.spacing().scroll.allocated_width();
        let text = shown.sourced.text.as_str();
        shown
            .heights
            .fit(text, &shown.blocks, column::text_width(width));
        let mut area = ScrollArea::vertical()
            .id_salt(("reader", shown.source))
            .auto_shrink(false);
        if let Some(target) = &self.target {
            let painted = column::Column::new(shown, shared, &self.find, self.marked);
            let top = painted.top_of(ui, target.start);
            let lead = ui.available_height() * 0.3;
            area = area.vertical_scroll_offset((top - lead).max(0.0));
        } else if let Some(offset) = self.anchored.take() {
            area = area.vertical_scroll_offset(offset);
        }
        let mut outcome = column::Outcome::default();
        let output = area.show_viewport(ui, |ui, viewport| {
            ui.set_height(shown.heights.total());
            let mut column = column::Column::new(shown, shared, &self.find, self.marked);
            outcome = column.show(ui, viewport);
        });
        let blocks = outcome.measured.iter().map(|(block, _)| *block);
        self.seen = self.bytes_of(blocks);
        self.settle(ui, output.state.clamped_offset().y, &outcome.measured);
        self.obey(ui, &outcome, shared);
    }

    /// The bytes of some blocks that follow each other.
    fn bytes_of(&self, mut blocks: impl DoubleEndedIterator<Item = usize>) -> Range<usize> {
        let bytes = |block: usize| {
            let shown = self.shown.as_ref()?;
            Some(shown.blocks.get(block)?.bytes.clone())
        };
        let first = blocks.next().and_then(bytes);
        let last = blocks.next_back().and_then(bytes);
        match (first, last) {
            (Some(first), Some(last)) => first.start..last.end,
            (Some(only), None) => only,
            _ => 0..0,
        }
    }

    /// Takes over the heights of blocks that were laid out. What is looked at stays where it is.
    fn settle(&mut self, ui: &Ui, offset: f32, measured: &[(usize, f32)]) {
        let Some(shown) = &mut self.shown else { return };
        let first = shown.heights.at(offset);
        let within = offset - shown.heights.top(first);
        if shown.heights.measure(measured) {
            self.anchored = Some(shown.heights.top(first) + within);
            ui.ctx().request_repaint();
        } else {
            self.target = None;
        }
    }

    /// Carries out what the hands did in the text.
    fn obey(&mut self, ui: &Ui, outcome: &column::Outcome, shared: &mut Shared<'_>) {
        let copies = ui.input(|input| input.events.contains(&egui::Event::Copy));
        if outcome.focused
            && copies
            && let Some(words) = self.marked_words()
        {
            ui.ctx().copy_text(words.to_owned());
        }
        match outcome.marking {
            Marking::Stays => {}
            Marking::Ended => self.marked = None,
            Marking::Between(from, to) => self.marked = Some((from, to)),
        }
        if let Some(item) = outcome.hovered {
            *shared.hovered = Some(item);
        }
        if let Some(item) = outcome.chosen {
            let effect = canvas::chosen(ui, shared.index, item);
            shared.effects.push(effect);
        }
    }
}

/// The source's title, the way to other sources, and out.
fn head(ui: &mut Ui, source: SourceIx, shared: &mut Shared<'_>) {
    let story = shared.index.story();
    let theme = shared.theme;
    ui.horizontal(|ui| {
        ui.set_height(36.0);
        ui.add_space(16.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(8.0);
            if icon_button(ui, icons::X, say!("reader-close"), true).clicked() {
                shared.effects.push(Effect::Change(Command::Read(None)));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = story.source(source).title;
                if story.sources().len() < 2 {
                    let text = RichText::new(title).text_style(named(TextStyle::BodyStrong));
                    ui.add(Label::new(text.color(color32(theme.text))).truncate());
                    return;
                }
                let text = RichText::new(title).text_style(named(TextStyle::BodyStrong));
                let response = choice_button(ui, text, true, |ui| {
                    ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                        for (ix, other) in story.sources_with_ix() {
                            if ui.selectable_label(ix == source, other.title).clicked() {
                                let id = other.id.to_owned();
                                shared.effects.push(Effect::Change(Command::Read(Some(id))));
                                ui.close();
                            }
                        }
                    });
                });
                response.on_hover_text(say!("reader-another"));
            });
        });
    });
}

/// Words in the place of a text.
fn note(ui: &mut Ui, words: &str, theme: &Theme) {
    egui::Frame::NONE
        .inner_margin(egui::Margin::symmetric(24, 12))
        .show(ui, |ui| {
            let text = RichText::new(words).text_style(named(TextStyle::Body));
            ui.add(Label::new(text.color(color32(theme.muted)).line_height(Some(20.0))).wrap());
        });
    ui.allocate_space(Vec2::ZERO);
}

/// What a click at a passage selects: the passage, whose claims all views light up then.
fn item_of(passages: &[PassageIx]) -> Option<Item> {
    passages.first().map(|&passage| Item::Passage(passage))
}
