//! What stands where in the window.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{
    self, Align, CentralPanel, Frame, Key, Label, Layout, Margin, Panel, RichText, Ui, Vec2,
};

use crate::details;
use crate::index::{Highlight, Index};
use crate::language::say;
use crate::scene::screen::{color32, in_visual_order};
use crate::scene::{Size, TextStyle, Theme, size};
use crate::story::Item;
use crate::story::calendar::{TICKS_PER_SECOND, Tick};
use crate::story::kind::sentence_case;
use crate::timeline;
use crate::view::{Command, Moment, View, Window};

use super::super::action::Action;
use super::super::canvas::{self, Effect};
use super::super::dialog::Typed;
use super::super::entry::Asking;
use super::super::export::{ExportDialog, Wish};
use super::super::look::named;
use super::super::notice::{self, Notice, Offer, Reaction};
use super::super::opening::{Opening, Origin};
use super::super::{dialog, item_menu, sidebar, top_bar};
use super::App;

/// The extent that the timeline will have in a window of `window` points, beside the details.
#[must_use]
pub fn expected_timeline(window: Size) -> Size {
    let width = window.width - (window.width * 0.27).clamp(280.0, 360.0);
    size(
        width.max(100.0),
        ((window.height - 68.0) * 0.54).round() - 40.0,
    )
}

/// What is lit up by what.
pub(super) struct Lit {
    index: Arc<Index>,
    selection: Vec<Item>,
    hovered: Option<Item>,
    /// When, where that changes what is lit: of two actors.
    moment: Option<Moment>,
}

impl PartialEq for Lit {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.index, &other.index)
            && self.selection == other.selection
            && self.hovered == other.hovered
            && self.moment == other.moment
    }
}

impl App {
    pub(super) fn top_bar(
        &mut self,
        ui: &mut Ui,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
    ) {
        // The bar asks the window what can be done, while the field is typed in.
        let mut searching = std::mem::take(&mut self.tab.searching);
        let index = self.shown_index();
        let frame = Frame::NONE.fill(color32(theme.background));
        let shown = Panel::top("top bar")
            .exact_size(44.0)
            .frame(frame)
            .resizable(false)
            .show(ui, |ui| {
                let bar = top_bar::Bar {
                    title: self
                        .index()
                        .map_or("", |index| index.story().title.as_str()),
                    has_tabs: !self.others.is_empty(),
                    view: self.view(),
                    theme,
                    asking: Asking {
                        keymap: &self.keymap,
                        enabled: &|action| self.enabled(action),
                    },
                    directed_kinds: &|| self.directed_kinds(),
                    language: self.settings.language,
                    recent: &self.settings.recent,
                    keeps: self.tab.keeping.keeps(),
                };
                let field = (&mut searching, index.as_ref());
                top_bar::show(ui, &bar, field, effects);
            });
        self.tab.searching = searching;
        self.places.bar = Some(shown.response.rect);
    }

    pub(super) fn status_line(
        &mut self,
        ui: &mut Ui,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
    ) {
        let frame = Frame::NONE
            .fill(color32(theme.background))
            .inner_margin(Margin::symmetric(16, 0));
        Panel::bottom("status line")
            .exact_size(24.0)
            .frame(frame)
            .resizable(false)
            .show(ui, |ui| {
                ui.horizontal_centered(|ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        self.status_right(ui, theme, effects);
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            let text = self.status_text();
                            let text = RichText::new(in_visual_order(&text));
                            let text = text.text_style(named(TextStyle::Caption));
                            ui.add(Label::new(text.color(color32(theme.muted))).truncate());
                        });
                    });
                });
            });
    }

    pub(super) fn status_right(
        &self,
        ui: &mut Ui,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
    ) {
        if let Some(left) = self.opening.as_ref().and_then(Opening::unsaid) {
            ui.ctx().request_repaint_after(left);
        }
        let said = self.opening.as_ref();
        if let Some(opening) = said.filter(|opening| opening.unsaid().is_none()) {
            if ui.small_button(say!("window-cancel")).clicked() {
                opening.progress.cancel();
            }
            let percent = percent(opening.progress.fraction());
            let words = say!("window-opening", name = opening.origin.name());
            let words = format!("{words}  ·  {percent}");
            working(ui, opening.progress.fraction(), &words, theme);
            return;
        }
        if let Some(done) = self.export.progress() {
            if ui.small_button(say!("window-cancel")).clicked() {
                self.export.cancel();
            }
            working(ui, done, say!("window-drawing"), theme);
            return;
        }
        if self.tab.story.is_none() {
            return;
        }
        let ink = if self.tab.problems.list.is_empty() {
            theme.muted
        } else {
            theme.warning
        };
        let text = RichText::new(self.tab.problems.summary()).text_style(named(TextStyle::Caption));
        let hint = say!("window-problems-hint");
        let hint = self.keymap.hint(hint, Action::ToggleProblems);
        let button = egui::Button::new(text.color(color32(ink))).min_size(Vec2::new(0.0, 20.0));
        let response = ui.add_enabled(!self.tab.problems.list.is_empty(), button);
        if response.on_hover_text(hint).clicked() {
            effects.push(Effect::Do(Action::ToggleProblems));
        }
        self.steps_button(ui, theme, effects);
    }

    /// The way into the steps, where the story is told in some.
    fn steps_button(&self, ui: &mut Ui, theme: &'static Theme, effects: &mut Vec<Effect>) {
        let steps = self.steps();
        if steps == 0 || self.view().playing.is_some() {
            return;
        }
        let words = say!("window-play-steps", count = steps);
        let text = RichText::new(words).text_style(named(TextStyle::Caption));
        let button = egui::Button::new(text.color(color32(theme.accent)));
        let hint = self
            .keymap
            .hint(say!("window-play-steps-hint"), Action::PlaySteps);
        let response = ui.add(button.min_size(Vec2::new(0.0, 20.0)));
        if response.on_hover_text(hint).clicked() {
            effects.push(Effect::Do(Action::PlaySteps));
        }
    }

    /// What is under the pointer, or how much there is.
    pub(super) fn status_text(&self) -> String {
        let Some(index) = self.index() else {
            return String::new();
        };
        if let Some(item) = self.hovered {
            let page = details::brief(index, item);
            return format!("{}  ·  {}", page.title, page.kicker);
        }
        let selected = self.view().selection.len();
        if selected > 1 {
            return say!("window-selected", count = selected);
        }
        let story = index.story();
        let mut counts = vec![
            say!("count-events", count = story.events().len()),
            say!("count-actors", count = story.actors().len()),
            say!("count-relations", count = story.relations().len()),
            say!("count-passages", count = story.passages().len()),
            say!("count-sources", count = story.sources().len()),
        ];
        counts.extend(self.hidden_words());
        counts.join("   ")
    }

    pub(super) fn problems_panel(&mut self, ui: &mut Ui, theme: &'static Theme) {
        if !self.tab.problems.open || self.tab.problems.list.is_empty() {
            return;
        }
        let frame = Frame::NONE
            .fill(color32(theme.background))
            .inner_margin(Margin::symmetric(16, 8));
        Panel::bottom("problems")
            .resizable(true)
            .default_size(200.0)
            .size_range(100.0..=480.0)
            .frame(frame)
            .show(ui, |ui| self.tab.problems.show(ui, theme));
    }

    pub(super) fn details(
        &mut self,
        ui: &mut Ui,
        index: &Arc<Index>,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
        hovered: &mut Option<Item>,
    ) {
        if self.view().details_hidden {
            return;
        }
        let view = self.map_view();
        let key = (view.selected(index), view.moment());
        if self.tab.page.as_ref().is_none_or(|(held, _)| *held != key) {
            let page = details::of_selection(index, &key.0, key.1);
            self.tab.page = Some((key, page));
        }
        let Some((_, page)) = &self.tab.page else {
            return;
        };
        let wide = ui.available_width();
        let size = self.settings.splits.of("details");
        let frame = Frame::NONE.fill(color32(theme.background));
        let outcome = Panel::right("details")
            .resizable(true)
            .default_size(size.unwrap_or((wide * 0.27).clamp(280.0, 360.0)))
            .size_range(280.0..=(wide - 260.0).clamp(280.0, 560.0))
            .frame(frame)
            .show(ui, |ui| sidebar::show(ui, index, page, theme));
        self.places.details = Some(outcome.response.rect);
        let taken = outcome.response.rect.width();
        self.settings.splits.keep("details", taken);
        let outcome = outcome.inner;
        if let Some(item) = outcome.chosen {
            effects.push(canvas::chosen(ui, index, item));
        }
        if let Some((item, at)) = outcome.asked {
            effects.push(Effect::Ask(Some(item), at));
        }
        if outcome.hovered.is_some() {
            *hovered = outcome.hovered;
        }
        if outcome.copied {
            effects.push(Effect::Tell(say!("window-copied-quotation")));
        }
        if let Some(passage) = outcome.read {
            effects.push(Effect::Read(passage));
        }
    }

    /// What selection and pointer light up, kept until one of them changes.
    pub(super) fn lit(&mut self, index: &Arc<Index>, view: &View) -> Highlight {
        let selection = view.selected(index);
        let key = Lit {
            index: Arc::clone(index),
            moment: details::pair_of(&selection).and(view.moment()),
            selection,
            hovered: self.hovered,
        };
        match &self.tab.lit {
            Some((held, lit)) if *held == key => lit.clone(),
            _ => {
                let lit = details::lit(index, &key.selection, key.hovered, key.moment);
                self.tab.lit = Some((key, lit.clone()));
                lit
            }
        }
    }

    pub(super) fn nothing_open(
        &mut self,
        ui: &mut Ui,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
    ) {
        let frame = Frame::NONE.fill(color32(theme.canvas));
        CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ui.vertical_centered(|ui| {
                ui.add_space(ui.available_height() * 0.38);
                if let Some(opening) = &self.opening {
                    opening_page(ui, opening, theme);
                    return;
                }
                let text = say!("window-empty");
                let text = RichText::new(text).text_style(named(TextStyle::ItemTitle));
                ui.label(text.color(color32(theme.text)));
                ui.add_space(12.0);
                let open = RichText::new(say!("window-empty-open")).color(color32(theme.on_accent));
                if ui
                    .add(egui::Button::new(open).fill(color32(theme.accent)))
                    .clicked()
                {
                    effects.push(Effect::Do(Action::Open));
                }
                ui.add_space(8.0);
                let keys = self.keymap.first(Action::Open);
                ui.label(RichText::new(keys).color(color32(theme.muted)));
            });
        });
    }

    pub(super) fn popups(&mut self, theme: &'static Theme, effects: &mut Vec<Effect>) {
        let ctx = self.ctx.clone();
        if self.keys_sheet.is_open() && self.keys_sheet.show(&ctx, &mut self.keymap, theme) {
            self.settings.keys = self.keymap.kept();
            self.save_settings();
        }
        effects.extend(self.palette.show(&ctx, theme));
        self.item_menu(theme, effects);
        self.format_page.show(&ctx, theme);
        self.steps_popup(theme, effects);
        if !dialog::is_open(&ctx) {
            self.tour.show(&ctx, &self.places, theme);
        }
        if self.export.open {
            let wish = self.with_export(ExportDialog::show);
            match wish.unwrap_or(Wish::Nothing) {
                Wish::Nothing => {}
                Wish::Copy => self.copy_picture(self.export.subject()),
                Wish::Browse(path, kind) => {
                    let name = path
                        .file_name()
                        .map(|name| name.to_string_lossy().into_owned());
                    let folder = path.parent().map(Path::to_owned);
                    self.dialogs
                        .ask_save(&ctx, folder, name.unwrap_or_default(), kind);
                }
                Wish::Save(path) => self.save_picture(path),
            }
        }
        self.path_prompt(&ctx);
        self.table_prompt(theme);
        let keeps = self.tab.keeping.keeps();
        let named = self
            .naming
            .show(&ctx, self.tab.history.view(), keeps, theme);
        effects.extend(named.map(Effect::Settle));
        let seen = self.tab.timeline.window().unwrap_or_default();
        if let Some(window) = self.jump.show(&ctx, theme, |text| meant(text, seen)) {
            effects.push(Effect::Settle(Command::ShowWindow(Some(window))));
        }
        if self.notice.is_none() && self.opening.is_none() {
            self.notice = self.unread.take();
        }
        if let Some(notice) = self.notice.clone() {
            match notice::show(&ctx, &notice, theme) {
                Reaction::None => {}
                Reaction::Closed => self.notice = None,
                Reaction::Took(offer) => {
                    self.notice = None;
                    match offer {
                        Offer::ShowProblems => self.show_problems(true),
                        Offer::TypePath => effects.push(Effect::Do(Action::OpenPath)),
                        Offer::Reveal(path) | Offer::ShowReport(path) => self.reveal(path),
                        Offer::Restore(session) => self.restore(*session),
                        Offer::StartAfresh => self.start_afresh(),
                        Offer::ShowHidden(id) => self.show_hidden(&id),
                    }
                }
            }
        }
        if let Some(opening) = &self.opening
            && self.tab.story.is_none()
            && opening.progress.is_cancelled()
        {
            self.opening = None;
        }
    }

    /// The menu of what was clicked, where it is open.
    fn item_menu(&mut self, theme: &Theme, effects: &mut Vec<Effect>) {
        let Some(index) = self.index().cloned() else {
            return;
        };
        let mut menu = std::mem::take(&mut self.item_menu);
        let ground = item_menu::Ground {
            index: &index,
            view: self.view(),
            theme,
            asking: Asking {
                keymap: &self.keymap,
                enabled: &|action| self.enabled(action),
            },
        };
        menu.show(&self.ctx, &ground, effects);
        self.item_menu = menu;
    }

    pub(super) fn path_prompt(&mut self, ctx: &egui::Context) {
        let Some(mut path) = self.typed_path.take() else {
            return;
        };
        let words = [
            say!("window-path"),
            say!("window-path-label"),
            "/home/me/story.ron",
            say!("window-path-open"),
        ];
        match dialog::ask_path(ctx, self.theme(), words, &mut path) {
            Typed::Typing => self.typed_path = Some(path),
            // What was typed is not lost by a slip in it.
            Typed::Chosen(chosen) if !chosen.is_file() => {
                let path = chosen.display().to_string();
                let text = if chosen.exists() {
                    say!("window-path-no-file", path = path)
                } else {
                    say!("window-path-nothing", path = path)
                };
                self.notice = Some(Notice::trouble(text));
                self.typed_path = Some(path);
            }
            Typed::Chosen(path) => self.open(Origin::file(path)),
            Typed::Cancelled => {}
        }
    }
}

/// The stretch of time that `text` means to somebody who sees `window`, with that in words, or why it
/// means none.
fn meant(text: &str, window: Window) -> Result<(Window, String), String> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
    let from = timeline::Standpoint {
        window,
        today: Tick(seconds.saturating_mul(TICKS_PER_SECOND)),
    };
    let landing = timeline::jump(text, from).map_err(|error| error.to_string())?;
    Ok((landing.window, sentence_case(&landing.words)))
}

/// What stands in the window while its first story is opened.
fn opening_page(ui: &mut Ui, opening: &Opening, theme: &Theme) {
    let words = say!("window-opening", name = opening.origin.name());
    let text = RichText::new(words).text_style(named(TextStyle::ItemTitle));
    ui.label(text.color(color32(theme.muted)));
    ui.add_space(12.0);
    let done = opening.progress.fraction();
    ui.add(
        egui::ProgressBar::new(done)
            .desired_width(280.0)
            .desired_height(6.0),
    );
    ui.add_space(6.0);
    let percent = RichText::new(percent(done));
    ui.label(
        percent
            .text_style(named(TextStyle::Caption))
            .color(color32(theme.muted)),
    );
    ui.add_space(12.0);
    if ui.button(say!("window-cancel")).clicked()
        || ui.input(|input| input.key_pressed(Key::Escape))
    {
        opening.progress.cancel();
    }
    // Progress moves without input.
    ui.ctx()
        .request_repaint_after(std::time::Duration::from_millis(250));
}

/// How much of a work is done, from 0 to 1, in words.
fn percent(done: f32) -> String {
    format!("{:.0} %", done * 100.0)
}

/// How far a work in the background is, in the status line.
fn working(ui: &mut Ui, done: f32, words: &str, theme: &Theme) {
    let bar = egui::ProgressBar::new(done)
        .desired_width(120.0)
        .desired_height(6.0);
    ui.add(bar);
    let text = RichText::new(words).text_style(named(TextStyle::Caption));
    ui.label(text.color(color32(theme.muted)));
    // Progress moves without input.
    ui.ctx()
        .request_repaint_after(std::time::Duration::from_millis(250));
}
