//! The scenes of both stories that ship: as text, the same each time, and readable at every zoom.
#![allow(
    clippy::unwrap_used,
    reason = "a test may fail where what it needs is missing"
)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use proptest::test_runner::{RngAlgorithm, TestRng};
use throughline::figure::{Drawn, Figure, Ground, Subject, draw};
use throughline::file::{Progress, load_str};
use throughline::index::Index;
use throughline::map::{self, Arrangement};
use throughline::scene::svg::{Lettering, to_svg};
use throughline::scene::{Anchor, Mark, Measurer, Rect, Scene, Size, TextMark, size};
use throughline::story::{ActorIx, Story};
use throughline::timeline;
use throughline::view::{ArrangeBy, LaneBy, View};

const STORIES: [&str; 2] = ["us-china-cloud", "format-tour"];

fn story(name: &str) -> Story {
    let text = fs::read_to_string(format!("data/{name}.ron")).unwrap();
    let loaded = load_str("story.ron", &text, &Progress::default()).unwrap();
    (*loaded.story).clone()
}

fn index(name: &str) -> Index {
    Index::new(Arc::new(story(name)))
}

fn arrange(index: &Index, request: &map::Request) -> Arrangement {
    map::arrange(index, request, &Measurer::new(), &AtomicBool::new(false))
}

fn drawn(index: &Index, figure: &Figure) -> Drawn {
    let ground = Ground {
        index,
        arrangement: &arrange(index, &map::Request::default()),
        view: &View::default(),
        measurer: &Measurer::new(),
    };
    draw(ground, figure)
}

/// The view alone, without what a figure has around it.
fn bare(index: &Index, subject: Subject, size: Size) -> Scene {
    let figure = Figure {
        parts: Vec::new(),
        ..Figure::new(subject, size)
    };
    drawn(index, &figure).sheet.scene
}

/// What stands where, rounded to whole points: each group with its item, and its texts.
fn as_text(scene: &Scene, index: &Index) -> String {
    let mut text = format!("{} x {}\n", scene.size.width, scene.size.height);
    for layer in &scene.layers {
        let _ = writeln!(text, "{}:", layer.name);
        for group in &layer.groups {
            let name = group.item.map_or_else(
                || "-".to_owned(),
                |item| index.story().id_of(item).to_string(),
            );
            let folded = group
                .count
                .map_or_else(String::new, |count| format!(" x{count}"));
            let place = group.hit.bounds().map_or_else(String::new, |r| {
                format!(
                    " @ {:.0},{:.0} {:.0}x{:.0}",
                    r.left,
                    r.top,
                    r.width(),
                    r.height()
                )
            });
            let words: Vec<String> = group
                .marks
                .iter()
                .filter_map(|mark| match mark {
                    Mark::Text(text) => {
                        Some(format!("{:?} {:.0},{:.0}", text.text, text.at.x, text.at.y))
                    }
                    _ => None,
                })
                .collect();
            let _ = writeln!(
                text,
                "  {name}{folded}{place} [{} marks] {}",
                group.marks.len(),
                words.join("; ")
            );
        }
    }
    text
}

#[test]
fn the_timelines_of_both_stories_are_as_they_were() {
    for name in STORIES {
        let index = index(name);
        let scene = bare(&index, Subject::Timeline, size(1200.0, 700.0));
        insta::assert_snapshot!(format!("timeline of {name}"), as_text(&scene, &index));
    }
}

#[test]
fn the_maps_of_both_stories_are_as_they_were() {
    for name in STORIES {
        let index = index(name);
        let scene = bare(&index, Subject::Map, size(1200.0, 700.0));
        insta::assert_snapshot!(format!("map of {name}"), as_text(&scene, &index));
    }
}

#[test]
fn the_same_story_and_size_give_the_same_scene_byte_for_byte() {
    for name in STORIES {
        for subject in [Subject::Timeline, Subject::Map] {
            let svg = || {
                let index = index(name);
                let drawn = drawn(&index, &Figure::new(subject, size(1000.0, 600.0)));
                to_svg(&drawn.sheet, Lettering::ByName)
            };
            assert_eq!(svg(), svg());
        }
    }
}

#[test]
fn labels_on_the_timeline_never_overlap_at_200_random_zooms() {
    let mut random = random_numbers();
    for name in STORIES {
        let index = index(name);
        let measurer = Measurer::new();
        let view = size(1300.0, 500.0);
        let whole = timeline::fit_window(&index, view);
        for _ in 0..200 {
            let scale = timeline::Scale::new(whole, f64::from(view.width));
            // From the whole story down to minutes.
            let zoomed = scale.zoom_at(random() * 1300.0, (random() * 45.0).exp2());
            let request = timeline::Request {
                window: Some(zoomed.window()),
                ..timeline::Request::new(view)
            };
            let lanes = LaneBy::ALL[usize::from(random() > 0.5)];
            let (_, layout) = timeline::fitting(&index, lanes, &request, &measurer);
            let labels: Vec<_> = layout
                .placed
                .iter()
                .filter_map(|placed| Some((placed.top, placed.label.as_ref()?)))
                .collect();
            for (i, (top, a)) in labels.iter().enumerate() {
                for (other_top, b) in &labels[i + 1..] {
                    let apart = a.to <= b.from || b.to <= a.from || (top - other_top).abs() > 14.0;
                    assert!(apart, "{:?} lies on {:?}", a.text, b.text);
                }
            }
        }
    }
}

#[test]
fn labels_on_the_map_never_overlap_at_200_random_zooms() {
    let mut random = random_numbers();
    for name in STORIES {
        let index = index(name);
        let arrangement = arrange(&index, &map::Request::default());
        let measurer = Measurer::new();
        for _ in 0..100 {
            #[expect(clippy::cast_possible_truncation, reason = "a few points")]
            let camera = throughline::view::Camera {
                center: [
                    (random() * 800.0 - 400.0) as f32,
                    (random() * 400.0 - 200.0) as f32,
                ],
                zoom: (random() * 6.0 - 3.0).exp2() as f32,
            };
            let view = View {
                camera: Some(camera),
                ..View::default()
            };
            let figure = Figure {
                dark: true,
                parts: Vec::new(),
                ..Figure::new(Subject::Map, size(1000.0, 600.0))
            };
            let ground = Ground {
                index: &index,
                arrangement: &arrangement,
                view: &view,
                measurer: &measurer,
            };
            let scene = draw(ground, &figure).sheet.scene;
            let labels: Vec<_> = scene
                .layers
                .iter()
                .filter(|layer| layer.name == "labels")
                .flat_map(|layer| &layer.groups)
                .flat_map(|group| &group.marks)
                .filter_map(|mark| match mark {
                    Mark::Text(text) => Some(room(text, &measurer)),
                    _ => None,
                })
                .collect();
            for (i, a) in labels.iter().enumerate() {
                for b in &labels[i + 1..] {
                    assert!(!a.overlaps(*b), "{a:?} lies on {b:?} at {camera:?}");
                }
            }
        }
    }
}

#[test]
fn no_label_of_the_whole_map_lies_on_an_actor() {
    let measurer = Measurer::new();
    for name in STORIES {
        let index = index(name);
        for by in [
            ArrangeBy::Distances,
            ArrangeBy::Communities,
            ArrangeBy::Rings(Vec::new()),
            ArrangeBy::Layers(None),
            ArrangeBy::Columns,
        ] {
            let request = map::Request {
                by: by.clone(),
                ..map::Request::default()
            };
            let arrangement = arrange(&index, &request);
            for view_size in [
                size(1240.0, 450.0),
                size(1200.0, 700.0),
                size(1600.0, 900.0),
            ] {
                let drawing = map::Drawing {
                    index: &index,
                    arrangement: &arrangement,
                    view: &View::default(),
                    highlight: &throughline::index::Highlight::default(),
                    theme: throughline::scene::Theme::of(false),
                    measurer: &measurer,
                    size: view_size,
                    legend: true,
                    many: true,
                };
                let scene = map::scene(drawing, drawing.fitted());
                let layer = |name: &str| {
                    let found = scene.layers.iter().find(|layer| layer.name == name);
                    found.into_iter().flat_map(|layer| &layer.groups)
                };
                let marks: Vec<Rect> = layer("actors")
                    .filter_map(|group| match &group.hit {
                        throughline::scene::Hit::Rects(rects) => rects.first().copied(),
                        _ => None,
                    })
                    // Two points round a mark are for the pointer.
                    .map(|rect| rect.grown(-2.0))
                    .collect();
                assert_eq!(marks.len(), index.story().actors().len());
                let on_mark = layer("labels")
                    .flat_map(|group| &group.marks)
                    .filter_map(|mark| match mark {
                        Mark::Text(text) => Some(text),
                        _ => None,
                    })
                    .filter(|text| {
                        let room = room(text, &measurer);
                        marks.iter().any(|mark| mark.overlaps(room))
                    });
                let on_mark: Vec<&str> = on_mark.map(|text| text.text.as_str()).collect();
                // Where actors stand closer, a few of the foremost are named all the same.
                let most = if by == ArrangeBy::Distances { 0 } else { 3 };
                let count = on_mark.len();
                assert!(count <= most, "{name} {by:?} {view_size:?}: {on_mark:?}");
            }
        }
    }
}

/// Where the letters of a label stand.
fn room(text: &TextMark, measurer: &Measurer) -> Rect {
    let width = measurer.width(&text.text, text.style);
    let left = match text.anchor {
        Anchor::Start => text.at.x,
        Anchor::Middle => text.at.x - width / 2.0,
        Anchor::End => text.at.x - width,
    };
    // From the top of the capitals to the foot of a g.
    Rect::between(left, text.at.y - 9.0, left + width, text.at.y + 2.5)
}

/// Numbers from 0 to 1, the same in every run.
fn random_numbers() -> impl FnMut() -> f64 {
    use proptest::prelude::Rng;
    let mut rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[3; 32]);
    move || f64::from(rng.next_u32()) / f64::from(u32::MAX)
}

#[test]
fn the_order_of_records_moves_nobody_on_the_map() {
    let before = index(STORIES[0]);
    let text = fs::read_to_string(format!("data/{}.ron", STORIES[0])).unwrap();
    let head = "    actors: {\n";
    let (start, rest) = text.split_once(head).unwrap();
    let (actors, end) = rest.split_once("\n    },\n").unwrap();
    // The last actor first: a record begins where a line does, with its id.
    let cut = actors.rfind("\n        \"").unwrap();
    let (others, last) = actors.split_at(cut);
    let turned = format!("{start}{head}{last}\n{others}\n    }},\n{end}");
    let loaded = load_str("story.ron", &turned, &Progress::default()).unwrap();
    assert_eq!(loaded.problems, []);
    let after = Index::new(loaded.story);
    assert_ne!(
        before.story().actor(ActorIx(0)).id,
        after.story().actor(ActorIx(0)).id,
        "nothing was turned"
    );
    let places = |index: &Index| arrange(index, &map::Request::default()).by_id(index);
    assert_eq!(places(&before), places(&after));
}

#[test]
fn pins_stay_where_they_were_put_and_a_warm_start_moves_nobody() {
    let index = index(STORIES[0]);
    let pins = BTreeMap::from([("huawei".to_owned(), [300.0, -200.0])]);
    let pinned = arrange(
        &index,
        &map::Request {
            pins,
            ..map::Request::default()
        },
    );
    assert_eq!(
        pinned.by_id(&index)["huawei"].map(f32::to_bits),
        [300.0_f32, -200.0].map(f32::to_bits)
    );
    let before = pinned.by_id(&index);
    let again = arrange(
        &index,
        &map::Request {
            before: before.clone(),
            ..map::Request::default()
        },
    );
    for (id, at) in again.by_id(&index) {
        let moved = (at[0] - before[&id][0]).hypot(at[1] - before[&id][1]);
        assert!(moved < 1.0, "{id} moved by {moved}");
    }
}
