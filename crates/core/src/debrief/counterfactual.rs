//! The counterfactual analysis of a run: luck, turning points, and interactions between turning points.
//!
//! An [`Investigation`] is opened on a recording, either with all [alternatives](super::alternative) or with the
//! changes that a user asks for. It is [refined](Investigation::refine) with more and more seeds: a first estimate
//! is available quickly, and its confidence intervals narrow while the user reads it. [`Investigation::report`]
//! returns the current state as plain data.
//!
//! Costs and gains are listed separately. *Costs* come first, because they show what to improve. *Gains* are
//! decisions and omissions without which the run would have gone worse, and must not be mistaken for errors.

use serde::Serialize;

use super::alternative::{self, Alternative, AlternativeKind, Recording};
use super::luck::{Band, Luck};
use super::turning_point::{CounterfactualCurve, CriterionEffect, Effect, InThisRun, TurningPoint, turn};
use crate::ensemble::branch::{Branch, BranchError, Change, Script};
use crate::ensemble::counterfactual::{CURVES, Difference, Results, Sample, Study, curve};
use crate::ensemble::plan::{Cancelled, Progress};
use crate::ensemble::reference::References;
use crate::ensemble::rerun::Rerun;
use crate::parallel;
use crate::scenario::Metric;
use crate::scoring::{PlaybookScore, Reference};
use crate::session::Entry;
use crate::session::edit::Named;
use crate::simulation::Population;
use crate::statement::reading::ReadingCache;

/// Half-width of a confidence interval, in points of 100, that is narrow enough: half of the smallest effect worth
/// reporting.
pub const PRECISION: f64 = 0.5;

/// Maximum number of turning points of each sign that are reported in full.
const MOST: usize = 6;

/// Number of the costliest turning points that are also tried in pairs.
const PAIRED: usize = 4;

/// Maximum number of seeds for pairs when a precision is set. Interactions are reported from 1 point up, and this
/// many seeds suffice to detect one.
const PAIR_SEEDS: u64 = 64;

/// Minimum interaction between two turning points that is reported, in points of outcome or playbook score.
const WORTH_SAYING: f64 = 1.0;

/// Minimum change of a criterion's points that counts as a difference.
const NO_POINTS: f64 = 0.05;

/// Alternatives to what the team did in a run, with their estimated effects.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counterfactual {
    /// Number of seeds.
    pub seeds: usize,
    /// How much of the result was luck.
    pub luck: Option<Luck>,
    /// Turning points whose alternative was better, largest effect first.
    pub costs: Vec<TurningPoint>,
    /// Turning points whose alternative was worse, largest effect first.
    pub gains: Vec<TurningPoint>,
    /// Pairs of costs whose joint effect differs from the sum of their separate effects.
    pub interactions: Vec<Interaction>,
    /// All alternatives that were tried, largest effect first.
    pub tried: Vec<TurningPoint>,
}

impl Counterfactual {
    /// Returns a sentence about the costly turning point that took the most points from a finding's criterion.
    pub fn what_if(&self, named: &Named) -> Option<String> {
        let Named::Criterion(criterion) = named else { return None };
        let lost = |point: &TurningPoint| {
            let changed = &point.in_this_run.as_ref()?.criteria;
            changed.iter().find(|one| one.id == *criterion).map(|one| -one.points)
        };
        let points = self.costs.iter().filter_map(|point| Some((lost(point)?, point)));
        let worst =
            points.filter(|(lost, _)| *lost >= WORTH_SAYING).max_by(|(one, _), (other, _)| one.total_cmp(other));
        worst.map(|(_, point)| format!("{} ({}). {}", point.title, point.at, point.sentence))
    }
}

/// An interaction between two turning points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interaction {
    /// Title of the first turning point.
    pub one: String,
    /// Title of the second turning point.
    pub other: String,
    /// Effect of both alternatives together on the outcome, minus the sum of their separate effects.
    pub outcome: Difference,
    /// The same difference for the playbook score.
    pub playbook: Difference,
}

/// A counterfactual analysis in progress.
pub struct Investigation {
    recording: Recording,
    population: Population,
    alternatives: Vec<Alternative>,
    study: Study,
    results: Results,
    pairs: Option<Pairs>,
    autopilots: Vec<Band>,
}

/// Pairs of alternatives, identified by their indices, and the results of trying both together.
struct Pairs {
    places: Vec<(usize, usize)>,
    study: Study,
    results: Results,
}

impl Investigation {
    /// Begins an analysis of all alternatives found in a run.
    pub fn open(recording: Recording, population: Population) -> Self {
        let alternatives = alternative::find(&recording, population);
        let branch = |alternative: Alternative| {
            let branch = Branch::new(&recording.scenario, &recording.entries, alternative.changes.clone()).ok()?;
            Some((alternative, branch))
        };
        let (alternatives, branches) = alternatives.into_iter().filter_map(branch).unzip();
        Self::begin(recording, population, alternatives, branches)
    }

    /// Begins an analysis of the branches that a user asks for, each with a title.
    ///
    /// # Errors
    /// If the changes of a branch are invalid.
    pub fn ask(
        recording: Recording,
        population: Population,
        asked: Vec<(String, Vec<Change>)>,
    ) -> Result<Self, BranchError> {
        let mut alternatives = Vec::new();
        let mut branches = Vec::new();
        for (title, changes) in asked {
            branches.push(Branch::new(&recording.scenario, &recording.entries, changes.clone())?);
            alternatives.push(asked_for(&recording, title, changes));
        }
        Ok(Self::begin(recording, population, alternatives, branches))
    }

    fn begin(
        recording: Recording,
        population: Population,
        alternatives: Vec<Alternative>,
        branches: Vec<Branch>,
    ) -> Self {
        let study = Study {
            scenario: recording.scenario.clone(),
            entries: recording.entries.clone(),
            until: recording.until,
            population,
            branches,
            references: References::default(),
            readings: ReadingCache::default(),
            precision: 0.0,
        };
        let results = study.nothing_yet();
        Investigation { recording, population, alternatives, study, results, pairs: None, autopilots: Vec::new() }
    }

    /// Returns the alternatives in chronological order.
    pub fn alternatives(&self) -> &[Alternative] {
        &self.alternatives
    }

    /// Returns the results so far.
    pub fn results(&self) -> &Results {
        &self.results
    }

    /// Returns the number of additional runs needed to reach `seeds` seeds.
    pub fn runs_to(&self, seeds: u64) -> u64 {
        seeds.saturating_sub(self.results.seeds.len() as u64) * self.study.runs_per_seed()
    }

    /// Stops simulating a branch once its effects are known to within `precision` points of 100 in either
    /// direction.
    #[must_use]
    pub fn within(mut self, precision: f64) -> Self {
        self.study.precision = precision;
        self
    }

    /// Reuses reference runs that have already been simulated for the same scenario, population and duration.
    #[must_use]
    pub fn against(mut self, known: References) -> Self {
        self.study.references = known;
        self
    }

    /// Sets the results of scripted players that are reported for comparison.
    pub fn set_autopilots(&mut self, autopilots: Vec<Band>) {
        self.autopilots = autopilots;
    }

    /// Simulates the run and all alternatives with more seeds until `seeds` seeds are complete, starting with the
    /// seed after `after`.
    ///
    /// # Errors
    /// If `progress` requests cancellation. Results of completed batches are kept.
    pub fn refine(&mut self, after: u64, seeds: u64, progress: &dyn Progress) -> Result<(), Cancelled> {
        let from = after + self.results.seeds.len() as u64 + 1;
        self.study.play(from..after + seeds + 1, &mut self.results, progress)
    }

    /// Tries the costliest turning points in pairs, with the same seeds as their separate trials.
    ///
    /// # Errors
    /// If `progress` requests cancellation. No pairs are kept in that case.
    pub fn pair(&mut self, progress: &dyn Progress) -> Result<(), Cancelled> {
        let Some((first, last)) = self.results.seeds.first().zip(self.results.seeds.last()) else { return Ok(()) };
        let effects = self.effects();
        let costs: Vec<usize> = order(&effects).into_iter().filter(|place| effects[*place].is_cost()).collect();
        let costs = &costs[..costs.len().min(PAIRED)];
        let pairs =
            costs.iter().enumerate().flat_map(|(rank, one)| costs[rank + 1..].iter().map(|other| (*one, *other)));
        let both = |(one, other): (usize, usize)| {
            let changes = [&self.alternatives[one], &self.alternatives[other]];
            let changes = changes.into_iter().flat_map(|alternative| alternative.changes.clone()).collect();
            let branch = Branch::new(&self.recording.scenario, &self.recording.entries, changes).ok()?;
            Some(((one, other), branch))
        };
        let (places, branches) = pairs.filter_map(both).unzip();
        let study = Study { branches, ..self.study.clone() };
        let mut results = study.nothing_yet();
        let most = if study.precision > 0.0 { PAIR_SEEDS } else { u64::MAX };
        study.play(first.0..last.0.min(first.0.saturating_add(most - 1)) + 1, &mut results, progress)?;
        self.pairs = Some(Pairs { places, study, results });
        Ok(())
    }

    /// Returns the current results.
    pub fn report(&self) -> Counterfactual {
        let effects = self.effects();
        let order = order(&effects);
        let own = self.own_run();
        let turns = |wanted: fn(&Effect) -> bool| {
            let leading: Vec<usize> =
                order.iter().copied().filter(|place| wanted(&effects[*place])).take(MOST).collect();
            parallel::map(leading, |place| self.look_into(place, &effects[place], &own))
        };
        let decisions = self.recording.entries.iter().filter(|entry| matches!(entry, Entry::Decision(_))).count();
        Counterfactual {
            seeds: self.results.seeds.len(),
            luck: Luck::of(&own.sample, &self.results.base, decisions, self.autopilots.clone()),
            costs: turns(Effect::is_cost),
            gains: turns(Effect::is_gain),
            interactions: self.interactions(),
            tried: order.iter().map(|place| turn(&self.alternatives[*place], effects[*place].clone())).collect(),
        }
    }

    fn effects(&self) -> Vec<Effect> {
        (0..self.alternatives.len()).map(|branch| Effect::of(&self.results, branch)).collect()
    }

    /// Replays the recorded run with the population of the study.
    fn own_run(&self) -> OwnRun {
        let recording = &self.recording;
        let reference = self.study.references.of(&recording.scenario, recording.seed, self.population, recording.until);
        let run = self.play(&Script::of(&recording.entries));
        let curves = CURVES.map(|metric| curve(run.timeline(), metric, recording.until));
        OwnRun { sample: Sample::of(&run, &reference), playbook: run.playbook(), curves, reference }
    }

    fn play(&self, script: &Script) -> Rerun {
        let mut run = Rerun::begin(&self.recording.scenario, self.recording.seed, self.population)
            .remembering(&self.study.readings);
        run.play_out(script, self.recording.until);
        run
    }

    /// Returns a turning point, including its effect in the recorded run.
    fn look_into(&self, place: usize, effect: &Effect, own: &OwnRun) -> TurningPoint {
        let branch = self.play(&self.study.branches[place].script);
        let would_be = Sample::of(&branch, &own.reference);
        let ghost = |(kind, metric): (usize, Metric)| CounterfactualCurve {
            metric,
            run: own.curves[kind].clone(),
            points: curve(branch.timeline(), metric, self.recording.until),
            apart: self.results.band(place, kind),
        };
        let in_this_run = InThisRun {
            outcome: own.sample.outcome - would_be.outcome,
            playbook: own.sample.playbook - would_be.playbook,
            criteria: criteria(&own.playbook, &branch.playbook()),
            ghosts: CURVES.into_iter().enumerate().map(ghost).collect(),
        };
        TurningPoint { in_this_run: Some(in_this_run), ..turn(&self.alternatives[place], effect.clone()) }
    }

    fn interactions(&self) -> Vec<Interaction> {
        let Some(pairs) = &self.pairs else { return Vec::new() };
        let interaction = |(branch, (one, other)): (usize, &(usize, usize))| {
            let beyond = |measure: fn(&Sample) -> f64| {
                let alone = [*one, *other].map(|place| &self.results.branches[place]);
                let both = pairs.results.branches[branch].iter().zip(&self.results.base).enumerate();
                let beyond = both.map_while(|(seed, (both, base))| {
                    let alone: Option<f64> =
                        alone.iter().map(|runs| Some(measure(runs.get(seed)?) - measure(base))).sum();
                    Some(measure(both) - measure(base) - alone?)
                });
                Difference::of(&beyond.collect::<Vec<_>>())
            };
            Interaction {
                one: self.alternatives[*one].title.clone(),
                other: self.alternatives[*other].title.clone(),
                outcome: beyond(|sample| sample.outcome),
                playbook: beyond(|sample| sample.playbook),
            }
        };
        debug_assert_eq!(pairs.places.len(), pairs.study.branches.len());
        let matters = |difference: &Difference| difference.is_clear() && difference.mean.abs() >= WORTH_SAYING;
        let all = pairs.places.iter().enumerate().map(interaction);
        all.filter(|found| matters(&found.outcome) || matters(&found.playbook)).collect()
    }
}

/// Results of the recorded run, with which its alternatives are compared.
struct OwnRun {
    sample: Sample,
    playbook: PlaybookScore,
    curves: [Vec<(u32, f64)>; CURVES.len()],
    reference: Reference,
}

/// Returns the indices of effects in descending order of weight. Effects of equal weight stay in chronological
/// order.
fn order(effects: &[Effect]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..effects.len()).collect();
    places.sort_by(|one, other| effects[*other].weight().total_cmp(&effects[*one].weight()).then(one.cmp(other)));
    places
}

/// Returns an alternative for changes requested by a user.
fn asked_for(recording: &Recording, title: String, changes: Vec<Change>) -> Alternative {
    let entries: Vec<_> = changes
        .iter()
        .filter_map(|change| match change {
            Change::Remove(entry) | Change::Move { entry, .. } | Change::Replace { entry, .. } => Some(*entry),
            Change::Insert(_) | Change::Constant { .. } | Change::Seed(_) => None,
        })
        .collect();
    let at = entries.iter().filter_map(|entry| Some(recording.entries.get(entry.0 as usize)?.at())).min();
    let inserted = changes.iter().find_map(|change| match change {
        Change::Insert(decision) => Some(decision.at),
        _ => None,
    });
    Alternative {
        kind: AlternativeKind::Asked,
        instead: title.clone(),
        title,
        at: at.or(inserted).unwrap_or_default(),
        entries,
        changes,
    }
}

/// Returns the criteria whose points differ between a run and its alternative, largest difference first.
fn criteria(run: &PlaybookScore, branch: &PlaybookScore) -> Vec<CriterionEffect> {
    let of = |score: &PlaybookScore| {
        score
            .steps
            .iter()
            .flat_map(|step| step.criteria.clone())
            .map(|criterion| (criterion.id.clone(), criterion))
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    let (run, branch) = (of(run), of(branch));
    let mut changed: Vec<CriterionEffect> = run
        .into_iter()
        .filter_map(|(id, criterion)| {
            let points = criterion.score - branch.get(&id)?.score;
            (points.abs() >= NO_POINTS).then_some(CriterionEffect { id, title: criterion.title, points })
        })
        .collect();
    changed.sort_by(|one, other| other.points.abs().total_cmp(&one.points.abs()));
    changed
}
