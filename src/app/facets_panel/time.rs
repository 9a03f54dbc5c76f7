//! Time among the facets: how many events begin when, and from when to when the filter asks.

use eframe::egui::{self, Pos2, Rect, RichText, Sense, Stroke, TextEdit, Ui, Vec2, WidgetInfo};

use crate::index::Query;
use crate::index::facets::TIME_COLUMNS;
use crate::language::say;
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};
use crate::story::Date;
use crate::story::calendar::Tick;
use crate::story::words::{stretch, year};
use crate::view::Command;

use super::super::canvas::Effect;
use super::super::faceting::Counted;
use super::super::look::named;

/// The height of the histogram, in points.
const HEIGHT: f32 = 40.0;

/// What is typed of the stretch of time.
#[derive(Default)]
pub struct Time {
    /// Whether nothing but its heading is shown.
    pub folded: bool,
    /// What stands in the fields, and the filter's dates that they were filled from.
    typed: [String; 2],
    filled: [String; 2],
    /// From when to when the filter's dates may be.
    bounds: [Option<(Tick, Tick)>; 2],
    /// What is wrong with it.
    error: String,
    /// Where a drag over the histogram began, as a share of it.
    begun: Option<f32>,
}

impl Time {
    /// Shows the histogram and the fields.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        counted: &Counted,
        extent: (Tick, Tick),
        filter: &Query,
        theme: &Theme,
        effects: &mut Vec<Effect>,
    ) {
        let dates = filter
            .time()
            .map(|date| date.unwrap_or_default().to_owned());
        if dates != self.filled {
            self.typed.clone_from(&dates);
            self.bounds = bounds(&dates);
            self.filled = dates;
            self.error.clear();
        }
        let asked = asked(self.bounds, extent);
        if let Some(dates) = self.histogram(ui, counted, (extent, asked), theme) {
            self.typed = dates;
            self.ask(filter, effects);
        }
        ui.add_space(4.0);
        let mut is_done = false;
        ui.horizontal(|ui| {
            let line = Stroke::new(1.0, color32(theme.muted.at(0.5)));
            ui.visuals_mut().widgets.inactive.bg_stroke = line;
            let width = ((ui.available_width() - 8.0) / 2.0 - 16.0).max(60.0);
            let ends = [
                (say!("facets-from"), say!("facets-from-name")),
                (say!("facets-to"), say!("facets-to-name")),
            ];
            for (n, (hint, name)) in ends.into_iter().enumerate() {
                let edit = TextEdit::singleline(&mut self.typed[n])
                    .hint_text(hint)
                    .desired_width(width)
                    .font(named(TextStyle::Body));
                let response = ui.add(edit);
                response.widget_info(|| {
                    WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, name)
                });
                is_done |= response.lost_focus();
                response.on_hover_text(say!("facets-date-hint"));
            }
        });
        if is_done && self.typed != self.filled {
            self.ask(filter, effects);
        }
        if !self.error.is_empty() {
            let text = RichText::new(&self.error).text_style(named(TextStyle::Caption));
            ui.add(egui::Label::new(text.color(color32(theme.warning))).wrap());
        }
    }

    /// Filters by what is typed, or says why not.
    fn ask(&mut self, filter: &Query, effects: &mut Vec<Effect>) {
        let [from, to] = &self.typed;
        let text = filter.in_time([from.trim(), to.trim()]);
        match Query::parse(&text) {
            Ok(_) => {
                self.error.clear();
                effects.push(Effect::Settle(Command::Filter(text)));
            }
            Err(error) => self.error = error.to_string(),
        }
    }

    /// How many events begin when. The dates of a stretch that was dragged over, once it is let go.
    fn histogram(
        &mut self,
        ui: &mut Ui,
        counted: &Counted,
        ((from, to), asked): ((Tick, Tick), Option<(Tick, Tick)>),
        theme: &Theme,
    ) -> Option<[String; 2]> {
        let size = Vec2::new(ui.available_width(), HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        let last = Tick(to.0.saturating_sub(1).max(from.0));
        let words = stretch(from, last);
        response.widget_info(|| {
            let label = say!("facets-histogram", stretch = words);
            WidgetInfo::labeled(egui::accesskit::Role::Image, true, label)
        });
        let (all, left) = (counted.facets.times(), &counted.counts.times);
        let most = all.iter().copied().max().unwrap_or(0).max(1);
        #[expect(clippy::cast_precision_loss, reason = "a share of a histogram")]
        let bar = |n: usize, count: u32| {
            let width = rect.width() / TIME_COLUMNS as f32;
            let x = rect.left() + width * n as f32;
            let height = (count as f32 / most as f32).sqrt() * (HEIGHT - 4.0);
            let height = if count > 0 { height.max(1.5) } else { 0.0 };
            let top = Pos2::new(x, rect.bottom() - height);
            Rect::from_min_max(top, Pos2::new(x + width - 1.0, rect.bottom()))
        };
        let painter = ui.painter();
        for (n, (&all, &left)) in all.iter().zip(left).enumerate() {
            painter.rect_filled(bar(n, all), 0.0, color32(theme.hairline));
            painter.rect_filled(bar(n, left), 0.0, color32(theme.muted));
        }
        let line = Stroke::new(1.0, color32(theme.hairline));
        painter.hline(rect.x_range(), rect.bottom(), line);
        if let Some((first, last)) = asked {
            #[expect(clippy::cast_possible_truncation, reason = "a share of a histogram")]
            let x = |tick: Tick| {
                let share = (tick.since(from) / to.since(from).max(1.0)) as f32;
                rect.left() + rect.width() * share.clamp(0.0, 1.0)
            };
            let marked = Rect::from_x_y_ranges(x(first)..=x(last), rect.y_range());
            painter.rect_filled(marked, 0.0, color32(theme.accent.at(0.10)));
            let edge = Stroke::new(1.5, color32(theme.accent));
            painter.vline(marked.left(), rect.y_range(), edge);
            painter.vline(marked.right(), rect.y_range(), edge);
        }
        let share = |at: Pos2| ((at.x - rect.left()) / rect.width().max(1.0)).clamp(0.0, 1.0);
        let pointer = response.interact_pointer_pos().map(share);
        if response.drag_started() {
            self.begun = ui.input(|input| input.pointer.press_origin()).map(share);
        }
        let mut chosen = None;
        if let (Some(begun), Some(now)) = (self.begun, pointer) {
            let ends = [begun.min(now), begun.max(now)];
            let x = ends.map(|share| rect.left() + rect.width() * share);
            let marked = Rect::from_x_y_ranges(x[0]..=x[1], rect.y_range());
            painter.rect_filled(marked, 0.0, color32(theme.accent.at(0.16)));
            if response.drag_stopped() {
                let length = to.since(from);
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "between two ticks of the axis"
                )]
                let tick =
                    |share: f32| Tick(from.0.saturating_add((length * f64::from(share)) as i64));
                chosen = Some(ends.map(|share| written(tick(share))));
            }
        }
        if !response.dragged() {
            self.begun = None;
        }
        years(ui, rect, [from, last], theme);
        response.on_hover_text(say!("facets-histogram-hint", stretch = words));
        chosen
    }
}

/// From when to when each of the filter's `dates` may be; none where it is no date.
fn bounds(dates: &[String; 2]) -> [Option<(Tick, Tick)>; 2] {
    dates.each_ref().map(|date| {
        let date = Date::parse(date.trim()).ok()?;
        Some(date.span().outer())
    })
}

/// The stretch between the dates that the filter asks for, as far as the story has any; none where it asks for none.
fn asked([from, to]: [Option<(Tick, Tick)>; 2], extent: (Tick, Tick)) -> Option<(Tick, Tick)> {
    if from.is_none() && to.is_none() {
        return None;
    }
    let first = from.map_or(extent.0, |(first, _)| first);
    let last = to.map_or(extent.1, |(_, last)| last);
    Some((first, last.max(first)))
}

/// The first and the last year under the histogram.
fn years(ui: &mut Ui, rect: Rect, ends: [Tick; 2], theme: &Theme) {
    let height = TextStyle::Caption.line_height();
    ui.allocate_exact_size(Vec2::new(rect.width(), height), Sense::hover());
    let [first, last] = ends.map(|tick| year(tick.civil().0.year));
    let font = font_id(TextStyle::Caption);
    let ink = color32(theme.muted);
    let at = rect.left_bottom() + Vec2::new(0.0, 2.0);
    let painter = ui.painter();
    painter.text(at, egui::Align2::LEFT_TOP, &first, font.clone(), ink);
    if first != last {
        let at = rect.right_bottom() + Vec2::new(0.0, 2.0);
        painter.text(at, egui::Align2::RIGHT_TOP, last, font, ink);
    }
}

/// The day of `tick`, as a filter has it; the year alone where it has other than four digits.
fn written(tick: Tick) -> String {
    let (date, _) = tick.civil();
    match date.year {
        0..=9999 => format!("{:04}-{:02}-{:02}", date.year, date.month, date.day),
        -9999..=-1 => format!("-{:04}", date.year.unsigned_abs()),
        year => format!("Y{year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::calendar::Civil;

    #[test]
    fn what_a_filter_asks_for_is_marked_as_far_as_it_says() {
        let day = |year, month, day| Civil::new(year, month, day).start();
        let extent = (day(2000, 1, 1), day(2030, 1, 1));
        let asked = |from: &str, to: &str| asked(bounds(&[from.to_owned(), to.to_owned()]), extent);
        assert_eq!(asked("", ""), None);
        assert_eq!(asked("2004", ""), Some((day(2004, 1, 1), extent.1)));
        assert_eq!(
            asked("2004", "2006-02"),
            Some((day(2004, 1, 1), day(2006, 3, 1)))
        );
        assert_eq!(asked("nonsense", "2006"), Some((extent.0, day(2007, 1, 1))));
    }

    #[test]
    fn every_day_of_the_histogram_is_a_date_of_a_filter() {
        for year in [-60_000, -44, 0, 33, 2023, 40_000] {
            let text = format!("from:{}", written(Civil::new(year, 3, 15).start()));
            assert!(Query::parse(&text).is_ok(), "{text}");
        }
    }
}
