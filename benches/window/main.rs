//! The window on a real display: time to the first frame, frame rate while a drill runs at full speed, and
//! processor use while idle. `cargo bench --bench window`, preferably on an otherwise idle machine; without a
//! display it prints a message and exits. `GOLDENHOUR_BENCH_CUSTOMERS` sets the number of individually simulated
//! customers (100,000).

#![expect(clippy::print_stdout, reason = "a benchmark prints its results")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock and the environment")]

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

/// Seconds for which each part is measured.
const SECONDS: f64 = 10.0;

/// Seconds after which a new window counts as idle.
const SETTLING: f64 = 3.0;

/// The part being measured.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// From process start to the first frame.
    Start,
    /// The first seconds, while the window is laid out and everything is drawn for the first time.
    Settling,
    /// The library, without any changes on screen.
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

    /// Prints the results of a part.
    fn report(&self, what: &str) {
        let seconds = self.since.elapsed().as_secs_f64();
        let share = (processor_seconds() - self.used) / seconds * 100.0;
        let mut gaps: Vec<f64> =
            self.frames.windows(2).map(|pair| pair[1].duration_since(pair[0]).as_secs_f64() * 1000.0).collect();
        gaps.sort_by(f64::total_cmp);
        let at = |part: f64| gaps.get(place(gaps.len(), part)).copied().unwrap_or(f64::NAN);
        #[expect(clippy::cast_precision_loss, reason = "there are a few hundred frames")]
        let rate = self.frames.len() as f64 / seconds;
        let (median, late) = (at(0.5), at(0.95));
        println!(
            "{what}: {rate:.1} frames a second; {median:.1} ms between two, 95 % within {late:.1} ms; {share:.1} % of a core"
        );
    }

    fn begin_drill(&mut self) {
        self.app.run_command(Destination::Briefing(self.scenario.clone()));
        self.app.run_command(BriefingCommand::Start);
        assert!(matches!(self.app.state().route, Route::Exercise(_)), "the drill did not begin");
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
            // Keep the repaint that ends the part scheduled when another frame came first.
            Part::Idle => ui.ctx().request_repaint_after(Duration::from_secs_f64(SECONDS - elapsed)),
            Part::Drill => {}
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "the index is small and positive"
)]
fn place(count: usize, part: f64) -> usize {
    ((count as f64 * part) as usize).min(count.saturating_sub(1))
}

/// Returns the processor time of this process in seconds, or 0 if the system does not report it.
fn processor_seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = text.rsplit(')').next().unwrap_or_default();
    let ticks = |place: usize| after.split_whitespace().nth(place).and_then(|part| part.parse::<f64>().ok());
    (ticks(11).unwrap_or(0.0) + ticks(12).unwrap_or(0.0)) / 100.0
}

/// Copies a scenario and sets its number of individually simulated customers.
fn prepare(home: &Path) -> Origin {
    let customers = std::env::var("GOLDENHOUR_BENCH_CUSTOMERS").unwrap_or_else(|_| "100000".to_owned());
    let copy = Origin::BuiltIn("black_friday_skimmer".to_owned())
        .copy_into(&home.join("scenarios"))
        .expect("the scenario can be copied");
    let path = copy.join("scenario.ron");
    let text = std::fs::read_to_string(&path).expect("the copy is readable");
    let (before, after) = text.split_once("population:").expect("the scenario sets its population");
    let rest = after.split_once(',').expect("the population is not the last field").1;
    std::fs::write(&path, format!("{before}population: {customers},{rest}")).expect("the copy is writable");
    println!("{customers} customers");
    Origin::Folder(copy)
}

fn main() {
    let begun = Instant::now();
    // `cargo test --benches` also runs this binary, only to check that it starts.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    if !goldenhour::dirs::has_display() {
        println!("no display: nothing is measured");
        return;
    }
    let home = tempfile::tempdir().expect("a temporary folder can be created");
    let folders = Folders::within(home.path());
    Settings { guided: true, ..Settings::default() }.write(&folders.settings).expect("the settings can be written");
    let prepared = Instant::now();
    let scenario = prepare(home.path());
    let begun = begun + prepared.elapsed();
    let app = App::new(Start::Library, folders).expect("the program starts");
    let measured = Measured { app, begun, part: Part::Start, since: begun, used: 0.0, frames: Vec::new(), scenario };
    let viewport = egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native("goldenhour-bench", options, Box::new(|_| Ok(Box::new(measured)))).expect("the window opens");
}
