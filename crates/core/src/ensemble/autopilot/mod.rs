//! Scripted players for tests, baselines and a first look.
//!
//! An autopilot sees what players see, a [`Situation`](crate::simulation::Situation), and returns decisions, as players do. It knows nothing
//! of any scenario: what an action is for it learns from the playbook criteria that stand beside the action,
//! what may be said from what is known. A scenario on which the autopilots do not rank as a professional would
//! rank them is not a good scenario, or the score is not a good score.
//!
//! - [`silent`] does nothing.
//! - [`stonewall`] denies, blames and hides.
//! - [`random`] throws dice.
//! - [`spammer`] does everything, and says the same to everybody.
//! - [`hasty`] speaks at once, about everything, and finds out later.
//! - [`playbook`] goes by the book; `expert` does, too, and uses what it leaves free in the best way that is known
//!   for the scenario.

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

/// Minutes between two looks at the situation.
const LOOK_MINUTES: u32 = 5;

/// The names of all autopilots, best last.
pub const NAMES: [&str; 7] = ["silent", "stonewall", "random", "spammer", "hasty", "playbook", "expert"];

/// Returns the autopilot with this name, for a scenario; the seed is for the dice of the one that throws them.
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

/// Returns who plays the best strategy that is known for a scenario, or goes by the book where none is.
pub fn expert(scenario: &Scenario) -> ByTheBook {
    scenario.best_known.as_ref().map_or_else(ByTheBook::default, |best| ByTheBook::with(best.strategy.clone()))
}

/// Lets an autopilot play a session up to a moment or to its end, calling `progress` at each look.
///
/// # Errors
/// Where the log cannot be written.
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
        // One that the scenario does not know what to do with is dropped, as a decision is.
        if let Err(RecordError::Log(error)) = session.review(Author::Facilitator, review) {
            return Err(error);
        }
    }
    session.checkpoint()
}
