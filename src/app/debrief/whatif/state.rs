//! What-ifs: a reviewer's own changes to a run, and their effect.
//!
//! On the timeline of the debrief a decision can be removed, moved, or made differently. All changes together are one
//! [branch](goldenhour_core::ensemble::branch). It is played with the run's own seed first, so that a curve appears at
//! once, then with more and more seeds under common draws for the intervals. Each further change cancels the
//! [probe](crate::app::background::probe) before it.

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

/// After how many seeds it says what it knows; before the first, with the run's own seed.
const STEPS: [u64; 5] = [8, 32, 64, 128, 200];

/// The seeds with which tests are content.
const FEW: [u64; 1] = [2];

/// The metrics of [`CURVES`] over time, each point with its minutes since `StartEx`.
pub type Curves = [Vec<(u32, f64)>; CURVES.len()];

/// How a decision is changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Altered {
    /// It is not taken.
    Gone,
    /// It is taken at this time, in this way where that is another.
    Taken {
        /// When.
        at: SimTime,
        /// Which way instead.
        choice: Option<ChoiceId>,
    },
}

/// The effect of the changes.
pub struct Answer {
    /// From how many seeds besides the run's own.
    pub seeds: usize,
    /// The change of the outcome in this very run, in points of 100.
    pub outcome: f64,
    /// The change of the playbook's points in this very run.
    pub playbook: f64,
    /// How the run went, with the same cohort of customers as the ghost.
    pub was: Curves,
    /// How it would have gone.
    pub ghost: Curves,
    /// How far apart both are over the seeds; empty as long as there are none.
    pub apart: Vec<Band>,
    /// What the changes would have changed, over the seeds: the branch less the run; none as long as there are no seeds.
    pub effect: Option<Effect>,
}

/// The reviewer's changes.
#[derive(Default)]
pub struct Whatif {
    /// What is changed, by entry.
    pub altered: BTreeMap<EntryNumber, Altered>,
    /// The decision that is picked.
    pub picked: Option<EntryNumber>,
    /// The computation of the effect.
    pub probe: Option<Probe<Answer>>,
    /// What can be reached in this run under each luck, as far as it was played: the same for all changes.
    known: References,
}

impl Whatif {
    /// Returns when a decision is taken with the changes; nothing where it is not.
    pub fn moment(&self, entry: EntryNumber, decision: &Decision) -> Option<SimTime> {
        match self.altered.get(&entry) {
            None => Some(decision.at),
            Some(Altered::Taken { at, .. }) => Some(*at),
            Some(Altered::Gone) => None,
        }
    }

    /// Returns which way a decision is made with the changes, where it is a choice.
    pub fn choice<'a>(&'a self, entry: EntryNumber, decision: &'a Decision) -> Option<&'a ChoiceId> {
        match (self.altered.get(&entry), &decision.content) {
            (Some(Altered::Taken { choice: Some(choice), .. }), _) | (_, Content::Choice(choice)) => Some(choice),
            _ => None,
        }
    }

    /// Leaves a decision out.
    pub fn leave_out(&mut self, entry: EntryNumber) {
        self.altered.insert(entry, Altered::Gone);
    }

    /// Has a decision taken at another time, within the run.
    pub fn shift(&mut self, session: &Session, entry: EntryNumber, to: SimTime) {
        let Some(decision) = decision(session, entry) else { return };
        let choice = match self.altered.get(&entry) {
            Some(Altered::Taken { choice, .. }) => choice.clone(),
            _ => None,
        };
        let at = to.min(session.now());
        self.alter(entry, decision, at, choice);
    }

    /// Has a decision made another way.
    pub fn choose(&mut self, session: &Session, entry: EntryNumber, choice: ChoiceId) {
        let Some(decision) = decision(session, entry) else { return };
        let at = self.moment(entry, decision).unwrap_or(decision.at);
        self.alter(entry, decision, at, Some(choice));
    }

    /// Enters a change; what is as it was is none.
    fn alter(&mut self, entry: EntryNumber, decision: &Decision, at: SimTime, choice: Option<ChoiceId>) {
        let choice = choice.filter(|choice| !matches!(&decision.content, Content::Choice(was) if was == choice));
        if at == decision.at && choice.is_none() {
            self.altered.remove(&entry);
        } else {
            self.altered.insert(entry, Altered::Taken { at, choice });
        }
    }

    /// Returns the changes as a branch has them.
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

/// Returns a moment some minutes earlier (below 0) or later.
pub fn shifted(at: SimTime, minutes: i32) -> SimTime {
    match u32::try_from(minutes) {
        Ok(minutes) => at + SimDuration::from_minutes(minutes),
        Err(_) => SimTime::from_minutes(at.minutes().saturating_sub(minutes.unsigned_abs())),
    }
}

/// Returns the decision behind an entry.
pub fn decision(session: &Session, entry: EntryNumber) -> Option<&Decision> {
    match session.entries().get(entry.0 as usize) {
        Some(Entry::Decision(decision)) => Some(decision),
        _ => None,
    }
}

/// Plays the changes, with the run's own seed first.
fn answer(
    recording: &Recording,
    changes: &[Change],
    known: References,
    steps: &[u64],
    progress: &ProbeProgress,
    report: &dyn Fn(Answer),
) {
    // The changes are made of entries that are there, each changed once.
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

/// Plays a script of a recorded run with its own seed, with a cohort of customers.
fn played(recording: &Recording, script: &Script) -> Rerun {
    let mut run = Rerun::begin(&recording.scenario, recording.seed, COHORT);
    run.play_out(script, recording.until);
    run
}
