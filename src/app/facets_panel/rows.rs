//! Rows of the facets: a value with its mark, its count and a bar as long as that is large.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    self, Key, Pos2, Rect, Response, Sense, Stroke, StrokeKind, TextFormat, Ui, Vec2, WidgetInfo,
};

use crate::index::Choice;
use crate::index::facets::{Count, Entry};
use crate::index::query::Field;
use crate::language::{grouped, say};
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};

use super::super::sidebar::section_name;

/// The height of a row, in points.
pub const HEIGHT: f32 = 24.0;
/// The height of a field's heading, in points.
pub const HEAD: f32 = 28.0;
/// The side of the mark before a value, in points.
const MARK: f32 = 12.0;
/// Points at the right that the button takes with which a value is excluded.
const MINUS: f32 = 24.0;

/// A value of a field.
pub struct Row<'a> {
    /// The field.
    pub field: Field,
    /// The value.
    pub entry: &'a Entry,
    /// How many items have it, of those that the rest of the filter leaves.
    pub left: Count,
    /// How many have the field's commonest value.
    pub most: u32,
    /// What is asked of it.
    pub choice: Choice,
}

impl Row<'_> {
    /// Shows it; what is to be asked of the value now, where that was clicked or pressed.
    pub fn show(&self, ui: &mut Ui, theme: &Theme) -> Option<Choice> {
        let size = Vec2::new(ui.available_width(), HEIGHT);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        // The focus stays with the value, wherever its row comes to stand.
        let id = ui.scope_id().with((self.field.name(), &self.entry.key));
        let response = ui.interact(rect, id, Sense::click());
        let minus = Rect::from_min_max(Pos2::new(rect.right() - MINUS, rect.top()), rect.max);
        let exclude = ui.interact(minus, id.with("exclude"), Sense::click());
        let excludes = say!(
            "facets-exclude",
            field = self.field.label(),
            value = self.entry.label
        );
        response.widget_info(|| {
            let choice = match self.choice {
                Choice::Open => "open",
                Choice::Included => "included",
                Choice::Excluded => "excluded",
            };
            let label = say!(
                "facets-value",
                field = self.field.label(),
                value = self.entry.label,
                count = self.left.items(),
                choice = choice
            );
            let is_on = self.choice == Choice::Included;
            WidgetInfo::selected(egui::accesskit::Role::CheckBox, true, is_on, label)
        });
        exclude.widget_info(|| {
            let is_on = self.choice == Choice::Excluded;
            WidgetInfo::selected(egui::accesskit::Role::Button, true, is_on, &excludes)
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response, &exclude, theme);
        }
        let turned = |choice: Choice| {
            if self.choice == choice {
                Choice::Open
            } else {
                choice
            }
        };
        let by_keys = response.has_focus()
            && ui
                .input(|input| input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace));
        let turns_round = ui.input(|input| input.modifiers.command || input.modifiers.alt);
        let clicked = response.clicked();
        response.on_hover_ui(|ui| self.explain(ui, theme));
        if exclude.on_hover_text(excludes).clicked() || by_keys || (clicked && turns_round) {
            Some(turned(Choice::Excluded))
        } else {
            clicked.then(|| turned(Choice::Included))
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response, exclude: &Response, theme: &Theme) {
        let painter = ui.painter();
        let is_near = response.hovered() || exclude.hovered();
        let has_focus = response.has_focus() || exclude.has_focus();
        if is_near {
            painter.rect_filled(rect, 4.0, color32(theme.text.at(0.05)));
        }
        let middle = rect.center().y;
        let mark = Rect::from_center_size(
            Pos2::new(rect.left() + 4.0 + MARK / 2.0, middle),
            Vec2::splat(MARK),
        );
        self.mark(ui, mark, theme);
        let count = if self.choice == Choice::Excluded {
            self.entry.all.items()
        } else {
            self.left.items()
        };
        let is_none = self.left.items() == 0;
        let ink = if is_none { theme.muted } else { theme.text };
        let number = painter.layout_no_wrap(
            grouped(u64::from(count)),
            font_id(TextStyle::Caption),
            color32(theme.muted),
        );
        let right = rect.right() - MINUS - number.size().x;
        let from = mark.right() + 8.0;
        let room = (right - from - 8.0).max(16.0);
        let mut format = TextFormat::simple(font_id(TextStyle::Body), color32(ink));
        if self.choice == Choice::Excluded {
            format.strikethrough = Stroke::new(1.0, color32(theme.muted));
            format.color = color32(theme.muted);
        }
        let mut job = LayoutJob::single_section(self.entry.label.clone(), format);
        job.wrap = TextWrapping::truncate_at_width(room);
        let label = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let at = Pos2::new(from, middle - label.size().y / 2.0);
        painter.galley(at, label, color32(ink));
        let at = Pos2::new(right, middle - number.size().y / 2.0);
        painter.galley(at, number, color32(theme.muted));
        self.bar(ui, [from, rect.right() - MINUS], rect.bottom() - 2.0, theme);
        if is_near || has_focus || self.choice == Choice::Excluded {
            let at = Pos2::new(rect.right() - MINUS / 2.0, middle);
            let strong = exclude.hovered() || self.choice == Choice::Excluded;
            let ink = if strong { theme.text } else { theme.muted };
            let stroke = Stroke::new(1.5, color32(ink));
            painter.hline(at.x - 4.0..=at.x + 4.0, at.y, stroke);
        }
        let ring = Stroke::new(1.5, color32(theme.accent));
        if response.has_focus() {
            painter.rect_stroke(rect, 4.0, ring, StrokeKind::Inside);
        } else if exclude.has_focus() {
            painter.rect_stroke(exclude.rect, 4.0, ring, StrokeKind::Inside);
        }
    }

    /// The mark before the value: a box that is empty, ticked, or struck out.
    fn mark(&self, ui: &Ui, rect: Rect, theme: &Theme) {
        let painter = ui.painter();
        match self.choice {
            Choice::Included => {
                painter.rect_filled(rect, 3.0, color32(theme.accent));
                let at = |x: f32, y: f32| rect.center() + Vec2::new(x, y);
                let tick = vec![at(-3.0, 0.2), at(-0.8, 2.4), at(3.2, -2.4)];
                let stroke = Stroke::new(1.5, color32(theme.on_accent));
                painter.line(tick, stroke);
            }
            Choice::Excluded => {
                let stroke = Stroke::new(1.0, color32(theme.text));
                painter.rect_stroke(rect, 3.0, stroke, StrokeKind::Inside);
                painter.line_segment([rect.left_bottom(), rect.right_top()], stroke);
            }
            Choice::Open => {
                let stroke = Stroke::new(1.0, color32(theme.muted));
                painter.rect_stroke(rect, 3.0, stroke, StrokeKind::Inside);
            }
        }
    }

    /// A hairline as long as the value is common.
    fn bar(&self, ui: &Ui, [left, right]: [f32; 2], y: f32, theme: &Theme) {
        #[expect(clippy::cast_precision_loss, reason = "a share")]
        let share = self.left.items() as f32 / self.most.max(1) as f32;
        if share <= 0.0 {
            return;
        }
        let ink = if self.choice == Choice::Included {
            theme.accent
        } else {
            theme.muted.at(0.5)
        };
        let end = left + ((right - left) * share).max(1.0);
        let stroke = Stroke::new(1.5, color32(ink));
        ui.painter().hline(left..=end, y, stroke);
    }

    fn explain(&self, ui: &mut Ui, theme: &Theme) {
        ui.label(&self.entry.label);
        let Count {
            events,
            relations,
            actors,
        } = self.left;
        let kinds = [
            (events > 0).then(|| say!("count-events", count = events)),
            (relations > 0).then(|| say!("count-relations", count = relations)),
            (actors > 0).then(|| say!("count-actors", count = actors)),
        ];
        let kinds: Vec<String> = kinds.into_iter().flatten().collect();
        let all = self.entry.all.items();
        let words = if kinds.is_empty() {
            say!("facets-nothing-left", all = all)
        } else {
            say!("facets-left", left = kinds.join(", "), all = all)
        };
        ui.label(egui::RichText::new(words).color(color32(theme.muted)));
        let hint = say!("facets-row-hint");
        ui.label(egui::RichText::new(hint).color(color32(theme.muted)));
    }
}

/// The heading of a field, which a click folds or opens. Returns whether it is open now.
pub fn head(ui: &mut Ui, name: &str, is_open: bool, theme: &Theme) -> bool {
    let size = Vec2::new(ui.available_width(), HEAD);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let label = if is_open {
            say!("facets-open", name = name)
        } else {
            say!("facets-folded", name = name)
        };
        WidgetInfo::labeled(egui::accesskit::Role::Button, true, label)
    });
    let painter = ui.painter();
    let at = Pos2::new(rect.left() + 10.0, rect.center().y);
    let corners = if is_open {
        [(-3.5, -2.0), (0.0, 2.0), (3.5, -2.0)]
    } else {
        [(-2.0, -3.5), (2.0, 0.0), (-2.0, 3.5)]
    };
    let points = corners.map(|(x, y)| at + Vec2::new(x, y)).to_vec();
    painter.line(points, Stroke::new(1.2, color32(theme.muted)));
    let galley = egui::WidgetText::from(section_name(name, theme)).into_galley(
        ui,
        None,
        rect.width(),
        egui::FontSelection::FontId(font_id(TextStyle::Caption)),
    );
    let at = Pos2::new(rect.left() + 24.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color32(theme.muted));
    if response.has_focus() {
        let ring = Stroke::new(1.5, color32(theme.accent));
        ui.painter()
            .rect_stroke(rect, 4.0, ring, StrokeKind::Inside);
    }
    is_open != response.clicked()
}
