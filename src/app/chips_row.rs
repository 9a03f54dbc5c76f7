//! The row under the top bar: what the story is filtered by, term by term, what else is hidden, and how much
//! that is.

use eframe::egui::{self, Align, Button, Label, Layout, RichText, ScrollArea, Ui, Vec2};

use crate::details::Hidden;
use crate::index::Query;
use crate::language::say;
use crate::scene::screen::color32;
use crate::scene::{TextStyle, Theme};
use crate::story::calendar::Tick;
use crate::story::words::stretch;
use crate::view::{Command, LeftOut, Outside, View};

use super::canvas::Effect;
use super::evidence_menu::words_of;
use super::icons;
use super::look::named;

/// Height of the row, in points.
pub const HEIGHT: f32 = 32.0;
/// Points that words on what is hidden take at least.
const WORDS: f32 = 120.0;

/// Shows what `view` filters by and hides, and how much that is.
pub fn show(ui: &mut Ui, view: &View, hidden: &Hidden, theme: &Theme, effects: &mut Vec<Effect>) {
    let query = Query::parse(&view.filter);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(16.0);
        let clear = ui.button(say!("chips-show-everything"));
        let hint = say!("chips-show-everything.does");
        if clear.on_hover_text(hint).clicked() {
            effects.push(Effect::Together(all_shown(view)));
        }
        if !view.filter.is_empty() {
            left_out(ui, view.left_out, effects);
        }
        let words = match &query {
            Ok(_) => words(view, hidden),
            Err(error) => say!("chips-unreadable", error = error.to_string()),
        };
        let text = RichText::new(&words).text_style(named(TextStyle::Caption));
        let ink = if query.is_ok() {
            theme.muted
        } else {
            theme.warning
        };
        // The terms can be taken away one by one; how much they hide is said in the status line too.
        let share = if ui.available_width() < 700.0 {
            0.35
        } else {
            0.5
        };
        let room = (ui.available_width() * share).max(WORDS);
        ui.scope(|ui| {
            ui.set_max_width(room);
            ui.add(Label::new(text.color(color32(ink))).truncate());
        });
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            // Many terms are scrolled along.
            ScrollArea::horizontal()
                .id_salt("chips")
                .auto_shrink(false)
                .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
                .show(ui, |ui| {
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add_space(16.0);
                        chips(ui, view, query.as_ref().ok(), hidden, theme, effects);
                    });
                });
        });
    });
}

fn chips(
    ui: &mut Ui,
    view: &View,
    query: Option<&Query>,
    hidden: &Hidden,
    theme: &Theme,
    effects: &mut Vec<Effect>,
) {
    let terms = query.map(Query::terms).unwrap_or_default();
    for (n, term) in terms.iter().enumerate() {
        let name = say!("chips-drop-term", term = term);
        if chip(
            ui,
            words_of(term),
            &name,
            say!("chips-drop-term.does"),
            theme,
        ) {
            let mut rest = terms.clone();
            rest.remove(n);
            effects.push(Effect::Settle(Command::Filter(rest.join(" "))));
        }
    }
    if hidden.by_hand > 0 {
        let words = say!("chips-by-hand", count = hidden.by_hand);
        let name = say!("chips-show-hidden");
        let hint = say!("chips-show-hidden.does");
        if chip(ui, &words, name, hint, theme) {
            effects.push(Effect::Settle(Command::ShowHidden));
        }
    }
    let range = view.range.filter(|_| hidden.outside > 0);
    if let Some(range) = range {
        let last = Tick(range.to.saturating_sub(1).max(range.from));
        let words = say!("chips-only", stretch = stretch(Tick(range.from), last));
        let name = say!("chips-show-outside");
        if chip(ui, &words, name, name, theme) {
            effects.push(Effect::Settle(Command::ShowOutside(Outside::Show)));
        }
    }
}

/// A chip that goes when it is pressed. Returns whether it was.
fn chip(ui: &mut Ui, words: &str, name: &str, hint: &str, theme: &Theme) -> bool {
    let text = RichText::new(words).text_style(named(TextStyle::Label));
    let close = RichText::new(icons::X)
        .size(12.0)
        .color(color32(theme.muted));
    let chip = Button::new((text.color(color32(theme.text)), close))
        .fill(color32(theme.canvas))
        .stroke(egui::Stroke::new(1.0, color32(theme.hairline)))
        .corner_radius(12.0)
        .min_size(Vec2::new(0.0, 24.0));
    let response = ui.add(chip);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, name));
    response.on_hover_text(hint).clicked()
}

/// What becomes of what the filter leaves out: a menu that says what is chosen.
fn left_out(ui: &mut Ui, chosen: LeftOut, effects: &mut Vec<Effect>) {
    let text = RichText::new(match chosen {
        LeftOut::Hide => say!("chips-hidden"),
        LeftOut::Dim => say!("chips-dimmed"),
        LeftOut::Show => say!("chips-shown"),
    });
    let button = Button::new((text, RichText::new(icons::CHEVRON_DOWN).size(14.0)));
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        for left_out in LeftOut::ALL {
            let words = name_of(left_out);
            if ui.selectable_label(left_out == chosen, words).clicked() {
                effects.push(Effect::Settle(Command::LeaveOut(left_out)));
                ui.close();
            }
        }
    });
    response.widget_info(|| {
        let label = match chosen {
            LeftOut::Hide => say!("chips-hidden.label"),
            LeftOut::Dim => say!("chips-dimmed.label"),
            LeftOut::Show => say!("chips-shown.label"),
        };
        egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, label)
    });
    response.on_hover_text(say!("chips-left-out"));
}

/// What a menu or the palette calls one way with what the filter leaves out.
pub fn name_of(left_out: LeftOut) -> &'static str {
    match left_out {
        LeftOut::Hide => say!("chips-hide"),
        LeftOut::Dim => say!("chips-dim"),
        LeftOut::Show => say!("chips-show"),
    }
}

/// How much is hidden or dimmed; where a filter hides nothing, how much passes it.
fn words(view: &View, hidden: &Hidden) -> String {
    if let Some(words) = hidden.words() {
        return words;
    }
    match (view.left_out, hidden.passing) {
        (LeftOut::Show, Some(passing)) => say!(
            "chips-all-shown",
            passing = passing.events,
            count = hidden.all.events
        ),
        _ => say!("chips-nothing").to_owned(),
    }
}

/// What shows everything again.
fn all_shown(view: &View) -> Vec<Command> {
    let mut commands = vec![Command::Filter(String::new()), Command::ShowHidden];
    if view.range.is_some() && view.outside == Outside::Hide {
        commands.push(Command::ShowOutside(Outside::Show));
    }
    commands
}
