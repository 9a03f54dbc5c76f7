//! The ledger in the window: a table of all claims, sorted and parted off the thread that paints.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use eframe::egui::{
    self, Align, Label, Layout, Pos2, Rect, RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo,
};

use crate::details::{self, Claim, Column, Line, Order, Parted};
use crate::index::{Index, Strength};
use crate::language::{grouped, say, within};
use crate::scene::screen::{color32, font_id};
use crate::scene::voice::Speech;
use crate::scene::{TextStyle, Theme, point};
use crate::story::Item;

use super::background;
use super::canvas::{self, Effect, Shared};
use super::cards::paint_sign;
use super::look::{choice_button, named, one_line, search_field};
use super::marks::{paint_glyph, paint_lozenge, paint_marks, paint_status};
use super::sidebar::section_name;

/// Height of a line, in points.
pub(super) const LINE: f32 = 28.0;

/// Claims to be saved as a table.
#[derive(Clone)]
pub struct Listed {
    index: Arc<Index>,
    lines: Arc<Vec<Line>>,
}

impl Listed {
    /// The table, in Markdown where the name of its file says so, else as comma-separated values.
    #[must_use]
    pub fn table(&self, path: &Path) -> String {
        let is_markdown = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("md"));
        if is_markdown {
            details::ledger_markdown(&self.index, &self.lines)
        } else {
            details::ledger_csv(&self.index, &self.lines)
        }
    }
}

/// What the ledger asks of the window.
#[derive(Clone)]
pub enum Wish {
    /// Nothing.
    Nothing,
    /// Save what is listed as a file that ends so.
    Save(Listed, &'static str),
}

/// The ledger.
#[derive(Default)]
pub struct LedgerPane {
    order: Order,
    held: Option<(Arc<Index>, Order, Arc<Vec<Line>>)>,
    /// How many claims are held.
    claims: usize,
    coming: Option<Coming>,
}

struct Coming {
    of: Arc<Index>,
    order: Order,
    answer: Receiver<Vec<Line>>,
}

impl LedgerPane {
    /// Whether what is on screen is what was asked for.
    #[must_use]
    pub fn is_settled(&self, index: &Arc<Index>) -> bool {
        self.held
            .as_ref()
            .is_some_and(|(of, order, _)| Arc::ptr_eq(of, index) && *order == self.order)
    }

    /// The lines of `index`, or the last ones until they are there.
    fn lines(&mut self, ctx: &egui::Context, index: &Arc<Index>) -> Option<Arc<Vec<Line>>> {
        if let Some(coming) = &self.coming
            && let Ok(lines) = coming.answer.try_recv()
        {
            let (of, order) = (Arc::clone(&coming.of), coming.order.clone());
            self.claims = details::claims_in(&lines);
            self.held = Some((of, order, Arc::new(lines)));
            self.coming = None;
        }
        let is_asked = self
            .coming
            .as_ref()
            .is_some_and(|coming| Arc::ptr_eq(&coming.of, index) && coming.order == self.order);
        if !is_asked && !self.is_settled(index) {
            self.coming = Some(begin(ctx, index, &self.order));
        }
        // What an index of another story lists would be asked of this one.
        let held = self.held.as_ref();
        let held = held.filter(|(of, ..)| Arc::ptr_eq(of.shared_story(), index.shared_story()));
        held.map(|(_, _, lines)| Arc::clone(lines))
    }

    /// Shows the ledger.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared<'_>) -> Wish {
        let index = Arc::clone(shared.index);
        let lines = self.lines(ui.ctx(), &index);
        let claims = lines.as_ref().map_or(0, |_| self.claims);
        let wish = self.bar(ui, &index, lines.as_ref(), claims, shared.theme);
        let columns = Columns::of(ui.available_width());
        self.headings(ui, &columns, shared.theme);
        let Some(lines) = lines else {
            ui.centered_and_justified(|ui| ui.label(say!("ledger-gathering")));
            return wish;
        };
        if claims == 0 {
            let words = if index.filter().is_some() {
                say!("ledger-none-passes")
            } else if self.order.words.trim().is_empty() {
                say!("ledger-none-made")
            } else {
                say!("ledger-none-holds-words")
            };
            ui.centered_and_justified(|ui| {
                let text = RichText::new(words).text_style(named(TextStyle::Body));
                ui.label(text.color(color32(shared.theme.muted)));
            });
            return wish;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .id_salt("ledger")
            .auto_shrink(false)
            .show_rows(ui, LINE, lines.len(), |ui, range| {
                for (n, line) in lines.iter().enumerate().take(range.end).skip(range.start) {
                    match line {
                        Line::Heading(heading, count) => group(ui, heading, *count, shared.theme),
                        Line::Claim(claim) => row(ui, n, claim, &columns, shared),
                    }
                }
            });
        wish
    }

    fn bar(
        &mut self,
        ui: &mut Ui,
        index: &Arc<Index>,
        lines: Option<&Arc<Vec<Line>>>,
        claims: usize,
        theme: &Theme,
    ) -> Wish {
        let mut wish = Wish::Nothing;
        ui.horizontal(|ui| {
            ui.set_height(44.0);
            ui.add_space(16.0);
            let words = say!("ledger-claims", count = claims);
            let text = RichText::new(words).text_style(named(TextStyle::BodyStrong));
            ui.add(Label::new(text.color(color32(theme.text))));
            ui.add_space(8.0);
            let room = ui.available_width();
            let field = if room < 640.0 { 90.0 } else { 200.0 };
            // Saving needs the rest of the least room.
            if room > 240.0 {
                search_field(ui, &mut self.order.words, say!("ledger-find"), field, theme);
            }
            if room > 420.0 {
                self.parting(ui, theme);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(16.0);
                let Some(lines) = lines else { return };
                ui.menu_button(say!("ledger-save"), |ui| {
                    let listed = || Listed {
                        index: Arc::clone(index),
                        lines: Arc::clone(lines),
                    };
                    if ui.button(say!("ledger-save-csv")).clicked() {
                        wish = Wish::Save(listed(), "csv");
                        ui.close();
                    }
                    if ui.button(say!("ledger-save-markdown")).clicked() {
                        wish = Wish::Save(listed(), "md");
                        ui.close();
                    }
                })
                .response
                .on_hover_text(say!("ledger-save-hint"));
            });
        });
        wish
    }

    /// What parts the ledger into groups, to be chosen.
    fn parting(&mut self, ui: &mut Ui, theme: &Theme) {
        let words = RichText::new(self.order.parted.name()).color(color32(theme.muted));
        let response = choice_button(ui, words, false, |ui| {
            for parted in Parted::ALL {
                let is_it = self.order.parted == parted;
                if ui.selectable_label(is_it, parted.name()).clicked() {
                    self.order.parted = parted;
                    ui.close();
                }
            }
        });
        response.on_hover_text(say!("ledger-parted-hint"));
    }

    fn headings(&mut self, ui: &mut Ui, columns: &Columns, theme: &Theme) {
        let (rect, _) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), 24.0), Sense::hover());
        for column in Column::ALL {
            let name = column.name();
            let Some((x, width)) = columns.place(column) else {
                continue;
            };
            let cell = Rect::from_min_size(
                rect.min + Vec2::new(x, 0.0),
                Vec2::new(width, rect.height()),
            );
            let response = ui.interact(
                cell,
                ui.scope_id().with(("heading", column)),
                Sense::click(),
            );
            let is_by = self.order.by == column;
            let direction = match (is_by, self.order.descending) {
                (false, _) => "none",
                (true, false) => "ascending",
                (true, true) => "descending",
            };
            response.widget_info(|| {
                let label = say!("ledger-sort", column = within(name), direction = direction);
                WidgetInfo::labeled(egui::accesskit::Role::ColumnHeader, true, label)
            });
            let arrow = match (is_by, self.order.descending) {
                (false, _) => "",
                (true, false) => " ↑",
                (true, true) => " ↓",
            };
            let text = section_name(name, theme);
            let ink = if is_by || response.hovered() || response.has_focus() {
                theme.text
            } else {
                theme.muted
            };
            let text = RichText::new(format!("{}{arrow}", text.text())).size(10.5);
            let job = egui::WidgetText::from(text.color(color32(ink)).extra_letter_spacing(0.8));
            let galley = job.into_galley(
                ui,
                None,
                width,
                egui::FontSelection::FontId(font_id(TextStyle::Caption)),
            );
            let at = Pos2::new(cell.left(), cell.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, color32(ink));
            if response.clicked() {
                self.order.descending = is_by && !self.order.descending;
                self.order.by = column;
            }
        }
        let line = egui::Stroke::new(1.0, color32(theme.hairline));
        ui.painter().hline(rect.x_range(), rect.bottom(), line);
    }
}

fn begin(ctx: &egui::Context, index: &Arc<Index>, order: &Order) -> Coming {
    let (of, wanted) = (Arc::clone(index), order.clone());
    Coming {
        of: Arc::clone(index),
        order: order.clone(),
        answer: background::begin(ctx, move || details::ledger(&of, &wanted)),
    }
}

/// Where columns stand, and how wide they are; narrow tables leave some out.
struct Columns(Vec<(Column, f32, f32)>);

impl Columns {
    fn of(width: f32) -> Self {
        let wide = [
            (Column::Date, 150.0, 0.0),
            (Column::Claim, 0.0, 0.0),
            (Column::Kind, 76.0, 900.0),
            (Column::Status, 134.0, 560.0),
            (Column::Voices, 230.0, 760.0),
            (Column::Sources, 84.0, 1040.0),
            (Column::Check, 116.0, 460.0),
        ];
        let shown: Vec<(Column, f32)> = wide
            .into_iter()
            .filter(|(_, _, least)| width >= *least)
            .map(|(column, own, _)| (column, own))
            .collect();
        let own: f32 = shown.iter().map(|(_, own)| own).sum();
        let claim = (width - 32.0 - own).max(120.0);
        let mut x = 16.0;
        let placed = shown.into_iter().map(|(column, own)| {
            let own = if column == Column::Claim { claim } else { own };
            let at = x;
            x += own;
            (column, at, own - 12.0)
        });
        Self(placed.collect())
    }

    /// Where a column begins, and the width of its cells, in points.
    fn place(&self, column: Column) -> Option<(f32, f32)> {
        let mut all = self.0.iter();
        let found = all.find(|(of, ..)| *of == column)?;
        Some((found.1, found.2))
    }
}

/// What the lines below are, and how many.
pub(super) fn group(ui: &mut Ui, heading: &str, count: usize, theme: &Theme) {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), LINE), Sense::hover());
    let words = format!("{heading}  {}", grouped(count as u64));
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Heading, true, &words));
    let font = font_id(TextStyle::LabelSelected);
    let at = Pos2::new(rect.left() + 16.0, rect.bottom() - 7.0);
    ui.painter().text(
        at,
        egui::Align2::LEFT_BOTTOM,
        words,
        font,
        color32(theme.text),
    );
    let line = egui::Stroke::new(1.0, color32(theme.hairline));
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 1.0, line);
}

fn row(ui: &mut Ui, n: usize, claim: &Claim, columns: &Columns, shared: &mut Shared<'_>) {
    let theme = shared.theme;
    let index = Arc::clone(shared.index);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LINE), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("claim", n)), Sense::click());
    let cells = details::cells(&index, claim);
    let strength = shared.highlight.of(claim.item);
    let is_selected = strength == Strength::Selected;
    response.widget_info(|| {
        let said = Column::ALL
            .iter()
            .zip(&cells)
            .filter(|(_, cell)| !cell.is_empty());
        let said: Vec<String> = said
            .map(|(column, cell)| format!("{}: {cell}", within(column.name())))
            .collect();
        WidgetInfo::selected(
            egui::accesskit::Role::Row,
            true,
            is_selected,
            said.join(", "),
        )
    });
    let ground = match strength {
        Strength::Selected => theme.accent.at(0.12),
        _ if response.hovered() || response.has_focus() => theme.text.at(0.06),
        Strength::Related => theme.accent.at(0.05),
        _ => theme.text.at(0.0),
    };
    ui.painter().rect_filled(rect, 0.0, color32(ground));
    if is_selected {
        let bar = Rect::from_min_size(rect.min, Vec2::new(3.0, rect.height()));
        ui.painter().rect_filled(bar, 0.0, color32(theme.accent));
    }
    // What a filter leaves out steps back here too, but can be read.
    let opacity = ui.opacity();
    if strength == Strength::Dimmed {
        ui.set_opacity(opacity * 0.5);
    }
    for (column, words) in Column::ALL.iter().zip(&cells) {
        if let Some((x, width)) = columns.place(*column) {
            let cell = Rect::from_min_size(
                rect.min + Vec2::new(x, 0.0),
                Vec2::new(width, rect.height()),
            );
            paint_cell(ui, (*column, words), claim, cell, &index, theme);
        }
    }
    ui.set_opacity(opacity);
    if response.hovered() {
        *shared.hovered = Some(claim.item);
    }
    if response.clicked() {
        // Arrows go on from here.
        response.request_focus();
    }
    if response.double_clicked() {
        shared
            .effects
            .push(Effect::Do(super::action::Action::ToggleLedger));
        shared.effects.push(Effect::ZoomTo(claim.item));
    } else if response.clicked() {
        let effect = canvas::chosen(ui, shared.index, claim.item);
        shared.effects.push(effect);
    }
}

fn paint_cell(
    ui: &Ui,
    (column, words): (Column, &str),
    claim: &Claim,
    cell: Rect,
    index: &Index,
    theme: &Theme,
) {
    let painter = ui.painter();
    let middle = cell.center().y;
    let mut left = cell.left();
    match column {
        Column::Claim => {
            let at = Pos2::new(left + 6.0, middle);
            match claim.item {
                Item::Event(ix) => {
                    paint_lozenge(painter, at, 9.0, theme.kind(index.event_style(ix)));
                }
                Item::Actor(ix) => {
                    paint_glyph(
                        painter,
                        index.actor_style(ix),
                        at,
                        10.0,
                        theme,
                        theme.canvas,
                    );
                }
                _ => {
                    let stroke = egui::Stroke::new(1.5, color32(theme.muted));
                    painter.hline(at.x - 5.0..=at.x + 5.0, at.y, stroke);
                }
            }
            left += 18.0;
        }
        Column::Status => {
            if let Some(status) = claim.status {
                paint_status(painter, status, Pos2::new(left, middle), theme);
                left += 32.0;
            }
        }
        Column::Check => {
            if let Some(state) = claim.state {
                paint_sign(painter, state, Pos2::new(left + 6.0, middle), 10.0, theme);
                left += 18.0;
            }
        }
        Column::Voices => {
            let story = index.story();
            let speeches = Speech::of_claim(story, index.evidence_of(claim.item));
            for speech in speeches.into_iter().take(3) {
                let at = point(left + 5.0, middle);
                paint_marks(painter, speech.sign(at, 9.0, theme.muted));
                left += 14.0;
            }
            left += 2.0;
        }
        Column::Date | Column::Kind | Column::Sources => {}
    }
    let (style, ink) = match column {
        Column::Claim => (TextStyle::Label, theme.text),
        Column::Voices if claim.weight.voices == 0 => (TextStyle::Caption, theme.warning),
        _ => (TextStyle::Caption, theme.muted),
    };
    let galley = one_line(ui, words, style, ink, (cell.right() - left).max(8.0));
    let at = Pos2::new(left, middle - galley.size().y / 2.0);
    painter.galley(at, galley, color32(ink));
}
