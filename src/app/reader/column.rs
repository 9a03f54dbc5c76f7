//! The column of text: the blocks in sight, laid out and painted, and what the hands do in it.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::epaint::text::cursor::CCursor;
use eframe::egui::{
    self, Color32, CursorIcon, Galley, Pos2, Rect, Response, Sense, Stroke, Ui, UiBuilder, Vec2,
    WidgetInfo,
};

use crate::details::Block;
use crate::evidence::State;
use crate::language::say;
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};
use crate::story::{Item, PassageIx};

use super::super::canvas::Shared;
use super::find::Find;
use super::heights::BETWEEN;
use super::ink::Ink;
use super::{Shown, item_of, marks};

/// Points left of the text: paragraph numbers.
const LEFT: f32 = 58.0;
/// Points right of the text: signs, and what rests on passages; and in a narrow pane.
const RIGHT: [f32; 2] = [104.0, 62.0];
/// The width below which a pane is narrow, in points.
const NARROW: f32 = 440.0;
/// The widest that a column of text is, in points: longer lines are hard to read.
const WIDEST: f32 = 620.0;

/// The width of the text in a pane that is `width` points wide.
pub(super) fn text_width(width: f32) -> f32 {
    (width - LEFT - right(width)).clamp(120.0, WIDEST)
}

/// The points right of the text in a pane that is `width` points wide.
fn right(width: f32) -> f32 {
    RIGHT[usize::from(width < NARROW)]
}

/// What became of what is marked by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Marking {
    /// Nothing: it is as it was.
    #[default]
    Stays,
    /// Nothing is marked any more.
    Ended,
    /// What lies between these bytes is marked.
    Between(usize, usize),
}

/// What the hands did.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) chosen: Option<Item>,
    pub(super) hovered: Option<Item>,
    /// Whether the keys are the text's.
    pub(super) focused: bool,
    /// What became of what is marked by hand.
    pub(super) marking: Marking,
    /// The heights of blocks that were laid out.
    pub(super) measured: Vec<(usize, f32)>,
}

/// The column in one frame.
pub(super) struct Column<'a> {
    shown: &'a Shown,
    theme: &'static Theme,
    shared: &'a Shared<'a>,
    found: &'a [Range<usize>],
    current: Option<&'a Range<usize>>,
    marked: Option<(usize, usize)>,
}

/// A block in sight.
struct Laid {
    block: usize,
    bytes: Range<usize>,
    at: Pos2,
    galley: Arc<Galley>,
}

impl<'a> Column<'a> {
    pub(super) fn new(
        shown: &'a Shown,
        shared: &'a Shared<'_>,
        find: &'a Find,
        marked: Option<(usize, usize)>,
    ) -> Self {
        Self {
            theme: shared.theme,
            shown,
            shared,
            found: find.found(),
            current: find.current(),
            marked,
        }
    }

    fn text(&self) -> &'a str {
        self.shown.sourced.text.as_str()
    }

    fn lay(&self, ui: &Ui, block: &Block, width: f32) -> Arc<Galley> {
        let ink = Ink {
            quoted: &self.shown.quoted,
            highlight: &self.shared.highlight,
            found: self.found,
            current: self.current,
            marked: self
                .marked
                .and_then(|(from, to)| whole_words(self.text(), from.min(to)..from.max(to))),
            theme: self.theme,
        };
        let job = ink.job(self.text(), &block.bytes, width);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// How far down the byte `at` stands, in points from the top of the text.
    pub(super) fn top_of(&self, ui: &Ui, at: usize) -> f32 {
        let blocks = &self.shown.blocks;
        let n = blocks.partition_point(|block| block.bytes.end <= at);
        let Some(block) = blocks.get(n) else {
            return self.shown.heights.total();
        };
        let galley = self.lay(ui, block, text_width(ui.available_width()));
        let within = self.chars(block.bytes.start..at.max(block.bytes.start));
        let place = galley.pos_from_cursor(CCursor::new(within));
        self.shown.heights.top(n) + place.min.y
    }

    fn chars(&self, bytes: Range<usize>) -> usize {
        self.text()
            .get(bytes)
            .map_or(0, |text| text.chars().count())
    }

    /// Paints what is in `viewport`.
    pub(super) fn show(&mut self, ui: &mut Ui, viewport: Rect) -> Outcome {
        let mut outcome = Outcome::default();
        let origin = ui.max_rect().min;
        let width = text_width(ui.available_width());
        let heights = &self.shown.heights;
        let (first, last) = (heights.at(viewport.min.y), heights.at(viewport.max.y));
        let mut laid = Vec::new();
        for (n, block) in self
            .shown
            .blocks
            .iter()
            .enumerate()
            .take(last + 1)
            .skip(first)
        {
            let between = if block.paragraph.is_some() {
                BETWEEN
            } else {
                0.0
            };
            let galley = self.lay(ui, block, width);
            outcome.measured.push((n, galley.size().y + between));
            let at = origin + Vec2::new(LEFT, heights.top(n));
            laid.push(Laid {
                block: n,
                bytes: block.bytes.clone(),
                at,
                galley,
            });
        }
        self.hands(ui, &laid, &mut outcome);
        for laid in &laid {
            self.paint(ui, laid, width, &mut outcome);
        }
        outcome
    }

    fn paint(&self, ui: &mut Ui, laid: &Laid, width: f32, outcome: &mut Outcome) {
        let theme = self.theme;
        let rect = Rect::from_min_size(laid.at, Vec2::new(width, laid.galley.size().y));
        ui.painter()
            .galley(laid.at, Arc::clone(&laid.galley), color32(theme.text));
        self.rules(ui, laid);
        let Some(block) = self.shown.blocks.get(laid.block) else {
            return;
        };
        let number = match (block.page, block.paragraph) {
            (Some(page), _) if page > 1 || block.paragraph.is_none() => {
                say!("reader-page", page = page.to_string())
            }
            (_, Some(paragraph)) => format!("¶\u{202f}{paragraph}"),
            _ => String::new(),
        };
        ui.painter().text(
            Pos2::new(laid.at.x - 10.0, laid.at.y + 3.0),
            egui::Align2::RIGHT_TOP,
            number,
            font_id(TextStyle::Caption),
            color32(theme.muted),
        );
        // The text itself for screen readers, a paragraph at a time.
        let words = self.text().get(laid.bytes.clone()).unwrap_or_default();
        let id = ui.scope_id().with(("block", laid.block));
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            let response = ui.interact(rect, id, Sense::hover());
            response
                .widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Paragraph, true, words));
        });
        self.marks(ui, laid, width, outcome);
    }

    /// The colour of a passage's voice.
    fn voice(&self, passage: PassageIx) -> Color32 {
        let index = &self.shown.index;
        let style = index.voice_style(&index.story().passage(passage).said_by);
        color32(self.theme.kind(&style))
    }

    /// A line under what passages quote, in the colour of their voices; broken where the words have drifted or
    /// may be others.
    fn rules(&self, ui: &Ui, laid: &Laid) {
        for quoted in self.shown.quoted.within(&laid.bytes) {
            let from = quoted.bytes.start.max(laid.bytes.start);
            let to = quoted.bytes.end.min(laid.bytes.end);
            let first = self.chars(laid.bytes.start..from);
            let after = first + self.chars(from..to);
            let color = self.voice(quoted.passage);
            let mut begins = 0;
            for row in &laid.galley.rows {
                let letters = row.glyphs.len();
                let here =
                    first.clamp(begins, begins + letters)..after.clamp(begins, begins + letters);
                if !here.is_empty() {
                    let x = |at: usize| laid.at.x + row.pos.x + row.x_offset((at - begins).into());
                    let y = laid.at.y + row.pos.y + row.size.y - 2.0;
                    rule(ui, [x(here.start), x(here.end)], y, (color, quoted.state));
                }
                begins += letters + usize::from(row.ends_with_newline);
            }
        }
    }

    /// The marks of the passages that begin in a block, one row under the other where they begin close.
    fn marks(&self, ui: &Ui, laid: &Laid, width: f32, outcome: &mut Outcome) {
        let (top, bottom) = (ui.clip_rect().top(), ui.clip_rect().bottom());
        let mut free = f32::MIN;
        let begin = self.shown.quoted.within(&laid.bytes);
        let begin = begin.filter(|quoted| quoted.begins && quoted.bytes.start >= laid.bytes.start);
        for quoted in begin {
            let within = self.chars(laid.bytes.start..quoted.bytes.start);
            let cursor = CCursor {
                // What begins at a turn of the line stands in the next.
                prefer_next_row: true,
                ..CCursor::new(within)
            };
            let place = laid.galley.pos_from_cursor(cursor);
            let y = (laid.at.y + place.min.y + 2.0).max(free);
            free = y + 15.0;
            if y > bottom {
                break;
            }
            if free < top {
                continue;
            }
            let at = Pos2::new(laid.at.x + width + 10.0, y);
            let index = &self.shown.index;
            let right = right(ui.max_rect().width());
            let room = (right - 14.0, self.theme);
            marks::show(ui, index, quoted.passage, (at, room.0), room.1, outcome);
        }
    }

    /// A press begins to mark words, a drag goes on; a click on a passage selects it.
    fn hands(&self, ui: &Ui, laid: &[Laid], outcome: &mut Outcome) {
        let (Some(first), Some(last)) = (laid.first(), laid.last()) else {
            return;
        };
        let width = text_width(ui.max_rect().width());
        let bottom = last.at.y + last.galley.size().y;
        let rect = Rect::from_min_max(
            first.at,
            Pos2::new(first.at.x + width, bottom.max(first.at.y)),
        );
        let response = ui.interact(rect, ui.scope_id().with("text"), Sense::click_and_drag());
        response.widget_info(|| {
            WidgetInfo::labeled(egui::accesskit::Role::Document, true, say!("reader-name"))
        });
        let pointed = response.hover_pos().and_then(|at| self.byte_at(laid, at));
        let passages = pointed.map(|at| self.shown.quoted.covering(at));
        let passages = passages.unwrap_or_default();
        if let Some(item) = item_of(&passages) {
            outcome.hovered = Some(item);
        }
        self.mark(ui, &response, laid, outcome);
        if response.clicked() && !response.double_clicked() {
            outcome.chosen = item_of(&passages);
            outcome.marking = Marking::Ended;
        }
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
        outcome.focused = response.has_focus();
        let icon = if passages.is_empty() || response.dragged() {
            CursorIcon::Text
        } else {
            CursorIcon::PointingHand
        };
        response.on_hover_cursor(icon);
    }

    fn mark(&self, ui: &Ui, response: &Response, laid: &[Laid], outcome: &mut Outcome) {
        let pointer = ui.input(|input| (input.pointer.press_origin(), input.pointer.latest_pos()));
        let (Some(press), Some(now)) = pointer else {
            return;
        };
        let mut from = self.marked.map(|(from, _)| from);
        if response.drag_started() {
            from = self.byte_at(laid, press);
        }
        if response.dragged()
            && let (Some(from), Some(to)) = (from, self.byte_at(laid, now))
        {
            outcome.marking = Marking::Between(from, to);
        }
        if response.double_clicked()
            && let Some(at) = self.byte_at(laid, now)
        {
            let (from, to) = word_at(self.text(), at);
            outcome.marking = Marking::Between(from, to);
        }
    }

    /// The byte of the text at a point on screen.
    fn byte_at(&self, laid: &[Laid], at: Pos2) -> Option<usize> {
        let under = laid.iter().rfind(|laid| laid.at.y <= at.y);
        let laid = under.or(laid.first())?;
        let cursor = laid.galley.cursor_from_pos(at - laid.at);
        let text = self.text().get(laid.bytes.clone())?;
        let bytes = text
            .char_indices()
            .nth(cursor.index.into())
            .map_or(text.len(), |(at, _)| at);
        Some(laid.bytes.start + bytes)
    }
}

fn rule(ui: &Ui, [from, to]: [f32; 2], y: f32, (color, state): (Color32, State)) {
    let stroke = Stroke::new(1.5, color);
    if state.is_sound() {
        ui.painter().hline(from..=to, y, stroke);
        return;
    }
    let ends = [Pos2::new(from, y), Pos2::new(to, y)];
    let dashes = egui::Shape::dashed_line(&ends, stroke, 4.0, 3.0);
    ui.painter().extend(dashes);
}

/// `bytes` with the words at its ends whole; none where it is empty.
pub(super) fn whole_words(text: &str, bytes: Range<usize>) -> Option<Range<usize>> {
    if bytes.is_empty() {
        return None;
    }
    let inside = |at: usize| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at..).and_then(|text| text.chars().next());
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        is_word(before) && is_word(after)
    };
    let start = if inside(bytes.start) {
        word_at(text, bytes.start).0
    } else {
        bytes.start
    };
    let end = if inside(bytes.end) {
        word_at(text, bytes.end).1
    } else {
        bytes.end
    };
    Some(start..end)
}

/// The word that the byte `at` stands in, or the byte itself.
fn word_at(text: &str, at: usize) -> (usize, usize) {
    let is_word = |letter: &char| letter.is_alphanumeric() || *letter == '\'' || *letter == '’';
    let before = text.get(..at).unwrap_or_default();
    let start = before.chars().rev().take_while(is_word);
    let start: usize = start.map(char::len_utf8).sum();
    let after = text.get(at..).unwrap_or_default();
    let end: usize = after.chars().take_while(is_word).map(char::len_utf8).sum();
    (at - start, at + end)
}
