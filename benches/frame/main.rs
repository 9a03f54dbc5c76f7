//! What a frame of the timeline costs on the processor: layout, scene, shapes and tessellation,
//! while one pans and zooms from the whole story to an hour.
//!
//! ```text
//! cargo bench --bench frame                        stories of 1,000, 10,000 and 100,000 events
//! cargo bench --bench frame -- 1000 1000000        of these sizes
//! cargo bench --bench frame -- STORY.ron           a story in a file
//! cargo bench --bench frame -- --once 1000         twenty frames of the whole, for callgrind
//! cargo bench --bench frame -- --beside 1000 STORY.ron   the whole of each, frames taken in turns
//! cargo bench --bench frame -- --none              packing and labels alone
//! ```

#[path = "../rooms/large.rs"]
mod large;
#[path = "../rooms/painted.rs"]
mod painted;

use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use eframe::egui;
use throughline::cli::process::thread_time;
use throughline::file::{Progress, load, load_str};
use throughline::index::{Highlight, Index};
use throughline::scene::{Measurer, Scene, Size, Theme, point, screen, size};
use throughline::timeline::{self, Layout, Scale, Stack, StackRequest};
use throughline::view::View;

use painted::painted;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const VIEW: Size = size(1600.0, 860.0);

fn main() {
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| arg != "--bench")
        .collect();
    if asked.iter().any(|arg| arg == "--none") || asked.is_empty() {
        packing();
        labelling();
    }
    let once = asked.iter().any(|arg| arg == "--once");
    let mut stories: Vec<&str> = asked
        .iter()
        .map(String::as_str)
        .filter(|arg| !arg.starts_with("--"))
        .collect();
    if stories.is_empty() && !asked.iter().any(|arg| arg == "--none") {
        stories = vec!["1000", "10000", "100000"];
    }
    if asked.iter().any(|arg| arg == "--beside") {
        beside(&stories);
        return;
    }
    for story in stories {
        let index = index_of(story);
        let bench = Bench::new(&index);
        if once {
            bench.one_frame();
        } else {
            bench.report(story);
        }
    }
}

fn index_of(story: &str) -> Index {
    let progress = Progress::default();
    let loaded = story.parse().map_or_else(
        |_| load(Path::new(story), &progress),
        |events| load_str("bench.ron", &large::story(events), &progress),
    );
    Index::new(loaded.expect("the story is sound").story)
}

struct Bench<'a> {
    index: &'a Index,
    stack: Stack,
    measurer: Measurer,
    ctx: egui::Context,
    stacked: Duration,
}

impl<'a> Bench<'a> {
    fn new(index: &'a Index) -> Self {
        let measurer = Measurer::new();
        let begun = Instant::now();
        let request = StackRequest::new(index, View::default().lanes, VIEW);
        let stack = Stack::new(index, request, &measurer, &AtomicBool::new(false));
        let stacked = begun.elapsed();
        let ctx = egui::Context::default();
        ctx.set_fonts(screen::fonts());
        Self {
            index,
            stack,
            measurer,
            ctx,
            stacked,
        }
    }

    fn layout(&self, scale: &Scale) -> Layout {
        let request = timeline::Request {
            window: Some(scale.window()),
            ..timeline::Request::new(VIEW)
        };
        timeline::layout(self.index, &self.stack, &request, &self.measurer)
    }

    fn scene(&self, layout: &Layout) -> Scene {
        timeline::scene(timeline::Drawing {
            index: self.index,
            layout,
            highlight: &Highlight::default(),
            theme: Theme::of(false),
            measurer: &self.measurer,
            as_of: None,
            voices: false,
            range: None,
        })
    }

    /// Layout, scene, shapes, triangles: what each took by `clock`.
    #[inline(never)]
    fn frame_by(&self, scale: &Scale, clock: fn() -> Duration) -> [Duration; 3] {
        let begun = clock();
        let layout = self.layout(scale);
        let laid = clock().saturating_sub(begun);
        let scene = self.scene(&layout);
        let drawn = clock().saturating_sub(begun);
        painted(&self.ctx, &scene);
        [
            laid,
            drawn.saturating_sub(laid),
            clock().saturating_sub(begun).saturating_sub(drawn),
        ]
    }

    fn frame(&self, scale: &Scale) -> [Duration; 3] {
        self.frame_by(scale, thread_time)
    }

    fn whole(&self) -> Scale {
        let (plot, window) = (self.layout_width(), timeline::fit_window(self.index, VIEW));
        Scale::new(window, plot)
    }

    fn layout_width(&self) -> f64 {
        let window = timeline::fit_window(self.index, VIEW);
        self.layout(&Scale::new(window, 1000.0)).scale.width()
    }

    fn one_frame(&self) {
        let scale = self.whole();
        for _ in 0..20 {
            // Valgrind has no clock of a thread.
            black_box(self.frame_by(&scale, || Duration::ZERO));
        }
    }

    fn report(&self, name: &str) {
        let whole = self.whole();
        // The middle of the story, where its events are, by the event in the middle.
        let middle = self
            .index
            .dated_events()
            .get(self.index.dated_events().len() / 2);
        let at = middle.and_then(|&ix| {
            self.index
                .story()
                .event(ix)
                .when
                .date
                .as_ref()?
                .span()
                .finite()
        });
        let x = at.map_or(whole.width() / 2.0, |(from, _)| whole.x(from));
        let mut all: Vec<Duration> = Vec::new();
        let hour = 3600.0 * 16.0 / whole.width();
        println!(
            "{name}: {} dated events, lanes stacked in {:.0?}",
            self.index.dated_events().len(),
            self.stacked
        );
        println!(
            "  {:>10}  {:>9} {:>9} {:>9}   layout scene  shapes+triangles",
            "zoom", "p50 ms", "p99 ms", "click us"
        );
        let mut scale = whole;
        let first = self.frame(&scale);
        println!("  first frame {:.2} ms", ms(first.iter().sum()));
        let mut power = 0;
        while scale.ticks_per_point() > hour {
            let mut frames: Vec<[Duration; 3]> = Vec::new();
            for step in 0..30 {
                let moved = if step < 15 {
                    scale.pan(f64::from(step) * -7.0)
                } else {
                    scale.zoom_at(
                        scale.x(at.map_or(scale.tick_at(x), |at| at.0)),
                        f64::from(step - 14).mul_add(0.06, 1.0),
                    )
                };
                frames.push(self.frame(&moved));
            }
            let scene = self.scene(&self.layout(&scale));
            let begun = thread_time();
            let clicks = 50_u16;
            for n in 0..clicks {
                black_box(scene.group_at(point(f32::from(n) * 31.0, f32::from(n) * 16.0), 4.0));
            }
            let click = thread_time().saturating_sub(begun) / u32::from(clicks);
            let mut sums: Vec<Duration> = frames.iter().map(|parts| parts.iter().sum()).collect();
            sums.sort_unstable();
            all.extend(&sums);
            let part = |n: usize| {
                let mut parts: Vec<Duration> = frames.iter().map(|parts| parts[n]).collect();
                parts.sort_unstable();
                ms(parts[parts.len() / 2])
            };
            println!(
                "  {:>10}  {:>9.2} {:>9.2} {:>9.1}   {:.2}   {:.2}   {:.2}   {} marks",
                format!("2^{power}"),
                ms(sums[sums.len() / 2]),
                ms(sums[sums.len() - 1]),
                click.as_secs_f64() * 1e6,
                part(0),
                part(1),
                part(2),
                scene
                    .layers
                    .iter()
                    .map(|layer| layer.groups.len())
                    .sum::<usize>(),
            );
            scale = scale.zoom_at(scale.x(at.map_or(scale.tick_at(x), |at| at.0)), 2.0);
            power += 1;
        }
        all.sort_unstable();
        let at = |share: f64| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a place in a list"
            )]
            let n = (all.len() as f64 * share) as usize;
            all.get(n).or(all.last()).copied().map_or(0.0, ms)
        };
        println!(
            "  all zooms: p50 {:.2} ms, p99 {:.2} ms, most {:.2} ms",
            at(0.5),
            at(0.99),
            at(1.0)
        );
    }
}

/// Pans over the whole of each story, a few frames of each in turns, so that whatever slows the
/// machine slows them all.
fn beside(stories: &[&str]) {
    let indexes: Vec<Index> = stories.iter().map(|story| index_of(story)).collect();
    let benches: Vec<Bench<'_>> = indexes.iter().map(Bench::new).collect();
    let mut frames: Vec<Vec<[Duration; 3]>> = vec![Vec::new(); benches.len()];
    for _ in 0..40 {
        for (bench, frames) in benches.iter().zip(&mut frames) {
            let whole = bench.whole();
            let pan = (0..12).map(|step| whole.pan(f64::from(step) * -7.0));
            let taken: Vec<[Duration; 3]> = pan.map(|scale| bench.frame(&scale)).collect();
            // The first ones fetch what the other story drove out of the processor's cache.
            frames.extend(taken.into_iter().skip(4));
        }
    }
    let middle = |mut times: Vec<Duration>| {
        times.sort_unstable();
        times.get(times.len() / 2).copied().map_or(0.0, ms)
    };
    let mut first = None;
    for (story, frames) in stories.iter().zip(&frames) {
        let part = |n: usize| middle(frames.iter().map(|parts| parts[n]).collect());
        let sum = middle(frames.iter().map(|parts| parts.iter().sum()).collect());
        let first = *first.get_or_insert(sum);
        println!(
            "{story}: {sum:.2} ms (layout {:.2}, scene {:.2}, shapes+triangles {:.2}), {:.2} of the first",
            part(0),
            part(1),
            part(2),
            sum / first,
        );
    }
}

/// The median of what `work` takes, in milliseconds.
fn median(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<Duration> = (0..51)
        .map(|_| {
            let begun = thread_time();
            work();
            thread_time().saturating_sub(begun)
        })
        .collect();
    times.sort_unstable();
    ms(times[times.len() / 2])
}

/// The random numbers that the peers are measured with.
fn random() -> impl FnMut() -> f64 {
    let mut state: i32 = 42;
    move || {
        state ^= state << 13;
        state ^= (state.cast_unsigned() >> 17).cast_signed();
        state ^= state << 5;
        f64::from(state.cast_unsigned()) / 4_294_967_296.0
    }
}

/// Packs the very items that the peer's stacking is measured with, in thousandths of a pixel.
fn packing() {
    for count in [1000_usize, 10_000, 20_000] {
        let mut random = random();
        let (width, span) = (1600.0, 320.0 * 365.25);
        let items: Vec<(i64, i64)> = (0..count)
            .map(|n| {
                let left = random() * width;
                let days = if n % 2 == 1 {
                    3650_f64.powf(random())
                } else {
                    0.0
                };
                let right = left + (days / span * width).max(60.0);
                #[expect(clippy::cast_possible_truncation, reason = "a few million")]
                let extent = ((left * 1000.0) as i64, (right * 1000.0) as i64);
                extent
            })
            .collect();
        let rows = timeline::pack(&items, 10_000)
            .into_iter()
            .max()
            .map_or(0, |row| row + 1);
        // The greatest number of extents at one place, counted by their ends.
        let mut ends: Vec<(i64, i32)> = items
            .iter()
            .flat_map(|item| [(item.0, 1), (item.1 + 10_000, -1)])
            .collect();
        ends.sort_unstable();
        let (_, deepest) = ends.iter().fold((0, 0), |(open, most), (_, step)| {
            (open + step, most.max(open + step))
        });
        let took = median(|| {
            black_box(timeline::pack(black_box(&items), 10_000));
        });
        println!("packing {count} items: {took:.3} ms, {rows} rows, most on one another {deepest}");
        let mut ordered = items;
        ordered.sort_unstable();
        let took = median(|| {
            black_box(timeline::pack(black_box(&ordered), 10_000));
        });
        println!("  by their starts: {took:.3} ms");
    }
}

/// Places 5,000 candidate labels: fifty rows of a hundred.
fn labelling() {
    let mut random = random();
    let rows: Vec<Vec<timeline::Candidate>> = (0..50)
        .map(|_| {
            let mut x = 0.0;
            (0..100)
                .map(|_| {
                    let from = x + random() * 140.0;
                    x = from + 9.0 + random() * random() * 120.0;
                    timeline::Candidate {
                        mark: (from, x),
                        seen: (from, x),
                        solid: (from, x),
                        need: 40.0 + random() * 160.0,
                        leans: random() > 0.5,
                    }
                })
                .collect()
        })
        .collect();
    let took = median(|| {
        for row in &rows {
            black_box(timeline::spots(black_box(row), 20_000.0, &[]));
        }
    });
    let placed: usize = rows
        .iter()
        .map(|row| timeline::spots(row, 20_000.0, &[]).iter().flatten().count())
        .sum();
    println!("placing 5,000 candidate labels: {took:.3} ms, {placed} placed");
}

fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}
