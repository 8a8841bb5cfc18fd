//! The world in which stylized facts are measured: the plain retailer of `tests/fixtures/stylised`, with
//! parameters.

use std::path::Path;
use std::sync::Arc;

use goldenhour_core::decision::{Content, Decision};
use goldenhour_core::scenario::source::Bundle;
use goldenhour_core::scenario::{Metric, Scenario, load};
use goldenhour_core::simulation::{Input, Population, Seed, Simulation};
use goldenhour_core::statement::{Claim, Says, Statement};
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::EntryNumber;

/// Rows that represent all customers.
const ROWS: u32 = 240;

/// Parameters of an experiment.
#[derive(Clone, Debug)]
pub struct Setup {
    pub length_hours: u32,
    pub cluster: &'static str,
    pub preventability: f64,
    pub sensitivity: f64,
    pub severity: f64,
    pub goodwill: f64,
    pub visible: f64,
    pub affected: f64,
    pub history: Vec<u32>,
    /// External events by hour, in the vocabulary of the scenario format.
    pub externals: Vec<(f64, String)>,
    /// Constant news pressure, in standard deviations.
    pub pressure: f64,
    /// Whether the news follows daily and weekly rhythms.
    pub cycles: bool,
    /// Model constants with non-default values.
    pub constants: Vec<(&'static str, f64)>,
}

impl Default for Setup {
    fn default() -> Self {
        Setup {
            length_hours: 24 * 30,
            cluster: "Accidental",
            preventability: 0.5,
            sensitivity: 0.65,
            severity: 0.6,
            goodwill: 0.6,
            visible: 0.0,
            affected: 0.3,
            history: Vec::new(),
            externals: Vec::new(),
            pressure: 0.0,
            cycles: false,
            constants: Vec::new(),
        }
    }
}

/// An action of the organization.
#[derive(Clone, Debug)]
pub enum Act {
    /// Publishes a statement.
    Say(Vec<(&'static str, Word)>),
    /// Sends a notice to customers.
    Write(Vec<(&'static str, Word)>),
    /// Offers help and money, in quarters of the expected amount, 0 to 8.
    Offer(u32, u32),
}

/// Content of a claim on a topic.
#[derive(Clone, Copy, Debug)]
pub enum Word {
    Claim(&'static str),
    Number(u64),
    Unknown,
}

fn hours(time: f64) -> SimTime {
    SimTime::from_minutes((time * 60.0).round() as u32)
}

fn fixture(name: &str) -> String {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/fixtures/stylised").join(name);
    std::fs::read_to_string(path).expect("the fixture exists")
}

/// Returns constants to change in every experiment, from `name=value,…` in the environment; used for fitting.
fn constants_from_outside() -> Vec<(String, f64)> {
    #[expect(
        clippy::disallowed_methods,
        reason = "fitting sets constants through the environment to avoid recompiling"
    )]
    let text = std::env::var("GOLDENHOUR_CONSTANTS").unwrap_or_default();
    let pair = |word: &str| {
        let (name, value) = word.split_once('=').unwrap_or_else(|| panic!("`{word}` is not `name=value`"));
        (name.trim().to_owned(), value.trim().parse().unwrap_or_else(|_| panic!("`{value}` is not a number")))
    };
    text.split(',').filter(|word| !word.trim().is_empty()).map(pair).collect()
}

/// Returns the text of the default model with some constants changed.
fn model(setup: &Setup) -> String {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("assets/model/default.ron");
    let mut text = std::fs::read_to_string(path).expect("the default model exists");
    let cycles: &[(&str, f64)] = if setup.cycles { &[] } else { &[("news_day_amplitude", 0.0), ("news_weekend", 1.0)] };
    let outside = constants_from_outside();
    let outside = outside.iter().map(|(name, value)| (name.as_str(), *value));
    for (name, value) in outside.chain(cycles.iter().copied()).chain(setup.constants.iter().copied()) {
        let start =
            text.find(&format!("    {name}: (value: ")).unwrap_or_else(|| panic!("the model has no constant `{name}`"));
        let from = start + format!("    {name}: (value: ").len();
        let to = from + text[from..].find(',').expect("a value is followed by a comma");
        text.replace_range(from..to, &format!("{value:?}"));
    }
    text
}

/// Returns the scenario of an experiment.
pub fn scenario(setup: &Setup) -> Arc<Scenario> {
    let externals: Vec<(String, &str)> =
        setup.externals.iter().map(|(at, effect)| (hours(*at).to_string(), effect.as_str())).collect();
    let environment = minijinja::Environment::new();
    let context = minijinja::context! {
        length => format!("{}h", setup.length_hours),
        length_hours => setup.length_hours,
        cluster => setup.cluster,
        preventability => setup.preventability,
        sensitivity => setup.sensitivity,
        severity => setup.severity,
        goodwill => setup.goodwill,
        visible => setup.visible,
        affected => setup.affected,
        history => format!("{:?}", setup.history),
        pressure => setup.pressure,
        externals => externals,
    };
    let mut bundle = Bundle::default();
    for name in ["scenario.ron", "actions.ron", "msel.ron"] {
        let text = environment.render_str(&fixture(name), &context).expect("the template is valid");
        bundle.insert(name, text.into());
    }
    bundle.insert("documents/dossier.md", "# Dossier".into());
    bundle.insert("model.ron", model(setup).into());
    match load(&bundle) {
        Ok(loaded) => Arc::new(loaded.output),
        Err(diagnostics) => panic!("the world of the experiment does not load: {diagnostics:?}"),
    }
}

/// Advances a world to an hour.
pub fn advance(world: &mut Simulation, hour: f64) {
    world.advance_to(hours(hour));
}

/// Advances to an hour and submits an action.
pub fn advance_and_submit(world: &mut Simulation, at: f64, act: &Act) {
    let from = SimTime::from_minutes(hours(at).minutes().max(2) - 1);
    world.advance_to(from.max(world.now()));
    submit(world, act, (at * 60.0) as u32);
}

/// Plays actions at their hours and returns the final world.
pub fn play(setup: &Setup, acts: &[(f64, Act)], seed: u64) -> Simulation {
    play_in(&scenario(setup), acts, seed)
}

/// Plays actions in a scenario that is already loaded and returns the final world.
pub fn play_in(scenario: &Arc<Scenario>, acts: &[(f64, Act)], seed: u64) -> Simulation {
    let mut simulation = begin(scenario, seed);
    let mut acts: Vec<&(f64, Act)> = acts.iter().collect();
    acts.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (at, act) in acts {
        advance_and_submit(&mut simulation, *at, act);
    }
    simulation.advance_to(scenario.end());
    simulation
}

pub fn begin(scenario: &Arc<Scenario>, seed: u64) -> Simulation {
    let mut simulation = Simulation::with_population(scenario.clone(), Seed(seed), Population::Cohort { rows: ROWS });
    simulation.advance_to(SimTime::from_minutes(1));
    simulation
}

fn submit(simulation: &mut Simulation, act: &Act, number: u32) {
    let (action, content) = match act {
        Act::Say(words) => ("say", Content::Statement(statement(words))),
        Act::Write(words) => ("write", Content::Statement(statement(words))),
        Act::Offer(help, money) => ("offer", Content::Choice(format!("h{help}m{money}").as_str().into())),
    };
    let decision = Decision {
        at: simulation.now(),
        by: "desk".into(),
        action: action.into(),
        content,
        rationale: String::new(),
        confidence: None,
    };
    if let Err(rejection) = simulation.check(&decision) {
        panic!("{act:?} at {} was rejected: {rejection:?}", simulation.now());
    }
    simulation.submit(Input::Decision(EntryNumber(number), decision));
    simulation.advance_to(SimTime::from_minutes(simulation.now().minutes() + 2));
}

fn statement(words: &[(&'static str, Word)]) -> Statement {
    let claim = |(topic, word): &(&'static str, Word)| {
        let says = match word {
            Word::Claim(id) => Says::Option((*id).into()),
            Word::Number(number) => Says::Number(*number),
            Word::Unknown => Says::NotKnownYet,
        };
        Claim { topic: (*topic).into(), says }
    };
    Statement {
        claims: words.iter().map(claim).collect(),
        text: "We have something to say.".to_owned(),
        ..Statement::default()
    }
}

/// The nine details, in order.
pub const NINE: [&str; 9] = [
    "stakeholders",
    "discovery",
    "personaldata",
    "effectonorganization",
    "services",
    "precautions",
    "compensation",
    "ongoingactions",
    "restoration",
];

/// Truthful claims on the `count` most important details.
pub fn facts(count: usize) -> Vec<(&'static str, Word)> {
    // Most important details first: what is at risk, what to do, what is being done.
    const ORDER: [usize; 9] = [2, 5, 7, 0, 1, 4, 8, 6, 3];
    ORDER.iter().take(count).map(|index| (NINE[*index], Word::Claim("so"))).collect()
}

/// Returns the hourly values of a metric.
pub fn hourly(simulation: &Simulation, metric: Metric) -> Vec<f64> {
    simulation.timeline().series.values(metric).step_by(60).collect()
}

/// Returns the value of a metric at an hour.
pub fn at(simulation: &Simulation, metric: Metric, hour: f64) -> f64 {
    simulation.timeline().series.at(metric, hours(hour))
}

/// Returns the last value of a metric.
pub fn last(simulation: &Simulation, metric: Metric) -> f64 {
    simulation.timeline().series.last(metric)
}
