//! How memory and time of the real simulation grow with the number of customers. Each size is measured in its own
//! child process, which prints its resident memory (`/proc/self/status`) and the time of simulated hours.

use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use goldenhour_core::decision::{Content, Decision};
use goldenhour_core::scenario::source::{BuiltIn, Bundle};
use goldenhour_core::scenario::{Ask, AudienceKind, Metric, Scenario, load};
use goldenhour_core::simulation::{Input, Seed, Simulation};
use goldenhour_core::statement::{Claim, Says, Statement};
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::EntryNumber;

/// Argument that starts a child process; the number of customers follows.
pub const CHILD: &str = "--measure-size";

/// Number of simulated hours that are timed one by one.
const HOURS: usize = 16;

/// Measurements of a child process.
#[derive(Clone, Debug)]
pub struct Size {
    /// Number of simulated customers.
    pub customers: u64,
    /// Seconds to build the world.
    pub build: f64,
    /// Resident memory in bytes, after building the world (`begun`) and when almost everyone is aware (`memory`).
    pub begun: f64,
    pub memory: f64,
    /// Share of customers who are aware.
    pub aware: f64,
    /// Seconds per simulated hour after that.
    pub hours: Vec<f64>,
}

/// Measures a size in a child process.
pub fn measure(customers: u64) -> Size {
    let program = std::env::current_exe().expect("the path of this program is known");
    let output =
        Command::new(program).args([CHILD, &customers.to_string()]).output().expect("this program can be started");
    let text = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [build, begun, memory, aware, hours @ ..] = &numbers[..] else {
        panic!("unexpected output of the child process: {text} {:?}", output.stderr)
    };
    Size { customers, build: *build, begun: *begun, memory: *memory, aware: *aware, hours: hours.to_vec() }
}

/// Measures a size in this process and prints the results for the parent.
pub fn child(customers: u64) {
    let scenario = crowd(customers);
    let started = Instant::now();
    let mut simulation = Simulation::new(scenario.clone(), Seed(1));
    let build = started.elapsed().as_secs_f64();
    let begun = resident();
    speak(&mut simulation, &scenario);
    simulation.advance_to(SimTime::from_minutes(6 * 60));
    let memory = resident();
    let aware = simulation.timeline().series.last(Metric::Awareness);
    print!("{build} {begun} {memory} {aware}");
    (0..if customers > 1_000_000 { 1 } else { HOURS }).for_each(|_| print!(" {}", hour(&mut simulation)));
    println!();
}

fn hour(simulation: &mut Simulation) -> f64 {
    let started = Instant::now();
    simulation.advance_to(SimTime::from_minutes(simulation.now().minutes() + 60));
    started.elapsed().as_secs_f64()
}

/// Publishes a statement at once, so that customers become aware.
fn speak(simulation: &mut Simulation, scenario: &Scenario) {
    let public = |ask: &Ask| matches!(ask, Ask::Statement { audience: AudienceKind::Public, .. });
    for action in scenario.actions.iter().filter(|action| public(&action.asks)) {
        let topic = scenario.topics[0].id.clone();
        let statement = Statement {
            claims: vec![Claim { topic, says: Says::NotKnownYet }],
            text: "Something has happened.".to_owned(),
            ..Statement::default()
        };
        let decision = Decision {
            at: simulation.now(),
            by: action.role.clone(),
            action: action.id.clone(),
            content: Content::Statement(statement),
            rationale: String::new(),
            confidence: None,
        };
        if simulation.check(&decision).is_ok() {
            simulation.submit(Input::Decision(EntryNumber(0), decision));
            return;
        }
    }
    panic!("no public statement is possible in this scenario");
}

/// Returns the first built-in scenario with the given number of customers and fast-spreading awareness.
fn crowd(customers: u64) -> Arc<Scenario> {
    let slug = BuiltIn::scenarios().remove(0);
    let whole = load(&BuiltIn::Scenario(slug)).expect("built-in scenarios are valid").output;
    let population = format!("population: {}", whole.customers.population);
    let represents = format!("represents: {}", whole.customers.represents);
    let hearing = format!("hearing_per_hour: (value: {:?}", whole.model.hearing_per_hour.value);
    let mut bundle = Bundle::default();
    for (path, text) in whole.bundle().iter() {
        let text = text
            .replace(&population, &format!("population: {customers}"))
            .replace(&represents, &format!("represents: {}", customers.max(whole.customers.represents)))
            .replace(&hearing, "hearing_per_hour: (value: 5.0");
        bundle.insert(path, text.into());
    }
    let crowd = load(&bundle).expect("the scenario is valid with another number of customers").output;
    assert_eq!(u64::from(crowd.customers.population), customers, "the population was not replaced in the file");
    Arc::new(crowd)
}

/// Returns the resident memory of this process in bytes.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("this benchmark needs Linux");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("the status contains the resident memory");
    let kibibytes: f64 = line.split_whitespace().nth(1).and_then(|word| word.parse().ok()).expect("a number");
    kibibytes * 1024.0
}

/// Returns the growth exponent: the least-squares slope of log y over log x.
#[expect(clippy::cast_precision_loss, reason = "there are few points")]
pub fn exponent(points: &[(f64, f64)]) -> f64 {
    let points: Vec<(f64, f64)> = points.iter().map(|(x, y)| (libm::log(*x), libm::log(*y))).collect();
    let count = points.len() as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.0 / count, sum.1 + point.1 / count));
    let slope = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum::<f64>();
    slope / points.iter().map(|point| (point.0 - x) * (point.0 - x)).sum::<f64>()
}
