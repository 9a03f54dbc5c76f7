//! The tour of the first run: five hints over the story that ships.

use eframe::egui::{
    self, Area, Frame, Id, Key, Margin, Order, Pos2, Rect, RichText, Stroke, Ui, Vec2,
};

use crate::language::say;
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};

use super::look::named;

/// Width of a hint, in points.
const WIDTH: f32 = 320.0;

/// What a hint points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// When.
    Timeline,
    /// Says who.
    Details,
    /// Who.
    Map,
    /// The bar at the top.
    Bar,
}

/// Where the parts of the window stand that hints point to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places {
    /// The timeline.
    pub timeline: Option<Rect>,
    /// The details.
    pub details: Option<Rect>,
    /// The map.
    pub map: Option<Rect>,
    /// The bar at the top.
    pub bar: Option<Rect>,
}

impl Places {
    fn of(&self, part: Part) -> Option<Rect> {
        match part {
            Part::Timeline => self.timeline,
            Part::Details => self.details,
            Part::Map => self.map,
            Part::Bar => self.bar,
        }
    }
}

/// How many hints there are.
const HINTS: usize = 5;

/// The hints: what each points to, its title, and what it says.
fn hints() -> [(Part, &'static str, &'static str); HINTS] {
    [
        (Part::Timeline, say!("tour-when"), say!("tour-when.says")),
        (
            Part::Details,
            say!("tour-says-who"),
            say!("tour-says-who.says"),
        ),
        (Part::Map, say!("tour-who"), say!("tour-who.says")),
        (Part::Bar, say!("tour-find"), say!("tour-find.says")),
        (Part::Bar, say!("tour-own"), say!("tour-own.says")),
    ]
}

/// The tour, under way or not.
#[derive(Default)]
pub struct Tour {
    at: Option<usize>,
}

impl Tour {
    /// Begins with the first hint.
    pub fn begin(&mut self) {
        self.at = Some(0);
    }

    /// Whether a hint is shown.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.at.is_some()
    }

    /// Shows the hint beside what it points to.
    pub fn show(&mut self, ctx: &egui::Context, places: &Places, theme: &Theme) {
        let Some(at) = self.at else { return };
        let Some((part, title, words)) = hints().get(at).copied() else {
            self.at = None;
            return;
        };
        let window = ctx.content_rect();
        let place = places.of(part).unwrap_or(window).intersect(window);
        let ring = ctx.layer_painter(egui::LayerId::new(
            Order::Foreground,
            Id::unique("tour ring"),
        ));
        let stroke = Stroke::new(2.0, color32(theme.accent));
        ring.rect_stroke(place.shrink(2.0), 4.0, stroke, egui::StrokeKind::Inside);
        let id = Id::unique("tour hint");
        let size = ctx
            .memory(|memory| memory.area_rect(id))
            .map_or(Vec2::new(WIDTH, 150.0), |rect| rect.size());
        let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::same(16));
        let shown = Area::new(id)
            .order(Order::Foreground)
            .fixed_pos(beside(place, window, size))
            .show(ctx, |ui| {
                frame
                    .show(ui, |ui| {
                        ui.set_width(WIDTH);
                        hint(ui, at, title, words, theme)
                    })
                    .inner
            });
        ctx.move_to_top(shown.response.layer_id);
        match shown.inner {
            Answer::None => {}
            Answer::Before => self.at = Some(at.saturating_sub(1)),
            Answer::Next => self.at = Some(at + 1).filter(|next| *next < HINTS),
            Answer::End => self.at = None,
        }
    }
}

enum Answer {
    None,
    Before,
    Next,
    End,
}

fn hint(ui: &mut Ui, at: usize, title: &str, words: &str, theme: &Theme) -> Answer {
    let name = RichText::new(title).text_style(named(TextStyle::ItemTitle));
    ui.label(name.color(color32(theme.text)));
    ui.add_space(4.0);
    ui.add(egui::Label::new(RichText::new(words).color(color32(theme.text))).wrap());
    ui.add_space(12.0);
    let mut answer = Answer::None;
    ui.horizontal(|ui| {
        let last = at + 1 == HINTS;
        let next = RichText::new(if last {
            say!("tour-done")
        } else {
            say!("tour-next")
        });
        let next =
            egui::Button::new(next.color(color32(theme.on_accent))).fill(color32(theme.accent));
        let next = ui.add(next);
        // From there Tab leads on through the hint, and not to what lies behind it.
        if ui.memory(|memory| memory.focused().is_none()) {
            next.request_focus();
        }
        if next.clicked() {
            answer = if last { Answer::End } else { Answer::Next };
        }
        if at > 0 && ui.button(say!("tour-back")).clicked() {
            answer = Answer::Before;
        }
        if !last && ui.button(say!("tour-end")).clicked() {
            answer = Answer::End;
        }
        let count = say!("tour-count", at = at + 1, of = HINTS);
        let count = RichText::new(count).text_style(named(TextStyle::Caption));
        ui.label(count.color(color32(theme.muted)));
    });
    let (enter, escape) = ui.input_mut(|input| {
        let none = egui::Modifiers::NONE;
        (
            input.consume_key(none, Key::Enter),
            input.consume_key(none, Key::Escape),
        )
    });
    if enter {
        answer = if at + 1 == HINTS {
            Answer::End
        } else {
            Answer::Next
        };
    }
    if escape { Answer::End } else { answer }
}

/// Where a hint of `size` stands that points to `place`: beside it where there is room, over its foot where
/// not; always in the window.
fn beside(place: Rect, window: Rect, size: Vec2) -> Pos2 {
    let gap = 12.0;
    let below = window.bottom() - place.bottom() > size.y + gap;
    let left = place.left() - window.left() > size.x + gap;
    let at = if left && place.height() > size.y {
        Pos2::new(place.left() - size.x - gap, place.top() + gap)
    } else if below && place.height() < 120.0 {
        Pos2::new(place.center().x - size.x / 2.0, place.bottom() + gap)
    } else {
        Pos2::new(
            place.center().x - size.x / 2.0,
            place.bottom() - size.y - gap,
        )
    };
    let most = (window.max - size - Vec2::splat(8.0)).max(window.min);
    Pos2::new(
        at.x.clamp(window.left(), most.x),
        at.y.clamp(window.top(), most.y),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_stands_in_the_window_and_not_over_a_narrow_place() {
        let window = Rect::from_min_size(Pos2::ZERO, Vec2::new(900.0, 640.0));
        let size = Vec2::new(352.0, 160.0);
        let details = Rect::from_min_max(Pos2::new(620.0, 44.0), Pos2::new(900.0, 616.0));
        let at = beside(details, window, size);
        assert!(!Rect::from_min_size(at, size).intersects(details));
        let bar = Rect::from_min_size(Pos2::ZERO, Vec2::new(900.0, 44.0));
        assert!(!Rect::from_min_size(beside(bar, window, size), size).intersects(bar));
        for place in [details, bar, window] {
            let shown = Rect::from_min_size(beside(place, window, size), size);
            assert!(window.contains_rect(shown), "{shown:?}");
        }
    }
}
