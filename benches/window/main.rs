//! The real window, on a display (a virtual one will do): how long until a story stands on screen,
//! what a presented frame takes while one pans and zooms, and whether it is ever frozen meanwhile.
//!
//! ```text
//! xvfb-run -a -s "-screen 0 1600x1000x24" cargo bench --bench window -- STORY.ron
//! xvfb-run -a -s "-screen 0 1600x1000x24" cargo bench --bench window -- --like-vis 10000
//! ```
//!
//! The second makes the story that vis-timeline and its peers are measured with: half moments, half
//! stretches of a day to ten years, between 1700 and 2020.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use eframe::egui;
use throughline::app::{App, Expected, MapBefore, Opening, Origin, Settings, expected_timeline};
use throughline::cli::process::{held_mib, peak_mib};
use throughline::story::calendar::{Civil, TICKS_PER_DAY, Tick};
use throughline::timeline::{self, Scale};
use throughline::view::View;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Frames that are measured of each kind.
const FRAMES: usize = 60;

fn main() {
    let begun = Instant::now();
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|arg| arg != "--bench")
        .collect();
    let story = match asked.as_slice() {
        [flag, count] if flag == "--like-vis" => {
            like_vis(count.parse().expect("a number of events"))
        }
        [path] => PathBuf::from(path),
        _ => {
            eprintln!("window: name a story file, or --like-vis and a number of events");
            return;
        }
    };
    // What it took to write a story is no part of opening it.
    let begun = if asked.len() == 2 {
        Instant::now()
    } else {
        begun
    };
    let expected = Expected {
        lanes: View::default().lanes,
        size: expected_timeline(throughline::scene::size(1600.0, 1000.0)),
    };
    let opening = Opening::begin(Origin::File(story), MapBefore::default(), expected, || {});
    let native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1600.0, 1000.0]),
        renderer: eframe::Renderer::Glow,
        multisampling: 0,
        glow_options: eframe::egui_glow::GlowConfiguration {
            vsync: false,
            ..eframe::egui_glow::GlowConfiguration::default()
        },
        ..eframe::NativeOptions::default()
    };
    let shell = move |creation: &eframe::CreationContext<'_>| {
        let mut app = App::new(&creation.egui_ctx, Settings::default(), None);
        app.adopt(opening);
        let shell: Box<dyn eframe::App> = Box::new(Shell {
            app,
            begun,
            last: Instant::now(),
            first: None,
            opened: None,
            full: None,
            memory_at_full: [0.0; 2],
            longest: Duration::ZERO,
            panned: Vec::new(),
            zoomed: Vec::new(),
        });
        Ok(shell)
    };
    eframe::run_native("window bench", native, Box::new(shell)).expect("a display");
}

struct Shell {
    app: App,
    begun: Instant,
    last: Instant,
    first: Option<Duration>,
    opened: Option<Duration>,
    full: Option<Duration>,
    /// What is held, and the most that was, in MiB.
    memory_at_full: [f64; 2],
    longest: Duration,
    panned: Vec<Duration>,
    zoomed: Vec<Duration>,
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.app.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        // From one frame to the next: all that presenting it takes lies between.
        let took = self.last.elapsed();
        self.last = Instant::now();
        if self.full.is_some() {
            let done = self.panned.len() + self.zoomed.len();
            if done > 0 || self.first.is_some() {
                if done < FRAMES {
                    self.panned.push(took);
                } else {
                    self.zoomed.push(took);
                }
            }
            self.move_on();
        } else {
            // While the story is read frames come when the window asks for them: what counts is how
            // long each kept the window from answering.
            let busy = frame.info().cpu_usage.unwrap_or(0.0);
            if self.first.is_some() {
                self.longest = self.longest.max(Duration::from_secs_f32(busy));
            }
            if self.opened.is_none() && self.app.index().is_some() {
                self.opened = Some(self.begun.elapsed());
            }
            if self.app.shows_timeline() && self.first.is_some() {
                self.full = Some(self.begun.elapsed());
                self.memory_at_full = memory();
            }
            self.first.get_or_insert_with(|| self.begun.elapsed());
        }
        self.app.show(ui);
        // While the story is read the window asks for frames itself, to show how far that is.
        if self.full.is_some() || self.app.shows_timeline() || self.first.is_none() {
            ui.ctx().request_repaint();
        }
        if self.zoomed.len() >= FRAMES {
            self.report();
            std::process::exit(0);
        }
    }
}

impl Shell {
    fn move_on(&mut self) {
        let Some(index) = self.app.index().cloned() else {
            return;
        };
        let whole = timeline::fit_window(&index, throughline::scene::size(1200.0, 400.0));
        let scale = Scale::new(whole, 1000.0);
        #[expect(clippy::cast_precision_loss, reason = "a few frames")]
        let next = if self.panned.len() < FRAMES {
            scale.pan(-10.0 * self.panned.len() as f64)
        } else {
            scale.zoom_at(500.0, 1.1_f64.powf(self.zoomed.len() as f64))
        };
        self.app.show_view(View {
            window: Some(next.window()),
            ..self.app.view().clone()
        });
    }

    fn report(&self) {
        let ms = |took: Duration| (took.as_secs_f64() * 1e5).round() / 100.0;
        let sorted = |times: &[Duration]| {
            let mut times = times.to_vec();
            times.sort_unstable();
            times
        };
        let (panned, zoomed) = (sorted(&self.panned), sorted(&self.zoomed));
        println!(
            "{{\"first_frame\":{},\"opened\":{},\"full_view\":{},\"longest_frame_while_opening\":{},\"pan_median\":{},\"pan_p95\":{},\"zoom_median\":{},\"zoom_p95\":{},\"mib_at_full_view\":{:.0?},\"mib_at_the_end\":{:.0?}}}",
            self.first.map_or(0.0, ms),
            self.opened.map_or(0.0, ms),
            self.full.map_or(0.0, ms),
            ms(self.longest),
            ms(panned[panned.len() / 2]),
            ms(panned[panned.len() * 19 / 20]),
            ms(zoomed[zoomed.len() / 2]),
            ms(zoomed[zoomed.len() * 19 / 20]),
            self.memory_at_full,
            memory(),
        );
    }
}

/// What this program holds, and the most that it has held, in MiB.
fn memory() -> [f64; 2] {
    [held_mib(), peak_mib()].map(|mib| mib.unwrap_or(0.0))
}

/// A story file of the events that vis-timeline is measured with, from the same random numbers.
fn like_vis(count: usize) -> PathBuf {
    let mut state: i32 = 42;
    let mut random = move || {
        state ^= state << 13;
        state ^= (state.cast_unsigned() >> 17).cast_signed();
        state ^= state << 5;
        f64::from(state.cast_unsigned()) / 4_294_967_296.0
    };
    let (from, to) = (
        Civil::new(1700, 1, 1).start(),
        Civil::new(2020, 1, 1).start(),
    );
    let mut text = String::from(
        "Story(format: 1, title: \"As measured\", sources: {\"s\": Source(title: \"Log\")},\npassages: {\"p\": Passage(source: \"s\", quote: \"all of it\", said_by: Document)},\nevents: {\n",
    );
    let day = |tick: Tick| {
        let (civil, _) = tick.civil();
        format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day)
    };
    for n in 0..count {
        #[expect(clippy::cast_possible_truncation, reason = "within 320 years")]
        let start = from + (to.since(from) * random()) as i64;
        let when = if n % 2 == 1 {
            #[expect(clippy::cast_possible_truncation, reason = "at most ten years")]
            let days = 3650_f64.powf(random()) as i64;
            format!(
                "{}/{}",
                day(start),
                day(start + days.max(1) * TICKS_PER_DAY)
            )
        } else {
            day(start)
        };
        let _ = writeln!(
            text,
            "\"e{n}\": Event(title: \"Event {n}\", when: \"{when}\", evidence: [Supports(\"p\")]),"
        );
    }
    text.push_str("})\n");
    let path = std::env::temp_dir().join(format!("like-vis-{count}.ron"));
    std::fs::write(&path, text).expect("a folder for temporary files");
    path
}
