//! What a frame of the map costs, without presenting it: processor time of scene, shapes and triangles
//! while one pans, zooms, drags time along, and has the busiest actor selected.
//!
//! ```text
//! cargo bench --bench map -- STORY.ron
//! cargo bench --bench map -- 10000 30000
//! ```
//!
//! The second makes a story of so many actors and dated relations: newcomers are tied to those who have
//! many ties already, mostly within groups of a hundred.

#[path = "../rooms/painted.rs"]
mod painted;

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use eframe::egui;
use throughline::cli::process::{peak_mib, processor_time, thread_time};
use throughline::file::{Progress, load, load_str};
use throughline::index::{Highlight, Index};
use throughline::map::{self, Arrangement, Changes, Drawing, Request, camera};
use throughline::scene::{Measurer, Size, Theme, point, screen, size};
use throughline::story::calendar::Tick;
use throughline::story::{ActorIx, Item};
use throughline::view::{Camera, View};

use painted::painted;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The extent of the map, in points.
fn view_size() -> Size {
    size(1240.0, 450.0)
}

/// Frames that are measured of each kind.
const FRAMES: u16 = 40;

fn main() {
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| arg != "--bench")
        .collect();
    let progress = Progress::default();
    let loaded = match asked.as_slice() {
        [path] => load(Path::new(path), &progress),
        [actors, relations] => {
            let number = |text: &String| text.parse().expect("a number");
            let text = story(number(actors), number(relations));
            load_str("bench.ron", &text, &progress)
        }
        _ => {
            eprintln!("map: name a story file, or how many actors and relations");
            return;
        }
    };
    let index = Index::new(loaded.expect("the story is sound").story);
    let measurer = Measurer::new();
    let (begun, worked) = (Instant::now(), processor_time());
    let never = AtomicBool::new(false);
    let arrangement = map::arrange(&index, &Request::default(), &measurer, &never);
    println!(
        "{} actors, {} relations: arranged in {:.0} ms, {:.0} ms on processors",
        arrangement.graph.nodes.len(),
        arrangement.graph.edges.len(),
        ms(begun.elapsed()),
        ms(processor_time().saturating_sub(worked)),
    );
    let ctx = egui::Context::default();
    ctx.set_fonts(screen::fonts());
    let bench = Bench {
        index: &index,
        arrangement: &arrangement,
        measurer: &measurer,
        ctx,
    };
    bench.report();
    println!("at most {:.0} MiB", peak_mib().unwrap_or(0.0));
}

struct Bench<'a> {
    index: &'a Index,
    arrangement: &'a Arrangement,
    measurer: &'a Measurer,
    ctx: egui::Context,
}

impl Bench<'_> {
    fn drawing<'b>(&'b self, view: &'b View, highlight: &'b Highlight) -> Drawing<'b> {
        Drawing {
            index: self.index,
            arrangement: self.arrangement,
            view,
            highlight,
            theme: Theme::of(false),
            measurer: self.measurer,
            size: view_size(),
            legend: true,
            many: true,
        }
    }

    /// Scene, shapes and triangles: what each took.
    fn frame(&self, view: &View, highlight: &Highlight, at: Camera) -> [Duration; 2] {
        let begun = thread_time();
        let scene = map::scene(self.drawing(view, highlight), at);
        let drawn = thread_time().saturating_sub(begun);
        painted(&self.ctx, &scene);
        [
            drawn,
            thread_time().saturating_sub(begun).saturating_sub(drawn),
        ]
    }

    fn measured(&self, name: &str, frame: impl Fn(u16) -> (View, Highlight, Camera)) {
        let mut frames: Vec<[Duration; 2]> = Vec::new();
        for n in 0..FRAMES + 5 {
            let (view, highlight, at) = frame(n);
            let took = self.frame(&view, &highlight, at);
            // The first ones lay out text.
            if n >= 5 {
                frames.push(took);
            }
        }
        let of = |part: fn(&[Duration; 2]) -> Duration| {
            let mut took: Vec<Duration> = frames.iter().map(part).collect();
            took.sort_unstable();
            [took.len() / 2, took.len() - 1].map(|n| ms(took[n]))
        };
        let [p50, most] = of(|parts| parts.iter().sum());
        println!(
            "  {name:<28} p50 {p50:6.2} ms, most {most:6.2} ms   scene {:.2}, shapes+triangles {:.2}",
            of(|parts| parts[0])[0],
            of(|parts| parts[1])[0],
        );
    }

    fn report(&self) {
        let plain = Highlight::default();
        let whole = self.drawing(&View::default(), &plain).fitted();
        let middle = point(view_size().width / 2.0, view_size().height / 2.0);
        self.measured("folded, panned", |n| {
            let at = camera::pan(whole, f32::from(n), 0.0);
            (View::default(), plain.clone(), at)
        });
        self.measured("all in sight, panned", |n| {
            let at = camera::pan(whole, f32::from(n), 0.0);
            (all_drawn(), plain.clone(), at)
        });
        for power in [1, 2, 3, 4, 5] {
            let close = camera::zoom_at(whole, view_size(), middle, 2.0_f32.powi(power));
            self.measured(&format!("zoomed in {} times", 1 << power), |n| {
                let at = camera::pan(close, f32::from(n), 0.0);
                (all_drawn(), plain.clone(), at)
            });
        }
        let busiest = (0..self.index.story().actors().len())
            .map(ActorIx::at)
            .max_by_key(|&ix| self.index.relations_of(ix).len());
        if let Some(busiest) = busiest {
            let selected = Highlight::new(self.index, &[Item::Actor(busiest)], None, false);
            let hovered = Highlight::new(self.index, &[], Some(Item::Actor(busiest)), true);
            for (name, lit) in [
                ("the busiest selected", selected),
                ("the busiest pointed at", hovered),
            ] {
                self.measured(name, |n| {
                    let at = camera::pan(whole, f32::from(n), 0.0);
                    (all_drawn(), lit.clone(), at)
                });
            }
        }
        let changes = Changes::of(self.index);
        if let Some(extent) = changes.extent() {
            let step = (extent.to - extent.from) / i64::from(FRAMES + 6);
            for (name, view) in [
                ("time dragged, folded", View::default()),
                ("time dragged, all drawn", all_drawn()),
            ] {
                self.measured(name, |n| {
                    let view = View {
                        as_of: Some(Tick(extent.from + step * i64::from(n + 1)).0),
                        ..view.clone()
                    };
                    (view, plain.clone(), whole)
                });
            }
        }
        let scene = map::scene(self.drawing(&all_drawn(), &plain), whole);
        let begun = thread_time();
        for n in 0..FRAMES {
            let at = point(f32::from(n) * 31.0, f32::from(n) * 11.0);
            black_box(scene.item_at(at, 4.0));
        }
        let took = thread_time().saturating_sub(begun) / u32::from(FRAMES);
        println!(
            "  a click finds its mark in {:.1} us",
            took.as_secs_f64() * 1e6
        );
    }
}

/// A view in which everybody is drawn, however close they lie.
fn all_drawn() -> View {
    let mut view = View::default();
    view.map.folds = false;
    view
}

fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

/// A story of actors and relations of a few years between 1990 and 2025.
fn story(actors: usize, relations: usize) -> String {
    let mut state = 7_u64;
    let mut below = move |end: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % end.max(1)
    };
    let kinds = ["person", "company", "agency", "country", "court", "media"];
    let mut text = String::from(
        "Story(format: 1, title: \"Ties\", sources: {\"s\": Source(title: \"Log\")},\npassages: {\"p\": Passage(source: \"s\", quote: \"all of it\", said_by: Document)},\nactors: {\n",
    );
    for n in 0..actors {
        let kind = kinds[below(kinds.len())];
        let _ = writeln!(
            text,
            "\"a{n}\": Actor(name: \"Actor number {n}\", kind: \"{kind}\"),"
        );
    }
    text.push_str("},\nrelations: {\n");
    let groups = actors.div_ceil(100);
    // Who has ties already, by group and in all: drawn from, they are tied again.
    let mut tied: Vec<Vec<usize>> = vec![Vec::new(); groups + 1];
    for n in 0..relations {
        let from = if n < actors { n } else { below(actors) };
        let group = if below(5) > 0 { from % groups } else { groups };
        let known = tied[group].len();
        let to = if known > 0 {
            tied[group][below(known)]
        } else {
            below(actors)
        };
        for end in [from, to] {
            tied[end % groups].push(end);
            tied[groups].push(end);
        }
        let begins = 1990 + below(30);
        let ends = begins + 1 + below(6);
        let when = match below(4) {
            0 => format!("{begins}/.."),
            1 => format!("{begins}~/{ends}"),
            2 => format!("{begins}-03-01/{ends}-09-30"),
            _ => format!("{begins}/{ends}"),
        };
        let _ = writeln!(
            text,
            "\"r{n}\": Relation(from: \"a{from}\", to: \"a{to}\", kind: \"knows\", during: \"{when}\", evidence: [Supports(\"p\")]),"
        );
    }
    text.push_str("})\n");
    text
}
