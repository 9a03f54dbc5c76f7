//! How quotations stand to their sources: taken over once it is known, and shown in the reader.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Frame, Panel, Ui};

use crate::evidence::source_text::Reader;
use crate::file::write_atomically;
use crate::index::Index;
use crate::language::say;
use crate::scene::Theme;
use crate::scene::screen::color32;
use crate::story::{Item, ItemKind, PassageIx, SourceIx};
use crate::view::Command;

use super::super::background;
use super::super::canvas::{Effect, Shared};
use super::super::checking::{Checking, LookedUp};
use super::super::dialog::{self, Typed};
use super::super::ledger_pane::Listed;
use super::super::notice::{Notice, Offer};
use super::App;

impl App {
    /// Begins to look up the quotations of the story on screen.
    pub(super) fn check_quotations(&mut self) {
        self.tab.checking = self.tab.story.as_ref().and_then(|story| {
            let text = &story.loaded.text;
            let reader = Reader::default();
            let path = story.origin.path();
            Checking::begin(&self.ctx, story.index.shared_story(), path, text, reader)
        });
    }

    /// Takes over what is known of the quotations by now.
    pub(super) fn poll_checking(&mut self) {
        if let Some(looked_up) = self.tab.checking.as_ref().and_then(Checking::poll) {
            self.take_checked(looked_up);
        }
    }

    fn take_checked(&mut self, looked_up: LookedUp) {
        let Some(story) = &mut self.tab.story else {
            return;
        };
        let before = Arc::clone(&story.index);
        let index = Arc::new(before.verified(looked_up.verification));
        story.index = Arc::clone(&index);
        self.tab.timeline.take_verified(&before, &index);
        self.tab.map.take_verified();
        // Problems of a version that is not on screen stay.
        if self.tab.problems.instead.is_none() {
            self.tab
                .problems
                .take_more(&story.loaded, looked_up.problems, &looked_up.text);
        }
        (self.tab.page, self.tab.lit) = (None, None);
        if looked_up.again {
            self.notice = Some(Notice::news(say!("window-source-changed")));
        }
    }

    /// Whether quotations are still being looked up for the first time.
    #[must_use]
    pub fn is_checking(&self) -> bool {
        let known = self
            .index()
            .is_some_and(|index| index.verification().has_texts());
        self.tab.checking.is_some() && !known
    }

    /// Shows a passage in the text of its source, and selects it.
    pub(super) fn read_passage(&mut self, passage: PassageIx) {
        let Some(index) = self.index().cloned() else {
            return;
        };
        let story = index.story();
        let source = story.passage(passage).source;
        let id = story.id_of(Item::Passage(passage));
        self.tab.history.apply(Command::Select(id));
        self.read_source(source);
        self.tab.reader.go_to(passage);
    }

    fn read_source(&mut self, source: SourceIx) {
        let Some(index) = self.index().cloned() else {
            return;
        };
        let id = index.story().source(source).id.to_owned();
        self.tab.history.apply(Command::Read(Some(id)));
    }

    /// Opens the reader on what is selected, or closes it.
    pub(super) fn toggle_reader(&mut self) {
        if self.view().reading.is_some() {
            self.tab.history.apply(Command::Read(None));
            return;
        }
        let Some(index) = self.index().cloned() else {
            return;
        };
        let of = |item: Item| match item {
            Item::Source(source) => Some((source, None)),
            Item::Passage(passage) => Some((index.story().passage(passage).source, Some(passage))),
            _ => {
                let link = index.evidence_of(item).first()?;
                let source = index.story().passage(link.passage).source;
                Some((source, Some(link.passage)))
            }
        };
        let chosen = self.view().focused(&index).and_then(of);
        let readable = (0..index.story().sources().len()).map(SourceIx::at);
        let mut readable = readable.filter(|&ix| index.verification().text(ix).is_some());
        let any = (index.story().sources().len() > 0).then(|| SourceIx::at(0));
        match chosen.or_else(|| readable.next().or(any).map(|source| (source, None))) {
            Some((source, passage)) => {
                self.read_source(source);
                if let Some(passage) = passage {
                    self.tab.reader.go_to(passage);
                }
            }
            None => {
                self.notice = Some(Notice::news(say!("window-no-source")));
            }
        }
    }

    /// Saves a table at `path`, off the thread that paints.
    pub(super) fn save_table(&mut self, path: PathBuf, table: Listed) {
        let saving = background::begin(&self.ctx, move || {
            let text = table.table(&path);
            match write_atomically(&path, text.as_bytes()) {
                Ok(()) => Notice::news(say!("window-saved", path = path.display().to_string()))
                    .offering(Offer::Reveal(path)),
                Err(error) => Notice::trouble(say!(
                    "window-not-saved",
                    path = path.display().to_string(),
                    why = error.to_string()
                )),
            }
        });
        self.saving = Some(saving);
    }

    /// Where a table is saved that nobody says another place for.
    pub(super) fn default_table_path(&self) -> String {
        let folder = self.settings.export_folder.clone();
        let folder = folder.or_else(|| std::env::current_dir().ok());
        let path = folder.unwrap_or_default().join("claims.csv");
        path.display().to_string()
    }

    /// Asks by keyboard where a table is to be saved.
    pub(super) fn table_prompt(&mut self, theme: &'static Theme) {
        let Some(mut path) = self.table_path.take() else {
            return;
        };
        let words = [
            say!("window-save-claims"),
            say!("window-save-claims-path"),
            "claims.csv",
            say!("window-save-claims-do"),
        ];
        let ctx = self.ctx.clone();
        match dialog::ask_path(&ctx, theme, words, &mut path) {
            Typed::Typing => self.table_path = Some(path),
            Typed::Chosen(path) => {
                if let Some(table) = self.table.take() {
                    self.save_table(path, table);
                }
            }
            Typed::Cancelled => self.table = None,
        }
    }

    /// The reader beside the views, where a source is read.
    pub(super) fn reading(
        &mut self,
        ui: &mut Ui,
        index: &Arc<Index>,
        theme: &'static Theme,
        effects: &mut Vec<Effect>,
        hovered: &mut Option<Item>,
    ) {
        let view = self.view().clone();
        let Some(id) = &view.reading else { return };
        let Some(Item::Source(source)) = index.story().find(ItemKind::Source, id) else {
            return;
        };
        let selected = view.focused(index);
        let wide = ui.available_width();
        let highlight = self.lit(index, &self.map_view());
        let keyboard = self.keyboard;
        let size = self.settings.splits.of("reader");
        let shown = Panel::right("reader")
            .resizable(true)
            .default_size(size.unwrap_or((wide * 0.42).clamp(320.0, 620.0)))
            .size_range(300.0..=(wide - 240.0).clamp(300.0, 900.0))
            .frame(Frame::NONE.fill(color32(theme.canvas)))
            .show(ui, |ui| {
                let mut shared = Shared {
                    index,
                    theme,
                    effects,
                    hovered,
                    keyboard,
                    highlight,
                };
                self.tab.reader.show(ui, source, selected, &mut shared);
            });
        let taken = shown.response.rect.width();
        self.settings.splits.keep("reader", taken);
    }
}
