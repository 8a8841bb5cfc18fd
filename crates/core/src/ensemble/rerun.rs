//! Replays a log in a world that may differ from the recorded one.
//!
//! In the recorded world every input is possible at its time. In a different world, or after a change, a decision
//! may not be: the fact it depends on is not confirmed yet, the role is still busy, or the inquiry has not arrived.
//! A real team would try again, so the decision *waits* for at most [`PATIENCE`] and is made in the first minute in
//! which it becomes possible. A decision that can never become possible again (it was already done, or its
//! statement announces an update in the past) is dropped immediately. Dropped decisions are counted.
//!
//! A rerun can be [forked](Rerun::fork) at any minute. This lets the branches of a what-if share the part of the
//! run that they have in common, with the same results as playing each branch from the start.

use std::sync::Arc;

use super::branch::{Put, Script};
use crate::decision::{Control, Decision, Rejection};
use crate::scenario::Scenario;
use crate::scoring::{Outcome, PlaybookScore, Record, Reference, outcome, score_playbook};
use crate::session::Entry;
use crate::simulation::{Input, Population, Seed, Simulation, Situation};
use crate::statement::reading::ReadingCache;
use crate::time::{SimDuration, SimTime};
use crate::timeline::{EntryNumber, Timeline};

/// Maximum time that a decision waits to become possible.
const PATIENCE: SimDuration = SimDuration::from_minutes(12 * 60);

/// A waiting decision.
#[derive(Clone, Debug)]
struct Waiting {
    decision: Decision,
    from: Option<EntryNumber>,
    since: SimTime,
}

/// A log that is being replayed.
pub struct Rerun {
    scenario: Arc<Scenario>,
    simulation: Simulation,
    /// Entries applied so far.
    entries: Vec<Entry>,
    /// For each of them, the entry of the recorded log it comes from.
    origins: Vec<Option<EntryNumber>>,
    waiting: Vec<Waiting>,
    dropped: Vec<Option<EntryNumber>>,
    /// Number of script lines applied so far.
    line_count: usize,
}

impl Rerun {
    /// Returns a rerun at StartEx with no inputs applied.
    pub fn begin(scenario: &Arc<Scenario>, seed: Seed, population: Population) -> Self {
        Rerun {
            scenario: scenario.clone(),
            simulation: Simulation::with_population(scenario.clone(), seed, population),
            entries: Vec::new(),
            origins: Vec::new(),
            waiting: Vec::new(),
            dropped: Vec::new(),
            line_count: 0,
        }
    }

    /// Shares a cache of statement readings with other runs.
    #[must_use]
    pub fn remembering(mut self, readings: &ReadingCache) -> Self {
        self.simulation.remember(readings);
        self
    }

    /// Returns an identical, independent copy of this run.
    #[must_use]
    pub fn fork(&self) -> Rerun {
        Rerun {
            scenario: self.scenario.clone(),
            simulation: self.simulation.fork(),
            entries: self.entries.clone(),
            origins: self.origins.clone(),
            waiting: self.waiting.clone(),
            dropped: self.dropped.clone(),
            line_count: self.line_count,
        }
    }

    /// Plays a script up to a moment, without applying the inputs for that moment itself.
    ///
    /// The script must match the one played so far, at least up to the current time.
    pub fn play_until(&mut self, script: &Script, until: SimTime) {
        while self.simulation.now() < until && !self.simulation.has_ended() {
            self.put_in(script);
            let next = self.next_stop(script).unwrap_or(until).min(until);
            self.simulation.advance_to(next);
        }
    }

    /// Plays a script to EndEx or up to a moment, including the inputs for that moment.
    pub fn play_out(&mut self, script: &Script, until: SimTime) {
        self.play_until(script, until);
        self.put_in(script);
        self.entries.extend(script.reviews.iter().cloned());
    }

    /// Applies the inputs that are due now, waiting ones first.
    fn put_in(&mut self, script: &Script) {
        let now = self.simulation.now();
        for waiting in std::mem::take(&mut self.waiting) {
            self.offer(waiting, now);
        }
        while let Some(line) = script.lines.get(self.line_count).filter(|line| line.at <= now) {
            self.line_count += 1;
            match &line.put {
                Put::Decision(decision) => {
                    self.offer(Waiting { decision: decision.clone(), from: line.from, since: now }, now);
                }
                Put::Control(control) => {
                    let Some(control) = self.here(control) else { continue };
                    let entry = self.enter(Entry::Control { at: now, control: control.clone() }, line.from);
                    self.simulation.submit(Input::Control(entry, control));
                }
            }
        }
    }

    /// Returns a control as it applies to this run, in which entries can have other numbers than in the log; `None` for
    /// a ruling on a statement that was not made here.
    fn here(&self, control: &Control) -> Option<Control> {
        let Control::Rule { statement, ruling } = control else { return Some(control.clone()) };
        let place = self.origins.iter().position(|origin| *origin == Some(*statement))?;
        let statement = EntryNumber(u32::try_from(place).ok()?);
        Some(Control::Rule { statement, ruling: ruling.clone() })
    }

    fn offer(&mut self, mut waiting: Waiting, now: SimTime) {
        waiting.decision.at = now;
        match self.simulation.check(&waiting.decision) {
            Ok(()) => {
                let entry = self.enter(Entry::Decision(waiting.decision.clone()), waiting.from);
                self.simulation.submit(Input::Decision(entry, waiting.decision));
            }
            Err(reason) if may_pass(&reason) && now.since(waiting.since) < PATIENCE => self.waiting.push(waiting),
            Err(_) => self.dropped.push(waiting.from),
        }
    }

    fn enter(&mut self, entry: Entry, from: Option<EntryNumber>) -> EntryNumber {
        let number = EntryNumber(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        self.entries.push(entry);
        self.origins.push(from);
        number
    }

    /// Returns the next minute in which an input is applied or retried.
    fn next_stop(&self, script: &Script) -> Option<SimTime> {
        let now = self.simulation.now();
        if !self.waiting.is_empty() {
            return Some(SimTime::from_minutes(now.minutes() + 1));
        }
        script.lines.get(self.line_count).map(|line| line.at)
    }

    /// Returns the current simulated time.
    pub fn now(&self) -> SimTime {
        self.simulation.now()
    }

    /// Returns the situation as the players see it.
    pub fn situation(&self) -> Situation {
        self.simulation.situation()
    }

    /// Returns the timeline so far.
    pub fn timeline(&self) -> &Timeline {
        self.simulation.timeline()
    }

    /// Returns the simulation.
    pub fn simulation(&self) -> &Simulation {
        &self.simulation
    }

    /// Returns the entry of the recorded log that an entry of this run comes from.
    pub fn origin(&self, entry: EntryNumber) -> Option<EntryNumber> {
        self.origins.get(entry.0 as usize).copied().flatten()
    }

    /// Returns the number of decisions that could not be carried out.
    pub fn dropped_count(&self) -> usize {
        self.dropped.len() + self.waiting.len()
    }

    /// Scores the run with the playbook.
    pub fn playbook(&self) -> PlaybookScore {
        let record = Record { scenario: &self.scenario, timeline: self.timeline(), entries: &self.entries };
        score_playbook(&record)
    }

    /// Measures the outcome of the run.
    pub fn outcome(&self, reference: &Reference) -> Outcome {
        outcome::measure(self.timeline(), reference)
    }
}

/// Returns whether the reason for a rejection can disappear over time.
fn may_pass(reason: &Rejection) -> bool {
    match reason {
        Rejection::NotYet { .. }
        | Rejection::Running { .. }
        | Rejection::Absent { .. }
        | Rejection::Busy { .. }
        | Rejection::NoInquiry(_) => true,
        Rejection::Ended
        | Rejection::UnknownAction(_)
        | Rejection::UnknownRole(_)
        | Rejection::Past { .. }
        | Rejection::Future { .. }
        | Rejection::AlreadyDone
        | Rejection::WrongContent { .. }
        | Rejection::BadStatement { .. } => false,
    }
}
