//! A scene as a canvas: painted, hit-tested, named for screen readers, with its tooltips.

use std::sync::Arc;

use eframe::egui::{
    self, Align, EventFilter, Id, Modifiers, PointerButton, Pos2, Rect, Response, Sense, Ui, Vec2,
    WidgetInfo,
};

use crate::details;
use crate::index::{Highlight, Index, Strength};
use crate::language::say;
use crate::scene::screen::{self, color32};
use crate::scene::{Group, Hit, Point, Scene, TextStyle, Theme, point};
use crate::story::{Item, ItemId, PassageIx, Status};
use crate::view::Command;

use super::action::Action;
use super::look::{named, paragraph};

/// Points by which the pointer may miss a mark.
pub const SLACK: f32 = 4.0;
/// Marks that are named for screen readers; beyond these, the details' lists are the way in.
const NAMED_MARKS: usize = 400;

/// Marks of many items that are named besides.
const NAMED_MANY: usize = 200;

/// What a panel asks for; one place carries it out.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Change the view.
    Change(Command),
    /// Change the view at the end of a gesture that is undone as one.
    Settle(Command),
    /// Change the view in several ways that are undone as one.
    Together(Vec<Command>),
    /// Change the view in several ways, with which a gesture begins that goes on as the last of them.
    Begin(Vec<Command>),
    /// Do what a menu could ask for.
    Do(Action),
    /// Open the menu of this item, or of the ground, at this point of the window.
    Ask(Option<Item>, Pos2),
    /// Open this story file.
    Open(std::path::PathBuf),
    /// Show this item as large as is useful, in both views.
    ZoomTo(Item),
    /// Ask for another name for the view that is saved under this one.
    Rename(String),
    /// Say this at the foot of the window.
    Tell(&'static str),
    /// Show this passage in the text of its source.
    Read(PassageIx),
}

/// What the panels share while they paint one frame.
pub struct Shared<'a> {
    /// The story.
    pub index: &'a Arc<Index>,
    /// The colours.
    pub theme: &'static Theme,
    /// What the panels ask for.
    pub effects: &'a mut Vec<Effect>,
    /// The item under the pointer, in any panel.
    pub hovered: &'a mut Option<Item>,
    /// Whether the keyboard was used last, so that the focus is to be seen.
    pub keyboard: bool,
    /// How strongly each item is shown in the panel that is being painted.
    pub highlight: Highlight,
}

impl Shared<'_> {
    /// The id of `item`.
    pub fn id(&self, item: Item) -> ItemId {
        self.index.story().id_of(item)
    }
}

/// What a click on `item` asks for: to select it, or with Ctrl to add it or take it out.
pub fn chosen(ui: &Ui, index: &Index, item: Item) -> Effect {
    let id = index.story().id_of(item);
    let toggles = ui.input(|input| input.modifiers.command);
    Effect::Change(if toggles {
        Command::Toggle(id)
    } else {
        Command::Select(id)
    })
}

/// A canvas after it was painted.
pub struct Canvas {
    /// The canvas itself, sensing clicks and drags.
    pub response: Response,
    /// The top left corner, on screen.
    pub origin: Pos2,
    /// The item and the number of items folded into the mark under the pointer.
    pub under: Option<Under>,
    /// A mark of many items that was pressed by its name.
    pub pressed: Option<Under>,
}

/// What lies under the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Under {
    /// The item; none for a folded run.
    pub item: Option<Item>,
    /// How many items are folded into it.
    pub count: Option<u32>,
    /// The first of them.
    pub folded: Vec<Item>,
    /// What it is, in words.
    pub title: String,
    /// Where it is, in the scene.
    pub bounds: Option<crate::scene::Rect>,
}

impl Under {
    fn of(group: &Group) -> Self {
        Self {
            item: group.item,
            count: group.count,
            folded: group.folded.clone(),
            title: group.title.clone(),
            bounds: group.hit.bounds(),
        }
    }
}

/// Paints `scene` into `rect` as a canvas called `name`, which stays the same under its key whatever the language.
pub fn show(
    ui: &mut Ui,
    rect: Rect,
    scene: &Scene,
    (key, name): (&'static str, &str),
    shared: &mut Shared<'_>,
) -> Canvas {
    let id = ui.scope_id().with(key);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Canvas, true, name));
    if response.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    let origin = rect.min;
    let painter = ui.painter_at(rect);
    screen::paint(scene, &painter, origin);
    let pressed = name_marks(ui, id, scene, rect, shared);
    if response.has_focus() && shared.keyboard {
        let ring = egui::Stroke::new(2.0, color32(shared.theme.accent));
        let inside = rect.shrink(1.0);
        painter.rect_stroke(inside, 0.0, ring, egui::StrokeKind::Inside);
    }
    let under = response.hover_pos().and_then(|pos| {
        let at = local(pos, origin);
        let Some(group) = scene.group_at(at, SLACK) else {
            let (item, bounds) = scene.crowd.nearest(at, SLACK)?;
            return Some(Under {
                item: Some(item),
                count: None,
                folded: Vec::new(),
                title: String::new(),
                bounds: Some(bounds),
            });
        };
        Some(Under::of(group))
    });
    if let Some(item) = under.as_ref().and_then(|under| under.item) {
        *shared.hovered = Some(item);
    }
    let canvas = Canvas {
        response,
        origin,
        under,
        pressed,
    };
    canvas.tooltip(shared);
    canvas
}

/// A position on screen, in the scene.
#[must_use]
pub fn local(pos: Pos2, origin: Pos2) -> Point {
    point(pos.x - origin.x, pos.y - origin.y)
}

impl Canvas {
    /// The pointer's position in the scene.
    #[must_use]
    pub fn pointer(&self) -> Option<Point> {
        let pos = self
            .response
            .hover_pos()
            .or(self.response.interact_pointer_pos())?;
        Some(local(pos, self.origin))
    }

    /// A mark of many items that was clicked, or pressed by its name.
    #[must_use]
    pub fn clicked_many(&self) -> Option<&Under> {
        let clicked = self.response.clicked().then_some(self.under.as_ref());
        let under = self.pressed.as_ref().or(clicked.flatten());
        under.filter(|under| under.item.is_none() && under.count.is_some())
    }

    /// The item under the pointer.
    #[must_use]
    pub fn item(&self) -> Option<Item> {
        self.under.as_ref().and_then(|under| under.item)
    }

    /// Clicks: one selects, with Ctrl toggles, beside every mark clears; two zoom to the item.
    /// Returns whether the background was clicked twice.
    pub fn clicks(&self, ui: &Ui, shared: &mut Shared<'_>) -> bool {
        let response = &self.response;
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
        if response.secondary_clicked()
            && let Some(at) = response.interact_pointer_pos()
        {
            shared.effects.push(Effect::Ask(self.item(), at));
        }
        let toggle = ui.input(|input| input.modifiers.command);
        if response.double_clicked() {
            match self.item() {
                Some(item) => shared.effects.push(Effect::ZoomTo(item)),
                None => return true,
            }
        } else if response.clicked() {
            let command = match self.item() {
                Some(item) if toggle => Some(Command::Toggle(shared.id(item))),
                Some(item) => Some(Command::Select(shared.id(item))),
                // A folded run is opened by zooming, not by losing what is selected.
                None if self.under.is_some() || toggle => None,
                None => Some(Command::ClearSelection),
            };
            shared.effects.extend(command.map(Effect::Change));
        }
        false
    }

    /// Whether the background is being dragged, by the first or the middle button.
    #[must_use]
    pub fn panned(&self) -> Option<Vec2> {
        let response = &self.response;
        let panned = response.dragged_by(PointerButton::Primary)
            || response.dragged_by(PointerButton::Middle);
        panned.then(|| response.drag_delta())
    }

    /// The wheel over this canvas: how much it zooms, and how far it pans, in points.
    #[must_use]
    pub fn wheel(&self, ui: &Ui) -> Wheel {
        if !self.response.contains_pointer() {
            return Wheel::default();
        }
        ui.input(|input| {
            let scroll = input.smooth_scroll_delta();
            let pinch = input.zoom_delta();
            let Modifiers { alt, shift, .. } = input.modifiers;
            let (pan_x, rest) = if shift {
                (scroll.x + scroll.y, 0.0)
            } else {
                (scroll.x, scroll.y)
            };
            if alt {
                Wheel {
                    zoom: pinch,
                    pan: Vec2::new(pan_x, rest),
                }
            } else {
                Wheel {
                    zoom: pinch * (rest * 0.004).exp(),
                    pan: Vec2::new(pan_x, 0.0),
                }
            }
        })
    }

    /// Three lines at most: what, when, and on what it rests.
    fn tooltip(&self, shared: &Shared<'_>) {
        let Some(under) = &self.under else { return };
        if self.response.dragged() {
            return;
        }
        let theme = shared.theme;
        self.response.clone().on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(320.0);
            let line = |ui: &mut Ui, text: &str, style: TextStyle, muted: bool| {
                let ink = color32(if muted { theme.muted } else { theme.text });
                let text = egui::RichText::new(paragraph(ui, text, style, 320.0))
                    .text_style(named(style))
                    .color(ink);
                ui.add(egui::Label::new(text).wrap());
            };
            let Some(item) = under.item else {
                line(ui, &under.title, TextStyle::BodyStrong, false);
                return;
            };
            let page = details::brief(shared.index, item);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.with_layout(egui::Layout::top_down(Align::Min), |ui| {
                line(ui, &page.title, TextStyle::BodyStrong, false);
                // The source's own words for the date, and what they were counted from.
                let said = page
                    .facts
                    .iter()
                    .find(|(name, _)| name == details::wording());
                let when = said.map(|(_, said)| format!("{}: {said}", page.kicker));
                line(
                    ui,
                    when.as_ref().unwrap_or(&page.kicker),
                    TextStyle::Body,
                    true,
                );
                let status = page.status.map(Status::label);
                let rests = status.map(|status| format!("{} · {status}", page.evidence_note));
                let rests = rests.as_ref().unwrap_or(&page.evidence_note);
                line(ui, rests, TextStyle::Caption, true);
            });
        });
    }
}

/// What the wheel asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wheel {
    /// The factor by which it magnifies; 1 leaves all as it is.
    pub zoom: f32,
    /// How far it moves what is shown, in points.
    pub pan: Vec2,
}

impl Default for Wheel {
    fn default() -> Self {
        Self {
            zoom: 1.0,
            pan: Vec2::ZERO,
        }
    }
}

/// Names the marks for screen readers and tests; a press there selects. The mark of many items that was
/// pressed so, if any.
fn name_marks(
    ui: &Ui,
    canvas: Id,
    scene: &Scene,
    rect: Rect,
    shared: &mut Shared<'_>,
) -> Option<Under> {
    let mut many = None;
    let named = |group: &Group| group.item.is_some() || group.count.is_some();
    let groups = scene.layers.iter().flat_map(|layer| {
        let groups = layer.groups.iter().filter(|group| named(group));
        groups.map(move |group| (layer.clip, group))
    });
    let met = groups.filter(|(_, group)| group.hit != Hit::None);
    let (items, folds): (Vec<_>, Vec<_>) = met.partition(|(_, group)| group.item.is_some());
    // Items first: marks of many are told of by their items too.
    let items = items.into_iter().take(NAMED_MARKS);
    let all = items.chain(folds.into_iter().take(NAMED_MANY));
    for (n, (clip, group)) in all.enumerate() {
        let Some(bounds) = node_rect(&group.hit) else {
            continue;
        };
        let mut place = screen::place(bounds, rect.min).intersect(rect);
        if let Some(clip) = clip {
            place = place.intersect(screen::place(clip, rect.min));
        }
        if !place.is_positive() {
            continue;
        }
        let id = canvas.with(("mark", group.item.map(Item::kind), n));
        let node = ui.interact(place, id, Sense::hover());
        let strength = group.item.map(|item| shared.highlight.of(item));
        node.widget_info(|| {
            let role = if group.item.is_some() {
                egui::accesskit::Role::ListItem
            } else {
                egui::accesskit::Role::Button
            };
            if strength == Some(Strength::Related) {
                let label = say!("canvas-belongs", title = group.title);
                WidgetInfo::selected(role, true, false, label)
            } else {
                let selected = strength == Some(Strength::Selected);
                WidgetInfo::selected(role, true, selected, &group.title)
            }
        });
        // Nothing that the pointer meets, but what a screen reader can press.
        ui.ctx().accesskit_node_builder(id, |node| {
            node.add_action(egui::accesskit::Action::Click);
            if group.item.is_some() {
                node.set_selected(strength == Some(Strength::Selected));
            }
        });
        let pressed = ui
            .input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click));
        if pressed {
            match group.item {
                Some(item) => {
                    let id = shared.id(item);
                    shared.effects.push(Effect::Change(Command::Select(id)));
                }
                None => many = Some(Under::of(group)),
            }
        }
    }
    many
}

/// A rectangle whose middle is a place where the pointer meets the mark.
fn node_rect(hit: &Hit) -> Option<crate::scene::Rect> {
    match hit {
        // The middle of a curve's box may lie off the curve.
        Hit::Line(points, radius) => {
            let middle = *points.get(points.len() / 2)?;
            Some(crate::scene::Rect::around(
                middle,
                radius * 2.0,
                radius * 2.0,
            ))
        }
        Hit::Rects(rects) => rects.first().copied(),
        other => other.bounds(),
    }
}
