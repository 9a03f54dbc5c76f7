//! The rows under the search field.

use eframe::egui::accesskit::Role;
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Pos2, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::index::search::matched;
use crate::language::{grouped, say};
use crate::scene::screen::{color32, font_id, in_visual_order};
use crate::scene::{TextStyle, Theme};
use crate::story::{Date, Item};

use super::super::hiding;
use super::super::marks::{paint_glyph, paint_lozenge};
use super::Ground;
use super::choices::Offer;

/// Height of a row, in points.
pub(super) const ROW: f32 = 26.0;
/// The most that the words at the end of a row are wide, in points.
const NOTE: f32 = 230.0;
/// Bytes of a title that stand before the first words that were sought.
const BEFORE: usize = 32;

/// Room for a row that can be chosen, called `label`, tinted where it stands out.
fn row(ui: &mut Ui, role: Role, label: &str, stands_out: bool, theme: &Theme) -> (Rect, Response) {
    let size = Vec2::new(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(role, true, stands_out, label));
    if stands_out || response.hovered() {
        let tint = color32(theme.text.at(0.06));
        ui.painter().rect_filled(rect, 0.0, tint);
    }
    (rect, response)
}

/// Words at the end of a row; returns how wide they are.
fn caption(ui: &Ui, rect: Rect, words: String, theme: &Theme) -> f32 {
    let color = color32(theme.muted);
    let mut job = LayoutJob::simple_singleline(words, font_id(TextStyle::Caption), color);
    job.wrap = TextWrapping::truncate_at_width(NOTE);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = galley.size();
    let at = Pos2::new(rect.right() - 16.0 - size.x, rect.center().y - size.y / 2.0);
    ui.painter().galley(at, galley, color);
    size.x
}

/// A way to go on with what was typed, with the key that takes it.
pub(super) fn offer(
    ui: &mut Ui,
    offer: &Offer,
    with_tab: bool,
    stands_out: bool,
    theme: &Theme,
) -> Response {
    let count = offer.count.map(|count| grouped(count as u64));
    let label = [
        Some(offer.text.clone()),
        Some(offer.meaning.clone()),
        count.clone(),
    ];
    let label = label.into_iter().flatten().filter(|part| !part.is_empty());
    let label = label.collect::<Vec<_>>().join(", ");
    let label = say!("search-write", words = label);
    let (rect, response) = row(ui, Role::ListBoxOption, &label, stands_out, theme);
    let mut end = count.unwrap_or_default();
    if with_tab {
        end = if end.is_empty() {
            say!("search-key-tab").to_owned()
        } else {
            say!("search-count-and-tab", count = end)
        };
    }
    let noted = caption(ui, rect, end, theme);
    let format = |style, ink| TextFormat {
        font_id: font_id(style),
        color: color32(ink),
        ..TextFormat::default()
    };
    let mut job = LayoutJob {
        wrap: TextWrapping::truncate_at_width((rect.width() - 48.0 - noted).max(40.0)),
        ..LayoutJob::default()
    };
    job.append(&offer.text, 0.0, format(TextStyle::BodyStrong, theme.text));
    job.append(&offer.meaning, 8.0, format(TextStyle::Body, theme.muted));
    write(ui, rect, 16.0, job, theme);
    response
}

/// The row that leaves only what was found.
pub(super) fn only(ui: &mut Ui, words: &str, stands_out: bool, theme: &Theme) -> Response {
    let (rect, response) = row(ui, Role::Button, words, stands_out, theme);
    let noted = caption(ui, rect, say!("search-key-only").to_owned(), theme);
    let ink = color32(theme.accent);
    let words = in_visual_order(words).into_owned();
    let mut job = LayoutJob::simple_singleline(words, font_id(TextStyle::Body), ink);
    job.wrap = TextWrapping::truncate_at_width((rect.width() - 48.0 - noted).max(40.0));
    write(ui, rect, 16.0, job, theme);
    response
}

/// The row that lists more of a sort.
pub(super) fn more(ui: &mut Ui, words: &str, stands_out: bool, theme: &Theme) -> Response {
    let (rect, response) = row(ui, Role::Button, words, stands_out, theme);
    let ink = color32(theme.accent);
    let job = LayoutJob::simple_singleline(words.to_owned(), font_id(TextStyle::Caption), ink);
    write(ui, rect, 40.0, job, theme);
    response
}

/// Writes `job` into a row, so many points from its beginning.
fn write(ui: &Ui, rect: Rect, from: f32, job: LayoutJob, theme: &Theme) {
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = Pos2::new(rect.left() + from, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color32(theme.text));
}

/// A hit: its mark, its title with what was sought, and a word or two on it.
pub(super) fn hit(
    ui: &mut Ui,
    ground: &Ground<'_>,
    item: Item,
    sought: &[String],
    stands_out: bool,
) -> Response {
    let Ground { index, theme, .. } = *ground;
    let title = index.title_of(item);
    let note = note(ground, item, sought);
    let kind = item.kind().word();
    let label = say!("search-hit", kind = kind, title = title, note = note);
    let (rect, response) = row(ui, Role::ListBoxOption, &label, stands_out, theme);
    let middle = rect.center().y;
    let at = Pos2::new(rect.left() + 24.0, middle);
    match item {
        Item::Event(ix) => paint_lozenge(ui.painter(), at, 9.0, theme.kind(index.event_style(ix))),
        Item::Actor(ix) => {
            paint_glyph(
                ui.painter(),
                index.actor_style(ix),
                at,
                10.0,
                theme,
                theme.canvas,
            );
        }
        Item::Relation(_) => {
            let stroke = Stroke::new(1.5, color32(theme.muted));
            ui.painter().hline(at.x - 5.0..=at.x + 5.0, at.y, stroke);
        }
        Item::Passage(_) | Item::Source(_) => {}
    }
    let noted = caption(ui, rect, note, theme);
    let room = rect.width() - 40.0 - 28.0 - noted;
    let job = lit_title(&title, sought, room, theme);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = Pos2::new(rect.left() + 40.0, middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color32(theme.text));
    response
}

fn lit_title(title: &str, sought: &[String], room: f32, theme: &Theme) -> LayoutJob {
    let format = |style: TextStyle| TextFormat {
        font_id: font_id(style),
        color: color32(theme.text),
        ..TextFormat::default()
    };
    let mut job = LayoutJob {
        wrap: TextWrapping::truncate_at_width(room.max(40.0)),
        ..LayoutJob::default()
    };
    let found = matched(title, sought);
    let first = found.first().map_or(0, |range| range.start);
    let mut from = beginning(title, first);
    if from > 0 {
        job.append("… ", 0.0, format(TextStyle::Body));
    }
    for range in found {
        let before = title.get(from..range.start).unwrap_or_default();
        job.append(before, 0.0, format(TextStyle::Body));
        let lit = TextFormat {
            underline: Stroke::new(1.0, color32(theme.accent)),
            ..format(TextStyle::LabelSelected)
        };
        job.append(title.get(range.clone()).unwrap_or_default(), 0.0, lit);
        from = range.end;
    }
    let rest = title.get(from..).unwrap_or_default();
    job.append(rest, 0.0, format(TextStyle::Body));
    job
}

/// Where a title is to begin, in bytes, so that what stands at `sought` is in sight: at a word.
fn beginning(title: &str, sought: usize) -> usize {
    let far = sought.saturating_sub(BEFORE);
    if far == 0 {
        return 0;
    }
    let words = title.match_indices(' ').map(|(at, _)| at + 1);
    words
        .filter(|at| *at <= sought)
        .find(|at| *at >= far)
        .unwrap_or(sought)
}

/// A word or two on an item: whether something hides it, when it was, of what kind it is, where it stands, and by
/// which other name it was found.
fn note(ground: &Ground<'_>, item: Item, sought: &[String]) -> String {
    let index = ground.index;
    let story = index.story();
    let words = match item {
        Item::Event(ix) => {
            let date = story.event(ix).when.date;
            date.map_or_else(|| say!("search-undated").to_owned(), Date::brief)
        }
        Item::Actor(ix) => index.actor_style(ix).label.clone(),
        Item::Relation(ix) => {
            let date = story.relation(ix).during.date;
            date.map(Date::brief).unwrap_or_default()
        }
        Item::Passage(ix) => story.source(story.passage(ix).source).title.to_owned(),
        Item::Source(ix) => story.source(ix).kind.to_owned(),
    };
    let other = match item {
        Item::Actor(ix) if matched(story.actor(ix).name, sought).is_empty() => {
            let mut others = story.actor(ix).aliases.iter();
            others.find(|other| !matched(other, sought).is_empty())
        }
        _ => None,
    };
    let hidden = hiding::hidden_by(index, ground.view, item);
    let parts = [
        hidden.first().map(|hiding| hiding.words().to_owned()),
        (!words.is_empty()).then_some(words),
        other.map(|other| say!("search-also", name = other)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_begins_at_a_word_before_what_is_sought() {
        let title = "the agency said on Monday in a long statement that the pilots were asked";
        let at = title.find("pilots").unwrap();
        let begin = beginning(title, at);
        assert_eq!(&title[begin..at], "in a long statement that the ");
        assert_eq!(beginning(title, 20), 0);
        let unbroken = "ä".repeat(60);
        assert_eq!(beginning(&unbroken, 80), 80);
    }
}
