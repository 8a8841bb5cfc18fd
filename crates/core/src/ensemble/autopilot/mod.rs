//! Scripted players for tests, baselines and demonstrations.
//!
//! An autopilot sees what players see, a [`Situation`](crate::simulation::Situation), and returns decisions, as
//! players do. It has no knowledge of specific scenarios. It infers the purpose of an action from the playbook
//! criteria listed with the action, and what can be said from what is known. If the autopilots do not rank on a
//! scenario as a professional would rank them, either the scenario or the scoring is flawed.
//!
//! - [`silent`] does nothing.
//! - [`stonewall`] denies, blames and hides.
//! - [`random`] acts at random.
//! - [`spammer`] does everything and gives every audience the same text.
//! - [`hasty`] speaks immediately about everything and checks the facts later.
//! - [`playbook`] follows the playbook; `expert` does the same with the best known strategy for the scenario.

mod hasty;
mod playbook;
mod player;
mod random;
mod silent;
mod spammer;
mod stonewall;
mod turn;
mod words;

use std::io;

pub use hasty::Hasty;
pub use playbook::{ByTheBook, content_by_the_book};
pub use player::Autopilot;
pub use random::Random;
pub use silent::Silent;
pub use spammer::Spammer;
pub use stonewall::Stonewall;

use crate::scenario::Scenario;
use crate::scoring::HotWash;
use crate::session::{Author, RecordError, Session};
use crate::simulation::Seed;
use crate::time::SimTime;

/// Minutes between two turns.
const LOOK_MINUTES: u32 = 5;

/// Names of all autopilots, best last.
pub const NAMES: [&str; 7] = ["silent", "stonewall", "random", "spammer", "hasty", "playbook", "expert"];

/// Returns the autopilot with this name for a scenario. The seed is used only by the random autopilot.
pub fn named(name: &str, scenario: &Scenario, seed: Seed) -> Option<Box<dyn Autopilot>> {
    match name {
        "silent" => Some(Box::new(Silent)),
        "stonewall" => Some(Box::new(Stonewall::default())),
        "random" => Some(Box::new(Random::new(seed.0))),
        "spammer" => Some(Box::new(Spammer)),
        "hasty" => Some(Box::new(Hasty::default())),
        "playbook" => Some(Box::new(ByTheBook::default())),
        "expert" => Some(Box::new(expert(scenario))),
        _ => None,
    }
}

/// Returns the autopilot that uses the best known strategy for a scenario, or the default strategy if there is
/// none.
pub fn expert(scenario: &Scenario) -> ByTheBook {
    scenario.best_known.as_ref().map_or_else(ByTheBook::default, |best| ByTheBook::with(best.strategy.clone()))
}

/// Lets an autopilot play a session up to a moment or to EndEx, calling `progress` at each turn.
///
/// # Errors
/// Returns an error if the log cannot be written.
pub fn play(
    session: &mut Session,
    autopilot: &mut dyn Autopilot,
    until: SimTime,
    progress: &mut dyn FnMut(SimTime),
) -> io::Result<()> {
    let mut next = SimTime::from_minutes(session.now().minutes() + 1);
    while !session.has_ended() && session.now() < until {
        session.advance_to(next.min(until))?;
        if session.has_ended() {
            break;
        }
        for decision in autopilot.decide(&session.situation()) {
            if let Err(RecordError::Log(error)) = session.decide(decision) {
                return Err(error);
            }
        }
        progress(session.now());
        next = SimTime::from_minutes((session.now().minutes() / LOOK_MINUTES + 1) * LOOK_MINUTES);
    }
    if session.has_ended()
        && let Some(review) = autopilot.review(&HotWash::of(session))
    {
        // An invalid review is dropped, like an impossible decision.
        if let Err(RecordError::Log(error)) = session.review(Author::Facilitator, review) {
            return Err(error);
        }
    }
    session.checkpoint()
}
