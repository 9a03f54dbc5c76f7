//! egui dressed in the program's theme.

use eframe::egui::{
    self, Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style,
    TextStyle as EguiStyle, Vec2, Visuals,
};

use crate::scene::screen::{color32, font_id};
use crate::scene::{Rgba, TextStyle, Theme};

/// The name of a style of egui for each of ours that is not one of its own.
#[must_use]
pub fn named(style: TextStyle) -> EguiStyle {
    match style {
        TextStyle::Body => EguiStyle::Body,
        TextStyle::Caption => EguiStyle::Small,
        other => EguiStyle::Name(format!("{other:?}").into()),
    }
}

/// Sets fonts, type scale, spacing and colours.
pub fn dress(ctx: &egui::Context, theme: &Theme) {
    ctx.set_theme(if theme.dark {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    });
    let style = style(theme);
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
    style.animation_time = 0.1;
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
