//! Strengths and areas for improvement as worded in the report: observation, reference, analysis and evidence.
//!
//! A generated finding is derived from a criterion: the observation is its verdict, the reference is what the
//! playbook cites, and the analysis is the root cause shown by the record ([`crate::debrief::root_cause`]). The
//! evidence for a finding added by a reviewer is the log entry of the edit, in addition to the entries that the
//! reviewer cites.

use serde::Serialize;

use super::edited::{Changes, Edited, Stamp};
use crate::debrief::finding::{FindingKind, Proof, WORTH_SAYING};
use crate::debrief::root_cause::{self, RootCause};
use crate::id::{CapabilityId, CriterionId};
use crate::scenario::{Capability, Criterion, Share, Step};
use crate::scoring::{CriterionScore, EvidenceItem, Rating, Record, Verdict, rating};
use crate::session::edit::{AddedFinding, FindingPart, Line, Named, Place};
use crate::session::{Edit, Entry};
use crate::timeline::{EntryNumber, EventKind};

/// A strength or an area for improvement in the report.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportedFinding {
    /// Number in the report, such as `S1` for a strength or `A1` for an area for improvement.
    pub number: String,
    /// Whether it is a strength or an area for improvement.
    pub kind: FindingKind,
    /// Criterion behind the finding, or its id if a reviewer added it. Edits refer to the finding by this value.
    pub named: Named,
    /// Points gained or lost, of 100; 0 for a finding added by a reviewer.
    pub points: f64,
    /// Observation.
    pub observation: Edited,
    /// Plan, policy, procedure or law that sets the requirement.
    pub reference: Edited,
    /// Root cause analysis.
    pub analysis: Edited,
    /// Root causes shown by the record; empty for strengths.
    pub causes: Vec<RootCause>,
    /// Information that the record does not contain and that the participants would have to add.
    pub missing: Vec<String>,
    /// Estimated effect of the best alternative in one sentence, if a counterfactual analysis found one.
    pub what_if: Option<String>,
    /// Evidence.
    pub proof: Proof,
    /// Reviewer who added it, if any.
    pub added: Option<Stamp>,
    /// Reviewer who struck it, and the reason. A struck finding remains in the report.
    pub struck: Option<Struck>,
}

/// Striking of a finding or a corrective action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Struck {
    /// Reason.
    pub reason: String,
    /// Author and time.
    #[serde(flatten)]
    pub stamp: Stamp,
}

/// Returns the finding for a criterion, or `None` if the criterion gained or lost too few points and was not
/// edited.
pub(super) fn of_criterion(
    score: &CriterionScore,
    capability: &Capability,
    record: &Record<'_>,
    changes: &Changes<'_>,
) -> Option<ReportedFinding> {
    let (step, criterion) = record.scenario.playbook.criterion(&score.id)?;
    let named = Named::Criterion(score.id.clone());
    // A breached duty is an area for improvement even if it cost little credit.
    let breaches = if score.verdict == Verdict::NotApplicable { Vec::new() } else { breaches(criterion, record) };
    let (kind, points) = match score.verdict {
        Verdict::Met if breaches.is_empty() => (FindingKind::Strength, score.score),
        _ => (FindingKind::Improvement, score.max - score.score),
    };
    let is_edited = changes.iter().any(|(_, edit)| matches!(edit, Edit::Finding { of, .. } if *of == named));
    let is_worth_saying = !breaches.is_empty() || points >= WORTH_SAYING;
    if (score.verdict == Verdict::NotApplicable || !is_worth_saying) && !is_edited {
        return None;
    }
    let found = match kind {
        FindingKind::Strength => root_cause::Analysis::default(),
        FindingKind::Improvement => root_cause::analyze(criterion, score, record),
    };
    Some(ReportedFinding {
        number: String::new(),
        kind,
        points,
        observation: part(&named, FindingPart::Observation, observation(score, &breaches), changes),
        reference: part(&named, FindingPart::Reference, reference(step, criterion, capability, record), changes),
        analysis: part(&named, FindingPart::Analysis, found.text(), changes),
        causes: found.causes,
        missing: found.missing,
        what_if: None,
        proof: Proof::new(breaches.into_iter().chain(score.evidence.clone()).collect())?,
        added: None,
        struck: struck(&Line::Finding(named.clone()), changes),
        named,
    })
}

/// Returns the findings added by reviewers, each with its capability.
pub(super) fn added(record: &Record<'_>, changes: &Changes<'_>) -> Vec<(CapabilityId, ReportedFinding)> {
    let additions = changes.iter().filter_map(|(stamp, edit)| match edit {
        Edit::AddStrength(added) => Some((stamp, FindingKind::Strength, added)),
        Edit::AddImprovement(added) => Some((stamp, FindingKind::Improvement, added)),
        _ => None,
    });
    additions
        .filter_map(|(stamp, kind, added)| {
            Some((added.capability.clone(), of_reviewer(kind, added, stamp, record, changes)?))
        })
        .collect()
}

fn of_reviewer(
    kind: FindingKind,
    added: &AddedFinding,
    stamp: &Stamp,
    record: &Record<'_>,
    changes: &Changes<'_>,
) -> Option<ReportedFinding> {
    let named = Named::Added(added.id.clone());
    let own = EvidenceItem::at(stamp.at, Some(EntryNumber(stamp.entry)), format!("added by {}", stamp.by));
    let seen = added.evidence.iter().map(|place| evidence_at(*place, record));
    Some(ReportedFinding {
        number: String::new(),
        kind,
        points: 0.0,
        observation: part(&named, FindingPart::Observation, added.observation.clone(), changes),
        reference: part(&named, FindingPart::Reference, added.reference.clone(), changes),
        analysis: part(&named, FindingPart::Analysis, added.analysis.clone(), changes),
        causes: Vec::new(),
        missing: Vec::new(),
        what_if: None,
        proof: Proof::new(seen.chain(std::iter::once(own)).collect())?,
        added: Some(stamp.clone()),
        struck: struck(&Line::Finding(named.clone()), changes),
        named,
    })
}

/// Returns who struck a line and why, unless it was restored later.
pub(super) fn struck(line: &Line, changes: &Changes<'_>) -> Option<Struck> {
    let last = changes.last(|edit| match edit {
        Edit::Strike { what, reason } if what == line => Some(Some(reason.clone())),
        Edit::Restore(what) if what == line => Some(None),
        _ => None,
    });
    last.and_then(|(stamp, reason)| Some(Struck { reason: reason?, stamp }))
}

fn part(named: &Named, wanted: FindingPart, automatic: String, changes: &Changes<'_>) -> Edited {
    changes.text(automatic, |edit| match edit {
        Edit::Finding { of, part, text } if of == named && *part == wanted => Some(text.clone()),
        _ => None,
    })
}

/// Returns what caps the rating of a capability to which the criterion belongs: a binding duty met late or missed,
/// or a false statement.
fn breaches(criterion: &Criterion, record: &Record<'_>) -> Vec<EvidenceItem> {
    rating::cap(Rating::P, &[criterion], record).1
}

/// Returns the verdict as a sentence.
fn observation(score: &CriterionScore, breaches: &[EvidenceItem]) -> String {
    let title = score.title.trim_end_matches('.');
    let what =
        |breach: &EvidenceItem| breach.text.split_once(": ").map_or(breach.text.clone(), |(_, what)| what.to_owned());
    match (score.verdict, score.credit()) {
        (Verdict::Met, Some(credit)) if !breaches.is_empty() => {
            let breaches: Vec<String> = breaches.iter().map(what).collect();
            format!("{title}: met for {:.0} % of its credit, but {}.", 100.0 * credit, breaches.join("; "))
        }
        (Verdict::Met, _) => format!("{title}: met."),
        (Verdict::NotApplicable, _) | (_, None) => format!("{title}: this run could not put it to the test."),
        (Verdict::Missed, _) => format!("{title}: missed."),
        (Verdict::Late, Some(credit)) => format!("{title}: met late, for {:.0} % of its credit.", 100.0 * credit),
        (Verdict::Partial, Some(credit)) => format!("{title}: met in part, for {:.0} % of its credit.", 100.0 * credit),
    }
}

/// Returns the plan and the law that set the requirement. For clocks, includes the law behind each overdue clock.
fn reference(step: &Step, criterion: &Criterion, capability: &Capability, record: &Record<'_>) -> String {
    let plan = format!("Playbook, “{}”, criterion {}", step.title, criterion.id);
    let cited = if criterion.reference.is_empty() { &capability.reference } else { &criterion.reference };
    let mut parts = vec![plan, cited.clone()];
    if criterion.evidence.shares().contains(&Share::ClocksMet) {
        let overdue = record.timeline.events.iter().filter_map(|event| match &event.what {
            EventKind::ClockOverdue(id) => record.scenario.clock(id),
            _ => None,
        });
        parts.extend(overdue.map(|clock| format!("{}: {}", clock.title, clock.source)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

/// Returns the log entry or moment at a place as evidence.
fn evidence_at(place: Place, record: &Record<'_>) -> EvidenceItem {
    match place {
        Place::Moment(at) => EvidenceItem::at(at, None, "seen at this moment"),
        Place::Entry(number, at) => {
            let text = match record.entries.get(number as usize) {
                Some(Entry::Decision(decision)) => record
                    .scenario
                    .action(&decision.action)
                    .map_or_else(|| decision.action.to_string(), |action| action.title.clone()),
                Some(Entry::Note { text, .. }) => format!("note: {text}"),
                _ => "an entry of the log".to_owned(),
            };
            EvidenceItem::at(at, Some(EntryNumber(number)), text)
        }
    }
}

impl ReportedFinding {
    /// Returns the criterion behind the finding, or `None` if a reviewer added it.
    pub fn criterion(&self) -> Option<&CriterionId> {
        match &self.named {
            Named::Criterion(criterion) => Some(criterion),
            Named::Added(_) => None,
        }
    }
}
