//! A log played again in a world that may have become another.
//!
//! In the world it was recorded in, every input of a log is possible at its time. In another world, or after a change,
//! a decision may not be: the fact it waits for is not known yet, the role is still busy, nobody has asked. People would
//! not forget it then, so the decision *waits* and is taken in the first minute in which it is possible, for
//! [`PATIENCE`] at most. One that can never become possible again (it was done, its words promise an update that is
//! past) is dropped at once. What was dropped is counted.
//!
//! A rerun can be [forked](Rerun::fork) at any minute: that is how branches of a what-if share the part of a run that
//! is theirs in common, and it gives the same numbers as playing each from the beginning.

use std::sync::Arc;

use super::branch::{Put, Script};
use crate::decision::{Decision, Rejection};
use crate::scenario::Scenario;
use crate::scoring::{Outcome, PlaybookScore, Record, Reference, outcome, score_playbook};
use crate::session::Entry;
use crate::simulation::{Input, Population, Seed, Simulation, Situation};
use crate::statement::reading::ReadingCache;
use crate::time::{SimDuration, SimTime};
use crate::timeline::{EntryNumber, Timeline};

/// How long a decision waits to become possible.
const PATIENCE: SimDuration = SimDuration::from_minutes(12 * 60);

/// A decision that waits.
#[derive(Clone, Debug)]
struct Waiting {
    decision: Decision,
    from: Option<EntryNumber>,
    since: SimTime,
}

/// A log being played again.
pub struct Rerun {
    scenario: Arc<Scenario>,
    simulation: Simulation,
    /// What has been put in so far.
    entries: Vec<Entry>,
    /// The entries of the recorded log behind those, one for each.
    origins: Vec<Option<EntryNumber>>,
    waiting: Vec<Waiting>,
    dropped: Vec<Option<EntryNumber>>,
    /// How many lines of the script have been put in.
    line_count: usize,
}

impl Rerun {
    /// Returns a world at StartEx into which nothing has been put yet.
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

    /// Reads statements with the help of what other runs have read.
    #[must_use]
    pub fn remembering(mut self, readings: &ReadingCache) -> Self {
        self.simulation.remember(readings);
        self
    }

    /// Returns a second run that is what this one is and goes its own way from here.
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

    /// Plays a script until a moment; what the script has for that moment itself is not put in yet.
    ///
    /// The script must be the one that was played so far, at least up to the present moment.
    pub fn play_until(&mut self, script: &Script, until: SimTime) {
        while self.simulation.now() < until && !self.simulation.has_ended() {
            self.put_in(script);
            let next = self.next_stop(script).unwrap_or(until).min(until);
            self.simulation.advance_to(next);
        }
    }

    /// Plays a script to the end, or up to a moment and with what the script has for it.
    pub fn play_out(&mut self, script: &Script, until: SimTime) {
        self.play_until(script, until);
        self.put_in(script);
        self.entries.extend(script.reviews.iter().cloned());
    }

    /// Puts in what is due now, those that wait first.
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
                    let entry = self.enter(Entry::Control { at: now, control: control.clone() }, line.from);
                    self.simulation.submit(Input::Control(entry, control.clone()));
                }
            }
        }
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

    /// The next minute in which something is put in or tried.
    fn next_stop(&self, script: &Script) -> Option<SimTime> {
        let now = self.simulation.now();
        if !self.waiting.is_empty() {
            return Some(SimTime::from_minutes(now.minutes() + 1));
        }
        script.lines.get(self.line_count).map(|line| line.at)
    }

    /// Returns the present moment.
    pub fn now(&self) -> SimTime {
        self.simulation.now()
    }

    /// Returns what the players can see.
    pub fn situation(&self) -> Situation {
        self.simulation.situation()
    }

    /// Returns what happened so far.
    pub fn timeline(&self) -> &Timeline {
        self.simulation.timeline()
    }

    /// Returns the world.
    pub fn simulation(&self) -> &Simulation {
        &self.simulation
    }

    /// Returns the entry of the recorded log that an entry of this run comes from.
    pub fn origin(&self, entry: EntryNumber) -> Option<EntryNumber> {
        self.origins.get(entry.0 as usize).copied().flatten()
    }

    /// Returns how many decisions could not be taken.
    pub fn dropped_count(&self) -> usize {
        self.dropped.len() + self.waiting.len()
    }

    /// Judges the run by the playbook.
    pub fn playbook(&self) -> PlaybookScore {
        let record = Record { scenario: &self.scenario, timeline: self.timeline(), entries: &self.entries };
        score_playbook(&record)
    }

    /// Measures what came of the run.
    pub fn outcome(&self, reference: &Reference) -> Outcome {
        outcome::measure(self.timeline(), reference)
    }
}

/// Whether what stands in the way of a decision may pass.
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
