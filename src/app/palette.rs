//! The palette: everything that can be done, found by typing a few letters of it.

use std::path::PathBuf;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    self, Align2, Frame, Id, Key, Margin, Modal, Modifiers, Pos2, Response, ScrollArea, Sense,
    Stroke, Ui, Vec2, WidgetInfo,
};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::language::{say, within};
use crate::scene::screen::{color32, font_id};
use crate::scene::{TextStyle, Theme};
use crate::view::{ArrangeBy, Command, GroupBy, LaneBy, LeftOut, Outside, SavedView, SizeBy};

use super::action::{Action, Keymap};
use super::canvas::Effect;
use super::look::search_field;
use super::{chips_row, evidence_menu};

/// Width of the palette, in points.
const WIDTH: f32 = 560.0;
/// Height of an entry, in points.
const ROW: f32 = 28.0;
/// Points between the window's top and the palette's.
const TOP: f32 = 64.0;
/// Entries that a page moves by.
const PAGE: usize = 8;
/// What was done last stands in front while nothing is typed: so many.
const RECENT: usize = 5;

/// Something that can be done.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    name: String,
    /// What it does, or why it cannot be done now.
    note: String,
    /// Other words under which people look for it.
    also: &'static str,
    keys: String,
    enabled: bool,
    does: Effect,
}

/// What the palette is opened with.
pub struct Ground<'a> {
    /// Which keys ask for what.
    pub keymap: &'a Keymap,
    /// Whether what an action needs is so.
    pub enabled: &'a dyn Fn(Action) -> bool,
    /// Whether a story is open.
    pub has_story: bool,
    /// The kinds of directed relations, each with what it is called.
    pub directed_kinds: Vec<(String, String)>,
    /// Files opened before, the last one first.
    pub recent: &'a [PathBuf],
    /// Views that were given a name.
    pub saved: &'a [SavedView],
}

/// The palette, closed or open.
#[derive(Default)]
pub struct Palette {
    open: Option<Open>,
    /// Names of what was done last, the last first.
    done: Vec<String>,
}

struct Open {
    words: String,
    at: usize,
    entries: Vec<Entry>,
    /// What is listed for these words: places among the entries, and which letters of the name matched.
    found: Vec<(usize, Vec<u32>)>,
    is_new: bool,
}

impl Palette {
    /// Opens the palette.
    pub fn begin(&mut self, ground: &Ground<'_>) {
        let mut open = Open {
            words: String::new(),
            at: 0,
            entries: entries(ground),
            found: Vec::new(),
            is_new: true,
        };
        open.found = found("", &open.entries, &self.done);
        self.open = Some(open);
    }

    /// Shows the palette; returns what was chosen in it.
    pub fn show(&mut self, ctx: &egui::Context, theme: &Theme) -> Option<Effect> {
        let mut open = self.open.take()?;
        let id = Id::unique("palette");
        if open.is_new {
            egui::Popup::close_all(ctx);
        }
        let room = ctx.content_rect().size();
        let frame = Frame::popup(&ctx.global_style()).inner_margin(Margin::symmetric(0, 8));
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, Vec2::new(0.0, TOP));
        let modal = Modal::new(id).area(area).frame(frame).show(ctx, |ui| {
            ui.set_width(WIDTH.min(room.x - 32.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            let steps = ui.input_mut(taken_steps);
            let enter = ui.input(|input| input.key_pressed(Key::Enter));
            let field = ui
                .horizontal(|ui| {
                    ui.add_space(12.0);
                    let width = ui.available_width() - 36.0;
                    search_field(ui, &mut open.words, say!("palette-field"), width, theme)
                })
                .inner;
            if open.is_new || !field.has_focus() {
                field.request_focus();
            }
            if field.changed() {
                open.found = found(&open.words, &open.entries, &self.done);
                open.at = 0;
            }
            open.at = stepped(open.at, steps, open.found.len());
            ui.add_space(8.0);
            let clicked = list(ui, &open, steps != 0, room.y - TOP - 120.0, theme);
            clicked.or(enter.then_some(open.at))
        });
        let chosen = modal.inner.and_then(|at| open.found.get(at));
        let chosen = chosen.and_then(|(at, _)| open.entries.get(*at));
        if let Some(entry) = chosen.filter(|entry| entry.enabled) {
            self.done.retain(|name| *name != entry.name);
            self.done.insert(0, entry.name.clone());
            self.done.truncate(RECENT);
            return Some(entry.does.clone());
        }
        open.is_new = false;
        if !modal.should_close() {
            self.open = Some(open);
        }
        None
    }
}

/// How far the keys move in the list; the field has the others.
fn taken_steps(input: &mut egui::InputState) -> isize {
    let page = isize::try_from(PAGE).unwrap_or(1);
    [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, page),
        (Key::PageUp, -page),
    ]
    .into_iter()
    .map(|(key, step)| {
        let times = input.count_and_consume_key(Modifiers::NONE, key);
        step * isize::try_from(times).unwrap_or(0)
    })
    .sum()
}

/// The place `steps` after `at` among `count`; one step past an end begins at the other.
fn stepped(at: usize, steps: isize, count: usize) -> usize {
    let last = count.saturating_sub(1);
    match steps {
        1 if at >= last => 0,
        -1 if at == 0 => last,
        _ => at.saturating_add_signed(steps).min(last),
    }
}

/// Everything that can be done now, or could be.
fn entries(ground: &Ground<'_>) -> Vec<Entry> {
    let actions = Action::ALL.iter().copied();
    let actions = actions.filter(|action| *action != Action::Palette);
    let mut all: Vec<Entry> = actions
        .map(|action| {
            let enabled = (ground.enabled)(action);
            let reason = action.needs().sentence();
            let note = if enabled || reason.is_empty() {
                action.explanation()
            } else {
                reason
            };
            Entry {
                name: action.name().to_owned(),
                note: note.to_owned(),
                also: action.also().unwrap_or_default(),
                keys: ground.keymap.first(action),
                enabled,
                does: Effect::Do(action),
            }
        })
        .collect();
    if ground.has_story {
        all.extend(choices(ground));
    }
    all.extend(ground.recent.iter().map(|path| {
        let name = path.file_name().unwrap_or(path.as_os_str());
        Entry {
            name: say!("palette-open", file = name.to_string_lossy()),
            note: path.display().to_string(),
            also: say!("palette-recent.also"),
            keys: String::new(),
            enabled: true,
            does: Effect::Open(path.clone()),
        }
    }));
    all
}

/// What menus offer as choices of one thing.
fn choices(ground: &Ground<'_>) -> Vec<Entry> {
    let entry = |name: String, note: &str, command: Command| Entry {
        name,
        note: note.to_owned(),
        also: "",
        keys: String::new(),
        enabled: true,
        does: Effect::Settle(command),
    };
    let lanes = LaneBy::ALL.into_iter().map(|lanes| {
        let note = say!("palette-lanes.does");
        let name = say!("palette-lanes", by = within(lanes.name()));
        entry(name, note, Command::PartLanes(lanes))
    });
    let outside = Outside::ALL.into_iter().map(|outside| {
        let note = say!("palette-outside.does");
        entry(
            outside.name().to_owned(),
            note,
            Command::ShowOutside(outside),
        )
    });
    let sizes = SizeBy::ALL.into_iter().map(|size| {
        let note = say!("palette-size.does");
        entry(
            say!("palette-size", what = within(size.name())),
            note,
            Command::SizeBy(size),
        )
    });
    let groups = GroupBy::ALL.into_iter().map(|group| {
        let note = say!("palette-groups.does");
        let name = say!("palette-groups", by = within(group.name()));
        entry(name, note, Command::GroupBy(group))
    });
    let layers = ground.directed_kinds.iter().map(|(kind, name)| {
        let by = ArrangeBy::Layers(Some(kind.clone()));
        let note = say!("palette-layers.does");
        let name = say!("palette-layers", kind = within(name));
        entry(name, note, Command::Arrange(by))
    });
    let filters = evidence_menu::filters().map(|(term, words)| {
        let note = say!("palette-only.does");
        let filter = Command::Filter(term.to_owned());
        entry(say!("palette-only", what = words), note, filter)
    });
    let left_out = LeftOut::ALL.into_iter().map(|left_out| {
        let note = say!("palette-left-out.does");
        let name = chips_row::name_of(left_out).to_owned();
        entry(name, note, Command::LeaveOut(left_out))
    });
    let saved = ground.saved.iter().map(|saved| {
        let note = say!("palette-saved.does");
        let name = say!("palette-saved", view = saved.name);
        entry(name, note, Command::ShowSaved(saved.name.clone()))
    });
    saved
        .chain(lanes)
        .chain(outside)
        .chain(left_out)
        .chain(sizes)
        .chain(groups)
        .chain(layers)
        .chain(filters)
        .collect()
}

/// The entries that `words` find, the best first, each with the letters of its name that were found. Without
/// words all of them, those done last in front.
fn found(words: &str, entries: &[Entry], done: &[String]) -> Vec<(usize, Vec<u32>)> {
    if words.trim().is_empty() {
        let mut all: Vec<usize> = (0..entries.len()).collect();
        let rank = |at: &usize| {
            let name = entries.get(*at).map(|entry| &entry.name);
            let place = done.iter().position(|held| Some(held) == name);
            place.unwrap_or(done.len())
        };
        all.sort_by_key(rank);
        return all.into_iter().map(|at| (at, Vec::new())).collect();
    }
    let asked = words.trim().to_lowercase();
    let pattern = Pattern::parse(words, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut ranked: Vec<(u32, usize, Vec<u32>)> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let mut letters = Vec::new();
        let name = Utf32Str::new(&entry.name, &mut buffer);
        // A word of the name says more than one that only means the same, or stands in its explanation.
        let by_name = pattern.indices(name, &mut matcher, &mut letters);
        let name = entry.name.to_lowercase();
        let by_name = by_name.map(|score| score + likeness(&name, &asked));
        let score = by_name.or_else(|| {
            let rest = format!("{name} {} {}", entry.also, entry.note).to_lowercase();
            begins_words(&rest, &asked).then_some(1)
        });
        if let Some(score) = score {
            letters.sort_unstable();
            letters.dedup();
            ranked.push((score + u32::from(entry.enabled), at, letters));
        }
    }
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked
        .into_iter()
        .map(|(_, at, letters)| (at, letters))
        .collect()
}

/// How much more a name is meant than its letters alone say: it is what is typed, begins with it, or has
/// words that begin so.
fn likeness(name: &str, asked: &str) -> u32 {
    if name == asked {
        4000
    } else if name.starts_with(asked) {
        2000
    } else if begins_words(name, asked) {
        1000
    } else {
        0
    }
}

/// Whether each word of `asked` begins a word of `text`; both in lower case.
fn begins_words(text: &str, asked: &str) -> bool {
    let held = || text.split(|c: char| !c.is_alphanumeric());
    let mut words = asked.split_whitespace();
    words.all(|word| held().any(|held| held.starts_with(word)))
}

/// The list of entries: the place of one that was clicked.
fn list(ui: &mut Ui, open: &Open, moved: bool, room: f32, theme: &Theme) -> Option<usize> {
    if open.found.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(24.0);
            let words = say!("palette-nothing", words = open.words.trim());
            ui.label(egui::RichText::new(words).color(color32(theme.muted)));
        });
        ui.add_space(8.0);
        return None;
    }
    let mut clicked = None;
    ScrollArea::vertical()
        .max_height(room.clamp(3.0 * ROW, 13.0 * ROW))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (place, (at, letters)) in open.found.iter().enumerate() {
                let Some(entry) = open.entries.get(*at) else {
                    continue;
                };
                let is_next = place == open.at;
                let response = row(ui, entry, letters, is_next, theme);
                if is_next && (moved || open.is_new) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    clicked = Some(place);
                }
            }
        });
    clicked
}

/// An entry: its name with the letters that were found, what it does, and its keys.
fn row(ui: &mut Ui, entry: &Entry, letters: &[u32], is_next: bool, theme: &Theme) -> Response {
    let wide = Vec2::new(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(wide, Sense::click());
    response.widget_info(|| {
        let label = format!("{}: {}", entry.name, entry.note);
        let role = egui::accesskit::Role::ListBoxOption;
        WidgetInfo::selected(role, entry.enabled, is_next, label)
    });
    if is_next || response.hovered() {
        let wash = color32(theme.text.at(0.06));
        ui.painter().rect_filled(rect, 0.0, wash);
    }
    let ink = if entry.enabled {
        theme.text
    } else {
        theme.muted
    };
    let middle = rect.center().y;
    let muted = color32(theme.muted);
    let line = |ui: &Ui, job: LayoutJob| ui.fonts_mut(|fonts| fonts.layout_job(job));
    let keys = LayoutJob::simple_singleline(entry.keys.clone(), font_id(TextStyle::Caption), muted);
    let keys = line(ui, keys);
    let right = rect.right() - 24.0 - keys.size().x;
    let job = lit_name(
        &entry.name,
        letters,
        theme,
        color32(ink),
        rect.width() - 80.0,
    );
    let name = line(ui, job);
    let after = rect.left() + 24.0 + name.size().x + 12.0;
    let mut note =
        LayoutJob::simple_singleline(entry.note.clone(), font_id(TextStyle::Caption), muted);
    note.wrap = TextWrapping::truncate_at_width((right - 16.0 - after).max(0.0));
    let has_room = right - 16.0 - after > 48.0;
    let note = has_room.then(|| line(ui, note));
    let put = |ui: &Ui, x: f32, galley: std::sync::Arc<egui::Galley>| {
        let at = Pos2::new(x, middle - galley.size().y / 2.0);
        ui.painter().galley(at, galley, muted);
    };
    put(ui, rect.left() + 24.0, name);
    if let Some(note) = note {
        put(ui, after, note);
    }
    put(ui, right, keys);
    response
}

fn lit_name(
    name: &str,
    letters: &[u32],
    theme: &Theme,
    ink: egui::Color32,
    room: f32,
) -> LayoutJob {
    let plain = TextFormat::simple(font_id(TextStyle::Body), ink);
    let lit = TextFormat {
        underline: Stroke::new(1.0, color32(theme.accent)),
        ..plain.clone()
    };
    let mut job = LayoutJob {
        wrap: TextWrapping::truncate_at_width(room),
        ..LayoutJob::default()
    };
    for (at, letter) in (0_u32..).zip(name.chars()) {
        let format = if letters.binary_search(&at).is_ok() {
            &lit
        } else {
            &plain
        };
        job.append(letter.encode_utf8(&mut [0; 4]), 0.0, format.clone());
    }
    job
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::View;

    fn all() -> Vec<Entry> {
        let keymap = Keymap::default();
        entries(&Ground {
            keymap: &keymap,
            enabled: &|_| true,
            has_story: true,
            directed_kinds: vec![("owns".to_owned(), "Owns  4".to_owned())],
            recent: &[PathBuf::from("/stories/bridge.ron")],
            saved: &[SavedView::of("Who decides", &View::default()).unwrap()],
        })
    }

    fn names(words: &str) -> Vec<String> {
        let entries = all();
        let found = found(words, &entries, &[]);
        found
            .iter()
            .map(|(at, _)| entries[*at].name.clone())
            .collect()
    }

    #[test]
    fn a_few_letters_find_what_can_be_done() {
        assert_eq!(names("undo")[0], "Undo");
        assert_eq!(names("fit sel")[0], "Fit the selection");
        assert_eq!(names("bridge"), ["Open bridge.ron"]);
        assert!(names("lanes actor").contains(&"Lanes: actor".to_owned()));
        assert!(names("zzzz").is_empty());
    }

    #[test]
    fn words_that_mean_the_same_find_it_too() {
        for (words, name) in [
            ("sidebar", "Details"),
            ("shortcuts", "Keys"),
            ("png", "Export a picture…"),
            ("dark mode", "Light or dark"),
            ("layout", "Arrange anew"),
        ] {
            assert!(names(words).iter().any(|held| held == name), "{words}");
        }
    }

    #[test]
    fn what_was_done_last_stands_in_front_until_words_are_typed() {
        let entries = all();
        let done = ["Redo".to_owned(), "Quit".to_owned()];
        let first = found("", &entries, &done);
        assert_eq!(entries[first[0].0].name, "Redo");
        assert_eq!(entries[first[1].0].name, "Quit");
        assert_eq!(first.len(), entries.len());
    }

    #[test]
    fn no_two_entries_have_the_same_name() {
        let mut names: Vec<String> = all().into_iter().map(|entry| entry.name).collect();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn steps_go_round_one_by_one_and_stop_at_the_ends_by_pages() {
        assert_eq!(stepped(2, 1, 3), 0);
        assert_eq!(stepped(0, -1, 3), 2);
        assert_eq!(stepped(1, 8, 3), 2);
        assert_eq!(stepped(1, -8, 3), 0);
        assert_eq!(stepped(0, 1, 0), 0);
    }
}
