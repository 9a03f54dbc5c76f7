//! The real window, on a display (a virtual one will do), while the story's file is saved again and again: how long
//! from a save until the new story has been presented, and what memory the window holds after 100 and after 500.
//!
//! ```text
//! xvfb-run -a -s "-screen 0 1600x1000x24" cargo bench --bench reload                 the story that ships
//! xvfb-run -a -s "-screen 0 1600x1000x24" cargo bench --bench reload -- STORY.ron    another, whose title is
//!                                                                                    its own line
//! ```
//!
//! Of every five saves three are good (in place, renamed over, after a backup), one comes in two halves, and one is
//! broken. Times are those of the good ones that come whole.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::sleep;
use std::time::{Duration, Instant};

use eframe::egui;
use throughline::app::{
    App, Expected, MapBefore, Opening, Origin, SHIPPED, Settings, expected_timeline,
};
use throughline::cli::process::{held_mib, processor_time};
use throughline::view::View;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SAVES: usize = 500;
/// Good saves that are timed.
const TIMED: usize = 100;
/// Between two saves; long enough for the window to come to rest.
const REST: Duration = Duration::from_millis(120);
/// What nobody waits longer for.
const PATIENCE: Duration = Duration::from_secs(30);

/// What stands on screen: the version, and whether a newer one is said to be broken; when it was presented.
type Shown = (usize, bool, Instant);

fn main() {
    let asked = std::env::args().skip(1).find(|arg| arg != "--bench");
    let text = asked.map_or_else(
        || SHIPPED.to_owned(),
        |path| fs::read_to_string(path).expect("a story file"),
    );
    let folder = std::env::temp_dir().join(format!("throughline-reload-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for temporary files");
    let path = folder.join("story.ron");
    fs::write(&path, titled(&text, 0)).expect("a folder for temporary files");
    let expected = Expected {
        lanes: View::default().lanes,
        size: expected_timeline(throughline::scene::size(1600.0, 1000.0)),
    };
    let origin = Origin::File(path.clone());
    let opening = Opening::begin(origin, MapBefore::default(), expected, || {});
    let (sender, shown) = channel();
    std::thread::spawn(move || {
        save_and_measure(&text, &path, &shown);
        let _ = fs::remove_dir_all(folder);
        std::process::exit(0);
    });
    let native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1600.0, 1000.0]),
        renderer: eframe::Renderer::Glow,
        multisampling: 0,
        ..eframe::NativeOptions::default()
    };
    let shell = move |creation: &eframe::CreationContext<'_>| {
        let mut app = App::new(&creation.egui_ctx, Settings::default(), None);
        app.adopt(opening);
        let shell: Box<dyn eframe::App> = Box::new(Shell {
            app,
            sender,
            told: None,
            painted: None,
        });
        Ok(shell)
    };
    eframe::run_native("reload bench", native, Box::new(shell)).expect("a display");
}

/// `text` with its title replaced by a version.
fn titled(text: &str, version: usize) -> String {
    let lines = text.lines().map(|line| {
        if line.starts_with("    title: ") {
            format!("    title: \"Version {version}\",\n")
        } else {
            format!("{line}\n")
        }
    });
    lines.collect()
}

struct Shell {
    app: App,
    sender: Sender<Shown>,
    told: Option<(usize, bool)>,
    /// What the frame before painted.
    painted: Option<(usize, bool)>,
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        // The next pass begins once the frame before has been presented.
        if let Some((version, broken)) = self.painted.take() {
            let _ = self.sender.send((version, broken, Instant::now()));
        }
        self.app.logic(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.app.show(ui);
        let title = self.app.index().map(|index| index.story().title.clone());
        let version = title.and_then(|title| title.strip_prefix("Version ")?.parse().ok());
        let broken = self
            .app
            .notice()
            .is_some_and(|said| said.contains("stays on screen"));
        let now = version.map(|version| (version, broken));
        if now != self.told {
            (self.told, self.painted) = (now, now);
            ui.ctx().request_repaint();
        }
    }
}

/// Waits for what `wanted` accepts; when that was presented.
fn wait(shown: &Receiver<Shown>, wanted: impl Fn(usize, bool) -> bool) -> Instant {
    loop {
        let (version, broken, at) = shown.recv_timeout(PATIENCE).expect("it comes on screen");
        if wanted(version, broken) {
            return at;
        }
    }
}

fn save_and_measure(text: &str, path: &Path, shown: &Receiver<Shown>) {
    wait(shown, |version, _| version == 0);
    sleep(Duration::from_secs(3));
    let idle = processor_time();
    sleep(Duration::from_secs(5));
    let idle = processor_time().saturating_sub(idle);
    let (mut times, mut spent, mut held) = (Vec::new(), Vec::new(), Vec::new());
    let mut good = 0;
    for version in 1..=SAVES {
        let new = titled(text, version);
        let begun = Instant::now();
        match version % 5 {
            0 => {
                let broken = new.replace("format: 1", "format: \"one\"");
                fs::write(path, broken).expect("it is written");
                wait(shown, |shown, broken| shown == good && broken);
            }
            1 => {
                let mut file = File::create(path).expect("it is written");
                let (first, rest) = new.as_bytes().split_at(new.len() / 2);
                file.write_all(first).expect("it is written");
                sleep(Duration::from_millis(60));
                file.write_all(rest).expect("it is written");
                drop(file);
                good = version;
                wait(shown, |shown, broken| shown == good && !broken);
            }
            how => {
                let cpu = processor_time();
                save(path, &new, how);
                good = version;
                let at = wait(shown, |shown, _| shown == good);
                if times.len() < TIMED {
                    times.push(at.saturating_duration_since(begun));
                    spent.push(processor_time().saturating_sub(cpu));
                }
            }
        }
        // Not in step with anything that comes at intervals.
        sleep(REST + Duration::from_millis((version as u64 * 37) % 50));
        if version == 100 || version == SAVES {
            sleep(Duration::from_secs(1));
            held.push(held_mib().unwrap_or(0.0));
        }
    }
    times.sort_unstable();
    spent.sort_unstable();
    let ms = |took: Duration| (took.as_secs_f64() * 1e4).round() / 10.0;
    let [after_100, after_all] = held[..] else {
        return;
    };
    println!(
        "{{\"save_to_screen_median\":{},\"save_to_screen_p95\":{},\"save_to_screen_worst\":{},\"of\":{},\"processor_ms_each\":{},\"mib_after_100\":{after_100},\"mib_after_500\":{after_all},\"growth_percent\":{:.1},\"processor_ms_in_5_idle_seconds\":{}}}",
        ms(times[times.len() / 2]),
        ms(times[times.len() * 19 / 20]),
        ms(times[times.len() - 1]),
        times.len(),
        ms(spent[spent.len() / 2]),
        (after_all / after_100 - 1.0) * 100.0,
        ms(idle),
    );
}

/// Saves as editors do.
fn save(path: &Path, text: &str, how: usize) {
    let beside = |name: &str| -> PathBuf { path.with_file_name(name) };
    let done = match how {
        2 => fs::write(path, text),
        3 => fs::write(beside("new"), text).and_then(|()| fs::rename(beside("new"), path)),
        _ => fs::rename(path, beside("story.ron~")).and_then(|()| fs::write(path, text)),
    };
    done.expect("it is written");
}
