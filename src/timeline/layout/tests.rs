//! Layouts of stories of any dates, at any zoom.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use proptest::prelude::*;

use super::super::stack::StackRequest;
use super::*;
use crate::scene::size;
use crate::story::build::{Builder, Event};
use crate::story::{Date, Status};
use crate::view::LaneBy;

/// A story of events with the dates and titles given.
pub(in crate::timeline) fn story_of(events: &[(String, String)]) -> Index {
    let mut builder = Builder::default();
    for (n, (date, title)) in events.iter().enumerate() {
        builder.event(Event {
            id: format!("e{n}"),
            title: title.clone(),
            kind: "meeting".into(),
            date: Date::parse(date).ok(),
            status: Status::ALL[n % 6],
            ..Event::default()
        });
    }
    Index::new(Arc::new(builder.finish()))
}

/// The stack of a view of `size`.
pub(in crate::timeline) fn stack_of(index: &Index, lanes: LaneBy, size: Size) -> Stack {
    let request = StackRequest::new(index, lanes, size);
    Stack::new(index, request, &Measurer::new(), &AtomicBool::new(false))
}

fn dates() -> impl Strategy<Value = String> {
    let day = (1990..2024_i32, 1..13_u8, 1..29_u8);
    day.prop_flat_map(|(y, m, d)| {
        prop::sample::select(vec![
            format!("{y}"),
            format!("{y}~"),
            format!("{y}?"),
            format!("{y}-{m:02}"),
            format!("{y}-{m:02}-{d:02}"),
            format!("{y}-{m:02}-{d:02}T10:00:00"),
            format!("{y}/{}", y + i32::from(m)),
            format!("{y}-{m:02}~/.."),
            format!("/{y}-{m:02}"),
            format!("[{y},{}]", y + 3),
            format!("{}X", y / 10),
        ])
    })
}

fn stories() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec((dates(), "[A-Z][a-z]{2,9}( [a-z]{2,9}){1,6}"), 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(25))]
    #[test]
    fn labels_never_overlap_labels_or_marks_at_random_zooms(
        events in stories(),
        zooms in prop::collection::vec((0.0..1.0_f64, -1.0..9.0_f64), 8),
        width in 300.0..1800.0_f32,
    ) {
        let index = story_of(&events);
        let measurer = Measurer::new();
        let view = size(width, 500.0);
        let stack = stack_of(&index, LaneBy::EventKind, view);
        for (at, power) in zooms {
            let whole = Scale::new(fit_window(&index, view), f64::from(width));
            let window = whole.zoom_at(at * f64::from(width), power.exp2()).window();
            let request = Request { window: Some(window), ..Request::new(view) };
            let layout = layout(&index, &stack, &request, &measurer);
            for (i, a) in layout.placed.iter().enumerate() {
                let Some(label) = &a.label else { continue };
                prop_assert!(label.from >= -0.5 || label.inside);
                for (j, b) in layout.placed.iter().enumerate() {
                    if i == j || (a.top - b.top).abs() > 1.0 {
                        continue;
                    }
                    prop_assert!(
                        label.to <= b.shape.from + 0.5 || b.shape.to - 0.5 <= label.from,
                        "{label:?} lies on {:?}", b.shape
                    );
                    if let Some(other) = &b.label {
                        prop_assert!(label.to <= other.from || other.to <= label.from);
                    }
                }
            }
        }
    }

    #[test]
    fn every_event_is_placed_folded_or_outside(events in stories(), power in -2.0..6.0_f64) {
        let index = story_of(&events);
        let view = size(900.0, 9000.0);
        let stack = stack_of(&index, LaneBy::None, view);
        let whole = Scale::new(fit_window(&index, view), 900.0);
        let window = whole.zoom_at(300.0, power.exp2()).window();
        let request = Request { window: Some(window), ..Request::new(view) };
        let layout = layout(&index, &stack, &request, &Measurer::new());
        let folded: usize = layout.runs.iter().map(|run| run.count).sum();
        let shown = layout.placed.len() + folded;
        let outside = layout.outside.0 + layout.outside.1;
        // A mark may reach into the window from an event just beside it.
        prop_assert!(shown + outside >= index.dated_events().len());
        prop_assert!(shown <= index.dated_events().len());
        prop_assert!(events_in(&index, &stack, &layout).len() + outside >= index.dated_events().len());
    }

    #[test]
    fn neither_panning_nor_zooming_in_moves_a_row(
        events in stories(), pan in -400.0..400.0_f64, power in 0.0..5.0_f64,
    ) {
        let index = story_of(&events);
        let measurer = Measurer::new();
        let view = size(900.0, 4000.0);
        let stack = stack_of(&index, LaneBy::None, view);
        let scale = Scale::new(fit_window(&index, view), 900.0);
        let rows = |window: Window| {
            let request = Request { window: Some(window), ..Request::new(view) };
            let layout = layout(&index, &stack, &request, &measurer);
            let own = layout.placed.iter().filter(|placed| !placed.waits);
            own.map(|p| (p.event, p.top.to_bits())).collect::<std::collections::BTreeMap<_, _>>()
        };
        let before = rows(scale.window());
        for after in [rows(scale.pan(pan).window()), rows(scale.zoom_at(450.0 + pan, power.exp2()).window())] {
            for (event, top) in after {
                if let Some(held) = before.get(&event) {
                    prop_assert_eq!(*held, top);
                }
            }
        }
    }
}

#[test]
fn no_label_vanishes_on_zooming_in_over_a_thousand_steps() {
    let events: Vec<(String, String)> = (0..900)
        .map(|n: i32| {
            let (year, month, day) = (1960 + n * n % 61, n * 7 % 12 + 1, n * 11 % 28 + 1);
            let date = match n % 7 {
                0 => format!("{year}"),
                1 => format!("{year}-{month:02}"),
                2 => format!("{year}-{month:02}-{day:02}/{}", year + n % 5 + 1),
                3 => format!("{year}-{month:02}-{day:02}~"),
                _ => format!("{year}-{month:02}-{day:02}"),
            };
            (date, format!("Event number {n} of {} more", n * n))
        })
        .collect();
    let index = story_of(&events);
    let measurer = Measurer::new();
    let view = size(1100.0, 6000.0);
    let stack = stack_of(&index, LaneBy::EventKind, view);
    let mut scale = Scale::new(fit_window(&index, view), 1100.0).zoom_at(550.0, 0.25);
    let mut before: std::collections::BTreeMap<EventIx, Label> = std::collections::BTreeMap::new();
    let mut most = 0;
    for step in 0..1000 {
        let request = Request {
            window: Some(scale.window()),
            ..Request::new(view)
        };
        let layout = layout(&index, &stack, &request, &measurer);
        assert_apart(&layout);
        let labels: std::collections::BTreeMap<EventIx, Label> = layout
            .placed
            .iter()
            .filter_map(|placed| Some((placed.event, placed.label.clone()?)))
            .collect();
        for placed in &layout.placed {
            // What the window's edge cuts has as much room as is left of it.
            let whole = placed.shape.from > 400.0 && placed.shape.to < 700.0;
            if whole && let Some(held) = before.get(&placed.event) {
                let label = labels.get(&placed.event);
                assert!(label.is_some(), "step {step}: {held:?} has vanished");
                let letters = |label: &Label| label.text.trim_end_matches('…').len();
                assert!(
                    label.map_or(0, letters) >= letters(held),
                    "step {step}: {held:?} is shorter"
                );
            }
        }
        most = most.max(labels.len());
        before = labels;
        scale = scale.zoom_at(550.0, 1.0122);
    }
    assert!(most > 50, "{most}");
}

fn assert_apart(layout: &Layout) {
    let mut rows: std::collections::BTreeMap<u32, Vec<(f64, f64)>> =
        std::collections::BTreeMap::new();
    for placed in &layout.placed {
        let row = rows.entry(placed.top.to_bits()).or_default();
        row.extend(
            placed
                .label
                .as_ref()
                .filter(|label| !label.inside)
                .map(|label| (label.from, label.to)),
        );
        row.extend(placed.shape.visible(layout.scale.width()));
    }
    for row in rows.values_mut() {
        row.sort_by(|a, b| a.0.total_cmp(&b.0));
        for pair in row.windows(2) {
            assert!(pair[0].1 <= pair[1].0 + 0.5, "{pair:?}");
        }
    }
}

#[test]
fn a_story_without_dates_still_has_an_axis() {
    let index = story_of(&[]);
    let view = size(800.0, 300.0);
    let stack = stack_of(&index, LaneBy::ActorKind, view);
    let layout = layout(&index, &stack, &Request::new(view), &Measurer::new());
    assert!(!layout.axis.fine.is_empty());
    assert!(layout.placed.is_empty() && layout.tray.is_none());
}

fn days(count: usize) -> Vec<(String, String)> {
    let day = |n: usize| format!("{}-{:02}-{:02}", 1990 + n % 30, n % 12 + 1, n % 28 + 1);
    (0..count).map(|n| (day(n), format!("Event {n}"))).collect()
}

#[test]
fn five_thousand_events_fold_into_a_ribbon_instead_of_filling_five_thousand_rows() {
    let index = story_of(&days(5000));
    let view = size(1200.0, 430.0);
    let stack = stack_of(&index, LaneBy::None, view);
    let layout = layout(&index, &stack, &Request::new(view), &Measurer::new());
    assert!(layout.content_height < 600.0);
    let counted: usize = layout
        .ribbons
        .iter()
        .flat_map(|r| &r.parts)
        .map(|part| part.count)
        .sum();
    assert_eq!(counted + layout.placed.len(), 5000);
    assert!(
        layout.placed.len() > 50,
        "the rows are full: {}",
        layout.placed.len()
    );
}

#[test]
fn what_a_layout_holds_hangs_on_the_view_and_not_on_the_story() {
    let view = size(1200.0, 400.0);
    let held = |count| {
        let index = story_of(&days(count));
        let stack = stack_of(&index, LaneBy::None, view);
        let layout = layout(&index, &stack, &Request::new(view), &Measurer::new());
        layout.placed.len() + layout.runs.len()
    };
    assert!(held(40_000) <= held(1000) + 50);
}

#[test]
fn a_collapsed_lane_is_one_row_high_and_the_chosen_lane_comes_first() {
    let mut events = days(300);
    events.push(("2001".into(), "Another".into()));
    let index = story_of(&events);
    let view = size(1200.0, 900.0);
    let stack = stack_of(&index, LaneBy::Status, view);
    let own = stack
        .order(&LaneChoices::default())
        .first()
        .map(|label| (*label).to_owned());
    let choices = LaneChoices {
        first: vec!["Planned".into()],
        collapsed: ["Planned".to_owned()].into(),
    };
    let request = Request {
        choices,
        ..Request::new(view)
    };
    let layout = layout(&index, &stack, &request, &Measurer::new());
    let first = &layout.lanes[0];
    assert_eq!((first.label.as_str(), first.collapsed), ("Planned", true));
    assert!(first.height <= 2.0 * ROW);
    assert_ne!(own.as_deref(), Some("Planned"));
}
