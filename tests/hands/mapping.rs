//! The map's arrangements, groups, shared events, its inset and the box to select by: by names and keys.

use std::collections::BTreeMap;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use throughline::app::Origin;
use throughline::story::ItemKind;
use throughline::view::{ArrangeBy, GroupBy, SizeBy};

use super::{TALL, Window, app, click_mark, marks, press, window};

/// Waits until everybody on the map has arrived.
fn settle(harness: &mut Window<'_>) {
    harness.run_steps(4);
    for _ in 0..500 {
        if app(harness).is_full() {
            harness.run_steps(12);
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        harness.run_steps(4);
    }
    panic!("the map never came to rest");
}

/// Where the marks of actors stand, by their titles.
fn places(harness: &Window<'_>) -> BTreeMap<String, [i32; 2]> {
    let actor = |label: &str| label.contains(" relation") && label.contains(" event");
    harness
        .get_all_by_role(Role::ListItem)
        .filter_map(|node| Some((node.accesskit_node().label()?, node.rect())))
        .filter(|(label, _)| actor(label))
        .map(|(label, rect)| {
            #[expect(clippy::cast_possible_truncation, reason = "pixels")]
            let at = [rect.center().x as i32, rect.center().y as i32];
            (label, at)
        })
        .collect()
}

/// The mark of many that is called like this, if there is one.
fn many(harness: &Window<'_>, beginning: &str) -> Option<String> {
    let buttons = harness.query_all_by_role(Role::Button);
    let mut labels = buttons.filter_map(|node| node.accesskit_node().label());
    labels.find(|label| label.starts_with(beginning))
}

/// Presses the mark of many that is called like this.
fn press_many(harness: &mut Window<'_>, beginning: &str) {
    let label = many(harness, beginning).unwrap_or_else(|| panic!("nothing is called {beginning}"));
    harness.get_by_label(&label).click_accesskit();
    harness.run_steps(12);
}

#[test]
fn every_arrangement_has_another_order_and_the_way_back_leads_to_the_same_places() {
    let mut harness = window(&Origin::Shipped, TALL);
    settle(&mut harness);
    let first = places(&harness);
    assert!(first.len() > 50, "{}", first.len());
    let arranged = |harness: &Window<'_>| app(harness).view().map.arrange.clone();
    for (key, by) in [
        (Key::Num2, ArrangeBy::Communities),
        (Key::Num3, ArrangeBy::Rings(Vec::new())),
        (Key::Num4, ArrangeBy::Layers(None)),
        (Key::Num5, ArrangeBy::Columns),
    ] {
        press(&mut harness, Modifiers::ALT, key);
        settle(&mut harness);
        assert_eq!(arranged(&harness), by);
        let there = places(&harness);
        let moved = there
            .iter()
            .filter(|(name, at)| first.get(*name) != Some(at));
        assert!(moved.count() * 10 > there.len() * 9, "{by:?}");
    }
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(arranged(&harness), ArrangeBy::Layers(None));
    press(&mut harness, Modifiers::ALT, Key::Num1);
    settle(&mut harness);
    assert_eq!(places(&harness), first);
}

#[test]
fn rings_lie_round_those_who_are_selected() {
    let mut harness = window(&Origin::Shipped, TALL);
    click_mark(&mut harness, "Huawei, ");
    press(&mut harness, Modifiers::ALT, Key::Num3);
    settle(&mut harness);
    let by = app(&harness).view().map.arrange.clone();
    assert_eq!(by, ArrangeBy::Rings(vec!["huawei".to_owned()]));
}

#[test]
fn a_group_is_drawn_as_one_by_a_click_on_its_name_and_opened_by_another() {
    let mut harness = window(&Origin::Shipped, TALL);
    let before = places(&harness).len();
    press(&mut harness, Modifiers::SHIFT, Key::G);
    assert_eq!(app(&harness).view().map.group, GroupBy::Whole);
    press_many(&mut harness, "United States: a group of ");
    let disc = many(&harness, "United States: ").unwrap();
    assert!(disc.contains("drawn as one"), "{disc}");
    let after = places(&harness).len();
    assert!(after + 4 < before, "{after} of {before}");
    press_many(&mut harness, "United States: ");
    assert_eq!(places(&harness).len(), before);
    assert!(app(&harness).view().map.collapsed.is_empty());
}

#[test]
fn shared_events_are_drawn_apart_with_their_count_and_a_press_selects_them() {
    let mut harness = window(&Origin::Shipped, TALL);
    let stated = marks(&harness).len();
    press(&mut harness, Modifiers::NONE, Key::E);
    for _ in 0..200 {
        if harness
            .query_all_by_label_contains("took part in")
            .next()
            .is_some()
        {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        harness.run_steps(1);
    }
    // They are no relations.
    assert_eq!(marks(&harness).len(), stated);
    let wanted = "Chinese cloud providers and ";
    let label = {
        let all = harness.query_all_by_role(Role::Button);
        let mut labels = all.filter_map(|node| node.accesskit_node().label());
        labels
            .find(|label| label.starts_with(wanted) && label.contains("events together"))
            .unwrap()
    };
    harness.get_by_label(&label).click_accesskit();
    harness.run_steps(12);
    let selection = &app(&harness).view().selection;
    assert!(selection.len() >= 2);
    assert!(selection.iter().all(|id| id.kind == ItemKind::Event));
    let count = format!("took part in {} events together", selection.len());
    assert!(label.contains(&count), "{label}");
}

#[test]
fn what_size_tells_goes_round() {
    let mut harness = window(&Origin::Shipped, TALL);
    for by in SizeBy::ALL.iter().skip(1) {
        press(&mut harness, Modifiers::SHIFT, Key::S);
        assert_eq!(app(&harness).view().map.size, *by);
    }
    press(&mut harness, Modifiers::SHIFT, Key::S);
    assert_eq!(app(&harness).view().map.size, SizeBy::Ties);
}

/// The map on screen.
fn map_rect(harness: &Window<'_>) -> Rect {
    harness.get_by_role_and_label(Role::Canvas, "Map").rect()
}

/// Drags from one place to another with `modifiers` held.
fn drag(harness: &mut Window<'_>, [from, to]: [Pos2; 2], modifiers: Modifiers) {
    let button = |pos: Pos2, pressed: bool| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers,
    };
    harness.event_modifiers(Event::PointerMoved(from), modifiers);
    harness.run_steps(1);
    harness.event_modifiers(button(from, true), modifiers);
    harness.run_steps(1);
    for share in [0.3, 0.6, 1.0] {
        harness.event_modifiers(Event::PointerMoved(from.lerp(to, share)), modifiers);
        harness.run_steps(1);
    }
    harness.event_modifiers(button(to, false), modifiers);
    harness.run_steps(1);
    harness.event_modifiers(Event::PointerMoved(to), Modifiers::NONE);
    harness.run_steps(8);
}

#[test]
fn a_box_selects_the_actors_in_it() {
    let mut harness = window(&Origin::Shipped, TALL);
    let rect = map_rect(&harness);
    let (from, to) = (rect.min + eframe::egui::vec2(160.0, 2.0), rect.max);
    let middle = Pos2::new(rect.center().x, to.y);
    drag(&mut harness, [from, middle], Modifiers::SHIFT);
    let left = app(&harness).view().selection.len();
    assert!(left > 8, "{left}");
    assert!(
        app(&harness)
            .view()
            .selection
            .iter()
            .all(|id| id.kind == ItemKind::Actor)
    );
    // With Ctrl the right half comes besides.
    let from = Pos2::new(middle.x, rect.min.y + 2.0);
    let both = Modifiers::SHIFT | Modifiers::COMMAND;
    drag(&mut harness, [from, to], both);
    assert!(app(&harness).view().selection.len() > left + 8);
}

#[test]
fn an_inset_shows_where_one_is_and_leads_elsewhere() {
    let mut harness = window(&Origin::Shipped, TALL);
    let rect = map_rect(&harness);
    harness.hover_at(rect.center());
    harness.run_steps(2);
    for _ in 0..4 {
        press(&mut harness, Modifiers::NONE, Key::CloseBracket);
    }
    let before = app(&harness).view().camera.unwrap();
    // The inset stands at the lower right.
    let at = rect.max - eframe::egui::vec2(30.0, 60.0);
    let click = |harness: &mut Window<'_>| {
        harness.hover_at(at);
        harness.run_steps(1);
        harness.drag_at(at);
        harness.run_steps(1);
        harness.drop_at(at);
        harness.run_steps(8);
    };
    click(&mut harness);
    let after = app(&harness).view().camera.unwrap();
    assert!(
        after.center[0] > before.center[0] + 100.0,
        "{before:?} {after:?}"
    );
    assert!((after.zoom - before.zoom).abs() < 1e-3);
    // Without it the same click moves nothing.
    press(&mut harness, Modifiers::NONE, Key::I);
    click(&mut harness);
    assert_eq!(app(&harness).view().camera, Some(after));
}

#[test]
fn how_the_map_is_laid_out_survives_a_reload() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cloud.ron");
    std::fs::copy("data/us-china-cloud.ron", &path).unwrap();
    let mut harness = window(&Origin::File(path.clone()), TALL);
    press(&mut harness, Modifiers::ALT, Key::Num4);
    settle(&mut harness);
    press(&mut harness, Modifiers::SHIFT, Key::G);
    let before = places(&harness);
    press(&mut harness, Modifiers::COMMAND, Key::R);
    for _ in 0..200 {
        let read = app(&harness)
            .notice()
            .is_some_and(|n| n.contains("read again"));
        if read {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        harness.run_steps(2);
    }
    settle(&mut harness);
    assert_eq!(app(&harness).view().map.arrange, ArrangeBy::Layers(None));
    assert_eq!(places(&harness), before);
    // Another window finds it so too.
    let kept = folder.path().join("cloud.view.ron");
    let is_kept = || std::fs::read_to_string(&kept).is_ok_and(|text| text.contains("Whole"));
    for _ in 0..200 {
        if is_kept() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.run_steps(1);
    }
    let mut again = window(&Origin::File(path), TALL);
    settle(&mut again);
    assert_eq!(app(&again).view().map.arrange, ArrangeBy::Layers(None));
    assert_eq!(app(&again).view().map.group, GroupBy::Whole);
    assert_eq!(places(&again), before);
}
