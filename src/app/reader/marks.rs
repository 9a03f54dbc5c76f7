//! Marks at the edge of a text: what rests on the passage that begins there.

use eframe::egui::{self, CursorIcon, Id, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo};

use crate::details;
use crate::index::Index;
use crate::language::say;
use crate::scene::screen::color32;
use crate::scene::voice::Speech;
use crate::scene::{TextStyle, Theme, point, screen};
use crate::story::{Item, PassageIx};

use super::super::cards::paint_sign;
use super::super::marks::{paint_glyph, paint_lozenge, paint_marks};
use super::column::Outcome;

/// Points across a mark with the room about it.
const CELL: f32 = 14.0;
/// Marks beside a passage; further ones are counted.
const MOST: usize = 5;

/// Paints, from `at` to the right, how `passage` stands to the text and what rests on it; a click on one of
/// these is told to `outcome`.
pub(super) fn show(
    ui: &Ui,
    index: &Index,
    passage: PassageIx,
    (at, room): (Pos2, f32),
    theme: &Theme,
    outcome: &mut Outcome,
) {
    let painter = ui.painter();
    let state = index.verification().state(passage);
    let cell = |n: usize| {
        #[expect(clippy::cast_precision_loss, reason = "a few")]
        let x = at.x + n as f32 * CELL;
        Rect::from_min_size(Pos2::new(x, at.y), Vec2::splat(CELL))
    };
    let id = ui.scope_id().with(("mark", passage));
    let sign = cell(0);
    let title = index.title_of(Item::Passage(passage));
    let words = say!("reader-mark", state = state.meaning(), passage = title);
    paint_sign(painter, state, sign.center(), 9.0, theme);
    hand(ui, id, sign, &words, Item::Passage(passage), outcome);
    let speech = Speech::of(&index.story().passage(passage).said_by);
    let middle = cell(1).center();
    paint_marks(
        painter,
        speech.sign(point(middle.x, middle.y), 9.0, theme.muted),
    );
    let resting = details::resting(index, passage);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few"
    )]
    let most = ((room / CELL) as usize).saturating_sub(3).min(MOST);
    for (n, &item) in resting.iter().take(most).enumerate() {
        let rect = cell(n + 2);
        let middle = rect.center();
        match item {
            Item::Event(ix) => {
                let color = theme.kind(index.event_style(ix));
                paint_lozenge(painter, middle, 9.0, color);
            }
            Item::Actor(ix) => {
                let style = index.actor_style(ix);
                paint_glyph(painter, style, middle, 9.0, theme, theme.canvas);
            }
            _ => {
                let stroke = egui::Stroke::new(1.5, color32(theme.muted));
                painter.hline(middle.x - 5.0..=middle.x + 5.0, middle.y, stroke);
            }
        }
        let (kind, title) = (item.kind().word(), index.title_of(item));
        let words = say!("reader-resting", kind = kind, title = title);
        hand(ui, id.with(n), rect, &words, item, outcome);
    }
    let more = resting.len().saturating_sub(most);
    if more > 0 {
        let rect = cell(most + 2).expand2(Vec2::new(4.0, 0.0));
        let words = say!("reader-more-resting", count = more);
        hand(
            ui,
            id.with("more"),
            rect,
            &words,
            Item::Passage(passage),
            outcome,
        );
        painter.text(
            cell(most + 2).left_center(),
            egui::Align2::LEFT_CENTER,
            format!("+{more}"),
            screen::font_id(TextStyle::Caption),
            color32(theme.muted),
        );
    }
}

fn hand(ui: &Ui, id: Id, rect: Rect, words: &str, item: Item, outcome: &mut Outcome) {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Link, true, words));
    if response.clicked() {
        outcome.chosen = Some(item);
    }
    if response.hovered() {
        outcome.hovered = Some(item);
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(words);
}
