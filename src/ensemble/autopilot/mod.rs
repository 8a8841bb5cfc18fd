//! Scripted players for tests, baselines and a first look.
//!
//! An autopilot sees what players see, a [`Situation`], and returns decisions, as players do. It knows nothing
//! of any scenario: what an action is for it learns from the playbook criteria that stand beside the action,
//! what may be said from what is known. A scenario on which the autopilots do not rank as a professional would
//! rank them is not a good scenario, or the score is not a good score.
//!
//! - [`silent`] does nothing.
//! - [`hasty`] speaks at once, about everything, and finds out later.
//! - [`playbook`] goes by the book.

mod hasty;
mod playbook;
mod silent;
mod words;

use std::io;

pub use hasty::Hasty;
pub use playbook::ByTheBook;
pub use silent::Silent;

use crate::decision::Decision;
use crate::scoring::HotWash;
use crate::session::{Author, RecordError, Review, Session};
use crate::simulation::Situation;
use crate::time::SimTime;

/// Minutes between two looks at the situation.
const LOOK_MINUTES: u32 = 5;

/// A scripted player.
pub trait Autopilot {
    /// Returns what to do now. A decision that turns out impossible is dropped.
    fn decide(&mut self, situation: &Situation) -> Vec<Decision>;

    /// Returns the review it writes after EndEx from what players can see then, if it writes one.
    fn review(&mut self, hot_wash: &HotWash<'_>) -> Option<Review> {
        let _ = hot_wash;
        None
    }
}

/// The names of all autopilots, best last.
pub const NAMES: [&str; 3] = ["silent", "hasty", "playbook"];

/// Returns the autopilot with this name.
pub fn named(name: &str) -> Option<Box<dyn Autopilot>> {
    match name {
        "silent" => Some(Box::new(Silent)),
        "hasty" => Some(Box::new(Hasty::default())),
        "playbook" => Some(Box::new(ByTheBook::default())),
        _ => None,
    }
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
