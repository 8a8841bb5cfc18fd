//! What-ifs: a reviewer's own changes to a run, and their effect.
//!
//! On the debrief's timeline, a decision can be removed, moved, or replaced with another choice. All changes
//! together form one [branch](goldenhour_core::ensemble::branch). The branch is first played with the run's own
//! seed, so that a curve appears immediately, and then with an increasing number of seeds under common random
//! numbers to estimate the intervals. Every further change cancels the previous
//! [probe](crate::app::background::probe).

use std::collections::BTreeMap;

use crate::app::background::probe::{Probe, ProbeProgress};
use goldenhour_core::debrief::alternative::Recording;
use goldenhour_core::debrief::counterfactual::{Investigation, PRECISION};
use goldenhour_core::debrief::turning_point::Effect;
use goldenhour_core::decision::{Content, Decision};
use goldenhour_core::ensemble::COHORT;
use goldenhour_core::ensemble::branch::{Branch, Change, Script};
use goldenhour_core::ensemble::counterfactual::{Band, CURVES, Sample, curve};
use goldenhour_core::ensemble::reference::References;
use goldenhour_core::ensemble::rerun::Rerun;
use goldenhour_core::id::ChoiceId;
use goldenhour_core::session::{Entry, Session};
use goldenhour_core::time::{SimDuration, SimTime};
use goldenhour_core::timeline::EntryNumber;

/// Numbers of seeds after which the probe reports. An initial report covers only the run's own seed.
const STEPS: [u64; 5] = [8, 32, 64, 128, 200];

/// Number of seeds used in tests, to keep them fast.
const FEW: [u64; 1] = [2];

/// Metrics of [`CURVES`] over time. Each point is a time in minutes since `StartEx` and a value.
pub type Curves = [Vec<(u32, f64)>; CURVES.len()];

/// A change to a decision.
#[derive(Clone, Debug, PartialEq)]
pub enum Altered {
    /// The decision is not made.
    Gone,
    /// The decision is made at another time, with another choice, or both.
    Taken {
        /// Time of the decision.
        at: SimTime,
        /// New choice, or `None` to keep the original.
        choice: Option<ChoiceId>,
    },
}

/// Effect of the changes.
pub struct Answer {
    /// Number of seeds played in addition to the run's own.
    pub seeds: usize,
    /// Change of the outcome in this particular run, in points of 100.
    pub outcome: f64,
    /// Change of the playbook score in this particular run, in points.
    pub playbook: f64,
    /// The actual run, played with the same cohort of customers as the ghost.
    pub was: Curves,
    /// The run with the changes.
    pub ghost: Curves,
    /// Difference between the two across all seeds. Empty until seeds have been played.
    pub apart: Vec<Band>,
    /// Effect of the changes across all seeds, as branch minus run. `None` until seeds have been played.
    pub effect: Option<Effect>,
}

/// The reviewer's changes.
#[derive(Default)]
pub struct Whatif {
    /// Changes by entry.
    pub altered: BTreeMap<EntryNumber, Altered>,
    /// The selected decision.
    pub picked: Option<EntryNumber>,
    /// The computation of the effect.
    pub probe: Option<Probe<Answer>>,
    /// Cache of both ends of the outcome scale for each seed played so far. They are the same for all changes.
    known: References,
}

impl Whatif {
    /// Returns the time of a decision after the changes, or `None` if it is removed.
    pub fn moment(&self, entry: EntryNumber, decision: &Decision) -> Option<SimTime> {
        match self.altered.get(&entry) {
            None => Some(decision.at),
            Some(Altered::Taken { at, .. }) => Some(*at),
            Some(Altered::Gone) => None,
        }
    }

    /// Returns the choice made in a decision after the changes, or `None` if the decision is not a choice.
    pub fn choice<'a>(&'a self, entry: EntryNumber, decision: &'a Decision) -> Option<&'a ChoiceId> {
        match (self.altered.get(&entry), &decision.content) {
            (Some(Altered::Taken { choice: Some(choice), .. }), _) | (_, Content::Choice(choice)) => Some(choice),
            _ => None,
        }
    }

    /// Removes a decision.
    pub fn leave_out(&mut self, entry: EntryNumber) {
        self.altered.insert(entry, Altered::Gone);
    }

    /// Moves a decision to another time, no later than the end of the run.
    pub fn shift(&mut self, session: &Session, entry: EntryNumber, to: SimTime) {
        let Some(decision) = decision(session, entry) else { return };
        let choice = match self.altered.get(&entry) {
            Some(Altered::Taken { choice, .. }) => choice.clone(),
            _ => None,
        };
        let at = to.min(session.now());
        self.alter(entry, decision, at, choice);
    }

    /// Replaces the choice made in a decision.
    pub fn choose(&mut self, session: &Session, entry: EntryNumber, choice: ChoiceId) {
        let Some(decision) = decision(session, entry) else { return };
        let at = self.moment(entry, decision).unwrap_or(decision.at);
        self.alter(entry, decision, at, Some(choice));
    }

    /// Stores a change, or removes it if it equals the original decision.
    fn alter(&mut self, entry: EntryNumber, decision: &Decision, at: SimTime, choice: Option<ChoiceId>) {
        let choice = choice.filter(|choice| !matches!(&decision.content, Content::Choice(was) if was == choice));
        if at == decision.at && choice.is_none() {
            self.altered.remove(&entry);
        } else {
            self.altered.insert(entry, Altered::Taken { at, choice });
        }
    }

    /// Converts the changes to those of a branch.
    pub fn changes(&self, session: &Session) -> Vec<Change> {
        let change = |(entry, altered): (&EntryNumber, &Altered)| {
            let decision = decision(session, *entry)?;
            Some(match altered {
                Altered::Gone => Change::Remove(*entry),
                Altered::Taken { at, choice: None } => Change::Move { entry: *entry, to: *at },
                Altered::Taken { at, choice: Some(choice) } => {
                    let content = Content::Choice(choice.clone());
                    Change::Replace { entry: *entry, with: Decision { at: *at, content, ..decision.clone() } }
                }
            })
        };
        self.altered.iter().filter_map(change).collect()
    }

    /// Starts the computation of the effect, if there are changes.
    pub fn ask(&mut self, session: &Session, in_place: bool) {
        self.probe = None;
        let changes = self.changes(session);
        if changes.is_empty() {
            return;
        }
        let recording = Recording::of(session);
        let steps: &'static [u64] = if in_place { &FEW } else { &STEPS };
        let known = self.known.clone();
        let job = move |progress: &ProbeProgress, report: &dyn Fn(Answer)| {
            answer(&recording, &changes, known, steps, progress, report);
        };
        self.probe = Some(Probe::begin(in_place, job));
    }
}

/// Returns `at` shifted by a number of minutes: negative for earlier, positive for later.
pub fn shifted(at: SimTime, minutes: i32) -> SimTime {
    match u32::try_from(minutes) {
        Ok(minutes) => at + SimDuration::from_minutes(minutes),
        Err(_) => SimTime::from_minutes(at.minutes().saturating_sub(minutes.unsigned_abs())),
    }
}

/// Returns the decision recorded in an entry.
pub fn decision(session: &Session, entry: EntryNumber) -> Option<&Decision> {
    match session.entries().get(entry.0 as usize) {
        Some(Entry::Decision(decision)) => Some(decision),
        _ => None,
    }
}

/// Plays the run with the changes, first with its own seed and then with more seeds.
fn answer(
    recording: &Recording,
    changes: &[Change],
    known: References,
    steps: &[u64],
    progress: &ProbeProgress,
    report: &dyn Fn(Answer),
) {
    // This cannot fail: all changes refer to existing entries, and each entry is changed at most once.
    let Ok(branch) = Branch::new(&recording.scenario, &recording.entries, changes.to_vec()) else { return };
    let asked = vec![(String::new(), changes.to_vec())];
    let Ok(investigation) = Investigation::ask(recording.clone(), COHORT, asked) else { return };
    let mut investigation = investigation.within(PRECISION).against(known.clone());
    let run = played(recording, &Script::of(&recording.entries));
    let other = played(recording, &branch.script);
    let reference = known.of(&recording.scenario, recording.seed, COHORT, recording.until);
    let samples = [&run, &other].map(|run| Sample::of(run, &reference));
    let curves = |run: &Rerun| CURVES.map(|metric| curve(run.timeline(), metric, recording.until));
    let (was, ghost) = (curves(&run), curves(&other));
    progress.expect(steps.last().map_or(0, |seeds| investigation.runs_to(*seeds)));
    let tell = |investigation: &Investigation| {
        let results = investigation.results();
        let has_seeds = !results.seeds.is_empty();
        let apart = if has_seeds { (0..CURVES.len()).map(|kind| results.band(0, kind)).collect() } else { Vec::new() };
        report(Answer {
            seeds: results.seeds.len(),
            outcome: samples[1].outcome - samples[0].outcome,
            playbook: samples[1].playbook - samples[0].playbook,
            was: was.clone(),
            ghost: ghost.clone(),
            apart,
            effect: has_seeds.then(|| Effect::of(results, 0).negated()),
        });
    };
    tell(&investigation);
    for seeds in steps {
        if investigation.refine(0, *seeds, progress).is_err() {
            return;
        }
        tell(&investigation);
    }
}

/// Replays a script with the run's own seed and a cohort of customers.
fn played(recording: &Recording, script: &Script) -> Rerun {
    let mut run = Rerun::begin(&recording.scenario, recording.seed, COHORT);
    run.play_out(script, recording.until);
    run
}
