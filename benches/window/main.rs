//! The window on a real display: how soon its first frame is there, how many frames it keeps while a drill runs at
//! full speed, and what it costs while nothing moves. `cargo bench --bench window`, best on an otherwise idle machine;
//! without a display it says so and ends. `GOLDENHOUR_BENCH_CUSTOMERS` sets how many customers are simulated one by
//! one (100,000).

#![expect(clippy::print_stdout, reason = "a bench prints what it found")]
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock and its environment")]

use std::path::Path;
use std::time::{Duration, Instant};

use goldenhour::app::briefing::command::BriefingCommand;
use goldenhour::app::exercise::command::PaceCommand;
use goldenhour::app::folder::Folders;
use goldenhour::app::shell::command::Destination;
use goldenhour::app::shell::route::Route;
use goldenhour::app::shell::settings::Settings;
use goldenhour::app::{App, Start};
use goldenhour_core::scenario::library::Origin;

/// How long each part is measured, in seconds.
const SECONDS: f64 = 10.0;

/// How long a window settles before it is held to be idle, in seconds.
const SETTLING: f64 = 3.0;

/// What is being measured.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// From the start of the process to the first frame.
    Start,
    /// The first seconds, in which a window is laid out and everything is drawn for the first time.
    Settling,
    /// The library with nothing moving.
    Idle,
    /// A drill at 600×.
    Drill,
}

struct Measured {
    app: App,
    begun: Instant,
    part: Part,
    since: Instant,
    used: f64,
    frames: Vec<Instant>,
    scenario: Origin,
}

impl Measured {
    fn enter(&mut self, part: Part) {
        self.part = part;
        self.since = Instant::now();
        self.used = processor_seconds();
        self.frames.clear();
    }

    /// Says what a part came to.
    fn report(&self, what: &str) {
        let seconds = self.since.elapsed().as_secs_f64();
        let share = (processor_seconds() - self.used) / seconds * 100.0;
        let mut gaps: Vec<f64> =
            self.frames.windows(2).map(|pair| pair[1].duration_since(pair[0]).as_secs_f64() * 1000.0).collect();
        gaps.sort_by(f64::total_cmp);
        let at = |part: f64| gaps.get(place(gaps.len(), part)).copied().unwrap_or(f64::NAN);
        #[expect(clippy::cast_precision_loss, reason = "a few hundred frames")]
        let rate = self.frames.len() as f64 / seconds;
        let (median, late) = (at(0.5), at(0.95));
        println!(
            "{what}: {rate:.1} frames a second; {median:.1} ms between two, 95 % within {late:.1} ms; {share:.1} % of a core"
        );
    }

    fn begin_drill(&mut self) {
        self.app.run_command(Destination::Briefing(self.scenario.clone()));
        self.app.run_command(BriefingCommand::Start);
        assert!(matches!(self.app.state().route, Route::Exercise(_)), "the drill does not begin");
        self.app.run_command(PaceCommand::PauseAtInjects(false));
        self.app.run_command(PaceCommand::Speed(600));
        self.app.run_command(PaceCommand::Run);
    }
}

impl eframe::App for Measured {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        eframe::App::ui(&mut self.app, ui, frame);
        self.frames.push(Instant::now());
        let elapsed = self.since.elapsed().as_secs_f64();
        match self.part {
            Part::Start => {
                println!("start to first frame: {:.0} ms", self.begun.elapsed().as_secs_f64() * 1000.0);
                self.enter(Part::Settling);
                ui.ctx().request_repaint_after(Duration::from_secs_f64(SETTLING));
            }
            Part::Settling if elapsed >= SETTLING => {
                self.enter(Part::Idle);
                ui.ctx().request_repaint_after(Duration::from_secs_f64(SECONDS));
            }
            Part::Settling => ui.ctx().request_repaint_after(Duration::from_secs_f64(SETTLING - elapsed)),
            Part::Idle if elapsed >= SECONDS => {
                self.report("idle");
                self.begin_drill();
                self.enter(Part::Drill);
                ui.ctx().request_repaint();
            }
            Part::Drill if elapsed >= SECONDS => {
                self.report("a drill at 600×");
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
            }
            // A frame that came in between must not take the place of the one that ends the part.
            Part::Idle => ui.ctx().request_repaint_after(Duration::from_secs_f64(SECONDS - elapsed)),
            Part::Drill => {}
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place")]
fn place(count: usize, part: f64) -> usize {
    ((count as f64 * part) as usize).min(count.saturating_sub(1))
}

/// Returns the processor time of this process, in seconds; 0 where the system does not tell.
fn processor_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = text.rsplit(')').next().unwrap_or_default();
    let ticks = |place: usize| after.split_whitespace().nth(place).and_then(|part| part.parse::<f64>().ok());
    (ticks(11).unwrap_or(0.0) + ticks(12).unwrap_or(0.0)) / 100.0
}

/// Copies a scenario with as many customers one by one as are wanted.
fn prepare(home: &Path) -> Origin {
    let customers = std::env::var("GOLDENHOUR_BENCH_CUSTOMERS").unwrap_or_else(|_| "100000".to_owned());
    let copy = Origin::BuiltIn("black_friday_skimmer".to_owned()).copy_into(&home.join("scenarios")).expect("a copy");
    let path = copy.join("scenario.ron");
    let text = std::fs::read_to_string(&path).expect("the copy");
    let (before, after) = text.split_once("population:").expect("a number of customers");
    let rest = after.split_once(',').expect("more fields").1;
    std::fs::write(&path, format!("{before}population: {customers},{rest}")).expect("the copy");
    println!("{customers} customers");
    Origin::Folder(copy)
}

fn main() {
    let begun = Instant::now();
    // `cargo test --benches` runs this as well, and only wants to know whether it runs.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    if !goldenhour::dirs::has_display() {
        println!("no display: nothing is measured");
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let folders = Folders::within(home.path());
    Settings { guided: true, ..Settings::default() }.write(&folders.settings).expect("settings");
    let prepared = Instant::now();
    let scenario = prepare(home.path());
    let begun = begun + prepared.elapsed();
    let app = App::new(Start::Library, folders).expect("the program");
    let measured = Measured { app, begun, part: Part::Start, since: begun, used: 0.0, frames: Vec::new(), scenario };
    let viewport = egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native("goldenhour-bench", options, Box::new(|_| Ok(Box::new(measured)))).expect("a window");
}
