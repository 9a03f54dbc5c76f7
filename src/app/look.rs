//! egui dressed in the program's theme.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    self, Align, Button, Color32, CornerRadius, FontFamily, FontId, Frame, Galley, Id, Layout,
    Margin, Response, RichText, Shadow, Stroke, Style, TextBuffer, TextEdit,
    TextStyle as EguiStyle, Ui, Vec2, Visuals, WidgetInfo,
};

use eframe::egui::containers::menu::MenuButton;

use crate::language::Language;
use crate::scene::screen::{color32, font_id, in_visual_order};
use crate::scene::{Rgba, TextStyle, Theme};

use super::icons;

/// `words`, such as a heading, as they stand within a sentence: in small letters, where nouns have no capitals.
#[must_use]
pub fn within(words: &str) -> String {
    match Language::current() {
        Language::German => words.to_owned(),
        Language::English | Language::Bracketed => words.to_lowercase(),
    }
}

/// The name of a style of egui for each of ours that is not one of its own.
#[must_use]
pub fn named(style: TextStyle) -> EguiStyle {
    match style {
        TextStyle::Body => EguiStyle::Body,
        TextStyle::Caption => EguiStyle::Small,
        other => EguiStyle::Name(format!("{other:?}").into()),
    }
}

/// How long egui's own movements take, in seconds.
const MOVEMENT: f32 = 0.1;

/// `text` in one line of `style`, cut where it is longer than `width` points.
pub fn one_line(ui: &Ui, text: &str, style: TextStyle, ink: Rgba, width: f32) -> Arc<Galley> {
    let text = in_visual_order(text).into_owned();
    let mut job = LayoutJob::simple_singleline(text, font_id(style), color32(ink));
    job.wrap = TextWrapping::truncate_at_width(width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// `text` as the toolkit is to be given it for a paragraph of `style` that is `width` points wide: words that run from right
/// to left stand in each line as they are read.
pub fn paragraph<'a>(ui: &Ui, text: &'a str, style: TextStyle, width: f32) -> Cow<'a, str> {
    if matches!(in_visual_order(text), Cow::Borrowed(_)) {
        return Cow::Borrowed(text);
    }
    let ink = egui::Color32::PLACEHOLDER;
    let job = LayoutJob::simple(text.to_owned(), font_id(style), ink, width);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let mut rest = text.chars();
    let lines = galley.rows.iter().map(|row| {
        let line: String = rest.by_ref().take(row.row.glyphs.len()).collect();
        if row.ends_with_newline {
            rest.next();
        }
        in_visual_order(&line).into_owned()
    });
    let lines: Vec<String> = lines.collect();
    Cow::Owned(lines.join("\n"))
}

/// Whether nothing is to move by itself.
#[must_use]
pub fn is_still(ui: &Ui) -> bool {
    ui.style().animation_time <= 0.0
}

/// Sets fonts, type scale, spacing and colours; `still` lets nothing move by itself.
pub fn dress(ctx: &egui::Context, theme: &Theme, still: bool) {
    ctx.set_theme(if theme.dark {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    });
    let mut style = style(theme);
    style.animation_time = if still { 0.0 } else { MOVEMENT };
    ctx.set_style_of(egui::Theme::Dark, style.clone());
    ctx.set_style_of(egui::Theme::Light, style);
}

fn style(theme: &Theme) -> Style {
    let mut style = Style {
        visuals: visuals(theme),
        ..Style::default()
    };
    for text in [
        TextStyle::StoryTitle,
        TextStyle::ItemTitle,
        TextStyle::Quote,
        TextStyle::Body,
        TextStyle::BodyStrong,
        TextStyle::Label,
        TextStyle::LabelSelected,
        TextStyle::AxisCoarse,
        TextStyle::Caption,
    ] {
        style.text_styles.insert(named(text), font_id(text));
    }
    style
        .text_styles
        .insert(EguiStyle::Button, font_id(TextStyle::Body));
    style
        .text_styles
        .insert(EguiStyle::Heading, font_id(TextStyle::ItemTitle));
    style.text_styles.insert(
        EguiStyle::Monospace,
        FontId::new(12.0, FontFamily::Monospace),
    );
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 4.0);
    spacing.button_padding = Vec2::new(10.0, 4.0);
    spacing.interact_size = Vec2::new(28.0, 28.0);
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(4);
    spacing.tooltip_width = 320.0;
    spacing.icon_width = 16.0;
    spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.tooltip_delay = 0.5;
    style.interaction.selectable_labels = false;
    style
}

fn visuals(theme: &Theme) -> Visuals {
    let base = if theme.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let text = color32(theme.text);
    let hairline = Stroke::new(1.0, color32(theme.hairline));
    let accent = color32(theme.accent);
    let mut visuals = Visuals {
        dark_mode: theme.dark,
        override_text_color: None,
        weak_text_color: Some(color32(theme.muted)),
        hyperlink_color: accent,
        faint_bg_color: color32(theme.background),
        extreme_bg_color: color32(theme.canvas),
        text_edit_bg_color: Some(color32(theme.canvas)),
        warn_fg_color: color32(theme.warning),
        error_fg_color: accent,
        panel_fill: color32(theme.background),
        window_fill: color32(theme.canvas),
        window_stroke: hairline,
        window_corner_radius: CornerRadius::same(4),
        menu_corner_radius: CornerRadius::same(4),
        window_shadow: tint(theme),
        popup_shadow: tint(theme),
        button_frame: true,
        slider_trailing_fill: true,
        ..base
    };
    visuals.selection.bg_fill = color32(theme.accent.at(0.16));
    visuals.selection.stroke = Stroke::new(1.0, accent);
    let wash = |strength: f32| color32(theme.text.at(strength));
    let widgets = &mut visuals.widgets;
    for (state, fill, ink, line) in [
        (
            &mut widgets.noninteractive,
            Color32::TRANSPARENT,
            text,
            hairline,
        ),
        (
            &mut widgets.inactive,
            Color32::TRANSPARENT,
            text,
            Stroke::NONE,
        ),
        (&mut widgets.hovered, wash(0.06), text, Stroke::NONE),
        (
            &mut widgets.active,
            wash(0.12),
            text,
            Stroke::new(1.5, accent),
        ),
        (&mut widgets.open, wash(0.08), text, Stroke::NONE),
    ] {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = line;
        state.fg_stroke = Stroke::new(1.0, ink);
        state.corner_radius = CornerRadius::same(4);
        state.expansion = 0.0;
    }
    // Sliders and check boxes need a ground of their own to be seen.
    widgets.inactive.bg_fill = color32(theme.hairline);
    visuals
}

/// A button that says what is chosen, and opens the menu in which that is done. It shortens its words where
/// there is no room for them and it `gives` way.
pub fn choice_button(
    ui: &mut Ui,
    words: RichText,
    gives: bool,
    menu: impl FnOnce(&mut Ui),
) -> Response {
    let name = words.text().to_owned();
    let mut button = Button::new((words, RichText::new(icons::CHEVRON_DOWN).size(14.0)));
    if gives {
        button = button.truncate();
    }
    let (response, _) = MenuButton::from_button(button).ui(ui, menu);
    // Without the glyph of the arrow.
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
    response
}

/// What a field for words may have besides.
#[derive(Default)]
pub struct Field {
    /// What it is known by, where that matters.
    pub id: Option<Id>,
    /// What of the words is wrong, in bytes: it is underlined.
    pub wrong: Option<Range<usize>>,
    /// Whether Tab is the field's own, and does not lead out of it.
    pub keeps_tab: bool,
}

/// A field for words to be looked for, so many points wide, called `name`.
pub fn search_field(
    ui: &mut Ui,
    words: &mut String,
    name: &str,
    width: f32,
    theme: &Theme,
) -> Response {
    search_field_with(ui, words, name, width, theme, &Field::default())
}

/// The same, with what it has besides.
pub fn search_field_with(
    ui: &mut Ui,
    words: &mut String,
    name: &str,
    width: f32,
    theme: &Theme,
    field: &Field,
) -> Response {
    let frame = Frame::NONE
        .fill(color32(theme.canvas))
        .stroke(Stroke::new(1.0, color32(theme.hairline)))
        .corner_radius(14.0)
        .inner_margin(Margin::symmetric(12, 0));
    let mut layouter = |ui: &Ui, words: &dyn TextBuffer, _: f32| {
        let job = underlined(words.as_str(), field.wrong.as_ref(), theme);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let mut edit = TextEdit::singleline(words)
        .hint_text(name)
        .frame(Frame::NONE)
        .margin(Margin::ZERO)
        .align(egui::Align2::LEFT_CENTER)
        .lock_focus(field.keeps_tab)
        .desired_width(width);
    if let Some(id) = field.id {
        edit = edit.id(id);
    }
    if field.wrong.is_some() {
        edit = edit.layouter(&mut layouter);
    }
    let room = Vec2::new(width + 24.0, 28.0);
    let response = ui
        .allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
            frame.show(ui, |ui| ui.add(edit)).inner
        })
        .inner;
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::SearchInput, true, name));
    response
}

/// `words` in a line, with what is wrong underlined.
fn underlined(words: &str, wrong: Option<&Range<usize>>, theme: &Theme) -> LayoutJob {
    let plain = TextFormat {
        font_id: font_id(TextStyle::Body),
        color: color32(theme.text),
        ..TextFormat::default()
    };
    let marked = TextFormat {
        underline: Stroke::new(2.0, color32(theme.warning)),
        ..plain.clone()
    };
    let parts = wrong.and_then(|wrong| {
        let before = words.get(..wrong.start)?;
        Some((before, words.get(wrong.clone())?, words.get(wrong.end..)?))
    });
    let (before, within, after) = parts.unwrap_or((words, "", ""));
    let mut job = LayoutJob::default();
    job.append(before, 0.0, plain.clone());
    job.append(within, 0.0, marked);
    job.append(after, 0.0, plain);
    job
}

/// A hairline and a faint tint two points down: the only depth there is.
fn tint(theme: &Theme) -> Shadow {
    let ink = if theme.dark {
        Rgba::opaque([0; 3]).at(0.5)
    } else {
        theme.text.at(0.08)
    };
    Shadow {
        offset: [0, 2],
        blur: 0,
        spread: 0,
        color: color32(ink),
    }
}
